#include <algorithm>

#include "diag/render.h"
#include "text/quoted.h"
#include "text/terminal.h"
#include "text/utf8.h"
#include "write/formats.h"

namespace wardplan {
namespace {

constexpr std::size_t kGap = 2;
/// In less room than this no text of a card is wrapped.
constexpr std::size_t kLeastText = 20;
/// What is seen of the title of a column whose cells are narrower.
constexpr std::size_t kLeastTitle = 6;

std::string_view color_of(const SheetRow& row) {
  switch (row.tone) {
    case Tone::late:
      return look::kRed;
    case Tone::soon:
      return look::kYellow;
    case Tone::done:
      return look::kGreen;
    case Tone::plain:
      break;
  }
  return row.heading ? look::kBold : std::string_view();
}

/// One row as it will be seen: no line breaks, nothing that would disturb a terminal.
struct Line {
  std::vector<std::string> cells;
  std::string_view color;
  /// Whether a cell may run on over empty ones after it.
  bool runs_on = false;
  bool titles = false;
};

std::string seen(std::string_view text) {
  std::string flat;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && text.substr(at + 1).starts_with('\n')) continue;
    flat += text[at] == '\t' || text[at] == '\r' ? ' ' : text[at];
  }
  return printable(flat);
}

Line line_of(const Sheet& sheet, const SheetRow& row) {
  Line line{{}, color_of(row), row.heading, false};
  for (std::size_t at = 0; at < sheet.columns.size(); ++at)
    line.cells.push_back(at < row.cells.size() ? seen(cell_text(sheet.columns[at], row.cells[at]))
                                               : std::string());
  return line;
}

/// How narrow and how wide a column may be, and what it is.
struct Room {
  std::size_t least = 0;
  std::size_t most = 0;
  std::size_t weight = 0;
  std::size_t width = 0;
};

std::vector<Room> rooms_of(const Sheet& sheet) {
  std::vector<std::size_t> cells(sheet.columns.size());
  each_row(sheet, [&](const SheetRow& row) {
    const Line line = line_of(sheet, row);
    for (std::size_t at = 0; at < cells.size(); ++at)
      cells[at] = std::max(cells[at], display_width(line.cells[at]));
  });
  std::vector<Room> rooms;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const Column& column = sheet.columns[at];
    const std::size_t title = display_width(column.title);
    Room room;
    room.weight = static_cast<std::size_t>(column.weight);
    room.most = std::max(cells[at], title);
    room.least = room.weight > 0 ? std::min(room.most, static_cast<std::size_t>(column.least))
                                 : std::max(cells[at], std::min(title, kLeastTitle));
    rooms.push_back(room);
  }
  return rooms;
}

/// Every column begins as narrow as it may be; what is left goes, one by one, to the one that has
/// least for its weight.
void share(std::vector<Room>& rooms, std::size_t width) {
  std::size_t taken = kGap * (rooms.size() - 1);
  for (Room& room : rooms) taken += room.width = room.least;
  for (; taken < width; ++taken) {
    Room* poorest = nullptr;
    for (Room& room : rooms) {
      if (room.width == room.most) continue;
      const std::size_t weight = std::max<std::size_t>(room.weight, 1);
      if (poorest == nullptr ||
          room.width * std::max<std::size_t>(poorest->weight, 1) < poorest->width * weight)
        poorest = &room;
    }
    if (poorest == nullptr) return;
    ++poorest->width;
  }
}

void settle_widths(std::vector<Room>& rooms, int width) {
  if (rooms.empty()) return;
  if (width > 0) return share(rooms, static_cast<std::size_t>(width));
  for (Room& room : rooms) room.width = room.most;
}

/// The columns of a terminal that a cell has: its own, and those of empty cells that it needs to
/// run over; moves `at` to the last of them.
std::size_t reach(const Line& line, const std::vector<Room>& rooms, std::size_t& at) {
  std::size_t width = rooms[at].width;
  const std::size_t wanted = line.runs_on ? display_width(line.cells[at]) : 0;
  while (width < wanted && at + 1 < rooms.size() && line.cells[at + 1].empty())
    width += kGap + rooms[++at].width;
  return width;
}

std::string draw_line(const Sheet& sheet, const Line& line, const std::vector<Room>& rooms,
                      bool color) {
  std::string out;
  for (std::size_t at = 0; at < rooms.size(); ++at) {
    const std::size_t first = at;
    if (first > 0) out.append(kGap, ' ');
    const std::size_t width = reach(line, rooms, at);
    const bool keep_end = sheet.columns[first].keep_end && !line.titles;
    const std::string text =
        keep_end ? clip_front(line.cells[first], width) : clip(line.cells[first], width);
    const std::string rest(width - display_width(text), ' ');
    out += sheet.columns[first].align == Align::right ? rest + text : text + rest;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return painted(out, line.color, color) + "\n";
}

/// A cell in lines of a width; a word that is wider goes on in the next one, too.
std::vector<std::string> pieces_of(const std::string& cell, std::size_t width) {
  const std::string_view mark = "…";
  std::vector<std::string> pieces;
  for (std::string line : wrap(cell, width)) {
    while (display_width(line) > width) {
      std::string front = clip(line + "  ", width + 1);
      front.resize(front.size() - mark.size());
      if (front.empty()) break;
      line.erase(0, front.size());
      pieces.push_back(std::move(front));
    }
    pieces.push_back(std::move(line));
  }
  return pieces;
}

/// A row in as many lines as those of its cells take that are wrapped.
std::string draw(const Sheet& sheet, const Line& line, const std::vector<Room>& rooms, bool color) {
  std::vector<Line> lines = {line};
  for (std::size_t at = 0; at < rooms.size(); ++at) {
    if (!sheet.columns[at].wraps) continue;
    const std::vector<std::string> pieces = pieces_of(line.cells[at], rooms[at].width);
    for (std::size_t n = 0; n < pieces.size(); ++n) {
      if (n == lines.size())
        lines.push_back({std::vector<std::string>(rooms.size()), line.color, false, line.titles});
      lines[n].cells[at] = pieces[n];
    }
  }
  std::string out;
  for (const Line& one : lines) out += draw_line(sheet, one, rooms, color);
  return out;
}

std::string rule(const std::vector<Room>& rooms) {
  std::string out;
  for (const Room& room : rooms) {
    if (!out.empty()) out.append(kGap, ' ');
    for (std::size_t left = room.width; left > 0; --left) out += "─";
  }
  return out + "\n";
}

/// The title in as many lines as it takes.
std::string wrapped(const std::string& text, int width) {
  return joined(wrap(seen(text), static_cast<std::size_t>(width)), "\n");
}

std::string head(const Sheet& sheet, const WriteOptions& options) {
  std::string out;
  if (!sheet.title.empty())
    out += painted(wrapped(sheet.title, options.width), look::kBold, options.color) + "\n";
  if (!sheet.subtitle.empty()) out += wrapped("(" + sheet.subtitle + ")", options.width) + "\n";
  return out.empty() ? out : out + "\n";
}

std::string indented(const std::string& text, std::size_t indent, const WriteOptions& options) {
  const auto width = static_cast<std::size_t>(options.width);
  const std::size_t room = width > indent + kLeastText ? width - indent : 0;
  std::string out;
  for (const std::string& line : wrap(printable(text), room))
    out += (out.empty() ? "" : "\n" + std::string(line.empty() ? 0 : indent, ' ')) + line;
  return out + "\n";
}

/// The table with those of its columns that are not empty; it is made of `table`, which stays.
Sheet without_empty_columns(const Sheet& table) {
  std::vector<char> filled(table.columns.size());
  each_row(table, [&](const SheetRow& row) {
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      if (!row.cells[at].empty()) filled[at] = true;
  });
  const auto kept = [filled](const auto& all) {
    auto some = all;
    std::size_t at = 0;
    std::erase_if(some, [&](const auto&) { return !filled[at++]; });
    return some;
  };
  Sheet out;
  out.title = table.title;
  out.subtitle = table.subtitle;
  out.columns = kept(table.columns);
  out.make_rows = [&table, kept](const TakeRow& take) {
    each_row(table, [&](const SheetRow& row) {
      SheetRow some = row;
      some.cells = kept(row.cells);
      take(some);
    });
  };
  return out;
}

}  // namespace

void write_text(const Sheet& sheet, const WriteOptions& options, const Put& put) {
  std::vector<Room> rooms = rooms_of(sheet);
  settle_widths(rooms, options.width);
  Line titles{{}, look::kBold, false, true};
  for (const Column& column : sheet.columns) titles.cells.push_back(seen(column.title));
  put(head(sheet, options) + draw(sheet, titles, rooms, options.color) + rule(rooms));
  each_row(sheet, [&](const SheetRow& row) {
    put(draw(sheet, line_of(sheet, row), rooms, options.color));
  });
}

void write_card_text(const Card& card, const WriteOptions& options, const Put& put) {
  const std::string name = card.address + (card.address.empty() ? "" : "  ") + card.title;
  for (const std::string& line : wrap(printable(name), static_cast<std::size_t>(options.width)))
    put(painted(line, look::kBold, options.color) + "\n");
  if (!card.subtitle.empty()) put(indented(card.subtitle, 0, options));
  put("\n");
  for (const Sheet& table : card.first) {
    write_text(without_empty_columns(table), options, put);
    put("\n");
  }
  std::size_t widest = 0;
  for (const CardField& field : card.fields)
    widest = std::max(widest, display_width(field.column.title));
  for (const CardField& field : card.fields) {
    const std::string title(field.column.title);
    put(title + std::string(widest + kGap - display_width(title), ' '));
    put(indented(cell_text(field.column, field.cell), widest + kGap, options));
  }
  for (const Sheet& table : card.tables) {
    if (!has_rows(table)) continue;
    put("\n");
    write_text(without_empty_columns(table), options, put);
  }
}

}  // namespace wardplan
