// SPDX-License-Identifier: MIT
#include "bpf_object.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <mutex>

#include "at_fork.h"
#include "error.h"
#include "relocation_types.h"

namespace traceleft {

namespace {

// libbpf has one print callback for the whole process; each thread gets the messages about its own calls.
thread_local std::string* libbpf_text = nullptr;

int collect(libbpf_print_level level, const char* format, va_list args) {
    if (level == LIBBPF_DEBUG || !libbpf_text) return 0;
    // A verifier log passes through here whole: measure first.
    va_list measured;
    va_copy(measured, args);
    int size = std::vsnprintf(nullptr, 0, format, measured);
    va_end(measured);
    if (size <= 0) return 0;
    std::size_t before = libbpf_text->size();
    libbpf_text->resize(before + size + 1);
    std::vsnprintf(libbpf_text->data() + before, size + 1, format, args);
    libbpf_text->pop_back();
    return size;
}

std::string last_lines(const std::string& text, int lines) {
    std::size_t begin = text.size();
    while (begin > 0 && text[begin - 1] == '\n') begin--;
    std::size_t end = begin;
    for (int i = 0; i < lines && begin != std::string::npos && begin > 0; i++) begin = text.rfind('\n', begin - 1);
    return begin == std::string::npos ? text.substr(0, end) : text.substr(begin, end - begin);
}

// A type's fields with their places, which two objects' numbers of it don't tell.
std::string layout_of(const btf* types, std::uint32_t id) {
    const btf_type* type = btf__type_by_id(types, id);
    while (type && (btf_is_mod(type) || btf_is_typedef(type))) type = btf__type_by_id(types, id = type->type);
    if (!type) return {};
    if (btf_is_array(type)) {
        const struct btf_array* array = ::btf_array(type);
        return "[" + std::to_string(array->nelems) + "]" + layout_of(types, array->type);
    }
    std::string layout = std::to_string(btf__resolve_size(types, id));
    if (!btf_is_composite(type)) return layout;
    for (std::uint16_t i = 0; i < btf_vlen(type); i++) {
        const btf_member& member = btf_members(type)[i];
        layout += std::string(i ? "," : "{") + btf__name_by_offset(types, member.name_off) + "@" +
                  std::to_string(btf_member_bit_offset(type, i)) + ":" + layout_of(types, member.type);
    }
    return layout + "}";
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

LibbpfLog::LibbpfLog() : outer_(std::exchange(libbpf_text, &text_)) {
    static std::once_flag once;
    std::call_once(once, [] { libbpf_set_print(collect); });
}

LibbpfLog::~LibbpfLog() { libbpf_text = outer_; }

std::string LibbpfLog::verifier_log(int lines) const {
    static constexpr std::string_view begin_mark = "-- BEGIN PROG LOAD LOG --\n";
    std::size_t begin = text_.find(begin_mark);
    if (begin == std::string::npos) return "";
    begin += begin_mark.size();
    return last_lines(text_.substr(begin, text_.find("-- END PROG LOAD LOG --", begin) - begin), lines);
}

/// The member of a kernel's type that a program reads and the kernel lacks, "struct file.f_flags", in libbpf's words:
/// "failed to resolve CO-RE relocation <byte_off> [159] struct file.f_flags (0:2 @ offset 16)". Empty where all are
/// there.
static std::string missing_member(std::string_view log) {
    std::size_t begin = log.find("failed to resolve CO-RE relocation");
    if (begin == std::string_view::npos) return "";
    begin = log.find("] ", begin);
    std::size_t end = log.find(" (", begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return "";
    return std::string(log.substr(begin + 2, end - begin - 2));
}

BpfObject BpfObject::open(const std::string& path, const std::string& btf) {
    LibbpfLog log;
    BtfHooks::take_part();
    UniqueFd readable(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!readable) throw Error::os("open handler", errno, path);
    struct stat status{};
    if (fstat(readable.get(), &status) == 0 && S_ISDIR(status.st_mode)) throw Error::os("open handler", EISDIR, path);
    bpf_object_open_opts options{};
    options.sz = sizeof(options);
    options.btf_custom_path = btf.empty() ? nullptr : btf.c_str();
    bpf_object* object = bpf_object__open_file(path.c_str(), &options);
    if (!object) {
        int errnum = errno;
        std::string reason = first_line(log.text());
        throw Error(ErrorKind::Handler,
                    path + ": not a BPF object file" + (reason.empty() ? "" : " (" + reason + ")") +
                        "; compile the handler with clang -target bpf",
                    errnum);
    }
    return {path, object};
}

BpfObject BpfObject::open_own(const std::string& path, const std::string& btf) {
    if (!btf.empty()) return open(path, btf);
    UniqueFd types = make_types_file();
    BpfObject object = open(path, "/proc/self/fd/" + std::to_string(types.get()));  // libbpf reads it in load()
    write_types(types, *bpf_object__btf(object.get()));
    object.types_ = std::move(types);
    return object;
}

BpfObject::~BpfObject() {
    if (!object_) return;
    NoFork until_closed;
    let_go_of_descriptors();
    object_.reset();
}

void BpfObject::keep(int fd) {
    if (fd < 0) return;
    kept_.push_back(fd);
    keep_from_children(fd);
}

void BpfObject::keep_descriptors() {
    keep(bpf_object__btf_fd(get()));
    bpf_map* map = nullptr;
    bpf_object__for_each_map(map, get()) keep(bpf_map__fd(map));
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, get()) keep(bpf_program__fd(program));
}

void BpfObject::let_go_of_descriptors() {
    for (int fd : kept_) let_go(fd);
    kept_.clear();
}

bpf_map* BpfObject::map(const char* name) const { return bpf_object__find_map_by_name(get(), name); }

bpf_program* BpfObject::program(const char* name) const { return bpf_object__find_program_by_name(get(), name); }

int BpfObject::program_fd(const char* name) const { return bpf_program__fd(alike_.loaded(program(name))); }

BpfObject::Variable BpfObject::find_variable(std::string_view section, std::string_view name) const {
    const btf* types = bpf_object__btf(get());
    int id = types ? btf__find_by_name_kind(types, std::string(section).c_str(), BTF_KIND_DATASEC) : -1;
    if (id < 0) return {};
    const btf_type* type = btf__type_by_id(types, id);
    const btf_var_secinfo* variables = btf_var_secinfos(type);
    bpf_map* map = nullptr;
    bpf_object__for_each_map(map, get()) {  // the section's map is named after object and section
        std::string_view map_name = bpf_map__name(map);
        if (map_name.size() < section.size() || map_name.substr(map_name.size() - section.size()) != section) continue;
        std::size_t size = 0;
        // const since libbpf 1.0; a generated skeleton writes there all the same.
        auto* bytes = static_cast<char*>(const_cast<void*>(bpf_map__initial_value(map, &size)));
        for (int i = 0; bytes && i < btf_vlen(type); i++) {
            const btf_type* variable = btf__type_by_id(types, variables[i].type);
            std::size_t offset = variables[i].offset;
            if (name == btf__name_by_offset(types, variable->name_off) && offset + variables[i].size <= size)
                return {map, bytes + offset, offset, variables[i].size};
        }
    }
    return {};
}

void BpfObject::write_variable(std::string_view name, const void* value, std::size_t size) {
    Variable variable = find_variable(".bss", name);
    if (variable.size != size) throw Error::os("find variable " + std::string(name), ENOENT, path_);
    std::string section(bpf_map__value_size(variable.section), '\0');
    int fd = map_fd(variable.section);
    __u32 key = 0;
    if (bpf_map_lookup_elem(fd, &key, section.data())) throw Error::os("read a program's variables", errno, path_);
    std::memcpy(section.data() + variable.offset, value, size);
    if (bpf_map_update_elem(fd, &key, section.data(), BPF_ANY))
        throw Error::os("set variable " + std::string(name), errno, path_);
}

void BpfObject::refuse_map(const std::string& name) const {
    throw Error(ErrorKind::Handler, path_ + ": declares the map `" + name +
                                        "` otherwise than traceleft does; include <traceleft/handler.h> of this "
                                        "version and compile it again");
}

// Room between fields hides a new one from the size.
bool BpfObject::reuse_map(const char* name, const BpfObject& owner) {
    const bpf_map *own = map(name), *theirs = owner.map(name);
    if (own && layout_of(bpf_object__btf(get()), bpf_map__btf_value_type_id(own)) !=
                   layout_of(bpf_object__btf(owner.get()), bpf_map__btf_value_type_id(theirs)))
        refuse_map(name);
    return reuse_map(name, map_fd(theirs));
}

bool BpfObject::reuse_map(const char* name, int fd) {
    bpf_map* own = map(name);
    if (!own) return false;
    bpf_map_info shared{};
    __u32 length = sizeof(shared);
    if (bpf_obj_get_info_by_fd(fd, &shared, &length)) throw Error::os("inspect map " + std::string(name), errno);
    if (bpf_map__type(own) != shared.type || bpf_map__key_size(own) != shared.key_size ||
        bpf_map__value_size(own) != shared.value_size)
        refuse_map(name);
    LibbpfLog log;
    NoFork until_kept;
    if (bpf_map__reuse_fd(own, fd)) throw Error::os("share map " + std::string(name), errno, path_);
    keep(bpf_map__fd(own));
    return true;
}

void BpfObject::create_map(const std::string& name, std::uint32_t entries) {
    bpf_map* found = map(name.c_str());
    if (!found) throw Error::os("find map " + name, ENOENT, path_);
    if (bpf_map__set_autocreate(found, true) || bpf_map__set_max_entries(found, entries))
        throw Error::os("size map " + name, errno, path_);
}

void BpfObject::load() {
    LibbpfLog log;
    int error = 0;
    {
        NoFork until_kept;
        let_go_of_descriptors();  // where it fails, libbpf closes them
        BtfHooks::Loading loading(hooks_, [this] { alike_.leave_out(); });
        error = bpf_object__load(get());
        if (!error) keep_descriptors();
    }
    types_ = UniqueFd();
    if (!error) return;
    int errnum = -error;
    std::string verifier = log.verifier_log(12);
    std::string message = path_ + ": the kernel refused to load it: " + errno_text(errnum);
    if (errnum == EMFILE)
        message += "; raise the limit of open files (ulimit -n)";
    else if (std::string member = missing_member(verifier); !member.empty())
        message += "; it reads " + member + ", which the kernel's types (BTF) don't have";
    else if (!verifier.empty())
        message += "; the verifier's last lines:\n" + verifier;
    else if (errnum == EPERM)
        message += "; run as root, or look at RLIMIT_MEMLOCK (ulimit -l, kernels before 5.11), lockdown and LSM policy";
    else if (!log.text().empty())
        message += " (" + first_line(log.text()) + ")";
    Error failure(ErrorKind::Load, message, errnum);
    failure.path = path_;
    failure.log = verifier;
    throw failure;
}

int map_fd(const bpf_map* map) {
    int fd = map ? bpf_map__fd(map) : -1;
    if (fd < 0) throw Error::os("find a BPF map", ENOENT);
    return fd;
}

}  // namespace traceleft
