#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "diag/render.h"
#include "text/terminal.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kTabWidth = 4;
/// Longer lines are shown in part (columns).
constexpr std::size_t kMostColumns = 110;
constexpr std::size_t kColumnsBefore = 30;
/// Of a line beyond all measure only the bytes around the first label are looked at.
constexpr std::size_t kMostBytes = 8192;
constexpr std::size_t kBytesBefore = 1024;

std::string_view color_of(Severity severity) {
  if (severity == Severity::error) return look::kBoldRed;
  return severity == Severity::warning ? look::kBoldYellow : look::kBoldCyan;
}

/// A line as it is drawn: tabs spread out, nothing that would disturb a terminal.
struct Drawn {
  std::string text;
  /// Column at which each byte of the line is drawn; one more for the end.
  std::vector<std::size_t> columns;
};

Drawn draw(std::string_view line) {
  Drawn drawn;
  drawn.text.reserve(line.size());
  drawn.columns.reserve(line.size() + 1);
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (is_plain_ascii(line[at])) {
      drawn.columns.push_back(column++);
      drawn.text += line[at++];
      continue;
    }
    const CodePoint c = decode(line, at);
    for (std::size_t byte = 0; byte < c.size; ++byte) drawn.columns.push_back(column);
    if (c.value == '\t') {
      const std::size_t wide = kTabWidth - column % kTabWidth;
      drawn.text.append(wide, ' ');
      column += wide;
    } else {
      const bool shown = c.valid && !is_invisible(c.value) && c.value != '\r';
      drawn.text += shown ? line.substr(at, c.size) : "\uFFFD";
      column += shown ? static_cast<std::size_t>(display_width(c.value)) : 1;
    }
    at += c.size;
  }
  drawn.columns.push_back(column);
  return drawn;
}

/// Adds the columns [from, from + kMostColumns) of what is drawn, with `…` where something is left
/// out.
void add_window(std::string& out, const Drawn& drawn, std::size_t from) {
  const std::string& text = drawn.text;
  if (drawn.columns.back() < kMostColumns) {
    out += text;
    return;
  }
  if (from > 0) out += "…";
  std::size_t column = 0;
  std::size_t begin = 0, at = 0;
  for (; at < text.size() && column < from + kMostColumns;) {
    const CodePoint c = decode(text, at);
    if (column <= from && from > 0) begin = at + c.size;
    column += static_cast<std::size_t>(display_width(c.value));
    at += c.size;
  }
  out.append(text, begin, at - begin);
  if (at < text.size()) out += "…";
}

/// Adds a text in a look.
void paint(std::string& out, std::string_view text, std::string_view look, bool on) {
  if (on) out += look;
  out += text;
  if (on) out += look::kReset;
}

/// A label cut down to one line.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool primary = false;
  const Message* text = nullptr;
};

class Excerpt {
 public:
  Excerpt(const Source& source, const RenderOptions& options, std::string_view color)
      : source_(source), options_(options), color_(color) {}

  void add(const Label& label, bool primary) {
    const std::uint32_t line = source_.position(label.span.begin).line;
    const std::size_t begin = source_.line_begin(line);
    const std::size_t size = source_.line(line).size();
    const auto in_line = [&](std::size_t at) {
      return std::min(std::max(at, begin) - begin, size);
    };
    const std::size_t first = in_line(label.span.begin);
    lines_[line].push_back({first, std::max(in_line(label.span.end), first), primary, &label.text});
  }

  std::size_t gutter() const { return std::to_string(lines_.rbegin()->first).size(); }

  void render(std::string& out, std::size_t gutter) {
    add_bar(out, gutter, "|");
    out += '\n';
    std::uint32_t before = 0;
    for (auto& [number, marks] : lines_) {
      if (before != 0 && number > before + 1) {
        add_bar(out, gutter, "⋮");
        out += '\n';
      }
      std::ranges::stable_sort(marks, {}, &Mark::begin);
      add_line(out, number, marks, gutter);
      before = number;
    }
  }

 private:
  void add_bar(std::string& out, std::size_t gutter, std::string_view sign) const {
    out.append(gutter + 1, ' ');
    paint(out, sign, look::kBoldBlue, options_.color);
  }

  void add_line(std::string& out, std::uint32_t number, std::vector<Mark>& marks,
                std::size_t gutter) const {
    const std::string_view part = part_of(source_.line(number), marks);
    const Drawn drawn = draw(part);
    std::size_t from = 0;
    const std::size_t first = drawn.columns[marks.front().begin];
    if (drawn.columns.back() > kMostColumns && first > kMostColumns - kColumnsBefore)
      from = first - kColumnsBefore;
    const std::string text = std::to_string(number);
    paint(out, std::string(gutter - text.size(), ' ') + text, look::kBoldBlue, options_.color);
    out += ' ';
    paint(out, "|", look::kBoldBlue, options_.color);
    out += ' ';
    add_window(out, drawn, from);
    out += '\n';
    for (const Mark& mark : marks) underline(out, drawn, mark, from, gutter);
  }

  /// The line, or what is near the first label in a line beyond all measure; moves the labels with
  /// it.
  static std::string_view part_of(std::string_view line, std::vector<Mark>& marks) {
    if (line.size() <= kMostBytes) return line;
    std::size_t begin = marks.front().begin > kBytesBefore ? marks.front().begin - kBytesBefore : 0;
    while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80) --begin;
    line = line.substr(begin, kMostBytes);
    for (Mark& mark : marks) {
      mark.begin = std::min(mark.begin - begin, line.size());
      mark.end = std::min(mark.end - begin, line.size());
    }
    return line;
  }

  void underline(std::string& out, const Drawn& drawn, const Mark& mark, std::size_t from,
                 std::size_t gutter) const {
    const std::size_t begin = std::max(drawn.columns[mark.begin], from) - from;
    const std::size_t limit = kMostColumns + (from > 0 ? 1 : 0);
    const std::size_t end =
        std::min(std::max(drawn.columns[mark.end], from) - from, std::max(limit, begin + 1));
    add_bar(out, gutter, "|");
    out.append(1 + begin, ' ');
    std::string said(std::max<std::size_t>(1, end - begin), mark.primary ? '^' : '-');
    if (!mark.text->empty()) said += " " + printable(mark.text->in(options_.lang));
    paint(out, said, mark.primary ? color_ : look::kBoldBlue, options_.color);
    out += '\n';
  }

  const Source& source_;
  const RenderOptions& options_;
  std::string_view color_;
  std::map<std::uint32_t, std::vector<Mark>> lines_;
};

/// `--> path:line:column`; `:::` before further files.
void add_place(std::string& out, const Source& source, std::uint32_t offset, std::size_t gutter,
               bool first, const RenderOptions& options) {
  const Position place = source.position(offset);
  out.append(gutter, ' ');
  paint(out, first ? "-->" : ":::", look::kBoldBlue, options.color);
  out += ' ';
  out += printable(source.path());
  out += ':';
  out += std::to_string(place.line);
  out += ':';
  out += std::to_string(place.column);
  out += '\n';
}

/// One excerpt a file, the primary label's file first.
void add_excerpts(std::string& out, const Sources& sources, const Finding& finding,
                  const RenderOptions& options) {
  const std::string_view color = color_of(finding.code->severity);
  std::vector<std::pair<FileId, Excerpt>> parts;
  const auto part = [&](FileId file) -> Excerpt& {
    for (auto& [known, excerpt] : parts)
      if (known == file) return excerpt;
    return parts.emplace_back(file, Excerpt(sources[file], options, color)).second;
  };
  std::vector<Span> places = {finding.primary.span};
  part(finding.primary.span.file).add(finding.primary, true);
  for (const Label& label : finding.related) {
    if (label.span.file != places.front().file) places.push_back(label.span);
    part(label.span.file).add(label, false);
  }
  std::size_t gutter = 0;
  for (const auto& [file, excerpt] : parts) gutter = std::max(gutter, excerpt.gutter());
  for (auto& [file, excerpt] : parts) {
    const auto first = std::ranges::find(places, file, &Span::file);
    add_place(out, sources[file], first->begin, gutter, file == places.front().file, options);
    excerpt.render(out, gutter);
  }
  if (finding.help.empty()) return;
  out.append(gutter + 1, ' ');
  paint(out, "=", look::kBoldBlue, options.color);
  out += ' ';
  paint(out, options.lang == Lang::vi ? "gợi ý:" : "help:", look::kBold, options.color);
  out += ' ';
  out += printable(finding.help.in(options.lang));
  out += '\n';
}

}  // namespace

std::string render_text(const Sources& sources, const Report& report,
                        const RenderOptions& options) {
  std::string out;
  for (const Finding& finding : report.findings()) {
    const Severity severity = finding.code->severity;
    std::string head(severity_word(severity, options.lang));
    head.append("[").append(finding.code->id).append("]");
    paint(out, head, color_of(severity), options.color);
    paint(out, ": " + printable(finding.message.in(options.lang)), look::kBold, options.color);
    out += '\n';
    add_excerpts(out, sources, finding, options);
    out += '\n';
  }
  return out;
}

}  // namespace wardplan
