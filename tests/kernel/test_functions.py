# SPDX-License-Identifier: MIT
"""Functions of the kernel as sources of events, compared with what this process made the kernel do."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.calls_in_threads import sleepers
from traceleft import _core, battery, functions, sources
from traceleft.errors import HandlerError, UsageError
from traceleft.meter import Meter

FUNCTION_BACKENDS = ("fentry", "kprobe")


@pytest.fixture
def hooks(backend: str) -> str:
    """The backends by which functions are hooked."""
    if backend not in FUNCTION_BACKENDS:
        pytest.skip(f"functions are hooked by {' and '.join(FUNCTION_BACKENDS)}")
    return backend


@pytest.fixture
def tracer(hooks: str) -> Iterator[traceleft.Tracer]:
    with traceleft.Tracer(backend=hooks) as tracer:
        yield tracer


@contextlib.contextmanager
def connection(**options: int) -> Iterator[tuple[int, int]]:
    """The ports of a TCP connection of this process: the server's, and the client's."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        for name, value in options.items():
            client.setsockopt(socket.SOL_SOCKET, getattr(socket, name), value)
        client.connect(server.getsockname())
        yield server.getsockname()[1], client.getsockname()[1]


@pytest.mark.each_kernel
def test_arguments_result_and_members(tracer: traceleft.Tracer) -> None:
    """A pair is one event, with numbers of every size on the way to a member: a bit field, and one in network order."""
    members = ("sk.__sk_common.skc_dport", "sk.__sk_common.skc_num", "sk.__sk_common.skc_reuse")
    where = " and ".join(f"{each.replace('.', '->', 1)} >= 0" for each in members)
    tracer.attach("func:tcp_v4_connect", pids=[os.getpid()])
    tracer.attach("func:tcp_connect", pids=[os.getpid()], where=f"{where} and retval == 0")
    with connection(SO_REUSEADDR=1) as (server, client):
        pass
    inner, outer = lab.finished(tracer)
    assert (inner.syscall, outer.syscall) == ("func:tcp_connect", "func:tcp_v4_connect")
    assert outer.args["addr_len"] == 16
    assert outer.args["sk"] == inner.args["sk"] > 1 << 63
    assert [inner.args[each] for each in members] == [server, client, 1]
    for event in (inner, outer):
        assert (event.ret, event.error, event.pid, event.tid) == (0, None, os.getpid(), os.getpid())
        assert event.duration is not None
    assert 0 < inner.duration < outer.duration
    assert outer.timestamp - outer.duration <= inner.timestamp - inner.duration <= inner.timestamp <= outer.timestamp
    lab.assert_accounted(tracer)


@pytest.mark.each_kernel
def test_texts_and_errors(tracer: traceleft.Tracer, tmp_path: Path) -> None:
    """Text that an argument points to, and text in a struct two pointers further."""
    with tempfile.TemporaryDirectory() as directory, socket.socket(socket.AF_UNIX) as server:
        path, missing = f"{directory}/socket", f"{directory}/missing"
        server.bind(path)
        server.listen()
        tracer.attach("func:kern_path", pids=[os.getpid()])
        tracer.attach("func:vfs_open", pids=[os.getpid()], where='path->dentry->d_name.name ~ "a-fi*"')
        for each in (path, missing):
            with socket.socket(socket.AF_UNIX) as client:
                assert client.connect_ex(each) == (0 if each == path else errno.ENOENT)
    (tmp_path / "a-file").write_text("")
    (tmp_path / "another").write_text("")
    batches = list(tracer.batches(timeout=lab.TIMEOUT, duration=0))
    tracer.stop()
    batches += list(iter(lambda: tracer.read(0), None))
    events = [event for batch in batches for event in batch]
    assert [(event.syscall, event.error) for event in events] == [
        ("func:kern_path", None),
        ("func:kern_path", "ENOENT"),
        ("func:vfs_open", None),
    ]
    assert [event.args["name"] for event in events[:2]] == [path, missing]
    assert events[2].args["path.dentry.d_name.name"] == "a-file"
    text = "".join(map(tracer.format, batches))
    assert f'kern_path(name="{missing}"' in text
    assert ") = -1 ENOENT (No such file or directory) <" in text


@pytest.mark.each_kernel
def test_members_of_the_result(tracer: traceleft.Tracer) -> None:
    tracer.attach("func:sk_alloc", pids=[os.getpid()], where="retval->__sk_common.skc_family == AF_UNIX")
    for family in (socket.AF_UNIX, socket.AF_INET):
        socket.socket(family).close()
    (event,) = lab.finished(tracer)
    assert event.args["family"] == event.args["ret.__sk_common.skc_family"] == socket.AF_UNIX
    assert event.ret & 0xFFFF_FFFF_FFFF_FFFF > 1 << 63
    assert event.error is None


@pytest.mark.each_kernel
def test_entries_alone_and_functions_that_return_nothing(tracer: traceleft.Tracer) -> None:
    tracer.attach(["func:fd_install", "func:fd_install:entry"], pids=[os.getpid()])
    descriptors = os.pipe()
    events = lab.finished(tracer)
    entered = {event.args["fd"]: event for event in events if ":entry" in event.syscall}
    returned = {event.args["fd"]: event for event in events if ":entry" not in event.syscall}
    assert set(descriptors) <= set(entered) & set(returned)  # this process has opened others, too
    for fd in descriptors:
        assert os.close(fd) is None
        assert entered[fd].args["file"] == returned[fd].args["file"]
        assert entered[fd].duration is None
        assert (returned[fd].ret, returned[fd].error) == (0, None)
        assert returned[fd].timestamp - returned[fd].duration <= entered[fd].timestamp <= returned[fd].timestamp


@pytest.mark.each_kernel
def test_a_function_in_itself(tracer: traceleft.Tracer) -> None:
    """Each return finds its own entry: on an overlay to open a file is to open the one below it."""
    below = "".join(line for line in Path("/proc/self/mounts").read_text().splitlines() if " / overlay " in line)
    if not below:
        pytest.skip("/ is no overlay file system")
    where = 'f->f_path.dentry->d_name.name == "passwd"'
    tracer.attach("func:do_dentry_open", pids=[os.getpid()], where=where)
    Path("/etc/passwd").read_bytes()
    inner, outer = lab.finished(tracer)
    assert inner.args["f"] != outer.args["f"]
    assert inner.duration < outer.duration
    assert outer.timestamp - outer.duration < inner.timestamp - inner.duration < inner.timestamp < outer.timestamp


@pytest.mark.each_kernel
def test_counts_and_histograms(hooks: str) -> None:
    with Meter(backend=hooks) as meter:
        counted = meter.count("func:tcp_connect", by=("ret", "sk->__sk_common.skc_dport"), pids=[os.getpid()])
        times = meter.histogram("func:tcp_connect", where="duration > 0", pids=[os.getpid()])
        stacks = meter.count("func:tcp_connect:entry", by="kstack", pids=[os.getpid()])
        with connection() as (server, _), connection() as (other, _):
            assert dict(counted) == {(0, server): 1, (0, other): 1}
            (histogram,) = times.values()
            assert histogram.count == 2
            assert histogram.max > 0
            (stack,) = stacks
            assert "tcp_v4_connect" in [frame.function for frame in stack.frames]
            assert counted.read().missing() == []


@pytest.mark.each_kernel
def test_many_threads_in_one_function(tracer: traceleft.Tracer) -> None:
    """Threads that sleep in it at once return in another order than they came."""
    tracer.attach("func:do_nanosleep", pids=[os.getpid()], where="duration > 0")
    count = 5
    started = sleepers(count)
    events = lab.finished(tracer)
    assert {event.tid for event in events} == started
    assert {event.args["mode"] for event in events} == {1}  # HRTIMER_MODE_REL
    assert len({event.args["t"] for event in events}) == count


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_functions_that_a_pattern_stands_for(hooks: str, tmp_path: Path) -> None:
    """By one program, where the kernel attaches one to several functions; each is told from the others."""
    with Meter(backend=hooks) as meter:
        entries = meter.count(["func:vfs_mkdi[r]:entry", "func:vfs_symlink:entry"], by="syscall", pids=[os.getpid()])
        times = meter.histogram("func:vfs_[ms][ky][dm]*", by="syscall", pids=[os.getpid()])
        for name in ("a", "b", "c"):
            (tmp_path / name).mkdir()
        (tmp_path / "link").symlink_to("a")
        assert dict(entries) == {"func:vfs_mkdir:entry": 3, "func:vfs_symlink:entry": 1}
        assert {name: histogram.count for name, histogram in times.items()} == {
            "func:vfs_mkdir": 3,
            "func:vfs_symlink": 1,
        }
        assert times["func:vfs_mkdir"].min > 0


def clones() -> dict[str, list[str]]:
    """The functions of which the compiler has made others, vfs_rmdir.part.0, by their own names."""
    made: dict[str, list[str]] = {}
    for name in re.findall(r"^\w+ [tTwW] (\w+\.\S+)$", Path("/proc/kallsyms").read_text(), re.MULTILINE):
        if ".cold" not in name:
            made.setdefault(name.partition(".")[0], []).append(name)
    return made


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_calls_that_no_hook_sees_are_said(hooks: str, tmp_path: Path) -> None:
    """Linux 5.10 as Debian compiles it has but a part of vfs_rmdir called by rmdir()."""
    with Meter(backend=hooks) as meter:
        counted = meter.count("func:vfs_rmdir:entry", by=(), pids=[os.getpid()])
        (tmp_path / "a").mkdir()
        (tmp_path / "a").rmdir()
        parts = clones().get("vfs_rmdir")
        sentences = counted.read().missing()
        assert sum(counted.values()) == (0 if parts else 1)
        assert bool(sentences) == bool(parts)
        assert not parts or f"the compiler let them call {parts[0]} instead" in sentences[0]


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_clones_are_listed(hooks: str) -> None:
    made = clones()
    name = next(each for each in functions.names() if functions.symbol(each) in made)
    parts = ", ".join(sorted(made[functions.symbol(name)]))
    page = lab.run([*lab.TRACELEFT, "list", name]).stdout.decode()
    assert f"  unseen   calls from its own source file that go to {parts} instead" in page.splitlines()
    traced = lab.run([*lab.TRACELEFT, "trace", "--backend", hooks, name, "--", "true"], text=True)
    assert f"calls of {name} from its own source file may be missed" in traced.stderr


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_outputs(hooks: str, tmp_path: Path) -> None:
    """A recording says elsewhere what its functions' events mean."""
    recorded, other = tmp_path / "a.tlr", tmp_path / "other"
    argv = ["trace", "--backend", hooks, f"--output=record:{recorded}", "--output=text:-"]
    wanted = ["--member", "file->f_flags", "func:fd_install"]
    live = lab.run([*lab.TRACELEFT, *argv, *wanted, "--", "/bin/sh", "-c", f"exec >>{other}"], text=True)
    assert live.returncode == 0, live.stderr
    flags = [
        int(each) for each in re.findall(r"func:fd_install\(fd=.*, file=0x.*, file.f_flags=(\d+)\) <", live.stdout)
    ]
    assert len([each for each in flags if each & os.O_APPEND]) == 1
    assert lab.run([*lab.TRACELEFT, "replay", recorded], text=True).stdout == live.stdout


def test_refusals(hooks: str) -> None:
    with traceleft.Tracer(backend=hooks) as tracer:
        for name, where, error, message in [
            (
                "func:tcp_conect",
                None,
                UsageError,
                "no function tcp_conect, or has it as a part of others; did you mean",
            ),
            ("func:tcp_connect", "sk->__sk_comon.skc_num == 1", UsageError, "no member __sk_comon; did you mean __sk_"),
            ("func:tcp_connect", "sk->sk_type.x == 1", UsageError, "sk.sk_type is u16, which has no members"),
            ("func:tcp_connect:entry", "retval->x == 1", UsageError, "is not known yet when the function is entered"),
            ("func:ktime_get", None, HandlerError, "traceleft's own programs lead to it"),
        ]:
            with pytest.raises(error) as raised:
                tracer.attach(name, where=where)
            assert message in str(raised.value)
            assert "\n" not in str(raised.value) or error is UsageError


@pytest.mark.any_kernel
def test_a_machine_without_hooks_says_so_by_name(kernel: None) -> None:
    if Path("/sys/kernel/tracing/kprobe_events").exists():
        pytest.skip("there are kprobes here")
    with traceleft.Tracer() as tracer, pytest.raises(HandlerError) as raised:
        tracer.attach("func:tcp_connect")
    assert str(raised.value).startswith("func:tcp_connect can't be traced: fentry is refused (")
    assert str(raised.value).endswith("and the kernel is built without kprobes (CONFIG_KPROBE_EVENTS)")


@pytest.mark.any_backend
@pytest.mark.each_kernel
def test_lists(kernel: None) -> None:
    brief = lab.run([*lab.TRACELEFT, "list", "func:tcp_v?_connect"]).stdout.decode()
    assert "func:tcp_v4_connect(struct sock *sk, " in brief
    page = lab.run([*lab.TRACELEFT, "list", "-v", "func:tcp_v4_connect"]).stdout.decode()
    assert page.splitlines()[2:4] == ["  returns  number", "  fields"]
    assert re.search(r"^    sk +struct sock \* +address$", page, re.MULTILINE)
    assert len(functions.names()) > 10_000
    with pytest.raises(UsageError, match="functions or probes, and at most 256 are traced"):
        sources.to_trace("func:*")


def test_a_pattern_leaves_out_functions_of_too_many_arguments(kernel: None) -> None:
    """Named alone, such a function is refused before anything is loaded."""
    several = functions.names()
    wide = next(name for name in several if _arguments(name) > 12)
    assert {*battery.learn_sources([wide, "func:vfs_read"])} == {"func:vfs_read"}
    with pytest.raises(UsageError, match="more than 12 arguments"):
        battery.learn_sources([wide])


def _arguments(name: str) -> int:
    with contextlib.suppress(UsageError):
        return len(_core.kernel_function(functions.symbol(name)).parameters)
    return 0


@pytest.mark.each_kernel
def test_cachestat_tells_hits_from_misses(hooks: str, tmp_path: Path) -> None:
    """A file of 64 pages is read a page at a time, once from the disk and 15 times from the cache."""
    file = tmp_path / "file"
    file.write_bytes(bytes(64 * 4096))
    program = f"""
import os
fd = os.open({os.fspath(file)!r}, os.O_RDWR)
os.fsync(fd)
os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
for _ in range(16):
    for page in range(64):
        os.pread(fd, 4096, page * 4096)
"""
    command = ["60", "--", sys.executable, "-I", "-S", "-c", program]
    environment = {**os.environ, "TRACELEFT_BACKEND": hooks}
    done = lab.run([*lab.TRACELEFT, "run", "cachestat", "-T", *command], env=environment, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    head, line = (line.split() for line in done.stdout.splitlines())
    assert head == ["TIME", "HITS", "MISSES", "DIRTIES", "HITRATIO", "BUFFERS_MB", "CACHED_MB"]
    hits, misses, _, ratio, _, cached = (float(cell.rstrip("%")) for cell in line[1:])
    assert hits > 15 * 64 and abs(ratio - 100 * hits / (hits + misses)) < 0.01 and cached > 0


@pytest.mark.each_kernel
def test_dcsnoop_shows_names_that_the_cache_lacks(hooks: str) -> None:
    """A file that is made is looked for before; -a shows the names that are known, too."""
    name = f"fresh-{os.getpid()}"
    program = f"import os; os.close(os.open('/dev/shm/{name}', os.O_CREAT)); os.unlink('/dev/shm/{name}')"
    command = ["--", sys.executable, "-I", "-S", "-c", program]
    environment = {**os.environ, "TRACELEFT_BACKEND": hooks}
    done = lab.run([*lab.TRACELEFT, "run", "dcsnoop", "-a", *command], env=environment, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    head, *lines = [line.split() for line in done.stdout.splitlines()]
    assert head == ["TIME(s)", "PID", "COMM", "T", "FILE"]
    shown = [line[3:] for line in lines]
    assert ["R", "shm"] in shown and shown.count(["M", name]) == 1 and {line[0] for line in shown} == {"M", "R"}
