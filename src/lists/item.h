#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "records/project.h"
#include "sheet/sheet.h"
#include "standing/counts.h"
#include "standing/results.h"
#include "standing/state.h"
#include "standing/verdict.h"

namespace wardplan {

/// One item of a plan, as it stands on a day.
struct Item {
  const Plan* plan = nullptr;
  const Row* row = nullptr;
  const Place* place = nullptr;
  /// Of a movement's model.
  const Model* model = nullptr;
  /// As they were named on the command line, or found: its plan's file, and its ward's; empty:
  /// there is no register.
  std::string_view file = {};
  std::string_view ward_file = {};
  Date as_of = {};
  Standing standing = {};
  /// Others have its place's address, too, and it is the first of them; nothing: not looked yet.
  std::optional<bool> first_of_equals = {};
};

/// The address that leads to the item alone: `II.1#1` where a further row is `II.1#2`.
std::string address_of(const Item& item);

/// The addresses that several rows of a plan have.
std::set<std::string_view> shared_addresses(const Plan& plan);

/// All items of the plans whose files have no errors, on a day, in the order of the files and their
/// rows.
std::vector<Item> items_of(const Project& project, const Report& report, const Date& as_of,
                           int soon);

/// Items at each time that they come up: of all but what comes back that is once.
std::vector<Item> each_time(const std::vector<Item>& items, int soon);

/// One item as it stands on a day.
Item item_at(const Project& project, const Plan& plan, std::size_t row, const Date& as_of,
             int soon);

/// One of those that are counted.
Item item_of(const Project& project, const Plan& plan, const StandingRow& counted,
             const Date& as_of);

/// What tells an item's plan from all others wherever their folder stands: its ward, and its file
/// as seen from its ward's: `long-bien/2023-chu-de.yaml`.
std::string plan_key(const Item& item);
std::string plan_key(const Project& project, const Plan& plan);
std::string_view ward_file(const Project& project, const Plan& plan);

/// What the item is, and of what comes back which time is meant: `Báo cáo quý (lần 2/4)`.
std::string title_of(const Item& item, Lang lang);

/// Name of the ward, or its id where the register isn't known.
const std::string& ward_name(const Plan& plan);

/// Names of the register written out: people with `honorific` and office, or by name alone.
Cell people_in_full(const std::vector<Name>& names, const Ward* ward);
Cell people_by_name(const std::vector<Name>& names, const Ward* ward);
Cell unit_names(const std::vector<Name>& names, const Ward* ward);

/// What a target asks; of criteria the list's figure, and the ward's own where that is another:
/// `90% (phường: 100%)`, or `(phường: 100%)` where the list states none.
std::string goal_in_words(const Row& row, const Target& target, Lang lang);

/// The same with the target's name; of each target that has a goal.
std::string goal_with_name(const Row& row, const Target& target, Lang lang);
Cell goals_in_words(const Row& row, Lang lang);

/// A value as it was written, in Vietnamese with a decimal comma, with where it stands if that is
/// another record: `94% [theo 2026-chu-de.yaml, I.2.4.1]`.
std::string value_in_words(const TargetResult& result, Lang lang);

/// How much of its goal a judged value comes to and by how much it differs, or why that can't be
/// said, and that it meets what the list asks where it only misses the ward's own target.
Message comment_on(const TargetResult& result);

/// How a judged value stands to its goal: `chưa đạt` only once it is due.
CodedWord judged_word(const TargetResult& result);

/// Both, as documents say it: `đạt, ≈104,67% chỉ tiêu năm, vượt 28 lượt`; before it is due `≈53,33%
/// chỉ tiêu năm, còn thiếu 7 tuyến`. Empty where the value can't be judged.
Message judged_in_words(const TargetResult& result);

/// A text of `results_in_words` without what is judged of it.
std::string_view without_judgement(std::string_view text);

/// An item's people and units by name, as they are in charge on its day; a step has those of its
/// row where it names none.
Cell leader_names(const Item& item);
/// The same people with honorific and office.
Cell leaders_in_full(const Item& item);
/// Of those whom the plan names the ones whose work is others' on the item's day.
Cell former_names(const Item& item);
/// The lead units; of one of a plan's dates (a report, a milestone) without them its leader.
Cell doer_names(const Item& item);
Cell lead_names(const Item& item);
Cell support_names(const Item& item);

/// `94% (đạt, ≈100,53% chỉ tiêu năm, vượt 0,5 điểm phần trăm)` for each target that has a value on
/// the day.
Cell results_in_words(const Plan& plan, const Row& row, const Date& as_of, Lang lang);

/// The same of the time that an item is about; of what comes up once of all.
Cell results_of_time(const Item& item, Lang lang);

/// The item as on the day by which it is somebody's to answer for: that on which it was done, else
/// its last day once that has come; who takes over later has only what is open and due then.
Item as_held(Item item);

/// What was said of the item, or of the time of it that this is about, up to its day.
std::vector<const Update*> entries_of(const Item& item);

/// The same of a content of criteria in a round; empty: in all of them.
Cell values_of_round(const Plan& plan, const ContentVerdict& content, const Date& as_of,
                     std::string_view round, Lang lang);

/// Ids of those whom the register knows.
Cell leader_ids(const Item& item);
Cell lead_ids(const Item& item);
Cell support_ids(const Item& item);

/// The same of a row of a table, for data: `leader_ids`, `lead_ids`, `support_ids`.
Facts register_ids(const Row& row, const Ward* ward);

/// Names of a model's fields, and of the levels asked to commend it.
Cell field_names(const std::vector<Name>& names, const Movement& movement);
Cell level_names(const std::vector<Name>& names, const Movement& movement);

/// The numbered heading that an item stands under, or null.
const Row* heading_of(const Item& item);

/// What is said of an outcome.
const CodedWord& outcome_word(Outcome outcome);

/// What a colour may add to a standing, and to a verdict.
Tone tone_of(const Standing& standing);
Tone tone_of(Status status);

}  // namespace wardplan
