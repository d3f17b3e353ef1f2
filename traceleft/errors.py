# SPDX-License-Identifier: MIT
"""The errors that traceleft raises. A failed system call is an OSError, with its errno and path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_LIKENESS = 0.7
"""How much of two names must be the same, from 0 to 1: a letter too many, too few or exchanged in one of four."""


class TraceleftError(Exception):
    """Base class of the errors below; its text is one line for the user, remedy included."""


class UsageError(TraceleftError, ValueError):
    """An argument that can never work."""


class HandlerError(TraceleftError):
    """A file that is no handler, or a handler that can't serve here."""


class LoadError(TraceleftError):
    """The kernel refused a program."""

    log: str = ""
    """The verifier's last lines; empty where it was not the verifier that refused."""


class BackendError(TraceleftError):
    """An attach backend is refused or missing on this machine."""


class KernelError(TraceleftError):
    """The kernel, or this process's privileges, can't run any traceleft at all."""


class ProcessError(TraceleftError, LookupError):
    """There is no such process, or it can't be traced."""


class CapacityError(TraceleftError):
    """A table is full: the message says which, and how to make it larger."""


class RecordingError(TraceleftError):
    """A file that is no recording, or one that can't be read here."""


class ServerError(TraceleftError):
    """The server of `traceleft serve` refused, said what makes no sense, or went away."""


class LostEventsWarning(UserWarning):
    """Events found no room, and are in no output: the message says how many, and why."""


def did_you_mean(name: str, known: Iterable[str], shown: Mapping[str, str] | None = None) -> str:
    """The end of an error about an unknown name, with a suggestion; empty where no name is like it.

    Args:
        name: the unknown one.
        known: the names to compare it with.
        shown: how to write some of them.
    """
    import difflib  # an error's matter, that not every start need pay for

    near = difflib.get_close_matches(name, list(known), n=3, cutoff=_LIKENESS)
    return f"; did you mean {' or '.join((shown or {}).get(each, each) for each in near)}?" if near else ""
