// The keys of wards and plans: one line a key.
#include <array>

#include "records/key.h"

namespace wardplan {

template <>
std::span<const Key<Acceptance>> keys() {
  static constexpr std::array kFields = {
      key<&Acceptance::code>("code", kRequired, {"mã cảnh báo", "code of the warning"}),
      key<&Acceptance::at>("at", kOptional,
                           {"địa chỉ dòng hoặc mã trong danh mục", "address of the row, or id"}),
      key<&Acceptance::reason>("reason", kRequired, {"vì sao để nguyên", "why it stays"}),
  };
  return kFields;
}

template <>
std::span<const Key<Person>> keys() {
  static constexpr std::array kFields = {
      key<&Person::id>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Person::name>("name", kRequired, {"họ tên", "full name"}),
      key<&Person::role>("role", kOptional, {"chức vụ", "office"}),
      key<&Person::aliases>("aliases", kOptional, {"cách viết khác", "other spellings"}),
  };
  return kFields;
}

template <>
std::span<const Key<Unit>> keys() {
  static constexpr std::array kFields = {
      key<&Unit::id>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Unit::name>("name", kRequired, {"tên đơn vị", "name"}),
      key<&Unit::aliases>("aliases", kOptional, {"cách viết khác", "other spellings"}),
  };
  return kFields;
}

template <>
std::span<const Key<Ward>> keys() {
  static constexpr std::array kFields = {
      key<&Ward::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      key<&Ward::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      key<&Ward::id>("id", kRequired, {"mã phường", "id of the ward"}),
      key<&Ward::name>("name", kRequired, {"tên phường", "name of the ward"}),
      key<&Ward::honorific>("honorific", kOptional,
                            {"chữ đứng trước tên người khi in", "printed before names"}),
      key<&Ward::cutoff>("cutoff", kOptional,
                         {"ngày chốt số liệu của kỳ báo cáo", "day that reporting periods end"}),
      key<&Ward::groups>("groups", kOptional,
                         {"phường thuộc đâu, theo khóa tùy ý", "what it belongs to, by any key"}),
      key<&Ward::people>("people", kOptional, {"danh mục người", "people"}),
      key<&Ward::units>("units", kOptional, {"danh mục đơn vị", "units"}),
      key<&Ward::accepted>("accepted", kOptional,
                           {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

template <>
std::span<const Key<Target>> keys() {
  static constexpr std::array kFields = {
      key<&Target::name>("name", kOptional, {"đo cái gì", "what is measured"}),
      key<&Target::goal>("goal", kRequired, {"mức phải đạt", "what is to be reached"}),
  };
  return kFields;
}

template <>
std::span<const Key<Row>> keys() {
  static constexpr std::array kFields = {
      key<&Row::number>("number", kRequired, {"số thứ tự như bản ban hành", "number as issued"}),
      key<&Row::heading>("heading", kOptional, {"tên đề mục", "text of a heading"}),
      key<&Row::declares>("declares", kOptional,
                          {"số lượng văn bản tự khai", "count stated by the document"}),
      key<&Row::title>("title", kOptional, {"nội dung việc", "text of an item"}),
      key<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      key<&Row::lead>("lead", kOptional, {"đơn vị chủ trì", "lead units"}),
      key<&Row::support>("support", kOptional, {"đơn vị phối hợp", "supporting units"}),
      key<&Row::start>("start", kOptional, {"thời gian bắt đầu", "start"}),
      key<&Row::due>("due", kOptional, {"thời gian hoàn thành", "due"}),
      key<&Row::targets>("targets", kOptional, {"chỉ tiêu định lượng", "targets"}),
      key<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Key<Row>{"updates", kOptional, {"các lần cập nhật", "history"}, load_updates<RowKind::item>},
  };
  return kFields;
}

template <>
std::span<const Key<Plan>> keys() {
  static constexpr std::array kFields = {
      key<&Plan::kind_word>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      key<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      key<&Plan::ward_id>("ward", kRequired, {"mã phường", "id of the ward"}),
      key<&Plan::year>("year", kRequired, {"năm kế hoạch", "year of the plan"}),
      key<&Plan::title>("title", kRequired, {"tên biểu", "title of the table"}),
      key<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      key<&Plan::rows>("rows", kRequired, {"các dòng của biểu", "rows of the table"}),
      key<&Plan::letterhead>("letterhead", kOptional, {"phần đầu của báo cáo", "head of reports"}),
      Key<Plan>{"reporting",
                kOptional,
                {"các báo cáo phải gửi", "reports that are to be sent"},
                [](Plan& out, const yaml::Node& node, Report& report) {
                  load_list(out.dates, node, report, date_keys());
                }},
      key<&Plan::accepted>("accepted", kOptional,
                           {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

}  // namespace wardplan
