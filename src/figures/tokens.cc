#include "figures/figure.h"

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

struct Sign {
  std::string_view written;
  std::string_view plain;
};

/// Longer ones before those that begin them.
constexpr Sign kSigns[] = {
    {">=", ">="}, {"<=", "<="}, {"≥", ">="}, {"≤", "<="}, {"⩾", ">="}, {"⩽", "<="},
    {"%", "%"},   {"/", "/"},   {"(", "("},  {")", ")"},  {",", ","},  {";", ";"},
    {"=", "="},   {"<", "<"},   {">", ">"},  {"~", "~"},  {"≈", "~"},
};

constexpr std::string_view kBlankSigns[] = {" ", "\t", "\n", "\r", "\u00A0"};

const Sign* sign_at(std::string_view rest) {
  for (const Sign& sign : kSigns)
    if (rest.starts_with(sign.written)) return &sign;
  return nullptr;
}

std::size_t blank_size(std::string_view rest) {
  for (const std::string_view blank : kBlankSigns)
    if (rest.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t word_size(std::string_view rest) {
  std::size_t size = decode(rest, 0).size;
  while (size < rest.size()) {
    const std::string_view after = rest.substr(size);
    if (blank_size(after) > 0 || sign_at(after) != nullptr) break;
    size += decode(rest, size).size;
  }
  return size;
}

Token token_at(std::string_view rest) {
  Token token;
  if (const Sign* sign = sign_at(rest)) {
    token.kind = TokenKind::sign;
    token.end = sign->written.size();
    token.key = sign->plain;
  } else if (const CodePoint first = decode(rest, 0); is_dash(first.value)) {
    token.kind = TokenKind::sign;
    token.end = first.size;
    token.key = "-";
  } else if (is_digit(rest.front())) {
    token.kind = TokenKind::number;
    token.number = scan_number(rest);
    token.end = token.number.size;
  } else {
    token.end = word_size(rest);
    token.key = fold(rest.substr(0, token.end));
  }
  return token;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t blank = blank_size(text.substr(at)); blank > 0) {
      spaced = true;
      at += blank;
      continue;
    }
    Token& token = tokens.emplace_back(token_at(text.substr(at)));
    token.begin = at;
    token.end += at;
    token.spaced = spaced;
    spaced = false;
    at = token.end;
  }
  return tokens;
}

}  // namespace wardplan
