#include "edit/layout.h"

#include <fmt/format.h>

#include "text/quoted.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

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

/// A key on one line.
std::string one_line(const EntryKey& key, const EntryValue& value, bool flow, bool padded) {
  if (value.text) return pair(key.name, *value.text, flow);
  std::vector<std::string> inner;
  for (const std::string& text : value.list) inner.push_back(yaml::scalar(text, true));
  if (!inner.empty()) return fmt::format("{}: [{}]", key.name, fmt::join(inner, ", "));
  for (const NamedText& named : value.named) inner.push_back(pair(named, true));
  return fmt::format("{}: {}", key.name, braces(inner, padded));
}

/// One key a line, from column `column` on.
std::vector<std::string> block_lines(const EntryDraft& entry, std::size_t column, bool padded) {
  std::vector<std::string> lines;
  for (const EntryKey& key : entry_keys()) {
    const EntryValue& value = entry[key.id];
    if (!value.given()) continue;
    std::string line = one_line(key, value, false, padded);
    if (value.named.empty() || column + display_width(line) <= kMostColumns) {
      lines.push_back(std::move(line));
      continue;
    }
    lines.push_back(fmt::format("{}:", key.name));
    for (const NamedText& named : value.named) lines.push_back(blanks(2) + pair(named, false));
  }
  return lines;
}

}  // namespace

std::string flow_text(const EntryDraft& entry, bool padded) {
  std::vector<std::string> pairs;
  for (const EntryKey& key : entry_keys())
    if (entry[key.id].given()) pairs.push_back(one_line(key, entry[key.id], true, padded));
  return braces(pairs, padded);
}

std::vector<std::string> entry_lines(const EntryDraft& entry, std::size_t dash,
                                     const Layout& layout) {
  const std::string head = blanks(dash) + '-' + blanks(layout.gap);
  if (!layout.block) {
    std::string line = head + flow_text(entry, layout.padded);
    if (display_width(line) <= kMostColumns) return {std::move(line)};
  }
  std::vector<std::string> lines = block_lines(entry, head.size(), layout.padded);
  for (std::string& line : lines)
    line = (&line == &lines.front() ? head : blanks(head.size())) + line;
  return lines;
}

}  // namespace wardplan
