// SPDX-License-Identifier: MIT
#include "eh_frame.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace traceleft {

// Of its own, for the files of a folder are compiled as one.
namespace eh_frame {
namespace {

constexpr std::uint64_t word = 8;
constexpr std::uint64_t bp = 6, sp = 7, return_address = 16;  // System V ABI, AMD64: DWARF's numbers of registers
constexpr std::size_t most_remembered = 64;                   // states within each other
constexpr std::uint64_t padding = 16;                         // bytes between functions, where no code runs

// DW_EH_PE_*, of the Linux Standard Base.
enum Encoding : std::uint8_t {
    absolute = 0,
    uleb128 = 1,
    udata2 = 2,
    udata4 = 3,
    udata8 = 4,
    sleb128 = 9,
    sdata2 = 10,
    sdata4 = 11,
    sdata8 = 12,
    format_mask = 15,
    relative_to_itself = 0x10,
    application_mask = 0xf0,
};

// DW_CFA_*, of DWARF 5, 7.24; the first three have an operand in the lower bits.
enum Instruction : std::uint8_t {
    advance = 0x40,
    offset = 0x80,
    restore = 0xc0,
    operand_mask = 0x3f,
    nop = 0,
    set_location = 1,
    advance1 = 2,
    advance2 = 3,
    advance4 = 4,
    offset_extended = 5,
    restore_extended = 6,
    undefined = 7,
    same_value = 8,
    in_register = 9,
    remember_state = 10,
    restore_state = 11,
    define_cfa = 12,
    define_cfa_register = 13,
    define_cfa_offset = 14,
    define_cfa_expression = 15,
    expression = 16,
    offset_extended_signed = 17,
    define_cfa_signed = 18,
    define_cfa_offset_signed = 19,
    value_offset = 20,
    value_offset_signed = 21,
    value_expression = 22,
    gnu_args_size = 0x2e,
    gnu_negative_offset_extended = 0x2f,
};

// DW_OP_*.
constexpr std::byte deref{0x06}, breg_bp{0x76};

/// Reads forwards. Behind the end everything is 0, and the reader has failed.
class Reader {
public:
    Reader(std::span<const std::byte> bytes, std::uint64_t address) : bytes_(bytes), address_(address) {}

    bool failed() const { return failed_; }
    bool at_end() const { return failed_ || at_ >= bytes_.size(); }
    std::size_t at() const { return at_; }

    template <typename T>
    T fixed() {
        T value{};
        std::span<const std::byte> all = bytes(sizeof(T));
        if (!failed_) std::memcpy(&value, all.data(), sizeof(T));
        return value;
    }
    std::span<const std::byte> bytes(std::uint64_t size) {
        failed_ = failed_ || size > bytes_.size() - at_;
        if (failed_) return {};
        at_ += size;
        return bytes_.subspan(at_ - size, size);
    }
    std::uint64_t unsigned_number() {
        auto [number, bits, sign] = leb128();
        return number;
    }
    std::int64_t signed_number() {
        auto [number, bits, sign] = leb128();
        if (sign && bits < 64) number |= ~std::uint64_t{0} << bits;
        return static_cast<std::int64_t>(number);
    }
    std::string_view text() {
        const auto* begin = reinterpret_cast<const char*>(bytes_.data() + at_);
        std::size_t size = strnlen(begin, bytes_.size() - at_);
        bytes(size + 1);
        return failed_ ? std::string_view() : std::string_view(begin, size);
    }
    std::uint64_t pointer(std::uint8_t encoding) {
        std::uint64_t here = address_ + at_;
        std::uint64_t value = number(encoding & format_mask);
        failed_ = failed_ || ((encoding & application_mask) != relative_to_itself && encoding & application_mask);
        return encoding & application_mask ? here + value : value;
    }
    std::uint64_t number(unsigned format) {
        switch (format) {
            case absolute:
            case udata8:
            case sdata8:
                return fixed<std::uint64_t>();
            case uleb128:
                return unsigned_number();
            case sleb128:
                return static_cast<std::uint64_t>(signed_number());
            case udata2:
                return fixed<std::uint16_t>();
            case udata4:
                return fixed<std::uint32_t>();
            case sdata2:
                return static_cast<std::uint64_t>(std::int64_t{fixed<std::int16_t>()});
            case sdata4:
                return static_cast<std::uint64_t>(std::int64_t{fixed<std::int32_t>()});
            default:
                failed_ = true;
                return 0;
        }
    }

private:
    struct Leb128 {
        std::uint64_t number = 0;
        unsigned bits = 0;
        bool sign = false;
    };
    Leb128 leb128() {
        Leb128 read;
        std::uint8_t byte = 0;
        do {
            byte = fixed<std::uint8_t>();
            if (read.bits < 64) read.number |= std::uint64_t{byte & 0x7fU} << read.bits;
            read.bits += 7;
        } while (byte & 0x80 && !failed_);
        read.sign = byte & 0x40;
        return read;
    }

    std::span<const std::byte> bytes_;
    std::uint64_t address_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

/// What the instructions have said of the CFA, of bp and of the return address. Offsets are bytes.
struct State {
    wire::unwind_rule cfa = wire::UNWIND_UNKNOWN;
    std::int64_t cfa_offset = 0;
    enum class Bp { Same, AtCfa, AtBp, Unknown } bp = Bp::Same;
    std::int64_t bp_offset = 0;
    enum class Return { Unsaid, AtCfa, Nowhere, Unknown } returns = Return::Unsaid;
};

bool fits(std::int64_t bytes, std::int64_t least, std::int64_t most) {
    return bytes % static_cast<std::int64_t>(word) == 0 && bytes / static_cast<std::int64_t>(word) >= least &&
           bytes / static_cast<std::int64_t>(word) <= most;
}

wire::unwind_row row_of(const State& state, std::uint32_t begin) {
    constexpr auto words = static_cast<std::int64_t>(word);
    wire::unwind_row row{begin, 0, 0, wire::UNWIND_UNKNOWN};
    if (state.returns == State::Return::Nowhere) row.rule = wire::UNWIND_END;
    if (state.returns != State::Return::AtCfa || state.bp == State::Bp::Unknown) return row;
    if ((state.bp == State::Bp::AtBp) != (state.cfa == wire::UNWIND_BP_MEMORY)) return row;
    std::int64_t cfa = state.cfa == wire::UNWIND_PLT ? state.cfa_offset * words : state.cfa_offset;
    if (!fits(cfa, std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max())) return row;
    if (state.bp == State::Bp::AtCfa) {
        if (!fits(state.bp_offset, std::numeric_limits<std::int8_t>::min(), -1)) return row;
        row.bp = static_cast<std::uint8_t>(state.bp_offset / words);
    }
    row.cfa = static_cast<std::uint16_t>(cfa / words);
    row.rule = state.cfa;
    return row;
}

/// What functions share.
struct Common {
    std::uint64_t code_factor = 0;
    std::int64_t data_factor = 0;
    std::uint8_t encoding = absolute;
    bool augmented = false;
    bool of_signals = false;
    State state;
};

/// Goes through instructions, and gives each state to `said` with the address up to which it holds.
class Machine {
public:
    Machine(const Common& common, Reader instructions) : common_(common), read_(instructions), state_(common.state) {}

    /// False where they are not understood.
    template <typename Said>
    bool run(std::uint64_t location, Said said) {
        auto go_to = [&](std::uint64_t next) {
            if (next < location) return false;
            if (next > location) said(state_, location);
            location = next;
            return true;
        };
        while (!read_.at_end()) {
            auto code = read_.fixed<std::uint8_t>();
            std::uint64_t low = code & operand_mask, steps = 0;
            switch (code & ~operand_mask ? code & ~operand_mask : code) {
                case advance:
                    steps = low;
                    break;
                case advance1:
                    steps = read_.fixed<std::uint8_t>();
                    break;
                case advance2:
                    steps = read_.fixed<std::uint16_t>();
                    break;
                case advance4:
                    steps = read_.fixed<std::uint32_t>();
                    break;
                case set_location:
                    if (!go_to(read_.pointer(common_.encoding))) return false;
                    continue;
                default:
                    if (!change(code)) return false;
                    continue;
            }
            if (!go_to(location + steps * common_.code_factor)) return false;
        }
        said(state_, location);
        return !read_.failed();
    }
    const State& state() const { return state_; }

private:
    bool change(std::uint8_t code) {
        std::uint64_t low = code & operand_mask;
        if ((code & ~operand_mask) == offset) return saved(low, scaled(read_.unsigned_number()));
        if ((code & ~operand_mask) == restore) return restored(low);
        std::uint64_t about = 0;
        switch (code) {
            case nop:
                return true;
            case offset_extended:
                about = read_.unsigned_number();
                return saved(about, scaled(read_.unsigned_number()));
            case offset_extended_signed:
                about = read_.unsigned_number();
                return saved(about, scaled(static_cast<std::uint64_t>(read_.signed_number())));
            case gnu_negative_offset_extended:
                about = read_.unsigned_number();
                return saved(about, -scaled(read_.unsigned_number()));
            case restore_extended:
                return restored(read_.unsigned_number());
            case undefined:
                return gone(read_.unsigned_number(), State::Return::Nowhere);
            case same_value:
                about = read_.unsigned_number();
                if (about == bp) state_.bp = State::Bp::Same;
                return gone(about == bp ? sp : about, State::Return::Unknown);
            case in_register:
            case value_offset:
                about = read_.unsigned_number();
                read_.unsigned_number();
                return gone(about, State::Return::Unknown);
            case value_offset_signed:
                about = read_.unsigned_number();
                read_.signed_number();
                return gone(about, State::Return::Unknown);
            case expression:
                about = read_.unsigned_number();
                return saved_by(about, block());
            case value_expression:
                about = read_.unsigned_number();
                block();
                return gone(about, State::Return::Unknown);
            case remember_state:
                remembered_.push_back(state_);
                return remembered_.size() <= most_remembered;
            case restore_state:
                if (remembered_.empty()) return false;
                state_ = remembered_.back();
                remembered_.pop_back();
                return true;
            case define_cfa:
                about = read_.unsigned_number();
                return cfa_by(about, static_cast<std::int64_t>(read_.unsigned_number()));
            case define_cfa_signed:
                about = read_.unsigned_number();
                return cfa_by(about, scaled(static_cast<std::uint64_t>(read_.signed_number())));
            case define_cfa_register:
                return cfa_by(read_.unsigned_number(), state_.cfa_offset);
            case define_cfa_offset:
                state_.cfa_offset = static_cast<std::int64_t>(read_.unsigned_number());
                return true;
            case define_cfa_offset_signed:
                state_.cfa_offset = scaled(static_cast<std::uint64_t>(read_.signed_number()));
                return true;
            case define_cfa_expression:
                return cfa_by(block());
            case gnu_args_size:
                read_.unsigned_number();
                return true;
            default:
                return false;
        }
    }

    std::int64_t scaled(std::uint64_t factored) const {
        return static_cast<std::int64_t>(factored * static_cast<std::uint64_t>(common_.data_factor));
    }
    std::span<const std::byte> block() { return read_.bytes(read_.unsigned_number()); }

    bool saved(std::uint64_t about, std::int64_t at) {
        if (about == bp) state_.bp = State::Bp::AtCfa, state_.bp_offset = at;
        if (about == return_address)
            state_.returns = at == -static_cast<std::int64_t>(word) ? State::Return::AtCfa : State::Return::Unknown;
        return true;
    }
    bool gone(std::uint64_t about, State::Return returns) {
        if (about == bp) state_.bp = State::Bp::Unknown;
        if (about == return_address) state_.returns = returns;
        return true;
    }
    bool restored(std::uint64_t about) {
        if (about == bp) state_.bp = common_.state.bp, state_.bp_offset = common_.state.bp_offset;
        if (about == return_address) state_.returns = common_.state.returns;
        return true;
    }
    // A function that has aligned its stack keeps the caller's bp where its own points to: DW_OP_breg6 0.
    bool saved_by(std::uint64_t about, std::span<const std::byte> code) {
        bool at_bp = code.size() == 2 && code[0] == breg_bp && code[1] == std::byte{0};
        gone(about, State::Return::Unknown);
        if (about == bp && at_bp) state_.bp = State::Bp::AtBp;
        return true;
    }
    bool cfa_by(std::uint64_t about, std::int64_t at) {
        state_.cfa = about == sp ? wire::UNWIND_SP : about == bp ? wire::UNWIND_BP : wire::UNWIND_UNKNOWN;
        state_.cfa_offset = at;
        return true;
    }
    // DW_OP_breg6 N; DW_OP_deref. And the linker's, for its stubs: rsp + 8 + ((rip & 15) >= N) * 8.
    bool cfa_by(std::span<const std::byte> code) {
        constexpr unsigned char stub[] = {0x77, 8, 0x80, 0, 0x3f, 0x1a, 0, 0x2a, 0x33, 0x24, 0x22};
        constexpr std::size_t literal = 6;
        constexpr unsigned char first_literal = 0x30;
        state_.cfa = wire::UNWIND_UNKNOWN;
        if (code.size() > 2 && code.front() == breg_bp && code.back() == deref) {
            Reader read(code.subspan(1), 0);
            state_.cfa_offset = read.signed_number();
            if (read.at() + 2 == code.size()) state_.cfa = wire::UNWIND_BP_MEMORY;
        } else if (code.size() == sizeof(stub)) {
            auto begins = static_cast<unsigned char>(code[literal]);
            bool is_stub = begins >= first_literal && begins < first_literal + 16;
            for (std::size_t i = 0; i < sizeof(stub); i++)
                is_stub = is_stub && (i == literal || static_cast<unsigned char>(code[i]) == stub[i]);
            if (is_stub) state_.cfa = wire::UNWIND_PLT, state_.cfa_offset = begins - first_literal;
        }
        return true;
    }

    const Common& common_;
    Reader read_;
    State state_;
    std::vector<State> remembered_;
};

/// One section's entries.
class Section {
public:
    Section(std::span<const std::byte> bytes, std::uint64_t address, std::uint64_t lowest)
        : bytes_(bytes), address_(address), lowest_(lowest) {}

    std::vector<wire::unwind_row> rows() {
        constexpr std::uint32_t no_more = 0, longer = 0xffffffff;
        for (std::size_t at = 0; at + 2 * sizeof(std::uint32_t) <= bytes_.size();) {
            Reader head(bytes_.subspan(at), address_ + at);
            auto size = head.fixed<std::uint32_t>();
            if (size == no_more || size == longer || size > bytes_.size() - at - sizeof(size)) break;
            std::size_t end = at + sizeof(size) + size;
            auto back = head.fixed<std::uint32_t>();  // to the common entry; 0: it is one
            if (!back) commons_[at] = read_common(at, end);
            auto shared = commons_.find(at + sizeof(size) - back);
            if (back && shared != commons_.end() && shared->second)
                function(at + 2 * sizeof(size), end, *shared->second);
            if (rows_.size() > wire::UNWIND_ROWS) return {};
            at = end;
        }
        return in_order();
    }

private:
    Reader reader(std::size_t begin, std::size_t end) const {
        return {bytes_.subspan(begin, end - std::min(begin, end)), address_ + begin};
    }

    std::optional<Common> read_common(std::size_t at, std::size_t end) const {
        const std::size_t begin = at + 2 * sizeof(std::uint32_t);
        if (begin > end) return std::nullopt;
        Reader read = reader(begin, end);
        Common made;
        auto version = read.fixed<std::uint8_t>();
        std::string_view augmentation = read.text();
        made.code_factor = read.unsigned_number();
        made.data_factor = read.signed_number();
        std::uint64_t returns = version == 1 ? read.fixed<std::uint8_t>() : read.unsigned_number();
        if ((version != 1 && version != 3) || returns != return_address) return std::nullopt;
        if (!augmentation.empty()) {
            if (augmentation.front() != 'z') return std::nullopt;
            made.augmented = true;
            std::uint64_t bytes = read.unsigned_number();
            std::size_t data = begin + read.at();
            if (read.failed() || bytes > end - data) return std::nullopt;
            if (!augment(made, augmentation.substr(1), reader(data, data + bytes))) return std::nullopt;
            read.bytes(bytes);
        }
        std::size_t instructions = begin + read.at();
        Machine machine(made, reader(instructions, end));
        if (read.failed() || !machine.run(0, [](const State&, std::uint64_t) {})) return std::nullopt;
        made.state = machine.state();
        return made;
    }

    static bool augment(Common& common, std::string_view letters, Reader read) {
        for (char letter : letters) {
            if (letter == 'R')
                common.encoding = read.fixed<std::uint8_t>();
            else if (letter == 'L')
                read.fixed<std::uint8_t>();
            else if (letter == 'P')
                read.number(read.fixed<std::uint8_t>() & format_mask);
            else if (letter == 'S')
                common.of_signals = true;
            else
                return false;
        }
        return !read.failed();
    }

    void function(std::size_t begin, std::size_t end, const Common& shared) {
        if (begin > end) return;
        Reader read = reader(begin, end);
        std::uint64_t first = read.pointer(shared.encoding), size = read.number(shared.encoding & format_mask);
        if (shared.augmented) read.bytes(read.unsigned_number());
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        if (read.failed() || !size || first < lowest_ || first - lowest_ > most || size > most - (first - lowest_))
            return;
        const auto base = static_cast<std::uint32_t>(first - lowest_);
        const std::size_t kept = rows_.size();
        auto keep = [&](const State& state, std::uint64_t location) {
            if (location - first >= size) return;
            auto at = static_cast<std::uint32_t>(location - lowest_);
            rows_.push_back(shared.of_signals ? wire::unwind_row{at, 0, 0, wire::UNWIND_SIGNAL} : row_of(state, at));
        };
        if (!Machine(shared, reader(begin + read.at(), end)).run(first, keep)) {
            rows_.resize(kept);
            rows_.push_back({base, 0, 0, wire::UNWIND_UNKNOWN});
        }
        ends_.push_back(base + static_cast<std::uint32_t>(size));
    }

    // Where a function ends and none begins soon, nothing is known.
    std::vector<wire::unwind_row> in_order() {
        auto before = [](const wire::unwind_row& one, const wire::unwind_row& other) {
            return one.begin < other.begin;
        };
        std::stable_sort(rows_.begin(), rows_.end(), before);
        std::sort(ends_.begin(), ends_.end());
        std::vector<wire::unwind_row> all;
        all.reserve(rows_.size());
        auto put = [&](const wire::unwind_row& row) {
            bool again =
                !all.empty() && row.rule == all.back().rule && row.cfa == all.back().cfa && row.bp == all.back().bp;
            if (!again) all.push_back(row);
        };
        auto end = ends_.begin();
        for (const wire::unwind_row& row : rows_) {
            std::optional<std::uint32_t> last;
            for (; end != ends_.end() && *end <= row.begin; ++end) last = *end;
            if (last && row.begin - *last >= padding) put({*last, 0, 0, wire::UNWIND_UNKNOWN});
            put(row);
        }
        if (!ends_.empty()) put({ends_.back(), 0, 0, wire::UNWIND_UNKNOWN});
        return all;
    }

    std::span<const std::byte> bytes_;
    std::uint64_t address_, lowest_;
    std::map<std::size_t, std::optional<Common>> commons_;  // by their places
    std::vector<wire::unwind_row> rows_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace
}  // namespace eh_frame

std::vector<wire::unwind_row> unwind_rows(std::span<const std::byte> section, std::uint64_t address,
                                          std::uint64_t lowest) {
    return eh_frame::Section(section, address, lowest).rows();
}

}  // namespace traceleft
