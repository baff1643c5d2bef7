#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/finding.h"

namespace wardplan::document {

/// What stands in a text [begin, end) that the XML parser would pass over or read its own way.
struct MarkupFault {
  const Code* code = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  Message message;
  Message help;
};

/// The first open comment, CDATA, instruction, declaration of entities, unknown entity or number of
/// no character outside comments.
std::optional<MarkupFault> find_markup_fault(std::string_view text);

/// Writes every `&nbsp;` as a number, which takes as many bytes: nothing moves.
void name_no_break_spaces(std::string& text);

}  // namespace wardplan::document
