#include "cmd/update_columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lists/cards.h"
#include "lists/item_list.h"
#include "lists/update_sheet.h"
#include "records/meant_key.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr ListedColumn own_column(const UpdateColumn& column, Gives gives) {
  return {{column.key, column.title.vi, column.title.en}, gives};
}

/// Columns of what was issued: whoever writes into them wants it changed.
constexpr std::array<std::string_view, 5> kShown = {"leader", "lead", "support", "start",
                                                    "deadline"};

/// What may be filled in, then what `list` prints besides.
const std::vector<ListedColumn>& all_columns() {
  static const std::vector<ListedColumn> kColumns = [] {
    std::vector<ListedColumn> columns = {{{"file", "tệp", "tệp phường"}, Gives::file},
                                         {{"address", "địa chỉ", "số"}, Gives::address}};
    for (const EntryKey& key : entry_keys())
      if (!key.titles.front().empty()) columns.push_back({key.titles, Gives::key, &key});
    const std::size_t own = columns.size();
    for (const std::string& key : item_column_keys()) {
      const ItemColumn& of = item_column(key);
      const bool shown = std::ranges::find(kShown, key) != kShown.end();
      ListedColumn column{{of.key, of.title.vi, of.title.en},
                          key == "title"   ? Gives::title
                          : key == "round" ? Gives::time
                          : shown          ? Gives::shown
                                           : Gives::nothing};
      if (key != "round")
        for (std::size_t at = 0; at < own; ++at)
          if (columns[at].titles[0] == (key == "result" ? "value" : key))
            std::tie(column.gives, column.key) = std::pair(columns[at].gives, columns[at].key);
      columns.push_back(column);
    }
    columns.push_back(own_column(kTime, Gives::time));
    columns.push_back(own_column(kRecorded, Gives::recorded));
    columns.push_back(own_column(kUnit, Gives::unit));
    columns.push_back(own_column(kFingerprint, Gives::fingerprint));
    return columns;
  }();
  return kColumns;
}

/// Whether both give the same, so that only one of them can stand there.
bool is_same(const ListedColumn* one, const ListedColumn* other) {
  if (one == nullptr || other == nullptr) return false;
  return one->gives == other->gives && one->key == other->key &&
         ((one->gives != Gives::nothing && one->gives != Gives::shown) || one == other);
}

/// The longest known title of several letters that a title begins with: `Ghi chú` of `Ghi chu
/// thêm`.
std::optional<std::string> begun_by(const std::string& title,
                                    const std::vector<std::string>& known) {
  constexpr std::size_t kLeast = 4;
  const std::string words = fold_bare(title);
  std::optional<std::string> found;
  for (const std::string& one : known)
    if (const std::string begin = fold_bare(one) + " ";
        begin.size() > kLeast && words.starts_with(begin) && (!found || one.size() > found->size()))
      found = one;
  return found;
}

/// What isn't called so, and what is.
std::pair<Message, Message> unknown_title(const std::string& title) {
  std::vector<std::string> known;
  Message allowed;
  // Lists and sheets have columns of the same names.
  std::set<std::string> allowed_titles;
  for (const ListedColumn& column : all_columns()) {
    known.insert(known.end(), column.titles.begin(), column.titles.end());
    const bool is_printed = column.key != nullptr && column.titles != column.key->titles;
    const bool is_given =
        column.gives == Gives::file || column.gives == Gives::address || column.gives == Gives::key;
    const bool is_told = !allowed_titles.insert(fold_bare(column.titles[1])).second;
    if (is_given && !is_printed && !is_told)
      join(allowed, {quoted_list({std::string(column.titles[1])}),
                     quoted_list({std::string(column.titles[0])})});
  }
  auto near = meant_key(title, known);
  if (!near) near = nearest(title, known);
  if (!near) near = begun_by(title, known);
  return {say("không có cột `{}`", "there is no column `{}`", title),
          did_you_mean(near, say("các cột: {}, và những cột mà `list` in",
                                 "the columns: {}, and those that `list` prints", allowed))};
}

/// `A=1; B=2` are two values; what stands in brackets is part of one.
std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> values(1);
  int open = 0;
  for (const char c : text) {
    open += c == '(' ? 1 : c == ')' && open > 0 ? -1 : 0;
    if (open == 0 && (c == ';' || c == '\n'))
      values.emplace_back();
    else
      values.back() += c;
  }
  std::erase_if(values, [](const std::string& value) { return is_blank(value); });
  return values;
}

}  // namespace

std::vector<const ListedColumn*> columns_by_title(std::string_view title) {
  using Columns = std::vector<const ListedColumn*>;
  // Folded once: each cell above the titles of a sheet is looked up.
  static const std::map<std::string, Columns> kByTitle = [] {
    std::map<std::string, Columns> by_title;
    for (const ListedColumn& column : all_columns())
      for (const std::string_view known : column.titles) {
        Columns& columns = by_title[fold_bare(known)];
        if (std::ranges::none_of(columns, [&](auto other) { return is_same(other, &column); }) &&
            std::ranges::find(columns, &column) == columns.end())
          columns.push_back(&column);
      }
    return by_title;
  }();
  const auto found = kByTitle.find(fold_bare(title));
  return found == kByTitle.end() ? Columns() : found->second;
}

std::vector<const ListedColumn*> titled_columns(const std::vector<std::string>& titles,
                                                const FailAt& fail) {
  std::vector<std::vector<const ListedColumn*>> meant;
  for (const std::string& title : titles) {
    meant.push_back(columns_by_title(trimmed(title)));
    if (!meant.back().empty() || is_blank(title)) continue;
    const auto [message, help] = unknown_title(title);
    fail(meant.size() - 1, message, help);
  }
  std::vector<const ListedColumn*> columns;
  for (std::size_t at = 0; at < titles.size(); ++at) {
    const ListedColumn* column = nullptr;
    for (const ListedColumn* one : meant[at]) {
      const bool taken = std::ranges::any_of(meant, [&](const auto& other) {
        return &other != &meant[at] && other.size() < meant[at].size() && !other.empty() &&
               is_same(other.front(), one);
      });
      if (!taken && column == nullptr) column = one;
    }
    const bool twice = std::ranges::any_of(
        columns, [&](const ListedColumn* other) { return is_same(other, column); });
    if (twice) fail(at, say("cột `{}` có hai lần", "the column `{}` stands twice", titles[at]), {});
    columns.push_back(column);
  }
  return columns;
}

std::string_view said_in(std::string_view cell) {
  constexpr std::string_view kHard = "\u00A0";
  for (;;) {
    cell = trimmed(cell);
    if (cell.starts_with(kHard))
      cell.remove_prefix(kHard.size());
    else if (cell.ends_with(kHard))
      cell.remove_suffix(kHard.size());
    else
      return without_formula_mark(cell);
  }
}

void put_cell(ListedChange& line, const ListedColumn& column, std::string_view cell) {
  const std::string text(said_in(cell));
  if (text.empty() || column.gives == Gives::nothing) return;
  if (column.gives == Gives::file) line.path = text;
  if (column.gives == Gives::address) line.request.address = text;
  if (column.gives == Gives::title) line.request.title = text;
  if (column.gives == Gives::time) line.request.time = text;
  if (column.gives == Gives::unit) line.units = text;
  if (column.gives == Gives::fingerprint) line.request.fingerprint = fold(text);
  const bool compared = column.gives == Gives::shown || column.gives == Gives::recorded ||
                        column.gives == Gives::unit;
  if (compared) line.request.shown.emplace_back(column.titles.front(), text);
  if (column.gives != Gives::key) return;
  EntryValue& value = line.request.entry[column.key->id];
  if (column.key->flag.often)
    value.list = values_of(text);
  else
    value.text = text;
  // A day of its own says that something was found out on it.
  const bool when = column.key->id == EntryKeyId::date || column.key->id == EntryKeyId::round;
  if (when && line.request.asked == Asked::listed) line.request.asked = Asked::typed;
}

}  // namespace wardplan
