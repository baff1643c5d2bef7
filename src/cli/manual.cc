#include "cli/manual.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/flags.h"
#include "cli/manual_topic.h"
#include "cli/roff.h"
#include "cli/run.h"
#include "cli/topics.h"
#include "disk/replace.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array kExitCodes = {
    ManualWord{"0", {"xong, không có gì phải nói", "fine"}},
    ManualWord{
        "1",
        {"`check` thấy chỗ sai (xem `--fail-on`), `merge-file` để lại chỗ hai bên ghi khác nhau, "
         "`diff --exit-code` thấy thay đổi, hoặc có điều bị từ chối, bị bỏ ra",
         "`check` found something (see `--fail-on`), `merge-file` left conflicts, `diff "
         "--exit-code` found changes, or something was refused or left out"}},
    ManualWord{"2",
               {"gõ sai lệnh, hoặc không chạy được: tệp không đọc, không ghi được",
                "wrong usage, or it could not run: a file can't be read or written"}},
};

constexpr std::array kEnvironment = {
    ManualWord{"WARDPLAN_LANG",
               {"ngôn ngữ, `vi` hoặc `en`; `--lang` đi trước",
                "the language, `vi` or `en`; `--lang` goes before it"}},
    ManualWord{"WARDPLAN_CONFIG",
               {"tệp thiết lập, thay cho `wardplan.yaml` của kho hồ sơ; `--config` đi trước",
                "the settings, in place of the repository's `wardplan.yaml`; `--config` goes "
                "before it"}},
    ManualWord{"LC_ALL, LC_MESSAGES, LANG",
               {"ngôn ngữ khi không nêu gì khác: tiếng Anh nếu bắt đầu bằng `en`, không thì tiếng "
                "Việt",
                "the language where nothing else says it: English if they begin with `en`, else "
                "Vietnamese"}},
    ManualWord{"WARDPLAN_TODAY",
               {"ngày coi là hôm nay; `--as-of` đi trước",
                "the day that is taken for today; `--as-of` goes before it"}},
    ManualWord{
        "NO_COLOR, CLICOLOR, TERM",
        {"không dùng màu khi có `NO_COLOR`, khi `CLICOLOR` là 0 hoặc `TERM` là `dumb`; "
         "`--color` đi trước",
         "no colours where `NO_COLOR` is set, `CLICOLOR` is 0 or `TERM` is `dumb`; `--color` "
         "goes before them"}},
    ManualWord{"CLICOLOR_FORCE",
               {"dùng màu cả khi không in ra màn hình; `NO_COLOR` đi trước",
                "colours where no terminal is, too; `NO_COLOR` goes before it"}},
};

std::string in(Phrase phrase, Lang lang) { return std::string(phrase.in(lang)); }

std::string heading(Phrase words, Lang lang) { return section_in_roff(words.in(lang)); }

constexpr Phrase kName = {"TÊN", "NAME"};
constexpr Phrase kSynopsis = {"CÚ PHÁP", "SYNOPSIS"};
constexpr Phrase kDescription = {"MÔ TẢ", "DESCRIPTION"};
constexpr Phrase kArguments = {"ĐỐI SỐ", "ARGUMENTS"};
constexpr Phrase kOptions = {"TÙY CHỌN", "OPTIONS"};
constexpr Phrase kCommands = {"CÁC LỆNH", "COMMANDS"};
constexpr Phrase kExitStatus = {"MÃ THOÁT", "EXIT STATUS"};
constexpr Phrase kEnvironmentHeading = {"BIẾN MÔI TRƯỜNG", "ENVIRONMENT"};
constexpr Phrase kExamplesHeading = {"VÍ DỤ", "EXAMPLES"};
constexpr Phrase kSeeAlso = {"XEM THÊM", "SEE ALSO"};

/// How a page begins: its title, and the line by which `whatis` finds it.
std::string head(const std::string& name, std::string_view about, const Commit& commit, Lang lang) {
  return page_head(name, 1, commit.day, kVersion) + heading(kName, lang) +
         folded_roff(in_roff(name) + " \\- " + in_roff(about));
}

std::string xref(std::string_view name) { return bold(name) + "(1)"; }

std::string page_name(const Command& command) { return "wardplan-" + std::string(command.name); }

/// `-o`, `--output` FILE.
std::string flag_in_roff(const Flag& flag) {
  std::string out;
  for (const std::string_view name : split(flag.name, ","))
    out += (out.empty() ? "" : ", ") + (flag.is_option() ? bold(name) : italic(name));
  return flag.value.empty() ? out : out + " " + italic(flag.value);
}

/// What it takes, with the words that its help doesn't name.
std::string flag_about(const Flag& flag, Lang lang) {
  const std::string& help = flag.help.in(lang);
  const bool all = std::ranges::all_of(
      flag.words, [&](const std::string& word) { return help.find(word) != std::string::npos; });
  return all ? help : help + ": " + quoted_list(flag.words);
}

std::string flags_in_roff(const std::vector<Flag>& flags, bool options, Lang lang) {
  std::string out;
  for (const Flag& flag : flags)
    if (flag.is_option() == options)
      out += entry_in_roff(flag_in_roff(flag), flag_about(flag, lang));
  return out;
}

std::string examples_in_roff(std::string_view examples, Lang lang) {
  std::string lines;
  for (const std::string_view line : split(examples, "\n"))
    lines += fmt::format("wardplan {}\n", line);
  return heading(kExamplesHeading, lang) + example_in_roff(lines);
}

std::string words_in_roff(std::span<const ManualWord> words, Lang lang) {
  std::string out;
  for (const ManualWord& word : words) out += entry_in_roff(bold(word.word), word.about.in(lang));
  return out;
}

std::string help_entry(Lang lang) {
  return entry_in_roff(bold("-h") + ", " + bold("--help"), in(kHelpAbout, lang));
}

std::string command_page(const Command& command, const Commit& commit, Lang lang) {
  Parsed parsed;
  const std::vector<Flag> flags = command.flags(parsed);
  std::string synopsis = bold("wardplan " + std::string(command.name)) +
                         fmt::format(" [{}]", italic(Phrase{"TÙY CHỌN", "OPTIONS"}.in(lang)));
  for (const Flag& flag : flags)
    if (!flag.is_option())
      synopsis += fmt::format(" [{}{}]", italic(flag.name), flag.often() ? "…" : "");
  std::string out = head(page_name(command), command.about.in(lang), commit, lang) +
                    heading(kSynopsis, lang) + folded_roff(synopsis);
  const std::string arguments = flags_in_roff(flags, false, lang);
  if (!arguments.empty()) out += heading(kArguments, lang) + arguments;
  out += heading(kOptions, lang) + flags_in_roff(flags, true, lang) +
         flags_in_roff(common_flags(parsed), true, lang) + help_entry(lang);
  out += heading(kExitStatus, lang) + words_in_roff(exit_codes(), lang);
  out += examples_in_roff(command.examples.in(lang), lang);
  return out + heading(kSeeAlso, lang) + xref("wardplan") + "\n";
}

std::string main_page(const Commit& commit, Lang lang) {
  Parsed parsed;
  std::string out = head("wardplan", in(kAboutShort, lang), commit, lang);
  out += heading(kSynopsis, lang) +
         folded_roff(bold("wardplan") + " " + italic(Phrase{"LỆNH", "COMMAND"}.in(lang)) +
                     fmt::format(" [{}…]", italic(Phrase{"TÙY CHỌN", "OPTIONS"}.in(lang))));
  out += heading(kDescription, lang) + folded_roff(prose_in_roff(in(kAbout, lang)));
  out += heading(kCommands, lang);
  std::string see;
  for (const Command& command : commands()) {
    out += entry_in_roff(xref(page_name(command)), command.about.in(lang));
    see += (see.empty() ? "" : ", ") + xref(page_name(command));
  }
  out += heading(kOptions, lang) + flags_in_roff(common_flags(parsed), true, lang) +
         help_entry(lang) +
         entry_in_roff(bold("-V") + ", " + bold("--version"), in(kVersionAbout, lang));
  out += heading(kExitStatus, lang) + words_in_roff(exit_codes(), lang);
  out += heading(kEnvironmentHeading, lang) + words_in_roff(environment(), lang);
  out += examples_in_roff(kExamples, lang);
  for (const Topic& topic : topics()) see += ", " + bold("wardplan-" + topic_name(topic)) + "(7)";
  return out + heading(kSeeAlso, lang) + folded_roff(see);
}

}  // namespace

std::span<const ManualWord> exit_codes() { return kExitCodes; }

std::span<const ManualWord> environment() { return kEnvironment; }

std::vector<ManualPage> manual_pages(const Commit& commit) {
  std::vector<ManualPage> pages;
  for (const Lang lang : {Lang::en, Lang::vi}) {
    const std::string folder = lang == Lang::vi ? "vi/man1/" : "man1/";
    pages.push_back({folder + "wardplan.1", main_page(commit, lang)});
    for (const Command& command : commands())
      pages.push_back({folder + page_name(command) + ".1", command_page(command, commit, lang)});
  }
  // They are in Vietnamese, whoever asks for them.
  for (const Topic& topic : topics())
    for (const char* folder : {"man7/", "vi/man7/"})
      pages.push_back(
          {folder + ("wardplan-" + topic_name(topic)) + ".7", topic_page(topic, commit)});
  return pages;
}

int manual_command(const std::vector<std::string>& args, Io& io) {
  if (args.size() != 1) wrong_usage({"gõ `wardplan man THƯ-MỤC`", "type `wardplan man FOLDER`"});
  for (const ManualPage& page : manual_pages(io.commit)) {
    const std::filesystem::path path = std::filesystem::path(args.front()) / page.path;
    std::filesystem::create_directories(path.parent_path());
    write_whole(path.string(), page.text, Durable::later);
  }
  return kFine;
}

}  // namespace wardplan
