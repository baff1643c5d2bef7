// What `update` does to criteria and movements: it refuses and leaves every byte, or only inserts,
// and `undo` takes that off again.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <filesystem>
#include <random>

#include "cli/run.h"
#include "golden/sandbox.h"
#include "support/sound_plan.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::slurp;
using test::any;
using Strings = std::vector<std::string>;

const std::string kFolder = WARDPLAN_SOURCE_DIR "/plans";

int run_on_the_day(const Strings& args, Io& io) {
  io.env = [](const std::string& name) { return name == "WARDPLAN_TODAY" ? "2023-11-20" : ""; };
  return run(args, io);
}

void add_texts(Strings& args, std::mt19937_64& random) {
  for (const char* key : {"note", "evidence"})
    if (random() % 2 == 0) args.push_back(fmt::format("--{}={}", key, test::typed_text(random)));
}

Strings verdict_call(std::mt19937_64& random) {
  Strings args = {"update", "plans/giang-bien/2023-do-thi-van-minh.yaml",
                  fmt::format("{}.{}", 1 + random() % 9, 1 + random() % 8)};
  if (random() % 4 != 0)
    args.push_back(any(random, {"met", "đạt", "chua dat", "not-met", "Không áp dụng", "done"}));
  if (random() % 5 != 0) args.insert(args.end(), {"--round", any(random, {"1", "đợt 2", "2"})});
  if (random() % 2 == 0)
    args.insert(args.end(), {"--value", any(random, {"87,5%", "92%", "3 vụ", "0 vụ", "45/50 hộ"})});
  args.insert(args.end(),
              {"--date", any(random, {"2023-05-10", "31/5/2023", "2023-11-15", "2023-11-20"})});
  add_texts(args, random);
  return args;
}

Strings model_call(std::mt19937_64& random) {
  Strings args = {
      "update", "plans/giang-bien/2023-dan-van-kheo.yaml",
      any(random, {"vd-tuyen-pho", "vd-phan-loai-rac", "vd-gop-y-chi-bo", "vd-phong-chay",
                   "vd-ban-giao-dat", "vd-tu-sach", "dang-ky", "khen-dinh-ky", "ket-qua"})};
  if (random() % 4 != 0)
    args.push_back(any(random, {"effective", "chưa hiệu quả", "in-progress", "done", "hủy"}));
  if (random() % 3 == 0) args.insert(args.end(), {"--round", any(random, {"1", "lần 2", "3"})});
  if (random() % 3 == 0)
    args.insert(args.end(), {"--proposed", any(random, {"dang-uy", "Quận ủy", "ubnd quan", "xã"})});
  if (random() % 4 == 0)
    args.insert(args.end(), {"--due", any(random, {"Tháng 12/2023", "ngày 30/11/2023"})});
  args.insert(args.end(), {"--date", any(random, {"2023-09-08", "10/9/2023", "2023-11-01"})});
  add_texts(args, random);
  return args;
}

/// How many of the calls were recorded; each is tried on what the ones before it left.
int recorded(Strings (*call)(std::mt19937_64&), std::uint64_t seed) {
  const test::TemporaryFolder folder;
  fs::copy(kFolder, folder.path() / "plans", fs::copy_options::recursive);
  const test::WorkingFolder inside(folder.path());
  std::mt19937_64 random(seed);
  int count = 0;
  for (int round = 0; round < 150; ++round) {
    const Strings args = call(random);
    const std::string before = slurp(args[1]);
    Io io;
    const int exit = run_on_the_day(args, io);
    const std::string after = slurp(args[1]);
    const std::string shown = fmt::format("{}\n{}", fmt::join(args, " | "), io.err);
    CAPTURE(shown);
    if (exit != 0) {
      REQUIRE(exit == 1);
      REQUIRE(after == before);
      REQUIRE(io.err.find("không ghi gì") != std::string::npos);
      continue;
    }
    ++count;
    REQUIRE(test::is_insertion(before, after));
    Io undone;
    const int undo_exit = run_on_the_day({"undo", args[1], args[2]}, undone);
    CAPTURE(undone.err);
    REQUIRE(undo_exit == 0);
    REQUIRE(slurp(args[1]) == before);
    // Half of them stay, so that later ones meet them.
    if (random() % 2 == 0) golden::spill(args[1], after);
  }
  return count;
}

TEST_CASE("a verdict is refused and nothing written, or only inserted and undone to the byte") {
  CHECK(recorded(verdict_call, 4) >= 15);
}

TEST_CASE("a model's result is refused and nothing written, or only inserted and undone") {
  CHECK(recorded(model_call, 5) >= 15);
}

}  // namespace
}  // namespace wardplan
