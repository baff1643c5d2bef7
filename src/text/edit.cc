#include "text/edit.h"

#include <algorithm>
#include <stdexcept>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {

std::string apply_edits(std::string_view bytes, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < at || edit.end < edit.begin || edit.end > bytes.size())
      throw std::logic_error("edits overlap, are out of order or outside the text");
    out += bytes.substr(at, edit.begin - at);
    out += edit.text;
    at = edit.end;
  }
  out += bytes.substr(at);
  return out;
}

std::vector<Edit> joined(std::vector<Edit> edits, const std::vector<Edit>& more) {
  edits.insert(edits.end(), more.begin(), more.end());
  std::ranges::stable_sort(edits, {}, &Edit::begin);
  return edits;
}

std::vector<Edit> composed(const std::vector<Edit>& first, const std::vector<Edit>& second) {
  std::vector<Edit> edits = first;
  std::vector<Edit> apart;
  // From the last one, so that what goes into an inserted text leaves the places before it.
  for (auto insert = second.rbegin(); insert != second.rend(); ++insert) {
    if (insert->begin != insert->end) throw std::logic_error("only insertions can be composed");
    std::size_t place = insert->begin;
    bool inside = false;
    for (std::size_t at = 0; at < first.size() && !inside; ++at) {
      const Edit& edit = first[at];
      if (place < edit.begin) break;
      inside = place <= edit.begin + edit.text.size();
      if (inside)
        edits[at].text.insert(place - edit.begin, insert->text);
      else
        place = place - edit.text.size() + (edit.end - edit.begin);
    }
    if (!inside) apart.insert(apart.begin(), {place, place, insert->text});
  }
  return joined(edits, apart);
}

std::size_t line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  if (before != std::string_view::npos) return before + 1;
  return bytes.starts_with(kBom) ? std::min(at, kBom.size()) : 0;
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  const bool ended = end < bytes.size();
  return ended && end > line_begin(bytes, at) && bytes[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool is_ended(std::string_view bytes, std::size_t at) {
  return bytes.find('\n', at) != std::string_view::npos;
}

std::string_view line_break(std::string_view bytes, std::size_t at) {
  std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) end = bytes.rfind('\n');
  const bool crlf = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

std::size_t column(std::string_view bytes, std::size_t at) { return at - line_begin(bytes, at); }

bool is_first_on_line(std::string_view bytes, std::size_t at) {
  const std::size_t begin = line_begin(bytes, at);
  return is_blank(bytes.substr(begin, at - begin));
}

}  // namespace wardplan
