#include "document/docx_parts.h"

namespace wardplan::document {
namespace {

/// Styles that Word knows under names of its own, for its outline and its menus.
struct Known {
  Style style;
  const char* id;
  const char* name;
  /// Its level in the outline, or -1.
  int level;
};
constexpr Known kKnown[] = {
    {Style::body, "BodyText", "Body Text", -1},    {Style::title, "Title", "Title", -1},
    {Style::subtitle, "Subtitle", "Subtitle", -1}, {Style::heading1, "Heading1", "heading 1", 0},
    {Style::heading2, "Heading2", "heading 2", 1}, {Style::heading3, "Heading3", "heading 3", 2}};

const Known* known(Style style) {
  for (const Known& each : kKnown)
    if (each.style == style) return &each;
  return nullptr;
}

/// Points as Word counts them: heights in twentieths, letters in halves.
int twentieths(int points) { return 20 * points; }

void add_sizes(pugi::xml_node look, int points) {
  append(look, "w:sz", {{"w:val", 2 * points}});
  append(look, "w:szCs", {{"w:val", 2 * points}});
}

void add_defaults(pugi::xml_node styles, const std::string& language) {
  const pugi::xml_node defaults = append(styles, "w:docDefaults");
  const pugi::xml_node look = append(append(defaults, "w:rPrDefault"), "w:rPr");
  const std::string font(kFont);
  append(look, "w:rFonts",
         {{"w:ascii", font}, {"w:hAnsi", font}, {"w:eastAsia", font}, {"w:cs", font}});
  add_sizes(look, 14);
  append(look, "w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", "ar-SA"}});
  const pugi::xml_node paragraph = append(append(defaults, "w:pPrDefault"), "w:pPr");
  append(paragraph, "w:spacing",
         {{"w:before", 0}, {"w:after", 0}, {"w:line", 240}, {"w:lineRule", "auto"}});
}

pugi::xml_node add_style(pugi::xml_node styles, const std::string& id, const std::string& name,
                         bool custom) {
  pugi::xml_node style = append(styles, "w:style", {{"w:type", "paragraph"}});
  if (custom) style.append_attribute("w:customStyle").set_value("1");
  style.append_attribute("w:styleId").set_value(id.c_str());
  append(style, "w:name", {{"w:val", name}});
  append(style, "w:basedOn", {{"w:val", "Normal"}});
  return style;
}

void add_paragraph_look(pugi::xml_node style, const Layout& layout, const StyleFormat& format,
                        int level) {
  const pugi::xml_node look = append(style, "w:pPr");
  if (level >= 0) append(look, "w:keepNext");
  pugi::xml_node room =
      append(look, "w:spacing",
             {{"w:before", twentieths(format.before)}, {"w:after", twentieths(format.after)}});
  if (format.style == Style::body && layout.line > 0) {
    room.append_attribute("w:line").set_value(twentieths(layout.line));
    room.append_attribute("w:lineRule").set_value("exact");
  }
  if (format.indent > 0) append(look, "w:ind", {{"w:firstLine", twips(format.indent)}});
  append(look, "w:jc", {{"w:val", docx_align(format.align)}});
  if (level >= 0) append(look, "w:outlineLvl", {{"w:val", level}});
}

void add_letter_look(pugi::xml_node style, const StyleFormat& format) {
  const pugi::xml_node look = append(style, "w:rPr");
  if (format.bold) append(look, "w:b"), append(look, "w:bCs");
  if (format.italic) append(look, "w:i"), append(look, "w:iCs");
  add_sizes(look, format.size);
  if (format.underline) append(look, "w:u", {{"w:val", "single"}});
}

}  // namespace

std::string docx_style_id(Style style) {
  const Known* found = known(style);
  return found != nullptr ? found->id : std::string(style_name(style));
}

std::string docx_styles(const Layout& layout, const std::string& language) {
  pugi::xml_document tree;
  const pugi::xml_node styles = append(tree, "w:styles", {{"xmlns:w", kWordNames}});
  add_defaults(styles, language);
  const pugi::xml_node normal = append(
      styles, "w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
  append(normal, "w:name", {{"w:val", "Normal"}});
  append(normal, "w:qFormat");
  const pugi::xml_node header = add_style(styles, "Header", "header", false);
  append(append(header, "w:pPr"), "w:jc", {{"w:val", "center"}});
  add_sizes(append(header, "w:rPr"), layout.page_number);
  for (const StyleFormat& format : layout.styles) {
    const Known* found = known(format.style);
    const std::string name = found != nullptr ? found->name : std::string(format.title);
    const pugi::xml_node style =
        add_style(styles, docx_style_id(format.style), name, found == nullptr);
    append(style, "w:qFormat");
    add_paragraph_look(style, layout, format, found != nullptr ? found->level : -1);
    add_letter_look(style, format);
  }
  return part_text(tree);
}

}  // namespace wardplan::document
