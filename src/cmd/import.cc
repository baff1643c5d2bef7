#include <algorithm>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/import_files.h"
#include "cmd/import_rows.h"
#include "cmd/import_told.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "rules/check.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

void refuse_existing(const std::string& path) {
  if (is_there(path))
    throw Failure(say("`{}` đã có, không ghi đè; nêu tên khác sau `-o`",
                      "`{}` is there and isn't written over; name another with `-o`", path));
}

ReadFile read_input(const ImportOptions& options, Io& io) {
  if (options.path == kStdin)
    return read_tables(io.read_stdin(), "<stdin>", {.encoding = options.encoding});
  refuse_folder(options.path);
  return read_tables(read_whole(options.path), options.path, {.encoding = options.encoding});
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
  return std::nullopt;
}

/// Whether the record itself can't be taken: all but that its names and its register aren't known.
bool is_broken(const Report& report) {
  return std::ranges::any_of(report.findings(), [](const Finding& finding) {
    const std::string_view id = finding.code->id;
    return finding.code->severity == Severity::error && id != "S206" &&
           (id.starts_with('S') || id.starts_with('Y'));
  });
}

void tell_check(const NewFiles& made, std::size_t accepted, const ImportOptions& options, Io& io) {
  const FindingCounts counts = made.report.counts();
  Message message =
      say("đã ghi {}: {}", "{} is written: {}", options.output, summary_of(counts, 1, accepted));
  const bool names_only = std::ranges::all_of(made.report.findings(), [](const Finding& finding) {
    return finding.code->severity != Severity::error || finding.code->id.starts_with('R') ||
           finding.code->id == "S206";
  });
  if (counts[Severity::error] > 0 && names_only)
    message += Message{" (lỗi chỉ do danh mục chưa có)", " (errors of the register alone)"};
  Message hint;
  if (counts.total() > 0)
    hint = say("xem bằng `wardplan check {}`", "see `wardplan check {}`", options.output);
  complain(with_hint(std::move(message), hint), io);
}

/// All that is to be read before the record: what it refers to.
void write_files(const std::vector<NewFile>& files) {
  for (const auto& [path, text] : files) {
    // Of those that are written only a list has a folder of its own.
    std::error_code ignored;
    if (const fs::path folder = fs::path(path).parent_path(); folder.filename() == "catalogues")
      fs::create_directory(folder, ignored);
    write_whole(path, text);
  }
}

int import_table(Imported& imported, const ImportOptions& options, Io& io) {
  const RecordHead head = read_import(imported, options);
  NewFiles made = new_files(imported, head, options);
  if (is_broken(made.report)) {
    tell_errors(made.project, made.report, io);
    return refused({"hồ sơ sẽ không đọc lại được nên không ghi gì",
                    "the record would not be read, so nothing is written"},
                   io);
  }
  const std::size_t accepted = check(made.project, {io.as_of, io.told_codes}, made.report);
  write_files(made.files);
  tell_import(imported, options, io);
  if (options.with_register)
    complain(
        say("đã ghi {}; xem lại tên phường và các tên trong đó",
            "{} is written; look at the ward's name and all names in it", register_path(options)),
        io);
  if (options.with_catalogue)
    complain(say("đã ghi {}; thêm ngưỡng và điều kiện mà văn bản nêu",
                 "{} is written; add the thresholds and conditions that the document states",
                 catalogue_path(options)),
             io);
  tell_check(made, accepted, options, io);
  return imported.rows.unplaced.empty() ? kFine : kFound;
}

}  // namespace

int import_command(const ImportOptions& options, Io& io) {
  refuse_existing(options.output);
  if (options.with_register) refuse_existing(register_path(options));
  if (options.with_catalogue && is_there(catalogue_path(options)))
    throw Failure(say("`{}` đã có, không ghi đè; bỏ `--with-catalogue`",
                      "`{}` is there and isn't written over; leave `--with-catalogue` out",
                      catalogue_path(options)));
  ReadFile file = read_input(options, io);
  if (complain_about_problems(file, options.path, io)) return kCannot;
  const auto table = chosen_table(file, options, io);
  if (!table) return kCannot;
  Imported imported{std::move(file), *table};
  return import_table(imported, options, io);
}

}  // namespace wardplan
