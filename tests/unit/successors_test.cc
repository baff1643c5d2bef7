// Who does on a day the work of people that a plan names.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "records/project.h"
#include "records/register.h"

namespace wardplan {
namespace {

const std::string kWard =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople:\n"
    "  - {id: an, name: Nguyễn Văn An, aliases: [Chủ tịch], until: 2025-06-30, successor: binh}\n"
    "  - {id: binh, name: Trần Thị Bình, aliases: [chủ tịch], from: 2025-07-01, until: 2026-06-30, "
    "successor: [cuong, dung]}\n"
    "  - {id: cuong, name: Lê Văn Cường}\n"
    "  - {id: dung, name: Phạm Thị Dung, until: 2026-08-31, successor: an}\n";

struct Read {
  Report report;
  Project project = read_texts({{"ward.yaml", kWard}}, report);
  const Ward& ward() const { return project.wards.front(); }
};

std::vector<std::size_t> on(const Ward& ward, std::size_t entry, const char* day) {
  return in_charge(ward.people, entry, *parse_date(day));
}

TEST_CASE("work goes on to successors behind the last day, as far as they go themselves") {
  const Read read;
  using All = std::vector<std::size_t>;
  CHECK(on(read.ward(), 0, "2025-06-30") == All{0});
  CHECK(on(read.ward(), 0, "2025-07-01") == All{1});
  CHECK(on(read.ward(), 0, "2026-07-01") == All{2, 3});
  // In a circle nobody is left over, and the last of it keeps the work.
  CHECK(on(read.ward(), 0, "2026-09-01") == All{2, 3});
}

TEST_CASE("a word that several share means the one that is there on the day, or comes that year") {
  const Read read;
  const auto meant = [&](const char* day) {
    return find_entry(read.ward().people_words, "Chủ Tịch", *parse_date(day));
  };
  CHECK(meant("2024-01-01") == 0);
  CHECK(meant("2025-01-01") == 0);
  CHECK(meant("2026-01-01") == 1);
  CHECK(meant("2027-01-01") == 0);
}

}  // namespace
}  // namespace wardplan
