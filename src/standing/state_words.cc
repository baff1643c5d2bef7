// What people are told of where an item stands.
#include <cstdlib>

#include "standing/state.h"

namespace wardplan {
namespace {

/// What is never overdue by itself says how long ago it was reported on.
Message last_report(const Standing& standing) {
  if (standing.last == nullptr)
    return Phrase{"thường xuyên, chưa có cập nhật", "continuous, not reported on"};
  const Date on = standing.last->date.value;
  return say("thường xuyên, cập nhật gần nhất {}", "continuous, last reported on {}", written(on));
}

Message by_days(const Phrase& state, const Standing& standing) {
  const int days = std::abs(standing.days_left.value_or(0));
  const std::string in_english = counted(days, "day");
  if (standing.state == State::overdue || standing.state == State::done_late)
    return say("{} {} ngày", "{0} by {2}", state, days, in_english);
  if (standing.state != State::due_soon) return state;
  if (days == 0) return say("{} (trong ngày)", "{} (that day)", state);
  return say("{} (còn {} ngày)", "{0} (in {2})", state, days, in_english);
}

}  // namespace

Message time_in_words(const Standing& standing) {
  if (standing.occurrences == 0) return {};
  return say("lần {}/{}", "time {}/{}", standing.occurrence, standing.occurrences);
}

Message with_time(const Standing& standing, const Message& said) {
  const Message time = time_in_words(standing);
  return time.empty() ? said : say("{}: {}", "{}: {}", time, said);
}

ToldStatus told_status(const Standing& standing) {
  if (standing.own == nullptr)
    return {status_word(standing.status).token, status_word(standing.status).words};
  const std::string& name = standing.own->name.value;
  return {standing.own->id.value, {name, name}};
}

ToldStatus told_status(const SaidStatus& said) {
  Standing standing;
  standing.status = said.value;
  standing.own = said.own;
  return told_status(standing);
}

Message waiting_in_words(const Standing& standing) {
  if (standing.waiting == nullptr) return {};
  return say("chờ {} từ {}", "waiting for {} since {}", standing.waiting->waits_for().value,
             written(standing.waiting->date.value));
}

Message state_in_words(const Standing& standing) {
  const bool goes_on = standing.state == State::without_deadline && standing.continuous;
  const Message state =
      goes_on ? last_report(standing) : by_days(state_word(standing.state).words, standing);
  Message words = state;
  if (standing.extended_late && bucket_of(standing) != Bucket::aside)
    words += say(", gia hạn khi đã quá hạn {} ngày", ", extended when {1} overdue",
                 *standing.extended_late, counted(*standing.extended_late, "day"));
  const Message waiting = waiting_in_words(standing);
  return waiting.empty() ? words : say("{}, {}", "{}, {}", words, waiting);
}

Message in_words(const Standing& standing) {
  const Message state = state_in_words(standing);
  const bool unreported = standing.continuous && standing.last == nullptr && !standing.due.deadline;
  if ((!is_open(standing.status) && standing.own == nullptr) || unreported) return state;
  return say("{}, {}", "{}, {}", told_status(standing).words, state);
}

}  // namespace wardplan
