// The days of rounds and of movements: of their year, and in the order in which things happen.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/rule.h"
#include "standing/model.h"
#include "standing/state.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

template <class Check>
void each_round(const RuleRun& run, Check check) {
  each_of_kind(run, RecordKind::criteria, [&](const Plan& plan, const RuleRun&) {
    for (const Round& round : plan.rounds)
      if (round.when.given) check(plan, round, run);
  });
}

void without_days(const Plan& plan, const Round& round, const RuleRun& run) {
  if (!round.when.read->occurrences.empty()) return;
  run.tell("", {round.when.span},
           say("thời gian `{}` của đợt `{}` không cho biết ngày nào",
               "the time `{}` of round `{}` gives no days", round.when.value, round.number.value),
           say("viết như `Tháng 5/{}`", "write as in `Tháng 5/{}`", plan.year.value));
}

void round_of_other_year(const Plan& plan, const Round& round, const RuleRun& run) {
  const int year = plan.year.value;
  // Where all is of another year, that is told once.
  if (!is_of_other_year(plan, round) || is_of_other_year(plan)) return;
  const auto moved = in_year(round.when.value, year);
  run.tell(
      "", {round.when.span},
      say("thời gian `{}` của đợt `{}` nằm ngoài năm {}",
          "the time `{}` of round `{}` lies outside {}", round.when.value, round.number.value,
          year),
      moved ? say("nếu gõ nhầm năm, viết `{}`", "if the year is mistyped, write `{}`", moved->text)
            : Message{"nếu gõ nhầm năm thì sửa năm", "if the year is mistyped, mend it"});
}

/// Whether a text speaks of this round: `đợt 1`, not `đợt 12`.
bool names_round(const std::string& key, const Round& round) {
  const std::string name = "dot " + fold_bare(round.number.value);
  for (std::size_t at = key.find(name); at != std::string::npos; at = key.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (end == key.size() || std::string_view(" ,.;)").find(key[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

/// Whether a title is that of the round itself, not of what is prepared or sent about it.
bool is_of_round(const std::string& key) {
  return std::ranges::any_of(std::array{"kiem tra", "xet", "danh gia", "cham", "tham dinh", "dot"},
                             [&](const char* word) { return key.starts_with(word); });
}

/// Of a round's own dates in the plan those that are at odds with its time.
std::vector<const Row*> dates_at_odds(const Plan& plan, const Round& round) {
  std::vector<const Row*> dates;
  const Schedule& when = *round.when.read;
  if (when.occurrences.empty() || is_of_other_year(plan, round)) return dates;
  for (const Row& date : plan.dates) {
    const Schedule& due = *date.due.read;
    const std::string key = fold_bare(date.title.value);
    if (!due.last || !is_of_round(key) || !names_round(key, round)) continue;
    const bool before = *due.last < *when.first;
    if (before || due.first.value_or(*due.last) > when.occurrences.back().last)
      dates.push_back(&date);
  }
  return dates;
}

/// The round above one that is held later, or null.
const Round* later_above(const Plan& plan, const Round& round) {
  const Round* above = nullptr;
  for (const Round& other : plan.rounds) {
    if (&other == &round) break;
    const bool known = other.when.given && !other.when.read->occurrences.empty();
    if (known && !is_of_other_year(plan, other)) above = &other;
  }
  const Schedule& when = *round.when.read;
  const bool later = above != nullptr && !when.occurrences.empty() &&
                     !is_of_other_year(plan, round) && *when.first < *above->when.read->first;
  return later ? above : nullptr;
}

void round_out_of_order(const Plan& plan, const Round& round, const RuleRun& run) {
  const Round* above = later_above(plan, round);
  if (above == nullptr) return;
  // Where the round's own date says another time, that is the fault.
  if (!dates_at_odds(plan, round).empty() && dates_at_odds(plan, *above).empty()) return;
  run.tell("", {round.when.span},
           say("đợt `{}` có thời gian trước đợt `{}` đứng trên nó",
               "round `{}` is held before `{}`, which stands above it", round.number.value,
               above->number.value),
           {"đổi chỗ hai thời gian, hoặc xếp các đợt theo thời gian",
            "swap the two times, or put the rounds in the order of their days"},
           {{above->when.span, Phrase{"muộn hơn", "later"}}});
}

void round_at_odds(const Plan& plan, const Round& round, const RuleRun& run) {
  for (const Row* date : dates_at_odds(plan, round)) {
    const Message seen =
        say("`{}` ghi `{}`, mà đợt `{}` là `{}`", "`{}` says `{}`, yet round `{}` is `{}`",
            date->number.value, date->due.value, round.number.value, round.when.value);
    // A round that is out of order as well is the one of the two that is wrong.
    if (later_above(plan, round) != nullptr)
      return run.tell("", {round.when.span}, seen,
                      say("có lẽ là `{}`", "probably `{}`", date->due.value),
                      {{date->due.span, Phrase{"mốc của đợt", "the round's date"}}});
    run.tell(date->number.value, {date->due.span}, seen,
             {"sửa `due` của mốc, hoặc `when` của đợt",
              "mend the `due` of the date, or the `when` of the round"},
             {{round.when.span, Phrase{"thời gian của đợt", "when the round is"}}});
  }
}

/// A day of a model, and what it is.
struct ModelDay {
  const Written<Date>* day;
  Phrase what;
};

std::vector<ModelDay> days_of(const Model& model) {
  std::vector<ModelDay> days;
  for (const ModelDay& each : {ModelDay{&model.registered, {"đăng ký", "was registered"}},
                               ModelDay{&model.submission.date, {"có tờ trình", "was submitted"}},
                               ModelDay{&model.published, {"công khai", "was published"}}})
    if (each.day->given) days.push_back(each);
  return days;
}

void model_of_other_year(const CheckedRow& item, const RuleRun& run) {
  if (!item.plan.year.given || is_of_other_year(item.plan)) return;
  const int year = item.plan.year.value;
  for (const auto& [day, what] : days_of(item.row.model)) {
    if (day->value >= first_of_month(year - 1, 12) && day->value <= last_of_month(year + 1, 1))
      continue;
    const Date moved = std::chrono::year(year) / day->value.month() / day->value.day();
    run.tell(item.address, {day->span},
             say("mô hình `{}` {} ngày {}, ngoài năm {} của phong trào",
                 "the model `{}` {} on {}, outside {}, the movement's year", item.address, what,
                 iso(day->value), year),
             moved.ok() ? say("nếu gõ nhầm năm, viết `{}`", "if the year is mistyped, write `{}`",
                              iso(moved))
                        : Message{"sửa ngày", "mend the date"});
  }
}

void published_too_early(const CheckedRow& item, const RuleRun& run) {
  const Model& model = item.row.model;
  const Written<Date>& listed = model.registered.given ? model.registered : model.submission.date;
  if (!model.published.given || !listed.given || model.published.value >= listed.value) return;
  // A day of a later year is told as that.
  if (item.plan.year.given && listed.value > last_of_month(item.plan.year.value + 1, 1)) return;
  const auto closing = closing_day(item.plan, Closes::registration, kEndOfHistory);
  // Of the two days the one that is late as well is the mistyped one.
  if (model.registered.given && closing && model.registered.value > *closing)
    return run.tell(item.address, {model.registered.span},
                    say("mô hình `{}` đăng ký ngày {}, sau khi đã công khai",
                        "the model `{}` was registered on {}, after it was published", item.address,
                        iso(model.registered.value)),
                    {"sửa ngày đăng ký", "mend the day of registration"},
                    {{model.published.span, Phrase{"công khai", "published"}}});
  run.tell(item.address, {model.published.span},
           say("mô hình `{}` công khai ngày {}, trước khi vào danh sách",
               "the model `{}` was published on {}, before it was on the list", item.address,
               iso(model.published.value)),
           {"sửa một trong hai ngày", "mend one of the two days"},
           {{listed.span, Phrase{"vào danh sách", "on the list"}}});
}

void tell_early_date(const Row& early, const Row& late, const RuleRun& run) {
  run.tell(early.number.value, {early.due.span},
           say("`{}` đến hạn trước `{}`", "`{}` is due before `{}`", early.number.value,
               late.number.value),
           {"sửa một trong hai thời gian", "mend one of the two times"},
           {{late.due.span, Phrase{"phải có trước", "has to come first"}}});
}

/// `Tổng kết phong trào năm 2026`, of no other year and no part of it.
bool is_summing_up(const std::string& key, int year) {
  if (!key.starts_with("tong ket")) return false;
  for (const int other : {year - 2, year - 1, year + 1})
    if (key.find(fmt::format("{}", other)) != std::string::npos) return false;
  return key.find("cao diem") == std::string::npos && key.find("chuyen de") == std::string::npos;
}

/// The date that closes registration or results on a day that is known, or null.
const Row* closing_date(const Plan& plan, Closes what) {
  const auto date = std::ranges::find_if(plan.dates, [&](const Row& row) {
    return row.closes.given && row.closes.value == what && row.due.read->last;
  });
  return date == plan.dates.end() ? nullptr : &*date;
}

/// When a model was registered, or had its first result; nothing where that isn't said.
std::optional<Date> day_of(const Row& model, Closes what) {
  if (what == Closes::registration) {
    // A submission says why it is late.
    const bool said = model.model.registered.given && model.model.submission.span.empty();
    return said ? std::optional(model.model.registered.value) : std::nullopt;
  }
  for (const Update& update : model.updates)
    if (update.date.given && update.status.given &&
        (update.status.value == Status::effective || update.status.value == Status::not_effective))
      return update.date.value;
  return std::nullopt;
}

void tell_mistyped_closing(const Plan& plan, Closes what, const RuleRun& run) {
  const Row* date = mistyped_closing(plan, what);
  if (date == nullptr) return;
  run.tell(
      date->number.value, {date->due.span},
      what == Closes::registration
          ? say("mọi mô hình có ghi ngày đều đăng ký sau mốc `{}`",
                "every model with a date was registered after the date `{}`", date->number.value)
          : say("mọi kết quả có ghi ngày đều sau mốc `{}`",
                "every dated result is after the date `{}`", date->number.value),
      {"sửa `due` nếu gõ nhầm; nếu đúng thì xem lại ngày của từng mô hình",
       "mend the `due` if it is mistyped; if it is right, check the day of each model"});
}

/// What registration, results and the summing-up wait for comes before them.
void dates_out_of_order(const Plan& plan, const RuleRun& run) {
  const Row* registration = closing_date(plan, Closes::registration);
  const Row* results = closing_date(plan, Closes::results);
  tell_mistyped_closing(plan, Closes::registration, run);
  if (results == nullptr) return;
  if (registration == nullptr || *results->due.read->last >= *registration->due.read->last)
    tell_mistyped_closing(plan, Closes::results, run);
  if (registration != nullptr && *results->due.read->last < *registration->due.read->last)
    tell_early_date(*results, *registration, run);
  for (const Row& date : plan.dates)
    if (!date.closes.given && date.due.read->last &&
        is_summing_up(fold_bare(date.title.value), plan.year.value) &&
        *date.due.read->last < *results->due.read->last)
      tell_early_date(date, *results, run);
}

void continued_from_later(const CheckedRow& item, const RuleRun& run) {
  const Number& from = item.row.model.continued_from;
  const Number& year = item.plan.year;
  if (!from.given || !year.given || from.value <= year.value) return;
  run.tell(item.address, {from.span},
           say("mô hình `{}` tiếp nối từ năm {}, sau năm {} của phong trào",
               "the model `{}` goes on from {}, which is later than the movement's {}",
               item.address, from.value, year.value),
           {"sửa năm, hoặc bỏ `continued_from` nếu mô hình bắt đầu năm nay",
            "mend the year, or drop `continued_from` where the model begins this year"},
           {{year.span, Phrase{"năm của phong trào", "the movement's year"}}});
}

constexpr Rule kRules[] = {
    {{.id = "C215",
      .title = {"đợt kiểm tra không có ngày", "a round without days"},
      .what = {"Thời gian của đợt không cho biết ngày nào, hoặc không hiểu được.",
               "The time of a round gives no days, or isn't understood."},
      .why = {"Không biết kết luận ghi sớm hay muộn hơn đợt ấy.",
              "Nobody can tell whether a verdict is earlier or later than the round."},
      .frame = Frame::year,
      .wrong = "rounds: [{number: \"1\", when: Thường xuyên}]\n",
      .right = "rounds: [{number: \"1\", when: Tháng 5/2026}]\n"},
     [](const RuleRun& run) { each_round(run, without_days); }},
    {{.id = "C216",
      .title = {"đợt kiểm tra ngoài năm", "a round of another year"},
      .what = {"Thời gian của đợt nằm ngoài năm ghi ở `year`.",
               "The time of a round lies outside the record's `year`."},
      .why = {"Thường là năm gõ nhầm, hoặc chép lại từ năm trước.",
              "Usually the year is mistyped, or copied from last year."},
      .frame = Frame::year,
      .wrong = "rounds: [{number: \"1\", when: Tháng 5/2025}]\n",
      .right = "rounds: [{number: \"1\", when: Tháng 5/2026}]\n"},
     [](const RuleRun& run) { each_round(run, round_of_other_year); }},
    {{.id = "C217",
      .title = {"các đợt kiểm tra sai thứ tự", "rounds out of order"},
      .what = {"Một đợt có thời gian trước đợt đứng trên nó.",
               "A round is held before the one above it."},
      .why = {"Có lẽ hai thời gian bị đổi chỗ, và kết luận được tính cho đợt khác.",
              "Probably two times were swapped, and verdicts count for the other round."},
      .frame = Frame::year,
      .wrong =
          "rounds: [{number: \"1\", when: Tháng 11/2026}, {number: \"2\", when: Tháng 5/2026}]\n",
      .right =
          "rounds: [{number: \"1\", when: Tháng 5/2026}, {number: \"2\", when: Tháng 11/2026}]\n"},
     [](const RuleRun& run) { each_round(run, round_out_of_order); }},
    {{.id = "C218",
      .title = {"đợt kiểm tra không khớp mốc của nó", "a round at odds with its date"},
      .what = {"Một mốc của `reporting` là của một đợt (`Kiểm tra đợt 1`) mà thời gian không khớp "
               "đợt ấy; mốc chuẩn bị hay gửi báo cáo về đợt thì không xét.",
               "A date of `reporting` is that of a round (`Kiểm tra đợt 1`), but its time isn't "
               "the round's; dates for preparing a round or reporting on it are left aside."},
      .why = {"Một trong hai thời gian sai, và có người chuẩn bị theo thời gian sai ấy.",
              "One of the two is wrong, and people may prepare for it."},
      .frame = Frame::year,
      .given = "rounds: [{number: \"1\", when: Tháng 5/2026}]\n",
      .wrong = "reporting: [{id: dot-1, title: Kiểm tra đợt 1, due: Tháng 6/2026}]\n",
      .right = "reporting: [{id: dot-1, title: Kiểm tra đợt 1, due: 15/5/2026}]\n"},
     [](const RuleRun& run) { each_round(run, round_at_odds); }},
    {{.id = "M206",
      .title = {"ngày ngoài năm của phong trào", "a day outside the movement's year"},
      .what =
          {"Ngày đăng ký, tờ trình hay công khai của mô hình nằm ngoài năm của phong trào; tháng "
           "12 năm trước và tháng 1 năm sau thì không sao.",
           "A model was registered, submitted or published outside the movement's year; the "
           "December before and the January after are fine."},
      .why = {"Thường là năm gõ nhầm; mô hình bị tính là đăng ký sớm hay muộn.",
              "Usually the year is mistyped, and the model counts as early or late."},
      .frame = Frame::model,
      .wrong = "registered: 2025-02-10\n",
      .right = "registered: 2026-02-10\n"},
     [](const RuleRun& run) { each_model(run, model_of_other_year); }},
    {{.id = "M207",
      .title = {"công khai trước khi đăng ký", "published before registered"},
      .what = {"Ngày công khai của mô hình đứng trước ngày đăng ký, hay trước ngày tờ trình nếu mô "
               "hình không đăng ký.",
               "A model was published before it was registered or, where it wasn't, before its "
               "submission."},
      .why = {"Một trong hai ngày sai.", "One of the two days is wrong."},
      .frame = Frame::model,
      .given = "registered: 2026-02-10\n",
      .wrong = "published: 2026-02-05\n",
      .right = "published: 2026-02-25\n"},
     [](const RuleRun& run) { each_model(run, published_too_early); }},
    {{.id = "M208",
      .title = {"các mốc của phong trào sai thứ tự", "dates of a movement out of order"},
      .what =
          {"Mốc kết quả đến trước mốc đăng ký, mốc tổng kết đến trước mốc kết quả, hoặc mọi mô "
           "hình có ghi ngày (từ ba mô hình) đều đăng ký hay có kết quả sau mốc.",
           "Results are due before registration closes, the summing-up before results, or every "
           "model (of three or more) is registered, or has its result, after the date."},
      .why = {"Một trong hai thời gian sai, và có mô hình bị tính nhầm là muộn.",
              "One of the two is wrong, and models are called late that aren't."},
      .frame = Frame::file,
      .given = "kind: movement\nformat: 1\nward: mau\nyear: 2026\ntitle: Phong trào năm 2026\n"
               "name: Dân vận khéo\nfields: []\nmodels: []\ndates:\n"
               "  - {id: ket-qua, title: Kết quả, due: Trước ngày 10/9/2026, closes: results}\n",
      .wrong = "  - {id: tong-ket, title: Tổng kết, due: Tháng 8/2026}\n",
      .right = "  - {id: tong-ket, title: Tổng kết, due: Tháng 11/2026}\n"},
     [](const RuleRun& run) { each_of_kind(run, RecordKind::movement, dates_out_of_order); }},
    {{.id = "M210",
      .title = {"tiếp nối từ một năm sau", "continued from a later year"},
      .what = {"`continued_from` của mô hình là một năm sau năm của phong trào.",
               "A model's `continued_from` is a year later than the movement's."},
      .why = {"Không tiếp nối được từ năm chưa đến; năm ấy được in trong mẫu.",
              "Nothing goes on from a year that is to come, and the form prints it."},
      .frame = Frame::model,
      .wrong = "continued_from: 2027\n",
      .right = "continued_from: 2025\n"},
     [](const RuleRun& run) { each_model(run, continued_from_later); }},
};

}  // namespace

bool is_of_other_year(const Plan& plan, const Round& round) {
  const int year = plan.year.value;
  const Schedule& when = *round.when.read;
  return !when.occurrences.empty() && (is_outside(when, year) || ends_after(when, year));
}

const Row* mistyped_closing(const Plan& plan, Closes what) {
  // So many that it is certain; no more are looked at, since every model asks.
  constexpr std::size_t kLeast = 3, kEnough = 100;
  const Row* closing = closing_date(plan, what);
  // A day of another year is told as such.
  if (closing == nullptr || is_outside(*closing->due.read, plan.year.value)) return nullptr;
  std::size_t dated = 0;
  for (std::size_t at = 0; at < plan.rows.size() && at < kEnough; ++at) {
    const auto day = day_of(plan.rows[at], what);
    if (!day) continue;
    if (*day <= *closing->due.read->last) return nullptr;
    ++dated;
  }
  return dated >= kLeast ? closing : nullptr;
}

std::span<const Rule> day_rules() { return kRules; }

}  // namespace wardplan
