#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan::tables {

inline constexpr std::size_t kListLevels = 9;

/// How one level of a list is numbered.
struct ListLevel {
  long start = 1;
  std::string format = "decimal";
  /// `%1.%2.`
  std::string text = {};
  /// The style whose paragraphs stand in this level.
  std::string style = {};
  /// The level (from 1) after which it begins again; 0: it never does; -1: any before it.
  long restart = -1;
  /// All numbers of the text as 1, 2, 3.
  bool plain = false;
  /// The letter is a sign of such a font.
  std::string font = {};
};

struct ListModel {
  std::array<ListLevel, kListLevels> levels = {};
  /// A style that says the rest.
  std::string style = {};
};

/// What is told of a style: its list, and whether its text is hidden; what it doesn't say, those
/// that it is based on do.
struct WordStyle {
  std::string based_on = {};
  std::string list = {};
  long level = -1;
  std::optional<bool> hidden = {};
};

/// The styles of a Word file by their ids.
class WordStyles {
 public:
  void read(const pugi::xml_node& styles);
  /// The style with what those that it is based on say.
  WordStyle resolved(std::string_view id) const;

 private:
  std::map<std::string, WordStyle, std::less<>> styles_;
};

/// The lists of a Word file: what number Word prints before a paragraph.
class WordNumbering {
 public:
  void read(const pugi::xml_node& numbering, const WordStyles& styles);

  /// Counts a paragraph of a list on and returns what is printed before it.
  std::string next(std::string_view list, long level, std::string_view style);

 private:
  struct List {
    std::string model = {};
    std::map<std::size_t, ListLevel> own = {};
    std::map<std::size_t, long> starts = {};
    std::set<std::size_t> started = {};
  };
  /// The last number of each level; none: it begins.
  using Counts = std::array<std::optional<long>, kListLevels>;

  const ListLevel& level_of(const List& list, const ListModel& model, std::size_t level) const;
  void count(List& list, const ListModel& model, std::size_t level, Counts& counts);

  std::map<std::string, ListModel, std::less<>> models_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, Counts, std::less<>> counts_;
};

/// 4 as `IV`, `d`, `04` and such, by Word's names of formats; what isn't known is `4`.
std::string list_number(long number, std::string_view format);

/// What a sign of Symbol or Wingdings is in Unicode; a letter of any other font itself.
std::string symbol_text(std::uint32_t code_point, std::string_view font);

}  // namespace wardplan::tables
