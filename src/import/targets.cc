#include "import/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "figures/goal.h"
#include "figures/quantity.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Words before a figure that say which way it is meant.
constexpr std::string_view kWays[] = {"tren",      "duoi", "it nhat", "toi thieu", "toi da",
                                      "khong qua", "hon",  "tu",      ">",         "<",
                                      ">=",        "<=",   "≥",       "≤",         "top"};

/// Words before a number that only names something by it.
constexpr std::string_view kNamedBy[] = {
    "nam", "thang", "quy",   "ngay", "so",   "to",    "tdp", "an",     "khoa", "dot",
    "thu", "dieu",  "khoan", "lop",  "ngo",  "duong", "pho", "phuong", "cap",  "loai",
    "muc", "tuoi",  "khu",   "doan", "hieu", "luc",   "cum", "bo",     "nhom", "nien"};

/// What is measured, beside all that is counted in whole numbers.
constexpr std::string_view kMeasured[] = {"km", "m",  "m2",  "m²", "m3",    "m³",  "ha",  "tấn",
                                          "tạ", "kg", "lít", "tỷ", "triệu", "lần", "điểm"};

/// Things whose names have two words or more.
constexpr std::string_view kLongThings[] = {
    "luot nguoi", "ho gia dinh", "ho dan",     "to dan pho",  "mo hinh",   "nha van hoa",
    "hoi vien",   "dang vien",   "khu dan cu", "tuyen duong", "tuyen pho", "y kien",
    "cong trinh", "phien cho",   "lao dong",   "trieu dong",  "ty dong",   "nghin dong",
    "tieu chi",   "don vi",      "truong hop", "phan qua"};

/// Signs that stand around words.
constexpr std::string_view kAround = " ,;:.()“”\"";

struct Word {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string bare;
};

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = pass(text, " \t\n", at);
    const std::size_t end = find_or_end(text, " \t\n", begin);
    if (end > begin) {
      const std::string_view word = text.substr(begin, end - begin);
      words.push_back({word, begin, end, fold_bare(trimmed_signs(word, kAround))});
    }
    at = end + 1;
  }
  return words;
}

template <std::size_t N>
bool is_in(const std::string_view (&list)[N], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

/// Whether a word ends what is said: behind it begins something else.
bool ends_clause(const Word& word) { return ends_with_sign(word.text, ",;:.)”\""); }

/// `97%`, `30-35%`, `03`, `1.200`: nothing but a figure, with signs around it.
bool is_figure(std::string_view word) {
  const std::string_view bare = trimmed_signs(word, " ,;:.()“”\"≥≤<>=");
  return !bare.empty() && is_digit(bare.front()) && trimmed_signs(bare, "0123456789.,-–%").empty();
}

bool is_year(std::string_view bare) {
  return bare.size() == 4 && (bare.starts_with("19") || bare.starts_with("20"));
}

/// Goes through the words of one text.
struct TargetFinder {
  std::string_view text;
  std::vector<Word> words = words_in(text);
  std::vector<ProposedTarget> found = {};
  /// Of each found one: its first word, and behind its last one.
  std::vector<std::pair<std::size_t, std::size_t>> places = {};

  bool says(std::size_t at, std::string_view phrase) const {
    for (const std::string_view word : split(phrase, " "))
      if (at >= words.size() || words[at++].bare != word) return false;
    return true;
  }

  /// Where the words begin that say which way a figure is meant.
  std::size_t begin_of(std::size_t at) const {
    const auto is_way = [&](std::size_t from, std::size_t size) {
      if (from + size > at || at < size) return false;
      std::string way;
      for (std::size_t word = from; word < at; ++word) join(way, words[word].bare, " ");
      return is_in(kWays, way);
    };
    if (at >= 2 && is_way(at - 2, 2)) return at - 2;
    return at >= 1 && is_way(at - 1, 1) ? at - 1 : at;
  }

  /// Behind the last word of a figure and what it counts; `at` where it counts nothing.
  std::size_t end_of(std::size_t at) const {
    const bool share = words[at].text.find('%') != std::string_view::npos;
    std::size_t end = at + 1;
    if (!share && !(end < words.size() && words[end].text.starts_with('%'))) {
      const std::size_t things = ends_clause(words[at]) ? 0 : thing_size(end);
      if (things == 0) return at;
      end += things;
    } else if (!share) {
      ++end;
    }
    if (says(end, "tro len") || says(end, "tro xuong")) end += 2;
    return end;
  }

  /// How many words name what a figure counts; 0 where they name nothing that is known to be
  /// counted or measured: then nobody knows what the figure is.
  std::size_t thing_size(std::size_t at) const {
    if (at >= words.size() || !begins_small(words[at].text)) return 0;
    for (const std::string_view thing : kLongThings)
      if (says(at, thing)) return static_cast<std::size_t>(std::ranges::count(thing, ' ')) + 1;
    const auto word = [&](std::size_t of) { return trimmed_signs(words[of].text, kAround); };
    if (is_in(kMeasured, fold(word(at))) || comes_whole(word(at))) return 1;
    if (at + 1 >= words.size() || ends_clause(words[at])) return 0;
    return comes_whole(fmt::format("{} {}", word(at), word(at + 1))) ? 2 : 0;
  }

  /// `3` of `từ 1 đến 3` and of `1 - 3`: neither figure alone is what is asked for.
  bool is_end_of_range(std::size_t at) const {
    if (at < 2 || !is_figure(words[at - 2].text)) return false;
    return words[at - 1].bare == "den" || words[at - 1].text == "-" || words[at - 1].text == "–";
  }

  void take(std::size_t at) {
    const std::string bare(trimmed(words[at].text, " ,;:.()"));
    if (!is_figure(words[at].text) || is_year(bare)) return;
    const std::size_t begin = begin_of(at), end = end_of(at);
    const bool named =
        at > 0 && begin == at && is_in(kNamedBy, words[at - 1].bare) && bare.find('%') == bare.npos;
    if (end == at || named || is_end_of_range(at)) return;
    const std::string_view goal = trimmed_signs(
        text.substr(words[begin].begin, words[end - 1].end - words[begin].begin), kAround);
    if (std::ranges::count(goal, '/') > 1 || !parse_goal(goal).value) return;
    found.push_back({{}, std::string(goal)});
    places.emplace_back(begin, end);
  }

  std::string joined_words(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t at = from; at < to; ++at) join(out, std::string(words[at].text), " ");
    return std::string(trimmed_signs(out, " ,;:.()“”\"-–"));
  }

  /// What a figure is of: the words before it, or those behind it where it stands first.
  std::string name_of(std::size_t at) const {
    constexpr std::size_t kMostWords = 8;
    const auto [begin, end] = places[at];
    std::size_t from = begin;
    const std::size_t least = at == 0 ? 0 : places[at - 1].second;
    while (from > least && begin - from < kMostWords && !ends_clause(words[from - 1])) --from;
    std::size_t last = begin;
    while (last > from && (words[last - 1].bare == "dat" || words[last - 1].bare == "la")) --last;
    if (last > from) return joined_words(from, last);
    const std::size_t most = at + 1 < places.size() ? places[at + 1].first : words.size();
    std::size_t to = end;
    while (to < most && to - end < kMostWords && (to == end || !ends_clause(words[to - 1]))) ++to;
    return ends_clause(words[end - 1]) ? std::string() : joined_words(end, to);
  }

  void give_names() {
    std::set<std::string> given;
    for (std::size_t at = 0; at < found.size(); ++at) {
      std::string name = name_of(at);
      if (name.empty()) name = found[at].goal;
      const std::string base = name;
      for (int next = 2; !given.insert(fold(name)).second; ++next)
        name = base + " " + std::to_string(next);
      found[at].name = name;
    }
  }
};

}  // namespace

std::vector<ProposedTarget> targets_in(std::string_view text) {
  TargetFinder finder{text};
  for (std::size_t at = 0; at < finder.words.size(); ++at) finder.take(at);
  if (finder.found.size() > 1) finder.give_names();
  return std::move(finder.found);
}

}  // namespace wardplan
