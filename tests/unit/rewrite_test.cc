#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "disk/files.h"
#include "disk/replace.h"
#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::slurp;
using golden::spill;
using Names = std::vector<std::string>;

/// A change that adds to the end.
Change append(const std::string& text) {
  return [text](const std::string& bytes) { return bytes + text; };
}

Names names_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

struct stat status_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status;
}

/// The English message of the `Failure` that must come, or what came instead.
std::string refusal(const std::string& path, const Change& change,
                    std::chrono::milliseconds patience = kLockPatience) {
  try {
    return rewrite_file(path, change, patience).written ? "written" : "left";
  } catch (const Failure& failure) {
    CHECK(failure.message.vi.find("`" + path + "`") != std::string::npos);
    CHECK(failure.message.vi != failure.message.en);
    return failure.message.en;
  }
}

bool says(const std::string& message, std::string_view words) {
  CAPTURE(message);
  return message.find(words) != std::string::npos;
}

TEST_CASE("a file is rewritten from its own bytes, whatever they are, with nothing beside it") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  const std::string bytes("một\r\n\0\xFF", 9);
  spill("Kế hoạch.yaml", bytes);
  const Rewritten done = rewrite_file("Kế hoạch.yaml", append("hai"));
  CHECK(done.written);
  CHECK(done.warnings.empty());
  CHECK(slurp("Kế hoạch.yaml") == bytes + "hai");
  CHECK(names_in(".") == Names{"Kế hoạch.yaml"});
}

TEST_CASE("a file that is left or comes out the same is not touched") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  spill(path, "cũ");
  const struct timespec old[2] = {{1000, 0}, {1000, 5}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), old, 0) == 0);
  const struct stat before = status_of(path);
  CHECK(refusal(path, append("")) == "left");
  CHECK(refusal(path, [](const std::string&) { return std::nullopt; }) == "left");
  const struct stat after = status_of(path);
  CHECK(after.st_ino == before.st_ino);
  CHECK(after.st_mtim.tv_sec == 1000);
  CHECK(after.st_mtim.tv_nsec == 5);
  CHECK(names_in(folder.path()) == Names{"a.yaml"});
}

TEST_CASE("links stay links, also several in a row and over folders") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("đích/a.yaml", "một");
  fs::create_symlink("../đích/a.yaml", "đích/b.yaml");
  fs::create_directory_symlink("đích", "lối");
  fs::create_symlink("lối/b.yaml", "c.yaml");
  CHECK(rewrite_file("c.yaml", append(" hai")).written);
  CHECK(fs::read_symlink("c.yaml") == "lối/b.yaml");
  CHECK(fs::read_symlink("đích/b.yaml") == "../đích/a.yaml");
  CHECK(fs::is_symlink("lối"));
  CHECK_FALSE(fs::is_symlink("đích/a.yaml"));
  CHECK(slurp("đích/a.yaml") == "một hai");
  CHECK(names_in("đích") == Names{"a.yaml", "b.yaml"});
}

TEST_CASE("mode and, for root, owner are kept") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  for (const mode_t mode : {0640u, 0606u, 0600u, 04755u}) {
    spill(path, "cũ");
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    CHECK(rewrite_file(path, append(" mới")).written);
    CHECK((status_of(path).st_mode & 07777) == mode);
  }
  if (::geteuid() != 0) return;
  REQUIRE(::chown(path.c_str(), 1234, 2345) == 0);
  REQUIRE(::chmod(path.c_str(), 02664) == 0);
  CHECK(rewrite_file(path, append("!")).written);
  CHECK(status_of(path).st_uid == 1234);
  CHECK(status_of(path).st_gid == 2345);
  CHECK((status_of(path).st_mode & 07777) == 02664);
}

TEST_CASE("what cannot be rewritten is told and nothing is asked of the change") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("đọc.yaml", "cũ");
  REQUIRE(::chmod("đọc.yaml", 0444) == 0);
  spill("lớn.yaml", std::string(kMaxFileSize + 1, ' '));
  fs::create_directory("thư mục");
  fs::create_symlink("không có.yaml", "hụt.yaml");
  fs::create_symlink("vòng.yaml", "vòng.yaml");
  REQUIRE(::mkfifo("ống.yaml", 0600) == 0);
  const Names before = names_in(".");
  const std::array<std::pair<const char*, std::string_view>, 8> rows{{
      {"đọc.yaml", "the file is read-only"},
      {"lớn.yaml", "larger than 16 MiB"},
      {"thư mục", "it is a folder"},
      {"hụt.yaml", "the link leads to no file"},
      {"vòng.yaml", "links lead in a circle"},
      {"ống.yaml", "not an ordinary file"},
      {"không có.yaml", "no such file or folder"},
      {"đọc.yaml/a.yaml", "not a folder"},
  }};
  const Change never = [](const std::string&) -> std::optional<std::string> {
    FAIL("asked");
    return std::nullopt;
  };
  for (const auto& [path, words] : rows) CHECK(says(refusal(path, never), words));
  CHECK(slurp("đọc.yaml") == "cũ");
  CHECK(names_in(".") == before);
}

TEST_CASE("a folder in which no file may be made is named") {
  if (::geteuid() == 0) return;  // root makes files everywhere
  const test::TemporaryFolder folder;
  const fs::path inner = folder.path() / "khóa";
  spill(inner / "a.yaml", "cũ");
  REQUIRE(::chmod(inner.c_str(), 0555) == 0);
  CHECK(says(refusal(inner / "a.yaml", append("!")),
             "no permission to make a file in the folder `" + inner.string() + "`"));
  CHECK(slurp(inner / "a.yaml") == "cũ");
  REQUIRE(::chmod(inner.c_str(), 0755) == 0);
}

TEST_CASE("a change that fails or grows too large leaves all as it was") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  spill(path, "cũ");
  CHECK_THROWS_AS(rewrite_file(path,
                               [](const std::string&) -> std::optional<std::string> {
                                 throw std::runtime_error("lỗi");
                               }),
                  std::runtime_error);
  CHECK(says(refusal(path, append(std::string(kMaxFileSize, ' '))), "over 16 MiB"));
  CHECK(slurp(path) == "cũ");
  CHECK(names_in(folder.path()) == Names{"a.yaml"});
  CHECK_MESSAGE(refusal(path, append("!"), {}) == "written", "the lock is free again");
}

TEST_CASE("what an editor saves meanwhile is not written over") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  const std::array<std::pair<std::string_view, std::function<void()>>, 4> editors{{
      {"khác", [&] { spill(path, "khác"); }},
      {"dài", [&] { spill(path, "cũ và dài"); }},
      {"thay",
       [&] {
         spill(folder.path() / "b", "cũ");
         fs::rename(folder.path() / "b", path);
       }},
      {"xóa", [&] { fs::remove(path); }},
  }};
  for (const auto& editor : editors) {
    const std::string_view name = editor.first;
    CAPTURE(name);
    spill(path, "cũ");
    std::string saved;
    CHECK(says(refusal(path,
                       [&](const std::string& bytes) {
                         editor.second();
                         if (fs::exists(path)) saved = slurp(path);
                         return bytes + "!";
                       }),
               "nothing was written, run the command again"));
    CHECK(fs::exists(path) == (name != "xóa"));
    if (fs::exists(path)) CHECK(slurp(path) == saved);
    CHECK(names_in(folder.path()).size() == (name == "xóa" ? 0 : 1));
  }
}

TEST_CASE("leftovers of killed runs on this file are swept, nothing else is") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  const Names kept{".a.yaml.wardplan-",        ".a.yaml.wardplan-ALIVE1", ".a.yaml.wardplan-L1nk00",
                   ".a.yaml.wardplan-long777", ".b.yaml.wardplan-AbC123", "a.yaml",
                   "a.yaml.wardplan-AbC123"};
  for (const std::string& name : kept)
    if (name != ".a.yaml.wardplan-L1nk00") spill(name, "x");
  fs::create_symlink("a.yaml", ".a.yaml.wardplan-L1nk00");
  spill(".a.yaml.wardplan-AbC123", "nửa");
  spill(".a.yaml.wardplan-zzz999", "");
  const int alive = ::open(".a.yaml.wardplan-ALIVE1", O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(alive, LOCK_EX) == 0);
  CHECK(rewrite_file("a.yaml", append("!")).written);
  ::close(alive);
  CHECK(names_in(".") == kept);
}

TEST_CASE("another name of the file that keeps the old text is warned of") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("a.yaml", "cũ");
  fs::create_hard_link("a.yaml", "b.yaml");
  const Rewritten done = rewrite_file("a.yaml", append(" mới"));
  CHECK(done.written);
  REQUIRE(done.warnings.size() == 1);
  CHECK(says(done.warnings[0].en, "`a.yaml` is written, but another name"));
  CHECK(slurp("a.yaml") == "cũ mới");
  CHECK(slurp("b.yaml") == "cũ");
  CHECK(rewrite_file("a.yaml", append("!")).warnings.empty());
}

/// Another process that holds the lock of a file until it is let go.
class Holder {
 public:
  explicit Holder(const fs::path& path) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    child_ = ::fork();
    if (child_ == 0) {
      const int file = ::open(path.c_str(), O_RDONLY);
      const char held = ::flock(file, LOCK_EX) == 0 ? 'y' : 'n';
      if (::write(ends[1], &held, 1) == 1) ::pause();
      ::_exit(0);
    }
    char held = 'n';
    REQUIRE(::read(ends[0], &held, 1) == 1);
    REQUIRE(held == 'y');
    for (const int end : ends) ::close(end);
  }
  ~Holder() { let_go(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  void let_go() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = 0;
  }

 private:
  pid_t child_ = 0;
};

TEST_CASE("a file that another program holds is waited for, but not for ever") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  spill(path, "cũ");
  Holder holder(path);
  CHECK(says(refusal(path, append("!"), std::chrono::milliseconds(30)),
             "another program is holding the file, try again later"));
  CHECK(slurp(path) == "cũ");
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    holder.let_go();
  });
  CHECK(refusal(path, append("!")) == "written");
  later.join();
  CHECK(slurp(path) == "cũ!");
}

TEST_CASE("writers of one file at the same time all land, through links too") {
  constexpr int kWriters = 8, kLines = 12;
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml", link = folder.path() / "b.yaml";
  spill(path, "");
  fs::create_symlink("a.yaml", link);
  std::vector<std::thread> writers;
  std::array<int, kWriters> written{};
  for (int writer = 0; writer < kWriters; ++writer)
    writers.emplace_back([&, writer] {
      for (int line = 0; line < kLines; ++line)
        written[static_cast<std::size_t>(writer)] +=
            rewrite_file(writer % 2 == 0 ? path : link, append("một dòng\n")).written;
    });
  for (std::thread& writer : writers) writer.join();
  CHECK(std::ranges::all_of(written, [](int count) { return count == kLines; }));
  CHECK(slurp(path).size() == kWriters * kLines * std::string_view("một dòng\n").size());
  CHECK(names_in(folder.path()) == Names{"a.yaml", "b.yaml"});
}

}  // namespace
}  // namespace wardplan
