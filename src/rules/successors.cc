// People, units and wards that are there for a time, and who takes over from them in one file.
#include <algorithm>
#include <map>
#include <set>

#include "records/register.h"
#include "records/signers.h"
#include "rules/before_ward.h"
#include "rules/check.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/period.h"

namespace wardplan {
namespace {

/// Calls `check` on each entry of every register that was asked for or is relied on.
template <class Check>
void each_entry(const RuleRun& run, Check check) {
  for (const Ward& ward : run.project.wards) {
    if (!ward.asked && !ward.used) continue;
    for (const RegisterPart& part : {kPeople, kUnits})
      for (const Registered& entry : ward.*part.entries) check(ward, part, entry);
  }
}

void tell_backwards(const std::string& at, const Written<Date>& from, const Written<Date>& until,
                    const std::string& name, const RuleRun& run) {
  if (!from.given || !until.given || from.value <= until.value) return;
  run.tell(at, {until.span},
           say("`{}` có từ ngày {} mà đến ngày {} đã hết",
               "`{}` is there from {}, and only until {}", name, iso(from.value), iso(until.value)),
           {"sửa `from` hoặc `until`", "mend `from` or `until`"},
           {{from.span, Phrase{"ngày đầu", "the first day"}}});
}

void backwards(const RuleRun& run) {
  each_entry(run, [&](const Ward&, const RegisterPart&, const Registered& entry) {
    tell_backwards(entry.id.value, entry.from, entry.until, entry.name.value, run);
  });
  for (const Ward& ward : run.project.wards)
    if (ward.asked || ward.used) tell_backwards("", ward.from, ward.until, ward.name.value, run);
}

void unknown_successor(const RuleRun& run) {
  each_entry(run, [&](const Ward& ward, const RegisterPart& part, const Registered& entry) {
    for (const Name& name : entry.successors) {
      if (name.index) continue;
      const std::vector<std::string> known = texts_of(ward.*part.words);
      run.tell(entry.id.value, {name.as.span},
               say("`{}` tiếp nhận việc của `{}` mà không có trong danh mục",
                   "`{}`, who takes over from `{}`, isn't in the register", name.as.value,
                   entry.name.value),
               did_you_mean(nearest_name(name.as.value, known),
                            {"thêm một mục có mã ấy", "add an entry with that id"}));
    }
  });
}

/// Whether the work of an entry goes to another, or comes back to it, by those who take over.
bool goes_to(const std::vector<Registered>& entries, std::size_t from, std::size_t to) {
  std::vector<bool> met(entries.size());
  std::vector<std::size_t> next = {from};
  while (!next.empty()) {
    const std::size_t at = next.back();
    next.pop_back();
    for (const Name& name : entries[at].successors) {
      if (!name.index) continue;
      if (*name.index == to) return true;
      if (!met[*name.index]) next.push_back(*name.index);
      met[*name.index] = true;
    }
  }
  return false;
}

void circle(const RuleRun& run) {
  each_entry(run, [&](const Ward& ward, const RegisterPart& part, const Registered& entry) {
    const std::vector<Registered>& entries = ward.*part.entries;
    const auto at = static_cast<std::size_t>(&entry - entries.data());
    if (entry.successors.empty() || !goes_to(entries, at, at)) return;
    // All of a circle have it, its first entry tells it.
    for (std::size_t before = 0; before < at; ++before)
      if (goes_to(entries, before, at) && goes_to(entries, at, before)) return;
    run.tell(entry.id.value, {entry.successors.front().as.span},
             say("việc của `{}` đi một vòng lại về `{}`", "the work of `{0}` comes round to `{0}`",
                 entry.name.value, entry.name.value),
             {"sửa `successor`: người, đơn vị sau cùng không có",
              "mend `successor`: the last one has none"});
  });
}

/// A ward that became others or was made of them, without the day on which it did.
void tell_dayless(const std::vector<Text>& others, const Written<Date>& day, Message message,
                  Phrase help, const RuleRun& run) {
  if (!others.empty() && day.absent())
    run.tell("", {others.front().span}, std::move(message), help);
}

void no_day(const RuleRun& run) {
  each_entry(run, [&](const Ward&, const RegisterPart&, const Registered& entry) {
    if (entry.successors.empty() || !entry.until.absent()) return;
    run.tell(entry.id.value, {entry.successors.front().as.span},
             say("`{}` có người tiếp nhận mà không ghi đến ngày nào",
                 "`{}` has a successor, and nothing says until when", entry.name.value),
             {"thêm `until: …`, ngày cuối còn giữ việc", "add `until: …`, the last day"});
  });
  for (const Ward& ward : run.project.wards) {
    if (!ward.asked && !ward.used) continue;
    tell_dayless(ward.successors, ward.until,
                 say("`{}` đã nhập hay tách mà không ghi đến ngày nào",
                     "`{}` became others, and nothing says until when", ward.name.value),
                 {"thêm `until: …`, ngày cuối của phường", "add `until: …`, its last day"}, run);
    tell_dayless(ward.predecessors, ward.from,
                 say("`{}` lập từ phường khác mà không ghi từ ngày nào",
                     "`{}` was made of others, and nothing says from when", ward.name.value),
                 {"thêm `from: …`, ngày lập phường", "add `from: …`, its first day"}, run);
  }
}

/// Somebody who is there later takes over nothing on the days between.
void nobody_between(const RuleRun& run) {
  each_entry(run, [&](const Ward& ward, const RegisterPart& part, const Registered& entry) {
    if (!entry.until.given) return;
    for (const Name& name : entry.successors) {
      if (!name.index) continue;
      const Registered& next = (ward.*part.entries)[*name.index];
      const Date first = day_after(entry.until.value);
      if (!next.from.given || next.from.value <= first) continue;
      run.tell(
          entry.id.value, {entry.until.span},
          say("`{}` giữ việc đến ngày {} mà `{}` tiếp nhận từ ngày {}",
              "`{}` is there until {}, and `{}` takes over from {}", entry.name.value,
              iso(entry.until.value), next.name.value, iso(next.from.value)),
          {"sửa một trong hai ngày, hoặc ghi người giữ việc giữa hai ngày ấy",
           "mend one of the days, or name who is there between them"},
          {{next.from.span, Phrase{"ngày đầu của người tiếp nhận", "the successor's first day"}}});
    }
  });
}

// Names in plans.

/// Whether an entry isn't there on any day of a plan's year.
bool is_of_other_years(const Registered& entry, int year) {
  const Stretch days = days_of(entry);
  // Of one that ends before it begins that is told.
  return days.first <= days.last &&
         (days.last < first_of_year(year) || days.first > last_of_year(year));
}

/// Who was there instead: those who took over by the plan's year, or whom it took over from.
std::vector<std::string> instead_of(const std::vector<Registered>& entries, std::size_t entry,
                                    int year) {
  std::vector<std::string> names;
  const auto add = [&](std::size_t at) {
    if (at != entry && !is_of_other_years(entries[at], year)) names.push_back(entries[at].id.value);
  };
  for (const std::size_t at : in_charge(entries, entry, first_of_year(year))) add(at);
  for (std::size_t at = 0; at < entries.size(); ++at)
    for (const Name& name : entries[at].successors)
      if (name.index == entry) add(at);
  return names;
}

/// Names of a plan's rows that aren't there in its year, each once, at its first place.
void tell_other_years(const Plan& plan, const RegisterPart& part,
                      const std::vector<std::vector<Name> Row::*>& columns, const RuleRun& run) {
  const std::vector<Registered>& entries = plan.ward->*part.entries;
  if ((plan.ward->*part.words).days.empty()) return;
  std::map<std::size_t, int> told;
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    for (const auto column : columns)
      for (const Name& name : plan.row(at).*column) {
        if (!name.index || !is_of_other_years(entries[*name.index], plan.year.value)) continue;
        if (told[*name.index]++ > 0) continue;
        const Registered& entry = entries[*name.index];
        const auto instead = instead_of(entries, *name.index, plan.year.value);
        run.tell(plan.outline[at].address, {name.as.span},
                 entry.until.given && entry.until.value < first_of_year(plan.year.value)
                     ? say("`{}` chỉ có đến ngày {}, kế hoạch là của năm {}",
                           "`{}` was there until {}, and the plan is of {}", entry.name.value,
                           iso(entry.until.value), plan.year.value)
                     : say("`{}` có từ ngày {}, kế hoạch là của năm {}",
                           "`{}` is there from {}, and the plan is of {}", entry.name.value,
                           iso(entry.from.value), plan.year.value),
                 instead.empty() ? Message{"sửa tên ở đây, hoặc `from`, `until` ở danh mục",
                                           "mend the name here, or `from`, `until` in the register"}
                                 : say("có phải {}?", "did you mean {}?", quoted_list(instead)));
      }
}

void name_of_other_years(const RuleRun& run) {
  each_plan(run, [&](const Plan& plan, const RuleRun&) {
    if (plan.ward == nullptr) return;
    tell_other_years(plan, kPeople, {&Row::leader}, run);
    tell_other_years(plan, kUnits, {&Row::lead, &Row::support}, run);
  });
}

// Who signs.

void tell_gone(const Plan& plan, const Text& signer, const Date& day, const RuleRun& run) {
  if (const auto gone = gone_signer(plan, signer, day))
    run.tell("", {signer.span},
             say("{}, mà văn bản ngày {} vẫn mang tên ấy", "{}, and papers of {} have that name",
                 gone->said, iso(day)),
             gone->help.empty() ? Message{"sửa `signer`", "mend `signer`"} : gone->help);
}

/// The day by which a year's last papers are out: reports of its end are due in January.
Date last_of_papers(int year) { return last_of_month(year + 1, 1); }

void gone_signers(const Plan& plan, const RuleRun& run) {
  const Text& own = signer_of_document(plan);
  const bool dated = plan.document.given() && plan.document.date.given;
  if (dated && gone_signer(plan, own, plan.document.date.value))
    return tell_gone(plan, own, plan.document.date.value, run);
  if (!run.as_of || *run.as_of < first_of_year(plan.year.value) ||
      *run.as_of > last_of_papers(plan.year.value))
    return;
  tell_gone(plan, plan.letterhead.signer, *run.as_of, run);
}

constexpr Rule kRules[] = {
    {{.id = "R331",
      .severity = Severity::error,
      .title = {"ngày cuối trước ngày đầu", "the last day before the first"},
      .what = {"`until` của một người, một đơn vị hay của phường đứng trước `from`.",
               "The `until` of a person, a unit or a ward comes before its `from`."},
      .why = {"Không ngày nào có người, đơn vị ấy.", "It would never be there."},
      .frame = Frame::ward,
      .wrong = "units:\n  - {id: b, name: Bộ phận B, from: 2026-07-01, until: 2026-06-30}\n",
      .right = "units:\n  - {id: b, name: Bộ phận B, from: 2025-07-01, until: 2026-06-30}\n"},
     backwards},
    {{.id = "R332",
      .severity = Severity::error,
      .title = {"không rõ ai tiếp nhận", "an unknown successor"},
      .what = {"`successor` không phải mã, tên hay cách viết khác của một mục trong cùng danh mục.",
               "A `successor` is no id, name or alias in the same list of the register."},
      .why = {"Việc còn lại không đến tay ai.", "What is left to be done would be nobody's."},
      .frame = Frame::ward,
      .given = "people:\n  - {id: moi, name: Lê Thị Mới}\n",
      .wrong = "  - {id: cu, name: Trần Văn Cũ, until: 2026-06-30, successor: mơi1}\n",
      .right = "  - {id: cu, name: Trần Văn Cũ, until: 2026-06-30, successor: moi}\n"},
     unknown_successor},
    {{.id = "R333",
      .severity = Severity::error,
      .title = {"tiếp nhận vòng tròn", "successors in a circle"},
      .what = {"Đi theo `successor` thì lại về chính mục ấy.",
               "By its `successor` an entry's work comes back to itself."},
      .why = {"Không biết nay ai giữ việc.", "Nobody can tell whose the work is now."},
      .frame = Frame::ward,
      .given = "people:\n  - {id: cu, name: Trần Văn Cũ, until: 2026-06-30, successor: moi}\n",
      .wrong = "  - {id: moi, name: Lê Thị Mới, until: 2026-08-31, successor: cu}\n",
      .right = "  - {id: moi, name: Lê Thị Mới, from: 2026-07-01}\n"},
     circle},
    {{.id = "R334",
      .title = {"có người tiếp nhận mà không có ngày", "a successor without a day"},
      .what = {"Một mục có `successor` mà không có `until`, phường có `successors` mà không có "
               "`until`, hay có `predecessors` mà không có `from`.",
               "An entry has a `successor` and no `until`; or a ward has `successors` and no "
               "`until`, or `predecessors` and no `from`."},
      .why = {"Không biết từ ngày nào việc sang người tiếp nhận, nên việc vẫn ở người cũ.",
              "Nothing says from when the work is the successor's, so it stays where it was."},
      .frame = Frame::ward,
      .given = "people:\n  - {id: moi, name: Lê Thị Mới}\n",
      .wrong = "  - {id: cu, name: Trần Văn Cũ, successor: moi}\n",
      .right = "  - {id: cu, name: Trần Văn Cũ, until: 2026-06-30, successor: moi}\n"},
     no_day},
    {{.id = "R335",
      .title = {"tên không có trong năm của kế hoạch",
                "a name that isn't there in the plan's year"},
      .what = {"Người hay đơn vị ghi ở một dòng không có vào ngày nào của năm kế hoạch: `until` "
               "trước năm ấy, hoặc `from` sau năm ấy.",
               "A person or unit of a row is there on no day of the plan's year: its `until` is "
               "before it, or its `from` behind it."},
      .why = {"Kế hoạch giữ tên của ngày ban hành, nên có lẽ ghi nhầm người.",
              "A plan keeps the names of its day, so that probably another one is meant."},
      .wrong = "leader: cu\n",
      .right = "leader: a\n"},
     name_of_other_years},
    {{.id = "R339",
      .title = {"không ai giữ việc giữa hai người", "nobody between one and the next"},
      .what =
          {"Ngày đầu của người, đơn vị tiếp nhận đứng sau hôm sau ngày cuối của người trước. "
           "Người tiếp nhận có từ trước thì không bị báo.",
           "A successor's first day comes later than the one after the last of whom it follows. "
           "One who was there before isn't told."},
      .why = {"Việc đến hạn trong những ngày ấy tính cho người chưa nhận việc.",
              "What is due on those days is counted for somebody who isn't there yet."},
      .frame = Frame::ward,
      .given = "people:\n  - {id: moi, name: Lê Thị Mới, from: 2026-07-01}\n",
      .wrong = "  - {id: cu, name: Trần Văn Cũ, until: 2026-05-20, successor: moi}\n",
      .right = "  - {id: cu, name: Trần Văn Cũ, until: 2026-06-30, successor: moi}\n"},
     nobody_between},
    {{.id = "R340",
      .title = {"cập nhật trước ngày đầu của phường", "an entry from before the ward was there"},
      .what = {"Ngày của một cập nhật đứng trước `from` của phường. Từ bốn cập nhật trở lên thì "
               "nêu một lần cho cả tệp.",
               "An entry is dated before the `from` of the ward. Four or more are told once for "
               "the file."},
      .why = {"Phường lập từ việc sáp nhập không làm gì trước ngày ấy: ngày gõ nhầm, hoặc cập nhật "
              "của phường cũ bị tính hai lần.",
              "A ward made by a merger did nothing before that day: it is mistyped, or an entry of "
              "the ward before counts twice."},
      .frame = Frame::entry,
      .wrong = "date: 2026-01-02, status: in-progress",
      .right = "date: 2026-01-05, status: in-progress",
      .guarded = true},
     before_ward},
    {{.id = "R341",
      .title = {"hạn trước ngày đầu của phường", "due before the ward was there"},
      .what =
          {"Một việc chỉ có hạn trước `from` của phường, nên trong danh sách, tổng hợp, báo cáo "
           "không có hạn. Từ bốn việc trở lên thì nêu một lần cho cả tệp.",
           "Everything of an item was due before the `from` of the ward, so that lists, sums "
           "and reports have it without a deadline. Four or more are told once for the file."},
      .why =
          {"Phường chưa có thì không chậm việc gì: hạn gõ nhầm, việc của phường cũ, hoặc cần hạn "
           "mới.",
           "A ward that wasn't there was late with nothing: the deadline is mistyped, it was the "
           "work of the ward before, or it needs a new one."},
      .frame = Frame::item,
      .wrong = "due: Trước ngày 03/01/2026",
      .right = "due: Trước ngày 10/01/2026"},
     due_before_ward},
    {{.id = "R342",
      .title = {"cập nhật sau ngày cuối của phường", "an entry from after the ward had ended"},
      .what = {"Ngày của một cập nhật đứng sau `until` của phường. Từ bốn cập nhật trở lên thì nêu "
               "một lần cho cả tệp.",
               "An entry is dated after the `until` of the ward. Four or more are told once for "
               "the file."},
      .why = {"Phường đã nhập đi thì không làm gì nữa: ngày gõ nhầm, hoặc cập nhật ấy là của "
              "phường tiếp nhận.",
              "A ward that is no more does nothing: the day is mistyped, or the entry is of the "
              "ward that took over."},
      .frame = Frame::entry,
      .wrong = "date: 2027-01-02, note: chờ vốn",
      .right = "date: 2026-12-31, note: chờ vốn",
      .guarded = true},
     after_ward},
    {{.id = "R343",
      .severity = Severity::info,
      .title = {"việc đến hạn sau ngày cuối của phường", "work due after the ward has ended"},
      .what = {"Kế hoạch của phường có `until` mà còn việc chưa xong, đến hạn sau ngày ấy.",
               "The plan of a ward with an `until` has open work that is due after that day."},
      .why = {"Danh sách, tổng hợp, báo cáo không tính việc ấy cho ai; không đưa sang phường tiếp "
              "nhận thì bị quên.",
              "Lists, sums and reports count it for nobody; unless the ward that takes over has "
              "it, it is forgotten."},
      .frame = Frame::item,
      .wrong = "due: Trước ngày 10/01/2027",
      .right = "due: Trước ngày 31/12/2026"},
     due_after_ward},
    {{.id = "R344",
      .title = {"người ký không còn ở chức vụ", "a signer who isn't there any more"},
      .what =
          {"Người ký ở `letterhead` hay `document` có trong danh mục mà hôm nay, hoặc vào ngày "
           "của văn bản, không còn hay chưa giữ việc (`from`, `until`).",
           "Who signs by `letterhead` or `document` is of the register and isn't there any more "
           "or yet (`from`, `until`) today, or on the document's day."},
      .why = {"Báo cáo, mẫu biểu in ra mang tên người đã nghỉ.",
              "Reports and forms are printed with the name of who has left."},
      .frame = Frame::plan,
      .given = "rows: []\n",
      .wrong = "letterhead: {issuer: UBND PHƯỜNG MẪU, place: Mẫu, signer: Trần Văn Cũ}\n",
      .right = "letterhead: {issuer: UBND PHƯỜNG MẪU, place: Mẫu, signer: Nguyễn Văn A}\n",
      .by_day = true},
     [](const RuleRun& run) { each_plan(run, gone_signers); }},
};

}  // namespace

std::span<const Rule> successor_rules() { return kRules; }

}  // namespace wardplan
