// The keys of criteria and of their lists: one line a key.
#include <array>

#include "records/key.h"

namespace wardplan {

template <>
std::span<const Key<Reference>> keys() {
  static constexpr std::array kFields = {
      key<&Reference::value>("value", kRequired, {"số để so sánh", "figure to compare with"}),
      key<&Reference::source>("source", kOptional, {"nguồn của số ấy", "where it is from"}),
  };
  return kFields;
}

template <>
std::span<const Key<Round>> keys() {
  static constexpr std::array kFields = {
      key<&Round::number>("number", kRequired, {"số hoặc tên đợt", "number or name of the round"}),
      key<&Round::when>("when", kRequired, {"thời gian kiểm tra", "when it is held"}),
  };
  return kFields;
}

template <>
std::span<const Key<Registration>> keys() {
  static constexpr std::array kFields = {
      key<&Registration::date>("date", kRequired, {"ngày đăng ký", "date"}),
      key<&Registration::applies>(
          "applies", kOptional, {"`first`: lần đầu, `again`: công nhận lại", "`first` or `again`"}),
      key<&Registration::evidence>("evidence", kOptional, {"văn bản đăng ký", "document"}),
  };
  return kFields;
}

template <>
std::span<const Key<Recognition>> keys() {
  static constexpr std::array kFields = {
      key<&Recognition::date>("date", kRequired, {"ngày công nhận", "date"}),
      key<&Recognition::by>("by", kOptional, {"cơ quan công nhận", "by whom"}),
      key<&Recognition::evidence>("evidence", kOptional, {"quyết định", "decision"}),
  };
  return kFields;
}

template <>
std::span<const Key<Condition>> keys() {
  static constexpr std::array kFields = {
      key<&Condition::id>("id", kRequired, {"mã ngắn", "short id"}),
      key<&Condition::title>("title", kRequired, {"nội dung điều kiện", "what is asked"}),
      key<&Condition::counts>("counts", kOptional,
                              {"đếm gì: `groups`, `contents`, `years`; bỏ trống: số được ghi",
                               "`groups`, `contents`, `years`; without it a recorded figure"}),
      key<&Condition::applies>(
          "applies", kOptional,
          {"chỉ cho `first` (lần đầu) hay `again` (công nhận lại)", "only for `first` or `again`"}),
      key<&Condition::goal>("goal", kRequired, {"mức phải đạt", "what is to be reached"}),
      key<&Condition::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

template <>
std::span<const Key<Authority>> keys() {
  static constexpr std::array kFields = {
      key<&Authority::from>("from", kRequired, {"từ ngày", "from that day on"}),
      key<&Authority::registers>("registers", kOptional,
                                 {"nơi nhận đăng ký", "where wards register"}),
      key<&Authority::recognises>("recognises", kOptional, {"nơi công nhận", "who recognises"}),
      key<&Authority::source>("source", kOptional, {"theo văn bản", "by which document"}),
      key<&Authority::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

template <>
std::span<const Key<Catalogue>> keys() {
  static constexpr std::array kFields = {
      key<&Catalogue::kind>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      key<&Catalogue::format>("format", kRequired,
                              {"phiên bản định dạng", "version of the format"}),
      key<&Catalogue::id>("id", kRequired, {"mã bộ tiêu chí", "id of the list"}),
      key<&Catalogue::name>("name", kRequired, {"tên bộ tiêu chí", "name of the list"}),
      key<&Catalogue::source>("source", kOptional, {"văn bản ban hành", "issued with"}),
      key<&Catalogue::note>("note", kOptional, {"ghi chú", "note"}),
      Key<Catalogue>{"rows",
                     kRequired,
                     {"các tiêu chí và nội dung", "groups and contents"},
                     [](Catalogue& out, const yaml::Node& node, Report& report) {
                       load_list(out.rows, node, report, catalogue_row_keys());
                     }},
      key<&Catalogue::conditions>("conditions", kOptional,
                                  {"điều kiện công nhận", "conditions of recognition"}),
      key<&Catalogue::authorities>("authorities", kOptional,
                                   {"nơi đăng ký và công nhận", "who registers, recognises"}),
      key<&Catalogue::accepted>("accepted", kOptional,
                                {"cảnh báo được để nguyên", "warnings that stay"}),
  };
  return kFields;
}

std::span<const Key<Row>> catalogue_row_keys() {
  static constexpr std::array kFields = {
      key<&Row::number>("number", kRequired, {"số thứ tự", "number"}),
      key<&Row::heading>("heading", kOptional, {"tên tiêu chí", "name of a group"}),
      key<&Row::declares>("declares", kOptional,
                          {"số nội dung văn bản tự khai", "count stated by the document"}),
      key<&Row::title>("title", kOptional, {"nội dung", "text of a content"}),
      Key<Row>{"targets",
               kOptional,
               {"ngưỡng mà văn bản nêu", "thresholds that the text states"},
               [](Row& out, const yaml::Node& node, Report& report) {
                 load_list(out.targets, node, report, catalogue_target_keys());
               }},
      key<&Row::measured>(
          "measured", kOptional,
          {"đơn vị của số mà văn bản không nêu", "unit of a figure that the text doesn't state"}),
      key<&Row::note>("note", kOptional, {"ghi chú", "note"}),
  };
  return kFields;
}

std::span<const Key<Target>> catalogue_target_keys() {
  static constexpr std::array kFields = {
      key<&Target::name>("name", kOptional, {"đo cái gì", "what is measured"}),
      key<&Target::goal>("goal", kOptional, {"ngưỡng", "threshold"}),
      key<&Target::compare>("compare", kOptional,
                            {"`>=`, `>`, `<=`, `<` so với `with`", "`>=`, `>`, `<=` or `<`"}),
      key<&Target::with>("with", kOptional, {"so với số nào ở ngoài", "which figure from outside"}),
  };
  return kFields;
}

std::span<const Key<Plan>> criteria_keys() {
  static constexpr std::array kFields = {
      key<&Plan::kind_word>("kind", kRequired, {"loại hồ sơ", "kind of record"}),
      key<&Plan::format>("format", kRequired, {"phiên bản định dạng", "version of the format"}),
      key<&Plan::ward_id>("ward", kRequired, {"mã phường", "id of the ward"}),
      key<&Plan::catalogue_id>("catalogue", kRequired, {"mã bộ tiêu chí", "id of the list"}),
      key<&Plan::year>("year", kRequired, {"năm", "year"}),
      key<&Plan::title>("title", kRequired, {"tên biểu", "title of the table"}),
      key<&Plan::issued>("issued", kOptional, {"văn bản ban hành", "document issued with"}),
      key<&Plan::rounds>("rounds", kRequired, {"các đợt kiểm tra", "rounds of judging"}),
      key<&Plan::registration>("registration", kOptional,
                               {"đăng ký xây dựng", "the ward's registration"}),
      key<&Plan::recognised>("recognised", kOptional,
                             {"các lần được công nhận", "recognitions given"}),
      Key<Plan>{"rows",
                kRequired,
                {"các tiêu chí và nội dung", "groups and contents"},
                [](Plan& out, const yaml::Node& node, Report& report) {
                  load_list(out.rows, node, report, criteria_row_keys());
                }},
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

std::span<const Key<Row>> criteria_row_keys() {
  static constexpr std::array kFields = {
      key<&Row::number>("number", kRequired,
                        {"số của nội dung, hoặc mã điều kiện", "number of the content, or id"}),
      key<&Row::solution>("solution", kOptional, {"giải pháp", "what is done for it"}),
      key<&Row::leader>("leader", kOptional, {"lãnh đạo phụ trách", "leader in charge"}),
      key<&Row::lead>("lead", kOptional, {"đơn vị thực hiện", "lead units"}),
      key<&Row::support>("support", kOptional, {"đơn vị phối hợp", "supporting units"}),
      key<&Row::due>("due", kOptional, {"thời gian hoàn thành", "due"}),
      key<&Row::targets>("targets", kOptional,
                         {"chỉ tiêu của phường", "targets of the ward's own"}),
      key<&Row::reference>("reference", kOptional,
                           {"số ở ngoài để so sánh", "figure from outside to compare with"}),
      key<&Row::note>("note", kOptional, {"ghi chú", "note"}),
      Key<Row>{"updates", kOptional, {"các lần xét", "history"}, load_updates<RowKind::content>},
  };
  return kFields;
}

}  // namespace wardplan
