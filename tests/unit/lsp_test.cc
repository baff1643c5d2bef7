// What the language server is made of: places, frames, addresses, and where in a text one is.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "lsp/documents.h"
#include "lsp/frames.h"
#include "lsp/positions.h"
#include "lsp/spot.h"
#include "lsp/uris.h"
#include "text/quoted.h"

namespace wardplan::lsp {
namespace {

constexpr std::array kAllUnits = {Units::utf8, Units::utf16, Units::utf32};

TEST_CASE("a place counts the units that were agreed on, in Vietnamese and with emoji") {
  const std::string text = "tên: Đường 😀 hoa\r\nlead: mttq\rx\n";
  const Lines lines(text);
  CHECK(lines.count() == 4);
  const std::size_t flower = text.find("hoa");
  CHECK(lines.point(flower, Units::utf8) == Point{0, 21});
  CHECK(lines.point(flower, Units::utf16) == Point{0, 14});
  CHECK(lines.point(flower, Units::utf32) == Point{0, 13});
  CHECK(lines.point(text.find("mttq"), Units::utf16) == Point{1, 6});
  CHECK(lines.point(text.find('x'), Units::utf16) == Point{2, 0});
}

TEST_CASE("every byte that begins a character comes back from its place") {
  for (const std::string& text :
       {std::string("một 😀\nhai"), std::string("\r\n\r\n"), std::string(),
        std::string("a\r\nb\r\n"), std::string("Tổ dân phố số 5\rđường hoa")})
    for (const Units units : kAllUnits) {
      const Lines lines(text);
      for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool inside =
            at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
        const bool in_end = at > 0 && at < text.size() && text[at] == '\n' && text[at - 1] == '\r';
        if (!inside && !in_end) CHECK(lines.offset(lines.point(at, units), units) == at);
      }
    }
}

TEST_CASE("a place behind the end of a line or of all is that end") {
  const Lines lines("ab\r\ncd");
  CHECK(lines.offset({0, 99}, Units::utf16) == 2);
  CHECK(lines.offset({1, 99}, Units::utf16) == 6);
  CHECK(lines.offset({7, 0}, Units::utf16) == 6);
  CHECK(lines.point(99, Units::utf16) == Point{1, 2});
  // In the middle of a pair of units the character's begin is meant.
  CHECK(Lines("😀").offset({0, 1}, Units::utf16) == 0);
}

TEST_CASE("a byte order mark that an editor doesn't show counts for nothing") {
  const std::string text = "\xEF\xBB\xBFkind: ward";
  CHECK(Lines(text, 3).point(3, Units::utf16) == Point{0, 0});
  CHECK(Lines(text, 3).point(9, Units::utf16) == Point{0, 6});
}

TEST_CASE("changes replace the part between two places, in either order, or all") {
  std::string text = "tên: Đông\r\nlead: a\r\n";
  change_text(text, {false, {1, 6}, {1, 7}, "mttq"}, Units::utf16);
  CHECK(text == "tên: Đông\r\nlead: mttq\r\n");
  change_text(text, {false, {0, 9}, {0, 5}, "Tây"}, Units::utf16);
  CHECK(text == "tên: Tây\r\nlead: mttq\r\n");
  change_text(text, {true, {}, {}, "x"}, Units::utf16);
  CHECK(text == "x");
}

/// What comes out of a stream that arrives in pieces of a size.
std::vector<std::string> frames_of(std::string_view stream, std::size_t piece) {
  Frames frames;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    frames.add(stream.substr(at, piece));
    while (const auto frame = frames.next()) {
      constexpr std::array kWords = {"", "bad header", "too long", "lost"};
      out.push_back(frame->kind == Frame::Kind::message
                        ? frame->text
                        : kWords[static_cast<std::size_t>(frame->kind)]);
    }
  }
  return out;
}

TEST_CASE("messages come out whole however they arrive") {
  const std::string stream = framed("{\"a\": 1}") + framed("đường") +
                             "content-length:  2 \r\nContent-Type: x\r\n\r\n[]" + framed("");
  for (const std::size_t piece : {1u, 2u, 3u, 7u, 1000u})
    CHECK(frames_of(stream, piece) == std::vector<std::string>{"{\"a\": 1}", "đường", "[]", ""});
}

TEST_CASE("a header without a length is told, and what follows is read") {
  for (const std::string header : {"X: 1", "Content-Length: many", "Content-Length: -1",
                                   "Content-Length: 99999999999999999999"})
    CHECK(frames_of(header + "\r\n\r\n" + framed("{}"), 5) ==
          std::vector<std::string>{"bad header", "{}"});
}

TEST_CASE("a message that is too long is passed over, and what follows is read") {
  const std::string big = "Content-Length: " + std::to_string(kMostMessage + 1) + "\r\n\r\n" +
                          std::string(kMostMessage + 1, 'x');
  CHECK(frames_of(big + framed("{}"), 1 << 20) == std::vector<std::string>{"too long", "{}"});
}

TEST_CASE("a stream without any header is lost once") {
  CHECK(frames_of(std::string(5 * kMostHeader, 'x'), 1000) == std::vector<std::string>{"lost"});
}

TEST_CASE("addresses of files become paths and come back") {
  CHECK(path_of_uri("file:///plans/Long%20Bi%C3%AAn/k%E1%BA%BF.yaml") ==
        "/plans/Long Biên/kế.yaml");
  CHECK(path_of_uri("file://localhost/a") == "/a");
  CHECK(path_of_uri("FILE:///a/b") == "/a/b");
  for (const std::string path : {"/kế hoạch/2023 (mới) #1.yaml", "/a%b?c", "/😀"})
    CHECK(path_of_uri(uri_of_path(path)) == path);
  for (const std::string other : {"untitled:Untitled-1", "https://a/b", "file://host/a",
                                  "file:///%G1", "file:///%0", "file:///%00", "file://", ""})
    CHECK_FALSE(path_of_uri(other));
}

/// The spot at the sign `¦` in a text: its path, what it is, its word.
std::string spot_in(std::string text) {
  const std::size_t at = text.find("¦");
  text.erase(at, std::string_view("¦").size());
  const Spot spot = spot_at(text, at);
  const std::string what = spot.is_text    ? "text"
                           : spot.is_key   ? "key"
                           : spot.is_value ? "value"
                                           : "?";
  return joined(spot.path, ".") + " " + what + " " + text.substr(spot.begin, spot.end - spot.begin);
}

constexpr std::string_view kHead =
    "kind: plan\nrows:\n  - number: \"1\"\n    title: Trồng cây\n    lead: [a, b]\n";

TEST_CASE("a spot is told from the lines alone, also of what is no YAML yet") {
  const std::string head(kHead);
  CHECK(spot_in("¦") == " ? ");
  CHECK(spot_in("ki¦") == " ? ki");
  CHECK(spot_in("ki¦nd: plan\n") == " key kind");
  CHECK(spot_in("kind: ¦") == "kind value ");
  CHECK(spot_in("kind: pl¦an\n") == "kind value plan");
  CHECK(spot_in("kind: \"pl¦an\"\n") == "kind value plan");
  CHECK(spot_in(head + "    lea¦\n") == "rows ? lea");
  CHECK(spot_in(head + "    leader: ¦\n") == "rows.leader value ");
  CHECK(spot_in(head + "    leader: ki¦\n  - number: 2\n") == "rows.leader value ki");
  CHECK(spot_in(head + "    leader: [k, n¦\n  - number: 2\n") == "rows.leader value n");
  CHECK(spot_in(head + "    leader: [¦]\n") == "rows.leader value ");
  CHECK(spot_in(head + "    leader:\n      - k¦\n") == "rows.leader ? k");
  CHECK(spot_in(head + "    updates:\n      - {date: 2023-01-01, ¦}\n") == "rows.updates ? ");
  CHECK(spot_in(head + "    updates:\n      - {date: 2023-01-01, sta¦}\n") == "rows.updates ? sta");
  CHECK(spot_in(head + "    updates:\n      - {status: do¦, date: x}\n") ==
        "rows.updates.status value do");
  CHECK(spot_in(head + "    updates:\n      - {sta¦tus: done}\n") == "rows.updates key status");
  CHECK(spot_in(head + "    ¦\n") == "rows ? ");
  CHECK(spot_in(head + "  ¦\n") == "rows ? ");
  CHECK(spot_in(head + "¦\n") == " ? ");
  CHECK(spot_in(head + "    note: |\n      a: b¦\n") == "rows.note text ");
  CHECK(spot_in(head + "    # lead: ¦\n") == "rows.lead text ");
  CHECK(spot_in(head + "    title: a # b¦\n") == "rows.title text ");
  CHECK(spot_in("rows:\n- number: 1\n  ti¦\n") == "rows ? ti");
  CHECK(spot_in("rows:\r\n- number: 1\r\n  title: x¦\r\n") == "rows.title value x");
}

TEST_CASE("the keys beside a spot are those of its own mapping") {
  const std::string text =
      std::string(kHead) + "    \n    note: x\n  - number: \"2\"\n    due: y\n";
  const Spot spot = spot_at(text, kHead.size() + 4);
  CHECK(joined(spot.beside) == "number, title, lead, note");
}

TEST_CASE("no text makes a spot fall over") {
  const std::string text =
      std::string(kHead) + "    updates: [{date: \"x\\\"\n  - {a: [b}\n]: |\n  \t- - -\n";
  for (std::size_t size = 0; size <= text.size(); ++size)
    for (std::size_t at = 0; at <= size; ++at) {
      const Spot spot = spot_at(std::string_view(text).substr(0, size), at);
      CHECK(spot.begin <= spot.end);
      CHECK(spot.end <= size);
    }
}

TEST_CASE("the kind of a record is that of its first lines") {
  CHECK(kind_of("# x\nkind: plan # y\r\n") == "plan");
  CHECK(kind_of("\xEF\xBB\xBFkind: \"ward\"\n") == "ward");
  CHECK(kind_of("  kind: plan\n").empty());
}

}  // namespace
}  // namespace wardplan::lsp
