// The days of documents that a text names: they were there before the document that names them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/issue_day.h"
#include "rules/rule.h"

namespace wardplan {
namespace {

/// The first day on which a document that is named can have been issued, and where that is said.
struct NamedIssue {
  const Cited* cited;
  /// What the place is accepted by.
  std::string at;
  Date day;
  Span span;
  /// Only the year is known, by its symbol.
  bool of_year = false;

  std::string name() const {
    return cited->symbol.given ? cited->symbol.value : cited->document.value;
  }
};

/// By its date, by the day or the number that its name has, or by its symbol.
std::optional<NamedIssue> issue_of(const Cited& cited, const std::string& at,
                                   const Sources& sources) {
  if (cited.date.given) return NamedIssue{&cited, at, cited.date.value, cited.date.span};
  if (const auto said = day_of_issue_in(cited.document.value); said && said->numbers.size() == 3)
    if (const Date day = day_of(said->numbers); day.ok())
      return NamedIssue{&cited, at, day,
                        part_of(sources, cited.document, said->place.begin, said->place.end)};
  for (const Text* text : {&cited.symbol, &cited.document})
    if (const auto year = year_in_symbol(text->value))
      return NamedIssue{&cited, at, first_of_year(*year), text->span, true};
  return std::nullopt;
}

/// Every document that a plan's text names, whose day is known.
std::vector<NamedIssue> issues_named(const Plan& plan, const Sources& sources) {
  std::vector<NamedIssue> all;
  const auto add = [&](const std::vector<Cited>& named, const std::string& at) {
    for (const Cited& cited : named)
      if (auto issue = issue_of(cited, at, sources)) all.push_back(std::move(*issue));
  };
  add(plan.document.bases, "");
  for (const Row& row : plan.document.text)
    add(row.passage.cites, plan.document.outline[row.at].address);
  return all;
}

void tell_later(const NamedIssue& named, const LatestIssue& own, const RuleRun& run) {
  const Message issued =
      named.of_year
          ? say("`{}` là văn bản của năm {}", "`{}` is a document of {}", named.name(),
                static_cast<int>(named.day.year()))
          : say("`{}` ban hành ngày {}", "`{}` was issued on {}", named.name(), iso(named.day));
  run.tell(named.at, {named.span},
           own.exact
               ? say("{}, sau ngày {} của chính văn bản này",
                     "{}, after {}, the day of the document that names it", issued, iso(own.day))
               : say("{}, mà văn bản này ban hành muộn nhất ngày {}",
                     "{}, yet this document was issued by {} at the latest", issued, iso(own.day)),
           {"xem lại hai ngày: văn bản được nêu phải có trước",
            "check both days: what a document names was there before it"},
           {{own.span, {"văn bản này", "this document"}}});
}

/// As many later ones, when they are all, put the document's own day in doubt.
constexpr std::size_t kFewest = 2;

void later_than_own(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    const auto own = latest_issue(plan, run.project.sources);
    if (!own) continue;
    const std::vector<NamedIssue> named = issues_named(plan, run.project.sources);
    std::vector<const NamedIssue*> later;
    for (const NamedIssue& one : named)
      if (one.day > own->day) later.push_back(&one);
    if (!own->exact || later.size() < kFewest || later.size() < named.size()) {
      for (const NamedIssue* one : later) tell_later(*one, *own, run);
      continue;
    }
    run.tell("", {own->span},
             say("cả {} văn bản có ngày được nêu ở đây đều ban hành sau ngày {} của chính văn bản "
                 "này",
                 "all {} dated documents that this one names were issued after {}, its own day",
                 later.size(), iso(own->day)),
             {"có lẽ ngày ban hành của chính văn bản này gõ nhầm",
              "probably the document's own day is mistyped"},
             {{later.front()->span, {"văn bản đầu tiên", "the first of them"}}});
  }
}

// The year of a symbol.

void judge_year(const Text& symbol, const Written<Date>& day, const std::string& at,
                const RuleRun& run) {
  const auto year = year_in_symbol(symbol.value);
  if (!year || !day.given || static_cast<int>(day.value.year()) == *year) return;
  run.tell(at, {day.span},
           say("`{}` là số của năm {}, mà ngày ban hành là {}",
               "`{}` is a number of {}, yet its day of issue is {}", symbol.value, *year,
               iso(day.value)),
           {"xem lại số và ngày", "check the number and the day"},
           {{symbol.span, {"số ở đây", "the number"}}});
}

void year_at_odds(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    judge_year(plan.document.symbol, plan.document.date, "", run);
    for (const Cited& cited : plan.document.bases) judge_year(cited.symbol, cited.date, "", run);
    for (const Row& row : plan.document.text)
      for (const Cited& cited : row.passage.cites)
        judge_year(cited.symbol, cited.date, plan.document.outline[row.at].address, run);
  }
}

constexpr std::string_view kText =
    "rows: []\ndocument:\n  date: 2026-02-05\n  text:\n    - {number: I, heading: Mục}\n";

constexpr Rule kRules[] = {
    {{.id = "D206",
      .title = {"văn bản được nêu có sau", "a document named before it was there"},
      .what = {"Một căn cứ, hay văn bản nêu trong bài, ban hành sau chính văn bản nêu nó: theo "
               "`date`, theo ngày hay số có năm trong tên. Không có ngày ban hành thì so với năm "
               "của kế hoạch.",
               "A basis, or another document that the text names, was issued after the document "
               "itself: by its `date`, or by the day or the number with a year in its name. "
               "Without a day of issue it is compared with the plan's year."},
      .why = {"Một trong hai ngày ghi nhầm, và được in như vậy.",
              "One of the two days is wrong, and is printed so."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "  bases: [{document: Kế hoạch, symbol: 160-KH/QU, date: 2026-03-11}]\n",
      .right = "  bases: [{document: Kế hoạch, symbol: 160-KH/QU, date: 2026-01-11}]\n"},
     later_than_own},
    {{.id = "D207",
      .title = {"số và ngày của văn bản khác năm", "a number and a day of different years"},
      .what = {"Số của một văn bản có năm (`30/2020/NĐ-CP`) mà `date` là của năm khác.",
               "The number of a document has its year (`30/2020/NĐ-CP`), and its `date` is of "
               "another."},
      .why = {"Số hoặc ngày ghi nhầm; ai tìm văn bản ấy có thể không thấy.",
              "The number or the day is wrong; whoever looks for it may not find it."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "  bases: [{document: Nghị định, symbol: 30/2020/NĐ-CP, date: 2022-03-05}]\n",
      .right = "  bases: [{document: Nghị định, symbol: 30/2020/NĐ-CP, date: 2020-03-05}]\n"},
     year_at_odds},
};

}  // namespace

std::span<const Rule> basis_rules() { return kRules; }

}  // namespace wardplan
