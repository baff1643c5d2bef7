#pragma once

#include <string>
#include <vector>

#include "diag/report.h"
#include "records/project.h"
#include "sheet/sheet.h"

namespace wardplan {

/// The files of a ward, whose folder is `folder`, that nothing is made from: those with errors,
/// those that can't be read, and plans that refer to such ones; each with the ward whose it is.
std::vector<LeftOut> left_out_of(const Project& project, const Report& report,
                                 const std::string& folder, Lang lang);

/// The same of a path that led to no file: it may have been a ward's folder, or a file in it.
LeftOut left_out_path(const UnreadPath& unread, Lang lang);

/// `2 lỗi`, or that the file can't be read.
Message errors_in_words(const LeftOut& file);

}  // namespace wardplan
