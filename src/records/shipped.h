#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace wardplan {

/// A list of criteria of the folder `plans/catalogues/`, built into the program: records that name
/// one which no folder has find it here.
struct ShippedList {
  std::string_view name;
  std::string_view bytes;
};

/// All of them, by name.
std::span<const ShippedList> shipped_lists();

struct Catalogue;
struct Project;

/// Reads all of them into a project, as ones that nobody asked for or uses yet; they are called
/// `<wardplan>/NAME` among its sources.
std::vector<Catalogue*> load_shipped_lists(Project& project);

}  // namespace wardplan
