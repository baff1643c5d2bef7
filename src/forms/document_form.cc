#include "forms/document_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "forms/form_field.h"
#include "forms/letter.h"
#include "lists/cards.h"
#include "records/outline.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A section or paragraph as it is printed.
struct PrintedPassage {
  /// 1 to 3 of a section, 0 of a paragraph.
  int level = 0;
  std::string number;
  std::string text;
};

struct DocumentForm {
  const Plan& plan;
  Letter letter;
};

/// A plan as the document is signed and sent: what it says of that stands for the letterhead's.
Plan as_signed(const Plan& plan) {
  Plan copy(plan);
  Letterhead& head = copy.letterhead;
  const IssuedText& own = plan.document;
  if (!own.signs_for.empty()) head.signs_for = own.signs_for;
  if (own.office.given) head.office = own.office;
  if (own.signer.given) head.signer = own.signer;
  if (!own.recipients.empty()) head.recipients = own.recipients;
  return copy;
}

/// The last sentence without what the layout ends texts with.
std::string closing_of(const IssuedText& document) {
  std::string_view text = trimmed(document.closing.value);
  while (!text.empty() && is_one_of(text.back(), "./ ")) text.remove_suffix(1);
  return std::string(text);
}

/// The sentence before the sections: one that announces them (`… như sau`) ends with a colon.
std::string opening_of(const IssuedText& document) {
  const std::string& opening = document.opening.value;
  std::string_view text = trimmed(opening);
  while (!text.empty() && is_one_of(text.back(), ".: ")) text.remove_suffix(1);
  return text.ends_with("như sau") ? std::string(text) + ":" : opening;
}

std::string type_of(const IssuedText& document) {
  return document.type.given ? document.type.value : "Kế hoạch";
}

/// `Số 149-KH/ĐU` of the Party, `Số: 68/KH-UBND` of the state; blanks are dotted.
std::string symbol_line(const DocumentForm& form) {
  std::string symbol = form.plan.document.symbol.value;
  if (symbol.empty())
    symbol =
        fmt::format(fmt::runtime(form.letter.is_party() ? "{}-KH/{}" : "{}/KH-{}"), kBlank,
                    form.letter.issuer.body != nullptr ? form.letter.issuer.body->symbol : kBlank);
  constexpr std::string_view kDots = "…";
  if (const std::size_t at = symbol.find(kDots); at != std::string::npos)
    symbol.replace(at, kDots.size(), kBlank);
  return (form.letter.is_party() ? "Số " : "Số: ") + symbol;
}

/// `Căn cứ Kế hoạch số 160-KH/QU ngày 11/01/2023 của Quận ủy về chủ đề năm 2023`, as far as it is
/// issued with a mark of its own with that.
std::string basis_line(const Cited& cited) {
  std::string line = "Căn cứ " + cited.document.value;
  if (cited.symbol.given) line += " số " + cited.symbol.value;
  if (cited.date.given) line += " ngày " + written(cited.date.value, Lang::vi);
  if (cited.issuer.given) line += " của " + cited.issuer.value;
  if (cited.about.given)
    line += (fold(cited.about.value).starts_with("về ") ? " " : " về ") + cited.about.value;
  return line;
}

std::vector<std::string> basis_lines(const DocumentForm& form) {
  std::vector<std::string> lines;
  const std::vector<Cited>& bases = form.plan.document.bases;
  for (const Cited& cited : bases) {
    std::string& line = lines.emplace_back(basis_line(cited));
    // NĐ 30/2020/NĐ-CP: a line each, that ends with `;`, the last one with a point.
    if (!is_one_of(line.back(), ".,;:")) line += &cited == &bases.back() ? '.' : ';';
  }
  return lines;
}

int level_of(const RowNumber& number) {
  switch (number.kind) {
    case NumberKind::letter:
    case NumberKind::part:
      return number.path.size() > 1 ? 2 : 1;
    case NumberKind::path:
      return number.path.size() > 1 ? 3 : 2;
    case NumberKind::star:
    case NumberKind::step:
    case NumberKind::none:
    case NumberKind::other:
      break;
  }
  return 3;
}

/// A number with its point; `*`, `-` and `a)` as they are.
std::string printed_number(const Row& row, const RowNumber& number) {
  if (!row.number.given) return {};
  const bool bare = !number.path.empty() && is_digit(row.number.value.back());
  const bool roman = number.kind == NumberKind::part || number.kind == NumberKind::letter;
  return bare || (roman && row.number.value.back() != '.') ? row.number.value + "."
                                                           : row.number.value;
}

std::vector<PrintedPassage> passages_of(const DocumentForm& form) {
  const IssuedText& document = form.plan.document;
  std::vector<PrintedPassage> all;
  for (const Row& row : document.text) {
    const RowNumber& number = document.outline[row.at].number;
    PrintedPassage passage{0, printed_number(row, number), {}};
    Row heading = row;
    heading.heading = row.text();
    passage.text = heading_as_issued(heading);
    if (row.is_heading()) passage.level = level_of(number);
    if (passage.level == 1) passage.text = upper(passage.text);
    all.push_back(std::move(passage));
  }
  return all;
}

std::string is_level(const PrintedPassage& passage, int level) {
  return passage.level == level ? "1" : "";
}

const FormFields<PrintedPassage> kPassageFields = {
    {"phần", "`1` nếu là mục lớn (I, II)", "`1` of a section numbered I, II",
     [](auto& of) { return is_level(of, 1); }},
    {"mục", "`1` nếu là mục 1, 2", "`1` of one numbered 1, 2",
     [](auto& of) { return is_level(of, 2); }},
    {"tiểu_mục", "`1` nếu là mục 1.1, hay không số", "`1` of one numbered 1.1, or without number",
     [](auto& of) { return is_level(of, 3); }},
    {"đoạn", "`1` nếu là đoạn văn", "`1` of a paragraph", [](auto& of) { return is_level(of, 0); }},
    {"số", "số như bản ban hành: `I.`, `1.1.`, `-`", "number as issued", &PrintedPassage::number},
    {"lời", "tên mục hay lời văn", "its words", &PrintedPassage::text},
};

const FormFields<DocumentForm> kFields = with_letter<DocumentForm>({
    {"cấp_trên", "cơ quan cấp trên", "body above",
     [](auto& of) { return of.plan.letterhead.parent.value; }},
    {"địa_danh", "địa danh", "place",
     [](auto& of) { return or_blank(of.plan.letterhead.place, kBlank); }},
    {"ngày_ký", "ngày ban hành, chưa có thì dòng chấm", "date of issue, or dots",
     [](auto& of) {
       const Written<Date>& date = of.plan.document.date;
       return date_line(date.given ? std::optional(date.value) : std::nullopt, of.plan.year.value);
     }},
    {"số_văn_bản", "số, ký hiệu: `Số 149-KH/ĐU`", "number and symbol", symbol_line},
    {"loại", "tên loại văn bản, chữ hoa", "kind of document, in capitals",
     [](auto& of) { return upper(type_of(of.plan.document)); }},
    {"trích_yếu", "trích yếu, không có thì tên biểu", "what it is about, or the table's title",
     [](auto& of) {
       const Text& about = of.plan.document.about;
       return about.given ? about.value : of.plan.title.value;
     }},
    {"căn_cứ", "các căn cứ", "documents that it rests on",
     each_text("dòng", "một căn cứ", "one of them"), basis_lines},
    {"mở_đầu", "câu trước mục đầu", "sentence before the sections",
     [](auto& of) { return opening_of(of.plan.document); }},
    {"văn_bản", "các mục và đoạn", "sections and paragraphs", kPassageFields, passages_of},
    {"kết", "câu kết", "last sentence", [](auto& of) { return closing_of(of.plan.document); }},
    {"chỗ_trống", "dòng chấm để điền tay", "dots to be filled in by hand",
     [](auto&) { return kBlank; }},
});

}  // namespace

const mustache::Shape& document_shape() {
  static const mustache::Shape kShape = shape_of(kFields);
  return kShape;
}

std::string annexed_to(const Plan& plan) {
  const IssuedText& document = plan.document;
  if (document.symbol.value.find_first_of("0123456789") != 0) return {};
  std::string line = fmt::format("Kèm theo {} số {}", type_of(document), document.symbol.value);
  if (document.date.given) line += " ngày " + written(document.date.value, Lang::vi);
  const Issuer issuer = issuer_of(plan);
  const std::string ward = ward_name(plan);
  if (issuer.body == nullptr || ward.empty() || fold(issuer.name).find(fold(ward)) == ward.npos)
    return line;
  const std::string noun(issuer.body->names[0]);
  const std::size_t first = decode(noun, 0).size;
  return line + " của " + upper(noun.substr(0, first)) + noun.substr(first) + " " + ward;
}

Date day_of_issue(const Plan& plan, const Date& as_of) {
  using namespace std::chrono;
  if (plan.document.date.given) return plan.document.date.value;
  return plan.year.given ? std::min(as_of, Date(year(plan.year.value) / December / day(31)))
                         : as_of;
}

mustache::Value document_value(const Plan& plan, const Date& as_of,
                               const document::Layout* layout) {
  const Plan made = as_signed(plan);
  return value_of(kFields, DocumentForm{made, letter_of(made, layout, day_of_issue(plan, as_of))});
}

}  // namespace wardplan
