#include "figures/figure_text.h"

#include <algorithm>

#include "text/trim.h"

namespace wardplan {

const Token* peek(const FigureText& in, std::size_t ahead) {
  return in.at + ahead < in.tokens.size() ? &in.tokens[in.at + ahead] : nullptr;
}

bool is_sign(const FigureText& in, std::string_view key, std::size_t ahead) {
  const Token* token = peek(in, ahead);
  return token != nullptr && token->kind == TokenKind::sign && token->key == key;
}

bool is_number(const FigureText& in, std::size_t ahead) {
  const Token* token = peek(in, ahead);
  return token != nullptr && token->kind == TokenKind::number;
}

bool take(FigureText& in, std::string_view words) {
  std::size_t count = 0;
  for (const std::string_view word : split(words, " ")) {
    const Token* token = peek(in, count++);
    if (token == nullptr || token->kind == TokenKind::number || token->key != word) return false;
  }
  in.at += count;
  return true;
}

bool take_any(FigureText& in, std::string_view phrases) {
  return std::ranges::any_of(split(phrases, "|"),
                             [&](std::string_view phrase) { return take(in, phrase); });
}

std::size_t end_of_read(const FigureText& in) { return in.at == 0 ? 0 : in.tokens[in.at - 1].end; }

std::string_view slice(const FigureText& in, std::size_t begin, std::size_t end) {
  return in.text.substr(begin, end - begin);
}

bool fail(FigureText& in, std::size_t begin, std::size_t end, Message reason, Message help) {
  in.problem = {.begin = begin, .end = end, .reason = std::move(reason), .help = std::move(help)};
  return false;
}

bool fail_as_name(FigureText& in, std::size_t first) {
  std::size_t last = std::min(std::max(first, in.at), in.tokens.size() - 1);
  for (; last + 1 < in.tokens.size(); ++last)
    if (in.tokens[last + 1].spaced && in.tokens[last].kind != TokenKind::sign) break;
  const std::size_t begin = in.tokens[first].begin, end = in.tokens[last].end;
  return fail(
      in, begin, end,
      say("`{}` trông như ngày tháng, địa chỉ hay số văn bản",
          "`{}` looks like a date, an address or a document's number", slice(in, begin, end)),
      Phrase{"nếu là con số, viết đơn vị ngay sau nó: `5 lần/tháng`",
             "if it is a figure, put its unit right behind it: `5 lần/tháng`"});
}

}  // namespace wardplan
