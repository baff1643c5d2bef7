#include "records/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "figures/numerals.h"
#include "records/mistyped.h"
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
      if (!ends(places[stack.back()].number, number)) return;
      stack.pop_back();
    }
  }

  static bool ends(const RowNumber& open, const RowNumber& number) {
    if (open.kind == NumberKind::star) return true;
    const bool same = open.kind == number.kind;
    if (number.kind == NumberKind::path) return same && !is_prefix(open.path, number.path);
    if (!is_part(number.kind)) return false;
    // `II.1` stands in `I` where it doesn't belong, which is told.
    if (same) return open.path.size() >= number.path.size();
    return number.kind == NumberKind::letter || open.kind != NumberKind::letter;
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
  // A row is asked for by what stands on paper, also where another number was meant.
  const bool as_written = place.number.meant && place.number.kind == NumberKind::path;
  std::string own = number_text(as_written ? parse_row_number(row.number.value) : place.number);
  if (own.empty()) own = row.number.given ? row.number.value : fmt::format("?{}", index + 1);
  if (place.step_of) return places[*place.step_of].address + "." + own;
  // A heading without a number, or an item with a letter, is named by the heading above it.
  const bool named_by_above = place.number.kind == NumberKind::star ||
                              (place.number.kind == NumberKind::letter && !row.is_heading());
  const RowIndex above = named_by_above ? place.numbered_section : RowIndex();
  if (above && above != place.part) own = number_text(places[*above].number) + "." + own;
  return place.part ? places[*place.part].address + "." + own : own;
}

/// Names a row whose address others have, too, by which of them it is.
void tell_apart(std::string& address, std::unordered_map<std::string, int>& met) {
  if (const int times = ++met[address]; times > 1) address += fmt::format("#{}", times);
}

/// Tells capital letters from Roman numbers: `C` is no hundred, for no plan has a hundred parts; I,
/// V and X are Roman unless their turn as letters has come.
struct Letters {
  int last = 0;
  /// Of the items of one section.
  int last_item = 0;

  void judge(std::string_view text, bool heading, RowNumber& number) {
    if (heading) last_item = 0;
    const auto letter = letter_number(text);
    if (!letter) return;
    int& before = heading ? last : last_item;
    const int value = letter->path.front();
    const bool may_be_roman = number.kind == NumberKind::part && number.path.front() <= 10;
    const bool turn = letter->divides() ? value == last : is_next_letter(before, value);
    if (may_be_roman && !turn) return;
    number = *letter;
    if (heading || !number.divides()) before = value;
  }
};

/// What the letters of a heading's number look like; the number itself where they are as they
/// should be.
std::string looks_like(const std::string& text) {
  const auto word = find_look_alike(text);
  return word && word->begin == 0 ? word->meant + text.substr(word->end) : text;
}

/// Letters of Roman numbers or what is typed for them (`Il`, `V/`), whether they make one or not.
bool looks_roman(const std::string& text) {
  const std::size_t letters = std::min(text.find_first_not_of("IVXLCl1|"), text.size());
  return text.substr(0, letters).find_first_of("IVX") != std::string::npos &&
         text.find_first_not_of(".)/:", letters) == std::string::npos;
}

/// Goes through the rows, one after the other.
struct Outliner {
  const std::vector<Row>& rows;
  /// What rows were meant to have instead of what is written; empty: nothing.
  std::vector<std::optional<RowNumber>> mistyped = {};
  std::vector<Place> places{rows.size()};
  Open open{places};
  Letters letters = {};
  RowIndex letter = {}, part = {};
  int last_part = 0;
  /// The last row, lettered step, `-` and `+`: each is a step of those before it here.
  std::array<RowIndex, 4> owners = {};

  RowNumber heading_number(const std::string& text) {
    RowNumber number = parse_row_number(text);
    letters.judge(text, true, number);
    if (number.kind != NumberKind::other) return number;
    const std::string meant = looks_like(text);
    RowNumber like = parse_row_number(meant);
    letters.judge(meant, true, like);
    if (is_part(like.kind)) return like;
    // What is none of its series is the next part: what is wrong is told once.
    return looks_roman(text) ? RowNumber{NumberKind::part, {last_part + 1}, true} : number;
  }

  RowNumber item_number(const std::string& text) {
    if (const auto step = step_number(text)) return *step;
    RowNumber number = parse_row_number(text);
    letters.judge(text, false, number);
    if (!number.divides() || !part) return number;
    // `I.1` in the part `I` is its `1`.
    const RowNumber& above = places[*part].number;
    if (above.kind != number.kind || !is_prefix(above.path, number.path)) return number;
    const auto rest = number.path.begin() + static_cast<std::ptrdiff_t>(above.path.size());
    return {NumberKind::path, {rest, number.path.end()}};
  }

  RowIndex owner_of(std::size_t at) {
    const RowNumber& number = places[at].number;
    const bool step = number.kind == NumberKind::step;
    const std::size_t level = !step ? 0 : number.mark == '+' ? 3 : number.mark == '-' ? 2 : 1;
    RowIndex owner;
    for (std::size_t above = 0; above < level; ++above)
      if (owners[above]) owner = owners[above];
    owners[level] = at;
    std::fill(owners.begin() + static_cast<std::ptrdiff_t>(level) + 1, owners.end(), RowIndex());
    return owner;
  }

  void put_heading(std::size_t at) {
    Place& place = places[at];
    open.close_for(place.number);
    const bool opens_part = is_part(place.number.kind);
    const bool is_letter = place.number.kind == NumberKind::letter;
    if (opens_part) part = is_letter ? RowIndex() : letter;
    put(at);
    open.stack.push_back(at);
    if (opens_part) {
      part = at;
      last_part = is_letter ? 0 : place.number.path.front();
    }
    if (is_letter) letter = at;
  }

  void put(std::size_t at) {
    places[at].part = part;
    places[at].section = open.top();
    places[at].numbered_section = open.numbered();
  }

  void go() {
    std::unordered_map<std::string, int> met;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      Place& place = places[at];
      const std::string& text = rows[at].number.value;
      const bool heading = rows[at].is_heading();
      if (!mistyped.empty() && mistyped[at])
        place.number = *mistyped[at];
      else
        place.number = heading ? heading_number(text) : item_number(text);
      place.step_of = owner_of(at);
      if (heading) {
        put_heading(at);
      } else {
        if (place.number.kind == NumberKind::path) open.close_for_item(place.number.path);
        put(at);
      }
      place.address = own_address(rows[at], places, at);
      // A mistyped number leaves the row whose own it is its plain address.
      if (mistyped.empty() || !mistyped[at]) tell_apart(place.address, met);
    }
    for (std::size_t at = 0; at < mistyped.size(); ++at)
      if (mistyped[at]) tell_apart(places[at].address, met);
  }
};

}  // namespace

std::vector<Place> make_outline(const std::vector<Row>& rows) {
  Outliner written{rows};
  written.go();
  auto mistyped = mistyped_numbers(rows, written.places);
  if (mistyped.empty()) return std::move(written.places);
  Outliner meant{rows, std::move(mistyped)};
  meant.go();
  return std::move(meant.places);
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

namespace {

/// Whether words say a count of something already: `(02 nhiệm vụ)`, `hai nhiệm vụ`.
bool says_count(std::string_view text, const Count& count) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(') continue;
    const std::string_view rest = text.substr(at);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    auto number = whole_number(rest.substr(0, digits));
    std::size_t size = digits;
    if (!number)
      if (const auto words = number_in_words(rest)) number = words->value, size = words->size;
    if (number == count.number && fold(trimmed(rest.substr(size))).starts_with(fold(count.noun)))
      return true;
  }
  return false;
}

}  // namespace

std::string heading_as_issued(const Row& heading) {
  const std::string& name = heading.heading.value;
  if (!heading.declares.given) return name;
  const Count& count = heading.declares.value;
  if (says_count(name, count)) return name;
  return count.noun.empty() ? fmt::format("{} ({:02})", name, count.number)
                            : fmt::format("{} ({:02} {})", name, count.number, count.noun);
}

}  // namespace wardplan
