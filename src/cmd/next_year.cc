// `init --from`: a record's next year.
#include "cmd/next_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cmd/io.h"
#include "cmd/next_left.h"
#include "cmd/next_names.h"
#include "cmd/plan_file.h"
#include "cmd/rewriting.h"
#include "cmd/rows.h"
#include "cmd/typed.h"
#include "diag/render.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "edit/file_text.h"
#include "edit/reshape.h"
#include "records/row_keys.h"
#include "records/serves.h"
#include "text/edit.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "times/moved_year.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// One record on its way into another year.
struct NextYear {
  const Plan& plan;
  int from;
  int to;
  Date as_of;
  Tree root;
  /// Where the new record will be.
  fs::path folder;
  const Io& io;
  /// What people have to look at.
  std::vector<Message> look = {};

  void go() {
    find(root, "year")->text = std::to_string(to);
    for (const char* key : {"title", "name"})
      if (Tree* text = find(root, key)) text->text = with_year(text->text, from, to);
    if (Tree* id = find(root, "id")) move_id(*id);
    drop("issued", {"văn bản ban hành", "issued with"});
    if (find(root, "document") != nullptr) {
      look.push_back(say("bỏ lời văn của văn bản năm {} (`document`)",
                         "left out: the text of the document of {} (`document`)", from));
      take_away(root, "document");
    }
    drop("rebuilt_from", {"dựng lại từ", "rebuilt from"});
    drop("accepted", {"cảnh báo được để nguyên", "warnings that stayed"});
    // One registration may be for several years.
    if (plan.registration.date.given)
      look.push_back(
          say("giữ nguyên lần đăng ký ngày {}: năm {} đăng ký lại thì sửa `registration`",
              "the registration of {} is kept: where {} is registered anew, change "
              "`registration`",
              iso(plan.registration.date.value), to));
    move_rounds();
    std::vector<LeftEntry> left;
    for (std::size_t row = 0; row < plan.row_count(); ++row) {
      move_row(row);
      move_names(plan, row, to, row_tree(root, plan, row), left);
    }
    move_signer(plan, to, root, left, look);
    std::ranges::move(names_moved(plan, left), std::back_inserter(look));
    if (plan.kind == RecordKind::movement) drop_models();
  }

  void drop(std::string_view key, Phrase what) {
    const Tree* old = find(root, key);
    if (old == nullptr) return;
    look.push_back(
        old->children.empty()
            ? say("bỏ {} (`{}`: `{}`)", "left out: {} (`{}`: `{}`)", what, key, old->text)
            : say("bỏ {} {} (`{}`)", "left out: {} {} (`{}`)", old->children.size(), what, key));
    take_away(root, key);
  }

  /// Two plans of one id would be one too many.
  void move_id(Tree& id) {
    std::string moved = with_year(id.text, from, to);
    if (moved == id.text) moved += fmt::format("-{}", to);
    look.push_back(say("mã `{}` thành `{}`", "the id `{}` has become `{}`", id.text, moved));
    id.text = moved;
  }

  /// What a plan above asked for is of its year.
  void drop_served(const Row& row, Tree& tree, const Message& place) {
    Tree* serves = find(tree, "serves");
    for (const Served& served : row.serves) {
      if (serves == nullptr) continue;
      if (served.plan == &plan) {
        // Its own target goes by the address alone, whatever the id becomes.
        for (Tree& one : serves->children)
          if (one.text == served.as.value) one.text = address_in(served);
        if (serves->text == served.as.value) serves->text = address_in(served);
        continue;
      }
      look.push_back(say("{}: bỏ `serves: {}`, chỉ tiêu của năm {}",
                         "{}: left out: `serves: {}`, a target of {}", place, served.as.value,
                         from));
      std::erase_if(serves->children, [&](const Tree& one) { return one.text == served.as.value; });
      if (!serves->children.empty()) continue;
      take_away(tree, "serves");
      serves = nullptr;
    }
  }

  /// Whether the new year's record is there and has the row.
  bool has_row(const std::string& name, const std::string& address) const {
    const std::string path = (folder / name).string();
    if (!fs::exists(path)) return false;
    const JudgedText there = judge_text(path, read_whole(path), io);
    return std::ranges::any_of(there.project.plans, [&](const Plan& other) {
      return std::ranges::any_of(
          other.outline, [&](const Place& place) { return fold(place.address) == fold(address); });
    });
  }

  /// A figure comes from the new year's record where that is named after its year.
  void move_carried(Tree& tree, const Row& row, const Message& place) {
    Tree* carried = find(tree, "carried");
    Tree* file = carried == nullptr ? nullptr : find(*carried, "plan");
    if (file == nullptr) return;
    const std::string moved = with_year(file->text, from, to);
    if (moved == file->text || !has_row(moved, row.carried.row.value)) {
      look.push_back(
          say("{}: bỏ `carried` từ `{}` `{}`; có hồ sơ năm {} thì ghi lại",
              "{}: left out: `carried` from `{}` `{}`; write it anew from the record of {}", place,
              file->text, row.carried.row.value, to));
      take_away(tree, "carried");
      return;
    }
    look.push_back(say("{}: kết quả lấy từ `{}` thay cho `{}`",
                       "{}: its figure comes from `{}`, no longer from `{}`", place, moved,
                       file->text));
    file->text = moved;
  }

  void move_rounds() {
    Tree* rounds = find(root, "rounds");
    for (std::size_t at = 0; at < plan.rounds.size(); ++at)
      move_time(*find(rounds->children[at], "when"), plan.rounds[at].when,
                say("đợt {}", "round {}", plan.rounds[at].number.value));
  }

  void move_row(std::size_t at) {
    const Row& row = plan.row(at);
    Tree& tree = row_tree(root, plan, at);
    const std::string& address = plan.outline[at].address;
    const Message place{address, address};
    take_away(tree, "updates");
    drop_served(row, tree, place);
    move_carried(tree, row, place);
    if (Tree* start = find(tree, "start")) move_time(*start, row.start, place);
    if (Tree* due = find(tree, "due")) move_time(*due, row.due, place);
    if (Tree* day = find(tree, "deadline")) move_day(*day, place);
    for (const char* key :
         {"heading", "title", "solution", "product", "basis", "note", "targets", "reference"})
      if (const Tree* text = find(tree, key); text != nullptr && names_year(in_words(*text), from))
        look.push_back(say("{}: `{}` nói năm {}: `{}`", "{}: `{}` speaks of {}: `{}`", place, key,
                           from, in_words(*text)));
    if (row.reference.value.given)
      look.push_back(say("{}: số ở ngoài để so sánh là của năm {}: `{}`",
                         "{}: the figure from outside is of {}: `{}`", place, from,
                         row.reference.value.value));
  }

  void move_time(Tree& text, const WrittenTime& time, const Message& place) {
    const auto moved = moved_time(text.text, *time.read, from, to);
    // It was of another year, or its year mistyped: nobody else sees that.
    if (moved && *moved != text.text && !names_year(text.text, from))
      look.push_back(say("{}: thời gian `{}` không phải của năm {}, đã chuyển thành `{}`",
                         "{}: the time `{}` isn't of {}; it has become `{}`", place, text.text,
                         from, *moved));
    if (moved)
      text.text = *moved;
    else
      look.push_back(say("{}: thời gian giữ nguyên: `{}`", "{}: the time stays as it is: `{}`",
                         place, text.text));
  }

  void move_day(Tree& text, const Message& place) {
    const auto day = parse_date(text.text);
    const Date moved = *day + std::chrono::years(to - from);
    if (moved.ok() && static_cast<int>(day->year()) != from)
      look.push_back(say("{}: ngày `{}` không phải của năm {}, đã chuyển thành `{}`",
                         "{}: the day `{}` isn't of {}; it has become `{}`", place, text.text, from,
                         iso(moved)));
    if (moved.ok())
      text.text = iso(moved);
    else
      look.push_back(
          say("{}: ngày giữ nguyên: `{}`", "{}: the day stays as it is: `{}`", place, text.text));
  }

  /// Each year's models are registered anew.
  void drop_models() {
    for (const Row& model : plan.rows)
      look.push_back(say("không chuyển mô hình `{}`: {}", "the model `{}` isn't carried over: {}",
                         model.number.value, model.title.value));
    if (Tree* models = find(root, "models")) models->children.clear();
  }
};

/// Comments above the rows of a year's record, for who makes the next one of it.
struct RowComments {
  const std::string& bytes;
  const Plan& plan;
  NextYear& next;
  FileText text = FileText(bytes);
  std::string end = std::string(line_break(bytes, 0));
  std::vector<Edit> edits = {};

  void head(const std::string& path) {
    const std::size_t begin = bytes.starts_with(kBom) ? kBom.size() : 0;
    const std::string name = fs::path(path).filename().string();
    edits.push_back(
        {begin, begin,
         fmt::format("# Chuyển từ {} (năm {}) sang năm {}: xem lại từng dòng trước khi ban hành.{}",
                     without_line_ends(name), next.from, next.to, end)});
  }

  void above(std::size_t row, const Message& what) {
    const bool dates = row >= plan.rows.size();
    const yaml::Pair* list = yaml::find(*text.root, row_list(plan.kind, dates));
    if (list == nullptr || list->value.flow) return;
    const std::size_t at = dates ? row - plan.rows.size() : row;
    const std::size_t place = line_begin(bytes, list->value.items[at].span.begin);
    const std::string indent(column(bytes, list->value.span.begin), ' ');
    edits.push_back(
        {place, place, fmt::format("{}# {}{}", indent, without_line_ends(what.vi), end)});
  }

  /// What was set aside is carried over as all is: its number stands in the table. What a list of
  /// criteria has is judged anew.
  void aside(std::size_t row, const Message& said) {
    const std::string& address = plan.outline[row].address;
    const bool judged = plan.kind == RecordKind::criteria && row < plan.rows.size();
    const Phrase what =
        judged ? Phrase{"xét lại nội dung này", "judge it anew"}
               : Phrase{"không làm nữa thì xóa dòng này", "delete the row where it is given up"};
    next.look.push_back(say("{}: năm {}: {}; vẫn chuyển sang, {}",
                            "{}: in {}: {}; it is carried over: {}", Message{address, address},
                            next.from, said, what));
    above(row, say("Năm {}: {}; {}", "In {}: {}; {}", next.from, said, what));
  }

  void undone(std::size_t row, const Message& said) {
    const std::string& address = plan.outline[row].address;
    next.look.push_back(say("{}: năm {} chưa xong: {}", "{}: not done in {}: {}",
                            Message{address, address}, next.from, said));
    above(row, say("Năm {} chưa xong (tính đến {}): {}", "Not done in {} (by {}): {}", next.from,
                   iso(next.as_of), said));
  }

  void rows() {
    // Where nothing at all was recorded, nobody knows what was left.
    const bool any =
        std::ranges::any_of(plan.rows, [](const Row& row) { return !row.updates.empty(); });
    if (!any && plan.kind != RecordKind::movement)
      next.look.push_back(say("năm {} không ghi kết quả nào: chưa biết việc nào đã xong",
                              "nothing was recorded in {}: what is done isn't known", next.from));
    for (std::size_t row = 0; row < plan.row_count(); ++row) {
      const auto left = left_of(plan, row, next.as_of);
      if (left && left->aside)
        aside(row, left->said);
      else if (left && (any || row >= plan.rows.size()))
        undone(row, left->said);
    }
  }
};

/// Comments above the rows that were left undone, and above all where the record is from.
std::string with_comments(const std::string& bytes, const Plan& plan, const std::string& path,
                          NextYear& next) {
  RowComments comments{bytes, plan, next};
  comments.head(path);
  comments.rows();
  return apply_edits(bytes, joined({}, comments.edits));
}

/// Comments on lines of their own stay, whatever they speak of.
void tell_comments(std::string_view bytes, NextYear& next) {
  for (const std::string_view line : split(bytes, "\r\n")) {
    const std::string_view text = trimmed(line, " \t");
    if (!text.starts_with('#') || !names_year(text, next.from)) continue;
    const std::string said = shorten(trimmed(text, "# \t"));
    next.look.push_back(
        say("chú thích nói năm {}: `{}`", "a comment speaks of {}: `{}`", next.from, said));
  }
}

/// Named as the old record, with the new year for the old one.
std::string output_for(const InitOptions& options, int from, int to) {
  if (options.output) return *options.output;
  const fs::path old(*options.from);
  const std::string name = old.filename().string();
  const std::string moved = with_year(name, from, to);
  if (moved == name)
    throw Failure(say("tên `{}` không có năm {}; nêu tệp mới bằng `-o`",
                      "the name `{}` lacks the year {}; name the new file with `-o`", name, from));
  return (old.parent_path() / moved).string();
}

void tell(const NextYear& next, const Plan& made, const std::string& output, Io& io) {
  const auto line = [&io](const Message& message) {
    io.out += printable(without_line_ends(message.in(io.lang))) + "\n";
  };
  Message rows;
  if (!made.rows.empty() || made.dates.empty())
    rows = say("{} dòng", "{1}", made.rows.size(), counted(made.rows.size(), "row"));
  if (!made.dates.empty())
    join(rows, say("{} mốc báo cáo", "{1}", made.dates.size(), counted(made.dates.size(), "date")));
  line(say("đã ghi {}: năm {}, {}", "{} is written: {}, {}", output, next.to, rows));
  if (next.to < next.from)
    line(say("năm {} ở trước năm {} của hồ sơ cũ: nếu gõ nhầm `--year` thì xóa tệp vừa ghi",
             "{} is before {}, the year of the old record: where `--year` was mistyped, delete the "
             "new file",
             next.to, next.from));
  if (!next.look.empty()) line(Phrase{"cần xem lại:", "to be looked at:"});
  for (const Message& one : next.look) line(say("  {}", "  {}", one));
}

int carry_over(const InitOptions& options, const std::string& bytes, const JudgedText& before,
               Io& io) {
  const Plan& plan = before.project.plans.front();
  const int from = plan.year.value;
  const int to = options.year ? typed_year(*options.year) : from + 1;
  if (to == from)
    throw Failure(say("`{}` đã là của năm {}", "`{}` is of {} already", *options.from, to));
  const std::string output = output_for(options, from, to);
  if (!is_yaml(output))
    throw Failure(say("hồ sơ phải là tệp `.yaml`, ở đây là `{}`",
                      "a record is a `.yaml` file, here it is `{}`", output));
  refuse_existing({output});
  NextYear next{plan, from, to, io.as_of, read_tree(bytes), fs::path(output).parent_path(), io};
  next.go();
  const ChangedText changed = reshape(bytes, next.root);
  if (!changed.refusal.empty())
    return refused(say("{}; không ghi gì", "{}; nothing was written", changed.refusal), io);
  tell_comments(changed.bytes, next);
  const std::string text = with_comments(changed.bytes, plan, *options.from, next);
  const JudgedText after = judge_text(output, text, io);
  if (tell_errors(after.project, after.report, io) || read_tree(text) != next.root)
    return refused(
        {"hồ sơ sẽ có lỗi; không ghi gì", "the record would have errors; nothing was written"}, io);
  write_new(output, text);
  tell(next, after.project.plans.front(), output, io);
  mention_warnings(after.report, output, io);
  return kFine;
}

}  // namespace

int next_year(const InitOptions& options, Io& io) {
  refuse_folder(*options.from);
  const std::string bytes = read_whole(*options.from);
  const JudgedText before = judge_text(*options.from, bytes, io);
  if (const auto why = why_not_changed(*options.from, before, io)) return refused(*why, io);
  return carry_over(options, bytes, before, io);
}

}  // namespace wardplan
