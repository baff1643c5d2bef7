// The texts of records as they were typed or copied: marks without partner, what programs left,
// blanks too many, and items that stand twice.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
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
    {"{} dấu ngoặc hay dấu nháy không đủ cặp hoặc sai chiều",
     "{} brackets or quotes have no partner or are turned the wrong way"},
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

constexpr Slip kDoubled = {&Glance::doubled,
                           doubled,
                           {"trong `{}` có chữ hay dấu gõ lặp", "`{}` has a word or sign twice"},
                           {"{} chỗ gõ lặp từ hay dấu câu", "{} places have a word or sign twice"},
                           {"bỏ phần thừa", "delete one"}};
constexpr Slip kOldLetters = {&Glance::old_letters,
                              old_letters,
                              {},
                              {"{} chỗ còn ở bảng mã cũ hoặc hỏng do chuyển mã",
                               "{} places are in an old encoding or broken by a conversion"},
                              {}};

/// A place of a slip, and what it should be, if that is known.
struct Slipped {
  Span span;
  TextPart part;
};

/// Labels of a finding beside its first.
constexpr std::size_t kMostLabels = 4;

/// Tells the slips of one file.
void tell_slips(const Slip& slip, const std::vector<Slipped>& places, const RuleRun& run) {
  const TextPart& first = places.front().part;
  std::vector<Label> more;
  for (std::size_t at = 1; at < places.size() && at <= kMostLabels; ++at) {
    const std::string& meant = places[at].part.meant;
    more.push_back({places[at].span,
                    meant.empty() ? Message{"ở đây nữa", "here, too"}
                                  : say("ở đây nữa: gõ `{}`", "here, too: type `{}`", meant)});
  }
  if (places.size() > kMostLabels + 1)
    more.back().text =
        say("và {} chỗ nữa, từ đây", "and {} more places, from here", places.size() - kMostLabels);
  const bool one = places.size() == 1;
  const Phrase& words = !one ? slip.several : first.what.vi.empty() ? slip.one : first.what;
  const auto worded = [&](std::string_view pattern) {
    const std::string_view seen = run.project.sources.text(places.front().span);
    return one ? fmt::format(fmt::runtime(pattern), seen, first.meant)
               : fmt::format(fmt::runtime(pattern), places.size());
  };
  run.tell("", {places.front().span}, {worded(words.vi), worded(words.en)},
           first.meant.empty() ? Message(slip.help) : say("gõ `{}`", "type `{}`", first.meant),
           std::move(more));
}

template <const Slip& kSlip>
void slips(const RuleRun& run) {
  std::map<FileId, std::vector<Slipped>> places;
  for (const auto& [file, text, seen] : odd_texts(run)) {
    if (!(seen.*kSlip.may_be)) continue;
    for (TextPart& part : kSlip.find(text->value)) {
      const Span span = part_of(run.project.sources, *text, part.begin, part.end);
      places[file].push_back({span, std::move(part)});
    }
  }
  for (auto& [file, found] : places) {
    std::ranges::sort(found, {}, [](const Slipped& place) { return place.span.begin; });
    tell_slips(kSlip, found, run);
  }
}

// Items that stand twice.

using FoldedNames = std::vector<std::pair<std::optional<std::size_t>, std::string>>;

/// Blanks in a title of more than four words.
constexpr std::ptrdiff_t kLongTitle = 4;

/// What tells the work of an item from that of others with the same words, folded.
struct Work {
  const Row* row;
  RowIndex section;
  FoldedNames leader, lead;
  std::string start, due;
  std::vector<std::string> goals;
  /// So many words are hardly meant for two works of one section.
  bool long_title;
};

FoldedNames folded(const std::vector<Name>& names) {
  FoldedNames all;
  for (const Name& name : names) all.emplace_back(name.index, fold(name.as.value));
  return all;
}

Work work_of(const Plan& plan, std::size_t at) {
  const Row& row = plan.rows[at];
  Work work{&row,
            plan.outline[at].section,
            folded(row.leader),
            folded(row.lead),
            fold(row.start.value),
            fold(row.due.value),
            {},
            std::ranges::count(trimmed(row.text().value), ' ') >= kLongTitle};
  for (const Target& target : row.targets) work.goals.push_back(fold(target.goal.value));
  return work;
}

/// Where one of the two says nothing, they don't differ.
template <class Said>
bool differ(const Said& a, const Said& b) {
  return !a.empty() && !b.empty() && a != b;
}

/// The same words for other units, another time or another target is other work. Under two headings
/// they may be two works, unless units or times are the same, too.
bool is_twice(const Work& a, const Work& b) {
  const bool says_more =
      (!a.lead.empty() && !b.lead.empty()) || (a.row->due.given && b.row->due.given);
  return (says_more || a.section == b.section) && !differ(a.due, b.due) &&
         !differ(a.lead, b.lead) && !differ(a.leader, b.leader) && !differ(a.start, b.start) &&
         !differ(a.goals, b.goals);
}

/// Of one section even for others, or for another target.
bool is_named_twice(const Work& a, const Work& b) {
  return a.long_title && a.section == b.section && !differ(a.due, b.due) &&
         !differ(a.start, b.start);
}

/// Works that were met already, in their order.
struct Works {
  std::deque<Work> all = {};
  std::unordered_map<std::string, std::vector<const Work*>> by_due = {};
};

const Work* first_same(const Works& met, const Work& work) {
  const auto same = [&](const Work& other) {
    return is_twice(other, work) || is_named_twice(other, work);
  };
  if (work.due.empty()) {
    const auto any = std::ranges::find_if(met.all, same);
    return any == met.all.end() ? nullptr : &*any;
  }
  // Of those that have a due only the same one can be meant.
  const Work* first = nullptr;
  for (const std::string& due : {work.due, std::string()}) {
    const auto with = met.by_due.find(due);
    if (with == met.by_due.end()) continue;
    for (const Work* other : with->second) {
      if (!same(*other)) continue;
      if (first == nullptr || other->row < first->row) first = other;
      break;
    }
  }
  return first;
}

void tell_work_twice(const Plan& plan, const Work& first, const Work& again, const RuleRun& run) {
  const std::string& before = plan.outline[first.row->at].address;
  const std::string& address = plan.outline[again.row->at].address;
  run.tell_twice(address, again.row->text().span, first.row->text().span,
                 is_twice(first, again) ? say("`{}` và `{}` là cùng một việc",
                                              "`{}` and `{}` are the same item", before, address)
                                        : say("`{}` và `{}` ghi cùng một tên",
                                              "`{}` and `{}` have the same title", before, address),
                 {"bỏ một dòng, hoặc ghi rõ hai việc khác nhau ở đâu",
                  "delete one row, or say what makes the two differ"});
}

/// An item, or a step by the row whose step it is: plans say the same steps of each item.
struct Worded {
  RowIndex step_of;
  /// The last bytes of its text: without these no other text is the same.
  std::uint32_t ends;
  std::size_t at;
  std::string text = {};

  bool may_be_as(const Worded& other) const {
    return step_of == other.step_of && ends == other.ends;
  }
};

std::uint32_t ends_of(const std::string& text) {
  std::uint32_t ends = 0;
  for (std::size_t at = text.size() - std::min<std::size_t>(text.size(), 4); at < text.size(); ++at)
    ends = ends << 8 | static_cast<unsigned char>(text[at]);
  return ends;
}

/// Those of a plan, with what may be the same words beside each other.
std::vector<Worded> by_ends(const Plan& plan) {
  std::vector<Worded> rows;
  rows.reserve(plan.rows.size());
  for (const Row& row : plan.rows)
    if (is_sound_item(row))
      rows.push_back({plan.outline[row.at].step_of, ends_of(row.text().value), row.at});
  std::ranges::sort(rows, {},
                    [](const Worded& row) { return std::tie(row.step_of, row.ends, row.at); });
  return rows;
}

/// Rows of the same words.
void twice_among(const Plan& plan, std::span<const Worded> rows, const RuleRun& run) {
  Works met;
  for (const Worded& row : rows) {
    Work work = work_of(plan, row.at);
    if (const Work* first = first_same(met, work)) tell_work_twice(plan, *first, work, run);
    const Work& kept = met.all.emplace_back(std::move(work));
    met.by_due[kept.due].push_back(&kept);
  }
}

void twice_in(const Plan& plan, const RuleRun& run) {
  std::vector<Worded> rows = by_ends(plan);
  for (auto begin = rows.begin(), end = begin; begin != rows.end(); begin = end) {
    end = std::find_if_not(begin, rows.end(),
                           [&](const Worded& row) { return row.may_be_as(*begin); });
    if (end - begin < 2) continue;
    for (auto row = begin; row != end; ++row) row->text = fold(plan.rows[row->at].text().value);
    std::sort(begin, end, [](const Worded& a, const Worded& b) {
      return std::tie(a.text, a.at) < std::tie(b.text, b.at);
    });
    for (auto same = begin, next = same; same != end; same = next) {
      next = std::find_if_not(same, end, [&](const Worded& row) { return row.text == same->text; });
      if (next - same > 1) twice_among(plan, {same, next}, run);
    }
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
               "tiêu; hoặc cùng một tên dài trong một mục mà không khác thời gian.",
               "Two items have the same title, and neither leader, units, times nor targets tell "
               "them apart; or the same long title in one section at the same time."},
      .why = {"Thường là dòng bị chép hai lần; việc ấy sẽ bị đếm hai lần.",
              "Usually a row was copied twice; the item would be counted twice."},
      .frame = Frame::rows,
      .given = "- {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n",
      .wrong = "- {number: \"2\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n",
      .right = "- {number: \"2\", title: Trồng hoa, leader: a, lead: b, due: Năm 2026}\n"},
     twice},
    {{.id = "P315",
      .severity = Severity::info,
      .title = {"từ hay dấu câu gõ lặp", "a word or sign typed twice"},
      .what =
          {"Một từ không bao giờ láy (`của của`, `quảng cáo quảng cáo`) đứng hai lần liền nhau, "
           "hoặc đoạn chữ kết thúc bằng `;;`, `,,`, `..`.",
           "A word that is never said twice (`của của`, `quảng cáo quảng cáo`) stands twice in a "
           "row, or a text ends with `;;`, `,,` or `..`."},
      .why = {"Thường là lỗi gõ hay lỗi chép, và sẽ được in ra.",
              "Usually a slip of typing or copying, which would be printed."},
      .wrong = "title: Gia đình đạt đạt chuẩn\n",
      .right = "title: Gia đình đạt chuẩn\n"},
     slips<kDoubled>},
    {{.id = "P316",
      .title = {"chữ ở mã cũ hoặc hỏng do chuyển mã", "text in an old or a wrong encoding"},
      .what = {"Một đoạn chữ còn ở bảng mã TCVN3 (ABC) hay VNI, hoặc là UTF-8 bị đọc thành "
               "Windows-1252.",
               "A text is in the old encoding TCVN3 (ABC) or VNI, or is UTF-8 that was read as "
               "Windows-1252."},
      .why = {"Không có phông chữ cũ thì không ai đọc được; tên và thời gian cũng không hiểu được.",
              "Without the old fonts nobody can read it, nor are names and times understood."},
      .wrong = "title: Trång c©y xanh\n",
      .right = "title: Trồng cây xanh\n"},
     slips<kOldLetters>},
};

}  // namespace

std::span<const Rule> text_rules() { return kRules; }

}  // namespace wardplan
