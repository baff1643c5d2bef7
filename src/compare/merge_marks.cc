#include "compare/merge_marks.h"

#include <algorithm>

#include "compare/remarks.h"
#include "text/edit.h"

namespace wardplan {
namespace {

/// Bytes [begin, end) of a text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool meets(const Stretch& one, const Stretch& other) {
  return one.begin < other.end && other.begin < one.end;
}

/// The lines of what stands at a path.
Stretch lines_at(const std::string& bytes, const yaml::Node& root, const Path& path) {
  const yaml::Node* node = &root;
  std::size_t begin = node->span.begin;
  for (const Step& step : path) {
    const yaml::Pair* pair = step.in_list ? nullptr : yaml::find(*node, step.key);
    node = step.in_list ? &node->items[step.at] : &pair->value;
    begin = step.in_list ? node->span.begin : pair->key.span.begin;
  }
  const std::size_t end = node->span.end > begin ? node->span.end - 1 : begin;
  return {line_begin(bytes, begin), next_line(bytes, end)};
}

/// Lines in which the texts differ.
struct Hunk {
  Stretch ours = {};
  Stretch theirs = {};
};

std::vector<Hunk> hunks_of(const std::string& ours, const std::string& theirs) {
  std::vector<Hunk> hunks;
  std::size_t mine = 0, other = 0;
  for (const LinesMerged& part : merged_lines(ours, ours, theirs)) {
    const Hunk hunk{{mine, mine + part.ours.size()}, {other, other + part.theirs.size()}};
    if (part.by != ChangedBy::nobody) hunks.push_back(hunk);
    mine = hunk.ours.end;
    other = hunk.theirs.end;
  }
  return hunks;
}

/// Hunks [first, last] that some conflicts are about.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<const Conflict*> conflicts = {};
};

struct Grouper {
  const std::vector<Hunk>& hunks;
  std::vector<Group> groups = {};

  /// Those that meet a stretch of one of the texts; nothing where there are none.
  std::optional<Group> met(const Stretch& lines, Stretch Hunk::*side) const {
    const auto ends_before = [&](const Hunk& hunk) { return (hunk.*side).end <= lines.begin; };
    auto first = std::ranges::partition_point(hunks, ends_before);
    while (first != hunks.end() && ((*first).*side).begin < lines.end &&
           !meets((*first).*side, lines))
      ++first;
    if (first == hunks.end() || !meets((*first).*side, lines)) return std::nullopt;
    const auto begins_before = [&](const Hunk& hunk) { return (hunk.*side).begin < lines.end; };
    auto last = std::partition_point(first, hunks.end(), begins_before);
    return Group{static_cast<std::size_t>(first - hunks.begin()),
                 static_cast<std::size_t>(last - hunks.begin()) - 1};
  }

  bool add(const Conflict& conflict, const std::optional<Stretch>& ours,
           const std::optional<Stretch>& theirs) {
    auto one = ours ? met(*ours, &Hunk::ours) : std::nullopt;
    const auto other = theirs ? met(*theirs, &Hunk::theirs) : std::nullopt;
    if (!one && !other) return false;
    if (!one) one = other;
    if (other) one->first = std::min(one->first, other->first);
    if (other) one->last = std::max(one->last, other->last);
    one->conflicts = {&conflict};
    groups.push_back(std::move(*one));
    return true;
  }

  /// Groups that have a hunk in common become one.
  void join() {
    std::ranges::stable_sort(groups, {}, &Group::first);
    std::vector<Group> joined;
    for (Group& group : groups) {
      if (joined.empty() || group.first > joined.back().last) {
        joined.push_back(std::move(group));
        continue;
      }
      Group& before = joined.back();
      before.last = std::max(before.last, group.last);
      before.conflicts.insert(before.conflicts.end(), group.conflicts.begin(),
                              group.conflicts.end());
    }
    groups = std::move(joined);
  }
};

MarkedPlace place_of(const std::string& theirs, const Hunk& first, const Hunk& last,
                     std::vector<const Conflict*> conflicts) {
  const std::size_t size = last.theirs.end - first.theirs.begin;
  std::ranges::sort(conflicts);
  return {first.ours.begin, last.ours.end,
          std::string_view(theirs).substr(first.theirs.begin, size), std::move(conflicts)};
}

}  // namespace

std::optional<std::vector<MarkedPlace>> marked_places(const std::string& ours,
                                                      const std::string& theirs,
                                                      const MergedTree& merged) {
  const FileText mine(ours), other(theirs);
  const std::vector<Hunk> hunks = hunks_of(ours, theirs);
  const std::vector<std::optional<Path>> paths = paths_with_theirs(merged.conflicts);
  Grouper grouper{hunks};
  for (std::size_t at = 0; at < paths.size(); ++at) {
    const Conflict& conflict = merged.conflicts[at];
    std::optional<Stretch> here, there;
    if (conflict.kind != ChangeKind::added) here = lines_at(ours, *mine.root, conflict.path);
    if (paths[at]) there = lines_at(theirs, *other.root, *paths[at]);
    if (!grouper.add(conflict, here, there)) return std::nullopt;
  }
  grouper.join();
  std::vector<MarkedPlace> places;
  for (Group& group : grouper.groups)
    places.push_back(
        place_of(theirs, hunks[group.first], hunks[group.last], std::move(group.conflicts)));
  return places;
}

std::vector<MarkedPlace> one_place(const std::string& ours, const std::string& theirs,
                                   const MergedTree& merged) {
  const std::vector<Hunk> hunks = hunks_of(ours, theirs);
  if (hunks.empty()) return {};
  return {place_of(theirs, hunks.front(), hunks.back(), all_of(merged.conflicts))};
}

std::string with_marked(const std::string& ours, const std::vector<MarkedPlace>& places,
                        const Marks& marks) {
  std::string out;
  std::size_t at = 0;
  for (const MarkedPlace& place : places) {
    out.append(ours, at, place.begin - at);
    const std::string_view mine =
        std::string_view(ours).substr(place.begin, place.end - place.begin);
    out += marked(mine, place.theirs, line_break(ours, 0), marks);
    at = place.end;
  }
  return out.append(ours, at);
}

}  // namespace wardplan
