#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "yaml/node.h"
#include "yaml/scalars.h"

namespace wardplan::yaml {

extern const Code kLookAlike, kOtherFile, kConflict, kNotUtf8, kControlCharacter, kUtf16,
    kLoneReturn, kTooLarge, kDecomposed, kTabIndent, kTooDeep, kOpenQuote, kKeyWithoutColon,
    kNoSpaceAfterColon, kSecondDocument, kTextAfterValue, kDuplicateKey, kAnchor, kAlias, kMergeKey,
    kTag, kMultiLinePlain, kReadOtherwise, kDirective, kComplexKey, kColonInValue, kOpenBracket,
    kBadEscape, kEmptyEntry, kEmptyFile, kNotYaml;

/// What bytes are good for.
enum class Bytes {
  sound,
  /// There are invisible characters among the texts, which is told: they are left out of what is
  /// read.
  invisible,
  refused
};

/// Judges the bytes of a file before anything is read into them.
Bytes check_bytes(const Sources& sources, FileId file, Report& report);

/// Thrown where the rest of a file can't be relied on, with what is to be told of it.
struct Lost {
  Finding finding;
};

/// The reading of one file: a place that only moves forward, and the nodes that are under way.
struct Reader {
  /// All of the file, which a NUL follows.
  std::string_view bytes;
  FileId file = 0;
  Report& report;
  Memory& memory;
  std::size_t at = 0;
  /// Where the line of `at` begins.
  std::size_t line = 0;
  /// Collections that are open here.
  int depth = 0;
  /// Behind the document's first marker, or its first token.
  bool begun = false;
  /// Something was found that leaves the structure clear and the file unusable.
  bool broken = false;
  /// Values that were read so far, keys not counted.
  std::size_t values = 0;
  /// Children of the collections that are open, the innermost last.
  std::vector<Node> items = {};
  std::vector<Pair> pairs = {};
  std::string scratch = {};

  char peek() const { return bytes.data()[at]; }
  bool at_end() const { return at >= bytes.size(); }
  int column() const { return static_cast<int>(at - line); }
  Span span(std::size_t begin, std::size_t end) const {
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
};

/// Passes blanks, line ends and comments to the next token or the end of the file.
void gap(Reader& reader);

/// Passes the blanks behind a value in quotes or brackets: a line end or a comment must follow.
void end_value(Reader& reader, bool behind_quote);

/// A collection that is open: where it begins, and how many children others had before it.
struct Opened {
  std::size_t begin;
  std::size_t items;
  std::size_t pairs;
};
Opened open(Reader& reader, std::size_t begin);

/// Adds a child to the innermost collection.
void add(Reader& reader, const Node& item);
void add(Reader& reader, const Pair& pair);

/// Takes the children of a collection into the memory of the file and tells keys that stand twice.
Node close(Reader& reader, const Opened& opened, Kind kind, bool flow, std::size_t end);

/// A null at a place where nothing is written.
Node nothing(const Reader& reader, std::size_t at);

/// A text in quotes, or in lines of its own, that begins here; what comes next is behind it.
Node read_quoted(Reader& reader, int indent);
Node read_lines(Reader& reader, int indent);

/// The plain text from here to `end`; `~` and `null` are nulls.
Node plain_value(Reader& reader, std::size_t end);

/// The plain text as a key, and goes to its colon.
Node plain_key(Reader& reader, const Plain& text);

/// Tells a merge key; other keys pass.
Node checked_key(Reader& reader, Node key);

/// Passes anchors, which are told, and refuses tags; true when nothing is left of the value,
/// because an alias stood for it or the next line isn't deeper than column `indent`.
bool pass_properties(Reader& reader, int indent);

/// The value that begins here, within brackets.
Node read_flow(Reader& reader, int indent);

/// The value that begins here outside brackets; `collection`: it may be a list or mapping without
/// brackets, because it begins its line or stands behind a dash.
Node read_block(Reader& reader, int indent, bool collection);

/// Whether another reader of YAML takes the first document of this text, whatever it understands by
/// it; false for a text that is too long to be tried.
bool others_take(std::string_view text);

/// A value without quotes that goes on in the next line.
Finding many_lines(Span value, bool beside = false);

/// Whether a key and its colon begin there: `leader:`.
bool begins_key(std::string_view bytes, std::size_t at);

/// Where the dash stands that begins a list's entry before its first key; npos: there is none.
std::size_t dash_before(const Reader& reader, Span key);

/// Tells that the first key of an entry stands again because the next entry has no dash.
void tell_no_dash(Reader& reader, std::size_t dash, const Node& first, const Node& again);

/// Loses a line that begins, at this byte, with a blank that doesn't indent.
void check_begin_of_line(const Reader& reader, std::size_t at);

/// Loses the line of the place, deeper than the key at column `own` whose text would go on there,
/// when it is a key or an entry out of its column.
void check_column_below(const Reader& reader, int own);

// What is told where reading can't go on. All of these throw `Lost`.

[[noreturn]] void lose(const Code& code, Message message, Span where, Message label = {},
                       Message help = {});

/// The same of the character at the place.
[[noreturn]] void lose_here(const Reader& reader, const Code& code, Message message,
                            Message help = {});

/// Text at the place where none belongs.
[[noreturn]] void stray(const Reader& reader);

/// The same of a line deeper than the list or mapping at column `own`, whose last value is given.
[[noreturn]] void out_of_column(const Reader& reader, const Node& last, int own, bool list);
[[noreturn]] void not_yaml(const Reader& reader);
[[noreturn]] void tab(const Reader& reader, std::size_t at);
[[noreturn]] void complex_key(const Reader& reader);
[[noreturn]] void lone_sign(const Reader& reader);
[[noreturn]] void empty_entry(const Reader& reader);
[[noreturn]] void colon_in_value(const Reader& reader, std::size_t colon);
[[noreturn]] void text_after_quote(const Reader& reader);

/// The bracket at `bracket` is not closed where it should be, which is seen at the place.
[[noreturn]] void open_bracket(const Reader& reader, std::size_t bracket);

/// The scalar at the place, whose fault was found by scanning it.
[[noreturn]] void bad_scalar(const Reader& reader, const Scalar& scalar);

/// Tells a sign that was typed for the colon of a key; of any other text nothing.
void check_colon(const Reader& reader, std::size_t begin, std::size_t end);

/// Whether a text begins with a word such as keys are.
bool begins_like_key(std::string_view text);

/// A text where a key belongs: it has no colon, or no blank behind its colon. It may belong to the
/// text above it, which stands without quotes.
[[noreturn]] void no_colon(const Reader& reader, std::size_t begin, std::size_t end,
                           bool below_text = false);

/// A key whose colon has no blank behind it.
[[noreturn]] void no_blank(Span key);

/// The same as `no_colon` within braces; `cut`: begin of the plain value that a comma before it may
/// have cut.
[[noreturn]] void no_colon_in_braces(const Reader& reader, Span key, std::size_t cut);

}  // namespace wardplan::yaml
