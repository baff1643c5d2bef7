#include "yaml/read.h"

#include <algorithm>

#include "text/utf8.h"
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

bool has_invisible(std::string_view text) {
  bool any = false;
  each_character(text, [&](const CodePoint& c, std::string_view) {
    any = any || (c.valid && is_invisible(c.value));
  });
  return any;
}

/// Leaves invisible characters out of the texts: they have been told, and what follows from them is
/// no finding of its own.
void drop_invisible(Node& node, Memory& memory) {
  if (has_invisible(node.text)) {
    auto* kept = static_cast<char*>(memory.allocate(node.text.size(), 1));
    std::size_t size = 0;
    each_character(node.text, [&](const CodePoint& c, std::string_view bytes) {
      if (!c.valid || !is_invisible(c.value)) size += bytes.copy(kept + size, bytes.size());
    });
    node.text = {kept, size};
  }
  for (Node& item : node.items) drop_invisible(item, memory);
  for (Pair& pair : node.pairs) {
    drop_invisible(pair.key, memory);
    drop_invisible(pair.value, memory);
  }
}

/// The line in which something begins.
std::string_view line_of(const Source& source, Span span) {
  return source.line(source.position(span.begin).line);
}

}  // namespace

const Pair* find(const Node& node, std::string_view key) {
  for (const Pair& pair : node.pairs)
    if (pair.key.text == key) return &pair;
  return nullptr;
}

Document read(const Sources& sources, FileId file, Report& report) {
  const Bytes bytes = check_bytes(sources, file, report);
  if (bytes == Bytes::refused) return {};
  const Source& source = sources[file];
  Document document{std::make_unique<Memory>(), {}};
  Reader reader{source.bytes(), file, report, *document.memory, source.bom(), source.bom()};
  try {
    document.root = read_document(reader);
  } catch (const Lost& lost) {
    const bool told =
        bytes == Bytes::invisible && has_invisible(line_of(source, lost.finding.primary.span));
    if (!told) report.add(with_second_opinion(lost.finding, source.bytes()));
    return {};
  }
  if (bytes == Bytes::invisible) drop_invisible(document.root, *document.memory);
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
