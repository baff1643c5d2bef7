// What the page for those who begin shows is what the program says, step by step.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "cli/run.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "golden/sandbox.h"
#include "support/office_files.h"
#include "support/temporary.h"
#include "text/trim.h"

namespace wardplan {
namespace {

const std::string kPage = WARDPLAN_SOURCE_DIR "/plans/BAT-DAU.md";
constexpr std::string_view kFence = "```console\n";

/// The cells of the page's first table.
std::vector<std::vector<std::string>> table_of(const std::string& page) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string_view line : split(page, "\n")) {
    if (!line.starts_with("| ")) {
      if (!rows.empty() && !line.starts_with("|-")) break;
      continue;
    }
    std::vector<std::string>& row = rows.emplace_back();
    for (const std::string_view cell : split(line.substr(1, line.size() - 2), "|"))
      row.push_back(test::word_cell({std::string(trimmed(cell))}));
  }
  return rows;
}

/// The block of commands with what each of them says.
std::string played(const std::string& block) {
  std::string out;
  for (const std::string_view line : split(block, "\n")) {
    if (!line.starts_with("$ ")) continue;
    std::vector<std::string> words = golden::split_words(std::string(line.substr(2)));
    words.erase(words.begin());
    Io io;
    io.env = [](const std::string& name) {
      return std::string(name == "WARDPLAN_TODAY" ? "2026-07-05" : "");
    };
    CAPTURE(line);
    CHECK(run(words, io) != 2);
    out.append(line).append("\n").append(io.out).append(io.err);
  }
  return out;
}

/// As an editor saves it: the ward's name in place of its id.
void name_ward() {
  std::string text = read_file("phuong-mau/ward.yaml");
  const std::string name = "\nname: phuong-mau\n";
  text.replace(text.find(name), name.size(), "\nname: phường Mẫu\n");
  write_whole("phuong-mau/ward.yaml", text);
}

TEST_CASE("the page for those who begin shows what each step says") {
  const std::string page = read_file(kPage);
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  write_whole(
      "bieu.docx",
      test::docx_of("<w:p><w:r><w:t>KẾ HOẠCH CÔNG TÁC TRỌNG TÂM NĂM 2026</w:t></w:r></w:p>" +
                    test::word_table_xml(table_of(page))));
  std::string now;
  std::size_t at = 0;
  for (std::size_t fence = page.find(kFence); fence != page.npos; fence = page.find(kFence, at)) {
    const std::size_t begin = fence + kFence.size(), end = page.find("```\n", begin);
    now += page.substr(at, begin - at) + played(page.substr(begin, end - begin));
    if (at == 0) name_ward();
    at = end;
  }
  now += page.substr(at);
  if (std::getenv("WARDPLAN_BLESS") != nullptr) write_whole(kPage, now);
  CHECK(now == page);
}

TEST_CASE("help prints the page for those who begin") {
  Io io;
  CHECK(run({"help", "bat-dau"}, io) == 0);
  CHECK(io.out == read_file(kPage));
}

}  // namespace
}  // namespace wardplan
