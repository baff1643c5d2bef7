// The shipped templates, and what is said of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/run.h"
#include "disk/files.h"
#include "forms/forms.h"
#include "golden/sandbox.h"
#include "support/template.h"
#include "support/temporary.h"
#include "template/fill.h"
#include "template/value.h"

namespace wardplan {
namespace {

TEST_CASE("every shipped template is sound with each example of its form") {
  for (const Form& form : forms()) {
    CAPTURE(form.name);
    Sources sources;
    Report report;
    const TemplateFile made = shipped_template(form.template_name(), sources);
    check_template(made, form.shape(), form.examples(), sources, report);
    CHECK(report.findings().empty());
  }
}

TEST_CASE("the examples of every form hold exactly its declared fields") {
  for (const Form& form : forms())
    for (const mustache::Value& example : form.examples()) {
      CAPTURE(form.name);
      CHECK(test::matches(example, form.shape()));
    }
}

TEST_CASE("every file of templates/ is built in as it is") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(WARDPLAN_SOURCE_DIR "/templates")) {
    if (entry.path().extension() != ".html") continue;
    ++files;
    const auto& all = shipped_templates();
    const auto name = entry.path().filename().string();
    const auto found = std::ranges::find(all, name, &ShippedTemplate::name);
    CAPTURE(name);
    REQUIRE(found != all.end());
    CHECK(found->bytes == read_file(entry.path().string()));
  }
  CHECK(files == shipped_templates().size());
}

void add_markdown(std::string& out, const mustache::Shape& shape, std::size_t depth) {
  for (const mustache::Shape& child : shape.children) {
    const Phrase kind = kind_words(child.kind);
    out += fmt::format("{}- `{}` ({}, {}): {} / {}\n", std::string(2 * depth, ' '), child.name,
                       kind.vi, kind.en, child.meaning.vi, child.meaning.en);
    add_markdown(out, child, depth + 1);
  }
}

/// The fields of all forms, both languages; forms with the same fields share a list.
std::string fields_markdown() {
  std::string out;
  for (const Form& form : forms()) {
    const auto same = [&](const Form& other) { return other.shape == form.shape; };
    if (&*std::ranges::find_if(forms(), same) != &form) continue;
    std::string names;
    for (const Form& other : forms())
      if (same(other)) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", other.name);
    out += fmt::format("{}### {}\n\n", out.empty() ? "" : "\n", names);
    add_markdown(out, form.shape(), 0);
  }
  return out;
}

TEST_CASE("templates/README.md lists every field of every form") {
  const std::string path = WARDPLAN_SOURCE_DIR "/templates/README.md";
  const std::string readme = read_file(path);
  const std::string_view begins = "<!-- fields -->\n", ends = "<!-- /fields -->\n";
  const std::size_t begin = readme.find(begins) + begins.size(), end = readme.find(ends);
  REQUIRE(end != std::string::npos);
  if (std::getenv("WARDPLAN_BLESS") != nullptr)
    golden::spill(path, readme.substr(0, begin) + fields_markdown() + readme.substr(end));
  else
    CHECK(readme.substr(begin, end - begin) == fields_markdown());
}

/// What `templates check` says of a text template that inserts a partial.
std::string said_of(const std::string& partial) {
  golden::spill("mau/t.txt", "{{> " + partial + "}}");
  Io io;
  run({"templates", "check", "mau/t.txt", "--form", "m2", "--lang", "en"}, io);
  return io.out + io.err;
}

TEST_CASE(
    "partials come from the template's own folder, and nothing takes the place of one that may not "
    "be read") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  std::filesystem::create_directories("mau");
  golden::spill("ngoai.txt", "{{nam}}");
  golden::spill("mau/trong.txt", "{{năm}}");
  std::filesystem::create_symlink("trong.txt", "mau/lien-ket.txt");
  std::filesystem::create_symlink("../ngoai.txt", "mau/ra-ngoai.txt");
  std::filesystem::create_symlink("khong-co", "mau/gay.txt");
  std::filesystem::create_directory("mau/thu-muc.txt");
  // The name as some systems keep it, with its marks apart.
  golden::spill("mau/đa\u0302\u0300u.txt", "{{năm}}");
  const std::string fine = "wardplan: 0 errors, 0 warnings in 1 file\n";
  CHECK(said_of("trong") == fine);
  CHECK(said_of("lien-ket") == fine);
  CHECK(said_of("đầu") == fine);
  for (const std::string name : {"ra-ngoai", "gay", "thu-muc"}) {
    CAPTURE(name);
    CHECK(said_of(name).find("leads out of it") != std::string::npos);
  }
  CHECK(said_of("khong").find("T301") != std::string::npos);
}

}  // namespace
}  // namespace wardplan
