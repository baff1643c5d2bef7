#include "template/render.h"

#include <algorithm>
#include <cstdint>

#include "document/paragraph.h"
#include "template/scope.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

struct Print {
  Escape escape;
  Partials& partials;
  Report& report;
  std::vector<Origin>* origins;
  std::vector<ValueNode> scope;
  Path path = {};
  /// What stands before every line of the partial at hand.
  std::string indent = {};
  std::string out = {};
  bool sound = true;
  bool too_deep = false;
};

void print_parts(Print& print, const Template& made, std::size_t begin, std::size_t end);

std::string with_line_breaks(std::string_view text) {
  std::string broken;
  for (const char c : text)
    if (c == '\n')
      broken += document::kLineBreak;
    else if (c != '\r')
      broken += c;
  return broken;
}

/// The value as text of that kind of output; with `none`, or `raw`, as it is.
std::string escaped(std::string_view value, Escape escape, bool raw) {
  const std::string text = escape == Escape::page ? with_line_breaks(value) : std::string(value);
  if (raw) return text;
  switch (escape) {
    case Escape::none:
      break;
    case Escape::markdown_cell:
      return markdown_text(text);
    case Escape::xml:
    case Escape::page:
      return xml_text(text);
    case Escape::csv:
      return csv_cell(text);
  }
  return text;
}

/// Whether a section of the value is printed: not for an empty text and an empty list.
bool is_true(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
      return !std::get<std::string>(value.data).empty();
    case Kind::list:
      return !std::get<std::vector<Value>>(value.data).empty();
    case Kind::object:
      return true;
  }
  return false;
}

// What prints one part is kept out of the frames of `print_parts`, of which thousands may stand in
// each other.

/// More partials than `most`, in each other or altogether.
[[gnu::noinline]] void too_many_partials(const Part& tag, std::size_t most, bool nested,
                                         Report& report) {
  tell(kPartialsTooDeep, tag.name.span,
       nested ? say("các mẫu con chèn nhau quá {} tầng",
                    "partials stand more than {} deep in each other", most)
              : say("các mẫu con được chèn quá {} lần", "partials are put in more than {} times",
                    most),
       {}, {}, report);
}

void begin_at(Print& print, const Part& part, bool as_written) {
  if (print.origins != nullptr) print.origins->push_back({print.out.size(), part.span, as_written});
}

[[gnu::noinline]] void print_text(Print& print, const Part& part) {
  const bool blank = part.text == "\n" || part.text == "\r\n";
  if (part.begins_line && !blank) print.out += print.indent;
  begin_at(print, part, true);
  print.out += part.text;
}

[[gnu::noinline]] void print_value(Print& print, const Part& part) {
  const auto node = look_up_text(print.scope, part.name, print.path, print.report);
  print.sound = print.sound && node;
  if (!node) return;
  begin_at(print, part, false);
  print.out +=
      escaped(std::get<std::string>(node->value->data), print.escape, part.kind == PartKind::raw);
}

void print_inside(Print& print, const Template& made, std::size_t at, const Value& value) {
  print.scope.push_back({&value});
  print_parts(print, made, at + 1, made.parts[at].end);
  print.scope.pop_back();
}

void print_section(Print& print, const Template& made, std::size_t at) {
  const Part& part = made.parts[at];
  const auto node = look_up(print.scope, part.name, print.path, print.report);
  print.sound = print.sound && node;
  if (!node) return;
  const Value& value = *node->value;
  if (part.kind == PartKind::inverted) {
    if (!is_true(value)) print_parts(print, made, at + 1, part.end);
  } else if (value.kind() == Kind::list) {
    for (const Value& item : std::get<std::vector<Value>>(value.data))
      print_inside(print, made, at, item);
  } else if (is_true(value)) {
    print_inside(print, made, at, value);
  }
}

void print_partial(Print& print, const Part& tag) {
  const Template* partial = print.partials.find(tag, print.report);
  print.too_deep = print.path.size() == kMaxPartials;
  if (print.too_deep) too_many_partials(tag, kMaxPartials, true, print.report);
  print.sound = print.sound && partial != nullptr && !print.too_deep;
  if (partial == nullptr || print.too_deep) return;
  const std::string before = print.indent;
  // A partial within a line has only its own lines; those of what is around it are no matter.
  print.indent = tag.indent ? before + std::string(*tag.indent) : "";
  print.path.push_back(&tag);
  print_parts(print, *partial, 0, partial->parts.size());
  print.path.pop_back();
  print.indent = before;
}

void print_parts(Print& print, const Template& made, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end && !print.too_deep;) {
    const Part& part = made.parts[at];
    std::size_t next = at + 1;
    switch (part.kind) {
      case PartKind::text:
        print_text(print, part);
        break;
      case PartKind::value:
      case PartKind::raw:
        print_value(print, part);
        break;
      case PartKind::section:
      case PartKind::inverted:
        print_section(print, made, at);
        next = part.end;
        break;
      case PartKind::partial:
        print_partial(print, part);
        break;
    }
    at = next;
  }
}

// The same without data, by the declared fields.

/// More partials than this, each counted where it is put in, are refused.
constexpr std::size_t kMostPartials = 1000;

struct Check {
  Partials& partials;
  Report& report;
  std::vector<ShapeNode> scope;
  Path path = {};
  /// The files of the templates that stand in each other here.
  std::vector<FileId> files = {};
  std::size_t partials_seen = 0;
};

void check_parts(Check& check, const Template& made, std::size_t begin, std::size_t end);

/// What `.` is within a section.
ShapeNode inside(ShapeNode node) {
  if (node.kind != Kind::list) return node;
  return {node.fields->empty() ? Kind::text : Kind::object, node.fields};
}

void check_section(Check& check, const Template& made, std::size_t at) {
  const Part& part = made.parts[at];
  const auto node = look_up(check.scope, part.name, check.path, check.report);
  if (part.kind == PartKind::inverted) {
    if (node && node->kind == Kind::object)
      tell(kWrongUse, part.name.span,
           say("`{0}` là nhóm, lúc nào cũng có, nên đoạn `^{0}` không bao giờ được in",
               "`{0}` is a group and always there, so `^{0}` is never printed", written(part.name)),
           {"ghi tên một trường trong nhóm", "name a field in the group"}, check.path,
           check.report);
    return check_parts(check, made, at + 1, part.end);
  }
  // In a section that isn't known nothing is: one cause, one finding.
  if (!node) return;
  check.scope.push_back(inside(*node));
  check_parts(check, made, at + 1, part.end);
  check.scope.pop_back();
}

void check_partial(Check& check, const Part& tag) {
  if (check.partials_seen > kMostPartials) return;
  if (++check.partials_seen > kMostPartials)
    return too_many_partials(tag, kMostPartials, false, check.report);
  const Template* partial = check.partials.find(tag, check.report);
  if (partial == nullptr) return;
  if (std::ranges::find(check.files, partial->file) != check.files.end())
    return tell(kPartialsTooDeep, tag.name.span,
                say("mẫu con `{}` chèn chính nó", "partial `{}` puts itself in", written(tag.name)),
                {"bỏ một trong các thẻ chèn", "take out one of the tags that put it in"},
                check.path, check.report);
  if (check.path.size() == kMaxPartials)
    return too_many_partials(tag, kMaxPartials, true, check.report);
  check.path.push_back(&tag);
  check.files.push_back(partial->file);
  check_parts(check, *partial, 0, partial->parts.size());
  check.files.pop_back();
  check.path.pop_back();
}

void check_parts(Check& check, const Template& made, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    const Part& part = made.parts[at];
    std::size_t next = at + 1;
    switch (part.kind) {
      case PartKind::text:
        break;
      case PartKind::value:
      case PartKind::raw:
        look_up_text(check.scope, part.name, check.path, check.report);
        break;
      case PartKind::section:
      case PartKind::inverted:
        check_section(check, made, at);
        next = part.end;
        break;
      case PartKind::partial:
        check_partial(check, part);
        break;
    }
    at = next;
  }
}

}  // namespace

Partials::Partials(const Sources& sources, LoadPartial load)
    : sources_(sources), load_(std::move(load)) {}

Partials::Entry Partials::load(const std::string& name) const {
  Entry entry;
  const std::optional<FileId> file = load_ ? load_(name) : std::nullopt;
  entry.found = file.has_value();
  if (file) entry.parsed = parse(sources_, *file, entry.faults);
  return entry;
}

const Template* Partials::find(const Part& tag, Report& report) {
  const std::string name = nfc(sources_.text(tag.name.span));
  auto at = entries_.find(name);
  if (at == entries_.end()) at = entries_.emplace(name, load(name)).first;
  const Entry& entry = at->second;
  if (!entry.found)
    tell(kUnknownPartial, tag.name.span,
         say("không có mẫu con `{}`", "there is no partial `{}`", name),
         {"sửa tên, hoặc thêm tệp mẫu con vào thư mục mẫu",
          "mend the name, or add the partial to the templates' folder"},
         {}, report);
  for (const Finding& fault : entry.faults.findings())
    if (!report.has_error_at(fault.primary.span)) report.add(fault);
  return entry.parsed ? &*entry.parsed : nullptr;
}

std::optional<std::string> render(const Template& made, const Value& value, Escape escape,
                                  Partials& partials, Report& report,
                                  std::vector<Origin>* origins) {
  Print print{escape, partials, report, origins, {{&value}}};
  print_parts(print, made, 0, made.parts.size());
  if (!print.sound) return std::nullopt;
  return std::move(print.out);
}

Span origin_of(const std::vector<Origin>& origins, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t byte) -> const Origin& {
    const auto after = std::ranges::upper_bound(origins, byte, {}, &Origin::begin);
    return after == origins.begin() ? origins.front() : *(after - 1);
  };
  const auto inside = [](const Origin& origin, std::size_t byte) {
    const auto moved = origin.span.begin + static_cast<std::uint32_t>(byte - origin.begin);
    return std::min(moved, origin.span.end);
  };
  const Origin& first = at(begin);
  const Origin& last = at(end > begin ? end - 1 : begin);
  Span span = first.span;
  if (first.as_written) span.begin = inside(first, begin);
  if (last.span.file == first.span.file && last.span.end >= span.begin)
    span.end = last.as_written ? inside(last, std::max(end, begin)) : last.span.end;
  return span;
}

void check(const Template& made, const Shape& shape, Partials& partials, Report& report) {
  Check check{partials, report, {{shape.kind, &shape.children}}};
  check.files.push_back(made.file);
  check_parts(check, made, 0, made.parts.size());
}

}  // namespace wardplan::mustache
