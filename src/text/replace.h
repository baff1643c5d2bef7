#pragma once

#include <string>
#include <string_view>

// A file is always the old or the new text, whole: after a full disk, a crash, a killed program.

namespace wardplan {

/// Writes the file whole or not at all, whatever it held; follows a link, keeps the
/// mode and, if allowed, the owner; a device or a pipe is written to. Throws `Failure`.
void write_whole(const std::string& path, std::string_view bytes);

}  // namespace wardplan
