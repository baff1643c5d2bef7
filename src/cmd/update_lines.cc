#include "cmd/update_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "disk/files.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Where the path of a sheet is looked for, if it isn't there.
Message where_taken(const ListedChange& change) {
  std::error_code ignored;
  const std::filesystem::path path(change.path);
  if (change.request.asked != Asked::filled || path.is_absolute() ||
      std::filesystem::status(path, ignored).type() != std::filesystem::file_type::not_found)
    return {};
  return {
      "đường dẫn trong phiếu được tính từ thư mục đang gõ lệnh; gõ lệnh ở thư mục mà phiếu "
      "được in ra",
      "the path in the sheet is taken from the folder in which the command runs; run it where "
      "the sheet was printed"};
}

/// Of lines that ask otherwise for one row both sides, beside where the other one stands.
void word_differing(UpdateLine& line, const std::vector<UpdateLine*>& lines) {
  const UpdateLine& other = *lines[*line.answer.against];
  const bool is_list = line.change.request.asked != Asked::filled;
  const Phrase both = is_list ? Phrase{"hai dòng của danh sách", "two lines of the list"}
                      : other.sheet == line.sheet
                          ? Phrase{"hai dòng của phiếu", "two rows of the sheet"}
                          : Phrase{"hai phiếu", "two sheets"};
  line.answer.message =
      with_hint(say("{}: {} ghi khác nhau: dòng này `{}`, dòng kia ({}) `{}`",
                    "{}: {} differ about it: this one says `{}`, the other one ({}) `{}`",
                    line.change.request.address, both, as_filled_in(line.change.request.entry),
                    other.where, as_filled_in(other.change.request.entry)),
                {"giữ một dòng rồi chạy lại", "keep one of them and run again"});
}

/// Records all lines of one file; false when it could not be read or written.
bool record(const std::vector<UpdateLine*>& lines, bool dry_run, Io& io) {
  std::vector<ChangeRequest> requests;
  for (const UpdateLine* line : lines) requests.push_back(line->change.request);
  try {
    const FileAnswer answer = change_file(lines.front()->change.path, requests, dry_run, io);
    for (std::size_t at = 0; at < lines.size(); ++at) lines[at]->answer = answer.answers[at];
    for (UpdateLine* line : lines)
      if (line->answer.against) word_differing(*line, lines);
    return true;
  } catch (const Failure& failure) {
    for (UpdateLine* line : lines) {
      line->answer = {.held_back = line != lines.front(),
                      .message = with_hint(failure.message, where_taken(line->change))};
      line->unread = true;
    }
    return false;
  }
}

/// Each line that was refused, before those that were recorded, and how many others wait for them
/// or say nothing new; whether nothing was refused.
bool tell_answers(const std::vector<UpdateLine>& lines, Io& io) {
  std::size_t held_back = 0, unchanged = 0;
  bool all = true;
  const auto tell = [&](const UpdateLine& line) {
    const auto cell = line.places.find(line.answer.column);
    const Message& where = cell == line.places.end() ? line.where : cell->second;
    const std::string path = line.change.path.empty() ? "" : line.change.path + ": ";
    complain(say("{}: {}{}", "{}: {}{}", where, path, line.answer.message), io);
  };
  for (const UpdateLine& line : lines) {
    held_back += line.filled && line.answer.held_back ? 1 : 0;
    unchanged += line.filled && line.answer.unchanged ? 1 : 0;
    if (line.answer.done || line.answer.held_back || line.answer.unchanged) continue;
    all = false;
    tell(line);
  }
  if (held_back > 0)
    complain(say("chưa ghi {} dòng khác của tệp có dòng bị từ chối",
                 "{1} not recorded: another one of the file was refused", held_back,
                 counted(held_back, "line")),
             io);
  for (const UpdateLine& line : lines)
    if (line.answer.done) tell(line);
  if (unchanged > 0)
    complain(say("{} dòng không có gì mới", "{1} with nothing new", unchanged,
                 counted(unchanged, "line")),
             io);
  return all;
}

/// What to type for a new sheet, where a row moved on: once for each record and the units of a
/// sheet.
void tell_new_sheets(const std::vector<UpdateLine>& lines, Io& io) {
  std::vector<std::string> told;
  for (const UpdateLine& line : lines) {
    if (!line.answer.moved_on) continue;
    std::string command = "wardplan table " + shell_quoted(line.change.path) + " --for-update";
    for (const std::string_view unit : split(line.change.units, ";"))
      if (!is_blank(unit)) command += " --lead " + shell_quoted(std::string(trimmed(unit)));
    if (std::ranges::find(told, command) != told.end()) continue;
    told.push_back(command);
    command +=
        told.size() == 1 ? " -o phieu-moi.xlsx" : fmt::format(" -o phieu-moi-{}.xlsx", told.size());
    complain(say("in phiếu mới theo hồ sơ hiện nay: `{}`",
                 "to print a new sheet of what the record says now: `{}`", command),
             io);
  }
}

}  // namespace

int record_lines(std::vector<UpdateLine>& lines, bool dry_run, Io& io) {
  bool could = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!lines[at].answer.message.empty()) continue;
    std::vector<UpdateLine*> same;
    for (std::size_t other = at; other < lines.size(); ++other)
      if (lines[other].file == lines[at].file && lines[other].answer.message.empty())
        same.push_back(&lines[other]);
    could = record(same, dry_run, io) && could;
  }
  const bool all = tell_answers(lines, io);
  tell_new_sheets(lines, io);
  if (!could) return kCannot;
  return all ? kFine : kFound;
}

}  // namespace wardplan
