// `update` and `undo` as they are run, on files that nobody should write.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <random>

#include "cli.h"
#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

constexpr std::string_view kRegister =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n"
    "people:\n  - {id: a, name: Nguyễn Văn A}\n"
    "units:\n  - {id: b, name: Bộ phận B}\n  - {id: c, name: Bộ phận C}\n";

struct Run {
  int exit_code = 0;
  std::string out;
  std::string err;
};

Run run_line(const std::vector<std::string>& line) {
  Io io;
  const int code = run(line, io);
  return {code, io.out, io.err};
}

/// One of the ways to write an item of this number; every one of them can take an entry.
std::string any_item(int number, std::mt19937_64& random) {
  static constexpr std::array kBraces = {
      "  - {{no: \"{0}\", title: 'Việc {0}', due: Năm 2026}}  # trong ngoặc\n",
      "  - {{no: \"{0}\", title: Việc {0}, due: Năm 2026, updates: []}}\n",
      "  - {{no: \"{0}\", title: Việc {0}, updates: [{{on: 2026-01-05, note: a}}], due: Năm "
      "2026}}\n",
      "  - {{\n      no: \"{0}\", title: Việc {0},  # hai dòng\n      due: Năm 2026,\n      }}\n"};
  static constexpr std::array kLast = {"    due: Năm 2026\n",
                                       "    due: 'Năm 2026'   # hạn\n",
                                       "    note: >-\n      dòng một\n      dòng hai\n",
                                       "    note: |+\n      dòng một\n\n\n",
                                       "    note: \"mở đầu\n      tiếp theo\"\n",
                                       "    lead: [b,  # một\n      c]\n"};
  static constexpr std::array kUpdates = {
      "",
      "    updates:\n      - {on: 2026-01-05, status: in-progress}  # ghi\n",
      "    updates:\n    - on: 2026-01-05\n      status: in-progress\n      # cuối\n",
      "    updates:\n      -   { on: 2026-01-05, note: 'a' }\n\n      # giữa\n      -   { on: "
      "2026-02-05 , "
      "value: \"3\" }\n",
      "    updates: []   # chưa có\n",
      "    updates: [{on: 2026-01-05, note: a}]  # một dòng\n",
      "    updates: [\n      {on: 2026-01-05, note: a},  # một\n      {on: 2026-01-06, note: b}  # "
      "hai\n      "
      "]\n"};
  if (random() % 4 == 0)
    return fmt::format(fmt::runtime(kBraces[random() % kBraces.size()]), number);
  const std::string last = kLast[random() % kLast.size()];
  const std::string updates = kUpdates[random() % kUpdates.size()];
  return fmt::format("  - no: \"{0}\"\n    title: Việc {0}\n", number) +
         (random() % 3 == 0 ? updates + last : last + updates);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// A plan that checks without errors, its items in any layout, with comments, blank lines, CRLF, a
/// BOM, or no last line end.
std::string any_plan(std::mt19937_64& random) {
  std::string plan =
      "# kế hoạch\nkind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n";
  for (int number = 1; number <= 4; ++number) {
    plan += any_item(number, random);
    if (random() % 3 == 0) plan += "  # giữa hai việc\n";
    if (random() % 4 == 0) plan += "\n";
  }
  if (random() % 3 == 0) plan.pop_back();
  if (random() % 3 == 0) replace_all(plan, "\n", "\r\n");
  return (random() % 4 == 0 ? "\xEF\xBB\xBF" : "") + plan;
}

/// Whether all bytes of `before` stand in `after`, in their order.
bool only_adds(std::string_view before, std::string_view after) {
  std::size_t at = 0;
  for (const char byte : after)
    if (at < before.size() && before[at] == byte) ++at;
  return at == before.size();
}

std::vector<std::string> any_update(const std::string& address, std::mt19937_64& random) {
  static constexpr std::array kStatuses = {"not-started", "đang thực hiện", "hoan thanh", "paused",
                                           "cancelled"};
  static constexpr std::array kNotes = {
      "đã giao các tổ",
      "chờ: kinh phí",
      "số #4, 'ngoặc' \"kép\"",
      "- gạch đầu dòng",
      "dòng một\ndòng hai",
      "{a: b}, [c]",
      "null",
      "2026-06-01",
      "dài: không ngắt, nên phải viết thành nhiều dòng khi cả mục rộng hơn một trăm cột của tệp"};
  std::vector<std::string> line = {"update", "plan.yaml",  address,
                                   "--on",   "2026-06-15", "--backdate"};
  if (random() % 4 != 0) line.insert(line.begin() + 3, kStatuses[random() % kStatuses.size()]);
  line.insert(line.end(), {"--note", kNotes[random() % kNotes.size()]});
  if (random() % 2 == 0) line.insert(line.end(), {"--evidence", "BC 12/BC-UBND"});
  if (random() % 4 == 0) line.insert(line.end(), {"--due", "Tháng 12/2026"});
  return line;
}

TEST_CASE("update only adds to whatever file or leaves it alone, and undo gives it back") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  golden::spill(".git/HEAD", "");
  golden::spill("ward.yaml", kRegister);
  std::mt19937_64 random(21);
  int recorded = 0, refused = 0;
  for (int round = 0; round < 600; ++round) {
    const std::string before = any_plan(random);
    golden::spill("plan.yaml", before);
    const std::string address = fmt::format("{}", random() % 4 + 1);
    const auto line = any_update(address, random);
    const Run update = run_line(line);
    const std::string after = golden::slurp("plan.yaml");
    INFO(before);
    INFO(update.err);
    if (update.exit_code != 0) {
      ++refused;
      REQUIRE(after == before);
      REQUIRE_FALSE(update.err.empty());
      continue;
    }
    ++recorded;
    REQUIRE(after.size() > before.size());
    REQUIRE(only_adds(before, after));
    const Run undo = run_line({"undo", "plan.yaml", address});
    INFO(undo.err);
    REQUIRE(undo.exit_code == 0);
    REQUIRE(golden::slurp("plan.yaml") == before);
  }
  CAPTURE(refused);
  CHECK(recorded > 550);
}

}  // namespace
}  // namespace wardplan
