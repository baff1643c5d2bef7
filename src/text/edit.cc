#include "text/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

/// The lines [begin, end) of the old text give way to others.
struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string> added = {};
};

/// Index of the line that holds a byte; the number of lines for a place behind the last line end.
std::size_t line_of(std::string_view before, const Lines& lines, std::size_t at) {
  const auto begins_after = [before](std::size_t place, std::string_view line) {
    return place < static_cast<std::size_t>(line.data() - before.data());
  };
  const auto found = std::upper_bound(lines.begin(), lines.end(), at, begins_after);
  const auto index = static_cast<std::size_t>(found - lines.begin());
  if (index == lines.size() && at == before.size() && before.ends_with('\n')) return index;
  return index == 0 ? 0 : index - 1;
}

/// Whole lines around the edits; edits that touch a line together become one change.
std::vector<Change> whole_lines(std::string_view before, const Lines& lines,
                                const std::vector<Edit>& edits) {
  std::vector<Change> changes;
  const auto offset = [&](std::size_t line) {
    return line < lines.size() ? static_cast<std::size_t>(lines[line].data() - before.data())
                               : before.size();
  };
  for (std::size_t first = 0; first < edits.size();) {
    Change change{.begin = line_of(before, lines, edits[first].begin), .end = 0};
    std::size_t next = first;
    do {
      change.end = std::min(line_of(before, lines, edits[next].end) + 1, lines.size());
      ++next;
    } while (next < edits.size() && line_of(before, lines, edits[next].begin) < change.end);
    const std::size_t begin = offset(change.begin);
    std::vector<Edit> inner(edits.begin() + static_cast<std::ptrdiff_t>(first),
                            edits.begin() + static_cast<std::ptrdiff_t>(next));
    for (Edit& edit : inner) {
      edit.begin -= begin;
      edit.end -= begin;
    }
    const std::string text = apply_edits(before.substr(begin, offset(change.end) - begin), inner);
    for (const std::string_view line : lines_of(text)) change.added.emplace_back(line);
    changes.push_back(std::move(change));
    first = next;
  }
  return changes;
}

/// Takes off the lines at both ends of a change that stay as they are.
void trim(Change& change, const Lines& lines) {
  std::vector<std::string>& added = change.added;
  while (change.end > change.begin && !added.empty() && lines[change.end - 1] == added.back()) {
    --change.end;
    added.pop_back();
  }
  std::size_t same = 0;
  while (change.begin < change.end && same < added.size() && lines[change.begin] == added[same]) {
    ++change.begin;
    ++same;
  }
  added.erase(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(same));
}

void put(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// One hunk of the changes [first, last), which stand near each other; `shift` is by how many lines
/// the changes before it have moved the new text.
std::string hunk(const Lines& lines, const Change* first, const Change* last,
                 std::ptrdiff_t shift) {
  const std::size_t begin = first->begin - std::min(first->begin, kContext);
  const std::size_t end = std::min((last - 1)->end + kContext, lines.size());
  std::string body;
  std::size_t at = begin, added = 0, removed = 0;
  for (const Change* change = first; change != last; ++change) {
    for (; at < change->begin; ++at) put(body, ' ', lines[at]);
    for (; at < change->end; ++at) put(body, '-', lines[at]);
    for (const std::string& line : change->added) put(body, '+', line);
    added += change->added.size();
    removed += change->end - change->begin;
  }
  for (; at < end; ++at) put(body, ' ', lines[at]);
  const std::size_t before = end - begin, after = before + added - removed;
  const auto moved = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift);
  // A side without lines is named by the line in front of it.
  return fmt::format("@@ -{},{} +{},{} @@\n", before > 0 ? begin + 1 : begin, before,
                     after > 0 ? moved + 1 : moved, after) +
         body;
}

std::string hunks(const Lines& lines, const std::vector<Change>& changes) {
  std::string out;
  std::ptrdiff_t shift = 0;
  const Change* const all = changes.data() + changes.size();
  for (const Change* first = changes.data(); first != all;) {
    const Change* last = first + 1;
    while (last != all && last->begin - (last - 1)->end <= 2 * kContext) ++last;
    out += hunk(lines, first, last, shift);
    for (; first != last; ++first)
      shift += std::ssize(first->added) - static_cast<std::ptrdiff_t>(first->end - first->begin);
  }
  return out;
}

/// `a/path`, in quotes with escapes where git writes it so.
std::string quoted(std::string_view side, std::string_view path) {
  constexpr std::string_view kLetters = "abtnvfr";
  std::string out;
  bool plain = true;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 || byte == 0x7F;
    if (control || c == '"' || c == '\\') plain = false;
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (c >= '\a' && c <= '\r')
      out += {'\\', kLetters[static_cast<std::size_t>(c - '\a')]};
    else if (control)
      out += fmt::format("\\{:03o}", byte);
    else
      out += c;
  }
  return plain ? fmt::format("{}/{}", side, path) : fmt::format("\"{}/{}\"", side, out);
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

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

std::size_t line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  if (before != std::string_view::npos) return before + 1;
  return bytes.starts_with(kBom) ? std::min(at, kBom.size()) : 0;
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  const bool ended = end < bytes.size();
  return ended && end > line_begin(bytes, at) && bytes[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool is_ended(std::string_view bytes, std::size_t at) {
  return bytes.find('\n', at) != std::string_view::npos;
}

std::string_view line_break(std::string_view bytes, std::size_t at) {
  std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) end = bytes.rfind('\n');
  const bool crlf = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

std::size_t column(std::string_view bytes, std::size_t at) { return at - line_begin(bytes, at); }

bool is_first_on_line(std::string_view bytes, std::size_t at) {
  const std::size_t begin = line_begin(bytes, at);
  return is_blank(bytes.substr(begin, at - begin));
}

std::string unified_diff(std::string_view before, const std::vector<Edit>& edits,
                         std::string_view path) {
  const Lines lines = lines_of(before);
  std::vector<Change> changes = whole_lines(before, lines, edits);
  for (Change& change : changes) trim(change, lines);
  std::erase_if(changes, [](const Change& change) {
    return change.begin == change.end && change.added.empty();
  });
  if (changes.empty()) return {};
  const std::string old_name = quoted("a", path), new_name = quoted("b", path);
  // Without the tab a name would end at its first blank.
  const std::string_view tab = path.find(' ') == std::string_view::npos ? "" : "\t";
  return fmt::format("diff --git {0} {1}\n--- {0}{2}\n+++ {1}{2}\n", old_name, new_name, tab) +
         hunks(lines, changes);
}

}  // namespace wardplan
