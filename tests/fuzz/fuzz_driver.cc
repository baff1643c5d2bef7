// Takes every prefix of every sample and many mutations, as records, as YAML to compare with other
// readers, as times and figures, as tables of Word, of Excel, packed or as text, or as templates,
// through all that is done with them, without libFuzzer: fuzz_driver --seed N --mutations N [--as
// records|yaml|texts|docx|xlsx|zip|pasted|foreign|import|templates] [--prefixes all|step] [--save
// FILE] FILE…
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "fuzz/imports.h"
#include "fuzz/mutate.h"
#include "fuzz/read_fuzz.h"
#include "fuzz/tables.h"
#include "fuzz/texts.h"
#include "golden/sandbox.h"
#include "rules/check.h"
#include "support/sample.h"
#include "support/template_property.h"
#include "template/template.h"

namespace wardplan::test {
namespace {

/// Larger files are not mutated.
constexpr std::size_t kMostMutated = 4096;
/// Of larger files `--prefixes step` takes only so many prefixes.
constexpr std::size_t kMostWhole = 256;
constexpr std::size_t kSteps = 32;

/// Takes any bytes through parsing, checking and filling as a template; aborts when what comes out
/// can't be right. Returns whether they were a template.
bool withstand_template(std::string_view bytes) {
  if (const std::string fault = template_fault(bytes); !fault.empty()) {
    fmt::print(stderr, "property of templates broken: {}\n", fault);
    std::abort();
  }
  Sources sources;
  Report report;
  return mustache::parse(sources, sources.add("mau", std::string(bytes)), report).has_value();
}

/// What the bytes are taken for.
struct Subject {
  std::string_view as;
  std::string_view name;
  bool (*withstand)(std::string_view bytes);
  std::vector<std::string> (*samples)();
};

constexpr std::array kSubjects = {
    Subject{"records", "YAML", withstand, framed_samples},
    Subject{"yaml", "YAML", read_alike, framed_samples},
    Subject{"texts", "times or figures", withstand_texts, text_samples},
    Subject{"docx", "tables", withstand_docx, docx_samples},
    Subject{"xlsx", "tables", withstand_xlsx, xlsx_samples},
    Subject{"zip", "tables", withstand_table_file, table_file_samples},
    Subject{"pasted", "tables", withstand_pasted, pasted_samples},
    Subject{"foreign", "YAML or JSON", withstand_foreign, foreign_samples},
    Subject{"import", "records", withstand_import, import_samples},
    Subject{"templates", "templates", withstand_template, template_samples}};

std::size_t find_subject(std::string_view as) {
  return static_cast<std::size_t>(std::ranges::find(kSubjects, as, &Subject::as) -
                                  kSubjects.begin());
}

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t mutations = 1000;
  std::size_t subject = 0;
  bool all_prefixes = false;
  std::string save = "fuzz_driver.input";
  std::vector<std::string> files;
};

Options read_options(const std::vector<std::string>& args) {
  Options options;
  for (std::size_t at = 0; at < args.size(); ++at) {
    const std::string& word = args[at];
    if (!word.starts_with("--")) {
      options.files.push_back(word);
      continue;
    }
    if (at + 1 == args.size()) throw std::runtime_error(word + " needs a value");
    const std::string& value = args[++at];
    if (word == "--seed")
      options.seed = std::stoull(value);
    else if (word == "--mutations")
      options.mutations = std::stoull(value);
    else if (word == "--prefixes" && (value == "all" || value == "step"))
      options.all_prefixes = value == "all";
    else if (word == "--as" && find_subject(value) < kSubjects.size())
      options.subject = find_subject(value);
    else if (word == "--save")
      options.save = value;
    else
      throw std::runtime_error("unknown: " + word + " " + value);
  }
  return options;
}

/// Keeps the input at hand in a file, so that it is there whichever way the process dies.
class Saved {
 public:
  explicit Saved(std::string path)
      : path_(std::move(path)), fd_(::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0644)) {
    if (fd_ < 0) throw std::runtime_error("cannot write " + path_);
  }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;
  ~Saved() {
    ::close(fd_);
    ::unlink(path_.c_str());
  }

  void keep(std::string_view bytes) const {
    if (::ftruncate(fd_, 0) != 0 ||
        ::pwrite(fd_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
      throw std::runtime_error("cannot write " + path_);
  }

 private:
  std::string path_;
  int fd_;
};

const Subject& subject(const Options& options) { return kSubjects[options.subject]; }

struct Tally {
  const Subject& subject;
  std::uint64_t runs = 0;
  std::uint64_t sound = 0;
  std::chrono::duration<double> slowest{};
};

void feed(std::string_view bytes, const Saved& saved, Tally& tally) {
  saved.keep(bytes);
  const auto begin = std::chrono::steady_clock::now();
  if (tally.subject.withstand(bytes)) ++tally.sound;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  ++tally.runs;
  if (taken > tally.slowest) tally.slowest = taken;
}

void print(std::string_view what, const Tally& tally) {
  fmt::print("{}: {}, of which {} are {}; the slowest took {:.0f} ms\n", what, tally.runs,
             tally.sound, tally.subject.name, tally.slowest.count() * 1000);
  std::fflush(stdout);
}

void feed_prefixes(const std::vector<std::string>& samples, const Options& options,
                   const Saved& saved) {
  Tally tally{subject(options)};
  for (const std::string& sample : samples) {
    const std::size_t step =
        options.all_prefixes || sample.size() <= kMostWhole ? 1 : sample.size() / kSteps;
    for (std::size_t size = 0; size < sample.size(); size += step)
      feed(std::string_view(sample).substr(0, size), saved, tally);
    feed(sample, saved, tally);
  }
  print("prefixes", tally);
}

void feed_mutations(const std::vector<std::string>& seeds, const Options& options,
                    const Saved& saved) {
  Tally tally{subject(options)};
  for (std::uint64_t number = 0; number < options.mutations; ++number)
    feed(mutate(seeds, options.seed * 1'000'000'007 + number), saved, tally);
  print("mutations", tally);
}

void drive(const Options& options) {
  std::vector<std::string> samples = subject(options).samples();
  for (const std::string& file : options.files) samples.push_back(golden::slurp(file));
  std::vector<std::string> seeds;
  for (const std::string& sample : samples)
    if (sample.size() <= kMostMutated) seeds.push_back(sample);
  const Saved saved(options.save);
  fmt::print("{} samples; on a crash the input is in {}\n", samples.size(), options.save);
  std::fflush(stdout);
  feed_prefixes(samples, options, saved);
  feed_mutations(seeds, options, saved);
}

}  // namespace
}  // namespace wardplan::test

int main(int argc, char** argv) {
  try {
    wardplan::test::drive(wardplan::test::read_options({argv + 1, argv + argc}));
    return 0;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "fuzz_driver: {}\n", problem.what());
    return 2;
  }
}
