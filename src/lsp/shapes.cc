#include "lsp/shapes.h"

#include <algorithm>

namespace wardplan::lsp {

std::vector<KeyShape> keys_of_file_or_none(const std::string& kind) {
  const std::vector<std::string> kinds = file_kinds();
  if (std::ranges::find(kinds, kind) == kinds.end()) return {};
  return keys_of_file(kind);
}

const KeyShape* find_shape(const std::vector<KeyShape>& keys,
                           const std::vector<std::string>& path) {
  const std::vector<KeyShape>* here = &keys;
  const KeyShape* found = nullptr;
  for (const std::string& name : path) {
    const auto key = std::ranges::find(*here, std::string_view(name), &KeyShape::name);
    if (key == here->end()) return nullptr;
    found = &*key;
    here = &key->value.keys;
  }
  return found;
}

Expected expected_at(const std::vector<KeyShape>& keys, const Spot& spot) {
  if (spot.path.empty()) return {.keys = spot.is_value ? nullptr : &keys};
  const KeyShape* under = find_shape(keys, spot.path);
  if (under == nullptr) return {};
  switch (under->value.kind) {
    case ValueKind::record:
      if (spot.is_value) return {};
      return {.keys = &under->value.keys,
              .new_element = spot.right_under && under->value.several == Several::must_be};
    case ValueKind::named:
      return spot.is_value ? Expected{} : Expected{.named = under};
    case ValueKind::text:
    case ValueKind::time:
    case ValueKind::goal:
    case ValueKind::figure:
    case ValueKind::whole_number:
    case ValueKind::per_cent:
    case ValueKind::count:
    case ValueKind::date:
    case ValueKind::yes_no:
    case ValueKind::word:
      return spot.is_key ? Expected{} : Expected{.value = under};
  }
  return {};
}

}  // namespace wardplan::lsp
