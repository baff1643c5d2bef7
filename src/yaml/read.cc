#include "yaml/read.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "disk/files.h"
#include "text/look_alike.h"
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

/// Places of one kind of wrong character: the first is shown, all are counted.
struct Places {
  std::uint32_t first = 0;
  std::uint32_t size = 0;
  std::uint32_t value = 0;
  int count = 0;

  void add(std::size_t at, const CodePoint& c) {
    if (count++ > 0) return;
    first = static_cast<std::uint32_t>(at);
    size = static_cast<std::uint32_t>(c.size);
    value = c.value;
  }
  Span span(FileId file) const { return {file, first, first + size}; }
};

/// Bytes that are a character and need no second look; nearly all.
constexpr auto kPrintable = [] {
  std::array<bool, 256> printable{};
  for (std::size_t byte = ' '; byte < 0x7F; ++byte) printable[byte] = true;
  printable['\t'] = printable['\n'] = true;
  return printable;
}();

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)) ||
         (bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0'));
}

constexpr Phrase kFirst = {"chỗ đầu tiên", "the first"};

void report_places(const Places& wrong, const Places& control, const Places& lone, FileId file,
                   Report& report) {
  if (wrong.count > 0)
    report.tell(kNotUtf8, {wrong.span(file), {"byte sai đầu tiên", "the first wrong byte"}},
                say("tệp không phải UTF-8 ({} byte sai)", "the file is not UTF-8 ({} wrong bytes)",
                    wrong.count),
                {"mở bằng bảng mã cũ rồi lưu lại với mã UTF-8",
                 "open it in its old encoding and save it as UTF-8"});
  if (control.count > 0)
    report.tell(kControlCharacter, {control.span(file), kFirst},
                say("ký tự không nhìn thấy U+{:04X} (cả tệp có {} ký tự không nhìn thấy)",
                    "invisible character U+{:04X} (invisible characters in the file: {})",
                    control.value, control.count),
                {"xóa ký tự này", "delete it"});
  if (lone.count > 0)
    report.tell(kLoneReturn, {lone.span(file), kFirst},
                say("CR không đi kèm LF ({} chỗ)", "CR without LF ({} places)", lone.count),
                {"lưu lại với kiểu xuống dòng LF hoặc CRLF", "save with line ends LF or CRLF"});
}

void check_composed(const Sources& sources, FileId file, Report& report) {
  const Source& source = sources[file];
  int lines = 0;
  Span first{file, 0, 0};
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const std::size_t at = first_decomposed(line);
    if (at == std::string_view::npos) continue;
    if (lines++ > 0) continue;
    first.begin = source.line_begin(number) + static_cast<std::uint32_t>(at);
    first.end = first.begin + static_cast<std::uint32_t>(decode(line, at).size);
    // The base letter and the marks on it are one place.
    for (std::size_t next = first.end - source.line_begin(number); next < line.size();) {
      const CodePoint c = decode(line, next);
      if (display_width(c.value) != 0) break;
      next += c.size;
      first.end = source.line_begin(number) + static_cast<std::uint32_t>(next);
    }
  }
  if (lines == 0) return;
  report.tell(
      kDecomposed, {first, kFirst},
      say("chữ có dấu viết rời (NFD) ở {} dòng", "decomposed letters (NFD) in {} lines", lines),
      {"lưu lại ở dạng Unicode dựng sẵn (NFC)", "save it composed (NFC)"});
}

/// Words told one by one; the last tells how many more there are.
constexpr std::size_t kMostLookAlikes = 20;

void check_look_alikes(const Sources& sources, FileId file, Report& report) {
  const std::string_view bytes = sources[file].bytes();
  std::vector<LookAlike> words;
  int more = 0;
  std::size_t at = sources[file].bom();
  while (auto word = find_look_alike(bytes, at)) {
    at = word->end;
    if (words.size() < kMostLookAlikes)
      words.push_back(std::move(*word));
    else
      ++more;
  }
  for (const LookAlike& word : words) {
    const Span span{file, static_cast<std::uint32_t>(word.begin),
                    static_cast<std::uint32_t>(word.end)};
    Message seen = in_words(word, bytes);
    if (more > 0 && &word == &words.back())
      seen += say(" (còn {} từ nữa như vậy)", " (and {} more such words)", more);
    report.tell(kLookAlike, {span}, std::move(seen), mended(word));
  }
}

/// Judges the bytes of a file before anything is read into them; false when they can't be parsed.
bool check_bytes(const Sources& sources, FileId file, Report& report) {
  const std::string_view bytes = sources[file].bytes();
  if (bytes.size() > kMaxFileSize) {
    report.tell(kTooLarge, {{file, 0, 0}},
                {"tệp lớn hơn 16 MiB", "the file is larger than 16 MiB"});
    return false;
  }
  if (is_utf16(bytes)) {
    report.tell(kUtf16, {{file, 0, 0}},
                {"tệp được lưu với mã UTF-16 hoặc UTF-32", "the file is saved as UTF-16 or UTF-32"},
                {"lưu lại với mã UTF-8", "save it as UTF-8"});
    return false;
  }
  Places wrong, control, lone;
  bool composed = true;
  for (std::size_t at = sources[file].bom(); at < bytes.size();) {
    // The NUL behind the bytes is none of these.
    while (kPrintable[static_cast<unsigned char>(bytes.data()[at])]) ++at;
    if (at == bytes.size()) break;
    const CodePoint c = decode(bytes, at);
    if (c.valid && is_common_letter(c.value)) {
      at += c.size;
      continue;
    }
    composed = composed && is_always_composed(c.value);
    if (!c.valid) wrong.add(at, c);
    if (c.valid && is_invisible(c.value)) control.add(at, c);
    if (c.value == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n')) lone.add(at, c);
    at += c.size;
  }
  report_places(wrong, control, lone, file, report);
  if (wrong.count > 0) return false;
  if (!composed) check_composed(sources, file, report);
  check_look_alikes(sources, file, report);
  return control.count == 0 && lone.count == 0;
}

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
