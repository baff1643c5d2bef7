#pragma once

#include <fmt/format.h>

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "records/written.h"
#include "sheet/sheet.h"
#include "template/value.h"
#include "text/quoted.h"
#include "times/date.h"

// The rows that forms are made of: what templates may use and what they are filled with, at once.

namespace wardplan {

template <class T>
struct FormField;
template <class T>
using FormFields = std::vector<FormField<T>>;

/// The declared fields of a table, under a name of their own.
template <class T>
mustache::Shape shape_of(const FormFields<T>& fields, std::string_view name = {},
                         Phrase meaning = {}, mustache::Kind kind = mustache::Kind::object) {
  mustache::Shape shape{std::string(name), kind, meaning, {}};
  for (const FormField<T>& field : fields) shape.children.push_back(field.shape);
  return shape;
}

/// A value of that shape.
template <class T>
mustache::Value value_of(const FormFields<T>& fields, const T& from) {
  std::vector<mustache::Member> members;
  for (const FormField<T>& field : fields) members.push_back({field.shape.name, field.value(from)});
  return mustache::Value::object(std::move(members));
}

/// What a form says of a `T` under one name.
template <class T>
struct FormField {
  mustache::Shape shape;
  std::function<mustache::Value(const T&)> value;

  /// The text or the number that `of` gives.
  template <class Of>
  FormField(std::string_view name, std::string_view vi, std::string_view en, Of of)
      : shape{std::string(name), mustache::Kind::text, {vi, en}, {}},
        value([of](const T& from) { return fmt::format("{}", std::invoke(of, from)); }) {}

  /// The fields of the one thing that `of` gives (an object), or of each of them (a list).
  template <class Child, class Of>
  FormField(std::string_view name, std::string_view vi, std::string_view en,
            const FormFields<Child>& fields, Of of) {
    using Given = std::remove_cvref_t<std::invoke_result_t<Of, const T&>>;
    constexpr bool kOne = std::same_as<Given, Child>;
    shape = shape_of(fields, name, {vi, en}, kOne ? mustache::Kind::object : mustache::Kind::list);
    value = [fields, of](const T& from) {
      const Given given = std::invoke(of, from);
      if constexpr (kOne) return value_of(fields, given);
      std::vector<mustache::Value> values;
      if constexpr (!kOne)
        for (const Child& child : given) values.push_back(value_of(fields, child));
      return mustache::Value::list(std::move(values));
    };
  }

  /// A field of the part of a `T` that `of` gives.
  template <class Part, class Of>
  FormField(const FormField<Part>& field, Of of)
      : shape(field.shape),
        value([value = field.value, of](const T& from) { return value(std::invoke(of, from)); }) {}
};

/// The only field of entries that are texts themselves.
inline FormFields<std::string> each_text(std::string_view name, std::string_view vi,
                                         std::string_view en) {
  return {{name, vi, en, std::identity{}}};
}

// What several forms say in the same way.

/// A place to be filled in by hand.
inline constexpr std::string_view kBlank = ".....";
inline constexpr std::string_view kLongBlank = "....................";

/// A text, or where it isn't given the place for it.
inline std::string or_blank(const Text& text, std::string_view blank) {
  return text.given ? text.value : std::string(blank);
}

/// `ngày 05 tháng 02 năm 2023`: days below 10 and the months 1 and 2 with a nought; without a day
/// dotted, in that year.
inline std::string date_line(const std::optional<Date>& day, int year) {
  if (!day) return fmt::format("ngày {0} tháng {0} năm {1}", kBlank, year);
  const auto month = static_cast<unsigned>(day->month());
  return fmt::format("ngày {:02} tháng {} năm {}", static_cast<unsigned>(day->day()),
                     month < 3 ? fmt::format("0{}", month) : fmt::format("{}", month),
                     static_cast<int>(day->year()));
}

/// What isn't empty of a cell, as one text.
inline std::string joined_given(const Cell& cell, std::string_view separator = "; ") {
  std::string text;
  for (const std::string& part : cell)
    if (!part.empty()) join(text, part, separator);
  return text;
}

/// How many; empty for none, so that a template can ask.
inline std::string count_if_any(std::size_t count) {
  return count == 0 ? std::string() : fmt::format("{}", count);
}

}  // namespace wardplan
