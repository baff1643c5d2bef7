#include "text/quoted.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

TEST_CASE("insertions, deletions, replacements and swaps of neighbours count one each") {
  CHECK(edit_distance(U"", U"") == 0);
  CHECK(edit_distance(U"", U"abc") == 3);
  CHECK(edit_distance(U"tilte", U"title") == 1);
  CHECK(edit_distance(U"title", U"titles") == 1);
  CHECK(edit_distance(U"kitten", U"sitting") == 3);
  CHECK(edit_distance(U"phường", U"phương") == 1);
}

TEST_CASE("the nearest word is offered when it is near enough to be meant") {
  const std::vector<std::string> keys = {"title", "leader", "lead", "support", "due"};
  struct Example {
    std::string_view seen;
    std::string_view offered;
  };
  for (const Example& example :
       {Example{"tilte", "title"}, Example{"Title", "title"}, Example{"leade", "leader"},
        Example{"suport", "support"}, Example{"duo", "due"}, Example{"ngày", ""}, Example{"x", ""},
        Example{"", ""}, Example{"supervisor", ""}}) {
    CAPTURE(example.seen);
    CHECK(nearest(example.seen, keys).value_or("") == example.offered);
  }
}

TEST_CASE("marks and case do not count for the nearest word, and the first of equals is taken") {
  CHECK(nearest("UBND phuong", {"Công an", "UBND phường"}) == "UBND phường");
  CHECK(nearest("doan the", {"Đoàn thể"}) == "Đoàn thể");
  CHECK(nearest("ab1", {"ab2", "ab3"}) == "ab2");
  CHECK_FALSE(nearest("abc", {}).has_value());
}

TEST_CASE("a name that is shortened is nearer than one that is spelled like it") {
  const std::vector<std::string> units = {
      "UBND", "ubnd", "UB MTTQ phường", "UBMTTQ", "Hội Phụ nữ", "Hội CCB phường", "Công an", "TDP"};
  CHECK(nearest_name("UBMT", units) == "UBMTTQ");
  CHECK(nearest_name("ubmt", {"ubnd", "UB MTTQ phường"}) == "UB MTTQ phường");
  CHECK(nearest_name("HPN", units) == "Hội Phụ nữ");
  CHECK(nearest_name("HCCB", units) == "Hội CCB phường");
  CHECK(nearest_name("tổ dân phố", units) == "TDP");
  CHECK(nearest_name("UBNĐ", units) == "UBND");
  CHECK(nearest_name("cong am", units) == "Công an");
  CHECK_FALSE(nearest_name("CA", units).has_value());
  CHECK_FALSE(nearest_name("hội", units).has_value());
  // Either may be meant.
  CHECK_FALSE(nearest_name("HPN", {"Hội Phụ nữ phường", "Hội Phụ nữ quận"}).has_value());
}

TEST_CASE("long quoted texts lose their middle, others stay") {
  const std::string sixty(60, 'a');
  CHECK(with_short_quotes({"", "`" + sixty + "` is long"}).en == "`" + sixty + "` is long");
  CHECK(with_short_quotes({"", "`" + sixty + "b` is long, `c` isn't"}).en ==
        "`" + std::string(40, 'a') + "…" + std::string(14, 'a') + "b` is long, `c` isn't");
  // A backtick in what is quoted must not make our own words a quote.
  const std::string ours = "`a`b` stands where " + sixty + " is, and `c`";
  CHECK(with_short_quotes({"", ours}).en == ours);
  CHECK(with_short_quotes({"", "one ` alone: " + sixty + sixty}).en ==
        "one ` alone: " + sixty + sixty);
}

}  // namespace
}  // namespace wardplan
