#pragma once

#include <map>
#include <string>
#include <vector>

#include "lsp/session.h"

// What is asked about a place of a text, one function a method (one file a topic): params in,
// result out.

namespace wardplan::lsp {

Json definition(Session& session, const Json& params);
Json references(Session& session, const Json& params);
Json highlights(Session& session, const Json& params);
Json prepare_rename(Session& session, const Json& params);
Json rename(Session& session, const Json& params);
Json hover(Session& session, const Json& params);
Json completion(Session& session, const Json& params);
Json symbols(Session& session, const Json& params);

/// By path what was told of a file last.
using Told = std::map<std::string, Json>;

/// What is found in a ward, as the params of `publishDiagnostics` one file each: those of the open
/// texts, and of other files of which something else is to be told than in `told`, which is kept
/// up.
std::vector<Json> diagnostics(Session& session, const WardView& view, Told& told);

}  // namespace wardplan::lsp
