#include <algorithm>
#include <cstdint>
#include <map>

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
  std::size_t column = 0;
  each_character(line, [&](const CodePoint& c, std::string_view bytes) {
    drawn.columns.insert(drawn.columns.end(), bytes.size(), column);
    if (c.value == '\t') {
      const std::size_t wide = kTabWidth - column % kTabWidth;
      drawn.text.append(wide, ' ');
      column += wide;
    } else {
      const std::string shown = printable(bytes);
      drawn.text += shown;
      column += display_width(shown);
    }
  });
  drawn.columns.push_back(column);
  return drawn;
}

/// The columns [from, from + most) of a drawn text, with `…` where something was left out.
std::string window(const std::string& text, std::size_t from, std::size_t most) {
  std::string out = from > 0 ? "…" : "";
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (column >= from + most) return out + "…";
    if (column > from || from == 0) out += text.substr(at, c.size);
    column += static_cast<std::size_t>(display_width(c.value));
    at += c.size;
  }
  return out;
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

  std::size_t gutter() const { return fmt::format("{}", lines_.rbegin()->first).size(); }

  std::string render(std::size_t gutter) {
    std::string out = bar(gutter) + "\n";
    std::uint32_t before = 0;
    for (auto& [number, marks] : lines_) {
      if (before != 0 && number > before + 1) out += bar(gutter, "⋮") + "\n";
      std::ranges::stable_sort(marks, {}, &Mark::begin);
      out += line(number, marks, gutter);
      before = number;
    }
    return out;
  }

 private:
  std::string bar(std::size_t gutter, std::string_view sign = "|") const {
    return std::string(gutter + 1, ' ') + painted(sign, look::kBoldBlue, options_.color);
  }

  std::string line(std::uint32_t number, std::vector<Mark> marks, std::size_t gutter) const {
    const std::string_view part = part_of(source_.line(number), marks);
    const Drawn drawn = draw(part);
    std::size_t from = 0;
    const std::size_t first = drawn.columns[marks.front().begin];
    if (drawn.columns.back() > kMostColumns && first > kMostColumns - kColumnsBefore)
      from = first - kColumnsBefore;
    std::string out = fmt::format(
        "{} {} {}\n",
        painted(fmt::format("{:>{}}", number, gutter), look::kBoldBlue, options_.color),
        painted("|", look::kBoldBlue, options_.color), window(drawn.text, from, kMostColumns));
    for (const Mark& mark : marks) out += underline(drawn, mark, from, gutter);
    return out;
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

  std::string underline(const Drawn& drawn, const Mark& mark, std::size_t from,
                        std::size_t gutter) const {
    const std::size_t begin = std::max(drawn.columns[mark.begin], from) - from;
    const std::size_t limit = kMostColumns + (from > 0 ? 1 : 0);
    const std::size_t end =
        std::min(std::max(drawn.columns[mark.end], from) - from, std::max(limit, begin + 1));
    const std::string sign(std::max<std::size_t>(1, end - begin), mark.primary ? '^' : '-');
    std::string out = bar(gutter) + " " + std::string(begin, ' ');
    std::string said = sign;
    if (!mark.text->empty()) said += " " + printable(mark.text->in(options_.lang));
    return out + painted(said, mark.primary ? color_ : look::kBoldBlue, options_.color) + "\n";
  }

  const Source& source_;
  const RenderOptions& options_;
  std::string_view color_;
  std::map<std::uint32_t, std::vector<Mark>> lines_;
};

/// One excerpt a file, the primary label's file first.
std::string excerpts(const Sources& sources, const Finding& finding, const RenderOptions& options) {
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
  std::string out;
  for (auto& [file, excerpt] : parts) {
    const auto first = std::ranges::find(places, file, &Span::file);
    const Position place = sources[file].position(first->begin);
    out += fmt::format("{}{} {}:{}:{}\n", std::string(gutter, ' '),
                       painted(out.empty() ? "-->" : ":::", look::kBoldBlue, options.color),
                       printable(sources[file].path()), place.line, place.column);
    out += excerpt.render(gutter);
  }
  if (!finding.help.empty())
    out += fmt::format(
        "{} {} {} {}\n", std::string(gutter, ' '), painted("=", look::kBoldBlue, options.color),
        painted(options.lang == Lang::vi ? "gợi ý:" : "help:", look::kBold, options.color),
        printable(finding.help.in(options.lang)));
  return out;
}

}  // namespace

std::string render_text(const Sources& sources, const Report& report,
                        const RenderOptions& options) {
  std::string out;
  for (const Finding& finding : report.findings()) {
    const Severity severity = finding.code->severity;
    out += painted(fmt::format("{}[{}]", severity_word(severity, options.lang), finding.code->id),
                   color_of(severity), options.color) +
           painted(": " + printable(finding.message.in(options.lang)), look::kBold, options.color) +
           "\n" + excerpts(sources, finding, options) + "\n";
  }
  return out;
}

}  // namespace wardplan
