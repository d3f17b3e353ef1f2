// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "batch_codec.h"
#include "error.h"
#include "json_formatter.h"
#include "raw_event.h"
#include "schema_check.h"
#include "text_formatter.h"

namespace traceleft {
namespace {

Value struct_value(EventSchema& schema, const std::string& name) {
    Value value{Kind::Struct};
    value.layout = &schema.layout(name);
    return value;
}

Value array_value(Value element, std::uint32_t count = 0) {
    Value value{Kind::Array};
    value.element = std::make_shared<Value>(std::move(element));
    value.count = count;
    return value;
}

void add_call(EventSchema& schema, std::vector<Value> values, int nr = 1) {
    SyscallSchema call;
    call.syscall = {"probe", nr, "probe", "probe"};
    for (std::size_t i = 0; i < values.size(); i++) {
        call.arguments.push_back(argument_of("a" + std::to_string(i), Kind::Int));
        call.arguments.back().value = values[i];
    }
    schema.add(std::move(call));
}

std::string refusal(const std::function<void(EventSchema&)>& fill) {
    EventSchema schema;
    fill(schema);
    try {
        check_schema(schema);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Usage);
        return error.what();
    }
    return "";
}

TEST(SchemaCheck, TakesWhatTestsAreMadeWith) { EXPECT_NO_THROW(check_schema(*test_schema())); }

Value with_cases(Value value, std::size_t selector, Value of) {
    auto cases = std::make_shared<Cases>();
    cases->selector = selector;
    cases->mask = 1;
    cases->values[0] = std::move(of);
    value.cases = cases;
    return value;
}

TEST(SchemaCheck, RefusesFieldsThatLeadNowhere) {
    const Value number{Kind::Uint, 4}, bytes{Kind::Buffer};
    auto of = [](std::vector<Field> fields, std::uint32_t at = 0, std::uint32_t size = 0, std::uint32_t align = 1) {
        return [=](EventSchema& schema) {
            StructLayout layout{8, fields, "", {}};
            layout.record_offset = at;
            layout.record_size = size;
            layout.record_align = align;
            schema.layout("s") = layout;
        };
    };
    auto linked = [](Kind kind, std::uint32_t size) {
        Value value = kind == Kind::Array ? array_value(Value{Kind::Int, 4}) : Value{kind};
        value.size = size;
        value.linked = true;
        return value;
    };
    const Field length{"l", 0, number}, data{"d", 4, bytes};
    EXPECT_EQ(refusal(of({length, data}, 0, 4, 8)), "");
    EXPECT_EQ(refusal(of({length, {"d", 8, {Kind::Beyond}}})), "");
    EXPECT_EQ(refusal(of({length, {"p", 0, linked(Kind::Array, 8)}, {"s", 0, linked(Kind::String, 8)}})), "");
    const std::vector<std::pair<std::string, std::function<void(EventSchema&)>>> wrong = {
        {"no size", of({{"d", 0, bytes}, length})},  // bytes up to the end, and then more
        {"with a size", of({length, {"d", 4, {Kind::Buffer, 4}}})},
        {"with a size", of({length, {"d", 4, {Kind::Beyond, 4}}, {"e", 4, {Kind::Beyond, 4}}})},
        {"records", of({length, {"x", 4, number}}, 0, 4)},
        {"records", of({length, data}, 2, 4)},
        {"records", of({length, data}, 0xffffffff, 8)},
        {"records", of({length, data}, 0, 9)},
        {"records", of({length, data}, 0, 4, 0)},
        {"fixed part", of({{"a", 0, {Kind::Uint, 1}},
                           {"b", 0, {Kind::Uint, 1}},
                           {"c", 0, {Kind::Uint, 1}},
                           {"d", 0, {Kind::Uint, 1}},
                           {"e", 1, bytes}},
                          0, 1)},
        {"choice", of({length, {"d", 4, with_cases(bytes, 2, number)}})},
        {"choice", of({length, {"d", 4, with_cases(number, 0, Value{Kind::Uint, 8})}})},
        {"choice", of({length, {"d", 4, with_cases(number, 0, Value{Kind::Int, 4})}})},
        {"choice", of({length, {"d", 4, with_cases(array_value(number, 1), 0, number)}})},
        {"choice", of({{"c", 0, {Kind::Chars, 4}}, {"d", 4, with_cases(bytes, 0, number)}})},
        {"choices within",
         of({length, {"d", 4, with_cases(bytes, 0, with_cases(bytes, 0, with_cases(bytes, 0, number)))}})},
        {"linked", of({length, {"p", 0, linked(Kind::Array, 2)}})},
        {"linked", of({length, {"p", 0, linked(Kind::Strings, 8)}})},
        {"linked", of({{"p", 0, array_value(linked(Kind::Array, 8), 1)}})},
        {"pointers",
         [&](EventSchema& s) {
             Value pointers{Kind::Pointers};
             pointers.element = std::make_shared<Value>(number);
             add_call(s, {pointers});
         }},
    };
    for (const auto& [word, fill] : wrong)
        EXPECT_NE(refusal(fill).find(word), std::string::npos) << word << ": " << refusal(fill);
}

TEST(SchemaCheck, RefusesWhatHasNoEnd) {
    const std::vector<std::pair<std::string, std::function<void(EventSchema&)>>> endless = {
        {"itself", [](EventSchema& s) { s.layout("s") = {8, {{"x", 0, struct_value(s, "s")}}, "", {}}; }},
        {"itself",
         [](EventSchema& s) { s.layout("s") = {8, {{"x", 0, array_value(struct_value(s, "s"), 1)}}, "", {}}; }},
        {"itself",
         [](EventSchema& s) {
             s.layout("s") = {8, {{"x", 0, {Kind::Int, 4}}}, "x", {{1, &s.layout("t")}}};
             s.layout("t") = {8, {{"x", 0, struct_value(s, "s")}}, "", {}};
         }},
        {"levels",
         [](EventSchema& s) {
             for (int i = 0; i < 9; i++)
                 s.layout("s" + std::to_string(i)) = {
                     8, {{"x", 0, struct_value(s, "s" + std::to_string(i + 1))}}, "", {}};
             s.layout("s9") = {8, {{"x", 0, {Kind::Int, 4}}}, "", {}};
         }},
        {"arrays",
         [](EventSchema& s) {
             Value value{Kind::Int, 4};
             for (int i = 0; i < 20; i++) value = array_value(value, 1);
             add_call(s, {value});
         }},
        {"no size", [](EventSchema& s) { add_call(s, {array_value(struct_value(s, "s"))}); }},
        {"0 bytes", [](EventSchema& s) { add_call(s, {array_value(Value{Kind::Int, 0})}); }},
        {"too much",
         [](EventSchema& s) { add_call(s, {array_value(array_value(Value{Kind::Int, 8}, 1U << 29), 1U << 31)}); }},
    };
    for (const auto& [said, fill] : endless) EXPECT_NE(refusal(fill).find(said), std::string::npos) << refusal(fill);
}

TEST(SchemaCheck, RefusesWhatCHasNot) {
    for (Value value :
         {Value{Kind::Int, 3}, Value{Kind::Int, 16}, Value{Kind::Int, 8, 64, 1}, Value{Kind::Int, 4, 30, 3},
          Value{Kind::Int, 4, 1, 0}, Value{Kind::InAddr, 16}, Value{Kind::Chars, 5000}})
        EXPECT_NE(refusal([&](EventSchema& schema) { add_call(schema, {value}); }), "") << value.size;
    for (std::string name : {"", "a b", "\x1b[2J", "a\n", "\x9b"})
        EXPECT_NE(refusal([&](EventSchema& schema) { schema.add_flags("f", {0, {{name, 1}}, {}}); }), "") << name;
    for (int nr : {-2, 4096}) EXPECT_NE(refusal([&](EventSchema& schema) { add_call(schema, {}, nr); }), "") << nr;
}

TEST(SchemaCheck, RefusesWordsThatNeverEnd) {
    auto with = [](WordPart part) {
        return refusal([&](EventSchema& schema) {
            schema.add_flags("f", {});
            part.value.flags = schema.flags("f");
            schema.set_parts("f", {part});
        });
    };
    Value word{Kind::Flags, 8};
    EXPECT_NE(with({1, 0, word}).find("parts within a part"), std::string::npos);
    auto alone = [](const WordPart& part, const std::string& form = {}) {
        return refusal([&](EventSchema& schema) {
            FlagSet set;
            set.form = form;
            schema.add_flags("f", set);
            schema.set_parts("f", std::vector<WordPart>(part.shift == 7 ? 17 : 1, part));
        });
    };
    Value number{Kind::Uint, 8};
    EXPECT_EQ(alone({1, 0, number, "{}<<A_SHIFT"}, "A({}, {})"), "");
    EXPECT_NE(alone({1, 64, number}), "");
    EXPECT_NE(alone({1, 7, number}), "");  // too many
    EXPECT_NE(alone({1, 0, Value{Kind::Struct, 8}}), "");
    EXPECT_NE(alone({1, 0, Value{Kind::InAddr, 4}}), "");
    for (std::string form : {"\x1b[2J{}", "a\n{}", "\x9b{}", "{}\""}) {
        EXPECT_NE(alone({1, 0, number, form}), "") << form;
        EXPECT_NE(alone({1, 0, number}, form), "") << form;
    }
}

// Its bits are named in 64 letters each: 128 bytes become 64 KiB.
TEST(OutputLimit, EndsWhatBecomesTooMuch) {
    auto schema = std::make_shared<EventSchema>();
    FlagSet flags;
    for (int bit = 0; bit < 64; bit++)
        flags.bits.push_back({std::string(62, 'x') + std::to_string(10 + bit), std::uint64_t{1} << bit});
    Value value{Kind::Flags, 8};
    value.flags = schema->add_flags("f", flags);
    add_call(*schema, std::vector<Value>(16, value));
    check_schema(*schema);
    RawEvent event("probe");
    event.arguments(std::vector<std::uint64_t>(16, ~std::uint64_t{0}));
    std::string bytes = event.bytes();
    Batch few, many;
    for (int i = 0; i < 100; i++) few.append(bytes.data(), bytes.size());
    for (int i = 0; i < 2000; i++) many.append(bytes.data(), bytes.size());
    EXPECT_GT(TextFormatter(schema).encode(few).size(), 100 * 64 * 1024U);
    EXPECT_THROW(TextFormatter(schema).encode(many), Error);
    EXPECT_THROW(JsonFormatter(schema).encode(many), Error);
}

}  // namespace
}  // namespace traceleft
