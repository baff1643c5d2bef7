// One ward for its wall.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "lists/item.h"
#include "pages/html.h"
#include "pages/pages.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// How one leader's items stand.
struct LeaderCounts {
  std::string name;
  BucketCounts counts;
};

/// What a page says of all its plans.
struct Seen {
  BucketCounts counts = {};
  std::vector<Item> late = {}, soon = {};
  /// In Vietnamese order.
  std::map<std::string, LeaderCounts> leaders = {};
};

void see(const Item& item, Seen& seen) {
  if (item.standing.state == State::overdue) seen.late.push_back(item);
  if (item.standing.state == State::due_soon) seen.soon.push_back(item);
}

Seen see_all(const Project& project, const Plan& plan, const PageAsked& asked) {
  const PlanCounts counts = count_items(plan, asked.as_of, asked.soon);
  Seen seen{.counts = counts.all};
  for (const StandingRow& row : counts.rows) {
    const Item item = item_of(project, plan, row, asked.as_of);
    for (const Item& time : each_time({item}, asked.soon)) see(time, seen);
    for (const std::string& name : leader_names(as_held(item))) {
      LeaderCounts& leader = seen.leaders[collation_key(name)];
      leader.name = name;
      ++leader.counts[row.bucket()];
    }
  }
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    if (plan.row(row).kind == RowKind::report_day)
      for (const Item& time :
           each_time({item_at(project, plan, row, asked.as_of, asked.soon)}, asked.soon))
        see(time, seen);
  return seen;
}

/// `7, trong đó 2 mốc, báo cáo`, which aren't among the items that are counted; `9, trong đó 5 lần
/// của 2 việc định kỳ`, each of which is counted once.
Message count_in_words(const std::vector<Item>& items) {
  std::size_t dates = 0, times = 0;
  std::set<const Row*> back;
  for (const Item& item : items) {
    const bool date = item.row->kind == RowKind::report_day;
    dates += date ? 1 : 0;
    if (date || item.standing.occurrences == 0) continue;
    ++times;
    back.insert(item.row);
  }
  Message parts;
  if (times > 0)
    join(parts, say("{} lần của {} việc định kỳ", "{} times of {} items that come back", times,
                    back.size()));
  if (dates > 0) join(parts, say("{} mốc, báo cáo", "{} of them dates of the plan", dates));
  const Message all = say("{}", "{}", items.size());
  return parts.empty() ? all : say("{}, trong đó {}", "{}, {}", all, parts);
}

/// Items with their days from the one that is asked about, those that matter most first.
std::string days_table(Phrase caption, Phrase days, std::vector<Item> items, bool late, Lang lang) {
  if (items.empty()) return {};
  std::ranges::stable_sort(items, {}, [](const Item& item) { return *item.standing.days_left; });
  PageTable table{
      .caption = fmt::format("{} ({})", caption.in(lang), count_in_words(items).in(lang)),
      .heads = {head_cell({"Số", "Number"}, lang), head_cell({"Nội dung", "Item"}, lang),
                head_cell({"Lãnh đạo", "Leader"}, lang), head_cell({"Đơn vị", "Unit"}, lang),
                head_cell({"Hạn", "Due"}, lang), head_cell(days, lang, true)}};
  for (const Item& item : items) {
    const std::vector<PageCell> cells = {
        text_cell(item.place->address),
        text_cell(title_of(item, lang)),
        text_cell(joined(leader_names(item))),
        text_cell(joined(doer_names(item))),
        text_cell(written(*item.standing.due.deadline, lang)),
        {fmt::format("{}", std::abs(*item.standing.days_left)), true}};
    table.row(cells, late);
  }
  return table.html();
}

std::string leaders_table(const Seen& seen, Lang lang) {
  if (seen.leaders.empty()) return {};
  PageTable table{.caption = std::string(Phrase{"Theo lãnh đạo", "By leader"}.in(lang)),
                  .heads = {head_cell({"Lãnh đạo", "Leader"}, lang)}};
  add_count_heads(lang, table.heads);
  for (const auto& [order, leader] : seen.leaders) {
    std::vector<PageCell> cells = {text_cell(leader.name)};
    add_counts(leader.counts, cells);
    table.row(cells, leader.counts[Bucket::overdue] > 0);
  }
  return table.html();
}

std::string plan_section(const Project& project, const PlanOfPage& of, const PageAsked& asked) {
  const Lang lang = asked.lang;
  const Plan& plan = *of.plan;
  const Seen seen = see_all(project, plan, asked);
  std::string out = fmt::format(
      "<section>\n<h2>{}</h2>\n<p>{}</p>\n",
      xml_text(plan_title(plan.title.value, plan.year.value, plan.rebuilt_from.given, lang)),
      xml_text(items_in_words(seen.counts).in(lang)));
  if (!of.papers.names.empty()) {
    out += "<p class=\"papers\">";
    for (const std::string& name : of.papers.names) out += paper_link(of.papers.path, name, lang);
    out += "</p>\n";
  }
  out += days_table({"Quá hạn", "Overdue"}, {"Quá (ngày)", "Late (days)"}, seen.late, true, lang);
  out += days_table({"Sắp đến hạn", "Due soon"}, {"Còn (ngày)", "Left (days)"}, seen.soon, false,
                    lang);
  return out + leaders_table(seen, lang) + "</section>\n";
}

}  // namespace

std::string ward_page(const Project& project, const WardOfPage& ward, const PageAsked& asked) {
  std::string body = fmt::format(
      "<p>{} · {}</p>\n",
      xml_text(
          say("Tính đến ngày {}", "As of {}", written(asked.as_of, asked.lang)).in(asked.lang)),
      link_html("../index.html", Phrase{"Các phường", "All wards"}.in(asked.lang)));
  body += left_out_list(ward.left_out, asked.lang);
  for (const PlanOfPage& plan : ward.plans) body += plan_section(project, plan, asked);
  return page_html(ward.name, body, asked.lang);
}

}  // namespace wardplan
