# SPDX-License-Identifier: MIT
"""The command line: one file per subcommand. `main` is the only place that turns errors into exit codes."""

from __future__ import annotations

import errno
import os
import sys

import click

from traceleft import __version__
from traceleft.cli.group import Subcommands, help_alone
from traceleft.cli.streams import discard_output, hold_places
from traceleft.errors import BackendError, HandlerError, KernelError, LoadError, TraceleftError, UsageError
from traceleft.printable import LINES, never_fail, say

EXIT_FAILURE = 1
EXIT_USAGE = 2


_SUMMARIES = {
    "count": "Count calls in the kernel, by whatever tells them apart.",
    "doctor": "Say which calls this machine can trace.",
    "echoserver": "Count the events that are sent to a collector.",
    "files": "Show what was done with files.",
    "generate": "Regenerate a checkout's generated files.",
    "handler": "Write and compile handlers of your own.",
    "hist": "Show the distribution of durations, sizes or results.",
    "list": "List or describe the calls that can be traced.",
    "net": "Show what was done with sockets.",
    "ps": "Show the processes of a recording or a command.",
    "query": "Query recordings in SQL.",
    "record": "Record calls into a file.",
    "replay": "Print the calls of a recording.",
    "run": "Run a script on traceleft's Python API.",
    "serve": "Trace for users without rights.",
    "top": "Show calls and latencies as they change.",
    "trace": "Print calls, a line each.",
}
"""Of each subcommand, for their list, for which none is imported: their options take longer than Python's start."""
_MODULES = {name: f"traceleft.cli.{'uses' if name in ('files', 'net') else name}" for name in _SUMMARIES}


@click.group(
    cls=Subcommands,
    modules=_MODULES,
    summaries=_SUMMARIES,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(__version__)
@click.pass_context
def cli(context: click.Context) -> None:
    """Trace the syscalls of processes."""
    help_alone(context)


def main() -> None:
    """The console script. Exits 0, with a traced command's status, 1 for an error or 2 for a wrong usage."""
    hold_places()
    never_fail(sys.stdout)
    arguments, command = split_command(sys.argv[1:])
    try:
        status = cli.main(arguments, prog_name="traceleft", standalone_mode=False, obj=command)
    except click.exceptions.Exit as done:
        status = done.exit_code
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else "traceleft"
        status = fail(f"{error.format_message()} (see `{name} --help`)", EXIT_USAGE)
    except click.ClickException as error:
        status = fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        discard_output(1, 2)  # it may be what we were waiting for
        status = 128 + 2
    except UsageError as error:
        # A question that can't be asked is shown with the place underlined: csrc/ask/question_error.cpp.
        shows_place = str(error).startswith("this can't be asked:")
        status = fail(str(error), EXIT_USAGE, keep=LINES if shows_place else "")
    except BrokenPipeError:
        discard_output(1)
        status = 0
    except (BackendError, HandlerError, KernelError, LoadError) as error:  # perhaps with a verifier's log, or clang's
        status = fail(str(error), EXIT_FAILURE, keep=LINES)
    except TraceleftError as error:
        status = fail(str(error), EXIT_FAILURE)
    except OSError as error:
        place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        if error.errno == errno.EBADF and not place:
            place = "standard output: "
        status = fail(f"{place}{error.strerror or error}", EXIT_FAILURE)
    except Exception:  # a bug of ours: whoever mends it must know where
        import traceback

        status = fail(traceback.format_exc().rstrip(), EXIT_FAILURE, keep=LINES)
    sys.exit(status)


def split_command(arguments: list[str]) -> tuple[list[str], list[str] | None]:
    """Our own arguments, and the command behind `--`. click would drop the mark that tells them apart."""
    if "--" not in arguments:
        return arguments, None
    mark = arguments.index("--")
    return arguments[:mark], arguments[mark + 1 :]


def fail(message: str, status: int, *, keep: str = "") -> int:
    """Says what went wrong, as say() does."""
    say(message, keep=keep)
    return status
