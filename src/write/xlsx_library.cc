#include "write/xlsx_library.h"

#include "disk/files.h"

#ifdef WARDPLAN_XLSX_LIBRARY
#include <dlfcn.h>
#endif

namespace wardplan {
namespace {

#if defined(WARDPLAN_XLSX_LIBRARY)

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

#elif defined(WARDPLAN_XLSX_LINKED)

XlsxLibrary loaded() {
  XlsxLibrary functions;
#define WARDPLAN_XLSX_TAKE(name) functions.name = &::name;
  WARDPLAN_XLSX_FUNCTIONS(WARDPLAN_XLSX_TAKE)
#undef WARDPLAN_XLSX_TAKE
  return functions;
}

#else

XlsxLibrary loaded() {
  throw Failure(
      {"bản chương trình này (liên kết tĩnh) không ghi được tệp Excel; dùng bản trong gói "
       ".deb, hoặc `--format csv --excel`",
       "this build of the program (a static one) can't write Excel files; use the one "
       "in the .deb, or `--format csv --excel`"});
}

#endif

}  // namespace

const XlsxLibrary& xlsx_library() {
  static const XlsxLibrary kLibrary = loaded();
  return kLibrary;
}

}  // namespace wardplan
