#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "lists/item.h"
#include "lists/sides.h"
#include "records/project.h"
#include "sheet/sheet.h"
#include "standing/counts.h"
#include "standing/scores.h"
#include "standing/verdict.h"
#include "times/period.h"

// Many wards counted together: every item in exactly one section, plan and bucket. What is counted
// owns its texts, so that a ward's records can go once they were counted.

namespace wardplan {

/// Texts that many counts share, each kept once; it may be moved.
class SharedTexts {
 public:
  SharedTexts() = default;
  // A copy's texts would be others than those that are looked at.
  SharedTexts(const SharedTexts&) = delete;
  SharedTexts& operator=(const SharedTexts&) = delete;
  SharedTexts(SharedTexts&&) = default;
  SharedTexts& operator=(SharedTexts&&) = default;

  std::string_view keep(std::string_view text) {
    const auto known = texts_.find(text);
    return known != texts_.end() ? *known : *texts_.emplace(text).first;
  }

 private:
  std::set<std::string, std::less<>> texts_;
};

struct CountedItem {
  Bucket bucket;
  /// Of the heading it stands under; empty: under none.
  std::string section;
  std::string address;
  std::string title;
  /// Where it stood on the day that is compared with, and its entries since.
  std::optional<Bucket> before = {};
  int updates = 0;
};

struct CountedSection {
  /// Address and heading, shared; empty: what stands under no heading.
  std::string_view name;
  BucketCounts counts;
  // Of the day that is compared with: what stood in each part then; by the parts of now what wasn't
  // there then, and the entries since.
  BucketCounts before = {}, entered = {}, updates = {};
};

/// What happened since the day that is compared with.
struct PlanChanges {
  /// Entries of items and their steps, and all others.
  int updates = 0, other_updates = 0;
  /// Items with entries.
  int items = 0;
  int finished = 0, finished_late = 0, newly_overdue = 0;

  PlanChanges& operator+=(const PlanChanges& other);
};

/// How a ward stands to its list of criteria.
struct CountedVerdict {
  struct Group {
    /// Shared, as the next two are.
    std::string_view heading;
    Tally contents;
  };
  /// The list's name and its file.
  std::string_view catalogue;
  std::string_view file;
  Tally groups;
  Tally contents;
  std::vector<Group> by_group;
  /// Where the list gives points: what the ward came to, by its own assessment and by the other,
  /// its band and whether it passes; shared.
  bool scored = false;
  /// Nothing is met or not met by it, only scored.
  bool only_scored = false;
  std::optional<Ratio> self_result = {}, result = {};
  std::string_view band = {};
  /// Nothing where there is no pass mark.
  std::optional<CodedWord> passed = {};
};

/// What the models of a movement came to, in one field or (an empty name) in all.
struct CountedModels {
  /// Shared.
  std::string_view field;
  int models = 0, registered = 0, arisen = 0, effective = 0, proposed = 0;
};

/// A date of the plan's calendar that is open though it fell due.
struct MissingReport {
  Message title;
  /// The units that send it.
  std::string by;
  Date deadline;
};

struct CountedPlan {
  RecordKind kind = RecordKind::plan;
  /// These four are shared.
  std::string_view ward_id;
  std::string_view ward_name;
  std::string_view title;
  /// The ward's groups, by key.
  std::vector<std::pair<std::string_view, std::string_view>> groups = {};
  int year = 0;
  /// Of a rebuilt plan, whose items are no whole.
  bool rebuilt = false;
  /// As it was named on the command line, or found.
  std::string file;
  std::vector<CountedSection> sections = {};
  BucketCounts counts = {};
  TimesKept kept = {};
  /// How many of the items come back.
  int coming_back = 0;
  /// Entries dated within the period that is asked about.
  int reported = 0;
  /// Those that fell due in that period.
  std::vector<MissingReport> missing = {};
  std::optional<CountedVerdict> verdict = {};
  /// Of a movement: all fields together, then each that has models.
  std::vector<CountedModels> models = {};
  PlanChanges changes = {};
  /// Only where items are to be named.
  std::vector<CountedItem> items = {};
};

/// A register, in which a name is somebody's; its texts are shared.
struct LateWard {
  std::string_view file;
  std::string_view name;
  std::string_view id;

  friend auto operator<=>(const LateWard&, const LateWard&) = default;
};

/// Who has items that are late, each time of what comes back by itself.
struct LateName {
  const LateWard* ward = nullptr;
  /// Shared; empty: items that name nobody.
  std::string_view name;
  int overdue = 0;
  int done_late = 0;
};

/// An item that is told by name: one that is overdue, or that is done.
struct ToldItem {
  /// How many days it is overdue, or after the day that is compared with it was done.
  int days = 0;
  std::string file;
  std::string address;
  Message title;
  Cell leaders;
  Cell leads;
  std::string ward_id;
  std::string ward_name;
  std::optional<Date> deadline;
  std::optional<Date> done_on;
};

/// Keeps the few with most days, those with most first.
void add_told(ToldItem&& item, std::vector<ToldItem>& told);

/// What is counted, and as of when.
struct SummaryAsked {
  Date as_of;
  /// The only year that is counted, or all.
  std::optional<int> year = {};
  std::optional<Period> period = {};
  /// What changed after this day is told.
  std::optional<Date> since = {};
  int soon = 0;
  /// Items are named, in this language.
  std::optional<Lang> items = {};
};

/// How many wards the counts are of.
struct WardCounts {
  int total = 0;
  /// With a plan that counts, and those of them that have a file that was left out, too.
  int counted = 0, partial = 0;
  /// Left out whole.
  int left_out = 0;
};

/// A record that isn't counted: of a ward that isn't there on the day, whose work is counted with
/// another, or a plan above.
struct CountedElsewhere {
  std::string ward_id;
  std::string ward_name;
  int year = 0;
  std::string file;
  /// Its items.
  int total = 0;
  Message why;
};

struct Summary {
  SummaryAsked asked;
  // There are many of them: a deque never has them twice while it grows.
  std::deque<CountedPlan> plans = {};
  BucketCounts total = {};
  /// Items of rebuilt plans among them.
  int rebuilt = 0;
  /// Most overdue first.
  std::deque<LateName> leaders = {};
  std::deque<LateName> units = {};
  std::set<LateWard> late_wards = {};
  std::vector<ToldItem> latest = {};
  /// Done and overdue since the day that is compared with.
  std::vector<ToldItem> finished = {}, newly_overdue = {};
  /// Names of wards that were asked for and have no plan at all, or none of the year.
  std::vector<std::string> without_plan = {};
  /// What nothing was counted from; such wards are in no other list.
  std::vector<LeftOut> left_out = {};
  std::vector<CountedElsewhere> elsewhere = {};
  WardCounts wards = {};
  /// The keys that any ward has in its groups, in Vietnamese order.
  std::vector<std::string> group_keys = {};
  SharedTexts texts = {};
};

/// What is settled when all wards are there; files and names are shared.
struct SeenWards {
  /// Names of the registers that were asked for, by file, and the files of those with a plan.
  std::map<std::string_view, std::string_view> asked;
  std::set<std::string_view> with_plan;
  std::set<std::string_view> counted;
  /// By the order of their keys.
  std::map<std::string, std::string> group_keys;
  SideRecords sides;
};

struct AsideWard;

/// What a ward gives to a summary.
struct CountedWard {
  std::vector<CountedPlan> plans;
  std::vector<LateName> leaders;
  std::vector<LateName> units;
  std::set<LateWard> late_wards;
  std::vector<ToldItem> latest, finished, newly_overdue;
  SeenWards seen;
  SharedTexts texts;
  /// What may be counted elsewhere.
  std::vector<AsideWard> aside;
};

/// What records of a ward give that may be counted elsewhere: counted, unless others are.
struct AsideWard {
  AsideRecord side;
  CountedWard counted;
};

/// Where a plan is counted: with its ward, or aside where it may be counted elsewhere.
CountedWard& side_in(const Project& project, const Report& report, const Plan& plan,
                     const SummaryAsked& asked, CountedWard& whole);

/// Counts the plans of a ward whose files have no errors as they stand on a day. Throws
/// std::logic_error should buckets not make their whole.
CountedWard count_ward(const Project& project, const Report& report, const SummaryAsked& asked);

/// Adds up what wards gave.
class SummaryMaker {
 public:
  explicit SummaryMaker(SummaryAsked asked) { summary_.asked = std::move(asked); }

  void add(CountedWard&& ward);
  Summary finish(const std::vector<LeftOut>& left_out);

 private:
  void settle_wards(const std::vector<LeftOut>& left_out);
  void settle_sides();

  Summary summary_;
  SeenWards seen_;
  std::deque<AsideWard> aside_;
};

/// What happened to an item since the day that is compared with.
struct ItemChange {
  Bucket before = Bucket::open;
  int updates = 0;
  /// It stood elsewhere, what is done late and what isn't being one.
  bool entered = false;
  bool finished = false;
};

ItemChange change_of(const Item& item, const SummaryAsked& asked);
void add_change(const ItemChange& change, Bucket now, CountedSection& section,
                PlanChanges& changes);

/// Entries of all rows since the day that is compared with.
int all_entries_since(const Plan& plan, const SummaryAsked& asked);

// How what a row is of is called.

Cell ward_of(const CountedPlan& counted);
std::string section_name(const CountedSection& section, Lang lang);
/// What a ward says under a key of its groups, in words where it says nothing.
std::string group_name(const CountedPlan& counted, const std::string& key, Lang lang);

/// `25 trên 30 phường`.
Message wards_in_words(const WardCounts& wards);

/// What a sum is called, with the wards that it is of where some are missing.
Message total_word(const Summary& summary);

/// The title of a plan, with the year where it doesn't say so itself, and that it was rebuilt.
std::string plan_title(std::string_view title, int year, bool rebuilt, Lang lang);
std::string plan_title(const CountedPlan& counted, Lang lang);

// How a summary is shown.

struct SummaryShow {
  Lang lang = Lang::vi;
  /// The key of `groups` to sum by.
  std::optional<std::string> by = {};
  /// With a table of the items that each count was made from.
  bool explain = false;
  /// Length of the bars of signs, for a terminal; 0: none.
  int bar_width = 0;
  /// With a row of totals, which data doesn't need.
  bool totals = true;
};

// Tables are made of a summary that must outlive them: with many wards their rows are too many to
// be kept.

/// The tables of a summary for people and as data.
Card summary_card(const Summary& summary, const SummaryShow& show);

/// One tidy table: a row for each plan, section and part with its count; with `explain` for each
/// item instead.
Sheet summary_sheet(const Summary& summary, const SummaryShow& show);

/// What was left out, for people to read before anything else; without rows where nothing was.
Sheet left_out_sheet(const Summary& summary, Lang lang);

/// The records that are counted with another ward; without rows where there are none.
Sheet elsewhere_sheet(const Summary& summary, Lang lang);

/// Bars of every plan, and for each list of criteria how the wards stand to its groups.
std::vector<document::Figure> summary_figures(const Summary& summary, Lang lang);

/// What changed since the day that is compared with: by ward, the items that are newly done and
/// overdue, the wards that recorded nothing.
std::vector<Sheet> change_sheets(const Summary& summary, const SummaryShow& show);

/// Items by name, with whose they are.
Sheet told_sheet(std::string_view kind, const Message& title, const std::vector<ToldItem>& items,
                 Lang lang);

/// What is read first: the few items that are latest, wards by their rate of what is done, and
/// what changed.
std::vector<Sheet> summary_top(const Summary& summary, const SummaryShow& show);

/// The items that were counted, one a row.
Sheet items_sheet(const Summary& summary, const SummaryShow& show);

/// The tables that a summary is made of, behind those that are read first.
std::vector<Sheet> summary_tables(const Summary& summary, const SummaryShow& show);

}  // namespace wardplan
