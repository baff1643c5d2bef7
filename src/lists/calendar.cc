#include "lists/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lists/digest.h"
#include "lists/left_out.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Places of `calendar_columns`.
enum Place : std::size_t {
  ward,
  plan,
  file,
  address,
  round,
  title,
  deadline,
  due,
  counts_as,
  state,
  lead,
  support,
  leader,
  product
};

/// What people are told of an event, line by line: a heading of the column, then its cell.
constexpr Place kTold[] = {state, due, lead, support, leader, product, file, address};

/// A text as RFC 5545, 3.3.11 has it.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : xml_safe(text)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\t') out += ' ';
    if (!is_plain_ascii(c) && static_cast<unsigned char>(c) < 0x80) continue;
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

/// A line in pieces of at most 75 bytes (RFC 5545, 3.1), none of which ends within a character.
std::string folded(const std::string& line) {
  constexpr std::size_t kMost = 75;
  std::string out;
  std::size_t width = 0;
  each_character(line, [&](const CodePoint&, std::string_view bytes) {
    if (width + bytes.size() > kMost) {
      out += "\r\n ";
      width = 1;
    }
    out += bytes;
    width += bytes.size();
  });
  return out + "\r\n";
}

std::string line(std::string_view name, std::string_view text) {
  return folded(fmt::format("{}:{}", name, escaped(text)));
}

/// `20231105` of `2023-11-05`.
std::string basic(std::string iso_day) {
  std::erase(iso_day, '-');
  return iso_day;
}

/// The form of a cell that data has; empty where there is none.
std::string data(const Cell& cell) { return cell.empty() ? std::string() : cell.front(); }

bool has_day(const SheetRow& row) { return !row.cells[deadline].empty(); }

/// What an item has for good: its plan and where that has it, not what is said of it.
std::string identifier(const SheetRow& row) {
  const std::string round_of = data(row.cells[round]);
  return fmt::format("{}#{}{}@wardplan", data(row.cells[plan]), data(row.cells[address]),
                     round_of.empty() ? "" : "-" + round_of);
}

std::string description(const SheetRow& row, const std::vector<Column>& columns) {
  std::string text;
  for (const Place at : kTold) {
    const std::string cell = cell_text(columns[at], row.cells[at]);
    if (cell.empty()) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", columns[at].title, cell);
  }
  return text;
}

/// What a calendar without events has: RFC 5545 wants something in each.
const std::string kZone =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Events of one calendar.
struct Events {
  std::string ward = {};
  std::string leader = {};
  std::string text = {};
};

void add(const SheetRow& row, const std::vector<Column>& columns, const Date& as_of, bool many,
         Events& events) {
  if (!has_day(row)) return;
  const std::string of = many ? cell_text(columns[ward], row.cells[ward]) : std::string();
  const bool cancelled = data(row.cells[counts_as]) == "cancelled";
  events.text += "BEGIN:VEVENT\r\n";
  events.text += line("UID", identifier(row));
  events.text += fmt::format("DTSTAMP:{}T000000Z\r\n", basic(iso(as_of)));
  events.text += fmt::format("DTSTART;VALUE=DATE:{}\r\n", basic(data(row.cells[deadline])));
  events.text += line("SUMMARY", (of.empty() ? "" : of + ": ") + data(row.cells[title]));
  events.text += line("DESCRIPTION", description(row, columns));
  events.text += line("CATEGORIES", cell_text(columns[ward], row.cells[ward]));
  events.text += cancelled ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n";
  // A deadline takes nobody's day.
  events.text += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

Calendar whole(Events&& events, const Sheet& list, const std::vector<LeftOut>& left_out,
               Lang lang) {
  const std::string name =
      events.leader.empty() ? list.title : fmt::format("{}: {}", list.title, events.leader);
  std::string told = list.subtitle;
  for (const LeftOut& one : left_out)
    told += "\n" +
            say("Chưa tính: {} ({})", "Left out: {} ({})", one.file, errors_in_words(one)).in(lang);
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wardplan//wardplan//VI\r\n";
  text += "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
  // The first is of RFC 7986, the second is what most programs read.
  text += line("NAME", name) + line("X-WR-CALNAME", name);
  text += line("DESCRIPTION", told) + line("X-WR-CALDESC", told);
  text += (events.text.empty() ? kZone : events.text) + "END:VCALENDAR\r\n";
  return {std::move(events.ward), std::move(events.leader), std::move(text)};
}

}  // namespace

const std::vector<std::string>& calendar_columns() {
  static const std::vector<std::string> kColumns = {
      "ward", "plan",      "file",  "address", "round",   "title",  "deadline",
      "due",  "counts_as", "state", "lead",    "support", "leader", "product"};
  return kColumns;
}

Calendar calendar(const Sheet& list, const Date& as_of, const std::vector<LeftOut>& left_out,
                  Lang lang) {
  const bool many = has_many_wards(list);
  Events events;
  each_row(list, [&](const SheetRow& row) { add(row, list.columns, as_of, many, events); });
  return whole(std::move(events), list, left_out, lang);
}

std::vector<Calendar> calendars_by_leader(const Sheet& list, const Date& as_of,
                                          const std::vector<LeftOut>& left_out, Lang lang) {
  std::vector<Events> all;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  each_row(list, [&](const SheetRow& row) {
    if (!has_day(row)) return;
    Cell names = row.cells[leader];
    if (names.empty()) names.emplace_back();
    const std::string of = data(row.cells[ward]);
    for (const std::string& name : names) {
      const auto [at, is_new] = known.try_emplace({of, name}, all.size());
      if (is_new) all.push_back({.ward = of, .leader = name});
      add(row, list.columns, as_of, false, all[at->second]);
    }
  });
  std::vector<Calendar> calendars;
  for (Events& events : all) calendars.push_back(whole(std::move(events), list, left_out, lang));
  return calendars;
}

std::vector<std::string> without_day(const Sheet& list) {
  std::vector<std::string> items;
  each_row(list, [&](const SheetRow& row) {
    if (!has_day(row))
      items.push_back(fmt::format("{} {}", data(row.cells[file]), data(row.cells[address])));
  });
  return items;
}

}  // namespace wardplan
