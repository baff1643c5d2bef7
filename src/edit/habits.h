#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "yaml/node.h"

namespace wardplan {

/// How a file writes what stands under its keys: the nearest value under the same key is the model.
class Habits {
 public:
  /// `root` must live as long.
  explicit Habits(const yaml::Node& root);

  /// A text as one that stands at byte `at` under `key` would be written: in quotes or without as
  /// the nearest that needs them as much; `flow`: within brackets.
  std::string scalar(std::string_view key, std::string_view text, bool flow, std::size_t at) const;

  /// The nearest list or mapping under `key` outside of brackets, or null; `of_texts`: a list of
  /// such.
  const yaml::Node* model(std::string_view key, yaml::Kind kind, bool of_texts,
                          std::size_t at) const;

 private:
  struct Known {
    const yaml::Node* node;
    bool flow;
  };
  void visit(const yaml::Node& node, std::string_view key, bool flow);
  template <class Fits>
  const Known* nearest_known(std::string_view key, std::size_t at, Fits fits) const;

  /// By key, in the order of the file.
  std::unordered_map<std::string_view, std::vector<Known>> known_;
};

}  // namespace wardplan
