// Records that are there twice: copies of a file or a folder, which would be counted twice.
#include <algorithm>
#include <filesystem>
#include <tuple>
#include <vector>

#include "disk/files.h"
#include "rules/check.h"
#include "rules/met_place.h"
#include "rules/rule.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool has_updates(const Plan& plan) {
  return std::ranges::any_of(plan.rows, [](const Row& row) { return !row.updates.empty(); });
}

/// Plans of a ward as originals come before their copies: who works on one records in it, and
/// `2026.yaml` stands before `2026 (1).yaml`.
std::vector<const Plan*> originals_first(const Project& project) {
  std::vector<const Plan*> plans;
  for (const Plan& plan : project.plans)
    if (plan.ward_id.given && plan.year.given && plan.title.given) plans.push_back(&plan);
  const auto key = [&](const Plan* plan) {
    const std::filesystem::path path(project.sources[plan->title.span.file].path());
    return std::tuple(!has_updates(*plan), (path.parent_path() / path.stem()).string());
  };
  std::ranges::stable_sort(plans, {}, key);
  return plans;
}

void plan_twice(Project& project, Met& met, const RuleRun& run) {
  for (const Plan* each : originals_first(project)) {
    const Plan& plan = *each;
    const auto [earlier, fresh] = met.plans.emplace(
        std::tuple(plan.kind, fold(plan.ward_id.value), plan.year.value, fold(plan.title.value)),
        met_at(project, plan.title.span));
    if (fresh) continue;
    run.tell_twice("", plan.title.span, place_of(earlier->second, project),
                   say("`{}` năm {} của `{}` đã có ở tệp khác",
                       "`{}` of {} of `{}` stands in another file already", plan.title.value,
                       plan.year.value, plan.ward_id.value),
                   {"bỏ bản chép; nếu là hồ sơ khác, sửa `ward`, `year` hoặc `title`",
                    "delete the copy; if it is another record, mend `ward`, `year` or `title`"});
  }
}

void ward_twice(Project& project, Met& met, const RuleRun& run) {
  for (const Ward& ward : project.wards) {
    if (!ward.asked || !ward.id.given || !ward.name.given) continue;
    const MetPlace id = met_at(project, ward.id.span);
    const std::string folder = std::filesystem::path(id.path).parent_path().string();
    const auto [earlier, fresh] =
        met.wards.emplace(fold(ward.id.value), MetWard{ward.id.value, ward.name.value, folder, id});
    const MetWard& first = earlier->second;
    // Two in one folder are told while they are read.
    if (fresh || fold(first.name) == fold(ward.name.value) || first.folder == folder) continue;
    run.tell_twice(
        "", ward.id.span, place_of(first.id, project),
        say("mã `{}` là của cả `{}` lẫn `{}`", "the id `{}` belongs to both `{}` and `{}`",
            ward.id.value, first.name, ward.name.value),
        {"mỗi phường một `id`; sửa cả `ward` ở các tệp khác của phường",
         "each ward has an `id` of its own; change `ward` in its other files, too"});
  }
}

/// Of wards that are told apart nobody needs to know this, too.
void id_spelt_twice(Project& project, Met& met, const RuleRun& run) {
  for (const Ward& ward : project.wards) {
    if (!ward.asked || !ward.id.given || !ward.name.given) continue;
    const auto first = met.wards.find(fold(ward.id.value));
    if (first == met.wards.end() || first->second.spelling == ward.id.value ||
        fold(first->second.name) != fold(ward.name.value))
      continue;
    run.tell_twice(
        "", ward.id.span, place_of(first->second.id, project),
        say("mã `{}` ở tệp khác viết là `{}`", "the id `{}` is `{}` in another file", ward.id.value,
            first->second.spelling),
        {"viết như nhau ở mọi tệp của phường", "spell it the same in every file of the ward"});
  }
}

constexpr Rule kRules[] = {
    {{.id = "P301",
      .severity = Severity::error,
      .title = {"một hồ sơ ở hai tệp", "one record in two files"},
      .what = {"Hai tệp cùng loại, cùng phường, cùng năm và cùng tên hồ sơ.",
               "Two files are of one kind, ward and year, and have one title."},
      .why = {"Thường là bản chép còn sót; mỗi việc sẽ bị đếm hai lần.",
              "Usually a copy was left behind; every item would be counted twice."},
      .frame = Frame::file,
      .wrong = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch có sẵn\n"
               "rows: []\n",
      .right = "kind: plan\nformat: 1\nward: mau\nyear: 2027\ntitle: Kế hoạch có sẵn\n"
               "rows: []\n"},
     nullptr,
     plan_twice},
    {{.id = "R303",
      .severity = Severity::error,
      .title = {"hai phường cùng mã", "two wards with one id"},
      .what = {"Hai danh mục ở hai thư mục cùng `id` mà khác tên phường.",
               "Two registers in two folders have one `id` and different names."},
      .why = {"Khi tổng hợp nhiều phường, việc của hai phường lẫn vào nhau.",
              "Where wards are added up, the items of the two are mixed."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: co-san\nname: phường Mới\n",
      .right = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\n"},
     nullptr,
     ward_twice},
    {{.id = "R305",
      .title = {"một mã phường hai cách viết", "two spellings of a ward's id"},
      .what = {"Hai danh mục của một phường ở hai thư mục có `id` chỉ khác nhau ở chữ hoa, chữ "
               "thường hay dấu cách.",
               "Two registers of one ward, in two folders, have ids that differ only in case or "
               "blanks."},
      .why = {"Trên Windows và macOS hai thư mục bản in ấy là một, nên `build` bỏ bản sau.",
              "To Windows and macOS the two folders of papers are one, so `build` leaves out the "
              "second."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: CO-SAN\nname: phường Có Sẵn\n",
      .right = "kind: ward\nformat: 1\nid: co-san\nname: phường Có Sẵn\n"},
     nullptr,
     id_spelt_twice},
};

}  // namespace

std::span<const Rule> copy_rules() { return kRules; }

}  // namespace wardplan
