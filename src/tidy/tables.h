#pragma once

#include "tidy/table.h"

namespace wardplan {

/// The tables by what they hold, in the order of `tidy_tables`.
std::span<const TidyTable> register_tables();
std::span<const TidyTable> work_tables();
std::span<const TidyTable> said_tables();
std::span<const TidyTable> judged_tables();

}  // namespace wardplan
