#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "template/value.h"

namespace wardplan {

/// A form that is printed from a template: the fields it may use, and values to try it with.
struct Form {
  std::string_view name;
  Phrase about;
  /// Name of the shipped template.
  std::string_view template_name;
  /// Printed by the command `form` from a movement.
  bool of_movement;
  /// Of one registrant's models only.
  bool one_registrant;
  const mustache::Shape& (*shape)();
  std::vector<mustache::Value> (*examples)();
};

std::span<const Form> forms();

/// The form of this name, or null.
const Form* find_form(std::string_view name);

/// The fields of a form for a terminal, indented by depth: name, kind, meaning.
std::string fields_text(const Form& form, Lang lang);

/// The same of all forms in Markdown, both languages, for `templates/README.md`; forms with the
/// same fields share a list.
std::string fields_markdown();

}  // namespace wardplan
