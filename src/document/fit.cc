#include "document/fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "document/grid.h"
#include "document/layout.h"
#include "document/measure.h"

namespace wardplan::document {
namespace {

/// Widths are tried in these parts of a table.
constexpr int kUnits = 200;
/// At first so many are moved from one column to another: with fewer a text may not come down to
/// one line less, and nothing is gained.
constexpr int kLongestStep = 24;
constexpr double kPointsInMillimetre = 72 / 25.4;
/// What words take more where a program has no such letters and takes some of them from another
/// font.
constexpr double kOtherFont = 1.05;
/// What is longer than this may be broken.
constexpr double kLongWord = 96;
/// Rows that are looked at, at most, and how many stand under one heading, about.
constexpr std::size_t kSeen = 240;
constexpr double kRowsOnPage = 12;
/// Letters of a table are made smaller by so many points at most: to 8 where they are 12.
constexpr int kMostSmaller = 4;
/// How much a line of a cell counts that makes its row no higher.
constexpr double kInside = 0.02;

struct Measure {
  std::vector<std::vector<Line>> paragraphs;
  std::size_t rows = 1;
};

/// What stands in one column, row by row, and how many lines it takes at widths that were tried.
struct Filled {
  std::vector<Measure> cells;
  std::vector<std::vector<float>> lines = std::vector<std::vector<float>>(kUnits + 1);
  int least = 1;
  double text = 0;
};

class Fitter {
 public:
  Fitter(const Table& table, Orientation orientation, int less)
      : layout_(*find_layout("nha-nuoc", first_day())), less_(less), columns_(table.widths.size()) {
    unit_ = (page_width(orientation) - layout_.left - layout_.right) * kPointsInMillimetre / kUnits;
    const Grid grid = lay_out(table);
    const std::size_t step = (table.rows.size() + kSeen - 1) / kSeen;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      if (row < table.header_rows || step < 2 || row % step == 0)
        add(grid.rows[row], row < table.header_rows
                                ? 1 + static_cast<double>(table.rows.size()) / kRowsOnPage
                                : 1.0);
    // What is empty is to be filled in by hand.
    for (Filled& filled : columns_)
      if (filled.text == 0)
        filled.least = std::max(1, kUnits / 2 / static_cast<int>(columns_.size()));
  }

  /// Whether no word need be broken.
  bool has_room() const {
    int least = 0;
    for (const Filled& filled : columns_) least += filled.least;
    return least <= kUnits;
  }

  std::vector<int> run() {
    begin();
    for (int step = kLongestStep; step > 0; --step)
      while (improve(step)) {
      }
    give_rest();
    std::vector<int> thousandths;
    for (const int width : widths_) thousandths.push_back(1000 * width / kUnits);
    return thousandths;
  }

 private:
  static Date first_day() { return std::chrono::year(1) / 1 / 1; }

  /// Cells over several columns are left out: they have room.
  void add(const std::vector<Slot>& slots, double weight) {
    weights_.push_back(weight);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      Filled& filled = columns_[column];
      Measure& made = filled.cells.emplace_back();
      const Slot& slot = slots[column];
      if (!slot.is_origin() || slot.cell->columns > 1) continue;
      made.rows = slot.cell->rows;
      for (const Paragraph& paragraph : slot.cell->paragraphs) {
        made.paragraphs.push_back(measured(paragraph, smaller(layout_[paragraph.style], less_)));
        const double word = std::min(kOtherFont * longest_piece(made.paragraphs.back()), kLongWord);
        filled.least =
            std::max(filled.least, static_cast<int>(std::ceil((word + 2 * kCellEdge) / unit_)));
        for (const Line& line : made.paragraphs.back())
          filled.text += std::accumulate(line.pieces.begin(), line.pieces.end(), 0.0);
      }
    }
  }

  /// The least widths, and what is left in the middle between equal shares and those by content.
  void begin() {
    int least = 0;
    double wanted = 0;
    for (const Filled& filled : columns_) least += filled.least, wanted += std::sqrt(filled.text);
    for (const Filled& filled : columns_) {
      const double share = wanted > 0 ? std::sqrt(filled.text) / wanted : 0;
      widths_.push_back(least >= kUnits
                            ? std::max(1, filled.least * kUnits / least)
                            : filled.least + static_cast<int>((kUnits - least) * share));
    }
    const int sum = std::accumulate(widths_.begin(), widths_.end(), 0);
    *std::ranges::max_element(widths_) += kUnits - sum;
    cost_ = cost();
  }

  /// Lines of each row of a column at a width.
  const std::vector<float>& lines(std::size_t column, int width) {
    Filled& filled = columns_[column];
    std::vector<float>& known = filled.lines[static_cast<std::size_t>(width)];
    if (!known.empty()) return known;
    const double room = std::max(width * unit_ - 2 * kCellEdge, 1.0);
    for (const Measure& cell : filled.cells) {
      std::size_t count = 0;
      for (const std::vector<Line>& paragraph : cell.paragraphs)
        count += count_lines(paragraph, room);
      // What is said of several rows stands beside them, but is to be read at a glance.
      known.push_back(static_cast<float>(count) / std::sqrt(static_cast<float>(cell.rows)));
    }
    return known;
  }

  double cost() {
    std::vector<const std::vector<float>*> tried;
    for (std::size_t column = 0; column < columns_.size(); ++column)
      tried.push_back(&lines(column, widths_[column]));
    double all = 0;
    for (std::size_t row = 0; row < weights_.size(); ++row) {
      float most = 1, sum = 0;
      for (const std::vector<float>* known : tried)
        most = std::max(most, (*known)[row]), sum += (*known)[row];
      all += weights_[row] * (most + kInside * sum);
    }
    return all;
  }

  /// Moves so much from one column to another where that makes the table no higher than `most`.
  bool move(std::size_t from, std::size_t to, int step, double most) {
    if (from == to || widths_[from] - step < columns_[from].least) return false;
    widths_[from] -= step;
    widths_[to] += step;
    const double now = cost();
    if (now <= most) {
      cost_ = now;
      return true;
    }
    widths_[from] += step;
    widths_[to] -= step;
    return false;
  }

  bool improve(int step) {
    constexpr double kGain = 1e-3;
    bool any = false;
    for (std::size_t from = 0; from < columns_.size(); ++from)
      for (std::size_t to = 0; to < columns_.size(); ++to)
        any = move(from, to, step, cost_ - kGain) || any;
    return any;
  }

  /// What a column gains nothing by goes to the one that holds most.
  void give_rest() {
    const auto fullest = std::ranges::max_element(columns_, {}, &Filled::text) - columns_.begin();
    for (std::size_t from = 0; from < columns_.size(); ++from)
      while (move(from, static_cast<std::size_t>(fullest), 1, cost_)) {
      }
  }

  const Layout& layout_;
  int less_;
  std::vector<Filled> columns_;
  double unit_ = 0;
  std::vector<double> weights_;
  std::vector<int> widths_;
  double cost_ = 0;
};

}  // namespace

void fit_columns(Table& table, Orientation orientation) {
  if (table.widths.empty()) return;
  for (table.smaller = 0;; ++table.smaller) {
    Fitter fitter(table, orientation, table.smaller);
    if (table.smaller < kMostSmaller && !fitter.has_room()) continue;
    table.widths = fitter.run();
    return;
  }
}

}  // namespace wardplan::document
