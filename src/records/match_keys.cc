#include "records/codes.h"
#include "records/keys.h"
#include "records/meant_key.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

std::size_t index_of(std::string_view key, std::span<const KeyRule> rules) {
  const auto found = std::ranges::find(rules, key, &KeyRule::key);
  return static_cast<std::size_t>(found - rules.begin());
}

/// Tells a key that isn't known; returns the index of the one that is probably meant, or the number
/// of keys.
std::size_t unknown_key(const yaml::Pair& pair, std::span<const KeyRule> rules, Report& report) {
  const auto known = texts(rules, &KeyRule::key);
  auto near = meant_key(pair.key.text, known);
  if (!near) near = nearest(pair.key.text, known);
  report.tell(kUnknownKey, {pair.key.span},
              say("không có khóa `{}`", "there is no key `{}`", pair.key.text),
              did_you_mean(near, say("các khóa ở đây: {}", "the keys here: {}", joined(known))));
  return near ? index_of(*near, rules) : rules.size();
}

}  // namespace

std::vector<const yaml::Pair*> match_keys(const yaml::Node& mapping, std::span<const KeyRule> rules,
                                          Report& report) {
  std::vector<const yaml::Pair*> found(rules.size(), nullptr);
  std::vector<const yaml::Pair*> meant(rules.size() + 1, nullptr);
  for (const yaml::Pair& pair : mapping.pairs) {
    const std::size_t at = index_of(pair.key.text, rules);
    if (at < rules.size()) {
      found[at] = &pair;
      continue;
    }
    const yaml::Pair*& first = meant[unknown_key(pair, rules, report)];
    if (first == nullptr) first = &pair;
  }
  for (std::size_t at = 0; at < rules.size(); ++at)
    if (found[at] == nullptr) found[at] = meant[at];
  for (std::size_t at = 0; at < rules.size(); ++at) {
    if (found[at] != nullptr || rules[at].need == Need::optional) continue;
    const bool any = !mapping.pairs.empty();
    report.tell(kMissingKey,
                {any ? mapping.pairs.front().key.span : mapping.span,
                 {"trong nhóm bắt đầu ở đây", "in what begins here"}},
                say("thiếu khóa `{}`", "key `{}` is missing", rules[at].key),
                say("thêm `{}: …`", "add `{}: …`", rules[at].key));
  }
  return found;
}

}  // namespace wardplan
