// The proof that an entry is all that a change brought (edit/updates.h), of one change and of many.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "edit/layout.h"
#include "edit/updates.h"
#include "golden/diff.h"
#include "golden/sandbox.h"
#include "support/history.h"

namespace wardplan {
namespace {

using test::clean_tree;
using test::drafted;
using test::row_of;

using K = EntryKeyId;

/// The first difference that is told of a text after `entry` was appended to row 1; `-`: none.
std::string told(const std::string& after, const EntryDraft& entry) {
  const auto before = clean_tree(
      "rows:\n  - number: I\n    due: a\n  - number: II\n    updates: [{date: a}]\n    due: a\n");
  const auto tree = clean_tree(after);
  REQUIRE(tree);
  const EntryChange change{&row_of(*before, 1), &entry};
  return entry_fault(*before, *tree, {&change, 1}).value_or("-");
}

TEST_CASE("whatever else has changed in a tree is told by its path") {
  const EntryDraft entry =
      drafted({{K::date, {"b"}}, {K::values, {.named = {{"x", "1"}, {"y", "2"}}}}});
  const std::string first = "rows:\n  - number: I\n    due: a\n";
  const std::string second = "  - number: II\n    updates: [{date: a}, ";
  const std::string added = "{date: b, values: {x: 1, y: 2}}";
  const std::string rest = "]\n    due: a\n";
  CHECK(told(first + second + added + rest, entry) == "-");
  CHECK(told(first + second + "{\"date\": 'b', values: {x: \"1\", y: 2}}" + rest, entry) == "-");
  CHECK(told("rows:\n  - number: I\n    due: b\n" + second + added + rest, entry) == "rows[0].due");
  CHECK(told("rows:\n  - due: a\n    number: I\n" + second + added + rest, entry) ==
        "rows[0].number");
  CHECK(told("rows:\n  - number: I\n" + second + added + rest, entry) == "rows[0].due");
  CHECK(told(first + second + "{date: b, values: {x: 1, y: 3}}" + rest, entry) ==
        "rows[1].updates[1].values.y");
  CHECK(told(first + second + "{date: b, values: {x: 1}}" + rest, entry) ==
        "rows[1].updates[1].values.y");
  CHECK(told(first + second + "{date: b, values: {x: 1, y: 2}, due: a}" + rest, entry) ==
        "rows[1].updates[1].due");
  CHECK(told(first + second + "{date: b}" + rest, entry) == "rows[1].updates[1].values");
  CHECK(told(first + second + rest, entry) == "rows[1].updates[0]");
  CHECK(told(first + second + added + "," + added + rest, entry) == "rows[1].updates[1]");
  CHECK(told(first + "  - number: II\n    updates: [{date: c}, " + added + rest, entry) ==
        "rows[1].updates[0].date");
  CHECK(told(first + second + added + "]\n    due: b\n", entry) == "rows[1].due");
  CHECK(told(first + second + added + "]\n", entry) == "rows[1].due");
  CHECK(told(first + second + added + rest + "    note: a\n", entry) == "rows[1].note");
  CHECK(told(first + "  - number: II\n    due: a\n    updates: [{date: a}, " + added + "]\n",
             entry) == "rows[1].updates");
  CHECK(told(first + second + added + rest + "  - number: III\n", entry) == "rows[2]");
  CHECK(told(first + second + added + rest + "year: 1\n", entry) == "year");
  CHECK(told("a\n", entry) == "");
}

TEST_CASE("two hundred entries are appended to the real plan and taken off again") {
  const auto path = std::filesystem::path(WARDPLAN_SOURCE_DIR) / "plans/long-bien/2023-chu-de.yaml";
  const std::string original = golden::slurp(path);
  constexpr std::size_t kRows = 50;
  std::string text = original;
  for (int go = 0; go < 4; ++go) {
    const auto root = clean_tree(text);
    REQUIRE(root);
    std::vector<EntryDraft> entries;
    for (std::size_t row = 0; row < kRows; ++row)
      entries.push_back(drafted(
          {{K::date, {"2023-06-15"}}, {K::value, {fmt::format("{}%", row)}}, {K::note, {"a: b"}}}));
    std::vector<Edit> edits;
    std::vector<EntryChange> changes;
    for (std::size_t row = 0; row < kRows; ++row) {
      const yaml::Node& item = row_of(*root, row * 37 % 98);
      edits =
          joined(std::move(edits), append_entry(text, Layouts(text, *root), item, entries[row]));
      changes.push_back({&item, &entries[row]});
    }
    text = apply_edits(text, edits);
    const auto after = clean_tree(text);
    REQUIRE(after);
    CHECK(entry_fault(*root, *after, changes) == std::nullopt);
  }
  CHECK(std::ranges::count(text, '\n') == std::ranges::count(original, '\n') + 200 + 50);
  for (int go = 0; go < 4; ++go) {
    const auto root = clean_tree(text);
    std::vector<Edit> edits;
    for (std::size_t row = 0; row < kRows; ++row)
      edits = joined(std::move(edits), remove_last_entry(text, row_of(*root, row * 37 % 98)));
    text = apply_edits(text, edits);
  }
  CHECK(text == original);
}

}  // namespace
}  // namespace wardplan
