// Updates of files that nobody should write.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "edit/updates.h"
#include "support/history.h"
#include "support/odd_plan.h"

namespace wardplan {
namespace {

/// A plan that was cut short may end with a key without its list.
bool takes_entries(const yaml::Node& row) {
  const yaml::Pair* updates = find(row, "updates");
  return row.kind == yaml::Kind::mapping &&
         (updates == nullptr || updates->value.kind == yaml::Kind::sequence);
}

/// The index of a row that takes entries, or nothing where the plan doesn't read.
std::optional<std::size_t> any_row(const std::string& plan, std::mt19937_64& random) {
  const auto tree = test::clean_tree(plan);
  if (!tree) return std::nullopt;
  const yaml::Pair* rows = find(*tree, "rows");
  if (rows == nullptr || rows->value.items.empty()) return std::nullopt;
  const std::size_t row = random() % rows->value.items.size();
  return takes_entries(rows->value.items[row]) ? std::optional(row) : std::nullopt;
}

/// Whether the last entry but one ends with text in lines of its own, into which lines behind the
/// last entry would fall.
bool ends_with_lines(std::span<const yaml::Node> entries) {
  if (entries.size() < 2 || entries[entries.size() - 2].pairs.empty()) return false;
  const yaml::Style style = entries[entries.size() - 2].pairs.back().value.style;
  return style == yaml::Style::literal || style == yaml::Style::folded;
}

/// What is shown of a plan that goes wrong.
std::string shown(std::string_view fault, std::string_view before, std::string_view after) {
  return fmt::format("{}\nbefore:\n{}\nafter:\n{}", fault, before, after);
}

TEST_CASE("an entry is only added to whatever file, reads back, and comes off without a trace") {
  std::mt19937_64 random(11);
  int tried = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string plan = test::odd_plan(random);
    const EntryDraft entry = test::odd_entry(random);
    const auto row = any_row(plan, random);
    if (!row) continue;
    ++tried;
    const auto [fault, after] = test::append_and_remove(plan, *row, entry);
    if (!fault.empty()) FAIL(shown(fault, plan, after));
  }
  CHECK(tried > 2800);
}

TEST_CASE("the last entry comes off whatever file, and nothing else changes") {
  std::mt19937_64 random(12);
  int tried = 0, refused = 0;
  for (int round = 0; round < 2500; ++round) {
    const std::string plan = test::odd_plan(random);
    const auto row = any_row(plan, random);
    if (!row) continue;
    const auto tree = test::clean_tree(plan);
    const yaml::Pair* updates = find(test::row_of(*tree, *row), "updates");
    if (updates == nullptr || updates->value.items.empty()) continue;
    ++tried;
    const auto [fault, after] = test::remove_entry(plan, *row);
    if (fault.empty()) continue;
    ++refused;
    if (!ends_with_lines(updates->value.items)) FAIL(shown(fault, plan, after));
  }
  CHECK(refused < 5);
  CHECK(tried > 1000);
}

TEST_CASE("entries of several rows can be added in one go") {
  std::mt19937_64 random(13);
  int tried = 0;
  for (int round = 0; round < 500; ++round) {
    const std::string plan = test::odd_plan(random);
    const auto tree = test::clean_tree(plan);
    if (!tree) continue;
    const std::span<const yaml::Node> rows = find(*tree, "rows")->value.items;
    if (!std::ranges::all_of(rows, takes_entries)) continue;
    std::vector<EntryDraft> entries;
    for (std::size_t row = 0; row < rows.size(); ++row) entries.push_back(test::odd_entry(random));
    std::vector<Edit> edits;
    std::vector<EntryChange> changes;
    for (std::size_t row = rows.size(); row-- > 0;) {
      edits = joined(std::move(edits),
                     append_entry(plan, Layouts(plan, *tree), rows[row], entries[row]));
      changes.push_back({&rows[row], &entries[row]});
    }
    ++tried;
    const std::string after = apply_edits(plan, edits);
    const auto again = test::clean_tree(after);
    const std::optional<std::string> fault =
        again ? entry_fault(*tree, *again, changes) : "does not read";
    if (fault) FAIL(shown(*fault, plan, after));
  }
  CHECK(tried > 450);
}

}  // namespace
}  // namespace wardplan
