// The tables of a summary: items counted by group of wards, ward, plan and heading; what criteria
// and movements came to; who is late or silent.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "lists/left_out.h"
#include "lists/points.h"
#include "sheet/sheet.h"
#include "summary/summary.h"
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

/// A row that ends in the counts of each bucket.
struct CountedRow {
  std::vector<Cell> cells;
  BucketCounts counts;
  bool heading = false;
  Facts about = {};
};
using TakeCounted = std::function<void(CountedRow row)>;

/// A table whose first columns stand in `made`, whose rows `each` goes through, and which ends in
/// their counts and, on a terminal, their bars.
Sheet count_sheet(SheetMaker made, const SummaryShow& show,
                  std::function<void(const TakeCounted& take)> each) {
  made.count("total", {"Tổng", "Total"});
  for (const CountWord& word : count_words()) made.count(word.token, word.words);
  // All that is done holds what was done late.
  for (const CountWord& word : count_words())
    if (word.token != "done_late") made.sheet.charted.emplace_back(word.token);
  int most = 0;
  if (show.bar_width > 0) {
    made.sheet.subtitle = legend(show.lang);
    made.text("bar", {"", ""}, 0, show.bar_width);
    each([&](const CountedRow& row) {
      if (!row.heading) most = std::max(most, row.counts.total());
    });
  }
  made.sheet.make_rows = [each = std::move(each), most,
                          width = show.bar_width](const TakeRow& take) {
    each([&](CountedRow row) {
      row.cells.push_back(number(row.counts.total()));
      for (const CountWord& word : count_words()) row.cells.push_back(number(word.of(row.counts)));
      if (width > 0)
        row.cells.push_back(row.heading ? Cell{} : one(bar_of(row.counts, most, width)));
      take({.heading = row.heading, .cells = std::move(row.cells), .about = std::move(row.about)});
    });
  };
  return std::move(made.sheet);
}

Sheet late_sheet(std::string_view kind, Phrase title, Phrase column, Phrase nobody,
                 const std::deque<LateName>& names, Lang lang) {
  SheetMaker made(kind, title, lang);
  made.text("name", column, 3, 10);
  made.ward();
  made.count("overdue", {"Quá hạn", "Overdue"});
  made.count("done_late", {"Hoàn thành quá hạn", "Done late"});
  made.sheet.make_rows = [&names, nobody, lang](const TakeRow& take) {
    for (const LateName& name : names)
      take({.cells = {one(name.name.empty() ? nobody.in(lang) : name.name),
                      named(name.ward->id, name.ward->name), number(name.overdue),
                      number(name.done_late)}});
  };
  return std::move(made.sheet);
}

Sheet groups_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("groups", {"Cộng theo nhóm", "By group"}, show.lang);
  made.text("group", {"Nhóm", "Group"}, 4, 12);
  made.count("wards", {"Phường", "Wards"});
  made.count("plans", {"Hồ sơ", "Plans"});
  struct Group {
    std::string name;
    std::set<std::string_view> wards;
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
  return count_sheet(std::move(made), show, [groups](const TakeCounted& take) {
    for (const auto& [order, group] : groups)
      take({{{group.name}, number(static_cast<int>(group.wards.size())), number(group.plans)},
            group.counts});
  });
}

/// Plans of one ward follow each other.
Sheet wards_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("wards", {"Từng phường", "By ward"}, show.lang);
  made.ward();
  made.count("plans", {"Hồ sơ", "Plans"});
  return count_sheet(std::move(made), show, [&all = summary.plans](const TakeCounted& take) {
    for (std::size_t at = 0; at < all.size();) {
      const CountedPlan& first = all[at];
      BucketCounts counts;
      int plans = 0;
      for (; at < all.size() && all[at].ward_id == first.ward_id; ++at, ++plans)
        counts += all[at].counts;
      take({{ward_of(first), number(plans)}, counts});
    }
  });
}

Sheet plans_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("plans", {"Từng hồ sơ", "By plan"}, show.lang);
  made.ward();
  made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  return count_sheet(std::move(made), show, [&summary, show](const TakeCounted& take) {
    for (const CountedPlan& counted : summary.plans)
      take({.cells = {ward_of(counted), {plan_title(counted, show.lang)}},
            .counts = counted.counts,
            .about = {{"year", counted.year}, {"file", counted.file}}});
    if (show.totals)
      take({{named("", total_word(summary).in(show.lang)), {}}, summary.total, true});
  });
}

Sheet sections_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("sections", {"Theo đề mục, tiêu chí", "By section"}, show.lang);
  made.ward();
  made.count("year", {"Năm", "Year"});
  made.text("section", {"Đề mục", "Section"}, 4, 8);
  return count_sheet(std::move(made), show, [&summary, lang = show.lang](const TakeCounted& take) {
    for (const CountedPlan& counted : summary.plans)
      for (const CountedSection& section : counted.sections)
        take({{ward_of(counted), number(counted.year), {section_name(section, lang)}},
              section.counts,
              false,
              {{"file", counted.file}}});
  });
}

void add_point_columns(SheetMaker& made) {
  add_result_columns(made);
  made.word("passed", {"Kết luận", "Verdict"});
}

/// Of a list that gives no points they are empty.
void add_point_cells(const CountedVerdict& verdict, std::vector<Cell>& cells, Lang lang) {
  cells.push_back(computed_cell(verdict.self_result));
  cells.push_back(computed_cell(verdict.result));
  cells.push_back(one(verdict.band));
  cells.push_back(verdict.passed ? coded(*verdict.passed, lang) : Cell());
}

/// Where only points were given, nothing is met or not.
Cell met_of(const CountedVerdict& verdict, const Tally& tally) {
  return verdict.only_scored ? Cell() : Cell{fmt::format("{}/{}", tally.met, tally.total())};
}

Sheet criteria_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("criteria", {"Tiêu chí", "Criteria"}, show.lang);
  made.ward(3, 10);
  made.count("year", {"Năm", "Year"});
  made.text("groups", {"Tiêu chí đạt", "Groups met"}, 0, 6);
  made.text("contents", {"Nội dung đạt", "Contents met"}, 0, 6);
  made.count("not_met", {"Chưa đạt", "Not met"});
  made.count("not_judged", {"Chưa xét", "Not judged"});
  made.count("not_applicable", {"Không áp dụng", "Not applicable"});
  const bool scored = std::ranges::any_of(summary.plans, [](const CountedPlan& counted) {
    return counted.verdict && counted.verdict->scored;
  });
  if (scored) made.count("scored", {"Đã chấm", "Scored"});
  if (scored) add_point_columns(made);
  made.sheet.make_rows = [&summary, scored, lang = show.lang](const TakeRow& take) {
    for (const CountedPlan& counted : summary.plans) {
      if (!counted.verdict) continue;
      const Tally &groups = counted.verdict->groups, &contents = counted.verdict->contents;
      SheetRow row{.cells = {ward_of(counted), number(counted.year),
                             met_of(*counted.verdict, groups), met_of(*counted.verdict, contents),
                             number(contents.not_met), number(contents.not_judged),
                             number(contents.not_applicable)}};
      if (scored) row.cells.push_back(number(contents.scored));
      if (scored) add_point_cells(*counted.verdict, row.cells, lang);
      take(row);
    }
  };
  return std::move(made.sheet);
}

Sheet movements_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("movements", {"Phong trào", "Movements"}, show.lang);
  made.ward();
  made.count("year", {"Năm", "Year"});
  made.text("field", {"Lĩnh vực", "Field"}, 3, 10);
  made.count("models", {"Mô hình", "Models"});
  made.count("registered", {"Đăng ký", "Registered"});
  made.count("arisen", {"Phát sinh", "Arisen"});
  made.count("effective", {"Có hiệu quả", "Effective"});
  made.count("proposed", {"Đề nghị khen", "Proposed"});
  made.sheet.make_rows = [&summary, lang = show.lang](const TakeRow& take) {
    for (const CountedPlan& counted : summary.plans)
      for (const CountedModels& models : counted.models) {
        const bool all = models.field.empty();
        take({.heading = all,
              .cells = {ward_of(counted), number(counted.year),
                        one(all ? Phrase{"mọi lĩnh vực", "all fields"}.in(lang) : models.field),
                        number(models.models), number(models.registered), number(models.arisen),
                        number(models.effective), number(models.proposed)}});
      }
  };
  return std::move(made.sheet);
}

Sheet silent_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("without_report",
                  {"Phường chưa có kết quả trong kỳ", "Wards without a report for the period"},
                  show.lang);
  made.ward();
  made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  made.text("why", {"Còn thiếu", "Missing"}, 4, 16);
  made.sheet.make_rows = [&summary, lang = show.lang](const TakeRow& take) {
    const auto add = [&](const Cell& ward, const std::string& plan, const Message& why) {
      take({.cells = {ward, one(plan), {why.in(lang)}}});
    };
    for (const std::string& ward : summary.without_plan)
      add(named("", ward), "", Phrase{"không có hồ sơ nào của năm", "no plan of that year"});
    for (const CountedPlan& counted : summary.plans) {
      if (!summary.asked.year && counted.year != summary.asked.period->year) continue;
      const std::string plan = plan_title(counted, lang);
      if (counted.reported == 0)
        add(ward_of(counted), plan,
            Phrase{"không cập nhật nào trong kỳ", "no entry within the period"});
      for (const MissingReport& report : counted.missing)
        add(ward_of(counted), plan,
            say("{}{}: hạn {}", "{}{}: due {}", report.title,
                report.by.empty() ? "" : ", " + report.by, written(report.deadline, lang)));
    }
  };
  return std::move(made.sheet);
}

bool has_ward_of_several_plans(const Summary& summary) {
  return std::ranges::adjacent_find(summary.plans, {}, &CountedPlan::ward_id) !=
         summary.plans.end();
}

}  // namespace

std::vector<Sheet> summary_tables(const Summary& summary, const SummaryShow& show) {
  std::vector<Sheet> tables;
  if (show.by) tables.push_back(groups_sheet(summary, show));
  // Where each ward has one plan the table would say the next one again.
  if (!show.totals || has_ward_of_several_plans(summary))
    tables.push_back(wards_sheet(summary, show));
  tables.push_back(plans_sheet(summary, show));
  tables.push_back(sections_sheet(summary, show));
  tables.push_back(criteria_sheet(summary, show));
  tables.push_back(movements_sheet(summary, show));
  const bool back = std::ranges::any_of(
      summary.plans, [](const CountedPlan& counted) { return counted.coming_back > 0; });
  const Phrase by_leader = back ? Phrase{"Chậm theo lãnh đạo (tính từng lần của việc định kỳ)",
                                         "Late by leader (each time of what comes back)"}
                                : Phrase{"Chậm theo lãnh đạo", "Late by leader"};
  const Phrase by_unit = back ? Phrase{"Chậm theo đơn vị chủ trì (tính từng lần của việc định kỳ)",
                                       "Late by lead unit (each time of what comes back)"}
                              : Phrase{"Chậm theo đơn vị chủ trì", "Late by lead unit"};
  tables.push_back(late_sheet("late_leaders", by_leader, {"Lãnh đạo", "Leader"},
                              {"(không ghi lãnh đạo)", "(no leader)"}, summary.leaders, show.lang));
  tables.push_back(late_sheet("late_units", by_unit, {"Đơn vị", "Unit"},
                              {"(không ghi đơn vị)", "(no unit)"}, summary.units, show.lang));
  if (summary.asked.period) tables.push_back(silent_sheet(summary, show));
  if (show.explain) tables.push_back(items_sheet(summary, show));
  return tables;
}

}  // namespace wardplan
