# SPDX-License-Identifier: MIT
"""Writes what the fuzz targets begin with, from recordings of real events: seeds.py DIRECTORY."""

from __future__ import annotations

import shutil
import struct
import sys
from pathlib import Path

from traceleft._core import BatchCompressor
from traceleft.recording import Recording

RECORDINGS = Path(__file__).resolve().parents[2] / "unit" / "recordings"
LONGEST = 4096
"""Bytes of an input."""


def main(directory: Path) -> None:
    shutil.rmtree(directory, ignore_errors=True)
    events, recordings = directory / "fuzz_event_view", directory / "fuzz_recording"
    events.mkdir(parents=True)
    recordings.mkdir()
    for path in sorted(RECORDINGS.glob("*.record")):
        with Recording(path) as recording:
            for number, batch in enumerate(recording.batches()):
                frame = BatchCompressor().compress(batch)
                (recordings / f"{path.stem}-{number}-frame").write_bytes((b"\0" + frame)[:LONGEST])
                for event in {(each.syscall, each.error): each.raw for each in batch}.values():
                    name = f"{path.stem}-{hash_of(event)}"
                    (events / name).write_bytes(event[:LONGEST])
                    body = struct.pack("<qiI", 10**18, 3600, 1) + struct.pack("<I", len(event)) + event
                    (recordings / f"{name}-open").write_bytes((b"\1" + body)[:LONGEST])
                    (recordings / f"{name}-schema").write_bytes((b"\2" + event[176:])[:LONGEST])


def hash_of(data: bytes) -> str:
    import zlib

    return f"{zlib.crc32(data):08x}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
