# SPDX-License-Identifier: MIT
"""scripts/picture: the output of a trace, in colour, as SVG."""

from __future__ import annotations

import io
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.terminal_theme import MONOKAI
from rich.text import Text
from rich.theme import Theme

CALLS = ("execve", "mkdir", "fchmodat", "connect", "renameat2", "unlinkat", "rmdir")
SCRIPT = "mkdir in; chmod 700 in; curl -s 127.0.0.1:80; mv in out; rm in/letter; rmdir out"
COLOURS = {
    "call.time": "bright_black",
    "call.pid": "cyan",
    "call.comm": "yellow",
    "call.name": "bold bright_white",
    "call.text": "green",
    "call.flags": "magenta",
    "call.error": "bold red",
    "call.duration": "bright_black",
}


class Call(RegexHighlighter):
    """A line of text as traceleft prints it."""

    base_style = "call."
    highlights = [
        r"^(?P<time>[\d:.]+) (?P<pid>\d+) (?P<comm>\S+) (?P<name>\w+)",
        r"(?P<text>\"[^\"]*\")",
        r"(?P<flags>\b[A-Z][A-Z0-9_]{3,}\b)",
        r"(?P<error>= -1 .*?)(?= <|$)",
        r"(?P<duration><[\d.]+>)$",
    ]


def main() -> None:
    command = ["traceleft", "trace", "-T", *CALLS, "--", "sh", "-c", SCRIPT]
    program = Path(sys.executable).with_name("traceleft")
    with tempfile.TemporaryDirectory() as directory:
        done = subprocess.run(
            [program, *command[1:]],
            cwd=directory,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env={"PATH": "/usr/bin:/bin", "TZ": "UTC"},
            check=False,
        )
    calls = [line for line in done.stdout.splitlines() if line[:1].isdigit()]
    if len(calls) < 10:
        raise SystemExit(f"{shlex.join(command)}: {done.stdout}{done.stderr}")
    console = Console(record=True, width=150, file=io.StringIO(), theme=Theme(COLOURS))
    console.print(Text(f"# {shlex.join(command)}", "bold"))
    highlight = Call()
    for line in calls:
        console.print(highlight(Text(line)))
    console.print(Text(done.stderr.splitlines()[-1]))
    print(console.export_svg(title="traceleft", theme=MONOKAI, unique_id="trace"))


if __name__ == "__main__":
    main()
