# Writes OUT, which says what commit of SOURCE the program is built from; SOURCE is a checkout, or what `git archive` made of
# one (which fills in src/cli/commit.txt), else nobody knows:
# cmake -DOUT=… -DSOURCE=… -P commit.cmake
# With TIME=1 instead of OUT it prints the time of that commit in seconds, 0 where nobody knows.
cmake_policy(VERSION 3.25)
file(STRINGS "${SOURCE}/src/cli/commit.txt" said LIMIT_COUNT 1)
set(changed "")
if(said MATCHES "Format:")
  set(said "")
  find_program(git git)
  if(git AND EXISTS "${SOURCE}/.git")
    execute_process(
      COMMAND "${git}" -C "${SOURCE}" log -1 "--format=%H %cs %ct"
      OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(
      COMMAND "${git}" -C "${SOURCE}" diff --quiet HEAD -- CMakeLists.txt src plans templates
      RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
    if(differs EQUAL 1)
      set(changed ", modified")
    endif()
  endif()
endif()
set(name "")
set(day "")
set(time 0)
if(said MATCHES "^([0-9a-f]+) ([0-9-]+) ([0-9]+)$")
  string(SUBSTRING "${CMAKE_MATCH_1}" 0 12 name)
  set(name "${name}${changed}")
  set(day "${CMAKE_MATCH_2}")
  set(time "${CMAKE_MATCH_3}")
endif()
if(TIME)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${time}")
endif()
if(OUT)
  file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT "#include \"cli/run.h\"

namespace wardplan {

const char* const kCommit = \"@name@\";
const char* const kCommitDay = \"@day@\";

}  // namespace wardplan
")
endif()
