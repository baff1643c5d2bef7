#pragma once

#include "template/partials.h"
#include "template/shape.h"

namespace wardplan::mustache {

/// More partials than this, each counted where it is put in, are refused.
inline constexpr std::size_t kMostPartials = 1000;

/// Judges a template and its partials by the declared fields, without data. After no error here,
/// `render` can't fail with a value that `matches` the shape. A partial that puts itself in is an
/// error here, though with some data `render` would come to an end.
void check(const Template& made, const Shape& shape, Partials& partials, Report& report);

}  // namespace wardplan::mustache
