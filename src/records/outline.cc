#include "records/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <unordered_map>

#include "figures/numerals.h"
#include "records/record.h"
#include "text/look_alike.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_part(NumberKind kind) { return kind == NumberKind::part || kind == NumberKind::letter; }

using Path = std::span<const int>;

bool is_prefix(Path prefix, Path path) {
  return prefix.size() < path.size() && std::ranges::equal(prefix, path.first(prefix.size()));
}

/// Headings that are open, outermost first.
struct Open {
  const std::vector<Place>& places;
  std::vector<std::size_t> stack = {};

  RowIndex top() const { return stack.empty() ? RowIndex() : stack.back(); }

  RowIndex numbered() const {
    for (auto at = stack.rbegin(); at != stack.rend(); ++at)
      if (kind(*at) != NumberKind::star) return *at;
    return {};
  }

  /// Closes what ends where this heading begins.
  void close_for(const RowNumber& number) {
    while (!stack.empty()) {
      const NumberKind open = kind(stack.back());
      const bool ends = number.kind == NumberKind::letter ||
                        (number.kind == NumberKind::part && open != NumberKind::letter) ||
                        open == NumberKind::star ||
                        (number.kind == NumberKind::path && open == NumberKind::path &&
                         !is_prefix(places[stack.back()].number.path, number.path));
      if (!ends) return;
      stack.pop_back();
    }
  }

  /// An item that goes on after a subsection (`1.2` after the section `1.1`) closes it; any other
  /// number that doesn't belong stays where it stands, and is told.
  void close_for_item(Path path) {
    const Path parent = path.first(path.size() - 1);
    std::size_t keep = stack.size();
    while (keep > 0 && !is_part(kind(stack[keep - 1])) &&
           !std::ranges::equal(path_of(keep - 1), parent))
      --keep;
    const bool found =
        keep > 0 ? kind(stack[keep - 1]) == NumberKind::path || parent.empty() : parent.empty();
    if (!found) return;
    // Between the parent and the top stand the subsection and what is open in it.
    for (std::size_t at = keep; at < stack.size(); ++at)
      if (kind(stack[at]) == NumberKind::path) {
        if (path_of(at).size() != path.size() || path_of(at).back() + 1 != path.back()) return;
        stack.resize(at);
        return;
      }
  }

  /// Of a heading with a path; of others one that is no item's.
  Path path_of(std::size_t open) const {
    static constexpr int kNone[] = {-1};
    const RowNumber& number = places[stack[open]].number;
    return number.kind == NumberKind::path ? Path(number.path) : Path(kNone);
  }

  NumberKind kind(std::size_t row) const { return places[row].number.kind; }
};

std::string own_address(const Row& row, const std::vector<Place>& places, std::size_t index) {
  const Place& place = places[index];
  std::string own = number_text(place.number);
  if (own.empty()) own = row.number.given ? row.number.value : fmt::format("?{}", index + 1);
  // A heading without a number is named by the heading above it.
  const bool star = place.number.kind == NumberKind::star;
  const RowIndex above = star ? place.numbered_section : RowIndex();
  if (above && above != place.part) own = number_text(places[*above].number) + "." + own;
  return place.part ? places[*place.part].address + "." + own : own;
}

std::string path_text(const std::vector<int>& path) {
  std::string text;
  for (const int number : path) join(text, std::to_string(number), ".");
  return text;
}

/// Names a row whose address others have, too, by which of them it is.
void tell_apart(std::string& address, std::unordered_map<std::string, int>& met) {
  if (const int times = ++met[address]; times > 1) address += fmt::format("#{}", times);
}

/// Takes capital letters for parts where a plan has a heading `A`: `C` is a hundred otherwise.
struct Letters {
  bool used;
  int next = 1;

  void judge(const Row& row, RowNumber& number) {
    const int value = used && row.is_heading() ? value_of(row.number.value) : 0;
    // I, V and X are Roman unless their turn as letters has come; no plan has a hundred parts.
    const bool may_be_roman = number.kind == NumberKind::part && number.path.front() <= 10;
    if (value == 0 || (value != next && may_be_roman)) return;
    number = {NumberKind::letter, {value}};
    next = value + 1;
  }

  static int value_of(std::string_view text) {
    if (text.size() == 2 && (text[1] == '.' || text[1] == ')')) text.remove_suffix(1);
    return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' ? text[0] - 'A' + 1 : 0;
  }
};

/// A heading's number that is none of its series: what its letters look like, or else, where they
/// are those of Roman numbers, the next part; what is wrong is told once.
RowNumber number_meant(const std::string& text, const RowNumber& number, int last_part) {
  if (const auto word = find_look_alike(text); word && word->begin == 0 && !word->meant.empty()) {
    const RowNumber like = parse_row_number(word->meant + text.substr(word->end));
    if (like.kind == NumberKind::part) return like;
  }
  const std::size_t letters = std::min(text.find_first_not_of("IVXLC"), text.size());
  const bool roman = letters > 0 && text.find_first_not_of(".)", letters) == std::string::npos;
  return roman ? RowNumber{NumberKind::part, {last_part + 1}, true} : number;
}

/// Rows whose text under `key` is this one.
template <class KeyOf>
std::vector<std::size_t> rows_with(const Plan& plan, const std::string& wanted, KeyOf key_of) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    if (fold(key_of(row)) == wanted) rows.push_back(row);
  return rows;
}

/// An address without its `#2`.
std::string plain(const std::string& address) { return address.substr(0, address.find('#')); }

AddressSearch one_of(const Plan& plan, const std::vector<std::size_t>& rows) {
  if (rows.size() == 1) return {.row = rows.front()};
  AddressSearch search{.ambiguous = true};
  for (const std::size_t row : rows) {
    const std::string& address = plan.outline[row].address;
    const auto same = [&](std::size_t other) {
      return other != row && plain(plan.outline[other].address) == plain(address);
    };
    // The first of several with one address is told from the others.
    const bool first = address == plain(address) && std::ranges::any_of(rows, same);
    search.candidates.push_back(first ? address + "#1" : address);
  }
  return search;
}

}  // namespace

RowNumber parse_row_number(std::string_view text) {
  if (text.empty()) return {NumberKind::none, {}};
  if (text == "*") return {NumberKind::star, {}};
  // `1.` and `1)` are habits of writing `1`.
  if (text.size() > 1 && (text.ends_with('.') || text.ends_with(')'))) text.remove_suffix(1);
  if (!is_digit(text[0]))
    if (const auto value = roman_value(text)) return {NumberKind::part, {*value}};
  RowNumber number{NumberKind::path, {}};
  number.path.reserve(1 + static_cast<std::size_t>(std::ranges::count(text, '.')));
  while (true) {
    const std::size_t point = text.find('.');
    const auto value = whole_number(text.substr(0, point));
    if (!value) return {NumberKind::other, {}};
    number.path.push_back(*value);
    if (point == std::string_view::npos) return number;
    text.remove_prefix(point + 1);
  }
}

std::string number_text(const RowNumber& number) {
  switch (number.kind) {
    case NumberKind::letter:
      return std::string(1, static_cast<char>('A' + number.path.front() - 1));
    case NumberKind::part:
      return roman(number.path.front());
    case NumberKind::path:
      return path_text(number.path);
    case NumberKind::star:
      return "*";
    case NumberKind::none:
    case NumberKind::other:
      break;
  }
  return {};
}

std::vector<Place> make_outline(const std::vector<Row>& rows) {
  std::vector<Place> places(rows.size());
  Open open{places};
  std::unordered_map<std::string, int> met;
  Letters letters{.used = std::ranges::any_of(rows, [](const Row& row) {
                    return row.is_heading() && Letters::value_of(row.number.value) == 1;
                  })};
  RowIndex letter, part;
  int last_part = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    Place& place = places[at];
    place.number = parse_row_number(rows[at].number.value);
    letters.judge(rows[at], place.number);
    if (rows[at].is_heading() && place.number.kind == NumberKind::other)
      place.number = number_meant(rows[at].number.value, place.number, last_part);
    if (rows[at].is_heading() && place.number.kind == NumberKind::part)
      last_part = place.number.path.front();
    if (place.number.kind == NumberKind::letter) last_part = 0;
    const NumberKind kind = place.number.kind;
    if (rows[at].is_heading())
      open.close_for(place.number);
    else if (kind == NumberKind::path)
      open.close_for_item(place.number.path);
    const bool opens_part = rows[at].is_heading() && is_part(kind);
    if (opens_part) part = kind == NumberKind::letter ? RowIndex() : letter;
    place.part = part;
    place.section = open.top();
    place.numbered_section = open.numbered();
    if (rows[at].is_heading()) open.stack.push_back(at);
    if (opens_part) part = at;
    if (kind == NumberKind::letter) letter = at;
    place.address = own_address(rows[at], places, at);
    tell_apart(place.address, met);
  }
  return places;
}

AddressSearch find_address(const Plan& plan, std::string_view typed) {
  std::string wanted = fold(typed);
  const auto address_of = [&](std::size_t row) { return plan.outline[row].address; };
  if (wanted.find('#') != std::string::npos) {
    if (wanted.ends_with("#1")) wanted = plain(wanted);
    const auto rows = rows_with(plan, wanted, address_of);
    if (!rows.empty()) return {.row = rows.front()};
  } else {
    auto rows = rows_with(plan, wanted, [&](std::size_t row) { return plain(address_of(row)); });
    if (rows.empty())
      rows = rows_with(plan, wanted,
                       [&](std::size_t row) { return number_text(plan.outline[row].number); });
    if (!rows.empty()) return one_of(plan, rows);
  }
  AddressSearch search;
  std::vector<std::string> known;
  for (std::size_t row = 0; row < plan.row_count(); ++row) known.push_back(address_of(row));
  if (const auto near = nearest(wanted, known)) search.candidates.push_back(*near);
  return search;
}

void add_id_places(const std::vector<Row>& rows, std::vector<Place>& outline) {
  std::unordered_map<std::string, int> met;
  for (const Row& row : rows) {
    Place& place = outline.emplace_back();
    place.number.kind = NumberKind::other;
    place.address = row.number.given ? row.number.value : fmt::format("?{}", outline.size());
    tell_apart(place.address, met);
  }
}

}  // namespace wardplan
