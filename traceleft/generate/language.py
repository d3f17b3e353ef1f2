# SPDX-License-Identifier: MIT
"""The language of battery/syscalls.toml: syscalls, arguments, flag sets and structs. meaning.py reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from .formats import Field
from .uapi import FlagSource, StructSource

SCALARS = frozenset(
    {
        *("int", "uint", "long", "ulong", "size", "hex", "fd", "dirfd", "mode", "uid", "gid", "pid", "dev"),
        *("pointer", "flags", "unused", "be16", "be32", "limit", "utime_nsec", "sigset", "capset", "wait"),
    }
)
MEMORY = frozenset(
    {"string", "buffer", "strings", "iovec", "msghdr", "mmsghdr", "struct", "array", "pointers", "sockaddr"}
)
KINDS = SCALARS | MEMORY
FIELD_KINDS = SCALARS | {
    *("chars", "socket_name", "in_addr", "in6_addr", "struct", "array", "buffer", "string", "beyond")
}
DIRECTIONS = frozenset({"in", "out", "both", "overwritten"})
WRITTEN = frozenset({"positive", "interrupted"})
OVERWRITTEN = frozenset({"struct", "array", "sockaddr", "buffer"})
INHERITORS = frozenset({"array", "buffer", "sockaddr", "struct"})
"""Kinds that have the extent and the direction of the case around theirs."""

# Which kinds each key of a meaning is for, and which of them can't do without it.
_USERS = {
    "flags": (SCALARS, {"flags", "sigset", "capset", "wait"}),
    "struct": ({"struct"}, {"struct"}),
    "of": ({"array", "pointers"}, {"array", "pointers"}),
    "extent": ({"buffer", "sockaddr", "iovec", "msghdr", "struct", "array"}, {"buffer", "sockaddr"}),
    "count": ({"array", "iovec", "mmsghdr", "pointers"}, {"iovec", "mmsghdr", "pointers"}),
    "dir": (MEMORY, set[str]()),
    "size": (SCALARS, set[str]()),
    "environment": ({"strings"}, set[str]()),
    "limited": ({"string"}, set[str]()),
    "written": (MEMORY, set[str]()),
}


@dataclass(frozen=True)
class Extent:
    """How many bytes or elements. `form` says which of the others count:

    ret     what the call returned
    arg     the value of the argument `arg`
    at      the value `number` bytes behind the pointer argument `arg`; of a struct, 32 bits
    ioc     the size that an ioctl command, the argument `arg`, carries
    number  `number`
    min     the smallest of `of`
    scale   the one of `of`, divided by `div` (rounded up), times `mul`
    add     the one of `of`, plus `number`, which may be negative
    """

    form: str
    arg: str = ""
    number: int = 0
    of: tuple[Extent, ...] = ()
    div: int = 1
    mul: int = 1


@dataclass(frozen=True)
class When:
    """The argument means something only if one of the flags `any` is set in the argument `arg`."""

    arg: str
    any: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """An argument's meaning where the one that it depends on is among `values`: constants' names, or numbers."""

    values: tuple[str | int, ...]
    meaning: Meaning
    """It may have cases of its own."""
    arch: str | None = None
    """The only architecture that has it; None: all do."""


@dataclass(frozen=True)
class Meaning:
    """The meaning of one argument, element or field. None: not said here, a default may say it."""

    kind: str | None = None
    flags: str | None = None
    """The flag set of kind "flags"; of other numbers, the names of single values."""
    struct: str | None = None
    """The struct of kind "struct"."""
    of: Meaning | None = None
    """The element of kind "array"."""
    size: int | None = None
    """A scalar's bytes, where neither kind nor C type tell them."""
    extent: Extent | None = None
    """Bytes."""
    count: Extent | None = None
    """Elements."""
    dir: str | None = None
    """The writer of the memory: "in" the caller, "out" the kernel, if the call succeeds, "both" each its part of it,
    "overwritten" the caller and then the kernel."""
    written: str | None = None
    """The success with which the kernel writes what is "out", where any doesn't do: "positive", "interrupted", or
    "fits:" and the argument that what is returned must not exceed."""
    why: str | None = None
    """The reason why the memory behind a pointer is not captured."""
    environment: bool | None = None
    """Whether the strings are a program's environment, which is captured only where that is asked for."""
    limited: bool | None = None
    """Whether the string is no path, so that the user's limit for buffers is its limit too."""
    when: When | None = None
    by: str | None = None
    """The argument on whose value the meaning depends; this meaning counts where no case matches."""
    cases: tuple[Case, ...] | None = None

    def over(self, default: Meaning) -> Meaning:
        """This meaning, and `default`'s where it says nothing. A kind of one's own leaves only the condition."""
        if self.kind is not None:
            return replace(self, when=self.when or default.when)
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(default, **{name: value for name, value in said.items() if value is not None})

    def problem(self, whole: bool = True) -> str | None:
        """The part that doesn't fit the kind or, if the meaning is whole, is missing; None if all is well."""
        if self.kind is None:
            return "has no kind" if whole else None
        for key, (users, needed) in _USERS.items():
            if getattr(self, key) is not None:
                if self.kind not in users:
                    return f"is {self.kind}, which has no {key}"
            elif whole and self.kind in needed:
                return f"is {self.kind}, but has no {key}"
        if self.written and self.dir != "out":
            return "is not out, so that it can't be said when it is written"
        if self.dir == "overwritten" and self.kind not in OVERWRITTEN:
            return f"is {self.kind}, which can't be kept as it was passed"
        if whole and self.kind == "array" and not self.count and not self.extent:
            return "is array, but has no count and no extent"
        if self.kind == "array" and self.extent and self.count and self.count.form != "number":
            return "is array: of its extent it is a number of elements"
        return None


@dataclass(frozen=True)
class SyscallMeaning:
    """A syscall's own stanza."""

    returns: Meaning = Meaning(kind="int")
    args: Mapping[str, Meaning] = field(default_factory=dict)
    signature: tuple[Field, ...] | None = None
    """The arguments of a syscall without a format."""
    noreturn: bool = False
    """It never returns, and is recorded when it is entered."""
    executes: bool = False
    """Its success replaces the program, and the memory that its arguments point to."""
    entered: str | None = None
    """Why the strings it is given are read when it is entered, where no capture tells that it writes to memory."""
    like: str | None = None
    """The call whose signature and meaning it has, but for what is said here."""
    serves: tuple[str, ...] = ()
    """The native calls that programs make by this one."""
    reads: str | None = None
    """The argument with the descriptor whose file's contents it reads; and of the one it writes to."""
    writes: str | None = None

    def over(self, default: SyscallMeaning) -> SyscallMeaning:
        """This stanza, and `default` where it says nothing, of the arguments that there still are."""
        inherited = default.args
        if self.signature is not None:
            kept = {field.name for field in self.signature}
            inherited = {name: meaning for name, meaning in inherited.items() if name in kept}
        return replace(
            default,
            like=self.like,
            serves=self.serves,
            returns=default.returns if self.returns == SyscallMeaning.returns else self.returns,
            args={**inherited, **self.args},
            signature=default.signature if self.signature is None else self.signature,
            noreturn=self.noreturn or default.noreturn,
            executes=self.executes or default.executes,
            entered=self.entered or default.entered,
            reads=self.reads or default.reads,
            writes=self.writes or default.writes,
        )


@dataclass(frozen=True)
class Part:
    """Bits of a word of flags that are a value of their own, (word >> shift) & mask."""

    meaning: Meaning
    mask: str | int
    shift: str | int = 0
    form: str = ""
    """The text around the value, with {} for it."""
    first: bool = False
    """It stands before the flags' names, otherwise behind them."""
    shown: bool = False
    """Even where it is 0, and that has no name."""


@dataclass(frozen=True)
class Series:
    """Values that only have numbers: SIGRT_1 is 1 `after` the constant SIGRTMIN. `last` is the last one's value."""

    prefix: str
    after: str
    last: int


@dataclass(frozen=True)
class FlagSet:
    """Where a flag set comes from and how its values are told apart."""

    source: FlagSource
    mask: str | int = 0
    """The bits that hold one choice among several: a constant's name or a value; 0 if all bits are flags."""
    last: tuple[str, ...] = ()
    """Names to print after all others, in this order."""
    choice: bool = False
    """An enumeration: all bits are the mask's."""
    shift: int = 0
    """How far the constants are shifted left in an argument, as quotactl's commands are."""
    parts: tuple[Part, ...] = ()
    form: str = ""
    """The whole word's text, with {} for each part: QCMD({}, {})."""
    whole: tuple[str | int, ...] = ()
    """Words that are no flags: constants, or numbers."""
    decimal: bool = False
    """Bits without a name are a decimal number."""
    series: Series | None = None
    arch: str | None = None
    """The only architecture that has it; None: all do."""


@dataclass(frozen=True)
class StructMeaning:
    """The facts about a struct beside its layout."""

    source: StructSource
    fields: Mapping[str, Meaning] = field(default_factory=dict)
    hide: tuple[str, ...] = ()
    """Fields not to show; a "*" at the end stands for anything."""
    unions: Mapping[str, str] = field(default_factory=dict)
    """The member to show, by the name of the field that is a union, or of an anonymous union's first member."""
    by: str | None = None
    """The field that tells which larger struct this one begins."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """The larger struct by the constant's name."""
    note: str | None = None
    arch: str | None = None
    """The only architecture that has it; None: all do."""
    record: str | None = None
    """The field that holds the bytes of the struct with what follows it, where these stand one behind the other."""
    align: int = 1
    """The bytes of which each begins at a multiple."""
    tail: str | None = None
    """The name of what follows the struct, up to the end of the record or of the memory. It is one of `fields`."""


@dataclass(frozen=True)
class Meanings:
    """The whole file."""

    architectures: tuple[str, ...]
    """As `uname -m` names them. Python's classes, messages and the reference are the first one's."""
    names: Mapping[str, str]
    """The syscall's name by its format's name, where they differ."""
    skip: Mapping[str, str]
    """Syscalls that are not generated, and why."""
    types: Mapping[str, Meaning]
    arguments: Mapping[tuple[str, str], Meaning]
    """By type and name."""
    syscalls: Mapping[str, SyscallMeaning]
    flags: Mapping[str, FlagSet]
    structs: Mapping[str, StructMeaning]
    ioctls: FlagSet | None
    """The flag set "ioctl": the commands of these headers."""
    constants: Mapping[str, str]
    """The header of each single constant."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """The substitute of a syscall that an architecture may lack, by its name."""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Sets of syscalls by their names; some get also the calls that take a descriptor, or a path."""
    compat: Mapping[str, str] = field(default_factory=dict)
    """The architecture whose kernels take an ABI's calls beside their own, by the ABI's name."""
    differences: Mapping[str, Meanings] = field(default_factory=dict)
    """What is otherwise under such an ABI."""

    is_compat: bool = False
    """These are such an ABI's."""

    def of(self, arch: str) -> Meanings:
        """The meanings that one architecture, or one such ABI, has."""
        if arch in self.compat:
            native = self.of(self.compat[arch])
            own = self.differences[arch]
            stanzas = {
                name: stanza.over(native.syscalls.get(stanza.like or name, SyscallMeaning()))
                for name, stanza in own.syscalls.items()
            }
            return replace(
                native,
                architectures=(arch,),
                names={**native.names, **own.names},
                skip=own.skip,
                types={**native.types, **own.types},
                arguments={**native.arguments, **own.arguments},
                syscalls={**native.syscalls, **stanzas},
                flags={**native.flags, **own.flags},
                structs={**native.structs, **own.structs},
                is_compat=True,
            )

        def there(said: Case | FlagSet | StructMeaning) -> bool:
            return said.arch in (None, arch)

        def argument(meaning: Meaning) -> Meaning:
            cases = meaning.cases and tuple(
                replace(case, meaning=argument(case.meaning)) for case in meaning.cases if there(case)
            )
            return replace(meaning, cases=cases or None, by=meaning.by if cases else None)

        return replace(
            self,
            architectures=(arch,),
            syscalls={
                name: replace(stanza, args={key: argument(meaning) for key, meaning in stanza.args.items()})
                for name, stanza in self.syscalls.items()
            },
            flags={name: flag_set for name, flag_set in self.flags.items() if there(flag_set)},
            structs={name: struct for name, struct in self.structs.items() if there(struct)},
        )
