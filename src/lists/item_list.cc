#include "lists/item_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <set>

#include "text/quoted.h"

namespace wardplan {
namespace {

// Cells are kept as one text, since there are many: each with how many values it has, each value
// behind its length. A sign between them could stand in the name of a file.

void pack(std::string& packed, std::uint32_t number) {
  packed.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

void pack(std::string& packed, const Cell& cell) {
  pack(packed, static_cast<std::uint32_t>(cell.size()));
  for (const std::string& value : cell) {
    pack(packed, static_cast<std::uint32_t>(value.size()));
    packed += value;
  }
}

std::vector<Cell> unpacked(std::string_view packed) {
  const auto number = [&] {
    std::uint32_t taken = 0;
    std::memcpy(&taken, packed.data(), sizeof(taken));
    packed.remove_prefix(sizeof(taken));
    return taken;
  };
  std::vector<Cell> cells;
  while (!packed.empty()) {
    Cell& cell = cells.emplace_back();
    for (std::uint32_t left = number(); left > 0; --left) {
      const std::uint32_t size = number();
      cell.emplace_back(packed.substr(0, size));
      packed.remove_prefix(size);
    }
  }
  return cells;
}

/// The columns whose cells are kept, until it is known which ones are shown.
std::vector<std::string> kept_columns(const ListAsked& asked) {
  return asked.columns.empty() ? all_usual_columns(asked.only_due) : asked.columns;
}

std::vector<std::string> sorted_by(const ListAsked& asked) {
  return asked.sort.empty() && asked.only_due ? std::vector<std::string>{"deadline"} : asked.sort;
}

bool is_down(const std::string& key) { return key.starts_with('-'); }

const ItemColumn& column_to_sort_by(const std::string& key) {
  return item_column(is_down(key) ? key.substr(1) : key);
}

bool is_late_or_soon(const Item& item) {
  return item.standing.state == State::overdue || item.standing.state == State::due_soon;
}

ListedItem listed(Candidate&& candidate, const std::vector<const ItemColumn*>& columns,
                  const std::vector<std::string>& sort, Lang lang) {
  const Item& item = candidate.item;
  ListedItem made{.cells = {},
                  .sort_keys = {},
                  .matches = std::move(candidate.matches),
                  .tone = tone_of(item.standing),
                  .is_model = item.model != nullptr,
                  .is_report_day = item.row->kind == RowKind::report_day};
  pack(made.cells, Cell{address_of(item)});
  for (const ItemColumn* column : columns) pack(made.cells, column->cell(item, lang));
  for (const std::string& key : sort)
    made.sort_keys.push_back(sort_key(column_to_sort_by(key), item));
  return made;
}

/// What is missing comes last both ways.
bool comes_first(const ListedItem& a, const ListedItem& b, const std::vector<std::string>& sort) {
  for (std::size_t at = 0; at < sort.size(); ++at) {
    const std::string &one = a.sort_keys[at], &other = b.sort_keys[at];
    if (one == other) continue;
    if (one == kMissing || other == kMissing) return other == kMissing;
    return is_down(sort[at]) ? other < one : one < other;
  }
  return false;
}

Listed what_is_listed(const std::vector<ListedItem>& items, const std::vector<ListedPlan>& plans) {
  Listed listed;
  for (const ListedItem& item : items) {
    const ListedPlan &plan = plans[item.plan], &first = plans[items.front().plan];
    listed.many_wards = listed.many_wards || plan.ward_id != first.ward_id;
    listed.many_years = listed.many_years || plan.year != first.year;
    listed.many_plans = listed.many_plans || &plan != &first;
    listed.models = listed.models || item.is_model;
    listed.others = listed.others || !(item.is_model || item.is_report_day);
  }
  return listed;
}

/// Which plans were rebuilt from a report: the name of one, or how many.
Message rebuilt_among(const std::vector<ListedItem>& items, const std::vector<ListedPlan>& plans) {
  std::set<const ListedPlan*> rebuilt;
  for (const ListedItem& item : items)
    if (plans[item.plan].rebuilt) rebuilt.insert(&plans[item.plan]);
  if (rebuilt.empty()) return {};
  const ListedPlan& first = **rebuilt.begin();
  return rebuilt.size() == 1
             ? say("có kế hoạch {} của {} dựng lại từ báo cáo",
                   "the plan of {} of {} was rebuilt from a report", first.year, first.ward_name)
             : say("{} kế hoạch dựng lại từ báo cáo", "{} plans were rebuilt from reports",
                   rebuilt.size());
}

bool has_no_known_time(const Item& item) {
  const WrittenTime* time = item.standing.due.text != nullptr ? item.standing.due.text
                            : item.row->due.given             ? &item.row->due
                                                              : nullptr;
  return time != nullptr && !time->read->understood() && !item.standing.due.deadline &&
         is_open(item.standing.status);
}

Sheet head_of(const ListAsked& asked, const Message& rebuilt) {
  Sheet sheet;
  sheet.kind = asked.only_due ? "due-items" : "items";
  const Phrase title = asked.only_due
                           ? Phrase{"Việc quá hạn và sắp đến hạn", "Overdue and due soon"}
                           : Phrase{"Danh sách việc", "Items"};
  sheet.title = title.in(asked.lang);
  sheet.subtitle =
      with_hint(say("tính đến ngày {}", "as of {}", written(asked.as_of, asked.lang)), rebuilt)
          .in(asked.lang);
  sheet.about = {{"as_of", iso(asked.as_of)}};
  return sheet;
}

/// Which plans count, and which may be counted elsewhere.
void note_plans(const Project& project, const Report& report, const Date& as_of, ListedWard& ward) {
  for (const Ward& known : project.wards) note_sides(known, ward.sides);
  for (const Plan& plan : project.plans) {
    if (!is_sound(plan, report)) continue;
    const auto side = side_of(project, report, plan, as_of);
    note_counted(plan, side ? ward.aside.emplace_back(*side, SideRecords()).second : ward.sides);
  }
}

/// Whether a list is of what is late or will be soon, in which a plan above has no place.
bool is_of_what_is_due(const ListAsked& asked) {
  const auto is_due = [](const std::string& said) {
    const StateWord* word = state_by_words(said);
    return word != nullptr && (word->state == State::overdue || word->state == State::due_soon);
  };
  return asked.only_due || std::ranges::any_of(asked.filter.states, is_due);
}

}  // namespace

ListedWard list_ward(const Project& project, const Report& report, const ListAsked& asked) {
  ListedWard ward;
  note_plans(project, report, asked.as_of, ward);
  std::vector<Item> items = items_of(project, report, asked.as_of, asked.soon);
  for (const Item& item : items)
    if (asked.only_due && has_no_known_time(item))
      ward.without_known_time.push_back(fmt::format("{} {}", item.file, address_of(item)));
  // A report that was not sent hides none of the later ones that were not sent either.
  if (asked.only_due || asked.each_time) items = each_time(items, asked.soon);
  std::vector<Candidate> candidates = filter_items(std::move(items), asked.filter, ward.met);
  if (asked.only_due)
    std::erase_if(candidates, [](const Candidate& one) { return !is_late_or_soon(one.item); });
  std::vector<const ItemColumn*> columns;
  for (const std::string& key : kept_columns(asked)) columns.push_back(&item_column(key));
  const std::vector<std::string> sort = sorted_by(asked);
  const Plan* last = nullptr;
  for (Candidate& one : candidates) {
    const Plan* plan = one.item.plan;
    if (plan != last)
      ward.plans.push_back({plan->ward_id.value, ward_name(*plan), plan->year.value,
                            plan->rebuilt_from.given,
                            side_of(project, report, *plan, asked.as_of)});
    last = plan;
    ward.items.push_back(listed(std::move(one), columns, sort, asked.lang));
    ward.items.back().plan = ward.plans.size() - 1;
  }
  return ward;
}

void ListMaker::add(ListedWard&& ward) {
  for (ListedItem& item : ward.items) {
    item.plan += plans_.size();
    items_.push_back(std::move(item));
  }
  for (ListedPlan& plan : ward.plans) plans_.push_back(std::move(plan));
  met_.add(std::move(ward.met));
  sides_.add(std::move(ward.sides));
  std::ranges::move(ward.aside, std::back_inserter(aside_));
  for (std::string& item : ward.without_known_time) without_known_time_.push_back(std::move(item));
}

std::size_t ListMaker::overdue() const {
  return static_cast<std::size_t>(std::ranges::count(items_, Tone::late, &ListedItem::tone));
}

void ListMaker::leave_out_sides() {
  if (!is_of_what_is_due(asked_))
    std::erase_if(aside_, [&](auto& one) {
      if (one.first.why != AsideReason::above) return false;
      sides_.add(std::move(one.second));
      return true;
    });
  std::ranges::stable_sort(aside_, {}, [](const auto& one) { return one.first.why; });
  for (auto& [side, records] : aside_)
    if (auto with = counted_with(side, sides_))
      elsewhere_.emplace_back(side, std::move(*with));
    else
      sides_.add(std::move(records));
  std::set<AsideRecord::Key> left_out;
  for (const CountedAside& one : elsewhere_) left_out.insert(one.first.key());
  std::erase_if(items_, [&](const ListedItem& item) {
    const auto& side = plans_[item.plan].side;
    return side && left_out.contains(side->key());
  });
}

Sheet ListMaker::finish() {
  // No work stands twice. Whoever asks for a ward has it.
  if (asked_.filter.wards.empty()) leave_out_sides();
  const std::vector<Match> wanted = settle_filter(asked_.filter, met_);
  std::erase_if(
      items_, [&](const ListedItem& item) { return !passes(item.matches, asked_.filter, wanted); });
  std::ranges::stable_sort(items_, [sort = sorted_by(asked_)](const auto& a, const auto& b) {
    return comes_first(a, b, sort);
  });
  const std::vector<std::string> kept = kept_columns(asked_);
  const auto columns = asked_.columns.empty() ? usual_columns(what_is_listed(items_, plans_),
                                                              asked_.only_due, asked_.width)
                                              : asked_.columns;
  Sheet sheet = head_of(asked_, rebuilt_among(items_, plans_));
  sheet.columns = columns_of(columns, asked_.lang);
  std::vector<std::size_t> shown;
  for (const std::string& key : columns)
    shown.push_back(1 + static_cast<std::size_t>(std::ranges::find(kept, key) - kept.begin()));
  sheet.make_rows = [this, shown](const TakeRow& take) {
    for (const ListedItem& item : items_) {
      std::vector<Cell> cells = unpacked(item.cells);
      SheetRow row{.address = cells.front().front(), .tone = item.tone};
      for (const std::size_t at : shown) row.cells.push_back(cells[at]);
      take(row);
    }
  };
  return sheet;
}

}  // namespace wardplan
