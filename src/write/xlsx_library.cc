#include "write/xlsx_library.h"

#include <dlfcn.h>

#include "disk/files.h"

namespace wardplan {
namespace {

[[noreturn]] void missing(const char* why) {
  throw Failure(say("chưa ghi được tệp Excel vì thiếu thư viện `{0}`: {1}; cài gói libxlsxwriter",
                    "no Excel file can be written without the library `{0}`: {1}; install the "
                    "package libxlsxwriter",
                    WARDPLAN_XLSX_LIBRARY, why != nullptr ? why : ""));
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  void* found = ::dlsym(library, name);
  if (found == nullptr) missing(::dlerror());
  function = reinterpret_cast<Function>(found);
}

XlsxLibrary loaded() {
  void* library = ::dlopen(WARDPLAN_XLSX_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) missing(::dlerror());
  XlsxLibrary functions;
#define WARDPLAN_XLSX_FIND(name) find(library, #name, functions.name);
  WARDPLAN_XLSX_FUNCTIONS(WARDPLAN_XLSX_FIND)
#undef WARDPLAN_XLSX_FIND
  return functions;
}

}  // namespace

const XlsxLibrary& xlsx_library() {
  static const XlsxLibrary kLibrary = loaded();
  return kLibrary;
}

}  // namespace wardplan
