#include "template/escape.h"

#include "text/csv.h"
#include "text/markdown.h"
#include "text/markup.h"

namespace wardplan::mustache {

std::string escaped(std::string_view text, Escape escape) {
  switch (escape) {
    case Escape::none:
      break;
    case Escape::markdown_cell:
      return markdown_text(text);
    case Escape::xml:
      return xml_text(text);
    case Escape::csv:
      return csv_cell(text);
  }
  return std::string(text);
}

}  // namespace wardplan::mustache
