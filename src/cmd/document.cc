#include "cmd/annex.h"
#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "forms/document_form.h"
#include "forms/forms.h"
#include "lists/cards.h"
#include "records/signers.h"
#include "text/utf8.h"
#include "write/formats.h"

namespace wardplan {
namespace {

/// Forms that the text has and the program doesn't: they are named where they are missed.
void mention_missing_forms(const Plan& plan, Io& io) {
  for (const AnnexedForm& annexed : plan.document.forms) {
    const Form* form = find_form(fold(annexed.id.value));
    const bool known = form != nullptr && form->of_movement;
    if (plan.kind == RecordKind::movement && known) continue;
    if (known) {
      complain(
          say("mẫu `{}` in từ hồ sơ phong trào (`wardplan form {} TỆP`), không in kèm kế hoạch",
              "the form `{}` is printed from a movement (`wardplan form {} FILE`), and not "
              "with a plan",
              annexed.id.value, form->name),
          io);
      continue;
    }
    complain(
        say("mẫu `{}` không có trong chương trình nên không in kèm",
            "the form `{}` is none of the program's and isn't printed with it", annexed.id.value),
        io);
  }
}

}  // namespace

int document_command(const DocumentOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  PlanFile file = read_plan_file(options.path, {"không in văn bản", "no document was made"}, io);
  refuse_record(options.output, {options.path, options.template_name.value_or("")});
  if (file.plan == nullptr) return file.exit_code;
  const Plan& plan = *file.plan;
  if (!plan.document.given())
    return refused(say("`{}` chưa có lời văn của văn bản (khóa `document`); in riêng biểu bằng "
                       "`wardplan table`",
                       "`{}` has no text of the document (key `document`); print the table alone "
                       "with `wardplan table`",
                       options.path),
                   io);
  const Date day = day_of_issue(plan, io.as_of);
  const mustache::Value value =
      document_value(plan, io.as_of, said_layout(options.output.layout, day));
  if (deliver_fields("document", {}, file, value, options.output, io)) return kFine;
  const TemplateFile made = options.template_name
                                ? own_template(*options.template_name, file.project.sources)
                                : shipped_template("document.html", file.project.sources);
  const int code = print_filled(made, document_shape(), value, day, plan_origin(plan, io.as_of),
                                options.output, io, file.project.sources,
                                [&](document::Document& page) { add_annex(plan, day, page); });
  if (code != kFine) return code;
  mention_missing_forms(plan, io);
  mention_signer(plan, signer_of_document(plan), day, io);
  mention_warnings(file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan
