#include "forms/report_subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "lists/item.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Without regard to case, up to the end of a word.
bool begins_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size() || fold(text.substr(0, word.size())) != word) return false;
  return text.size() == word.size() || text[word.size()] == ' ';
}

template <std::size_t kCount>
std::string_view begun_with(std::string_view text,
                            const std::array<std::string_view, kCount>& words) {
  const auto known =
      std::ranges::find_if(words, [&](std::string_view word) { return begins_with(text, word); });
  return known == words.end() ? std::string_view() : *known;
}

/// Tables of what is named behind `thực hiện`.
constexpr std::array<std::string_view, 7> kTables = {"biểu",    "bảng", "danh mục", "danh sách",
                                                     "phụ lục", "sổ",   "phân công"};
/// Plans that name at once what they carry out.
constexpr std::array<std::string_view, 4> kPlansOf = {
    "kế hoạch thực hiện", "kế hoạch triển khai thực hiện", "kế hoạch tổ chức thực hiện",
    "kế hoạch hành động thực hiện"};
/// What is no name, and so begins small within a sentence.
constexpr std::array<std::string_view, 16> kCommon = {
    "biểu",     "bảng",       "danh mục", "danh sách", "phụ lục", "sổ",       "lịch",    "tiêu chí",
    "chỉ tiêu", "phong trào", "chủ đề",   "nhiệm vụ",  "mô hình", "công tác", "đăng ký", "các"};
/// What is done by its own word: `Kết quả xây dựng …`.
constexpr std::array<std::string_view, 8> kVerbs = {"xây dựng", "triển khai", "thực hiện",
                                                    "tổ chức",  "nâng cao",   "phát triển",
                                                    "đẩy mạnh", "tăng cường"};

/// A text with its first letter made another.
std::string begun(std::string_view text, std::string (*made)(std::string_view)) {
  if (text.empty()) return {};
  const std::size_t first = decode(text, 0).size;
  return made(text.substr(0, first)) + std::string(text.substr(first));
}

/// Of `Biểu tiến độ thực hiện chủ đề công tác` the theme, which is what was done.
std::string_view what_is_done(std::string_view title) {
  constexpr std::string_view kDoing = "thực hiện ";
  if (begun_with(title, kTables).empty() && begun_with(title, kPlansOf).empty()) return title;
  const std::string folded = fold(title);
  const std::size_t at = folded.find(kDoing);
  // Places are those of the title where folding keeps the number of bytes.
  if (at == std::string::npos || folded.size() != title.size()) return title;
  const std::string_view what = title.substr(at + kDoing.size());
  return begins_with(what, "năm") ? title : what;
}

std::string done(std::string_view title) {
  const std::string_view what = what_is_done(title);
  if (begins_with(what, "kết quả")) return std::string(what);
  if (!begun_with(what, kVerbs).empty()) return "Kết quả " + begun(what, fold);
  if (what.empty()) return "Kết quả thực hiện";
  return "Kết quả thực hiện " +
         (begun_with(what, kCommon).empty() ? std::string(what) : begun(what, fold));
}

/// Where the title says its year, with the blank or comma before it; nothing where that is the end
/// of something longer (`giai đoạn năm 2021 - 2025`).
std::string_view year_in(std::string_view title, int year) {
  for (const std::string_view word : {", năm {}", " năm {}", " NĂM {}"}) {
    const std::string said = fmt::format(fmt::runtime(word), year);
    const std::size_t at = title.rfind(said);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = trimmed(title.substr(at + said.size()));
    if (behind.empty() || !(is_dash(decode(behind, 0).value) || behind.starts_with('/')))
      return title.substr(at, said.size());
  }
  return {};
}

std::string with_period(std::string_view title, const Period& period) {
  std::string when = " " + in_words(period).vi;
  const std::string_view year = year_in(title, period.year);
  std::size_t at = title.size();
  if (!year.empty())
    at = static_cast<std::size_t>(year.data() - title.data());
  else if (const std::size_t where = title.rfind(" trên địa bàn "); where != std::string_view::npos)
    at = where;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (at > 0 && is_digit(title[at - 1]) && is_digit(when[1])) when = " trong" + when;
  return std::string(title.substr(0, at)) + when + std::string(title.substr(at + year.size()));
}

/// `Kế hoạch số 68` of `Ban hành kèm theo Kế hoạch số 68`: a report isn't issued with it.
std::string_view document_of(std::string_view issued) {
  std::string_view text = trimmed(issued);
  for (const std::string_view word : {"ban hành", "kèm", "theo"})
    if (begins_with(text, word)) text = trimmed(text.substr(word.size()));
  while (text.ends_with('.') || text.ends_with(';')) text.remove_suffix(1);
  return text;
}

/// Who issued a document, as its text ends: `UBND phường Mẫu`.
std::string_view body_of(std::string_view document) {
  constexpr std::string_view kOf = " của ";
  const std::size_t by = document.rfind(kOf);
  return by == std::string_view::npos ? "" : document.substr(by + kOf.size());
}

/// Names within those of bodies, with the capitals that a sentence has them in.
std::string with_names(std::string body) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"đảng", "Đảng"},
      {"tổ quốc", "Tổ quốc"},
      {"việt nam", "Việt Nam"},
      {"hồ chí minh", "Hồ Chí Minh"}};
  for (const auto& [small, name] : kNames)
    for (std::size_t at = body.find(small); at != std::string::npos; at = body.find(small, at + 1))
      body.replace(at, small.size(), name);
  return body;
}

/// `UBND phường Mẫu` of the letterhead's `UBND PHƯỜNG MẪU`; of what doesn't end in the ward's name
/// the ward.
std::string in_sentence(const std::string& issuer, const std::string& ward) {
  constexpr std::array<std::string_view, 4> kShort = {"ubnd", "hđnd", "mttq", "bcđ"};
  std::string body = fold(issuer);
  if (!body.ends_with(" " + fold(ward))) return ward;
  body.resize(body.size() - fold(ward).size());
  std::string sentence;
  for (const std::string_view word : split(trimmed(body), " ")) {
    const bool is_short = std::ranges::find(kShort, word) != kShort.end();
    sentence += (is_short           ? upper(word)
                 : sentence.empty() ? begun(word, upper)
                                    : std::string(word)) +
                " ";
  }
  return with_names(std::move(sentence)) + ward;
}

/// Who reports, as a sentence names them.
std::string reporter_of(const Plan& plan) {
  const std::string& issuer = plan.letterhead.issuer.value;
  const std::string_view body = body_of(document_of(plan.issued.value));
  const bool is_own = issuer.empty() ? fold(body).find(fold(ward_name(plan))) != std::string::npos
                                     : fold(body) == fold(issuer);
  if (is_own) return std::string(body);
  if (issuer.empty()) return ward_name(plan);
  return is_in_capitals(issuer) ? in_sentence(issuer, ward_name(plan)) : issuer;
}

}  // namespace

std::string report_subject(const Plan& plan, const Period& period) {
  const std::string subject = with_period(done(trimmed(plan.title.value)), period);
  return is_in_capitals(plan.title.value) ? upper(subject) : subject;
}

std::string report_opening(const Plan& plan, const Period& period) {
  const std::string_view of = document_of(plan.issued.value);
  const std::string sentence =
      fmt::format("{} báo cáo kết quả {} như sau:", reporter_of(plan), in_words(period).vi);
  return of.empty() ? begun(sentence, upper) : fmt::format("Thực hiện {}, {}", of, sentence);
}

std::string ward_opening(const Plan& plan, const Period& period, std::size_t plans) {
  return begun(fmt::format("{} báo cáo kết quả {} của {} kế hoạch như sau:", reporter_of(plan),
                           in_words(period).vi, plans),
               upper);
}

}  // namespace wardplan
