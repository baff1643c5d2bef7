#include "yaml/read.h"

#include <algorithm>

#include "yaml/reader.h"
#include "yaml/scalars.h"

namespace wardplan::yaml {

void tell_read_otherwise(const Node& node, Report& report) {
  if (node.kind != Kind::scalar || node.style != Style::plain) return;
  const Message reading = read_otherwise(node.text);
  if (reading.empty()) return;
  report.tell(
      kReadOtherwise, {node.span},
      say("chương trình khác đọc `{}` thành {}", "other tools read `{}` as {}", node.text, reading),
      say("gõ \"{}\", có dấu nháy", "type \"{}\", with quotes", node.text));
}

bool is_yes_or_no(const Node& node) {
  return node.kind == Kind::scalar && node.style == Style::plain &&
         (node.text == "true" || node.text == "false");
}

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// A line `%…` before the document.
void check_directive(const Reader& reader) {
  if (reader.peek() != '%' || reader.column() > 0) return;
  const std::size_t end =
      std::min(reader.bytes.find_first_of("\r\n", reader.at), reader.bytes.size());
  lose(kDirective, {"chỉ thị `%` của YAML", "a YAML directive"}, reader.span(reader.at, end), {},
       {"xóa dòng này", "delete this line"});
}

/// The only document of the file; null when it holds nothing but comments.
Node read_document(Reader& reader) {
  gap(reader);
  check_directive(reader);
  reader.begun = true;
  std::size_t marker = kNone;
  if (reader.bytes.substr(reader.at).starts_with("---") && reader.column() == 0 &&
      ends_word(reader.bytes, reader.at + 3)) {
    marker = reader.line;
    reader.at += 3;
  }
  gap(reader);
  if (reader.at_end()) return nothing(reader, reader.bytes.size());
  const Node root = read_block(reader, -1, reader.line != marker);
  gap(reader);
  if (!reader.at_end()) stray(reader);
  return root;
}

/// What is refused without a better word may still be YAML.
Finding with_second_opinion(Finding finding, std::string_view bytes) {
  const bool unnamed = finding.code == &kNotYaml && finding.message.en == kNotYaml.title.en;
  if (!unnamed || !others_take(bytes)) return finding;
  finding.message = {"YAML, nhưng không ở dạng mà mọi chương trình đọc như nhau",
                     "YAML, but not in the form that all readers read alike"};
  return finding;
}

}  // namespace

const Pair* find(const Node& node, std::string_view key) {
  for (const Pair& pair : node.pairs)
    if (pair.key.text == key) return &pair;
  return nullptr;
}

Document read(const Sources& sources, FileId file, Report& report) {
  if (!check_bytes(sources, file, report)) return {};
  const Source& source = sources[file];
  Document document{std::make_unique<Memory>(), {}};
  Reader reader{source.bytes(), file, report, *document.memory, source.bom(), source.bom()};
  try {
    document.root = read_document(reader);
  } catch (const Lost& lost) {
    report.add(with_second_opinion(lost.finding, source.bytes()));
    return {};
  }
  if (reader.broken) return {};
  if (document.root.kind == Kind::null && document.root.span.empty()) {
    report.tell(
        kEmptyFile, {{file, 0, 0}}, {"tệp trống", "the file is empty"},
        {"bắt đầu bằng `kind: plan` hoặc `kind: ward`", "begin with `kind: plan` or `kind: ward`"});
    return {};
  }
  return document;
}

}  // namespace wardplan::yaml
