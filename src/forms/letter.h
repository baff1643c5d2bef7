#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/layout.h"
#include "forms/form_field.h"
#include "records/issuer.h"
#include "records/record.h"
#include "times/date.h"

// What stands around the text of forms and reports: heading, number, recipients, who signs.

namespace wardplan {

struct Letter {
  const Plan& plan;
  Issuer issuer;
  const document::Layout& layout;
  /// As the letterhead has them; without those it has, these.
  std::vector<std::string> recipients;
  /// Where the copy stays.
  std::string copy;

  bool is_party() const { return layout.family == document::kPartyLayout; }
};

/// The letter of a paper of a plan in a layout, none: its own on that day. `recipients` and `copy`
/// stand for those that the letterhead doesn't have; an empty copy for the layout's.
Letter letter_of(const Plan& plan, const document::Layout* layout, const Date& day,
                 std::vector<std::string> recipients = {}, std::string copy = {});

/// What a template may use of it.
const FormFields<Letter>& letter_fields();

/// The fields of a form, and those of its member `letter`.
template <class Form>
FormFields<Form> with_letter(FormFields<Form> fields) {
  for (const FormField<Letter>& field : letter_fields()) fields.push_back({field, &Form::letter});
  return fields;
}

}  // namespace wardplan
