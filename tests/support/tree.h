#pragma once

#include <string>
#include <utility>

#include "diag/report.h"
#include "text/source.h"
#include "yaml/read.h"

namespace wardplan::test {

/// A text that was read, with what its nodes point into; to be used as a pointer to the outermost,
/// which is null when the text was refused.
struct Tree {
  Sources sources;
  Report report;
  yaml::Document root;

  explicit Tree(std::string text) {
    const FileId file = sources.add("a.yaml", std::move(text));
    root = yaml::read(sources, file, report);
  }
  explicit operator bool() const { return static_cast<bool>(root); }
  const yaml::Node& operator*() const { return *root; }
  const yaml::Node* operator->() const { return &*root; }
};

}  // namespace wardplan::test
