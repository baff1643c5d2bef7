#pragma once

#include "records/words.h"
#include "records/written.h"

namespace wardplan {

/// A status by a word of the ward's own, and which of those that are counted it belongs to.
struct WardStatus {
  Text id;
  Text name;
  Written<Status> counts_as;
  Span span;
};

/// What an entry says of its row's status: one of those that are counted, or by a word of the
/// ward's own, which is known once the ward is.
struct SaidStatus : Written<Status> {
  /// As the file has it, where that is none of the usual words.
  Text word = {};
  /// The ward's own that it means.
  const WardStatus* own = nullptr;
};

}  // namespace wardplan
