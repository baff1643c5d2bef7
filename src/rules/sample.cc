#include "rules/sample.h"

#include <fmt/format.h>

namespace wardplan {
namespace {

constexpr std::string_view kItem = R"(- number: "1"
  title: Trồng cây
  leader: a
  lead: b
)";
constexpr std::string_view kDue = "  due: Năm 2026\n";
constexpr std::string_view kContent = R"(- number: "1.2"
  solution: Nối ống
  leader: a
  lead: b
  support: c
  due: Năm 2026
)";

/// A row of these lines, and of the sample's behind them.
std::string row(std::string_view lines, std::string_view sample) {
  std::string text(lines);
  while (!sample.empty()) {
    const std::string_view line = sample.substr(0, sample.find('\n') + 1);
    text.append("  ").append(line);
    sample.remove_prefix(line.size());
  }
  return text;
}

/// An item that says no time of its own has a due.
std::string item(std::string_view sample) {
  const std::string lines = "\n" + std::string(sample);
  const bool timed =
      lines.find("\ndue: ") != std::string::npos || lines.find("\nstart: ") != std::string::npos;
  return row(std::string(kItem).append(timed ? "" : kDue), sample);
}

std::string entry(const Code& code, std::string_view sample) {
  return fmt::format("{}updates:\n  - {{{}}}\n", code.given, sample);
}

}  // namespace

std::string sample_text(const Code& code, std::string_view sample) {
  if (sample.starts_with('\n')) sample.remove_prefix(1);
  switch (code.frame) {
    case Frame::item:
      return item(sample);
    case Frame::content:
      return row(kContent, sample);
    case Frame::entry:
      return item(entry(code, sample));
    case Frame::verdict:
      return row(kContent, entry(code, sample));
    case Frame::file:
    case Frame::rows:
    case Frame::ward:
    case Frame::criteria:
    case Frame::movement:
    case Frame::page:
    case Frame::mustache:
      break;
  }
  return std::string(sample);
}

}  // namespace wardplan
