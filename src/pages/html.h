#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "standing/counts.h"
#include "text/phrase.h"

// The frame of pages and the parts that they are made of.

namespace wardplan {

/// A page with its title as first heading. `body` is HTML; `search` names what the box over the
/// rows looks in, empty: none.
std::string page_html(std::string_view title, std::string_view body, Lang lang);

/// A cell of a table: HTML, and whether it is a number.
struct PageCell {
  std::string html;
  bool number = false;
};

PageCell text_cell(std::string_view text);
/// Nought is left out.
PageCell count_cell(int count);

PageCell head_cell(Phrase words, Lang lang, bool number = false);

/// The columns of counts of a table, and their cells.
void add_count_heads(Lang lang, std::vector<PageCell>& heads);
void add_counts(const BucketCounts& counts, std::vector<PageCell>& cells);

/// `76 việc · hoàn thành 9, trong đó 1 quá hạn · chưa xong, chưa quá hạn 49 · quá hạn 18`.
Message items_in_words(const BucketCounts& counts);

/// A table in a box of its own that can be scrolled by keyboard; its rows are found by the search.
struct PageTable {
  std::string caption;
  /// Those of numbers stand to the right.
  std::vector<PageCell> heads;
  std::string rows = {};

  /// `late` marks a row for eyes; the same stands in its words.
  void row(std::span<const PageCell> cells, bool late = false);
  bool empty() const { return rows.empty(); }
  std::string html() const;
};

/// `<a href="…">…</a>` to a file below the page's folder.
std::string link_html(std::string_view path, std::string_view text);

/// `2023-chu-de-report-2023.docx` by what it is: `Báo cáo 2023 (Word)`.
std::string paper_link(const std::string& path, const std::string& name, Lang lang);

/// What a page can't tell of, before everything else; nothing where that is none.
std::string left_out_list(std::span<const std::string> left_out, Lang lang);

}  // namespace wardplan
