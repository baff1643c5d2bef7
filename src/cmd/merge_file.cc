// `merge-file`: the merge driver of git.
#include <algorithm>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "compare/merge_text.h"
#include "compare/pairs.h"
#include "compare/told.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "lists/change_list.h"
#include "text/utf8.h"

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

/// Where that is: `I.2.4.1 (Y tế): thời gian hoàn thành`.
std::string place_in_words(const ToldChange& told, const RecordWords& words) {
  std::string place = told.address;
  if (!told.title.empty()) place += " (" + shorten(told.title) + ")";
  std::string field = field_words(told, words);
  if (!told.part.empty()) field += " (" + told.part + ")";
  if (!told.day.empty()) field += " " + told.day;
  return place.empty() ? field : place + ": " + field;
}

Message told_side(const Tree* value, const ToldChange& told, bool is_new,
                  const RecordWords& words) {
  if (value == nullptr && is_new) return Phrase{"không có", "has none"};
  if (value == nullptr) return Phrase{"đã bỏ", "took it away"};
  const bool is_row = told.key == told.list;
  if (is_row && told.kind != ChangeKind::changed && !is_new) return Phrase{"có sửa", "changed it"};
  return say(
      "ghi `{}`", "has `{}`",
      shorten(is_row ? std::string(title_under(*value)) : value_in_line(*value, told, words)));
}

void tell_conflict(const MergedText& merged, const Conflict& conflict, const ToldChange& told,
                   Io& io) {
  const RecordWords words{.kind = std::string(text_under(merged.tree, "kind")), .lang = io.lang};
  const Tree* theirs = conflict.kind == ChangeKind::removed ? nullptr : &conflict.theirs;
  complain(say("{}: bên này {}, bên kia {}", "{}: ours {}, theirs {}", place_in_words(told, words),
               told_side(ours_at(merged, conflict), told, conflict.is_new, words),
               told_side(theirs, told, conflict.is_new, words)),
           io);
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

/// The exit code where one version can't be read.
int by_lines_of_one(const Phrase& version, const MergedText& merged, Io& io) {
  return refused(
      merged.marked == 0
          ? say("{} không đọc được nên chỉ ghép theo dòng; xem lại tệp rồi `git add`",
                "{} can't be read, so that it went by lines; look at the file, then `git add`",
                version)
          : say("{} không đọc được nên ghép theo dòng; sửa chỗ giữa các dấu `<<<<<<<` và "
                "`>>>>>>>` rồi `git add`",
                "{} can't be read, so that it went by lines; mend what stands between `<<<<<<<` "
                "and `>>>>>>>`, then `git add`",
                version),
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

/// What the person who merges is to know; the exit code.
int tell(const MergedText& merged, Io& io) {
  const std::vector<ToldChange> told = told_conflicts(merged);
  for (std::size_t at = 0; at < told.size(); ++at)
    tell_conflict(merged, merged.conflicts[at], told[at], io);
  if (merged.why != Unsettled::nothing) complain(told_reason(merged.why), io);
  switch (merged.end) {
    case MergeEnd::merged:
      return kFine;
    case MergeEnd::lines:
      return merged.marked == 0 ? kFine : kFound;
    case MergeEnd::unread:
      return by_lines_of_one({"một bên", "a side"}, merged, io);
    case MergeEnd::base_unread:
      return by_lines_of_one({"bản gốc chung", "what both were made of"}, merged, io);
    case MergeEnd::conflicts:
      break;
  }
  return refused(say("{0} chỗ hai bên ghi khác nhau, giữa các dấu `<<<<<<<` và `>>>>>>>`; giữ một "
                     "bên rồi `git add`",
                     "{1} in conflict, between `<<<<<<<` and `>>>>>>>`; keep one side, then "
                     "`git add`",
                     merged.marked, counted(merged.marked, "place")),
                 io);
}

}  // namespace

int merge_file_command(const MergeFileOptions& options, Io& io) {
  io.subject = options.name;
  const std::string base = read_whole(options.base), theirs = read_whole(options.theirs);
  MergedText merged;
  const Rewritten done = rewrite_file(options.ours, [&](const std::string& ours) {
    merged = merge_texts(base, ours, theirs);
    return std::optional(merged.bytes);
  });
  for (const Message& warning : done.warnings) complain(warning, io);
  if (merged.end == MergeEnd::base_unread) tell_marked_base(base, io);
  return tell(merged, io);
}

}  // namespace wardplan
