#include "document/page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

constexpr std::string_view kNamed = "&nbsp;";
constexpr std::string_view kNumbered = "&#160;";
constexpr std::array<std::string_view, 6> kEntities = {"amp", "lt", "gt", "quot", "apos", "nbsp"};
/// A name is looked for no further behind its `&`.
constexpr std::size_t kLongest = 12;

/// The character of `#160` or `#xA0`; 0 for anything else.
std::uint32_t numbered(std::string_view name) {
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, value, hexadecimal ? 16 : 10);
  return read.ec == std::errc() && read.ptr == end ? value : 0;
}

bool is_character(std::uint32_t value) {
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return false;
  return value != '\r' && !is_invisible(value) && (value & 0xFFFE) != 0xFFFE;
}

/// A fault of `size` bytes from `at` on.
MarkupFault fault(const Code& code, std::size_t at, std::size_t size, Message message,
                  Message help) {
  return {&code, at, at + size, std::move(message), std::move(help)};
}

std::optional<MarkupFault> entity_fault(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(at, kLongest).find(';');
  const std::string_view name =
      end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - 1);
  if (std::ranges::find(kEntities, name) != kEntities.end()) return std::nullopt;
  if (name.starts_with('#')) {
    if (is_character(numbered(name))) return std::nullopt;
    return fault(
        kUnknownEntity, at, end + 1,
        say("`&{};` không phải ký tự của văn bản", "`&{};` is no character of a text", name),
        {"xóa nó", "delete it"});
  }
  const bool is_name = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  if (!is_name)
    return fault(kUnknownEntity, at, 1, {"dấu `&` đứng một mình", "an `&` by itself"},
                 {"gõ `&amp;`", "type `&amp;`"});
  const auto near = nearest(name, {kEntities.begin(), kEntities.end()});
  return fault(
      kUnknownEntity, at, end + 1, say("không có `&{};`", "there is no `&{};`", name),
      near ? say("gõ `&{};`, hoặc gõ thẳng ký tự ấy", "type `&{};`, or the character itself", *near)
           : Message("gõ thẳng ký tự ấy", "type the character itself"));
}

MarkupFault refuse(std::size_t at, std::string_view what, Message help) {
  return fault(kNotAllowed, at, what.size(), say("trang có `{}`", "the page has `{}`", what),
               std::move(help));
}

/// What begins with a `<` that is no comment and no tag.
std::optional<MarkupFault> construct_fault(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<![CDATA["))
    return refuse(at, "<![CDATA[",
                  {"gõ chữ thẳng vào, `<` viết `&lt;`", "type the text itself, `&lt;` for `<`"});
  if (rest.starts_with("<?") && !(at == 0 && rest.starts_with("<?xml ")))
    return refuse(at, "<?", {"xóa nó", "delete it"});
  if (!rest.starts_with("<!")) return std::nullopt;
  const std::string_view declaration = rest.substr(0, rest.find('>'));
  if (declaration.starts_with("<!DOCTYPE") && declaration.find('[') == std::string_view::npos)
    return std::nullopt;
  return refuse(at, "<!", {"chỉ dùng `<!DOCTYPE html>`", "use `<!DOCTYPE html>` only"});
}

}  // namespace

std::optional<MarkupFault> find_markup_fault(std::string_view text) {
  for (std::size_t at = find_or_end(text, "<&"); at < text.size();
       at = find_or_end(text, "<&", at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      const std::size_t end = text.find("-->", at + 4);
      if (end == std::string_view::npos)
        return fault(kNotWellFormed, at, 4, {"chú thích không kết thúc", "a comment does not end"},
                     {"gõ `-->` ở chỗ nó kết thúc", "type `-->` where it ends"});
      at = end;
      continue;
    }
    auto found = text[at] == '&' ? entity_fault(text, at) : construct_fault(text, at);
    if (found) return found;
  }
  return std::nullopt;
}

void name_no_break_spaces(std::string& text) {
  static_assert(kNamed.size() == kNumbered.size());
  for (std::size_t at = text.find(kNamed); at != std::string::npos; at = text.find(kNamed, at))
    text.replace(at, kNamed.size(), kNumbered);
}

}  // namespace wardplan::document
