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

/// Reads a template by the required part of the Mustache specification. Errors go to `report`;
/// where there is one, nothing is returned.
std::optional<Template> parse(const Sources& sources, FileId file, Report& report);

/// A text that is looked for from places that only go forward, in linear time altogether.
class Needle {
 public:
  explicit Needle(std::string text) : text_(std::move(text)) {}

  /// The first place from `at` on, or npos.
  std::size_t find(std::string_view bytes, std::size_t at);

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
  std::size_t from_ = 0;
  std::optional<std::size_t> found_;
};

/// What opens and closes tags; `closes_change` ends a tag that changes them.
struct Delimiters {
  Needle opens{"{{"};
  Needle closes{"}}"};
  Needle closes_change{"=}}"};
};

Delimiters delimiters(std::string_view opens, std::string_view closes);

/// One tag as bytes [begin, end) of the file, what is written in it without its sign and outer
/// blanks, and the sign (`#`, `^`, `/`, `>`, `&`, `!`, `=`, `{`; 0: none).
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sign = 0;
  std::size_t content = 0;
  std::size_t content_end = 0;
};

/// Why a tag can't be read: it has no end, or what opens with `{{{` has no `}}}`.
enum class TagFault { none, unclosed, unclosed_raw };

struct ReadTag {
  Tag tag;
  TagFault fault = TagFault::none;
  /// Where reading goes on behind a fault.
  std::size_t resume = 0;
};

/// Reads the tag that opens at byte `at`.
ReadTag read_tag(std::string_view bytes, std::size_t at, Delimiters& delimiters);

/// The line of a tag that stands alone on it: where it begins, and where the next one does.
struct Alone {
  std::size_t begin = 0;
  std::size_t next = 0;
};

/// `first`: where the file's text begins, behind a BOM.
std::optional<Alone> alone_on_line(std::string_view bytes, std::size_t first, const Tag& tag);

/// The name written under `span`, whether it is one or not.
Name name_at(const Sources& sources, Span span);

/// Whether it is a field's name: `.`, or words of letters, digits, `_`, `-` with points between
/// them; of a partial the same but `.`, so that no name leads out of a folder. What isn't goes to
/// `report`.
bool check_name(const Sources& sources, const Name& name, bool partial, Report& report);

}  // namespace wardplan::mustache
