#include "cmd/import_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cmd/io.h"
#include "diag/render.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// What the register lacks is listed as that.
constexpr std::string_view kOfRegister[] = {"R311", "R312", "S206"};

bool holds(Span outer, Span inner) {
  return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// From places in the record to those in the table.
struct TablePlaces {
  const Imported& imported;
  const Plan* plan;
  /// Those of the table that the record has; parts of a form's are in none.
  std::vector<const ImportRow*> rows = rows_of(imported, plan);

  static std::vector<const ImportRow*> rows_of(const Imported& imported, const Plan* plan) {
    std::vector<const ImportRow*> rows;
    for (const ImportRow& row : imported.rows.rows)
      if (plan == nullptr || plan->kind != RecordKind::movement || !row.heading)
        rows.push_back(&row);
    return rows;
  }

  /// The row of the record in which something stands; none: in its head, or rows aren't those of
  /// the table.
  const Row* row_at(Span place) const {
    if (plan == nullptr || plan->rows.size() != rows.size()) return nullptr;
    // They stand in the file as in the list.
    const auto behind = std::ranges::upper_bound(plan->rows, place.begin, {},
                                                 [](const Row& one) { return one.span.begin; });
    if (behind == plan->rows.begin()) return nullptr;
    const Row& row = *(behind - 1);
    return holds(row.span, place) ? &row : nullptr;
  }

  static bool any_holds(const std::vector<Name>& names, Span place) {
    return std::ranges::any_of(names, [&](const Name& name) { return holds(name.as.span, place); });
  }

  /// The column that says it.
  std::optional<std::size_t> column_at(const Row& row, Span place) const {
    const std::pair<std::string_view, bool> kinds[] = {
        {"number", holds(row.number.span, place)},
        {"leader", any_holds(row.leader, place)},
        {"lead", any_holds(row.lead, place)},
        {"support", any_holds(row.support, place)},
        {"start", holds(row.start.span, place)},
        {"due", holds(row.due.span, place)},
        {"product", holds(row.product.span, place)},
        {"authority", holds(row.authority.span, place)},
        {"basis", holds(row.basis.span, place)},
        {"solution", holds(row.solution.span, place)},
        {"note", holds(row.note.span, place)}};
    for (const auto& [id, is_it] : kinds)
      if (is_it) return imported.headings.find(id);
    for (const KeyedText& cell : row.cells)
      if (holds(cell.value.span, place)) return imported.headings.find(cell.name.value);
    return imported.headings.main;
  }

  std::optional<Message> place_of_span(Span place) const {
    const Row* row = row_at(place);
    if (row == nullptr) return std::nullopt;
    const std::size_t column = column_at(*row, place).value_or(imported.headings.main.value_or(0));
    const std::size_t at = rows[row->at]->row_of(column);
    return place_of(imported.file, CellAddress{imported.table, at, column});
  }
};

const Plan* plan_of(const NewFiles& made) {
  for (const Plan& plan : made.project.plans)
    if (made.project.sources[plan.file].path() == made.files.back().first) return &plan;
  return nullptr;
}

Message told(const Finding& finding) {
  const Severity severity = finding.code->severity;
  const Message word(std::string(severity_word(severity, Lang::vi)),
                     std::string(severity_word(severity, Lang::en)));
  return with_hint(say("{}[{}]: {}", "{}[{}]: {}", word, finding.code->id, finding.message),
                   finding.help);
}

}  // namespace

void tell_findings(const Imported& imported, const NewFiles& made, Io& io) {
  const TablePlaces places{imported, plan_of(made)};
  std::vector<Message> lines;
  for (const Finding& finding : made.report.findings()) {
    if (std::ranges::find(kOfRegister, finding.code->id) != std::end(kOfRegister)) continue;
    const Span span = finding.primary.span;
    const Source& source = made.project.sources[span.file];
    const Position place = source.position(span.begin);
    const std::string where = fmt::format("{}:{}:{}", source.path(), place.line, place.column);
    const auto in_table = places.place_of_span(span);
    lines.push_back(in_table
                        ? say("  {} ({}): {}", "  {} ({}): {}", *in_table, where, told(finding))
                        : say("  {}: {}", "  {}: {}", where, told(finding)));
  }
  if (lines.empty()) return;
  io.out += Phrase{"kiểm tra thấy:", "found by the check:"}.in(io.lang);
  io.out += "\n";
  for (const Message& line : lines) io.out += printable(line.in(io.lang)) + "\n";
}

void tell_faults(const Imported& imported, const NewFiles& made, Io& io) {
  const TablePlaces places{imported, plan_of(made)};
  for (const Finding& finding : made.report.findings()) {
    if (finding.code->severity != Severity::error || finding.code->id == "S206") continue;
    if (!is_of_new(made, finding)) continue;
    const auto in_table = places.place_of_span(finding.primary.span);
    complain(in_table ? say("{}: {}", "{}: {}", *in_table, told(finding)) : told(finding), io);
  }
}

}  // namespace wardplan
