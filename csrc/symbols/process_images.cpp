// SPDX-License-Identifier: MIT
#include "process_images.h"

#include <sys/sysmacros.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace traceleft {

namespace {

/// Takes words from a line of /proc/PID/maps.
class Line {
public:
    explicit Line(std::string_view text) : text_(text) {}

    std::string_view word(char end) {
        std::size_t size = std::min(text_.find(end), text_.size());
        std::string_view word = text_.substr(0, size);
        text_.remove_prefix(std::min(size + 1, text_.size()));
        return word;
    }
    std::uint64_t number(char end, int base) {
        std::string_view digits = word(end);
        std::uint64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
        return number;
    }
    std::string_view rest() const {
        std::size_t begin = text_.find_first_not_of(' ');
        return begin == std::string_view::npos ? std::string_view() : text_.substr(begin);
    }

private:
    std::string_view text_;
};

}  // namespace

ProcessImages::Image& ProcessImages::image_at(std::uint32_t pid, std::uint64_t time) {
    std::vector<Image>& all = images_[pid];
    auto behind = std::upper_bound(all.begin(), all.end(), time,
                                   [](std::uint64_t each, const Image& image) { return each < image.since; });
    if (behind == all.begin()) return *all.insert(behind, Image{0, {}});
    return *--behind;
}

void ProcessImages::executed(std::uint32_t pid, std::uint64_t time) {
    std::vector<Image>& all = images_[pid];
    auto behind = std::upper_bound(all.begin(), all.end(), time,
                                   [](std::uint64_t each, const Image& image) { return each < image.since; });
    all.insert(behind, Image{time, {}});
}

void ProcessImages::forked(std::uint32_t parent, std::uint32_t child, std::uint64_t time) {
    if (parent == child || !images_.contains(parent)) return;
    std::vector<CodeMapping> mappings;
    for (const CodeMapping& each : image_at(parent, time).mappings)
        if (each.time <= time) mappings.push_back(each);
    executed(child, time);
    image_at(child, time).mappings = std::move(mappings);
}

void ProcessImages::exited(std::uint32_t pid) {
    if (!images_.contains(pid)) return;
    exited_.push_back(pid);
    if (exited_.size() <= most_exited) return;
    // Its number may be another process's by now: then that is forgotten when it has exited.
    bool again = std::count(exited_.begin() + 1, exited_.end(), exited_.front()) > 0;
    if (!again) images_.erase(exited_.front());
    exited_.pop_front();
}

void ProcessImages::mapped(std::uint32_t pid, CodeMapping mapping) {
    image_at(pid, mapping.time).mappings.push_back(mapping);
}

// 7f0e8a400000-7f0e8a428000 r-xp 00028000 08:01 1234    /usr/lib/libc.so.6
void ProcessImages::found(std::uint32_t pid, std::string_view maps) {
    Image& image = image_at(pid, 0);
    while (!maps.empty()) {
        std::size_t size = std::min(maps.find('\n'), maps.size());
        Line line(maps.substr(0, size));
        maps.remove_prefix(std::min(size + 1, maps.size()));
        CodeMapping mapping;
        mapping.begin = line.number('-', 16);
        mapping.end = line.number(' ', 16);
        bool is_code = line.word(' ').find('x') != std::string_view::npos;
        mapping.offset = line.number(' ', 16);
        auto major = static_cast<unsigned>(line.number(':', 16));
        auto minor = static_cast<unsigned>(line.number(' ', 16));
        std::uint64_t inode = line.number(' ', 10);
        if (!is_code) continue;
        std::string_view path = line.rest();
        if (path.empty()) path = "//anon";
        mapping.file = file({std::string(path), makedev(major, minor), inode});
        image.mappings.push_back(mapping);
    }
}

const CodeMapping* ProcessImages::find(std::uint32_t pid, std::uint64_t time, std::uint64_t address) const {
    auto process = images_.find(pid);
    if (process == images_.end()) return nullptr;
    const CodeMapping* found = nullptr;
    auto look = [&](const Image& image) {
        for (const CodeMapping& each : image.mappings)
            if (each.begin <= address && address < each.end && each.time <= time &&
                (!found || found->time <= each.time))
                found = &each;
    };
    for (auto image = process->second.rbegin(); image != process->second.rend() && !found; ++image)
        if (image->since <= time) {
            look(*image);
            break;
        }
    return found;
}

std::vector<CodeMapping> ProcessImages::mappings(std::uint32_t pid) const {
    auto process = images_.find(pid);
    return process == images_.end() || process->second.empty() ? std::vector<CodeMapping>()
                                                               : process->second.back().mappings;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace traceleft
