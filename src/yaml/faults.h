#pragma once

#include "yaml/reader.h"

namespace wardplan::yaml {

extern const Code kNotUtf8, kControlCharacter, kUtf16, kLoneReturn, kTooLarge, kDecomposed,
    kTabIndent, kTooDeep, kOpenQuote, kKeyWithoutColon, kNoSpaceAfterColon, kSecondDocument,
    kTextAfterValue, kDuplicateKey, kAnchor, kAlias, kMergeKey, kTag, kMultiLinePlain,
    kReadOtherwise, kDirective, kComplexKey, kColonInValue, kOpenBracket, kBadEscape, kEmptyEntry,
    kEmptyFile, kNotYaml;

/// A value without quotes that goes on in the next line.
Finding many_lines(Span value);

// What is told where reading can't go on. All of these throw `Lost`.

[[noreturn]] void lose(const Code& code, Message message, Span where, Message label = {},
                       Message help = {});

/// Text at the place where none belongs.
[[noreturn]] void stray(const Reader& reader);
[[noreturn]] void not_yaml(const Reader& reader);
[[noreturn]] void tab(const Reader& reader, std::size_t at);
[[noreturn]] void too_deep(const Reader& reader);
[[noreturn]] void too_many(const Reader& reader);
[[noreturn]] void complex_key(const Reader& reader);
[[noreturn]] void lone_sign(const Reader& reader);
[[noreturn]] void empty_entry(const Reader& reader);
[[noreturn]] void colon_in_value(const Reader& reader, std::size_t colon);
[[noreturn]] void text_after_quote(const Reader& reader);

/// The bracket at `bracket` is not closed where it should be, which is seen at the place.
[[noreturn]] void open_bracket(const Reader& reader, std::size_t bracket);

/// The scalar at the place, whose fault was found by scanning it.
[[noreturn]] void bad_scalar(const Reader& reader, const Scalar& scalar);

/// A text where a key belongs: it has no colon, or no blank behind its colon.
[[noreturn]] void no_colon(const Reader& reader, std::size_t begin, std::size_t end);

/// A key whose colon has no blank behind it.
[[noreturn]] void no_blank(Span key);

/// The same as `no_colon` within braces; `cut`: begin of the plain value that a comma before it may
/// have cut.
[[noreturn]] void no_colon_in_braces(const Reader& reader, Span key, std::size_t cut);

}  // namespace wardplan::yaml
