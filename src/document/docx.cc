#include "document/write.h"

#include <fmt/format.h>

#include <array>
#include <sstream>

#include "document/docx_parts.h"
#include "document/words.h"
#include "text/escape.h"

namespace wardplan::document {
namespace {

constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>)"
    R"(</Types>)";

constexpr std::string_view kPackage =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view kDocumentParts =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view kApplication =
    R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)"
    R"(<Application>wardplan</Application></Properties>)";

/// `vi-VN` for `vi`.
std::string word_language(const std::string& language) {
  if (language == "vi") return "vi-VN";
  return language == "en" ? "en-US" : language;
}

/// The day of making and changing is that of what the document says: any other would differ each
/// time.
std::string core(const Document& document) {
  const Origin& origin = document.origin;
  std::string from;
  if (!origin.creator.empty())
    from += fmt::format("<dc:creator>{}</dc:creator>", xml_text(origin.creator));
  if (origin.day)
    for (const char* what : {"created", "modified"})
      from += fmt::format(R"(<dcterms:{0} xsi:type="dcterms:W3CDTF">{1}T00:00:00Z</dcterms:{0}>)",
                          what, iso(*origin.day));
  return fmt::format(
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
      R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>)"
      R"(<dc:language>{}</dc:language>{}</cp:coreProperties>)",
      xml_text(document.title), xml_text(word_language(document.language)), from);
}

/// Word lays out as in its versions from 2013 on.
std::string settings(const Document& document) {
  return fmt::format(
      R"(<w:settings xmlns:w="{}"><w:defaultTabStop w:val="567"/><w:compat>)"
      R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>)"
      R"(</w:compat><w:themeFontLang w:val="{}"/></w:settings>)",
      kWordNames, xml_text(word_language(document.language)));
}

/// The page number, in the middle.
std::string header() {
  return fmt::format(R"(<w:hdr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>)"
                     R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
                     R"(<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
                     R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>)"
                     R"(<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>)",
                     kWordNames);
}

// The styles.

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
  if (is_body_text(format.style) && layout.line > 0) {
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

std::string styles(const Layout& layout, const std::string& language) {
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

std::string part(std::string_view xml) { return std::string(kXmlHead) + std::string(xml); }

}  // namespace

std::string docx_style_id(Style style) {
  const Known* found = known(style);
  return found != nullptr ? found->id : std::string(style_name(style));
}

std::string docx_align(Align align) {
  return align == Align::justify ? "both" : std::string(align_word(align));
}

pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, XmlValue>> attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [attribute, value] : attributes)
    node.append_attribute(attribute).set_value(value.text.c_str());
  return node;
}

std::string part_text(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::string(kXmlHead) + out.str();
}

int twips(int millimetres) { return (millimetres * 14400 + 127) / 254; }

std::string write_docx(const Document& document, const Layout& layout) {
  // Readers look for the types first.
  const std::array entries = {
      ZipEntry{"[Content_Types].xml", part(kTypes)},
      ZipEntry{"_rels/.rels", part(kPackage)},
      ZipEntry{"word/document.xml", docx_body(without_figures(document), layout)},
      ZipEntry{"word/_rels/document.xml.rels", part(kDocumentParts)},
      ZipEntry{"word/styles.xml", styles(layout, word_language(document.language))},
      ZipEntry{"word/settings.xml", part(settings(document))},
      ZipEntry{"word/header1.xml", part(header())},
      ZipEntry{"docProps/core.xml", part(core(document))},
      ZipEntry{"docProps/app.xml", part(kApplication)}};
  return zip(entries);
}

}  // namespace wardplan::document
