# SPDX-License-Identifier: MIT
"""Handlers of one's own, as far as they go without root: `traceleft handler` and Handler.from_source."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT
from tests.support.command_line import run
from traceleft import battery, handler_source, handler_template
from traceleft.errors import HandlerError, TraceleftError, UsageError
from traceleft.handler_template import Wanted, parse_arguments, parse_config, render

SOURCE = """
#include <traceleft/handler.h>

SEC("kretprobe/handle_getppid")
int handle_getppid_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "getppid", 0, 0))
		return 0;
	return record_submit(&record);
}
"""
needs_clang = pytest.mark.skipif(shutil.which("clang") is None, reason="there is no clang here")


def statements(text: str) -> list[str]:
    """The handler's own lines: those behind its section."""
    return [line.strip() for line in text[text.index("\nSEC(") :].splitlines() if line.strip() not in ("", "{", "}")]


# --- what is asked for


def test_arguments():
    assert parse_arguments("filename:string,flags, 3:u32,buf:char[256],data:buffer[ret]") == [
        Wanted("filename", "string"),
        Wanted("flags"),
        Wanted("3", "u32"),
        Wanted("buf", "char", "256"),
        Wanted("data", "buffer", "ret"),
    ]


@pytest.mark.parametrize("text", ["", "a b", "a:", "a:char[", "a;b", "a:char[1]2", ","])
def test_what_is_no_argument(text: str):
    with pytest.raises(UsageError, match="is no argument; the form is"):
        parse_arguments(text)


CONFIG = """{"event": [
    {"name": "open", "args": [
        {"position": 1, "type": "char", "name": "filename", "hashFunc": "string", "suffix": "[256]"},
        {"position": 2, "type": "s64", "name": "flags"}]},
    {"name": "read", "args": [{"position": 2, "type": "char", "name": "buf", "hashFunc": "skip", "suffix": "[256]"}]}
]}"""


def test_config():
    assert parse_config(CONFIG, "config.json", "open") == [Wanted("1", "string", None, "string"), Wanted("2", "s64")]
    assert parse_config(CONFIG, "config.json", "read") == [Wanted("2", "char", "256", "skip")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "config.json: not a config.json"),
        ("[]", "config.json: not a config.json"),
        ('{"event": [{"name": "open"}]}', "config.json: not a config.json"),
        ('{"event": [{"name": "close", "args": []}]}', "config.json has no open; it has close"),
        ('{"event": [{"name": "open", "args": [{"position": 1, "type": "char", "suffix": "256"}]}]}', "suffix is"),
        ('{"event": [{"name": "open", "args": [{"position": 1, "type": "char", "hashFunc": "md5"}]}]}', "hashFunc is"),
        ("[" * 100000, "config.json: not a config.json"),
    ],
)
def test_bad_configs(text: str, said: str):
    with pytest.raises(UsageError, match=re.escape(said)):
        parse_config(text, "config.json", "open")


# --- what is written


def test_a_string_and_registers():
    assert statements(render("mkdirat", parse_arguments("pathname:string,mode"))) == [
        'SEC("kretprobe/handle_mkdirat")',
        "int handle_mkdirat_ret(void *ctx)",
        "struct record record;",
        'if (!record_begin(&record, ctx, "mkdirat", 3, 1))',
        "return 0;",
        "record_string(&record, 0, 1); /* pathname */",
        "return record_submit(&record);",
    ]


def test_a_string_that_the_call_may_overwrite():
    assert statements(render("openat", parse_arguments("filename:string,flags"))) == [
        'SEC("kprobe/handle_openat")',
        "int handle_openat(void *ctx)",
        "struct entry entry;",
        "if (!enter_call(&entry, ctx))",
        "return 0;",
        "enter_string(&entry, 1); /* filename */",
        "return 0;",
        'SEC("kretprobe/handle_openat")',
        "int handle_openat_ret(void *ctx)",
        "struct record record;",
        'if (!record_begin(&record, ctx, "openat", 3, 1))',
        "return 0;",
        "record_entered_string(&record, 0, 1); /* filename */",
        "return record_submit(&record);",
    ]
    assert "enter_call" not in render("openat", parse_arguments("filename:u64,flags"))


@pytest.mark.parametrize(
    ("syscall", "arguments", "line"),
    [
        ("read", "buf:buffer[ret]", "record_buffer(&record, 0, 1, record_ret(&record)); /* buf */"),
        ("write", "buf:buffer[count]", "record_buffer(&record, 0, 1, record_argument(&record, 2)); /* buf */"),
        ("write", "buf:buffer[count]", 'if (!record_begin(&record, ctx, "write", 3, 1))'),  # the size is needed
        ("write", "buf:char[256]", "record_memory(&record, 0, 1, 256); /* buf */"),
        ("write", "2:char[256]", "record_memory(&record, 0, 1, 256); /* buf */"),
        ("stat", "statbuf", "record_memory(&record, 0, 1, 144); /* statbuf */"),
        ("execve", "argv", "record_strings(&record, 0, 1); /* argv */"),
        ("execve", "envp", "record_environment(&record, 0, 2); /* envp */"),
        ("getppid", None, 'if (!record_begin(&record, ctx, "getppid", 0, 0))'),
        ("exit", None, 'if (!record_begin_entry(&record, ctx, "exit", 1, 0))'),
        ("exit", None, 'SEC("kprobe/handle_exit")'),
        ("openat", "dfd", 'if (!record_begin(&record, ctx, "openat", 1, 0))'),
        ("read", None, 'if (!record_begin(&record, ctx, "read", 3, 0))'),  # how much of buf, nobody has said
    ],
)
def test_lines(syscall: str, arguments: str | None, line: str):
    assert line in statements(render(syscall, None if arguments is None else parse_arguments(arguments)))


def test_what_the_kernel_fills_is_not_taken_of_a_failed_call():
    lines = statements(render("stat", parse_arguments("filename,statbuf")))
    at = lines.index("if (record_failed(&record))")
    assert lines[at + 1 : at + 3] == ["record_nothing(&record, 1, 1);", "else"]
    assert "record_failed" not in render("openat", parse_arguments("filename"))


def test_the_hash_is_one_argument_more():
    text = render("openat", parse_arguments("filename,flags,mode"), hash=["filename", "mode"])
    lines = statements(text)
    assert 'if (!record_begin(&record, ctx, "openat", 5, 1))' in lines
    assert "hash = hash_memory(hash, &record, offset, record.captured[0].size, true);" in lines
    assert "hash = hash_value(hash, record_argument(&record, 3), 2); /* mode */" in lines
    assert not any("/* flags */" in line for line in lines)
    assert "((__u64 *)(record.event + 1))[4] = hash;" in lines


@pytest.mark.parametrize(
    ("syscall", "arguments", "hash_", "said"),
    [
        ("opnat", "a", None, "there is no syscall 'opnat'; did you mean openat"),
        (
            "openat",
            "filname",
            None,
            "openat has no argument 'filname'; it has dfd, filename, flags, mode; did you mean",
        ),
        ("openat", "5", None, "openat has no argument '5'"),
        ("openat", "0", None, "openat has no argument '0'"),
        ("openat", "flags,3", None, "an argument is named twice"),
        ("openat", "flags:string[3]", None, "flags: string has no size"),
        ("openat", "flags:float", None, "flags: 'float' is no type; there are: string"),
        ("read", "buf", None, "how much of buf is to be recorded must be said: buf:char[256]"),
        ("read", "buf:buffer", None, "buf needs a size"),
        ("read", "buf:buffer[nosuch]", None, "a size is 1 to 4096, ret or an argument, not 'nosuch'"),
        ("read", "buf:char[4097]", None, "a size is 1 to 4096"),
        ("read", "buf:char[0]", None, "a size is 1 to 4096"),
        ("openat", "flags", ["mode"], "mode can't be hashed: it is not recorded"),
    ],
)
def test_what_can_not_be_written(syscall: str, arguments: str, hash_: list[str] | None, said: str):
    with pytest.raises(UsageError, match=re.escape(said)):
        render(syscall, parse_arguments(arguments), hash=hash_)


def test_without_jinja2(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(TraceleftError, match=r"pip install 'traceleft\[handlers\]'"):
        render("openat")


# --- compiling


@needs_clang
def test_handlers_for_every_syscall_compile(tmp_path: Path):
    """Those that differ by more than names and comments. All in one file, for clang takes longest to start: what one
    defines, others may too, but for the handlers."""
    parts = {}
    for syscall in battery.syscalls():
        text = render(syscall)
        part = text[text.index("\nSEC(") :]
        shape = re.sub(rf"\b(handle_)?{syscall}(_ret)?\b|/\*.*?\*/", r"\1\2", part, flags=re.DOTALL)
        parts[shape] = part
    assert 50 < len(parts) < len(battery.syscalls()) / 2
    source = "#include <traceleft/handler.h>\n" + "".join(parts.values())
    with traceleft.Handler.from_source(source) as handler:
        assert handler.path.read_bytes().startswith(b"\x7fELF")


@needs_clang
def test_a_handler_with_a_hash_compiles_without_a_warning(tmp_path: Path):
    for syscall, arguments in (
        ("openat", "filename,flags"),
        ("read", "fd,buf:buffer[ret]"),
        ("write", "fd,buf:char[256]"),
    ):
        wanted = parse_arguments(arguments)
        text = render(syscall, wanted, hash=[each.argument for each in wanted])
        assert handler_source.compile_handler(text, tmp_path / "own.bpf") == ""


@needs_clang
def test_the_object_is_there_as_long_as_the_handler():
    handler = traceleft.Handler.from_source(SOURCE)
    path = handler.path
    assert os.fspath(handler) == str(path) and path.suffix == ".bpf"
    assert path.read_bytes().startswith(b"\x7fELF")
    directory = path.parent
    del handler
    gc.collect()
    assert not directory.exists()
    with traceleft.Handler.from_source(SOURCE) as handler:
        assert handler.path.exists()
    assert not handler.path.parent.exists()
    handler.close()


@needs_clang
def test_a_file_includes_what_stands_beside_it_and_what_is_given(tmp_path: Path):
    (tmp_path / "own.h").write_text("#define BESIDE 0\n")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "given.h").write_text("#define GIVEN 0\n")
    file = tmp_path / 'a "name" \\.bpf.c'
    file.write_text('#include "own.h"\n#include <given.h>\n' + SOURCE.replace("0, 0)", "BESIDE, GIVEN)"))
    with traceleft.Handler.from_file(file, include=[tmp_path / "more"]) as handler:
        assert handler.path.name == 'a "name" \\.bpf'
    with pytest.raises(HandlerError, match=r"(?s)clang refuses it.*given\.h"):
        traceleft.Handler.from_file(file)


@needs_clang
def test_errors_say_where():
    with pytest.raises(HandlerError, match=r"(?s)<source>: clang refuses it:\n<source>:10:\d+: error: .*nosuch"):
        traceleft.Handler.from_source(SOURCE.replace("return 0;", "return nosuch;"))
    with pytest.raises(OSError, match="nosuch"):
        traceleft.Handler.from_file("/nosuch/file.c")


@needs_clang
def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(HandlerError):
        traceleft.Handler.from_source("nonsense")
    assert list(tmp_path.iterdir()) == []


@needs_clang
def test_missing_headers_of_libbpf_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # A data directory whose kernel.h includes one that no machine has.
    include = tmp_path / "include" / "traceleft"
    include.mkdir(parents=True)
    (include / "handler.h").write_text("#include <bpf/nosuch.h>\n")
    monkeypatch.setattr(battery, "data_directory", lambda: tmp_path)
    with pytest.raises(HandlerError, match=r"libbpf's headers .* are not here: apt install libbpf-dev"):
        traceleft.Handler.from_source(SOURCE)


def test_no_clang_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HandlerError, match="there is none here: apt install clang"):
        traceleft.Handler.from_source(SOURCE)


def test_another_machine_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "clang").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(HandlerError, match="this machine is riscv64"):
        traceleft.Handler.from_source(SOURCE)


def test_the_flags_are_the_builds():
    flags = re.search(r"set\(bpf_flags\n(.*?)\)\n", (ROOT / "cmake" / "bpf.cmake").read_text(), re.DOTALL)
    assert flags
    of_the_build = flags[1].split()
    # Ours are for a user: a warning is no error.
    assert of_the_build[: len(handler_source.CLANG_FLAGS) + 1] == [
        *handler_source.CLANG_FLAGS[:3], "-Werror", *handler_source.CLANG_FLAGS[3:],
    ]  # fmt: skip


# --- the command


@needs_clang
def test_from_nothing_to_an_object(tmp_path: Path):
    source = tmp_path / "openat.bpf.c"
    done = run("handler", "new", "openat", "--args", "filename:string,flags", "-o", str(source))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Made by `traceleft handler new openat --args" in source.read_text()
    done = run("handler", "build", str(source))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path}/openat.bpf\n", "")
    assert (tmp_path / "openat.bpf").read_bytes().startswith(b"\x7fELF")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["openat.bpf", "openat.bpf.c"]
    source.write_text(source.read_text().replace("struct record record;", "struct record record; int unused;"))
    done = run("handler", "build", str(source), "-o", str(tmp_path / "other"))
    assert done.returncode == 0 and "unused variable" in done.stderr
    done = run("handler", "new", "openat", "-o", str(source))
    assert done.returncode == 1 and "File exists" in done.stderr


def test_new_prints_without_a_file(tmp_path: Path):
    config = tmp_path / "config.json"
    config.write_text(CONFIG)
    done = run("handler", "new", "open", "--config", str(config))
    assert done.returncode == 0
    assert "record_entered_string(&record, 0, 0); /* filename */" in done.stdout
    assert "hash = hash_value(hash, record_argument(&record, 1), 8); /* flags */" in done.stdout
    done = run("handler", "new", "read", "--args", "fd,buf:buffer[ret],count", "--skip", "buf")
    assert "/* fd */" in done.stdout and "/* count */" in done.stdout
    assert "hash_memory(hash, &record, offset" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "opnat"], "did you mean openat"),
        (["new", "open", "--args", "flags", "--config", "x"], "--args can't do so too"),
        (["new", "open", "--args", "flags", "--hash", "mode"], "mode can't be hashed"),
        (["new", "open", "--skip", "nosuch"], "open has no argument 'nosuch'"),
        (["new"], "SYSCALL"),
        (["build"], "FILE"),
    ],
)
def test_wrong_usages(arguments: list[str], said: str):
    done = run("handler", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_title_can_not_end_the_comment():
    done = run("handler", "new", "close", "--args", "fd", "--hash", "fd", "-o", "/dev/stdout/*/ int x; /*")
    assert done.returncode == 1


def test_the_shipped_template_is_the_sources():
    shipped = battery.data_directory() / "templates" / "handler.bpf.c.j2"
    assert shipped.read_bytes() == (ROOT / "templates" / "handler.bpf.c.j2").read_bytes()


def test_parse_and_render_agree_on_every_type():
    for type_ in handler_template._INTEGERS:
        assert '"openat", 3, 0' in render("openat", parse_arguments(f"flags:{type_}"))
