#include "cmd/next_names.h"

#include <algorithm>
#include <optional>

#include "text/quoted.h"
#include "times/period.h"

namespace wardplan {
namespace {

constexpr RegisterPart kParts[] = {kPeople, kUnits};

/// A key of rows that names people or units.
struct NamingKey {
  std::string_view key;
  std::vector<Name> Row::*names;
  const RegisterPart& part;
};
constexpr NamingKey kKeys[] = {{"leader", &Row::leader, kParts[0]},
                               {"lead", &Row::lead, kParts[1]},
                               {"support", &Row::support, kParts[1]}};

/// Adds a row to those that name an entry, and says who does its work now.
const LeftEntry& note_left(const Plan& plan, const RegisterPart& part, std::size_t entry,
                           const Date& day, const std::string& address,
                           std::vector<LeftEntry>& left) {
  auto known = std::ranges::find_if(
      left, [&](const LeftEntry& one) { return one.part == &part && one.entry == entry; });
  if (known == left.end())
    known = left.insert(left.end(),
                        {&part, entry, day, in_charge(plan.ward->*part.entries, entry, day), {}});
  if (known->addresses.empty() || known->addresses.back() != address)
    known->addresses.push_back(address);
  return *known;
}

/// Whether one other took over.
bool has_successor(const LeftEntry& left) {
  return left.now.size() == 1 && left.now.front() != left.entry;
}

/// Whether that one is there when the year begins.
bool is_taken(const LeftEntry& left, const std::vector<Registered>& entries) {
  if (!has_successor(left)) return false;
  const Stretch days = days_of(entries[left.now.front()]);
  return days.first <= left.day && left.day <= days.last;
}

/// What is said where who takes over isn't there yet, or has left, too.
Message not_there(const LeftEntry& left, const std::vector<Registered>& entries,
                  const Message& until, const std::string& rows) {
  const Registered& next = entries[left.now.front()];
  if (days_of(next).first > left.day)
    return say("{}, `{}` tiếp nhận nhưng từ ngày {} mới có: giữ nguyên tên, hãy sửa ở {}",
               "{}, and `{}`, who takes over, is there from {} on only: the name stays, mend it "
               "at {}",
               until, next.id.value, iso(next.from.value), rows);
  return say("{}, `{}` tiếp nhận nhưng chỉ có đến ngày {}: giữ nguyên tên, hãy sửa ở {}",
             "{}, and `{}`, who took over, was there until {}: the name stays, mend it at {}",
             until, next.id.value, iso(next.until.value), rows);
}

/// Each name once, one alone without a list.
void put_names(Tree& tree, std::vector<std::string> names) {
  std::vector<std::string> once;
  for (std::string& name : names)
    if (std::ranges::find(once, name) == once.end()) once.push_back(std::move(name));
  tree = once.size() == 1 ? text_tree(once.front()) : list_tree(once);
}

void move_key(const Plan& plan, const NamingKey& key, std::size_t row, int year, Tree& tree,
              std::vector<LeftEntry>& left) {
  Tree* said = find(tree, key.key);
  const std::vector<Name>& names = plan.row(row).*key.names;
  if (said == nullptr || names.empty()) return;
  const std::vector<Registered>& entries = plan.ward->*key.part.entries;
  const Date day = first_of_year(year);
  std::vector<std::string> moved;
  bool any = false;
  for (const Name& name : names) {
    moved.push_back(name.as.value);
    // Entries of different times may share an alias, which means another one then.
    const auto entry = find_entry(plan.ward->*key.part.words, name.as.value, day);
    if (!entry || !entries[*entry].until.given || entries[*entry].until.value >= day) continue;
    const LeftEntry& one = note_left(plan, key.part, *entry, day, plan.outline[row].address, left);
    if (!is_taken(one, entries)) continue;
    moved.back() = entries[one.now.front()].id.value;
    any = true;
  }
  if (any) put_names(*said, std::move(moved));
}

}  // namespace

void move_names(const Plan& plan, std::size_t row, int year, Tree& tree,
                std::vector<LeftEntry>& left) {
  if (plan.ward == nullptr) return;
  for (const NamingKey& key : kKeys) move_key(plan, key, row, year, tree, left);
}

void move_signer(const Plan& plan, int year, Tree& root, std::vector<LeftEntry>& left,
                 std::vector<Message>& look) {
  Tree* head = find(root, "letterhead");
  Tree* signer = head == nullptr ? nullptr : find(*head, "signer");
  if (signer == nullptr || plan.ward == nullptr) return;
  const RegisterPart& part = kParts[0];
  const std::vector<Registered>& entries = plan.ward->*part.entries;
  const Date day = first_of_year(year);
  const auto entry = find_entry(plan.ward->*part.words, signer->text, day);
  if (!entry || !entries[*entry].until.given || entries[*entry].until.value >= day) return;
  const LeftEntry& one = note_left(plan, part, *entry, day, "letterhead", left);
  if (!is_taken(one, entries)) return;
  signer->text = entries[one.now.front()].name.value;
  if (const Tree* office = find(*head, "office"))
    look.push_back(say("`letterhead`: người ký nay là `{}`, chức vụ giữ nguyên: `{}`",
                       "`letterhead`: `{}` signs now, and the office stays: `{}`", signer->text,
                       office->text));
}

std::vector<Message> names_moved(const Plan& plan, const std::vector<LeftEntry>& left) {
  std::vector<Message> told;
  for (const LeftEntry& one : left) {
    const std::vector<Registered>& entries = plan.ward->*one.part->entries;
    const Registered& gone = entries[one.entry];
    const Message until = say("`{}` chỉ có đến ngày {}", "`{}` was there until {}", gone.name.value,
                              iso(gone.until.value));
    const std::string rows = joined(one.addresses);
    std::vector<std::string> ids;
    for (const std::size_t at : one.now) ids.push_back(entries[at].id.value);
    if (is_taken(one, entries))
      told.push_back(say("{}, thay bằng `{}` ở {}", "{}, and `{}` stands instead at {}", until,
                         ids.front(), rows));
    else if (has_successor(one))
      told.push_back(not_there(one, entries, until, rows));
    else if (one.now.size() > 1)
      told.push_back(say("{}, nay việc chia cho {}: giữ nguyên tên, hãy chọn ở {}",
                         "{}, and {} share the work now: the name stays, choose at {}", until,
                         quoted_list(ids), rows));
    else
      told.push_back(say("{}, danh mục không nêu ai tiếp nhận: giữ nguyên tên ở {}",
                         "{}, and the register names no successor: the name stays at {}", until,
                         rows));
  }
  return told;
}

}  // namespace wardplan
