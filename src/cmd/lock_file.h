#pragma once

#include <string>

namespace wardplan {

/// Throws `Failure` where a path is what Word, Excel or LibreOffice leave beside a file while it is
/// open (`~$bieu.docx`, `.~lock.bieu.docx#`), naming the file that is meant.
void refuse_lock_file(const std::string& path);

}  // namespace wardplan
