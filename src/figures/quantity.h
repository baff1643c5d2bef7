#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "figures/number.h"
#include "figures/reading.h"

namespace wardplan {

enum class Measure { count, percent, money, fraction, rank };

/// Whether a figure is one by which something grows or shrinks: `giảm 5%`.
enum class Trend { none, up, down };

/// What the word before an inexact figure says of it: `trên`, `hơn`; `gần`, `dưới`; `khoảng`.
enum class Hedge { none, above, below, around };

/// `part` of `whole` things, whole > 0.
struct Fraction {
  std::int64_t part = 0;
  std::int64_t whole = 1;

  friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// A figure with its unit, as documents write it.
struct Quantity {
  Measure measure = Measure::count;
  /// The figure (of a range its ends, both included): things, percent, đồng, a rank; of a fraction
  /// its part.
  Decimal least = {};
  Decimal most = {};
  bool is_range = false;
  Trend trend = Trend::none;
  /// A fraction's own, or the one that stands beside a rate: `91,7% (11/12)`.
  std::optional<Fraction> fraction = {};
  /// What is counted, as written: `tuyến đường`; may be empty.
  std::string noun = {};
  /// For each of what, as written: `sổ`, `năm/cơ sở`; may be empty.
  std::string per = {};
  Hedge hedge = Hedge::none;
  /// The word that makes it inexact, as written; empty without a hedge.
  std::string hedge_word = {};
};

/// Reads one result: `94%`, `5‰`, `giảm 1,2% so với năm 2025`, `hạng 7/103`, `không xảy ra` (0),
/// `03 tuyến`, `150 Tr đồng`, `2-3 triệu đồng/sổ`, `5209/5318 hộ`, `91,7% (11/12)`, `top 2`,
/// `gần 1.800 lượt`, `628 lượt/600 lượt`, `628 lượt (104,67% kế hoạch)`. A point before three
/// digits is thousands; in a percentage, where both readings are possible, it is a problem that
/// holds both. Dates, addresses, documents' numbers and texts with a second figure are problems,
/// and so is a comparator that leaves the result open (`90% trở lên`). Whether a text is a figure
/// at all is for its place to know: `06 bộ` may as well be a name.
Reading<Quantity> parse_quantity(std::string_view text);

/// Whether nobody has a part of what is counted: `lượt`, `hộ gia đình`; not `tấn`.
bool comes_whole(std::string_view noun);

/// Whether a count of things that come whole, or money in plain đồng, has a comma before three
/// digits
/// (`1,250 lượt`), which is probably a mark of thousands; a figure that doesn't say of what is of
/// `noun`.
bool may_be_thousands(const Quantity& quantity, std::string_view noun);

/// Whether a fraction of nothing that is named may be something else: `15/10` is a day, `6/2023` a
/// month, `1/500` the scale of a map.
bool may_be_no_fraction(const Fraction& fraction);

/// Whether the whole of a fraction is the count that a goal asks for, so that its part may well be
/// more: `628/600 lượt` of 600.
bool is_whole_of(const Quantity& goal, const Fraction& fraction);

/// Whether a bare figure can be read with a `%` behind it.
bool reads_as_rate(const std::string& text);

/// Whether a rate in percent is the fraction's, within the rounding of the digits written: 11/12
/// agrees with 91,7 and not with 91,6.
bool agrees(const Decimal& rate, const Fraction& fraction);

/// Whether a rate stands beside a fraction that gives another one: `94% (11/12)`; of an inexact
/// rate, one that it excludes: `trên 95% (11/12)`.
bool contradicts_itself(const Quantity& quantity);

}  // namespace wardplan
