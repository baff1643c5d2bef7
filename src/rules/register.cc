// The register: one name for each person and unit, and no word that could mean two.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "rules/rule.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A word of an entry, with the entry it belongs to.
struct Word {
  const Text* text;
  std::size_t entry;
};

template <class T>
std::vector<Word> words_of(const std::vector<T>& entries) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    words.push_back({&entries[at].id, at});
    words.push_back({&entries[at].name, at});
    for (const Text& alias : entries[at].aliases) words.push_back({&alias, at});
  }
  std::erase_if(words, [](const Word& word) { return !word.text->given; });
  return words;
}

/// Runs a check on the people and then the units of each register that was asked for.
template <class Check>
void each_list(const Project& project, Check check) {
  for (const Ward& ward : project.wards) {
    if (!ward.asked) continue;
    check(ward.people);
    check(ward.units);
  }
}

template <class T>
void same_word_in(const std::vector<T>& entries, const Code& code, Report& report) {
  std::map<std::string, Word> first;
  for (const Word& word : words_of(entries)) {
    const auto [earlier, fresh] = first.emplace(fold(word.text->value), word);
    if (fresh || earlier->second.entry == word.entry) continue;
    report.add({.code = &code,
                .message = say("`{}` chỉ cả `{}` lẫn `{}`", "`{}` means both `{}` and `{}`",
                               word.text->value, entries[earlier->second.entry].name.value,
                               entries[word.entry].name.value),
                .primary = {word.text->span, {"lần nữa ở đây", "again here"}},
                .related = {{earlier->second.text->span, {"lần đầu ở đây", "first here"}}},
                .help = {"để lại ở một mục, bỏ hoặc đổi ở mục kia",
                         "keep it in one entry; delete or change it in the other"},
                .at = entries[word.entry].id.value});
  }
}

void same_word(const Project& project, const Code& code, Report& report) {
  each_list(project, [&](const auto& entries) { same_word_in(entries, code, report); });
}

/// Words that are written out or shortened at will.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kShortForms = {
    {{"uy ban nhan dan", "ubnd"},
     {"uy ban", "ub"},
     {"mat tran to quoc", "mttq"},
     {"to dan pho", "tdp"},
     {"cong an", "ca"},
     {"van phong", "vp"},
     {"ban quan ly", "ban ql"},
     {"dang uy", "du"}}};

/// Words that don't tell two units of one ward apart.
constexpr std::array<std::string_view, 6> kFiller = {"cac",      "phuong", "bo phan",
                                                     "dong chi", "d/c",    "xa"};

std::string replace_words(std::string text, std::string_view from, std::string_view to) {
  text = " " + text + " ";
  const std::string wanted = " " + std::string(from) + " ";
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
    text.replace(at + 1, wanted.size() - 2, to);
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What stays of a name when marks, case, filler, short forms, blanks and signs are left aside.
std::string skeleton(std::string_view name) {
  std::string text = fold_bare(name);
  for (const auto& [written, shortened] : kShortForms)
    text = replace_words(text, written, shortened);
  for (const std::string_view filler : kFiller) text = replace_words(text, filler, "");
  std::erase_if(text, [](char c) {
    return (c >= 0 && c < '0') || (c > '9' && c < 'a') || (c > 'z' && c <= '~');
  });
  return text;
}

template <class T>
void variants_in(const std::vector<T>& entries, const Code& code, Report& report) {
  std::map<std::string, Word> first;
  for (const Word& word : words_of(entries)) {
    if (word.text == &entries[word.entry].id) continue;
    const std::string key = skeleton(word.text->value);
    if (key.empty()) continue;
    const auto [earlier, fresh] = first.emplace(key, word);
    const Word& other = earlier->second;
    if (fresh || other.entry == word.entry || fold(other.text->value) == fold(word.text->value))
      continue;
    report.add({.code = &code,
                .message = say("`{}` và `{}` có lẽ là một", "`{}` and `{}` are probably the same",
                               other.text->value, word.text->value),
                .primary = {word.text->span, {"cách viết này", "this spelling"}},
                .related = {{other.text->span, {"và cách viết này", "and this one"}}},
                .help = {"giữ một mục, ghi cách viết kia vào `aliases`",
                         "keep one entry and put the other spelling under its `aliases`"},
                .at = entries[word.entry].id.value});
  }
}

void variants(const Project& project, const Code& code, Report& report) {
  each_list(project, [&](const auto& entries) { variants_in(entries, code, report); });
}

constexpr std::array kRules = {
    Rule{{.id = "R301",
          .severity = Severity::error,
          .title = {"một tên chỉ hai người hay hai đơn vị", "one name for two"},
          .what = {"Mã, tên hay cách viết khác của một mục cũng là của mục khác.",
                   "An id, name or alias of one entry belongs to another entry too."},
          .why = {"Tên ấy trong kế hoạch không rõ chỉ ai.",
                  "In a plan that name would not say whom it means."},
          .frame = Frame::ward,
          .wrong = "units:\n  - {id: mttq, name: UB MTTQ phường, aliases: [Mặt trận]}\n"
                   "  - {id: ctmt, name: Ban CTMT, aliases: [mặt trận]}\n",
          .right = "units:\n  - {id: mttq, name: UB MTTQ phường, aliases: [Mặt trận]}\n"
                   "  - {id: ctmt, name: Ban CTMT}\n"},
         same_word},
    Rule{{.id = "R302",
          .severity = Severity::warning,
          .title = {"hai cách viết của một tên", "two spellings of one name"},
          .what = {"Hai mục của danh mục chỉ khác nhau ở dấu, chữ hoa, khoảng trắng, chữ viết tắt "
                   "hay từ “phường”, “các”, “bộ phận”.",
                   "Two entries of the register differ only in marks, case, spacing, abbreviations "
                   "or words such as “phường”, “các”, “bộ phận”."},
          .why = {"Một đơn vị thành hai thì việc của nó bị chia làm hai khi tổng hợp.",
                  "A unit that stands twice has its work split when it is summed up."},
          .frame = Frame::ward,
          .wrong = "units:\n  - {id: mttq, name: UB MTTQ phường}\n"
                   "  - {id: mttq2, name: Ủy ban MTTQ}\n",
          .right = "units:\n  - {id: mttq, name: UB MTTQ phường, aliases: [Ủy ban MTTQ]}\n"},
         variants},
};

}  // namespace

std::span<const Rule> register_rules() { return kRules; }

}  // namespace wardplan
