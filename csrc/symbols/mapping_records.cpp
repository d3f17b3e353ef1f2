// SPDX-License-Identifier: MIT
#include "mapping_records.h"

#include <linux/perf_event.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr std::size_t ring_bytes = 512 * 1024;  // a power of two: some 4,000 records

struct Forked {
    std::uint32_t pid, parent, tid, parent_tid;
};
struct Mapped {
    std::uint32_t pid, tid;
    std::uint64_t begin, size, offset;
    std::uint32_t major, minor;
    std::uint64_t inode, generation;
    std::uint32_t protection, flags;
};

UniqueFd open_ring(int cpu) {
    perf_event_attr attributes{};
    attributes.size = sizeof(attributes);
    attributes.type = PERF_TYPE_SOFTWARE;
    attributes.config = PERF_COUNT_SW_DUMMY;
    attributes.mmap = attributes.mmap2 = 1;
    attributes.comm = attributes.comm_exec = 1;
    attributes.task = 1;
    attributes.sample_id_all = 1;
    attributes.sample_type = PERF_SAMPLE_TIME;
    attributes.use_clockid = 1;
    attributes.clockid = CLOCK_MONOTONIC;
    attributes.watermark = 1;
    attributes.wakeup_watermark = 1;
    NoFork until_kept;
    return UniqueFd(static_cast<int>(syscall(SYS_perf_event_open, &attributes, -1, cpu, -1, PERF_FLAG_FD_CLOEXEC)));
}

template <typename T>
T read_at(std::span<const std::byte> record, std::size_t offset) {
    T value{};
    if (offset + sizeof(T) <= record.size()) std::memcpy(&value, record.data() + offset, sizeof(T));
    return value;
}

}  // namespace

MappingRecords::MappingRecords() {
    const auto cpus = static_cast<int>(sysconf(_SC_NPROCESSORS_CONF));
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    for (int cpu = 0; cpu < cpus; cpu++) {
        UniqueFd event = open_ring(cpu);
        if (!event && errno == ENODEV) continue;  // it is offline
        if (!event) throw Error::os("open perf's records of mapped files", errno);
        Mapping pages = Mapping::of(event.get(), ring_bytes + page, PROT_READ | PROT_WRITE);
        rings_.push_back({std::move(event), std::move(pages)});
    }
}

std::vector<MappingRecord> MappingRecords::take() {
    std::vector<MappingRecord> records;
    for (const Ring& ring : rings_) take(ring, records);
    auto before = [](const MappingRecord& one, const MappingRecord& other) { return one.time < other.time; };
    std::stable_sort(records.begin(), records.end(), before);
    return records;
}

void MappingRecords::wait(std::span<const int> others, int milliseconds) {
    std::vector<pollfd> all;
    for (int each : others) all.push_back({each, POLLIN, 0});
    for (const Ring& ring : rings_) all.push_back({ring.event.get(), POLLIN, 0});
    poll(all.data(), all.size(), milliseconds);
}

void MappingRecords::take(const Ring& ring, std::vector<MappingRecord>& records) {
    auto* head = ring.pages.as<perf_event_mmap_page>();
    const auto* data = ring.pages.as<std::byte>(static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
    std::uint64_t end = std::atomic_ref(head->data_head).load(std::memory_order_acquire);
    std::uint64_t at = head->data_tail;
    std::vector<std::byte> record;
    while (at < end) {
        // It may go on at the ring's beginning.
        auto copy = [&](std::size_t size) {
            record.resize(size);
            for (std::size_t i = 0; i < size; i++) record[i] = data[(at + i) & (ring_bytes - 1)];
        };
        copy(sizeof(perf_event_header));
        auto header = read_at<perf_event_header>(record, 0);
        if (header.size < sizeof(header)) break;
        copy(header.size);
        read(record, records);
        at += header.size;
    }
    std::atomic_ref(head->data_tail).store(at, std::memory_order_release);
}

// The time lies at the end of each.
void MappingRecords::read(std::span<const std::byte> record, std::vector<MappingRecord>& records) {
    auto header = read_at<perf_event_header>(record, 0);
    constexpr std::size_t begin = sizeof(header);
    MappingRecord read;
    if (record.size() < begin + sizeof(read.time)) return;
    read.time = read_at<std::uint64_t>(record, record.size() - sizeof(read.time));
    switch (header.type) {
        case PERF_RECORD_LOST:
            lost_ += read_at<std::uint64_t>(record, begin + sizeof(std::uint64_t));
            return;
        case PERF_RECORD_COMM:
            if (!(header.misc & PERF_RECORD_MISC_COMM_EXEC)) return;
            read.is = MappingRecord::Is::Executed;
            read.pid = read_at<std::uint32_t>(record, begin);
            break;
        case PERF_RECORD_FORK:
        case PERF_RECORD_EXIT: {
            auto forked = read_at<Forked>(record, begin);
            bool is_fork = header.type == PERF_RECORD_FORK;
            // Threads come and go, too.
            if (is_fork ? forked.pid == forked.parent : forked.pid != forked.tid) return;
            read.is = is_fork ? MappingRecord::Is::Forked : MappingRecord::Is::Exited;
            read.pid = forked.pid;
            read.parent = forked.parent;
            break;
        }
        case PERF_RECORD_MMAP2: {
            auto mapped = read_at<Mapped>(record, begin);
            read.is = MappingRecord::Is::Mapped;
            read.pid = mapped.pid;
            read.begin = mapped.begin;
            read.size = mapped.size;
            read.offset = mapped.offset;
            read.device = makedev(mapped.major, mapped.minor);
            read.inode = mapped.inode;
            const char* path = reinterpret_cast<const char*>(record.data()) + begin + sizeof(mapped);
            std::size_t room = record.size() - std::min(record.size(), begin + sizeof(mapped));
            read.path = std::string(path, strnlen(path, room));
            break;
        }
        default:
            return;
    }
    records.push_back(std::move(read));
}

}  // namespace traceleft
