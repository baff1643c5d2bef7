// The page that leads to all others.
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "pages/html.h"
#include "pages/pages.h"
#include "text/escape.h"

namespace wardplan {
namespace {

/// The folder of a plan's papers, or nothing where it has none.
std::string folder_of(const PlanPapers& papers) {
  return papers.path.substr(0, papers.path.find('/') + 1);
}

std::string late_table(Phrase caption, Phrase who, Phrase nobody, const std::deque<LateName>& names,
                       Lang lang) {
  // As many as a head reads in a minute; the summary has all of them.
  constexpr std::size_t kMost = 20;
  PageTable table{.caption = std::string(caption.in(lang)),
                  .heads = {head_cell(who, lang), head_cell({"Phường", "Ward"}, lang),
                            head_cell({"Quá hạn", "Overdue"}, lang, true),
                            head_cell({"Hoàn thành quá hạn", "Done late"}, lang, true)}};
  for (std::size_t at = 0; at < names.size() && at < kMost; ++at) {
    const LateName& name = names[at];
    if (name.overdue == 0) break;
    const std::vector<PageCell> cells = {text_cell(name.name.empty() ? nobody.in(lang) : name.name),
                                         text_cell(name.ward->name), count_cell(name.overdue),
                                         count_cell(name.done_late)};
    table.row(cells, true);
  }
  return table.empty() ? std::string() : table.html();
}

std::string plans_table(const Summary& summary, const std::map<std::string, PlanPapers>& papers,
                        Lang lang) {
  PageTable table{
      .caption = std::string(Phrase{"Từng hồ sơ", "By record"}.in(lang)),
      .heads = {head_cell({"Phường", "Ward"}, lang), head_cell({"Hồ sơ", "Record"}, lang)}};
  add_count_heads(lang, table.heads);
  table.heads.push_back(head_cell({"Bản in", "Papers"}, lang));
  for (const CountedPlan& counted : summary.plans) {
    const auto known = papers.find(counted.file);
    const bool printed = known != papers.end();
    std::vector<PageCell> cells = {
        printed ? PageCell{link_html(folder_of(known->second) + "index.html", counted.ward_name)}
                : text_cell(counted.ward_name),
        text_cell(plan_title(counted, lang))};
    add_counts(counted.counts, cells);
    PageCell links;
    if (printed)
      for (const std::string& name : known->second.names)
        links.html += paper_link(known->second.path, name, lang) + " ";
    cells.push_back(std::move(links));
    table.row(cells, counted.counts[Bucket::overdue] > 0);
  }
  return table.html();
}

/// Who has most that is overdue, each time of what comes back by itself; empty: nobody.
std::string late_section(const Summary& summary, Lang lang) {
  const bool back = std::ranges::any_of(summary.plans,
                                        [](const CountedPlan& one) { return one.coming_back > 0; });
  const auto title = [&](const Phrase& once, const Phrase& each) { return back ? each : once; };
  const std::string late =
      late_table(
          title({"Lãnh đạo có nhiều việc quá hạn nhất", "Leaders with the most overdue items"},
                {"Lãnh đạo có nhiều việc quá hạn nhất (tính từng lần của việc định kỳ)",
                 "Leaders with the most overdue items (each time of what comes back)"}),
          {"Lãnh đạo", "Leader"}, {"(không ghi lãnh đạo)", "(no leader)"}, summary.leaders, lang) +
      late_table(title({"Đơn vị có nhiều việc quá hạn nhất", "Units with the most overdue items"},
                       {"Đơn vị có nhiều việc quá hạn nhất (tính từng lần của việc định kỳ)",
                        "Units with the most overdue items (each time of what comes back)"}),
                 {"Đơn vị", "Unit"}, {"(không ghi đơn vị)", "(no unit)"}, summary.units, lang);
  if (late.empty()) return {};
  return fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n",
                     xml_text(Phrase{"Đang chậm", "Late"}.in(lang)), late);
}

}  // namespace

std::string index_page(const Summary& summary, const std::map<std::string, PlanPapers>& papers,
                       std::span<const std::string> left_out, const PageAsked& asked) {
  const Lang lang = asked.lang;
  std::set<std::string_view> wards;
  for (const CountedPlan& counted : summary.plans) wards.insert(counted.ward_id);
  const auto all = static_cast<std::size_t>(summary.wards.total);
  Message counts = say("Tính đến ngày {} · ", "As of {} · ", written(asked.as_of, lang));
  counts += all > wards.size()
                ? say("{} trên {} phường", "{0} of {2}", wards.size(), all, counted(all, "ward"))
                : say("{} phường", "{1}", wards.size(), counted(wards.size(), "ward"));
  counts += say(" · {} hồ sơ · ", " · {1} · ", summary.plans.size(),
                counted(summary.plans.size(), "record"));
  counts += items_in_words(summary.total);
  std::string body = fmt::format("<p>{}</p>\n", xml_text(counts.in(lang)));
  body += left_out_list(left_out, lang);
  body += late_section(summary, lang);
  body += fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n",
                      xml_text(Phrase{"Hồ sơ và bản in", "Records and papers"}.in(lang)),
                      plans_table(summary, papers, lang));
  return page_html(Phrase{"Tiến độ của các phường", "Wards and their progress"}.in(lang), body,
                   lang);
}

}  // namespace wardplan
