#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/layout.h"

namespace wardplan::document {

/// A form in which documents leave the program.
struct Format {
  std::string_view name;
  /// Bytes that no terminal can show.
  bool binary = false;
  std::string (*write)(const Document&, const Layout&);
};

std::span<const Format> formats();

}  // namespace wardplan::document
