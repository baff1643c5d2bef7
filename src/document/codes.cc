// What reading a page can find. Samples stand in the body of a page; tests read each `wrong` and
// each `right`.
#include <array>

#include "document/document.h"
#include "document/page.h"

namespace wardplan::document {

const Code kBadBytes = error_in<Frame::page>(
    {.id = "W101",
     .title = {"byte hỏng hoặc ký tự không nhìn thấy", "wrong byte or invisible character"},
     .what = {"Trang có byte không thuộc UTF-8 hoặc ký tự không hiện ra.",
              "The page has bytes that are not UTF-8, or characters that show nothing."},
     .why = {"Chúng sẽ lọt vào văn bản in ra. Lưu mẫu với mã UTF-8 và xóa các ký tự ấy.",
             "They would get into the printed document. Save the template as UTF-8 and delete "
             "them."},
     .wrong = "<p>phường\u200B A</p>\n",
     .right = "<p>phường A</p>\n"});

const Code kNotWellFormed = error_in<Frame::page>(
    {.id = "W102",
     .title = {"trang không đúng cú pháp XML", "the page is not well-formed XML"},
     .what = {"Một thẻ không đóng, đóng sai thứ tự, hoặc viết sai.",
              "A tag is not closed, closed out of turn, or written wrongly."},
     .why = {"Không rõ phần sau thuộc về đâu. Thẻ không có nội dung viết `<br/>`.",
             "What comes after it could belong anywhere. Empty tags are written `<br/>`."},
     .wrong = "<p>Tổ 1<br>Tổ 2</p>\n",
     .right = "<p>Tổ 1<br/>Tổ 2</p>\n"});

const Code kNotAllowed = error_in<Frame::page>(
    {.id = "W103",
     .title = {"cấu trúc XML không dùng ở đây", "an XML construct that pages don't use"},
     .what = {"Trang có CDATA, lệnh xử lý `<?…?>` hoặc khai báo thực thể.",
              "The page has CDATA, an instruction `<?…?>` or declares entities."},
     .why = {"Trình duyệt đọc chúng khác đi, nên bản xem trước sẽ không giống văn bản.",
             "Browsers read them otherwise, so that the preview would differ from the document."},
     .wrong = "<p><![CDATA[1 < 2]]></p>\n",
     .right = "<p>1 &lt; 2</p>\n"});

const Code kUnknownEntity = error_in<Frame::page>(
    {.id = "W104",
     .title = {"dấu `&` không mở đầu một ký tự", "an `&` that begins no character"},
     .what = {"Sau `&` không phải là `amp;`, `lt;`, `gt;`, `quot;`, `apos;`, `nbsp;` hay một số.",
              "What follows the `&` is not `amp;`, `lt;`, `gt;`, `quot;`, `apos;`, `nbsp;` or a "
              "number."},
     .why = {"Dấu `&` trong văn bản viết `&amp;`; ký tự khác gõ thẳng.",
             "Write `&amp;` for an `&` in the text, and type other characters themselves."},
     .wrong = "<p>Sở VH&TT</p>\n",
     .right = "<p>Sở VH&amp;TT</p>\n"});

const Code kUnknownElement = error_in<Frame::page>(
    {.id = "W105",
     .title = {"thẻ không có trong danh sách", "unknown element"},
     .what = {"Trang chỉ dùng một số thẻ: đoạn, đề mục, bảng, danh sách, hình.",
              "Pages use a few elements: paragraphs, headings, tables, lists, figures."},
     .why = {"Thẻ khác không có trong Word, nên sẽ mất khi xuất.",
             "Others have no counterpart in Word and would be lost there."},
     .wrong = "<para>Kính gửi</para>\n",
     .right = "<p>Kính gửi</p>\n"});

const Code kMisplaced = error_in<Frame::page>(
    {.id = "W106",
     .title = {"thẻ hoặc chữ đứng sai chỗ", "an element or text in a wrong place"},
     .what = {"Thẻ này không nằm trong thẻ kia được, hoặc chữ đứng ngoài ô và đoạn.",
              "This element can't stand in that one, or text stands outside cells and paragraphs."},
     .why = {"Trình duyệt sẽ dời nó đi chỗ khác, nên không rõ ý định là gì.",
             "Browsers would move it elsewhere, so that it is unclear what was meant."},
     .wrong = "<table><tr>Tổ 1</tr></table>\n",
     .right = "<table><tr><td>Tổ 1</td></tr></table>\n"});

const Code kUnknownAttribute = error_in<Frame::page>(
    {.id = "W107",
     .title = {"thuộc tính không có trong danh sách", "unknown attribute"},
     .what = {"Thẻ này không có thuộc tính ấy, hoặc có hai lần.",
              "The element has no such attribute, or has it twice."},
     .why = {"Nó sẽ không có tác dụng gì. Kiểu chữ và cỡ chữ do lớp (`class`) quyết định.",
             "It would do nothing. How things look is said by classes."},
     .wrong = "<p style=\"color: red\">Gấp</p>\n",
     .right = "<p><b>Gấp</b></p>\n"});

const Code kBadValue = error_in<Frame::page>(
    {.id = "W108",
     .title = {"giá trị của thuộc tính sai", "wrong value of an attribute"},
     .what = {"Thuộc tính không nhận giá trị này.", "The attribute can't have this value."},
     .why = {"Bề rộng là phần trăm của bảng, `colspan` và `rowspan` là số ô.",
             "Widths are per cent of the table, `colspan` and `rowspan` count cells."},
     .wrong = "<table><colgroup><col width=\"3cm\"/></colgroup><tr><td>Tổ 1</td></tr></table>\n",
     .right = "<table><colgroup><col width=\"100%\"/></colgroup><tr><td>Tổ 1</td></tr></table>\n"});

const Code kUnknownClass = error_in<Frame::page>(
    {.id = "W109",
     .title = {"lớp không có trong danh sách", "unknown class"},
     .what = {"Lớp (`class`) này không có, hoặc không dùng cho thẻ này.",
              "There is no such class, or not for this element."},
     .why = {"Lớp là cách duy nhất để nói đoạn này là gì: `title`, `issuer`, `date`.",
             "Classes alone say what a paragraph is: `title`, `issuer`, `date`."},
     .wrong = "<p class=\"titel\">BIỂU ĐĂNG KÝ</p>\n",
     .right = "<p class=\"title\">BIỂU ĐĂNG KÝ</p>\n"});

const Code kBadTable = error_in<Frame::page>(
    {.id = "W110",
     .title = {"các ô của bảng không khớp", "the cells of a table don't fit"},
     .what = {"Một dòng thừa hoặc thiếu ô, các ô gộp chồng lên nhau, hoặc bề rộng không đủ 100%.",
              "A row has too many or too few cells, merged cells overlap, or the widths don't make "
              "100%."},
     .why = {"Mỗi chương trình sẽ vẽ bảng một kiểu.", "Every program would draw it otherwise."},
     .wrong = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>\n",
     .right = "<table><tr><td>1</td><td>2</td></tr><tr><td colspan=\"2\">3</td></tr></table>\n"});

const Code kMissingPart = error_in<Frame::page>(
    {.id = "W111",
     .title = {"thiếu một phần", "a part is missing"},
     .what =
         {"Trang thiếu `<html>`, `<title>` hay `<body>`, hoặc hình thiếu nội dung hay chú thích.",
          "The page lacks `<html>`, `<title>` or `<body>`, or a figure its drawing or caption."},
     .why = {"Tên trang và chú thích của hình đi vào mọi định dạng.",
             "The title, and the captions of figures, go into every format."},
     .wrong = "<figure><svg/></figure>\n",
     .right = "<figure><svg/><figcaption>7/9 tiêu chí đạt</figcaption></figure>\n"});

const Code kBadDrawing = error_in<Frame::page>(
    {.id = "W112",
     .title = {"hình có phần không được nhận", "a drawing with parts that aren't taken"},
     .what = {"Hình SVG có kịch bản, liên kết, hoặc lấy thứ gì từ nơi khác.",
              "The SVG has a script or a link, or takes something from elsewhere."},
     .why = {"Tệp HTML phải tự đủ và an toàn khi mở.",
             "The HTML file must be whole by itself and safe to open."},
     .wrong = "<figure><svg><script>a()</script></svg><figcaption>Hình</figcaption></figure>\n",
     .right = "<figure><svg><rect width=\"9\" height=\"9\"/></svg><figcaption>Hình</figcaption>"
              "</figure>\n"});

const Code kTooDeep = error_in<Frame::page>(
    {.id = "W113",
     .title = {"lồng quá sâu", "nested too deeply"},
     .what = {"Các thẻ lồng nhau quá 32 lớp.", "Elements stand in each other more than 32 deep."},
     .why = {"Không văn bản nào cần thế; thường là một thẻ quên đóng.",
             "No document needs that; mostly a tag was not closed."},
     .wrong =
         "<p><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b>"
         "<b><b><b><b>a</b></b></b></b></b></b></b></b></b></b></b></b></b></b></b></b></b></b>"
         "</b></b></b></b></b></b></b></b></b></b></b></b></b></p>\n",
     .right = "<p><b>a</b></p>\n"});

std::span<const Code* const> codes() {
  static constexpr std::array kAll = {
      &kBadBytes,    &kNotWellFormed,    &kNotAllowed, &kUnknownEntity, &kUnknownElement,
      &kMisplaced,   &kUnknownAttribute, &kBadValue,   &kUnknownClass,  &kBadTable,
      &kMissingPart, &kBadDrawing,       &kTooDeep};
  return kAll;
}

}  // namespace wardplan::document
