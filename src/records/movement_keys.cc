// The keys of movements and their models.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kModelFieldKeys = {
    must<&ModelField::id>("id", {"mã ngắn", "short id"}),
    must<&ModelField::name>("name", {"tên lĩnh vực", "name of the field"}),
    may<&ModelField::column>("column",
                             {"có cột trong mẫu hay không", "whether forms have its column"}),
};

constexpr std::array kLevelKeys = {
    must<&Level::id>("id", {"mã ngắn", "short id"}),
    must<&Level::name>("name", {"tên cấp khen thưởng", "name of the level"}),
};

constexpr std::array kSubmissionKeys = {
    must<&Submission::number>("number", {"số tờ trình", "number of the submission"}),
    must<&Submission::date>("date", {"ngày trình", "its date"}),
};

constexpr std::array kLetterheadKeys = {
    may<&Letterhead::parent>("parent", {"cơ quan cấp trên", "body above"}),
    must<&Letterhead::issuer>("issuer", {"cơ quan ban hành", "issuing body"}),
    must<&Letterhead::place>("place", {"địa danh", "place"}),
};

constexpr std::array kMovementKeys = {
    must<&Plan::kind_word>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Plan::format>("format", {"phiên bản định dạng", "version of the format"}),
    must<&Plan::ward_id>("ward", {"mã phường", "id of the ward"}),
    must<&Plan::year>("year", {"năm", "year"}),
    must<&Plan::movement, &Movement::name>("name", {"tên phong trào", "name of the movement"}),
    must<&Plan::title>("title", {"tên văn bản", "title"}),
    may<&Plan::issued>("issued", {"văn bản ban hành", "document issued with"}),
    may<&Plan::letterhead>("letterhead", {"phần đầu của các mẫu", "head of the forms"}),
    must<&Plan::movement, &Movement::fields>("fields", {"các lĩnh vực", "fields of models"}),
    may<&Plan::movement, &Movement::levels>("levels",
                                            {"các cấp khen thưởng", "levels that commend"}),
    may_list<&Plan::dates, date_keys>("dates", {"các mốc của phong trào", "dates of the movement"}),
    must_list<&Plan::rows, model_row_keys>("models", {"các mô hình", "models"}),
    may<&Plan::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
};

constexpr std::array kModelRowKeys = {
    must<&Row::number>("id", {"mã ngắn", "short id"}),
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
    may<&Row::note>("note", {"ghi chú", "note"}),
    may_list<&Row::updates, update_keys<RowKind::model>>(
        "updates", {"kết quả, đề nghị khen thưởng", "history"}),
};

}  // namespace

std::span<const Key<ModelField>> keys_of(ModelField*) { return kModelFieldKeys; }
std::span<const Key<Level>> keys_of(Level*) { return kLevelKeys; }
std::span<const Key<Submission>> keys_of(Submission*) { return kSubmissionKeys; }
std::span<const Key<Letterhead>> keys_of(Letterhead*) { return kLetterheadKeys; }
std::span<const Key<Plan>> movement_keys() { return kMovementKeys; }
std::span<const Key<Row>> model_row_keys() { return kModelRowKeys; }

}  // namespace wardplan
