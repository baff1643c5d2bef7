#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/report.h"

namespace wardplan {

struct RenderOptions {
  Lang lang = Lang::vi;
  bool color = false;
};

/// A way to show findings, report by report.
struct ReportFormat {
  std::string_view name;
  std::string (*render)(const Sources&, const Report&, const RenderOptions&);
  /// What stands before all reports and, when there are several, between two.
  std::string_view begin = {};
  std::string_view separator = {};
  /// What stands behind them all.
  std::string (*end)(const FindingCounts&) = [](const FindingCounts&) { return std::string(); };
};

/// text, short, json.
std::span<const ReportFormat> report_formats();

/// Findings with the user's own lines and carets under the very characters.
std::string render_text(const Sources& sources, const Report& report, const RenderOptions& options);

/// One line a finding: path:line:column: severity[code]: message.
std::string render_short(const Sources& sources, const Report& report,
                         const RenderOptions& options);

/// One JSON document; positions count from 1 in code points, offsets from 0 in bytes. The members
/// of `findings`, and what stands before and behind them.
std::string render_json(const Sources& sources, const Report& report, const RenderOptions& options);
std::string_view json_begin();
std::string json_end(const FindingCounts& counts);

/// `lỗi`, `error` and so on.
std::string_view severity_word(Severity severity, Lang lang);

/// Text that is safe to show: control characters and wrong bytes become U+FFFD.
std::string printable(std::string_view text);

}  // namespace wardplan
