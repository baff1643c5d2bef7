#include "compare/remarks.h"

#include <algorithm>

#include "compare/changes.h"
#include "compare/pairs.h"
#include "text/alignment.h"
#include "text/edit.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Gathers elements and where scalars stand, keys among them.
struct Gatherer {
  std::string_view bytes;
  std::vector<Element> elements = {};
  std::vector<Span> scalars = {};

  std::size_t add(Element element) {
    const std::size_t number = elements.size();
    if (number > 0) {
      Element& owner = elements[element.owner];
      element.before = owner.last;
      owner.last = number;
    }
    elements.push_back(element);
    return number;
  }

  /// What stands in the value of an element.
  void visit(const yaml::Node& node, std::size_t owner, bool in_brackets) {
    if (node.kind == yaml::Kind::scalar) scalars.push_back(node.span);
    const bool flow = in_brackets || node.flow;
    const std::size_t dash = column(bytes, node.span.begin);
    const auto element = [&](std::size_t begin, std::size_t end) {
      return Element{begin, end, flow ? column(bytes, begin) : dash, flow, owner};
    };
    for (const yaml::Node& item : node.items)
      visit(item, add(element(item.span.begin, item.span.end)), flow);
    for (const yaml::Pair& pair : node.pairs) {
      scalars.push_back(pair.key.span);
      visit(pair.value, add(element(pair.key.span.begin, pair.value.span.end)), flow);
    }
  }
};

/// Whether a comment begins at each `#`, asked in the order of the text.
struct CommentSigns {
  std::string_view bytes;
  const std::vector<Span>& scalars;
  std::size_t next = 0;

  bool begins(std::size_t at) {
    while (next < scalars.size() && scalars[next].end <= at) ++next;
    const bool in_scalar = next < scalars.size() && scalars[next].begin <= at;
    // Behind the sign of a text in lines of its own stands a comment that is within its span.
    const char opens = in_scalar ? bytes[scalars[next].begin] : ' ';
    const bool behind_sign =
        (opens == '|' || opens == '>') && line_end(bytes, scalars[next].begin) > at;
    const bool apart = at == 0 || is_one_of(bytes[at - 1], kBlanks) || at == line_begin(bytes, at);
    return apart && (!in_scalar || behind_sign);
  }
};

/// Says which element a comment is about.
struct OwnerSearch {
  std::string_view bytes;
  const std::vector<Element>& all;

  /// The first element that begins behind a place.
  std::size_t first_behind(std::size_t at) const {
    const auto found = std::ranges::upper_bound(all, at, {}, &Element::begin);
    return static_cast<std::size_t>(found - all.begin());
  }

  /// The innermost that a comment in a column closes.
  std::size_t closed_by(std::size_t element, std::size_t column) const {
    for (;;) {
      const auto last = all[element].last;
      if (!last || all[*last].in_brackets || all[*last].column >= column) return element;
      element = *last;
    }
  }

  void find_below(Remark& remark) const {
    const std::size_t at = column(bytes, remark.begin), next = first_behind(remark.begin);
    const bool none = next == all.size();
    remark.closes =
        none || (!all[next].in_brackets && at > all[next].column && all[next].before.has_value());
    remark.element = !remark.closes ? next : closed_by(none ? 0 : *all[next].before, at);
  }

  /// The outermost that begins and ends on the line; else what begins last, with what it ends.
  void find_beside(Remark& remark) const {
    const std::size_t line = line_begin(bytes, remark.begin);
    std::size_t at = first_behind(remark.begin);
    if (at > 0) --at;
    remark.element = at;
    for (std::size_t one = at; one > 0 && all[one].begin >= line; --one)
      if (all[one].end <= remark.begin) remark.element = one;
    if (all[at].begin >= line) return;
    for (std::size_t owner = all[at].owner; owner > 0 && all[owner].end <= remark.begin;
         owner = all[owner].owner)
      if (all[owner].end > all[remark.element].end) remark.element = owner;
  }
};

std::vector<Remark> remarks_in(std::string_view bytes, const std::vector<Element>& elements,
                               const std::vector<Span>& scalars) {
  CommentSigns signs{bytes, scalars};
  const OwnerSearch search{bytes, elements};
  std::vector<Remark> remarks;
  for (std::size_t at = 0; (at = bytes.find('#', at)) != std::string_view::npos;) {
    if (!signs.begins(at)) {
      ++at;
      continue;
    }
    const std::size_t end = line_end(bytes, at);
    Remark remark{.written = trimmed(bytes.substr(at, end - at)),
                  .begin = at,
                  .alone = is_first_on_line(bytes, at)};
    remark.text = trimmed(trimmed(remark.written, "#"));
    if (remark.alone)
      search.find_below(remark);
    else
      search.find_beside(remark);
    if (!remark.text.empty()) remarks.push_back(remark);
    at = end;
  }
  return remarks;
}

std::size_t size_of(const Tree& tree) {
  std::size_t size = 1;
  for (const Tree& child : tree.children) size += size_of(child);
  return size;
}

struct Counterparts {
  std::vector<std::optional<std::size_t>> found;

  /// The numbers of what stands in an element.
  static std::vector<std::size_t> numbers_in(const Tree& tree, std::size_t number) {
    std::vector<std::size_t> numbers;
    std::size_t next = number + 1;
    for (const Tree& child : tree.children) {
      numbers.push_back(next);
      next += size_of(child);
    }
    return numbers;
  }

  void go(const Tree& from, std::size_t from_at, const Tree& to, std::size_t to_at,
          std::string_view key) {
    found[from_at] = to_at;
    if (from.kind != to.kind) return;
    const std::vector<std::size_t> here = numbers_in(from, from_at), there = numbers_in(to, to_at);
    const auto places = places_of(from, to, key);
    for (std::size_t at = 0; at < here.size(); ++at)
      if (const auto place = places[at])
        go(from.children[at], here[at], to.children[*place], there[*place],
           from.keys.empty() ? key : from.keys[at]);
  }

  static std::vector<std::optional<std::size_t>> places_of(const Tree& from, const Tree& to,
                                                           std::string_view key) {
    if (is_list_of_things(from) && is_list_of_things(to))
      return pair_elements(to, from, key).of_new;
    std::vector<std::optional<std::size_t>> places(from.children.size());
    for (std::size_t at = 0; at < from.keys.size(); ++at)
      if (const Tree* beside = find(to, from.keys[at]))
        places[at] = static_cast<std::size_t>(beside - to.children.data());
    if (!from.keys.empty()) return places;
    Numbering number;
    std::vector<std::size_t> one, other;
    for (const Tree& child : from.children) one.push_back(number(canonical(child)));
    for (const Tree& child : to.children) other.push_back(number(canonical(child)));
    for (const auto& [here, there] : aligned(one, other)) places[here] = there;
    return places;
  }
};

}  // namespace

RemarkedText::RemarkedText(const std::string& text_bytes) : bytes(text_bytes), text(text_bytes) {
  if (!text.root) return;
  tree = tree_of(*text.root);
  Gatherer gatherer{bytes};
  const Span whole = text.root->span;
  gatherer.add({whole.begin, whole.end});
  gatherer.visit(*text.root, 0, false);
  std::ranges::sort(gatherer.scalars, {}, &Span::begin);
  elements = std::move(gatherer.elements);
  remarks = remarks_in(bytes, elements, gatherer.scalars);
}

std::vector<std::optional<std::size_t>> counterparts(const Tree& from, const Tree& to) {
  Counterparts all{std::vector<std::optional<std::size_t>>(size_of(from))};
  all.go(from, 0, to, 0, {});
  return std::move(all.found);
}

}  // namespace wardplan
