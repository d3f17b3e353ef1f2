# SPDX-License-Identifier: MIT
"""The spool: in order, within its limit, and there again after whatever ended the process before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.collectors import small_disk
from traceleft.collector.segment import SpoolRecord
from traceleft.collector.spool import Spool
from traceleft.errors import UsageError

A = bytes(range(16))
B = bytes(range(1, 17))


def record(sequence: int, session: bytes = A, size: int = 100) -> SpoolRecord:
    return SpoolRecord(session, sequence, sequence * 10, bytes([sequence % 251]) * size)


def fill(spool: Spool, sequences: range, session: bytes = A, size: int = 100) -> None:
    for sequence in sequences:
        assert spool.append(record(sequence, session, size))


def drain(spool: Spool) -> list[tuple[bytes, int]]:
    found = []
    while (each := spool.next()) is not None:
        assert each == record(each.sequence, each.session, len(each.message))
        found.append((each.session, each.sequence))
    return found


def in_order(session: bytes, sequences: range) -> list[tuple[bytes, int]]:
    return [(session, sequence) for sequence in sequences]


def segments(path: Path) -> list[Path]:
    return sorted(path.glob("*.spool"))


def test_what_goes_in_comes_out_in_order_and_is_gone_when_released(tmp_path: Path):
    spool = Spool(tmp_path / "deep" / "spool", 10**7)
    assert not spool and spool.next() is None and spool.size == 0
    fill(spool, range(1, 6))
    assert spool.events(A) == 150 and spool.size > 500
    assert drain(spool) == in_order(A, range(1, 6)) and spool.next() is None
    fill(spool, range(6, 8))
    assert drain(spool) == in_order(A, range(6, 8))
    assert spool.release(A, 5) == 150
    assert spool.events(A) == 130 and spool.next() is None
    spool.rewind()
    assert drain(spool) == in_order(A, range(6, 8))
    assert spool.release(A, 7) == 130
    assert not spool and spool.size == 0 and segments(spool.directory) == []
    fill(spool, range(8, 9))
    assert drain(spool) == in_order(A, range(8, 9))
    spool.close()


def test_many_segments(tmp_path: Path):
    spool = Spool(tmp_path, 80_000)
    fill(spool, range(1, 61), size=1000)
    assert len(segments(tmp_path)) > 4
    read = [spool.next() for _ in range(30)]
    assert read[-1] == record(30, size=1000)
    spool.release(A, 25)
    fill(spool, range(61, 81), size=1000)
    assert drain(spool) == in_order(A, range(31, 81))
    spool.rewind()
    assert drain(spool) == in_order(A, range(26, 81))
    spool.close()


def test_the_limit_is_kept(tmp_path: Path):
    spool = Spool(tmp_path, 20_000)
    fill(spool, range(1, 19), size=1000)
    assert not spool.append(record(19, size=3000))
    assert not spool.prepend([record(0, size=3000)])
    on_disk = sum(path.stat().st_size for path in segments(tmp_path))
    assert spool.size == on_disk <= 20_000
    spool.release(A, 9)
    assert spool.append(record(19, size=3000))
    assert drain(spool)[-1] == (A, 19)
    spool.close()


def test_batches_that_were_on_their_way_go_before_the_others(tmp_path: Path):
    spool = Spool(tmp_path, 10**6)
    fill(spool, range(5, 8))
    assert spool.prepend([record(sequence) for sequence in range(2, 5)])
    fill(spool, range(8, 10))
    assert drain(spool) == in_order(A, range(2, 10))
    assert spool.release(A, 3) == 50
    spool.close()
    again = Spool(tmp_path, 10**6)
    assert drain(again) == in_order(A, range(4, 10))
    again.close()


def test_leftovers_of_other_sessions_come_first(tmp_path: Path):
    first = Spool(tmp_path, 10**6)
    fill(first, range(1, 5))
    first.release(A, 2)
    first.close()
    second = Spool(tmp_path, 10**6)
    assert second.recovered == 70 and second.events(B) == 0
    fill(second, range(1, 3), session=B)
    assert second.prepend([record(0, B)])
    assert drain(second) == in_order(A, range(3, 5)) + in_order(B, range(3))
    second.release(A, 4)
    second.rewind()
    assert drain(second) == in_order(B, range(3))
    second.release(B, 2)
    second.close()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


@pytest.mark.parametrize("cut", [1, 50, 123, 124, 125])
def test_a_torn_tail_is_cut_off(tmp_path: Path, cut: int):
    spool = Spool(tmp_path, 10**6)
    fill(spool, range(1, 4))
    spool.close()
    (path,) = segments(tmp_path)
    os.truncate(path, path.stat().st_size - cut)
    again = Spool(tmp_path, 10**6)
    whole = 2 if cut <= 124 else 1
    assert again.cut == (whole * -124 - 8 + 3 * 124 + 8 - cut)
    assert drain(again) == in_order(A, range(1, whole + 1))
    again.close()


def test_what_was_changed_is_not_read(tmp_path: Path):
    spool = Spool(tmp_path, 10**6)
    fill(spool, range(1, 4))
    (path,) = segments(tmp_path)
    content = bytearray(path.read_bytes())
    content[-10] ^= 1
    path.write_bytes(content)
    assert [spool.next(), spool.next()] == [record(1), record(2)]
    with pytest.raises(OSError, match="changed by somebody else"):
        spool.next()
    spool.close()
    again = Spool(tmp_path, 10**6)
    assert drain(again) == in_order(A, range(1, 3))
    again.close()


def test_damage_costs_what_is_behind_it_in_its_segment(tmp_path: Path):
    spool = Spool(tmp_path, 80_000)
    fill(spool, range(1, 61), size=1000)
    spool.close()
    first, second, third, *_ = segments(tmp_path)
    lost = range(int(second.stem.partition("-")[2]), int(third.stem.partition("-")[2]))
    assert first.stem.endswith("-00000000000000000001") and len(lost) > 5
    second.write_bytes(bytes(100) + second.read_bytes()[100:])
    again = Spool(tmp_path, 80_000)
    assert drain(again) == [each for each in in_order(A, range(1, 61)) if each[1] not in lost]
    again.close()


def test_files_of_others_are_left_alone(tmp_path: Path):
    (tmp_path / "my-notes.spool").write_text("mine")
    spool = Spool(tmp_path, 10**6)
    assert not spool
    spool.close()
    assert (tmp_path / "my-notes.spool").read_text() == "mine"


def test_one_process_at_a_time(tmp_path: Path):
    spool = Spool(tmp_path, 10**6)
    with pytest.raises(UsageError, match="is in use by another"):
        Spool(tmp_path, 10**6)
    spool.close()
    Spool(tmp_path, 10**6).close()


def test_a_full_disk_costs_only_what_did_not_fit(tmp_path: Path):
    with small_disk(tmp_path / "disk") as disk:
        fill_disk(disk)


def fill_disk(disk: Path) -> None:
    spool = Spool(disk, 10**9)
    fill(spool, range(1, 11), size=5000)
    with pytest.raises(OSError, match=f"No space left on device.*{disk}"):
        fill(spool, range(11, 20), size=5000)
    with pytest.raises(OSError, match="No space left on device"):
        spool.prepend([record(0, size=50_000)])
    sequences = [sequence for _, sequence in drain(spool)]
    assert sequences == list(range(1, sequences[-1] + 1)) and sequences[-1] >= 10
    spool.release(A, sequences[-1])
    fill(spool, range(sequences[-1] + 1, sequences[-1] + 5), size=5000)
    spool.close()
