# SPDX-License-Identifier: MIT
"""Structs as glibc and the kernel's uapi headers lay them out on x86_64, written down apart from our schema."""

from __future__ import annotations

import os
import socket
import struct

from tests.support.arguments import Layout

AF_NETLINK = 16

TIMESPEC = Layout("tv_sec q, tv_nsec q")
TIMEVAL = Layout("tv_sec q, tv_usec q")
ITIMERSPEC = Layout(("it_interval", TIMESPEC), ("it_value", TIMESPEC))
ITIMERVAL = Layout(("it_interval", TIMEVAL), ("it_value", TIMEVAL))
TIMEZONE = Layout("tz_minuteswest i, tz_dsttime i")
TMS = Layout("tms_utime q, tms_stime q, tms_cutime q, tms_cstime q")
UTIMBUF = Layout("actime q, modtime q")

STAT = Layout(
    "st_dev Q, st_ino Q, st_nlink Q, st_mode I, st_uid I, st_gid I, _ I, st_rdev Q, st_size q, st_blksize q",
    "st_blocks q, st_atime Q, st_atime_nsec Q, st_mtime Q, st_mtime_nsec Q, st_ctime Q, st_ctime_nsec Q, _ 3q",
)
STATX_TIMESTAMP = Layout("tv_sec q, tv_nsec I, _ i")
STATX = Layout(
    "stx_mask I, stx_blksize I, stx_attributes Q, stx_nlink I, stx_uid I, stx_gid I, stx_mode H, _ H, stx_ino Q",
    "stx_size Q, stx_blocks Q, stx_attributes_mask Q",
    ("stx_atime", STATX_TIMESTAMP),
    ("stx_btime", STATX_TIMESTAMP),
    ("stx_ctime", STATX_TIMESTAMP),
    ("stx_mtime", STATX_TIMESTAMP),
    "stx_rdev_major I, stx_rdev_minor I, stx_dev_major I, stx_dev_minor I, _ 112s",
)
STATFS = Layout(
    "f_type q, f_bsize q, f_blocks q, f_bfree q, f_bavail q, f_files q, f_ffree q, _ 2i, f_namelen q, f_frsize q",
    "f_flags q, _ 4q",
)
FLOCK = Layout("l_type h, l_whence h, _ I, l_start q, l_len q, l_pid i, _ I")
OPEN_HOW = Layout("flags Q, mode Q, resolve Q")
CACHESTAT_RANGE = Layout("off Q, len Q")
CACHESTAT = Layout("nr_cache Q, nr_dirty Q, nr_writeback Q, nr_evicted Q, nr_recently_evicted Q")
FILE_ATTR = Layout("fa_xflags Q, fa_extsize I, fa_nextents I, fa_projid I, fa_cowextsize I")
XATTR_ARGS = Layout("value Q, size I, flags I")

POLLFD = Layout("fd i, events h, revents h")
IOVEC = Layout("iov_base Q, iov_len Q")
EPOLL_EVENT = Layout("events I, data Q")

RLIMIT = Layout("rlim_cur Q, rlim_max Q")
RUSAGE = Layout(
    ("ru_utime", TIMEVAL),
    ("ru_stime", TIMEVAL),
    "ru_maxrss q, ru_ixrss q, ru_idrss q, ru_isrss q, ru_minflt q, ru_majflt q, ru_nswap q, ru_inblock q",
    "ru_oublock q, ru_msgsnd q, ru_msgrcv q, ru_nsignals q, ru_nvcsw q, ru_nivcsw q",
)
SYSINFO = Layout(
    "uptime q, loads 3Q, totalram Q, freeram Q, sharedram Q, bufferram Q, totalswap Q, freeswap Q, procs H, _ H, _ I",
    "totalhigh Q, freehigh Q, mem_unit I, _ I",
)
UTSNAME = Layout("sysname 65s, nodename 65s, release 65s, version 65s, machine 65s, domainname 65s")
CAP_HEADER = Layout("version I, pid i")
CAP_DATA = Layout("effective I, permitted I, inheritable I")
SCHED_PARAM = Layout("sched_priority i")
SCHED_ATTR = Layout(
    "size I, sched_policy I, sched_flags Q, sched_nice i, sched_priority I, sched_runtime Q, sched_deadline Q",
    "sched_period Q, sched_util_min I, sched_util_max I",
)
CLONE_ARGS = Layout(
    "flags Q, pidfd Q, child_tid Q, parent_tid Q, exit_signal Q, stack Q, stack_size Q, tls Q, set_tid Q",
    "set_tid_size Q, cgroup Q",
)
SIGACTION = Layout("sa_handler Q, sa_flags Q, sa_restorer Q, sa_mask Q")
STACK = Layout("ss_sp Q, ss_flags i, _ I, ss_size Q")

SIGINFO = Layout("si_signo i, si_errno i, si_code i, _ i, _ 112s")
SIGEVENT = Layout("_ Q, sigev_signo i, sigev_notify i, _ 48s")
TIMEX = Layout(
    "modes I, _ I, offset q, freq q, maxerror q, esterror q, status i, _ i, constant q, precision q, tolerance q",
    ("time", TIMEVAL),
    "tick q, _ 112s",
)
RSEQ = Layout("cpu_id_start I, cpu_id I, rseq_cs Q, flags I, _ 12s")
ROBUST_LIST_HEAD = Layout("_ Q, futex_offset q, _ Q")

IPC_PERM = Layout("key I, uid I, gid I, cuid I, cgid I, mode I, seq H, _ H, _ I, _ 2Q")
SHMID_DS = Layout(
    ("shm_perm", IPC_PERM),
    "shm_segsz Q, shm_atime q, shm_dtime q, shm_ctime q, shm_cpid i, shm_lpid i, shm_nattch Q, _ 2Q",
)
SEMID_DS = Layout(("sem_perm", IPC_PERM), "sem_otime q, _ Q, sem_ctime q, _ Q, sem_nsems Q, _ 2Q")
MSQID_DS = Layout(
    ("msg_perm", IPC_PERM),
    "msg_stime q, msg_rtime q, msg_ctime q, msg_cbytes Q, msg_qnum Q, msg_qbytes Q, msg_lspid i, msg_lrpid i, _ 2Q",
)
SEMBUF = Layout("sem_num H, sem_op h, sem_flg h")
MQ_ATTR = Layout("mq_flags q, mq_maxmsg q, mq_msgsize q, mq_curmsgs q, _ 4q")
IO_EVENT = Layout("data Q, obj Q, res q, res2 q")
FUTEX_WAITV = Layout("val Q, uaddr Q, flags I, _ I")

MOUNT_ATTR = Layout("attr_set Q, attr_clr Q, propagation Q, userns_fd Q")
SOCK_FPROG = Layout("len H, _ 6s, filter Q")
WINSIZE = Layout("ws_row H, ws_col H, ws_xpixel H, ws_ypixel H")
OWNER = Layout("type i, pid i")


def decode_dirents(content: bytes) -> list[object]:
    """getdents(2): struct linux_dirent64."""
    entries: list[object] = []
    while content:
        inode, offset, length, kind = struct.unpack_from("<QqHB", content)
        name = os.fsdecode(content[19:length].partition(b"\0")[0])
        entries.append({"d_ino": inode, "d_off": offset, "d_reclen": length, "d_type": kind, "d_name": name})
        content = content[length:]
    return entries


def sockaddr_un(path: bytes) -> bytes:
    return struct.pack("<H", socket.AF_UNIX) + path + b"\0"


def sockaddr_in(address: str, port: int) -> bytes:
    return struct.pack("<H", socket.AF_INET) + struct.pack(">H", port) + socket.inet_aton(address) + bytes(8)


def sockaddr_in6(address: str, port: int) -> bytes:
    packed = socket.inet_pton(socket.AF_INET6, address)
    return struct.pack("<H", socket.AF_INET6) + struct.pack(">HI", port, 0) + packed + bytes(4)


def decode_sockaddr(content: bytes) -> dict[str, object]:
    """An event's value of a socket's address, by its family."""
    [family] = struct.unpack_from("<H", content)
    if family == socket.AF_INET:
        [port] = struct.unpack_from(">H", content, 2)
        return {"sin_family": family, "sin_port": port, "sin_addr": socket.inet_ntoa(content[4:8])}
    if family == socket.AF_INET6:
        [port] = struct.unpack_from(">H", content, 2)
        address = socket.inet_ntop(socket.AF_INET6, content[8:24])
        return {"sin6_family": family, "sin6_port": port, "sin6_addr": address}
    if family == socket.AF_UNIX:
        return {"sun_family": family, "sun_path": content[2:].partition(b"\0")[0].decode()}
    if family == AF_NETLINK:
        pid, groups = struct.unpack_from("<II", content, 4)
        return {"nl_family": family, "nl_pid": pid, "nl_groups": groups}
    return {"sa_family": family}
