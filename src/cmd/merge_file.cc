// `merge-file`: the merge driver of git.
#include <algorithm>
#include <utility>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "compare/merge_text.h"
#include "compare/pairs.h"
#include "compare/told.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "lists/change_list.h"
#include "records/words.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/date.h"

namespace wardplan {
namespace {

/// What ours has at a conflict's place, or null.
const Tree* ours_at(const MergedText& merged, const Conflict& conflict) {
  return conflict.kind == ChangeKind::added ? nullptr : &value_at(merged.tree, conflict.path);
}

/// The places of all conflicts; what ours took away stands in the record with theirs.
std::vector<ToldChange> told_conflicts(const MergedText& merged) {
  const Tree with = with_theirs(merged.tree, all_of(merged.conflicts));
  const std::vector<std::optional<Path>> paths = paths_with_theirs(merged.conflicts);
  std::vector<Path> here, there;
  for (std::size_t at = 0; at < paths.size(); ++at) {
    const Conflict& conflict = merged.conflicts[at];
    if (conflict.kind == ChangeKind::added)
      there.push_back(*paths[at]);
    else
      here.push_back(conflict.path);
  }
  const std::vector<ToldChange> ours = told_places(merged.tree, here),
                                theirs = told_places(with, there);
  std::vector<ToldChange> all;
  auto mine = ours.begin(), other = theirs.begin();
  for (const Conflict& conflict : merged.conflicts) {
    all.push_back(conflict.kind == ChangeKind::added ? *other++ : *mine++);
    all.back().kind = conflict.kind;
  }
  return all;
}

/// Which row it is: `I.2.4.1 (Y tế)`.
std::string row_in_words(const ToldChange& told) {
  std::string row = told.address;
  if (!told.title.empty()) row += " (" + shorten(told.title) + ")";
  return row;
}

/// Where that is: `I.2.4.1 (Y tế): thời gian hoàn thành`.
std::string place_in_words(const ToldChange& told, const RecordWords& words) {
  const std::string place = row_in_words(told);
  std::string field = field_words(told, words);
  if (!told.part.empty()) field += " (" + told.part + ")";
  if (!told.day.empty()) field += " " + told.day;
  return place.empty() ? field : place + ": " + field;
}

/// The keys of a row in words: `thời gian hoàn thành, ghi chú`.
std::string keys_in_words(const std::vector<std::string>& keys, const ToldChange& told,
                          const RecordWords& words) {
  std::string out;
  for (const std::string& key : keys) {
    ToldChange one{.list = told.list, .key = key, .owner = told.key};
    join(out, field_words(one, words), ", ");
  }
  return out;
}

bool is_row(const ToldChange& told) { return told.key == told.list; }

/// Two different things that came under one number or id.
bool is_number_taken_twice(const Conflict& conflict, const Tree& ours, const ToldChange& told) {
  return is_row(told) && conflict.is_new && conflict.kind == ChangeKind::changed &&
         !told.address.empty() && title_under(ours) != title_under(conflict.theirs);
}

/// Two texts as messages show them: cut where they are long, but never so that they look alike.
std::pair<std::string, std::string> shown_apart(const std::string& one, const std::string& other) {
  const std::pair cut(shorten(one), shorten(other));
  if (cut.first != cut.second || one == other) return cut;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < std::min(one.size(), other.size()) && one[at] == other[at]; ++at)
    if (one[at] == ' ') begin = at + 1;
  // Words that are longer than what is shown begin in the middle.
  std::size_t differ = begin;
  while (differ < std::min(one.size(), other.size()) && one[differ] == other[differ]) ++differ;
  constexpr std::size_t kFar = 20;
  while (differ > begin + kFar && (static_cast<unsigned char>(one[begin]) & 0xC0) != 0x80)
    begin += decode(one, begin).size;
  return {"…" + shorten(std::string_view(one).substr(begin)),
          "…" + shorten(std::string_view(other).substr(begin))};
}

/// The values of keys that two rows have otherwise: `thời gian hoàn thành: Tháng 6/2026; ghi chú:
/// không có`.
std::pair<std::string, std::string> values_apart(const Tree& one, const Tree& other,
                                                 const std::vector<std::string>& keys,
                                                 const ToldChange& told, const RecordWords& words) {
  std::pair<std::string, std::string> out;
  for (const std::string& key : keys) {
    const ToldChange field{.list = told.list, .key = key, .owner = told.key};
    const auto text = [&](const Tree& row) {
      const Tree* value = find(row, key);
      if (value == nullptr) return std::string(Phrase{"không có", "none"}.in(words.lang));
      return key == kEntries ? std::to_string(value->children.size())
                             : value_in_line(*value, field, words);
    };
    const auto [mine, beside] = shown_apart(text(one), text(other));
    join(out.first, field_words(field, words) + ": " + mine, "; ");
    join(out.second, field_words(field, words) + ": " + beside, "; ");
  }
  return out;
}

/// What one side has of a conflict, its texts beside those of the other.
struct SideTold {
  const RecordWords& words;
  const Conflict& conflict;
  const ToldChange& told;

  Message missing() const {
    return conflict.is_new ? Phrase{"không có", "has none"} : Phrase{"đã bỏ", "took it away"};
  }

  /// Of the side that has it where the other has none.
  Message there(const Tree& value) const {
    if (!is_row(told) || conflict.is_new) {
      const std::string text =
          is_row(told) ? std::string(title_under(value)) : value_in_line(value, told, words);
      return say("ghi `{}`", "has `{}`", shorten(text));
    }
    if (conflict.differing.empty()) return Phrase{"có sửa", "changed it"};
    return say("có sửa {}", "changed {}", keys_in_words(conflict.differing, told, words));
  }

  std::string text(const Tree& value, const Tree& beside) const {
    if (is_row(told)) return std::string(title_under(value));
    std::string line = value_in_line(value, told, words);
    const bool list = value.kind == yaml::Kind::sequence;
    return list && line == value_in_line(beside, told, words) ? "[" + line + "]" : line;
  }

  std::pair<Message, Message> both(const Tree& ours, const Tree& theirs) const {
    const bool one_title = is_row(told) && title_under(ours) == title_under(theirs);
    const auto [mine, other] = one_title
                                   ? values_apart(ours, theirs, conflict.differing, told, words)
                                   : shown_apart(text(ours, theirs), text(theirs, ours));
    return {say("ghi `{}`", "has `{}`", mine), say("ghi `{}`", "has `{}`", other)};
  }
};

void tell_conflict(const MergedText& merged, const Conflict& conflict, const ToldChange& told,
                   Io& io) {
  const RecordWords words{.kind = std::string(text_under(merged.tree, "kind")), .lang = io.lang};
  const SideTold side{words, conflict, told};
  const Tree* ours = ours_at(merged, conflict);
  std::pair<Message, Message> said;
  if (conflict.kind == ChangeKind::changed)
    said = side.both(*ours, conflict.theirs);
  else if (ours == nullptr)
    said = {side.missing(), side.there(conflict.theirs)};
  else
    said = {side.there(*ours), side.missing()};
  Message message = say("{}: bên này {}, bên kia {}", "{}: ours {}, theirs {}",
                        place_in_words(told, words), said.first, said.second);
  if (ours != nullptr && is_number_taken_twice(conflict, *ours, told))
    message += find(*ours, "number") != nullptr
                   ? Phrase{"; giữ cả hai và đặt số khác cho một dòng",
                            "; keep both, and give one of them another number"}
                   : Phrase{"; giữ cả hai và đặt mã (`id`) khác cho một dòng",
                            "; keep both, and give one of them another id"};
  complain(message, io);
}

/// What one side said last and the other said otherwise later: taking back what was done, or any
/// other word on the same round.
void tell_taken_back(const MergedText& merged, Io& io) {
  const RecordWords words{.kind = std::string(text_under(merged.tree, "kind")), .lang = io.lang};
  const auto in_words = [&](const std::string& status) {
    return value_in_line(text_tree(status), {.key = "status", .owner = std::string(kEntries)},
                         words);
  };
  const auto day = [](const std::string& text) {
    const auto date = parse_date(text);
    return date ? Message(written(*date)) : Message(text, text);
  };
  for (const TakenBack& one : merged.taken_back) {
    const StatusWord* said = status_by_token(one.status);
    const bool closed = said == nullptr || said->closure == Closure::done;
    if (!closed && one.round.empty()) continue;
    const std::string row = row_in_words(told_place(merged.tree, one.row));
    const Message place =
        one.round.empty() ? Message(row, row) : say("{}, đợt {}", "{}, round {}", row, one.round);
    const Phrase who = one.by_ours ? Phrase{"bên này", "ours"} : Phrase{"bên kia", "theirs"};
    const Phrase other = one.by_ours ? Phrase{"bên kia", "theirs"} : Phrase{"bên này", "ours"};
    complain(say("{0}: {1} ghi `{2}` ngày {3}, {4} ghi `{5}` ngày {6}; ghép theo ngày nên nay là "
                 "`{5}`, xem lại nếu không phải vậy",
                 "{0}: {1} has `{2}` on {3}, {4} has `{5}` on {6}; merged by day it is `{5}` now, "
                 "look at it if that isn't meant",
                 place, who, in_words(one.status), day(one.day), other, in_words(one.later_status),
                 day(one.later_day)),
             io);
  }
}

/// Why more is between marks than what contradicts.
Phrase told_reason(Unsettled why) {
  switch (why) {
    case Unsettled::order:
      return {
          "ghép thì có dòng đứng ở mục hay thứ tự mà không bên nào đặt, nên mọi chỗ khác nhau "
          "đều nằm giữa các dấu",
          "merged, some row would stand in a section or an order that neither side gave it, so "
          "that all differences are between marks"};
    case Unsettled::layout:
      return {"tệp viết theo lối không ghép được, nên mọi chỗ khác nhau đều nằm giữa các dấu",
              "the file can't be laid out merged, so that all differences are between marks"};
    case Unsettled::comment:
      return {
          "có chú thích (`#`) không biết đặt vào đâu, nên mọi chỗ khác nhau đều nằm giữa các dấu",
          "some comment (`#`) has no place in what is merged, so that all differences are "
          "between marks"};
    case Unsettled::nothing:
      break;
  }
  return {};
}

/// `bên kia (dòng 12: …)`: each version that can't be read, where and why.
Message unread_in_words(const MergedText& merged) {
  using Which = UnreadVersion::Which;
  Message all;
  for (const UnreadVersion& one : merged.unread) {
    const Phrase version = one.which == Which::ours ? Phrase{"bên này", "ours"}
                           : one.which == Which::theirs
                               ? Phrase{"bên kia", "theirs"}
                               : Phrase{"bản gốc chung", "what both were made of"};
    // Where nothing was both made of, there is no place to name.
    join(all, one.line == 0
                  ? Message(version)
                  : say("{} (dòng {}: {})", "{} (line {}: {})", version, one.line, one.why));
  }
  return all;
}

/// The exit code where one version can't be read.
int by_lines_of_one(const MergedText& merged, const std::string& open, const std::string& close,
                    Io& io) {
  const Message version = unread_in_words(merged);
  return refused(
      merged.marked == 0
          ? say("{} không đọc được nên chỉ ghép theo dòng; xem lại tệp rồi `git add`",
                "{} can't be read, so that it went by lines; look at the file, then `git add`",
                version)
          : say("{} không đọc được nên ghép theo dòng; sửa chỗ giữa các dấu `{}` và `{}` rồi "
                "`git add`",
                "{} can't be read, so that it went by lines; mend what stands between `{}` and "
                "`{}`, then `git add`",
                version, open, close),
      io);
}

/// Where histories cross, git merges what both were made of, and puts marks into it.
void tell_marked_base(const std::string& base, Io& io) {
  if (base.starts_with("<<<<<<<") || base.find("\n<<<<<<<") != std::string::npos)
    complain({"bản gốc chung do git ghép có dấu `<<<<<<<`; chạy "
              "`git config merge.wardplan.recursive binary` một lần rồi ghép lại",
              "git has merged what both were made of, with `<<<<<<<` in it; run "
              "`git config merge.wardplan.recursive binary` once, and merge again"},
             io);
}

/// What to do about places in conflict; the exit code.
int tell_end(const MergedText& merged, bool only_numbers, const std::string& open,
             const std::string& close, Io& io) {
  const Phrase what =
      only_numbers ? Phrase{"giữ cả hai với số khác nhau", "keep both sides with different numbers"}
                   : Phrase{"giữ một bên", "keep one side"};
  return refused(
      say("{0} chỗ hai bên ghi khác nhau, giữa các dấu `{2}` và `{3}`; {4} rồi `git add`",
          "{1} in conflict, between `{2}` and `{3}`; {4}, then `git add`", merged.marked,
          counted(merged.marked, "place"), open, close, what),
      io);
}

/// What the person who merges is to know; the exit code.
int tell(const MergedText& merged, const Marks& marks, Io& io) {
  const std::string open(marks.size, '<'), close(marks.size, '>');
  const std::vector<ToldChange> told = told_conflicts(merged);
  bool only_numbers = !told.empty();
  for (std::size_t at = 0; at < told.size(); ++at) {
    const Conflict& conflict = merged.conflicts[at];
    tell_conflict(merged, conflict, told[at], io);
    const Tree* ours = ours_at(merged, conflict);
    only_numbers =
        only_numbers && ours != nullptr && is_number_taken_twice(conflict, *ours, told[at]);
  }
  tell_taken_back(merged, io);
  if (merged.why != Unsettled::nothing) complain(told_reason(merged.why), io);
  switch (merged.end) {
    case MergeEnd::merged:
      return kFine;
    case MergeEnd::lines:
      return merged.marked == 0 ? kFine : kFound;
    case MergeEnd::unread:
    case MergeEnd::base_unread:
      return by_lines_of_one(merged, open, close, io);
    case MergeEnd::conflicts:
      break;
  }
  return tell_end(merged, only_numbers, open, close, io);
}

}  // namespace

int merge_file_command(const MergeFileOptions& options, Io& io) {
  io.subject = options.name;
  const std::string base = read_whole(options.base), theirs = read_whole(options.theirs);
  MergedText merged;
  const Rewritten done = rewrite_file(options.ours, [&](const std::string& ours) {
    merged = merge_texts(base, ours, theirs, options.marks);
    return std::optional(merged.bytes);
  });
  for (const Message& warning : done.warnings) complain(warning, io);
  if (merged.end == MergeEnd::base_unread) tell_marked_base(base, io);
  return tell(merged, options.marks, io);
}

}  // namespace wardplan
