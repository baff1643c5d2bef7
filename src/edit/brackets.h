#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/edit.h"
#include "yaml/node.h"

namespace wardplan {

/// Adds `text` as the last element of a list or mapping in brackets, laid out as the one before it:
/// on the same line or on its own, with or without a trailing comma.
std::vector<Edit> add_element(std::string_view bytes, const yaml::Node& brackets,
                              const std::string& text);

/// Takes the last element out again: the very bytes that `add_element` has put in. An element with
/// lines of its own goes with them and the comment behind it.
std::vector<Edit> remove_element(std::string_view bytes, const yaml::Node& brackets);

/// Deletes the whole lines [begin, end) of a text; the last line of a file without a final line end
/// goes with the line end before it.
Edit without_lines(std::string_view bytes, std::size_t begin, std::size_t end);

/// Puts whole lines, without line ends, behind the line around byte `at`; that line's end is used.
Edit lines_behind(std::string_view bytes, std::size_t at, const std::vector<std::string>& lines);

}  // namespace wardplan
