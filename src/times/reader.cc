#include "times/reader.h"

#include <algorithm>

namespace wardplan {
namespace {

bool parts_clauses(TimeWord word) {
  using enum TimeWord;
  return is_any(word, comma, semicolon, open, close, end);
}

}  // namespace

const TimeToken& token(const TimeReader& reader, std::size_t ahead) {
  return reader.tokens[std::min(reader.at + ahead, reader.tokens.size() - 1)];
}

bool next_is(const TimeReader& reader, TimeWord word, std::size_t ahead) {
  return token(reader, ahead).word == word;
}

bool accept(TimeReader& reader, TimeWord word) {
  if (!next_is(reader, word)) return false;
  if (word != TimeWord::end) ++reader.at;
  return true;
}

bool refuse(TimeReader& reader, std::size_t from, std::size_t to, Phrase why) {
  if (!reader.unread)
    reader.unread = {reader.tokens[from].begin, reader.tokens[std::max(from + 1, to) - 1].end, why};
  return false;
}

bool refuse_here(TimeReader& reader, Phrase why) {
  std::size_t to = reader.at;
  while (!parts_clauses(reader.tokens[to].word)) ++to;
  if (to > reader.at) return refuse(reader, reader.at, to, why);
  if (reader.clause < reader.at) return refuse(reader, reader.clause, reader.at, why);
  if (next_is(reader, TimeWord::end) && to > 0) return refuse(reader, to - 1, to, why);
  return refuse(reader, reader.at, reader.at + 1, why);
}

bool is_year(const TimeToken& token) {
  return token.word == TimeWord::number && token.end - token.begin == 4;
}

bool is_small(const TimeToken& token) {
  return token.word == TimeWord::number && token.end - token.begin <= 2;
}

}  // namespace wardplan
