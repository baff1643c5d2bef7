#pragma once

#include "diag/finding.h"

namespace wardplan::yaml {

extern const Code kNotUtf8;
extern const Code kControlCharacter;
extern const Code kUtf16;
extern const Code kLoneReturn;
extern const Code kTooLarge;
extern const Code kDecomposed;
extern const Code kTabIndent;
extern const Code kTooDeep;
extern const Code kOpenQuote;
extern const Code kKeyWithoutColon;
extern const Code kNoSpaceAfterColon;
extern const Code kSecondDocument;
extern const Code kTextAfterValue;
extern const Code kDuplicateKey;
extern const Code kAnchor;
extern const Code kAlias;
extern const Code kMergeKey;
extern const Code kTag;
extern const Code kMultiLinePlain;
extern const Code kReadOtherwise;
extern const Code kDirective;
extern const Code kComplexKey;
extern const Code kColonInValue;
extern const Code kOpenBracket;
extern const Code kBadEscape;
extern const Code kEmptyEntry;
extern const Code kEmptyFile;
extern const Code kNotYaml;

}  // namespace wardplan::yaml
