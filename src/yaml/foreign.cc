// The only file that knows yaml-cpp: a second opinion on what the strict reader refuses, and the
// reader of what others write.
#include "yaml/foreign.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "text/limits.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/foreign_text.h"
#include "yaml/reader.h"
#include "yaml/scalars.h"

namespace wardplan::yaml {
namespace {

/// yaml-cpp takes some hundred bytes of memory for one of text; longer texts aren't worth it.
constexpr std::size_t kMostAsked = 256 * 1024;
constexpr std::size_t kMostForeign = 4U << 20;
constexpr std::size_t kMostWritten = 16U << 20;
/// Entries of lists stand in brackets on one line where they fit, but for rows.
constexpr std::size_t kLine = 100;
constexpr std::string_view kRows[] = {"rows", "models"};

struct Fault {
  Message message;
};

[[noreturn]] void give_up(Message message) { throw Fault{std::move(message)}; }

[[noreturn]] void give_up_at(const YAML::Mark& mark, Message message) {
  give_up(say("{}:{}: {}", "{}:{}: {}", mark.line + 1, mark.column + 1, message));
}

/// Another document behind the first one would be lost.
void refuse_several(std::string_view text) {
  bool begun = false;
  int number = 0;
  for (const std::string_view line : split(text, "\n")) {
    ++number;
    const std::string_view bare = trimmed(line);
    const bool marker =
        line.starts_with("---") && (line.size() == 3 || is_one_of(line[3], " \r\t"));
    if (marker && begun)
      give_up(say("{}: tệp có hai văn bản YAML trở lên; tách thành từng tệp",
                  "{}: the file holds several YAML documents; make a file of each", number));
    begun = begun || marker || (!bare.empty() && !bare.starts_with('#') && !bare.starts_with('%'));
  }
}

struct StrictWriter {
  std::string out = {};
  std::set<std::string> tags = {};
  std::set<std::string> empty = {};
  /// By the keys of lists where entries stand that say nothing.
  std::map<std::string, std::set<int>> nothing = {};

  std::size_t values = 0;
  std::size_t visited = 0;

  using Pairs = std::vector<std::pair<YAML::Node, YAML::Node>>;

  void grow(std::string_view text) {
    out += text;
    if (out.size() > kMostWritten) too_much();
  }

  [[noreturn]] static void too_much() {
    give_up({"viết ra hết các chỗ nhắc lại (`*`) thì tệp quá lớn",
             "with its aliases written out the file is too large"});
  }

  void note_tag(const YAML::Node& node) {
    const std::string& tag = node.Tag();
    if (!tag.empty() && tag != "?" && tag != "!" && !tag.starts_with("tag:yaml.org,2002:"))
      tags.insert(tag);
    if (tag == "tag:yaml.org,2002:binary")
      give_up_at(node.Mark(), {"dữ liệu nhị phân không phải chữ", "binary data is no text"});
  }

  std::string scalar_of(const YAML::Node& node, bool flow) {
    note_tag(node);
    if (++values > kMaxValues) too_much();
    std::string text = nfc(node.Scalar());
    // What blocks of lines end with.
    while (text.ends_with('\n')) text.pop_back();
    if (!is_writable(text))
      give_up_at(node.Mark(), {"có ký tự không viết được vào hồ sơ",
                               "there is a character that no record can hold"});
    return scalar(text, flow);
  }

  std::string key_of(const YAML::Node& node, bool flow) {
    if (!node.IsScalar())
      give_up_at(node.Mark(), {"khóa phải là một chữ", "a key must be one text"});
    return scalar_of(node, flow);
  }

  /// Mappings that merge each other in are gone through once for each way that leads to them, and
  /// their keys compared, of which long ones count as several.
  void visit(const YAML::Node& key) {
    constexpr std::size_t kShort = 64;
    visited += 1 + (key.IsScalar() ? key.Scalar().size() / kShort : 0);
    if (visited > kMaxValues) too_much();
  }

  /// The pairs of a mapping with those of what it merges in, but for what is empty.
  Pairs pairs_of(const YAML::Node& map, int depth) {
    if (depth > kMaxDepth) give_up_at(map.Mark(), {"lồng nhau quá sâu", "nested too deep"});
    Pairs pairs;
    std::vector<YAML::Node> merged;
    std::set<std::string> keys;
    for (const auto& pair : map) {
      visit(pair.first);
      if (pair.first.IsScalar() && pair.first.Scalar() == "<<") {
        merged.push_back(pair.second);
        continue;
      }
      if (pair.first.IsScalar()) keys.insert(pair.first.Scalar());
      if (pair.second.IsNull())
        empty.insert(key_of(pair.first, true));
      else
        pairs.emplace_back(pair.first, pair.second);
    }
    for (const YAML::Node& from : merged) merge(from, pairs, keys, depth + 1);
    return pairs;
  }

  /// Adds those pairs whose keys aren't there yet.
  void merge(const YAML::Node& from, Pairs& pairs, std::set<std::string>& keys, int depth) {
    if (depth > kMaxDepth) give_up_at(from.Mark(), {"lồng nhau quá sâu", "nested too deep"});
    visit(from);
    if (from.IsSequence()) {
      for (const auto& each : from) merge(each, pairs, keys, depth + 1);
      return;
    }
    if (!from.IsMap())
      give_up_at(from.Mark(), {"`<<` phải trỏ tới một nhóm khóa", "`<<` must name a mapping"});
    for (auto& pair : pairs_of(from, depth)) {
      visit(pair.first);
      if (!pair.first.IsScalar() || keys.insert(pair.first.Scalar()).second)
        pairs.push_back(std::move(pair));
    }
  }

  bool is_nothing(const YAML::Node& entry, const std::string& list) {
    if (entry.IsNull()) nothing[list].insert(entry.Mark().pos);
    return entry.IsNull();
  }

  /// All of a node in brackets, by the key that it belongs to.
  std::string flow(const YAML::Node& node, const std::string& of, int depth) {
    if (depth > kMaxDepth) give_up_at(node.Mark(), {"lồng nhau quá sâu", "nested too deep"});
    if (node.IsNull()) return "\"\"";
    if (node.IsScalar()) return scalar_of(node, true);
    note_tag(node);
    std::string text = node.IsMap() ? "{" : "[";
    const auto add = [&](const std::string& part) {
      if (text.size() > 1) text += ", ";
      text += part;
      if (text.size() > kMostWritten) too_much();
    };
    if (node.IsMap())
      for (const auto& [key, value] : pairs_of(node, depth)) {
        const std::string name = key_of(key, true);
        add(name + ": " + flow(value, name, depth + 1));
      }
    else
      for (const auto& each : node)
        if (!is_nothing(each, of)) add(flow(each, of, depth + 1));
    return text + (node.IsMap() ? "}" : "]");
  }

  /// A mapping on lines of its own; in an entry of a list the first pair stands beside the dash.
  void pairs(const Pairs& all, std::size_t indent, int depth, bool in_entry) {
    bool first = in_entry;
    for (const auto& [key, node] : all) {
      if (!first) grow(std::string(indent, ' '));
      first = false;
      const std::string name = key_of(key, false);
      grow(name + ":");
      value(name, node, indent, depth);
    }
  }

  void value(const std::string& name, const YAML::Node& node, std::size_t indent, int depth) {
    if (node.IsScalar()) return grow(" " + scalar_of(node, false) + "\n");
    const bool rows = std::ranges::find(kRows, name) != std::end(kRows);
    const bool of_maps = node.IsSequence() && node.size() > 0 &&
                         std::ranges::any_of(node, [](const YAML::Node& each) {
                           return each.IsMap() || each.IsSequence();
                         });
    const std::string in_brackets = rows ? "" : flow(node, name, depth + 1);
    const bool fits = !rows && indent + name.size() + in_brackets.size() < kLine;
    if ((fits && !of_maps) || (node.IsSequence() && !of_maps))
      return grow(" " + (rows ? flow(node, name, depth + 1) : in_brackets) + "\n");
    const Pairs inside = node.IsMap() ? pairs_of(node, depth + 1) : Pairs();
    if (node.IsMap() && inside.empty()) return grow(" {}\n");
    grow("\n");
    if (node.IsMap()) return pairs(inside, indent + 2, depth + 1, false);
    for (const auto& each : node) entry(each, name, indent + 2, depth + 1);
  }

  void entry(const YAML::Node& node, const std::string& of, std::size_t indent, int depth) {
    if (is_nothing(node, of)) return;
    const bool row = std::ranges::find(kRows, of) != std::end(kRows);
    grow(std::string(indent, ' ') + "- ");
    const std::string in_brackets = row && node.IsMap() ? "" : flow(node, of, depth);
    if (!node.IsMap() || (!row && indent + in_brackets.size() < kLine))
      return grow(in_brackets + "\n");
    const Pairs inside = pairs_of(node, depth);
    if (inside.empty()) return grow("{}\n");
    pairs(inside, indent + 2, depth + 1, true);
  }
};

/// Where texts begin; a text that another one refers to begins there once.
struct TextPlaces : YAML::EventHandler {
  std::vector<std::size_t> begins = {};

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string&) override {
    begins.push_back(static_cast<std::size_t>(mark.pos));
  }
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

std::set<std::size_t> commented(std::string_view text) {
  if (text.find('#') == std::string_view::npos) return {};
  std::istringstream stream{std::string(text)};
  YAML::Parser parser(stream);
  TextPlaces places;
  parser.HandleNextDocument(places);
  std::ranges::sort(places.begins);
  return comment_lines(text, places.begins);
}

/// `3, 5, 9 …`
std::string listed(const std::set<std::size_t>& numbers) {
  constexpr std::size_t kMost = 20;
  std::string text;
  std::size_t count = 0;
  for (const std::size_t number : numbers) {
    if (++count > kMost) return text + " …";
    text += (text.empty() ? "" : ", ") + std::to_string(number);
  }
  return text;
}

void tell_all(const StrictWriter& writer, std::string_view foreign, Strict& made) {
  for (const std::string& tag : writer.tags)
    made.told.push_back(
        say("bỏ nhãn `{}`, giữ giá trị", "the tag `{}` is left out, its value kept", tag));
  for (const std::string& key : writer.empty)
    made.told.push_back(say("bỏ khóa để trống `{}`", "the empty key `{}` is left out", key));
  for (const auto& [list, places] : writer.nothing)
    made.told.push_back(say("bỏ {1} mục để trống trong danh sách `{0}`",
                            "in the list `{0}` empty entries are left out ({1})", list,
                            places.size()));
  if (const auto comments = commented(foreign); !comments.empty())
    made.told.push_back(say("không đưa sang chú thích `#` ở {} dòng: {}",
                            "lines of which comments (`#`) are left out ({}): {}", comments.size(),
                            listed(comments)));
}

}  // namespace

bool others_take(std::string_view text) {
  if (text.size() > kMostAsked) return false;
  try {
    // Not `LoadAll`, which never ends where yaml-cpp finds nothing that it can pass.
    return !YAML::Load(std::string(text)).IsNull();
  } catch (const YAML::Exception&) {
    return false;
  }
}

Strict strict_text(std::string_view foreign) {
  Strict made;
  try {
    if (foreign.size() > kMostForeign) give_up({"tệp quá lớn", "the file is too large"});
    if (foreign.starts_with("\xEF\xBB\xBF")) foreign.remove_prefix(3);
    each_character(foreign, [](const CodePoint& c, std::string_view) {
      if (!c.valid) give_up({"tệp không phải UTF-8", "the file isn't UTF-8"});
    });
    refuse_several(foreign);
    std::string whole;
    if (trimmed(foreign).starts_with('{')) foreign = whole = with_whole_characters(foreign);
    const YAML::Node root = YAML::Load(std::string(foreign));
    if (!root.IsMap())
      give_up({"tệp phải gồm các khóa ở ngoài cùng", "the file must be a mapping"});
    StrictWriter writer;
    writer.pairs(writer.pairs_of(root, 0), 0, 0, false);
    made.text = std::move(writer.out);
    tell_all(writer, foreign, made);
  } catch (const Fault& fault) {
    made = {.fault = fault.message};
  } catch (const YAML::Exception& failure) {
    made = {.fault =
                say("{}:{}: không đọc được là YAML hay JSON", "{}:{}: this is no YAML and no JSON",
                    failure.mark.line + 1, failure.mark.column + 1)};
  }
  return made;
}

}  // namespace wardplan::yaml
