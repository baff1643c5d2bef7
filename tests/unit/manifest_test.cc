#include "write/manifest.h"

#include <doctest/doctest.h>

#include <sstream>

#include "disk/files.h"

namespace wardplan {
namespace {

Manifest read(const std::string& text) {
  std::istringstream lines(text);
  return read_manifest(lines);
}

TEST_CASE("a manifest is read back, and a name that is no UTF-8 does not stop it") {
  const std::vector<HashedFile> from = {{"plans/k\xe9.yaml", "bb"}};
  const ManifestHead head = {"2026-11-25", "wardplan 1", "format=md"};
  ManifestEnd end;
  end.inputs = "dd";
  end.looked = {".."};
  end.silent = 2;
  const std::string manifest = manifest_line(head) +
                               manifest_line(ManifestEntry{{"mau/k\xe9.md", "aa"}, 12, from}) +
                               manifest_line(ManifestEntry{{"mau/kế hoạch.md", "cc"}, 3, {}});
  const std::string last = manifest_line(end, sha256(manifest));
  CHECK(manifest ==
        "{\"manifest_version\":2,\"as_of\":\"2026-11-25\",\"program\":\"wardplan 1\","
        "\"asked\":\"format=md\"}\n"
        "{\"path\":\"mau/k\xef\xbf\xbd.md\",\"bytes\":12,\"sha256\":\"aa\",\"from\":"
        "[{\"path\":\"plans/k\xef\xbf\xbd.yaml\",\"sha256\":\"bb\"}]}\n"
        "{\"path\":\"mau/kế hoạch.md\",\"bytes\":3,\"sha256\":\"cc\",\"from\":"
        "[]}\n");
  CHECK(last == "{\"inputs\":\"dd\",\"looked\":[\"..\"],\"without_report\":2,\"lines\":\"" +
                    sha256(manifest) + "\"}\n");
  const Manifest known = read(manifest + last);
  CHECK(known.head == head);
  CHECK(known.files.size() == 2);
  CHECK(known.files.at("mau/k\xef\xbf\xbd.md").sha256 == "aa");
  CHECK(known.files.at("mau/k\xef\xbf\xbd.md").bytes == 12);
  CHECK(known.files.at("mau/k\xef\xbf\xbd.md").from == hash_of(from));
  CHECK(known.files.at("mau/kế hoạch.md").from == hash_of({}));
  CHECK(known.end.inputs == "dd");
  CHECK(known.end.looked == end.looked);
  CHECK(known.end.silent == 2);
}

TEST_CASE("what runs before had made is kept apart, and its bytes are believed as the rest is") {
  const std::string head = manifest_line(ManifestHead{"2026-11-25", "wardplan 1", "--lang vi"});
  const std::string left = left_line("mau/a.md", {"aa", 3, {}});
  CHECK(left == "{\"left\":\"mau/a.md\",\"bytes\":3,\"sha256\":\"aa\"}\n");
  const Manifest known = read(head + left + manifest_line(ManifestEnd{}, sha256(head + left)));
  CHECK(known.files.empty());
  CHECK(known.left.at("mau/a.md").sha256 == "aa");
  CHECK(read(head + left).left.at("mau/a.md").sha256 == "");
}

TEST_CASE("of a manifest that lacks anything only the paths are believed") {
  ManifestEnd end;
  end.inputs = "dd";
  const std::string head = manifest_line(ManifestHead{"2026-11-25", "wardplan 1", "--lang vi"});
  const std::string entry = manifest_line(ManifestEntry{{"mau/a.md", "aa"}, 1, {}});
  const std::string last = manifest_line(end, sha256(head + entry));
  CHECK(read(head + entry + last).end.inputs == "dd");
  for (const std::string& text : {head + last, head + entry, entry + last,
                                  head + entry + last + entry, head + entry + entry + last}) {
    CHECK(read(text).head == ManifestHead{});
    CHECK(!read(text).end.inputs);
    CHECK(read(text).files.size() == (text == head + last ? 0 : 1));
  }
}

TEST_CASE("what is no manifest has no paths") {
  CHECK(read("").files.empty());
  const Manifest known = read(
      "not json\n[1]\n{\"path\":1}\n{\"bytes\":1}\n{\"manifest_version\":[],\"as_of\":3}\n"
      "{\"path\":\"a\",\"bytes\":\"viel\",\"from\":7}\n{\"inputs\":4,\"looked\":[1]}");
  CHECK(known.files.size() == 1);
  CHECK(known.files.at("a").sha256.empty());
  CHECK(!known.end.inputs);
  CHECK(known.end.looked.empty());
}

}  // namespace
}  // namespace wardplan
