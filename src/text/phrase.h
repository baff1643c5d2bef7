#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

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
};

/// Formats the same arguments into both languages; the two texts must use the same placeholders.
template <class... Args>
Message say(fmt::format_string<const Args&...> vi, fmt::format_string<const Args&...> en,
            const Args&... args) {
  return {fmt::format(vi, args...), fmt::format(en, args...)};
}

}  // namespace wardplan
