#include "edit/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "records/entry_keys.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// `key` is one of our own words.
std::string pair(std::string_view key, std::string_view text, bool flow) {
  return fmt::format("{}: {}", key, yaml::scalar(text, flow));
}

std::string pair(const NamedText& named, bool flow) {
  return pair(yaml::scalar(named.name, flow), named.text, flow);
}

std::string braces(const std::vector<std::string>& pairs, bool padded) {
  const std::string_view blank = padded ? " " : "";
  return fmt::format("{{{0}{1}{0}}}", blank, fmt::join(pairs, ", "));
}

std::string one_line(const EntryKey& key, const EntryValue& value, bool flow, bool padded) {
  if (value.text) return pair(key.name, *value.text, flow);
  std::vector<std::string> inner;
  for (const std::string& text : value.list) inner.push_back(yaml::scalar(text, true));
  if (!inner.empty()) return fmt::format("{}: [{}]", key.name, fmt::join(inner, ", "));
  for (const NamedText& named : value.named) inner.push_back(pair(named, true));
  return fmt::format("{}: {}", key.name, braces(inner, padded));
}

/// One key a line, from column `column` on.
std::vector<std::string> block_lines(const EntryDraft& entry, std::size_t column, bool padded) {
  std::vector<std::string> lines;
  for (const EntryKey& key : entry_keys()) {
    const EntryValue& value = entry[key.id];
    if (!value.given()) continue;
    std::string line = one_line(key, value, false, padded);
    if (value.named.empty() || column + display_width(line) <= kMostColumns) {
      lines.push_back(std::move(line));
      continue;
    }
    lines.push_back(fmt::format("{}:", key.name));
    for (const NamedText& named : value.named) lines.push_back(blanks(2) + pair(named, false));
  }
  return lines;
}

// Elements within brackets.

constexpr std::size_t kNone = std::string_view::npos;

/// An element of brackets: a value of a list, or a key with its value.
struct Element {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Element> elements(const yaml::Node& brackets) {
  std::vector<Element> all;
  for (const yaml::Node& item : brackets.items) all.push_back({item.span.begin, item.span.end});
  for (const yaml::Pair& pair : brackets.pairs)
    all.push_back({pair.key.span.begin, pair.value.span.end});
  return all;
}

Edit insertion(std::size_t at, std::string text) { return {at, at, std::move(text)}; }
Edit deletion(std::size_t begin, std::size_t end) { return {begin, end, {}}; }

/// The element has its lines to itself: they go, and the comma that it no longer needs.
std::vector<Edit> without_own_lines(std::string_view bytes, const Element& last,
                                    std::size_t comma_before, std::size_t comma_behind) {
  std::vector<Edit> edits;
  const bool behind_here = comma_behind < line_end(bytes, last.end);
  const std::size_t needless = behind_here             ? kNone
                               : comma_before != kNone ? comma_before
                                                       : comma_behind;
  if (needless < last.begin) edits.push_back(deletion(needless, needless + 1));
  edits.push_back(without_lines(bytes, line_begin(bytes, last.begin), next_line(bytes, last.end)));
  if (needless != kNone && needless > last.begin) edits.push_back(deletion(needless, needless + 1));
  return edits;
}

}  // namespace

std::size_t comma_in(std::string_view bytes, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (bytes[at] == ',') return at;
    if (bytes[at] == '#') at = line_end(bytes, at);
  }
  return kNone;
}

const Node* last_mapping(const Node& list) {
  const Node* last = nullptr;
  for (const Node& entry : list.items)
    if (entry.kind == Kind::mapping) last = &entry;
  return last;
}

bool is_padded(std::string_view bytes, const Node& mapping) {
  return mapping.flow && !mapping.pairs.empty() && bytes[mapping.span.begin + 1] == ' ';
}

std::size_t gap_behind_dash(std::string_view bytes, const Node& list) {
  const std::size_t entry = list.items.back().span.begin;
  const std::size_t dash = line_begin(bytes, entry) + column(bytes, list.span.begin);
  const bool beside = is_first_on_line(bytes, dash) && bytes[dash] == '-' && dash + 1 < entry;
  return beside ? entry - dash - 1 : 1;
}

void Layouts::Models::offer(int at_rank, const Seen& list) {
  if (at_rank > rank) return;
  if (at_rank < rank) seen.clear();
  rank = at_rank;
  seen.push_back(list);
}

void Layouts::Models::settle() {
  for (std::size_t at = seen.size(); at-- > 1;)
    seen[at - 1].begin = std::min(seen[at - 1].begin, seen[at].begin);
}

const Layouts::Models::Seen* Layouts::Models::before(std::size_t end) const {
  if (seen.empty()) return nullptr;
  const auto behind = std::ranges::lower_bound(seen, end, {}, &Seen::begin);
  return behind == seen.begin() ? &seen.front() : &*std::prev(behind);
}

Layouts::Layouts(std::string_view bytes, const Node& root) : bytes_(bytes), root_(root) {
  visit(root, false);
  top_dashes_.settle();
  dashes_.settle();
  entries_.settle();
}

void Layouts::visit(const Node& node, bool in_list) {
  for (const Node& item : node.items) visit(item, true);
  for (const Pair& pair : node.pairs) {
    visit(pair.value, in_list);
    if (pair.value.kind != Kind::sequence) continue;
    const int rank = pair.key.text == "updates"   ? 0
                     : pair.key.text == "targets" ? 1
                     : in_list                    ? 2
                                                  : 3;
    const Models::Seen list{&pair.value, &node, pair.value.span.begin};
    if (!pair.value.flow) dashes_.offer(rank, list);
    if (!pair.value.flow && &node == &root_) top_dashes_.offer(rank, list);
    if (rank < 2 && last_mapping(pair.value) != nullptr) entries_.offer(rank, list);
  }
}

Layout Layouts::in(const Node& item) const {
  Layout layout;
  const bool top = &item == &root_ && !top_dashes_.seen.empty();
  if (const auto* seen = (top ? top_dashes_ : dashes_).before(item.span.end)) {
    const std::size_t key = column(bytes_, seen->owner->span.begin);
    const std::size_t dash = column(bytes_, seen->list->span.begin);
    layout.indent = dash > key ? dash - key : 0;
    layout.gap = gap_behind_dash(bytes_, *seen->list);
  }
  if (const auto* seen = entries_.before(item.span.end)) {
    const Node& entry = *last_mapping(*seen->list);
    layout.block = !entry.flow;
    layout.padded = is_padded(bytes_, entry);
  }
  return layout;
}

std::string flow_text(const EntryDraft& entry, bool padded) {
  std::vector<std::string> pairs;
  for (const EntryKey& key : entry_keys())
    if (entry[key.id].given()) pairs.push_back(one_line(key, entry[key.id], true, padded));
  return braces(pairs, padded);
}

std::vector<std::string> entry_lines(const EntryDraft& entry, std::size_t dash,
                                     const Layout& layout) {
  const std::string head = blanks(dash) + '-' + blanks(layout.gap);
  if (!layout.block) {
    std::string line = head + flow_text(entry, layout.padded);
    if (display_width(line) <= kMostColumns) return {std::move(line)};
  }
  std::vector<std::string> lines = block_lines(entry, head.size(), layout.padded);
  for (std::string& line : lines)
    line = (&line == &lines.front() ? head : blanks(head.size())) + line;
  return lines;
}

Edit lines_behind(std::string_view bytes, std::size_t at, const std::vector<std::string>& lines) {
  const std::string_view line_end = line_break(bytes, at);
  const bool ended = is_ended(bytes, at);
  std::string text;
  for (const std::string& line : lines) {
    if (!ended) text += line_end;
    text += line;
    if (ended) text += line_end;
  }
  return insertion(next_line(bytes, at), std::move(text));
}

Edit without_lines(std::string_view bytes, std::size_t begin, std::size_t end) {
  const bool at_end = end == bytes.size() && !bytes.ends_with('\n');
  return deletion(at_end && begin > 0 ? line_end(bytes, begin - 1) : begin, end);
}

std::vector<Edit> add_element(std::string_view bytes, const yaml::Node& brackets,
                              const std::string& text) {
  const std::vector<Element> all = elements(brackets);
  if (all.empty()) return {insertion(brackets.span.begin + 1, text)};
  const Element& last = all.back();
  const std::size_t close = brackets.span.end - 1, line = line_end(bytes, last.end);
  const std::size_t comma = comma_in(bytes, last.end, close);
  const bool comma_elsewhere = comma != kNone && comma > line;
  if (!is_first_on_line(bytes, last.begin) || comma_elsewhere)
    return {insertion(last.end, ", " + text)};
  const std::string indent(column(bytes, last.begin), ' ');
  if (close < line)
    return {insertion(last.end, "," + std::string(line_break(bytes, last.end)) + indent + text)};
  std::vector<Edit> edits;
  if (comma == kNone) edits.push_back(insertion(last.end, ","));
  edits.push_back(lines_behind(bytes, last.end, {indent + text + (comma == kNone ? "" : ",")}));
  return edits;
}

std::vector<Edit> remove_element(std::string_view bytes, const yaml::Node& brackets) {
  const std::vector<Element> all = elements(brackets);
  if (all.empty()) return {};
  const Element& last = all.back();
  const std::size_t close = brackets.span.end - 1;
  const std::size_t behind = comma_in(bytes, last.end, close);
  const bool only = all.size() == 1;
  const std::size_t before = only ? kNone : comma_in(bytes, all[all.size() - 2].end, last.begin);
  if (is_first_on_line(bytes, last.begin) && line_end(bytes, last.end) < close)
    return without_own_lines(bytes, last, before, behind);
  std::vector<Edit> edits;
  if (only) {
    edits.push_back(deletion(last.begin, last.end));
    if (behind != kNone) edits.push_back(deletion(behind, behind + 1));
  } else if (is_blank(bytes.substr(before + 1, last.begin - before - 1))) {
    edits.push_back(deletion(before, last.end));
  } else {
    edits.push_back(deletion(before, before + 1));
    edits.push_back(deletion(last.begin, last.end));
  }
  return edits;
}

}  // namespace wardplan
