// What was typed for one row -> what is to stand in its record.
#include <algorithm>

#include "cmd/rows.h"
#include "cmd/typed.h"
#include "records/register.h"
#include "records/row_keys.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The id of what goes by a name in some list; nothing: it isn't there.
using FindId = std::optional<std::string> (*)(const Plan& plan, const std::string& name);

std::optional<std::string> id_of(const Plan& plan, const RegisterPart& part,
                                 const std::string& name) {
  const Ward* ward = plan.ward;
  if (ward == nullptr) return std::nullopt;
  const auto entry = find_entry(ward->*part.words, name, day_of_names(plan));
  return entry ? std::optional((ward->*part.entries)[*entry].id.value) : std::nullopt;
}

std::optional<std::string> person_id(const Plan& plan, const std::string& name) {
  return id_of(plan, kPeople, name);
}

std::optional<std::string> unit_id(const Plan& plan, const std::string& name) {
  return id_of(plan, kUnits, name);
}

std::optional<std::string> field_id(const Plan& plan, const std::string& name) {
  for (const ModelField& field : plan.movement.fields)
    if (fold_bare(name) == fold_bare(field.id.value) ||
        fold_bare(name) == fold_bare(field.name.value))
      return field.id.value;
  return std::nullopt;
}

/// Each name once, by its id where it has one; `a, b` are two unless both are one name. Without
/// `find_id` they are words or addresses.
std::vector<std::string> ids_of(const Plan& plan, const RowKeyFlag& flag,
                                const std::vector<std::string>& typed, FindId find_id) {
  std::vector<std::string> ids;
  const auto id_of_name = [&](const std::string& name) {
    return find_id != nullptr ? find_id(plan, name) : std::nullopt;
  };
  const auto add = [&](const std::string& name) {
    const std::string id = id_of_name(name).value_or(row_word(flag.key, name));
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  };
  for (const std::string& one : typed) {
    const std::string name = kept(flag.name, one);
    if (id_of_name(name)) {
      add(name);
      continue;
    }
    for (const std::string_view part : split(name, ",")) add(kept(flag.name, std::string(part)));
  }
  return ids;
}

Tree names_tree(const std::vector<std::string>& names) {
  return names.size() == 1 ? text_tree(names.front()) : list_tree(names);
}

/// Where the name before a goal ends; npos: there is none, for a comparison is no name.
std::size_t sign_behind_name(const std::string& typed) {
  for (const std::string_view compares : {">", "<", "=", "≥", "≤"})
    if (typed.starts_with(compares)) return std::string::npos;
  return typed.find('=');
}

Tree mapping_tree() { return {.kind = yaml::Kind::mapping}; }

/// One goal of a row: that of its only target, or of the one with its name, or a new one.
void put_goal(Tree& targets, const RowKeyFlag& flag, const std::string& typed, bool only) {
  const std::size_t sign = sign_behind_name(typed);
  const bool named = sign != std::string::npos;
  const std::string name = named ? kept(flag.name, typed.substr(0, sign)) : "";
  const std::string goal = kept(flag.name, named ? typed.substr(sign + 1) : typed);
  const auto order = inner_keys(flag.key);
  if (!named && targets.children.size() > 1)
    refuse(Phrase{"việc có nhiều chỉ tiêu; viết `--goal TÊN=MỨC`",
                  "the item has several targets; write `--goal NAME=GOAL`"});
  Tree* found = nullptr;
  for (Tree& target : targets.children) {
    const Tree* known = find(target, "name");
    if (named ? known != nullptr && fold_tones(known->text) == fold_tones(name) : only)
      found = &target;
  }
  if (found == nullptr) {
    found = &targets.children.emplace_back(mapping_tree());
    if (named) put(*found, "name", text_tree(name), order);
  }
  put(*found, "goal", text_tree(goal), order);
}

/// Puts what was typed for one key into a row.
struct TypedKey {
  Tree& row;
  const RowList& list;
  const RowKeyFlag& flag;
  const std::vector<std::string>& typed;
  const std::vector<std::string_view>& order;

  void set(Tree value) {
    if (flag.inner.empty()) return put(row, flag.key, std::move(value), order);
    put(inside(), flag.inner, std::move(value), inner_keys(flag.key));
  }

  /// The mapping under the key.
  Tree& inside() {
    if (find(row, flag.key) == nullptr) put(row, flag.key, mapping_tree(), order);
    return *find(row, flag.key);
  }

  std::string text() {
    const bool is_id = flag.key == "id";
    if (is_id || flag.key == "number") return kept_number(flag.name, typed.front(), is_id);
    return kept(flag.name, typed.front());
  }

  /// A day in any form; what is none is told of the record.
  std::string date() {
    const auto day = parse_typed_date(text());
    return day ? iso(*day) : text();
  }

  void goals() {
    Tree* old = find(row, flag.key);
    Tree targets = old != nullptr ? *old : Tree{.kind = yaml::Kind::sequence};
    const bool only = targets.children.size() == 1;
    for (const std::string& one : typed) put_goal(targets, flag, one, only);
    set(std::move(targets));
  }

  void cells() {
    std::vector<std::string_view> columns;
    for (const PlanColumn& column : list.plan->columns) columns.push_back(column.id.value);
    for (const std::string& one : typed) {
      const std::size_t sign = one.find('=');
      if (sign == 0 || sign == std::string::npos)
        refuse(say("`--cell {}` phải là `CỘT=CHỮ`", "`--cell {}` must be `ID=TEXT`", one));
      put(inside(), kept(flag.name, one.substr(0, sign)),
          text_tree(kept(flag.name, one.substr(sign + 1))), columns);
    }
  }

  void go() {
    switch (flag.kind) {
      case RowKeyKind::text:
        return set(text_tree(text()));
      case RowKeyKind::date:
        return set(text_tree(date()));
      case RowKeyKind::word:
        return set(text_tree(row_word(flag.key, text())));
      case RowKeyKind::people:
        return set(names_tree(ids_of(*list.plan, flag, typed, person_id)));
      case RowKeyKind::units:
        return set(names_tree(ids_of(*list.plan, flag, typed, unit_id)));
      case RowKeyKind::fields:
        return set(names_tree(ids_of(*list.plan, flag, typed, field_id)));
      case RowKeyKind::list:
        return set(names_tree(ids_of(*list.plan, flag, typed, nullptr)));
      case RowKeyKind::goals:
        return goals();
      case RowKeyKind::cells:
        return cells();
    }
  }
};

/// The flags that rows of a list take.
std::vector<std::string> flags_for(const std::vector<RowKey>& keys) {
  std::vector<std::string> names;
  for (const RowKeyFlag& flag : row_key_flags())
    if (std::ranges::find(keys, flag.key, &RowKey::name) != keys.end())
      names.emplace_back(flag.name);
  return names;
}

[[noreturn]] void refuse_key(const RowList& list, std::string_view flag,
                             const std::vector<RowKey>& keys) {
  const Phrase noun = list.dates ? row_kind_words(RowKind::report_day).noun : list.plan->noun();
  refuse(with_hint(say("`{}` không dùng cho {}", "`{}` isn't for {}", flag, noun),
                   say("có: {}", "there are: {}", quoted_list(flags_for(keys)))));
}

/// The key that `--remove WORD` means: its own name, or that of its flag.
std::string key_to_remove(const std::string& word, const std::vector<RowKey>& keys) {
  const std::string bare = word.starts_with("--") ? word.substr(2) : word;
  std::vector<std::string> known;
  for (const RowKey& key : keys) {
    if (key.name == "updates") continue;
    if (key.name == bare) return bare;
    known.emplace_back(key.name);
  }
  for (const RowKeyFlag& flag : row_key_flags())
    if (flag.name.substr(2) == bare && flag.inner.empty() &&
        std::ranges::find(known, flag.key) != known.end())
      return std::string(flag.key);
  if (bare == "updates")
    refuse(Phrase{"lần cập nhật thì bỏ bằng `wardplan undo`",
                  "entries are taken off by `wardplan undo`"});
  refuse(with_hint(say("không có khóa `{}`", "there is no key `{}`", word),
                   offer_nearest(bare, known, one_of(known))));
}

void remove_cell(Tree& row, const std::string& id) {
  Tree* cells = find(row, "cells");
  if (cells == nullptr || !take_away(*cells, id))
    refuse(say("dòng không có ô `{}`", "the row has no cell `{}`", id));
  if (cells->keys.empty()) take_away(row, "cells");
}

constexpr std::string_view kCell = "cells.";

std::string remove_key(Tree& row, const std::string& word, const std::vector<RowKey>& keys) {
  if (word.starts_with(kCell)) {
    remove_cell(row, word.substr(kCell.size()));
    return "cells";
  }
  std::string key = key_to_remove(word, keys);
  if (std::ranges::find(keys, key, &RowKey::name)->required)
    refuse(say("`{}` phải có, không bỏ được", "`{}` must stay", key));
  if (!take_away(row, key)) refuse(say("dòng không có `{}`", "the row has no `{}`", key));
  return key;
}

/// Whether the key, or the one cell, that `--remove WORD` takes away is given a value as well.
bool is_also_put(const RowOptions& options, std::string_view word, std::string_view key) {
  for (std::size_t at = 0; at < row_key_flags().size(); ++at) {
    if (row_key_flags()[at].key != key) continue;
    const std::string_view cell = word.starts_with(kCell) ? word.substr(kCell.size()) : "";
    for (const std::string& typed : options.values[at])
      if (cell.empty() || trimmed(typed.substr(0, typed.find('='))) == cell) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> put_typed(Tree& row, const RowList& list, const RowOptions& options) {
  const std::vector<RowKey> keys = row_keys(list.plan->kind, list.dates);
  std::vector<std::string_view> order;
  for (const RowKey& key : keys) order.push_back(key.name);
  std::vector<std::string> said;
  for (std::size_t at = 0; at < row_key_flags().size(); ++at) {
    const RowKeyFlag& flag = row_key_flags()[at];
    const std::vector<std::string>& typed = options.values[at];
    if (typed.empty()) continue;
    if (std::ranges::find(order, flag.key) == order.end()) refuse_key(list, flag.name, keys);
    TypedKey{row, list, flag, typed, order}.go();
    said.emplace_back(flag.key);
  }
  for (const std::string& word : options.remove) {
    const std::string key = remove_key(row, word, keys);
    if (is_also_put(options, word, key))
      refuse(with_hint(say("`--remove {}` bỏ đúng điều cần ghi",
                           "`--remove {}` takes away what is "
                           "to be written",
                           word),
                       {"muốn thay giá trị thì không cần `--remove`",
                        "a value is replaced without `--remove`"}));
    said.push_back(key);
  }
  std::ranges::sort(said, {},
                    [&](const std::string& key) { return std::ranges::find(order, key); });
  said.erase(std::unique(said.begin(), said.end()), said.end());
  return said;
}

Tree& row_tree(Tree& root, const Plan& plan, std::size_t row) {
  const bool dates = row >= plan.rows.size();
  const std::size_t at = dates ? row - plan.rows.size() : row;
  return find(root, row_list(plan.kind, dates))->children.at(at);
}

std::string in_words(const Tree& tree) {
  std::string out = tree.text;
  for (std::size_t at = 0; at < tree.children.size(); ++at) {
    const std::string inner = in_words(tree.children[at]);
    join(out, tree.keys.empty() ? inner : tree.keys[at] + ": " + inner, ", ");
  }
  return out;
}

}  // namespace wardplan
