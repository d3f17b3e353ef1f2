# SPDX-License-Identifier: MIT
"""The errors that traceleft raises. A failed system call is an OSError, with its errno and path."""

from __future__ import annotations

from collections.abc import Iterable


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


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of an error about an unknown name, with a suggestion; empty where no name is like it."""
    import difflib  # an error's matter, that not every start need pay for

    near = difflib.get_close_matches(name, list(known), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else ""
