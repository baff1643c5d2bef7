#include "summary/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "summary/judged.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::string file_of(const Project& project, FileId file) {
  return identity(project.sources[file].path());
}

/// Entries of the period, of whatever row: of a step it is its item that was reported on.
int entries_of(const Row& row, const SummaryAsked& asked) {
  return static_cast<int>(std::ranges::count_if(row.updates, [&](const Update& update) {
    return update.date.given && update.date.value <= asked.as_of &&
           is_in(asked.period->days, update.date.value);
  }));
}

void add_missing(CountedPlan& counted, const Item& item, const SummaryAsked& asked) {
  const Stretch& days = asked.period->days;
  std::string senders;
  for (const std::string& unit : doer_names(item)) join(senders, unit);
  for (const Item& time : each_time({item}, asked.soon)) {
    const Standing& at = time.standing;
    if (is_open(at.status) && at.due.deadline && is_in(days, *at.due.deadline) &&
        *at.due.deadline <= asked.as_of)
      counted.missing.push_back(
          {{title_of(time, Lang::vi), title_of(time, Lang::en)}, senders, *at.due.deadline});
  }
}

void see_period(const Project& project, const Plan& plan, const SummaryAsked& asked,
                CountedPlan& counted) {
  for (std::size_t row = 0; row < plan.row_count(); ++row) {
    counted.reported += entries_of(plan.row(row), asked);
    if (plan.row(row).kind == RowKind::report_day)
      add_missing(counted, item_at(project, plan, row, asked.as_of, asked.soon), asked);
  }
}

/// A plan with all that is not counted item by item.
CountedPlan plan_of(const Project& project, const Plan& plan, const SummaryAsked& asked,
                    SharedTexts& texts) {
  CountedPlan counted{.kind = plan.kind,
                      .ward_id = texts.keep(plan.ward_id.value),
                      .ward_name = texts.keep(ward_name(plan)),
                      .title = texts.keep(plan.title.value),
                      .year = plan.year.value,
                      .rebuilt = plan.rebuilt_from.given,
                      .file = project.sources[plan.file].path()};
  if (plan.ward != nullptr)
    for (const KeyedText& group : plan.ward->groups)
      counted.groups.emplace_back(texts.keep(group.name.value), texts.keep(group.value.value));
  if (plan.kind == RecordKind::criteria && plan.catalogue != nullptr)
    counted.verdict = count_verdict(project, plan, asked.as_of, texts);
  if (plan.kind == RecordKind::movement) counted.models = count_models(plan, asked.as_of, texts);
  return counted;
}

void count_late(std::vector<LateName>& late, Cell names, Bucket bucket, const LateWard& ward,
                SharedTexts& texts) {
  // What nobody answers for is late as well.
  if (names.empty()) names.emplace_back();
  for (const std::string& name : names)
    late.push_back({.ward = &ward,
                    .name = texts.keep(name),
                    .overdue = bucket == Bucket::overdue ? 1 : 0,
                    .done_late = bucket == Bucket::done_late ? 1 : 0});
}

/// Counts each name of a register once.
template <class All>
void merge_late(All& late) {
  const auto who = [](const LateName& one) { return std::pair(one.ward->file, one.name); };
  std::ranges::sort(late, {}, who);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < late.size(); ++at) {
    const LateName one = late[at];
    if (kept > 0 && who(late[kept - 1]) == who(one)) {
      late[kept - 1].overdue += one.overdue;
      late[kept - 1].done_late += one.done_late;
    } else {
      late[kept++] = one;
    }
  }
  late.resize(kept);
}

CountedSection counted_section(const Plan& plan, const PlanCounts::Section& section,
                               SharedTexts& texts) {
  if (!section.heading) return {"", section.counts};
  return {texts.keep(fmt::format("{} {}", plan.outline[*section.heading].address,
                                 plan.rows[*section.heading].heading.value)),
          section.counts};
}

CountedItem named_item(const Item& item, Bucket bucket, Lang lang) {
  const RowIndex above = item.place->numbered_section;
  return {bucket, above ? item.plan->outline[*above].address : std::string(), address_of(item),
          title_of(item, lang)};
}

/// Counts whose item is late; of what comes back whose each time is.
void count_late_times(const Item& item, int soon, const LateWard& late_ward, CountedWard& ward) {
  const bool back = item.standing.occurrences > 0;
  for (const Item& time : back ? each_time({item}, soon) : std::vector<Item>{item}) {
    const Bucket bucket = bucket_of(time.standing);
    if (bucket != Bucket::overdue && bucket != Bucket::done_late) continue;
    count_late(ward.leaders, leader_names(as_held(time)), bucket, late_ward, ward.texts);
    count_late(ward.units, lead_names(as_held(time)), bucket, late_ward, ward.texts);
  }
}

ToldItem told(const Item& item, int days) {
  const Standing& at = item.standing;
  return {.days = days,
          .file = std::string(item.file),
          .address = address_of(item),
          .title = {title_of(item, Lang::vi), title_of(item, Lang::en)},
          .leaders = leader_names(as_held(item)),
          .leads = lead_names(as_held(item)),
          .ward_id = item.plan->ward_id.value,
          .ward_name = ward_name(*item.plan),
          .deadline = at.due.deadline,
          .done_on = at.done_on};
}

void see_change(const Item& item, const SummaryAsked& asked, CountedSection& section,
                CountedPlan& counted, CountedWard& ward) {
  const ItemChange change = change_of(item, asked);
  const Bucket now = bucket_of(item.standing);
  add_change(change, now, section, counted.changes);
  if (asked.items) {
    counted.items.back().before = change.before;
    counted.items.back().updates = change.updates;
  }
  if (change.finished)
    add_told(told(item, days_between(*asked.since, *item.standing.done_on)), ward.finished);
  if (change.entered && now == Bucket::overdue)
    add_told(told(item, -item.standing.days_left.value_or(0)), ward.newly_overdue);
}

void check_sections(const CountedPlan& counted) {
  BucketCounts sections;
  for (const CountedSection& section : counted.sections) sections += section.counts;
  if (sections.counts != counted.counts.counts)
    throw std::logic_error("the sections of a plan don't add up to it");
}

void count_plan(const Project& project, const Plan& plan, const SummaryAsked& asked,
                CountedWard& ward) {
  CountedPlan counted = plan_of(project, plan, asked, ward.texts);
  if (asked.period) see_period(project, plan, asked, counted);
  if (plan.ward != nullptr)
    ward.seen.counted.insert(ward.texts.keep(file_of(project, plan.ward->file)));
  const LateWard& late_ward =
      plan.ward == nullptr ? *ward.late_wards.emplace().first
                           : *ward.late_wards
                                  .insert({ward.texts.keep(file_of(project, plan.ward->file)),
                                           ward.texts.keep(plan.ward->name.value),
                                           ward.texts.keep(plan.ward->id.value)})
                                  .first;
  const PlanCounts counts = count_items(plan, asked.as_of, asked.soon);
  counted.counts = counts.all;
  counted.kept = counts.kept;
  counted.coming_back = counts.coming_back;
  counted.sections.reserve(counts.sections.size());
  for (const PlanCounts::Section& section : counts.sections)
    counted.sections.push_back(counted_section(plan, section, ward.texts));
  for (const StandingRow& row : counts.rows) {
    const Item item = item_of(project, plan, row, asked.as_of);
    const Bucket bucket = row.bucket();
    count_late_times(item, asked.soon, late_ward, ward);
    const int days = -item.standing.days_left.value_or(0);
    if (bucket == Bucket::overdue) add_told(told(item, days), ward.latest);
    if (asked.items) counted.items.push_back(named_item(item, bucket, *asked.items));
    if (asked.since) see_change(item, asked, counted.sections[row.section], counted, ward);
  }
  if (asked.since)
    counted.changes.other_updates = all_entries_since(plan, asked) - counted.changes.updates;
  check_sections(counted);
  ward.plans.push_back(std::move(counted));
}

void add_late(std::deque<LateName>& all, const std::vector<LateName>& late, Summary& summary) {
  SharedTexts& texts = summary.texts;
  for (const LateName& one : late) {
    const auto [ward, fresh] = summary.late_wards.insert(
        {texts.keep(one.ward->file), texts.keep(one.ward->name), texts.keep(one.ward->id)});
    all.push_back({&*ward, texts.keep(one.name), one.overdue, one.done_late});
  }
}

/// What a plan shares with its ward, shared with all of them instead.
void share(CountedPlan& counted, SharedTexts& texts) {
  for (std::string_view* text : {&counted.ward_id, &counted.ward_name, &counted.title})
    *text = texts.keep(*text);
  for (auto& [key, value] : counted.groups) key = texts.keep(key), value = texts.keep(value);
  for (CountedSection& section : counted.sections) section.name = texts.keep(section.name);
  for (CountedModels& models : counted.models) models.field = texts.keep(models.field);
  if (!counted.verdict) return;
  counted.verdict->catalogue = texts.keep(counted.verdict->catalogue);
  counted.verdict->file = texts.keep(counted.verdict->file);
  counted.verdict->band = texts.keep(counted.verdict->band);
  for (CountedVerdict::Group& group : counted.verdict->by_group)
    group.heading = texts.keep(group.heading);
}

/// The places of texts in Vietnamese order; of many wards the same few names come again.
std::map<std::string_view, int> ranks_of(const std::set<std::string_view>& texts) {
  std::vector<std::pair<std::string, std::string_view>> keys;
  for (const std::string_view text : texts) keys.emplace_back(collation_key(text), text);
  std::ranges::sort(keys);
  std::map<std::string_view, int> ranks;
  int rank = 0;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    rank += at > 0 && keys[at].first != keys[at - 1].first ? 1 : 0;
    ranks[keys[at].second] = rank;
  }
  return ranks;
}

/// Most overdue first, then by name.
void sort_late(std::deque<LateName>& late) {
  merge_late(late);
  std::set<std::string_view> texts;
  for (const LateName& one : late) texts.insert({one.name, one.ward->name});
  const std::map<std::string_view, int> ranks = ranks_of(texts);
  std::ranges::sort(late, {}, [&](const LateName& one) {
    return std::tuple(-one.overdue, -one.done_late, ranks.at(one.name), ranks.at(one.ward->name),
                      one.ward->file, one.name);
  });
}

/// The order of people: wards by name, then years, then files.
void sort_plans(std::deque<CountedPlan>& plans) {
  std::set<std::string_view> wards;
  for (const CountedPlan& counted : plans) wards.insert(counted.ward_name);
  const std::map<std::string_view, int> ranks = ranks_of(wards);
  std::ranges::sort(plans, {}, [&](const CountedPlan& counted) {
    return std::tuple(ranks.at(counted.ward_name), counted.year, std::string_view(counted.file));
  });
}

/// The only register in a folder, as one of those asked for; else what was given.
std::string register_in(const std::map<std::string_view, std::string_view>& asked,
                        const std::string& folder) {
  std::vector<std::string_view> there;
  for (const auto& [file, name] : asked)
    if (file.starts_with(folder + "/") && file.find('/', folder.size() + 1) == file.npos)
      there.push_back(file);
  return there.size() == 1 ? std::string(there.front()) : folder;
}

/// A day of the year that is asked about, the nearest to the day of the run.
Date day_in(const std::optional<int>& year, const Date& as_of) {
  return year ? std::clamp(as_of, first_of_year(*year), last_of_year(*year)) : as_of;
}

}  // namespace

CountedWard count_ward(const Project& project, const Report& report, const SummaryAsked& asked) {
  const auto year = asked.year || !asked.period ? asked.year : std::optional(asked.period->year);
  CountedWard counted;
  for (const Ward& ward : project.wards) {
    for (const KeyedText& group : ward.groups)
      counted.seen.group_keys.emplace(collation_key(group.name.value), group.name.value);
    note_sides(ward, counted.seen.sides);
    if (ward.asked && is_there(&ward, day_in(year, asked.as_of)) && !is_above(project, ward.file))
      counted.seen.asked.emplace(counted.texts.keep(file_of(project, ward.file)),
                                 counted.texts.keep(ward.name.value));
  }
  for (const Plan& plan : project.plans) {
    CountedWard& side = side_in(project, report, plan, asked, counted);
    if (plan.ward != nullptr && (!year || plan.year.value == *year))
      side.seen.with_plan.insert(side.texts.keep(file_of(project, plan.ward->file)));
    if (!is_sound(plan, report) || (asked.year && plan.year.value != *asked.year)) continue;
    count_plan(project, plan, asked, side);
    note_counted(plan, side.seen.sides);
  }
  merge_late(counted.leaders);
  merge_late(counted.units);
  for (AsideWard& aside : counted.aside) {
    merge_late(aside.counted.leaders);
    merge_late(aside.counted.units);
  }
  return counted;
}

void SummaryMaker::add(CountedWard&& ward) {
  for (CountedPlan& plan : ward.plans) {
    summary_.total += plan.counts;
    summary_.rebuilt += plan.rebuilt ? plan.counts.total() : 0;
    share(plan, summary_.texts);
    summary_.plans.push_back(std::move(plan));
  }
  add_late(summary_.leaders, ward.leaders, summary_);
  add_late(summary_.units, ward.units, summary_);
  for (ToldItem& item : ward.latest) add_told(std::move(item), summary_.latest);
  for (ToldItem& item : ward.finished) add_told(std::move(item), summary_.finished);
  for (ToldItem& item : ward.newly_overdue) add_told(std::move(item), summary_.newly_overdue);
  for (const auto& [file, name] : ward.seen.asked)
    seen_.asked.emplace(summary_.texts.keep(file), summary_.texts.keep(name));
  for (const std::string_view file : ward.seen.with_plan)
    seen_.with_plan.insert(summary_.texts.keep(file));
  for (const std::string_view file : ward.seen.counted)
    seen_.counted.insert(summary_.texts.keep(file));
  seen_.group_keys.merge(ward.seen.group_keys);
  seen_.sides.add(std::move(ward.seen.sides));
  for (AsideWard& aside : ward.aside) aside_.push_back(std::move(aside));
}

void SummaryMaker::settle_wards(const std::vector<LeftOut>& left_out) {
  std::set<std::string> counted(seen_.counted.begin(), seen_.counted.end());
  std::set<std::string> total = counted, without;
  for (const auto& [file, name] : seen_.asked) total.emplace(file);
  for (const LeftOut& file : left_out) {
    if (file.key.empty()) continue;
    const std::string key = register_in(seen_.asked, file.key);
    total.insert(key);
    without.insert(key);
  }
  WardCounts& wards = summary_.wards;
  wards.total = static_cast<int>(total.size());
  wards.counted = static_cast<int>(counted.size());
  for (const std::string& key : without) ++(counted.contains(key) ? wards.partial : wards.left_out);
  for (const auto& [file, name] : seen_.asked)
    if (!seen_.with_plan.contains(file) && !without.contains(std::string(file)))
      summary_.without_plan.emplace_back(name);
  sort_by_key(summary_.without_plan, collation_key);
  summary_.left_out = left_out;
}

Summary SummaryMaker::finish(const std::vector<LeftOut>& left_out) {
  settle_sides();
  sort_plans(summary_.plans);
  sort_late(summary_.leaders);
  sort_late(summary_.units);
  settle_wards(left_out);
  for (const auto& [order, key] : seen_.group_keys) summary_.group_keys.push_back(key);
  return std::move(summary_);
}

}  // namespace wardplan
