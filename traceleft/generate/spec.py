# SPDX-License-Identifier: MIT
"""Everything that the templates need, in the words of schema.json. build.py makes it."""

from __future__ import annotations

import keyword
from dataclasses import dataclass

from .event_fields import EVENT_FIELDS, FRAMING

BPF_ARCHITECTURES = {"x86_64": "x86", "aarch64": "arm64"}
"""The names that bpf_tracing.h has for them, behind __TARGET_ARCH_."""
COMPAT_TARGETS = {"i386": "x86"}
"""The same for the ABIs that kernels have beside their own."""

NUMBER_KINDS: dict[str, tuple[str, int | None]] = {
    "int": ("int", 4),
    "uint": ("uint", 4),
    "long": ("int", 8),
    "ulong": ("uint", 8),
    "size": ("uint", 8),
    "pointer": ("pointer", 8),
    **{kind: (kind, 4) for kind in ("fd", "dirfd", "uid", "gid", "pid")},
    **{kind: (kind, None) for kind in ("hex", "mode", "dev", "flags", "capset", "unused")},
    "be16": ("be16", 2),
    "be32": ("be32", 4),
    "limit": ("limit", 8),
    "utime_nsec": ("utime_nsec", 8),
    "sigset": ("sigset", 8),
    "wait": ("wait", 4),
}
"""The kinds of numbers in syscalls.toml: the schema's name, and bytes, None where the C type tells them."""

# An event's own fields and methods, beside which its arguments stand in C structs, Python classes and messages.
_OWN_NAMES = {"header", "raw", "dtype", "captures"}
_EVENT_NAMES = FRAMING | _OWN_NAMES | {field.name for field in EVENT_FIELDS if field.is_attribute}


def flat_name(name: str) -> str:
    """An argument's name where it must be told from an event's own fields and from Python's keywords."""
    return f"{name}_" if name in _EVENT_NAMES or keyword.iskeyword(name) else name


@dataclass(frozen=True)
class Value:
    """How bytes are to be read: a number, or memory that holds some.

    Numbers have a `size`, flags their set in `flags`, and bit-fields (shift, width) in `bit`, counted from the lowest
    bit of the `size` bytes at their offset. A struct is named in `struct`; an array's elements are `of`, and a field's
    array says how many in `count`; so does an argument's of which there is no other number. A `linked` field is a
    pointer, whose memory is captured with the struct.
    """

    kind: str
    size: int | None = None
    flags: str | None = None
    bit: tuple[int, int] | None = None
    struct: str | None = None
    of: Value | None = None
    count: int | None = None
    linked: bool = False


@dataclass(frozen=True)
class Condition:
    """The argument means something only if args[arg] & mask."""

    arg: int
    mask: int


@dataclass(frozen=True)
class Case:
    """An argument's meaning where the other one, masked, is among `values`, which have these `names`, "" for none.

    It may depend on a further argument, `by`.
    """

    values: tuple[int, ...]
    names: tuple[str, ...]
    value: Value
    dir: str | None
    by: Selector | None = None


@dataclass(frozen=True)
class Selector:
    """The argument on which another's meaning depends: args[arg] & mask picks the case; of a field, fields[arg] & mask.

    `dir` is that of the meaning that no case matches.
    """

    arg: int
    mask: int
    cases: tuple[Case, ...]
    dir: str | None


@dataclass(frozen=True)
class Argument:
    """One argument, as schema.json describes it. `capture` counts the syscall's captures from 0.

    `dir` and `capture` are None where no memory is captured. `by` tells on which argument the meaning depends; then
    `value` is what no case matches. `why` is why what a pointer points to is not captured. `entered`: its memory is
    read when the call is entered. `overwritten`: that is done too, for the call may write there. `environment`: it is
    captured only where that is asked for.
    """

    name: str
    type: str
    value: Value
    dir: str | None = None
    capture: int | None = None
    when: Condition | None = None
    by: Selector | None = None
    why: str | None = None
    entered: bool = False
    overwritten: bool = False
    environment: bool = False


@dataclass(frozen=True)
class Extent:
    """How many bytes or elements: as language.Extent, with the argument's index instead of its name.

    `cast` is the C type of a 32-bit argument, whose register may hold more; `width` the bytes behind a pointer, where
    the call may have `overwritten` the number with what there would have been.
    """

    form: str
    arg: int = 0
    cast: str = ""
    width: int = 8
    overwritten: bool = False
    number: int = 0
    of: tuple[Extent, ...] = ()
    div: int = 1
    mul: int = 1


@dataclass(frozen=True)
class Link:
    """A struct's linked field: a pointer `offset` bytes from its begin, to elements of `size` bytes, of which there are
    as many as the `count_size` bytes at `count_offset` say; to a string where `size` is 0. A `narrow` pointer has 32
    bits."""

    offset: int
    size: int = 0
    count_offset: int = 0
    count_size: int = 0
    narrow: bool = False


@dataclass(frozen=True)
class Action:
    """One call that fills a capture, record_`what`() of bpf/include, if the call `wrote` there.

    An "entered_string" or "entered_memory" is one that the call's entry program keeps for it; so is what is
    `overwritten`, as it was passed. `links` are the struct's linked fields; `size` is that of what each of several
    pointers points to.
    """

    what: str
    extent: Extent | None = None
    count: Extent | None = None
    wrote: Wrote | None = None
    """None: it is captured in any case."""
    overwritten: bool = False
    links: tuple[Link, ...] = ()
    size: int | None = None


@dataclass(frozen=True)
class Wrote:
    """When the kernel has written to memory: in a "success", after one that is "positive", if it was "interrupted", or
    where what it returns "fits" into the argument `arg`."""

    when: str
    arg: int = 0


@dataclass(frozen=True)
class Branch:
    """The actions for some values of a selector: each value has its name, "" for none. It may have branches of its own,
    as a capture has."""

    labels: tuple[tuple[int, str], ...]
    action: Action
    by: int = 0
    mask: int = 0
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Capture:
    """User memory to copy, where argument `arg` points. With branches, args[by] & mask picks one, or `action`.

    `passed` is the index of the same memory as it was passed, if the call may overwrite it.
    """

    index: int
    arg: int
    action: Action
    by: int = 0
    mask: int = 0
    branches: tuple[Branch, ...] = ()
    passed: int | None = None


@dataclass(frozen=True)
class Syscall:
    """One syscall.

    `tracepoint` is its format's name, None if it has no format, `symbol` its function's behind __x64_sys_ or
    __arm64_sys_. `side` is "exit", or "entry" if it never returns. `executed` are index and argument of the file's
    name, the arguments' and the environment's capture, if its success executes a program.
    """

    name: str
    nr: int
    tracepoint: str | None
    symbol: str
    side: str
    returns: Value
    args: tuple[Argument, ...]
    captures: tuple[Capture, ...]
    executed: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()
    """The arguments that take two registers."""
    serves: tuple[str, ...] = ()
    """The native calls of other names that programs of such an ABI make by it."""
    reads: int | None = None
    """The argument with the descriptor whose file's contents it reads; and of the one it writes to."""
    writes: int | None = None

    @property
    def has_descriptor(self) -> bool:
        """Whether it takes or returns a file descriptor."""
        return self.returns.kind == "fd" or any(argument.value.kind in ("fd", "dirfd") for argument in self.args)

    @property
    def has_path(self) -> bool:
        """Whether it takes the name of a file."""
        paths = {capture.arg for capture in self.captures if capture.action.what in ("string", "entered_string")}
        return any(self.args[arg].dir == "in" for arg in paths)

    @property
    def capture_count(self) -> int:
        """The number of an event's captures: what a call may overwrite is there twice."""
        return sum(1 if capture.passed is None else 2 for capture in self.captures)


@dataclass(frozen=True)
class WordPart:
    """Bits of a word that are a value of their own, as language.Part says, with numbers for names."""

    mask: int
    shift: int
    value: Value
    form: str
    first: bool
    shown: bool


@dataclass(frozen=True)
class Flags:
    """A flag set: the bits of `mask` hold one of `choices`, the others are `bits`, composite ones first.

    A name for no bit at all comes last among the bits, with the value 0. The others are as language.FlagSet has them.
    """

    name: str
    mask: int
    choices: tuple[tuple[str, int], ...]
    bits: tuple[tuple[str, int], ...]
    parts: tuple[WordPart, ...] = ()
    form: str = ""
    whole: tuple[tuple[str, int], ...] = ()
    decimal: bool = False


@dataclass(frozen=True)
class StructField:
    """A field, `offset` bytes from the struct's begin. With `by`, `value` is what no case matches."""

    name: str
    offset: int
    value: Value
    by: Selector | None = None


@dataclass(frozen=True)
class Struct:
    """A struct, `c` in C. If it only begins larger ones, the field `by` tells which: `cases` are value and struct.

    Of structs that stand one behind the other, the field `record` has each one's bytes, with what follows it; the next
    begins at a multiple of `align`. A last field without a size goes up to the record's end.
    """

    name: str
    c: str
    size: int
    fields: tuple[StructField, ...]
    by: str | None = None
    cases: tuple[tuple[int, str], ...] = ()
    note: str | None = None
    record: str | None = None
    align: int = 1


@dataclass(frozen=True)
class Spec:
    """Everything the templates need of one architecture, sorted by name.

    `absent` are the syscalls that only others have, each with what does the same here, or None.
    """

    arch: str
    syscalls: tuple[Syscall, ...]
    flags: tuple[Flags, ...]
    structs: tuple[Struct, ...]
    absent: tuple[tuple[str, str | None], ...] = ()
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Named sets of syscalls."""
