// The columns of a plan's table, and what its rows say in those of its own.
#include "records/plan_columns.h"

#include <algorithm>
#include <map>
#include <set>

#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The ids of the columns that a plan names.
std::vector<std::string> named_columns(const Plan& plan) {
  return texts(plan.columns, [](const PlanColumn& column) { return column.id.value; });
}

/// What a cell's column may have been meant for: one that the plan names, or a key of rows.
Message help_with_cell(const std::string& id, const Plan& plan) {
  const auto known = find_plan_column(plan.kind, id);
  if (known && plan_columns(plan.kind)[*known].is_key)
    return say("đó là khóa của dòng: viết `{}: …` ở dòng, không ở `cells`",
               "that is a key of rows: write `{}: …` in the row, not under `cells`", id);
  return offer_nearest(id, named_columns(plan),
                       say("thêm `- {{id: {}, title: …}}` vào `columns` của biểu",
                           "add `- {{id: {}, title: …}}` to the table's `columns`", id));
}

void cell_without_column(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    const std::vector<std::string> named = named_columns(plan);
    std::set<std::string_view> told;
    for (std::size_t at = 0; at < plan.row_count(); ++at)
      for (const KeyedText& cell : plan.row(at).cells) {
        const std::string& id = cell.name.value;
        const bool own =
            !find_plan_column(plan.kind, id) && std::ranges::find(named, id) != named.end();
        if (own || !told.insert(id).second) continue;
        run.tell(plan.outline[at].address, {cell.name.span},
                 say("biểu không có cột riêng `{}`", "the table has no column `{}` of its own",
                     shorten(id)),
                 help_with_cell(id, plan));
      }
  }
}

/// Whether any row says something in a column of the plan's own.
bool is_filled(const Plan& plan, std::string_view id) {
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    if (own_cell(plan.row(at), id) != nullptr) return true;
  return false;
}

void unknown_column(const RuleRun& run) {
  for (const Plan& plan : run.project.plans)
    for (const PlanColumn& column : plan.columns) {
      const std::string& id = column.id.value;
      if (column.title.given || find_plan_column(plan.kind, id) || is_filled(plan, id)) continue;
      run.tell(
          "", {column.id.span}, say("không rõ cột `{}`", "there is no column `{}`", shorten(id)),
          offer_nearest(id, texts(plan_columns(plan.kind), &PlanColumnWord::id),
                        say("có {}; cột riêng của biểu thì thêm `title`",
                            "there are {}; a column of the table's own needs a `title`",
                            quoted_list(texts(plan_columns(plan.kind), &PlanColumnWord::id)))));
    }
}

void doubled_column(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    std::map<std::string_view, Span> met;
    for (const PlanColumn& column : plan.columns) {
      const auto [first, fresh] = met.emplace(column.id.value, column.id.span);
      if (!fresh)
        run.tell_twice(
            "", column.id.span, first->second,
            say("cột `{}` ghi hai lần", "the column `{}` stands twice", shorten(column.id.value)),
            {"bỏ một, hoặc sửa mã", "delete one, or mend its id"});
    }
  }
}

constexpr Rule kRules[] = {
    {{.id = "R321",
      .severity = Severity::error,
      .title = {"ô ở cột không có", "a cell in no column"},
      .what = {"`cells` của một dòng nêu một cột riêng mà `columns` của biểu không có.",
               "`cells` of a row names a column of its own that `columns` of the table hasn't."},
      .why = {"Lời ấy sẽ không được in ở đâu cả.", "What it says would be printed nowhere."},
      .frame = Frame::plan,
      .given = "columns:\n  - {id: content}\n  - {id: san-pham, title: Sản phẩm}\n",
      .wrong = "rows:\n  - {number: \"1\", title: Trồng cây, cells: {sanpham: Báo cáo}}\n",
      .right = "rows:\n  - {number: \"1\", title: Trồng cây, cells: {san-pham: Báo cáo}}\n"},
     cell_without_column},
    {{.id = "R322",
      .severity = Severity::error,
      .title = {"không rõ cột nào", "unknown column"},
      .what =
          {"`columns` nêu một cột mà biểu nào cũng không có, không có `title` và không dòng nào "
           "có ô ở đó.",
           "`columns` names a column that no table has, without a `title` and without a cell "
           "in any row."},
      .why = {"Gõ sai một chữ là một cột của biểu không được in.",
              "One wrong letter, and a column of the table isn't printed."},
      .frame = Frame::plan,
      .given = "rows: []\n",
      .wrong = "columns:\n  - {id: suport}\n",
      .right = "columns:\n  - {id: support}\n"},
     unknown_column},
    {{.id = "R323",
      .severity = Severity::error,
      .title = {"một cột ghi hai lần", "a column twice"},
      .what = {"Hai mục của `columns` có cùng mã.", "Two entries of `columns` have the same id."},
      .why = {"Hai cột của biểu sẽ in cùng một nội dung.",
              "Two columns of the table would say the same."},
      .frame = Frame::plan,
      .given = "rows: []\n",
      .wrong = "columns:\n  - {id: due, title: Bắt đầu}\n  - {id: due, title: Hoàn thành}\n",
      .right = "columns:\n  - {id: start, title: Bắt đầu}\n  - {id: due, title: Hoàn thành}\n"},
     doubled_column},
};

}  // namespace

std::span<const Rule> column_rules() { return kRules; }

}  // namespace wardplan
