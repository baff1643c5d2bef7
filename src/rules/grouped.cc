// Criteria by groups of wards and by time: whose thresholds hold, whether the list is in force, and
// what is taken from another record.
#include <algorithm>

#include "rules/rule.h"
#include "standing/results.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::vector<std::string> group_ids(const Catalogue& list) {
  return texts(list.groups, [](const WardGroup& group) { return group.id.value; });
}

bool has_group(const Catalogue& list, const Text& id) {
  return std::ranges::any_of(
      list.groups, [&](const WardGroup& group) { return fold(group.id.value) == fold(id.value); });
}

void tell_unknown_group(const Catalogue& list, const std::string& at, const Text& id,
                        const RuleRun& run) {
  const auto ids = group_ids(list);
  run.tell(at, {id.span},
           say("bộ tiêu chí `{}` không có nhóm `{}`", "the list `{}` has no group `{}`",
               list.id.value, id.value),
           ids.empty() ? Message{"bỏ `group`, hoặc thêm `groups` vào bộ tiêu chí",
                                 "drop `group`, or add `groups` to the list"}
                       : offer_nearest(id.value, ids, one_of(ids)));
}

void unknown_groups(const RuleRun& run) {
  each_criteria(run, [](const Plan& plan, const RuleRun& at) {
    if (plan.group.given && plan.ward_group == nullptr)
      tell_unknown_group(*plan.catalogue, "", plan.group, at);
  });
  each_list(run, [](const Catalogue& list, const RuleRun& at) {
    for (const Row& row : list.rows)
      for (const Target& target : row.targets)
        if (target.group.given && !has_group(list, target.group))
          tell_unknown_group(list, list.outline[row.at].address, target.group, at);
  });
}

void no_group(const Plan& plan, const RuleRun& run) {
  const Catalogue& list = *plan.catalogue;
  if (!plan.group.absent() || list.groups.empty()) return;
  run.tell("", {plan.catalogue_id.span},
           say("bộ tiêu chí `{}` có mức riêng cho từng nhóm, mà hồ sơ không nói phường thuộc nhóm "
               "nào",
               "the list `{}` goes by groups of wards, and nothing says which this one is in",
               list.id.value),
           say("thêm `group: …`, một trong {}", "add `group: …`, one of {}",
               quoted_list(group_ids(list))));
}

/// A content that has thresholds for some groups and not for all of them.
void group_without_threshold(const Catalogue& list, const RuleRun& run) {
  for (const Row& row : list.rows) {
    const bool by_group =
        std::ranges::any_of(row.targets, [](const Target& target) { return target.group.given; });
    const bool for_all = std::ranges::any_of(
        row.targets, [](const Target& target) { return target.group.absent(); });
    if (!by_group || for_all) continue;
    std::vector<std::string> lacking;
    for (const WardGroup& group : list.groups)
      if (std::ranges::none_of(row.targets, [&](const Target& target) {
            return fold(target.group.value) == fold(group.id.value);
          }))
        lacking.push_back(group.id.value);
    if (lacking.empty()) continue;
    const std::string& address = list.outline[row.at].address;
    run.tell(address, {row.number.span},
             say("`{}` không có ngưỡng cho nhóm {}", "`{}` has no threshold for the group {}",
                 address, quoted_list(lacking)),
             say("thêm `{{group: {}, goal: …}}`", "add `{{group: {}, goal: …}}`", lacking.front()));
  }
}

std::string time_of(const Catalogue& list) {
  const std::string from = list.from.given ? iso(list.from.value) : "…";
  return from + " – " + (list.until.given ? iso(list.until.value) : "…");
}

void not_in_force(const Plan& plan, const RuleRun& run) {
  const Catalogue& list = *plan.catalogue;
  if (!plan.year.given ||
      is_in_force(list, first_of_year(plan.year.value), last_of_year(plan.year.value)))
    return;
  run.tell("", {plan.catalogue_id.span},
           say("bộ tiêu chí `{}` không áp dụng trong năm {} ({})",
               "the list `{}` is not in force in {} ({})", list.id.value, plan.year.value,
               time_of(list)),
           {"sửa `catalogue` hay `year`, hoặc đặt bộ tiêu chí của năm ấy, cùng `id`, vào "
            "`catalogues/`",
            "mend `catalogue` or `year`, or put the list of that year, with the same `id`, into "
            "`catalogues/`"},
           {{list.from.given && list.from.value > last_of_year(plan.year.value) ? list.from.span
                                                                                : list.until.span,
             {"thời gian áp dụng", "when it is in force"}}});
}

void leads_nowhere(const RuleRun& run) {
  each_row(run, [](const CheckedRow& item, const RuleRun& at) {
    const Carried& carried = item.row.carried;
    if (!carried.problem.empty())
      at.tell(item.address, {carried.wrong}, carried.problem, carried.help);
  });
}

void of_other_year(const RuleRun& run) {
  each_row(run, [](const CheckedRow& item, const RuleRun& at) {
    const Carried& carried = item.row.carried;
    if (carried.from == nullptr || !carried.from->year.given || !item.plan.year.given ||
        carried.from->year.value == item.plan.year.value)
      return;
    at.tell(item.address, {carried.plan.span},
            say("`{}` lấy kết quả từ `{}`, là của năm {}",
                "`{}` takes its figure from `{}`, which is of {}", item.address, carried.plan.value,
                carried.from->year.value),
            say("lấy từ kế hoạch năm {}", "take it from the plan of {}", item.plan.year.value),
            {{carried.from->year.span, {"năm của kế hoạch ấy", "the year of that plan"}}});
  });
}

bool same_figure(const WrittenQuantity& a, const WrittenQuantity& b) {
  if (fold(a.value) == fold(b.value)) return true;
  const auto &one = a.read->value, &other = b.read->value;
  return one && other && one->measure == other->measure && one->least == other->least &&
         one->most == other->most && one->fraction == other->fraction;
}

void differs(const RuleRun& run) {
  each_row(run, [](const CheckedRow& item, const RuleRun& at) {
    if (item.row.carried.item == nullptr) return;
    for (const Update& update : item.row.updates) {
      const CarriedValue there = carried_at(item.row.carried, update.date.value);
      const bool counts = item.row.targets.size() < 2;
      if (!counts || !update.value.given || there.value == nullptr ||
          same_figure(update.value, *there.value))
        continue;
      at.tell(item.address, {update.value.span, {"ghi ở đây", "recorded here"}},
              say("`{}` ghi `{}`, mà `{}` ghi `{}`; số ở đó được tính",
                  "`{}` says `{}`, yet `{}` says `{}`, which counts", item.address,
                  update.value.value, item.row.carried.plan.value, there.value->value),
              {"bỏ `value` ở đây, hoặc sửa một trong hai số",
               "drop the `value` here, or mend one of the two"},
              {{there.value->span, {"số của kế hoạch", "the plan's figure"}}});
    }
  });
}

constexpr Rule kRules[] = {
    {{.id = "C121",
      .severity = Severity::error,
      .title = {"nhóm không có trong bộ tiêu chí", "a group that the list hasn't"},
      .what = {"`group` của hồ sơ hay của một ngưỡng không có trong `groups` của bộ tiêu chí.",
               "The `group` of a year or of a threshold isn't among the list's `groups`."},
      .why = {"Không biết lấy ngưỡng nào.", "Nobody can tell which threshold holds."},
      .frame = Frame::year,
      .wrong = "group: nhom-1\n",
      .right = "issued: QĐ 1\n"},
     unknown_groups},
    {{.id = "C122",
      .title = {"hồ sơ không nói phường thuộc nhóm nào", "a year without its group"},
      .what = {"Bộ tiêu chí có `groups` mà hồ sơ không có `group`.",
               "The list has `groups`, and the year names none."},
      .why = {"Ngưỡng riêng của nhóm không được tính cho phường.",
              "The thresholds of groups can't hold for the ward."},
      .frame = Frame::file,
      .given = "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau-nhom\nyear: 2026\n"
               "title: Tiêu chí mẫu\nrounds: []\nrows: [{number: \"1\"}, {number: \"1.1\"}]\n",
      .wrong = "issued: QĐ 1\n",
      .right = "group: nhom-1\n"},
     [](const RuleRun& run) { each_criteria(run, no_group); }},
    {{.id = "C123",
      .title = {"nhóm không có ngưỡng", "a group without threshold"},
      .what = {"Một nội dung có ngưỡng riêng cho nhóm này mà không có cho nhóm khác.",
               "A content has a threshold for one group and none for another."},
      .why = {"Phường thuộc nhóm ấy không có gì để so.",
              "Wards of that group have nothing to compare with."},
      .frame = Frame::file,
      .given = "kind: catalogue\nformat: 1\nid: thu\nname: Bộ thử\n"
               "groups: [{id: nhom-1, name: Nhóm 1}, {id: nhom-2, name: Nhóm 2}]\n"
               "rows:\n  - {number: \"1\", heading: Đời sống}\n"
               "  - number: \"1.1\"\n    title: Hộ dùng nước sạch\n    targets:\n"
               "      - {group: nhom-1, goal: 100%}\n",
      .wrong = "note: trích\n",
      .right = "      - {group: nhom-2, goal: \">= 90%\"}\n"},
     [](const RuleRun& run) { each_list(run, group_without_threshold); }},
    {{.id = "C124",
      .title = {"bộ tiêu chí không áp dụng trong năm", "a list that isn't in force in the year"},
      .what = {"`from`, `until` của bộ tiêu chí không có ngày nào trong năm của hồ sơ.",
               "No day of the record's year is within the list's `from` and `until`."},
      .why = {"Năm ấy được xét theo bộ tiêu chí khác.", "The year goes by another list."},
      .frame = Frame::file,
      .given = "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau-nhom\ngroup: nhom-1\n"
               "title: Tiêu chí mẫu\nrounds: []\nrows: [{number: \"1\"}, {number: \"1.1\"}]\n",
      .wrong = "year: 2031\n",
      .right = "year: 2026\n"},
     [](const RuleRun& run) { each_criteria(run, not_in_force); }},
    {{.id = "C125",
      .severity = Severity::error,
      .title = {"kết quả lấy từ nơi không có", "a figure from nowhere"},
      .what = {"`carried` không dẫn đến một chỉ tiêu: không có tệp, việc hay chỉ tiêu ấy, hoặc "
               "không rõ là chỉ tiêu nào.",
               "`carried` leads to no target: there is no such file, item or target, or it is "
               "unclear which is meant."},
      .why = {"Nội dung ấy không có kết quả mà không ai hay.",
              "The content has no figure, and nobody notices."},
      .frame = Frame::content,
      .given = "number: \"1.2\"\nsolution: Nối ống\n",
      .wrong = "carried: {plan: co-san.yaml, row: \"7\"}\n",
      .right = "carried: {plan: co-san.yaml, row: \"1\"}\n"},
     leads_nowhere},
    {{.id = "C126",
      .title = {"hai nơi ghi hai số khác nhau", "two places with two figures"},
      .what = {"Nội dung lấy kết quả từ kế hoạch, mà `updates` của nó ghi một số khác với số của "
               "kế hoạch vào ngày ấy.",
               "A content takes its figure from a plan, and its own `updates` say another one than "
               "the plan has on that day."},
      .why = {"Báo cáo của hai nơi sẽ nói hai điều.", "The two reports would say two things."},
      .frame = Frame::content,
      .given = "number: \"1.2\"\nsolution: Nối ống\n"
               "carried: {plan: co-san.yaml, row: \"1\"}\nupdates:\n",
      .wrong = "  - {date: 2026-05-20, value: 95%}\n",
      .right = "  - {date: 2026-05-20, value: 92%}\n"},
     differs},
    {{.id = "C127",
      .title = {"kết quả của năm khác", "a figure of another year"},
      .what = {"`carried` dẫn đến hồ sơ của năm khác.",
               "`carried` leads to a record of another year."},
      .why = {"Thường còn sót khi lập hồ sơ cho năm mới; kết quả được tính là của năm ấy.",
              "Usually left from the year before, whose figures then count."},
      .frame = Frame::content,
      .given = "number: \"1.2\"\nsolution: Nối ống\n",
      .wrong = "carried: {plan: nam-truoc.yaml, row: \"1\"}\n",
      .right = "carried: {plan: co-san.yaml, row: \"1\"}\n"},
     of_other_year},
};

}  // namespace

std::span<const Rule> grouped_rules() { return kRules; }

}  // namespace wardplan
