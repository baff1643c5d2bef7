#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/limits.h"
#include "text/phrase.h"

namespace wardplan {

/// This run cannot go on (a file that cannot be read or written, wrong usage): exit 2.
struct Failure : std::runtime_error {
  explicit Failure(Message what) : std::runtime_error(what.en), message(std::move(what)) {}
  Message message;
};

/// A file or folder that could not be read, and the sentence that says so.
struct UnreadPath {
  std::string path;
  Message why;
};

/// All bytes of an open file, at most `kMaxFileSize` + 1; `name` is for the message of a `Failure`.
std::string read_all(int fd, const std::string& name);

/// Writes all bytes to an open file; on failure throws `Failure` and leaves `errno` as it was.
void write_all(int fd, std::string_view bytes, const std::string& name);

/// All bytes of a file, at most `kMaxFileSize` + 1; throws `Failure` when it cannot be read. Pipes
/// and devices are none, but streams that this run was given open (`/dev/stdin`, `/dev/fd/63`) are.
std::string read_file(const std::string& path);

/// The same of a file that nothing else measures: throws `Failure` when it is over `kMaxFileSize`.
std::string read_whole(const std::string& path);

/// How the bytes of a file are come by, with a `Failure` where they can't be: `read_file`, or what
/// an editor has of it that isn't saved.
using ReadBytes = std::function<std::string(const std::string& path)>;

/// One spelling for every way to name a file.
std::string identity(const std::string& path);

/// The same for many files of few folders: it asks the system about each folder once.
class Identities {
 public:
  std::string operator()(const std::string& path);

  /// Of the folder that a file stands in.
  const std::string& folder_of(const std::string& path);

 private:
  std::map<std::string, std::string> folders_;
};

/// Whether a path has the ending of a record, whatever its case.
bool is_yaml(const std::string& path);

/// `path` itself if it is a file, else every *.yaml and *.yml below it (whatever their case),
/// sorted by name; hidden entries are passed over. What can't be read goes to `failures`.
std::vector<std::string> yaml_files(const std::string& path, std::vector<UnreadPath>& failures);

/// The same, but of a folder only the first ones, those of upper folders before those below: at
/// most so many, of at most as many folders, so that it takes no time in the largest.
std::vector<std::string> first_yaml_files(const std::string& path, std::size_t most);

/// *.yaml and *.yml directly in `folder`, sorted; none when it cannot be read.
std::vector<std::string> yaml_files_in(const std::string& folder);

/// SHA-256 of what is added bit by bit.
class Hash {
 public:
  Hash();
  ~Hash();
  void add(std::string_view bytes);

  /// In small hexadecimal digits; begins anew.
  std::string digits();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 of the bytes in small hexadecimal digits.
std::string sha256(std::string_view bytes);

/// That of an ordinary file of any size; nothing where there is none, or it can't be read.
std::optional<std::string> sha256_of_file(const std::string& path);

}  // namespace wardplan
