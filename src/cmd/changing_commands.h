#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cmd/io.h"
#include "records/entry_keys.h"
#include "table/read_table.h"

// The commands that change or make records: options in, exit code out.

namespace wardplan {

/// Where a request comes from: the command line, a list with titles, or one that has columns of
/// what `list` prints besides; a sheet for updates, whose cells were empty; or a table that is
/// merged into the record.
enum class Asked { typed, listed, printed, filled, merged };

/// One change of one item, as it is asked for.
struct ChangeRequest {
  std::string address = {};
  Asked asked = Asked::typed;
  /// What a list says the item is, so that a changed address isn't taken for another item's.
  std::string title = {};
  /// The time that a printed line is about, of what comes back: `2`.
  std::string time = {};
  /// As typed: a status in any wording, dates ISO or day first, `V` or `NAME=V`.
  EntryDraft entry = {};
  /// A date before the last entry's is meant.
  bool backdate = false;
  /// What `update` holds back (`Code::guarded`) is meant.
  bool force = false;
  /// Take the last entry off instead of appending one.
  bool undo = false;
  /// Of the row when the sheet was printed that this comes from; empty: it says none.
  std::string fingerprint = {};
  /// Of a row of a sheet in which nothing was filled in: it is only compared with the record.
  bool blank = false;
  /// What a list says of the row that it can't change: key of its column and text.
  std::vector<std::pair<std::string, std::string>> shown = {};
};

/// Of `update` and `undo`.
struct UpdateOptions {
  /// `-`: a list on standard input.
  std::string path;
  ChangeRequest request;
  bool dry_run = false;
  /// Sheets that were filled in, in place of a file and an address.
  std::vector<std::string> sheets = {};
  /// Of sheets that are CSV.
  std::optional<Encoding> encoding = {};
};
int update_command(const UpdateOptions& options, Io& io);

/// Of `add` and `amend`.
struct RowOptions {
  std::string path = {};
  /// Of `amend`: the row.
  std::string address = {};
  /// Of `add`: the row that it comes behind or before; neither: it is the last one.
  std::string after = {};
  std::string before = {};
  /// What was typed for each of `row_key_flags()`.
  std::vector<std::vector<std::string>> values = {};
  /// Keys that go.
  std::vector<std::string> remove = {};
  bool dry_run = false;
};
int add_command(const RowOptions& options, Io& io);
int amend_command(const RowOptions& options, Io& io);

struct RenumberOptions {
  std::string path = {};
  std::string address = {};
  /// As it is to stand in the file.
  std::string number = {};
  bool dry_run = false;
};
int renumber_command(const RenumberOptions& options, Io& io);

struct InitOptions {
  std::string folder = ".";
  /// Asked for where somebody is at the terminal; `ward` is made of the name, `year` is that of the
  /// day asked about, or of a next year the one after.
  std::optional<std::string> name = {};
  std::optional<std::string> ward = {};
  std::optional<std::string> year = {};
  /// Id of a list of criteria that comes with the program; none: the only one.
  std::optional<std::string> list = {};
  /// For editors: the schema of records beside them, and the line by which it is found in each.
  bool schema = false;
  /// The record that is carried into another year, and where to; none: named as it is.
  std::optional<std::string> from = {};
  std::optional<std::string> output = {};
};
int init_command(const InitOptions& options, Io& io);

struct ImportOptions {
  RecordKind kind = RecordKind::plan;
  /// `-`: standard input.
  std::string path;
  /// The record that is made; nothing may stand there but with `merge`, where the table is brought
  /// into it.
  std::string output;
  bool merge = false;
  /// What a merge brings is written, and not only shown.
  bool apply = false;
  std::string ward;
  int year = 0;
  /// Of the file's tables, as they are counted where there are several; none: the only one.
  std::optional<int> table;
  /// What each column is, in their order; none: as its header says.
  std::vector<std::string> columns;
  /// None: as the lines above the table say.
  std::optional<std::string> title;
  std::optional<Encoding> encoding;
  /// Numbers of Excel as a Vietnamese machine shows them.
  bool decimal_comma = false;
  /// Tables of Word that follow each other are one.
  bool join = false;
  /// What the register lacks is put into it; where there is none, one is written beside the record.
  bool with_register = false;
  /// Figures of titles are taken as targets.
  bool with_targets = false;
  /// Of criteria: the id of their list, whether it is written, too, and when they are judged.
  std::string catalogue;
  bool with_catalogue = false;
  std::vector<std::string> rounds;
  /// Of a movement; none: what the title has in quotation marks.
  std::optional<std::string> movement;
};
/// Whether a file is a record of another program by its name, rather than one with a table.
bool is_foreign(const std::string& path);

int import_command(const ImportOptions& options, Io& io);

}  // namespace wardplan
