// The keys of wards and plans: one line a key.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kAcceptanceKeys = {
    must<&Acceptance::code>("code", {"mã cảnh báo", "code of the warning"}),
    may<&Acceptance::at>("at",
                         {"địa chỉ dòng hoặc mã trong danh mục", "address of the row, or id"}),
    must<&Acceptance::reason>("reason", {"vì sao để nguyên", "why it stays"}),
};

constexpr std::array kPersonKeys = {
    must<&Person::id>("id", {"mã ngắn", "short id"}),
    must<&Person::name>("name", {"họ tên", "full name"}),
    may<&Person::role>("role", {"chức vụ", "office"}),
    may<&Person::aliases>("aliases", {"cách viết khác", "other spellings"}),
};

constexpr std::array kUnitKeys = {
    must<&Unit::id>("id", {"mã ngắn", "short id"}),
    must<&Unit::name>("name", {"tên đơn vị", "name"}),
    may<&Unit::aliases>("aliases", {"cách viết khác", "other spellings"}),
};

constexpr std::array kWardKeys = {
    must<&Ward::kind>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Ward::format>("format", {"phiên bản định dạng", "version of the format"}),
    must<&Ward::id>("id", {"mã phường", "id of the ward"}),
    must<&Ward::name>("name", {"tên phường", "name of the ward"}),
    may<&Ward::honorific>("honorific", {"chữ đứng trước tên người khi in", "printed before names"}),
    may<&Ward::cutoff>("cutoff",
                       {"ngày chốt số liệu của kỳ báo cáo", "day that reporting periods end"}),
    may<&Ward::groups>("groups",
                       {"phường thuộc đâu, theo khóa tùy ý", "what it belongs to, by any key"}),
    may<&Ward::people>("people", {"danh mục người", "people"}),
    may<&Ward::units>("units", {"danh mục đơn vị", "units"}),
    may<&Ward::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kTargetKeys = {
    may<&Target::name>("name", {"đo cái gì", "what is measured"}),
    must<&Target::goal>("goal", {"mức phải đạt", "what is to be reached"}),
};

constexpr std::array kRowKeys = {
    must<&Row::number>("number", {"số thứ tự như bản ban hành", "number as issued"}),
    may<&Row::heading>("heading", {"tên đề mục", "text of a heading"}),
    may<&Row::declares>("declares", {"số lượng văn bản tự khai", "count stated by the document"}),
    may<&Row::title>("title", {"nội dung việc", "text of an item"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị chủ trì", "lead units"}),
    may<&Row::support>("support", {"đơn vị phối hợp", "supporting units"}),
    may<&Row::start>("start", {"thời gian bắt đầu", "start"}),
    may<&Row::due>("due", {"thời gian hoàn thành", "due"}),
    may<&Row::targets>("targets", {"chỉ tiêu định lượng", "targets"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::item>>("updates", {"các lần cập nhật", "history"}),
};

constexpr std::array kPlanKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    must<&Plan::year>("year", {"năm kế hoạch", "year of the plan"}),
    must<&Plan::title>("title", {"tên biểu", "title of the table"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    must<&Plan::rows>("rows", {"các dòng của biểu", "rows of the table"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của báo cáo", "head of reports"}),
    may_list<&Plan::dates, date_keys>("reporting",
                                      {"các báo cáo phải gửi", "reports that are to be sent"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kDateKeys = {
    must<&Row::number>("id", {"mã ngắn", "short id"}),
    must<&Row::title>("title", {"phải gửi gì, làm gì", "what is to be sent or done"}),
    may<&Row::to>("to", {"nơi nhận", "whom it goes to"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị gửi", "units that send it"}),
    must<&Row::due>("due", {"thời hạn, một hay nhiều lần", "when, once or often"}),
    may<&Row::closes>("closes", {"của phong trào: hết hạn đăng ký, hay hạn kết quả",
                                 "of a movement: closes registration, or results"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::report_day>>("updates",
                                                              {"các lần đã gửi", "history"}),
};

}  // namespace

std::span<const Key<Acceptance>> keys_of(Acceptance*) { return kAcceptanceKeys; }
std::span<const Key<Person>> keys_of(Person*) { return kPersonKeys; }
std::span<const Key<Unit>> keys_of(Unit*) { return kUnitKeys; }
std::span<const Key<Ward>> keys_of(Ward*) { return kWardKeys; }
std::span<const Key<Target>> keys_of(Target*) { return kTargetKeys; }
std::span<const Key<Row>> keys_of(Row*) { return kRowKeys; }
std::span<const Key<Plan>> keys_of(Plan*) { return kPlanKeys; }
std::span<const Key<Row>> date_keys() { return kDateKeys; }

}  // namespace wardplan
