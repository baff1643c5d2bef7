#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "forms/forms.h"
#include "lists/cards.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The models that a form is about, or why there is no form.
struct Chosen {
  std::vector<std::size_t> rows = {};
  std::optional<std::string> by = {};
  Message refusal = {};
};

Chosen of_registrant(const Plan& plan, const std::vector<std::size_t>& rows,
                     const std::optional<std::string>& by) {
  std::vector<Chosen> all;
  for (auto& models : by_registrant(plan, rows))
    all.push_back({models, plan.rows[models.front()].model.by.value});
  if (!by && all.empty()) return {};
  if (!by && all.size() == 1) return all.front();
  const auto known = texts(all, [](const Chosen& one) { return *one.by; });
  if (!by)
    return {.refusal =
                say("mẫu này của một tập thể hay cá nhân; thêm `--by`, một trong {}",
                    "the form is one registrant's; add `--by`, one of {}", quoted_list(known))};
  for (Chosen& one : all)
    if (fold_bare(*one.by) == fold_bare(*by)) return one;
  const Message names =
      say("có của {}", "there are those of {}", known.empty() ? "0" : quoted_list(known));
  return {.refusal = with_hint(say("không có mô hình nào của `{}`", "no model is of `{}`", *by),
                               offer_nearest(*by, known, names))};
}

/// Models that nobody has put on the list by that day are in no form, which is said.
void mention_unlisted(const Plan& plan, std::size_t listed, Io& io) {
  const std::size_t others = plan.rows.size() - listed;
  if (others > 0)
    complain(say("{} mô hình chưa đăng ký hay bổ sung đến ngày {}, không có trong mẫu",
                 "{2} not on the list by {1}, and not in the form", others, iso(io.as_of),
                 counted(others, "model")),
             io);
}

/// The form, or the data that it would be filled with.
int print_form(const FormOptions& options, const Form& form, const mustache::Value& value,
               PlanFile& file, Io& io) {
  const Facts facts = {{"form", std::string(form.name)}};
  if (deliver_fields("form", facts, file, value, options.output, io)) return kFine;
  const TemplateFile made = options.template_name
                                ? own_template(*options.template_name, file.project.sources)
                                : shipped_template(form.template_name(), file.project.sources);
  return print_filled(made, form.shape(), value, options.signed_on.value_or(io.as_of),
                      plan_origin(*file.plan, io.as_of), options.output, io, file.project.sources);
}

}  // namespace

int form_command(const FormOptions& options, Io& io) {
  const Form& form = *find_form(options.form);
  refuse_on_terminal(options.output, io);
  PlanFile file = read_plan_file(options.path, {"không in mẫu", "no form was made"}, io);
  refuse_record(options.output, {options.path, options.template_name.value_or("")});
  if (file.plan == nullptr) return file.exit_code;
  const Plan& plan = *file.plan;
  if (plan.kind != RecordKind::movement)
    return refused(
        say("`{}` không phải phong trào; các mẫu in từ `kind: movement`",
            "`{}` is no movement; forms are printed from `kind: movement`", options.path),
        io);
  const auto listed = listed_models(plan, io.as_of);
  Chosen chosen{listed};
  if (form.one_registrant) chosen = of_registrant(plan, listed, options.by);
  if (!chosen.refusal.empty()) return refused(chosen.refusal, io);
  const auto* layout = said_layout(options.output.layout, options.signed_on.value_or(io.as_of));
  const auto value = movement_value(
      plan, chosen.rows,
      {.as_of = io.as_of, .signed_on = options.signed_on, .by = chosen.by, .layout = layout});
  const int code = print_form(options, form, value, file, io);
  if (code != kFine) return code;
  mention_unlisted(plan, listed.size(), io);
  mention_signer(plan, plan.letterhead.signer, options.signed_on.value_or(io.as_of), io);
  mention_warnings(file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan
