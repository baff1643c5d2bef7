#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "lists/item.h"
#include "lists/sides.h"
#include "records/project.h"
#include "sheet/sheet.h"

// What wards reach of the targets of plans above: whose items serve them, and what they give
// together where that can be added.

namespace wardplan {

/// What one item of a ward has of a target that it serves.
struct TargetPart {
  /// As they are told.
  std::string ward_id;
  std::string ward_name;
  std::string file;
  std::string address;
  Message title;
  std::string goal;
  std::string value;
  std::optional<Date> date = {};
  /// How the value stands to the item's own goal.
  std::optional<CodedWord> judged = {};
  Message comment = {};
  std::optional<Quantity> asks = {};
  std::optional<Quantity> reached = {};
  /// It has a figure, and nobody knows of which target of the row: it is in no sum.
  bool apart = false;
};

/// A target of a plan above, with the items that serve it.
struct ServedTarget {
  std::string plan_title;
  std::string id;
  std::string address;
  std::string title;
  std::string goal_text;
  std::optional<Goal> goal = {};
  /// Its day hasn't gone by: what falls short is on its way. It is due at the end of the year.
  bool provisional = false;
  bool of_year = false;
  std::vector<TargetPart> parts = {};
};

/// By the file of its plan, its row and its place among the row's targets.
using TargetKey = std::tuple<std::string, std::size_t, std::size_t>;

struct AsideTargets;

/// The targets of every plan that an item serves, those that nobody does, too.
struct ServedTargets {
  std::map<TargetKey, ServedTarget> all = {};
  SideRecords sides = {};
  /// What may be counted elsewhere, until it is settled; then what is.
  std::vector<AsideTargets> aside;
  std::vector<CountedAside> elsewhere = {};

  void add(ServedTargets&& ward);
  /// When all wards were added: counts what stands aside, unless others are counted for it.
  void settle();
};

/// What a record of a ward that merged gives.
struct AsideTargets {
  AsideRecord side;
  ServedTargets served;
};

/// What the items of a ward's plans serve in other plans, of the plans of a year, or of all.
ServedTargets served_by_ward(const Project& project, const Report& report, const Date& as_of,
                             const std::optional<int>& year);

/// For each target a row of what all reach together, where figures of one unit can be added (rates
/// can't), and then one for each item.
Sheet served_sheet(const ServedTargets& targets, const Date& as_of, Lang lang);

}  // namespace wardplan
