// What can be typed next: keys with their meaning, the words that a key takes, ids of the ward.
#include <algorithm>

#include "lsp/answers.h"
#include "lsp/offers.h"
#include "lsp/shapes.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan::lsp {
namespace {

/// Kinds of what is offered, as the protocol numbers them.
constexpr int kProperty = 10, kValue = 12, kReference = 18;

/// One list of what is offered, at one place of a text.
struct List {
  Json range;
  /// What goes before the word: a blank behind a colon, a dash before a new element.
  std::string before = {};
  Json items = Json::array();

  void add(const std::string& label, std::string_view about, int kind, const std::string& text) {
    // In the order in which they are given, and found by what they are called, too.
    std::string order = std::to_string(items.size());
    order.insert(0, 5 - std::min<std::size_t>(order.size(), 5), '0');
    items.push_back({{"label", label},
                     {"kind", kind},
                     {"detail", about},
                     {"sortText", order},
                     {"filterText", label + " " + std::string(about) + " " + fold_bare(about)},
                     {"textEdit", {{"range", range}, {"newText", before + text}}}});
  }
};

void offer_keys(const std::vector<KeyShape>& keys, const Spot& spot, Lang lang, List& list) {
  for (const KeyShape& key : keys) {
    if (std::ranges::find(spot.beside, key.name) != spot.beside.end()) continue;
    const std::string name(key.name);
    list.add(name, key.meaning.in(lang), kProperty, spot.is_key ? name : name + ": ");
  }
}

void offer_words(const ValueShape& value, Lang lang, List& list) {
  for (const ValueShape::Allowed& word : value.words)
    list.add(word.token, word.meaning.in(lang), kValue, word.token);
}

void offer_names(const Sight& sight, const Spot& spot, bool as_key, List& list) {
  for (const Offer& offer : offers_at(sight)) {
    const std::string text = yaml::scalar(offer.word, spot.flow);
    list.add(offer.word, offer.about, kReference, as_key ? text + ": " : text);
  }
}

/// The word as it stands, with its quotes, gives way to what is taken.
Json range_at(const std::string& text, const Spot& spot, Units units) {
  std::size_t begin = spot.begin, end = spot.end;
  const bool quoted = begin > 0 && (text[begin - 1] == '"' || text[begin - 1] == '\'');
  if (quoted) {
    const bool closed = end < text.size() && text[end] == text[begin - 1];
    end += closed ? 1 : 0;
    --begin;
  }
  return range_of(Lines(text), begin, end, units);
}

Json offered(Session& session, const Asked& place) {
  const std::string& text = place.document.text;
  const Spot spot = spot_at(text, place.offset);
  const Lang lang = session.lang();
  List list{range_at(text, spot, session.client.units)};
  if (spot.is_text) return list.items;
  const std::string kind = kind_of(text);
  if (spot.path == std::vector<std::string>{"kind"}) {
    for (const std::string& word : file_kinds()) list.add(word, "", kValue, word);
    return list.items;
  }
  const std::vector<KeyShape> keys = keys_of_file_or_none(kind);
  if (keys.empty() && spot.path.empty())
    list.add("kind", Phrase{"loại hồ sơ", "kind of record"}.in(lang), kProperty, "kind: ");
  const Expected expected = expected_at(keys, spot);
  if (spot.begin > 0 && spot.begin == spot.end && text[spot.begin - 1] == ':') list.before = " ";
  if (expected.new_element && !spot.is_key) list.before = "- ";
  const auto& good = place.document.good;
  Sight sight{.offset = place.offset, .path = spot.path, .lang = lang};
  if (good != nullptr) {
    sight.project = &good->project();
    sight.file = good->file(place.document.path).value_or(0);
  } else if (place.view != nullptr) {
    sight.project = &place.view->project();
    sight.file = place.file.value_or(0);
  }
  if (expected.keys != nullptr) offer_keys(*expected.keys, spot, lang, list);
  if (expected.value != nullptr) {
    offer_words(expected.value->value, lang, list);
    offer_names(sight, spot, false, list);
  }
  if (expected.named != nullptr) offer_names(sight, spot, true, list);
  return list.items;
}

}  // namespace

Json completion(Session& session, const Json& params) {
  const auto place = asked(session, params);
  if (!place) return nullptr;
  return {{"isIncomplete", false}, {"items", offered(session, *place)}};
}

}  // namespace wardplan::lsp
