#include "cmd/offers.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

#include "disk/files.h"
#include "lists/item.h"
#include "records/plan_columns.h"
#include "records/project.h"
#include "records/references.h"

namespace wardplan {
namespace {

/// So many files are looked into, and so many records are read.
constexpr std::size_t kMostFiles = 400;
constexpr std::size_t kMostRecords = 40;

/// Files at these paths that `may_matter`, of folders the first ones.
template <class MayMatter>
std::vector<std::string> few_files(const std::vector<std::string>& paths, MayMatter may_matter) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (path == kStdin) continue;
    const bool named = !std::filesystem::is_directory(path);
    for (std::string& file : first_yaml_files(path, kMostFiles)) {
      if (files.size() == kMostRecords) return files;
      try {
        if (named || may_matter(read_file(file))) files.push_back(std::move(file));
      } catch (const Failure&) {
        continue;  // told by whoever is asked about it
      }
    }
  }
  return files;
}

/// Registers of the wards at these paths; where a folder has none, those above it.
std::vector<std::string> register_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files = few_files(paths, may_be_register);
  if (!files.empty() || paths.empty()) return files;
  for (const std::string& folder : folders_from(identity(paths.front())))
    for (const std::string& file : yaml_files_in(folder))
      if (files.empty() && may_be_register(read_file(file))) files.push_back(file);
  return files;
}

struct Offers {
  std::vector<Offer> all;
  std::set<std::string> words;

  void add(const std::string& word, std::string about) {
    if (!word.empty() && words.insert(word).second) all.push_back({word, std::move(about)});
  }
};

void offer_registered(const std::vector<Registered>& entries, Offers& offers) {
  for (const Registered& entry : entries)
    offers.add(entry.id.value,
               entry.role.given ? entry.name.value + ", " + entry.role.value : entry.name.value);
}

void offer_of_ward(Takes what, const Ward& ward, Offers& offers) {
  if (what == Takes::person) offer_registered(ward.people, offers);
  if (what == Takes::unit) offer_registered(ward.units, offers);
  if (what == Takes::ward) offers.add(ward.id.value, ward.name.value);
  if (what == Takes::group_key)
    for (const KeyedText& group : ward.groups) offers.add(group.name.value, group.value.value);
  if (what == Takes::status)
    for (const WardStatus& status : ward.statuses) offers.add(status.id.value, status.name.value);
}

void offer_of_plan(Takes what, const Plan& plan, Offers& offers) {
  if (what == Takes::field)
    for (const ModelField& field : plan.movement.fields)
      offers.add(field.id.value, field.name.value);
  if (what == Takes::registrant)
    for (const Row& row : plan.rows) offers.add(row.model.by.value, row.text().value);
  if (what == Takes::column)
    for (const std::string& id : column_ids(plan)) offers.add(id, "");
  if (what != Takes::row && what != Takes::heading) return;
  for (std::size_t at = 0; at < plan.outline.size(); ++at)
    if (what == Takes::row || plan.row(at).is_heading())
      offers.add(plan.outline[at].address, plan.row(at).text().value);
}

bool is_of_movement(std::string_view bytes) {
  return bytes.find("movement") != std::string_view::npos;
}

/// The files in which it stands.
std::vector<std::string> files_for(Takes what, const std::vector<std::string>& paths) {
  switch (what) {
    case Takes::anything:
    case Takes::words:
    case Takes::file:
    case Takes::record:
    case Takes::folder:
    case Takes::form:
    case Takes::form_file:
    case Takes::topic:
    case Takes::code:
    case Takes::state:
    case Takes::list:
      return {};
    case Takes::column:
    case Takes::item:
    case Takes::row:
    case Takes::heading:
      return few_files(paths, [](std::string_view bytes) { return !may_be_register(bytes); });
    case Takes::field:
    case Takes::registrant:
      return few_files(paths, is_of_movement);
    case Takes::status:
    case Takes::person:
    case Takes::unit:
    case Takes::ward:
    case Takes::group_key:
      return register_files(paths);
  }
  return {};
}

/// Those that entries of these plans can say, or of any where there are none.
void offer_statuses(const Project& project, Lang lang, Offers& offers) {
  const auto said_of = [&](const Plan& plan, const StatusWord& word) {
    return word.said_of.has(record_kind_words(plan.kind).rows);
  };
  for (const StatusWord& word : status_words())
    if (project.plans.empty() ? word.said_of.bits != 0
                              : std::ranges::any_of(project.plans, [&](const Plan& plan) {
                                  return said_of(plan, word);
                                }))
      offers.add(std::string(word.token), std::string(word.words.in(lang)));
}

Offers offers_in(Takes what, const std::vector<std::string>& paths, Lang lang) {
  Offers offers;
  Report report;
  const std::vector<std::string> files = files_for(what, paths);
  const Project project = read_project(files, {}, report);
  if (what == Takes::status) offer_statuses(project, lang, offers);
  for (const Ward& ward : project.wards) offer_of_ward(what, ward, offers);
  for (const Plan& plan : project.plans) offer_of_plan(what, plan, offers);
  // Addresses and titles are the same on any day.
  const Date any_day = first_of_year(2026);
  if (what == Takes::item)
    for (const Item& item : items_of(project, report, any_day, kSoonDays))
      offers.add(address_of(item), title_of(item, lang));
  return offers;
}

}  // namespace

std::vector<Offer> offers_of(Takes what, const std::vector<std::string>& paths, Lang lang) {
  try {
    return offers_in(what, paths, lang).all;
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace wardplan
