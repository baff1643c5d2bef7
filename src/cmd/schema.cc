#include <algorithm>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/settings.h"
#include "lists/cards.h"
#include "lists/item_list.h"
#include "records/shapes.h"
#include "text/quoted.h"
#include "write/record_schema.h"
#include "write/schema.h"

namespace wardplan {

namespace {

RecordKeys keys_in(const std::string& kind) {
  RecordKeys made{kind, keys_of_file(kind)};
  if (kind == "settings") add_setting_words(made.keys);
  return made;
}

}  // namespace

std::string schema_of_records() {
  std::vector<RecordKeys> kinds;
  for (const std::string& kind : file_kinds()) kinds.push_back(keys_in(kind));
  return record_schema(kinds);
}

int schema_command(const SchemaOptions& options, Io& io) {
  if (options.of == kOutputSchema) {
    io.out += json_schema(columns_of(item_column_keys(), io.lang));
    return kFine;
  }
  std::vector<std::string> known = file_kinds();
  if (options.of.empty()) {
    io.out += schema_of_records();
    return kFine;
  }
  if (std::ranges::find(known, options.of) != known.end()) {
    io.out += record_schema({keys_in(options.of)});
    return kFine;
  }
  known.emplace_back(kOutputSchema);
  complain(with_hint(say("không có loại hồ sơ `{}`", "there is no kind of record `{}`", options.of),
                     offer_nearest(options.of, known, one_of(known))),
           io);
  return kCannot;
}

}  // namespace wardplan
