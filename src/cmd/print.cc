#include "cmd/print.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "cmd/io.h"
#include "diag/render.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "document/layout.h"
#include "lists/item.h"
#include "records/signers.h"
#include "text/escape.h"

namespace wardplan {
namespace {

/// Bytes of an answer that are gathered before they are given on.
constexpr std::size_t kPiece = 1 << 16;

CsvStyle csv_style(const OutputOptions& output) {
  CsvStyle style{output.excel ? kExcelSeparator : ',', output.excel};
  if (output.separator)
    style.separator = *output.separator == "tab" ? '\t' : output.separator->front();
  return style;
}

}  // namespace

const document::Layout& layout_on(std::string_view name, const Date& day) {
  if (const document::Layout* layout = document::find_layout(name, day)) return *layout;
  throw Failure(
      say("ngày {} chưa có bố cục `{}`", "on {} there was no layout `{}` yet", iso(day), name));
}

const document::Layout* said_layout(const std::optional<std::string>& said, const Date& day) {
  return said ? &layout_on(*said, day) : nullptr;
}

std::string page_bytes(const document::Document& page, const Format& format, const Date& day) {
  return format.document(page, layout_on(page.layout, day));
}

Message tables_only(std::size_t left_out) {
  return say("CSV chỉ có các bảng: không in {} đoạn chữ ngoài bảng",
             "CSV is tables only: {1} outside of them left out", left_out,
             counted(left_out, "paragraph"));
}

void deliver(const std::string& bytes, const OutputOptions& output, Io& io) {
  const std::string whole = csv_as(bytes, csv_style(output));
  if (output.path)
    write_whole(*output.path, whole);
  else
    io.out += whole;
}

void deliver_by(const std::function<void(const Put& put)>& write, const OutputOptions& output,
                Io& io) {
  if (output.path || csv_style(output) != CsvStyle()) {
    std::string whole;
    write([&](std::string_view piece) { whole += piece; });
    return deliver(whole, output, io);
  }
  write([&](std::string_view piece) {
    io.out += piece;
    if (io.out.size() >= kPiece && io.flush) io.flush(io);
  });
}

void refuse_on_terminal(const OutputOptions& output, const Io& io) {
  if (format_named(output.format).binary && !output.path && io.out_is_terminal)
    throw Failure(say("tệp {0} không hiện được trên màn hình; thêm `-o TÊN.{0}`",
                      "a {0} file can't be shown on a terminal; add `-o NAME.{0}`", output.format));
}

void refuse_record(const OutputOptions& output, const std::vector<std::string>& records) {
  if (!output.path) return;
  std::error_code ignored;
  const bool is_yaml_file = is_yaml(*output.path) || is_yaml(behind_links(*output.path));
  const bool is_record =
      is_yaml_file || std::ranges::any_of(records, [&](const std::string& record) {
        return std::filesystem::equivalent(record, *output.path, ignored);
      });
  if (!is_record) return;
  if (is_yaml_file)
    throw Failure(
        say("không ghi đè lên hồ sơ `{}`", "won't write over the record `{}`", *output.path));
  throw Failure(say("không ghi đè lên `{}`, tệp mà bản in được làm từ đó",
                    "won't write over `{}`, which the print is made from", *output.path));
}

WriteOptions write_options(const OutputOptions& output, const Io& io) {
  if (output.path) return {};
  return {.width = io.out_width, .color = io.color_out};
}

std::string sheet_bytes(const Sheet& sheet, const Format& format, const document::Layout& layout,
                        const WriteOptions& how) {
  if (format.sheet != nullptr) return written_by(format.sheet, sheet, how);
  return format.document(sheet_document(sheet), layout);
}

void deliver_sheet(const Sheet& sheet, const OutputOptions& output, Io& io,
                   const document::Layout* layout) {
  refuse_on_terminal(output, io);
  const Format& format = format_named(output.format);
  const WriteOptions how = write_options(output, io);
  if (format.sheet == nullptr) {
    if (output.layout || layout == nullptr)
      layout = &layout_on(output.layout.value_or(std::string(document::kStateLayout)), io.as_of);
    return deliver(sheet_bytes(sheet, format, *layout, how), output, io);
  }
  deliver_by([&](const Put& put) { format.sheet(sheet, how, put); }, output, io);
}

namespace {

/// Gives a page in the format asked for, and tells what that format leaves out; refuses where
/// nothing is left. Exit code; throws `Failure`.
int deliver_page(const document::Document& page, const Date& day, const OutputOptions& output,
                 Io& io) {
  const std::string bytes = page_bytes(page, format_named(output.format), day);
  const bool csv = output.format == "csv";
  if (csv && bytes.empty())
    return refused({"CSV chỉ có các bảng, mà ở đây không có bảng nào; không in gì",
                    "CSV is tables only, and there are none: nothing was printed"},
                   io);
  deliver(bytes, output, io);
  const std::size_t left_out = csv ? left_out_of_csv(page) : 0;
  if (left_out > 0) complain(tables_only(left_out), io);
  return kFine;
}

}  // namespace

int deliver_card(const Card& card, const OutputOptions& output, Io& io,
                 const document::Layout* layout) {
  refuse_on_terminal(output, io);
  const Format& format = format_named(output.format);
  if (format.card == nullptr) {
    document::Document page = card_document(card);
    page.origin = card.origin;
    page.layout = output.layout.value_or(layout == nullptr ? std::string(document::kStateLayout)
                                                           : std::string(layout->name));
    return deliver_page(page, io.as_of, output, io);
  }
  deliver_by([&](const Put& put) { format.card(card, write_options(output, io), put); }, output,
             io);
  return kFine;
}

bool deliver_fields(std::string_view kind, Facts facts, const PlanFile& file,
                    const mustache::Value& value, const OutputOptions& output, Io& io) {
  if (shape_for(format_named(output.format), output.shapes) != Shape::fields) return false;
  const Plan& plan = *file.plan;
  const Facts of = {{"file", file.project.sources[plan.file].path()},
                    {"ward", plan.ward_id.value},
                    {"ward_name", ward_name(plan)},
                    {"year", plan.year.value},
                    {"as_of", iso(io.as_of)}};
  facts.insert(facts.begin(), of.begin(), of.end());
  deliver(write_fields_json(kind, facts, value), output, io);
  return true;
}

document::Document shipped_page(std::string_view template_name, const mustache::Shape& shape,
                                const mustache::Value& value) {
  Sources sources;
  Report report;
  auto filled = fill(shipped_template(template_name, sources), shape, value, sources, report);
  if (!filled) throw std::logic_error(report.findings().front().message.en);
  return std::get<document::Document>(std::move(*filled));
}

int print_filled(const TemplateFile& made, const mustache::Shape& shape,
                 const mustache::Value& value, const Date& day, const document::Origin& origin,
                 const OutputOptions& output, Io& io, Sources& sources, const FinishPage& finish) {
  if (made.kind == TemplateKind::text && "." + output.format != made.ending &&
      made.ending != ".txt")
    throw Failure(say("mẫu {} chỉ in ra {}; thêm `--format {}`",
                      "a template {} gives {} only; add `--format {}`", made.ending,
                      made.ending.substr(1), made.ending.substr(1)));
  Report report;
  auto filled = fill(made, shape, value, sources, report);
  if (!filled) {
    report.sort(sources);
    io.err += render_text(sources, report, {io.lang, io.color_err});
    return refused({"mẫu có lỗi nên không in gì", "the template has errors: nothing was printed"},
                   io);
  }
  if (const auto* text = std::get_if<std::string>(&*filled)) {
    deliver(*text, output, io);
    return kFine;
  }
  auto& page = std::get<document::Document>(*filled);
  page.origin = origin;
  if (output.layout) page.layout = *output.layout;
  if (finish) finish(page);
  return deliver_page(page, day, output, io);
}

std::string summary_page(const Summary& summary, const SummaryShow& show, const Format& format,
                         const std::optional<std::string>& layout) {
  document::Document page =
      card_document(summary_card(summary, show), summary_figures(summary, show.lang));
  page.origin.day = summary.asked.as_of;
  const Date& day = summary.asked.as_of;
  return format.document(page,
                         layout_on(layout.value_or(std::string(document::kStateLayout)), day));
}

void mention_signer(const Plan& plan, const Text& signer, const Date& day, Io& io) {
  const auto gone = gone_signer(plan, signer, day);
  if (!gone) return;
  complain(with_hint(say("{}, mà văn bản này đề ngày {}", "{}, and this paper is of {}", gone->said,
                         iso(day)),
                     gone->help),
           io);
}

}  // namespace wardplan
