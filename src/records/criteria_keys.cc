// The keys of criteria and their lists: one line a key.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kReferenceKeys = {
    must_exact<&Reference::value>("value", {"số để so sánh", "figure to compare with"}),
    may<&Reference::source>("source", {"nguồn của số ấy", "where it is from"}),
};

constexpr std::array kRoundKeys = {
    must_exact<&Round::number>("number", {"số hoặc tên đợt", "number or name of the round"}),
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

constexpr std::array kCarriedKeys = {
    must_exact<&Carried::plan>(
        "plan", {"tệp của hồ sơ ấy, tính từ thư mục này", "file of that record, from this folder"}),
    must_exact<&Carried::row>("row", {"địa chỉ của việc ở đó", "address of its item"}),
    may<&Carried::target>("target", {"tên chỉ tiêu, nếu việc có nhiều",
                                     "name of the item's target, where it has several"}),
};

constexpr std::array kWardGroupKeys = {
    must_exact<&WardGroup::id>("id", {"mã ngắn", "short id"}),
    must<&WardGroup::name>("name", {"tên nhóm", "name of the group"}),
    may<&WardGroup::pass>("pass", {"điểm phải đạt của nhóm, khi khác mức chung",
                                   "points to pass, where it isn't the list's"}),
};

constexpr std::array kDeductionKeys = {
    must_exact<&Deduction::id>("id", {"mã ngắn", "short id"}),
    must<&Deduction::title>("title", {"lỗi gì", "what it is for"}),
    may<&Deduction::points>("points", {"điểm trừ mỗi lần", "points off, each time"}),
    may<&Deduction::percent>(
        "percent", {"hoặc phần trăm kết quả trừ mỗi lần", "or per cent of the result, each time"}),
    may<&Deduction::note>("note", {"ghi chú", "note"}),
};

constexpr std::array kBandKeys = {
    must<&Band::from>("from", {"từ bao nhiêu điểm", "from so many points on"}),
    must<&Band::name>("name", {"xếp loại gì", "what the result is called"}),
};

constexpr std::array kConditionKeys = {
    must_exact<&Condition::id>("id", {"mã ngắn", "short id"}),
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
    must_exact<&Catalogue::id>("id", {"mã bộ tiêu chí", "id of the list"}),
    must<&Catalogue::name>("name", {"tên bộ tiêu chí", "name of the list"}),
    may<&Catalogue::source>("source", {"văn bản ban hành", "issued with"}),
    may<&Catalogue::from>("from", {"áp dụng từ ngày", "in force from"}),
    may<&Catalogue::until>("until", {"áp dụng đến hết ngày", "in force until"}),
    may<&Catalogue::note>("note", {"ghi chú", "note"}),
    may<&Catalogue::groups>("groups", {"các nhóm xã, phường có mức riêng",
                                       "groups of wards with thresholds of their own"}),
    may<&Catalogue::points>("points", {"tổng điểm tối đa", "most points of all"}),
    may<&Catalogue::weight>("weight", {"tổng trọng số", "what the weights add up to"}),
    may<&Catalogue::pass>("pass", {"điểm phải đạt", "points to pass"}),
    must_list<&Catalogue::rows, catalogue_row_keys>(
        "rows", {"các tiêu chí và nội dung", "groups and contents"}),
    may<&Catalogue::conditions>("conditions", {"điều kiện công nhận", "conditions of recognition"}),
    may<&Catalogue::deductions>("deductions", {"các lỗi bị trừ điểm", "what takes points off"}),
    may<&Catalogue::bands>("bands", {"các mức xếp loại theo điểm", "what results are called"}),
    may<&Catalogue::authorities>("authorities",
                                 {"nơi đăng ký và công nhận", "who registers, recognises"}),
    may<&Catalogue::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kCatalogueRowKeys = {
    must_exact<&Row::number>("number", {"số thứ tự", "number"}),
    may<&Row::heading>("heading", {"tên tiêu chí", "name of a group"}),
    may<&Row::declares>("declares",
                        {"số nội dung văn bản tự khai", "count stated by the document"}),
    may<&Row::title>("title", {"nội dung", "text of a content"}),
    may_list<&Row::targets, catalogue_target_keys>(
        "targets", {"ngưỡng mà văn bản nêu", "thresholds that the text states"}),
    may<&Row::measured>("measured", {"đơn vị của số mà văn bản không nêu",
                                     "unit of a figure that the text doesn't state"}),
    may<&Row::points>("points", {"điểm tối đa", "most points"}),
    may<&Row::weight>("weight", {"trọng số", "weight"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
};

constexpr std::array kCatalogueTargetKeys = {
    may<&Target::name>("name", {"đo cái gì", "what is measured"}),
    may_exact<&Target::group>("group", {"nhóm mà ngưỡng này áp dụng; bỏ trống: mọi nhóm",
                                        "its group of wards; all without"}),
    may<&Target::goal>("goal", {"ngưỡng", "threshold"}),
    may_exact<&Target::compare>("compare",
                                {"`>=`, `>`, `<=`, `<` so với `with`", "`>=`, `>`, `<=` or `<`"}),
    may<&Target::with>("with", {"so với số nào ở ngoài", "which figure from outside"}),
};

constexpr std::array kCriteriaKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must_exact<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    must_exact<&Plan::catalogue_id>("catalogue", {"mã bộ tiêu chí", "id of the list"}),
    may_exact<&Plan::group>("group", {"phường thuộc nhóm nào của bộ tiêu chí",
                                      "which of the list's groups the ward is in"}),
    must<&Plan::year>("year", {"năm", "year"}),
    must<&Plan::title>("title", {"tên biểu", "title of the table"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    must<&Plan::rounds>("rounds", {"các đợt kiểm tra", "rounds of judging"}),
    may<&Plan::registration>("registration", {"đăng ký xây dựng", "the ward's registration"}),
    may<&Plan::recognised>("recognised", {"các lần được công nhận", "recognitions given"}),
    may<&Plan::columns>("columns", {"các cột của biểu, theo thứ tự", "columns in their order"}),
    may<&Plan::document>("document",
                         {"văn bản mà biểu kèm theo", "document that it is annexed to"}),
    must_list<&Plan::rows, criteria_row_keys>("rows",
                                              {"các tiêu chí và nội dung", "groups and contents"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của báo cáo", "head of reports"}),
    may_list<&Plan::dates, date_keys>("reporting",
                                      {"các báo cáo phải gửi", "reports that are to be sent"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kCriteriaRowKeys = {
    must_exact<&Row::number>(
        "number", {"số của nội dung, hoặc mã điều kiện", "number of the content, or id"}),
    may<&Row::wording>("title", {"nội dung như biểu của phường ghi, khi khác bộ tiêu chí",
                                 "text as the ward's table has it, where the list has another"}),
    may<&Row::solution>("solution", {"giải pháp", "what is done for it"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị thực hiện", "lead units"}),
    may<&Row::support>("support", {"đơn vị phối hợp", "supporting units"}),
    may<&Row::due>("due", {"thời gian hoàn thành", "due"}),
    may<&Row::deadline>("deadline",
                        {"ngày đến hạn, khi `due` không nói", "last day, where `due` names none"}),
    may<&Row::targets>("targets", {"chỉ tiêu của phường", "targets of the ward's own"}),
    may<&Row::reference>("reference",
                         {"số ở ngoài để so sánh", "figure from outside to compare with"}),
    may<&Row::carried>("carried", {"kết quả lấy từ chỉ tiêu của kế hoạch nào",
                                   "the plan's target that the figure is taken from"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may<&Row::cells>("cells", {"ô ở cột riêng của biểu", "texts in the table's own columns"}),
    may_list<&Row::updates, update_keys<RowKind::content>>("updates", {"các lần xét", "history"}),
};

}  // namespace

std::span<const Key<Reference>> keys_of(Reference*) { return kReferenceKeys; }
std::span<const Key<Round>> keys_of(Round*) { return kRoundKeys; }
std::span<const Key<Registration>> keys_of(Registration*) { return kRegistrationKeys; }
std::span<const Key<Recognition>> keys_of(Recognition*) { return kRecognitionKeys; }
std::span<const Key<Condition>> keys_of(Condition*) { return kConditionKeys; }
std::span<const Key<Authority>> keys_of(Authority*) { return kAuthorityKeys; }
std::span<const Key<Carried>> keys_of(Carried*) { return kCarriedKeys; }
std::span<const Key<WardGroup>> keys_of(WardGroup*) { return kWardGroupKeys; }
std::span<const Key<Deduction>> keys_of(Deduction*) { return kDeductionKeys; }
std::span<const Key<Band>> keys_of(Band*) { return kBandKeys; }
std::span<const Key<Catalogue>> keys_of(Catalogue*) { return kCatalogueKeys; }
std::span<const Key<Row>> catalogue_row_keys() { return kCatalogueRowKeys; }
std::span<const Key<Target>> catalogue_target_keys() { return kCatalogueTargetKeys; }
std::span<const Key<Plan>> criteria_keys() { return kCriteriaKeys; }
std::span<const Key<Row>> criteria_row_keys() { return kCriteriaRowKeys; }

}  // namespace wardplan
