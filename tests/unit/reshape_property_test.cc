// Rows amended and added in files that nobody should write, and in the shipped ones.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "cli/run.h"
#include "edit/reshape.h"
#include "golden/sandbox.h"
#include "records/row_keys.h"
#include "support/history.h"
#include "support/odd_plan.h"
#include "support/sound_plan.h"
#include "support/temporary.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

std::string shown(std::string_view fault, std::string_view before, std::string_view after) {
  return fmt::format("{}\nbefore:\n{}\nafter:\n{}", fault, before, after);
}

/// The lists of a record whose elements are rows.
std::vector<std::string> row_lists(const yaml::Node& root) {
  std::vector<std::string> lists;
  for (const char* key : {"rows", "models", "dates", "reporting"}) {
    const yaml::Pair* list = find(root, key);
    if (list != nullptr && list->value.kind == yaml::Kind::sequence && !list->value.items.empty())
      lists.emplace_back(key);
  }
  return lists;
}

/// What is wrong with a change of one scalar, whose bytes alone may differ; empty: nothing.
std::string scalar_fault(const std::string& before, const yaml::Node& scalar,
                         const ChangedText& changed) {
  if (!changed.refusal.empty()) return changed.refusal.en;
  const std::string_view head = std::string_view(before).substr(0, scalar.span.begin);
  const std::string_view tail = std::string_view(before).substr(scalar.span.end);
  if (!changed.bytes.starts_with(head)) return "changed before it";
  if (!changed.bytes.ends_with(tail)) return "changed behind it";
  return "";
}

std::string any_text(std::mt19937_64& random) {
  return nfc(random() % 3 == 0 ? test::typed_text(random) : fmt::format("chữ {}", random() % 90));
}

/// Gives one scalar of a row another text; the fault, or nothing.
std::string amend_one(const std::string& bytes, const yaml::Node& root, const std::string& list,
                      std::size_t row, std::size_t pair, const std::string& text) {
  const yaml::Node& scalar = find(root, list)->value.items[row].pairs[pair].value;
  Tree wanted = tree_of(root);
  find(wanted, list)->children[row].children[pair].text = text;
  return scalar_fault(bytes, scalar, reshape(bytes, wanted));
}

TEST_CASE("another text for a key of whatever row changes that text alone") {
  std::mt19937_64 random(31);
  int tried = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string plan = test::odd_plan(random);
    const auto tree = test::clean_tree(plan);
    if (!tree) continue;
    const auto lists = row_lists(*tree);
    if (lists.empty()) continue;
    const auto& rows = find(*tree, lists.front())->value.items;
    const std::size_t row = random() % rows.size();
    if (rows[row].pairs.empty()) continue;
    const std::size_t pair = random() % rows[row].pairs.size();
    const yaml::Node& value = rows[row].pairs[pair].value;
    if (value.kind != yaml::Kind::scalar) continue;
    ++tried;
    const std::string fault = amend_one(plan, *tree, lists.front(), row, pair, any_text(random));
    if (!fault.empty()) FAIL(shown(fault, plan, ""));
  }
  CHECK(tried > 1000);
}

TEST_CASE("each text of the shipped records can be another, and nothing else changes") {
  int tried = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(WARDPLAN_SOURCE_DIR) / "plans")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string bytes = golden::slurp(entry.path());
    const auto tree = test::clean_tree(bytes);
    REQUIRE(tree);
    for (const std::string& list : row_lists(*tree)) {
      const auto& rows = find(*tree, list)->value.items;
      for (std::size_t row = 0; row < rows.size(); row += 5)
        for (std::size_t pair = 0; pair < rows[row].pairs.size(); ++pair) {
          if (rows[row].pairs[pair].value.kind != yaml::Kind::scalar) continue;
          ++tried;
          const std::string fault = amend_one(bytes, *tree, list, row, pair, "Tháng 5: chữ khác");
          if (!fault.empty()) FAIL(shown(fault, entry.path().string(), ""));
        }
    }
  }
  CHECK(tried > 100);
}

/// A key or a row that a plan hasn't.
Tree with_something_new(const yaml::Node& root, std::mt19937_64& random) {
  Tree wanted = tree_of(root);
  std::vector<Tree>& rows = find(wanted, "rows")->children;
  const std::size_t row = random() % rows.size();
  const std::vector<std::string_view> order = {"number", "title", "due", "remark", "updates"};
  if (random() % 2 == 0 && !rows[row].keys.empty()) {
    put(rows[row], "remark", text_tree(any_text(random)), order);
    return wanted;
  }
  Tree added{.kind = yaml::Kind::mapping};
  put(added, "number", text_tree("1.9"), order);
  put(added, "title", text_tree(any_text(random)), order);
  put(added, "support", list_tree({"a", "b, c"}), order);
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(row), added);
  return wanted;
}

TEST_CASE("a new key or row is only inserted, in the line ends of the file") {
  std::mt19937_64 random(32);
  int tried = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string plan = test::sound_plan(random).bytes;
    const auto tree = test::clean_tree(plan);
    REQUIRE(tree);
    const ChangedText changed = reshape(plan, with_something_new(*tree, random));
    ++tried;
    if (!changed.refusal.empty()) FAIL(shown(changed.refusal.en, plan, changed.bytes));
    if (!test::is_insertion(plan, changed.bytes)) FAIL(shown("more", plan, changed.bytes));
    const bool crlf = plan.find("\r\n") != std::string::npos;
    for (std::size_t at = changed.bytes.find('\n'); at != std::string::npos;
         at = changed.bytes.find('\n', at + 1))
      if ((at > 0 && changed.bytes[at - 1] == '\r') != crlf)
        FAIL(shown("line ends", plan, changed.bytes));
  }
  CHECK(tried == 1500);
}

TEST_CASE("a key that was put in is taken away to the byte") {
  std::mt19937_64 random(33);
  int refused = 0;
  for (int round = 0; round < 800; ++round) {
    const std::string plan = test::sound_plan(random).bytes;
    const auto tree = test::clean_tree(plan);
    Tree wanted = tree_of(*tree);
    std::vector<Tree>& rows = find(wanted, "rows")->children;
    put(rows[random() % rows.size()], "remark", text_tree("x"), {"number", "remark"});
    const ChangedText there = reshape(plan, wanted);
    if (!there.refusal.empty()) FAIL(shown(there.refusal.en, plan, ""));
    const ChangedText gone = reshape(there.bytes, tree_of(*tree));
    refused += gone.refusal.empty() ? 0 : 1;
    if (gone.refusal.empty() && gone.bytes != plan) FAIL(shown("left", plan, gone.bytes));
  }
  CHECK(refused == 0);
}

/// What the record says once a note and a due were amended at an address.
Tree with_amended(const yaml::Node& root, std::size_t row, const std::string& note,
                  const std::string& due) {
  Tree wanted = tree_of(root);
  Tree& tree = find(wanted, "rows")->children[row];
  std::vector<std::string_view> order;
  for (const RowKey& key : row_keys(RecordKind::plan, false)) order.push_back(key.name);
  put(tree, "note", text_tree(note), order);
  put(tree, "due", text_tree(due), order);
  return wanted;
}

TEST_CASE("amend says what was typed, as its dry run, and nothing else") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  golden::spill("ward.yaml", test::kSoundRegister);
  std::mt19937_64 random(34);
  for (int round = 0; round < 150; ++round) {
    const test::SoundPlan plan = test::sound_plan(random);
    const std::string note = any_text(random);
    golden::spill("plan.yaml", plan.bytes);
    Io io, dry;
    const std::string address = plan.items[random() % plan.items.size()].address;
    std::vector<std::string> args = {"amend", "plan.yaml", address, "--note=" + note,
                                     "--due=Tháng 11/2026"};
    const int exit = run(args, io);
    const std::string after = golden::slurp("plan.yaml");
    if (exit != 0) FAIL(shown(io.err, plan.bytes, after));
    const auto before_tree = test::clean_tree(plan.bytes), tree = test::clean_tree(after);
    REQUIRE(tree);
    std::size_t row = 0;
    const Tree was = tree_of(*before_tree), is = tree_of(*tree);
    const auto &had = find(was, "rows")->children, &has = find(is, "rows")->children;
    while (row + 1 < had.size() && had[row] == has[row]) ++row;
    const Tree wanted =
        with_amended(*before_tree, row, std::string(trimmed(note)), "Tháng 11/2026");
    if (is != wanted)
      FAIL(shown(first_difference(is, wanted).value_or("") + note, plan.bytes, after));
    golden::spill("plan.yaml", plan.bytes);
    args.emplace_back("--dry-run");
    CHECK(run(args, dry) == 0);
    CHECK(golden::slurp("plan.yaml") == plan.bytes);
    CHECK(dry.out.empty() == (after == plan.bytes));
  }
}

}  // namespace
}  // namespace wardplan
