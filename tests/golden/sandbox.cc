#include "golden/sandbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "cli/run.h"
#include "rules/check.h"
#include "support/temporary.h"

namespace wardplan::golden {
namespace {

namespace fs = std::filesystem;
using Snapshot = std::map<std::string, std::string>;

Snapshot snapshot(const fs::path& folder) {
  Snapshot files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).string()] = slurp(entry.path());
  return files;
}

void lay(const Case& played, const fs::path& source_dir) {
  // Registers are looked up in the folders above, as far as the repository goes.
  fs::create_directory(".git");
  for (const std::string& folder : played.copies)
    fs::copy(source_dir / folder, folder, fs::copy_options::recursive);
  for (const auto& [path, bytes] : played.files) spill(path, bytes);
}

Io make_io(const Case& played) {
  Io io;
  io.env = [&played](const std::string& name) {
    const auto found = played.env.find(name);
    return found == played.env.end() ? std::string() : found->second;
  };
  io.read_stdin = [&played] { return played.stdin_bytes; };
  io.read_more = [rest = played.stdin_bytes](bool) mutable { return std::exchange(rest, {}); };
  io.out_is_terminal = played.out_is_terminal;
  io.out_width = played.out_width;
  io.err_is_terminal = played.err_is_terminal;
  if (std::ranges::find(played.codes, "all") == played.codes.end()) io.told_codes = played.codes;
  return io;
}

std::optional<std::string> content_in(const Snapshot& files, const std::string& path) {
  const auto found = files.find(path);
  return found == files.end() ? std::nullopt : std::optional(found->second);
}

/// The code that a file's name begins with, or an empty text.
std::string code_in(const std::string& name) {
  const std::string id = name.substr(0, name.find('-'));
  return find_code(id) == nullptr ? "" : id;
}

/// Answers that somebody types; a terminal shows questions and what is typed.
void type_answers(const Case& played, Io& io) {
  if (!played.in_is_terminal) return;
  io.ask = [&io, rest = std::string_view(played.stdin_bytes)](
               const std::string& question) mutable -> std::optional<std::string> {
    io.err += question;
    if (rest.empty()) return std::nullopt;
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string line(rest.substr(0, rest[end] == '\n' ? end : end + 1));
    rest.remove_prefix(end + 1);
    io.err += line + "\n";
    return line;
  };
}

}  // namespace

Case load_case(const fs::path& path, const fs::path& source_dir) {
  Case made = parse_case(slurp(path));
  const std::string own = code_in(path.filename().string());
  if (!own.empty()) made.codes.push_back(own);
  std::map<std::string, std::string> shared;
  for (const std::string& base : made.bases)
    for (auto& [file, bytes] : parse_base(slurp(source_dir / "tests/bases" / (base + ".base"))))
      if (!shared.emplace(file, bytes).second)
        throw std::runtime_error(fmt::format("two bases lay `{}`", file));
  for (const auto& [file, bytes] : made.appended) {
    if (!shared.contains(file)) throw std::runtime_error(fmt::format("no base lays `{}`", file));
    shared[file] += bytes;
  }
  made.files.merge(shared);
  return made;
}

Outcome run_case(const Case& played, const fs::path& source_dir) {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  lay(played, source_dir);
  const Snapshot before = snapshot(folder.path());
  Io io = make_io(played);
  type_answers(played, io);
  Outcome actual;
  actual.exit_code = run(played.args, io);
  actual.out = std::move(io.out);
  actual.err = std::move(io.err);
  const Snapshot after = snapshot(folder.path());
  for (const auto& [path, bytes] : before)
    if (content_in(after, path) != bytes) actual.after[path] = content_in(after, path);
  for (const auto& [path, bytes] : after)
    if (!before.contains(path)) actual.after[path] = bytes;
  // What the case speaks of is told even when it is as it was.
  for (const auto& [path, bytes] : played.expected.after)
    actual.after[path] = content_in(after, path);
  return actual;
}

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace wardplan::golden
