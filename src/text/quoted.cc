#include "text/quoted.h"

#include <algorithm>
#include <set>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  each_character(
      text, [&](const CodePoint& c, std::string_view) { out += static_cast<char32_t>(c.value); });
  return out;
}

/// Longer texts are quoted in part (characters): so much of their beginning and of their end.
constexpr std::size_t kMostQuoted = 60;
constexpr std::size_t kQuotedBefore = 40;
constexpr std::size_t kQuotedBehind = 15;

std::string middle_left_out(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) begins.push_back(at);
  if (begins.size() <= kMostQuoted) return std::string(text);
  return fmt::format("{}…{}", trimmed(text.substr(0, begins[kQuotedBefore])),
                     trimmed(text.substr(begins[begins.size() - kQuotedBehind])));
}

std::string with_short_quotes(const std::string& text) {
  // A backtick of the user's own leaves one without partner: what is quoted can't be told then.
  if (text.size() <= kMostQuoted || std::ranges::count(text, '`') % 2 != 0) return text;
  std::string out;
  std::size_t taken = 0;
  for (std::size_t open = text.find('`'); open != std::string::npos; open = text.find('`', taken)) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string::npos) break;
    out.append(text, taken, open + 1 - taken);
    out += middle_left_out(std::string_view(text).substr(open + 1, close - open - 1));
    out += '`';
    taken = close + 1;
  }
  return out.append(text, taken);
}

/// The words of a name.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::string_view word : split(name, " -/.,&()"))
    if (!(word = trimmed(word)).empty()) words.push_back(word);
  return words;
}

/// Letters and digits in small letters without marks.
std::string letters_of(std::string_view text) {
  std::string letters = fold_bare(text);
  std::erase_if(letters, [](char c) { return (c < '0' || c > '9') && (c < 'a' || c > 'z'); });
  return letters;
}

bool has_small_letters(std::string_view word) {
  bool any = false;
  each_character(word, [&](const CodePoint& c, std::string_view) {
    const auto letter = static_cast<char32_t>(c.value);
    any = any || (is_letter(letter) && lower_case(letter) == letter);
  });
  return any;
}

/// `ubmttqp` for `UB MTTQ phường`: the first letters of its words, and whole those that are short
/// forms already.
std::string short_form(std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() < 2) return letters_of(name);
  std::string all;
  for (const std::string_view word : words) {
    const std::string letters = letters_of(word);
    all += has_small_letters(word) ? letters.substr(0, 1) : letters;
  }
  return all;
}

/// A text in small letters without marks, and how often it says that something isn't so.
struct Denials {
  int count = 0;
  std::u32string without;
};

Denials denials_in(std::string_view text) {
  Denials found;
  const std::string folded = fold_bare(text);
  for (const std::string_view word : words_of(folded)) {
    if (word == "chua" || word == "khong" || word == "chang" || word == "not") {
      ++found.count;
      continue;
    }
    if (!found.without.empty()) found.without += U' ';
    found.without += code_points(word);
  }
  return found;
}

/// Whether what tells two words apart is that one denies the other: `chưa hoàn thành`, `hoàn
/// thành`. Nobody means the opposite of what they typed.
bool denies(const Denials& seen, std::string_view candidate, std::size_t distance) {
  const Denials offered = denials_in(candidate);
  return seen.count != offered.count && edit_distance(seen.without, offered.without) < distance;
}

}  // namespace

Message with_short_quotes(Message message) {
  return {with_short_quotes(message.vi), with_short_quotes(message.en)};
}

void join(std::string& list, std::string_view word, std::string_view separator) {
  if (!list.empty()) list += separator;
  list += word;
}

void join(Message& list, const Message& word, Phrase separator) {
  if (!list.empty()) list += separator;
  list += word;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  return fmt::format("{}", fmt::join(words, separator));
}

std::string quoted_list(const std::vector<std::string>& words) {
  return words.empty() ? std::string() : "`" + joined(words, "`, `") + "`";
}

Message one_of(const std::vector<std::string>& words) {
  return say("một trong {}", "one of {}", quoted_list(words));
}

Message there_are(const std::vector<std::string>& words) {
  return say("có {}", "there are {}", words.empty() ? "0" : quoted_list(words));
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::optional<std::string> nearest(std::string_view seen,
                                   const std::vector<std::string>& candidates) {
  const std::u32string wanted = code_points(fold_bare(seen));
  const Denials denied = denials_in(seen);
  // A third of the letters may be wrong: more, and the offer would be a guess.
  std::size_t best = wanted.size() < 2 ? 1 : std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    const std::u32string offered = code_points(fold_bare(candidate));
    const std::size_t gap = wanted.size() > offered.size() ? wanted.size() - offered.size()
                                                           : offered.size() - wanted.size();
    if (gap >= best) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    if (distance < best && !denies(denied, candidate, distance)) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::optional<std::string> nearest_name(std::string_view seen,
                                        const std::vector<std::string>& candidates) {
  constexpr std::size_t kFewest = 3;
  const std::string letters = letters_of(seen), shortened = short_form(seen);
  std::optional<std::string> found;
  std::string form;
  for (const std::string& candidate : candidates) {
    std::string offered = short_form(candidate);
    const bool fits = (letters.size() >= kFewest && offered.starts_with(letters)) ||
                      (shortened.size() >= kFewest && letters_of(candidate) == shortened);
    if (!fits || (found && offered.starts_with(form))) continue;
    // Two that are no forms of each other: nobody knows which is meant.
    if (found && !form.starts_with(offered)) return nearest(seen, candidates);
    found = candidate;
    form = std::move(offered);
  }
  return found ? found : nearest(seen, candidates);
}

bool shares_words(std::string_view one, std::string_view other) {
  constexpr std::string_view kSigns = " ,;:.()“”\"";
  std::set<std::string_view> words[2];
  for (const std::string_view word : split(one, " ")) words[0].insert(trimmed_signs(word, kSigns));
  for (const std::string_view word : split(other, " "))
    words[1].insert(trimmed_signs(word, kSigns));
  const std::size_t shorter = std::min(words[0].size(), words[1].size());
  const auto shared = std::ranges::count_if(
      words[0], [&](std::string_view word) { return words[1].contains(word); });
  return static_cast<std::size_t>(shared) * 2 >= shorter;
}

Message did_you_mean(const std::optional<std::string>& near, Message otherwise) {
  return near ? say("có phải `{}`?", "did you mean `{}`?", *near) : std::move(otherwise);
}

Message offer_nearest(std::string_view seen, const std::vector<std::string>& candidates,
                      Message otherwise) {
  return did_you_mean(nearest(seen, candidates), std::move(otherwise));
}

}  // namespace wardplan
