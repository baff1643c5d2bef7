#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/io.h"
#include "text/phrase.h"

// The manual: pages for `man`, made of the tables of commands and flags.

namespace wardplan {

/// A word of the manual and what it means: `2`, `NO_COLOR`.
struct ManualWord {
  std::string_view word;
  Phrase about;
};

/// The exit codes, and the environment that the program asks.
std::span<const ManualWord> exit_codes();
std::span<const ManualWord> environment();

/// A page: where it lies below a folder of pages (`man1/wardplan.1`, `vi/man1/wardplan.1`), and its
/// text in the language of `man`.
struct ManualPage {
  std::string path;
  std::string text;
};

/// Every page in both languages; `commit`: what the program was built from, whose day they bear.
std::vector<ManualPage> manual_pages(const Commit& commit);

/// The hidden command by which a build gets them: `man FOLDER` writes all pages below a folder.
int manual_command(const std::vector<std::string>& args, Io& io);

}  // namespace wardplan
