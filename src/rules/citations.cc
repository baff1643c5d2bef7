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

/// The letters and digits of a symbol, however they are set apart: `160-KH/QU`, `160/KH-QU`.
std::string bare(std::string_view symbol) {
  std::string key;
  for (const char c : fold(symbol))
    if (!is_one_of(c, " /-._")) key += c;
  return key;
}

void tell_difference(const Naming& here, const Cited& first, const RuleRun& run) {
  const Cited& cited = *here.cited;
  if (cited.date.given && first.date.given && cited.date.value != first.date.value)
    return run.tell(
        here.at, {cited.date.span},
        say("`{}` có hai ngày ban hành: {} và {}", "`{}` has two dates of issue: {}, {}",
            cited.symbol.value, iso(first.date.value), iso(cited.date.value)),
        {}, {{first.date.span, {"ngày kia ở đây", "the other one"}}});
  if (cited.symbol.value == first.symbol.value) return;
  run.tell(here.at, {cited.symbol.span},
           say("một văn bản nêu hai cách: `{}` và `{}`", "one document in two ways: `{}`, `{}`",
               first.symbol.value, cited.symbol.value),
           {"xem bản gốc; bản đã ban hành thì ghi vào `accepted`",
            "look at the original; where it was issued so, put it under `accepted`"},
           {{first.symbol.span, {"cách kia ở đây", "the other way"}}});
}

/// Whether two places may speak of one document: numbers begin anew each year, and each body has
/// its own.
bool may_be_one(const Cited& a, const Cited& b) {
  if (a.date.given && b.date.given && a.date.value.year() != b.date.value.year()) return false;
  const std::string first = fold_tones(a.issuer.value), second = fold_tones(b.issuer.value);
  return first.starts_with(second) || second.starts_with(first);
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
  std::map<std::tuple<const Ward*, int, std::string>, std::vector<const Cited*>> met;
  for (const Plan& plan : run.project.plans)
    for (const Naming& naming : namings_of(plan)) {
      if (!has_number(naming.cited->symbol.value)) continue;
      // A document without its date is of the plan's year, as far as anybody knows.
      const Written<Date>& date = naming.cited->date;
      const int year = date.given ? static_cast<int>(date.value.year()) : plan.year.value;
      auto& others = met[{plan.ward, year, bare(naming.cited->symbol.value)}];
      const auto first = std::ranges::find_if(
          others, [&](const Cited* other) { return may_be_one(*naming.cited, *other); });
      if (first != others.end())
        tell_difference(naming, **first, run);
      else
        others.push_back(naming.cited);
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
    for (const auto& [cited, at] : namings_of(plan))
      judge_symbol(cited->symbol, body_at(cited->issuer.value), cited->issuer, at, run);
    judge_symbol(plan.document.symbol, body_at(plan.letterhead.issuer.value),
                 plan.letterhead.issuer, "", run);
  }
}

constexpr std::string_view kText =
    "rows: []\ndocument:\n  text:\n    - {number: I, heading: Mục}\n";

constexpr Rule kRules[] = {
    {{.id = "D201",
      .title = {"một văn bản nêu hai cách", "a document named in two ways"},
      .what = {"Trong hồ sơ của một phường, cùng một văn bản được nêu với ký hiệu viết khác, ngày "
               "khác; kể cả `issued` và `document` của một kế hoạch.",
               "In one ward's records one document is named with another spelling of its symbol or "
               "another date; `issued` and `document` of a plan, too."},
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
