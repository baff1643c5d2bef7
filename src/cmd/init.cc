// `init`: the files that a ward begins with, or a record's next year.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "cmd/commands.h"
#include "cmd/init_texts.h"
#include "cmd/io.h"
#include "cmd/next_year.h"
#include "cmd/plan_file.h"
#include "cmd/typed.h"
#include "disk/files.h"
#include "disk/new_files.h"
#include "import/headings.h"
#include "records/shipped.h"
#include "rules/check.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// An id without what the ward is: `long-bien` of `phường Long Biên`, but `phuong-12`.
std::string id_for(const std::string& name) {
  constexpr std::size_t kMost = 40;
  std::string id = name_part(name, kMost);
  for (const std::string_view what : {"phuong-", "xa-", "thi-tran-", "dac-khu-"})
    if (id.starts_with(what) && id.size() > what.size() && !is_digit(id[what.size()]))
      return id.substr(what.size());
  return id;
}

/// A text that was said, or is asked for; an empty answer is what was proposed.
std::string asked(const std::optional<std::string>& said, std::string_view flag, Phrase question,
                  const std::string& proposed, Io& io) {
  if (said) return std::string(trimmed(nfc(*said)));
  if (!io.ask) {
    if (proposed.empty())
      throw Failure(say("thiếu `{}`; xem `--help`", "`{}` is missing; see `--help`", flag));
    return proposed;
  }
  const std::string hint = proposed.empty() ? "" : " [" + proposed + "]";
  for (;;) {
    const auto answer = io.ask(std::string(question.in(io.lang)) + hint + ": ");
    if (!answer) throw Failure(say("chưa có câu trả lời cho `{}`", "no answer for `{}`", flag));
    const std::string text(trimmed(nfc(*answer)));
    if (!text.empty() || !proposed.empty()) return text.empty() ? proposed : text;
  }
}

/// The records that stand in the folder already: a register stays, and what a plan, criteria or a
/// movement of the year is there for isn't made again.
struct Present {
  Report report;
  Project project;
  const Ward* ward = nullptr;

  const std::string& path(FileId file) const { return project.sources[file].path(); }
  const Plan* find(RecordKind kind, int year) const {
    const auto found = std::ranges::find_if(project.plans, [&](const Plan& plan) {
      return plan.kind == kind && plan.year.value == year;
    });
    return found == project.plans.end() ? nullptr : &*found;
  }
};

void look_into(const std::string& folder, Present& present) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return;
  present.project = read_project(yaml_files_in(folder), "", present.report);
  for (const Ward& ward : present.project.wards)
    if (ward.asked && ward.id.given && present.ward == nullptr) present.ward = &ward;
}

/// The ward that a folder's register is of; what was said must not be another one.
NewWard present_ward(const InitOptions& options, const Present& present, Io& io) {
  const Ward& known = *present.ward;
  const std::pair<const std::optional<std::string>&, const Text&> kSaid[] = {
      {options.ward, known.id}, {options.name, known.name}};
  for (const auto& [said, stands] : kSaid)
    if (said && fold(*said) != fold(stands.value))
      throw Failure(say("`{}` đã có, của `{}` chứ không phải `{}`",
                        "`{}` is there, and of `{}` instead of `{}`", present.path(known.file),
                        stands.value, *said));
  return {.id = known.id.value,
          .name = known.name.value,
          .year = typed_year(asked(options.year, "--year", {"Năm", "Year"},
                                   std::to_string(static_cast<int>(io.as_of.year())), io))};
}

NewWard asked_ward(const InitOptions& options, const Present& present, Io& io) {
  if (present.ward != nullptr) return present_ward(options, present, io);
  NewWard ward;
  ward.name = asked(options.name, "--name",
                    {"Tên phường, ví dụ phường Long Biên",
                     "Name of the ward, such as phường Long "
                     "Biên"},
                    "", io);
  const bool one_line = ward.name.find_first_of("\n\r\t") == std::string::npos;
  if (!yaml::is_writable(ward.name) || ward.name.empty() || !one_line)
    throw Failure(say("`{}` không dùng làm tên được", "`{}` can't be a name", ward.name));
  ward.id = asked(options.ward, "--ward",
                  {"Mã phường, chữ không dấu", "Id of the ward, letters without marks"},
                  id_for(ward.name), io);
  if (!is_own_id(ward.id)) {
    const std::string proposed = id_of(ward.id).empty() ? "phuong-mau" : id_of(ward.id);
    throw Failure(say("`{}` không dùng làm mã phường được; viết chữ thường không dấu: `{}`",
                      "`{}` can't be a ward's id; small letters without marks: `{}`", ward.id,
                      proposed));
  }
  if (const Message fault = folder_name_fault(ward.id); !fault.empty())
    throw Failure(
        say("`{}` không dùng làm mã được: {}", "`{}` can't be an id: {}", ward.id, fault));
  ward.year = typed_year(asked(options.year, "--year", {"Năm", "Year"},
                               std::to_string(static_cast<int>(io.as_of.year())), io));
  return ward;
}

// Where editors look for the schema of records, by the first line of each.
constexpr std::string_view kSchemaFile = "wardplan.schema.json";

std::string schema_line() { return fmt::format("# yaml-language-server: $schema={}", kSchemaFile); }

struct InitFile {
  std::string path;
  std::string text;
  /// Of a record of a year: what it is.
  std::optional<RecordKind> kind = {};
};

/// The list that is meant; the only one where none was named.
const Catalogue& chosen_list(const InitOptions& options, Project& project) {
  std::vector<std::string> known;
  for (const Catalogue* list : load_shipped_lists(project)) {
    if (!options.list || *options.list == list->id.value) return *list;
    known.push_back(list->id.value);
  }
  throw Failure(with_hint(say("không có bộ tiêu chí `{}`", "there is no list `{}`", *options.list),
                          offer_nearest(*options.list, known, one_of(known))));
}

std::vector<InitFile> files_for(const InitOptions& options, const NewWard& ward) {
  Project lists;
  const auto in_folder = [&](std::string_view name) {
    return options.folder == "." ? std::string(name) : (fs::path(options.folder) / name).string();
  };
  const std::string year = std::to_string(ward.year);
  std::vector<InitFile> files = {
      {in_folder("ward.yaml"), new_register(ward)},
      {in_folder(year + "-ke-hoach.yaml"), new_plan(ward), RecordKind::plan},
      {in_folder(year + "-do-thi-van-minh.yaml"), new_criteria(ward, chosen_list(options, lists)),
       RecordKind::criteria},
      {in_folder(year + "-dan-van-kheo.yaml"), new_movement(ward), RecordKind::movement},
      {in_folder(".gitattributes"), kNewAttributes}};
  if (!options.schema) return files;
  for (InitFile& file : files)
    if (is_yaml(file.path)) file.text.insert(0, schema_line() + "\n");
  files.push_back({in_folder(kSchemaFile), schema_of_records()});
  return files;
}

/// Which file stands in place of one that would be made, or none.
std::optional<std::string> kept_file(const InitFile& file, const Present& present, int year) {
  std::error_code ignored;
  if (file.kind) {
    const Plan* plan = present.find(*file.kind, year);
    return plan == nullptr ? std::nullopt : std::optional(present.path(plan->file));
  }
  if (is_yaml(file.path))
    return present.ward == nullptr ? std::nullopt : std::optional(present.path(present.ward->file));
  return fs::exists(file.path, ignored) ? std::optional(file.path) : std::nullopt;
}

/// Takes out what stands there already, which is told.
void keep_present(std::vector<InitFile>& files, const Present& present, int year, Io& io) {
  std::erase_if(files, [&](const InitFile& file) {
    const auto kept = kept_file(file, present, year);
    if (kept) io.out += say("giữ nguyên {}", "{} stays as it is", *kept).in(io.lang) + "\n";
    return kept.has_value();
  });
}

/// Records of the folder that don't say where their schema is, which stay as they are.
void tell_without_schema(const Present& present, Io& io) {
  std::vector<std::string> paths;
  const auto look = [&](FileId file) {
    const Source& source = present.project.sources[file];
    if (source.bytes().find("yaml-language-server:") == std::string_view::npos &&
        std::ranges::find(paths, source.path()) == paths.end())
      paths.push_back(source.path());
  };
  if (present.ward != nullptr) look(present.ward->file);
  for (const Plan& plan : present.project.plans) look(plan.file);
  if (paths.empty()) return;
  io.out += say("để trình soạn thảo dùng lược đồ, thêm dòng đầu `{}` vào {}",
                "for editors to use the schema, add the first line `{}` to {}", schema_line(),
                quoted_list(paths))
                .in(io.lang) +
            "\n";
}

/// What nobody was written into yet, and no rule asks for.
std::vector<Message> empty_lists(const Project& project) {
  std::vector<Message> lines;
  for (const Ward& ward : project.wards)
    if (ward.people.empty() && ward.units.empty())
      lines.push_back(say("{}: chưa có người, đơn vị nào", "{}: no people and units",
                          project.sources[ward.file].path()));
  for (const Plan& plan : project.plans)
    if (plan.rows.empty())
      lines.push_back(say("{}: chưa có {} nào", "{}: no {}", project.sources[plan.file].path(),
                          plan.kind == RecordKind::movement ? Phrase{"mô hình", "models"}
                                                            : Phrase{"dòng", "rows"}));
  return lines;
}

/// How often `check` finds each code in each file.
std::vector<Message> found_in(const Project& project, const Report& report) {
  std::map<std::pair<std::string, std::string_view>, std::pair<std::size_t, const Code*>> found;
  for (const Finding& finding : report.findings()) {
    auto& [count, code] =
        found[{project.sources[finding.primary.span.file].path(), finding.code->id}];
    ++count;
    code = finding.code;
  }
  std::vector<Message> lines;
  for (const auto& [place, one] : found)
    lines.push_back(say("{}: {} × {} {}", "{}: {} × {} {}", place.first, one.first, place.second,
                        one.second->title));
  return lines;
}

void tell_empty(const std::vector<InitFile>& files, Io& io) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const InitFile& file : files)
    if (is_yaml(file.path)) texts.emplace_back(file.path, file.text);
  Report report;
  Project project = read_files_as(std::move(texts), report);
  check(project, {.as_of = io.as_of, .told = io.told_codes, .policy = policy_in(io)}, report);
  io.out += Message(Phrase{"còn phải điền:", "still to be filled in:"}).in(io.lang) + "\n";
  std::vector<Message> lines = empty_lists(project);
  std::ranges::copy(found_in(project, report), std::back_inserter(lines));
  for (const Message& line : lines) io.out += "  " + line.in(io.lang) + "\n";
}

void tell_next(const InitOptions& options, const std::vector<InitFile>& files, Io& io) {
  Message next;
  for (const InitFile& file : files) {
    if (is_yaml(file.path) && !file.kind)
      join(next, say("ghi người và đơn vị vào `{}`", "people and units into `{}`", file.path));
    if (file.kind == RecordKind::plan)
      join(next, say("các dòng của biểu vào `{}` (có biểu Word, Excel thì `wardplan import`)",
                     "the table's rows into `{}` (`wardplan import` takes those of Word and Excel)",
                     file.path));
    if (file.kind == RecordKind::movement)
      join(next, say("sửa các mốc trong `{}` theo kế hoạch của mình",
                     "the dates in `{}` as your own plan has them", file.path));
  }
  join(next,
       say("rồi `wardplan check {}`", "then `wardplan check {}`", shell_quoted(options.folder)));
  io.out += say("bước tiếp: {}", "next: {}", next).in(io.lang) + "\n";
}

int init_ward(const InitOptions& options, Io& io) {
  Present present;
  look_into(options.folder, present);
  const NewWard ward = asked_ward(options, present, io);
  std::vector<InitFile> files = files_for(options, ward);
  keep_present(files, present, ward.year, io);
  if (options.schema) tell_without_schema(present, io);
  if (files.empty())
    return refused(say("`{}` đã có đủ hồ sơ của năm {}, không có gì để tạo",
                       "`{}` has the records of {} already, there is nothing to make",
                       options.folder, ward.year),
                   io);
  std::vector<std::string> paths;
  std::vector<NewFile> texts;
  for (const InitFile& file : files) {
    paths.push_back(file.path);
    texts.emplace_back(file.path, file.text);
  }
  refuse_existing(paths);
  write_all_new(texts);
  for (const std::string& path : paths)
    io.out += say("đã tạo {}", "{} is made", path).in(io.lang) + "\n";
  tell_empty(files, io);
  tell_next(options, files, io);
  return kFine;
}

}  // namespace

int init_command(const InitOptions& options, Io& io) {
  return options.from ? next_year(options, io) : init_ward(options, io);
}

}  // namespace wardplan
