// The only file that knows yaml-cpp.
#include "yaml/events.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>

#include "yaml/read.h"

namespace wardplan::yaml {
namespace {

/// Lets yaml-cpp read from memory that is not copied.
struct View : std::streambuf {
  explicit View(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // never written to
    setg(begin, begin, begin + text.size());
  }
};

struct TooDeep {};

/// Builds the tree; the house's only use of inheritance, because yaml-cpp asks for it.
class Builder : public YAML::EventHandler {
 public:
  Builder(FileId file, std::uint32_t offset, Events& events)
      : file_(file), offset_(offset), events_(events) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(make(Kind::null, mark)); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { add(make(Kind::null, mark)); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    Node node = make(Kind::scalar, mark);
    node.text = value;
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(make(Kind::sequence, mark), style);
  }

  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(make(Kind::mapping, mark), style);
  }

  void OnMapEnd() override { close(); }

  std::vector<std::uint32_t> open_brackets() const {
    std::vector<std::uint32_t> brackets;
    for (const Open& open : open_)
      if (open.node.flow) brackets.push_back(open.node.span.begin);
    return brackets;
  }

 private:
  struct Open {
    Node node;
    std::optional<Node> key;
  };

  Node make(Kind kind, const YAML::Mark& mark) {
    const auto at = static_cast<std::uint32_t>(mark.pos) + offset_;
    if (kind != Kind::null) events_.last = at;
    Node node;
    node.kind = kind;
    node.span = {file_, at, at};
    return node;
  }

  void open(Node node, YAML::EmitterStyle::value style) {
    if (open_.size() >= static_cast<std::size_t>(kMaxDepth)) throw TooDeep{};
    node.flow = style == YAML::EmitterStyle::Flow;
    open_.push_back({std::move(node), {}});
  }

  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (open_.empty()) {
      events_.root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Kind::sequence) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      parent.node.pairs.push_back({std::move(*parent.key), std::move(node)});
      parent.key.reset();
    }
  }

  FileId file_;
  std::uint32_t offset_;
  Events& events_;
  std::vector<Open> open_;
};

Trouble trouble_of(const std::string& message) {
  namespace Msg = YAML::ErrorMsg;
  static const std::pair<std::string_view, Trouble> kTroubles[] = {
      {Msg::MAP_VALUE, Trouble::map_value},
      {Msg::INVALID_ESCAPE, Trouble::bad_escape},
      {Msg::INVALID_HEX, Trouble::bad_escape},
      {Msg::INVALID_UNICODE, Trouble::bad_escape},
      {Msg::ANCHOR_NOT_FOUND, Trouble::anchor},
      {Msg::CHAR_IN_ANCHOR, Trouble::anchor},
      {Msg::MULTIPLE_ANCHORS, Trouble::anchor},
      {Msg::ALIAS_NOT_FOUND, Trouble::alias},
      {Msg::CHAR_IN_ALIAS, Trouble::alias},
      {Msg::ALIAS_CONTENT, Trouble::alias},
      {Msg::UNKNOWN_ANCHOR, Trouble::alias},
      {Msg::MULTIPLE_TAGS, Trouble::tag},
      {Msg::CHAR_IN_TAG_HANDLE, Trouble::tag},
      {Msg::TAG_WITH_NO_SUFFIX, Trouble::tag},
      {Msg::END_OF_VERBATIM_TAG, Trouble::tag},
      {Msg::TAB_IN_INDENTATION, Trouble::tab},
      {Msg::YAML_DIRECTIVE_ARGS, Trouble::directive},
      {Msg::YAML_VERSION, Trouble::directive},
      {Msg::YAML_MAJOR_VERSION, Trouble::directive},
      {Msg::REPEATED_YAML_DIRECTIVE, Trouble::directive},
      {Msg::TAG_DIRECTIVE_ARGS, Trouble::directive},
      {Msg::REPEATED_TAG_DIRECTIVE, Trouble::directive},
      {Msg::BAD_FILE, Trouble::too_deep},  // what YAML::DeepRecursion says
  };
  for (const auto& [start, trouble] : kTroubles)
    if (message.starts_with(start)) return trouble;
  return Trouble::other;
}

}  // namespace

Events parse_events(std::string_view text, FileId file, std::uint32_t offset) {
  Events events;
  Builder builder(file, offset, events);
  // Without a last line end yaml-cpp takes blanks at the end of the file into a block scalar.
  std::string ended;
  if (!text.ends_with('\n')) text = ended = std::string(text) + "\n";
  View view(text);
  std::istream stream(&view);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& problem) {
    const bool placed = problem.mark.pos >= 0;
    events.refusal =
        Refusal{trouble_of(problem.msg),
                placed ? static_cast<std::uint32_t>(problem.mark.pos) + offset : events.last};
  } catch (const TooDeep&) {
    events.refusal = Refusal{Trouble::too_deep, events.last};
  }
  events.open_brackets = builder.open_brackets();
  if (events.refusal) events.root.reset();
  return events;
}

}  // namespace wardplan::yaml
