#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cmd/face.h"
#include "lsp/documents.h"

// The wards whose files are open, read and checked as `check` does, with the open texts.

namespace wardplan::lsp {

/// One ward as it was read at some time.
struct WardView {
  /// What the records were read with, and lie in.
  std::unique_ptr<Wards> wards;
  WardRecords records;
  /// Of each of its files, as `identity` spells it; empty: it is nowhere on the disk.
  std::vector<std::string> paths;

  const Project& project() const { return records.project; }
  /// The file at a path as `identity` spells it; nothing: it is none of those that were read.
  std::optional<FileId> file(const std::string& path) const;
  /// The same of any file that it speaks of.
  std::string path(FileId file) const;
  /// Whether the file's text could be made a record.
  bool has_record(FileId file) const;
};

/// Where texts are that are not on the disk yet, in place of what `Documents` says.
using Texts = std::map<std::string, std::string>;

class Workspace {
 public:
  /// `io` says the day and the language, and must live as long; what it reads files with is set
  /// until then.
  explicit Workspace(Io& io);
  ~Workspace() { io_.read_record = read_file; }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  Documents& documents() { return documents_; }
  Io& io() { return io_; }

  /// What hangs on a file is to be checked anew.
  void changed(const std::string& path);
  /// The same of everything.
  void all_changed();

  /// The ward of an open text as it is now.
  std::shared_ptr<const WardView> view(Document& document);

  /// The ward as it would be with other texts in place of some.
  std::unique_ptr<WardView> view_with(const Document& document, const Texts& texts);

  /// Checks one of the wards that have changed, if there is one.
  void check_next();
  /// The wards that were checked since, each as it was last.
  std::vector<std::shared_ptr<const WardView>> take_fresh();
  /// Nothing is to be checked, and nothing to be taken.
  bool is_settled() const { return stale_.empty() && fresh_.empty(); }

  /// Wards that were told of and of which no file is open any more.
  std::vector<std::string> take_left();

 private:
  std::shared_ptr<const WardView> check(const WardFiles& files);
  WardFiles files_around(const Document& document);

  Io& io_;
  Documents documents_;
  Texts texts_;
  std::map<std::string, std::shared_ptr<const WardView>> views_;
  std::map<std::string, std::shared_ptr<const WardView>> fresh_;
  /// Open texts whose wards are to be checked, by their addresses.
  std::set<std::string> stale_;
};

}  // namespace wardplan::lsp
