# SPDX-License-Identifier: MIT
"""Calls that several threads of this process are in at once."""

from __future__ import annotations

import ctypes
import threading


def sleepers(count: int) -> set[int]:
    """Threads that sleep at once, the first for longest. Returns their ids when all have ended."""
    ready = threading.Barrier(count)
    ids: set[int] = set()
    usleep = ctypes.CDLL(None).usleep

    def sleep(place: int) -> None:
        ids.add(threading.get_native_id())
        ready.wait()
        usleep(10_000 * (count - place))

    threads = [threading.Thread(target=sleep, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ids
