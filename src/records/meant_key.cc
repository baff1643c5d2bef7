#include "records/meant_key.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr MeantKey kKeys[] = {
    {"number", "no, stt, tt, số, số tt, số thứ tự, thứ tự, số hiệu, số tờ trình, đợt"},
    {"date", "on, ngày, ngày ghi nhận, ngày cập nhật, ngày đăng ký, ngày công nhận, ngày trình"},
    {"title",
     "nội dung, nội dung công việc, nội dung chỉ tiêu, nhiệm vụ, tên nhiệm vụ, việc, công việc, "
     "tên việc, tiêu đề, tên biểu, tên kế hoạch, tên văn bản, tên mô hình, tên"},
    {"name", "tên, họ tên, họ và tên, tên phường, tên đơn vị, tên chỉ tiêu, tên lĩnh vực"},
    {"group", "nhóm, loại, đối tượng, tập thể cá nhân"},
    {"groups", "nhóm, các nhóm"},
    {"heading", "mục, đề mục, tên mục, tên đề mục, phần, nhóm, tiêu chí, tên tiêu chí"},
    {"declares", "tự khai, số lượng, tổng số"},
    {"leader", "lãnh đạo, lãnh đạo phụ trách, lãnh đạo chỉ đạo, người phụ trách, phụ trách"},
    {"lead",
     "chủ trì, đơn vị chủ trì, cơ quan chủ trì, đơn vị thực hiện, thực hiện, đơn vị gửi, đơn vị"},
    {"support", "phối hợp, đơn vị phối hợp, cơ quan phối hợp"},
    {"start", "bắt đầu, thời gian bắt đầu, ngày bắt đầu"},
    {"when", "thời gian, thời gian kiểm tra"},
    {"due",
     "hoàn thành, thời gian hoàn thành, ngày hoàn thành, thời hạn, thời hạn hoàn thành, hạn, hạn "
     "hoàn thành, hạn chót, gia hạn, gia hạn đến, thời gian, kết thúc, thời gian kết thúc"},
    {"deadline", "ngày đến hạn, đến hạn, ngày hết hạn, hết hạn"},
    {"product", "sản phẩm, sản phẩm đầu ra, kết quả đầu ra, đầu ra, output"},
    {"authority", "thẩm quyền, cấp có thẩm quyền, cấp quyết định, người quyết định"},
    {"basis", "căn cứ, căn cứ giao việc, văn bản giao việc, văn bản giao, văn bản chỉ đạo"},
    {"serves", "phục vụ, phục vụ chỉ tiêu, góp vào, góp vào chỉ tiêu, góp phần"},
    {"requires", "yêu cầu, phải rõ, phải có, sáu rõ, 6 rõ"},
    {"goal", "chỉ tiêu, mục tiêu, mức, mức phải đạt, ngưỡng"},
    {"targets", "chỉ tiêu, các chỉ tiêu, chỉ tiêu định lượng, mục tiêu, ngưỡng"},
    {"updates", "cập nhật, các cập nhật, các lần cập nhật, lịch sử"},
    {"statuses", "trạng thái, các trạng thái, trạng thái riêng"},
    {"counts_as", "tính là, được tính là, đếm là, được đếm là"},
    {"percent", "phần trăm, tỷ lệ hoàn thành"},
    {"waiting", "chờ, đang chờ, chờ ai"},
    {"obstacle", "vướng mắc, khó khăn, khó khăn vướng mắc, tồn tại"},
    {"allowed", "cho phép, người cho phép, cho gia hạn, người cho gia hạn"},
    {"from", "từ, từ ngày, ngày bắt đầu, áp dụng từ, hiệu lực từ"},
    {"until", "đến, đến ngày, đến hết, đến hết ngày, ngày kết thúc, hết hiệu lực"},
    {"successor", "người kế nhiệm, kế nhiệm, người tiếp nhận, đơn vị tiếp nhận"},
    {"successors", "nhập vào, phường tiếp nhận, đơn vị tiếp nhận"},
    {"predecessors", "nhập từ, tách từ, các phường cũ"},
    {"status", "trạng thái, tình trạng, tiến độ, kết luận"},
    {"value", "kết quả, kết quả đạt được, giá trị, số liệu, con số, số đạt được, số"},
    {"values", "các giá trị, các kết quả"},
    {"parts", "gồm, các phần"},
    {"reason", "lý do, vì sao"},
    {"note", "ghi chú, chú thích, kết quả cụ thể, kết quả, lý do"},
    {"evidence", "minh chứng, tài liệu minh chứng, tài liệu, căn cứ, văn bản, báo cáo"},
    {"grade", "xếp loại, xếp loại chất lượng, chất lượng, đánh giá, đánh giá chất lượng"},
    {"issued", "căn cứ, văn bản, văn bản ban hành, ban hành, ban hành kèm theo"},
    {"document", "văn bản, văn bản kèm theo"},
    {"type", "loại, loại văn bản, tên loại"},
    {"about", "trích yếu, về việc"},
    {"bases", "căn cứ, các căn cứ"},
    {"opening", "mở đầu, lời mở đầu"},
    {"text", "nội dung, lời văn, đoạn, các đoạn"},
    {"closing", "kết, câu kết, kết thúc"},
    {"cites", "văn bản, viện dẫn, văn bản viện dẫn"},
    {"forms", "mẫu, các mẫu, biểu mẫu, mẫu kèm theo"},
    {"events", "sự kiện, các sự kiện"},
    {"rebuilt_from", "dựng lại từ, dựng lại, theo báo cáo"},
    {"source", "nguồn, nguồn số liệu, căn cứ, văn bản, theo văn bản"},
    {"round", "đợt, đợt kiểm tra, lần, kỳ"},
    {"rounds", "đợt, các đợt, đợt kiểm tra, các đợt kiểm tra"},
    {"solution", "giải pháp, biện pháp"},
    {"ward", "phường, xã, đơn vị hành chính"},
    {"year", "năm, năm kế hoạch"},
    {"kind", "loại, loại hồ sơ"},
    {"format", "định dạng, phiên bản"},
    {"id", "mã, mã số, mã phường"},
    {"code", "mã, mã cảnh báo"},
    {"at", "địa chỉ, ở, tại"},
    {"rows", "dòng, các dòng, bảng, danh sách"},
    {"people", "người, cán bộ, lãnh đạo, danh mục người"},
    {"units", "đơn vị, các đơn vị, danh mục đơn vị"},
    {"aliases", "tên khác, viết tắt, tên viết tắt, cách viết khác"},
    {"role", "chức vụ, chức danh"},
    {"office", "chức vụ, chức danh"},
    {"accepted", "để nguyên, chấp nhận"},
    {"catalogue", "bộ tiêu chí, mã bộ tiêu chí"},
    {"conditions", "điều kiện, các điều kiện"},
    {"points", "điểm, điểm tối đa, số điểm, tổng điểm"},
    {"weight", "trọng số, hệ số"},
    {"pass", "điểm đạt, điểm phải đạt, mức đạt"},
    {"deductions", "điểm trừ, trừ điểm, các lỗi"},
    {"bands", "xếp loại, các mức, mức xếp loại"},
    {"score", "điểm, điểm chấm, điểm được chấm"},
    {"self_score", "tự chấm, điểm tự chấm, tự đánh giá"},
    {"carried", "lấy từ, số lấy từ"},
    {"registration", "đăng ký"},
    {"registered", "đăng ký, ngày đăng ký"},
    {"recognised", "công nhận, được công nhận"},
    {"published", "công khai, ngày công khai"},
    {"reporting", "báo cáo, các báo cáo, chế độ báo cáo"},
    {"dates", "mốc, các mốc, mốc thời gian"},
    {"sums", "cộng dồn, lũy kế, các kỳ"},
    {"to", "nơi nhận, gửi"},
    {"fields", "lĩnh vực, các lĩnh vực"},
    {"levels", "cấp, các cấp, cấp khen thưởng"},
    {"models", "mô hình, các mô hình"},
    {"by", "tập thể, cá nhân, người đăng ký, cơ quan công nhận"},
    {"submission", "tờ trình"},
    {"situation", "thực trạng, tình hình, lý do, lý do chọn, sự cần thiết"},
    {"aim", "mục tiêu, mục đích"},
    {"method", "cách làm, cách thức, cách thức thực hiện, nội dung và cách thực hiện, biện pháp"},
    {"forces", "lực lượng, lực lượng thực hiện"},
    {"means", "nguồn lực, kinh phí"},
    {"time", "thời gian, thời gian thực hiện"},
    {"expected", "sản phẩm, kết quả dự kiến, sản phẩm dự kiến, hiệu quả dự kiến"},
    {"upkeep", "duy trì, nhân rộng, duy trì nhân rộng"},
    {"continued_from", "tiếp nối, tiếp nối từ, tiếp nối từ năm, tiếp tục từ năm"},
    {"proposed", "đề nghị, đề nghị khen, đề nghị khen thưởng"},
    {"cutoff", "ngày chốt, chốt số liệu"},
    {"issuer", "cơ quan ban hành"},
    {"symbol", "ký hiệu, chữ viết tắt, số ký hiệu, số và ký hiệu"},
    {"signs_for", "quyền hạn, quyền hạn ký, thẩm quyền ký, thay mặt, ký thay, tm, kt"},
    {"signer", "người ký, họ tên người ký"},
    {"recipients", "nơi nhận, các nơi nhận"},
    {"parent", "cơ quan cấp trên, cấp trên"},
    {"lang", "language, ngôn ngữ, tiếng"},
    {"soon", "sắp đến hạn, số ngày sắp đến hạn"},
    {"layout", "bố cục, khổ"},
    {"templates", "template, mẫu, các mẫu, mẫu in, mẫu riêng"},
    {"severities", "severity, mức, mức độ"},
    {"severity", "mức, mức độ, level"},
    {"path", "tệp, đường dẫn, thư mục, file, files, paths"},
    {"paths", "tệp, các tệp, đường dẫn, thư mục, path"},
    {"output", "thư mục, folder, nơi ghi"},
    {"place", "địa danh, nơi, địa điểm, địa điểm thực hiện, đối tượng, địa bàn"},
};

std::string word_key(std::string_view word) {
  std::string plain(word);
  std::ranges::replace_if(
      plain, [](char c) { return c == '_' || c == '-'; }, ' ');
  return fold_bare(plain);
}

bool has_word(std::string_view words, std::string_view key) {
  return std::ranges::any_of(split(words, ","),
                             [&](std::string_view word) { return word_key(word) == key; });
}

}  // namespace

std::span<const MeantKey> meant_keys() { return kKeys; }

std::optional<std::string> meant_key(std::string_view seen, const std::vector<std::string>& known) {
  const std::string typed = word_key(seen);
  for (const MeantKey& meant : kKeys)
    if (has_word(meant.words, typed) && std::ranges::find(known, meant.key) != known.end())
      return std::string(meant.key);
  return std::nullopt;
}

}  // namespace wardplan
