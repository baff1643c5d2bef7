#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/project.h"
#include "records/shapes.h"
#include "rules/policy.h"
#include "text/phrase.h"

// A repository's `wardplan.yaml`: what the options of commands are where nobody says them, and how
// findings are judged.

namespace wardplan {

struct Io;

inline constexpr std::string_view kSettingsFile = "wardplan.yaml";

/// One key of settings and the option that it stands for.
struct Setting {
  /// `build.format`.
  std::string_view key;
  /// The only command that it is for; empty: each that has the option.
  std::string_view command;
  /// `--format`, or the name of an argument.
  std::string_view option;
  std::string_view env = {};
  /// What it is where nobody says it; empty: nothing.
  std::string_view otherwise = {};
  /// The words that it takes; null: others, too.
  std::vector<std::string> (*words)() = nullptr;
  /// What a file says; none: nothing.
  std::vector<Text> (*said)(const Settings& settings) = nullptr;
  /// Its values are paths from the folder of the file on.
  bool paths = false;
};
const std::vector<Setting>& all_settings();

/// The settings that a run goes by.
struct SettingsInForce {
  /// As people are told it.
  std::string path = {};
  Project project;
  /// What is wrong with them.
  Report report = {};
  /// Why the file could not be read at all.
  std::optional<Message> unread = {};
  Policy policy = {};

  bool sound() const { return !unread && report.counts()[Severity::error] == 0; }
  /// Only where they are sound.
  const Settings& settings() const { return project.settings.front(); }

  /// A path that stands in them, from here.
  std::string from_here(const std::string& written) const;
  /// `wardplan.yaml:4`.
  std::string place_of(Span span) const;
};

/// The nearest `wardplan.yaml` from the folder on where the program runs, up to the one with
/// `.git`, or else the topmost.
std::optional<std::string> find_settings();

/// Reads and judges settings; what is wrong with them stands in the answer.
SettingsInForce read_settings(const std::string& path);

/// Tells values of settings that nothing takes.
void judge_settings(const Settings& settings, Report& report);

/// The words that settings take, for schemas.
void add_setting_words(std::vector<KeyShape>& keys);

/// Names of patterns that none of these files has, with their places.
std::vector<Text> unmatched_patterns(const SettingsInForce& settings,
                                     const std::vector<std::string>& files);

/// Says of each pattern that no record of the whole folder of the settings has where it stands;
/// `files` are some that are known. How many there are.
std::size_t tell_unmatched_patterns(const std::vector<std::string>& files, Io& io);

/// The file for a form, from here; none: the settings name none.
std::optional<std::string> template_in_settings(const Io& io, std::string_view form);

/// That `value` is no period.
Message no_period(std::string_view value);

}  // namespace wardplan
