#include <fmt/format.h>

#include "rules/check.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr std::string_view kPlan =
    "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\n";
constexpr std::string_view kYear =
    "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau\nyear: 2026\ntitle: Tiêu chí\n";
constexpr std::string_view kItem = "number: \"1\"\ntitle: Trồng cây\nleader: a\nlead: b\n";
constexpr std::string_view kDue = "due: Năm 2026\n";
constexpr std::string_view kContent =
    "number: \"1.2\"\nsolution: Nối ống\nleader: a\nlead: b\nsupport: c\ndue: Năm 2026\n";
constexpr std::string_view kModel =
    "id: ngo-xanh\ntitle: Ngõ xanh\nby: Tổ dân phố 1\ngroup: collective\nfields: moi-truong\n"
    "registered: 2026-02-10\npublished: 2026-02-25\n";

/// A row of the frame's lines and the sample's. A key that both have is as the sample has it; one
/// with nothing behind it is left out.
std::string row(std::string_view frame, std::string_view sample) {
  std::string lines = "\n";
  std::string own = "\n" + std::string(sample);
  for (const std::string_view line : split(trimmed(frame), "\n")) {
    const std::string key = fmt::format("\n{}:", line.substr(0, line.find(':')));
    const std::size_t at = own.find(key);
    const std::size_t end = at == std::string::npos ? at : own.find('\n', at + 1);
    if (at == std::string::npos)
      lines.append(line).append("\n");
    else if (end > at + key.size())
      lines.append(own, at + 1, end - at);
    if (at != std::string::npos) own.erase(at, end - at);
  }
  lines.append(own, 1);
  std::string text;
  for (const std::string_view line : split(trimmed(lines, "\n"), "\n"))
    text += fmt::format("{} {}\n", text.empty() ? "-" : " ", line);
  return text;
}

/// An item that says no time of its own has a due.
std::string item(std::string_view sample) {
  const std::string lines = "\n" + std::string(sample);
  const bool timed =
      lines.find("\ndue: ") != std::string::npos || lines.find("\nstart: ") != std::string::npos;
  return row(std::string(kItem).append(timed ? "" : kDue), sample);
}

}  // namespace

std::string sample_text(const Code& code, std::string_view sample) {
  if (sample.starts_with('\n')) sample.remove_prefix(1);
  const std::string own = std::string(code.given).append(sample);
  const std::string entry = fmt::format("{}updates:\n  - {{{}}}\n", code.given, sample);
  switch (code.frame) {
    case Frame::item:
      return item(own);
    case Frame::content:
      return row(kContent, own);
    case Frame::model:
      return row(kModel, own);
    case Frame::entry:
      return item(entry);
    case Frame::verdict:
      return row(kContent, entry);
    case Frame::plan:
      return std::string(kPlan) + own;
    case Frame::year:
      return std::string(kYear) + own;
    case Frame::file:
    case Frame::rows:
    case Frame::ward:
    case Frame::criteria:
    case Frame::movement:
    case Frame::page:
    case Frame::mustache:
      break;
  }
  return own;
}

}  // namespace wardplan
