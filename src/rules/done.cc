// Items that are said to be done: whether their targets, values and evidence bear it out.
#include <algorithm>

#include "records/targets.h"
#include "rules/rule.h"
#include "standing/results.h"
#include "standing/state.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

using Entries = std::vector<const Update*>;

/// Whether a row is an item or a date: verdicts on criteria and results of models have rules of
/// their own.
bool is_work(const Row& row) {
  return row.kind == RowKind::item || row.kind == RowKind::report_day;
}

/// The entries since one time of what comes back has been done, whatever was said of the whole row.
Entries done_entries_of(const Row& row, const Occurrence& time) {
  Entries entries = history_of(row, time, kEndOfHistory);
  std::erase_if(entries, [&](const Update* entry) { return speaks_of_all(row, *entry); });
  return done_entries(entries);
}

/// Every item that is done, or each of its times that is, with the entries that say so and the time
/// or null.
template <class Check>
void each_done(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    if (!is_work(item.row)) return;
    const auto tell = [&](const Entries& entries, const Occurrence* time) {
      if (!entries.empty()) check(item, entries, time);
    };
    Entries whole = history(item.row, kEndOfHistory);
    if (comes_back(item.row))
      std::erase_if(whole, [](const Update* entry) { return entry->round.given; });
    tell(done_entries(whole), nullptr);
    if (!comes_back(item.row)) return;
    for (const Occurrence& time : occurrences_of(item.row))
      tell(done_entries_of(item.row, time), &time);
  });
}

/// Every item that is done as a whole, with the entries that say so last: of what comes back no
/// time is open.
template <class Check>
void each_finished(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    if (!is_work(item.row) || is_open(standing_at(item.row, item.plan.ward, kEndOfHistory).status))
      return;
    Entries entries = done_entries(history(item.row, kEndOfHistory));
    if (comes_back(item.row))
      for (const Occurrence& time : occurrences_of(item.row))
        if (Entries last = done_entries_of(item.row, time); !last.empty()) entries = last;
    if (!entries.empty()) check(item, entries, run);
  });
}

Label said_done(const Entries& entries) {
  return {entries.front()->status.span, Phrase{"ghi hoàn thành ở đây", "said to be done here"}};
}

/// Whether some goal is for each of something, which may be the times.
bool has_goal_for_each(const Row& row) {
  return std::ranges::any_of(row.targets, [](const Target& target) {
    const auto& goal = target.goal.read->value;
    return goal && !goal->quantity.per.empty();
  });
}

/// Of a goal for each time those of the time, else those of all.
void not_met(const CheckedRow& item, const Entries& entries, std::string_view time,
             const RuleRun& run) {
  for (const TargetResult& result : results_at(item.row, kEndOfHistory)) {
    if (result.round != time) continue;
    if (!result.judgement || result.judgement->outcome != Outcome::not_met) continue;
    Message far = say("kết quả `{}` chưa đạt `{}`", "`{}` does not meet `{}`", said_value(result),
                      result.target->goal.value);
    const Message by = in_words(*result.goal, *result.judgement);
    if (!by.empty()) join(far, by);
    run.tell(item.address, {result.value->span, Phrase{"kết quả", "the value"}},
             time.empty()
                 ? say("`{}` ghi hoàn thành mà {}", "`{}` is done, yet {}", item.address, far)
                 : say("lần {1} của `{0}` ghi hoàn thành mà {2}",
                       "time {1} of `{0}` is done, yet {2}", item.address, time, far),
             {"ghi kết quả mới nhất, hoặc để `status: in-progress`",
              "record the latest value, or leave it `status: in-progress`"},
             {{result.target->goal.span, Phrase{"chỉ tiêu", "the goal"}}, said_done(entries)});
  }
}

/// Some value has no target of its own: it may be the one that lacks.
bool has_stray_value(const Row& row) {
  return std::ranges::any_of(row.updates, [&](const Update& update) {
    return std::ranges::any_of(results_of(row, update),
                               [](const Result& result) { return result.target == nullptr; });
  });
}

void no_value(const CheckedRow& item, const Entries& entries, const RuleRun& run) {
  if (!are_told_apart(item.row) || has_stray_value(item.row)) return;
  std::vector<const Text*> names;
  std::vector<Label> goals;
  for (const TargetResult& result : results_at(item.row, kEndOfHistory)) {
    if (result.target == nullptr || result.value != nullptr) continue;
    goals.push_back({result.target->goal.span, Phrase{"chỉ tiêu", "the goal"}});
    if (result.target->name.given) names.push_back(&result.target->name);
  }
  if (goals.empty()) return;
  run.tell(item.address, said_done(entries),
           names.empty() ? say("`{}` ghi hoàn thành mà chưa có kết quả của chỉ tiêu",
                               "`{}` is done, yet its target has no value", item.address)
                         : say("`{}` ghi hoàn thành mà chưa có kết quả của chỉ tiêu {}",
                               "`{}` is done, yet there is no value for {}", item.address,
                               quoted_list(texts(names, &Text::value))),
           say("thêm `{0}` vào cập nhật", "add `{0}` to the entry",
               item.row.targets.size() == 1 ? "value: …" : values_for(names)),
           std::move(goals));
}

void no_evidence(const CheckedRow& item, const Entries& entries, const Occurrence* time,
                 const RuleRun& run) {
  const auto has = [](const Update* entry) { return entry->evidence.given; };
  if (std::ranges::any_of(entries, has)) return;
  run.tell(item.address, {entries.front()->status.span},
           time == nullptr ? say("`{}` ghi hoàn thành mà không có minh chứng",
                                 "`{}` is done, yet there is no evidence", item.address)
                           : say("lần {1} của `{0}` ghi hoàn thành mà không có minh chứng",
                                 "time {1} of `{0}` is done, yet there is no evidence",
                                 item.address, time->number),
           {"thêm vào cập nhật, ví dụ `evidence: BC 120/BC-UBND`",
            "add it to the entry, such as `evidence: BC 120/BC-UBND`"});
}

/// Whether an item has goals, and its values meet each of them.
bool meets_all(const Row& row, const Date& as_of) {
  const auto results = results_at(row, as_of);
  return !row.targets.empty() && std::ranges::all_of(results, [](const TargetResult& result) {
    return result.judgement && result.judgement->outcome == Outcome::met;
  });
}

/// What is done as its figures say, and said to be open: at any time where it is done to 100 %, and
/// where its goals are met once it is overdue, since until then it may well go on.
void not_said_done(const CheckedRow& item, const RuleRun& run) {
  const Row& row = item.row;
  if (!is_work(row) || comes_back(row) || row.step || is_continuous(row)) return;
  const Standing at = standing_at(row, item.plan.ward, *run.as_of);
  if (at.last == nullptr || !is_open(at.status)) return;
  const bool whole = at.percent == 100;
  if (!whole && (at.state != State::overdue || !meets_all(row, *run.as_of))) return;
  run.tell(item.address, {at.last->date.span, Phrase{"cập nhật gần nhất", "the last entry"}},
           whole ? say("`{}` đã làm 100% mà chưa ghi hoàn thành",
                       "`{}` is 100% done, and not said to be done", item.address)
                 : say("`{}` đã đạt chỉ tiêu mà chưa ghi hoàn thành, nên đang tính là quá hạn",
                       "`{}` meets its target and isn't said to be done, so that it is overdue",
                       item.address),
           {"nếu đã xong, thêm cập nhật `status: done` với ngày xong",
            "where it is done, add an entry with `status: done` and the day on which it was"});
}

constexpr Rule kRules[] = {
    {{.id = "P714",
      .title = {"hoàn thành mà chưa đạt chỉ tiêu", "done with a target not met"},
      .what = {"Việc được ghi hoàn thành (việc định kỳ: không còn lần nào chưa xong; chỉ tiêu của "
               "mỗi lần: lần ấy), mà kết quả cuối cùng chưa đạt chỉ tiêu.",
               "An item is said to be done (of what comes back: no time is open; of a goal for "
               "each time: that time), and its last value doesn't meet the goal."},
      .why = {"Báo cáo sẽ vừa nói xong, vừa nói chưa đạt.",
              "A report would say that it is done and that it is missed."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: 100 cây}\n",
      .wrong = "date: 2026-05-20, status: done, value: 94 cây, evidence: BC 12/BC-UBND",
      .right = "date: 2026-05-20, status: done, value: 100 cây, evidence: BC 12/BC-UBND"},
     [](const RuleRun& run) {
       each_finished(run, [&](const CheckedRow& item, const Entries& entries, const RuleRun&) {
         not_met(item, entries, "", run);
       });
       each_done(run, [&](const CheckedRow& item, const Entries& entries, const Occurrence* time) {
         if (time != nullptr && has_goal_for_each(item.row))
           not_met(item, entries, time->number, run);
       });
     }},
    {{.id = "P715",
      .title = {"hoàn thành mà thiếu kết quả", "done without the value that its target needs"},
      .what = {"Việc được ghi hoàn thành (việc định kỳ: không còn lần nào chưa xong), mà một chỉ "
               "tiêu của nó chưa có kết quả nào.",
               "An item is said to be done (of what comes back: no time is open), and one of its "
               "targets has no value at all."},
      .why = {"Không biết chỉ tiêu ấy đạt hay không.",
              "Nobody can tell whether that target is met."},
      .given = "targets:\n  - {goal: 100 cây}\nupdates:\n",
      .wrong = "  - {date: 2026-05-20, status: done, evidence: BC 12/BC-UBND}\n",
      .right = "  - {date: 2026-04-20, value: 100 cây}\n"
               "  - {date: 2026-05-20, status: done, evidence: BC 12/BC-UBND}\n"},
     [](const RuleRun& run) { each_finished(run, no_value); }},
    {{.id = "P716",
      .severity = Severity::info,
      .title = {"hoàn thành mà không có minh chứng", "done without evidence"},
      .what =
          {"Việc, hay một lần của việc định kỳ, được ghi hoàn thành, mà cập nhật ấy và các cập "
           "nhật "
           "sau đều không có `evidence`.",
           "An item, or a time of one that comes back, is said to be done, and neither that update "
           "nor a later one has `evidence`."},
      .why = {"Khi được hỏi lại thì không rõ căn cứ vào văn bản nào.",
              "When somebody asks, there is no document to show."},
      .wrong = "updates:\n  - {date: 2026-05-20, status: done}\n",
      .right = R"(
updates:
  - {date: 2026-05-20, status: done}
  - {date: 2026-05-25, evidence: BC 12/BC-UBND}
)"},
     [](const RuleRun& run) {
       each_done(run, [&](const CheckedRow& item, const Entries& entries, const Occurrence* time) {
         no_evidence(item, entries, time, run);
       });
     }},
    {{.id = "P726",
      .severity = Severity::info,
      .title = {"đã đạt mà chưa ghi hoàn thành", "reached, and not said to be done"},
      .what = {"Việc ghi `percent: 100`, hay đã quá hạn mà kết quả đạt mọi chỉ tiêu, nhưng trạng "
               "thái vẫn là chưa xong.",
               "An item has `percent: 100`, or is overdue and meets all its targets, and its "
               "status still says open."},
      .why = {"Báo cáo sẽ vừa nói đạt chỉ tiêu, vừa nói việc quá hạn.",
              "A report would say that the target is met and that the item is overdue."},
      .frame = Frame::entry,
      .given = "due: Tháng 3/2026\ntargets:\n  - {goal: 100 cây}\n",
      .wrong = "date: 2026-03-20, value: 100 cây",
      .right = "date: 2026-03-20, value: 99 cây",
      .by_day = true},
     [](const RuleRun& run) {
       each_item(run, [&](const CheckedRow& item, const RuleRun&) { not_said_done(item, run); });
     }},
};

}  // namespace

std::span<const Rule> done_rules() { return kRules; }

}  // namespace wardplan
