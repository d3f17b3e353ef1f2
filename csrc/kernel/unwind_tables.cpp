// SPDX-License-Identifier: MIT
#include "unwind_tables.h"

#include <bpf/bpf.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "error.h"

namespace traceleft {

UnwindTables::UnwindTables(const StackMaps& maps, std::uint32_t rows)
    : maps_(maps),
      rows_(Mapping::of(maps.unwind_rows(), wire::UNWIND_ROWS * sizeof(wire::unwind_row), PROT_READ | PROT_WRITE)),
      files_(rows) {
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

const UnwindFiles::Place* UnwindTables::place_of(const MappedFile* file, const ElfFile& elf) {
    if (const UnwindFiles::Place* known = files_.find(file)) return known;
    std::vector<wire::unwind_row> rows = elf.unwind_rows();
    const UnwindFiles::Place* place = files_.add(file, static_cast<std::uint32_t>(rows.size()));
    if (place)
        std::copy(rows.begin(), rows.end(), rows_.as<wire::unwind_row>() + place->first);
    else
        files_left_out_.insert(file);
    return place;
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
    std::set<const MappedFile*> used;
    for (const CodeMapping& each : mappings) {
        auto overlaps = [&](const auto& other) { return each.begin < other.end && other.begin < each.end; };
        if (std::any_of(all.begin(), all.end(), overlaps)) continue;
        wire::unwind_mapping mapping{each.begin, each.end, 0, 0, 0};
        if (const ElfFile* elf = symbols.elf(pid, *each.file)) {
            std::optional<std::uint64_t> moved = elf->moved_by(each.begin, each.offset, each.end - each.begin);
            const UnwindFiles::Place* place = moved ? place_of(each.file, *elf) : nullptr;
            if (place) {
                mapping = {each.begin, each.end, *moved + elf->lowest(), place->first, place->rows};
                files_.use(pid, each.file);  // or another one's rows might take its place
                used.insert(each.file);
            }
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
    if (bpf_map_update_elem(maps_.unwind_processes(), &pid, process.get(), BPF_ANY)) {
        left_out_++;
        used.clear();
    }
    files_.release(pid, used);
}

void UnwindTables::clear(std::uint32_t pid) {
    bpf_map_delete_elem(maps_.unwind_processes(), &pid);
    files_.release(pid);
}

void UnwindTables::forget(std::uint32_t pid) {
    clear(pid);
    processes_.erase(pid);
}

}  // namespace traceleft
