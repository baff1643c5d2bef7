// What the documents of one ward and year say of events and names: the same everywhere.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
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

/// Every text of each plan that has its document.
void each_document_text(const RuleRun& run, auto see) {
  for (const Plan& plan : run.project.plans)
    if (plan.document.given()) each_text(plan, [&](const Text& text) { see(plan, text); });
}

/// What is compared among the documents of one ward and year.
using OfYear = std::tuple<const Ward*, int, std::string>;

/// Whether one time holds the other: a day in its month.
bool holds(const Schedule& a, const Schedule& b) {
  return *a.first <= *b.first && *b.last <= *a.last;
}

void dated_in_two_ways(const RuleRun& run) {
  std::map<OfYear, const Event*> met;
  each_passage(run, [&](const CheckedPassage& passage, const RuleRun&) {
    for (const Event& event : passage.row.passage.events) {
      if (!event.name.given || !event.date.read->first || !event.date.read->last) continue;
      const auto [first, fresh] = met.emplace(
          OfYear(passage.plan.ward, passage.plan.year.value, fold_tones(event.name.value)), &event);
      const Schedule &here = *event.date.read, &there = *first->second->date.read;
      if (fresh || holds(here, there) || holds(there, here)) continue;
      run.tell(passage.address, {event.date.span},
               say("`{}` được ghi hai ngày: `{}` và `{}`", "`{}` is dated in two ways: `{}`, `{}`",
                   event.name.value, first->second->date.value, event.date.value),
               {"xem ngày nào đúng; bản đã ban hành thì ghi vào `accepted`",
                "see which is right; where it was issued so, put it under `accepted`"},
               {{first->second->date.span, {"ngày kia ở đây", "the other one"}}});
    }
  });
}

/// `kỷ niệm 20 năm ngày thành lập Quận`: how much of which unit since what.
struct Anniversary {
  std::string number;
  std::string unit;
  /// The first words of what is celebrated.
  std::string of;
  TextPart part;
};

/// What stands behind the words for a celebration from there on, or nothing.
std::optional<Anniversary> anniversary_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kWords = 2;
  std::vector<std::string_view> words = split(name_from(text, at), " ");
  if (words.size() < 2 || !std::ranges::all_of(words[0], is_digit)) return std::nullopt;
  const std::string unit = fold_tones(words[1]);
  const auto is_unit = [&](std::string_view known) { return unit == fold_tones(known); };
  constexpr std::string_view kUnits[] = {"năm", "tháng", "tuần", "ngày"};
  if (std::ranges::none_of(kUnits, is_unit)) return std::nullopt;
  Anniversary found{std::string(words[0]), unit, {}, {at, at}};
  found.part.end = static_cast<std::size_t>(words[1].data() + words[1].size() - text.data());
  words.erase(words.begin(), words.begin() + 2);
  if (!words.empty() && fold_tones(words[0]) == fold_tones("ngày")) words.erase(words.begin());
  for (std::size_t word = 0; word < std::min(words.size(), kWords); ++word)
    found.of += fold_tones(trimmed_signs(words[word], ",.;:()")) + ' ';
  return words.size() < kWords ? std::nullopt : std::optional(std::move(found));
}

void celebrated_in_two_ways(const RuleRun& run) {
  struct Met {
    std::string unit;
    Span span;
  };
  std::map<std::tuple<OfYear, std::string>, Met> met;
  const auto judge = [&](const Plan& plan, const Text& text, const Anniversary& found) {
    const Span span = part_of(run.project.sources, text, found.part.begin, found.part.end);
    const auto [first, fresh] =
        met.emplace(std::tuple(OfYear(plan.ward, plan.year.value, found.number), found.of),
                    Met{found.unit, span});
    if (fresh || first->second.unit == found.unit) return;
    const std::string words =
        text.value.substr(found.part.begin, found.part.end - found.part.begin);
    run.tell(address_at(run.project, span), {span},
             say("một lễ kỷ niệm nêu hai cách: `{}`", "one celebration in two ways: `{}`", words),
             {"xem chỗ nào đúng; bản đã ban hành thì ghi vào `accepted`",
              "see which is right; where it was issued so, put it under `accepted`"},
             {{first->second.span, {"cách kia ở đây", "the other way"}}});
  };
  each_document_text(run, [&](const Plan& plan, const Text& text) {
    for (const std::string_view word : {"kỷ niệm ", "Kỷ niệm "})
      for (std::size_t at = text.value.find(word); at != std::string::npos;
           at = text.value.find(word, at + 1))
        if (const auto found = anniversary_at(text.value, at + word.size()))
          judge(plan, text, *found);
  });
}

// Names in quotes.

/// What stands between curly quotes in a text: the name of a programme, as documents quote it.
struct Quoted {
  const Plan* plan;
  const Text* text;
  TextPart part;

  std::string words() const { return text->value.substr(part.begin, part.end - part.begin); }
};

std::vector<Quoted> quoted_in(const Plan& plan, const Text& text) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  std::vector<Quoted> all;
  const std::string_view value = text.value;
  for (std::size_t at = value.find(kOpen); at != std::string_view::npos;) {
    const std::size_t begin = at + kOpen.size(), end = value.find(kClose, begin);
    if (end == std::string_view::npos) break;
    all.push_back({&plan, &text, {begin, end}});
    at = value.find(kOpen, end);
  }
  return all;
}

/// A name is long enough to be recognised by how it begins; what comes behind the most words isn't
/// compared.
constexpr std::size_t kFirstWords = 4, kFewestWords = 7, kMostWords = 60;

/// The words of a name without the signs around them.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : split(name, " "))
    if (const auto bare = trimmed_signs(word, ",.;:!?()-–");
        !bare.empty() && words.size() < kMostWords)
      words.push_back(fold_tones(bare));
  return words;
}

/// Whether one is the other, cut short.
bool is_cut(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::equal(std::span(a).first(std::min(a.size(), b.size())),
                            std::span(b).first(std::min(a.size(), b.size())));
}

/// How many words two names have in common, in their order.
std::size_t common_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::size_t> most(b.size() + 1);
  for (const std::string& word : a)
    for (std::size_t at = 0, before = 0; at < b.size(); ++at) {
      const std::size_t longer = word == b[at] ? before + 1 : std::max(most[at], most[at + 1]);
      before = std::exchange(most[at + 1], longer);
    }
  return most.back();
}

/// Whether two names that begin alike differ in a third of their words at most, and are no two
/// (`Toàn dân đoàn kết xây dựng đời sống văn hóa`, `… nông thôn mới, đô thị văn minh`).
bool is_nearly(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return 3 * common_words(a, b) >= 2 * std::max(a.size(), b.size());
}

void quoted_in_two_ways(const RuleRun& run) {
  std::map<std::tuple<const Ward*, int, std::vector<std::string>>, Quoted> met;
  const auto judge = [&](const Quoted& quoted) {
    const std::vector<std::string> words = words_of(quoted.words());
    if (words.size() < kFewestWords) return;
    const std::vector<std::string> begin(words.begin(), words.begin() + kFirstWords);
    const auto [first, fresh] =
        met.emplace(std::tuple(quoted.plan->ward, quoted.plan->year.value, begin), quoted);
    if (fresh) return;
    const std::vector<std::string> others = words_of(first->second.words());
    if (is_cut(words, others) || !is_nearly(words, others)) return;
    const Sources& sources = run.project.sources;
    const Span span = part_of(sources, *quoted.text, quoted.part.begin, quoted.part.end);
    const Quoted& other = first->second;
    run.tell(address_at(run.project, span), {span},
             {"một tên trong ngoặc kép nêu hai cách", "one quoted name in two ways"},
             {"xem tên nào đúng; bản đã ban hành thì ghi vào `accepted`",
              "see which is right; where it was issued so, put it under `accepted`"},
             {{part_of(sources, *other.text, other.part.begin, other.part.end),
               {"cách kia ở đây", "the other way"}}});
  };
  each_document_text(run, [&](const Plan& plan, const Text& text) {
    for (const Quoted& quoted : quoted_in(plan, text)) judge(quoted);
  });
}

// Days.

/// The day that breaks off behind its second stroke (`15/10/`), from there on, or nothing.
std::optional<TextPart> broken_day_from(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('/', from); at != std::string_view::npos;
       at = text.find('/', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool numbers = at > begin && at - begin <= 2 && end > at + 1 && end - at <= 3;
    const bool alone = begin == 0 || is_one_of(text[begin - 1], " (,;");
    if (!numbers || !alone || end == text.size() || text[end] != '/') continue;
    if (++end == text.size() || is_one_of(text[end], " ),.;")) return TextPart{begin, end};
  }
  return std::nullopt;
}

void broken_days(const RuleRun& run) {
  each_document_text(run, [&](const Plan&, const Text& text) {
    for (auto day = broken_day_from(text.value, 0); day;
         day = broken_day_from(text.value, day->end)) {
      const Span span = part_of(run.project.sources, text, day->begin, day->end);
      run.tell(address_at(run.project, span), {span},
               say("ngày `{}` bỏ lửng sau dấu gạch", "the day `{}` breaks off",
                   text.value.substr(day->begin, day->end - day->begin)),
               {"viết thêm năm, hoặc bỏ dấu gạch cuối", "add the year, or drop the last stroke"});
    }
  });
}

// Days that aren't in the calendar.

void unread_events(const CheckedPassage& passage, const RuleRun& run) {
  for (const Event& event : passage.row.passage.events) {
    if (!event.date.given || event.date.read->understood()) continue;
    const auto& [begin, end, why, help] = *event.date.read->unread;
    run.tell(passage.address, {part_of(run.project.sources, event.date, begin, end)},
             say("không hiểu ngày `{}` của sự kiện: {}", "the day `{}` of the event: {}",
                 event.date.value, why),
             help.empty() ? Message{"viết như `15/10`, `15/10/2026` hay `Tháng 10/2026`",
                                    "write as in `15/10`, `15/10/2026` or `Tháng 10/2026`"}
                          : help);
  }
}

/// The whole day (`30/02/2026`) from there on, its numbers with it, or nothing.
struct WholeDay {
  TextPart part;
  Date day;
};
std::optional<WholeDay> whole_day_from(std::string_view text, std::size_t from) {
  constexpr std::string_view kDigits = "0123456789";
  for (std::size_t begin = text.find_first_of(kDigits, from); begin < text.size();
       begin = text.find_first_of(kDigits, begin)) {
    std::vector<int> numbers;
    std::size_t end = begin;
    while (numbers.size() < 3) {
      const std::size_t last = pass(text, kDigits, end);
      if (last == end || last - end > 4) break;
      numbers.push_back(std::stoi(std::string(text.substr(end, last - end))));
      end = last;
      if (numbers.size() == 3 || end == text.size() || text[end] != '/') break;
      ++end;
    }
    const bool alone = (begin == 0 || is_one_of(text[begin - 1], " (,;-")) &&
                       (end == text.size() || is_one_of(text[end], " ),.;:\n"));
    if (numbers.size() == 3 && alone && numbers[2] >= 1900 && numbers[2] <= 2100)
      return WholeDay{{begin, end}, day_of(numbers)};
    begin = pass(text, "0123456789/", begin);
  }
  return std::nullopt;
}

/// The texts of a plan whose days other rules tell: its times, and the line under its title.
std::set<const Text*> texts_of_time(const Plan& plan) {
  std::set<const Text*> times = {&plan.issued};
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    const Row& row = plan.row(at);
    times.insert({&row.start, &row.due});
    for (const Update& update : row.updates) times.insert(&update.due);
  }
  for (const Round& round : plan.rounds) times.insert(&round.when);
  for (const Row& row : plan.document.text)
    for (const Event& event : row.passage.events) times.insert(&event.date);
  return times;
}

void days_of_no_calendar(const RuleRun& run) {
  each_passage(run, unread_events);
  std::map<const Plan*, std::set<const Text*>> times;
  for (const Plan& plan : run.project.plans)
    if (plan.document.given()) times.emplace(&plan, texts_of_time(plan));
  each_document_text(run, [&](const Plan& plan, const Text& text) {
    if (times.at(&plan).contains(&text)) return;
    for (auto day = whole_day_from(text.value, 0); day;
         day = whole_day_from(text.value, day->part.end)) {
      if (day->day.ok()) continue;
      const Span span = part_of(run.project.sources, text, day->part.begin, day->part.end);
      run.tell(address_at(run.project, span), {span},
               say("ngày `{}` không có trên lịch", "`{}` is not in the calendar",
                   text.value.substr(day->part.begin, day->part.end - day->part.begin)),
               {"xem lại ngày", "check the day"});
    }
  });
}

constexpr std::string_view kText =
    "rows: []\ndocument:\n  text:\n    - {number: I, heading: Mục}\n";

constexpr Rule kRules[] = {
    {{.id = "D203",
      .title = {"một sự kiện hai ngày", "an event dated in two ways"},
      .what =
          {"Hai chỗ của văn bản ghi ngày khác nhau cho cùng một sự kiện, hay một lễ kỷ niệm nêu "
           "hai đơn vị: `kỷ niệm 20 năm thành lập Quận`, `kỷ niệm 20 ngày thành lập Quận`.",
           "Two places of the text give one event different days, or one celebration other "
           "units: 20 years of something, and 20 days of it."},
      .why = {"Đơn vị chuẩn bị theo ngày nào cũng có thể sai.",
              "Whichever day units prepare for may be wrong."},
      .frame = Frame::plan,
      .given = "rows: []\ndocument:\n  text:\n"
               "    - {text: Kỷ niệm, events: [{name: ngày Dân vận, date: 15/10}]}\n",
      .wrong = "    - {text: Tổng kết, events: [{name: ngày Dân vận, date: 16/10}]}\n",
      .right = "    - {text: Tổng kết, events: [{name: ngày Dân vận, date: 15/10/2026}]}\n"},
     [](const RuleRun& run) {
       dated_in_two_ways(run);
       celebrated_in_two_ways(run);
     }},
    {{.id = "D204",
      .title = {"một tên nêu hai cách", "a quoted name in two ways"},
      .what = {"Một tên dài trong ngoặc kép “…” (chủ đề, chương trình) được nêu khác nhau ở hai "
               "chỗ trong các văn bản của một phường.",
               "A long name in quotes “…” (a theme, a programme) differs between two places of one "
               "ward's documents."},
      .why = {"Một trong hai chỗ chép sai tên.", "One of the two is miscopied."},
      .frame = Frame::plan,
      .given = "rows: []\ndocument:\n  about: Chủ đề “Năm cây xanh, chăm lo đời sống, kỷ niệm "
               "thành lập Quận”\n  text:\n",
      .wrong = "    - {text: \"Chủ đề “Năm cây xanh, chăm lo đời sống, chào mừng thành lập "
               "Quận”\"}\n",
      .right = "    - {text: \"Chủ đề “Năm cây xanh, chăm lo đời sống”\"}\n"},
     quoted_in_two_ways},
    {{.id = "D205",
      .title = {"ngày bỏ lửng", "a day that breaks off"},
      .what = {"Một ngày trong văn bản dừng ở dấu gạch, thiếu năm: `15/10/`.",
               "A day in the text ends with a stroke and lacks its year: `15/10/`."},
      .why = {"Năm bị bỏ quên, hoặc gõ thừa dấu gạch.",
              "The year was left out, or a stroke typed."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "    - {text: Kỷ niệm (15/10/)}\n",
      .right = "    - {text: Kỷ niệm (15/10)}\n"},
     broken_days},
    {{.id = "D209",
      .title = {"ngày không có trên lịch", "a day that isn't in the calendar"},
      .what = {"Ngày của một sự kiện không đọc được, hoặc lời văn nêu một ngày không có trên lịch: "
               "`30/02/2026`.",
               "The day of an event can't be read, or the text names a day that isn't in the "
               "calendar: `30/02/2026`."},
      .why = {"Được in như vậy, và ngày ấy không so được với chỗ khác.",
              "It is printed so, and can't be compared with what other places say."},
      .frame = Frame::plan,
      .given = kText,
      .wrong = "    - {text: Tổng kết, events: [{name: Hội nghị, date: 30/02/2026}]}\n",
      .right = "    - {text: Tổng kết, events: [{name: Hội nghị, date: 28/02/2026}]}\n"},
     days_of_no_calendar},
};

}  // namespace

std::span<const Rule> saying_rules() { return kRules; }

}  // namespace wardplan
