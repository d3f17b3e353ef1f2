// SPDX-License-Identifier: MIT
#include "piece_layouts.h"

#include <utility>

namespace traceleft {

namespace {

Value struct_of(const StructLayout& layout) {
    Value value{Kind::Struct};
    value.layout = &layout;
    return value;
}

Value array_of(Value element) {
    Value value{Kind::Array};
    value.element = std::make_shared<Value>(std::move(element));
    return value;
}

}  // namespace

PieceLayouts::PieceLayouts(const EventSchema& schema) {
    const Value number{Kind::Uint, 8};
    const Value bytes{Kind::Buffer};
    const StructLayout* sockaddr = schema.find_layout("sockaddr");
    const StructLayout* cmsghdr = schema.find_layout("cmsghdr");
    Value flags{Kind::Flags, 4};
    flags.flags = schema.flags("msg");
    iovec.fields = {{"iov_base", 0, bytes, 3}, {"iov_len", 0, number, 2}};
    msghdr.fields = {
        {"msg_name", 0, sockaddr ? struct_of(*sockaddr) : bytes, 1},
        {"msg_namelen", 0, number, 5},
        {"msg_iov", 0, Value{Kind::Iovec}, 2},
        {"msg_iovlen", 0, number, 6},
        // Older schemas know no control messages.
        {"msg_control", 0, cmsghdr ? array_of(struct_of(*cmsghdr)) : bytes, cmsghdr ? 8U : 3U},
        {"msg_controllen", 0, number, 7},
        {"msg_flags", 0, flags, 4},
    };
    mmsghdr.fields = {{"msg_hdr", 0, Value{Kind::Msghdr}, 1}, {"msg_len", 0, number, 2}};
    for (StructLayout* layout : {&iovec, &msghdr, &mmsghdr}) layout->in_pieces = true;
}

Value shown_as(const Value& value, const EventSchema& schema) {
    switch (value.kind) {
        case Kind::Strings:
            return array_of(Value{Kind::String});
        case Kind::Iovec:
            return array_of(struct_of(schema.piece_layouts().iovec));
        case Kind::Msghdr:
            return struct_of(schema.piece_layouts().msghdr);
        case Kind::Mmsghdr:
            return array_of(struct_of(schema.piece_layouts().mmsghdr));
        case Kind::Linked:
            return struct_of(*value.layout);
        case Kind::Pointers:
            return array_of(*value.element);
        default:
            return value;
    }
}

}  // namespace traceleft
