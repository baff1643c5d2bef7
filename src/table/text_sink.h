#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/read_table.h"
#include "table/refused.h"
#include "text/source.h"

namespace wardplan::tables {

/// Takes the tables of a text row by row, and what stands between them.
class TextSink {
 public:
  explicit TextSink(ReadFile& file) : file_(file) {}

  void outside(std::string_view text, std::uint32_t line);

  /// The next row begins another table.
  void end_table() { open_ = false; }

  /// Adds a row, but none in which nothing stands.
  void row(ReadRow row);

  /// The table at hand; null before its first row.
  const ReadTable* table() const { return open_ ? &file_.tables.back() : nullptr; }

  ReadFile& file() { return file_; }

 private:
  ReadFile& file_;
  Allowance allowance_;
  std::string last_words_;
  bool open_ = false;
  bool gap_ = false;
};

/// A cell of a text, without blanks around it.
ReadCell text_cell(std::string_view text, std::uint32_t line, std::uint32_t column);

/// The layouts of `TextLayout`; each takes all of the text.
void read_csv_text(const Source& source, const ReadOptions& options, TextSink& sink);
void read_tabs(const Source& source, TextSink& sink);
void read_pipes(const Source& source, TextSink& sink);
void read_lines(const Source& source, TextSink& sink);

/// Whether each line is a cell of its own, begun by a tab as converters leave them.
bool has_tabbed_cells(const Source& source);

/// Whether a line of signs such as `|---|:--:|` stands under the titles of a table.
bool is_pipe_rule(std::string_view line);

}  // namespace wardplan::tables
