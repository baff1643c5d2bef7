#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/wards.h"
#include "disk/grown.h"
#include "disk/replace.h"
#include "lists/item.h"
#include "lists/left_out.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "tidy/table.h"
#include "write/tidy.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaFile = "schema.json";
constexpr std::string_view kDuckDbFile = "duckdb.sql";
/// What engines take for a partition without a value.
constexpr std::string_view kNoValue = "__HIVE_DEFAULT_PARTITION__";

/// What no table was made from.
constexpr TidyField kLeftOut[] = {
    {"file", TidyType::text, {"tệp", "the file"}},
    {"ward", TidyType::text, {"mã phường, nếu biết", "its ward, where that is known"}},
    {"errors", TidyType::integer, {"số lỗi; trống: không đọc được", "errors; none: unreadable"}},
    {"why", TidyType::text, {"lỗi đầu tiên", "its first error"}},
};

TidyTable left_out_table() {
  return {"left_out",
          {"tệp có lỗi, không có trong bảng nào", "files with errors, which no table has"},
          [] { return std::vector(std::begin(kLeftOut), std::end(kLeftOut)); },
          nullptr};
}

std::vector<TidyTable> all_tables() {
  std::vector<TidyTable> tables(tidy_tables().begin(), tidy_tables().end());
  tables.push_back(left_out_table());
  return tables;
}

/// A value as the name of a folder: signs that some system doesn't take in names, and the one that
/// stands before their codes, as `%XX`.
std::string folder_value(std::string_view value) {
  std::string name;
  for (const char c : value) {
    const bool plain = static_cast<unsigned char>(c) >= 0x80 || is_plain_ascii(c);
    if (plain && std::string_view("/\\:*?\"<>|%=.").find(c) == std::string_view::npos)
      name += c;
    else
      name += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name.empty() ? std::string(kNoValue) : name;
}

/// Where the rows of a table go.
class Placed {
 public:
  Placed(const TidyTable& table, const ExportOptions& options)
      : table_(table), options_(options), fields_(table.fields()) {
    const auto place_of = [&](std::string_view key) {
      const auto field = std::ranges::find(fields_, key, &TidyField::key);
      return static_cast<std::size_t>(field - fields_.begin());
    };
    ward_ = place_of("ward");
    year_ = place_of("year");
  }

  std::string path_of(const std::vector<TidyValue>& row, const Project* project) const {
    std::string path = std::string(table_.name) + "/";
    if (year_ < fields_.size()) path += fmt::format("year={}/", std::get<std::int64_t>(row[year_]));
    if (options_.group) path += folder_value(*options_.group) + "=" + group_of(row, project) + "/";
    return path + options_.part + "." + options_.format;
  }

  std::string line(const std::vector<TidyValue>& row) const {
    return is_csv() ? tidy_csv_line(row) : tidy_json_line(fields_, row);
  }

  std::string head() const { return is_csv() ? tidy_csv_head(fields_) : std::string(); }

 private:
  bool is_csv() const { return options_.format == "csv"; }

  std::string group_of(const std::vector<TidyValue>& row, const Project* project) const {
    const auto* id = std::get_if<std::string>(&row[ward_]);
    if (id == nullptr || project == nullptr) return std::string(kNoValue);
    for (const Ward& ward : project->wards)
      if (ward.id.value == *id)
        for (const KeyedText& group : ward.groups)
          if (fold(group.name.value) == fold(*options_.group))
            return folder_value(group.value.value);
    return std::string(kNoValue);
  }

  const TidyTable& table_;
  const ExportOptions& options_;
  std::vector<TidyField> fields_;
  std::size_t ward_ = 0, year_ = 0;
};

/// Some lines of a file, and of which table.
struct Lines {
  std::size_t table = 0;
  std::string path;
  std::string text;
  std::int64_t count = 0;
};

/// The lines of a ward, of each file together.
std::vector<Lines> lines_of(const WardRecords& records, const std::vector<Placed>& places,
                            const Io& io) {
  std::vector<Lines> all;
  const TidyWard ward{records.project, records.report, io.as_of, io.soon};
  for (std::size_t table = 0; table < tidy_tables().size(); ++table) {
    const std::size_t first = all.size();
    tidy_tables()[table].rows(ward, [&](std::vector<TidyValue>&& row) {
      std::string path = places[table].path_of(row, &records.project);
      auto file = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                               [&](const Lines& lines) { return lines.path == path; });
      if (file == all.end()) {
        all.push_back({table, std::move(path), {}});
        file = all.end() - 1;
      }
      file->text += places[table].line(row);
      ++file->count;
    });
  }
  return all;
}

/// The files of one run, and how many rows each table got.
struct Export {
  GrownFiles files;
  std::vector<Placed> places;
  std::vector<std::int64_t> rows;

  void add(const Lines& lines) {
    if (!files.has(lines.path)) files.add(lines.path, places[lines.table].head());
    files.add(lines.path, lines.text);
    rows[lines.table] += lines.count;
  }
};

void add_left_out(const std::vector<LeftOut>& files, Export& made) {
  const auto text = [](const std::string& of) { return of.empty() ? TidyValue() : TidyValue(of); };
  const std::size_t table = made.places.size() - 1;
  for (const LeftOut& one : files) {
    const std::vector<TidyValue> row = {
        text(one.file), text(one.ward),
        one.errors ? TidyValue(static_cast<std::int64_t>(*one.errors)) : TidyValue(),
        text(one.why)};
    made.add({table, made.places[table].path_of(row, nullptr), made.places[table].line(row), 1});
  }
}

/// A table without rows is one all the same, so that whoever asks for it gets none rather than an
/// error.
void add_empty(const std::vector<TidyTable>& tables, const Date& as_of, Export& made) {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    if (made.rows[table] > 0) continue;
    std::vector<TidyValue> row(tables[table].fields().size());
    const auto fields = tables[table].fields();
    for (std::size_t at = 0; at < fields.size(); ++at)
      if (fields[at].key == "year")
        row[at] = static_cast<std::int64_t>(static_cast<int>(as_of.year()));
    made.add({table, made.places[table].path_of(row, nullptr), {}, 0});
  }
}

/// Whether a path below the folder of a table is one of this part, whole or not: at most a year and
/// a group above it.
bool is_of_part(const fs::path& path, const ExportOptions& options) {
  const std::string file = options.part + "." + options.format;
  if (path.filename() != file && path.filename() != GrownFiles::until_whole(file)) return false;
  int folders = 0;
  for (const fs::path& folder : path.parent_path()) {
    if (folder.string().find('=') == std::string::npos) return false;
    ++folders;
  }
  return folders <= 2;
}

/// Files of this part that an earlier run made and this one didn't, which would count beside it,
/// and what an earlier run left that was killed.
void remove_earlier(const ExportOptions& options, const std::vector<TidyTable>& tables,
                    const std::set<std::string>& made, const Folder& folder) {
  std::vector<std::string> earlier;
  for (const TidyTable& table : tables) {
    std::error_code ignored;
    const fs::path root = fs::path(options.folder) / table.name;
    for (const auto& entry : fs::recursive_directory_iterator(root, ignored)) {
      const fs::path within = entry.path().lexically_relative(root);
      const std::string path = (fs::path(table.name) / within).generic_string();
      const bool is_made = std::ranges::any_of(made, [&](const std::string& one) {
        return path == one || path == GrownFiles::until_whole(one);
      });
      if (is_of_part(within, options) && !is_made) earlier.push_back(path);
    }
  }
  for (const std::string& path : earlier) folder.remove(path);
}

/// A folder that holds anything but an export isn't filled, nor one of files that end otherwise:
/// whoever reads the one reads past the other.
void refuse_other_folder(const ExportOptions& options) {
  std::error_code ignored;
  const fs::path schema = fs::path(options.folder) / kSchemaFile;
  if (!fs::exists(options.folder, ignored)) return;
  if (!fs::is_directory(options.folder, ignored)) cannot_write(options.folder, ENOTDIR);
  if (fs::is_empty(options.folder, ignored)) return;
  const std::string head =
      fs::is_regular_file(schema, ignored) ? read_file(schema.string()) : std::string();
  if (head.starts_with(tidy_schema_head(options.format))) return;
  for (const std::string_view other : {"jsonl", "csv"})
    if (head.starts_with(tidy_schema_head(other)))
      throw Failure(say("`{0}` có bản xuất `{1}`; xuất `{2}` vào thư mục khác",
                        "`{0}` has an export as `{1}`; export `{2}` into another folder",
                        options.folder, other, options.format));
  throw Failure(
      say("`{0}` có tệp khác, không phải bản xuất của `wardplan export`; xuất vào một "
          "thư mục mới",
          "`{0}` has other files and is no folder of `wardplan export`; export into a "
          "new one",
          options.folder));
}

/// From here on the folder is one of exports, whatever becomes of this run.
void begin_folder(const ExportOptions& options, const std::vector<TidyTable>& tables,
                  const Folder& folder) {
  WholeFile schema(folder.spot(std::string(kSchemaFile)), std::string(kSchemaFile));
  schema.add(tidy_schema(tables, options.format));
  schema.finish(Durable::later);
}

void tell_rows(const Export& made, const std::vector<TidyTable>& tables,
               const ExportOptions& options, Io& io) {
  for (std::size_t table = 0; table < tables.size(); ++table)
    if (made.rows[table] > 0)
      io.out += fmt::format(
          "{}/{}: {}\n", options.folder, tables[table].name,
          say("{0} dòng", "{1}", made.rows[table], counted(made.rows[table], "row")).in(io.lang));
}

/// By the keys that wards have, in their order.
Message unknown_group(const std::map<std::string, std::string>& keys,
                      const ExportOptions& options) {
  if (!options.group) return {};
  return unknown_group_key(texts(keys, [](const auto& key) { return key.second; }), *options.group);
}

}  // namespace

int export_command(const ExportOptions& options, Io& io) {
  Wards wards(options.paths, {.errors_only = true}, io);
  const Folder folder = Folder::make(options.folder);
  folder.hold([&] {
    complain(say("lệnh `export` khác đang xuất vào `{}`, chờ nó xong",
                 "another `export` is filling `{}`, this one waits for it", options.folder),
             io);
  });
  const std::vector<TidyTable> tables = all_tables();
  refuse_other_folder(options);
  const bool is_new = !folder.has(std::string(kSchemaFile));
  const auto without_tables = [&](int code) {
    if (is_new) folder.remove(std::string(kSchemaFile));
    return code;
  };
  begin_folder(options, tables, folder);
  Export made{.files = GrownFiles(Folder::make(options.folder), options.folder),
              .places = {},
              .rows = std::vector<std::int64_t>(tables.size())};
  for (const TidyTable& table : tables) made.places.emplace_back(table, options);
  std::map<std::string, std::string> keys;
  wards.each_told(
      io.threads, [&](const WardRecords& records) { return lines_of(records, made.places, io); },
      [&](const WardRecords& records, std::vector<Lines>&& all) {
        for (const Lines& lines : all) made.add(lines);
        for (const Ward& ward : records.project.wards)
          for (const KeyedText& group : ward.groups)
            keys.emplace(collation_key(group.name.value), group.name.value);
      },
      io);
  if (!wards.tell_faults(
          {"hồ sơ có lỗi không có trong bảng nào", "records with errors are in no table"}, io))
    return without_tables(wards.exit_code());
  if (const Message why = unknown_group(keys, options); !why.empty())
    return without_tables(refused(why, io));
  add_left_out(wards.left_out(), made);
  add_empty(tables, io.as_of, made);
  made.files.add(std::string(kDuckDbFile), tidy_duckdb(tables, options.format));
  remove_earlier(options, tables, made.files.paths(), folder);
  made.files.finish();
  tell_rows(made, tables, options, io);
  return wards.exit_code();
}

}  // namespace wardplan
