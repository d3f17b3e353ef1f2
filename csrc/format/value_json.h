#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "value_walk.h"

namespace traceleft {

/// Appends a text as a JSON string: UTF-8 with U+FFFD for what is none; no control character, and no other that ends a
/// line, is in it as it is. Returns whether all of it was UTF-8.
bool append_json_string(std::string_view text, std::string& out);
void append_base64(std::string_view bytes, std::string& out);

/// Writes walked values as JSON. Behind a flag's, an enumeration's or a directory's number stands NAME_names, a list.
class ValueJson : public ValueSink {
public:
    /// `undecodable` gets the members of an object: from the place of each text that is no UTF-8 to its bytes in
    /// base64.
    ValueJson(std::string& out, std::string& undecodable) : out_(out), undecodable_(undecodable) {}

    void scalar(const Value& value, std::uint64_t bits) override;
    void text(std::string_view bytes, bool truncated) override;
    void bytes(std::string_view bytes, bool truncated) override { text(bytes, truncated); }
    void network_address(const Value& value, std::string_view bytes) override;
    void pointer(std::uint64_t address) override;
    void begin_struct() override;
    void key(std::string_view name) override;
    void end_struct() override;
    void begin_list() override;
    void end_list(bool truncated) override;

private:
    /// A struct or a list that is open, for places.
    struct Level {
        bool list;
        std::size_t members;
        std::string_view key;  ///< of a struct, the last
    };

    void begin_value();
    void append_names(const Value& value, std::uint64_t bits);
    void remember(std::string_view bytes);

    std::string& out_;
    std::string& undecodable_;
    std::vector<Level> levels_;
};

}  // namespace traceleft
