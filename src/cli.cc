// The only file that knows the option parser: flags -> option structs -> command.
#include "cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>

#include "cmd/commands.h"
#include "cmd/say.h"
#include "diag/render.h"
#include "text/files.h"
#include "text/nearest.h"
#include "write/sheet_formats.h"

namespace wardplan {
namespace {

/// What the command line said, before it is judged.
struct Parsed {
  CommonOptions common;
  std::string lang;
  std::string color = "auto";
  CheckOptions check;
  std::string fail_on = "warning";
  TableOptions table;
  ExplainOptions explain;
};

/// One command: its help, its flags, and what it runs.
struct Command {
  std::string_view name;
  Phrase about;
  Phrase examples;
  void (*add)(CLI::App& app, Parsed& parsed, Lang lang);
  int (*run)(Parsed& parsed, Io& io);
};

std::string in(Phrase phrase, Lang lang) { return std::string(phrase.in(lang)); }

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "`" : ", `") + word + "`";
  return list;
}

[[noreturn]] void wrong_usage(Message message) { throw Failure(std::move(message)); }

/// Refuses a value that is none of the words, with the nearest of them.
void require_choice(std::string_view option, const std::string& value,
                    const std::vector<std::string>& words) {
  if (std::ranges::find(words, value) != words.end()) return;
  const auto near = nearest(value, words);
  if (near)
    wrong_usage(say("`{}` không nhận `{}`; có phải `{}`?",
                    "`{}` doesn't take `{}`; did you mean `{}`?", option, value, *near));
  wrong_usage(say("`{}` không nhận `{}`; một trong {}", "`{}` doesn't take `{}`; one of {}", option,
                  value, list_of(words)));
}

template <class Formats>
std::vector<std::string> names_of(const Formats& formats) {
  std::vector<std::string> names;
  for (const auto& format : formats) names.emplace_back(format.name);
  return names;
}

void require_argument(const std::string& value, std::string_view what) {
  if (value.empty())
    wrong_usage(say("thiếu {}; xem `--help`", "{} is missing; see `--help`", what));
}

// check

void add_check(CLI::App& app, Parsed& parsed, Lang lang) {
  app.add_option("PATH", parsed.check.paths,
                 in({"tệp, thư mục, hoặc `-` (mặc định: thư mục này)",
                     "files, folders, or `-` (default: this folder)"},
                    lang))
      ->type_name("");
  app.add_option("--format", parsed.check.format,
                 in({"text, short hoặc json", "text, short or json"}, lang))
      ->type_name("WORD");
  app.add_option("--fail-on", parsed.fail_on,
                 in({"mức làm mã thoát là 1: warning (mặc định) hoặc error",
                     "what makes the exit code 1: warning (default) or error"},
                    lang))
      ->type_name("WORD");
}

int run_check(Parsed& parsed, Io& io) {
  require_choice("--format", parsed.check.format, names_of(report_formats()));
  require_choice("--fail-on", parsed.fail_on, {"error", "warning"});
  parsed.check.fail_on = parsed.fail_on == "error" ? Severity::error : Severity::warning;
  parsed.check.common = parsed.common;
  if (parsed.check.paths.empty()) parsed.check.paths = {"."};
  return check_command(parsed.check, io);
}

// table

void add_table(CLI::App& app, Parsed& parsed, Lang lang) {
  app.add_option("FILE", parsed.table.path,
                 in({"tệp kế hoạch, hoặc `-`", "a plan file, or `-`"}, lang))
      ->type_name("");
  app.add_option("--format", parsed.table.format,
                 in({"md, csv, json hoặc text", "md, csv, json or text"}, lang))
      ->type_name("WORD");
  app.add_option("-o,--output", parsed.table.output,
                 in({"ghi vào tệp này: trọn vẹn hoặc không gì cả",
                     "write to this file: whole or not at all"},
                    lang))
      ->type_name("FILE")
      ->each([&parsed](const std::string&) { parsed.table.output_given = true; });
  app.add_flag("--excel", parsed.table.excel,
               in({"CSV có BOM để Excel đọc đúng tiếng Việt",
                   "CSV with a BOM, so that Excel reads Vietnamese"},
                  lang));
}

int run_table(Parsed& parsed, Io& io) {
  require_argument(parsed.table.path, "FILE");
  require_choice("--format", parsed.table.format, names_of(sheet_formats()));
  if (parsed.table.excel && parsed.table.format != "csv")
    wrong_usage(
        {"`--excel` chỉ dùng với `--format csv`", "`--excel` goes with `--format csv` only"});
  if (parsed.table.output_given && parsed.table.output.empty())
    wrong_usage({"`--output` không có tên tệp", "`--output` names no file"});
  if (parsed.table.output == "-") parsed.table.output.clear();
  parsed.table.common = parsed.common;
  return table_command(parsed.table, io);
}

// explain

void add_explain(CLI::App& app, Parsed& parsed, Lang lang) {
  app.add_option(
         "CODE", parsed.explain.code,
         in({"mã như P401; bỏ trống để liệt kê tất cả", "a code such as P401; none lists them all"},
            lang))
      ->type_name("");
}

int run_explain(Parsed& parsed, Io& io) {
  parsed.explain.common = parsed.common;
  return explain_command(parsed.explain, io);
}

constexpr std::array kCommands = {
    Command{"check",
            {"tìm chỗ sai trong hồ sơ", "find what is wrong"},
            {"Ví dụ:\n  wardplan check plans\n  wardplan check plans/long-bien --format short\n"
             "  wardplan check - < ke-hoach.yaml\n",
             "Examples:\n  wardplan check plans\n  wardplan check plans/long-bien --format short\n"
             "  wardplan check - < plan.yaml\n"},
            add_check,
            run_check},
    Command{"table",
            {"in biểu tiến độ chính thức", "print the official progress table"},
            {"Ví dụ:\n  wardplan table plans/long-bien/2023-chu-de.yaml\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --format csv --excel -o bieu.csv\n",
             "Examples:\n  wardplan table plans/long-bien/2023-chu-de.yaml\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --format csv --excel -o "
             "table.csv\n"},
            add_table,
            run_table},
    Command{"explain",
            {"giải thích một mã lỗi hay cảnh báo", "explain the code of a finding"},
            {"Ví dụ:\n  wardplan explain P401\n  wardplan explain\n",
             "Examples:\n  wardplan explain P401\n  wardplan explain\n"},
            add_explain,
            run_explain},
};

constexpr Phrase kAbout = {
    "wardplan giữ kế hoạch năm của phường thành tệp YAML, kiểm tra và in ra biểu chính thức.",
    "wardplan keeps a ward's yearly plans as YAML files, checks them and prints the official "
    "tables."};

// Language and colours, which help and errors need before the rest is parsed.

Lang lang_of_locale(const Io& io) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = io.env(name);
    if (!value.empty()) return value.starts_with("en") ? Lang::en : Lang::vi;
  }
  return Lang::vi;
}

/// `--lang` wherever it stands, WARDPLAN_LANG, the locale, Vietnamese.
Lang early_lang(const std::vector<std::string>& args, const Io& io) {
  std::string said = io.env("WARDPLAN_LANG");
  for (std::size_t at = 0; at < args.size(); ++at) {
    if (args[at] == "--lang" && at + 1 < args.size()) said = args[at + 1];
    if (args[at].starts_with("--lang=")) said = args[at].substr(7);
  }
  return said == "en" ? Lang::en : said == "vi" ? Lang::vi : lang_of_locale(io);
}

bool wants_color(const std::string& said, bool terminal, const Io& io) {
  if (said != "auto") return said == "always";
  return terminal && io.env("NO_COLOR").empty() && io.env("TERM") != "dumb";
}

void add_common(CLI::App& app, Parsed& parsed, Lang lang) {
  app.add_option("--lang", parsed.lang,
                 in({"vi hoặc en; không nêu: WARDPLAN_LANG, rồi ngôn ngữ của máy",
                     "vi or en; otherwise WARDPLAN_LANG, then the locale"},
                    lang))
      ->type_name("WORD");
  app.add_option("--color", parsed.color,
                 in({"auto, always hoặc never", "auto, always or never"}, lang))
      ->type_name("WORD");
}

void judge_common(Parsed& parsed, Lang lang, const Io& io) {
  if (!parsed.lang.empty()) require_choice("--lang", parsed.lang, {"vi", "en"});
  const std::string env_lang = io.env("WARDPLAN_LANG");
  if (!env_lang.empty()) require_choice("WARDPLAN_LANG", env_lang, {"vi", "en"});
  require_choice("--color", parsed.color, {"auto", "always", "never"});
  parsed.common = {lang, wants_color(parsed.color, io.out_is_terminal, io),
                   wants_color(parsed.color, io.err_is_terminal, io)};
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
  app.set_help_flag("-h,--help", in({"in phần này rồi thoát", "print this and exit"}, lang))
      ->group(group);
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
    const auto near = nearest(name, long_options(active.empty() ? app : *active.front()));
    if (near)
      wrong_usage(say("không có tùy chọn `{}`; có phải `{}`?",
                      "there is no option `{}`; did you mean `{}`?", name, *near));
    wrong_usage(
        say("không có tùy chọn `{}`; xem `--help`", "there is no option `{}`; see `--help`", name));
  }
  if (!active.empty())
    wrong_usage(say("thừa đối số `{}`; xem `--help`", "`{}` is one argument too many; see `--help`",
                    extra));
  if (extra == "help" || extra == "version")
    wrong_usage(say("không có lệnh `{}`; gõ `wardplan --{}`",
                    "there is no command `{}`; type `wardplan --{}`", extra, extra));
  const std::vector<std::string> names = names_of(kCommands);
  const auto near = nearest(extra, names);
  if (near)
    wrong_usage(say("không có lệnh `{}`; có phải `{}`?",
                    "there is no command `{}`; did you mean `{}`?", extra, *near));
  wrong_usage(say("không có lệnh `{}`; các lệnh: {}", "there is no command `{}`; the commands: {}",
                  extra, list_of(names)));
}

/// The name that CLI11's English sentence begins with.
std::string subject_of(const CLI::ParseError& problem) {
  const std::string what = problem.what();
  return what.substr(0, what.find_first_of(": "));
}

int run_parsed(CLI::App& app, Parsed& parsed, Lang lang, const std::vector<std::string>& args,
               Io& io) {
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::CallForHelp&) {
    io.out += app.help();  // of the command, if one was named
    return kFine;
  } catch (const CLI::CallForVersion&) {
    io.out += app.version() + "\n";
    return kFine;
  } catch (const CLI::ExtrasError&) {
    refuse_extra(app);
  } catch (const CLI::ArgumentMismatch& problem) {
    wrong_usage(
        say("`{}` cần đúng một giá trị", "`{}` needs exactly one value", subject_of(problem)));
  } catch (const CLI::ParseError& problem) {
    wrong_usage(say("dòng lệnh sai: {}", "wrong command line: {}", problem.what()));
  }
  judge_common(parsed, lang, io);
  for (const Command& command : kCommands)
    if (app.got_subcommand(std::string(command.name))) return command.run(parsed, io);
  io.err += app.help();
  return kCannot;
}

}  // namespace

int run(const std::vector<std::string>& args, Io& io) {
  const Lang lang = early_lang(args, io);
  io.lang = lang;
  try {
    Parsed parsed;
    CLI::App app(in(kAbout, lang), "wardplan");
    localize(app, lang);
    app.set_version_flag("--version", "wardplan " WARDPLAN_VERSION,
                         in({"in phiên bản rồi thoát", "print the version and exit"}, lang))
        ->group(in({"Tùy chọn", "Options"}, lang));
    app.require_subcommand(0, 1);
    add_common(app, parsed, lang);
    for (const Command& command : kCommands) {
      CLI::App* sub = app.add_subcommand(std::string(command.name), in(command.about, lang));
      localize(*sub, lang);
      sub->group(in({"Các lệnh", "Commands"}, lang));
      sub->footer("\n" + in(command.examples, lang));
      command.add(*sub, parsed, lang);
      add_common(*sub, parsed, lang);
    }
    app.footer("\n" + in({"Ví dụ:\n  wardplan check plans\n"
                          "  wardplan table plans/long-bien/2023-chu-de.yaml\n",
                          "Examples:\n  wardplan check plans\n"
                          "  wardplan table plans/long-bien/2023-chu-de.yaml\n"},
                         lang));
    return run_parsed(app, parsed, lang, args, io);
  } catch (const Failure& failure) {
    complain(failure.message, {.lang = lang}, io);
  } catch (const std::exception& problem) {
    complain(say("lỗi ngoài dự kiến: {}", "unexpected failure: {}", problem.what()), {.lang = lang},
             io);
  }
  return kCannot;
}

}  // namespace wardplan
