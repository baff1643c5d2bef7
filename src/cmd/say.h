#pragma once

#include "cmd/commands.h"
#include "diag/report.h"
#include "records/project.h"

// What several commands say in the same words.

namespace wardplan {

/// `wardplan: MESSAGE` on standard error.
void complain(const Message& message, Io& io);

/// The same as the answer of a command that refuses: its exit code.
int refused(const Message& message, Io& io);

/// Complains about every file that could not be read; true when there was one.
bool complain_about_failures(const std::vector<Message>& failures, Io& io);

/// Draws the errors alone on standard error; true when there are any.
bool tell_errors(const Project& project, const Report& report, Io& io);

/// `2 lỗi, 14 cảnh báo trong 3 tệp`, with what was accepted.
Message summary_of(const FindingCounts& counts, std::size_t files, std::size_t accepted);

}  // namespace wardplan
