#include "cmd/plan_file.h"

#include <algorithm>
#include <filesystem>

#include "cmd/io.h"
#include "cmd/typed.h"
#include "records/outline.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
std::string shell_quoted(const std::string& path) {
  const bool plain = path.find_first_of(" '\"\\$&;()<>|*?`#~!") == std::string::npos;
  if (plain && !path.empty()) return path;
  std::string out = "'";
  for (const char c : path) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

namespace {

/// All addresses where they are few, else the first and the last.
Message few_or_ends(const std::vector<std::string>& addresses) {
  constexpr std::size_t kFew = 8;
  if (addresses.size() <= kFew) return {quoted_list(addresses), quoted_list(addresses)};
  return say("{} dòng từ `{}` đến `{}`", "{} rows from `{}` to `{}`", addresses.size(),
             addresses.front(), addresses.back());
}

/// Whether the list of criteria has a condition or a deduction of this id.
bool is_listed_id(const Plan& plan, const std::string& id) {
  if (plan.catalogue == nullptr) return false;
  return plan.catalogue->conditions_by_id.contains(fold(id)) ||
         plan.catalogue->deductions_by_id.contains(fold(id));
}

std::variant<std::size_t, Message> find_row(const Plan& plan, const std::string& address) {
  const AddressSearch search = find_address(plan, address);
  if (search.row) return *search.row;
  const auto address_of = [](const Place& place) { return fold(place.address); };
  const std::vector<Place>& passages = plan.document.outline;
  if (std::ranges::find(passages, fold(address), address_of) != passages.end())
    return say(
        "`{}` là một đoạn của văn bản, sửa ngay trong tệp; ghi kết quả ở dòng mà đoạn ấy nêu "
        "(`rows`)",
        "`{}` is a passage of the document, to be mended in the file; record results at the "
        "rows that it names",
        address);
  if (is_listed_id(plan, address))
    return say(
        "bộ tiêu chí có `{0}` mà hồ sơ chưa có dòng ấy; thêm bằng `wardplan add TỆP --number {0}`",
        "the list has `{0}`, and the record no row for it yet; add it by `wardplan add FILE "
        "--number {0}`",
        address);
  if (search.ambiguous)
    return say("`{}` có ở nhiều dòng; nêu rõ một trong {}",
               "`{}` stands in several rows; name one of {}", address,
               quoted_list(search.candidates));
  if (!search.heading.empty())
    return say("không có địa chỉ `{}`; ngay dưới `{}` có {}",
               "there is no address `{}`; right under `{}` there are {}", address, search.heading,
               few_or_ends(search.candidates));
  if (!search.candidates.empty())
    return say("không có địa chỉ `{}`; có phải {}?", "there is no address `{}`; did you mean {}?",
               address, quoted_list(search.candidates));
  return say("không có địa chỉ `{}`; `wardplan list` cho biết các địa chỉ của một tệp",
             "there is no address `{}`; `wardplan list` shows those of a file", address);
}

/// The row, unless it is a heading of a plan.
std::variant<std::size_t, Message> no_heading(const Plan& plan,
                                              std::variant<std::size_t, Message> found,
                                              const std::string& address) {
  const auto* row = std::get_if<std::size_t>(&found);
  // Groups of criteria are judged, too.
  if (row == nullptr || !plan.row(*row).is_heading() || plan.kind == RecordKind::criteria)
    return found;
  return say("`{}` là đề mục, không phải việc", "`{}` is a heading, no item", address);
}

}  // namespace

std::variant<std::size_t, Message> find_item(const Plan& plan, const std::string& address) {
  return no_heading(plan, find_row(plan, address), address);
}

std::variant<std::size_t, Message> find_item(const Plan& plan, const Addresses& known,
                                             const std::string& address) {
  if (const RowIndex row = known.row(address)) return no_heading(plan, *row, address);
  return find_item(plan, address);
}

std::size_t require_row(const Plan& plan, const std::string& address) {
  const auto found = find_row(plan, address);
  if (const auto* why = std::get_if<Message>(&found)) refuse(*why);
  return std::get<std::size_t>(found);
}

void refuse_folder(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw Failure(say("`{}` là thư mục; hãy nêu một tệp kế hoạch",
                      "`{}` is a folder; name one plan file", path));
}

PlanFile read_plan_file(const std::string& path, const Message& purpose, Io& io) {
  refuse_folder(path);
  return read_plan_files({path}, purpose, io);
}

PlanFile read_plan_files(const std::vector<std::string>& paths, const Message& purpose, Io& io) {
  PlanFile file;
  const bool piped = std::ranges::find(paths, kStdin) != paths.end();
  file.project = read_project(paths, piped ? io.read_stdin() : "", file.report);
  // What is shown for a day doesn't warn of what came after it.
  check(file.project, {.told = io.told_codes, .policy = policy_in(io)}, file.report);
  if (complain_about_failures(file.project.failures, io)) {
    file.exit_code = kCannot;
  } else if (tell_errors(file.project, file.report, io)) {
    file.exit_code = refused(say("hồ sơ có lỗi nên {}", "the record has errors: {}", purpose), io);
  } else if (file.project.plans.empty()) {
    file.exit_code = refused(no_plan_in(file.project, paths.front()), io);
  } else {
    file.plan = &file.project.plans.front();
  }
  return file;
}

Message no_plan_in(const Project& project, const std::string& path) {
  if (!project.wards.empty())
    return say("`{}` là danh mục của phường, không phải kế hoạch",
               "`{}` is a ward's register, not a plan", path);
  if (!project.catalogues.empty())
    return say("`{}` là bộ tiêu chí, không phải hồ sơ một năm của phường",
               "`{}` is a list of criteria, not a ward's year over it", path);
  return say("`{}` không phải kế hoạch", "`{}` is not a plan", path);
}

void mention_warnings(const Report& report, const std::string& path, Io& io) {
  mention_warnings_of(report, {shell_quoted(path)}, io);
}

void mention_warnings_of(const Report& report, const std::vector<std::string>& quoted, Io& io) {
  const std::size_t warnings = report.counts()[Severity::warning];
  if (warnings == 0) return;
  Message hint;
  if (std::ranges::find(quoted, kStdin) == quoted.end())
    hint = say("xem bằng `wardplan check {0}`", "see `wardplan check {0}`", joined(quoted, " "));
  complain(with_hint(say("{} cảnh báo", "{1}", warnings, counted(warnings, "warning")), hint), io);
}

}  // namespace wardplan
