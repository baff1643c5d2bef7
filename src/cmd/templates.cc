#include <fmt/format.h>

#include <filesystem>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "diag/render.h"
#include "disk/files.h"
#include "forms/forms.h"
#include "template/fill.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

int list(const OutputOptions& answer, Io& io) {
  const Lang lang = io.lang;
  if (answer.format != "text") {
    SheetMaker made("forms", {"Các mẫu", "The forms"}, lang);
    made.text("form", {"Mẫu", "Form"}, 0);
    made.text("about", {"Là gì", "What it is"}, 4);
    for (const Form& form : forms()) made.row({one(form.name), one(form.about.in(lang))});
    deliver_sheet(made.sheet, answer, io);
    return kFine;
  }
  for (const Form& form : forms())
    io.out += fmt::format("{:<8} {}\n", form.name, form.about.in(lang));
  return kFine;
}

/// The file of a form, or a part that several share.
int show(const TemplatesOptions& options, Io& io) {
  std::vector<std::string> names;
  for (const ShippedTemplate& shipped : shipped_templates()) {
    const std::string stem = std::filesystem::path(shipped.name).stem().string();
    names.push_back(stem);
    if (shipped.name != options.name && stem != options.name) continue;
    const OutputOptions output{.format = "", .path = options.output};
    refuse_record(output, {});
    deliver(std::string(shipped.bytes), output, io);
    return kFine;
  }
  throw Failure(with_hint(say("không có mẫu `{}`", "there is no template `{}`", options.name),
                          offer_nearest(options.name, names, there_are(names))));
}

/// The form that a template is for: as it was said, or by the file's name.
const Form& form_for(const TemplatesOptions& options) {
  const std::string name =
      options.form.value_or(fold(std::filesystem::path(options.name).stem().string()));
  if (const Form* form = find_form(name)) return *form;
  const auto names = texts(forms(), &Form::name);
  if (options.form)
    throw Failure(with_hint(say("không có mẫu `{}`", "there is no form `{}`", name),
                            offer_nearest(name, names, there_are(names))));
  throw Failure(say("không rõ `{}` dùng cho mẫu nào; thêm `--form`, một trong {}",
                    "it isn't clear which form `{}` is for; add `--form`, one of {}", options.name,
                    quoted_list(names)));
}

int check_one(const TemplatesOptions& options, Io& io) {
  Sources sources;
  Report report;
  const TemplateFile made = own_template(options.name, sources);
  const Form& form = form_for(options);
  check_template(made, form.shape(), form.examples(), sources, report);
  report.sort(sources);
  io.out += render_text(sources, report, {io.lang, io.color_out});
  complain(summary_of(report.counts(), 1, 0), io);
  return report.findings().empty() ? kFine : kFound;
}

}  // namespace

int templates_command(const TemplatesOptions& options, Io& io) {
  if (options.action == "list") return list(options.answer, io);
  if (options.action == "show") return show(options, io);
  if (options.action == "check") return check_one(options, io);
  if (options.answer.format == "text")
    io.out += fields_text(form_for(options), io.lang);
  else
    deliver_sheet(fields_sheet(form_for(options), io.lang), options.answer, io);
  return kFine;
}

}  // namespace wardplan
