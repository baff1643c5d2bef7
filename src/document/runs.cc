#include <utility>

#include "document/page.h"
#include "document/read.h"
#include "text/trim.h"

namespace wardplan::document {
namespace {

bool same_look(const Run& a, const Run& b) {
  return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline;
}

}  // namespace

void RunBuilder::put(std::string_view text, const Run& look) {
  if (runs_.empty() || !same_look(runs_.back(), look))
    runs_.push_back({"", look.bold, look.italic, look.underline});
  runs_.back().text += text;
}

void RunBuilder::add(std::string_view text, const Run& look) {
  for (std::size_t at = text.find(kLineBreak); at != std::string_view::npos;
       at = text.find(kLineBreak)) {
    add_line(text.substr(0, at), look);
    line_break();
    text.remove_prefix(at + kLineBreak.size());
  }
  add_line(text, look);
}

void RunBuilder::add_line(std::string_view text, const Run& look) {
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin > 0 && !line_begins_ && !blank_) {
      blank_ = true;
      blank_look_ = look;
    }
    if (begin == std::string_view::npos) return;
    const std::size_t end = find_or_end(text, kBlanks, begin);
    if (blank_) put(" ", blank_look_);
    put(text.substr(begin, end - begin), look);
    blank_ = line_begins_ = false;
    text.remove_prefix(end);
  }
}

void RunBuilder::line_break() {
  // A break of a line has no look: it goes with the text before it.
  if (runs_.empty()) runs_.push_back({});
  runs_.back().text += '\n';
  blank_ = false;
  line_begins_ = true;
}

std::vector<Run> RunBuilder::take() {
  blank_ = false;
  line_begins_ = true;
  return std::exchange(runs_, {});
}

}  // namespace wardplan::document
