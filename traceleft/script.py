# SPDX-License-Identifier: MIT
"""What a script needs around its tracing: options, questions, its end. docs/scripts.md shows how to write one."""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import pwd
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from traceleft.errors import ProcessError, TraceleftError, UsageError
from traceleft.printable import LINES, never_fail, printable

if TYPE_CHECKING:
    from traceleft._core import Batch, Event
    from traceleft.asking import Value, Where
    from traceleft.columns import Column
    from traceleft.measure import Measured, Reading
    from traceleft.serving.client import ServedTracer
    from traceleft.tracer import Tracer

_LOOK_SECONDS = 0.1
"""Seconds until Ctrl-C, or the command's end, is noticed."""
_CHOSEN = 1
"""The program id of the processes that -p or the command chooses."""
_CHOICES: dict[str, dict[str, Any]] = {
    "uid": {"flags": ("-u", "--uid"), "metavar": "USER", "help": "this user only"},
    "comm": {"flags": ("-n", "--name"), "help": "only where the thread's name contains this"},
}
"""Options by the field of an event that they choose by."""
_TIMES = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1, "": 1e-3}


class Options(argparse.ArgumentParser):
    """The command line of a script, with the options that all have: -p PID, -t TID, -d SECONDS, --cgroup DIRECTORY, and
    a command behind `--`. A script that gives -p, -t or -d another meaning keeps --pid, --tid and --duration.

    Args:
        description: the script's docstring, which --help shows as it is.
    """

    def __init__(self, description: str | None) -> None:
        super().__init__(
            prog=Path(sys.argv[0]).name,
            description=description,
            epilog="Behind `--` a command may stand: it is traced, with its children, until it ends.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            conflict_handler="resolve",
        )
        self.add_argument("-p", "--pid", type=int, help="this process only")
        self.add_argument("-t", "--tid", type=int, help="this thread only")
        self.add_argument("-d", "--duration", type=float, help="seconds to trace")
        self.add_argument("--cgroup", type=cgroup_id, metavar="DIRECTORY", help="processes in this cgroup (v2) only")

    def flags(self, **named: str) -> None:
        """Adds options without a value, by their names and helps: failed="-x, only failed calls"."""
        for name, text in named.items():
            short, help = text.split(", ", 1)
            self.add_argument(*filter(None, [short, f"--{name.replace('_', '-')}"]), action="store_true", help=help)

    def choose_by(self, *fields: str) -> None:
        """Adds options that choose calls, for which scope() asks then: -u USER for "uid", -n NAME for "comm"."""
        for field in fields:
            option = {**_CHOICES[field], "type": user_id if field == "uid" else str}
            self.add_argument(*option.pop("flags"), dest=f"by_{field}", **option)

    def intervals(self, default: float | None = None) -> None:
        """Adds the arguments `interval`, in seconds, and `count`, both for Run.every()."""
        words = "until the end" if default is None else f"{default:g}"
        self.add_argument("interval", nargs="?", type=float, default=default, help=f"seconds (default: {words})")
        self.add_argument("count", nargs="?", type=int, help="how often")

    def run(self, main: Callable[[argparse.Namespace, Run], None]) -> None:
        """Runs `main` with the options. Errors end the script with one line, and names never fail to be printed.
        The exit status is the command's, if there is one."""
        never_fail(sys.stdout)
        mark = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
        args = self.parse_args(sys.argv[1:mark], argparse.Namespace(command=sys.argv[mark + 1 :] or None))
        if mark + 1 == len(sys.argv):
            self.error("there is no command behind `--`")
        if args.command and args.pid is not None:
            self.error("-p is for a process that runs already: leave it out, or the command")
        try:
            with Run(args) as run:
                main(args, run)
            sys.exit(run.status)
        except BrokenPipeError:  # whoever read the output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        except TraceleftError as error:
            sys.exit(f"{self.prog}: {printable(str(error), keep=LINES)}")
        except OSError as error:
            place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
            sys.exit(f"{self.prog}: {printable(f'{place}{error.strerror or error}')}")


def cgroup_id(directory: str) -> int:
    """The id that events have of a cgroup, for add_argument(type=)."""
    try:
        return Path(directory).stat().st_ino
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{printable(directory)}: {error.strerror}") from error


def user_id(name: str) -> int:
    """The uid of a user's name or number, for add_argument(type=)."""
    try:
        return int(name) if name.isdecimal() else pwd.getpwnam(name).pw_uid
    except KeyError:
        raise argparse.ArgumentTypeError(f"there is no user {printable(name)}") from None


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, for add_argument(type=)."""
    try:
        return re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"{printable(text)} is no regular expression: {error}") from None


def seconds(text: str) -> float:
    """Of 10us, 1.5ms, 2s, or of a number of milliseconds, for add_argument(type=)."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ns|us|ms|s|)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{printable(text)} is no time; write 10ms, 250us or 1.5s")
    return float(found[1]) * _TIMES[found[2]]


def ports(text: str) -> tuple[int, ...]:
    """Of numbers with commas in between, for add_argument(type=)."""
    numbers = text.split(",")
    if not all(number.isascii() and number.isdecimal() and int(number) < 1 << 16 for number in numbers):
        raise argparse.ArgumentTypeError(f"{printable(text)} is no list of ports; write 80,443")
    return tuple(map(int, numbers))


def scope(
    args: argparse.Namespace, *questions: Where | str | None, **fields: Value | Iterable[Value] | None
) -> Where | None:
    """The question for -t, --cgroup, what choose_by() added and what else is asked: `questions` and `fields`, as
    where() has them, must all hold; those that are None or empty ask nothing. None where nothing is asked.

    Raises UsageError.
    """
    from traceleft.asking import contains, where

    fields = {"tid": args.tid, "cgroup_id": args.cgroup, "uid": getattr(args, "by_uid", None), **fields}
    given = {name: value for name, value in fields.items() if value is not None}
    asked = [where(**given)] if given else []
    if getattr(args, "by_comm", None):
        asked.append(contains("comm", args.by_comm))
    asked += [where(str(question)) for question in questions if question is not None and str(question)]
    joined = None
    for each in asked:
        joined = each if joined is None else joined & each
    return joined


def source_named(pattern: str, *, pairs: bool = False) -> str:
    """What BCC's pattern for functions stands for, as measures take it: a bare word for functions of the kernel,
    t:SUBSYSTEM:EVENT for a tracepoint, syscall:NAME for a syscall, any other with a colon for itself.

    Args:
        pairs: whether functions are to have a duration; else only their entries are looked at.
    """
    kind, colon, rest = pattern.partition(":")
    if not colon or (kind == "p" and rest):
        return f"func:{rest.lstrip(':') or pattern}{'' if pairs else ':entry'}"
    return rest if kind in ("t", "syscall") and rest else pattern


class Run:
    """One run of a script, as its options want it: what it traces or measures, and when it ends, which is at Ctrl-C,
    with -d, or with the command. A second Ctrl-C ends the process, whatever it waits for."""

    def __init__(self, args: argparse.Namespace) -> None:
        from traceleft.command import Command

        self._args = args
        self._command = Command(args.command) if args.command else None
        self._interrupted = False
        self._end = self._next = float("inf")
        self._every: float | None = None
        self._tick: Callable[[], None] = lambda: None
        self._ticks_left = float("inf")

    def show(
        self,
        syscalls: Iterable[str],
        columns: Iterable[Column],
        where: Where | None = None,
        *,
        choose: Callable[[Event], object] = lambda event: True,
        about: Callable[[Event], Iterable[Any]] = lambda event: (None,),
        **tracer: Any,
    ) -> None:
        """Prints a line for each call, or for each part of it.

        Args:
            syscalls: names and patterns; those that can't be traced here are passed over.
            columns: of a line.
            where: which calls; see scope().
            choose: what is true of the events to show, where a question can't tell it.
            about: the parts of an event, which columns with `about` are given: a line for each.
            tracer: arguments of Tracer.
        """
        from traceleft.columns import head_of, line_of

        columns = list(columns)
        head = functools.partial(print, head_of(columns), flush=True)
        for batch in self.batches(syscalls, where, begin=head, **tracer):
            chosen = filter(choose, batch)
            lines = [line_of(columns, event, part) for event in chosen for part in about(event)]
            if lines:
                print("\n".join(lines), flush=True)

    def show_counts(
        self,
        syscalls: Iterable[str],
        columns: Iterable[Column],
        title: str,
        where: Where | None = None,
        *,
        choose: Callable[[Event], object] = lambda event: True,
        **tracer: Any,
    ) -> None:
        """Prints at the end how many calls had the same columns, under this title, most calls first; see show()."""
        from traceleft.columns import head_of, line_of

        columns = list(columns)
        counts = Counter(line_of(columns, event) for event in self.events(syscalls, where, **tracer) if choose(event))
        width = max(map(len, (head_of(columns), *counts)))
        for line, count in ((head_of(columns), title), *counts.most_common()):
            print(f"{line:<{width}} {count}", flush=True)

    def events(self, syscalls: Iterable[str], where: Where | None = None, **tracer: Any) -> Iterator[Event]:
        """The events of calls; see show()."""
        for batch in self.batches(syscalls, where, **tracer):
            yield from batch

    def batches(
        self,
        syscalls: Iterable[str],
        where: Where | None = None,
        *,
        begin: Callable[[], None] = lambda: None,
        everyone: bool = False,
        itself: bool = False,
        members: Sequence[str] = (),
        **tracer: Any,
    ) -> Iterator[Batch]:
        """The same, in batches. `begin` is called when the first can come. With `everyone` also processes are traced
        that neither -p nor the command chooses, for what happens in an interrupt is no process's own; see chosen().
        With `itself` also this one: what ends its turn on the CPU begins another's. `members` are Tracer.attach()'s."""
        names = list(syscalls)
        with self._session(names, where, everyone, itself, members, tracer) as session:
            begin()
            for left in self._turns():
                batch = session.read(left)
                if batch is not None:
                    yield batch
            session.stop()
            while (batch := session.read()) is not None:
                yield batch
            self._end_ticks()
            self._say_losses(session.losses())

    @contextlib.contextmanager
    def _session(
        self,
        syscalls: list[str],
        where: Where | None,
        everyone: bool,
        itself: bool,
        members: Sequence[str],
        options: dict[str, Any],
    ) -> Iterator[Tracer | ServedTracer]:
        """What has begun to trace: this process itself, or a server where it has no rights to."""
        from traceleft.serving.rights import is_wanted, naming_servers
        from traceleft.tracer import Tracer

        if is_wanted():
            if everyone or itself or members:
                raise UsageError(
                    "this looks at other users' processes, too, or at functions of the kernel: run it as root"
                )
            with contextlib.closing(self._served(syscalls, where, options)) as served:
                yield served
            return
        with naming_servers():
            tracer = Tracer(**options)
        with tracer:
            self._attach(tracer, syscalls, where, everyone, members)
            if itself:
                tracer.attach(syscalls, pids=[os.getpid()], where=where, members=members)
            yield tracer

    def _served(self, syscalls: list[str], where: Where | None, options: dict[str, Any]) -> ServedTracer:
        from traceleft import battery
        from traceleft.asking import where as question
        from traceleft.serving.client import ServedTracer

        pids = [self._command.pid] if self._command else self._pids
        if not pids:
            for reader in _readers():
                others = question(f"pid != {reader}")
                where = others if where is None else where & others
        return ServedTracer(
            _known(syscalls, battery.syscalls()) or syscalls,
            pids=pids,
            follow_forks=self._command is not None,
            at_exec=self._command is not None,
            where=where,
            options=options,
        )

    @property
    def chooses(self) -> bool:
        """Whether -p or a command chooses processes."""
        return bool(self._command or self._pids)

    def chosen(self, event: Event) -> bool:
        """Whether -p and the command choose the process that the CPU was busy with: see batches(everyone=)."""
        return event.program_id == _CHOSEN or not self.chooses

    def every(self, seconds: float | None, tick: Callable[[], None], count: int | None = None) -> None:
        """From now on tick() is called every so many seconds, and at the end; after `count` times that is the end."""
        self._every, self._tick = seconds, tick
        self._ticks_left = float("inf") if count is None else count

    def redraw(self, lines: Iterable[str]) -> None:
        """Prints lines behind an empty one; on a terminal, unless `noclear` is given, in place of what stands there."""
        clear = sys.stdout.isatty() and not self._args.noclear
        print("\x1b[H\x1b[J" if clear else "", *lines, sep="\n", flush=True)

    def wait(self, measure: Measured[Any] | None = None) -> None:
        """Starts the command, and waits for the end. What every() was given is called meanwhile. A measure is stopped
        then, and it is said which calls it lacks."""
        for left in self._turns():
            time.sleep(left)
        if measure is not None:
            measure.stop()
        self._end_ticks()
        if measure is not None:
            self._say_missing(measure.read())

    def scope(self, where: Where | None = None) -> dict[str, Any]:
        """The arguments of a measure: the command or -p, and a question."""
        if self._command:
            return {"command": self._command, "where": where}
        return {"pids": self._pids, "where": where}

    @property
    def status(self) -> int:
        """The command's exit status, 128 + N for signal N; 0 without one."""
        code = (self._command and self._command.returncode) or 0
        return code if code >= 0 else 128 - code

    def _say_missing(self, reading: Reading) -> None:
        for sentence in reading.missing():
            self._say(sentence)

    @property
    def _pids(self) -> list[int] | None:
        return None if self._args.pid is None else [self._args.pid]

    def _attach(
        self, tracer: Tracer, syscalls: list[str], where: Where | None, everyone: bool, members: Sequence[str]
    ) -> None:
        names, _ = tracer.named(",".join(_traceable(tracer, syscalls)))
        if self._command:
            tracer.attach_command(self._command, names, program_id=_CHOSEN, where=where, members=members)
        elif self._pids:
            tracer.attach(names, program_id=_CHOSEN, pids=self._pids, where=where, members=members)
        if everyone or not self.chooses:
            for reader in _readers():
                with contextlib.suppress(ProcessError):
                    tracer.ignore([reader])
            tracer.ignore_tracers()
            tracer.attach(names, where=where, members=members)

    def _turns(self) -> Iterator[float]:
        """The seconds to wait in each turn, up to the end."""
        if self._command:
            self._command.start()
        now = time.monotonic()
        self._end = now + (float("inf") if self._args.duration is None else self._args.duration)
        self._next = now + (self._every or float("inf"))
        while not self._over(now) and self._ticks_left:
            yield max(0.0, min(_LOOK_SECONDS, self._next - now, self._end - now))
            now = time.monotonic()
            if now >= self._next:
                self._next += self._every or 0
                self._ticks_left -= 1
                self._tick()

    def _over(self, now: float) -> bool:
        ended = self._command is not None and self._command.poll() is not None
        return ended or self._interrupted or now >= self._end

    def _end_ticks(self) -> None:
        if self._ticks_left:
            self._tick()

    def _say_losses(self, lost: dict[str, int]) -> None:
        if lost:
            reasons = ", ".join(f"{reason} {count}" for reason, count in lost.items())
            self._say(f"{sum(lost.values())} events were lost ({reasons}): trace fewer calls or processes")

    def _say(self, sentence: str) -> None:
        print(f"{Path(sys.argv[0]).name}: {printable(sentence)}", file=sys.stderr, flush=True)

    def _interrupt(self, number: int, frame: object) -> None:
        self._interrupted = True
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    def __enter__(self) -> Run:
        signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._command:
            self._command.__exit__(kind, error, trace)


def _readers() -> list[int]:
    """Who reads the output: each line would cause calls, and these lines of their own."""
    from traceleft.peers import readers_of

    return [reader.pid for reader in readers_of(["/proc/self/fd/1"])]


def _known(syscalls: Iterable[str], names: Iterable[str]) -> list[str]:
    """Patterns, and those that are among the names."""
    here = set(names)
    return [name for name in syscalls if name in here or not name.isidentifier() or name == "all"]


def _traceable(tracer: Tracer, syscalls: list[str]) -> list[str]:
    """Patterns, and those of the names that this kernel and backend can trace. Raises UsageError."""
    found = _known(syscalls, tracer.traceable())
    if not found:
        raise UsageError(f"this kernel can trace none of {', '.join(syscalls)} under backend {tracer.backend}")
    return found
