# Writes OUT, which names the program by its VERSION and by the bytes of its FILES:
# cmake -DOUT=… -DVERSION=… -DFILES=… -P program.cmake
cmake_policy(VERSION 3.25)
set(hashes "")
foreach(file IN LISTS FILES)
  file(SHA256 "${file}" hash)
  string(APPEND hashes "${hash}")
endforeach()
string(SHA256 all "${hashes}")
string(SUBSTRING "${all}" 0 12 all)
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT "#include \"cli/run.h\"

namespace wardplan {

const char* const kVersion = \"@VERSION@\";
const char* const kProgram = \"wardplan @VERSION@+@all@\";

}  // namespace wardplan
")
