// SPDX-License-Identifier: MIT
#include "probe_operand.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace traceleft {

namespace {

// struct pt_regs, by words: arch/x86/include/asm/ptrace.h. Names as of the whole register, of 32, 16 and 8 bits.
constexpr std::array<std::array<std::string_view, 4>, 20> x86_registers{{
    {"r15", "r15d", "r15w", "r15b"},
    {"r14", "r14d", "r14w", "r14b"},
    {"r13", "r13d", "r13w", "r13b"},
    {"r12", "r12d", "r12w", "r12b"},
    {"rbp", "ebp", "bp", "bpl"},
    {"rbx", "ebx", "bx", "bl"},
    {"r11", "r11d", "r11w", "r11b"},
    {"r10", "r10d", "r10w", "r10b"},
    {"r9", "r9d", "r9w", "r9b"},
    {"r8", "r8d", "r8w", "r8b"},
    {"rax", "eax", "ax", "al"},
    {"rcx", "ecx", "cx", "cl"},
    {"rdx", "edx", "dx", "dl"},
    {"rsi", "esi", "si", "sil"},
    {"rdi", "edi", "di", "dil"},
    {},  // orig_rax
    {"rip"},
    {},  // cs
    {},  // eflags
    {"rsp", "esp", "sp", "spl"},
}};
// struct user_pt_regs: arch/arm64/include/uapi/asm/ptrace.h. x0 to x30, and behind them sp.
constexpr std::uint16_t arm_stack_register = 31;

std::optional<std::uint64_t> number(std::string_view text) {
    bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    bool hex = text.starts_with("0x") || text.starts_with("0X");
    if (hex) text.remove_prefix(2);
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hex ? 16 : 10);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return negative ? 0 - value : value;
}

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> comma_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
        comma = text.find(',');
        parts.push_back(trim(text.substr(0, comma)));
        if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
    }
    return parts;
}

std::optional<std::uint16_t> x86_register(std::string_view text) {
    if (!text.starts_with('%')) return std::nullopt;
    text.remove_prefix(1);
    for (std::size_t word = 0; word < x86_registers.size(); word++)
        for (std::string_view name : x86_registers[word])
            if (!name.empty() && name == text) return static_cast<std::uint16_t>(word);
    return std::nullopt;
}

std::optional<std::uint16_t> arm_register(std::string_view text) {
    if (text == "sp" || text == "wsp") return arm_stack_register;
    if (!text.starts_with('x') && !text.starts_with('w')) return std::nullopt;
    std::optional<std::uint64_t> which = number(text.substr(1));
    return which && *which < arm_stack_register ? std::optional(static_cast<std::uint16_t>(*which)) : std::nullopt;
}

// A part of an address that may be missing.
bool read_register(std::optional<std::uint16_t> found, std::uint16_t& into) {
    if (found) into = *found;
    return found.has_value();
}

bool read_x86(std::string_view text, wire::source_operand& operand) {
    if (text.starts_with('$')) {
        std::optional<std::uint64_t> constant = number(text.substr(1));
        operand.from = wire::OPERAND_CONSTANT;
        operand.number = constant.value_or(0);
        return constant.has_value();
    }
    std::size_t open = text.find('(');
    if (open == std::string_view::npos) {
        operand.from = wire::OPERAND_REGISTER;
        return read_register(x86_register(text), operand.base);
    }
    if (!text.ends_with(')')) return false;
    operand.from = wire::OPERAND_MEMORY;
    std::optional<std::uint64_t> added = open ? number(text.substr(0, open)) : 0;
    if (!added) return false;
    operand.number = *added;
    auto parts = comma_parts(text.substr(open + 1, text.size() - open - 2));
    if (parts.size() > 3) return false;
    if (!parts[0].empty() && !read_register(x86_register(parts[0]), operand.base)) return false;
    if (parts.size() > 1 && !read_register(x86_register(parts[1]), operand.index)) return false;
    std::optional<std::uint64_t> scale = parts.size() > 2 ? number(parts[2]) : 1;
    if (!scale || !std::has_single_bit(*scale) || *scale > 8) return false;
    operand.shift = static_cast<std::uint8_t>(std::countr_zero(*scale));
    return operand.base != wire::OPERAND_NO_REGISTER || operand.index != wire::OPERAND_NO_REGISTER;
}

bool read_arm(std::string_view text, wire::source_operand& operand) {
    if (std::optional<std::uint64_t> constant = number(text)) {
        operand.from = wire::OPERAND_CONSTANT;
        operand.number = *constant;
        return true;
    }
    if (!text.starts_with('[')) {
        operand.from = wire::OPERAND_REGISTER;
        return read_register(arm_register(text), operand.base);
    }
    if (!text.ends_with(']')) return false;
    operand.from = wire::OPERAND_MEMORY;
    auto parts = comma_parts(text.substr(1, text.size() - 2));
    if (parts.size() > 3 || !read_register(arm_register(parts[0]), operand.base)) return false;
    if (parts.size() == 1) return true;
    if (std::optional<std::uint64_t> added = number(parts[1])) {
        operand.number = *added;
        return parts.size() == 2;
    }
    if (!parts[1].starts_with('x') || !read_register(arm_register(parts[1]), operand.index)) return false;
    if (parts.size() == 2) return true;
    constexpr std::string_view shifted = "lsl ";
    if (!parts[2].starts_with(shifted)) return false;
    std::string_view bits = parts[2].substr(shifted.size());
    std::optional<std::uint64_t> shift = number(bits.substr(bits.starts_with('#')));
    operand.shift = static_cast<std::uint8_t>(shift.value_or(0));
    return shift && *shift <= 3;
}

}  // namespace

std::optional<Machine> own_machine() {
#if defined(__x86_64__)
    return Machine::x86_64;
#elif defined(__aarch64__)
    return Machine::aarch64;
#else
    return std::nullopt;
#endif
}

std::optional<wire::source_operand> parse_operand(std::string_view text, Machine machine) {
    wire::source_operand operand{};
    operand.is_signed = text.starts_with('-');
    if (operand.is_signed) text.remove_prefix(1);
    if (text.find('@') != 1) return std::nullopt;  // "8f@%xmm0"
    operand.size = static_cast<std::uint8_t>(text[0] - '0');
    if (!std::has_single_bit(operand.size) || operand.size > sizeof(std::uint64_t)) return std::nullopt;
    operand.base = operand.index = wire::OPERAND_NO_REGISTER;
    text = trim(text.substr(2));
    bool is_read = machine == Machine::x86_64 ? read_x86(text, operand) : read_arm(text, operand);
    return is_read ? std::optional(operand) : std::nullopt;
}

std::vector<std::string> split_operands(std::string_view text) {
    std::vector<std::string> words;
    bool in_brackets = false, in_word = false;
    for (char each : text) {
        if (each == ' ' && !in_brackets) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        in_brackets = each == '[' || (in_brackets && each != ']');
        words.back() += each;
    }
    return words;
}

std::vector<std::string> function_operands(Machine machine, std::size_t count) {
    // The psABIs' integer arguments: in registers, and then on the stack, on x86_64 above the return address.
    std::vector<std::string> operands;
    if (machine == Machine::x86_64)
        operands = {"8@%rdi", "8@%rsi", "8@%rdx", "8@%rcx", "8@%r8", "8@%r9"};
    else
        for (int i = 0; i < 8; i++) operands.push_back("8@x" + std::to_string(i));
    for (std::size_t i = 0; operands.size() < count; i++)
        operands.push_back(machine == Machine::x86_64 ? "8@" + std::to_string(8 * (i + 1)) + "(%rsp)"
                                                      : "8@[sp, " + std::to_string(8 * i) + "]");
    operands.resize(count);
    return operands;
}

std::string result_operand(Machine machine) { return machine == Machine::x86_64 ? "8@%rax" : "8@x0"; }

}  // namespace traceleft
