#include "import/points.h"

#include <algorithm>
#include <array>
#include <set>

#include "figures/goal.h"
#include "figures/quantity.h"
#include "import/cell_signs.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array<std::string_view, 2> kScores = {"self_score", "score"};

/// A figure of points: `4,5`, `5 điểm`.
bool is_points(const std::string& text) {
  const auto read = parse_quantity(text).value;
  return read && read->measure == Measure::count && !read->is_range && !read->fraction &&
         (read->noun.empty() || fold_bare(read->noun) == "diem");
}

/// The number behind `đợt` in a header.
std::optional<std::size_t> round_said(const std::string& title) {
  const std::string bare = fold_bare(title);
  constexpr std::string_view kRound = "dot ";
  const std::size_t at = bare.find(kRound);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t begin = at + kRound.size(), end = pass(bare, "0123456789", begin);
  if (end == begin || end - begin > 2) return std::nullopt;
  return static_cast<std::size_t>(std::stoul(bare.substr(begin, end - begin)));
}

/// `Đợt 1 (Tháng 5/2026)`, `Kết quả đợt 1`: what the program prints of a round beside points.
bool tells_round(const std::string& title) {
  const std::string bare = fold_bare(title);
  return round_said(title) && (bare.starts_with("dot ") || bare.starts_with("ket qua dot "));
}

struct PointsSettler {
  const ImportedRows& rows;
  const RecordHead& head;
  const Plan& read;
  bool of_list;
  std::size_t table;
  SettledHeadings made;
  std::set<std::pair<std::string, std::size_t>> met = {};

  void make_own(std::size_t column, Message why, std::optional<CellAddress> cell = {}) {
    ImportColumn& own = made.headings.columns[column];
    own.was = own.id;
    own.id = own_column_id(made.headings, column);
    made.told.push_back({why += say(": cột `{}` giữ nguyên chữ (`{}`)",
                                    ": the column `{}` stays as it is (`{}`)", own.title, own.id),
                         {},
                         cell});
  }

  void score(std::size_t column) {
    const ImportColumn& own = made.headings.columns[column];
    const auto round = round_of(own, head.rounds.size());
    if (!round)
      return make_own(column, {"không biết điểm ở cột này của đợt nào",
                               "nothing says of which round these points are"});
    if (!met.emplace(own.id, *round).second)
      return make_own(column, {"đợt ấy đã có một cột điểm như vậy",
                               "that round has such a column of points already"});
    for (const ImportRow& row : rows.rows) {
      const std::string& cell = row.cells[column];
      if (cell.empty() || leaves_empty(cell)) continue;
      const CellAddress at{table, row.row_of(column), column};
      if (row.heading)
        return make_own(
            column,
            say("tiêu chí có `{}` ở cột này, mà điểm chỉ ghi cho nội dung",
                "a group has `{}` in this column, and points are those of contents", cell),
            at);
      if (!is_points(cell))
        return make_own(column, say("`{}` không phải số điểm", "`{}` is no number of points", cell),
                        at);
    }
  }

  /// Points and weights are the list's: of one that is there they can only be the same.
  void listed(std::size_t column) {
    if (of_list) return;
    const bool weights = made.headings.columns[column].id == "weight";
    for (std::size_t at = 0; at < rows.rows.size() && at < read.rows.size(); ++at) {
      const ImportRow& row = rows.rows[at];
      const std::string& cell = row.cells[column];
      if (cell.empty() || leaves_empty(cell)) continue;
      const Row* of = read.rows[at].listed;
      const WrittenQuantity none;
      const WrittenQuantity& there = of == nullptr ? none : weights ? of->weight : of->points;
      const auto seen = parse_quantity(cell).value;
      if (there.given && seen && there.read->value && seen->least == there.read->value->least)
        continue;
      return make_own(column, say("`{}` khác bộ tiêu chí", "`{}` isn't what the list says", cell),
                      CellAddress{table, row.row_of(column), column});
    }
  }

  void go() {
    for (std::size_t at = 0; at < made.headings.columns.size(); ++at) {
      const ImportColumn& column = made.headings.columns[at];
      if (is_score_column(column.id))
        score(at);
      else if (column.id == "points" || column.id == "weight")
        listed(at);
      else if (tells_round(column.title))
        made.told.push_back(
            {say("cột `{}` giữ nguyên chữ (`{}`): kết quả xét không đưa vào",
                 "the column `{}` stays as it is (`{}`): what was judged isn't taken", column.title,
                 column.id),
             {"ghi bằng `wardplan update`", "record it by `wardplan update`"},
             {}});
    }
  }
};

}  // namespace

bool is_score_column(std::string_view id) {
  return std::ranges::find(kScores, id) != kScores.end();
}

std::optional<std::size_t> round_of(const ImportColumn& column, std::size_t rounds) {
  if (const auto said = round_said(column.title))
    return *said >= 1 && *said <= rounds ? std::optional(*said - 1) : std::nullopt;
  return rounds == 1 ? std::optional<std::size_t>(0) : std::nullopt;
}

SettledHeadings settle_points(const Headings& headings, const ImportedRows& rows,
                              const RecordHead& head, const Plan& read, bool of_list,
                              std::size_t table) {
  PointsSettler settler{rows, head, read, of_list, table, {headings}};
  settler.go();
  return std::move(settler.made);
}

void keep_points_as_text(Headings& headings) {
  for (std::size_t at = 0; at < headings.columns.size(); ++at)
    if (const std::string& id = headings.columns[at].id;
        is_score_column(id) || id == "points" || id == "weight")
      headings.columns[at].id = own_column_id(headings, at);
}

std::vector<RoundPoints> points_of(const ImportRow& row, const Headings& headings,
                                   std::size_t rounds) {
  std::vector<RoundPoints> all;
  for (std::size_t round = 0; round < rounds; ++round) {
    RoundPoints one{round};
    for (const std::string_view id : kScores)
      for (std::size_t at = 0; at < headings.columns.size(); ++at)
        if (const ImportColumn& column = headings.columns[at];
            column.id == id && round_of(column, rounds) == round && !row.cells[at].empty() &&
            !leaves_empty(row.cells[at]))
          one.said.emplace_back(id, row.cells[at]);
    if (!one.said.empty()) all.push_back(std::move(one));
  }
  return all;
}

TitleAndGoal goal_parted(const std::string& text) {
  constexpr std::string_view kJoint = ": ";
  const std::size_t at = text.rfind(kJoint);
  if (at == std::string::npos || at == 0) return {text, {}};
  const std::string goal = text.substr(at + kJoint.size());
  constexpr std::string_view kSigns[] = {">", "<", "≥", "≤"};
  const bool signs =
      std::ranges::any_of(kSigns, [&](std::string_view sign) { return goal.starts_with(sign); });
  if (!signs || !parse_goal(goal).value) return {text, {}};
  return {text.substr(0, at), goal};
}

}  // namespace wardplan
