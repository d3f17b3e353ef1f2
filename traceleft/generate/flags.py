# SPDX-License-Identifier: MIT
"""Flag sets: which values have names, and in which order they are to be printed."""

from __future__ import annotations

from collections.abc import Mapping

from .errors import GenerateError
from .language import Meanings, Part, Series
from .spec import NUMBER_KINDS, Flags, Value, WordPart
from .uapi import Uapi

_IOCTL = "ioctl"
_ALL_BITS = 2**64 - 1


class FlagSets:
    """All flag sets of syscalls.toml, with the headers' values."""

    def __init__(self, uapi: Uapi, meanings: Meanings) -> None:
        self._sets = dict(meanings.flags)
        self._constants: dict[str, Mapping[str, int]] = {
            name: {
                constant: value if constant in flag_set.source.numbers else value << flag_set.shift
                for constant, value in uapi.flags.get(name, {}).items()
            }
            for name, flag_set in meanings.flags.items()
        }
        if meanings.ioctls:
            self._sets[_IOCTL] = meanings.ioctls
            self._constants[_IOCTL] = uapi.ioctls
        self._headers = uapi.headers
        self.word = uapi.word
        """Bytes of a long and of a pointer."""

    def known(self, where: str, name: str | None) -> str:
        """The set's name. Raises GenerateError, which names `where` it is spoken of, if there is none."""
        if not name or name not in self._sets:
            raise GenerateError(f"{where}: there is no flag set {name}")
        return name

    def mask(self, name: str) -> int:
        """The bits that hold one choice."""
        flag_set = self._sets[name]
        if flag_set.choice:
            return _ALL_BITS
        return self._constants[name][flag_set.mask] if isinstance(flag_set.mask, str) else flag_set.mask

    def value(self, where: str, name: str, constant: str) -> int:
        """A constant of the set. Raises GenerateError if it has none of that name."""
        if constant not in self._constants[name]:
            raise GenerateError(f"{where}: {constant} is not in the flag set {name} (headers {self._headers})")
        return self._constants[name][constant]

    def build(self) -> tuple[Flags, ...]:
        """The sets as the schema has them."""
        return tuple(self._flags(name) for name in sorted(self._sets))

    def _flags(self, name: str) -> Flags:
        flag_set, constants = self._sets[name], self._constants[name]
        for wanted in (*flag_set.source.names, *flag_set.last, flag_set.mask):
            if isinstance(wanted, str) and wanted not in constants:
                raise GenerateError(f"flags.{name}: the constants have no {wanted}: extract them again")
        if not constants and flag_set.source.has_names:
            raise GenerateError(f"flags.{name}: the constants have none: extract them again")
        mask = self.mask(name)
        names: dict[int, str] = {}
        for constant, value in {**constants, **_series(flag_set.series, constants)}.items():
            if constant in flag_set.source.numbers or constant in flag_set.whole:
                continue
            # Internal names and the mask's own say nothing to a user, unless they were asked for.
            public = not constant.startswith("__") and constant != flag_set.mask
            if public or constant in flag_set.source.names:
                names.setdefault(value, constant)  # later names of one value are old spellings (O_NDELAY)
        choices = [(constant, value) for value, constant in sorted(names.items()) if value & mask == value and mask]
        bits = [(constant, value) for value, constant in names.items() if not value & mask and (value or not mask)]
        astray = set(names.values()) - {constant for constant, _ in choices + bits}
        if astray:
            raise GenerateError(f"flags.{name}: {min(astray)} lies neither inside nor outside the mask {mask:#x}")
        return Flags(
            name,
            mask,
            tuple(choices),
            tuple(_in_order(name, bits, flag_set.last)),
            tuple(self._part(name, part) for part in flag_set.parts),
            flag_set.form,
            tuple(self._whole(name, word) for word in flag_set.whole),
            flag_set.decimal,
        )

    def _part(self, name: str, part: Part) -> WordPart:
        where = f"flags.{name}: parts"
        mask, shift = (
            self.value(where, name, number) if isinstance(number, str) else number for number in (part.mask, part.shift)
        )
        flags = self.known(where, part.meaning.flags) if part.meaning.flags else None
        if shift > 63:
            raise GenerateError(f"{where}: {part.shift} is no shift")
        value = Value(NUMBER_KINDS[part.meaning.kind or ""][0], 8, flags)
        return WordPart(mask, shift, value, part.form, part.first, part.shown)

    def _whole(self, name: str, word: str | int) -> tuple[str, int]:
        if isinstance(word, int):
            return f"{word:#x}", word
        return word, self.value(f"flags.{name}: whole", name, word)


def _series(series: Series | None, constants: Mapping[str, int]) -> dict[str, int]:
    """The names of a series, and their values."""
    if not series:
        return {}
    start = constants[series.after]
    return {f"{series.prefix}{value - start}": value for value in range(start + 1, series.last + 1)}


def _in_order(name: str, bits: list[tuple[str, int]], last: tuple[str, ...]) -> list[tuple[str, int]]:
    """By lowest bit, a composite value before its parts: the decoder takes what matches first. 0 is last."""

    def rank(bit: tuple[str, int]) -> tuple[bool, int, int, int, int]:
        constant, value = bit
        place = last.index(constant) + 1 if constant in last else 0
        return not value, place, value & -value, -bin(value).count("1"), value

    ordered = sorted(bits, key=rank)
    for index, (part, value) in enumerate(ordered):
        for composite, whole in ordered[index + 1 :]:
            if whole and whole & value == value:
                raise GenerateError(f"flags.{name}: {composite} contains {part} and must come before it")
    return ordered
