#include "rules/part.h"

#include <cstdint>
#include <string_view>

#include "text/trim.h"

namespace wardplan {
namespace {

Span at_offset(Span whole, std::size_t begin, std::size_t size) {
  const auto first = whole.begin + static_cast<std::uint32_t>(begin);
  return {whole.file, first, first + static_cast<std::uint32_t>(size)};
}

Span part_of_block(Span whole, std::string_view written, std::string_view part) {
  const std::size_t at = written.find(part, written.find('\n'));
  const bool once = at != std::string_view::npos && written.rfind(part) == at;
  return once ? at_offset(whole, at, part.size()) : whole;
}

}  // namespace

Span part_of(const Sources& sources, Span span, std::string_view value, std::size_t begin,
             std::size_t end) {
  std::string_view written = sources.text(span);
  std::size_t skipped = 0;
  if (begin >= end || written.empty()) return span;
  if (written.front() == '|' || written.front() == '>')
    return part_of_block(span, written, value.substr(begin, end - begin));
  if (written.size() >= 2 && (written.front() == '"' || written.front() == '\'')) {
    written = written.substr(1, written.size() - 2);
    skipped = 1;
  }
  // A value is kept without the blanks around it.
  const std::size_t blanks = pass(written, kBlanks);
  written = trimmed(written);
  if (written != value) return span;
  return at_offset(span, skipped + blanks + begin, end - begin);
}

}  // namespace wardplan
