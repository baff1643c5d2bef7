#include "support/oracles.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>
#include <yaml.h>

#include <memory>

namespace wardplan::test {
namespace {

std::string quoted_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\" ";
}

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::string dump_plain(std::string_view text) {
  return is_null_word(text) ? "~ " : quoted_text(text);
}

std::string dump(const YAML::Node& node) {
  std::string out;
  switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
      return "~ ";
    case YAML::NodeType::Scalar:
      return node.Tag() == "?" ? dump_plain(node.Scalar()) : quoted_text(node.Scalar());
    case YAML::NodeType::Sequence:
      for (const YAML::Node& item : node) out += dump(item);
      return "[ " + out + "] ";
    case YAML::NodeType::Map:
      for (const auto& pair : node) out += dump(pair.first) + dump(pair.second);
      return "{ " + out + "} ";
  }
  return out;
}

std::string text_of(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
  return scalar.style == YAML_PLAIN_SCALAR_STYLE ? dump_plain(text) : quoted_text(text);
}

}  // namespace

std::string dump(const yaml::Node& node) {
  std::string out;
  switch (node.kind) {
    case yaml::Kind::null:
      return "~ ";
    case yaml::Kind::scalar:
      return quoted_text(node.text);
    case yaml::Kind::sequence:
      for (const yaml::Node& item : node.items) out += dump(item);
      return "[ " + out + "] ";
    case yaml::Kind::mapping:
      for (const yaml::Pair& pair : node.pairs) out += dump(pair.key) + dump(pair.value);
      return "{ " + out + "} ";
  }
  return out;
}

std::optional<std::string> dump_of_yaml_cpp(std::string_view text) {
  try {
    // Not `LoadAll`, which never ends where yaml-cpp finds nothing that it can pass.
    return dump(YAML::Load(std::string(text)));
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

std::optional<std::string> dump_of_libyaml(std::string_view text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  const std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)> owner(&parser,
                                                                            yaml_parser_delete);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  std::string out;
  int documents = 0;
  for (;;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) return std::nullopt;
    const std::unique_ptr<yaml_event_t, decltype(&yaml_event_delete)> held(&event,
                                                                           yaml_event_delete);
    if (event.type == YAML_STREAM_END_EVENT) break;
    if (event.type == YAML_DOCUMENT_START_EVENT) ++documents;
    if (event.type == YAML_ALIAS_EVENT) return std::nullopt;
    if (event.type == YAML_SCALAR_EVENT) out += text_of(event);
    if (event.type == YAML_SEQUENCE_START_EVENT) out += "[ ";
    if (event.type == YAML_SEQUENCE_END_EVENT) out += "] ";
    if (event.type == YAML_MAPPING_START_EVENT) out += "{ ";
    if (event.type == YAML_MAPPING_END_EVENT) out += "} ";
  }
  return documents == 1 ? std::optional(out) : std::nullopt;
}

std::string oracle_fault(std::string_view text, const yaml::Node& root) {
  const std::string ours = dump(root);
  // Whether the end of a file ends a line is read differently, and says nothing.
  const std::string ended = std::string(text) + (text.ends_with('\n') ? "" : "\n");
  struct Oracle {
    std::string_view name;
    std::optional<std::string> (*dump)(std::string_view text);
  };
  for (const auto& [name, dump_of] :
       {Oracle{"libyaml", dump_of_libyaml}, Oracle{"yaml-cpp", dump_of_yaml_cpp}}) {
    const auto theirs = dump_of(ended);
    // Within brackets either takes some question marks for a key's.
    const bool mark = !theirs && text.find('?') != std::string_view::npos;
    if (theirs != ours && !mark)
      return fmt::format("{} reads `{}`, not `{}`", name, theirs.value_or("nothing"), ours);
  }
  return {};
}

}  // namespace wardplan::test
