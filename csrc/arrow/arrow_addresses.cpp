// SPDX-License-Identifier: MIT
#include "arrow_addresses.h"

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "partial_sink.h"
#include "socket_facts.h"
#include "value_text.h"

namespace traceleft {

namespace {

bool is_socket_address(const StructLayout& layout, const EventSchema& schema) {
    return !layout.cases.empty() && schema.layout_name(layout) == "sockaddr";
}

/// Takes the parts out of the first address that is walked.
class AddressSink : public PartialSink {
public:
    explicit AddressSink(const EventSchema& schema) : schema_(schema) {}

    std::optional<std::uint16_t> family;
    std::optional<std::string> address;
    std::optional<std::uint64_t> port;

    void begin_struct(const StructLayout& layout, const StructLayout&) override {
        if (inside_ || (!family && is_socket_address(layout, schema_))) inside_++;
    }
    void end_struct() override {
        if (inside_) inside_--;
    }
    void key(const Field& field) override { key_ = field.name; }
    void scalar(const Value&, std::uint64_t bits) override {
        if (inside_ != 1) return;
        if (!family)
            family = static_cast<std::uint16_t>(bits);
        else if (key_ == "svm_cid")
            address = std::to_string(bits);
        else if (key_.ends_with("_port") || key_ == "nl_pid")
            port = bits;
    }
    void network_address(const Value& value, std::string_view bytes) override {
        if (inside_ && !address) address = network_address_text(value, bytes);
    }
    void socket_name(std::string_view bytes) override {
        if (!inside_ || bytes.empty()) return;
        address = bytes;
        if (bytes.front() == '\0') address->front() = '@';
    }

private:
    const EventSchema& schema_;
    int inside_ = 0;  ///< the address' depth
    std::string_view key_;
};

}  // namespace

AddressColumns::AddressColumns(const std::string& argument) : address_name_(std::string(argument).append("_addr")) {
    auto add = [this](std::string name, auto builder) {
        auto* made = builder.get();
        columns_.push_back({std::move(name), std::move(builder)});
        return made;
    };
    family_ = add(std::string(argument).append("_family"), std::make_unique<NamesBuilder>());
    address_ = add(address_name_, std::make_unique<NamesBuilder>());
    port_ = add(std::string(argument).append("_port"), number_builder(4, /*is_signed=*/false));
}

bool AddressColumns::has_address(const Value& value, const EventSchema& schema) {
    if (value.cases) return false;
    return value.kind == Kind::Msghdr || (value.kind == Kind::Struct && is_socket_address(*value.layout, schema));
}

void AddressColumns::add(const EventView& event, std::size_t index, const EventSchema& schema, std::size_t row,
                         UndecodableSink& undecodable) {
    AddressSink sink(schema);
    walk_argument(event, index, schema, sink);
    if (!sink.family) return;  // the next row's padding makes all of them null
    family_->pad_to(row);
    family_->add(family_name(*sink.family));
    if (sink.address) {
        address_->pad_to(row);
        if (!address_->add(*sink.address)) undecodable.undecodable(address_name_, *sink.address);
    }
    if (!sink.port) return;
    port_->pad_to(row);
    port_->add(*sink.port);
}

}  // namespace traceleft
