#pragma once

#include <optional>

#include "records/record.h"
#include "times/date.h"

// Who signs the papers of a record, and whether they are there on its day.

namespace wardplan {

/// Who signs a plan's own document: by its text, or else by the letterhead.
const Text& signer_of_document(const Plan& plan);

/// A signer whom the register knows and who isn't there on a day.
struct GoneSigner {
  /// `Nguyễn Văn An có đến ngày 2026-06-30`.
  Message said;
  /// Who took over, or nothing.
  Message help;
};

/// Whether a signer is one of the register who isn't there on a day; nothing where they are, or
/// aren't known by that name.
std::optional<GoneSigner> gone_signer(const Plan& plan, const Text& signer, const Date& day);

}  // namespace wardplan
