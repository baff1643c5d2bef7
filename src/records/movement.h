#pragma once

#include <vector>

#include "records/words.h"
#include "records/written.h"
#include "times/date.h"

// What a movement has beside the rows and dates of every plan; its models are the plan's rows.

namespace wardplan {

struct Plan;
struct Row;

/// A field that models are classified by; one without a `column` is named in the forms' remarks.
struct ModelField {
  Text id;
  Text name;
  YesNo column;
  Span span;

  bool has_column() const { return !column.given || column.value; }
};

/// A level that commends.
struct Level {
  Text id;
  Text name;
  Span span;
};

/// A paper by which a model that arose later was put on the list.
struct Submission {
  Text number;
  Written<Date> date;
  Span span;
};

/// What a row of a movement has beside every row: who registered it, for which fields, and how it
/// came on the list.
struct Model {
  Text by;
  /// An individual's office or unit.
  Text office;
  Written<Registrant> group;
  std::vector<Name> fields;
  Written<Date> registered;
  Written<Date> published;
  Submission submission;
  /// Made up to show the forms, and printed as such.
  YesNo sample;
  /// The date on which results are due.
  const Row* closing = nullptr;
};

struct Movement {
  Text name;
  std::vector<ModelField> fields;
  std::vector<Level> levels;
};

/// Gives names of fields and levels their index, and models the date that their results are due.
void link_movement(Plan& plan);

}  // namespace wardplan
