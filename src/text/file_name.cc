#include "text/file_name.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace wardplan {
namespace {

/// Names of devices: Windows keeps them, whatever their case and ending.
constexpr std::string_view kDevices[] = {"con", "prn", "aux", "nul"};

bool is_device(std::string_view name) {
  const std::string word = fold(name.substr(0, name.find('.')));
  if (std::ranges::find(kDevices, word) != std::end(kDevices)) return true;
  return word.size() == 4 && (word.starts_with("com") || word.starts_with("lpt")) &&
         word.back() >= '1' && word.back() <= '9';
}

}  // namespace

Message folder_name_fault(std::string_view name) {
  if (name.empty()) return {"mã trống", "it is empty"};
  if (name.size() > kLongestFileName) return {"dài hơn 255 byte", "it is over 255 bytes"};
  if (name.starts_with('.')) return {"bắt đầu bằng dấu chấm", "it begins with a dot"};
  if (name.ends_with('.')) return {"kết thúc bằng dấu chấm", "it ends with a dot"};
  if (name.starts_with(' ') || name.ends_with(' '))
    return {"có dấu cách ở đầu hoặc cuối", "a blank stands at an end of it"};
  const auto bad = std::ranges::find_if(name, [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7F' ||
           std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
  });
  if (bad != name.end() && is_plain_ascii(*bad))
    return say("có dấu `{}`", "it has a `{}`", std::string(1, *bad));
  if (bad != name.end()) return {"có ký tự điều khiển", "it has a control character"};
  if (is_device(name))
    return {"Windows giữ tên ấy cho thiết bị", "Windows keeps that name for a device"};
  return {};
}

std::string name_part(std::string_view text, std::size_t most) {
  std::string name;
  for (const char c : fold_bare(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  name.resize(std::min(name.size(), most));
  while (name.ends_with('-')) name.pop_back();
  return name;
}

}  // namespace wardplan
