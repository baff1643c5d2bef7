#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "template/render.h"
#include "template/value.h"

namespace wardplan::test {

/// Partials by name.
using PartialTexts = std::map<std::string, std::string, std::less<>>;

/// What a template became, and what was found on the way.
struct Filled {
  std::optional<std::string> out;
  std::vector<mustache::Origin> origins;
  Report report;
  Sources sources;
};

/// Parses a template named `mau` and fills it.
Filled fill(std::string_view text, const mustache::Value& value, const PartialTexts& partials = {},
            mustache::Escape escape = mustache::Escape::xml);

/// Parses a template named `mau` and checks it by a shape.
Filled judge(std::string_view text, const mustache::Shape& shape,
             const PartialTexts& partials = {});

/// The findings as `line:column: CODE: message; help`, one a line, in English.
std::string findings_of(const Filled& filled);

/// Whether the value holds exactly the declared fields, each of its kind, all the way down.
bool matches(const mustache::Value& value, const mustache::Shape& shape);

/// The fields that samples of templates use (template/codes.cc).
const mustache::Shape& sample_shape();

/// Checks a sample beside a partial `dau_trang`; `mau` is the sample itself.
Report try_template(std::string_view sample);

}  // namespace wardplan::test
