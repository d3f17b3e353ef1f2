// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sched.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "program_shares.h"
#include "shared_work.h"

namespace traceleft {
namespace {

/// While it lives, this thread may run on so many of its CPUs only.
class OnFewerCpus {
public:
    explicit OnFewerCpus(std::size_t count) {
        sched_getaffinity(0, sizeof(before_), &before_);
        cpu_set_t fewer = before_;
        for (int cpu = CPU_SETSIZE - 1; cpu >= 0 && CPU_COUNT(&fewer) > static_cast<int>(count); cpu--)
            CPU_CLR(cpu, &fewer);
        sched_setaffinity(0, sizeof(fewer), &fewer);
    }
    ~OnFewerCpus() { sched_setaffinity(0, sizeof(before_), &before_); }

private:
    cpu_set_t before_{};
};

std::vector<const bpf_program*> programs_of(const BpfObject& object) {
    std::vector<const bpf_program*> all;
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, object.get()) all.push_back(program);
    return all;
}

TEST(ProgramShares, EachCpuHasOneWhereThereAreManyPrograms) {
    EXPECT_EQ(share_count(0), 1U);
    EXPECT_EQ(share_count(16), 1U);
    EXPECT_EQ(share_count(1024), std::min<std::size_t>(usable_cpus(), 8));
    OnFewerCpus one(1);
    EXPECT_EQ(share_count(1024), 1U);
}

TEST(ProgramShares, ProgramsAreInOneShareEachAndThoseAlikeTogether) {
    if (usable_cpus() < 2) GTEST_SKIP() << "one CPU has one share";
    BpfObject object = BpfObject::open(TRACELEFT_SOURCE_DIR "/traceleft/data/battery.bpf");
    std::vector<const bpf_program*> programs = programs_of(object);
    ASSERT_GT(programs.size(), 400U);
    std::vector<std::vector<std::size_t>> shares = program_shares(programs);
    ASSERT_GE(shares.size(), 2U);
    std::set<std::size_t> seen;
    std::vector<std::size_t> sizes;
    std::set<std::string> earlier;
    for (const std::vector<std::size_t>& share : shares) {
        std::set<std::string> different;
        for (std::size_t place : share) {
            EXPECT_TRUE(seen.insert(place).second);
            different.emplace(reinterpret_cast<const char*>(bpf_program__insns(programs[place])),
                              bpf_program__insn_cnt(programs[place]) * sizeof(bpf_insn));
        }
        std::size_t& size = sizes.emplace_back(0);
        for (const std::string& each : different) {
            EXPECT_TRUE(earlier.insert(each).second);
            size += each.size();
        }
    }
    EXPECT_EQ(seen.size(), programs.size());
    EXPECT_LT(*std::max_element(sizes.begin(), sizes.end()), *std::min_element(sizes.begin(), sizes.end()) * 5 / 4);
}

}  // namespace
}  // namespace traceleft
