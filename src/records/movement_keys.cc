// The keys of movements and their models.
#include <array>

#include "records/key.h"

namespace wardplan {
namespace {

template <auto kMember>
constexpr Key<Row> of_model(std::string_view key, Need need, Phrase meaning) {
  return {key, need, meaning, [](Row& out, const yaml::Node& node, Report& report) {
            load_value(out.model.*kMember, node, report);
          }};
}

template <auto kMember>
constexpr Key<Plan> of_movement(std::string_view key, Need need, Phrase meaning) {
  return {key, need, meaning, [](Plan& out, const yaml::Node& node, Report& report) {
            load_value(out.movement.*kMember, node, report);
          }};
}

}  // namespace

template <>
std::span<const Key<ModelField>> keys() {
  static constexpr std::array kFields = {
      key<&ModelField::id>("id", kRequired, {"mã ngắn", "short id"}),
      key<&ModelField::name>("name", kRequired, {"tên lĩnh vực", "name of the field"}),
      key<&ModelField::column>("column", kOptional,
                               {"có cột trong mẫu hay không", "whether forms have its column"}),
  };
  return kFields;
}

template <>
std::span<const Key<Level>> keys() {
  static constexpr std::array kFields = {
      key<&Level::id>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Level::name>("name", kRequired, {"tên cấp khen thưởng", "name of the level"}),
  };
  return kFields;
}

template <>
std::span<const Key<Submission>> keys() {
  static constexpr std::array kFields = {
      key<&Submission::number>("number", kRequired, {"số tờ trình", "number of the submission"}),
      key<&Submission::date>("date", kRequired, {"ngày trình", "its date"}),
  };
  return kFields;
}

template <>
std::span<const Key<Letterhead>> keys() {
  static constexpr std::array kFields = {
      key<&Letterhead::parent>("parent", kOptional, {"cơ quan cấp trên", "body above"}),
      key<&Letterhead::issuer>("issuer", kRequired, {"cơ quan ban hành", "issuing body"}),
      key<&Letterhead::place>("place", kRequired, {"địa danh", "place"}),
  };
  return kFields;
}

std::span<const Key<Plan>> movement_keys() {
  static constexpr std::array kFields = {
      key<&Plan::kind_word>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      key<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      key<&Plan::ward_id>("ward", kRequired, {"mã phường", "id of the ward"}),
      key<&Plan::year>("year", kRequired, {"năm", "year"}),
      of_movement<&Movement::name>("name", kRequired, {"tên phong trào", "name of the movement"}),
      key<&Plan::title>("title", kRequired, {"tên văn bản", "title"}),
      key<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      key<&Plan::letterhead>("letterhead", kOptional,
                             {"phần đầu của các mẫu", "head of the forms"}),
      of_movement<&Movement::fields>("fields", kRequired, {"các lĩnh vực", "fields of models"}),
      of_movement<&Movement::levels>("levels", kOptional,
                                     {"các cấp khen thưởng", "levels that commend"}),
      Key<Plan>{"dates",
                kOptional,
                {"các mốc của phong trào", "dates of the movement"},
                [](Plan& out, const yaml::Node& node, Report& report) {
                  load_list(out.dates, node, report, date_keys());
                }},
      Key<Plan>{"models",
                kRequired,
                {"các mô hình", "models"},
                [](Plan& out, const yaml::Node& node, Report& report) {
                  load_list(out.rows, node, report, model_row_keys());
                }},
      key<&Plan::accepted>("accepted", kOptional,
                           {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

std::span<const Key<Row>> model_row_keys() {
  static constexpr std::array kFields = {
      key<&Row::number>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Row::title>("title", kRequired, {"tên mô hình", "name of the model"}),
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
      key<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Key<Row>{"updates",
               kOptional,
               {"kết quả, đề nghị khen thưởng", "history"},
               [](Row& out, const yaml::Node& node, Report& report) {
                 load_updates<RowKind::model>(out, node, report);
               }},
  };
  return kFields;
}

}  // namespace wardplan
