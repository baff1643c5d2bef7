#include "document/layout.h"

#include <doctest/doctest.h>

#include <set>

namespace wardplan::document {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

TEST_CASE("the layout of a family is the one in force on the day") {
  struct Example {
    std::string_view name;
    std::string_view day;
    std::string_view layout;
  };
  for (const Example& example : {
           Example{"dang", "2018-04-02", ""},
           Example{"dang", "2018-04-03", "dang-2018"},
           Example{"dang", "2026-05-26", "dang-2018"},
           Example{"dang", "2026-05-27", "dang-2026"},
           Example{"dang-2026", "2018-04-03", "dang-2026"},
           Example{"dang-2018", "2026-06-01", "dang-2018"},
           Example{"nha-nuoc", "1975-01-01", "nha-nuoc"},
           Example{"Dang", "2023-01-01", ""},
           Example{"", "2023-01-01", ""},
       }) {
    CAPTURE(example.name);
    CAPTURE(example.day);
    const Layout* layout = find_layout(example.name, day(example.day));
    CHECK((layout == nullptr ? "" : layout->name) == example.layout);
  }
}

TEST_CASE("what a document rests on is italic in papers of the state, and not in the Party's") {
  CHECK(layout_of("nha-nuoc", day("2023-02-10"))[Style::basis].italic);
  CHECK(!layout_of("dang", day("2023-02-10"))[Style::basis].italic);
}

TEST_CASE("before its first layout a family has that, where one is needed") {
  CHECK(layout_of("dang", day("2017-05-01")).name == "dang-2018");
  CHECK(layout_of("dang", day("2026-05-27")).name == "dang-2026");
  CHECK(layout_of("nha-nuoc", day("2017-05-01")).name == "nha-nuoc");
}

TEST_CASE("the names of layouts are those that pages may give") {
  CHECK(layout_names() == std::vector<std::string>{"nha-nuoc", "dang", "dang-2018", "dang-2026"});
}

TEST_CASE("sizes and margins are as the rules give them") {
  for (const std::string& name : layout_names()) {
    CAPTURE(name);
    const Layout* layout = find_layout(name, day("2026-06-01"));
    REQUIRE(layout != nullptr);
    CHECK(layout->top == 20);
    CHECK(layout->bottom == 20);
    CHECK(layout->left == 30);
    CHECK(layout->right == 15);
    std::set<std::string_view> names;
    for (std::size_t index = 0; index < kStyleCount; ++index) {
      const auto style = static_cast<Style>(index);
      const StyleFormat& format = (*layout)[style];
      CAPTURE(format.name);
      CHECK(format.style == style);
      CHECK(names.insert(format.name).second);
      CHECK(find_style(format.name) == style);
      CHECK(style_name(style) == format.name);
      CHECK_FALSE(format.title.empty());
      CHECK(format.size >= 11);
      CHECK(format.size <= 16);
    }
  }
  const Layout& state = *find_layout("nha-nuoc", day("2023-01-01"));
  const Layout& party = *find_layout("dang", day("2023-01-01"));
  const Layout& now = *find_layout("dang", day("2026-06-01"));
  CHECK(state[Style::nation].size == 12);
  CHECK(state[Style::motto].size == 13);
  CHECK(state[Style::date].size == 13);
  CHECK(party[Style::date].size == 14);
  CHECK(party[Style::nation].size == 15);
  CHECK(party[Style::nation].underline);
  CHECK(state[Style::recipient].size == 11);
  CHECK(state[Style::recipients].bold);
  CHECK(now[Style::recipients].underline);
  CHECK(party[Style::office].bold);
  CHECK_FALSE(now[Style::office].bold);
  CHECK(now.line == 18);
}

}  // namespace
}  // namespace wardplan::document
