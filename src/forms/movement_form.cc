#include "forms/movement_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/report.h"
#include "forms/form_values.h"
#include "lists/item.h"
#include "records/project.h"
#include "standing/model.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using mustache::Kind;
using mustache::Shape;
using mustache::Value;

std::string or_blank(const Text& text, std::string_view blank) {
  return text.given ? text.value : std::string(blank);
}

std::string mark(bool is) { return is ? "1" : ""; }

Value number(std::size_t count) { return Value(fmt::format("{}", count)); }

/// One model with what its day knows of it.
struct Entry {
  const Row& row;
  const Model& model;
  ModelStanding standing;
};

bool is_in(const Entry& entry, std::size_t field) {
  return std::ranges::any_of(entry.model.fields,
                             [&](const Name& name) { return name.index == field; });
}

bool is_proposed_to(const Entry& entry, std::size_t level) {
  return std::ranges::find(entry.standing.levels, level) != entry.standing.levels.end();
}

/// Fields with a column of their own, by index.
std::vector<std::size_t> columns_of(const Movement& movement) {
  std::vector<std::size_t> columns;
  for (std::size_t at = 0; at < movement.fields.size(); ++at)
    if (movement.fields[at].has_column()) columns.push_back(at);
  return columns;
}

void add_part(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += "; ";
  text += part;
}

/// Fields of a model that have no column.
std::string other_fields(const Entry& entry, const Movement& movement) {
  std::string text;
  for (std::size_t at = 0; at < movement.fields.size(); ++at)
    if (!movement.fields[at].has_column() && is_in(entry, at))
      add_part(text, movement.fields[at].name.value);
  return text;
}

/// How a model arose, and its note.
std::string remarks(const Entry& entry) {
  std::string text;
  const Submission& submission = entry.model.submission;
  if (entry.standing.listing == Listing::arisen && submission.number.given)
    add_part(text, fmt::format("phát sinh: {} ngày {}", submission.number.value,
                               written(submission.date.value, Lang::vi)));
  if (entry.row.note.given) add_part(text, entry.row.note.value);
  return text;
}

std::string result_of(const Entry& entry) {
  const Update* result = entry.standing.result;
  if (result == nullptr) return {};
  std::string text = result->note.value;
  if (result->value.given) text += fmt::format(" ({})", result->value.value);
  return text;
}

bool is_sample(const Model& model) { return model.sample.given && model.sample.value; }

Value model_value(const Entry& entry, std::size_t number_in_group, const Movement& movement) {
  std::vector<Value> fields, levels;
  std::string names;
  for (const std::size_t at : columns_of(movement))
    fields.push_back(Value::object({{"dấu", mark(is_in(entry, at))}}));
  for (const std::string& name : field_names(entry.model.fields, movement)) add_part(names, name);
  for (std::size_t at = 0; at < movement.levels.size(); ++at)
    levels.push_back(Value::object({{"dấu", mark(is_proposed_to(entry, at))}}));
  for (auto* cells : {&fields, &levels})
    if (cells->empty()) cells->push_back(Value::object({{"dấu", ""}}));
  const bool arisen = entry.standing.listing == Listing::arisen;
  return Value::object({
      {"stt", number(number_in_group)},
      {"người", entry.model.by.value},
      {"chức_vụ", entry.model.office.value},
      {"tên", entry.row.title.value + (is_sample(entry.model) ? " (ví dụ)" : "")},
      {"lĩnh_vực", Value::list(std::move(fields))},
      {"các_lĩnh_vực", names},
      {"nguồn", arisen ? "Phát sinh" : "Đăng ký"},
      {"kết_quả", result_of(entry)},
      {"hiệu_quả", mark(entry.standing.status == Status::effective)},
      {"cấp", Value::list(std::move(levels))},
      {"lĩnh_vực_khác", other_fields(entry, movement)},
      {"ghi_chú", remarks(entry)},
  });
}

/// How many of the models are this or that.
Value totals(const std::vector<Entry>& entries, const Movement& movement) {
  const auto count = [&](auto is) {
    return static_cast<std::size_t>(std::ranges::count_if(entries, is));
  };
  std::vector<Value> fields, levels;
  for (const std::size_t at : columns_of(movement))
    fields.push_back(Value::object(
        {{"số", number(count([&](const Entry& entry) { return is_in(entry, at); }))}}));
  for (std::size_t at = 0; at < movement.levels.size(); ++at)
    levels.push_back(Value::object(
        {{"số", number(count([&](const Entry& entry) { return is_proposed_to(entry, at); }))}}));
  for (auto* cells : {&fields, &levels})
    if (cells->empty()) cells->push_back(Value::object({{"số", ""}}));
  const std::size_t arisen =
      count([](const Entry& entry) { return entry.standing.listing == Listing::arisen; });
  return Value::object({
      {"mô_hình", number(entries.size())},
      {"đăng_ký", number(entries.size() - arisen)},
      {"phát_sinh", number(arisen)},
      {"hiệu_quả", number(count([](const Entry& entry) {
         return entry.standing.status == Status::effective;
       }))},
      {"đề_nghị", number(count([](const Entry& entry) { return !entry.standing.levels.empty(); }))},
      {"lĩnh_vực", Value::list(std::move(fields))},
      {"cấp", Value::list(std::move(levels))},
  });
}

Value models_value(const std::vector<Entry>& entries, const Movement& movement) {
  std::vector<Value> models;
  for (const Entry& entry : entries)
    models.push_back(model_value(entry, models.size() + 1, movement));
  return Value::list(std::move(models));
}

Value group_value(Registrant group, const std::vector<Entry>& entries, const Movement& movement) {
  std::vector<Entry> members;
  for (const Entry& entry : entries)
    if (entry.model.group.value == group) members.push_back(entry);
  const bool collective = group == Registrant::collective;
  return Value::object({{"số", collective ? "I" : "II"},
                        {"tên", collective ? "Tập thể" : "Cá nhân"},
                        {"mô_hình", models_value(members, movement)},
                        {"cộng", totals(members, movement)}});
}

template <class Names>
Value name_list(const Names& names) {
  std::vector<Value> values;
  for (const std::string& name : names) values.push_back(Value::object({{"tên", name}}));
  return Value::list(std::move(values));
}

Shape models_shape(Phrase meaning) {
  return list_field(
      "mô_hình", meaning,
      {text_field("stt", {"số thứ tự trong nhóm", "number within the group"}),
       text_field("người", {"tên tập thể, cá nhân", "who registered it"}),
       text_field("chức_vụ", {"chức vụ, đơn vị của cá nhân", "an individual's office"}),
       text_field("tên", {"tên mô hình, kèm “(ví dụ)” nếu là ví dụ", "name of the model"}),
       list_field("lĩnh_vực", {"mỗi cột lĩnh vực một ô", "one cell a column of fields"},
                  {text_field("dấu", {"`1` hoặc trống", "`1` or nothing"})}),
       text_field("các_lĩnh_vực", {"tên các lĩnh vực của mô hình", "names of its fields"}),
       text_field("nguồn", {"`Đăng ký` hoặc `Phát sinh`", "registered, or arisen later"}),
       text_field("kết_quả", {"kết quả ghi gần nhất", "what was reached, as said last"}),
       text_field("hiệu_quả", {"`1` nếu có hiệu quả", "`1` if it is effective"}),
       list_field(
           "cấp", {"mỗi cấp khen thưởng một ô", "one cell a level"},
           {text_field("dấu", {"`1` nếu đề nghị cấp ấy khen", "`1` if proposed to that level"})}),
       text_field("lĩnh_vực_khác", {"lĩnh vực không có cột", "its fields that have no column"}),
       text_field("ghi_chú", {"tờ trình, ghi chú", "submission, note"})});
}

Shape totals_shape(Phrase meaning) {
  return object_field(
      "cộng", meaning,
      {text_field("mô_hình", {"số mô hình", "models"}),
       text_field("đăng_ký", {"số mô hình đăng ký", "registered models"}),
       text_field("phát_sinh", {"số mô hình phát sinh", "models that arose later"}),
       text_field("hiệu_quả", {"số mô hình có hiệu quả", "effective models"}),
       text_field("đề_nghị", {"số mô hình được đề nghị khen", "models proposed to any level"}),
       list_field("lĩnh_vực", {"mỗi cột lĩnh vực một số", "one figure a column of fields"},
                  {text_field("số", {"số mô hình của lĩnh vực", "models of the field"})}),
       list_field(
           "cấp", {"mỗi cấp một số", "one figure a level"},
           {text_field("số", {"số mô hình đề nghị cấp ấy", "models proposed to the level"})})});
}

Shape make_shape() {
  const Phrase name = {"tên", "name"};
  return object_field(
      "", {},
      {text_field("phong_trào", {"tên phong trào", "name of the movement"}),
       text_field("năm", {"năm", "year"}),
       text_field("cấp_trên", {"cơ quan cấp trên", "body above"}),
       text_field("cơ_quan", {"cơ quan ban hành", "issuing body"}),
       text_field("địa_danh", {"địa danh", "place"}),
       text_field("ngày_ký", {"`ngày 10 tháng 02 năm 2023`, chưa nêu thì có dòng chấm",
                              "day of signing, dotted where it isn't given"}),
       text_field("tính_đến", {"số liệu tính đến ngày", "day that the figures are of"}),
       text_field("người_đăng_ký", {"tên người đăng ký nếu mẫu chỉ của một người",
                                    "the registrant, of a form for one"}),
       text_field("chỗ_trống", {"dòng chấm để điền tay", "dots to be filled in by hand"}),
       list_field("lĩnh_vực", {"các lĩnh vực có cột", "fields that have a column"},
                  {text_field("tên", name)}),
       text_field("số_lĩnh_vực", {"số cột lĩnh vực", "how many of them"}),
       list_field("cấp", {"các cấp khen thưởng", "levels that commend"}, {text_field("tên", name)}),
       text_field("số_cấp", {"số cấp khen thưởng", "how many of them"}),
       models_shape({"mọi mô hình của mẫu", "all models of the form"}),
       list_field("nhóm", {"I Tập thể, II Cá nhân", "collectives, individuals"},
                  {text_field("số", {"`I`, `II`", "`I`, `II`"}), text_field("tên", name),
                   models_shape({"mô hình của nhóm", "models of the group"}),
                   totals_shape({"số cộng của nhóm", "totals of the group"})}),
       totals_shape({"số cộng của mẫu", "totals of the form"})});
}

/// A movement for trying templates; no ward's.
constexpr std::string_view kExample =
    "kind: movement\nformat: 1\nward: vd\nyear: 2026\nname: Dân vận khéo\ntitle: Ví dụ\n"
    "letterhead: {parent: ĐẢNG BỘ, issuer: ĐẢNG ỦY, place: Ví dụ}\n"
    "fields:\n  - {id: a, name: Lĩnh vực A}\n  - {id: b, name: Lĩnh vực B}\n"
    "levels:\n  - {id: x, name: Cấp X}\n  - {id: y, name: Cấp Y}\n";
constexpr std::string_view kExampleModels =
    "models:\n"
    "  - id: m-a\n    title: Mô hình A\n    by: Tập thể A\n    group: collective\n    fields: a\n"
    "    registered: 2026-02-10\n    note: ghi chú\n    updates:\n"
    "      - {date: 2026-06-10, status: effective, value: 12 hộ, note: kết quả, proposed: [x, y]}\n"
    "  - id: m-b\n    title: Mô hình B\n    by: Cá nhân B\n    office: chức vụ\n"
    "    group: individual\n    fields: b\n    submission: {number: 01-TTr, date: 2026-03-10}\n";

Value example(std::string_view models) {
  Report report;
  const Project project =
      read_texts({{"vd.yaml", std::string(kExample) + std::string(models)}}, report);
  const Plan& plan = project.plans.front();
  const FormRequest request{.as_of = last_of_year(2026)};
  return movement_value(plan, listed_models(plan, request.as_of), request);
}

}  // namespace

std::vector<std::size_t> listed_models(const Plan& plan, const Date& as_of) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    if (model_at(plan, plan.rows[row], as_of).listing != Listing::neither) rows.push_back(row);
  return rows;
}

std::vector<std::string> registrants(const Plan& plan, const std::vector<std::size_t>& rows) {
  std::vector<std::string> names;
  for (const std::size_t row : rows) {
    const std::string& by = plan.rows[row].model.by.value;
    const auto same = [&](const std::string& name) { return fold(name) == fold(by); };
    if (std::ranges::none_of(names, same)) names.push_back(by);
  }
  return names;
}

std::vector<std::size_t> models_of(const Plan& plan, std::vector<std::size_t> rows,
                                   const std::string& registrant) {
  std::erase_if(rows, [&](std::size_t row) {
    return fold(plan.rows[row].model.by.value) != fold(registrant);
  });
  return rows;
}

const Shape& movement_shape() {
  static const Shape kShape = make_shape();
  return kShape;
}

Value movement_value(const Plan& plan, const std::vector<std::size_t>& rows,
                     const FormRequest& request) {
  const Movement& movement = plan.movement;
  std::vector<Entry> entries;
  for (const std::size_t row : rows)
    entries.push_back(
        {plan.rows[row], plan.rows[row].model, model_at(plan, plan.rows[row], request.as_of)});
  std::vector<std::string> fields, levels;
  for (const std::size_t at : columns_of(movement))
    fields.push_back(movement.fields[at].name.value);
  for (const Level& level : movement.levels) levels.push_back(level.name.value);
  // Without any there is one column to be filled in.
  for (auto* names : {&fields, &levels})
    if (names->empty()) names->emplace_back(kBlank);
  const Letterhead& head = plan.letterhead;
  return Value::object({
      {"phong_trào", movement.name.value},
      {"năm", fmt::format("{}", plan.year.value)},
      {"cấp_trên", head.issuer.given ? head.parent.value : std::string(kLongBlank)},
      {"cơ_quan", or_blank(head.issuer, kLongBlank)},
      {"địa_danh", or_blank(head.place, kBlank)},
      {"ngày_ký", date_line(request.signed_on, plan.year.value)},
      {"tính_đến", written(request.as_of, Lang::vi)},
      {"người_đăng_ký", request.by.value_or("")},
      {"chỗ_trống", kBlank},
      {"lĩnh_vực", name_list(fields)},
      {"số_lĩnh_vực", number(fields.size())},
      {"cấp", name_list(levels)},
      {"số_cấp", number(levels.size())},
      {"mô_hình", models_value(entries, movement)},
      {"nhóm", Value::list({group_value(Registrant::collective, entries, movement),
                            group_value(Registrant::individual, entries, movement)})},
      {"cộng", totals(entries, movement)},
  });
}

std::vector<Value> movement_examples() {
  return {example(kExampleModels), example("models: []\n")};
}

}  // namespace wardplan
