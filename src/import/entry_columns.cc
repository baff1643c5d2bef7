#include "import/entry_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "records/register.h"

namespace wardplan {
namespace {

std::optional<std::string> status_in(const std::string& text, const Ward* ward) {
  const StatusWord* usual = status_by_words(text);
  if (usual != nullptr && usual->said_of.has(RowKind::item)) return std::string(usual->token);
  const WardStatus* own = ward_status_by_words(ward, text);
  return own == nullptr ? std::nullopt : std::optional(own->id.value);
}

std::optional<std::string> percent_of(const std::string& text, const Ward*) {
  const auto percent = percent_in(text);
  return percent ? std::optional(fmt::format("{}", *percent)) : std::nullopt;
}

std::optional<std::string> as_it_is(const std::string& text, const Ward*) { return text; }

/// A column, the key of entries that it says, and what the key holds for a cell.
struct EntryColumn {
  std::string_view id;
  std::string_view key;
  std::optional<std::string> (*read)(const std::string& text, const Ward* ward);
};

/// In the order in which entries are written.
constexpr std::array kColumns = {
    EntryColumn{"entry_status", "status", status_in},
    EntryColumn{"entry_percent", "percent", percent_of},
    EntryColumn{"entry_obstacle", "obstacle", as_it_is},
};

bool can_hold(const EntryColumn& of, std::size_t column, const ImportedRows& rows,
              const Ward* ward) {
  return std::ranges::all_of(rows.rows, [&](const ImportRow& row) {
    const std::string& text = row.cells[column];
    return text.empty() || (!row.heading && of.read(text, ward));
  });
}

/// An id of the column's own, which no other has.
std::string own_id(const Headings& headings, std::size_t column) {
  const std::string base = id_of(headings.columns[column].title);
  std::string id = base.empty() ? fmt::format("cot-{}", column + 1) : base;
  for (int next = 2; headings.find(id); ++next) id = fmt::format("{}-{}", base, next);
  return id;
}

}  // namespace

bool is_entry_column(std::string_view id) {
  return std::ranges::find(kColumns, id, &EntryColumn::id) != kColumns.end();
}

Headings settle_entries(const Headings& headings, const ImportedRows& rows, const Ward* ward) {
  Headings settled = headings;
  for (const EntryColumn& of : kColumns)
    if (const auto column = headings.find(of.id); column && !can_hold(of, *column, rows, ward))
      settled.columns[*column].id = own_id(settled, *column);
  return settled;
}

Headings without_entries(const Headings& headings, const Plan& into) {
  Headings left = headings;
  for (const EntryColumn& of : kColumns) {
    const auto is_named = [&](const PlanColumn& column) { return column.id.value == of.id; };
    if (const auto column = headings.find(of.id);
        column && std::ranges::none_of(into.columns, is_named))
      left.columns[*column].id = own_id(left, *column);
  }
  return left;
}

std::vector<std::pair<std::string_view, std::string>> entry_of(const ImportRow& row,
                                                               const Headings& headings,
                                                               const Ward* ward) {
  std::vector<std::pair<std::string_view, std::string>> entry;
  for (const EntryColumn& of : kColumns) {
    const auto column = headings.find(of.id);
    if (!column || row.cells[*column].empty()) continue;
    if (auto text = of.read(row.cells[*column], ward)) entry.emplace_back(of.key, std::move(*text));
  }
  return entry;
}

}  // namespace wardplan
