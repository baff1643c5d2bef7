// The keys of criteria and of their lists: one line a key.
#include <array>

#include "records/key.h"

namespace wardplan {

template <>
std::span<const Field<Reference>> fields() {
  static constexpr std::array kFields = {
      field<&Reference::value>("value", kRequired, {"số để so sánh", "figure to compare with"}),
      field<&Reference::source>("source", kOptional, {"nguồn của số ấy", "where it is from"}),
  };
  return kFields;
}

template <>
std::span<const Field<Round>> fields() {
  static constexpr std::array kFields = {
      field<&Round::no>("no", kRequired, {"số hoặc tên đợt", "number or name of the round"}),
      field<&Round::when>("when", kRequired, {"thời gian kiểm tra", "when it is held"}),
  };
  return kFields;
}

template <>
std::span<const Field<Registration>> fields() {
  static constexpr std::array kFields = {
      field<&Registration::on>("on", kRequired, {"ngày đăng ký", "date"}),
      field<&Registration::applies>(
          "applies", kOptional, {"`first`: lần đầu, `again`: công nhận lại", "`first` or `again`"}),
      field<&Registration::evidence>("evidence", kOptional, {"văn bản đăng ký", "document"}),
  };
  return kFields;
}

template <>
std::span<const Field<Recognition>> fields() {
  static constexpr std::array kFields = {
      field<&Recognition::on>("on", kRequired, {"ngày công nhận", "date"}),
      field<&Recognition::by>("by", kOptional, {"cơ quan công nhận", "by whom"}),
      field<&Recognition::evidence>("evidence", kOptional, {"quyết định", "decision"}),
  };
  return kFields;
}

template <>
std::span<const Field<Condition>> fields() {
  static constexpr std::array kFields = {
      field<&Condition::id>("id", kRequired, {"mã ngắn", "short id"}),
      field<&Condition::title>("title", kRequired, {"nội dung điều kiện", "what is asked"}),
      field<&Condition::counts>("counts", kOptional,
                                {"đếm gì: `groups`, `contents`, `years`; bỏ trống: số được ghi",
                                 "`groups`, `contents`, `years`; without it a recorded figure"}),
      field<&Condition::applies>(
          "applies", kOptional,
          {"chỉ cho `first` (lần đầu) hay `again` (công nhận lại)", "only for `first` or `again`"}),
      field<&Condition::goal>("goal", kRequired, {"mức phải đạt", "what is to be reached"}),
      field<&Condition::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

template <>
std::span<const Field<Authority>> fields() {
  static constexpr std::array kFields = {
      field<&Authority::from>("from", kRequired, {"từ ngày", "from that day on"}),
      field<&Authority::registers>("registers", kOptional,
                                   {"nơi nhận đăng ký", "where wards register"}),
      field<&Authority::recognises>("recognises", kOptional, {"nơi công nhận", "who recognises"}),
      field<&Authority::source>("source", kOptional, {"theo văn bản", "by which document"}),
      field<&Authority::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

template <>
std::span<const Field<Catalogue>> fields() {
  static constexpr std::array kFields = {
      field<&Catalogue::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      field<&Catalogue::format>("format", kRequired,
                                {"phiên bản định dạng", "version of the format"}),
      field<&Catalogue::id>("id", kRequired, {"mã bộ tiêu chí", "id of the list"}),
      field<&Catalogue::name>("name", kRequired, {"tên bộ tiêu chí", "name of the list"}),
      field<&Catalogue::source>("source", kOptional, {"văn bản ban hành", "issued with"}),
      field<&Catalogue::note>("note", kOptional, {"ghi chú", "note"}),
      Field<Catalogue>{"rows",
                       kRequired,
                       {"các tiêu chí và nội dung", "groups and contents"},
                       [](Catalogue& out, const yaml::Node& node, Report& report) {
                         load_list(out.rows, node, report, catalogue_row_fields());
                       }},
      field<&Catalogue::conditions>("conditions", kOptional,
                                    {"điều kiện công nhận", "conditions of recognition"}),
      field<&Catalogue::authorities>("authorities", kOptional,
                                     {"nơi đăng ký và công nhận", "who registers, recognises"}),
      field<&Catalogue::accepted>("accepted", kOptional,
                                  {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

std::span<const Field<Row>> catalogue_row_fields() {
  static constexpr std::array kFields = {
      field<&Row::no>("no", kRequired, {"số thứ tự", "number"}),
      field<&Row::heading>("heading", kOptional, {"tên tiêu chí", "name of a group"}),
      field<&Row::declares>("declares", kOptional,
                            {"số nội dung văn bản tự khai", "count stated by the document"}),
      field<&Row::title>("title", kOptional, {"nội dung", "text of a content"}),
      Field<Row>{"targets",
                 kOptional,
                 {"ngưỡng mà văn bản nêu", "thresholds that the text states"},
                 [](Row& out, const yaml::Node& node, Report& report) {
                   load_list(out.targets, node, report, catalogue_target_fields());
                 }},
      field<&Row::measured>(
          "measured", kOptional,
          {"đơn vị của số mà văn bản không nêu", "unit of a figure that the text doesn't state"}),
      field<&Row::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

std::span<const Field<Target>> catalogue_target_fields() {
  static constexpr std::array kFields = {
      field<&Target::name>("name", kOptional, {"đo cái gì", "what is measured"}),
      field<&Target::goal>("goal", kOptional, {"ngưỡng", "threshold"}),
      field<&Target::compare>("compare", kOptional,
                              {"`>=`, `>`, `<=`, `<` so với `with`", "`>=`, `>`, `<=` or `<`"}),
      field<&Target::with>("with", kOptional,
                           {"so với số nào ở ngoài", "which figure from outside"}),
  };
  return kFields;
}

std::span<const Field<Plan>> criteria_fields() {
  static constexpr std::array kFields = {
      field<&Plan::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      field<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      field<&Plan::ward>("ward", kRequired, {"mã phường", "id of the ward"}),
      field<&Plan::catalogue>("catalogue", kRequired, {"mã bộ tiêu chí", "id of the list"}),
      field<&Plan::year>("year", kRequired, {"năm", "year"}),
      field<&Plan::title>("title", kRequired, {"tên biểu", "title of the table"}),
      field<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      field<&Plan::rounds>("rounds", kRequired, {"các đợt kiểm tra", "rounds of judging"}),
      field<&Plan::registration>("registration", kOptional,
                                 {"đăng ký xây dựng", "the ward's registration"}),
      field<&Plan::recognised>("recognised", kOptional,
                               {"các lần được công nhận", "recognitions given"}),
      Field<Plan>{"rows",
                  kRequired,
                  {"các tiêu chí và nội dung", "groups and contents"},
                  [](Plan& out, const yaml::Node& node, Report& report) {
                    load_list(out.rows, node, report, criteria_row_fields());
                  }},
      field<&Plan::letterhead>("letterhead", kOptional,
                               {"phần đầu của báo cáo", "head of reports"}),
      Field<Plan>{"reporting",
                  kOptional,
                  {"các báo cáo phải gửi", "reports that are to be sent"},
                  [](Plan& out, const yaml::Node& node, Report& report) {
                    load_list(out.dates, node, report, date_fields());
                  }},
      field<&Plan::accepted>("accepted", kOptional,
                             {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

std::span<const Field<Row>> criteria_row_fields() {
  static constexpr std::array kFields = {
      field<&Row::no>("no", kRequired,
                      {"số của nội dung, hoặc mã điều kiện", "number of the content, or id"}),
      field<&Row::solution>("solution", kOptional, {"giải pháp", "what is done for it"}),
      field<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      field<&Row::lead>("lead", kOptional, {"đơn vị thực hiện", "lead units"}),
      field<&Row::support>("support", kOptional, {"đơn vị phối hợp", "supporting units"}),
      field<&Row::due>("due", kOptional, {"thời gian hoàn thành", "due"}),
      field<&Row::targets>("targets", kOptional,
                           {"chỉ tiêu của phường", "targets of the ward's own"}),
      field<&Row::reference>("reference", kOptional,
                             {"số ở ngoài để so sánh", "figure from outside to compare with"}),
      field<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Field<Row>{"updates",
                 kOptional,
                 {"các lần xét", "history"},
                 [](Row& out, const yaml::Node& node, Report& report) {
                   load_list(out.updates, node, report, criteria_update_fields());
                 }},
  };
  return kFields;
}

std::span<const Field<Update>> criteria_update_fields() {
  static constexpr std::array kFields = {
      field<&Update::on>("on", kRequired, {"ngày ghi nhận", "date"}),
      field<&Update::round>("round", kOptional, {"đợt kiểm tra", "round"}),
      Field<Update>{"status",
                    kOptional,
                    {"đạt, chưa đạt, không áp dụng", "verdict"},
                    [](Update& out, const yaml::Node& node, Report& report) {
                      load_verdict(out.status, node, report);
                    }},
      field<&Update::value>("value", kOptional, {"số đạt được", "value reached"}),
      field<&Update::values>("values", kOptional,
                             {"số đạt được theo chỉ tiêu", "values by target"}),
      field<&Update::note>("note", kOptional, {"ghi chú", "note"}),
      field<&Update::evidence>("evidence", kOptional, {"minh chứng", "evidence"}),
      field<&Update::due>("due", kOptional, {"gia hạn đến", "extension"}),
  };
  return kFields;
}

}  // namespace wardplan
