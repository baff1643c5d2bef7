#pragma once

#include "records/entry_keys.h"
#include "records/keys.h"

// How a line of a table of keys is made.

namespace wardplan {

template <class>
struct MemberOf;
template <class T, class M>
struct MemberOf<M T::*> {
  using Record = T;
};

/// A line of a table: the key, and the member it is read into.
template <auto kMember>
constexpr auto key(std::string_view name, Need need, Phrase meaning) {
  using T = typename MemberOf<decltype(kMember)>::Record;
  return Key<T>{name, need, meaning, [](T& out, const yaml::Node& node, Report& report) {
                  load_value(out.*kMember, node, report);
                }};
}

/// The history of one kind of rows.
template <RowKind kKind>
void load_updates(Row& out, const yaml::Node& node, Report& report) {
  load_list(out.updates, node, report, update_keys<kKind>());
}

inline constexpr Need kRequired = Need::required;
inline constexpr Need kOptional = Need::optional;

}  // namespace wardplan
