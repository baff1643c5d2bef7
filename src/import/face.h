#pragma once

// What other folders may include (see src/README.md).
#include "import/entry_columns.h"
#include "import/group_column.h"
#include "import/headings.h"
#include "import/lost_cells.h"
#include "import/merge.h"
#include "import/models.h"
#include "import/names.h"
#include "import/people.h"
#include "import/people_told.h"
#include "import/record.h"
#include "import/register_tree.h"
#include "import/row_text.h"
#include "import/rows.h"
#include "import/served_targets.h"
#include "import/targets.h"
#include "import/title.h"
