// Days and times of the clock that Excel keeps as numbers.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "table/format_pieces.h"
#include "table/number_format.h"

namespace wardplan::tables {
namespace {

/// 31 December 9999.
constexpr double kLastDay = 2958465;
/// The 29 February 1900 that Excel has and the calendar hasn't.
constexpr int kNoDay = 60;

struct Moment {
  int year = 1900;
  unsigned month = 1;
  unsigned day = 0;
  int seconds = 0;
};

Moment moment_of(double number, bool from_1904) {
  using namespace std::chrono;
  const int seconds = static_cast<int>(std::lround((number - std::floor(number)) * 86400));
  const int whole = static_cast<int>(std::floor(number)) + (seconds == 86400 ? 1 : 0);
  const int of_day = seconds % 86400;
  if (!from_1904 && whole == kNoDay) return {1900, 2, 29, of_day};
  if (!from_1904 && whole == 0) return {1900, 1, 0, of_day};
  const sys_days first = from_1904        ? sys_days{year{1904} / January / 1}
                         : whole < kNoDay ? sys_days{year{1899} / December / 31}
                                          : sys_days{year{1899} / December / 30};
  const year_month_day date(first + days{whole});
  return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()}, of_day};
}

/// Where the first piece of a kind stands; none stands at the end.
std::size_t place_of(const FormatSection& section, PieceKind kind) {
  return static_cast<std::size_t>(std::ranges::find(section.pieces, kind, &Piece::kind) -
                                  section.pieces.begin());
}

std::string two(unsigned number, std::size_t letters) {
  return letters == 1 ? std::to_string(number) : fmt::format("{:02}", number);
}

/// Hours, minutes or seconds that go on beyond a day: `[h]`.
std::string elapsed(const Piece& piece, double number) {
  const long long seconds = std::llround(number * 86400);
  const char of = piece.text.empty() ? ' ' : piece.text.front();
  const long long whole = of == 'h' || of == 'H'   ? seconds / 3600
                          : of == 'm' || of == 'M' ? seconds / 60
                                                   : seconds;
  return fmt::format("{:0{}}", whole, piece.text.size());
}

bool is_elapsed(const Piece& piece) {
  return piece.kind == PieceKind::other && !piece.text.empty() &&
         std::string_view("hHmMsS").find(piece.text.front()) != std::string_view::npos;
}

std::string piece_text(const Piece& piece, const FormatSection& section, const Moment& moment) {
  const bool half = section.has(PieceKind::half);
  const auto hour = static_cast<unsigned>(moment.seconds / 3600);
  switch (piece.kind) {
    case PieceKind::year:
      return fmt::format("{:04}", moment.year);
    case PieceKind::month:
      return two(moment.month, piece.text.size());
    // The name of a weekday says nothing that the day doesn't.
    case PieceKind::day:
      return piece.text.size() > 2 ? std::string() : two(moment.day, piece.text.size());
    case PieceKind::hour:
      return two(half ? (hour + 11) % 12 + 1 : hour, piece.text.size());
    case PieceKind::minute:
      return two(static_cast<unsigned>(moment.seconds / 60 % 60), piece.text.size());
    case PieceKind::second:
      return two(static_cast<unsigned>(moment.seconds % 60), piece.text.size());
    case PieceKind::half:
      return hour < 12 ? "AM" : "PM";
    case PieceKind::comma:
      return ",";
    case PieceKind::point:
      return ".";
    case PieceKind::literal:
      return piece.text;
    case PieceKind::digit:
    case PieceKind::percent:
    case PieceKind::general:
    case PieceKind::text:
    case PieceKind::other:
      break;
  }
  return {};
}

}  // namespace

ShownNumber show_day(double number, const FormatSection& section, const NumberLook& look) {
  if (number < 0 || number > kLastDay)
    return {.text = fmt::format("{}", number), .kind = ReadKind::number, .unsure = true};
  const Moment moment = moment_of(number, look.from_1904);
  ShownNumber shown{.kind = ReadKind::day};
  const std::size_t none = section.pieces.size(), day = place_of(section, PieceKind::day),
                    month = place_of(section, PieceKind::month),
                    year = place_of(section, PieceKind::year);
  const bool whole = day < none && month < none && year < none;
  shown.unsure = moment.day == 0 && day < none;
  for (const Piece& piece : section.pieces)
    shown.unsure = shown.unsure || (piece.kind == PieceKind::other && !is_elapsed(piece));
  if (whole && !(day < month && month < year) && !(year < month && month < day)) {
    shown.text = fmt::format("{:02}/{:02}/{:04}", moment.day, moment.month, moment.year);
    if (moment.seconds != 0 && place_of(section, PieceKind::hour) < none)
      shown.text += fmt::format(" {}:{:02}:{:02}", moment.seconds / 3600, moment.seconds / 60 % 60,
                                moment.seconds % 60);
    shown.unsure = true;
    return shown;
  }
  const bool named = month < none && section.pieces[month].text.size() > 2;
  for (const Piece& piece : section.pieces) {
    // Between a day and the name of a month: what stands there before its number.
    const bool stroke =
        named && piece.kind == PieceKind::literal && (piece.text == "-" || piece.text == " ");
    shown.text += stroke              ? "/"
                  : is_elapsed(piece) ? elapsed(piece, number)
                                      : piece_text(piece, section, moment);
  }
  return shown;
}

}  // namespace wardplan::tables
