// Wards that merge and split, as the files of two or more of them say.
#include <algorithm>
#include <map>
#include <set>

#include "rules/check.h"
#include "rules/met_place.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::set<std::string> folded(const std::vector<Text>& ids) {
  std::set<std::string> all;
  for (const Text& id : ids) all.insert(fold(id.value));
  return all;
}

/// Tells where one side names the other, which says what it became or was made of without this one.
void tell_sides(const Ward& ward, const std::string& id, const MetSides& other,
                const std::string& other_id, Project& project, const RuleRun& run) {
  const auto tell = [&](const std::vector<Text>& said, bool here) {
    const auto named =
        std::ranges::find_if(said, [&](const Text& text) { return fold(text.value) == other_id; });
    const Text& at = named == said.end() ? said.front() : *named;
    run.tell("", {at.span},
             here ? say("`{}` ghi `{}` mà phường ấy không ghi lại",
                        "`{}` names `{}`, and not the "
                        "other way round",
                        ward.name.value, other.name)
                  : say("`{1}` ghi `{0}` mà ở đây không ghi lại",
                        "`{1}` names `{0}`, which "
                        "doesn't say so here",
                        ward.name.value, other.name),
             {"sửa `successors`, `predecessors` ở hai tệp cho khớp nhau",
              "mend `successors` and `predecessors` in both files"},
             {{place_of(other.place, project), Phrase{"phường kia ghi ở đây", "the other one"}}});
  };
  const bool into = folded(ward.successors).contains(other_id);
  const bool from = folded(ward.predecessors).contains(other_id);
  const bool other_from = other.predecessors.contains(id),
             other_into = other.successors.contains(id);
  // Of two wards once, whatever else they say.
  if (into && !other_from && !other.predecessors.empty()) return tell(ward.successors, true);
  if (from && !other_into && !other.successors.empty()) return tell(ward.predecessors, true);
  if (other_into && !from && !ward.predecessors.empty()) return tell(ward.predecessors, false);
  if (other_from && !into && !ward.successors.empty()) return tell(ward.successors, false);
}

void sides_differ(Project& project, Met& met, const RuleRun& run) {
  for (const Ward& ward : project.wards) {
    if (!ward.asked || !ward.id.given || (ward.successors.empty() && ward.predecessors.empty()))
      continue;
    const std::string id = fold(ward.id.value);
    std::set<std::string> near = folded(ward.successors);
    near.merge(folded(ward.predecessors));
    std::set<std::string> others = near;
    if (const auto naming = met.named.find(id); naming != met.named.end())
      others.insert(naming->second.begin(), naming->second.end());
    for (const std::string& other : others)
      if (const auto known = met.sides.find(other); known != met.sides.end())
        tell_sides(ward, id, known->second, other, project, run);
    const Text& at = ward.successors.empty() ? ward.predecessors.front() : ward.successors.front();
    met.sides.emplace(id, MetSides{ward.name.value, folded(ward.successors),
                                   folded(ward.predecessors), met_at(project, at.span)});
    for (const std::string& other : near) met.named[other].insert(id);
  }
}

using Links = std::map<std::string, std::set<std::string>>;

/// The wards by which what a ward became leads back to it, the ward first; none: it doesn't.
std::vector<std::string> way_round(const Links& became, const std::string& from) {
  std::map<std::string, std::string> before;
  std::vector<std::string> next = {from};
  while (!next.empty()) {
    const std::string at = next.back();
    next.pop_back();
    const auto found = became.find(at);
    if (found == became.end()) continue;
    for (const std::string& id : found->second) {
      if (id == from) {
        std::vector<std::string> way = {at};
        while (way.back() != from) way.push_back(before.at(way.back()));
        std::ranges::reverse(way);
        return way;
      }
      if (before.emplace(id, at).second) next.push_back(id);
    }
  }
  return {};
}

/// A circle is told where it closes.
void merged_in_circle(Project& project, Met& met, const RuleRun& run) {
  for (const Ward& ward : project.wards) {
    if (!ward.asked || !ward.id.given || (ward.successors.empty() && ward.predecessors.empty()))
      continue;
    const std::string id = fold(ward.id.value);
    for (const std::string& into : folded(ward.successors)) met.became[id].insert(into);
    for (const std::string& from : folded(ward.predecessors)) met.became[from].insert(id);
    const std::vector<std::string> way = way_round(met.became, id);
    if (way.empty() || met.in_circle.contains(id)) continue;
    met.in_circle.insert(way.begin(), way.end());
    const Text& at = ward.successors.empty() ? ward.predecessors.front() : ward.successors.front();
    std::string words;
    for (const std::string& one : way) words += one + " → ";
    run.tell("", {at.span},
             way.size() == 1
                 ? say("`{}` nhập vào hay tách từ chính nó", "`{}` became or was made of itself",
                       ward.name.value)
                 : say("nhập, tách đi một vòng: `{}`", "mergers go round: `{}`", words + id),
             {"sửa `successors`, `predecessors`: phường sau cùng không có `successors`",
              "mend `successors` and `predecessors`: the last ward has no `successors`"});
  }
}

/// Tells days of neither of two wards, or of both; a ward that was there before may take in
/// another.
void tell_days(const MetDays& before, const MetDays& after, bool here_is_after, Project& project,
               const RuleRun& run) {
  if (!before.until || !after.from) return;
  const int apart = days_between(*before.until, *after.from);
  if (apart == 1 || (apart < 1 && !after.predecessors.contains(before.id))) return;
  const MetPlace& here = here_is_after ? after.from_place : before.until_place;
  const MetPlace& other = here_is_after ? before.until_place : after.from_place;
  const Message days =
      say("`{}` có đến ngày {}, `{}` có từ ngày {}", "`{}` is there until {}, `{}` from {}",
          before.name, iso(*before.until), after.name, iso(*after.from));
  run.tell("", {place_of(here, project)},
           apart > 1 ? say("{0}: {1} ngày không phường nào có", "{0}: on {2} there is neither",
                           days, apart - 1, counted(static_cast<std::size_t>(apart - 1), "day"))
                     : say("{0}: {1} ngày có cả hai", "{0}: on {2} there are both", days, 1 - apart,
                           counted(static_cast<std::size_t>(1 - apart), "day")),
           {"phường sau có từ hôm sau ngày cuối của phường trước; sửa `from` hoặc `until`",
            "the later ward begins on the day after the last of the other; mend `from` or `until`"},
           {{place_of(other, project), Phrase{"phường kia ghi ở đây", "the other one"}}});
}

void days_differ(Project& project, Met& met, const RuleRun& run) {
  for (const Ward& ward : project.wards) {
    const bool backwards =
        ward.from.given && ward.until.given && ward.until.value < ward.from.value;
    if (!ward.asked || !ward.id.given || backwards) continue;
    MetDays here{.id = fold(ward.id.value),
                 .name = ward.name.value,
                 .successors = folded(ward.successors),
                 .predecessors = folded(ward.predecessors)};
    if (ward.from.given)
      here.from = ward.from.value, here.from_place = met_at(project, ward.from.span);
    if (ward.until.given)
      here.until = ward.until.value, here.until_place = met_at(project, ward.until.span);
    const auto names = [](const MetDays& one, const MetDays& into) {
      return one.successors.contains(into.id) || into.predecessors.contains(one.id);
    };
    std::set<std::string> others = here.successors;
    others.insert(here.predecessors.begin(), here.predecessors.end());
    for (const std::string& id : others) met.beside[id].insert(here.id);
    others.merge(std::set<std::string>(met.beside[here.id]));
    for (const std::string& id : others) {
      const auto known = met.days.find(id);
      if (known == met.days.end()) continue;
      const MetDays& other = known->second;
      // Of a circle that is told.
      if (names(other, here) && !names(here, other)) tell_days(other, here, true, project, run);
      if (names(here, other) && !names(other, here)) tell_days(here, other, false, project, run);
    }
    if (here.from || here.until) met.days.emplace(here.id, here);
  }
}

constexpr Rule kRules[] = {
    {{.id = "R336",
      .title = {"hai phường ghi khác nhau về việc nhập, tách", "two wards differ about a merger"},
      .what = {"Một phường ghi phường kia ở `successors` hay `predecessors`, mà phường kia ghi "
               "những phường khác.",
               "A ward names another as what it became or was made of, and that one names others."},
      .why = {"Khi tổng hợp, việc của một bên có thể bị đếm hai lần hoặc bỏ sót.",
              "In a summary the work of one side could be counted twice, or not at all."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nfrom: 2025-07-01\n"
               "predecessors: [khac]\n",
      .right = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nfrom: 2025-07-01\n"
               "predecessors: [khac, co-san]\n"},
     nullptr,
     sides_differ},
    {{.id = "R337",
      .severity = Severity::error,
      .title = {"phường nhập, tách vòng tròn", "wards merge in a circle"},
      .what =
          {"`successors` của một phường nêu chính nó, hoặc đi theo `successors`, `predecessors` "
           "của các phường thì lại về phường ấy.",
           "The `successors` of a ward name itself, or by `successors` and `predecessors` of "
           "wards one comes back to it."},
      .why = {"Không biết phường nào còn, phường nào hết.",
              "Nobody can tell which ward is there and which is over."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nuntil: 2026-06-30\n"
               "successors: [moi]\n",
      .right = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nuntil: 2026-06-30\n"
               "successors: [moi-hon]\n"},
     nullptr,
     merged_in_circle},
    {{.id = "R338",
      .title = {"ngày của hai phường không nối nhau", "the days of two wards don't meet"},
      .what = {"Một phường nhập, tách thành phường khác, mà phường sau không có từ đúng hôm sau "
               "ngày cuối của phường trước. Phường có từ trước rồi nhận thêm phường khác thì không "
               "ghi `predecessors`, và không bị báo.",
               "A ward became another whose first day isn't the one after its last. A ward that "
               "was there before and took another in has no `predecessors`, and isn't told."},
      .why = {"Có ngày không phường nào tính việc, hoặc cả hai cùng tính.",
              "On some days neither counts the work, or both do."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nfrom: 2025-07-05\n"
               "predecessors: [co-san]\n",
      .right = "kind: ward\nformat: 1\nid: moi\nname: phường Mới\nfrom: 2025-07-01\n"
               "predecessors: [co-san]\n"},
     nullptr,
     days_differ},
};

}  // namespace

std::span<const Rule> merger_rules() { return kRules; }

}  // namespace wardplan
