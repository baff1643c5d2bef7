#include "standing/state.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "records/readings.h"

namespace wardplan {
namespace {

/// `2024-02-01 in-progress due Tháng 3/2024`: a day, then a status and an extension, or neither.
Update entry(const std::string& line) {
  Update update;
  update.date = {.value = parse_date(line.substr(0, 10)).value(), .span = {}, .given = true};
  std::string rest = line.size() > 11 ? line.substr(11) : "";
  if (const StatusWord* word = status_by_token(rest.substr(0, rest.find(' ')))) {
    update.status = {{.value = word->status, .span = {}, .given = true}};
    rest = rest.size() > word->token.size() ? rest.substr(word->token.size() + 1) : "";
  }
  if (rest.starts_with("due ")) update.due = {{std::string(rest.substr(4)), {}, true}};
  if (rest.starts_with("value ")) update.value = {{std::string(rest.substr(6)), {}, true}};
  return update;
}

Row row_of(const std::string& start, const std::string& due,
           const std::vector<std::string>& updates) {
  Row row;
  row.start = {{start, {}, !start.empty()}};
  row.due = {{due, {}, !due.empty()}};
  for (const std::string& line : updates) row.updates.push_back(entry(line));
  Plan plan;
  plan.year.value = 2023;
  plan.rows.push_back(std::move(row));
  static Readings readings;
  read_texts(plan, readings);
  return std::move(plan.rows.front());
}

Date day(std::string_view written) { return parse_date(written).value(); }

/// The parts of a text between one sign and the next, without the blanks around them.
std::vector<std::string> parts(const std::string& line, char sign) {
  std::vector<std::string> all;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, sign);) {
    const std::size_t begin = std::min(part.find_first_not_of(' '), part.size());
    all.push_back(part.substr(begin, part.find_last_not_of(' ') + 1 - begin));
  }
  return all;
}

/// `overdue 2023-06-30 -1`: state, deadline, days left, each `-` where there is none.
std::string shown(const Standing& standing) {
  return std::string(state_words()[static_cast<std::size_t>(standing.state)].token) + ' ' +
         (standing.due.deadline ? iso(*standing.due.deadline) : "-") + ' ' +
         (standing.days_left ? std::to_string(*standing.days_left) : "-");
}

/// Lines of `start | due | updates; … | day [soon N] | standing | words | words in English`, of
/// items of a plan of 2023.
void check_all(const std::string& table) {
  for (const std::string& line : parts(table, '\n')) {
    if (line.empty()) continue;
    CAPTURE(line);
    const auto cells = parts(line, '|');
    REQUIRE(cells.size() == 7);
    const Row row = row_of(cells[0], cells[1], parts(cells[2], ';'));
    const std::string& when = cells[3];
    const int soon = when.size() > 10 ? std::stoi(when.substr(16)) : kSoonDays;
    const Standing standing = standing_at(row, nullptr, day(when.substr(0, 10)), soon);
    CHECK(shown(standing) == cells[4]);
    CHECK(in_words(standing).vi == cells[5]);
    CHECK(in_words(standing).en == cells[6]);
  }
}

TEST_CASE("the state before, on and after the deadline of an item that isn't done") {
  check_all(R"(
| Tháng 6/2023 | | 2023-01-01 | within-time 2023-06-30 180 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | | 2023-06-14 | within-time 2023-06-30 16 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | | 2023-06-15 | due-soon 2023-06-30 15 | chưa thực hiện, sắp đến hạn (còn 15 ngày) | not started, due soon (in 15 days)
| Tháng 6/2023 | | 2023-06-29 | due-soon 2023-06-30 1 | chưa thực hiện, sắp đến hạn (còn 1 ngày) | not started, due soon (in 1 day)
| Tháng 6/2023 | | 2023-06-30 | due-soon 2023-06-30 0 | chưa thực hiện, sắp đến hạn (trong ngày) | not started, due soon (that day)
| Tháng 6/2023 | | 2023-07-01 | overdue 2023-06-30 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
| Tháng 6/2023 | | 2024-06-30 | overdue 2023-06-30 -366 | chưa thực hiện, quá hạn 366 ngày | not started, overdue by 366 days
| Tháng 6/2023 | 2023-02-01 in-progress | 2023-07-02 | overdue 2023-06-30 -2 | đang thực hiện, quá hạn 2 ngày | in progress, overdue by 2 days
| Tháng 6/2023 | | 2023-06-29 soon 0 | within-time 2023-06-30 1 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | | 2023-06-30 soon 0 | due-soon 2023-06-30 0 | chưa thực hiện, sắp đến hạn (trong ngày) | not started, due soon (that day)
| Tháng 6/2023 | | 2023-05-31 soon 30 | due-soon 2023-06-30 30 | chưa thực hiện, sắp đến hạn (còn 30 ngày) | not started, due soon (in 30 days)
)");
}

TEST_CASE("the deadline is the last day of the due, of leap years, quarters and other years too") {
  check_all(R"(
| Tháng 2/2024 | | 2024-01-01 | within-time 2024-02-29 59 | chưa thực hiện, trong hạn | not started, within time
| Tháng 2/2023 | | 2023-01-01 | within-time 2023-02-28 58 | chưa thực hiện, trong hạn | not started, within time
| 29/2/2024 | | 2024-03-01 | overdue 2024-02-29 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
| Quý I/2024 | | 2024-01-01 | within-time 2024-03-31 90 | chưa thực hiện, trong hạn | not started, within time
| Quý I, Quý II | | 2023-01-01 | within-time 2023-06-30 180 | chưa thực hiện, trong hạn | not started, within time
| Năm 2023 | | 2023-01-01 | within-time 2023-12-31 364 | chưa thực hiện, trong hạn | not started, within time
| Tháng 11 | | 2023-01-01 | within-time 2023-11-30 333 | chưa thực hiện, trong hạn | not started, within time
| Năm học 2022 - 2023 | | 2023-01-01 | within-time 2023-05-31 150 | chưa thực hiện, trong hạn | not started, within time
Tháng 1/2023 | Tháng 3,7,10/2023 | | 2023-08-01 | within-time 2023-10-31 91 | chưa thực hiện, trong hạn | not started, within time
)");
}

TEST_CASE(
    "without a due, a start of several times gives the deadline, one of a single time does not") {
  check_all(R"(
Tháng 6, 11/2023 | | | 2023-07-01 | within-time 2023-11-30 152 | chưa thực hiện, trong hạn | not started, within time
Tháng 6, 11/2023 | Tháng 12/2023 | | 2023-07-01 | within-time 2023-12-31 183 | chưa thực hiện, trong hạn | not started, within time
Tháng 3/2023 | | | 2023-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
Quý I, Quý II | | | 2023-07-01 | overdue 2023-06-30 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
Hàng tháng | | | 2023-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
| | | 2023-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
| Khi nào xong thì xong | | 2024-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
Tháng 6/2023 | Khi nào xong thì xong | | 2024-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
Tháng 6/2023 | Theo tiến độ dự án | | 2024-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
)");
}

TEST_CASE("what is continuous is never overdue by itself, and closes with its due") {
  check_all(R"(
Thường xuyên | | | 2030-01-01 | without-deadline - - | thường xuyên, chưa có cập nhật | continuous, not reported on
Thường xuyên | | 2023-03-05 in-progress | 2030-01-01 | without-deadline - - | đang thực hiện, thường xuyên, cập nhật gần nhất 05/03/2023 | in progress, continuous, last reported on 2023-03-05
Thường xuyên | | 2023-03-05 in-progress; 2023-04-01 | 2023-12-31 | without-deadline - - | đang thực hiện, thường xuyên, cập nhật gần nhất 01/04/2023 | in progress, continuous, last reported on 2023-04-01
Thường xuyên | | 2023-04-01 value 3 buổi | 2023-12-31 | without-deadline - - | chưa thực hiện, thường xuyên, cập nhật gần nhất 01/04/2023 | not started, continuous, last reported on 2023-04-01
Thường xuyên | | 2023-04-01 in-progress | 2023-03-31 | without-deadline - - | thường xuyên, chưa có cập nhật | continuous, not reported on
| Thường xuyên | | 2030-01-01 | without-deadline - - | thường xuyên, chưa có cập nhật | continuous, not reported on
Thường xuyên | | 2023-04-01 done | 2023-12-31 | done-without-deadline - - | hoàn thành (không hạn) | done (without deadline)
Thường xuyên | Tháng 10/2023 | | 2023-11-01 | overdue 2023-10-31 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
Thường xuyên | Tháng 10/2023 | 2023-10-31 done | 2023-11-01 | done-on-time 2023-10-31 0 | hoàn thành đúng hạn | done on time
Thường xuyên | | 2023-04-01 due Tháng 5/2023 | 2023-06-01 | overdue 2023-05-31 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
)");
}

TEST_CASE("an extension holds from the day on which it was recorded") {
  check_all(R"(
| Tháng 6/2023 | 2023-06-20 due Tháng 9/2023 | 2023-06-19 | due-soon 2023-06-30 11 | chưa thực hiện, sắp đến hạn (còn 11 ngày) | not started, due soon (in 11 days)
| Tháng 6/2023 | 2023-06-20 due Tháng 9/2023 | 2023-06-20 | within-time 2023-09-30 102 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | 2023-06-20 due Tháng 9/2023 | 2023-10-01 | overdue 2023-09-30 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
| Tháng 6/2023 | 2023-08-01 due Tháng 12/2023; 2023-06-20 due Tháng 9/2023 | 2023-07-31 | within-time 2023-09-30 61 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | 2023-08-01 due Tháng 12/2023; 2023-06-20 due Tháng 9/2023 | 2023-08-01 | within-time 2023-12-31 152 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | 2023-06-20 due Tháng 9/2023; 2023-06-20 due Tháng 8/2023 | 2023-07-01 | within-time 2023-08-31 61 | chưa thực hiện, trong hạn | not started, within time
| Tháng 6/2023 | 2023-06-20 due khi nào xong | 2023-07-01 | without-deadline - - | chưa thực hiện, không hạn | not started, without deadline
)");
}

TEST_CASE("done is early before the time of the due begins, on time in it, late after it") {
  check_all(R"(
| Tháng 12/2023 | 2023-11-30 done | 2024-06-01 | done-early 2023-12-31 31 | hoàn thành trước hạn | done early
| Tháng 12/2023 | 2023-12-01 done | 2024-06-01 | done-on-time 2023-12-31 30 | hoàn thành đúng hạn | done on time
| Tháng 12/2023 | 2023-12-31 done | 2024-06-01 | done-on-time 2023-12-31 0 | hoàn thành đúng hạn | done on time
| Tháng 12/2023 | 2024-01-01 done | 2024-06-01 | done-late 2023-12-31 -1 | hoàn thành quá hạn 1 ngày | done late by 1 day
| Tháng 12/2023 | 2024-01-02 done | 2024-06-01 | done-late 2023-12-31 -2 | hoàn thành quá hạn 2 ngày | done late by 2 days
| Tháng 12/2023 | 2024-01-02 done | 2024-01-01 | overdue 2023-12-31 -1 | chưa thực hiện, quá hạn 1 ngày | not started, overdue by 1 day
| 15/10/2023 | 2023-10-14 done | 2024-06-01 | done-early 2023-10-15 1 | hoàn thành trước hạn | done early
| Tháng 3,7,10/2023 | 2023-07-31 done | 2024-06-01 | done-early 2023-10-31 92 | hoàn thành trước hạn | done early
| Khi nào xong thì xong | 2023-07-31 done | 2024-06-01 | done-without-deadline - - | hoàn thành (không hạn) | done (without deadline)
)");
}

TEST_CASE("done counts from the day since when it has been so, by the due that held then") {
  check_all(R"(
| Tháng 6/2023 | 2023-06-10 done; 2023-06-25 in-progress; 2023-07-05 done | 2023-07-10 | done-late 2023-06-30 -5 | hoàn thành quá hạn 5 ngày | done late by 5 days
| Tháng 6/2023 | 2023-06-10 done; 2023-06-25 in-progress; 2023-07-05 done | 2023-07-01 | overdue 2023-06-30 -1 | đang thực hiện, quá hạn 1 ngày | in progress, overdue by 1 day
| Tháng 6/2023 | 2023-06-10 done; 2023-06-25 in-progress; 2023-07-05 done | 2023-06-24 | done-on-time 2023-06-30 20 | hoàn thành đúng hạn | done on time
| Tháng 6/2023 | 2023-06-10 done; 2023-07-05 done; 2023-08-05 | 2023-09-01 | done-on-time 2023-06-30 20 | hoàn thành đúng hạn | done on time
| Tháng 6/2023 | 2023-06-10 done; 2023-06-20; 2023-07-05 done | 2023-09-01 | done-on-time 2023-06-30 20 | hoàn thành đúng hạn | done on time
| Tháng 6/2023 | 2023-07-05 done; 2023-06-25 in-progress; 2023-06-10 done | 2023-07-10 | done-late 2023-06-30 -5 | hoàn thành quá hạn 5 ngày | done late by 5 days
| Tháng 6/2023 | 2023-06-10 in-progress; 2023-06-10 done | 2023-06-10 | done-on-time 2023-06-30 20 | hoàn thành đúng hạn | done on time
| Tháng 6/2023 | 2023-06-10 done; 2023-06-10 in-progress | 2023-06-10 | within-time 2023-06-30 20 | đang thực hiện, trong hạn | in progress, within time
| Tháng 6/2023 | 2023-06-20 due Tháng 9/2023; 2023-09-05 done | 2023-10-01 | done-on-time 2023-09-30 25 | hoàn thành đúng hạn | done on time
| Tháng 6/2023 | 2023-09-05 done due Tháng 9/2023 | 2023-10-01 | done-on-time 2023-09-30 25 | hoàn thành đúng hạn, gia hạn khi đã quá hạn 67 ngày | done on time, extended when 67 days overdue
| Tháng 6/2023 | 2023-09-05 done; 2023-09-06 due Tháng 9/2023 | 2023-10-01 | done-late 2023-06-30 -67 | hoàn thành quá hạn 67 ngày | done late by 67 days
)");
}

TEST_CASE("paused and cancelled stand above the deadline, until someone goes on") {
  check_all(R"(
| Tháng 6/2023 | 2023-03-01 paused | 2023-07-01 | paused 2023-06-30 - | tạm dừng | paused
| Tháng 6/2023 | 2023-03-01 cancelled | 2023-07-01 | cancelled 2023-06-30 - | hủy | cancelled
| Tháng 6/2023 | 2023-03-01 paused; 2023-04-01 in-progress | 2023-07-01 | overdue 2023-06-30 -1 | đang thực hiện, quá hạn 1 ngày | in progress, overdue by 1 day
| Tháng 6/2023 | 2023-03-01 paused; 2023-04-01 | 2023-07-01 | paused 2023-06-30 - | tạm dừng | paused
Thường xuyên | | 2023-03-01 paused | 2023-07-01 | paused - - | tạm dừng | paused
)");
}

TEST_CASE("a standing says who set the due, when it was done and what came last") {
  const Row row = row_of("", "Tháng 6/2023",
                         {"2023-09-05 done", "2023-06-20 due Tháng 9/2023", "2023-09-20 value 5"});
  const Standing before = standing_at(row, nullptr, day("2023-06-19"));
  CHECK(before.due.text == &row.due);
  CHECK(before.due.extension == nullptr);
  CHECK(before.last == nullptr);
  CHECK(before.status == Status::not_started);
  const Standing extended = standing_at(row, nullptr, day("2023-06-20"));
  CHECK(extended.due.text == &row.updates[1].due);
  CHECK(extended.due.extension == &row.updates[1]);
  CHECK(extended.last == &row.updates[1]);
  CHECK_FALSE(extended.done_on);
  const Standing done = standing_at(row, nullptr, day("2023-10-01"));
  CHECK(done.done_on == day("2023-09-05"));
  CHECK(done.last == &row.updates[2]);
  const auto entries = history(row, day("2023-09-05"));
  CHECK(entries == std::vector<const Update*>{&row.updates[1], &row.updates[0]});
}

TEST_CASE("an entry whose day could not be read is none") {
  Row row = row_of("", "Tháng 6/2023", {"2023-06-10 done"});
  row.updates[0].date.given = false;
  CHECK(history(row, day("2030-01-01")).empty());
  CHECK(standing_at(row, nullptr, day("2023-06-20")).status == Status::not_started);
}

TEST_CASE("every state is known by its token and by its words, with or without marks") {
  std::set<std::string_view> tokens;
  for (const StateWord& word : state_words()) {
    CAPTURE(word.token);
    CHECK(tokens.insert(word.token).second);
    CHECK(static_cast<std::size_t>(&word - state_words().data()) ==
          static_cast<std::size_t>(word.state));
    for (const std::string_view said : {word.token, word.words.vi, word.words.en})
      CHECK(state_by_words(said) == &word);
  }
  CHECK(state_by_words("QUA  HAN")->state == State::overdue);
  CHECK(state_by_words("sap den han")->state == State::due_soon);
  CHECK(state_by_words("quá") == nullptr);
  CHECK(state_by_words("") == nullptr);
}

TEST_CASE("every kind of schedule has a token of its own") {
  std::set<std::string_view> tokens;
  for (int kind = 0; kind <= static_cast<int>(ScheduleKind::mixed); ++kind) {
    CAPTURE(kind);
    CHECK(tokens.insert(schedule_word(static_cast<ScheduleKind>(kind)).token).second);
  }
}

}  // namespace
}  // namespace wardplan
