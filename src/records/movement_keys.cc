// The keys of movements and their models.
#include <array>

#include "records/key.h"

namespace wardplan {
namespace {

/// A line of the table of models: the member stands in one of the row's two parts.
template <auto kPart, auto kMember>
constexpr Field<ModelRow> part(std::string_view key, Need need, Phrase meaning) {
  return {key, need, meaning, [](ModelRow& out, const yaml::Node& node, Report& report) {
            load_value((out.*kPart).*kMember, node, report);
          }};
}

template <auto kMember>
constexpr Field<ModelRow> of_row(std::string_view key, Need need, Phrase meaning) {
  return part<&ModelRow::row, kMember>(key, need, meaning);
}

template <auto kMember>
constexpr Field<ModelRow> of_model(std::string_view key, Need need, Phrase meaning) {
  return part<&ModelRow::model, kMember>(key, need, meaning);
}

template <auto kMember>
constexpr Field<Plan> of_movement(std::string_view key, Need need, Phrase meaning) {
  return {key, need, meaning, [](Plan& out, const yaml::Node& node, Report& report) {
            load_value(out.movement.*kMember, node, report);
          }};
}

/// The models, each as a row of the plan and what belongs to it.
void load_models(Plan& plan, const yaml::Node& node, Report& report) {
  std::vector<ModelRow> models;
  load_list(models, node, report, model_row_fields());
  for (ModelRow& model : models) {
    model.row.span = model.span;
    model.row.sound = model.sound;
    plan.rows.push_back(std::move(model.row));
    plan.movement.models.push_back(std::move(model.model));
  }
}

}  // namespace

template <>
std::span<const Field<ModelField>> fields() {
  static constexpr std::array kFields = {
      field<&ModelField::id>("id", kRequired, {"mã ngắn", "short id"}),
      field<&ModelField::name>("name", kRequired, {"tên lĩnh vực", "name of the field"}),
      field<&ModelField::column>("column", kOptional,
                                 {"có cột trong mẫu hay không", "whether forms have its column"}),
  };
  return kFields;
}

template <>
std::span<const Field<Level>> fields() {
  static constexpr std::array kFields = {
      field<&Level::id>("id", kRequired, {"mã ngắn", "short id"}),
      field<&Level::name>("name", kRequired, {"tên cấp khen thưởng", "name of the level"}),
  };
  return kFields;
}

template <>
std::span<const Field<Submission>> fields() {
  static constexpr std::array kFields = {
      field<&Submission::no>("no", kRequired, {"số tờ trình", "number of the submission"}),
      field<&Submission::on>("on", kRequired, {"ngày trình", "its date"}),
  };
  return kFields;
}

template <>
std::span<const Field<Letterhead>> fields() {
  static constexpr std::array kFields = {
      field<&Letterhead::parent>("parent", kOptional, {"cơ quan cấp trên", "body above"}),
      field<&Letterhead::issuer>("issuer", kRequired, {"cơ quan ban hành", "issuing body"}),
      field<&Letterhead::place>("place", kRequired, {"địa danh", "place"}),
  };
  return kFields;
}

std::span<const Field<Plan>> movement_fields() {
  static constexpr std::array kFields = {
      field<&Plan::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      field<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      field<&Plan::ward>("ward", kRequired, {"mã phường", "id of the ward"}),
      field<&Plan::year>("year", kRequired, {"năm", "year"}),
      of_movement<&Movement::name>("name", kRequired, {"tên phong trào", "name of the movement"}),
      field<&Plan::title>("title", kRequired, {"tên văn bản", "title"}),
      field<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      field<&Plan::letterhead>("letterhead", kOptional,
                               {"phần đầu của các mẫu", "head of the forms"}),
      of_movement<&Movement::fields>("fields", kRequired, {"các lĩnh vực", "fields of models"}),
      of_movement<&Movement::levels>("levels", kOptional,
                                     {"các cấp khen thưởng", "levels that commend"}),
      Field<Plan>{"dates",
                  kOptional,
                  {"các mốc của phong trào", "dates of the movement"},
                  [](Plan& out, const yaml::Node& node, Report& report) {
                    load_list(out.dates, node, report, date_fields());
                  }},
      Field<Plan>{"models", kRequired, {"các mô hình", "models"}, load_models},
      field<&Plan::accepted>("accepted", kOptional,
                             {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

std::span<const Field<ModelRow>> model_row_fields() {
  static constexpr std::array kFields = {
      of_row<&Row::no>("id", kRequired, {"mã ngắn", "short id"}),
      of_row<&Row::title>("title", kRequired, {"tên mô hình", "name of the model"}),
      of_model<&Model::by>("by", kRequired, {"tên tập thể, cá nhân", "who registers it"}),
      of_model<&Model::office>("office", kOptional,
                               {"chức vụ, đơn vị của cá nhân", "an individual's office, unit"}),
      of_model<&Model::group>("group", kRequired,
                              {"tập thể hay cá nhân", "collective or individual"}),
      of_model<&Model::fields>("fields", kOptional, {"lĩnh vực", "fields"}),
      of_model<&Model::registered>("registered", kOptional, {"ngày đăng ký", "registered on"}),
      of_model<&Model::published>("published", kOptional,
                                  {"ngày công khai trên cổng", "published on the portal on"}),
      of_model<&Model::submission>("submission", kOptional,
                                   {"tờ trình bổ sung", "submission, where it arose later"}),
      of_model<&Model::sample>("sample", kOptional, {"là ví dụ", "made up as a sample"}),
      of_row<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Field<ModelRow>{"updates",
                      kOptional,
                      {"kết quả, đề nghị khen thưởng", "history"},
                      [](ModelRow& out, const yaml::Node& node, Report& report) {
                        load_list(out.row.updates, node, report, model_update_fields());
                      }},
  };
  return kFields;
}

std::span<const Field<Update>> model_update_fields() {
  static constexpr std::array kFields = {
      field<&Update::on>("on", kRequired, {"ngày ghi nhận", "date"}),
      Field<Update>{"status",
                    kOptional,
                    {"trạng thái", "status"},
                    [](Update& out, const yaml::Node& node, Report& report) {
                      load_model_status(out.status, node, report);
                    }},
      field<&Update::value>("value", kOptional, {"con số đạt được", "figure reached"}),
      field<&Update::note>("note", kOptional, {"kết quả cụ thể", "what was reached, in words"}),
      field<&Update::evidence>("evidence", kOptional, {"minh chứng", "evidence"}),
      field<&Update::proposed>("proposed", kOptional,
                               {"cấp được đề nghị khen", "levels asked to commend it"}),
      field<&Update::due>("due", kOptional, {"gia hạn đến", "extension"}),
  };
  return kFields;
}

}  // namespace wardplan
