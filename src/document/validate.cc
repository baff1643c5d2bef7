#include "document/page.h"

#include <algorithm>
#include <map>

#include "document/layout.h"
#include "document/words.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

constexpr int kMaxDepth = 32;

Message offer(const std::vector<std::string>& known, std::string_view seen) {
  if (const auto near = nearest(seen, known)) return say("gõ `{}`", "type `{}`", *near);
  if (known.empty()) return {"xóa nó", "delete it"};
  return say("ở đây dùng được: {}", "here one can use: {}", quoted_list(known));
}

/// Why an attribute can't have a value, or nothing; `help` offers what it can have.
struct ValueFault {
  Message message;
  Message help;
};

Message one_of_known(std::string_view value, const std::vector<std::string>& known) {
  if (const auto near = nearest(value, known)) return say("gõ `{}`", "type `{}`", *near);
  return say("gõ một trong: {}", "type one of: {}", quoted_list(known));
}

ValueFault no_value(std::string_view attribute, std::string_view value, Message help) {
  return {say("`{}` không nhận giá trị `{}`", "`{}` has no value `{}`", attribute, value),
          std::move(help)};
}

ValueFault one_of(std::string_view attribute, std::string_view value,
                  const std::vector<std::string>& known) {
  if (std::ranges::find(known, value) != known.end()) return {};
  return no_value(attribute, value, one_of_known(value, known));
}

ValueFault count_fault(std::string_view attribute, std::string_view value, std::size_t most) {
  if (parse_count(value, most) > 0) return {};
  return no_value(attribute, value,
                  say("gõ một số từ 1 đến {}", "type a number from 1 to {}", most));
}

ValueFault width_fault(std::string_view value) {
  if (parse_width(value) > 0) return {};
  return {say("bề rộng `{}` không phải phần trăm", "the width `{}` is no percentage", value),
          {"gõ phần trăm của bảng, ví dụ `12%` hoặc `12.5%`",
           "type per cent of the table, such as `12%` or `12.5%`"}};
}

ValueFault language_fault(std::string_view attribute, std::string_view value) {
  const bool good = !value.empty() && std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (good) return {};
  return no_value(attribute, value, {"gõ `vi`", "type `vi`"});
}

ValueFault value_fault(std::string_view attribute, std::string_view value) {
  if (attribute == "colspan") return count_fault(attribute, value, kMostColumns);
  if (attribute == "rowspan") return count_fault(attribute, value, kMostRows);
  if (attribute == "width") return width_fault(value);
  if (attribute == "lang" || attribute == "xml:lang") return language_fault(attribute, value);
  if (attribute == "data-layout") return one_of(attribute, value, layout_names());
  if (attribute == "data-orientation") return one_of(attribute, value, {"portrait", "landscape"});
  if (attribute == "charset") return one_of(attribute, value, {"utf-8", "UTF-8"});
  if (attribute == "xmlns") return one_of(attribute, value, {"http://www.w3.org/1999/xhtml"});
  return {};
}

constexpr std::string_view kDrawing =
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan "
    "linearGradient stop clipPath pattern";

/// Whether a value takes something from outside the drawing, or runs.
bool reaches_out(std::string_view attribute, std::string_view value) {
  const std::string name = fold(attribute), said = fold(value);
  if (name.starts_with("on")) return true;
  if (name.ends_with("href")) return !said.starts_with('#');
  for (std::size_t at = said.find("url("); at != std::string::npos; at = said.find("url(", at + 1))
    if (!said.substr(at + 4).starts_with('#')) return true;
  // In CSS a backslash can spell any word; in drawings nobody needs one.
  return said.find('\\') != std::string::npos || said.find("@import") != std::string::npos ||
         said.find("image(") != std::string::npos || said.find("image-set(") != std::string::npos;
}

/// Judges a drawing: elements that draw, no scripts, nothing taken from elsewhere.
bool validate_svg(Page& page, const pugi::xml_node& svg) {
  bool good = true;
  if (!has_word(kDrawing, svg.name())) {
    const auto near = nearest(svg.name(), words_of(kDrawing));
    page.add(kBadDrawing, page.span(svg),
             say("hình không dùng được `<{}>`", "drawings don't use `<{}>`", svg.name()),
             near ? say("gõ `<{}>`", "type `<{}>`", *near) : Message("xóa nó", "delete it"));
    return false;
  }
  for (const pugi::xml_attribute attribute : svg.attributes()) {
    // An address of the XML kind, which nothing is fetched from.
    if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
    if (!reaches_out(attribute.name(), attribute.value())) continue;
    good = false;
    page.add(kBadDrawing, page.place_of(svg, attribute).name,
             say("`{}` lấy thứ gì từ nơi khác hoặc chạy kịch bản",
                 "`{}` takes something from elsewhere or runs a script", attribute.name()),
             {"xóa nó", "delete it"});
  }
  for (const pugi::xml_node child : svg.children())
    if (child.type() == pugi::node_element && !validate_svg(page, child)) good = false;
  return good;
}

class Validator {
 public:
  explicit Validator(Page& page) : page_(page) {}

  bool run() {
    children(page_.tree(), "html", {});
    need(page_.tree(), "html", page_.start());
    return good_;
  }

 private:
  void fault(const Code& code, Span span, Message message, Message help) {
    good_ = false;
    page_.add(code, span, std::move(message), std::move(help));
  }

  /// Exactly one child of this name.
  void need(const pugi::xml_node& parent, const char* name, Span place) {
    const pugi::xml_node first = parent.child(name);
    if (!first)
      fault(kMissingPart, place, say("thiếu `<{}>`", "there is no `<{}>`", name),
            say("thêm `<{0}>…</{0}>`", "add `<{0}>…</{0}>`", name));
    else if (const pugi::xml_node again = first.next_sibling(name))
      fault(kMisplaced, page_.span(again), say("`<{}>` thứ hai", "a second `<{}>`", name),
            {"chỉ giữ một", "keep one of them"});
  }

  void children(const pugi::xml_node& parent, std::string_view allowed,
                const ElementWord* element) {
    for (const pugi::xml_node child : parent.children()) {
      if (child.type() == pugi::node_element) {
        visit(child, allowed, parent.name());
      } else if ((element == nullptr || !element->text) && !is_blank(child.value())) {
        fault(
            kMisplaced, page_.span(child),
            element == nullptr
                ? Message("chữ đứng ngoài `<html>`", "text stands outside `<html>`")
                : say("chữ đứng thẳng trong `<{}>`", "text stands right in `<{}>`", parent.name()),
            element == nullptr ? Message("xóa nó", "delete it")
                               : offer(words_of(element->children), ""));
      }
    }
  }

  void visit(const pugi::xml_node& node, std::string_view allowed, std::string_view parent) {
    const std::string_view name = node.name();
    const ElementWord* element = find_element(name);
    if (++depth_ > kMaxDepth) {
      // Once is enough, and what stands inside isn't looked at.
      if (!too_deep_) too_deep(node);
      too_deep_ = true;
    } else if (element == nullptr) {
      fault(kUnknownElement, page_.span(node),
            say("không có thẻ `<{}>`", "no element `<{}>`", name),
            offer(near_elements(name, allowed), name));
    } else if (!has_word(allowed, name)) {
      fault(kMisplaced, page_.span(node),
            parent.empty() ? say("trang bắt đầu bằng `<{}>`", "the page begins with `<{}>`", name)
                           : say("`<{}>` không nằm trong `<{}>` được",
                                 "`<{}>` can't stand in `<{}>`", name, parent),
            say("ở đây dùng được: {}", "here one can use: {}", quoted_list(words_of(allowed))));
    } else if (name == "svg") {
      if (deep_enough(node) && !validate_svg(page_, node)) good_ = false;
    } else {
      attributes(node, *element);
      children(node, element->children, element);
      parts(node, name);
    }
    --depth_;
  }

  /// Words of the place first, since one of them is meant; all others when none of them is near.
  static std::vector<std::string> near_elements(std::string_view name, std::string_view allowed) {
    auto here = words_of(allowed);
    return nearest(name, here) || !nearest(name, element_names()) ? here : element_names();
  }

  bool deep_enough(const pugi::xml_node& svg) {
    struct Deepest : pugi::xml_tree_walker {
      int most = 0;
      bool for_each(pugi::xml_node&) override {
        most = std::max(most, depth());
        return true;
      }
    } deepest;
    pugi::xml_node node = svg;
    node.traverse(deepest);
    if (depth_ + deepest.most < kMaxDepth) return true;
    too_deep(svg);
    return false;
  }

  void too_deep(const pugi::xml_node& node) {
    fault(kTooDeep, page_.span(node),
          say("các thẻ lồng nhau quá {} lớp", "elements stand more than {} deep", kMaxDepth),
          {"kiểm tra xem có thẻ nào quên đóng", "look for a tag that was not closed"});
  }

  void parts(const pugi::xml_node& node, std::string_view name) {
    const Span place = page_.span(node);
    if (name == "html") {
      need(node, "head", place);
      need(node, "body", place);
    } else if (name == "head") {
      need(node, "title", place);
      if (node.child("title") && is_blank(node.child("title").child_value()))
        fault(kMissingPart, page_.span(node.child("title")),
              {"trang không có tên", "the page has no title"},
              {"gõ tên văn bản trong `<title>`", "type the document's title in `<title>`"});
    } else if (name == "figure") {
      need(node, "svg", place);
      need(node, "figcaption", place);
    }
  }

  void attributes(const pugi::xml_node& node, const ElementWord& element) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (!has_word(element.attributes, name)) {
        fault(kUnknownAttribute, page_.place_of(node, attribute).name,
              say("`<{}>` không có thuộc tính `{}`", "`<{}>` has no attribute `{}`", node.name(),
                  name),
              offer(words_of(element.attributes), name));
      } else if (node.attribute(attribute.name()) != attribute) {
        fault(kUnknownAttribute, page_.place_of(node, attribute).name,
              say("thuộc tính `{}` thứ hai", "a second attribute `{}`", name),
              {"chỉ giữ một", "keep one of them"});
      } else if (name == "class") {
        classes(node, attribute);
      } else if (auto wrong = value_fault(name, attribute.value()); !wrong.message.empty()) {
        fault(kBadValue, page_.place_of(node, attribute).value, std::move(wrong.message),
              std::move(wrong.help));
      }
    }
  }

  void classes(const pugi::xml_node& node, const pugi::xml_attribute& attribute) {
    std::map<ClassKind, std::string> said;
    for (const std::string& word : words_of(attribute.value())) {
      const ClassWord* known = find_class(word);
      const Span place = page_.word_span(node, attribute, word);
      if (known == nullptr || !has_word(known->elements, node.name())) {
        fault(kUnknownClass, place,
              known == nullptr ? say("không có lớp `{}`", "no class `{}`", word)
                               : say("lớp `{}` không dùng cho `<{}>`",
                                     "the class `{}` is not for `<{}>`", word, node.name()),
              offer(class_names(node.name()), word));
      } else if (const auto [first, fresh] = said.emplace(known->kind, word); !fresh) {
        fault(kUnknownClass, place,
              say("lớp `{}` mâu thuẫn với `{}`", "the class `{}` contradicts `{}`", word,
                  first->second),
              {"chỉ giữ một", "keep one of them"});
      }
    }
  }

  Page& page_;
  int depth_ = 0;
  bool too_deep_ = false;
  bool good_ = true;
};

}  // namespace

bool validate(Page& page) { return Validator(page).run(); }

}  // namespace wardplan::document
