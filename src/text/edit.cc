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

}  // namespace wardplan
