// The days of documents that a text names, which were there before it, and the text's own.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/issue_day.h"
#include "rules/rule.h"
#include "text/trim.h"
#include "text/utf8.h"

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

// The document's own number and day, which `issued` says again.

/// A symbol by its number and by its letters, however they are joined; of `… -KH/ĐU` no number.
struct SymbolParts {
  std::string number = {};
  std::string letters = {};
};

SymbolParts parts_of(std::string_view symbol) {
  SymbolParts parts;
  std::size_t at = pass(symbol, " .…");
  at = pass(symbol, "0", at);
  const std::size_t end = pass(symbol, "0123456789", at);
  parts.number = symbol.substr(at, end - at);
  for (const std::string_view piece : split(symbol.substr(end), "-/ "))
    parts.letters += fold(piece);
  return parts;
}

/// The number and symbol that a line names behind `số`, and what kind of document it is said to be.
struct NamedInLine {
  TextPart symbol;
  std::string kind;
};

std::optional<NamedInLine> named_in(std::string_view line) {
  constexpr std::string_view kNumber = " số ";
  const std::size_t number = line.find(kNumber);
  if (number == std::string_view::npos) return std::nullopt;
  const std::size_t begin = number + kNumber.size();
  const std::size_t end = std::min({line.find(" ngày ", begin), line.find(" của ", begin),
                                    line.find_first_of(",;()\n", begin), line.size()});
  return NamedInLine{{begin, end}, fold(line.substr(0, number))};
}

/// Whether `issued` names the document itself: what it is annexed to, by its kind or a symbol of
/// the same letters. `Thực hiện Kế hoạch số 72/KH-UBND` names one of a body above.
bool names_itself(const Plan& plan, const NamedInLine& named, const SymbolParts& said) {
  if (fold(plan.issued.value).find("kèm") == std::string::npos) return false;
  const std::string kind =
      fold(plan.document.type.given ? plan.document.type.value : std::string("Kế hoạch"));
  return named.kind.ends_with(kind) ||
         (!said.letters.empty() && said.letters == parts_of(plan.document.symbol.value).letters);
}

void tell_own_otherwise(Span issued, std::string_view said, Span own, const std::string& written,
                        const RuleRun& run) {
  run.tell("", {issued},
           say("`issued` ghi `{}`, mà văn bản là `{}`", "`issued` says `{}`, the document is `{}`",
               said, written),
           {"sửa một trong hai: cả hai được in ở cùng một văn bản",
            "mend one of the two: both are printed in one paper"},
           {{own, {"của chính văn bản", "the document's own"}}});
}

void own_in_two_ways(const Plan& plan, const RuleRun& run) {
  const IssuedText& document = plan.document;
  const std::string_view line = plan.issued.value;
  const auto named = named_in(line);
  if (!plan.issued.given || !named) return;
  const std::string_view symbol =
      line.substr(named->symbol.begin, named->symbol.end - named->symbol.begin);
  const SymbolParts said = parts_of(symbol), own = parts_of(document.symbol.value);
  if (!names_itself(plan, *named, said)) return;
  const auto span = [&](TextPart part) {
    return part_of(run.project.sources, plan.issued, part.begin, part.end);
  };
  const auto differ = [](const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
  };
  const bool other_number = differ(said.number, own.number);
  const bool other_letters = differ(said.letters, own.letters);
  // With both it is another document; of two without a number letters are judged by who issued it.
  if (other_letters && (other_number || said.number.empty() || own.number.empty())) return;
  if (other_number || other_letters)
    tell_own_otherwise(span(named->symbol), symbol, document.symbol.span, document.symbol.value,
                       run);
  const auto day = day_of_issue_in(line);
  if (!document.date.given || !day || day->numbers.size() != 3) return;
  const Date issued = day_of(day->numbers);
  if (!issued.ok() || issued == document.date.value) return;
  tell_own_otherwise(span(day->place),
                     line.substr(day->place.begin, day->place.end - day->place.begin),
                     document.date.span, iso(document.date.value), run);
}

void own_at_odds(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) own_in_two_ways(plan, run);
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
    {{.id = "D208",
      .title = {"số, ngày của chính văn bản ghi hai cách", "a document's own number in two ways"},
      .what = {"`issued` nêu chính văn bản này với số, ký hiệu hay ngày khác `symbol`, `date` của "
               "`document`.",
               "`issued` names this very document by another number, symbol or day than the "
               "`symbol` and `date` of `document`."},
      .why = {"Trang đầu và phụ lục in ra hai văn bản khác nhau.",
              "The first page and the annex are printed as of two documents."},
      .frame = Frame::plan,
      .given = "rows: []\ndocument:\n  symbol: 21/KH-UBND\n  date: 2026-02-05\n  text:\n"
               "    - {number: I, heading: Mục}\n",
      .wrong = "issued: Kèm theo Kế hoạch số 20/KH-UBND ngày 05/02/2026 của UBND phường\n",
      .right = "issued: Kèm theo Kế hoạch số 21/KH-UBND ngày 05/02/2026 của UBND phường\n"},
     own_at_odds},
};

}  // namespace

std::span<const Rule> basis_rules() { return kRules; }

}  // namespace wardplan
