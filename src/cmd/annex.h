#pragma once

#include "document/document.h"
#include "records/record.h"
#include "times/date.h"

namespace wardplan {

/// Adds what is annexed to a plan's document, each on a new page that lies as it needs: of a plan
/// or criteria the table, of a movement its forms, blank.
void add_annex(const Plan& plan, const Date& day, document::Document& page);

}  // namespace wardplan
