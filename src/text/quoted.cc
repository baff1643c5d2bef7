#include "text/quoted.h"

namespace wardplan {

void join(std::string& list, std::string_view word, std::string_view separator) {
  if (!list.empty()) list += separator;
  list += word;
}

void join(Message& list, const Message& word, Phrase separator) {
  if (!list.empty()) list += separator;
  list += word;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  return fmt::format("{}", fmt::join(words, separator));
}

std::string quoted_list(const std::vector<std::string>& words) {
  return words.empty() ? std::string() : "`" + joined(words, "`, `") + "`";
}

Message one_of(const std::vector<std::string>& words) {
  return say("một trong {}", "one of {}", quoted_list(words));
}

Message there_are(const std::vector<std::string>& words) {
  return say("có {}", "there are {}", words.empty() ? "0" : quoted_list(words));
}

}  // namespace wardplan
