#include <cstddef>
#include <cstdint>

#include "fuzz/texts.h"

/// What libFuzzer calls: times, goals and values. `fuzz_driver --as texts` is without it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wardplan::test::withstand_texts({reinterpret_cast<const char*>(data), size});
  return 0;
}
