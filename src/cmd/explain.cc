#include "cmd/commands.h"
#include "cmd/io.h"
#include "diag/render.h"
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

}  // namespace

int explain_command(const std::string& wanted, Io& io) {
  const Lang lang = io.lang;
  if (wanted.empty()) {
    for (const Code* code : all_codes())
      io.out += fmt::format("{}  {}  {}\n", code->id, severity_word(code->severity, lang),
                            code->title.in(lang));
    return kFine;
  }
  if (const Code* code = find_code(wanted)) {
    io.out += explanation(*code, lang);
    return kFine;
  }
  complain(with_hint(say("không có mã `{}`", "there is no code `{}`", wanted),
                     offer_nearest(wanted, texts(all_codes(), &Code::id),
                                   Phrase{"`wardplan explain` liệt kê tất cả",
                                          "`wardplan explain` lists them all"})),
           io);
  return kCannot;
}

}  // namespace wardplan
