#include "rules/met_place.h"

#include "disk/files.h"

namespace wardplan {

Span place_of(const MetPlace& met, Project& project) {
  Span span = met.span;
  for (span.file = 0; span.file < project.sources.size(); ++span.file)
    if (project.sources[span.file].path() == met.path) return span;
  const bool kept = met.path == kStdinPath;
  span.file = project.sources.add(met.path, kept ? met.bytes : project.read(met.path));
  return span;
}

MetPlace met_at(const Project& project, Span span) {
  const Source& source = project.sources[span.file];
  return {source.path(), span, std::string(source.path() == kStdinPath ? source.bytes() : "")};
}

}  // namespace wardplan
