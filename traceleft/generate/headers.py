# SPDX-License-Identifier: MIT
"""Extracts `Uapi` from C headers: numbers, constants, flag sets, ioctl commands and struct layouts.

The headers are Debian's linux-libc-dev (scripts/fetch_headers has newer ones) or any other `make headers_install`;
glibc's, of this machine, count where a set of flags is only there (AF_INET).
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .compiler import VERSION_HEADER, Compiler, Number
from .errors import GenerateError
from .formats import is_identifier
from .layouts import Layouts
from .uapi import FlagSource, StructSource, Uapi, word_size

# Headers in which ioctl commands are plain numbers, from before _IO(), and what these are called, there or in a header
# that it includes. A command is a byte for the type and one for the number; what is less or more is no command
# (TIOCPKT_DATA).
_PLAIN_IOCTLS = {
    "asm-generic/ioctls.h": "FIO.*|T[CI].*",
    "linux/cdrom.h": "CDROM.*|DVD_.*",
    "linux/fb.h": "FBIO.*",
    "linux/hdreg.h": "HDIO_.*",
    "linux/kd.h": "(G|K|P)IO.*|KD.*",
    "linux/loop.h": "LOOP_.*",
    "linux/lp.h": "LP[A-Z]+",
    "linux/sockios.h": "(F|S)IO.*",
    "linux/vt.h": "VT_.*",
    "linux/wireless.h": "SIOC.*",
    "scsi/scsi.h": "SCSI_IOCTL_.*",
    "scsi/sg.h": "SG_(?!BIG|DEFAULT|DXFER|FLAG|SCATTER).*",
}
_IO = frozenset({"_IO", "_IOR", "_IOW", "_IOWR", "_IOC", "_IOR_BAD", "_IOW_BAD", "_IOWR_BAD"})
# Headers that ioctls' macros use and often don't include: one group after the other, for macros without a value yet.
_IOCTL_INCLUDES = (
    ("linux/ioctl.h", "stddef.h"),
    ("linux/ioctl.h", "stddef.h", "asm/ioctls.h", "asm/termbits.h", "linux/serial.h", "linux/fiemap.h"),
    ("linux/ioctl.h", "linux/blktrace_api.h", "linux/filter.h", "linux/major.h", "linux/atmioc.h"),
    ("linux/ioctl.h", "sys/time.h"),
)
_WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)


@dataclass(frozen=True)
class Extracted:
    """The constants, and a line for each thing that a reader may want to know."""

    uapi: Uapi
    notes: tuple[str, ...]


def extract(
    arch: str,
    include: Path,
    flags: Mapping[str, FlagSource],
    constants: Mapping[str, str],
    ioctls: Sequence[str] = (),
    structs: Mapping[str, StructSource] | None = None,
) -> Extracted:
    """Extracts all numbers, and the wanted flags, constants, ioctls and structs, from the headers below `include`.

    `constants` has the header of each single constant. `ioctls` are headers or globs of them; each of their macros that
    _IO() or the like makes is a command, and so is, for "HEADER:REGEX", each plain number that is called like this.
    Raises GenerateError with the header and the name where a name is missing or no number.
    """
    with tempfile.TemporaryDirectory() as work:
        compiler = Compiler(arch, include, work)
        version, numbers = _version(compiler), _numbers(compiler)
        singles = {name: compiler.value(header, name) for name, header in sorted(constants.items())}
        sets = {key: _flags(compiler, key, source) for key, source in sorted(flags.items())}
        layouts = Layouts(structs or {}).extract(compiler)
        commands, notes = _ioctls(compiler, ioctls)
    return Extracted(Uapi(arch, version, singles, sets, numbers, commands, layouts), tuple(notes))


def _version(compiler: Compiler) -> str:
    return ".".join(str(compiler.value(VERSION_HEADER, f"LINUX_VERSION_{part}")) for part in ("MAJOR", "PATCHLEVEL"))


def _numbers(compiler: Compiler) -> dict[str, int]:
    prefix, header = "__NR_", f"asm/unistd_{8 * word_size(compiler.arch)}.h"
    names = [name for name in compiler.macros(header) if name.startswith(prefix)]
    values = compiler.values(header, names)
    if "__NR_read" not in values:
        raise GenerateError(f"{header}: __NR_read is not defined, or no integer")
    numbers = {name[len(prefix) :]: value.value for name, value in sorted(values.items())}
    return {name: number for name, number in numbers.items() if is_identifier(name)}  # i386's break can't be one


def _flags(compiler: Compiler, key: str, source: FlagSource) -> dict[str, int]:
    """The set's constants in their headers' order. Where two headers have a name, the first one's value counts."""
    found: dict[str, Number] = {}
    known = not source.enum
    for header in source.headers:
        names = [*source.names, *source.numbers]
        if source.enum:
            enumerators = compiler.enumerators(header, source.enum)
            known = known or enumerators is not None
            names += [name for name in enumerators or () if not source.excludes(name)]
        macros = compiler.macros(header)
        order = [name for name, macro in macros.items() if source.wants(name) and not macro.parameters]
        asked = dict.fromkeys([*order, *names])
        values = compiler.values(header, asked)
        others = [other for other in source.headers if other != header]
        missing = [name for name in asked if name not in values and name in macros]
        if others and missing:  # OPEN_TREE_CLOEXEC is O_CLOEXEC, which its header doesn't include
            values = {**values, **compiler.values(header, missing, others)}
        for name in source.names:  # SIG_DFL is a number as a pointer
            number = f"(unsigned long)(1 ? ({name}) : (void *)0)"
            if name not in values and name in macros:
                found_as_number = compiler.values(header, [number])
                values.update({name: found_as_number[number]} if found_as_number else {})
        for name in asked:
            if name in values:
                found.setdefault(name, values[name])
    where = f"flags.{key}: {', '.join(source.headers)}"
    if not known:
        raise GenerateError(f"{where}: there is no enum {source.enum}")
    for name in (*source.names, *source.numbers):
        if name not in found:
            raise GenerateError(f"{where}: {name} is not defined, or no integer")
    if not found and source.has_names:
        raise GenerateError(f"{where}: there is nothing like {', '.join(source.prefixes) or key}")
    return {name: value.unsigned for name, value in found.items()}


def _ioctls(compiler: Compiler, patterns: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Commands by name, in the order of their values, and notes on those left out."""
    plain = dict(_PLAIN_IOCTLS)
    headers: set[str] = set()
    for pattern in patterns:
        path, colon, regex = pattern.partition(":")
        found = compiler.glob(path)
        plain.update(dict.fromkeys(found, regex) if colon else {})
        headers.update(found)
    commands: dict[int, str] = {}
    shared = 0
    lost: list[str] = []
    broken: list[str] = []
    for header in sorted(headers, key=_ioctl_rank):
        if header not in plain and not compiler.mentions(header, "_IO"):
            continue
        names = _ioctl_names(compiler, header, plain.get(header))
        values: dict[str, Number] = {}
        for more in _IOCTL_INCLUDES if names else ():
            missing = [name for name in names if name not in values]
            values.update(compiler.values(header, missing, more) if missing else {})
        lost += [f"{header}: {name}" for name in names if name not in values]
        if compiler.problem(header):
            broken.append(f"{header} ({compiler.problem(header)})")
        for name, value in values.items():
            number = value.unsigned
            if number < 1 << 32 and (names[name] or number in range(0x100, 0x10000)):
                shared += commands.setdefault(number, name) != name
    notes = [f"{shared} ioctls share their number with another one, whose name is kept"] if shared else []
    notes += [f"{len(lost)} ioctls have no number, for their headers lack a type: {', '.join(lost)}"] if lost else []
    notes += [f"headers of ioctls that don't compile: {', '.join(broken)}"] if broken else []
    return {name: value for value, name in sorted(commands.items())}, notes


def _ioctl_rank(header: str) -> tuple[int, str]:
    """The rank of a header's name for a number that several share: FICLONE comes before BTRFS_IOC_CLONE."""
    general = ("asm-generic/", "asm/", "linux/fs.h", *_PLAIN_IOCTLS, "linux/")
    return next((rank for rank, start in enumerate(general) if header.startswith(start)), len(general)), header


def _ioctl_names(compiler: Compiler, header: str, plain: str | None) -> dict[str, bool]:
    """The header's own macros that may be commands, and of each whether _IO() or the like makes it."""
    macros = compiler.macros(header)
    words = {name: set(_WORD.findall(macro.body)) for name, macro in macros.items()}
    makers = set(_IO)
    grown = True
    while grown:
        more = {name for name, used in words.items() if name not in makers and used & makers}
        makers |= more
        grown = bool(more)
    path = compiler.path(header)
    return {
        name: name in makers
        for name, macro in macros.items()
        if macro.body and not macro.parameters and not name.startswith("_")
        if (macro.file == path and name in makers - _IO) or (plain is not None and re.fullmatch(plain, name))
    }
