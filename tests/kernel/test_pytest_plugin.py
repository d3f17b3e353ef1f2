# SPDX-License-Identifier: MIT
"""The plugin for pytest, in runs of pytest as a user has them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.support import inner_pytest, lab
from tests.support.inner_pytest import Run

pytestmark = pytest.mark.any_kernel

BEGIN = """
import ctypes, os, pathlib, socket, subprocess, sys, threading, unittest
import pytest

def listener():
    server = socket.create_server(("127.0.0.1", 0))
    return server, server.getsockname()
"""
PASS = {
    "opened": """
def test_opened(syscalls, tmp_path, monkeypatch):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("x")
    link.symlink_to(file)
    assert not syscalls.opened(link)
    monkeypatch.chdir(tmp_path)
    open("link").close()
    for path in (file, str(file), link, "link", pathlib.Path("link"), "*/l[i]nk", f"{tmp_path}/f*", "*file"):
        assert syscalls.opened(path), path
    for path in ("/etc/passwd", "*.txt", "f*", tmp_path, str(tmp_path) + "/fil"):
        assert not syscalls.opened(path), path
    with pytest.raises(FileNotFoundError):
        open("nothing")
    assert not syscalls.opened("nothing")
    [failed] = syscalls.failed("ENOENT")
    assert failed["filename"] == "nothing" and failed in syscalls.failed() and not syscalls.failed("EPERM")
""",
    "counts": """
def test_counts(syscalls, tmp_path):
    with open(tmp_path / "a", "w") as file:
        for _ in range(3):
            os.fsync(file.fileno())
            assert syscalls.count("read") == 0
    assert syscalls.count("fsync") == 3 and len(syscalls.calls("fsync")) == 3
    assert syscalls.count("fsync,fdatasync") == 3 and syscalls.count("*sync") == 3
    assert syscalls.count("open*") == 1 and syscalls.count("%file") == len(syscalls.calls("%file")) > 1
    assert [event.syscall for event in syscalls.events].count("fsync") == 3
    assert syscalls.count() == len(syscalls.events) < 40  # none of the looks'
    with pytest.raises(ValueError, match="did you mean fsync"):
        syscalls.count("fsnc")
""",
    "connected": """
def test_connected(syscalls, tmp_path):
    server, (address, port) = listener()
    with server, socket.create_connection((address, port)), server.accept()[0]:
        pass
    assert syscalls.connected() and syscalls.connected(address) and syscalls.connected(port=port)
    assert syscalls.connected(address, port) and not syscalls.connected("127.0.0.2", port)
    with socket.socket() as refused, pytest.raises(OSError):
        refused.connect(("127.0.0.1", port))
    assert len(syscalls.connected()) == 1
    with socket.socket(socket.AF_UNIX) as there, socket.socket(socket.AF_UNIX) as here:
        there.bind(str(tmp_path / "s"))
        there.listen()
        here.connect(str(tmp_path / "s"))
    assert syscalls.connected(str(tmp_path / "s"))
""",
    "threads_and_children": """
def test_threads_and_children(syscalls):
    thread = threading.Thread(target=lambda: open("/etc/hostname").close())
    thread.start()
    thread.join()
    subprocess.run(["cat", "/etc/passwd"], stdout=subprocess.DEVNULL, check=True)
    assert syscalls.opened("/etc/hostname")[0].tid not in (os.getpid(), None)
    assert syscalls.opened("/etc/passwd")[0].comm == "cat"
""",
    "as_strace_has_them": """
def test_as_strace_has_them(syscalls, tmp_path):
    log = tmp_path / "log"
    subprocess.run(["strace", "-o", log, "cat", "/etc/hostname"], stdout=subprocess.DEVNULL, check=True)
    names = [line.partition("(")[0] for line in log.read_text().splitlines() if "(" in line]
    assert len(names) > 10 and [event.syscall for event in syscalls.events if event.comm == "cat"] == names
""",
    "only_this_function": """
@pytest.fixture
def before():
    open("/etc/hostname").close()
    yield
    open("/etc/hostname").close()

def test_only_this_function(before, syscalls):
    assert not syscalls.opened("/etc/hostname")
    assert {event.pid for event in syscalls.events} <= {os.getpid()}
""",
    "a_line_of_each": """
def test_a_line_of_each(syscalls, tmp_path):
    os.mkdir(tmp_path / "d"); here = sys._getframe().f_lineno
    subprocess.run(["cat", "/etc/passwd"], stdout=subprocess.DEVNULL, check=True)
    os.getppid()
    ctypes.CDLL(None).mkdir(os.fsencode(tmp_path / "e"), 0o700)  # Python knows nothing of it
    place = f"test_inner.py:{here} in test_a_line_of_each"
    below = f"test_inner.py:{here + 1} in test_a_line_of_each"
    mkdir, unknown = syscalls.calls("mkdir").lines()
    assert mkdir.endswith(f"= 0  {place}") and unknown.endswith("= 0"), (mkdir, unknown)
    [cat] = syscalls.opened("/etc/passwd").lines()
    assert cat.endswith(f"  started by {below}"), cat
    [none] = syscalls.calls("getppid").lines()
    assert none.endswith(f"getppid() = {os.getppid()}"), none
    assert cat == str(syscalls.opened("/etc/passwd")) and repr(syscalls.calls("mkdir")) == "<Calls: 2 mkdir>"
""",
    "allowed_writes": """
@pytest.mark.only_writes("/nowhere")
class TestMarked:
    @pytest.mark.only_writes("tmp_path", pathlib.Path("/var/tmp/"))
    @pytest.mark.no_network
    @pytest.mark.no_subprocess
    @pytest.mark.max_syscalls(rename=1, getppid=0)
    def test_allowed_writes(self, tmp_path):
        (tmp_path / "a").write_text("x")
        os.rename(tmp_path / "a", tmp_path / "b")
        (tmp_path / "b").unlink()
        open("/etc/passwd").close()
        open("/dev/null", "w").close()
        print("a line", flush=True)
        left, right = socket.socketpair()
        left.close(), right.close()
        thread = threading.Thread(target=os.getpid)
        thread.start()
        thread.join()
""",
    "loopback": """
@pytest.mark.no_network(loopback=True)
def test_loopback():
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        server = socket.create_server((address, 0), family=family)
        with server, socket.create_connection(server.getsockname()[:2]) as client, server.accept()[0] as accepted:
            client.sendall(b"x")
            assert accepted.recv(1) == b"x"
    server, (_, port) = listener()
    with server, socket.socket(socket.AF_INET6) as mapped:
        mapped.connect(("::ffff:127.0.0.1", port))
    datagrams = (socket.AF_INET, socket.SOCK_DGRAM)
    with socket.socket(*datagrams) as there, socket.socket(*datagrams) as here:
        there.bind(("127.0.0.1", 0))
        here.sendto(b"x", there.getsockname())
        assert there.recvfrom(1)[0] == b"x"
""",
    "in_a_test_case": """
class Case(unittest.TestCase):
    @pytest.mark.max_syscalls(openat=1)
    def test_in_a_test_case(self):
        open("/etc/hostname").close()
""",
}
FAIL = {
    "network": (
        """
@pytest.mark.no_network
def test_network():
    server, address = listener()
    with server, socket.create_connection(address) as client:
        client.sendall(b"x")
""",
        r"the test may not use the network:\n"
        r"  \d+ python\S* bind\(.*\) = 0  \S*test_inner.py:\d+ in listener\n"
        r"  \d+ python\S* listen\((.|\n)* connect\(.*\) = 0  test_inner.py:\d+ in test_network\n"
        r"  \d+ python\S* sendto\(.*\) = 1$",
    ),
    "beyond_loopback": (
        """
@pytest.mark.no_network(loopback=True)
def test_beyond_loopback():
    with listener()[0], socket.socket() as everywhere, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as far:
        everywhere.bind(("0.0.0.0", 0))
        try:
            far.connect(("192.0.2.1", 9))
        except OSError:
            pass
""",
        r"the test may not use the network beyond loopback:\n  [^\n]* bind\([^\n]*\n  [^\n]* connect\([^\n]*$",
    ),
    "subprocess": (
        """
@pytest.mark.no_subprocess
def test_subprocess():
    subprocess.run(["sh", "-c", "cat /etc/hostname; true"], stdout=subprocess.DEVNULL)
""",
        r"the test may not start processes:\n"
        r"(  .*  (started by )?test_inner.py:\d+ in test_subprocess\n?)+$",
    ),
    "writes": (
        """
@pytest.fixture
def other(tmp_path_factory):
    return tmp_path_factory.mktemp("other")

@pytest.mark.only_writes("tmp_path")
def test_writes(tmp_path, other):
    os.symlink(other, tmp_path / "out")
    os.mkdir(tmp_path / "out" / "made")
    os.chdir(other)
    os.rmdir("made")
    os.chdir("/")
    subprocess.run(["sh", "-c", f"echo x > {other}/file"])
    (tmp_path / "mine").write_text("x")
""",
        r"the test may only write below \S+test_writes0:\n"
        r"  \d+ python\S* mkdir\(.*/out/made.*  test_inner.py:\d+ in test_writes\n"
        r"  \d+ python\S* rmdir\(pathname=\"made\"\).*  test_inner.py:\d+ in test_writes\n"
        r"  \d+ sh openat\(.*/file\", flags=O_WRONLY.*  started by test_inner.py:\d+ in test_writes$",
    ),
    "count": (
        """
@pytest.mark.max_syscalls(fsync=1, openat=1)
def test_count(tmp_path):
    with open(tmp_path / "a", "w") as file:
        os.fsync(file.fileno())
        os.fsync(file.fileno())
""",
        r"the test may call fsync 1 times at most, and did 2 times:\n  .*fsync\(.*\) = 0\n  .*fsync\(.*\) = 0$",
    ),
    "no_such_call": ("@pytest.mark.max_syscalls(opnat=1)\ndef test_no_such_call(): pass\n", "did you mean openat"),
    "no_number": ("@pytest.mark.max_syscalls(openat='1')\ndef test_no_number(): pass\n", "is a number of calls"),
    "no_name": ("@pytest.mark.max_syscalls(1)\ndef test_no_name(): pass\n", r"write max_syscalls\(openat=10\)"),
    "no_place": ("@pytest.mark.only_writes\ndef test_no_place(): pass\n", r"write only_writes\('tmp_path'\)"),
    "no_fixture": ("@pytest.mark.only_writes('tmp')\ndef test_no_fixture(): pass\n", "no fixture of that name"),
    "no_argument": ("@pytest.mark.no_network(1)\ndef test_no_argument(): pass\n", "takes no arguments"),
    "own_failure": ("@pytest.mark.max_syscalls(read=1)\ndef test_own_failure(): assert 1 == 2\n", "assert 1 == 2"),
    "too_many": (
        """
@pytest.mark.no_network
def test_too_many(syscalls):
    noise = os.urandom(32_000_000)  # which nothing makes smaller
    with open(os.devnull, "wb", buffering=0) as sink:
        for begin in range(0, len(noise), 32):
            sink.write(noise[begin : begin + 32])
    with pytest.raises(Exception, match="calls were lost"):
        syscalls.count()
""",
        r"\d+ calls were lost, beside \d+, for there was no room",
    ),
}
AFTER = """
def test_after_a_flood(syscalls):
    os.getppid()
    assert syscalls.count("getppid") == 1
"""


@pytest.fixture(scope="module")
def inner(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All of them, in one session."""
    lab.require("strace")
    directory = tmp_path_factory.mktemp("inner")
    inner_pytest.make(directory, "".join([BEGIN, *PASS.values(), *(source for source, _ in FAIL.values()), AFTER]))
    return inner_pytest.run(directory, "--syscalls=report")


@pytest.mark.parametrize("name", [*PASS, "after_a_flood"])
def test_passes(inner: Run, name: str) -> None:
    outcome = inner.tests[f"test_{name}"]
    assert outcome.kind == "passed", outcome.text


@pytest.mark.parametrize("name", FAIL)
def test_fails(inner: Run, name: str) -> None:
    outcome = inner.tests[f"test_{name}"]
    assert outcome.kind == "failure" and re.search(FAIL[name][1], outcome.text), outcome.text


def test_a_report_has_each_test(inner: Run) -> None:
    _, _, report = inner.printed.partition("= syscalls =")
    assert re.search(r"(?m)^test_inner.py::test_after_a_flood\n  calls  errors  syscall\n +1 +getppid$", report)
    assert all(f"::test_{name}\n" in report for name in (*PASS, "network", "too_many"))


def test_workers_trace_themselves(tmp_path: Path) -> None:
    """The source says so: no test sees another process's calls, and the table is printed where there is no tracer."""
    one = """
@pytest.mark.parametrize("n", range(8))
def test_one(syscalls, n):
    for _ in range(100 + n):
        os.getppid()
    assert {event.pid for event in syscalls.events} == {os.getpid()}
    assert syscalls.count("getppid") == 100 + n
"""
    inner_pytest.make(tmp_path, BEGIN + one)
    run = inner_pytest.run(tmp_path, "--syscalls=report", "-n", "2")
    assert run.code == 0 and len(run.tests) == 8, run.printed
    for n in range(8):
        assert re.search(rf"::test_one\[{n}\]\n  calls  errors  syscall\n +{100 + n} +getppid\n", run.printed)


NEEDS = "@pytest.mark.no_network\ndef test_mark(): pass\ndef test_fixture(syscalls): pass\ndef test_none(): pass\n"


@pytest.mark.parametrize(("option", "kind"), [("--syscalls=report", "skipped"), ("--syscalls=require", "failure")])
def test_without_root(tmp_path: Path, option: str, kind: str) -> None:
    inner_pytest.make(tmp_path, BEGIN + NEEDS)
    no_rights = ["setpriv", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"]
    run = inner_pytest.run(tmp_path, option, before=no_rights)
    assert run.tests["test_none"].kind == "passed", run.printed
    for name in ("test_mark", "test_fixture"):
        assert run.tests[name].kind in (kind, "error" if kind == "failure" else kind)
        assert "syscalls can't be traced here: tracing needs root" in run.tests[name].text


def test_a_tracer_that_dies_is_said_to(tmp_path: Path) -> None:
    kills = """
def test_kills(syscalls):
    [tracer] = pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    os.kill(int(tracer), 9)
    with pytest.raises(Exception, match="the tracer has ended with status -9"):
        syscalls.count()

@pytest.mark.no_network
def test_next(): pass
"""
    inner_pytest.make(tmp_path, BEGIN + kills)
    run = inner_pytest.run(tmp_path)
    assert run.tests["test_kills"].kind == "passed", run.printed
    assert run.tests["test_next"].kind == "failure" and "the tracer has ended" in run.tests["test_next"].text


def test_the_tracer_ends_with_its_tests(tmp_path: Path) -> None:
    dies = """
def test_dies(syscalls):
    children = pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    pathlib.Path("tracer").write_text(children)
    os.kill(os.getpid(), 9)
"""
    inner_pytest.make(tmp_path, BEGIN + dies)
    assert inner_pytest.run(tmp_path).code == -9
    tracer = int((tmp_path / "tracer").read_text())
    lab.wait_until(lambda: not os.path.exists(f"/proc/{tracer}"), "the tracer's end")  # noqa: PTH110
