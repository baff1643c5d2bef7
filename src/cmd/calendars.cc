#include "cmd/calendars.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cmd/io.h"
#include "cmd/name_parts.h"
#include "cmd/print.h"
#include "disk/folder.h"
#include "disk/replace.h"
#include "lists/calendar.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".ics";

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

/// The calendars' names in their folder: the ward's id, then the leader's name as far as it goes.
std::vector<std::string> names_of(const std::vector<Calendar>& calendars) {
  std::vector<std::string> names = distinct_name_parts(texts(calendars, [](const Calendar& one) {
    return one.ward + " " + (one.leader.empty() ? "khong ghi lanh dao" : one.leader);
  }));
  for (std::string& name : names) name += kEnding;
  return names;
}

/// Calendars of an earlier run that nothing makes any more; people may still be looking at them.
void tell_earlier(const std::string& folder, const std::set<std::string>& made, Io& io) {
  std::vector<std::string> others;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (const std::string name = entry.path().filename().string();
        name.ends_with(kEnding) && !made.contains(name))
      others.push_back(name);
  std::ranges::sort(others);
  if (!others.empty())
    complain(
        say("trong `{}` còn lịch cũ mà lần này không làm: {}",
            "`{}` still has calendars that this run didn't make: {}", folder, quoted_list(others)),
        io);
}

void write_into(const std::string& path, const std::vector<Calendar>& calendars, Io& io) {
  const std::vector<std::string> names = names_of(calendars);
  const Folder folder = Folder::make(path);
  for (std::size_t at = 0; at < calendars.size(); ++at) {
    WholeFile file(folder.spot(names[at]), (fs::path(path) / names[at]).string());
    file.add(calendars[at].text);
    file.finish(Durable::later);
    io.out += fmt::format("{}\n", (fs::path(path) / names[at]).generic_string());
  }
  folder.sync();
  tell_earlier(path, {names.begin(), names.end()}, io);
}

}  // namespace

void deliver_calendars(const Sheet& list, const std::vector<LeftOut>& left_out,
                       const OutputOptions& output, Io& io) {
  if (output.path && is_folder(*output.path))
    write_into(*output.path, calendars_by_leader(list, io.as_of, left_out, io.lang), io);
  else
    deliver(calendar(list, io.as_of, left_out, io.lang).text, output, io);
}

}  // namespace wardplan
