// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "kernel_btf.h"
#include "relocation_types.h"

namespace traceleft {
namespace {

using Types = std::unique_ptr<btf, decltype(&btf__free)>;

Types selected(const btf& object_types) {
    UniqueFd file = make_types_file();
    write_types(file, object_types);
    return {btf__parse(("/proc/self/fd/" + std::to_string(file.get())).c_str(), nullptr), &btf__free};
}

const btf_member* member(const btf* types, const btf_type* composite, const std::string& name) {
    for (int i = 0; i < btf_vlen(composite); i++)
        if (btf__name_by_offset(types, btf_members(composite)[i].name_off) == name) return btf_members(composite) + i;
    return nullptr;
}

TEST(RelocationTypes, ThoseOfAnObjectsNamesAreSelectedWithWhatTheyHold) {
    Types object(btf__new_empty(), &btf__free);
    btf__add_struct(object.get(), "task_struct___mine", 0);
    btf__add_enum(object.get(), "pid_type", 4);
    btf__add_struct(object.get(), "traceleft_has_this_alone", 0);
    Types types = selected(*object);
    ASSERT_TRUE(types);
    EXPECT_LT(btf__type_cnt(types.get()), 2'000U);

    auto kernel = kernel_btf();
    int id = btf__find_by_name_kind(types.get(), "task_struct", BTF_KIND_STRUCT);
    ASSERT_GT(id, 0);
    const btf_type* task = btf__type_by_id(types.get(), id);
    const btf_type* theirs =
        btf__type_by_id(kernel.get(), btf__find_by_name_kind(kernel.get(), "task_struct", BTF_KIND_STRUCT));
    EXPECT_EQ(task->size, theirs->size);
    ASSERT_EQ(btf_vlen(task), btf_vlen(theirs));
    for (int i = 0; i < btf_vlen(task); i++) {
        EXPECT_EQ(btf_members(task)[i].offset, btf_members(theirs)[i].offset);
        EXPECT_EQ(btf__resolve_size(types.get(), btf_members(task)[i].type),
                  btf__resolve_size(kernel.get(), btf_members(theirs)[i].type));
    }
    EXPECT_GT(btf__find_by_name_kind(types.get(), "pid_type", BTF_KIND_ENUM), 0);
    EXPECT_GT(btf__find_by_name_kind(types.get(), "thread_struct", BTF_KIND_STRUCT), 0) << "task_struct holds it";
    EXPECT_LT(btf__find_by_name_kind(types.get(), "tcp_sock", BTF_KIND_STRUCT), 0) << "nothing names it";

    const btf_member* parent = member(types.get(), task, "real_parent");
    ASSERT_TRUE(parent);
    const btf_type* pointer = btf__type_by_id(types.get(), parent->type);
    EXPECT_TRUE(btf_is_ptr(pointer));
    EXPECT_EQ(pointer->type, 0U);
}

}  // namespace
}  // namespace traceleft
