#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/layout.h"
#include "records/record.h"
#include "sheet/sheet.h"
#include "template/value.h"
#include "times/date.h"

namespace wardplan {

/// A form that is printed from a template: the fields it may use, and values to try it with.
struct Form {
  std::string_view name;
  Phrase about;
  /// Printed by the command `form` from a movement.
  bool of_movement;
  /// Of one registrant's models only.
  bool one_registrant;
  /// `build` prints it: always, only where a model says what it asks for, or never.
  enum class Built { always, where_told, never } built;
  const mustache::Shape& (*shape)();
  std::vector<mustache::Value> (*examples)();

  /// Of the shipped template.
  std::string template_name() const { return std::string(name) + ".html"; }
};

std::span<const Form> forms();

/// The form of this name, or null.
const Form* find_form(std::string_view name);

/// The fields of a form for a terminal, indented by depth: name, kind, meaning.
std::string fields_text(const Form& form, Lang lang);

/// The same as a table: each field with those around it before it.
Sheet fields_sheet(const Form& form, Lang lang);

/// What a kind of field is called there.
Phrase kind_words(mustache::Kind kind);

// What the forms of a movement (M1, M2, M3) are filled with.

struct FormRequest {
  Date as_of;
  /// The day that stands above the form; none: left blank for the pen.
  std::optional<Date> signed_on = {};
  /// Only the models of this registrant.
  std::optional<std::string> by = {};
  /// None: that of the body that issues it.
  const document::Layout* layout = nullptr;
};

/// The rows of the models on the list on a day, registered or added, in the order of the file.
std::vector<std::size_t> listed_models(const Plan& plan, const Date& as_of);

/// Whether a model says any of what some places ask of it in words.
bool is_detailed(const Model& model);

/// These rows by who registered their models, in the order of the first of each.
std::vector<std::vector<std::size_t>> by_registrant(const Plan& plan,
                                                    const std::vector<std::size_t>& rows);

/// Every field that a form of a movement can use.
const mustache::Shape& movement_shape();

/// A value of that shape with the models of these rows.
mustache::Value movement_value(const Plan& plan, const std::vector<std::size_t>& rows,
                               const FormRequest& request);

}  // namespace wardplan
