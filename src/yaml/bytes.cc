// What is wrong with the bytes of a file before anything is read into them.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "text/limits.h"
#include "text/look_alike.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/reader.h"

namespace wardplan::yaml {
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

/// Controls that nobody types: bytes of UTF-8 that were read one by one (`tiáº¿n bá»<U+0099>`).
constexpr bool is_of_other_encoding(std::uint32_t value) { return value >= 0x80 && value < 0xA0; }

constexpr Phrase kFirst = {"chỗ đầu tiên", "the first"};

void report_places(const Places& wrong, const Places& control, const Places& lone, FileId file,
                   Report& report) {
  if (wrong.count > 0)
    report.tell(kNotUtf8, {wrong.span(file), {"byte sai đầu tiên", "the first wrong byte"}},
                say("tệp không phải UTF-8 ({} byte sai)", "the file is not UTF-8 ({1})",
                    wrong.count, counted(wrong.count, "wrong byte")),
                {"mở bằng bảng mã cũ rồi lưu lại với mã UTF-8",
                 "open it in its old encoding and save it as UTF-8"});
  if (control.count > 0)
    report.tell(kControlCharacter, {control.span(file), kFirst},
                say("ký tự không nhìn thấy U+{:04X} (cả tệp có {} ký tự không nhìn thấy)",
                    "invisible character U+{:04X} (invisible characters in the file: {})",
                    control.value, control.count),
                is_of_other_encoding(control.value)
                    ? Message{"chữ bị đọc sai bảng mã (UTF-8 đọc thành Windows-1252); chép lại từ "
                              "bản gốc",
                              "text was read in a wrong encoding (UTF-8 as Windows-1252); copy it "
                              "again from where it is right"}
                    : Message{"xóa ký tự này", "delete it"});
  if (lone.count > 0)
    report.tell(kLoneReturn, {lone.span(file), kFirst},
                say("CR không đi kèm LF ({} chỗ)", "CR without LF ({1})", lone.count,
                    counted(lone.count, "place")),
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
  report.tell(kDecomposed, {first, kFirst},
              say("chữ có dấu viết rời (NFD) ở {} dòng", "decomposed letters (NFD) in {1}", lines,
                  counted(lines, "line")),
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
      seen += say(" (còn {} từ nữa như vậy)", " (and {1})", more, counted(more, "more such word"));
    report.tell(kLookAlike, {span}, std::move(seen), mended(word));
  }
}

/// How files of other programs begin, and what they are called.
struct OtherFile {
  /// Letters stand for themselves in either case.
  std::string_view bytes;
  Phrase name;
  Phrase help;
  /// What stands further inside.
  std::string_view holds = {};
};
constexpr Phrase kWebPage = {"trang web (HTML)", "a web page (HTML)"};
constexpr Phrase kPicture = {"ảnh", "a picture"};
constexpr Phrase kRecord = {"hồ sơ là tệp văn bản bắt đầu bằng `kind: …`",
                            "a record is a text file that begins with `kind: …`"};
constexpr Phrase kImport = {
    "đây là bản gốc, không phải hồ sơ: đưa biểu trong đó vào bằng `wardplan import TỆP -o "
    "HỒ-SƠ.yaml "
    "--ward MÃ --year NĂM`",
    "that is the original, not a record: bring its table in with `wardplan import FILE -o "
    "RECORD.yaml --ward ID --year YEAR`"};
constexpr OtherFile kTableText = {"", {"bảng CSV", "a table in CSV"}, kImport};
constexpr OtherFile kOtherFiles[] = {
    {"PK\x03\x04", {"tài liệu Word", "a Word document"}, kImport, "word/"},
    {"PK\x03\x04", {"bảng tính Excel", "an Excel workbook"}, kImport, "xl/"},
    {"PK\x03\x04",
     {"tài liệu Word, bảng tính Excel hay tệp nén zip",
      "a Word document, an Excel workbook or a zip archive"},
     {"đây là bản gốc, không phải hồ sơ: hồ sơ là tệp văn bản bắt đầu bằng `kind: …`",
      "that is the original, not a record: a record is a text file that begins with `kind: …`"}},
    {"\xD0\xCF\x11\xE0",
     {"tài liệu Word hay bảng tính Excel kiểu cũ", "an old Word document or Excel workbook"},
     {"mở bằng Word hay Excel, lưu lại theo định dạng mới; hồ sơ là tệp văn bản bắt đầu bằng "
      "`kind: …`",
      "open it in Word or Excel and save it in the new format; a record is a text file that begins "
      "with `kind: …`"}},
    {"%PDF-",
     {"tệp PDF", "a PDF file"},
     {"hồ sơ là tệp văn bản bắt đầu bằng `kind: …`; mở tệp này bằng Word, lưu kiểu .docx rồi đưa "
      "vào "
      "bằng `wardplan import`",
      "a record is a text file that begins with `kind: …`; open this in Word, save it as .docx and "
      "bring it in with `wardplan import`"}},
    {"<!doctype html", kWebPage, kRecord},
    {"<html", kWebPage, kRecord},
    {"\xFF\xD8\xFF", kPicture, kRecord},
    {"\x89png", kPicture, kRecord},
    {"gif8", kPicture, kRecord},
    {"\x7F"
     "elf",
     {"chương trình", "a program"},
     kRecord},
    {"{\\rtf", {"tài liệu RTF", "an RTF document"}, kRecord},
};

bool starts_as(std::string_view bytes, std::string_view known) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return bytes.size() >= known.size() &&
         std::ranges::equal(bytes.substr(0, known.size()), known, {}, lower, lower);
}

/// Whether bytes are no text in any encoding: many of them are controls, and no UTF-8.
bool is_binary(std::string_view bytes) {
  const std::string_view begin = bytes.substr(0, 4096);
  const auto controls = std::ranges::count_if(
      begin, [](char c) { return (c >= 0 && c < ' ' && !is_one_of(c, "\t\n\r\f")) || c == 0x7F; });
  if (controls < 4 || static_cast<std::size_t>(controls) * 20 < begin.size()) return false;
  for (std::size_t at = 0; at < begin.size();) {
    const CodePoint c = decode(begin, at);
    if (!c.valid || c.value == 0) return true;
    at += c.size;
  }
  return false;
}

/// Whether a file says by its name that it is a table in text.
bool is_table_text(std::string_view path) {
  const std::string name = fold(path.substr(path.size() - std::min<std::size_t>(path.size(), 4)));
  return name == ".csv" || name == ".tsv";
}

bool is_of_other_program(const Source& source, FileId file, Report& report) {
  const std::string_view bytes = source.bytes();
  const std::string_view text =
      bytes.substr(pass(bytes, kBlanks, static_cast<std::size_t>(source.bom())));
  const auto* other = std::ranges::find_if(kOtherFiles, [&](const OtherFile& known) {
    return starts_as(known.bytes.starts_with('<') ? text : bytes, known.bytes) &&
           bytes.find(known.holds) != std::string_view::npos;
  });
  if (is_table_text(source.path())) other = &kTableText;
  if (other == std::end(kOtherFiles)) {
    if (!is_binary(bytes)) return false;
    report.tell(kOtherFile, {{file, 0, 0}}, {"tệp này là tệp nhị phân", "this file is binary"},
                kRecord);
    return true;
  }
  report.tell(kOtherFile, {{file, 0, 0}}, say("tệp này là {}", "this file is {}", other->name),
              other->help);
  return true;
}

/// A line that git's merges leave, in the order of the signs in `kMarkSigns`.
struct MarkLine {
  std::size_t kind;
  Span span;
};

constexpr std::string_view kMarkSigns = "<|=>";

constexpr Phrase kMarkLabels[] = {{"một bản từ đây", "one version from here"},
                                  {"bản gốc chung từ đây", "what both were made of from here"},
                                  {"bản kia từ đây", "the other from here"},
                                  {"đến đây", "to here"}};

/// Marks stand at the beginning of a line, seven of one sign or more (`conflict-marker-size`),
/// where no record can have them.
std::vector<MarkLine> mark_lines(std::string_view bytes, FileId file) {
  constexpr std::size_t kFewest = 7;
  std::vector<MarkLine> marks;
  for (std::size_t at = 0; at < bytes.size();
       at = std::min(bytes.find('\n', at), bytes.size()) + 1) {
    const std::size_t kind = kMarkSigns.find(bytes[at]);
    if (kind == std::string_view::npos) continue;
    const std::size_t end = std::min(bytes.find_first_not_of(bytes[at], at), bytes.size());
    if (end - at < kFewest || (end < bytes.size() && !is_one_of(bytes[end], " \r\n"))) continue;
    marks.push_back({kind, Span{file, static_cast<std::uint32_t>(at),
                                static_cast<std::uint32_t>(
                                    std::min(bytes.find_first_of("\r\n", at), bytes.size()))}});
  }
  return marks;
}

/// The marks of one place, in their order.
void tell_conflict(std::span<const MarkLine> marks, Report& report) {
  const auto has = [&](char sign) {
    return std::ranges::find(marks, kMarkSigns.find(sign), &MarkLine::kind) != marks.end();
  };
  std::vector<Label> related;
  for (const MarkLine& mark : marks.subspan(1))
    related.push_back({mark.span, kMarkLabels[mark.kind]});
  const Label first = {marks.front().span, kMarkLabels[marks.front().kind]};
  if (has('<') && has('=') && has('>'))
    return report.tell(
        kConflict, first, {"git để lại hai bản của chỗ này", "git left two versions of this place"},
        {"giữ một bản, hoặc ghép cả hai, rồi xóa các dòng dấu `<<<<<<<`, `=======`, `>>>>>>>`",
         "keep one version, or combine both, and delete the lines of marks `<<<<<<<`, `=======`, "
         "`>>>>>>>`"},
        std::move(related));
  report.tell(
      kConflict, first,
      {"còn sót dấu của git ở chỗ đã gỡ dở", "git's marks of a place that was put right in part"},
      {"xem chỗ này còn đúng một bản không, rồi xóa các dòng dấu còn lại",
       "see that one version is left here, and delete the lines of marks that are left"},
      std::move(related));
}

/// Tells each place where git left marks.
bool has_conflict(std::string_view bytes, FileId file, Report& report) {
  const std::vector<MarkLine> marks = mark_lines(bytes, file);
  for (std::size_t from = 0, to = 0; from < marks.size(); from = to) {
    for (to = from + 1; to < marks.size() && marks[to].kind > marks[to - 1].kind;) ++to;
    tell_conflict(std::span(marks).subspan(from, to - from), report);
  }
  return !marks.empty();
}

/// Files that aren't read at all, which is told.
bool is_no_text(const Source& source, FileId file, Report& report) {
  const std::string_view bytes = source.bytes();
  if (bytes.size() > kMaxFileSize) {
    report.tell(kTooLarge, {{file, 0, 0}},
                {"tệp lớn hơn 16 MiB", "the file is larger than 16 MiB"});
    return true;
  }
  if (is_utf16(bytes)) {
    report.tell(kUtf16, {{file, 0, 0}},
                {"tệp được lưu với mã UTF-16 hoặc UTF-32", "the file is saved as UTF-16 or UTF-32"},
                {"lưu lại với mã UTF-8", "save it as UTF-8"});
    return true;
  }
  return is_of_other_program(source, file, report) || has_conflict(bytes, file, report);
}

}  // namespace

Bytes check_bytes(const Sources& sources, FileId file, Report& report) {
  const std::string_view bytes = sources[file].bytes();
  if (is_no_text(sources[file], file, report)) return Bytes::refused;
  Places wrong, control, lone;
  bool composed = true, foreign = false;
  for (std::size_t at = sources[file].bom(); at < bytes.size();) {
    // The NUL behind the bytes is none of these.
    while (kPrintable[static_cast<unsigned char>(bytes.data()[at])]) ++at;
    if (at == bytes.size()) break;
    const CodePoint c = decode(bytes, at);
    if (c.valid && is_common_letter(c.value)) {
      foreign = foreign || is_foreign_letter(c.value);
      at += c.size;
      continue;
    }
    composed = composed && is_always_composed(c.value);
    foreign = foreign || (c.valid && is_foreign_letter(c.value));
    if (!c.valid) wrong.add(at, c);
    if (c.valid && is_invisible(c.value)) control.add(at, c);
    if (c.value == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n')) lone.add(at, c);
    at += c.size;
  }
  report_places(wrong, control, lone, file, report);
  if (wrong.count > 0) return Bytes::refused;
  if (!composed) check_composed(sources, file, report);
  if (foreign || has_digit_among_letters(bytes)) check_look_alikes(sources, file, report);
  // A NUL is where other programs stop reading.
  if (lone.count > 0 || bytes.find('\0') != std::string_view::npos) return Bytes::refused;
  return control.count == 0 ? Bytes::sound : Bytes::invisible;
}

}  // namespace wardplan::yaml
