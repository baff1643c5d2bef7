#include "import/row_text.h"

#include <algorithm>
#include <span>

#include "figures/numerals.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What documents count in brackets behind a heading.
constexpr std::string_view kCounted[] = {
    "chi tieu",  "noi dung", "nhiem vu",     "tieu chi",  "viec",    "cong viec",
    "muc",       "muc tieu", "hang muc",     "giai phap", "de an",   "du an",
    "hoat dong", "dau viec", "chuong trinh", "san pham",  "mo hinh", "ke hoach",
};

/// A number before words, where only what can't be a figure of them is one: `1.`, `1.2`, `a)`, `-`.
bool is_number_before_words(const std::string& token) {
  const RowNumber number = number_of(token);
  const bool closed = token.ends_with('.') || token.ends_with(')');
  switch (number.kind) {
    case NumberKind::letter:
    case NumberKind::part:
      return closed || number.path.size() > 1;
    case NumberKind::path:
      return closed || (number.path.size() > 1 && std::ranges::all_of(number.path, [](int value) {
                          return value > 0 && value < 100;
                        }));
    case NumberKind::step:
      return true;
    case NumberKind::star:
    case NumberKind::none:
    case NumberKind::other:
      return false;
  }
  return false;
}

/// What is written below tables, folded; marks tell `cộng` from `công`.
constexpr std::string_view kClosing[] = {
    "nơi nhận",   "ghi chú:", "ghi chú", "lưu ý:", "người lập",   "người tổng hợp",
    "thủ trưởng", "tm.",      "t/m",     "kt.",    "k/t",         "tl.",
    "tuq.",       "(ký",      "(đã ký)", "đã ký",  "xác nhận của"};

/// What stands over a signature in capitals.
constexpr std::string_view kSigners[] = {"chủ tịch",        "phó chủ tịch",    "bí thư",
                                         "phó bí thư",      "chánh văn phòng", "trưởng ban",
                                         "trưởng phòng",    "giám đốc",        "hiệu trưởng",
                                         "ủy ban nhân dân", "kế toán",         "thư ký"};

constexpr std::string_view kParts[] = {"phần", "chương", "mục", "phụ lục"};

/// Whether a folded text begins with words, and not in the middle of one.
bool begins_with(std::string_view text, std::string_view words) {
  if (!text.starts_with(words)) return false;
  const bool whole = text.size() == words.size() || is_one_of(words.back(), ".:)");
  return whole || !is_letter(decode(text, words.size()).value);
}

}  // namespace

RowNumber number_of(const std::string& text) {
  if (const auto step = step_number(text)) return *step;
  RowNumber number = parse_row_number(text);
  if (number.kind == NumberKind::other)
    if (const auto letter = letter_number(text)) return *letter;
  return number;
}

bool is_unfinished(std::string_view text) {
  return !text.empty() && !is_one_of(text.back(), ".;:!?)");
}

bool is_row_number(const std::string& text) {
  const NumberKind kind = number_of(text).kind;
  return kind != NumberKind::none && kind != NumberKind::other;
}

NumberedText number_before(const std::string& text) {
  const std::size_t end = find_or_end(text, " \t\n");
  const std::string token = text.substr(0, end);
  const std::string_view rest = trimmed(std::string_view(text).substr(end));
  if (rest.empty() || !is_number_before_words(token)) return {{}, text};
  return {token, std::string(rest)};
}

NumberedText declared_behind(const std::string& text) {
  const std::string_view all = trimmed(text, " \t\r\n.:");
  const std::size_t open = all.rfind('(');
  if (!all.ends_with(')') || open == std::string_view::npos || open == 0) return {{}, text};
  const std::string_view inside = trimmed(all.substr(open + 1, all.size() - open - 2));
  const std::size_t blank = find_or_end(inside, " ");
  const std::string noun = fold_bare(trimmed(inside.substr(blank)));
  if (!whole_number(inside.substr(0, blank)) ||
      std::ranges::find(kCounted, noun) == std::end(kCounted))
    return {{}, text};
  const std::string_view before = trimmed(all.substr(0, open));
  if (before.empty()) return {{}, text};
  return {std::string(inside), std::string(before)};
}

bool stands_in(const RowNumber& next, const RowNumber& row, bool bare) {
  const bool deeper = next.path.size() > row.path.size() &&
                      std::ranges::equal(row.path, std::span(next.path).first(row.path.size()));
  switch (row.kind) {
    case NumberKind::letter:
      return next.kind != NumberKind::letter || deeper;
    case NumberKind::part:
      return (next.kind != NumberKind::part && next.kind != NumberKind::letter) || deeper;
    case NumberKind::path:
      if (next.kind == NumberKind::path)
        return deeper ||
               (bare && next.path.size() == row.path.size() && next.path.back() <= row.path.back());
      return bare && (next.kind == NumberKind::star || next.kind == NumberKind::step);
    case NumberKind::star:
      return true;
    case NumberKind::step:
    case NumberKind::none:
    case NumberKind::other:
      return false;
  }
  return false;
}

bool closes_table(std::string_view text) {
  const std::string words = fold(text);
  const auto begins = [&](std::string_view closing) { return begins_with(words, closing); };
  if (std::ranges::any_of(kClosing, begins)) return true;
  return is_in_capitals(text) && std::ranges::any_of(kSigners, begins);
}

bool names_signer(std::string_view text) {
  const std::string words = fold(text);
  return closes_table(text) || std::ranges::any_of(kSigners, [&](std::string_view signer) {
           return begins_with(words, signer);
         });
}

bool is_total(std::string_view text) {
  const std::string words = fold(text);
  if (begins_with(words, "tổng cộng")) return true;
  if (begins_with(words, "tổng số")) return true;
  for (const std::string_view sum : {"tổng", "cộng"}) {
    if (!begins_with(words, sum)) continue;
    std::string_view of = trimmed(std::string_view(words).substr(sum.size()), " :()");
    if (begins_with(of, "mục") || begins_with(of, "phần"))
      of = trimmed(of.substr(find_or_end(of, " ")));
    if (of.empty() || is_row_number(upper(of.substr(0, find_or_end(of, " +"))))) return true;
  }
  return false;
}

bool sums_points(std::string_view text) {
  const std::string words = fold(text);
  return is_total(text) || words == "theo trọng số" || words == "kết quả" ||
         begins_with(words, "điểm trừ");
}

bool may_sum_up(std::string_view text) {
  const std::string words = fold(text);
  if (!begins_with(words, "tổng số")) return false;
  const std::string_view of = trimmed(std::string_view(words).substr(std::size("tổng số") - 1));
  const std::size_t colon = find_or_end(of, ":");
  return !of.empty() && !is_digit(of.front()) && colon == of.size();
}

bool opens_part(std::string_view number) {
  const std::string words = fold(number);
  return std::ranges::any_of(kParts,
                             [&](std::string_view part) { return begins_with(words, part); });
}

}  // namespace wardplan
