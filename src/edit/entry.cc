#include "edit/entry.h"

#include <fmt/format.h>

#include "text/utf8.h"
#include "yaml/write.h"

namespace wardplan {
namespace {

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// `key` is one of our own words.
std::string pair(std::string_view key, std::string_view text, bool flow) {
  return fmt::format("{}: {}", key, yaml::scalar(text, flow));
}

std::string pair(const NamedText& named, bool flow) {
  return pair(yaml::scalar(named.name, flow), named.text, flow);
}

std::string braces(const std::vector<std::string>& pairs, bool padded) {
  const std::string_view blank = padded ? " " : "";
  return fmt::format("{{{0}{1}{0}}}", blank, fmt::join(pairs, ", "));
}

std::string flow_values(const std::vector<NamedText>& values, bool padded) {
  std::vector<std::string> pairs;
  for (const NamedText& named : values) pairs.push_back(pair(named, true));
  return "values: " + braces(pairs, padded);
}

/// One key a line, from column `column` on.
std::vector<std::string> block_lines(const Entry& entry, std::size_t column, bool padded) {
  std::vector<std::string> lines;
  for (const EntryPart& part : parts(entry)) {
    if (part.text != nullptr) {
      lines.push_back(pair(part.key, *part.text, false));
      continue;
    }
    std::string values = flow_values(*part.values, padded);
    if (column + display_width(values) <= kMostColumns) {
      lines.push_back(std::move(values));
      continue;
    }
    lines.emplace_back("values:");
    for (const NamedText& named : *part.values) lines.push_back(blanks(2) + pair(named, false));
  }
  return lines;
}

}  // namespace

std::vector<EntryPart> parts(const Entry& entry) {
  std::vector<EntryPart> given;
  const auto add = [&given](std::string_view key, const std::optional<std::string>& text) {
    if (text) given.push_back({.key = key, .text = &*text});
  };
  add("on", entry.on);
  add("round", entry.round);
  add("status", entry.status);
  add("value", entry.value);
  if (!entry.values.empty()) given.push_back({.key = "values", .values = &entry.values});
  add("note", entry.note);
  add("evidence", entry.evidence);
  add("due", entry.due);
  return given;
}

std::string flow_text(const Entry& entry, bool padded) {
  std::vector<std::string> pairs;
  for (const EntryPart& part : parts(entry))
    pairs.push_back(part.text != nullptr ? pair(part.key, *part.text, true)
                                         : flow_values(*part.values, padded));
  return braces(pairs, padded);
}

std::vector<std::string> entry_lines(const Entry& entry, const EntryStyle& style) {
  const std::string head = blanks(style.dash) + '-' + blanks(style.gap);
  if (!style.block) {
    std::string line = head + flow_text(entry, style.padded);
    if (display_width(line) <= kMostColumns) return {std::move(line)};
  }
  std::vector<std::string> lines = block_lines(entry, head.size(), style.padded);
  for (std::string& line : lines)
    line = (&line == &lines.front() ? head : blanks(head.size())) + line;
  return lines;
}

}  // namespace wardplan
