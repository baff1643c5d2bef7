// Records that are there twice: copies of a file or a folder, which would be counted twice.
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>

#include "rules/rule.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void plan_twice(const Project& project, const RuleRun& run) {
  using Key = std::tuple<RecordKind, std::string, int, std::string>;
  std::map<Key, const Plan*> known;
  for (const Plan& plan : project.plans) {
    if (!plan.ward_id.given || !plan.year.given || !plan.title.given) continue;
    const auto [earlier, fresh] = known.emplace(
        Key{plan.kind, fold(plan.ward_id.value), plan.year.value, fold(plan.title.value)}, &plan);
    if (fresh) continue;
    run.tell("", {plan.title.span, {"lần nữa ở đây", "again here"}},
             say("`{}` năm {} của `{}` đã có ở tệp khác",
                 "`{}` of {} of `{}` stands in another file already", plan.title.value,
                 plan.year.value, plan.ward_id.value),
             {"bỏ bản chép; nếu là hồ sơ khác, sửa `ward`, `year` hoặc `title`",
              "delete the copy; if it is another record, mend `ward`, `year` or "
              "`title`"},
             {{earlier->second->title.span, {"lần đầu ở đây", "first here"}}});
  }
}

std::filesystem::path folder_of(const Project& project, const Ward& ward) {
  return std::filesystem::path(project.sources[ward.file].path()).parent_path();
}

void ward_twice(const Project& project, const RuleRun& run) {
  std::map<std::string, const Ward*> known;
  for (const Ward& ward : project.wards) {
    if (!ward.asked || !ward.id.given || !ward.name.given) continue;
    const bool fresh = known.emplace(fold(ward.id.value), &ward).second;
    const Ward& first = *known.at(fold(ward.id.value));
    // Two in one folder are told while they are read.
    if (fresh || fold(first.name.value) == fold(ward.name.value) ||
        folder_of(project, first) == folder_of(project, ward))
      continue;
    run.tell("", {ward.id.span, {"lần nữa ở đây", "again here"}},
             say("mã `{}` là của cả `{}` lẫn `{}`", "the id `{}` is both `{}` and `{}`",
                 ward.id.value, first.name.value, ward.name.value),
             {"mỗi phường một `id`; sửa cả `ward` ở các tệp khác của phường",
              "each ward has an `id` of its own; change `ward` in its other files, too"},
             {{first.id.span, {"lần đầu ở đây", "first here"}}});
  }
}

constexpr std::array kRules = {
    Rule{{.id = "P301",
          .severity = Severity::error,
          .title = {"một hồ sơ ở hai tệp", "one record in two files"},
          .what = {"Hai tệp cùng loại, cùng phường, cùng năm và cùng tên hồ sơ.",
                   "Two files are of one kind, ward and year, and have one title."},
          .why = {"Thường là bản chép còn sót; mỗi việc sẽ bị đếm hai lần.",
                  "Mostly a copy was left behind; every item would be counted twice."},
          .frame = Frame::file,
          .wrong = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch có sẵn\n"
                   "rows: []\n",
          .right = "kind: plan\nformat: 1\nward: mau\nyear: 2027\ntitle: Kế hoạch có sẵn\n"
                   "rows: []\n"},
         plan_twice},
    Rule{{.id = "R303",
          .severity = Severity::error,
          .title = {"hai phường cùng mã", "two wards with one id"},
          .what = {"Hai danh mục ở hai thư mục cùng `id` mà khác tên phường.",
                   "Two registers in two folders have one `id` and different names."},
          .why = {"Khi tổng hợp nhiều phường, việc của hai phường lẫn vào nhau.",
                  "Where wards are added up, the items of the two are mixed."},
          .frame = Frame::file,
          .wrong = "kind: ward\nformat: 1\nid: co-san\nname: phường Mới\n",
          .right = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\n"},
         ward_twice},
};

}  // namespace

std::span<const Rule> copy_rules() { return kRules; }

}  // namespace wardplan
