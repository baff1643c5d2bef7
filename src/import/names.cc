#include "import/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "import/people.h"
#include "records/register.h"
#include "text/look_alike.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

/// How names of units begin, without marks.
constexpr std::string_view kUnitWords[] = {
    "ban",         "bch",         "bo chi huy", "bo doi",     "bo phan",     "ca phuong",
    "ca quan",     "ca xa",       "cac",        "chi bo",     "chi cuc",     "chi doan",
    "chi hoi",     "co quan",     "cong an",    "cong chuc",  "cong doan",   "cong ty",
    "cq",          "dang bo",     "dang uy",    "dia chinh",  "doan",        "doanh nghiep",
    "doi",         "don vi",      "hoi",        "hop tac xa", "htx",         "ke toan",
    "khoi",        "kinh te",     "lien doan",  "lien minh",  "mat tran",    "mttq",
    "nha truong",  "nha van hoa", "phong",      "quan su",    "tai chinh",   "tap the",
    "tdp",         "thanh nien",  "thanh tra",  "thon",       "thuong truc", "to chuc",
    "to cong tac", "to dan pho",  "tram",       "trung tam",  "truong",      "tu phap",
    "tuyen giao",  "ub",          "ubmt",       "ubmtq",      "ubmtt",       "ubmttq",
    "ubnd",        "uy ban",      "van hoa",    "van phong",  "vhtt",        "vhxh",
    "vp",          "y te"};

bool begins_unit(std::string_view text, const Ward* ward) {
  if (ward != nullptr && find_entry(ward->unit_words, without_list_signs(text))) return true;
  const std::string bare = fold_bare(text);
  return std::ranges::any_of(kUnitWords, [&](std::string_view word) {
    return bare.starts_with(word) && (bare.size() == word.size() || bare[word.size()] == ' ');
  });
}

/// Cuts at signs before what `begins` something new.
template <class Begins>
std::vector<std::string> cut(std::string_view text, char sign, const Begins& begins) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, std::string_view(&sign, 1))) {
    if (parts.empty() || begins(trimmed(part)))
      parts.emplace_back(part);
    else
      parts.back().append(1, sign).append(part);
  }
  return parts;
}

void add_name(std::vector<std::string>& names, std::string_view text) {
  std::string name = without_list_signs(text);
  if (!name.empty()) names.push_back(std::move(name));
}

/// A person's text without an honorific that a register has no word for.
std::string without_unknown_honorific(const std::string& text, const Ward& ward) {
  const std::string& honorific = person_text(text).honorific;
  const std::string_view all = trimmed(text);
  return std::string(ward.honorific.given ? all : trimmed(all.substr(honorific.size()), " :"));
}

/// Whether an entry prints all words of a text.
bool says_all(const Registered& entry, const Ward& ward, const std::string& text) {
  const std::set<std::string> said =
      name_words(ward.honorific.value + " " + entry.name.value + " " + entry.role.value);
  return std::ranges::includes(said, name_words(text));
}

/// Goes through the names of a table.
struct Proposer {
  const Ward* ward;
  ProposedRegister made = {};
  std::set<std::string> met = {};
  std::set<std::string> ids = {};
  /// How many times an id was wanted.
  std::map<std::string, int> wanted = {};
  /// Where the people are, by their names as they compare; those of units.
  std::map<std::string, std::size_t> people_at = {};
  std::set<std::string> units = {};
  std::set<std::pair<std::size_t, std::string>> aliases = {};

  /// A name as it is compared: in any case, with its tone on either vowel.
  static std::string key_of(const std::string& name) { return fold_tones(fold(name)); }

  /// Whether a text was met, or has a letter that only looks right.
  bool is_done(const std::string& kind, const std::string& text) {
    if (!met.insert(kind + fold(text)).second) return true;
    const auto word = find_look_alike(text);
    if (word) made.doubts.push_back(say("`{}`: {}", "`{}`: {}", text, in_words(*word, text)));
    return word.has_value();
  }

  std::string new_id(const std::string& name, const KnownWords* words) {
    const std::string base = id_of(name).empty() ? "ten" : id_of(name);
    for (int& number = wanted[base];;) {
      std::string id = ++number == 1 ? base : base + "-" + std::to_string(number);
      if (ids.insert(id).second && (words == nullptr || !find_entry(*words, id))) return id;
    }
  }

  void add_alias(std::size_t person, const std::string& alias) {
    ProposedEntry& entry = made.people[person];
    const std::string key = key_of(alias);
    if (key == key_of(entry.name)) return;
    if (aliases.emplace(person, key).second) entry.aliases.push_back(alias);
  }

  void add_person(const std::string& text) {
    if (is_done("p", text)) return;
    if (ward != nullptr && person_as_known(text, ward) != text) return;
    if (ward != nullptr && find_entry(ward->people_words, text)) return;
    const PersonText person = person_text(text);
    const bool decided = ward != nullptr && (ward->honorific.given || !ward->people.empty());
    if (made.honorific.empty() && !decided) made.honorific = person.honorific;
    const auto [found, is_new] = people_at.emplace(key_of(person.name), made.people.size());
    if (is_new) {
      ProposedEntry& entry = made.people.emplace_back();
      entry.name = person.name;
      entry.role = person.office;
      const auto known =
          ward == nullptr ? std::nullopt : find_entry(ward->people_words, person.name);
      entry.known = known.has_value();
      entry.id = known ? ward->people[*known].id.value
                       : new_id(person.name, ward == nullptr ? nullptr : &ward->people_words);
    }
    const std::string& honorific = decided ? ward->honorific.value : made.honorific;
    const bool usual = !person.honorific.empty() && fold(person.honorific) == fold(honorific);
    add_alias(found->second,
              usual ? std::string(trimmed(text.substr(person.honorific.size()))) : text);
  }

  void add_unit(const std::string& text) {
    if (is_done("u", text)) return;
    if (ward != nullptr && find_entry(ward->unit_words, text)) return;
    if (!units.insert(key_of(text)).second) return;
    made.units.push_back({new_id(text, ward == nullptr ? nullptr : &ward->unit_words), text});
  }
};

void add_list(std::string& out, std::string_view key, const std::vector<ProposedEntry>& entries) {
  if (entries.empty()) return;
  out.append(key).append(":\n");
  for (const ProposedEntry& entry : entries) {
    out += "  - {id: " + yaml::scalar(entry.id, true);
    if (!entry.known) out += ", name: " + yaml::scalar(entry.name, true);
    if (!entry.known && !entry.role.empty()) out += ", role: " + yaml::scalar(entry.role, true);
    if (!entry.aliases.empty()) {
      out += ", aliases: [";
      for (const std::string& alias : entry.aliases)
        out.append(&alias == &entry.aliases.front() ? "" : ", ").append(yaml::scalar(alias, true));
      out += "]";
    }
    out += "}\n";
  }
}

}  // namespace

std::set<std::string> name_words(std::string_view text) {
  std::set<std::string> words;
  const std::string key = fold(text);
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.insert(fold_tones(word));
    word.clear();
  };
  each_character(key, [&](const CodePoint& c, std::string_view bytes) {
    if (is_dash(c.value) || is_one_of(bytes[0], " ,.;:()")) return end();
    word += bytes;
  });
  end();
  return words;
}

std::vector<std::string> units_in(std::string_view cell, const Ward* ward) {
  const auto begins = [&](std::string_view text) { return begins_unit(text, ward); };
  const auto begins_line = [&](std::string_view text) {
    return begins_large(text) || text.starts_with("- ") || text.starts_with("+ ") || begins(text);
  };
  std::vector<std::string> names;
  for (const std::string_view part : split(cell, ";"))
    for (const std::string& lines : cut(part, '\n', begins_line)) {
      const std::string whole = without_list_signs(lines);
      if (ward != nullptr && find_entry(ward->unit_words, whole)) {
        names.push_back(whole);
        continue;
      }
      for (const std::string& one : cut(whole, ',', begins)) add_name(names, one);
    }
  return names;
}

bool is_named_as_unit(std::string_view text) {
  const std::size_t end = find_or_end(text, "\n");
  return begins_unit(without_list_signs(text.substr(0, end)), nullptr);
}

std::string person_as_known(const std::string& text, const Ward* ward) {
  if (ward == nullptr || find_look_alike(text)) return text;
  if (const auto exact = find_entry(ward->people_words, text)) return ward->people[*exact].id.value;
  auto entry = find_entry(ward->people_words, person_text(text).name);
  // The register may call people by names that are short: `Đ/c Đông – CT UBND`.
  if (!entry) entry = find_entry(ward->people_words, trimmed(text.substr(0, name_end(text))));
  const std::string said = without_unknown_honorific(text, *ward);
  if (!entry || !says_all(ward->people[*entry], *ward, said)) return text;
  return ward->people[*entry].id.value;
}

std::string unit_as_known(const std::string& text, const Ward* ward) {
  if (ward == nullptr) return text;
  const auto entry = find_entry(ward->unit_words, text);
  return entry ? ward->units[*entry].id.value : text;
}

ProposedRegister propose_register(const ImportedRows& rows, const Headings& headings,
                                  const Ward* ward) {
  Proposer proposer{ward};
  const auto leader = headings.find("leader");
  for (const ImportRow& row : rows.rows) {
    if (leader) {
      const PeopleText people = people_in(row.cells[*leader], ward);
      // What may be two people is nobody's other spelling.
      for (const std::string& name : people.names)
        if (std::ranges::find(people.unsure, name) == people.unsure.end())
          proposer.add_person(name);
    }
    for (const std::string_view id : {"lead", "support"})
      if (const auto column = headings.find(id))
        for (const std::string& name : units_in(row.cells[*column], ward)) proposer.add_unit(name);
  }
  return std::move(proposer.made);
}

std::string register_lists(const ProposedRegister& proposed) {
  std::string out;
  if (!proposed.honorific.empty())
    out += "honorific: " + yaml::scalar(proposed.honorific, false) + "\n";
  add_list(out, "people", proposed.people);
  add_list(out, "units", proposed.units);
  return out;
}

std::string register_text(const ProposedRegister& proposed, const std::string& ward) {
  std::string out = "kind: ward\nformat: 1\nid: " + yaml::scalar(ward, false) +
                    "\nname: " + yaml::scalar(ward, false) + "\n";
  return out + register_lists(proposed);
}

}  // namespace wardplan
