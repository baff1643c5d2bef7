# Writes OUT, a source file that holds the files FILES byte for byte: cmake -DOUT=… -DFILES=… -P embed.cmake
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
  string(APPEND rows "    ShippedTemplate{\"${name}\", {kFile${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT "#include \"template/fill.h\"

#include <array>

namespace wardplan {
namespace {

@arrays@
constexpr std::array kAll = {
@rows@};

}  // namespace

std::span<const ShippedTemplate> shipped_templates() { return kAll; }

}  // namespace wardplan
")
