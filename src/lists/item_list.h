#pragma once

#include <string>
#include <vector>

#include "lists/item_columns.h"
#include "lists/item_filter.h"
#include "lists/sides.h"

// A list of the items of many wards, whose records are gone when it is written.

namespace wardplan {

struct ListAsked {
  Date as_of;
  int soon = 0;
  Lang lang = Lang::vi;
  /// Only what is late or due soon, at each time that it comes up, the latest first.
  bool only_due = false;
  /// Each time that an item comes up.
  bool each_time = false;
  ItemFilter filter = {};
  /// Keys of columns; none: those that are usual for what is listed, in a terminal of so many
  /// columns (0: room for all).
  std::vector<std::string> columns = {};
  int width = 0;
  /// Keys of columns, the first one first; `-` before a key sorts downwards.
  std::vector<std::string> sort = {};
};

/// An item that may be listed.
struct ListedItem {
  /// Address and cells, packed.
  std::string cells;
  std::vector<std::string> sort_keys;
  std::vector<Match> matches;
  std::size_t plan = 0;
  Tone tone = Tone::plain;
  bool is_model = false;
  bool is_report_day = false;
};

struct ListedPlan {
  std::string ward_id;
  std::string ward_name;
  int year = 0;
  bool rebuilt = false;
  /// Why its items may be counted with another ward's.
  std::optional<AsideRecord> side = {};
};

/// What one ward gives to a list.
struct ListedWard {
  std::vector<ListedItem> items;
  std::vector<ListedPlan> plans;
  FilterMet met;
  SideRecords sides;
  /// What of it may be counted elsewhere, whether any item is listed or not.
  std::vector<std::pair<AsideRecord, SideRecords>> aside = {};
  /// Open items whose time nobody understands, so that they are never late: file and address.
  std::vector<std::string> without_known_time = {};
};

/// The items of a ward's plans whose files have no errors.
ListedWard list_ward(const Project& project, const Report& report, const ListAsked& asked);

/// Makes a list of what wards gave.
class ListMaker {
 public:
  explicit ListMaker(ListAsked asked) : asked_(std::move(asked)) {}

  void add(ListedWard&& ward);

  /// The list, made of the maker, which must outlive it. Throws `Failure` at a word of the filter
  /// that nothing knows, with the nearest one.
  Sheet finish();
  std::size_t count() const { return items_.size(); }
  /// Open items of all wards whose time nobody understands, whatever the filter.
  const std::vector<std::string>& without_known_time() const { return without_known_time_; }
  /// The wards left out because others have their work.
  const std::vector<CountedAside>& elsewhere() const { return elsewhere_; }
  /// Of a list of what is due: how much of it is late.
  std::size_t overdue() const;

 private:
  ListAsked asked_;
  std::vector<ListedItem> items_;
  std::vector<ListedPlan> plans_;
  void leave_out_sides();

  FilterMet met_;
  SideRecords sides_;
  std::vector<std::pair<AsideRecord, SideRecords>> aside_;
  std::vector<CountedAside> elsewhere_;
  std::vector<std::string> without_known_time_;
};

}  // namespace wardplan
