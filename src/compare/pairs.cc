#include "compare/pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "records/outline.h"
#include "records/record.h"
#include "text/alignment.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Lists whose rows stand in an outline of numbers.
constexpr std::array kOutlined = {std::string_view("rows"), std::string_view("text")};

/// Keys that say which of a list an element is, in the order of asking; `second` goes with it.
struct NameKey {
  std::string_view key;
  std::string_view second;
};
constexpr NameKey kNameKeys[] = {{"id", ""},   {"number", ""}, {"date", "round"}, {"code", "at"},
                                 {"name", ""}, {"symbol", ""}, {"deduction", ""}};

/// An element without any name is the one that has none: the only target of a row.
constexpr std::string_view kUnnamed = "?";

ElementName own_name(const Tree& element) {
  ElementName named{.name = std::string(kUnnamed), .title = fold(title_under(element))};
  for (const auto& [key, second] : kNameKeys) {
    const Tree* text = find(element, key);
    if (text == nullptr) continue;
    named.shown = text->text;
    named.name = fold(text->text);
    if (!second.empty())
      if (const Tree* more = find(element, second)) named.name += " " + canonical(*more);
    break;
  }
  return named;
}

/// As far as the outline asks.
Row outlined_row(const Tree& element) {
  Row row;
  const auto take = [&](Text& text, std::string_view key) {
    if (const Tree* tree = find(element, key)) text = {tree->text, {}, true};
  };
  take(row.number, "number");
  take(row.heading, "heading");
  take(row.title, "title");
  if (row.heading.given) row.kind = RowKind::heading;
  return row;
}

std::vector<std::string> addresses(const Tree& list) {
  std::vector<Row> rows;
  rows.reserve(list.children.size());
  for (const Tree& element : list.children) rows.push_back(outlined_row(element));
  std::vector<std::string> all;
  for (Place& place : make_outline(rows)) all.push_back(std::move(place.address));
  return all;
}

/// Pairs what is left over of two versions, step by step.
struct Pairer {
  const Tree& before;
  const Tree& after;
  std::vector<ElementName> old_names, new_names;
  Pairing made = {};

  void pair(std::size_t old_at, std::size_t new_at) {
    made.of_old[old_at] = new_at;
    made.of_new[new_at] = old_at;
  }

  void same_in_order() {
    Numbering number;
    std::vector<std::size_t> had, has;
    for (const Tree& one : before.children) had.push_back(number(canonical(one)));
    for (const Tree& one : after.children) has.push_back(number(canonical(one)));
    for (const auto& [old_at, new_at] : aligned(had, has)) pair(old_at, new_at);
  }

  /// Places that are left of each key; an empty key is none.
  template <class KeyOf>
  static std::map<std::string, std::vector<std::size_t>> left_by(
      const std::vector<std::optional<std::size_t>>& paired, KeyOf key_of) {
    std::map<std::string, std::vector<std::size_t>> left;
    for (std::size_t at = 0; at < paired.size(); ++at)
      if (!paired[at])
        if (std::string key = key_of(at); !key.empty()) left[std::move(key)].push_back(at);
    return left;
  }

  /// Pairs what is left with equal keys one by one, `once`: only where a single one has it, and
  /// where `fits` says so.
  template <class OldKey, class NewKey, class Fits>
  void by(OldKey old_key, NewKey new_key, bool once, Fits fits) {
    const auto had = left_by(made.of_old, old_key), has = left_by(made.of_new, new_key);
    for (const auto& [key, places] : had) {
      const auto found = has.find(key);
      if (found == has.end()) continue;
      if (once && (places.size() > 1 || found->second.size() > 1)) continue;
      for (std::size_t at = 0; at < std::min(places.size(), found->second.size()); ++at)
        if (fits(places[at], found->second[at])) pair(places[at], found->second[at]);
    }
  }

  void go() {
    made.of_old.resize(before.children.size());
    made.of_new.resize(after.children.size());
    same_in_order();
    const auto always = [](std::size_t, std::size_t) { return true; };
    by([&](std::size_t at) { return canonical(before.children[at]); },
       [&](std::size_t at) { return canonical(after.children[at]); }, false, always);
    const auto whole = [](const ElementName& one) { return one.name + "\x1f" + one.title; };
    by([&](std::size_t at) { return whole(old_names[at]); },
       [&](std::size_t at) { return whole(new_names[at]); }, false, always);
    by([&](std::size_t at) { return old_names[at].title; },
       [&](std::size_t at) { return new_names[at].title; }, true, always);
    by([&](std::size_t at) { return old_names[at].name; },
       [&](std::size_t at) { return new_names[at].name; }, false,
       [&](std::size_t old_at, std::size_t new_at) {
         const std::string &was = old_names[old_at].title, &is = new_names[new_at].title;
         return (was.empty() && is.empty()) || find(before.children[old_at], "id") != nullptr ||
                shares_words(was, is);
       });
  }
};

}  // namespace

namespace {

/// The text of a list that holds one alone, else the value itself.
const Tree& bare(const Tree& tree) {
  const bool one_text = tree.kind == yaml::Kind::sequence && tree.children.size() == 1 &&
                        tree.children.front().kind == yaml::Kind::scalar;
  return one_text ? tree.children.front() : tree;
}

}  // namespace

bool says_same(const Tree& left, const Tree& right) {
  const Tree &one = bare(left), &other = bare(right);
  if (one.kind != other.kind || one.text != other.text ||
      one.children.size() != other.children.size())
    return false;
  for (std::size_t at = 0; at < one.children.size(); ++at) {
    const Tree* beside = one.keys.empty() ? &other.children[at] : find(other, one.keys[at]);
    if (beside == nullptr || !says_same(one.children[at], *beside)) return false;
  }
  return true;
}

std::string canonical(const Tree& value) {
  const Tree& tree = bare(value);
  std::string out =
      fmt::format("{}{}:{}", static_cast<int>(tree.kind), tree.text.size(), tree.text);
  std::vector<std::size_t> order(tree.children.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  if (!tree.keys.empty())
    std::ranges::sort(order, {}, [&](std::size_t at) { return std::string_view(tree.keys[at]); });
  for (const std::size_t at : order) {
    if (!tree.keys.empty()) out += fmt::format("{}={}", tree.keys[at].size(), tree.keys[at]);
    out += canonical(tree.children[at]);
  }
  return out += ";";
}

std::string_view text_under(const Tree& mapping, std::string_view key) {
  const Tree* found = find(mapping, key);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

std::string_view title_under(const Tree& element) {
  for (const std::string_view key : {"heading", "title", "name"})
    if (const std::string_view text = text_under(element, key); !text.empty()) return text;
  return {};
}

bool is_list_of_things(const Tree& list) {
  return list.kind == yaml::Kind::sequence &&
         std::ranges::all_of(list.children,
                             [](const Tree& one) { return one.kind == yaml::Kind::mapping; });
}

std::vector<ElementName> element_names(const Tree& list, std::string_view key) {
  std::vector<ElementName> names;
  std::vector<std::string> outlined;
  if (std::ranges::find(kOutlined, key) != kOutlined.end()) outlined = addresses(list);
  for (std::size_t at = 0; at < list.children.size(); ++at) {
    const Tree& element = list.children[at];
    ElementName& named = names.emplace_back(own_name(element));
    if (!outlined.empty() && find(element, "id") == nullptr)
      named.name = named.shown = outlined[at];
  }
  return names;
}

Pairing pair_elements(const Tree& before, const Tree& after, std::string_view key) {
  Pairer pairer{before, after, element_names(before, key), element_names(after, key)};
  pairer.go();
  return std::move(pairer.made);
}

}  // namespace wardplan
