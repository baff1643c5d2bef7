#include "golden/case.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "golden/section.h"

namespace wardplan::golden {
namespace {

constexpr std::string_view kProgram = "wardplan";
constexpr std::string_view kAfter = "after/";
constexpr std::string_view kCopy = "copy ";
constexpr std::string_view kAbsent = " absent";
constexpr std::string_view kFill = "fill ";
constexpr std::string_view kBase = "base: ";
constexpr std::string_view kAppend = "append ";
constexpr std::string_view kCodes = "codes: ";

[[noreturn]] void refuse(std::size_t line, const std::string& what) {
  throw std::runtime_error(fmt::format("line {}: {}", line, what));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string safe_path(std::string_view path, std::size_t line) {
  const bool climbs = fmt::format("/{}/", path).find("/../") != std::string::npos;
  if (path.empty() || path.front() == '/' || climbs)
    refuse(line, fmt::format("`{}` does not stay in the case's folder", path));
  return std::string(path);
}

void read_env(Case& made, const Section& section) {
  for (const std::string_view line : lines_of(section.content)) {
    const std::size_t sign = line.find('=');
    if (sign == std::string_view::npos) refuse(section.line, "`env` holds lines NAME=VALUE");
    made.env.emplace(line.substr(0, sign), line.substr(sign + 1));
  }
}

void read_terminal(Case& made, const Section& section) {
  for (const std::string_view line : lines_of(section.content)) {
    const std::string_view name = line.substr(0, line.find(' '));
    const std::string_view width = line.substr(std::min(line.size(), name.size() + 1));
    const bool digits = std::ranges::all_of(width, [](char c) { return c >= '0' && c <= '9'; });
    const bool known = name == "stdout" || ((name == "stderr" || name == "stdin") && line == name);
    if (!known || !digits || width.size() > 4)
      refuse(section.line, "`terminal` holds lines stdin, stdout, stdout WIDTH, stderr");
    (name == "stdout"   ? made.out_is_terminal
     : name == "stderr" ? made.err_is_terminal
                        : made.in_is_terminal) = true;
    if (!width.empty()) made.out_width = std::stoi(std::string(width));
  }
}

void read_after(Case& made, const Section& section) {
  std::string_view path = std::string_view(section.name).substr(kAfter.size());
  const bool absent = path.ends_with(kAbsent);
  if (absent) path.remove_suffix(kAbsent.size());
  made.expected.after[safe_path(path, section.line)] =
      absent ? std::nullopt : std::optional(section.content);
}

int read_exit(const Section& section) {
  const std::string_view content = section.content;
  const bool digits =
      std::ranges::all_of(content, [](char c) { return (c >= '0' && c <= '9') || c == '\n'; });
  if (content.size() < 2 || content.size() > 4 || !digits) refuse(section.line, "no exit code");
  return std::stoi(section.content);
}

/// `fill PATH SIZE`: a file that no one would write down, its content drawn out with `x` to SIZE
/// bytes.
void read_fill(Case& made, const Section& section) {
  const std::string_view name = std::string_view(section.name).substr(kFill.size());
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos) refuse(section.line, "`fill` wants a path and a size");
  std::string& bytes = made.files[safe_path(name.substr(0, blank), section.line)];
  bytes = section.content;
  bytes.resize(std::stoul(std::string(name.substr(blank + 1))), 'x');
}

/// A section whose header says everything.
std::string_view said_by(const Section& section, std::string_view prefix) {
  if (!section.content.empty()) refuse(section.line, "nothing stands below this header");
  return std::string_view(section.name).substr(prefix.size());
}

/// True when the section is part of what goes in, false when it is expected to come out.
bool read_section(Case& made, const Section& section) {
  const std::string_view name = section.name;
  if (name == "stdout") return made.expected.out = section.content, false;
  if (name == "stderr") return made.expected.err = section.content, false;
  if (name == "exit") return made.expected.exit_code = read_exit(section), false;
  if (name.starts_with(kAfter)) return read_after(made, section), false;
  if (name == "stdin")
    made.stdin_bytes = section.content;
  else if (name == "env")
    read_env(made, section);
  else if (name == "terminal")
    read_terminal(made, section);
  else if (name.starts_with(kFill))
    read_fill(made, section);
  else if (name.starts_with(kBase))
    made.bases.emplace_back(said_by(section, kBase));
  else if (name.starts_with(kAppend))
    made.appended[safe_path(name.substr(kAppend.size()), section.line)] = section.content;
  else if (name.starts_with(kCodes))
    made.codes = split_words(said_by(section, kCodes));
  else if (name.starts_with(kCopy))
    made.copies.push_back(safe_path(name.substr(kCopy.size()), section.line));
  else
    made.files[safe_path(name, section.line)] = section.content;
  return true;
}

/// Sections, each named once.
Sections read_sections(std::string_view text) {
  Sections parsed = parse_sections(text);
  std::vector<std::string> seen;
  for (const Section& section : parsed.sections) {
    if (std::ranges::find(seen, section.name) != seen.end())
      refuse(section.line, fmt::format("a second section `{}`", section.name));
    seen.push_back(section.name);
  }
  return parsed;
}

void read_command(Case& made, std::string_view preamble) {
  bool sentence = false, command = false;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(preamble)) {
    ++number;
    if (!line.starts_with("$ ")) {
      sentence = sentence || (!command && !line.empty());
      continue;
    }
    if (command) refuse(number, "a case has one command line");
    command = true;
    made.args = split_words(line.substr(2));
    if (made.args.empty() || made.args.front() != kProgram)
      refuse(number, "the command line begins with `wardplan`");
    made.args.erase(made.args.begin());
  }
  if (!sentence) refuse(1, "a case begins with a sentence that says the behaviour");
  if (!command) refuse(number, "a line `$ wardplan …` is missing");
}

}  // namespace

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> words;
  bool inside = false;
  char quote = '\0';
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote == '\0' && c == ' ') {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c == quote)
      quote = '\0';
    else if (quote == '\0' && (c == '\'' || c == '"'))
      quote = c;
    else if (c == '\\' && quote != '\'' && at + 1 < line.size())
      words.back() += line[++at];
    else
      words.back() += c;
  }
  if (quote != '\0') throw std::runtime_error(fmt::format("open quote in `{}`", line));
  return words;
}

Case parse_case(std::string_view text) {
  Case made;
  const Sections parsed = read_sections(text);
  made.head = parsed.preamble;
  read_command(made, parsed.preamble);
  for (const Section& section : parsed.sections)
    if (read_section(made, section)) made.head += section.raw;
  return made;
}

std::map<std::string, std::string> parse_base(std::string_view text) {
  const Sections parsed = read_sections(text);
  if (parsed.preamble.find_first_not_of('\n') == std::string::npos)
    refuse(1, "a base begins with a sentence that says what is in it");
  Case made;
  for (const Section& section : parsed.sections) {
    const std::size_t before = made.files.size();
    read_section(made, section);
    if (made.files.size() == before) refuse(section.line, "a base holds files alone");
  }
  return std::move(made.files);
}

std::string record_case(const Case& recorded, const Outcome& actual) {
  std::string text = recorded.head;
  if (!actual.out.empty()) text += write_section("stdout", actual.out);
  if (!actual.err.empty()) text += write_section("stderr", actual.err);
  if (actual.exit_code != 0) text += write_section("exit", fmt::format("{}\n", actual.exit_code));
  for (const auto& [path, content] : actual.after) {
    if (content)
      text += write_section(fmt::format("{}{}", kAfter, path), *content);
    else
      text += write_section(fmt::format("{}{}{}", kAfter, path, kAbsent), "");
  }
  return text;
}

}  // namespace wardplan::golden
