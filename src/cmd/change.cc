#include "cmd/change.h"

#include <algorithm>
#include <map>
#include <set>

#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/rewriting.h"
#include "records/fingerprint.h"
#include "records/register.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Phrase kOtherRefused = {"chưa ghi, vì dòng khác của cùng tệp bị từ chối",
                                  "not recorded: another line for this file was refused"};

/// Said anew where it is known where both stand.
constexpr Phrase kDiffers = {"dòng khác ghi khác về việc này", "another line differs about it"};

bool has_fingerprint(const Plan& plan, const std::string& wanted) {
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    if (fingerprint(plan.row(row)) == wanted) return true;
  return false;
}

/// Those that are about the rows that change: what a plan lacks as a whole is no news.
std::vector<Finding> concerning(const Plan& plan, const std::vector<RowChange>& changes,
                                std::vector<Finding> findings) {
  std::set<std::string_view> changed;
  for (const RowChange& change : changes) changed.insert(plan.outline[change.row].address);
  std::erase_if(findings, [&](const Finding& finding) { return !changed.contains(finding.at); });
  return findings;
}

/// What each change adds, as it stands in the plan with all of them: lines for one row stand in
/// their order.
std::vector<const Update*> added_entries(const Plan& after, const std::vector<RowChange>& changes) {
  std::vector<const Update*> entries(changes.size());
  std::map<std::size_t, std::size_t> behind;
  for (std::size_t at = changes.size(); at-- > 0;) {
    if (!changes[at].entry) continue;
    const std::vector<Update>& all = after.row(changes[at].row).updates;
    const std::size_t from_end = ++behind[changes[at].row];
    if (from_end <= all.size()) entries[at] = &all[all.size() - from_end];
  }
  return entries;
}

/// Entries by where they begin.
using ByPlace = std::map<std::pair<FileId, std::uint32_t>, const Update*>;

/// The entry that a finding is about: that in which it is marked, or else a part of it.
const Update* blamed(const Finding& finding, const ByPlace& entries) {
  std::vector<Span> marks = {finding.primary.span};
  for (const Label& label : finding.related) marks.push_back(label.span);
  for (const Span& mark : marks) {
    const auto behind = entries.upper_bound({mark.file, mark.begin});
    if (behind == entries.begin()) continue;
    const Update* entry = std::prev(behind)->second;
    if (entry->span.file == mark.file && mark.end <= entry->span.end) return entry;
  }
  return nullptr;
}

/// The column of lists that gave what a finding marks in an entry; empty: no single one did.
std::string_view marked_column(const Finding& finding, const Update* entry) {
  if (entry == nullptr) return {};
  const Span& mark = finding.primary.span;
  const auto holds = [&](const Span& span) {
    return span.file == mark.file && span.begin <= mark.begin && mark.end <= span.end;
  };
  if (entry->date.given && holds(entry->date.span)) return column_of(EntryKeyId::date);
  if (entry->status.given && holds(entry->status.span)) return column_of(EntryKeyId::status);
  for (const EntryKey& key : entry_keys()) {
    bool marked = false;
    if (key.texts != nullptr)
      key.texts(*entry,
                [&](const Text& text) { marked = marked || (text.given && holds(text.span)); });
    if (marked) return column_of(key.id);
  }
  return {};
}

/// An import has no such options.
Message unless_forced(const Message& why, const ChangeRequest& request) {
  if (request.asked == Asked::merged)
    return say("{}; nếu đúng là vậy, ghi việc này bằng `wardplan update … --force` trước",
               "{}; if that is meant, record this item with `wardplan update … --force` first",
               why);
  return say("{}; nếu đúng là vậy, thêm `--force`", "{}; if that is meant, add `--force`", why);
}

/// Whether a request that says what its item is means this row: Excel takes `1.10` for `1.1`.
bool is_of(const Row& row, const ChangeRequest& request) {
  return fold(request.title).starts_with(request.title.empty() ? "" : fold(row.text().value));
}

/// Says the day that was taken where a line of a list or a sheet says done and not when: whether
/// that was in time goes by it.
Message day_taken(const Plan& plan, const ChangeRequest& request, const RowChange& change) {
  if (request.asked == Asked::typed || request.entry[EntryKeyId::date].given() || !change.entry)
    return {};
  const EntryDraft& entry = *change.entry;
  const auto& said = entry[EntryKeyId::status].text;
  const StatusWord* status = said ? status_by_token(*said) : nullptr;
  if (const WardStatus* own = said ? ward_status_by_words(plan.ward, *said) : nullptr)
    status = &status_word(own->counts_as.value);
  if (status == nullptr || status->closure != Closure::done) return {};
  const Date day = *parse_date(*entry[EntryKeyId::date].text);
  return say("; không ghi ngày hoàn thành nên lấy hôm nay, {}",
             "; no day is given, so that today is taken, {}", written(day));
}

/// One run of all that is asked of one file, on the bytes that it has under its lock.
class FileChange {
 public:
  FileChange(std::string path, const std::vector<ChangeRequest>& requests, bool dry_run,
             JudgeBytes judge, Io& io)
      : path_(std::move(path)),
        requests_(requests),
        dry_run_(dry_run),
        judge_(std::move(judge)),
        io_(io) {
    result_.answers.resize(requests.size());
  }

  /// The new text, or nothing when something was refused.
  std::optional<ChangedText> run(const std::string& bytes) {
    const JudgedText before = judge_(bytes);
    if (!is_sound(before)) return std::nullopt;
    const Plan& plan = before.project.plans.front();
    const auto changes = requested(before.project, plan);
    if (!changes) return std::nullopt;
    result_.done = changes->empty();
    if (changes->empty()) return std::nullopt;
    changed_ = change_rows(bytes, *changes);
    if (!changed_.refusal.empty()) return refuse_all(changed_.refusal);
    const JudgedText after = judge_(changed_.bytes);
    const std::vector<Finding> brought = new_findings(before, after);
    if (!can_be_recorded(plan, *changes, brought, after)) return std::nullopt;
    warnings_ = rendered(after, concerning(plan, *changes, brought), io_);
    for (std::size_t at = 0; at < changes->size(); ++at)
      answer(at) = {.done = true,
                    .message = told(plan, (*changes)[at], dry_run_) +=
                    day_taken(plan, requests_[asked_[at]], (*changes)[at])};
    result_.done = true;
    return changed_;
  }

  const FileAnswer& result() const { return result_; }
  const std::string& warnings() const { return warnings_; }

 private:
  /// Those that weren't answered: the first is told why, if no other one was.
  std::nullopt_t refuse_all(const Message& why) {
    bool told = why.vi == kOtherRefused.vi;
    for (ChangeAnswer& answer : result_.answers) {
      if (!answer.message.empty()) continue;
      answer.message = why;
      answer.held_back = told;
      told = true;
    }
    return std::nullopt;
  }

  /// That of the request which a change is made for.
  ChangeAnswer& answer(std::size_t change) { return result_.answers[asked_[change]]; }

  bool is_sound(const JudgedText& text) {
    const std::optional<Message> why = why_not_changed(path_, text, io_);
    if (why) refuse_all(*why);
    return !why;
  }

  /// The item, at its time, that a request from a list is about; nothing: it was answered.
  std::optional<Item> item_asked(std::size_t at, std::size_t row, const Project& project,
                                 const Plan& plan, ChangeRequest& request) {
    try {
      return at_its_time(item_at(project, plan, row, io_.as_of, io_.soon), request, io_.soon);
    } catch (const Refused& refused) {
      ChangeAnswer& answer = result_.answers[at];
      answer.message = say("{}: {}", "{}: {}", plan.outline[row].address, refused.message);
      answer.column = column_of(EntryKeyId::round);
      return std::nullopt;
    }
  }

  std::nullopt_t untouched(std::size_t at) {
    result_.answers[at] = {.unchanged = true, .message = Phrase{"không đổi", "unchanged"}};
    return std::nullopt;
  }

  /// What a request from a list asks for beyond what stands in its row, or nothing: it was
  /// answered.
  std::optional<ChangeRequest> asked_of(std::size_t at, std::size_t row, const Project& project,
                                        const Plan& plan, const std::vector<RowChange>& before) {
    ChangeAnswer& answer = result_.answers[at];
    std::optional<ChangeRequest> request = requests_[at];
    const auto item = item_asked(at, row, project, plan, *request);
    if (!item) return std::nullopt;
    if (const auto other = of_another_row(plan, row, *request)) {
      answer = {.moved_on = true, .message = other->message, .column = other->key};
      return std::nullopt;
    }
    const bool is_printed_row = request->fingerprint.empty() ||
                                request->fingerprint == fingerprint(plan.row(row), request->time);
    if (const auto beside = changed_beside(*item, *request); beside && is_printed_row) {
      // A sheet's other rows are others' work.
      answer.alone = request->asked == Asked::filled;
      answer.message = beside->message;
      answer.column = beside->key;
      return std::nullopt;
    }
    if (request->blank) return untouched(at);
    if (request->asked == Asked::filled) {
      request = with_typed_values(plan.row(row), *request);
    } else if (!is_of(plan.row(row), *request)) {
      answer.message = say("`{}` là `{}`, không phải `{}`", "`{}` is `{}` and not `{}`",
                           plan.outline[row].address, plan.row(row).text().value, request->title);
      return std::nullopt;
    } else {
      request = beyond_what_stands(*item, *request);
    }
    if (!request) return untouched(at);
    const auto late = moved_on(plan, row, *request, before, *known_, io_.as_of);
    if (!late) return request;
    answer = *late;
    // Of those that differ the first was taken until now.
    if (answer.alone) answer.against = made_for(row, before);
    if (answer.against) differing_.try_emplace(row, *answer.against, at);
    return std::nullopt;
  }

  /// The change of a request, or nothing: it was answered. `before`: those that were made.
  std::optional<RowChange> requested_by(std::size_t at, const Project& project, const Plan& plan,
                                        const Plan& so_far, const std::vector<RowChange>& before) {
    std::optional<ChangeRequest> request = requests_[at];
    if (request->asked != Asked::typed || !request->fingerprint.empty()) {
      const auto found = find_item(plan, *known_, request->address);
      if (const auto* row = std::get_if<std::size_t>(&found))
        request = asked_of(at, *row, project, plan, before);
      else if (request->blank && !has_fingerprint(plan, request->fingerprint))
        return untouched(at);
      if (!request) return std::nullopt;
    }
    const auto change = requested_change(so_far, *known_, *request, io_.as_of);
    if (const auto* made = std::get_if<RowChange>(&change)) return *made;
    const Refused& refused = std::get<Refused>(change);
    result_.answers[at] = {
        .alone = request->blank, .message = refused.message, .column = refused.key};
    return std::nullopt;
  }

  /// The request whose change of a row is made, or none.
  std::optional<std::size_t> made_for(std::size_t row,
                                      const std::vector<RowChange>& changes) const {
    const auto found = std::ranges::find(changes, row, &RowChange::row);
    if (found == changes.end()) return std::nullopt;
    return asked_[static_cast<std::size_t>(found - changes.begin())];
  }

  /// Takes back the changes of rows that sheets differ about: which of them is right people know.
  void take_back_differing(const Plan& plan, std::vector<RowChange>& changes) {
    for (std::size_t at = 0; at < requests_.size(); ++at) {
      const auto found = find_item(plan, *known_, requests_[at].address);
      const auto* row = std::get_if<std::size_t>(&found);
      if (row == nullptr || !differing_.contains(*row)) continue;
      const auto [first, second] = differing_[*row];
      const bool is_part = at == first || result_.answers[at].against ||
                           (result_.answers[at].unchanged && !requests_[at].blank);
      if (is_part)
        result_.answers[at] = {
            .alone = true,
            .against = at == first || !result_.answers[at].against ? second : first,
            .message = kDiffers};
    }
    for (std::size_t at = changes.size(); at-- > 0;) {
      if (!differing_.contains(changes[at].row)) continue;
      changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(at));
      asked_.erase(asked_.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  std::optional<std::vector<RowChange>> requested(const Project& project, const Plan& plan) {
    known_.emplace(plan);
    std::vector<RowChange> changes;
    std::map<std::size_t, std::size_t> entries;
    // Dates are compared with what stands before in the same list, too.
    Plan so_far = plan;
    for (std::size_t at = 0; at < requests_.size(); ++at) {
      const auto change = requested_by(at, project, plan, so_far, changes);
      if (!change) continue;
      if (++entries[change->row] > kMaxEntriesAtOnce) {
        result_.answers[at].message = say(
            "một việc nhận nhiều nhất {} dòng mỗi lần; ghi phần còn lại ở lần sau",
            "a row takes {} lines at a time; record the others in another run", kMaxEntriesAtOnce);
        continue;
      }
      if (const auto& entry = change->entry) {
        Update& update = so_far.row(change->row).updates.emplace_back();
        update.date = {*parse_date(*(*entry)[EntryKeyId::date].text), {}, true};
      }
      changes.push_back(*change);
      asked_.push_back(at);
    }
    take_back_differing(plan, changes);
    const bool refused = std::ranges::any_of(result_.answers, [](const ChangeAnswer& one) {
      return !one.message.empty() && !one.unchanged && !one.moved_on && !one.alone;
    });
    if (!refused) return changes;
    return refuse_all(kOtherRefused);
  }

  /// Whether nothing that a change brings stands in its way; what does is told.
  bool can_be_recorded(const Plan& plan, const std::vector<RowChange>& changes,
                       const std::vector<Finding>& brought, const JudgedText& after) {
    std::vector<Finding> against;
    bool any = false;
    const auto entries = added_entries(after.project.plans.front(), changes);
    ByPlace by_place;
    for (const Update* entry : entries)
      if (entry != nullptr) by_place.emplace(std::pair(entry->span.file, entry->span.begin), entry);
    std::map<std::string_view, std::vector<std::size_t>> by_row;
    for (std::size_t at = 0; at < changes.size(); ++at)
      by_row[plan.outline[changes[at].row].address].push_back(at);
    for (const Finding& finding : brought) {
      const bool is_error = finding.code->severity == Severity::error;
      bool stands = is_error;
      const Update* cause = blamed(finding, by_place);
      const auto of_row = by_row.find(finding.at);
      for (const std::size_t at :
           of_row == by_row.end() ? std::vector<std::size_t>() : of_row->second) {
        if (!is_error && (!finding.code->guarded || requests_[asked_[at]].force)) continue;
        if (cause != nullptr && entries[at] != cause) continue;
        answer(at).message =
            is_error ? finding.message : unless_forced(finding.message, requests_[asked_[at]]);
        answer(at).column = marked_column(finding, cause);
        stands = any = true;
      }
      if (stands) against.push_back(finding);
    }
    if (against.empty()) return true;
    io_.err += rendered(after, against, io_);
    refuse_all(any ? kOtherRefused
                   : Phrase{"ghi như vậy thì hồ sơ có lỗi", "the record would have an error"});
    return false;
  }

  std::string path_;
  const std::vector<ChangeRequest>& requests_;
  bool dry_run_;
  JudgeBytes judge_;
  Io& io_;
  ChangedText changed_;
  /// The rows of the plan that is changed.
  std::optional<Addresses> known_;
  /// Of each change the request that it is made for.
  std::vector<std::size_t> asked_;
  /// Of a row the first two requests that differ about it.
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> differing_;
  FileAnswer result_;
  std::string warnings_;
};

}  // namespace

FileAnswer change_file(const std::string& path, const std::vector<ChangeRequest>& requests,
                       bool dry_run, Io& io) {
  refuse_folder(path);
  FileChange change(
      path, requests, dry_run,
      [&](std::string bytes) { return judge_text(path, std::move(bytes), io); }, io);
  rewrite_record(path, dry_run, io, [&](const std::string& bytes) { return change.run(bytes); });
  if (change.result().done) io.err += change.warnings();
  return change.result();
}

TextChange change_text(const std::string& path, const std::string& bytes,
                       const std::vector<ChangeRequest>& requests, bool dry_run,
                       const JudgeBytes& judge, Io& io) {
  FileChange change(path, requests, dry_run, judge, io);
  TextChange made{change.run(bytes), change.result()};
  if (made.answer.done) io.err += change.warnings();
  return made;
}

}  // namespace wardplan
