# SPDX-License-Identifier: MIT
"""Signatures and docs of the C++ core, their only source."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import Any, NamedTuple

from traceleft.stacks import NamedFrame, Stack

class EventSchema:
    """The meaning of events: names, kinds and flags of every syscall's arguments.

    Args:
        spec: as in battery/generated/ARCH/schema.json.

    Raises UsageError for an unknown kind, KeyError for a missing key.
    """

    def __init__(self, spec: dict[str, Any]) -> None: ...
    def set_compat(self, schema: EventSchema) -> None:
        """Says what the calls of 32-bit programs mean, of which `spec` has only the names. The first one counts."""
    def add_sources(self, sources: EventSchema) -> None:
        """Adds tracepoints, while events are decoded."""
    @property
    def has_compat(self) -> bool: ...

class Event(Mapping[str, Any]):
    """One syscall of one thread, or a foreign handler's event, which has no args, and None for most of the header.

    It is a mapping of its arguments: event["filename"], dict(event), and `case {"filename": path}`. Events are equal
    only to themselves. One can be pickled, and be unpickled by the same version of traceleft.

    Others chose the names in it: for a terminal there is traceleft.printable. Keeps its batch alive.
    """

    # Generated from templates/event_properties.pyi.j2 and traceleft/generate/event_fields.py: do not edit.
    @property
    def timestamp(self) -> int:
        """ns, CLOCK_MONOTONIC, when the handler ran: at the call's exit, or its entry where is_entry."""
    @property
    def pid(self) -> int:
        """The process (tgid), in the initial pid namespace."""
    @property
    def tid(self) -> int | None:
        """The thread, in the initial pid namespace."""
    @property
    def comm(self) -> str:
        """The thread's name, at most 15 bytes; undecodable ones as surrogates."""
    @property
    def syscall(self) -> str:
        """The call's name."""
    @property
    def nr(self) -> int | None:
        """The call's number on the architecture that it was traced on."""
    @property
    def ret(self) -> int:
        """The kernel's return value: -errno on failure."""
    @property
    def error(self) -> str | None:
        """The errno's name: "ENOENT", the kernel's own "ERESTARTSYS", or "E4000" without one; None for success."""
    @property
    def duration(self) -> int | None:
        """ns between entry and exit; None where it wasn't measured."""
    @property
    def cpu(self) -> int | None:
        """The CPU that the handler ran on."""
    @property
    def uid(self) -> int | None:
        """Real user id, in the initial user namespace."""
    @property
    def gid(self) -> int | None:
        """Real group id, in the initial user namespace."""
    @property
    def cgroup_id(self) -> int | None:
        """The inode of its directory in cgroup v2."""
    @property
    def program_id(self) -> int | None:
        """The number that was given with the handler; 0: none."""
    @property
    def ns_pid(self) -> int | None:
        """The process in its own pid namespace, as its getpid() says; None where that wasn't asked for."""
    @property
    def ns_tid(self) -> int | None:
        """The thread in its own pid namespace, as its gettid() says; None where that wasn't asked for."""
    @property
    def pid_namespace(self) -> int | None:
        """The inode of its pid namespace, as /proc/PID/ns/pid has it; None where that wasn't asked for."""
    @property
    def is_entry(self) -> bool:
        """Taken when the call was entered: ret means nothing yet."""
    @property
    def unfinished(self) -> bool:
        """The call had not returned when somebody looked, at timestamp: --unfinished."""
    @property
    def stopped_by_seccomp(self) -> bool:
        """A filter stopped the call by a signal, SIGSYS: it was not run, and has no ret."""
    @property
    def foreign(self) -> bool:
        """The handler filled only timestamp, pid, ret and syscall."""
    @property
    def abi(self) -> str | None:
        """The ABI of a call that is not a native one, and whose nr so is another: "i386", "x32"; else None."""
    # End of templates/event_properties.pyi.j2.
    @property
    def extra(self) -> bytes:
        """A foreign event's bytes behind those four; else empty."""
    @property
    def args(self) -> dict[str, Any]:
        """Arguments by name: numbers; str for strings (undecodable bytes as surrogates, as os.fsdecode has them); bytes
        for buffers; dict by field for structs; list for arrays, vectors of strings, iovecs and messages; None where the
        memory could not be read or the call filled none."""
    @property
    def passed(self) -> dict[str, Any]:
        """What the call may have overwritten, as it was passed: args of those arguments before the call. None where
        that could not be read."""
    @property
    def pids(self) -> dict[int, NamedPid]:
        """What the processes, threads and groups are that the call names, by their numbers in its pid namespace, where
        the trace was told to look (`namespace_pids`) and found them."""
    @property
    def ustack(self) -> Stack | None:
        """The functions of user space that led to it, where the trace was told to take them (`stacks`). None where
        there are none, as of a thread of the kernel's."""
    @property
    def kstack(self) -> Stack | None:
        """The kernel's functions that led to it, likewise."""
    @property
    def raw_args(self) -> dict[str, int]:
        """Arguments by name, as the registers held them: addresses for strings and buffers."""
    @property
    def raw(self) -> bytes:
        """The whole record, as <traceleft/event.h> lays it out."""
    def captured_bytes(self, name: str) -> bytes | None:
        """The memory captured behind an argument, as it lay there; None where none was. Vectors, iovecs and messages
        are a sequence of `struct piece` of <traceleft/event.h>. Raises KeyError."""
    def capture_status(self, name: str) -> str | None:
        """ "ok", "truncated" (also behind pointers in it), "fault", "none" (nothing was filled there) or "late" (read
        only when the call may have overwritten what was passed) for an argument with memory behind it, None for others.
        Raises KeyError."""
    def file(self, name: str) -> OpenFile | None:
        """What a descriptor stood for, where the trace was told to look (`files`): that of an argument; "result"; the
        "directory" that relative names begin at, or that chdir changed to; "pair[0]" and "pair[1]" of pipe and
        socketpair. None where it wasn't looked at or isn't known. Raises KeyError."""
    def file_status(self, name: str) -> str | None:
        """ "ok", "none" (there was no such descriptor), "untold" (the ring had no room to tell), "unknown" (it couldn't
        be read), or None where nobody looked, for a name that file() takes. Raises KeyError."""
    @property
    def files(self) -> dict[str, OpenFile]:
        """All that file() knows, by its names."""
    @property
    def resolved_path(self) -> str | None:
        """Where the name led that a call opened or executed: the path of the file itself. None where it isn't known."""
    @property
    def process(self) -> Process | None:
        """The process that made the call, as it was told of last before the call returned; None where the trace was not
        told to look (`processes`), or it isn't known."""
    @property
    def path_mismatch(self) -> bool:
        """The file that was opened is not the one that the string in memory names: something exchanged one of them."""
    def __getitem__(self, name: str) -> Any:
        """args[name]. Raises KeyError."""
    def get(self, name: str, default: Any = None) -> Any:
        """args[name], or `default` where the call has no such argument."""
    def keys(self) -> KeysView[str]:
        """The arguments' names."""
    def values(self) -> ValuesView[Any]:
        """The arguments' values, as args has them."""
    def items(self) -> ItemsView[str, Any]:
        """The arguments' names and values."""
    def __contains__(self, name: object) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[str]: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __repr__(self) -> str:
        """The call, as a line of `traceleft trace` has it."""

EVENT_MAGIC: int
EVENT_ENTRY: int
EVENT_UNFINISHED: int
CAPTURED_OK: int
CAPTURED_TRUNCATED: int
CAPTURED_FAULT: int

class OpenFile:
    """A struct file of the kernel, which descriptors stand for: an open file, a directory, a socket, a pipe, ...

    Two are equal if they are the same version of one: a rename, an unlink or a connect makes another version.
    """

    @property
    def id(self) -> int:
        """Its number in this trace, never given again: the same through dup, fork, exec and SCM_RIGHTS."""
    @property
    def version(self) -> int:
        """From 1."""
    @property
    def kind(self) -> str:
        """ "regular", "directory", "pipe", "fifo", "socket", "character", "block", "symlink", "memfd", or what an
        anonymous inode is: "eventfd", "eventpoll", "pidfd", ..."""
    @property
    def raw(self) -> bytes:
        """Its record, as <traceleft/event.h> lays it out: what Batch() takes as one of `objects`."""
    @property
    def path(self) -> str:
        """Where its process sees it; "pipe:[4711]", "socket:[4711]" or "anon_inode:[eventfd]" where it has none."""
    @property
    def host_path(self) -> str:
        """The same from the root of the process's mount namespace on: another one in a chroot."""
    @property
    def deleted(self) -> bool:
        """Its name was removed."""
    @property
    def cut(self) -> bool:
        """The path was longer than the kernel's side tells: it begins with "..." instead of the names at the root."""
    @property
    def created(self) -> bool:
        """By the first call that showed it; else it was open before."""
    @property
    def made(self) -> bool:
        """The call that opened it made the file (O_CREAT); else that existed."""
    @property
    def device(self) -> int:
        """Of its file system, as st_dev."""
    @property
    def inode(self) -> int:
        """As st_ino."""
    @property
    def rdev(self) -> int:
        """The device that it is, as st_rdev; 0 for what is none."""
    @property
    def mode(self) -> int:
        """As st_mode."""
    @property
    def flags(self) -> int:
        """With which it was opened: O_*, as the kernel keeps them."""
    @property
    def timestamp(self) -> int:
        """ns, CLOCK_MONOTONIC, when it was looked at."""
    @property
    def mount_namespace(self) -> int:
        """The process's: the inode of /proc/PID/ns/mnt."""
    @property
    def socket(self) -> Socket | None:
        """Its addresses, if it is a socket."""
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class Socket:
    """A socket's addresses as they were when it was looked at. None: there is none (yet)."""

    @property
    def family(self) -> str:
        """ "AF_INET"; "AF_77" for one without a name here."""
    @property
    def type(self) -> str:
        """ "SOCK_STREAM"."""
    @property
    def protocol(self) -> str | None:
        """As the kernel calls it: "TCP", "UDPv6", "UNIX-STREAM", "NETLINK"."""
    @property
    def state(self) -> str | None:
        """Of all families: "established", "listen", "close", ..."""
    @property
    def local_addr(self) -> str | None:
        """ "127.0.0.1"; of a unix socket its name, with "@" for an abstract one's NUL; of vsock the context id."""
    @property
    def local_port(self) -> int | None:
        """The port; of netlink the port id."""
    @property
    def peer_addr(self) -> str | None:
        """The same of the other end."""
    @property
    def peer_port(self) -> int | None:
        """The same of the other end."""
    @property
    def peer_pid(self) -> int | None:
        """Of a unix socket: the process at the other end, as SO_PEERCRED tells."""
    @property
    def peer_inode(self) -> int | None:
        """Of a unix socket: that of the socket at the other end."""
    @property
    def retransmits(self) -> int | None:
        """Segments that TCP had sent again when the socket was looked at; None of other protocols."""
    @property
    def cookie(self) -> int | None:
        """SO_COOKIE, if one was given."""
    @property
    def network_namespace(self) -> int | None:
        """The inode of its /proc/PID/ns/net."""
    def __repr__(self) -> str: ...

class Process:
    """A process, as it was when it was forked, executed a program, changed, or when the trace began to look at it.

    What it changes between execs, such as its working directory or its user, is another version; docs/objects.md says
    what is seen late. Two are equal if they are the same version of one process. Undecodable bytes are surrogates.
    """

    @property
    def pid(self) -> int:
        """In the initial pid namespace."""
    @property
    def ppid(self) -> int:
        """The parent's; 0: none."""
    @property
    def start_time(self) -> int:
        """ns, CLOCK_MONOTONIC, when it was forked. A pid that is given again has another one."""
    @property
    def start_boottime(self) -> int:
        """ns, CLOCK_BOOTTIME: /proc/PID/stat has it in clock ticks."""
    @property
    def parent_start_time(self) -> int:
        """The start_time of the process `ppid`."""
    @property
    def timestamp(self) -> int:
        """ns, CLOCK_MONOTONIC, when it was looked at."""
    @property
    def comm(self) -> str:
        """The name of its first thread."""
    @property
    def exe(self) -> str | None:
        """The path of its program's file where the process sees it; None: unknown. Where the path is too long, "..."
        stands in the place of the names nearest to the root."""
    @property
    def host_exe(self) -> str | None:
        """The same from the root of the mount namespace on: another one in a chroot."""
    @property
    def exe_deleted(self) -> bool:
        """The file's name was removed."""
    @property
    def cwd(self) -> str | None:
        """The working directory, where the process sees it; None: unknown."""
    @property
    def argv(self) -> list[str] | None:
        """The arguments, of which the first 4,096 bytes are kept; None: unknown."""
    @property
    def argv_cut(self) -> bool:
        """There are more arguments than that."""
    @property
    def uid(self) -> int:
        """Ids are those of the initial user namespace."""
    @property
    def gid(self) -> int: ...
    @property
    def euid(self) -> int: ...
    @property
    def egid(self) -> int: ...
    @property
    def capabilities(self) -> int:
        """The effective ones, a bit for each, as CapEff in /proc/PID/status."""
    @property
    def session(self) -> int:
        """The session's id in the initial pid namespace."""
    @property
    def tty(self) -> str | None:
        """The controlling terminal below /dev, such as pts/3; None: it has none."""
    @property
    def cgroup(self) -> str:
        """The path in cgroup v2, from the root of all cgroups. "/" also where only cgroup v1 is in use."""
    @property
    def cgroup_id(self) -> int:
        """The inode of that directory."""
    @property
    def container_id(self) -> str | None:
        """The 64 hexadecimal digits that Docker, Podman, containerd and CRI-O put into the cgroup's path."""
    @property
    def ns_pid(self) -> int:
        """In its own pid namespace."""
    @property
    def pid_namespace(self) -> int:
        """The inode of /proc/PID/ns/pid; the next three likewise."""
    @property
    def mount_namespace(self) -> int: ...
    @property
    def network_namespace(self) -> int: ...
    @property
    def user_namespace(self) -> int: ...
    @property
    def exited(self) -> bool:
        """Its exit was seen. An event's process may not know of it yet: Capture.processes() does."""
    @property
    def exit_code(self) -> int | None:
        """None where it has not exited, or by a signal."""
    @property
    def exit_signal(self) -> int | None:
        """The signal that killed it."""
    @property
    def exit_time(self) -> int | None:
        """ns, CLOCK_MONOTONIC."""
    @property
    def raw(self) -> bytes:
        """Its record, as <traceleft/event.h> lays it out: what Batch() takes as one of `objects`."""
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class Batch:
    """Events in the order in which the kernel submitted them.

    Args:
        events: raw events, each as <traceleft/event.h> lays it out.
        schema: what they mean.
        realtime_offset: see the property.
        utc_offset: see the property.
        objects: records of the open files and of the processes that the events refer to.

    Raises ValueError for a record that is none.
    """

    def __init__(
        self,
        events: Sequence[bytes],
        schema: EventSchema,
        realtime_offset: int = 0,
        utc_offset: int = 0,
        objects: Sequence[bytes] = (),
    ) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> Event: ...
    def __iter__(self) -> Iterator[Event]: ...
    @property
    def has_objects(self) -> bool:
        """Whether its events refer to any open file."""
    @property
    def objects(self) -> list[OpenFile]:
        """The open files that its events refer to, by id and version."""
    def stack_counts(self) -> list[tuple[str, str, Stack | None, Stack | None, int]]:
        """How many events there are of each comm, syscall, ustack and kstack, of those that have a stack."""
    @property
    def processes(self) -> list[Process]:
        """The processes of its events, and their ancestors, as far as they are known, by pid and timestamp."""
    @property
    def nbytes(self) -> int:
        """Bytes of the raw events."""
    @property
    def realtime_offset(self) -> int:
        """ns to add to an event's timestamp for the time since 1970 (UTC), as it was when the batch was read."""
    @property
    def utc_offset(self) -> int:
        """s from UTC to the local time of where the batch was read."""

class Question:
    """A question about events: docs/asking.md has the language.

    Args:
        text: as it was written.

    Raises UsageError with the place underlined and what would be right.
    """

    def __init__(self, text: str) -> None: ...
    @property
    def text(self) -> str:
        """As it was written."""
    @property
    def asks_duration(self) -> bool:
        """Whether it asks for durations, which are only measured where somebody wants them."""
    def check(self, schema: EventSchema, syscalls: Sequence[str] | None = None) -> None:
        """Looks up all names in it.

        Args:
            schema: what events mean.
            syscalls: that it is asked of, NAME, or NAME@32 for a 32-bit program's; None: all.

        Raises UsageError for a name that nothing has, and for types and units that fit none of them.
        """
    def explain(self, schema: EventSchema, syscall: str, entry: bool = False) -> str:
        """What it means for a syscall: a line for each condition, with the stage that decides it. "early": the kernel,
        before an event is begun; "late": the kernel, when it is ready; "behind": the reader. `entry`: for events taken
        at the call's entry. Raises UsageError."""
    def missing(self, schema: EventSchema, syscall: str) -> list[str]:
        """The names in it that the syscall lacks, though others have them. Raises UsageError."""

def filter(batch: Batch, question: Question) -> Batch:
    """The events of a batch for which a question holds. What it means for each syscall is kept in the question. Raises
    UsageError."""

class BatchEncoder:
    """What makes of each batch the bytes that stand for it in a file. Several threads may use one."""

    def buffer(self, batch: Batch) -> memoryview:
        """These bytes, without a copy."""

class Encoding:
    """A batch that Encoders encode."""

    @property
    def done(self) -> bool: ...
    def take(self) -> memoryview:
        """Its bytes, once. Encodes what hasn't been begun while it waits for them. Raises what BatchEncoder.buffer()
        does."""

class Decoding:
    """A frame that Encoders decompress."""

    def take(self) -> Batch:
        """Its batch. Decompresses what hasn't been begun while it waits for it. Raises UsageError for bytes that are no
        whole frame."""

class Encoders:
    """Threads that encode batches, and decompress them, those first that were begun first.

    Args:
        threads: how many, beside whoever waits for a batch. They are started once several batches wait for them.
    """

    def __init__(self, threads: int) -> None: ...
    def begin(self, encoder: BatchEncoder, batch: Batch) -> Encoding:
        """Has a batch encoded by and by."""
    def decompress(self, frame: bytes, schema: EventSchema) -> Decoding:
        """Has decompress_batch() done by and by."""
    @property
    def threads(self) -> int: ...

class TextFormatter(BatchEncoder):
    """Writes events as lines of text.

    Args:
        schema: what the events mean.
    """

    def __init__(self, schema: EventSchema) -> None: ...
    def format(self, batch: Batch) -> str:
        """A line for each event. ASCII: every other byte is escaped, as strace does."""

class BatchCompressor(BatchEncoder):
    """Compresses batches for recordings. buffer() raises UsageError for a batch that is larger than any that a tracer
    makes."""

    def __init__(self) -> None: ...
    def compress(self, batch: Batch) -> bytes:
        """The batch in a frame of its own, which decompress_batch() reads."""

def decompress_batch(frame: bytes, schema: EventSchema) -> Batch:
    """The batch that compress() was given, byte for byte. Raises UsageError for bytes that are no whole frame."""

def read_frame(file: int, name: str, offset: int, size: int, schema: EventSchema) -> Batch:
    """The batch of such a frame in a file, which errors call `name`. Raises RecordingError for what is no whole frame,
    OSError."""

def joined(batches: Sequence[Batch]) -> Batch:
    """One batch with the events of several of one trace, at least one, whose wall clock is the first one's."""

def event_fields(schema: EventSchema) -> list[str]:
    """The names for JSON lines and templates: an event's fields in their order, then args.NAME for each argument that
    any syscall has."""

class JsonFormatter(BatchEncoder):
    """Writes events as JSON lines.

    Args:
        schema: what the events mean.
        fields: which of event_fields() and file_fields() to write, each in every line; None: all, some only where they
            say something.

    Raises UsageError for an unknown field.
    """

    def __init__(self, schema: EventSchema, fields: Sequence[str] | None = None) -> None: ...
    @staticmethod
    def file_fields() -> list[str]:
        """The names of what an event has of its files, beside its arguments'."""
    def format(self, batch: Batch) -> bytes:
        """An object a line for each event, in UTF-8: docs/events.md."""

class TemplateFormatter(BatchEncoder):
    """Writes events as lines of a form of the user's own.

    Args:
        schema: what the events mean.
        template: text with names in braces, `{{` and `}}` for braces: docs/events.md.

    Raises UsageError for a brace alone, and for a name that no event has.
    """

    def __init__(self, schema: EventSchema, template: str) -> None: ...
    @staticmethod
    def names(template: str) -> list[str]:
        """The names in a template's braces. Raises UsageError for a brace alone."""
    @staticmethod
    def file_fields(schema: EventSchema) -> list[str]:
        """The names for what descriptors stand for: resolved_path, args.fd_path, args.fd_file, ..."""
    def format(self, batch: Batch) -> bytes:
        """A line for each event: the template's own text in UTF-8, everything else in ASCII."""

class ProtobufEncoder(BatchEncoder):
    """Writes events as messages `Event` of traceleft/proto/traceleft.proto.

    Args:
        schema: what the events mean.
    """

    def __init__(self, schema: EventSchema) -> None: ...
    def encode(self, batch: Batch, field: int = 0) -> bytes:
        """Every event behind its length, as a varint: a stream that protobuf calls length-delimited. With `field`, each
        as that field of a message around them, so that what is returned can be appended to the rest of it.

        Raises UsageError for a number that no field can have.
        """

class ArrowBatch:
    """A record batch of Arrow: events as columns. Libraries with Arrow's PyCapsule interface take it without a copy."""

    def __len__(self) -> int: ...
    @property
    def nbytes(self) -> int:
        """Bytes in its buffers."""
    @property
    def names(self) -> list[str]:
        """The names of its columns."""
    def __arrow_c_schema__(self) -> object:
        """A capsule with its columns' types."""
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """Capsules with its columns' types and its columns. It has no other types than its own to give."""

class ArrowBatches:
    """Record batches one after the other, each with all columns that any of them has: null where it had none.

    Args:
        batches: at least one.
    """

    def __init__(self, batches: Sequence[ArrowBatch]) -> None: ...
    def __len__(self) -> int:
        """Rows."""
    def __arrow_c_schema__(self) -> object:
        """A capsule with their columns' types."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A capsule with a stream of them. It has no other types than their own to give."""

class ArrowBuilder:
    """Builds Arrow record batches of events.

    A wide one has a struct column for each syscall, named as it is, with its arguments, null in the rows of others.
    Otherwise there is a batch for each syscall, with a column for each argument; one that would be called like a column
    of every event has an underscore behind its name. An argument whose meaning depends on another has two columns: the
    bare register, and NAME_value, what it means as JSON text.

    Args:
        schema: what the events mean.
        wide: whether all go into one batch.
        syscalls: those that have their columns even if none of their events comes.
        only: no other syscalls have columns: without `wide` their events are left out.
        split: whether a wide one's rows are in a batch for each syscall, with its struct and no other's, and with
            columns for fields that few events have (`pids`, `undecodable`) only where an event has them.
        columns: the names of those that are built, of structs those of a wide batch; None: all.
        files: whether columns behind the arguments' tell what descriptors stand for: NAME_file, the open file's id, and
            NAME_path, for each argument that is one, `result`, `directory`, and `first` and `second` of a pair; of an
            open or exec resolved_path and path_mismatch; and socket_family, local_addr, local_port, peer_addr and
            peer_port of the first of them that is a socket.

    Raises UsageError for an unknown syscall.
    """

    def __init__(
        self,
        schema: EventSchema,
        wide: bool,
        syscalls: Sequence[str] = (),
        files: bool = False,
        *,
        only: bool = False,
        split: bool = False,
        columns: set[str] | None = None,
    ) -> None: ...
    def append(self, batch: Batch) -> None:
        """Adds the events of a batch. Raises CapacityError where a column would have more than 2 GiB; then this builder
        is of no more use."""
    @property
    def rows(self) -> int:
        """Events since the last finish()."""
    @property
    def nbytes(self) -> int:
        """Bytes of the columns since the last finish()."""
    def finish(self) -> dict[str, ArrowBatch]:
        """The batches by syscall; of a wide builder that isn't split one, by the name "". Begins anew."""
    def sizes(self) -> dict[str, int]:
        """Bytes of the columns of each batch, by the names that finish() gives them."""
    def finish_one(self, name: str) -> ArrowBatch:
        """The batch of that name, which begins anew; the others go on. Raises KeyError where there is none."""

class ColumnParts:
    """The columns of one table of kept batches: an iterator of record batches of some MB, in the batches' order, and by
    Arrow's PyCapsule interface a stream of them, once. The next ones are made by threads of its own. One with rows
    comes, or one without any.

    Args:
        places: batches, and (offset, size) of those that are frames in a file.
        file: its descriptor, which may be closed; -1: there is none.
        name: its name in errors.
        schema: what the events mean.
        table: a syscall's, as ArrowBuilder's batches are called; "": the wide one, of all events.
        syscalls, files, only, columns: ArrowBuilder's.
        part_bytes: bytes of columns after which a record batch ends.

    Raises UsageError for an unknown syscall, and in another process than its own; reading it raises RecordingError for
    a damaged frame.
    """

    def __init__(
        self,
        places: Sequence[Batch | tuple[int, int]],
        file: int,
        name: str,
        schema: EventSchema,
        *,
        table: str,
        syscalls: Sequence[str],
        files: bool,
        only: bool,
        columns: set[str] | None,
        part_bytes: int,
    ) -> None: ...
    def __iter__(self) -> Iterator[ArrowBatch]: ...
    def __next__(self) -> ArrowBatch: ...
    def __arrow_c_schema__(self) -> object:
        """A capsule with their columns' types. Raises UsageError where only events tell them, and there are none."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A capsule with a stream of them. It has no other types than their own to give."""

BACKENDS: tuple[str, ...]
"""The ways to hook syscalls, in the order in which `auto` tries them."""
LOSS_REASONS: tuple[str, ...]
"""Why an event is lost: no room in the ring; another task of its CPU was building one; little room, and its process or
cgroup had taken its share of it."""

class NamedPid(NamedTuple):
    """A process, thread or group that a call names by its number."""

    pid: int
    """In the initial pid namespace."""
    comm: str | None
    """A thread's name; None where it wasn't asked for (`pid_comms`), or isn't known."""

class CompatCaller(NamedTuple):
    """A traced process that makes 32-bit calls."""

    pid: int
    started: int
    """ns since boot"""
    comm: bytes
    calls: int
    x32_calls: int

class HookProgram(NamedTuple):
    """A program at a hook."""

    name: str
    syscall: str
    """"" where the program is for all of them, or for none."""
    prog_id: int
    """The kernel's."""
    runs: int
    """Counted while the kernel keeps statistics: see HookNumbers."""
    ns: int

class Dispatcher:
    """The loaded trace probes. See Tracer for the arguments and the errors."""

    def __init__(
        self,
        object: bytes,
        probes_object: bytes,
        compat_object: bytes,
        questions_object: bytes,
        compat_questions_object: bytes,
        objects_object: bytes,
        sources_object: bytes,
        schema: EventSchema,
        *,
        backend: str,
        ring_size: int,
        slots: int,
        durations: bool,
        btf: bytes,
        maxactive: int,
        namespace_pids: bool,
        environments: bool,
        handler_times: bool,
        files: bool,
        calls: CallTable | None = None,
        processes_object: bytes = b"",
        owner: tuple[int, int] | None = None,
        user_stacks: bool = False,
        kernel_stacks: bool = False,
        max_stacks: int = 0,
    ) -> None: ...
    @property
    def backend(self) -> str: ...
    def traceable(self) -> list[str]:
        """The syscalls that this kernel can trace under this backend."""
    def skipped_runs(self) -> int:
        """See Stats.skipped_runs."""
    def probe_misses(self) -> int:
        """See Stats.probe_misses."""
    def counters(self) -> list[dict[str, int]]:
        """By CPU: handled, the reasons of losses, compat_calls, unfollowed, unmeasured, declined, rate_limited,
        repeated, unkeyed."""
    def lost_by_syscall(self) -> dict[str, dict[str, int]]:
        """Syscall to reason to events, of syscalls that lost any."""
    def lost_by_process(self) -> dict[int, int]:
        """See Stats.lost_by_process."""
    def compat_callers(self) -> list[CompatCaller]: ...
    def rest(self) -> None:
        """See Tracer.rest()."""
    def require_access(self) -> None:
        """Raises KernelError where this process is not allowed any more to look at its own maps."""
    def time_handlers(self, every: int) -> None:
        """See Tracer.time_handlers()."""
    def hook_programs(self) -> list[HookProgram]: ...

class EmptyProgram:
    """A program that does nothing, to be attached where a syscall's trace probe or the root program would be.

    Raises HandlerError, LoadError.
    """

    def __init__(self, dispatcher: Dispatcher, syscall: str) -> None: ...
    def attach(self) -> None: ...
    def detach(self) -> None: ...

def fork_generation() -> int:
    """The number of forks between this process and the one that first asked, or traced: objects of an earlier one are
    not for a later one."""

class CallTimes(NamedTuple):
    """Calls that were made to measure, and their time."""

    calls: int
    ns: int
    """The time of all of them."""

def time_calls(seconds: float) -> CallTimes:
    """Makes cheap calls for so long: read() of 16 bytes from /dev/zero."""

class RunTimeStatistics:
    """The kernel keeps run time statistics of BPF programs, every one's on this machine, until the block is left.

    They cost each run of a program some 50 ns. Since Linux 5.8. Raises OSError.
    """

    def __init__(self) -> None: ...
    def __enter__(self) -> RunTimeStatistics: ...
    def __exit__(self, *error: object) -> None: ...

class HandlerProgram(NamedTuple):
    """A program of a handler object."""

    syscall: str
    entry: bool
    """The program is for the call's entry, and not for its exit."""

class Asking:
    """What is asked of the calls that a handler is attached for; see Tracer.attach().

    Args:
        where: the question's text; empty: none.
        sample, rate_limit, first: 0: none.
        by: the key, with `first`.

    Raises UsageError.
    """

    def __init__(
        self, where: str, *, sample: int = 0, rate_limit: int = 0, first: int = 0, by: Sequence[str] = ()
    ) -> None: ...
    def missing(self, schema: EventSchema, syscall: str) -> list[str]:
        """The names in the question that this syscall lacks."""
    def explain(self, schema: EventSchema, syscalls: Sequence[str]) -> list[str]:
        """What it means for each of these, which are of one ABI, who decides it, and the instructions of the kernel's
        part. Raises UsageError."""
    def is_early(self, dispatcher: Dispatcher, syscalls: Sequence[str]) -> bool:
        """Whether it is decided before the shipped handlers of these calls run. Raises UsageError."""
    @property
    def asks_duration(self) -> bool: ...
    @property
    def asks_files(self) -> bool:
        """Whether it may ask for the files that descriptors stand for: fd.path, resolved_path, path_mismatch."""
    @property
    def member_paths(self) -> list[str]:
        """See member_paths()."""
    @property
    def text(self) -> str:
        """The question's text, with the limits behind it."""

class SlotPrograms:
    """Programs that the handler table puts in place together."""

    @property
    def path(self) -> bytes: ...
    @property
    def program_id(self) -> int: ...
    @property
    def programs(self) -> list[HandlerProgram]: ...

class Handler(SlotPrograms):
    """A handler object, or its handlers of some syscalls, loaded.

    Raises HandlerError, LoadError, UsageError, OSError.
    """

    def __init__(
        self,
        path: bytes,
        dispatcher: Dispatcher,
        *,
        program_id: int,
        buffer_limit: int,
        syscalls: Sequence[str],
        asking: Asking | None = None,
    ) -> None: ...
    def asked(self, dispatcher: Dispatcher, syscalls: Sequence[str], asking: Asking) -> Handler:
        """The handlers of these calls with another question, which is early: see Asking.is_early()."""

class MeasureRow(NamedTuple):
    """What was measured of the calls with one key."""

    key: tuple[str | int | None, ...]
    """A value for each part of `by`, as Event has it; None where the call has none."""
    bucket: int | None
    """The number's, where buckets are told apart; negative numbers have MEASURE_NEGATIVE."""
    calls: int
    sum: int
    """Modulo 2 ** 64. The numbers themselves are taken as signed ones of 64 bits."""
    min: int
    max: int

MEASURE_NEGATIVE: int

class Measurement:
    """What is measured of which calls: bound to the schema, and nothing loaded yet.

    Args:
        schema: what the calls' arguments mean.
        calls: names, and whether a call never returns, so that it is measured when it is entered.
        where: a question; "": all calls count.
        by: the names or expressions that make the key.
        of: the number that is measured; "": calls are only counted.
        buckets: tell apart the buckets of that number.
        compat: the calls are those of 32-bit programs, which the schema knows by now.

    Raises UsageError.
    """

    def __init__(
        self,
        schema: EventSchema,
        calls: Sequence[tuple[str, bool]],
        *,
        where: str,
        by: Sequence[str],
        of: str,
        buckets: bool,
        compat: bool,
    ) -> None: ...
    @property
    def asks_duration(self) -> bool:
        """Whether it looks at durations, which its dispatcher must then take."""

class Spans:
    """Times between two tracepoints' events, which two measures keep in the kernel.

    Args:
        keyed: the measurement by whose keys times are measured: that of the end, or `begin` itself.
        begin: of the events where they begin.
        match: so many parts of each key, the first ones, tell which two events belong together. They are 0 in the
            table's keys.
        max_stacks: as Measure has it.

    Raises UsageError, OSError.
    """

    def __init__(self, keyed: Measurement, begin: Measurement, *, match: int, max_stacks: int) -> None: ...

class Measure(SlotPrograms):
    """The programs that measure calls in the kernel, and the table that they fill, loaded.

    Args:
        handlers: the object of the shipped handlers, for calls whose captured memory is asked for.
        dispatcher: whose slots they are for; nothing else may be.
        measurement: what they measure.
        max_keys: rows that the table has room for.
        all_named: a call that can't be traced here is an error, and not left out.
        max_stacks: different stacks that there is room for, where keys have such.
        spans: the times of these are measured, and not each event.
        begins: the events are those where these begin, and not where they end.

    Raises UsageError, HandlerError, LoadError, OSError.
    """

    def __init__(
        self,
        handlers: bytes,
        dispatcher: Dispatcher,
        measurement: Measurement,
        *,
        max_keys: int,
        all_named: bool,
        max_stacks: int,
        spans: Spans | None = None,
        begins: bool = False,
    ) -> None: ...
    def read(self) -> list[MeasureRow]:
        """All rows, while the programs go on. In keys stacks are numbers: StackNames has their frames."""

STACK_LOST: int
"""In a key: there was no room for the stack."""

class NamedStack(NamedTuple):
    """A stack with the leaf first."""

    frames: tuple[NamedFrame, ...]
    is_cut: bool
    """It has more frames than were taken."""
    lacks_python: bool
    """It is of a Python interpreter whose frames were not found."""

class StackNames:
    """Names the frames of a measure's stacks, and takes note of what processes map from its beginning on.

    Args:
        measure: is not attached yet.
        pids: the processes that it is for, beside those that come; empty: all.

    Raises OSError.
    """

    def __init__(self, measure: Measure, pids: Sequence[int]) -> None: ...
    def lost(self) -> int:
        """Records of mapped files that found no room: functions may lack their names."""
    def without_tables(self) -> int:
        """Files and processes that there was no room for in the tables by which callers are found."""
    def find(self, number: int, *, kernel: bool) -> NamedStack | None:
        """The stack of that number in a key; None where there is none."""

class Replaced(NamedTuple):
    """A handler that another one took the place of."""

    syscall: str
    pid: int
    """0: the default handler."""
    path: bytes

class InstalledProgram(NamedTuple):
    """A handler's program for one slot."""

    syscall: str
    entry: bool
    slot: int
    pids: tuple[int, ...]
    path: bytes
    program_id: int
    name: str
    runs: int
    """Runs that were timed."""
    ns: int
    question: str
    """Empty: none is asked."""

class HandlerTable:
    """Which handler serves which syscall of which process."""

    def __init__(self, dispatcher: Dispatcher) -> None: ...
    def attach(
        self,
        handler: SlotPrograms,
        *,
        pids: Sequence[int],
        follow_forks: bool,
        at_exec: bool,
        syscalls: Sequence[str] = (),
    ) -> tuple[int, list[Replaced]]:
        """Puts the handler in place for these syscalls of its own, or all.

        Returns an id for detach(), and the handlers that it replaced.

        Raises ProcessError, CapacityError, OSError.
        """
    def accompany(self, id: int, handler: SlotPrograms) -> int:
        """Puts a handler of 32-bit programs' calls wherever the one with this id is in place.

        Returns its own id; 0 where that one is in place nowhere any more. Raises as attach() does.
        """
    def detach(self, id: int, *, pids: Sequence[int], syscalls: Sequence[str]) -> None: ...
    def ignore(self, pids: Sequence[int]) -> None:
        """See Tracer.ignore()."""
    def ignore_tracers(self) -> list[int]:
        """See Tracer.ignore_tracers()."""
    def clear(self) -> None:
        """Detaches everything, and waits until no program is running any more."""
    def installed(self) -> list[InstalledProgram]: ...
    @property
    def slots_in_use(self) -> int: ...

class BufferFill(NamedTuple):
    """The events that wait for read(), in bytes."""

    events: int
    """As they were in the ring."""
    memory: int
    """What they take, compressed or not."""
    spilled: int
    """What they take in a file, compressed."""
    overflowed: bool
    """Some found no room, at some time."""
    event_bytes: float
    """What an event took, compressed, on the average; 0: none was."""

class Evicted(NamedTuple):
    """Events that were taken out of the ring, and gave way to newer ones before they were read."""

    events: int
    by_cpu: dict[int, int]
    by_syscall: dict[str, int]

class StackGaps(NamedTuple):
    """Events whose stacks lack something."""

    lost: int
    """There was no room for them."""
    cut: int
    """They have more frames than are taken."""
    without_python: int
    """Of an interpreter whose frames were not found."""
    lost_mappings: int
    """Records of mapped files that found no room: functions may lack their names."""
    without_tables: int
    """Files and processes that there was no room for in the tables by which callers are found."""

class RingReader:
    """The thread that empties the events ring."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        schema: EventSchema,
        *,
        buffer_bytes: int,
        spill_bytes: int = 0,
        spill_directory: bytes = b"/tmp",
        keep_newest: bool = False,
        discard: bool = False,
        limit: int = 0,
        processes: bool = False,
        name_pids: bool = False,
        pid_comms: bool = False,
    ) -> None: ...
    def read(self, timeout: float) -> Batch | None:
        """The next batch, waiting at most `timeout` seconds."""
    def finish(self) -> None: ...
    @property
    def received(self) -> int:
        """Events taken out of the ring, for read()."""
    @property
    def filtered(self) -> int:
        """Events taken out of it that a question did not want, or that came behind the limit."""
    @property
    def unchecked_paths(self) -> int:
        """Calls of which it was not found out whether they opened the file that their string names, for there were too
        many in a second: their path_mismatch is False."""
    @property
    def stack_gaps(self) -> StackGaps: ...
    @property
    def full(self) -> bool:
        """As many were received as shall be."""
    @property
    def ring_bytes(self) -> int:
        """Bytes that events take in the ring now; 0 after finish()."""
    @property
    def queued_bytes(self) -> int:
        """Bytes of events that wait for read(), as they were in the ring."""
    def fill(self) -> BufferFill: ...
    def evicted(self) -> Evicted: ...

class FileUse(NamedTuple):
    """What calls did with a file that is no socket, under one path: see traceleft.uses.File."""

    path: str
    kind: str
    """Empty for one that could not be opened."""
    deleted: bool
    device: int
    inode: int
    opens: int
    calls: int
    errors: int
    reads: int
    writes: int
    bytes_read: int
    bytes_written: int
    ns: int

class SocketUse(NamedTuple):
    """What calls did with a socket."""

    file: OpenFile
    """It, with the addresses that it had last."""
    pid: int
    """The process that used it first, and its name."""
    comm: str
    calls: int
    errors: int
    reads: int
    writes: int
    bytes_read: int
    bytes_written: int
    ns: int
    first: int
    """ns, CLOCK_MONOTONIC, of the first event; and of the last."""
    last: int

class ObjectUses:
    """Adds up what events do with the files and sockets that they describe.

    Args:
        schema: what the events mean.
        limit: files, and sockets, that are kept apart. Uses of others are counted in `dropped`.
    """

    def __init__(self, schema: EventSchema, limit: int) -> None: ...
    def add(self, batch: Batch) -> None:
        """Takes the events of a batch."""
    def files(self) -> list[FileUse]:
        """A row for each file and path, by its path."""
    def sockets(self) -> list[SocketUse]:
        """A row for each socket, in the order of their first events."""
    @property
    def dropped(self) -> int:
        """Uses of files and sockets for which there was no room."""

class ProcessUse(NamedTuple):
    """What a process did."""

    process: Process | None
    """Its last version; None: unknown."""
    pid: int
    comm: str
    """Its name at its last event; empty for one without events."""
    events: int
    errors: int
    first: int
    """ns, CLOCK_MONOTONIC, of the first event; and of the last. 0 without events."""
    last: int

class ProcessUses:
    """Adds up the events of processes, and their ancestors, which may have none.

    Args:
        schema: what the events mean.
        limit: processes that are kept apart. Events of others are counted in `dropped`.
    """

    def __init__(self, schema: EventSchema, limit: int) -> None: ...
    def add(self, batch: Batch) -> None:
        """Takes the events of a batch."""
    def all(self) -> list[ProcessUse]:
        """A row for each process, by pid and start time."""
    @property
    def dropped(self) -> int:
        """Events of processes for which there was no room."""

class ThreadCalls(NamedTuple):
    """The calls of one thread."""

    pid: int
    tid: int
    comm: str
    """At its last event."""
    calls: int
    errors: int
    calls_by_part: list[int]
    """In each of the parts of the time; and the failed ones among them."""
    errors_by_part: list[int]

class Overview:
    """Adds up events by their headers alone.

    Args:
        parts: the most equal parts that the time is divided into. They get twice as long where an event comes behind
            the last one, so that more than half of them are in use.
        limit: threads that are kept apart. Events of others are counted in `dropped`.
    """

    def __init__(self, parts: int, limit: int) -> None: ...
    def add(self, batch: Batch) -> None:
        """Takes the events of a batch."""
    def calls(self) -> dict[str, tuple[int, int, int]]:
        """By syscall: its calls, the failed ones among them, and the ns spent in those whose duration was measured."""
    def failures(self) -> dict[tuple[str, str], int]:
        """The failed calls by syscall and error, such as ("openat", "ENOENT")."""
    def threads(self) -> list[ThreadCalls]:
        """A row for each thread, by its number."""
    @property
    def dropped(self) -> int:
        """Events of threads for which there was no room."""

class CallCounts(NamedTuple):
    """Calls of one name and process. Undecodable bytes of names are surrogates."""

    syscall: str
    pid: int
    """0: the calls are of several processes."""
    comm: str
    """"" where pid is 0: the calls are of several names."""
    calls: int
    errors: int
    timed: int
    """Calls with known durations: none where the tracer has no durations."""
    ns: int
    """The sum of the durations."""
    buckets: tuple[int, ...]
    """CALL_BUCKETS counts of durations: the first of those below 1 us, the one with index i of those below 2**i us that
    are in no earlier one, the last of all that are longer."""

CALL_BUCKETS: int

class CallTable:
    """Where the kernel counts the calls that a dispatcher's handlers are in place for. It stays when they are detached.

    Args:
        schema: the calls' names.
        max_keys: a process's calls of one name take a key for each bucket of their durations, and others for those that
            failed. Calls by more keys are counted without the process (pid 0, comm "").

    Raises UsageError, OSError.
    """

    def __init__(self, schema: EventSchema, *, max_keys: int) -> None: ...
    def calls(self) -> list[CallCounts]:
        """The counts, in no order. Other threads run meanwhile. Raises OSError."""
    @property
    def keys(self) -> int:
        """Those that are in use. Raises OSError."""
    def take(self, pids: set[int]) -> list[CallCounts]:
        """Forgets these processes, which have exited, and returns what was counted of them. Raises OSError."""

class KernelValue(NamedTuple):
    """The type of a value of the kernel's, by its BTF."""

    type: str
    """As C spells it."""
    kind: str
    """As schemas have it; "unused": void."""
    size: int
    """Bytes."""
    bit_shift: int
    bit_width: int
    """Of a bit field; else 0."""
    names: list[tuple[str, int]]
    """Of an enumeration."""

class KernelFunction(NamedTuple):
    """A function of the kernel."""

    id: int
    """BTF's number of it."""
    module: str
    """Empty: the kernel itself."""
    parameters: list[tuple[str, KernelValue]]
    result: KernelValue

def kernel_functions() -> list[str]:
    """The functions of the kernel and its modules that programs may be at, as far as its BTF and its lists tell,
    sorted. Raises KernelError, OSError."""

def kernel_function(name: str) -> KernelFunction:
    """Raises UsageError where there is none of that name, or none that can be traced, KernelError."""

def kernel_function_clones(name: str) -> list[str]:
    """What the compiler made of a function beside itself, sorted, such as vfs_rmdir.part.0: callers in its own source
    file may call these instead."""

def kernel_member(function: str, path: str) -> tuple[KernelValue, list[int]]:
    """What an argument of a function leads to, or `ret`, such as "sk.__sk_common.skc_dport"; and the steps of the way:
    an offset is added to the address, and between two of them a pointer is followed. Raises UsageError, KernelError."""

def member_paths(text: str) -> list[str]:
    """The chains of names in a question or an expression, a.b of a.b and of a->b. Raises UsageError."""

class Sampler(NamedTuple):
    """A timer, or a counter of perf's."""

    name: str
    period: int
    """Events from one sample to the next where none is asked for; of the timer: samples a second."""
    most: int
    """The largest that can be asked for."""

def samplers() -> list[Sampler]:
    """All of them, as their numbers have it."""

class FunctionPlace(NamedTuple):
    """A function of an ELF file, under one of its names."""

    name: str
    offset: int
    """In the file, bytes."""
    is_chooser: bool
    """An IFUNC: it returns the address of the function that is called by its name."""

class UsdtPlace(NamedTuple):
    """One of the places of a USDT probe in an ELF file."""

    provider: str
    name: str
    operands: tuple[str, ...]
    """The arguments as <sys/sdt.h> writes them: "-4@%eax"."""
    offset: int
    """In the file, bytes."""
    semaphore: int
    """The offset in the file of the counter that tells the program it is traced; 0: none."""

class ElfProbes(NamedTuple):
    """Where an ELF file can be probed."""

    functions: list[FunctionPlace]
    """By name."""
    usdt: list[UsdtPlace]
    """By provider and name."""
    is_stripped: bool
    """Only functions that others may call have names."""
    moves_stacks: bool
    """It is Go's: a return probe would crash it."""

def read_elf_probes(path: bytes) -> ElfProbes:
    """Those of a program or a shared library.

    Raises UsageError where it is none of this machine, OSError.
    """

def operand_form(operand: str) -> tuple[int, bool] | None:
    """The size in bytes, and whether it is signed, of an argument of a probe, "-4@%eax". None where it is none that can
    be read: in a vector register, for example."""

def function_operands(count: int) -> list[str]:
    """So many arguments of a function that is entered on this machine, which are numbers or addresses. None where the
    machine's registers are not known."""

def result_operand() -> str:
    """The result of a function that has returned; empty on such a machine."""

def tracefs() -> str:
    """The directory of tracefs, which is mounted where it isn't yet. Raises OSError."""

class SourcePrograms(SlotPrograms):
    """Programs that make events of tracepoints, loaded.

    Args:
        dispatcher: their schema has the tracepoints.
        sources: the tracepoints' names.
        program_id, buffer_limit, asking: as Handler has them.
        beside: programs of calls that are put in place together with these.

    Raises HandlerError, LoadError, UsageError, OSError.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        sources: Sequence[str],
        *,
        program_id: int,
        buffer_limit: int,
        asking: Asking | None = None,
        beside: SlotPrograms | None = None,
    ) -> None: ...

class CountedCalls(SlotPrograms):
    """Programs that count calls and make no events, in the place of shipped handlers, loaded.

    Args:
        path, program_id: of the handlers that they are in place of.
        dispatcher: has a table of calls.
        syscalls: of one ABI; those of 32-bit programs with their suffix.

    Raises HandlerError, LoadError, OSError.
    """

    def __init__(self, path: bytes, dispatcher: Dispatcher, *, program_id: int, syscalls: Sequence[str]) -> None: ...

class FairShare:
    """Keeps a queue of events that is short of room open to processes that have little in it.

    A process and its cgroup get shares of what is free, as in the ring. Not to be used by two threads at once.

    Args:
        size: bytes of events that the queue takes.
    """

    def __init__(self, size: int) -> None: ...
    def admit(self, batch: Batch) -> Batch:
        """The batch with those of its events that find room, and wait from now on: all, some or none of them."""
    def resize(self, size: int) -> None:
        """What the queue takes from now on; what waits stays."""
    def release(self) -> None:
        """The longest waiting batch, of those that were not empty, waits no more."""
    @property
    def waiting(self) -> int:
        """Bytes of events that wait."""

class ChildProcess:
    """A forked child that waits to execute its program. Raises OSError."""

    def __init__(
        self,
        paths: Sequence[bytes],
        arguments: Sequence[bytes],
        environment: Sequence[bytes],
        user: tuple[int, int, Sequence[int]] | None,
        streams: Sequence[int] = (-1, -1, -1),
    ) -> None:
        """The first of `paths` that the kernel executes is its program. `user`: uid, gid, supplementary groups.
        `streams`: the descriptors that become its standard input, output and error; -1: ours."""
    @property
    def pid(self) -> int: ...
    def start(self) -> None: ...

def become(user: tuple[int, int, Sequence[int]]) -> None:
    """Makes this process, with all its threads, a user's (uid, gid, supplementary groups) for good, without any
    capability. Raises OSError, KernelError."""

class HeldMemory(NamedTuple):
    """The memory that objects of one function hold."""

    function: str
    """The C++ function that holds it, or "bpf_map NAME" or "bpf_program NAME" for memory of the kernel's."""
    description: str
    objects: int
    bytes: int
    """The kernel's own figure for memory of the kernel."""

def memory() -> list[HeldMemory]:
    """The memory that the core holds now, and the kernel for it.

    Exact for all that it lists. Short-lived text is not in it, nor is Python's memory, which tracemalloc knows.
    """

class StackFrame(NamedTuple):
    """A function on a stack."""

    function: str
    """"object+0xOFFSET" where a native one has no symbol."""
    file: str
    """The object that a native function is in."""
    line: int
    """0: unknown."""
    address: int
    """0: a function of Python."""

class SampledStack(NamedTuple):
    """A stack that a thread was seen in."""

    frames: tuple[StackFrame, ...]
    """As ThreadStack has them."""
    samples: int
    ns: int
    """CPU time."""
    tid: int
    thread: str
    """The thread's name, as the kernel has it."""

class ThreadStack(NamedTuple):
    """The stack of a thread."""

    tid: int
    thread: str
    """The thread's name, as the kernel has it."""
    frames: tuple[StackFrame, ...]
    """The leaf first. Of a thread that runs Python they are the native functions that its innermost Python function has
    called, without the interpreter's own, then those of Python; of others the native ones. At most 128 of each are
    there, the leafmost."""

class Symbol(NamedTuple):
    """A native function."""

    function: str
    """"[unknown]" where there is none."""
    file: str

class CpuProfiler:
    """Samples the stacks of every thread of this process, native code and Python, each by its own CPU time, from its
    construction to stop(). Uses SIGPROF meanwhile, and leaves nothing behind. Threads that block it, as some libraries'
    do, are not seen.

    Args:
        hz: samples a second of CPU time, 1 to 1000.

    Raises UsageError, also while there is another one; OSError.
    """

    def __init__(self, hz: int = 100) -> None: ...
    def stop(self) -> list[SampledStack]:
        """Ends it, and returns each stack of each thread. Raises UsageError the second time."""
    @property
    def period(self) -> int:
        """ns of CPU time that a sample stands for."""
    @property
    def dropped(self) -> int:
        """Samples for which there was no room."""

def thread_stacks(deadline: float = 1.0) -> list[ThreadStack]:
    """The stacks of all threads of this process, now.

    Args:
        deadline: seconds to wait for. Threads that have not answered by then, and those that block SIGPROF, are there
            without frames.
    """

def symbolize(addresses: Sequence[int]) -> list[Symbol]:
    """The native function at each address of this process, as thread_stacks() has them."""
