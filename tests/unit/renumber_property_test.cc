// Each row of the shipped plans gets another number, and its own again.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/run.h"
#include "golden/sandbox.h"
#include "records/project.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// A number that no row has, beside the old one: `2.99` of `2.4`.
std::string free_number(const Place& place) {
  RowNumber number = place.number;
  number.path.back() = number.kind == NumberKind::part ? 30 : 99;
  return number_text(number);
}

/// Rows that have a number and an address for themselves.
std::vector<std::size_t> numbered_rows(const Plan& plan) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.rows.size(); ++row) {
    const RowNumber& number = plan.outline[row].number;
    const bool own = number.kind == NumberKind::path || number.kind == NumberKind::part;
    const bool alone = plan.outline[row].address.find('#') == std::string::npos;
    if (own && alone && !number.meant && find_address(plan, plan.outline[row].address).row == row)
      rows.push_back(row);
  }
  return rows;
}

TEST_CASE("a row that is renumbered and back again leaves the file as it was, to the byte") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  fs::copy(WARDPLAN_SOURCE_DIR "/plans", "plans", fs::copy_options::recursive);
  int tried = 0;
  for (const std::string path :
       {"plans/long-bien/2023-chu-de.yaml", "plans/thach-ban/2021-chuong-trinh-02.yaml"}) {
    Report report;
    const Project project = read_project({path}, "", report);
    const Plan& plan = project.plans.front();
    const std::string before = golden::slurp(path);
    const std::vector<std::size_t> rows = numbered_rows(plan);
    for (std::size_t at = 0; at < rows.size(); at += 2) {
      const std::size_t row = rows[at];
      const Place& place = plan.outline[row];
      const std::string number = free_number(place);
      CAPTURE(place.address);
      Io there, back;
      REQUIRE(run({"renumber", path, place.address, number}, there) == 0);
      CHECK(golden::slurp(path) != before);
      const std::string address =
          (place.part && *place.part != row ? plan.outline[*place.part].address + "." : "") +
          number;
      CHECK(run({"renumber", path, address, plan.rows[row].number.value}, back) == 0);
      CHECK(golden::slurp(path) == before);
      ++tried;
    }
  }
  CHECK(tried > 50);
}

}  // namespace
}  // namespace wardplan
