#include "cmd/rows.h"

#include <algorithm>

#include "cmd/plan_file.h"
#include "cmd/rewriting.h"
#include "cmd/typed.h"
#include "records/row_keys.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// A record as it is and as it is to be.
struct RowChangeMade {
  Tree wanted;
  /// Index of the row that changes, in the record as it is to be.
  std::size_t row = 0;
  /// Its keys that were said.
  std::vector<std::string> keys = {};
};

/// What is asked of a sound record; throws `Refused`.
using MakeChange = RowChangeMade (*)(const Plan& plan, Tree root, const RowOptions& options);

/// Whether an address is that of a row or of one below it.
bool is_at_or_below(std::string_view address, std::string_view row) {
  return address.starts_with(row) &&
         (address.size() == row.size() || address[row.size()] == '.' || address[row.size()] == '#');
}

/// A number that others go by is changed together with them.
void require_free_number(const Plan& plan, std::size_t row, const RowOptions& options,
                         const std::string& number) {
  const std::string& address = plan.outline[row].address;
  const bool named = std::ranges::any_of(plan.accepted, [&](const Acceptance& one) {
    return one.at.given && is_at_or_below(one.at.value, address);
  });
  const bool begun = std::ranges::any_of(plan.rows, [&](const Row& other) {
    return other.number.value.starts_with(plan.row(row).number.value + ".");
  });
  if (named || begun)
    refuse(with_hint(say("số của `{}` còn được dòng khác hay `accepted` nhắc đến",
                         "other rows or `accepted` go by the number of `{}`", address),
                     say("đổi cả những chỗ ấy: `wardplan renumber {} {} {}`",
                         "change them as well: `wardplan renumber {} {} {}`",
                         shell_quoted(options.path), shell_quoted(address), shell_quoted(number))));
}

RowChangeMade amended(const Plan& plan, Tree root, const RowOptions& options) {
  const std::size_t row = require_row(plan, options.address);
  const RowList list{&plan, row >= plan.rows.size()};
  Tree& tree = row_tree(root, plan, row);
  const Tree before = tree;
  std::vector<std::string> keys = put_typed(tree, list, options);
  if (tree == before)
    refuse(say("`{}` đã như vậy rồi", "`{}` says so already", plan.outline[row].address));
  const Tree *was = find(before, "number"), *is = find(tree, "number");
  if (was != nullptr && is != nullptr && *was != *is && !list.dates)
    require_free_number(plan, row, options, is->text);
  return {std::move(root), row, std::move(keys)};
}

/// Whether what was typed is of the record's dates and of none of its rows: what stands beside a
/// row says itself which list is meant.
bool says_a_date(const Plan& plan, const RowOptions& options) {
  const auto takes_all = [&](bool dates) {
    const std::vector<RowKey> keys = row_keys(plan.kind, dates);
    for (std::size_t at = 0; at < row_key_flags().size(); ++at)
      if (!options.values[at].empty() &&
          std::ranges::find(keys, row_key_flags()[at].key, &RowKey::name) == keys.end())
        return false;
    return true;
  };
  return takes_all(true) && !takes_all(false);
}

/// The rows of a list; a record without any dates gets the list behind its rows.
std::vector<Tree>& rows_in(Tree& root, const RowList& list) {
  const std::string_view key = row_list(list.plan->kind, list.dates);
  if (find(root, key) == nullptr)
    put(root, key, {.kind = yaml::Kind::sequence}, record_keys(list.plan->kind));
  return find(root, key)->children;
}

RowChangeMade added(const Plan& plan, Tree root, const RowOptions& options) {
  const std::string& near = options.after.empty() ? options.before : options.after;
  const bool dates_alone = near.empty() && says_a_date(plan, options);
  const std::size_t end = dates_alone ? plan.row_count() : plan.rows.size();
  const std::size_t beside = near.empty() ? end : require_row(plan, near);
  const RowList list{&plan, dates_alone || (!near.empty() && beside >= plan.rows.size())};
  const std::size_t at = beside + (options.after.empty() ? 0 : 1);
  Tree row{.kind = yaml::Kind::mapping};
  std::vector<std::string> keys = put_typed(row, list, options);
  for (const RowKey& key : row_keys(plan.kind, list.dates))
    if (key.required && find(row, key.name) == nullptr) {
      const auto flag = std::ranges::find(row_key_flags(), key.name, &RowKeyFlag::key);
      refuse(say("thiếu `{}`", "`{}` is missing", flag->name));
    }
  std::vector<Tree>& rows = rows_in(root, list);
  const std::size_t inside = list.dates ? at - plan.rows.size() : at;
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(inside), std::move(row));
  return {std::move(root), at, std::move(keys)};
}

/// `title: Trồng cây → Trồng 100 cây`, key by key; of a new row only what it says.
Message told_keys(const Tree* before, const Tree& after, const std::vector<std::string>& keys) {
  Message message;
  for (const std::string& key : keys) {
    const Tree* old = before != nullptr ? find(*before, key) : nullptr;
    const Tree* now = find(after, key);
    const std::string was = old != nullptr ? in_words(*old) : "";
    if (now == nullptr)
      join(message, say("bỏ {} (`{}`)", "{} (`{}`) taken away", key, was));
    else if (old == nullptr)
      join(message, say("{}: `{}`", "{}: `{}`", key, in_words(*now)));
    else if (*old != *now)
      join(message, say("{}: `{}` → `{}`", "{}: `{}` → `{}`", key, was, in_words(*now)));
  }
  return message;
}

Message told(const RowOptions& options, bool is_new, const std::string& address,
             const Message& what) {
  const Phrase verb =
      is_new ? (options.dry_run ? Phrase{"sẽ thêm", "would add"} : Phrase{"đã thêm", "added"})
             : (options.dry_run ? Phrase{"sẽ sửa", "would amend"} : Phrase{"đã sửa", "amended"});
  return say("{} {}: {}", "{} {}: {}", verb, address, what);
}

int row_command(const RowOptions& options, MakeChange make, Io& io) {
  return change_record(options.path, options.dry_run, io,
                       [&](const JudgedText& before, const Tree& root) -> WantedRecord {
                         const Plan& plan = before.project.plans.front();
                         const RowChangeMade made = make(plan, root, options);
                         const auto tell = [&options, &plan, root, made](const Plan& after) {
                           Tree had = root, has = made.wanted;
                           const bool is_new = after.row_count() > plan.row_count();
                           const Tree* old = is_new ? nullptr : &row_tree(had, plan, made.row);
                           return told(options, is_new, after.outline[made.row].address,
                                       told_keys(old, row_tree(has, after, made.row), made.keys));
                         };
                         return {made.wanted, tell};
                       });
}

}  // namespace

int amend_command(const RowOptions& options, Io& io) { return row_command(options, amended, io); }

int add_command(const RowOptions& options, Io& io) { return row_command(options, added, io); }

}  // namespace wardplan
