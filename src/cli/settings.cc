// What settings say in place of options that nobody typed.
#include "cmd/settings.h"

#include <algorithm>

#include "cli/flags.h"
#include "diag/render.h"
#include "forms/forms.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

struct PutInto {
  const std::vector<std::string>& values;

  void operator()(bool* yes) const { *yes = values.front() == "true"; }
  void operator()(std::vector<std::string>* texts) const { *texts = values; }
  template <class Slot>
  void operator()(Slot* text) const {
    *text = values.front();
  }
};

bool is_called(const Flag& flag, std::string_view name) {
  return std::ranges::any_of(split(flag.name, ","),
                             [&](std::string_view one) { return one == name; });
}

/// `--name VALUE` or `--name=VALUE`, before the parser looks.
std::optional<std::string> early_value(const std::vector<std::string>& args,
                                       const std::string& name) {
  std::optional<std::string> said;
  for (std::size_t at = 0; at < args.size() && args[at] != "--"; ++at) {
    if (args[at] == name && at + 1 < args.size()) said = args[at + 1];
    if (args[at].starts_with(name + "=")) said = args[at].substr(name.size() + 1);
  }
  return said;
}

/// Whether a command answers also where the settings are broken: what helps to mend them (in an
/// editor, too), and what git runs while they may be half merged.
bool goes_without(std::string_view command) {
  constexpr std::string_view kThose[] = {"help",   "completion", "explain",
                                         "schema", "merge-file", "lsp"};
  return std::ranges::find(kThose, command) != std::end(kThose);
}

}  // namespace

std::vector<Flag> settings_flags(Parsed& parsed) {
  return {
      flag("--config", "FILE",
           {"tệp thiết lập; không nêu: WARDPLAN_CONFIG, rồi `wardplan.yaml` của kho hồ sơ",
            "settings; otherwise WARDPLAN_CONFIG, then the repository's `wardplan.yaml`"},
           &parsed.config_file),
      flag("--no-config", {"không dùng tệp thiết lập nào", "use no settings"}, &parsed.no_config)};
}

std::shared_ptr<const SettingsInForce> early_settings(const std::vector<std::string>& args,
                                                      const Io& io) {
  const auto end = std::ranges::find(args, "--");
  if (std::find(args.begin(), end, "--no-config") != end) return nullptr;
  std::optional<std::string> path = early_value(args, "--config");
  if (const std::string env = io.env("WARDPLAN_CONFIG"); !path && !env.empty()) path = env;
  if (!path) path = find_settings();
  return path ? std::make_shared<SettingsInForce>(read_settings(*path)) : nullptr;
}

void require_sound_settings(const Parsed& parsed, std::string_view command, Io& io) {
  if (parsed.config_file && parsed.no_config)
    wrong_usage(
        {"`--config` không đi cùng `--no-config`", "`--config` doesn't go with `--no-config`"});
  if (!io.settings || io.settings->sound()) return;
  const auto broken = std::exchange(io.settings, nullptr);
  if (goes_without(command)) return;
  if (broken->unread) wrong_usage(*broken->unread);
  io.err += render_text(broken->project.sources, broken->report, {io.lang, io.color_err});
  wrong_usage(say("thiết lập ở `{}` có lỗi nên không làm gì; sửa đi, hoặc thêm `--no-config`",
                  "the settings in `{}` have errors, and nothing was done; mend them, or add "
                  "`--no-config`",
                  broken->path));
}

void take_settings(const Command& command, const std::function<bool(std::string_view)>& is_said,
                   Parsed& parsed, Io& io) {
  if (!io.settings) return;
  const SettingsInForce& file = *io.settings;
  const Number& soon = file.settings().soon;
  if (soon.given) io.soon = soon.value;
  const std::vector<Flag> flags = command.flags(parsed);
  for (const Setting& setting : all_settings()) {
    // Judged before the rest, or no wish of anybody that doesn't go with other options.
    if (setting.option == "--lang" || setting.option == "--soon") continue;
    if (!setting.command.empty() && setting.command != command.name) continue;
    const auto flag = std::ranges::find_if(
        flags, [&](const Flag& one) { return is_called(one, setting.option); });
    if (flag == flags.end() || is_said(setting.option)) continue;
    std::vector<std::string> values = texts(setting.said(file.settings()), &Text::value);
    if (values.empty()) continue;
    if (setting.paths)
      for (std::string& value : values) value = file.from_here(value);
    std::visit(PutInto{values}, flag->slot);
  }
}

std::vector<Flag> config_flags(Parsed& parsed) { return {format_flag(parsed.config.output)}; }

int run_config(Parsed& parsed, Io& io) {
  judge_output(parsed.config.output);
  parsed.config.lang_said = !parsed.lang.empty();
  return config_command(parsed.config, io);
}

}  // namespace wardplan
