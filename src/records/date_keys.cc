// The keys of a plan's dates (`reporting`).
#include <array>

#include "records/key.h"

namespace wardplan {

std::span<const Key<Row>> date_keys() {
  static constexpr std::array kFields = {
      key<&Row::number>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Row::title>("title", kRequired, {"phải gửi gì, làm gì", "what is to be sent or done"}),
      key<&Row::to>("to", kOptional, {"nơi nhận", "whom it goes to"}),
      key<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      key<&Row::lead>("lead", kOptional, {"đơn vị gửi", "units that send it"}),
      key<&Row::due>("due", kRequired, {"thời hạn, một hay nhiều lần", "when, once or often"}),
      key<&Row::closes>("closes", kOptional,
                        {"của phong trào: hết hạn đăng ký, hay hạn kết quả",
                         "of a movement: closes registration, or results"}),
      key<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Key<Row>{
          "updates", kOptional, {"các lần đã gửi", "history"}, load_updates<RowKind::report_day>},
  };
  return kFields;
}

}  // namespace wardplan
