#include "lists/item_card.h"

#include <fmt/format.h>

#include "lists/verdict_card.h"
#include "sheet/card_fields.h"
#include "standing/occurrences.h"
#include "standing/results.h"

namespace wardplan {
namespace {

/// The headings above an item, outermost first, with their numbers.
std::string path_of(const Item& item) {
  std::string path;
  for (RowIndex above = item.place->section; above; above = item.plan->outline[*above].section) {
    const Row& row = item.plan->rows[*above];
    path = fmt::format(" › {} {}", row.number.value, row.heading.value) + path;
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
    const Message read = item.standing.occurrences > 0 && schedule.occurrences.empty()
                             ? say("{} lần trong năm", "{} times a year", item.standing.occurrences)
                             : describe(schedule);
    fields.add(reading, {"  hiểu là", "  read as"}, {read.in(lang)});
  };
  const Due& due = item.standing.due;
  time("start", "start_reading", {"Bắt đầu", "Start"}, &item.row->start);
  time("due", "due_reading", {"Hoàn thành", "Due"}, &item.row->due);
  if (due.extension != nullptr)
    time("extension", "extension_reading", {"Gia hạn", "Extended"}, due.text);
  if (item.standing.occurrences > 0)
    fields.add("round", {"Lần đang xét", "Time in question"},
               std::optional(item.standing.occurrence));
  fields.add("deadline", {"Hạn", "Deadline"}, due.deadline);
}

/// Who registered a model, for what, and how it came on the list.
void add_model(const Item& item, Fields& fields) {
  const Model& model = *item.model;
  const auto text = [&](std::string_view key, Phrase title, const Text& of) {
    if (of.given) fields.add(key, title, Cell{of.value});
  };
  if (model.sample.given && model.sample.value)
    fields.add("sample", {"Ví dụ", "Sample"},
               {"true", std::string(Phrase{"có", "yes"}.in(fields.lang))}, CellKind::flag);
  text("by", {"Tập thể, cá nhân", "By"}, model.by);
  text("office", {"Chức vụ, đơn vị", "Office"}, model.office);
  const bool collective = model.group.value == Registrant::collective;
  const Phrase group =
      collective ? Phrase{"tập thể", "collective"} : Phrase{"cá nhân", "individual"};
  fields.add("group", {"Loại", "Group"},
             {std::string(group.en), std::string(group.in(fields.lang))}, CellKind::coded);
  fields.add("fields", {"Lĩnh vực", "Fields"}, field_names(model.fields, item.plan->movement),
             CellKind::text, "; ");
  const auto day = [](const Written<Date>& date) {
    return date.given ? std::optional(date.value) : std::nullopt;
  };
  fields.add("registered", {"Đăng ký ngày", "Registered"}, day(model.registered));
  fields.add("published", {"Công khai ngày", "Published"}, day(model.published));
  text("submission", {"Tờ trình", "Submission"}, model.submission.number);
  fields.add("submitted", {"  ngày trình", "  of"}, day(model.submission.date));
}

Sheet targets_sheet(const Item& item, Lang lang) {
  Sheet sheet;
  sheet.kind = "targets";
  sheet.title = Phrase{"Chỉ tiêu", "Targets"}.in(lang);
  const auto title = [&](Phrase words) { return std::string(words.in(lang)); };
  sheet.columns = {
      {"name", title({"Chỉ tiêu", "Target"}), "", 3, 10},
      {"goal", title({"Mức phải đạt", "Goal"}), "", 1, 8},
      {"value", title({"Kết quả", "Value"}), "", 1, 8},
      {"date", title({"Ngày", "Date"}), "", 0, 10, Align::left, CellKind::date},
      {"outcome", title({"Đánh giá", "Outcome"}), "", 0, 8, Align::left, CellKind::coded},
      {"comment", title({"Chênh lệch", "Difference"}), "", 2, 10}};
  static constexpr Phrase kOutcomes[] = {
      {"đạt", "met"}, {"chưa đạt", "not met"}, {"chưa rõ", "unknown"}};
  static constexpr std::string_view kTokens[] = {"met", "not-met", "unknown"};
  for (const TargetResult& result : results_at(*item.row, item.as_of)) {
    std::vector<Cell> cells(sheet.columns.size());
    if (result.target != nullptr && result.target->name.given)
      cells[0] = {result.target->name.value};
    if (result.target != nullptr) cells[1] = {result.target->goal.value};
    if (result.value != nullptr) {
      cells[2] = {result.value->value};
      const Date on = result.update->date.value;
      cells[3] = {iso(on), written(on, lang)};
    }
    if (const auto& judgement = result.judgement) {
      const auto outcome = static_cast<std::size_t>(judgement->outcome);
      cells[4] = {std::string(kTokens[outcome]), std::string(kOutcomes[outcome].in(lang))};
      const Message& comment =
          judgement->reason.empty() ? in_words(*result.goal, *judgement) : judgement->reason;
      if (!comment.empty()) cells[5] = {comment.in(lang)};
    }
    sheet.rows.push_back({.address = {}, .cells = std::move(cells)});
  }
  return sheet;
}

/// When a date comes up, and what was said of each time.
Sheet turns_sheet(const Item& item, Lang lang) {
  Sheet sheet;
  sheet.kind = "turns";
  sheet.title = Phrase{"Các lần trong năm", "Times of the year"}.in(lang);
  const auto title = [&](Phrase words) { return std::string(words.in(lang)); };
  sheet.columns = {
      {"round", title({"Lần", "Time"}), "", 0, 3, Align::right},
      {"deadline", title({"Hạn", "Deadline"}), "", 0, 10, Align::left, CellKind::date},
      {"state", title({"Tình trạng", "State"}), "", 0, 12, Align::left, CellKind::coded}};
  for (const Standing& at : standings_at(*item.row, item.as_of)) {
    Cell deadline;
    if (at.due.deadline) deadline = {iso(*at.due.deadline), written(*at.due.deadline, lang)};
    sheet.rows.push_back(
        {.address = {},
         .cells = {{fmt::format("{}", at.occurrence)},
                   deadline,
                   {std::string(state_word(at.state).token), state_in_words(at).in(lang)}},
         .tone = tone_of(at)});
  }
  return sheet;
}

/// `94%`, or `tên: 94%` for each of several.
Cell values_of(const Update& update) {
  Cell cell;
  if (update.value.given) cell.push_back(update.value.value);
  for (const NamedValue& named : update.values)
    cell.push_back(fmt::format("{}: {}", named.name.value, named.value.value));
  return cell;
}

Sheet history_sheet(const Item& item, Lang lang) {
  Sheet sheet;
  sheet.kind = "updates";
  sheet.title = Phrase{"Quá trình", "History"}.in(lang);
  const auto title = [&](Phrase words) { return std::string(words.in(lang)); };
  sheet.columns = {
      {"date", title({"Ngày", "Date"}), "", 0, 10, Align::left, CellKind::date},
      {"round", title({"Đợt", "Round"}), "", 0, 3},
      {"status", title({"Trạng thái", "Status"}), "", 0, 10, Align::left, CellKind::coded},
      {"value", title({"Kết quả", "Value"}), "; ", 2, 8},
      {"note", title({"Ghi chú", "Note"}), "", 4, 12},
      {"evidence", title({"Minh chứng", "Evidence"}), "", 2, 10},
      {"due", title({"Gia hạn đến", "Extended to"}), "", 1, 10}};
  if (item.model != nullptr)
    sheet.columns.push_back({"proposed", title({"Đề nghị khen", "Proposed to"}), "; ", 1, 10});
  const auto one = [](const auto& text) { return text.given ? Cell{text.value} : Cell{}; };
  for (const Update* update : history(*item.row, item.as_of)) {
    Cell status;
    if (update->status.given) {
      const StatusWord& word = status_word(update->status.value);
      status = {std::string(word.token), std::string(word.words.in(lang))};
    }
    sheet.rows.push_back({.address = {},
                          .cells = {{iso(update->date.value), written(update->date.value, lang)},
                                    one(update->round),
                                    status,
                                    values_of(*update),
                                    one(update->note),
                                    one(update->evidence),
                                    one(update->due)}});
    if (item.model != nullptr)
      sheet.rows.back().cells.push_back(level_names(update->proposed, item.plan->movement));
  }
  return sheet;
}

}  // namespace

Card item_card(const Item& item, Lang lang) {
  Card card;
  card.kind = "item";
  card.about = {{"file", std::string(item.file)},
                {"ward", item.plan->ward_id.value},
                {"ward_name", ward_name(*item.plan)},
                {"year", item.plan->year.value}};
  card.address = item.place->address;
  card.title = item.row->text().value;
  card.subtitle =
      fmt::format("{}, {}{}", ward_name(*item.plan), item.plan->year.value, path_of(item));
  Fields fields{card, lang};
  const Ward* ward = item.plan->ward;
  fields.add("leader", {"Lãnh đạo phụ trách", "Leader"}, people_in_full(item.row->leader, ward),
             CellKind::text, "; ");
  fields.add("lead", {"Đơn vị chủ trì", "Lead unit"}, unit_names(item.row->lead, ward),
             CellKind::text, "; ");
  fields.add("support", {"Đơn vị phối hợp", "Support"}, unit_names(item.row->support, ward),
             CellKind::text, "; ");
  if (item.model != nullptr) add_model(item, fields);
  if (item.row->to.given) fields.add("to", {"Gửi đến", "Goes to"}, Cell{item.row->to.value});
  add_times(item, fields, lang);
  if (item.row->note.given) fields.add("note", {"Ghi chú", "Note"}, Cell{item.row->note.value});
  const Standing& at = item.standing;
  fields.add("as_of", {"Tính đến ngày", "As of"}, item.as_of);
  fields.add("status", {"Trạng thái", "Status"},
             {std::string(status_word(at.status).token),
              std::string(status_word(at.status).words.in(lang))},
             CellKind::coded);
  fields.add("state", {"Tình trạng", "State"},
             {std::string(state_word(at.state).token), state_in_words(at).in(lang)},
             CellKind::coded);
  if (!at.done_on) fields.add("days_left", {"Số ngày còn lại", "Days left"}, at.days_left);
  fields.add("done_on", {"Ngày hoàn thành", "Done on"}, at.done_on);
  if (at.last != nullptr)
    fields.add("reported", {"Cập nhật gần nhất", "Last reported"},
               std::optional(at.last->date.value));
  if (!item.row->targets.empty() || !results_at(*item.row, item.as_of).empty())
    card.tables.push_back(targets_sheet(item, lang));
  if (item.row->is_heading() && item.row->listed != nullptr)
    card.tables.push_back(group_contents(*item.plan, *item.row, item.as_of, lang));
  if (at.occurrences > 0) card.tables.push_back(turns_sheet(item, lang));
  card.tables.push_back(history_sheet(item, lang));
  return card;
}

Card schedule_card(std::string_view text, const Schedule& schedule, Lang lang) {
  Card card;
  card.kind = "schedule";
  card.title = text;
  Fields fields{card, lang};
  fields.add("year", {"Năm kế hoạch", "Plan's year"}, std::optional(schedule.year));
  fields.add("reading", {"Hiểu là", "Read as"}, Cell{describe(schedule).in(lang)});
  fields.add(
      "kind", {"Loại", "Kind"},
      {std::string(kind_token(schedule.kind)), std::string(kind_words(schedule.kind).in(lang))},
      CellKind::coded);
  fields.add("first", {"Ngày đầu", "First day"}, schedule.first);
  fields.add("last", {"Ngày cuối (hạn)", "Last day (deadline)"}, schedule.last);
  Cell stretches;
  for (const Stretch& stretch : schedule.occurrences)
    stretches.push_back(iso(stretch.first) + "/" + iso(stretch.last));
  fields.add("occurrences", {"Các lần", "Occurrences"}, std::move(stretches), CellKind::text, "; ");
  const auto flag = [&](bool yes) {
    return Cell{yes ? "true" : "false",
                std::string(Phrase{yes ? "có" : "không", yes ? "yes" : "no"}.in(lang))};
  };
  fields.add("year_assumed", {"Lấy năm của kế hoạch", "Plan's year taken"},
             flag(schedule.year_assumed), CellKind::flag);
  fields.add("approximate", {"Khoảng chừng", "Roughly"}, flag(schedule.approximate),
             CellKind::flag);
  return card;
}

}  // namespace wardplan
