#include "cmd/wards.h"

#include <algorithm>
#include <iterator>

#include "cmd/print.h"
#include "disk/files.h"
#include "lists/left_out.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// More texts than these are read anew.
constexpr std::size_t kMostReadings = 4000;

}  // namespace

Wards::Wards(std::vector<WardFiles> wards, CheckRun run, Io& io)
    : run_(std::move(run)),
      lang_(io.lang),
      shared_(
          [this](SharedFolder& folder) {
            check_ward(folder.project, run_, folder.references.held_back);
          },
          io.read_record),
      wards_(std::move(wards)) {
  run_.told = io.told_codes;
  run_.policy = policy_in(io);
}

Wards::Wards(const std::vector<std::string>& paths, CheckRun run, Io& io)
    : Wards(std::vector<WardFiles>(), std::move(run), io) {
  wards_ = ward_files(paths, failures_);
  for (const UnreadPath& unread : failures_) left_out_.push_back(left_out_path(unread, lang_));
  if (std::ranges::find(paths, kStdin) != paths.end()) stdin_bytes_ = io.read_stdin();
}

WardRecords Wards::read(std::size_t at) {
  WardRecords records;
  records.files = &wards_[at];
  auto readings = borrow_readings();
  records.project = read_ward(wards_[at], stdin_bytes_, shared_, readings, records.report);
  return_readings(std::move(readings));
  for (const Settings& settings : records.project.settings)
    judge_settings(settings, records.report);
  records.accepted = check_ward(records.project, run_, records.report);
  return records;
}

void Wards::refuse_record(const OutputOptions& output) const {
  for (const WardFiles& ward : wards_) wardplan::refuse_record(output, ward.paths);
}

bool Wards::tell_faults(const Message& left_out, Io& io) const {
  complain_about_failures(failures_, io);
  if (errors_) complain(left_out, io);
  if (!has_plans_ && !has_faults())
    complain({"không có kế hoạch nào ở đó", "there is no plan there"}, io);
  return has_plans_;
}

int Wards::exit_code() const {
  if (!failures_.empty()) return kCannot;
  if (errors_) return kFound;
  return has_plans_ ? kFine : kCannot;
}

std::shared_ptr<Readings> Wards::borrow_readings() {
  const std::lock_guard lock(mutex_);
  if (readings_.empty()) return std::make_shared<Readings>();
  auto readings = std::move(readings_.back());
  readings_.pop_back();
  return readings;
}

void Wards::return_readings(std::shared_ptr<Readings> readings) {
  if (readings->size() > kMostReadings) return;
  const std::lock_guard lock(mutex_);
  readings_.push_back(std::move(readings));
}

void Wards::leave_out(const WardRecords& records) {
  std::ranges::move(left_out_of(records.project, records.report, records.files->folder, lang_),
                    std::back_inserter(left_out_));
}

std::vector<std::string> Wards::unknown_wards() const {
  std::vector<std::string> unknown;
  if (met_.wards.size() < 2) return unknown;
  for (const auto& [id, by] : met_.named)
    if (!met_.wards.contains(id)) unknown.push_back(id);
  return unknown;
}

bool Wards::settle(WardRecords& records) {
  for (const UnreadPath& failure : records.project.failures)
    if (told_failures_.insert(failure.why.en).second) failures_.push_back(failure);
  files_asked_ += records.project.files_asked;
  accepted_ += records.accepted;
  const bool dropped = drop_told(records);
  return check_across(records.project, met_, run_, records.report) || dropped;
}

bool Wards::was_asked(const std::string& path) const {
  Identities identities;
  const std::string name = identities(path);
  return std::ranges::any_of(wards_, [&](const WardFiles& ward) {
    return std::ranges::any_of(ward.paths, [&](const std::string& asked) {
      return asked != kStdin && identities(asked) == name;
    });
  });
}

bool Wards::drop_told(WardRecords& records) {
  std::set<std::size_t> told;
  std::set<FileId> here;
  const std::vector<Finding>& findings = records.report.findings();
  for (std::size_t at = 0; at < findings.size(); ++at) {
    const FileId file = findings[at].primary.span.file;
    if (!is_shared(file)) continue;
    const auto [known, fresh] = told_.try_emplace(file);
    if (fresh) known->second = was_asked(records.project.sources[file].path());
    if (known->second)
      told.insert(at);
    else
      here.insert(file);
  }
  for (const FileId file : here) told_[file] = true;
  records.report.take_out(told);
  return !told.empty();
}

Message unknown_group_key(const std::vector<std::string>& keys, const std::string& key) {
  for (const std::string& known : keys)
    if (fold(known) == fold(key)) return {};
  const Message keys_there = keys.empty()
                                 ? say("ghi `groups: {{{}: …}}` ở tệp phường",
                                       "write `groups: {{{}: …}}` in the wards' files", key)
                                 : there_are(keys);
  return with_hint(say("không phường nào có nhóm `{}`", "no ward has a group `{}`", key),
                   offer_nearest(key, keys, keys_there));
}

}  // namespace wardplan
