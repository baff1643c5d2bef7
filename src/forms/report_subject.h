#pragma once

#include <cstddef>
#include <string>

#include "records/record.h"
#include "times/period.h"

// What a report says first, as offices write it.

namespace wardplan {

/// What it is about, behind the word `BÁO CÁO`: `Kết quả thực hiện Kế hoạch công tác dân vận 6
/// tháng đầu năm 2021`. The period stands where the plan's title says its year, else at the end; a
/// title in capitals gives a subject in capitals.
std::string report_subject(const Plan& plan, const Period& period);

/// `Thực hiện Kế hoạch số 1 của UBND phường, UBND phường báo cáo kết quả quý I năm 2021 như sau:`.
std::string report_opening(const Plan& plan, const Period& period);

/// The same of several plans: `UBND phường báo cáo kết quả quý I năm 2021 của 3 kế hoạch như sau:`.
std::string ward_opening(const Plan& plan, const Period& period, std::size_t plans);

}  // namespace wardplan
