
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "edit/layout.h"
#include "edit/updates.h"
#include "golden/diff.h"
#include "golden/sandbox.h"
#include "support/history.h"

namespace wardplan {
namespace {

using test::append_and_remove;
using test::clean_tree;
using test::drafted;
using test::row_of;

using K = EntryKeyId;

EntryDraft short_entry() { return drafted({{K::date, {"2023-11-20"}}, {K::status, {"done"}}}); }

/// The text with every LF as CRLF.
std::string crlf(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.replace(at, 1, "\r\n");
  return text;
}

struct Layout {
  std::string_view name;
  std::size_t row;
  std::string_view before;
  std::string_view after;
};

constexpr Layout kBlockLists[] = {
    {"into a list with an entry, in front of its comments", 0,
     "rows:\n"
     "  - number: I\n"
     "    updates:\n"
     "      - {date: 2023-06-15, status: in-progress}  # tháng sáu\n"
     "    # ghi chú\n"
     "\n"
     "    due: Quý I\n",
     "rows:\n"
     "  - number: I\n"
     "    updates:\n"
     "      - {date: 2023-06-15, status: in-progress}  # tháng sáu\n"
     "      - {date: 2023-11-20, status: done}\n"
     "    # ghi chú\n"
     "\n"
     "    due: Quý I\n"},
    {"with the dashes at the key's column, and wide gaps behind them", 0,
     "rows:\n- number: I\n  updates:\n  -   { date: 2023-06-15 }\n",
     "rows:\n- number: I\n  updates:\n  -   { date: 2023-06-15 }\n"
     "  -   { date: 2023-11-20, status: done }\n"},
    {"as a mapping in lines like the last entry", 0,
     "rows:\n  - number: I\n    updates:\n      - {date: 2023-06-15}\n      -  date: 2023-06-16\n"
     "         note: |\n           một\n\n           hai\n\n  # hết\n  - number: II\n",
     "rows:\n  - number: I\n    updates:\n      - {date: 2023-06-15}\n      -  date: 2023-06-16\n"
     "         note: |\n           một\n\n           hai\n"
     "      -  date: 2023-11-20\n         status: done\n\n  # hết\n  - number: II\n"},
    {"as a mapping in lines whose last entry begins behind its dash", 0,
     "rows:\n  - number: I\n    updates:\n      -\n        date: 2023-06-15\n",
     "rows:\n  - number: I\n    updates:\n      -\n        date: 2023-06-15\n"
     "      - date: 2023-11-20\n        status: done\n"},
    {"behind an entry in braces over several lines", 0,
     "rows:\n  - number: I\n    updates:\n      - {date: 2023-06-15,  # ngày\n         note: a}\n",
     "rows:\n  - number: I\n    updates:\n      - {date: 2023-06-15,  # ngày\n         note: a}\n"
     "      - {date: 2023-11-20, status: done}\n"},
};

constexpr Layout kNewLists[] = {
    {"behind the last value and its comment, as targets are", 0,
     "rows:\n"
     "  - number: I\n"
     "    targets:\n"
     "        -  {goal: \"94%\"}\n"
     "    due: Quý I # gấp\n"
     "  # dòng sau\n"
     "  - number: II\n",
     "rows:\n"
     "  - number: I\n"
     "    targets:\n"
     "        -  {goal: \"94%\"}\n"
     "    due: Quý I # gấp\n"
     "    updates:\n"
     "        -  {date: 2023-11-20, status: done}\n"
     "  # dòng sau\n"
     "  - number: II\n"},
    {"as the updates of other items are, rather than targets", 1,
     "rows:\n- number: I\n  updates:\n  - date: 2023-01-01\n- number: II\n  targets:\n    - {goal: "
     "a}\n"
     "- number: III\n  updates:\n      - {date: 2023-01-01}\n",
     "rows:\n- number: I\n  updates:\n  - date: 2023-01-01\n- number: II\n  targets:\n    - {goal: "
     "a}\n"
     "  updates:\n  - date: 2023-11-20\n    status: done\n"
     "- number: III\n  updates:\n      - {date: 2023-01-01}\n"},
    {"as the rows are where no item has a list", 0, "rows:\n  -   number: I\n",
     "rows:\n  -   number: I\n      updates:\n        -   {date: 2023-11-20, status: done}\n"},
    {"as the rows are at the column of their key", 0, "rows:\n- number: I\n",
     "rows:\n- number: I\n  updates:\n  - {date: 2023-11-20, status: done}\n"},
    {"behind text in lines of its own", 0,
     "rows:\n  - number: I\n    note: |+\n      a\n\n\n  # b\n  - number: II\n",
     "rows:\n  - number: I\n    note: |+\n      a\n\n\n    updates:\n"
     "      - {date: 2023-11-20, status: done}\n  # b\n  - number: II\n"},
    {"behind folded text and in front of the blank lines after it", 0,
     "rows:\n  - number: I\n    note: >-\n      a\n      b\n\n  - number: II\n",
     "rows:\n  - number: I\n    note: >-\n      a\n      b\n    updates:\n"
     "      - {date: 2023-11-20, status: done}\n\n  - number: II\n"},
    {"behind a value in brackets over several lines", 0,
     "rows:\n  - number: I\n    lead: [a,  # một\n      b\n      ]  # hết\n",
     "rows:\n  - number: I\n    lead: [a,  # một\n      b\n      ]  # hết\n    updates:\n"
     "      - {date: 2023-11-20, status: done}\n"},
    {"in a file without a last line end", 0, "rows:\n  - number: I\n    due: Quý I",
     "rows:\n  - number: I\n    due: Quý I\n    updates:\n      - {date: 2023-11-20, status: "
     "done}"},
    {"in a file of one line", 0, "rows: [{number: I}]",
     "rows: [{number: I, updates: [{date: 2023-11-20, status: done}]}]"},
};

constexpr Layout kBrackets[] = {
    {"into an empty list", 0, "rows:\n  - number: I\n    updates: []  # chưa có\n    due: a\n",
     "rows:\n  - number: I\n    updates: [{date: 2023-11-20, status: done}]  # chưa có\n    due: "
     "a\n"},
    {"into an empty list over lines", 0,
     "rows:\n  - number: I\n    updates: [\n      # chưa có\n      ]\n",
     "rows:\n  - number: I\n    updates: [{date: 2023-11-20, status: done}\n      # chưa có\n      "
     "]\n"},
    {"at the end of a list on one line", 0,
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01} ]\n",
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01}, {date: 2023-11-20, status: done} "
     "]\n"},
    {"in front of a trailing comma", 0,
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01},]\n",
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01}, {date: 2023-11-20, status: "
     "done},]\n"},
    {"on a line of its own, with a comma in front of the comment", 0,
     "rows:\n  - number: I\n    updates: [\n      { date: 2023-01-01 }  # một, hai\n      # hết\n  "
     "    "
     "]\n",
     "rows:\n  - number: I\n    updates: [\n      { date: 2023-01-01 },  # một, hai\n"
     "      { date: 2023-11-20, status: done }\n      # hết\n      ]\n"},
    {"on a line of its own with its trailing comma", 0,
     "rows:\n  - number: I\n    updates: [\n        {date: 2023-01-01}, # một\n      ]\n",
     "rows:\n  - number: I\n    updates: [\n        {date: 2023-01-01}, # một\n"
     "        {date: 2023-11-20, status: done},\n      ]\n"},
    {"on a line of its own in front of the bracket", 0,
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01}, # một\n              {date: "
     "2023-01-02}]\n",
     "rows:\n  - number: I\n    updates: [{date: 2023-01-01}, # một\n              {date: "
     "2023-01-02},\n"
     "              {date: 2023-11-20, status: done}]\n"},
    {"beside the last one where commas begin the lines", 0,
     "rows:\n  - number: I\n    updates: [ {date: 2023-01-01} # một\n      , {date: 2023-01-02} "
     "]\n",
     "rows:\n  - number: I\n    updates: [ {date: 2023-01-01} # một\n"
     "      , {date: 2023-01-02}, {date: 2023-11-20, status: done} ]\n"},
    {"beside the last one where its comma stands on the next line", 0,
     "rows:\n  - number: I\n    updates: [\n      {date: 2023-01-01} # một\n      , # hai\n      "
     "]\n",
     "rows:\n  - number: I\n    updates: [\n      {date: 2023-01-01}, {date: 2023-11-20, status: "
     "done} # "
     "một\n"
     "      , # hai\n      ]\n"},
};

constexpr Layout kBraces[] = {
    {"of an item in braces", 1, "rows:\n  - {number: I, due: a}\n  - {number: II, due: b} # hai\n",
     "rows:\n  - {number: I, due: a}\n"
     "  - {number: II, due: b, updates: [{date: 2023-11-20, status: done}]} # hai\n"},
    {"of an item in braces with an empty list", 0, "rows:\n  - {number: I, updates: []}\n",
     "rows:\n  - {number: I, updates: [ {date: 2023-11-20, status: done} ]}\n"},
    {"of an item in braces with an empty list in the middle", 0,
     "rows:\n  - {number: I, updates: [ ], due: a}\n",
     "rows:\n  - {number: I, updates: [ {date: 2023-11-20, status: done}  ], due: a}\n"},
    {"of an item in braces with a list", 0, "rows: [{number: I, updates: [{date: 2023-01-01}]}]\n",
     "rows: [{number: I, updates: [{date: 2023-01-01}, {date: 2023-11-20, status: done}]}]\n"},
    {"of an item in braces over lines", 0, "rows:\n  - {number: I,  # một\n     due: a}\n",
     "rows:\n  - {number: I,  # một\n     due: a,\n"
     "     updates: [{date: 2023-11-20, status: done}]}\n"},
    {"of an item in braces on lines of their own", 0,
     "rows:\n  - {\n      number: I,\n      due: a  # b, c\n    }\n  - {number: II}\n",
     "rows:\n  - {\n      number: I,\n      due: a,  # b, c\n"
     "      updates: [{date: 2023-11-20, status: done}]\n    }\n  - {number: II}\n"},
    {"of an item in padded braces", 0, "rows:\n  - { number: I, due: a }\n",
     "rows:\n  - { number: I, due: a, updates: [{date: 2023-11-20, status: done}] }\n"},
    {"of an empty item", 0, "rows: [{}, {number: I}]\n",
     "rows: [{updates: [{date: 2023-11-20, status: done}]}, {number: I}]\n"},
};

void check_layouts(std::span<const Layout> layouts) {
  for (const Layout& layout : layouts) {
    const std::string before(layout.before), after(layout.after);
    const std::string bom = "\xEF\xBB\xBF";
    const std::string pairs[][2] = {{before, after},
                                    {crlf(before), crlf(after)},
                                    {bom + before, bom + after},
                                    {"# đầu\n" + before, "# đầu\n" + after}};
    for (const auto& [old_text, new_text] : pairs) {
      CAPTURE(layout.name);
      const auto [fault, text] = append_and_remove(old_text, layout.row, short_entry());
      CHECK(fault == "");
      CHECK(golden::diff_lines(new_text, text) == "");
    }
  }
}

TEST_CASE("an entry is appended to a list in lines as the entries before it, and taken off again") {
  check_layouts(kBlockLists);
}

TEST_CASE("an item without updates gets them behind its last value, laid out as the file's lists") {
  check_layouts(kNewLists);
}

TEST_CASE("an entry is appended to a list in brackets as the elements before it") {
  check_layouts(kBrackets);
}

TEST_CASE("an item in braces gets its updates in brackets") { check_layouts(kBraces); }

TEST_CASE("an entry that is too wide for a line of braces gets a line for each key") {
  const std::string before = "rows:\n  - number: I\n    targets:\n      - {goal: a}\n";
  const std::string note = "một câu dài để dòng không còn vừa trong một trăm cột, đếm theo chữ";
  const EntryDraft entry =
      drafted({{K::date, {"2023-11-20"}}, {K::status, {"done"}}, {K::note, {note}}});
  CHECK(append_and_remove(before, 0, entry).after ==
        before + "    updates:\n      - date: 2023-11-20\n        status: done\n        note: " +
            note + "\n");
  const std::string short_note = note.substr(0, note.find(','));
  const EntryDraft fits = drafted({{K::date, {"2023-11-20"}}, {K::note, {short_note}}});
  CHECK(append_and_remove(before, 0, fits).after ==
        before + "    updates:\n      - {date: 2023-11-20, note: " + short_note + "}\n");
  const std::string flow = "rows:\n  - {number: I}\n";
  CHECK(append_and_remove(flow, 0, entry).after ==
        "rows:\n  - {number: I, updates: [{date: 2023-11-20, status: done, note: \"" + note +
            "\"}]}\n");
}

TEST_CASE("the keys of an entry are written in their order, each as it can stand where it is") {
  const EntryDraft entry =
      drafted({{K::date, {"2023-11-20"}},
               {K::status, {"done"}},
               {K::value, {"94%"}},
               {K::values, {.named = {{"tỷ lệ, chung", "93,5%"}, {"tổ", "12"}}}},
               {K::note, {"lý do: mưa"}},
               {K::evidence, {"BC 120/BC-UBND"}},
               {K::due, {"Quý I, Quý II"}}});
  CHECK(
      flow_text(entry, false) ==
      "{date: 2023-11-20, status: done, value: \"94%\", values: {\"tỷ lệ, chung\": \"93,5%\", tổ: "
      "12}, "
      "note: \"lý do: mưa\", evidence: BC 120/BC-UBND, due: \"Quý I, Quý II\"}");
  CHECK(entry_lines(entry, 2, {.gap = 1, .block = true}) ==
        std::vector<std::string>{"  - date: 2023-11-20", "    status: done", "    value: \"94%\"",
                                 "    values: {\"tỷ lệ, chung\": \"93,5%\", tổ: 12}",
                                 "    note: \"lý do: mưa\"", "    evidence: BC 120/BC-UBND",
                                 "    due: Quý I, Quý II"});
  const std::string name = "tỷ lệ hộ gia đình được công nhận gia đình văn hóa, tính cả năm";
  CHECK(entry_lines(drafted({{K::values, {.named = {{name, "94%"}, {"tổ", "12"}}}}}), 0,
                    {.gap = 3, .block = true}) ==
        std::vector<std::string>{"-   values: {\"" + name + "\": \"94%\", tổ: 12}"});
  CHECK(entry_lines(drafted({{K::values, {.named = {{name + name, "94%"}, {"tổ", "12"}}}}}), 0,
                    {.gap = 3}) ==
        std::vector<std::string>{"-   values:", "      " + name + name + ": \"94%\"",
                                 "      tổ: 12"});
}

TEST_CASE("taking off the last entry takes its lines and leaves other comments") {
  struct Example {
    std::string_view name;
    std::string_view before;
    std::string_view after;
  };
  for (const Example& example : {
           Example{
               "with its own comments, but not those around it",
               "rows:\n  - number: I\n    updates:\n      # một\n      - {date: a}  # a\n      # "
               "hai\n"
               "      - date: b  # b\n        # trong\n        note: |\n          c\n      # ba\n",
               "rows:\n  - number: I\n    updates:\n      # một\n      - {date: a}  # a\n      # "
               "hai\n"
               "      # ba\n"},
           Example{
               "with the key of the only entry",
               "rows:\n  - number: I\n    updates:  # lịch sử\n      # một\n\n      - {date: a}\n"
               "    due: a\n",
               "rows:\n  - number: I\n      # một\n\n    due: a\n"},
           Example{"but not with a key that begins the item",
                   "rows:\n  - updates:  # lịch sử\n      - {date: a}\n    number: I\n",
                   "rows:\n  - updates: []  # lịch sử\n    number: I\n"},
           Example{"but not with a key that ends the text before it",
                   "rows:\n  - number: I\n    note: |\n     a\n    updates:\n      # một\n      - "
                   "{date: "
                   "a}\n",
                   "rows:\n  - number: I\n    note: |\n     a\n    updates: []\n      # một\n"},
           Example{"nor with one that ends the blank lines of that text",
                   "rows:\n  - number: I\n    lead:\n      - |+\n       a\n    updates:\n      - "
                   "{date: "
                   "a}\n\n",
                   "rows:\n  - number: I\n    lead:\n      - |+\n       a\n    updates: []\n\n"},
           Example{"at the end of a file without a last line end",
                   "rows:\n  - number: I\n    updates:\n      - {date: a}\n      # một\n      - "
                   "{date: b}",
                   "rows:\n  - number: I\n    updates:\n      - {date: a}\n      # một"},
           Example{"out of brackets with its comma",
                   "rows:\n  - number: I\n    updates: [{date: a}, # một\n      {date: b}]\n",
                   "rows:\n  - number: I\n    updates: [{date: a} # một\n      ]\n"},
           Example{"out of brackets, where it was the only one",
                   "rows:\n  - number: I\n    updates: [{date: a},]\n",
                   "rows:\n  - number: I\n    updates: []\n"},
           Example{"out of brackets on lines of their own, where it was the only one",
                   "rows:\n  - number: I\n    updates: [\n      {date: a}, # một\n      # hai\n    "
                   "  ]\n",
                   "rows:\n  - number: I\n    updates: [\n      # hai\n      ]\n"},
           Example{
               "out of brackets with commas on lines of their own",
               "rows:\n  - number: I\n    updates: [\n      {date: a}\n      ,\n      {date: b}\n  "
               "    "
               ",\n      ]\n",
               "rows:\n  - number: I\n    updates: [\n      {date: a}\n      \n      ,\n      ]\n"},
           Example{"out of an item in braces, where another key follows",
                   "rows:\n  - {number: I, updates: [{date: a}], due: a}\n",
                   "rows:\n  - {number: I, updates: [], due: a}\n"},
           Example{"not at all where there is none", "rows:\n  - number: I\n    updates: []\n",
                   "rows:\n  - number: I\n    updates: []\n"},
       }) {
    const std::string before(example.before), after(example.after);
    for (const auto& [old_text, new_text] :
         {std::pair(before, after), {crlf(before), crlf(after)}}) {
      CAPTURE(example.name);
      const auto [fault, text] = test::remove_entry(old_text, 0);
      CHECK(fault == (before == after ? "differs at `rows[0].updates`" : ""));
      CHECK(golden::diff_lines(new_text, text) == "");
    }
  }
}

TEST_CASE("an item that is no mapping, updates that are no list and empty entries are mistakes") {
  const std::string text = "rows: [a, {updates: b}, {updates: }, {number: I}]\n";
  const auto root = clean_tree(text);
  REQUIRE(root);
  for (std::size_t row = 0; row < 3; ++row) {
    CHECK_THROWS_AS(append_entry(text, Layouts(text, *root), row_of(*root, row), short_entry()),
                    std::logic_error);
    CHECK_THROWS_AS(remove_last_entry(text, row_of(*root, row)), std::logic_error);
  }
  CHECK_THROWS_AS(append_entry(text, Layouts(text, *root), row_of(*root, 3), {}), std::logic_error);
  CHECK(remove_last_entry(text, row_of(*root, 3)).empty());
}

TEST_CASE("the root itself may be the item") {
  const std::string text = "\xEF\xBB\xBFno: I\nlead:\n- a";
  const auto root = clean_tree(text);
  REQUIRE(root);
  const std::string after =
      apply_edits(text, append_entry(text, Layouts(text, *root), *root, short_entry()));
  CHECK(after == text + "\nupdates:\n- {date: 2023-11-20, status: done}");
  CHECK(apply_edits(after, remove_last_entry(after, *clean_tree(after))) == text);
}

}  // namespace
}  // namespace wardplan
