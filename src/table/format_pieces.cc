#include "table/format_pieces.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

constexpr std::size_t kMostSections = 4;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool begins_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  return std::ranges::equal(text.substr(0, word.size()), word,
                            [](char a, char b) { return small(a) == small(b); });
}

PieceKind letter_kind(char c) {
  switch (small(c)) {
    case 'y':
      return PieceKind::year;
    case 'm':
      return PieceKind::month;
    case 'd':
      return PieceKind::day;
    case 'h':
      return PieceKind::hour;
    case 's':
      return PieceKind::second;
    default:
      return PieceKind::literal;
  }
}

class FormatReader {
 public:
  explicit FormatReader(std::string_view format) : rest_(format) {}

  std::vector<FormatSection> read() {
    sections_.emplace_back();
    while (!rest_.empty()) one();
    for (FormatSection& section : sections_) find_minutes(section.pieces);
    return std::move(sections_);
  }

 private:
  void add(PieceKind kind, std::string_view text) {
    sections_.back().pieces.push_back({kind, std::string(text)});
  }

  /// Adds the next bytes as a piece.
  void take(PieceKind kind, std::size_t size) {
    size = std::min(size, rest_.size());
    add(kind, rest_.substr(0, size));
    rest_.remove_prefix(size);
  }

  void skip(std::size_t size) { rest_.remove_prefix(std::min(size, rest_.size())); }

  void one() {
    const char c = rest_.front();
    if (c == ';') {
      skip(1);
      if (sections_.size() < kMostSections) sections_.emplace_back();
    } else if (c == '"') {
      const std::size_t end = find_or_end(rest_, "\"", 1);
      add(PieceKind::literal, rest_.substr(1, end - 1));
      skip(end + 1);
    } else if (c == '\\') {
      skip(1);
      if (!rest_.empty()) take(PieceKind::literal, 1);
    } else if (c == '_' || c == '*') {
      // As wide as a sign, or filled up with one.
      skip(2);
    } else if (c == '[') {
      bracket();
    } else if (!word()) {
      sign(c);
    }
  }

  void bracket() {
    const std::size_t end = find_or_end(rest_, "]", 1);
    const std::string_view inside = rest_.substr(1, end - 1);
    skip(end + 1);
    if (inside.starts_with('$')) {
      add(PieceKind::literal, inside.substr(1, find_or_end(inside, "-", 1) - 1));
    } else if (!inside.empty() && letter_kind(inside.front()) != PieceKind::literal &&
               std::ranges::all_of(inside,
                                   [&](char c) { return small(c) == small(inside.front()); })) {
      // Hours that go on beyond a day.
      add(PieceKind::other, inside);
    } else if (!inside.empty() && is_one_of(inside.front(), "<>=")) {
      sections_.back().conditional = true;
    }
  }

  bool word() {
    struct Word {
      std::string_view text;
      PieceKind kind;
    };
    constexpr Word kWords[] = {{"General", PieceKind::general},
                               {"AM/PM", PieceKind::half},
                               {"A/P", PieceKind::half},
                               {"E+", PieceKind::other},
                               {"E-", PieceKind::other}};
    for (const Word& known : kWords) {
      if (!begins_with(rest_, known.text)) continue;
      take(known.kind, known.text.size());
      return true;
    }
    return false;
  }

  void sign(char c) {
    if (is_one_of(c, "0#?")) return take(PieceKind::digit, 1);
    if (c == '.') return take(PieceKind::point, 1);
    if (c == ',') return take(PieceKind::comma, 1);
    if (c == '%') return take(PieceKind::percent, 1);
    if (c == '@') return take(PieceKind::text, 1);
    const PieceKind kind = letter_kind(c);
    std::size_t size = 1;
    while (kind != PieceKind::literal && size < rest_.size() && letter_kind(rest_[size]) == kind)
      ++size;
    take(kind, size);
  }

  /// `m` behind hours or before seconds.
  static void find_minutes(std::vector<Piece>& pieces) {
    Piece* before = nullptr;
    Piece* month = nullptr;
    for (Piece& piece : pieces) {
      if (piece.kind == PieceKind::literal || piece.kind == PieceKind::point) continue;
      if (piece.kind == PieceKind::month && before != nullptr &&
          (before->kind == PieceKind::hour || before->kind == PieceKind::other))
        piece.kind = PieceKind::minute;
      if (piece.kind == PieceKind::second && month != nullptr && month == before)
        month->kind = PieceKind::minute;
      if (piece.kind == PieceKind::month) month = &piece;
      before = &piece;
    }
  }

  std::string_view rest_;
  std::vector<FormatSection> sections_;
};

}  // namespace

bool FormatSection::has(PieceKind kind) const {
  return std::ranges::find(pieces, kind, &Piece::kind) != pieces.end();
}

bool FormatSection::is_time() const {
  return has(PieceKind::year) || has(PieceKind::month) || has(PieceKind::day) ||
         has(PieceKind::hour) || has(PieceKind::minute) || has(PieceKind::second);
}

bool is_long_format(std::string_view code) {
  std::size_t count = 0;
  each_character(code, [&](const CodePoint&, std::string_view) { ++count; });
  return count > kMostOfFormat;
}

NumberFormat number_format(std::string_view code) {
  if (is_long_format(code)) return {.sections = {{.pieces = {{PieceKind::other, {}}}}}};
  return {.sections = FormatReader(code).read(), .empty = code.empty()};
}

}  // namespace wardplan::tables
