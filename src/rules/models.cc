// The models of a movement: how they came on the list, and what is asked for them.
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "records/register.h"
#include "rules/rule.h"
#include "standing/model.h"
#include "standing/state.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Tells the names that a list doesn't have, with the nearest it has.
template <class Listed>
void tell_unknown(const CheckedRow& item, const std::vector<Name>& names,
                  const std::vector<Listed>& known, Phrase what, const RuleRun& run) {
  for (const Name& name : names) {
    if (name.index) continue;
    std::vector<std::string> words, ids;
    for (const Listed& each : known) {
      words.insert(words.end(), {each.id.value, each.name.value});
      ids.push_back(each.id.value);
    }
    const Message known_ids =
        ids.empty() ? Message{"danh sách trống", "the list is empty"} : one_of(ids);
    run.tell(item.address, {name.as.span},
             say("không có {} `{}`", "there is no {} `{}`", what, name.as.value),
             offer_nearest(name.as.value, words, known_ids));
  }
}

void unknown_field(const CheckedRow& item, const RuleRun& run) {
  tell_unknown(item, item.row.model.fields, item.plan.movement.fields, {"lĩnh vực", "field"}, run);
}

void no_field(const CheckedRow& item, const RuleRun& run) {
  if (!item.row.model.fields.empty() || item.plan.movement.fields.empty()) return;
  run.tell(
      item.address, {item.row.title.span},
      say("mô hình `{}` không thuộc lĩnh vực nào", "the model `{}` is of no field", item.address),
      {"thêm `fields: …`", "add `fields: …`"});
}

void unknown_level(const CheckedRow& item, const RuleRun& run) {
  for (const Update& update : item.row.updates)
    tell_unknown(item, update.proposed, item.plan.movement.levels, {"cấp khen thưởng", "level"},
                 run);
}

void model_twice(const RuleRun& run) {
  std::map<std::tuple<const Plan*, std::string, std::string>, const Row*> met;
  each_model(run, [&](const CheckedRow& item, const RuleRun&) {
    const auto [earlier, fresh] = met.emplace(
        std::tuple{&item.plan, fold(item.row.model.by.value), fold(item.row.title.value)},
        &item.row);
    if (!fresh)
      run.tell_twice(
          item.address, item.row.title.span, earlier->second->title.span,
          say("mô hình `{}` đã có ở trên", "the model `{}` stands above already", item.address),
          {"bỏ một trong hai", "delete one of the two"});
  });
}

/// How names of collectives begin, by the plan's list of who may register; and of people.
constexpr std::string_view kCollectives[] = {
    "tổ",        "chi bộ",     "chi hội",    "chi đoàn", "hội",       "đoàn thanh niên",
    "đoàn tncs", "ban",        "bộ phận",    "công an",  "trường",    "mttq",
    "ubnd",      "ủy ban",     "khối",       "đội",      "công ty",   "doanh nghiệp",
    "trạm",      "nhóm",       "đơn vị",     "đảng ủy",  "văn phòng", "hợp tác xã",
    "mặt trận",  "tập thể",    "câu lạc bộ", "các",      "quân sự",   "ban chỉ huy",
    "uỷ ban",    "đoàn phường"};
/// Looked at first: `Tổ trưởng…` is no `Tổ…`.
constexpr std::string_view kIndividuals[] = {
    "ông",        "bà",       "đ/c",       "đồng chí",    "anh",        "chị",
    "cá nhân",    "cô",       "tổ trưởng", "tổ phó",      "đội trưởng", "đội phó",
    "hội trưởng", "hội viên", "đội viên",  "nhóm trưởng", "trưởng"};

std::vector<std::string> folded(std::span<const std::string_view> words) {
  std::vector<std::string> all;
  for (const std::string_view word : words) all.push_back(fold(word));
  return all;
}

/// Whether a text begins with one of the words, and not in the middle of its own: `cô` doesn't
/// begin `công an`.
bool begins(const std::string& text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) {
    return text.starts_with(word) &&
           (text.size() == word.size() || !is_letter(decode(text, word.size()).value));
  });
}

/// Which of the two a name is for sure, or nothing.
std::optional<Registrant> kind_of(const Text& by, const Ward* ward) {
  static const std::vector<std::string> kOfIndividuals = folded(kIndividuals);
  static const std::vector<std::string> kOfCollectives = folded(kCollectives);
  if (ward != nullptr && find_entry(ward->unit_words, by.value)) return Registrant::collective;
  if (ward != nullptr && find_entry(ward->people_words, by.value)) return Registrant::individual;
  const std::string text = fold(by.value);
  if (begins(text, kOfIndividuals)) return Registrant::individual;
  if (begins(text, kOfCollectives)) return Registrant::collective;
  return std::nullopt;
}

void wrong_group(const CheckedRow& item, const RuleRun& run) {
  const auto kind = kind_of(item.row.model.by, item.plan.ward);
  if (!kind || *kind == item.row.model.group.value) return;
  const bool collective = *kind == Registrant::collective;
  run.tell(item.address, {item.row.model.group.span},
           collective ? say("tập thể `{}` đứng ở danh sách cá nhân",
                            "`{}` is a collective among the individuals", item.row.model.by.value)
                      : say("cá nhân `{}` đứng ở danh sách tập thể",
                            "`{}` is a person among the collectives", item.row.model.by.value),
           say("viết `group: {}`", "write `group: {}`", collective ? "collective" : "individual"),
           {{item.row.model.by.span, {"tên ở đây", "the name"}}});
}

void registered_late(const CheckedRow& item, const RuleRun& run) {
  const Model& model = item.row.model;
  if (!model.registered.given || !model.submission.date.absent() ||
      !model.submission.number.absent())
    return;
  const auto last = closing_day(item.plan, Closes::registration, kEndOfHistory);
  if (!last || model.registered.value <= *last) return;
  if (mistyped_closing(item.plan, Closes::registration) != nullptr) return;
  // No submission explains a day behind that of its publication.
  if (model.published.given && model.published.value < model.registered.value) return;
  run.tell(
      item.address, {model.registered.span},
      say("mô hình `{}` đăng ký ngày {}, sau hạn {}, mà không có tờ trình",
          "the model `{}` was registered on {}, after the closing day {}, without a submission",
          item.address, iso(model.registered.value), iso(*last)),
      {"thêm `submission: {number: …, date: …}`, hoặc sửa ngày",
       "add `submission: {number: …, date: …}`, or mend the date"});
}

void not_listed(const CheckedRow& item, const RuleRun& run) {
  const Model& model = item.row.model;
  const auto proposal = std::ranges::find_if(
      item.row.updates, [](const Update& update) { return !update.proposed.empty(); });
  if (proposal == item.row.updates.end() || !model.registered.absent() ||
      !model.submission.span.empty())
    return;
  run.tell(item.address, {proposal->proposed.front().as.span},
           say("`{}` được đề nghị khen mà chưa đăng ký, cũng không có tờ trình",
               "`{}` is proposed for a commendation, yet neither registered nor submitted",
               item.address),
           {"ghi `registered: …`, hoặc `submission: {number: …, date: …}` nếu phát sinh sau",
            "give `registered: …`, or `submission: {number: …, date: …}` if it arose later"});
}

void not_published(const CheckedRow& item, const RuleRun& run) {
  if (!item.row.model.published.absent()) return;
  if (model_at(item.plan, item.row, *run.as_of).listing == Listing::neither) return;
  const auto last = closing_day(item.plan, Closes::registration, *run.as_of);
  if (last && *run.as_of <= *last) return;
  run.tell(item.address, {item.row.title.span},
           say("mô hình `{}` chưa được công khai trên cổng thông tin",
               "the model `{}` isn't published on the portal", item.address),
           {"ghi `published: …` khi đã công khai", "give `published: …` once it is"});
}

bool is_result(const Update& update) {
  return update.status.given &&
         (update.status.value == Status::effective || update.status.value == Status::not_effective);
}

void no_result(const CheckedRow& item, const RuleRun& run) {
  const auto& updates = item.row.updates;
  const auto said = std::ranges::find_if(
      updates, [](const Update& update) { return is_result(update) || !update.proposed.empty(); });
  const bool in_words =
      std::ranges::any_of(updates, [](const Update& update) { return update.note.given; });
  if (said == updates.end() || in_words) return;
  run.tell(item.address, {said->span},
           say("mô hình `{}` chưa ghi kết quả cụ thể", "nothing says what the model `{}` reached",
               item.address),
           {"ghi kết quả vào `note`", "write the result in `note`"});
}

void result_late(const CheckedRow& item, const RuleRun& run) {
  const auto& updates = item.row.updates;
  const auto first = std::ranges::find_if(updates, is_result);
  if (first == updates.end() || !item.plan.year.given) return;
  const auto last = due_at(item.row, first->date.value).deadline;
  if (!last || first->date.value <= *last) return;
  if (mistyped_closing(item.plan, Closes::results) != nullptr) return;
  run.tell(item.address, {first->date.span},
           say("kết quả của mô hình `{}` ghi ngày {}, sau hạn {}",
               "the result of the model `{}` is dated {}, after the closing day {}", item.address,
               iso(first->date.value), iso(*last)),
           {"sửa `date` nếu gõ nhầm", "mend `date` if it is mistyped"});
}

/// What has to come before a result, where it is of the movement's year.
struct Earlier {
  const Written<Date>* day = nullptr;
  Phrase what;
};

Earlier not_before(const CheckedRow& item, const Date& day) {
  const Model& model = item.row.model;
  const bool registered = model.registered.given;
  // That a model is registered behind its publication is told as such.
  if (registered && model.published.given && model.published.value < model.registered.value)
    return {};
  for (const Earlier& step :
       {Earlier{registered ? &model.registered : &model.submission.date,
                registered ? Phrase{"đăng ký", "registered"} : Phrase{"có tờ trình", "submitted"}},
        Earlier{&model.published, {"công khai", "published"}}})
    if (step.day->given && day < step.day->value &&
        step.day->value <= last_of_month(item.plan.year.value + 1, 1))
      return step;
  return {};
}

void result_too_early(const CheckedRow& item, const RuleRun& run) {
  if (!item.plan.year.given) return;
  for (const Update* update : history(item.row, kEndOfHistory)) {
    const Date& day = update->date.value;
    // What is older than the movement is told as such.
    if (day < first_of_year(item.plan.year.value)) continue;
    if (!is_result(*update) && update->proposed.empty()) continue;
    const Earlier step = not_before(item, day);
    if (step.day == nullptr) continue;
    return run.tell(item.address, {update->date.span},
                    say("kết quả của mô hình `{}` ghi ngày {}, trước khi {}",
                        "the result of the model `{}` is dated {}, before it was {}", item.address,
                        iso(day), step.what),
                    {"sửa một trong hai ngày", "mend one of the two days"},
                    {{step.day->span, step.what}});
  }
}

/// A commendation rests on a result: one that is recorded later can't have been its reason.
void proposed_too_early(const CheckedRow& item, const RuleRun& run) {
  const auto entries = history(item.row, kEndOfHistory);
  const auto proposal =
      std::ranges::find_if(entries, [](const Update* update) { return !update->proposed.empty(); });
  const auto result =
      std::ranges::find_if(entries, [](const Update* update) { return is_result(*update); });
  if (proposal == entries.end() || result == entries.end()) return;
  if ((*proposal)->date.value >= (*result)->date.value) return;
  run.tell(item.address, {(*proposal)->date.span},
           say("mô hình `{}` được đề nghị khen ngày {}, trước khi có kết quả",
               "the model `{}` was proposed for a commendation on {}, before it had a result",
               item.address, iso((*proposal)->date.value)),
           {"sửa một trong hai ngày", "mend one of the two days"},
           {{(*result)->date.span, Phrase{"kết quả", "the result"}}});
}

constexpr Rule kRules[] = {
    {{.id = "M101",
      .severity = Severity::error,
      .title = {"lĩnh vực không có trong danh sách", "unknown field"},
      .what = {"`fields` của mô hình nêu lĩnh vực mà phong trào không có.",
               "A model's `fields` names one that the movement doesn't have."},
      .why = {"Mô hình không vào cột nào và không được đếm.",
              "The model falls in no column, and isn't counted."},
      .frame = Frame::model,
      .wrong = "fields: moi-trg\n",
      .right = "fields: moi-truong\n"},
     [](const RuleRun& run) { each_model(run, unknown_field); }},
    {{.id = "M102",
      .title = {"mô hình không có lĩnh vực", "a model of no field"},
      .what = {"Mô hình không có `fields`.", "A model has no `fields`."},
      .why = {"Mẫu M1, M2 đòi đánh số 1 vào một ô phân loại.",
              "The forms want a mark in one of the columns."},
      .frame = Frame::model,
      .wrong = "fields:\n",
      .right = "fields: moi-truong\n"},
     [](const RuleRun& run) { each_model(run, no_field); }},
    {{.id = "M103",
      .severity = Severity::error,
      .title = {"cấp khen thưởng không có trong danh sách", "unknown level"},
      .what = {"`proposed` nêu một cấp mà phong trào không có trong `levels`.",
               "`proposed` names a level that isn't among the movement's `levels`."},
      .why = {"Đề nghị ấy không tới cấp nào.", "The proposal goes to nobody."},
      .frame = Frame::model,
      .wrong =
          "updates:\n  - {date: 2026-06-20, status: effective, note: 12 ngõ, proposed: tinh}\n",
      .right = "updates:\n"
               "  - {date: 2026-06-20, status: effective, note: 12 ngõ, proposed: dang-uy}\n"},
     [](const RuleRun& run) { each_model(run, unknown_level); }},
    {{.id = "M104",
      .title = {"một mô hình ghi hai lần", "a model twice"},
      .what = {"Hai mô hình cùng tên và cùng người đăng ký.",
               "Two models have the same name and registrant."},
      .why = {"Các số cộng của mẫu đếm nó hai lần.", "The forms' totals count it twice."},
      .frame = Frame::movement,
      .given = "- id: ngo-xanh\n  title: Ngõ xanh\n  by: Tổ dân phố 1\n  group: collective\n"
               "  fields: moi-truong\n  registered: 2026-02-10\n  published: 2026-02-25\n"
               "- id: ngo-2\n  by: Tổ dân phố 1\n  group: collective\n"
               "  fields: moi-truong\n  registered: 2026-02-10\n  published: 2026-02-25\n",
      .wrong = "  title: NGÕ XANH\n",
      .right = "  title: Ngõ sạch\n"},
     model_twice},
    {{.id = "M105",
      .title = {"tập thể ở danh sách cá nhân, hay ngược lại",
                "a collective among the individuals, or the reverse"},
      .what = {"Tên người đăng ký là của một tập thể mà `group` là cá nhân, hoặc ngược lại; xét "
               "theo danh mục của phường và chữ đầu của tên.",
               "The registrant's name is a collective's and `group` says individual, or the "
               "reverse, by the ward's register and by how the name begins."},
      .why = {"Mẫu M2 tách hai danh sách, và số cộng theo từng danh sách.",
              "The forms keep two lists, each with its totals."},
      .frame = Frame::model,
      .given = "group: individual\n",
      .wrong = "by: Tổ dân phố 1\n",
      .right = "by: Tô Văn Mẫu\n"},
     [](const RuleRun& run) { each_model(run, wrong_group); }},
    {{.id = "M201",
      .title = {"đăng ký quá hạn mà không có tờ trình", "registered late without submission"},
      .what = {"Ngày đăng ký ở sau mốc hết hạn đăng ký, và không có tờ trình bổ sung.",
               "A model was registered after the date that closes registration, and has no "
               "submission."},
      .why = {"Mô hình phát sinh phải có tờ trình mới được bổ sung danh sách.",
              "What arises later is put on the list by a submission."},
      .frame = Frame::model,
      .given = "registered: 2026-03-02\n",
      .wrong = "published: 2026-03-05\n",
      .right = "published: 2026-03-05\nsubmission: {number: 05-TTr/CB, date: 2026-03-01}\n"},
     [](const RuleRun& run) { each_model(run, registered_late); }},
    {{.id = "M202",
      .title = {"đề nghị khen mô hình không có trong danh sách",
                "a commendation for a model that isn't listed"},
      .what = {"Mô hình được đề nghị khen mà không có ngày đăng ký, cũng không có tờ trình.",
               "A model is proposed for a commendation with neither a day of registration nor a "
               "submission."},
      .why = {"Chỉ mô hình đã đăng ký hoặc được bổ sung mới được xét khen.",
              "Only what is registered or was added can be commended."},
      .frame = Frame::model,
      .given =
          "updates:\n  - {date: 2026-06-20, status: effective, note: 12 ngõ, proposed: dang-uy}\n",
      .wrong = "registered:\npublished:\n",
      .right = "registered: 2026-02-10\n",
      .guarded = true},
     [](const RuleRun& run) { each_model(run, not_listed); }},
    {{.id = "M203",
      .title = {"mô hình chưa công khai", "a model that isn't published"},
      .what = {"Đã hết hạn đăng ký mà mô hình trong danh sách không có ngày công khai.",
               "Registration has closed, and a model on the list has no day of publishing."},
      .why = {"Mô hình đề nghị khen phải được công khai trên cổng thông tin điện tử.",
              "What is to be commended must have been published on the portal."},
      .frame = Frame::model,
      .wrong = "published:\n",
      .right = "published: 2026-02-25\n",
      .by_day = true},
     [](const RuleRun& run) { each_model(run, not_published); }},
    {{.id = "M204",
      .title = {"kết quả không ghi rõ", "a result without words"},
      .what =
          {"Mô hình được ghi có hiệu quả, chưa hiệu quả hay được đề nghị khen, mà không cập nhật "
           "nào có `note`.",
           "A model is said to be effective or not, or is proposed, and no entry has a `note`."},
      .why = {"Mẫu M3 đòi kết quả, hiệu quả cụ thể.", "Form M3 wants what was reached."},
      .frame = Frame::model,
      .wrong = "updates:\n  - {date: 2026-06-20, status: effective}\n",
      .right = "updates:\n  - {date: 2026-06-20, status: effective, note: 12 ngõ}\n"},
     [](const RuleRun& run) { each_model(run, no_result); }},
    {{.id = "M205",
      .title = {"kết quả sau hạn", "a result after its date"},
      .what = {"Kết quả đầu tiên của mô hình có ngày sau mốc hết hạn kết quả.",
               "The first result of a model is dated after the date that closes results."},
      .why = {"Kết quả gửi muộn có thể không được xét khen.",
              "What is sent late may not be considered."},
      .frame = Frame::model,
      .wrong = "updates:\n  - {date: 2026-06-25, status: effective, note: 12 ngõ}\n",
      .right = "updates:\n  - {date: 2026-06-20, status: effective, note: 12 ngõ}\n"},
     [](const RuleRun& run) { each_model(run, result_late); }},
    {{.id = "M209",
      .title = {"kết quả trước khi đăng ký hay công khai",
                "a result before its model was registered or published"},
      .what = {"Kết quả hay đề nghị khen của mô hình có ngày trước ngày đăng ký (hay tờ trình), "
               "trước ngày công khai, hoặc đề nghị khen có trước kết quả.",
               "A result or a proposal is dated before its model was registered (or submitted) or "
               "published, or the proposal before the result."},
      .why = {"Một trong hai ngày sai, và đề nghị khen thưởng thành thiếu căn cứ.",
              "One of the two days is wrong, and the proposal rests on nothing."},
      .frame = Frame::model,
      .given = "published: 2026-02-25\n",
      .wrong = "updates:\n  - {date: 2026-02-20, status: effective, note: 12 ngõ}\n",
      .right = "updates:\n  - {date: 2026-06-20, status: effective, note: 12 ngõ}\n",
      .guarded = true},
     [](const RuleRun& run) {
       each_model(run, result_too_early);
       each_model(run, proposed_too_early);
     }},
};

}  // namespace

std::span<const Rule> model_rules() { return kRules; }

}  // namespace wardplan
