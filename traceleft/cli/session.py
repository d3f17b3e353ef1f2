"""A run of tracing, as `traceleft trace` and `traceleft record` make it."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from traceleft import defaults
from traceleft.cli import telemetry
from traceleft.cli.output import (
    ChosenOutputs,
    Function,
    add_options,
    all_closed,
    closed_pipe,
    open_outputs,
    summarize_outputs,
)
from traceleft.errors import UsageError
from traceleft.operand import Operand, parse_operand
from traceleft.printable import say
from traceleft.users import User

if TYPE_CHECKING:  # the extension is loaded when something is traced, not for --help
    from traceleft._core import CallStatistics
    from traceleft.command import Command
    from traceleft.fanout import Fanout
    from traceleft.stats import Stats
    from traceleft.tracer import Tracer

_PATIENCE_SECONDS = 0.5
"""After the second signal: how long the outputs have."""
_WATCHDOG_SECONDS = 4.0
"""After the second signal: how long the process has at most."""
POLL_SECONDS = 0.1
"""How soon the end of a command, or of the traced processes, is noticed."""

COMPAT_SECONDS = 1.0
"""How soon it is said that a process makes 32-bit calls."""
MOST_COMPAT_CALLERS = 20
"""Of so many it is said: whoever is traced can start any number."""

_OPTIONS = (
    click.argument("operands", nargs=-1, metavar="[[PROGRAM_ID:]PID[,PID...]:]HANDLER...  [-- COMMAND [ARG]...]"),
    click.option(
        "--backend",
        envvar="TRACELEFT_BACKEND",
        default="auto",
        show_default=True,
        type=click.Choice(["auto", "raw_tp", "tracepoint", "fentry", "kprobe"]),
        help="How to hook syscalls.",
    ),
    click.option("-f", "--follow-forks", is_flag=True, help="Trace children of the PIDs too, from their start."),
    click.option(
        "-u",
        "command_user",
        metavar="USER",
        help="Run the COMMAND as this user, with the user's groups and environment.",
    ),
    click.option(
        "--user",
        "own_user",
        metavar="USER",
        help="Become this user as soon as all is attached and open, without any capability. The COMMAND runs as this "
        "user, too.",
    ),
    click.option(
        "-s",
        "--string-limit",
        default=defaults.BUFFER_LIMIT,
        show_default=True,
        type=click.IntRange(0, 32768),
        help="Bytes captured of a buffer. Paths are captured whole.",
    ),
    click.option("-T", "--durations", is_flag=True, help="Show the time spent in each call."),
    click.option(
        "--decode-pids",
        default="none",
        show_default=True,
        type=click.Choice(["none", "pidns"]),
        help="pidns: show what a process in another pid namespace (a container's) is called there.",
    ),
    click.option(
        "--environments",
        is_flag=True,
        help="Capture the environments of executed programs, which hold secrets, and not only how many variables they "
        "have.",
    ),
    click.option(
        "--ring-size",
        default=f"{defaults.RING_SIZE >> 20}M",
        show_default=True,
        metavar="SIZE",
        help="Size of the events ring, a power of two (64K, 16M).",
    ),
    click.option(
        "--slots",
        default=defaults.SLOTS,
        show_default=True,
        type=click.IntRange(2, 65536),
        help="Processes that can have handlers of their own at once, plus one.",
    ),
    click.option(
        "--btf",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="The kernel's types, where it is built without BTF of its own.",
    ),
    click.option(
        "--maxactive",
        default=defaults.MAXACTIVE,
        show_default=True,
        type=click.IntRange(1, 4096),
        help="Threads in one call whose returns backend kprobe sees.",
    ),
)


def tracing_options(function: Function) -> Function:
    """Gives a subcommand the arguments and options of tracing: it gets them as keywords, which run() takes."""
    return add_options(function, (*_OPTIONS, *telemetry.OPTIONS))


def run(
    command: list[str] | None,
    outputs: ChosenOutputs,
    *,
    operands: tuple[str, ...],
    backend: str,
    follow_forks: bool,
    command_user: str | None,
    own_user: str | None,
    string_limit: int,
    durations: bool,
    decode_pids: str,
    environments: bool,
    ring_size: str,
    slots: int,
    btf: str | None,
    maxactive: int,
    **looking: Any,
) -> int:
    """Traces to the end, and returns the exit status. Raises UsageError, TraceleftError, OSError."""
    if not operands:
        raise click.UsageError("nothing to trace: name a handler, such as openat")
    if command is not None and not command:
        raise click.UsageError("there is no command behind `--`")
    if command_user is not None and command is None:
        raise click.UsageError("-u is for a command: write `-- COMMAND` behind the handlers")
    if command_user is not None and own_user not in (None, command_user):
        raise click.UsageError(
            f"-u {command_user} and --user {own_user} differ: {own_user} may send {command_user}'s command no signals"
        )
    for name in filter(None, (command_user, own_user)):
        User.named(name)
    parsed = [parse_operand(operand) for operand in operands]
    views = telemetry.chosen_views(looking)
    from traceleft import battery
    from traceleft.command import Command
    from traceleft.origin import Origin
    from traceleft.outputs import Context
    from traceleft.telemetry import Telemetry
    from traceleft.tracer import Tracer

    tracer = Tracer(
        backend=backend,
        ring_size=parse_size(ring_size),
        buffer_limit=string_limit,
        durations=durations,
        namespace_pids=decode_pids == "pidns",
        environments=environments,
        slots=slots,
        btf=btf,
        maxactive=maxactive,
        handler_times=views.any,
    )
    with tracer:
        context = Context(battery.schema(), Origin.here(), options=outputs.options)
        fanout = open_outputs(outputs, context, tracer.stats)
        seen = Telemetry(tracer, outputs=lambda: fanout.branches, calls=telemetry.call_statistics(views))
        session = _Session(
            tracer, fanout, Command(command, user=command_user or own_user) if command else None, seen.calls
        )
        with session.signals():
            with contextlib.ExitStack() as looked_at:
                try:
                    looked_at.enter_context(telemetry.opened(views, seen))
                    session.only_processes = not command and all(operand.pids for operand in parsed)
                    ignored = [] if command or session.only_processes else session.ignore_readers(outputs)
                    session.attach(parsed, follow_forks)
                    if own_user is not None:
                        tracer.become(own_user)
                    for whom in ignored:
                        say(f"not traced: {whom}")
                    session.run()
                finally:
                    session.close()
            session.summarize()
            if views.stats:
                telemetry.print_stats(seen)
            return session.exit_status()


def parse_size(text: str) -> int:
    """Bytes out of `65536`, `64K`, `16M` or `1G`. Raises UsageError."""
    units = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}
    match = re.fullmatch("([0-9]{1,10})([KMG]?)", text.upper())
    size = int(match[1]) * units[match[2]] if match else 2**32
    if size >= 2**32:
        raise UsageError(f"{text!r} is no size; write bytes, or 64K, 16M, 1G (below 4G)")
    return size


class _EndNow(BaseException):
    """Something has kept us for too long after the second signal."""


class _Session:
    """One run: attaches, passes events on until something ends it, sums up."""

    def __init__(self, tracer: Tracer, outputs: Fanout, child: Command | None, calls: CallStatistics | None) -> None:
        self.tracer = tracer
        self.outputs = outputs
        self.child = child
        self.calls = calls
        self.only_processes = False
        """Nothing but given processes is traced, so that their end is ours."""
        self.interrupted = 0
        """The signal that asked us to end."""
        self.impatient = False
        """It came again: a command that is still running is left to itself, and what waits for an output is dropped."""
        self._stuck = False
        self._every_call: list[str] | None = None
        self._look_again = 0.0
        self._look_for_compat_callers = 0.0
        self._said_32bit: set[int] = set()
        """PIDs of which it has been said that their 32-bit calls are not decoded."""
        self._compat_callers: set[tuple[int, int]] = set()

    def ignore_readers(self, outputs: ChosenOutputs) -> list[str]:
        """Keeps default handlers from those whose calls the events would cause; returns who they are, in words."""
        from traceleft.errors import ProcessError
        from traceleft.peers import name_of, readers_of

        ignored = []
        for peer in readers_of(_files(outputs)):
            with contextlib.suppress(ProcessError):  # it has gone; or its PID isn't one that the kernel tells
                self.tracer.ignore([peer.pid])
                ignored.append(f"{peer.name} ({peer.pid}), which reads this output")
        return ignored + [f"{name_of(pid)} ({pid}), another traceleft" for pid in self.tracer.ignore_tracers()]

    def attach(self, operands: Sequence[Operand], follow_forks: bool) -> None:
        # Shipped handlers that follow each other and are for the same processes load faster together.
        groups: list[tuple[Operand, list[str]]] = []
        for operand in operands:
            names = self._shipped(operand.handler)
            first, together = groups[-1] if groups else (operand, [])
            alike = (operand.pids, operand.program_id) == (first.pids, first.program_id)
            if names and together and alike and not set(together) & set(names):
                together += names
            else:
                groups.append((operand, list(names)))
        for operand, together in groups:
            self._attach(operand, together or operand.handler, follow_forks)
        self._announce_32bit({pid for operand in operands for pid in operand.pids or ()})

    def _announce_32bit(self, pids: Iterable[int]) -> None:
        """Says of which processes no calls will be shown, since those have other numbers and other registers."""
        from traceleft.elf import is_32bit

        programs = [(pid, f"process {pid}", f"/proc/{pid}/exe") for pid in sorted(pids)]
        if self.child:
            programs.append((self.child.pid, self.child.argv[0], self.child.program))
        for pid, name, path in programs:
            if is_32bit(path):
                self._said_32bit.add(pid)
                say(f"{name} is a 32-bit program: its calls are counted, not decoded")

    def _announce_compat_callers(self) -> None:
        """Says once of each traced process that makes 32-bit calls, whatever its program is."""
        for caller in self.tracer.compat_callers():
            process = (caller.pid, caller.started)
            if process in self._compat_callers or len(self._compat_callers) > MOST_COMPAT_CALLERS:
                continue
            self._compat_callers.add(process)
            if caller.pid in self._said_32bit:
                continue
            if len(self._compat_callers) > MOST_COMPAT_CALLERS:
                say("more processes make 32-bit calls, and are not named")
                return
            say(f"process {caller.pid} ({caller.name}) makes 32-bit calls, which are counted, not decoded")

    def _shipped(self, handler: str) -> list[str]:
        """The syscalls whose shipped handlers a name stands for; none for a file."""
        from traceleft import battery

        if handler != "all":
            return [handler] if battery.is_shipped(handler) else []
        if self._every_call is None:
            self._every_call = self.tracer.traceable()
            missing = sorted(set(battery.syscalls()) - set(self._every_call))
            if missing:
                say(f"not traceable here with {self.tracer.backend}: {', '.join(missing)}")
        return self._every_call

    def _attach(self, operand: Operand, handler: str | list[str], follow_forks: bool) -> None:
        if self.child and not operand.pids:
            attachment = self.tracer.attach_command(self.child, handler, program_id=operand.program_id)
        else:
            attachment = self.tracer.attach(
                handler,
                pids=operand.pids or None,
                program_id=operand.program_id,
                follow_forks=follow_forks,
            )
        for replaced in attachment.replaced:
            whose = f"process {replaced.pid}" if replaced.pid else "default"
            say(
                f"{attachment.path} replaces {replaced.path} as the {whose} handler of {replaced.syscall}: "
                "a later handler wins"
            )

    def run(self) -> None:
        """Traces to the end."""
        if self.child:
            self.child.start()
        try:
            while not self._over():
                self._pass_on(POLL_SECONDS)
            self.tracer.stop()
            while not self.impatient and self._pass_on(0):  # counted, where no output is left
                pass
        finally:
            self.tracer.stop()
            self._drop_the_rest()
            if self.child and not self.output_closed and not self.impatient:
                self.child.wait()

    def close(self) -> None:
        """Ends the outputs."""
        if self._stuck:
            return
        self.tracer.stop()  # its counts are final now
        self._announce_compat_callers()
        self.outputs.close(lambda: self.impatient)

    @property
    def output_closed(self) -> bool:
        """Whether nobody reads the only output any more."""
        return all_closed(self.outputs.branches)

    def _over(self) -> bool:
        if self.outputs.failed:
            return True
        if self.child:
            return self.impatient or self.child.poll() is not None
        return bool(self.interrupted) or (self.only_processes and self._processes_gone())

    def _processes_gone(self) -> bool:
        """Whether the given processes have ended. Not asked for every batch: the kernel goes through all of its map."""
        now = time.monotonic()
        if now < self._look_again:
            return False
        self._look_again = now + POLL_SECONDS
        return not self.tracer.processes_left

    def _pass_on(self, timeout: float) -> bool:
        batch = self.tracer.read(timeout)
        if batch is not None:
            self.outputs.write(batch)
            if self.calls:
                self.calls.add(batch)
        self.outputs.tick()
        now = time.monotonic()
        if now >= self._look_for_compat_callers:
            self._look_for_compat_callers = now + COMPAT_SECONDS
            self._announce_compat_callers()
        return batch is not None

    def _drop_the_rest(self) -> None:
        """Counts what was received, and no output is given any more."""
        while (batch := self.tracer.read(0)) is not None:
            self.outputs.drop(batch)

    @contextlib.contextmanager
    def signals(self) -> Iterator[None]:
        """While tracing, SIGINT, SIGTERM and SIGHUP end it in good order; a command gets them too.

        The second doesn't wait for an output that nobody reads: what is blocked half a second later is left as it is,
        and so is a whole process that is stuck otherwise. The third is the kernel's to act on.
        """

        def interrupt(number: int, frame: object) -> None:
            # Ctrl-C reaches a running command by itself, and it is the command's to end.
            if self.child and number == signal.SIGINT and self.child.running and _in_foreground():
                return
            self.impatient = bool(self.interrupted)
            self.interrupted = number
            if self.child:
                self.child.send_signal(number)
            if self.impatient:
                for each in caught:
                    signal.signal(each, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS, _PATIENCE_SECONDS)
                watchdog = threading.Timer(_WATCHDOG_SECONDS, os._exit, [128 + number])
                watchdog.daemon = True
                watchdog.start()

        def end_now(number: int, frame: object) -> None:
            self._stuck = True
            raise _EndNow

        caught = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = [(number, signal.signal(number, interrupt)) for number in caught]
        before.append((signal.SIGALRM, signal.signal(signal.SIGALRM, end_now)))
        try:
            yield
        except _EndNow:
            self._leave()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before:
                signal.signal(number, handler)

    def _leave(self) -> None:
        """Ends the process, and waits for nothing. The kernel's side, and what can be said without waiting, come
        first."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        try:
            self.tracer.stop()
            self._drop_the_rest()
            self.outputs.abandon()
            if select.select([], [sys.stderr], [], 0)[1]:  # a pipe then has room for a page
                self.summarize()
        finally:
            os._exit(128 + self.interrupted)

    def summarize(self) -> None:
        if self.output_closed:
            return
        say(summary_of(self.tracer.stats()))
        summarize_outputs(self.outputs.branches)

    def exit_status(self) -> int:
        if self.output_closed:
            return 0
        if self.impatient and (self.child is None or self.child.returncode is None):
            return 128 + self.interrupted
        if any(branch.error and not closed_pipe(branch) for branch in self.outputs.branches):
            return 1
        if self.child is None:
            return 0
        code = self.child.wait()
        return code if code >= 0 else 128 - code


def _files(outputs: ChosenOutputs) -> list[str]:
    """Where events are written to, as files; a collector's connections are files, too."""
    from traceleft.endpoint import Address
    from traceleft.peers import connected_to

    files = []
    for kind, target in outputs.targets:
        if kind == "grpc":
            files += connected_to(Address.parse(target, "the collector's address").port)
        else:
            files.append("/proc/self/fd/1" if target == "-" else target)
    return files


def summary_of(stats: Stats) -> str:
    """A trace's end in one line: how many events, and everything that it lacks."""
    line = f"{stats.received} events, {stats.lost} lost, {stats.elapsed:.3f} s"
    if stats.lost:
        cpus = (
            f"cpu{cpu} {reason} {count}" for cpu, lost in stats.lost_by_cpu.items() for reason, count in lost.items()
        )
        line += f" (lost: {', '.join(cpus)}; a larger --ring-size helps)"
    if stats.lost_by_process:
        from traceleft.telemetry.text import most_lost

        line += "; most of process " + ", ".join(f"{pid} ({lost})" for pid, lost in most_lost(stats))
    if stats.compat_calls:
        line += f"; {stats.compat_calls} 32-bit calls, which are not decoded"
    if stats.skipped_runs:
        line += f"; the kernel skipped {stats.skipped_runs} calls (another program was running on their CPU)"
    if stats.probe_misses:
        line += f"; up to {stats.probe_misses} calls missed by kprobes (a larger --maxactive helps)"
    if stats.unfollowed:
        line += f"; {stats.unfollowed} children not followed: too many processes"
    return line


def _in_foreground() -> bool:
    """Whether the terminal, if there is one, sends its signals to this process."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
