// Items counted, by group of wards, ward, plan and heading.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sheet/sheet.h"
#include "summary/summary_card.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The sign of each bucket in bars, in the order of the buckets.
constexpr std::string_view kSigns = "#+.!-";

/// As long as its share of the longest; whatever is counted at all has a sign.
std::string bar_of(const BucketCounts& counts, int most, int width) {
  std::string bar;
  for (std::size_t at = 0; at < kBucketCount; ++at) {
    const int count = counts.counts[at];
    if (count == 0 || most == 0) continue;
    bar.append(static_cast<std::size_t>(std::max(1, count * width / most)), kSigns[at]);
  }
  return bar;
}

std::string legend(Lang lang) {
  std::string text;
  for (const BucketWord& word : bucket_words())
    join(text,
         fmt::format("{} {}", kSigns[static_cast<std::size_t>(word.bucket)], word.words.in(lang)));
  return text;
}

/// Makes a table whose rows end in the counts of each bucket and, on a terminal, their bar.
struct CountSheet {
  SheetMaker made;
  int bar_width;
  /// Of each row.
  std::vector<BucketCounts> counts = {};

  CountSheet(std::string_view kind, Phrase title, const SummaryShow& show)
      : made(kind, title, show.lang), bar_width(show.bar_width) {
    if (bar_width > 0) made.sheet.subtitle = legend(show.lang);
  }

  void count_columns() {
    made.count("total", {"Tổng", "Total"});
    for (const BucketWord& word : bucket_words()) made.count(bucket_key(word), word.words);
    if (bar_width > 0) made.text("bar", {"", ""}, 0, bar_width);
  }

  void row(std::vector<Cell> cells, const BucketCounts& of) {
    cells.push_back(number(of.total()));
    for (const int count : of.counts) cells.push_back(number(count));
    made.row(std::move(cells));
    counts.push_back(of);
  }

  /// The table with its bars.
  Sheet finish() {
    int most = 0;
    for (std::size_t at = 0; at < counts.size(); ++at)
      if (!made.sheet.rows[at].heading) most = std::max(most, counts[at].total());
    for (std::size_t at = 0; at < counts.size() && bar_width > 0; ++at) {
      SheetRow& row = made.sheet.rows[at];
      row.cells.push_back(row.heading ? Cell{} : one(bar_of(counts[at], most, bar_width)));
    }
    return std::move(made.sheet);
  }
};

}  // namespace

std::string bucket_key(const BucketWord& word) {
  std::string key(word.token);
  std::ranges::replace(key, '-', '_');
  return key;
}

std::string section_name(const CountedSection& section, Lang lang) {
  return section.name.empty()
             ? std::string(Phrase{"(không thuộc mục nào)", "(under no heading)"}.in(lang))
             : section.name;
}

std::string group_name(const CountedPlan& counted, const std::string& key, Lang lang) {
  const std::string* group = group_of(counted, key);
  return group != nullptr ? *group : say("(không ghi {})", "(without {})", key).in(lang);
}

Sheet groups_sheet(const Summary& summary, const SummaryShow& show) {
  CountSheet table("groups", {"Cộng theo nhóm", "By group"}, show);
  table.made.text("group", {"Nhóm", "Group"}, 4, 12);
  table.made.count("wards", {"Phường", "Wards"});
  table.made.count("plans", {"Hồ sơ", "Plans"});
  table.count_columns();
  struct Group {
    std::string name;
    std::set<std::string> wards;
    int plans = 0;
    BucketCounts counts;
  };
  std::map<std::string, Group> groups;
  for (const CountedPlan& counted : summary.plans) {
    const std::string name = group_name(counted, *show.by, show.lang);
    Group& group = groups[collation_key(name)];
    group.name = name;
    group.wards.insert(counted.ward_id);
    ++group.plans;
    group.counts += counted.counts;
  }
  for (const auto& [order, group] : groups)
    table.row({{group.name}, number(static_cast<int>(group.wards.size())), number(group.plans)},
              group.counts);
  return table.finish();
}

/// Plans of one ward follow each other.
Sheet wards_sheet(const Summary& summary, const SummaryShow& show) {
  CountSheet table("wards", {"Từng phường", "By ward"}, show);
  table.made.text("ward", {"Phường", "Ward"}, 2, 8);
  table.made.count("plans", {"Hồ sơ", "Plans"});
  table.count_columns();
  for (std::size_t at = 0; at < summary.plans.size();) {
    const CountedPlan& first = summary.plans[at];
    BucketCounts counts;
    int plans = 0;
    for (; at < summary.plans.size() && summary.plans[at].ward_id == first.ward_id; ++at, ++plans)
      counts += summary.plans[at].counts;
    table.row({{first.ward_name}, number(plans)}, counts);
  }
  return table.finish();
}

Sheet plans_sheet(const Summary& summary, const SummaryShow& show) {
  CountSheet table("plans", {"Từng hồ sơ", "By plan"}, show);
  table.made.text("ward", {"Phường", "Ward"}, 2, 8);
  table.made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  table.count_columns();
  for (const CountedPlan& counted : summary.plans)
    table.row({{counted.ward_name}, {plan_title(counted)}}, counted.counts);
  if (show.totals) {
    table.row({one(Phrase{"Cộng", "Total"}.in(show.lang)), {}}, summary.total);
    table.made.sheet.rows.back().heading = true;
  }
  return table.finish();
}

Sheet sections_sheet(const Summary& summary, const SummaryShow& show) {
  CountSheet table("sections", {"Theo đề mục, tiêu chí", "By section"}, show);
  table.made.text("ward", {"Phường", "Ward"}, 2, 8);
  table.made.count("year", {"Năm", "Year"});
  table.made.text("section", {"Đề mục", "Section"}, 4, 8);
  table.count_columns();
  for (const CountedPlan& counted : summary.plans)
    for (const CountedSection& section : counted.sections)
      table.row({{counted.ward_name}, number(counted.year), {section_name(section, show.lang)}},
                section.counts);
  return table.finish();
}

}  // namespace wardplan
