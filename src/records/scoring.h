#pragma once

#include <string>

#include "records/written.h"
#include "text/phrase.h"

// What a list of criteria says of groups of wards, points, deductions and bands, and what a year
// over it takes from another record.

namespace wardplan {

struct Plan;
struct Row;
struct Target;

/// A group of wards that a list has thresholds of its own for, or another pass mark.
struct WardGroup {
  Text id;
  Text name;
  /// The least points to pass, where it isn't the list's.
  WrittenQuantity pass;
  Span span;
};

/// What is taken off for a fault, each time: points, or per cent of the result.
struct Deduction {
  Text id;
  Text title;
  WrittenQuantity points;
  WrittenQuantity percent;
  Text note;
  Span span;
};

/// What a result is called from so many points on.
struct Band {
  WrittenQuantity from;
  Text name;
  Span span;
};

/// A content's figure that stands in another record: the latest value of an item's target there.
struct Carried {
  /// The other record's file, from the folder of this one.
  Text plan;
  /// Of its item.
  Text row;
  /// Of the item's targets; not needed where it has one.
  Text target;
  Span span;
  /// Where it leads to; null: nowhere.
  const Plan* from = nullptr;
  const Row* item = nullptr;
  /// Null for an item without targets.
  const Target* measured = nullptr;
  /// Why it leads nowhere: what of it, and what to write.
  Span wrong = {};
  Message problem = {};
  Message help = {};

  bool given() const { return plan.given || row.given; }
};

}  // namespace wardplan
