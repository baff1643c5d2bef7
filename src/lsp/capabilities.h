#pragma once

#include <string>

#include "lsp/session.h"

namespace wardplan::lsp {

/// What an editor says in `initialize` that it understands.
Client client_of(const Json& params);

/// What it is answered.
Json capabilities(const Client& client, const std::string& version);

/// What it is asked to tell of: records that change on the disk.
Json watched_files();

}  // namespace wardplan::lsp
