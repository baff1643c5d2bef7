// Writes a page in every format: document_driver PAGE DAY OUT makes OUT.docx, OUT.html, OUT.md and
// OUT.csv; DAY chooses among the layouts of a family.
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "diag/render.h"
#include "document/document.h"
#include "document/write.h"
#include "golden/sandbox.h"

int main(int argc, char** argv) try {
  using namespace wardplan;
  if (argc != 4) return 2;
  Sources sources;
  Report report;
  const FileId file = sources.add(argv[1], golden::slurp(argv[1]));
  const auto page = document::read(sources, file, report);
  const auto day = parse_date(argv[2]);
  const document::Layout* layout =
      page && day ? document::find_layout(page->layout, *day) : nullptr;
  if (layout == nullptr) {
    fmt::print(stderr, "{}", render_text(sources, report, {Lang::en, false}));
    return 1;
  }
  const std::string out = argv[3];
  golden::spill(out + ".docx", document::write_docx(*page, *layout));
  golden::spill(out + ".html", document::write_html(*page, *layout));
  golden::spill(out + ".md", document::write_markdown(*page));
  golden::spill(out + ".csv", document::write_csv(*page));
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "{}\n", fault.what());
  return 1;
}
