// Sheets that units filled in: what is recorded of them, and who hasn't sent theirs back.
#include <algorithm>
#include <map>
#include <set>

#include "cmd/filled_sheet.h"
#include "cmd/plan_file.h"
#include "cmd/update_lines.h"
#include "disk/files.h"
#include "lists/update_sheet.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether a sheet has a unit's rows: it was printed for it, or for nobody and has all of them.
bool is_of(const SheetRows& rows, const LeadUnit& unit) {
  if (!rows.units.empty()) return rows.units.contains(fold(unit.name));
  return std::ranges::all_of(
      unit.addresses, [&](const std::string& address) { return rows.addresses.contains(address); });
}

/// What came of the sheets of a unit.
enum class Sent { nothing, blank, held_back, refused, recorded };

/// What came of what one sheet says of a unit's rows, or of all that it says: it was printed for
/// that unit.
Sent sent_in(const SheetRows& rows, const LeadUnit& unit, std::size_t sheet,
             const std::string& record, const std::vector<UpdateLine>& lines) {
  Sent sent = Sent::blank;
  for (const UpdateLine& line : lines) {
    if (line.sheet != sheet || line.file != record) continue;
    if (rows.units.empty() &&
        std::ranges::find(unit.addresses, line.change.request.address) == unit.addresses.end())
      continue;
    const ChangeAnswer& answer = line.answer;
    if (!line.filled && (answer.unchanged || answer.held_back)) continue;
    sent = std::max(sent, answer.done || answer.unchanged ? Sent::recorded
                          : answer.held_back              ? Sent::held_back
                                                          : Sent::refused);
  }
  return sent;
}

/// Who recorded an entry doesn't stand in the record, so that only this run's files are spoken of.
Message sent_words(Sent sent, const std::string& path, const std::vector<std::string>& units) {
  const std::string many = counted(units.size(), "unit"), names = joined(units, kBetweenUnits);
  switch (sent) {
    case Sent::nothing:
      return say("{0}: trong các tệp lần này chưa có phiếu của {1} đơn vị: {3}",
                 "{0}: among the files of this run is no sheet of {2}: {3}", path, units.size(),
                 many, names);
    case Sent::blank:
      return say("{0}: đã gửi phiếu nhưng chưa ghi gì: {1} đơn vị: {3}",
                 "{0}: a sheet came with nothing filled in, of {2}: {3}", path, units.size(), many,
                 names);
    case Sent::held_back:
      return say(
          "{0}: đã gửi phiếu nhưng phải chờ dòng khác được sửa mới ghi được: {1} đơn vị: {3}",
          "{0}: a sheet came but waits for a line of another one, of {2}: {3}", path, units.size(),
          many, names);
    case Sent::refused:
      return say("{0}: đã gửi phiếu nhưng bị từ chối, chưa dòng nào được ghi: {1} đơn vị: {3}",
                 "{0}: a sheet came but was refused, nothing of it was recorded, of {2}: {3}", path,
                 units.size(), many, names);
    case Sent::recorded:
      break;
  }
  return {};
}

/// Without the words under `Đơn vị báo cáo` that name no unit: they are told at their cells.
SheetRows of_known_units(SheetRows rows, const Plan& plan) {
  std::erase_if(rows.units, [&](const std::string& unit) {
    return plan.ward == nullptr ||
           std::ranges::none_of(plan.ward->units, [&](const Registered& known) {
             return fold(known.name.value) == unit;
           });
  });
  return rows;
}

/// Names the units of a record of which there is no sheet, or one that nothing was recorded from.
void tell_missing(const std::string& record, const std::vector<FilledSheet>& sheets,
                  const std::vector<UpdateLine>& lines, Io& io) {
  std::string path;
  for (const FilledSheet& sheet : sheets)
    if (const auto rows = sheet.records.find(record); path.empty() && rows != sheet.records.end())
      path = rows->second.path;
  Report report;
  const Project project = read_files_as({{path, read_file(path)}}, report);
  std::map<Sent, std::vector<std::string>> units;
  for (const Plan& plan : project.plans)
    for (const LeadUnit& unit : lead_units(project, report, plan, io.as_of)) {
      Sent sent = Sent::nothing;
      for (std::size_t at = 0; at < sheets.size(); ++at)
        if (const auto found = sheets[at].records.find(record); found != sheets[at].records.end()) {
          const SheetRows rows = of_known_units(found->second, plan);
          if (is_of(rows, unit)) sent = std::max(sent, sent_in(rows, unit, at, record, lines));
        }
      units[sent].push_back(unit.name);
    }
  for (const Sent sent : {Sent::refused, Sent::held_back, Sent::blank, Sent::nothing})
    if (!units[sent].empty()) complain(sent_words(sent, path, units[sent]), io);
}

/// Whether the record of some lines could be read when they were to be recorded.
bool could_read(const std::string& record, const std::vector<UpdateLine>& lines) {
  return std::ranges::none_of(
      lines, [&](const UpdateLine& line) { return line.file == record && line.unread; });
}

}  // namespace

int update_from_sheets(const UpdateOptions& options, Io& io) {
  std::vector<FilledSheet> sheets;
  int code = kFine;
  for (const std::string& path : options.sheets) {
    try {
      sheets.push_back(read_sheet(path, options, io));
    } catch (const Failure& failure) {
      complain(failure.message, io);
      code = kCannot;
    }
  }
  std::vector<UpdateLine> lines;
  std::set<std::string> records;
  for (std::size_t at = 0; at < sheets.size(); ++at) {
    for (UpdateLine& line : sheets[at].lines) {
      line.sheet = at;
      lines.push_back(std::move(line));
    }
    for (const auto& [record, rows] : sheets[at].records) records.insert(record);
  }
  if (!lines.empty()) code = std::max(code, record_lines(lines, options.dry_run, io));
  if (!sheets.empty() && std::ranges::none_of(lines, &UpdateLine::filled))
    code = std::max(code, refused({"không phiếu nào có ô được điền; không ghi gì",
                                   "no cell of any sheet was filled in; nothing was written"},
                                  io));
  for (const std::string& record : records)
    if (could_read(record, lines)) tell_missing(record, sheets, lines, io);
  return code;
}

}  // namespace wardplan
