// The keys of a plan's dates (`reporting`).
#include <array>

#include "records/key.h"

namespace wardplan {

std::span<const Field<Row>> date_fields() {
  static constexpr std::array kFields = {
      field<&Row::no>("id", kRequired, {"mã ngắn", "short id"}),
      field<&Row::title>("title", kRequired, {"phải gửi gì, làm gì", "what is to be sent or done"}),
      field<&Row::to>("to", kOptional, {"nơi nhận", "whom it goes to"}),
      field<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      field<&Row::lead>("lead", kOptional, {"đơn vị gửi", "units that send it"}),
      field<&Row::due>("due", kRequired, {"thời hạn, một hay nhiều lần", "when, once or often"}),
      field<&Row::closes>("closes", kOptional,
                          {"của phong trào: hết hạn đăng ký, hay hạn kết quả",
                           "of a movement: closes registration, or results"}),
      field<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Field<Row>{"updates",
                 kOptional,
                 {"các lần đã gửi", "history"},
                 [](Row& out, const yaml::Node& node, Report& report) {
                   load_list(out.updates, node, report, date_update_fields());
                 }},
  };
  return kFields;
}

std::span<const Field<Update>> date_update_fields() {
  static constexpr std::array kFields = {
      field<&Update::on>("on", kRequired, {"ngày ghi nhận", "date"}),
      field<&Update::round>("round", kOptional, {"lần thứ mấy trong năm", "which time"}),
      field<&Update::status>("status", kOptional, {"trạng thái", "status"}),
      field<&Update::note>("note", kOptional, {"ghi chú", "note"}),
      field<&Update::evidence>("evidence", kOptional, {"minh chứng", "evidence"}),
      field<&Update::due>("due", kOptional, {"gia hạn đến", "extension"}),
  };
  return kFields;
}

}  // namespace wardplan
