#include "compare/told.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "compare/pairs.h"

namespace wardplan {
namespace {

/// Lists whose elements are the rows of a record, so that their key needs no telling.
constexpr std::array kRowLists = {std::string_view("rows"), std::string_view("models"),
                                  std::string_view("dates"), std::string_view("reporting")};

/// The names of lists, each looked at once.
class Names {
 public:
  const ElementName& of(const Tree& list, std::string_view key, std::size_t at) {
    auto& names = known_[&list];
    if (names.empty()) names = element_names(list, key);
    return names[at];
  }

 private:
  std::map<const Tree*, std::vector<ElementName>> known_;
};

/// Says what a path of one version leads through.
void tell_path(const Tree& root, const Path& path, Names& names, ToldChange& told) {
  const Tree* at = &root;
  std::string list;
  bool inside = false;
  told.field.clear();
  for (const Step& step : path) {
    if (!step.in_list) {
      list = step.key;
      told.owner = std::exchange(told.key, step.key);
      const bool names_row = !inside && std::ranges::find(kRowLists, step.key) != kRowLists.end();
      if (!names_row) told.field += (told.field.empty() ? "" : ".") + step.key;
      at = find(*at, step.key);
    } else if (at == nullptr || step.at >= at->children.size()) {
      return;
    } else {
      const Tree& element = at->children[step.at];
      const ElementName& named = names.of(*at, list, step.at);
      if (!inside) {
        told.list = list;
        told.address = named.shown;
        told.title = title_under(element);
      } else if (list == kEntries) {
        told.day = named.shown;
      } else {
        told.part = named.shown;
      }
      inside = true;
      at = &element;
    }
    if (at == nullptr) return;
  }
}

/// The first entries of a row, or the last, come or go with their key, and each is told; false: it
/// is no such change.
bool tell_entries(const ToldChange& key, std::vector<ToldChange>& all) {
  const bool added = key.kind == ChangeKind::added;
  if (key.key != kEntries || !key.day.empty() || (!added && key.kind != ChangeKind::removed))
    return false;
  const Tree& list = *(added ? key.after : key.before);
  if (!is_list_of_things(list) || list.children.empty()) return false;
  for (const Tree& entry : list.children) {
    ToldChange& told = all.emplace_back(key);
    (added ? told.after : told.before) = &entry;
    told.day = text_under(entry, "date");
  }
  return true;
}

/// The place of the element that a path leads through first, or none.
std::optional<std::size_t> row_of(const Path& path) {
  const auto step = std::ranges::find(path, true, &Step::in_list);
  return step == path.end() ? std::nullopt : std::optional(step->at);
}

/// Whether a path stands in a list that its element is of.
bool is_row(const Path& path) {
  return !path.empty() && path.back().in_list &&
         std::ranges::count(path, true, &Step::in_list) == 1;
}

}  // namespace

std::vector<ToldChange> told_changes(const Tree& before, const Tree& after) {
  Names names;
  std::vector<ToldChange> all;
  for (const Difference& change : differences(before, after)) {
    ToldChange told{.kind = change.kind};
    const bool added = change.kind == ChangeKind::added, gone = change.kind == ChangeKind::removed;
    tell_path(gone ? before : after, gone ? change.before : change.after, names, told);
    if (!added || !is_row(change.before)) told.row_before = row_of(change.before);
    if (!gone || !is_row(change.after)) told.row_after = row_of(change.after);
    if (!added) told.before = &value_at(before, change.before);
    if (!gone) told.after = &value_at(after, change.after);
    if (!tell_entries(told, all)) all.push_back(std::move(told));
  }
  return all;
}

std::vector<ToldChange> told_places(const Tree& root, const std::vector<Path>& paths) {
  Names names;
  std::vector<ToldChange> all(paths.size());
  for (std::size_t at = 0; at < paths.size(); ++at) tell_path(root, paths[at], names, all[at]);
  return all;
}

ToldChange told_place(const Tree& root, const Path& path) {
  return std::move(told_places(root, {path}).front());
}

std::string_view last_status(const Tree& row) {
  const Tree* entries = find(row, kEntries);
  std::string_view status, day;
  if (entries == nullptr) return status;
  for (const Tree& entry : entries->children) {
    const std::string_view said = text_under(entry, "status"), on = text_under(entry, "date");
    if (said.empty() || on < day) continue;
    status = said;
    day = on;
  }
  return status;
}

}  // namespace wardplan
