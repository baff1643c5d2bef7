#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wardplan::mustache {

/// What a printed value has to stand in. In CSV a value is a whole cell: the template writes no
/// quotes around it.
enum class Escape { none, markdown_cell, html, xml, csv };

/// One kind of output, in the order of `Escape`.
struct Escaping {
  std::string_view name;
  std::string (*apply)(std::string_view text);
};

std::span<const Escaping> escapings();

/// The value as text of that kind of output; with `none` as it is.
std::string escaped(std::string_view text, Escape escape);

}  // namespace wardplan::mustache
