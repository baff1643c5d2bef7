// The only file that knows the option parser: command line -> tables of flags -> command.
#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <thread>

#include "cli/complete.h"
#include "cli/flags.h"
#include "cli/manual.h"
#include "disk/files.h"
#include "records/shapes.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

std::string in(Phrase phrase, Lang lang) { return std::string(phrase.in(lang)); }

std::string footer(std::string_view examples, Lang lang) {
  std::string out = "\n" + in({"Ví dụ:\n", "Examples:\n"}, lang);
  for (const std::string_view line : split(examples, "\n"))
    out += fmt::format("  wardplan {}\n", line);
  return out;
}

// Language and colours, which help and errors need before the rest is parsed.

Lang lang_of_locale(const Io& io) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = io.env(name);
    if (!value.empty()) return value.starts_with("en") ? Lang::en : Lang::vi;
  }
  return Lang::vi;
}

}  // namespace

Lang early_lang(const std::vector<std::string>& args, const Io& io) {
  std::string said = io.env("WARDPLAN_LANG");
  for (std::size_t at = 0; at < args.size(); ++at) {
    if (args[at] == "--lang" && at + 1 < args.size()) said = args[at + 1];
    if (args[at].starts_with("--lang=")) said = args[at].substr(7);
  }
  if (said.empty() && io.settings && io.settings->sound())
    said = io.settings->settings().lang.value;
  return said == "en" ? Lang::en : said == "vi" ? Lang::vi : lang_of_locale(io);
}

namespace {

/// As https://no-color.org and https://bixense.com/clicolors have it.
bool wants_color(const std::string& said, bool terminal, const Io& io) {
  if (said != "auto") return said == "always";
  if (!io.env("NO_COLOR").empty()) return false;
  if (const std::string forced = io.env("CLICOLOR_FORCE"); !forced.empty() && forced != "0")
    return true;
  return terminal && io.env("CLICOLOR") != "0" && io.env("TERM") != "dumb";
}

Date day_asked(const Parsed& parsed, const Io& io) {
  if (parsed.as_of) return require_date("--as-of", *parsed.as_of);
  const std::string said = io.env("WARDPLAN_TODAY");
  return said.empty() ? io.today() : require_date("WARDPLAN_TODAY", said);
}

void judge_common(const Parsed& parsed, Io& io) {
  if (!parsed.lang.empty()) require_choice("--lang", parsed.lang, {"vi", "en"});
  const std::string env_lang = io.env("WARDPLAN_LANG");
  if (!env_lang.empty()) require_choice("WARDPLAN_LANG", env_lang, {"vi", "en"});
  require_choice("--color", parsed.color, {"auto", "always", "never"});
  io.color_out = wants_color(parsed.color, io.out_is_terminal, io);
  io.color_err = wants_color(parsed.color, io.err_is_terminal, io);
  io.as_of = day_asked(parsed, io);
  if (parsed.soon) io.soon = require_number("--soon", *parsed.soon, 0, kLongestSoon);
  io.threads = parsed.threads ? require_number("--threads", *parsed.threads, 1, 256)
                              : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Flags and help for the parser.

struct AddSlot {
  CLI::App& app;
  std::string name;
  std::string help;
  /// Its value is called `FILE…`: it takes all that follow, as a shell makes them of `*.xlsx`.
  bool many = false;

  CLI::Option* operator()(bool* yes) const { return app.add_flag(name, *yes, help); }
  CLI::Option* operator()(std::vector<std::string>* texts) const {
    CLI::Option* option = app.add_option(name, *texts, help);
    // An option takes one value each time it stands there; arguments take what there is.
    return name.starts_with("-") && !many
               ? option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
               : option;
  }
  template <class Text>
  CLI::Option* operator()(Text* text) const {
    return app.add_option(name, *text, help);
  }
};

void add_flags(CLI::App& app, const std::vector<Flag>& flags, Lang lang) {
  for (const Flag& flag : flags)
    std::visit(AddSlot{app, std::string(flag.name), flag.help.in(lang), flag.value.ends_with("…")},
               flag.slot)
        ->type_name(std::string(flag.value));
}

// Help and errors in the house's words.

void localize(CLI::App& app, Lang lang) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  if (lang == Lang::vi) {
    formatter->label("Usage", "Cách dùng");
    formatter->label("OPTIONS", "TÙY CHỌN");
    formatter->label("SUBCOMMAND", "LỆNH");
    formatter->label("Positionals", "Đối số");
  }
  app.formatter(formatter);
  const std::string group = in({"Tùy chọn", "Options"}, lang);
  app.option_defaults()->group(group);
  app.set_help_flag("-h,--help", in(kHelpAbout, lang))->group(group);
}

std::vector<std::string> long_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

[[noreturn]] void refuse_extra(const CLI::App& app) {
  const std::vector<std::string> extras = app.remaining(true);
  const std::string extra = extras.empty() ? "" : extras.front();
  const auto active = app.get_subcommands();
  if (extra.starts_with("-")) {
    const std::string name = extra.substr(0, extra.find('='));
    wrong_usage(with_hint(say("không có tùy chọn `{}`", "there is no option `{}`", name),
                          offer_nearest(name, long_options(active.empty() ? app : *active.front()),
                                        Phrase{"xem `--help`", "see `--help`"})));
  }
  if (!active.empty())
    wrong_usage(
        say("thừa đối số `{}`; tên có dấu cách thì đặt trong dấu nháy kép: \"bieu mau.docx\"",
            "`{}` is one argument too many; a name with blanks stands in double quotes: "
            "\"my table.docx\"",
            extra));
  if (extra == "version")
    wrong_usage(say("không có lệnh `{}`; gõ `wardplan --{}`",
                    "there is no command `{}`; type `wardplan --{}`", extra, extra));
  const std::vector<std::string> names = texts(commands(), &Command::name);
  wrong_usage(with_hint(
      say("không có lệnh `{}`", "there is no command `{}`", extra),
      offer_nearest(extra, names, say("các lệnh: {}", "the commands: {}", quoted_list(names)))));
}

/// The name that CLI11's English sentence begins with.
std::string subject_of(const CLI::ParseError& problem) {
  const std::string what = problem.what();
  return what.substr(0, what.find_first_of(": "));
}

/// `wardplan 0.1.0 (4f0c5e1b2a3d 2026-11-28)`.
std::string version_line(const Commit& commit) {
  std::string line = std::string("wardplan ") + kVersion;
  if (commit.name.empty()) return line;
  return line + " (" + commit.name + (commit.day.empty() ? "" : " ") + commit.day + ")";
}

/// The command that was given, or null.
const Command* chosen_command(const CLI::App& app) {
  const auto given = std::ranges::find_if(commands(), [&](const Command& command) {
    return app.got_subcommand(std::string(command.name));
  });
  return given == commands().end() ? nullptr : &*given;
}

/// The exit code where the line asks for no more than the parser gives.
std::optional<int> parse_line(CLI::App& app, const std::vector<std::string>& args, Io& io) {
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::CallForHelp&) {
    if (app.get_subcommands().empty() && !app.remaining().empty()) refuse_extra(app);
    io.out += app.help();  // of the command, if one was named
    return kFine;
  } catch (const CLI::CallForVersion&) {
    io.out += app.version() + "\n";
    return kFine;
  } catch (const CLI::ExtrasError&) {
    refuse_extra(app);
  } catch (const CLI::ArgumentMismatch& problem) {
    // `--from: 1 required FILE… missing`: it is called so where it takes several.
    if (std::string_view(problem.what()).find("… missing") != std::string_view::npos)
      wrong_usage(say("`{}` cần ít nhất một giá trị", "`{}` needs at least one value",
                      subject_of(problem)));
    wrong_usage(
        say("`{}` cần đúng một giá trị", "`{}` needs exactly one value", subject_of(problem)));
  } catch (const CLI::ParseError& problem) {
    wrong_usage(say("dòng lệnh sai: {}", "wrong command line: {}", problem.what()));
  }
  return std::nullopt;
}

/// What nobody said is as the settings have it.
void use_settings(const Command& command, CLI::App& app, Parsed& parsed, Io& io) {
  const CLI::App& sub = *app.get_subcommand(std::string(command.name));
  const auto is_said = [&](std::string_view option) {
    return sub.get_option(std::string(option))->count() > 0;
  };
  take_settings(command, is_said, parsed, io);
}

int run_parsed(CLI::App& app, Parsed& parsed, const std::vector<std::string>& args, Io& io) {
  if (const auto done = parse_line(app, args, io)) return *done;
  const Command* command = chosen_command(app);
  require_sound_settings(parsed, command == nullptr ? "help" : command->name, io);
  if (command != nullptr) use_settings(*command, app, parsed, io);
  judge_common(parsed, io);
  if (app.got_subcommand("help") &&
      (parsed.help_word.empty() || find_command(parsed.help_word) != nullptr)) {
    io.out += parsed.help_word.empty()
                  // Not `help()`, which is that of the command that was given.
                  ? app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal)
                  : app.get_subcommand(parsed.help_word)->help(app.get_name());
    return kFine;
  }
  if (command != nullptr) return command->run(parsed, io);
  io.err += app.help();
  return kCannot;
}

}  // namespace

int run(const std::vector<std::string>& args, Io& io) {
  // For builds, which no help lists, and the same wherever they run.
  const bool manual = !args.empty() && args.front() == "man";
  if (!manual) io.settings = early_settings(args, io);
  // Asked at each Tab, and about words that the parser would take for its own.
  if (!args.empty() && args.front() == "complete")
    return complete_command({args.begin() + 1, args.end()}, io);
  const Lang lang = early_lang(args, io);
  io.lang = lang;
  try {
    if (manual) return manual_command({args.begin() + 1, args.end()}, io);
    Parsed parsed;
    CLI::App app(in(kAbout, lang), "wardplan");
    localize(app, lang);
    app.set_version_flag("-V,--version", version_line(io.commit), in(kVersionAbout, lang))
        ->group(in({"Tùy chọn", "Options"}, lang));
    app.require_subcommand(0, 1);
    add_flags(app, common_flags(parsed), lang);
    for (const Command& command : commands()) {
      CLI::App* sub = app.add_subcommand(std::string(command.name), in(command.about, lang));
      sub->group(in({"Các lệnh", "Commands"}, lang));
      // The others are only listed, and their flags would cost more than all else of a short run.
      if (std::ranges::find(args, command.name) == args.end()) continue;
      localize(*sub, lang);
      sub->footer(footer(command.examples.in(lang), lang));
      add_flags(*sub, command.flags(parsed), lang);
      add_flags(*sub, common_flags(parsed), lang);
    }
    app.footer(footer(kExamples, lang));
    return run_parsed(app, parsed, args, io);
  } catch (const Failure& failure) {
    complain(failure.message, io);
  } catch (const std::exception& problem) {
    complain(say("lỗi ngoài dự kiến: {}", "unexpected failure: {}", problem.what()), io);
  }
  return kCannot;
}

}  // namespace wardplan
