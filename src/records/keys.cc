// The keys of all records: one line a key.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kAcceptanceKeys = {
    must_exact<&Acceptance::code>(
        "code", {"mã cảnh báo, một hay nhiều", "code of the warning, or several"}),
    may_exact<&Acceptance::at>(
        "at", {"địa chỉ dòng hoặc mã trong danh mục", "address of the row, or id"}),
    must<&Acceptance::reason>("reason", {"vì sao để nguyên", "why it stays"}),
};

constexpr std::array kPersonKeys = {
    must_exact<&Registered::id>("id", {"mã ngắn", "short id"}),
    must<&Registered::name>("name", {"họ tên", "full name"}),
    may<&Registered::role>("role", {"chức vụ", "office"}),
    may<&Registered::aliases>("aliases", {"cách viết khác", "other spellings"}),
    may<&Registered::from>("from", {"ngày bắt đầu giữ việc", "first day in office"}),
    may<&Registered::until>("until", {"ngày cuối giữ việc", "last day in office"}),
    may<&Registered::successors>(
        "successor", {"mã người tiếp nhận, một hay nhiều", "id of who takes over, or several"}),
};

constexpr std::array kUnitKeys = {
    must_exact<&Registered::id>("id", {"mã ngắn", "short id"}),
    must<&Registered::name>("name", {"tên đơn vị", "name"}),
    may<&Registered::aliases>("aliases", {"cách viết khác", "other spellings"}),
    may<&Registered::from>("from", {"ngày lập", "first day"}),
    may<&Registered::until>("until", {"ngày cuối, trước khi nhập, tách hay giải thể",
                                      "last day, before it merged, split or ended"}),
    may<&Registered::successors>("successor", {"mã đơn vị tiếp nhận, một hay nhiều",
                                               "id of the unit that takes over, or several"}),
};

constexpr std::array kWardStatusKeys = {
    must_exact<&WardStatus::id>("id", {"mã ngắn, ghi ở `status`", "short id, as `status` has it"}),
    must<&WardStatus::name>("name", {"chữ được in: `đề xuất`, `trình ký`", "word that is printed"}),
    must<&WardStatus::counts_as>(
        "counts_as", {"được đếm là: `not-started`, `in-progress`, `done`, `paused`, `cancelled`",
                      "what it is counted as: `not-started`, `in-progress`, `done`, `paused` or "
                      "`cancelled`"}),
};

constexpr std::array kWardKeys = {
    must<&Ward::kind>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Ward::format>("format", {"phiên bản định dạng", "version of the format"}),
    must_exact<&Ward::id>("id", {"mã phường", "id of the ward"}),
    must<&Ward::name>("name", {"tên phường", "name of the ward"}),
    may<&Ward::honorific>("honorific", {"chữ đứng trước tên người khi in", "printed before names"}),
    may<&Ward::cutoff>("cutoff",
                       {"ngày chốt số liệu của kỳ báo cáo", "day that reporting periods end"}),
    may<&Ward::groups>("groups",
                       {"phường thuộc đâu, theo khóa tùy ý", "what it belongs to, by any key"}),
    may<&Ward::from>("from", {"ngày lập phường", "first day of the ward"}),
    may<&Ward::until>(
        "until", {"ngày cuối, trước khi nhập hay tách", "last day, before it merged or split"}),
    may_exact<&Ward::successors>("successors",
                                 {"mã các phường tiếp nhận", "ids of what it became"}),
    may_exact<&Ward::predecessors>("predecessors", {"mã các phường đã nhập vào hay đã tách ra nó",
                                                    "ids of what it was made of"}),
    may<&Ward::statuses>("statuses", {"trạng thái riêng của phường", "its own statuses"}),
    may<&Ward::people>("people", {"danh mục người", "people"}),
    may_list<&Ward::units, unit_keys>("units", {"danh mục đơn vị", "units"}),
    may<&Ward::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kTargetKeys = {
    may<&Target::name>("name", {"đo cái gì", "what is measured"}),
    must<&Target::goal>("goal", {"mức phải đạt", "what is to be reached"}),
};

constexpr std::array kRowKeys = {
    must_exact<&Row::number>("number", {"số thứ tự như bản ban hành", "number as issued"}),
    may<&Row::heading>("heading", {"tên đề mục", "text of a heading"}),
    may<&Row::declares>("declares", {"số lượng văn bản tự khai", "count stated by the document"}),
    may<&Row::title>("title", {"nội dung việc", "text of an item"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị chủ trì", "lead units"}),
    may<&Row::support>("support", {"đơn vị phối hợp", "supporting units"}),
    may<&Row::start>("start", {"thời gian bắt đầu", "start"}),
    may<&Row::due>("due", {"thời gian hoàn thành", "due"}),
    may<&Row::deadline>("deadline",
                        {"ngày đến hạn, khi `due` không nói", "last day, where `due` names none"}),
    may<&Row::product>("product", {"sản phẩm phải có", "what is to come of it"}),
    may<&Row::authority>("authority", {"cấp có thẩm quyền quyết định", "who decides on it"}),
    may<&Row::basis>("basis", {"văn bản giao việc", "document that assigned it"}),
    may<&Row::serves>("serves",
                      {"góp vào chỉ tiêu nào: địa chỉ trong kế hoạch này, hay `mã/địa chỉ` "
                       "của kế hoạch cấp trên",
                       "the targets that it is done for: addresses of this plan, or "
                       "`id/address` of a plan above"}),
    may<&Row::targets>("targets", {"chỉ tiêu định lượng", "targets"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may<&Row::cells>("cells", {"ô ở cột riêng của biểu", "texts in the table's own columns"}),
    may_list<&Row::updates, update_keys<RowKind::item>>("updates", {"các lần cập nhật", "history"}),
};

constexpr std::array kPlanColumnKeys = {
    must_exact<&PlanColumn::id>("id", {"cột nào, hoặc mã cột riêng", "which column, or an own id"}),
    may<&PlanColumn::title>("title", {"đầu cột như bản ban hành", "heading as issued"}),
};

constexpr std::array kPlanKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must_exact<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    may_exact<&Plan::id>("id", {"mã để kế hoạch khác nêu chỉ tiêu của nó",
                                "id by which other plans name its targets"}),
    must<&Plan::year>("year", {"năm kế hoạch", "year of the plan"}),
    must<&Plan::title>("title", {"tên biểu", "title of the table"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    may<&Plan::rebuilt_from>("rebuilt_from",
                             {"dựng lại từ báo cáo nào, khi không có biểu ban hành",
                              "report it was rebuilt from, without the issued table"}),
    may<&Plan::required>("requires", {"mỗi việc phải rõ những gì: `leader`, `title`, `due`, "
                                      "`lead`, `product`, `authority`, `basis`, `allowed`",
                                      "what each item must say: `leader`, `title`, `due`, `lead`, "
                                      "`product`, `authority`, `basis`, `allowed`"}),
    may<&Plan::columns>("columns", {"các cột của biểu, theo thứ tự", "columns in their order"}),
    may<&Plan::document>("document",
                         {"văn bản mà biểu kèm theo", "document that it is annexed to"}),
    must<&Plan::rows>("rows", {"các dòng của biểu", "rows of the table"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của báo cáo", "head of reports"}),
    may_list<&Plan::dates, date_keys>("reporting",
                                      {"các báo cáo phải gửi", "reports that are to be sent"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kDateKeys = {
    must_exact<&Row::number>("id", {"mã ngắn", "short id"}),
    must<&Row::title>("title", {"phải gửi gì, làm gì", "what is to be sent or done"}),
    may<&Row::to>("to", {"nơi nhận", "whom it goes to"}),
    may<&Row::leader>("leader", {"lãnh đạo phụ trách", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị gửi", "units that send it"}),
    may<&Row::due>("due", {"thời hạn, một hay nhiều lần; phải có nếu không có `targets`",
                           "when, once or often; must be there without `targets`"}),
    may<&Row::deadline>("deadline",
                        {"ngày đến hạn, khi `due` không nói", "last day, where `due` names none"}),
    may<&Row::targets>("targets", {"số phải đạt, của yêu cầu mà biểu không có",
                                   "what is to be reached, of a requirement beside the table"}),
    may<&Row::closes>("closes", {"của phong trào: hết hạn đăng ký, hay hạn kết quả",
                                 "of a movement: closes registration, or results"}),
    may<&Row::sums>("sums", {"báo cáo cộng dồn những kỳ nào: `month`, `quarter`, `half-year`, "
                             "`nine-months`, `year`",
                             "the periods that it gives the sums of: `month`, `quarter`, "
                             "`half-year`, `nine-months`, `year`"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::report_day>>("updates",
                                                              {"các lần đã gửi", "history"}),
};

// Movements and their models.

constexpr std::array kModelFieldKeys = {
    must_exact<&ModelField::id>("id", {"mã ngắn", "short id"}),
    must<&ModelField::name>("name", {"tên lĩnh vực", "name of the field"}),
    may<&ModelField::column>("column",
                             {"có cột trong mẫu hay không", "whether forms have its column"}),
};

constexpr std::array kLevelKeys = {
    must_exact<&Level::id>("id", {"mã ngắn", "short id"}),
    must<&Level::name>("name", {"tên cấp khen thưởng", "name of the level"}),
};

constexpr std::array kSubmissionKeys = {
    must_exact<&Submission::number>("number", {"số tờ trình", "number of the submission"}),
    must<&Submission::date>("date", {"ngày trình", "its date"}),
};

constexpr std::array kLetterheadKeys = {
    may<&Letterhead::parent>("parent", {"cơ quan cấp trên", "body above"}),
    must<&Letterhead::issuer>("issuer", {"cơ quan ban hành", "issuing body"}),
    may_exact<&Letterhead::symbol>(
        "symbol", {"chữ viết tắt tên cơ quan trong số văn bản, nếu tên không nói: `VPĐU`",
                   "the issuer in symbols of documents, where its name doesn't say it"}),
    must<&Letterhead::place>("place", {"địa danh", "place"}),
    may<&Letterhead::signs_for>(
        "signs_for", {"quyền hạn ký, mỗi dòng một mục: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, "
                      "`T/M BAN THƯỜNG VỤ`",
                      "by what right it is signed, a line each"}),
    may<&Letterhead::office>("office", {"chức vụ người ký: `CHỦ TỊCH`", "the signer's office"}),
    may<&Letterhead::signer>("signer", {"họ tên người ký", "who signs"}),
    may<&Letterhead::recipients>(
        "recipients", {"nơi nhận, mỗi nơi một mục; có mục `Lưu …` thì thay dòng lưu in sẵn",
                       "who gets it, one each; `Lưu …` is where the copy stays"}),
};

constexpr std::array kMovementKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must_exact<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    must<&Plan::year>("year", {"năm", "year"}),
    must<&Plan::movement, &Movement::name>("name", {"tên phong trào", "name of the movement"}),
    must<&Plan::title>("title", {"tên văn bản", "title"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của các mẫu", "head of the forms"}),
    must<&Plan::movement, &Movement::fields>("fields", {"các lĩnh vực", "fields of models"}),
    may<&Plan::movement, &Movement::levels>("levels",
                                            {"các cấp khen thưởng", "levels that commend"}),
    may<&Plan::document>("document",
                         {"văn bản mà biểu kèm theo", "document that it is annexed to"}),
    may_list<&Plan::dates, date_keys>("dates", {"các mốc của phong trào", "dates of the movement"}),
    must_list<&Plan::rows, model_row_keys>("models", {"các mô hình", "models"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kModelRowKeys = {
    must_exact<&Row::number>("id", {"mã ngắn", "short id"}),
    must<&Row::title>("title", {"tên mô hình", "name of the model"}),
    must<&Row::model, &Model::by>("by", {"tên tập thể, cá nhân", "who registers it"}),
    may<&Row::model, &Model::office>(
        "office", {"chức vụ, đơn vị của cá nhân", "an individual's office, unit"}),
    must<&Row::model, &Model::group>("group", {"tập thể hay cá nhân", "collective or individual"}),
    may<&Row::model, &Model::fields>("fields", {"lĩnh vực", "fields"}),
    may<&Row::model, &Model::registered>("registered", {"ngày đăng ký", "registered on"}),
    may<&Row::model, &Model::published>("published",
                                        {"ngày công khai trên cổng", "published on the portal on"}),
    may<&Row::model, &Model::submission>("submission",
                                         {"tờ trình bổ sung", "submission, where it arose later"}),
    may<&Row::model, &Model::sample>("sample", {"là ví dụ", "made up as a sample"}),
    may<&Row::model, &Model::situation>("situation",
                                        {"thực trạng, lý do chọn", "situation and reason"}),
    may<&Row::model, &Model::aim>("aim", {"mục tiêu", "aim"}),
    may<&Row::model, &Model::method>("method", {"nội dung, cách làm", "what is done, and how"}),
    may<&Row::model, &Model::place>("place", {"địa điểm, đối tượng", "place and people"}),
    may<&Row::model, &Model::forces>("forces", {"lực lượng thực hiện", "who does it"}),
    may<&Row::model, &Model::means>("means", {"nguồn lực, kinh phí", "means and money"}),
    may<&Row::model, &Model::time>("time", {"thời gian thực hiện", "when it is done"}),
    may<&Row::model, &Model::expected>("expected",
                                       {"sản phẩm, kết quả dự kiến", "what is to come of it"}),
    may<&Row::model, &Model::upkeep>("upkeep",
                                     {"duy trì, nhân rộng", "how it is kept up and spread"}),
    may<&Row::model, &Model::continued_from>(
        "continued_from",
        {"tiếp nối từ năm nào", "the year in which it began, where it goes on from then"}),
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::model>>(
        "updates", {"kết quả, đề nghị khen thưởng", "history"}),
};

}  // namespace

std::span<const Key<Acceptance>> keys_of(Acceptance*) { return kAcceptanceKeys; }
std::span<const Key<Registered>> keys_of(Registered*) { return kPersonKeys; }
std::span<const Key<Registered>> unit_keys() { return kUnitKeys; }
std::span<const Key<WardStatus>> keys_of(WardStatus*) { return kWardStatusKeys; }
std::span<const Key<Ward>> keys_of(Ward*) { return kWardKeys; }
std::span<const Key<Target>> keys_of(Target*) { return kTargetKeys; }
std::span<const Key<Row>> keys_of(Row*) { return kRowKeys; }
std::span<const Key<Plan>> keys_of(Plan*) { return kPlanKeys; }
std::span<const Key<Row>> date_keys() { return kDateKeys; }
std::span<const Key<PlanColumn>> keys_of(PlanColumn*) { return kPlanColumnKeys; }
std::span<const Key<ModelField>> keys_of(ModelField*) { return kModelFieldKeys; }
std::span<const Key<Level>> keys_of(Level*) { return kLevelKeys; }
std::span<const Key<Submission>> keys_of(Submission*) { return kSubmissionKeys; }
std::span<const Key<Letterhead>> keys_of(Letterhead*) { return kLetterheadKeys; }
std::span<const Key<Plan>> movement_keys() { return kMovementKeys; }
std::span<const Key<Row>> model_row_keys() { return kModelRowKeys; }

}  // namespace wardplan
