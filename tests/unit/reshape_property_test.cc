// Rows amended and added in files that nobody should write, and in the shipped ones.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "edit/reshape.h"
#include "golden/sandbox.h"
#include "support/history.h"
#include "support/odd_plan.h"
#include "support/sound_plan.h"
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

}  // namespace
}  // namespace wardplan
