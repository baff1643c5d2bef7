#pragma once

#include <string>
#include <string_view>

namespace wardplan::mustache {

/// What a printed value has to stand in. In CSV a value is a whole cell: the template writes no
/// quotes around it.
enum class Escape { none, markdown_cell, xml, csv };

/// The value as text of that kind of output; with `none` as it is.
std::string escaped(std::string_view text, Escape escape);

}  // namespace wardplan::mustache
