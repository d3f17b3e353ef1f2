// SPDX-License-Identifier: MIT
#include "kernel_types.h"

#include <bpf/btf.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include "bpf_object.h"
#include "error.h"
#include "kernel_btf.h"
#include "question_error.h"

namespace traceleft {

namespace {

constexpr const char* folder = "/sys/kernel/btf";
constexpr std::size_t most_modules = 4096;

std::vector<std::string> modules() {
    std::vector<std::string> all;
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder, none))
        if (std::string name = file.path().filename(); name != "vmlinux") all.push_back(std::move(name));
    std::sort(all.begin(), all.end());
    all.resize(std::min(all.size(), most_modules));
    return all;
}

/// Reads what BTF says of types.
class Reader {
public:
    explicit Reader(const btf* types) : types_(types) {}

    const btf_type* type(std::uint32_t id) const { return btf__type_by_id(types_, id); }
    std::string name(const btf_type* of) const { return btf__name_by_offset(types_, of->name_off); }
    std::string name(std::uint32_t offset) const { return btf__name_by_offset(types_, offset); }

    /// Without typedefs, const and their like; `alias`: the first of the typedefs.
    const btf_type* plain(std::uint32_t id, std::string* alias = nullptr) const {
        const btf_type* at = type(id);
        for (; btf_is_mod(at) || btf_is_typedef(at); at = type(at->type))
            if (alias && alias->empty() && btf_is_typedef(at)) *alias = name(at);
        return at;
    }

    std::string text(std::uint32_t id) const {
        const btf_type* at = type(id);
        switch (btf_kind(at)) {
            case BTF_KIND_UNKN:
                return "void";
            case BTF_KIND_PTR: {
                if (btf_is_func_proto(plain(at->type))) return "void (*)()";
                std::string of = text(at->type);
                return of + (of.back() == '*' ? "*" : " *");
            }
            case BTF_KIND_CONST:
                return btf_is_ptr(plain(at->type)) ? text(at->type) : "const " + text(at->type);
            case BTF_KIND_VOLATILE:
            case BTF_KIND_RESTRICT:
            case BTF_KIND_TYPE_TAG:
                return text(at->type);
            case BTF_KIND_ARRAY:
                return text(btf_array(at)->type) + "[" + std::to_string(btf_array(at)->nelems) + "]";
            case BTF_KIND_STRUCT:
                return named("struct", at);
            case BTF_KIND_UNION:
                return named("union", at);
            case BTF_KIND_FWD:
                return named(btf_kflag(at) ? "union" : "struct", at);
            case BTF_KIND_ENUM:
            case BTF_KIND_ENUM64:
                return named("enum", at);
            default:
                return name(at);
        }
    }

    KernelValue value(std::uint32_t id) const {
        KernelValue value;
        std::string alias;
        const btf_type* at = plain(id, &alias);
        value.type = text(id);
        if (btf_is_int(at)) {
            value.size = at->size;
            value.kind = alias == "__be16"                       ? Kind::Be16
                         : alias == "__be32"                     ? Kind::Be32
                         : btf_int_encoding(at) & BTF_INT_SIGNED ? Kind::Int
                                                                 : Kind::Uint;
        } else if (btf_is_any_enum(at)) {
            value.size = at->size;
            value.kind = btf_kflag(at) ? Kind::Int : Kind::Uint;
            value.names = names(at);
        } else if (btf_is_ptr(at)) {
            value.size = sizeof(std::uint64_t);
            value.kind = is_character(at->type) ? Kind::String : Kind::Pointer;
        } else if (btf_is_void(at)) {
            value.size = sizeof(std::uint64_t);
            value.kind = Kind::Unused;
        } else {
            value.is_inline = true;
            value.kind = btf_is_array(at) && is_character(btf_array(at)->type) ? Kind::String : Kind::Buffer;
            value.size = static_cast<std::uint32_t>(std::max<std::int64_t>(btf__resolve_size(types_, id), 0));
        }
        return value;
    }

    struct Found {
        std::uint32_t id, bits, width;  ///< of the member: its type, its offset, and of a bit field its bits
    };

    /// A member of a struct, or of those without a name in it.
    std::optional<Found> find(const btf_type* in, std::string_view wanted) const {
        for (std::uint16_t i = 0; i < btf_vlen(in); i++) {
            const btf_member& each = btf_members(in)[i];
            std::uint32_t bits = btf_member_bit_offset(in, i);
            std::string called = name(each.name_off);
            if (called == wanted) return Found{each.type, bits, btf_member_bitfield_size(in, i)};
            const btf_type* inner = plain(each.type);
            if (!called.empty() || !btf_is_composite(inner)) continue;
            if (std::optional<Found> found = find(inner, wanted))
                return Found{found->id, bits + found->bits, found->width};
        }
        return std::nullopt;
    }

    std::vector<std::string> members(const btf_type* in) const {
        std::vector<std::string> all;
        for (std::uint16_t i = 0; i < btf_vlen(in); i++) {
            std::string called = name(btf_members(in)[i].name_off);
            const btf_type* inner = plain(btf_members(in)[i].type);
            if (!called.empty())
                all.push_back(std::move(called));
            else if (btf_is_composite(inner))
                for (std::string& each : members(inner)) all.push_back(std::move(each));
        }
        return all;
    }

private:
    std::string named(const char* what, const btf_type* at) const {
        return std::string(what) + " " + (at->name_off ? name(at) : "{}");
    }

    bool is_character(std::uint32_t id) const {
        const btf_type* at = plain(id);
        return btf_is_int(at) && at->size == 1 && (name(at) == "char" || name(at) == "unsigned char");
    }

    std::vector<NamedValue> names(const btf_type* at) const {
        std::vector<NamedValue> all;
        for (std::uint16_t i = 0; i < btf_vlen(at); i++) {
            if (btf_is_enum64(at)) {
                const struct btf_enum64& each = btf_enum64(at)[i];
                all.push_back({name(each.name_off), btf_enum64_value(&each)});
                continue;
            }
            const struct btf_enum& each = btf_enum(at)[i];
            auto value = static_cast<std::uint64_t>(static_cast<std::int64_t>(each.val));
            all.push_back({name(each.name_off), btf_kflag(at) ? value : value & UINT32_MAX});
        }
        return all;
    }

    const btf* types_;
};

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> all{""};
    for (char each : path)
        if (each == '.')
            all.emplace_back();
        else
            all.back() += each;
    return all;
}

// Into a number of 1, 2, 4 or 8 bytes from the byte where it begins.
void place_bits(const Reader::Found& found, KernelValue& value) {
    value.bit_shift = found.bits % 8;
    value.bit_width = found.width;
    value.size = 1;
    while (value.size * 8 < value.bit_shift + value.bit_width) value.size *= 2;
}

}  // namespace

const KernelTypes& KernelTypes::of_kernel() {
    static const KernelTypes types;
    return types;
}

KernelTypes::KernelTypes() {
    if (access(kernel_btf_file, R_OK))
        throw Error(ErrorKind::Kernel,
                    "the functions of this kernel are not known: it has no BTF of its own (CONFIG_DEBUG_INFO_BTF)",
                    errno);
    const std::shared_ptr<const btf> kernel = kernel_btf();
    types_.emplace_back("", kernel);
    LibbpfLog log;
    for (const std::string& module : modules())
        if (btf* types = btf__load_module_btf(module.c_str(), const_cast<btf*>(kernel.get())))
            types_.emplace_back(module, std::shared_ptr<const btf>(types, [types](const btf*) { btf__free(types); }));
    std::uint32_t first = 1;
    for (const auto& [module, types] : types_) {
        add(types.get(), module, first);
        first = btf__type_cnt(kernel.get());
    }
}

void KernelTypes::add(const btf* types, const std::string& module, std::uint32_t first) {
    Reader read(types);
    for (std::uint32_t id = first; id < btf__type_cnt(types); id++)
        if (const btf_type* type = read.type(id); btf_is_func(type))
            functions_.try_emplace(read.name(type), Place{types, &module, id});
}

std::vector<std::string> KernelTypes::functions() const {
    std::vector<std::string> all;
    for (const auto& [name, place] : functions_) all.push_back(name);
    return all;
}

const KernelTypes::Place& KernelTypes::place(const std::string& name) const {
    auto found = functions_.find(name);
    if (found != functions_.end()) return found->second;
    throw Error(ErrorKind::Usage, "this kernel has no function " + name + ", or has it as a part of others" +
                                      ask::did_you_mean(name, functions()));
}

KernelFunction KernelTypes::function(const std::string& name) const {
    const Place& found = place(name);
    Reader read(found.types);
    const btf_type* prototype = read.type(read.type(found.id)->type);
    KernelFunction all{found.id, *found.module, {}, read.value(prototype->type)};
    std::vector<const KernelValue*> passed{&all.result};
    for (std::uint16_t i = 0; i < btf_vlen(prototype); i++) {
        const btf_param& each = btf_params(prototype)[i];
        if (!each.type)
            throw Error(ErrorKind::Usage, "func:" + name + " takes any number of arguments: it can't be traced");
        all.parameters.emplace_back(each.name_off ? read.name(each.name_off) : "arg" + std::to_string(i),
                                    read.value(each.type));
    }
    auto check = [&](KernelValue& value) {
        if (!value.is_inline) return;
        // One that fits a register is passed in one.
        if (value.size != 1 && value.size != 2 && value.size != 4 && value.size != 8)
            throw Error(ErrorKind::Usage, "func:" + name + " takes or returns " + value.type +
                                              " by value, which no register holds: it can't be traced");
        value.kind = Kind::Uint;
        value.is_inline = false;
    };
    for (auto& [parameter, value] : all.parameters) check(value);
    check(all.result);
    return all;
}

KernelMember KernelTypes::member(const std::string& function, const std::string& path) const {
    const Place& found = place(function);
    Reader read(found.types);
    const btf_type* prototype = read.type(read.type(found.id)->type);
    std::vector<std::string> names = split(path);
    std::uint32_t id = prototype->type;
    for (std::uint16_t i = 0; i < btf_vlen(prototype); i++)
        if (read.name(btf_params(prototype)[i].name_off) == names.front()) id = btf_params(prototype)[i].type;
    KernelMember member;
    std::string way = names.front();
    Reader::Found last{id, 0, 0};
    for (std::size_t i = 1; i < names.size(); i++) {
        const btf_type* at = read.plain(last.id);
        if (btf_is_ptr(at)) {
            member.steps.push_back(0);
            at = read.plain(at->type);
        }
        if (member.steps.empty() || !btf_is_composite(at)) {
            std::string what =
                btf_is_fwd(at) ? ", whose members this kernel's types don't tell" : ", which has no members";
            throw Error(ErrorKind::Usage, "func:" + function + ": " + way + " is " + read.text(last.id) + what);
        }
        std::optional<Reader::Found> next = read.find(at, names[i]);
        if (!next)
            throw Error(ErrorKind::Usage, "func:" + function + ": " + way + " has no member " + names[i] +
                                              ask::did_you_mean(names[i], read.members(at)));
        last = *next;
        member.steps.back() += last.bits / 8;
        way += "." + names[i];
    }
    member.value = read.value(last.id);
    if (last.width) place_bits(last, member.value);
    if (member.value.kind == Kind::String && !member.value.is_inline) member.steps.push_back(0);
    if (member.value.is_inline && (!member.value.size || member.value.size > wire::KEPT_TEXT_SIZE) &&
        member.value.kind != Kind::String)
        throw Error(
            ErrorKind::Usage,
            "func:" + function + ": " + way + " is " + member.value.type + ": name one of its members" +
                (btf_is_composite(read.plain(last.id)) ? ", as " + way + "." + read.members(read.plain(last.id)).front()
                                                       : ""));
    if (member.steps.size() > wire::SOURCE_STEPS)
        throw Error(ErrorKind::Usage, "func:" + function + ": " + way + " follows more than " +
                                          std::to_string(wire::SOURCE_STEPS) + " pointers");
    return member;
}

}  // namespace traceleft
