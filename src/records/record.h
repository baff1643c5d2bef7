#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "records/issued_text.h"
#include "records/outline.h"
#include "records/said_status.h"
#include "records/scoring.h"
#include "records/ward.h"
#include "records/words.h"
#include "records/written.h"
#include "times/date.h"

namespace wardplan {

/// A result, or a part of one, by name.
struct NamedValue {
  Text name;
  WrittenQuantity value;
};

/// What a document says it holds: `27`, `27 chỉ tiêu`, `(04 chỉ tiêu)` or `bốn chỉ tiêu`.
struct Count {
  int number = 0;
  std::string noun;
};

struct Target {
  Text name = {};
  /// Of a list's threshold: the group of wards that it holds for; none: for all.
  Text group = {};
  /// Not given where a list only says what to compare with.
  WrittenGoal goal = {};
  /// `>=`, `>`, `<=` or `<`: how the figure must stand to the one that `with` names, which the list
  /// leaves to each place.
  Text compare = {};
  Text with = {};
  Span span = {};
};

/// The figure from outside that a content is compared with (a province's average), and its source.
struct Reference {
  Text value;
  Text source;
  Span span;
};

/// One dated entry of an item's history.
struct Update {
  Written<Date> date;
  /// Of criteria: the round (`Round::number`) in which it was judged; of a date that comes up
  /// several times in the year: which time, from `1` on.
  Text round;
  SaidStatus status;
  /// Per cent done.
  Number percent;
  /// Whom the work waits for, as long as each next entry says so.
  Text waiting;
  /// Its name in the register, where that has it on the entry's day; or null.
  const Text* awaited = nullptr;
  WrittenQuantity value;
  std::vector<NamedValue> values;
  /// What the value is made of, by name.
  std::vector<NamedValue> parts;
  /// Of a content with points: as it was assessed, and as the ward assessed itself.
  WrittenQuantity score;
  WrittenQuantity self_score;
  /// What stands in the way, likewise.
  Text obstacle;
  Text note;
  Text evidence;
  /// How well it was done, in the ward's own words.
  Text grade;
  /// An extension, and who allowed it.
  WrittenTime due;
  Text allowed;
  /// Of a movement's model: the levels that are asked to commend it.
  std::vector<Name> proposed;
  Span span;

  /// Whom the work waits for: as the register calls them, or else as it is written.
  const Text& waits_for() const { return awaited == nullptr ? waiting : *awaited; }
};

struct Condition;
struct Plan;
struct Row;

/// A target that an item serves: `I.1.2` of its plan, `chi-tieu-tp/I.1.2` of the plan of that id.
struct Served {
  Text as = {};
  /// Both null: there is none.
  const Plan* plan = nullptr;
  const Row* row = nullptr;
};

// What a movement has beside the rows and dates of every plan; its models are the plan's rows.

/// A field that models are classified by; one without a `column` is named in the forms' remarks.
struct ModelField {
  Text id;
  Text name;
  YesNo column;
  Span span;

  bool has_column() const { return !column.given || column.value; }
};

/// A level that commends.
struct Level {
  Text id;
  Text name;
  Span span;
};

/// A paper by which a model that arose later was put on the list.
struct Submission {
  Text number;
  Written<Date> date;
  Span span;
};

/// What a row of a movement has beside every row: who registered it, for which fields, and how it
/// came on the list.
struct Model {
  Text by;
  /// An individual's office or unit.
  Text office;
  Written<Registrant> group;
  std::vector<Name> fields;
  Written<Date> registered;
  Written<Date> published;
  Submission submission;
  /// Made up to show the forms, and printed as such.
  YesNo sample;
  /// What some places ask of whoever registers: why, what for, how, where and with whom, by whom,
  /// with what, when, what is to come of it, and how it is kept up.
  Text situation;
  Text aim;
  Text method;
  Text place;
  Text forces;
  Text means;
  Text time;
  Text expected;
  Text upkeep;
  /// The year in which it began, where it goes on from years before.
  Number continued_from;
  /// The date on which results are due.
  const Row* closing = nullptr;
};

/// What places ask of a model in words.
inline constexpr Text Model::*kModelTexts[] = {&Model::situation, &Model::aim,      &Model::method,
                                               &Model::place,     &Model::forces,   &Model::means,
                                               &Model::time,      &Model::expected, &Model::upkeep};

struct Movement {
  Text name;
  std::vector<ModelField> fields;
  std::vector<Level> levels;
};

/// One judging of a year's criteria.
struct Round {
  Text number;
  WrittenTime when;
  Span span;
};

/// One row of the issued table: with `heading` it opens a section, with `title` it is an item.
struct Row {
  RowKind kind = RowKind::item;
  /// Index among the rows of its list.
  std::size_t at = 0;
  Text number;
  Text heading;
  Written<Count> declares;
  Text title;
  /// Of criteria: the ward's own wording, where its table has another than the list.
  Text wording;
  std::vector<Name> leader;
  std::vector<Name> lead;
  std::vector<Name> support;
  WrittenTime start;
  WrittenTime due;
  /// The last day, where `due` says none or can't be read.
  Written<Date> deadline;
  /// Of items: what is to come of it, who decides on it, and the document that assigned it.
  Text product;
  Text authority;
  Text basis;
  /// The targets that it is done for.
  std::vector<Served> serves;
  std::vector<Target> targets;
  /// Of a list's content: the unit of a figure that it asks for without stating one (`%`).
  Text measured;
  /// Of a list's group or content: the most points, and what part of the whole it is.
  WrittenQuantity points;
  WrittenQuantity weight;
  /// Of criteria: what the ward does for it, and the figure from outside.
  Text solution;
  Reference reference;
  /// Of a content: where its figure stands, if it is another record's.
  Carried carried;
  /// Of a date: whom the report goes to, and of a movement's what it closes.
  Text to;
  Written<Closes> closes;
  /// Of a report: the periods of which it gives the sums.
  std::vector<Written<PeriodKind>> sums;
  Text note;
  /// What it says in the plan's own columns, by their ids.
  std::vector<KeyedText> cells;
  std::vector<Update> updates;
  /// Of criteria: the row, condition or deduction of the list that it stands for; one at most.
  const Row* listed = nullptr;
  const Condition* condition = nullptr;
  const Deduction* deduction = nullptr;
  /// Of a content: the rounds of its year.
  std::span<const Round> rounds;
  /// Of a content: the list's targets that hold for the ward's group.
  std::vector<const Target*> asked;
  /// Of a content: the list's thresholds, those that compare by the figure of `reference`.
  std::vector<Target> thresholds;
  Model model;
  /// Of a row of a document's text: what it names.
  Passage passage;
  /// Of a row with a step's number: whose people, units and time it has where it names none.
  const Row* inherits = nullptr;
  /// A step, which the row that it belongs to is counted for.
  bool step = false;
  Span span;
  /// False when something in it could not be read; what it lacks may have been meant.
  bool sound = true;

  bool is_heading() const { return kind == RowKind::heading; }
  /// Neither group nor content: it takes figures only, and stands in no table.
  bool is_condition() const { return condition != nullptr || deduction != nullptr; }
  const Text& text() const { return heading.given ? heading : title; }
};

struct Catalogue;

/// A column of the issued table, in the place of the usual ones: one that every plan can have, or
/// one of the plan's own, whose texts stand in `Row::cells`.
struct PlanColumn {
  Text id;
  /// As the document heads it; none: as usual, or the id.
  Text title;
  Span span;
};

/// The ward's registration, for the first recognition or to be recognised again.
struct Registration {
  Written<Date> date;
  Written<Applies> applies;
  Text evidence;
  Span span;
};

/// A recognition that was given.
struct Recognition {
  Written<Date> date;
  Text by;
  Text evidence;
  Span span;
};

/// Who stands above forms and reports, where they are signed and by whom, and who gets them.
struct Letterhead {
  Text parent;
  Text issuer;
  /// What the symbols of the issuer's documents end with: `ĐU`, `UBND`.
  Text symbol;
  Text place;
  /// By what right it is signed, a line each: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`.
  std::vector<Text> signs_for;
  Text office;
  Text signer;
  std::vector<Text> recipients;
  Span span;
};

/// The document that a table is annexed to, as it was issued.
struct IssuedText {
  /// `Kế hoạch`, where none is said.
  Text type;
  /// With number, as issued: `149-KH/ĐU`, `… - KH/ĐU`.
  Text symbol;
  Written<Date> date;
  Text about;
  std::vector<Cited> bases;
  /// The sentence before the first section.
  Text opening;
  /// Sections and paragraphs, with the numbers that they were issued with.
  std::vector<Row> text;
  Text closing;
  /// Who signs it and who gets it; without these those of the letterhead.
  std::vector<Text> signs_for;
  Text office;
  Text signer;
  std::vector<Text> recipients;
  std::vector<AnnexedForm> forms;
  /// One place a row of `text`; addresses begin with `text.`.
  std::vector<Place> outline;
  Span span;

  bool given() const { return span.end != 0; }
};

/// `kind: plan`, `kind: criteria` or `kind: movement`, one ward's year as it was issued.
struct Plan {
  FileId file = 0;
  RecordKind kind = RecordKind::plan;
  Text kind_word;
  Number format;
  Text ward_id;
  /// By which others name its targets.
  Text id;
  Number year;
  Text title;
  /// Named on the command line, rather than looked up for another file.
  bool asked = true;
  /// The line under the title that says with which document the table was issued.
  Text issued;
  /// The report that the plan was put together from, where the issued table isn't at hand: its rows
  /// are what that report speaks of, and make no whole that a rate could be of.
  Text rebuilt_from;
  Letterhead letterhead;
  /// The text around the table, where the record has it.
  IssuedText document;
  /// What each of its items must say.
  std::vector<Written<Required>> required;
  /// The columns of its table in their order; none: the usual ones.
  std::vector<PlanColumn> columns;
  std::vector<Row> rows;
  /// The plan's calendar: reports that are to be sent, and the like. Where rows are counted, dates
  /// come behind them.
  std::vector<Row> dates;
  std::vector<Acceptance> accepted;
  /// Of criteria: the list's id, the rounds, and what was registered and recognised.
  Text catalogue_id;
  /// Of the list's groups of wards the one that this ward is in.
  Text group;
  std::vector<Round> rounds;
  Registration registration;
  std::vector<Recognition> recognised;
  Movement movement;
  /// Of these ids; null when it isn't known.
  const Ward* ward = nullptr;
  const Catalogue* catalogue = nullptr;
  const WardGroup* ward_group = nullptr;
  /// One place a row, in the order of `rows`, and behind them one a date.
  std::vector<Place> outline;

  /// What its rows are called.
  Phrase noun() const { return row_kind_words(record_kind_words(kind).rows).noun; }

  std::size_t row_count() const { return rows.size() + dates.size(); }
  Row& row(std::size_t at) { return at < rows.size() ? rows[at] : dates[at - rows.size()]; }
  const Row& row(std::size_t at) const {
    return at < rows.size() ? rows[at] : dates[at - rows.size()];
  }
};

}  // namespace wardplan
