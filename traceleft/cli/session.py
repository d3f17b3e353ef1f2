# SPDX-License-Identifier: MIT
"""A run of tracing, as `traceleft trace` and `traceleft record` make it."""

from __future__ import annotations

import contextlib
import select
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from traceleft.cli import asking, telemetry
from traceleft.cli.attaching import Attaching
from traceleft.cli.compat_calls import CompatCalls
from traceleft.cli.interruption import Interruption
from traceleft.cli.losses import Losses
from traceleft.cli.measuring_options import split_names
from traceleft.cli.output import ChosenOutputs, all_closed, closed_pipe, open_outputs, summarize_outputs
from traceleft.cli.readers import ignore_readers
from traceleft.cli.summary import summary_of
from traceleft.cli.unfinished import Unfinished
from traceleft.operand import is_source, parse_operands
from traceleft.printable import say
from traceleft.users import User

if TYPE_CHECKING:  # the extension is loaded when something is traced, not for --help
    from traceleft._core import Batch
    from traceleft.command import Command
    from traceleft.fanout import Fanout
    from traceleft.telemetry import Calls
    from traceleft.tracer import Tracer

POLL_SECONDS = 0.1
"""Seconds until the end of a command, or of the traced processes, is noticed."""


def run(
    command: list[str] | None,
    outputs: ChosenOutputs,
    *,
    operands: tuple[str, ...],
    backend: str,
    follow_forks: bool,
    wait_children: bool,
    unfinished: bool,
    command_user: str | None,
    own_user: str | None,
    string_limit: int,
    abi: str,
    durations: bool,
    decode_pids: str,
    environments: bool,
    files: bool,
    stack: bool,
    kernel_stack: bool,
    max_stacks: int,
    processes: bool | None,
    ring_size: int,
    buffer: int,
    spill: int,
    keep: str,
    slots: int,
    btf: str | None,
    maxactive: int,
    where: str | None,
    explain: bool,
    sample: int | None,
    limit: int | None,
    rate_limit: int | None,
    first: int | None,
    by: tuple[str, ...],
    members: tuple[str, ...],
    **looking: Any,
) -> int:
    """Traces to the end, and returns the exit status. Raises UsageError, TraceleftError, OSError."""
    if not operands:
        raise click.UsageError("nothing to trace: name a handler, such as openat")
    if command is not None and not command:
        raise click.UsageError("there is no command behind `--`")
    if wait_children and command is None:
        raise click.UsageError("--wait-children is for a command: write `-- COMMAND` behind the handlers")
    if command_user is not None and command is None:
        raise click.UsageError("-u is for a command: write `-- COMMAND` behind the handlers")
    if command_user is not None and own_user not in (None, command_user):
        raise click.UsageError(
            f"-u {command_user} and --user {own_user} differ: {own_user} may send {command_user}'s command no signals"
        )
    for name in filter(None, (command_user, own_user)):
        User.named(name)
    if bool(by) != (first is not None):
        raise click.UsageError("--first N is for the calls that --by NAME doesn't tell apart: write both")
    parsed = parse_operands(operands)
    views = telemetry.chosen_views(looking)
    wanted = asking.Wanted(where, sample, rate_limit, first, split_names(by), members)
    if explain:
        if where is None:
            raise click.UsageError("--explain explains a question: write --where, too")
        click.echo(asking.explain(where, parsed), nl=False)
        return 0
    from traceleft import battery
    from traceleft.branch import shared_encoders
    from traceleft.command import Command
    from traceleft.origin import Origin
    from traceleft.outputs import Context
    from traceleft.outputs.fields import asks_files
    from traceleft.telemetry import Telemetry
    from traceleft.tracer import Tracer

    for operand in parsed:
        if is_source(operand.handler):  # outputs are to know them from the start
            battery.matching(operand.handler, wanted.member_paths)
    tracer = Tracer(
        backend=backend,
        ring_size=ring_size,
        buffer=buffer,
        spill=spill,
        keep=keep,
        buffer_limit=string_limit,
        durations=durations or wanted.asks_duration,
        abi=abi,
        namespace_pids=decode_pids == "pidns",
        pid_comms=decode_pids == "comm",
        environments=environments,
        files=files or wanted.asks_files or asks_files(outputs.options, battery.schema()),
        processes=outputs.keeps_processes if processes is None else processes,
        stacks=[name for name, wanted in (("ustack", stack), ("kstack", kernel_stack)) if wanted],
        max_stacks=max_stacks,
        slots=slots,
        btf=btf,
        maxactive=maxactive,
        handler_times=views.any,
        limit=limit or 0,
        count_calls=views.calls,
    )
    with tracer:
        context = Context(battery.schema(), Origin.here(), options=outputs.options)
        fanout = open_outputs(outputs, context, tracer.stats, buffer, shared_encoders(outputs.encoders))
        seen = Telemetry(tracer, outputs=lambda: fanout.branches)
        child = Command(command, user=command_user or own_user) if command else None
        session = _Session(tracer, fanout, child, seen.calls)
        session.sample = sample or 0
        session.wait_children = wait_children
        session.unfinished = Unfinished(tracer) if unfinished else None
        with session.interruption.caught(session.leave):
            with contextlib.ExitStack() as looked_at:
                try:
                    looked_at.enter_context(telemetry.opened(views, seen))
                    session.only_processes = not command and all(operand.pids for operand in parsed)
                    ignored = [] if command or session.only_processes else ignore_readers(tracer, outputs)
                    Attaching(tracer, child, wanted).attach(parsed, follow_forks)
                    session.compat_calls.announce_programs(parsed, child)
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


class _Session:
    """One run: passes events on until something ends it, sums up."""

    def __init__(self, tracer: Tracer, outputs: Fanout, child: Command | None, calls: Calls | None) -> None:
        self.tracer = tracer
        self.outputs = outputs
        self.child = child
        self.calls = calls
        self.interruption = Interruption(child)
        self.compat_calls = CompatCalls(tracer)
        self.losses = Losses(tracer)
        self.only_processes = False
        """Only given processes are traced, so the trace ends with them."""
        self.wait_children = False
        """The trace ends with the last of the command's children, and not with the command."""
        self.unfinished: Unfinished | None = None
        self.sample = 0
        """The events are of one call in so many."""
        self._look_again = 0.0
        self._summarized = False

    def run(self) -> None:
        """Traces to the end."""
        if self.child:
            self.child.start()
        try:
            while not self._over():
                came = self._pass_on(POLL_SECONDS)
                self._show(self.unfinished.tick(came) if self.unfinished else None)
            hanging = self.unfinished.end() if self.unfinished else None
            self.tracer.stop()
            while not self.interruption.impatient and self._pass_on(0):  # counted, where no output is left
                pass
            self._show(hanging)
        finally:
            self.tracer.stop()
            self._drop_the_rest()
            if self.child and not self.output_closed and not self.interruption.impatient and not self.tracer.full:
                self.child.wait()

    def close(self) -> None:
        """Ends the outputs."""
        if self.interruption.stuck:
            return
        self.tracer.stop()  # its counts are final now
        self.compat_calls.announce_callers()
        self.outputs.close(lambda: self.interruption.impatient)

    @property
    def output_closed(self) -> bool:
        """Whether nobody reads the only output any more."""
        return all_closed(self.outputs.branches)

    def _over(self) -> bool:
        if self.outputs.failed or self.tracer.full:
            return True
        if self.child:
            if self.interruption.impatient or self.child.poll() is None:
                return self.interruption.impatient
            return not self.wait_children or bool(self.interruption.number) or self._processes_gone()
        return bool(self.interruption.number) or (self.only_processes and self._processes_gone())

    def _processes_gone(self) -> bool:
        """Whether the given processes have ended. Not asked for every batch: the kernel goes through all of its map."""
        now = time.monotonic()
        if now < self._look_again:
            return False
        self._look_again = now + POLL_SECONDS
        return not self.tracer.processes_left

    def _pass_on(self, timeout: float) -> bool:
        batch = self.tracer.read(0)
        if batch is None:
            self.outputs.settle()
            batch = self.tracer.read(timeout)
        if batch is not None:
            self.outputs.write(batch)
        if self.calls:
            self.calls.tick()
        self.outputs.tick()
        self.compat_calls.tick()
        self.losses.tick()
        return batch is not None

    def _show(self, batch: Batch | None) -> None:
        if batch is not None and not self.interruption.impatient:
            self.outputs.write(batch)

    def _drop_the_rest(self) -> None:
        """Counts the received events that no output is given any more."""
        while (batch := self.tracer.read(0)) is not None:
            self.outputs.drop(batch)

    def leave(self) -> None:
        """Ends the trace where it can wait for nothing: detaches, and says only what is known at once."""
        self.tracer.stop()
        self._drop_the_rest()
        self.outputs.abandon()
        if select.select([], [sys.stderr], [], 0)[1]:  # a pipe then has room for a page
            self.summarize()

    def summarize(self) -> None:
        if self.output_closed:
            return
        if self._summarized:  # the second signal has come while a command went on
            return
        self._summarized = True
        say(summary_of(self.tracer.stats(), self.sample))
        for sentence, events in self.tracer.stack_gaps().items():
            say(f"{events} {sentence}")
        summarize_outputs(self.outputs.branches)
        if self.tracer.full and self.child and self.child.running:
            say(f"that was the limit; {self.child.argv[0]} goes on untraced")

    def exit_status(self) -> int:
        if self.output_closed:
            return 0
        if self.interruption.impatient and (self.child is None or self.child.returncode is None):
            return 128 + self.interruption.number
        if any(branch.error and not closed_pipe(branch) for branch in self.outputs.branches):
            return 1
        if self.child is None:
            return 0
        code = self.child.wait()
        return code if code >= 0 else 128 - code
