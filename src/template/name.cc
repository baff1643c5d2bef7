#include "template/tag.h"

#include <algorithm>
#include <cstdint>

#include "template/codes.h"
#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

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

Name name_at(const Sources& sources, Span span) {
  const std::string_view text = sources.text(span);
  Name name{{}, span};
  if (text == ".") return name;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('.', at), text.size());
    name.words.push_back({nfc(text.substr(at, end - at)),
                          {span.file, span.begin + static_cast<std::uint32_t>(at),
                           span.begin + static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
  return name;
}

bool check_name(const Sources& sources, const Name& name, bool partial, Report& report) {
  if (are_words(name) && !(partial && name.words.empty())) return true;
  const std::string seen = shorten(sources.text(name.span));
  Finding finding{
      .code = &kBadName,
      .message = say("`{}` không phải là tên trường", "`{}` is no name of a field", seen),
      .primary = {name.span, {}},
      .help = {"tên trường chỉ có chữ, số, `_`, `-`; dấu chấm ngăn tên nhóm với tên trong nhóm",
               "a name has letters, digits, `_` and `-`; a point divides a group's name from one "
               "within it"}};
  if (partial) {
    finding.message = say("`{}` không phải là tên mẫu con", "`{}` is no name of a partial", seen);
    finding.help = {
        "tên mẫu con chỉ có chữ, số, `_`, `-` và dấu chấm ở giữa, không có đường dẫn",
        "a partial's name has letters, digits, `_`, `-` and points inside, and no path"};
  }
  report.add(std::move(finding));
  return false;
}

}  // namespace wardplan::mustache
