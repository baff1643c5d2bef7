#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lsp/positions.h"

// The texts that an editor has open, in front of those on the disk.

namespace wardplan::lsp {

struct WardView;

/// A text that is open, as it stands there.
struct Document {
  /// As the editor spells it.
  std::string uri = {};
  /// As `identity` spells it.
  std::string path = {};
  std::string text = {};
  std::int64_t version = 0;
  bool is_register = false;
  /// What was read when this text could last be read.
  std::shared_ptr<const WardView> good = {};
};

/// A change of a text: of the part between two places, or of all of it.
struct TextChange {
  bool whole = true;
  Point begin = {};
  Point end = {};
  std::string text = {};
};

void change_text(std::string& text, const TextChange& change, Units units);

/// What is open, and the files that were read, each of which is read again only when the disk says
/// that it has changed.
class Documents {
 public:
  /// None: it is no file of this machine. A text that is open already is opened anew.
  Document* open(const std::string& uri, std::string text, std::int64_t version);
  /// Null: it isn't open.
  Document* find(const std::string& uri);
  void close(const std::string& uri);

  /// That at a path as `identity` spells it, or null.
  const Document* at(const std::string& path) const;
  std::vector<Document*> all();

  /// The bytes of a file as whoever looks at the editor sees them; throws `Failure` as `read_file`.
  std::string read(const std::string& path);

  /// Whether it may be a ward's register.
  bool is_register(const std::string& path);

  /// Takes over how a text stands now, at this version.
  void changed(Document& document, std::int64_t version);

 private:
  struct Kept {
    std::filesystem::file_time_type written = {};
    std::uintmax_t size = 0;
    std::string bytes = {};
    bool is_register = false;
  };
  /// The file as it is now; null: it can't be found.
  const Kept* kept(const std::string& name);

  std::map<std::string, Document> by_uri_;
  std::map<std::string, Kept> kept_;
};

}  // namespace wardplan::lsp
