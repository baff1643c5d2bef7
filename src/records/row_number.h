#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// What a row's number is: a letter (`B`), a part (`II`), each also divided (`B.1`, `II.1`), a path
/// (`2.4.1`), a heading without a number (`*`), a step (`a)`, `-`, `+`), none, or something else.
enum class NumberKind { letter, part, path, star, step, none, other };

struct RowNumber {
  NumberKind kind = NumberKind::none;
  /// The numbers between the points, the first the value of the letter or part; of a step that of
  /// its letter, and nothing of a mark.
  std::vector<int> path;
  /// Not as it is written: `IIII`, `VX` or letters that only look Roman, where a part's number
  /// comes, or another number than those beside it leave room for.
  bool meant = false;
  /// Of a step: `-` or `+`.
  char mark = '\0';

  /// Divides what its front names, as `I.1` divides `I`.
  bool divides() const {
    return (kind == NumberKind::letter || kind == NumberKind::part) && path.size() > 1;
  }
};

/// Reads a number; a point or bracket behind it is a habit of writing. Capital letters are Roman
/// numbers here: only their plan tells which are letters (`letter_number`).
RowNumber parse_row_number(std::string_view text);

/// `C` or `C.1` as a letter's number, or nothing.
std::optional<RowNumber> letter_number(std::string_view text);

/// `a)`, `b.`, `-` or `+` as a step's number, or nothing.
std::optional<RowNumber> step_number(std::string_view text);

/// The number in its usual form: `II`, `II.1`, `B`, `2.4.1`, `*`, `a`; empty for none and something
/// else.
std::string number_text(const RowNumber& number);

/// Whether a series of letters may go from one value to another: some leave out `Đ`, others `F`,
/// `J`, `W`, `Z`.
bool is_next_letter(int before, int value);

/// Whether a series may leave this letter out.
bool is_spare_letter(int value);

}  // namespace wardplan
