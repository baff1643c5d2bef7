#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace wardplan {

enum class Lang { vi, en };

/// Fixed words in both languages, for tables.
struct Phrase {
  std::string_view vi;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::vi ? vi : en; }
};

/// Words made for one occasion, in both languages.
struct Message {
  std::string vi;
  std::string en;

  Message() = default;
  Message(std::string vietnamese, std::string english)
      : vi(std::move(vietnamese)), en(std::move(english)) {}
  Message(Phrase phrase) : vi(phrase.vi), en(phrase.en) {}

  const std::string& in(Lang lang) const { return lang == Lang::vi ? vi : en; }
  bool empty() const { return vi.empty(); }

  /// Adds words behind these.
  Message& operator+=(const Message& more) {
    vi += more.vi;
    en += more.en;
    return *this;
  }
};

/// An argument of `say` in one language: words that are in both, or the thing itself.
template <class T>
decltype(auto) worded(const T& thing, Lang lang) {
  if constexpr (std::is_same_v<T, Phrase> || std::is_same_v<T, Message>)
    return thing.in(lang);
  else
    return (thing);
}
template <class T>
using Worded = decltype(worded(std::declval<const T&>(), Lang::vi));

/// Formats the same arguments into both languages, each language of a `Phrase` or `Message` into
/// its own text; a text may leave out the last ones.
template <class... Args>
Message say(fmt::format_string<Worded<Args>...> vi, fmt::format_string<Worded<Args>...> en,
            const Args&... args) {
  return {fmt::format(vi, worded(args, Lang::vi)...), fmt::format(en, worded(args, Lang::en)...)};
}

/// For English words: `1 line`, `2 lines`.
template <class Number>
std::string counted(Number number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// `message; hint`, or the message alone without a hint.
inline Message with_hint(Message message, const Message& hint) {
  if (!hint.empty()) message += say("; {}", "; {}", hint);
  return message;
}

}  // namespace wardplan
