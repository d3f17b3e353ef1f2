// SPDX-License-Identifier: MIT
#include "unwind_files.h"

namespace traceleft {

const UnwindFiles::Place* UnwindFiles::find(const MappedFile* file) const {
    auto found = files_.find(file);
    return found == files_.end() ? nullptr : &found->second.place;
}

const UnwindFiles::Place* UnwindFiles::add(const MappedFile* file, std::uint32_t rows) {
    std::uint32_t left = rows_;
    for (const auto& [each, known] : files_) left -= known.users ? known.place.rows : 0;
    if (rows > left) return nullptr;
    std::optional<std::uint32_t> first = gap(rows);
    while (!first && !unused_.empty()) {
        const MappedFile* oldest = unused_.front();
        by_first_.erase(files_.at(oldest).place.first);
        files_.erase(oldest);
        unused_.pop_front();
        first = gap(rows);
    }
    if (!first) return nullptr;
    if (rows) by_first_[*first] = file;
    unused_.push_back(file);
    return &(files_[file] = {{*first, rows}, 0}).place;
}

// The first that is large enough.
std::optional<std::uint32_t> UnwindFiles::gap(std::uint32_t rows) const {
    std::uint32_t end = 0;
    for (const auto& [first, file] : by_first_) {
        if (first - end >= rows) return end;
        end = first + files_.at(file).place.rows;
    }
    if (rows_ - end >= rows) return end;
    return std::nullopt;
}

void UnwindFiles::use(std::uint32_t pid, const MappedFile* file) {
    if (used_[pid].insert(file).second && files_.at(file).users++ == 0) unused_.remove(file);
}

void UnwindFiles::release(std::uint32_t pid, const std::set<const MappedFile*>& still_used) {
    auto process = used_.find(pid);
    if (process == used_.end()) return;
    std::erase_if(process->second, [&](const MappedFile* each) {
        if (still_used.contains(each)) return false;
        if (--files_.at(each).users == 0) unused_.push_back(each);
        return true;
    });
    if (process->second.empty()) used_.erase(process);
}

}  // namespace traceleft
