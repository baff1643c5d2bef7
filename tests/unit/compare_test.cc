// What two versions of a record say otherwise.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "compare/pairs.h"
#include "compare/told.h"
#include "edit/tree.h"
#include "records/key_words.h"

namespace wardplan {
namespace {

std::string head(const std::string& rows) {
  return "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n" + rows;
}

/// `kind address field`, one a line.
std::string told(const std::string& before, const std::string& after) {
  constexpr const char* kKinds[] = {"added", "removed", "changed", "moved"};
  const Tree was = read_tree(before), is = read_tree(after);
  std::string out;
  for (const ToldChange& one : told_changes(was, is)) {
    out += fmt::format("{} {} {}", kKinds[static_cast<int>(one.kind)], one.address, one.field);
    if (!one.part.empty()) out += " " + one.part;
    if (!one.day.empty()) out += " " + one.day;
    out += "\n";
  }
  return out;
}

const std::string kPlan = head(
    "  - {number: I, heading: Một}\n"
    "  - number: \"1\"\n    title: Trồng cây\n    due: Tháng 6/2026\n"
    "    targets:\n      - {name: Cây, goal: 100}\n      - {name: Hoa, goal: 5}\n"
    "    updates:\n      - {date: 2026-03-01, status: in-progress}\n"
    "  - number: \"2\"\n    title: Hội diễn văn nghệ\n"
    "  - {number: II, heading: Hai}\n"
    "  - number: \"1\"\n    title: Sửa nhà văn hóa\n");

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("how a record is laid out, its comments and the order of its keys change nothing") {
  CHECK(told(kPlan, kPlan) == "");
  const std::string other = replaced(kPlan, "    title: Trồng cây\n    due: Tháng 6/2026\n",
                                     "    due: 'Tháng 6/2026' # hạn\n    title: Trồng cây\n");
  CHECK(told(kPlan, other) == "");
}

TEST_CASE("each change is told by its row and key") {
  struct Example {
    const char* from;
    const char* to;
    const char* told;
  };
  const Example examples[] = {
      {"Tháng 6/2026", "Tháng 7/2026", "changed I.1 due\n"},
      {"    due: Tháng 6/2026\n", "", "removed I.1 due\n"},
      {"    title: Sửa nhà văn hóa\n", "    title: Sửa nhà văn hóa\n    note: x\n",
       "added II.1 note\n"},
      {"{name: Hoa, goal: 5}", "{name: Hoa, goal: 6}", "changed I.1 targets.goal Hoa\n"},
      {"status: in-progress", "status: paused", "changed I.1 updates.status 2026-03-01\n"},
      {"in-progress}\n", "in-progress}\n      - {date: 2026-04-01, note: x}\n",
       "added I.1 updates 2026-04-01\n"},
      {"    updates:\n      - {date: 2026-03-01, status: in-progress}\n", "",
       "removed I.1 updates 2026-03-01\n"},
      {"    title: Sửa nhà văn hóa\n",
       "    title: Sửa nhà văn hóa\n    updates: [{date: 2026-04-01}, {date: 2026-05-01}]\n",
       "added II.1 updates 2026-04-01\nadded II.1 updates 2026-05-01\n"},
      {"    title: Sửa nhà văn hóa\n", "    title: Sửa nhà văn hóa\n    updates: []\n",
       "added II.1 updates\n"},
      {"  - number: \"2\"\n    title: Hội diễn văn nghệ\n", "", "removed I.2 \n"},
      {"  - {number: II", "  - number: \"3\"\n    title: Mới\n  - {number: II", "added I.3 \n"},
      {"title: Kế hoạch\n", "title: Kế hoạch năm\n", "changed  title\n"},
      {"title: Hội diễn văn nghệ", "title: Hội diễn văn nghệ quần chúng", "changed I.2 title\n"},
      {"\"2\"\n    title: Hội", "\"5\"\n    title: Hội", "changed I.5 number\n"},
      {"title: Hội diễn văn nghệ", "title: Xây cầu mới", "added I.2 \nremoved I.2 \n"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.to);
    CHECK(told(kPlan, replaced(kPlan, example.from, example.to)) == example.told);
  }
}

TEST_CASE("a row that changed its place is one, and says so") {
  const std::string row = "  - number: \"2\"\n    title: Hội diễn văn nghệ\n";
  const std::string other =
      replaced(replaced(kPlan, row, ""), "  - number: \"1\"\n    title: Trồng",
               row + "  - number: \"1\"\n    title: Trồng");
  CHECK(told(kPlan, other) == "moved I.2 \n");
}

TEST_CASE("people of a register are known by their ids") {
  const std::string ward =
      "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople:\n  - {id: an, name: Trần Văn An}\n"
      "units: []\n";
  CHECK(told(ward, replaced(ward, "Trần Văn An", "Lê Thị Bình")) == "changed an people.name\n");
  CHECK(told(ward, replaced(ward, "units: []", "units: [{id: vh, name: VH}]")) ==
        "added vh units\n");
}

TEST_CASE("the status that entries come to goes by their days") {
  const Tree row = read_tree(
      "updates: [{date: 2026-05-01, status: done}, {date: 2026-04-01, status: paused}, "
      "{date: 2026-06-01, note: x}]\n");
  CHECK(last_status(row) == "done");
  CHECK(last_status(read_tree("title: x\n")) == "");
}

TEST_CASE("keys are told by what they mean in their record, and unknown ones by nothing") {
  CHECK(key_meaning("plan", "rows", "due")->en == "due");
  CHECK(key_meaning("criteria", "updates", "status")->en == "verdict");
  CHECK(key_meaning("ward", "people", "role")->vi == "chức vụ");
  CHECK(key_meaning("plan", "", "title")->en == "title of the table");
  CHECK_FALSE(key_meaning("plan", "rows", "colour"));
  CHECK_FALSE(key_meaning("other", "", "title"));
}

TEST_CASE("the same text is canonical whatever the order of keys, and another one isn't") {
  const Tree one = read_tree("a: 1\nb: [x, y]\n"), same = read_tree("b: [x, y]\na: 1\n");
  CHECK(says_same(one, same));
  CHECK(canonical(one) == canonical(same));
  for (const char* other : {"a: 1\nb: [y, x]\n", "a: 1\n", "a: 1\nb: x, y\n", "a: 1\nb: [xy]\n"}) {
    CHECK_FALSE(says_same(one, read_tree(other)));
    CHECK(canonical(one) != canonical(read_tree(other)));
  }
}

}  // namespace
}  // namespace wardplan
