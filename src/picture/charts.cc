#include "picture/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "text/escape.h"
#include "text/quoted.h"
#include "text/terminal.h"

namespace wardplan::picture {
namespace {

// Drawings in SVG that stand in a page: every word and number is text, shades differ without
// colour, and what is drawn takes the page's own ink.

/// Shades that differ in print and for every eye; the last one is an outline.
constexpr int kShades = 5;

constexpr std::array<std::string_view, kShades> kLook = {
    R"(fill="currentColor" fill-opacity="0.85" stroke="currentColor")",
    R"(fill="currentColor" fill-opacity="0.5" stroke="currentColor")",
    R"(fill="currentColor" fill-opacity="0.2" stroke="currentColor")",
    R"(fill="none" stroke="currentColor" stroke-width="2.5")",
    R"(fill="none" stroke="currentColor" stroke-dasharray="3 2")",
};

std::string_view look(int shade) { return kLook[static_cast<std::size_t>(shade)]; }

/// About how many characters of a size fit into a width.
std::size_t characters_in(int width, int size) {
  return static_cast<std::size_t>(std::max(1, width * 100 / (size * 56)));
}

/// A drawing in the making: coordinates in pixels from the upper left.
class Drawing {
 public:
  /// `title` is what it is called for those who don't see it.
  Drawing(int width, std::string title) : width_(width), title_(std::move(title)) {}

  void box(int x, int y, int width, int height, int shade) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>", x, y, width,
                         height, look(shade));
  }

  void line(int x1, int y1, int x2, int y2, bool dashed = false) {
    body_ +=
        fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"currentColor\"{}/>", x1,
                    y1, x2, y2, dashed ? " stroke-dasharray=\"4 3\"" : "");
  }

  void circle(int x, int y, int radius, int shade) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>", x, y, radius, look(shade));
  }

  void triangle(int x, int y, int size) {
    body_ += fmt::format("<polygon points=\"{},{} {},{} {},{}\" fill=\"currentColor\"/>", x,
                         y - size, x - size, y + size, x + size, y + size);
  }

  enum class Anchor { start, middle, end };
  void text(int x, int y, std::string_view text, int size = 13, Anchor anchor = Anchor::start,
            bool bold = false) {
    static constexpr std::array<std::string_view, 3> kAnchors = {"start", "middle", "end"};
    body_ += fmt::format(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\"{} "
        "fill=\"currentColor\">{}</text>",
        x, y, size, kAnchors[static_cast<std::size_t>(anchor)], bold ? " font-weight=\"bold\"" : "",
        xml_text(text));
  }

  /// Lines of a text that is wrapped to a width; the height that they take is given back.
  int paragraph(int x, int y, int width, std::string_view words, int size = 13) {
    const int step = size + 4;
    int height = 0;
    for (const std::string& one : wrap(words, characters_in(width, size))) {
      text(x, y + height + size, one, size);
      height += step;
    }
    return height;
  }

  std::string finish(int height) const {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "role=\"img\" "
        "font-family=\"sans-serif\"><title>{2}</title>{3}</svg>",
        width_, height, xml_text(title_), body_);
  }

 private:
  int width_;
  std::string title_;
  std::string body_;
};

// The charts.

constexpr int kWidth = 720;
constexpr int kGap = 10;
constexpr int kBar = 16;

int total_of(const Bar& bar) { return std::accumulate(bar.parts.begin(), bar.parts.end(), 0); }

/// Widths of a bar's parts: whatever there is any of can be seen, and together they are no longer
/// than their share of `most`.
std::vector<int> widths_of(const Bar& bar, int most) {
  std::vector<int> widths;
  int all = 0;
  for (const int part : bar.parts) {
    widths.push_back(part == 0 ? 0 : std::max(3, part * (kWidth - 4) / most));
    all += widths.back();
  }
  const int over =
      all - std::max(total_of(bar) * (kWidth - 4) / most, 3 * static_cast<int>(widths.size()));
  if (over > 0) *std::ranges::max_element(widths) -= over;
  return widths;
}

/// `hoàn thành 12, quá hạn 3`: what there is none of is left out.
std::string figures(const Bar& bar, const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < bar.parts.size(); ++at)
    if (bar.parts[at] > 0) join(text, fmt::format("{} {}", names[at], bar.parts[at]));
  return text.empty() ? "0" : fmt::format("{}: {}", total_of(bar), text);
}

int legend(Drawing& drawing, int y, const std::vector<std::string>& names) {
  int x = 0;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const int width = 24 + static_cast<int>(names[at].size()) * 6;
    if (x + width > kWidth && x > 0) {
      x = 0;
      y += 20;
    }
    drawing.box(x + 2, y + 2, 14, 11, static_cast<int>(at));
    drawing.text(x + 22, y + 12, names[at], 12);
    x += width;
  }
  return y + 26;
}

/// Where a day of the year stands on the line; days of other years at its ends.
int place_of(const Date& day, int year) {
  const double all = days_between(first_of_year(year), last_of_year(year));
  const double share = std::clamp(days_between(first_of_year(year), day) / all, 0.0, 1.0);
  return 20 + static_cast<int>(std::lround(share * (kWidth - 40)));
}

/// Marks that would stand on one another are put together: one for each tenth of a month.
struct Cluster {
  int x = 0;
  Mark sum = {};
};

std::vector<Cluster> clusters_of(const std::vector<Mark>& marks, int year) {
  std::vector<Cluster> clusters;
  for (const Mark& mark : marks) {
    const int x = place_of(mark.day, year);
    if (clusters.empty() || x - clusters.back().x > 18) clusters.push_back({x, {mark.day}});
    Mark& sum = clusters.back().sum;
    sum.done += mark.done;
    sum.open += mark.open;
    sum.late += mark.late;
  }
  return clusters;
}

}  // namespace

std::string stacked_bars(const std::string& title, const std::vector<std::string>& names,
                         const std::vector<Bar>& bars) {
  Drawing drawing(kWidth, title);
  int y = legend(drawing, 0, names), most = 1;
  for (const Bar& bar : bars) most = std::max(most, total_of(bar));
  for (const Bar& bar : bars) {
    y += drawing.paragraph(0, y, kWidth, bar.label);
    int x = 1;
    const std::vector<int> widths = widths_of(bar, most);
    for (std::size_t at = 0; at < widths.size(); ++at) {
      if (widths[at] == 0) continue;
      drawing.box(x, y + 4, widths[at], kBar, static_cast<int>(at));
      x += widths[at];
    }
    y += kBar + 8;
    y += drawing.paragraph(0, y, kWidth, figures(bar, names), 12) + kGap;
  }
  return drawing.finish(y);
}

std::string timeline(const std::string& title, int year, const std::vector<Mark>& marks,
                     const Date& today, const TimelineWords& words) {
  Drawing drawing(kWidth, title);
  constexpr int kLine = 92;
  drawing.circle(8, 10, 5, 0);
  drawing.text(20, 14, words.done, 12);
  drawing.circle(208, 10, 5, 3);
  drawing.text(220, 14, words.open, 12);
  drawing.triangle(408, 10, 5);
  drawing.text(420, 14, words.late, 12);
  drawing.line(20, kLine, kWidth - 20, kLine);
  for (int month = 1; month <= 12; ++month) {
    const int x = place_of(first_of_month(year, month), year);
    drawing.line(x, kLine - 4, x, kLine + 4);
    drawing.text(x + 4, kLine + 18, fmt::format("{}", month), 12);
  }
  if (static_cast<int>(today.year()) == year) {
    const int x = place_of(today, year);
    drawing.line(x, 30, x, kLine + 24, true);
    drawing.text(x, 28, words.today, 12,
                 x > kWidth - 120 ? Drawing::Anchor::end
                 : x < 120        ? Drawing::Anchor::start
                                  : Drawing::Anchor::middle);
  }
  for (const Cluster& cluster : clusters_of(marks, year)) {
    int y = kLine - 14;
    const auto mark = [&](int count, auto draw) {
      if (count == 0) return;
      draw(cluster.x - 6, y);
      drawing.text(cluster.x + 3, y + 4, fmt::format("{}", count), 11);
      y -= 16;
    };
    mark(cluster.sum.done, [&](int x, int at) { drawing.circle(x, at, 5, 0); });
    mark(cluster.sum.open, [&](int x, int at) { drawing.circle(x, at, 5, 3); });
    mark(cluster.sum.late, [&](int x, int at) { drawing.triangle(x, at, 5); });
  }
  return drawing.finish(kLine + 30);
}

std::string gauges(const std::string& title, const std::vector<Gauge>& gauges) {
  Drawing drawing(kWidth, title);
  constexpr int kGoal = 360, kFrom = 1;
  int y = 0;
  for (const Gauge& gauge : gauges) {
    y += drawing.paragraph(0, y, kWidth, gauge.label);
    if (gauge.share) {
      const double share = std::clamp(*gauge.share, 0.0, 1.5);
      const int width = std::max(2, static_cast<int>(std::lround(share * kGoal)));
      drawing.box(kFrom, y + 4, width, kBar, *gauge.share >= 1 ? 0 : 2);
      drawing.line(kFrom + kGoal, y, kFrom + kGoal, y + kBar + 8);
    }
    y += kBar + 8;
    y += drawing.paragraph(0, y, kWidth,
                           fmt::format("{} / {}: {}", gauge.value, gauge.goal, gauge.outcome), 12) +
         kGap;
  }
  return drawing.finish(std::max(y, 1));
}

std::string heat_map(const std::string& title, const std::vector<std::string>& columns,
                     const std::vector<HeatRow>& rows) {
  Drawing drawing(kWidth, title);
  constexpr int kLabel = 200, kHead = 22;
  const int width = columns.empty() ? 0 : (kWidth - kLabel) / static_cast<int>(columns.size());
  int y = 0;
  for (std::size_t at = 0; at < columns.size(); ++at)
    drawing.text(kLabel + static_cast<int>(at) * width + width / 2, y + 15,
                 fmt::format("{}", at + 1), 12, Drawing::Anchor::middle, true);
  y += kHead;
  for (const HeatRow& row : rows) {
    const int height = std::max(26, drawing.paragraph(0, y, kLabel - 8, row.label, 12) + 6);
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const HeatCell& cell = row.cells[at];
      const int x = kLabel + static_cast<int>(at) * width;
      // A bar along the foot: dark cells would hide their figures.
      drawing.box(x + 2, y + 2, width - 4, height - 4, 4);
      if (cell.share)
        drawing.box(x + 2, y + height - 8,
                    std::max(1, static_cast<int>(std::lround(*cell.share * (width - 4)))), 6, 0);
      drawing.text(x + width / 2, y + 15, cell.text, 11, Drawing::Anchor::middle);
    }
    y += height;
  }
  y += 6;
  for (std::size_t at = 0; at < columns.size(); ++at)
    y += drawing.paragraph(0, y, kWidth, fmt::format("{}. {}", at + 1, columns[at]), 12);
  return drawing.finish(y + 4);
}

}  // namespace wardplan::picture
