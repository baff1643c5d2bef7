#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "diag/report.h"
#include "document/document.h"
#include "template/value.h"
#include "text/source.h"

// Templates of forms: shipped with the program, or files of one's own. They know no wards.

namespace wardplan {

/// A file of the folder `templates/`, built into the program.
struct ShippedTemplate {
  std::string_view name;
  std::string_view bytes;
};

/// All of them, by name.
std::span<const ShippedTemplate> shipped_templates();

/// A page is read into a document for every format; a text is what its ending says (.md, .csv,
/// .txt).
enum class TemplateKind { page, text };

/// A template that was found, and where its partials are looked for.
struct TemplateFile {
  FileId file = 0;
  TemplateKind kind = TemplateKind::page;
  /// `.html`
  std::string ending;
  /// Of a file of one's own; empty: shipped.
  std::string folder;
};

/// The shipped template of this name (`m1.html`), which must be there.
TemplateFile shipped_template(std::string_view name, Sources& sources);

/// A file of one's own; throws `Failure` when it can't be read or its ending isn't known.
TemplateFile own_template(const std::string& path, Sources& sources);

using Filled = std::variant<document::Document, std::string>;

/// Fills a template with a value that matches the shape. Findings stand at their places in the
/// templates; with an error nothing is returned.
std::optional<Filled> fill(const TemplateFile& made, const mustache::Shape& shape,
                           const mustache::Value& value, Sources& sources, Report& report);

/// Judges a template by the declared fields: whether it parses, what it names, and of a page
/// whether it can be read when it is filled with each of the examples.
void check_template(const TemplateFile& made, const mustache::Shape& shape,
                    std::span<const mustache::Value> examples, Sources& sources, Report& report);

namespace mustache {

/// What reading, checking and filling templates can find.
std::span<const Code* const> codes();

}  // namespace mustache

}  // namespace wardplan
