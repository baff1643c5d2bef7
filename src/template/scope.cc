#include "template/scope.h"

#include <algorithm>

#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

Phrase phrase(Kind kind) {
  static constexpr Phrase kPhrases[] = {
      {"chữ", "a text"}, {"danh sách", "a list"}, {"nhóm", "a group"}};
  return kPhrases[static_cast<std::size_t>(kind)];
}

std::vector<Label> labels(const Path& path) {
  if (path.empty()) return {};
  return {{path.back()->span, {"được chèn ở đây", "it is put in here"}}};
}

Message names_here(const std::vector<std::string>& names) {
  if (names.empty()) return {"ở đây không có trường nào", "there are no fields here"};
  return say("ở đây có: {}", "here are: {}", quoted_list(names));
}

Message fields_of_group(const std::vector<std::string>& names) {
  if (names.empty()) return {"nhóm này không có trường nào", "the group has no fields"};
  return say("ghi tên một trường trong nhóm: {}", "name a field in the group: {}",
             quoted_list(names));
}

Message section_help(const std::string& name, const std::string& inside) {
  return say("viết `{{{{#{0}}}}}{1}{{{{/{0}}}}}`", "write `{{{{#{0}}}}}{1}{{{{/{0}}}}}`", name,
             inside);
}

void add_name(const std::string& name, std::vector<std::string>& names) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

Value Value::list(std::vector<Value> items) {
  Value value;
  value.data = std::move(items);
  return value;
}

Value Value::object(std::vector<Member> members) {
  for (Member& member : members) member.name = nfc(member.name);
  Value value;
  value.data = std::move(members);
  return value;
}

Kind kind_of(ShapeNode node) { return node.kind; }

Kind kind_of(ValueNode node) { return node.value->kind(); }

std::optional<ShapeNode> member(ShapeNode node, std::string_view name) {
  if (node.kind != Kind::object) return std::nullopt;
  for (const Shape& field : *node.fields)
    if (nfc(field.name) == name) return ShapeNode{field.kind, &field.children};
  return std::nullopt;
}

std::optional<ValueNode> member(ValueNode node, std::string_view name) {
  const auto* members = std::get_if<std::vector<Member>>(&node.value->data);
  if (members == nullptr) return std::nullopt;
  const auto found = std::ranges::find(*members, name, &Member::name);
  if (found == members->end()) return std::nullopt;
  return ValueNode{&found->value};
}

void add_names(ShapeNode node, std::vector<std::string>& names) {
  if (node.kind != Kind::object) return;
  for (const Shape& field : *node.fields) add_name(nfc(field.name), names);
}

void add_names(ValueNode node, std::vector<std::string>& names) {
  if (const auto* members = std::get_if<std::vector<Member>>(&node.value->data))
    for (const Member& member : *members) add_name(member.name, names);
}

std::string written(const Name& name) {
  return name.words.empty() ? "." : joined(texts(name.words, &Word::text), ".");
}

void tell(const Code& code, Span place, Message message, Message help, const Path& path,
          Report& report) {
  if (!report.has_error_at(place))
    report.tell(code, {place}, std::move(message), std::move(help), labels(path));
}

void unknown_field(const Word& word, const std::vector<std::string>& names, const Path& path,
                   Report& report) {
  Message help = did_you_mean(nearest(word.text, names));
  if (!help.empty()) help += Phrase{" ", " "};
  help += names_here(names);
  tell(kUnknownField, word.span, say("không có trường `{}`", "there is no field `{}`", word.text),
       help, path, report);
}

void printed_wrong(const Name& name, Kind kind, const std::vector<std::string>& names,
                   const Path& path, Report& report) {
  const std::string text = written(name);
  tell(kWrongUse, name.span,
       say("`{}` là {}, không in ra như chữ được", "`{}` is {} and can't be printed as text", text,
           phrase(kind)),
       kind == Kind::object ? fields_of_group(names) : section_help(text, "…"), path, report);
}

void no_object(const Word& outer, Kind kind, const Word& inner, const Path& path, Report& report) {
  tell(kWrongUse, outer.span,
       say("`{}` là {}, không phải nhóm có trường `{}`",
           "`{}` is {} and no group with a field `{}`", outer.text, phrase(kind), inner.text),
       kind == Kind::list ? section_help(outer.text, "{{" + inner.text + "}}")
                          : say("bỏ `.{}`", "leave out `.{}`", inner.text),
       path, report);
}

}  // namespace wardplan::mustache
