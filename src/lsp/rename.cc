// A new id in all places that say the old one, and the proof that nothing else changes.
#include <algorithm>
#include <map>

#include "edit/face.h"
#include "import/face.h"
#include "lsp/answers.h"
#include "lsp/mentions.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan::lsp {
namespace {

[[noreturn]] void refuse(Message message) {
  throw RequestFault{kRequestFailed, std::move(message)};
}

/// What is renamed, and from where.
struct Renaming {
  const Asked& place;
  Mentions mentions;
  const Mention* here = nullptr;

  const Thing& thing() const { return mentions.thing(*here); }
};

/// Why the thing's id can't be changed here; empty: it can.
Message why_kept(const Renaming& renaming) {
  const Thing& thing = renaming.thing();
  const ThingWord& word = thing_word(thing.kind);
  if (!word.kept.vi.empty()) return word.kept;
  if (!thing.id->given) return say("{} này không có mã", "this {} has no id", word.noun);
  const Span own = thing.id->span;
  const bool in_ward = !renaming.place.view->project().wards.empty();
  if (in_ward && !is_shared(own.file) && !renaming.place.view->path(own.file).empty()) return {};
  return say("{} `{}` ở ngoài thư mục phường, phường khác cũng dùng",
             "the {} `{}` stands above the ward's folder, where other wards use it", word.noun,
             thing.id->value);
}

/// The names that the new one must not be: those of all things of its kind beside it.
bool is_taken(const Renaming& renaming, const std::string& id) {
  const Thing& thing = renaming.thing();
  return std::ranges::any_of(renaming.mentions.all(), [&](const Mention& mention) {
    const Thing& other = renaming.mentions.thing(mention);
    return mention.own && other.kind == thing.kind && mention.thing != renaming.here->thing &&
           other.id->span.file == thing.id->span.file && fold(other.id->value) == fold(id);
  });
}

void judge(const Renaming& renaming, const std::string& id) {
  if (Message why = why_kept(renaming); !why.empty()) refuse(std::move(why));
  if (!is_own_id(id))
    refuse(
        with_hint(say("`{}` không dùng làm mã được: chữ thường không dấu, số và gạch nối",
                      "`{}` can't be an id: small letters without marks, digits and hyphens", id),
                  id_of(id).empty() ? Message() : say("viết `{}`", "write `{}`", id_of(id))));
  if (is_taken(renaming, id))
    refuse(say("đã có {} mang mã `{}`", "there is a {} with the id `{}`",
               thing_word(renaming.thing().kind).noun, id));
}

/// The part of a scalar between its quotes.
Span inside(const Sources& sources, Span span) {
  const std::string_view bytes = sources.text(span);
  if (bytes.size() > 1 && is_one_of(bytes.front(), "'\"") && bytes.back() == bytes.front()) {
    ++span.begin;
    --span.end;
  }
  return span;
}

/// The edits of each file that has the id.
std::map<FileId, std::vector<Edit>> edits_of(const Renaming& renaming, const std::string& id) {
  std::map<FileId, std::vector<Edit>> edits;
  const Sources& sources = renaming.place.view->project().sources;
  for (const Mention& mention : renaming.mentions.all()) {
    if (mention.thing != renaming.here->thing || !mention.by_id) continue;
    const Span span = inside(sources, mention.span);
    const bool quoted = span != mention.span;
    std::vector<Edit>& file = edits[mention.span.file];
    if (file.empty() || file.back().begin != span.begin)
      file.push_back({span.begin, span.end, quoted ? id : yaml::scalar(id, true)});
  }
  return edits;
}

/// Whether two trees are the same but for the texts that edits change; `at`: how far these are.
bool same_but(const yaml::Node& before, const yaml::Node& after, const std::vector<Edit>& edits) {
  const bool edited = std::ranges::any_of(edits, [&](const Edit& edit) {
    return edit.begin >= before.span.begin && edit.end <= before.span.end;
  });
  if (!edited && tree_of(before) != tree_of(after)) return false;
  if (before.kind != after.kind || before.items.size() != after.items.size() ||
      before.pairs.size() != after.pairs.size())
    return false;
  for (std::size_t at = 0; at < before.items.size(); ++at)
    if (!same_but(before.items[at], after.items[at], edits)) return false;
  for (std::size_t at = 0; at < before.pairs.size(); ++at)
    if (!same_but(before.pairs[at].key, after.pairs[at].key, edits) ||
        !same_but(before.pairs[at].value, after.pairs[at].value, edits))
      return false;
  return true;
}

/// How many errors a report has of each code and file.
std::map<std::pair<std::string, std::string_view>, std::size_t> errors_in(const WardView& view) {
  std::map<std::pair<std::string, std::string_view>, std::size_t> errors;
  for (const Finding& finding : view.records.report.findings())
    if (finding.code->severity == Severity::error)
      ++errors[{view.path(finding.primary.span.file), finding.code->id}];
  return errors;
}

/// Throws unless the ward, read again with these texts, is the old one but for the new id.
void prove(Session& session, const Renaming& renaming, const Texts& texts, const std::string& id) {
  const auto after = session.workspace.view_with(renaming.place.document, texts);
  const auto before = errors_in(*renaming.place.view);
  for (const auto& [place, count] : errors_in(*after)) {
    const auto known = before.find(place);
    if (known == before.end() || known->second < count)
      refuse(say("đổi thành `{}` thì `{}` có lỗi {}",
                 "with `{}` there would be an error in `{}`: {}", id, place.first, place.second));
  }
  const Mentions now(after->project());
  const auto means_it = [&](const Mentions& all, std::size_t thing) {
    return std::ranges::count(all.all(), thing, &Mention::thing);
  };
  for (const Mention& mention : now.all()) {
    const Thing& thing = now.thing(mention);
    if (!mention.own || thing.kind != renaming.thing().kind || thing.id->value != id) continue;
    if (means_it(now, mention.thing) == means_it(renaming.mentions, renaming.here->thing)) return;
  }
  refuse(say("đổi thành `{}` thì có chỗ sẽ được hiểu khác đi",
             "with `{}` some places would mean something else", id));
}

Json edits_json(Session& session, const WardView& view, FileId file,
                const std::vector<Edit>& edits) {
  Ranges ranges(session, view);
  Json json = Json::array();
  for (const Edit& edit : edits) {
    const Span span{file, static_cast<std::uint32_t>(edit.begin),
                    static_cast<std::uint32_t>(edit.end)};
    json.push_back({{"range", ranges.range(span)}, {"newText", edit.text}});
  }
  return json;
}

Json workspace_edit(Session& session, const WardView& view,
                    const std::map<FileId, std::vector<Edit>>& edits) {
  Json changes = Json::object(), versions = Json::array();
  for (const auto& [file, list] : edits) {
    const std::string path = view.path(file), uri = uri_of(session, path);
    const Document* document = session.workspace.documents().at(path);
    Json json = edits_json(session, view, file, list);
    versions.push_back(
        {{"textDocument",
          {{"uri", uri}, {"version", document != nullptr ? Json(document->version) : Json()}}},
         {"edits", json}});
    changes[uri] = std::move(json);
  }
  if (session.client.versions) return {{"documentChanges", std::move(versions)}};
  return {{"changes", std::move(changes)}};
}

/// What stands at the place, or nothing.
std::optional<Renaming> renaming_at(const Asked& place) {
  if (!place.file) return std::nullopt;
  Renaming renaming{place, Mentions(place.view->project())};
  renaming.here = renaming.mentions.at(*place.file, place.offset);
  if (renaming.here == nullptr) return std::nullopt;
  return renaming;
}

constexpr Phrase kNoId = {"chỗ này không có mã nào để đổi", "there is no id here to rename"};

}  // namespace

Json prepare_rename(Session& session, const Json& params) {
  const auto place = asked(session, params);
  const auto renaming = place ? renaming_at(*place) : std::nullopt;
  if (!renaming) return nullptr;
  if (Message why = why_kept(*renaming); !why.empty()) refuse(std::move(why));
  if (!renaming->here->by_id)
    refuse(say("chỗ này ghi theo tên; mã là `{}`", "this place says a name; the id is `{}`",
               renaming->thing().id->value));
  const Span span = inside(place->view->project().sources, renaming->here->span);
  return {{"range", Ranges(session, *place->view).range(span)},
          {"placeholder", renaming->thing().id->value}};
}

Json rename(Session& session, const Json& params) {
  const std::string id = nfc(params.at("newName").get<std::string>());
  const auto place = asked(session, params);
  const auto renaming = place ? renaming_at(*place) : std::nullopt;
  if (!renaming) refuse(kNoId);
  if (id == renaming->thing().id->value) return workspace_edit(session, *place->view, {});
  judge(*renaming, id);
  const auto edits = edits_of(*renaming, id);
  Texts texts;
  for (const auto& [file, list] : edits) {
    const std::string bytes(place->view->project().sources[file].bytes());
    std::string changed = apply_edits(bytes, list);
    const FileText before(bytes), after(changed);
    if (!before.root || !after.root || !same_but(*before.root, *after.root, list))
      refuse(say("`{}` không đọc được như cũ nữa", "`{}` would no longer read as it does",
                 place->view->path(file)));
    texts[place->view->path(file)] = std::move(changed);
  }
  prove(session, *renaming, texts, id);
  return workspace_edit(session, *place->view, edits);
}

}  // namespace wardplan::lsp
