#include <algorithm>

#include "diag/render.h"
#include "text/terminal.h"
#include "text/utf8.h"
#include "text/wrap.h"
#include "write/formats.h"

namespace wardplan {
namespace {

constexpr std::size_t kGap = 2;
/// Narrower than this no text is wrapped.
constexpr std::size_t kLeastText = 20;

std::string wrapped(const std::string& text, std::size_t indent, const WriteOptions& options) {
  const auto width = static_cast<std::size_t>(options.width);
  const std::size_t room = width > indent + kLeastText ? width - indent : 0;
  std::string out;
  for (const std::string& line : wrap(printable(text), room))
    out += (out.empty() ? "" : "\n" + std::string(line.empty() ? 0 : indent, ' ')) + line;
  return out + "\n";
}

/// The table without the columns that no row has anything in.
Sheet without_empty_columns(const Sheet& table) {
  Sheet out = table;
  for (std::size_t at = out.columns.size(); at-- > 0;) {
    if (std::ranges::any_of(out.rows, [&](const SheetRow& row) { return !row.cells[at].empty(); }))
      continue;
    const auto offset = static_cast<std::ptrdiff_t>(at);
    out.columns.erase(out.columns.begin() + offset);
    for (SheetRow& row : out.rows) row.cells.erase(row.cells.begin() + offset);
  }
  return out;
}

}  // namespace

std::string write_card_text(const Card& card, const WriteOptions& options) {
  std::string out;
  const std::string name = card.address + (card.address.empty() ? "" : "  ") + card.title;
  for (const std::string& line : wrap(printable(name), static_cast<std::size_t>(options.width)))
    out += painted(line, look::kBold, options.color) + "\n";
  if (!card.subtitle.empty()) out += wrapped(card.subtitle, 0, options);
  out += "\n";
  std::size_t widest = 0;
  for (const CardField& field : card.fields)
    widest = std::max(widest, display_width(field.column.title));
  for (const CardField& field : card.fields) {
    const std::string title(field.column.title);
    out += title + std::string(widest + kGap - display_width(title), ' ');
    out += wrapped(cell_text(field.column, field.cell), widest + kGap, options);
  }
  for (const Sheet& table : card.tables) {
    if (table.rows.empty()) continue;
    out += "\n" + write_text(without_empty_columns(table), options);
  }
  return out;
}

}  // namespace wardplan
