#include "records/issuer.h"

#include <algorithm>
#include <iterator>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr Body kBodies[] = {
    {"UBND", {"ủy ban nhân dân", "ubnd"}, {"ủy ban nhân dân", "a people's committee"}},
    {"HĐND", {"hội đồng nhân dân", "hđnd"}, {"hội đồng nhân dân", "a people's council"}},
    {"ĐU", {"đảng ủy"}, {"đảng ủy", "the Party committee of a ward"}, true, "VPĐU"},
    {"QU", {"quận ủy"}, {"quận ủy", "the Party committee of a district"}, true, "VPQU"},
    {"HU", {"huyện ủy"}, {"huyện ủy", "the Party committee of a rural district"}, true, "VPHU"},
    {"TU",
     {"thành ủy", "tỉnh ủy"},
     {"thành ủy, tỉnh ủy", "the Party committee of a province"},
     true,
     "VPTU"},
    {"CB", {"chi bộ"}, {"chi bộ", "a Party cell"}, true, "chi bộ"},
};

/// What the documents of all of them are called in symbols.
constexpr std::string_view kDocuments[] = {"KH", "BC", "QĐ", "NQ", "TTr", "CTr", "CT", "TB",
                                           "HD", "CV", "PA", "ĐA", "KL",  "GM",  "QC"};

bool is_of_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_digit(text[at]) || is_letter(static_cast<char32_t>(decode(text, at).value));
}

/// Where the kind of document before a body begins (`KH/`), or the body itself behind a number.
std::optional<std::size_t> begin_of_symbol(std::string_view text, std::size_t body) {
  if (body == 0 || (text[body - 1] != '/' && text[body - 1] != '-')) return std::nullopt;
  std::string_view before = text.substr(0, body - 1);
  const auto kind = std::ranges::find_if(
      kDocuments, [&](std::string_view known) { return before.ends_with(known); });
  if (kind != std::end(kDocuments)) {
    before.remove_suffix(kind->size());
    if (before.empty() || (before.back() != '/' && before.back() != '-')) return std::nullopt;
    before.remove_suffix(1);
  }
  std::string_view number = before;
  while (number.ends_with(' ')) number.remove_suffix(1);
  std::size_t begin = number.size();
  while (begin > 0 && is_digit(number[begin - 1])) --begin;
  if (begin < number.size()) return begin;
  if (number.ends_with("…")) return number.size() - std::string_view("…").size();
  return kind == std::end(kDocuments) ? std::nullopt : std::optional(body - 1 - kind->size());
}

/// Whether nothing but a date stands there: `, ngày 27 tháng 01 năm 2023`.
bool says_at_most_a_day(std::string_view text) {
  for (std::string_view word : split(text, " ,\t\n")) {
    word = trimmed_signs(word, "/.-–…0123456789()");
    if (!word.empty() && word != "ngày" && word != "tháng" && word != "năm") return false;
  }
  return true;
}

/// What is read of a body's name, and how far behind a symbol it may begin.
constexpr std::size_t kLongestName = 160;
constexpr std::size_t kFarthestName = 80;

/// The first bytes of a text, no character cut.
std::string_view begin_of(std::string_view text, std::size_t size) {
  if (size >= text.size()) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

/// Words of which one makes a body one of the Party, whatever else its name says.
constexpr std::string_view kParty[] = {
    "đảng",   "thành ủy",     "tỉnh ủy",     "quận ủy",        "huyện ủy",       "thị ủy",
    "chi bộ", "khối dân vận", "ban dân vận", "ban tuyên giáo", "ủy ban kiểm tra"};

/// Whether a text has a word whole.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != kNone; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || is_one_of(text[at - 1], " ,-/&(");
    if (begins && !is_of_word(text, at + word.size())) return true;
  }
  return false;
}

bool is_of_party(std::string_view name, const Body* body) {
  if (body != nullptr) return body->party;
  const std::string folded = fold_tones(name);
  return std::ranges::any_of(
      kParty, [&](std::string_view word) { return has_word(folded, fold_tones(word)); });
}

/// In capitals, as above a paper; a short name is written out.
std::string as_heading(std::string_view name, const Body& body) {
  std::string whole(name);
  for (const std::string_view known : body.names)
    if (!known.empty() && known != body.names[0] && known.find(' ') == kNone &&
        fold(name).starts_with(known))
      whole = std::string(body.names[0]) + whole.substr(known.size());
  return upper(whole);
}

/// Whose a document without a symbol is, by what stands behind its number: `Kế hoạch số 12 ngày
/// 05/01/2026 của Đảng ủy phường`.
Issuer issuer_of_number(std::string_view text) {
  constexpr std::string_view kNumber = " số ";
  const std::size_t at = text.find(kNumber);
  if (at == kNone) return {};
  const auto behind = issuer_behind(text, at + kNumber.size());
  if (!behind) return {};
  const std::string_view name = trimmed(text.substr(behind->begin, behind->end - behind->begin));
  const Body* body = body_at(name);
  return body == nullptr ? Issuer() : Issuer{as_heading(name, *body), body, body->party};
}

/// Whose the document of the first symbol is, or that a text says it is `của`.
Issuer issuer_in(std::string_view text) {
  const auto symbol = symbol_from(text, 0);
  if (!symbol) return issuer_of_number(text);
  const auto behind = issuer_behind(text, symbol->place.end);
  const std::string_view name =
      behind ? trimmed(text.substr(behind->begin, behind->end - behind->begin)) : "";
  const Body* named = body_at(name);
  const Body& body = named != nullptr ? *named : *symbol->body;
  return {named != nullptr ? as_heading(name, body) : "", &body, body.party};
}

}  // namespace

const Body* body_at(std::string_view text) {
  std::string folded = fold_tones(text);
  for (const std::string_view board : {"ban thường vụ ", "btv ", "ban chấp hành ", "bch "})
    if (const std::string key = fold_tones(board) + " "; folded.starts_with(key))
      folded.erase(0, key.size());
  for (const Body& body : kBodies)
    for (const std::string_view name : body.names)
      if (const std::string key = fold_tones(name);
          !key.empty() && folded.starts_with(key) && !is_of_word(folded, key.size()))
        return &body;
  return nullptr;
}

bool is_among(const Body& body, std::string_view issuers) {
  for (std::size_t at = 0; at < issuers.size(); ++at) {
    const std::string_view before = trimmed(issuers.substr(0, at), " ");
    const bool begins = before.empty() || is_one_of(before.back(), ",-/&\n") ||
                        before.ends_with("–") || before.ends_with(" và");
    if (begins && issuers[at] != ' ' && body_at(issuers.substr(at)) == &body) return true;
  }
  return false;
}

std::optional<Symbol> symbol_from(std::string_view text, std::size_t from) {
  for (std::size_t sign = text.find_first_of("/-", from); sign != kNone;
       sign = text.find_first_of("/-", sign + 1)) {
    const std::size_t at = sign + 1;
    const auto body = std::ranges::find_if(kBodies, [&](const Body& known) {
      return text.substr(at).starts_with(known.symbol) &&
             !is_of_word(text, at + known.symbol.size());
    });
    if (body == std::end(kBodies)) continue;
    if (const auto begin = begin_of_symbol(text, at))
      return Symbol{{*begin, at + body->symbol.size()}, body};
  }
  return std::nullopt;
}

std::optional<TextPart> issuer_behind(std::string_view text, std::size_t from) {
  constexpr std::string_view kOf = "của ";
  const std::size_t of = text.substr(0, from + kFarthestName).find(kOf, from);
  if (of == kNone || !says_at_most_a_day(text.substr(from, of - from))) return std::nullopt;
  const std::size_t begin = of + kOf.size();
  const std::string_view name = name_from(text, begin);
  return TextPart{begin, begin + find_or_end(name, ",.;:)\n")};
}

std::string_view name_from(std::string_view text, std::size_t from) {
  return begin_of(text.substr(from), kLongestName);
}

Issuer issuer_of(const Plan& plan) {
  const Text& named = plan.letterhead.issuer;
  if (!named.given) return issuer_in(plan.issued.value);
  const Body* body = body_at(named.value);
  return {named.value, body, is_of_party(named.value, body)};
}

}  // namespace wardplan
