#include "standing/state.h"

#include <algorithm>
#include <iterator>

#include "records/steps.h"
#include "standing/results.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr BucketWord kBucketWords[] = {
    {Bucket::done, "done-in-time", {"hoàn thành không quá hạn", "done in time"}},
    {Bucket::done_late, "done-late", {"hoàn thành quá hạn", "done late"}},
    {Bucket::open, "open", {"chưa xong, chưa quá hạn", "open, not overdue"}},
    {Bucket::overdue, "overdue", {"quá hạn", "overdue"}},
    {Bucket::aside, "set-aside", {"tạm dừng, hủy", "paused or cancelled"}},
};

constexpr StateWord kStateWords[] = {
    {State::done_early, "done-early", {"hoàn thành trước hạn", "done early"}, Bucket::done},
    {State::done_on_time, "done-on-time", {"hoàn thành đúng hạn", "done on time"}, Bucket::done},
    {State::done_late, "done-late", {"hoàn thành quá hạn", "done late"}, Bucket::done_late},
    {State::done_without_deadline,
     "done-without-deadline",
     {"hoàn thành (không hạn)", "done (without deadline)"},
     Bucket::done},
    {State::within_time, "within-time", {"trong hạn", "within time"}, Bucket::open},
    {State::due_soon, "due-soon", {"sắp đến hạn", "due soon"}, Bucket::open},
    {State::overdue, "overdue", {"quá hạn", "overdue"}, Bucket::overdue},
    {State::without_deadline, "without-deadline", {"không hạn", "without deadline"}, Bucket::open},
    {State::paused, "paused", {"tạm dừng", "paused"}, Bucket::aside},
    {State::cancelled, "cancelled", {"hủy", "cancelled"}, Bucket::aside},
    {State::not_applicable, "not-applicable", {"không áp dụng", "not applicable"}, Bucket::aside},
    {State::scored, "scored", {"đã chấm", "scored"}, Bucket::done},
};

Due due_of(const WrittenTime& text, const Update* extension) {
  const auto& stretches = text.read->occurrences;
  Due due{.text = &text, .extension = extension, .deadline = deadline(*text.read)};
  if (!stretches.empty()) due.begins = stretches.back().first;
  return due;
}

/// What the row itself says: the day named beside its time settles when it is due.
Due own_due(const Row& row) {
  Due due = row.due.given ? due_of(row.due, nullptr) : Due{};
  if (!row.deadline.given) return due;
  due.deadline = row.deadline.value;
  if (due.begins && *due.begins > *due.deadline) due.begins.reset();
  return due;
}

bool is_done(Status status) { return status_word(status).closure == Closure::done; }

/// Early: before the time that the due names (`Tháng 12`) has begun.
State done_state(const Due& due, const Date& done_on) {
  if (!due.deadline) return State::done_without_deadline;
  if (done_on > *due.deadline) return State::done_late;
  return due.begins && done_on < *due.begins ? State::done_early : State::done_on_time;
}

const Update* last_extension(const std::vector<const Update*>& entries) {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
    if ((*entry)->due.given) return *entry;
  return nullptr;
}

/// Whom work waits for as the last entry says, by the first of those that say the same.
const Update* waiting_since(const std::vector<const Update*>& entries) {
  const Update* since = nullptr;
  for (const Update* entry : entries) {
    const bool same = since != nullptr && entry->waiting.given &&
                      fold(entry->waits_for().value) == fold(since->waits_for().value);
    if (!same) since = entry->waiting.given ? entry : nullptr;
  }
  return since;
}

void take_status(const Update& entry, Standing& standing) {
  standing.status = entry.status.value;
  standing.own = entry.status.own;
}

/// What was said last, and since when it is done.
void read_entries(const std::vector<const Update*>& entries, Standing& standing) {
  for (const Update* entry : entries) {
    standing.last = entry;
    if (entry->status.given) {
      take_status(*entry, standing);
      // What was done of it before is as if it weren't.
      if (standing.status == Status::not_started) standing.percent.reset();
    }
    if (entry->percent.given) standing.percent = entry->percent.value;
    // Of what is done in part nobody has to say that it was begun.
    const bool begun = !entry->status.given && entry->percent.given && entry->percent.value > 0;
    if (begun && standing.status == Status::not_started) {
      standing.status = Status::in_progress;
      standing.own = nullptr;
    }
  }
  standing.waiting = waiting_since(entries);
  if (!entries.empty() && entries.back()->obstacle.given) standing.obstructed = entries.back();
  if (is_done(standing.status)) standing.done_on = done_entries(entries).front()->date.value;
}

/// What isn't done, by how it was left or else by its deadline.
State state_of_undone(const Standing& standing, int soon) {
  switch (standing.status) {
    case Status::paused:
      return State::paused;
    case Status::cancelled:
      return State::cancelled;
    case Status::not_applicable:
      return State::not_applicable;
    case Status::not_started:
    case Status::in_progress:
    case Status::done:
    case Status::not_judged:
    case Status::met:
    case Status::not_met:
    case Status::effective:
    case Status::not_effective:
    case Status::scored:
      break;
  }
  if (!standing.days_left) return State::without_deadline;
  if (*standing.days_left < 0) return State::overdue;
  return *standing.days_left <= soon ? State::due_soon : State::within_time;
}

void settle_state(Standing& standing, const Date& as_of, int soon) {
  // What is over waits for nobody.
  if (!is_open(standing.status) && standing.status != Status::paused)
    standing.waiting = standing.obstructed = nullptr;
  const bool aside = status_word(standing.status).closure == Closure::aside;
  if (standing.due.deadline && !aside)
    standing.days_left = days_between(standing.done_on.value_or(as_of), *standing.due.deadline);
  if (standing.status == Status::scored)
    standing.state = State::scored;
  else
    standing.state = standing.done_on ? done_state(standing.due, *standing.done_on)
                                      : state_of_undone(standing, soon);
  // What is done is done whole, whatever was said on the way.
  if (standing.done_on && standing.percent < 100) standing.percent.reset();
}

/// The day of the last entry that says a status.
std::optional<Date> last_said(const std::vector<const Update*>& entries) {
  std::optional<Date> day;
  for (const Update* entry : entries)
    if (entry->status.given) day = entry->date.value;
  return day;
}

/// An open step ends with its item, unless it was said to be open after that.
void close_with_item(const Row& step, const Ward* ward, const std::vector<const Update*>& entries,
                     const Date& as_of, Standing& standing) {
  if (!is_open(standing.status)) return;
  const Row& row = item_of(step);
  const Standing item = standing_at(row, ward, as_of);
  if (is_open(item.status) || last_said(entries) > last_said(history(row, as_of))) return;
  standing.status = item.status;
  standing.own = item.own;
  standing.done_on = item.done_on;
}

/// Points alone end the work of a round.
void take_points(const Row& row, const Date& as_of, Standing& standing) {
  if (row.listed == nullptr) return;
  const Judged judged = judged_at(row, as_of, "");
  if (judged.status != Status::scored) return;
  standing.status = judged.status;
  standing.own = nullptr;
  standing.done_on = judged.by->date.value;
}

/// What came due before the ward was there is nobody's there; what is due after its last day goes
/// to whoever follows.
bool is_before(const Ward* ward, const Due& due) {
  return ward != nullptr && ward->from.given && due.deadline && *due.deadline < ward->from.value;
}

/// By how many days the work was overdue when an entry last put it off after the day that held
/// then, of those up to a day; `due`: its day before any. One that isn't later puts nothing off.
std::optional<int> overdue_when_extended(const std::vector<const Update*>& entries,
                                         std::optional<Date> due, const Date& until) {
  std::optional<int> days;
  for (const Update* entry : entries) {
    if (!entry->due.given || entry->date.value > until) continue;
    const auto next = deadline(*entry->due.read);
    if (due && entry->date.value > *due && next && *next > *due)
      days = days_between(*due, entry->date.value);
    due = next;
  }
  return days;
}

Standing standing_of_row(const Row& row, const Ward* ward, const Date& as_of, int soon) {
  Standing standing;
  if (row.listed != nullptr || row.is_condition()) standing.status = Status::not_judged;
  const auto entries = history(row, as_of);
  read_entries(entries, standing);
  if (row.step) close_with_item(row, ward, entries, as_of, standing);
  take_points(row, as_of, standing);
  standing.continuous = is_continuous(row);
  // Of what comes back none of the times is the ward's.
  if (!comes_back(row)) standing.due = due_at(row, standing.done_on.value_or(as_of));
  if (standing.due.extension != nullptr)
    standing.extended_late = overdue_when_extended(entries, due_at(row, first_of_year(1)).deadline,
                                                   standing.done_on.value_or(as_of));
  if (is_before(ward, standing.due)) standing.due.deadline.reset();
  settle_state(standing, as_of, soon);
  return standing;
}

/// What was said last of one time: by the entries that name it, or by those about the whole row
/// where it was open and nothing was said of it since.
void read_time(const Row& row, const std::vector<const Update*>& entries, Standing& standing) {
  std::vector<const Update*> own;
  const Update* whole = nullptr;
  for (const Update* entry : entries) {
    const bool of_all = speaks_of_all(row, *entry);
    if (!of_all) own.push_back(entry);
    if (!entry->status.given) continue;
    whole = of_all && entry->status.value != Status::not_started ? entry : nullptr;
  }
  read_entries(own, standing);
  if (!entries.empty()) standing.last = entries.back();
  if (whole == nullptr || !is_open(standing.status)) return;
  take_status(*whole, standing);
  if (is_done(standing.status)) standing.done_on = done_entries(entries).front()->date.value;
}

/// Where a row stands one of the times that it comes up.
Standing standing_of_occurrence(const Row& row, const Ward* ward, const Occurrence& occurrence,
                                const Date& as_of, int soon) {
  const auto entries = history_of(row, occurrence, as_of);
  Standing standing;
  read_time(row, entries, standing);
  if (row.step) close_with_item(row, ward, entries, as_of, standing);
  // What is recorded behind its end makes nothing earlier.
  const Date held = standing.done_on.value_or(as_of);
  if (const Update* extended = last_extension(history_of(row, occurrence, held)))
    standing.due = due_of(extended->due, extended);
  else
    standing.due = {
        .text = &row.due, .begins = occurrence.days.first, .deadline = occurrence.days.last};
  standing.extended_late = overdue_when_extended(entries, occurrence.days.last, held);
  settle_state(standing, as_of, soon);
  return standing;
}

}  // namespace

std::span<const StateWord> state_words() { return kStateWords; }

const StateWord& state_word(State state) { return kStateWords[static_cast<std::size_t>(state)]; }

const StateWord* state_by_words(std::string_view said) {
  const std::string key = fold_bare(said);
  for (const StateWord& word : kStateWords)
    if (key == word.token || key == fold_bare(word.words.vi) || key == fold_bare(word.words.en))
      return &word;
  return nullptr;
}

std::vector<const Update*> history(const Row& row, const Date& as_of) {
  std::vector<const Update*> entries;
  for (const Update& update : row.updates)
    if (update.date.given && update.date.value <= as_of) entries.push_back(&update);
  std::ranges::stable_sort(entries, {}, [](const Update* update) { return update->date.value; });
  return entries;
}

std::vector<const Update*> history_of(const Row& row, const Occurrence& occurrence,
                                      const Date& as_of) {
  auto entries = history(row, as_of);
  std::erase_if(entries, [&](const Update* entry) { return !is_about(row, *entry, occurrence); });
  return entries;
}

bool is_open(Status status) { return status_word(status).closure == Closure::open; }

std::vector<const Update*> done_entries(const std::vector<const Update*>& entries) {
  // Behind the last entry that says otherwise, the first that has a status says that it is done.
  const auto undone = std::find_if(entries.rbegin(), entries.rend(), [](const Update* entry) {
    return entry->status.given && !is_done(entry->status.value);
  });
  return {std::find_if(undone.base(), entries.end(),
                       [](const Update* entry) { return entry->status.given; }),
          entries.end()};
}

Due due_at(const Row& row, const Date& as_of) {
  auto entries = history(row, as_of);
  if (comes_back(row))
    std::erase_if(entries, [](const Update* entry) { return entry->round.given; });
  if (const Update* extended = last_extension(entries)) return due_of(extended->due, extended);
  if (row.due.given || row.deadline.given) return own_due(row);
  if (row.model.closing != nullptr) return due_at(*row.model.closing, as_of);
  // A start of one stretch says when work begins; of several, when it comes back for the last time.
  if (row.start.given && row.start.read->occurrences.size() > 1) return due_of(row.start, nullptr);
  const bool goes_on = row.start.given && is_continuous(row);
  return row.inherits != nullptr && !goes_on ? due_at(*row.inherits, as_of) : Due{};
}

std::vector<Standing> standings_at(const Row& row, const Ward* ward, const Date& as_of, int soon) {
  std::vector<Standing> standings;
  const auto occurrences = occurrences_of(row);
  if (occurrences.size() < 2) return {standing_of_row(row, ward, as_of, soon)};
  int number = 0;
  for (const Occurrence& occurrence : occurrences) {
    ++number;
    if (!is_there(ward, occurrence.days.last)) continue;
    Standing& standing = standings.emplace_back();
    standing = standing_of_occurrence(row, ward, occurrence, as_of, soon);
    standing.occurrence = number;
    standing.occurrences = static_cast<int>(occurrences.size());
  }
  if (standings.empty()) standings.push_back(standing_of_row(row, ward, as_of, soon));
  return standings;
}

const Standing& first_open(const std::vector<Standing>& times) {
  auto first = std::ranges::find_if(times, is_open, &Standing::status);
  if (first != times.end()) return *first;
  // Of what was set aside from a time on that time, not the last of the year.
  --first;
  const bool aside = status_word(first->status).closure == Closure::aside;
  while (aside && first != times.begin() && std::prev(first)->status == first->status) --first;
  return *first;
}

Standing standing_at(const Row& row, const Ward* ward, const Date& as_of, int soon) {
  return first_open(standings_at(row, ward, as_of, soon));
}

State kept_state(const Standing& standing) {
  return standing.state == State::scored && standing.done_on
             ? done_state(standing.due, *standing.done_on)
             : standing.state;
}

bool is_continuous(const Row& row) {
  const auto says_so = [](const WrittenTime& time) {
    return time.given && says(*time.read, ScheduleKind::continuous);
  };
  const Row& timed = timed_row(row);
  return says_so(timed.start) || says_so(timed.due);
}

std::span<const BucketWord> bucket_words() { return kBucketWords; }

}  // namespace wardplan
