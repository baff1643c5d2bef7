#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text and what it is in a document.

namespace wardplan::document {

/// What a paragraph is; how that looks is for the layout to say (`layout.h`).
enum class Style {
  body,
  title,
  subtitle,
  heading1,
  heading2,
  heading3,
  note,
  item,
  /// A paragraph of a plain table, a heading cell and a cell of a grid.
  line,
  head,
  cell,
  /// The parts around an official form: the body above the issuer, the issuer, the name of the
  /// state or the Party, the motto, the document's number, place and date, the label
  /// `Nơi nhận` and its lines, the office that signs, a remark under it, who signs; the sentence
  /// that ends the text; a document that it rests on.
  parent,
  issuer,
  nation,
  motto,
  number,
  date,
  recipients,
  recipient,
  office,
  remark,
  signer,
  closing,
  basis,
};
inline constexpr std::size_t kStyleCount = 24;

/// The level of a heading: 1 for the title, 2 for `heading1`; 0: it is none.
int heading_level(Style style);

/// `automatic`: as the layout has it for the style.
enum class Align { automatic, left, center, right, justify };

/// Text in one look, over that of its style; a `\n` in it breaks the line.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool underline = false;

  friend bool operator==(const Run&, const Run&) = default;
};

struct Paragraph {
  Style style = Style::body;
  Align align = Align::automatic;
  std::vector<Run> runs;
  /// `-` or `1.` in front of the first paragraph of an item; how many lists it stands in.
  std::string mark = {};
  int depth = 0;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// The text of runs, or of a paragraph behind its mark, without any look.
std::string text_of(const std::vector<Run>& runs);
std::string text_of(const Paragraph& paragraph);

/// Breaks the line where it stands in a page's text: of values that templates are filled with,
/// whose own line breaks would be blanks. U+FDD0, which Unicode leaves to programs.
inline constexpr std::string_view kLineBreak = "\xEF\xB7\x90";

}  // namespace wardplan::document
