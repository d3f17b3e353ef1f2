# SPDX-License-Identifier: MIT
"""`traceleft serve`: users without rights, and what they see of whom."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.support import ROOT, SUPPORT, inner_pytest, lab

NOBODY, DAEMON = pwd.getpwnam("nobody"), pwd.getpwnam("daemon")
UNIT = ROOT / "docs/systemd/traceleft-serve.service"
LAST = 99
"""The mark that ends a watch."""

# Prints a line for each call that it sees, until the last mark.
WATCH = f"""
import traceleft as tl
with tl.trace("lseek,execve") as tracer:
    print("ready", flush=True)
    for event in tracer:
        mark = event["offset"] if event.syscall == "lseek" else event["filename"]
        if mark == {LAST}:
            break
        print(event.syscall, mark, flush=True)
"""
REFUSED = """
import traceleft as tl
try:
    with tl.trace({arguments}) as tracer:
        print("not refused")
except tl.TraceleftError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that everybody may enter, and where programs can be set-user-ID."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as path:
        Path(path).chmod(0o755)
        yield Path(path)


@pytest.fixture
def serve(place: Path) -> Iterator[Callable[..., subprocess.Popen]]:
    """Starts a server with these options."""
    with contextlib.ExitStack() as servers:

        def start(*options: str, prefix: Sequence[str] = ()) -> subprocess.Popen:
            argv = [*prefix, sys.executable, "-m", "traceleft", "serve", "--socket", str(place / "socket"), *options]
            server = servers.enter_context(lab.started(argv))
            assert server.stderr and b"listening" in server.stderr.readline()
            return server

        yield start


@pytest.fixture
def owned(place: Path) -> Path:
    """owned.c, compiled."""
    program = lab.compiled(["cc", "-O2", "-Wall", "-Werror"], (SUPPORT / "owned.c").read_bytes())
    copied = place / "owned"
    copied.write_bytes(program.read_bytes())
    copied.chmod(0o755)
    return copied


def as_user(user: pwd.struct_passwd) -> dict[str, object]:
    """What makes a process this user's."""
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def client(place: Path, program: str, user: pwd.struct_passwd = NOBODY) -> str:
    """What this Python program prints, as that user's."""
    environment = {**os.environ, "TRACELEFT_SERVER": str(place / "socket")}
    done = lab.run([sys.executable, "-c", program], env=environment, cwd=place, text=True, **as_user(user))
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextlib.contextmanager
def watching(place: Path, user: pwd.struct_passwd = NOBODY) -> Iterator[subprocess.Popen]:
    """A client that has begun to trace all that it may."""
    environment = {**os.environ, "TRACELEFT_SERVER": str(place / "socket")}
    with lab.started([sys.executable, "-c", WATCH], env=environment, cwd=place, **as_user(user)) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n", process.communicate()[1]
        yield process


def seen(process: subprocess.Popen) -> list[str]:
    """All that it saw, once it has seen the last mark."""
    status, output, errors = lab.outcome(process)
    assert status == 0, errors
    return output.decode().splitlines()


def copy_of(program: Path, name: str, mode: int) -> Path:
    copied = program.with_name(name)
    copied.write_bytes(program.read_bytes())
    copied.chmod(mode)
    return copied


def run_as(user: pwd.struct_passwd, *argv: object) -> None:
    done = lab.run(list(map(str, argv)), **as_user(user))
    assert done.returncode == 0, done.stderr


@pytest.fixture
def start(serve: Callable, place: Path) -> Callable[[str], None]:
    """Starts a server with root's rights, or with the two capabilities of the systemd unit and no more."""

    def start_with(rights: str) -> None:
        if rights == "root's":
            serve()
            return
        assert "AmbientCapabilities=CAP_BPF CAP_PERFMON\n" in UNIT.read_text()
        os.chown(place, DAEMON.pw_uid, DAEMON.pw_gid)
        two = "-all,+bpf,+perfmon"
        ids = ["setpriv", f"--reuid={DAEMON.pw_uid}", f"--regid={DAEMON.pw_gid}", "--clear-groups", "--no-new-privs"]
        serve(prefix=[*ids, f"--inh-caps={two}", f"--ambient-caps={two}", f"--bounding-set={two}"])

    return start_with


@pytest.mark.any_kernel
@pytest.mark.parametrize("rights", ["root's", "the unit's"])
def test_run_and_capture_without_rights(start: Callable[[str], None], place: Path, rights: str) -> None:
    """They are as root's are, also of a server that has two capabilities and no more."""
    start(rights)
    found = json.loads(
        client(
            place,
            "import json, os, sys, subprocess, traceleft as tl\n"
            "cap = tl.run(['sh', '-c', 'cat /etc/hostname >/dev/null; exit 3'], 'all')\n"
            "with tl.capture('getppid') as mine: os.getppid()\n"
            "child = subprocess.Popen(['sh', '-c', 'read x; cat /nosuch'], stdin=-1, stderr=-1)\n"
            "with tl.trace('openat', pid=child, follow_forks=True, where='error == ENOENT') as t:\n"
            "    child.communicate(b'\\n')\n"
            "    late = [e['filename'] for e in t]\n"
            "names = [e['filename'] for e in cap if e.syscall == 'openat']\n"
            "uids = sorted({e.uid for e in cap})\n"
            "print(json.dumps([cap.returncode, names, uids, cap.stats.lost, len(mine), mine.stats.backend, late]))\n",
        )
    )
    returncode, names, uids, lost, mine, backend, late = found
    assert (returncode, uids, lost, mine, backend) == (3, [NOBODY.pw_uid], 0, 1, "raw_tp")
    assert "/etc/hostname" in names and "/nosuch" in late


@pytest.mark.any_kernel
def test_a_notebook_without_rights(serve: Callable, place: Path) -> None:
    """The view of a running trace, and a cell's calls."""
    pytest.importorskip("anywidget")
    serve()
    program = """
import subprocess, tempfile, threading, types
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config
import traceleft as tl

found = threading.Event()

def look(change):
    if any("/nosuch/live" in row[3] for row in change["new"]["last"]):
        found.set()

view = tl.live("openat", comm="cat")
view.observe(look, "state")
view.start("ret < 0")
assert view.running, view.state
subprocess.run(["cat", "/nosuch/live"], stderr=subprocess.DEVNULL)
assert found.wait(60), view.state
view.stop()
config = Config()
config.HistoryManager.enabled = False
with tempfile.TemporaryDirectory() as own:
    shell = InteractiveShell(config=config, user_module=types.ModuleType("cells"), ipython_dir=own)
    shell.run_line_magic("load_ext", "traceleft")
    shell.run_cell("%%trace getppid -o calls\\nimport os; os.getppid(); None")
    print([view.state["lost"], view.running, len(shell.user_ns["calls"]), shell.user_ns["calls"].stats.backend])
"""
    assert client(place, program).splitlines()[-1] == "[0, False, 1, 'raw_tp']"


def test_only_what_the_user_may_trace(serve: Callable, place: Path, owned: Path) -> None:
    """Not another's processes, nor his own while they have rights that he hasn't, or hide from him."""
    serve()
    suid, sgid = copy_of(owned, "suid", 0o4755), copy_of(owned, "sgid", 0o2755)
    with watching(place) as watch:
        run_as(NOBODY, owned, 1, "hide", 2, "show", 3)
        run_as(DAEMON, owned, 4)
        run_as(NOBODY, suid, 5, "seem", 6, "drop", 7, "exec", owned, 8)
        run_as(NOBODY, sgid, 9, "drop", 10, "exec", owned, 11)
        ambient = ["--inh-caps=-all,+net_raw", "--ambient-caps=-all,+net_raw", "--no-new-privs"]
        ids = [f"--reuid={NOBODY.pw_uid}", f"--regid={NOBODY.pw_gid}", "--clear-groups"]
        assert lab.run(["setpriv", *ids, *ambient, str(owned), "12"]).returncode == 0
        lab.run([str(owned), "unshare", "13"], **as_user(NOBODY))  # which not every kernel lets him
        run_as(NOBODY, owned, LAST)
        lines = seen(watch)
    marks = [int(line.split()[1]) for line in lines if line.startswith("lseek")]
    assert marks == [1, 3, 8, 11]
    # Of programs that are executed only those whose process is his then: their names come from its own memory.
    assert {line for line in lines if line.startswith("execve")} == {f"execve {owned}"}


@pytest.mark.any_kernel
@pytest.mark.parametrize("rights", ["root's", "the unit's"])
def test_files_and_processes(start: Callable[..., None], place: Path, owned: Path, rights: str) -> None:
    """What his calls have to do with, and of his processes only."""
    start(rights)
    told = json.loads(
        client(
            place,
            "import json, os, traceleft as tl\n"
            "argv = ['sh', '-c', 'cat /etc/hostname >/dev/null; exit 3']\n"
            "cap = tl.run(argv, 'all', files=True, processes=True)\n"
            "[opened] = [e for e in cap if e.syscall == 'openat' and e['filename'] == '/etc/hostname']\n"
            "reads = [e for e in cap if e.syscall == 'read' and e.file('fd')]\n"
            "[read] = [e for e in reads if e.file('fd').id == opened.file('result').id and e.ret]\n"
            "all = [(p.pid, p.uid, p.exit_code, p.argv) for p in cap.processes()]\n"
            "print(json.dumps([opened.resolved_path, read.file('fd').path, all, cap.stats.lost, cap.stats.untold]))\n",
        )
    )
    opened, read, processes, lost, untold = told
    assert (opened, read, lost, untold) == ("/etc/hostname", "/etc/hostname", 0, 0)
    assert {uid for _, uid, _, _ in processes} == {NOBODY.pw_uid}  # not his parents, up to init, who are root's
    assert sorted((code, argv[0]) for _, _, code, argv in processes if code is not None) == [(0, "cat"), (3, "sh")]


def test_a_set_user_id_program_is_no_process_of_his(serve: Callable, place: Path, owned: Path) -> None:
    serve()
    suid = copy_of(owned, "suid", 0o4755)
    program = (
        "import json, subprocess, traceleft as tl\n"
        f"cap = tl.run(['sh', '-c', '{suid} 1; {owned} 2'], 'execve,lseek,exit_group', files=True, processes=True)\n"
        "print(json.dumps([[p.exe for p in cap.processes()], [e['offset'] for e in cap if e.syscall == 'lseek'],\n"
        "    sorted({f.path for e in cap for f in e.files.values() if f.path})]))\n"
    )
    executed, marks, paths = json.loads(client(place, program))
    assert str(owned) in executed and str(suid) not in executed
    assert marks == [2] and str(suid) not in paths


@pytest.mark.any_kernel
def test_pytest_without_rights(serve: Callable, place: Path) -> None:
    """The plugin's marks and fixture, in two workers, and why they are skipped where nobody serves."""
    source = """
import os, subprocess, pytest

@pytest.mark.parametrize("n", range(2))
def test_asks(syscalls, n, tmp_path):
    for _ in range(10 + n):
        os.getppid()
    (tmp_path / "a").write_text("x")
    assert os.geteuid() and syscalls.count("getppid") == 10 + n and syscalls.opened(tmp_path / "a")

@pytest.mark.only_writes("tmp_path")
def test_writes(tmp_path, tmp_path_factory):
    (tmp_path_factory.mktemp("other") / "b").write_text("x")

@pytest.mark.no_subprocess
def test_starts():
    subprocess.run(["true"], check=True)
"""
    (place / "tests").mkdir()
    inner_pytest.make(place / "tests", source)
    as_nobody = ["setpriv", f"--reuid={NOBODY.pw_uid}", f"--regid={NOBODY.pw_gid}", "--clear-groups"]
    here = ["env", f"TRACELEFT_SERVER={place / 'socket'}", "PYTHONDONTWRITEBYTECODE=1"]
    options = ["--basetemp", str(place / "temporary" / "all")]
    (place / "temporary").mkdir()
    os.chown(place / "temporary", NOBODY.pw_uid, NOBODY.pw_gid)
    unserved = inner_pytest.run(place / "tests", *options, before=[*here, *as_nobody])
    assert {each.kind for each in unserved.tests.values()} == {"skipped"}, unserved.printed
    assert "or have root run `traceleft serve`" in unserved.tests["test_writes"].text
    serve()
    run = inner_pytest.run(place / "tests", *options, "-n", "2", before=[*here, *as_nobody])
    kinds = {name: each.kind for name, each in run.tests.items()}
    wanted = {"test_asks[0]": "passed", "test_asks[1]": "passed", "test_writes": "failure", "test_starts": "failure"}
    assert kinds == wanted, run.printed
    assert "the test may only write below" in run.tests["test_writes"].text
    assert "the test may not start processes" in run.tests["test_starts"].text


@pytest.mark.any_kernel
def test_others_processes_are_for_those_who_are_allowed(serve: Callable, place: Path, owned: Path) -> None:
    serve("--allow-user", "daemon")
    with lab.started(["sleep", "60"]) as roots, lab.started(["sleep", "60"], **as_user(NOBODY)) as nobodys:
        for pid in (1, roots.pid):
            told = client(place, REFUSED.format(arguments=f"'read', pid={pid}"))
            assert told.startswith("ProcessError") and f"process {pid} is not yours" in told
        for pid in (1, nobodys.pid):
            assert client(place, REFUSED.format(arguments=f"'read', pid={pid}"), DAEMON) == "not refused\n"
    with watching(place, DAEMON) as watch:
        run_as(NOBODY, owned, 1)
        run_as(DAEMON, owned, LAST)
        assert "lseek 1" in seen(watch)


@pytest.mark.any_kernel
def test_where_nobody_serves_the_error_says_what_would_help(place: Path) -> None:
    told = "tracing needs root (or CAP_BPF and CAP_PERFMON): run it with sudo, or have root run `traceleft serve`\n"
    counting = REFUSED.replace("tl.trace({arguments}) as tracer", "tl.Meter() as meter, meter.count({arguments})")
    for program in (REFUSED, REFUSED.replace("trace(", "capture("), counting):
        assert client(place, program.format(arguments="'read'")) == f"KernelError {told}"
    argv = [*lab.TRACELEFT, "run", "opensnoop", "--", "true"]
    assert lab.run(argv, text=True, cwd=place, **as_user(NOBODY)).stderr == f"opensnoop: {told}"


@pytest.mark.any_kernel
def test_who_may_connect(serve: Callable, place: Path) -> None:
    serve("--group", "daemon")
    assert "Permission denied" in client(place, REFUSED.format(arguments="'read'"))
    assert client(place, REFUSED.format(arguments="'read'"), DAEMON) == "not refused\n"


@pytest.mark.any_kernel
def test_what_a_server_does_for_nobody(serve: Callable, place: Path) -> None:
    """It opens no file that a client names, and looks at no tracepoint, which tell of other processes, too."""
    serve("--clients-of-user", "2")
    (place / "own.o").write_bytes(b"\x7fELF")
    for arguments, told in (
        (f"{str(place / 'own.o')!r}", "UsageError"),
        ("'sched:sched_switch'", "UsageError"),
        ("'openat', where='path_mismatch', files=True", "UsageError path_mismatch can't be asked"),
        ("'openat', pid_comms=True", "UsageError pid_comms can't be asked"),
        ("'openat', backend='kprobe'", "UsageError backend can't be asked"),
        ("'openat', ring_size=True", "UsageError ring_size can't be True"),
        ("'opennat'", "UsageError no shipped handler"),
        ("'openat', where='nosuch == 1'", "UsageError this can't be asked"),
        ("['openat'] * 20000", "UsageError what is asked of the server has"),
        ("'openat', where='(' * 10000", "UsageError"),
    ):
        assert client(place, REFUSED.format(arguments=arguments)).startswith(told), arguments
    attaching = REFUSED.format(arguments="'openat'").replace('print("not refused")', "tracer.attach('read')")
    assert client(place, attaching).startswith("UsageError attach can't be asked of `traceleft serve`")
    with watching(place), watching(place):
        assert "traces 2 times already" in client(place, REFUSED.format(arguments="'read'"))
        assert client(place, REFUSED.format(arguments="'read'"), DAEMON) == "not refused\n"


@pytest.mark.any_kernel
def test_clients_that_speak_nonsense_or_nothing(serve: Callable, place: Path, owned: Path) -> None:
    server = serve()
    for nonsense in (b"", b"G", b"R\xff\xff\xff\xff", b"R\2\0\0\0{}", b"R\2\0\0\0[]", b"X\0\0\0\0", b"\0" * 4096):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(place / "socket"))
            connection.sendall(nonsense)
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(4096)
            assert answer == b"" or answer[:1] == b"E"
    with watching(place) as watch:
        run_as(NOBODY, owned, 1, LAST)
        assert "lseek 1" in seen(watch)
    assert server.poll() is None


@pytest.mark.any_kernel
def test_one_who_doesnt_read_loses_his_own_alone(serve: Callable, place: Path, owned: Path) -> None:
    serve("--buffer", "1M", "--ring-size", "64K")
    slow = (
        "import os, traceleft as tl\n"
        "with tl.trace('lseek', pid=os.getpid(), where='fd == -1') as t:\n"
        "    for i in range(200_000):\n"
        "        try: os.lseek(-1, 5, 0)\n"
        "        except OSError: pass\n"
        "    t.stop()\n"
        "    import warnings; warnings.simplefilter('ignore')\n"
        "    got = sum(map(len, t.batches()))\n"
        "    print(got, t.stats().lost, t.stats().handled)\n"
    )
    with watching(place, DAEMON) as watch:
        got, lost, handled = map(int, client(place, slow).split())
        run_as(DAEMON, owned, 1, LAST)
        assert "lseek 1" in seen(watch)
    assert got > 0 and lost > 0 and handled == 200_000 == got + lost


@pytest.mark.any_kernel
def test_the_end(serve: Callable, place: Path) -> None:
    """The server takes its traces with it, and its socket; another takes the place of one that was killed."""
    server = serve()
    with watching(place) as watch:
        server.send_signal(signal.SIGTERM)
        status, _, errors = lab.outcome(watch)
        assert status == 1 and b"ended before its trace did" in errors
    assert server.wait(lab.TIMEOUT) == 0 and not (place / "socket").exists()
    killed = serve()
    killed.kill()
    killed.wait()
    assert (place / "socket").exists()
    serve()
    argv = [sys.executable, "-m", "traceleft", "serve", "--socket", str(place / "socket")]
    done = lab.run(argv, text=True)
    assert done.returncode == 2 and "another server listens there" in done.stderr


COUNTED = f"""
import json, os, subprocess, sys, traceleft as tl
with tl.Meter() as meter:
    count = meter.count("lseek", by=["uid", "offset"])
    sizes = meter.histogram("lseek", of="offset", by="comm", pids=[os.getpid()])
    both = meter.sum("lseek", of="offset", where="offset < 5")
    print("ready", flush=True)
    for _ in range(3):
        try: os.lseek(-1, 4, 0)
        except OSError: pass
    sys.stdin.readline()
    own = subprocess.run([sys.argv[1], "6", "{LAST}"])
    live = count.snapshot()
    left = sizes.processes_left
print(json.dumps([sorted(live.items()), live == count.snapshot(), count.stopped, left, count.uncounted,
    [(each.count, each.max) for each in sizes.values()], both.total]))
"""


@pytest.mark.any_kernel
def test_measures_are_of_his_own_processes(serve: Callable, place: Path, owned: Path) -> None:
    """By their keys, of one process or of all that are his: another user's are in none."""
    serve()
    environment = {**os.environ, "TRACELEFT_SERVER": str(place / "socket")}
    argv = [sys.executable, "-c", COUNTED, str(owned)]
    with lab.started(argv, env=environment, cwd=place, stdin=subprocess.PIPE, **as_user(NOBODY)) as process:
        assert process.stdout and process.stdin
        assert process.stdout.readline() == b"ready\n", process.communicate()[1]
        run_as(NOBODY, owned, 7)
        run_as(DAEMON, owned, 8)
        run_as(NOBODY, copy_of(owned, "suid", 0o4755), 9)
        told, errors = process.communicate(b"go\n", lab.TIMEOUT)
    assert process.returncode == 0, errors
    live, as_it_was, stopped, left, uncounted, sizes, total = json.loads(told)
    marks = {offset: calls for (uid, offset), calls in live if uid == NOBODY.pw_uid}
    assert len(marks) == len(live) and marks.items() >= {4: 3, 6: 1, 7: 1, LAST: 1}.items() and not {8, 9} & set(marks)
    assert (as_it_was, stopped, left, uncounted) == (True, True, True, 0)
    assert len(sizes) == 1 and sizes[0][1] == 4 and total >= 12


@pytest.mark.any_kernel
def test_the_command_line_and_scripts_measure_without_rights(serve: Callable, place: Path) -> None:
    serve()
    environment = {**os.environ, "TRACELEFT_SERVER": str(place / "socket")}
    command = ["--", "sh", "-c", "cat /etc/hostname >/dev/null; exit 3"]
    options = {"env": environment, "cwd": place, "text": True, **as_user(NOBODY)}
    counted = lab.run([*lab.TRACELEFT, "count", "openat", "--by", "comm,filename", "-o", "jsonl", *command], **options)
    assert (counted.returncode, counted.stderr) == (3, "")
    rows = [json.loads(line) for line in counted.stdout.splitlines()]
    assert {"comm": "cat", "filename": "/etc/hostname", "calls": 1} in rows
    shown = lab.run([*lab.TRACELEFT, "hist", "write", "--of", "count", *command], **options)
    assert (shown.returncode, shown.stderr) == (3, "") and "count: 1 numbers" in shown.stdout
    errors = lab.run([*lab.TRACELEFT, "run", "syscount", *command], **options)
    assert (errors.returncode, errors.stderr) == (3, "") and re.search(r"(?m)^openat +\d+$", errors.stdout)


@pytest.mark.any_kernel
def test_scripts_show_events_without_rights(serve: Callable, place: Path, owned: Path) -> None:
    """Of a command, or of all that is the user's; what looks at more than his own calls is refused."""
    serve()
    environment = {**os.environ, "TRACELEFT_SERVER": str(place / "socket")}
    options = {"env": environment, "cwd": place, "text": True, **as_user(NOBODY)}
    opened = lab.run([*lab.TRACELEFT, "run", "opensnoop", "-F", "--", "sh", "-c", "cat /etc/passwd; exit 3"], **options)
    assert (opened.returncode, opened.stderr) == (3, "")
    assert re.search(r"(?m)^\d+ +cat +\d+ +0 /etc/passwd$", opened.stdout), opened.stdout
    with lab.started([*lab.TRACELEFT, "run", "execsnoop", "-n", "owned"], **options) as snoop:
        assert snoop.stdout and snoop.stdout.readline().split()[0] == "COMM"
        run_as(DAEMON, owned, 1)
        run_as(NOBODY, owned, 2)
        assert snoop.stdout.readline().endswith(f"0 {owned} 2\n")
        snoop.send_signal(signal.SIGINT)
        assert lab.outcome(snoop)[:2] == (0, "")
    for words, told in (
        (["exitsnoop", "--", "true"], "exitsnoop: 'sched:sched_process_exit': a server takes the names of calls"),
        (
            ["dcsnoop", "--", "true"],
            "dcsnoop: this looks at other users' processes, too, or at functions of the kernel",
        ),
        (["opensnoop", "-p", "1"], "opensnoop: process 1 is not yours"),
    ):
        refused = lab.run([*lab.TRACELEFT, "run", *words], **options)
        assert refused.returncode == 1 and refused.stderr.startswith(told), refused.stderr


@pytest.mark.any_kernel
def test_a_served_tracer_measures_beside_its_events(serve: Callable, place: Path) -> None:
    """Until it is stopped; and what was counted by then is still known."""
    serve()
    program = """
import os, traceleft as tl
with tl.trace("getppid", pid=os.getpid()) as tracer:
    count = tracer.count("getpid,getppid", by="syscall", pids=[os.getpid()])
    os.getppid()
    tracer.stop()
    print(len(list(tracer)), count.stopped, dict(count))
"""
    assert client(place, program) == "1 True {'getppid': 1}\n"


@pytest.mark.any_kernel
def test_which_measures_are_refused(serve: Callable, place: Path) -> None:
    """Those of other users' processes, and what would have the server open files for others."""
    serve("--max-keys", "100")
    small = "max_keys=100"
    for arguments, told in (
        (f"'read', pids=[1], {small}", "ProcessError process 1 is not yours"),
        ("'read'", "UsageError the server has room for 100 keys"),
        (f"'read', by='ustack', {small}", "UsageError stacks can't be asked"),
        (f"'openat', by='path_mismatch', {small}", "UsageError path_mismatch can't be asked"),
        (f"'sched:sched_switch', by='next_comm', {small}", "UsageError 'sched:sched_switch': a server takes"),
        (f"'func:vfs_read', {small}", "UsageError 'func:vfs_read': a server takes"),
        (f"'read', by=['fd'] * 1000, {small}", "UsageError"),
        (f"'read', by='nosuch', {small}", "UsageError"),
        ("'read', max_keys='many'", "ServerError the request makes no sense"),
    ):
        program = REFUSED.replace("tl.trace({arguments}) as tracer", "tl.Meter() as meter, meter.count({arguments})")
        assert client(place, program.format(arguments=arguments)).startswith(told), arguments
    for options, told in (("backend='kprobe'", "UsageError backend can't be asked"), ("abi='all'", "not refused")):
        program = REFUSED.replace(
            "tl.trace({arguments})", f"tl.Meter({options}) as meter, meter.count('read', {small})"
        )
        assert client(place, program.format(arguments="")).startswith(told), options
