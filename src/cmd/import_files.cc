#include "cmd/import_files.h"

#include <algorithm>
#include <filesystem>

#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "edit/reshape.h"
#include "import/entry_columns.h"
#include "import/models.h"
#include "import/people_told.h"
#include "import/points.h"
#include "import/register_tree.h"
#include "import/served_targets.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

fs::path beside(const ImportOptions& options) { return fs::path(options.output).parent_path(); }

const Plan* plan_of(const NewFiles& made) {
  return made.project.plans.empty() ? nullptr : &made.project.plans.front();
}

std::string movement_text(const RecordHead& head, const std::string& models) {
  std::string out = "kind: movement\nformat: 1\n";
  const auto line = [&](std::string_view key, const std::string& text) {
    out.append(key).append(": ").append(yaml::scalar(text, false)).append("\n");
  };
  line("ward", head.ward);
  out += "year: " + std::to_string(head.year) + "\n";
  line("name", head.movement);
  line("title", head.title);
  if (!head.issued.empty()) line("issued", head.issued);
  return out + models;
}

NewFiles movement_files(Imported& imported, const RecordHead& head, const ImportOptions& options) {
  const std::string models = models_text(imported.headings, imported.rows, imported.table);
  NewFiles made;
  made.files.emplace_back(options.output, movement_text(head, models));
  read_again(made);
  // One that is there lacks nothing of a movement's.
  if (!options.with_register || plan_of(made)->ward != nullptr) return made;
  // Who registers a model is no entry of a register.
  made.files.emplace(made.files.begin(), register_path(options), register_text({}, options.ward));
  read_again(made);
  return made;
}

/// The list is needed to know which contents there are.
void need_list(const NewFiles& made, const ImportOptions& options) {
  const Plan* plan = plan_of(made);
  if (plan != nullptr && plan->catalogue != nullptr) {
    if (options.with_catalogue && made.files.size() < 2)
      throw Failure(say("đã có bộ tiêu chí `{}`; bỏ `--with-catalogue`",
                        "there is a list `{}`; leave `--with-catalogue` out", options.catalogue));
    return;
  }
  if (!options.with_catalogue)
    throw Failure(
        say("không có bộ tiêu chí `{0}` ở đây hay thư mục trên; thêm "
            "`--with-catalogue` để lập nó từ chính biểu này",
            "there is no list `{0}` here or above; add `--with-catalogue` to make it of "
            "this table",
            options.catalogue));
}

/// The first error of a file, or nothing.
const Finding* first_error_in(const Report& report, FileId file) {
  const auto found = std::ranges::find_if(report.findings(), [&](const Finding& finding) {
    return finding.code->severity == Severity::error && finding.primary.span.file == file;
  });
  return found == report.findings().end() ? nullptr : &*found;
}

/// Throws `Failure` where the register of what was read has an error.
void need_sound_register(NewFiles& made, bool as_it_is) {
  const Ward& ward = *plan_of(made)->ward;
  const std::string& path = made.project.sources[ward.file].path();
  Report report = made.report;
  check(made.project, {}, report);
  const Finding* error = first_error_in(report, ward.file);
  if (error == nullptr) return;
  throw Failure(as_it_is
                    ? with_hint(say("`{}` có lỗi, hãy sửa trước: {}",
                                    "`{}` has errors; mend them first: {}", path, error->message),
                                say("xem bằng `wardplan check {}`", "see `wardplan check {}`",
                                    shell_quoted(path)))
                    : say("như vậy thì `{}` có lỗi: {}", "`{}` would have an error: {}", path,
                          error->message));
}

/// What a register gets that is there.
GrownRegister grown_register(NewFiles& made, const ProposedRegister& proposed) {
  need_sound_register(made, true);
  const Source& source = made.project.sources[plan_of(made)->ward->file];
  GrownRegister grown{source.path(), std::string(source.bytes()), {}};
  grown.after = reshape(grown.before, with_proposed(read_tree(grown.before), proposed));
  if (!grown.after.refusal.empty())
    throw Failure(say("{}: {}", "{}: {}", grown.path, grown.after.refusal));
  return grown;
}

/// The register that is to be written: a new one, or one that is there with what it lacks.
void add_register(NewFiles& made, Imported& imported, const ImportOptions& options) {
  const Plan* plan = plan_of(made);
  std::error_code ignored;
  if (plan == nullptr || plan->ward == nullptr) {
    if (fs::exists(fs::symlink_status(register_path(options), ignored)))
      throw Failure(with_hint(
          say("`{}` đã có, không ghi đè; đó không phải danh mục đọc được của phường `{}`",
              "`{}` is there and isn't written over; it is no readable register of the ward `{}`",
              register_path(options), options.ward),
          say("xem bằng `wardplan check {}`", "see `wardplan check {}`",
              shell_quoted(register_path(options)))));
    made.files.emplace(made.files.begin(), register_path(options),
                       register_text(imported.proposed, options.ward));
    return;
  }
  made.grown = grown_register(made, imported.proposed);
  imported.register_grown = made.grown->path;
  if (!imported.proposed.empty())
    made.files.emplace(made.files.begin(), made.grown->path, made.grown->after.bytes);
}

/// Whether two records are of one ward, year and paper: by its title, its list or its movement.
bool is_same_record(const Plan& one, const Plan& other) {
  if (one.kind != other.kind || fold(one.ward_id.value) != fold(other.ward_id.value) ||
      one.year.value != other.year.value)
    return false;
  if (one.kind == RecordKind::criteria && one.catalogue_id.value == other.catalogue_id.value)
    return true;
  return fold(one.title.value) == fold(other.title.value);
}

/// Writes what a register that is there gets, if it is what it was.
void grow_register(const GrownRegister& grown, Io& io) {
  const Rewritten rewritten = rewrite_file(grown.path, [&](const std::string& bytes) {
    if (bytes != grown.before)
      throw Failure(say("một chương trình khác vừa sửa `{}`; chưa ghi gì, hãy chạy lại lệnh",
                        "another program has just changed `{}`; nothing was written, run the "
                        "command again",
                        grown.path));
    return std::optional(grown.after.bytes);
  });
  for (const Message& warning : rewritten.warnings) complain(warning, io);
}

/// What a table says of work that comes back without the time that it is of becomes no entry.
void leave_out_timeless(Imported& imported, const Plan& read) {
  const Headings& headings = imported.headings;
  for (std::size_t at = 0; at < imported.rows.rows.size(); ++at) {
    const ImportRow& row = imported.rows.rows[at];
    const RowEntry entry = entry_of(row, headings, read.ward);
    if (row.heading || entry.said.empty() || !is_of_no_time(entry, read.rows[at], read.ward))
      continue;
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      if (const std::string& cell = row.cells[column];
          is_entry_column(headings.columns[column].id) && !cell.empty())
        imported.rows.unplaced.push_back(
            {{cell, cell},
             {"việc lặp lại, biểu không nói lần nào; ghi bằng `wardplan update … --round`",
              "the work comes back, and the table doesn't say which time it is; record it by "
              "`wardplan update … --round`"},
             CellAddress{imported.table, row.row_of(column), column}});
  }
}

/// Columns that hold something else than they are called stay the record's own, which is told.
void settle_columns(Imported& imported, const RecordHead& head, const Plan& read,
                    const ImportOptions& options) {
  const auto take = [&](SettledHeadings settled) {
    imported.headings = std::move(settled.headings);
    imported.rows.told.insert(imported.rows.told.end(), settled.told.begin(), settled.told.end());
  };
  if (head.kind == RecordKind::criteria && imported.into == nullptr)
    take(settle_points(imported.headings, imported.rows, head, read, options.with_catalogue,
                       imported.table));
  if (head.day) {
    take(settle_entries(imported.headings, imported.rows, read.ward, imported.table, *head.day));
    leave_out_timeless(imported, read);
  }
  take(settle_serves(imported.headings, imported.rows, read, imported.into, imported.table));
}

/// Whether a finding says that a record can't be read: all but that its register isn't known.
bool is_of_form(const Finding& finding) {
  const std::string_view id = finding.code->id;
  return finding.code->severity == Severity::error && id != "S206" &&
         (id.starts_with('S') || id.starts_with('Y'));
}

}  // namespace

void read_again(NewFiles& made) {
  made.report = {};
  made.project = read_files_as(made.files, made.report);
  if (!made.project.failures.empty()) throw Failure(made.project.failures.front().why);
}

bool is_of_new(const NewFiles& made, const Finding& finding) {
  const std::string& path = made.project.sources[finding.primary.span.file].path();
  return std::ranges::find(made.files, path, &NewFile::first) != made.files.end();
}

bool is_broken(const NewFiles& made) {
  return std::ranges::any_of(made.report.findings(), [&](const Finding& finding) {
    return is_of_form(finding) && is_of_new(made, finding);
  });
}

int refuse_broken(Io& io) {
  return refused({"hồ sơ sẽ không đọc lại được nên không ghi gì",
                  "the record would not be read, so nothing is written"},
                 io);
}

void refuse_same_record(const NewFiles& made, const ImportOptions& options) {
  const Plan* fresh = plan_of(made);
  if (fresh == nullptr) return;
  const fs::path folder = beside(options);
  for (const std::string& path : yaml_files_in(folder.string())) {
    std::string bytes;
    try {
      bytes = read_file(path);
    } catch (const Failure&) {
      continue;  // What nobody can read is nobody's record.
    }
    Report report;
    const Project there = read_files_as({{path, std::move(bytes)}}, report);
    // A record of another program may stand beside what is made of it.
    std::error_code failed;
    const bool foreign = std::ranges::any_of(report.findings(), is_of_form);
    if (foreign && fs::equivalent(path, options.path, failed)) continue;
    for (const Plan& plan : there.plans) {
      if (!is_same_record(plan, *fresh)) continue;
      throw Failure(with_hint(say("`{}` đã là hồ sơ này: `{}`; chưa ghi gì",
                                  "`{}` is this record already: `{}`; "
                                  "nothing was written",
                                  path, plan.title.value),
                              is_foreign(options.path)
                                  ? say("bỏ một trong hai", "keep one of the two")
                                  : say("đưa biểu vào đó: nêu `-o {} --merge`; là biểu khác thì "
                                        "nêu tên khác bằng `--title`",
                                        "bring the table into it with `-o {} --merge`; where it is "
                                        "another one, give it another `--title`",
                                        shell_quoted(path))));
    }
  }
}

void write_files(NewFiles& made, Io& io) {
  made.accepted =
      check(made.project, {.as_of = io.as_of, .told = io.told_codes, .policy = policy_in(io)},
            made.report);
  write_first(made, made.files.size(), io);
}

void write_first(const NewFiles& made, std::size_t count, Io& io) {
  std::vector<NewFile> files(made.files.begin(),
                             made.files.begin() + static_cast<std::ptrdiff_t>(count));
  const auto is_grown = [&](const NewFile& file) {
    return made.grown && file.first == made.grown->path;
  };
  const bool grows = std::erase_if(files, is_grown) > 0;
  write_all_new(files, [&] {
    if (grows) grow_register(*made.grown, io);
  });
}

void tell_check(const NewFiles& made, const ImportOptions& options, Io& io) {
  FindingCounts counts;
  for (const Finding& finding : made.report.findings())
    if (is_of_new(made, finding)) ++counts[finding.code->severity];
  Message message = say("đã ghi {}: {}", "{} is written: {}", options.output,
                        summary_of(counts, 1, made.accepted));
  const bool names_only = std::ranges::all_of(made.report.findings(), [&](const Finding& finding) {
    return finding.code->severity != Severity::error || finding.code->id.starts_with('R') ||
           finding.code->id == "S206" || !is_of_new(made, finding);
  });
  if (counts[Severity::error] > 0 && names_only)
    message += Message{" (lỗi chỉ do danh mục chưa có)", " (errors of the register alone)"};
  Message hint;
  if (counts.total() > 0)
    hint = say("xem bằng `wardplan check {}`", "see `wardplan check {}`",
               shell_quoted(options.output));
  complain(with_hint(std::move(message), hint), io);
}

std::string register_path(const ImportOptions& options) {
  return (beside(options) / "ward.yaml").string();
}

std::string catalogue_path(const ImportOptions& options) {
  return (beside(options) / "catalogues" / (options.catalogue + ".yaml")).string();
}

NewFiles new_files(Imported& imported, const RecordHead& head, const ImportOptions& options) {
  if (head.kind == RecordKind::movement) return movement_files(imported, head, options);
  const auto record = [&](const Plan* read) {
    return NewFile{options.output, record_text(head, imported.headings, imported.rows, read)};
  };
  NewFiles made;
  made.files = {record(nullptr)};
  read_again(made);
  if (head.kind == RecordKind::criteria) {
    need_list(made, options);
    if (options.with_catalogue)
      made.files.emplace(made.files.begin(), catalogue_path(options),
                         catalogue_text(head, imported.headings, imported.rows));
  }
  const Ward* ward = plan_of(made) == nullptr ? nullptr : plan_of(made)->ward;
  imported.proposed = propose_register(imported.rows, imported.headings, ward);
  imported.people = people_told(imported.rows, imported.headings, ward, imported.table);
  if (options.with_register) add_register(made, imported, options);
  if (made.files.size() > 1) read_again(made);
  if (made.grown && made.files.size() > 1) need_sound_register(made, false);
  if (const Plan* read = plan_of(made)) settle_columns(imported, head, *read, options);
  made.files.back() = record(plan_of(made));
  read_again(made);
  return made;
}

}  // namespace wardplan
