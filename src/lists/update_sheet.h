#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/item.h"
#include "sheet/sheet.h"

namespace wardplan {

/// A column that sheets for updates have beside the keys of entries and the columns of lists; its
/// titles as those of `EntryKey`.
struct UpdateColumn {
  std::string_view key;
  Phrase title;
};
inline constexpr UpdateColumn kTime = {"time", {"Lần", "Time"}};
inline constexpr UpdateColumn kRecorded = {"recorded", {"Đã ghi", "Recorded"}};
inline constexpr UpdateColumn kUnit = {"unit", {"Đơn vị báo cáo", "Reporting unit"}};
inline constexpr UpdateColumn kFingerprint = {"fingerprint", {"Mã đối chiếu", "Fingerprint"}};

/// Stands between the units that one sheet is for.
inline constexpr std::string_view kBetweenUnits = "; ";

/// What is asked of such a sheet.
struct UpdateSheetAsked {
  /// Ids, names, aliases of the register, or a part of a name: the units that do the work; none:
  /// all.
  std::vector<std::string> leads = {};
  Date as_of;
  int soon = 0;
  Lang lang = Lang::vi;
};

/// The rows of a plan that units are to fill in, at each time that they come up: each with its
/// file, address and fingerprint, how it stands, and empty cells for what is to be recorded.
/// Without rows where the units have none. Throws `Failure` for a unit that isn't known.
Sheet update_sheet(const Project& project, const Report& report, const Plan& plan,
                   const UpdateSheetAsked& asked);

/// What was recorded last of an item, or of the time of it that this is about: how far open work
/// has come, its results, and the points of both sides.
Cell recorded_last(const Item& item, Lang lang);

/// The names of the units that lead rows of a plan, each once, in the order of the rows, with the
/// addresses of these.
struct LeadUnit {
  std::string name;
  std::vector<std::string> addresses;
};
std::vector<LeadUnit> lead_units(const Project& project, const Report& report, const Plan& plan,
                                 const Date& as_of);

}  // namespace wardplan
