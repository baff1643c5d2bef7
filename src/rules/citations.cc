// Documents that texts name: each is named in one way, and each symbol is its issuer's.
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "records/issuer.h"
#include "records/texts.h"
#include "rules/issue_day.h"
#include "rules/rule.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A document as one place names it, and what that place is accepted by.
struct Naming {
  const Cited* cited;
  std::string at;
  /// As it stands there: by itself, or within the name.
  std::string symbol = {};
  Span symbol_span = {};
  std::optional<Date> date = {};
  Span date_span = {};
};

/// Every document that a plan's text names, in order.
std::vector<Naming> namings_of(const Plan& plan) {
  std::vector<Naming> all;
  for (const Cited& cited : plan.document.bases) all.push_back({&cited, ""});
  for (const Row& row : plan.document.text)
    for (const Cited& cited : row.passage.cites)
      all.push_back({&cited, plan.document.outline[row.at].address});
  return all;
}

bool has_number(std::string_view symbol) { return !symbol.empty() && is_digit(symbol.front()); }

/// The symbol that a name has: `Kế hoạch số 160-KH/QU ngày 11/01/2026`; empty: none.
TextPart symbol_within(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" ,;()\n", begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    const std::size_t sign = word.find_first_of("/-");
    const bool letters = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (has_number(word) && letters && sign != std::string_view::npos && sign + 1 < word.size())
      return {begin, end};
    begin = end + 1;
  }
  return {};
}

/// With its symbol and day, which its name may have.
void complete(Naming& naming, const Sources& sources) {
  const Cited& cited = *naming.cited;
  const Text& name = cited.document;
  if (cited.symbol.given) {
    naming.symbol = cited.symbol.value;
    naming.symbol_span = cited.symbol.span;
  } else if (const TextPart found = symbol_within(name.value); found.end > 0) {
    naming.symbol = name.value.substr(found.begin, found.end - found.begin);
    naming.symbol_span = part_of(sources, name, found.begin, found.end);
  }
  if (cited.date.given) {
    naming.date = cited.date.value;
    naming.date_span = cited.date.span;
  } else if (const auto said = day_of_issue_in(name.value); said && said->numbers.size() == 3) {
    if (const Date day = day_of(said->numbers); day.ok()) {
      naming.date = day;
      naming.date_span = part_of(sources, name, said->place.begin, said->place.end);
    }
  }
}

/// The letters and digits of a symbol, however they are set apart: `160-KH/QU`, `160/KH-QU`.
std::string bare(std::string_view symbol) {
  std::string key;
  for (const char c : fold(symbol))
    if (!is_one_of(c, " /-._")) key += c;
  return key;
}

bool begins_alike(std::string_view a, std::string_view b) {
  const std::string first = fold_tones(a), second = fold_tones(b);
  return first.starts_with(second) || second.starts_with(first);
}

/// Whether two symbols are one but for the stroke of a đ that wasn't typed (`123/QD-UBND`). Since
/// `12-HD/QU` is a guidance and `12-HĐ/QU` a contract, day and kind must be the same.
bool differ_in_stroke_at_most(const Naming& a, const Naming& b) {
  if (bare(a.symbol) == bare(b.symbol)) return true;
  return a.date && b.date && *a.date == *b.date &&
         begins_alike(a.cited->document.value, b.cited->document.value);
}

void tell_difference(const Naming& here, const Naming& first, const RuleRun& run) {
  if (here.date && first.date && *here.date != *first.date)
    return run.tell(
        here.at, {here.date_span},
        say("`{}` có hai ngày ban hành: {} và {}", "`{}` has two dates of issue: {}, {}",
            here.symbol, iso(*first.date), iso(*here.date)),
        {}, {{first.date_span, {"ngày kia ở đây", "the other one"}}});
  if (here.symbol == first.symbol) return;
  run.tell(here.at, {here.symbol_span},
           say("một văn bản nêu hai cách: `{}` và `{}`", "one document in two ways: `{}`, `{}`",
               first.symbol, here.symbol),
           {"xem bản gốc; bản đã ban hành thì ghi vào `accepted`",
            "look at the original; where it was issued so, put it under `accepted`"},
           {{first.symbol_span, {"cách kia ở đây", "the other way"}}});
}

/// Whether two places may speak of one document: numbers begin anew each year, and each body has
/// its own.
bool may_be_one(const Naming& a, const Naming& b) {
  if (a.date && b.date && a.date->year() != b.date->year()) return false;
  return differ_in_stroke_at_most(a, b) &&
         begins_alike(a.cited->issuer.value, b.cited->issuer.value);
}

/// The line under a plan's title and the document around its table, when both are of one number.
void issued_on_two_days(const Plan& plan, const RuleRun& run) {
  const IssuedText& document = plan.document;
  const auto said = day_of_issue_in(plan.issued.value);
  if (!said || said->numbers.size() != 3 || !document.date.given) return;
  const std::string own = bare(document.symbol.value);
  if (has_number(document.symbol.value) && bare(plan.issued.value).find(own) == std::string::npos)
    return;
  const Date day = day_of(said->numbers);
  if (!day.ok() || day == document.date.value) return;
  run.tell("", {document.date.span},
           say("văn bản này có hai ngày ban hành: {} và {}",
               "this document has two dates of issue: {}, {}", iso(day), iso(document.date.value)),
           {"sửa `date` của `document`, hoặc ngày trong `issued`",
            "mend the `date` of `document`, or the day in `issued`"},
           {{part_of(run.project.sources, plan.issued, said->place.begin, said->place.end),
             {"ngày kia ở đây", "the other one"}}});
}

void cited_in_two_ways(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) issued_on_two_days(plan, run);
  // By the letters without their marks: which of them are one, each pair tells.
  std::map<std::tuple<const Ward*, int, std::string>, std::vector<Naming>> met;
  for (const Plan& plan : run.project.plans)
    for (Naming& naming : namings_of(plan)) {
      complete(naming, run.project.sources);
      if (!has_number(naming.symbol)) continue;
      // A document without its date is of the plan's year, as far as anybody knows.
      const int year = naming.date ? static_cast<int>(naming.date->year()) : plan.year.value;
      auto& others = met[{plan.ward, year, bare(fold_bare(naming.symbol))}];
      const auto first = std::ranges::find_if(
          others, [&](const Naming& other) { return may_be_one(naming, other); });
      if (first != others.end())
        tell_difference(naming, *first, run);
      else
        others.push_back(naming);
    }
}

// Symbols.

/// Whether a symbol sets the kind of document apart as papers of the Party do (`149-KH/ĐU`), or as
/// the state's (`68/KH-UBND`); nothing where it has no number and two signs.
std::optional<bool> is_written_as_of_party(std::string_view symbol) {
  const std::size_t sign = symbol.find_first_of("-/");
  const std::size_t next =
      sign == std::string_view::npos ? sign : symbol.find_first_of("-/", sign + 1);
  if (next == std::string_view::npos || symbol[sign] == symbol[next]) return std::nullopt;
  return symbol[sign] == '-';
}

void judge_symbol(const Text& symbol, const Body* issuer, const Text& named, const std::string& at,
                  const RuleRun& run) {
  const auto read = symbol_from(symbol.value, 0);
  if (!read) return;
  const std::vector<Label> there =
      named.given ? std::vector<Label>{{named.span, {"cơ quan ở đây", "issued by"}}}
                  : std::vector<Label>{};
  if (issuer != nullptr && read->body != issuer && !is_among(*read->body, named.value))
    return run.tell(at, {symbol.span},
                    say("`{}` là ký hiệu của {}, mà văn bản là của `{}`",
                        "`{}` is a symbol of {}, yet the document is of `{}`", symbol.value,
                        read->body->noun, named.value),
                    say("ký hiệu văn bản của {} kết thúc bằng `{}`", "symbols of {} end with `{}`",
                        issuer->noun, issuer->symbol),
                    there);
  const auto as_party = is_written_as_of_party(symbol.value);
  if (!as_party || *as_party == read->body->party) return;
  run.tell(at, {symbol.span},
           read->body->party ? say("`{}` viết theo lối văn bản nhà nước, mà là của {}",
                                   "`{}` is written as the state's are, yet it is of {}",
                                   symbol.value, read->body->noun)
                             : say("`{}` viết theo lối văn bản của Đảng, mà là của {}",
                                   "`{}` is written as the Party's are, yet it is of {}",
                                   symbol.value, read->body->noun),
           say("viết như `{}{}`", "write it as `{}{}`", read->body->party ? "12-KH/" : "12/KH-",
               read->body->symbol),
           there);
}

void odd_symbol(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    for (const Naming& naming : namings_of(plan)) {
      const Cited& cited = *naming.cited;
      judge_symbol(cited.symbol, body_at(cited.issuer.value), cited.issuer, naming.at, run);
    }
    judge_symbol(plan.document.symbol, body_at(plan.letterhead.issuer.value),
                 plan.letterhead.issuer, "", run);
  }
}

constexpr std::string_view kText =
    "rows: []\ndocument:\n  text:\n    - {number: I, heading: Mục}\n";

constexpr Rule kRules[] = {
    {{.id = "D201",
      .title = {"một văn bản nêu hai cách", "a document named in two ways"},
      .what =
          {"Trong hồ sơ của một phường, cùng một văn bản được nêu với ký hiệu viết khác, ngày "
           "khác, kể cả thiếu dấu đ (`QD`, `QĐ`) hay ký hiệu nằm trong tên; và cả `issued` và "
           "`document` của một kế hoạch.",
           "In one ward's records one document is named with another spelling of its symbol or "
           "another date, also where only a đ is missing (`QD`, `QĐ`) or the symbol stands within "
           "the name; `issued` and `document` of a plan, too."},
      .why = {"Một trong hai chỗ sai; ai tìm văn bản ấy có thể không thấy.",
              "One of the two is wrong, and whoever looks for it may not find it."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "  bases:\n"
               "    - {document: Kế hoạch, symbol: 160-KH/QU, date: 2026-01-11, issuer: Quận ủy}\n"
               "    - {document: Kế hoạch, symbol: 160-KH/QU, date: 2026-01-12, issuer: Quận ủy}\n",
      .right =
          "  bases:\n"
          "    - {document: Kế hoạch, symbol: 160-KH/QU, date: 2026-01-11, issuer: Quận ủy}\n"
          "    - {document: Kế hoạch, symbol: 161-KH/QU, date: 2026-01-12, issuer: Quận ủy}\n"},
     cited_in_two_ways},
    {{.id = "D202",
      .title = {"ký hiệu không hợp cơ quan ban hành", "a symbol at odds with its issuer"},
      .what = {"Ký hiệu của một văn bản là của cơ quan khác, hoặc viết theo lối của bên kia: văn "
               "bản của Đảng ghi `12-KH/ĐU`, của nhà nước ghi `12/KH-UBND`.",
               "The symbol of a document is of another body, or written as the other side does: "
               "the Party writes `12-KH/ĐU`, the state `12/KH-UBND`."},
      .why = {"Số hoặc tên cơ quan bị ghi nhầm.", "The symbol or the body is wrong."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "  bases: [{document: Kế hoạch, symbol: 160/KH-QU, issuer: Quận ủy}]\n",
      .right = "  bases: [{document: Kế hoạch, symbol: 160-KH/QU, issuer: Quận ủy}]\n"},
     odd_symbol},
};

}  // namespace

std::span<const Rule> citation_rules() { return kRules; }

}  // namespace wardplan
