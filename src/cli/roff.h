#pragma once

#include <string>
#include <string_view>

// Texts in the language of `man`.

namespace wardplan {

/// A text as it stands on a page: every sign is itself.
std::string in_roff(std::string_view text);

/// How a page begins: its title in capitals, the section of the manual, and its day.
std::string page_head(std::string_view name, int section, std::string_view day,
                      std::string_view version);

/// The same in bold, or set off as the name of a value.
std::string bold(std::string_view text);
std::string italic(std::string_view text);

/// A text whose backticks set off what is typed, which is bold.
std::string prose_in_roff(std::string_view text);

/// Roff in lines of at most 80 signs where it has blanks to break at, none of which begins as a
/// command to `man` does; ends with a line end.
std::string folded_roff(std::string_view roff);

/// Lines that are shown as they are.
std::string example_in_roff(std::string_view lines);

/// A heading.
std::string section_in_roff(std::string_view heading);

/// A word, in roff, and behind it indented what it means, in prose.
std::string entry_in_roff(std::string_view word, std::string_view about);

}  // namespace wardplan
