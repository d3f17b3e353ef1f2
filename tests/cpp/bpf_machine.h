// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <linux/bpf.h>
#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include "program.h"

namespace traceleft {

/// Runs a question's instructions as the kernel does, on memory of its own. It throws where the verifier would refuse
/// them: for a register that isn't set, memory that isn't theirs, or a jump back.
class BpfMachine {
public:
    /// Late, an event may take as much of it as in the CPU's scratch.
    explicit BpfMachine(std::size_t event_size = sizeof(wire::event_header) + 48) : event(event_size) {}

    std::uint64_t run(const ask::Program& program) {
        room.key = reinterpret_cast<std::uint64_t>(key);
        room.memory = reinterpret_cast<std::uint64_t>(memory);
        room.context = reinterpret_cast<std::uint64_t>(record.data());
        set_ = 1U << 1 | 1U << 2;
        registers_[1] = reinterpret_cast<std::uint64_t>(event.data());
        registers_[2] = reinterpret_cast<std::uint64_t>(&room);
        const std::vector<bpf_insn>& code = program.instructions;
        for (std::size_t at = 0; at < code.size();) at += step(code, at);
        return get(0);
    }

    std::vector<std::byte> event;
    std::vector<std::byte> record{};  ///< a tracepoint's
    wire::question_room room{};
    wire::question_memory memory[2 * wire::QUESTION_MEMORIES]{};
    std::uint64_t key[wire::QUESTION_LATE_KEY / 8]{};

private:
    [[noreturn]] static void refuse(const char* why) { throw std::runtime_error(why); }

    std::uint64_t get(unsigned reg) const {
        if (!(set_ >> reg & 1)) refuse("a register isn't set");
        return registers_[reg];
    }
    void put(unsigned reg, std::uint64_t value) {
        if (reg > 5 || reg == 1 || reg == 2) refuse("a register must stay as it is");
        set_ |= 1U << reg;
        registers_[reg] = value;
    }

    // At the address, where it is inside of something.
    std::byte* place(std::uint64_t address, std::size_t size) {
        std::span<std::byte> theirs[] = {event, record, std::as_writable_bytes(std::span(&room, 1)),
                                         std::as_writable_bytes(std::span(memory)),
                                         std::as_writable_bytes(std::span(key))};
        for (std::span<std::byte> each : theirs) {
            std::uint64_t at = address - reinterpret_cast<std::uint64_t>(each.data());
            if (at <= each.size() && size <= each.size() - at) return each.data() + at;
        }
        refuse("memory that isn't theirs");
    }

    static std::uint64_t extended(const bpf_insn& each) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(each.imm));
    }

    std::ptrdiff_t step(const std::vector<bpf_insn>& code, std::size_t at) {
        const bpf_insn& each = code[at];
        static constexpr std::size_t sizes[] = {4, 2, 1, 8};  // BPF_W, BPF_H, BPF_B, BPF_DW
        std::size_t size = sizes[each.code >> 3 & 3];
        switch (BPF_CLASS(each.code)) {
            case BPF_LD:
                put(each.dst_reg, static_cast<std::uint32_t>(each.imm) |
                                      std::uint64_t{static_cast<std::uint32_t>(code.at(at + 1).imm)} << 32);
                return 2;
            case BPF_LDX: {
                std::uint64_t value = 0;
                std::memcpy(&value, place(get(each.src_reg) + each.off, size), size);
                put(each.dst_reg, value);
                return 1;
            }
            case BPF_ST:
            case BPF_STX: {
                std::uint64_t value = BPF_CLASS(each.code) == BPF_ST ? extended(each) : get(each.src_reg);
                std::memcpy(place(get(each.dst_reg) + each.off, size), &value, size);
                return 1;
            }
            case BPF_JMP:
            case BPF_JMP32:
                if (each.off < 0 || at + 1 + each.off > code.size()) refuse("a jump to nowhere");
                return jumps(each) ? 1 + each.off : 1;
            default:
                put(each.dst_reg, result(each));
                return 1;
        }
    }

    bool jumps(const bpf_insn& each) {
        if (BPF_OP(each.code) == BPF_JA) return true;
        std::uint64_t left = get(each.dst_reg), right = each.code & BPF_X ? get(each.src_reg) : extended(each);
        std::int64_t signed_left = left, signed_right = right;
        if (BPF_CLASS(each.code) == BPF_JMP32) {
            left = static_cast<std::uint32_t>(left), right = static_cast<std::uint32_t>(right);
            signed_left = static_cast<std::int32_t>(left), signed_right = static_cast<std::int32_t>(right);
        }
        switch (BPF_OP(each.code)) {
            case BPF_JEQ:
                return left == right;
            case BPF_JNE:
                return left != right;
            case BPF_JLT:
                return left < right;
            case BPF_JLE:
                return left <= right;
            case BPF_JGT:
                return left > right;
            case BPF_JGE:
                return left >= right;
            case BPF_JSET:
                return left & right;
            case BPF_JSLT:
                return signed_left < signed_right;
            case BPF_JSLE:
                return signed_left <= signed_right;
            case BPF_JSGT:
                return signed_left > signed_right;
            case BPF_JSGE:
                return signed_left >= signed_right;
            default:
                refuse("an unknown jump");
        }
    }

    static std::uint64_t from_network(std::uint64_t number, int bits) {
        return bits == 16 ? __builtin_bswap16(number) : __builtin_bswap32(static_cast<std::uint32_t>(number));
    }

    std::uint64_t result(const bpf_insn& each) {
        bool is_64 = BPF_CLASS(each.code) == BPF_ALU64;
        if (BPF_OP(each.code) == BPF_END) return from_network(get(each.dst_reg), each.imm);
        std::uint64_t right = each.code & BPF_X ? get(each.src_reg) : extended(each);
        if (BPF_OP(each.code) == BPF_MOV) return is_64 ? right : static_cast<std::uint32_t>(right);
        std::uint64_t left = get(each.dst_reg);
        if (!is_64) refuse("an operation of 32 bits");
        bool is_shift = BPF_OP(each.code) == BPF_LSH || BPF_OP(each.code) == BPF_RSH || BPF_OP(each.code) == BPF_ARSH;
        if (is_shift && !(each.code & BPF_X) && right > 63) refuse("a shift by more bits than there are");
        switch (BPF_OP(each.code)) {
            case BPF_ADD:
                return left + right;
            case BPF_SUB:
                return left - right;
            case BPF_MUL:
                return left * right;
            case BPF_DIV:
                return right ? left / right : 0;
            case BPF_MOD:
                return right ? left % right : left;
            case BPF_AND:
                return left & right;
            case BPF_OR:
                return left | right;
            case BPF_XOR:
                return left ^ right;
            case BPF_NEG:
                return -left;
            case BPF_LSH:
                return left << (right & 63);
            case BPF_RSH:
                return left >> (right & 63);
            case BPF_ARSH:
                return static_cast<std::uint64_t>(static_cast<std::int64_t>(left) >> (right & 63));
            default:
                refuse("an unknown operation");
        }
    }

    std::uint64_t registers_[11]{};
    std::uint32_t set_ = 0;  // a bit for each register
};

}  // namespace traceleft
