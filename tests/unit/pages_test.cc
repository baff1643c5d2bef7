#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "disk/files.h"
#include "pages/html.h"
#include "pages/pages.h"

namespace wardplan {
namespace {

std::string hex_of_base64(std::string_view text) {
  constexpr std::string_view kSigns =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hex;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char sign : text) {
    if (sign == '=') break;
    bits = bits << 6 | static_cast<std::uint32_t>(kSigns.find(sign));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    hex += fmt::format("{:02x}", bits >> count & 0xFF);
  }
  return hex;
}

TEST_CASE("a page allows its own script and no other") {
  CHECK(hex_of_base64(search_script_hash()) == sha256(search_script()));
  const std::string page = page_html("a", "", Lang::vi);
  CHECK(page.find(fmt::format("<script>{}</script>", search_script())) != std::string::npos);
  CHECK(page.find(fmt::format("'sha256-{}'", search_script_hash())) != std::string::npos);
}

TEST_CASE("links lead to files of whatever name") {
  CHECK(link_html("a&b #1/x?.html", "<b>") == "<a href=\"a%26b%20%231/x%3F.html\">&lt;b&gt;</a>");
  CHECK(paper_link("x-", "report-2026-Q1.docx", Lang::vi) ==
        "<a href=\"x-report-2026-Q1.docx\">Báo cáo 2026-Q1 (Word)</a>");
}

}  // namespace
}  // namespace wardplan
