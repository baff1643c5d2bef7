#include "cmd/import_rows.h"

#include <algorithm>
#include <optional>

#include "cmd/import_progress.h"
#include "cmd/printed_columns.h"
#include "import/entry_columns.h"
#include "import/group_column.h"
#include "import/lost_cells.h"
#include "import/points.h"
#include "import/title.h"
#include "records/plan_columns.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::string movement_name(const std::string& title, const ImportOptions& options) {
  std::string name = options.movement.value_or(quoted_in(title));
  if (name.empty())
    throw Failure(say("tên phong trào không có trong tên biểu `{}`; nêu bằng `--name`",
                      "the title `{}` doesn't say the movement's name; say it with `--name`",
                      title));
  return name;
}

Headings headings_of(const ReadTable& table, const ImportOptions& options) {
  if (!options.columns.empty() && options.columns.size() != table.columns)
    throw Failure(say("`--columns` nêu {} cột, bảng có {}: {}",
                      "`--columns` names {3}, the table has {1}: {2}", options.columns.size(),
                      table.columns, summary_of(table), counted(options.columns.size(), "column")));
  const auto headings = find_headings(table, {options.kind, options.year}, options.columns);
  if (!headings)
    throw Failure(say("không thấy dòng đầu cột nào trong {}; nêu từng cột bằng `--columns`",
                      "no header was found in {}; name each column with `--columns`",
                      summary_of(table)));
  if (!headings->main)
    throw Failure(say("không biết cột nào là `{}` trong {}; nêu từng cột bằng `--columns`",
                      "no column of {1} is known to be `{0}`; name each column with `--columns`",
                      main_column(options.kind), summary_of(table)));
  return *headings;
}

/// Columns of the table are those of the record with the same heading, whatever else the heading
/// may mean.
void name_columns_as(const Plan& plan, Headings& headings) {
  for (ImportColumn& column : headings.columns) {
    if (column.title.empty()) continue;
    const auto known = std::ranges::find_if(plan.columns, [&](const PlanColumn& one) {
      return one.title.given && fold(one.title.value) == fold(column.title);
    });
    if (known == plan.columns.end() || headings.find(known->id.value)) continue;
    // It may have become the record's own for a cell that could not be read then.
    if (is_entry_column(column.id))
      column.replaces = known->id.value;
    else
      column.id = known->id.value;
  }
}

std::string line_of(const ReadTable& table, std::size_t row) {
  std::vector<std::string> words;
  for (std::size_t column = 0; column < table.columns; ++column)
    if (std::string cell = own_words(table, row, column); !cell.empty())
      words.push_back(without_line_ends(std::move(cell)));
  return joined(words, " ");
}

/// What stands above a table, line by line; those of its own rows have places.
struct LinesAbove {
  std::vector<std::string> texts = {};
  std::vector<std::optional<CellAddress>> places = {};

  void add(std::string text, std::optional<CellAddress> place) {
    texts.push_back(std::move(text));
    places.push_back(place);
  }
};

LinesAbove lines_above(const Imported& imported) {
  const ReadTable& table = imported.file.tables[imported.table];
  LinesAbove lines;
  for (const OutsideText& text : imported.file.outside)
    if (text.kind == OutsideKind::paragraph && !text.cell && text.tables_before + 1 == table.number)
      lines.add(without_line_ends(words_of(text.text)), {});
  for (std::size_t row = 0; row < imported.headings.header; ++row)
    if (std::string line = line_of(table, row); !line.empty())
      lines.add(std::move(line), CellAddress{imported.table, row, 0});
  return lines;
}

/// `2`, `- 2 -`, `Trang 2/5` at the margin of a page.
bool is_page_number(const OutsideText& text) {
  if (text.kind != OutsideKind::page_margin) return false;
  const std::string bare = fold_bare(text.text);
  const std::string_view count =
      std::string_view(bare).substr(bare.starts_with("trang") ? std::size("trang") - 1 : 0);
  return count.find_first_not_of("0123456789/-–— ") == std::string_view::npos;
}

/// Sorts what stands outside: words that belong to a cell are the table's.
void gather_outside(Imported& imported, const LinesAbove& above, const TableTitle& title) {
  const auto out = [&](const std::string& text) {
    imported.outside.push_back({{text, text}, {}, {}});
  };
  const ReadFile& file = imported.file;
  const ReadTable& table = file.tables[imported.table];
  for (const std::size_t line : title.others)
    imported.outside.push_back({{above.texts[line], above.texts[line]}, {}, above.places[line]});
  for (const OutsideText& text : file.outside) {
    if (text.cell && text.cell->table == imported.table)
      imported.rows.unplaced.push_back({{text.text, text.text}, {}, text.cell});
    else if (!is_page_number(text) &&
             (text.kind != OutsideKind::paragraph || text.tables_before + 1 != table.number))
      out(text.text);
  }
  for (const std::size_t column : imported.headings.untold) {
    const std::string words = without_line_ends(own_words(table, imported.headings.header, column));
    imported.outside.push_back(
        {{words, words}, {}, CellAddress{imported.table, imported.headings.header, column}});
  }
  if (imported.headings.counting) out(line_of(table, *imported.headings.counting));
  for (const TableRemark& below : imported.rows.below) imported.outside.push_back(below);
  for (std::size_t at = 0; at < file.tables.size(); ++at)
    if (at != imported.table && !file.tables[at].inside)
      imported.outside.push_back({summary_of(file.tables[at]), {}, {}});
}

}  // namespace

RecordHead read_import(Imported& imported, const ImportOptions& options, const Date& as_of) {
  ReadTable& table = imported.file.tables[imported.table];
  imported.headings = headings_of(table, options);
  if (imported.into != nullptr) keep_points_as_text(imported.headings);
  if (imported.into != nullptr && options.columns.empty())
    name_columns_as(*imported.into, imported.headings);
  Headings by_rows = imported.headings;
  std::vector<TableRemark> told =
      put_in_columns(table, imported.table, imported.headings, options.year);
  open_groups(imported.file, imported.table, by_rows, told);
  imported.rows = import_rows(imported.file, imported.table, by_rows);
  imported.rows.told.insert(imported.rows.told.begin(), told.begin(), told.end());
  if (imported.rows.rows.empty())
    throw Failure(say("{} không có dòng nào", "there are no rows in {}", summary_of(table)));
  if (imported.into != nullptr) {
    take_up_own(imported, as_of);
    leave_out_printed(imported, as_of);
    mark_replaced(imported, as_of);
  }
  const LinesAbove above = lines_above(imported);
  TableTitle title = title_of(above.texts, options.title);
  if (title.title.empty() && imported.into != nullptr) title.title = imported.into->title.value;
  if (title.title.empty())
    throw Failure({"trên biểu không có tên; nêu bằng `--title`",
                   "the table has no title above it; say it with `--title`"});
  gather_outside(imported, above, title);
  imported.title = words_of(title.title);
  RecordHead head{options.kind, options.ward, options.year, words_of(title.title), title.issued};
  head.catalogue = options.catalogue;
  head.rounds = options.rounds;
  head.with_targets = options.with_targets;
  if (options.kind == RecordKind::movement) head.movement = movement_name(head.title, options);
  return head;
}

}  // namespace wardplan
