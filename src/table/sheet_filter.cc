#include "table/sheet_filter.h"

#include "table/refused.h"
#include "table/xml.h"
#include "text/trim.h"

namespace wardplan::tables {
namespace {

constexpr std::size_t kNone = std::string::npos;
/// No tag or comment of a sheet is longer.
constexpr std::size_t kLongestTag = 1U << 20;

struct Quiet {
  std::string_view begin;
  std::string_view end;
};
/// Whatever stands in these is no tag.
constexpr Quiet kQuiet[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

/// Where a tag ends: `>` in quotes is part of what an attribute says.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = '\0';
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return kNone;
}

/// A row or cell that doesn't say where it is counts for those behind it.
bool is_placed(std::string_view tag) { return tag.find(" r=") != kNone; }

}  // namespace

void SheetFilter::take(std::string_view piece) {
  rest_ += piece;
  std::size_t at = 0;
  for (;;) {
    const std::size_t tag = rest_.find('<', at);
    kept_.append(rest_, at, tag == kNone ? kNone : tag - at);
    at = tag == kNone ? rest_.size() : tag;
    const std::size_t end = at < rest_.size() ? pass_tag(at) : kNone;
    if (end == kNone) break;
    at = end;
  }
  rest_.erase(0, at);
  if (rest_.size() > kLongestTag)
    refuse({"một trang tính hỏng: có thẻ không khép lại",
            "a sheet is broken: a tag in it doesn't end"});
  if (kept_.size() + rest_.size() > kMaxPart)
    refuse({"một trang tính quá lớn để đọc", "a sheet is too large to be read"},
           {"chỉ giữ bảng cần đọc trong tệp", "keep only the table to be read in the file"});
}

/// The end of the tag at `at`, of which what matters was kept; none: it isn't whole yet.
std::size_t SheetFilter::pass_tag(std::size_t at) {
  const std::string_view text(rest_);
  // Too short to tell what it is.
  if (text.size() - at < 10 && text.find('>', at) == kNone) return kNone;
  for (const Quiet& quiet : kQuiet) {
    if (!text.substr(at).starts_with(quiet.begin)) continue;
    const std::size_t end = text.find(quiet.end, at + quiet.begin.size());
    if (end == kNone) return kNone;
    kept_ += text.substr(at, end + quiet.end.size() - at);
    return end + quiet.end.size();
  }
  const std::size_t end = end_of_tag(text, at);
  if (end != kNone) keep_tag(text.substr(at, end - at));
  return end;
}

void SheetFilter::keep_tag(std::string_view tag) {
  const bool closes = tag.starts_with("</"), empty = tag.ends_with("/>");
  const std::size_t begin = closes ? 2 : 1;
  const std::string_view name =
      local_name(tag.substr(begin, find_or_end(tag, " \t\r\n/>", begin) - begin));
  const bool row = name == "row", cell = name == "c";
  if (!row && !cell) {
    kept_ += tag;
    return;
  }
  if (empty && is_placed(tag)) return leave_out(tag, row);
  std::size_t& at = row ? row_ : cell_;
  std::size_t& inside = row ? row_inside_ : cell_inside_;
  std::string& left_out = row ? row_left_out_ : cell_left_out_;
  if (!closes && !empty && is_placed(tag)) {
    at = kept_.size();
    kept_ += tag;
    inside = kept_.size();
    if (row) cell_left_out_.clear();
    return;
  }
  if (closes && inside > 0 && is_blank(std::string_view(kept_).substr(inside))) {
    const std::string opened = kept_.substr(at, inside - at);
    kept_.resize(at);
    inside = 0;
    return leave_out(opened, row);
  }
  if (closes)
    left_out.clear();
  else
    place_behind(left_out);
  if (row && !closes) cell_left_out_.clear();
  inside = 0;
  kept_ += tag;
}

void SheetFilter::leave_out(std::string_view tag, bool row) {
  (row ? row_left_out_ : cell_left_out_) = tag;
}

/// Keeps what was left out before a row or cell that doesn't say where it is.
void SheetFilter::place_behind(std::string& left_out) {
  if (left_out.empty()) return;
  if (!left_out.ends_with("/>")) left_out.insert(left_out.size() - 1, "/");
  kept_ += left_out;
  left_out.clear();
}

std::string SheetFilter::finish() {
  kept_ += rest_;
  rest_.clear();
  return std::move(kept_);
}

}  // namespace wardplan::tables
