#include "support/template.h"

#include <fmt/format.h>

#include <algorithm>

#include "template/render.h"
#include "text/utf8.h"

namespace wardplan::test {

using mustache::Kind;
using mustache::Shape;
using mustache::Value;

namespace {

mustache::LoadPartial loader(Sources& sources, const PartialTexts& partials, FileId mau) {
  return [&sources, &partials, mau](std::string_view name) -> std::optional<FileId> {
    if (name == "mau") return mau;
    const auto found = partials.find(name);
    if (found == partials.end()) return std::nullopt;
    return sources.add(found->first, found->second);
  };
}

bool has_fields(const Value& value, const std::vector<Shape>& fields) {
  if (value.kind() != Kind::object) return false;
  const auto& members = std::get<std::vector<mustache::Member>>(value.data);
  return members.size() == fields.size() && std::ranges::all_of(fields, [&](const Shape& field) {
           const auto found = std::ranges::find(members, nfc(field.name), &mustache::Member::name);
           return found != members.end() && matches(found->value, field);
         });
}

}  // namespace

bool matches(const Value& value, const Shape& shape) {
  if (value.kind() != shape.kind) return false;
  if (shape.kind == Kind::object) return has_fields(value, shape.children);
  if (shape.kind != Kind::list) return true;
  return std::ranges::all_of(std::get<std::vector<Value>>(value.data), [&](const Value& item) {
    return shape.children.empty() ? item.kind() == Kind::text : has_fields(item, shape.children);
  });
}

Filled fill(std::string_view text, const mustache::Value& value, const PartialTexts& partials,
            mustache::Escape escape) {
  Filled filled;
  const FileId mau = filled.sources.add("mau", std::string(text));
  mustache::Partials loaded(filled.sources, loader(filled.sources, partials, mau));
  if (const auto made = mustache::parse(filled.sources, mau, filled.report))
    filled.out = mustache::render(*made, value, escape, loaded, filled.report, &filled.origins);
  return filled;
}

Filled judge(std::string_view text, const Shape& shape, const PartialTexts& partials) {
  Filled filled;
  const FileId mau = filled.sources.add("mau", std::string(text));
  mustache::Partials loaded(filled.sources, loader(filled.sources, partials, mau));
  if (const auto made = mustache::parse(filled.sources, mau, filled.report))
    mustache::check(*made, shape, loaded, filled.report);
  return filled;
}

std::string findings_of(const Filled& filled) {
  std::string lines;
  for (const Finding& finding : filled.report.findings()) {
    const Span span = finding.primary.span;
    const Source& source = filled.sources[span.file];
    const Position at = source.position(span.begin);
    lines += fmt::format("{}{}:{}: {}: {}{}{}\n", source.path() == "mau" ? "" : source.path() + ":",
                         at.line, at.column, finding.code->id, finding.message.en,
                         finding.help.empty() ? "" : "; ", finding.help.en);
  }
  return lines;
}

const Shape& sample_shape() {
  static const Shape kShape{
      .children = {{"phuong", Kind::text, {"tên phường", "the ward's name"}},
                   {"khan", Kind::text, {"có gấp không", "whether it is urgent"}},
                   {"viec",
                    Kind::list,
                    {"các việc", "the items"},
                    {{"ten", Kind::text, {"tên việc", "its title"}},
                     {"han", Kind::text, {"hạn", "when it is due"}}}},
                   {"to", Kind::list, {"các tổ", "the groups"}},
                   {"lanh_dao",
                    Kind::object,
                    {"lãnh đạo", "the leader"},
                    {{"ten", Kind::text, {"họ tên", "full name"}}}}}};
  return kShape;
}

Report try_template(std::string_view sample) {
  return judge(sample, sample_shape(), {{"dau_trang", "{{phuong}}\n"}}).report;
}

}  // namespace wardplan::test
