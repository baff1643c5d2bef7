#include "cmd/init_texts.h"

#include <fmt/format.h>

#include "yaml/scalars.h"

namespace wardplan {
namespace {

std::string scalar(const std::string& text) { return yaml::scalar(text, false); }

/// The keys that every file of the ward begins with.
std::string head(const char* kind, const NewWard& ward) {
  return fmt::format("kind: {}\nformat: 1\nward: {}\n", kind, scalar(ward.id));
}

constexpr const char* kRegister =
    R"(# Danh mục của phường: các tệp khác gọi người và đơn vị bằng mã ở đây.
kind: ward
format: 1
id: {id}
name: {name}
# Chữ đứng trước tên người khi in, nếu có:
#   honorific: Đ/c
# Phường thuộc đâu, theo khóa tùy ý, để `wardplan summary --by` gộp theo:
#   groups: {{province: Hà Nội}}
# Mỗi người một dòng: mã ngắn không dấu, họ tên, chức vụ; `aliases` là cách viết khác trong văn bản. Xóa `[]` rồi gõ:
#   - {{id: an, name: Trần Văn An, role: PCT UBND, aliases: [T. V. An]}}
people: []
# Mỗi đơn vị một dòng. Xóa `[]` rồi gõ:
#   - {{id: vhxh, name: Bộ phận Văn hóa - Xã hội, aliases: [VHXH]}}
units: []
)";

constexpr const char* kPlan =
    R"(# Kế hoạch năm: mỗi dòng của biểu đã ban hành là một mục trong `rows`, đúng số và đúng chữ như văn bản.
# Có biểu Word, Excel, CSV thì không phải gõ: xóa tệp này rồi chạy
#   wardplan import BIỂU -o {year}-ke-hoach.yaml --ward {id} --year {year}
{head}year: {year}
title: {title}
# Văn bản ban hành, ghi đúng như dưới tên biểu:
#   issued: Ban hành kèm theo Kế hoạch số …/KH-UBND ngày …/…/{year} của UBND {name}
# Lời văn của văn bản quanh biểu (căn cứ, các mục, nơi nhận) thì gõ vào `document`, `import` chỉ lấy biểu; gõ rồi thì
# `wardplan document TỆP -o van-ban.docx` in cả văn bản để trình ký:
#   document:
#     symbol: 12/KH-UBND
#     date: {year}-01-20
#     about: Tên kế hoạch, như ở trích yếu
#     bases:
#       - {{document: Kế hoạch, symbol: 160-KH/TU, date: {year}-01-11, issuer: Thành ủy, about: trích yếu}}
#     opening: Ủy ban nhân dân phường ban hành kế hoạch như sau
#     text:
#       - {{number: I, heading: Mục tiêu}}
#       - {{number: "1", text: Trồng đủ cây, rows: I.1}}   # `rows`: dòng nào của biểu thực hiện đoạn này
#     closing: Trên đây là kế hoạch của phường
# Đề mục thì có `heading`, việc thì có `title`. `wardplan add TỆP --number 1 --title "…" --leader … --lead …` thêm một dòng;
# hoặc xóa `[]` rồi gõ như sau:
#   - number: I
#     heading: Các chỉ tiêu chủ yếu
#   - number: "1"
#     title: Tỷ lệ bao phủ bảo hiểm y tế
#     leader: an                  # mã người trong ward.yaml
#     lead: vhxh                  # mã đơn vị chủ trì; nhiều đơn vị: [vhxh, tdp]
#     support: [mttq]             # đơn vị phối hợp
#     start: Tháng 01/{year}
#     due: Tháng 12/{year}        # viết như văn bản: Quý I, Hàng tháng, Thường xuyên, Trước ngày 10/9/{year}
#     targets:
#       - {{goal: ">= 95%"}}       # chỉ tiêu định lượng
rows: []
)";

constexpr const char* kCriteria =
    R"(# Một năm theo bộ tiêu chí {list}: đủ mọi nội dung, chưa có ai phụ trách.
# Ở mỗi nội dung gõ thêm các khóa này (bỏ dấu # và thụt vào như `number`), hoặc dùng `wardplan amend TỆP 1.1 --leader … `:
#     solution: giải pháp của phường
#     leader: an                  # mã người trong ward.yaml
#     lead: vhxh                  # mã đơn vị thực hiện
#     support: [mttq]
#     due: Năm {year}
{head}catalogue: {list}
year: {year}
title: {title}
# Ngày phường đăng ký; `first` là lần đầu, `again` là công nhận lại:
#   registration: {{date: {year}-01-15, applies: first, evidence: Công văn số …}}
# Các đợt kiểm tra trong năm:
rounds:
  - {{number: "1", when: Tháng 5/{year}}}
  - {{number: "2", when: Tháng 11/{year}}}
rows:
)";

constexpr const char* kMovement =
    R"(# Phong trào thi đua “Dân vận khéo”. Lĩnh vực, cấp khen thưởng và các mốc dưới đây theo một kế hoạch đã ban hành:
# sửa cho đúng với kế hoạch của nơi mình.
{head}year: {year}
name: Dân vận khéo
title: Phong trào thi đua “Dân vận khéo” năm {year}
# Kế hoạch đã ban hành, và phần đầu của các mẫu in:
#   issued: Kế hoạch số …-KH/ĐU ngày …/…/{year} của Đảng ủy {name}
#   letterhead: {{parent: ĐẢNG BỘ …, issuer: ĐẢNG ỦY …, place: …}}
fields:
  - {{id: gpmb, name: GPMB}}
  - {{id: kinh-te, name: Kinh tế}}
  - {{id: do-thi, name: Chỉnh trang đô thị}}
  - {{id: moi-truong, name: Bảo vệ môi trường}}
  - {{id: van-hoa, name: Văn hóa xã hội}}
  - {{id: anqp, name: ANQP}}
levels:
  - {{id: dang-uy, name: Đảng ủy}}
dates:
  - {{id: dang-ky, title: Gửi danh sách mô hình đăng ký, due: Trước ngày 20/02/{year}, closes: registration}}
  - {{id: ket-qua, title: Gửi kết quả và đề xuất khen thưởng, due: Trước ngày 10/9/{year}, closes: results}}
# Mỗi mô hình một mục. `wardplan add TỆP --id … --title "…" --by "…" --group collective --field …` thêm một mô hình;
# hoặc xóa `[]` rồi gõ như sau:
#   - id: duong-hoa
#     title: Đường hoa kiểu mẫu
#     by: Tổ dân phố 5
#     group: collective           # tập thể; cá nhân là individual
#     fields: do-thi              # mã lĩnh vực ở trên
#     registered: {year}-02-10
#     published: {year}-02-25
models: []
)";

}  // namespace

std::string new_register(const NewWard& ward) {
  return fmt::format(fmt::runtime(kRegister), fmt::arg("id", scalar(ward.id)),
                     fmt::arg("name", scalar(ward.name)));
}

std::string new_plan(const NewWard& ward) {
  return fmt::format(
      fmt::runtime(kPlan), fmt::arg("head", head("plan", ward)), fmt::arg("id", ward.id),
      fmt::arg("year", ward.year), fmt::arg("name", ward.name),
      fmt::arg("title", scalar(fmt::format("Kế hoạch năm {} của {}", ward.year, ward.name))));
}

std::string new_criteria(const NewWard& ward, const Catalogue& list) {
  std::string text =
      fmt::format(fmt::runtime(kCriteria), fmt::arg("head", head("criteria", ward)),
                  fmt::arg("list", scalar(list.id.value)), fmt::arg("year", ward.year),
                  fmt::arg("title", scalar(fmt::format("{} năm {}", list.name.value, ward.year))));
  for (const Row& row : list.rows)
    text += fmt::format("  - number: {}  # {}\n", yaml::in_double_quotes(row.number.value),
                        row.text().value);
  for (const Condition& condition : list.conditions)
    if (!condition.counts.given)
      text +=
          fmt::format("  - number: {}  # {}\n", scalar(condition.id.value), condition.title.value);
  return text;
}

std::string new_movement(const NewWard& ward) {
  return fmt::format(fmt::runtime(kMovement), fmt::arg("head", head("movement", ward)),
                     fmt::arg("year", ward.year), fmt::arg("name", ward.name));
}

}  // namespace wardplan
