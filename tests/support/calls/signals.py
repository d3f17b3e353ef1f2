# SPDX-License-Identifier: MIT
"""Signals, timers, clocks and futexes."""

from __future__ import annotations

import signal
import struct
import time

from tests.support.arguments import NULL, array, array_both, array_out, changed, filled, given, structs
from tests.support.caller import Caller
from tests.support.calls.layouts import (
    FUTEX_WAITV,
    ITIMERSPEC,
    ITIMERVAL,
    ROBUST_LIST_HEAD,
    RSEQ,
    SIGACTION,
    SIGEVENT,
    SIGINFO,
    STACK,
    TIMESPEC,
    TIMEVAL,
    TIMEX,
    TIMEZONE,
)

NO_PID = 2**22 + 1
ERESTARTNOHAND = -514
"""The kernel's own result of calls that signals interrupt; the caller gets -EINTR."""
SIG_BLOCK, SIG_UNBLOCK = 0, 1
SIGUSR1_BIT = 1 << (signal.SIGUSR1 - 1)
CLOCK_MONOTONIC = 1
NO_CLOCK = 99


def signals(caller: Caller) -> None:
    call = caller.call
    pid = caller.pid
    action = SIGACTION.pack(1, 0x10000000, 0, SIGUSR1_BIT)  # SIG_IGN, SA_RESTART
    call("rt_sigaction", signal.SIGUSR2, given(action, SIGACTION), filled(SIGACTION), 8, ret=0)
    call("rt_sigaction", signal.SIGKILL, given(action, SIGACTION), filled(SIGACTION), 8, error="EINVAL")
    call("rt_sigprocmask", SIG_BLOCK, array("Q", SIGUSR1_BIT), array_out("Q"), 8, ret=0)
    call("rt_sigprocmask", 77, array("Q", SIGUSR1_BIT), array_out("Q"), 8, error="EINVAL")
    call("kill", pid, signal.SIGUSR1, ret=0)
    call("rt_sigpending", array_out("Q"), 8, ret=0)
    wanted, soon = array("Q", SIGUSR1_BIT), given(TIMESPEC.pack(0, 1), TIMESPEC)
    call("rt_sigtimedwait", wanted, filled(SIGINFO), soon, 8, bad=(), ret=signal.SIGUSR1)
    not_null = ("minus one", "unmapped", "kernel", "cut", "edge")  # it would wait for ever
    call("rt_sigtimedwait", wanted, filled(SIGINFO), soon, 8, bad=not_null, error="EAGAIN")
    call("kill", pid, signal.SIGUSR1, ret=0)
    call("rt_sigsuspend", array("Q", 0), 8, kernel_ret=ERESTARTNOHAND, also=["rt_sigreturn"], bad=())
    call("rt_sigsuspend", array("Q", 0), 7, error="EINVAL")
    call("rt_sigprocmask", SIG_UNBLOCK, array("Q", SIGUSR1_BIT), array_out("Q"), 8, ret=0)
    call("kill", pid, signal.SIGUSR1, ret=0, also=["rt_sigreturn"])
    call("kill", NO_PID, 0, error="ESRCH")
    call("tkill", pid, signal.SIGUSR1, ret=0, also=["rt_sigreturn"])
    call("tgkill", pid, pid, 0, ret=0)
    call("tgkill", pid, NO_PID, signal.SIGUSR1, error="ESRCH")
    queued = given(SIGINFO.pack(signal.SIGUSR1, 0, -1), SIGINFO)  # SI_QUEUE
    call("rt_sigqueueinfo", pid, signal.SIGUSR1, queued, ret=0, also=["rt_sigreturn"])
    call("rt_tgsigqueueinfo", pid, pid, signal.SIGUSR1, queued, ret=0, also=["rt_sigreturn"])
    pidfd = call("pidfd_open", pid, 0)
    call("pidfd_send_signal", pidfd, signal.SIGUSR1, queued, 0, also=["rt_sigreturn"])
    with caller.alone():
        call("sigaltstack", given(STACK.pack(caller.put(bytes(8192)), 0, 8192), STACK), filled(STACK), ret=0)
    call("sigaltstack", given(STACK.pack(0, 0, 1), STACK), filled(STACK), error="ENOMEM")
    with caller.alone():
        period = ITIMERVAL.pack(TIMEVAL.pack(0, 20000), TIMEVAL.pack(0, 20000))
        call("setitimer", 0, given(period, ITIMERVAL), NULL, bad=(), ret=0)
        call("pause", kernel_ret=ERESTARTNOHAND, also=["rt_sigreturn"])
    call("restart_syscall", error="EINTR")
    fd = call("signalfd", -1, array("Q", SIGUSR1_BIT), 8)
    call("signalfd4", fd, array("Q", SIGUSR1_BIT), 8, 0)
    call("signalfd4", -1, array("Q", SIGUSR1_BIT), 7, 0, error="EINVAL")


def clocks(caller: Caller) -> None:
    call = caller.call
    call("time", array_out("q"))
    call("gettimeofday", filled(TIMEVAL), filled(TIMEZONE), ret=0)
    call("clock_gettime", CLOCK_MONOTONIC, filled(TIMESPEC), ret=0)
    call("clock_gettime", NO_CLOCK, filled(TIMESPEC), error="EINVAL")
    call("clock_getres", CLOCK_MONOTONIC, filled(TIMESPEC), ret=0)
    call("clock_settime", CLOCK_MONOTONIC, given(TIMESPEC.pack(1, 2), TIMESPEC), error="EINVAL")
    call("adjtimex", changed(TIMEX.pack(), TIMEX))
    call("clock_adjtime", 0, changed(TIMEX.pack(), TIMEX))
    call("clock_adjtime", CLOCK_MONOTONIC, changed(TIMEX.pack(), TIMEX))
    call("nanosleep", given(TIMESPEC.pack(0, 1), TIMESPEC), NULL, ret=0)
    call("nanosleep", given(TIMESPEC.pack(0, 2 * 10**9), TIMESPEC), NULL, error="EINVAL")
    call("clock_nanosleep", CLOCK_MONOTONIC, 0, given(TIMESPEC.pack(0, 1), TIMESPEC), NULL, ret=0)
    call("clock_nanosleep", NO_CLOCK, 0, given(TIMESPEC.pack(0, 1), TIMESPEC), NULL, error="EINVAL")
    call("getitimer", 0, filled(ITIMERVAL), ret=0)
    call("getitimer", 9, filled(ITIMERVAL), error="EINVAL")
    with caller.alone():
        far = ITIMERVAL.pack(TIMEVAL.pack(50, 5), TIMEVAL.pack(1000, 10))
        call("setitimer", 0, given(far, ITIMERVAL), filled(ITIMERVAL), ret=0)
        call("alarm", 1000)
        call("alarm", 0)
    event = given(SIGEVENT.pack(0, 1), SIGEVENT)  # SIGEV_NONE
    timer = caller.keep(array_out("i"))
    call("timer_create", CLOCK_MONOTONIC, event, timer, ret=0)
    call("timer_create", NO_CLOCK, event, array_out("i"), error="EINVAL")
    [number] = caller.values(timer)
    far = ITIMERSPEC.pack(TIMESPEC.pack(60, 7), TIMESPEC.pack(1000, 10))
    call("timer_settime", number, 0, given(far, ITIMERSPEC), filled(ITIMERSPEC), ret=0)
    call("timer_gettime", number, filled(ITIMERSPEC), ret=0)
    call("timer_getoverrun", number, ret=0)
    call("timer_delete", number, ret=0)
    call("timer_delete", 12345, error="EINVAL")
    fd = call("timerfd_create", CLOCK_MONOTONIC, 0)
    call("timerfd_settime", fd, 0, given(far, ITIMERSPEC), filled(ITIMERSPEC), ret=0)
    call("timerfd_gettime", fd, filled(ITIMERSPEC), ret=0)
    call("timerfd_gettime", 9999, filled(ITIMERSPEC), error="EBADF")


def futexes(caller: Caller) -> None:
    call = caller.call
    limit = given(TIMESPEC.pack(0, 1), TIMESPEC)
    call("futex", array_both("I", 5), 0, 6, limit, 0, 0, error="EAGAIN")
    call("futex", array_both("I", 5), 1, 1, 0, 0, 0, ret=0)
    call("futex", array_both("I", 5), 4, 1, 1, array_both("I", 7), 5, ret=0)
    waiter = FUTEX_WAITV.pack(5, caller.put(struct.pack("<I", 6)), 2)
    passed = time.monotonic_ns()
    until = given(TIMESPEC.pack(*divmod(passed, 10**9)), TIMESPEC)
    call("futex_waitv", structs(FUTEX_WAITV, waiter), 1, 0, until, CLOCK_MONOTONIC)
    call("futex_wait", array_both("I", 5), 6, 0xFFFFFFFF, 2, until, CLOCK_MONOTONIC)
    call("futex_wake", array_both("I", 5), 0xFFFFFFFF, 1, 2)
    call("futex_requeue", structs(FUTEX_WAITV, waiter, waiter), 0, 1, 1)
    call("rseq", changed(RSEQ.pack(), RSEQ), 32, 1 << 20, 0)
    call("rseq_slice_yield")
    call("set_robust_list", given(ROBUST_LIST_HEAD.pack(), ROBUST_LIST_HEAD), 24, ret=0)


FAMILIES = (signals, clocks, futexes)
