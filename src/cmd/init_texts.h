#pragma once

#include <string>

#include "records/catalogue.h"

// The files that a ward begins with.

namespace wardplan {

struct NewWard {
  std::string id;
  std::string name;
  int year = 0;
};

/// Each text reads without an error beside the others; comments in it say what to type.
std::string new_register(const NewWard& ward);
std::string new_plan(const NewWard& ward);
/// With a row for each group and content of the list, and each condition that a figure is recorded
/// for.
std::string new_criteria(const NewWard& ward, const Catalogue& list);
std::string new_movement(const NewWard& ward);

/// What git is to know of the files.
inline constexpr const char* kNewAttributes =
    "# Hồ sơ là văn bản UTF-8, xuống dòng LF trên mọi máy; tệp Word, Excel thì git không so từng "
    "dòng.\n"
    "# Hai người cùng sửa một hồ sơ thì wardplan ghép lại; mỗi máy chạy một lần:\n"
    "#   git config merge.wardplan.driver 'wardplan merge-file %O %A %B %P --marker-size=%L "
    "--label-ours=%X --label-theirs=%Y || { [ $? -ne 1 ] && git merge-file --marker-size=%L -L "
    "ours "
    "-L base -L theirs %A %O %B; }'\n"
    "#   git config merge.wardplan.recursive binary\n"
    "*.yaml text eol=lf merge=wardplan\n*.yml text eol=lf merge=wardplan\n"
    "*.docx binary\n*.xlsx binary\n";

}  // namespace wardplan
