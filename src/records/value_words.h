#pragma once

#include <string_view>
#include <vector>

#include "records/catalogue.h"
#include "records/record.h"
#include "records/ward.h"
#include "times/period.h"

// The words that keys of small tables may hold, for reading and describing them alike.

namespace wardplan {

template <class T>
struct Word {
  std::string_view token;
  T value;
  /// What it says; none: the key's meaning explains it.
  Phrase meaning = {};
};

/// By a pointer to nothing, as `keys_of`.
std::vector<Word<Status>> words_of(Status*);
std::vector<Word<Applies>> words_of(Applies*);
std::vector<Word<Registrant>> words_of(Registrant*);
std::vector<Word<Closes>> words_of(Closes*);
std::vector<Word<Counts>> words_of(Counts*);
std::vector<Word<Required>> words_of(Required*);
std::vector<Word<PeriodKind>> words_of(PeriodKind*);
std::vector<Word<bool>> words_of(bool*);

}  // namespace wardplan
