#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wardplan::tables {

/// The part of a sheet without its rows and cells that hold nothing, of which programs write up to
/// a million: it is given piece by piece, as it is unpacked.
class SheetFilter {
 public:
  void take(std::string_view piece);
  /// What is kept of all pieces.
  std::string finish();

 private:
  std::size_t pass_tag(std::size_t at);
  void keep_tag(std::string_view tag);
  void leave_out(std::string_view tag, bool row);
  void place_behind(std::string& left_out);

  /// What isn't a whole tag yet.
  std::string rest_;
  std::string kept_;
  /// Where the row and the cell at hand begin in what is kept, and where their first tag ends.
  std::size_t row_ = 0, row_inside_ = 0;
  std::size_t cell_ = 0, cell_inside_ = 0;
  /// The tag of the last row or cell that was left out since one was kept: one behind it that
  /// doesn't say where it is stands next to it.
  std::string row_left_out_ = {}, cell_left_out_ = {};
};

}  // namespace wardplan::tables
