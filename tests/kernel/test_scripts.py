# SPDX-License-Identifier: MIT
"""`traceleft run opensnoop` and `syscount`: with the options of BCC's tools, and their meaning."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.support import lab
from tests.support.victims import COMM, UNMAPPED, Victim, Worker

pytestmark = pytest.mark.any_kernel

RUN = [*lab.TRACELEFT, "run"]

OPENER = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
def path(*words):
    return "/nonexistent/{}".format("-".join(words)).encode()
print(os.getpid(), flush=True)
for _ in sys.stdin:
    for name, flags in MODES.items():
        libc.syscall(2, path("open", name), flags, 0o600)
        libc.syscall(257, -100, path("openat", name), flags, 0o600)
        how = (ctypes.c_uint64 * 3)(flags, 0, 0)
        libc.syscall(437, -100, path("openat2", name), how, 24)
    libc.syscall(85, path("creat"), 0o600)
    libc.syscall(257, -100, b"/nonexistent/last", os.O_SYNC, 0o600)
"""
MODES = {
    "rdonly": os.O_RDONLY,
    "wronly": os.O_WRONLY,
    "rdwr": os.O_RDWR,
    "append": os.O_WRONLY | os.O_APPEND,
    "cloexec": os.O_RDONLY | os.O_CLOEXEC,
}
CALLS = ("open", "openat", "openat2")


@pytest.fixture
def opener() -> Iterator[subprocess.Popen]:
    """It opens files for each line that it reads."""
    argv = [sys.executable, "-c", f"MODES = {MODES!r}\n{OPENER}"]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def opened(opener: subprocess.Popen, *options: str) -> list[list[str]]:
    """The columns of what opensnoop shows of one round."""
    assert opener.stdin and opener.stdout
    pid = opener.stdout.readline().strip()
    argv = [*RUN, "opensnoop", "-p", pid, *options, "-f", "O_SYNC"]
    argv = argv if "-f" in options else argv[:-2]
    with lab.started(argv, text=True) as snoop:
        assert snoop.stdout and snoop.stdout.readline().startswith("PID")
        opener.stdin.write("go\n")
        opener.stdin.flush()
        lines = []
        while "/nonexistent/last" not in (line := snoop.stdout.readline()):
            assert line, snoop.stderr.read()  # type: ignore[union-attr]
            lines.append(line.split())
        snoop.send_signal(signal.SIGINT)
        status, _, errors = lab.outcome(snoop)
    assert (status, errors) == (0, "")
    return lines


@pytest.mark.parametrize(
    ("flags", "modes", "creat"),
    [
        ([], list(MODES), True),
        (["O_WRONLY"], ["wronly", "append"], True),
        (["O_RDWR"], ["rdwr"], False),
        (["O_RDONLY"], ["rdonly", "cloexec"], False),
        (["O_WRONLY", "O_RDWR"], ["wronly", "rdwr", "append"], True),
        (["O_APPEND"], ["append"], False),
        (["O_APPEND", "O_CLOEXEC"], ["append", "cloexec"], False),
        (["O_CREAT"], [], True),
    ],
    ids=str,
)
def test_flags_of_every_call_that_opens(
    opener: subprocess.Popen, flags: list[str], modes: list[str], creat: bool
) -> None:
    """Each round's last call is shown in any case: it has O_SYNC."""
    found = [line[-1] for line in opened(opener, *(word for flag in flags for word in ("-f", flag)))]
    wanted = [f"/nonexistent/{call}-{mode}" for mode in modes for call in CALLS]
    assert found == wanted + ["/nonexistent/creat"] * creat


def test_the_column_of_flags(opener: subprocess.Popen) -> None:
    lines = {line[-1]: (line[2:4], int(line[4], 8)) for line in opened(opener, "-e")}
    for name, flags in MODES.items():
        for call in CALLS:
            # open and openat add O_LARGEFILE only in the kernel, behind the call's arguments.
            assert lines[f"/nonexistent/{call}-{name}"] == (["-1", "2"], flags)
    assert lines["/nonexistent/creat"] == (["-1", "2"], os.O_CREAT | os.O_WRONLY | os.O_TRUNC)


NAMER = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
os.setuid(int(sys.argv[1]))
for line in sys.stdin:
    name, path = map(bytes.fromhex, line.split())
    libc.prctl(15, name)
    libc.syscall(257, -100, path, 0)
    print(flush=True)
"""
UID = 4321


@pytest.fixture
def namers() -> Iterator[dict[int, subprocess.Popen]]:
    """By user, a process that opens a file for each line that it reads, under the name that the line says."""
    argv = [sys.executable, "-c", NAMER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([*argv, "0"], **pipes) as root, subprocess.Popen([*argv, str(UID)], **pipes) as user:
        yield {0: root, UID: user}
        root.kill()
        user.kill()


@pytest.mark.parametrize(
    ("options", "others", "shown"),
    [
        (["-x"], [(UID, "a", "/")], (UID, "a", "/nonexistent/1")),
        (["-t", "{tid}"], [(0, "a", "/nonexistent/0")], (UID, "a", "/nonexistent/1")),
        (["-u", str(UID)], [(0, "a", "/nonexistent/0")], (UID, "a", "/nonexistent/1")),
        (["-u", str(UID), "-x", "-f", "O_RDONLY"], [(0, "a", "/"), (UID, "a", "/")], (UID, "a", "/nonexistent/1")),
        *(
            (["-n", part], [(UID, name, "/nonexistent/0") for name in others], (UID, f"a{part}b", "/nonexistent/1"))
            for part, others in [
                ("name", ["nam", "a n ame"]),
                ("*", ["plain"]),
                ("?b", ["a b"]),
                ("[!]]", ["ab"]),
                ("\\", ["ab"]),
                ('" or error #', ["ab"]),
            ]
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) and isinstance(value[0], str) else "",
)
def test_who_opens(
    namers: dict[int, subprocess.Popen],
    options: list[str],
    others: list[tuple[int, str, str]],
    shown: tuple[int, str, str],
) -> None:
    """The last open is the one that is wanted, so none before it was."""
    options = [option.format(tid=namers[UID].pid) if option == "{tid}" else option for option in options]
    with lab.started([*RUN, "opensnoop", "-U", *options], text=True) as snoop:
        assert snoop.stdout and snoop.stdout.readline().startswith("UID")
        for uid, name, path in [*others, shown]:
            namer = namers[uid]
            assert namer.stdin and namer.stdout
            namer.stdin.write(f"{name.encode().hex()} {path.encode().hex()}\n")
            namer.stdin.flush()
            namer.stdout.readline()
        pids = {str(namer.pid) for namer in namers.values()}
        lines = iter(snoop.stdout.readline, "")  # of all processes, where the options say nothing else
        line = next(line for line in lines if line.split()[1] in pids)
    assert (line.split()[0], line.split()[-1]) == (str(shown[0]), shown[2])
    assert shown[1] in line


@pytest.mark.parametrize("flag", ["O_FOO", "WRONLY", "O_LARGEFILE", "path", "O_FOO\n\x1b[2J", ""])
def test_an_unknown_flag_is_an_error_of_one_line(flag: str) -> None:
    done = lab.run([*RUN, "opensnoop", "-f", flag], text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and "there is no flag" in done.stderr.splitlines()[-1]
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("options", [[], ["-P"], ["-L"], ["-p", str(os.getpid())]])
def test_syscount_attaches_all_at_once(options: list[str]) -> None:
    """One by one took half a minute, and a copy of the object with all handlers for each."""
    # Not getrusage(), which knows the memory that pytest had when it forked, too.
    code = "import atexit, re, sys; from traceleft import scripts; atexit.register(lambda: "
    code += "print(*re.findall(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read()), file=sys.stderr)); "
    code += "scripts.run('syscount', sys.argv[1:])"
    argv = [sys.executable, "-c", code, "-d", "0.2", *options]
    with subprocess.Popen(["sh", "-c", "while :; do :; done <&-"], stdin=subprocess.DEVNULL) as busy:
        done = lab.run(argv, text=True)
        busy.kill()
    assert done.returncode == 0, done.stderr
    assert "COUNT" in done.stdout
    assert int(done.stderr) < 400 * 1024, "KiB"


def counted(pid: int, options: list[str], make: Callable[[], object]) -> Counter[str]:
    """The sums of what syscount shows of a process's calls, while they are made and at Ctrl-C: by name, in its last
    column."""
    argv = [*RUN, "syscount", "-p", str(pid), "-i", "0.05", "-T", "1000", *options]
    with lab.started(argv, text=True) as running:
        assert running.stdout and running.stdout.readline().startswith("[")
        make()
        running.send_signal(signal.SIGINT)
        output = running.stdout.read()
        status, _, errors = lab.outcome(running)
    missing = [line for line in errors.splitlines() if "32-bit" not in line]  # those may be anybody's
    assert (status, missing) == (0, [])
    sums: Counter[str] = Counter()
    for line in output.splitlines():
        if not line.startswith(("[", "SYSCALL", "PID")):
            name, number = line.rsplit(maxsplit=1)
            sums[" ".join(name.split())] += float(number)
    return sums


def test_syscount_misses_no_call_of_many(worker: Worker) -> None:
    reads = lab.scaled(500_000)
    assert counted(worker.pid, ["--syscall", "read"], lambda: worker.read(reads)) == {"read": reads}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"close": 3, "openat": 1, "getpriority": 2}),
        (["-x"], {"close": 3, "openat": 1}),
        (["-e", "EBADF"], {"close": 3}),
        (["-e", "14"], {"openat": 1}),
        (["-x", "-e", "EFAULT"], {"openat": 1}),
        (["-e", "0"], {"getpriority": 2}),
        (["-t", "1"], {}),
        (["-t", "{pid}", "-e", "EBADF"], {"close": 3}),
        (["-P", "-x"], {"{pid} {comm}": 4}),
        (["--syscall", "close"], {"close": 3}),
    ],
    ids=str,
)
def test_syscount_selects(victim: Victim, options: list[str], expected: dict[str, int]) -> None:
    def make() -> None:
        for _ in range(3):
            victim.call("close", -1)
        victim.call("openat", -100, UNMAPPED, 0, 0)
        for _ in range(2):
            victim.call("getpriority", 0, 0)

    def filled(text: str) -> str:
        return text.format(pid=victim.pid, comm=COMM)

    made = counted(victim.pid, list(map(filled, options)), make)
    others = {"close", "openat", "getpriority", filled("{pid} {comm}")}.difference(map(filled, expected))
    assert {name: made[name] for name in map(filled, expected)} == {filled(k): calls for k, calls in expected.items()}
    assert not others.intersection(made)


@pytest.mark.parametrize(("options", "ns"), [(["-L"], 1e3), (["-L", "-m"], 1e6)])
def test_syscount_sums_up_durations(victim: Victim, options: list[str], ns: float) -> None:
    calls = []
    made = counted(victim.pid, options, lambda: calls.extend(victim.call("getpriority", 0, 0) for _ in range(5)))
    (name,) = (name for name in made if name.startswith("getpriority"))
    assert name.split()[1] == "5"
    assert 0 < made[name] * ns <= sum(call.after - call.before for call in calls)


def test_syscount_refuses_an_unknown_error() -> None:
    done = lab.run([*RUN, "syscount", "-e", 'EFOO" or 1'], text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("syscount: ") and "Traceback" not in done.stderr
