# SPDX-License-Identifier: MIT
"""BPF objects depend on their sources and on every header, and not on where they are built."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.packages import handler_names, run

# Builds, some of all handlers, on a machine that does other things at the same time.
pytestmark = pytest.mark.timeout(1800)

NEEDED = ["CMakeLists.txt", "battery/generated", "bpf", "cmake", "csrc"]


def copy_tree(to: Path) -> Path:
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name)
        else:
            to.mkdir(parents=True)
            shutil.copy2(source, to / name)
    return to


def configure(source: Path, build: Path, *options: str) -> Path:
    run("cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DPython_EXECUTABLE={sys.executable}", *options)
    return build


def compile_objects(build: Path) -> str:
    return run("cmake", "--build", build, "--target", "bpf_objects").stdout


def objects(build: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (build / "bpf").rglob("*.bpf")}


def built_at(build: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (build / "bpf").rglob("*.bpf")}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return copy_tree(tmp_path / "tree")


FEW = ["handle_syscall_close.bpf", "handle_syscall_openat.bpf", "handle_syscall_readv.bpf"]
WHOLE = [
    "battery.bpf",
    "dispatcher.bpf",
    "objects-copies.bpf",
    "objects.bpf",
    "processes.bpf",
    "questions.bpf",
    "sources.bpf",
    "trace_syscalls.bpf",
]
COMPAT = ["battery-i386.bpf", "questions-i386.bpf", "trace_syscalls-i386.bpf"] if platform.machine() == "x86_64" else []
"""Those for 32-bit programs' calls."""


UNNAMED = "unnamed"
"""The probe of calls by numbers that have no name."""


def shrunk(tree: Path) -> Path:
    """The tree, with few handlers: compiling all takes a third of a minute."""
    sources = [tree / "battery" / "generated" / f"{name}.c" for name in handler_names()]
    for source in sources:
        if source.stem not in FEW:
            source.unlink()
    kept = {name[len("handle_syscall_") : -len(".bpf")] for name in FEW}
    each_line = {"battery": r'#include ".*/handle_syscall_(\w+)', "trace_syscalls": r"TRACE_PROBES\w*\((\w+)\)"}
    for name, pattern in each_line.items():
        path = tree / "bpf" / "generated" / f"{name}.bpf.c"
        lines = path.read_text().splitlines(keepends=True)
        matches = [re.match(pattern, line) for line in lines]
        assert {match[1] for match in matches if match} > kept
        path.write_text("".join(line for line, match in zip(lines, matches) if not match or match[1] in kept))
    return tree


@pytest.fixture
def small_tree(tree: Path) -> Path:
    return shrunk(tree)


@pytest.fixture(scope="module")
def built_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small one whose objects are in build. Tests may make changes to it that change no object."""
    tree = shrunk(copy_tree(tmp_path_factory.mktemp("built") / "tree"))
    compile_objects(configure(tree, tree / "build"))
    return tree


def test_objects_are_the_same_from_every_directory(built_tree: Path, tmp_path: Path) -> None:
    """Those with all handlers are compared with a source archive's and with a wheel's."""
    inside = built_tree / "build"
    # A name that begins with the source's own: a prefix map may not take it for that.
    beside = configure(built_tree, built_tree.with_name("tree-build"))
    elsewhere = tmp_path / "another" / "place"
    shutil.copytree(built_tree, elsewhere, ignore=shutil.ignore_patterns("build"))
    elsewhere = configure(elsewhere, elsewhere / "out" / "deep")
    for build in (beside, elsewhere):
        compile_objects(build)

    assert sorted(objects(inside)) == sorted([*FEW, *WHOLE, *COMPAT])
    assert objects(beside) == objects(inside)
    assert objects(elsewhere) == objects(inside)
    places = [os.fsencode(place) for place in (built_tree.parent, tmp_path)]
    assert not any(place in data for place in places for data in objects(inside).values())


def instructions(path: Path) -> str:
    """With what is relocated in them."""
    dump = run("llvm-objdump", "--disassemble", "--reloc", "--no-show-raw-insn", path).stdout
    return dump.partition("file format")[2]


def types(path: Path) -> set[str]:
    """Functions, variables and types by name, with the sizes of structs."""
    dump = run("bpftool", "btf", "dump", "file", path).stdout
    named = re.findall(r"^\[\d+\] (\w+ '[^(].*)", dump, re.MULTILINE)
    return {re.sub(r"(?:type_id|vlen)=\d+", "", line) for line in named if not line.startswith("FWD")}


def relocated(path: Path, out: Path) -> str:
    """The kernel's types that CO-RE relocates accesses to, with those of their fields."""
    run("bpftool", "gen", "min_core_btf", "/sys/kernel/btf/vmlinux", out, path)
    return run("bpftool", "btf", "dump", "file", out).stdout


@pytest.mark.kernel
def test_a_handler_by_itself_is_what_llvm_makes_of_it(built_tree: Path, tmp_path: Path) -> None:
    build = built_tree / "build"
    for name in FEW:
        ours, theirs, bitcode = build / "bpf" / "battery" / name, tmp_path / name, tmp_path / "bitcode"
        only = f"--rfunc=^{name[: -len('.bpf')].replace('_syscall', '')}(_ret)?$"
        run("llvm-extract", only, "--recursive", "--rglob=.", build / "bpf" / "battery.bpf.bc", "-o", bitcode)
        run("llc", "-march=bpfel", "-mcpu=v3", "-filetype=obj", bitcode, "-o", theirs)
        run("llvm-strip", "-g", "--wildcard", "--strip-symbol=LBB*", theirs)
        assert instructions(ours) == instructions(theirs)
        assert types(theirs) <= types(ours)
        assert relocated(ours, tmp_path / "ours") == relocated(theirs, tmp_path / "theirs") != ""
        assert ours.stat().st_size <= theirs.stat().st_size  # nothing of the others is in it


def test_a_changed_header_rebuilds_and_nothing_else_does(built_tree: Path) -> None:
    build = built_tree / "build"
    assert sorted(objects(build)) == sorted([*FEW, *WHOLE, *COMPAT])
    assert "no work to do" in compile_objects(build)

    with (built_tree / "bpf" / "include" / "traceleft" / "handler.h").open("a") as header:
        header.write("/* changed */\n")
    before = built_at(build)
    compile_objects(build)
    rebuilt = {name for name, time in built_at(build).items() if time != before[name]}
    assert rebuilt == {*FEW, "battery.bpf", *COMPAT[:1]}


def test_a_new_source_is_found_and_a_removed_one_forgotten(small_tree: Path) -> None:
    build = configure(small_tree, small_tree / "build")
    compile_objects(build)
    close = small_tree / "battery" / "generated" / "handle_syscall_close.bpf.c"
    renamed = close.with_name("handle_syscall_renamed.bpf.c")
    renamed.write_text(close.read_text().replace("handle_close", "handle_renamed"))
    battery = small_tree / "bpf" / "generated" / "battery.bpf.c"
    battery.write_text(battery.read_text().replace(close.name, renamed.name))
    close.unlink()
    compile_objects(build)
    sections = run("llvm-readelf", "--sections", "--wide", build / "bpf/battery/handle_syscall_renamed.bpf").stdout
    assert set(re.findall(r"\bkretprobe/handle_(\w+)", sections)) == {"renamed"}


def test_says_which_packages_have_a_missing_compiler(tree: Path) -> None:
    # What CMake would have found is not to be found.
    with pytest.raises(AssertionError, match=r"apt\s+install\s+clang\s+llvm"):
        configure(tree, tree / "build", "-DTRACELEFT_CLANG=")


STRUCT = re.compile(r"^\[\d+\] STRUCT '(\w+)'.*\n((?:\t.*\n)*)", re.MULTILINE)


@pytest.mark.parametrize("arch", ["x86_64", "aarch64"])
def test_each_architecture_has_its_own_registers_and_calls(tree: Path, arch: str) -> None:
    if arch == platform.machine():
        compiled = ROOT / "traceleft" / "data"  # a wheel's are the same: test_wheel.py
    else:
        build = configure(tree, tree / "build", f"-DTRACELEFT_ARCH={arch}", "-DTRACELEFT_HANDLER_OBJECTS=OFF")
        compile_objects(build)
        compiled = build / "bpf"
    calls = json.loads((tree / "battery" / "generated" / arch / "schema.json").read_text())["syscalls"]
    own, other = {"di", "si", "dx", "r10", "r8", "r9", "orig_ax"}, {"regs", "orig_x0", "syscallno"}
    if arch == "aarch64":
        own, other = other, own
    for name in ("battery.bpf", "trace_syscalls.bpf"):
        # What CO-RE relocates are fields of these types.
        dump = run("bpftool", "btf", "dump", "file", compiled / name, "format", "raw").stdout
        structs = {struct: set(re.findall(r"^\t'(\w+)'", body, re.MULTILINE)) for struct, body in STRUCT.findall(dump)}
        assert own <= structs["pt_regs"] and not other & structs["pt_regs"]
        assert "user_pt_regs" not in structs or arch == "aarch64"
        assert structs.get("thread_info") in (None, {"status"} if arch == "x86_64" else {"flags"})

    sections = run("llvm-readelf", "--sections", "--wide", compiled / "battery.bpf").stdout
    assert set(re.findall(r"\bk(?:ret)?probe/handle_(\w+)", sections)) == set(calls)
    symbols = run("llvm-readelf", "--symbols", "--wide", compiled / "trace_syscalls.bpf").stdout
    assert set(re.findall(r"\bhandle_(\w+)_progs$", symbols, re.MULTILINE)) == {*calls, UNNAMED}


@pytest.mark.skipif(not COMPAT, reason="this architecture decodes no 32-bit calls")
def test_32_bit_programs_have_their_own_calls(tree: Path) -> None:
    compiled = ROOT / "traceleft" / "data"
    calls = json.loads((tree / "battery/generated/i386/schema.json").read_text())["syscalls"]
    native = json.loads((tree / "battery/generated/x86_64/schema.json").read_text())["syscalls"]
    sections = run("llvm-readelf", "--sections", "--wide", compiled / "battery-i386.bpf").stdout
    assert set(re.findall(r"\bk(?:ret)?probe/handle_(\w+)", sections)) == set(calls)
    symbols = run("llvm-readelf", "--symbols", "--wide", compiled / "trace_syscalls-i386.bpf").stdout
    assert set(re.findall(r"\bhandle_(\w+)_progs$", symbols, re.MULTILINE)) == {
        *(calls.keys() - native.keys()),
        UNNAMED,
    }


def test_objects_only_where_cpp_is_for_another_architecture(small_tree: Path) -> None:
    build = configure(small_tree, small_tree / "build", "-DTRACELEFT_ARCH=aarch64")
    run("cmake", "--build", build)
    assert sorted(objects(build)) == sorted([*FEW, *WHOLE])
    assert not (small_tree / "traceleft").exists()  # nothing is staged


def test_says_which_architectures_there_are(tree: Path) -> None:
    with pytest.raises(AssertionError, match=r"x86_64\s+and\s+aarch64,\s+not\s+riscv64"):
        configure(tree, tree / "build", "-DTRACELEFT_ARCH=riscv64")
