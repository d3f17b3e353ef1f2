# SPDX-License-Identifier: MIT
"""The Python API's arguments: one spelling with the command line, and one clear error for what can't be."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import traceleft
from tests.support import lab
from tests.support.victims import Worker
from traceleft import battery

pytestmark = [pytest.mark.any_backend, pytest.mark.any_kernel]


@pytest.fixture(scope="module")
def tracer(backend: str) -> Iterator[traceleft.Tracer]:
    """One for all tests that attach nothing in vain."""
    with traceleft.Tracer(backend=backend) as tracer:
        yield tracer


OPENS = {"open", "openat", "openat2", "open_by_handle_at", "open_tree", "open_tree_attr"}


@pytest.mark.parametrize(
    ("handler", "syscalls"),
    [
        ("openat", {"openat"}),
        ("openat,read", {"openat", "read"}),
        ("open*", OPENS),
        ("open*,read,openat", OPENS | {"read"}),
        ("epoll_wai[t]", {"epoll_wait"}),
        ("epoll_c?eate", {"epoll_create"}),
        ("all", "all"),
        ("all,read", "all"),
        (["openat", "read", "openat"], {"openat", "read"}),
        (["open*", "read"], OPENS | {"read"}),
        (("all",), "all"),
        (iter(["read,write"]), {"read", "write"}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,  # sets have no order
)
def test_what_names_stand_for(tracer: traceleft.Tracer, handler: object, syscalls: set[str] | str) -> None:
    here = set(tracer.traceable())
    wanted = here if syscalls == "all" else here & set(syscalls)
    attachment = tracer.attach(handler, pids=[os.getpid()])  # type: ignore[arg-type]
    assert set(attachment.syscalls) == wanted
    assert {each.syscall for each in tracer.handlers() if os.getpid() in each.pids} - {"unnamed"} == wanted
    tracer.detach(attachment)
    assert not any(os.getpid() in each.pids for each in tracer.handlers())


def test_spawn_takes_what_attach_takes(tracer: traceleft.Tracer) -> None:
    """With the siblings of a plain name: several, a pattern, a file, and a list of these."""
    out = str(Path(__file__).parents[2] / "battery" / "out" / "handle_syscall_close.bpf")
    for handlers, syscalls in [
        ("openat", {"openat"}),
        ("openat,close", {"openat", "close"}),
        ("close*", {"close"}),
        (out, {"close"}),
        (Path(out), {"close"}),
        (["openat", Path(out)], {"openat", "close"}),
        ([["openat", "close"]], {"openat", "close"}),
        (iter(["openat", "close"]), {"openat", "close"}),
    ]:
        with tracer.spawn(["cat", "/dev/null"], handlers) as command:
            pass
        found: set[str] = set()
        while not found >= syscalls:
            batch = tracer.read(lab.TIMEOUT)
            assert batch is not None, f"{handlers}: only {found} came"
            found.update(event.syscall for event in batch if event.pid == command.pid)
        found.update(event.syscall for event in tracer.events(timeout=0) if event.pid == command.pid)
        assert command.returncode == 0 and found == syscalls, handlers


WRONG = {
    "spawn: a command's line": lambda tracer: tracer.spawn("ls -l", "openat"),
    "spawn: its bytes": lambda tracer: tracer.spawn(b"ls", "openat"),
    "spawn: an unknown name": lambda tracer: tracer.spawn(["ls"], "opnat"),
    "spawn: no name": lambda tracer: tracer.spawn(["ls"], [[]]),
    "spawn: a number": lambda tracer: tracer.spawn(["ls"], 7),
    "pids: a str": lambda tracer: tracer.attach("openat", pids="1234"),
    "pids: a str in a list": lambda tracer: tracer.attach("openat", pids=["1234"]),
    "pids: bytes": lambda tracer: tracer.attach("openat", pids=b"1234"),
    "pids: a number": lambda tracer: tracer.attach("openat", pids=1234),
    "pids: a fraction": lambda tracer: tracer.attach("openat", pids=[1.5]),
    "pids: none at all": lambda tracer: tracer.attach("openat", pids=[]),
    "pids: below the lowest": lambda tracer: tracer.attach("openat", pids=[0]),
    "pids: above the highest": lambda tracer: tracer.attach("openat", pids=[1 << 40]),
    "ignore: a str": lambda tracer: tracer.ignore("1234"),
    "ignore: a negative number": lambda tracer: tracer.ignore([-1]),
    "program_id: a str": lambda tracer: tracer.attach("openat", program_id="7"),
    "program_id: below the lowest": lambda tracer: tracer.attach("openat", program_id=-1),
    "program_id: above the highest": lambda tracer: tracer.attach("openat", program_id=1 << 64),
    "handler: an unknown name": lambda tracer: tracer.attach("opnat"),
    "handler: an unknown one of several": lambda tracer: tracer.attach("openat,opnat"),
    "handler: a pattern that fits none": lambda tracer: tracer.attach("nosuch*"),
    "handler: none": lambda tracer: tracer.attach([]),
    "handler: an empty name": lambda tracer: tracer.attach(""),
    "handler: an empty one of several": lambda tracer: tracer.attach("openat,,read"),
    "handler: a number": lambda tracer: tracer.attach(7),
    "handler: bytes": lambda tracer: tracer.attach(b"openat"),
    "handler: None": lambda tracer: tracer.attach(None),
    "handler: a file in a list": lambda tracer: tracer.attach(["openat", "./my.bpf"]),
}


@pytest.mark.parametrize("call", WRONG.values(), ids=WRONG)
def test_what_can_never_work_is_a_usage_error(
    tracer: traceleft.Tracer, call: Callable[[traceleft.Tracer], object]
) -> None:
    in_place = tracer.handlers()
    with pytest.raises(traceleft.UsageError) as raised:
        call(tracer)
    text = str(raised.value)
    assert text.isprintable() and "incompatible" not in text and "tuxcall" not in text
    assert tracer.handlers() == in_place


def test_handlers_attached_one_by_one_share_an_object(backend: str, worker: Worker) -> None:
    """The ninth loads all of them, once: programs and maps stay as many, and each attachment is still one's own."""
    names = ["read", "write", "close", "getpid", "getsid", "umask", "sync", "dup", "chdir", "rmdir", "personality"]
    with traceleft.Tracer(backend=backend, durations=False) as tracer:
        attachments = [tracer.attach(name, pids=[worker.pid]) for name in names]
        assert [each.syscalls for each in attachments] == [(name,) for name in names]
        loaded = lab.bpf_ids_of(os.getpid())
        later = [tracer.attach(name, pids=[worker.pid]) for name in ("read", "getcwd", "chdir")]
        programs = lab.bpf_ids_of(os.getpid())["prog"]
        assert len(programs - loaded["prog"]) <= 2  # getcwd's trace probes
        assert [(each.syscall, each.pid) for each in later[0].replaced] == [("read", worker.pid)]
        tracer.detach(attachments[0])  # the later one stays
        worker.read(3)
        tracer.detach(later[2])
        in_place = {each.syscall for each in tracer.handlers() if not each.entry}
        assert in_place == {*names, "getcwd"} - {"chdir"}
        assert [event.syscall for event in lab.finished(tracer)].count("read") == 3


def test_a_stopped_tracer_says_so(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend) as tracer:
        tracer.attach("read", pids=[worker.pid])
        worker.read(5)
    assert len(list(tracer)) == 5  # what was received can still be read, once
    for use in (
        lambda: list(tracer),
        lambda: list(tracer.events(timeout=1.0)),
        lambda: tracer.batches(),
        lambda: tracer.collect(1.0),
        lambda: tracer.__enter__(),
        lambda: tracer.attach("read"),
        lambda: tracer.spawn(["true"], "read"),
    ):
        with pytest.raises(traceleft.TraceleftError, match=r"this tracer was stopped.*create another one"):
            use()
    assert tracer.read(0) is None and tracer.stats().received == 5


def test_what_is_left_in_a_stopped_tracer_is_collected_once(backend: str, worker: Worker) -> None:
    tracer = traceleft.Tracer(backend=backend)
    tracer.attach("read", pids=[worker.pid])
    worker.read(5)
    tracer.stop()
    assert len(tracer.collect(1.0)) == 5
    with pytest.raises(traceleft.TraceleftError, match="was stopped"):
        tracer.collect(1.0)
    assert list(tracer) == []  # the first iteration's own end: one that began before stop() would end so, too
    with pytest.raises(traceleft.TraceleftError, match="was stopped"):
        iter(tracer)


SMALL = 64 * 1024


@pytest.mark.parametrize("use", ["events", "batches", "collect", "broken off"])
def test_losses_are_warned_of(backend: str, worker: Worker, use: str) -> None:
    """With the numbers, once they are known; for a file of Parquet events are batches like all others."""
    with pytest.warns(traceleft.LostEventsWarning) as warned:
        with traceleft.Tracer(backend=backend, ring_size=SMALL, buffer=1) as tracer:
            tracer.attach("read", pids=[worker.pid])
            worker.read(5000)
            if use == "collect":
                assert tracer.collect(0.1).stats.lost > 0  # type: ignore[union-attr]
            elif use == "broken off":
                next(tracer.events())
            else:
                list(getattr(tracer, use)(timeout=0.1))
        lost = tracer.stats().lost
    assert lost > 0
    assert [str(each.message).split(" were lost")[0] for each in warned] == [f"{lost} events of 5000"]
    assert warned[0].filename == __file__


def test_where_nothing_is_lost_nothing_is_warned_of(backend: str, worker: Worker) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach("read", pids=[worker.pid])
            worker.read(5)
            assert len(tracer.collect(0.1)) == 5


def test_a_loop_over_a_busy_process_warns_while_it_goes_on(backend: str, worker: Worker) -> None:
    with traceleft.Tracer(backend=backend, ring_size=SMALL, buffer=1) as tracer:
        tracer.attach("read", pids=[worker.pid])
        going = threading.Event()

        def read() -> None:
            while not going.is_set():
                worker.read(1000)

        thread = threading.Thread(target=read)
        thread.start()
        try:
            with pytest.warns(traceleft.LostEventsWarning, match=r"\d+ events of \d+ were lost \(.*over_budget \d+"):
                for _ in tracer.batches(timeout=lab.TIMEOUT):
                    threading.Event().wait(0.05)  # slower than the events come
                    if tracer._lost_before:
                        break
        finally:
            going.set()
            thread.join()
        tracer.stop()


def test_names_of_other_machines_and_near_ones() -> None:
    for name, said in [
        ("opnat", "did you mean openat"),
        ("nosuch", "`traceleft list`"),
        ("all*", "no syscall matches"),
        ("al", "`traceleft list`"),
    ]:
        with pytest.raises(traceleft.UsageError, match=said):
            battery.matching(name)
