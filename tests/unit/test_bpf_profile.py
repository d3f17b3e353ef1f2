# SPDX-License-Identifier: MIT
"""The profile of BPF programs, from two looks at a tracer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("google.protobuf")

from tests.support import pprof_tool
from tests.support.pprof_tool import Line
from traceleft.stats import Stats
from traceleft.telemetry import Fill, HandlerNumbers, HookNumbers, Numbers, ProcessNumbers, bpf_profile


def handler(runs: int, run_ns: int, **changes: Any) -> HandlerNumbers:
    fields = {
        "syscall": "read", "entry": False, "slot": 0, "pids": (), "path": "/lib/battery.bpf", "program_id": 7,
        "name": "handle_read_ret",
    }  # fmt: skip
    return HandlerNumbers(**{**fields, **changes}, runs=runs, run_ns=run_ns)


def look(time: float, handlers: list[HandlerNumbers], hooks: list[HookNumbers]) -> Numbers:
    stats = Stats(
        backend="raw_tp", elapsed=time, handled=0, received=0, lost=0, lost_by_cpu={}, lost_by_syscall={},
        compat_calls=0, unfollowed=0, skipped_runs=0, probe_misses=0,
    )  # fmt: skip
    return Numbers(
        time=time,
        stats=stats,
        fill=Fill(ring_size=4096, ring_bytes=0, queue_bytes=0),
        handlers=tuple(handlers),
        hooks=tuple(hooks),
        outputs=(),
        process=ProcessNumbers(cpu_seconds=0.0, resident_bytes=0, threads=1),
    )


def root(runs: int, run_ns: int, name: str = "root_exit") -> HookNumbers:
    return HookNumbers(name=name, syscall=None, prog_id=40, runs=runs, run_ns=run_ns)


def top(before: Numbers, after: Numbers, scratch: Path, *arguments: str, unit: str = "ns") -> dict[str, Line]:
    path = scratch / "bpf.pb.gz"
    path.write_bytes(bpf_profile.profile(before, after).serialize())
    return pprof_tool.top(*arguments, path, scratch=scratch, unit=unit)


def test_what_grew_between_the_looks(tmp_path: Path):
    own = {"slot": 3, "pids": (12, 13), "path": "/home/own.bpf"}
    before = look(10.0, [handler(100, 50_000), handler(0, 0, **own)], [root(1000, 400_000)])
    after = look(12.0, [handler(150, 80_000), handler(10, 9_000, **own)], [root(1100, 460_000)])
    lines = top(before, after, tmp_path)
    assert lines == {
        "handle_read_ret": Line(39_000, 39_000),
        "trace_read_ret": Line(0, 39_000),
        "root_exit": Line(60_000 - 39_000, 60_000),
    }
    runs = top(before, after, tmp_path, "-sample_index=runs", unit="count")
    assert runs["handle_read_ret"] == Line(60, 60)
    assert runs["root_exit"].flat == 100
    assert top(before, after, tmp_path, "-tagfocus=slot=3")["handle_read_ret"] == Line(9_000, 9_000)
    for pid in (12, 13):
        assert top(before, after, tmp_path, f"-tagfocus=pid={pid}")["handle_read_ret"] == Line(9_000, 9_000)
    files = pprof_tool.pprof("-top", "-files", "-unit=ns", tmp_path / "bpf.pb.gz", scratch=tmp_path)
    assert "30000ns" in files and "/lib/battery.bpf" in files and "/home/own.bpf" in files
    text = pprof_tool.pprof("-top", tmp_path / "bpf.pb.gz", scratch=tmp_path)
    assert "Type: time" in text and "Duration: 2s" in text


def test_where_the_trace_probe_is_the_hook(tmp_path: Path):
    def probe(name: str, id: int, runs: int, run_ns: int) -> HookNumbers:
        return HookNumbers(name=name, syscall="read", prog_id=id, runs=runs, run_ns=run_ns)

    entry = {"entry": True, "name": "handle_read"}
    before = look(0.0, [], [])
    after = look(
        1.0,
        [handler(5, 500), handler(2, 300, **entry)],
        [probe("trace_read", 1, 9, 1000), probe("trace_read_ret", 2, 8, 2000), root(4, 70, "process_forked")],
    )
    assert top(before, after, tmp_path) == {
        "trace_read_ret": Line(1500, 2000),
        "trace_read": Line(700, 1000),
        "handle_read_ret": Line(500, 500),
        "handle_read": Line(300, 300),
        "process_forked": Line(70, 70),
    }


def test_a_handler_that_was_put_in_place_anew_counts_from_there(tmp_path: Path):
    before = look(0.0, [handler(1000, 1_000_000)], [root(1000, 2_000_000)])
    after = look(1.0, [handler(10, 5_000)], [root(1100, 2_100_000)])
    assert top(before, after, tmp_path)["handle_read_ret"] == Line(5_000, 5_000)


def test_parts_that_are_more_than_the_whole_leave_nothing_below_zero(tmp_path: Path):
    before, after = look(0.0, [], []), look(1.0, [handler(10, 5_000)], [root(10, 4_900)])
    assert top(before, after, tmp_path)["root_exit"] == Line(0, 5_000)


def test_nothing_ran(tmp_path: Path):
    now = look(0.0, [handler(10, 5_000)], [root(10, 4_900)])
    assert bpf_profile.profile(now, now).text().endswith("total: 0 runs, 0 nanoseconds time\n")
