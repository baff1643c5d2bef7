#pragma once

// What other folders may include (see src/README.md).

#include "disk/aside.h"
#include "disk/child.h"
#include "disk/files.h"
#include "disk/folder.h"
#include "disk/grown.h"
#include "disk/in_order.h"
#include "disk/new_files.h"
#include "disk/replace.h"
#include "disk/scratch.h"
#include "disk/system.h"
