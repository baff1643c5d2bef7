// `renumber`: a row's number, those of the rows that it numbers, and what names them.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cmd/commands.h"
#include "cmd/plan_file.h"
#include "cmd/rewriting.h"
#include "cmd/rows.h"
#include "cmd/typed.h"
#include "edit/reshape.h"
#include "records/row_keys.h"
#include "records/serves.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// `2.4` of `2.4.` and `2.4)`.
std::string_view bare(std::string_view number) {
  if (number.size() > 1 && (number.ends_with('.') || number.ends_with(')')))
    number.remove_suffix(1);
  return number;
}

/// Whether a row stands under another: in its section or part, as a step of it, or below such.
bool stands_under(const Plan& plan, std::size_t row, std::size_t top) {
  if (row == top) return true;
  if (row >= plan.rows.size()) return false;
  const Place& place = plan.outline[row];
  for (const RowIndex above : {place.section, place.step_of})
    if (above && *above < row && stands_under(plan, *above, top)) return true;
  return place.part == top;
}

bool is_numeric(std::string_view number) { return !number.empty() && is_digit(number.front()); }

/// The new numbers of rows, by their indices.
using Numbers = std::map<std::size_t, std::string>;

/// Numbers that begin with the old one begin with the new one: `2.4.1` of `2.4` to `2.5`.
Numbers new_numbers(const Plan& plan, std::size_t top, const std::string& number) {
  Numbers numbers = {{top, number}};
  const std::string old(bare(plan.row(top).number.value));
  for (std::size_t row = 0; row < plan.rows.size(); ++row) {
    const std::string& own = plan.rows[row].number.value;
    if (row == top || !stands_under(plan, row, top) || !own.starts_with(old + ".")) continue;
    if (is_numeric(old) != is_numeric(number))
      refuse(say("`{}` đánh số theo `{}`, không theo được `{}`",
                 "`{}` is numbered by `{}` and can't be by `{}`", own, old, number));
    numbers[row] = std::string(bare(number)) + own.substr(old.size());
  }
  return numbers;
}

/// An address without its `#2`.
std::string plain_address(const std::string& address) {
  return address.substr(0, address.find('#'));
}

/// Refuses what would give rows beside those that are renumbered another address, or two rows the
/// same one.
void require_others_stay(const Plan& before, const Plan& after, std::size_t top) {
  for (std::size_t row = 0; row < before.row_count(); ++row) {
    const std::string &was = before.outline[row].address, &is = after.outline[row].address;
    const bool collides = is.find('#') != std::string::npos && was.find('#') == std::string::npos;
    if (collides)
      refuse(say("đã có dòng mang địa chỉ `{}`", "there is a row with the address `{}`",
                 plain_address(is)));
    // One that is only out of place is asked for as it is written.
    const RowNumber& number = after.outline[row].number;
    if (number.meant && number.kind != NumberKind::path && !before.outline[row].number.meant)
      refuse(say("số `{}` ở chỗ ấy được hiểu là `{}`", "the number `{}` is taken for `{}` there",
                 after.row(row).number.value, number_text(number)));
    if (!stands_under(before, row, top) && plain_address(was) != plain_address(is))
      refuse(say("như vậy thì dòng khác đổi địa chỉ: `{}` thành `{}`",
                 "another row would change its address: `{}` to `{}`", was, is));
  }
}

MovedRows moved_rows(const Plan& before, const Plan& after) {
  MovedRows moved;
  for (std::size_t row = 0; row < before.row_count(); ++row)
    if (before.outline[row].address != after.outline[row].address)
      moved[before.outline[row].address] = after.outline[row].address;
  return moved;
}

/// Acceptances name rows by their addresses; how many follow.
std::size_t follow_in_acceptances(Tree& root, const MovedRows& moved) {
  std::map<std::string, std::string> by_word;
  for (const auto& [was, is] : moved) by_word[fold(was)] = is;
  std::size_t followed = 0;
  Tree* accepted = find(root, "accepted");
  if (accepted == nullptr) return followed;
  for (Tree& one : accepted->children) {
    Tree* at = find(one, "at");
    const auto found = at != nullptr ? by_word.find(fold(at->text)) : by_word.end();
    if (found == by_word.end()) continue;
    at->text = found->second;
    ++followed;
  }
  return followed;
}

/// An address as it was typed: one of two with the same address is told from the other by `#1`.
std::string with_first(const std::string& typed, const std::string& address) {
  const bool first = typed.ends_with("#1") && address.find('#') == std::string::npos;
  return first ? address + "#1" : address;
}

/// Passages of the document name rows, too; how many places follow.
std::size_t follow_in_passages(Tree& root, const Plan& before, const MovedRows& moved) {
  std::size_t followed = 0;
  Tree* document = find(root, "document");
  Tree* text = document != nullptr ? find(*document, "text") : nullptr;
  for (const Row& passage : before.document.text) {
    Tree* rows = text != nullptr ? find(text->children[passage.at], "rows") : nullptr;
    const std::vector<Name>& names = passage.passage.rows;
    for (std::size_t at = 0; rows != nullptr && at < names.size(); ++at) {
      if (!names[at].index) continue;
      const auto found = moved.find(before.outline[*names[at].index].address);
      if (found == moved.end()) continue;
      Tree& name = rows->children.empty() ? *rows : rows->children[at];
      name.text = with_first(names[at].as.value, found->second);
      ++followed;
    }
  }
  return followed;
}

/// What items of the plan say they serve; how many follow.
std::size_t follow_in_serves(Tree& root, const Plan& plan, const MovedRows& moved) {
  std::size_t followed = 0;
  for (const Row& row : plan.rows)
    for (std::size_t at = 0; at < row.serves.size(); ++at) {
      const Served& served = row.serves[at];
      if (served.plan != &plan || served.row == nullptr) continue;
      const auto found = moved.find(plan.outline[served.row->at].address);
      if (found == moved.end()) continue;
      Tree& serves = *find(row_tree(root, plan, row.at), "serves");
      const std::string& as = served.as.value;
      const std::string id = as.substr(0, as.size() - address_in(served).size());
      (serves.children.empty() ? serves : serves.children[at]).text = id + found->second;
      ++followed;
    }
  return followed;
}

using Words = std::set<std::string, std::less<>>;

/// Whether a text names one of some numbers: `2.4.1`, and neither `12.4.1` nor `2.4.1.3`.
bool names_any(std::string_view text, const Words& numbers) {
  const auto is_part = [](char c) { return is_digit(c) || c == '.'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_part(text[end])) ++end;
    std::string_view number = text.substr(at, end - at);
    while (number.ends_with('.')) number.remove_suffix(1);
    if (!number.empty() && numbers.contains(number)) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

bool names_any(const Tree& tree, const Words& numbers) {
  if (names_any(tree.text, numbers)) return true;
  for (std::size_t at = 0; at < tree.children.size(); ++at)
    if ((tree.keys.empty() || tree.keys[at] != "number") && names_any(tree.children[at], numbers))
      return true;
  return false;
}

/// Rows whose texts may speak of a number that changes: nobody but people can tell. A number
/// without a point stands everywhere.
std::vector<std::string> that_may_name(Tree root, const Plan& before, const Plan& after,
                                       const Numbers& numbers) {
  Words old;
  for (const auto& [row, number] : numbers)
    if (const std::string_view was = bare(before.row(row).number.value); was.find('.') != was.npos)
      old.emplace(was);
  std::vector<std::string> addresses;
  for (std::size_t row = 0; row < before.row_count(); ++row)
    if (names_any(row_tree(root, before, row), old))
      addresses.push_back(after.outline[row].address);
  return addresses;
}

/// How many places of other files name rows that moved, by file: what serves targets of the plan
/// stands in its folder, below it, or below the folder whose `above` that is; what takes its
/// figures beside it.
std::map<std::string, std::size_t> named_elsewhere(const std::string& path, const Plan& plan,
                                                   const MovedRows& moved) {
  namespace fs = std::filesystem;
  fs::path folder = fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  const bool in_above = folder.filename() == kReferenceWords<Plan>.subfolder;
  Report ignored;
  const Project project = read_project(
      plan.id.given && in_above ? std::vector{(folder / "..").lexically_normal().string()}
      : plan.id.given           ? std::vector{folder.string()}
                                : yaml_files_in(folder.string()),
      {}, ignored);
  const std::string own = identity(path);
  const auto leads_there = [&](const Plan* other, const std::string& address) {
    if (other == nullptr || identity(project.sources[other->file].path()) != own) return false;
    const RowIndex row = find_address(*other, address).row;
    return row && moved.contains(other->outline[*row].address);
  };
  std::map<std::string, std::size_t> places;
  for (const Plan& other : project.plans) {
    const std::string& file = project.sources[other.file].path();
    if (identity(file) == own) continue;
    std::size_t count = 0;
    for (const Row& row : other.rows) {
      for (const Served& served : row.serves)
        if (leads_there(served.plan, address_in(served))) ++count;
      if (leads_there(row.carried.from, row.carried.row.value)) ++count;
    }
    if (count > 0) places[file] = count;
  }
  return places;
}

/// What came of it: `đã đổi I.2 thành I.3, cùng 4 dòng và 1 chỗ ở accepted`.
struct Renumbered {
  std::string was = {};
  std::size_t row = 0;
  std::size_t others = 0;
  std::size_t acceptances = 0;
  std::size_t passages = 0;
  std::size_t serves = 0;
  std::vector<std::string> mentions = {};
  std::map<std::string, std::size_t> elsewhere = {};
  bool dry_run = false;

  Message told(const Plan& after) const {
    Message message =
        say("{} {} → {}", "{} {} → {}",
            dry_run ? Phrase{"sẽ đổi số", "would renumber"} : Phrase{"đã đổi số", "renumbered"},
            was, after.outline[row].address);
    if (others > 0)
      join(message,
           say("cùng số của {} dòng trong đó", "with {1} in it", others, counted(others, "row")));
    if (acceptances > 0)
      join(message, say("{} chỗ ở `accepted`", "{1} of `accepted`", acceptances,
                        counted(acceptances, "place")));
    if (passages > 0)
      join(message,
           say("{} chỗ ở `document`", "{1} of `document`", passages, counted(passages, "place")));
    if (serves > 0)
      join(message, say("{} chỗ ở `serves`", "{1} of `serves`", serves, counted(serves, "place")));
    if (!mentions.empty())
      message = with_hint(std::move(message), say("có thể nhắc tới số cũ, hãy xem lại: {}",
                                                  "may speak of the old number, look at them: {}",
                                                  quoted_list(mentions)));
    for (const auto& [file, count] : elsewhere)
      message =
          with_hint(std::move(message), say("{} chỗ ở `{}` nhắc số cũ, hãy sửa ở đó",
                                            "{2} of `{1}` say the old number, mend them there",
                                            count, file, counted(count, "place")));
    return message;
  }
};

/// What is known of one renumbering before anything is changed; throws `Refused`.
struct Asked {
  std::size_t row = 0;
  bool has_id = false;
  Numbers numbers = {};
};

Asked asked_of(const Plan& plan, const RenumberOptions& options) {
  const std::size_t row = require_row(plan, options.address);
  const bool dates = row >= plan.rows.size();
  if (plan.kind == RecordKind::criteria && !dates)
    refuse(say("số của nội dung là của bộ tiêu chí `{}`, tệp khác; không đổi riêng ở đây được",
               "the numbers of contents are those of the list `{}`, another file",
               plan.catalogue_id.value));
  const bool has_id = dates || record_kind_words(plan.kind).has_ids;
  const std::string number = kept_number("NUMBER", options.number, has_id);
  if (number == plan.row(row).number.value)
    refuse(say("`{}` đã mang số ấy rồi", "`{}` has that number", plan.outline[row].address));
  return {row, has_id, has_id ? Numbers{{row, number}} : new_numbers(plan, row, number)};
}

WantedRecord renumbered(const RenumberOptions& options, const JudgedText& before, const Tree& root,
                        const Io& io) {
  const Plan& plan = before.project.plans.front();
  const Asked asked = asked_of(plan, options);
  WantedRecord wanted{.tree = root, .told = {}};
  for (const auto& [at, text] : asked.numbers)
    find(row_tree(wanted.tree, plan, at), asked.has_id ? "id" : "number")->text = text;
  const ChangedText first =
      reshape(std::string(before.project.sources[plan.file].bytes()), wanted.tree);
  if (!first.refusal.empty()) refuse(first.refusal);
  const JudgedText after = judge_text(options.path, first.bytes, io);
  if (after.project.plans.empty() || after.project.plans.front().row_count() != plan.row_count())
    refuse(Phrase{"như vậy thì hồ sơ có lỗi", "the record would have an error"});
  const Plan& now = after.project.plans.front();
  require_others_stay(plan, now, asked.row);
  wanted.moved = moved_rows(plan, now);
  Renumbered done{.was = plan.outline[asked.row].address,
                  .row = asked.row,
                  .others = asked.numbers.size() - 1,
                  .acceptances = follow_in_acceptances(wanted.tree, wanted.moved),
                  .passages = follow_in_passages(wanted.tree, plan, wanted.moved),
                  .serves = follow_in_serves(wanted.tree, plan, wanted.moved),
                  .mentions = that_may_name(root, plan, now, asked.numbers),
                  .elsewhere = named_elsewhere(options.path, plan, wanted.moved),
                  .dry_run = options.dry_run};
  wanted.told = [done](const Plan& plan_after) { return done.told(plan_after); };
  return wanted;
}

}  // namespace

int renumber_command(const RenumberOptions& options, Io& io) {
  return change_record(options.path, options.dry_run, io,
                       [&](const JudgedText& before, const Tree& root) {
                         return renumbered(options, before, root, io);
                       });
}

}  // namespace wardplan
