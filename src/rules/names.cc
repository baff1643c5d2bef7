// Names in plans must be in the ward's register.
#include <array>
#include <string>
#include <vector>

#include "model/register.h"
#include "rules/rule.h"
#include "text/nearest.h"

namespace wardplan {
namespace {

/// A word of the register nearest to what was written, with the name it stands for.
Message offer(const std::string& seen, const std::vector<std::string>& words,
              std::string (*name_of)(const Ward&, const std::string&), const Ward& ward) {
  const auto near = nearest(seen, words);
  if (!near)
    return say("thêm vào `{}`, hoặc gõ tên đã có ở đó", "add it to `{}`, or type a name from there",
               ward.name.value);
  const std::string name = name_of(ward, *near);
  return name == *near ? say("có phải `{}`?", "did you mean `{}`?", *near)
                       : say("có phải `{}` ({})?", "did you mean `{}` ({})?", *near, name);
}

std::string person_name(const Ward& ward, const std::string& word) {
  return ward.people[static_cast<std::size_t>(find_person(ward, word))].name.value;
}

std::string unit_name(const Ward& ward, const std::string& word) {
  return ward.units[static_cast<std::size_t>(find_unit(ward, word))].name.value;
}

void unknown_people(const Project& project, const Code& code, Report& report) {
  for (const Plan& plan : project.plans) {
    if (plan.register_of_ward == nullptr) continue;
    for (std::size_t at = 0; at < plan.rows.size(); ++at)
      for (const Name& name : plan.rows[at].leader)
        if (name.index < 0)
          report.add({.code = &code,
                      .message = say("không có người nào tên `{}` trong danh mục của {}",
                                     "`{}` is nobody in the register of {}", name.as.value,
                                     plan.register_of_ward->name.value),
                      .primary = {name.as.span, {}},
                      .help = offer(name.as.value, person_words(*plan.register_of_ward),
                                    person_name, *plan.register_of_ward),
                      .at = plan.outline[at].address});
  }
}

void unknown_units(const Project& project, const Code& code, Report& report) {
  for (const Plan& plan : project.plans) {
    if (plan.register_of_ward == nullptr) continue;
    for (std::size_t at = 0; at < plan.rows.size(); ++at)
      for (const auto* names : {&plan.rows[at].lead, &plan.rows[at].support})
        for (const Name& name : *names)
          if (name.index < 0)
            report.add({.code = &code,
                        .message = say("không có đơn vị nào tên `{}` trong danh mục của {}",
                                       "`{}` is no unit in the register of {}", name.as.value,
                                       plan.register_of_ward->name.value),
                        .primary = {name.as.span, {}},
                        .help = offer(name.as.value, unit_words(*plan.register_of_ward), unit_name,
                                      *plan.register_of_ward),
                        .at = plan.outline[at].address});
  }
}

constexpr std::array kRules = {
    Rule{
        {.id = "R311",
         .severity = Severity::error,
         .title = {"người không có trong danh mục", "unknown person"},
         .what = {"Tên ở `leader` không phải mã, tên hay cách viết khác của ai trong hồ sơ phường.",
                  "What stands under `leader` is no id, name or alias of the ward's register."},
         .why = {"Gõ sai một chữ là việc không còn người phụ trách.",
                 "One wrong letter, and the item has nobody in charge."},
         .frame = Frame::rows,
         .wrong = "- no: \"1\"\n  title: Trồng cây\n  leader: an\n  lead: b\n  due: Năm 2026\n",
         .right = "- no: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n"},
        unknown_people},
    Rule{
        {.id = "R312",
         .severity = Severity::error,
         .title = {"đơn vị không có trong danh mục", "unknown unit"},
         .what = {"Tên ở `lead` hay `support` không phải mã, tên hay cách viết khác của đơn vị nào "
                  "trong hồ sơ phường.",
                  "What stands under `lead` or `support` is no id, name or alias of a unit in the "
                  "ward's register."},
         .why = {"Gõ sai một chữ là việc không còn đơn vị nào làm.",
                 "One wrong letter, and no unit does the work."},
         .frame = Frame::rows,
         .wrong = "- no: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: bb\n  due: Năm 2026\n",
         .right = "- no: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n"},
        unknown_units},
};

}  // namespace

std::span<const Rule> name_rules() { return kRules; }

}  // namespace wardplan
