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

// What stands in a text that the XML parser would pass over or read its own way.

struct MarkupFault {
  const Code* code = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  Message message;
  Message help;
};

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

/// The first open comment, CDATA, instruction, declaration of entities, unknown entity or number of
/// no character outside comments.
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

/// Writes every `&nbsp;` as a number, which takes as many bytes: nothing moves.
void name_no_break_spaces(std::string& text) {
  static_assert(kNamed.size() == kNumbered.size());
  for (std::size_t at = text.find(kNamed); at != std::string::npos; at = text.find(kNamed, at))
    text.replace(at, kNamed.size(), kNumbered);
}

// The tree and where it stands in the text.

constexpr std::string_view kNameEnds = " \t\r\n/>=";

/// What pugixml says of a place where it gave up.
Phrase reason(pugi::xml_parse_status status) {
  if (status == pugi::status_bad_attribute)
    return {"thuộc tính viết sai: phải là `tên=\"giá trị\"`",
            "an attribute is written wrongly: it is `name=\"value\"`"};
  if (status == pugi::status_unrecognized_tag)
    return {"dấu `<` không mở đầu thẻ nào", "a `<` begins no tag"};
  return {"thẻ viết sai", "a tag is written wrongly"};
}

/// Whether an element that begins there is closed within `text`.
bool is_closed(std::string_view text, std::size_t begin, std::string_view name) {
  int open = 0;
  for (std::size_t at = text.find(name, begin); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (end < text.size() && kNameEnds.find(text[end]) == std::string_view::npos) continue;
    if (text.substr(0, at).ends_with("</")) --open;
    if (text.substr(0, at).ends_with('<')) {
      const std::size_t tag_end = find_or_end(text, ">", end);
      open += text.substr(0, tag_end).ends_with('/') ? 0 : 1;
    }
    if (open <= 0) return true;
  }
  return false;
}

/// The innermost element that is still open at the end of `text`, or none.
pugi::xml_node open_element(const pugi::xml_document& tree, std::string_view text) {
  pugi::xml_node open;
  for (pugi::xml_node node = tree.last_child(); node.type() == pugi::node_element;
       node = node.last_child()) {
    // What was closed has no open children.
    if (is_closed(text, static_cast<std::size_t>(node.offset_debug()), node.name())) break;
    open = node;
  }
  return open;
}

/// Whether an element is of this name or stands in one that is.
bool stands_in(pugi::xml_node node, std::string_view name) {
  while (node && node.name() != name) node = node.parent();
  return static_cast<bool>(node);
}

}  // namespace

Page::Page(const Sources& sources, FileId file, Report& report)
    : file_(file),
      report_(report),
      text_(sources[file].bytes().substr(sources[file].bom())),
      shift_(sources[file].bom()) {}

bool Page::parse() {
  if (!check_bytes()) return false;
  if (const auto fault = find_markup_fault(text_)) {
    add(*fault->code, span_of(fault->begin, fault->end), fault->message, fault->help);
    return false;
  }
  std::string copy = text_;
  name_no_break_spaces(copy);
  constexpr unsigned kFlags =
      pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_fragment;
  const pugi::xml_parse_result result =
      tree_.load_buffer(copy.data(), copy.size(), kFlags, pugi::encoding_utf8);
  if (!result) blame(result);
  return static_cast<bool>(result);
}

bool Page::check_bytes() {
  for (std::size_t at = 0; at < text_.size();) {
    const CodePoint c = decode(text_, at);
    // XML has no such characters, and no document needs them.
    const bool noncharacter = (c.value & 0xFFFE) == 0xFFFE;
    if (!c.valid || is_invisible(c.value) || noncharacter) {
      add(kBadBytes, span_of(at, at + c.size),
          c.valid ? say("ký tự không nhìn thấy U+{:04X}", "invisible character U+{:04X}", c.value)
                  : Message("byte không thuộc UTF-8", "a byte that is not UTF-8"),
          {"xóa nó", "delete it"});
      return false;
    }
    at += c.size;
  }
  return true;
}

void Page::blame(const pugi::xml_parse_result& result) {
  const auto at = std::min(static_cast<std::size_t>(result.offset), text_.size());
  if (result.status != pugi::status_end_element_mismatch)
    return add(kNotWellFormed, span_of(at, std::min(at + 1, text_.size())),
               Message(reason(result.status)));
  const bool ended = at == text_.size();
  const std::size_t tag = ended ? at : std::min(text_.rfind("</", at), at);
  const std::size_t name = pass(text_, "</", tag);
  const std::size_t end = find_or_end(text_, kNameEnds, name);
  const std::string closing = text_.substr(name, end - name);
  const pugi::xml_node open = open_element(tree_, std::string_view(text_).substr(0, tag));
  if (!ended && !stands_in(open, closing))
    return add(kNotWellFormed, span_of(name, end),
               say("`</{}>` đóng một thẻ chưa mở", "`</{}>` closes what is not open", closing),
               open ? say("xóa nó, hoặc gõ `</{}>`", "delete it, or type `</{}>`", open.name())
                    : Message("xóa nó", "delete it"));
  const std::string_view seen = open.name();
  const bool is_empty = seen == "br" || seen == "col" || seen == "meta";
  add(kNotWellFormed, span(open), say("`<{}>` không được đóng", "`<{}>` is not closed", seen),
      is_empty ? say("gõ `<{}/>`", "type `<{}/>`", seen)
               : say("gõ `</{}>` ở chỗ nó kết thúc", "type `</{}>` where it ends", seen),
      ended ? Label{}
            : Label{span_of(name, end), {"thẻ đóng gặp trước", "the closing tag that came first"}});
}

Span Page::span_of(std::size_t begin, std::size_t end) const {
  return {file_, static_cast<std::uint32_t>(shift_ + begin),
          static_cast<std::uint32_t>(shift_ + end)};
}

Span Page::span(const pugi::xml_node& node) const {
  auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  if (node.type() == pugi::node_element)
    return span_of(begin, find_or_end(text_, kNameEnds, begin));
  begin = pass(text_, kBlanks, begin);
  const auto text = std::string_view(text_).substr(begin, find_or_end(text_, "<", begin) - begin);
  return span_of(begin, begin + trimmed(text).size());
}

Page::AttributePlace Page::place_of(const pugi::xml_node& node,
                                    const pugi::xml_attribute& attribute) const {
  std::size_t at = find_or_end(text_, kNameEnds, static_cast<std::size_t>(node.offset_debug()));
  // Attributes stand in the text as they do in the tree, which was read from it.
  for (pugi::xml_attribute each = node.first_attribute(); each; each = each.next_attribute()) {
    const std::size_t name = pass(text_, kBlanks, at);
    const std::size_t name_end = find_or_end(text_, kNameEnds, name);
    const std::size_t quote = find_or_end(text_, "\"'", name_end);
    if (quote == text_.size()) break;
    const std::size_t end = find_or_end(text_, text_.substr(quote, 1), quote + 1);
    if (each == attribute) return {span_of(name, name_end), span_of(quote + 1, end)};
    at = std::min(end + 1, text_.size());
  }
  return {start(), start()};
}

Span Page::word_span(const pugi::xml_node& node, const pugi::xml_attribute& attribute,
                     std::string_view word) const {
  const Span value = place_of(node, attribute).value;
  const std::size_t value_end = value.end - shift_;
  for (std::size_t at = pass(text_, kBlanks, value.begin - shift_); at < value_end;) {
    const std::size_t end = std::min(find_or_end(text_, kBlanks, at), value_end);
    if (std::string_view(text_).substr(at, end - at) == word) return span_of(at, end);
    at = pass(text_, kBlanks, end);
  }
  return value;
}

void Page::add(const Code& code, Span span, Message message, Message help, Label related) {
  std::vector<Label> labels;
  if (!related.text.empty()) labels.push_back(std::move(related));
  report_.tell(code, {span}, std::move(message), std::move(help), std::move(labels));
}

}  // namespace wardplan::document
