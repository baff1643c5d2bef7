#include "edit/entry.h"

#include <fmt/format.h>

#include "text/quoted.h"
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

/// A part on one line.
std::string one_line(const EntryPart& part, bool flow, bool padded) {
  if (part.text != nullptr) return pair(part.key, *part.text, flow);
  std::vector<std::string> inner;
  if (part.list != nullptr) {
    for (const std::string& text : *part.list) inner.push_back(yaml::scalar(text, true));
    return fmt::format("{}: [{}]", part.key, fmt::join(inner, ", "));
  }
  for (const NamedText& named : *part.values) inner.push_back(pair(named, true));
  return fmt::format("{}: {}", part.key, braces(inner, padded));
}

/// One key a line, from column `column` on.
std::vector<std::string> block_lines(const Entry& entry, std::size_t column, bool padded) {
  std::vector<std::string> lines;
  for (const EntryPart& part : parts(entry)) {
    std::string line = one_line(part, false, padded);
    if (part.values == nullptr || column + display_width(line) <= kMostColumns) {
      lines.push_back(std::move(line));
      continue;
    }
    lines.push_back(fmt::format("{}:", part.key));
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
  add("date", entry.date);
  add("round", entry.round);
  add("status", entry.status);
  add("value", entry.value);
  if (!entry.values.empty()) given.push_back({.key = "values", .values = &entry.values});
  if (!entry.parts.empty()) given.push_back({.key = "parts", .values = &entry.parts});
  add("note", entry.note);
  add("evidence", entry.evidence);
  add("due", entry.due);
  if (!entry.proposed.empty()) given.push_back({.key = "proposed", .list = &entry.proposed});
  return given;
}

std::string flow_text(const Entry& entry, bool padded) {
  const auto pairs =
      texts(parts(entry), [&](const EntryPart& part) { return one_line(part, true, padded); });
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
