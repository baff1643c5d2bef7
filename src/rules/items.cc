// What an item must say: who leads, which units, by when.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "records/steps.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Equal for the same person or unit: by the register, or by the letters where it doesn't know the
/// name.
using Identity = std::pair<std::optional<std::size_t>, std::string>;

struct Identified {
  Identity identity;
  const Name* name;
};

Identity identity(const Name& name) {
  return {name.index, name.index ? std::string() : fold(name.as.value)};
}

/// Names in the order of their identities, those that are the same in their own.
std::vector<Identified> identified(const std::vector<Name>& names) {
  std::vector<Identified> all;
  all.reserve(names.size());
  for (const Name& name : names) all.push_back({identity(name), &name});
  std::ranges::sort(all, {},
                    [](const Identified& one) { return std::tie(one.identity, one.name); });
  return all;
}

void lead_and_support(const CheckedRow& item, const RuleRun& run) {
  if (item.row.lead.empty() || item.row.support.empty()) return;
  const std::vector<Identified> leads = identified(item.row.lead);
  for (const Name& support : item.row.support) {
    const Identity wanted = identity(support);
    const auto lead = std::ranges::lower_bound(leads, wanted, {}, &Identified::identity);
    if (lead == leads.end() || lead->identity != wanted) continue;
    const Ward* ward = item.plan.ward;
    const std::string name = ward != nullptr && support.index
                                 ? ward->units[*support.index].name.value
                                 : support.as.value;
    run.tell(item.address, {support.as.span, {"phối hợp ở đây", "supports here"}},
             say("{} vừa chủ trì vừa phối hợp việc `{}`", "{} both leads and supports `{}`", name,
                 item.address),
             {"bỏ khỏi `support` nếu văn bản cho phép sửa",
              "delete it from `support` where the document may be changed"},
             {{lead->name->as.span, {"đã chủ trì ở đây", "already leads here"}}});
  }
}

void named_twice(const CheckedRow& item, const RuleRun& run) {
  for (const auto* names : {&item.row.leader, &item.row.lead, &item.row.support}) {
    if (names->size() < 2) continue;
    const std::vector<Identified> met = identified(*names);
    for (auto first = met.begin(), again = first + 1; again != met.end(); ++again) {
      if (first->identity != again->identity) {
        first = again;
        continue;
      }
      const Text& name = again->name->as;
      run.tell_twice(item.address, name.span, first->name->as.span,
                     say("`{}` đứng hai lần trong một ô của việc `{}`",
                         "`{}` stands twice in one cell of `{}`", name.value, item.address),
                     {"giữ một", "keep one"});
    }
  }
}

constexpr Lack kNoLeader = {[](const Row& row) { return names_of(row, &Row::leader).empty(); },
                            {"lãnh đạo phụ trách", "leader"},
                            {"không việc nào có lãnh đạo phụ trách", "no item has a leader"},
                            {"thêm `leader: …`", "add `leader: …`"},
                            false,
                            Required::leader};
constexpr Lack kNoLead = {[](const Row& row) { return names_of(row, &Row::lead).empty(); },
                          {"đơn vị chủ trì", "lead unit"},
                          {"không việc nào có đơn vị chủ trì", "no item has a lead unit"},
                          {"thêm `lead: …`", "add `lead: …`"},
                          false,
                          Required::lead};

/// Work that goes on, comes back or is tied to something else has no day by which it is done.
bool is_open_ended(const WrittenTime& start) {
  // Of what isn't understood nobody knows; that is told.
  return start.given && (!start.read->understood() || !deadline(*start.read));
}

bool has_time(const Row& row) {
  return row.due.given || row.deadline.given || is_open_ended(row.start);
}

bool has_own_or_inherited_time(const Row& row) {
  return has_time(row) || (row.inherits != nullptr && has_time(*row.inherits));
}

bool lacks_due(const Row& row) {
  return is_sound_item(row) && !row.is_condition() && !row.step && !has_own_or_inherited_time(row);
}

void no_due(const Plan& plan, const Row& row, const RuleRun& run) {
  const std::string& address = plan.outline[row.at].address;
  run.tell(
      address,
      row.start.given ? Label{row.start.span, {"chỉ có thời gian bắt đầu", "there is only a start"}}
                      : Label{row.text().span},
      say("{} `{}` không có thời gian hoàn thành", "{} `{}` has no due time", plan.noun(), address),
      {"thêm `due: …`", "add `due: …`"});
}

void without_due(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    if (plan.kind == RecordKind::movement || asks_for(plan, Required::due)) continue;
    std::vector<std::string> unstated;
    for (const Row& row : plan.rows) {
      if (!lacks_due(row)) continue;
      if (plan.rebuilt_from.given)
        unstated.push_back(plan.outline[row.at].address);
      else
        no_due(plan, row, run);
    }
    tell_unstated(plan, unstated, {"thời gian hoàn thành", "due time"}, run);
  }
}

bool says(const Row& row, Required what) {
  switch (what) {
    case Required::leader:
      return !names_of(row, &Row::leader).empty();
    case Required::title:
      return row.text().given;
    case Required::due:
      return has_own_or_inherited_time(row);
    case Required::lead:
      return !names_of(row, &Row::lead).empty();
    case Required::product:
      return row.product.given;
    case Required::authority:
      return row.authority.given;
    case Required::basis:
      return row.basis.given;
    case Required::allowed:
      return true;  // told at each extension
  }
  return true;
}

/// More rows than these are told in one line of each thing that they lack.
constexpr std::size_t kRowsTold = 3;

struct Unclear {
  const Row* row;
  std::vector<Required> lacks;
};

std::vector<Unclear> unclear_rows(const Plan& plan) {
  std::vector<Unclear> rows;
  for (const Row& row : plan.rows) {
    if (!is_sound_item(row) || row.step) continue;
    Unclear unclear{&row, {}};
    for (const RequiredWord& word : required_words())
      if (asks_for(plan, word.required) && !says(row, word.required))
        unclear.lacks.push_back(word.required);
    if (!unclear.lacks.empty()) rows.push_back(std::move(unclear));
  }
  return rows;
}

const RequiredWord& word_of(Required what) {
  return required_words()[static_cast<std::size_t>(what)];
}

void tell_unclear_row(const Plan& plan, const Unclear& unclear, const RuleRun& run) {
  Message words;
  std::vector<std::string> keys;
  for (const Required what : unclear.lacks) {
    const RequiredWord& word = word_of(what);
    words = words.empty() ? Message(word.words) : say("{}, {}", "{}, {}", words, word.words);
    keys.push_back(fmt::format("`{}: …`", word.token));
  }
  const std::string& address = plan.outline[unclear.row->at].address;
  run.tell(address, {unclear.row->text().span},
           say("việc `{}` chưa rõ {}", "`{}` doesn't say {}", address, words),
           say("thêm {}", "add {}", joined(keys)));
}

/// Six things that are asked of each task; where many rows lack one, it is told once.
void unclear_items(const Plan& plan, const RuleRun& run) {
  const std::vector<Unclear> rows = unclear_rows(plan);
  if (rows.size() <= kRowsTold) {
    for (const Unclear& unclear : rows) tell_unclear_row(plan, unclear, run);
    return;
  }
  for (const auto& asked : plan.required) {
    if (!asked.given) continue;
    std::vector<std::string> lacking;
    for (const Unclear& unclear : rows)
      if (std::ranges::find(unclear.lacks, asked.value) != unclear.lacks.end())
        lacking.push_back(plan.outline[unclear.row->at].address);
    if (lacking.empty()) continue;
    const RequiredWord& word = word_of(asked.value);
    run.tell("", {asked.span},
             say("{} việc chưa rõ {}: {}", "items that don't say {1}: {0} ({2})", lacking.size(),
                 word.words, some_of(lacking)),
             say("thêm `{}: …` ở các việc ấy", "add `{}: …` to them", word.token));
  }
}

/// Of what is only to be done documents often don't say who does it.
void no_sender(const CheckedRow& item, const RuleRun& run) {
  const Row& row = item.row;
  if (row.kind != RowKind::report_day || !row.to.given || !row.lead.empty() || !row.leader.empty())
    return;
  run.tell(item.address, {row.to.span},
           say("`{}` gửi {} mà chưa ghi đơn vị gửi",
               "`{}` goes to {}, and nothing says who sends it", item.address, row.to.value),
           {"thêm `lead: …` (đơn vị gửi)", "add `lead: …` (the units that send it)"});
}

constexpr Rule kRules[] = {
    {{.id = "P501",
      .title = {"đơn vị vừa chủ trì vừa phối hợp", "lead and support at once"},
      .what = {"Một đơn vị đứng ở cả cột chủ trì và cột phối hợp của một việc.",
               "A unit stands both as lead and as support of one item."},
      .why = {"Bảng tổng hợp theo đơn vị sẽ đếm việc ấy hai lần.",
              "Lists by unit would count the item twice."},
      .wrong = "support: [c, b]\ndue: Năm 2026\n",
      .right = "support: c\ndue: Năm 2026\n"},
     [](const RuleRun& run) { each_item(run, lead_and_support); }},
    {{.id = "P502",
      .title = {"tên lặp trong một ô", "a name twice in one cell"},
      .what = {"Một người hay đơn vị đứng hai lần trong cùng một ô.",
               "A person or unit stands twice in the same cell."},
      .why = {"Thường là hai cách viết của một tên, hoặc một tên gõ nhầm cho tên khác.",
              "Usually two spellings of one name, or one name typed for another."},
      .wrong = "support: [c, c]\ndue: Năm 2026\n",
      .right = "support: c\ndue: Năm 2026\n"},
     [](const RuleRun& run) { each_item(run, named_twice); }},
    {{.id = "P503",
      .title = {"việc không có lãnh đạo phụ trách", "item without leader"},
      .what = {"Một việc không có `leader`.", "An item has no `leader`."},
      .why = {"Không ai chịu trách nhiệm.", "Nobody answers for it."},
      .wrong = "leader:\n",
      .right = "leader: a\n"},
     [](const RuleRun& run) { tell_lacking(kNoLeader, run); }},
    {{.id = "P504",
      .title = {"việc không có đơn vị chủ trì", "item without lead unit"},
      .what = {"Một việc không có `lead`.", "An item has no `lead`."},
      .why = {"Không rõ đơn vị nào làm.", "It is unclear which unit does it."},
      .wrong = "lead:\n",
      .right = "lead: b\n"},
     [](const RuleRun& run) { tell_lacking(kNoLead, run); }},
    {{.id = "P505",
      .title = {"việc không có thời gian hoàn thành", "item without due"},
      .what = {"Một việc không có `due`, và `start` không nói đó là việc thường xuyên hay định kỳ "
               "(`Thường xuyên`, `Hàng tháng`…).",
               "An item has no `due`, and its `start` doesn't say that it goes on or comes back "
               "(`Thường xuyên`, `Hàng tháng`…)."},
      .why = {"Không bao giờ biết việc ấy đã chậm hay chưa.",
              "It can never be told whether it is late."},
      .wrong = "start: Quý I/2026\n",
      .right = "start: Thường xuyên\n"},
     without_due},
    {{.id = "P506",
      .title = {"báo cáo không có đơn vị gửi", "a report without a sender"},
      .what = {"Một báo cáo có `to` mà không có `lead`, cũng không có `leader`.",
               "A report has `to`, but neither `lead` nor `leader`."},
      .why = {"Đến hạn không biết hỏi ai.", "When it is due nobody knows whom to ask."},
      .frame = Frame::plan,
      .given = "rows: []\nreporting:\n",
      .wrong = "  - {id: quy, title: Báo cáo quý, to: UBND, due: Hàng quý}\n",
      .right = "  - {id: quy, title: Báo cáo quý, to: UBND, lead: b, due: Hàng quý}\n"},
     [](const RuleRun& run) { each_item(run, no_sender); }},
    {{.id = "P507",
      .title = {"việc chưa rõ điều mà kế hoạch đòi", "an item lacks what its plan asks for"},
      .what = {"Kế hoạch có `requires` (ví dụ sáu rõ: `[leader, title, due, lead, product, "
               "authority]`), và một việc thiếu một trong những điều ấy. Từ bốn việc trở lên thì "
               "mỗi điều báo một lần.",
               "The plan has `requires` (the six clear things, say: `[leader, title, due, lead, "
               "product, authority]`), and an item lacks one of them. Where four items or more do, "
               "each thing is told once."},
      .why = {"Không rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền "
              "thì đến hạn không biết hỏi ai, đòi gì.",
              "When it is due nobody knows whom to ask, and for what."},
      .frame = Frame::plan,
      .given = "requires: [due, product]\nrows:\n",
      .wrong = "  - {number: \"1\", title: Việc, leader: a, lead: b, due: Năm 2026}\n",
      .right = "  - {number: \"1\", title: Việc, leader: a, lead: b, due: Năm 2026, product: Báo "
               "cáo}\n"},
     [](const RuleRun& run) { each_of_kind(run, RecordKind::plan, unclear_items); }},
};

}  // namespace

std::span<const Rule> item_rules() { return kRules; }

}  // namespace wardplan
