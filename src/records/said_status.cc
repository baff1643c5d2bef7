// Statuses by words of the ward's own, and per cent done.
#include "records/said_status.h"

#include <algorithm>

#include "figures/numerals.h"
#include "records/codes.h"
#include "records/register.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

const WardStatus* ward_status_by_id(const Ward* ward, std::string_view id) {
  if (ward == nullptr) return nullptr;
  const auto found = std::ranges::find_if(
      ward->statuses, [&](const WardStatus& own) { return own.id.given && own.id.value == id; });
  return found == ward->statuses.end() ? nullptr : &*found;
}

void link_status(RowKind kind, SaidStatus& status, const Ward* ward, bool& sound, Report& report) {
  if (status.given || !status.word.given) return;
  const WardStatus* own = ward_status_by_id(ward, status.word.value);
  if (own == nullptr) {
    sound = false;
    return tell_unknown_status(kind, status.word, ward, report);
  }
  status.own = own;
  // What it counts as may be missing, which is told of the register.
  status.value = own->counts_as.value;
  status.given = own->counts_as.given;
}

Label first_here(Span span) { return {span, {"lần đầu ở đây", "first here"}}; }

void tell_usual(const Text& text, const StatusWord& usual, Report& report) {
  report.tell(kBadValue, {text.span},
              say("`{}` đã là một trạng thái có sẵn (`{}`)", "`{}` is a usual status (`{}`)",
                  text.value, usual.token),
              {"bỏ mục này, hoặc đặt tên khác", "delete the entry, or call it otherwise"});
}

}  // namespace

bool takes_ward_statuses(RowKind kind) {
  return kind == RowKind::item || kind == RowKind::report_day;
}

const WardStatus* ward_status_by_words(const Ward* ward, std::string_view said) {
  if (ward == nullptr) return nullptr;
  const std::string key = fold_bare(said);
  for (const WardStatus& own : ward->statuses)
    if (key == fold_bare(own.id.value) || key == fold_bare(own.name.value)) return &own;
  return nullptr;
}

std::optional<MeantStatus> meant_status(RowKind kind, std::string_view said, const Ward* ward) {
  const StatusWord* usual = status_by_words(said);
  if (usual != nullptr && usual->said_of.has(kind))
    return MeantStatus{std::string(usual->token), usual->closure};
  const WardStatus* own = takes_ward_statuses(kind) ? ward_status_by_words(ward, said) : nullptr;
  if (own == nullptr) return std::nullopt;
  return MeantStatus{own->id.value, status_word(own->counts_as.value).closure};
}

void tell_unknown_status(RowKind kind, const Text& said, const Ward* ward, Report& report) {
  // Reading may have found the same value wanting: one mistake, one finding.
  if (report.has_error_at(said.span)) return;
  std::vector<std::string> known = texts(status_words_of(kind), &StatusWord::token);
  if (ward != nullptr && takes_ward_statuses(kind))
    for (const WardStatus& own : ward->statuses) known.push_back(own.id.value);
  const auto status = meant_status(kind, said.value, ward);
  const auto meant = status ? std::optional(status->token) : nearest(said.value, known);
  report.tell(
      kBadValue, {said.span},
      say("`{}` không phải là {}", "`{}` is not a {}", said.value, row_kind_words(kind).status),
      meant ? say("gõ `{}`", "type `{}`", *meant)
            : say("một trong: {}", "one of: {}", joined(known)));
}

void link_statuses(Plan& plan, Report& report) {
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    Row& row = plan.row(at);
    // A heading that is worked on is an item; what others have of entries is told already.
    const RowKind kind = row.kind == RowKind::heading ? RowKind::item : row.kind;
    if (!takes_ward_statuses(kind)) continue;
    for (Update& update : row.updates)
      link_status(kind, update.status, plan.ward, row.sound, report);
  }
}

void check_statuses(const Ward& ward, Report& report) {
  for (const WardStatus& own : ward.statuses) {
    for (const Text* text : {&own.id, &own.name}) {
      const StatusWord* usual = text->given ? status_by_words(text->value) : nullptr;
      if (usual != nullptr) tell_usual(*text, *usual, report);
    }
    for (const WardStatus& other : ward.statuses) {
      if (&other == &own) break;
      const auto same = [](const Text& a, const Text& b) {
        return a.given && b.given && fold_bare(a.value) == fold_bare(b.value);
      };
      const bool ids = same(own.id, other.id);
      if (!ids && !same(own.name, other.name)) continue;
      const Text& again = ids ? own.id : own.name;
      report.tell(kBadValue, {again.span},
                  say("hai trạng thái cùng là `{}`", "two statuses are `{}`", again.value),
                  {"đổi hoặc bỏ một trong hai", "change or delete one of the two"},
                  {first_here(ids ? other.id.span : other.name.span)});
      break;
    }
  }
}

std::optional<int> percent_in(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
  const auto number = whole_number(text);
  return number && *number <= 100 ? number : std::nullopt;
}

}  // namespace wardplan
