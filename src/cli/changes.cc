// Flags of the commands that change records: update, undo.
#include "cli/flags.h"
#include "records/entry_keys.h"
#include "records/project.h"

namespace wardplan {
namespace {

constexpr Phrase kDryRun = {"chỉ in thay đổi (git apply nhận được), không ghi",
                            "only print the change (git apply takes it), write nothing"};

constexpr Phrase kFileOrList = {
    "tệp kế hoạch; `-`: danh sách CSV từ đầu vào chuẩn (tệp, địa chỉ, trạng thái, kết quả, ghi "
    "chú, minh chứng)",
    "a plan file; `-`: a CSV list on standard input (file, address, status, value, note, "
    "evidence)"};

}  // namespace

std::vector<Flag> update_flags(Parsed& parsed) {
  UpdateOptions& update = parsed.update;
  std::vector<Flag> flags = {flag("FILE", kFileOrList, &update.path),
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
  flags.push_back(flag("--dry-run", kDryRun, &update.dry_run));
  return flags;
}

int run_update(Parsed& parsed, Io& io) {
  UpdateOptions& update = parsed.update;
  ChangeRequest& request = update.request;
  std::optional<std::string>& date = request.entry[EntryKeyId::date].text;
  require_argument(update.path, "FILE");
  if (update.path == kStdin) {
    if (!request.address.empty() || request.entry.count() > (date ? 1U : 0U))
      wrong_usage({"với `update -`, mọi điều cần ghi nằm trong danh sách",
                   "with `update -` everything to record stands in the list"});
  } else {
    if (request.address.empty() && update.path.ends_with(".csv"))
      wrong_usage(say("danh sách thì gõ `wardplan update - < {}`",
                      "for a list type `wardplan update - < {}`", update.path));
    require_argument(request.address, "ADDRESS");
    if (date) date = iso(require_date("--date", *date));
  }
  return update_command(update, io);
}

std::vector<Flag> undo_flags(Parsed& parsed) {
  UpdateOptions& update = parsed.update;
  return {flag("FILE", {"tệp kế hoạch", "a plan file"}, &update.path),
          address_flag(update.request.address), flag("--dry-run", kDryRun, &update.dry_run)};
}

int run_undo(Parsed& parsed, Io& io) {
  UpdateOptions& update = parsed.update;
  require_argument(update.path, "FILE");
  require_argument(update.request.address, "ADDRESS");
  update.request.undo = true;
  return update_command(update, io);
}

}  // namespace wardplan
