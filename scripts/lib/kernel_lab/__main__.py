"""scripts/kernel-lab."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TextIO

import click
import guest
import kernels
from kernels import ROOT, Kernel, LabError

BACKENDS = "raw_tp,tracepoint,fentry,kprobe"
TESTS = [os.fspath(ROOT / ".venv" / "bin" / "python"), "-m", "pytest", "tests/kernel"]
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Result:
    """How a command ended under a kernel."""

    kernel: Kernel
    status: int
    seconds: float


class Output:
    """Hands on what a guest says, as it comes: under several kernels by lines, with the kernel's name before each."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream.buffer
        self._prefix = f"{name}: ".encode() if name else b""
        self._line = b""

    def write(self, data: bytes) -> None:
        if self._prefix:
            *lines, self._line = (self._line + data).split(b"\n")
            data = b"".join(self._prefix + line + b"\n" for line in lines)
        self._stream.write(data)
        self._stream.flush()

    def finish(self) -> None:
        """Writes what had no end of line."""
        if self._line:
            self.write(b"\n")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", metavar="[KERNEL]...  [-- COMMAND [ARG]...]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every kernel that there is.")
@click.option("--list", "listing", is_flag=True, help="Show the kernels, and which are unpacked.")
@click.option("--update", is_flag=True, help="Fetch the kernels anew: there may be later releases.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Guests at a time (default: CPUs).")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=1800,
    help="Seconds that a guest may take.",
    show_default=True,
)
@click.option("--memory", default="2G", help="A guest's memory.", show_default=True)
@click.option("--cpus", type=click.IntRange(1), default=1, help="A guest's CPUs, of one core's speed together.")
@click.option(
    "--share",
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    help="A folder that guests may write to.",
)
@click.pass_obj
def cli(command: list[str] | None, names: tuple[str, ...], every: bool, listing: bool, **options) -> int:
    """Runs COMMAND as root under Debian's kernels, each in an emulated machine.

    The machine has this one's file system, but what is written there is forgotten. COMMAND runs in this clone's folder,
    with its build; without it, the kernel tests run under all backends. The environment's TRACELEFT_* are passed on.
    Exits with COMMAND's status, or 125 where the guest died; under several kernels with 1, if it failed under one.

    \b
        scripts/kernel-lab 6.1 -- tests/run.sh
        TRACELEFT_TEST_BACKENDS=kprobe scripts/kernel-lab 5.10 6.12
        scripts/kernel-lab --all -- uname -a
    """
    if listing:
        show_kernels()
        return 0
    if not names and not every:
        raise click.UsageError(f"name a kernel ({', '.join(kernels.SUITES)}), or give --all")
    if command == []:
        raise click.UsageError("there is no command behind --")
    wanted = list(kernels.SUITES) if every else list(dict.fromkeys(map(kernels.known, names)))
    guest.check_programs()
    update, jobs = options.pop("update"), options.pop("jobs")
    ready = [get(name, update) for name in wanted]
    results = asyncio.run(run_all(ready, command or TESTS, guest.Machine(**options), jobs))
    if len(results) == 1:
        return results[0].status
    show_results(results)
    return int(any(result.status for result in results))


def get(name: str, update: bool) -> Kernel:
    if update or not kernels.cached(name):
        say(f"fetching kernel {name} from Debian {kernels.SUITES[name]} ...")
    return kernels.get(name, update)


async def run_all(ready: Sequence[Kernel], command: Sequence[str], machine: guest.Machine, jobs: int) -> list[Result]:
    """Runs the command under each kernel, under so many at a time."""
    task = asyncio.current_task()
    assert task
    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, task.cancel, number)
    room = asyncio.Semaphore(jobs)

    async def run(kernel: Kernel) -> Result:
        async with room:
            outputs = [Output(stream, kernel.name if len(ready) > 1 else "") for stream in (sys.stdout, sys.stderr)]
            begin = time.monotonic()
            try:
                status = await guest.run(
                    kernel, command, guest_environment(), machine, *(output.write for output in outputs)
                )
            except LabError as error:
                say(f"{kernel.name}: {error}")
                status = guest.STATUS_DIED
            for output in outputs:
                output.finish()
            return Result(kernel, status, time.monotonic() - begin)

    return list(await asyncio.gather(*map(run, ready)))


def guest_environment() -> dict[str, str]:
    """What a guest's command finds in its environment."""
    passed = {name: value for name, value in os.environ.items() if name.startswith("TRACELEFT_")}
    return {
        "PATH": os.environ["PATH"],
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "TMPDIR": "/run/tmp",
        "TRACELEFT_KERNEL_TESTS": "1",
        "TRACELEFT_TEST_BACKENDS": BACKENDS,
        "TRACELEFT_TEST_SLOWDOWN": str(guest.SLOWDOWN),
        **passed,
    }


def show_kernels() -> None:
    for name, suite in kernels.SUITES.items():
        kernel = kernels.cached(name)
        print(f"{name:<8} Debian {suite:<10} {kernel.release if kernel else '(not fetched yet)'}")


def show_results(results: Sequence[Result]) -> None:
    print(f"\n{'kernel':<8} {'release':<32} {'status':>6} {'seconds':>8}", file=sys.stderr)
    for result in results:
        line = f"{result.kernel.name:<8} {result.kernel.release:<32} {result.status:>6} {result.seconds:>8.1f}"
        print(line, file=sys.stderr)


def say(text: str) -> None:
    print(f"kernel-lab: {text}", file=sys.stderr, flush=True)


def main() -> NoReturn:
    arguments, command = sys.argv[1:], None
    if "--" in arguments:  # which click would drop
        mark = arguments.index("--")
        arguments, command = arguments[:mark], arguments[mark + 1 :]
    # Until the guests run, a signal ends what is being fetched.
    for number in SIGNALS:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        status = cli.main(arguments, prog_name="kernel-lab", standalone_mode=False, obj=command)
    except click.UsageError as error:
        say(f"{error.format_message()} (see `scripts/kernel-lab --help`)")
        status = 2
    except LabError as error:
        say(str(error))
        status = guest.STATUS_DIED
    except asyncio.CancelledError as error:
        status = 128 + int(error.args[0]) if error.args else 1
    sys.exit(status)


if __name__ == "__main__":
    main()
