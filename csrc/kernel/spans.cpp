// SPDX-License-Identifier: MIT
#include "spans.h"

#include <bpf/bpf.h>
#include <traceleft/event.h>

#include <cerrno>
#include <string>
#include <utility>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr std::uint32_t most_begun = 65536;
constexpr std::size_t most_match = 8;  // parts; <traceleft/span.h>: SPAN_MATCH
constexpr std::size_t word = sizeof(std::uint64_t);
const char* const spans_map = "spans";

}  // namespace

Spans::Spans(ask::BoundMeasurement keyed, const ask::BoundMeasurement& begin, std::size_t match, bool keyed_at_begin,
             std::uint32_t max_stacks)
    : keyed_(std::move(keyed)),
      match_(match),
      begin_words_(begin.key_size / word),
      keyed_at_begin_(keyed_at_begin),
      stacks_(std::make_shared<StackMaps>(
          StackChoice{keyed_.user_stack_word != 0, keyed_.kernel_stack_word != 0, max_stacks})) {
    if (match_ < 1 || match_ > most_match)
        throw Error(ErrorKind::Usage, "from 1 to 8 numbers tell which two events belong together");
    check(begin);
    check(keyed_);
    if (begin.key_size + word > wire::QUESTION_LATE_KEY)
        throw Error(ErrorKind::Usage, "the key takes more than " + std::to_string(wire::QUESTION_LATE_KEY - word) +
                                          " bytes: measure by fewer or shorter parts");
    NoFork until_kept;
    map_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_LRU_HASH, spans_map, static_cast<std::uint32_t>(match_ * word),
                                   static_cast<std::uint32_t>((begin_words_ + 1) * word), most_begun, nullptr));
    if (!map_) throw Error::os("make room for times that have begun", errno);
}

void Spans::check(const ask::BoundMeasurement& bound) const {
    for (std::size_t i = 0; i < match_; i++) {
        const ask::Column& column = bound.columns.at(i);
        if (column.place.offset == (i + 1) * word && column.place.size == word && column.is == ask::Column::Is::Number)
            continue;
        throw Error(ErrorKind::Usage,
                    "'" + column.name + "' is no number: numbers tell which two events belong together");
    }
}

void Spans::share(BpfObject& object) const {
    bpf_map* map = object.map(spans_map);
    if (!map || bpf_map__set_autocreate(map, true) ||
        bpf_map__set_key_size(map, static_cast<std::uint32_t>(match_ * word)) ||
        bpf_map__set_value_size(map, static_cast<std::uint32_t>((begin_words_ + 1) * word)))
        throw Error::os("share map " + std::string(spans_map), map ? errno : ENOENT, object.path());
    object.reuse_map(spans_map, map_.get());
    object.set_constant("traceleft_span_match", static_cast<std::uint32_t>(match_));
    object.set_constant<std::uint32_t>("traceleft_span_words", begin_words_);
    object.set_constant<std::uint8_t>("traceleft_span_keeps_key", keyed_at_begin_);
}

}  // namespace traceleft
