// What stands beside the cells of a sheet: notes on them, pictures, words in shapes.
#include "table/excel_book.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

struct Shapes {
  std::string words = {};
  std::size_t pictures = 0;
};

/// The words of shapes, a line for each paragraph.
void add_shapes(const pugi::xml_node& node, Shapes& shapes) {
  for (const pugi::xml_node each : node.children()) {
    const std::string_view name = local_name(each);
    if (name == "t") shapes.words += each.child_value();
    if (name == "blip" || name == "chart") ++shapes.pictures;
    add_shapes(each, shapes);
    if (name == "p") shapes.words += '\n';
  }
}

void read_drawing(const pugi::xml_node& root, const std::string& sheet, Allowance& allowance,
                  ReadFile& file) {
  Shapes shapes;
  add_shapes(root, shapes);
  if (shapes.pictures > 0)
    tell(file, say("trang `{}` có {} ảnh hay biểu đồ; chữ trong đó không đọc được",
                   "the sheet `{}` has pictures or charts ({}), in which no words are read", sheet,
                   shapes.pictures));
  const std::string words = xml_safe(trimmed(shapes.words));
  if (words.empty()) return;
  allowance.take(1, words.size());
  file.outside.push_back({OutsideKind::paragraph, words, file.tables.size(), {}, 0});
}

void read_comments(const pugi::xml_node& root, const PlaceCell& cell_at, Allowance& allowance,
                   ReadFile& file) {
  for (const pugi::xml_node each : child(root, "commentList").children()) {
    const std::string words = xml_safe(trimmed(rich_text(child(each, "text"))));
    if (words.empty()) continue;
    allowance.take(1, words.size());
    file.outside.push_back({OutsideKind::comment, words, file.tables.size(),
                            cell_at(sheet_place(attribute(each, "ref"))), 0});
  }
}

}  // namespace

void read_beside(Package& package, const Relation& relation, const std::string& sheet,
                 const PlaceCell& cell_at, Allowance& allowance, ReadFile& file) {
  const bool comments = relation.type == "comments", drawing = relation.type == "drawing";
  if (!comments && !drawing) return;
  const auto part = package.load(relation.target);
  if (comments)
    read_comments(part->root(), cell_at, allowance, file);
  else
    read_drawing(part->root(), sheet, allowance, file);
}

}  // namespace wardplan::tables
