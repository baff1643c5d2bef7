#include <algorithm>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/say.h"
#include "diag/render.h"
#include "rules/check.h"
#include "text/utf8.h"
#include "view/progress_table.h"
#include "write/sheet_formats.h"

namespace wardplan {
namespace {

/// A path as a shell takes it.
std::string shell_quoted(const std::string& path) {
  const bool plain = path.find_first_of(" '\"\\$&;()<>|*?`#~!") == std::string::npos;
  if (plain && !path.empty()) return path;
  std::string out = "'";
  for (const char c : path) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

/// Findings go to standard error and nothing else comes out.
int refuse(const Project& project, const Report& report, const TableOptions& options, Io& io) {
  io.err += render_text(project.sources, report, {options.common.lang, options.common.color_err});
  complain({"hồ sơ có lỗi nên không in bảng", "the record has errors: no table was made"},
           options.common, io);
  return kFound;
}

void mention_warnings(const Report& report, const TableOptions& options, Io& io) {
  const std::size_t warnings = report.count(Severity::warning);
  if (warnings == 0) return;
  Message message(fmt::format("{} cảnh báo", warnings),
                  fmt::format("{} warning{}", warnings, warnings == 1 ? "" : "s"));
  if (options.path != kStdin) {
    message.vi += fmt::format("; xem bằng `wardplan check {}`", shell_quoted(options.path));
    message.en += fmt::format("; see `wardplan check {}`", shell_quoted(options.path));
  }
  complain(message, options.common, io);
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

/// Whether a table would be written onto a record: a file that was read, or any YAML file.
bool is_record(const std::string& output, const Sources& sources) {
  if (output.empty()) return false;
  const std::string extension = fold(std::filesystem::path(output).extension().string());
  if (extension == ".yaml" || extension == ".yml") return true;
  for (std::size_t at = 0; at < sources.size(); ++at)
    if (is_same_file(sources[static_cast<FileId>(at)].path(), output)) return true;
  return false;
}

}  // namespace

int table_command(const TableOptions& options, Io& io) {
  std::error_code ignored;
  if (std::filesystem::is_directory(options.path, ignored)) {
    complain(say("`{}` là thư mục; hãy nêu một tệp kế hoạch",
                 "`{}` is a folder; name one plan file", options.path),
             options.common, io);
    return kCannot;
  }
  Report report;
  const std::string input = options.path == kStdin ? io.read_stdin() : "";
  const Project project = read_project({options.path}, input, report);
  if (complain_about_failures(project, options.common, io)) return kCannot;
  if (is_record(options.output, project.sources)) {
    complain(say("không ghi đè lên hồ sơ `{}`", "won't write over the record `{}`", options.output),
             options.common, io);
    return kCannot;
  }
  check(project, report);
  if (report.count(Severity::error) > 0) return refuse(project, report, options, io);
  if (project.plans.empty()) {
    complain(say("`{}` không phải kế hoạch nên không có bảng",
                 "`{}` is not a plan and has no table", options.path),
             options.common, io);
    return kFound;
  }

  const Sheet sheet = progress_table(project.plans.front());
  const auto format = std::ranges::find(sheet_formats(), options.format, &SheetFormat::name);
  const bool to_screen = options.output.empty();
  std::string bytes =
      format->write(sheet, {to_screen ? io.out_width : 0, to_screen && options.common.color_out});
  if (options.excel) bytes.insert(0, kBom);
  deliver(bytes, options.output, io);
  mention_warnings(report, options, io);
  return kFine;
}

}  // namespace wardplan
