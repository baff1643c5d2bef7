#include "rules/rule.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "records/texts.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

Span at_offset(Span whole, std::size_t begin, std::size_t size) {
  const auto first = whole.begin + static_cast<std::uint32_t>(begin);
  return {whole.file, first, first + static_cast<std::uint32_t>(size)};
}

Span part_of_block(Span whole, std::string_view written, std::string_view part) {
  const std::size_t at = written.find(part, written.find('\n'));
  const bool once = at != std::string_view::npos && written.rfind(part) == at;
  return once ? at_offset(whole, at, part.size()) : whole;
}

void tell_lacking_in(const Plan& plan, const Lack& lack, const RuleRun& run) {
  if (lack.required && asks_for(plan, *lack.required)) return;
  std::vector<std::size_t> lacking;
  std::size_t items = 0;
  for (const Row& row : plan.rows) {
    if (!is_sound_item(row) || row.is_condition() || row.step) continue;
    ++items;
    if (lack.lacks(row)) lacking.push_back(row.at);
  }
  if (plan.rebuilt_from.given) {
    std::vector<std::string> addresses;
    for (const std::size_t at : lacking) addresses.push_back(plan.outline[at].address);
    return tell_unstated(plan, addresses, lack.what, run);
  }
  if (items > 1 && lacking.size() == items)
    return run.tell("", {plan.title.span}, lack.all, lack.help);
  for (const std::size_t at : lacking) {
    const std::string& address = plan.outline[at].address;
    run.tell(address, {lack.of_contents ? plan.rows[at].number.span : plan.rows[at].text().span},
             say("{} `{}` không có {}", "{} `{}` has no {}", plan.noun(), address, lack.what),
             lack.help);
  }
}

}  // namespace

Span part_of(const Sources& sources, const Text& value, std::size_t begin, std::size_t end) {
  std::string_view written = sources.text(value.span);
  std::size_t skipped = 0;
  if (begin >= end || written.empty()) return value.span;
  if (written.front() == '|' || written.front() == '>')
    return part_of_block(value.span, written,
                         std::string_view(value.value).substr(begin, end - begin));
  if (written.size() >= 2 && (written.front() == '"' || written.front() == '\'')) {
    written = written.substr(1, written.size() - 2);
    skipped = 1;
  }
  // A value is kept without the blanks around it.
  const std::size_t blanks = pass(written, kBlanks);
  written = trimmed(written);
  if (written != value.value) return value.span;
  return at_offset(value.span, skipped + blanks + begin, end - begin);
}

bool asks_for(const Plan& plan, Required what) {
  return std::ranges::any_of(plan.required,
                             [&](auto& asked) { return asked.given && asked.value == what; });
}

std::string some_of(std::vector<std::string> addresses) {
  constexpr std::size_t kMost = 12;
  const bool more = addresses.size() > kMost;
  addresses.resize(std::min(addresses.size(), kMost));
  return quoted_list(addresses) + (more ? ", …" : "");
}

void tell_unstated(const Plan& plan, const std::vector<std::string>& lacking, Phrase what,
                   const RuleRun& run) {
  if (lacking.empty()) return;
  run.tell("", {plan.rebuilt_from.span, {"dựng lại từ đây", "rebuilt from this"}},
           say("{} việc không có {}: {}", "items without {1}: {0} ({2})", lacking.size(), what,
               some_of(lacking)),
           say("báo cáo ấy không nêu thì ghi vào `accepted`: `{{code: {}, reason: …}}`",
               "where that report doesn't say, put it under `accepted`: `{{code: {}, reason: "
               "…}}`",
               run.code.id));
}

void tell_lacking(const Lack& lack, const RuleRun& run) {
  for (const Plan& plan : run.project.plans)
    if (lack.of_contents ? plan.catalogue != nullptr : plan.kind != RecordKind::movement)
      tell_lacking_in(plan, lack, run);
}

const std::vector<SeenText>& odd_texts(const RuleRun& run) {
  OddTexts& odd = run.odd_texts;
  if (std::exchange(odd.looked, true)) return odd.all;
  const auto look = [&](const auto& record) {
    // What criteria take from their list stands in its file.
    each_text(record, [&](const Text& text) {
      Glance seen = glance(text.value);
      // What is in an old encoding has signs in place of letters: nothing else is told of it.
      if (seen.old_letters && old_letters(text.value).empty())
        seen.old_letters = false;
      else if (seen.old_letters)
        seen = {.old_letters = true};
      const bool any = seen.marks || seen.leftovers || seen.blanks || seen.symbols ||
                       seen.doubled || seen.old_letters;
      if (any && text.span.file == record.file) odd.all.push_back({record.file, &text, seen});
    });
  };
  for (const Ward& ward : run.project.wards)
    if (ward.asked) look(ward);
  for (const Catalogue& list : run.project.catalogues)
    if (list.asked) look(list);
  for (const Plan& plan : run.project.plans) look(plan);
  return odd.all;
}

std::string address_at(const Project& project, Span place) {
  const auto holds = [&](const Row& row) {
    return row.span.begin <= place.begin && place.end <= row.span.end;
  };
  for (const Plan& plan : project.plans) {
    if (plan.file != place.file) continue;
    for (std::size_t row = 0; row < plan.row_count(); ++row)
      if (holds(plan.row(row))) return plan.outline[row].address;
    const auto passage = std::ranges::find_if(plan.document.text, holds);
    if (passage != plan.document.text.end()) return plan.document.outline[passage->at].address;
  }
  return {};
}

std::vector<const WrittenTime*> extensions_of(const Row& row) {
  std::vector<const WrittenTime*> times;
  for (const Update& update : row.updates)
    if (update.due.given) times.push_back(&update.due);
  return times;
}

}  // namespace wardplan
