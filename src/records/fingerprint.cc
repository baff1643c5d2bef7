#include "records/fingerprint.h"

#include "disk/files.h"
#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::size_t kLetters = 8;
constexpr std::string_view kAlphabet = "bcdfghklmnpqrstv";

/// Signs that no text of a record holds, behind each key and each text.
constexpr char kOfKey = '\x1F', kOfText = '\x1E';

std::span<const Key<Row>> keys_for(RowKind kind) {
  switch (kind) {
    case RowKind::content:
    case RowKind::condition:
      return criteria_row_keys();
    case RowKind::model:
      return model_row_keys();
    case RowKind::report_day:
      return date_keys();
    case RowKind::item:
    case RowKind::heading:
      break;
  }
  return keys<Row>();
}

void add(std::string& all, std::string_view text) {
  all += text;
  all += kOfText;
}

/// Days and statuses are no texts, so that entries are taken as they would be written.
void add(std::string& all, const Update& update) {
  const EntryDraft draft = draft_of(update);
  for (const EntryKey& key : entry_keys()) {
    const EntryValue& value = draft[key.id];
    if (!value.given()) continue;
    all += key.name;
    all += kOfKey;
    if (value.text) add(all, *value.text);
    for (const std::string& text : value.list) add(all, text);
    for (const NamedText& named : value.named) add(all, named.name), add(all, named.text);
  }
}

}  // namespace

std::string fingerprint(const Row& row, std::string_view round) {
  std::string all;
  for (const Key<Row>& key : keys_for(row.kind)) {
    std::string texts;
    key.texts(row, [&](const Text& text) {
      if (text.given) add(texts, text.value);
    });
    // What isn't there doesn't count, so that keys to come leave sheets that are out as they are.
    if (!texts.empty()) (all += key.name) += kOfKey, all += texts;
  }
  if (row.deadline.given) add(all, iso(row.deadline.value));
  if (!round.empty()) add(all, round);
  for (const Update& update : row.updates)
    if (round.empty() || update.round.value.empty() || update.round.value == round)
      add(all, update);
  std::string letters;
  for (const char digit : sha256(all).substr(0, kLetters))
    letters += kAlphabet[static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10)];
  return letters;
}

}  // namespace wardplan
