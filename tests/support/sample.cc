#include "support/sample.h"

#include "document/document.h"
#include "records/project.h"
#include "rules/check.h"
#include "support/template.h"

namespace wardplan::test {
namespace {

constexpr std::string_view kRegister =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\nfrom: 2026-01-05\nuntil: "
    "2026-12-31\n"
    "people:\n  - {id: a, name: Nguyễn Văn A}\n"
    "  - {id: cu, name: Trần Văn Cũ, until: 2024-12-31, successor: a}\n"
    "units:\n  - {id: b, name: Bộ phận B}\n  - {id: c, name: Bộ phận C}\n";

constexpr std::string_view kList =
    "kind: catalogue\nformat: 1\nid: mau\nname: Tiêu chí mẫu\nrows:\n"
    "  - {number: \"1\", heading: Đời sống, declares: 3}\n"
    "  - {number: \"1.1\", title: Trồng cây}\n"
    "  - {number: \"1.2\", title: Hộ dùng nước sạch, targets: [{goal: \">= 90%\"}]}\n"
    "  - number: \"1.3\"\n    title: Thu nhập bình quân\n"
    "    targets: [{compare: \">=\", with: bình quân của tỉnh}]\n"
    "conditions:\n"
    "  - {id: tieu-chi, title: Đạt mọi tiêu chí, counts: groups, goal: 100%}\n"
    "  - {id: dang-ky, title: Đăng ký đủ 2 năm, counts: years, applies: first, goal: 2 năm}\n"
    "  - {id: hai-long, title: Dân hài lòng, goal: \">= 90%\"}\n";

/// One that gives points, and one that goes by groups of wards.
constexpr std::string_view kPoints =
    "kind: catalogue\nformat: 1\nid: mau-diem\nname: Chấm điểm mẫu\npoints: 5\nrows:\n"
    "  - {number: \"1\", heading: Kỷ luật, points: 5}\n"
    "  - {number: \"1.1\", title: Giờ giấc, points: 5}\n"
    "deductions: [{id: nhac, title: Bị nhắc nhở, points: 1}]\n";
constexpr std::string_view kGroups =
    "kind: catalogue\nformat: 1\nid: mau-nhom\nname: Tiêu chí theo nhóm mẫu\n"
    "from: 2026-01-01\nuntil: 2030-12-31\ngroups: [{id: nhom-1, name: Nhóm 1}]\nrows:\n"
    "  - {number: \"1\", heading: Đời sống}\n"
    "  - {number: \"1.1\", title: Nước sạch, targets: [{group: nhom-1, goal: 100%}]}\n";

/// A plan that figures can be taken from.
constexpr std::string_view kPlan =
    "kind: plan\nformat: 1\nward: mau\nid: co-san\nyear: 2026\ntitle: Kế hoạch có sẵn\nrows:\n"
    "  - number: \"1\"\n    title: Nước sạch cho mọi hộ\n    leader: a\n    lead: b\n"
    "    support: c\n    start: Năm 2026\n    due: Năm 2026\n    targets: [{goal: 95%}]\n"
    "    updates: [{date: 2026-05-10, status: in-progress, value: 92%}]\n";

/// One of the year before.
constexpr std::string_view kLastYear =
    "kind: plan\nformat: 1\nward: mau\nid: nam-truoc\nyear: 2025\ntitle: Kế hoạch năm trước\n"
    "rows:\n"
    "  - number: \"1\"\n    title: Nước sạch\n    leader: a\n    lead: b\n"
    "    support: c\n    start: Năm 2025\n    due: Năm 2025\n    targets: [{goal: 90%}]\n"
    "accepted: [{code: R341, at: \"1\", reason: việc của phường cũ}]\n";

/// Rows of the list that a sample leaves out.
std::string other_rows(std::string_view sample) {
  const auto has = [&](std::string_view number) {
    return sample.find("number: \"" + std::string(number) + "\"\n") != std::string_view::npos;
  };
  constexpr std::string_view kRest =
      "  solution: Vận động\n  leader: a\n  lead: b\n  support: c\n  due: Năm 2026\n";
  std::string rows;
  if (!has("1")) rows += "- number: \"1\"\n";
  for (const std::string_view number : {"1.1", "1.2", "1.3"})
    if (!has(number)) rows += "- number: \"" + std::string(number) + "\"\n" + std::string(kRest);
  if (!has("1.3")) rows += "  reference: {value: 70 triệu đồng}\n";
  if (sample.find("number: hai-long") == std::string_view::npos) rows += "- number: hai-long\n";
  return rows;
}

/// The day that samples are looked at.
constexpr std::string_view kAsOf = "2026-06-30";

std::string indented(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    out += "  " + std::string(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return out;
}

/// Criteria with the keys that they lack.
std::string whole_year(std::string keys) {
  const auto lacks = [&](const char* key) { return keys.find(key) == std::string::npos; };
  if (lacks("\nregistration:")) keys += "registration: {date: 2024-01-15}\n";
  if (lacks("\nrounds:"))
    keys +=
        "rounds:\n  - {number: \"1\", when: Tháng 5/2026}\n"
        "  - {number: \"2\", when: Tháng 11/2026}\n";
  if (lacks("\nrows:")) keys += "rows:\n" + indented(other_rows(""));
  return keys;
}

}  // namespace

std::string framed(const Code& code, std::string_view lines) {
  const std::string sample = sample_text(code, lines);
  switch (code.frame) {
    case Frame::file:
    case Frame::plan:
    case Frame::mustache:
      return sample;
    case Frame::year:
      return whole_year(sample);
    case Frame::rows:
    case Frame::item:
    case Frame::entry:
      return "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch mẫu\nrows:\n" +
             indented(sample);
    case Frame::criteria:
    case Frame::content:
    case Frame::verdict:
      return whole_year(
          "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau\nyear: 2026\n"
          "title: Tiêu chí mẫu\nrows:\n" +
          indented(sample + other_rows(sample)));
    case Frame::movement:
    case Frame::model:
      return "kind: movement\nformat: 1\nward: mau\nyear: 2026\nname: Dân vận khéo\n"
             "title: Phong trào mẫu\nfields:\n  - {id: moi-truong, name: Bảo vệ môi trường}\n"
             "  - {id: kinh-te, name: Kinh tế}\nlevels:\n  - {id: dang-uy, name: Đảng ủy}\n"
             "dates:\n  - {id: dang-ky, title: Đăng ký, due: Trước ngày 20/02/2026, "
             "closes: registration}\n"
             "  - {id: ket-qua, title: Kết quả, due: Trước ngày 20/6/2026, closes: results}\n"
             "models:\n" +
             indented(sample);
    case Frame::ward:
      return "kind: ward\nformat: 1\nid: thu\nname: phường Thử\n" + sample;
    case Frame::page:
      return "<html lang=\"vi\"><head><title>Mẫu</title></head><body>\n" + sample +
             "</body></html>\n";
  }
  return {};
}

std::vector<std::string> framed_samples() {
  std::vector<std::string> samples;
  for (const Code* code : all_codes())
    for (const std::string_view sample : {code->wrong, code->right})
      if (!sample.empty()) samples.push_back(framed(*code, sample));
  return samples;
}

Report try_sample(const Code& code, std::string_view sample) {
  if (code.frame == Frame::mustache) return try_template(sample);
  Report report;
  if (code.frame == Frame::page) {
    Sources sources;
    document::read(sources, sources.add("sample.html", framed(code, sample)), report);
    return report;
  }
  Project project = read_texts({{"mau/ward.yaml", std::string(kRegister)},
                                {"mau/catalogues/mau.yaml", std::string(kList)},
                                {"mau/catalogues/mau-diem.yaml", std::string(kPoints)},
                                {"mau/catalogues/mau-nhom.yaml", std::string(kGroups)},
                                {"mau/co-san.yaml", std::string(kPlan)},
                                {"mau/nam-truoc.yaml", std::string(kLastYear)},
                                {"co-san/ward.yaml",
                                 "kind: ward\nformat: 1\nid: co-san\nname: phường Có Sẵn\nuntil: "
                                 "2025-06-30\nsuccessors: [moi]\n"},
                                {"mau/sample.yaml", framed(code, sample)}},
                               report);
  check(project, {parse_date(kAsOf)}, report);
  return report;
}

}  // namespace wardplan::test
