// Flags of the commands that change records: update, undo.
#include "cli/flags.h"
#include "cli/judge.h"
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
  return {
      {"FILE", "", kFileOrList, &update.path},
      address_flag(update.address),
      {"STATUS",
       "",
       {"trạng thái: `hoàn thành`, `đang thực hiện`, `tạm dừng`, `hủy`… hoặc done, in-progress…; "
        "nội "
        "dung tiêu chí: `đạt`, `chưa đạt`, `không áp dụng`; mô hình: `có hiệu quả`, `chưa hiệu "
        "quả`",
        "status: not-started, in-progress, done, paused, cancelled, or the Vietnamese words; of "
        "criteria met, not-met, not-applicable; of models effective, not-effective"},
       &update.status},
      {"--date",
       "DATE",
       {"ngày ghi nhận (mặc định: hôm nay)", "date (default: today)"},
       &update.date},
      {"--value",
       "[NAME=]V",
       {"kết quả; việc có nhiều chỉ tiêu thì `--value TÊN=SỐ`, nêu được nhiều lần",
        "value reached; of several targets `--value NAME=FIGURE`, as often as needed"},
       &update.values},
      {"--part",
       "NAME=V",
       {"một phần của kết quả, ví dụ `--part quận=20`; nêu được nhiều lần, cộng lại phải bằng "
        "`--value`",
        "a part of the value, such as `--part quận=20`, as often as needed; together they must "
        "give `--value`"},
       &update.parts},
      {"--note", "TEXT", {"ghi chú", "note"}, &update.note},
      {"--evidence", "TEXT", {"minh chứng", "evidence"}, &update.evidence},
      {"--due",
       "TIME",
       {"gia hạn đến: `Tháng 12/2026`", "extended to: `Tháng 12/2026`"},
       &update.due},
      {"--round",
       "N",
       {"đợt kiểm tra của bộ tiêu chí, lần thứ mấy của báo cáo định kỳ: `1`",
        "round of criteria, or which time of a report that recurs: `1`"},
       &update.round},
      {"--proposed",
       "LEVEL",
       {"cấp được đề nghị khen mô hình; nêu được nhiều lần",
        "level that is asked to commend a model, as often as needed"},
       &update.proposed},
      {"--backdate",
       "",
       {"ngày sớm hơn lần cập nhật trước là đúng ý", "a date before the last entry's is meant"},
       &update.backdate},
      {"--dry-run", "", kDryRun, &update.dry_run}};
}

int run_update(Parsed& parsed, Io& io) {
  UpdateOptions& update = parsed.update;
  require_argument(update.path, "FILE");
  if (update.path == kStdin) {
    if (!update.address.empty() || update.status || update.note || update.evidence || update.due ||
        update.round || !update.values.empty() || !update.parts.empty() || !update.proposed.empty())
      wrong_usage({"với `update -`, mọi điều cần ghi nằm trong danh sách",
                   "with `update -` everything to record stands in the list"});
  } else {
    if (update.address.empty() && update.path.ends_with(".csv"))
      wrong_usage(say("danh sách thì gõ `wardplan update - < {}`",
                      "for a list type `wardplan update - < {}`", update.path));
    require_argument(update.address, "ADDRESS");
    if (update.date) update.date = iso(require_date("--date", *update.date));
  }
  update.common = parsed.common;
  return update_command(update, io);
}

std::vector<Flag> undo_flags(Parsed& parsed) {
  return {{"FILE", "", {"tệp kế hoạch", "a plan file"}, &parsed.undo.path},
          address_flag(parsed.undo.address),
          {"--dry-run", "", kDryRun, &parsed.undo.dry_run}};
}

int run_undo(Parsed& parsed, Io& io) {
  require_argument(parsed.undo.path, "FILE");
  require_argument(parsed.undo.address, "ADDRESS");
  parsed.undo.common = parsed.common;
  return undo_command(parsed.undo, io);
}

}  // namespace wardplan
