#include "text/merge_lines.h"

#include <algorithm>

#include "text/alignment.h"
#include "text/edit.h"

namespace wardplan {
namespace {

using Lines = std::vector<std::string_view>;

/// Lines [begin, end) of the old text that a side has otherwise, and where.
struct Hunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t now = 0;
  std::size_t now_end = 0;
};

std::vector<Hunk> hunks(const std::vector<std::size_t>& base, const std::vector<std::size_t>& now) {
  std::vector<Hunk> all;
  Hunk gap;
  Aligned same = aligned(base, now);
  same.emplace_back(base.size(), now.size());
  for (const auto& [old_at, new_at] : same) {
    gap.end = old_at;
    gap.now_end = new_at;
    if (gap.begin != gap.end || gap.now != gap.now_end) all.push_back(gap);
    gap = {old_at + 1, 0, new_at + 1, 0};
  }
  return all;
}

/// A text as its lines.
struct Side {
  std::string_view text;
  Lines lines = lines_of(text);
  std::vector<std::size_t> numbers = {};
  std::vector<Hunk> hunks = {};
  /// The next hunk, and by how many lines this side is longer before it.
  std::size_t next = 0;
  std::ptrdiff_t shift = 0;

  std::string_view between(std::size_t begin, std::size_t end) const {
    if (begin == end) return {};
    const char* first = lines[begin].data();
    return {first, static_cast<std::size_t>(lines[end - 1].data() + lines[end - 1].size() - first)};
  }

  /// Takes the hunks that begin before or at the end of a stretch, which grows by them.
  bool take(std::size_t& end) {
    bool any = false;
    for (; next < hunks.size() && hunks[next].begin <= end; ++next, any = true) {
      const Hunk& hunk = hunks[next];
      end = std::max(end, hunk.end);
      shift += static_cast<std::ptrdiff_t>(hunk.now_end - hunk.now) -
               static_cast<std::ptrdiff_t>(hunk.end - hunk.begin);
    }
    return any;
  }

  /// Where a line of the old text, before which all hunks were taken, stands here.
  std::size_t place(std::size_t line, std::ptrdiff_t by) const {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line) + by);
  }
};

struct Merger {
  Side base, ours, theirs;
  std::vector<LinesMerged> parts = {};

  void number() {
    Numbering numbering;
    for (Side* side : {&base, &ours, &theirs})
      for (const std::string_view line : side->lines)
        side->numbers.push_back(numbering(std::string(line)));
    ours.hunks = hunks(base.numbers, ours.numbers);
    theirs.hunks = hunks(base.numbers, theirs.numbers);
  }

  static std::size_t next_begin(const Side& side) {
    return side.next < side.hunks.size() ? side.hunks[side.next].begin : std::string::npos;
  }

  void go() {
    number();
    std::size_t at = 0;
    for (;;) {
      const std::size_t begin = std::min({next_begin(ours), next_begin(theirs), base.lines.size()});
      if (begin > at) {
        const std::string_view text = base.between(at, begin);
        parts.push_back({ChangedBy::nobody, text, text, text});
      }
      if (next_begin(ours) == std::string::npos && next_begin(theirs) == std::string::npos) return;
      at = change(begin);
    }
  }

  /// One change from a line on; the line behind it.
  std::size_t change(std::size_t begin) {
    const std::ptrdiff_t our_shift = ours.shift, their_shift = theirs.shift;
    std::size_t end = begin;
    bool by_us = false, by_them = false;
    for (bool grew = true; grew;) {
      const bool us = ours.take(end), them = theirs.take(end);
      by_us = by_us || us;
      by_them = by_them || them;
      grew = us || them;
    }
    LinesMerged part{
        ChangedBy::both, base.between(begin, end),
        ours.between(ours.place(begin, our_shift), ours.place(end, ours.shift)),
        theirs.between(theirs.place(begin, their_shift), theirs.place(end, theirs.shift))};
    if (!by_them) part.by = ChangedBy::ours;
    if (!by_us) part.by = ChangedBy::theirs;
    if (by_us && by_them && part.ours == part.theirs) part.by = ChangedBy::both_alike;
    parts.push_back(part);
    return end;
  }
};

void append_lines(std::string& out, std::string_view text, std::string_view line_break) {
  out += text;
  if (!text.empty() && !text.ends_with('\n')) out += line_break;
}

/// With marks around what `asks` is true of.
template <class Asks>
MarkedLines marked_where(const std::vector<LinesMerged>& parts, const Marks& marks, Asks asks) {
  MarkedLines made;
  for (const LinesMerged& part : parts) {
    if (!asks(part.by)) {
      made.bytes += part.by == ChangedBy::theirs ? part.theirs : part.ours;
      continue;
    }
    made.bytes += marked_difference(part.ours, part.theirs, marks).bytes;
    ++made.conflicts;
  }
  return made;
}

}  // namespace

std::vector<LinesMerged> merged_lines(std::string_view base, std::string_view ours,
                                      std::string_view theirs) {
  Merger merger{.base = {base}, .ours = {ours}, .theirs = {theirs}};
  merger.go();
  return std::move(merger.parts);
}

std::string with_lines(const std::vector<LinesMerged>& parts, ChangedBy of_both) {
  std::string out;
  for (const LinesMerged& part : parts) {
    const ChangedBy by = part.by == ChangedBy::both ? of_both : part.by;
    out += by == ChangedBy::theirs ? part.theirs : part.ours;
  }
  return out;
}

std::string marked(std::string_view ours, std::string_view theirs, std::string_view line_break,
                   const Marks& marks) {
  std::string out = std::string(marks.size, '<') + " " + marks.ours;
  out += line_break;
  append_lines(out, ours, line_break);
  append_lines(out.append(marks.size, '='), line_break, line_break);
  append_lines(out, theirs, line_break);
  return ((out.append(marks.size, '>') += " ") += marks.theirs) += line_break;
}

MarkedLines with_marks(const std::vector<LinesMerged>& parts, const Marks& marks) {
  return marked_where(parts, marks, [](ChangedBy by) { return by == ChangedBy::both; });
}

MarkedLines with_all_marked(const std::vector<LinesMerged>& parts, const Marks& marks) {
  return marked_where(parts, marks, [](ChangedBy by) {
    return by != ChangedBy::nobody && by != ChangedBy::both_alike;
  });
}

MarkedLines marked_difference(std::string_view ours, std::string_view theirs, const Marks& marks) {
  if (ours == theirs) return {std::string(ours), 0};
  const Lines one = lines_of(ours), other = lines_of(theirs);
  std::size_t head = 0, tail = 0;
  const std::size_t both = std::min(one.size(), other.size());
  while (head < both && one[head] == other[head]) ++head;
  while (tail < both - head && one[one.size() - 1 - tail] == other[other.size() - 1 - tail]) ++tail;
  const auto size_of = [](const Lines& lines, std::size_t begin, std::size_t end) {
    std::size_t size = 0;
    for (std::size_t at = begin; at < end; ++at) size += lines[at].size();
    return size;
  };
  const std::size_t begin = size_of(one, 0, head);
  const std::size_t end_size = size_of(one, one.size() - tail, one.size());
  const auto middle = [&](std::string_view text) {
    return text.substr(begin, text.size() - end_size - begin);
  };
  std::string out(ours.substr(0, begin));
  out += marked(middle(ours), middle(theirs), line_break(ours.empty() ? theirs : ours, 0), marks);
  return {out += ours.substr(ours.size() - end_size), 1};
}

}  // namespace wardplan
