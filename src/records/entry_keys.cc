#include "records/entry_keys.h"

#include "records/keys.h"

namespace wardplan {
namespace {

EntryValue value_of(const Text& text) {
  return text.given ? EntryValue{.text = text.value} : EntryValue{};
}

EntryValue value_of(const Written<Date>& date) {
  return date.given ? EntryValue{.text = iso(date.value)} : EntryValue{};
}

EntryValue value_of(const Number& number) {
  return number.given ? EntryValue{.text = std::to_string(number.value)} : EntryValue{};
}

EntryValue value_of(const SaidStatus& status) {
  if (!status.given) return {};
  if (status.own != nullptr) return {.text = status.own->id.value};
  return {.text = std::string(status_word(status.value).token)};
}

EntryValue value_of(const std::vector<NamedValue>& values) {
  EntryValue value;
  for (const NamedValue& named : values)
    value.named.push_back({named.name.value, named.value.value});
  return value;
}

EntryValue value_of(const std::vector<Name>& names) {
  EntryValue value;
  for (const Name& name : names) value.list.push_back(name.as.value);
  return value;
}

template <RowKind kKind>
void load_status_of(Update& out, const yaml::Node& node, Report& report) {
  load_status(kKind, out.status, node, report);
}

template <RowKind kKind>
void show_statuses_of(ValueShape& out) {
  show_statuses(kKind, out);
}

void show_percent(ValueShape& out) { out.kind = ValueKind::per_cent; }

void load_percent_done(Update& out, const yaml::Node& node, Report& report) {
  load_percent(out.percent, node, report);
}

void load_round(Update& out, const yaml::Node& node, Report& report) {
  load_exact(out.round, node, report);
}

/// A row of the table, with the member that the key is read into.
template <auto kMember>
constexpr EntryKey row(EntryKey key) {
  key.load = [](Update& out, const yaml::Node& node, Report& report) {
    load_value(out.*kMember, node, report);
  };
  key.show = [](ValueShape& out) {
    show(static_cast<decltype(member_of(kMember))*>(nullptr), out);
  };
  key.texts = [](const Update& from, const SeeText& see) { see_texts(from.*kMember, see); };
  key.value_in = [](const Update& from) { return value_of(from.*kMember); };
  return key;
}

constexpr RowKind kItems = RowKind::item;
constexpr RowKinds kCriteria = {RowKind::heading, RowKind::content, RowKind::condition};
constexpr RowKind kModels = RowKind::model;
constexpr RowKind kDates = RowKind::report_day;
constexpr RowKinds kWork = {RowKind::item, RowKind::report_day};
constexpr RowKinds kAllButModels = {RowKind::item, RowKind::heading, RowKind::content,
                                    RowKind::condition, RowKind::report_day};
constexpr RowKinds kAll = {RowKind::item,      RowKind::heading, RowKind::content,
                           RowKind::condition, RowKind::model,   RowKind::report_day};

constexpr std::array kKeys = {
    row<&Update::date>(
        {.id = EntryKeyId::date,
         .name = "date",
         .required = true,
         .uses = {{{kAll, {"ngày ghi nhận", "date"}}}},
         .flag = {"--date", "DATE", {"ngày ghi nhận (mặc định: hôm nay)", "date (default: today)"}},
         .titles = {"date", "ngày", "ngày ghi nhận"}}),
    row<&Update::round>(
        {.id = EntryKeyId::round,
         .name = "round",
         .uses =
             {{{kCriteria, {"đợt kiểm tra", "round"}, load_round},
               {RowKinds{kItems, kDates}, {"lần thứ mấy trong năm", "which time"}, load_round}}},
         .flag =
             {"--round",
              "N",
              {"đợt kiểm tra của bộ tiêu chí; lần nào của việc, báo cáo định kỳ: `2`, `2026-05`, "
               "`tháng 5`, hoặc một ngày của lần ấy",
               "round of criteria; which time of an item or report that recurs: `2`, `2026-05`, "
               "`tháng 5`, or a day of it"}},
         .titles = {"round", "đợt", "đợt kiểm tra"}}),
    row<&Update::status>(
        {.id = EntryKeyId::status,
         .name = "status",
         .uses = {{{RowKinds{kItems, kDates}, {"trạng thái", "status"}},
                   {kCriteria,
                    {"đạt, chưa đạt, không áp dụng", "verdict"},
                    load_status_of<RowKind::content>,
                    show_statuses_of<RowKind::content>},
                   {kModels,
                    {"trạng thái", "status"},
                    load_status_of<RowKind::model>,
                    show_statuses_of<RowKind::model>}}},
         .flag = {"STATUS",
                  "",
                  {"trạng thái: `hoàn thành`, `đang thực hiện`, `tạm dừng`, `hủy`… hoặc done, "
                   "in-progress…; nội dung tiêu chí: `đạt`, `chưa đạt`, `không áp dụng`; mô hình: "
                   "`có hiệu quả`, `chưa hiệu quả`",
                   "status: not-started, in-progress, done, paused, cancelled, or the Vietnamese "
                   "words; of criteria met, not-met, not-applicable; of models effective, "
                   "not-effective"}},
         .titles = {"status", "trạng thái", "tình trạng"}}),
    row<&Update::percent>(
        {.id = EntryKeyId::percent,
         .name = "percent",
         .uses = {{{kWork,
                    {"phần trăm đã làm, từ 0 đến 100", "per cent done"},
                    load_percent_done,
                    show_percent}}},
         .flag = {"--percent", "N", {"phần trăm đã làm: `60`", "per cent done: `60`"}},
         .titles = {"percent", "phần trăm", "tỷ lệ hoàn thành"}}),
    row<&Update::waiting>(
        {.id = EntryKeyId::waiting,
         .name = "waiting",
         .uses = {{{kWork, {"đang chờ ai", "whom it waits for"}}}},
         .flag = {"--waiting",
                  "WHO",
                  {"đang chờ ai: đơn vị, người hay cơ quan; hết chờ từ lần cập nhật sau không nêu",
                   "whom it waits for, until the next entry that doesn't say so"}},
         .titles = {"waiting", "đang chờ", "chờ ai"}}),
    row<&Update::value>(
        {.id = EntryKeyId::value,
         .name = "value",
         .uses = {{{kAllButModels, {"số đạt được", "value reached"}},
                   {kModels, {"con số đạt được", "figure reached"}}}},
         .flag = {"--value",
                  "[NAME=]V",
                  {"kết quả; việc có nhiều chỉ tiêu thì `--value TÊN=SỐ`, nêu được nhiều lần",
                   "value reached; of several targets `--value NAME=FIGURE`, as often as needed"},
                  true},
         .titles = {"value", "kết quả", "giá trị"}}),
    row<&Update::values>(
        {.id = EntryKeyId::values,
         .name = "values",
         .uses = {{{kAllButModels, {"số đạt được theo chỉ tiêu", "values by target"}}}}}),
    row<&Update::parts>({.id = EntryKeyId::parts,
                         .name = "parts",
                         .uses = {{{kItems, {"các phần của con số", "what the value is made of"}}}},
                         .flag = {"--part",
                                  "NAME=V",
                                  {"một phần của kết quả, ví dụ `--part quận=20`; nêu được nhiều "
                                   "lần, cộng lại phải bằng `--value`",
                                   "a part of the value, such as `--part quận=20`, as often as "
                                   "needed; together they must give `--value`"},
                                  true},
                         .titles = {"parts", "gồm", "các phần"}}),
    row<&Update::score>(
        {.id = EntryKeyId::score,
         .name = "score",
         .uses = {{{RowKind::content, {"điểm được chấm", "points, as assessed"}}}},
         .flag = {"--score",
                  "POINTS",
                  {"nội dung có điểm: điểm được chấm", "contents with points: as assessed"}},
         .titles = {"score", "điểm", "điểm chấm"}}),
    row<&Update::self_score>(
        {.id = EntryKeyId::self_score,
         .name = "self_score",
         .uses = {{{RowKind::content, {"điểm tự chấm", "points, as the ward assessed itself"}}}},
         .flag = {"--self-score",
                  "POINTS",
                  {"nội dung có điểm: điểm phường tự chấm",
                   "contents with points: as the ward assessed itself"}},
         .titles = {"self_score", "điểm tự chấm", "tự chấm"}}),
    row<&Update::obstacle>(
        {.id = EntryKeyId::obstacle,
         .name = "obstacle",
         .uses = {{{kWork, {"vướng mắc", "obstacle"}}}},
         .flag = {"--obstacle",
                  "TEXT",
                  {"vướng mắc; hết từ lần cập nhật sau không nêu",
                   "what stands in the way, until the next entry that doesn't say so"}},
         .titles = {"obstacle", "vướng mắc", "khó khăn, vướng mắc"}}),
    row<&Update::note>({.id = EntryKeyId::note,
                        .name = "note",
                        .uses = {{{kAllButModels, {"ghi chú", "note"}},
                                  {kModels, {"kết quả cụ thể", "what was reached, in words"}}}},
                        .flag = {"--note", "TEXT", {"ghi chú", "note"}},
                        .titles = {"note", "ghi chú", "ghi chú"}}),
    row<&Update::evidence>({.id = EntryKeyId::evidence,
                            .name = "evidence",
                            .uses = {{{kAll, {"minh chứng", "evidence"}}}},
                            .flag = {"--evidence", "TEXT", {"minh chứng", "evidence"}},
                            .titles = {"evidence", "minh chứng", "minh chứng"}}),
    row<&Update::grade>({.id = EntryKeyId::grade,
                         .name = "grade",
                         .uses = {{{kAllButModels,
                                    {"xếp loại chất lượng, theo cách gọi của phường",
                                     "how well it was done, in the ward's words"}}}},
                         .flag = {"--grade",
                                  "TEXT",
                                  {"xếp loại chất lượng, theo cách gọi của phường: `Tốt`",
                                   "how well it was done, in the ward's words: `Tốt`"}},
                         .titles = {"grade", "xếp loại", "chất lượng"}}),
    row<&Update::proposed>(
        {.id = EntryKeyId::proposed,
         .name = "proposed",
         .uses = {{{kModels, {"cấp được đề nghị khen", "levels asked to commend it"}}}},
         .flag = {"--proposed",
                  "LEVEL",
                  {"cấp được đề nghị khen mô hình; nêu được nhiều lần",
                   "level that is asked to commend a model, as often as needed"},
                  true},
         .titles = {"proposed", "đề nghị khen", "đề nghị khen thưởng"}}),
    row<&Update::due>({.id = EntryKeyId::due,
                       .name = "due",
                       .uses = {{{kAll, {"gia hạn đến", "extension"}}}},
                       .flag = {"--due",
                                "TIME",
                                {"gia hạn đến: `Tháng 12/2026`", "extended to: `Tháng 12/2026`"}},
                       .titles = {"due", "gia hạn", "gia hạn đến"}}),
    row<&Update::allowed>({.id = EntryKeyId::allowed,
                           .name = "allowed",
                           .uses = {{{kAll, {"ai cho gia hạn", "who allowed the extension"}}}},
                           .flag = {"--allowed",
                                    "WHO",
                                    {"ai cho gia hạn `--due`: `Chủ tịch UBND phường`",
                                     "who allowed the extension by `--due`"}},
                           .titles = {"allowed", "người cho gia hạn", "cho gia hạn"}}),
};
static_assert(kKeys.size() == kEntryKeyCount);
static_assert(std::ranges::is_sorted(kKeys, std::ranges::less_equal{}, &EntryKey::id));

std::vector<Key<Update>> keys_of(RowKind kind) {
  std::vector<Key<Update>> keys;
  for (const EntryKey& key : kKeys)
    if (const EntryUse* use = key.use(kind))
      keys.push_back({key.name, key.required ? Need::required : Need::optional, use->meaning,
                      use->load != nullptr ? use->load : key.load, key.texts,
                      use->show != nullptr ? use->show : key.show});
  return keys;
}

}  // namespace

const EntryUse* EntryKey::use(RowKind kind) const {
  const auto found =
      std::ranges::find_if(uses, [kind](const EntryUse& use) { return use.rows.has(kind); });
  return found == uses.end() ? nullptr : &*found;
}

std::span<const EntryKey> entry_keys() { return kKeys; }

template <RowKind kKind>
std::span<const Key<Update>> update_keys() {
  static const std::vector<Key<Update>> kTable = keys_of(kKind);
  return kTable;
}
template std::span<const Key<Update>> update_keys<RowKind::item>();
template std::span<const Key<Update>> update_keys<RowKind::content>();
template std::span<const Key<Update>> update_keys<RowKind::model>();
template std::span<const Key<Update>> update_keys<RowKind::report_day>();

EntryDraft draft_of(const Update& update) {
  EntryDraft draft;
  for (const EntryKey& key : kKeys) draft[key.id] = key.value_in(update);
  return draft;
}

}  // namespace wardplan
