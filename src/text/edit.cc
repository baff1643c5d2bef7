#include "text/edit.h"

#include <algorithm>
#include <stdexcept>

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

}  // namespace wardplan
