// Whatever is typed into a page, it is refused with a place inside it or written in every format.
#include <doctest/doctest.h>

#include <random>

#include "document/document.h"
#include "document/grid.h"
#include "document/write.h"
#include "support/docx.h"
#include "support/pages.h"
#include "table/csv.h"

namespace wardplan {
namespace {

using namespace document;

/// A page of pieces that mean something to readers of XML and of tables, mostly well-formed.
class Scribe {
 public:
  explicit Scribe(std::mt19937_64& random) : random_(random) {}

  std::string page() {
    out_ = "<html><head><title>Mẫu</title></head><body>";
    for (std::size_t count = draw(4); count > 0; --count) one_in(3) ? paragraph("p") : table();
    out_ += "</body></html>";
    return out_;
  }

 private:
  std::size_t draw(std::size_t below) { return random_() % below; }
  bool one_in(std::size_t count) { return draw(count) == 0; }

  void text() {
    static constexpr std::string_view kTexts[] = {
        "a",    "Tổ 1", " ",    "\n", "<br/>", "&amp;",  "&nbsp;",   "&#9;",
        "|",    "*",    "=1+1", "\"", "- ",    "1. ",    "<b>đ</b>", "<i> x</i>",
        "<u/>", ",",    "\\",   "`",  "#",     "&lt;p>", "&#xA;",    "<!-- -->"};
    for (std::size_t count = draw(5); count > 0; --count) out_ += kTexts[draw(std::size(kTexts))];
  }

  void paragraph(std::string_view element) {
    static constexpr std::string_view kClasses[] = {"", " class=\"title\"", " class=\"center\"",
                                                    " class=\"issuer right\"", " class=\"note\""};
    out_ += "<" + std::string(element) + std::string(kClasses[draw(std::size(kClasses))]) + ">";
    text();
    out_ += "</" + std::string(element) + ">";
  }

  void span(std::string_view name) {
    if (one_in(5)) out_ += " " + std::string(name) + "=\"" + std::to_string(1 + draw(3)) + "\"";
  }

  void rows(std::string_view element) {
    for (std::size_t count = 1 + draw(3); count > 0; --count) {
      out_ += "<tr>";
      for (std::size_t cells = 1 + draw(2); cells > 0; --cells) {
        out_ += "<" + std::string(element);
        span("colspan");
        span("rowspan");
        out_ += ">";
        one_in(2) ? paragraph("p") : text();
        out_ += "</" + std::string(element) + ">";
      }
      out_ += "</tr>";
    }
  }

  void table() {
    out_ += one_in(3) ? "<table class=\"plain\">" : "<table>";
    if (one_in(2)) {
      out_ += "<thead>";
      rows("th");
      out_ += "</thead>";
    }
    rows("td");
    out_ += "</table>";
  }

  std::mt19937_64& random_;
  std::string out_;
};

/// Changes one place: bytes leave, or something is typed.
std::string damaged(std::string page, std::mt19937_64& random) {
  static constexpr std::string_view kTyped[] = {
      "<",    ">",   "&",        "\"",    "'",     "</",   "/>",  "<!--",
      "-->",  "<p>", "</td>",    "\xFF",  "\0",    "<?",   "<![", "<table>",
      "&#0;", "=",   "</table>", "<td/>", "<tr/>", "<br>", "\r"};
  const std::size_t at = random() % page.size();
  if (random() % 2 == 0) return page.erase(at, 1 + random() % 6);
  return page.insert(at, kTyped[random() % std::size(kTyped)]);
}

/// Writes a document in every format, and reads its tables back from Word and CSV.
void write_all(const Document& page) {
  const Layout& layout = *find_layout(page.layout, *parse_date("2023-02-10"));
  CHECK_FALSE(write_html(page, layout).empty());
  static_cast<void>(write_markdown(page));
  const auto tables = test::word_tables(write_docx(page, layout));
  std::size_t at = 0;
  for (const Block& block : page.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    CHECK(lay_out(*table).problems.empty());
    REQUIRE(at < tables.size());
    CHECK(tables[at].headings.size() == table->header_rows);
    CHECK(tables[at].headings.size() + tables[at].rows.size() == table->rows.size());
    Document alone;
    alone.blocks.push_back(*table);
    if (table->style == TableStyle::grid) CHECK(test::as_csv(tables[at]) == write_csv(alone));
    ++at;
  }
  CHECK(at == tables.size());
}

/// Reads a page and writes it if that can be done; whether it could.
bool withstands(const std::string& page) {
  Sources sources;
  Report report;
  const FileId file = sources.add("page.html", page);
  const auto read = document::read(sources, file, report);
  CHECK(read.has_value() == report.findings().empty());
  for (const Finding& finding : report.findings()) {
    CHECK(finding.primary.span.begin <= finding.primary.span.end);
    CHECK(finding.primary.span.end <= page.size());
    for (const Label& label : finding.related) CHECK(label.span.end <= page.size());
  }
  if (read) write_all(*read);
  return read.has_value();
}

TEST_CASE("pages of any shape are refused or written in every format with every cell") {
  std::mt19937_64 random(1);
  Scribe scribe(random);
  int written = 0, refused = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string page = scribe.page();
    CAPTURE(page);
    (withstands(page) ? written : refused) += 1;
    const std::string other = damaged(page, random);
    CAPTURE(other);
    (withstands(other) ? written : refused) += 1;
  }
  CHECK(written > 500);
  CHECK(refused > 500);
}

}  // namespace
}  // namespace wardplan
