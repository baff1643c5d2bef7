#include <algorithm>

#include "disk/aside.h"
#include "text/escape.h"
#include "write/formats.h"
#include "write/xlsx_sheet.h"
#include "write/xlsx_widths.h"

namespace wardplan {
namespace {

using xlsx::Book;
using xlsx::Placed;

/// Columns of the facts: what they are, and what they say.
constexpr double kNames = 220, kWords = 420;

/// Facts one below the other; the row behind them.
lxw_row_t write_facts(Book& book, lxw_worksheet* on, const Card& card) {
  const std::vector<double> widths = {kNames, kWords};
  set_widths(book, on, widths);
  const std::string name = card.address + (card.address.empty() ? "" : "  ") + card.title;
  lxw_row_t row = write_titles(book, on, name, card.subtitle, widths);
  for (const CardField& field : card.fields) {
    const std::string text = cell_text(field.column, field.cell);
    const std::size_t lines =
        std::max(xlsx::lines_at(xml_safe(field.column.title), kNames, true, xlsx::kLetters),
                 xlsx::lines_at(xml_safe(text), kWords, false, xlsx::kLetters));
    book.check(
        book.library().worksheet_set_row(on, row, xlsx::height_of(lines, xlsx::kLetters), nullptr));
    book.text(on, {row, 0}, field.column.title, {.bold = true});
    put_value(book, on, {row, 1}, field.column, text, {});
    ++row;
  }
  return row;
}

/// A sheet for each that has rows, and where it is; none: an empty place.
std::vector<Placed> write_tables(Book& book, const std::vector<Sheet>& tables) {
  std::vector<Placed> placed;
  for (const Sheet& table : tables)
    placed.push_back(has_rows(table) ? write_table(book, table) : Placed());
  return placed;
}

/// What a file is made with is put where it was asked for.
void write_book(const std::string& title, const document::Origin& origin, const Put& put,
                const std::function<void(Book& book)>& fill) {
  put(written_aside([&](const std::string& path) {
    Book book(path, title, origin);
    fill(book);
    book.close();
  }));
}

}  // namespace

void write_xlsx(const Sheet& sheet, const WriteOptions&, const Put& put) {
  write_book(sheet.title, sheet.origin, put, [&](Book& book) { write_table(book, sheet); });
}

void write_card_xlsx(const Card& card, const WriteOptions&, const Put& put) {
  write_book(card.title, card.origin, put, [&](Book& book) {
    write_tables(book, card.first);
    lxw_worksheet* facts = book.add_sheet(card.title);
    lxw_row_t row = write_facts(book, facts, card) + 1;
    const std::vector<Placed> placed = write_tables(book, card.tables);
    for (std::size_t at = 0; at < placed.size(); ++at)
      row += add_chart(book, facts, row, card.tables[at], placed[at]);
  });
}

}  // namespace wardplan
