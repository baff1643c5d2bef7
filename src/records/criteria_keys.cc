// The keys of criteria and of their lists: one line a key.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kReferenceKeys = {
    must<&Reference::value>("value", {"số để so sánh", "figure to compare with"}),
    may<&Reference::source>("source", {"nguồn của số ấy", "where it is from"}),
};

constexpr std::array kRoundKeys = {
    must<&Round::number>("number", {"số hoặc tên đợt", "number or name of the round"}),
    must<&Round::when>("when", {"thời gian kiểm tra", "when it is held"}),
};

constexpr std::array kRegistrationKeys = {
    must<&Registration::date>("date", {"ngày đăng ký", "date"}),
    may<&Registration::applies>("applies",
                                {"`first`: lần đầu, `again`: công nhận lại", "`first` or `again`"}),
    may<&Registration::evidence>("evidence", {"văn bản đăng ký", "document"}),
};

constexpr std::array kRecognitionKeys = {
    must<&Recognition::date>("date", {"ngày công nhận", "date"}),
    may<&Recognition::by>("by", {"cơ quan công nhận", "by whom"}),
    may<&Recognition::evidence>("evidence", {"quyết định", "decision"}),
};

constexpr std::array kConditionKeys = {
    must<&Condition::id>("id", {"mã ngắn", "short id"}),
    must<&Condition::title>("title", {"nội dung điều kiện", "what is asked"}),
    may<&Condition::counts>("counts",
                            {"đếm gì: `groups`, `contents`, `years`; bỏ trống: số được ghi",
                             "`groups`, `contents`, `years`; without it a recorded figure"}),
    may<&Condition::applies>("applies", {"chỉ cho `first` (lần đầu) hay `again` (công nhận lại)",
                                         "only for `first` or `again`"}),
    must<&Condition::goal>("goal", {"mức phải đạt", "what is to be reached"}),
    may<&Condition::note>("note", {"ghi chú", "note"}),
};

constexpr std::array kAuthorityKeys = {
    must<&Authority::from>("from", {"từ ngày", "from that day on"}),
    may<&Authority::registers>("registers", {"nơi nhận đăng ký", "where wards register"}),
    may<&Authority::recognises>("recognises", {"nơi công nhận", "who recognises"}),
    may<&Authority::source>("source", {"theo văn bản", "by which document"}),
    may<&Authority::note>("note", {"ghi chú", "note"}),
};

constexpr std::array kCatalogueKeys = {
    must<&Catalogue::kind>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Catalogue::format>("format", {"phiên bản định dạng", "version of the format"}),
    must<&Catalogue::id>("id", {"mã bộ tiêu chí", "id of the list"}),
    must<&Catalogue::name>("name", {"tên bộ tiêu chí", "name of the list"}),
    may<&Catalogue::source>("source", {"văn bản ban hành", "issued with"}),
    may<&Catalogue::note>("note", {"ghi chú", "note"}),
    must_list<&Catalogue::rows, catalogue_row_keys>(
        "rows", {"các tiêu chí và nội dung", "groups and contents"}),
    may<&Catalogue::conditions>("conditions", {"điều kiện công nhận", "conditions of recognition"}),
    may<&Catalogue::authorities>("authorities",
                                 {"nơi đăng ký và công nhận", "who registers, recognises"}),
    may<&Catalogue::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kCatalogueRowKeys = {
    must<&Row::number>("number", {"số thứ tự", "number"}),
    may<&Row::heading>("heading", {"tên tiêu chí", "name of a group"}),
    may<&Row::declares>("declares",
                        {"số nội dung văn bản tự khai", "count stated by the document"}),
    may<&Row::title>("title", {"nội dung", "text of a content"}),
    may_list<&Row::targets, catalogue_target_keys>(
        "targets", {"ngưỡng mà văn bản nêu", "thresholds that the text states"}),
    may<&Row::measured>("measured", {"đơn vị của số mà văn bản không nêu",
                                     "unit of a figure that the text doesn't state"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
};

constexpr std::array kCatalogueTargetKeys = {
    may<&Target::name>("name", {"đo cái gì", "what is measured"}),
    may<&Target::goal>("goal", {"ngưỡng", "threshold"}),
    may<&Target::compare>("compare",
                          {"`>=`, `>`, `<=`, `<` so với `with`", "`>=`, `>`, `<=` or `<`"}),
    may<&Target::with>("with", {"so với số nào ở ngoài", "which figure from outside"}),
};

constexpr std::array kCriteriaKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    must<&Plan::catalogue_id>("catalogue", {"mã bộ tiêu chí", "id of the list"}),
    must<&Plan::year>("year", {"năm", "year"}),
    must<&Plan::title>("title", {"tên biểu", "title of the table"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    must<&Plan::rounds>("rounds", {"các đợt kiểm tra", "rounds of judging"}),
    may<&Plan::registration>("registration", {"đăng ký xây dựng", "the ward's registration"}),
    may<&Plan::recognised>("recognised", {"các lần được công nhận", "recognitions given"}),
    must_list<&Plan::rows, criteria_row_keys>("rows",
                                              {"các tiêu chí và nội dung", "groups and contents"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của báo cáo", "head of reports"}),
    may_list<&Plan::dates, date_keys>("reporting",
                                      {"các báo cáo phải gửi", "reports that are to be sent"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kCriteriaRowKeys = {
    must<&Row::number>("number",
                       {"số của nội dung, hoặc mã điều kiện", "number of the content, or id"}),
    may<&Row::solution>("solution", {"giải pháp", "what is done for it"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị thực hiện", "lead units"}),
    may<&Row::support>("support", {"đơn vị phối hợp", "supporting units"}),
    may<&Row::due>("due", {"thời gian hoàn thành", "due"}),
    may<&Row::targets>("targets", {"chỉ tiêu của phường", "targets of the ward's own"}),
    may<&Row::reference>("reference",
                         {"số ở ngoài để so sánh", "figure from outside to compare with"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::content>>("updates", {"các lần xét", "history"}),
};

}  // namespace

std::span<const Key<Reference>> keys_of(Reference*) { return kReferenceKeys; }
std::span<const Key<Round>> keys_of(Round*) { return kRoundKeys; }
std::span<const Key<Registration>> keys_of(Registration*) { return kRegistrationKeys; }
std::span<const Key<Recognition>> keys_of(Recognition*) { return kRecognitionKeys; }
std::span<const Key<Condition>> keys_of(Condition*) { return kConditionKeys; }
std::span<const Key<Authority>> keys_of(Authority*) { return kAuthorityKeys; }
std::span<const Key<Catalogue>> keys_of(Catalogue*) { return kCatalogueKeys; }
std::span<const Key<Row>> catalogue_row_keys() { return kCatalogueRowKeys; }
std::span<const Key<Target>> catalogue_target_keys() { return kCatalogueTargetKeys; }
std::span<const Key<Plan>> criteria_keys() { return kCriteriaKeys; }
std::span<const Key<Row>> criteria_row_keys() { return kCriteriaRowKeys; }

}  // namespace wardplan
