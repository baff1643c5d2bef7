// What templates can have wrong. Samples are whole templates, named `mau`, for a ward's list of
// items: `phuong` (text), `khan` (text), `viec` (a list of objects with `ten` and `han`), `to` (a
// list of texts), `lanh_dao` (an object with `ten`).
#include <array>

#include "template/fill.h"
#include "template/template.h"

namespace wardplan::mustache {

const Code kOpenSection = error_in<Frame::mustache>(
    {.id = "T101",
     .title = {"đoạn chưa đóng", "section not closed"},
     .what = {"Thẻ `{{#tên}}` hay `{{^tên}}` mở một đoạn mà không có `{{/tên}}` đóng lại.",
              "A tag `{{#name}}` or `{{^name}}` opens a section, and no `{{/name}}` closes it."},
     .why = {"Không rõ đoạn được in lặp lại, hay được bỏ đi, dài đến đâu.",
             "It is unclear how far what is repeated or left out reaches."},
     .wrong = "{{#viec}}\n- {{ten}}: {{han}}\n",
     .right = "{{#viec}}\n- {{ten}}: {{han}}\n{{/viec}}\n"});

const Code kWrongClose = error_in<Frame::mustache>(
    {.id = "T102",
     .title = {"thẻ đóng không khớp", "a closing tag that doesn't match"},
     .what = {"Thẻ `{{/tên}}` không đóng đoạn đang mở: sai tên, sai thứ tự, hoặc không có đoạn nào "
              "đang mở.",
              "A tag `{{/name}}` doesn't close the section that is open: another name, another "
              "order, or nothing is open."},
     .why = {"Không rõ đoạn nào hết ở đây.", "It is unclear which section ends here."},
     .wrong = "{{#viec}}\n- {{ten}}\n{{/viec}}{{/viec}}\n",
     .right = "{{#viec}}\n- {{ten}}\n{{/viec}}\n"});

const Code kOpenTag = error_in<Frame::mustache>(
    {.id = "T103",
     .title = {"thẻ chưa đóng", "tag not closed"},
     .what = {"Thẻ mở bằng `{{` mà không có `}}`, hoặc mở bằng `{{{` mà không có `}}}`.",
              "A tag opens with `{{` and has no `}}`, or opens with `{{{` and has no `}}}`."},
     .why = {"Phần sau của mẫu sẽ bị nuốt vào thẻ.", "What follows would be swallowed by the tag."},
     .wrong = "Kính gửi: {{phuong}\nSố việc:\n",
     .right = "Kính gửi: {{phuong}}\nSố việc:\n"});

const Code kBadDelimiters = error_in<Frame::mustache>(
    {.id = "T104",
     .title = {"đổi dấu thẻ sai cách", "wrong change of delimiters"},
     .what =
         {"Thẻ `{{=… …=}}` đổi dấu mở và dấu đóng của các thẻ sau; trong đó phải có đúng hai dấu "
          "cách nhau một dấu cách.",
          "A tag `{{=… …=}}` changes what opens and closes the tags behind it; it holds two "
          "marks with a blank between them."},
     .why = {"Không rõ các thẻ sau viết thế nào.",
             "It is unclear how the tags behind it are written."},
     .wrong = "{{=<%=}}\n{{phuong}}\n",
     .right = "{{=<% %>=}}\n<%phuong%>\n"});

const Code kBadName = error_in<Frame::mustache>(
    {.id = "T105",
     .title = {"tên trong thẻ không đúng", "a name that is none"},
     .what =
         {"Thẻ không có tên, hoặc tên có dấu cách hay dấu lạ. Tên chỉ có chữ (cả chữ có dấu), số, "
          "`_` và `-`; tên mẫu con không có đường dẫn.",
          "A tag has no name, or its name has blanks or other signs. Names have letters (with "
          "any marks), digits, `_` and `-`; a partial's has no path."},
     .why = {"Tên như thế không có trong dữ liệu nào, và mẫu con chỉ lấy trong thư mục mẫu.",
             "No data has such a name, and partials come from the templates' folder alone."},
     .wrong = "Lãnh đạo: {{lanh dao.ten}}\n",
     .right = "Lãnh đạo: {{lanh_dao.ten}}\n"});

const Code kTooDeep = error_in<Frame::mustache>(
    {.id = "T106",
     .title = {"đoạn lồng nhau quá sâu", "sections nested too deep"},
     .what = {"Các đoạn lồng nhau quá 100 tầng.",
              "Sections stand more than 100 deep in each other."},
     .why = {"Mẫu thật chỉ sâu vài tầng; sâu thế này là tệp hỏng hoặc tệp phá.",
             "Real templates are a few levels deep; this is a damaged or hostile file."},
     .wrong = "",
     .right = "{{#viec}}{{#ten}}{{ten}}{{/ten}}{{/viec}}\n"});

const Code kNotUtf8 = error_in<Frame::mustache>(
    {.id = "T107",
     .title = {"mẫu không phải UTF-8", "the template is not UTF-8"},
     .what = {"Tệp mẫu có byte không thuộc bảng mã UTF-8.",
              "The template has bytes that are not UTF-8."},
     .why = {"Chữ sai sẽ nằm trong mọi văn bản được in ra. Mở lại bằng bảng mã cũ rồi lưu với mã "
             "UTF-8.",
             "Wrong letters would stand in everything that is printed. Open it in its old encoding "
             "and save it as UTF-8."},
     .wrong = "UBND ph\xFC\xF4ng {{phuong}}\n",
     .right = "UBND phường {{phuong}}\n"});

const Code kUnknownField = error_in<Frame::mustache>(
    {.id = "T201",
     .title = {"trường lạ", "unknown field"},
     .what =
         {"Không có trường tên này ở chỗ này. Trong một đoạn, tên được tìm ở dòng đang in trước, "
          "rồi ra ngoài.",
          "There is no field of this name here. Within a section a name is looked for in what is "
          "being printed, then further out."},
     .why = {"Tên gõ sai mà để trống thì văn bản thiếu chữ không ai hay.",
             "A mistyped name that prints nothing leaves a gap that nobody sees."},
     .wrong = "UBND {{phuonq}}\n",
     .right = "UBND {{phuong}}\n"});

const Code kWrongUse = error_in<Frame::mustache>(
    {.id = "T202",
     .title = {"trường dùng sai cách", "a field used in the wrong way"},
     .what =
         {"Danh sách hay nhóm bị in như chữ, hoặc tên sau dấu chấm đứng sau một trường không phải "
          "là nhóm.",
          "A list or a group is printed as if it were text, or a name behind a point follows a "
          "field that is no group."},
     .why = {"Danh sách được in từng dòng giữa `{{#tên}}` và `{{/tên}}`; không đoán ý.",
             "A list is printed line by line between `{{#name}}` and `{{/name}}`; there is no "
             "guessing."},
     .wrong = "Các tổ: {{to}}\n",
     .right = "Các tổ:{{#to}} {{.}};{{/to}}\n"});

const Code kUnknownPartial = error_in<Frame::mustache>(
    {.id = "T301",
     .title = {"không có mẫu con", "partial not found"},
     .what = {"Thẻ `{{>tên}}` chèn một mẫu con mà thư mục mẫu không có.",
              "A tag `{{>name}}` puts in a partial that the templates' folder doesn't have."},
     .why = {"Phần ấy của văn bản sẽ thiếu.", "That part of what is printed would be missing."},
     .wrong = "{{>dau_trnag}}\nSố việc:\n",
     .right = "{{>dau_trang}}\nSố việc:\n"});

const Code kPartialsTooDeep = error_in<Frame::mustache>(
    {.id = "T302",
     .title = {"mẫu con chèn nhau không dứt", "partials without end"},
     .what =
         {"Một mẫu con chèn chính nó, thẳng hay vòng qua mẫu khác, hoặc các mẫu con chèn nhau quá "
          "32 tầng.",
          "A partial puts itself in, directly or by way of others, or partials stand more than "
          "32 deep in each other."},
     .why = {"Việc in sẽ không bao giờ xong.", "Printing would never end."},
     .wrong = "{{! tệp này là mẫu `mau` }}\n{{>mau}}\n",
     .right = "{{! tệp này là mẫu `mau` }}\n{{>dau_trang}}\n"});

std::span<const Code* const> codes() {
  static constexpr std::array kAll = {
      &kOpenSection, &kWrongClose,   &kOpenTag,  &kBadDelimiters,  &kBadName,        &kTooDeep,
      &kNotUtf8,     &kUnknownField, &kWrongUse, &kUnknownPartial, &kPartialsTooDeep};
  return kAll;
}

}  // namespace wardplan::mustache
