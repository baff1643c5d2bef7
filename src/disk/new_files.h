#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace wardplan {

/// A file that is to be: path and text.
using NewFile = std::pair<std::string, std::string>;

/// Writes files that aren't there yet, in their order and with their folders, and does what comes
/// `then`: all of it, or none, so that a record that can't be written leaves no register behind.
/// Throws `Failure` where one is there, two have the same path, or one can't be written.
void write_all_new(const std::vector<NewFile>& files, const std::function<void()>& then = {});

}  // namespace wardplan
