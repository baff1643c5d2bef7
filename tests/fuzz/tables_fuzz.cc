// The same for libFuzzer: the first byte chooses what the others are taken for.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wardplan::test;
  if (size == 0) return 0;
  constexpr bool (*kSubjects[])(std::string_view) = {withstand_docx, withstand_xlsx,
                                                     withstand_table_file, withstand_pasted};
  kSubjects[data[0] % 4]({reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
