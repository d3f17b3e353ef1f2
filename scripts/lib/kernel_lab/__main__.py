# SPDX-License-Identifier: MIT
"""scripts/kernel-lab."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
import guest
import kernels
import suite
from guest import Output
from kernels import Kernel, LabError

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Ended:
    """The end of a command under a kernel."""

    kernel: Kernel
    status: int
    seconds: float


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", metavar="[KERNEL]...  [-- COMMAND [ARG]...]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every kernel that there is.")
@click.option("--list", "listing", is_flag=True, help="Show the kernels, and which are unpacked.")
@click.option("--update", is_flag=True, help="Fetch the kernels anew: there may be later releases.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Guests at a time (default: CPUs).")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=3600,
    help="Seconds that a guest may take.",
    show_default=True,
)
@click.option("--memory", default="2G", help="A guest's memory.", show_default=True)
@click.option(
    "--cpus", type=click.IntRange(1), default=2, help="A guest's CPUs, together as fast as one core.", show_default=True
)
@click.option(
    "--share",
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    help="A folder that COMMAND may write to.",
)
@click.option(
    "--table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what the kernel tests found on each kernel, the last time they ran, to this file, in Markdown.",
)
@click.pass_obj
def cli(
    command: list[str] | None,
    names: tuple[str, ...],
    every: bool,
    listing: bool,
    update: bool,
    jobs: int,
    share: Path | None,
    table: Path | None,
    **options: Any,
) -> int:
    """Runs COMMAND as root under Debian's kernels, each in an emulated machine.

    The machine has this one's file system, but what is written there is forgotten. COMMAND runs in this clone's folder,
    with its build. The environment's TRACELEFT_* are passed on. Exits with COMMAND's status, or 125 where the guest
    died; under several kernels with 1, if it failed under one.

    Without COMMAND the kernel tests run, those of each backend, and the others (rest); two machines for each kernel
    share them. TRACELEFT_TEST_BACKENDS (such as kprobe,rest) chooses from them. Of the backends in
    TRACELEFT_TESTED_BACKENDS only those run that depend on kernel and backend together.

    \b
        scripts/kernel-lab 6.1 -- tests/run.sh
        TRACELEFT_TEST_BACKENDS=kprobe scripts/kernel-lab 5.10 6.12
        scripts/kernel-lab --all --table docs/kernels.md
    """
    if listing:
        show_kernels()
        return 0
    if command == []:
        raise click.UsageError("there is no command behind --")
    if command and table:
        raise click.UsageError("--table is of the kernel tests, and of no COMMAND")
    if share and not command:
        raise click.UsageError("--share is for a COMMAND")
    if not (names or every or table):
        raise click.UsageError(f"name a kernel ({', '.join(kernels.SUITES)}), or give --all")
    try:
        wanted = list(kernels.SUITES) if every else list(dict.fromkeys(map(kernels.known, names)))
    except LabError as error:
        raise click.UsageError(str(error)) from None
    failed = False
    if wanted:
        guest.check_programs()
        ready = [get(name, update) for name in wanted]
        machine = guest.Machine(share=share, **options)
        if command:
            return asyncio.run(run_command(ready, command, machine, jobs))
        failed = asyncio.run(run_tests(ready, machine, jobs))
    if table:
        table.write_text(suite.page(suite.kept()))
        kernels.give_to_owner(table)
    return int(failed)


def get(name: str, update: bool) -> Kernel:
    if update or not kernels.cached(name):
        say(f"fetching kernel {name} from Debian {kernels.SUITES[name]} ...")
    return kernels.get(name, update)


async def run_command(ready: Sequence[Kernel], command: Sequence[str], machine: guest.Machine, jobs: int) -> int:
    """Runs a command under each kernel; returns the exit status for all."""

    async def run(kernel: Kernel) -> Ended:
        name = kernel.name if len(ready) > 1 else ""
        return await run_guest(
            kernel, command, {}, machine, Output(sys.stdout.buffer, name), Output(sys.stderr.buffer, name)
        )

    ended = await run_all([partial(run, kernel) for kernel in ready], jobs)
    if len(ended) == 1:
        return ended[0].status
    print(f"\n{'kernel':<8} {'release':<32} {'status':>6} {'seconds':>8}", file=sys.stderr)
    for each in ended:
        line = f"{each.kernel.name:<8} {each.kernel.release:<32} {each.status:>6} {each.seconds:>8.1f}"
        print(line, file=sys.stderr)
    return int(any(each.status for each in ended))


async def run_tests(ready: Sequence[Kernel], machine: guest.Machine, jobs: int) -> bool:
    """Runs the kernel tests under each kernel; returns whether some failed. Shown is what failed."""
    suite.RESULTS.mkdir(parents=True, exist_ok=True)
    machine = replace(machine, share=suite.RESULTS)

    parts = suite.wanted_parts()
    incomplete: set[str] = set()
    over: dict[str, list[Ended]] = {kernel.name: [] for kernel in ready}

    async def run(kernel: Kernel, number: int) -> None:
        printed = io.BytesIO()
        command, output = suite.command(kernel, number, parts), Output(printed)
        ended = await run_guest(kernel, command, suite.environment(kernel, parts), machine, output, output)
        if ended.status:
            print(f"\n== {kernel.name}, guest {number}\n{printed.getvalue().decode(errors='replace')}", flush=True)
        say(f"{kernel.name}, guest {number}: ended after {ended.seconds:.0f} s")
        over[kernel.name].append(ended)
        if len(over[kernel.name]) < suite.GUESTS:
            return
        for result in suite.results(kernel, parts, max(each.status for each in over[kernel.name])):
            say(f"{kernel.name}, {result.part}: {result}")
        if suite.missing(kernel):
            say(f"{kernel.name}: {suite.missing(kernel)} tests did not run")
            incomplete.add(kernel.name)

    for kernel in ready:
        suite.prepare(kernel)
    await run_all([partial(run, kernel, number) for kernel in ready for number in range(suite.GUESTS)], jobs)
    return bool(incomplete) or any(each.status for kernel in ready for each in over[kernel.name])


T = TypeVar("T")


async def run_all(runs: Sequence[Callable[[], Awaitable[T]]], jobs: int) -> list[T]:
    """So many at a time. A signal ends them all."""
    task = asyncio.current_task()
    assert task
    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, task.cancel, number)
    room = asyncio.Semaphore(jobs)

    async def run(one: Callable[[], Awaitable[T]]) -> T:
        async with room:
            return await one()

    return list(await asyncio.gather(*map(run, runs)))


async def run_guest(
    kernel: Kernel,
    command: Sequence[str],
    environment: Mapping[str, str],
    machine: guest.Machine,
    stdout: Output,
    stderr: Output,
) -> Ended:
    begin = time.monotonic()
    try:
        status = await guest.run(kernel, command, {**guest_environment(), **environment}, machine, stdout, stderr)
    except LabError as error:
        say(f"{kernel.name}: {error}")
        status = guest.STATUS_DIED
    return Ended(kernel, status, time.monotonic() - begin)


def guest_environment() -> dict[str, str]:
    """The environment of a guest's command."""
    passed = {name: value for name, value in os.environ.items() if name.startswith("TRACELEFT_")}
    return {
        "PATH": os.environ["PATH"],
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "TMPDIR": "/run/tmp",
        "TRACELEFT_KERNEL_TESTS": "1",
        "TRACELEFT_TEST_BACKENDS": ",".join(suite.BACKENDS),
        "TRACELEFT_TEST_SLOWDOWN": str(guest.SLOWDOWN),
        **passed,
    }


def show_kernels() -> None:
    for name, source in kernels.SUITES.items():
        kernel = kernels.cached(name)
        print(f"{name:<8} Debian {source:<10} {kernel.release if kernel else '(not fetched yet)'}")


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
