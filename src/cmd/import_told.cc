#include "cmd/import_told.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cmd/io.h"
#include "diag/render.h"
#include "import/entry_columns.h"
#include "import/points.h"
#include "import/targets.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What the rows of each kind of record are, in English one of them.
struct ImportedNouns {
  Phrase headings;
  Phrase rows;
};
constexpr std::array kNouns = {
    ImportedNouns{{"đề mục", "heading"}, {"việc", "item"}},
    ImportedNouns{{"tiêu chí", "group"}, {"nội dung", "content"}},
    ImportedNouns{{"phần", "part"}, {"mô hình", "model"}},
};

/// More places than these are counted.
constexpr std::size_t kMostPlaces = 20;

struct ImportTeller {
  const Imported& imported;
  const ImportOptions& options;
  Io& io;

  void line(const Message& message) { io.out += printable(message.in(io.lang)) + "\n"; }

  void remark(const TableRemark& remark, bool quoted) {
    Message message = remark.message;
    if (quoted) message = say("`{}`", "`{}`", without_line_ends(remark.message.in(io.lang)));
    if (remark.cell)
      message = say("{}: {}", "{}: {}", place_of(imported.file, *remark.cell), message);
    line(say("  {}", "  {}", with_hint(message, remark.help)));
  }

  void remarks(Phrase title, const std::vector<TableRemark>& all, bool quoted, std::size_t most) {
    if (all.empty()) return;
    line(say("{}:", "{}:", title));
    for (std::size_t at = 0; at < std::min(all.size(), most); ++at) remark(all[at], quoted);
    more(all.size(), most);
  }

  /// What stands in the table's own rows is told in full; of the text around it there may be pages.
  void outside() {
    if (imported.outside.empty()) return;
    line(Phrase{"đứng ngoài bảng, không đưa vào:", "stands outside the table, not taken:"});
    std::size_t around = 0;
    for (TableRemark one : imported.outside) {
      if (!one.cell && ++around > kMostPlaces) continue;
      if (!one.cell) one.message = {shorten(one.message.vi), shorten(one.message.en)};
      remark(one, true);
    }
    more(around, kMostPlaces);
  }

  void more(std::size_t count, std::size_t told) {
    if (count > told) line(say("  … và {} chỗ nữa", "  … and {} more", count - told));
  }

  void head() {
    const std::size_t rows = imported.rows.rows.size(), headings = imported.rows.headings();
    const ImportedNouns& nouns = kNouns[static_cast<std::size_t>(options.kind)];
    line(say("{} → {}: {} dòng ({} {}, {} {})", "{0} → {1}: {7} ({8}, {9})", options.path,
             options.output, rows, headings, nouns.headings, rows - headings, nouns.rows,
             counted(rows, "row"), counted(headings, nouns.headings.en),
             counted(rows - headings, nouns.rows.en)));
    Message columns;
    for (std::size_t at = 0; at < imported.headings.columns.size(); ++at) {
      const ImportColumn& column = imported.headings.columns[at];
      if (column.empty) continue;
      const Message from = column.title.empty() ? say("cột {}", "column {}", at + 1)
                                                : say("`{}`", "`{}`", column.title);
      join(columns, say("{} → {}", "{} → {}", from, column.id));
      if (column.guessed) columns += say(" (đoán)", " (guessed)");
    }
    line(say("cột: {}", "columns: {}", columns));
    entries();
    line(say("tên: {}", "title: {}", imported.title));
  }

  /// What became of columns that say how work stands.
  void entries() {
    if (!imported.printed_titles.empty())
      line(say("{} không đưa vào: đó là điều chương trình tự nói về hồ sơ",
               "not taken, for the program itself says so of the record: {}",
               quoted_list(imported.printed_titles)));
    std::vector<std::string> titles = imported.entry_titles;
    for (const ImportColumn& column : imported.headings.columns)
      if (imported.into == nullptr && is_entry_column(column.id) && !column.empty)
        titles.push_back(column.title);
    points();
    if (titles.empty()) return;
    if (imported.into != nullptr)
      return line(say("{} được so với hồ sơ: chỗ khác thành cập nhật",
                      "compared with the record, what differs becomes entries: {}",
                      quoted_list(titles)));
    const auto done = imported.headings.find("entry_done");
    line(
        done
            ? say("{} được ghi là cập nhật: việc có ngày ở `{}` ghi ngày ấy, việc khác ghi ngày {}",
                  "{} became entries of the day in `{}`, or where it is empty of {}",
                  quoted_list(titles), imported.headings.columns[*done].title, written(io.as_of))
            : say("{} được ghi là cập nhật ngày {}; việc xong sớm hơn thì sửa `date` của dòng ấy",
                  "{} became entries of {}; mend the `date` of what was done before",
                  quoted_list(titles), written(io.as_of)));
  }

  /// What became of columns of points.
  void points() {
    std::vector<std::string> titles;
    for (const ImportColumn& column : imported.headings.columns)
      if (imported.into == nullptr && is_score_column(column.id)) titles.push_back(column.title);
    if (!titles.empty())
      line(
          say("{} được ghi là điểm của đợt, đợt đã qua thì vào ngày cuối đợt, không thì ngày {}; "
              "chấm ngày khác thì sửa `date`",
              "{} became points of their round, of its last day where it is over, or else of {}; "
              "mend the `date` where another one is right",
              quoted_list(titles), written(io.as_of)));
  }

  /// Cells that show something else than what is in the file, or may.
  void odd_cells(std::vector<TableRemark>& faults, std::vector<TableRemark>& unsure) {
    const ReadTable& table = imported.file.tables[imported.table];
    for (std::size_t row = imported.headings.body; row < table.rows.size(); ++row)
      for (std::size_t cell = 0; cell < table.rows[row].cells.size(); ++cell) {
        const ReadCell& read = table.rows[row].cells[cell];
        const CellAddress at{imported.table, row, cell};
        if (is_fault(read))
          faults.push_back({say("`{0}` là lỗi của Excel, không phải chữ của biểu",
                                "`{0}` is an error of Excel and no word of the table", read.text),
                            {"sửa ô ấy trong tệp rồi đưa vào lại, hoặc sửa trong hồ sơ",
                             "mend the cell and import the file again, or mend the record"},
                            at});
        else if (read.unsure)
          unsure.push_back(
              {say("`{0}`: tệp không cho biết hiện ra thế nào; hãy đối chiếu",
                   "`{0}`: the file doesn't tell how it is shown; compare it", read.text),
               {},
               at});
      }
  }

  /// What the reader and this saw that isn't as it stands there, the gravest first; much of one
  /// kind hides nothing of another.
  void told() {
    std::vector<TableRemark> faults, unsure;
    odd_cells(faults, unsure);
    bool any = false;
    const std::vector<TableRemark>* const kinds[] = {&faults, &imported.people, &imported.rows.told,
                                                     &imported.file.told, &unsure};
    for (const auto* all : kinds) {
      if (!all->empty() && !std::exchange(any, true)) line(Phrase{"cần biết:", "to be known:"});
      for (std::size_t at = 0; at < std::min(all->size(), kMostPlaces); ++at)
        remark((*all)[at], false);
      more(all->size(), kMostPlaces);
    }
  }

  void names() {
    const ProposedRegister& proposed = imported.proposed;
    if (!proposed.doubts.empty())
      line(Phrase{"tên có chữ chỉ trông giống, không gộp với tên nào:",
                  "names in which a letter only looks right:"});
    for (const Message& doubt : proposed.doubts) line(say("  {}", "  {}", doubt));
    if (!imported.register_grown.empty()) return grown();
    if (proposed.empty() || options.with_register) return;
    const auto spellings = std::ranges::count(proposed.people, true, &ProposedEntry::known);
    const std::size_t people = proposed.people.size() - static_cast<std::size_t>(spellings);
    if (people + proposed.units.size() == 0)
      line(
          say("danh mục có đủ người và đơn vị, chỉ chưa có cách viết này của {} người; thêm "
              "`aliases` vào dòng của họ trong ward.yaml:",
              "the register has all of them, and not these spellings of people ({}); add the "
              "`aliases` to theirs in ward.yaml:",
              spellings));
    else
      line(say(
          "danh mục chưa có {} người, {} đơn vị; đưa vào ward.yaml sau khi xem lại:",
          "not in the register (people: {}, units: {}); put them into ward.yaml once looked at:",
          people, proposed.units.size()));
    if (spellings > 0 && people + proposed.units.size() > 0)
      line(say("({} người đã có, chỉ thêm `aliases` vào dòng của họ)",
               "(of people that are there: {}; add only the `aliases` to theirs)", spellings));
    io.out += printable_lines(register_lists(proposed));
  }

  /// What a register that is there gets.
  void grown() {
    const ProposedRegister& proposed = imported.proposed;
    if (proposed.empty()) {
      line(say("{} đã có đủ người và đơn vị của biểu", "{} has all people and units of the table",
               imported.register_grown));
      return;
    }
    line(say("thêm vào {}:", "added to {}:", imported.register_grown));
    for (const ProposedEntry& person : proposed.people) {
      const std::string aliases = quoted_list(person.aliases);
      if (person.known) {
        line(say("  cách viết khác của {}: {}", "  other spellings of {}: {}", person.id, aliases));
        continue;
      }
      Message message = say("  người {}: {}", "  person {}: {}", person.id, person.name);
      if (!person.role.empty()) message += say(", {}", ", {}", person.role);
      if (!person.aliases.empty()) message += say("; cũng viết {}", "; also written {}", aliases);
      line(message);
    }
    for (const ProposedEntry& unit : proposed.units)
      line(say("  đơn vị {}: {}", "  unit {}: {}", unit.id, unit.name));
  }

  /// What was taken for a target: a figure of a sentence may mean something else.
  void targets() {
    if (!options.with_targets || options.kind == RecordKind::movement) return;
    std::vector<TableRemark> all;
    for (const ImportRow& row : imported.rows.rows) {
      if (row.heading) continue;
      std::vector<std::string> goals;
      for (const ProposedTarget& target : targets_in(row.text))
        goals.push_back(target.name.empty() ? target.goal : target.name + ": " + target.goal);
      if (!goals.empty())
        all.push_back({say("{0}", "{0}", quoted_list(goals)),
                       {},
                       CellAddress{imported.table, row.at, *imported.headings.main}});
    }
    remarks(
        {"chỉ tiêu lấy từ lời văn, hãy đối chiếu", "targets taken from the wording, compare them"},
        all, false, all.size());
  }

  static std::string printable_lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      out += "  " + printable(text.substr(at, end - at)) + "\n";
      at = end + 1;
    }
    return out;
  }
};

}  // namespace

void tell_import(const Imported& imported, const ImportOptions& options, Io& io) {
  std::vector<TableRemark> unplaced = imported.rows.unplaced;
  std::ranges::stable_sort(unplaced, {}, [](const TableRemark& one) {
    return one.cell ? std::pair(one.cell->row, one.cell->cell)
                    : std::pair<std::size_t, std::size_t>();
  });
  ImportTeller teller{imported, options, io};
  teller.head();
  teller.told();
  teller.targets();
  teller.names();
  teller.outside();
  teller.remarks({"không xếp được vào hồ sơ", "could not be placed in the record"}, unplaced, true,
                 unplaced.size());
}

}  // namespace wardplan
