#include <fmt/format.h>

#include "document/words.h"
#include "document/write.h"

namespace wardplan::document {
namespace {

/// The paper, the ink, the tables; what depends on the layout stands before it.
constexpr std::string_view kFixed =
    R"(:root { --ink: #111; --paper: #fff; --around: #e9e9ec; --line: #111; color-scheme: light dark }
* { box-sizing: border-box }
body { margin: 0; background: var(--around); color: var(--ink); line-height: 1.2 }
main { margin: 1.5em auto; background: var(--paper); box-shadow: 0 1px 6px #0003; overflow-x: auto }
h1, h2, h3, h4, p, figure { margin: 0; font-weight: normal; overflow-wrap: break-word }
p:empty { min-height: 1.2em }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { vertical-align: top; text-align: left; font-weight: normal; padding: 0 1.2mm }
.grid { margin: 2mm 0 }
.grid td, .grid th { border: .75pt solid var(--line) }
.grid th { vertical-align: middle }
thead { display: table-header-group }
tr { break-inside: avoid }
figure { margin: 3mm 0; text-align: center; break-inside: avoid }
svg { max-width: 100%; height: auto; fill: currentColor }
.list { text-indent: -1.1em }
h1, h2, h3, h4 { break-after: avoid }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #1d1e20; --around: #121314; --line: #8a8a8a }
}
@media screen and (max-width: 60em) {
  main { width: auto; margin: 0; padding: 1em }
}
@media print {
  :root { --ink: #000; --paper: #fff; --line: #000; color-scheme: light }
  body { background: none }
  main { width: auto; margin: 0; padding: 0; box-shadow: none; overflow: visible }
  .page-break { break-after: page }
}
@media screen { .page-break { border-top: 1px dashed var(--line); margin: 2em 0 } }
)";

std::string rule_of(const Layout& layout, const StyleFormat& format) {
  std::string css = fmt::format(".{} {{ font-size: {}pt; text-align: {}", format.name, format.size,
                                align_word(format.align));
  if (format.bold) css += "; font-weight: bold";
  if (format.italic) css += "; font-style: italic";
  // Below the marks under letters, and through none of them.
  if (format.underline)
    css +=
        "; text-decoration: underline .75pt; text-underline-offset: 3.5pt; "
        "text-decoration-skip-ink: none; padding-bottom: 3pt";
  if (format.before > 0) css += fmt::format("; margin-top: {}pt", format.before);
  if (format.after > 0) css += fmt::format("; margin-bottom: {}pt", format.after);
  if (format.indent > 0) css += fmt::format("; text-indent: {}mm", format.indent);
  if (format.style == Style::body && layout.line > 0)
    css += fmt::format("; line-height: {}pt", layout.line);
  css += " }\n";
  if (format.rule > 0)
    css += fmt::format(
        ".{}::after {{ content: \"\"; display: block; width: {}%; margin: 2pt auto 0; "
        "border-top: .75pt solid }}\n",
        format.name, format.rule);
  return css;
}

}  // namespace

std::string style_sheet(const Layout& layout, Orientation orientation) {
  const bool upright = orientation == Orientation::portrait;
  std::string css = fmt::format(
      "@page {{ size: A4 {}; margin: {}mm {}mm {}mm {}mm; "
      "@top-center {{ content: counter(page); font: {}pt \"{}\", serif }} }}\n"
      "@page :first {{ @top-center {{ content: none }} }}\n",
      upright ? "portrait" : "landscape", layout.top, layout.right, layout.bottom, layout.left,
      layout.page_number, kFont);
  css += fmt::format("body {{ font-family: \"{}\", \"Liberation Serif\", Tinos, serif }}\n", kFont);
  css += fmt::format("main {{ width: {}mm; padding: {}mm {}mm {}mm {}mm }}\n",
                     page_width(orientation), layout.top, layout.right, layout.bottom, layout.left);
  css += kFixed;
  // On a narrow screen a table is scrolled rather than its words broken.
  css += fmt::format("@media screen and (max-width: 60em) {{ .grid {{ min-width: {}em }} }}\n",
                     upright ? 44 : 60);
  for (const StyleFormat& format : layout.styles) css += rule_of(layout, format);
  // Behind the styles, which they overrule.
  for (const Align align : {Align::left, Align::center, Align::right, Align::justify})
    css += fmt::format(".{0} {{ text-align: {0} }}\n", align_word(align));
  return css;
}

}  // namespace wardplan::document
