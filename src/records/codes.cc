// What loading can find.
#include "records/codes.h"

#include <array>

namespace wardplan {

const Code kUnknownKind = error_in<Frame::file>(
    {.id = "S201",
     .title = {"không rõ loại hồ sơ", "unknown kind of record"},
     .what = {"Tệp không có `kind`, hoặc `kind` không phải loại mà wardplan biết.",
              "The file has no `kind`, or one that wardplan doesn't know."},
     .why = {"`kind` quyết định mọi khóa khác được hiểu thế nào.",
             "`kind` decides how every other key is read."},
     .wrong = "kind: phuong\nformat: 1\nid: a\nname: phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kUnknownKey = error_in<Frame::item>(
    {.id = "S202",
     .title = {"khóa lạ", "unknown key"},
     .what = {"Khóa này không có trong loại hồ sơ này.", "This kind of record has no such key."},
     .why = {"Khóa gõ sai mà bỏ qua thì mất dữ liệu không ai hay.",
             "A mistyped key that is ignored loses data unnoticed."},
     .wrong = "title:\ntilte: Trồng cây\n",
     .right = "title: Trồng cây\n"});

const Code kMissingKey = error_in<Frame::file>(
    {.id = "S203",
     .title = {"thiếu khóa", "missing key"},
     .what = {"Một khóa bắt buộc không có.", "A required key is absent."},
     .why = {"Không có nó thì hồ sơ không dùng được.", "Without it the record can't be used."},
     .wrong = "kind: ward\nformat: 1\nid: a\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kWrongType = error_in<Frame::item>(
    {.id = "S204",
     .title = {"giá trị sai kiểu", "value of the wrong type"},
     .what =
         {"Chỗ cần một giá trị lại có danh sách hay nhóm, hoặc ngược lại, hoặc để trống.",
          "A list or mapping stands where one value belongs, or the other way round, or nothing "
          "does."},
     .why = {"Không đoán ý: khóa không có giá trị thì bỏ hẳn khóa đi.",
             "There is no guessing: where there is no value, leave the key out."},
     .wrong = "title: [Trồng cây]\n",
     .right = "title: Trồng cây\n"});

const Code kBadValue = error_in<Frame::item>(
    {.id = "S205",
     .title = {"giá trị không thể có", "impossible value"},
     .what = {"Giá trị không phải số, ngày hay từ mà khóa này nhận.",
              "The value is not a number, a date or a word that this key takes."},
     .why = {"Ngày viết `2026-06-15`; trạng thái ghi bằng từ tiếng Anh cố định để tệp nào cũng như "
             "nhau.",
             "Dates are written `2026-06-15`; a status is one of a few fixed English words so that "
             "all files are alike."},
     .wrong = "updates:\n  - {date: 2026-06-15, status: hoàn thành}\n",
     .right = "updates:\n  - {date: 2026-06-15, status: done}\n"});

const Code kUnknownReference = error_in<Frame::file>(
    {.id = "S206",
     .title = {"không thấy hồ sơ phường, bộ tiêu chí hay kế hoạch được nêu",
               "unknown ward, list of criteria or plan"},
     .what = {"`ward`, `catalogue` hay mã trước dấu `/` ở `serves` không trỏ tới tệp `kind: ward`, "
              "`kind: catalogue`, `kind: plan` nào trong thư mục này hay các thư mục trên; bộ tiêu "
              "chí còn được tìm trong `catalogues/`, kế hoạch cấp trên trong `above/`.",
              "`ward`, `catalogue` or the id before `/` in `serves` names no `kind: ward`, `kind: "
              "catalogue`, `kind: plan` file of this folder or those above it; lists of criteria "
              "are looked for in `catalogues/`, too, plans above in `above/`."},
     .why = {"Người và đơn vị được tra trong hồ sơ phường, tiêu chí trong bộ tiêu chí.",
             "People and units are looked up in the ward's register, criteria in their list."},
     .wrong = "kind: plan\nformat: 1\nward: mauu\nyear: 2026\ntitle: Kế hoạch\nrows: []\n",
     .right = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows: []\n"});

const Code kRowShape = error_in<Frame::rows>(
    {.id = "S207",
     .title = {"dòng không phải đề mục cũng không phải việc",
               "a row that is neither heading nor item"},
     .what =
         {"Mỗi dòng có `heading` (đề mục) hoặc `title` (việc), không cả hai; `declares` chỉ của "
          "đề mục, `targets` và `updates` chỉ của việc.",
          "Each row has `heading` (a section) or `title` (an item), not both; `declares` belongs "
          "to headings, `targets` and `updates` to items."},
     .why = {"Không rõ dòng này có được đếm là một việc hay không.",
             "It is unclear whether the row counts as an item."},
     .wrong = "- number: \"1\"\n  heading: Trồng cây\n  title: Trồng cây\n",
     .right = "- number: \"1\"\n  heading: Trồng cây\n"});

const Code kReferenceTwice = error_in<Frame::file>(
    {.id = "S208",
     .title = {"hai hồ sơ cùng mã", "two records with one id"},
     .what = {"Trong một thư mục có hai tệp `kind: ward`, hai tệp `kind: catalogue`, hoặc hai tệp "
              "`kind: plan`, cùng `id`.",
              "A folder has two `kind: ward` files, two `kind: catalogue` files, or two `kind: "
              "plan` files, with the same `id`."},
     .why = {"Không rõ tên và nội dung lấy ở tệp nào.", "It is unclear which of them is meant."},
     .wrong = "kind: ward\nformat: 1\nid: mau\nname: phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kTargetNames = error_in<Frame::item>(
    {.id = "S209",
     .title = {"chỉ tiêu không có tên riêng", "targets without names of their own"},
     .what = {"Một việc có từ hai chỉ tiêu trở lên mà có chỉ tiêu không tên hoặc trùng tên.",
              "An item has two or more targets, and one has no name or another's name."},
     .why = {"Kết quả được ghi theo tên chỉ tiêu.", "Results are recorded by the target's name."},
     .given = "targets:\n  - {name: cây xanh, goal: 100 cây}\n",
     .wrong = "  - {goal: 90%}\n",
     .right = "  - {name: cây sống, goal: 90%}\n"});

const Code kUnreadCount{
    .id = "S210",
    .title = {"số khai không đọc được", "a declared count that can't be read"},
    .what = {"`declares` không bắt đầu bằng một số, viết bằng chữ số hay bằng chữ.",
             "`declares` does not begin with a number, in digits or in words."},
    .why = {"Không đối chiếu được với các dòng; bản đã ban hành thì cứ để nguyên.",
            "It can't be checked against the rows; what was issued stays as it is."},
    .frame = Frame::rows,
    .wrong = "- number: \"1\"\n  heading: Trồng cây\n  declares: nhiều chỉ tiêu\n",
    .right = "- number: \"1\"\n  heading: Trồng cây\n  declares: 2 chỉ tiêu\n"};

const Code kCurlyQuotes{
    .id = "S211",
    .severity = Severity::warning,
    .title = {"giá trị nằm trong nháy cong", "a value in curly quotes"},
    .what = {"Số, mã, tên, thời gian, chỉ tiêu hay ngày nằm trong nháy cong “ ” do Word đặt.",
             "A number, id, name, time, target or date stands in the curly quotes “ ” of Word."},
    .why = {"Với YAML nháy cong là chữ, không phải dấu nháy. wardplan bỏ qua chúng, phần mềm khác "
            "thì không.",
            "To YAML curly quotes are letters, not quotes. wardplan passes over them, other "
            "programs don't."},
    .wrong = "due: “Tháng 8/2026”\n",
    .right = "due: Tháng 8/2026\n"};

std::span<const Code* const> model_codes() {
  static constexpr std::array kAll = {&kUnknownKind, &kUnknownKey,     &kMissingKey,
                                      &kWrongType,   &kBadValue,       &kUnknownReference,
                                      &kRowShape,    &kReferenceTwice, &kTargetNames,
                                      &kUnreadCount, &kCurlyQuotes};
  return kAll;
}

}  // namespace wardplan
