#include "sheet/sheet.h"

#include "text/quoted.h"

namespace wardplan {

void each_row(const Sheet& sheet, const TakeRow& take) {
  if (sheet.make_rows) return sheet.make_rows(take);
  for (const SheetRow& row : sheet.rows) take(row);
}

bool has_rows(const Sheet& sheet) {
  bool any = false;
  each_row(sheet, [&](const SheetRow&) { any = true; });
  return any;
}

std::string cell_text(const Column& column, const Cell& cell) {
  if (column.kind != CellKind::text && column.kind != CellKind::number)
    return cell.empty() ? "" : cell.back();
  std::string text;
  for (const std::string& value : cell) join(text, value, column.separator);
  return text;
}

Cell one(std::string_view text) { return text.empty() ? Cell{} : Cell{std::string(text)}; }

Cell one(const std::optional<Date>& day, Lang lang) {
  return day ? Cell{iso(*day), written(*day, lang)} : Cell{};
}

Cell number(int value) { return {std::to_string(value)}; }

Cell coded(std::string_view token, std::string_view words) {
  return {std::string(token), std::string(words)};
}

Cell named(std::string_view id, std::string_view name) {
  return {std::string(id), std::string(name)};
}

Cell figure(std::string_view exact, std::string_view shown) {
  return {std::string(exact), std::string(shown)};
}

Cell figure(const Ratio& number, std::string_view unit) {
  return {vietnamese(number).append(unit), in_short(number).append(unit)};
}

Cell flag(bool yes, Lang lang) {
  return yes ? coded("true", Phrase{"có", "yes"}.in(lang))
             : coded("false", Phrase{"không", "no"}.in(lang));
}

SheetMaker::SheetMaker(std::string_view kind, Phrase title, Lang in) : sheet{}, lang(in) {
  sheet.kind = kind;
  sheet.title = title.in(lang);
}

void SheetMaker::text(std::string_view key, Phrase title, int weight, int least,
                      std::string_view separator) {
  sheet.columns.push_back(
      {std::string(key), std::string(title.in(lang)), separator, weight, least});
}

void SheetMaker::count(std::string_view key, Phrase title) {
  text(key, title, 0, 4);
  sheet.columns.back().align = Align::right;
  sheet.columns.back().kind = CellKind::number;
}

void SheetMaker::figure(std::string_view key, Phrase title, int weight, int least) {
  text(key, title, weight, least);
  sheet.columns.back().kind = CellKind::figure;
}

void SheetMaker::word(std::string_view key, Phrase title, int weight, int least) {
  text(key, title, weight, least);
  sheet.columns.back().kind = CellKind::coded;
}

void SheetMaker::date(std::string_view key, Phrase title) {
  text(key, title, 0, 10);
  sheet.columns.back().kind = CellKind::date;
}

void SheetMaker::ward(int weight, int least) {
  text("ward", {"Phường", "Ward"}, weight, least);
  sheet.columns.back().kind = CellKind::named;
}

void SheetMaker::row(std::vector<Cell> cells, std::string_view address, Tone tone) {
  sheet.rows.push_back({.address = std::string(address), .cells = std::move(cells), .tone = tone});
}

void Fields::add(std::string_view key, Phrase title, Cell cell, CellKind kind,
                 std::string_view separator) {
  if (cell.empty()) return;
  card.fields.push_back({{.key = std::string(key),
                          .title = std::string(title.in(lang)),
                          .separator = separator,
                          .kind = kind},
                         std::move(cell)});
}

}  // namespace wardplan
