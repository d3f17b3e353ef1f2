// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "alike_programs.h"
#include "bpf_object.h"

namespace traceleft {
namespace {

class AlikeProgramsTest : public testing::Test {
protected:
    BpfObject object = BpfObject::open(TRACELEFT_SOURCE_DIR "/traceleft/data/battery.bpf");
    bpf_program* close = object.program("handle_close_ret");
    bpf_program* dup = object.program("handle_dup_ret");
    bpf_program* openat = object.program("handle_openat_ret");
    AlikePrograms alike;
};

TEST_F(AlikeProgramsTest, OneIsLoadedInPlaceOfAll) {
    ASSERT_TRUE(close && dup && openat);
    alike.add({dup, openat, close});
    alike.leave_out();
    bpf_program* first = std::min(close, dup);  // of the object
    bpf_program* second = std::max(close, dup);
    EXPECT_TRUE(bpf_program__autoload(first));
    EXPECT_FALSE(bpf_program__autoload(second));
    EXPECT_TRUE(bpf_program__autoload(openat));
    EXPECT_EQ(alike.loaded(second), first);
    EXPECT_EQ(alike.loaded(first), first);
    EXPECT_EQ(alike.loaded(openat), openat);
}

TEST_F(AlikeProgramsTest, NoneServesInPlaceOfOneOfAnotherGroup) {
    alike.add({close});
    alike.add({dup});
    alike.leave_out();
    EXPECT_TRUE(bpf_program__autoload(close) && bpf_program__autoload(dup));
    EXPECT_EQ(alike.loaded(dup), dup);
}

}  // namespace
}  // namespace traceleft
