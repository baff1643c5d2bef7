#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "records/record.h"
#include "template/value.h"
#include "times/date.h"

// What the forms of a movement (M1, M2, M3) are filled with.

namespace wardplan {

struct FormRequest {
  Date as_of;
  /// The day that stands above the form; none: left blank for the pen.
  std::optional<Date> signed_on = {};
  /// Only the models of this registrant.
  std::optional<std::string> by = {};
};

/// The rows of the models on the list on a day, registered or added, in the order of the file.
std::vector<std::size_t> listed_models(const Plan& plan, const Date& as_of);

/// Who registered one of these models; each once.
std::vector<std::string> registrants(const Plan& plan, const std::vector<std::size_t>& rows);

/// Those of the rows whose models this one registered.
std::vector<std::size_t> models_of(const Plan& plan, std::vector<std::size_t> rows,
                                   const std::string& registrant);

/// Every field that a form of a movement can use.
const mustache::Shape& movement_shape();

/// A value of that shape with the models of these rows.
mustache::Value movement_value(const Plan& plan, const std::vector<std::size_t>& rows,
                               const FormRequest& request);

/// Such values for trying templates: of models of both groups, and of none.
std::vector<mustache::Value> movement_examples();

}  // namespace wardplan
