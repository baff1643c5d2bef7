#include "pages/html.h"

#include <fmt/format.h>

#include <array>

#include "pages/pages.h"
#include "text/escape.h"

namespace wardplan {
namespace {

/// Letters without their marks, as people type who search.
constexpr std::string_view kScript =
    "const box=document.getElementById('q');"
    "const fold=s=>s.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[đĐ]/g,'d')"
    ".toLowerCase();"
    "const rows=[...document.querySelectorAll('tbody tr')].map(r=>[r,fold(r.textContent)]);"
    "box.hidden=false;"
    "box.addEventListener('input',()=>{const words=fold(box.value).split(/\\s+/);"
    "for(const[r,t]of rows)r.hidden=!words.every(w=>t.includes(w))});";

constexpr std::string_view kStyle =
    R"(:root{--ink:#111;--paper:#fff;--line:#bbb;--late:#a40000;--head:#f1f1f4;color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.4 system-ui,sans-serif}
h1{font-size:1.5rem;margin:.2em 0}h2{font-size:1.15rem;margin:1.4em 0 .4em}
a{color:inherit}input{font:inherit;width:100%;max-width:30rem;padding:.5rem;margin:.5rem 0}
.box{overflow-x:auto}.box:focus-visible{outline:2px solid}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{background:var(--head)}.n{text-align:right}td.n{white-space:nowrap}.late td:first-child{border-left:.4rem solid var(--late)}
.papers a{display:inline-block;margin-right:.8em}
@media(prefers-color-scheme:dark){:root{--ink:#e6e6e6;--paper:#1d1e20;--line:#666;--late:#ff8f8f;--head:#2b2c30}}
@media print{:root{--ink:#000;--paper:#fff;--line:#000;--late:#000;--head:#fff;color-scheme:light}
body{max-width:none;padding:0;font-size:11pt}input{display:none}.box{overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}})";

/// What papers are, by how their names begin.
struct PaperWord {
  std::string_view begins;
  Phrase words;
};
constexpr PaperWord kPapers[] = {
    {"table", {"Biểu", "Table"}},        {"document", {"Văn bản", "Document"}},
    {"report-", {"Báo cáo", "Report"}},  {"m1-", {"Mẫu M1", "Form M1"}},
    {"m2", {"Mẫu M2", "Form M2"}},       {"m3", {"Mẫu M3", "Form M3"}},
    {"summary", {"Tổng hợp", "Summary"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEndings = {
    {{".docx", "Word"},
     {".html", "HTML"},
     {".md", "Markdown"},
     {".csv", "CSV"},
     {".json", "JSON"}}};

}  // namespace

std::string_view search_script() { return kScript; }
std::string_view search_script_hash() { return "7a/3SSaOd8gs8MKzqx2S/xiI1L4Bvu7BbtAnwsAmaDk="; }

std::string page_html(std::string_view title, std::string_view body, Lang lang) {
  const Phrase search = {"Tìm (gõ không dấu cũng được)", "Search (marks may be left out)"};
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; script-src 'sha256-{1}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{2}</title>\n<style>\n{3}\n</style>\n</head>\n<body>\n<main>\n<h1>{2}</h1>\n"
      "<input id=\"q\" type=\"search\" aria-label=\"{4}\" placeholder=\"{4}\" hidden>\n{5}"
      "</main>\n<script>{6}</script>\n</body>\n</html>\n",
      lang == Lang::vi ? "vi" : "en", search_script_hash(), xml_text(title), kStyle,
      search.in(lang), body, kScript);
}

PageCell text_cell(std::string_view text) { return {xml_text(text), false}; }

PageCell count_cell(int count) { return {count == 0 ? "" : fmt::format("{}", count), true}; }

void add_counts(const BucketCounts& counts, std::vector<PageCell>& cells) {
  cells.push_back(count_cell(counts.total()));
  for (const CountWord& word : count_words()) cells.push_back(count_cell(word.of(counts)));
}

void add_count_heads(Lang lang, std::vector<PageCell>& heads) {
  heads.push_back(head_cell({"Tổng", "Total"}, lang, true));
  for (const CountWord& word : count_words()) heads.push_back(head_cell(word.words, lang, true));
}

PageCell head_cell(Phrase words, Lang lang, bool number) {
  return {xml_text(words.in(lang)), number};
}

Message items_in_words(const BucketCounts& counts) {
  Message words = say("{} việc · {}", "{2} · {1}", counts.total(), done_in_words(counts),
                      counted(counts.total(), "item"));
  // What is done is said with what of it was late.
  for (const CountWord& word : count_words().subspan(2))
    if (const int count = word.of(counts); count > 0)
      words += say(" · {} {}", " · {} {}", word.words, count);
  return words;
}

void PageTable::row(std::span<const PageCell> cells, bool late) {
  rows += late ? "<tr class=\"late\">" : "<tr>";
  for (const PageCell& cell : cells)
    rows += fmt::format("<td{}>{}</td>", cell.number ? " class=\"n\"" : "", cell.html);
  rows += "</tr>\n";
}

std::string PageTable::html() const {
  std::string head;
  for (const PageCell& cell : heads)
    head +=
        fmt::format("<th scope=\"col\"{}>{}</th>", cell.number ? " class=\"n\"" : "", cell.html);
  return fmt::format(
      "<div class=\"box\" role=\"region\" aria-label=\"{0}\" tabindex=\"0\">\n<table>\n"
      "<caption>{0}</caption>\n<thead>\n<tr>{1}</tr>\n</thead>\n<tbody>\n{2}</tbody>\n"
      "</table>\n</div>\n",
      xml_text(caption), head, rows);
}

std::string link_html(std::string_view path, std::string_view text) {
  return fmt::format("<a href=\"{}\">{}</a>", url_path(path), xml_text(text));
}

std::string paper_link(const std::string& path, const std::string& name, Lang lang) {
  std::string kind = name, format;
  for (const auto& [ending, words] : kEndings)
    if (name.ends_with(ending)) {
      kind = name.substr(0, name.size() - ending.size());
      format = words;
    }
  std::string words = kind;
  for (const PaperWord& paper : kPapers) {
    if (!kind.starts_with(paper.begins)) continue;
    const std::string which = kind.substr(paper.begins.size());
    words = std::string(paper.words.in(lang)) + (which.empty() ? "" : " " + which);
    break;
  }
  return link_html(path + name, fmt::format("{} ({})", words, format));
}

std::string left_out_list(std::span<const std::string> left_out, Lang lang) {
  if (left_out.empty()) return {};
  std::string out =
      fmt::format("<section>\n<h2>{}</h2>\n<ul>\n",
                  xml_text(Phrase{"Không tính được, cần sửa", "Left out, to be mended"}.in(lang)));
  for (const std::string& record : left_out) out += fmt::format("<li>{}</li>\n", xml_text(record));
  return out + "</ul>\n</section>\n";
}

}  // namespace wardplan
