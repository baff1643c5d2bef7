// `import --merge`: a table that was issued anew, brought into the record that is there.
#include "cmd/import_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "cmd/import_mixed.h"
#include "cmd/import_progress.h"
#include "cmd/plan_file.h"
#include "cmd/rewriting.h"
#include "cmd/typed.h"
#include "diag/render.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "edit/reshape.h"
#include "import/merge.h"
#include "lists/cards.h"
#include "records/row_keys.h"
#include "text/edit.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// Why a record isn't the one that a table is about, or nothing.
std::optional<Message> why_another(const Plan& plan, const ImportOptions& options) {
  const auto differs = [&](std::string_view key, const std::string& is, const std::string& wanted) {
    return say("`{}` có `{}` là `{}`, không phải `{}`", "`{}` has the `{}` `{}`, not `{}`",
               options.output, key, is, wanted);
  };
  if (plan.kind != options.kind)
    return differs("kind", plan.kind_word.value,
                   std::string(record_kind_words(options.kind).token));
  if (plan.ward_id.value != options.ward) return differs("ward", plan.ward_id.value, options.ward);
  if (plan.year.value != options.year)
    return differs("year", std::to_string(plan.year.value), std::to_string(options.year));
  if (plan.catalogue_id.value != options.catalogue)
    return differs("catalogue", plan.catalogue_id.value, options.catalogue);
  return std::nullopt;
}

JudgedText judge_with(const NewFiles& made, const std::string& path, std::string bytes,
                      const Io& io) {
  std::vector<NewFile> files(made.files.begin(), made.files.end() - 1);
  files.emplace_back(path, std::move(bytes));
  return judge_texts(std::move(files), io);
}

/// One merge under the record's lock.
struct MergeRun {
  const Imported& imported;
  const NewFiles& made;
  const ImportOptions& options;
  Io& io;
  /// Why nothing was brought in, if that was refused.
  Message refusal = {};
  std::size_t changed = 0;
  std::size_t added = 0;
  std::size_t entries = 0;
  bool differs = false;
  bool reordered = false;
  /// Something that the table says of how work stands stays out.
  bool unrecorded = false;
  /// What is told of it, line by line.
  std::vector<Message> lines = {};

  std::nullopt_t refuse_because(Message why) {
    refusal = std::move(why);
    return std::nullopt;
  }

  std::optional<ChangedText> run(const std::string& bytes) {
    const JudgedText before = judge_with(made, options.output, bytes, io);
    if (auto why = why_not_changed(options.output, before, io)) return refuse_because(*why);
    const Plan& plan = before.project.plans.front();
    if (auto why = why_another(plan, options)) return refuse_because(*why);
    const Plan& fresh = made.project.plans.front();
    const Tree root = read_tree(bytes), fresh_root = read_tree(made.files.back().second);
    const Merge merge = merge_records({plan, root}, {fresh, fresh_root}, imported.headings,
                                      [](const Row& row) { return printed_content(row, false); });
    tell(plan, merge);
    if (merge.mixes_up()) return refuse_because(mixed_up(plan, merge, options.output));
    differs = !merge.empty();
    if (!differs && imported.progress.empty() && imported.unread.empty()) return std::nullopt;
    ChangedText text{.bytes = bytes, .edits = {}};
    if (differs) text = merged_text(bytes, merge, row_list(plan.kind, false));
    if (!text.refusal.empty()) return refuse_because(text.refusal);
    return judged(before, merge, std::move(text));
  }

  /// What was done since, behind the wording; false: something of it can't be recorded.
  bool record_progress(const Plan& plan, ChangedText& text) {
    ProgressMade made_of = progress_of(imported, plan, io.as_of);
    unrecorded = !made_of.told.empty();
    std::ranges::move(made_of.kept, std::back_inserter(made_of.told));
    if (!made_of.told.empty())
      lines.push_back(Phrase{"tiến độ không ghi:", "how work stands, not recorded:"});
    for (const Message& one : made_of.told) lines.push_back(say("  {}", "  {}", one));
    if (made_of.requests.empty()) return true;
    TextChange change = change_text(
        options.output, text.bytes, made_of.requests, !options.apply,
        [&](std::string bytes) { return judge_with(made, options.output, std::move(bytes), io); },
        io);
    if (!change.answer.done) return refuse_progress(made_of.requests, change.answer);
    if (!change.text) return true;
    lines.push_back(Phrase{"tiến độ mới:", "how work stands now:"});
    for (const ChangeAnswer& answer : change.answer.answers)
      if (answer.done) lines.push_back(say("  {}", "  {}", answer.message));
    entries = static_cast<std::size_t>(
        std::ranges::count(change.answer.answers, true, &ChangeAnswer::done));
    text.edits = text.edits.empty() ? std::move(change.text->edits)
                                    : composed(text.edits, change.text->edits);
    text.bytes = std::move(change.text->bytes);
    differs = true;
    return true;
  }

  bool refuse_progress(const std::vector<ChangeRequest>& requests, const FileAnswer& answer) {
    Message why;
    for (std::size_t at = 0; at < requests.size(); ++at) {
      const ChangeAnswer& one = answer.answers[at];
      if (one.message.empty() || one.held_back || one.unchanged) continue;
      const std::string& address = requests[at].address;
      if (!why.empty()) why += say("; ", "; ");
      const bool named = one.message.vi.starts_with(address + ": ");
      why += named ? one.message : say("{}: {}", "{}: {}", address, one.message);
    }
    refuse_because(why);
    return false;
  }

  std::optional<ChangedText> judged(const JudgedText& before, const Merge& merge,
                                    ChangedText text) {
    const JudgedText after = judge_with(made, options.output, text.bytes, io);
    const std::vector<Finding> brought = new_findings(before, after);
    std::vector<Finding> errors = brought;
    std::erase_if(errors, [](const Finding& one) { return one.code->severity != Severity::error; });
    io.err += rendered(after, errors.empty() ? brought : errors, io);
    if (!errors.empty())
      return refuse_because(Phrase{"như vậy thì hồ sơ có lỗi", "the record would have an error"});
    if (auto why = why_misplaced(before.project.plans.front(), after.project.plans.front(), merge))
      return refuse_because(*why);
    tell_new_dues(before.project.plans.front(), after.project.plans.front(), merge);
    if (!record_progress(after.project.plans.front(), text) || !differs) return std::nullopt;
    if (options.apply) write_others();
    return text;
  }

  /// A due is what was issued: where the table has another for work that is under way, nobody can
  /// tell whether it was issued anew or put off, and what was late may seem to be in time.
  void tell_new_dues(const Plan& before, const Plan& after, const Merge& merge) {
    std::vector<Message> dues;
    for (const NewWording& one : merge.changed) {
      const Row& row = before.rows[one.row];
      const std::string& address = before.outline[one.row].address;
      const auto place = std::ranges::find(after.outline, address, &Place::address);
      if (row.updates.empty() || !row.due.given || place == after.outline.end() ||
          std::ranges::find(one.keys, "due") == one.keys.end())
        continue;
      const Row& now = after.rows[static_cast<std::size_t>(place - after.outline.begin())];
      dues.push_back(say("  {}: {} → {}", "  {}: {} → {}", address, row.due.value, now.due.value));
    }
    if (dues.empty()) return;
    lines.push_back(
        say("hạn khác ở việc đã có cập nhật, hạn cũ không còn trong hồ sơ (nếu là gia hạn thì để "
            "hạn cũ ở `due`, rồi `wardplan update {} ĐỊA-CHỈ --due HẠN`):",
            "another due for work under way, and the old one is gone from the record (where it "
            "was put off, leave the old one in `due`, and `wardplan update {} ADDRESS --due DUE`):",
            shell_quoted(options.output)));
    std::ranges::move(dues, std::back_inserter(lines));
  }

  /// Rows must be found where they were, and new ones where the table has them.
  static std::optional<Message> why_misplaced(const Plan& before, const Plan& after,
                                              const Merge& merge) {
    std::vector<std::string> wanted = merge.new_addresses, are;
    for (const Place& place : before.outline) wanted.push_back(place.address);
    for (const Place& place : after.outline) are.push_back(place.address);
    std::ranges::sort(wanted);
    std::ranges::sort(are);
    const auto [one, other] = std::ranges::mismatch(wanted, are);
    if (one == wanted.end()) return std::nullopt;
    return say(
        "các dòng mới làm dòng khác đổi địa chỉ (`{}`); hãy thêm từng dòng bằng `wardplan "
        "add`",
        "the new rows would change other rows' addresses (`{}`); add them with `wardplan "
        "add`",
        *one);
  }

  /// What the record refers to comes before it.
  void write_others() const { write_first(made, made.files.size() - 1, io); }

  void tell_kept(const Plan& plan, const Merge& merge) {
    if (merge.kept.empty()) return;
    lines.push_back(
        say("biểu để trống, hồ sơ giữ nguyên (bỏ hẳn thì `wardplan amend {} ĐỊA-CHỈ "
            "--remove KHÓA`):",
            "empty in the table, kept in the record (to take it away: `wardplan amend "
            "{} ADDRESS --remove KEY`):",
            shell_quoted(options.output)));
    for (const NewWording& one : merge.kept)
      lines.push_back(
          say("  {}: {}", "  {}: {}", plan.outline[one.row].address, joined(one.keys, ", ")));
  }

  void tell_moved(const Plan& plan, const Merge& merge) {
    if (merge.moved.empty() || merge.mixes_up()) return;
    lines.push_back(Phrase{"dòng đổi chỗ theo biểu:", "rows that change places with the table:"});
    for (const MovedRow& row : merge.moved)
      lines.push_back(say("  {}: {}", "  {}: {}", shift(plan, row), row_text(plan.rows[row.row])));
  }

  void tell(const Plan& plan, const Merge& merge) {
    changed = merge.changed.size();
    if (!merge.head.empty())
      lines.push_back(say("đầu hồ sơ có chữ mới: {}", "new wording before the rows: {}",
                          quoted_list(merge.head)));
    if (changed > 0) lines.push_back(Phrase{"dòng có chữ mới:", "rows with new wording:"});
    for (const NewWording& one : merge.changed)
      lines.push_back(
          say("  {}: {}", "  {}: {}", plan.outline[one.row].address, joined(one.keys, ", ")));
    tell_kept(plan, merge);
    if (!merge.lost_columns.empty())
      lines.push_back(say("cột mà hồ sơ có, biểu không có, giữ nguyên: {}",
                          "columns of the record that the table hasn't, kept: {}",
                          quoted_list(merge.lost_columns)));
    reordered = merge.reordered;
    if (reordered)
      lines.push_back(
          Phrase{"biểu xếp các dòng theo thứ tự khác; hồ sơ giữ thứ tự cũ: dời dòng "
                 "trong tệp nếu cần",
                 "the table has the rows in another order; the record keeps its own: "
                 "move rows in the file where that matters"});
    tell_moved(plan, merge);
    added = merge.new_addresses.size();
    if (added > 0)
      lines.push_back(say("dòng mới: {}", "new rows: {}", quoted_list(merge.new_addresses)));
    if (merge.left.empty()) return;
    const std::string_view given_up =
        status_word(plan.kind == RecordKind::criteria ? Status::not_applicable : Status::cancelled)
            .token;
    lines.push_back(say(
        "hồ sơ có mà biểu không có, vẫn giữ nguyên (việc đã bỏ thì `wardplan update {0} ĐỊA-CHỈ "
        "{1}`, ghi nhầm thì xóa dòng ấy trong tệp):",
        "in the record and not in the table, kept (what was given up: `wardplan update {0} "
        "ADDRESS {1}`; what was put there by mistake is deleted in the file):",
        shell_quoted(options.output), given_up));
    for (const std::size_t row : merge.left)
      lines.push_back(
          say("  {}: {}", "  {}: {}", plan.outline[row].address, row_text(plan.rows[row])));
  }

  bool grows() const { return made.files.size() > 1; }

  /// What came of it, on standard error; the exit code.
  int end() {
    for (const Message& line : lines) io.out += printable(line.in(io.lang)) + "\n";
    if (!refusal.empty())
      return refused(say("{}; không ghi gì", "{}; nothing was written", refusal), io);
    const int code = imported.rows.unplaced.empty() && !unrecorded ? kFine : kFound;
    if (!differs && !grows() && reordered) return kFound;
    if (!differs && !grows()) {
      complain(code == kFine ? say("{}: không có gì khác", "{}: nothing differs", options.output)
                             : say("{}: ngoài điều nêu trên, không có gì khác",
                                   "{}: nothing differs but what is told above", options.output),
               io);
      return code;
    }
    // A record that says all already may still have names that the register lacks.
    if (!differs && options.apply) write_others();
    Message what = say("{} dòng có chữ mới, thêm {} dòng", "{2} with new wording, {3} added",
                       changed, added, counted(changed, "row"), counted(added, "row"));
    if (entries > 0)
      what += say(", {} cập nhật", ", {1}", entries,
                  entries == 1 ? "1 entry" : fmt::format("{} entries", entries));
    if (options.apply) {
      complain(say("đã đưa vào {}: {}", "brought into {}: {}", options.output, what), io);
      return code;
    }
    complain(say("chưa ghi gì; thêm `--apply` để đưa vào {}: {}",
                 "nothing was written; add `--apply` to bring into {}: {}", options.output, what),
             io);
    return kFound;
  }
};

}  // namespace

std::variant<JudgedText, int> read_merged(ImportOptions& options, Io& io) {
  std::error_code ignored;
  if (!fs::exists(options.output, ignored))
    throw Failure(say("chưa có `{}` để đưa vào; bỏ `--merge` thì lập mới",
                      "there is no `{}` to bring it into; without `--merge` it is made",
                      options.output));
  refuse_folder(options.output);
  JudgedText into = judge_text(options.output, read_file(options.output), io);
  const Project& project = into.project;
  if (project.plans.empty()) {
    if (auto why = why_not_changed(options.output, into, io)) return refused(*why, io);
    return kFound;
  }
  const Plan& plan = project.plans.front();
  if (auto why = why_another(plan, options)) return refused(*why, io);
  for (const Round& round : plan.rounds) options.rounds.push_back(round.when.value);
  return into;
}

int merge_record(const Imported& imported, const NewFiles& made, const ImportOptions& options,
                 Io& io) {
  MergeRun run{imported, made, options, io};
  std::string written;
  rewrite_record(options.output, !options.apply, io, [&](const std::string& bytes) {
    auto text = run.run(bytes);
    if (text && options.apply) written = record_diff(options.output, bytes, *text);
    return text;
  });
  io.out += written;
  if (!options.apply && made.grown && run.refusal.empty())
    io.out += record_diff(made.grown->path, made.grown->before, made.grown->after);
  return run.end();
}

}  // namespace wardplan
