#include "forms/letter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lists/cards.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Without the signs that stand around an entry of a list on paper.
std::string as_entry(std::string_view text) {
  std::string_view entry = trimmed(text);
  while (!entry.empty() && is_one_of(entry.back(), ";,. ")) entry.remove_suffix(1);
  return std::string(trimmed(entry, "-+ "));
}

/// `Lưu: VT`, `Lưu VPĐU`, `Lưu Đảng ủy`; of a body that isn't known only that there is a copy.
std::string copy_in(const document::Layout& layout, const Body* body) {
  if (layout.copy.find('{') == std::string_view::npos) return std::string(layout.copy);
  if (body == nullptr || !body->party) return "Lưu";
  const std::string noun(body->names[0]);
  const std::size_t first = decode(noun, 0).size;
  return fmt::format(fmt::runtime(layout.copy), fmt::arg("office", body->office),
                     fmt::arg("body", upper(noun.substr(0, first)) + noun.substr(first)));
}

/// `Số .....-BC/ĐU` of the Party, `Số: ...../BC-UBND` of the state.
std::string number_line(const Letter& letter) {
  const Text& said = letter.plan.letterhead.symbol;
  std::string symbol(said.given                      ? std::string_view(said.value)
                     : letter.issuer.body != nullptr ? letter.issuer.body->symbol
                                                     : kBlank);
  return letter.is_party() ? fmt::format("Số {}-BC/{}", kBlank, symbol)
                           : fmt::format("Số: {}/BC-{}", kBlank, symbol);
}

std::vector<std::string> values_of(const std::vector<Text>& texts) {
  std::vector<std::string> values;
  for (const Text& text : texts) values.push_back(text.value);
  return values;
}

/// Whether a line of the recipients says where the copy stays (`Lưu: VT`, `Lưu VPĐU`), and no name
/// of a person who is called Lưu.
bool is_copy(const std::string& entry) {
  const std::string folded = fold(entry);
  if (folded == "lưu" || folded.starts_with("lưu:")) return true;
  constexpr std::string_view kBegin = "lưu ";
  if (!folded.starts_with(kBegin)) return false;
  const std::string where = entry.substr(entry.find(' ') + 1);
  const std::string first = where.substr(0, where.find_first_of(" ,;."));
  if (first.size() > 1 && is_in_capitals(first)) return true;
  constexpr std::string_view kPlaces[] = {"văn thư", "văn phòng", "hồ sơ", "đảng ủy", "chi bộ"};
  return std::ranges::any_of(
      kPlaces, [&](std::string_view place) { return fold(where).starts_with(place); });
}

}  // namespace

Letter letter_of(const Plan& plan, const document::Layout* layout, const Date& day,
                 std::vector<std::string> recipients, std::string copy) {
  Letter letter{plan, issuer_of(plan), layout != nullptr ? *layout : plan_layout(plan, day),
                std::move(recipients), std::move(copy)};
  const std::vector<Text>& own = plan.letterhead.recipients;
  if (!own.empty()) letter.recipients.clear();
  if (letter.copy.empty() || !own.empty()) letter.copy = copy_in(letter.layout, letter.issuer.body);
  for (const Text& text : own) {
    const std::string entry = as_entry(text.value);
    if (is_copy(entry))
      letter.copy = entry;
    else if (!entry.empty())
      letter.recipients.push_back(entry);
  }
  return letter;
}

const FormFields<Letter>& letter_fields() {
  static const FormFields<Letter> kFields = {
      {"bố_cục", "bố cục của văn bản: `nha-nuoc`, `dang-2018`, `dang-2026`", "layout of the paper",
       [](auto& of) { return of.layout.name; }},
      {"đảng", "`1` nếu là văn bản của Đảng, trống nếu của nhà nước",
       "`1` of a paper of the Party, empty of the state's",
       [](auto& of) { return of.is_party() ? "1" : ""; }},
      {"cơ_quan", "cơ quan ban hành", "issuing body",
       [](auto& of) { return of.issuer.name.empty() ? std::string(kLongBlank) : of.issuer.name; }},
      {"số_ký_hiệu", "số và ký hiệu của báo cáo: `Số .....-BC/ĐU`, `Số: ...../BC-UBND`",
       "number and symbol of a report", number_line},
      {"dấu_kết", "dấu kết thúc văn bản: `./.`, `.`", "what the text ends with",
       [](auto& of) { return of.layout.end_mark; }},
      {"quyền_hạn", "quyền hạn ký, từng dòng", "by what right it is signed, a line each",
       each_text("dòng", "một dòng: `KT. CHỦ TỊCH`", "one line"),
       [](auto& of) { return values_of(of.plan.letterhead.signs_for); }},
      {"chức_vụ_ký", "chức vụ người ký, trống nếu chưa nêu", "the signer's office, or nothing",
       [](auto& of) { return of.plan.letterhead.office.value; }},
      {"người_ký", "họ tên người ký, trống nếu chưa nêu", "who signs, or nothing",
       [](auto& of) { return of.plan.letterhead.signer.value; }},
      {"nơi_nhận_báo_cáo", "nơi nhận, mỗi nơi một lần", "recipients, each once",
       each_text("nơi_nhận", "nơi nhận", "recipient"), [](auto& of) { return of.recipients; }},
      {"lưu", "nơi lưu: `Lưu: VT`, `Lưu VPĐU`", "where the copy stays",
       [](auto& of) { return of.copy; }},
  };
  return kFields;
}

}  // namespace wardplan
