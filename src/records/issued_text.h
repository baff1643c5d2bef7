#pragma once

#include <vector>

#include "records/written.h"
#include "times/date.h"

// What stands around the table of an issued document: what it rests on, and what its text names.

namespace wardplan {

/// A document that a text names, or rests on (`căn cứ`): one without a symbol has only its name.
struct Cited {
  Text document;
  /// With number: `211-KH/QU`.
  Text symbol;
  Written<Date> date;
  Text issuer;
  Text about;
  Span span;
};

/// An event and its day, as a text says it.
struct Event {
  Text name;
  WrittenTime date;
  Span span;
};

/// A form that stands behind the document.
struct AnnexedForm {
  Text id;
  Text title;
  Span span;
};

/// What a row of a document's text names, beside its number, words, people and figures.
struct Passage {
  /// Rows and dates of the plan that take it up; `index` is that of `Plan::row`, of a heading it
  /// means all below.
  std::vector<Name> rows;
  std::vector<Cited> cites;
  /// By the ids of `IssuedText::forms`.
  std::vector<Name> forms;
  std::vector<Event> events;
};

}  // namespace wardplan
