// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "captured_memory.h"
#include "value_plan.h"

namespace traceleft {
namespace {

constexpr std::uint64_t patterns[] = {0,
                                      1,
                                      0x7f,
                                      0x80,
                                      0xff,
                                      0x8000,
                                      0xffff,
                                      0x12345678,
                                      0x80000000,
                                      0xffffffff,
                                      0x123456789abcdef0,
                                      0x8000000000000000,
                                      ~0ULL};

TEST(NumberReading, ReadsWhatNumberOfReads) {
    for (const KindFacts& facts : kinds)
        for (std::uint32_t size : {1, 2, 4, 8}) {
            Value value{facts.kind, size};
            if (!is_plain_number(value) || (facts.size != number_size && facts.size != size)) continue;
            NumberReading reading(value);
            for (std::uint64_t bits : patterns) {
                EXPECT_EQ(reading.of(bits), number_of(value, bits)) << facts.name << " of " << size << ": " << bits;
                std::string memory(reinterpret_cast<const char*>(&bits), sizeof(bits));
                for (const std::string& bytes : {memory.substr(0, size), memory, memory + "more"})
                    EXPECT_EQ(reading.of(std::string_view(bytes)), number_of(value, load_bits(bytes, size)));
            }
        }
}

TEST(NumberReading, ReadsBitFields) {
    for (Kind kind : {Kind::Int, Kind::Uint, Kind::Uid, Kind::Hex})
        for (std::uint32_t width = 1; width <= 32; width++)
            for (std::uint32_t shift = 0; shift + width <= 32; shift++) {
                Value value{kind, 4, shift, width};
                for (std::uint64_t bits : patterns)
                    ASSERT_EQ(NumberReading(value).of(bits), number_of(value, bits)) << shift << ", " << width;
            }
}

struct NamedMember : PlannedValue {
    NamedMember(const std::string& its_name, const PlannedValue& planned) : PlannedValue(planned), name(its_name) {}
    std::string name;
    struct Head {
        Head() = default;
        explicit Head(const SyscallSchema& call) : call(call.syscall.name) {}
        std::string call;
    };
};

TEST(Plans, AStructIsWholeIfAllInItIs) {
    EventSchema schema;
    StructLayout& inner = schema.layout("inner");
    inner.size = 4;
    inner.fields = {{"number", 0, Value{Kind::Int, 4}}};
    StructLayout& outer = schema.layout("outer");
    outer.size = 8;
    Value of_inner{Kind::Struct};
    of_inner.layout = &inner;
    outer.fields = {{"first", 0, Value{Kind::Uint, 4}}, {"second", 4, of_inner}};
    StructLayout& chosen = schema.layout("chosen");
    chosen.size = 4;
    chosen.fields = inner.fields;
    chosen.selector = "number";
    StructLayout& around = schema.layout("around");
    around.size = 4;
    Value of_chosen{Kind::Struct};
    of_chosen.layout = &chosen;
    around.fields = {{"only", 0, of_chosen}};

    Plans<NamedMember> plans;
    const Plan<NamedMember>& plan = plans.of(outer);
    EXPECT_TRUE(plan.whole);
    ASSERT_EQ(plan.members.size(), 2U);
    EXPECT_EQ(plan.members[0].way, PlannedValue::Way::Number);
    EXPECT_EQ(plan.members[1].way, PlannedValue::Way::Struct);
    EXPECT_EQ(plan.members[1].layout, &plans.of(inner));
    EXPECT_EQ(plan.members[1].index, 1U);
    EXPECT_FALSE(plans.of(around).whole);
    EXPECT_EQ(plans.of(around).members[0].way, PlannedValue::Way::Walk);

    SyscallSchema call;
    call.syscall.name = "call";
    Value text{Kind::String};
    call.arguments = {{"path", "char *", text, std::nullopt},
                      {"to", "struct outer *", Value{Kind::Struct}, std::nullopt}};
    call.arguments[1].value.layout = &outer;
    const Plan<NamedMember>& arguments = plans.of(call);
    EXPECT_EQ(arguments.head.call, "call");
    EXPECT_EQ(arguments.members[0].way, PlannedValue::Way::Text);
    EXPECT_EQ(arguments.members[1].way, PlannedValue::Way::Struct);
    EXPECT_EQ(&plans.of(call), &arguments);
}

}  // namespace
}  // namespace traceleft
