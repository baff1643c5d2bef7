#include "records/outline.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>

#include "records/project.h"

namespace wardplan {
namespace {

using Form = NumberKind;

TEST_CASE("a row's number is a part, a path, a star, nothing or something else") {
  struct Example {
    std::string_view text;
    Form form;
    std::vector<int> path;
  };
  for (const Example& example :
       {Example{"", Form::none, {}}, Example{"*", Form::star, {}}, Example{"I", Form::part, {1}},
        Example{"XIV", Form::part, {14}}, Example{"1", Form::path, {1}},
        Example{"2.4.10", Form::path, {2, 4, 10}}, Example{"1.", Form::path, {1}},
        Example{"2.1)", Form::path, {2, 1}}, Example{"I.", Form::part, {1}},
        Example{".", Form::other, {}}, Example{".1", Form::other, {}},
        Example{"1..2", Form::other, {}}, Example{"a", Form::other, {}},
        Example{"1.a", Form::other, {}}, Example{"II.1", Form::part, {2, 1}},
        Example{"ii", Form::other, {}}, Example{"-", Form::other, {}},
        Example{"1 ", Form::other, {}}, Example{"1234567890", Form::other, {}}}) {
    CAPTURE(example.text);
    const RowNumber number = parse_row_number(example.text);
    CHECK(number.kind == example.form);
    CHECK(number.path == example.path);
  }
  CHECK(number_text({Form::path, {2, 4, 1}}) == "2.4.1");
  CHECK(number_text({Form::part, {2, 1}}) == "II.1");
}

/// Rows from their numbers; a heading's begins with `#`.
std::vector<Row> rows_of(const std::vector<std::string>& numbers) {
  std::vector<Row> rows;
  for (const std::string& number : numbers) {
    Row& row = rows.emplace_back();
    const bool heading = number.starts_with('#');
    row.number = {number.substr(heading ? 1 : 0), {}, number.size() > (heading ? 1u : 0u)};
    (heading ? row.heading : row.title).given = true;
    if (heading) row.kind = RowKind::heading;
  }
  return rows;
}

std::vector<std::string> addresses(const std::vector<std::string>& numbers) {
  std::vector<std::string> all;
  for (const Place& place : make_outline(rows_of(numbers))) all.push_back(place.address);
  return all;
}

TEST_CASE("an address is the part and the number, and the second of two says so") {
  using All = std::vector<std::string>;
  CHECK(addresses({}).empty());
  CHECK(addresses({"#I", "#1", "1.1", "#II", "#1", "1.1"}) ==
        All{"I", "I.1", "I.1.1", "II", "II.1", "II.1.1"});
  CHECK(addresses({"#1", "1.1", "1.1", "1.1"}) == All{"1", "1.1", "1.1#2", "1.1#3"});
  CHECK(addresses({"#I", "#2", "#2.1", "#*", "2.1.1", "#*", "#2.2", "#*"}) ==
        All{"I", "I.2", "I.2.1", "I.2.1.*", "I.2.1.1", "I.2.1.*#2", "I.2.2", "I.2.2.*"});
  CHECK(addresses({"#I", "", "1"}) == All{"I", "I.?2", "I.1"});
}

TEST_CASE("a divided part names what stands under it, and items in full are its own") {
  using All = std::vector<std::string>;
  CHECK(addresses({"#A", "#I.1", "1", "2", "#I.2", "1", "#B", "#I.1", "1"}) ==
        All{"A", "A.I.1", "A.I.1.1", "A.I.1.2", "A.I.2", "A.I.2.1", "B", "B.I.1", "B.I.1.1"});
  CHECK(addresses({"#I", "#I.1", "1", "I.1.2", "#II", "#II.1", "1"}) ==
        All{"I", "I.1", "I.1.1", "I.1.2", "II", "II.1", "II.1.1"});
  CHECK(addresses({"#I", "I.1", "I.2"}) == All{"I", "I.1", "I.2"});
  CHECK(addresses({"#A", "#A.1", "1", "A.1.2", "#A.2", "1"}) ==
        All{"A", "A.1", "A.1.1", "A.1.2", "A.2", "A.2.1"});
  CHECK(addresses({"#I.1", "#I.1.1", "1", "#I.1.2", "1"}) ==
        All{"I.1", "I.1.1", "I.1.1.1", "I.1.2", "I.1.2.1"});
}

TEST_CASE("capital letters are letters, where they are no Roman numbers of parts") {
  using All = std::vector<std::string>;
  const auto kinds = [](const std::vector<std::string>& numbers) {
    std::vector<Form> all;
    for (const Place& place : make_outline(rows_of(numbers))) all.push_back(place.number.kind);
    return all;
  };
  CHECK(kinds({"#I", "#II", "#V", "#X"}) == std::vector(4, Form::part));
  CHECK(kinds({"#C", "#D", "#L", "#M"}) == std::vector(4, Form::letter));
  CHECK(kinds({"#G", "#H", "#I", "#K"}) == std::vector(4, Form::letter));
  CHECK(kinds({"#H", "#I.1"}) == std::vector{Form::letter, Form::part});
  CHECK(addresses({"#1", "A", "B", "#2", "A"}) == All{"1", "1.A", "1.B", "2", "2.A"});
}

TEST_CASE("a step is named by the row above it") {
  using All = std::vector<std::string>;
  CHECK(addresses({"#I", "1", "a)", "-", "+", "+", "đ.", "-", "2", "-", "-"}) ==
        All{"I", "I.1", "I.1.a", "I.1.a.-", "I.1.a.-.+", "I.1.a.-.+#2", "I.1.đ", "I.1.đ.-", "I.2",
            "I.2.-", "I.2.-#2"});
  CHECK(addresses({"-", "1", "1", "a)"}) == All{"-", "1", "1#2", "1#2.a"});
}

TEST_CASE("a row stands in the section that is open above it") {
  const auto places =
      make_outline(rows_of({"#I", "#1", "1.1", "#*", "1.2", "#2", "7", "#II", "1"}));
  const auto section = [&](std::size_t row) { return places[row].section; };
  CHECK_FALSE(section(0));
  CHECK(section(1) == 0U);
  CHECK(section(2) == 1U);
  CHECK(section(3) == 1U);
  CHECK(section(4) == 3U);
  CHECK(places[4].numbered_section == 1U);
  CHECK(section(5) == 0U);
  CHECK(section(6) == 5U);
  CHECK_FALSE(section(7));
  CHECK(section(8) == 7U);
  CHECK(places[6].part == 0U);
  CHECK(places[8].part == 7U);
}

TEST_CASE("an item that goes on after a subsection stands in the section above it") {
  const auto places = make_outline(rows_of({"#I", "#1", "#1.1", "1.1.1", "1.2", "2", "3", "9"}));
  CHECK(places[3].section == 2U);
  CHECK(places[4].section == 1U);
  CHECK(places[5].section == 0U);
  CHECK(places[6].section == 0U);
  CHECK(places[7].section == 0U);
}

TEST_CASE("every row of the shipped plan has its own address") {
  Report report;
  const auto folder = std::filesystem::path(WARDPLAN_SOURCE_DIR) / "plans/long-bien";
  const Project project = read_project({folder / "2023-chu-de.yaml"}, "", report);
  REQUIRE(project.plans.size() == 1);
  const Plan& plan = project.plans.front();
  CHECK(plan.rows.size() == 98);
  REQUIRE(plan.outline.size() == plan.row_count());
  std::map<std::string, std::size_t> row_at;
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    CHECK(row_at.emplace(plan.outline[row].address, row).second);
  for (const char* address : {"I", "I.1", "I.1.1", "I.2.1.1", "I.2.3.1", "II", "II.1.4", "II.2.8",
                              "II.3.1.11", "II.3.1.11#2"}) {
    CAPTURE(address);
    CHECK(row_at.contains(address));
  }
  CHECK(plan.rows[row_at["II.3.1.11#2"]].number.value == "3.1.11");
  CHECK(row_at["II.3.1.11"] < row_at["II.3.1.11#2"]);
}

}  // namespace
}  // namespace wardplan
