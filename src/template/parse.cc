#include <algorithm>
#include <cstdint>

#include "template/tag.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

struct Reader {
  const Sources& sources;
  Report& report;
  std::string_view bytes;
  std::size_t first;
  Template made;
  Delimiters marks = {};
  std::vector<std::size_t> open = {};
  /// The open section that a wrong end was blamed on: that it has none is no second fault.
  std::optional<std::size_t> blamed = {};
  bool sound = true;
  bool too_deep = false;

  Span span(std::size_t begin, std::size_t end) const {
    return {made.file, offset(begin), offset(end)};
  }
  void fault(const Code& code, Label place, Message message, Message help,
             std::vector<Label> related = {}) {
    sound = false;
    report.add({&code, std::move(message), std::move(place), std::move(related), std::move(help)});
  }
};

bool check_utf8(Reader& reader) {
  for (std::size_t at = 0; at < reader.bytes.size();) {
    const CodePoint c = decode(reader.bytes, at);
    if (!c.valid) {
      reader.fault(kNotUtf8,
                   {reader.span(at, at + 1), {"byte sai đầu tiên", "the first wrong byte"}},
                   {"mẫu không phải UTF-8", "the template is not UTF-8"},
                   {"mở bằng bảng mã cũ rồi lưu lại với mã UTF-8",
                    "open it in its old encoding and save it as UTF-8"});
      return false;
    }
    at += c.size;
  }
  return true;
}

bool begins_line(const Reader& reader, std::size_t at) {
  return at == reader.first || reader.bytes[at - 1] == '\n';
}

/// The name written under `span`, whether it is one or not.
Name name_at(const Sources& sources, Span span) {
  const std::string_view text = sources.text(span);
  Name name{{}, span};
  if (text == ".") return name;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('.', at), text.size());
    name.words.push_back({nfc(text.substr(at, end - at)),
                          {span.file, span.begin + static_cast<std::uint32_t>(at),
                           span.begin + static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
  return name;
}

/// Adds the bytes [begin, end) as text, a part for each line.
void add_text(Reader& reader, std::size_t begin, std::size_t end) {
  const std::string_view bytes = reader.bytes.substr(0, end);
  while (begin < end) {
    const std::size_t line = std::min(bytes.find('\n', begin), end - 1) + 1;
    reader.made.parts.push_back({.kind = PartKind::text,
                                 .span = reader.span(begin, line),
                                 .text = reader.bytes.substr(begin, line - begin),
                                 .begins_line = begins_line(reader, begin)});
    begin = line;
  }
}

/// Adds an empty text where a line begins with a tag, so that it can be indented.
void add_line_begin(Reader& reader, std::size_t at) {
  if (begins_line(reader, at))
    reader.made.parts.push_back(
        {.kind = PartKind::text, .span = reader.span(at, at), .begins_line = true});
}

void report_tag(Reader& reader, const ReadTag& read) {
  // Up to the end of its line or the tag that follows: more was not meant.
  const std::size_t begin = read.tag.begin;
  const std::string_view rest = reader.bytes.substr(begin, read.resume - begin);
  const std::size_t end = begin + trimmed(rest.substr(0, rest.find('\n'))).size();
  const std::string opens =
      reader.marks.opens.text() + (read.fault == TagFault::unclosed_raw ? "{" : "");
  const std::string closes = read.fault == TagFault::unclosed_raw ? "}" + reader.marks.closes.text()
                             : read.tag.sign == '=' ? reader.marks.closes_change.text()
                                                    : reader.marks.closes.text();
  reader.fault(kOpenTag, {reader.span(begin, end), {}},
               say("thẻ mở bằng `{}` mà không đóng bằng `{}`",
                   "a tag opens with `{}` and doesn't close with `{}`", opens, closes),
               say("thêm `{}`", "add `{}`", closes));
}

void change_delimiters(Reader& reader, const Tag& tag) {
  const std::string_view content = reader.bytes.substr(tag.content, tag.content_end - tag.content);
  const std::size_t gap = find_or_end(content, kBlanks);
  const std::size_t second = pass(content, kBlanks, gap);
  const std::string_view opens = content.substr(0, gap), closes = content.substr(second);
  if (!opens.empty() && !closes.empty() && content.find('=') == std::string_view::npos &&
      closes.find_first_of(kBlanks) == std::string_view::npos) {
    reader.marks = delimiters(opens, closes);
    return;
  }
  reader.fault(kBadDelimiters, {reader.span(tag.begin, tag.end), {}},
               {"đổi dấu thẻ phải ghi đúng một dấu mở và một dấu đóng",
                "a change of delimiters names one that opens and one that closes"},
               {"viết như `{{=<% %>=}}`: hai dấu cách nhau một dấu cách, không có dấu `=`",
                "write it like `{{=<% %>=}}`: two marks with a blank between them and no `=`"});
}

void open_section(Reader& reader, const Tag& tag) {
  if (reader.open.size() == kMaxSections) {
    reader.too_deep = true;
    return reader.fault(kTooDeep, {reader.span(tag.begin, tag.end), {}},
                        say("các đoạn lồng nhau quá {} tầng",
                            "sections stand more than {} deep in each other", kMaxSections),
                        {});
  }
  reader.open.push_back(reader.made.parts.size() - 1);
}

bool same_words(const Name& a, const Name& b) {
  return std::ranges::equal(a.words, b.words, {}, &Word::text, &Word::text);
}

/// Whether the name may be meant for that of the innermost open section.
bool is_near(const Reader& reader, const Name& name) {
  const Name& opened = reader.made.parts[reader.open.back()].name;
  return nearest(reader.sources.text(name.span), {std::string(reader.sources.text(opened.span))})
      .has_value();
}

void report_stray_close(Reader& reader, const Name& name) {
  const std::string_view text = reader.sources.text(name.span);
  reader.fault(kWrongClose, {name.span, {}},
               say("thẻ đóng `{}` mà không có đoạn nào đang mở",
                   "`{}` is closed and no section is open", text),
               say("xóa thẻ này, hoặc thêm thẻ mở `#{}`",
                   "delete the tag, or add one that opens `#{}`", text));
}

/// `meant`: the name is that of the open section, mistyped.
void report_other_close(Reader& reader, const Name& name, bool meant) {
  const Name& opened = reader.made.parts[reader.open.back()].name;
  const std::string_view text = reader.sources.text(name.span);
  const std::string_view wanted = reader.sources.text(opened.span);
  reader.fault(kWrongClose, {name.span, {}},
               say("thẻ đóng `{}` nhưng đoạn đang mở là `{}`",
                   "`{}` is closed and the open section is `{}`", text, wanted),
               meant ? say("có phải `/{}`?", "did you mean `/{}`?", wanted)
                     : say("đóng `/{}` trước", "close `/{}` first", wanted),
               {{opened.span, say("`{}` mở ở đây", "`{}` opens here", wanted)}});
  reader.blamed = reader.open.back();
}

void close_section(Reader& reader, const Name& name) {
  if (reader.open.empty()) return report_stray_close(reader, name);
  const auto opens = [&](std::size_t at) { return same_words(reader.made.parts[at].name, name); };
  if (!opens(reader.open.back())) {
    const auto found = std::find_if(reader.open.rbegin(), reader.open.rend(), opens);
    const bool known = found != reader.open.rend();
    const bool meant = !known && is_near(reader, name);
    if (!known || reader.blamed != reader.open.back()) report_other_close(reader, name, meant);
    // A section further out ends here; one that was never opened ends nothing.
    if (known) reader.open.erase(found.base(), reader.open.end());
    if (!known && !meant) return;
  }
  reader.made.parts[reader.open.back()].end = reader.made.parts.size();
  reader.open.pop_back();
}

PartKind kind_of(char sign) {
  if (sign == '#') return PartKind::section;
  if (sign == '^') return PartKind::inverted;
  if (sign == '>') return PartKind::partial;
  return sign == '&' || sign == '{' ? PartKind::raw : PartKind::value;
}

void add_tag(Reader& reader, const Tag& tag, const std::optional<Alone>& alone) {
  const Span content = reader.span(tag.content, tag.content_end);
  if (content.empty())
    return reader.fault(kBadName, {reader.span(tag.begin, tag.end), {}},
                        {"thẻ không có tên", "the tag has no name"},
                        {"ghi tên trường vào giữa", "write a field's name into it"});
  const Name name = name_at(reader.sources, content);
  if (tag.sign == '/') return close_section(reader, name);
  // A section with a wrong name is opened all the same: its end is no second fault.
  reader.sound = check_name(reader.sources, name, tag.sign == '>', reader.report) && reader.sound;
  Part& part = reader.made.parts.emplace_back(
      Part{.kind = kind_of(tag.sign), .span = reader.span(tag.begin, tag.end), .name = name});
  if (alone) part.indent = reader.bytes.substr(alone->begin, tag.begin - alone->begin);
  if (tag.sign == '#' || tag.sign == '^') open_section(reader, tag);
}

/// Adds the text before the tag and what the tag does; returns where reading goes on.
std::size_t take_tag(Reader& reader, std::size_t at, const Tag& tag) {
  const bool may_be_alone = tag.sign != 0 && tag.sign != '&' && tag.sign != '{';
  const auto alone =
      may_be_alone ? alone_on_line(reader.bytes, reader.first, tag) : std::optional<Alone>();
  add_text(reader, at, alone ? alone->begin : tag.begin);
  if (!alone) add_line_begin(reader, tag.begin);
  if (tag.sign == '=')
    change_delimiters(reader, tag);
  else if (tag.sign != '!')
    add_tag(reader, tag, alone);
  return alone ? alone->next : tag.end;
}

void read_all(Reader& reader) {
  for (std::size_t at = reader.first; at < reader.bytes.size() && !reader.too_deep;) {
    const std::size_t begin = reader.marks.opens.find(reader.bytes, at);
    if (begin == std::string_view::npos) return add_text(reader, at, reader.bytes.size());
    const ReadTag read = read_tag(reader.bytes, begin, reader.marks);
    if (read.fault == TagFault::none) {
      at = take_tag(reader, at, read.tag);
    } else {
      report_tag(reader, read);
      at = read.resume;
    }
  }
}

void report_open(Reader& reader) {
  for (const std::size_t at : reader.open) {
    if (reader.blamed == at) continue;
    const Part& part = reader.made.parts[at];
    const std::string_view name = reader.sources.text(part.name.span);
    reader.fault(kOpenSection, {part.span, {"mở ở đây", "it opens here"}},
                 say("đoạn `{}` không được đóng", "section `{}` is not closed", name),
                 say("thêm thẻ đóng `/{}`", "add a tag that closes `/{}`", name));
  }
}

}  // namespace

std::optional<Template> parse(const Sources& sources, FileId file, Report& report) {
  const Source& source = sources[file];
  Reader reader{sources, report, source.bytes(), source.bom(), {file, {}}};
  if (!check_utf8(reader)) return std::nullopt;
  read_all(reader);
  if (!reader.too_deep) report_open(reader);
  if (!reader.sound) return std::nullopt;
  return std::move(reader.made);
}

}  // namespace wardplan::mustache
