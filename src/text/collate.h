#pragma once

#include <string>
#include <string_view>

namespace wardplan {

/// Sort key in Vietnamese order, compared bytewise: letters (a ă â b c d đ …), then tones (ngang,
/// huyền, hỏi, ngã, sắc, nặng), then case, each over the whole text; blanks and signs stand before
/// numbers, numbers before letters; a run of digits is one number. Composed and decomposed text
/// have the same key; bytes that aren't UTF-8 come last.
std::string collation_key(std::string_view text);

}  // namespace wardplan
