// Documents that texts name: whether a symbol is that of who issued it, and the date of issue.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/issuer.h"
#include "rules/issue_day.h"
#include "rules/rule.h"
#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

void tell_other_body(const Text& text, const Symbol& symbol, const Text& named, TextPart issuer,
                     const Body& body, const RuleRun& run) {
  const Sources& sources = run.project.sources;
  const Span span = part_of(sources, text, symbol.place.begin, symbol.place.end);
  const auto words = [](const Text& of, TextPart at) {
    return of.value.substr(at.begin, at.end - at.begin);
  };
  run.tell(address_at(run.project, span), {span},
           say("`{}` là ký hiệu của {}, mà văn bản là của `{}`",
               "`{}` is a symbol of {}, yet the document is of `{}`", words(text, symbol.place),
               symbol.body->noun, trimmed(words(named, issuer))),
           say("ký hiệu văn bản của {} kết thúc bằng `{}`", "symbols of {} end with `{}`",
               body.noun, body.symbol),
           {{part_of(sources, named, issuer.begin, issuer.end),
             {"cơ quan ban hành ở đây", "issued by"}}});
}

void judge_symbols(const Text& text, const Text& letterhead, const RuleRun& run) {
  for (auto symbol = symbol_from(text.value, 0); symbol;
       symbol = symbol_from(text.value, symbol->place.end)) {
    const auto behind = issuer_behind(text.value, symbol->place.end);
    if (!behind && !letterhead.given) continue;
    const Text& named = behind ? text : letterhead;
    const TextPart issuer = behind.value_or(TextPart{0, letterhead.value.size()});
    const std::string_view issuers = name_from(named.value, issuer.begin);
    const Body* body = body_at(issuers.substr(0, issuer.end - issuer.begin));
    if (body != nullptr &&
        !is_among(*symbol->body, issuers.substr(0, find_or_end(issuers, ".;:)"))))
      tell_other_body(text, *symbol, named, issuer, *body, run);
  }
}

void other_issuer(const RuleRun& run) {
  for (const auto& [file, text, seen] : odd_texts(run)) {
    if (!seen.symbols) continue;
    const auto is_issued = [&, at = text](const Plan& plan) { return &plan.issued == at; };
    const auto plan = std::ranges::find_if(run.project.plans, is_issued);
    judge_symbols(*text, plan == run.project.plans.end() ? Text() : plan->letterhead.issuer, run);
  }
}

// The date of issue.

/// Whether a plan of this year is unlikely to be issued on a day: a programme of five years may
/// hold it, and it may be late.
bool is_far_from(const Date& day, int year) {
  const int issued = static_cast<int>(day.year());
  return issued < year - 5 || issued > year + 1;
}

void tell_far(const Plan& plan, Span span, std::string_view written, const RuleRun& run) {
  run.tell("", {span},
           say("ban hành ngày `{}`, mà kế hoạch là của năm {}",
               "issued on `{}`, yet the plan is of {}", written, plan.year.value),
           {"xem lại năm của ngày ban hành", "check the year of that day"},
           {{plan.year.span, {"năm ở đây", "the year"}}});
}

bool is_far(const Plan& plan, const Date& issued) {
  return plan.year.given && !is_of_other_year(plan) && is_far_from(issued, plan.year.value);
}

void judge_date(const Plan& plan, const RuleRun& run) {
  constexpr std::string_view kDay = "ngày ";
  const std::string_view text = plan.issued.value;
  const std::size_t day = text.find(kDay);
  const auto span = [&](TextPart at) {
    return part_of(run.project.sources, plan.issued, at.begin, at.end);
  };
  if (day == kNone) {
    const auto symbol = symbol_from(text, 0);
    if (symbol && text.find_first_of('/', symbol->place.end) == kNone)
      run.tell("", {span(symbol->place)},
               {"văn bản ban hành có số mà không có ngày", "the document has a number but no date"},
               {"thêm `ngày …` sau số", "add `ngày …` after the number"});
    return;
  }
  const SaidDay said = day_said_behind(text, day + kDay.size());
  if (said.place.begin == said.place.end) return;
  const std::string_view written = text.substr(said.place.begin, said.place.end - said.place.begin);
  // `ngày 27 tháng Giêng năm 2023` goes on in words.
  const std::string_view rest = trimmed(text.substr(said.place.end));
  if (said.numbers.size() < 3 && !rest.empty() && !rest.starts_with("của ")) return;
  if (said.numbers.size() != 3)
    run.tell("", {span(said.place)},
             say("`{}` chưa đủ ngày, tháng, năm", "`{}` is not a full date", written),
             {"điền đủ ngày ban hành", "fill in the date of issue"});
  else if (const Date issued = day_of(said.numbers); !issued.ok())
    run.tell("", {span(said.place)},
             say("`{}` không có trên lịch", "`{}` is not in the calendar", written),
             {"xem lại ngày ban hành", "check the date of issue"});
  else if (is_far(plan, issued))
    tell_far(plan, span(said.place), written, run);
}

void no_date(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    if (plan.issued.given) judge_date(plan, run);
    const Written<Date>& day = plan.document.date;
    if (day.given && is_far(plan, day.value)) tell_far(plan, day.span, iso(day.value), run);
  }
}

constexpr Rule kRules[] = {
    {{.id = "P321",
      .title = {"ký hiệu văn bản của cơ quan khác", "a symbol of another body"},
      .what =
          {"Ký hiệu của một văn bản là của cơ quan khác với cơ quan mà lời văn hay phần đầu báo "
           "cáo nói đã ban hành nó.",
           "The symbol of a document belongs to another body than the one that, by the text or the "
           "letterhead, issued it."},
      .why = {"Số hoặc tên cơ quan bị ghi nhầm; ai tìm văn bản ấy sẽ không thấy.",
              "The number or the body is wrong; whoever looks for the document won't find it."},
      .frame = Frame::plan,
      .given = "rows: []\n",
      .wrong = "issued: Kế hoạch số 12-KH/QU ngày 05/01/2026 của Đảng ủy phường\n",
      .right = "issued: Kế hoạch số 12-KH/ĐU ngày 05/01/2026 của Đảng ủy phường\n"},
     other_issuer},
    {{.id = "P322",
      .severity = Severity::info,
      .title = {"không rõ ngày ban hành", "no date of issue"},
      .what = {"`issued` có số văn bản mà không có ngày, hoặc ngày chưa đủ, không có trên lịch; "
               "hay ngày ở đó, hoặc `date` của `document`, cách năm của kế hoạch quá xa.",
               "`issued` has the number of a document but no date, or a date that is incomplete "
               "or not in the calendar; or that date, or the `date` of `document`, is far from "
               "the plan's year."},
      .why = {"Dòng ấy được in nguyên như vậy dưới tên biểu.",
              "It is printed as it stands below the title."},
      .frame = Frame::plan,
      .given = "rows: []\n",
      .wrong = "issued: Kế hoạch số 12/KH-UBND ngày 31/02/2026\n",
      .right = "issued: Kế hoạch số 12/KH-UBND ngày 28/02/2026\n"},
     no_date},
};

}  // namespace

std::span<const Rule> issued_rules() { return kRules; }

}  // namespace wardplan
