# SPDX-License-Identifier: MIT
"""A header's macros, numbers and types, as the compiler sees them: clang evaluates, and its BTF tells the types.

Each header is compiled on its own, since the kernel's and glibc's define the same things.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import GenerateError

INCLUDE = Path("/usr/include")
_OWN = Path(__file__).resolve().parents[2] / "battery/include"
"""Structs that only the kernel declares."""
VERSION_HEADER = "linux/version.h"

# Some headers of the kernel expect that others were included before.
_PRELUDES = (
    (),
    ("linux/types.h", "stddef.h", "stdint.h"),
    ("sys/types.h", "sys/socket.h", "netinet/in.h", "time.h", "linux/types.h"),
)
_SYSTEM_PATH = "/usr/sbin:/sbin"  # Debian has bpftool there, and users often don't look
_TRIPLE = "{}-linux-gnu"
_DIAGNOSTIC = re.compile(r"^(.+?):([0-9]+):[0-9]+: (?:fatal )?error: (.*)$", re.MULTILINE)
_DIRECTIVE = re.compile(r'#(?:define ([A-Za-z_]\w*)(\(?)(.*)|undef ([A-Za-z_]\w*)|.*? ?[0-9]+ "(.*)".*)', re.ASCII)
_VALUE = re.compile(r"^@traceleft_([vsn])([0-9]+) = .*\bconstant i(?:8|64) (-?[0-9]+)\b", re.MULTILINE)
_NO_EXPRESSION = re.compile(r'[{};"]')
_LINES = "traceleft_lines"  # the name of our own lines in the compiler's messages


@dataclass(frozen=True)
class Macro:
    """A macro as it was defined last: the text behind its name, and the file."""

    body: str
    parameters: bool
    file: str


@dataclass(frozen=True)
class Number:
    """The value of an integer expression."""

    value: int
    """As C has it: negative if the expression is."""
    size: int

    @property
    def unsigned(self) -> int:
        """Two's complement, as wide as the expression."""
        return self.value % (1 << 8 * self.size)


class Compiler:
    """clang and bpftool on one header at a time, with the folder `work` for files between them."""

    def __init__(self, arch: str, include: Path, work: str) -> None:
        if not (include / VERSION_HEADER).is_file():
            raise GenerateError(
                f"{include}: there is no {VERSION_HEADER}: scripts/fetch_headers has the kernel's headers"
            )
        self.arch = arch
        triple = _TRIPLE.format(arch)
        # Debian has asm/ in the triple's folder. glibc's headers come from the system, if not from `include`; those of
        # x86_64 are i386's, too, but for one that an installation for i386 has.
        native = _TRIPLE.format("x86_64" if arch == "i386" else arch)
        folders = (include / triple, include, INCLUDE / triple, INCLUDE / native, INCLUDE, _OWN)
        self._folders = [folder for folder in dict.fromkeys(folders) if folder.is_dir()]
        if arch == "i386":
            (Path(work) / "gnu").mkdir()
            (Path(work) / "gnu/stubs-32.h").write_bytes(b"")
        common = ["-w", "-D_GNU_SOURCE", *(f"-isystem{folder}" for folder in (*self._folders, work))]
        clang = [_tool("clang"), *common, "-nostdlibinc", "-ferror-limit=0"]
        clang += ["-fno-color-diagnostics", "-fno-caret-diagnostics"]
        self._host = [*clang, "-target", triple]
        # clang makes BTF for this target only. Its sizes and alignments are those of the 64-bit ABIs.
        self._bpf = [*clang, "-target", "bpf", f"-D__{arch}__", "-D__linux__", "-g", "-c"]
        if arch == "i386":
            self._bpf = [_tool("gcc"), *common, "-m32", "-gbtf", "-c"]
            self._bpf += ["-fdiagnostics-color=never", "-fno-diagnostics-show-caret"]
        self._work = work
        self._preludes: dict[str, tuple[str, ...] | None] = {}
        self._problems: dict[str, str] = {}
        self._macros: dict[str, dict[str, Macro]] = {}

    def path(self, header: str) -> str:
        """The header's file, as in the compiler's line markers."""
        for folder in self._folders:
            if (folder / header).is_file():
                return str(folder / header)
        raise GenerateError(f"{header}: no such header in {', '.join(map(str, self._folders))}")

    def glob(self, pattern: str) -> list[str]:
        """Headers by a pattern such as linux/*.h, as in #include <...>."""
        found = {path.relative_to(folder).as_posix() for folder in self._folders for path in folder.glob(pattern)}
        if not found:
            raise GenerateError(f"{pattern}: no such header in {', '.join(map(str, self._folders))}")
        return sorted(found)

    def mentions(self, header: str, text: str) -> bool:
        """Whether the header's own text has it."""
        return text.encode() in Path(self.path(header)).read_bytes()

    def macros(self, header: str) -> Mapping[str, Macro]:
        """The macros of the header and of those that it includes, in order. One that doesn't compile has none."""
        if header not in self._macros:
            prelude = self._prelude(header)
            text = ""
            if prelude is not None:
                text = self._run([*self._host, "-E", "-dD"], _includes(*prelude, header)).stdout
            self._macros[header] = _parse_macros(text, tuple(f"{folder}/" for folder in self._folders))
        return self._macros[header]

    def problem(self, header: str) -> str | None:
        """Why the header doesn't compile."""
        return self._problems.get(header)

    def value(self, header: str, name: str) -> int:
        """A single value, signed as in C."""
        values = self.values(header, [name])
        if name not in values:
            raise GenerateError(f"{header}: {name} is not defined, or no integer")
        return values[name].value

    def values(self, header: str, names: Iterable[str], more: Sequence[str] = ()) -> dict[str, Number]:
        """The values of macros and enumerators; of those that are no integer constant expression, none.

        The headers `more` are included, too, if they get on with the header.
        """
        macros = self.macros(header)
        asked = [name for name in names if not _NO_EXPRESSION.search(macros[name].body if name in macros else "")]
        # An enumerator must be an integer constant expression: (void *)-1 and 1.5 aren't.
        lines = {
            index: f"enum {{ traceleft_e{index} = ({name}) }};"
            f" const unsigned long long traceleft_v{index} = (unsigned long long)({name});"
            f" const unsigned char traceleft_s{index} = sizeof({name}), traceleft_n{index} = ({name}) < 0;"
            for index, name in enumerate(asked)
        }
        output = self._compile(header, lines, [*self._host, "-S", "-emit-llvm", "-o", "-"], more)[0]
        found = {(kind, int(index)): int(value) for kind, index, value in _VALUE.findall(output)}
        values = {}
        for index, name in enumerate(asked):
            if ("v", index) in found:
                value = found["v", index] % (1 << 64)
                value -= (1 << 64) * found["n", index]
                values[name] = Number(value, found["s", index])
        return values

    def enumerators(self, header: str, enum: str) -> list[str] | None:
        """The names in an enum, in order, or None if the header has no such enum."""
        types, errors = self.types(header, [f"enum {enum}", enum])
        if len(errors) == 2:
            return None
        entry = types.entry(next(iter(types.ids.values())))
        return [value["name"] for value in entry["values"]] if entry["kind"] in ("ENUM", "ENUM64") else None

    def types(self, header: str, types: Sequence[str]) -> tuple[Types, dict[str, str]]:
        """BTF that has these C types, and the compiler's word on those that it doesn't know."""
        lines = {index: f"{type_} traceleft_t{index};" for index, type_ in enumerate(types)}
        object_ = Path(self._work) / "types.o"
        _, errors = self._compile(header, lines, [*self._bpf, "-o", str(object_)])
        entries: dict[int, Any] = {}
        if len(errors) < len(lines):
            dump = _run([_tool("bpftool"), "-j", "btf", "dump", "file", str(object_)], "")
            if dump.returncode:
                raise GenerateError(f"{header}: bpftool can't read its types: {_first_line(dump.stdout + dump.stderr)}")
            entries = {entry["id"]: entry for entry in json.loads(dump.stdout)["types"]}
        variables = {entry["name"]: entry["type_id"] for entry in entries.values() if entry["kind"] == "VAR"}
        ids = {type_: variables[f"traceleft_t{index}"] for index, type_ in enumerate(types) if index not in errors}
        return Types(entries, ids), {types[index]: message for index, message in errors.items()}

    def _prelude(self, header: str) -> tuple[str, ...] | None:
        """The headers to include before this one, or None if it doesn't compile at all."""
        if header not in self._preludes:
            self.path(header)
            messages = []
            for prelude in _PRELUDES:
                run = self._run([*self._host, "-fsyntax-only"], _includes(*prelude, header))
                if not run.returncode:
                    self._preludes[header] = prelude
                    break
                messages.append(_first_error(run.stderr))
            else:
                self._preludes[header] = None
                self._problems[header] = messages[0]
        return self._preludes[header]

    def _compile(
        self, header: str, lines: Mapping[int, str], options: Sequence[str], more: Sequence[str] = ()
    ) -> tuple[str, dict[int, str]]:
        """Compiles those of `lines` that compile, after the header: the output, and the others' errors."""
        prelude = self._prelude(header)
        if prelude is None:
            raise GenerateError(f"{header}: does not compile: {self._problems[header]}")
        errors: dict[int, str] = {}
        while len(errors) < len(lines):
            kept = (f'#line {index} "{_LINES}"\n{line}\n' for index, line in lines.items() if index not in errors)
            run = self._run(options, _includes(*prelude, header) + _includes(*more) + "".join(kept))
            if not run.returncode:
                return run.stdout, errors
            found = {int(match[2]): match[3] for match in _DIAGNOSTIC.finditer(run.stderr) if match[1] == _LINES}
            if not found.keys() - errors.keys():
                if more:
                    return "", {}
                raise GenerateError(f"{header}: does not compile: {_first_error(run.stderr)}")
            errors.update(found)
        return "", errors

    def _run(self, options: Sequence[str], text: str) -> subprocess.CompletedProcess[str]:
        return _run([*options, "-x", "c", "-"], text)


@dataclass(frozen=True)
class Types:
    """BTF as bpftool prints it."""

    entries: Mapping[int, Any]
    ids: Mapping[str, int]
    """The types that were asked for."""

    def entry(self, id_: int) -> dict[str, Any]:
        """The type behind qualifiers and typedefs."""
        return self.resolve(id_)[0]

    def resolve(self, id_: int) -> tuple[dict[str, Any], list[str]]:
        """The type behind qualifiers and typedefs, and the typedefs' names, the outermost first."""
        typedefs = []
        while self.entries[id_]["kind"] in ("CONST", "VOLATILE", "RESTRICT", "TYPE_TAG", "TYPEDEF"):
            if self.entries[id_]["kind"] == "TYPEDEF":
                typedefs.append(self.entries[id_]["name"])
            id_ = self.entries[id_]["type_id"]
        entry: dict[str, Any] = self.entries[id_]
        return entry, typedefs


def _parse_macros(text: str, folders: tuple[str, ...]) -> dict[str, Macro]:
    """The macros in the output of `clang -E -dD`, but for those of the compiler itself."""
    macros: dict[str, Macro] = {}
    file = ""
    for line in text.split("\n"):
        match = _DIRECTIVE.fullmatch(line)
        if not match:
            continue
        name, parenthesis, body, undefined, marker = match.groups()
        if marker is not None:
            file = marker
        elif undefined:
            macros.pop(undefined, None)
        elif file.startswith(folders):
            macros[name] = Macro(body.strip(), bool(parenthesis), file)
    return macros


def _includes(*headers: str) -> str:
    return "".join(f"#include <{path}>\n" for path in headers)


def _tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=_SYSTEM_PATH)
    if not found:
        raise GenerateError(f"{name} is not installed: apt-get install {name}")
    return found


def _run(command: Sequence[str], text: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(command, input=text, capture_output=True, check=False, encoding="utf-8", env=environment)
    except OSError as error:
        raise GenerateError(f"{command[0]}: {error.strerror}") from None


def _first_error(text: str) -> str:
    match = _DIAGNOSTIC.search(text)
    return ascii(f"{match[1]}:{match[2]}: {match[3]}")[1:-1] if match else _first_line(text)


def _first_line(text: str) -> str:
    return ascii(text.strip().split("\n")[0][:200])[1:-1]
