#include "rules/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "document/document.h"
#include "records/codes.h"
#include "rules/rule.h"
#include "template/fill.h"
#include "text/look_alike.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

// Acceptances.

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
    .title = {"mục chấp nhận không còn đúng", "an acceptance that no longer applies"},
    .what = {"`accepted` nêu một cảnh báo mà chỗ ấy không có.",
             "`accepted` names a warning that isn't found at that place."},
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
  const std::vector<Finding>& told;
  std::map<Key, std::vector<std::size_t>> findings;
  std::set<Key> accepted;
};

Acceptable collect(const Report& report) {
  Acceptable all{report.findings(), {}, {}};
  for (std::size_t at = 0; at < report.findings().size(); ++at) {
    const Finding& finding = report.findings()[at];
    if (finding.code->severity != Severity::error)
      all.findings[key_of(finding.primary.span.file, finding.code->id, finding.at)].push_back(at);
  }
  return all;
}

void not_acceptable(const Text& code, const Code* known, Report& report) {
  std::vector<std::string> ids;
  for (const Code* other : all_codes())
    if (other->severity != Severity::error) ids.emplace_back(other->id);
  if (known == nullptr)
    report.tell(kNotAcceptable, {code.span},
                say("không có mã `{}`", "there is no code `{}`", code.value),
                offer_nearest(code.value, ids));
  else
    report.tell(kNotAcceptable, {code.span},
                say("`{}` là lỗi, không thể chấp nhận", "`{}` is an error and can't be accepted",
                    known->id),
                {"sửa chỗ ấy rồi bỏ mục này", "mend it and delete this"});
}

Message where_else(const Acceptable& all, FileId file, const std::string& code) {
  std::vector<std::string> places;
  for (auto at = all.findings.lower_bound(key_of(file, code, "")); at != all.findings.end(); ++at) {
    const auto& [known_file, known_code, place] = at->first;
    if (known_file != file || known_code != fold(code)) break;
    if (place.empty())
      return {"mã ấy là của cả tệp: bỏ `at`", "that code is of the file as a whole: drop `at`"};
    places.push_back(all.told[at->second.front()].at);
  }
  return places.empty() ? Message{"bỏ mục này", "delete this entry"}
                        : say("mã ấy có ở {}", "that code stands at {}", quoted_list(places));
}

void nothing_to_accept(const Text& code, const Text& at, bool again, Message help, Report& added) {
  const Message place = at.given ? say("ở `{}`", "at `{}`", at.value)
                                 : Message{"cho cả tệp", "of the file as a whole"};
  Message message =
      again ? say("{} {} được chấp nhận hai lần", "{} {} is accepted twice", code.value, place)
            : say("không có {} {}", "there is no {} {}", code.value, place);
  added.tell(kNothingToAccept, {at.given ? at.span : code.span}, std::move(message),
             std::move(help));
}

void apply(const Text& code, const Text& at, FileId file, Acceptable& all, Report& added) {
  if (!code.given) return;
  const Code* known = find_code(code.value);
  const Key key = key_of(file, code.value, at.value);
  if (known == nullptr || known->severity == Severity::error)
    not_acceptable(code, known, added);
  else if (!all.findings.contains(key) && known->by_day)
    return;  // on another day it applies
  else if (!all.findings.contains(key))
    nothing_to_accept(code, at, false, where_else(all, file, code.value), added);
  else if (!all.accepted.insert(key).second)
    nothing_to_accept(code, at, true, {"bỏ mục này", "delete this entry"}, added);
}

void apply(const std::vector<Acceptance>& list, FileId file, Acceptable& all, Report& added) {
  for (const Acceptance& acceptance : list)
    for (const Text& code : acceptance.code) apply(code, acceptance.at, file, all, added);
}

/// Takes accepted warnings out of the report, and adds findings about acceptances that don't apply
/// or can't. Returns how many were taken out.
std::size_t apply_acceptances(const Project& project, Report& report) {
  const auto accepts = [](const auto& record) { return !record.accepted.empty(); };
  if (std::ranges::none_of(project.wards, accepts) && std::ranges::none_of(project.plans, accepts))
    return 0;
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

// Codes and their rules.

/// The topics, in the order in which their rules run.
constexpr std::array kTopics = {copy_rules,       text_rules,     issued_rules,  register_rules,
                                successor_rules,  merger_rules,   column_rules,  numbering_rules,
                                odd_number_rules, count_rules,    item_rules,    serve_rules,
                                time_rules,       year_rules,     goal_rules,    value_rules,
                                sum_rules,        update_rules,   between_rules, report_rules,
                                done_rules,       listed_rules,   grouped_rules, verdict_rules,
                                round_rules,      day_rules,      scored_rules,  model_rules,
                                passage_rules,    citation_rules, saying_rules,  basis_rules};

std::vector<const Code*> join_codes() {
  std::vector<const Code*> all;
  for (const auto& layer : {document::codes(), mustache::codes(), yaml::codes(), model_codes()})
    all.insert(all.end(), layer.begin(), layer.end());
  for (const auto& topic : kTopics)
    for (const Rule& rule : topic()) all.push_back(&rule.code);
  all.insert(all.end(), {&kNotAcceptable, &kNothingToAccept});
  std::ranges::sort(all, {}, &Code::id);
  return all;
}

/// What reading found, and of the rest the codes in `wanted`.
Report only(const std::vector<std::string>& wanted, const Report& report) {
  Report kept;
  for (const Finding& finding : report.findings()) {
    const std::string_view id = finding.code->id;
    const bool of_reading = id.front() == 'Y' || id.front() == 'S';
    if (of_reading || std::ranges::find(wanted, id) != wanted.end()) kept.add(finding);
  }
  return kept;
}

/// Calls `with` for every rule that this run is about.
void each_rule(const CheckRun& run, const auto& with) {
  for (const auto& topic : kTopics)
    for (const Rule& rule : topic())
      if ((!rule.code.by_day || run.as_of) &&
          (!run.errors_only || rule.code.severity == Severity::error))
        with(rule);
}

// Samples.

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

const std::vector<const Code*>& all_codes() {
  static const std::vector<const Code*> kAll = join_codes();
  return kAll;
}

const Code* find_code(std::string_view id) {
  for (const Code* code : all_codes())
    if (fold(code->id) == fold(id)) return code;
  return nullptr;
}

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

/// A finding about a text in which a letter only looks right says so instead: the text reads like
/// what it is told not to be.
void point_out_look_alikes(const Sources& sources, Report& report) {
  const auto is_told = [](const Finding& finding) { return finding.code->id == "Y128"; };
  if (std::ranges::none_of(report.findings(), is_told)) return;
  std::set<std::size_t> said;
  for (Finding& finding : report.findings()) {
    const Span span = finding.primary.span;
    if (is_told(finding) || span.begin == span.end) continue;
    const std::string_view bytes = sources[span.file].bytes();
    const std::string_view text = bytes.substr(span.begin, span.end - span.begin);
    const auto word = find_look_alike(text);
    if (!word || finding.message.en.find(text.substr(word->begin, word->end - word->begin)) ==
                     std::string::npos)
      continue;
    const Message seen = in_words(*word, text);
    finding.help = say("{}: {}", "{}: {}", seen, mended(*word));
    if (finding.code->severity != Severity::error) continue;
    for (std::size_t at = 0; at < report.findings().size(); ++at) {
      const Finding& other = report.findings()[at];
      const Span place = other.primary.span;
      if (is_told(other) && place.file == span.file && place.begin == span.begin + word->begin &&
          other.message.en == seen.en)
        said.insert(at);
    }
  }
  report.take_out(said);
}

std::size_t check_ward(const Project& project, const CheckRun& run, Report& report) {
  OddTexts odd;
  each_rule(run, [&](const Rule& rule) {
    if (rule.check != nullptr) rule.check({rule.code, project, run.as_of, report, odd});
  });
  point_out_look_alikes(project.sources, report);
  std::size_t accepted = apply_acceptances(project, report);
  if (run.told) report = only(*run.told, report);
  if (run.policy != nullptr) accepted += apply_policy(*run.policy, project.sources, report);
  report.sort(project.sources);
  return accepted;
}

bool check_across(Project& project, Met& met, const CheckRun& run, Report& report) {
  Report added;
  OddTexts odd;
  each_rule(run, [&](const Rule& rule) {
    if (rule.across != nullptr)
      rule.across(project, met, {rule.code, project, run.as_of, added, odd});
  });
  if (run.told) added = only(*run.told, added);
  if (run.policy != nullptr) met.accepted += apply_policy(*run.policy, project.sources, added);
  if (added.findings().empty()) return false;
  for (const Finding& finding : added.findings()) report.add(finding);
  report.sort(project.sources);
  return true;
}

std::size_t check(Project& project, const CheckRun& run, Report& report) {
  const std::size_t accepted = check_ward(project, run, report);
  Met met;
  check_across(project, met, run, report);
  return accepted + met.accepted;
}

}  // namespace wardplan
