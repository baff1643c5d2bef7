#include "support/template_property.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "diag/render.h"
#include "template/codes.h"
#include "template/render.h"

namespace wardplan::test {

using mustache::Kind;
using mustache::Part;
using mustache::PartKind;
using mustache::Shape;
using mustache::Value;

namespace {

bool lies_in(const Sources& sources, Span span) {
  return span.file < sources.size() && span.begin <= span.end &&
         span.end <= sources[span.file].bytes().size();
}

/// Parts stand in the order of the file, sections end within those they stand in.
std::string parts_fault(const Sources& sources, const mustache::Template& made) {
  std::vector<std::size_t> ends = {made.parts.size()};
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < made.parts.size(); ++at) {
    const Part& part = made.parts[at];
    while (ends.back() == at) ends.pop_back();
    if (!lies_in(sources, part.span) || part.span.begin < before) return "a part out of order";
    before = part.span.end;
    if (part.kind == PartKind::text && part.text != sources.text(part.span))
      return "a text that isn't the file's";
    if (part.kind != PartKind::section && part.kind != PartKind::inverted) continue;
    if (part.end <= at || part.end > ends.back()) return "a section that ends outside";
    ends.push_back(part.end);
    // A section without parts ends at once.
    if (part.end == at + 1) ends.pop_back();
  }
  return {};
}

std::string report_fault(const Sources& sources, const Report& report) {
  for (const Finding& finding : report.findings()) {
    if (finding.message.vi.empty() || finding.message.en.empty())
      return "a finding that says nothing";
    if (!lies_in(sources, finding.primary.span)) return "a finding outside of its file";
    for (const Label& label : finding.related)
      if (!lies_in(sources, label.span)) return "a label outside of its file";
  }
  for (const ReportFormat& format : report_formats()) format.render(sources, report, {});
  return {};
}

Value sample_value() {
  const Value item = Value::object({{"ten", "Trồng cây"}, {"han", ""}});
  return Value::object({{"phuong", "Hà|*"},
                        {"khan", "x"},
                        {"viec", Value::list({item, item})},
                        {"to", Value::list({"1", "<2>"})},
                        {"lanh_dao", Value::object({{"ten", "An"}})}});
}

constexpr std::array kNames = {"a", "b", "tên", "ho_2", "c-d"};

const char* some_name(std::mt19937_64& random) { return kNames[random() % kNames.size()]; }

Kind some_kind(std::mt19937_64& random, int depth) {
  return static_cast<Kind>(random() % (depth > 0 ? 3 : 1));
}

/// What stands between names and sections.
std::string some_text(std::mt19937_64& random) {
  constexpr std::array<std::string_view, 10> kTexts = {" ",
                                                       "\n",
                                                       "\r\n",
                                                       "chữ",
                                                       "| ",
                                                       "{",
                                                       "}",
                                                       "{{! ghi chú }}",
                                                       "\n{{! ghi\nchú }}\n",
                                                       "{{=<% %>=}}<%={{ }}=%>"};
  return std::string(kTexts[random() % kTexts.size()]);
}

std::string some_partial(std::mt19937_64& random) {
  const std::string_view before = random() % 2 == 0 ? "\n  " : "";
  const std::uint64_t number = random() % 3;
  const std::string_view after = random() % 2 == 0 ? "\n" : "";
  return fmt::format("{}{{{{>p{}}}}}{}", before, number, after);
}

const Shape kItem{.kind = Kind::text};

/// Something that is done with a field; one time in 16 not what it is for.
std::string some_use(const Shape& field, const std::string& name, std::mt19937_64& random) {
  const bool odd = random() % 16 == 0;
  if ((field.kind == Kind::text && random() % 2 == 0) || odd) {
    constexpr std::array<std::string_view, 3> kTags = {"{{{{{}}}}}", "{{{{{{{}}}}}}}",
                                                       "{{{{& {} }}}}"};
    return fmt::format(fmt::runtime(kTags[random() % kTags.size()]), name);
  }
  Shape inside = field;
  if (field.kind == Kind::list) inside.kind = field.children.empty() ? Kind::text : Kind::object;
  const bool inverted = field.kind != Kind::object && random() % 4 == 0;
  const std::string body = inverted ? "x" : odd_template(inside, random);
  return fmt::format("{{{{{}{}}}}}{}{{{{/{}}}}}", inverted ? "^" : "#", name, body, name);
}

}  // namespace

std::string template_fault(std::string_view bytes) {
  Sources sources;
  Report report;
  const FileId file = sources.add("mau", std::string(bytes));
  mustache::Partials partials(sources, [&](std::string_view name) -> std::optional<FileId> {
    if (name == "mau") return file;
    if (name.starts_with("dau")) return sources.add(std::string(name), "{{phuong}}\n");
    return std::nullopt;
  });
  const auto made = mustache::parse(sources, file, report);
  const bool wrong = report.counts()[Severity::error] > 0;
  if (made.has_value() == wrong) return wrong ? "returned with an error" : "refused without one";
  if (auto fault = report_fault(sources, report); !made || !fault.empty()) return fault;
  if (auto fault = parts_fault(sources, *made); !fault.empty()) return fault;
  mustache::check(*made, sample_shape(), partials, report);
  if (auto fault = report_fault(sources, report); !fault.empty()) return fault;
  const bool checked = report.counts()[Severity::error] == 0;
  Report filling;
  const auto out =
      mustache::render(*made, sample_value(), mustache::Escape::markdown_cell, partials, filling);
  if (checked && !out) return "checked and yet not filled";
  if (out.has_value() == (filling.counts()[Severity::error] > 0)) return "filled with an error";
  return report_fault(sources, filling);
}

Shape odd_shape(std::mt19937_64& random, int depth) {
  Shape shape;
  for (const char* name : kNames) {
    if (random() % 4 == 0) continue;
    Shape field{.name = name, .kind = some_kind(random, depth)};
    const bool of_texts = field.kind == Kind::list && random() % 2 == 0;
    if ((field.kind == Kind::list && !of_texts) || field.kind == Kind::object)
      field.children = odd_shape(random, depth - 1).children;
    shape.children.push_back(std::move(field));
  }
  return shape;
}

Value odd_value(const Shape& shape, std::mt19937_64& random, bool full) {
  const auto fields = [&] {
    std::vector<mustache::Member> members;
    for (const Shape& field : shape.children)
      members.push_back({field.name, odd_value(field, random, full)});
    return Value::object(std::move(members));
  };
  switch (shape.kind) {
    case Kind::text:
      return full ? "chữ" : random() % 2 == 0 ? "" : "{{<|\n";
    case Kind::list: {
      std::vector<Value> items;
      for (std::size_t count = full ? 2 : random() % 3; count > 0; --count)
        items.push_back(shape.children.empty() ? odd_value(kItem, random, full) : fields());
      return Value::list(std::move(items));
    }
    case Kind::object:
      return fields();
  }
  return {};
}

std::string odd_template(const Shape& shape, std::mt19937_64& random) {
  std::string text;
  for (std::size_t count = random() % 6; count > 0; --count) {
    const std::size_t choice = random() % 12;
    if (choice < 3)
      text += some_text(random);
    else if (choice == 3)
      text += some_partial(random);
    else if (shape.kind == Kind::text)
      text += "{{.}}";
    else if (choice == 4 && random() % 4 == 0)
      text += std::string("{{") + some_name(random) + ".a}}";
    else if (!shape.children.empty()) {
      const Shape& field = shape.children[random() % shape.children.size()];
      text += some_use(field, random() % 24 == 0 ? some_name(random) : field.name, random);
    }
  }
  return text;
}

std::vector<std::string> template_samples() {
  std::vector<std::string> samples;
  for (const Code* code : mustache::codes())
    for (const std::string_view sample : {code->wrong, code->right})
      if (!sample.empty()) samples.emplace_back(sample);
  return samples;
}

std::string odd_bytes(std::mt19937_64& random) {
  using namespace std::string_view_literals;
  constexpr std::array kSigns = {"{{"sv,        "}}"sv,        "{{"sv,        "}}"sv,
                                 "{"sv,         "}"sv,         "#"sv,         "^"sv,
                                 "/"sv,         ">"sv,         "!"sv,         "="sv,
                                 "&"sv,         "."sv,         "phuong"sv,    "viec"sv,
                                 "to"sv,        "mau"sv,       "dau"sv,       " "sv,
                                 "\n"sv,        "\r\n"sv,      "\t"sv,        "\r"sv,
                                 "ệ"sv,         "\u0302"sv,    "<%"sv,        "%>"sv,
                                 "|"sv,         "\0"sv,        "\xFF"sv,      "\xEF\xBB\xBF"sv,
                                 "{{#to}}"sv,   "{{/to}}"sv,   "{{#viec}}"sv, "{{/viec}}"sv,
                                 "{{=| |=}}"sv, "{{phuong}}"sv};
  std::string bytes;
  for (std::size_t count = random() % 24; count > 0; --count) {
    const std::size_t signs = random() % 4 == 0 ? kSigns.size() : 29;
    bytes += kSigns[random() % signs];
  }
  return bytes;
}

}  // namespace wardplan::test
