#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "diag/render.h"
#include "lists/cards.h"
#include "lists/item_list.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

std::string indented(std::string_view sample) {
  std::string out;
  if (sample.ends_with('\n')) sample.remove_suffix(1);
  for (const std::string_view line : split(sample, "\n")) out += "    " + printable(line) + "\n";
  return out;
}

std::string explanation(const Code& code, Lang lang) {
  const bool vi = lang == Lang::vi;
  std::string out = fmt::format("{} ({}): {}\n\n", code.id, severity_word(code.severity, lang),
                                code.title.in(lang));
  out += fmt::format("{}: {}\n", vi ? "Là gì" : "What", code.what.in(lang));
  out += fmt::format("{}: {}\n", vi ? "Vì sao" : "Why", code.why.in(lang));
  if (!code.wrong.empty())
    out += fmt::format("\n{}:\n{}", vi ? "Sai" : "Wrong", indented(sample_text(code, code.wrong)));
  return out +
         fmt::format("\n{}:\n{}", vi ? "Đúng" : "Right", indented(sample_text(code, code.right)));
}

Cell severity_cell(const Code& code, Lang lang) {
  return coded(severity_word(code.severity, Lang::en), severity_word(code.severity, lang));
}

Card code_card(const Code& code, Lang lang) {
  Card card;
  card.kind = "code";
  card.title = code.title.in(lang);
  Fields fields{card, lang};
  fields.add("code", {"Mã", "Code"}, one(code.id));
  fields.add("severity", {"Mức", "Severity"}, severity_cell(code, lang), CellKind::coded);
  fields.add("what", {"Là gì", "What"}, one(code.what.in(lang)));
  fields.add("why", {"Vì sao", "Why"}, one(code.why.in(lang)));
  if (!code.wrong.empty())
    fields.add("wrong", {"Sai", "Wrong"}, one(sample_text(code, code.wrong)));
  fields.add("right", {"Đúng", "Right"}, one(sample_text(code, code.right)));
  return card;
}

Sheet codes_sheet(Lang lang) {
  SheetMaker made("codes", {"Các mã", "The codes"}, lang);
  made.text("code", {"Mã", "Code"}, 0);
  made.word("severity", {"Mức", "Severity"});
  made.text("title", {"Nội dung", "Title"}, 4);
  for (const Code* code : all_codes())
    made.row({one(code->id), severity_cell(*code, lang), one(code->title.in(lang))});
  return std::move(made.sheet);
}

}  // namespace

int explain_command(const ExplainOptions& options, Io& io) {
  const Lang lang = io.lang;
  const std::string& wanted = options.code;
  const bool as_text = options.output.format == "text";
  if (wanted.empty() && !as_text) {
    deliver_sheet(codes_sheet(lang), options.output, io);
    return kFine;
  }
  if (wanted.empty()) {
    for (const Code* code : all_codes())
      io.out += fmt::format("{}  {}  {}\n", code->id, severity_word(code->severity, lang),
                            code->title.in(lang));
    return kFine;
  }
  if (const Code* code = find_code(wanted)) {
    if (as_text)
      io.out += explanation(*code, lang);
    else
      return deliver_card(code_card(*code, lang), options.output, io);
    return kFine;
  }
  complain(with_hint(say("không có mã `{}`", "there is no code `{}`", wanted),
                     wanted == "json-schema"
                         ? Message{"gõ `wardplan schema output`", "type `wardplan schema output`"}
                         : offer_nearest(wanted, texts(all_codes(), &Code::id),
                                         Phrase{"`wardplan explain` liệt kê tất cả",
                                                "`wardplan explain` lists them all"})),
           io);
  return kCannot;
}

}  // namespace wardplan
