// The text around a table against the table: what it names is there, and says the same.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "records/steps.h"
#include "rules/passage_figures.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void unknown_rows(const CheckedPassage& passage, const RuleRun& run) {
  const Plan& plan = passage.plan;
  for (const Name& name : passage.row.passage.rows) {
    if (name.index) continue;
    const AddressSearch search = find_address(plan, name.as.value);
    run.tell(
        passage.address, {name.as.span},
        search.ambiguous
            ? say("`{}` có ở nhiều dòng của biểu", "`{}` stands at several rows", name.as.value)
            : say("biểu không có dòng `{}`", "the table has no row `{}`", name.as.value),
        search.candidates.empty() ? Message{} : one_of(search.candidates));
  }
  const auto known = texts(plan.movement.fields, [](const ModelField& f) { return f.id.value; });
  for (const Name& name : passage.row.model.fields)
    if (!name.index)
      run.tell(passage.address, {name.as.span},
               say("không có lĩnh vực `{}`", "there is no field `{}`", name.as.value),
               known.empty() ? Message{"chỉ phong trào có lĩnh vực; bỏ `fields`",
                                       "only a movement has fields; drop `fields`"}
                             : offer_nearest(name.as.value, known, one_of(known)));
}

/// Points aren't counted by rows.
bool counts_points(const Count& count) { return fold_bare(count.noun).starts_with("diem"); }

void rows_twice(const CheckedPassage& passage, const RuleRun& run) {
  std::map<std::size_t, const Name*> first;
  for (const Name& name : passage.row.passage.rows) {
    if (!name.index) continue;
    const auto [known, fresh] = first.emplace(*name.index, &name);
    if (!fresh)
      run.tell_twice(passage.address, name.as.span, known->second->as.span,
                     say("đoạn này nêu dòng `{}` hai lần", "the passage names the row `{}` twice",
                         name.as.value),
                     {"giữ một", "keep one"});
  }
}

void other_count(const CheckedPassage& passage, const RuleRun& run) {
  const auto& [declares, span, given] = passage.row.declares;
  const std::vector<Name>& rows = passage.row.passage.rows;
  const bool known =
      std::ranges::all_of(rows, [](const Name& name) { return name.index.has_value(); });
  if (!given || rows.empty() || !known || counts_points(declares)) return;
  std::size_t count = 0;
  std::vector<Label> there;
  for (const std::size_t at : rows_once(rows)) {
    const Row& row = passage.plan.row(at);
    if (row.declares.given && !counts_points(row.declares.value)) {
      count += static_cast<std::size_t>(row.declares.value.number);
      there.push_back({row.declares.span, {"biểu khai ở đây", "declared in the table"}});
    } else {
      count += items_of(passage.plan, at).size();
      there.push_back({row.text().span, {"trong biểu ở đây", "in the table"}});
    }
  }
  if (static_cast<std::size_t>(declares.number) == count) return;
  run.tell(passage.address, {span, {"văn bản nêu ở đây", "stated in the text"}},
           say("văn bản nêu {}, biểu có {}", "the text states {}, the table has {}",
               declares.number, count),
           {"đếm lại; bản đã ban hành thì ghi vào `accepted`",
            "count again; where it was issued so, put it under `accepted`"},
           std::move(there));
}

void missing_form(const CheckedPassage& passage, const RuleRun& run) {
  const auto known =
      texts(passage.plan.document.forms, [](const AnnexedForm& form) { return form.id.value; });
  for (const Name& name : passage.row.passage.forms)
    if (!name.index)
      run.tell(passage.address, {name.as.span},
               say("văn bản nhắc mẫu `{}` mà không kèm mẫu ấy",
                   "the text names the form `{}`, which isn't annexed", name.as.value),
               known.empty() ? Message{"kê các mẫu kèm theo ở `document.forms`",
                                       "list the forms behind it under `document.forms`"}
                             : there_are(known));
}

/// Fields that the sections of a movement's text name, against the columns of its forms.
void other_fields(const Plan& plan, const RuleRun& run) {
  std::set<std::size_t> named;
  const Row* first = nullptr;
  for (const Row& row : plan.document.text)
    for (const Name& name : row.model.fields) {
      if (first == nullptr) first = &row;
      if (name.index) named.insert(*name.index);
    }
  if (first == nullptr) return;
  for (std::size_t at = 0; at < plan.movement.fields.size(); ++at) {
    const ModelField& field = plan.movement.fields[at];
    if (named.contains(at) == field.has_column()) continue;
    run.tell(field.id.value, {field.name.span},
             field.has_column()
                 ? say("mẫu có cột `{}` mà văn bản không nói đến lĩnh vực ấy",
                       "forms have the column `{}`, a field that the text doesn't name",
                       field.name.value)
                 : say("văn bản nói đến lĩnh vực `{}` mà mẫu không có cột",
                       "the text names the field `{}`, for which forms have no column",
                       field.name.value),
             {"bản đã ban hành thì ghi vào `accepted`",
              "where it was issued so, put it under `accepted`"},
             {{first->text().span, {"văn bản nói các lĩnh vực từ đây", "the text, from here"}}});
  }
}

/// Whether the text says of any passage which rows take it up, and all of them are known; without
/// it nothing can be said of the others.
bool is_linked(const Plan& plan) {
  bool linked = false;
  for (const Row& row : plan.document.text)
    for (const Name& name : row.passage.rows) {
      if (!name.index) return false;
      linked = true;
    }
  return linked;
}

/// Whether a passage gives somebody something to do or to reach: it, or the section it stands in.
bool is_task(const IssuedText& document, const Row& row) {
  if (row.is_heading()) return false;
  const auto assigns = [](const Row& of) { return !of.lead.empty() || !of.leader.empty(); };
  if (!row.targets.empty() || assigns(row)) return true;
  const RowIndex section = document.outline[row.at].section;
  return section && assigns(document.text[*section]);
}

bool is_taken_up(const IssuedText& document, const Row& row) {
  if (!row.passage.rows.empty()) return true;
  for (RowIndex at = document.outline[row.at].section; at; at = document.outline[*at].section)
    if (!document.text[*at].passage.rows.empty()) return true;
  return false;
}

void not_taken_up(const Plan& plan, const RuleRun& run) {
  const IssuedText& document = plan.document;
  if (!is_linked(plan)) return;
  std::vector<std::string> all;
  const Row* first = nullptr;
  for (const Row& row : document.text) {
    if (!is_task(document, row) || is_taken_up(document, row)) continue;
    if (first == nullptr) first = &row;
    all.push_back(document.outline[row.at].address);
  }
  if (first == nullptr) return;
  run.tell("", {first->text().span, {"đoạn đầu tiên ở đây", "the first of them"}},
           say("{} đoạn giao việc mà không dòng nào của biểu thực hiện: {}",
               "passages that give a task and no row takes up: {} ({})", all.size(), some_of(all)),
           {"nêu dòng thực hiện ở `rows` của đoạn", "name the row by `rows` of the passage"});
}

void not_named(const Plan& plan, const RuleRun& run) {
  if (!is_linked(plan) || plan.kind == RecordKind::movement) return;
  std::set<std::size_t> named;
  for (const Row& row : plan.document.text)
    for (const Name& name : row.passage.rows)
      if (name.index) named.insert(*name.index);
  const auto is_named = [&](std::size_t at) {
    for (RowIndex above = at; above; above = plan.outline[*above].section)
      if (named.contains(*above)) return true;
    return false;
  };
  std::vector<std::string> all;
  const Row* first = nullptr;
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    if (!is_counted(plan.rows[at]) || !plan.rows[at].sound || is_named(at)) continue;
    if (first == nullptr) first = &plan.rows[at];
    all.push_back(plan.outline[at].address);
  }
  if (first == nullptr) return;
  run.tell("", {first->number.span, {"dòng đầu tiên ở đây", "the first of them"}},
           say("{} dòng của biểu mà không đoạn nào của văn bản nói đến: {}",
               "rows that no passage of the text names: {} ({})", all.size(), some_of(all)),
           {"nêu dòng ấy ở `rows` của đoạn nói về nó",
            "name them by `rows` of the passages that speak of them"});
}

void each_document(const RuleRun& run, void (*check)(const Plan&, const RuleRun&)) {
  for (const Plan& plan : run.project.plans)
    if (plan.document.given()) check(plan, run);
}

constexpr std::string_view kTable =
    "rows:\n  - {number: \"1\", heading: Cây xanh}\n"
    "  - {number: \"1.1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026, "
    "targets: [{goal: 90%}]}\n"
    "document:\n  text:\n";
constexpr std::string_view kMovementHead =
    "kind: movement\nformat: 1\nward: mau\nyear: 2026\nname: Dân vận khéo\ntitle: Phong trào\n"
    "fields:\n  - {id: cay, name: Cây xanh}\n  - {id: rac, name: Rác thải}\nmodels: []\n"
    "document:\n  text:\n    - {number: \"1\", heading: Cây xanh, fields: cay}\n";

constexpr Rule kRules[] = {
    {{.id = "D101",
      .severity = Severity::error,
      .title = {"văn bản dẫn đến dòng không có", "the text names a row that isn't there"},
      .what = {"`rows` của một đoạn nêu địa chỉ hay mã mà biểu và `reporting` không có, hoặc "
               "`fields` nêu lĩnh vực không có.",
               "`rows` of a passage names an address or id that neither the table nor `reporting` "
               "has, or `fields` an unknown field."},
      .why = {"Không biết đoạn ấy do dòng nào thực hiện.",
              "Nobody knows which row takes the passage up."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Trồng cây, rows: \"1.9\"}\n",
      .right = "    - {text: Trồng cây, rows: \"1.1\"}\n"},
     [](const RuleRun& run) { each_passage(run, unknown_rows); }},
    {{.id = "D102",
      .title = {"số lượng trong văn bản khác biểu", "the text counts otherwise than the table"},
      .what = {"Một đoạn nêu số chỉ tiêu, nội dung; phần biểu mà nó dẫn đến (`rows`) khai hay có "
               "số khác.",
               "A passage states a count; the part of the table that it names by `rows` declares "
               "or holds another."},
      .why = {"Hoặc văn bản, hoặc biểu thiếu một việc.",
              "Either the text or the table misses something."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Cây xanh, declares: 2 chỉ tiêu, rows: \"1\"}\n",
      .right = "    - {text: Cây xanh, declares: 1 chỉ tiêu, rows: \"1\"}\n"},
     [](const RuleRun& run) { each_passage(run, other_count); }},
    {{.id = "D103",
      .title = {"con số trong văn bản khác biểu", "a figure of the text differs from the table's"},
      .what = {"Một đoạn nêu con số, dòng của biểu mà nó dẫn đến, hay dòng duy nhất dưới đề mục ấy "
               "nói về cùng một thứ, ghi số khác.",
               "A passage states a figure, and the row that it names, or the only one of the same "
               "thing below a heading that it names, another."},
      .why = {"Hai nơi giao hai mức; kết quả không biết so với mức nào.",
              "Two levels are asked for; nobody knows which a result is judged by."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Trồng cây, targets: [{goal: 80%}], rows: \"1.1\"}\n",
      .right = "    - {text: Trồng cây, targets: [{goal: 90% trở lên}], rows: \"1.1\"}\n"},
     [](const RuleRun& run) { each_passage(run, other_figure); }},
    {{.id = "D104",
      .title = {"nhắc mẫu không kèm theo", "a form that isn't there"},
      .what = {"Văn bản bảo làm theo một mẫu mà `document.forms` không có.",
               "The text asks for a form that isn't among `document.forms`."},
      .why = {"Đơn vị không biết điền vào đâu.", "Units don't know what to fill in."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Đăng ký theo mẫu, forms: [M1, M3]}\n"
               "  forms: [{id: M1, title: Biểu đăng ký}]\n",
      .right = "    - {text: Đăng ký theo mẫu, forms: [M1]}\n"
               "  forms: [{id: M1, title: Biểu đăng ký}]\n"},
     [](const RuleRun& run) { each_passage(run, missing_form); }},
    {{.id = "D105",
      .title = {"lĩnh vực trong văn bản khác cột của mẫu", "fields of the text and of the forms"},
      .what = {"Các mục của văn bản nói đến những lĩnh vực (`fields`) khác với các cột của mẫu.",
               "The sections of the text name other `fields` than the forms have columns."},
      .why = {"Mô hình của lĩnh vực ấy không có chỗ trong mẫu, hoặc cột bị bỏ trống.",
              "Models of such a field have no place in the forms, or a column stays empty."},
      .frame = Frame::file,
      .given = kMovementHead,
      .wrong = "    - {number: \"2\", heading: Việc khác}\n",
      .right = "    - {number: \"2\", heading: Rác thải, fields: rac}\n"},
     [](const RuleRun& run) { each_document(run, other_fields); }},
    {{.id = "D106",
      .severity = Severity::info,
      .title = {"việc trong văn bản chưa có dòng", "a task of the text without a row"},
      .what = {"Đoạn giao việc hay nêu con số mà không nói dòng nào của biểu thực hiện, trong văn "
               "bản đã nói điều đó ở đoạn khác.",
               "A passage gives a task or a figure and names no row, in a text that names rows "
               "elsewhere."},
      .why = {"Việc ấy không ai theo dõi.", "Nobody follows it up."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Trồng cây, rows: \"1.1\"}\n    - {text: Quét đường, lead: b}\n",
      .right = "    - {text: Trồng cây, rows: \"1.1\"}\n    - {text: Quét đường}\n"},
     [](const RuleRun& run) { each_document(run, not_taken_up); }},
    {{.id = "D107",
      .severity = Severity::info,
      .title = {"dòng của biểu không có trong văn bản", "a row that the text doesn't name"},
      .what = {"Văn bản nói dòng nào thực hiện đoạn nào, mà có dòng không đoạn nào nói đến.",
               "The text says which rows take up its passages, and names some rows nowhere."},
      .why = {"Không rõ việc ấy từ đâu ra, hoặc văn bản thiếu một ý.",
              "Nobody knows where it comes from, or the text misses something."},
      .frame = Frame::plan,
      .given = "rows:\n  - {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n"
               "  - {number: \"2\", title: Tỉa cây, leader: a, lead: b, due: Năm 2026}\n"
               "document:\n  text:\n",
      .wrong = "    - {text: Trồng cây, rows: \"1\"}\n",
      .right = "    - {text: Trồng cây, rows: [\"1\", \"2\"]}\n"},
     [](const RuleRun& run) { each_document(run, not_named); }},
    {{.id = "D108",
      .title = {"một dòng nêu hai lần", "a row twice"},
      .what = {"`rows` của một đoạn nêu hai lần cùng một dòng của biểu.",
               "The `rows` of a passage name the same row twice."},
      .why = {"Thường là gõ nhầm cho dòng khác; dòng ấy được đếm một lần.",
              "Usually another row was meant; it is counted once."},
      .frame = Frame::plan,
      .given = kTable,
      .wrong = "    - {text: Trồng cây, rows: [\"1.1\", \"1.1\"]}\n",
      .right = "    - {text: Trồng cây, rows: [\"1.1\"]}\n"},
     [](const RuleRun& run) { each_passage(run, rows_twice); }},
};

}  // namespace

std::span<const Rule> passage_rules() { return kRules; }

}  // namespace wardplan
