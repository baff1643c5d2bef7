#include "support/sample.h"

#include "model/project.h"
#include "rules/check.h"

namespace wardplan::test {
namespace {

constexpr std::string_view kRegister =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n"
    "people:\n  - {id: a, name: Nguyễn Văn A}\n"
    "units:\n  - {id: b, name: Bộ phận B}\n  - {id: c, name: Bộ phận C}\n";

/// The day that samples are looked at.
constexpr std::string_view kAsOf = "2026-06-30";

std::string indented(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    out += "  " + std::string(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return out;
}

}  // namespace

std::string framed(const Code& code, std::string_view sample) {
  switch (code.frame) {
    case Frame::file:
      return std::string(sample);
    case Frame::rows:
      return "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch mẫu\nrows:\n" +
             indented(sample);
    case Frame::ward:
      return "kind: ward\nformat: 1\nid: thu\nname: phường Thử\n" + std::string(sample);
  }
  return {};
}

std::vector<std::string> framed_samples() {
  std::vector<std::string> samples;
  for (const Code* code : all_codes())
    for (const std::string_view sample : {code->wrong, code->right})
      if (!sample.empty()) samples.push_back(framed(*code, sample));
  return samples;
}

Report try_sample(const Code& code, std::string_view sample) {
  Report report;
  Project project = read_texts(
      {{"mau/ward.yaml", std::string(kRegister)}, {"mau/sample.yaml", framed(code, sample)}},
      report);
  project.as_of = parse_date(kAsOf);
  check(project, report);
  return report;
}

}  // namespace wardplan::test
