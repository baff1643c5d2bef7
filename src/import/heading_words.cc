#include "import/heading_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// How a header begins, or what stands somewhere in it; without marks, the first that fits.
struct HeadingWord {
  std::string_view id;
  std::string_view words;
  enum { whole, begins, holds } how;
};

constexpr HeadingWord kOfAll[] = {
    {"number", "tt", HeadingWord::whole},        {"number", "stt", HeadingWord::whole},
    {"number", "so tt", HeadingWord::whole},     {"number", "s tt", HeadingWord::whole},
    {"number", "so thu tu", HeadingWord::whole}, {"number", "thu tu", HeadingWord::whole},
    {"number", "ma so", HeadingWord::whole},     {"number", "so", HeadingWord::whole},
    {"number", "muc", HeadingWord::whole},       {"note", "ghi chu", HeadingWord::begins},
};

/// What only sounds like a time or a unit, and what plainly says what it is.
constexpr HeadingWord kPlain[] = {
    {"", "ket qua", HeadingWord::begins},
    {"product", "san pham", HeadingWord::begins},
    {"product", "ro san pham", HeadingWord::begins},
    {"", "muc do", HeadingWord::begins},
    {"", "ty le", HeadingWord::begins},
    {"", "so luong", HeadingWord::begins},
    {"", "so hoan thanh", HeadingWord::begins},
    {"", "dieu kien", HeadingWord::begins},
    {"", "khoi luong", HeadingWord::begins},
    {"", "noi thuc hien", HeadingWord::begins},
    {"", "dia diem", HeadingWord::begins},
    {"", "han che", HeadingWord::begins},
    {"", "han muc", HeadingWord::begins},
    {"", "danh gia", HeadingWord::begins},
    {"", "kinh phi", HeadingWord::begins},
    {"basis", "can cu", HeadingWord::begins},
    {"basis", "van ban giao", HeadingWord::begins},
    {"basis", "van ban chi dao", HeadingWord::begins},
    {"", "don vi tinh", HeadingWord::begins},
    {"authority", "tham quyen", HeadingWord::holds},
    {"authority", "cap quyet dinh", HeadingWord::begins},
    {"lead", "chu tri", HeadingWord::holds},
    {"support", "phoi hop", HeadingWord::holds},
};

/// How work stands, which task sheets tell beside what is to be done.
constexpr HeadingWord kOfTrackers[] = {
    {"entry_done", "hoan thanh thuc te", HeadingWord::holds},
    {"entry_done", "thuc te hoan thanh", HeadingWord::holds},
    {"entry_done", "ngay hoan thanh", HeadingWord::whole},
    {"entry_status", "trang thai", HeadingWord::begins},
    {"entry_percent", "%", HeadingWord::whole},
    {"entry_percent", "% hoan thanh", HeadingWord::begins},
    {"entry_percent", "% tien do", HeadingWord::begins},
    {"entry_percent", "phan tram", HeadingWord::whole},
    {"entry_percent", "phan tram hoan thanh", HeadingWord::whole},
    {"entry_percent", "phan tram tien do", HeadingWord::whole},
    {"entry_percent", "ty le hoan thanh", HeadingWord::whole},
    {"entry_percent", "ty le hoan thanh (%)", HeadingWord::whole},
    {"entry_percent", "muc do hoan thanh", HeadingWord::whole},
    {"entry_percent", "muc do hoan thanh (%)", HeadingWord::whole},
    {"entry_percent", "tien do (%)", HeadingWord::begins},
    {"entry_percent", "tien do %", HeadingWord::begins},
    {"entry_waiting", "dang cho", HeadingWord::begins},
    {"entry_waiting", "cho ai", HeadingWord::whole},
    {"entry_obstacle", "vuong mac", HeadingWord::holds},
    {"entry_obstacle", "kho khan", HeadingWord::begins},
    {"entry_grade", "xep loai", HeadingWord::begins},
    {"serves", "phuc vu chi tieu", HeadingWord::begins},
    {"serves", "gop vao chi tieu", HeadingWord::begins},
    {"serves", "serves", HeadingWord::whole},
};

constexpr HeadingWord kOfPlans[] = {
    {"content", "noi dung", HeadingWord::begins},
    {"content", "nhiem vu", HeadingWord::begins},
    {"content", "ten nhiem vu", HeadingWord::begins},
    {"content", "cong viec", HeadingWord::begins},
    {"content", "ten cong viec", HeadingWord::begins},
    {"content", "dau viec", HeadingWord::begins},
    {"content", "viec", HeadingWord::begins},
    {"content", "hoat dong", HeadingWord::begins},
    {"start", "bat dau", HeadingWord::holds},
    {"start", "tu ngay", HeadingWord::whole},
};

constexpr HeadingWord kOfCriteria[] = {
    {"group", "ten tieu chi", HeadingWord::begins},
    {"group", "nhom tieu chi", HeadingWord::begins},
    {"group", "tieu chi", HeadingWord::whole},
    {"content", "noi dung", HeadingWord::begins},
    {"content", "tieu chi thanh phan", HeadingWord::begins},
    {"content", "chi tieu", HeadingWord::begins},
    {"points", "diem toi da", HeadingWord::begins},
    {"points", "diem chuan", HeadingWord::begins},
    {"points", "thang diem", HeadingWord::begins},
    {"weight", "trong so", HeadingWord::begins},
    {"self_score", "tu cham", HeadingWord::begins},
    {"self_score", "diem tu cham", HeadingWord::begins},
    {"self_score", "diem tu danh gia", HeadingWord::begins},
    {"score", "duoc cham", HeadingWord::begins},
    {"score", "diem duoc cham", HeadingWord::begins},
    {"score", "diem tham dinh", HeadingWord::begins},
    {"solution", "giai phap", HeadingWord::begins},
    {"solution", "bien phap", HeadingWord::begins},
};

constexpr HeadingWord kOfPlansAndCriteria[] = {
    {"leader", "lanh dao", HeadingWord::holds},
    {"leader", "chi dao", HeadingWord::holds},
    {"leader", "ld phu trach", HeadingWord::holds},
    {"leader", "ld", HeadingWord::whole},
    {"leader", "nguoi phu trach", HeadingWord::holds},
    {"leader", "ca nhan phu trach", HeadingWord::holds},
    {"leader", "dong chi phu trach", HeadingWord::holds},
    {"leader", "d/c phu trach", HeadingWord::holds},
    {"leader", "phu trach", HeadingWord::whole},
    {"due", "hoan thanh", HeadingWord::holds},
    {"due", "ket thuc", HeadingWord::holds},
    {"due", "thoi han", HeadingWord::holds},
    {"due", "thoi gian", HeadingWord::begins},
    {"due", "thoi diem", HeadingWord::begins},
    {"due", "tien do", HeadingWord::begins},
    {"due", "den ngay", HeadingWord::whole},
    {"due", "han", HeadingWord::begins},
    {"lead", "don vi", HeadingWord::begins},
    {"lead", "co quan", HeadingWord::begins},
    {"lead", "bo phan", HeadingWord::begins},
    {"lead", "phong ban", HeadingWord::begins},
    {"lead", "phong, ban", HeadingWord::begins},
    {"lead", "chu dau tu", HeadingWord::begins},
    {"lead", "thuc hien", HeadingWord::whole},
    {"lead", "nguoi thuc hien", HeadingWord::begins},
    {"lead", "phan cong", HeadingWord::begins},
};

constexpr HeadingWord kOfMovements[] = {
    {"title", "ten mo hinh", HeadingWord::begins},
    {"title", "mo hinh", HeadingWord::begins},
    {"title", "ten cong trinh", HeadingWord::begins},
    {"title", "noi dung", HeadingWord::begins},
    {"by", "ten tap the", HeadingWord::begins},
    {"by", "tap the", HeadingWord::begins},
    {"by", "ho ten", HeadingWord::begins},
    {"by", "ho va ten", HeadingWord::begins},
    {"by", "ten don vi", HeadingWord::begins},
    {"by", "don vi", HeadingWord::begins},
    {"office", "chuc vu", HeadingWord::begins},
    {"registered", "ngay dang ky", HeadingWord::begins},
    {"field", "phan loai", HeadingWord::begins},
    {"field", "linh vuc", HeadingWord::begins},
};

/// The words of a kind of record, in the order in which they are tried.
std::array<std::span<const HeadingWord>, 5> words_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::plan:
      return {kOfAll, kOfTrackers, kPlain, kOfPlans, kOfPlansAndCriteria};
    case RecordKind::criteria:
      return {kOfAll, kOfCriteria, kPlain, kOfPlansAndCriteria};
    case RecordKind::movement:
      return {kOfAll, kOfMovements};
  }
  return {};
}

/// Headers as they are usually written, for those in which a letter is wrong.
constexpr std::pair<std::string_view, std::string_view> kUsual[] = {
    {"content", "Nội dung thực hiện"},   {"content", "Nội dung công việc"},
    {"leader", "Lãnh đạo phụ trách"},    {"lead", "Đơn vị chủ trì"},
    {"lead", "Đơn vị thực hiện"},        {"support", "Đơn vị phối hợp"},
    {"start", "Thời gian bắt đầu"},      {"due", "Thời gian hoàn thành"},
    {"due", "Thời gian thực hiện"},      {"note", "Ghi chú"},
    {"group", "Tên tiêu chí"},           {"content", "Nội dung tiêu chí"},
    {"solution", "Giải pháp thực hiện"}, {"title", "Tên mô hình"},
    {"by", "Tên tập thể, cá nhân"},
};

bool fits(const HeadingWord& word, std::string_view bare) {
  switch (word.how) {
    case HeadingWord::whole:
      return bare == word.words;
    case HeadingWord::begins:
      return bare.starts_with(word.words) &&
             (bare.size() == word.words.size() ||
              !is_letter(static_cast<unsigned char>(bare[word.words.size()])));
    case HeadingWord::holds:
      return bare.find(word.words) != std::string_view::npos;
  }
  return false;
}

std::optional<std::string_view> id_by_words(RecordKind kind, std::string_view bare) {
  for (const std::span<const HeadingWord> words : words_of(kind))
    for (const HeadingWord& word : words)
      if (fits(word, bare)) return word.id;
  return std::nullopt;
}

bool has_word(RecordKind kind, std::string_view id) {
  return std::ranges::any_of(words_of(kind), [&](const std::span<const HeadingWord> words) {
    return std::ranges::find(words, id, &HeadingWord::id) != words.end();
  });
}

/// Whether two texts without marks have the same words but for a letter each, or for a blank.
bool is_nearly(std::string_view one, std::string_view other) {
  const auto near = [](std::string_view a, std::string_view b) {
    return edit_distance(decomposed(a), decomposed(b)) <= 1;
  };
  const std::vector<std::string_view> words = split(one, " "), others = split(other, " ");
  if (words.size() != others.size()) return near(one, other);
  return std::ranges::equal(words, others, near);
}

/// A header in which a letter of a word is wrong: `nearest` alone would also take one word of
/// several for another.
std::optional<std::string_view> nearly_usual(RecordKind kind, std::string_view text) {
  for (const auto& [id, words] : kUsual)
    if (has_word(kind, id) && is_nearly(fold_bare(text), fold_bare(words))) return id;
  return std::nullopt;
}

/// `Thời gian bắt đầu - kết thúc`: one column of both.
bool says_both_ends(std::string_view bare) {
  const auto holds = [&](std::string_view words) { return bare.find(words) != bare.npos; };
  return holds("bat dau") && (holds("ket thuc") || holds("hoan thanh"));
}

std::string bare_of(std::string_view text) {
  std::string bare = fold_bare(text);
  while (bare.ends_with('.') || bare.ends_with(':')) bare.pop_back();
  return bare;
}

}  // namespace

std::optional<std::string_view> heading_id(RecordKind kind, std::string_view text) {
  if (text.empty() || text.size() > kLongestHeader) return std::nullopt;
  const std::string bare = bare_of(text);
  if (const auto id = id_by_words(kind, bare)) {
    if (*id == "start" && says_both_ends(bare)) return "due";
    return id->empty() ? std::nullopt : std::optional(*id);
  }
  // Short words are near to too many others.
  if (bare.size() < 7) return std::nullopt;
  return nearly_usual(kind, text);
}

bool is_misspelt_heading(RecordKind kind, std::string_view text) {
  return heading_id(kind, text) && !id_by_words(kind, bare_of(text));
}

bool is_heading_id(std::string_view id) {
  return has_word(RecordKind::plan, id) || has_word(RecordKind::criteria, id) ||
         has_word(RecordKind::movement, id);
}

}  // namespace wardplan
