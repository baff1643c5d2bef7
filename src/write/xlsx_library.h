#pragma once

#include <xlsxwriter.h>

// libxlsxwriter, which is loaded when the first Excel file is written: it brings OpenSSL with it,
// which would take most of the start of every other command.

namespace wardplan {

/// Every function of the library that is used.
#define WARDPLAN_XLSX_FUNCTIONS(DO)   \
  DO(workbook_new_opt)                \
  DO(workbook_add_worksheet)          \
  DO(workbook_add_format)             \
  DO(workbook_add_chart)              \
  DO(workbook_set_properties)         \
  DO(workbook_close)                  \
  DO(lxw_workbook_free)               \
  DO(lxw_strerror)                    \
  DO(worksheet_write_string)          \
  DO(worksheet_write_number)          \
  DO(worksheet_write_blank)           \
  DO(worksheet_merge_range)           \
  DO(worksheet_set_row)               \
  DO(worksheet_set_column)            \
  DO(worksheet_freeze_panes)          \
  DO(worksheet_autofilter)            \
  DO(worksheet_repeat_rows)           \
  DO(worksheet_set_landscape)         \
  DO(worksheet_set_paper)             \
  DO(worksheet_set_margins)           \
  DO(worksheet_set_header)            \
  DO(worksheet_fit_to_pages)          \
  DO(worksheet_ignore_errors)         \
  DO(worksheet_insert_chart_opt)      \
  DO(worksheet_protect)               \
  DO(worksheet_data_validation_range) \
  DO(format_set_font_name)            \
  DO(format_set_font_size)            \
  DO(format_set_bold)                 \
  DO(format_set_num_format)           \
  DO(format_set_align)                \
  DO(format_set_text_wrap)            \
  DO(format_set_border)               \
  DO(format_set_top)                  \
  DO(format_set_bottom)               \
  DO(format_set_pattern)              \
  DO(format_set_fg_color)             \
  DO(format_set_unlocked)             \
  DO(chart_add_series)                \
  DO(chart_series_set_categories)     \
  DO(chart_series_set_values)         \
  DO(chart_series_set_name_range)     \
  DO(chart_series_set_pattern)        \
  DO(chart_series_set_line)           \
  DO(chart_title_set_name)            \
  DO(chart_title_set_name_font)       \
  DO(chart_legend_set_position)       \
  DO(chart_axis_set_reverse)          \
  DO(chart_set_series_gap)

/// The functions, by the names that they have in the library.
struct XlsxLibrary {
#define WARDPLAN_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  WARDPLAN_XLSX_FUNCTIONS(WARDPLAN_XLSX_MEMBER)
#undef WARDPLAN_XLSX_MEMBER
};

/// Loads it at the first call; throws `Failure` with what to install where it can't be had.
const XlsxLibrary& xlsx_library();

}  // namespace wardplan
