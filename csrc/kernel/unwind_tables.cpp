// SPDX-License-Identifier: MIT
#include "unwind_tables.h"

#include <bpf/bpf.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "error.h"

namespace traceleft {

UnwindTables::UnwindTables(const StackMaps& maps)
    : maps_(maps),
      rows_(Mapping::of(maps.unwind_rows(), wire::UNWIND_ROWS * sizeof(wire::unwind_row), PROT_READ | PROT_WRITE)) {
    auto take = [](void* self, void* asked, std::size_t size) {
        std::uint64_t pid = 0;
        std::memcpy(&pid, asked, std::min(size, sizeof(pid)));
        static_cast<UnwindTables*>(self)->asked_.push_back(static_cast<std::uint32_t>(pid));
        return 0;
    };
    ring_.reset(ring_buffer__new(maps.unwind_asked(), take, this, nullptr));
    if (!ring_) throw Error::os("read the ring unwind_asked", errno);
}

std::vector<std::uint32_t> UnwindTables::take_asked() {
    ring_buffer__consume(ring_.get());
    return std::exchange(asked_, {});
}

const UnwindTables::Table& UnwindTables::table_of(const MappedFile* file, const ElfFile& elf) {
    auto [known, is_new] = tables_.try_emplace(file);
    if (!is_new) return known->second;
    std::vector<wire::unwind_row> rows = elf.unwind_rows();
    if (rows.size() > wire::UNWIND_ROWS - used_) {
        left_out_++;
        return known->second;
    }
    std::copy(rows.begin(), rows.end(), rows_.as<wire::unwind_row>() + used_);
    known->second = {used_, static_cast<std::uint32_t>(rows.size()), elf.lowest()};
    used_ += known->second.rows;
    return known->second;
}

void UnwindTables::put(std::uint32_t pid, std::uint64_t image, std::vector<CodeMapping> mappings,
                       ProcessSymbols& symbols) {
    processes_.insert(pid);
    if (!image) return;  // it has exited
    auto process = std::make_unique<wire::unwind_process>();
    process->image = image;
    // The last one to be mapped is there.
    std::stable_sort(mappings.begin(), mappings.end(),
                     [](const CodeMapping& one, const CodeMapping& other) { return one.time > other.time; });
    std::vector<wire::unwind_mapping> all;
    for (const CodeMapping& each : mappings) {
        auto overlaps = [&](const auto& other) { return each.begin < other.end && other.begin < each.end; };
        if (std::any_of(all.begin(), all.end(), overlaps)) continue;
        wire::unwind_mapping mapping{each.begin, each.end, 0, 0, 0};
        if (const ElfFile* elf = symbols.elf(pid, *each.file)) {
            const Table& table = table_of(each.file, *elf);
            std::optional<std::uint64_t> moved = elf->moved_by(each.begin, each.offset, each.end - each.begin);
            if (moved) mapping = {each.begin, each.end, *moved + table.lowest, table.first, table.rows};
        }
        all.push_back(mapping);
    }
    std::erase_if(all, [](const auto& each) { return !each.rows; });
    if (all.size() > wire::UNWIND_MAPPINGS) {
        left_out_ += all.size() - wire::UNWIND_MAPPINGS;
        all.resize(wire::UNWIND_MAPPINGS);
    }
    std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.begin < other.begin; });
    std::copy(all.begin(), all.end(), process->mappings);
    process->count = static_cast<std::uint32_t>(all.size());
    if (bpf_map_update_elem(maps_.unwind_processes(), &pid, process.get(), BPF_ANY)) left_out_++;
}

void UnwindTables::clear(std::uint32_t pid) { bpf_map_delete_elem(maps_.unwind_processes(), &pid); }

void UnwindTables::forget(std::uint32_t pid) {
    clear(pid);
    processes_.erase(pid);
}

}  // namespace traceleft
