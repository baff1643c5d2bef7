// The texts of records as they were typed or copied: marks without partner, what programs left,
// blanks too many, and items that stand twice.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/rule.h"
#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A kind of slip: how it is found, and what is said of one and of several.
struct Slip {
  bool Glance::*may_be;
  std::vector<TextPart> (*find)(std::string_view text);
  Phrase one;
  Phrase several;
  Phrase help;
};

constexpr Slip kUnpaired = {
    &Glance::marks,
    unpaired_marks,
    {"dấu `{}` không đủ cặp", "`{}` has no partner"},
    {"{} dấu ngoặc hay dấu nháy không đủ cặp", "{} brackets or quotes have no partner"},
    {"thêm dấu còn thiếu hoặc bỏ dấu thừa", "add the missing one, or delete the extra one"}};
constexpr Slip kLeftover = {
    &Glance::leftovers,
    leftovers,
    {"`{}` còn sót lại khi chuyển từ tệp khác",
     "`{}` was left by the conversion from another file"},
    {"{} chỗ còn sót lại khi chuyển từ tệp khác",
     "{} leftovers of the conversion from another file"},
    {"xóa đi, hoặc gõ chữ mà nó thay", "delete it, or type what it stands for"}};
constexpr Slip kBlanks = {
    &Glance::blanks,
    double_blanks,
    {"có chỗ gõ liền nhiều dấu cách", "there are several blanks in a row"},
    {"{} chỗ gõ liền nhiều dấu cách", "{} places have several blanks in a row"},
    {"chỉ để một dấu cách", "leave only one blank"}};

/// Labels of a finding beside its first.
constexpr std::size_t kMostLabels = 4;

/// Tells the slips of one file.
void tell_slips(const Slip& slip, const std::vector<Span>& places, const RuleRun& run) {
  const std::string_view first = run.project.sources.text(places.front());
  std::vector<Label> more;
  for (std::size_t at = 1; at < places.size() && at <= kMostLabels; ++at)
    more.push_back({places[at], {"ở đây nữa", "here, too"}});
  if (places.size() > kMostLabels + 1)
    more.back().text =
        say("và {} chỗ nữa, từ đây", "and {} more places, from here", places.size() - kMostLabels);
  const bool one = places.size() == 1;
  const Phrase& words = one ? slip.one : slip.several;
  const auto worded = [&](std::string_view pattern) {
    return one ? fmt::format(fmt::runtime(pattern), first)
               : fmt::format(fmt::runtime(pattern), places.size());
  };
  run.tell("", {places.front()}, {worded(words.vi), worded(words.en)}, slip.help, std::move(more));
}

template <const Slip& kSlip>
void slips(const RuleRun& run) {
  std::map<FileId, std::vector<Span>> places;
  for (const auto& [file, text, seen] : odd_texts(run)) {
    if (!(seen.*kSlip.may_be)) continue;
    for (const TextPart& part : kSlip.find(text->value))
      places[file].push_back(part_of(run.project.sources, *text, part.begin, part.end));
  }
  for (auto& [file, found] : places) {
    std::ranges::sort(found, {}, &Span::begin);
    tell_slips(kSlip, found, run);
  }
}

// Items that stand twice.

/// Whether two names, units or times differ; where one of the two says nothing, they don't.
bool differ(const std::vector<Name>& a, const std::vector<Name>& b) {
  const auto key = [](const Name& name) { return std::pair(name.index, fold(name.as.value)); };
  return !a.empty() && !b.empty() && !std::ranges::equal(a, b, {}, key, key);
}

bool differ(const Text& a, const Text& b) {
  return a.given && b.given && fold(a.value) != fold(b.value);
}

/// The same words for other units, another time or another target is other work.
bool is_same_work(const Row& a, const Row& b) {
  const auto goal = [](const Target& target) { return fold(target.goal.value); };
  const bool same_goals = a.targets.empty() || b.targets.empty() ||
                          std::ranges::equal(a.targets, b.targets, {}, goal, goal);
  return fold(a.title.value) == fold(b.title.value) && same_goals && !differ(a.leader, b.leader) &&
         !differ(a.lead, b.lead) && !differ(a.start, b.start) && !differ(a.due, b.due);
}

/// Under two headings the same words may be two works, unless units or times are the same, too.
bool is_twice(const Plan& plan, std::size_t first, std::size_t again) {
  const Row& a = plan.rows[first];
  const Row& b = plan.rows[again];
  const bool says_more = (!a.lead.empty() && !b.lead.empty()) || (a.due.given && b.due.given);
  return is_same_work(a, b) &&
         (says_more || plan.outline[first].section == plan.outline[again].section);
}

/// The plain letters that a title begins with: titles that are the same have the same, and few
/// others, which spares folding them.
std::string first_letters(std::string_view title) {
  constexpr std::size_t kMost = 24;
  std::string letters;
  for (const char c : title) {
    if (letters.size() == kMost) break;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || is_digit(c)) letters += c;
  }
  return letters;
}

void twice_in(const Plan& plan, const RuleRun& run) {
  std::unordered_map<std::string, std::vector<std::size_t>> met;
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    const Row& row = plan.rows[at];
    if (!is_sound_item(row)) continue;
    std::vector<std::size_t>& earlier = met[first_letters(row.title.value)];
    const auto first =
        std::ranges::find_if(earlier, [&](std::size_t other) { return is_twice(plan, other, at); });
    if (first != earlier.end())
      run.tell_twice(plan.outline[at].address, row.title.span, plan.rows[*first].title.span,
                     say("`{}` và `{}` là cùng một việc", "`{}` and `{}` are the same item",
                         plan.outline[*first].address, plan.outline[at].address),
                     {"bỏ một dòng, hoặc ghi rõ hai việc khác nhau ở đâu",
                      "delete one row, or say what makes the two differ"});
    earlier.push_back(at);
  }
}

void twice(const RuleRun& run) {
  for (const Plan& plan : run.project.plans)
    if (plan.kind == RecordKind::plan) twice_in(plan, run);
}

constexpr Rule kRules[] = {
    {{.id = "P311",
      .severity = Severity::info,
      .title = {"dấu ngoặc, dấu nháy không đủ cặp", "unpaired brackets and quotes"},
      .what = {"Trong một văn bản có dấu ngoặc hay dấu nháy kép mở mà không đóng, hoặc đóng mà "
               "không mở.",
               "A text has a bracket or double quote that opens and isn't closed, or closes and "
               "wasn't opened."},
      .why = {"Thường là chữ bị cắt khi chép từ ô này sang ô khác.",
              "Usually a text was cut off where it was copied from cell to cell."},
      .wrong = "title: Trồng cây (cây xanh\n",
      .right = "title: Trồng cây (cây xanh)\n"},
     slips<kUnpaired>},
    {{.id = "P312",
      .severity = Severity::info,
      .title = {"chữ sót lại khi chuyển tệp", "leftovers of a conversion"},
      .what = {"Trong văn bản có thẻ hay ký hiệu HTML, dấu trang của Word, dấu của Markdown hay mã "
               "lỗi của Excel.",
               "A text has HTML tags or entities, Word bookmarks, Markdown marks or Excel error "
               "codes."},
      .why = {"Chúng không phải lời của văn bản, mà sẽ được in ra.",
              "They aren't words of the document, and would be printed."},
      .wrong = "title: Trồng&nbsp;cây\n",
      .right = "title: Trồng cây\n"},
     slips<kLeftover>},
    {{.id = "P313",
      .severity = Severity::info,
      .title = {"nhiều dấu cách liền nhau", "several blanks in a row"},
      .what = {"Giữa hai từ có từ hai dấu cách trở lên.",
               "There are two blanks or more between two words."},
      .why = {"Bản in sẽ có chỗ hở, và tìm nguyên cụm từ thì không thấy.",
              "It shows in print, and a search for the words doesn't find them."},
      .wrong = "title: Trồng  cây\n",
      .right = "title: Trồng cây\n"},
     slips<kBlanks>},
    {{.id = "P314",
      .severity = Severity::info,
      .title = {"một việc ghi hai lần", "an item that stands twice"},
      .what = {"Hai việc cùng tên mà không khác nhau ở người phụ trách, đơn vị, thời gian hay chỉ "
               "tiêu.",
               "Two items have the same title, and neither leader, units, times nor targets tell "
               "them apart."},
      .why = {"Thường là dòng bị chép hai lần; việc ấy sẽ bị đếm hai lần.",
              "Usually a row was copied twice; the item would be counted twice."},
      .frame = Frame::rows,
      .given = "- {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n",
      .wrong = "- {number: \"2\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n",
      .right = "- {number: \"2\", title: Trồng hoa, leader: a, lead: b, due: Năm 2026}\n"},
     twice},
};

}  // namespace

std::span<const Rule> text_rules() { return kRules; }

}  // namespace wardplan
