# SPDX-License-Identifier: MIT
"""Boots a kernel under QEMU with this machine's own file system, and runs a command in it as root."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kernels import ROOT, Kernel, LabError

HERE = Path(__file__).parent
STATUS_DIED = 125
"""The status for a guest that died before its command's was known."""
CONSOLE_LINES = 80
"""Lines of the console that are shown of a guest that died."""
PATIENCE = 10.0
"""Seconds for a process to end before it is killed."""
SLOWDOWN = 15
"""How many times longer most things take than on hardware; tests are told so."""

PROGRAMS = {
    "qemu-system-x86_64": "qemu-system-x86",
    "busybox": "busybox-static",
    "cpio": "cpio",
    "setpriv": "util-linux",
}
"""The programs that are run, and the Debian package of each."""
VIRTIOFSD = ("/usr/lib/qemu/virtiofsd", "/usr/libexec/virtiofsd")

# QEMU 7.2 spoils flags after cmpxchg16b, and with more than one thread crashes now and then.
ACCELERATOR = "tcg,thread=single"
CPU = "qemu64,-cx16,+rdrand,+popcnt,+ssse3,+sse4.1,+sse4.2"
KERNEL_ARGUMENTS = (
    "console=ttyS0 panic=-1 oops=panic loglevel=5 mitigations=off tsc=reliable no_timer_check random.trust_cpu=on"
)


@dataclass(frozen=True)
class Machine:
    """The resources of a guest."""

    memory: str = "2G"
    cpus: int = 2
    """Some tests need two. One core emulates them all."""
    timeout: float = 3600.0
    """Seconds until it is ended."""
    share: Path | None = None
    """A folder that it may write to."""


class Output:
    """Hands on a guest's output, as it comes: under several kernels by lines, with the kernel's name before each."""

    def __init__(self, stream: BinaryIO, name: str = "") -> None:
        self._stream = stream
        self._prefix = f"{name}: ".encode() if name else b""
        self._line = b""

    def write(self, data: bytes) -> None:
        if self._prefix:
            *lines, self._line = (self._line + data).split(b"\n")
            data = b"".join(self._prefix + line + b"\n" for line in lines)
        self._stream.write(data)
        self._stream.flush()

    def finish(self) -> None:
        """Writes the rest, which had no end of line."""
        if self._line:
            self.write(b"\n")


async def run(
    kernel: Kernel,
    command: Sequence[str],
    environment: Mapping[str, str],
    machine: Machine,
    stdout: Output,
    stderr: Output,
) -> int:
    """Runs the command in this clone's folder; returns its exit status. Raises LabError if the guest died."""
    with tempfile.TemporaryDirectory(prefix="kernel-lab.") as directory:
        work = Path(directory)
        initrd = make_initrd(work, kernel, command_script(command, environment), machine.share)
        async with file_server(work) as server, qemu(work, kernel, initrd, server, machine) as (process, pipes):
            copies = [asyncio.create_task(copy(*each)) for each in zip(pipes, (stdout, stderr))]
            try:
                await asyncio.wait_for(process.wait(), machine.timeout)
                await asyncio.gather(*copies)
            except asyncio.TimeoutError:
                what = f"the guest was ended after {machine.timeout:g} s, its time limit"
                raise LabError(death(work, what)) from None
            finally:
                for task in copies:
                    task.cancel()
        status = (work / "status").read_text().strip() if (work / "status").exists() else ""
        if not status:
            raise LabError(death(work, "the guest died before its command ended"))
        return int(status)


def check_programs() -> None:
    """Raises LabError if there is one that isn't here."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if not find_virtiofsd():
        missing.append("virtiofsd (part of qemu-system-common up to Debian 12)")
    if missing:
        raise LabError(f"these packages are needed: {', '.join(missing)}")


def find_virtiofsd() -> str | None:
    return next((path for path in VIRTIOFSD if os.access(path, os.X_OK)), None)


def command_script(command: Sequence[str], environment: Mapping[str, str]) -> str:
    exports = [f"export {name}={shlex.quote(value)}" for name, value in environment.items()]
    return "\n".join([*exports, f"cd {shlex.quote(os.fspath(ROOT))} || exit", f"exec {shlex.join(command)}", ""])


def make_initrd(work: Path, kernel: Kernel, script: str, share: Path | None) -> Path:
    """The file system that the kernel starts with: busybox, modules, what to do."""
    busybox = shutil.which("busybox")
    assert busybox
    tree, initrd = work / "tree", work / "initrd"
    for folder in ("bin", "modules"):
        (tree / folder).mkdir(parents=True)
    shutil.copy(busybox, tree / "bin" / "busybox")
    shutil.copy(HERE / "init", tree / "init")
    (tree / "init").chmod(0o755)
    (tree / "command").write_text(script)
    if share:
        (tree / "share").write_text(os.fspath(share))
    for module in kernel.modules:
        shutil.copy(module, tree / "modules")
    names = "\n".join(os.fspath(path.relative_to(tree)) for path in sorted(tree.rglob("*")))
    with initrd.open("wb") as file:
        subprocess.run(["cpio", "-o", "-H", "newc", "--quiet"], cwd=tree, input=names.encode(), stdout=file, check=True)
    shutil.rmtree(tree)
    return initrd


@contextlib.asynccontextmanager
async def started(
    argv: Sequence[str | Path], pass_fds: Sequence[int], log: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that a terminal's Ctrl-C doesn't reach, and that doesn't outlive this one, whatever ends it."""
    with log.open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            "setpriv", "--pdeathsig", "KILL", "--", *map(os.fspath, argv),
            stdin=subprocess.DEVNULL, stdout=file, stderr=file, pass_fds=pass_fds, start_new_session=True,
        )  # fmt: skip
    # process.terminate() would look whether it has ended, and asyncio's own watcher would then find it gone.
    pidfd = os.pidfd_open(process.pid)
    try:
        yield process
    finally:
        send(pidfd, signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except asyncio.TimeoutError:
            send(pidfd, signal.SIGKILL)
            await process.wait()
        os.close(pidfd)


def send(pidfd: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):  # it has ended
        signal.pidfd_send_signal(pidfd, number)


@contextlib.asynccontextmanager
async def file_server(work: Path) -> AsyncIterator[Path]:
    """virtiofsd, which serves this machine's root; where it listens."""
    virtiofsd = find_virtiofsd()
    assert virtiofsd
    done = subprocess.run([virtiofsd, "--help"], capture_output=True, text=True)
    if "--shared-dir" in done.stdout + done.stderr:  # the one in Rust
        options = ["--shared-dir=/", "--sandbox=chroot", "--cache=always"]
    else:
        options = ["-o", "source=/", "-o", "sandbox=chroot", "-o", "cache=always"]
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(work / "virtiofs"))
        listener.listen(1)
        fd = listener.fileno()
        async with started([virtiofsd, f"--fd={fd}", *options], [fd], work / "virtiofsd.log"):
            yield work / "virtiofs"


@contextlib.asynccontextmanager
async def qemu(
    work: Path, kernel: Kernel, initrd: Path, server: Path, machine: Machine
) -> AsyncIterator[tuple[asyncio.subprocess.Process, list[asyncio.StreamReader]]]:
    """The guest, and what its command writes to stdout and stderr."""
    with contextlib.ExitStack() as ends:
        readers, writers = [], []
        for _ in ("stdout", "stderr"):
            read, write = os.pipe()
            readers.append(ends.enter_context(open(read, "rb", buffering=0)))
            writers.append(ends.enter_context(open(write, "wb", buffering=0)))
        ports = {
            "stdout": f"/dev/fd/{writers[0].fileno()}",
            "stderr": f"/dev/fd/{writers[1].fileno()}",
            "status": work / "status",
        }
        argv: list[str | Path] = [
            "qemu-system-x86_64", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
            "-accel", ACCELERATOR, "-cpu", CPU, "-smp", str(machine.cpus), "-m", machine.memory,
            # The guest's memory is shared with the file server.
            "-object", f"memory-backend-memfd,id=memory,size={machine.memory},share=on", "-numa", "node,memdev=memory",
            "-chardev", f"socket,id=host,path={server}", "-device", "vhost-user-fs-pci,chardev=host,tag=host",
            "-device", "virtio-serial-pci",
            "-kernel", kernel.image, "-initrd", initrd, "-append", KERNEL_ARGUMENTS,
            "-serial", f"file:{work / 'console'}",
        ]  # fmt: skip
        for name, path in ports.items():
            argv += ["-chardev", f"file,id={name},path={path}", "-device", f"virtserialport,chardev={name},name={name}"]
        async with started(argv, [each.fileno() for each in writers], work / "qemu.log") as process:
            for each in writers:
                each.close()
            yield process, [await stream(each) for each in readers]


async def stream(pipe: object) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


async def copy(reader: asyncio.StreamReader, output: Output) -> None:
    try:
        while data := await reader.read(1 << 16):
            output.write(data)
    finally:
        output.finish()


def death(work: Path, what: str) -> str:
    """A message with all that is known of a guest that died."""
    said = [
        f"{title}:\n{lines}"
        for title, name in (("QEMU said", "qemu.log"), ("The last lines of the guest's console", "console"))
        if (lines := last_lines(work / name))
    ]
    return "\n".join([what, *said])


def last_lines(path: Path) -> str:
    lines = path.read_text(errors="replace").splitlines() if path.exists() else []
    return "\n".join(f"  {line}" for line in lines[-CONSOLE_LINES:])
