#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/template.h"

namespace wardplan::test {

/// What comes out of these bytes as a template, named `mau`, that can't be right; or nothing.
std::string template_fault(std::string_view bytes);

/// A shape of at most `depth` levels below it, without a name.
mustache::Shape odd_shape(std::mt19937_64& random, int depth);

/// A value that matches the shape; `full`: every text, flag and list in it is true.
mustache::Value odd_value(const mustache::Shape& shape, std::mt19937_64& random, bool full);

/// A template that mostly uses names of the shape and mostly as what they are, and partials `p0` to
/// `p2`.
std::string odd_template(const mustache::Shape& shape, std::mt19937_64& random);

/// The samples of every code that is about templates.
std::vector<std::string> template_samples();

/// Signs of templates in any order.
std::string odd_bytes(std::mt19937_64& random);

}  // namespace wardplan::test
