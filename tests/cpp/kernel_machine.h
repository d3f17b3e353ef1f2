// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/bpf.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <traceleft/event.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "assembler.h"
#include "bpf_machine.h"
#include "unique_fd.h"

namespace traceleft {

/// Runs a question's instructions in the kernel, as bpf/questions.bpf.c does: early the event and the key are on the
/// stack, late they are in a map as struct cpu_state is. Tests need root for it.
class KernelMachine {
public:
    static constexpr std::size_t most_questions = 64;  ///< in one program, which takes a ms to load
    struct State {
        std::uint64_t answers[most_questions];
        wire::question_room room;
        wire::question_memory memory[2 * wire::QUESTION_MEMORIES];
        std::uint64_t key[wire::QUESTION_LATE_KEY / 8];
        std::byte scratch[2 * 65536];
    };

    /// Throws where the kernel allows no map.
    KernelMachine() {
        LIBBPF_OPTS(bpf_map_create_opts, options, .map_flags = BPF_F_MMAPABLE);
        map_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_ARRAY, "question_state", 4, sizeof(State), 1, &options));
        if (map_.get() < 0) throw std::runtime_error(std::strerror(errno));
        void* mapped = mmap(nullptr, sizeof(State), PROT_READ | PROT_WRITE, MAP_SHARED, map_.get(), 0);
        if (mapped == MAP_FAILED) throw std::runtime_error(std::strerror(errno));
        state = static_cast<State*>(mapped);
    }
    ~KernelMachine() { munmap(state, sizeof(State)); }
    KernelMachine(const KernelMachine&) = delete;
    KernelMachine& operator=(const KernelMachine&) = delete;

    /// One question's. Throws with the verifier's log where it refuses them.
    void load(const ask::Program& program, ask::Stage stage) {
        std::vector<bpf_insn> code = before(stage);
        ask(code, program, stage, 0);
        std::vector<bpf_insn> last = after(stage);
        code.insert(code.end(), last.begin(), last.end());
        load(code);
    }
    /// Several late questions about one event, which make no key and measure nothing.
    void load(const std::vector<ask::Program>& programs) {
        std::vector<bpf_insn> code = before(ask::Stage::Late);
        for (std::size_t i = 0; i < programs.size(); i++) ask(code, programs[i], ask::Stage::Late, i);
        std::vector<bpf_insn> last = after(ask::Stage::Late);
        code.insert(code.end(), last.begin(), last.end());
        load(code);
    }

    /// Runs what is loaded, about the event in `state`, where the answers are.
    void run() {
        char packet[64] = {};
        LIBBPF_OPTS(bpf_test_run_opts, options, .data_in = packet, .data_size_in = sizeof(packet));
        if (int refused = bpf_prog_test_run_opts(program_.get(), &options))
            throw std::runtime_error(std::strerror(-refused));
    }

    State* state;

private:
    void load(const std::vector<bpf_insn>& code) {
        std::string log(1 << 20, '\0');
        LIBBPF_OPTS(bpf_prog_load_opts, options);
        auto try_to_load = [&] {
            return bpf_prog_load(BPF_PROG_TYPE_SOCKET_FILTER, "question", "GPL", code.data(), code.size(), &options);
        };
        program_ = UniqueFd(try_to_load());
        if (program_.get() >= 0) return;
        options.log_buf = log.data();
        options.log_size = static_cast<std::uint32_t>(log.size());
        options.log_level = 1;
        program_ = UniqueFd(try_to_load());
        if (program_.get() >= 0) return;
        log.resize(std::strlen(log.c_str()));
        throw std::runtime_error(log.substr(log.size() - std::min<std::size_t>(log.size(), 3000)));
    }

    using Reg = ask::Reg;
    static constexpr std::size_t early_size = sizeof(wire::event_header) + 48;
    // From the stack's end.
    static constexpr int room_at = -static_cast<int>(sizeof(wire::question_room)),
                         event_at = room_at - static_cast<int>(early_size),
                         key_at = event_at - wire::QUESTION_EARLY_KEY, index_at = key_at - 8;

    static bpf_insn one(int code, int to, int from, int offset, int number) {
        bpf_insn made{};
        made.code = static_cast<std::uint8_t>(code);
        made.dst_reg = static_cast<std::uint8_t>(to) & 15;
        made.src_reg = static_cast<std::uint8_t>(from) & 15;
        made.off = static_cast<std::int16_t>(offset);
        made.imm = number;
        return made;
    }
    static bpf_insn add(int to, int number) { return one(BPF_ALU64 | BPF_ADD | BPF_K, to, 0, 0, number); }
    static bpf_insn copy(int to, int from) { return one(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0); }
    static bpf_insn load(int to, int from, int offset) { return one(BPF_LDX | BPF_MEM | BPF_DW, to, from, offset, 0); }
    static bpf_insn store(int to, int offset, int from) { return one(BPF_STX | BPF_MEM | BPF_DW, to, from, offset, 0); }
    static bpf_insn store_zero(int to, int offset) { return one(BPF_ST | BPF_MEM | BPF_DW, to, 0, offset, 0); }

    // r6 is the state, r10 the stack's end.
    std::vector<bpf_insn> before(ask::Stage stage) const {
        std::vector<bpf_insn> code = {
            store_zero(10, index_at),
            copy(2, 10),
            add(2, index_at),
            one(BPF_LD | BPF_DW | BPF_IMM, 1, BPF_PSEUDO_MAP_FD, 0, map_.get()),
            one(0, 0, 0, 0, 0),
            one(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_map_lookup_elem),
            one(BPF_JMP | BPF_JNE | BPF_K, 0, 0, 1, 0),
            one(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
            copy(6, 0),
        };
        for (int at = 0; at < static_cast<int>(sizeof(wire::question_room)); at += 8)
            code.push_back(store_zero(10, room_at + at));
        bool late = stage == ask::Stage::Late;
        auto put = [&](std::size_t in_room, int base, int offset) {
            code.push_back(copy(1, base));
            code.push_back(add(1, offset));
            code.push_back(store(10, room_at + static_cast<int>(in_room), 1));
        };
        put(offsetof(wire::question_room, key), late ? 6 : 10, late ? offsetof(State, key) : key_at);
        if (late) put(offsetof(wire::question_room, memory), 6, offsetof(State, memory));
        if (!late) copy_words(code, 10, event_at, 6, offsetof(State, scratch), early_size);
        if (!late) copy_words(code, 10, key_at, 6, offsetof(State, key), wire::QUESTION_EARLY_KEY);
        return code;
    }

    // r1 is the event, r2 the room; the answer is in r0.
    static void ask(std::vector<bpf_insn>& code, const ask::Program& program, ask::Stage stage, std::size_t number) {
        bool late = stage == ask::Stage::Late;
        code.push_back(copy(1, late ? 6 : 10));
        code.push_back(add(1, late ? offsetof(State, scratch) : event_at));
        code.push_back(copy(2, 10));
        code.push_back(add(2, room_at));
        code.insert(code.end(), program.instructions.begin(), program.instructions.end());
        code.push_back(store(6, static_cast<int>(offsetof(State, answers) + number * sizeof(std::uint64_t)), 0));
    }

    static std::vector<bpf_insn> after(ask::Stage stage) {
        std::vector<bpf_insn> code = {load(1, 10, room_at), store(6, offsetof(State, room), 1)};
        if (stage == ask::Stage::Early) copy_words(code, 6, offsetof(State, key), 10, key_at, wire::QUESTION_EARLY_KEY);
        code.push_back(one(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0));
        code.push_back(one(BPF_JMP | BPF_EXIT, 0, 0, 0, 0));
        return code;
    }

    static void copy_words(std::vector<bpf_insn>& code, int to, int to_at, int from, int from_at, std::size_t size) {
        for (int at = 0; at < static_cast<int>(size); at += 8) {
            code.push_back(load(0, from, from_at + at));
            code.push_back(store(to, to_at + at, 0));
        }
    }

    UniqueFd map_, program_;
};

}  // namespace traceleft
