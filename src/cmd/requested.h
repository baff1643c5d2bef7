#pragma once

#include <variant>

#include "cmd/change.h"
#include "edit/change.h"
#include "records/record.h"

namespace wardplan {

/// The change of a plan that a request asks for, or why it can't be; `today` is the day of an entry
/// that names none.
std::variant<RowChange, Message> requested_change(const Plan& plan, const ChangeRequest& request,
                                                  const Date& today);

/// `đã ghi vào I.2.4.1: 2023-11-20, hoàn thành, 94%`: what an entry says, or the entry that is
/// taken off; with `dry_run` what would be done.
Message told(const Plan& plan, const RowChange& change, bool dry_run);

}  // namespace wardplan
