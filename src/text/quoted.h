#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace wardplan {

/// A text of each element of a list: `texts(kKinds, &Kind::name)`.
template <class List, class Of = std::identity>
std::vector<std::string> texts(const List& list, Of of = {}) {
  std::vector<std::string> out;
  for (const auto& each : list) out.emplace_back(std::invoke(of, each));
  return out;
}

/// "a, b".
std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ");

/// Adds a word to such a list.
void join(std::string& list, std::string_view word, std::string_view separator = ", ");

void join(Message& list, const Message& word, Phrase separator = {", ", ", "});

/// "`a`, `b`", for messages.
std::string quoted_list(const std::vector<std::string>& words);

/// The words with the middle left out (`…`) of what stands between backticks and is long: the text
/// itself is marked where it stands.
Message with_short_quotes(Message message);

/// "one of `a`, `b`"; "there are `a`, `b`".
Message one_of(const std::vector<std::string>& words);
Message there_are(const std::vector<std::string>& words);

/// Number of insertions, deletions, replacements and swaps of neighbours (in characters) from `a`
/// to `b`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

/// The candidate nearest to `seen`, marks and case aside, if it is near enough to be meant; the
/// first of equals.
std::optional<std::string> nearest(std::string_view seen,
                                   const std::vector<std::string>& candidates);

/// The same among names: one that `seen` shortens (`UBMT` of `UB MTTQ`, `HPN` of `Hội Phụ nữ`), or
/// that shortens it, is nearer than those that are spelled like it.
std::optional<std::string> nearest_name(std::string_view seen,
                                        const std::vector<std::string>& candidates);

/// Whether half of the words of the shorter text stand in the other one; signs around them aside.
bool shares_words(std::string_view one, std::string_view other);

/// "did you mean `near`?", or else what is said otherwise.
Message did_you_mean(const std::optional<std::string>& near, Message otherwise = {});

/// The same for the candidate nearest to `seen`.
Message offer_nearest(std::string_view seen, const std::vector<std::string>& candidates,
                      Message otherwise = {});

}  // namespace wardplan
