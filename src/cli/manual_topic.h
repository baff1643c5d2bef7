#pragma once

#include <string>

#include "cli/topics.h"
#include "cmd/io.h"

namespace wardplan {

/// A page for `man` of a text that `help` prints: of its Markdown headings, paragraphs, lists,
/// tables and fenced lines.
std::string topic_page(const Topic& topic, const Commit& commit);

}  // namespace wardplan
