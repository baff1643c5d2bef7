#pragma once

#include <string_view>

namespace wardplan::test {

/// Takes any bytes for one file through reading, loading, all rules and all writers; aborts when
/// what comes out can't be right. Returns whether the bytes were YAML.
bool withstand(std::string_view bytes);

/// Reads any bytes as other readers of YAML do, or aborts; returns whether they were read.
bool read_alike(std::string_view bytes);

}  // namespace wardplan::test
