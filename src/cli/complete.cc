#include "cli/complete.h"

#include <algorithm>
#include <exception>
#include <string_view>

#include "cli/flags.h"
#include "cli/topics.h"
#include "diag/render.h"
#include "forms/forms.h"
#include "records/shipped.h"
#include "rules/check.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Kind = Completion::Kind;

/// The name by which a flag is offered: the long one of `-o,--output`.
std::string_view long_name(const Flag& flag) { return flag.name.substr(flag.name.find("--")); }

bool is_called(const Flag& flag, std::string_view name) {
  return std::ranges::any_of(split(flag.name, ","),
                             [&](std::string_view one) { return one == name; });
}

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

/// `~/plans` as a shell gives it to programs.
std::string at_home(const std::string& path, const Io& io) {
  return path == "~" || path.starts_with("~/") ? io.env("HOME") + path.substr(1) : path;
}

/// How far a line has come.
struct Reached {
  const Command* command = nullptr;
  std::vector<Flag> flags = {};
  /// The option whose value comes next, or null.
  const Flag* open = nullptr;
  /// How many arguments there are, as far as each takes one.
  std::size_t arguments = 0;
  std::vector<std::string> used = {};
  /// Records that were named.
  std::vector<std::string> paths = {};
  /// Behind `--` options are none.
  bool options = true;
  /// Something was typed that is no command.
  bool lost = false;
};

/// The argument that comes next, or null.
const Flag* next_argument(const Reached& place) {
  std::size_t at = 0;
  for (const Flag& flag : place.flags)
    if (!flag.is_option() && (at++ == place.arguments || flag.often())) return &flag;
  return nullptr;
}

const Flag* find_flag(const Reached& place, std::string_view name) {
  const auto found = std::ranges::find_if(
      place.flags, [&](const Flag& flag) { return flag.is_option() && is_called(flag, name); });
  return found == place.flags.end() ? nullptr : &*found;
}

/// Whether the open option takes this word: one that takes several ends at the next option.
bool goes_on(const Reached& place, std::string_view word) {
  return place.open != nullptr && !(place.open->value.ends_with("…") && is_option(word));
}

void note_value(Reached& place, const Flag& flag, const std::string& word, const Io& io) {
  if (takes_of(flag) == Takes::record) place.paths.push_back(at_home(word, io));
}

void pass_option(Reached& place, const std::string& word, const Io& io) {
  const std::size_t sign = word.find('=');
  const Flag* flag = find_flag(place, word.substr(0, sign));
  place.open = nullptr;
  if (flag == nullptr) return;
  place.used.emplace_back(long_name(*flag));
  if (sign != std::string::npos)
    note_value(place, *flag, word.substr(sign + 1), io);
  else if (flag->has_value())
    place.open = flag;
}

void pass_word(Reached& place, const std::string& word, Parsed& parsed, const Io& io) {
  if (goes_on(place, word)) {
    note_value(place, *place.open, word, io);
    if (!place.open->value.ends_with("…")) place.open = nullptr;
  } else if (place.options && word == "--") {
    place.options = false;
  } else if (place.options && is_option(word)) {
    pass_option(place, word, io);
  } else if (place.command == nullptr) {
    place.command = find_command(word);
    place.lost = place.lost || place.command == nullptr;
    if (place.command != nullptr)
      place.flags = join(place.command->flags(parsed), common_flags(parsed));
  } else if (const Flag* flag = next_argument(place)) {
    note_value(place, *flag, word, io);
    if (!flag->often()) ++place.arguments;
  }
}

std::vector<Offer> command_offers(Lang lang) {
  std::vector<Offer> offers;
  for (const Command& command : commands())
    offers.push_back({std::string(command.name), std::string(command.about.in(lang))});
  return offers;
}

/// The commands, and the pages that `help` has, by their headings.
std::vector<Offer> topic_offers(Lang lang) {
  std::vector<Offer> offers = command_offers(lang);
  for (const Topic& topic : topics()) {
    const std::string_view heading = topic.text.substr(0, topic.text.find('\n'));
    offers.push_back({topic_name(topic), std::string(trimmed(heading, "# "))});
  }
  return offers;
}

std::vector<Offer> form_offers(Lang lang) {
  std::vector<Offer> offers;
  for (const Form& form : forms())
    offers.push_back({std::string(form.name), std::string(form.about.in(lang))});
  return offers;
}

std::vector<Offer> code_offers(Lang lang) {
  std::vector<Offer> offers;
  for (const Code* code : all_codes())
    offers.push_back({std::string(code->id), std::string(code->title.in(lang))});
  return offers;
}

std::vector<Offer> state_offers(Lang lang) {
  std::vector<Offer> offers;
  for (const StateWord& state : state_words())
    offers.push_back({std::string(state.token), std::string(state.words.in(lang))});
  return offers;
}

std::vector<Offer> list_offers() {
  std::vector<Offer> offers;
  for (const ShippedList& list : shipped_lists())
    offers.push_back({std::string(list.name.substr(0, list.name.find('.'))), ""});
  return offers;
}

/// The words of a list that stand behind what is there already, each once.
Completion further(std::vector<Offer> offers, std::string kept, std::string_view typed) {
  const std::size_t comma = typed.rfind(',');
  const std::string_view there = comma == std::string_view::npos ? "" : typed.substr(0, comma + 1);
  for (const std::string_view word : split(there, ","))
    std::erase_if(offers, [&](const Offer& offer) { return offer.word == word; });
  kept += there;
  // Downwards: `--sort=-deadline`.
  if (typed.substr(there.size()).starts_with('-')) kept += '-';
  return {Kind::words, std::move(kept), std::move(offers)};
}

Completion one_of_offers(std::vector<Offer> offers, std::string kept, const Flag& flag,
                         std::string_view typed) {
  if (flag.commas) return further(std::move(offers), std::move(kept), typed);
  return {Kind::words, std::move(kept), std::move(offers)};
}

Completion form_or_file(std::string kept, std::string_view typed, Lang lang) {
  std::vector<Offer> offers = form_offers(lang);
  if (std::ranges::none_of(offers, [&](const Offer& one) { return one.word.starts_with(typed); }))
    return {Kind::file, std::move(kept)};
  return {Kind::words, std::move(kept), std::move(offers)};
}

/// `m2=`, and behind it a file.
Completion form_file(std::string kept, std::string_view typed, Lang lang) {
  const std::size_t sign = typed.find('=');
  if (sign != std::string_view::npos)
    return {Kind::file, std::move(kept.append(typed.substr(0, sign + 1)))};
  std::vector<Offer> offers;
  for (const Form& form : forms())
    if (form.built != Form::Built::never)
      offers.push_back({std::string(form.name) + "=", std::string(form.about.in(lang))});
  return {Kind::parts, std::move(kept), std::move(offers)};
}

/// What can be the value of a flag; without a record that was named, those of this folder.
Completion value_of(const Flag& flag, std::string kept, std::string_view typed,
                    const Reached& place, Lang lang) {
  const Takes takes = takes_of(flag);
  const auto words = [&](std::vector<Offer> offers) {
    return one_of_offers(std::move(offers), kept, flag, typed);
  };
  switch (takes) {
    case Takes::anything:
      return {};
    case Takes::words: {
      std::vector<Offer> offers;
      for (const std::string& word : flag.words) offers.push_back({word, ""});
      return words(std::move(offers));
    }
    case Takes::file:
      return {Kind::file, std::move(kept)};
    case Takes::record:
      return {Kind::record, std::move(kept)};
    case Takes::folder:
      return {Kind::folder, std::move(kept)};
    case Takes::form:
      return form_or_file(std::move(kept), typed, lang);
    case Takes::form_file:
      return form_file(std::move(kept), typed, lang);
    case Takes::topic:
      return words(topic_offers(lang));
    case Takes::code:
      return words(code_offers(lang));
    case Takes::state:
      return words(state_offers(lang));
    case Takes::list:
      return words(list_offers());
    case Takes::status:
    case Takes::column:
    case Takes::item:
    case Takes::row:
    case Takes::heading:
    case Takes::person:
    case Takes::unit:
    case Takes::ward:
    case Takes::group_key:
    case Takes::field:
    case Takes::registrant:
      return words(offers_of(
          takes, place.paths.empty() ? std::vector<std::string>{"."} : place.paths, lang));
  }
  return {};
}

/// The options that don't stand there yet.
Completion option_names(const Reached& place, Lang lang) {
  Completion completion{Kind::words};
  const auto offer = [&](std::string_view name, Phrase about) {
    completion.offers.push_back({std::string(name), std::string(about.in(lang))});
  };
  for (const Flag& flag : place.flags) {
    if (!flag.is_option()) continue;
    const std::string_view name = long_name(flag);
    if (flag.often() || std::ranges::find(place.used, name) == place.used.end())
      offer(name, {flag.help.vi, flag.help.en});
  }
  offer("--help", kHelpAbout);
  if (place.command == nullptr) offer("--version", kVersionAbout);
  return completion;
}

Completion completion_at(const Reached& place, const std::string& current, Lang lang) {
  if (place.lost) return {};
  if (goes_on(place, current)) return value_of(*place.open, "", current, place, lang);
  if (place.options && current.starts_with('-')) {
    const std::size_t sign = current.find('=');
    if (sign == std::string::npos) return option_names(place, lang);
    const Flag* flag = find_flag(place, current.substr(0, sign));
    if (flag == nullptr || !flag->has_value()) return {};
    return value_of(*flag, current.substr(0, sign + 1), current.substr(sign + 1), place, lang);
  }
  if (place.command == nullptr) return {Kind::words, "", command_offers(lang)};
  if (const Flag* flag = next_argument(place)) return value_of(*flag, "", current, place, lang);
  return current.empty() ? option_names(place, lang) : Completion{};
}

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::nothing:
      return "nothing";
    case Kind::words:
      return "words";
    case Kind::parts:
      return "parts";
    case Kind::file:
      return "file";
    case Kind::record:
      return "record";
    case Kind::folder:
      return "folder";
  }
  return "nothing";
}

/// Where bash puts one word after the other into the line (`COMP_TYPE`), and shows none.
constexpr std::string_view kBashMenu = "37";
/// As much of what a word is as stands beside it there.
constexpr std::size_t kSeenInBash = 48;

/// On one line, whatever a record has.
std::string one_line(const std::string& text) { return printable(with_single_blanks(text)); }

/// What bash is given: words, each with what it is where it shows several, since it has no other
/// place for that and puts there only what all begin with.
void tell_bash(const Completion& completion, const TypedLine& typed, bool shows, Io& io) {
  std::vector<Offer> offers;
  for (const Offer& offer : completion.offers) {
    const std::string word = completion.kept + offer.word;
    if (word.starts_with(typed.current)) offers.push_back({for_bash(word, typed), offer.about});
  }
  shows = shows && offers.size() > 1;
  for (const Offer& offer : offers) {
    const bool with_about =
        shows && !offer.about.empty() && std::ranges::count(offers, offer.word, &Offer::word) == 1;
    io.out += one_line(offer.word) +
              (with_about ? "  (" + clip(one_line(offer.about), kSeenInBash) + ")" : "") + "\n";
  }
}

void tell(const Completion& completion, Io& io) {
  for (const Offer& offer : completion.offers) {
    const std::string word = completion.kept + offer.word;
    io.out += fmt::format("{}\t{}\n", one_line(word), one_line(offer.about));
  }
}

}  // namespace

Completion complete(const TypedLine& typed, const Io& io) {
  Parsed parsed;
  Reached place;
  place.flags = common_flags(parsed);
  for (const std::string& word : typed.before) pass_word(place, word, parsed, io);
  return completion_at(place, typed.current, io.lang);
}

int complete_command(const std::vector<std::string>& args, Io& io) {
  const bool to_bash = !args.empty() && args.front() == "bash";
  TypedLine typed;
  if (to_bash)
    typed = read_bash_line(args.size() > 1 ? args[1] : "", args.size() > 2 ? args[2] : "");
  else if (args.size() > 1)
    typed = {{args.begin() + 1, args.end() - 1}, args.back()};
  Completion completion;
  try {
    io.lang = early_lang(typed.before, io);
    completion = complete(typed, io);
  } catch (const std::exception&) {
    completion = {};  // nobody wants to read it in the middle of a line
  }
  io.out += fmt::format("{}\t{}\n", kind_word(completion.kind), completion.kept);
  if (to_bash)
    tell_bash(completion, typed, args.size() > 3 && args[3] != kBashMenu, io);
  else
    tell(completion, io);
  return kFine;
}

}  // namespace wardplan
