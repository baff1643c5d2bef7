// The keys of settings: one line a key.
#include "records/settings.h"

#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr Phrase kCodes = {"mã, hay phần đầu của mã như `P4`; một hay nhiều",
                           "code, or how codes begin, such as `P4`; one or several"};
constexpr Phrase kPath = {
    "tệp nào, tính từ thư mục của tệp này: `plans/cu/**`; không ghi: mọi tệp",
    "which files, from this file's folder on: `plans/old/**`; none: every file"};

constexpr std::array kAcceptedKeys = {
    must_exact<&AcceptedFindings::code>("code", kCodes),
    may_exact<&AcceptedFindings::path>("path", kPath),
    must<&AcceptedFindings::reason>("reason", {"vì sao để nguyên", "why they stay"}),
};

constexpr std::array kSeverityKeys = {
    must_exact<&FindingSeverity::code>("code", kCodes),
    may_exact<&FindingSeverity::path>("path", kPath),
    must_exact<&FindingSeverity::severity>(
        "severity", {"nêu ra là `warning` hay `note`", "told as `warning` or `note`"}),
};

constexpr std::array kCheckKeys = {
    may_exact<&CheckSettings::fail_on>("fail-on",
                                       {"mức làm mã thoát là 1", "what makes the exit code 1"}),
};

constexpr std::array kBuildKeys = {
    may_exact<&BuildSettings::paths>("paths", {"tệp, thư mục được in", "files, folders printed"}),
    may_exact<&BuildSettings::output>("output",
                                      {"thư mục nhận mọi tệp", "folder that gets all files"}),
    may_exact<&BuildSettings::format>("format", {"các định dạng", "formats"}),
    may_exact<&BuildSettings::only>("only", {"chỉ những bản in này", "these papers only"}),
    may_exact<&BuildSettings::period>("period", {"kỳ của báo cáo", "period of the reports"}),
};

constexpr std::array kSettingsKeys = {
    must<&Settings::kind>("kind", {"loại hồ sơ", "kind of record"}),
    must<&Settings::format>("format", {"phiên bản định dạng", "version of the format"}),
    may_exact<&Settings::lang>("lang", {"ngôn ngữ", "language"}),
    may<&Settings::soon>("soon", {"còn bao nhiêu ngày thì là sắp đến hạn",
                                  "days within which something is due soon"}),
    may_exact<&Settings::layout>("layout", {"bố cục của docx, html", "layout of docx and html"}),
    may<&Settings::templates>("templates", {"mẫu riêng .html, theo tên biểu: `m2: mau/m2.html`",
                                            "own templates, .html, by forms: `m2: my/m2.html`"}),
    may<&Settings::check>("check", {"của lệnh `check`", "of the command `check`"}),
    may<&Settings::build>("build", {"của lệnh `build`", "of the command `build`"}),
    may<&Settings::accepted>("accepted", {"cảnh báo được để nguyên", "warnings that stay"}),
    may<&Settings::severities>("severities", {"mức của cảnh báo", "how severe warnings are"}),
};

}  // namespace

std::span<const Key<AcceptedFindings>> keys_of(AcceptedFindings*) { return kAcceptedKeys; }
std::span<const Key<FindingSeverity>> keys_of(FindingSeverity*) { return kSeverityKeys; }
std::span<const Key<CheckSettings>> keys_of(CheckSettings*) { return kCheckKeys; }
std::span<const Key<BuildSettings>> keys_of(BuildSettings*) { return kBuildKeys; }
std::span<const Key<Settings>> keys_of(Settings*) { return kSettingsKeys; }

}  // namespace wardplan
