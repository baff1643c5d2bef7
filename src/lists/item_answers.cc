#include "lists/item_answers.h"

#include <algorithm>

#include "disk/files.h"
#include "records/register.h"
#include "records/steps.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

template <class Word>
bool is_said(const std::vector<std::string>& words, const Word& of,
             const Word* (*find)(std::string_view)) {
  return words.empty() ||
         std::ranges::any_of(words, [&](const std::string& word) { return find(word) == &of; });
}

/// `own`: ids and names of words that are the wards' own.
template <class Words, class Word>
void require_words(const std::vector<std::string>& words, const Words& rows,
                   const Word* (*find)(std::string_view), Phrase noun,
                   const std::set<std::pair<std::string, std::string>>& own = {}) {
  for (const std::string& word : words) {
    const auto is_own = [&](const auto& one) {
      return fold_bare(one.first) == fold_bare(word) || fold_bare(one.second) == fold_bare(word);
    };
    if (find(word) != nullptr || std::ranges::any_of(own, is_own)) continue;
    std::vector<std::string> known, all;
    for (const auto& row : rows) {
      known.emplace_back(row.token);
      known.emplace_back(row.words.vi);
      all.emplace_back(row.words.vi);
    }
    for (const auto& [id, name] : own) {
      known.insert(known.end(), {id, name});
      all.push_back(name);
    }
    const Message near = did_you_mean(nearest_name(word, known));
    throw Failure(with_hint(say("không có {} `{}`", "there is no {} `{}`", noun, word),
                            near.empty() ? say("có {}", "there are {}", quoted_list(all)) : near));
  }
}

std::string said_by(const Item& item) {
  const Row& row = *item.row;
  std::string all = row.text().value + '\n' + row.note.value;
  for (const Text* text :
       {&row.product, &row.authority, &row.basis, &row.wording, &row.solution, &row.to})
    all += '\n' + text->value;
  for (const auto text : kModelTexts) all += '\n' + (row.model.*text).value;
  for (const KeyedText& cell : row.cells) all += '\n' + cell.value.value;
  for (const Row* step : steps_of(*item.plan, row)) all += '\n' + step->title.value;
  for (const Target& target : row.targets)
    all += '\n' + target.name.value + '\n' + target.goal.value;
  for (const Update* update : history(row, item.as_of))
    for (const Text* text : {&update->note, &update->evidence, &update->waiting,
                             &update->waits_for(), &update->obstacle})
      all += '\n' + text->value;
  return all;
}

bool has_words(const Item& item, const std::string& bare) {
  if (bare.empty()) return true;
  const std::string all = fold_bare(said_by(item));
  return std::ranges::all_of(
      split(bare, " "), [&](std::string_view word) { return all.find(word) != std::string::npos; });
}

/// By what it counts as, or by the ward's own word.
bool has_status(const Item& item, const std::vector<std::string>& words) {
  const Standing& at = item.standing;
  return is_said(words, status_word(at.status), status_by_words) ||
         (at.own != nullptr && std::ranges::any_of(words, [&](const std::string& word) {
            return ward_status_by_words(item.plan->ward, word) == at.own;
          }));
}

}  // namespace

bool passes_itself(const Item& item, const ItemFilter& filter, const std::string& bare) {
  const Standing& at = item.standing;
  const auto& deadline = at.due.deadline;
  return has_status(item, filter.statuses) &&
         is_said(filter.states, state_word(at.state), state_by_words) &&
         (!filter.due_from || (deadline && *deadline >= *filter.due_from)) &&
         (!filter.due_to || (deadline && *deadline <= *filter.due_to)) && has_words(item, bare);
}

void require_known_words(const ItemFilter& filter, const FilterMet& met) {
  require_words(filter.statuses, status_words(), status_by_words, {"trạng thái", "status"},
                met.statuses);
  require_words(filter.states, state_words(), state_by_words, {"tình trạng", "state"});
}

std::string_view ward_file(const Project& project, const Plan& plan) {
  return plan.ward == nullptr ? std::string_view()
                              : std::string_view(project.sources[plan.ward->file].path());
}

namespace {

std::string key_of(const Plan& plan, std::string_view file, std::string_view register_file) {
  const std::string_view folder = register_file.substr(0, register_file.find_last_of('/') + 1);
  const bool below = file.starts_with(folder) && !register_file.empty();
  const std::string_view within =
      below ? file.substr(folder.size()) : file.substr(file.find_last_of('/') + 1);
  return fmt::format("{}/{}", plan.ward_id.value, within);
}

}  // namespace

std::string plan_key(const Item& item) { return key_of(*item.plan, item.file, item.ward_file); }

std::string plan_key(const Project& project, const Plan& plan) {
  return key_of(plan, project.sources[plan.file].path(), ward_file(project, plan));
}

}  // namespace wardplan
