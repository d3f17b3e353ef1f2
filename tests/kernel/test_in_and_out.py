# SPDX-License-Identifier: MIT
"""What calls were passed and what they left, beside strace: both watch the same calls of real programs at once."""

from __future__ import annotations

import json
import math
import re
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import lab

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]

SERVER = """
import http.server, sys, threading, urllib.request
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
for _ in range(3):
    urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/", timeout=30).read()
server.shutdown()
"""
SOCKETS = """
import os, select, socket, time, fcntl, struct, resource, sys
one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
one.send(b"a packet")
other.recvfrom(100)
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.sendto(b"x", udp.getsockname())
udp.recvfrom(10)
udp.connect(udp.getsockname())
udp.getpeername()
udp.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
select.select([one], [one], [], 0.01)
select.select([one], [], [], 0.02)
poll = select.poll()
poll.register(other, select.POLLIN)
poll.poll(5)
copy, out = os.memfd_create("copy"), os.memfd_create("out")
os.write(copy, b"0123456789")
os.sendfile(out, copy, 3, 4)
os.copy_file_range(copy, out, 5, 1, 2)
reader, writer = os.pipe()
import ctypes
ctypes.CDLL(None).ppoll(None, 0, (ctypes.c_long * 2)(0, 3_000_000), None)
ctypes.CDLL(None).splice(copy, ctypes.byref(ctypes.c_long(2)), writer, None, ctypes.c_size_t(4), 0)
fcntl.fcntl(copy, fcntl.F_GETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 1, 2, 0))
resource.prlimit(0, resource.RLIMIT_CORE, (0, 0))
time.sleep(0.001)
"""
DATABASE = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("create table t (a)")
    database.executemany("insert into t values (?)", [(n,) for n in range(100)])
"""
PROGRAMS = {
    "http": [sys.executable, "-c", SERVER],
    "sockets": [sys.executable, "-c", SOCKETS],
    "sqlite3": [sys.executable, "-c", DATABASE, "a.db"],
    "sh": ["sh", "-c", "for i in 1 2 3; do (echo $i | cat) & done; wait; sleep 0.01; ls | sort | head -1"],
    "git": [
        "sh",
        "-c",
        "git init -q r && cd r && echo x >f && git add f && git -c user.name=n -c user.email=e commit -qm m",
    ],
}
LENGTHS = {"accept4": 2, "getsockname": 2, "getpeername": 2, "recvfrom": 5, "getsockopt": 4}
"""Calls, and the place of the length."""
OFFSETS = {"sendfile": [2], "copy_file_range": [1, 3], "splice": [1, 3]}
TIMEOUTS = {"pselect6": 4, "ppoll": 2}
CALLS = [*LENGTHS, *OFFSETS, *TIMEOUTS, "rt_sigprocmask", "prlimit64", "fcntl", "clock_nanosleep"]

LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<ret>-?\d+|\?)(?P<end>.*)")
UNFINISHED = re.compile(r"(?P<pid>\d+) +(?P<begin>\w+\(.*) <unfinished \.\.\.>")
RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<rest>.*)")
F_GETLK = 5
NSEC = re.compile(r"tv_\w+=")
NUMBER = re.compile(r"\d+(?:\*\d+)?|RLIM64_INFINITY")
SIGNALS = {signal.Signals(number).name[3:]: number for number in range(1, 32)}
SIGNALS.update({"RTMIN": 32, **{f"RT_{number}": 32 + number for number in range(1, 33)}})

Facts = list[Any]
"""What a call was passed and left, as numbers, in the order of its arguments; None where strace doesn't say it."""


def lines_of(log: str) -> Iterator[tuple[int, str, list[str], bool, str]]:
    """Each call of strace's log: the thread, the name, the arguments, whether it failed, what follows the result."""
    begun: dict[str, str] = {}
    for text in log.splitlines():
        if unfinished := UNFINISHED.fullmatch(text):
            begun[unfinished["pid"]] = unfinished["begin"]
            continue
        if resumed := RESUMED.fullmatch(text):
            text = f"{resumed['pid']} {begun.pop(resumed['pid'])}{resumed['rest']}"
        if line := LINE.fullmatch(text):
            failed = line["ret"].startswith(("-", "?"))
            yield int(line["pid"]), line["call"], split(line["arguments"]), failed, line["end"]


def split(arguments: str) -> list[str]:
    """At the commas that are in no brackets and in no string."""
    parts, depth, quoted, begin = [], 0, False, 0
    for at, each in enumerate(arguments):
        if each == '"' and arguments[at - 1] != "\\":
            quoted = not quoted
        elif not quoted:
            depth += (each in "[{(") - (each in "]})")
            if each == "," and not depth:
                parts.append(arguments[begin:at].strip())
                begin = at + 1
    return [*parts, arguments[begin:].strip()]


def numbers(text: str) -> list[int] | None:
    """The numbers in it; None for NULL and for a bare address."""
    if text == "NULL" or text.startswith("0x"):
        return None
    found = NUMBER.findall(text)
    return [2**64 - 1 if each == "RLIM64_INFINITY" else math.prod(map(int, each.split("*"))) for each in found]


def signal_set(text: str) -> list[int] | None:
    if not text.endswith("]"):
        return None
    names = text.strip("~[]").split()
    mask = sum(1 << (SIGNALS[name] - 1) for name in names)
    return [mask ^ (2**64 - 1) if text.startswith("~") else mask]


def stated(call: str, arguments: list[str], failed: bool, end: str) -> Facts:
    """What strace says."""
    if call in LENGTHS:
        found = numbers(arguments[LENGTHS[call]])
        return [found and [found[0]], (found and not failed and [found[-1]]) or None]
    if call in OFFSETS:
        found = [numbers(arguments[place].split(" => ")[0]) for place in OFFSETS[call]]
        left = [numbers(arguments[place].split(" => ")[-1]) for place in OFFSETS[call]]
        return [*found, *(left if call == "sendfile" and not failed else [])]
    if call in TIMEOUTS:
        left = re.search(r"left (\{.*?\})", end)
        return [numbers(NSEC.sub("", arguments[TIMEOUTS[call]])), left and numbers(NSEC.sub("", left[1]))]
    if call == "rt_sigprocmask":
        return [signal_set(arguments[1]), signal_set(arguments[2])]
    if call == "prlimit64":
        return [numbers(arguments[2]), None if failed else numbers(arguments[3])]
    if call == "fcntl":
        return [re.findall(r"l_(?:start|len|pid)=(\d+)", arguments[2])] if arguments[1] == "F_GETLK" else []
    return [numbers(NSEC.sub("", arguments[2]))]


def recorded(event: dict[str, Any]) -> Facts:
    """What an event says, in the same form."""
    call, left, passed = event["syscall"], event["args"], event.get("passed", {})

    def values(value: Any) -> list[int] | None:
        if isinstance(value, dict):
            return [each for name, each in value.items() if not name.endswith("_names")]
        return value

    names = [name for name in left if not name.endswith("_names")]
    failed = (event["ret"] or 0) < 0
    if call in LENGTHS:
        name = names[LENGTHS[call]]
        return [passed.get(name), None if failed else left[name]]
    if call in OFFSETS:
        places = [names[place] for place in OFFSETS[call]]
        return [
            *(passed.get(name) for name in places),
            *([left["offset"]] if call == "sendfile" and not failed else []),
        ]
    if call in TIMEOUTS:
        rest = values(left["tsp"]) if (event["ret"] or 0) > 0 and passed.get("tsp") else None
        return [values(passed.get("tsp")), rest]
    if call == "rt_sigprocmask":
        return [left["nset"], left["oset"]]
    if call == "prlimit64":
        return [values(left["new_rlim"]), values(left["old_rlim"])]
    if call == "fcntl":
        return [[str(left["arg"][key]) for key in ("l_start", "l_len", "l_pid")]] if left["cmd"] == F_GETLK else []
    return [values(left["rqtp"])]


@pytest.mark.parametrize("program", PROGRAMS)
def test_both_say_the_same(backend: str, tmp_path: Path, program: str) -> None:
    log, output = tmp_path / "strace", tmp_path / "traceleft"
    directory = tmp_path / "work"
    directory.mkdir()
    strace = [lab.require("strace"), "-f", "-o", log, "-e", f"trace={','.join(CALLS)}", "-e", "signal=none"]
    argv = lab.trace_argv(backend, "-o", f"jsonl:{output}", *CALLS, "--", *strace, *PROGRAMS[program])
    done = lab.run(argv, cwd=directory)
    assert done.returncode == 0, done.stderr.decode()
    assert b" 0 lost" in done.stderr
    theirs, ours = defaultdict(list), defaultdict(list)
    for pid, call, arguments, failed, end in lines_of(log.read_text()):
        theirs[pid].append((call, stated(call, arguments, failed, end)))
    for text in output.read_text().splitlines():
        event = json.loads(text)
        if event["tid"] in theirs:
            ours[event["tid"]].append((event["syscall"], recorded(event)))
    assert dict(ours) == dict(theirs)
    seen = Counter(call for calls in theirs.values() for call, facts in calls if facts and any(facts))
    assert seen.keys() >= EXPECTED.get(program, set())


EXPECTED = {
    "sockets": {
        *("getsockname", "recvfrom", "getsockopt", "sendfile", "copy_file_range", "splice", "pselect6", "fcntl"),
        *("prlimit64", "clock_nanosleep", "getpeername", "ppoll"),
    },
    "http": {"accept4", "getsockname", "getsockopt"},
    "sh": {"rt_sigprocmask"},
}
