// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "batch.h"
#include "objects.h"
#include "raw_event.h"

namespace traceleft {

/// Builds the bytes of an open file's record as the kernel's side tells it.
struct RawObject {
    explicit RawObject(std::uint64_t id, std::uint32_t version = 1) {
        head.object = {OBJECT_MARK, id, version, wire::OBJECT_FILE, 0, 0};
        head.mode = 0100644;
        head.inode = 4711;
    }

    /// `each`: the names, the last one first. The first `inside` of them are below the process's root.
    RawObject& path(const std::vector<std::string>& each, std::size_t inside = SIZE_MAX) {
        names.clear();
        head.inside = 0;
        for (std::size_t i = 0; i < each.size(); i++) {
            names += each[i] + '\0';
            if (i < inside) head.inside = static_cast<std::uint16_t>(names.size());
        }
        head.names = static_cast<std::uint16_t>(names.size());
        return *this;
    }

    RawObject& socket(const wire::socket_record& record) {
        head.object.flags |= wire::OBJECT_SOCKET;
        head.magic = 0x534F434B;  // SOCKFS_MAGIC
        head.mode = 0140777;
        behind.assign(reinterpret_cast<const char*>(&record), sizeof(record));
        return *this;
    }

    std::string bytes() const {
        std::string all(reinterpret_cast<const char*>(&head), sizeof(head));
        all += names;
        all.resize(padded(all.size()));
        return all + behind;
    }

    std::shared_ptr<const OpenFile> file() const {
        std::string all = bytes();
        return std::make_shared<const OpenFile>(OpenFile::decode(as_bytes(all)).value());
    }

    wire::file_record head{};
    std::string names;
    std::string behind;
};

/// The event's bytes, with what its descriptors stand for behind them.
inline std::string described(RawEvent event, const std::vector<wire::described>& all) {
    event.header.flags |= wire::EVENT_OBJECTS;
    std::string bytes = event.bytes();
    return bytes.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(all[0]));
}

}  // namespace traceleft
