#include <array>
#include <set>

#include "rules/check.h"
#include "rules/rule.h"
#include "text/quoted.h"
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
    .frame = Frame::plan,
    .wrong = "rows: []\naccepted:\n  - {code: S202, reason: bản ban hành như vậy}\n",
    .right =
        "rows:\n  - number: \"2\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"2\", reason: bản ban hành như vậy}\n"};

constexpr Code kNothingToAccept{
    .id = "P902",
    .title = {"chấp nhận không còn đúng", "an acceptance that no longer applies"},
    .what = {"`accepted` nêu một cảnh báo mà ở đó không có.",
             "`accepted` names a warning that isn't there."},
    .why = {"Chỗ ấy đã được sửa, hoặc địa chỉ gõ sai; để lại thì sau này che mất cảnh báo thật.",
            "The place was mended, or its address is mistyped; left there it would hide a real "
            "warning one day."},
    .frame = Frame::plan,
    .wrong =
        "rows:\n  - number: \"1\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"1\", reason: bản ban hành như vậy}\n",
    .right =
        "rows:\n  - number: \"2\"\n    heading: Cây xanh\naccepted:\n"
        "  - {code: P402, at: \"2\", reason: bản ban hành như vậy}\n"};

/// What an acceptance and a finding are matched by.
using Key = std::tuple<FileId, std::string, std::string>;

Key key_of(FileId file, std::string_view code, std::string_view at) {
  return {file, fold(code), fold(at)};
}

/// The warnings and notes of a report, and which of them have been accepted.
struct Acceptable {
  std::map<Key, std::vector<std::size_t>> findings;
  std::set<Key> accepted;
};

Acceptable collect(const Report& report) {
  Acceptable all;
  for (std::size_t at = 0; at < report.findings().size(); ++at) {
    const Finding& finding = report.findings()[at];
    if (finding.code->severity != Severity::error)
      all.findings[key_of(finding.primary.span.file, finding.code->id, finding.at)].push_back(at);
  }
  return all;
}

void not_acceptable(const Acceptance& acceptance, const Code* known, Report& report) {
  std::vector<std::string> ids;
  for (const Code* code : all_codes())
    if (code->severity != Severity::error) ids.emplace_back(code->id);
  if (known == nullptr)
    report.tell(kNotAcceptable, {acceptance.code.span},
                say("không có mã `{}`", "there is no code `{}`", acceptance.code.value),
                offer_nearest(acceptance.code.value, ids));
  else
    report.tell(kNotAcceptable, {acceptance.code.span},
                say("`{}` là lỗi, không thể chấp nhận", "`{}` is an error and can't be accepted",
                    known->id),
                {"sửa chỗ ấy rồi bỏ mục này", "mend it and delete this"});
}

Message where_else(const Acceptable& all, FileId file, const std::string& code) {
  std::vector<std::string> places;
  for (auto at = all.findings.lower_bound(key_of(file, code, "")); at != all.findings.end(); ++at) {
    const auto& [known_file, known_code, place] = at->first;
    if (known_file != file || known_code != fold(code)) break;
    places.push_back(place);
  }
  return places.empty() ? Message{"bỏ mục này", "delete this entry"}
                        : say("mã ấy có ở {}", "that code stands at {}", quoted_list(places));
}

void nothing_to_accept(const Acceptance& acceptance, bool again, Message help, Report& added) {
  Message message = again ? say("{} ở `{}` được chấp nhận hai lần", "{} at `{}` is accepted twice",
                                acceptance.code.value, acceptance.at.value)
                    : acceptance.at.given
                        ? say("không có {} ở `{}`", "there is no {} at `{}`", acceptance.code.value,
                              acceptance.at.value)
                        : say("không có {} cho cả tệp", "there is no {} of the file as a whole",
                              acceptance.code.value);
  added.tell(kNothingToAccept, {acceptance.at.given ? acceptance.at.span : acceptance.code.span},
             std::move(message), std::move(help));
}

void apply(const std::vector<Acceptance>& list, FileId file, Acceptable& all, Report& added) {
  for (const Acceptance& acceptance : list) {
    if (!acceptance.code.given) continue;
    const Code* known = find_code(acceptance.code.value);
    const Key key = key_of(file, acceptance.code.value, acceptance.at.value);
    if (known == nullptr || known->severity == Severity::error)
      not_acceptable(acceptance, known, added);
    else if (!all.findings.contains(key) && known->by_day)
      continue;  // on another day it applies
    else if (!all.findings.contains(key))
      nothing_to_accept(acceptance, false, where_else(all, file, acceptance.code.value), added);
    else if (!all.accepted.insert(key).second)
      nothing_to_accept(acceptance, true, {"bỏ mục này", "delete this entry"}, added);
  }
}

}  // namespace

std::size_t apply_acceptances(const Project& project, Report& report) {
  Acceptable all = collect(report);
  Report added;
  for (const Ward& ward : project.wards)
    if (ward.asked) apply(ward.accepted, ward.file, all, added);
  for (const Plan& plan : project.plans) apply(plan.accepted, plan.file, all, added);
  std::set<std::size_t> taken;
  for (const Key& key : all.accepted)
    for (const std::size_t at : all.findings[key]) taken.insert(at);
  report.take_out(taken);
  for (const Finding& finding : added.findings()) report.add(finding);
  return taken.size();
}

std::span<const Code* const> acceptance_codes() {
  static constexpr std::array kAll = {&kNotAcceptable, &kNothingToAccept};
  return kAll;
}

}  // namespace wardplan
