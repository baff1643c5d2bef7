#pragma once

#include <string>
#include <string_view>

#include "records/outline.h"

// What the texts of a table's rows say of what they are.

namespace wardplan {

/// A row's number, of capital letters those that are no Roman numbers, too.
RowNumber number_of(const std::string& text);

/// Whether a text is nothing but a number that rows have: `1.2`, `IV`, `a)`, `-`.
bool is_row_number(const std::string& text);

/// Whether a text goes on in the next row for all that can be seen: it ends with no sign that ends
/// a sentence.
bool is_unfinished(std::string_view text);

/// A row's number and what stands behind it; no number where a text begins with none.
struct NumberedText {
  std::string number = {};
  std::string text = {};
};

/// `1.1. Trồng cây`, `- Trồng cây`, `a) Trồng cây`, cut behind the number.
NumberedText number_before(const std::string& text);

/// `Chỉnh trang đô thị (04 chỉ tiêu)`, cut before what it declares; `number` is the count with its
/// noun, empty where a text declares nothing.
NumberedText declared_behind(const std::string& text);

/// Whether a text of a row without a number opens what stands below a table: `Nơi nhận: …`, `Ghi
/// chú: …`, `TM. ỦY BAN NHÂN DÂN`.
bool closes_table(std::string_view text);

/// Whether a text is nothing but what stands over a signature: `Chủ tịch`, `TM. ỦY BAN NHÂN DÂN`.
bool names_signer(std::string_view text);

/// Whether the row behind another stands in it, by their numbers; `bare`: that one says nothing but
/// its heading.
bool stands_in(const RowNumber& next, const RowNumber& row, bool bare);

/// `Tổng cộng`, `Cộng I`, `Tổng số: 07 mô hình`: what a row without a number sums up.
bool is_total(std::string_view text);

/// Whether that, or what a table of criteria with points says below them: `Theo trọng số`, `Điểm
/// trừ: …`, `Kết quả`.
bool sums_points(std::string_view text);

/// `Tổng số hộ nghèo`: such a row may sum up others, or say what is to be done.
bool may_sum_up(std::string_view text);

/// Whether a number without a known form opens a part: `PHẦN I`, `Chương 2`.
bool opens_part(std::string_view number);

}  // namespace wardplan
