// Figures that are said to be made of others: whether parts give their sum and fractions their
// rate.
#include <cstdint>
#include <cstdlib>

#include "figures/number.h"
#include "figures/quantity.h"
#include "figures/said.h"
#include "figures/stated_rate.h"
#include "records/targets.h"
#include "rules/rule.h"

namespace wardplan {
namespace {

void rate_at_odds(Span span, const Quantity& quantity, const std::string& address,
                  const RuleRun& run) {
  if (!contradicts_itself(quantity)) return;
  const auto [part, whole] = *quantity.fraction;
  const auto exact = percentage(part, whole);
  if (!exact) return;
  const std::string rate = vietnamese(*exact);
  const std::size_t digit = rate.find_first_of("0123456789");
  run.tell(address, {span},
           say("tỷ lệ {}% không khớp phân số {}/{} ({}%)",
               "the rate {}% is not that of the fraction {}/{} ({}%)", vietnamese(quantity.least),
               part, whole, rate),
           agrees(quantity.least, {whole, part})
               ? say("có lẽ là `{}/{}`", "probably `{}/{}`", whole, part)
           : part > whole ? Message{"đối chiếu tỷ lệ, tử số và mẫu số với văn bản",
                                    "compare the rate and both sides of the fraction with the "
                                    "document"}
                          : say("nếu phân số đúng, viết `{}%`",
                                "if the fraction is right, write `{}%`", rate.substr(digit)));
}

/// `63 tin`, and the note says `36 tin`.
void other_in_note(const CheckedRow& item, const Update& update, const RuleRun& run) {
  const std::string& note = update.note.value;
  const auto& read = update.value.read->value;
  const std::string_view other = read ? figure_said_otherwise(note, *read) : std::string_view();
  if (other.empty()) return;
  const auto begin = static_cast<std::size_t>(other.data() - note.data());
  run.tell(item.address, {update.value.span},
           say("kết quả là `{}`, mà ghi chú ghi `{}`", "the value is `{}`, and the note says `{}`",
               update.value.value, other),
           {"xem lại con số nào đúng", "check which of the two is right"},
           {{part_of(run.project.sources, update.note, begin, begin + other.size()),
             {"ở ghi chú", "in the note"}}});
}

void rates(const CheckedRow& item, const RuleRun& run) {
  for (const Target& target : item.row.targets)
    if (const auto& goal = target.goal.read->value)
      rate_at_odds(target.goal.span, goal->quantity, item.address, run);
  for (const Update& update : item.row.updates) {
    for (const Result& result : results_of(item.row, update))
      if (const auto& value = result.value->read->value)
        rate_at_odds(result.value->span, *value, item.address, run);
    if (update.value.given) other_in_note(item, update, run);
    for (const StatedRate& rate : stated_rates(update.note.value))
      rate_at_odds(part_of(run.project.sources, update.note, rate.begin, rate.end), rate.quantity,
                   item.address, run);
  }
}

/// Every entry whose figure has parts.
template <class Check>
void each_sum(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    for (const Update& update : item.row.updates)
      if (!update.parts.empty()) check(item, update, run);
  });
}

/// A figure that can be added: one number of things or of money.
std::optional<Quantity> addend(const WrittenQuantity& text) {
  const auto& read = text.read->value;
  const bool adds = read && !read->is_range &&
                    (read->measure == Measure::count || read->measure == Measure::money);
  return adds ? read : std::nullopt;
}

void not_addable(const CheckedRow& item, const Update& update, const RuleRun& run) {
  if (update.value.absent())
    run.tell(item.address, {update.parts.front().name.span},
             say("cập nhật của `{}` có `parts` mà không có `value` để so",
                 "an entry of `{}` has `parts` and no `value` to compare with", item.address),
             {"ghi tổng vào `value`", "give the total as `value`"});
  const auto total = addend(update.value);
  const auto tell = [&](const WrittenQuantity& text) {
    run.tell(item.address, {text.span},
             say("không cộng được `{}`", "`{}` can't be added", text.value),
             {"viết một số lượng hay số tiền, cùng loại với tổng, như `270 suất`",
              "write one amount of things or money, of the total's kind, such as `270 suất`"});
  };
  // What isn't read is told as that.
  if (update.value.given && update.value.read->value && !total) tell(update.value);
  for (const NamedValue& part : update.parts) {
    const auto quantity = addend(part.value);
    if (part.value.given && !part.value.read->value) {
      const auto& [begin, end, reason, help, readings] = part.value.read->problem;
      run.tell(item.address, {part_of(run.project.sources, part.value, begin, end)},
               say("không đọc được `{}`: {}", "`{}` can't be read: {}", part.value.value, reason),
               help);
    } else if (part.value.given && (!quantity || (total && quantity->measure != total->measure)))
      tell(part.value);
  }
}

/// By how much an inexact figure may be off: one in the last place that isn't nought, so that `gần
/// 1.800` may be off by 100.
Ratio slack_of(const Quantity& quantity) {
  if (quantity.hedge == Hedge::none) return {0, 1};
  const Ratio figure = ratio_of(quantity.least);
  std::int64_t place = 1;
  if (figure.denominator == 1)
    while (figure.numerator != 0 && figure.numerator % (place * 10) == 0) place *= 10;
  return {place, 1};
}

/// What the parts give together.
struct Sum {
  Ratio figure;
  Ratio slack;
};

std::optional<Sum> sum_of(const Update& update, const Quantity& total) {
  Sum all{{0, 1}, slack_of(total)};
  for (const NamedValue& part : update.parts) {
    const auto quantity = addend(part.value);
    if (!quantity || quantity->measure != total.measure) return std::nullopt;
    if (may_be_thousands(*quantity, total.noun)) return std::nullopt;
    const auto figure = sum(all.figure, ratio_of(quantity->least));
    const auto slack = sum(all.slack, slack_of(*quantity));
    if (!figure || !slack) return std::nullopt;
    all = {*figure, *slack};
  }
  return all;
}

void no_sum(const CheckedRow& item, const Update& update, const RuleRun& run) {
  const auto total = addend(update.value);
  if (!total || may_be_thousands(*total, {})) return;
  const auto all = sum_of(update, *total);
  if (!all) return;
  const auto apart = difference(ratio_of(total->least), all->figure);
  if (!apart) return;
  const Ratio far{std::abs(apart->numerator), apart->denominator};
  if (far <= all->slack) return;
  std::vector<Label> parts;
  for (const NamedValue& part : update.parts)
    parts.push_back({part.value.span, Phrase{"một phần", "a part"}});
  run.tell(item.address, {update.value.span, Phrase{"tổng nêu ở đây", "the total that is given"}},
           say("các phần của `{0}` cộng lại được {1}, {2} {3} so với `{4}`",
               "the parts of `{0}` add up to {1}, {3} {2} than `{4}`", item.address,
               vietnamese(all->figure),
               apart->numerator > 0 ? Phrase{"thiếu", "less"} : Phrase{"thừa", "more"},
               vietnamese(far), update.value.value),
           {"xem lại từng phần với văn bản, hoặc thêm phần còn thiếu",
            "compare each part with the document, or add the one that is missing"},
           std::move(parts));
}

constexpr Rule kRules[] = {
    {{.id = "P706",
      .title = {"tỷ lệ không khớp phân số", "a rate at odds with its fraction"},
      .what =
          {"Tỷ lệ không khớp phân số đứng cạnh nó, ở chỉ tiêu, kết quả hay ghi chú, hoặc ghi chú "
           "đảo chữ số "
           "của kết quả; làm tròn theo "
           "số chữ số đã ghi thì "
           "không sao.",
           "A rate isn't that of the fraction beside it, in a goal, a value or a note, or a "
           "note turns the value's digits around; "
           "rounding to the digits "
           "written is fine."},
      .why = {"Một trong hai con số sai, nên không so được với chỉ tiêu.",
              "One of the two is wrong, so that nothing can be compared."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: \"90%\"}\n",
      .wrong = R"yaml(date: 2026-05-20, value: "91,6% (11/12)")yaml",
      .right = R"yaml(date: 2026-05-20, value: "91,7% (11/12)")yaml"},
     [](const RuleRun& run) { each_item(run, rates); }},
    {{.id = "P707",
      .title = {"phần không cộng được", "a part that can't be added"},
      .what = {"Một phần trong `parts`, hoặc tổng ở `value`, không phải là số lượng hay số tiền "
               "cùng loại, hoặc không có tổng.",
               "Something in `parts`, or the total in `value`, is no amount of things or money of "
               "one kind, or there is no total."},
      .why = {"Không biết các phần có khớp với tổng hay không.",
              "Nobody knows whether the parts give the total."},
      .frame = Frame::entry,
      .given = "title: Tặng quà\n",
      .wrong = "date: 2026-05-20, value: 30 suất, parts: {quận: 20 suất, phường: 50%}",
      .right = "date: 2026-05-20, value: 30 suất, parts: {quận: 20 suất, phường: 10}",
      .guarded = true},
     [](const RuleRun& run) { each_sum(run, not_addable); }},
    {{.id = "P708",
      .title = {"các phần không cộng thành tổng", "parts that don't add up"},
      .what =
          {"Các phần trong `parts` cộng lại khác `value`. Con số có chữ gần, trên, dưới, khoảng "
           "được lệch một đơn vị ở hàng cuối cùng khác không: `gần 1.800` được lệch 100.",
           "What stands in `parts` adds up to something other than `value`. A figure with gần, "
           "trên, dưới or khoảng may be off by one in its last place that isn't nought: `gần "
           "1.800` by 100."},
      .why = {"Một phần bị quên hay ghi nhầm, hoặc tổng không đúng.",
              "A part is missing or mistyped, or the total is wrong."},
      .frame = Frame::entry,
      .given = "title: Tặng quà\n",
      .wrong = "date: 2026-05-20, value: 30 suất, parts: {quận: 20 suất, phường: 9}",
      .right = "date: 2026-05-20, value: 30 suất, parts: {quận: 20 suất, phường: 10}"},
     [](const RuleRun& run) { each_sum(run, no_sum); }},
};

}  // namespace

std::span<const Rule> sum_rules() { return kRules; }

}  // namespace wardplan
