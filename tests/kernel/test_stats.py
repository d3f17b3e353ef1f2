"""--stats, SIGUSR1, and who is let look."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

import lab
import pytest
from victims import Worker

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
        assert done.returncode == 2 and b"--i-know" in done.stderr and done.stderr.count(b"\n") == 1, done.stderr


def test_an_address_that_is_taken(worker: Worker) -> None:
    with lab.started(reads_of(worker, "--pprof-listen-addr", "localhost:0"), stderr=subprocess.PIPE) as process:
        assert process.stderr
        line = process.stderr.readline().decode()
        found = re.fullmatch(r"traceleft: serving http://localhost:([0-9]+)/debug/pprof/\n", line)
        assert found, line
        done = lab.run(reads_of(worker, "--pprof-listen-addr", f"localhost:{found[1]}"))
        assert done.returncode == 1 and f"localhost:{found[1]}: Address already in use" in done.stderr.decode()
        process.send_signal(signal.SIGINT)
        assert lab.outcome(process)[0] == 0
