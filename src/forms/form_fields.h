#pragma once

#include <string>

#include "forms/forms.h"
#include "text/phrase.h"

namespace wardplan {

/// The fields of a form for a terminal, indented by depth: name, kind, meaning.
std::string fields_text(const Form& form, Lang lang);

/// The same of all forms in Markdown, both languages, for `templates/README.md`; forms with the
/// same fields share a list.
std::string fields_markdown();

}  // namespace wardplan
