#include "cmd/annex.h"

#include "cmd/print.h"
#include "forms/document_form.h"
#include "forms/forms.h"
#include "lists/cards.h"
#include "lists/points.h"
#include "text/utf8.h"
#include "write/formats.h"

namespace wardplan {
namespace {

/// Puts a page behind the others, lying as it does.
void add_page(const document::Document& annex, document::Document& page) {
  page.blocks.emplace_back(document::PageBreak{annex.orientation});
  page.blocks.insert(page.blocks.end(), annex.blocks.begin(), annex.blocks.end());
}

/// The table, with its sums, and of which document it is where the record doesn't say it in words.
Sheet table_of(const Plan& plan) {
  Sheet sheet = plan_table(plan, {});
  if (!plan.issued.given && sheet.subtitle.empty()) sheet.subtitle = annexed_to(plan);
  add_point_sums(sheet, plan, std::nullopt);
  return sheet;
}

/// The blank form of this name for this movement, as it is sent out with the plan.
document::Document blank_form(const Form& form, const Plan& plan, const Date& day) {
  return shipped_page(form.template_name(), form.shape(), movement_value(plan, {}, {.as_of = day}));
}

}  // namespace

void add_annex(const Plan& plan, const Date& day, document::Document& page) {
  if (plan.kind != RecordKind::movement)
    return plan.rows.empty() ? void() : add_page(sheet_document(table_of(plan)), page);
  for (const AnnexedForm& annexed : plan.document.forms) {
    const Form* form = find_form(fold(annexed.id.value));
    if (form != nullptr && form->of_movement) add_page(blank_form(*form, plan, day), page);
  }
}

}  // namespace wardplan
