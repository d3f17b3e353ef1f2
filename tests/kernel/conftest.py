# SPDX-License-Identifier: MIT
"""Whether kernel tests can run here, the backends they run under, and the processes they trace.

Environment:
    TRACELEFT_KERNEL_TESTS=1    a test that can't run fails, where it would be skipped
    TRACELEFT_TEST_BACKENDS     backends to test, separated by commas; the default is those that most kernels allow
    TRACELEFT_TESTED_BACKENDS   backends under which, as under none in particular, only those run that are marked
                                `each_kernel`: the others were tested on another kernel, or are under another backend
    TRACELEFT_TEST_QUEUE        see tests/support/shared_queue.py
    TRACELEFT_TEST_SLOWDOWN     how many times slower than hardware this machine is: time limits are longer, and what is
                                done a great many times is done that many times less often
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import traceleft
from tests.support import SUPPORT, lab
from tests.support.shared_queue import pytest_runtestloop as pytest_runtestloop
from tests.support.victims import Victim, Worker

HERE = Path(__file__).parent
BACKENDS = os.environ.get("TRACELEFT_TEST_BACKENDS", "raw_tp,tracepoint").split(",")
TESTED_BACKENDS = list(filter(None, os.environ.get("TRACELEFT_TESTED_BACKENDS", "").split(",")))
ANY_BACKEND = "fentry" if lab.SLOWDOWN > 1 and "fentry" in BACKENDS else BACKENDS[0]
"""Under which a test runs that is the same under each: in an emulated machine under one that hardware may refuse."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker("kernel")
        if "backend" in item.fixturenames:
            item.add_marker("backend")
            item.user_properties.append(("backend", backend_of(item)))  # for scripts/kernel-lab
        if lab.SLOWDOWN > 1:
            item.add_marker(pytest.mark.timeout(5 * lab.TIMEOUT))
    left_out = list(filter(runs_elsewhere, ours))
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def runs_elsewhere(item: pytest.Item) -> bool:
    """Whether it need not run here: another kernel, or another backend, shows the same."""
    if item.get_closest_marker("any_kernel") and lab.SLOWDOWN > 1:
        return True
    each_kernel = item.get_closest_marker("each_kernel") is not None
    tested_elsewhere = bool(TESTED_BACKENDS) and not each_kernel
    if not item.get_closest_marker("backend"):
        return tested_elsewhere
    if item.get_closest_marker("any_backend"):
        return backend_of(item) != ANY_BACKEND or tested_elsewhere
    return backend_of(item) in TESTED_BACKENDS and tested_elsewhere


def backend_of(item: pytest.Item) -> str:
    """Of one that runs under each."""
    assert isinstance(item, pytest.Function)
    return item.callspec.params["backend"]


@pytest.fixture(scope="session", autouse=True)
def kernel(request: pytest.FixtureRequest, record_testsuite_property: Callable) -> None:
    """Root and a kernel with BTF. What is recorded here and by backend() is for scripts/kernel-lab."""
    record_testsuite_property("tests", len(request.session.items))
    if os.geteuid() != 0:
        lab.cannot_run("kernel tests need root")
    if not Path("/sys/kernel/btf/vmlinux").exists():
        lab.cannot_run("this kernel has no BTF: /sys/kernel/btf/vmlinux is missing")
    with contextlib.suppress(traceleft.BackendError), traceleft.Tracer() as tracer:
        record_testsuite_property("auto", tracer.backend)


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, kernel: None, record_testsuite_property: Callable) -> str:
    """The name of each backend to test."""
    traceable, refusal = tried(request.param)
    if refusal:
        record_testsuite_property(f"{request.param}.refused", refusal)
        lab.cannot_run(refusal)
    record_testsuite_property(f"{request.param}.traceable", traceable)
    return request.param


@functools.cache
def tried(backend: str) -> tuple[int, str]:
    """How many calls it can trace here, or why the kernel refuses it. pytest asks again when files alternate."""
    try:
        with traceleft.Tracer(backend=backend) as tracer:
            tracer.attach("close")
            return len(tracer.traceable()), ""
    except traceleft.BackendError as error:
        return 0, str(error)


@pytest.fixture(scope="session", autouse=True)
def signals() -> None:
    """A shell's background job ignores SIGINT, and so would every process that it starts."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture(scope="session")
def cgroup2(kernel: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the cgroup v2 hierarchy is mounted; mounted here where it isn't."""
    mounted = lab.cgroup2_mount()
    if mounted:
        yield mounted
        return
    directory = tmp_path_factory.mktemp("cgroup2")
    subprocess.run([lab.require("mount"), "-t", "cgroup2", "none", directory], check=True, timeout=lab.TIMEOUT)
    try:
        yield directory
    finally:
        subprocess.run([lab.require("umount"), "-l", directory], check=True, timeout=lab.TIMEOUT)


@pytest.fixture(scope="session")
def cgroup(cgroup2: Path) -> Iterator[Path]:
    """A cgroup of our own: the root's id would be found by chance."""
    directory = cgroup2 / f"traceleft-test-{os.getpid()}"
    directory.mkdir()
    yield directory
    directory.rmdir()


@pytest.fixture
def victim() -> Iterator[Victim]:
    with Victim() as process:
        yield process


@pytest.fixture(scope="session")
def worker_program() -> Path:
    """worker.c, compiled."""
    return lab.compiled(["cc", "-O2", "-Wall", "-Werror"], (SUPPORT / "worker.c").read_bytes())


@pytest.fixture
def start_worker(worker_program: Path) -> Iterator[Callable[..., Worker]]:
    """Starts workers (the arguments are Worker's), and ends them after the test."""
    with ExitStack() as workers:
        yield lambda **options: workers.enter_context(Worker(worker_program, **options))


@pytest.fixture
def worker(start_worker: Callable[..., Worker]) -> Worker:
    return start_worker()


@pytest.fixture(scope="session")
def compile_handler(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Compiles a handler's C, as a user would, against the headers that come with the package."""
    from traceleft import battery

    include = battery.data_directory() / "include"
    headers = sorted(include.rglob("*.h"))
    directory = tmp_path_factory.mktemp("handlers")
    flags = ["-g", "-O2", "-Wall", "-Werror", "-target", "bpf", "-mcpu=v3", "-D__TARGET_ARCH_x86"]

    def compile_source(source: str) -> Path:
        path = directory / f"handler{sum(1 for _ in directory.iterdir())}.bpf"
        shutil.copy(lab.compiled(["clang", *flags, f"-I{include}", "-c"], source.encode(), headers), path)
        return path

    return compile_source


@pytest.fixture
def every_pid_allowed() -> Iterator[None]:
    """pid_max is as high as it can be."""
    before = lab.PID_MAX.read_text()
    try:
        lab.PID_MAX.write_text(str(lab.PID_MAX_LIMIT))
    except OSError as error:
        pytest.skip(f"{lab.PID_MAX} can't be raised here: {error.strerror}")
    yield
    lab.PID_MAX.write_text(before)


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """A file of a few lines."""
    path = tmp_path / "small file"
    path.write_bytes(b'one\ntwo\n\tthree "3" \\ \x00\x01\xff7\n' * 8)
    return path


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A directory in which traceleft is this one, and sudo runs its command as it is."""
    for name, body in {"sudo": '"$@"', "traceleft": f'{sys.executable} -m traceleft "$@"'}.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\nexec {body}\n")
        program.chmod(0o755)
    return tmp_path / "bin"
