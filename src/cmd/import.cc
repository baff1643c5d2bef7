#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/import_files.h"
#include "cmd/import_findings.h"
#include "cmd/import_merge.h"
#include "cmd/import_rows.h"
#include "cmd/import_told.h"
#include "cmd/io.h"
#include "cmd/lock_file.h"
#include "cmd/plan_file.h"
#include "cmd/typed.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "yaml/foreign.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

ReadFile read_input(const ImportOptions& options, Io& io) {
  const ReadOptions how{
      .encoding = options.encoding, .join = options.join, .decimal_comma = options.decimal_comma};
  if (options.path == kStdin) return read_tables(io.read_stdin(), "<stdin>", how);
  refuse_folder(options.path);
  refuse_lock_file(options.path);
  return read_tables(read_whole(options.path), options.path, how);
}

bool complain_about_problems(const ReadFile& file, const std::string& path, Io& io) {
  for (const TableRemark& problem : file.problems)
    complain(say("{}: {}", "{}: {}", path, with_hint(problem.message, problem.help)), io);
  return !file.problems.empty();
}

/// The table that is meant, or none, which is said.
std::optional<std::size_t> chosen_table(const ReadFile& file, const ImportOptions& options,
                                        Io& io) {
  std::vector<std::size_t> whole;
  for (std::size_t at = 0; at < file.tables.size(); ++at) {
    const ReadTable& table = file.tables[at];
    if (options.table ? table.number == static_cast<std::uint32_t>(*options.table) : !table.inside)
      whole.push_back(at);
  }
  // Papers have tables that only hold their heads and signatures in place.
  if (!options.table && whole.size() > 1 && options.columns.empty()) {
    std::vector<std::size_t> headed;
    std::ranges::copy_if(whole, std::back_inserter(headed), [&](std::size_t at) {
      const auto headings = find_headings(file.tables[at], {options.kind, options.year});
      return headings && headings->main;
    });
    if (headed.size() == 1) return headed.front();
  }
  if (whole.size() == 1) return whole.front();
  if (file.tables.empty()) {
    complain(say("`{}` không có bảng nào", "there is no table in `{}`", options.path), io);
    return std::nullopt;
  }
  complain(options.table ? say("không có bảng {}; các bảng của tệp:",
                               "there is no table {}; those of the file:", *options.table)
                         : say("có {} bảng; chọn một bằng `--table N`:",
                               "there are {} tables; choose one with `--table N`:", whole.size()),
           io);
  for (const ReadTable& table : file.tables)
    if (!table.inside) complain(say("  {}", "  {}", summary_of(table)), io);
  if (file.kind == FileKind::word && !options.table && !options.join)
    complain({"nếu là một bảng bị ngắt thành nhiều, thêm `--join`",
              "where these are one table that was broken up, add `--join`"},
             io);
  return std::nullopt;
}

/// A record of another program: its keys are ours, only how it is written isn't.
int import_foreign(const ImportOptions& options, Io& io) {
  refuse_folder(options.path);
  yaml::Strict strict = yaml::strict_text(read_whole(options.path));
  if (!strict.fault.empty()) {
    complain(say("{}: {}", "{}: {}", options.path, strict.fault), io);
    return kCannot;
  }
  NewFiles made;
  made.files.emplace_back(options.output, std::move(strict.text));
  read_again(made);
  if (is_broken(made)) {
    tell_errors(made.project, made.report, io);
    // The reader of foreign YAML knows no places, and that file would otherwise be looked for.
    complain(
        say("dòng, cột nêu trên là của hồ sơ `{}` sẽ lập, chưa có tệp ấy; chữ cần sửa nằm "
            "trong `{}`",
            "these lines and columns are those of the record `{}` as it would be made; what is "
            "to be mended stands in `{}`",
            options.output, options.path),
        io);
    return refuse_broken(io);
  }
  refuse_same_record(made, options);
  write_files(made, io);
  for (const Message& told : strict.told) complain(told, io);
  tell_check(made, options, io);
  return kFine;
}

int import_table(Imported& imported, const ImportOptions& options, Io& io) {
  RecordHead head = read_import(imported, options, io.as_of);
  // Results of rows that are there are recorded by `update`.
  if (!options.merge) head.day = io.as_of;
  NewFiles made = new_files(imported, head, options);
  if (is_broken(made)) {
    tell_import(imported, options, io);
    tell_faults(imported, made, io);
    return refuse_broken(io);
  }
  if (options.merge) {
    tell_import(imported, options, io);
    return merge_record(imported, made, options, io);
  }
  refuse_same_record(made, options);
  write_files(made, io);
  tell_import(imported, options, io);
  tell_findings(imported, made, io);
  if (made.grown && !imported.proposed.empty())
    complain(say("đã thêm vào {}; xem lại các tên trong đó", "{} has grown; look at its names",
                 made.grown->path),
             io);
  else if (!made.grown && std::ranges::any_of(made.files, [&](const NewFile& file) {
             return file.first == register_path(options);
           }))
    complain(
        say("đã ghi {}; xem lại tên phường và các tên trong đó",
            "{} is written; look at the ward's name and all names in it", register_path(options)),
        io);
  if (options.with_catalogue)
    complain(say("đã ghi {}; thêm ngưỡng và điều kiện mà văn bản nêu",
                 "{} is written; add the thresholds and conditions that the document states",
                 catalogue_path(options)),
             io);
  tell_check(made, options, io);
  return imported.rows.unplaced.empty() ? kFine : kFound;
}

int import_file(const ImportOptions& options, const Project* into, Io& io) {
  ReadFile file = read_input(options, io);
  if (complain_about_problems(file, options.path, io)) return kCannot;
  if (options.decimal_comma && file.kind != FileKind::excel)
    throw Failure(
        {"`--decimal-comma` chỉ dùng với tệp Excel", "`--decimal-comma` is for Excel files"});
  if (options.join && file.kind != FileKind::word)
    throw Failure({"`--join` chỉ dùng với tệp Word", "`--join` is for Word files"});
  const auto table = chosen_table(file, options, io);
  if (!table) return kCannot;
  Imported imported{.file = std::move(file),
                    .table = *table,
                    .into = into == nullptr ? nullptr : &into->plans.front(),
                    .record = into};
  return import_table(imported, options, io);
}

/// Brings a table into the record that is there.
int import_into(ImportOptions options, Io& io) {
  const auto into = read_merged(options, io);
  if (const int* code = std::get_if<int>(&into)) return *code;
  return import_file(options, &std::get<JudgedText>(into).project, io);
}

}  // namespace

bool is_foreign(const std::string& path) {
  return is_yaml(path) || fold(fs::path(path).extension().string()) == ".json";
}

int import_command(const ImportOptions& options, Io& io) {
  if (options.merge) return import_into(options, io);
  refuse_existing({options.output}, {"nêu tên khác sau `-o`", "name another with `-o`"});
  if (is_foreign(options.path)) return import_foreign(options, io);
  if (options.with_catalogue)
    refuse_existing({catalogue_path(options)},
                    {"bỏ `--with-catalogue`", "leave `--with-catalogue` out"});
  return import_file(options, nullptr, io);
}

}  // namespace wardplan
