// What is known of the place: the item and how it stands, who an id is, what a key means, why
// something was found.
#include <algorithm>
#include <cstdlib>

#include "diag/render.h"
#include "lists/face.h"
#include "lsp/answers.h"
#include "lsp/mentions.h"
#include "lsp/shapes.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan::lsp {
namespace {

/// What is shown of one thing: its title, facts of a line each, a text of several lines.
struct Shown {
  std::string title = {};
  std::vector<std::pair<std::string, std::string>> facts = {};
  std::string sample = {};

  void fact(Phrase name, Lang lang, const std::string& value) {
    if (!value.empty()) facts.emplace_back(name.in(lang), value);
  }
};

std::string markdown_of(const Shown& shown) {
  std::string out = "**" + markdown_text(shown.title) + "**\n";
  for (const auto& [name, value] : shown.facts)
    out += fmt::format("\n- {}: {}", name, markdown_text(value));
  if (!shown.sample.empty()) out += "\n\n```yaml\n" + shown.sample + "```";
  return out;
}

std::string plain_of(const Shown& shown) {
  std::string out = shown.title;
  for (const auto& [name, value] : shown.facts) out += fmt::format("\n{}: {}", name, value);
  if (!shown.sample.empty()) out += "\n" + shown.sample;
  return out;
}

/// `31/12/2023 (còn 56 ngày)`.
std::string deadline_of(const Standing& standing, Lang lang) {
  if (!standing.due.deadline) return {};
  const std::string day = written(*standing.due.deadline, lang);
  if (!standing.days_left || standing.done_on) return day;
  const int days = *standing.days_left;
  const std::string in_english = counted(std::abs(days), "day");
  const Message left = days < 0 ? say("{} (quá {} ngày)", "{0} ({2} ago)", day, -days, in_english)
                                : say("{} (còn {} ngày)", "{0} ({2} left)", day, days, in_english);
  return left.in(lang);
}

Shown shown_item(Session& session, const WardView& view, const Plan& plan, std::size_t row) {
  const Lang lang = session.lang();
  const Io& io = session.workspace.io();
  const Item item = item_at(view.project(), plan, row, io.as_of, io.soon);
  Shown shown{plan.outline[row].address + " " + plan.row(row).text().value};
  if (plan.row(row).is_heading()) return shown;
  shown.fact({"Tình trạng", "State"}, lang, in_words(item.standing).in(lang));
  shown.fact({"Hạn", "Deadline"}, lang, deadline_of(item.standing, lang));
  shown.fact({"Lãnh đạo phụ trách", "Leader"}, lang, joined(leaders_in_full(item), "; "));
  shown.fact({"Đơn vị chủ trì", "Lead unit"}, lang, joined(lead_names(item), "; "));
  shown.fact({"Đơn vị phối hợp", "Support"}, lang, joined(support_names(item), "; "));
  shown.fact({"Chỉ tiêu", "Targets"}, lang, joined(goals_in_words(plan.row(row), lang), "; "));
  shown.fact({"Kết quả", "Value"}, lang,
             joined(results_in_words(plan, plan.row(row), io.as_of, lang), "; "));
  shown.fact({"Tính đến ngày", "As of"}, lang, written(io.as_of, lang));
  return shown;
}

Shown shown_thing(Session& session, const WardView& view, const Thing& thing) {
  if (thing.plan != nullptr) return shown_item(session, view, *thing.plan, thing.row);
  const Lang lang = session.lang();
  const bool named = thing.name != nullptr && thing.name->given;
  Shown shown{named ? thing.name->value : thing.id->value};
  if (thing.id->given)
    shown.facts.emplace_back(thing_word(thing.kind).noun.in(lang), thing.id->value);
  if (thing.registered != nullptr) {
    const Registered& entry = *thing.registered;
    shown.fact({"Chức vụ", "Office"}, lang, entry.role.value);
    shown.fact({"Cách viết khác", "Other spellings"}, lang,
               joined(texts(entry.aliases, &Text::value)));
    if (entry.from.given) shown.fact({"Từ", "From"}, lang, written(entry.from.value, lang));
    if (entry.until.given) shown.fact({"Đến", "Until"}, lang, written(entry.until.value, lang));
  }
  if (thing.status != nullptr && thing.status->counts_as.given)
    shown.fact({"Được đếm là", "Counts as"}, lang,
               std::string(status_word(thing.status->counts_as.value).words.in(lang)));
  return shown;
}

/// Why something was found, as `explain` says it.
Shown shown_code(const Code& code, Lang lang) {
  Shown shown{
      fmt::format("{} ({}): {}", code.id, severity_word(code.severity, lang), code.title.in(lang))};
  shown.fact({"Là gì", "What"}, lang, std::string(code.what.in(lang)));
  shown.fact({"Vì sao", "Why"}, lang, std::string(code.why.in(lang)));
  shown.sample = sample_text(code, code.right);
  return shown;
}

/// What a key means, and what it may hold where that is known.
std::optional<Shown> shown_key(std::string_view text, const Spot& spot, Lang lang) {
  if (!spot.is_key) return std::nullopt;
  const auto keys = keys_of_file_or_none(kind_of(text));
  std::vector<std::string> path = spot.path;
  path.emplace_back(text.substr(spot.begin, spot.end - spot.begin));
  const KeyShape* key = find_shape(keys, path);
  if (key == nullptr) return std::nullopt;
  Shown shown{fmt::format("{}: {}", key->name, key->meaning.in(lang))};
  for (const ValueShape::Allowed& word : key->value.words)
    shown.facts.emplace_back(word.token, std::string(word.meaning.in(lang)));
  return shown;
}

/// A place of a file.
struct At {
  FileId file;
  std::size_t offset;

  bool is_in(const Span& span) const {
    return span.file == file && offset >= span.begin && offset <= span.end && span.end != 0;
  }
};

/// How a time is read.
Shown shown_time(const WrittenTime& time, Lang lang) {
  Shown shown{time.value};
  shown.fact({"Hiểu là", "Read as"}, lang, describe(*time.read).in(lang));
  return shown;
}

/// The item whose text stands there, or how its time is read that does.
void add_row(Session& session, const WardView& view, const Plan& plan, const At& at,
             std::vector<Shown>& all) {
  for (std::size_t row = 0; row < plan.row_count(); ++row) {
    const Row& there = plan.row(row);
    if (at.is_in(there.text().span)) all.push_back(shown_item(session, view, plan, row));
    for (const WrittenTime* time : {&there.start, &there.due})
      if (time->given && at.is_in(time->span)) all.push_back(shown_time(*time, session.lang()));
    for (const Update& update : there.updates)
      if (update.due.given && at.is_in(update.due.span))
        all.push_back(shown_time(update.due, session.lang()));
  }
}

std::vector<Shown> shown_at(Session& session, const Asked& place) {
  std::vector<Shown> all;
  const WardView& view = *place.view;
  const Mentions mentions(view.project());
  if (const Mention* here = mentions.at(*place.file, place.offset))
    all.push_back(shown_thing(session, view, mentions.thing(*here)));
  const At at{*place.file, place.offset};
  for (const Plan& plan : view.project().plans)
    if (plan.file == at.file) add_row(session, view, plan, at, all);
  const std::string& text = place.document.text;
  if (auto key = shown_key(text, spot_at(text, place.offset), session.lang())) all.push_back(*key);
  for (const Finding& finding : view.records.report.findings())
    if (at.is_in(finding.primary.span)) all.push_back(shown_code(*finding.code, session.lang()));
  return all;
}

}  // namespace

Json hover(Session& session, const Json& params) {
  const auto place = asked(session, params);
  if (!place || !place->file) return nullptr;
  const std::vector<Shown> all = shown_at(session, *place);
  if (all.empty()) return nullptr;
  return {{"contents", markup(session, joined(texts(all, markdown_of), "\n\n---\n\n"),
                              joined(texts(all, plain_of), "\n\n"))}};
}

}  // namespace wardplan::lsp
