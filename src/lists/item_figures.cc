// Goals and results of items as they are told.
#include <fmt/format.h>

#include <algorithm>

#include "figures/said.h"
#include "lists/item.h"
#include "standing/results.h"

namespace wardplan {
namespace {

/// As it is written, in Vietnamese with a decimal comma.
template <class Written>
std::string in_lang(const Written& figure, Lang lang) {
  return lang == Lang::vi ? with_comma(figure) : figure.value;
}

/// `theo 2026-chu-de.yaml, I.2.4.1`: where a figure of another record stands.
Message source_of(const Carried& carried) {
  return say("theo {}, {}", "from {}, {}", carried.plan.value, carried.row.value);
}

std::string in_words(const TargetResult& result, Lang lang) {
  std::string text = value_in_words(result, lang);
  if (result.target != nullptr && result.target->name.given)
    text = fmt::format("{}: {}", result.target->name.value, text);
  const Message judged = judged_in_words(result);
  return judged.empty() ? text : fmt::format("{} ({})", text, judged.in(lang));
}

bool is_limit(const Goal& goal) {
  return goal.comparator == Comparator::at_most || goal.comparator == Comparator::less_than;
}

/// `≈53,33% chỉ tiêu năm`.
Message share_in_words(const TargetResult& result) {
  const std::string share = in_short(*result.judgement->share);
  return result.of_year ? say("{}% chỉ tiêu năm", "{}% of the year's target", share)
                        : say("{}% chỉ tiêu", "{}% of the target", share);
}

Message apart_in_words(const TargetResult& result) {
  const Judgement& judgement = *result.judgement;
  if (!judgement.reason.empty()) return judgement.reason;
  const Message missing = missing_in_words(*result.goal, judgement);
  if (!judgement.share || missing.empty()) return in_words(*result.goal, judgement);
  return say("{}, {}", "{}, {}", share_in_words(result), missing);
}

Cell values_in_words(const std::vector<TargetResult>& results, Lang lang) {
  Cell cell;
  for (const TargetResult& result : results)
    if (result.value != nullptr) cell.push_back(in_words(result, lang));
  return cell;
}

}  // namespace

std::string goal_in_words(const Row& row, const Target& target, Lang lang) {
  const std::string own = in_lang(target.goal, lang);
  if (!is_own(row, target)) return own;
  const std::string of_ward = say("(phường: {})", "(ward: {})", own).in(lang);
  const WrittenGoal* listed = listed_goal(row, target);
  if (listed == nullptr) return of_ward;
  const auto &goal = target.goal.read->value, &least = listed->read->value;
  const bool same = goal && least && implies(*goal, *least).value_or(false) &&
                    implies(*least, *goal).value_or(false);
  return same ? in_lang(*listed, lang) : fmt::format("{} {}", in_lang(*listed, lang), of_ward);
}

std::string goal_with_name(const Row& row, const Target& target, Lang lang) {
  const std::string name = target.name.given ? target.name.value + " " : "";
  return name + goal_in_words(row, target, lang);
}

Cell goals_in_words(const Row& row, Lang lang) {
  Cell goals;
  for (const Target& target : row.targets)
    if (target.goal.given) goals.push_back(goal_with_name(row, target, lang));
  return goals;
}

std::string value_in_words(const TargetResult& result, Lang lang) {
  std::string value = result.times == 0  ? in_lang(*result.value, lang)
                      : lang == Lang::vi ? with_comma(std::string_view(said_short(result)))
                                         : said_short(result);
  if (result.times > 0) value += say(" (cộng {} lần)", " (of {} times)", result.times).in(lang);
  if (result.apart > 0)
    value += say(" (lần cuối; {} lần không cộng được)", " (the last; {} times can't be added)",
                 result.apart)
                 .in(lang);
  if (!result.round.empty()) value = say("lần {}: ", "time {}: ", result.round).in(lang) + value;
  if (result.carried == nullptr) return value;
  return fmt::format("{} [{}]", value, source_of(*result.carried).in(lang));
}

Message comment_on(const TargetResult& result) {
  const Judgement& judgement = *result.judgement;
  Message by = apart_in_words(result);
  if (judgement.outcome != Outcome::not_met || !result.by_listed ||
      result.by_listed->outcome != Outcome::met)
    return by;
  const Message meets = say("đạt ngưỡng {}", "meets the threshold {}", result.listed->value);
  return by.empty() ? meets : with_hint(std::move(by), meets);
}

CodedWord judged_word(const TargetResult& result) {
  const Outcome outcome = result.judgement->outcome;
  const CodedWord& word = outcome_word(outcome);
  if (!result.provisional || outcome == Outcome::unknown) return word;
  if (outcome == Outcome::not_met) return {"not-due", {"chưa đến hạn", "not due yet"}};
  // What grows stays beyond its goal; what has to stay below a limit may still pass it.
  return is_limit(*result.goal) ? CodedWord{word.token, {"đến nay đạt", "met so far"}} : word;
}

Message judged_in_words(const TargetResult& result) {
  if (!result.judgement || result.judgement->outcome == Outcome::unknown) return {};
  const Message by = comment_on(result);
  const Phrase outcome = judged_word(result).words;
  if (by.empty()) return outcome;
  const bool on_its_way = result.provisional && result.judgement->outcome == Outcome::not_met;
  return on_its_way ? by : say("{}, {}", "{}, {}", outcome, by);
}

std::string_view without_judgement(std::string_view text) {
  const std::size_t at = text.rfind(" (");
  if (!text.ends_with(')') || at == std::string_view::npos) return text;
  const std::string_view judged = text.substr(at + 2, text.size() - at - 3);
  static constexpr std::string_view kBegins[] = {
      "đạt", "đến nay đạt", "chưa đạt", "chưa rõ", "chưa đến hạn",
      "met", "met so far",  "not met",  "unknown", "not due yet"};
  static constexpr std::string_view kSays[] = {" chỉ tiêu", " target", " goal"};
  const auto begins = [&](std::string_view word) {
    return judged == word ||
           (judged.starts_with(word) && judged.substr(word.size()).starts_with(", "));
  };
  const auto says_it = [&](std::string_view word) {
    return judged.find(word) != std::string_view::npos;
  };
  return std::ranges::any_of(kBegins, begins) || std::ranges::any_of(kSays, says_it)
             ? text.substr(0, at)
             : text;
}

Cell results_in_words(const Plan& plan, const Row& row, const Date& as_of, Lang lang) {
  return values_in_words(results_by_due(plan, row, as_of, as_of), lang);
}

Cell results_of_time(const Item& item, Lang lang) {
  if (item.standing.occurrences == 0)
    return results_in_words(*item.plan, *item.row, item.as_of, lang);
  auto results = results_of_entries(*item.row, entries_of(item));
  // What is to be reached may be of the whole year.
  const Status said = standing_at(*item.row, item.plan->ward, item.as_of).status;
  mark_provisional(*item.plan, *item.row, said, item.as_of, item.as_of, results);
  // Where all is of one time, that needn't be said.
  for (TargetResult& result : results) result.round.clear();
  return values_in_words(results, lang);
}

Cell values_of_round(const Plan& plan, const ContentVerdict& content, const Date& as_of,
                     std::string_view round, Lang lang) {
  if (content.row == nullptr) return {};
  const Row& row = *content.row;
  auto results = results_of_entries(row, history_of_round(row, as_of, round),
                                    last_day_of_round(plan, round, as_of));
  mark_provisional(plan, row, content.judged.status, as_of, as_of, results);
  return values_in_words(results, lang);
}

const CodedWord& outcome_word(Outcome outcome) {
  static constexpr CodedWord kWords[] = {{"met", {"đạt", "met"}},
                                         {"not-met", {"chưa đạt", "not met"}},
                                         {"unknown", {"chưa rõ", "unknown"}}};
  return kWords[static_cast<std::size_t>(outcome)];
}

}  // namespace wardplan
