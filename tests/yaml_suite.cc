// Runs the cases of the official yaml-test-suite, given as a JSON array of objects with `id`,
// `yaml`, `tree` and `fail`: whatever the suite calls invalid must be refused, and what is taken
// must have the values that it names. Much that is valid is refused: see src/yaml/read.h.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "golden/sandbox.h"
#include "support/tree.h"
#include "text/trim.h"

namespace wardplan::test {
namespace {

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::string value(std::string text, bool plain) {
  return plain && is_null_word(text) ? "(null)\n" : "=" + text + "\n";
}

/// The tree as lines, one a scalar and one for each end of a collection.
std::string lines_of(const yaml::Node& node) {
  std::string lines;
  switch (node.kind) {
    case yaml::Kind::null:
      return "(null)\n";
    case yaml::Kind::scalar:
      return value(std::string(node.text), node.style == yaml::Style::plain);
    case yaml::Kind::sequence:
      for (const yaml::Node& item : node.items) lines += lines_of(item);
      return "[\n" + lines + "]\n";
    case yaml::Kind::mapping:
      for (const yaml::Pair& pair : node.pairs) lines += lines_of(pair.key) + lines_of(pair.value);
      return "{\n" + lines + "}\n";
  }
  return lines;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      out += text[at];
      continue;
    }
    const char letter = text[++at];
    out += letter == 'n' ? '\n' : letter == 't' ? '\t' : letter == 'r' ? '\r' : letter;
  }
  return out;
}

/// The suite's tree in the same lines; `=VAL :text` with a sign for the style before the text.
std::string lines_of(std::string_view tree) {
  std::string lines;
  for (std::string_view line : split(tree, "\n")) {
    line = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    if (line.starts_with("+SEQ")) lines += "[\n";
    if (line.starts_with("-SEQ")) lines += "]\n";
    if (line.starts_with("+MAP")) lines += "{\n";
    if (line.starts_with("-MAP")) lines += "}\n";
    if (line.starts_with("=VAL ")) lines += value(unescaped(line.substr(6)), line[5] == ':');
  }
  return lines;
}

struct Count {
  int invalid = 0;
  int invalid_taken = 0;
  int valid = 0;
  int valid_taken = 0;
  int read_otherwise = 0;
};

void run_case(const nlohmann::json& given, Count& count) {
  const bool invalid = given.value("fail", false);
  const std::string text = given.at("yaml");
  const Tree tree(text);
  ++(invalid ? count.invalid : count.valid);
  if (!tree) return;
  const std::string id = given.at("id");
  if (invalid) {
    ++count.invalid_taken;
    fmt::print("{} is invalid and was taken:\n{}\n", id, text);
    return;
  }
  ++count.valid_taken;
  const std::string ours = lines_of(*tree);
  const std::string theirs =
      lines_of(std::string_view(given.at("tree").get_ref<const std::string&>()));
  if (ours == theirs) return;
  ++count.read_otherwise;
  fmt::print("{} is read otherwise:\n{}\nas\n{}\nnot\n{}\n", id, text, ours, theirs);
}

int run(const std::string& path) {
  Count count;
  for (const nlohmann::json& given : nlohmann::json::parse(golden::slurp(path)))
    run_case(given, count);
  fmt::print("{} of {} invalid taken; {} of {} valid taken, {} of them read otherwise\n",
             count.invalid_taken, count.invalid, count.valid_taken, count.valid,
             count.read_otherwise);
  return count.invalid > 0 && count.invalid_taken + count.read_otherwise == 0 ? 0 : 1;
}

}  // namespace
}  // namespace wardplan::test

int main(int argc, char** argv) {
  if (argc == 2) return wardplan::test::run(argv[1]);
  fmt::print(stderr, "usage: yaml_suite FILE.json\n");
  return 2;
}
