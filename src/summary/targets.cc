#include "summary/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "figures/total.h"
#include "records/serves.h"
#include "summary/target_sums.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::string file_of(const Project& project, const Plan& plan) {
  return identity(project.sources[plan.file].path());
}

/// Every target of a plan that is served, once.
void enter_targets(const Project& project, const Plan& above, const Date& as_of,
                   ServedTargets& targets) {
  const std::string file = file_of(project, above);
  for (const Row& row : above.rows) {
    std::vector<TargetResult> results(row.targets.size());
    mark_provisional(above, row, Status::not_started, as_of, as_of, results);
    for (std::size_t at = 0; at < row.targets.size(); ++at) {
      const Target& target = row.targets[at];
      const std::string& title = row.text().value;
      targets.all.try_emplace(
          {file, row.at, at},
          ServedTarget{.plan_title = above.title.value,
                       .id = above.id.value,
                       .address = above.outline[row.at].address,
                       .title = target.name.given ? title + ": " + target.name.value : title,
                       .goal_text = target.goal.value,
                       .goal = target.goal.given ? target.goal.read->value : std::nullopt,
                       .provisional = results[at].provisional,
                       .of_year = results[at].of_year});
    }
  }
}

bool same_name(const Text& a, const Text& b) {
  return a.given && b.given && fold_tones(a.value) == fold_tones(b.value);
}

/// Whether a figure is of the same kind of things as a goal: a share may be told by its parts.
bool is_like(const std::optional<Goal>& goal, const std::optional<Quantity>& figure) {
  if (!goal || !figure) return false;
  const bool share = goal->quantity.measure == Measure::percent && figure->fraction;
  return share || (goal->quantity.measure == figure->measure &&
                   same_thing(goal->quantity.noun, figure->noun));
}

std::optional<Quantity> asked_by(const TargetResult& result) {
  if (result.goal) return result.goal->quantity;
  return result.target != nullptr && result.target->goal.read->value
             ? std::optional(result.target->goal.read->value->quantity)
             : result.quantity;
}

/// Which target of a row a figure of an item that serves it is of: that of its name, or the only
/// one of its kind of things; nothing where nobody can say.
std::optional<std::size_t> target_for(const Row& served, const TargetResult& result) {
  for (std::size_t at = 0; at < served.targets.size(); ++at)
    if (result.target != nullptr && same_name(result.target->name, served.targets[at].name))
      return at;
  const std::optional<Quantity> asked = asked_by(result);
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < served.targets.size(); ++at) {
    if (!is_like(served.targets[at].goal.read->value, asked)) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

TargetPart part_of(const Item& item) {
  return {.ward_id = item.plan->ward_id.value,
          .ward_name = ward_name(*item.plan),
          .file = std::string(item.file),
          .address = address_of(item),
          .title = {title_of(item, Lang::vi), title_of(item, Lang::en)},
          .goal = {},
          .value = {}};
}

void fill(const Item& item, const TargetResult& result, TargetPart& part) {
  const bool is_aside = status_word(item.standing.status).closure == Closure::aside;
  if (result.target != nullptr) {
    part.goal = goal_in_words(*item.row, *result.target, Lang::vi);
    // What is set aside is asked of nobody.
    if (!is_aside) part.asks = asked_by(result);
    if (item.row->targets.size() > 1 && result.target->name.given)
      part.title += say(": {}", ": {}", result.target->name.value);
  }
  if (result.value == nullptr) return;
  if (!result.round.empty()) part.title += say(" (lần {})", " (time {})", result.round);
  part.value = said_value(result);
  part.date = result.update->date.value;
  part.reached = result.quantity;
  if (result.apart > 0) {
    part.apart = true;
    part.comment = say("{} lần không cùng đơn vị, không cộng được; đây là lần sau cùng",
                       "{} times of other units can't be added; this is the last", result.apart);
    return;
  }
  // What was reached before it was set aside counts, and is judged no more.
  if (is_aside) part.comment = told_status(item.standing).words;
  if (!result.judgement || is_aside) return;
  part.judged = judged_word(result);
  part.comment = comment_on(result);
}

/// A figure that is of none of a row's targets is told, and adds to none of them.
void keep_apart(TargetPart& part) {
  part.apart = true;
  part.judged.reset();
  part.comment = {"không rõ thuộc chỉ tiêu nào của dòng này, không cộng vào đâu",
                  "no telling of which target of that row, and added to none"};
}

/// An item without figures, or with one of which nobody knows what it is of, stands at every target
/// of the row.
void add_item(const Project& project, const Item& item, const Served& served,
              ServedTargets& targets) {
  const std::string file = file_of(project, *served.plan);
  const auto results = results_by_due(*item.plan, *item.row, item.as_of, item.as_of);
  const auto stands_at = [&](std::size_t target, TargetPart part) {
    targets.all.at({file, served.row->at, target}).parts.push_back(std::move(part));
  };
  const auto stands_at_all = [&](const TargetPart& part) {
    for (std::size_t at = 0; at < served.row->targets.size(); ++at) stands_at(at, part);
  };
  for (const TargetResult& result : results) {
    TargetPart part = part_of(item);
    fill(item, result, part);
    if (const auto target = target_for(*served.row, result)) {
      // A figure that doesn't say of what it is, is of what the target counts.
      if (const auto& goal = served.row->targets[*target].goal.read->value)
        for (auto* figure : {&part.asks, &part.reached})
          if (*figure) *figure = in_unit_of(goal->quantity, **figure);
      stands_at(*target, std::move(part));
    } else {
      keep_apart(part);
      stands_at_all(part);
    }
  }
  if (results.empty()) stands_at_all(part_of(item));
}

/// `targets` gets every target that is served, `to` the items, too.
void add_plan(const Project& project, const Report& report, const Plan& plan, const Date& as_of,
              ServedTargets& targets, ServedTargets& to) {
  std::set<const Plan*> entered;
  for (const Row& row : plan.rows) {
    std::set<const Row*> met;
    for (const Served& served : row.serves) {
      // What serves a target of another year is told (P526), and no share of it.
      if (served.row == nullptr || !met.insert(served.row).second || served.plan == &plan ||
          served.plan->year.value != plan.year.value || !is_target(*served.row) ||
          report.has_error_in(served.plan->file))
        continue;
      if (entered.insert(served.plan).second) {
        enter_targets(project, *served.plan, as_of, targets);
        enter_targets(project, *served.plan, as_of, to);
      }
      add_item(project, item_at(project, plan, row.at, as_of, kSoonDays), served, to);
    }
  }
}

/// How the sum stands to the goal of the plan above; without a judgement where nobody can say.
TargetResult judged(const ServedTarget& target, const std::optional<Together>& all) {
  TargetResult result;
  if (!all || !target.goal) return result;
  const Judgement judgement = judge(*target.goal, quantity_of(*all));
  if (judgement.outcome == Outcome::unknown) return result;
  result.goal = target.goal;
  result.judgement = judgement;
  result.provisional = target.provisional;
  result.of_year = target.of_year;
  return result;
}

/// How many wards serve it, and how many of them gave a figure: `2/3`.
std::string wards_of(const std::vector<TargetPart>& parts) {
  std::set<std::string> all, with_value;
  for (const TargetPart& part : parts) {
    all.insert(part.ward_id);
    if (!part.apart && !part.value.empty()) with_value.insert(part.ward_id);
  }
  return fmt::format("{}/{}", with_value.size(), all.size());
}

SheetRow target_row(const ServedTarget& target, Lang lang) {
  const auto asks = together(target.parts, &TargetPart::asks, &TargetPart::goal);
  const auto reached = together(target.parts, &TargetPart::reached, &TargetPart::value);
  const TargetResult result = judged(target, reached);
  const Message comment =
      result.judgement ? comment_on(result) : why_no_sum(target.parts, reached.has_value());
  return {.heading = true,
          .address = target.address,
          .cells = {one(target.plan_title),
                    one(target.address),
                    one(target.title),
                    {},
                    {},
                    one(target.goal_text),
                    asks ? Cell{in_words(*asks)} : Cell{},
                    reached ? Cell{in_words(*reached)} : Cell{},
                    {wards_of(target.parts)},
                    {},
                    result.judgement ? coded(judged_word(result), lang) : Cell{},
                    one(comment.in(lang))}};
}

SheetRow part_row(const ServedTarget& target, const TargetPart& part, Lang lang) {
  return {.address = part.address,
          .cells = {one(target.plan_title),
                    one(target.address),
                    {part.title.in(lang)},
                    named(part.ward_id, part.ward_name),
                    one(part.address),
                    one(part.goal),
                    {},
                    one(part.value),
                    {},
                    one(part.date, lang),
                    part.judged ? coded(*part.judged, lang) : Cell{},
                    one(part.comment.in(lang))},
          .about = {{"file", part.file}}};
}

}  // namespace

void ServedTargets::add(ServedTargets&& ward) {
  for (auto& [key, target] : ward.all) {
    std::vector<TargetPart> parts = std::move(target.parts);
    target.parts.clear();
    ServedTarget& known = all.try_emplace(key, std::move(target)).first->second;
    for (TargetPart& part : parts) known.parts.push_back(std::move(part));
  }
  sides.add(std::move(ward.sides));
  for (AsideTargets& one : ward.aside) aside.push_back(std::move(one));
}

void ServedTargets::settle() {
  std::ranges::stable_sort(aside, {}, [](const AsideTargets& one) { return one.side.why; });
  std::vector<AsideTargets> records = std::exchange(aside, {});
  for (AsideTargets& one : records) {
    if (auto with = counted_with(one.side, sides))
      elsewhere.emplace_back(std::move(one.side), std::move(*with));
    else
      add(std::move(one.served));
  }
}

ServedTargets served_by_ward(const Project& project, const Report& report, const Date& as_of,
                             const std::optional<int>& year) {
  ServedTargets targets;
  for (const Ward& ward : project.wards) note_sides(ward, targets.sides);
  for (const Plan& plan : project.plans) {
    if (!is_sound(plan, report) || (year && plan.year.value != *year)) continue;
    const auto side = side_of(project, report, plan, as_of);
    // A plan above may serve one that is further up.
    const bool is_aside = side && side->why != AsideReason::above;
    if (is_aside) targets.aside.push_back({*side, {}});
    ServedTargets& to = is_aside ? targets.aside.back().served : targets;
    note_counted(plan, to.sides);
    add_plan(project, report, plan, as_of, targets, to);
  }
  return targets;
}

Sheet served_sheet(const ServedTargets& targets, const Date& as_of, Lang lang) {
  SheetMaker made(
      "targets",
      {"Chỉ tiêu cấp trên và phần của từng phường", "Targets of plans above and each ward's share"},
      lang);
  made.sheet.subtitle =
      say("tính đến ngày {}; số cộng chỉ có khi mọi số liệu cùng đơn vị, không cộng tỷ lệ",
          "as of {}; sums only where all figures have one unit, never of rates",
          written(as_of, lang))
          .in(lang);
  if (!targets.elsewhere.empty())
    made.sheet.subtitle += "; " + told_elsewhere(targets.elsewhere).in(lang);
  made.sheet.about = {{"as_of", iso(as_of)}};
  made.text("plan", {"Kế hoạch cấp trên", "Plan above"}, 2, 10);
  made.text("target", {"Địa chỉ chỉ tiêu", "Target"}, 0, 8);
  made.text("content", {"Chỉ tiêu, việc", "Target, item"}, 4, 14);
  made.ward(2, 10);
  made.text("item", {"Địa chỉ việc", "Item"}, 0, 8);
  made.text("goal", {"Mức phải đạt", "Goal"}, 2, 10);
  made.text("goals_sum", {"Cộng mức các phường", "Sum of goals"}, 1, 10);
  made.text("value", {"Kết quả", "Value"}, 2, 10);
  made.text("wards", {"Phường có số liệu", "Wards with figures"}, 0, 6);
  made.date("date", {"Ngày", "Date"});
  made.word("outcome", {"Đánh giá", "Outcome"});
  made.text("comment", {"Chênh lệch", "Difference"}, 2, 10);
  for (const auto& [key, target] : targets.all) {
    made.sheet.rows.push_back(target_row(target, lang));
    std::vector<const TargetPart*> parts;
    for (const TargetPart& part : target.parts) parts.push_back(&part);
    std::ranges::stable_sort(parts, {}, [](const TargetPart* part) {
      return std::pair(collation_key(part->ward_name), part->file);
    });
    for (const TargetPart* part : parts) made.sheet.rows.push_back(part_row(target, *part, lang));
  }
  return std::move(made.sheet);
}

}  // namespace wardplan
