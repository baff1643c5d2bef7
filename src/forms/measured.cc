#include "forms/measured.h"

#include <fmt/format.h>

#include "figures/quantity.h"
#include "figures/ratio.h"

namespace wardplan {
namespace {

double as_number(const Decimal& decimal) {
  const Ratio ratio = ratio_of(decimal);
  return static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator);
}

}  // namespace

std::vector<Measured> measured_in(const PeriodReport& report) {
  std::vector<Measured> all;
  for (const ReportSection& section : report.sections)
    for (const ReportedItem& item : section.items)
      for (const TargetResult& result : item.results)
        if (result.target != nullptr && result.value != nullptr && result.target->goal.given)
          all.push_back({&item.item, &result});
  return all;
}

std::string measured_name(const Measured& measured) {
  const Text& name = measured.result->target->name;
  const std::string title = title_of(*measured.item, Lang::vi);
  return name.given ? fmt::format("{}: {}", title, name.value) : title;
}

std::string outcome_of(const Measured& measured) {
  const TargetResult& result = *measured.result;
  if (!result.judgement) return "chưa đánh giá được";
  const Message by = result.judgement->reason.empty() ? in_words(*result.goal, *result.judgement)
                                                      : result.judgement->reason;
  const std::string_view word = result.judgement->outcome == Outcome::met       ? "đạt"
                                : result.judgement->outcome == Outcome::not_met ? "chưa đạt"
                                                                                : "chưa rõ";
  return by.vi.empty() ? std::string(word) : fmt::format("{}, {}", word, by.vi);
}

std::optional<double> progress_of(const Measured& measured) {
  const TargetResult& result = *measured.result;
  if (!result.goal || !result.quantity || !result.judgement) return std::nullopt;
  const Comparator comparator = result.goal->comparator;
  if (comparator != Comparator::at_least && comparator != Comparator::more_than)
    return std::nullopt;
  const double goal = as_number(result.goal->quantity.least);
  const Quantity& value = *result.quantity;
  double reached = as_number(value.least);
  if (value.fraction && result.goal->quantity.measure == Measure::percent)
    reached = 100.0 * static_cast<double>(value.fraction->part) /
              static_cast<double>(value.fraction->whole);
  return goal > 0 ? std::optional(reached / goal) : std::nullopt;
}

}  // namespace wardplan
