#include "forms/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "forms/period_report.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Form movement_form(std::string_view name, Phrase about, bool one_registrant = false) {
  return {name, about, true, one_registrant, movement_shape, movement_examples};
}

constexpr std::array kForms = {
    movement_form(
        "m1", {"biểu đăng ký mô hình của một tập thể, cá nhân", "one registrant's models"}, true),
    movement_form("m2",
                  {"biểu tổng hợp đăng ký của đơn vị", "the unit's summary of registered models"}),
    movement_form("m3", {"kết quả và đề nghị khen thưởng (mẫu đề xuất)",
                         "results and proposed commendations (a proposed form)"}),
    Form{"report",
         {"báo cáo kết quả của một kỳ (`wardplan report`)",
          "results of a period (`wardplan report`)"},
         false,
         false,
         report_shape,
         report_examples},
};

using mustache::Kind;
using mustache::Shape;

void add_text(std::string& out, const Shape& shape, std::size_t depth, Lang lang) {
  for (const Shape& child : shape.children) {
    std::string name = std::string(2 * depth, ' ') + child.name;
    name.append(24 - std::min<std::size_t>(24, display_width(name)), ' ');
    out +=
        fmt::format("{} {} ({})\n", name, child.meaning.in(lang), kind_words(child.kind).in(lang));
    add_text(out, child, depth + 1, lang);
  }
}

}  // namespace

std::span<const Form> forms() { return kForms; }

const Form* find_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &Form::name);
  return found == kForms.end() ? nullptr : &*found;
}

Phrase kind_words(Kind kind) {
  static constexpr Phrase kWords[] = {{"chữ", "text"}, {"danh sách", "list"}, {"nhóm", "group"}};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string fields_text(const Form& form, Lang lang) {
  std::string out;
  add_text(out, form.shape(), 0, lang);
  return out;
}

}  // namespace wardplan
