#include "lsp/spot.h"

#include <algorithm>
#include <optional>

#include "text/trim.h"

namespace wardplan::lsp {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// What something stands in: a key's value, an element of a list, or brackets.
struct Level {
  enum class Kind { key, element, braces, brackets };
  Kind kind = Kind::key;
  /// Of its line; within brackets it says nothing.
  std::size_t column = 0;
  std::string key = {};
  /// Which mapping its keys belong to: each level is another one.
  std::size_t id = 0;
};

/// A key with its colon, and whose it is.
struct Key {
  std::string text;
  std::size_t owner = 0;
};

/// Goes through the lines as far as it must, and notes where the place is met.
class Reader {
 public:
  Reader(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

  Spot read() {
    for (std::size_t at = 0; at < text_.size();) at = line(at);
    if (!met_) empty_place();
    for (const Key& key : keys_)
      if (key.owner == owner_) spot_.beside.push_back(key.text);
    return spot_;
  }

 private:
  bool in_flow() const {
    return !levels_.empty() && (levels_.back().kind == Level::Kind::braces ||
                                levels_.back().kind == Level::Kind::brackets);
  }

  std::size_t line_end(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }

  std::size_t next_line(std::size_t end) const {
    return std::min(end + (text_.substr(end).starts_with("\r\n") ? 2 : 1), text_.size());
  }

  std::size_t column_of(std::size_t at) const { return at - line_begin_; }

  /// Reads a line and those that belong to it; where the next one begins.
  std::size_t line(std::size_t begin) {
    const std::size_t end = line_end(begin);
    const std::size_t first = std::min(pass(text_, " \t", begin), end);
    line_begin_ = begin;
    if (first == end) {  // blank: what is typed there stands by its column
      if (offset_ >= begin && offset_ <= end) empty_place();
      return next_line(end);
    }
    if (text_[first] == '#') {
      note_text(first, end);
      return next_line(end);
    }
    const bool in_brackets = in_flow() || in_flow_key();
    if (!in_brackets && is_in_block(column_of(first))) {
      note_text(begin, end);
      return next_line(end);
    }
    block_ = kNone;
    if (in_brackets)
      flow(first, end);
    else
      content(first, end);
    return next_line(end);
  }

  bool is_in_block(std::size_t column) const { return block_ != kNone && column > block_; }

  void leave(std::size_t column, bool dash) {
    while (!levels_.empty()) {
      const Level& last = levels_.back();
      const bool stays =
          last.column < column || (dash && last.kind == Level::Kind::key && last.column == column);
      if (stays) return;
      levels_.pop_back();
    }
  }

  void enter(Level::Kind kind, std::size_t column, std::string key = {}) {
    levels_.push_back({kind, column, std::move(key), ++last_id_});
  }

  std::size_t owner() const { return levels_.empty() ? 0 : levels_.back().id; }

  /// What stands on a line outside of brackets: dashes, a key, a value.
  void content(std::size_t at, std::size_t end) {
    while (at < end && text_[at] == '-' && (at + 1 == end || is_one_of(text_[at + 1], " \t"))) {
      leave(column_of(at), true);
      enter(Level::Kind::element, column_of(at));
      const std::size_t next = std::min(pass(text_, " \t", at + 1), end);
      if (next == end && offset_ > at && offset_ <= end) note(offset_, offset_, false, false);
      at = next;
    }
    if (at == end || text_[at] == '#') return note_text(at, end);
    leave(column_of(at), false);
    if (is_one_of(text_[at], "{[")) return flow(at, end);
    const std::size_t colon = colon_behind(at, end, false);
    if (colon == kNone) return value(at, end, false);
    key(at, colon);
    enter(Level::Kind::key, column_of(at), std::string(bare(at, colon)));
    const std::size_t next = std::min(pass(text_, " \t", colon + 1), end);
    behind_colon(colon, next, end);
  }

  /// What stands behind a key on its line.
  void behind_colon(std::size_t colon, std::size_t at, std::size_t end) {
    if (at == end || text_[at] == '#') {
      if (offset_ > colon && offset_ <= at) note(offset_, offset_, false, true);
      return note_text(at, end);
    }
    if (offset_ > colon && offset_ < at) note(offset_, offset_, false, true);
    if (is_one_of(text_[at], "|>")) {
      block_ = levels_.back().column;
      return note_text(at, end);
    }
    if (is_one_of(text_[at], "{[")) return flow(at, end);
    value(at, end, true);
  }

  void value(std::size_t at, std::size_t end, bool behind) {
    const std::size_t last = scalar_end(at, end, false);
    if (offset_ >= at && offset_ <= last) note_scalar(at, last, false, behind);
    // A blank behind it is still this value's.
    else if (offset_ > last && offset_ <= end && is_blank(text_.substr(last, end - last)))
      note_scalar(at, offset_, false, behind);
    note_text(last, end);
  }

  /// What stands within brackets on a line.
  void flow(std::size_t at, std::size_t end) {
    while (at < end) {
      const char c = text_[at];
      if (is_one_of(c, " \t")) {
        ++at;
      } else if (c == '#' && at > line_begin_ && is_one_of(text_[at - 1], " \t")) {
        return note_text(at, end);
      } else if (is_one_of(c, "{[")) {
        enter(c == '{' ? Level::Kind::braces : Level::Kind::brackets, kNone);
        note_gap(++at, end);
      } else if (is_one_of(c, "]}")) {
        while (in_flow_key()) levels_.pop_back();
        if (in_flow()) levels_.pop_back();
        if (++at; !in_flow() && !in_flow_key()) return note_text(at, end);
      } else if (c == ',') {
        while (in_flow_key()) levels_.pop_back();
        note_gap(++at, end);
      } else {
        at = flow_word(at, end);
      }
    }
  }

  bool in_flow_key() const {
    return !levels_.empty() && levels_.back().kind == Level::Kind::key &&
           levels_.back().column == kNone;
  }

  /// A key or a value within brackets; behind it.
  std::size_t flow_word(std::size_t at, std::size_t end) {
    const std::size_t colon = in_flow_key() ? kNone : colon_behind(at, end, true);
    if (colon != kNone) {
      key(at, colon);
      enter(Level::Kind::key, kNone, std::string(bare(at, colon)));
      note_gap(colon + 1, end);
      return colon + 1;
    }
    const std::size_t last = std::max(scalar_end(at, end, true), at + 1);
    if (offset_ >= at && offset_ <= last)
      note_scalar(at, last, true, levels_.back().kind != Level::Kind::braces);
    return last;
  }

  /// Where nothing is written yet, up to the next sign.
  void note_gap(std::size_t at, std::size_t end) {
    const std::size_t next = std::min(pass(text_, " \t", at), end);
    const bool empty = next == end || is_one_of(text_[next], ",]}");
    if (offset_ >= at && (empty ? offset_ <= next : offset_ < next))
      note(offset_, offset_, true, levels_.back().kind != Level::Kind::braces);
  }

  /// The colon of a key that begins there, or none.
  std::size_t colon_behind(std::size_t at, std::size_t end, bool flow) const {
    std::size_t next = scalar_end(at, end, flow);
    if (is_one_of(text_[at], "'\"")) next = std::min(pass(text_, " \t", next), end);
    const bool is_colon = next < end && text_[next] == ':';
    return is_colon ? next : kNone;
  }

  /// Where a text ends that begins there: at a colon with a blank behind it, at a comment, in
  /// brackets at their signs, too.
  std::size_t scalar_end(std::size_t at, std::size_t end, bool flow) const {
    if (const char quote = text_[at]; is_one_of(quote, "'\"")) {
      for (++at; at < end && text_[at] != quote; ++at)
        if (quote == '"' && text_[at] == '\\') ++at;
      return std::min(at + 1, end);
    }
    std::size_t last = at;
    for (; at < end; ++at) {
      const char c = text_[at];
      const bool ends = at + 1 == end || is_one_of(text_[at + 1], " \t") ||
                        (flow && is_one_of(text_[at + 1], ",[]{}"));
      if ((c == ':' && ends) || (flow && is_one_of(c, ",[]{}"))) break;
      if (c == '#' && at > line_begin_ && is_one_of(text_[at - 1], " \t")) break;
      if (!is_one_of(c, " \t")) last = at + 1;
    }
    return last;
  }

  /// A text without the quotes around it.
  std::string_view bare(std::size_t begin, std::size_t end) const {
    std::string_view text = trimmed(text_.substr(begin, end - begin));
    if (text.size() > 1 && is_one_of(text.front(), "'\"") && text.back() == text.front())
      text = text.substr(1, text.size() - 2);
    return text;
  }

  void key(std::size_t begin, std::size_t end) {
    const std::size_t last = begin + trimmed(text_.substr(begin, end - begin)).size();
    if (offset_ >= begin && offset_ <= last) {
      note(begin, last, in_flow(), false);
      spot_.is_key = true;
    } else {
      keys_.push_back({std::string(bare(begin, end)), owner()});
    }
  }

  void note_scalar(std::size_t begin, std::size_t end, bool flow, bool value) {
    if (is_one_of(text_[begin], "'\"")) {
      const bool closed = end > begin + 1 && text_[end - 1] == text_[begin];
      end -= closed ? 1 : 0;
      ++begin;
    }
    note(begin, std::max(begin, end), flow, value);
  }

  void note_text(std::size_t begin, std::size_t end) {
    if (offset_ <= begin || offset_ > end || met_) return;
    note(offset_, offset_, false, false);
    spot_.is_text = true;
  }

  /// A place where nothing stands: what is typed there stands by its column.
  void empty_place() {
    if (met_) return;
    if (!in_flow() && !in_flow_key()) {
      const std::size_t column =
          line_begin_ <= offset_ && line_end(line_begin_) >= offset_ ? column_of(offset_) : 0;
      if (is_in_block(column)) {
        note(offset_, offset_, false, false);
        spot_.is_text = true;
        return;
      }
      const std::vector<Level> kept = levels_;
      leave(column, false);
      note(offset_, offset_, false, false);
      levels_ = kept;
      return;
    }
    note(offset_, offset_, true, levels_.back().kind != Level::Kind::braces);
  }

  void note(std::size_t begin, std::size_t end, bool flow, bool value) {
    if (met_) return;
    met_ = true;
    owner_ = owner();
    spot_.begin = begin;
    spot_.end = end;
    spot_.flow = flow;
    spot_.is_value = value;
    spot_.right_under = !levels_.empty() && levels_.back().kind == Level::Kind::key;
    for (const Level& level : levels_)
      if (level.kind == Level::Kind::key) spot_.path.push_back(level.key);
  }

  std::string_view text_;
  std::size_t offset_;
  std::size_t line_begin_ = 0;
  std::vector<Level> levels_ = {};
  std::size_t last_id_ = 0;
  /// Column of the key whose text of several lines goes on.
  std::size_t block_ = kNone;
  std::vector<Key> keys_ = {};
  Spot spot_ = {};
  bool met_ = false;
  std::size_t owner_ = 0;
};

}  // namespace

Spot spot_at(std::string_view text, std::size_t offset) {
  return Reader(text, std::min(offset, text.size())).read();
}

std::string kind_of(std::string_view text) {
  constexpr std::string_view kKey = "kind:";
  for (std::string_view line : split(text, "\n")) {
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (!line.starts_with(kKey)) continue;
    const std::string_view value = line.substr(kKey.size());
    return std::string(trimmed(value.substr(0, value.find(" #")), " \t\r'\""));
  }
  return {};
}

}  // namespace wardplan::lsp
