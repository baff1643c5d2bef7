// Names in plans must be in the ward's register.
#include <map>
#include <string>
#include <vector>

#include "records/register.h"
#include "rules/rule.h"
#include "text/limits.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What differs between people and units.
struct Kind {
  Phrase noun;
  std::optional<std::size_t> (*find)(const Ward&, std::string_view);
  std::vector<std::string> (*words)(const Ward&);
  /// The name of an entry by its index.
  std::string (*name)(const Ward&, std::size_t);
};

constexpr Kind kPeople = {
    {"người", "person"}, find_person, person_words, [](const Ward& ward, std::size_t index) {
      return ward.people[index].name.value;
    }};

constexpr Kind kUnits = {
    {"đơn vị", "unit"}, find_unit, unit_words, [](const Ward& ward, std::size_t index) {
      return ward.units[index].name.value;
    }};

/// `[a, b]` for `a, b` or `a; b` where each part is known; empty otherwise.
std::string as_list(const std::string& seen, const Kind& kind, const Ward& ward) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(seen, ",;")) {
    parts.emplace_back(part.substr(pass(part, " ")));
    if (!kind.find(ward, parts.back())) return {};
  }
  return parts.size() > 1 ? "[" + joined(parts) + "]" : std::string();
}

Message offer(const std::string& seen, const Kind& kind, const Kind& other, const Ward& ward,
              const std::string& path) {
  if (const std::string list = as_list(seen, kind, ward); !list.empty())
    return say("nhiều tên thì viết `{}`", "several names are written `{}`", list);
  if (const auto near = nearest(seen, kind.words(ward))) {
    const std::string name = kind.name(ward, *kind.find(ward, *near));
    return name == *near ? did_you_mean(near)
                         : say("có phải `{}` ({})?", "did you mean `{}` ({})?", *near, name);
  }
  if (other.find(ward, seen))
    return say("đó là tên một {}", "that is the name of a {}", other.noun);
  return say("gõ tên có trong `{}`, hoặc thêm vào đó", "type a name from `{}`, or add it there",
             path);
}

/// The places of one unknown name in a plan.
struct Unknown {
  std::vector<const Text*> places;
  std::string at;
};

/// Tells each unknown name of a plan once: one person who isn't in the register is one mistake, in
/// however many rows.
void tell(const std::map<std::string, Unknown>& unknown, const Ward& ward, const Kind& kind,
          const RuleRun& run) {
  std::size_t offers = 0;
  for (const auto& [key, found] : unknown) {
    const Text& first = *found.places.front();
    Message help;
    if (++offers <= kMaxOffers)
      help = offer(first.value, kind, &kind == &kPeople ? kUnits : kPeople, ward,
                   run.project.sources[ward.file].path());
    std::vector<Label> more;
    if (found.places.size() > 1)
      more.push_back(
          {found.places[1]->span,
           say("và {} chỗ nữa, từ đây", "and {} more places, from here", found.places.size() - 1)});
    run.tell(found.at, {first.span},
             say("không có {} nào tên `{}` trong danh mục của {}",
                 "no {} named `{}` in the register of {}", kind.noun, shorten(first.value),
                 ward.name.value),
             std::move(help), std::move(more));
  }
}

/// Collects the unknown names of the given cells of every plan whose register can be relied on.
void unknown_names(const Kind& kind, const std::vector<std::vector<Name> Row::*>& cells,
                   const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    if (plan.ward == nullptr || run.report.has_error_in(plan.ward->file)) continue;
    std::map<std::string, Unknown> unknown;
    for (std::size_t at = 0; at < plan.row_count(); ++at)
      for (const auto cell : cells)
        for (const Name& name : plan.row(at).*cell) {
          if (name.index) continue;
          Unknown& entry = unknown[fold(name.as.value)];
          if (entry.places.empty()) entry.at = plan.outline[at].address;
          entry.places.push_back(&name.as);
        }
    tell(unknown, *plan.ward, kind, run);
  }
}

constexpr Rule kRules[] = {
    {{.id = "R311",
      .severity = Severity::error,
      .title = {"người không có trong danh mục", "unknown person"},
      .what = {"Tên ở `leader` không phải mã, tên hay cách viết khác của ai trong hồ sơ phường.",
               "What stands under `leader` is no id, name or alias of the ward's register."},
      .why = {"Gõ sai một chữ là việc không còn người phụ trách.",
              "One wrong letter, and the item has nobody in charge."},
      .wrong = "leader: an\n",
      .right = "leader: a\n"},
     [](const RuleRun& run) { unknown_names(kPeople, {&Row::leader}, run); }},
    {{.id = "R312",
      .severity = Severity::error,
      .title = {"đơn vị không có trong danh mục", "unknown unit"},
      .what = {"Tên ở `lead` hay `support` không phải mã, tên hay cách viết khác của đơn vị nào "
               "trong hồ sơ phường.",
               "What stands under `lead` or `support` is no id, name or alias of a unit in the "
               "ward's register."},
      .why = {"Gõ sai một chữ là việc không còn đơn vị nào làm.",
              "One wrong letter, and no unit does the work."},
      .wrong = "lead: bb\n",
      .right = "lead: b\n"},
     [](const RuleRun& run) {
       unknown_names(kUnits, {&Row::lead, &Row::support}, run);
     }},
};

}  // namespace

std::span<const Rule> name_rules() { return kRules; }

}  // namespace wardplan
