# SPDX-License-Identifier: MIT
"""Profiles of this very process: Python's own word (tracebacks, signals, thread times) says what must be in them."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.raw_events import openat
from traceleft import _core, battery
from traceleft.errors import UsageError

Frames = tuple[tuple[str, str, int, int], ...]


@contextmanager
def parked(enter: Callable[[Callable[[], object]], object]) -> Iterator[threading.Thread]:
    """A thread inside whatever `enter` has called wait() from."""
    inside, leave = threading.Event(), threading.Event()

    def wait() -> None:
        inside.set()
        leave.wait()

    thread = threading.Thread(target=enter, args=(wait,))
    thread.start()
    assert inside.wait(60)
    try:
        yield thread
    finally:
        leave.set()
        thread.join()


def name_of(code: object) -> str:
    return str(getattr(code, "co_qualname", None) or code.co_name)  # type: ignore[attr-defined]


def python_frames(frames: Frames) -> list[tuple[str, str, int]]:
    return [(function, file, line) for function, file, line, address in frames if not address]


def stack_of(thread: threading.Thread) -> Frames:
    [frames] = [frames for tid, _, frames in _core.thread_stacks(60) if tid == thread.native_id]
    return frames


def is_where_python_says(thread: threading.Thread) -> None:
    """Until it stands still: leave.wait() takes its time to get to its lock."""
    for _ in range(1000):
        before = [
            (name_of(frame.f_code), frame.f_code.co_filename, line or 0)
            for frame, line in traceback.walk_stack(sys._current_frames()[thread.ident or 0])
        ]
        found = python_frames(stack_of(thread))
        after = [line for _, line in traceback.walk_stack(sys._current_frames()[thread.ident or 0])]
        if [line for _, _, line in before] == after:
            break
    assert found == before


def calls_in_many_ways(wait: Callable[[], object]) -> None:
    def generator() -> Iterator[int]:
        yield from [
            number
            for number in range(1)
            if [
                wait(),
            ]
        ]

    class Called:
        def __call__(self) -> object:
            return next(
                iter(
                    sorted(
                        [1],
                        key=lambda _: next(generator()),
                    )
                )
            )

    try:
        raise ValueError
    except ValueError:
        Called()()


def test_a_thread_is_where_its_traceback_says() -> None:
    with parked(calls_in_many_ways) as thread:
        is_where_python_says(thread)


@pytest.mark.parametrize("name", ["plain", "café", "Ωmega", "𐌰𐌱"])
def test_names_of_every_width(name: str) -> None:
    scope: dict[str, Callable] = {}
    exec(compile(f"def {name}(wait):\n    wait()", f"/{name}.py", "exec"), scope)
    [function] = [each for each in scope.values() if callable(each)]
    with parked(function) as thread:
        is_where_python_says(thread)
        assert (function.__name__, f"/{name}.py", 2) in python_frames(stack_of(thread))


def test_lines_far_into_a_long_function() -> None:
    scope: dict[str, Callable] = {}
    # Steps of many sizes, forwards and backwards, over a table of many kilobytes.
    steps = "".join(f"    x = [{i},{chr(10) * (i % 300)} {i}]\n" for i in range(1500))
    loop = "    for i in (\n\n\n\n\n       1,\n    ):\n        wait(\n\n\n        )\n"
    exec(compile(f"def long(wait):\n{steps}{loop}", "/long.py", "exec"), scope)
    with parked(scope["long"]) as thread:
        is_where_python_says(thread)


def test_undecodable_file_names_are_text() -> None:
    scope: dict[str, Callable] = {}
    exec(compile("def run(wait):\n    wait()", "/\udcff.py", "exec"), scope)
    with parked(scope["run"]) as thread:
        assert ("run", "/\ufffd.py", 2) in python_frames(stack_of(thread))


def test_a_deep_stack_ends_at_its_root() -> None:
    def deeper(wait: Callable[[], object], depth: int = 400) -> None:
        if depth:
            deeper(wait, depth - 1)
        else:
            wait()

    with parked(deeper) as thread:
        frames = python_frames(stack_of(thread))
    assert len(frames) == 128
    assert [function for function, *_ in frames].count(name_of(deeper.__code__)) > 100


def test_every_thread_has_a_stack() -> None:
    with parked(lambda wait: wait()) as thread:
        stacks = {tid: frames for tid, _, frames in _core.thread_stacks(60)}
        assert stacks.keys() == {int(path.name) for path in Path("/proc/self/task").iterdir()}
        assert all(stacks[each.native_id or 0] for each in threading.enumerate())
        own = stacks[threading.get_native_id()]
        assert any(function == "test_every_thread_has_a_stack" for function, *_ in own)
        assert any(function == "traceleft::thread_stacks" for function, *_ in own)
        assert not any("PyEval" in function for frames in stacks.values() for function, *_ in frames)
        assert stacks[thread.native_id or 0]


def test_a_thread_that_blocks_the_signal_is_there_without_frames() -> None:
    def deaf(wait: Callable[[], object]) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})
        wait()

    with parked(deaf) as thread:
        stacks = {tid: frames for tid, _, frames in _core.thread_stacks(60)}
        assert stacks[thread.native_id or 0] == ()


def test_threads_may_ask_for_stacks_at_once() -> None:
    barrier = threading.Barrier(4)
    counts: list[int] = []

    def ask() -> None:
        barrier.wait()
        counts.extend(len(_core.thread_stacks(60)) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == 80


def burn(work: Callable[[], object], seconds: float = 0.3) -> None:
    """CPU time of the calling thread."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        work()


def in_c() -> None:
    sorted(range(20_000, 0, -1), key=str)


def in_python() -> None:
    for _ in range(1000):
        pass


def test_a_profile_finds_what_took_the_time() -> None:
    profiler = _core.CpuProfiler(hz=250)
    thread = threading.Thread(target=burn, args=(in_python,))
    thread.start()
    burn(in_c)
    thread.join()
    samples = profiler.stop()
    assert profiler.period == 4_000_000
    assert profiler.dropped == 0
    assert len(samples) == len({(frames, tid) for frames, _, _, tid, _ in samples}), "each stack once"
    assert all(ns == count * profiler.period for _, count, ns, _, _ in samples)
    for tid, function in ((thread.native_id, "in_python"), (threading.get_native_id(), "in_c")):
        stacks = [
            [name for name, _, _, address in frames if not address] for frames, _, _, each, _ in samples if each == tid
        ]
        assert any(names[:2] == [function, "burn"] for names in stacks)
    assert all(name for *_, name in samples)


def test_a_profile_names_the_functions_of_the_core() -> None:
    schema = battery.schema()
    batch = _core.Batch([openat()] * 1000, schema)
    formatter = _core.TextFormatter(schema)
    profiler = _core.CpuProfiler(hz=1000)
    burn(lambda: formatter.format(batch))
    names = [[function for function, *_ in frames] for frames, *_ in profiler.stop()]
    within = [stack for stack in names if "traceleft::TextFormatter::encode" in stack]
    assert within
    # Native code on Python's, and nothing of the interpreter between them.
    for stack in within:
        python = next(i for i, name in enumerate(stack) if name.endswith(("<lambda>", "burn")))
        assert stack.index("traceleft::TextFormatter::encode") < python
        assert stack[python - 1] == "pybind11::cpp_function::dispatcher"


def test_short_threads_are_seen_too() -> None:
    profiler = _core.CpuProfiler(hz=1000)

    def short() -> None:
        burn(in_python, 0.1)

    tids = set()
    for _ in range(5):
        thread = threading.Thread(target=short)
        thread.start()
        thread.join()
        tids.add(thread.native_id)
    assert tids & {tid for frames, _, _, tid, _ in profiler.stop() if frames}


def test_one_profile_at_a_time() -> None:
    profiler = _core.CpuProfiler()
    with pytest.raises(UsageError, match="profiled already"):
        _core.CpuProfiler()
    assert _core.thread_stacks(60), "at the same time"
    profiler.stop()
    with pytest.raises(UsageError, match="stopped already"):
        profiler.stop()
    _core.CpuProfiler().stop()


@pytest.mark.parametrize("hz", [0, 1001])
def test_the_rate_has_limits(hz: int) -> None:
    with pytest.raises(UsageError, match="1 to 1000"):
        _core.CpuProfiler(hz=hz)


def profiler_threads() -> list[str]:
    names = [path.joinpath("comm").read_text().strip() for path in Path("/proc/self/task").iterdir()]
    return [name for name in names if name == "traceleft-prof"]


def caught() -> bool:
    """Whether the process has a handler for SIGPROF."""
    [mask] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("SigCgt:")]
    return bool(int(mask.split()[1], 16) >> (signal.SIGPROF - 1) & 1)


def test_nothing_is_left_of_a_profile() -> None:
    timers = Path("/proc/self/timers")
    before = timers.read_text() if timers.exists() else ""
    assert not caught()
    profiler = _core.CpuProfiler()
    assert caught()
    assert profiler_threads()
    profiler.stop()
    assert not caught()
    assert not profiler_threads()
    assert (timers.read_text() if timers.exists() else "") == before
    # Nor of one that nobody stops.
    profiler = _core.CpuProfiler()
    del profiler
    assert not caught()
    assert not profiler_threads()


def test_sigprof_of_others_goes_on_to_its_handler() -> None:
    numbers: list[int] = []
    before = signal.signal(signal.SIGPROF, lambda number, _: numbers.append(number))
    try:
        profiler = _core.CpuProfiler()
        signal.raise_signal(signal.SIGPROF)
        assert len(numbers) == 1
        profiler.stop()
        signal.raise_signal(signal.SIGPROF)
        assert len(numbers) == 2
    finally:
        signal.signal(signal.SIGPROF, before)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=200, check=False)


def test_signals_on_their_way_do_not_end_the_process() -> None:
    """Profiles that end while every thread is busy: SIGPROF by itself would be the process's end."""
    done = run("""
import sys, threading
from traceleft import _core
sys.setswitchinterval(1e-5)
stop = threading.Event()
def spin():
    while not stop.is_set():
        sum(range(100))
threads = [threading.Thread(target=spin) for _ in range(8)]
for thread in threads: thread.start()
for _ in range(50):
    _core.CpuProfiler(1000).stop()
    _core.thread_stacks(0)
stop.set()
for thread in threads: thread.join()
print("alive")
""")
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


def test_after_a_profile_the_signal_is_what_it_was() -> None:
    done = run("""
import os, signal
from traceleft import _core
_core.CpuProfiler().stop()
os.kill(os.getpid(), signal.SIGPROF)
signal.pause()
""")
    assert done.returncode == -signal.SIGPROF


def test_a_forked_child_ends() -> None:
    done = run("""
import os
from traceleft import _core
profiler = _core.CpuProfiler()
pid = os.fork()
if pid == 0:
    try:
        profiler.stop()
    except Exception as error:
        print(error, flush=True)
    del profiler
    os._exit(7)
status = os.waitpid(pid, 0)[1]
profiler.stop()
print(os.waitstatus_to_exitcode(status))
""")
    assert done.stdout == "the CPU profile is of the process that was forked\n7\n", done.stderr


def test_a_process_may_end_while_it_is_profiled() -> None:
    done = run("from traceleft import _core; profiler = _core.CpuProfiler(1000); sorted(range(10**6), key=str)")
    assert (done.returncode, done.stderr) == (0, "")


def test_stacks_are_taken_while_everything_changes() -> None:
    """Code objects, frames and threads that come and go, under as many signals as there can be."""
    done = run("""
import gc, sys, threading, time
from traceleft import _core
sys.setswitchinterval(1e-5)
def churn():
    source = "def f(n):\\n  return f(n - 1) if n else sorted([1], key=lambda x: 1 // 0)"
    def numbers(n):
        try:
            yield from (i for i in range(n))
        finally:
            gc.collect(0)
    end = time.thread_time() + 1
    while time.thread_time() < end:
        scope = {}
        exec(compile(source, "gone.py", "exec"), scope)
        try:
            scope["f"](50)
        except ZeroDivisionError:
            pass
        list(numbers(10))
        thread = threading.Thread(target=str)
        thread.start()
        thread.join()
profiler = _core.CpuProfiler(1000)
threads = [threading.Thread(target=churn) for _ in range(3)]
for thread in threads: thread.start()
while any(thread.is_alive() for thread in threads):
    _core.thread_stacks(60)
for thread in threads: thread.join()
files = {file for frames, *_ in profiler.stop() for _, file, _, address in frames if not address}
print("gone.py" in files)
""")
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


def test_symbols() -> None:
    addresses = [address for _, _, _, address in stack_of(threading.current_thread()) if address]
    symbols = _core.symbolize([*addresses, 1])
    assert "traceleft::thread_stacks" in [function for function, _ in symbols]
    assert {file for function, file in symbols if function.startswith("traceleft::")} == {_core.__file__}
    assert symbols[-1] == ("[unknown]", "")
    assert Path(symbols[0][1]).exists()
