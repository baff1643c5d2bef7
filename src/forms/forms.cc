#include "forms/forms.h"

#include <algorithm>
#include <array>

#include "forms/form_examples.h"
#include "forms/movement_form.h"
#include "forms/report_form.h"

namespace wardplan {
namespace {

constexpr std::array kForms = {
    Form{"m1",
         {"biểu đăng ký mô hình của một tập thể, cá nhân", "one registrant's models"},
         "m1.html",
         true,
         true,
         movement_shape,
         movement_examples},
    Form{"m2",
         {"biểu tổng hợp đăng ký của đơn vị", "the unit's summary of registered models"},
         "m2.html",
         true,
         false,
         movement_shape,
         movement_examples},
    Form{"m3",
         {"kết quả và đề nghị khen thưởng (mẫu đề xuất)",
          "results and proposed commendations (a proposed form)"},
         "m3.html",
         true,
         false,
         movement_shape,
         movement_examples},
    Form{"report",
         {"báo cáo kết quả của một kỳ (`wardplan report`)",
          "results of a period (`wardplan report`)"},
         "report.html",
         false,
         false,
         report_shape,
         report_examples},
};

}  // namespace

std::span<const Form> forms() { return kForms; }

const Form* find_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &Form::name);
  return found == kForms.end() ? nullptr : &*found;
}

}  // namespace wardplan
