#include <cstdio>
#include <string>

#include "disk/files.h"
#include "disk/replace.h"

// rewrite_driver FILE LINE: appends a line through rewrite_file; exit 2 and its message on failure.

namespace {

void tell(const wardplan::Message& message) {
  std::fprintf(stderr, "%s\n%s\n", message.vi.c_str(), message.en.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: rewrite_driver FILE LINE\n", stderr);
    return 2;
  }
  const std::string line = argv[2];
  try {
    const wardplan::Rewritten done = wardplan::rewrite_file(
        argv[1], [&](const std::string& bytes) { return bytes + line + "\n"; });
    for (const wardplan::Message& warning : done.warnings) tell(warning);
    return done.written ? 0 : 1;
  } catch (const wardplan::Failure& failure) {
    tell(failure.message);
    return 2;
  }
}
