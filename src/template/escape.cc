#include "template/escape.h"

#include <array>

#include "text/csv.h"
#include "text/markdown.h"
#include "text/markup.h"

namespace wardplan::mustache {
namespace {

std::string as_it_is(std::string_view text) { return std::string(text); }

}  // namespace

std::span<const Escaping> escapings() {
  static constexpr std::array kAll = {
      Escaping{"none", as_it_is}, Escaping{"markdown", markdown_text}, Escaping{"html", html_text},
      Escaping{"xml", xml_text}, Escaping{"csv", csv_cell}};
  return kAll;
}

std::string escaped(std::string_view text, Escape escape) {
  return escapings()[static_cast<std::size_t>(escape)].apply(text);
}

}  // namespace wardplan::mustache
