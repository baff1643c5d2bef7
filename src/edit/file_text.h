#pragma once

#include <string>

#include "diag/report.h"
#include "text/source.h"
#include "yaml/read.h"

namespace wardplan {

/// A file's text and the nodes read from it; `root` is null when it isn't read.
struct FileText {
  Sources sources;
  Report report;
  yaml::Document root;

  explicit FileText(const std::string& bytes) {
    const FileId file = sources.add("", bytes);
    root = yaml::read(sources, file, report);
  }
};

}  // namespace wardplan
