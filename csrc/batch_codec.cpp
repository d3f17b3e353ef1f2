#include "batch_codec.h"

#include <zstd.h>

#include <cstring>
#include <vector>

#include "error.h"

namespace traceleft {

namespace {

struct FrameHeader {
    std::int64_t realtime_offset;
    std::int32_t utc_offset;
    std::uint32_t events;
};
static_assert(sizeof(FrameHeader) == 16);

// A batch is closed at a quarter of a megabyte, or at an event above it. Far beyond that it is no frame of ours.
constexpr std::size_t longest = std::size_t{1} << 30;
// Events repeat each other so much that the fastest strategies find nearly all of it.
constexpr int level = 1;

Error damaged() { return {ErrorKind::Usage, "the batch is damaged"}; }

}  // namespace

struct BatchCompressor::Context {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> zstd{ZSTD_createCCtx(), ZSTD_freeCCtx};
    std::string plain;
};

BatchCompressor::BatchCompressor() : context_(std::make_unique<Context>()) {}

BatchCompressor::~BatchCompressor() = default;

std::string BatchCompressor::compress(const Batch& batch) {
    std::string& plain = context_->plain;
    plain.clear();
    for (std::size_t i = 0; i < batch.size(); i++) {
        auto size = static_cast<std::uint32_t>(batch.event(i).size());
        plain.append(reinterpret_cast<const char*>(&size), sizeof(size));
    }
    plain.resize(padded(plain.size()));
    plain.append(reinterpret_cast<const char*>(batch.data().data()), batch.data().size());

    FrameHeader header{batch.clock().realtime_offset, batch.clock().utc_offset,
                       static_cast<std::uint32_t>(batch.size())};
    std::string frame(sizeof(header) + ZSTD_compressBound(plain.size()), '\0');
    std::memcpy(frame.data(), &header, sizeof(header));
    std::size_t size = ZSTD_compressCCtx(context_->zstd.get(), frame.data() + sizeof(header),
                                         frame.size() - sizeof(header), plain.data(), plain.size(), level);
    if (ZSTD_isError(size)) throw Error(ErrorKind::Usage, std::string("zstd: ") + ZSTD_getErrorName(size));
    frame.resize(sizeof(header) + size);
    return frame;
}

Batch decompress_batch(std::string_view frame) {
    FrameHeader header{};
    if (frame.size() < sizeof(header)) throw damaged();
    std::memcpy(&header, frame.data(), sizeof(header));
    frame.remove_prefix(sizeof(header));
    unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    std::size_t sizes_end = padded(std::size_t{header.events} * sizeof(std::uint32_t));
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > longest || size < sizes_end)
        throw damaged();
    std::vector<std::byte> plain(size);
    thread_local std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd{ZSTD_createDCtx(), ZSTD_freeDCtx};
    if (ZSTD_decompressDCtx(zstd.get(), plain.data(), plain.size(), frame.data(), frame.size()) != size)
        throw damaged();
    std::vector<std::uint32_t> sizes(header.events);
    std::memcpy(sizes.data(), plain.data(), sizes.size() * sizeof(std::uint32_t));
    std::size_t end = sizes_end;
    for (std::uint32_t each : sizes) end += padded(each);
    if (end != plain.size()) throw damaged();
    return Batch({header.realtime_offset, header.utc_offset}, std::move(plain), sizes_end, sizes);
}

}  // namespace traceleft
