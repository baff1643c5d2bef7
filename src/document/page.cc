#include "document/page.h"

#include <algorithm>
#include <cstdint>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

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
