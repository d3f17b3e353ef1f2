// SPDX-License-Identifier: MIT
#include "relocation_types.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "error.h"
#include "kernel_btf.h"

namespace traceleft {

namespace {

using Types = std::unique_ptr<btf, decltype(&btf__free)>;

// libbpf's rule: what follows three underscores tells an object's own variants of a kernel's type apart.
std::string_view plain_name(const btf& types, const btf_type* type) {
    std::string_view name = btf__name_by_offset(&types, type->name_off);
    return name.substr(0, name.find("___", 1));
}

bool can_be_relocated(const btf_type* type) {
    switch (btf_kind(type)) {
        case BTF_KIND_INT:
        case BTF_KIND_FLOAT:
        case BTF_KIND_STRUCT:
        case BTF_KIND_UNION:
        case BTF_KIND_ENUM:
        case BTF_KIND_ENUM64:
        case BTF_KIND_FWD:
        case BTF_KIND_TYPEDEF:
            return type->name_off;
        default:
            return false;
    }
}

/// Some of the kernel's types.
class Selection {
public:
    explicit Selection(const btf& kernel) : kernel_(kernel), types_(btf__new_empty(), &btf__free) {
        if (!types_) throw Error::os("select the kernel's types", errno);
    }

    /// Its id here. What it has by value comes with it.
    std::uint32_t add(std::uint32_t kernel_id) {
        if (auto known = ids_.find(kernel_id); known != ids_.end()) return known->second;
        const btf_type* type = btf__type_by_id(&kernel_, kernel_id);
        std::uint32_t id = 0;  // void: functions are met behind a typedef only
        if (btf_is_ptr(type))
            id = pointer();
        else if (btf_is_composite(type))
            id = add_composite(type);
        else if (btf_is_array(type))
            id = add_array(type);
        else if (btf_is_mod(type) || btf_is_typedef(type))
            id = add_other_name(type);
        else if (can_be_relocated(type))
            id = copy(type);
        ids_[kernel_id] = id;
        return id;
    }

    std::string_view bytes() const {
        std::uint32_t size = 0;
        const void* data = btf__raw_data(types_.get(), &size);
        if (!data) throw Error::os("select the kernel's types", errno);
        return {static_cast<const char*>(data), size};
    }

private:
    std::uint32_t pointer() {
        if (!pointer_) pointer_ = checked(btf__add_ptr(types_.get(), 0));
        return pointer_;
    }

    std::uint32_t add_composite(const btf_type* type) {
        std::vector<std::uint32_t> members;
        for (std::uint16_t i = 0; i < btf_vlen(type); i++) members.push_back(add(btf_members(type)[i].type));
        std::uint32_t id = copy(type);
        for (std::size_t i = 0; i < members.size(); i++) btf_members(own(id))[i].type = members[i];
        return id;
    }

    std::uint32_t add_array(const btf_type* type) {
        const struct btf_array* array = ::btf_array(type);
        std::uint32_t index = add(array->index_type), element = add(array->type);
        return checked(btf__add_array(types_.get(), index, element, array->nelems));
    }

    std::uint32_t add_other_name(const btf_type* type) {
        std::uint32_t named = add(type->type), id = copy(type);
        own(id)->type = named;
        return id;
    }

    std::uint32_t copy(const btf_type* type) { return checked(btf__add_type(types_.get(), &kernel_, type)); }

    btf_type* own(std::uint32_t id) { return const_cast<btf_type*>(btf__type_by_id(types_.get(), id)); }

    static std::uint32_t checked(int id) {
        if (id < 0) throw Error::os("select the kernel's types", -id);
        return static_cast<std::uint32_t>(id);
    }

    const btf& kernel_;
    Types types_;
    std::unordered_map<std::uint32_t, std::uint32_t> ids_;
    std::uint32_t pointer_ = 0;
};

}  // namespace

UniqueFd make_types_file() {
    UniqueFd file(memfd_create("traceleft-types", MFD_CLOEXEC));
    if (!file) throw Error::os("make a file in memory", errno);
    return file;
}

void write_types(const UniqueFd& file, const btf& object_types) {
    std::unordered_set<std::string_view> names;
    for (std::uint32_t id = 1; id < btf__type_cnt(&object_types); id++) {
        const btf_type* type = btf__type_by_id(&object_types, id);
        if (can_be_relocated(type)) names.insert(plain_name(object_types, type));
    }
    const std::shared_ptr<const btf> kernel = kernel_btf();
    Selection selection(*kernel);
    for (std::uint32_t id = 1; id < btf__type_cnt(kernel.get()); id++) {
        const btf_type* type = btf__type_by_id(kernel.get(), id);
        if (can_be_relocated(type) && names.count(plain_name(*kernel, type))) selection.add(id);
    }
    std::string_view bytes = selection.bytes();
    if (write(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        throw Error::os("write the kernel's types", errno);
}

}  // namespace traceleft
