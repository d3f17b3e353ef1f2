// SPDX-License-Identifier: MIT
#include "batch_codec.h"

#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

#include "error.h"
#include "spares.h"

namespace traceleft {

namespace {

struct FrameHeader {
    std::int64_t realtime_offset;
    std::int32_t utc_offset;
    std::uint32_t events;
};
static_assert(sizeof(FrameHeader) == 16);

// A batch is closed at a quarter of a megabyte, or at an event above it: far beyond that it is no frame of ours. Bytes
// of its events, and of their sizes.
constexpr std::size_t longest = std::size_t{2} << 20;
// Bytes of their objects: those of a thousand events whose paths are some thousand bytes long.
constexpr std::size_t longest_objects = std::size_t{8} << 20;
// In the number of events, which is far below it: the parts of objects follow.
constexpr std::uint32_t with_objects = std::uint32_t{1} << 31;
// Events repeat each other so much that the fastest strategies find nearly all of it.
constexpr int level = -1;

MemoryAccount compressors("traceleft::BatchCompressor::compress", "what zstd works with");
MemoryAccount decompressors("traceleft::decompress_batch", "what zstd works with, in each thread");
MemoryAccount decompressed("traceleft::decompress_batch", "batches of events that were decompressed");

struct Decompressor {
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd{ZSTD_createDCtx(), ZSTD_freeDCtx};
    AccountedMemory memory{decompressors};
};

Error damaged() { return {ErrorKind::Usage, "the batch is damaged"}; }

/// The records of objects, each padded to 8, and their sizes.
struct ObjectParts {
    std::vector<std::uint32_t> sizes;
    std::vector<std::byte> records;
};

// Processes, files and then stacks, in the order of their keys; those beyond the limit are left out.
ObjectParts parts_of(const Objects& objects) {
    ObjectParts parts;
    auto add_all = [&parts](const auto& all) {
        for (const auto& each : all) {
            std::span<const std::byte> record = each->raw();
            if (parts.records.size() + padded(record.size()) > longest_objects) break;
            parts.sizes.push_back(static_cast<std::uint32_t>(record.size()));
            parts.records.insert(parts.records.end(), record.begin(), record.end());
            parts.records.resize(padded(parts.records.size()));
        }
    };
    add_all(objects.processes().all());
    add_all(objects.all());
    add_all(objects.stacks().all());
    return parts;
}

// Each finds its place at the end: whatever a stranger wrote, it takes no square of time.
template <typename Object>
std::shared_ptr<const Object> next_of(const std::vector<std::shared_ptr<const Object>>& all, Object&& object) {
    if (!all.empty() && object.key() <= all.back()->key()) throw damaged();
    return std::make_shared<const Object>(std::move(object));
}

Objects objects_of(const ObjectParts& parts) {
    Objects objects;
    std::span<const std::byte> left = parts.records;
    for (std::uint32_t size : parts.sizes) {
        if (padded(size) > left.size()) throw damaged();
        std::span<const std::byte> record = left.first(size);
        left = left.subspan(padded(size));
        if (std::optional<Process> process = Process::decode(record))
            objects.processes().add(next_of(objects.processes().all(), *std::move(process)));
        else if (std::optional<OpenFile> file = OpenFile::decode(record))
            objects.add(next_of(objects.all(), *std::move(file)));
        else if (std::optional<NamedStack> stack = NamedStack::decode(record))
            objects.stacks().add(next_of(objects.stacks().all(), *std::move(stack)));
        else
            throw damaged();
    }
    if (!left.empty()) throw damaged();
    return objects;
}

struct Compressor {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> zstd{ZSTD_createCCtx(), ZSTD_freeCCtx};
    std::vector<std::uint32_t> sizes;
    AccountedMemory memory{compressors};
};

}  // namespace

/// One for each thread that compresses at once.
struct BatchCompressor::Contexts : Spares<Compressor> {};

BatchCompressor::BatchCompressor() : contexts_(std::make_unique<Contexts>()) {}

BatchCompressor::~BatchCompressor() = default;

std::string BatchCompressor::encode(const Batch& batch) const {
    Contexts::Taken context = contexts_->take();
    std::vector<std::uint32_t>& sizes = context->sizes;
    sizes.clear();
    for (std::size_t i = 0; i < batch.size(); i++) sizes.push_back(batch.event(i).size());
    std::span<const std::byte> events = batch.data();
    std::span<const std::byte> extents = std::as_bytes(std::span(sizes));
    if (std::max(events.size(), extents.size()) > longest)
        throw Error(ErrorKind::Usage, "a batch of more than 2 MiB can't be recorded: no reader would take it");

    FrameHeader header{batch.clock().realtime_offset, batch.clock().utc_offset,
                       static_cast<std::uint32_t>(batch.size())};
    std::vector<std::span<const std::byte>> parts{extents, events};
    ObjectParts objects = parts_of(batch.objects());
    if (!objects.sizes.empty()) {
        header.events |= with_objects;
        parts.insert(parts.end(), {std::as_bytes(std::span(objects.sizes)), objects.records});
    }
    std::size_t end = sizeof(header);
    std::size_t bound = end;
    for (std::span<const std::byte> part : parts) bound += ZSTD_compressBound(part.size());
    std::string frame(bound, '\0');
    std::memcpy(frame.data(), &header, sizeof(header));
    for (std::span<const std::byte> part : parts) {
        std::size_t size = ZSTD_compressCCtx(context->zstd.get(), frame.data() + end, frame.size() - end, part.data(),
                                             part.size(), level);
        if (ZSTD_isError(size)) throw Error(ErrorKind::Usage, std::string("zstd: ") + ZSTD_getErrorName(size));
        end += size;
    }
    frame.resize(end);
    context->memory.set(ZSTD_sizeof_CCtx(context->zstd.get()) + sizes.capacity() * sizeof(sizes[0]));
    return frame;
}

Batch decompress_batch(std::string_view frame) {
    FrameHeader header{};
    if (frame.size() < sizeof(header)) throw damaged();
    std::memcpy(&header, frame.data(), sizeof(header));
    frame.remove_prefix(sizeof(header));

    thread_local Decompressor decompressor;
    auto decompress = [&]<typename T, typename Allocator>(std::vector<T, Allocator>& out, std::size_t most) {
        unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
        std::size_t stored = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
        // Unknown and wrong sizes are beyond the longest, too.
        if (ZSTD_isError(stored) || size > most || size % sizeof(T)) throw damaged();
        out.resize(size / sizeof(T));
        if (ZSTD_decompressDCtx(decompressor.zstd.get(), out.data(), size, frame.data(), stored) != size)
            throw damaged();
        frame.remove_prefix(stored);
    };
    std::vector<std::uint32_t> sizes;
    AccountedVector<std::byte> events{AccountedAllocator<std::byte>(decompressed)};
    decompress(sizes, longest);
    decompress(events, longest);
    ObjectParts objects;
    if (header.events & with_objects) {
        header.events &= ~with_objects;
        decompress(objects.sizes, longest);
        decompress(objects.records, longest_objects);
    }
    decompressor.memory.set(ZSTD_sizeof_DCtx(decompressor.zstd.get()));
    std::size_t end = 0;
    for (std::uint32_t size : sizes) end += padded(size);
    if (sizes.size() != header.events || end != events.size() || !frame.empty()) throw damaged();
    Batch batch({header.realtime_offset, header.utc_offset}, std::move(events), sizes);
    batch.set_objects(objects_of(objects));
    return batch;
}

}  // namespace traceleft
