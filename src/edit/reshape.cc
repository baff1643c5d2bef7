#include "edit/reshape.h"

#include <fmt/format.h>

#include <algorithm>

#include "edit/file_text.h"
#include "edit/habits.h"
#include "edit/layout.h"
#include "edit/tree_text.h"
#include "text/alignment.h"
#include "text/trim.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;

Edit insertion(std::size_t at, std::string text) { return {at, at, std::move(text)}; }
Edit deletion(std::size_t begin, std::size_t end) { return {begin, end, {}}; }

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// An element of a list or mapping, with its key.
Span element_span(const Node& owner, std::size_t at) {
  if (owner.kind == Kind::sequence) return owner.items[at].span;
  const yaml::Pair& pair = owner.pairs[at];
  return {pair.key.span.file, pair.key.span.begin, pair.value.span.end};
}

std::size_t size_of(const Node& owner) { return owner.items.size() + owner.pairs.size(); }

/// A text that is the same of values that are the same, and of no others.
std::string exact_text(const Tree& tree) {
  std::string out =
      fmt::format("{}{}:{}", static_cast<int>(tree.kind), tree.text.size(), tree.text);
  for (std::size_t at = 0; at < tree.children.size(); ++at) {
    if (!tree.keys.empty()) out += fmt::format("{}={}", tree.keys[at].size(), tree.keys[at]);
    out += exact_text(tree.children[at]);
  }
  return out += ";";
}

/// What makes one value of a file another.
struct Reshaper {
  std::string_view bytes;
  const Habits& habits;
  const Layouts& layouts;
  const WrittenTexts& written;
  std::vector<Edit> edits = {};
  /// A key comes before those that stay, or these in another order.
  bool out_of_order = false;
  /// Where the keys around a value stand.
  std::size_t owner_column = 0;
  /// Behind the colon before a value; none: it is an element of a list.
  std::size_t behind_colon = std::string_view::npos;

  TreeText text_at(const Node& near) const {
    return {habits, layouts.in(near), near.span.end, &written};
  }

  void value(const Node& old, const Tree& wanted, std::string_view key, bool flow) {
    const Tree now = tree_of(old);
    if (now == wanted) return;
    if (old.kind == Kind::scalar && wanted.kind == Kind::scalar)
      other_text(old, wanted.text, key, flow);
    else if (old.kind == Kind::mapping && wanted.kind == Kind::mapping)
      mapping(old, wanted, flow || old.flow);
    else if (old.kind == Kind::sequence && wanted.kind == Kind::sequence &&
             !wanted.children.empty() && !is_short_list(old, wanted))
      list(old, now, wanted, key, flow);
    else
      replace(old, wanted, key, flow);
  }

  /// Brackets on one line with texts, in which nothing has a place of its own.
  bool is_short_list(const Node& list, const Tree& wanted) const {
    const std::string_view text = bytes.substr(list.span.begin, list.span.end - list.span.begin);
    return list.flow && !wanted.children.empty() && wanted.children.front().kind == Kind::scalar &&
           text.find_first_of("\n#") == std::string_view::npos &&
           std::ranges::all_of(list.items,
                               [](const Node& one) { return one.kind == Kind::scalar; });
  }

  /// A comment behind the sign of a text in lines of its own stays.
  void replace_text(const Node& old, const std::string& text) {
    const bool in_lines = old.style == yaml::Style::literal || old.style == yaml::Style::folded;
    const std::size_t line = line_end(bytes, old.span.begin);
    const std::size_t sign = std::min(line, bytes.find_first_of(" \t", old.span.begin));
    edits.push_back({old.span.begin, in_lines ? sign : old.span.end, text});
    if (in_lines && line < old.span.end) edits.push_back(deletion(line, old.span.end));
  }

  void other_text(const Node& old, const std::string& text, std::string_view key, bool flow) {
    const auto found = written.find(text);
    if (flow || behind_colon == std::string_view::npos || found == written.end())
      return replace_text(old, habits.scalar(key, text, flow, old.span.begin));
    const WrittenText& lines = found->second;
    if (lines.in_block) {
      replace_text(old, lines.sign);
      const std::size_t last = std::max<std::size_t>(old.span.begin, old.span.end - 1);
      edits.push_back(lines_behind(bytes, last, lines.below(owner_column)));
      return;
    }
    std::string all = lines.sign;
    for (const std::string& line : lines.below(owner_column))
      all.append(line_break(bytes, old.span.begin)).append(line);
    replace_text(old, all);
  }

  /// A text in the place of a list, or the other way round.
  void replace(const Node& old, const Tree& wanted, std::string_view key, bool flow) {
    const TreeText writer = text_at(old);
    const std::string text = wanted.kind == Kind::scalar
                                 ? habits.scalar(key, wanted.text, flow, old.span.begin)
                                 : writer.flow(wanted, key);
    const bool in_lines = (old.kind == Kind::sequence || old.kind == Kind::mapping) && !old.flow;
    if (!in_lines || behind_colon == std::string_view::npos) {
      edits.push_back({old.span.begin, old.span.end, (old.kind == Kind::null ? " " : "") + text});
      return;
    }
    // The list goes with its lines; the text comes behind the colon.
    const std::size_t begin = line_begin(bytes, old.span.begin);
    edits.push_back(insertion(behind_colon, " " + text));
    edits.push_back(without_lines(bytes, begin, next_line(bytes, old.span.end)));
  }

  void mapping(const Node& old, const Tree& wanted, bool flow) {
    std::vector<std::size_t> kept;
    for (std::size_t at = 0; at < wanted.keys.size();) {
      const yaml::Pair* pair = yaml::find(old, wanted.keys[at]);
      if (pair != nullptr) {
        kept.push_back(static_cast<std::size_t>(pair - old.pairs.data()));
        owner_column = column(bytes, old.span.begin);
        behind_colon = bytes.find(':', pair->key.span.end) + 1;
        value(pair->value, wanted.children[at], wanted.keys[at], flow);
        ++at;
        continue;
      }
      const std::size_t first = at;
      while (at < wanted.keys.size() && yaml::find(old, wanted.keys[at]) == nullptr) ++at;
      if (kept.empty())
        out_of_order = true;
      else
        add_keys(old, kept.back(), wanted, first, at, flow);
    }
    out_of_order = out_of_order || !std::ranges::is_sorted(kept);
    for (std::size_t at = 0; at < old.pairs.size(); ++at)
      if (std::ranges::find(kept, at) == kept.end()) remove(old, at);
  }

  void add_keys(const Node& old, std::size_t behind, const Tree& wanted, std::size_t from,
                std::size_t to, bool flow) {
    const TreeText writer = text_at(old);
    if (flow)
      add_in_brackets(old, behind, writer.flow_pairs(wanted, from, to));
    else
      edits.push_back(lines_behind(bytes, element_span(old, behind).end,
                                   writer.lines(wanted, from, to, column(bytes, old.span.begin))));
  }

  void add_in_brackets(const Node& old, std::size_t behind, const std::string& text) {
    if (behind + 1 < size_of(old)) {
      edits.push_back(insertion(element_span(old, behind).end, separator_at(old, behind) + text));
      return;
    }
    for (Edit& edit : add_element(bytes, old, text)) edits.push_back(std::move(edit));
  }

  /// Elements with lines of their own get others likewise.
  std::string separator_at(const Node& old, std::size_t at) const {
    const std::size_t begin = element_span(old, at).begin;
    const bool own_line = at + 1 < size_of(old) && is_first_on_line(bytes, begin) &&
                          is_first_on_line(bytes, element_span(old, at + 1).begin);
    if (!own_line) return ", ";
    return "," + std::string(line_break(bytes, begin)) + blanks(column(bytes, begin));
  }

  /// What both have in common stays; of what stands between, each gives way to the one at its
  /// place.
  void list(const Node& old, const Tree& now, const Tree& wanted, std::string_view key, bool flow) {
    const std::size_t had = now.children.size(), has = wanted.children.size();
    Aligned same = had == has ? Aligned() : in_common(now.children, wanted.children);
    same.emplace_back(had, has);
    std::size_t begin = 0, next = 0;
    for (const auto& [end, next_end] : same) {
      const std::size_t changed = std::min(end - begin, next_end - next);
      for (std::size_t at = 0; at < changed; ++at) {
        behind_colon = std::string_view::npos;
        value(old.items[begin + at], wanted.children[next + at], key, flow || old.flow);
      }
      for (std::size_t at = begin + changed; at < end; ++at) remove(old, at);
      if (next_end > next + changed)
        add_elements(old, begin + changed,
                     std::span(wanted.children).subspan(next + changed, next_end - next - changed),
                     key, flow);
      begin = end + 1;
      next = next_end + 1;
    }
  }

  /// The elements that two lists have in common: both ends, and those between.
  static Aligned in_common(const std::vector<Tree>& had, const std::vector<Tree>& has) {
    std::size_t begin = 0, end = 0;
    const std::size_t both = std::min(had.size(), has.size());
    while (begin < both && had[begin] == has[begin]) ++begin;
    while (end < both - begin && had[had.size() - 1 - end] == has[has.size() - 1 - end]) ++end;
    Aligned same;
    for (std::size_t at = 0; at < begin; ++at) same.emplace_back(at, at);
    Numbering number;
    std::vector<std::size_t> one, other;
    for (std::size_t at = begin; at < had.size() - end; ++at)
      one.push_back(number(exact_text(had[at])));
    for (std::size_t at = begin; at < has.size() - end; ++at)
      other.push_back(number(exact_text(has[at])));
    for (const auto& [old_at, new_at] : aligned(one, other))
      same.emplace_back(begin + old_at, begin + new_at);
    for (std::size_t at = end; at > 0; --at) same.emplace_back(had.size() - at, has.size() - at);
    return same;
  }

  /// Puts elements before the one at `at`, or behind the last.
  void add_elements(const Node& old, std::size_t at, std::span<const Tree> added,
                    std::string_view key, bool flow) {
    const bool empty = old.items.empty();
    if (empty && !flow && is_bare(old)) return fill_brackets(old, added, key);
    const Node& near = empty ? old : old.items[at > 0 ? at - 1 : 0];
    const TreeText writer = text_at(near);
    if (old.flow) {
      std::string text;
      for (const Tree& one : added) text += (text.empty() ? "" : ", ") + writer.flow(one, key);
      if (at > 0 || empty) return add_in_brackets(old, at - 1, text);
      edits.push_back(insertion(near.span.begin, text + separator_at(old, 0)));
      return;
    }
    std::vector<std::string> lines;
    for (const Tree& one : added) {
      std::vector<std::string> more = element_lines(old, near, one, key, writer);
      if (is_spaced(old)) more.insert(at > 0 ? more.begin() : more.end(), "");
      lines.insert(lines.end(), more.begin(), more.end());
    }
    edits.push_back(at > 0 ? lines_behind(bytes, last_own_line(near, old), lines)
                           : lines_before(old.span.begin, lines));
  }

  /// Brackets with nothing but blanks in them and before them.
  bool is_bare(const Node& list) const {
    return list.flow &&
           is_blank(bytes.substr(list.span.begin + 1, list.span.end - list.span.begin - 2)) &&
           behind_colon <= list.span.begin &&
           is_blank(bytes.substr(behind_colon, list.span.begin - behind_colon));
  }

  /// The first elements of a list that was `[]` get lines of their own.
  void fill_brackets(const Node& old, std::span<const Tree> added, std::string_view key) {
    const TreeText writer = text_at(old);
    std::vector<std::string> lines;
    for (const Tree& one : added)
      for (std::string& line : writer.element(one, key, owner_column + 2, 1, false))
        lines.push_back(std::move(line));
    edits.push_back(deletion(behind_colon, old.span.end));
    edits.push_back(lines_behind(bytes, old.span.end, lines));
  }

  std::vector<std::string> element_lines(const Node& old, const Node& near, const Tree& added,
                                         std::string_view key, TreeText writer) const {
    const std::size_t dash = column(bytes, old.span.begin);
    const std::size_t inner = column(bytes, near.span.begin);
    const bool beside = inner > dash && near.kind == Kind::mapping;
    const std::size_t gap = beside ? inner - dash - 1 : gap_behind_dash(bytes, old);
    if (near.flow) writer.layout.padded = is_padded(bytes, near);
    return writer.element(added, key, dash, gap, near.flow);
  }

  /// Whether elements have an empty line between them.
  bool is_spaced(const Node& list) const {
    if (list.items.size() < 2 || list.items.front().kind != Kind::mapping) return false;
    const std::size_t line = line_begin(bytes, list.items[1].span.begin);
    return line > 0 && line_begin(bytes, line - 1) == line_end(bytes, line - 1);
  }

  /// A byte of the last line that belongs to an element: comments deeper than its dash are its own.
  std::size_t last_own_line(const Node& element, const Node& list) const {
    const std::size_t dash = column(bytes, list.span.begin);
    std::size_t last = element.span.end;
    for (std::size_t at = next_line(bytes, last); at < bytes.size(); at = next_line(bytes, at)) {
      const std::size_t sign = bytes.find_first_not_of(' ', at);
      if (sign == std::string_view::npos || bytes[sign] != '#' || sign - at <= dash) break;
      last = at;
    }
    return last;
  }

  /// Comments right above an element, as deep as its dash, are its own.
  Edit lines_before(std::size_t at, const std::vector<std::string>& lines) const {
    const std::size_t dash = column(bytes, at);
    std::size_t begin = line_begin(bytes, at);
    while (begin > 0) {
      const std::size_t above = line_begin(bytes, begin - 1);
      const std::size_t sign = bytes.find_first_not_of(' ', above);
      if (bytes[sign] != '#' || sign - above < dash) break;
      begin = above;
    }
    std::string text;
    for (const std::string& line : lines) text.append(line).append(line_break(bytes, at));
    return insertion(begin, text);
  }

  void remove(const Node& owner, std::size_t at) {
    const Span span = element_span(owner, at);
    if (!owner.flow) {
      edits.push_back(
          without_lines(bytes, line_begin(bytes, span.begin), next_line(bytes, span.end)));
      return;
    }
    // The comma before it goes with it, and of the first the one behind it; comments stay.
    const bool first = at == 0 && size_of(owner) > 1;
    const std::size_t begin = at > 0 ? element_span(owner, at - 1).end : span.begin;
    const std::size_t end = first ? element_span(owner, 1).begin : span.end;
    const std::size_t comma = first    ? comma_in(bytes, span.end, end)
                              : at > 0 ? comma_in(bytes, begin, span.begin)
                                       : std::string_view::npos;
    if (bytes.substr(begin, end - begin).find('#') == std::string_view::npos)
      return edits.push_back(deletion(begin, end));
    edits.push_back(deletion(span.begin, span.end));
    if (comma != std::string_view::npos) edits.push_back(deletion(comma, comma + 1));
  }
};

/// Whether edits, in their order, change different bytes.
bool are_apart(const std::vector<Edit>& edits) {
  return std::ranges::adjacent_find(edits, [](const Edit& one, const Edit& next) {
           return next.begin < one.end;
         }) == edits.end();
}

}  // namespace

ChangedText reshape(const std::string& bytes, const Tree& wanted, const WrittenTexts& written) {
  const FileText before(bytes);
  const Habits habits(*before.root);
  const Layouts layouts(bytes, *before.root);
  Reshaper reshaper{bytes, habits, layouts, written};
  reshaper.value(*before.root, wanted, "", false);
  ChangedText changed;
  changed.edits = joined({}, reshaper.edits);
  if (reshaper.out_of_order || !are_apart(changed.edits))
    return {.refusal = {"tệp trình bày theo lối không viết thay đổi này vào được; hãy sửa tay",
                        "the change can't be written into the file as that is laid out; edit it by "
                        "hand"}};
  changed.bytes = apply_edits(bytes, changed.edits);
  const FileText after(changed.bytes);
  // A reader's warnings go with what a text says, which may be what was asked for.
  const auto errors_of = [](const FileText& text) { return text.report.counts()[Severity::error]; };
  const auto fault = after.root && errors_of(after) <= errors_of(before)
                         ? first_difference(tree_of(*after.root), wanted)
                         : std::optional<std::string>("YAML");
  if (fault)
    return {.refusal =
                say("thay đổi này sẽ làm tệp khác đi ở chỗ khác (`{}`); hãy sửa tay chỗ ấy",
                    "the change would alter the file elsewhere (`{}`); edit it by hand", *fault)};
  return changed;
}

}  // namespace wardplan
