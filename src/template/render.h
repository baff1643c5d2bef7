#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/template.h"
#include "template/value.h"

namespace wardplan::mustache {

/// What a printed value has to stand in. In CSV a value is a whole cell: the template writes no
/// quotes around it. In a page its line breaks are breaks of the page's lines.
enum class Escape { none, markdown_cell, xml, page, csv };

/// Partials deeper than this in each other are refused.
inline constexpr std::size_t kMaxPartials = 32;

/// Adds the file of the partial of that name (composed; letters, digits, `_`, `-`, single points
/// inside) to the sources; nothing when there is none.
using LoadPartial = std::function<std::optional<FileId>(std::string_view name)>;

/// The partials of a run, each loaded and parsed once.
class Partials {
 public:
  /// `sources`: where `load` adds files; it must outlive this.
  Partials(const Sources& sources, LoadPartial load);

  /// The partial that the tag names; null when there is none or it has errors, which are in
  /// `report` then.
  const Template* find(const Part& tag, Report& report);

 private:
  struct Entry {
    bool found = false;
    std::optional<Template> parsed;
    Report faults;
  };

  Entry load(const std::string& name) const;

  const Sources& sources_;
  LoadPartial load_;
  std::map<std::string, Entry> entries_;
};

/// Judges a template and its partials by the declared fields, without data. After no error here,
/// `render` can't fail with a value that holds exactly the declared fields. A partial that puts
/// itself in is an error here, though with some data `render` would come to an end.
void check(const Template& made, const Shape& shape, Partials& partials, Report& report);

/// Where what was printed from a byte on comes from.
struct Origin {
  std::size_t begin = 0;
  /// In the template or a partial: a text, or the tag of a value.
  Span span = {};
  /// The printed bytes are those of the span.
  bool as_written = false;
};

/// Fills a template; `origins` gets the stretches of what is printed, in order. A name that the
/// value doesn't have, a name used in the wrong way and a partial that isn't there are errors;
/// where there is one, nothing is returned. `check` first: partials that multiply each other are
/// bounded there alone.
std::optional<std::string> render(const Template& made, const Value& value, Escape escape,
                                  Partials& partials, Report& report,
                                  std::vector<Origin>* origins = nullptr);

/// The place in the templates that made bytes [begin, end) of what was printed; `origins` must not
/// be empty.
Span origin_of(const std::vector<Origin>& origins, std::size_t begin, std::size_t end);

}  // namespace wardplan::mustache
