#include "support/odd_plan.h"

#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace wardplan::test {
namespace {

using Strings = std::vector<std::string>;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// Writes one plan; columns are where the block around a value stands.
class Scribe {
 public:
  explicit Scribe(std::mt19937_64& random) : random_(random) {}

  std::string plan() {
    out_ = "kind: plan" + comment() + "\n";
    noise();
    if (one_in(4)) out_ += "accepted:\n- {code: P401, reason: a}\n";
    if (one_in(8)) {
      out_ += "rows: " + brackets('[', braces_rows(0), ']', 0) + comment() + "\n";
    } else {
      out_ += "rows:" + comment() + "\n";
      rows(2 * draw(3), 1 + draw(3));
    }
    if (one_in(4)) out_ += "year: 2023\n";
    return dressed();
  }

 private:
  std::size_t draw(std::size_t below) { return random_() % below; }
  bool one_in(std::size_t count) { return draw(count) == 0; }

  template <std::size_t size>
  std::string any(const std::string_view (&choices)[size]) {
    return std::string(choices[draw(size)]);
  }

  std::string comment() {
    static constexpr std::string_view kComments[] = {" # ghi chú", "  # a, b]", " # - {x: 1}",
                                                     "   # xa"};
    return one_in(4) ? any(kComments) : "";
  }

  /// Lines that mean nothing, at any depth.
  void noise() {
    while (one_in(4)) {
      if (one_in(2))
        out_ += one_in(4) ? blanks(draw(8)) : "";
      else
        out_ += blanks(draw(14)) + (one_in(2) ? "# chú thích" : "# - number: ','");
      out_ += '\n';
    }
  }

  std::string plain() {
    static constexpr std::string_view kTexts[] = {"a",    "Tháng 12/2023", "BC 120/BC-UBND",
                                                  "tổ#9", "2023-06-15",    "it's"};
    return any(kTexts);
  }

  std::string quoted(std::size_t column) {
    const std::string next = "\n" + blanks(column + 1 + draw(3));
    switch (draw(5)) {
      case 0:
        return "'it''s # không, [x'";
      case 1:
        return "\"a: \\\"b\\\", # \\\\ {\"";
      case 2:
        return "\"một" + next + "# hai" + next + "\n" + blanks(column + 1) + "ba\"";
      case 3:
        return "'một" + next + "- hai'";
      default:
        return "\"\"";
    }
  }

  std::string flow_scalar(std::size_t column) { return one_in(3) ? quoted(column) : plain(); }

  /// Text in lines of its own, with its header.
  std::string lines_of_text(std::size_t column) {
    static constexpr std::string_view kChomps[] = {"", "-", "+"};
    const std::size_t depth = 1 + draw(4);
    const bool indicated = one_in(3);
    std::string text = std::string(one_in(2) ? "|" : ">") + any(kChomps);
    if (indicated) text += static_cast<char>('0' + depth);
    text += comment() + "\n";
    const std::string indent = blanks(column + depth);
    if (one_in(8)) text += "\n";
    text += indent + (indicated && one_in(2) ? "  sâu\n" : "dòng\n");
    for (std::size_t count = draw(3); count > 0; --count) {
      static constexpr std::string_view kLines[] = {
          "dòng", "# không phải chú thích", "- {date: a}", "  sâu hơn", "updates:", "đuôi  "};
      text += one_in(4) ? "\n" : indent + any(kLines) + "\n";
    }
    for (std::size_t count = draw(3); count > 0; --count) text += blanks(draw(2) * draw(4)) + "\n";
    text.pop_back();
    return text;
  }

  /// A list or mapping in brackets, on one line or several.
  std::string brackets(char open, const Strings& elements, char close, std::size_t column) {
    const std::string next = "\n" + blanks(column + 1 + draw(4));
    const std::string pad = one_in(4) ? " " : "";
    std::string text(1, open);
    if (elements.empty()) return text + pad + (one_in(3) ? comment() + next : "") + close;
    const std::size_t style = draw(5);
    const bool own_lines = style == 2, comma_first = style == 3;
    text += own_lines ? comment() + next : pad;
    for (const std::string& element : elements) {
      const bool last = &element == &elements.back();
      text += element;
      if (comma_first && !last) text += comment() + next + ", ";
      if (comma_first) continue;
      if (!last || one_in(4)) text += one_in(9) ? next + "," : ",";
      if (own_lines) text += comment() + (one_in(6) ? next + "# riêng" : "") + next;
      if (!own_lines && !last) text += style == 1 ? comment() + next : " ";
    }
    return text + (own_lines ? "" : pad) + close;
  }

  Strings pairs_of_entry(std::size_t column) {
    Strings pairs = {"date: 2023-06-15"};
    if (one_in(2)) pairs.push_back("note: " + flow_scalar(column));
    if (one_in(3)) pairs.push_back("values: {a: \"1%\"}");
    if (one_in(3)) pairs.push_back("status: done");
    return pairs;
  }

  Strings entries(std::size_t most, std::size_t column) {
    Strings all;
    for (std::size_t count = draw(most + 1); count > 0; --count)
      all.push_back(brackets('{', pairs_of_entry(column), '}', column));
    return all;
  }

  /// The rows of a plan in braces.
  Strings braces_rows(std::size_t column) {
    Strings rows;
    for (std::size_t count = 1 + draw(3); count > 0; --count) rows.push_back(braces_row(column));
    return rows;
  }

  std::string braces_row(std::size_t column) {
    Strings pairs = {"number: " + plain()};
    for (const std::string_view key : {"title", "due", "note"})
      if (one_in(3)) pairs.push_back(std::string(key) + ": " + flow_scalar(column));
    if (one_in(2)) pairs.push_back("updates: " + brackets('[', entries(2, column), ']', column));
    mix(pairs);
    return brackets('{', pairs, '}', column);
  }

  void mix(Strings& strings) {
    for (std::size_t at = strings.size(); at > 1; --at)
      std::swap(strings[at - 1], strings[draw(at)]);
  }

  /// Ends the line of a value that may have a comment behind it.
  void end_line(const std::string& value) { out_ += " " + value + comment() + "\n"; }

  /// A scalar behind its key or dash in a block whose column this is.
  void scalar(std::size_t column) {
    if (one_in(3))
      out_ += " " + lines_of_text(column) + "\n";
    else
      end_line(one_in(2) ? quoted(column) : plain());
  }

  void entry_in_lines(std::size_t column) {
    out_ += "date: 2023-06-15" + comment() + "\n";
    noise();
    if (one_in(2)) {
      out_ += blanks(column) + "note:";
      scalar(column);
      noise();
    }
    if (one_in(3)) {
      out_ += blanks(column) + "values:\n" + blanks(column + 2) + "a: \"1%\"" + comment() + "\n";
      noise();
    }
    if (one_in(6)) out_ += blanks(column) + "evidence:\n";
  }

  /// A list in lines, of entries or of scalars, under a key at this column.
  void list_in_lines(std::size_t column, bool of_entries) {
    const std::size_t dash = column + 2 * draw(3), gap = 1 + draw(3);
    const bool in_lines = one_in(2);
    out_ += comment() + "\n";
    for (std::size_t count = 1 + draw(3); count > 0; --count) {
      noise();
      out_ += blanks(dash) + "-";
      if (!of_entries) {
        scalar(dash);
      } else if (one_in(6) ? !in_lines : in_lines) {
        out_ += one_in(8) ? comment() + "\n" + blanks(dash + 1 + gap) : blanks(gap);
        entry_in_lines(dash + 1 + gap);
      } else {
        out_ += blanks(gap) + brackets('{', pairs_of_entry(dash), '}', dash) + comment() + "\n";
      }
    }
  }

  void pair(const std::string& key, std::size_t column) {
    out_ += key + ":";
    if (key == "updates" || key == "targets") {
      if (one_in(3))
        end_line(brackets('[', entries(3, column), ']', column));
      else
        list_in_lines(column, true);
    } else if (key == "lead") {
      if (one_in(2))
        end_line(brackets('[', {plain(), flow_scalar(column)}, ']', column));
      else
        list_in_lines(column, false);
    } else if (one_in(12)) {
      out_ += comment() + "\n";
    } else {
      scalar(column);
    }
  }

  void rows(std::size_t dash, std::size_t gap) {
    for (std::size_t count = 1 + draw(4); count > 0; --count) {
      noise();
      out_ += blanks(dash) + "-" + blanks(gap);
      if (one_in(5)) {
        out_ += braces_row(dash) + comment() + "\n";
        continue;
      }
      Strings keys = {"number"};
      for (const char* key : {"title", "lead", "due", "note", "targets", "updates", "updates"})
        if (one_in(3) && keys.back() != key) keys.emplace_back(key);
      mix(keys);
      const std::size_t column = dash + 1 + gap;
      for (const std::string& key : keys) {
        if (&key != &keys.front()) out_ += blanks(column);
        pair(key, column);
        noise();
      }
    }
  }

  /// The plan with its line ends, and what may stand at its ends.
  std::string dressed() {
    while (one_in(4)) out_.pop_back();
    std::string text = one_in(4) ? std::string(kBom) : "";
    const bool crlf = one_in(4);
    for (const char c : out_) {
      if (c == '\n' && crlf) text += '\r';
      text += c;
    }
    return text;
  }

  std::mt19937_64& random_;
  std::string out_;
};

std::string odd_text(std::mt19937_64& random) {
  static constexpr std::string_view kPieces[] = {
      "đã xong",
      "94%",
      ": ",
      " #",
      ",",
      "[",
      "}",
      "\"",
      "'",
      "\n",
      "\t",
      "yes",
      "1.10",
      "- ",
      "😀",
      "a",
      "một câu dài để dòng không còn vừa trong một trăm cột của trang giấy"};
  std::string text;
  for (std::size_t count = 1 + random() % 4; count > 0; --count)
    text += kPieces[random() % std::size(kPieces)];
  return text;
}

}  // namespace

std::string odd_plan(std::mt19937_64& random) { return Scribe(random).plan(); }

EntryDraft odd_entry(std::mt19937_64& random) {
  using K = EntryKeyId;
  EntryDraft entry;
  if (random() % 8 != 0) entry[K::date].text = "2023-11-20";
  if (random() % 2 == 0) entry[K::status].text = "done";
  if (random() % 3 == 0) entry[K::value].text = odd_text(random);
  for (std::size_t count = random() % 3; count > 0; --count)
    entry[K::values].named.push_back({std::to_string(count) + odd_text(random), odd_text(random)});
  if (random() % 3 == 0) entry[K::note].text = odd_text(random);
  if (random() % 3 == 0) entry[K::evidence].text = odd_text(random);
  if (random() % 3 == 0 || entry.count() == 0) entry[K::due].text = odd_text(random);
  for (std::size_t count = random() % 4; count > 1; --count)
    entry[K::proposed].list.push_back(odd_text(random));
  return entry;
}

}  // namespace wardplan::test
