# SPDX-License-Identifier: MIT
"""Spends so many seconds of CPU time in functions whose names are known, in a thread, and three times as many there."""

import sys
import threading
import time


def spin(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(100))


class Spinner:
    def once(self, seconds: float) -> None:
        spin(seconds)

    def größer(self, seconds: float) -> None:
        spin(3 * seconds)


def work(seconds: float) -> None:
    Spinner().once(seconds)
    Spinner().größer(seconds)


others = [threading.Thread(target=threading.Event().wait, args=(60,), daemon=True) for _ in range(5)]
for each in others:
    each.start()
thread = threading.Thread(target=work, args=(float(sys.argv[1]),))
thread.start()
thread.join()
