#include "cmd/wards.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>

#include "diag/render.h"
#include "golden/sandbox.h"
#include "lists/item_list.h"
#include "support/temporary.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::spill;
using Paths = std::vector<std::string>;

constexpr std::string_view kRegister = "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n";

/// The lines that `check` says of these paths, ward by ward.
std::string said_by_wards(const Paths& paths, int threads) {
  Io io;
  std::string said;
  Wards wards(paths, {.as_of = std::chrono::year(2023) / 11 / 5}, io);
  wards.each(
      threads,
      [](const WardRecords& records) {
        return render_short(records.project.sources, records.report, {Lang::vi, false});
      },
      [&](const WardRecords&, const std::string& rendered) { said += rendered; });
  for (const UnreadPath& failure : wards.failures()) said += failure.why.vi + '\n';
  return said;
}

/// The same of records that are all in memory at once.
std::string said_at_once(const Paths& paths) {
  Report report;
  Project project = read_project(paths, "", report);
  check(project, {std::chrono::year(2023) / 11 / 5}, report);
  std::string said = render_short(project.sources, report, {Lang::vi, false});
  for (const UnreadPath& failure : project.failures) said += failure.why.vi + '\n';
  return said;
}

std::multiset<std::string> lines_of(const std::string& said) {
  std::istringstream stream(said);
  std::multiset<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

void agree(const Paths& paths) {
  const std::string said = said_by_wards(paths, 1);
  for (const int threads : {2, 7}) CHECK(said_by_wards(paths, threads) == said);
  std::vector<std::string> differ;
  std::ranges::set_symmetric_difference(lines_of(said), lines_of(said_at_once(paths)),
                                        std::back_inserter(differ));
  CHECK(joined(differ, "\n") == "");
}

TEST_CASE("a register's folder is read with all below it, other folders one by one") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  for (const char* name : {"p/a/2025/x.yaml", "p/a/2026/y.yaml", "p/b/2025/x.yaml",
                           "p/b/2026/y.yaml", "p/catalogues/l.yaml", "p/z.yaml"})
    spill(name, "kind: plan\n");
  spill("p/a/ward.yaml", kRegister);
  std::vector<UnreadPath> failures;
  Paths folders;
  std::vector<Paths> files;
  for (WardFiles& ward : ward_files({"p", "p/a/../z.yaml", "-"}, failures)) {
    folders.push_back(fs::proximate(ward.folder));
    std::ranges::sort(ward.paths);
    files.push_back(std::move(ward.paths));
  }
  CHECK(folders == Paths{".", "p", "p/a", "p/b/2025", "p/b/2026", "p/catalogues"});
  CHECK(files == std::vector<Paths>{{"-"},
                                    {"p/z.yaml"},
                                    {"p/a/2025/x.yaml", "p/a/2026/y.yaml", "p/a/ward.yaml"},
                                    {"p/b/2025/x.yaml"},
                                    {"p/b/2026/y.yaml"},
                                    {"p/catalogues/l.yaml"}});
  CHECK(failures.empty());
}

TEST_CASE("wards one by one are told what they are told at once, on any number of threads") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  const fs::path shipped = fs::path(WARDPLAN_SOURCE_DIR) / "plans";
  agree({shipped});
  // Copies of wards and records, years in folders of their own, a list that all refer to.
  for (const char* name : {"a/long-bien", "a/giang-bien", "b/long-bien", "c/giang-bien/2023"})
    fs::create_directories(fs::path("p") / name);
  fs::copy(shipped / "catalogues", "p/catalogues");
  fs::copy(shipped / "long-bien", "p/a/long-bien", fs::copy_options::recursive);
  fs::copy(shipped / "giang-bien", "p/a/giang-bien", fs::copy_options::recursive);
  fs::copy(shipped / "long-bien" / "2023-chu-de.yaml", "p/b/long-bien");
  spill("p/b/long-bien/ward.yaml", "kind: ward\nformat: 1\nid: long-bien\nname: phường Khác\n");
  fs::copy(shipped / "giang-bien" / "ward.yaml", "p/c/giang-bien");
  fs::copy(shipped / "giang-bien" / "2023-do-thi-van-minh.yaml", "p/c/giang-bien/2023");
  agree({"p"});
  agree({"p/a", "p/c", "p/nowhere"});
  agree({"p/c/giang-bien/2023", "p/b", "p/a/giang-bien/2023-dan-van-kheo.yaml"});
  // The list is broken: told once, whether it was asked for or not.
  std::string list = read_file("p/catalogues/qd-04-2022-phuong.yaml");
  spill("p/catalogues/qd-04-2022-phuong.yaml", list + "rows: []\n");
  agree({"p"});
  agree({"p/a", "p/c"});
  list.replace(list.find("declares: "), 10, "declared: ");
  spill("p/catalogues/qd-04-2022-phuong.yaml", list);
  agree({"p"});
  agree({"p/a", "p/c"});
  spill("p/catalogues/lan-nua.yaml", list);
  agree({"p"});
  agree({"p/a", "p/c"});
  fs::remove("p/catalogues/lan-nua.yaml");
  fs::remove("p/catalogues/qd-04-2022-phuong.yaml");
  fs::create_symlink("nowhere.yaml", "p/catalogues/gone.yaml");
  agree({"p/a", "p/c"});
  agree({"p"});
}

TEST_CASE("a list keeps the cells of a file whose name is no UTF-8") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  const std::string name = "p/k\xFF\xFE.yaml";
  spill("p/ward.yaml", kRegister);
  spill(name,
        "kind: plan\nformat: 1\nward: mau\nyear: 2023\ntitle: Kế hoạch\nrows:\n"
        "  - {number: \"1\", title: Trồng cây, due: Tháng 5/2023}\n");
  Io io;
  Wards wards({"p"}, {.errors_only = true}, io);
  const ListAsked asked{.as_of = std::chrono::year(2023) / 11 / 5,
                        .columns = {"file", "address", "support", "title"}};
  ListMaker maker(asked);
  wards.each(
      1,
      [&](const WardRecords& records) { return list_ward(records.project, records.report, asked); },
      [&](const WardRecords&, ListedWard&& listed) { maker.add(std::move(listed)); });
  std::vector<std::vector<Cell>> rows;
  each_row(maker.finish(), [&](const SheetRow& row) { rows.push_back(row.cells); });
  REQUIRE(rows.size() == 1);
  CHECK(rows.front() == std::vector<Cell>{{name}, {"1"}, {}, {"Trồng cây"}});
}

TEST_CASE("what a step throws ends the run and is thrown to whoever goes through the wards") {
  const auto work = [](std::size_t at) {
    if (at == 20) throw Failure(Message("hai mươi", "twenty"));
    return at;
  };
  for (const int threads : {1, 3}) {
    std::vector<std::size_t> taken;
    const auto take = [&](std::size_t at, std::size_t) { taken.push_back(at); };
    CHECK_THROWS_AS(in_order(100, threads, work, take), Failure);
    CHECK(taken.size() == 20);
    CHECK(std::ranges::is_sorted(taken));
    const auto refuse = [](std::size_t at, std::size_t) {
      if (at == 3) throw Failure(Message("ba", "three"));
    };
    CHECK_THROWS_WITH_AS(in_order(100, threads, work, refuse), "three", Failure);
  }
}

}  // namespace
}  // namespace wardplan
