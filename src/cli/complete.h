#pragma once

#include <string>
#include <vector>

#include "cli/typed_line.h"
#include "cmd/io.h"
#include "cmd/offers.h"

namespace wardplan {

/// What can stand where a line is being typed.
struct Completion {
  enum class Kind {
    nothing,
    /// One of the offers, and with it the word ends, or goes on.
    words,
    parts,
    file,
    /// A file that may be a record, or a folder with some.
    record,
    folder
  };
  Kind kind = Kind::nothing;
  /// The beginning of what was typed that stays, `--output=`: offers and files come behind it.
  std::string kept = {};
  std::vector<Offer> offers = {};
};

/// By the tables of commands and flags, and the records that were named.
Completion complete(const TypedLine& typed, const Io& io);

/// The hidden command that shells ask: `complete bash TEXT BREAKS`, `complete words WORD…`, whose
/// last word is being typed. Its first line says what can stand there and what of it stays, each
/// further one is a word and what it is. It never complains.
int complete_command(const std::vector<std::string>& args, Io& io);

}  // namespace wardplan
