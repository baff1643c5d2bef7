#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "table/csv.h"
#include "table/encoding.h"
#include "table/readers.h"
#include "table/text_sink.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

bool has_pipes(const Source& source) {
  for (std::uint32_t line = 2; line <= source.line_count(); ++line)
    if (is_pipe_rule(source.line(line)) && trimmed(source.line(line - 1)).starts_with('|'))
      return true;
  return false;
}

/// Two cells or more in two lines, or in the only one.
bool has_tabs(const Source& source) {
  std::size_t rows = 0, lines = 0;
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const std::string_view text = trimmed(source.line(line));
    if (text.empty()) continue;
    ++lines;
    if (text.find('\t') != std::string_view::npos) ++rows;
  }
  return rows >= 2 || (rows == 1 && lines == 1);
}

/// As many cells in every row, which prose hasn't.
bool looks_like_csv(const Source& source, const ReadOptions& options) {
  const Grid grid =
      read_csv(source, 0, {.separator = options.separator, .titled = false, .blanks = true});
  if (!grid.problems.empty() || grid.rows.size() < 2 || grid.rows.front().size() < 2) return false;
  return std::ranges::all_of(
      grid.rows, [&](const GridRow& row) { return row.size() == grid.rows.front().size(); });
}

/// The sign that most of the first lines have, where the very first is a title without any.
std::optional<char> likely_separator(const Source& source, const ReadOptions& options) {
  constexpr std::string_view kSigns = ",;\t";
  constexpr std::uint32_t kLookedAt = 50;
  if (options.separator) return options.separator;
  std::array<std::size_t, kSigns.size()> lines = {};
  bool first = true;
  for (std::uint32_t line = 1; line <= std::min(source.line_count(), kLookedAt); ++line) {
    const std::string_view text = source.line(line);
    if (is_blank(text)) continue;
    if (std::exchange(first, false) && find_or_end(text, kSigns) < text.size()) return std::nullopt;
    for (std::size_t at = 0; at < kSigns.size(); ++at)
      if (text.find(kSigns[at]) != std::string_view::npos) ++lines[at];
  }
  const auto* most = std::ranges::max_element(lines);
  if (*most == 0 || trimmed(source.bytes()).starts_with("sep=")) return std::nullopt;
  return kSigns[static_cast<std::size_t>(most - lines.begin())];
}

TextLayout layout_of(const Source& source, const ReadOptions& options) {
  const std::string name = fold(source.path());
  if (options.layout) return *options.layout;
  if (options.separator) return TextLayout::csv;
  if (has_pipes(source)) return TextLayout::pipes;
  if (has_tabbed_cells(source)) return TextLayout::lines;
  if (name.ends_with(".csv") || trimmed(source.bytes()).starts_with("sep=")) return TextLayout::csv;
  if (has_tabs(source)) return TextLayout::tabs;
  return looks_like_csv(source, options) ? TextLayout::csv : TextLayout::lines;
}

}  // namespace

ReadCell text_cell(std::string_view text, std::uint32_t line, std::uint32_t column) {
  std::string tidy;
  for (const std::string_view each : split(text, "\n"))
    if (!is_blank(each)) tidy += (tidy.empty() ? "" : "\n") + std::string(trimmed(each));
  return {.text = xml_safe(tidy), .row = line, .column = column};
}

void TextSink::outside(std::string_view text, std::uint32_t line) {
  text = trimmed(text);
  if (text.empty()) return;
  allowance_.take(1, text.size());
  last_words_ = xml_safe(text);
  file_.outside.push_back({OutsideKind::paragraph, last_words_, file_.tables.size(), {}, line});
}

void TextSink::row(ReadRow row) {
  const bool empty =
      std::ranges::all_of(row.cells, [](const ReadCell& cell) { return cell.text.empty(); });
  gap_ = gap_ || row.after_gap || empty;
  if (empty) return;
  if (row.cells.size() > kMaxColumns)
    refuse(say("dòng {} có hơn {} ô", "line {} has more than {} cells", row.cells[0].row,
               kMaxColumns));
  std::size_t bytes = 0;
  for (const ReadCell& cell : row.cells) bytes += cell.text.size();
  allowance_.take(row.cells.size(), bytes);
  if (!open_) {
    file_.tables.push_back({.title = std::exchange(last_words_, {}),
                            .number = static_cast<std::uint32_t>(file_.tables.size() + 1)});
    gap_ = false;
  }
  open_ = true;
  row.after_gap = std::exchange(gap_, false);
  ReadTable& table = file_.tables.back();
  table.columns = std::max(table.columns, row.cells.size());
  table.rows.push_back(std::move(row));
}

void read_csv_text(const Source& source, const ReadOptions& options, TextSink& sink) {
  Grid grid = read_csv(
      source, 0, {.separator = likely_separator(source, options), .titled = false, .blanks = true});
  for (GridProblem& problem : grid.problems)
    sink.file().problems.push_back(
        {say("{}:{}: {}", "{}:{}: {}", problem.place.line, problem.place.column, problem.message),
         std::move(problem.help),
         {}});
  if (!grid.problems.empty()) return;
  for (const GridRow& cells : grid.rows) {
    ReadRow row;
    for (const GridCell& cell : cells)
      row.cells.push_back(
          text_cell(without_formula_mark(cell.text), cell.place.line, cell.place.column));
    sink.row(std::move(row));
  }
}

void read_text(std::string_view bytes, std::string_view name, const ReadOptions& options,
               ReadFile& file) {
  const Source source(std::string(name), in_utf8(bytes, options.encoding));
  TextSink sink(file);
  switch (layout_of(source, options)) {
    case TextLayout::csv:
      return read_csv_text(source, options, sink);
    case TextLayout::tabs:
      return read_tabs(source, sink);
    case TextLayout::pipes:
      return read_pipes(source, sink);
    case TextLayout::lines:
      return read_lines(source, sink);
  }
}

}  // namespace wardplan::tables
