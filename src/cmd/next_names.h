#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "edit/tree.h"
#include "records/register.h"

// Whom rows name when a plan is carried into another year in which they aren't there any more.

namespace wardplan {

/// Somebody of the register who has left by that year, and the rows that name them.
struct LeftEntry {
  const RegisterPart* part = nullptr;
  std::size_t entry = 0;
  /// When the year begins.
  Date day = {};
  /// Who does the work then; one other who is there took its place in the rows.
  std::vector<std::size_t> now = {};
  std::vector<std::string> addresses = {};
};

/// Gives a row's tree the names that hold when a year begins: of who has left then the one who took
/// over. Who has left is added to `left`.
void move_names(const Plan& plan, std::size_t row, int year, Tree& tree,
                std::vector<LeftEntry>& left);

/// The same of who signs the record's papers (`letterhead`), by name as it is printed; what else
/// the head says of the one who signed so far is in `look`.
void move_signer(const Plan& plan, int year, Tree& root, std::vector<LeftEntry>& left,
                 std::vector<Message>& look);

/// What became of each of them, for people to look at.
std::vector<Message> names_moved(const Plan& plan, const std::vector<LeftEntry>& left);

}  // namespace wardplan
