# SPDX-License-Identifier: MIT
"""A 32-bit program that makes any calls: without a compiler for one, since many machines have none."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import lab

_CODE = bytes.fromhex(
    "b803000000 31db b900000010 ba00000100 cd80"  # read(0, 0x10000000, 0x10000)
    "bd00000010"  # mov ebp, 0x10000000: the first row
    "8b4500 83f8ff 741e"  # next: the row's number; -1 ends them
    "55 8b5d04 8b4d08 8b550c 8b7510 8b7d14 8b6d18 cd80 5d"  # push ebp; ebx, ecx, edx, esi, edi, ebp; int 0x80; pop ebp
    "89451c 83c520 ebda"  # the result; add ebp, 32; jmp next
    "b804000000 bb01000000 b900000010 ba00000100 cd80"  # write(1, 0x10000000, 0x10000)
    "b801000000 31db cd80"  # exit(0)
)
_ROW = struct.Struct("<8I")
_MEMORY, _SIZE = 0x10000000, 0x10000
DATA = _MEMORY + 0x4000
"""The address of the program's data."""


def elf32(code: bytes, memory: tuple[int, int] | None = None) -> bytes:
    """A 32-bit program of that code: man 5 elf, an Elf32_Ehdr and the Elf32_Phdrs before it. `memory` is the address
    and the size of what it may write to."""
    base, segments = 0x08048000, 2 if memory else 1
    headers = 52 + 32 * segments
    size = headers + len(code)
    ident = b"\x7fELF\x01\x01\x01".ljust(16, b"\0")
    header = struct.pack("<HHIIIIIHHHHHH", 2, 3, 1, base + headers, 52, 0, 0, 52, 32, segments, 0, 0, 0)
    text = struct.pack("<IIIIIIII", 1, 0, base, base, size, size, 5, 4096)
    data = struct.pack("<IIIIIIII", 1, 0, memory[0], memory[0], 0, memory[1], 6, 4096) if memory else b""
    return ident + header + text + data + code


@dataclass
class Memory:
    """The program's data, as it is put together."""

    contents: bytearray = field(default_factory=bytearray)

    def put(self, data: bytes, align: int = 8) -> int:
        """The address at which the program has these bytes."""
        self.contents += b"\0" * (-len(self.contents) % align)
        self.contents += data
        return DATA + len(self.contents) - len(data)

    def words(self, *values: int) -> int:
        """The same for words of 32 bits."""
        return self.put(struct.pack(f"<{len(values)}I", *(value & 0xFFFFFFFF for value in values)))


@dataclass(frozen=True)
class Ran:
    """A run of the program."""

    results: list[int]
    """What each call returned."""
    memory: bytes

    def bytes_at(self, address: int, size: int) -> bytes:
        """Its memory at the end."""
        return self.memory[address - _MEMORY :][:size]


class Program:
    """The program's file, and calls for it to make.

    Args:
        directory: for the files.
        rows: each call's number and arguments.
        memory: the data that arguments point to.
    """

    def __init__(self, directory: Path, rows: Iterable[tuple[int, ...]], memory: Memory) -> None:
        self.path = directory / "program32"
        self.path.write_bytes(elf32(_CODE, (_MEMORY, _SIZE)))
        self.path.chmod(0o755)
        self.rows = list(rows)
        packed = b"".join(
            _ROW.pack(*(value & 0xFFFFFFFF for value in (*row, *[0] * (8 - len(row))))) for row in self.rows
        )
        self.input = directory / "rows"
        self.input.write_bytes((packed + b"\xff" * 4).ljust(DATA - _MEMORY, b"\0") + memory.contents)

    def run(self, *before: str) -> Ran:
        """Runs it, by the command `before` if there is one."""
        with self.input.open("rb") as rows:
            done = subprocess.run([*before, self.path], stdin=rows, capture_output=True, timeout=lab.TIMEOUT)
        assert done.returncode == 0, done.stderr
        return self.ran(done.stdout)

    def ran(self, output: bytes) -> Ran:
        """The run that wrote this."""
        results = [_ROW.unpack_from(output, _ROW.size * index)[7] for index in range(len(self.rows))]
        return Ran([result - (1 << 32) if result >= 0xFFFFF000 else result for result in results], output)


def require() -> None:
    """Skips the test where the kernel runs no 32-bit programs."""
    path = lab.COMPILED / "exits32"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        temporary = path.with_suffix(".new")
        temporary.write_bytes(elf32(bytes.fromhex("b801000000 31db cd80")))
        temporary.chmod(0o755)
        temporary.rename(path)
    try:
        subprocess.run([path], timeout=lab.TIMEOUT, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        lab.cannot_run(f"this kernel runs no 32-bit programs: {error}")
