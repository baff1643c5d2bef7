#include "records/value_words.h"

#include "records/words.h"

namespace wardplan {

std::vector<Word<Status>> words_of(Status*) {
  std::vector<Word<Status>> words;
  for (const StatusWord& word : status_words_of(RowKind::item))
    words.push_back({word.token, word.status, word.words});
  return words;
}

std::vector<Word<Applies>> words_of(Applies*) {
  return {{"first", Applies::first}, {"again", Applies::again}};
}

std::vector<Word<Registrant>> words_of(Registrant*) {
  return {{"collective", Registrant::collective}, {"individual", Registrant::individual}};
}

std::vector<Word<Closes>> words_of(Closes*) {
  return {{"registration", Closes::registration}, {"results", Closes::results}};
}

std::vector<Word<Counts>> words_of(Counts*) {
  return {{"groups", Counts::groups}, {"contents", Counts::contents}, {"years", Counts::years}};
}

std::vector<Word<Required>> words_of(Required*) {
  std::vector<Word<Required>> words;
  for (const RequiredWord& word : required_words())
    words.push_back({word.token, word.required, word.words});
  return words;
}

std::vector<Word<PeriodKind>> words_of(PeriodKind*) {
  std::vector<Word<PeriodKind>> words;
  for (const PeriodWord& word : period_words())
    words.push_back({word.token, word.kind, word.words});
  return words;
}

std::vector<Word<bool>> words_of(bool*) { return {{"true", true}, {"false", false}}; }

}  // namespace wardplan
