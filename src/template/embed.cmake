# Writes OUT, a source file that holds the files FILES byte for byte, as what HEADER declares: FUNCTION gives all of
# them, each a TYPE of its name and its bytes.
# cmake -DOUT=… -DFILES=… -DHEADER=… -DTYPE=… -DFUNCTION=… -P embed.cmake
cmake_minimum_required(VERSION 3.25)
set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kFile${number}[] = {${bytes}'\\0'};\n")
  string(APPEND rows "    ${TYPE}{\"${name}\", {kFile${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT "#include \"${HEADER}\"

#include <array>

namespace wardplan {
namespace {

@arrays@
constexpr std::array kAll = {
@rows@};

}  // namespace

std::span<const ${TYPE}> ${FUNCTION}() { return kAll; }

}  // namespace wardplan
")
