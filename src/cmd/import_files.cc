#include "cmd/import_files.h"

#include <algorithm>
#include <filesystem>

#include "import/models.h"
#include "text/quoted.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

fs::path beside(const ImportOptions& options) { return fs::path(options.output).parent_path(); }

void read_again(NewFiles& made) {
  made.report = {};
  made.project = read_files_as(made.files, made.report);
  if (!made.project.failures.empty()) throw Failure(made.project.failures.front().why);
}

const Plan* plan_of(const NewFiles& made) {
  return made.project.plans.empty() ? nullptr : &made.project.plans.front();
}

std::string movement_text(const RecordHead& head, const std::string& models) {
  std::string out = "kind: movement\nformat: 1\n";
  const auto line = [&](std::string_view key, const std::string& text) {
    out.append(key).append(": ").append(yaml::scalar(text, false)).append("\n");
  };
  line("ward", head.ward);
  out += "year: " + std::to_string(head.year) + "\n";
  line("name", head.movement);
  line("title", head.title);
  if (!head.issued.empty()) line("issued", head.issued);
  return out + models;
}

NewFiles movement_files(Imported& imported, const RecordHead& head, const ImportOptions& options) {
  const std::string models = models_text(imported.headings, imported.rows, imported.table);
  NewFiles made;
  made.files.emplace_back(options.output, movement_text(head, models));
  read_again(made);
  return made;
}

/// The list is needed to know which contents there are.
void need_list(const NewFiles& made, const ImportOptions& options) {
  const Plan* plan = plan_of(made);
  if (plan != nullptr && plan->catalogue != nullptr) {
    if (options.with_catalogue && made.files.size() < 2)
      throw Failure(say("đã có bộ tiêu chí `{}`; bỏ `--with-catalogue`",
                        "there is a list `{}`; leave `--with-catalogue` out", options.catalogue));
    return;
  }
  if (!options.with_catalogue)
    throw Failure(
        say("không có bộ tiêu chí `{0}` ở đây hay thư mục trên; thêm "
            "`--with-catalogue` để lập nó từ chính biểu này",
            "there is no list `{0}` here or above; add `--with-catalogue` to make it of "
            "this table",
            options.catalogue));
}

}  // namespace

std::string register_path(const ImportOptions& options) {
  return (beside(options) / "ward.yaml").string();
}

std::string catalogue_path(const ImportOptions& options) {
  return (beside(options) / "catalogues" / (options.catalogue + ".yaml")).string();
}

NewFiles new_files(Imported& imported, const RecordHead& head, const ImportOptions& options) {
  if (head.kind == RecordKind::movement) return movement_files(imported, head, options);
  const auto record = [&](const Plan* read) {
    return NewFile{options.output, record_text(head, imported.headings, imported.rows, read)};
  };
  NewFiles made;
  made.files = {record(nullptr)};
  read_again(made);
  if (head.kind == RecordKind::criteria) {
    need_list(made, options);
    if (options.with_catalogue)
      made.files.emplace(made.files.begin(), catalogue_path(options),
                         catalogue_text(head, imported.rows));
  }
  const Ward* ward = plan_of(made) == nullptr ? nullptr : plan_of(made)->ward;
  imported.proposed = propose_register(imported.rows, imported.headings, ward);
  if (options.with_register && ward != nullptr)
    throw Failure(say("phường `{}` đã có danh mục; bỏ `--with-register`",
                      "the ward `{}` has a register; leave `--with-register` out", options.ward));
  if (options.with_register)
    made.files.emplace(made.files.begin(), register_path(options),
                       register_text(imported.proposed, options.ward));
  if (made.files.size() > 1) read_again(made);
  made.files.back() = record(plan_of(made));
  read_again(made);
  return made;
}

}  // namespace wardplan
