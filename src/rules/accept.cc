#include "rules/accept.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rules/check.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Code kNotAcceptable{
    .id = "P901",
    .severity = Severity::error,
    .title = {"không thể chấp nhận mã này", "this code can't be accepted"},
    .what = {"`accepted` nêu một mã không có, hoặc mã của một lỗi.",
             "`accepted` names a code that doesn't exist, or one of an error."},
    .why = {"Chỉ cảnh báo mới để nguyên được: bản ghi có lỗi thì không dùng được.",
            "Only warnings may stay: a record with errors can't be relied on."},
    .frame = Frame::file,
    .wrong =
        "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows: []\n"
        "accepted:\n  - {code: S202, reason: bản ban hành như vậy}\n",
    .right =
        "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
        "  - no: \"2\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"2\", reason: bản ban hành như vậy}\n"};

constexpr Code kNothingToAccept{
    .id = "P902",
    .severity = Severity::warning,
    .title = {"chấp nhận không còn đúng", "an acceptance that no longer applies"},
    .what = {"`accepted` nêu một cảnh báo mà ở đó không có.",
             "`accepted` names a warning that isn't there."},
    .why = {"Chỗ ấy đã được sửa, hoặc địa chỉ gõ sai; để lại thì sau này che mất cảnh báo thật.",
            "The place was mended, or its address is mistyped; left there it would hide a real "
            "warning one day."},
    .frame = Frame::file,
    .wrong =
        "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
        "  - no: \"1\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"1\", reason: bản ban hành như vậy}\n",
    .right =
        "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
        "  - no: \"2\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"2\", reason: bản ban hành như vậy}\n"};

/// Takes out what this acceptance is about; how many findings that was.
std::size_t take_out(const Acceptance& acceptance, FileId file, Report& report) {
  return std::erase_if(report.findings(), [&](const Finding& finding) {
    return finding.primary.span.file == file && finding.code->severity != Severity::error &&
           finding.code->id == acceptance.code.value &&
           fold(finding.at) == fold(acceptance.at.value);
  });
}

void not_acceptable(const Acceptance& acceptance, const Code* known, Report& report) {
  std::vector<std::string> ids;
  for (const Code* code : all_codes())
    if (code->severity != Severity::error) ids.emplace_back(code->id);
  const auto near = nearest(acceptance.code.value, ids);
  report.add(
      {.code = &kNotAcceptable,
       .message = known == nullptr
                      ? say("không có mã `{}`", "there is no code `{}`", acceptance.code.value)
                      : say("`{}` là lỗi, không thể chấp nhận",
                            "`{}` is an error and can't be accepted", known->id),
       .primary = {acceptance.code.span, {}},
       .help = known != nullptr ? Message{"sửa chỗ ấy rồi bỏ mục này", "mend it and delete this"}
               : near           ? say("có phải `{}`?", "did you mean `{}`?", *near)
                                : Message{}});
}

void nothing_to_accept(const Acceptance& acceptance, const Report& report, FileId file,
                       Report& added) {
  std::string places;
  for (const Finding& finding : report.findings())
    if (finding.primary.span.file == file && finding.code->id == acceptance.code.value)
      places += (places.empty() ? "`" : ", `") + finding.at + "`";
  added.add({.code = &kNothingToAccept,
             .message = acceptance.at.given
                            ? say("không có {} ở `{}`", "there is no {} at `{}`",
                                  acceptance.code.value, acceptance.at.value)
                            : say("không có {} cho cả tệp", "there is no {} of the file as a whole",
                                  acceptance.code.value),
             .primary = {acceptance.at.given ? acceptance.at.span : acceptance.code.span, {}},
             .help = places.empty() ? Message{"bỏ mục này", "delete this entry"}
                                    : say("mã ấy có ở {}", "that code stands at {}", places)});
}

}  // namespace

std::size_t apply_acceptances(const Project& project, Report& report) {
  std::size_t taken = 0;
  Report added;
  const auto apply = [&](const std::vector<Acceptance>& list, FileId file) {
    for (const Acceptance& acceptance : list) {
      if (!acceptance.code.given) continue;
      const Code* known = find_code(acceptance.code.value);
      if (known == nullptr || known->severity == Severity::error) {
        not_acceptable(acceptance, known, added);
      } else if (const std::size_t count = take_out(acceptance, file, report); count > 0) {
        taken += count;
      } else {
        nothing_to_accept(acceptance, report, file, added);
      }
    }
  };
  for (const Ward& ward : project.wards)
    if (ward.asked) apply(ward.accepted, ward.file);
  for (const Plan& plan : project.plans) apply(plan.accepted, plan.file);
  for (Finding& finding : added.findings()) report.add(std::move(finding));
  return taken;
}

std::span<const Code* const> acceptance_codes() {
  static constexpr std::array kAll = {&kNotAcceptable, &kNothingToAccept};
  return kAll;
}

}  // namespace wardplan
