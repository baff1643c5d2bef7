#pragma once

// The face of disk/: files found, read and replaced whole under a lock; paths and hashes. Other
// folders include what stands here; all else is its inside.

#include "disk/files.h"
#include "disk/hash.h"
#include "disk/in_order.h"
#include "disk/replace.h"
#include "disk/system.h"
#include "disk/temporary.h"
