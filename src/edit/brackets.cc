#include "edit/layout.h"

#include "text/edit.h"
#include "text/trim.h"

namespace wardplan {
namespace {

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

/// The comma between two elements or behind the last one; comments may hold others.
std::size_t comma_in(std::string_view bytes, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (bytes[at] == ',') return at;
    if (bytes[at] == '#') at = line_end(bytes, at);
  }
  return kNone;
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
