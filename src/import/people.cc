#include "import/people.h"

#include <algorithm>
#include <optional>

#include "records/register.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kHonorifics[] = {"đ/c", "d/c", "đc", "đồng chí", "ông", "bà"};

/// What stands before an honorific that is said once for several people.
constexpr std::string_view kSeveral[] = {"các", "hai", "ba", "2", "02", "3", "03"};

/// Family names that are no words of offices, units or places.
constexpr std::string_view kFamilies[] = {"nguyễn", "trần", "lê",   "phạm", "huỳnh",
                                          "phan",   "vũ",   "võ",   "đặng", "bùi",
                                          "đỗ",     "ngô",  "đinh", "trịnh"};

/// The others, which say it only before two more names: `Hoàng Mai` is a place.
constexpr std::string_view kOtherFamilies[] = {
    "hoàng", "hồ",    "dương", "lý",    "đào",  "lưu",   "trương", "tạ",    "tô",   "tống", "thái",
    "lâm",   "lương", "phùng", "vương", "kiều", "khuất", "nghiêm", "nông",  "hứa",  "hà",   "lại",
    "lã",    "lò",    "lục",   "mạc",   "mã",   "triệu", "thân",   "thạch", "tăng", "tôn",  "từ",
    "uông",  "vi",    "bạch",  "bế",    "châu", "chử",   "cù",     "diệp",  "doãn", "giáp", "giang",
    "khổng", "khúc",  "đàm",   "đậu",   "mai",  "cao",   "chu",    "quách", "viên", "kim",  "đoàn"};

/// How offices begin that people write behind a name.
constexpr std::string_view kOffices[] = {
    "bí thư",    "cán bộ",   "chánh",     "chỉ huy", "chi ủy viên", "chủ",        "chuyên",
    "công chức", "đại diện", "đảng ủy",   "đội",     "giám đốc",    "hiệu",       "kế toán",
    "kiêm",      "nguyên",   "phó",       "phụ",     "quyền",       "thành viên", "thường trực",
    "thường vụ", "tổ",       "tổng",      "trưởng",  "ủy viên",     "văn thư",    "xã đội",
    "lãnh đạo",  "người",    "đảng viên", "đại biểu"};

bool begins_with_word(std::string_view text, std::span<const std::string_view> words) {
  const std::string key = fold_tones(fold(text));
  return std::ranges::any_of(words, [&](std::string_view word) {
    const std::string one = fold_tones(fold(word));
    return key.starts_with(one) && (key.size() == one.size() || key[one.size()] == ' ');
  });
}

/// How many bytes of a text are so many of its words, without the blank behind them.
std::size_t words_size(std::string_view text, std::ptrdiff_t count) {
  std::size_t end = 0;
  for (; count > 0; --count) end = find_or_end(text, " ", pass(text, " ", end));
  return end;
}

/// How many bytes of a text are an honorific and what parts it from the name.
std::size_t honorific_size(std::string_view text) {
  const std::string key = fold(text.substr(0, words_size(text, 2)));
  for (const std::string_view word : kHonorifics) {
    if (!key.starts_with(word)) continue;
    // As many words, for letters may have more bytes than when they are folded.
    const std::size_t end = words_size(text, std::ranges::count(word, ' ') + 1);
    std::string said = fold(text.substr(0, end));
    if (said.ends_with(':')) said.pop_back();
    if (said == word && end < text.size()) return end;
  }
  return 0;
}

/// An abbreviation of several letters; a single letter stands for a name.
bool is_abbreviation(std::string_view word) {
  return is_in_capitals(word) && decode(word, 0).size < word.size();
}

/// So many words or more, each with a capital, not some of them abbreviations.
bool looks_like_name(std::string_view text, std::size_t least) {
  std::size_t words = 0, letters = 0, capitals = 0;
  for (std::string_view word : split(text, " ")) {
    // `Lê Văn "Tư"`.
    word = trimmed(word, "\"");
    if (word.empty()) continue;
    if (!begins_large(word) || word.find_first_of("0123456789/") != word.npos) return false;
    ++words;
    letters += decode(word, 0).size == word.size() ? 1U : 0U;
    capitals += is_abbreviation(word) ? 1U : 0U;
  }
  return words >= least && words <= 6 && (capitals == 0 || capitals + letters == words);
}

std::string_view name_of(std::string_view text) { return trimmed(text.substr(0, name_end(text))); }

/// `Trần Thị B`: nothing else begins so.
bool is_full_name(std::string_view name) {
  return (looks_like_name(name, 2) && begins_with_word(name, kFamilies)) ||
         (looks_like_name(name, 3) && begins_with_word(name, kOtherFamilies));
}

bool is_office(std::string_view text) {
  return begins_with_word(text, kOffices) ||
         (is_abbreviation(text.substr(0, find_or_end(text, " ,;:()-"))) &&
          !is_full_name(name_of(text)));
}

/// The items of lists are people without the list's sign.
std::string_view without_bullet(std::string_view text) {
  text = trimmed(text, " \t\r\n.,;");
  while (text.starts_with("- ") || text.starts_with("+ ")) text = trimmed(text.substr(2));
  return text;
}

/// Where a joint of names stands in a text: how many bytes it has, 0 where there is none.
std::size_t joint_size(std::string_view text, std::size_t at) {
  if (is_one_of(text[at], ",;\n")) return 1;
  constexpr std::string_view kAnd = " và ";
  return text.substr(at).starts_with(kAnd) ? kAnd.size() : 0;
}

/// What stands before the next joint.
std::string_view before_joint(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (joint_size(text, at) > 0) return text.substr(0, at);
  return text;
}

/// Cuts at joints, not in brackets, where `begins` says that what follows is somebody new, told
/// which sign parts it.
template <class Begins>
std::vector<std::string> cut_names(std::string_view text, const Begins& begins) {
  std::vector<std::string> parts;
  std::size_t start = 0, at = 0;
  int depth = 0;
  while (at < text.size()) {
    depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
    const std::size_t size = depth > 0 ? 0 : joint_size(text, at);
    if (size == 0 || !begins(before_joint(text.substr(at + size)), text[at])) {
      ++at;
      continue;
    }
    parts.emplace_back(text.substr(start, at - start));
    at += size;
    start = at;
  }
  parts.emplace_back(text.substr(start));
  return parts;
}

/// What stands behind `Các` in `Các đ/c A, B`; nothing where a text doesn't begin so.
std::string_view behind_several(std::string_view text) {
  text = without_bullet(text);
  const std::size_t end = words_size(text, 1);
  if (end == 0 || std::ranges::find(kSeveral, fold(text.substr(0, end))) == std::end(kSeveral))
    return {};
  text = trimmed(text.substr(end));
  return honorific_size(text) > 0 ? text : std::string_view{};
}

bool may_be_name(std::string_view text) {
  const std::string_view name = name_of(text);
  return looks_like_name(name, 1) && !is_office(text);
}

/// Whether a family name stands in the middle of a long row of names: `Nguyễn Văn An Trần Thị
/// Bình`.
bool holds_two_names(std::string_view name) {
  std::vector<std::string_view> words = split(name, " ");
  if (words.size() < 5 || !begins_with_word(name, kFamilies)) return false;
  return std::any_of(words.begin() + 2, words.end() - 1,
                     [](std::string_view word) { return begins_with_word(word, kFamilies); });
}

/// The beginning of a text that is as long as names with all that stands around them can be.
std::string_view name_sized(std::string_view text) {
  constexpr std::size_t kMost = 240;
  if (text.size() <= kMost) return text;
  std::size_t size = kMost;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

/// Whether another person may be named behind the first of a text.
bool may_name_more(std::string_view text) {
  if (!behind_several(text).empty()) return true;
  text = without_bullet(text);
  text = trimmed(text.substr(honorific_size(text)));
  if (holds_two_names(name_of(text))) return true;
  std::size_t stop = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool sign = is_dash(c.value) || is_one_of(text[at], ",;\n()/&+:");
    const std::size_t joint = joint_size(text, at);
    at += std::max<std::size_t>(joint, c.size);
    if (!sign && joint == 0 && c.value != ' ') continue;
    if (stop < at || stop == 0) stop = find_or_end(text, "()/&+:", at);
    const std::string_view next = without_bullet(name_sized(text.substr(at, stop - at)));
    const std::string_view part = trimmed(before_joint(next));
    if (honorific_size(part) > 0 || ((sign || joint > 0) && may_be_name(part))) return true;
    // `và` joins a person to whoever is no office.
    if (!sign && joint > 0 && begins_large(part) && !is_office(part)) return true;
  }
  return false;
}

/// Goes through the names of one cell.
struct PeopleFinder {
  const Ward* ward;
  PeopleText found = {};

  void add(std::string_view text) {
    std::string name = without_list_signs(text);
    if (name.empty()) return;
    const bool known = ward != nullptr && find_entry(ward->people_words, name).has_value();
    if (!known && may_name_more(text)) found.unsure.push_back(name);
    found.names.push_back(std::move(name));
  }

  bool is_known(std::string_view text) const {
    return ward != nullptr && !is_office(text) &&
           find_entry(ward->people_words, name_of(text)).has_value();
  }

  /// Whether somebody new begins behind a sign, for certain.
  bool begins_new(std::string_view text, char sign) const {
    if (sign == ';') return true;
    text = without_bullet(text);
    if (honorific_size(text) > 0 || is_known(text)) return true;
    if (sign == '\n' && begins_person(text) && !is_office(text)) return true;
    return is_full_name(name_of(text));
  }

  /// `Các đ/c A, B và C`: whoever is named has that honorific.
  bool take_several(std::string_view cell) {
    const std::string_view all = behind_several(cell);
    if (all.empty()) return false;
    const std::size_t size = honorific_size(all);
    const std::string_view first = trimmed(all.substr(size), " :");
    if (!may_be_name(before_joint(first))) return false;
    const std::vector<std::string> names = cut_names(first, [](std::string_view text, char sign) {
      text = without_bullet(text);
      return sign == ';' || honorific_size(text) > 0 || may_be_name(text);
    });
    if (names.size() < 2) return false;
    std::string honorific(trimmed(all.substr(0, size), " :"));
    if (begins_large(without_bullet(cell))) {
      const std::size_t letter = decode(honorific, 0).size;
      honorific.replace(0, letter, upper(honorific.substr(0, letter)));
    }
    for (const std::string& name : names) {
      const std::string_view bare = without_bullet(name);
      if (!bare.empty()) add(honorific_size(bare) > 0 ? name : honorific + " " + std::string(bare));
    }
    return found.shared = true;
  }

  void take(std::string_view cell) {
    if (take_several(cell)) return;
    for (const std::string& one :
         cut_names(cell, [&](std::string_view text, char sign) { return begins_new(text, sign); }))
      add(one);
  }
};

std::string_view without_joint(std::string_view text) {
  text = trimmed(text);
  while (!text.empty()) {
    const CodePoint c = decode(text, 0);
    if (!is_dash(c.value) && text[0] != ',' && text[0] != ':') break;
    text = trimmed(text.substr(c.size));
  }
  return text;
}

}  // namespace

std::size_t name_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_dash(c.value) || is_one_of(text[at], ",(:")) return at;
    at += c.size;
  }
  return text.size();
}

bool begins_person(std::string_view text) {
  return honorific_size(text) > 0 || looks_like_name(name_of(text), 2);
}

std::string without_list_signs(std::string_view text) {
  return with_single_blanks(without_bullet(text));
}

PersonText person_text(const std::string& text) {
  const std::string_view all = trimmed(text);
  const std::size_t size = honorific_size(all);
  PersonText person{.honorific = std::string(trimmed(all.substr(0, size)))};
  const std::string_view rest = trimmed(all.substr(size));
  const std::size_t end = name_end(rest);
  const std::string_view name = trimmed(rest.substr(0, end));
  // `Đ/c Đông – CT UBND` is called by the last name alone.
  person.is_name = looks_like_name(name, size > 0 ? 1 : 2);
  person.name = person.is_name ? name : rest;
  if (person.is_name) person.office = without_joint(rest.substr(end));
  return person;
}

PeopleText people_in(std::string_view cell, const Ward* ward) {
  PeopleFinder finder{ward};
  finder.take(cell);
  return std::move(finder.found);
}

}  // namespace wardplan
