#include "tidy/tables.h"

#include <vector>

namespace wardplan {

std::span<const TidyTable> tidy_tables() {
  static const std::vector<TidyTable> kTables = [] {
    std::vector<TidyTable> all;
    for (const auto& some : {register_tables(), work_tables(), said_tables(), judged_tables()})
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }();
  return kTables;
}

}  // namespace wardplan
