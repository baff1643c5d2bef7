#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What two sequences have in common: lines of two texts, elements of two lists.

namespace wardplan {

/// Places of one sequence beside those of the other that hold the same, both ascending.
using Aligned = std::vector<std::pair<std::size_t, std::size_t>>;

/// What two sequences have in common, in the order of both: what each of them has once comes before
/// what repeats, as people see it. Where they differ in too much, less than all of it.
Aligned aligned(std::span<const std::size_t> one, std::span<const std::size_t> other);

/// Gives texts numbers to align them by: the same text has the same one.
class Numbering {
 public:
  std::size_t operator()(std::string text) {
    return numbers_.try_emplace(std::move(text), numbers_.size()).first->second;
  }

 private:
  std::map<std::string, std::size_t> numbers_;
};

/// The longest part of a sequence of different numbers that ascends, by its places.
std::vector<std::size_t> longest_ascent(std::span<const std::size_t> numbers);

}  // namespace wardplan
