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

/// Every item that is done, with the entries that say so.
template <class Check>
void each_done(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    // Verdicts on criteria and results of models have rules of their own.
    if (item.row.kind != RowKind::item && item.row.kind != RowKind::report_day) return;
    const Entries entries = done_entries(history(item.row, kEndOfHistory));
    if (!entries.empty()) check(item, entries, run);
  });
}

Label said_done(const Entries& entries) {
  return {entries.front()->status.span, Phrase{"ghi hoàn thành ở đây", "said to be done here"}};
}

void not_met(const CheckedRow& item, const Entries& entries, const RuleRun& run) {
  for (const TargetResult& result : results_at(item.row, kEndOfHistory)) {
    if (!result.judgement || result.judgement->outcome != Outcome::not_met) continue;
    Message far = say("kết quả `{}` chưa đạt `{}`", "`{}` does not meet `{}`", result.value->value,
                      result.target->goal.value);
    const Message by = in_words(*result.goal, *result.judgement);
    if (!by.empty()) join(far, by);
    run.tell(item.address, {result.value->span, Phrase{"kết quả", "the value"}},
             say("`{}` ghi hoàn thành mà {}", "`{}` is done, yet {}", item.address, far),
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

void no_evidence(const CheckedRow& item, const Entries& entries, const RuleRun& run) {
  const auto has = [](const Update* entry) { return entry->evidence.given; };
  if (std::ranges::any_of(entries, has)) return;
  run.tell(item.address, {entries.front()->status.span},
           say("`{}` ghi hoàn thành mà không có minh chứng",
               "`{}` is done, yet there is no evidence", item.address),
           {"thêm vào cập nhật, ví dụ `evidence: BC 120/BC-UBND`",
            "add it to the entry, such as `evidence: BC 120/BC-UBND`"});
}

constexpr Rule kRules[] = {
    {{.id = "P714",
      .title = {"hoàn thành mà chưa đạt chỉ tiêu", "done with a target not met"},
      .what = {"Việc được ghi hoàn thành, mà kết quả cuối cùng chưa đạt chỉ tiêu.",
               "An item is said to be done, and its last value doesn't meet the goal."},
      .why = {"Báo cáo sẽ vừa nói xong, vừa nói chưa đạt.",
              "A report would say that it is done and that it is missed."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: 100 cây}\n",
      .wrong = "date: 2026-05-20, status: done, value: 94 cây, evidence: BC 12/BC-UBND",
      .right = "date: 2026-05-20, status: done, value: 100 cây, evidence: BC 12/BC-UBND"},
     [](const RuleRun& run) { each_done(run, not_met); }},
    {{.id = "P715",
      .title = {"hoàn thành mà thiếu kết quả", "done without the value that its target needs"},
      .what = {"Việc được ghi hoàn thành, mà một chỉ tiêu của nó chưa có kết quả nào.",
               "An item is said to be done, and one of its targets has no value at all."},
      .why = {"Không biết chỉ tiêu ấy đạt hay không.",
              "Nobody can tell whether that target is met."},
      .given = "targets:\n  - {goal: 100 cây}\nupdates:\n",
      .wrong = "  - {date: 2026-05-20, status: done, evidence: BC 12/BC-UBND}\n",
      .right = "  - {date: 2026-04-20, value: 100 cây}\n"
               "  - {date: 2026-05-20, status: done, evidence: BC 12/BC-UBND}\n"},
     [](const RuleRun& run) { each_done(run, no_value); }},
    {{.id = "P716",
      .severity = Severity::info,
      .title = {"hoàn thành mà không có minh chứng", "done without evidence"},
      .what =
          {"Việc được ghi hoàn thành, mà cập nhật ấy và các cập nhật sau đều không có `evidence`.",
           "An item is said to be done, and neither that update nor a later one has `evidence`."},
      .why = {"Khi được hỏi lại thì không rõ căn cứ vào văn bản nào.",
              "When somebody asks, there is no document to show."},
      .wrong = "updates:\n  - {date: 2026-05-20, status: done}\n",
      .right = R"(
updates:
  - {date: 2026-05-20, status: done}
  - {date: 2026-05-25, evidence: BC 12/BC-UBND}
)"},
     [](const RuleRun& run) { each_done(run, no_evidence); }},
};

}  // namespace

std::span<const Rule> done_rules() { return kRules; }

}  // namespace wardplan
