// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "batch_codec.h"
#include "error.h"
#include "process_table.h"
#include "process_uses.h"
#include "raw_event.h"
#include "raw_process.h"

namespace traceleft {
namespace {

const std::string docker(64, 'a');

RawProcess a_shell() {
    return RawProcess(42, 1000, 2000)
        .strings({"sh", "bin"}, {"work", "home"}, {"sh", "-c", ""}, {"docker-" + docker + ".scope", "system.slice"});
}

std::string event_of(std::uint64_t pid, std::uint64_t timestamp) {
    RawEvent event("read");
    event.header.pid = static_cast<std::int64_t>(pid);
    event.header.timestamp = timestamp;
    return event.bytes();
}

TEST(Process, DecodesItsStrings) {
    Process process = a_shell().process();
    EXPECT_EQ(process.exe(), "/bin/sh");
    EXPECT_EQ(process.host_exe(), "/bin/sh");
    EXPECT_EQ(process.cwd(), "/home/work");
    EXPECT_EQ(process.argv(), (std::vector<std::string_view>{"sh", "-c", ""}));
    EXPECT_EQ(process.cgroup(), "/system.slice/docker-" + docker + ".scope");
    EXPECT_EQ(process.container_id(), docker);
    EXPECT_FALSE(process.argv_cut());
}

TEST(Process, KnowsWhatIsUnknown) {
    Process process = RawProcess(1, 0, 1).process();
    EXPECT_EQ(process.exe(), "");
    EXPECT_EQ(process.cwd(), "/") << "the root has no names";
    EXPECT_EQ(process.cgroup(), "/");
    EXPECT_EQ(process.container_id(), "");
    EXPECT_EQ(process.tty(), "");
}

TEST(Process, NamesTerminals) {
    const std::pair<std::uint32_t, const char*> names[] = {{136 << 20 | 300, "pts/300"},
                                                           {4 << 20 | 1, "tty1"},
                                                           {4 << 20 | 65, "ttyS1"},
                                                           {5 << 20 | 1, "console"},
                                                           {204 << 20 | 64, "char/204:64"}};
    for (const auto& [tty, name] : names) {
        RawProcess raw = a_shell();
        raw.head.tty = tty;
        EXPECT_EQ(raw.process().tty(), name);
    }
}

TEST(Process, DecodesAnyBytes) {
    std::string bytes = a_shell().bytes();
    for (std::size_t size = 0; size < bytes.size(); size++) {
        std::string cut = bytes.substr(0, size);
        std::optional<Process> process = Process::decode(as_bytes(cut));
        ASSERT_EQ(process.has_value(), size >= sizeof(wire::process_record)) << size;
        if (process) process->exe(), process->cwd(), process->argv(), process->container_id();
    }
    for (std::size_t at = sizeof(wire::process_record) - 16; at < sizeof(wire::process_record); at++) {
        std::string wild = bytes;
        wild[at] = '\xff';
        Process process = Process::decode(as_bytes(wild)).value();
        EXPECT_LE(process.raw().size(), padded(wild.size()));
        process.exe(), process.cwd(), process.argv(), process.cgroup();
    }
}

TEST(Process, TakesArgumentsAndAnExit) {
    RawProcess raw = a_shell();
    raw.head.argv = 0;
    Process process = raw.process().with_argv(std::string_view("a\0b\0", 4), 5);
    EXPECT_EQ(process.argv(), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_TRUE(process.argv_cut());
    EXPECT_EQ(process.exe(), "/bin/sh");
    Process exited = process.exited_as(RawProcess(42, 1000, 9000).exited(9, 9000).process());
    EXPECT_TRUE(exited.exited());
    EXPECT_EQ(exited.head().exit_time, 9000U);
    EXPECT_EQ(exited.argv(), process.argv());
    EXPECT_EQ(exited.key(), process.key());
}

TEST(Processes, FindTheVersionOfAnEvent) {
    Processes all;
    all.add(RawProcess(7, 3000, 3100).shared());  // the pid given again
    all.add(RawProcess(7, 1000, 1500).shared());
    all.add(RawProcess(7, 1000, 2000).shared());
    all.add(RawProcess(8, 100, 1700).shared());
    struct {
        std::uint64_t pid, timestamp, found;
    } const rows[] = {{7, 900, 0},     {7, 1000, 1500}, {7, 1500, 1500}, {7, 1999, 1500}, {7, 2000, 2000},
                      {7, 3050, 2000}, {7, 9999, 3100}, {8, 99, 0},      {8, 100, 1700},  {9, 9999, 0}};
    for (const auto& row : rows) {
        const auto& process = all.at(row.pid, row.timestamp);
        EXPECT_EQ(process ? process->key().timestamp : 0, row.found) << row.pid << " at " << row.timestamp;
    }
    Process child = RawProcess(9, 1900, 1950).parent(7, 1000).process();
    EXPECT_EQ(all.parent_of(child)->key().timestamp, 1500U);
    EXPECT_EQ(all.parent_of(RawProcess(9, 1, 1).parent(7, 5).process()), nullptr);
}

TEST(ProcessTable, GivesABatchItsProcessesAndTheirAncestors) {
    ProcessTable table;
    table.add(RawProcess(1, 0, 10).process());
    table.add(RawProcess(2, 20, 30).parent(1, 0).process());
    table.add(RawProcess(3, 40, 50).parent(2, 20).process());
    table.add(RawProcess(4, 40, 50).parent(2, 20).process());
    Batch batch;
    for (std::uint64_t timestamp : {60, 61}) {
        std::string event = event_of(3, timestamp);
        batch.append(event.data(), event.size());
        table.give(batch.event(batch.size() - 1), batch, 1);
    }
    ASSERT_EQ(batch.objects().processes().size(), 3U);
    table.add(RawProcess(3, 40, 70).parent(2, 20).exited(256, 70).process());
    table.add(RawProcess(4, 40, 70).exited(0, 70).process());
    Batch next;
    table.give_exited(next);
    ASSERT_EQ(next.objects().processes().size(), 1U) << "of those that have events";
    EXPECT_EQ(next.objects().processes().all()[0]->head().exit_status, 256);
    batch.append(next);
    EXPECT_EQ(batch.objects().processes().size(), 3U) << "it takes the place of itself";
    EXPECT_TRUE(batch.objects().processes().at(3, 60)->exited());
}

TEST(ProcessTable, TakesAnotherLookOnlyForAnotherVersion) {
    ProcessTable table;
    table.add(RawProcess(5, 1, 10).process());
    table.add(RawProcess(5, 1, 20).process());
    table.add(RawProcess(5, 1, 30).parent(9, 9).process());
    std::string event = event_of(5, 25);
    Batch batch;
    table.give(as_bytes(event), batch, 1);
    EXPECT_EQ(batch.objects().processes().all()[0]->key().timestamp, 10U);
}

TEST(ProcessTable, GivesAChangedProcessItsArguments) {
    ProcessTable table;
    auto told = [](std::uint64_t timestamp, std::uint32_t uid, std::uint16_t flag) {
        RawProcess raw(42, 1000, timestamp);
        raw.strings({"sh", "bin"}, {"home"}, {}, {"user.slice"});
        raw.head.uid = uid;
        raw.head.object.flags = wire::PROCESS_CWD_KNOWN | flag;
        return raw.process();
    };
    table.add(a_shell().process());
    table.add(told(3000, 7, 0));
    table.add(told(4000, 7, 0));  // nothing of it is new
    table.add(told(5000, 7, wire::PROCESS_EXECUTED));
    struct {
        std::uint64_t at, version, arguments;
    } const rows[] = {{2500, 2000, 3}, {4500, 3000, 3}, {5500, 5000, 0}};
    for (const auto& row : rows) {
        std::string event = event_of(42, row.at);
        Batch batch;
        table.give(as_bytes(event), batch, row.at);
        ASSERT_EQ(batch.objects().processes().size(), 1U);
        const Process& process = *batch.objects().processes().all()[0];
        EXPECT_EQ(process.key().timestamp, row.version);
        EXPECT_EQ(process.argv().size(), row.arguments) << "a program's arguments are not those of the one before";
        EXPECT_EQ(process.cgroup(), row.version == 2000 ? "/system.slice/docker-" + docker + ".scope" : "/user.slice");
    }
}

TEST(ProcessTable, ForgetsThoseThatWereToldLongAgo) {
    ProcessTable table(2);
    for (std::uint64_t pid : {1, 2, 3}) table.add(RawProcess(pid, 1, 10).process());
    for (std::uint64_t pid : {1, 2, 3}) {
        std::string event = event_of(pid, 25);
        Batch batch;
        table.give(as_bytes(event), batch, 1);
        EXPECT_EQ(batch.objects().processes().size(), pid == 1 ? 0U : 1U);
    }
}

TEST(ProcessUses, CountEventsByProcess) {
    std::shared_ptr<EventSchema> schema = test_schema();
    Batch batch;
    batch.add_process(RawProcess(7, 1000, 1500).shared());
    batch.add_process(RawProcess(7, 3000, 3100).exited(0, 4000).shared());
    for (std::uint64_t timestamp : {1600, 1700, 3200}) {
        std::string event = event_of(7, timestamp);
        batch.append(event.data(), event.size());
    }
    std::string unknown = event_of(8, 5000);
    batch.append(unknown.data(), unknown.size());
    ProcessUses uses(schema, 3);
    uses.add(batch);
    std::string late = event_of(9, 5000);
    batch.append(late.data(), late.size());
    std::vector<ProcessUse> all = uses.all();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].events, 2U);
    EXPECT_EQ(all[0].first, 1600U);
    EXPECT_EQ(all[0].last, 1700U);
    EXPECT_EQ(all[1].events, 1U);
    EXPECT_TRUE(all[1].process->exited());
    EXPECT_EQ(all[2].process, nullptr);
    uses.add(batch);
    EXPECT_EQ(uses.dropped(), 1U);
}

TEST(BatchCodec, KeepsTheProcesses) {
    Batch batch;
    std::string event = event_of(42, 5000);
    batch.append(event.data(), event.size());
    batch.add_process(a_shell().shared());
    batch.add_process(RawProcess(7, 1, 2).exited(256, 3).shared());
    for (const Batch& each : {batch, [&] {
                                  Batch exits;  // those of processes that have no more events
                                  exits.add_process(a_shell().shared());
                                  return exits;
                              }()}) {
        Batch again = decompress_batch(BatchCompressor().encode(each));
        EXPECT_EQ(again.size(), each.size());
        ASSERT_EQ(again.objects().processes().size(), each.objects().processes().size());
        EXPECT_EQ(again.objects().processes().at(42, 5000)->exe(), "/bin/sh");
    }
}

}  // namespace
}  // namespace traceleft
