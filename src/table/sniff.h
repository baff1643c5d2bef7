#pragma once

#include <string_view>

namespace wardplan::tables {

enum class Container { zip, text };

/// What the bytes begin to be; throws `Refused`, naming what they are, for all that no table is
/// read from (old Word and Excel files, PDF, pictures …).
Container sniff(std::string_view bytes);

}  // namespace wardplan::tables
