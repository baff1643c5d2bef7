#include "cmd/typed.h"

#include <algorithm>
#include <filesystem>

#include "disk/files.h"
#include "figures/numerals.h"
#include "import/headings.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {

namespace fs = std::filesystem;

void refuse(Message message) { throw Refused{.message = std::move(message)}; }

std::string kept(std::string_view option, const std::string& typed) {
  const std::string composed = nfc(typed);
  std::string text(trimmed(composed));
  if (text.empty()) refuse(say("`{}` trống", "`{}` is empty", option));
  if (!yaml::is_writable(text))
    refuse(say("`{}` có ký tự điều khiển hoặc không phải UTF-8",
               "`{}` has control characters or is not UTF-8", option));
  return text;
}

std::string kept_number(std::string_view option, const std::string& typed, bool is_id) {
  std::string text = kept(option, typed);
  if (is_id && !is_own_id(text)) {
    const std::string proposed = id_of(text).empty() ? "tu-sach" : id_of(text);
    refuse(say("`{}` không dùng làm mã được; viết chữ thường không dấu: `{}`",
               "`{}` can't be an id; small letters without marks: `{}`", text, proposed));
  }
  // A blank that doesn't break, or is of another width, is no part of a number either.
  if (text.find_first_of(" \t\r\n") != std::string::npos ||
      text.find("\u00A0") != std::string::npos)
    refuse(say("`{}` có dấu cách, không dùng làm số của dòng được",
               "`{}` has a blank and can't be a row's number", text));
  if (text.find('#') != std::string::npos)
    refuse(
        say("`{}` có dấu `#`, không dùng làm số của dòng được: địa chỉ dùng dấu ấy cho dòng "
            "trùng số, như `I.1#2`",
            "`{}` has a `#` and can't be a row's number: addresses have it for another row with "
            "the same one, as `I.1#2`",
            text));
  return text;
}

int typed_year(const std::string& text) {
  const bool digits = text.size() == 4 && std::ranges::all_of(text, is_digit);
  const int year = digits ? std::stoi(text) : 0;
  if (year >= kFirstYear && year <= kLastYear) return year;
  throw Failure(say("`{}` không phải là năm; viết đủ bốn chữ số, ví dụ `2026`",
                    "`{}` is not a year; write four digits, such as `2026`", text));
}

void refuse_existing(const std::vector<std::string>& paths, const Message& hint) {
  std::vector<std::string> there;
  std::error_code ignored;
  for (const std::string& path : paths)
    if (fs::exists(fs::symlink_status(path, ignored))) there.push_back(path);
  if (!there.empty())
    throw Failure(with_hint(
        say("{} đã có, không ghi đè; chưa ghi gì",
            "{} is there and isn't written over; nothing was written", quoted_list(there)),
        hint));
}

}  // namespace wardplan
