#include "cmd/settings.h"

#include <algorithm>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "document/layout.h"
#include "forms/forms.h"
#include "records/codes.h"
#include "records/references.h"
#include "rules/check.h"
#include "text/path_pattern.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/period.h"
#include "write/formats.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

std::vector<Text> texts_of(const Text& text) {
  return text.given ? std::vector<Text>{text} : std::vector<Text>{};
}
std::vector<Text> texts_of(const std::vector<Text>& texts) { return texts; }
std::vector<Text> texts_of(const Number& number) {
  if (!number.given) return {};
  return {{std::to_string(number.value), number.span, true}};
}

template <auto... kPath>
std::vector<Text> said(const Settings& settings) {
  return texts_of((settings.*....*kPath));
}

std::vector<std::string> langs() { return {"vi", "en"}; }
std::vector<std::string> severities() { return {"error", "warning"}; }
std::vector<std::string> levels() { return {"warning", "note"}; }
std::vector<std::string> built_formats() { return formats_for({.document = true}); }
std::vector<std::string> built_parts() { return {kBuildParts.begin(), kBuildParts.end()}; }

std::vector<Setting> make_settings() {
  static const std::string kSoon = std::to_string(kSoonDays);
  return {
      {"lang", "", "--lang", "WARDPLAN_LANG", "", langs, said<&Settings::lang>},
      {"soon", "", "--soon", "", kSoon, nullptr, said<&Settings::soon>},
      {"layout", "", "--layout", "", "", document::layout_names, said<&Settings::layout>},
      {"check.fail-on", "check", "--fail-on", "", "warning", severities,
       said<&Settings::check, &CheckSettings::fail_on>},
      {"build.paths", "build", "PATH", "", ".", nullptr,
       said<&Settings::build, &BuildSettings::paths>, true},
      {"build.output", "build", "--output", "", "", nullptr,
       said<&Settings::build, &BuildSettings::output>, true},
      {"build.format", "build", "--format", "", "", built_formats,
       said<&Settings::build, &BuildSettings::format>},
      {"build.only", "build", "--only", "", "", built_parts,
       said<&Settings::build, &BuildSettings::only>},
      {"build.period", "build", "--period", "", "", nullptr,
       said<&Settings::build, &BuildSettings::period>},
  };
}

}  // namespace

const std::vector<Setting>& all_settings() {
  static const std::vector<Setting> kSettings = make_settings();
  return kSettings;
}

namespace {

// What values mean.

void bad_value(Span span, Message message, Message help, Report& report) {
  if (!report.has_error_at(span))
    report.tell(kBadValue, {span}, std::move(message), std::move(help));
}

void require_word(const Text& said, const std::vector<std::string>& words, Report& report) {
  if (!said.given || std::ranges::find(words, said.value) != words.end()) return;
  bad_value(said.span, say("không biết `{}`", "`{}` is not known", said.value),
            offer_nearest(said.value, words, one_of(words)), report);
}

/// Codes are written in capitals.
std::string code_beginning(const Text& code) {
  std::string id = code.value;
  for (char& c : id) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return id;
}

void judge_code(const Text& code, Report& report) {
  if (!code.given) return;
  const std::string id = code_beginning(code);
  std::vector<std::string> others;
  bool known = false, weak = false;
  for (const Code* one : all_codes()) {
    const bool meant = one->id.starts_with(id);
    known = known || meant;
    weak = weak || (meant && one->severity != Severity::error);
    if (one->severity != Severity::error) others.emplace_back(one->id);
  }
  if (!known)
    bad_value(code.span,
              say("không mã nào bắt đầu bằng `{}`", "no code begins with `{}`", code.value),
              offer_nearest(
                  id, others,
                  Phrase{"`wardplan explain` liệt kê tất cả", "`wardplan explain` lists them all"}),
              report);
  else if (!weak)
    bad_value(code.span,
              say("`{}` là lỗi, không thể để nguyên hay hạ mức",
                  "`{}` is an error, which can't stay or be made less", code.value),
              {"sửa chỗ ấy ở hồ sơ, rồi bỏ mã này", "mend the records, and drop this code"},
              report);
}

/// A pattern goes down from the folder of the settings, name by name.
void judge_pattern(const Text& path, Report& report) {
  if (!path.given) return;
  const std::string text = "/" + path.value + "/";
  const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
  const bool empty_name = path.value.starts_with('/') || path.value.find("//") != std::string::npos;
  if (empty_name || has("/../") || has("/./") || has("\\"))
    return bad_value(path.span,
                     say("`{}` không đi xuống từ thư mục của tệp này",
                         "`{}` doesn't go down from this file's folder", path.value),
                     {"viết từng tên cách nhau bằng một `/`: `plans/cu/**`",
                      "write names with one `/` between them: `plans/old/**`"},
                     report);
  for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at + 2))
    if (text[at - 1] != '/' || text[at + 2] != '/')
      return bad_value(
          path.span,
          say("`**` trong `{}` không đứng một mình giữa hai `/`",
              "`**` in `{}` doesn't stand alone between two `/`", path.value),
          {"viết `*` cho chữ trong một tên, `**` cho các thư mục: `plans/**/*-cu.yaml`",
           "write `*` for letters of one name, `**` for folders: "
           "`plans/**/*-old.yaml`"},
          report);
}

void judge_template(const KeyedText& made, Report& report) {
  require_word(made.name, texts(forms(), &Form::name), report);
  const std::string ending = fs::path(made.value.value).extension().string();
  if (made.value.given && fold(ending) != ".html")
    bad_value(made.value.span,
              say("mẫu `{}` không phải tệp .html", "the template `{}` is no .html file",
                  made.value.value),
              {"mẫu khác chỉ in ra một định dạng: nêu ở dòng lệnh bằng `--template`",
               "others give one format only: name them on the command line by `--template`"},
              report);
}

}  // namespace

Message no_period(std::string_view value) {
  return say(
      "`{}` không phải là kỳ; viết 2023-06, 2023-Q2, 2023-H1, 2023-9M, 2023, hay bằng chữ như "
      "`quý III/2023`",
      "`{}` is no period; write 2023-06, 2023-Q2, 2023-H1, 2023-9M, 2023, or in words "
      "such as `quý III/2023`",
      value);
}

void judge_settings(const Settings& settings, Report& report) {
  for (const Setting& setting : all_settings())
    if (setting.words != nullptr)
      for (const Text& text : setting.said(settings)) require_word(text, setting.words(), report);
  for (const KeyedText& made : settings.templates) judge_template(made, report);
  const Text& period = settings.build.period;
  if (period.given && !parse_period(period.value))
    bad_value(period.span, no_period(period.value), {}, report);
  for (const AcceptedFindings& accepted : settings.accepted) {
    for (const Text& code : accepted.code) judge_code(code, report);
    judge_pattern(accepted.path, report);
  }
  for (const FindingSeverity& level : settings.severities) {
    for (const Text& code : level.code) judge_code(code, report);
    judge_pattern(level.path, report);
    require_word(level.severity, levels(), report);
  }
}

namespace {

/// What a key is under others, by its dotted name; null: there is none.
KeyShape* find_key(std::vector<KeyShape>& keys, std::string_view name) {
  const std::size_t dot = name.find('.');
  const auto found = std::ranges::find(keys, name.substr(0, dot), &KeyShape::name);
  if (found == keys.end()) return nullptr;
  return dot == std::string_view::npos ? &*found
                                       : find_key(found->value.keys, name.substr(dot + 1));
}

void take_words(std::vector<KeyShape>& keys, std::string_view name,
                const std::vector<std::string>& words) {
  ValueShape& value = find_key(keys, name)->value;
  value.kind = ValueKind::word;
  for (const std::string& word : words) value.words.push_back({word});
}

}  // namespace

void add_setting_words(std::vector<KeyShape>& keys) {
  for (const Setting& setting : all_settings())
    if (setting.words != nullptr) take_words(keys, setting.key, setting.words());
  take_words(keys, "severities.severity", levels());
}

// The file.

namespace {

/// Found, so that nobody wonders why it sets nothing, and refused.
constexpr std::string_view kOtherEnding = "wardplan.yml";

}  // namespace

std::optional<std::string> find_settings() {
  // Of a folder that can't be looked into nothing is known: the way goes on above it.
  std::error_code failed;
  fs::path folder = fs::current_path(failed);
  if (failed) return std::nullopt;
  for (std::string way;; way += "../", folder = folder.parent_path()) {
    for (const std::string_view name : {kSettingsFile, kOtherEnding}) {
      const fs::path path = folder / name;
      if (fs::exists(path, failed) && !fs::is_directory(path, failed)) return way.append(name);
    }
    if (folder == folder.parent_path() || fs::exists(folder / ".git", failed)) return std::nullopt;
  }
}

std::string SettingsInForce::from_here(const std::string& written) const {
  return (fs::path(path).parent_path() / written).lexically_normal().generic_string();
}

std::string SettingsInForce::place_of(Span span) const {
  return fmt::format("{}:{}", path, project.sources[span.file].position(span.begin).line);
}

namespace {

FindingChoice choice_of(const std::vector<Text>& codes, const Text& path) {
  FindingChoice choice{.pattern = path.value};
  for (const Text& code : codes) choice.codes.push_back(code_beginning(code));
  return choice;
}

Policy policy_of(const Settings& settings, const std::string& path) {
  Policy policy{.folder = parent_of(identity(path))};
  for (const AcceptedFindings& one : settings.accepted)
    policy.accepted.push_back(choice_of(one.code, one.path));
  for (const FindingSeverity& one : settings.severities)
    policy.severities.push_back({choice_of(one.code, one.path), one.severity.value == "note"
                                                                    ? Severity::info
                                                                    : Severity::warning});
  return policy;
}

}  // namespace

SettingsInForce read_settings(const std::string& path) {
  SettingsInForce read;
  read.path = path;
  std::string bytes;
  if (fs::path(path).filename() == kOtherEnding) {
    read.unread = say("`{}` không được dùng; đổi tên thành `{}`", "`{}` isn't used; rename it `{}`",
                      path, kSettingsFile);
    return read;
  }
  try {
    bytes = read_whole(path);
  } catch (const Failure& failure) {
    read.unread = failure.message;
    return read;
  }
  read.project = read_texts({{path, std::move(bytes)}}, read.report);
  if (read.project.settings.empty() && read.sound())
    read.report.tell(
        kUnknownKind, {{0, 0, 0}},
        {"tệp này không phải là thiết lập", "this file holds no settings"},
        {"viết `kind: settings`, hoặc đổi tên tệp", "write `kind: settings`, or rename the file"});
  for (const Settings& settings : read.project.settings) judge_settings(settings, read.report);
  read.report.sort(read.project.sources);
  if (read.sound()) read.policy = policy_of(read.settings(), path);
  return read;
}

std::vector<Text> unmatched_patterns(const SettingsInForce& settings,
                                     const std::vector<std::string>& files) {
  std::vector<Text> patterns;
  for (const AcceptedFindings& one : settings.settings().accepted)
    if (one.path.given) patterns.push_back(one.path);
  for (const FindingSeverity& one : settings.settings().severities)
    if (one.path.given) patterns.push_back(one.path);
  Identities identities;
  for (const std::string& file : files) {
    if (patterns.empty()) break;
    if (file == kStdin) continue;
    const std::string name = path_below(settings.policy.folder, identities(file));
    std::erase_if(patterns, [&](const Text& pattern) {
      return !name.empty() && path_matches(name, pattern.value);
    });
  }
  return patterns;
}

std::size_t tell_unmatched_patterns(const std::vector<std::string>& files, Io& io) {
  if (!io.settings) return 0;
  const SettingsInForce& settings = *io.settings;
  if (unmatched_patterns(settings, files).empty()) return 0;
  std::vector<UnreadPath> ignored;
  const auto left = unmatched_patterns(settings, yaml_files(settings.policy.folder, ignored));
  for (const Text& pattern : left)
    complain(say("{}: không hồ sơ nào có tên như `{}`", "{}: no record has a name like `{}`",
                 settings.place_of(pattern.span), pattern.value),
             io);
  return left.size();
}

std::optional<std::string> template_in_settings(const Io& io, std::string_view form) {
  if (!io.settings) return std::nullopt;
  for (const KeyedText& made : io.settings->settings().templates)
    if (made.name.value == form) return io.settings->from_here(made.value.value);
  return std::nullopt;
}

}  // namespace wardplan
