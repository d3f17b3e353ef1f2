// SPDX-License-Identifier: MIT
#include "stack_json.h"

#include "output_limit.h"
#include "value_text.h"

namespace traceleft {

namespace {

class FrameObject {
public:
    FrameObject(std::string place, UndecodableSink& undecodable, std::string& out)
        : place_(std::move(place)), undecodable_(undecodable), out_(out) {
        out_ += '{';
    }
    ~FrameObject() { out_ += '}'; }
    FrameObject(const FrameObject&) = delete;

    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        if (!append_json_string(value, out_)) undecodable_.undecodable(place_ + '.' + std::string(name), value);
    }
    void number(std::string_view name, std::uint64_t value) {
        if (!value) return;
        key(name);
        append_number(value, out_);
    }

private:
    void key(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        ((out_ += '"') += name) += "\":";
    }

    std::string place_;
    UndecodableSink& undecodable_;
    std::string& out_;
};

}  // namespace

void append_stack_json(const NamedStack& stack, std::string_view place, UndecodableSink& undecodable,
                       std::string& out) {
    out += '[';
    for (std::size_t i = 0; i < stack.frames().size(); i++) {
        check_output(out.size());
        if (i) out += ',';
        const NamedFrame& frame = stack.frames()[i];
        FrameObject object(std::string(place) + '[' + std::to_string(i) + ']', undecodable, out);
        object.text("function", frame.function);
        object.text("file", frame.file);
        object.number("line", frame.line);
        object.number("offset", frame.offset);
        object.number("function_offset", frame.function_offset);
        object.text("build_id", frame.build_id);
    }
    out += ']';
}

}  // namespace traceleft
