// Lines that stand in no column where one belongs, and signs at their beginning that only look
// right.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/reader.h"

namespace wardplan::yaml {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t line_of(std::string_view bytes, std::size_t at) {
  const std::size_t ended = at == 0 ? kNone : bytes.rfind('\n', at - 1);
  return ended == kNone ? 0 : ended + 1;
}

int column_of(const Reader& reader, std::size_t at) {
  return static_cast<int>(at - line_of(reader.bytes, at));
}

std::string rest_of_line(const Reader& reader, std::size_t at) {
  const std::size_t end = std::min(reader.bytes.find('\n', at), reader.bytes.size());
  return shorten(trimmed(reader.bytes.substr(at, end - at)));
}

/// The column nearest to that of the place where lists (`dash`) or keys stood before: of the
/// collection at column `own`, and of those that ended within its last value.
int nearest_column(const Reader& reader, const Node& last, int own, bool own_dash, bool dash) {
  const int here = reader.column();
  int nearest = own_dash == dash ? own : -1;
  for (const Node* node = &last; node != nullptr && !node->flow;) {
    const bool list = node->kind == Kind::sequence;
    if (!list && node->kind != Kind::mapping) break;
    const int column = column_of(reader, node->span.begin);
    if (list == dash && (nearest < 0 || std::abs(column - here) < std::abs(nearest - here)))
      nearest = column;
    if (list ? node->items.empty() : node->pairs.empty()) break;
    node = list ? &node->items.back() : &node->pairs.back().value;
  }
  return nearest;
}

/// What stands for the dash of a list there: `-` without a blank, or a longer dash.
void check_dash(const Reader& reader, std::size_t at) {
  const std::string_view rest = reader.bytes.substr(at);
  const bool joined = rest.starts_with('-') && !ends_word(reader.bytes, at + 1);
  for (const std::string_view sign : {"–", "—", "−", "‐", "‑", "•", "-"}) {
    if (!rest.starts_with(sign) || (sign == "-" && !joined)) continue;
    const Message seen = joined ? Message{"thiếu dấu cách sau dấu `-`", "no blank behind the `-`"}
                                : say("`{}` không phải dấu `-` mở một dòng của danh sách",
                                      "`{}` is no `-` that begins an entry of a list", sign);
    lose(kNotYaml, seen, reader.span(at, at + sign.size()), {},
         say("gõ `- {}`", "type `- {}`", rest_of_line(reader, at + sign.size())));
  }
}

void other_column(const Reader& reader, int others) {
  lose(kTextAfterValue,
       say("dòng này thụt {} dấu cách, các dòng cùng nhóm thụt {}",
           "this line is indented by {2}, those of its group by {1}", reader.column(), others,
           counted(reader.column(), "blank")),
       reader.span(reader.line, reader.at), {},
       others == 0 ? Message{"bỏ dấu cách ở đầu dòng", "delete the blanks before it"}
                   : say("để {} dấu cách ở đầu dòng", "put {1} before it", others,
                         counted(others, "blank")));
}

/// Whether a line begins with a dash, or with a key and its colon.
bool begins_entry(const Reader& reader) {
  if (reader.peek() == '-') return ends_word(reader.bytes, reader.at + 1);
  return begins_key(reader.bytes, reader.at);
}

}  // namespace

bool begins_key(std::string_view bytes, std::size_t at) {
  const std::size_t begin = at;
  while (at < bytes.size() && ((bytes[at] >= 'a' && bytes[at] <= 'z') || bytes[at] == '-')) ++at;
  return at > begin && bytes.data()[at] == ':' && ends_word(bytes, at + 1);
}

void check_begin_of_line(const Reader& reader, std::size_t at) {
  if (at >= reader.bytes.size() || static_cast<unsigned char>(reader.bytes[at]) < 0xC2) return;
  const CodePoint c = decode(reader.bytes, at);
  if (!is_other_blank(c.value)) return;
  std::size_t end = at + c.size;
  while (end < reader.bytes.size() && is_other_blank(decode(reader.bytes, end).value))
    end += decode(reader.bytes, end).size;
  lose(kNotYaml,
       say("dấu cách lạ U+{:04X} ở chỗ của dấu cách thường",
           "a blank of another kind, U+{:04X}, where plain ones belong", c.value),
       reader.span(at, end), {}, {"xóa, gõ dấu cách thường", "delete it and type plain blanks"});
}

void out_of_column(const Reader& reader, const Node& last, int own, bool list) {
  check_begin_of_line(reader, reader.at);
  check_dash(reader, reader.at);
  // An entry whose key took the dash in: `-number: …`.
  if (!list) check_dash(reader, reader.pairs.back().key.span.begin);
  const bool dash = reader.peek() == '-';
  const int others =
      begins_entry(reader) ? nearest_column(reader, last, own, list, dash) : reader.column();
  if (others >= 0 && others != reader.column()) other_column(reader, others);
  stray(reader);
}

void check_column_below(const Reader& reader, int own) {
  if (!begins_entry(reader)) return;
  if (reader.peek() != '-') other_column(reader, own);
  // The dash of the list that this entry is of.
  for (std::size_t line = reader.line; line > 0;) {
    line = line_of(reader.bytes, line - 1);
    const std::size_t sign = pass(reader.bytes, " ", line);
    const int column = static_cast<int>(sign - line);
    if (reader.bytes.data()[sign] == '-' && ends_word(reader.bytes, sign + 1) &&
        column < reader.column())
      other_column(reader, column);
  }
}

std::size_t dash_before(const Reader& reader, Span key) {
  std::size_t at = key.begin;
  while (at > 0 && reader.bytes[at - 1] == ' ') --at;
  const bool dash = at > 0 && at < key.begin && reader.bytes[at - 1] == '-';
  return dash && is_blank(reader.bytes.substr(0, at - 1).substr(line_of(reader.bytes, at - 1)))
             ? at - 1
             : kNone;
}

void tell_no_dash(Reader& reader, std::size_t dash, const Node& first, const Node& again) {
  reader.broken = true;
  const std::string blanks(static_cast<std::size_t>(column_of(reader, dash)), ' ');
  reader.report.tell(
      kDuplicateKey, {again.span},
      say("thiếu `- ` mở một dòng mới: `{}` viết lần nữa",
          "no `- ` begins a new entry: `{}` stands again", again.text),
      say("gõ `{}- {}`", "type `{}- {}`", blanks, rest_of_line(reader, again.span.begin)),
      {{first.span, {"dòng trước bắt đầu ở đây", "the entry before begins here"}}});
}

}  // namespace wardplan::yaml
