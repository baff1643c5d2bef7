#include "lists/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "lists/points.h"
#include "records/plan_columns.h"
#include "records/register.h"
#include "records/serves.h"
#include "records/steps.h"
#include "standing/results.h"

namespace wardplan {
namespace {

/// The headings above an item, outermost first, with their numbers.
std::string path_of(const Item& item) {
  std::string path;
  for (RowIndex above = item.place->section; above;) {
    const std::size_t at = *above;
    const Row& row = item.plan->rows[at];
    path = fmt::format(" › {} {}", row.number.value, row.heading.value) + path;
    above = item.plan->outline[at].section;
  }
  return path;
}

void add_times(const Item& item, Fields& fields, Lang lang) {
  const auto time = [&](std::string_view key, std::string_view reading, Phrase title,
                        const WrittenTime* text) {
    if (text == nullptr || !text->given) return;
    const Schedule& schedule = *text->read;
    fields.add(key, title, {text->value});
    // `Định kỳ 6 tháng` has no deadline as a whole, but each time that it comes up has.
    const bool back = item.standing.occurrences > 0 && text == &timed_row(*item.row).due;
    const Message read = back && schedule.occurrences.empty()
                             ? say("{} lần trong năm", "{} times a year", item.standing.occurrences)
                             : describe(schedule);
    fields.add(reading, {"  hiểu là", "  read as"}, {read.in(lang)});
  };
  const Due& due = item.standing.due;
  const Row& timed = timed_row(*item.row);
  time("start", "start_reading", {"Bắt đầu", "Start"}, &timed.start);
  time("due", "due_reading", {"Hoàn thành", "Due"}, &timed.due);
  if (due.extension != nullptr) {
    time("extension", "extension_reading", {"Gia hạn", "Extended"}, due.text);
    fields.add("allowed", {"  người cho gia hạn", "  allowed by"}, one(due.extension->allowed));
  }
  if (item.standing.occurrences > 0)
    fields.add("round", {"Lần đang xét", "Time in question"}, item.standing.occurrence);
  fields.add("deadline", {"Hạn", "Deadline"}, due.deadline);
}

/// What is said of work that is under way.
void add_between(const Standing& at, Fields& fields) {
  fields.add("percent", {"Đã làm (%)", "Per cent done"}, at.percent);
  if (at.waiting != nullptr) {
    fields.add("waiting", {"Đang chờ", "Waiting for"}, one(at.waiting->waits_for()));
    fields.add("waiting_since", {"  từ ngày", "  since"}, at.waiting->date.value);
  }
  if (at.obstructed != nullptr)
    fields.add("obstacle", {"Vướng mắc", "Obstacle"}, one(at.obstructed->obstacle));
}

/// Where it stands on its day.
void add_standing(const Item& item, Fields& fields, Lang lang) {
  const Standing& at = item.standing;
  fields.add("as_of", {"Tính đến ngày", "As of"}, item.as_of);
  fields.add("status", {"Trạng thái", "Status"}, coded(told_status(at), lang), CellKind::coded);
  if (at.own != nullptr)
    fields.add("counts_as", {"  được đếm là", "  counts as"}, coded(status_word(at.status), lang),
               CellKind::coded);
  fields.add("state", {"Tình trạng", "State"},
             coded(state_word(at.state).token, state_in_words(at).in(lang)), CellKind::coded);
  if (!at.done_on) fields.add("days", {"Số ngày còn lại", "Days left"}, at.days_left);
  add_between(at, fields);
  fields.add("done_on", {"Ngày hoàn thành", "Done on"}, at.done_on);
  // Of what comes back whichever time it was about.
  if (const auto entries = history(*item.row, item.as_of); !entries.empty())
    fields.add("reported", {"Cập nhật gần nhất", "Last reported"}, entries.back()->date.value);
}

/// Who registered a model, for what, and how it came on the list.
void add_model(const Item& item, Fields& fields) {
  const Model& model = *item.model;
  if (model.sample.given && model.sample.value)
    fields.add("sample", {"Ví dụ", "Sample"}, flag(true, fields.lang), CellKind::flag);
  fields.add("by", {"Tập thể, cá nhân", "By"}, one(model.by));
  fields.add("office", {"Chức vụ, đơn vị", "Office"}, one(model.office));
  const bool collective = model.group.value == Registrant::collective;
  const Phrase group =
      collective ? Phrase{"tập thể", "collective"} : Phrase{"cá nhân", "individual"};
  fields.add("group", {"Loại", "Group"}, coded(group.en, group.in(fields.lang)), CellKind::coded);
  fields.add("fields", {"Lĩnh vực", "Fields"}, field_names(model.fields, item.plan->movement),
             "; ");
  const auto day = [](const Written<Date>& date) {
    return date.given ? std::optional(date.value) : std::nullopt;
  };
  fields.add("registered", {"Đăng ký ngày", "Registered"}, day(model.registered));
  fields.add("published", {"Công khai ngày", "Published"}, day(model.published));
  fields.add("submission", {"Tờ trình", "Submission"}, one(model.submission.number));
  fields.add("submitted", {"  ngày trình", "  of"}, day(model.submission.date));
  fields.add("situation", {"Thực trạng", "Situation"}, one(model.situation));
  fields.add("aim", {"Mục tiêu", "Aim"}, one(model.aim));
  fields.add("method", {"Cách làm", "Method"}, one(model.method));
  fields.add("place", {"Địa điểm, đối tượng", "Place and people"}, one(model.place));
  fields.add("forces", {"Lực lượng", "Forces"}, one(model.forces));
  fields.add("means", {"Nguồn lực", "Means"}, one(model.means));
  fields.add("time", {"Thời gian thực hiện", "Time"}, one(model.time));
  fields.add("expected", {"Kết quả dự kiến", "Expected"}, one(model.expected));
  fields.add("upkeep", {"Duy trì, nhân rộng", "Upkeep"}, one(model.upkeep));
  if (model.continued_from.given)
    fields.add("continued_from", {"Tiếp nối từ năm", "Continued from"}, model.continued_from.value);
}

/// The targets that it is done for, the items that are done for it, and of a report its periods.
void add_serves(const Item& item, Fields& fields) {
  Cell serves, served_by, sums;
  for (const Served& served : item.row->serves) serves.push_back(served.as.value);
  for (const Row* row : servants_of(*item.plan, *item.row))
    served_by.push_back(item.plan->outline[row->at].address);
  for (const auto& kind : item.row->sums)
    if (kind.given) sums.emplace_back(period_word(kind.value).words.in(fields.lang));
  fields.add("serves", {"Góp vào chỉ tiêu", "Serves"}, std::move(serves), "; ");
  fields.add("served_by", {"Việc góp vào", "Served by"}, std::move(served_by), "; ");
  fields.add("sums", {"Cộng dồn kỳ", "Sums of"}, std::move(sums), "; ");
}

Sheet targets_sheet(const Item& item, Lang lang) {
  SheetMaker made("targets", {"Chỉ tiêu", "Targets"}, lang);
  made.text("name", {"Chỉ tiêu", "Target"}, 3, 10);
  made.text("goal", {"Mức phải đạt", "Goal"});
  made.text("value", {"Kết quả", "Value"});
  made.date("date", {"Ngày", "Date"});
  made.word("outcome", {"Đánh giá", "Outcome"});
  made.text("comment", {"Chênh lệch", "Difference"}, 2, 10);
  for (const TargetResult& result : results_by_due(*item.plan, *item.row, item.as_of, item.as_of)) {
    std::vector<Cell> cells(made.sheet.columns.size());
    if (result.target != nullptr) {
      cells[0] = one(result.target->name);
      cells[1] = {goal_in_words(*item.row, *result.target, lang)};
    }
    if (result.value != nullptr) {
      cells[2] = {value_in_words(result, lang)};
      cells[3] = one(result.update->date.value, lang);
    }
    if (result.judgement) {
      cells[4] = coded(judged_word(result), lang);
      cells[5] = one(comment_on(result).in(lang));
    }
    made.row(std::move(cells));
  }
  return std::move(made.sheet);
}

/// When a row comes up, and what was said of each time.
Sheet turns_sheet(const Item& item, int soon, Lang lang) {
  SheetMaker made("turns", {"Các lần trong năm", "Times of the year"}, lang);
  made.text("round", {"Lần", "Time"}, 0, 3);
  made.sheet.columns.back().align = Align::right;
  made.date("deadline", {"Hạn", "Deadline"});
  made.word("state", {"Tình trạng", "State"}, 0, 12);
  for (const Standing& at : standings_at(*item.row, item.plan->ward, item.as_of, soon))
    made.row({number(at.occurrence), one(at.due.deadline, lang),
              coded(state_word(at.state).token, state_in_words(at).in(lang))},
             "", tone_of(at));
  return std::move(made.sheet);
}

/// A step's leader stands there where one has another than its item.
Sheet steps_sheet(const Item& item, const std::vector<const Row*>& steps, int soon, Lang lang) {
  SheetMaker made("steps", {"Các bước", "Steps"}, lang);
  made.text("address", {"Địa chỉ", "Address"}, 0, 3);
  made.text("title", {"Nội dung", "Title"}, 4, 12);
  const bool led =
      std::ranges::any_of(steps, [](const Row* step) { return !step->leader.empty(); });
  if (led) made.text("leader", {"Lãnh đạo phụ trách", "Leader"}, 2, 10, "; ");
  made.word("state", {"Tình trạng", "State"}, 0, 12);
  for (const Row* step : steps) {
    const Standing at = standing_at(*step, item.plan->ward, item.as_of, soon);
    std::vector<Cell> cells = {{item.plan->outline[step->at].address}, one(step->title)};
    if (led)
      cells.push_back(people_by_name(
          names_on(names_of(*step, &Row::leader), item.plan->ward, kPeople, item.as_of),
          item.plan->ward));
    cells.push_back(coded(state_word(at.state).token, with_time(at, in_words(at)).in(lang)));
    made.row(std::move(cells), "", tone_of(at));
  }
  return std::move(made.sheet);
}

Cell named_of(const std::vector<NamedValue>& values) {
  Cell cell;
  for (const NamedValue& named : values)
    cell.push_back(fmt::format("{}: {}", named.name.value, named.value.value));
  return cell;
}

Cell values_of(const Update& update) {
  Cell cell = one(update.value);
  std::ranges::move(named_of(update.values), std::back_inserter(cell));
  return cell;
}

/// A column of a history that stands there where an entry fills it.
struct HistoryColumn {
  std::string_view key;
  Phrase title;
  int weight;
  Cell (*cell)(const Update& update);
  CellKind kind = CellKind::text;
};

constexpr HistoryColumn kBeforeNote[] = {
    {"percent",
     {"Đã làm (%)", "Per cent"},
     0,
     [](auto& update) { return update.percent.given ? number(update.percent.value) : Cell{}; },
     CellKind::number},
    {"waiting",
     {"Đang chờ", "Waiting for"},
     2,
     [](auto& update) { return one(update.waits_for()); }},
    {"obstacle", {"Vướng mắc", "Obstacle"}, 3, [](auto& update) { return one(update.obstacle); }},
};
constexpr HistoryColumn kAllowed = {
    "allowed", {"Người cho gia hạn", "Allowed by"}, 1, [](auto& update) {
      return one(update.allowed);
    }};

/// Makes the columns of a history one by one, each with how its cells are made.
struct HistoryMaker {
  SheetMaker made;
  const std::vector<const Update*>& entries;
  std::vector<std::function<Cell(const Update&)>> cells = {};

  void text(std::string_view key, Phrase title, int weight, int least,
            std::function<Cell(const Update&)> cell, std::string_view separator = "") {
    made.text(key, title, weight, least, separator);
    cells.push_back(std::move(cell));
  }

  void where_filled(const HistoryColumn& column) {
    const auto fills = [&](const Update* update) { return !column.cell(*update).empty(); };
    if (std::ranges::none_of(entries, fills)) return;
    text(column.key, column.title, column.weight, 8, column.cell);
    made.sheet.columns.back().kind = column.kind;
  }
};

/// What was reached, and what that is made of or was scored, where any entry says so.
void add_values(HistoryMaker& columns) {
  columns.text("value", {"Kết quả", "Value"}, 2, 8, values_of, "; ");
  const bool in_parts = std::ranges::any_of(
      columns.entries, [](const Update* update) { return !update->parts.empty(); });
  if (in_parts)
    columns.text(
        "parts", {"Gồm", "Parts"}, 2, 8,
        [](const Update& update) { return named_of(update.parts); }, "; ");
  const bool scored = std::ranges::any_of(columns.entries, [](const Update* entry) {
    return entry->score.given || entry->self_score.given;
  });
  if (scored) {
    columns.text("self_score", {"Tự chấm", "Self-assessed"}, 0, 5,
                 [](const Update& update) { return one(update.self_score); });
    columns.text("score", {"Được chấm", "Assessed"}, 0, 5,
                 [](const Update& update) { return one(update.score); });
  }
}

Sheet history_sheet(const Item& item, Lang lang) {
  const auto entries = history(*item.row, item.as_of);
  HistoryMaker columns{SheetMaker("updates", {"Quá trình", "History"}, lang), entries};
  SheetMaker& made = columns.made;
  made.date("date", {"Ngày", "Date"});
  columns.cells.push_back([lang](const Update& update) { return one(update.date.value, lang); });
  const bool back = item.standing.occurrences > 0;
  columns.text("round", back ? Phrase{"Lần", "Time"} : Phrase{"Đợt", "Round"}, 0, 3,
               [](const Update& update) { return one(update.round); });
  made.word("status", {"Trạng thái", "Status"}, 0, 10);
  columns.cells.push_back([lang](const Update& update) {
    return update.status.given ? coded(told_status(update.status), lang) : Cell{};
  });
  add_values(columns);
  for (const HistoryColumn& column : kBeforeNote) columns.where_filled(column);
  columns.text("note", {"Ghi chú", "Note"}, 4, 12,
               [](const Update& update) { return one(update.note); });
  columns.text("evidence", {"Minh chứng", "Evidence"}, 2, 10,
               [](const Update& update) { return one(update.evidence); });
  const bool graded =
      std::ranges::any_of(entries, [](const Update* update) { return update->grade.given; });
  if (graded)
    columns.text("grade", {"Xếp loại", "Grade"}, 1, 8,
                 [](const Update& update) { return one(update.grade); });
  columns.text("due", {"Gia hạn đến", "Extended to"}, 1, 10,
               [](const Update& update) { return one(update.due); });
  columns.where_filled(kAllowed);
  if (item.model != nullptr)
    columns.text(
        "proposed", {"Đề nghị khen", "Proposed to"}, 1, 10,
        [&](const Update& update) { return level_names(update.proposed, item.plan->movement); },
        "; ");
  for (const Update* update : entries) {
    std::vector<Cell> cells;
    for (const auto& cell : columns.cells) cells.push_back(cell(*update));
    made.row(std::move(cells));
  }
  return std::move(made.sheet);
}

void add_tables(const Item& item, int soon, Lang lang, Card& card) {
  if (!item.row->targets.empty() || !results_at(*item.row, item.as_of).empty())
    card.tables.push_back(targets_sheet(item, lang));
  if (item.row->is_heading() && item.row->listed != nullptr)
    card.tables.push_back(group_contents(*item.plan, *item.row, item.as_of, lang));
  if (item.standing.occurrences > 0) card.tables.push_back(turns_sheet(item, soon, lang));
  if (const auto steps = steps_of(*item.plan, *item.row); !steps.empty())
    card.tables.push_back(steps_sheet(item, steps, soon, lang));
  card.tables.push_back(history_sheet(item, lang));
}

}  // namespace

Card item_card(const Item& item, int soon, Lang lang) {
  Card card;
  card.kind = "item";
  card.about = {{"file", std::string(item.file)},     {"ward", item.plan->ward_id.value},
                {"ward_name", ward_name(*item.plan)}, {"year", item.plan->year.value},
                {"leader_ids", leader_ids(item)},     {"lead_ids", lead_ids(item)},
                {"support_ids", support_ids(item)}};
  card.address = address_of(item);
  card.title = item.row->text().value;
  card.subtitle =
      fmt::format("{}, {}{}", ward_name(*item.plan), item.plan->year.value, path_of(item));
  Fields fields{card, lang};
  fields.add("leader", {"Lãnh đạo phụ trách", "Leader"}, leaders_in_full(item), "; ");
  fields.add("lead", {"Đơn vị chủ trì", "Lead unit"}, lead_names(item), "; ");
  fields.add("support", {"Đơn vị phối hợp", "Support"}, support_names(item), "; ");
  fields.add("former", {"  nêu trong kế hoạch", "  named in the plan"}, former_names(item), "; ");
  if (item.model != nullptr) add_model(item, fields);
  fields.add("to", {"Gửi đến", "Goes to"}, one(item.row->to));
  add_times(item, fields, lang);
  fields.add("product", {"Sản phẩm", "Product"}, one(item.row->product));
  fields.add("authority", {"Thẩm quyền quyết định", "Decided by"}, one(item.row->authority));
  fields.add("basis", {"Căn cứ giao việc", "Assigned by"}, one(item.row->basis));
  if (item.row->listed != nullptr && !item.row->is_heading())
    fields.add("points", {"Điểm tối đa", "Most points"}, points_cell(most_of(*item.row->listed)));
  add_serves(item, fields);
  fields.add("rebuilt_from", {"Dựng lại từ", "Rebuilt from"}, one(item.plan->rebuilt_from));
  fields.add("note", {"Ghi chú", "Note"}, one(item.row->note));
  for (const PlanColumn& column : item.plan->columns)
    if (const Text* cell = own_cell(*item.row, column.id.value); cell != nullptr) {
      const std::string& title = column.title.given ? column.title.value : column.id.value;
      fields.add("own_" + column.id.value, {title, title}, one(*cell));
    }
  add_standing(item, fields, lang);
  add_tables(item, soon, lang, card);
  return card;
}

}  // namespace wardplan
