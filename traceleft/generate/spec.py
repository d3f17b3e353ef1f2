"""What is generated: each syscall's arguments and captures, and each flag set, from the three inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .errors import GenerateError
from .formats import Field, Format
from .meaning import FlagSet, Meaning, Meanings, SyscallMeaning, When
from .uapi import Uapi


@dataclass(frozen=True)
class Condition:
    """The argument means something only if args[arg] & mask."""

    arg: int
    mask: int


@dataclass(frozen=True)
class Argument:
    """One argument, as schema.json describes it. `capture` counts the syscall's captures from 0."""

    name: str
    type: str
    kind: str
    capture: int | None
    flags: str | None
    when: Condition | None


@dataclass(frozen=True)
class Capture:
    """User memory to copy, where argument `arg` points. A buffer's extent is "ret" or an argument's index."""

    index: int
    arg: int
    kind: str
    extent: str | int | None


@dataclass(frozen=True)
class Syscall:
    """One syscall. `tracepoint` is its format's name, `symbol` its function's behind __x64_sys_."""

    name: str
    nr: int
    tracepoint: str
    symbol: str
    returns: str
    args: tuple[Argument, ...]
    captures: tuple[Capture, ...]


@dataclass(frozen=True)
class Flags:
    """A flag set: the bits of `mask` hold one of `choices`, the others are `bits`, composite ones first."""

    name: str
    mask: int
    choices: tuple[tuple[str, int], ...]
    bits: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Spec:
    """Everything the templates need, sorted by name."""

    arch: str
    syscalls: tuple[Syscall, ...]
    flags: tuple[Flags, ...]


def build(formats: Mapping[str, Format], uapi: Uapi, meanings: Meanings) -> Spec:
    """Joins the inputs. Raises GenerateError, which names the syscall or the flag set that doesn't fit."""
    if uapi.arch != meanings.arch:
        raise GenerateError(f"the constants are {uapi.arch}'s, syscalls.toml is {meanings.arch}'s")
    format_names = {syscall: name for name, syscall in meanings.names.items()}
    syscalls = []
    for name in meanings.generate:
        tracepoint = format_names.get(name, name)
        if tracepoint not in formats:
            raise GenerateError(f"{name}: no format file has sys_enter_{tracepoint}")
        if name not in uapi.syscalls:
            raise GenerateError(f"{name}: the uapi headers ({uapi.headers}) have no number for it")
        stanza = meanings.syscalls.get(name, SyscallMeaning())
        syscalls.append(_syscall(name, formats[tracepoint], stanza, uapi, meanings))
    flags = (_flags(name, flag_set, uapi) for name, flag_set in sorted(meanings.flags.items()))
    return Spec(meanings.arch, tuple(syscalls), tuple(flags))


def _syscall(name: str, format: Format, stanza: SyscallMeaning, uapi: Uapi, meanings: Meanings) -> Syscall:
    indices = {field.name: index for index, field in enumerate(format.fields)}
    for arg in stanza.args:
        if arg not in indices:
            raise GenerateError(f"{name}: syscalls.toml speaks of {arg}, which is no argument")
    said = {
        field.name: stanza.args.get(field.name, Meaning()).over(_default(name, field, meanings))
        for field in format.fields
    }
    args: list[Argument] = []
    captures: list[Capture] = []
    for field in format.fields:
        meaning = said[field.name]
        where = f"{name}: {field.name}"
        flags = _flag_set(where, meaning, meanings)
        capture = _capture(where, meaning, indices, len(captures), len(args))
        if capture:
            captures.append(capture)
        condition = _condition(where, meaning.when, indices, said, uapi) if meaning.when else None
        index = capture.index if capture else None
        args.append(Argument(field.name, field.type, meaning.kind or "", index, flags, condition))
    return Syscall(name, uapi.syscalls[name], format.name, format.name, stanza.returns, tuple(args), tuple(captures))


def _default(name: str, field: Field, meanings: Meanings) -> Meaning:
    by_name = meanings.arguments.get((field.type, field.name))
    by_type = meanings.types.get(field.type)
    if by_name or by_type:
        return by_name or by_type or Meaning()
    if field.type.endswith(("*", "*const")):
        return Meaning(kind="pointer")
    raise GenerateError(f"{name}: {field.name}: syscalls.toml says nothing of the type {field.type}")


def _flag_set(where: str, meaning: Meaning, meanings: Meanings) -> str | None:
    if meaning.kind != "flags":
        return None
    if meaning.flags not in meanings.flags:
        raise GenerateError(f"{where}: there is no flag set {meaning.flags}")
    return meaning.flags


def _capture(where: str, meaning: Meaning, indices: Mapping[str, int], index: int, arg: int) -> Capture | None:
    if meaning.kind == "string":
        return Capture(index, arg, "string", None)
    if meaning.kind != "buffer":
        return None
    extent = "ret" if meaning.extent == "ret" else indices.get(meaning.extent or "")
    if extent is None:
        raise GenerateError(f"{where}: a buffer's extent is ret or an argument, not {meaning.extent}")
    return Capture(index, arg, "buffer", extent)


def _condition(
    where: str, when: When, indices: Mapping[str, int], said: Mapping[str, Meaning], uapi: Uapi
) -> Condition:
    if when.arg not in indices:
        raise GenerateError(f"{where}: its condition speaks of {when.arg}, which is no argument")
    constants = uapi.flags.get(said[when.arg].flags or "", {})
    mask = 0
    for name in when.any:
        if name not in constants:
            raise GenerateError(f"{where}: its condition's {name} is no flag of {when.arg}")
        mask |= constants[name]
    return Condition(indices[when.arg], mask)


def _flags(name: str, flag_set: FlagSet, uapi: Uapi) -> Flags:
    constants = uapi.flags.get(name, {})
    for wanted in (*flag_set.source.names, *flag_set.last, flag_set.mask):
        if isinstance(wanted, str) and wanted not in constants:
            raise GenerateError(f"flags.{name}: the constants have no {wanted}: extract them again")
    mask = constants[flag_set.mask] if isinstance(flag_set.mask, str) else flag_set.mask
    names: dict[int, str] = {}
    for constant, value in constants.items():
        # Internal names and the mask's own say nothing to a user, unless they were asked for.
        public = not constant.startswith("__") and constant != flag_set.mask
        if public or constant in flag_set.source.names:
            names.setdefault(value, constant)  # later names of one value are old spellings (O_NDELAY)
    choices = [(constant, value) for value, constant in sorted(names.items()) if value & mask == value and mask]
    bits = [(constant, value) for value, constant in names.items() if value and not value & mask]
    if len(choices) + len(bits) != len(names) - (not mask and 0 in names):
        raise GenerateError(f"flags.{name}: a constant lies neither inside nor outside the mask {mask:#x}")
    return Flags(name, mask, tuple(choices), tuple(_in_order(name, bits, flag_set.last)))


def _in_order(name: str, bits: list[tuple[str, int]], last: tuple[str, ...]) -> list[tuple[str, int]]:
    """By lowest bit, a composite value before its parts: the decoder takes what matches first."""

    def rank(bit: tuple[str, int]) -> tuple[int, int, int, int]:
        constant, value = bit
        place = last.index(constant) + 1 if constant in last else 0
        return place, value & -value, -bin(value).count("1"), value

    ordered = sorted(bits, key=rank)
    for index, (part, value) in enumerate(ordered):
        for composite, whole in ordered[index + 1 :]:
            if whole & value == value:
                raise GenerateError(f"flags.{name}: {composite} contains {part} and must come before it")
    return ordered
