#pragma once

#include <string>

#include "edit/change.h"
#include "edit/tree.h"
#include "edit/written_texts.h"

namespace wardplan {

/// Changes a file's text so that it says `wanted`, and reads it back: unless it says just that, it
/// is a refusal. What is the same keeps its bytes, with all comments; what is new is laid out as
/// its neighbours are, or in lines of its own as it is `written`. Keys that would have to change
/// their order are a refusal, too. The text must read without errors.
ChangedText reshape(const std::string& bytes, const Tree& wanted, const WrittenTexts& written = {});

}  // namespace wardplan
