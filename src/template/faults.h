#pragma once

#include <string>
#include <vector>

#include "template/template.h"
#include "template/value.h"

// What a template's names can have wrong, said in one place for checking and for filling.

namespace wardplan::mustache {

/// Partial tags that lead to a place, the outermost first.
using Path = std::vector<const Part*>;

/// Adds a finding unless its place has an error already: lists and partials come by a place often.
void add_once(Finding finding, Report& report);

/// `names`: those that exist where the word was looked for.
void unknown_field(const Word& word, const std::vector<std::string>& names, const Path& path,
                   Report& report);

/// A name is printed and leads to something that is no text; `names`: the fields in it.
void printed_wrong(const Name& name, Kind kind, const std::vector<std::string>& names,
                   const Path& path, Report& report);

/// `inner` follows `outer` behind a point, and `outer` is no object.
void no_object(const Word& outer, Kind kind, const Word& inner, const Path& path, Report& report);

/// An inverted section of an object is never printed.
void never_printed(const Name& name, const Path& path, Report& report);

void unknown_partial(const Part& tag, const std::string& name, Report& report);

/// A partial leads back to a template that it stands in.
void circular_partial(const Part& tag, const Path& path, Report& report);

/// More partials than `most`, in each other or altogether.
void too_many_partials(const Part& tag, std::size_t most, bool nested, Report& report);

}  // namespace wardplan::mustache
