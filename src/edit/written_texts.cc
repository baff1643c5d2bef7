#include "edit/written_texts.h"

#include <algorithm>
#include <optional>

#include "text/edit.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Columns that lines get below their key.
constexpr std::size_t kDeeper = 2;

struct Gatherer {
  std::string_view bytes;
  WrittenTexts& known;

  /// `around`: the column of the key or dash that a text is below.
  void visit(const yaml::Node& node, std::size_t around) {
    if (node.kind == yaml::Kind::scalar) return add(node, around);
    const std::size_t inner = column(bytes, node.span.begin);
    for (const yaml::Node& item : node.items) visit(item, inner);
    for (const yaml::Pair& pair : node.pairs) visit(pair.value, inner);
  }

  void add(const yaml::Node& node, std::size_t around) {
    const std::size_t line = line_end(bytes, node.span.begin);
    if (line >= node.span.end) return;
    std::vector<std::string_view> lines;
    for (std::size_t at = next_line(bytes, line); at < node.span.end; at = next_line(bytes, at)) {
      const std::size_t end = std::min<std::size_t>(line_end(bytes, at), node.span.end);
      lines.push_back(bytes.substr(at, end - at));
    }
    const bool in_block = node.style == yaml::Style::literal || node.style == yaml::Style::folded;
    auto written = in_block ? block(node, lines, around) : folded(node, lines);
    // A short text in a line of its own is written so for one place alone.
    if (written && (!in_block || lines.size() > 1))
      known.try_emplace(std::string(node.text), std::move(*written));
  }

  /// In quotes: what indents its lines is no part of it.
  std::optional<WrittenText> folded(const yaml::Node& node,
                                    const std::vector<std::string_view>& lines) const {
    const std::size_t first = line_end(bytes, node.span.begin) - node.span.begin;
    WrittenText written{.sign = std::string(bytes.substr(node.span.begin, first))};
    for (const std::string_view one : lines) written.lines.emplace_back(trimmed(one));
    return written;
  }

  std::optional<WrittenText> block(const yaml::Node& node,
                                   const std::vector<std::string_view>& lines,
                                   std::size_t around) const {
    const std::size_t end = find_or_end(bytes, kBlanks, node.span.begin);
    WrittenText written{.sign = std::string(bytes.substr(node.span.begin, end - node.span.begin)),
                        .in_block = true};
    // One that keeps empty lines at its end would take those that come behind it.
    if (written.sign.find('+') != std::string::npos) return std::nullopt;
    std::size_t depth = 0;
    for (const std::string_view one : lines)
      if (depth == 0 && !is_blank(one, " ")) depth = pass(one, " ");
    for (char& sign : written.sign) {
      if (!is_digit(sign)) continue;
      depth = around + static_cast<std::size_t>(sign - '0');
      sign = static_cast<char>('0' + kDeeper);
    }
    for (const std::string_view one : lines)
      written.lines.emplace_back(one.substr(std::min(depth, one.size())));
    return written;
  }
};

}  // namespace

std::vector<std::string> WrittenText::below(std::size_t column) const {
  std::vector<std::string> out;
  for (const std::string& line : lines)
    out.push_back(line.empty() ? line : std::string(column + kDeeper, ' ') + line);
  return out;
}

void add_written_texts(std::string_view bytes, const yaml::Node& root, WrittenTexts& known) {
  Gatherer{bytes, known}.visit(root, 0);
}

}  // namespace wardplan
