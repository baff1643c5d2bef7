#include "edit/habits.h"

#include <algorithm>

#include "text/trim.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;

/// Texts that files quote alike: words and whole numbers that need no quotes, what needs none to
/// any reader but by our habit (`2.4.1`, `03 tuyến`), and what needs them indeed.
enum class Need { word, number, divided, measured, quotes };

/// Two points or more between digits make no number, whoever reads it.
bool is_divided(std::string_view text) {
  return std::ranges::count(text, '.') >= 2 && is_digit(text.back()) &&
         text.find("..") == std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return c == '.' || is_digit(c); });
}

/// A figure with its unit.
bool is_measured(std::string_view text, bool flow) {
  const std::string behind_letter = "x" + std::string(text);
  return text.find_first_of(" %") != std::string_view::npos && yaml::read_otherwise(text).empty() &&
         yaml::scalar(behind_letter, flow) == behind_letter;
}

Need need_of(std::string_view text, bool flow) {
  const bool digit = !text.empty() && is_digit(text.front());
  if (yaml::scalar(text, flow) == text) return digit ? Need::number : Need::word;
  if (!digit) return Need::quotes;
  return is_divided(text) ? Need::divided : is_measured(text, flow) ? Need::measured : Need::quotes;
}

bool fits_single_quotes(std::string_view text) {
  return text.find_first_of("\n\r\t") == std::string_view::npos;
}

/// A list of texts, rather than of mappings.
bool holds_texts(const Node& node) {
  return !node.items.empty() && node.items.front().kind == Kind::scalar;
}

std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

}  // namespace

Habits::Habits(const Node& root) { visit(root, "", false); }

void Habits::visit(const Node& node, std::string_view key, bool flow) {
  known_[key].push_back({&node, flow});
  for (const Node& item : node.items) visit(item, key, flow || node.flow);
  for (const yaml::Pair& pair : node.pairs) visit(pair.value, pair.key.text, flow || node.flow);
}

template <class Fits>
const Habits::Known* Habits::nearest_known(std::string_view key, std::size_t at, Fits fits) const {
  const auto found = known_.find(key);
  if (found == known_.end()) return nullptr;
  const std::vector<Known>& all = found->second;
  const auto behind =
      std::ranges::upper_bound(all, at, {}, [](const Known& one) { return one.node->span.begin; });
  for (auto one = behind; one != all.begin();)
    if (fits(*--one)) return &*one;
  const auto later = std::find_if(behind, all.end(), fits);
  return later == all.end() ? nullptr : &*later;
}

std::string Habits::scalar(std::string_view key, std::string_view text, bool flow,
                           std::size_t at) const {
  const Need need = need_of(text, flow);
  const Known* model = nearest_known(key, at, [need](const Known& one) {
    return one.node->kind == Kind::scalar && one.node->style != yaml::Style::literal &&
           one.node->style != yaml::Style::folded && need_of(one.node->text, one.flow) == need;
  });
  if (model == nullptr) return yaml::scalar(text, flow);
  switch (model->node->style) {
    case yaml::Style::single_quoted:
      return fits_single_quotes(text) ? in_single_quotes(text) : yaml::in_double_quotes(text);
    case yaml::Style::double_quoted:
      return yaml::in_double_quotes(text);
    case yaml::Style::plain:
      return need == Need::divided || need == Need::measured ? std::string(text)
                                                             : yaml::scalar(text, flow);
    case yaml::Style::literal:
    case yaml::Style::folded:
      break;
  }
  return yaml::scalar(text, flow);
}

const Node* Habits::model(std::string_view key, Kind kind, bool of_texts, std::size_t at) const {
  const Known* known = nearest_known(key, at, [&](const Known& one) {
    return one.node->kind == kind && !one.flow && holds_texts(*one.node) == of_texts;
  });
  return known == nullptr ? nullptr : known->node;
}

}  // namespace wardplan
