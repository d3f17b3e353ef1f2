# SPDX-License-Identifier: MIT
"""A real echoserver and real senders, each in a process of its own, for the tests of both."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT

TIMEOUT = 60.0


class Server:
    """`traceleft echoserver` on a free port, or on the one given."""

    def __init__(
        self, directory: Path, *arguments: str, port: int = 0, host: str = "localhost", **environ: str
    ) -> None:
        port_file = directory / "port"
        port_file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "traceleft", "echoserver", "--json"),
                *("--listen", f"{host}:{port}", "--port-file", str(port_file), *arguments),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **environ},
        )
        assert self.process.stderr
        line = read_line(self.process.stderr.fileno())
        assert b"listening on" in line, line + self.process.stderr.read()
        self.port = int(port_file.read_text())
        self.address = f"{host}:{self.port}"

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=TIMEOUT)

    def totals(self) -> dict[str, Any]:
        """Ends it, and returns its counts."""
        self.process.terminate()
        out, err = self.process.communicate(timeout=TIMEOUT)
        assert self.process.returncode == 0, err
        return json.loads(out)


@contextlib.contextmanager
def small_disk(mount: Path) -> Iterator[Path]:
    """A file system of 64 KiB; skips a test that can't have one."""
    mount.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "none", str(mount)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False).returncode != 0:
        pytest.skip("mounting a small disk needs root")
    try:
        yield mount
    finally:
        subprocess.run(["umount", mount], timeout=TIMEOUT, check=True)


def read_line(descriptor: int) -> bytes:
    """From a pipe, byte for byte, so that nothing behind it is taken."""
    line = b""
    deadline = time.monotonic() + TIMEOUT
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], max(deadline - time.monotonic(), 0))
        assert ready, f"only {line!r} came within {TIMEOUT} s"
        byte = os.read(descriptor, 1)
        if not byte:
            break
        line += byte
    return line


@contextlib.contextmanager
def serving(directory: Path, *arguments: str, **options: Any) -> Iterator[Server]:
    server = Server(directory, *arguments, **options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()


def start_client(address: str, events: int, size: int, *options: str, **environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.collector_client", address, str(events), str(size), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **environ},
    )


def end_client(client: subprocess.Popen[bytes]) -> dict[str, Any]:
    out, err = client.communicate(timeout=TIMEOUT)
    assert client.returncode == 0, err.decode()
    return {**json.loads(out), "stderr": err.decode()}


def run_client(address: str, events: int, size: int, *options: str, **environ: str) -> dict[str, Any]:
    return end_client(start_client(address, events, size, *options, **environ))
