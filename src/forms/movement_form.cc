#include "forms/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "figures/said.h"
#include "forms/form_field.h"
#include "forms/letter.h"
#include "lists/item.h"
#include "standing/model.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// One model with what its day knows of it.
struct ListedModel {
  const Row& row;
  const Model& model;
  const Movement& movement;
  ModelStanding standing;
  std::size_t number;
};

struct Models {
  const Movement& movement;
  std::vector<ListedModel> all = {};

  void add(ListedModel model) {
    model.number = all.size() + 1;
    all.push_back(std::move(model));
  }
  template <class Is, class... At>
  auto count(Is is, At... at) const {
    return std::ranges::count_if(all, [&](const ListedModel& model) { return is(model, at...); });
  }
};

struct Group {
  Registrant registrant;
  Models models;
};

struct MovementForm {
  const Plan& plan;
  const FormRequest& request;
  Letter letter;
  Models models;
};

std::string mark(bool is) { return is ? "1" : ""; }

bool is_of(const ListedModel& model, std::size_t field) {
  return std::ranges::any_of(model.model.fields,
                             [&](const Name& name) { return name.index == field; });
}

bool is_proposed_to(const ListedModel& model, std::size_t level) {
  return std::ranges::find(model.standing.levels, level) != model.standing.levels.end();
}

bool is_arisen(const ListedModel& model) { return model.standing.listing == Listing::arisen; }

bool is_continued(const ListedModel& model) { return model.model.continued_from.given; }

bool is_effective(const ListedModel& model) { return model.standing.status == Status::effective; }

bool has_column(const ModelField& field) { return field.has_column(); }
bool has_column(const Level&) { return true; }

/// What `of` gives for each field or level that has a column; without any there is one to be filled
/// in.
template <class Entry, class Of>
Cell by_column(const std::vector<Entry>& entries, Of of, std::string_view none = "") {
  Cell cell;
  for (std::size_t at = 0; at < entries.size(); ++at)
    if (has_column(entries[at])) cell.push_back(fmt::format("{}", of(at)));
  return cell.empty() ? Cell{std::string(none)} : cell;
}

template <class Entry>
Cell headings(const std::vector<Entry>& entries) {
  return by_column(
      entries, [&](auto at) { return entries[at].name.value; }, kBlank);
}

std::string other_fields(const ListedModel& model) {
  Cell names;
  for (std::size_t at = 0; at < model.movement.fields.size(); ++at)
    if (!model.movement.fields[at].has_column() && is_of(model, at))
      names.push_back(model.movement.fields[at].name.value);
  return joined_given(names);
}

/// How a model arose, and its note.
std::string remarks(const ListedModel& model) {
  Cell parts;
  const Submission& submission = model.model.submission;
  if (is_arisen(model) && submission.number.given)
    parts.push_back(fmt::format("phát sinh: {} ngày {}", submission.number.value,
                                written(submission.date.value, Lang::vi)));
  parts.push_back(model.row.note.value);
  return joined_given(parts);
}

std::string result_of(const ListedModel& model) {
  const Update* result = model.standing.result;
  if (result == nullptr) return {};
  std::string text = result->note.value;
  if (result->value.given) text += fmt::format(" ({})", with_comma(result->value));
  return text;
}

std::string name_of(const ListedModel& model) {
  const YesNo& sample = model.model.sample;
  return model.row.title.value + (sample.given && sample.value ? " (ví dụ)" : "");
}

std::vector<Group> groups_of(const MovementForm& form) {
  std::vector<Group> groups;
  for (const Registrant registrant : {Registrant::collective, Registrant::individual}) {
    Group& group = groups.emplace_back(Group{registrant, Models{form.plan.movement}});
    for (const ListedModel& model : form.models.all)
      if (model.model.group.value == registrant) group.models.add(model);
  }
  return groups;
}

const FormFields<ListedModel> kModelFields = {
    {"stt", "số thứ tự trong nhóm", "number within the group", &ListedModel::number},
    {"người", "tên tập thể, cá nhân", "who registered it",
     [](auto& of) { return of.model.by.value; }},
    {"chức_vụ", "chức vụ, đơn vị của cá nhân", "an individual's office",
     [](auto& of) { return of.model.office.value; }},
    {"tên", "tên mô hình, kèm “(ví dụ)” nếu là ví dụ", "name of the model", name_of},
    {"lĩnh_vực", "mỗi cột lĩnh vực một ô", "one cell a column of fields",
     each_text("dấu", "`1` hoặc trống", "`1` or nothing"),
     [](auto& of) {
       return by_column(of.movement.fields, [&](auto at) { return mark(is_of(of, at)); });
     }},
    {"các_lĩnh_vực", "tên các lĩnh vực của mô hình", "names of its fields",
     [](auto& of) { return joined_given(field_names(of.model.fields, of.movement)); }},
    {"nguồn", "`Đăng ký` hoặc `Phát sinh`", "registered, or arisen later",
     [](auto& of) { return is_arisen(of) ? "Phát sinh" : "Đăng ký"; }},
    {"kết_quả", "kết quả ghi gần nhất", "what was reached, as said last", result_of},
    {"hiệu_quả", "`1` nếu có hiệu quả", "`1` if it is effective",
     [](auto& of) { return mark(is_effective(of)); }},
    {"cấp", "mỗi cấp khen thưởng một ô", "one cell a level",
     each_text("dấu", "`1` nếu đề nghị cấp ấy khen", "`1` if proposed to that level"),
     [](auto& of) {
       return by_column(of.movement.levels, [&](auto at) { return mark(is_proposed_to(of, at)); });
     }},
    {"lĩnh_vực_khác", "lĩnh vực không có cột", "its fields that have no column", other_fields},
    {"ghi_chú", "tờ trình, ghi chú", "submission, note", remarks},
    {"thực_trạng", "thực trạng, lý do chọn", "situation and reason",
     [](auto& of) { return of.model.situation.value; }},
    {"mục_tiêu", "mục tiêu", "aim", [](auto& of) { return of.model.aim.value; }},
    {"cách_làm", "nội dung, cách làm", "what is done, and how",
     [](auto& of) { return of.model.method.value; }},
    {"địa_điểm", "địa điểm, đối tượng", "place and people",
     [](auto& of) { return of.model.place.value; }},
    {"lực_lượng", "lực lượng thực hiện", "who does it",
     [](auto& of) { return of.model.forces.value; }},
    {"nguồn_lực", "nguồn lực, kinh phí", "means and money",
     [](auto& of) { return of.model.means.value; }},
    {"thời_gian", "thời gian thực hiện", "when it is done",
     [](auto& of) { return of.model.time.value; }},
    {"sản_phẩm", "sản phẩm, kết quả dự kiến", "what is to come of it",
     [](auto& of) { return of.model.expected.value; }},
    {"duy_trì", "duy trì, nhân rộng", "how it is kept up and spread",
     [](auto& of) { return of.model.upkeep.value; }},
    {"tiếp_nối", "tiếp nối từ năm, trống nếu là mô hình mới",
     "the year in which it began, if before",
     [](auto& of) {
       const Number& year = of.model.continued_from;
       return year.given ? fmt::format("{}", year.value) : std::string();
     }},
};

const FormFields<Models> kTotalFields = {
    {"mô_hình", "số mô hình", "models", [](auto& of) { return of.all.size(); }},
    {"đăng_ký", "số mô hình đăng ký", "registered models",
     [](auto& of) { return of.count(std::not_fn(is_arisen)); }},
    {"phát_sinh", "số mô hình phát sinh", "models that arose later",
     [](auto& of) { return of.count(is_arisen); }},
    {"tiếp_nối", "số mô hình tiếp nối từ các năm trước", "models that go on from years before",
     [](auto& of) { return of.count(is_continued); }},
    {"hiệu_quả", "số mô hình có hiệu quả", "effective models",
     [](auto& of) { return of.count(is_effective); }},
    {"đề_nghị", "số mô hình được đề nghị khen", "models proposed to any level",
     [](auto& of) { return of.count([](auto& model) { return !model.standing.levels.empty(); }); }},
    {"lĩnh_vực", "mỗi cột lĩnh vực một số", "one figure a column of fields",
     each_text("số", "số mô hình của lĩnh vực", "models of the field"),
     [](auto& of) {
       return by_column(of.movement.fields, [&](auto at) { return of.count(is_of, at); });
     }},
    {"cấp", "mỗi cấp một số", "one figure a level",
     each_text("số", "số mô hình đề nghị cấp ấy", "models proposed to the level"),
     [](auto& of) {
       return by_column(of.movement.levels, [&](auto at) { return of.count(is_proposed_to, at); });
     }},
};

const FormFields<Group> kGroupFields = {
    {"số", "`I`, `II`", "`I`, `II`",
     [](auto& of) { return of.registrant == Registrant::collective ? "I" : "II"; }},
    {"tên", "tên", "name",
     [](auto& of) { return of.registrant == Registrant::collective ? "Tập thể" : "Cá nhân"; }},
    {"mô_hình", "mô hình của nhóm", "models of the group", kModelFields,
     [](auto& of) { return of.models.all; }},
    {"cộng", "số cộng của nhóm", "totals of the group", kTotalFields, &Group::models},
};

const FormFields<MovementForm> kFields = with_letter<MovementForm>({
    {"phong_trào", "tên phong trào", "name of the movement",
     [](auto& of) { return of.plan.movement.name.value; }},
    {"năm", "năm", "year", [](auto& of) { return of.plan.year.value; }},
    {"cấp_trên", "cơ quan cấp trên", "body above",
     [](auto& of) {
       const Letterhead& head = of.plan.letterhead;
       return head.issuer.given ? head.parent.value : std::string(kLongBlank);
     }},
    {"địa_danh", "địa danh", "place",
     [](auto& of) { return or_blank(of.plan.letterhead.place, kBlank); }},
    {"ngày_ký", "`ngày 10 tháng 02 năm 2023`, chưa nêu thì có dòng chấm",
     "day of signing, dotted where it isn't given",
     [](auto& of) { return date_line(of.request.signed_on, of.plan.year.value); }},
    {"tính_đến", "số liệu tính đến ngày", "day that the figures are of",
     [](auto& of) { return written(of.request.as_of, Lang::vi); }},
    {"người_đăng_ký", "tên người đăng ký nếu mẫu chỉ của một người",
     "the registrant, of a form for one", [](auto& of) { return of.request.by.value_or(""); }},
    {"chỗ_trống", "dòng chấm để điền tay", "dots to be filled in by hand",
     [](auto&) { return kBlank; }},
    {"lĩnh_vực", "các lĩnh vực có cột", "fields that have a column",
     each_text("tên", "tên", "name"), [](auto& of) { return headings(of.plan.movement.fields); }},
    {"số_lĩnh_vực", "số cột lĩnh vực", "how many of them",
     [](auto& of) { return headings(of.plan.movement.fields).size(); }},
    {"cấp", "các cấp khen thưởng", "levels that commend", each_text("tên", "tên", "name"),
     [](auto& of) { return headings(of.plan.movement.levels); }},
    {"số_cấp", "số cấp khen thưởng", "how many of them",
     [](auto& of) { return headings(of.plan.movement.levels).size(); }},
    {"mô_hình", "mọi mô hình của mẫu", "all models of the form", kModelFields,
     [](auto& of) { return of.models.all; }},
    {"nhóm", "I Tập thể, II Cá nhân", "collectives, individuals", kGroupFields, groups_of},
    {"cộng", "số cộng của mẫu", "totals of the form", kTotalFields, &MovementForm::models},
});

}  // namespace

std::vector<std::size_t> listed_models(const Plan& plan, const Date& as_of) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    if (model_at(plan, plan.rows[row], as_of).listing != Listing::neither) rows.push_back(row);
  return rows;
}

bool is_detailed(const Model& model) {
  return model.continued_from.given ||
         std::ranges::any_of(kModelTexts, [&](const auto text) { return (model.*text).given; });
}

std::vector<std::vector<std::size_t>> by_registrant(const Plan& plan,
                                                    const std::vector<std::size_t>& rows) {
  std::vector<std::vector<std::size_t>> all;
  std::map<std::string, std::size_t> known;
  for (const std::size_t row : rows) {
    const auto [at, fresh] = known.emplace(fold(plan.rows[row].model.by.value), all.size());
    if (fresh) all.emplace_back();
    all[at->second].push_back(row);
  }
  return all;
}

const mustache::Shape& movement_shape() {
  static const mustache::Shape kShape = shape_of(kFields);
  return kShape;
}

mustache::Value movement_value(const Plan& plan, const std::vector<std::size_t>& rows,
                               const FormRequest& request) {
  // The forms say themselves who gets them, and of the copy only that there is one.
  MovementForm form{
      plan,
      request,
      letter_of(plan, request.layout, request.signed_on.value_or(request.as_of), {}, "Lưu"),
      {plan.movement}};
  for (const std::size_t row : rows)
    form.models.add({plan.rows[row], plan.rows[row].model, plan.movement,
                     model_at(plan, plan.rows[row], request.as_of), 0});
  return value_of(kFields, form);
}

}  // namespace wardplan
