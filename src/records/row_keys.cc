#include "records/row_keys.h"

#include <array>

#include "records/keys.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr RowKeyFlag plain(std::string_view name, std::string_view key, std::string_view value,
                           Phrase help, RowKeyKind kind = RowKeyKind::text,
                           std::string_view inner = {}) {
  return {name, key, inner, kind, value, help};
}

constexpr std::array kFlags = {
    plain("--number", "number", "N", {"số thứ tự như bản ban hành", "number as issued"}),
    plain("--heading", "heading", "TEXT",
          {"tên đề mục (dòng là đề mục)", "text of a heading (the row is one)"}),
    plain("--declares", "declares", "TEXT",
          {"số lượng văn bản tự khai: `4 chỉ tiêu`", "count stated by the document: `4 chỉ tiêu`"}),
    plain("--title", "title", "TEXT", {"nội dung việc, tên mô hình", "text of an item or model"}),
    plain("--leader", "leader", "NAME",
          {"lãnh đạo phụ trách; nêu được nhiều lần, như `--lead`, `--support`",
           "leader in charge, as often as needed, as `--lead` and `--support`"},
          RowKeyKind::people),
    plain("--lead", "lead", "NAME", {"đơn vị chủ trì", "lead unit"}, RowKeyKind::units),
    plain("--support", "support", "NAME", {"đơn vị phối hợp", "supporting unit"},
          RowKeyKind::units),
    plain("--start", "start", "TIME", {"thời gian bắt đầu", "start"}),
    plain("--due", "due", "TIME", {"thời gian hoàn thành", "due"}),
    plain("--deadline", "deadline", "DATE",
          {"ngày đến hạn, khi `--due` không nói", "last day, where `--due` names none"},
          RowKeyKind::date),
    plain("--product", "product", "TEXT", {"sản phẩm phải có", "what is to come of it"}),
    plain("--authority", "authority", "TEXT",
          {"cấp có thẩm quyền quyết định", "who decides on it"}),
    plain("--basis", "basis", "TEXT", {"văn bản giao việc", "document that assigned it"}),
    plain(
        "--serves", "serves", "ADDRESS",
        {"chỉ tiêu mà việc góp vào: `I.1.2`, của kế hoạch cấp trên `mã/I.1.2`; nêu được nhiều lần",
         "target that it is done for: `I.1.2`, of a plan above `id/I.1.2`, as often as needed"},
        RowKeyKind::list),
    plain("--goal", "targets", "[NAME=]GOAL",
          {"chỉ tiêu định lượng: `--goal \">= 93,5%\"`, có tên thì `--goal \"BHYT=>= 93,5%\"`",
           "a target: `--goal \">= 93,5%\"`, one with a name `--goal \"BHYT=>= 93,5%\"`"},
          RowKeyKind::goals),
    plain("--note", "note", "TEXT", {"ghi chú", "note"}),
    plain("--cell", "cells", "ID=TEXT", {"ô ở cột riêng của biểu", "text in a column of its own"},
          RowKeyKind::cells),
    plain("--solution", "solution", "TEXT",
          {"tiêu chí: giải pháp", "criteria: what is done for it"}),
    plain("--reference", "reference", "FIGURE",
          {"tiêu chí: số ở ngoài để so sánh", "criteria: figure from outside to compare with"},
          RowKeyKind::text, "value"),
    plain("--reference-source", "reference", "TEXT",
          {"tiêu chí: nguồn của số ấy", "criteria: where that figure is from"}, RowKeyKind::text,
          "source"),
    plain("--carried-plan", "carried", "FILE",
          {"tiêu chí: tệp kế hoạch có kết quả của nội dung này",
           "criteria: file of the plan that has the content's figure"},
          RowKeyKind::text, "plan"),
    plain("--carried-row", "carried", "ADDRESS",
          {"tiêu chí: địa chỉ của việc trong kế hoạch ấy", "criteria: address of its item"},
          RowKeyKind::text, "row"),
    plain("--carried-target", "carried", "NAME",
          {"tiêu chí: tên chỉ tiêu của việc ấy", "criteria: name of the item's target"},
          RowKeyKind::text, "target"),
    plain("--id", "id", "ID", {"mã của mô hình, của mốc báo cáo", "id of a model or date"}),
    plain("--to", "to", "TEXT", {"mốc báo cáo: nơi nhận", "dates: whom it goes to"}),
    plain("--closes", "closes", "WORD",
          {"mốc của phong trào: khép lại `đăng ký` hoặc `kết quả`",
           "dates of a movement: registration or results"},
          RowKeyKind::word),
    plain("--sums", "sums", "WORD",
          {"báo cáo: cộng dồn `tháng`, `quý`, `6 tháng`, `9 tháng`, `năm`; nêu được nhiều lần",
           "reports: sums of month, quarter, half-year, nine-months, year, as often as needed"},
          RowKeyKind::list),
    plain("--by", "by", "NAME", {"mô hình: tên tập thể, cá nhân", "models: who registers it"}),
    plain("--office", "office", "TEXT",
          {"mô hình: chức vụ, đơn vị của cá nhân", "models: an individual's office, unit"}),
    plain("--group", "group", "WORD",
          {"mô hình: `tập thể` hoặc `cá nhân`", "models: collective or individual"},
          RowKeyKind::word),
    plain("--field", "fields", "NAME",
          {"mô hình: lĩnh vực; nêu được nhiều lần", "models: field, as often as needed"},
          RowKeyKind::fields),
    plain("--registered", "registered", "DATE", {"mô hình: ngày đăng ký", "models: registered on"},
          RowKeyKind::date),
    plain("--published", "published", "DATE",
          {"mô hình: ngày công khai trên cổng", "models: published on the portal on"},
          RowKeyKind::date),
    plain("--submission", "submission", "NUMBER",
          {"mô hình: số tờ trình bổ sung", "models: number of the submission"}, RowKeyKind::text,
          "number"),
    plain("--submission-date", "submission", "DATE",
          {"mô hình: ngày của tờ trình", "models: its date"}, RowKeyKind::date, "date"),
    plain("--situation", "situation", "TEXT",
          {"mô hình: thực trạng, lý do chọn", "models: situation and reason"}),
    plain("--aim", "aim", "TEXT", {"mô hình: mục tiêu", "models: aim"}),
    plain("--method", "method", "TEXT",
          {"mô hình: nội dung, cách làm", "models: what is done, and how"}),
    plain("--place", "place", "TEXT", {"mô hình: địa điểm, đối tượng", "models: place and people"}),
    plain("--forces", "forces", "TEXT", {"mô hình: lực lượng thực hiện", "models: who does it"}),
    plain("--means", "means", "TEXT", {"mô hình: nguồn lực, kinh phí", "models: means and money"}),
    plain("--time", "time", "TEXT", {"mô hình: thời gian thực hiện", "models: when it is done"}),
    plain("--expected", "expected", "TEXT",
          {"mô hình: sản phẩm, kết quả dự kiến", "models: what is to come of it"}),
    plain("--upkeep", "upkeep", "TEXT",
          {"mô hình: duy trì, nhân rộng", "models: how it is kept up and spread"}),
    plain("--continued-from", "continued_from", "YEAR",
          {"mô hình: tiếp nối từ năm", "models: the year in which it began"}),
};

struct RowWord {
  std::string_view key;
  std::string_view token;
  std::string_view vi;
};
constexpr std::array kWords = {RowWord{"group", "collective", "tập thể"},
                               RowWord{"group", "individual", "cá nhân"},
                               RowWord{"closes", "registration", "đăng ký"},
                               RowWord{"closes", "results", "kết quả"},
                               RowWord{"sums", "month", "tháng"},
                               RowWord{"sums", "quarter", "quý"},
                               RowWord{"sums", "half-year", "6 tháng"},
                               RowWord{"sums", "nine-months", "9 tháng"},
                               RowWord{"sums", "year", "năm"}};

template <class T>
std::vector<std::string_view> names_of(std::span<const Key<T>> table) {
  std::vector<std::string_view> names;
  for (const Key<T>& key : table) names.push_back(key.name);
  return names;
}

std::span<const Key<Row>> table_of(RecordKind kind, bool dates) {
  if (dates) return date_keys();
  switch (kind) {
    case RecordKind::criteria:
      return criteria_row_keys();
    case RecordKind::movement:
      return model_row_keys();
    case RecordKind::plan:
      break;
  }
  return keys<Row>();
}

}  // namespace

std::span<const RowKeyFlag> row_key_flags() { return kFlags; }

std::vector<RowKey> row_keys(RecordKind kind, bool dates) {
  std::vector<RowKey> all;
  for (const Key<Row>& key : table_of(kind, dates))
    all.push_back({key.name, key.need == Need::required});
  return all;
}

std::string row_word(std::string_view key, const std::string& typed) {
  for (const RowWord& word : kWords)
    if (word.key == key && fold_bare(word.vi) == fold_bare(typed)) return std::string(word.token);
  return typed;
}

std::vector<std::string> known_row_words(std::string_view key) {
  std::vector<std::string> known;
  for (const RowWord& word : kWords)
    if (word.key == key) known.emplace_back(word.token);
  return known;
}

std::vector<std::string_view> inner_keys(std::string_view key) {
  if (key == "targets") return names_of(keys<Target>());
  if (key == "reference") return names_of(keys<Reference>());
  if (key == "carried") return names_of(keys<Carried>());
  if (key == "submission") return names_of(keys<Submission>());
  return {};
}

std::vector<std::string_view> record_keys(RecordKind kind) {
  switch (kind) {
    case RecordKind::criteria:
      return names_of(criteria_keys());
    case RecordKind::movement:
      return names_of(movement_keys());
    case RecordKind::plan:
      break;
  }
  return names_of(keys<Plan>());
}

std::string_view row_list(RecordKind kind, bool dates) {
  if (record_kind_words(kind).has_ids) return dates ? "dates" : "models";
  return dates ? "reporting" : "rows";
}

}  // namespace wardplan
