// From a name to its entry, and to all places that mean the same.
#include "lsp/answers.h"
#include "lsp/mentions.h"

namespace wardplan::lsp {
namespace {

/// Calls `see` with every place that means what stands at the place asked about.
template <class See>
void each_same(const Asked& asked, const See& see) {
  if (!asked.file) return;
  const Mentions mentions(asked.view->project());
  const Mention* here = mentions.at(*asked.file, asked.offset);
  if (here == nullptr) return;
  for (const Mention& mention : mentions.all())
    if (mention.thing == here->thing) see(mention);
}

}  // namespace

Json definition(Session& session, const Json& params) {
  const auto place = asked(session, params);
  if (!place || !place->file) return nullptr;
  const Mentions mentions(place->view->project());
  const Mention* here = mentions.at(*place->file, place->offset);
  if (here == nullptr) return nullptr;
  return Ranges(session, *place->view).location(mentions.thing(*here).entry);
}

Json references(Session& session, const Json& params) {
  const auto place = asked(session, params);
  Json all = Json::array();
  if (!place) return all;
  const bool with_own = params.at("context").at("includeDeclaration").get<bool>();
  Ranges ranges(session, *place->view);
  each_same(*place, [&](const Mention& mention) {
    if (mention.own && !with_own) return;
    if (Json location = ranges.location(mention.span); !location.is_null())
      all.push_back(std::move(location));
  });
  return all;
}

Json highlights(Session& session, const Json& params) {
  const auto place = asked(session, params);
  Json all = Json::array();
  if (!place) return all;
  Ranges ranges(session, *place->view);
  each_same(*place, [&](const Mention& mention) {
    if (mention.span.file == *place->file) all.push_back({{"range", ranges.range(mention.span)}});
  });
  return all;
}

}  // namespace wardplan::lsp
