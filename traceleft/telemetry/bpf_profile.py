# SPDX-License-Identifier: MIT
"""The time that BPF programs took between two looks at a tracer."""

from __future__ import annotations

from collections.abc import Iterator

from traceleft.profile import Frame, Label, Profile, ValueType
from traceleft.stats import HandlerNumbers, HookNumbers
from traceleft.telemetry.numbers import Numbers

_TYPES = (ValueType("runs", "count"), ValueType("time", "nanoseconds"))
_ROOTS = {True: "root_enter", False: "root_exit"}
"""By HandlerNumbers.entry: the program that tail-calls every trace probe of that side, under backend raw_tp."""


def profile(before: Numbers, after: Numbers) -> Profile:
    """Runs and ns of each program: handlers' by their own clock, hooks' by the kernel's counts less those.

    A handler stands on its trace probe, and that on the hook's program where the two aren't one. Between the looks
    every event's handler must have been timed, and the kernel must have kept its statistics.
    """
    profile = Profile(
        _TYPES,
        default="time",
        period_type=ValueType("time", "nanoseconds"),
        duration=after.time - before.time,
        comments=["the sum over all CPUs; the time of a hook's program is without the handlers that it called"],
    )
    hooks = {(hook.name, hook.syscall): hook for hook in after.hooks}
    handlers_ns: dict[int, int] = {}
    for handler, runs, run_ns in _handler_runs(before, after):
        if not runs:
            continue
        probe = f"trace_{handler.syscall}{'' if handler.entry else '_ret'}"
        stack = [Frame(handler.name, handler.path), Frame(probe)]
        hook = hooks.get((probe, handler.syscall))
        if hook is None:
            root = _ROOTS[handler.entry]
            hook = hooks.get((root, None))
            stack.append(Frame(root))
        if hook is not None:
            handlers_ns[hook.prog_id] = handlers_ns.get(hook.prog_id, 0) + run_ns
        profile.add(stack, (runs, run_ns), _handler_labels(handler))
    for hook, runs, run_ns in _hook_runs(before, after):
        if runs:
            labels: dict[str, Label] = {"prog_id": hook.prog_id}
            if hook.syscall:
                labels["syscall"] = hook.syscall
            # Each is timed by itself: by the little that a timing takes, the parts may be more than the whole.
            own_ns = max(0, run_ns - handlers_ns.get(hook.prog_id, 0))
            profile.add([Frame(hook.name)], (runs, own_ns), labels)
    return profile


def _handler_runs(before: Numbers, after: Numbers) -> Iterator[tuple[HandlerNumbers, int, int]]:
    """The handlers in place at the end, with their runs and ns in between."""

    def key(handler: HandlerNumbers) -> tuple[object, ...]:
        return handler.syscall, handler.entry, handler.slot, handler.path, handler.program_id

    known = {key(handler): handler for handler in before.handlers}
    for handler in after.handlers:
        was = known.get(key(handler))
        if was is None or was.runs > handler.runs:  # it was put in place since, perhaps anew
            yield handler, handler.runs, handler.run_ns
        else:
            yield handler, handler.runs - was.runs, max(0, handler.run_ns - was.run_ns)


def _hook_runs(before: Numbers, after: Numbers) -> Iterator[tuple[HookNumbers, int, int]]:
    known = {hook.prog_id: hook for hook in before.hooks}
    for hook in after.hooks:
        was = known.get(hook.prog_id)
        yield hook, hook.runs - (was.runs if was else 0), hook.run_ns - (was.run_ns if was else 0)


def _handler_labels(handler: HandlerNumbers) -> dict[str, Label]:
    return {
        "syscall": handler.syscall,
        "slot": handler.slot,
        "pid": handler.pids,
        "handler": handler.path,
        "program_id": handler.program_id,
    }
