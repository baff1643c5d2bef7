// The commands `update` and `undo` on whole files, as they are typed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>

#include "cli/run.h"
#include "golden/sandbox.h"
#include "support/history.h"
#include "support/sound_plan.h"
#include "support/temporary.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::slurp;
using golden::spill;
using test::any;
using test::is_insertion;
using Strings = std::vector<std::string>;

constexpr const char* kPlan = "kế hoạch.yaml";

/// Values that keys of the new entry must have, by key; `values` by `values.NAME`.
using Expected = std::vector<std::pair<std::string, std::string>>;

/// One call of `update`, and what must stand in the file afterwards.
struct Call {
  Strings args;
  Expected expected;
};

/// As the file keeps it: composed, without blanks around.
std::string kept(const std::string& text) {
  const std::string composed = nfc(text);
  const std::size_t first = composed.find_first_not_of(" \t\n");
  return composed.substr(first, composed.find_last_not_of(" \t\n") + 1 - first);
}

void add_values(Call& call, const test::SoundItem& item, std::mt19937_64& random) {
  for (std::size_t at = 0; at < item.targets.size(); ++at) {
    if (random() % 3 == 0) continue;
    const std::string value = any(random, {"91%", "95,5%", "99.5%", "96/100", "trên 97%"});
    const std::string& name = item.targets[at];
    const std::string typed = random() % 2 == 0 ? name : std::to_string(at + 1);
    call.args.insert(call.args.end(), {"--value", name.empty() ? value : typed + "=" + value});
    call.expected.emplace_back(name.empty() ? "value" : "values." + name, value);
  }
}

Call any_call(const test::SoundItem& item, std::mt19937_64& random) {
  static constexpr std::pair<const char*, const char*> kStatuses[] = {
      {"done", "done"},
      {"hoàn thành", "done"},
      {"dang thuc hien", "in-progress"},
      {"Hủy", "cancelled"},
      {"not-started", "not-started"}};
  static constexpr std::pair<const char*, const char*> kDays[] = {
      {"2026-06-15", "2026-06-15"}, {"15/6/2026", "2026-06-15"}, {"01/07/2026", "2026-07-01"}};
  Call call{{"update", kPlan, item.address}, {}};
  if (random() % 3 != 0) {
    const auto& [typed, token] = kStatuses[random() % std::size(kStatuses)];
    call.args.emplace_back(typed);
    call.expected.emplace_back("status", token);
  }
  const auto& [typed, day] = kDays[random() % std::size(kDays)];
  const bool today = random() % 4 == 0;
  if (!today) call.args.insert(call.args.end(), {"--date", typed});
  call.expected.emplace_back("date", today ? "2026-07-20" : day);
  add_values(call, item, random);
  for (const char* key : {"note", "evidence"}) {
    if (random() % 2 == 0) continue;
    const std::string text = test::typed_text(random);
    call.args.push_back(fmt::format("--{}={}", key, text));
    call.expected.emplace_back(key, kept(text));
  }
  if (random() % 4 == 0 || call.expected.size() == 1) {
    const std::string due = any(random, {"Tháng 1/2027", "Quý I/2027", "ngày 31/01/2027"});
    call.args.insert(call.args.end(), {"--due", due});
    call.expected.emplace_back("due", due);
  }
  return call;
}

/// Exit code of a run on a fixed day, with what it says.
int run_on_the_day(const Strings& args, Io& io) {
  io.env = [](const std::string& name) { return name == "WARDPLAN_TODAY" ? "2026-07-20" : ""; };
  return run(args, io);
}

std::size_t bare_line_ends(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    count += bytes[at] == '\n' && (at == 0 || bytes[at - 1] != '\r');
  return count;
}

std::string text_at(const yaml::Node& entry, const std::string& key) {
  const bool named = key.starts_with("values.");
  const yaml::Pair* pair = find(entry, named ? "values" : key);
  if (pair != nullptr && named) pair = find(pair->value, key.substr(7));
  return std::string(pair == nullptr ? "(none)" : pair->value.text);
}

/// Index of the item with this address in the order of the rows, headings counted.
std::size_t row_at(const yaml::Node& root, const std::string& address) {
  std::string part;
  const auto& rows = find(root, "rows")->value.items;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const std::string number(find(rows[at], "number")->value.text);
    if (find(rows[at], "heading") != nullptr) part = number + ".";
    if (part + number == address) return at;
  }
  return rows.size();
}

/// What isn't as it must be in the file after a call, or an empty text.
std::string fault(const std::string& before, const std::string& after, const std::string& address,
                  const Expected& expected) {
  if (!is_insertion(before, after)) return "something else than an insertion";
  if (before.starts_with(kBom) != after.starts_with(kBom)) return "BOM";
  if (before.ends_with('\n') != after.ends_with('\n')) return "last line end";
  if (before.find("\r\n") != std::string::npos && bare_line_ends(after) > 0) return "CRLF";
  if (before.find('\r') == std::string::npos && after.find('\r') != std::string::npos) return "LF";
  const auto tree = test::clean_tree(after);
  if (!tree) return "does not read";
  const yaml::Node& row = test::row_of(*tree, row_at(*tree, address));
  const yaml::Node& entry = find(row, "updates")->value.items.back();
  std::size_t keys = 0;
  for (const yaml::Pair& pair : entry.pairs)
    keys += pair.value.pairs.empty() ? 1 : pair.value.pairs.size();
  if (keys != expected.size()) return "number of keys";
  for (const auto& [key, text] : expected)
    if (text_at(entry, key) != text) return key + ": " + text_at(entry, key);
  return "";
}

/// What git makes of the old text and its diff, or what it says.
std::string applied(const std::string& before, const std::string& diff) {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill(kPlan, before);
  spill("diff", diff);
  const std::string git = "HOME=. GIT_CONFIG_NOSYSTEM=1 GIT_DIR=.git git {} >>log 2>&1";
  if (std::system(fmt::format(fmt::runtime(git), "init -q .").c_str()) != 0 ||
      std::system(fmt::format(fmt::runtime(git), "apply diff").c_str()) != 0)
    return "git: " + slurp("log");
  return slurp(kPlan);
}

std::string shown(const std::string& fault, const Call& call, const std::string& before,
                  const std::string& after, const Io& io) {
  return fmt::format("{}\n{}\nsaid: {}\nbefore:\n{}\nafter:\n{}", fault,
                     fmt::join(call.args, " | "), io.err, before, after);
}

TEST_CASE("any update of any plan is only inserted, as its dry run said, and undone to the byte") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", test::kSoundRegister);
  std::mt19937_64 random(21);
  for (int round = 0; round < 200; ++round) {
    const test::SoundPlan plan = test::sound_plan(random);
    const test::SoundItem& item = plan.items[random() % plan.items.size()];
    const Call call = any_call(item, random);
    spill(kPlan, plan.bytes);
    Io dry, io, undone;
    Strings dry_args = call.args;
    dry_args.emplace_back("--dry-run");
    const int dry_exit = run_on_the_day(dry_args, dry);
    if (dry_exit != 0 || slurp(kPlan) != plan.bytes)
      FAIL(shown("the dry run", call, plan.bytes, slurp(kPlan), dry));
    const int exit = run_on_the_day(call.args, io);
    const std::string after = slurp(kPlan);
    if (exit != 0 || !io.out.empty()) FAIL(shown("refused", call, plan.bytes, after, io));
    const std::string wrong = fault(plan.bytes, after, item.address, call.expected);
    if (!wrong.empty()) FAIL(shown(wrong, call, plan.bytes, after, io));
    if (round % 6 == 0) CHECK(applied(plan.bytes, dry.out) == after);
    CHECK(run_on_the_day({"undo", kPlan, item.address}, undone) == 0);
    if (slurp(kPlan) != plan.bytes)
      FAIL(shown("left after undo", call, plan.bytes, slurp(kPlan), undone));
  }
}

TEST_CASE("a text reaches the file as it was typed, whatever the option parser makes of such") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  std::mt19937_64 random(22);
  const test::SoundPlan plan = test::sound_plan(random);
  spill("ward.yaml", test::kSoundRegister);
  for (const std::string text : {"{}", "[]", "[a, b]", "[\"a\"]", "%%", "\"a\"", "'a b'", "a=b",
                                 "`a`", "++", "a\\nb", "true", "--lang=en", "!", "B\"('a')\""})
    for (const bool one_word : {false, true}) {
      if (text.starts_with('-') && !one_word) continue;
      CAPTURE(text);
      spill(kPlan, plan.bytes);
      Call call{{"update", kPlan, plan.items[0].address}, {{"date", "2026-07-20"}, {"note", text}}};
      for (const std::string& arg : one_word ? Strings{"--note=" + text} : Strings{"--note", text})
        call.args.push_back(arg);
      Io io;
      CHECK(run_on_the_day(call.args, io) == 0);
      CHECK(fault(plan.bytes, slurp(kPlan), plan.items[0].address, call.expected) == "");
    }
}

TEST_CASE("a folder's register that can't be opened stops an update") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  std::mt19937_64 random(23);
  const test::SoundPlan plan = test::sound_plan(random);
  spill(kPlan, plan.bytes);
  fs::create_symlink("ward.yaml", "ward.yaml");
  Io io;
  CHECK(run_on_the_day({"update", kPlan, plan.items[0].address, "done"}, io) == 2);
  CHECK(io.err.find("ward.yaml") != std::string::npos);
  CHECK(slurp(kPlan) == plan.bytes);
}

}  // namespace
}  // namespace wardplan
