#include <algorithm>
#include <array>
#include <cstdint>

#include "text/escape.h"
#include "write/xlsx_sheet.h"

namespace wardplan::xlsx {
namespace {

/// More bars than these nobody tells apart.
constexpr std::size_t kMostBars = 30;

/// A colour and a pattern for each part, which differ in black and white, too.
struct Shade {
  lxw_color_t front;
  lxw_color_t back;
  std::uint8_t pattern;
};
constexpr std::array kShades = {
    Shade{0x2E7D32, 0xA5D6A7, LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL},
    Shade{0x9E9E9E, 0xFFFFFF, LXW_CHART_PATTERN_PERCENT_10},
    Shade{0x7F0000, 0xC62828, LXW_CHART_PATTERN_DARK_VERTICAL},
    Shade{0x5D4037, 0xFFE0B2, LXW_CHART_PATTERN_LIGHT_HORIZONTAL},
    Shade{0x1565C0, 0xBBDEFB, LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL},
};

/// Heights in points, and of the rows beside a chart.
constexpr double kBar = 26, kAround = 110, kRowHeight = 15;
constexpr double kPixels = 96.0 / 72;
/// Of a chart as the library makes it, in pixels.
constexpr double kUsualWidth = 480, kUsualHeight = 288;
constexpr double kWidth = 860;

void add_part(Book& book, lxw_chart* chart, const Sheet& sheet, const Placed& placed,
              std::size_t column, std::size_t part, bool sums) {
  const XlsxLibrary& library = book.library();
  const lxw_row_t first = sums ? placed.heading : placed.first;
  const lxw_row_t last = sums ? placed.heading : placed.last;
  lxw_col_t names = 0;
  while (names + 1U < sheet.columns.size() && sheet.columns[names + 1U].kind != CellKind::number)
    ++names;
  const char* name = placed.sheet.c_str();
  lxw_chart_series* series = library.chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) book.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  const auto at = static_cast<lxw_col_t>(column);
  library.chart_series_set_categories(series, name, first, 0, last, names);
  library.chart_series_set_values(series, name, first, at, last, at);
  library.chart_series_set_name_range(series, name, placed.head, at);
  const Shade& shade = kShades[part % kShades.size()];
  lxw_chart_pattern pattern = {shade.front, shade.back, shade.pattern};
  library.chart_series_set_pattern(series, &pattern);
  lxw_chart_line line = {};
  line.color = 0x404040;
  line.width = 0.75F;
  library.chart_series_set_line(series, &line);
}

}  // namespace

lxw_row_t add_chart(Book& book, lxw_worksheet* on, lxw_row_t at, const Sheet& sheet,
                    const Placed& placed) {
  const bool sums = placed.rows > kMostBars;
  const std::size_t bars = sums ? std::min<std::size_t>(placed.headings, 1) : placed.rows;
  if (bars == 0 || sheet.charted.empty()) return 0;
  const XlsxLibrary& library = book.library();
  lxw_chart* chart = library.workbook_add_chart(book.workbook(), LXW_CHART_BAR_STACKED);
  if (chart == nullptr) book.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  for (std::size_t part = 0; part < sheet.charted.size(); ++part) {
    const auto column = std::ranges::find(sheet.columns, sheet.charted[part], &Column::key);
    add_part(book, chart, sheet, placed, static_cast<std::size_t>(column - sheet.columns.begin()),
             part, sums);
  }
  library.chart_title_set_name(chart, xml_safe(sheet.title).c_str());
  lxw_chart_font font = {};
  font.size = 12;
  font.bold = 1;
  library.chart_title_set_name_font(chart, &font);
  library.chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  // The first row on top: of a chart of bars the library calls this axis so.
  library.chart_axis_set_reverse(chart->y_axis);
  library.chart_set_series_gap(chart, 40);
  const double height = kAround + kBar * static_cast<double>(bars);
  lxw_chart_options options = {};
  options.x_scale = kWidth / kUsualWidth;
  options.y_scale = height * kPixels / kUsualHeight;
  book.check(library.worksheet_insert_chart_opt(on, at, 0, chart, &options));
  return static_cast<lxw_row_t>(height / kRowHeight) + 2;
}

}  // namespace wardplan::xlsx
