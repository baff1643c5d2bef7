#include "lsp/mentions.h"

#include <algorithm>
#include <array>

#include "records/face.h"
#include "text/utf8.h"

namespace wardplan::lsp {
namespace {

constexpr Phrase kByRenumber = {
    "số của dòng đổi bằng `wardplan renumber`, kéo theo các dòng đánh số theo nó",
    "numbers of rows are changed by `wardplan renumber`, with those that follow them"};
constexpr Phrase kText = {"đây là chữ của văn bản, không phải mã", "this is a text, and no id"};

constexpr std::array kThingWords = {
    ThingWord{ThingKind::person, {"người", "person"}},
    ThingWord{ThingKind::unit, {"đơn vị", "unit"}},
    ThingWord{ThingKind::ward, {"phường", "ward"}},
    ThingWord{ThingKind::list, {"bộ tiêu chí", "list of criteria"}},
    ThingWord{ThingKind::plan, {"kế hoạch", "plan"}},
    ThingWord{ThingKind::row, {"dòng", "row"}, kByRenumber},
    ThingWord{ThingKind::target, {"chỉ tiêu", "target"}, kText},
    ThingWord{ThingKind::status, {"trạng thái riêng", "own status"}},
    ThingWord{ThingKind::field, {"lĩnh vực", "field"}},
    ThingWord{ThingKind::level, {"cấp khen thưởng", "level"}},
    ThingWord{ThingKind::form, {"mẫu", "form"}},
    ThingWord{ThingKind::column, {"cột", "column"}},
    ThingWord{ThingKind::round, {"đợt", "round"}, kText},
    ThingWord{ThingKind::group, {"nhóm", "group"}},
};

}  // namespace

const ThingWord& thing_word(ThingKind kind) {
  return *std::ranges::find(kThingWords, kind, &ThingWord::kind);
}

/// Goes through all records and notes what each place means.
struct Collector {
  const Project& project;
  Mentions& out;
  std::unordered_map<const Text*, std::size_t> known = {};

  std::size_t add(const Thing& thing) {
    const auto [place, fresh] = known.try_emplace(thing.id, out.things_.size());
    if (!fresh) return place->second;
    out.things_.push_back(thing);
    Thing& added = out.things_.back();
    if (added.entry.end == 0) added.entry = added.id->span;
    if (added.id->given) out.all_.push_back({added.id->span, place->second, true, true});
    return place->second;
  }

  void mention(const Text& said, Span span, const Thing& thing) {
    const std::size_t at = add(thing);
    if (said.given) out.all_.push_back({span, at, fold(said.value) == fold(thing.id->value)});
  }
  void mention(const Text& said, const Thing& thing) { mention(said, said.span, thing); }

  static Thing named(ThingKind kind, const Text& id, const Text& name) {
    return {.kind = kind, .id = &id, .name = &name};
  }

  static Thing of(ThingKind kind, const Registered& entry) {
    Thing thing = named(kind, entry.id, entry.name);
    thing.registered = &entry;
    return thing;
  }

  static Thing of(const Plan& plan) {
    return {.kind = ThingKind::plan,
            .id = &plan.id,
            .name = &plan.title,
            .entry = plan.id.given ? plan.id.span : plan.kind_word.span};
  }

  static Thing of(const Plan& plan, const Row& row) {
    std::size_t at = row.at;
    const bool dated =
        !plan.dates.empty() && &row >= &plan.dates.front() && &row <= &plan.dates.back();
    if (dated) at = plan.rows.size() + static_cast<std::size_t>(&row - &plan.dates.front());
    return {.kind = ThingKind::row,
            .id = &row.number,
            .name = &row.text(),
            .entry = row.listed != nullptr ? row.listed->number.span : row.number.span,
            .plan = &plan,
            .row = at};
  }

  void registered(ThingKind kind, const std::vector<Registered>& entries) {
    for (const Registered& entry : entries) {
      add(of(kind, entry));
      names(entry.successors, kind, entries);
    }
  }

  void names(const std::vector<Name>& said, ThingKind kind,
             const std::vector<Registered>& entries) {
    for (const Name& name : said)
      if (name.index) mention(name.as, of(kind, entries[*name.index]));
  }

  template <class Entries>
  void names(const std::vector<Name>& said, ThingKind kind, const Entries& entries,
             const Text& (*id)(const typename Entries::value_type&),
             const Text& (*name)(const typename Entries::value_type&)) {
    for (const Name& one : said)
      if (one.index && *one.index < entries.size())
        mention(one.as, named(kind, id(entries[*one.index]), name(entries[*one.index])));
  }

  void ward(const Ward& ward) {
    add(named(ThingKind::ward, ward.id, ward.name));
    registered(ThingKind::person, ward.people);
    registered(ThingKind::unit, ward.units);
    for (const WardStatus& status : ward.statuses) {
      Thing thing = named(ThingKind::status, status.id, status.name);
      thing.status = &status;
      add(thing);
    }
    for (const auto* others : {&ward.successors, &ward.predecessors})
      for (const Text& said : *others)
        for (const Ward& other : project.wards)
          if (fold(other.id.value) == fold(said.value))
            mention(said, named(ThingKind::ward, other.id, other.name));
    for (const Acceptance& acceptance : ward.accepted) accepted(acceptance, ward);
  }

  void accepted(const Acceptance& acceptance, const Ward& ward) {
    for (const auto& [kind, entries] :
         {std::pair{ThingKind::person, &ward.people}, std::pair{ThingKind::unit, &ward.units}})
      for (const Registered& entry : *entries)
        if (acceptance.at.given && fold(entry.id.value) == fold(acceptance.at.value))
          return mention(acceptance.at, of(kind, entry));
  }

  void list(const Catalogue& list) {
    add(named(ThingKind::list, list.id, list.name));
    for (const WardGroup& group : list.groups) add(named(ThingKind::group, group.id, group.name));
    for (const Row& row : list.rows)
      for (const Target& target : row.targets)
        for (const WardGroup& group : list.groups)
          if (target.group.given && fold(target.group.value) == fold(group.id.value))
            mention(target.group, named(ThingKind::group, group.id, group.name));
  }

  void people_of(const Plan& plan, const Row& row) {
    if (plan.ward == nullptr) return;
    names(row.leader, ThingKind::person, plan.ward->people);
    names(row.lead, ThingKind::unit, plan.ward->units);
    names(row.support, ThingKind::unit, plan.ward->units);
  }

  void fields_of(const Plan& plan, const Row& row) {
    using Field = ModelField;
    names<std::vector<Field>>(
        row.model.fields, ThingKind::field, plan.movement.fields,
        [](const Field& field) -> const Text& { return field.id; },
        [](const Field& field) -> const Text& { return field.name; });
  }

  void serves(const Plan& plan, const Served& served) {
    if (served.plan == nullptr || served.row == nullptr) return;
    const std::string_view bytes = project.sources.text(served.as.span);
    const std::size_t at = bytes.find(served.as.value);
    const std::size_t address = address_in(served).size(), all = served.as.value.size();
    const Thing row = of(*served.plan, *served.row);
    if (served.plan == &plan || address + 1 >= all || at == std::string_view::npos)
      return mention(served.as, row);
    const auto part = [&](std::size_t from, std::size_t to) {
      Span span = served.as.span;
      span.begin += static_cast<std::uint32_t>(at + from);
      span.end = span.begin + static_cast<std::uint32_t>(to - from);
      return span;
    };
    const Text id{served.as.value.substr(0, all - address - 1), {}, true};
    mention(id, part(0, id.value.size()), of(*served.plan));
    mention(served.as, part(all - address, all), row);
  }

  void carried(const Carried& carried) {
    if (carried.from == nullptr) return;
    mention(carried.plan, of(*carried.from));
    if (carried.item != nullptr) mention(carried.row, of(*carried.from, *carried.item));
    if (carried.measured != nullptr && carried.measured->name.given)
      mention(carried.target,
              named(ThingKind::target, carried.measured->name, carried.measured->name));
  }

  void awaited(const Plan& plan, const Update& update) {
    if (plan.ward == nullptr || update.awaited == nullptr) return;
    for (const auto& [kind, entries] : {std::pair{ThingKind::person, &plan.ward->people},
                                        std::pair{ThingKind::unit, &plan.ward->units}})
      for (const Registered& entry : *entries)
        if (&entry.name == update.awaited) return mention(update.waiting, of(kind, entry));
  }

  void entry(const Plan& plan, const Row& row, const Update& update) {
    awaited(plan, update);
    if (update.status.own != nullptr) {
      const WardStatus& own = *update.status.own;
      Thing thing = named(ThingKind::status, own.id, own.name);
      thing.status = &own;
      mention(update.status.word, thing);
    }
    for (const Result& result : results_of(row, update))
      if (result.name != nullptr && result.target != nullptr && result.target->name.given)
        mention(*result.name, named(ThingKind::target, result.target->name, result.target->name));
    for (const Round& round : plan.rounds)
      if (update.round.given && fold(update.round.value) == fold(round.number.value))
        mention(update.round, named(ThingKind::round, round.number, round.when));
    names<std::vector<Level>>(
        update.proposed, ThingKind::level, plan.movement.levels,
        [](const Level& level) -> const Text& { return level.id; },
        [](const Level& level) -> const Text& { return level.name; });
  }

  void row(const Plan& plan, const Row& row) {
    add(of(plan, row));
    people_of(plan, row);
    fields_of(plan, row);
    for (const Target& target : row.targets)
      if (target.name.given) add(named(ThingKind::target, target.name, target.name));
    for (const Served& served : row.serves) serves(plan, served);
    if (row.carried.given()) carried(row.carried);
    for (const KeyedText& cell : row.cells)
      for (const PlanColumn& column : plan.columns)
        if (column.id.value == cell.name.value)
          mention(cell.name, named(ThingKind::column, column.id, column.title));
    for (const Update& update : row.updates) entry(plan, row, update);
  }

  void passage(const Plan& plan, const Row& passage) {
    people_of(plan, passage);
    fields_of(plan, passage);
    for (const Name& name : passage.passage.rows)
      if (name.index && *name.index < plan.row_count())
        mention(name.as, of(plan, plan.row(*name.index)));
    names<std::vector<AnnexedForm>>(
        passage.passage.forms, ThingKind::form, plan.document.forms,
        [](const AnnexedForm& form) -> const Text& { return form.id; },
        [](const AnnexedForm& form) -> const Text& { return form.title; });
  }

  void entries_of_plan(const Plan& plan) {
    if (plan.ward != nullptr)
      mention(plan.ward_id, named(ThingKind::ward, plan.ward->id, plan.ward->name));
    if (plan.catalogue != nullptr)
      mention(plan.catalogue_id, named(ThingKind::list, plan.catalogue->id, plan.catalogue->name));
    if (plan.ward_group != nullptr)
      mention(plan.group, named(ThingKind::group, plan.ward_group->id, plan.ward_group->name));
    for (const ModelField& field : plan.movement.fields)
      add(named(ThingKind::field, field.id, field.name));
    for (const Level& level : plan.movement.levels)
      add(named(ThingKind::level, level.id, level.name));
    for (const AnnexedForm& form : plan.document.forms)
      add(named(ThingKind::form, form.id, form.title));
    for (const PlanColumn& column : plan.columns)
      if (!find_plan_column(plan.kind, column.id.value))
        add(named(ThingKind::column, column.id, column.title));
    for (const Round& round : plan.rounds) add(named(ThingKind::round, round.number, round.when));
  }

  void plan(const Plan& plan) {
    add(of(plan));
    entries_of_plan(plan);
    for (std::size_t at = 0; at < plan.row_count(); ++at) row(plan, plan.row(at));
    for (const Row& text : plan.document.text) passage(plan, text);
    for (const Acceptance& acceptance : plan.accepted) {
      if (!acceptance.at.given) continue;
      const RowIndex row = find_address(plan, acceptance.at.value).row;
      if (row) mention(acceptance.at, of(plan, plan.row(*row)));
    }
  }
};

Mentions::Mentions(const Project& project) {
  Collector collector{project, *this};
  for (const Ward& ward : project.wards) collector.ward(ward);
  for (const Catalogue& list : project.catalogues) collector.list(list);
  for (const Plan& plan : project.plans) collector.plan(plan);
  std::ranges::stable_sort(all_, {}, [](const Mention& mention) {
    return std::pair(mention.span.file, mention.span.begin);
  });
}

const Mention* Mentions::at(FileId file, std::size_t offset) const {
  const Mention* narrowest = nullptr;
  for (const Mention& mention : all_) {
    const Span& span = mention.span;
    if (span.file != file || offset < span.begin || offset > span.end) continue;
    if (narrowest == nullptr || span.size() < narrowest->span.size()) narrowest = &mention;
  }
  return narrowest;
}

}  // namespace wardplan::lsp
