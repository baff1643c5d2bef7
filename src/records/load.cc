#include <algorithm>
#include <array>
#include <map>

#include "figures/numerals.h"
#include "records/codes.h"
#include "records/keys.h"
#include "records/register.h"
#include "records/steps.h"
#include "text/limits.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void check_format(const Number& format, Report& report) {
  if (!format.given || format.value == kFormat) return;
  report.tell(kBadValue, {format.span},
              say("không biết định dạng {}", "format {} is not known", format.value),
              say("bản này đọc `format: {}`", "this version reads `format: {}`", kFormat));
}

void check_year(Number& year, Report& report) {
  if (!year.given || (year.value >= kFirstYear && year.value <= kLastYear)) return;
  report.tell(kBadValue, {year.span},
              say("`{}` không phải là năm", "`{}` is not a year", year.value),
              {"viết đủ bốn chữ số, ví dụ `2026`", "write four digits, such as `2026`"});
  year.given = false;
}

void misplaced(const Row& row, Span where, std::string_view key, Report& report) {
  const bool heading = row.is_heading();
  report.tell(kRowShape, {where},
              heading ? say("đề mục không có `{}`", "a heading has no `{}`", key)
                      : say("việc không có `{}`", "an item has no `{}`", key),
              {},
              {{row.text().span, heading ? Message{"dòng này là đề mục", "this is a heading"}
                                         : Message{"dòng này là việc", "this is an item"}}});
}

void check_row(const Row& row, Report& report) {
  if (row.heading.given && row.title.given)
    report.tell(kRowShape, {row.title.span},
                {"dòng vừa có `heading` vừa có `title`", "the row has both `heading` and `title`"},
                {"giữ `heading` cho đề mục, `title` cho việc",
                 "keep `heading` for a section, `title` for an item"},
                {{row.heading.span, {"đã là đề mục", "already a heading"}}});
  if (row.heading.absent() && row.title.absent() && row.sound)
    report.tell(
        kRowShape,
        {row.number.given ? row.number.span : Span{row.span.file, row.span.begin, row.span.begin}},
        {"dòng không có `heading` cũng không có `title`",
         "the row has neither `heading` nor `title`"},
        {"thêm `heading` nếu là đề mục, `title` nếu là việc",
         "add `heading` for a section, `title` for an item"});
  if (row.title.given && !row.heading.given && row.declares.given)
    misplaced(row, row.declares.span, "declares", report);
  if (row.is_heading() && !row.targets.empty())
    misplaced(row, row.targets.front().span, "targets", report);
  if (row.is_heading() && !row.updates.empty())
    misplaced(row, row.updates.front().span, "updates", report);
}

/// Whether two targets can be asked of one ward.
bool meet(const Target& a, const Target& b) {
  return !a.group.given || !b.group.given || fold(a.group.value) == fold(b.group.value);
}

/// Whether a target has no name where another one stands beside it.
bool lacks_name(const Row& row, const Target& target) {
  return !target.name.given && std::ranges::any_of(row.targets, [&](const Target& other) {
    return &other != &target && meet(other, target);
  });
}

/// Whether an earlier target has the same name.
bool is_named_again(const Row& row, const Target& target) {
  return target.name.given && std::ranges::any_of(row.targets, [&](const Target& other) {
           return &other < &target && other.name.given && meet(other, target) &&
                  fold_tones(other.name.value) == fold_tones(target.name.value);
         });
}

void check_targets(Row& row, Report& report) {
  if (row.targets.size() < 2) return;
  if (row.targets.size() > kMaxTargets) {
    report.tell(kBadValue, {row.targets[kMaxTargets].span},
                say("một việc có {} chỉ tiêu", "a row has {} targets", row.targets.size()),
                say("nhiều nhất {}; chia thành nhiều việc", "{} at most; make several items of it",
                    kMaxTargets));
    row.targets.resize(kMaxTargets);
  }
  for (const Target& target : row.targets) {
    if (is_named_again(row, target))
      report.tell(
          kTargetNames, {target.name.span},
          say("hai chỉ tiêu cùng tên `{}`", "two targets are named `{}`", target.name.value),
          {"đổi tên một trong hai", "rename one of the two"});
    if (lacks_name(row, target))
      report.tell(kTargetNames, {target.span},
                  {"việc có nhiều chỉ tiêu, mỗi chỉ tiêu cần một tên",
                   "of several targets each needs a name"},
                  {"thêm `name: …` nói rõ đo cái gì", "add `name: …` that says what is measured"});
  }
}

void load_ward(Project& project, const yaml::Node& root, FileId file, Report& report) {
  Ward& ward = project.wards.emplace_back();
  ward.file = file;
  load_record(ward, root, report);
  check_format(ward.format, report);
  if (ward.cutoff.given && (ward.cutoff.value < kFirstCutoff || ward.cutoff.value > kLastCutoff))
    report.tell(
        kBadValue, {ward.cutoff.span},
        say("ngày chốt `{}` không có ở mọi tháng", "not every month has the cut-off day `{}`",
            ward.cutoff.value),
        say("từ {} đến {}; bỏ `cutoff` nếu kỳ hết vào ngày cuối tháng",
            "{} to {}; drop `cutoff` where periods end with the month", kFirstCutoff, kLastCutoff));
  check_statuses(ward, report);
  index_register(ward);
}

/// A threshold is a goal, or what a figure from outside is compared with.
void check_threshold(const Target& target, Report& report) {
  if (target.compare.given &&
      std::ranges::find(kComparisons, target.compare.value) == kComparisons.end())
    report.tell(kBadValue, {target.compare.span},
                say("không biết phép so sánh `{}`", "`{}` is no comparison", target.compare.value),
                {"một trong `>=`, `>`, `<=`, `<`", "one of `>=`, `>`, `<=`, `<`"});
  const bool compares = target.compare.given && target.with.given;
  if (target.goal.absent() ? compares : target.compare.absent() && target.with.absent()) return;
  report.tell(kBadValue, {target.span},
              {"ngưỡng cần hoặc `goal`, hoặc `compare` và `with`",
               "a threshold has either `goal`, or `compare` and `with`"},
              {"`goal: \">= 90%\"`, hoặc `compare: \">=\"` với `with: bình quân toàn tỉnh`",
               "`goal: \">= 90%\"`, or `compare: \">=\"` and `with: …`"});
}

Label first_here(Span span) { return {span, {"lần đầu ở đây", "first here"}}; }

/// Ids of one list differ.
template <class Entry>
void check_ids(const std::vector<Entry>& entries, Phrase two, Report& report) {
  std::map<std::string, const Text*> met;
  for (const Entry& entry : entries) {
    if (!entry.id.given) continue;
    const auto [earlier, fresh] = met.emplace(fold(entry.id.value), &entry.id);
    if (fresh) continue;
    report.tell(kBadValue, {entry.id.span},
                say("{} cùng mã `{}`", "{} have the id `{}`", two, entry.id.value),
                {"đổi mã của một trong hai", "change the id of one"},
                {first_here(earlier->second->span)});
  }
}

void check_times(const Catalogue& list, Report& report) {
  if (!list.from.given || !list.until.given || list.from.value <= list.until.value) return;
  report.tell(kBadValue, {list.until.span},
              say("`until` {} đứng trước `from` {}", "`until` {} is before `from` {}",
                  iso(list.until.value), iso(list.from.value)),
              {"sửa một trong hai ngày", "mend one of the two days"});
}

/// Says of rows what they are, and where they stand.
void tell_kinds(std::vector<Row>& rows, RowKind kind) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    rows[at].kind = rows[at].heading.given ? RowKind::heading : kind;
    rows[at].at = at;
  }
}

void load_catalogue(Project& project, const yaml::Node& root, FileId file, Report& report) {
  Catalogue& list = project.catalogues.emplace_back();
  list.file = file;
  load_record(list, root, report);
  check_format(list.format, report);
  tell_kinds(list.rows, RowKind::content);
  read_texts(list, *project.readings);
  for (Row& row : list.rows) {
    check_row(row, report);
    check_targets(row, report);
    for (const Target& target : row.targets) check_threshold(target, report);
  }
  check_times(list, report);
  check_ids(list.groups, {"hai nhóm", "two groups"}, report);
  check_ids(list.deductions, {"hai lỗi", "two deductions"}, report);
  list.outline = make_outline(list.rows);
  index_catalogue(list);
}

/// Rows that go by ids: no numbers, and each its own, among the models and dates too.
void check_row_ids(const Plan& plan, Report& report) {
  std::map<std::string, const Text*> met;
  const bool all = record_kind_words(plan.kind).has_ids;
  for (std::size_t at = all ? 0 : plan.rows.size(); at < plan.row_count(); ++at) {
    const Text& id = plan.row(at).number;
    if (!id.given) continue;
    const bool number = parse_row_number(id.value).kind != NumberKind::other;
    const auto [earlier, fresh] = met.emplace(fold(id.value), &id);
    if (!number && fresh) continue;
    std::vector<Label> first;
    if (!number) first = {first_here(earlier->second->span)};
    report.tell(kBadValue, {id.span},
                number ? say("`{}` là số, không phải mã", "`{}` is a number, no id", id.value)
                       : say("mã `{}` đã dùng rồi", "the id `{}` is taken", id.value),
                {"đặt mã ngắn bằng chữ, ví dụ `bao-cao-quy`",
                 "give it a short id of letters, such as `bao-cao-quy`"},
                std::move(first));
  }
}

/// What is to be sent or reached beside the table has a time, or figures.
void check_date(Row& date, Report& report) {
  check_targets(date, report);
  if (date.due.absent() && date.targets.empty() && date.sound)
    report.tell(kMissingKey, {Span{date.span.file, date.span.begin, date.span.begin}},
                {"thiếu khóa `due`", "the key `due` is missing"},
                {"thêm `due: …`, hoặc `targets` nếu là yêu cầu có con số",
                 "add `due: …`, or `targets` where it is a requirement with a figure"});
}

void load_dates(Plan& plan, Report& report) {
  for (const Row& date : plan.dates)
    if (date.closes.given && plan.kind != RecordKind::movement)
      report.tell(kBadValue, {date.closes.span},
                  {"chỉ mốc của phong trào có `closes`", "only a movement's dates have `closes`"},
                  {"bỏ `closes`", "drop `closes`"});
  for (const Row& date : plan.dates) {
    if (!date.closes.given) continue;
    const auto first = std::ranges::find_if(plan.dates, [&](const Row& other) {
      return other.closes.given && other.closes.value == date.closes.value;
    });
    if (&*first != &date)
      report.tell(
          kBadValue, {date.closes.span}, {"hai mốc cùng `closes`", "two dates close the same"},
          {"bỏ `closes` ở một mốc", "drop the `closes` of one"}, {first_here(first->closes.span)});
  }
  for (Row& date : plan.dates) check_date(date, report);
  check_row_ids(plan, report);
  add_id_places(plan.dates, plan.outline);
}

void check_passage(Row& row, Report& report) {
  if (row.heading.given && row.title.given)
    report.tell(kRowShape, {row.title.span},
                {"đoạn vừa có `heading` vừa có `text`", "it has both `heading` and `text`"},
                {"giữ `heading` cho tên mục, `text` cho lời văn",
                 "keep `heading` for a section, `text` for a paragraph"});
  if (row.heading.absent() && row.title.absent() && row.sound)
    report.tell(
        kRowShape, {Span{row.span.file, row.span.begin, row.span.begin}},
        {"đoạn không có `heading` cũng không có `text`", "there is neither `heading` nor `text`"},
        {"thêm `heading` nếu là tên mục, `text` nếu là lời văn",
         "add `heading` for a section, `text` for a paragraph"});
  check_targets(row, report);
}

/// Places of the text's rows; a paragraph without a number is one of the `-` there.
void load_text(IssuedText& document, Report& report) {
  if (document.given() && document.text.empty() && !report.has_error_at(document.span))
    report.tell(kBadValue, {document.span},
                {"văn bản không có mục nào", "the document has no text"},
                {"thêm các mục ở `text`, hoặc bỏ `document`",
                 "add its sections under `text`, or drop `document`"});
  tell_kinds(document.text, RowKind::item);
  for (Row& row : document.text) {
    check_passage(row, report);
    if (row.number.absent()) row.number.value = "-";
  }
  document.outline = make_outline(document.text);
  for (Place& place : document.outline) place.address.insert(0, "text.");
  check_ids(document.forms, {"hai mẫu", "two forms"}, report);
}

/// A record of one year: a plan, criteria, a movement.
template <RecordKind kKind, auto kKeys>
void load_plan(Project& project, const yaml::Node& root, FileId file, Report& report) {
  Plan& plan = project.plans.emplace_back();
  plan.file = file;
  plan.kind = kKind;
  load_record(plan, root, report, kKeys());
  check_format(plan.format, report);
  check_year(plan.year, report);
  tell_kinds(plan.rows, record_kind_words(kKind).rows);
  tell_kinds(plan.dates, RowKind::report_day);
  read_texts(plan, *project.readings);
  if (kKind == RecordKind::movement)
    add_id_places(plan.rows, plan.outline);
  else
    plan.outline = make_outline(plan.rows);
  if (kKind == RecordKind::plan) link_steps(plan);
  for (Row& row : plan.rows) {
    if (kKind == RecordKind::plan) check_row(row, report);
    check_targets(row, report);
  }
  check_ids(plan.movement.fields, {"hai lĩnh vực", "two fields"}, report);
  check_ids(plan.movement.levels, {"hai cấp", "two levels"}, report);
  load_dates(plan, report);
  load_text(plan.document, report);
  if (kKind == RecordKind::movement) link_movement(plan);
}

/// What its values mean is judged where it is used.
void load_settings(Project& project, const yaml::Node& root, FileId file, Report& report) {
  Settings& settings = project.settings.emplace_back();
  settings.file = file;
  load_record(settings, root, report);
  check_format(settings.format, report);
  if (settings.soon.given && settings.soon.value > kLongestSoon)
    report.tell(kBadValue, {settings.soon.span},
                say("`soon` là {} ngày", "`soon` is {} days", settings.soon.value),
                say("nhiều nhất {}", "{} at most", kLongestSoon));
}

/// The keys of a table, as data.
template <class T, auto kTable>
std::vector<KeyShape> shapes() {
  std::vector<KeyShape> out;
  show_keys<T>(kTable(), out);
  add_limits(out);
  return out;
}

/// What is in files of a kind.
struct Loader {
  std::string_view name;
  void (*load)(Project&, const yaml::Node&, FileId, Report&);
  std::vector<KeyShape> (*keys)();
};
template <RecordKind kKind, auto kKeys>
constexpr Loader plan_loader(std::string_view name) {
  return {name, load_plan<kKind, kKeys>, shapes<Plan, kKeys>};
}
constexpr std::array kLoaders = {
    Loader{"catalogue", load_catalogue, shapes<Catalogue, keys<Catalogue>>},
    plan_loader<RecordKind::criteria, criteria_keys>("criteria"),
    plan_loader<RecordKind::movement, movement_keys>("movement"),
    plan_loader<RecordKind::plan, keys<Plan>>("plan"),
    Loader{"settings", load_settings, shapes<Settings, keys<Settings>>},
    Loader{"ward", load_ward, shapes<Ward, keys<Ward>>}};

/// No `kind` at all; perhaps another key was meant to be it.
void no_kind(const yaml::Node& root, FileId file, Report& report) {
  const auto meant = std::ranges::find_if(root.pairs, [](const yaml::Pair& pair) {
    return nearest(pair.key.text, {"kind"}).has_value();
  });
  const bool none = meant == root.pairs.end();
  report.tell(
      kUnknownKind, {none ? Span{file, 0, 0} : meant->key.span},
      {"tệp không nói nó là loại hồ sơ gì", "the file doesn't say what kind of record it is"},
      none ? say("viết `kind: …`, một trong {}", "write `kind: …`, one of {}",
                 quoted_list(file_kinds()))
           : did_you_mean("kind"));
}

void unknown_kind(const yaml::Pair* kind, Report& report) {
  const bool said = kind->value.kind == yaml::Kind::scalar;
  const auto near = said ? nearest(kind->value.text, file_kinds()) : std::nullopt;
  report.tell(
      kUnknownKind, {said ? kind->value.span : kind->key.span},
      said ? say("không có loại hồ sơ `{}`", "there is no kind of record `{}`", kind->value.text)
           : Message{"`kind` phải là một từ", "`kind` must be a word"},
      did_you_mean(near, one_of(file_kinds())));
}

}  // namespace

std::vector<std::string> file_kinds() { return texts(kLoaders, &Loader::name); }

std::vector<KeyShape> keys_of_file(std::string_view kind) {
  return std::ranges::find(kLoaders, kind, &Loader::name)->keys();
}

void load(Project& project, const yaml::Node& root, FileId file, Report& report) {
  if (root.kind != yaml::Kind::mapping)
    return wrong_type(root, {"một nhóm `khóa: giá trị`", "a mapping `key: value`"}, report);
  const yaml::Pair* kind = yaml::find(root, "kind");
  if (kind == nullptr) return no_kind(root, file, report);
  if (kind->value.kind == yaml::Kind::scalar)
    for (const Loader& known : kLoaders)
      if (known.name == kind->value.text) return known.load(project, root, file, report);
  unknown_kind(kind, report);
}

}  // namespace wardplan
