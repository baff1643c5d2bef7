// Flags of the commands that change records: update, undo; add, amend, renumber.
#include <algorithm>

#include "cli/flags.h"
#include "records/entry_keys.h"
#include "records/project.h"

namespace wardplan {
namespace {

constexpr Phrase kDryRun = {"chỉ in thay đổi (git apply nhận được), không ghi",
                            "only print the change (git apply takes it), write nothing"};

/// `undo` takes back entries alone.
constexpr Phrase kDryRunOfRows = {
    "chỉ in thay đổi (git apply nhận được), không ghi; đã ghi thì `git checkout TỆP` bỏ lại",
    "only print the change (git apply takes it), write nothing; once it is written `git checkout "
    "FILE` takes it back"};

constexpr Phrase kFileOrList = {
    "tệp kế hoạch; `-`: danh sách CSV từ đầu vào chuẩn (tệp, địa chỉ, trạng thái, kết quả, ghi "
    "chú, minh chứng)",
    "a plan file; `-`: a CSV list on standard input (file, address, status, value, note, "
    "evidence)"};

}  // namespace

std::vector<Flag> update_flags(Parsed& parsed) {
  UpdateOptions& update = parsed.update;
  std::vector<Flag> flags = {taking(Takes::record, flag("FILE", kFileOrList, &update.path)),
                             address_flag(update.request.address)};
  // What a plan's item takes comes before what other rows alone take.
  for (const bool of_items : {true, false})
    for (const EntryKey& key : entry_keys()) {
      if (key.flag.name.empty() || (key.use(RowKind::item) != nullptr) != of_items) continue;
      EntryValue& value = update.request.entry[key.id];
      flags.push_back({key.flag.name, key.flag.value, key.flag.help,
                       key.flag.often ? Slot(&value.list) : Slot(&value.text)});
    }
  flags.push_back(
      flag("--backdate",
           {"ngày sớm hơn lần cập nhật trước là đúng ý", "a date before the last entry's is meant"},
           &update.request.backdate));
  flags.push_back(
      flag("--force",
           {"ghi cả điều trông như nhầm: kết quả không so được hay gấp mười lần chỉ tiêu, ngày ở "
            "tương lai, cập nhật ghi lần nữa, việc đã xong lại ghi chưa xong…",
            "record what looks mistaken, too: a value that can't be compared or is ten times its "
            "goal, a day to come, the same entry again, done work said not to be done…"},
           &update.request.force));
  flags.push_back(
      flag("--from", "FILE…",
           {"những phiếu do `table --for-update` in và đơn vị đã điền (.xlsx, .csv, .docx)",
            "sheets that `table --for-update` printed and units filled in (.xlsx, .csv, .docx)"},
           &update.sheets));
  flags.push_back(
      among(encodings(), flag("--encoding", "NAME",
                              {"mã của phiếu CSV: utf-8, utf-16 hoặc cp1258",
                               "encoding of sheets that are CSV: utf-8, utf-16 or cp1258"},
                              &parsed.encoding)));
  flags.push_back(flag("--dry-run", kDryRun, &update.dry_run));
  return flags;
}

int run_update(Parsed& parsed, Io& io) {
  UpdateOptions& update = parsed.update;
  ChangeRequest& request = update.request;
  std::optional<std::string>& date = request.entry[EntryKeyId::date].text;
  if (!update.sheets.empty()) {
    if (!update.path.empty() || !request.address.empty() ||
        request.entry.count() > (date ? 1U : 0U))
      wrong_usage({"với `update --from`, mọi điều cần ghi nằm trong phiếu",
                   "with `update --from` everything to record stands in the sheets"});
    require_once("--from", update.sheets);
    if (parsed.encoding) update.encoding = require_encoding(*parsed.encoding);
    if (date) date = iso(require_date("--date", *date));
    return update_command(update, io);
  }
  if (parsed.encoding)
    wrong_usage({"`--encoding` chỉ dùng với `--from`", "`--encoding` goes with `--from` alone"});
  require_argument(update.path, "FILE");
  if (update.path == kStdin) {
    if (!request.address.empty() || request.entry.count() > (date ? 1U : 0U))
      wrong_usage({"với `update -`, mọi điều cần ghi nằm trong danh sách",
                   "with `update -` everything to record stands in the list"});
  } else {
    if (request.address.empty() && update.path.ends_with(".csv"))
      wrong_usage(say("danh sách thì gõ `wardplan update - < {}`",
                      "for a list type `wardplan update - < {}`", update.path));
    if (request.address.empty() &&
        (update.path.ends_with(".xlsx") || update.path.ends_with(".docx")))
      wrong_usage(say("phiếu đã điền thì gõ `wardplan update --from {}`",
                      "for a sheet that was filled in type `wardplan update --from {}`",
                      update.path));
    require_argument(request.address, "ADDRESS");
    if (date) date = iso(require_date("--date", *date));
  }
  return update_command(update, io);
}

std::vector<Flag> undo_flags(Parsed& parsed) {
  UpdateOptions& update = parsed.update;
  return {taking(Takes::record, flag("FILE", {"tệp kế hoạch", "a plan file"}, &update.path)),
          address_flag(update.request.address), flag("--dry-run", kDryRun, &update.dry_run)};
}

int run_undo(Parsed& parsed, Io& io) {
  UpdateOptions& update = parsed.update;
  require_argument(update.path, "FILE");
  require_argument(update.request.address, "ADDRESS");
  update.request.undo = true;
  return update_command(update, io);
}

namespace {

/// What the register or the movement has for such a key.
std::optional<Takes> named_by(const RowKeyFlag& key) {
  switch (key.kind) {
    case RowKeyKind::people:
      return Takes::person;
    case RowKeyKind::units:
      return Takes::unit;
    case RowKeyKind::fields:
      return Takes::field;
    case RowKeyKind::text:
    case RowKeyKind::date:
    case RowKeyKind::word:
    case RowKeyKind::list:
    case RowKeyKind::goals:
    case RowKeyKind::cells:
      return std::nullopt;
  }
  return std::nullopt;
}

/// One flag for each key of a row.
std::vector<Flag> row_flags(Parsed& parsed) {
  std::vector<Flag> flags;
  for (std::size_t at = 0; at < row_key_flags().size(); ++at) {
    const RowKeyFlag& key = row_key_flags()[at];
    const bool often = key.often();
    flags.push_back({.name = key.name,
                     .value = key.value,
                     .help = key.help,
                     .slot = often ? Slot(&parsed.rows.values[at]) : Slot(&parsed.row_texts[at]),
                     .takes = named_by(key),
                     .words = known_row_words(key.key),
                     .commas = often && named_by(key).has_value()});
  }
  return flags;
}

/// Whether anything was said of the row; it stands in its options from here on.
bool says_something(Parsed& parsed) {
  RowOptions& rows = parsed.rows;
  for (std::size_t at = 0; at < parsed.row_texts.size(); ++at)
    if (const auto& text = parsed.row_texts[at]) rows.values[at] = {*text};
  return !rows.remove.empty() ||
         std::ranges::any_of(rows.values, [](const auto& typed) { return !typed.empty(); });
}

Flag row_file_flag(RowOptions& rows) {
  return taking(
      Takes::record,
      flag("FILE", {"tệp kế hoạch, tiêu chí hay phong trào", "a plan, criteria or movement"},
           &rows.path));
}

Flag row_flag(std::string& address) { return taking(Takes::row, address_flag(address)); }

}  // namespace

std::vector<Flag> add_flags(Parsed& parsed) {
  RowOptions& rows = parsed.rows;
  return join({row_file_flag(rows),
               taking(Takes::row, flag("--after", "ADDRESS",
                                       {"đặt ngay sau dòng này; không nêu: cuối biểu",
                                        "right behind this row; otherwise it is the last one"},
                                       &rows.after)),
               taking(Takes::row,
                      flag("--before", "ADDRESS",
                           {"đặt ngay trước dòng này", "right before this row"}, &rows.before))},
              join(row_flags(parsed), {flag("--dry-run", kDryRunOfRows, &rows.dry_run)}));
}

int run_add(Parsed& parsed, Io& io) {
  require_argument(parsed.rows.path, "FILE");
  if (!parsed.rows.after.empty() && !parsed.rows.before.empty())
    wrong_usage({"chỉ nêu một trong `--after`, `--before`", "say one of `--after`, `--before`"});
  if (!says_something(parsed))
    wrong_usage(
        {"chưa nêu gì về dòng mới; xem `--help`", "nothing is said of the new row; see `--help`"});
  return add_command(parsed.rows, io);
}

std::vector<Flag> amend_flags(Parsed& parsed) {
  RowOptions& rows = parsed.rows;
  return join(
      {row_file_flag(rows), row_flag(rows.address)},
      join(row_flags(parsed), {flag("--remove", "KEY",
                                    {"bỏ khóa này khỏi dòng: `--remove note`, `--remove goal`, "
                                     "`--remove cells.MÃ`; nêu được nhiều lần",
                                     "take this key away: `--remove note`, `--remove goal`, "
                                     "`--remove cells.ID`, as often as needed"},
                                    &rows.remove),
                               flag("--dry-run", kDryRunOfRows, &rows.dry_run)}));
}

int run_amend(Parsed& parsed, Io& io) {
  require_argument(parsed.rows.path, "FILE");
  require_argument(parsed.rows.address, "ADDRESS");
  if (!says_something(parsed))
    wrong_usage({"chưa nêu sửa gì; xem `--help`", "nothing to amend is said; see `--help`"});
  return amend_command(parsed.rows, io);
}

std::vector<Flag> renumber_flags(Parsed& parsed) {
  RenumberOptions& renumber = parsed.renumber;
  return {taking(Takes::record, flag("FILE", {"tệp kế hoạch hay phong trào", "a plan or movement"},
                                     &renumber.path)),
          row_flag(renumber.address),
          flag("NUMBER",
               {"số mới như sẽ ghi ở dòng: `2.5`; của mô hình, mốc báo cáo: mã mới",
                "the new number as the row is to have it: `2.5`; of models and dates the new id"},
               &renumber.number),
          flag("--dry-run", kDryRunOfRows, &renumber.dry_run)};
}

int run_renumber(Parsed& parsed, Io& io) {
  require_argument(parsed.renumber.path, "FILE");
  require_argument(parsed.renumber.address, "ADDRESS");
  require_argument(parsed.renumber.number, "NUMBER");
  return renumber_command(parsed.renumber, io);
}

}  // namespace wardplan
