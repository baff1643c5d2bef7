#include "records/record.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wardplan {
namespace {

/// Numbers of rows; those with a `*` behind them are headings.
Plan plan_of(std::initializer_list<std::string_view> numbers) {
  Plan plan;
  for (std::string_view number : numbers) {
    Row& row = plan.rows.emplace_back();
    const bool heading = number.ends_with('*');
    if (heading) number.remove_suffix(1);
    row.number = {std::string(number.empty() ? "*" : number), {}, true};
    (heading ? row.heading : row.title) = {"chữ", {}, true};
    if (heading) row.kind = RowKind::heading;
  }
  plan.outline = make_outline(plan.rows);
  return plan;
}

/// The row, or what may be meant: `3`, `? I.1, II.1`, `near I.1`, `none`.
std::string found(const Plan& plan, std::string_view typed) {
  const AddressSearch search = find_address(plan, typed);
  if (search.row) return fmt::format("{}", *search.row);
  if (search.candidates.empty()) return "none";
  return fmt::format("{} {}", search.ambiguous ? "?" : "near", fmt::join(search.candidates, ", "));
}

TEST_CASE("an address leads to its row, a number alone where only one row has it") {
  const Plan plan =
      plan_of({"I*", "1*", "1.1", "1.2", "2*", "*", "2.1", "II*", "1*", "1.1", "1.10", "1.1"});
  struct Example {
    std::string_view typed;
    std::string_view wanted;
  };
  for (const Example& example : {
           Example{"I.1.1", "2"},
           {"i.1.1", "2"},
           {" I.1.1 ", "2"},
           {"I.2.1", "6"},
           {"II", "7"},
           {"1.2", "3"},
           {"2.1", "6"},
           {"1.10", "10"},
           {"II.1.1", "? II.1.1#1, II.1.1#2"},
           {"II.1.1#1", "9"},
           {"II.1.1#2", "11"},
           {"ii.1.1#2", "11"},
           {"I.1.1#1", "2"},
           {"1.1", "? I.1.1, II.1.1#1, II.1.1#2"},
           {"1", "? I.1, II.1"},
           {"I.2.*", "5"},
           {"II.1.1#3", "near II.1.1#2"},
           {"II.1.11", "near II.1.1, II.1.10, II.1.1#2"},
           {"cây xanh", "none"},
           {"", "none"},
       }) {
    CAPTURE(example.typed);
    CHECK(found(plan, example.typed) == example.wanted);
  }
}

TEST_CASE("a number is also found as it is written, and a step's row isn't taken for the step") {
  const Plan plan = plan_of({"I*", "1", "a)", "1", "-", "-"});
  CHECK(found(plan, "a)") == "2");
  CHECK(found(plan, "I.1.a") == "2");
  CHECK(found(plan, "I.1.a)") == "2");
  CHECK(found(plan, "i.1.A.") == "2");
  CHECK(found(plan, "I.1.b)") == "near I.1.a");
  CHECK(found(plan, ").") == "none");
  CHECK(found(plan, "I.1#2") == "3");
  CHECK(found(plan, "I.1#2.-") == "4");
  CHECK(found(plan, "I.1#2.-#2") == "5");
  CHECK(found(plan, "I.1") == "? I.1#1, I.1#2");
}

TEST_CASE("without parts the number is the address") {
  const Plan plan = plan_of({"8*", "8.1", "8.4"});
  CHECK(found(plan, "8.4") == "2");
  CHECK(found(plan, "8") == "0");
  CHECK(found(plan, "8.5") == "near 8.1, 8.4");
  CHECK(found(plan_of({}), "1") == "none");
}

}  // namespace
}  // namespace wardplan
