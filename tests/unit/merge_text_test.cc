// Two versions of a record put together by what they say.
#include <doctest/doctest.h>

#include <string>

#include "compare/merge_text.h"
#include "edit/tree.h"

namespace wardplan {
namespace {

const std::string kPlan =
    "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
    "  - number: \"1\"\n    title: Trồng cây\n    due: Tháng 6/2026\n"
    "    updates:\n      - {date: 2026-03-01, status: in-progress}\n"
    "  - number: \"2\"\n    title: Hội diễn văn nghệ\n";
const std::string kFirst = "      - {date: 2026-03-01, status: in-progress}\n";
const std::string kSecondRow = "  - number: \"2\"\n    title: Hội diễn văn nghệ\n";

/// The plan with a text for another.
std::string plan(const std::string& from, const std::string& to, std::string text = kPlan) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string entry(const std::string& inner) { return "      - {" + inner + "}\n"; }

/// With an entry behind the first.
std::string with_entry(const std::string& inner) { return plan(kFirst, kFirst + entry(inner)); }

std::string marks(const std::string& ours, const std::string& theirs) {
  return "<<<<<<< ours\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n";
}

void check_merged(const std::string& ours, const std::string& theirs, const std::string& wanted) {
  for (const bool turned : {false, true}) {
    const MergedText made = merge_texts(kPlan, turned ? theirs : ours, turned ? ours : theirs);
    CHECK(made.end == MergeEnd::merged);
    CHECK(made.bytes == wanted);
  }
}

TEST_CASE("entries of one item stand by day, whoever recorded them") {
  const std::string june = "date: 2026-06-20, status: done", may = "date: 2026-05-10, note: x";
  check_merged(with_entry(june), with_entry(may), plan(kFirst, kFirst + entry(may) + entry(june)));
  const std::string first = "  - number: \"2\"\n    title: Hội diễn văn nghệ\n    updates:\n";
  check_merged(plan(kSecondRow, first + entry(june)), plan(kSecondRow, first + entry(may)),
               plan(kSecondRow, first + entry(may) + entry(june)));
}

TEST_CASE("entries of one day both stay unless they contradict each other") {
  const std::string note = "date: 2026-05-10, status: done, note: x",
                    evidence = "date: 2026-05-10, status: done, evidence: BC 1";
  const MergedText both = merge_texts(kPlan, with_entry(note), with_entry(evidence));
  CHECK(both.end == MergeEnd::merged);
  CHECK(both.bytes.find(entry(note)) != std::string::npos);
  CHECK(both.bytes.find(entry(evidence)) != std::string::npos);
  const std::string done = "date: 2026-05-10, status: done",
                    paused = "date: 2026-05-10, status: paused";
  const MergedText other = merge_texts(kPlan, with_entry(done), with_entry(paused));
  CHECK(other.end == MergeEnd::conflicts);
  CHECK(other.bytes == plan(kFirst, kFirst + marks(entry(done), entry(paused))));
}

TEST_CASE("the same change twice is none") {
  const std::string ours = with_entry("date: 2026-05-10, status: done");
  check_merged(ours, ours, ours);
  // However it is written.
  const MergedText made = merge_texts(
      kPlan, ours, plan(kFirst, kFirst + "      - date: 2026-05-10\n        status: done\n"));
  CHECK(made.end == MergeEnd::merged);
  CHECK(made.bytes == ours);
}

TEST_CASE("different keys of one row and different rows stand beside each other") {
  check_merged(plan("Tháng 6", "Tháng 7"), plan("title: Trồng cây\n", "title: Trồng cây xanh\n"),
               plan("title: Trồng cây\n", "title: Trồng cây xanh\n", plan("Tháng 6", "Tháng 7")));
  check_merged(plan(kSecondRow, kSecondRow + "  - number: \"3\"\n    title: Ba\n"),
               plan(kSecondRow, kSecondRow + "  - number: \"4\"\n    title: Bốn\n"),
               plan(kSecondRow, kSecondRow + "  - number: \"3\"\n    title: Ba\n" +
                                    "  - number: \"4\"\n    title: Bốn\n"));
}

TEST_CASE("two values of one key stay, each said, in the one place that differs") {
  const MergedText made =
      merge_texts(kPlan, plan("Tháng 6", "Tháng 7"), plan("Tháng 6", "Tháng 9"));
  CHECK(made.end == MergeEnd::conflicts);
  CHECK(made.marked == 1);
  REQUIRE(made.conflicts.size() == 1);
  CHECK(made.conflicts.front().theirs.text == "Tháng 9/2026");
  CHECK(made.bytes == plan("    due: Tháng 6/2026\n",
                           marks("    due: Tháng 7/2026\n", "    due: Tháng 9/2026\n")));
}

TEST_CASE("a change of what the other side took away is a conflict, both ways round") {
  const std::string gone = plan(kSecondRow, "");
  const std::string changed = plan(kSecondRow, kSecondRow + "    note: x\n");
  const MergedText theirs_gone = merge_texts(kPlan, changed, gone);
  CHECK(theirs_gone.bytes == plan(kSecondRow, marks(kSecondRow + "    note: x\n", "")));
  const MergedText ours_gone = merge_texts(kPlan, gone, changed);
  CHECK(ours_gone.bytes == plan(kSecondRow, marks("", kSecondRow + "    note: x\n")));
  CHECK(ours_gone.conflicts.size() == 1);
  const MergedText key =
      merge_texts(kPlan, plan("    due: Tháng 6/2026\n", ""), plan("Tháng 6", "Tháng 9"));
  CHECK(key.bytes == plan("    due: Tháng 6/2026\n", marks("", "    due: Tháng 9/2026\n")));
}

TEST_CASE("a row that neither touched goes, and so does an entry that was undone") {
  check_merged(plan(kSecondRow, ""), plan("Tháng 6", "Tháng 7"),
               plan("Tháng 6", "Tháng 7", plan(kSecondRow, "")));
  // One undoes the only entry, the other adds one.
  const MergedText made =
      merge_texts(kPlan, plan("    updates:\n" + kFirst, ""), with_entry("date: 2026-05-10"));
  CHECK(made.end == MergeEnd::merged);
  CHECK(made.bytes == plan(kFirst, entry("date: 2026-05-10")));
}

TEST_CASE("two new rows of one number are a conflict") {
  const MergedText made =
      merge_texts(kPlan, plan(kSecondRow, kSecondRow + "  - number: \"3\"\n    title: Ba\n"),
                  plan(kSecondRow, kSecondRow + "  - number: \"3\"\n    title: Khác\n"));
  CHECK(made.end == MergeEnd::conflicts);
  CHECK(made.bytes == plan(kSecondRow, kSecondRow + "  - number: \"3\"\n" +
                                           marks("    title: Ba\n", "    title: Khác\n")));
}

TEST_CASE("comments of both sides stay, and where one can't the lines are asked about") {
  check_merged(plan("  - number: \"1\"", "  # ours\n  - number: \"1\""),
               plan("    due:", "    # theirs\n    due:"),
               plan("    due:", "    # theirs\n    due:",
                    plan("  - number: \"1\"", "  # ours\n  - number: \"1\"")));
  // The row goes, and with it would go what was remarked in it.
  const MergedText made =
      merge_texts(kPlan, plan(kSecondRow, ""),
                  plan("    title: Hội diễn", "    # hỏi lại\n    title: Hội diễn"));
  CHECK(made.end == MergeEnd::conflicts);
  CHECK(made.bytes.find("# hỏi lại") != std::string::npos);
}

TEST_CASE("ours keep their layout where theirs are laid out anew") {
  const std::string anew =
      "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
      "- {number: '1', title: Trồng cây, due: Tháng 9/2026, updates: [{date: 2026-03-01, status: "
      "in-progress}]}\n- {number: '2', title: Hội diễn văn nghệ}\n";
  const std::string ours = plan("title: Trồng cây\n", "title: Trồng cây xanh\n");
  const MergedText made = merge_texts(kPlan, ours, anew);
  CHECK(made.end == MergeEnd::merged);
  CHECK(made.bytes == plan("Tháng 6", "Tháng 9", ours));
}

TEST_CASE("what can't be read goes by lines, and isn't called merged") {
  const std::string broken = plan("title: Hội diễn văn nghệ", "title: [Hội");
  const MergedText made = merge_texts(kPlan, plan("Tháng 6", "Tháng 7"), broken);
  CHECK(made.end == MergeEnd::unread);
  CHECK(made.bytes == plan("Tháng 6", "Tháng 7", broken));
  const MergedText none = merge_texts("", kPlan, plan("Tháng 6", "Tháng 7"));
  CHECK(none.end == MergeEnd::base_unread);
  CHECK(none.marked == 1);
  CHECK(merge_texts("a: 1\nb: 2\nc: 3\n", "a: 2\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 4\n").end ==
        MergeEnd::lines);
}

TEST_CASE("people and units that both sides bring to a register stand beside each other") {
  const std::string head = "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople:\n";
  const std::string an = "  - {id: an, name: Trần Văn An}\n", binh = "  - {id: binh, name: Bình}\n",
                    chi = "  - {id: chi, name: Chi}\n", units = "units: []\n";
  const MergedText made =
      merge_texts(head + an + units, head + an + chi + units, head + an + binh + units);
  CHECK(made.end == MergeEnd::merged);
  CHECK(made.bytes == head + an + binh + chi + units);
  const MergedText clash = merge_texts(head + an + units, head + an + binh + units,
                                       head + an + "  - {id: binh, name: Lê Thị Bình}\n" + units);
  CHECK(clash.bytes == head + an + marks(binh, "  - {id: binh, name: Lê Thị Bình}\n") + units);
}

TEST_CASE("rows without numbers keep the places that their sides gave them") {
  const std::string head = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n";
  const auto row = [](const std::string& title) {
    return "  - number: \"\"\n    title: " + title + "\n";
  };
  const std::string a = row("Một việc"), b = row("Hai lớp"), c = row("Ba nhà"), d = row("Bốn cây");
  const MergedText apart = merge_texts(head + a + b, head + c + a + b, head + a + b + d);
  CHECK(apart.end == MergeEnd::merged);
  CHECK(apart.bytes == head + c + a + b + d);
  const MergedText together = merge_texts(head + a + b, head + a + b + c, head + a + b + d);
  CHECK(together.end == MergeEnd::conflicts);
  CHECK(together.bytes == head + a + b + c + marks("", d));
}

TEST_CASE("a new row isn't moved into the section of another") {
  const std::string head = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n";
  const std::string one = "  - {number: I, heading: Một}\n  - {number: \"1\", title: Trồng cây}\n";
  const std::string two = "  - {number: II, heading: Hai}\n";
  const std::string added = "  - {number: \"2\", title: Sửa nhà}\n";
  // Theirs takes the section away that ours puts a row into.
  const MergedText made = merge_texts(head + one + two, head + one + two + added, head + one);
  CHECK(made.end == MergeEnd::conflicts);
}

TEST_CASE("CRLF and a missing last line end stay as ours have them") {
  const auto crlf = [](const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
  };
  const MergedText made = merge_texts(crlf(kPlan), crlf(with_entry("date: 2026-06-20")),
                                      crlf(with_entry("date: 2026-05-10")));
  CHECK(made.bytes ==
        crlf(plan(kFirst, kFirst + entry("date: 2026-05-10") + entry("date: 2026-06-20"))));
  const auto open = [](std::string text) { return text.substr(0, text.size() - 1); };
  CHECK(merge_texts(open(kPlan), open(plan("Tháng 6", "Tháng 7")),
                    open(plan("title: Trồng", "title: Mở")))
            .bytes == open(plan("title: Trồng", "title: Mở", plan("Tháng 6", "Tháng 7"))));
}

TEST_CASE("rows in an order of one side keep it") {
  const std::string first = kPlan.substr(0, kPlan.find("  - number"));
  const std::string row =
      kPlan.substr(first.size(), kPlan.size() - first.size() - kSecondRow.size());
  const MergedText made =
      merge_texts(kPlan, first + kSecondRow + row, with_entry("date: 2026-05-10"));
  CHECK(made.end == MergeEnd::merged);
  CHECK(made.bytes == first + kSecondRow +
                          plan(kFirst, kFirst + entry("date: 2026-05-10"))
                              .substr(first.size(), row.size() + entry("date: 2026-05-10").size()));
}

}  // namespace
}  // namespace wardplan
