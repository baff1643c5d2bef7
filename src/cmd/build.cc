#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cmd/build_folder.h"
#include "cmd/build_inputs.h"
#include "cmd/build_jobs.h"
#include "cmd/build_templates.h"
#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "cmd/wards.h"
#include "disk/files.h"
#include "lists/left_out.h"
#include "text/quoted.h"
#include "text/terminal.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

struct BuiltPlan {
  /// As long as its ward's records are there.
  const Plan* plan = nullptr;
  std::string file;
  /// What its paths begin with; no other plan has the same.
  std::string start;
  std::vector<MadeFile> files;
  /// Why nothing could be made.
  Message fault;
};

struct BuiltWard {
  CountedWard counted;
  std::vector<BuiltPlan> plans;
  /// What leads to their papers.
  std::vector<MadeFile> page;
  /// What the summary is made from.
  std::vector<HashedFile> from;
  /// What stands for the files that were asked for; nothing where one of them has a fault.
  std::optional<std::string> inputs;
  int silent = 0;
};

class Build {
 public:
  Build(const BuildOptions& options, const OwnTemplates& own, Io& io)
      : options_(options),
        own_(own),
        made_with_{options, own, io.as_of, io.soon},
        io_(io),
        asked_{.as_of = io.as_of, .soon = io.soon},
        folder_(options.folder, head(), io),
        wards_(options.paths, {.errors_only = true}, io) {
    if (options.period) asked_.period = parse_period(*options.period);
    if (asked_.period) asked_.year = asked_.period->year;
    wards_.note_listings();
  }

  int run() {
    const std::vector<std::string> left = folder_.left();
    if ((left.empty() || !options_.prune) &&
        folder_.holds_all(inputs_now(wards_, folder_.before().end, io_.threads), io_.threads)) {
      folder_.sweep();
      tell(folder_.before().files.size(), 0, folder_.before().end.silent);
      std::vector<LeftOutOfFile> left_out;
      for (const auto& [path, known] : folder_.before().files) left_out.push_back(known.left_out);
      tell_left_out(left_out);
      tell_left({.kept = left, .removed = {}});
      return kFine;
    }
    SummaryMaker maker(asked_);
    make_wards(maker);
    if (wards_.tell_faults({"hồ sơ có lỗi không được in", "records with errors are left out"}, io_))
      finish(maker.finish(wards_.left_out()));
    return faults_ ? kCannot : wards_.exit_code();
  }

 private:
  /// Everything but the files that decides what is made.
  ManifestHead head() const {
    std::string asked = fmt::format("--format {} --lang {}", fmt::join(options_.formats, ","),
                                    io_.lang == Lang::vi ? "vi" : "en");
    if (!options_.only.empty()) asked += fmt::format(" --only {}", fmt::join(options_.only, ","));
    if (options_.period) asked += " --period " + *options_.period;
    if (options_.layout) asked += " --layout " + *options_.layout;
    if (io_.soon != kSoonDays) asked += fmt::format(" --soon {}", io_.soon);
    for (const auto& [form, own] : own_)
      asked += fmt::format(" --template {}={} ({})", form, own.path, own.sha256);
    return {iso(io_.as_of), io_.program, asked};
  }

  bool has_pages() const {
    return is_built(options_, "pages") && std::ranges::count(options_.formats, "html") > 0;
  }
  bool is_counted() const { return is_built(options_, "summary") || has_pages(); }
  PageAsked page_asked() const { return {io_.as_of, io_.soon, io_.lang}; }

  /// Names of a plan's papers behind what they begin with.
  static PlanPapers papers_of(const BuiltPlan& built, std::string path) {
    PlanPapers papers{std::move(path), {}};
    for (const MadeFile& file : built.files)
      papers.names.push_back(file.entry.file.path.substr(built.start.size()));
    return papers;
  }

  /// Of the plans that were made those of one folder, which is a ward's; a ward whose records all
  /// have errors has a page that says so.
  void make_page(const WardRecords& records, BuiltWard& built) const {
    WardOfPage ward;
    std::string folder;
    for (const BuiltPlan& plan : built.plans) {
      if (!plan.fault.empty()) continue;
      const std::size_t slash = plan.start.find('/');
      if (ward.plans.empty()) folder = plan.start.substr(0, slash);
      if (plan.start.substr(0, slash) != folder) continue;
      ward.plans.push_back({plan.plan, papers_of(plan, plan.start.substr(slash + 1))});
      ward.name = ward_name(*plan.plan);
    }
    for (const LeftOut& file :
         left_out_of(records.project, records.report, records.files->folder, io_.lang)) {
      if (folder.empty() && !file.ward.empty() && ward_folder_fault(file.ward).empty()) {
        folder = file.ward;
        ward.name = file.ward_name;
      }
      if (file.ward == folder) ward.left_out.push_back(left_out_in_words(file, ""));
    }
    if (!folder.empty())
      folder_.make(
          ward_page_jobs(records.project, folder, std::move(ward), built.from, page_asked()),
          {"html"}, built.page, Keep::nothing);
  }

  std::string left_out_in_words(const LeftOut& file, const std::string& whose) const {
    return whose + file.file + ": " + errors_in_words(file).in(io_.lang);
  }

  /// What stands first on the page that leads to the papers.
  std::vector<std::string> left_out() const {
    return texts(wards_.left_out(), [&](const LeftOut& file) {
      return left_out_in_words(file, file.ward_name.empty() ? "" : file.ward_name + ": ");
    });
  }

  BuiltPlan make(const Project& project, const Plan& plan, FileHashes& hashes) const {
    BuiltPlan built;
    built.file = project.sources[plan.file].path();
    built.plan = &plan;
    try {
      built.start = plan_start(project, plan);
      folder_.make(plan_jobs(project, plan, hashes, built.start, made_with_), options_.formats,
                   built.files, Keep::what_holds);
    } catch (const Failure& failure) {
      built.fault = failure.message;
    }
    std::ranges::sort(built.files, {}, [](const MadeFile& file) { return file.entry.file.path; });
    return built;
  }

  BuiltWard make(const WardRecords& records) const {
    const Project& project = records.project;
    BuiltWard built;
    FileHashes hashes(project);
    for (const Plan& plan : project.plans) {
      if (!is_sound(plan, records.report)) continue;
      built.plans.push_back(make(project, plan, hashes));
      if (!report_period(plan, options_, io_.as_of)) ++built.silent;
      std::ranges::copy(hashes.of(plan), std::back_inserter(built.from));
    }
    std::ranges::sort(built.plans, {}, &BuiltPlan::start);
    // Wards without a plan stand in the summary, too.
    for (const Ward& ward : project.wards)
      if (ward.asked) built.from.push_back(hashes(ward.file));
    if (is_counted()) built.counted = count_ward(project, records.report, asked_);
    if (has_pages()) make_page(records, built);
    built.inputs = inputs_of(records, hashes);
    return built;
  }

  void make_wards(SummaryMaker& maker) {
    std::size_t at = 0;
    try {
      wards_.each_told(
          io_.threads, [&](const WardRecords& records) { return make(records); },
          [&](const WardRecords&, BuiltWard&& built) {
            take(std::move(built), maker);
            progress(fmt::format("\r{}/{} ", ++at, wards_.wards().size()));
          },
          io_);
    } catch (...) {
      progress(kClearLine);
      throw;
    }
    progress(kClearLine);
  }

  void take(BuiltWard&& built, SummaryMaker& maker) {
    for (const BuiltPlan& plan : built.plans) put(plan);
    for (MadeFile& page : built.page) {
      if (built.plans.empty())
        broken_.push_back(std::move(page));
      else
        put_page(page);
    }
    for (HashedFile& file : built.from) from_[std::move(file.path)] = std::move(file.sha256);
    silent_ += built.silent;
    if (inputs_ && built.inputs)
      *inputs_ += *built.inputs;
    else
      inputs_.reset();
    maker.add(std::move(built.counted));
  }

  /// What stands in the way of a plan's files where capitals and small letters are one.
  Message clash(const BuiltPlan& plan) {
    const std::string folder = plan.start.substr(0, plan.start.find('/'));
    const std::string& spelt = folders_.emplace(fold(folder), folder).first->second;
    if (spelt != folder)
      return say("mã phường `{}` và `{}` của phường khác là một thư mục trên Windows và macOS",
                 "the ward's id `{}` and another's, `{}`, are one folder to Windows and macOS",
                 folder, spelt);
    const auto [first, fresh] = starts_.emplace(fold(plan.start), plan.file);
    if (fresh) return {};
    return say("tệp `{}…` đã in từ `{}`; đổi tên một trong hai tệp",
               "the files `{}…` were made of `{}`; rename one of the two", plan.start,
               first->second);
  }

  void put(const BuiltPlan& plan) {
    const Message fault = plan.fault.empty() ? clash(plan) : plan.fault;
    if (fault.empty()) {
      for (const MadeFile& file : plan.files) folder_.put(file);
      if (has_pages()) papers_.emplace(plan.file, papers_of(plan, plan.start));
      return;
    }
    complain(say("không in `{}`: {}", "`{}` is left out: {}", plan.file, fault), io_);
    faults_ = true;
  }

  /// Plans of one ward in two folders: the first has its page.
  void put_page(const MadeFile& page) {
    if (pages_.insert(page.entry.file.path).second) return folder_.put(page);
    complain(say("`{}` đã có của một thư mục hồ sơ khác của phường; `index.html` dẫn đến cả hai",
                 "`{}` is that of another folder of the ward's records; `index.html` leads to both",
                 page.entry.file.path),
             io_);
  }

  void make_shared(const BuildJobs& made, const std::vector<std::string>& formats) {
    BuildJobs jobs = made;
    for (const auto& [path, hash] : from_) jobs.from.push_back({path, hash});
    std::vector<MadeFile> files;
    // They also tell of what isn't printed, which stands in no list of files.
    folder_.make(jobs, formats, files, Keep::nothing);
    for (const MadeFile& file : files) folder_.put(file);
  }

  void finish(const Summary& summary) {
    // What is wrong was told, and what a run before made is better than nothing.
    if (folder_.count() == 0 && summary.plans.empty() && wards_.has_faults()) return;
    for (const MadeFile& page : broken_) put_page(page);
    if (is_counted() && summary.plans.empty()) {
      complain(say("không có hồ sơ nào của năm {} để tổng hợp",
                   "there is no plan of the year {} to be summed up", asked_.year.value_or(0)),
               io_);
      inputs_.reset();
    } else {
      if (is_built(options_, "summary"))
        make_shared(summary_jobs(summary, {}, options_.layout, io_.lang), options_.formats);
      if (has_pages())
        make_shared({{},
                     {{"index", "pages",
                       [&]() -> Paper {
                         return [bytes = index_page(summary, papers_, left_out(), page_asked())](
                                    const Format&) -> Printed { return {bytes}; };
                       }}}},
                    {"html"});
    }
    ManifestEnd end;
    end.silent = silent_;
    if (inputs_ && !faults_ && !wards_.has_faults()) end_with_inputs(*inputs_, wards_, end);
    // Papers of a record that can't be printed today are better than none.
    const LeftFiles left = folder_.settle_left(prunes());
    folder_.finish(end);
    tell(folder_.count(), folder_.written(), silent_);
    tell_left_out(folder_.left_out());
    tell_left(left);
  }

  bool prunes() const { return options_.prune && !faults_ && !wards_.has_faults(); }

  void tell_left(const LeftFiles& left) const {
    if (!left.removed.empty())
      complain(say("đã xóa {} tệp của lần trước không còn thuộc lần này: {}",
                   "{} files of runs before are no longer made, and were removed: {}",
                   left.removed.size(), few_of(left.removed)),
               io_);
    if (left.kept.empty()) return;
    Message why = {"thêm `--prune` để xóa", "add `--prune` to remove them"};
    if (prunes())
      why = {"chúng không còn như lúc in", "they are not as they were written"};
    else if (options_.prune)
      why = {"chưa xóa gì khi còn hồ sơ không in được",
             "nothing is removed while a record can't be printed"};
    complain(say("{} tệp của lần trước không còn thuộc lần này, vẫn để nguyên ({}): {}",
                 "{} files of runs before are no longer made, and were left alone ({}): {}",
                 left.kept.size(), why, few_of(left.kept)),
             io_);
  }

  /// As many as people read.
  static Message few_of(const std::vector<std::string>& paths) {
    constexpr std::size_t kFew = 20;
    const std::vector<std::string> few(
        paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(std::min(paths.size(), kFew)));
    Message names = {quoted_list(few), quoted_list(few)};
    if (paths.size() > kFew)
      names += say(" và {} tệp nữa, nêu trong `manifest.jsonl`",
                   " and {} more, which stand in `manifest.jsonl`", paths.size() - kFew);
    return names;
  }

  void tell(std::size_t files, std::size_t written, int silent) const {
    complain(
        say("{} tệp trong `{}`: ghi {}, không đổi {}", "{} files in `{}`: {} written, {} unchanged",
            files, options_.folder, written, files - written),
        io_);
    if (silent > 0 && is_built(options_, "report"))
      complain(say("{} hồ sơ không có báo cáo: kỳ ấy không thuộc năm của chúng hoặc chưa bắt đầu",
                   "{} records have no report: the period is of another year than theirs or "
                   "hasn't begun",
                   silent),
               io_);
  }

  /// Once for each part, how much of its papers CSV leaves out.
  void tell_left_out(const std::vector<LeftOutOfFile>& files) const {
    for (const std::string_view part : kBuildParts) {
      std::size_t papers = 0, paragraphs = 0;
      for (const LeftOutOfFile& file : files)
        if (file.part == part && file.paragraphs > 0) ++papers, paragraphs += file.paragraphs;
      if (papers > 0)
        complain(say("`{0}` ({1} tệp): {3}", "`{0}` ({2}): {3}", part, papers,
                     counted(papers, "file"), tables_only(paragraphs)),
                 io_);
    }
  }

  void progress(std::string_view text) const {
    if (io_.progress) io_.progress(std::string(text));
  }

  const BuildOptions& options_;
  const OwnTemplates& own_;
  BuildAsked made_with_;
  Io& io_;
  SummaryAsked asked_;
  BuildFolder folder_;
  Wards wards_;
  std::map<std::string, std::string> from_;
  std::optional<std::string> inputs_ = "";
  /// The folders, and the plans by what the paths of their files begin with; both folded.
  std::map<std::string, std::string> folders_;
  std::map<std::string, std::string> starts_;
  /// For the page that leads to all of them, by the file of their plan.
  std::map<std::string, PlanPapers> papers_;
  std::set<std::string> pages_;
  /// Pages of wards that nothing else could be made of.
  std::vector<MadeFile> broken_;
  int silent_ = 0;
  bool faults_ = false;
};

}  // namespace

int build_command(const BuildOptions& options, Io& io) {
  const auto own = own_templates(options, io);
  return own ? Build(options, *own, io).run() : kFound;
}

}  // namespace wardplan
