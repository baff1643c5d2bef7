#include "document/write.h"

#include <fmt/format.h>

#include <array>
#include <sstream>

#include "document/docx_parts.h"
#include "document/words.h"
#include "document/zip.h"
#include "text/escape.h"

namespace wardplan::document {
namespace {

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

/// No day of making or changing: it would differ each time.
std::string core(const Document& document) {
  return fmt::format(
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>)"
      R"(<dc:language>{}</dc:language></cp:coreProperties>)",
      xml_text(document.title), xml_text(word_language(document.language)));
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

std::string part(std::string_view xml) { return std::string(kXmlHead) + std::string(xml); }

}  // namespace

std::string word_language(const std::string& language) {
  if (language == "vi") return "vi-VN";
  return language == "en" ? "en-US" : language;
}

std::string docx_align(Align align) {
  return align == Align::justify ? "both" : std::string(align_word(align));
}

pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, XmlValue>> attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [attribute, value] : attributes)
    node.append_attribute(attribute).set_value(value.text());
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
      ZipEntry{"word/styles.xml", docx_styles(layout, word_language(document.language))},
      ZipEntry{"word/settings.xml", part(settings(document))},
      ZipEntry{"word/header1.xml", part(header())},
      ZipEntry{"docProps/core.xml", part(core(document))},
      ZipEntry{"docProps/app.xml", part(kApplication)}};
  return zip(entries);
}

}  // namespace wardplan::document
