# SPDX-License-Identifier: MIT
"""Every syscall, with its shipped handler.

Each handler passes the verifier under each backend, and can be attached: all at once, and each alone. Every syscall
that can be called safely is called, with good pointers and with bad ones, by a real process: each event is held against
what was passed, what the call returned, and what the kernel left in the memory of its caller.

One tracer and one process serve them all. The kernel takes long to let go of a tracepoint.
"""

from __future__ import annotations

import bisect
import collections
import errno
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

import traceleft
from tests.support import ROOT, SUPPORT, lab
from tests.support.arguments import ANY, EMPTY, Captured, Made, text
from tests.support.caller import Caller, Logged
from tests.support.calls import FAMILIES, NOT_CALLED
from tests.support.syscall_numbers import NUMBERS
from tests.support.victims import TIMEOUT
from traceleft import battery

OBJECTS = ROOT / "battery" / "out"
"""Each handler, compiled on its own; only in a checkout."""
TRACEFS = Path("/sys/kernel/tracing/events"), Path("/sys/kernel/debug/tracing/events")
TRACEPOINTS = {
    "fstat": "newfstat",
    "lstat": "newlstat",
    "sendfile": "sendfile64",
    "stat": "newstat",
    "umount2": "umount",
    "uname": "newuname",
}
"""Those that are called as the kernel's function, and not as the syscall."""
LEAST_CALLED = 250
EXECUTING = {"execve", "execveat"}
USER_END = 1 << 47
NO_EVENT = "no event came"
MOST_SHOWN = 40
"""Differences, in a failure's message."""


@pytest.fixture(scope="module")
def caller_program() -> Path:
    """caller.c, compiled."""
    return lab.compiled(["cc", "-O2", "-Wall", "-Werror"], (SUPPORT / "caller.c").read_bytes())


class Traced:
    """A process, and the tracer that follows it and its children with every handler that there is."""

    def __init__(self, tracer: traceleft.Tracer, caller: Caller) -> None:
        self.tracer, self.caller = tracer, caller
        self.attachment = tracer.attach(tracer.traceable(), pids=[caller.pid], follow_forks=True)
        self._read = 0
        self._skipped = 0

    def skipped(self) -> int:
        """Calls that the kernel has skipped since this was last asked; of any process, and none before Linux 7."""
        before, self._skipped = self._skipped, self.tracer.stats().skipped_runs
        return self._skipped - before

    def events(self) -> list[traceleft.Event]:
        """All events of which none was read before."""
        events: list[traceleft.Event] = []
        stats = self.tracer.stats()
        delivered = stats.handled - stats.lost
        while self._read < delivered:
            batch = self.tracer.read(TIMEOUT)
            assert batch is not None, f"{delivered - self._read} events are missing: {self.tracer.stats()}"
            assert self.tracer.format(batch).count("\n") == len(batch)
            self._read += len(batch)
            events.extend(batch)
        return events


@pytest.fixture(scope="module")
def traced(backend: str, caller_program: Path) -> Iterator[Traced]:
    with (
        Caller(caller_program) as caller,
        traceleft.Tracer(backend=backend, buffer_limit=4096, environments=True) as tracer,
    ):
        yield Traced(tracer, caller)


@pytest.fixture
def caller(traced: Traced, tmp_path: Path) -> Iterator[Caller]:
    """A process in a directory of its own that anybody may go to."""
    tmp_path.chmod(0o755)
    caller = traced.caller
    with caller.alone():
        caller.call("chdir", text(tmp_path), ret=0, bad=())
        caller.log.clear()
        yield caller


class Events:
    """Events by thread and time."""

    def __init__(self, events: list[traceleft.Event]) -> None:
        self._of: dict[int, list[traceleft.Event]] = collections.defaultdict(list)
        for event in events:
            self._of[event.tid].append(event)
        self._times = {tid: [event.timestamp for event in of] for tid, of in self._of.items()}

    def during(self, made: Made) -> list[traceleft.Event]:
        """Those of the thread that made a call, while it did."""
        times = self._times.get(made.pid, [])
        first, end = bisect.bisect_left(times, made.before), bisect.bisect_right(times, made.after)
        return self._of[made.pid][first:end]


def differences(logged: Logged, events: Events, traceable: set[str], backend: str) -> Iterator[str]:
    """How a call's event differs from what it must be."""
    by_function = backend in ("fentry", "kprobe")
    made, expected = logged
    during = events.during(made)
    found = [event for event in during if event.nr == made.nr]
    if made.name not in traceable:
        if found:
            yield f"{made.name} is not traceable, but has an event"
        return
    if not made.ends and (others := {event.syscall for event in during} - {made.name} - made.also):
        yield f"events of {others} came"
    for other in made.also & traceable - {event.syscall for event in during}:
        yield f"no event of {other} came"
    if by_function and not found and made.ret == -errno.ENOSYS:
        return  # the table leads elsewhere than to the function of that name
    if not found:
        yield NO_EVENT
        return
    if len(found) > 1:
        yield f"{len(found)} events came"
        return
    [event] = found
    # A program that was executed has execve's number, but a function knows its name.
    executed = by_function and made.ends and event.syscall == "execveat"
    arguments = slice(1, 4) if executed else slice(None)
    yield from compared("syscall", event.syscall, "execveat" if executed else made.name)
    yield from compared("pid", event.pid, made.pid)
    yield from compared("ret", event.ret, made.ret)
    yield from compared("foreign", event.foreign, False)
    yield from register_differences(tuple(event.raw_args.values())[arguments], logged)
    yield from compared("args", list(event.args), list(event.raw_args))
    for name, wanted in zip(list(event.raw_args)[arguments], expected):
        yield from argument_differences(event, name, wanted)


def register_differences(registers: tuple[int, ...], logged: Logged) -> Iterator[str]:
    made = logged.made
    if made.name not in EXECUTING or not made.ends:
        yield from compared("registers", registers, made.registers)
        return
    # A new program has its own copies of what its caller pointed to.
    for number, passed, wanted in zip_longest(registers, made.registers, logged.expected):
        if not isinstance(wanted, Captured):
            yield from compared("register", number, passed)
        elif number is None or number == passed or not 0 < number < USER_END:
            yield f"address {number} is none in the new program"


def argument_differences(event: traceleft.Event, name: str, wanted: Captured | object) -> Iterator[str]:
    status = event.capture_status(name)
    if not isinstance(wanted, Captured):
        yield from compared(name, event[name], wanted)
        yield from compared(f"status of {name}", status, None)
        return
    if status not in wanted.statuses:
        yield f"status of {name} is {status}, not {' or '.join(sorted(wanted.statuses))}"
    elif wanted.content is not ANY:
        yield from compared(f"bytes of {name}", event.captured_bytes(name) or None, wanted.content or None)
    yield from compared(name, event[name], wanted.value)


def compared(what: str, value: object, wanted: object) -> Iterator[str]:
    if not fits(value, wanted):
        yield f"{what} is {value!r}, not {wanted!r}"


def fits(value: object, wanted: object) -> bool:
    """Whether they are the same, but for keys of dictionaries that nothing is wanted of."""
    if wanted is ANY:
        return value is not None
    if wanted is EMPTY:
        return not value
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(key in value and fits(value[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return isinstance(value, list) and len(value) == len(wanted) and all(map(fits, value, wanted))
    return type(value) is type(wanted) and value == wanted


def has_tracepoints(syscall: str) -> bool:
    """Whether the kernel has one for its begin and one for its end."""
    name = TRACEPOINTS.get(syscall, syscall)
    events = next(path for path in TRACEFS if path.is_dir()) / "syscalls"
    return all((events / f"sys_{side}_{name}").is_dir() for side in ("enter", "exit"))


def syscall_functions() -> set[str]:
    """Syscalls that the kernel has a function for. A weak one stands for a call that was left out of this kernel."""
    names = {function: syscall for syscall, function in TRACEPOINTS.items()}
    symbols = (line.split() for line in Path("/proc/kallsyms").read_text().splitlines())
    functions = (name for _, kind, name, *_ in symbols if kind in "Tt")
    found = {name[len("__x64_sys_") :] for name in functions if name.startswith("__x64_sys_")}
    return {names.get(name, name) for name in found}


def takes_no_probe(syscall: str) -> bool:
    """Whether the kernel refuses probes in a syscall's function, as in one that ftrace can't trace."""
    events = next(path for path in TRACEFS if path.is_dir()).parent / "kprobe_events"
    function = f"__x64_sys_{TRACEPOINTS.get(syscall, syscall)}"
    try:
        with events.open("a") as file:
            file.write(f"p:traceleft_test/{syscall} {function}\n")
    except OSError:
        return True
    with events.open("a") as file:
        file.write(f"-:traceleft_test/{syscall}\n")
    return False


def attach_each(tracer: traceleft.Tracer, pid: int, handlers: dict[str, str | Path]) -> None:
    """Attaches handlers one by one, and takes each out again; names all that can't be."""
    failures = []
    for name, handler in handlers.items():
        try:
            attachment = tracer.attach(handler, pids=[pid])
        except traceleft.TraceleftError as error:
            failures.append(f"{name}: {error}")
            continue
        if attachment.syscalls != (name,):
            failures.append(f"{name}: attached to {attachment.syscalls}")
        tracer.detach(attachment)
    if failures:
        pytest.fail(f"{len(failures)} of {len(handlers)} handlers:\n" + "\n".join(failures), pytrace=False)


@pytest.mark.each_kernel
def test_all_handlers_in_one_process(traced: Traced) -> None:
    assert sorted(traced.attachment.syscalls) == sorted(traced.tracer.traceable())


@pytest.mark.each_kernel
def test_what_a_backend_sees(backend: str) -> None:
    """Each call that it has a hook for, and no other.

    raw_tp sees calls by number, of whatever the kernel has a function for or none. Of a function without arguments
    the kernel's BTF may say nothing, and then fentry has no hook.
    """
    with traceleft.Tracer(backend=backend) as tracer:
        traceable, syscalls = set(tracer.traceable()), set(battery.syscalls())
    functions = syscall_functions() & syscalls
    assert len(functions) > 300
    if backend == "raw_tp":
        assert traceable == syscalls
    elif backend == "tracepoint":
        assert traceable == set(filter(has_tracepoints, syscalls))
    else:
        assert traceable <= functions
        refused = set(filter(takes_no_probe, functions - traceable))
        if backend == "kprobe":
            assert traceable == functions - refused
        else:
            spec = battery.schema_spec()["syscalls"]
            assert {name for name in functions - traceable - refused if spec[name]["args"]} == set()


def test_each_shipped_handler_alone(traced: Traced, caller_program: Path) -> None:
    with Caller(caller_program) as other:
        attach_each(traced.tracer, other.pid, {name: name for name in lab.sampled(traced.tracer.traceable())})


@pytest.mark.any_backend
def test_each_handler_compiled_alone(traced: Traced, caller_program: Path) -> None:
    """What `traceleft trace PID:handle_syscall_X.bpf` loads."""
    handlers = {name: OBJECTS / f"handle_syscall_{name}.bpf" for name in lab.sampled(traced.tracer.traceable())}
    assert [name for name, path in handlers.items() if not path.exists()] == []
    with Caller(caller_program) as other:
        attach_each(traced.tracer, other.pid, handlers)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_each_field_of_each_call(traced: Traced, caller: Caller, family: Callable[[Caller], None]) -> None:
    family(caller)
    events = Events(traced.events())
    hooks = set(traced.tracer.traceable()), traced.tracer.backend
    found = [f"{logged.made}: {each}" for logged in caller.log for each in differences(logged, events, *hooks)]
    # A call that the kernel skipped has no event, and is counted.
    unseen = [each for each in found if each.endswith(NO_EVENT)]
    if len(unseen) <= traced.skipped():
        found = [each for each in found if each not in unseen]
    if found:
        pytest.fail(f"{len(found)} differences:\n" + "\n".join(found[:MOST_SHOWN]), pytrace=False)


def test_every_event_is_accounted_for(traced: Traced) -> None:
    """The last, for it stops the tracer."""
    traced.tracer.stop()
    assert lab.assert_accounted(traced.tracer).lost == 0


@pytest.mark.any_kernel
def test_every_syscall_is_called_or_excused(caller_program: Path, tmp_path: Path) -> None:
    """What the families call; here nobody traces them."""
    called: set[str] = set()
    for name, family in FAMILIES.items():
        (tmp_path / name).mkdir()
        tmp_path.chmod(0o755)
        with Caller(caller_program) as caller:
            caller.call("chdir", text(tmp_path / name), bad=())
            family(caller)
            called.update(logged.made.name for logged in caller.log)
    syscalls = set(battery.syscalls())
    assert sorted(syscalls - called - set(NOT_CALLED)) == [], "neither called nor excused"
    assert sorted(called & set(NOT_CALLED)) == [], "called, and excused"
    assert len(called & syscalls) >= LEAST_CALLED


@pytest.mark.each_kernel
def test_every_number_has_its_handler() -> None:
    """The schema has every syscall of the kernel's table, by its name and number."""
    spec = battery.schema_spec()["syscalls"]
    assert {name: call["nr"] for name, call in spec.items()} == NUMBERS
