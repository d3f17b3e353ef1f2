# SPDX-License-Identifier: MIT
"""The base of the generated classes of traceleft.events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict, cast

from traceleft.extras import needed

if TYPE_CHECKING:
    import numpy as np

    from traceleft._core import Event, NamedPid
    from traceleft.stacks import Stack

# Generated from templates/event_layout.py.j2, traceleft/generate/event_fields.py and event.h: do not edit.
EVENT_HEADER = (
    ("timestamp", "<u8"),
    ("pid", "<i8"),
    ("ret", "<i8"),
    ("syscall", "S64"),
    ("magic", "<u4"),
    ("args", "<u2"),
    ("captures", "<u2"),
    ("tid", "<u4"),
    ("cpu", "<u4"),
    ("uid", "<u4"),
    ("gid", "<u4"),
    ("cgroup_id", "<u8"),
    ("duration", "<u8"),
    ("comm", "S16"),
    ("nr", "<i4"),
    ("event_flags", "<u4"),
    ("program_id", "<u8"),
    ("ns_pid", "<u4"),
    ("ns_tid", "<u4"),
    ("pid_namespace", "<u4"),
    ("question", "<u4"),
)
# End of templates/event_layout.py.j2.
"""struct event_header of <traceleft/event.h>, where event_flags is just `flags`, as are many calls' arguments.

A test compares them by the C compiler's offsets.
"""

_CAPTURE = (("size", "<u4"), ("arg", "<u2"), ("status", "<u2"))
"""struct captured."""


class Iovec(TypedDict):
    """One piece of memory of a vectored call."""

    iov_base: bytes
    """The first of its contents."""
    iov_len: int
    """Its length, as the caller gave it."""


class Msghdr(TypedDict):
    """A message of sendmsg, recvmsg and their like."""

    msg_name: dict[str, Any] | None
    """The peer's address, as a struct sockaddr."""
    msg_iov: list[Iovec]
    msg_control: list[dict[str, Any]] | None
    """The control messages, each a struct cmsghdr; bytes in old recordings."""
    msg_flags: int


class TypedEvent:
    """An event with a property for each argument: subclasses are in traceleft.events, one for each syscall.

    A foreign event, or one of an unknown syscall, is of this class itself, which has the header only.

    Args:
        event: the event to read from.
    """

    __slots__ = ("_event",)
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _arguments: ClassVar[tuple[str, ...]] = ()
    """The arguments' names as the kernel has them; __match_args__ has the properties'."""
    _captures: ClassVar[int] = 0

    def __init__(self, event: Event) -> None:
        self._event = event

    # Generated from templates/event_properties.py.j2 and traceleft/generate/event_fields.py: do not edit.
    @property
    def timestamp(self) -> int:
        """ns, CLOCK_MONOTONIC, when the handler ran: at the call's exit, or its entry where is_entry."""
        return self._event.timestamp

    @property
    def pid(self) -> int:
        """The process (tgid), in the initial pid namespace."""
        return self._event.pid

    @property
    def tid(self) -> int | None:
        """The thread, in the initial pid namespace."""
        return self._event.tid

    @property
    def comm(self) -> str:
        """The thread's name, at most 15 bytes; undecodable ones as surrogates."""
        return self._event.comm

    @property
    def syscall(self) -> str:
        """The call's name."""
        return self._event.syscall

    @property
    def nr(self) -> int | None:
        """The call's number on the architecture that it was traced on."""
        return self._event.nr

    @property
    def ret(self) -> int:
        """The kernel's return value: -errno on failure."""
        return self._event.ret

    @property
    def error(self) -> str | None:
        """The errno's name: "ENOENT", the kernel's own "ERESTARTSYS", or "E4000" without one; None for success."""
        return self._event.error

    @property
    def duration(self) -> int | None:
        """ns between entry and exit; None where it wasn't measured."""
        return self._event.duration

    @property
    def cpu(self) -> int | None:
        """The CPU that the handler ran on."""
        return self._event.cpu

    @property
    def uid(self) -> int | None:
        """Real user id, in the initial user namespace."""
        return self._event.uid

    @property
    def gid(self) -> int | None:
        """Real group id, in the initial user namespace."""
        return self._event.gid

    @property
    def cgroup_id(self) -> int | None:
        """The inode of its directory in cgroup v2."""
        return self._event.cgroup_id

    @property
    def program_id(self) -> int | None:
        """The number that was given with the handler; 0: none."""
        return self._event.program_id

    @property
    def ns_pid(self) -> int | None:
        """The process in its own pid namespace, as its getpid() says; None where that wasn't asked for."""
        return self._event.ns_pid

    @property
    def ns_tid(self) -> int | None:
        """The thread in its own pid namespace, as its gettid() says; None where that wasn't asked for."""
        return self._event.ns_tid

    @property
    def pid_namespace(self) -> int | None:
        """The inode of its pid namespace, as /proc/PID/ns/pid has it; None where that wasn't asked for."""
        return self._event.pid_namespace

    @property
    def is_entry(self) -> bool:
        """Taken when the call was entered: ret means nothing yet."""
        return self._event.is_entry

    @property
    def unfinished(self) -> bool:
        """The call had not returned when somebody looked, at timestamp: --unfinished."""
        return self._event.unfinished

    @property
    def stopped_by_seccomp(self) -> bool:
        """A filter stopped the call by a signal, SIGSYS: it was not run, and has no ret."""
        return self._event.stopped_by_seccomp

    @property
    def foreign(self) -> bool:
        """The handler filled only timestamp, pid, ret and syscall."""
        return self._event.foreign

    @property
    def abi(self) -> str | None:
        """The ABI of a call that is not a native one, and whose nr so is another: "i386", "x32"; else None."""
        return self._event.abi

    # End of templates/event_properties.py.j2.

    def __getitem__(self, name: str) -> Any:
        """The argument that the kernel calls `name`. Raises KeyError."""
        return self._event[name]

    @property
    def args(self) -> dict[str, Any]:
        """Arguments by the kernel's names."""
        return self._event.args

    @property
    def passed(self) -> dict[str, Any]:
        """What the call may have overwritten, as it was passed, by the kernel's names."""
        return self._event.passed

    @property
    def pids(self) -> dict[int, NamedPid]:
        """What the processes are that the call names, as Event.pids."""
        return self._event.pids

    @property
    def ustack(self) -> Stack | None:
        """The functions of user space that led to it, as Event.ustack."""
        return self._event.ustack

    @property
    def kstack(self) -> Stack | None:
        """The kernel's functions that led to it, as Event.kstack."""
        return self._event.kstack

    @property
    def raw_args(self) -> dict[str, int]:
        """Arguments by the kernel's names, as the registers held them: addresses for what lies in memory."""
        return self._event.raw_args

    @property
    def extra(self) -> bytes:
        """A foreign event's bytes behind those four; else empty."""
        return self._event.extra

    def capture_status(self, name: str) -> str | None:
        """As Event.capture_status. Raises KeyError."""
        return self._event.capture_status(name)

    @classmethod
    def dtype(cls) -> np.dtype[np.void]:
        """The event's fixed part as bytes: header, raw arguments, and `capture_records` where memory is captured.

        np.frombuffer(event.raw, dtype=events.Openat.dtype(), count=1) reads it without a copy. The header's `args`
        and `captures` are counts; what was captured follows the fixed part, as <traceleft/event.h> says.

        Raises TraceleftError without NumPy.
        """
        with needed("numpy", "dtype()"):
            import numpy as np
        fields: list[Any] = [*EVENT_HEADER, *((name, "<u8") for name in cls._as_recorded())]
        if cls._captures:
            fields.append(("capture_records", list(_CAPTURE), (cls._captures,)))
        return np.dtype(fields)

    @classmethod
    def _as_recorded(cls) -> Sequence[str]:
        """The properties in the order of this architecture's arguments: clone's are not everywhere in the same."""
        from traceleft import battery

        call = battery.schema_spec()["syscalls"].get(cls.syscall, {"args": []})
        places = {argument["name"]: index for index, argument in enumerate(call["args"])}
        both = zip(cls._arguments, cls.__match_args__)
        return [own for _, own in sorted(both, key=lambda names: places.get(names[0], 0))]

    def __repr__(self) -> str:
        values = self._event.args  # a handler may have recorded fewer than there are
        fields = [f"{name}={values[own]!r}" for own, name in zip(self._arguments, self.__match_args__) if own in values]
        return f"{type(self).__name__}({', '.join([f'pid={self.pid}', *fields, f'ret={self.ret}'])})"

    # The properties of the generated classes call these: they declare the type, the decoder gives the value.

    def _value(self, name: str) -> Any:
        try:
            return self._event[name]
        except KeyError:
            # AttributeError: a class pattern then just doesn't match.
            raise AttributeError(f"{self.syscall}'s argument {name} was not recorded by the handler") from None

    def _int(self, name: str) -> int:
        return cast(int, self._value(name))

    def _string(self, name: str) -> str | None:
        return cast("str | None", self._value(name))

    def _bytes(self, name: str) -> bytes | None:
        return cast("bytes | None", self._value(name))
