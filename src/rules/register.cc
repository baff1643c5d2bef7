// The register: one name for each person and unit, no word that could mean two, and all names in
// plans.
#include "records/register.h"

#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>

#include "rules/rule.h"
#include "text/file_name.h"
#include "text/limits.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether two entries are there on some day both of them.
bool are_there_together(const KnownWords& words, std::size_t one, std::size_t other) {
  if (words.days.empty()) return true;
  const Stretch &a = words.days[one], &b = words.days[other];
  return a.first <= b.last && b.first <= a.last;
}

/// The first word of an entry that stands before a word, has its key and is there with it.
const KnownWord* clashing(const KnownWords& words, const KnownWord& word) {
  for (std::size_t at = words.first.find(word.key)->second; &words.all[at] != &word; ++at)
    if (const KnownWord& first = words.all[at]; first.key == word.key &&
                                                first.entry != word.entry &&
                                                are_there_together(words, first.entry, word.entry))
      return &first;
  return nullptr;
}

/// Calls `found(first, second)` for each word that is a word of an earlier entry, too, and the
/// first that has it; entries of different times may share a word.
template <class Found>
void each_clash(const KnownWords& words, Found found) {
  for (const KnownWord& word : words.all) {
    const KnownWord& first = words.all[words.first.find(word.key)->second];
    if (word.key.empty() || first.entry == word.entry) continue;
    if (const KnownWord* clash = words.days.empty() ? &first : clashing(words, word))
      found(*clash, word);
  }
}

void same_word(const Ward& ward, const RegisterPart& part, const RuleRun& run) {
  const std::vector<Registered>& entries = ward.*part.entries;
  each_clash(ward.*part.words, [&](const KnownWord& first, const KnownWord& second) {
    const Registered& one = entries[first.entry];
    const Registered& other = entries[second.entry];
    const bool both_named = first.text == &one.name && second.text == &other.name;
    run.tell_twice(
        other.id.value, second.text->span, first.text->span,
        both_named ? say("`{}` và `{}` cùng tên `{}`", "`{}` and `{}` have the same name, `{}`",
                         one.id.value, other.id.value, second.text->value)
                   : say("`{}` là của cả `{}` (`{}`) lẫn `{}` (`{}`)",
                         "`{}` means both `{}` (`{}`) and `{}` (`{}`)", second.text->value,
                         one.name.value, one.id.value, other.name.value, other.id.value),
        both_named
            ? say("nếu là một thì bỏ một mục; nếu là hai thì thêm chữ phân biệt vào tên, như `{} "
                  "({})`, và trong kế hoạch ghi mã `{}`, `{}`",
                  "if they are one, delete an entry; if they are two, tell them apart by a word in "
                  "the name, as in `{} ({})`, and write the ids `{}`, `{}` in plans",
                  other.name.value, other.id.value, one.id.value, other.id.value)
            : Message{"để lại ở một mục, bỏ hoặc đổi ở mục kia",
                      "keep it in one entry; delete or change it in the other"});
  });
}

void same_words(const RuleRun& run) {
  for (const Ward& ward : run.project.wards) {
    if (!ward.asked && !ward.used) continue;
    same_word(ward, kPeople, run);
    same_word(ward, kUnits, run);
  }
}

/// Words that are written out or shortened at will.
constexpr std::pair<std::string_view, std::string_view> kShortForms[] = {
    {"ủy ban nhân dân", "ubnd"}, {"ủy ban", "ub"},  {"mặt trận tổ quốc", "mttq"},
    {"tổ dân phố", "tdp"},       {"công an", "ca"}, {"văn phòng", "vp"},
    {"ban quản lý", "ban ql"},   {"đảng ủy", "đu"}};

/// Words that don't tell two units of one ward apart, or two people.
constexpr std::string_view kUnitFiller[] = {"các", "phường", "bộ phận", "xã"};
constexpr std::string_view kPersonFiller[] = {"đồng chí", "đ/c"};

/// A word between blanks, folded, and what it is left as.
struct Replacement {
  std::string word;
  std::string_view left;
};

/// The short forms, and the filler that goes; folded once for all names.
std::vector<Replacement> replacements(std::span<const std::string_view> filler) {
  std::vector<Replacement> all;
  for (const auto& [written, shortened] : kShortForms)
    all.push_back({" " + fold_tones(written) + " ", shortened});
  for (const std::string_view word : filler) all.push_back({" " + fold_tones(word) + " ", {}});
  return all;
}

/// The bytes that stand behind blanks, each by its last six bits.
std::uint64_t word_beginnings(std::string_view text) {
  std::uint64_t bits = 0;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at - 1] == ' ') bits |= std::uint64_t{1} << (text[at] & 0x3F);
  return bits;
}

/// What stays of a name when case, filler, short forms, the place of tone marks, blanks and signs
/// are left aside; marks stay, for they tell people apart.
std::string skeleton(std::string_view name, const std::vector<Replacement>& replacements) {
  std::string text = " " + fold_tones(name) + " ";
  const std::uint64_t begin = word_beginnings(text);
  for (const auto& [word, left] : replacements) {
    // Most begin as no word of the name does.
    if ((begin >> (word[1] & 0x3F) & 1) == 0) continue;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      text.replace(at + 1, word.size() - 2, left);
  }
  std::erase_if(text, [](char c) {
    return (c >= 0 && c < '0') || (c > '9' && c < 'a') || (c > 'z' && c <= '~');
  });
  return text;
}

void variants_in(const Ward& ward, const RegisterPart& part,
                 const std::vector<Replacement>& replacements, const RuleRun& run) {
  const std::vector<Registered>& entries = ward.*part.entries;
  // Entries that share a word outright have been told already, and two variants are told once.
  std::set<std::pair<std::size_t, std::size_t>> told;
  each_clash(ward.*part.words, [&](const KnownWord& first, const KnownWord& second) {
    told.emplace(first.entry, second.entry);
  });
  std::unordered_map<std::string, const KnownWord*> met;
  for (const KnownWord& word : (ward.*part.words).all) {
    if (word.text == &entries[word.entry].id) continue;
    std::string left = skeleton(word.text->value, replacements);
    if (left.empty()) continue;
    const auto [earlier, fresh] = met.emplace(std::move(left), &word);
    const KnownWord& first = *earlier->second;
    if (fresh || first.entry == word.entry ||
        !are_there_together(ward.*part.words, first.entry, word.entry) ||
        !told.emplace(first.entry, word.entry).second)
      continue;
    run.tell(entries[word.entry].id.value, {word.text->span, {"cách viết này", "this spelling"}},
             say("`{}` và `{}` có lẽ là một", "`{}` and `{}` are probably the same",
                 first.text->value, word.text->value),
             {"giữ một mục, ghi cách viết kia vào `aliases`",
              "keep one entry and put the other spelling under its `aliases`"},
             {{first.text->span, {"và cách viết này", "and this one"}}});
  }
}

void variants(const RuleRun& run) {
  const std::vector<Replacement> of_people = replacements(kPersonFiller);
  const std::vector<Replacement> of_units = replacements(kUnitFiller);
  for (const Ward& ward : run.project.wards) {
    if (!ward.asked) continue;
    variants_in(ward, kPeople, of_people, run);
    variants_in(ward, kUnits, of_units, run);
  }
}

/// Papers of a ward stand in a folder that goes by its id, which is typed in commands as well.
void id_is_no_folder(const RuleRun& run) {
  for (const Ward& ward : run.project.wards) {
    if (!ward.asked || !ward.id.given) continue;
    const std::string& id = ward.id.value;
    const Message fault = folder_name_fault(id);
    const bool has_blank =
        id.find_first_of(" \t") != std::string::npos || id.find("\u00A0") != std::string::npos;
    if (fault.empty() && !has_blank) continue;
    run.tell("", {ward.id.span},
             fault.empty() ? say("mã `{}` có dấu cách", "the id `{}` has a blank", shorten(id))
                           : say("mã `{}` không dùng làm tên thư mục được: {}",
                                 "the id `{}` is no name for a folder: {}", shorten(id), fault),
             {"đặt mã bằng chữ thường, chữ số và gạch nối, như `phu-thuong`; sửa cả `ward` ở các "
              "tệp khác của phường",
              "give it an id of small letters, digits and hyphens, such as `phu-thuong`; change "
              "`ward` in its other files, too"});
  }
}

// What plans call by name.

/// What differs between people and units.
struct Kind {
  Phrase noun;
  RegisterPart part;
};

constexpr Kind kPerson = {{"người", "person"}, kPeople};
constexpr Kind kUnit = {{"đơn vị", "unit"}, kUnits};

/// `[a, b]` for `a, b`, `a; b` or `a b` where each part is known; empty otherwise.
std::string as_list(const std::string& seen, const KnownWords& known) {
  for (const std::string_view signs : {",;", ",;-", " .,;"}) {
    std::vector<std::string> parts;
    for (const std::string_view part : split(seen, signs))
      if (const std::string_view name = part.substr(pass(part, " ")); !name.empty())
        parts.emplace_back(name);
    const bool all = std::ranges::all_of(
        parts, [&](const std::string& part) { return find_entry(known, part).has_value(); });
    if (all && parts.size() > 1) return "[" + joined(parts) + "]";
  }
  return {};
}

/// The known person that a text begins with, with an office behind a dash or in brackets: `Trần Thị
/// B - PCT UBND`; empty where there is none.
std::string person_before_office(const std::string& seen, const KnownWords& known) {
  std::size_t end = seen.size();
  for (const std::string_view sign : {" -", " –", " ("}) end = std::min(end, seen.find(sign));
  const std::string name = seen.substr(0, end);
  if (end == seen.size() || !find_entry(known, name)) return {};
  const std::string behind = fold_bare(trimmed_signs(std::string_view(seen).substr(end), " -–("));
  constexpr std::string_view kOffices[] = {"pct",    "ct ",          "chu tich", "pho ",
                                           "bi thu", "dang uy vien", "duv",      "uvbtv",
                                           "uv",     "truong ",      "can bo",   "cong chuc"};
  const bool office = std::ranges::any_of(
      kOffices, [&](std::string_view word) { return behind.starts_with(word); });
  return office ? name : std::string();
}

Message offer(const std::string& seen, const Kind& kind, const Kind& other, const Ward& ward,
              const std::string& path) {
  const KnownWords& known = ward.*kind.part.words;
  if (const std::string list = as_list(seen, known); !list.empty())
    return say("nhiều tên thì viết `{}`", "several names are written `{}`", list);
  if (&kind == &kPerson)
    if (const std::string name = person_before_office(seen, known); !name.empty())
      return say("viết `{}`; chức vụ để ở danh mục", "write `{}`; offices stand in the register",
                 name);
  if (const auto near = nearest_name(seen, texts_of(known))) {
    const std::string& name = (ward.*kind.part.entries)[*find_entry(known, *near)].name.value;
    return name == *near ? did_you_mean(near)
                         : say("có phải `{}` ({})?", "did you mean `{}` ({})?", *near, name);
  }
  if (find_entry(ward.*other.part.words, seen))
    return say("đó là tên một {}", "that is the name of a {}", other.noun);
  return say("gõ tên có trong `{}`, hoặc thêm vào đó", "type a name from `{}`, or add it there",
             path);
}

/// The places of one unknown name in a plan.
struct Unknown {
  std::vector<const Text*> places;
  std::string at;
};

/// Tells each unknown name of a plan once: one person who isn't in the register is one mistake, in
/// however many rows.
void tell(const std::map<std::string, Unknown>& unknown, const Ward& ward, const Kind& kind,
          const RuleRun& run) {
  std::size_t offers = 0;
  for (const auto& [key, found] : unknown) {
    const Text& first = *found.places.front();
    Message help;
    if (++offers <= kMaxOffers)
      help = offer(first.value, kind, &kind == &kPerson ? kUnit : kPerson, ward,
                   run.project.sources[ward.file].path());
    std::vector<Label> more;
    if (found.places.size() > 1)
      more.push_back({found.places[1]->span,
                      say("và {} chỗ nữa, từ đây", "and {1}, from here", found.places.size() - 1,
                          counted(found.places.size() - 1, "more place"))});
    run.tell(found.at, {first.span},
             say("không có {} nào tên `{}` trong danh mục của {}",
                 "no {} named `{}` in the register of {}", kind.noun, shorten(first.value),
                 ward.name.value),
             std::move(help), std::move(more));
  }
}

/// Collects the unknown names of the given cells of every plan whose register can be relied on.
void unknown_names(const Kind& kind, const std::vector<std::vector<Name> Row::*>& cells,
                   const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    if (plan.ward == nullptr || run.report.has_error_in(plan.ward->file)) continue;
    std::map<std::string, Unknown> unknown;
    const auto look = [&](const Row& row, const Place& place) {
      for (const auto cell : cells)
        for (const Name& name : row.*cell) {
          if (name.index) continue;
          Unknown& entry = unknown[fold(name.as.value)];
          if (entry.places.empty()) entry.at = place.address;
          entry.places.push_back(&name.as);
        }
    };
    for (std::size_t at = 0; at < plan.row_count(); ++at) look(plan.row(at), plan.outline[at]);
    for (const Row& row : plan.document.text) look(row, plan.document.outline[row.at]);
    tell(unknown, *plan.ward, kind, run);
  }
}

constexpr Rule kRules[] = {
    {{.id = "R301",
      .severity = Severity::error,
      .title = {"một tên chỉ hai người hay hai đơn vị", "one name for two"},
      .what = {"Mã, tên hay cách viết khác của một mục cũng là của mục khác.",
               "An id, name or alias of one entry belongs to another entry too."},
      .why = {"Tên ấy trong kế hoạch không rõ chỉ ai.",
              "In a plan that name would not say whom it means."},
      .frame = Frame::ward,
      .given = "units:\n  - {id: mttq, name: UB MTTQ phường, aliases: [Mặt trận]}\n",
      .wrong = "  - {id: ctmt, name: Ban CTMT, aliases: [mặt trận]}\n",
      .right = "  - {id: ctmt, name: Ban CTMT}\n"},
     same_words},
    {{.id = "R302",
      .title = {"hai cách viết của một tên", "two spellings of one name"},
      .what = {"Hai mục của danh mục chỉ khác nhau ở chữ hoa, khoảng trắng, chỗ đặt dấu thanh, chữ "
               "viết tắt hay từ “phường”, “các”, “bộ phận”.",
               "Two entries of the register differ only in case, spacing, the place of tone marks, "
               "abbreviations or words such as “phường”, “các”, “bộ phận”."},
      .why = {"Một đơn vị thành hai thì việc của nó bị chia làm hai khi tổng hợp.",
              "A unit that stands twice has its work split when it is summed up."},
      .frame = Frame::ward,
      .wrong = "units:\n  - {id: mttq, name: UB MTTQ phường}\n"
               "  - {id: mttq2, name: Ủy ban MTTQ}\n",
      .right = "units:\n  - {id: mttq, name: UB MTTQ phường, aliases: [Ủy ban MTTQ]}\n"},
     variants},
    {{.id = "R304",
      .title = {"mã phường có dấu cách hoặc không làm tên thư mục được",
                "an id with a blank, or that is no name for a folder"},
      .what = {"`id` của phường dài hơn 255 byte, có dấu như `/`, có dấu cách, có dấu chấm ở đầu "
               "hoặc cuối, hoặc là tên Windows giữ cho thiết bị (`con`, `nul`).",
               "The ward's `id` is over 255 bytes, has a sign such as `/`, a blank, a dot at one "
               "of its ends, or is a name that Windows keeps for a device (`con`, `nul`)."},
      .why = {"`build` đặt bản in của phường vào thư mục mang mã ấy, mã không làm tên thư mục được "
              "thì "
              "bỏ qua phường; mã có dấu cách thì gõ lệnh nào cũng phải để trong nháy.",
              "`build` puts the papers of a ward into a folder of that name, and leaves a ward out "
              "whose id can't be one; an id with a blank has to stand in quotes in every command."},
      .frame = Frame::file,
      .wrong = "kind: ward\nformat: 1\nid: a/b\nname: phường A\n",
      .right = "kind: ward\nformat: 1\nid: a-b\nname: phường A\n"},
     id_is_no_folder},
    {{.id = "R311",
      .severity = Severity::error,
      .title = {"người không có trong danh mục", "unknown person"},
      .what =
          {"Tên ở `leader` không phải mã, tên hay cách viết khác của ai trong danh mục của phường.",
           "What stands under `leader` is no id, name or alias of anyone in the ward's register."},
      .why = {"Gõ sai một chữ là việc không còn người phụ trách.",
              "One wrong letter, and the item has nobody in charge."},
      .wrong = "leader: an\n",
      .right = "leader: a\n"},
     [](const RuleRun& run) { unknown_names(kPerson, {&Row::leader}, run); }},
    {{.id = "R312",
      .severity = Severity::error,
      .title = {"đơn vị không có trong danh mục", "unknown unit"},
      .what = {"Tên ở `lead` hay `support` không phải mã, tên hay cách viết khác của đơn vị nào "
               "trong danh mục của phường.",
               "What stands under `lead` or `support` is no id, name or alias of a unit in the "
               "ward's register."},
      .why = {"Gõ sai một chữ là việc không còn đơn vị nào làm.",
              "One wrong letter, and no unit does the work."},
      .wrong = "lead: bb\n",
      .right = "lead: b\n"},
     [](const RuleRun& run) {
       unknown_names(kUnit, {&Row::lead, &Row::support}, run);
     }},
};

}  // namespace

std::span<const Rule> register_rules() { return kRules; }

}  // namespace wardplan
