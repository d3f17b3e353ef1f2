# SPDX-License-Identifier: MIT
"""`%load_ext traceleft`: the magic `%%trace`, which traces a cell with the options of `traceleft trace`."""

from __future__ import annotations

import shlex
import threading
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from IPython.core.error import UsageError as CellError
from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.display import display

from traceleft.cli.trace import trace
from traceleft.errors import TraceleftError
from traceleft.printable import printable

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from traceleft.captured import Capture

_NAMES = {
    "string_limit": "buffer_limit",
    **{
        name: name
        for name in ("backend", "abi", "environments", "files", "processes", "ring_size", "slots", "btf", "maxactive")
    },
    "limit": "limit",
    "where": "where",
}
"""Those options of `traceleft trace` that a cell can have, and what capture() calls them."""
_DECODED = {"pidns": {"namespace_pids": True}, "comm": {"pid_comms": True}}
_ZMQ = "ZMQbg*"
"""The names of the threads of Jupyter's transport, which are no threads of Python's."""
_OPTIONS = click.Command(
    "%%trace",
    params=[
        click.Argument(["handlers"], nargs=-1, metavar="[HANDLER]..."),
        click.Option(["-o", "name"], metavar="NAME", help="Assign the capture to this variable, too."),
        *(option for option in trace.params if option.name in {*_NAMES, "decode_pids"}),
    ],
    help="Trace this process while it runs the cell, with its threads and the children that it starts. HANDLER is as "
    "`traceleft trace` has it: openat, 'open*', %file, all (the default). In one line: "
    "%trace HANDLER... -- STATEMENT",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def load_ipython_extension(shell: InteractiveShell) -> None:
    """What `%load_ext traceleft` calls."""
    shell.register_magics(TraceMagics)


@magics_class
class TraceMagics(Magics):
    """The magics."""

    @line_cell_magic
    def trace(self, line: str, cell: str | None = None) -> Capture | None:
        """Trace the cell: `%%trace -h`."""
        if cell is None and not _asks_help(line):
            line, found, cell = f"{line} ".partition(" -- ")
            if not found:
                raise CellError("write %trace HANDLER... -- STATEMENT, or %%trace HANDLER... in a cell's first line")
        try:
            context = _OPTIONS.make_context("%%trace", shlex.split(line), resilient_parsing=False)
        except click.exceptions.Exit:  # the help was shown
            return None
        except (click.ClickException, ValueError) as error:
            text = error.format_message() if isinstance(error, click.ClickException) else str(error)
            raise CellError(f"{printable(text)}; %%trace -h shows the options") from None
        name = context.params["name"]
        if name is not None and not name.isidentifier():
            raise CellError(f"-o takes the name of a variable, not {name!r}")
        handlers = context.params["handlers"]
        try:
            capture, raised = self._traced(handlers or ("all",), _given(context), cell or "")
        except (TraceleftError, OSError) as failure:
            raise CellError(printable(str(failure), keep="\n")) from None
        if name is not None:
            self._shell.user_ns[name] = capture
        if raised is None:
            return capture
        display(capture)  # type: ignore[no-untyped-call]
        raised._render_traceback_ = list  # type: ignore[attr-defined]  # run_cell() has shown it
        raise raised

    @property
    def _shell(self) -> InteractiveShell:
        assert self.shell  # it registered us
        return self.shell

    def _traced(self, handlers: Any, given: dict[str, Any], cell: str) -> tuple[Capture, BaseException | None]:
        """What the cell did, and the error that it raised."""
        from traceleft.asking import where as question
        from traceleft.quick import capture

        asked = question(f'comm !~ "{_ZMQ}"')
        for tid in _frontend_threads():
            asked &= f"tid != {tid}"
        if "where" in given:
            asked &= given.pop("where")
        with capture(handlers[0] if len(handlers) == 1 else handlers, where=asked, **given) as captured:
            result = self._shell.run_cell(cell, store_history=False)  # type: ignore[no-untyped-call]
        return captured, result.error_in_exec or result.error_before_exec


def _asks_help(line: str) -> bool:
    return line.split() in (["-h"], ["--help"])


def _given(context: click.Context) -> dict[str, Any]:
    """The options that were written, as keywords of capture(): a server refuses some, even with their defaults."""
    given: dict[str, Any] = {}
    for name, value in context.params.items():
        if context.get_parameter_source(name) is ParameterSource.DEFAULT:
            continue
        if name == "decode_pids":
            given.update(_DECODED.get(value, {}))
        elif name in _NAMES:
            given[_NAMES[name]] = value
    return given


def _frontend_threads() -> list[int]:
    """Jupyter's own threads in this process, which work while a cell does: for messages and for the history."""
    ours = {"IPython", "ipykernel", "zmq"}
    return sorted(
        thread.native_id
        for thread in threading.enumerate()
        if thread.native_id is not None
        and thread is not threading.main_thread()
        and (getattr(thread, "is_pydev_daemon_thread", False) or type(thread).__module__.partition(".")[0] in ours)
    )
