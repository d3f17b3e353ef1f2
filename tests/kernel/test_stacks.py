# SPDX-License-Identifier: MIT
"""Timers, counters and stacks, compared with what a program of known functions has done."""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

import traceleft
from tests.support import SUPPORT, lab
from traceleft.errors import HandlerError, UsageError
from traceleft.stacks import Stack

MS, OPENS, FAULTS = 300, 20, 1000
PYTHON = SUPPORT / "spinner.py"
# libc's syscall() has no frame: until the tables of the new process are there, its caller is missing.
OPENING = {("main", "opens"), ("main",)}


@pytest.fixture(scope="module")
def spinner() -> Path:
    """A program with frame pointers."""
    source = SUPPORT / "spinner.c"
    compiler = lab.require("gcc")
    return lab.compiled([compiler, "-O1", "-fno-omit-frame-pointer"], source.read_bytes())


def counted(by: str | list[str], of: str, words: list[str], **scope: object) -> traceleft.Count:
    """What was counted of a command, which has ended."""
    with traceleft.Meter() as meter:
        command = traceleft.Command(words)
        count = meter.count(of, by=by, command=command, **scope)
        command.start()
        assert command.wait() == 0
        count.stop()
    return count


def functions(stack: Stack | None) -> tuple[str, ...]:
    """From the root to the leaf, of the spinner's own."""
    own = ("main", "once", "thrice", "spin", "opens", "faults")
    return tuple(each for each in (stack or "").split(";") if each in own)


def in_faults(stack: Stack | None) -> bool:
    """And not in what that calls."""
    return functions(stack) == ("main", "faults") and stack is not None and stack.endswith(";faults")


def test_our_own_files_take_no_room_from_a_command(spinner: Path) -> None:
    """Until it executes, it has the same as we, and there is no room for the code of so many mappings."""
    code = {"length": 4096, "prot": mmap.PROT_READ | mmap.PROT_EXEC, "flags": mmap.MAP_PRIVATE, "offset": 4096}
    with spinner.open("rb") as file, contextlib.ExitStack() as mapped:
        for _ in range(200):
            mapped.enter_context(mmap.mmap(file.fileno(), **code))
        count = counted("ustack", "profile:199", [os.fspath(spinner), "100", "0", "0"])
    assert count.total and not count.read().missing()


@pytest.mark.each_kernel
def test_samples_of_a_command_tell_its_functions(spinner: Path, kernel: None) -> None:
    count = counted("ustack", "profile:199", [os.fspath(spinner), str(MS), "0", "0"])
    samples: Counter[tuple[str, ...]] = Counter()
    for stack, number in count.snapshot().items():
        samples[functions(stack)] += number
    once, thrice = samples["main", "once", "spin"], samples["main", "thrice", "spin"]
    assert once and thrice, samples
    if lab.SLOWDOWN == 1:  # an emulated machine's timers come late
        assert 1.5 < thrice / once < 6, samples
        assert (once + thrice) / count.total > 0.8, count.snapshot()
    assert not count.read().missing()
    frame = next(each for stack in count.snapshot() for each in stack.frames if each.function == "spin")
    notes = subprocess.run(["readelf", "-n", spinner], capture_output=True, text=True, check=True).stdout
    assert frame.build_id in notes and len(frame.build_id) == 40
    assert Path(frame.file).resolve() == spinner.resolve()


@pytest.mark.each_kernel
def test_stacks_of_calls(spinner: Path, backend: str) -> None:
    with traceleft.Meter(backend=backend) as meter:
        command = traceleft.Command([os.fspath(spinner), "1", str(OPENS), "0"])
        count = meter.count("openat", by=("comm", "ustack", "kstack"), command=command, where='filename ^= "/nonex"')
        command.start()
        assert command.wait() == 0
        count.stop()
    assert count.total == OPENS
    assert {comm for comm, _, _ in count.snapshot()} == {spinner.name[:15]}
    assert {functions(user) for _, user, _ in count.snapshot()} <= OPENING
    kernel = next(iter(count.snapshot()))[2]
    if kernel is None:  # the tracepoints of calls gave programs the registers of user space alone
        assert backend == "tracepoint" and lab.SLOWDOWN > 1
        return
    assert {frame.file for frame in kernel.frames[-2:]} == {"[kernel]"}
    if kernel == "kretprobe_trampoline":  # Linux 5.10 finds no way from there
        assert backend == "kprobe" and lab.SLOWDOWN > 1
        return
    # Where Linux 5.10 leaves a call, do_syscall_64() has ended.
    entry = {"do_syscall_64", "entry_SYSCALL_64_after_hwframe"}
    assert entry & set(kernel.split(";")) or os.uname().machine != "x86_64"
    assert not re.search(r"bpf_", kernel), kernel


@pytest.fixture(scope="module")
def callbacks() -> Path:
    """A program without frame pointers."""
    source = SUPPORT / "callbacks.c"
    compiler = lab.require("gcc")
    return lab.compiled([compiler, "-O2", "-fomit-frame-pointer"], source.read_bytes())


@pytest.mark.each_kernel
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="tables are of x86_64 only")
@pytest.mark.parametrize(
    ("word", "chain"),
    [
        ("sort", ("main", "sort", "qsort", "compare", "opens")),
        ("aligned", ("main", "aligned", "opens")),
        ("sized", ("main", "sized", "opens")),
        ("large", ("main", "large", "opens")),
        ("signal", ("main", "interrupt", "handler", "opens")),
    ],
)
def test_callers_are_found_without_frame_pointers(
    callbacks: Path, kernel: None, word: str, chain: tuple[str, ...]
) -> None:
    process = subprocess.Popen([callbacks], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    process.stdout.readline()  # its libraries are there
    with traceleft.Meter() as meter:
        count = meter.count("openat", by="ustack", pids=[process.pid], where='filename ^= "/nonex"')
        process.communicate(f"{word}\n")
        count.stop()
    stacks = [stack.split(";") for stack in count.snapshot()]
    assert stacks and not count.read().missing()
    for stack in stacks:
        names = [each.removesuffix("_r") for each in stack]
        assert tuple(each for each in names if each in chain) == chain, stack
        assert stack[0] == "_start" and "[unknown]" not in stack


@pytest.mark.each_kernel
def test_page_faults_are_counted_one_by_one(spinner: Path, kernel: None) -> None:
    words = [os.fspath(spinner), "1", "0", str(FAULTS)]
    count = counted("ustack", "software:page-faults", words)
    assert sum(number for stack, number in count.snapshot().items() if in_faults(stack)) == FAULTS
    count = counted((), "software:page-faults:100", words)
    assert FAULTS / 100 - (os.cpu_count() or 1) <= count.total < FAULTS / 100 + 10  # each CPU counts for itself
    with traceleft.Tracer() as tracer:
        command = tracer.spawn(words, "software:page-faults", where="user and address > ip")
        assert command.wait() == 0
        tracer.stop()
        events = [event for event in lab.finished(tracer) if event.syscall == "software:page-faults"]
    assert len(events) >= FAULTS
    assert {event["period"] for event in events} == {1}
    assert {event["user"] for event in events} == {1}
    assert all(event["address"] > event["ip"] for event in events)


@pytest.mark.any_kernel
def test_no_room_for_stacks_is_said(spinner: Path, kernel: None) -> None:
    count = counted("ustack", "software:page-faults", [os.fspath(spinner), "1", "0", "100"], max_stacks=1)
    sentence = f"{count[Stack.lost()]} events' stacks found no room, and are [lost]: raise --max-stacks"
    assert sentence in count.read().missing()
    assert count.total > count[Stack.lost()] > 0


@pytest.mark.each_kernel
def test_a_program_is_not_taken_for_the_python_that_executed_it(spinner: Path, kernel: None) -> None:
    words = [os.fspath(spinner), "1", "0", "100"]
    count = counted("ustack", "software:page-faults", words)  # they begin with its first instruction
    assert not [sentence for sentence in count.read().missing() if "Python" in sentence]
    count = counted("ustack", "software:page-faults", [sys.executable, "-I", "-S", "-c", "pass"])
    assert any("before it was known" in sentence for sentence in count.read().missing())


def test_events_have_their_stacks(spinner: Path, backend: str) -> None:
    with traceleft.Tracer(backend=backend, stacks=("ustack", "kstack"), processes=True) as tracer:
        words = [os.fspath(spinner), "1", str(OPENS), "10"]
        asked = [("openat", 'filename ^= "/nonex"'), ("software:page-faults", "user and address > ip")]
        command = traceleft.Command(words)
        for handler, where in asked:
            tracer.attach_command(command, handler, where=where)
        command.start()
        assert command.wait() == 0
        tracer.stop()
        events = lab.finished(tracer)
        gaps = tracer.stack_gaps()
    opens = [event for event in events if event.syscall == "openat"]
    faults = [event for event in events if event.syscall == "software:page-faults"]
    assert len(opens) == OPENS
    assert {functions(event.ustack) for event in opens} <= OPENING
    assert sum(in_faults(event.ustack) for event in faults) == 10
    assert not gaps
    if backend != "tracepoint" or lab.SLOWDOWN == 1:  # there programs had the registers of user space alone
        kernel = opens[0].kstack
        assert kernel and {frame.file for frame in kernel.frames[-2:]} == {"[kernel]"}
        assert not re.search(r"bpf_", kernel), kernel


@pytest.mark.any_kernel
def test_more_stacks_than_there_is_room_for_come_one_after_another(spinner: Path, kernel: None) -> None:
    """What was named makes room in the kernel."""
    with traceleft.Tracer(stacks="ustack", max_stacks=4) as tracer:
        for _ in range(6):  # each has its addresses
            command = tracer.spawn([os.fspath(spinner), "1", "1", "0"], "openat", where='filename ^= "/nonex"')
            assert command.wait() == 0
            for event in tracer.events(timeout=10):
                assert functions(event.ustack) in OPENING
                break
        assert not tracer.stack_gaps()


@pytest.mark.any_kernel
def test_a_recording_is_shown_where_the_files_are_not(spinner: Path, tmp_path: Path, kernel: None) -> None:
    program, recorded = tmp_path / "gone", tmp_path / "gone.record"
    shutil.copy(spinner, program)
    lab.run([*lab.TRACELEFT, "record", "-k", "-o", recorded, "profile:199", "--", program, "100", "0", "0"])
    program.unlink()
    text = lab.run([*lab.TRACELEFT, "replay", recorded], text=True).stdout
    assert re.search(rf"profile:199\(.*\n > {program}\(spin\+0x[0-9a-f]+\) \[0x[0-9a-f]+\]\n > {program}\(thrice", text)
    folded = lab.run([*lab.TRACELEFT, "replay", recorded, "-o", "folded:-"], text=True).stdout
    assert re.search(r"(?m)^gone;(\S+;)*main;thrice;spin \d+$", folded)
    capture = traceleft.open(recorded)
    assert capture.flame().folded() == folded
    build_ids = {frame.build_id for event in capture for frame in event.ustack.frames if frame.function == "spin"}
    notes = subprocess.run(["readelf", "-n", spinner], capture_output=True, text=True, check=True).stdout
    assert len(build_ids) == 1 and build_ids.pop() in notes


@pytest.mark.any_kernel
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="a thread's state is found on x86_64 only")
def test_a_recording_has_the_functions_of_python(tmp_path: Path, kernel: None) -> None:
    """Neither its source nor its process is there any more."""
    script, recorded = tmp_path / "gone.py", tmp_path / "gone.record"
    shutil.copy(PYTHON, script)
    command = [sys.executable, "-I", "-S", script, "0.1"]
    lab.run([*lab.TRACELEFT, "record", "-k", "-o", recorded, "profile:199", "--", *command])
    script.unlink()
    folded = lab.run([*lab.TRACELEFT, "replay", recorded, "-o", "folded:-"], text=True).stdout
    assert re.search(r"(?m);work;(Spinner\.)?größer;spin(;\S+)* \d+$", folded), folded


def pythons() -> list[str]:
    """Those that are installed, of versions whose frames are known."""
    versions = ["3.9", "3.10", "3.11", "3.12", "3.13"]
    homes = sorted(Path.home().glob(".pyenv/versions/*/bin/python3"))
    found = [os.fspath(each) for each in homes if re.search(rf"/({'|'.join(versions)})\.", os.fspath(each))]
    return [sys.executable, *found, *filter(None, [shutil.which("python3", path="/usr/bin")])]


@pytest.mark.each_kernel
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="a thread's state is found on x86_64 only")
@pytest.mark.parametrize("python", pythons() if lab.SLOWDOWN == 1 else [sys.executable])
def test_python_functions_have_their_names(python: str, kernel: None) -> None:
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
    qualified = tuple(map(int, version.split(".")[:2])) >= (3, 11)
    count = counted("ustack", "profile:199", [python, "-I", "-S", os.fspath(PYTHON), "0.2"])
    once, greater = ("Spinner.once", "Spinner.größer") if qualified else ("once", "größer")
    samples: Counter[str] = Counter()
    for stack, number in count.snapshot().items():
        if stack and "spin" in stack.split(";"):
            assert "work" in stack.split(";")
            samples[next(each for each in stack.split(";") if each in (once, greater))] += number
    assert samples[greater] and samples[once], count.snapshot()
    if lab.SLOWDOWN == 1:
        assert 1.5 < samples[greater] / samples[once] < 6, count.snapshot()
    frame = next(each for stack in count.snapshot() if stack for each in stack.frames if each.function == "spin")
    lines = PYTHON.read_text().splitlines()
    assert (frame.file, lines[frame.line - 1]) == (os.fspath(PYTHON), "def spin(seconds: float) -> None:")


@pytest.mark.any_kernel
def test_pictures(spinner: Path, kernel: None) -> None:
    words = ["--", os.fspath(spinner), "50", "0", "0"]
    count = [*lab.TRACELEFT, "count", "profile:199", "--by", "comm,ustack"]
    folded = lab.run([*count, "--folded", *words], text=True)
    assert re.search(
        r"(?m)^spinner\S*;(\S+;)*main;thrice;spin \d+$", folded.stdout.replace(spinner.name[:15], "spinner")
    )
    image = lab.run([*count, "-o", "svg", *words], text=True)
    boxes = ElementTree.fromstring(image.stdout).iter("{http://www.w3.org/2000/svg}title")
    assert any(re.match(r"thrice: \d+ \(\d+\.\d %\)", box.text or "") for box in boxes)
    lines = lab.run([*count, "-o", "jsonl", *words], text=True).stdout.splitlines()
    assert any(json.loads(line)["ustack"].endswith("main;thrice;spin") for line in lines)
    text = lab.run([*count, *words], text=True).stdout
    assert re.search(r"(?m)^\d+ calls, comm \S+\n    spin \(/.*\)\n    thrice ", text)
    pytest.importorskip("google.protobuf")
    import gzip

    from traceleft.proto import profile_pb2

    done = lab.run([*count, "-o", "pprof", *words])
    profile = profile_pb2.Profile.FromString(gzip.decompress(done.stdout))
    assert {"main", "thrice", "spin", "comm"} <= set(profile.string_table)
    assert sum(sample.value[0] for sample in profile.sample) > 10


@pytest.mark.any_kernel
def test_refused(kernel: None) -> None:
    with traceleft.Meter() as meter:
        for name, message in [
            ("profile:0", "'profile:0': its number is samples a second, from 1 to 10000"),
            ("profile:many", "'profile:many': its number is samples a second"),
            ("software:page-fault", "there is no counter 'software:page-fault'; did you mean software:page-faults"),
            ("hardware:cycles:0", "its number is events from one sample to the next, from 1 to 16777215"),
            ("software:no*", "no timer or counter matches 'software:no*'"),
        ]:
            with pytest.raises(UsageError) as raised:
                meter.count(name)
            assert message in str(raised.value)
        with pytest.raises(UsageError, match='"ustack" is there twice'):
            meter.count("openat", by=("ustack", "ustack"))
    with traceleft.Tracer() as tracer, pytest.raises(UsageError, match="can't be told by their stacks"):
        tracer.attach("openat", first=1, by="ustack")


@pytest.mark.any_kernel
def test_counters_of_hardware_are_refused_by_name_where_there_are_none(kernel: None) -> None:
    if Path("/sys/bus/event_source/devices/cpu").exists() or Path("/sys/bus/event_source/devices/cpu_core").exists():
        pytest.skip("this machine has counters of hardware")
    with traceleft.Meter() as meter, pytest.raises(HandlerError, match="hardware has no counter hardware:cycles"):
        meter.count("hardware:cycles")
