# SPDX-License-Identifier: MIT
"""--stats, SIGUSR1, and who is let look."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support import lab
from tests.support.victims import Worker

pytestmark = pytest.mark.any_kernel

READS = 1000


def reads_of(worker: Worker, *options: str) -> list[str]:
    return lab.trace_argv("auto", *options, f"{worker.pid}:read")


def wait_for_events(worker: Worker, out: Path) -> None:
    def arrived() -> bool:
        worker.read(1)
        return out.exists() and out.stat().st_size > 0

    lab.wait_until(arrived, "the first event")


def test_stats_at_the_end(worker: Worker, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with lab.started(reads_of(worker, "--stats", "-T", "-o", str(out)), stderr=subprocess.PIPE) as process:
        wait_for_events(worker, out)
        worker.read(READS)
        process.send_signal(signal.SIGINT)
        code, _, said = lab.outcome(process)
    events = len(out.read_text().splitlines())
    text = said.decode()
    assert code == 0 and events > READS
    assert f"traceleft: {events} events, 0 lost" in text
    assert f"events    {events} handled, {events} received, 0 lost" in text
    assert f"output    {out}: {events} written, 0 dropped, 0 B waiting" in text
    assert re.search(rf"^100\.00  [0-9.]+ +[0-9.]+ +{events} +read$", text, re.MULTILINE), text
    assert re.search(r"^ +[0-9]+ +[0-9]+  read +[0-9]+ \(pid", text, re.MULTILINE), text


@pytest.mark.parametrize("options", [[], ["--stats"]])
def test_sigusr1_says_it_at_any_time(worker: Worker, tmp_path: Path, options: list[str]) -> None:
    """As dd does. The trace goes on."""
    out = tmp_path / "out"
    said = tmp_path / "said"
    argv = reads_of(worker, *options, "-o", str(out))
    with said.open("w") as stderr, lab.started(argv, stderr=stderr) as process:
        wait_for_events(worker, out)
        for expected in (1, 2):
            process.send_signal(signal.SIGUSR1)
            lab.wait_until(lambda expected=expected: said.read_text().count(" threads\n") == expected, "the numbers")
        worker.read(READS)
        process.send_signal(signal.SIGINT)
        code, _, _ = lab.outcome(process)
    assert code == 0 and len(out.read_text().splitlines()) > READS
    assert said.read_text().count(" handled, ") == 2 + len(options)


def test_nobody_else_is_let_look(worker: Worker) -> None:
    for option in ("--pprof-listen-addr", "--metrics-listen-addr"):
        done = lab.run(reads_of(worker, option, "0.0.0.0:0"))
        assert done.returncode == 2 and b"--allow-public" in done.stderr and done.stderr.count(b"\n") == 1, done.stderr


def test_an_address_that_is_taken(worker: Worker) -> None:
    with lab.started(reads_of(worker, "--pprof-listen-addr", "localhost:0"), stderr=subprocess.PIPE) as process:
        assert process.stderr
        line = process.stderr.readline().decode()
        found = re.fullmatch(r"traceleft: serving http://localhost:([0-9]+)/debug/pprof/ \(every user .*\)\n", line)
        assert found, line
        done = lab.run(reads_of(worker, "--pprof-listen-addr", f"localhost:{found[1]}"))
        assert done.returncode == 1 and f"localhost:{found[1]}: Address already in use" in done.stderr.decode()
        process.send_signal(signal.SIGINT)
        assert lab.outcome(process)[0] == 0


AS_NOBODY = """
import os, socket, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except PermissionError:
    print("refused")
"""


def test_a_unix_socket_is_for_this_user_and_goes_with_the_trace(worker: Worker) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as directory:
        Path(directory).chmod(0o755)
        place = Path(directory) / "socket"
        argv = reads_of(worker, "--pprof-listen-addr", f"unix:{place}", "--metrics-listen-addr", f"unix:{place}")
        with lab.started(argv) as process:
            assert process.stderr
            lines = [process.stderr.readline().decode() for _ in range(2)]
            for path, line in zip(("/debug/pprof/", "/metrics"), lines):
                assert line == (
                    f"traceleft: serving {path} at unix:{place}: curl --unix-socket {place} http://localhost{path}\n"
                )
                asked = lab.run(["curl", "-sf", "--unix-socket", str(place), f"http://localhost{path}"])
                assert asked.returncode == 0 and asked.stdout
            assert lab.run([sys.executable, "-c", AS_NOBODY, str(place)]).stdout == b"refused\n"
            process.send_signal(signal.SIGINT)
            assert lab.outcome(process)[0] == 0
        assert not place.exists()


@pytest.mark.parametrize("from_file", [True, False], ids=["file", "environment"])
def test_a_token_is_asked_for(worker: Worker, tmp_path: Path, from_file: bool) -> None:
    file = tmp_path / "token"
    file.write_text("s3cret\n")
    options = ["--listen-token-file", str(file)] if from_file else []
    environment = os.environ if from_file else {**os.environ, "TRACELEFT_LISTEN_TOKEN": "s3cret"}
    argv = reads_of(worker, "--metrics-listen-addr", "localhost:0", *options)
    with lab.started(argv, env=environment) as process:
        assert process.stderr
        found = re.fullmatch(rb"traceleft: serving (http://localhost:[0-9]+/metrics)\n", process.stderr.readline())
        assert found
        url = found[1].decode()
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url, timeout=lab.TIMEOUT)
        refused.value.close()
        assert refused.value.code == 401
        shown = urllib.request.Request(url, headers={"Authorization": "Bearer s3cret"})
        with urllib.request.urlopen(shown, timeout=lab.TIMEOUT) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        code, _, said = lab.outcome(process)
    assert code == 0 and b"s3cret" not in said


def test_a_token_without_a_place_to_show_it(worker: Worker, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("s3cret\n")
    done = lab.run(reads_of(worker, "--listen-token-file", str(file)))
    assert done.returncode == 2 and b"--metrics-listen-addr" in done.stderr and done.stderr.count(b"\n") == 1
