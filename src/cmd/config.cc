// The command `config`: what is set, and where it comes from.
#include "cmd/config.h"

#include "cmd/io.h"
#include "cmd/print.h"
#include "cmd/settings.h"
#include "sheet/sheet.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// Where a value comes from, the strongest first.
constexpr CodedWord kFlag = {"flag", {"dòng lệnh", "flag"}};
constexpr CodedWord kEnvironment = {"environment", {"biến môi trường", "environment"}};
constexpr CodedWord kFile = {"file", {"tệp", "file"}};
constexpr CodedWord kDefault = {"default", {"mặc định", "default"}};

struct Told {
  std::string key;
  Cell value;
  const CodedWord& source;
  std::string place;
  std::string option;
};

void add(SheetMaker& made, const Told& told) {
  made.row({one(told.key), told.value, coded(told.source, made.lang), one(told.place),
            one(told.option)});
}

Cell values_of(const Setting& setting, const SettingsInForce& file) {
  Cell cell;
  for (const Text& text : setting.said(file.settings()))
    cell.push_back(setting.paths ? file.from_here(text.value) : text.value);
  return cell;
}

Told told_of(const Setting& setting, const ConfigOptions& options, const Io& io) {
  const std::string key(setting.key), option(setting.option);
  const bool is_lang = option == "--lang";
  const std::string lang = io.lang == Lang::vi ? "vi" : "en";
  if (is_lang && options.lang_said) return {key, one(lang), kFlag, option, option};
  if (!setting.env.empty() && !io.env(std::string(setting.env)).empty())
    return {key, one(io.env(std::string(setting.env))), kEnvironment, std::string(setting.env),
            option};
  if (io.settings)
    if (const auto said = setting.said(io.settings->settings()); !said.empty())
      return {key, values_of(setting, *io.settings), kFile,
              io.settings->place_of(said.front().span), option};
  return {key, one(is_lang ? std::string_view(lang) : setting.otherwise), kDefault, "", option};
}

void add_templates(SheetMaker& made, const SettingsInForce& file) {
  for (const KeyedText& one_of_them : file.settings().templates)
    add(made, {"templates." + one_of_them.name.value, one(file.from_here(one_of_them.value.value)),
               kFile, file.place_of(one_of_them.value.span), "--template"});
}

/// `P501, D1`, of which files.
Cell choice_cell(const std::vector<Text>& codes, const Text& path, const Text& what) {
  Cell cell = {joined(texts(codes, &Text::value))};
  if (path.given) cell.push_back(path.value);
  cell.push_back(what.value);
  return cell;
}

void add_choices(SheetMaker& made, const SettingsInForce& file) {
  for (const AcceptedFindings& it : file.settings().accepted)
    add(made,
        {"accepted", choice_cell(it.code, it.path, it.reason), kFile, file.place_of(it.span), ""});
  for (const FindingSeverity& it : file.settings().severities)
    add(made, {"severities", choice_cell(it.code, it.path, it.severity), kFile,
               file.place_of(it.span), ""});
}

Sheet config_sheet(const ConfigOptions& options, const Io& io) {
  SheetMaker made("config", {"Các thiết lập", "The settings"}, io.lang);
  made.text("setting", {"Thiết lập", "Setting"}, 0);
  made.text("value", {"Giá trị", "Value"}, 3, 8, "; ");
  made.word("source", {"Lấy từ", "From"});
  made.text("place", {"Ở đâu", "Where"}, 1);
  made.text("option", {"Tùy chọn", "Option"}, 0);
  for (const Setting& setting : all_settings()) add(made, told_of(setting, options, io));
  if (io.settings) {
    add_templates(made, *io.settings);
    add_choices(made, *io.settings);
    made.sheet.about = {{"file", io.settings->path}};
  }
  return std::move(made.sheet);
}

}  // namespace

int config_command(const ConfigOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  deliver_sheet(config_sheet(options, io), options.output, io);
  if (!io.settings) complain(say("không dùng tệp `{}` nào", "no `{}` is used", kSettingsFile), io);
  return tell_unmatched_patterns({}, io) == 0 ? kFine : kFound;
}

}  // namespace wardplan
