#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "diag/report.h"
#include "disk/files.h"
#include "records/catalogue.h"
#include "records/record.h"
#include "yaml/node.h"

// What plans refer to by folder and id: registers, lists of criteria, and plans whose targets they
// serve.

namespace wardplan {

/// The records of one kind that can be referred to, by folder and id.
template <class T>
using ByFolder = std::map<std::pair<std::string, std::string>, T*>;

/// Whether one of two records is in force only at some time.
template <class T>
bool has_time(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, Catalogue>)
    return a.from.given || a.until.given || b.from.given || b.until.given;
  return false;
}

/// What files refer to, and what is known of the files that may hold it.
struct References {
  std::tuple<ByFolder<Ward>, ByFolder<Catalogue>, ByFolder<Plan>> records;
  /// Folders that were looked through.
  std::set<std::string> searched;
  /// Files that could not be read as YAML, with their folders.
  std::vector<std::pair<std::string, FileId>> broken;
  /// By folder why a file could not even be opened; nothing where that was told.
  std::multimap<std::string, std::optional<UnreadPath>> unreadable;
  /// What is wrong with files that nobody asked for; told once one of them matters.
  Report held_back;
};

/// How a kind of record is spoken of.
struct ReferenceWords {
  std::string_view kind;
  Phrase noun;
  /// Where files of this kind may stand below a folder that is looked through.
  std::string_view subfolder;
};
template <class T>
constexpr ReferenceWords kReferenceWords = {"ward", {"phường", "the ward"}, ""};
template <>
inline constexpr ReferenceWords kReferenceWords<Catalogue> = {
    "catalogue", {"bộ tiêu chí", "the list"}, "catalogues"};
template <>
inline constexpr ReferenceWords kReferenceWords<Plan> = {"plan", {"kế hoạch", "the plan"}, "above"};

/// Where a file of a kind that is missed is to be put, and the ids that there are, if few.
Message where_to_put(const ReferenceWords& words, const std::vector<std::string>& reachable);

/// Whether a tree is of a kind that others refer to.
bool is_reference(const yaml::Node& root);

/// A cheap look that spares reading every neighbour: whether some line has `kind` and then the word
/// for registers, for any of these kinds.
bool may_be_register(std::string_view bytes);
bool may_be_reference(std::string_view bytes);

/// A path as people would type it from here.
std::string shown_path(const std::string& path);

/// Whether nothing above a folder is looked at: the root of a repository, or of all.
bool is_topmost(const std::string& folder);

/// The folder and those above it, up to the topmost.
std::vector<std::string> folders_from(std::string folder);

/// The folder above, or itself where there is none.
std::string parent_of(const std::string& folder);

}  // namespace wardplan
