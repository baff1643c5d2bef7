#pragma once

#include "diag/finding.h"

namespace wardplan::yaml {

extern const Code kNotUtf8, kControlCharacter, kUtf16, kLoneReturn, kTooLarge, kDecomposed,
    kTabIndent, kTooDeep, kOpenQuote, kKeyWithoutColon, kNoSpaceAfterColon, kSecondDocument,
    kTextAfterValue, kDuplicateKey, kAnchor, kAlias, kMergeKey, kTag, kMultiLinePlain,
    kReadOtherwise, kDirective, kComplexKey, kColonInValue, kOpenBracket, kBadEscape, kEmptyEntry,
    kEmptyFile, kNotYaml;

}  // namespace wardplan::yaml
