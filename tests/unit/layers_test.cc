#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "golden/sandbox.h"
#include "support/layers.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

using test::layer_faults;

TEST_CASE("a folder includes only itself and the faces of the folders above it") {
  const auto faults = layer_faults(std::filesystem::path(WARDPLAN_SOURCE_DIR) / "src");
  INFO(fmt::format("{}", fmt::join(faults, "\n")));
  CHECK(faults.empty());
}

TEST_CASE("an include against the order of the layers is found and shown with file and line") {
  struct Example {
    std::string_view file;
    std::string_view line;
    std::string_view fault;
  };
  const Example examples[] = {
      {"text/a.cc", "#include \"yaml/read.h\"",
       "text/a.cc:2: text may not include \"yaml/read.h\", which stands below it"},
      {"yaml/a.h", "#  include \"records/record.h\"",
       "yaml/a.h:2: yaml may not include \"records/record.h\", which stands below it"},
      {"write/a.cc", "#include \"cmd/say.h\"",
       "write/a.cc:2: write may not include \"cmd/say.h\", which stands below it"},
      {"write/a.cc", "#include \"cmd/io.h\"",
       "write/a.cc:2: write may not include \"cmd/io.h\", which stands below it"},
      {"cmd/a.cc", "#include \"cli/run.h\"",
       "cmd/a.cc:2: cmd may not include \"cli/run.h\", which stands below it"},
      {"yaml/a.cc", "#include \"node.h\"",
       "yaml/a.cc:2: yaml may not include \"node.h\", which stands below it"},
      {"yaml/a.cc", "#include \"../text/span.h\"",
       "yaml/a.cc:2: includes are written from src/: \"../text/span.h\""},
      {"misc/a.cc", "#include \"text/span.h\"",
       "misc/a.cc:2: the folder `misc` is not among the layers"},
      {"yaml/read.cc", "#include <yaml-cpp/yaml.h>",
       "yaml/read.cc:2: <yaml-cpp/yaml.h> belongs to yaml/foreign.cc alone"},
      {"cmd/a.cc", "#include <CLI/CLI.hpp>",
       "cmd/a.cc:2: <CLI/CLI.hpp> belongs to cli/run.cc alone"},
      {"yaml/a.cc", "#include \"text/inside.h\"",
       "yaml/a.cc:2: \"text/inside.h\" is the inside of text: text/face.h doesn't show it"},
      {"rules/a.cc", "#include <nlohmann/json.hpp>",
       "rules/a.cc:2: <nlohmann/json.hpp> belongs to write/ alone"},
  };
  for (const Example& example : examples) {
    const test::TemporaryFolder src;
    golden::spill(src.path() / "text/face.h", "#include \"text/span.h\"\n");
    golden::spill(src.path() / "text/span.h", "");
    golden::spill(src.path() / example.file, fmt::format("\n{}\n", example.line));
    const auto faults = layer_faults(src.path());
    REQUIRE(faults.size() == 1);
    CHECK(faults.front() == example.fault);
  }
}

TEST_CASE("a face that shows what isn't there is found") {
  const test::TemporaryFolder src;
  golden::spill(src.path() / "text/face.h", "#include \"text/gone.h\"\n");
  const auto faults = layer_faults(src.path());
  REQUIRE(faults.size() == 1);
  CHECK(faults.front() == "text/face.h shows \"text/gone.h\", which isn't there");
}

TEST_CASE("includes along the order of the layers are no fault") {
  const test::TemporaryFolder src;
  golden::spill(src.path() / "cmd/a.cc",
                "#include \"cmd/a.h\"\n#include <vector>\n#include \"text/span.h\"\n// #include "
                "\"cli/run.h\"\n");
  golden::spill(src.path() / "text/face.h", "#include \"text/span.h\"\n");
  golden::spill(src.path() / "text/span.h", "");
  golden::spill(src.path() / "cmd/face.h", "#include \"cmd/a.h\"\n");
  golden::spill(src.path() / "cmd/a.h", "");
  golden::spill(src.path() / "yaml/foreign.cc", "#include <yaml-cpp/eventhandler.h>\n");
  golden::spill(src.path() / "cli/run.cc", "#include <CLI/CLI.hpp>\n#include \"cmd/a.h\"\n");
  golden::spill(src.path() / "diag/a.cc", "#include <nlohmann/json.hpp>\n");
  CHECK(layer_faults(src.path()).empty());
}

}  // namespace
}  // namespace wardplan
