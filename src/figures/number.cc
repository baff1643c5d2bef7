#include "figures/number.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "text/trim.h"

namespace wardplan {
namespace {

// Products of two numbers of 64 bits.
__extension__ typedef __int128 Wide;

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

/// Of up to 18.
std::int64_t power_of_ten(int power) {
  std::int64_t value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

std::optional<std::int64_t> narrow(Wide value) {
  if (value < std::numeric_limits<std::int64_t>::min() ||
      value > std::numeric_limits<std::int64_t>::max())
    return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<Ratio> reduced(Wide numerator, Wide denominator) {
  Wide a = magnitude(numerator), b = denominator;
  while (a != 0) {
    const Wide rest = b % a;
    b = a;
    a = rest;
  }
  const auto over = narrow(numerator / b);
  const auto under = narrow(denominator / b);
  if (!over || !under) return std::nullopt;
  return Ratio{*over, *under};
}

/// `ratio` with so many decimals, half a unit away from 0; nothing when 64 bits don't hold it.
std::optional<Decimal> rounded(const Ratio& ratio, int decimals) {
  const Wide scaled = Wide{ratio.numerator} * power_of_ten(decimals);
  Wide quotient = magnitude(scaled) / ratio.denominator;
  if (magnitude(scaled) % ratio.denominator * 2 >= ratio.denominator) ++quotient;
  const auto mantissa = narrow(scaled < 0 ? -quotient : quotient);
  if (!mantissa) return std::nullopt;
  return Decimal{*mantissa, decimals};
}

bool all_zeros(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

/// A run cut at its points and commas: `1.234,5` is the pieces 1, 234, 5 and the marks `.,`.
struct Run {
  std::vector<std::string_view> pieces;
  std::string marks;
  std::size_t size = 0;
};

Run cut(std::string_view text) {
  Run run;
  while (run.size < text.size() && is_digit(text[run.size])) {
    std::size_t end = run.size;
    while (end < text.size() && is_digit(text[end])) ++end;
    run.pieces.push_back(text.substr(run.size, end - run.size));
    run.size = end;
    const bool goes_on =
        end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
    if (!goes_on) break;
    run.marks += text[end];
    ++run.size;
  }
  return run;
}

/// Whether the first `count` pieces are thousands: one to three digits, then groups of three.
bool are_thousands(const Run& run, std::size_t count) {
  if (count == 1) return true;
  if (run.pieces[0].size() > 3 || all_zeros(run.pieces[0])) return false;
  return std::ranges::all_of(std::span(run.pieces).subspan(1, count - 1),
                             [](std::string_view piece) { return piece.size() == 3; });
}

/// The pieces as one number, the last of them behind the decimal sign if `decimals`.
std::optional<Decimal> join(const Run& run, bool decimals) {
  Decimal number;
  if (decimals) {
    if (run.pieces.back().size() > static_cast<std::size_t>(kMaxScale)) return std::nullopt;
    number.scale = static_cast<int>(run.pieces.back().size());
  }
  for (const std::string_view piece : run.pieces)
    for (const char digit : piece)
      if (__builtin_mul_overflow(number.mantissa, std::int64_t{10}, &number.mantissa) ||
          __builtin_add_overflow(number.mantissa, std::int64_t{digit - '0'}, &number.mantissa))
        return std::nullopt;
  return number;
}

/// Why the marks of a run don't make a number.
Message wrong_marks(std::string_view run, const std::string& marks) {
  const auto commas = std::count(marks.begin(), marks.end(), ',');
  if (commas > 1 || (commas == 1 && marks.back() != ','))
    return say("`{}` không phải là con số: dấu phẩy chỉ đứng trước phần thập phân",
               "`{}` is not a number: a comma stands before the decimals only", run);
  if (commas == 0 && marks.size() == 1) return unclear_point(run);
  return say("`{}` không phải là con số: sau mỗi dấu chấm phải có đúng ba chữ số",
             "`{}` is not a number: exactly three digits follow each point", run);
}

/// Most decimals of what is rounded.
constexpr int kShortScale = 2;

/// Exactly where so many decimals hold it, or else rounded.
std::string with_decimals(const Ratio& ratio, int most) {
  for (int decimals = 0; decimals <= most; ++decimals) {
    const auto number = rounded(ratio, decimals);
    if (number && ratio_of(*number) == ratio) return vietnamese(*number);
  }
  for (int decimals = kShortScale; decimals <= kMaxScale; ++decimals) {
    const auto number = rounded(ratio, decimals);
    if (!number) break;
    if (number->mantissa != 0 || decimals == kMaxScale) return "≈" + vietnamese(*number);
  }
  return "≈" + vietnamese(rounded(ratio, 0).value_or(Decimal{ratio.numerator, 0}));
}

}  // namespace

std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const std::int64_t a_unit = power_of_ten(a.scale), b_unit = power_of_ten(b.scale);
  if (const auto order = a.mantissa / a_unit <=> b.mantissa / b_unit; order != 0) return order;
  return a.mantissa % a_unit * power_of_ten(kMaxScale - a.scale) <=>
         b.mantissa % b_unit * power_of_ten(kMaxScale - b.scale);
}

NumberReading scan_number(std::string_view text) {
  const Run run = cut(text);
  if (run.pieces.empty())
    return {.problem = Phrase{"không có chữ số nào", "no digit stands there"}};
  const std::size_t count = run.pieces.size();
  const bool comma = run.marks.find(',') != std::string::npos;
  const bool one_point = run.marks == ".";
  const bool iso = one_point && (all_zeros(run.pieces[0]) || run.pieces[1].size() < 3);
  if (comma ? run.marks.find(',') != count - 2 || !are_thousands(run, count - 1)
            : !iso && !are_thousands(run, count))
    return {.size = run.size, .problem = wrong_marks(text.substr(0, run.size), run.marks)};
  NumberReading reading{.size = run.size, .value = join(run, comma || iso)};
  if (one_point && !iso) reading.as_iso = join(run, true);
  if (!reading.value)
    reading.problem =
        say("`{}` có quá nhiều chữ số", "`{}` has too many digits", text.substr(0, run.size));
  return reading;
}

Message unclear_point(std::string_view number) {
  return say(
      "không rõ dấu chấm trong `{}`: sau dấu chấm hàng nghìn có đúng ba chữ số, phần thập phân "
      "viết sau dấu phẩy",
      "it isn't clear what the point in `{}` is: thousands have exactly three digits, decimals "
      "follow a comma",
      number);
}

std::string vietnamese(const Decimal& number) {
  const bool negative = number.mantissa < 0;
  const auto bits = static_cast<std::uint64_t>(number.mantissa);
  std::string digits = std::to_string(negative ? 0 - bits : bits);
  const auto decimals = static_cast<std::size_t>(number.scale);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string out = digits.substr(0, digits.size() - decimals);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ".");
  if (decimals > 0) out += ',' + digits.substr(digits.size() - decimals);
  return negative ? '-' + out : out;
}

std::optional<Decimal> times_power_of_ten(Decimal number, int power) {
  const int shift = std::min(power, number.scale);
  number.scale -= shift;
  for (power -= shift; power > 0; --power)
    if (__builtin_mul_overflow(number.mantissa, std::int64_t{10}, &number.mantissa))
      return std::nullopt;
  return number;
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  const Wide left = Wide{a.numerator} * b.denominator, right = Wide{b.numerator} * a.denominator;
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

Ratio ratio_of(const Decimal& number) {
  return *reduced(number.mantissa, power_of_ten(number.scale));
}

std::optional<Ratio> percentage(std::int64_t part, std::int64_t whole) {
  return reduced(Wide{part} * 100, whole);
}

std::optional<Ratio> percentage(const Ratio& part, const Ratio& whole) {
  if (part.numerator > std::numeric_limits<std::int64_t>::max() / 100) return std::nullopt;
  return reduced(Wide{part.numerator * 100} * whole.denominator,
                 Wide{part.denominator} * whole.numerator);
}

std::optional<Ratio> difference(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator} * b.denominator - Wide{b.numerator} * a.denominator,
                 Wide{a.denominator} * b.denominator);
}

std::optional<Ratio> sum(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator} * b.denominator + Wide{b.numerator} * a.denominator,
                 Wide{a.denominator} * b.denominator);
}

std::optional<Ratio> product(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator} * b.numerator, Wide{a.denominator} * b.denominator);
}

std::optional<Ratio> quotient(const Ratio& a, const Ratio& b) {
  const bool below = b.numerator < 0;
  return reduced(Wide{below ? -1 : 1} * a.numerator * b.denominator,
                 Wide{below ? -1 : 1} * a.denominator * b.numerator);
}

bool rounds_to(const Ratio& exact, const Decimal& written) {
  const Wide unit = power_of_ten(written.scale);
  const Wide gap = magnitude(exact.numerator * unit - Wide{written.mantissa} * exact.denominator);
  return gap <= exact.denominator / 2;
}

std::string vietnamese(const Ratio& ratio) { return with_decimals(ratio, kMaxScale); }

std::string in_short(const Ratio& ratio) { return with_decimals(ratio, kShortScale); }

}  // namespace wardplan
