#pragma once

#include "edit/tree.h"
#include "import/names.h"

namespace wardplan {

/// A register as it is to be with what is proposed: people and units behind those that it has,
/// further spellings behind those of people whom it knows.
Tree with_proposed(Tree ward, const ProposedRegister& proposed);

}  // namespace wardplan
