#include <algorithm>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/import_told.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "import/record.h"
#include "rules/check.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

void refuse_existing(const std::string& path) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(path, ignored)))
    throw Failure(say("`{}` đã có, không ghi đè; nêu tên khác sau `-o`",
                      "`{}` is there and isn't written over; name another with `-o`", path));
}

std::string register_path(const ImportOptions& options) {
  return (fs::path(options.output).parent_path() / "ward.yaml").string();
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

/// Throws `Failure` where no column can be known.
Headings headings_of(const ReadTable& table, const ImportOptions& options) {
  if (!options.columns.empty() && options.columns.size() != table.columns)
    throw Failure(say("`--columns` nêu {} cột, bảng có {}: {}",
                      "`--columns` names {} columns, the table has {}: {}", options.columns.size(),
                      table.columns, summary_of(table)));
  const auto headings = find_headings(table, options.year, options.columns);
  if (!headings)
    throw Failure(say("không thấy dòng đầu cột nào trong {}; nêu từng cột bằng `--columns`",
                      "no header was found in {}; name each column with `--columns`",
                      summary_of(table)));
  if (!headings->find("content"))
    throw Failure(say("không biết cột nào là nội dung trong {}; nêu từng cột bằng `--columns`",
                      "no column of {} is known to hold what is to be done; name each column with "
                      "`--columns`",
                      summary_of(table)));
  return *headings;
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string line_of(const ReadTable& table, std::size_t row) {
  std::vector<std::string> words;
  for (std::size_t column = 0; column < table.columns; ++column)
    if (std::string cell = own_words(table, row, column); !cell.empty())
      words.push_back(in_one_line(std::move(cell)));
  return joined(words, " ");
}

/// What stands above a table, line by line.
std::vector<std::string> lines_above(const Imported& imported) {
  const ReadTable& table = imported.file.tables[imported.table];
  std::vector<std::string> lines;
  for (const OutsideText& text : imported.file.outside)
    if (text.kind == OutsideKind::paragraph && !text.cell && text.tables_before + 1 == table.number)
      lines.push_back(in_one_line(words_of(text.text)));
  for (std::size_t row = 0; row < imported.headings.header; ++row)
    if (std::string line = line_of(table, row); !line.empty()) lines.push_back(std::move(line));
  return lines;
}

/// Sorts what stands outside: words that belong to a cell are the table's.
void gather_outside(Imported& imported, const TableTitle& title) {
  const auto out = [&](const std::string& text) {
    imported.outside.push_back({{text, text}, {}, {}});
  };
  const ReadFile& file = imported.file;
  const ReadTable& table = file.tables[imported.table];
  for (const std::string& line : title.others) out(line);
  for (const OutsideText& text : file.outside) {
    if (text.cell && text.cell->table == imported.table)
      imported.rows.unplaced.push_back({{text.text, text.text}, {}, text.cell});
    else if (text.kind != OutsideKind::paragraph || text.tables_before + 1 != table.number)
      out(text.text);
  }
  if (imported.headings.counting) out(line_of(table, *imported.headings.counting));
  for (const TableRemark& below : imported.rows.below) imported.outside.push_back(below);
  for (std::size_t at = 0; at < file.tables.size(); ++at)
    if (at != imported.table && !file.tables[at].inside)
      imported.outside.push_back({summary_of(file.tables[at]), {}, {}});
}

/// Records that are read together, the plan's register among them.
struct Judged {
  Project project;
  Report report;

  const Ward* ward() const { return project.plans.empty() ? nullptr : project.plans.front().ward; }
};

/// The new record, with the new register (empty: the one that is found).
Judged judged(const ImportOptions& options, const std::string& record,
              const std::string& new_register) {
  Judged read;
  read.project =
      new_register.empty()
          ? read_file_as(options.output, record, read.report)
          : read_texts({{register_path(options), new_register}, {options.output, record}},
                       read.report);
  if (!read.project.failures.empty()) throw Failure(read.project.failures.front().why);
  return read;
}

/// Whether the file itself can't be taken: all but that its names and its register aren't known.
bool is_broken(const Report& report) {
  return std::ranges::any_of(report.findings(), [](const Finding& finding) {
    const std::string_view id = finding.code->id;
    return finding.code->severity == Severity::error && id != "S206" &&
           (id.starts_with('S') || id.starts_with('Y'));
  });
}

void tell_check(const Judged& judged, std::size_t accepted, const ImportOptions& options, Io& io) {
  const FindingCounts counts = judged.report.counts();
  Message message =
      say("đã ghi {}: {}", "{} is written: {}", options.output, summary_of(counts, 1, accepted));
  const bool names_only = std::ranges::all_of(judged.report.findings(), [](const Finding& finding) {
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

/// The files that are to be written.
struct NewFiles {
  std::string record;
  /// Empty: none.
  std::string new_register;
};

/// What is proposed for the register, and the record with the names that it knows.
NewFiles files_of(Imported& imported, const RecordHead& head, const ImportOptions& options) {
  const auto text = [&](const Ward* ward) {
    return record_text(head, imported.headings, imported.rows, ward);
  };
  const Judged found = judged(options, text(nullptr), "");
  imported.proposed = propose_register(imported.rows, imported.headings, found.ward());
  if (!options.with_register) return {text(found.ward()), ""};
  if (found.ward() != nullptr)
    throw Failure(say("phường `{}` đã có danh mục; bỏ `--with-register`",
                      "the ward `{}` has a register; leave `--with-register` out", options.ward));
  std::string new_register = register_text(imported.proposed, options.ward);
  const Judged known = judged(options, text(nullptr), new_register);
  return {text(known.ward()), std::move(new_register)};
}

RecordHead read_rows(Imported& imported, const ImportOptions& options) {
  const ReadTable& table = imported.file.tables[imported.table];
  imported.headings = headings_of(table, options);
  imported.rows = import_rows(imported.file, imported.table, imported.headings);
  if (imported.rows.rows.empty())
    throw Failure(say("{} không có dòng nào", "there are no rows in {}", summary_of(table)));
  const TableTitle title = title_of(lines_above(imported), options.title);
  if (title.title.empty())
    throw Failure({"trên biểu không có tên; nêu bằng `--title`",
                   "the table has no title above it; say it with `--title`"});
  gather_outside(imported, title);
  return {options.ward, options.year, words_of(title.title), title.issued};
}

int import_table(Imported& imported, const ImportOptions& options, Io& io) {
  const RecordHead head = read_rows(imported, options);
  const NewFiles files = files_of(imported, head, options);
  Judged made = judged(options, files.record, files.new_register);
  if (is_broken(made.report)) {
    tell_errors(made.project, made.report, io);
    return refused({"hồ sơ sẽ không đọc lại được nên không ghi gì",
                    "the record would not be read, so nothing is written"},
                   io);
  }
  const std::size_t accepted = check(made.project, {io.as_of, io.told_codes}, made.report);
  if (options.with_register) write_whole(register_path(options), files.new_register);
  write_whole(options.output, files.record);
  tell_import(imported, options, io);
  if (options.with_register)
    complain(
        say("đã ghi {}; xem lại tên phường và các tên trong đó",
            "{} is written; look at the ward's name and all names in it", register_path(options)),
        io);
  tell_check(made, accepted, options, io);
  return imported.rows.unplaced.empty() ? kFine : kFound;
}

}  // namespace

int import_command(const ImportOptions& options, Io& io) {
  refuse_existing(options.output);
  if (options.with_register) refuse_existing(register_path(options));
  const ReadFile file = read_input(options, io);
  if (complain_about_problems(file, options.path, io)) return kCannot;
  const auto table = chosen_table(file, options, io);
  if (!table) return kCannot;
  Imported imported{file, *table};
  return import_table(imported, options, io);
}

}  // namespace wardplan
