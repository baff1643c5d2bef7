// What reading can find. Samples are whole files; tests read each `wrong` and each `right`.
#include "yaml/reader.h"

#include <array>

#include "yaml/read.h"

namespace wardplan::yaml {

using namespace std::string_view_literals;

const Code kNotUtf8 = error_in<Frame::file>(
    {.id = "Y101",
     .title = {"tệp không phải UTF-8", "the file is not UTF-8"},
     .what = {"Tệp có byte không thuộc bảng mã UTF-8.", "The file has bytes that are not UTF-8."},
     .why = {"Tệp lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258) sẽ ra chữ sai ở máy khác. Mở lại "
             "bằng bảng mã cũ rồi lưu với mã UTF-8.",
             "A file saved in an old encoding (TCVN3, VNI, Windows-1258) turns into wrong letters "
             "elsewhere. Open it in the old encoding and save it as UTF-8."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: ph\xFC\xF4ng A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kControlCharacter = error_in<Frame::file>(
    {.id = "Y102",
     .title = {"ký tự không nhìn thấy", "invisible character"},
     .what = {"Có ký tự không hiện ra: NUL, ký tự điều khiển, dấu ngắt dòng lạ, dấu cách độ rộng "
              "bằng 0, dấu đổi chiều chữ, hoặc BOM giữa tệp.",
              "There is a character that shows nothing: NUL, a control character, an unusual line "
              "separator, a zero-width space, a direction mark, or a byte order mark inside the "
              "file."},
     .why = {"Chúng thường lọt vào khi chép từ PDF hay trang web; hai tên nhìn giống hệt nhau mà "
             "không bằng nhau.",
             "They slip in when text is copied from a PDF or a web page; two names look the same "
             "and are not."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường\x07 A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kUtf16 = error_in<Frame::file>(
    {.id = "Y103",
     .title = {"tệp mã UTF-16", "the file is UTF-16"},
     .what = {"Tệp được lưu với mã UTF-16 hoặc UTF-32 (Notepad gọi là “Unicode”).",
              "The file is saved as UTF-16 or UTF-32 (Notepad calls it “Unicode”)."},
     .why = {"git coi tệp ấy là tệp nhị phân và không cho xem khác biệt. Chọn “Save as”, mã UTF-8.",
             "git takes such a file for a binary and shows no differences. Save it as UTF-8."},
     .wrong = "\xFF\xFEk\0i\0n\0d\0:\0 \0w\0a\0r\0d\0\n\0"sv,
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kLoneReturn = error_in<Frame::file>(
    {.id = "Y104",
     .title = {"dấu xuống dòng CR đứng một mình", "a line end CR alone"},
     .what = {"Có ký tự CR không đi kèm LF (kiểu xuống dòng của máy Mac cũ).",
              "There is a CR without an LF (the line end of old Macs)."},
     .why = {"Công cụ này hiểu là xuống dòng, công cụ kia không. Lưu lại với LF hoặc CRLF.",
             "Some tools take it for a line end, others do not. Save with LF or CRLF."},
     .wrong = "kind: ward\nformat: 1\rid: a\nname: phường A\n",
     .right = "kind: ward\r\nformat: 1\r\nid: a\r\nname: phường A\r\n"});

const Code kTooLarge = error_in<Frame::file>(
    {.id = "Y105",
     .title = {"tệp quá lớn", "the file is too large"},
     .what = {"Tệp lớn hơn 16 MiB, hoặc có hơn một triệu giá trị.",
              "The file is larger than 16 MiB, or holds more than a million values."},
     .why = {"Một năm của một phường chưa tới 1 MiB; tệp lớn thế này hẳn không phải là hồ sơ.",
             "A ward's year is below 1 MiB; a file of this size is hardly a record."},
     .wrong = "",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kDecomposed{
    .id = "Y106",
    .severity = Severity::info,
    .title = {"chữ có dấu viết rời (NFD)", "decomposed letters (NFD)"},
    .what = {"Chữ có dấu được ghi thành chữ cái và dấu rời, không phải dạng dựng sẵn (NFC).",
             "Letters are written as base letter and separate mark, not composed (NFC)."},
    .why = {"Nhìn thì giống nhau nhưng tìm kiếm, so sánh và git coi là khác. wardplan vẫn hiểu "
            "đúng; nên lưu lại ở dạng dựng sẵn (Unicode dựng sẵn trong bộ gõ).",
            "It looks the same, but search, comparison and git see another text. wardplan reads it "
            "rightly; save it composed."},
    .frame = Frame::file,
    .wrong = "kind: ward\nformat: 1\nid: a\nname: phu\u031Bo\u031B\u0300ng A\n",
    .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"};

const Code kTabIndent = error_in<Frame::file>(
    {.id = "Y107",
     .title = {"thụt lề bằng phím Tab", "a tab in the indentation"},
     .what = {"Dòng được thụt lề bằng ký tự Tab.", "The line is indented with a tab."},
     .why = {"YAML chỉ thụt lề bằng dấu cách: Tab rộng bao nhiêu thì mỗi máy một khác.",
             "YAML indents with spaces only: a tab has no width of its own."},
     .wrong =
         "kind: ward\nformat: 1\nid: a\nname: phường A\nunits:\n\t- {id: b, name: Bộ phận B}\n",
     .right =
         "kind: ward\nformat: 1\nid: a\nname: phường A\nunits:\n  - {id: b, name: Bộ phận B}\n"});

const Code kTooDeep = error_in<Frame::file>(
    {.id = "Y108",
     .title = {"lồng nhau quá sâu", "nested too deep"},
     .what = {"Các danh sách hay nhóm lồng nhau quá 32 tầng.",
              "Lists or mappings stand more than 32 deep in each other."},
     .why = {"Hồ sơ thật chỉ sâu vài tầng; sâu thế này là tệp hỏng hoặc tệp phá.",
             "Real records are a few levels deep; this is a damaged or hostile file."},
     .wrong = "kind: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kOpenQuote = error_in<Frame::file>(
    {.id = "Y109",
     .title = {"dấu nháy chưa đóng", "unterminated quote"},
     .what =
         {"Giá trị mở bằng dấu nháy mà không thấy nháy đóng, hoặc các dòng tiếp theo không thụt "
          "vào trong.",
          "A value opens with a quote and no closing quote follows, or its further lines are not "
          "indented."},
     .why = {"Phần còn lại của tệp sẽ bị nuốt vào một giá trị.",
             "The rest of the file would be swallowed by one value."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: \"phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: \"phường A\"\n"});

const Code kKeyWithoutColon = error_in<Frame::file>(
    {.id = "Y110",
     .title = {"khóa thiếu dấu hai chấm", "key without a colon"},
     .what = {"Chỗ này phải là `khóa: giá trị` nhưng không có dấu hai chấm. Trong ngoặc { }, số có "
              "dấu phẩy không để trong nháy cũng bị tách ra như thế.",
              "`key: value` belongs here, but there is no colon. Within { }, a number with a comma "
              "and without quotes falls apart in this way too."},
     .why = {"Các chương trình khác âm thầm đọc thành khóa không có giá trị.",
             "Other programs silently read it as a key without a value."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường A\nunits\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\nunits: []\n"});

const Code kNoSpaceAfterColon =
    error_in<Frame::file>({.id = "Y111",
                           .title = {"thiếu dấu cách sau dấu hai chấm", "no space after the colon"},
                           .what = {"Sau dấu hai chấm của khóa phải có dấu cách.",
                                    "The colon after a key needs a space behind it."},
                           .why = {"Không có dấu cách, YAML coi cả cụm là một giá trị.",
                                   "Without the space YAML takes the whole for one value."},
                           .wrong = "kind: ward\nformat: 1\nid:a\nname: phường A\n",
                           .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kSecondDocument = error_in<Frame::file>(
    {.id = "Y112",
     .title = {"hai tài liệu trong một tệp", "two documents in one file"},
     .what = {"Tệp có dòng `---` hay `...` mở tài liệu thứ hai.",
              "The file has a line `---` or `...` that begins a second document."},
     .why = {"Mỗi tệp giữ đúng một hồ sơ; phần sau sẽ bị nhiều chương trình bỏ qua.",
             "One file holds one record; many programs would drop the second part."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường A\n---\nkind: ward\n",
     .right = "---\nkind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kTextAfterValue = error_in<Frame::file>(
    {.id = "Y113",
     .title = {"có chữ thừa sau giá trị", "text after a value"},
     .what = {"Sau khi giá trị đã hết vẫn còn chữ.", "The value has ended and text follows."},
     .why = {"Thường là do trong giá trị có thêm dấu nháy, do thụt lề lệch, hay do chú thích thiếu "
             "dấu cách trước `#`.",
             "Usually there is a further quote inside the value, a line out of its column, or a "
             "comment without a space before its `#`."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: \"phường \"A\" mới\"\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: \"phường “A” mới\"\n"});

const Code kDuplicateKey = error_in<Frame::file>(
    {.id = "Y114",
     .title = {"khóa viết hai lần", "duplicate key"},
     .what =
         {"Một khóa đứng hai lần trong cùng một nhóm; trong danh sách thường là dòng sau thiếu `- "
          "`.",
          "A key stands twice in the same mapping; in a list mostly because the next entry lacks "
          "its `- `."},
     .why = {"Chương trình này lấy lần đầu, chương trình kia lấy lần sau.",
             "Some programs take the first, others the last."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường A\nname: phường B\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kAnchor = error_in<Frame::file>(
    {.id = "Y115",
     .title = {"điểm neo `&`", "anchor"},
     .what = {"Giá trị bắt đầu bằng `&` là điểm neo của YAML.",
              "A value that begins with `&` is a YAML anchor."},
     .why =
         {"Hồ sơ viết ra hết, không trỏ sang chỗ khác; nếu dấu & thuộc về chữ thì để trong nháy.",
          "Records are written out and never point elsewhere; an & that belongs to the text goes "
          "into quotes."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: &ten phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: \"& phường A\"\n"});

const Code kAlias = error_in<Frame::rows>(
    {.id = "Y116",
     .title = {"tham chiếu `*`", "alias"},
     .what = {"Giá trị bắt đầu bằng `*` là tham chiếu của YAML.",
              "A value that begins with `*` is a YAML alias."},
     .why = {"Đề mục không đánh số phải viết `number: \"*\"`, có dấu nháy.",
             "A heading without a number is written `number: \"*\"`, with quotes."},
     .wrong = "- number: *\n  heading: Chăm lo đời sống\n",
     .right = "- number: \"*\"\n  heading: Chăm lo đời sống\n"});

const Code kMergeKey = error_in<Frame::file>(
    {.id = "Y117",
     .title = {"khóa gộp `<<`", "merge key"},
     .what = {"Khóa `<<` gộp một nhóm khác vào.", "The key `<<` merges another mapping."},
     .why = {"Nhiều chương trình không hiểu; hồ sơ viết ra hết.",
             "Many programs do not know it; records are written out."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường A\n<<: {units: []}\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\nunits: []\n"});

const Code kTag = error_in<Frame::file>(
    {.id = "Y118",
     .title = {"nhãn kiểu `!`", "tag"},
     .what = {"Giá trị bắt đầu bằng `!` là nhãn kiểu của YAML.",
              "A value that begins with `!` is a YAML tag."},
     .why = {"Kiểu của giá trị do khóa quyết định; nếu dấu ! thuộc về chữ thì để trong nháy.",
             "The key decides the type; an exclamation mark that belongs to the text goes into "
             "quotes."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: !!str phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A!\n"});

const Code kMultiLinePlain = error_in<Frame::file>(
    {.id = "Y119",
     .title = {"giá trị nhiều dòng không có nháy", "multi-line value without quotes"},
     .what = {"Một giá trị không có nháy chạy sang dòng sau.",
              "A value without quotes runs over into the next line."},
     .why =
         {"Gần như lúc nào cũng là thụt lề lệch hoặc thiếu dấu hai chấm. Muốn viết dài thì dùng "
          "`>-` hoặc để trong nháy.",
          "Nearly always a line is out of its column or lacks its colon. For a long text use `>-` "
          "or quotes."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường\n  A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: >-\n  phường\n  A\n"});

const Code kReadOtherwise = error_in<Frame::rows>(
    {.id = "Y120",
     .title = {"số hoặc chữ bị đọc khác đi", "a value that other tools read otherwise"},
     .what =
         {"Giá trị không có nháy này bị các chương trình YAML khác đọc thành số khác, giờ, hoặc "
          "đúng/sai.",
          "Other YAML tools read this value without quotes as another number, a time, or "
          "true/false."},
     .why = {"`1.10` thành 1.1, `010` thành 8, `1.800` thành 1.8, `no` thành false. Để trong nháy.",
             "`1.10` becomes 1.1, `010` becomes 8, `1.800` becomes 1.8, `no` becomes false. Put it "
             "in quotes."},
     .wrong = "- number: \"1\"\n  heading: Tuyên truyền\n  note: 1.10\n",
     .right = "- number: \"1\"\n  heading: Tuyên truyền\n  note: \"1.10\"\n"});

const Code kDirective = error_in<Frame::file>(
    {.id = "Y121",
     .title = {"chỉ thị `%`", "directive"},
     .what = {"Dòng bắt đầu bằng `%` là chỉ thị của YAML.",
              "A line that begins with `%` is a YAML directive."},
     .why = {"Hồ sơ không cần chỉ thị nào.", "Records need none."},
     .wrong = "%YAML 1.2\n---\nkind: ward\nformat: 1\nid: a\nname: phường A\n",
     .right = "---\nkind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kComplexKey = error_in<Frame::file>(
    {.id = "Y122",
     .title = {"khóa không phải là chữ", "a key that is no word"},
     .what = {"Khóa trống, hoặc là danh sách, nhóm, hay mở bằng `?`.",
              "The key is empty, a list, a mapping, or opened with `?`."},
     .why = {"Khóa của hồ sơ luôn là một từ.", "The keys of records are words."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: phường A\n: trống\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kColonInValue = error_in<Frame::file>(
    {.id = "Y123",
     .title = {"dấu hai chấm trong giá trị không có nháy", "a colon in a value without quotes"},
     .what = {"Trong giá trị không có nháy lại có dấu hai chấm và dấu cách, như thể một khóa nữa.",
              "A value without quotes holds a colon and a space, as if another key began."},
     .why = {"Để cả giá trị trong nháy kép.", "Put the whole value in double quotes."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: Phường: A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: \"Phường: A\"\n"});

const Code kOpenBracket = error_in<Frame::file>(
    {.id = "Y124",
     .title = {"ngoặc chưa đóng", "bracket not closed"},
     .what = {"Ngoặc `[` hay `{` không có ngoặc đóng, hoặc các dòng bên trong không thụt vào.",
              "A `[` or `{` has no closing bracket, or its further lines are not indented."},
     .why = {"Các dòng sau sẽ bị hiểu là nằm trong ngoặc.",
             "The lines after it would be taken as part of it."},
     .wrong =
         "kind: ward\nformat: 1\nid: a\nname: phường A\nunits: [{id: b, name: B}\npeople: []\n",
     .right =
         "kind: ward\nformat: 1\nid: a\nname: phường A\nunits: [{id: b, name: B}]\npeople: []\n"});

const Code kBadEscape =
    error_in<Frame::file>({.id = "Y125",
                           .title = {"dấu `\\` sai", "wrong escape"},
                           .what = {"Trong nháy kép, sau `\\` chỉ được có vài chữ nhất định.",
                                    "Within double quotes only certain letters may follow a `\\`."},
                           .why = {"Muốn có dấu `\\` thì viết `\\\\`, hoặc dùng nháy đơn.",
                                   "Write `\\\\` for a backslash, or use single quotes."},
                           .wrong = "kind: ward\nformat: 1\nid: a\nname: \"phường \\A\"\n",
                           .right = "kind: ward\nformat: 1\nid: a\nname: 'phường \\A'\n"});

const Code kEmptyEntry = error_in<Frame::item>(
    {.id = "Y126",
     .title = {"mục trống trong danh sách", "empty entry in a list"},
     .what = {"Trong ngoặc có hai dấu phẩy liền nhau, hoặc dấu phẩy ngay sau ngoặc mở.",
              "Two commas follow each other in brackets, or a comma follows the opening bracket."},
     .why = {"Không rõ đã bỏ sót gì.", "It is unclear what was left out."},
     .wrong = "lead: [b, , c]\n",
     .right = "lead: [b, c]\n"});

const Code kEmptyFile = error_in<Frame::file>(
    {.id = "Y127",
     .title = {"tệp trống", "the file is empty"},
     .what = {"Tệp không có gì ngoài chú thích.", "The file holds nothing but comments."},
     .why = {"Mỗi tệp .yaml là một hồ sơ.", "Every .yaml file is a record."},
     .wrong = "# chưa có gì\n",
     .right = "# phường\nkind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kLookAlike{
    .id = "Y128",
    .severity = Severity::warning,
    .title = {"chữ trông giống nhưng là chữ khác", "a letter that only looks right"},
    .what = {"Một từ có chữ Hy Lạp, Kirin, chữ toàn khổ hay `ð` giữa các chữ Latinh, hoặc số 0, 1 "
             "thay cho chữ.",
             "A word has a Greek, Cyrillic or full-width letter or a `ð` among Latin ones, or a 0 "
             "or 1 for a letter."},
    .why = {"Nhìn thì giống nhau nhưng khi tìm, so sánh, cộng và đọc thời gian đều bị coi là chữ "
            "khác.",
            "It looks the same, but searching, comparing, summing up and reading times see another "
            "letter."},
    .frame = Frame::file,
    .wrong = "kind: ward\nformat: 1\nid: a\nname: phường \u0410n\n",
    .right = "kind: ward\nformat: 1\nid: a\nname: phường An\n"};

const Code kOtherFile = error_in<Frame::file>(
    {.id = "Y129",
     .title = {"tệp không phải văn bản", "not a text file"},
     .what =
         {"Tệp là tài liệu Word, bảng tính Excel, bảng CSV, PDF, trang web, ảnh hay tệp nén, dù "
          "đuôi "
          "có là `.yaml`.",
          "The file is a Word document, an Excel workbook, a table in CSV, a PDF, a web page, a "
          "picture or an archive, whatever its name says."},
     .why = {"Hồ sơ là văn bản; đổi đuôi không đổi được nội dung.",
             "Records are text; another name doesn't change what is inside."},
     .wrong = "%PDF-1.7\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kConflict = error_in<Frame::file>(
    {.id = "Y130",
     .title = {"xung đột git chưa gỡ", "an unresolved git conflict"},
     .what = {"Tệp còn dấu `<<<<<<<`, `=======`, `>>>>>>>` của một lần trộn chưa xong, đủ cả hay "
              "chỉ sót "
              "lại một dấu.",
              "The file still has the marks `<<<<<<<`, `=======`, `>>>>>>>` of an unfinished "
              "merge, all "
              "or some of them."},
     .why =
         {"Chỗ ấy có hai bản, và chỉ người ghi mới biết bản nào đúng.",
          "There are two versions of the place, and only whoever wrote them knows which is right."},
     .wrong = "kind: ward\nformat: 1\nid: a\n<<<<<<< HEAD\nname: phường A\n=======\n"
              "name: phường B\n>>>>>>> khac\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: phường A\n"});

const Code kNotYaml = error_in<Frame::file>(
    {.id = "Y199",
     .title = {"không phải YAML", "not YAML"},
     .what = {"Chỗ này không đọc được như YAML.", "This place cannot be read as YAML."},
     .why =
         {"Thường là ký tự đặc biệt ở đầu giá trị (cần nháy) hoặc thụt lề lệch.",
          "Usually a special character begins a value (quote it), or a line is out of its column."},
     .wrong = "kind: ward\nformat: 1\nid: a\nname: @phường A\n",
     .right = "kind: ward\nformat: 1\nid: a\nname: \"@phường A\"\n"});

std::span<const Code* const> codes() {
  static constexpr std::array kAll = {&kNotUtf8,         &kControlCharacter,  &kUtf16,
                                      &kLoneReturn,      &kTooLarge,          &kDecomposed,
                                      &kTabIndent,       &kTooDeep,           &kOpenQuote,
                                      &kKeyWithoutColon, &kNoSpaceAfterColon, &kSecondDocument,
                                      &kTextAfterValue,  &kDuplicateKey,      &kAnchor,
                                      &kAlias,           &kMergeKey,          &kTag,
                                      &kMultiLinePlain,  &kReadOtherwise,     &kDirective,
                                      &kComplexKey,      &kColonInValue,      &kOpenBracket,
                                      &kBadEscape,       &kEmptyEntry,        &kEmptyFile,
                                      &kLookAlike,       &kOtherFile,         &kConflict,
                                      &kNotYaml};
  return kAll;
}

}  // namespace wardplan::yaml
