# SPDX-License-Identifier: MIT
"""The public API: a session of tracing."""

from __future__ import annotations

import contextlib
import itertools
import os
import time
import weakref
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from traceleft import _core, arguments, battery, defaults, unfinished, users
from traceleft.asking import text_of, without_own_threads
from traceleft.attachment import Attachment
from traceleft.command import Command, Stream
from traceleft.compat import CompatHandlers
from traceleft.errors import HandlerError, TraceleftError, UsageError
from traceleft.event_source import EventSource
from traceleft.kernel_side import KernelSide, LastLook
from traceleft.measure import Aggregate, Count, Histograms
from traceleft.measuring import Hooking, KernelMeasuring
from traceleft.operand import MAX_PROGRAM_ID, is_file, is_source, process_ids, split_handlers
from traceleft.stacks import STACK_NAMES, gaps
from traceleft.stats import CompatCaller, Fill, HandlerNumbers, HookNumbers, Stats

_LOOK_SECONDS = 0.2
"""Seconds between two looks for traced processes that make 32-bit calls."""
MAX_SAMPLE = (1 << 32) - 1
MAX_RATE = 1_000_000
"""Events a second."""
MAX_FIRST = (1 << 32) - 1


class Tracer(EventSource, KernelMeasuring):
    """Loads the trace probes, and receives the events of the handlers attached to it.

    Use it as a context manager, once: leaving it detaches everything, and warns of lost events. All of its methods may
    be called from any thread, but not in a child that was forked meanwhile (os.fork, multiprocessing): the tracer stays
    with its process.

    Args:
        backend: how probes attach: auto, raw_tp, tracepoint, fentry or kprobe; None: the environment's
            TRACELEFT_BACKEND, or auto.
        ring_size: bytes of the events ring, a power of two. What doesn't fit while nobody reads is lost, and counted.
        buffer_limit: bytes captured of a buffer (read's, write's) and of text that is no path (the name of a key), 0 to
            32768. Paths are captured up to 4096.
        durations: measure the time between a call's entry and its exit, for some 500 ns a call.
        btf: the file of a kernel's types, for a kernel that is built without BTF. The kernel's own is then not used, so
            that there is no fentry, and an event of raw_tp costs more.
        maxactive: under kprobe, threads that may be inside one syscall without the kernel missing returns, up to 4096.
        namespace_pids: record what each process and thread is called in its own pid namespace (Event.ns_pid, ns_tid,
            pid_namespace), for some 130 ns a call, and what the processes are that its calls name by numbers of that
            namespace (Event.pids). Event.pid and tid are the initial namespace's in any case.
        pid_comms: the same, with the names of these processes, also where the namespace is the initial one.
        environments: capture the environments that execve and execveat give to programs. They hold secrets, so that
            without it only their number is captured: Event.args has None there.
        files: tell what the descriptors of calls stand for: paths, sockets' addresses, and which of them are the same
            open file. A read costs some 40 ns more: docs/objects.md.
        processes: tell what the processes are that have events (Event.process, Capture.processes(), Capture.tree()):
            their programs, arguments, users, parents and exits. It costs events nothing: docs/objects.md.
        slots: processes (with their followed children) that can have handlers of their own at once, plus one.
        handler_times: time_handlers() can be used. It costs an event some 5 ns, used or not.
        abi: the calls of 32-bit programs, for which a second object is loaded: "auto", once a traced process or command
            runs such a program, or has made such a call; "all", from the start; "native", never. Those that serve in
            place of a native call are handled with it: stat64 with stat.
        buffer: bytes of memory for events that wait for read(): beyond 16 MiB, or a quarter of it, they are compressed.
            When it is full they stay in the ring.
        spill: bytes of a file in the directory for temporary files, which has no name, for events that find no room in
            the buffer.
        keep: what stays when there is no room: "oldest", so that the ring fills, and new events are lost; or "newest",
            so that those that have waited longest are lost. Either is counted.
        discard: count events, but keep none.
        limit: receive so many events, and decline those that come after them; 0: any number. See `full`.
        count_calls: the kernel counts the calls that handlers are in place for, before these run: see call_table.
        events: False: shipped handlers are not loaded, and their calls only counted. Nothing can be asked then.
        stacks: "ustack", "kstack" or both: events have the functions of user space, or the kernel's, that led to them
            (Event.ustack, kstack), for some 1.3 µs each (docs/stacks.md). Those of handlers that hand their events over
            themselves, and of calls by numbers that none knows, have none.
        max_stacks: the different stacks that the kernel's side has room for at once, of 2 KB each.
        owner: a uid and a gid: only those processes are seen that this user may trace himself, which the kernel's side
            decides at each call (docs/serve.md). Under raw_tp.

    Raises KernelError, BackendError, UsageError.
    """

    def __init__(
        self,
        *,
        backend: str | None = None,
        ring_size: int = defaults.RING_SIZE,
        buffer_limit: int = defaults.BUFFER_LIMIT,
        durations: bool = False,
        btf: str | os.PathLike[str] | None = None,
        maxactive: int = defaults.MAXACTIVE,
        namespace_pids: bool = False,
        pid_comms: bool = False,
        environments: bool = False,
        files: bool = False,
        processes: bool = False,
        slots: int = defaults.SLOTS,
        handler_times: bool = False,
        abi: str = "auto",
        buffer: int = defaults.BUFFER,
        spill: int = 0,
        keep: str = "oldest",
        discard: bool = False,
        limit: int = 0,
        count_calls: bool = False,
        events: bool = True,
        stacks: str | Sequence[str] = (),
        max_stacks: int = defaults.MAX_STACKS,
        owner: tuple[int, int] | None = None,
    ) -> None:
        arguments.whole("limit", limit)
        arguments.whole("ring_size", ring_size, most=(1 << 32) - 1)
        arguments.whole("buffer_limit", buffer_limit, most=(1 << 32) - 1)
        arguments.whole("maxactive", maxactive, most=(1 << 31) - 1)
        arguments.whole("slots", slots, most=(1 << 32) - 1)
        arguments.whole("buffer", buffer)
        arguments.whole("spill", spill)
        for name, value in (
            ("durations", durations),
            ("namespace_pids", namespace_pids),
            ("pid_comms", pid_comms),
            ("environments", environments),
            ("files", files),
            ("processes", processes),
            ("handler_times", handler_times),
            ("discard", discard),
            ("count_calls", count_calls),
            ("events", events),
        ):
            arguments.flag(name, value)
        for name, word in (("backend", backend), ("btf", btf)):
            if word is not None:
                arguments.path(name, word)
        if owner is not None and not (isinstance(owner, tuple) and len(owner) == 2):
            raise UsageError(f"owner is a uid and a gid, such as (1000, 1000), not {owner!r}")
        for number in owner or ():
            arguments.whole("an id of owner", number, most=(1 << 32) - 1)
        if abi not in defaults.ABIS:
            raise UsageError(f"unknown abi {abi!r}; choose {', '.join(defaults.ABIS)}")
        if keep not in defaults.KEEP:
            raise UsageError(f"keep is oldest or newest, not {keep!r}")
        if not (events or count_calls):
            raise UsageError("without events a tracer can only count calls: Tracer(count_calls=True, events=False)")
        namespace_pids = namespace_pids or pid_comms
        chosen = {stacks} if isinstance(stacks, str) else set(stacks)
        if not chosen <= set(STACK_NAMES):
            raise UsageError(f"stacks are {' and '.join(STACK_NAMES)}, not {stacks!r}")
        if not isinstance(max_stacks, int) or not 1 <= max_stacks <= defaults.MOST_STACKS:
            raise UsageError(f"max_stacks is a number from 1 to {defaults.MOST_STACKS}, not {max_stacks!r}")
        self._buffer_limit = buffer_limit
        self._events = events
        self._schema = battery.schema()
        self._call_table = _core.CallTable(self._schema, max_keys=defaults.CALL_KEYS) if count_calls else None
        dispatcher = _core.Dispatcher(
            *battery.dispatcher_objects(kernel_btf=not btf),
            self._schema,
            backend=backend or os.environ.get("TRACELEFT_BACKEND") or "auto",
            ring_size=ring_size,
            slots=slots,
            durations=durations,
            btf=os.fsencode(btf or ""),
            maxactive=maxactive,
            namespace_pids=namespace_pids,
            environments=environments,
            files=files,
            handler_times=handler_times,
            calls=self._call_table,
            processes_object=os.fsencode(battery.process_programs()) if processes or namespace_pids else b"",
            owner=owner,
            user_stacks="ustack" in chosen,
            kernel_stacks="kstack" in chosen,
            max_stacks=max_stacks,
        )
        self._measures_hooking = Hooking(dispatcher.backend, btf, maxactive, slots, abi)
        self._measures: weakref.WeakValueDictionary[int, Count | Histograms | Aggregate] = weakref.WeakValueDictionary()
        self._ring_size = ring_size
        self._buffer = buffer + spill
        self._process = os.getpid()
        self._generation = _core.fork_generation()
        table = _core.HandlerTable(dispatcher)
        compat = CompatHandlers(dispatcher, table, abi)
        self._held: KernelSide | None = KernelSide(dispatcher, table, compat, events)
        self._look_again = 0.0
        self._backend = dispatcher.backend
        self._last: LastLook | None = None
        self._own_reader = _core.RingReader(
            dispatcher,
            self._schema,
            buffer_bytes=buffer,
            spill_bytes=spill,
            spill_directory=os.fsencode(_temporary_directory() if spill else ""),
            keep_newest=keep == "newest",
            discard=discard,
            limit=limit,
            processes=processes,
            name_pids=namespace_pids,
            pid_comms=pid_comms,
        )
        self._formatter = _core.TextFormatter(self._schema)
        self._started = time.monotonic()
        self._stopped: float | None = None

    @property
    def backend(self) -> str:
        """The backend in use."""
        return self._backend

    def traceable(self) -> list[str]:
        """The syscalls that this kernel can trace under this backend, of those with a shipped handler.

        Under raw_tp that is every one; elsewhere a few lack the tracepoint or the function to hook.
        """
        return self._loaded().dispatcher.traceable()

    def _require_own_process(self) -> None:
        if self._forked:
            raise TraceleftError(
                f"this tracer belongs to process {self._process}, of which this one ({os.getpid()}) is a fork; "
                "create another one"
            )

    @property
    def _forked(self) -> bool:
        return _core.fork_generation() != self._generation

    @property
    def _kernel(self) -> KernelSide | None:
        self._require_own_process()
        return self._held

    @property
    def _reader(self) -> _core.RingReader:
        self._require_own_process()
        return self._own_reader

    def _loaded(self) -> KernelSide:
        """The loaded objects. Raises TraceleftError after stop()."""
        if self._kernel is None:
            raise TraceleftError("this tracer was stopped; create another one")
        return self._kernel

    @property
    def _counted(self) -> KernelSide | LastLook:
        """The counts: the kernel's, or after stop() as they were then."""
        kernel, last = self._kernel, self._last  # in this order, for stop() is called by other threads, too
        counted = kernel or last
        assert counted
        return counted

    def attach(
        self,
        handler: str | os.PathLike[str] | Iterable[str],
        *,
        pids: Iterable[int] | None = None,
        program_id: int = 0,
        follow_forks: bool = False,
        at_exec: bool = False,
        where: object = None,
        sample: int | None = None,
        rate_limit: int | None = None,
        first: int | None = None,
        by: str | Sequence[str] = (),
        members: str | Sequence[str] = (),
    ) -> Attachment:
        """Puts a handler in place, exchanging an earlier one for the same syscall and process without a gap.

        Args:
            handler: as on the command line: a syscall's name (openat), a pattern (open*), all, or several of these with
                commas in between or in a list, for the shipped ones; or the path of a compiled object. Of a pattern and
                of all those are meant that are traceable(). A name with a colon, sched:sched_switch, is a kernel
                tracepoint's: docs/sources.md. Several load faster together than one by one.
            pids: the processes it is for; None: every process without a handler of its own for that syscall. Of this
                process the threads are left out by which it traces.
            program_id: put on every event of this handler.
            follow_forks: children are traced as these processes are, from their first instruction.
            at_exec: these processes are traced from the program on that they execute next.
            where: a question, as text (docs/asking.md) or as traceleft.asking.where() makes it: only calls for which it
                holds have events. The kernel decides before an event is built where it can.
            sample: only one of so many calls is looked at, by chance.
            rate_limit: each process has no more events a second, on average; an idle one may send a second's at once.
            first: of calls that `by` doesn't tell apart only so many have events, the first ones; the others are
                Stats.repeated. There is room for 10,240 keys, and calls by more have events (Stats.unkeyed).
            by: as measures have it (see Measuring): "filename", or ("pid", "filename").
            members: what functions' arguments lead to that is to be in their events, too, besides what `where` and `by`
                ask for: "sk->__sk_common.skc_dport". See docs/functions.md.

        Raises UsageError, HandlerError, LoadError, ProcessError, CapacityError, OSError.
        """
        if not isinstance(handler, (str, os.PathLike)) and isinstance(handler, Iterable):
            handler = list(handler)
        if pids is not None and self._events and _is_of_calls(handler):
            pids = process_ids(pids)
            where = without_own_threads(None if where is None else text_of(where), pids)
        asking = _asking(where, sample, rate_limit, first, by)
        arguments.flag("follow_forks", follow_forks)
        arguments.flag("at_exec", at_exec)
        return self._attach(handler, pids, program_id, follow_forks, at_exec=at_exec, asking=asking, members=members)

    def _attach(
        self,
        handler: str | os.PathLike[str] | Iterable[str],
        pids: Iterable[int] | None,
        program_id: int,
        follow_forks: bool,
        at_exec: bool,
        asking: _core.Asking | None,
        members: str | Sequence[str],
    ) -> Attachment:
        own = () if pids is None else process_ids(pids)
        if pids is not None and not own:
            raise UsageError("pids is empty; None means every process")
        if not isinstance(program_id, int) or not 0 <= program_id <= MAX_PROGRAM_ID:
            raise UsageError(f"a program id is a number from 0 to {MAX_PROGRAM_ID}, not {program_id!r}")
        if asking and not self._events:
            raise UsageError("nothing can be asked of calls that are only counted: create the tracer with events")
        kernel = self._loaded()
        paths = [
            path for each in ((members,) if isinstance(members, str) else members) for path in _core.member_paths(each)
        ]
        chosen, left_out = self._chosen(handler, [*paths, *(asking.member_paths if asking else ())])
        attachment = kernel.attach(
            chosen,
            own,
            left_out=left_out,
            program_id=program_id,
            buffer_limit=self._buffer_limit,
            follow_forks=follow_forks,
            at_exec=at_exec,
            asking=asking,
        )
        if not at_exec and own:
            kernel.compat.look(f"/proc/{pid}/exe" for pid in own)
        elif not own:
            kernel.compat.look_at_every_process()
        return attachment

    def named(self, handler: str, members: Sequence[str] = ()) -> tuple[list[str], list[str]]:
        """The syscalls and sources that a name, a pattern or several with commas stand for: those to attach to, and
        those that patterns and `all` leave out, for they can't be traced here. Raises UsageError, HandlerError."""
        names: dict[str, None] = {}
        left_out: dict[str, None] = {}
        for part in split_handlers(arguments.text("a handler", handler)):
            found = battery.matching(part, members)
            if battery.is_pattern(part) and not is_source(part):
                here = set(self.traceable())
                left_out |= dict.fromkeys(name for name in found if name not in here)
                found = [name for name in found if name in here]
            names |= dict.fromkeys(found)
        if not names:
            raise HandlerError(f"this kernel can trace none of {handler} under backend {self.backend}; choose another")
        return list(names), list(left_out)

    def _chosen(
        self, handler: str | os.PathLike[str] | Iterable[str], members: Sequence[str]
    ) -> tuple[list[str] | Path, list[str]]:
        """The syscalls, or the file, that attach() was given; and the syscalls that patterns left out."""
        if isinstance(handler, os.PathLike):
            return Path(handler), []
        if isinstance(handler, str):
            return (Path(handler), []) if is_file(handler) else self.named(handler, members)
        given = list(handler) if isinstance(handler, Iterable) else [handler]
        for each in given:
            if not isinstance(each, str):
                raise UsageError(f"a handler is the name of a syscall or the path of a file, not {each!r}")
            if is_file(each):
                raise UsageError(f"{each!r} in a list of syscalls is a file: attach it by itself")
        if not given:
            raise UsageError("no syscall is named")
        names, left_out = zip(*(self.named(each, members) for each in given))
        return list(dict.fromkeys(itertools.chain(*names))), list(dict.fromkeys(itertools.chain(*left_out)))

    def detach(
        self, attachment: Attachment, *, syscalls: Iterable[str] = (), pids: Iterable[int] | None = None
    ) -> None:
        """Takes a handler out, unless a later one has replaced it. Events that it has sent are still received.

        Args:
            attachment: the one that attach() returned.
            syscalls: the calls that it shall no longer handle; none: all.
            pids: the processes it shall no longer handle them for, of those it is in place for, followed children
                too; None: those it was attached to.
        """
        arguments.instance("attachment", attachment, Attachment, "attach()")
        if self._kernel:
            chosen = attachment.pids if pids is None or not attachment.pids else process_ids(pids)
            if attachment.pids and not chosen:
                return
            names = arguments.names("syscalls", syscalls)
            self._kernel.table.detach(attachment._id, pids=list(chosen), syscalls=names)
            self._kernel.compat.detach(attachment._id, list(chosen), names)

    def ignore(self, pids: Iterable[int]) -> None:
        """From now on default handlers pass these processes by, each until it exits. Handlers of their own do not.

        This is for processes with calls that the events themselves cause, such as readers of the output: see
        traceleft.peers.readers_of(). There is room for 1,024.

        Raises ProcessError, CapacityError, OSError.
        """
        self._loaded().table.ignore(list(process_ids(pids)))

    def ignore_tracers(self) -> tuple[int, ...]:
        """Ignores all other processes that trace with traceleft at this moment: two that trace each other never end.

        Returns their pids in the initial pid namespace; none where this process may not ask for them (CAP_SYS_ADMIN).
        """
        return tuple(self._loaded().table.ignore_tracers())

    def become(self, user: str) -> None:
        """Makes this process another user's, with all of its threads and for good, and without any capability. What is
        attached stays, and everything works on that needs no rights: attach() and other users' files do.

        Raises UsageError for a user that there isn't or that gives up nothing, and under kprobe, whose events in
        tracefs only root can remove at the end; KernelError where the kernel doesn't let a process without
        capabilities read its own maps (before Linux 5.19), OSError.
        """
        become = users.User.named(user)
        if become.uid == 0:
            raise UsageError(f"user {user} is root, who gives up nothing; name another")
        if self.backend == "kprobe":
            raise UsageError(
                "under backend kprobe traceleft can't become another user: only root can remove its kprobes at the end"
            )
        dispatcher = self._loaded().dispatcher
        _core.become(become.credentials)
        dispatcher.require_access()

    def rest(self) -> None:
        """Where no handler is left, takes the program off the hook of all calls, too, which stays there under raw_tp
        and costs every call some 70 ns. The next attach() puts it back."""
        self._loaded().dispatcher.rest()

    def spawn(
        self,
        argv: Sequence[str],
        handlers: str | os.PathLike[str] | Iterable[str | os.PathLike[str] | Iterable[str]],
        *,
        program_id: int = 0,
        user: str | None = None,
        stdin: Stream = None,
        stdout: Stream = None,
        stderr: Stream = None,
        where: object = None,
        sample: int | None = None,
        rate_limit: int | None = None,
        first: int | None = None,
        by: str | Sequence[str] = (),
        members: str | Sequence[str] = (),
    ) -> Command:
        """Starts a command that is traced, with its children, from the moment it executes.

        Args:
            argv: the program and its arguments.
            handlers: what attach() takes, or several of that, one after another.
            program_id: put on every event of these handlers.
            user: the name of the user it runs as: see Command.
            stdin, stdout, stderr: its streams: see Command.
            where, sample, rate_limit, first, by, members: as attach() has them.

        Raises as attach() does, and OSError where the command can't be executed.
        """
        command = Command(argv, user=user, stdin=stdin, stdout=stdout, stderr=stderr)
        try:
            for handler in self._one_after_another(handlers):
                self.attach_command(
                    command,
                    handler,
                    program_id=program_id,
                    where=where,
                    sample=sample,
                    rate_limit=rate_limit,
                    first=first,
                    by=by,
                    members=members,
                )
        except BaseException:
            command.abandon()
            raise
        command.start()
        return command

    def _one_after_another(
        self, handlers: str | os.PathLike[str] | Iterable[str | os.PathLike[str] | Iterable[str]]
    ) -> Iterator[str | os.PathLike[str] | Iterable[str]]:
        """The handlers for as many calls of attach(): names that follow each other load together."""
        if isinstance(handlers, (str, os.PathLike)) or not isinstance(handlers, Iterable):
            handlers = (handlers,)
        handlers = list(handlers)
        if not handlers:
            raise UsageError("no syscall is named")
        for by_name, group in itertools.groupby(handlers, lambda each: isinstance(each, str) and not is_file(each)):
            if by_name:
                yield [str(each) for each in group]
            else:
                yield from group

    def attach_command(
        self,
        command: Command,
        handler: str | os.PathLike[str] | Iterable[str],
        *,
        program_id: int = 0,
        where: object = None,
        sample: int | None = None,
        rate_limit: int | None = None,
        first: int | None = None,
        by: str | Sequence[str] = (),
        members: str | Sequence[str] = (),
    ) -> Attachment:
        """attach() for a command that waits to be started, and for its children."""
        asking = _asking(where, sample, rate_limit, first, by)
        self._loaded().compat.look([command.program])
        return self._attach(
            handler, [command.pid], program_id, follow_forks=True, at_exec=True, asking=asking, members=members
        )

    def read(self, timeout: float | None = None) -> _core.Batch | None:
        """The next batch of events, in the order in which the kernel submitted them.

        Args:
            timeout: seconds to wait at most; None: for ever.

        Returns None where none came in that time, and where the tracer was stopped, or is full, and all were read.
        """
        wait = arguments.seconds("timeout", timeout)
        left = float("inf") if wait is None else wait
        end = time.monotonic() + left
        # A traced process may execute a 32-bit program at any time.
        while (kernel := self._kernel) and kernel.compat.waits and not self._reader.queued_bytes:
            self._look_at_compat_callers(kernel)
            batch = self._reader.read(min(left, _LOOK_SECONDS))
            left = end - time.monotonic()
            if batch is not None or left <= 0 or self.full:
                return batch
        return self._reader.read(left)

    def _look_at_compat_callers(self, kernel: KernelSide) -> None:
        now = time.monotonic()
        if now >= self._look_again:
            self._look_again = now + _LOOK_SECONDS
            kernel.compat.look_at_callers()

    @property
    def decodes_compat(self) -> bool:
        """Whether the calls of 32-bit programs are decoded by now: see abi."""
        return self._counted.decodes_compat

    def format(self, batch: _core.Batch) -> str:
        """A batch as text, a line an event, as `traceleft trace` prints it."""
        return self._formatter.format(arguments.instance("batch", batch, _core.Batch, "read()"))

    def unfinished(self) -> _core.Batch:
        """The calls with handlers that threads have entered, and not returned from, at this moment: what a process
        hangs in. Their events are entries, and Event.unfinished; they are counted nowhere.

        They come from /proc, where whoever may trace the process may look (ptrace(2)); others are left out.
        """
        return self.look_at_unfinished()[0]

    def look_at_unfinished(self) -> tuple[_core.Batch, list[object]]:
        """The same, and for each what tells it from the same call made again."""
        default: dict[str, int] = {}
        own: dict[int, dict[str, int]] = {}
        for each in self._loaded().handlers:
            for calls in [own.setdefault(pid, {}) for pid in each.pids] if each.slot else [default]:
                calls[each.syscall] = each.program_id
        every = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()} - {os.getpid()}
        return unfinished.look(sorted(every if default else own), own, default)

    @property
    def stopped(self) -> bool:
        """Whether stop() was called."""
        return self._kernel is None

    @property
    def unread(self) -> bool:
        """Whether events wait to be read, in memory or in the ring."""
        return bool(self._reader.queued_bytes or (self._kernel and self._reader.ring_bytes))

    @property
    def full(self) -> bool:
        """Whether as many events were received as Tracer(limit=...) allows. They may still wait to be read."""
        return self._reader.full

    def stack_gaps(self) -> dict[str, int]:
        """How many events' stacks lack something so far, by a sentence about it; only what isn't 0."""
        return {sentence: events for sentence, events in gaps(*self._reader.stack_gaps).items() if events}

    def losses(self) -> dict[str, int]:
        """The lost events so far by reason (see _core.LOSS_REASONS); only what isn't 0. Cheaper than stats()."""
        return self._counted.losses

    @property
    def processes_left(self) -> bool:
        """Whether a process with handlers of its own, or a followed child of one, is still there."""
        return self._kernel is not None and self._kernel.table.slots_in_use > 0

    def stats(self) -> Stats:
        """The counts of the events so far. Cheap: read from memory that is shared with the kernel, but for
        skipped_runs, which takes a bpf() call for each probe, under kprobe probe_misses, which reads a file, and
        lost_by_syscall and lost_by_process, where anything was lost."""
        return self._counted.counts.stats(
            backend=self.backend,
            elapsed=(self._stopped or time.monotonic()) - self._started,
            reader=self._reader,
            buffer=self._buffer,
        )

    @property
    def call_table(self) -> _core.CallTable | None:
        """Where the kernel has counted the calls so far, also when the tracer has stopped; None without count_calls.

        A call counts where a handler is in place for it, whether its event was lost or not; where a question is decided
        early, if it holds, and is within sample and rate limit.
        """
        self._require_own_process()
        return self._call_table

    @property
    def compat_failure(self) -> str | None:
        """Why the calls of 32-bit programs could not be decoded when a traced process made the first one: this process
        has become another user, for example. abi="all" loads all that is needed before."""
        return self._counted.compat_failure

    def compat_callers(self) -> tuple[CompatCaller, ...]:
        """The traced processes that made 32-bit or x32 calls that no handler decoded, but which are counted; the last
        1,024 at most. A 64-bit program may make some, too: int $0x80 is open to all."""
        return self._counted.compat_callers

    def fill(self) -> Fill:
        """The events that wait between the handlers and read(), in bytes."""
        waiting = self._reader.fill()
        return Fill(
            ring_size=self._ring_size,
            ring_bytes=self._reader.ring_bytes,
            queue_bytes=waiting.events,
            buffer_bytes=waiting.memory,
            spilled_bytes=waiting.spilled,
        )

    def time_handlers(self, every: int) -> None:
        """From now on times the handler of every event (1), of one of `every` (a power of two), or of none (0).

        A handler is timed from its event's timestamp until the event is in the ring, for some 150 ns more an event
        that is timed. A run that ends without an event is not timed, nor is a handler that doesn't use
        <traceleft/handler.h>. handlers() has the sums.

        Raises UsageError, also where the tracer was created without handler_times.
        """
        self._loaded().dispatcher.time_handlers(arguments.whole("every", every, most=1 << 31))

    def handlers(self) -> tuple[HandlerNumbers, ...]:
        """The handlers in place, or that were when the tracer was stopped, by slot and syscall."""
        return self._counted.handlers

    def hooks(self) -> tuple[HookNumbers, ...]:
        """The programs that the kernel runs by itself, or did when the tracer was stopped."""
        return self._counted.hooks

    def _hooking(self) -> Hooking:
        self._loaded()
        return self._measures_hooking

    def _began(self, measure: Count | Histograms | Aggregate) -> None:
        self._measures[id(measure)] = measure  # mappings have no hash

    def empty_program(self, syscall: str) -> _core.EmptyProgram:
        """A program that does nothing, for this syscall's or tracepoint's hook: it shows the cost of the hook itself.

        Raises HandlerError, LoadError.
        """
        if is_source(arguments.text("syscall", syscall)):
            battery.matching(syscall)  # which makes the schema know it
        return _core.EmptyProgram(self._loaded().dispatcher, syscall)

    def stop(self) -> None:
        """Detaches and unloads everything, stops measures, and empties the ring.

        Events that were received can still be read, and then every iteration ends. May be called from a signal handler,
        and more than once.
        """
        kernel = self._kernel
        if kernel:
            for measure in list(self._measures.values()):
                measure.stop()
            handlers, hooks = kernel.handlers, kernel.hooks
            kernel.table.clear()
            self._reader.finish()
            self._stopped = time.monotonic()
            self._last = LastLook(
                kernel.counts, kernel.decodes_compat, kernel.compat_failure, kernel.compat_callers, handlers, hooks
            )
            self._held = None

    def __enter__(self) -> Tracer:
        self._loaded()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._forked:  # a child that leaves it has nothing to end
            by_itself = self._held is not None
            with contextlib.suppress(KeyboardInterrupt):
                self.stop()
            self._ended = True
            if by_itself and kind is None:
                self._warn_of_losses()


def _temporary_directory() -> str:
    import tempfile  # it imports ten modules, which few tracers need

    return tempfile.gettempdir()


def _is_of_calls(handler: object) -> bool:
    """Whether it names calls only, and neither files nor tracepoints, of which a thread's may begin another's turn."""
    given = handler if isinstance(handler, list) else [handler]
    return all(isinstance(each, str) and not is_file(each) and not is_source(each) for each in given)


def _asking(
    where: object, sample: int | None, rate_limit: int | None, first: int | None, by: str | Sequence[str]
) -> _core.Asking | None:
    """None where every call is wanted. Raises UsageError for what is no question, and for limits that can't be."""
    limits = (("sample", sample, MAX_SAMPLE), ("rate_limit", rate_limit, MAX_RATE), ("first", first, MAX_FIRST))
    for name, number, highest in limits:
        if number is not None and not (isinstance(number, int) and 1 <= number <= highest):
            raise UsageError(f"{name} is a number from 1 to {highest}, not {number!r}")
    text = text_of(where)
    names = arguments.names("by", by)
    if bool(names) != (first is not None):
        raise UsageError("`first` says how many calls of each key have events, and `by` what the key is: give both")
    if where is None and sample in (None, 1) and rate_limit is None and first is None:
        return None
    return _core.Asking(
        text,
        sample=sample if sample and sample > 1 else 0,
        rate_limit=rate_limit or 0,
        first=first or 0,
        by=names,
    )
