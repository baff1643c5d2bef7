// The keys of wards and plans: one line a key.
#include <array>

#include "records/key.h"

namespace wardplan {

template <>
std::span<const Field<Acceptance>> fields() {
  static constexpr std::array kFields = {
      field<&Acceptance::code>("code", kRequired, {"mã cảnh báo", "code of the warning"}),
      field<&Acceptance::at>("at", kOptional,
                             {"địa chỉ dòng hoặc mã trong danh mục", "address of the row, or id"}),
      field<&Acceptance::reason>("reason", kRequired, {"vì sao để nguyên", "why it stays"}),
  };
  return kFields;
}

template <>
std::span<const Field<Person>> fields() {
  static constexpr std::array kFields = {
      field<&Person::id>("id", kRequired, {"mã ngắn", "short id"}),
      field<&Person::name>("name", kRequired, {"họ tên", "full name"}),
      field<&Person::role>("role", kOptional, {"chức vụ", "office"}),
      field<&Person::aliases>("aliases", kOptional, {"cách viết khác", "other spellings"}),
  };
  return kFields;
}

template <>
std::span<const Field<Unit>> fields() {
  static constexpr std::array kFields = {
      field<&Unit::id>("id", kRequired, {"mã ngắn", "short id"}),
      field<&Unit::name>("name", kRequired, {"tên đơn vị", "name"}),
      field<&Unit::aliases>("aliases", kOptional, {"cách viết khác", "other spellings"}),
  };
  return kFields;
}

template <>
std::span<const Field<Ward>> fields() {
  static constexpr std::array kFields = {
      field<&Ward::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      field<&Ward::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      field<&Ward::id>("id", kRequired, {"mã phường", "id of the ward"}),
      field<&Ward::name>("name", kRequired, {"tên phường", "name of the ward"}),
      field<&Ward::honorific>("honorific", kOptional,
                              {"chữ đứng trước tên người khi in", "printed before names"}),
      field<&Ward::cutoff>("cutoff", kOptional,
                           {"ngày chốt số liệu của kỳ báo cáo", "day that reporting periods end"}),
      field<&Ward::groups>("groups", kOptional,
                           {"phường thuộc đâu, theo khóa tùy ý", "what it belongs to, by any key"}),
      field<&Ward::people>("people", kOptional, {"danh mục người", "people"}),
      field<&Ward::units>("units", kOptional, {"danh mục đơn vị", "units"}),
      field<&Ward::accepted>("accepted", kOptional,
                             {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

template <>
std::span<const Field<Target>> fields() {
  static constexpr std::array kFields = {
      field<&Target::name>("name", kOptional, {"đo cái gì", "what is measured"}),
      field<&Target::goal>("goal", kRequired, {"mức phải đạt", "what is to be reached"}),
  };
  return kFields;
}

template <>
std::span<const Field<Update>> fields() {
  static constexpr std::array kFields = {
      field<&Update::on>("on", kRequired, {"ngày ghi nhận", "date"}),
      field<&Update::status>("status", kOptional, {"trạng thái", "status"}),
      field<&Update::value>("value", kOptional, {"số đạt được", "value reached"}),
      field<&Update::values>("values", kOptional,
                             {"số đạt được theo chỉ tiêu", "values by target"}),
      field<&Update::parts>("parts", kOptional,
                            {"các phần của con số", "what the value is made of"}),
      field<&Update::note>("note", kOptional, {"ghi chú", "note"}),
      field<&Update::evidence>("evidence", kOptional, {"minh chứng", "evidence"}),
      field<&Update::due>("due", kOptional, {"gia hạn đến", "extension"}),
  };
  return kFields;
}

template <>
std::span<const Field<Row>> fields() {
  static constexpr std::array kFields = {
      field<&Row::no>("no", kRequired, {"số thứ tự như bản ban hành", "number as issued"}),
      field<&Row::heading>("heading", kOptional, {"tên đề mục", "text of a heading"}),
      field<&Row::declares>("declares", kOptional,
                            {"số lượng văn bản tự khai", "count stated by the document"}),
      field<&Row::title>("title", kOptional, {"nội dung việc", "text of an item"}),
      field<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      field<&Row::lead>("lead", kOptional, {"đơn vị chủ trì", "lead units"}),
      field<&Row::support>("support", kOptional, {"đơn vị phối hợp", "supporting units"}),
      field<&Row::start>("start", kOptional, {"thời gian bắt đầu", "start"}),
      field<&Row::due>("due", kOptional, {"thời gian hoàn thành", "due"}),
      field<&Row::targets>("targets", kOptional, {"chỉ tiêu định lượng", "targets"}),
      field<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      field<&Row::updates>("updates", kOptional, {"các lần cập nhật", "history"}),
  };
  return kFields;
}

template <>
std::span<const Field<Plan>> fields() {
  static constexpr std::array kFields = {
      field<&Plan::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      field<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      field<&Plan::ward>("ward", kRequired, {"mã phường", "id of the ward"}),
      field<&Plan::year>("year", kRequired, {"năm kế hoạch", "year of the plan"}),
      field<&Plan::title>("title", kRequired, {"tên biểu", "title of the table"}),
      field<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      field<&Plan::rows>("rows", kRequired, {"các dòng của biểu", "rows of the table"}),
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

}  // namespace wardplan
