#include "forms/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>

#include "forms/period_report.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array kForms = {
    Form{"m1",
         {"biểu đăng ký mô hình của một tập thể, cá nhân", "one registrant's models"},
         true,
         true,
         movement_shape,
         movement_examples},
    Form{"m2",
         {"biểu tổng hợp đăng ký của đơn vị", "the unit's summary of registered models"},
         true,
         false,
         movement_shape,
         movement_examples},
    Form{"m3",
         {"kết quả và đề nghị khen thưởng (mẫu đề xuất)",
          "results and proposed commendations (a proposed form)"},
         true,
         false,
         movement_shape,
         movement_examples},
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

Phrase kind_words(Kind kind) {
  static constexpr Phrase kWords[] = {{"chữ", "text"}, {"danh sách", "list"}, {"nhóm", "group"}};
  return kWords[static_cast<std::size_t>(kind)];
}

void add_text(std::string& out, const Shape& shape, std::size_t depth, Lang lang) {
  for (const Shape& child : shape.children) {
    std::string name = std::string(2 * depth, ' ') + child.name;
    name.append(24 - std::min<std::size_t>(24, display_width(name)), ' ');
    out +=
        fmt::format("{} {} ({})\n", name, child.meaning.in(lang), kind_words(child.kind).in(lang));
    add_text(out, child, depth + 1, lang);
  }
}

void add_markdown(std::string& out, const Shape& shape, std::size_t depth) {
  for (const Shape& child : shape.children) {
    out += fmt::format("{}- `{}` ({}, {}): {} / {}\n", std::string(2 * depth, ' '), child.name,
                       kind_words(child.kind).vi, kind_words(child.kind).en, child.meaning.vi,
                       child.meaning.en);
    add_markdown(out, child, depth + 1);
  }
}

}  // namespace

std::span<const Form> forms() { return kForms; }

const Form* find_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &Form::name);
  return found == kForms.end() ? nullptr : &*found;
}

std::string fields_text(const Form& form, Lang lang) {
  std::string out;
  add_text(out, form.shape(), 0, lang);
  return out;
}

std::string fields_markdown() {
  std::string out;
  for (const Form& form : forms()) {
    const auto same = [&](const Form& other) { return other.shape == form.shape; };
    if (&*std::ranges::find_if(forms(), same) != &form) continue;
    std::string names;
    for (const Form& other : forms() | std::views::filter(same))
      names += fmt::format("{}`{}`", names.empty() ? "" : ", ", other.name);
    out += fmt::format("{}### {}\n\n", out.empty() ? "" : "\n", names);
    add_markdown(out, form.shape(), 0);
  }
  return out;
}

}  // namespace wardplan
