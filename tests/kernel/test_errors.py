# SPDX-License-Identifier: MIT
"""What goes wrong when tracing: one clear line on stderr that names the thing, nothing on stdout, and exit code 1."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT, handler_sources, lab
from tests.support.lab import TIMEOUT
from traceleft import defaults

TRACELEFT = [sys.executable, "-m", "traceleft", "trace"]
TRUE = ["--", "/bin/true"]
HANDLERS = ROOT / "battery" / "out"
HIDE_TRACEFS = "umount -R /sys/kernel/tracing 2>/dev/null; umount -R /sys/kernel/debug 2>/dev/null; "


def trace(
    *arguments: str | bytes | Path, prefix: Sequence[str] = (), **environment: str | bytes
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*prefix, *TRACELEFT, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=TIMEOUT,
        check=False,
    )


def fails(done: subprocess.CompletedProcess[str], *named: object, lines: int = 1, status: int = 1) -> None:
    """An error as it should be, with these words in it."""
    assert "Traceback" not in done.stderr, done.stderr[-600:]
    assert (done.returncode, done.stdout) == (status, ""), done.stderr[-600:]
    assert done.stderr.startswith("traceleft: ") and done.stderr.count("\n") == lines, done.stderr[-600:]
    for word in named:
        assert str(word) in done.stderr


@pytest.fixture
def sleeper() -> Iterator[int]:
    """The PID of a process that does nothing."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process.pid
        process.kill()


@pytest.fixture(scope="module")
def handlers(compile_handler: Callable[[str], Path]) -> dict[str, Path]:
    """The objects of all of handler_sources, by name."""
    sources = {name: text for name, text in vars(handler_sources).items() if name.isupper() and name[0] != "_"}
    return {name: compile_handler(text) for name, text in sources.items() if isinstance(text, str)}


# Everything is imported first, so that a clone in a directory which others can't enter will do.
AS_NOBODY = """
import os, sys
import traceleft.cli.session, traceleft.outputs, traceleft.telemetry, traceleft.tracer
traceleft.tracer.battery.schema()
os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)
sys.argv = ["traceleft", "trace", "read"]
traceleft.cli.main()
"""


def test_not_root():
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    fails(done, "root", "sudo", "CAP_BPF")


def test_a_kernel_without_btf():
    hide = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /sys/kernel/btf && exec "$@"', "sh"]
    fails(trace("read", *TRUE, prefix=hide), "/sys/kernel/btf/vmlinux", "CONFIG_DEBUG_INFO_BTF")


def test_tracefs_that_cannot_be_mounted():
    """CAP_BPF and CAP_PERFMON are enough to load programs, not to mount."""
    drop = "setpriv --bounding-set -sys_admin --inh-caps -sys_admin"
    hide = ["unshare", "-m", "sh", "-c", HIDE_TRACEFS + f'exec {drop} "$@"', "sh"]
    done = trace("--backend", "tracepoint", "close", *TRUE, prefix=hide)
    fails(done, "/sys/kernel/tracing", "mount -t tracefs")


def test_tracefs_is_mounted_where_it_is_missing():
    look = 'test ! -d /sys/kernel/tracing/events && "$@" && test -d /sys/kernel/tracing/events/syscalls'
    done = trace(
        "--backend", "tracepoint", "close", *TRUE, prefix=["unshare", "-m", "sh", "-c", HIDE_TRACEFS + look, "sh"]
    )
    assert done.returncode == 0, done.stderr
    assert " true close(fd=" in done.stdout


@pytest.mark.each_kernel
@pytest.mark.parametrize("name", defaults.BACKENDS)
def test_a_backend_works_or_says_why_not(name: str):
    done = trace("--backend", name, "close", *TRUE)
    if done.returncode == 0:
        assert " true close(fd=" in done.stdout
    else:
        fails(done, f"backend {name} is refused here", "--backend auto")


def test_in_a_pid_namespace_of_its_own():
    """The numbers of a container's processes are not those that BPF sees."""
    done = trace("1:read", prefix=["unshare", "--pid", "--fork", "--mount-proc"])
    fails(done, "PID 1", "--pid=host")


@pytest.mark.any_kernel
def test_an_unknown_pid():
    fails(trace("4194304:read"), "4194304", "no process")


@pytest.mark.any_kernel
def test_a_process_that_has_exited():
    with subprocess.Popen(["true"]) as process:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        fails(trace(f"{process.pid}:read"), process.pid, "no process")


@pytest.mark.any_kernel
def test_one_wrong_pid_of_several(sleeper: int):
    fails(trace(f"{sleeper},4194304:read"), "4194304", "no process")


def test_a_thread_id():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        fails(trace(f"{thread.native_id}:read"), thread.native_id, f"trace {os.getpid()}")
    finally:
        done.set()
        thread.join()


def test_more_processes_than_slots(sleeper: int):
    fails(trace("--slots", "2", f"{sleeper},{os.getpid()}:close"), "slots", "--slots")


@pytest.mark.any_kernel
@pytest.mark.parametrize("size", ["0", "2048", "3M", "12345"])
def test_a_ring_that_cannot_be(size: str):
    done = trace("--ring-size", size, "read", *TRUE)
    assert done.returncode == 2 and done.stdout == "" and "power of two" in done.stderr


@pytest.mark.any_kernel
def test_unknown_syscalls_and_missing_files(tmp_path: Path):
    fails(trace("nosuch", *TRUE), "'nosuch'", "traceleft list", status=2)
    fails(trace("opanat", *TRUE), "'opanat'", "did you mean openat", status=2)
    fails(trace("openat,opanat", *TRUE), "'opanat'", "did you mean openat", status=2)
    fails(trace("nosuch*", *TRUE), "'nosuch*'", "traceleft list", status=2)
    fails(trace(tmp_path / "nosuch.bpf", *TRUE), tmp_path / "nosuch.bpf", "No such file or directory")


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("operands", "syscalls"),
    [
        (["openat,close"], {"openat", "close"}),
        (["openat", "close"], {"openat", "close"}),
        (["openat,close", "read"], {"openat", "close", "read"}),
        (["clos*"], {"close"}),
        (["opena?,[c]lose"], {"openat", "close"}),
        ([f"openat,{HANDLERS / 'handle_syscall_close.bpf'}"], {"openat", "close"}),
    ],
)
def test_commas_and_patterns_work_as_several_words_do(operands: list[str], syscalls: set[str]):
    done = trace("--template", "{syscall}", *operands, *TRUE)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == syscalls


@pytest.mark.any_kernel
def test_a_file_with_a_comma_in_its_name(tmp_path: Path):
    path = tmp_path / "open,close.bpf"
    path.write_bytes((HANDLERS / "handle_syscall_close.bpf").read_bytes())
    done = trace("--template", "{syscall}", path, *TRUE)
    assert set(done.stdout.split()) == {"close"}, done.stderr
    fails(trace(tmp_path / "nosuch,close.bpf", *TRUE), tmp_path / "nosuch", "No such file")


@pytest.mark.any_kernel
def test_files_that_are_no_handlers(tmp_path: Path):
    text = tmp_path / "text.bpf"
    text.write_text("not ELF")
    empty = tmp_path / "empty.bpf"
    empty.touch()
    cut = tmp_path / "cut.bpf"
    cut.write_bytes((HANDLERS / "handle_syscall_read.bpf").read_bytes()[:2000])
    for path in (text, empty, cut, Path("/bin/true")):
        fails(trace(path, *TRUE), path, "BPF object", "clang -target bpf")


@pytest.mark.any_kernel
def test_a_folder(tmp_path: Path):
    fails(trace(tmp_path, *TRUE), tmp_path, "directory")


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NO_HANDLER_SECTION", ["kprobe/handle_SYSCALL"]),
        ("NO_EVENTS_MAP", ["`events`"]),
        ("UNTRACED_SYSCALL", ["'nosuch'"]),
        ("PERF_EVENTS", ["`events`", "compile it again"]),
    ],
)
def test_objects_that_cannot_serve(handlers: dict[str, Path], name: str, words: list[str]):
    fails(trace(handlers[name], *TRUE), handlers[name], *words)


@pytest.mark.any_kernel
def test_a_program_id_that_has_no_place(handlers: dict[str, Path]):
    done = trace(f"7:{os.getpid()}:{handlers['FOREIGN']}")
    fails(done, handlers["FOREIGN"], "program id", "traceleft/handler.h")


def test_the_verifiers_refusal_shows_its_last_lines(handlers: dict[str, Path]):
    done = trace(handlers["REFUSED"], *TRUE)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "") and "Traceback" not in done.stderr
    assert lines[0].startswith(f"traceleft: {handlers['REFUSED']}: ") and "verifier" in lines[0]
    assert 2 <= len(lines) <= 13 and "40000" in done.stderr


@pytest.mark.any_kernel
@pytest.mark.parametrize("name", [b"\xff\xc3.bpf", "\N{SNOWMAN}.bpf".encode()])
def test_file_names_of_any_bytes(tmp_path: Path, name: bytes):
    path = os.fsencode(tmp_path) + b"/" + name
    fails(trace(path, *TRUE), "No such file or directory")
    Path(os.fsdecode(path)).write_bytes((HANDLERS / "handle_syscall_close.bpf").read_bytes())
    assert trace(path, *TRUE).returncode == 0


@pytest.mark.any_kernel
def test_arguments_and_environment_of_any_bytes():
    done = trace("close", "--", "sh", "-c", b'test "$1$NAME" = \xff\xfe', "sh", b"\xff", NAME=b"\xfe")
    assert done.returncode == 0, done.stderr[-600:]


@pytest.mark.any_kernel
def test_a_command_that_is_none(tmp_path: Path):
    fails(trace("close", "--", "nosuchcommand"), "nosuchcommand")
    fails(trace("close", "--", ""), "command")
    fails(trace("close", "--", tmp_path), tmp_path)
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"\0\1\2")
    garbage.chmod(0o755)
    fails(trace("close", "--", garbage), garbage, "Exec format error")


@pytest.mark.any_kernel
def test_outputs_that_cannot_be_written(tmp_path: Path):
    fails(trace("-o", tmp_path, "close", *TRUE), tmp_path, "Is a directory")
    fails(trace("-o", tmp_path / "nosuch" / "file", "close", *TRUE), "nosuch/file", "No such file")


@pytest.mark.any_kernel
@pytest.mark.parametrize(
    "arguments",
    [
        "trace openat -- touch {mark}",
        "trace -o - openat -- touch {mark}",
        "trace --format jsonl openat -- touch {mark}",
        "trace --format protobuf openat -- touch {mark}",
        "trace -o /dev/null -o - openat -- touch {mark}",
        "record -o - openat -- touch {mark}",
        "replay tests/unit/recordings/0.1.record",
        "top --batch 1 personality",
        "list",
        "list --json openat",
        "doctor",
        "handler new openat",
        "--help",
        "--version",
        "trace --help",
    ],
)
@pytest.mark.parametrize("closed", [">&-", "<&- >&-", "1</dev/null"])
def test_stdout_closed(tmp_path: Path, arguments: str, closed: str):
    """As of every command that can't write: one line. What would be traced isn't started."""
    mark = tmp_path / "mark"
    argv = [*TRACELEFT[:-1], *arguments.format(mark=mark).split()]
    done = lab.run(["sh", "-c", f'exec "$@" {closed}', "sh", *argv], cwd=ROOT, text=True)
    fails(done, "standard output")
    assert not mark.exists()


@pytest.mark.any_kernel
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_nobody_needs_may_be_closed(tmp_path: Path, closed: str):
    """Neither events nor messages go to another file that has their number, and a command finds them closed."""
    out, fds = tmp_path / "out", tmp_path / "fds"
    script = f"for fd in 0 1 2; do test -e /proc/$$/fd/$fd && echo $fd >> {fds}; done; exit 7"
    argv = [*TRACELEFT, "-o", str(out), "openat", "--", "sh", "-c", script]
    done = lab.run(["sh", "-c", f'exec "$@" {closed}', "sh", *argv], text=True)
    assert done.returncode == 7 and done.stdout == ""
    assert ("2>" in closed) == (done.stderr == "") and "Traceback" not in done.stderr
    assert "/etc/ld.so.cache" in out.read_text() and "traceleft:" not in out.read_text()
    still = {"0", "1", "2"} - {{"<": "0", ">": "1", "2": "2"}[each[0]] for each in closed.split()}
    assert set(fds.read_text().split() if fds.exists() else []) == still


@pytest.mark.any_kernel
def test_an_output_that_is_full():
    fails(
        trace("-o", "/dev/full", "close", *TRUE), "/dev/full", "No space left on device", "events not written", lines=3
    )


@pytest.mark.any_kernel
def test_the_later_handler_of_a_process_wins_and_says_so(handlers: dict[str, Path]):
    """The first one's events would be foreign, without a thread's name."""
    with subprocess.Popen(["sh", "-c", "read line; exec /bin/true"], stdin=subprocess.PIPE) as process:
        operands = (f"{process.pid}:{handlers[name]}" for name in ("FOREIGN", "OURS"))
        with lab.started([*TRACELEFT, *operands], text=True) as tracer:
            first = tracer.stderr.readline()
            process.communicate(b"\n", timeout=TIMEOUT)
            status, output, _ = lab.outcome(tracer)
    assert status == 0 and " true close(fd=" in output and " - close(" not in output
    for word in (handlers["OURS"], "replaces", handlers["FOREIGN"], f"process {process.pid}", "of close"):
        assert str(word) in first


@pytest.mark.any_kernel
def test_the_later_default_handler_wins_and_says_so(handlers: dict[str, Path]):
    process = subprocess.Popen(
        [*TRACELEFT, handlers["FOREIGN"], handlers["OURS"]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process, contextlib.ExitStack() as stack:
        stack.callback(process.kill)
        assert process.stderr is not None
        first = process.stderr.readline()
        with subprocess.Popen(["true"]) as later:
            pass
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 0, errors
    for word in (handlers["OURS"], "replaces", handlers["FOREIGN"], "the default handler of close"):
        assert str(word) in first
    assert f" {later.pid} true close(fd=" in output and f" {later.pid} - close(" not in output


def test_a_foreign_handler_decodes(handlers: dict[str, Path]):
    """One that knows neither our headers nor our maps but `events`, and fills the original's four fields."""
    with traceleft.Tracer() as tracer:
        attachment = tracer.attach(handlers["FOREIGN"], pids=[os.getpid()])
        os.close(os.dup(0))
        tracer.stop()
        event = next(tracer.events(timeout=5.0))
    assert attachment.syscalls == ("close",)
    assert (event.foreign, event.syscall, event.pid, event.ret, event.error) == (
        True,
        "close",
        os.getpid(),
        -2,
        "ENOENT",
    )
    assert event.extra.startswith(handler_sources.FOREIGN_NOTE) and event.tid is None and event.args == {}


@pytest.mark.any_kernel
def test_a_foreign_handlers_event_is_a_line(handlers: dict[str, Path]):
    done = trace(handlers["FOREIGN"], *TRUE)
    assert done.returncode == 0, done.stderr
    assert " - close() = -1 ENOENT (No such file or directory)\n" in done.stdout
