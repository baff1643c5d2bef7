#include "fuzz/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>

#include "figures/goal.h"
#include "support/figures.h"
#include "times/schedule.h"
#include "unit/schedule_texts.h"

namespace wardplan::test {
namespace {

constexpr int kYear = 2026;

[[noreturn]] void fail(std::string_view text, const std::string& what) {
  fmt::print(stderr, "property of texts broken: `{}`: {}\n", text, what);
  std::abort();
}

void require(bool holds, std::string_view text, const char* what) {
  if (!holds) fail(text, what);
}

bool are_same(const Schedule& a, const Schedule& b) {
  const auto same = [](const Stretch& one, const Stretch& other) {
    return one.first == other.first && one.last == other.last;
  };
  return a.kind == b.kind && a.also == b.also && a.first == b.first && a.last == b.last &&
         a.recurrences == b.recurrences && a.year_assumed == b.year_assumed &&
         a.approximate == b.approximate && a.understood() == b.understood() &&
         std::ranges::equal(a.occurrences, b.occurrences, same);
}

/// A day that is printed is read as that day again.
void check_day(std::string_view text, const std::optional<Date>& day) {
  if (!day) return;
  require(day->ok(), text, "a day that the calendar hasn't");
  const Schedule again = parse_schedule(written(*day).vi, kYear);
  require(again.understood() && again.first == day && again.last == day, text,
          "a day of it is not read as it is printed");
}

void check_stretches(std::string_view text, const Schedule& schedule) {
  const Stretch* before = nullptr;
  for (const Stretch& stretch : schedule.occurrences) {
    require(stretch.first.ok() && stretch.last.ok() && stretch.first <= stretch.last, text,
            "a stretch that runs backwards");
    require(before == nullptr || before->last < stretch.first, text, "stretches out of order");
    before = &stretch;
  }
  require(!schedule.first || !schedule.last || *schedule.first <= *schedule.last, text,
          "it ends before it begins");
}

/// What is offered in its place is read as was said.
void check_offers(std::string_view text, const Schedule& schedule) {
  const std::string own(text);
  if (const auto moved = in_year(own, kYear + 1)) {
    const Schedule again = parse_schedule(moved->text, kYear + 1);
    require(again.understood() && are_same(again, moved->read), text,
            "with another year it is not read as was said");
  }
  if (const auto full = with_year(own, kYear)) {
    const Schedule again = parse_schedule(*full, kYear);
    require(!again.year_assumed && again.first == schedule.first && again.last == schedule.last,
            text, "with its year it is other days");
  }
}

bool withstand_time(std::string_view text) {
  const Schedule schedule = parse_schedule(text, kYear);
  require(are_same(schedule, parse_schedule(text, kYear)), text, "read twice it differs");
  const Message said = describe(schedule);
  require(!said.vi.empty() && !said.en.empty(), text, "nothing describes it");
  if (schedule.unread) {
    const Unread& unread = *schedule.unread;
    require(unread.begin <= unread.end && unread.end <= text.size(), text, "blamed outside of it");
    require(!unread.why.vi.empty() && schedule.occurrences.empty() && !schedule.last, text,
            "days of what is not understood");
    return false;
  }
  check_day(text, schedule.first);
  check_day(text, schedule.last);
  check_stretches(text, schedule);
  check_offers(text, schedule);
  return true;
}

template <class T>
const std::optional<T>& sound(std::string_view text, const wardplan::Reading<T>& read) {
  const auto& [begin, end, reason, help, readings] = read.problem;
  require(read.value.has_value() == reason.empty(), text, "neither read nor refused, or both");
  require(begin <= end && end <= text.size(), text, "blamed outside of it");
  return read.value;
}

/// The goal's own figure meets it, unless it has to be more or less than that.
void check_against_itself(std::string_view text, const Goal& goal) {
  const Judgement own = judge(goal, goal.quantity);
  if (own.outcome == Outcome::unknown) return;
  const bool meets =
      goal.comparator != Comparator::more_than && goal.comparator != Comparator::less_than;
  require((own.outcome == Outcome::met) == meets, text, "its own figure isn't what it says");
  require(goal.any_change || implies(goal, goal).value_or(true), text, "it doesn't imply itself");
}

void check_judgement(std::string_view text, const Goal& goal, const Quantity& value) {
  const Judgement first = judge(goal, value), again = judge(goal, value);
  require(first.outcome == again.outcome && first.difference == again.difference &&
              first.reason.vi == again.reason.vi,
          text, "judged twice it differs");
  require((first.outcome == Outcome::unknown) == (first.obstacle != Obstacle::none) &&
              (first.outcome == Outcome::unknown) == !first.reason.empty(),
          text, "unknown without a reason");
  const Message words = in_words(goal, first);
  require(words.vi.empty() == words.en.empty(), text, "said in one language");
}

bool withstand_figures(std::string_view text, std::string_view second) {
  const wardplan::Reading<Goal> goal_read = parse_goal(text);
  const wardplan::Reading<Quantity> own_read = parse_quantity(text),
                                    value_read = parse_quantity(second);
  const auto& goal = sound(text, goal_read);
  const auto& own = sound(text, own_read);
  const auto& value = sound(second, value_read);
  for (const auto& read : {own, value}) {
    if (!read) continue;
    require(read->least <= read->most, text, "a range that runs downwards");
    require(!read->fraction || read->fraction->whole > 0, text, "it divides by 0");
  }
  if (goal) require(shown(*goal) == shown(*parse_goal(text).value), text, "read twice it differs");
  if (goal) check_against_itself(text, *goal);
  if (goal && own) check_judgement(text, *goal, *own);
  if (goal && value) check_judgement(text, *goal, *value);
  return goal || own;
}

/// Goals, each with a value below it.
constexpr std::string_view kFigures[] = {"trên 97%\n97,5%",
                                         "91,7% (11/12)\n11/12 tổ",
                                         "2-3 triệu đồng/sổ\n2.500.000 đồng/sổ",
                                         "ít nhất 5 - 7 mô hình\n8 mô hình",
                                         "giảm so với cùng kỳ 6 tháng đầu năm 2025\ngiảm gần 3 vụ",
                                         "giảm 1 - 1,5% trở lên\ntăng 2%",
                                         "nhóm 01 - 10 trên tổng số 103 xã\nhạng 7/103",
                                         "1.250 lượt\n1,250 lượt",
                                         "dưới 0,5 vụ/1.000 dân\n0,4 vụ/1.000 dân",
                                         "không để xảy ra ngộ độc (≥ 30 người)\n0 vụ",
                                         "mỗi ấp ít nhất 01 tuyến\n1 tuyến/ấp",
                                         "5 tổ dân phố\n05 TDP",
                                         "khoảng 12.345%\n12‰"};

}  // namespace

std::vector<std::string> text_samples() {
  std::vector<std::string> samples(std::begin(kFigures), std::end(kFigures));
  for (const Reading& reading : kReadings) samples.emplace_back(reading.text);
  for (const Unreadable& unreadable : kUnreadables) samples.emplace_back(unreadable.text);
  return samples;
}

bool withstand_texts(std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  const std::string_view text = bytes.substr(0, line);
  const std::string_view second =
      line == std::string_view::npos ? std::string_view() : bytes.substr(line + 1);
  const bool time = withstand_time(bytes);
  const bool figures = withstand_figures(text, second.substr(0, second.find('\n')));
  return time || figures;
}

}  // namespace wardplan::test
