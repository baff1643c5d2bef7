// The same for libFuzzer: the first byte chooses what the others are taken for.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/imports.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wardplan::test;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0)
    withstand_foreign(bytes);
  else
    withstand_import(bytes);
  return 0;
}
