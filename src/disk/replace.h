#pragma once

#include <sys/stat.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disk/folder.h"
#include "disk/system.h"
#include "text/phrase.h"

// A file is always the old or the new text, whole: after a full disk, a crash, a killed program.

namespace wardplan {

/// Whether what is written is on the disk before anything else happens, or once the system sees fit
/// (or `Folder::sync` is called): until then a power cut may leave it empty.
enum class Durable { now, later };

/// A new file `.NAME.wardplan-XXXXXX` beside its target, gone again unless it takes its place.
class Temporary {
 public:
  /// `name` is what a `Failure` calls it, also of the other calls; mode and, if allowed, owner are
  /// those of `old`, or without it those of any new file.
  Temporary(FileSpot spot, std::string name, const std::optional<struct stat>& old);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  /// Writes further bytes.
  void add(std::string_view bytes);

  /// Ends writing.
  void finish(Durable durable);

  /// Renames it over its target: from here on there is only the new text.
  void take_place();

  /// Gives it a name that nothing has, if that still is so; false: something stands there.
  bool take_new_place();

 private:
  FileSpot spot_;
  std::string name_;
  std::optional<struct stat> old_;
  /// Its name in the folder; empty once it has another.
  std::string path_;
  Descriptor file_;
};

/// Removes what killed runs left in a folder; what a living run is writing stays.
void sweep_folder(const FileSpot& spot);

/// Where a path leads, be there a file at its end or not yet; throws `Failure`.
std::string behind_links(const std::string& path);

/// How long one run waits while others hold a file and none of them gets done.
inline constexpr std::chrono::milliseconds kLockPatience{10'000};

/// Turns a file's bytes into new ones; nothing, or the same bytes, leaves the file untouched.
using Change = std::function<std::optional<std::string>(const std::string& bytes)>;

/// How a change went that went well.
struct Rewritten {
  bool written = false;           ///< whether there was anything to write
  std::vector<Message> warnings;  ///< the new text is in place, but
};

/// Reads a file, lets `change` turn its bytes into new ones and replaces it whole or not at all,
/// all under a lock on the file: writers wait for each other and none is lost. Links are followed
/// and stay, mode and (if allowed) owner are kept. Throws `Failure`, or what `change` throws, and
/// has then written nothing: no such file, not an ordinary one, read-only (for root too), larger
/// than `kMaxFileSize` before or after, held by another program, changed by one that takes no lock.
Rewritten rewrite_file(const std::string& path, const Change& change,
                       std::chrono::milliseconds patience = kLockPatience);

/// A file that is written bit by bit and stands there whole at the end, or not at all, whatever it
/// held; what a killed run left of it is swept; links, mode and owner as in `rewrite_file`; a
/// device or a pipe is written to. All calls throw `Failure`.
class WholeFile {
 public:
  explicit WholeFile(const std::string& path);

  /// One that is no link, device or pipe: where such a thing stands it throws `Failure`.
  WholeFile(FileSpot spot, const std::string& name);

  void add(std::string_view bytes);
  void finish(Durable durable = Durable::now);

 private:
  std::string path_;
  std::string folder_;
  /// Of a file that is there; it stays what it is.
  std::optional<struct stat> old_;
  /// A device or a pipe (/dev/stdout) has no whole to keep.
  std::optional<Descriptor> device_;
  std::optional<Temporary> temporary_;
};

/// Writes all of such a file.
void write_whole(const std::string& path, std::string_view bytes, Durable durable = Durable::now);

/// Writes all of a file that isn't there yet; throws `Failure` where anything stands under its
/// name, be it for a moment only, and leaves that as it is.
void write_new(const std::string& path, std::string_view bytes);

}  // namespace wardplan
