#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/layout.h"
#include "lists/item.h"
#include "sheet/sheet.h"

namespace wardplan {

/// One item: where it stands in the plan and on the day, how its times are read, its targets with
/// their latest values, and its whole history up to the day; what is due within `soon` days is due
/// soon.
Card item_card(const Item& item, int soon, Lang lang);

/// How one schedule expression is read.
Card schedule_card(std::string_view text, const Schedule& schedule, Lang lang);

/// How a ward stands to its criteria on a day: the conclusion, the counts of each round and of now,
/// the groups, the conditions, and what still stands in the way, nearest to done first. `round`:
/// only what was said in that round; empty: what was said last.
Card verdict_card(const Plan& plan, std::string_view file, const Date& as_of,
                  std::string_view round, Lang lang);

/// The contents of a group and what was said last of each.
Sheet group_contents(const Plan& plan, const Row& group, const Date& as_of, Lang lang);

/// Which columns a table has (none: those that the plan names), whether the figures of targets
/// stand behind every row, and the day of what columns say how work stands (none: they stay empty).
struct TableLook {
  std::vector<std::string> columns = {};
  bool with_targets = false;
  std::optional<Date> as_of = {};
};

/// The official table of a plan or of criteria, in the document's columns; names of the register
/// are written out, an unknown one stays as it was written. Criteria stand in the order of their
/// list, a group's name once, at its first content; contents that the ward's file lacks have empty
/// cells. A row is its own text; what its targets ask stands behind it where it doesn't say that.
/// The columns of `look` must be among `column_ids`.
Sheet plan_table(const Plan& plan, const TableLook& look = {});

/// Who a paper made of a plan is from, and the last day that an entry known by `as_of` is of; the
/// first of the year without any.
document::Origin plan_origin(const Plan& plan, const Date& as_of);

/// How papers of a plan look on a day: as those of the body that it is from; where nobody is named,
/// a movement's as the Party's and others as the state's.
const document::Layout& plan_layout(const Plan& plan, const Date& day);

/// Adds to the table of that plan how things stand on a day: the columns Tình trạng and Kết quả, or
/// of criteria the verdict and the values of each round. `soon`: days within which an open item is
/// due soon.
void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon);

/// The keys of all columns, in their usual order.
const std::vector<std::string>& item_column_keys();

/// Columns of lists and of tables that say the same of an item: the one of lists for that of tables
/// and the other way round; nothing where the other hasn't such a column.
std::optional<std::string> list_column_for(std::string_view of_table);
std::optional<std::string> table_column_for(std::string_view of_list);

/// What the column of contents prints of a row: behind its title the goals that it doesn't say, or
/// `with_targets` all of them.
std::string printed_content(const Row& row, bool with_targets);

}  // namespace wardplan
