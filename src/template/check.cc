#include "template/render.h"

#include <algorithm>

#include "template/scope.h"

namespace wardplan::mustache {
namespace {

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

void check(const Template& made, const Shape& shape, Partials& partials, Report& report) {
  Check check{partials, report, {{shape.kind, &shape.children}}};
  check.files.push_back(made.file);
  check_parts(check, made, 0, made.parts.size());
}

}  // namespace wardplan::mustache
