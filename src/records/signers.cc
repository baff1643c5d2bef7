#include "records/signers.h"

#include <string>
#include <vector>

#include "records/register.h"
#include "text/quoted.h"
#include "times/period.h"

namespace wardplan {

const Text& signer_of_document(const Plan& plan) {
  return plan.document.signer.given ? plan.document.signer : plan.letterhead.signer;
}

std::optional<GoneSigner> gone_signer(const Plan& plan, const Text& signer, const Date& day) {
  if (plan.ward == nullptr || !signer.given) return std::nullopt;
  const std::vector<Registered>& people = plan.ward->people;
  const auto entry = find_entry(plan.ward->people_words, signer.value, day);
  if (!entry || is_in(days_of(people[*entry]), day)) return std::nullopt;
  const Registered& gone = people[*entry];
  if (!gone.until.given || day <= gone.until.value)
    return GoneSigner{say("người ký `{}` có từ ngày {}", "`{}`, who signs, is there from {}",
                          signer.value, iso(gone.from.value)),
                      {}};
  std::vector<std::string> now;
  for (const std::size_t at : in_charge(people, *entry, day))
    if (at != *entry) now.push_back(people[at].name.value);
  return GoneSigner{say("người ký `{}` chỉ có đến ngày {}", "`{}`, who signs, was there until {}",
                        signer.value, iso(gone.until.value)),
                    now.empty() ? Message{} : say("nay là {}", "now it is {}", quoted_list(now))};
}

}  // namespace wardplan
