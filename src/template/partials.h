#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "template/template.h"

namespace wardplan::mustache {

/// Partials deeper than this in each other are refused.
inline constexpr std::size_t kMaxPartials = 32;

/// Adds the file of the partial of that name (composed; letters, digits, `_`, `-`, single points
/// inside) to the sources; nothing when there is none.
using LoadPartial = std::function<std::optional<FileId>(std::string_view name)>;

/// The partials of a run, each loaded and parsed once.
class Partials {
 public:
  /// `sources`: where `load` adds files; it must outlive this.
  Partials(const Sources& sources, LoadPartial load);

  /// The partial that the tag names; null when there is none or it has errors, which are in
  /// `report` then.
  const Template* find(const Part& tag, Report& report);

 private:
  struct Entry {
    bool found = false;
    std::optional<Template> parsed;
    Report faults;
  };

  Entry load(const std::string& name) const;

  const Sources& sources_;
  LoadPartial load_;
  std::map<std::string, Entry> entries_;
};

}  // namespace wardplan::mustache
