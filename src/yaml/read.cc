#include "yaml/read.h"

#include <cstdint>

#include "text/trim.h"
#include "yaml/blame.h"
#include "yaml/bytes.h"
#include "yaml/codes.h"
#include "yaml/events.h"
#include "yaml/retrace.h"
#include "yaml/scalar.h"

namespace wardplan::yaml {

void tell_read_otherwise(const Node& node, Report& report) {
  if (node.kind != Kind::scalar || node.style != Style::plain) return;
  const Message reading = read_otherwise(node.text);
  if (reading.empty()) return;
  report.add({.code = &kReadOtherwise,
              .message = say("chương trình khác đọc `{}` thành {}", "other tools read `{}` as {}",
                             node.text, reading),
              .primary = {node.span, {}},
              .help = say("gõ \"{}\", có dấu nháy", "type \"{}\", with quotes", node.text)});
}

bool is_yes_or_no(const Node& node) {
  return node.kind == Kind::scalar && node.style == Style::plain &&
         (node.text == "true" || node.text == "false");
}

namespace {

/// Values that other tools would read otherwise than they are written; whether a yes or no is meant
/// as one is for its key to say.
void check_plain(const Node& node, Report& report) {
  for (const Node& item : node.items) check_plain(item, report);
  for (const Pair& pair : node.pairs) check_plain(pair.value, report);
  if (!is_yes_or_no(node)) tell_read_otherwise(node, report);
}

/// A line `%…` before the document.
bool check_directive(const Sources& sources, FileId file, Report& report) {
  const Source& source = sources[file];
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const std::uint32_t begin = source.line_begin(number);
    if (line.starts_with('%')) {
      report.add({.code = &kDirective,
                  .message = {"chỉ thị `%` của YAML", "a YAML directive"},
                  .primary = {{file, begin, begin + static_cast<std::uint32_t>(line.size())}, {}},
                  .help = {"xóa dòng này", "delete this line"}});
      return false;
    }
    if (!is_blank(line) && !line.starts_with('#')) break;
  }
  return true;
}

bool is_empty(const Node& root) { return root.kind == Kind::null && root.span.empty(); }

}  // namespace

const Pair* find(const Node& node, std::string_view key) {
  for (const Pair& pair : node.pairs)
    if (pair.key.text == key) return &pair;
  return nullptr;
}

std::optional<Node> read(const Sources& sources, FileId file, Report& report) {
  if (!check_bytes(sources, file, report) || !check_directive(sources, file, report))
    return std::nullopt;
  const Source& source = sources[file];
  Events events = parse_events(source.bytes().substr(source.bom()), file, source.bom());
  if (events.refusal) {
    blame(sources, file, events, report);
    return std::nullopt;
  }
  Node root = events.root ? std::move(*events.root) : Node{};
  root.span.file = file;
  if (!retrace(sources, file, root, report)) return std::nullopt;
  if (is_empty(root)) {
    report.add({.code = &kEmptyFile,
                .message = {"tệp trống", "the file is empty"},
                .primary = {{file, 0, 0}, {}},
                .help = {"bắt đầu bằng `kind: plan` hoặc `kind: ward`",
                         "begin with `kind: plan` or `kind: ward`"}});
    return std::nullopt;
  }
  check_plain(root, report);
  return root;
}

}  // namespace wardplan::yaml
