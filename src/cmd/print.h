#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/commands.h"
#include "cmd/plan_file.h"
#include "document/layout.h"
#include "summary/summary.h"
#include "template/fill.h"
#include "write/formats.h"

// How commands print from templates and let sheets, cards and documents leave the program.

namespace wardplan {

/// That CSV has the tables of a paper and so many paragraphs less.
Message tables_only(std::size_t left_out);

/// Writes bytes to the place asked for; throws `Failure`.
void deliver(const std::string& bytes, const OutputOptions& output, Io& io);

/// Refuses a format that a terminal can't show before anything is made; throws `Failure`.
void refuse_on_terminal(const OutputOptions& output, const Io& io);

/// Throws `Failure` when a result would be written onto what it was made from: one of these, or any
/// YAML file.
void refuse_record(const OutputOptions& output, const std::vector<std::string>& records);

/// What the place asked for is like.
WriteOptions write_options(const OutputOptions& output, const Io& io);

/// What writes through it leaves for the place asked for; where it can be given on at once, it is.
/// Throws `Failure`.
void deliver_by(const std::function<void(const Put& put)>& write, const OutputOptions& output,
                Io& io);

/// The layout of this name, of a family the one in force on the day; throws `Failure` when there is
/// none yet.
const document::Layout& layout_on(std::string_view name, const Date& day);

/// The layout that was said, or null.
const document::Layout* said_layout(const std::optional<std::string>& said, const Date& day);

/// A sheet in a format of its own, or as a document in a layout.
std::string sheet_bytes(const Sheet& sheet, const Format& format, const document::Layout& layout,
                        const WriteOptions& how);

/// The sheet or card in the format and to the place asked for; throws `Failure`. `layout`: of a
/// document for which none was said; null: the state's. Exit code of a card: a format that can say
/// nothing of it is refused.
void deliver_sheet(const Sheet& sheet, const OutputOptions& output, Io& io,
                   const document::Layout* layout = nullptr);
int deliver_card(const Card& card, const OutputOptions& output, Io& io,
                 const document::Layout* layout = nullptr);

/// Gives what a paper of a plan's file would be filled with, where the format asks for that;
/// whether it does.
bool deliver_fields(std::string_view kind, Facts facts, const PlanFile& file,
                    const mustache::Value& value, const OutputOptions& output, Io& io);

/// A page in a format, in the layout of its family that is in force on the day.
std::string page_bytes(const document::Document& page, const Format& format, const Date& day);

/// A shipped page filled; it and its values are the program's own, so that a fault in them is a
/// std::logic_error.
document::Document shipped_page(std::string_view template_name, const mustache::Shape& shape,
                                const mustache::Value& value);

/// Adds to a page what stands behind it.
using FinishPage = std::function<void(document::Document& page)>;

/// What a template was filled with is printed: of a page, finished, in the format asked for, of a
/// text as it is, which must be of that format. Exit code.
int print_filled(const TemplateFile& made, const mustache::Shape& shape,
                 const mustache::Value& value, const Date& day, const document::Origin& origin,
                 const OutputOptions& output, Io& io, Sources& sources,
                 const FinishPage& finish = {});

/// Says where who signs a paper of a plan isn't there any more, or yet, on its day.
void mention_signer(const Plan& plan, const Text& signer, const Date& day, Io& io);

/// The page of a summary with its pictures, in a format for documents.
std::string summary_page(const Summary& summary, const SummaryShow& show, const Format& format,
                         const std::optional<std::string>& layout);

}  // namespace wardplan
