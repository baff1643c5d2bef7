#include "template/tag.h"

#include <algorithm>
#include <cstdint>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

constexpr auto kNone = std::string_view::npos;

void trim(std::string_view bytes, Tag& tag) {
  while (tag.content < tag.content_end && is_one_of(bytes[tag.content], kBlanks)) ++tag.content;
  while (tag.content < tag.content_end && is_one_of(bytes[tag.content_end - 1], kBlanks))
    --tag.content_end;
}

/// Finds the end of `{{{…}}}`, given the first end of an ordinary tag.
bool close_raw(std::string_view bytes, std::size_t close, const Needle& closes, Tag& tag) {
  if (bytes[close] == '}' && bytes.substr(close + 1).starts_with(closes.text())) {
    tag.content_end = close;
    tag.end = close + 1 + closes.size();
    return true;
  }
  tag.content_end = close - 1;
  tag.end = close + closes.size();
  return close > tag.content && bytes[close - 1] == '}';
}

bool is_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool digit = c.value >= '0' && c.value <= '9';
    if (!digit && c.value != '_' && c.value != '-' && !is_letter(c.value)) return false;
    at += c.size;
  }
  return !text.empty();
}

bool are_words(const Name& name) { return std::ranges::all_of(name.words, is_word, &Word::text); }

}  // namespace

std::size_t Needle::find(std::string_view bytes, std::size_t at) {
  if (!found_ || at < from_ || (*found_ != kNone && *found_ < at)) found_ = bytes.find(text_, at);
  from_ = at;
  return *found_;
}

Delimiters delimiters(std::string_view opens, std::string_view closes) {
  return {Needle(std::string(opens)), Needle(std::string(closes)),
          Needle("=" + std::string(closes))};
}

ReadTag read_tag(std::string_view bytes, std::size_t at, Delimiters& delimiters) {
  ReadTag read{.tag = {.begin = at, .end = bytes.size()}, .resume = bytes.size()};
  Tag& tag = read.tag;
  tag.content = pass(bytes, kBlanks, at + delimiters.opens.size());
  if (tag.content < bytes.size() && is_one_of(bytes[tag.content], "#^/>&!={"))
    tag.sign = bytes[tag.content++];
  Needle& closes = tag.sign == '=' ? delimiters.closes_change : delimiters.closes;
  const std::size_t close = closes.find(bytes, tag.content);
  // A name that runs into the next tag has lost its end.
  const std::size_t next =
      tag.sign == '!' || tag.sign == '=' ? kNone : delimiters.opens.find(bytes, tag.content);
  if (next < close) read.resume = next;
  if (close == kNone || next < close) {
    read.fault = TagFault::unclosed;
    return read;
  }
  tag.content_end = close;
  tag.end = close + closes.size();
  if (tag.sign == '{' && !close_raw(bytes, close, closes, tag)) {
    read.fault = TagFault::unclosed_raw;
    read.resume = close + closes.size();
  }
  trim(bytes, tag);
  return read;
}

std::optional<Alone> alone_on_line(std::string_view bytes, std::size_t first, const Tag& tag) {
  std::size_t begin = tag.begin, next = tag.end;
  while (begin > first && is_one_of(bytes[begin - 1], " \t")) --begin;
  if (begin > first && bytes[begin - 1] != '\n') return std::nullopt;
  while (next < bytes.size() && is_one_of(bytes[next], " \t")) ++next;
  if (bytes.substr(next).starts_with("\r\n")) return Alone{begin, next + 2};
  if (next < bytes.size() && bytes[next] != '\n') return std::nullopt;
  return Alone{begin, std::min(next + 1, bytes.size())};
}

bool check_name(const Sources& sources, const Name& name, bool partial, Report& report) {
  if (are_words(name) && !(partial && name.words.empty())) return true;
  const std::string seen = shorten(sources.text(name.span));
  if (partial)
    report.tell(kBadName, {name.span},
                say("`{}` không phải là tên mẫu con", "`{}` is no name of a partial", seen),
                {"tên mẫu con chỉ có chữ, số, `_`, `-` và dấu chấm ở giữa, không có đường dẫn",
                 "a partial's name has letters, digits, `_`, `-` and points inside, and no path"});
  else
    report.tell(
        kBadName, {name.span},
        say("`{}` không phải là tên trường", "`{}` is no name of a field", seen),
        {"tên trường chỉ có chữ, số, `_`, `-`; dấu chấm ngăn tên nhóm với tên trong nhóm",
         "a name has letters, digits, `_` and `-`; a point divides a group's name from one within "
         "it"});
  return false;
}

}  // namespace wardplan::mustache
