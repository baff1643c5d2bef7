#include "records/shipped.h"

#include <string>

#include "records/keys.h"
#include "records/project.h"
#include "yaml/read.h"

namespace wardplan {

std::vector<Catalogue*> load_shipped_lists(Project& project) {
  std::vector<Catalogue*> lists;
  for (const ShippedList& shipped : shipped_lists()) {
    const FileId file =
        project.sources.add("<wardplan>/" + std::string(shipped.name), std::string(shipped.bytes));
    // They are checked with the plans of the program.
    Report nothing;
    const auto root = yaml::read(project.sources, file, nothing);
    load(project, *root, file, nothing);
    lists.push_back(&project.catalogues.back());
    lists.back()->asked = false;
  }
  return lists;
}

}  // namespace wardplan
