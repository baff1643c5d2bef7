#include "write/manifest.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

TEST_CASE("a manifest is read back, and a name that is no UTF-8 does not stop it") {
  const std::string manifest =
      write_manifest("2026-11-25", {{{"mau/k\xe9.md", "aa"}, 12, {{"plans/k\xe9.yaml", "bb"}}},
                                    {{"mau/kế hoạch.md", "cc"}, 3, {}}});
  CHECK(manifest ==
        "{\"manifest_version\":1,\"as_of\":\"2026-11-25\"}\n"
        "{\"path\":\"mau/k\xef\xbf\xbd.md\",\"bytes\":12,\"sha256\":\"aa\",\"from\":"
        "[{\"path\":\"plans/k\xef\xbf\xbd.yaml\",\"sha256\":\"bb\"}]}\n"
        "{\"path\":\"mau/kế hoạch.md\",\"bytes\":3,\"sha256\":\"cc\",\"from\":[]}\n");
  CHECK(manifest_paths(manifest) ==
        std::vector<std::string>{"mau/k\xef\xbf\xbd.md", "mau/kế hoạch.md"});
}

TEST_CASE("what is no manifest has no paths") {
  CHECK(manifest_paths("").empty());
  CHECK(manifest_paths("not json\n[1]\n{\"path\":1}\n{\"bytes\":1}").empty());
}

}  // namespace
}  // namespace wardplan
