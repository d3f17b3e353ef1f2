# SPDX-License-Identifier: MIT
"""What the core says it holds: as much as it was given, and nothing of what is gone."""

from __future__ import annotations

import gc

import pytest

from tests.support.raw_events import openat
from traceleft import _core, battery

SCHEMA = battery.schema()


def held(function: str) -> tuple[int, int]:
    """Objects and bytes."""
    rows = [(objects, size) for name, _, objects, size in _core.memory() if name == function]
    return sum(objects for objects, _ in rows), sum(size for _, size in rows)


def batch_of(count: int) -> _core.Batch:
    return _core.Batch([openat()] * count, SCHEMA)


@pytest.fixture(autouse=True)
def collected() -> None:
    gc.collect()


def test_batches() -> None:
    before = held("traceleft::Batch::append")
    batch = batch_of(1000)
    objects, size = held("traceleft::Batch::append")
    assert objects == before[0] + 2, "the events and where they are"
    assert batch.nbytes <= size - before[1] < 4 * batch.nbytes
    del batch
    assert held("traceleft::Batch::append") == before


def test_a_batch_lives_as_long_as_its_events() -> None:
    before = held("traceleft::Batch::append")
    event = batch_of(10)[5]
    assert held("traceleft::Batch::append") > before
    del event
    assert held("traceleft::Batch::append") == before


def test_decompressed_batches() -> None:
    before = held("traceleft::decompress_batch")
    compressors = held("traceleft::BatchCompressor::compress")
    batch = batch_of(1000)
    compressor = _core.BatchCompressor()
    frame = compressor.compress(batch)
    assert held("traceleft::BatchCompressor::compress")[1] > compressors[1] + 10_000, "zstd's tables"
    again = _core.decompress_batch(frame, SCHEMA)
    assert held("traceleft::decompress_batch")[1] >= before[1] + again.nbytes
    del compressor, again
    assert held("traceleft::BatchCompressor::compress") == compressors
    after = held("traceleft::decompress_batch")
    again = _core.decompress_batch(frame, SCHEMA)
    del again
    assert held("traceleft::decompress_batch") == after, "zstd's context is this thread's, and is kept"


def test_arrow_columns() -> None:
    before = held("traceleft::ArrowBuffer::grow")
    builder = _core.ArrowBuilder(SCHEMA, wide=True)
    builder.append(batch_of(1000))
    assert held("traceleft::ArrowBuffer::grow")[1] >= before[1] + builder.nbytes
    batches = builder.finish()
    del builder
    assert held("traceleft::ArrowBuffer::grow")[1] > before[1]
    del batches
    assert held("traceleft::ArrowBuffer::grow") == before


def test_room_for_a_profile() -> None:
    name = "traceleft::CpuProfiler::CpuProfiler"
    assert held(name) == (0, 0)
    profiler = _core.CpuProfiler()
    assert held(name)[1] > 1_000_000
    profiler.stop()
    assert held(name) == (0, 0)


def test_rows_say_what_they_are() -> None:
    batch = batch_of(1)
    assert all(function and description and objects > 0 for function, description, objects, _ in _core.memory())
    assert len(batch) == 1
