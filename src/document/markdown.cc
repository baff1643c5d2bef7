#include "document/write.h"

#include <algorithm>

#include "document/grid.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan::document {
namespace {

constexpr std::string_view kBlanks = " \t";

bool opens_free(char c) { return is_one_of(c, " \t\n("); }
bool closes_free(char c) { return is_one_of(c, " \t\n.,;:!?)"); }

/// The marks of a look around a text. Asterisks mean something only at the ends of words, tags
/// anywhere.
std::string dressed(std::string text, const Run& look, bool free_standing) {
  if (look.underline) text = "<u>" + text + "</u>";
  if (look.italic) text = free_standing ? "*" + text + "*" : "<i>" + text + "</i>";
  if (look.bold) text = free_standing ? "**" + text + "**" : "<b>" + text + "</b>";
  return text;
}

/// Runs as Markdown; each line of them is dressed for itself. `\n` stays where lines break.
std::string inline_text(const std::vector<Run>& runs) {
  std::string out;
  for (std::size_t at = 0; at < runs.size(); ++at) {
    const Run& run = runs[at];
    const bool ends = at + 1 == runs.size() || runs[at + 1].text.empty() ||
                      closes_free(runs[at + 1].text.front());
    for (std::size_t begin = 0; begin <= run.text.size();) {
      const std::size_t end = find_or_end(run.text, "\n", begin);
      std::string_view line = std::string_view(run.text).substr(begin, end - begin);
      const std::size_t first = pass(line, kBlanks);
      const std::size_t last = line.find_last_not_of(kBlanks) + 1;
      out += line.substr(0, first);
      if (first < last) {
        const bool free_before = out.empty() || opens_free(out.back());
        const bool free_after = last < line.size() || end < run.text.size() || ends;
        out += dressed(markdown_text(line.substr(first, last - first)), run,
                       free_before && free_after);
        out += line.substr(last);
      }
      if (end < run.text.size()) out += '\n';
      begin = end + 1;
    }
  }
  return out;
}

/// A line that Markdown takes for no heading, list, quote, rule or code.
std::string plain_line(std::string_view line) {
  line.remove_prefix(pass(line, kBlanks));
  if (line.empty()) return {};
  if (is_one_of(line.front(), "#+->=")) return "\\" + std::string(line);
  const std::size_t digits = line.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string_view::npos &&
      (line[digits] == '.' || line[digits] == ')'))
    return std::string(line.substr(0, digits)) + "\\" + std::string(line.substr(digits));
  return std::string(line);
}

std::vector<std::string> lines_of(const std::vector<Run>& runs) {
  auto lines = texts(split(inline_text(runs), "\n"));
  // Breaks before and behind all of the text break nothing.
  const auto is_text = [](const std::string& line) { return !is_blank(line, kBlanks); };
  lines.erase(std::find_if(lines.rbegin(), lines.rend(), is_text).base(), lines.end());
  lines.erase(lines.begin(), std::ranges::find_if(lines, is_text));
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::string_view indent = {}) {
  std::string out;
  for (const std::string& line : lines)
    out += (out.empty() ? "" : "\\\n" + std::string(indent)) + plain_line(line);
  return out.empty() ? out : out + "\n";
}

std::string flat(const std::vector<Run>& runs) { return wardplan::joined(lines_of(runs), "<br>"); }

std::string bold(std::vector<Run> runs) {
  for (Run& run : runs) run.bold = true;
  return joined(lines_of(runs));
}

struct WriteBlock {
  std::string operator()(const Paragraph& paragraph) const {
    if (const int level = heading_level(paragraph.style); level > 0) {
      const std::string text = flat(paragraph.runs);
      return text.empty() ? text
                          : std::string(static_cast<std::size_t>(level), '#') + " " + text + "\n";
    }
    if (paragraph.style == Style::subtitle) return bold(paragraph.runs);
    if (paragraph.depth == 0) return joined(lines_of(paragraph.runs));
    const std::string indent(3 * static_cast<std::size_t>(paragraph.depth), ' ');
    if (paragraph.mark.empty()) return indent + joined(lines_of(paragraph.runs), indent);
    const std::string mark =
        paragraph.mark + std::string(3 - std::min<std::size_t>(paragraph.mark.size(), 2), ' ');
    const std::string text = joined(lines_of(paragraph.runs), indent);
    return indent.substr(3) + mark + (text.empty() ? "\n" : text);
  }

  std::string operator()(const Table& table) const {
    return table.style == TableStyle::grid ? pipes(table) : columns(table);
  }

  std::string operator()(const Figure&) const { return {}; }

  std::string operator()(const PageBreak&) const { return {}; }

  static std::string pipes(const Table& table) {
    const Grid grid = lay_out(table);
    auto cells = texts(flat_header(table, grid), markdown_text);
    std::string out = markdown_row(cells);
    cells.assign(cells.size(), "---");
    out += markdown_row(cells);
    for (std::size_t row = table.header_rows; row < grid.rows.size(); ++row) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const Slot& slot = grid.rows[row][column];
        cells[column] = slot.is_origin() ? in_one_line(*slot.cell) : std::string();
      }
      out += markdown_row(cells);
    }
    return out;
  }

  static std::string in_one_line(const Cell& cell) {
    std::string out;
    for (const Paragraph& paragraph : cell.paragraphs) {
      const std::string mark = paragraph.mark.empty() ? "" : paragraph.mark + " ";
      out += (&paragraph == cell.paragraphs.data() ? "" : "<br>") + mark + flat(paragraph.runs);
    }
    return out;
  }

  static std::string columns(const Table& table) {
    const Grid grid = lay_out(table);
    std::string out;
    for (std::size_t column = 0; column < table.widths.size(); ++column)
      for (const auto& row : grid.rows) {
        if (!row[column].is_origin()) continue;
        const std::string cell = as_paragraph(*row[column].cell);
        if (!cell.empty()) join(out, cell, "\n");
      }
    return out;
  }

  static std::string as_paragraph(const Cell& cell) {
    std::vector<std::string> lines;
    for (const Paragraph& paragraph : cell.paragraphs) {
      const std::vector<std::string> own = lines_of(paragraph.runs);
      const std::string mark = paragraph.mark.empty() ? "" : paragraph.mark + " ";
      for (const std::string& line : own)
        lines.push_back((&line == &own.front() ? mark : "") + line);
    }
    return joined(lines);
  }
};

bool is_item(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->depth > 0;
}

}  // namespace

std::string write_markdown(const Document& document) {
  std::string out;
  bool after_item = false;
  for (const Block& block : document.blocks) {
    const std::string text = std::visit(WriteBlock{}, block);
    if (text.empty()) continue;
    const bool item = is_item(block);
    if (!out.empty() && !(item && after_item)) out += '\n';
    out += text;
    after_item = item;
  }
  return out;
}

}  // namespace wardplan::document
