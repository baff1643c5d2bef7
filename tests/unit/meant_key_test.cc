#include "records/meant_key.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "records/entry_keys.h"
#include "records/keys.h"

namespace wardplan {
namespace {

template <class T>
std::vector<std::string> keys(std::span<const Key<T>> table = keys<T>()) {
  std::vector<std::string> keys;
  for (const Key<T>& field : table) keys.emplace_back(field.name);
  return keys;
}

/// The keys of each kind of mapping.
std::vector<std::vector<std::string>> all_keys() {
  std::vector<std::vector<std::string>> all;
  for (const auto& some : {keys<Ward>(),
                           keys<WardStatus>(),
                           keys<Registered>(),
                           keys(unit_keys()),
                           keys<Acceptance>(),
                           keys<Plan>(),
                           keys<Row>(),
                           keys<Target>(),
                           keys(update_keys<RowKind::item>()),
                           keys<Letterhead>(),
                           keys<Catalogue>(),
                           keys<Condition>(),
                           keys<Authority>(),
                           keys<Round>(),
                           keys<Registration>(),
                           keys<Recognition>(),
                           keys<Reference>(),
                           keys<ModelField>(),
                           keys<Level>(),
                           keys<Submission>(),
                           keys(date_keys()),
                           keys(update_keys<RowKind::report_day>()),
                           keys(catalogue_row_keys()),
                           keys(catalogue_target_keys()),
                           keys(criteria_keys()),
                           keys(criteria_row_keys()),
                           keys(update_keys<RowKind::content>()),
                           keys(movement_keys()),
                           keys(model_row_keys()),
                           keys(update_keys<RowKind::model>()),
                           keys<IssuedText>(),
                           keys(passage_keys()),
                           keys<Cited>(),
                           keys<Event>(),
                           keys<Settings>(),
                           keys<CheckSettings>(),
                           keys<BuildSettings>(),
                           keys<AcceptedFindings>(),
                           keys<FindingSeverity>()})
    all.push_back(some);
  return all;
}

TEST_CASE("an old key and a Vietnamese one stand for the key that is meant") {
  struct Example {
    std::string_view seen;
    std::vector<std::string> known;
    std::optional<std::string> meant;
  };
  const Example examples[] = {
      {"no", keys<Row>(), "number"},
      {"no", keys<Round>(), "number"},
      {"on", keys(update_keys<RowKind::item>()), "date"},
      {"on", keys<Registration>(), "date"},
      {"STT", keys<Row>(), "number"},
      {"Số thứ tự", keys<Row>(), "number"},
      {"so thu tu", keys<Row>(), "number"},
      {"chủ_trì", keys<Row>(), "lead"},
      {"Don vi phoi hop", keys<Row>(), "support"},
      {"lãnh-đạo", keys<Row>(), "leader"},
      {"lãnh đạo", keys<Ward>(), "people"},
      {"thời gian hoàn thành", keys<Row>(), "due"},
      {"thời gian", keys<Round>(), "when"},
      {"chỉ tiêu", keys<Row>(), "targets"},
      {"chỉ tiêu", keys<Target>(), "goal"},
      {"nội dung", keys<Row>(), "title"},
      {"nội dung", keys(update_keys<RowKind::item>()), std::nullopt},
      {"đợt", keys(update_keys<RowKind::content>()), "round"},
      {"đợt", keys(criteria_keys()), "rounds"},
      {"đợt", keys<Round>(), "number"},
      {"loại", keys<Plan>(), "kind"},
      {"loại", keys(model_row_keys()), "group"},
      {"kết quả", keys(update_keys<RowKind::item>()), "value"},
      {"kết quả", keys(update_keys<RowKind::report_day>()), "value"},
      {"căn cứ", keys<Plan>(), "issued"},
      {"căn cứ", keys<IssuedText>(), "bases"},
      {"nội dung", keys(passage_keys()), "text"},
      {"trích yếu", keys<IssuedText>(), "about"},
      {"căn cứ", keys(update_keys<RowKind::item>()), "evidence"},
      {"màu", keys<Row>(), std::nullopt},
      {"", keys<Row>(), std::nullopt},
  };
  for (const Example& example : examples) {
    CAPTURE(example.seen);
    CHECK(meant_key(example.seen, example.known) == example.meant);
  }
}

TEST_CASE("what stands for a key stands for one that a record has, and is none there itself") {
  const auto all = all_keys();
  const auto has = [](const std::vector<std::string>& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
  };
  for (const MeantKey& meant : meant_keys()) {
    CAPTURE(meant.key);
    CHECK(std::ranges::any_of(all, [&](const auto& keys) { return has(keys, meant.key); }));
    CHECK(std::ranges::count(meant_keys(), meant.key, &MeantKey::key) == 1);
    for (std::size_t at = 0; at < meant.words.size();) {
      const std::size_t end = std::min(meant.words.find(", ", at), meant.words.size());
      const std::string word(meant.words.substr(at, end - at));
      CAPTURE(word);
      // Other records may have a key of that name.
      CHECK(std::ranges::none_of(
          all, [&](const auto& keys) { return has(keys, meant.key) && has(keys, word); }));
      CHECK(meant_key(word, {std::string(meant.key)}) == std::string(meant.key));
      at = end + 2;
    }
  }
}

}  // namespace
}  // namespace wardplan
