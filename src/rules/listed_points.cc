// Points that a list of criteria gives: that they add up, and that its marks, bands and deductions
// can be meant.
#include "rules/listed_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "standing/scores.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What the rows right below one come to, by what they declare and by what stands below them.
struct Sum {
  std::optional<Ratio> declared = {};
  std::optional<Ratio> listed = {};
};

void add(std::optional<Ratio>& to, const std::optional<Ratio>& more) {
  if (more) to = to ? sum(*to, *more) : more;
}

/// `declares: 20 điểm`.
std::optional<Ratio> points_by_count(const Row& row) {
  if (!row.declares.given || !fold_bare(row.declares.value.noun).starts_with("diem"))
    return std::nullopt;
  return Ratio{row.declares.value.number, 1};
}

/// The figure that a heading declares in points: `points`, or `declares: 20 điểm`.
struct Declared {
  std::optional<Ratio> figure = {};
  Span span = {};
};

Declared declared_points(const Row& row) {
  if (row.points.given) return {points_in(row.points), row.points.span};
  return {points_by_count(row), row.declares.span};
}

Declared declared_weight(const Row& row) {
  return row.weight.given ? Declared{weight_in(row.weight), row.weight.span} : Declared{};
}

/// What is added up, and how it is told: `{0}` declares `{1}`, and what is below is `{2}`.
struct SumKind {
  Declared (*declared)(const Row&);
  Phrase told;
  /// The parts of a heading may also add up to 100.
  bool shares;
};
constexpr SumKind kPointSums = {declared_points,
                                {"{0} khai {1} điểm, các mục dưới cộng lại {2}",
                                 "{0} declares {1} points, what is below adds up to {2}"},
                                false};
constexpr SumKind kWeightSums = {declared_weight,
                                 {"{0} khai trọng số {1}, các mục dưới cộng lại {2}",
                                  "{0} declares the weight {1}, what is below adds up to {2}"},
                                 true};

void tell_sum(const std::string& at, const Declared& declared, const Ratio& below,
              const SumKind& kind, const RuleRun& run) {
  const Message whose = at.empty() ? Message{"bộ tiêu chí", "the list"} : say("`{}`", "`{}`", at);
  const std::string own = vietnamese(*declared.figure), parts = vietnamese(below);
  run.tell(at, {declared.span},
           {fmt::format(fmt::runtime(kind.told.vi), whose.vi, own, parts),
            fmt::format(fmt::runtime(kind.told.en), whose.en, own, parts)},
           {"cộng lại, hoặc sửa số của một mục; bản đã ban hành thì ghi vào `accepted`",
            "add up again, or mend one part; where it was issued so, put it under `accepted`"});
}

/// A sum that is right about its parts, or about what they hold, is wrong only because one of them
/// is, and that one is told.
bool is_wrong(const Declared& declared, const Sum& below, const SumKind& kind) {
  if (!declared.figure || !below.declared) return false;
  if (kind.shares && *below.declared == Ratio{100, 1}) return false;
  return *declared.figure != *below.declared && declared.figure != below.listed;
}

/// Sums of one kind of figure over a list.
void check_sums(const Catalogue& list, const Declared& whole, const SumKind& kind,
                const RuleRun& run) {
  std::vector<Sum> below(list.rows.size() + 1);
  for (std::size_t row = list.rows.size(); row-- > 0;) {
    const Declared declared = kind.declared(list.rows[row]);
    const Sum& own = below[row];
    if (is_wrong(declared, own, kind))
      tell_sum(list.outline[row].address, declared, *own.declared, kind, run);
    Sum& above = below[list.outline[row].section.value_or(list.rows.size())];
    add(above.declared, declared.figure ? declared.figure : own.declared);
    add(above.listed, kind.shares || !own.listed ? declared.figure : own.listed);
  }
  if (is_wrong(whole, below.back(), kind)) tell_sum("", whole, *below.back().declared, kind, run);
}

/// Whether a content has points and neither it nor a heading above it a weight: what the weights
/// come to lacks its own (C307).
bool lacks_weight(const Catalogue& list, const Row& row) {
  if (row.is_heading() || !row.points.given || row.weight.given) return false;
  for (RowIndex at = list.outline[row.at].section; at; at = list.outline[*at].section)
    if (list.rows[*at].weight.given) return false;
  return true;
}

/// Weights of the topmost rows that don't come to 100% where the list doesn't say what they come
/// to; those without a percent sign may be points.
void weights_of_no_whole(const Catalogue& list, const RuleRun& run) {
  const auto weights = most_weighted(list);
  if (list.weight.given || !weights || *weights == Ratio{100, 1}) return;
  const auto lacks = [&](const Row& row) { return lacks_weight(list, row); };
  if (std::ranges::any_of(list.rows, lacks)) return;
  std::vector<Label> parts;
  bool above = false;
  for (const Row& row : list.rows) {
    if (!list.outline[row.at].section) above = false;
    if (above || !row.weight.given) continue;
    if (row.weight.value.find('%') == std::string::npos || !weight_in(row.weight)) return;
    above = row.is_heading();
    parts.push_back({row.weight.span, {}});
  }
  const Label last = parts.back();
  parts.pop_back();
  run.tell("", last,
           say("trọng số cộng lại {}%, không phải 100%", "the weights add up to {}%, not to 100%",
               vietnamese(*weights)),
           say("sửa một trọng số; nếu đúng là vậy thì thêm `weight: {}%` vào bộ tiêu chí",
               "mend a weight; where it is meant so, add `weight: {}%` to the list",
               vietnamese(*weights)),
           parts);
}

/// A heading that says its points twice, otherwise.
void declared_twice(const Catalogue& list, const RuleRun& run) {
  for (const Row& row : list.rows) {
    const auto points = points_in(row.points);
    const auto declared = points_by_count(row);
    if (!points || !declared || *points == *declared) continue;
    const std::string& address = list.outline[row.at].address;
    run.tell(
        address, {row.declares.span},
        say("`{}` khai {} điểm mà `points` là {}", "`{}` declares {} points, and `points` is {}",
            address, vietnamese(*declared), vietnamese(*points)),
        {"sửa một trong hai, hoặc bỏ `declares`", "mend one of the two, or drop `declares`"},
        {{row.points.span, {"`points` ở đây", "`points` here"}}});
  }
}

/// The first mark or deduction of a list, for those that give no points at all.
const WrittenQuantity* first_mark(const Catalogue& list) {
  if (list.pass.given) return &list.pass;
  for (const WardGroup& group : list.groups)
    if (group.pass.given) return &group.pass;
  if (!list.bands.empty()) return &list.bands.front().from;
  if (list.deductions.empty()) return nullptr;
  const Deduction& first = list.deductions.front();
  return first.points.given ? &first.points : &first.percent;
}

/// Points of a list that nobody means: a content of none, more than the whole taken off, a comma
/// that may part thousands, a band's or a deduction's name that another has.
void tell_slip(const std::string& at, Span span, Message what, Message help, const RuleRun& run) {
  run.tell(at, {span}, std::move(what), std::move(help));
}

void doubtful_comma(const std::string& at, const WrittenQuantity& text, const RuleRun& run) {
  const std::size_t comma = text.value.find(',');
  if (!text.given || comma == 0 || comma == std::string::npos) return;
  const std::string_view digits = std::string_view(text.value).substr(comma + 1, 4);
  const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
  const auto past = std::ranges::find_if_not(digits, is_digit);
  if (past - digits.begin() != 3 || text.value.front() == '0') return;
  std::string whole = text.value;
  whole[comma] = '.';
  tell_slip(at, text.span,
            say("dấu phẩy trong `{}` có lẽ là dấu phân cách nghìn",
                "the comma in `{}` is probably a thousands separator", text.value),
            say("nếu đúng vậy, viết `{}`", "if so, write `{}`", whole), run);
}

void odd_contents(const Catalogue& list, const RuleRun& run) {
  doubtful_comma("", list.points, run);
  doubtful_comma("", list.pass, run);
  for (const WardGroup& group : list.groups) doubtful_comma(group.id.value, group.pass, run);
  for (const Row& row : list.rows) {
    const std::string& address = list.outline[row.at].address;
    doubtful_comma(address, row.points, run);
    const auto points = points_in(row.points);
    if (row.is_heading() || !points || points->numerator != 0) continue;
    tell_slip(address, row.points.span,
              say("nội dung `{}` có 0 điểm", "content `{}` has 0 points", address),
              {"sửa số điểm, hoặc bỏ `points` nếu nội dung không chấm điểm",
               "mend the points, or drop `points` where it isn't scored"},
              run);
  }
}

void odd_deductions(const Catalogue& list, const RuleRun& run) {
  for (const Deduction& deduction : list.deductions) {
    const std::string& id = deduction.id.value;
    doubtful_comma(id, deduction.points, run);
    const auto percent = weight_in(deduction.percent);
    if (percent && Ratio{100, 1} < *percent)
      tell_slip(
          id, deduction.percent.span,
          say("`{}` mỗi lần trừ `{}`, quá cả kết quả",
              "`{}` takes off `{}` each time, more than the whole", id, deduction.percent.value),
          {"sửa `percent`", "mend `percent`"}, run);
    const auto row = std::ranges::find(list.outline, fold(id),
                                       [](const Place& place) { return fold(place.address); });
    if (row != list.outline.end() && deduction.id.given)
      tell_slip(id, deduction.id.span,
                say("mã `{}` của điểm trừ trùng số của một tiêu chí hay nội dung",
                    "the id `{}` of a deduction is the number of a group or content", id),
                {"đổi `id`, như `cham-han`", "change the `id`, as in `cham-han`"}, run);
  }
}

void odd_band_names(const Catalogue& list, const RuleRun& run) {
  for (std::size_t at = 0; at < list.bands.size(); ++at) {
    const Band& band = list.bands[at];
    doubtful_comma("", band.from, run);
    for (std::size_t before = 0; before < at && band.name.given; ++before)
      if (fold(list.bands[before].name.value) == fold(band.name.value))
        run.tell_twice(
            "", band.name.span, list.bands[before].name.span,
            say("hai mức xếp loại cùng tên `{}`", "two bands are named `{}`", band.name.value),
            {"đổi `name` của một mức", "change the `name` of one"});
  }
}

}  // namespace

void points_add_up(const Catalogue& list, const RuleRun& run) {
  check_sums(list, {points_in(list.points), list.points.span}, kPointSums, run);
  check_sums(list, {weight_in(list.weight), list.weight.span}, kWeightSums, run);
  weights_of_no_whole(list, run);
  declared_twice(list, run);
}

void no_points_at_all(const Catalogue& list, const RuleRun& run) {
  const WrittenQuantity* mark = first_mark(list);
  if (mark == nullptr || gives_points(list)) return;
  run.tell(
      "", {mark->span},
      {"bộ tiêu chí có mức điểm hay điểm trừ mà không nội dung nào có điểm",
       "the list has marks or deductions, and no content has points"},
      {"thêm `points` hoặc `weight` vào các nội dung", "add `points` or `weight` to contents"});
}

/// Contents with points that no weight of their own or above them covers, beside others that one
/// does: a weighted result passes over them.
void without_weight(const Catalogue& list, const RuleRun& run) {
  // By headings (the last one: outside of any): whether a row right under it has a weight.
  std::vector<bool> weighted_below(list.rows.size() + 1);
  const auto section_of = [&](const Row& row) {
    return list.outline[row.at].section.value_or(list.rows.size());
  };
  for (const Row& row : list.rows)
    if (row.weight.given) weighted_below[section_of(row)] = true;
  const bool any = std::ranges::find(weighted_below, true) != weighted_below.end();
  // What stands above has its own turn first.
  std::vector<bool> covered(list.rows.size());
  for (const Row& row : list.rows) {
    const std::size_t section = section_of(row);
    const bool above = section < row.at && covered[section] && !weighted_below[section];
    covered[row.at] = row.weight.given || above;
    if (!any || covered[row.at] || !row.points.given || row.is_heading()) continue;
    const std::string& address = list.outline[row.at].address;
    run.tell(address, {row.points.span},
             say("`{}` có điểm mà không có trọng số, trong khi mục khác có",
                 "`{}` has points and no weight, while others have one", address),
             {"thêm `weight: …`, hoặc bỏ `weight` ở các mục khác",
              "add `weight: …`, or drop the `weight` of the others"});
  }
}

/// What all contents come to that are scored, as the list declares it or else by them.
std::optional<Ratio> most_points(const Catalogue& list) {
  if (list.points.given) return points_in(list.points);
  std::optional<Ratio> most;
  for (const Row& row : list.rows)
    if (!row.is_heading()) add(most, points_in(row.points));
  return most;
}

/// A mark that can't be reached, or a second band from the same points on.
void odd_bands(const Catalogue& list, const RuleRun& run) {
  const bool weights = has_weights(list);
  const auto most = weights ? most_weighted(list) : most_points(list);
  // Where the list doesn't declare it nothing is pointed at.
  const WrittenQuantity& declared = weights ? list.weight : list.points;
  const std::vector<Label> related =
      declared.given ? std::vector<Label>{{declared.span, {"tổng điểm tối đa", "the most points"}}}
                     : std::vector<Label>{};
  const auto beyond = [&](const std::string& at, const WrittenQuantity& mark) {
    const auto points = points_in(mark);
    if (!most || !points || *points <= *most) return;
    run.tell(at, {mark.span},
             say("mức {} cao hơn tổng điểm tối đa {}", "the mark {} is beyond the most points {}",
                 vietnamese(*points), vietnamese(*most)),
             weights ? Message{"sửa mức ấy hoặc `weight`", "mend the mark or `weight`"}
                     : Message{"sửa mức ấy hoặc `points`", "mend the mark or `points`"},
             related);
  };
  beyond("", list.pass);
  for (const WardGroup& group : list.groups) beyond(group.id.value, group.pass);
  for (std::size_t at = 0; at < list.bands.size(); ++at) {
    const Band& band = list.bands[at];
    beyond("", band.from);
    const auto from = points_in(band.from);
    for (std::size_t before = 0; before < at; ++before)
      if (from && points_in(list.bands[before].from) == from)
        run.tell_twice("", band.from.span, list.bands[before].from.span,
                       say("hai mức xếp loại cùng từ {} điểm", "two bands begin at {} points",
                           vietnamese(*from)),
                       {"sửa `from` của một mức", "mend the `from` of one"});
  }
}

void odd_points(const Catalogue& list, const RuleRun& run) {
  odd_contents(list, run);
  odd_deductions(list, run);
  odd_band_names(list, run);
}

}  // namespace wardplan
