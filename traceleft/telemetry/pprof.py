# SPDX-License-Identifier: MIT
"""Serves a running trace as Go's net/http/pprof does: `go tool pprof http://localhost:9090/debug/pprof/profile`."""

from __future__ import annotations

import contextlib
import html
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from traceleft import _core
from traceleft.address import hide_password
from traceleft.errors import UsageError
from traceleft.profile import Frame, Label, Profile, ValueType, require_protobuf
from traceleft.telemetry import bpf_profile, heap
from traceleft.telemetry.http_request import HTML, HttpError, Request, Response
from traceleft.telemetry.http_routes import Repeatable, Route

if TYPE_CHECKING:
    from traceleft.telemetry import Telemetry

PREFIX = "/debug/pprof/"
HZ = 100
"""Samples a second of each thread's CPU time, as Go takes them."""

_SECONDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,9})?")
_CPU_TYPES = (ValueType("samples", "count"), ValueType("cpu", "nanoseconds"))
_THREADS = ValueType("threads", "count")


def routes(telemetry: Telemetry, *, time_every: int = 0) -> dict[str, Route]:
    """The endpoints, for an HttpServer. From now on Python's allocations are traced.

    Args:
        telemetry: of the tracer; its handlers can be timed (Tracer(handler_times=True)).
        time_every: the usual rate at which its handlers are timed: set again after a profile of them.

    Raises TraceleftError where protobuf is missing.
    """
    require_protobuf()
    heap.start_tracing()
    pages = _Pages(telemetry, time_every)
    return {
        "/debug/pprof": lambda request: Response(301, headers={"Location": PREFIX}),
        PREFIX: Repeatable(pages.index, _same),
        f"{PREFIX}bpf": pages.bpf,
        f"{PREFIX}cmdline": Repeatable(pages.command_line, _same),
        f"{PREFIX}heap": Repeatable(pages.heap, _wants_text),
        f"{PREFIX}profile": pages.cpu,
        f"{PREFIX}threads": Repeatable(pages.threads, _wants_text),
    }


_INDEX = (
    ("profile", "profile", "CPU, of all threads, for ?seconds=30"),
    ("bpf", "bpf", "ns and runs of each BPF program, for ?seconds=10"),
    ("heap", "heap?debug=1", "what Python, the C++ core and the kernel hold now"),
    ("threads", "threads?debug=1", "each thread's stack now"),
    ("cmdline", "cmdline", "the command line, without passwords and a traced command's arguments"),
)


# Where the interpreter has its frames changed with 3.14 (csrc/bindings/python_stack.cpp).
_NO_PYTHON = ["functions of Python are missing: they are read up to Python 3.13"] if sys.version_info >= (3, 14) else []


def _require_profiler() -> None:
    if not hasattr(_core, "CpuProfiler"):
        raise HttpError(501, "this traceleft was built without its profiler (-D TRACELEFT_PROFILER=OFF)")


class _Pages:
    def __init__(self, telemetry: Telemetry, time_every: int) -> None:
        self._telemetry = telemetry
        self._time_every = time_every
        self._cpu = threading.Lock()
        self._bpf = threading.Lock()

    def index(self, request: Request) -> Response:
        """The list of the pages."""
        rows = "".join(
            f'<tr><td><a href="{link}">{name}</a></td><td>{html.escape(what)}</td></tr>\n'
            for name, link, what in _INDEX
        )
        text = (
            "<!DOCTYPE html>\n<html><head><title>traceleft: /debug/pprof/</title></head><body>\n"
            f"<table>\n{rows}</table>\n"
            "<p>go tool pprof reads them by their URL; ?debug=1 of heap and threads is for people.</p>\n"
            "</body></html>\n"
        )
        return Response(content_type=HTML, body=text.encode())

    def cpu(self, request: Request) -> Response:
        """Where CPU time goes from now on, in Python and in C++."""
        seconds = _seconds(request, default=30)
        _require_profiler()
        with _alone(self._cpu, "CPU profile"):
            begun = time.monotonic()
            try:
                profiler = _core.CpuProfiler(HZ)
            except UsageError as error:  # somebody else's, in this process
                raise HttpError(409, str(error)) from None
            try:
                request.wait(seconds)
            finally:
                samples = profiler.stop()
        comments = list(_NO_PYTHON)
        if profiler.dropped:
            comments.append(f"{profiler.dropped} samples found no room")
        profile = Profile(
            _CPU_TYPES,
            default="cpu",
            period_type=_CPU_TYPES[1],
            period=profiler.period,
            duration=time.monotonic() - begun,
            comments=comments,
        )
        names = _thread_names()
        for stack in samples:
            labels: dict[str, Label] = {"thread": names.get(stack.tid, stack.thread), "tid": stack.tid}
            profile.add((Frame(*frame) for frame in stack.frames), (stack.samples, stack.ns), labels)
        return _download("profile", profile)

    def heap(self, request: Request) -> Response:
        """The memory in use."""
        return _answer("heap", heap.profile(), _wants_text(request))

    def threads(self, request: Request) -> Response:
        """The stack of each thread."""
        as_text = _wants_text(request)
        _require_profiler()
        profile = Profile([_THREADS], default="threads", period_type=_THREADS, comments=_NO_PYTHON)
        names = _thread_names()
        for stack in _core.thread_stacks():
            labels: dict[str, Label] = {"thread": names.get(stack.tid, stack.thread), "tid": stack.tid}
            profile.add((Frame(*frame) for frame in stack.frames), (1,), labels)
        return _answer("threads", profile, as_text)

    def bpf(self, request: Request) -> Response:
        """The time that the programs in the kernel take from now on."""
        seconds = _seconds(request, default=10)
        tracer = self._telemetry.tracer
        with _alone(self._bpf, "profile of BPF programs"), contextlib.ExitStack() as undo:
            try:
                undo.enter_context(_core.RunTimeStatistics())
            except OSError as error:
                raise HttpError(503, f"the kernel keeps no statistics of BPF programs: {error.strerror}") from None
            tracer.time_handlers(1)
            undo.callback(self._time_as_before)
            before = self._telemetry.numbers()
            request.wait(seconds)
            after = self._telemetry.numbers()
        return _download("bpf", bpf_profile.profile(before, after))

    def _time_as_before(self) -> None:
        tracer = self._telemetry.tracer
        if not tracer.stopped:
            tracer.time_handlers(self._time_every)

    def command_line(self, request: Request) -> Response:
        """The words of the command line, with NULs in between."""
        words = Path("/proc/self/cmdline").read_bytes().rstrip(b"\0").split(b"\0")
        if b"--" in words:  # a traced command's arguments are its own matter
            behind = words.index(b"--") + 2
            words[behind:] = [b"..."] * (len(words) > behind)
        shown = (hide_password(os.fsdecode(word)) for word in words)
        return Response(body=b"\0".join(map(os.fsencode, shown)))


def _thread_names() -> dict[int, str]:
    """By tid, of Python's threads: the kernel knows them by no name of their own before Python 3.14."""
    return {thread.native_id: thread.name for thread in threading.enumerate() if thread.native_id is not None}


@contextlib.contextmanager
def _alone(lock: threading.Lock, what: str) -> Iterator[None]:
    if not lock.acquire(blocking=False):
        raise HttpError(409, f"somebody else takes a {what} now: try again later", {"Retry-After": "10"})
    try:
        yield
    finally:
        lock.release()


def _seconds(request: Request, default: int) -> float:
    """Raises HttpError."""
    text = request.value("seconds")
    if text is None:
        return default
    if not _SECONDS.fullmatch(text) or not 1 <= float(text) <= 600:
        raise HttpError(400, "seconds is to be a number from 1 to 600")
    return float(text)


def _same(request: Request) -> None:
    """All requests want the same answer."""


def _wants_text(request: Request) -> bool:
    """Raises HttpError."""
    debug = request.value("debug") or "0"
    if debug not in ("0", "1", "2"):
        raise HttpError(400, "debug is to be 0 for a profile, or 1 for text")
    return debug != "0"


def _answer(name: str, profile: Profile, as_text: bool) -> Response:
    return Response(body=profile.text().encode()) if as_text else _download(name, profile)


def _download(name: str, profile: Profile) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.pb.gz"'}
    return Response(content_type="application/octet-stream", body=profile.serialize(), headers=headers)
