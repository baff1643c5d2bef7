#include "cli/manual_topic.h"

#include <fmt/format.h>

#include "cli/roff.h"
#include "cli/run.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// What stands between two signs `mark`, set off; the signs themselves go.
std::string set_off(std::string_view text, std::string_view mark, std::string_view look) {
  std::string out;
  for (;;) {
    const std::size_t begin = text.find(mark);
    const std::size_t end =
        begin == std::string_view::npos ? begin : text.find(mark, begin + mark.size());
    if (end == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, begin)).append(look);
    out.append(text.substr(begin + mark.size(), end - begin - mark.size())).append("\\fR");
    text.remove_prefix(end + mark.size());
  }
}

/// Markdown's marks inside of a line; what is typed has none.
std::string spans_in_roff(std::string_view text) {
  std::string out;
  bool typed = false;
  for (const std::string_view part : split(text, "`")) {
    out += typed ? bold(part) : set_off(set_off(in_roff(part), "**", "\\fB"), "*", "\\fI");
    typed = !typed;
  }
  return out;
}

/// Cells of a line of a table.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (const std::string_view cell : split(trimmed(line, "|"), "|")) cells.push_back(trimmed(cell));
  return cells;
}

constexpr std::string_view kParagraph = ".PP\n";

/// Takes a page in, line by line.
class TopicPage {
 public:
  void add(std::string_view line) {
    if (line.starts_with("```")) return fence();
    if (fenced_) return static_cast<void>(lines_.append(line).append("\n"));
    if (line.starts_with("#")) return heading(trimmed(line, "# "));
    if (line.starts_with("|")) return row(line);
    if (is_blank(line)) return end_block();
    const std::size_t number = line.find(". ");
    if (is_digit(line.front()) && number != std::string_view::npos)
      return item(line.substr(0, number + 1), line.substr(number + 2));
    if (line.starts_with("- ")) return item("\\(bu", line.substr(2));
    block_.append(line).append(" ");
  }

  std::string finish() {
    end_block();
    return std::move(out_);
  }

 private:
  void end_block() {
    if (block_.empty()) return;
    out_ += begin_ + folded_roff(spans_in_roff(block_));
    block_.clear();
    begin_ = kParagraph;
  }

  void fence() {
    end_block();
    if (fenced_) {
      out_ += begin_ + example_in_roff(lines_);
      begin_ = kParagraph;
    }
    lines_.clear();
    fenced_ = !fenced_;
  }

  /// The page's own stands in its first lines.
  void heading(std::string_view words) {
    end_block();
    if (headed_) {
      out_ += section_in_roff(words);
      begin_.clear();
    }
    headed_ = true;
  }

  void item(std::string_view mark, std::string_view text) {
    end_block();
    begin_ = fmt::format(".IP {} 4\n", mark);
    block_.append(text).append(" ");
  }

  /// The first cell, and indented what stands in the others.
  void row(std::string_view line) {
    end_block();
    const auto cells = cells_of(line);
    if (trimmed(cells.front(), "-").empty()) return;
    std::string rest;
    for (std::size_t at = 1; at < cells.size(); ++at)
      if (!cells[at].empty()) rest += (rest.empty() ? "" : "; ") + std::string(cells[at]);
    out_ += ".TP\n" + spans_in_roff(cells.front()) + "\n" + folded_roff(spans_in_roff(rest));
    begin_ = kParagraph;
  }

  std::string out_;
  /// What stands before the paragraph that is being gathered.
  std::string begin_;
  std::string block_;
  std::string lines_;
  bool fenced_ = false;
  bool headed_ = false;
};

}  // namespace

std::string topic_page(const Topic& topic, const Commit& commit) {
  const std::string name = "wardplan-" + topic_name(topic);
  TopicPage page;
  for (const std::string_view line : split(topic.text, "\n")) page.add(line);
  const std::string_view title = trimmed(topic.text.substr(0, topic.text.find('\n')), "# ");
  return page_head(name, 7, commit.day, kVersion) + section_in_roff("TÊN") +
         folded_roff(in_roff(name) + " \\- " + in_roff(title)) + section_in_roff("MÔ TẢ") +
         page.finish();
}

}  // namespace wardplan
