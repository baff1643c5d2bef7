#include "template/render.h"

#include "template/scope.h"
#include "text/utf8.h"

namespace wardplan::mustache {

Partials::Partials(const Sources& sources, LoadPartial load)
    : sources_(sources), load_(std::move(load)) {}

Partials::Entry Partials::load(const std::string& name) const {
  Entry entry;
  const std::optional<FileId> file = load_ ? load_(name) : std::nullopt;
  entry.found = file.has_value();
  if (file) entry.parsed = parse(sources_, *file, entry.faults);
  return entry;
}

const Template* Partials::find(const Part& tag, Report& report) {
  const std::string name = nfc(sources_.text(tag.name.span));
  auto at = entries_.find(name);
  if (at == entries_.end()) at = entries_.emplace(name, load(name)).first;
  const Entry& entry = at->second;
  if (!entry.found) unknown_partial(tag, name, report);
  for (const Finding& fault : entry.faults.findings()) add_once(fault, report);
  return entry.parsed ? &*entry.parsed : nullptr;
}

}  // namespace wardplan::mustache
