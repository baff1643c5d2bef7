#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"

namespace wardplan::test {

/// A sample of an explanation laid into the record around it (Code::frame).
std::string framed(const Code& code, std::string_view sample);

/// The wrong and the right sample of every code, each as a whole file.
std::vector<std::string> framed_samples();

/// Checks a framed sample, in memory: a page by reading it, a template by `sample_shape`, a record
/// beside a register `mau` with the person `a` and the units `b` and `c`, and a list of criteria
/// `mau`, a plan of 2026 and another register `co-san`, as of 2026-06-30.
Report try_sample(const Code& code, std::string_view sample);

}  // namespace wardplan::test
