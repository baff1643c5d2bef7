// The keys of the document around a table: one line a key.
#include <array>

#include "records/keys.h"

namespace wardplan {
namespace {

constexpr std::array kCitedKeys = {
    must<&Cited::document>("document", {"tên loại và tên văn bản", "what it is called"}),
    may_exact<&Cited::symbol>("symbol", {"số, ký hiệu: `211-KH/QU`", "number and symbol"}),
    may<&Cited::date>("date", {"ngày ban hành", "date of issue"}),
    may<&Cited::issuer>("issuer", {"cơ quan ban hành", "issued by"}),
    may<&Cited::about>("about", {"về việc gì", "what it is about"}),
};

constexpr std::array kEventKeys = {
    must<&Event::name>("name", {"tên sự kiện", "name"}),
    must<&Event::date>("date", {"ngày, như văn bản ghi", "its day as the text says it"}),
};

constexpr std::array kAnnexedFormKeys = {
    must_exact<&AnnexedForm::id>("id", {"mã mẫu: `M1`", "name of the form: `M1`"}),
    may<&AnnexedForm::title>("title", {"tên mẫu", "title"}),
};

constexpr std::array kPassageKeys = {
    may_exact<&Row::number>("number", {"số như bản ban hành, `-`, `+`; đoạn thường thì không có",
                                       "number as issued, `-`, `+`; a plain paragraph has none"}),
    may<&Row::heading>("heading", {"tên mục", "text of a heading"}),
    may<&Row::title>("text", {"lời văn của đoạn", "words of a paragraph"}),
    may<&Row::declares>("declares", {"số lượng văn bản tự khai", "count stated by the document"}),
    may<&Row::passage, &Passage::rows>(
        "rows",
        {"dòng của biểu hay mã ở `reporting` thực hiện đoạn này; đề mục là mọi dòng dưới nó",
         "rows of the table, or ids of `reporting`, that take it up; a heading stands for "
         "all below it"}),
    may<&Row::leader>("leader", {"lãnh đạo được giao", "leader in charge"}),
    may<&Row::lead>("lead", {"đơn vị được giao", "units whose duty it is"}),
    may<&Row::support>("support", {"đơn vị phối hợp", "supporting units"}),
    may<&Row::targets>("targets", {"con số mà đoạn nêu", "figures that it states"}),
    may<&Row::passage, &Passage::cites>("cites", {"văn bản mà đoạn nhắc", "documents it names"}),
    may<&Row::passage, &Passage::forms>("forms", {"mẫu mà đoạn nhắc", "forms that it names"}),
    may<&Row::model, &Model::fields>(
        "fields", {"của phong trào: lĩnh vực mà đoạn nói", "of a movement: fields that it names"}),
    may<&Row::passage, &Passage::events>("events", {"sự kiện có ngày", "events with their day"}),
    may<&Row::note>("note", {"ghi chú, không in", "note, not printed"}),
};

constexpr std::array kIssuedTextKeys = {
    may<&IssuedText::type>("type", {"tên loại văn bản, bỏ trống: Kế hoạch",
                                    "kind of document, `Kế hoạch` without it"}),
    may_exact<&IssuedText::symbol>(
        "symbol",
        {"số, ký hiệu như bản ban hành: `149-KH/ĐU`, `… - KH/ĐU`", "number and symbol as issued"}),
    may<&IssuedText::date>(
        "date", {"ngày ban hành; bỏ trống thì in dòng chấm", "date of issue; dotted without it"}),
    may<&IssuedText::about>("about", {"trích yếu", "what it is about"}),
    may<&IssuedText::bases>("bases", {"căn cứ", "documents that it rests on"}),
    may<&IssuedText::opening>("opening", {"câu trước mục đầu", "sentence before the sections"}),
    must_list<&IssuedText::text, passage_keys>(
        "text", {"các mục và đoạn, theo thứ tự", "sections and paragraphs in their order"}),
    may<&IssuedText::closing>("closing", {"câu kết", "last sentence"}),
    may<&IssuedText::signs_for>("signs_for", {"quyền hạn ký, khác với ở `letterhead`",
                                              "by what right it is signed, if not as letterhead"}),
    may<&IssuedText::office>("office", {"chức vụ người ký", "the signer's office"}),
    may<&IssuedText::signer>("signer", {"họ tên người ký", "who signs"}),
    may<&IssuedText::recipients>("recipients", {"nơi nhận", "who gets it"}),
    may<&IssuedText::forms>("forms", {"mẫu kèm theo", "forms behind it"}),
};

}  // namespace

std::span<const Key<Row>> passage_keys() { return kPassageKeys; }
std::span<const Key<Cited>> keys_of(Cited*) { return kCitedKeys; }
std::span<const Key<Event>> keys_of(Event*) { return kEventKeys; }
std::span<const Key<AnnexedForm>> keys_of(AnnexedForm*) { return kAnnexedFormKeys; }
std::span<const Key<IssuedText>> keys_of(IssuedText*) { return kIssuedTextKeys; }

}  // namespace wardplan
