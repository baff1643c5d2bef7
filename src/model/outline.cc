#include "model/outline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "model/record.h"
#include "text/numerals.h"

namespace wardplan {
namespace {

using Form = RowNumber::Form;

bool is_prefix(const std::vector<int>& prefix, const std::vector<int>& path) {
  return prefix.size() < path.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

/// Headings that are open, outermost first.
class Open {
 public:
  explicit Open(const std::vector<Place>& places) : places_(places) {}

  int top() const { return stack_.empty() ? -1 : stack_.back(); }

  int numbered() const {
    for (auto at = stack_.rbegin(); at != stack_.rend(); ++at)
      if (form(*at) != Form::star) return *at;
    return -1;
  }

  /// Closes what ends where this heading begins.
  void close_for(const RowNumber& number) {
    while (!stack_.empty()) {
      const Form open = form(stack_.back());
      const bool ends =
          number.form == Form::part || open == Form::star ||
          (number.form == Form::path && open == Form::path &&
           !is_prefix(places_[static_cast<std::size_t>(stack_.back())].number.path, number.path));
      if (!ends) return;
      stack_.pop_back();
    }
  }

  /// An item that goes on after a subsection (`1.2` after the section `1.1`) closes it; any other
  /// number that doesn't belong stays where it stands, and is told.
  void close_for_item(const std::vector<int>& path) {
    const std::vector<int> parent(path.begin(), path.end() - 1);
    std::size_t keep = stack_.size();
    while (keep > 0 && form(stack_[keep - 1]) != Form::part && path_of(keep - 1) != parent) --keep;
    const bool found =
        keep > 0 ? form(stack_[keep - 1]) == Form::path || parent.empty() : parent.empty();
    if (!found) return;
    // Between the parent and the top stand the subsection and what is open in it.
    for (std::size_t at = keep; at < stack_.size(); ++at)
      if (form(stack_[at]) == Form::path) {
        if (path_of(at).size() != path.size() || path_of(at).back() + 1 != path.back()) return;
        stack_.resize(at);
        return;
      }
  }

  void push(int row) { stack_.push_back(row); }

 private:
  /// Of a heading with a path; of others one that is no item's.
  std::vector<int> path_of(std::size_t open) const {
    const RowNumber& number = places_[static_cast<std::size_t>(stack_[open])].number;
    return number.form == Form::path ? number.path : std::vector<int>{-1};
  }

  Form form(int row) const { return places_[static_cast<std::size_t>(row)].number.form; }

  const std::vector<Place>& places_;
  std::vector<int> stack_;
};

std::string own_address(const Row& row, const Place& place, const std::vector<Row>& rows,
                        int index) {
  std::string own = row.no.given ? row.no.value : fmt::format("?{}", index + 1);
  if (place.number.form == Form::part) return own;
  // A heading without a number is named by the heading above it.
  const bool star = place.number.form == Form::star;
  const int above = star ? place.numbered_section : -1;
  if (above >= 0 && above != place.part)
    own = rows[static_cast<std::size_t>(above)].no.value + "." + own;
  return place.part < 0 ? own : rows[static_cast<std::size_t>(place.part)].no.value + "." + own;
}

}  // namespace

RowNumber parse_row_number(std::string_view text) {
  if (text.empty()) return {Form::none, {}};
  if (text == "*") return {Form::star, {}};
  // `1.` and `1)` are habits of writing `1`.
  if (text.size() > 1 && (text.ends_with('.') || text.ends_with(')'))) text.remove_suffix(1);
  if (const auto value = roman_value(text)) return {Form::part, {*value}};
  RowNumber number{Form::path, {}};
  while (true) {
    const std::size_t point = text.find('.');
    const auto value = whole_number(text.substr(0, point));
    if (!value) return {Form::other, {}};
    number.path.push_back(*value);
    if (point == std::string_view::npos) return number;
    text.remove_prefix(point + 1);
  }
}

std::string join_path(const std::vector<int>& path) {
  return fmt::format("{}", fmt::join(path, "."));
}

std::vector<Place> make_outline(const std::vector<Row>& rows) {
  std::vector<Place> places(rows.size());
  Open open(places);
  std::map<std::string, int> met;
  int part = -1;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const int index = static_cast<int>(at);
    Place& place = places[at];
    place.number = parse_row_number(rows[at].no.value);
    if (rows[at].is_heading())
      open.close_for(place.number);
    else if (place.number.form == Form::path)
      open.close_for_item(place.number.path);
    const bool opens_part = rows[at].is_heading() && place.number.form == Form::part;
    place.part = opens_part ? -1 : part;
    place.section = open.top();
    place.numbered_section = open.numbered();
    if (rows[at].is_heading()) open.push(index);
    if (opens_part) part = index;
    place.address = own_address(rows[at], place, rows, index);
    if (const int times = ++met[place.address]; times > 1)
      place.address += fmt::format("#{}", times);
  }
  return places;
}

}  // namespace wardplan
