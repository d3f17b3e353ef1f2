# SPDX-License-Identifier: MIT
"""The shipped handlers: their places, and the meaning of their events."""

from __future__ import annotations

import fnmatch
import functools
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traceleft import functions, sources
from traceleft.errors import TraceleftError, UsageError, did_you_mean
from traceleft.operand import is_file, is_source

if TYPE_CHECKING:  # programs that never trace read the schema too
    from traceleft import _core


@functools.cache
def data_directory() -> Path:
    """The directory of the compiled objects, the schema and the handlers' headers."""
    path = Path(__file__).parent / "data"  # importlib.resources imports 30 modules, to say the same
    if not path.is_dir():
        raise TraceleftError(
            "traceleft is not built here: run `pip install .` in the source tree, or its scripts/traceleft"
        )
    return path


@functools.cache
def schema_spec() -> dict[str, Any]:
    """The generated schema as it is on disk (battery/generated/ARCH/schema.json)."""
    spec: dict[str, Any] = json.loads((data_directory() / "schema.json").read_text(encoding="utf-8"))
    return spec


@functools.cache
def schema() -> _core.EventSchema:
    """The schema for the decoder."""
    from traceleft import _core

    return _core.EventSchema(schema_spec())


_sources: dict[str, dict[str, Any]] = {"syscalls": {}, "flags": {}}
"""The parts of schemas of the sources that were learnt."""
_untraceable: set[str] = set()
"""Sources that were left out of those that a pattern stands for."""
_LEARNT_AT_ONCE = 512
"""A schema may have twice as many calls: csrc/event/schema_check.cpp."""


def learn_sources(names: Iterable[str], members: Iterable[str] = ()) -> list[str]:
    """Teaches schema() what these sources' events mean, functions' with some members of what their arguments lead to,
    as functions.entry() has them. Returns the names without those that can't be traced. Raises UsageError,
    HandlerError, KernelError."""
    wanted, paths = list(dict.fromkeys(names)), list(members)
    several = len(wanted) > 1
    new = [name for name in wanted if not (several and name in _untraceable) and not _knows(name, paths)]
    refusal: UsageError | None = None
    for at in range(0, len(new), _LEARNT_AT_ONCE):
        part = new[at : at + _LEARNT_AT_ONCE]
        try:
            _learn(part, paths)
        except UsageError as error:  # of a part that has none
            refusal = error
            _untraceable.update(part)
    found = [name for name in wanted if name in _sources["syscalls"]]
    if refusal and (not several or not found):
        raise refusal
    return found


def _learn(new: list[str], paths: list[str]) -> None:
    from traceleft import _core

    # What was learnt before stays, in its place.
    before = [each["name"] for name in new for each in _sources["syscalls"].get(name, {"args": ()})["args"]]
    spec = sources.spec(new, [*(name for name in before if "." in name), *paths])
    schema().add_sources(_core.EventSchema(spec))
    for part, known in _sources.items():
        known.update(spec[part])
    _untraceable.update(name for name in new if name not in spec["syscalls"])


def _knows(name: str, members: list[str]) -> bool:
    known = _sources["syscalls"].get(name)
    if not known or not (members and functions.is_function(name)):
        return known is not None
    return {each["name"] for each in known["args"]}.issuperset(functions.members(name, members))


def recorded_spec() -> dict[str, Any]:
    """schema_spec(), with the tracepoints that were learnt."""
    spec = schema_spec()
    return {**spec, **{part: {**spec[part], **known} for part, known in _sources.items()}}


COMPAT_SUFFIX = "@32"
"""Behind the name of a 32-bit program's call; strace writes it so."""
COMPAT_PREFIX = "i386_"
"""Before the name of its columns."""
_NATIVE_SUFFIX = "@64"


def compat_calls() -> dict[str, tuple[str, ...]]:
    """The calls of 32-bit programs: each name, and the native calls of other names that it serves in place of."""
    return {name: tuple(call[1:]) for name, call in _compat_entries().items()}


def _compat_entries() -> dict[str, list[Any]]:
    compat: dict[str, dict[str, list[Any]]] = schema_spec().get("compat", {"syscalls": {}})
    return compat["syscalls"]


@functools.cache
def compat_schema_spec() -> dict[str, Any]:
    """The generated schema of 32-bit programs' calls."""
    path = data_directory() / f"schema-{schema_spec()['compat']['abi']}.json"
    spec: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return spec


@functools.cache
def load_compat_schema() -> None:
    """Teaches schema() what 32-bit programs' calls mean."""
    from traceleft import _core

    schema().set_compat(_core.EventSchema(compat_schema_spec()))


def compat_file() -> Path:
    """The object with every shipped handler of 32-bit programs' calls."""
    return data_directory() / f"battery-{schema_spec()['compat']['abi']}.bpf"


def _compat_object(name: str) -> Path | None:
    """The same programs compiled for these calls; None where there are none."""
    return data_directory() / f"{name}-{schema_spec()['compat']['abi']}.bpf" if compat_calls() else None


def serving(names: Iterable[str]) -> tuple[str, ...]:
    """The calls of 32-bit programs that serve in place of native calls: their namesakes, and others."""
    wanted = set(names)
    return tuple(name for name, natives in compat_calls().items() if name in wanted or wanted.intersection(natives))


def trace_probes() -> Path:
    """The compiled trace probes of all syscalls."""
    return data_directory() / "trace_syscalls.bpf"


def dispatcher_objects(kernel_btf: bool) -> tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes]:
    """The paths of the objects that every _core.Dispatcher is given first, in that order.

    Args:
        kernel_btf: BTF is the kernel's own: only then can programs load the kernel's structs, rather than copy them.
            Linux 6.2 is the first that they can do it on. Elsewhere libbpf would look for what they name in the types
            of all modules, which takes CAP_SYS_ADMIN.
    """
    major, minor = map(int, os.uname().release.split("-")[0].split(".")[:2])
    casts = kernel_btf and (major, minor) >= (6, 2)
    data = data_directory()
    paths = (
        data / "dispatcher.bpf",
        trace_probes(),
        _compat_object("trace_syscalls") or "",
        data / "questions.bpf",
        _compat_object("questions") or "",
        data / ("objects.bpf" if casts else "objects-copies.bpf"),
        source_programs(),
    )
    core, probes, compat, questions, compat_questions, objects, sources = map(os.fsencode, paths)
    return core, probes, compat, questions, compat_questions, objects, sources


def process_programs() -> Path:
    """The compiled programs that tell of processes."""
    return data_directory() / "processes.bpf"


def source_programs() -> Path:
    """The compiled programs of tracepoints."""
    return data_directory() / "sources.bpf"


def never_returns(name: str, *, compat: bool = False) -> bool:
    """Whether a native call, or a 32-bit program's, never returns, so that its events are of its entry."""
    if is_source(name):
        return False
    spec = compat_schema_spec() if compat else schema_spec()
    side: str = spec["syscalls"][name]["side"]
    return side == "entry"


def syscalls() -> list[str]:
    """The syscalls with a shipped handler, sorted."""
    return sorted(schema_spec()["syscalls"])


def absence(name: str) -> str:
    """The message about a syscall that only other architectures have, with its substitute; empty for any other name."""
    spec = schema_spec()
    if name not in spec["absent"]:
        return ""
    instead = spec["absent"][name]
    return f"{spec['arch']} has no syscall {name}" + (f"; use {instead}" if instead else "")


@dataclass(frozen=True)
class HandlerFile:
    """The place of some handlers."""

    path: Path
    syscalls: tuple[str, ...]
    """The syscalls to take out of the object; empty: all that it handles."""
    compat: tuple[str, ...] = ()
    """The calls of 32-bit programs that are handled beside these, out of compat_file()."""
    needs_compat: bool = False
    """Some of those were named themselves."""


def handler_file(handler: str | os.PathLike[str] | Iterable[str], *, left_out: Iterable[str] = ()) -> HandlerFile:
    """The handlers that a name, several names or a path stand for.

    Names of syscalls stand for their shipped handlers, which are all in one object; is_file() says what is a file of
    the user's own. `left_out` are native calls that can't be traced here, of which only those of 32-bit programs that
    serve in their place are meant. Raises UsageError for a name that nothing is shipped for; whether a file is there
    shows when it is opened.
    """
    if isinstance(handler, os.PathLike):
        return HandlerFile(Path(handler), ())
    if isinstance(handler, str):
        if not is_shipped(handler) and is_file(handler):
            return HandlerFile(Path(handler), ())
        handler = [handler]
    return _shipped(list(handler), left_out)


def is_pattern(name: str) -> bool:
    """Whether it stands for several syscalls: `all`, a class such as `%file`, or a pattern such as `open*`; or several
    sources."""
    if is_source(name):
        return sources.is_pattern(name)
    return name == "all" or name.startswith("%") or any(mark in name for mark in "*?[")


def matching(name: str, members: Iterable[str] = (), *, measured: bool = False) -> list[str]:
    """The syscalls, or the sources, that a name or a pattern stands for. `members` are those that a question asks for:
    see learn_sources(). There may be more
    functions where they are `measured`. Raises UsageError where there is none."""
    if name == "all":
        return syscalls()
    if is_source(name):
        return learn_sources(sources.to_trace(name, measured=measured), members)
    if name.startswith("%"):
        return _of_class(name)
    if not is_pattern(name):
        _require_shipped(name)
        return [name]
    found = fnmatch.filter(syscalls(), name)
    if not found:
        raise UsageError(f"no syscall matches {name!r}; `traceleft list` shows those there are")
    return found


def classes() -> dict[str, list[str]]:
    """The sets of syscalls that have a name, as strace has them: %file, %desc, %network, ..."""
    return {f"%{name}": calls for name, calls in sorted(schema_spec()["classes"].items())}


def _of_class(name: str) -> list[str]:
    known = classes()
    name = "%network" if name == "%net" else name
    if name not in known:
        raise UsageError(f"there is no class {name!r}{did_you_mean(name, known) or '; there are ' + ', '.join(known)}")
    return known[name]


def shipped_file() -> Path:
    """The object with every shipped handler."""
    return data_directory() / "battery.bpf"


def is_shipped(name: str) -> bool:
    """Whether a handler for a syscall of that name is shipped: openat; openat@64, the native one alone; openat@32."""
    return _native(name) is not None or _compat(name) is not None


def _native(name: str) -> str | None:
    plain = name.removesuffix(_NATIVE_SUFFIX)
    return plain if plain in schema_spec()["syscalls"] else None


def _compat(name: str) -> str | None:
    """The 32-bit program's call that a name stands for: one with the suffix, or one that is no native call's."""
    plain = name.removesuffix(COMPAT_SUFFIX)
    return plain if plain in _compat_entries() and (plain != name or _native(name) is None) else None


def _require_shipped(name: str) -> None:
    if is_shipped(name):
        return
    hint = did_you_mean(name, syscalls()) or "; `traceleft list` shows those there are"
    if os.path.exists(name):  # noqa: PTH110 (Path's raises for a name that is too long)
        hint += f" (for the file of that name write ./{name})"
    raise UsageError(absence(name) or f"no shipped handler for {name!r}{hint}")


def _shipped(names: list[str], left_out: Iterable[str]) -> HandlerFile:
    if not names:
        raise UsageError("no syscall is named")
    for name in names:
        _require_shipped(name)
    native = dict.fromkeys(filter(None, map(_native, names)))
    named = dict.fromkeys(filter(None, map(_compat, names)))
    beside = dict.fromkeys((*named, *serving((*(name for name in names if name in native), *left_out))))
    return HandlerFile(shipped_file(), tuple(native), tuple(beside), needs_compat=bool(named))
