#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"

namespace wardplan::mustache {

extern const Code kOpenSection, kWrongClose, kOpenTag, kBadDelimiters, kBadName, kTooDeep, kNotUtf8,
    kUnknownField, kWrongUse, kUnknownPartial, kPartialsTooDeep;

/// Sections deeper than this are refused.
inline constexpr std::size_t kMaxSections = 100;

/// One word of a name, composed (NFC), and where it stands.
struct Word {
  std::string text;
  Span span;
};

/// `a.b.c`; no words: the implicit iterator `.`.
struct Name {
  std::vector<Word> words;
  Span span;
};

/// What a part of a template does; `text` is printed as it is, `raw` is a value without escaping.
enum class PartKind { text, value, raw, section, inverted, partial };

struct Part {
  PartKind kind = PartKind::text;
  Span span;
  /// Of everything but text; a partial's is one word.
  Name name = {};
  /// Of a section: index of the first part behind its end.
  std::size_t end = 0;
  /// Of a text: at most one line, with its line break.
  std::string_view text = {};
  /// Of a text, which may be empty: a line of what is printed begins here.
  bool begins_line = false;
  /// Of a partial alone on its line: the blanks before it.
  std::optional<std::string_view> indent = {};
};

/// A parsed template; valid as long as its `Sources`.
struct Template {
  FileId file = 0;
  std::vector<Part> parts;
};

/// Whether what is written there is a field's name: `.`, or words of letters, digits, `_`, `-` with
/// points between them; of a partial the same but `.`, so that no name leads out of a folder. What
/// isn't goes to `report`.
bool check_name(const Sources& sources, const Name& name, bool partial, Report& report);

/// Reads a template by the required part of the Mustache specification. Errors go to `report`;
/// where there is one, nothing is returned.
std::optional<Template> parse(const Sources& sources, FileId file, Report& report);

}  // namespace wardplan::mustache
