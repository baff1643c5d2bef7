// One overload of load_value for each type of member: what a key's value may look like.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>

#include "figures/numerals.h"
#include "records/codes.h"
#include "records/keys.h"
#include "records/meant_key.h"
#include "records/register.h"
#include "records/said_status.h"
#include "records/value_words.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "yaml/read.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

/// What stands between curly quotes; the whole text where none are around it.
std::string_view within_curly_quotes(std::string_view text) {
  constexpr std::string_view kQuotes[] = {"“", "”", "‘", "’"};
  const auto quote_at = [&](auto matches) {
    const auto quote = std::ranges::find_if(kQuotes, matches);
    return quote == std::end(kQuotes) ? std::string_view() : *quote;
  };
  const auto open = quote_at([&](std::string_view quote) { return text.starts_with(quote); });
  const auto close = quote_at([&](std::string_view quote) { return text.ends_with(quote); });
  if (open.empty() || close.empty() || text.size() <= open.size() + close.size()) return text;
  const std::string_view inside =
      text.substr(open.size(), text.size() - open.size() - close.size());
  const bool more = std::ranges::any_of(
      kQuotes, [&](std::string_view quote) { return inside.find(quote) != inside.npos; });
  return more ? text : trimmed(inside);
}

/// Word sets curly quotes, which to YAML are letters: takes them off a value that can't be meant to
/// have any, and says so.
void unquote(std::string& text, Span whole, Report& report) {
  // All of these begin with the same byte, and what they are around of can't.
  if (!text.starts_with('\xE2')) return;
  const std::string inside(within_curly_quotes(text));
  if (inside.empty() || inside == text) return;
  report.tell(
      kCurlyQuotes, {whole}, say("`{}` nằm trong nháy cong", "`{}` stands in curly quotes", inside),
      say("bỏ nháy cong: gõ `{}`", "drop the curly quotes: type `{}`", yaml::scalar(inside, true)));
  text = inside;
}

/// The text of a scalar that isn't empty; otherwise says so.
template <class T>
bool scalar(const yaml::Node& node, Phrase wanted, Report& report, std::string& text, T& out) {
  out.span = node.span;
  if constexpr (!std::is_same_v<T, YesNo>)
    if (yaml::is_yes_or_no(node)) {
      yaml::tell_read_otherwise(node, report);
      return false;
    }
  if (node.kind == yaml::Kind::scalar) text = trimmed(node.text);
  if constexpr (!std::is_same_v<T, Text>) unquote(text, node.span, report);
  if (!text.empty()) return true;
  wrong_type(node, wanted, report);
  return false;
}

template <class T>
void give(T& out, decltype(T::value) value, const yaml::Node& node) {
  out = {std::move(value), node.span, true};
}

void bad_value(const yaml::Node& node, Message message, Message help, Report& report) {
  // Reading may have found the same value wanting: one mistake, one finding.
  if (report.has_error_at(node.span)) return;
  report.tell(kBadValue, {node.span}, std::move(message), std::move(help));
}

Message what_is(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::Kind::null:
      return {"chỗ trống", "nothing"};
    case yaml::Kind::sequence:
      return {"một danh sách", "a list"};
    case yaml::Kind::mapping:
      return {"một nhóm khóa", "a mapping"};
    case yaml::Kind::scalar:
      break;
  }
  return node.text.empty() ? Message{"chữ trống", "an empty text"} : say("`{}`", "`{}`", node.text);
}

template <class T>
void load_word(Written<T>& out, const yaml::Node& node, Report& report) {
  std::string text;
  if (!scalar(node, {"một từ", "a word"}, report, text, out)) return;
  const std::vector<Word<T>> words = words_of(static_cast<T*>(nullptr));
  const auto known = std::ranges::find(words, text, &Word<T>::token);
  if (known != words.end()) return give(out, known->value, node);
  const auto tokens = texts(words, &Word<T>::token);
  bad_value(node, say("không biết `{}`", "`{}` is not known", text),
            offer_nearest(text, tokens, one_of(tokens)), report);
}

template <class Named>
void load_named(std::vector<Named>& out, const yaml::Node& node, Report& report) {
  if (node.kind != yaml::Kind::mapping)
    return wrong_type(node, {"một nhóm `tên: giá trị`", "a mapping `name: value`"}, report);
  for (const yaml::Pair& pair : node.pairs) {
    Named& named = out.emplace_back();
    load_value(named.name, pair.key, report);
    load_value(named.value, pair.value, report);
  }
}

std::size_t index_of(std::string_view key, std::span<const KeyRule> rules) {
  const auto found = std::ranges::find(rules, key, &KeyRule::key);
  return static_cast<std::size_t>(found - rules.begin());
}

/// Tells a key that isn't known; returns the index of the one that is probably meant, or the number
/// of keys.
std::size_t unknown_key(const yaml::Pair& pair, std::span<const KeyRule> rules, Report& report) {
  const auto known = texts(rules, &KeyRule::key);
  auto near = meant_key(pair.key.text, known);
  if (!near) near = nearest(pair.key.text, known);
  report.tell(kUnknownKey, {pair.key.span},
              say("không có khóa `{}`", "there is no key `{}`", pair.key.text),
              did_you_mean(near, say("các khóa ở đây: {}", "the keys here: {}", joined(known))));
  return near ? index_of(*near, rules) : rules.size();
}

/// `27`, `27 chỉ tiêu`, `bốn chỉ tiêu`, and as it is printed: `(04 chỉ tiêu)`.
std::optional<Count> count_in(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) text = trimmed(text.substr(1, text.size() - 2));
  const std::size_t blank = find_or_end(text, " ");
  if (const auto number = whole_number(text.substr(0, blank)))
    return Count{*number, std::string(trimmed(text.substr(blank)))};
  if (const auto words = number_in_words(text))
    return Count{words->value, std::string(trimmed(text.substr(words->size)))};
  return std::nullopt;
}

}  // namespace

void wrong_type(const yaml::Node& node, Phrase wanted, Report& report) {
  const Message seen = what_is(node);
  const bool empty = node.kind == yaml::Kind::null || node.kind == yaml::Kind::scalar;
  report.tell(kWrongType, {node.span}, say("cần {}, ở đây là {}", "wants {}, has {}", wanted, seen),
              empty && node.text.empty()
                  ? Message{"điền giá trị, hoặc bỏ hẳn khóa này nếu không bắt buộc",
                            "fill it in, or leave the key out where it isn't required"}
                  : Message{});
}

// What times and figures say is read when the whole record is there (readings.h).
void load_value(Text& out, const yaml::Node& node, Report& report) {
  out.given = scalar(node, {"chữ", "a text"}, report, out.value, out);
}

void load_exact(Text& out, const yaml::Node& node, Report& report) {
  load_value(out, node, report);
  if (out.given) unquote(out.value, out.span, report);
}

void load_exact(std::vector<Text>& out, const yaml::Node& node, Report& report) {
  load_value(out, node, report);
  for (Text& text : out) unquote(text.value, text.span, report);
}

void load_value(Number& out, const yaml::Node& node, Report& report) {
  std::string text;
  if (!scalar(node, {"một số", "a number"}, report, text, out)) return;
  const auto number = whole_number(text);
  if (!number)
    return bad_value(node, say("`{}` không phải số nguyên", "`{}` is not a whole number", text),
                     {"viết bằng chữ số, ví dụ `2026`", "write digits, such as `2026`"}, report);
  give(out, *number, node);
}

void load_value(Written<Count>& out, const yaml::Node& node, Report& report) {
  std::string text;
  if (!scalar(node, {"một số", "a number"}, report, text, out)) return;
  const auto count = count_in(text);
  if (!count)
    return report.tell(kUnreadCount, {node.span},
                       say("`{}` không bắt đầu bằng số", "`{}` does not begin with a number", text),
                       {"viết `27` hoặc `27 chỉ tiêu`", "write `27` or `27 chỉ tiêu`"});
  give(out, *count, node);
}

/// What to type for a day written in another way; one that the calendar hasn't gets the form alone.
Message date_meant(const std::string& text) {
  if (const auto typed = parse_typed_date(text)) return say("viết `{}`", "write `{}`", iso(*typed));
  return {"viết năm-tháng-ngày, một ngày có trên lịch, ví dụ `2026-06-15`",
          "write year-month-day, a day of the calendar, such as `2026-06-15`"};
}

void load_value(Written<Date>& out, const yaml::Node& node, Report& report) {
  std::string text;
  if (!scalar(node, {"một ngày", "a date"}, report, text, out)) return;
  const auto date = parse_date(text);
  if (!date)
    return bad_value(node, say("`{}` không phải là ngày", "`{}` is not a date", text),
                     date_meant(text), report);
  give(out, *date, node);
}

// What a word that isn't usual means is known with its ward.
void load_status(RowKind kind, SaidStatus& out, const yaml::Node& node, Report& report) {
  std::string text;
  Written<Status>& counted = out;
  if (!scalar(node, {"một trạng thái", "a status"}, report, text, counted)) return;
  const std::vector<StatusWord> words = status_words_of(kind);
  const auto known = std::ranges::find(words, text, &StatusWord::token);
  if (known != words.end()) return give(counted, known->status, node);
  out.word = {text, node.span, true};
  if (!takes_ward_statuses(kind)) tell_unknown_status(kind, out.word, nullptr, report);
}

void load_value(SaidStatus& out, const yaml::Node& node, Report& report) {
  load_status(RowKind::item, out, node, report);
}

void load_percent(Number& out, const yaml::Node& node, Report& report) {
  std::string text;
  if (!scalar(node, {"một số phần trăm", "a number of per cent"}, report, text, out)) return;
  if (const auto percent = percent_in(text)) return give(out, *percent, node);
  bad_value(
      node,
      say("`{}` không phải số nguyên từ 0 đến 100", "`{}` is no whole number of 0 to 100", text),
      {"viết như `60`, không có phần lẻ", "write as in `60`, without decimals"}, report);
}

void load_value(Written<Status>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<Applies>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<Registrant>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<Closes>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<Counts>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<Required>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(Written<PeriodKind>& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

void load_value(YesNo& out, const yaml::Node& node, Report& report) {
  load_word(out, node, report);
}

template <class T>
void load_several(std::vector<T>& out, const yaml::Node& node, Report& report) {
  if (node.kind != yaml::Kind::sequence) return load_value(out.emplace_back(), node, report);
  for (const yaml::Node& item : node.items) load_value(out.emplace_back(), item, report);
}

void load_value(std::vector<Written<Required>>& out, const yaml::Node& node, Report& report) {
  load_several(out, node, report);
}

void load_value(std::vector<Written<PeriodKind>>& out, const yaml::Node& node, Report& report) {
  load_several(out, node, report);
}

void load_value(std::vector<Served>& out, const yaml::Node& node, Report& report) {
  std::vector<Name> names;
  load_value(names, node, report);
  for (Name& name : names) out.push_back({.as = std::move(name.as)});
}

void load_value(std::vector<Text>& out, const yaml::Node& node, Report& report) {
  if (node.kind != yaml::Kind::sequence) return load_value(out.emplace_back(), node, report);
  out.reserve(node.items.size());
  for (const yaml::Node& item : node.items) load_value(out.emplace_back(), item, report);
  std::erase_if(out, [](const Text& text) { return !text.given; });
}

void load_value(std::vector<Name>& out, const yaml::Node& node, Report& report) {
  const bool several = node.kind == yaml::Kind::sequence;
  const std::span<const yaml::Node> items = several ? node.items : std::span(&node, 1);
  out.reserve(items.size());
  for (const yaml::Node& item : items) {
    load_exact(out.emplace_back().as, item, report);
    if (!out.back().as.given) out.pop_back();
  }
}

void load_value(std::vector<NamedValue>& out, const yaml::Node& node, Report& report) {
  load_named(out, node, report);
}

void load_value(std::vector<KeyedText>& out, const yaml::Node& node, Report& report) {
  load_named(out, node, report);
}

void tell_odd_keys(const yaml::Node& mapping, std::span<const KeyRule> rules,
                   std::vector<const yaml::Pair*>& found, Report& report) {
  std::vector<const yaml::Pair*> meant(rules.size() + 1, nullptr);
  for (const yaml::Pair& pair : mapping.pairs) {
    if (index_of(pair.key.text, rules) < rules.size()) continue;
    const yaml::Pair*& first = meant[unknown_key(pair, rules, report)];
    if (first == nullptr) first = &pair;
  }
  for (std::size_t at = 0; at < rules.size(); ++at)
    if (found[at] == nullptr) found[at] = meant[at];
  for (std::size_t at = 0; at < rules.size(); ++at) {
    if (found[at] != nullptr || rules[at].need == Need::optional) continue;
    const bool any = !mapping.pairs.empty();
    report.tell(kMissingKey,
                {any ? mapping.pairs.front().key.span : mapping.span,
                 {"trong nhóm bắt đầu ở đây", "in what begins here"}},
                say("thiếu khóa `{}`", "key `{}` is missing", rules[at].key),
                say("thêm `{}: …`", "add `{}: …`", rules[at].key));
  }
}

}  // namespace wardplan
