#include "table/xml.h"

#include <charconv>

#include "table/refused.h"

namespace wardplan::tables {
namespace {

constexpr std::size_t kNodeSize = 72;
constexpr std::size_t kAttributeSize = 40;

/// The walk goes by links, so that no depth harms it.
bool is_deep(const pugi::xml_document& tree) {
  std::size_t depth = 0;
  for (pugi::xml_node node = tree.first_child(); node;) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > kMaxNesting) return true;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
      if (node == tree) return false;
    }
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

std::size_t tree_size(std::string_view bytes) {
  std::size_t nodes = 1, attributes = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char next = at + 1 < bytes.size() ? bytes[at + 1] : '<';
    if ((bytes[at] == '<' && next != '/') || (bytes[at] == '>' && next != '<')) ++nodes;
    if (bytes[at] == '=') ++attributes;
  }
  return bytes.size() + nodes * kNodeSize + attributes * kAttributeSize;
}

void parse_xml(std::string& bytes, std::string_view name, pugi::xml_document& tree) {
  constexpr unsigned kFlags = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol |
                              pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  const pugi::xml_parse_result result =
      tree.load_buffer_inplace(bytes.data(), bytes.size(), kFlags);
  const std::string part(name);
  const Message again = {"mở tệp bằng Word hoặc Excel rồi lưu lại",
                         "open the file in Word or Excel and save it again"};
  if (!result)
    refuse(say("phần `{}` của tệp không phải XML đúng (byte {})",
               "the part `{}` of the file is no well-formed XML (byte {})", part, result.offset),
           again);
  for (const pugi::xml_node node : tree.children())
    if (node.type() == pugi::node_doctype)
      refuse(say("phần `{}` của tệp có DOCTYPE, điều Word và Excel không bao giờ viết",
                 "the part `{}` of the file has a DOCTYPE, which Word and Excel never write", part),
             again);
  if (is_deep(tree))
    refuse(say("phần `{}` của tệp lồng nhau quá {} tầng",
               "the part `{}` of the file nests deeper than {} levels", part, kMaxNesting));
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node each : node.children())
    if (local_name(each) == name) return each;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute each : node.attributes())
    if (local_name(each.name()) == name) return each.value();
  return {};
}

std::string_view value_of(const pugi::xml_node& node, std::string_view child_name) {
  return attribute(child(node, child_name), "val");
}

long number_or(std::string_view text, long otherwise) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

bool is_on(const pugi::xml_node& node, std::string_view child_name) {
  const pugi::xml_node found = child(node, child_name);
  if (!found) return false;
  const std::string_view value = attribute(found, "val");
  return value.empty() || is_true(value);
}

}  // namespace wardplan::tables
