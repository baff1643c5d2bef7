#include "write/sheet_formats.h"

#include <array>

namespace wardplan {

std::span<const SheetFormat> sheet_formats() {
  static constexpr std::array kFormats = {
      SheetFormat{"md", write_markdown}, SheetFormat{"csv", write_csv},
      SheetFormat{"json", write_json}, SheetFormat{"text", write_text}};
  return kFormats;
}

}  // namespace wardplan
