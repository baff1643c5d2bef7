#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardplan::test {

/// Takes any bytes for a time, and their first two lines for a goal and a value set against it;
/// aborts when what is read can't be right. Returns whether any of it was read.
bool withstand_texts(std::string_view bytes);

/// Times, and goals with values, to begin with.
std::vector<std::string> text_samples();

}  // namespace wardplan::test
