#pragma once

#include <map>
#include <optional>
#include <string>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "document/document.h"
#include "forms/forms.h"
#include "template/value.h"

// The templates that a build fills: those that are shipped, or one's own in their place.

namespace wardplan {

/// One's own template of a form.
struct OwnTemplate {
  std::string path;
  /// Of its bytes and those of its partials.
  std::string sha256;
};

/// By the name of their forms.
using OwnTemplates = std::map<std::string, OwnTemplate, std::less<>>;

/// Reads and judges those that were asked for; where one has errors, tells them and gives nothing.
/// Throws `Failure` when one can't be read or makes no page.
std::optional<OwnTemplates> own_templates(const BuildOptions& options, Io& io);

/// The page of a form, filled; throws `Failure` where one's own template can't be filled so or was
/// changed since it was judged.
document::Document filled_page(const Form& form, const OwnTemplates& own,
                               const mustache::Value& value);

}  // namespace wardplan
