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
    EXPECT_GT(TextFormatter(schema).format(few).size(), 100 * 64 * 1024U);
    EXPECT_THROW(TextFormatter(schema).format(many), Error);
    EXPECT_THROW(JsonFormatter(schema).format(many), Error);
}

}  // namespace
}  // namespace traceleft
