// Edits that somebody makes in the text itself, and where comments stand in it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "edit/file_text.h"
#include "merge/edits.h"
#include "text/edit.h"
#include "text/trim.h"

namespace wardplan::test {
namespace {

const yaml::Node& rows_in(const FileText& text) { return yaml::find(*text.root, "rows")->value; }

/// Puts bytes in where the text goes on saying what is wanted.
bool put_in(Version& version, std::size_t at, const std::string& bytes, const Tree& wanted) {
  std::string out = version.bytes;
  out.insert(at, bytes);
  const FileText after(out);
  if (!after.root || tree_of(*after.root) != wanted) return false;
  version.bytes = std::move(out);
  version.tree = wanted;
  return true;
}

/// Where the lines begin that belong to a row: comments above it that are no deeper than its dash.
std::size_t lines_begin(const std::string& bytes, const yaml::Node& list, std::size_t row) {
  std::size_t begin = line_begin(bytes, list.items[row].span.begin);
  const std::size_t dash = column(bytes, list.span.begin);
  while (begin > 0) {
    const std::size_t above = line_begin(bytes, begin - 1);
    const std::size_t sign = bytes.find_first_not_of(" ", above);
    if (sign >= begin || bytes[sign] != '#' || sign - above > dash) break;
    begin = above;
  }
  return begin;
}

/// The words of a comment at the end of a line; empty: there is none of ours.
std::string word_at_end(std::string_view line) {
  line = trimmed(line);
  const std::size_t sign = line.rfind("# ");
  if (sign == std::string_view::npos || (sign > 0 && line[sign - 1] != ' ')) return "";
  const std::string_view word = line.substr(sign + 2);
  return std::ranges::find(kWords, word) == std::end(kWords) ? "" : std::string(word);
}

bool is_within(const yaml::Node& node, std::size_t at) {
  if (node.kind == yaml::Kind::scalar) return node.span.begin <= at && at < node.span.end;
  return std::ranges::any_of(node.items,
                             [&](const yaml::Node& one) { return is_within(one, at); }) ||
         std::ranges::any_of(node.pairs,
                             [&](const yaml::Pair& one) { return is_within(one.value, at); });
}

/// What edits remark on a row, each once at one place.
std::vector<std::string> remarked(const std::vector<RowEdit>& ours,
                                  const std::vector<RowEdit>& theirs, std::size_t row) {
  std::set<std::pair<std::string, std::string>> all;
  for (const auto* edits : {&ours, &theirs})
    for (const RowEdit& edit : *edits)
      if (edit.kind == EditKind::comment && edit.row == row)
        all.emplace(edit.text, edit.key.empty() ? "row" : "title");
  std::vector<std::string> words;
  for (const auto& [word, place] : all) words.push_back(word);
  return words;
}

}  // namespace

bool add_comment(Version& version, const RowEdit& edit) {
  const FileText text(version.bytes);
  const std::string& bytes = version.bytes;
  const yaml::Node& list = rows_in(text);
  const yaml::Node& row = list.items[*version.rows[edit.row]];
  if (list.flow || row.flow) return false;
  const std::size_t line = line_begin(bytes, row.span.begin);
  const std::string end(line_break(bytes, line)), said = "# " + edit.text;
  if (edit.key.empty()) {
    const std::string blanks(column(bytes, list.span.begin), ' ');
    return put_in(version, line, blanks + said + end, version.tree);
  }
  const yaml::Pair& title = *yaml::find(row, "title");
  const std::size_t behind = line_end(bytes, title.key.span.begin);
  if (edit.key == "beside")
    return title.value.span.end == behind && put_in(version, behind, " " + said, version.tree);
  if (!is_first_on_line(bytes, title.key.span.begin)) return false;
  const std::string blanks(column(bytes, title.key.span.begin), ' ');
  return put_in(version, line_begin(bytes, title.key.span.begin), blanks + said + end,
                version.tree);
}

bool add_lines(Version& version, const RowEdit& edit) {
  const FileText text(version.bytes);
  const std::string& bytes = version.bytes;
  const yaml::Node& list = rows_in(text);
  const std::size_t place = *version.rows[edit.row];
  const yaml::Node& row = list.items[place];
  if (list.flow || row.flow || yaml::find(row, "note") != nullptr) return false;
  const yaml::Pair& title = *yaml::find(row, "title");
  const std::size_t at = next_line(bytes, title.value.span.end - 1);
  if (at == bytes.size()) return false;
  const std::string end(line_break(bytes, at)), blanks(column(bytes, row.span.begin), ' ');
  std::string lines = blanks + "note: |-" + end;
  for (const std::string_view line : split(edit.text, "\n"))
    lines += blanks + "  " + std::string(line) + end;
  if (edit.text.find('\n') == std::string::npos)
    lines = blanks + "note: \"dòng một" + end + blanks + " " + edit.word + " hết\"" + end;
  Tree wanted = version.tree;
  Tree& owner = rows_of(wanted)[place];
  const auto behind = std::ranges::find(owner.keys, "title") - owner.keys.begin() + 1;
  owner.keys.insert(owner.keys.begin() + behind, "note");
  owner.children.insert(owner.children.begin() + behind, text_tree(edit.text));
  return put_in(version, at, lines, wanted);
}

bool move_row(Version& version, const RowEdit& edit) {
  if (!version.rows[edit.at]) return false;
  const FileText text(version.bytes);
  const std::string& bytes = version.bytes;
  const yaml::Node& list = rows_in(text);
  const std::size_t from = *version.rows[edit.row], to = *version.rows[edit.at];
  if (list.flow || from + 1 >= list.items.size()) return false;
  const std::size_t begin = lines_begin(bytes, list, from),
                    end = lines_begin(bytes, list, from + 1), place = lines_begin(bytes, list, to);
  if (place >= begin && place <= end) return false;
  const std::string lines = bytes.substr(begin, end - begin);
  Version made = version;
  made.bytes.erase(begin, end - begin);
  std::vector<Tree>& rows = rows_of(made.tree);
  Tree row = rows[from];
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(from));
  const std::size_t now = to > from ? to - 1 : to;
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(now), std::move(row));
  const Tree wanted = made.tree;
  if (!put_in(made, place > begin ? place - lines.size() : place, lines, wanted)) return false;
  for (auto& one : made.rows) {
    if (!one) continue;
    if (*one == from)
      one = now;
    else if (*one > from && *one <= now)
      --*one;
    else if (*one < from && *one >= now)
      ++*one;
  }
  version = std::move(made);
  return true;
}

std::map<std::string, std::vector<std::string>> comments_of(const Version& version) {
  const FileText text(version.bytes);
  const std::string& bytes = version.bytes;
  const yaml::Node& list = rows_in(text);
  std::map<std::string, std::vector<std::string>> all;
  for (std::size_t row = 0; row < list.items.size(); ++row) {
    std::vector<std::string>& words = all[known_by(rows_of(version.tree)[row])];
    const std::size_t end = list.items[row].span.end;
    for (std::size_t at = lines_begin(bytes, list, row); at < end; at = next_line(bytes, at)) {
      const std::string_view line = std::string_view(bytes).substr(at, line_end(bytes, at) - at);
      const std::string word = word_at_end(line);
      if (!word.empty() && !is_within(list.items[row], at + line.rfind("# ")))
        words.push_back(word);
    }
    std::ranges::sort(words);
  }
  return all;
}

std::string comments_fault(const Version& base, const std::vector<RowEdit>& our_edits,
                           const std::vector<RowEdit>& their_edits, const Version& merged,
                           bool clean) {
  const auto is = comments_of(merged);
  for (std::size_t row = 0; row < base.rows.size(); ++row) {
    const auto there = is.find(known_by(rows_of(base.tree)[row]));
    if (there == is.end()) continue;
    const std::vector<std::string> wanted = remarked(our_edits, their_edits, row);
    const bool right =
        clean ? there->second == wanted : std::ranges::includes(wanted, there->second);
    if (!right)
      return fmt::format("comments of {}: {}, wanted {}", there->first,
                         fmt::join(there->second, "/"), fmt::join(wanted, "/"));
  }
  return "";
}

}  // namespace wardplan::test
