// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "alike_programs.h"
#include "btf_hooks.h"
#include "unique_fd.h"

namespace traceleft {

/// One ELF object of BPF programs: opened, then configured, then loaded. Owns its programs and the maps it created,
/// and a fork's child gets none of them.
class BpfObject {
public:
    BpfObject(BpfObject&&) = default;
    ~BpfObject();

    /// Throws Error: Os where the file can't be read, Handler where it isn't a BPF object.
    /// `btf` is a file with the kernel's types, in place of the kernel's own; empty: none.
    static BpfObject open(const std::string& path, const std::string& btf = "");
    /// The same of an object that comes with traceleft, which loads sooner: its programs name no type of a module's,
    /// and no type by its id.
    static BpfObject open_own(const std::string& path, const std::string& btf);

    const std::string& path() const { return path_; }
    bpf_object* get() const { return object_.get(); }

    /// Sets a `const volatile` of .rodata before loading. False where the object has no such constant.
    template <typename T>
    bool set_constant(std::string_view name, T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        Variable constant = find_variable(".rodata", name);
        if (constant.size != sizeof(T)) return false;
        std::memcpy(constant.bytes, &value, sizeof(T));
        return true;
    }
    bool has_constant(std::string_view name) const { return find_variable(".rodata", name).size > 0; }
    bool has_variable(std::string_view name) const { return find_variable(".bss", name).size > 0; }
    /// Sets a global variable of .bss; only once loaded. Other variables of .bss must not change meanwhile.
    template <typename T>
    void set_variable(std::string_view name, T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        write_variable(name, &value, sizeof(T));
    }

    /// Makes the map `name` share the kernel map behind `fd`. False where the object has no such map; throws Handler
    /// where it declares it otherwise.
    bool reuse_map(const char* name, int fd);
    /// The same with the map of another object, for which the fields of its values are looked at, too.
    bool reuse_map(const char* name, const BpfObject& owner);

    /// Has loading create the map `name`, with room for so many entries. Throws Error::os.
    void create_map(const std::string& name, std::uint32_t entries);

    /// Has loading make a program one for a raw tracepoint with typed arguments. Throws Error::os.
    void hook(const bpf_program* program, const char* tracepoint) { hooks_.add(program, tracepoint); }

    /// Has loading load one of these programs in place of all that have the same instructions then: see AlikePrograms.
    void load_alike_once(std::vector<bpf_program*> programs) { alike_.add(std::move(programs)); }

    /// Throws Error: Load with the verifier's last lines, or Kernel where memory or permission is the reason.
    void load();

    /// The kernel's file descriptor of a loaded program, or of the one that was loaded in its place.
    int program_fd(const char* name) const;
    bpf_map* map(const char* name) const;          ///< null where absent
    bpf_program* program(const char* name) const;  ///< null where absent

private:
    struct Deleter {
        void operator()(bpf_object* object) const { bpf_object__close(object); }
    };
    BpfObject(std::string path, bpf_object* object) : path_(std::move(path)), object_(object) {}
    [[noreturn]] void refuse_map(const std::string& name) const;
    void keep(int fd);
    void keep_descriptors();
    void let_go_of_descriptors();
    struct Variable {
        bpf_map* section = nullptr;
        char* bytes = nullptr;   ///< in libbpf's copy of the section, which the kernel gets when it is loaded
        std::size_t offset = 0;  ///< in the section
        std::size_t size = 0;    ///< 0: there is no such variable
    };
    Variable find_variable(std::string_view section, std::string_view name) const;
    void write_variable(std::string_view name, const void* value, std::size_t size);

    std::string path_;
    UniqueFd types_;  ///< of open_own(), until it is loaded
    std::unique_ptr<bpf_object, Deleter> object_;
    BtfHooks hooks_;
    AlikePrograms alike_;
    std::vector<int> kept_;  ///< descriptors that libbpf has opened
};

/// The kernel's file descriptor of a loaded map; throws Error::os where there is none.
int map_fd(const bpf_map* map);

/// Collects libbpf's messages on this thread, instead of letting it print to stderr.
class LibbpfLog {
public:
    LibbpfLog();
    ~LibbpfLog();
    LibbpfLog(const LibbpfLog&) = delete;
    LibbpfLog& operator=(const LibbpfLog&) = delete;

    const std::string& text() const { return text_; }
    /// The verifier's own words out of the text, its last `lines` lines; empty where it said nothing.
    std::string verifier_log(int lines) const;

private:
    std::string text_;
    std::string* outer_;
};

}  // namespace traceleft
