#include "support/sound_plan.h"

#include <iterator>
#include <string_view>

#include "text/utf8.h"

namespace wardplan::test {
namespace {

using Strings = std::vector<std::string>;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::string joined(const Strings& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

/// Writes one plan; a column is where the keys of an item stand.
class Writer {
 public:
  explicit Writer(std::mt19937_64& random) : random_(random) {}

  SoundPlan plan() {
    out_ = "kind: plan" + comment() + "\nformat: 1\nward: mau\n";
    noise();
    const bool rows_last = !one_in(5);
    if (rows_last) out_ += "year: 2026\ntitle: Kế hoạch\n";
    out_ += "rows:" + comment() + "\n";
    dash_ = 2 * draw(3);
    gap_ = 1 + draw(3);
    if (one_in(3)) {
      for (const char* part : {"I", "II"}) {
        heading(part);
        items(std::string(part) + ".");
      }
    } else {
      items("");
    }
    if (!rows_last) out_ += "year: 2026\ntitle: Kế hoạch\n";
    dress();
    return std::move(plan_);
  }

 private:
  std::size_t draw(std::size_t below) { return random_() % below; }
  bool one_in(std::size_t count) { return draw(count) == 0; }

  std::string comment() {
    static constexpr std::string_view kComments[] = {" # ghi chú", "  # a, b]", " # - {x: 1}"};
    return one_in(5) ? std::string(kComments[draw(std::size(kComments))]) : "";
  }

  void noise() {
    while (one_in(5)) out_ += one_in(2) ? "\n" : blanks(draw(12)) + "# - {date: 2026-01-01}\n";
  }

  void heading(const std::string& number) {
    out_ += blanks(dash_) + "-" + blanks(gap_) + "number: " + number + "\n";
    out_ += blanks(column()) + "heading: Phần " + number + comment() + "\n";
    noise();
  }

  std::size_t column() const { return dash_ + 1 + gap_; }

  void items(const std::string& part) {
    for (std::size_t count = 1 + draw(3), number = 1; number <= count; ++number) {
      plan_.items.push_back({part + std::to_string(number), any_targets()});
      const Strings keys = pairs(std::to_string(number));
      out_ += blanks(dash_) + "-" + blanks(gap_);
      if (one_in(8)) {
        braces(keys);
        continue;
      }
      out_ += joined(keys, comment() + "\n" + blanks(column())) + comment() + "\n";
      noise();
      if (one_in(2)) out_ += blanks(column()) + text_in_lines();
      if (!plan_.items.back().targets.empty()) list("targets", goals());
      if (!one_in(4)) list("updates", entries());
      if (one_in(4)) out_ += blanks(column()) + text_in_lines("due: >-", "Tháng 12/2026");
    }
  }

  Strings any_targets() {
    switch (draw(4)) {
      case 0:
        return {""};
      case 1:
        return {"BHYT", "tỷ lệ, \"thật\""};
      case 2:
        return {"A: b", "C #1", "ba"};
      default:
        return {};
    }
  }

  Strings pairs(const std::string& number) {
    Strings keys = {"number: \"" + number + "\"", "title: Trồng cây " + plan_.items.back().address,
                    one_in(2) ? "leader: an" : "leader: [an, binh]", "lead: vh"};
    if (one_in(3)) keys.emplace_back("support: [dc]");
    return keys;
  }

  Strings goals() {
    Strings all;
    for (const std::string& name : plan_.items.back().targets)
      all.push_back(name.empty() ? "{goal: 90%}" : "{name: '" + name + "', goal: 90%}");
    return all;
  }

  Strings entries() {
    static constexpr std::string_view kMore[] = {", status: in-progress", ", note: \"a, # b\"",
                                                 ", status: paused, note: 'nghỉ {'"};
    Strings all;
    for (std::size_t count = draw(3), day = 1; day <= count; ++day)
      all.push_back("{date: 2026-03-0" + std::to_string(day) +
                    std::string(kMore[draw(std::size(kMore))]) + "}");
    return all;
  }

  /// An item in braces.
  void braces(Strings keys) {
    if (!plan_.items.back().targets.empty())
      keys.push_back("targets: [" + joined(goals(), ", ") + "]");
    if (one_in(2)) keys.push_back("updates: [" + joined(entries(), ", ") + "]");
    const std::string between = one_in(3) ? ",\n" + blanks(dash_ + 2) : ", ";
    out_ += "{" + joined(keys, between) + "}" + comment() + "\n";
  }

  std::string text_in_lines(const std::string& key = "note: |-", const std::string& text = "") {
    const std::string indent = "\n" + blanks(column() + 2);
    return key + indent + (text.empty() ? "một" + indent + "# hai" : text) + "\n";
  }

  void list(const std::string& key, const Strings& elements) {
    out_ += blanks(column()) + key + ":";
    if (elements.empty() || one_in(4)) {
      const std::string between = one_in(3) ? ",\n" + blanks(column() + 2) : ", ";
      out_ += " [" + joined(elements, between) + "]" + comment() + "\n";
      return;
    }
    out_ += comment() + "\n";
    const std::size_t dash = column() + 2 * draw(2);
    for (const std::string& element : elements) {
      out_ += blanks(dash) + "- " + element + comment() + "\n";
      noise();
    }
  }

  /// Line ends, and what may stand at the ends of a file.
  void dress() {
    if (one_in(4)) out_.pop_back();
    plan_.bytes = one_in(4) ? std::string(kBom) : "";
    const bool crlf = one_in(4);
    for (const char c : out_) plan_.bytes += c == '\n' && crlf ? "\r\n" : std::string(1, c);
  }

  std::mt19937_64& random_;
  SoundPlan plan_;
  std::string out_;
  std::size_t dash_ = 0;
  std::size_t gap_ = 1;
};

}  // namespace

SoundPlan sound_plan(std::mt19937_64& random) { return Writer(random).plan(); }

std::string typed_text(std::mt19937_64& random) {
  static constexpr std::string_view kPieces[] = {
      "đã xong", "94%", ": ", " #",   ",", "{",  "[]", "{}", "\"",  "'", "\n", "\t",
      "\\",      "=",   "- ", "null", "😀", "%%", "&a", "*",  "yes", "?", "a",  "Thường\u0323"};
  std::string text;
  while (text.find_first_not_of(" \t\n") == std::string::npos) {
    text.clear();
    for (std::size_t count = 1 + random() % 4; count > 0; --count)
      text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

bool is_insertion(std::string_view less, std::string_view more) {
  std::size_t at = 0;
  for (const char c : more)
    if (at < less.size() && less[at] == c) ++at;
  return at == less.size() && more.size() > less.size();
}

}  // namespace wardplan::test
