# SPDX-License-Identifier: MIT
"""Takes each handler's object out of the object that has all: extract_handlers.py BATTERY FOLDER SYSCALL...

A program lies in a section of its own, and calls functions in .text. An object gets its programs, the functions that
they call, all variables and maps, and the BTF of those. Compiling each by itself takes a hundred times as long.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import NamedTuple

from btf_part import Btf, Strings, string_at

# /usr/include/elf.h
FILE = struct.Struct("<16sHHIQQQIHHHHHH")
SECTION = struct.Struct("<IIQQQQIIQQ")
SYMBOL = struct.Struct("<IBBHQQ")
RELOCATION = struct.Struct("<QII")
SHT_PROGBITS, SHT_SYMTAB, SHT_STRTAB, SHT_REL = 1, 2, 3, 9
STT_OBJECT, STT_FUNC = 1, 2
BPF_CALL, BPF_PSEUDO_CALL = 0x85, 1  # linux/bpf.h
INSTRUCTION = 8
VARIABLES = (".rodata", ".maps", "license")


class Symbol(NamedTuple):
    name: str
    info: int
    other: int
    section: str
    value: int
    size: int

    @property
    def kind(self) -> int:
        return self.info & 15


class Relocation(NamedTuple):
    offset: int
    kind: int
    symbol: Symbol


class Section(NamedTuple):
    header: tuple[int, ...]
    data: bytes


class Object:
    """A compiled object, without DWARF."""

    def __init__(self, data: bytes) -> None:
        self.head = FILE.unpack_from(data)
        headers = [SECTION.unpack_from(data, self.head[6] + SECTION.size * i) for i in range(self.head[12])]
        contents = [data[header[4] : header[4] + header[5]] for header in headers]
        names = contents[self.head[13]]
        titles = [string_at(names, header[0]) for header in headers]
        self.sections = {title: Section(header, content) for title, header, content in zip(titles, headers, contents)}
        table = self.sections[".symtab"]
        strings = contents[table.header[6]]
        self.symbols = []
        for name, info, other, section, value, size in SYMBOL.iter_unpack(table.data):
            place = titles[section] if section < len(titles) else ""
            self.symbols.append(Symbol(string_at(strings, name), info, other, place, value, size))
        self._relocations: dict[str, list[Relocation]] = {}
        for header, content in self.sections.values():
            if header[1] == SHT_REL and titles[header[7]] not in (".BTF", ".BTF.ext"):
                self._relocations[titles[header[7]]] = [
                    Relocation(offset, kind, self.symbols[symbol])
                    for offset, kind, symbol in RELOCATION.iter_unpack(content)
                ]
        self.btf = Btf(self.sections[".BTF"].data, self.sections[".BTF.ext"].data)
        self.functions = {symbol.name: self._function(symbol) for symbol in self.symbols if symbol.kind == STT_FUNC}
        missing = {symbol.section for symbol in self.symbols if symbol.kind == STT_OBJECT} - {*VARIABLES}
        if missing:
            raise ValueError(f"variables are in {missing}: add that to VARIABLES in {__file__}")

    def _function(self, symbol: Symbol) -> tuple[bytes, list[Relocation]]:
        """A function's instructions, and its relocations."""
        end = symbol.value + symbol.size
        code = self.sections[symbol.section].data[symbol.value : end]
        relocations = [each for each in self._relocations.get(symbol.section, []) if symbol.value <= each.offset < end]
        relocated = {each.offset - symbol.value for each in relocations}
        for at in range(0, len(code), INSTRUCTION):
            if code[at] == BPF_CALL and code[at + 1] >> 4 == BPF_PSEUDO_CALL and at not in relocated:
                raise ValueError(f"{symbol.name} calls a static function: make that VERIFIED_APART")
        return code, relocations

    def handler(self, syscall: str) -> bytes:
        """The object of a syscall's handler."""
        needed = {f"handle_{syscall}", f"handle_{syscall}_ret"} & self.functions.keys()
        if not needed:
            raise ValueError(f"there is no handler of {syscall}")
        waiting = list(needed)
        while waiting:
            _, relocations = self.functions[waiting.pop()]
            called = {each.symbol.name for each in relocations if each.symbol.kind == STT_FUNC}
            waiting += called - needed
            needed |= called
        functions = [s for s in self.symbols if s.kind == STT_FUNC and s.name in needed]
        return _Part(self, sorted(functions, key=lambda s: (s.section != ".text", s.section, s.value))).written()


class _Part:
    """An object of some functions."""

    def __init__(self, whole: Object, functions: list[Symbol]) -> None:
        self._whole = whole
        self._code: dict[str, bytes] = {}
        self._relocations: dict[str, list[Relocation]] = {}
        self._symbols: list[Symbol] = []
        self._moves: dict[str, list[tuple[int, int, int]]] = {}
        for symbol in functions:
            code, relocations = whole.functions[symbol.name]
            base = len(self._code.get(symbol.section, b""))
            self._code[symbol.section] = self._code.get(symbol.section, b"") + code
            self._relocations.setdefault(symbol.section, []).extend(
                each._replace(offset=each.offset - symbol.value + base) for each in relocations
            )
            self._symbols.append(symbol._replace(value=base))
            self._moves.setdefault(symbol.section, []).append((symbol.value, symbol.value + symbol.size, base))
        self._symbols += (symbol for symbol in whole.symbols if symbol.kind == STT_OBJECT)

    def _moved(self, section: str, offset: int) -> int | None:
        for begin, end, base in self._moves[section]:
            if begin <= offset < end:
                return offset - begin + base
        return None

    def written(self) -> bytes:
        sections = {title: (SHT_PROGBITS, code) for title, code in self._code.items()}
        sections |= {title: (SHT_PROGBITS, self._whole.sections[title].data) for title in VARIABLES}
        types, records = self._whole.btf.part(self._code, self._moved)
        sections |= {".BTF": (SHT_PROGBITS, types), ".BTF.ext": (SHT_PROGBITS, records)}
        numbers = {title: number for number, title in enumerate(sections, 1)}
        names = Strings()
        symbols = {symbol.name: number for number, symbol in enumerate(self._symbols, 1)}
        table = SYMBOL.pack(0, 0, 0, 0, 0, 0) + b"".join(
            SYMBOL.pack(names.place(s.name), s.info, s.other, numbers[s.section], s.value, s.size)
            for s in self._symbols
        )
        for title, relocations in self._relocations.items():
            packed = (RELOCATION.pack(each.offset, each.kind, symbols[each.symbol.name]) for each in relocations)
            sections[f".rel{title}"] = (SHT_REL, b"".join(packed))
        sections[".symtab"] = (SHT_SYMTAB, table)
        for title in (*sections, ".strtab"):
            names.place(title)
        sections[".strtab"] = (SHT_STRTAB, names.bytes)
        return self._file(sections, numbers, names)

    def _file(self, sections: dict[str, tuple[int, bytes]], numbers: dict[str, int], names: Strings) -> bytes:
        last = len(sections)
        body, headers = b"", [SECTION.pack(*[0] * 10)]
        for title, (kind, data) in sections.items():
            body += bytes(-len(body) % 8)
            link, info = 0, 0
            if kind == SHT_REL:
                link, info = last - 1, numbers[title[len(".rel") :]]
            elif kind == SHT_SYMTAB:
                link, info = last, 1  # the strings, and the number of local symbols
            old = self._whole.sections.get(title)
            flags, alignment, entry = (old.header[2], old.header[8], old.header[9]) if old else (0, 8, RELOCATION.size)
            place = FILE.size + len(body)
            headers.append(
                SECTION.pack(names.place(title), kind, flags, 0, place, len(data), link, info, alignment, entry)
            )
            body += data
        body += bytes(-len(body) % 8)
        head = [*self._whole.head]
        head[6], head[12], head[13] = FILE.size + len(body), len(headers), last
        return FILE.pack(*head) + body + b"".join(headers)


def main(battery: str, folder: str, *syscalls: str) -> None:
    whole = Object(Path(battery).read_bytes())
    for syscall in syscalls:
        Path(folder, f"handle_syscall_{syscall}.bpf").write_bytes(whole.handler(syscall))


if __name__ == "__main__":
    main(*sys.argv[1:])
