#include "table/sniff.h"

#include <array>

#include "table/refused.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view begin;
  Phrase what;
  Phrase help;
};

constexpr Phrase kFromPdf = {
    "mở bằng Word (File > Open) để Word đổi thành bảng, xem lại rồi lưu kiểu .docx",
    "open it in Word (File > Open), which makes tables of it, look them over and save it as .docx"};
constexpr Phrase kFromPicture = {
    "xin tệp Word hoặc Excel gốc của văn bản; chữ trong ảnh không đọc được",
    "ask for the Word or Excel file that it was made from; text in a picture can't be read"};
constexpr Phrase kSaveDocx = {"mở bằng Word, chọn Save As, kiểu .docx",
                              "open it in Word, choose Save As, type .docx"};
constexpr Phrase kSaveXlsx = {"mở bằng Excel, chọn Save As, kiểu .xlsx",
                              "open it in Excel, choose Save As, type .xlsx"};
constexpr Phrase kSaveEither = {"mở bằng Word hoặc Excel, lưu lại kiểu .docx hoặc .xlsx",
                                "open it in Word or Excel and save it as .docx or .xlsx"};
constexpr Phrase kUnpack = {"giải nén rồi chọn tệp Word hoặc Excel bên trong",
                            "unpack it and choose the Word or Excel file in it"};

constexpr Signature kSignatures[] = {
    {"%PDF-", {"tệp PDF", "a PDF file"}, kFromPdf},
    {"{\\rtf", {"tệp RTF", "an RTF file"}, kSaveDocx},
    {"\x89PNG", {"ảnh PNG", "a PNG picture"}, kFromPicture},
    {"\xFF\xD8\xFF", {"ảnh JPEG", "a JPEG picture"}, kFromPicture},
    {"GIF8", {"ảnh GIF", "a GIF picture"}, kFromPicture},
    {"BM", {"ảnh BMP", "a BMP picture"}, kFromPicture},
    {"II*\0"sv, {"ảnh TIFF", "a TIFF picture"}, kFromPicture},
    {"MM\0*"sv, {"ảnh TIFF", "a TIFF picture"}, kFromPicture},
    {"Rar!", {"tệp nén RAR", "a RAR archive"}, kUnpack},
    {"7z\xBC\xAF", {"tệp nén 7z", "a 7z archive"}, kUnpack},
    {"\x1F\x8B", {"tệp nén gzip", "a gzip archive"}, kUnpack},
    {"AT&TFORM", {"tệp DjVu", "a DjVu file"}, kFromPicture},
};

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What old Office files hold, by the names in their folders, which are written in two bytes each.
struct OleKind {
  std::string_view stream;
  Phrase what;
  Phrase help;
};
constexpr OleKind kOleKinds[] = {
    {"EncryptedPackage",
     {"tệp Word hoặc Excel có mật khẩu", "a Word or Excel file with a password"},
     {"mở tệp, vào File > Info bỏ mật khẩu rồi lưu lại",
      "open it, take the password away under File > Info and save it again"}},
    {"WordDocument", {"tệp Word kiểu cũ (.doc)", "an old Word file (.doc)"}, kSaveDocx},
    {"Workbook", {"tệp Excel kiểu cũ (.xls)", "an old Excel file (.xls)"}, kSaveXlsx},
    {"Book", {"tệp Excel rất cũ (.xls)", "a very old Excel file (.xls)"}, kSaveXlsx},
};

[[noreturn]] void refuse_kind(Phrase what, Phrase help) {
  refuse(
      say("đây là {}, không đọc bảng từ đó được", "this is {}, which no table is read from", what),
      help);
}

std::string in_two_bytes(std::string_view name) {
  std::string wide;
  for (const char c : name) wide += {c, '\0'};
  return wide;
}

[[noreturn]] void refuse_ole(std::string_view bytes) {
  for (const OleKind& kind : kOleKinds)
    if (bytes.find(in_two_bytes(kind.stream)) != std::string_view::npos)
      refuse_kind(kind.what, kind.help);
  refuse_kind({"tệp Office kiểu cũ", "an old Office file"}, kSaveEither);
}

bool begins_as_html(std::string_view bytes) {
  const std::string begin = fold(bytes.substr(0, 64));
  for (const std::string_view tag : {"<!doctype html", "<html", "<table", "<head", "<body"})
    if (begin.starts_with(tag)) return true;
  return false;
}

}  // namespace

Container sniff(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Container::zip;
  if (bytes.starts_with(kOle)) refuse_ole(bytes);
  for (const Signature& signature : kSignatures)
    // `BM` alone may begin a text as well.
    if (bytes.starts_with(signature.begin) &&
        (signature.begin.size() > 2 || bytes.substr(0, 64).find('\0') != std::string_view::npos))
      refuse_kind(signature.what, signature.help);
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  bytes.remove_prefix(pass(bytes, kBlanks));
  if (bytes.empty()) refuse({"tệp trống", "the file is empty"});
  if (begins_as_html(bytes)) refuse_kind({"trang HTML", "an HTML page"}, kSaveEither);
  if (bytes.starts_with("<?xml"))
    refuse_kind({"tệp XML (như Excel 2003 hay Word 2003 lưu)",
                 "an XML file (as Excel 2003 or Word 2003 save)"},
                kSaveEither);
  return Container::text;
}

}  // namespace wardplan::tables
