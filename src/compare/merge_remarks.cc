#include "compare/merge_remarks.h"

#include <algorithm>
#include <vector>

#include "text/edit.h"
#include "text/trim.h"

namespace wardplan {
namespace {

using Key = std::pair<std::size_t, std::string_view>;
using Counts = std::map<Key, std::size_t>;

/// Comments by element and text.
Counts counted(const RemarkedText& text) {
  Counts counts;
  for (const Remark& one : text.remarks) ++counts[{one.element, one.text}];
  return counts;
}

std::size_t count_of(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

struct Merger {
  const Versions& versions;
  const Tree& merged;
  WantedRemarks made = {};

  /// How often comments stand at elements of the merged record.
  Counts there(const RemarkedText& side) {
    Counts counts;
    const auto places = counterparts(side.tree, merged);
    for (const Remark& one : side.remarks) {
      if (!places[one.element]) continue;
      const Key key{*places[one.element], one.text};
      ++counts[key];
      auto& wanted = made.all[key];
      if (wanted.written == nullptr) wanted.written = &one;
    }
    find_homeless(side, places);
    return counts;
  }

  void find_homeless(const RemarkedText& side,
                     const std::vector<std::optional<std::size_t>>& places) {
    if (&side == &versions.base) return;
    const auto old_places = counterparts(side.tree, versions.base.tree);
    const Counts old = counted(versions.base);
    for (const auto& [key, count] : counted(side)) {
      const auto [element, text] = key;
      if (places[element]) continue;
      const auto was = old_places[element];
      if (!was || count > count_of(old, {*was, text}))
        made.homeless.emplace(&side == &versions.theirs, element, text);
    }
  }

  void go() {
    const Counts theirs = there(versions.theirs), ours = there(versions.ours),
                 base = there(versions.base);
    for (auto& [key, wanted] : made.all) {
      const std::size_t was = count_of(base, key), mine = count_of(ours, key),
                        other = count_of(theirs, key);
      if (mine == was || mine == other) {
        wanted.count = other;
      } else if (other == was) {
        wanted.count = mine;
      } else {
        wanted.count = std::max(mine, other);
        made.unsure = made.unsure || std::min(mine, other) < was;
      }
    }
  }
};

/// Makes the comments of a text the wanted ones.
struct Mender {
  const RemarkedText& text;
  const WantedRemarks& wanted;
  std::vector<Edit> edits = {};

  void go() {
    Counts left;
    for (const auto& [key, one] : wanted.all) left[key] = one.count;
    std::vector<const Remark*> needless;
    for (const Remark& remark : text.remarks) {
      std::size_t& count = left[{remark.element, remark.text}];
      if (count > 0)
        --count;
      else
        needless.push_back(&remark);
    }
    // What comes to stand where a line goes must come first.
    put_all(left);
    for (const Remark* remark : needless) take_away(*remark);
  }

  /// In the order in which they are written.
  void put_all(const Counts& missing) {
    std::vector<std::pair<const Remark*, std::size_t>> all;
    for (const auto& [key, count] : missing)
      if (count > 0) all.insert(all.end(), count, {wanted.all.at(key).written, key.first});
    std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first->begin; });
    for (const auto& [remark, element] : all) put(*remark, element);
  }

  void take_away(const Remark& remark) {
    const std::string& bytes = text.bytes;
    const std::size_t end = line_end(bytes, remark.begin);
    if (remark.alone) {
      const std::size_t line = line_begin(bytes, remark.begin);
      edits.push_back({line, next_line(bytes, line), {}});
      return;
    }
    std::size_t begin = remark.begin;
    while (bytes[begin - 1] == ' ' || bytes[begin - 1] == '\t') --begin;
    edits.push_back({begin, end, {}});
  }

  void put(const Remark& remark, std::size_t number) {
    const std::string& bytes = text.bytes;
    const Element& element = text.elements[number];
    const std::string line =
        std::string(column_for(element, remark.closes), ' ') + std::string(remark.written);
    if (!remark.alone && has_room_beside(element)) {
      const std::size_t at = line_end(bytes, element.begin);
      edits.push_back({at, at, "  " + std::string(remark.written)});
      return;
    }
    if (!remark.closes) {
      const std::size_t at = line_begin(bytes, element.begin);
      edits.push_back({at, at, line + std::string(line_break(bytes, at))});
      return;
    }
    const std::size_t last = element.end > element.begin ? element.end - 1 : element.end;
    const std::size_t at = number == 0 ? bytes.size() : next_line(bytes, last);
    const std::string end(line_break(bytes, last));
    const bool ended = at == 0 || bytes[at - 1] == '\n';
    edits.push_back({at, at, ended ? line + end : end + line});
  }

  /// Whether an element has its line to itself, and nothing behind it there.
  bool has_room_beside(const Element& element) const {
    const std::size_t end = line_end(text.bytes, element.begin);
    return element.end <= end && element.end > element.begin &&
           is_blank(std::string_view(text.bytes).substr(element.end, end - element.end));
  }

  /// Behind all of an element, as deep as what stands in it.
  std::size_t column_for(const Element& element, bool closes) const {
    if (!closes) return element.column;
    if (element.last && !text.elements[*element.last].in_brackets)
      return text.elements[*element.last].column;
    return element.column + 2;
  }
};

}  // namespace

WantedRemarks wanted_remarks(const Versions& versions, const Tree& merged) {
  Merger merger{versions, merged};
  merger.go();
  return std::move(merger.made);
}

bool has_all(const RemarkedText& text, const WantedRemarks& wanted) {
  Counts counts;
  for (const auto& [key, one] : wanted.all)
    if (one.count > 0) counts[key] = one.count;
  return !wanted.unsure && counts == counted(text);
}

std::optional<std::string> with_wanted(const RemarkedText& text, const WantedRemarks& wanted) {
  if (has_all(text, wanted)) return text.bytes;
  Mender mender{text, wanted};
  mender.go();
  std::string out = apply_edits(text.bytes, joined({}, mender.edits));
  const RemarkedText after(out);
  if (!after.text.root || after.tree != text.tree || !has_all(after, wanted)) return std::nullopt;
  return out;
}

}  // namespace wardplan
