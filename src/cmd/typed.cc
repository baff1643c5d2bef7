#include "cmd/typed.h"

#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {

void refuse(Message message) { throw Refused{std::move(message)}; }

std::string kept(std::string_view option, const std::string& typed) {
  const std::string composed = nfc(typed);
  std::string text(trimmed(composed));
  if (text.empty()) refuse(say("`{}` trống", "`{}` is empty", option));
  if (!yaml::is_writable(text))
    refuse(say("`{}` có ký tự điều khiển hoặc không phải UTF-8",
               "`{}` has control characters or is not UTF-8", option));
  return text;
}

}  // namespace wardplan
