# SPDX-License-Identifier: MIT
"""scripts/kernel-lab without a guest: its cache of kernels, what a guest needs, the results and their page."""

from __future__ import annotations

import io
import lzma
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import ROOT
from traceleft import _core, defaults

FOLDER = ROOT / "scripts" / "lib" / "kernel_lab"

FETCH = """#!/bin/sh -e
folder=$2
test "$1" = bookworm
mkdir -p "$folder/boot" "$folder/lib/modules/6.1.9/kernel"
echo kernel >"$folder/boot/vmlinuz-6.1.9"
modules=$folder/lib/modules/6.1.9
printf 'kernel/fs/fuse/virtiofs.ko\\nkernel/drivers/virtio/virtio-pci.ko\\n' >"$modules/modules.builtin"
printf 'x\\0depends=virtio_ring,virtio\\0y\\0' >"$modules/kernel/virtio_console.ko"
printf 'x\\0depends=\\0' >"$modules/kernel/virtio.ko"
printf 'x\\0depends=virtio\\0' | xz >"$modules/kernel/virtio-ring.ko.xz"
printf 'no dependencies' >"$modules/kernel/overlay.ko"
"""

OF_KPROBE = '<properties><property name="backend" value="kprobe"/></properties>'
REPORT = f"""<testsuites><testsuite>
<properties><property name="tests" value="6"/>
<property name="kprobe.traceable" value="332"/><property name="auto" value="raw_tp"/></properties>
<testcase classname="tests.kernel.test_sys" name="test_read[kprobe]" time="2.5">{OF_KPROBE}</testcase>
<testcase classname="tests.kernel.test_sys" name="test_open[kprobe]" time="1">{OF_KPROBE}<failure message="no"/>
</testcase>
<testcase classname="tests.kernel.test_sys" name="test_open[kprobe]" time="1">{OF_KPROBE}<error message="neither"/>
</testcase>
<testcase classname="tests.kernel.test_pids" name="test_high" time="0">{OF_KPROBE}
<skipped message="no &lt;such&gt; PID"/></testcase>
<testcase classname="tests.kernel.test_errors" name="test_a_backend[kprobe]" time="3"/>
</testsuite></testsuites>"""

OTHER_REPORT = f"""<testsuites><testsuite><properties><property name="tests" value="6"/></properties>
<testcase classname="tests.kernel.test_btf" name="test_types[kprobe]" time="0.75">{OF_KPROBE}</testcase>
</testsuite></testsuites>"""


@pytest.fixture(autouse=True)
def import_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)


@pytest.fixture
def kernels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with a cache and packages of this test's own."""
    import kernels

    monkeypatch.setattr(kernels, "CACHE", tmp_path / "kernels")
    set_fetch(tmp_path, monkeypatch, kernels, FETCH + "echo 6.1.9")
    return kernels


def set_fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kernels: ModuleType, script: str) -> None:
    path = tmp_path / "fetch"
    path.write_text(script)
    path.chmod(0o755)
    monkeypatch.setattr(kernels, "FETCH", path)


def test_a_kernel_is_what_a_guest_needs_of_its_packages(kernels: ModuleType) -> None:
    """Modules come behind those that they need; those that are built in don't come."""
    kernel = kernels.get("6.1")
    assert (kernel.name, kernel.release, kernel.image.read_text()) == ("6.1", "6.1.9", "kernel\n")
    names = [path.name for path in kernel.modules]
    assert names == ["00-virtio.ko", "01-virtio_ring.ko", "02-virtio_console.ko", "03-overlay.ko"]
    assert kernel.modules[1].read_bytes() == b"x\0depends=virtio\0"
    assert kernels.cached("6.1") == kernel
    assert sorted(path.name for path in kernels.CACHE.iterdir()) == [".lock", "6.1"]


def test_a_kernel_is_fetched_once_unless_it_is_asked_for(kernels: ModuleType) -> None:
    kernels.get("6.1").image.write_text("mine")
    assert kernels.get("6.1").image.read_text() == "mine"
    assert kernels.get("6.1", update=True).image.read_text() == "kernel\n"


@pytest.mark.parametrize("lost", ["vmlinuz", "release", "modules"])
def test_a_broken_cache_is_made_anew(kernels: ModuleType, lost: str) -> None:
    folder = kernels.get("6.1").image.parent
    (folder / lost).rename(folder / "elsewhere")
    (kernels.CACHE / ".fetch.killed" / "packages").mkdir(parents=True)
    assert kernels.cached("6.1") is None
    assert kernels.get("6.1").image.read_text() == "kernel\n"
    assert sorted(path.name for path in folder.iterdir()) == ["modules", "release", "vmlinuz"]
    assert not (kernels.CACHE / ".fetch.killed").exists()


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("#!/bin/sh\nexit 1\n", "bookworm's kernel could not be fetched"),
        (FETCH + 'rm "$folder/boot"/*; echo 6.1.9', "6.1.9 have no vmlinuz"),
        (FETCH + 'rm "$folder"/lib/modules/*/kernel/overlay.ko; echo 6.1.9', "6.1.9 has no module overlay"),
        (FETCH + 'cd "$folder"/lib/modules/*/kernel; mv overlay.ko overlay.ko.zst; echo 6.1.9', "overlay.ko.zst"),
    ],
)
def test_a_kernel_that_cannot_be_had_leaves_what_was_there(
    kernels: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, complaint: str
) -> None:
    before = kernels.get("6.1")
    set_fetch(tmp_path, monkeypatch, kernels, script)
    with pytest.raises(kernels.LabError, match=complaint):
        kernels.get("6.1", update=True)
    assert kernels.cached("6.1") == before
    assert sorted(path.name for path in kernels.CACHE.iterdir()) == [".lock", "6.1"]


def test_names_of_kernels(kernels: ModuleType) -> None:
    assert kernels.known("6.1") == "6.1"
    assert kernels.known("newest") == "newest"
    with pytest.raises(kernels.LabError, match=r"choose from 5.10, 6.1, 6.12, newest$"):
        kernels.known("7.2")
    (kernels.CACHE / "newest" / "modules").mkdir(parents=True)
    for name, text in (("vmlinuz", "kernel"), ("release", "7.2.13+deb14\n")):
        (kernels.CACHE / "newest" / name).write_text(text)
    assert kernels.known("7.2") == "newest"
    with pytest.raises(kernels.LabError, match=r"newest \(which is 7.2.13\+deb14\)"):
        kernels.known("7.20")


def test_a_compressed_module(kernels: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "module.ko.xz"
    path.write_bytes(lzma.compress(b"content"))
    assert kernels.module_content(path) == b"content"


@pytest.fixture
def suite(kernels: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    import suite

    monkeypatch.setattr(suite, "RESULTS", tmp_path / "results")
    suite.RESULTS.mkdir()
    return suite


def test_what_came_of_the_tests(kernels: ModuleType, suite: ModuleType) -> None:
    kernel = kernels.get("6.1")
    suite.report(kernel, 0).write_text(REPORT)
    suite.report(kernel, 1).write_text(OTHER_REPORT)
    result, rest = suite.results(kernel, ("kprobe", "rest"), 1)
    assert (result.part, result.status) == ("kprobe", 1)
    assert (result.passed, result.failed) == (2, ["test_sys::test_open[kprobe]"])
    assert result.skipped == ["test_pids::test_high: no <such> PID"]
    assert result.facts == {"tests": "6", "kprobe.traceable": "332", "auto": "raw_tp"}
    assert str(result) == "2 passed, 1 failed, 1 skipped, 5 s"
    assert (rest.part, rest.status, str(rest)) == ("rest", 0, "1 passed, 3 s")
    (died,) = suite.results(kernel, ("raw_tp",), 125)
    assert str(died) == "no test ran (status 125), 0 s"
    assert suite.kept() == [died, result, rest]


def test_where_a_guest_died_the_tests_of_the_other_are_not_all(kernels: ModuleType, suite: ModuleType) -> None:
    kernel = kernels.get("6.1")
    suite.report(kernel, 1).write_text(OTHER_REPORT)
    (result,) = suite.results(kernel, ("kprobe",), 125)
    assert (result.status, str(result)) == (125, "1 passed (status 125), 1 s")
    assert "| 6.1 | not run | not run | not run | **died**, 1 passed | not run |" in suite.page([result]).splitlines()
    assert suite.missing(kernel) == 5


def test_that_each_test_was_in_one_of_the_guests(kernels: ModuleType, suite: ModuleType) -> None:
    """A test whose teardown fails is in the report twice."""
    kernel = kernels.get("6.1")
    suite.report(kernel, 0).write_text(REPORT)
    assert suite.missing(kernel) == 2
    suite.report(kernel, 1).write_text(OTHER_REPORT)
    assert suite.missing(kernel) == 1


def test_nothing_is_left_of_an_earlier_run(kernels: ModuleType, suite: ModuleType) -> None:
    kernel = kernels.get("6.1")
    for _ in range(2):
        suite.prepare(kernel)
        assert list(suite.queue(kernel).iterdir()) == []
        assert not any(suite.report(kernel, guest).exists() for guest in range(suite.GUESTS))
        (suite.queue(kernel) / "test_sys-kprobe").touch()
        suite.report(kernel, 1).write_text(REPORT)


def test_the_parts_that_are_wanted(suite: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACELEFT_TEST_BACKENDS", raising=False)
    assert suite.wanted_parts() == list(suite.PARTS)
    monkeypatch.setenv("TRACELEFT_TEST_BACKENDS", "rest,kprobe")
    assert suite.wanted_parts() == ["kprobe", "rest"]
    monkeypatch.setenv("TRACELEFT_TEST_BACKENDS", "nonesuch")
    with pytest.raises(suite.LabError, match="nonesuch"):
        suite.wanted_parts()


def test_what_pytest_is_told(kernels: ModuleType, suite: ModuleType) -> None:
    kernel = kernels.get("6.1")
    for parts, marker, backends in (
        (("kprobe",), ["-m", "backend"], "kprobe"),
        (("kprobe", "raw_tp"), ["-m", "backend"], "kprobe,raw_tp"),
        (("kprobe", "rest"), [], "kprobe"),
        (("rest",), ["-m", "not backend"], None),
    ):
        command = suite.command(kernel, 1, parts)
        assert command[3:] == [*marker, "tests/kernel", f"--junitxml={suite.report(kernel, 1)}"]
        assert suite.environment(kernel, parts) == {
            "TRACELEFT_TEST_QUEUE": str(suite.queue(kernel)),
            **({"TRACELEFT_TEST_BACKENDS": backends} if backends else {}),
        }


def test_the_page_says_what_failed(kernels: ModuleType, suite: ModuleType) -> None:
    kernel = kernels.get("6.1")
    suite.report(kernel, 0).write_text(REPORT)
    suite.results(kernel, ("kprobe",), 1)
    suite.results(kernel, ("raw_tp",), 125)
    lines = suite.page(suite.kept()).splitlines()
    assert "| 6.1 | 6.1.9 | ? | ? | ? | 332 | raw_tp |" in lines
    assert "| 6.1 | **died** | not run | not run | **1 failed**, 1 passed, 1 skipped | not run |" in lines
    assert "- failed: test_sys::test_open[kprobe]" in lines
    assert "- skipped: test_pids::test_high: no <such> PID" in lines


def test_lines_say_of_which_kernel_they_are() -> None:
    from guest import Output

    stream = io.BytesIO()
    output = Output(stream, "6.1")
    for data in (b"one\ntw", b"o", b"\n", b"\nno end"):
        output.write(data)
    output.finish()
    assert stream.getvalue() == b"6.1: one\n6.1: two\n6.1: \n6.1: no end\n"


def test_the_backends_are_the_same_everywhere(suite: ModuleType) -> None:
    assert suite.BACKENDS == defaults.BACKENDS
    assert sorted(_core.BACKENDS) == sorted(defaults.BACKENDS)
