from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EventBatch(_message.Message):
    __slots__ = ("host", "boot_id", "machine", "kernel", "session", "sequence", "realtime_offset", "utc_offset", "count", "dropped_before", "events")
    HOST_FIELD_NUMBER: _ClassVar[int]
    BOOT_ID_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    KERNEL_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    REALTIME_OFFSET_FIELD_NUMBER: _ClassVar[int]
    UTC_OFFSET_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    DROPPED_BEFORE_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    host: str
    boot_id: str
    machine: str
    kernel: str
    session: bytes
    sequence: int
    realtime_offset: int
    utc_offset: int
    count: int
    dropped_before: int
    events: _containers.RepeatedCompositeFieldContainer[Event]
    def __init__(self, host: _Optional[str] = ..., boot_id: _Optional[str] = ..., machine: _Optional[str] = ..., kernel: _Optional[str] = ..., session: _Optional[bytes] = ..., sequence: _Optional[int] = ..., realtime_offset: _Optional[int] = ..., utc_offset: _Optional[int] = ..., count: _Optional[int] = ..., dropped_before: _Optional[int] = ..., events: _Optional[_Iterable[_Union[Event, _Mapping]]] = ...) -> None: ...

class Acknowledgement(_message.Message):
    __slots__ = ("session", "sequence", "batches", "events")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    BATCHES_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    session: bytes
    sequence: int
    batches: int
    events: int
    def __init__(self, session: _Optional[bytes] = ..., sequence: _Optional[int] = ..., batches: _Optional[int] = ..., events: _Optional[int] = ...) -> None: ...

class Event(_message.Message):
    __slots__ = ("timestamp", "pid", "ret", "syscall", "tid", "cpu", "uid", "gid", "cgroup_id", "duration", "comm", "nr", "is_entry", "program_id", "foreign", "extra", "truncated", "more_args", "ns_pid", "ns_tid", "pid_namespace", "wall_time", "syscall_bytes", "stopped_by_seccomp", "unfinished", "late", "abi", "files", "resolved_path", "path_mismatch", "source_fields", "faults", "unfilled", "pids", "ustack", "kstack", "read", "write", "open", "close", "stat", "fstat", "lstat", "poll", "lseek", "mmap", "mprotect", "munmap", "brk", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "ioctl", "pread64", "pwrite64", "readv", "writev", "access", "pipe", "select", "sched_yield", "mremap", "msync", "mincore", "madvise", "shmget", "shmat", "shmctl", "dup", "dup2", "pause", "nanosleep", "getitimer", "alarm", "setitimer", "getpid", "sendfile", "socket", "connect", "accept", "sendto", "recvfrom", "sendmsg", "recvmsg", "shutdown", "bind", "listen", "getsockname", "getpeername", "socketpair", "setsockopt", "getsockopt", "clone", "fork", "vfork", "execve", "exit", "wait4", "kill", "uname", "semget", "semop", "semctl", "shmdt", "msgget", "msgsnd", "msgrcv", "msgctl", "fcntl", "flock", "fsync", "fdatasync", "truncate", "ftruncate", "getdents", "getcwd", "chdir", "fchdir", "rename", "mkdir", "rmdir", "creat", "link", "unlink", "symlink", "readlink", "chmod", "fchmod", "chown", "fchown", "lchown", "umask", "gettimeofday", "getrlimit", "getrusage", "sysinfo", "times", "ptrace", "getuid", "syslog", "getgid", "setuid", "setgid", "geteuid", "getegid", "setpgid", "getppid", "getpgrp", "setsid", "setreuid", "setregid", "getgroups", "setgroups", "setresuid", "getresuid", "setresgid", "getresgid", "getpgid", "setfsuid", "setfsgid", "getsid", "capget", "capset", "rt_sigpending", "rt_sigtimedwait", "rt_sigqueueinfo", "rt_sigsuspend", "sigaltstack", "utime", "mknod", "uselib", "personality", "ustat", "statfs", "fstatfs", "sysfs", "getpriority", "setpriority", "sched_setparam", "sched_getparam", "sched_setscheduler", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "sched_rr_get_interval", "mlock", "munlock", "mlockall", "munlockall", "vhangup", "modify_ldt", "pivot_root", "sysctl", "prctl", "arch_prctl", "adjtimex", "setrlimit", "chroot", "sync", "acct", "settimeofday", "mount", "umount2", "swapon", "swapoff", "reboot", "sethostname", "setdomainname", "iopl", "ioperm", "create_module", "init_module", "delete_module", "get_kernel_syms", "query_module", "quotactl", "nfsservctl", "getpmsg", "putpmsg", "afs_syscall", "tuxcall", "security", "gettid", "readahead", "setxattr", "lsetxattr", "fsetxattr", "getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr", "removexattr", "lremovexattr", "fremovexattr", "tkill", "time", "futex", "sched_setaffinity", "sched_getaffinity", "set_thread_area", "io_setup", "io_destroy", "io_getevents", "io_submit", "io_cancel", "get_thread_area", "lookup_dcookie", "epoll_create", "epoll_ctl_old", "epoll_wait_old", "remap_file_pages", "getdents64", "set_tid_address", "restart_syscall", "semtimedop", "fadvise64", "timer_create", "timer_settime", "timer_gettime", "timer_getoverrun", "timer_delete", "clock_settime", "clock_gettime", "clock_getres", "clock_nanosleep", "exit_group", "epoll_wait", "epoll_ctl", "tgkill", "utimes", "vserver", "mbind", "set_mempolicy", "get_mempolicy", "mq_open", "mq_unlink", "mq_timedsend", "mq_timedreceive", "mq_notify", "mq_getsetattr", "kexec_load", "waitid", "add_key", "request_key", "keyctl", "ioprio_set", "ioprio_get", "inotify_init", "inotify_add_watch", "inotify_rm_watch", "migrate_pages", "openat", "mkdirat", "mknodat", "fchownat", "futimesat", "newfstatat", "unlinkat", "renameat", "linkat", "symlinkat", "readlinkat", "fchmodat", "faccessat", "pselect6", "ppoll", "unshare", "set_robust_list", "get_robust_list", "splice", "tee", "sync_file_range", "vmsplice", "move_pages", "utimensat", "epoll_pwait", "signalfd", "timerfd_create", "eventfd", "fallocate", "timerfd_settime", "timerfd_gettime", "accept4", "signalfd4", "eventfd2", "epoll_create1", "dup3", "pipe2", "inotify_init1", "preadv", "pwritev", "rt_tgsigqueueinfo", "perf_event_open", "recvmmsg", "fanotify_init", "fanotify_mark", "prlimit64", "name_to_handle_at", "open_by_handle_at", "clock_adjtime", "syncfs", "sendmmsg", "setns", "getcpu", "process_vm_readv", "process_vm_writev", "kcmp", "finit_module", "sched_setattr", "sched_getattr", "renameat2", "seccomp", "getrandom", "memfd_create", "kexec_file_load", "bpf", "execveat", "userfaultfd", "membarrier", "mlock2", "copy_file_range", "preadv2", "pwritev2", "pkey_mprotect", "pkey_alloc", "pkey_free", "statx", "io_pgetevents", "rseq", "uretprobe", "uprobe", "pidfd_send_signal", "io_uring_setup", "io_uring_enter", "io_uring_register", "open_tree", "move_mount", "fsopen", "fsconfig", "fsmount", "fspick", "pidfd_open", "clone3", "close_range", "openat2", "pidfd_getfd", "faccessat2", "process_madvise", "epoll_pwait2", "mount_setattr", "quotactl_fd", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "memfd_secret", "process_mrelease", "futex_waitv", "set_mempolicy_home_node", "cachestat", "fchmodat2", "map_shadow_stack", "futex_wake", "futex_wait", "futex_requeue", "statmount", "listmount", "lsm_get_self_attr", "lsm_set_self_attr", "lsm_list_modules", "mseal", "setxattrat", "getxattrat", "listxattrat", "removexattrat", "open_tree_attr", "file_getattr", "file_setattr", "listns", "rseq_slice_yield", "waitpid", "oldstat", "umount", "stime", "oldfstat", "stty", "gtty", "nice", "ftime", "prof", "signal", "lock", "mpx", "ulimit", "oldolduname", "sigaction", "sgetmask", "ssetmask", "sigsuspend", "sigpending", "old_select", "oldlstat", "readdir", "old_mmap", "profil", "socketcall", "olduname", "idle", "vm86old", "ipc", "sigreturn", "sigprocmask", "bdflush", "llseek", "newselect", "vm86", "ugetrlimit", "mmap2", "truncate64", "ftruncate64", "stat64", "lstat64", "fstat64", "lchown32", "getuid32", "getgid32", "geteuid32", "getegid32", "setreuid32", "setregid32", "getgroups32", "setgroups32", "fchown32", "setresuid32", "getresuid32", "setresgid32", "getresgid32", "chown32", "setuid32", "setgid32", "setfsuid32", "setfsgid32", "fcntl64", "sendfile64", "statfs64", "fstatfs64", "fadvise64_64", "fstatat64", "clock_gettime64", "clock_settime64", "clock_adjtime64", "clock_getres_time64", "clock_nanosleep_time64", "timer_gettime64", "timer_settime64", "timerfd_gettime64", "timerfd_settime64", "utimensat_time64", "pselect6_time64", "ppoll_time64", "io_pgetevents_time64", "recvmmsg_time64", "mq_timedsend_time64", "mq_timedreceive_time64", "semtimedop_time64", "rt_sigtimedwait_time64", "futex_time64", "sched_rr_get_interval_time64")
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    PID_FIELD_NUMBER: _ClassVar[int]
    RET_FIELD_NUMBER: _ClassVar[int]
    SYSCALL_FIELD_NUMBER: _ClassVar[int]
    TID_FIELD_NUMBER: _ClassVar[int]
    CPU_FIELD_NUMBER: _ClassVar[int]
    UID_FIELD_NUMBER: _ClassVar[int]
    GID_FIELD_NUMBER: _ClassVar[int]
    CGROUP_ID_FIELD_NUMBER: _ClassVar[int]
    DURATION_FIELD_NUMBER: _ClassVar[int]
    COMM_FIELD_NUMBER: _ClassVar[int]
    NR_FIELD_NUMBER: _ClassVar[int]
    IS_ENTRY_FIELD_NUMBER: _ClassVar[int]
    PROGRAM_ID_FIELD_NUMBER: _ClassVar[int]
    FOREIGN_FIELD_NUMBER: _ClassVar[int]
    EXTRA_FIELD_NUMBER: _ClassVar[int]
    TRUNCATED_FIELD_NUMBER: _ClassVar[int]
    MORE_ARGS_FIELD_NUMBER: _ClassVar[int]
    NS_PID_FIELD_NUMBER: _ClassVar[int]
    NS_TID_FIELD_NUMBER: _ClassVar[int]
    PID_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    WALL_TIME_FIELD_NUMBER: _ClassVar[int]
    SYSCALL_BYTES_FIELD_NUMBER: _ClassVar[int]
    STOPPED_BY_SECCOMP_FIELD_NUMBER: _ClassVar[int]
    UNFINISHED_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    ABI_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    RESOLVED_PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_MISMATCH_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELDS_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    UNFILLED_FIELD_NUMBER: _ClassVar[int]
    PIDS_FIELD_NUMBER: _ClassVar[int]
    USTACK_FIELD_NUMBER: _ClassVar[int]
    KSTACK_FIELD_NUMBER: _ClassVar[int]
    READ_FIELD_NUMBER: _ClassVar[int]
    WRITE_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    CLOSE_FIELD_NUMBER: _ClassVar[int]
    STAT_FIELD_NUMBER: _ClassVar[int]
    FSTAT_FIELD_NUMBER: _ClassVar[int]
    LSTAT_FIELD_NUMBER: _ClassVar[int]
    POLL_FIELD_NUMBER: _ClassVar[int]
    LSEEK_FIELD_NUMBER: _ClassVar[int]
    MMAP_FIELD_NUMBER: _ClassVar[int]
    MPROTECT_FIELD_NUMBER: _ClassVar[int]
    MUNMAP_FIELD_NUMBER: _ClassVar[int]
    BRK_FIELD_NUMBER: _ClassVar[int]
    RT_SIGACTION_FIELD_NUMBER: _ClassVar[int]
    RT_SIGPROCMASK_FIELD_NUMBER: _ClassVar[int]
    RT_SIGRETURN_FIELD_NUMBER: _ClassVar[int]
    IOCTL_FIELD_NUMBER: _ClassVar[int]
    PREAD64_FIELD_NUMBER: _ClassVar[int]
    PWRITE64_FIELD_NUMBER: _ClassVar[int]
    READV_FIELD_NUMBER: _ClassVar[int]
    WRITEV_FIELD_NUMBER: _ClassVar[int]
    ACCESS_FIELD_NUMBER: _ClassVar[int]
    PIPE_FIELD_NUMBER: _ClassVar[int]
    SELECT_FIELD_NUMBER: _ClassVar[int]
    SCHED_YIELD_FIELD_NUMBER: _ClassVar[int]
    MREMAP_FIELD_NUMBER: _ClassVar[int]
    MSYNC_FIELD_NUMBER: _ClassVar[int]
    MINCORE_FIELD_NUMBER: _ClassVar[int]
    MADVISE_FIELD_NUMBER: _ClassVar[int]
    SHMGET_FIELD_NUMBER: _ClassVar[int]
    SHMAT_FIELD_NUMBER: _ClassVar[int]
    SHMCTL_FIELD_NUMBER: _ClassVar[int]
    DUP_FIELD_NUMBER: _ClassVar[int]
    DUP2_FIELD_NUMBER: _ClassVar[int]
    PAUSE_FIELD_NUMBER: _ClassVar[int]
    NANOSLEEP_FIELD_NUMBER: _ClassVar[int]
    GETITIMER_FIELD_NUMBER: _ClassVar[int]
    ALARM_FIELD_NUMBER: _ClassVar[int]
    SETITIMER_FIELD_NUMBER: _ClassVar[int]
    GETPID_FIELD_NUMBER: _ClassVar[int]
    SENDFILE_FIELD_NUMBER: _ClassVar[int]
    SOCKET_FIELD_NUMBER: _ClassVar[int]
    CONNECT_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_FIELD_NUMBER: _ClassVar[int]
    SENDTO_FIELD_NUMBER: _ClassVar[int]
    RECVFROM_FIELD_NUMBER: _ClassVar[int]
    SENDMSG_FIELD_NUMBER: _ClassVar[int]
    RECVMSG_FIELD_NUMBER: _ClassVar[int]
    SHUTDOWN_FIELD_NUMBER: _ClassVar[int]
    BIND_FIELD_NUMBER: _ClassVar[int]
    LISTEN_FIELD_NUMBER: _ClassVar[int]
    GETSOCKNAME_FIELD_NUMBER: _ClassVar[int]
    GETPEERNAME_FIELD_NUMBER: _ClassVar[int]
    SOCKETPAIR_FIELD_NUMBER: _ClassVar[int]
    SETSOCKOPT_FIELD_NUMBER: _ClassVar[int]
    GETSOCKOPT_FIELD_NUMBER: _ClassVar[int]
    CLONE_FIELD_NUMBER: _ClassVar[int]
    FORK_FIELD_NUMBER: _ClassVar[int]
    VFORK_FIELD_NUMBER: _ClassVar[int]
    EXECVE_FIELD_NUMBER: _ClassVar[int]
    EXIT_FIELD_NUMBER: _ClassVar[int]
    WAIT4_FIELD_NUMBER: _ClassVar[int]
    KILL_FIELD_NUMBER: _ClassVar[int]
    UNAME_FIELD_NUMBER: _ClassVar[int]
    SEMGET_FIELD_NUMBER: _ClassVar[int]
    SEMOP_FIELD_NUMBER: _ClassVar[int]
    SEMCTL_FIELD_NUMBER: _ClassVar[int]
    SHMDT_FIELD_NUMBER: _ClassVar[int]
    MSGGET_FIELD_NUMBER: _ClassVar[int]
    MSGSND_FIELD_NUMBER: _ClassVar[int]
    MSGRCV_FIELD_NUMBER: _ClassVar[int]
    MSGCTL_FIELD_NUMBER: _ClassVar[int]
    FCNTL_FIELD_NUMBER: _ClassVar[int]
    FLOCK_FIELD_NUMBER: _ClassVar[int]
    FSYNC_FIELD_NUMBER: _ClassVar[int]
    FDATASYNC_FIELD_NUMBER: _ClassVar[int]
    TRUNCATE_FIELD_NUMBER: _ClassVar[int]
    FTRUNCATE_FIELD_NUMBER: _ClassVar[int]
    GETDENTS_FIELD_NUMBER: _ClassVar[int]
    GETCWD_FIELD_NUMBER: _ClassVar[int]
    CHDIR_FIELD_NUMBER: _ClassVar[int]
    FCHDIR_FIELD_NUMBER: _ClassVar[int]
    RENAME_FIELD_NUMBER: _ClassVar[int]
    MKDIR_FIELD_NUMBER: _ClassVar[int]
    RMDIR_FIELD_NUMBER: _ClassVar[int]
    CREAT_FIELD_NUMBER: _ClassVar[int]
    LINK_FIELD_NUMBER: _ClassVar[int]
    UNLINK_FIELD_NUMBER: _ClassVar[int]
    SYMLINK_FIELD_NUMBER: _ClassVar[int]
    READLINK_FIELD_NUMBER: _ClassVar[int]
    CHMOD_FIELD_NUMBER: _ClassVar[int]
    FCHMOD_FIELD_NUMBER: _ClassVar[int]
    CHOWN_FIELD_NUMBER: _ClassVar[int]
    FCHOWN_FIELD_NUMBER: _ClassVar[int]
    LCHOWN_FIELD_NUMBER: _ClassVar[int]
    UMASK_FIELD_NUMBER: _ClassVar[int]
    GETTIMEOFDAY_FIELD_NUMBER: _ClassVar[int]
    GETRLIMIT_FIELD_NUMBER: _ClassVar[int]
    GETRUSAGE_FIELD_NUMBER: _ClassVar[int]
    SYSINFO_FIELD_NUMBER: _ClassVar[int]
    TIMES_FIELD_NUMBER: _ClassVar[int]
    PTRACE_FIELD_NUMBER: _ClassVar[int]
    GETUID_FIELD_NUMBER: _ClassVar[int]
    SYSLOG_FIELD_NUMBER: _ClassVar[int]
    GETGID_FIELD_NUMBER: _ClassVar[int]
    SETUID_FIELD_NUMBER: _ClassVar[int]
    SETGID_FIELD_NUMBER: _ClassVar[int]
    GETEUID_FIELD_NUMBER: _ClassVar[int]
    GETEGID_FIELD_NUMBER: _ClassVar[int]
    SETPGID_FIELD_NUMBER: _ClassVar[int]
    GETPPID_FIELD_NUMBER: _ClassVar[int]
    GETPGRP_FIELD_NUMBER: _ClassVar[int]
    SETSID_FIELD_NUMBER: _ClassVar[int]
    SETREUID_FIELD_NUMBER: _ClassVar[int]
    SETREGID_FIELD_NUMBER: _ClassVar[int]
    GETGROUPS_FIELD_NUMBER: _ClassVar[int]
    SETGROUPS_FIELD_NUMBER: _ClassVar[int]
    SETRESUID_FIELD_NUMBER: _ClassVar[int]
    GETRESUID_FIELD_NUMBER: _ClassVar[int]
    SETRESGID_FIELD_NUMBER: _ClassVar[int]
    GETRESGID_FIELD_NUMBER: _ClassVar[int]
    GETPGID_FIELD_NUMBER: _ClassVar[int]
    SETFSUID_FIELD_NUMBER: _ClassVar[int]
    SETFSGID_FIELD_NUMBER: _ClassVar[int]
    GETSID_FIELD_NUMBER: _ClassVar[int]
    CAPGET_FIELD_NUMBER: _ClassVar[int]
    CAPSET_FIELD_NUMBER: _ClassVar[int]
    RT_SIGPENDING_FIELD_NUMBER: _ClassVar[int]
    RT_SIGTIMEDWAIT_FIELD_NUMBER: _ClassVar[int]
    RT_SIGQUEUEINFO_FIELD_NUMBER: _ClassVar[int]
    RT_SIGSUSPEND_FIELD_NUMBER: _ClassVar[int]
    SIGALTSTACK_FIELD_NUMBER: _ClassVar[int]
    UTIME_FIELD_NUMBER: _ClassVar[int]
    MKNOD_FIELD_NUMBER: _ClassVar[int]
    USELIB_FIELD_NUMBER: _ClassVar[int]
    PERSONALITY_FIELD_NUMBER: _ClassVar[int]
    USTAT_FIELD_NUMBER: _ClassVar[int]
    STATFS_FIELD_NUMBER: _ClassVar[int]
    FSTATFS_FIELD_NUMBER: _ClassVar[int]
    SYSFS_FIELD_NUMBER: _ClassVar[int]
    GETPRIORITY_FIELD_NUMBER: _ClassVar[int]
    SETPRIORITY_FIELD_NUMBER: _ClassVar[int]
    SCHED_SETPARAM_FIELD_NUMBER: _ClassVar[int]
    SCHED_GETPARAM_FIELD_NUMBER: _ClassVar[int]
    SCHED_SETSCHEDULER_FIELD_NUMBER: _ClassVar[int]
    SCHED_GETSCHEDULER_FIELD_NUMBER: _ClassVar[int]
    SCHED_GET_PRIORITY_MAX_FIELD_NUMBER: _ClassVar[int]
    SCHED_GET_PRIORITY_MIN_FIELD_NUMBER: _ClassVar[int]
    SCHED_RR_GET_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    MLOCK_FIELD_NUMBER: _ClassVar[int]
    MUNLOCK_FIELD_NUMBER: _ClassVar[int]
    MLOCKALL_FIELD_NUMBER: _ClassVar[int]
    MUNLOCKALL_FIELD_NUMBER: _ClassVar[int]
    VHANGUP_FIELD_NUMBER: _ClassVar[int]
    MODIFY_LDT_FIELD_NUMBER: _ClassVar[int]
    PIVOT_ROOT_FIELD_NUMBER: _ClassVar[int]
    SYSCTL_FIELD_NUMBER: _ClassVar[int]
    PRCTL_FIELD_NUMBER: _ClassVar[int]
    ARCH_PRCTL_FIELD_NUMBER: _ClassVar[int]
    ADJTIMEX_FIELD_NUMBER: _ClassVar[int]
    SETRLIMIT_FIELD_NUMBER: _ClassVar[int]
    CHROOT_FIELD_NUMBER: _ClassVar[int]
    SYNC_FIELD_NUMBER: _ClassVar[int]
    ACCT_FIELD_NUMBER: _ClassVar[int]
    SETTIMEOFDAY_FIELD_NUMBER: _ClassVar[int]
    MOUNT_FIELD_NUMBER: _ClassVar[int]
    UMOUNT2_FIELD_NUMBER: _ClassVar[int]
    SWAPON_FIELD_NUMBER: _ClassVar[int]
    SWAPOFF_FIELD_NUMBER: _ClassVar[int]
    REBOOT_FIELD_NUMBER: _ClassVar[int]
    SETHOSTNAME_FIELD_NUMBER: _ClassVar[int]
    SETDOMAINNAME_FIELD_NUMBER: _ClassVar[int]
    IOPL_FIELD_NUMBER: _ClassVar[int]
    IOPERM_FIELD_NUMBER: _ClassVar[int]
    CREATE_MODULE_FIELD_NUMBER: _ClassVar[int]
    INIT_MODULE_FIELD_NUMBER: _ClassVar[int]
    DELETE_MODULE_FIELD_NUMBER: _ClassVar[int]
    GET_KERNEL_SYMS_FIELD_NUMBER: _ClassVar[int]
    QUERY_MODULE_FIELD_NUMBER: _ClassVar[int]
    QUOTACTL_FIELD_NUMBER: _ClassVar[int]
    NFSSERVCTL_FIELD_NUMBER: _ClassVar[int]
    GETPMSG_FIELD_NUMBER: _ClassVar[int]
    PUTPMSG_FIELD_NUMBER: _ClassVar[int]
    AFS_SYSCALL_FIELD_NUMBER: _ClassVar[int]
    TUXCALL_FIELD_NUMBER: _ClassVar[int]
    SECURITY_FIELD_NUMBER: _ClassVar[int]
    GETTID_FIELD_NUMBER: _ClassVar[int]
    READAHEAD_FIELD_NUMBER: _ClassVar[int]
    SETXATTR_FIELD_NUMBER: _ClassVar[int]
    LSETXATTR_FIELD_NUMBER: _ClassVar[int]
    FSETXATTR_FIELD_NUMBER: _ClassVar[int]
    GETXATTR_FIELD_NUMBER: _ClassVar[int]
    LGETXATTR_FIELD_NUMBER: _ClassVar[int]
    FGETXATTR_FIELD_NUMBER: _ClassVar[int]
    LISTXATTR_FIELD_NUMBER: _ClassVar[int]
    LLISTXATTR_FIELD_NUMBER: _ClassVar[int]
    FLISTXATTR_FIELD_NUMBER: _ClassVar[int]
    REMOVEXATTR_FIELD_NUMBER: _ClassVar[int]
    LREMOVEXATTR_FIELD_NUMBER: _ClassVar[int]
    FREMOVEXATTR_FIELD_NUMBER: _ClassVar[int]
    TKILL_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    FUTEX_FIELD_NUMBER: _ClassVar[int]
    SCHED_SETAFFINITY_FIELD_NUMBER: _ClassVar[int]
    SCHED_GETAFFINITY_FIELD_NUMBER: _ClassVar[int]
    SET_THREAD_AREA_FIELD_NUMBER: _ClassVar[int]
    IO_SETUP_FIELD_NUMBER: _ClassVar[int]
    IO_DESTROY_FIELD_NUMBER: _ClassVar[int]
    IO_GETEVENTS_FIELD_NUMBER: _ClassVar[int]
    IO_SUBMIT_FIELD_NUMBER: _ClassVar[int]
    IO_CANCEL_FIELD_NUMBER: _ClassVar[int]
    GET_THREAD_AREA_FIELD_NUMBER: _ClassVar[int]
    LOOKUP_DCOOKIE_FIELD_NUMBER: _ClassVar[int]
    EPOLL_CREATE_FIELD_NUMBER: _ClassVar[int]
    EPOLL_CTL_OLD_FIELD_NUMBER: _ClassVar[int]
    EPOLL_WAIT_OLD_FIELD_NUMBER: _ClassVar[int]
    REMAP_FILE_PAGES_FIELD_NUMBER: _ClassVar[int]
    GETDENTS64_FIELD_NUMBER: _ClassVar[int]
    SET_TID_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RESTART_SYSCALL_FIELD_NUMBER: _ClassVar[int]
    SEMTIMEDOP_FIELD_NUMBER: _ClassVar[int]
    FADVISE64_FIELD_NUMBER: _ClassVar[int]
    TIMER_CREATE_FIELD_NUMBER: _ClassVar[int]
    TIMER_SETTIME_FIELD_NUMBER: _ClassVar[int]
    TIMER_GETTIME_FIELD_NUMBER: _ClassVar[int]
    TIMER_GETOVERRUN_FIELD_NUMBER: _ClassVar[int]
    TIMER_DELETE_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SETTIME_FIELD_NUMBER: _ClassVar[int]
    CLOCK_GETTIME_FIELD_NUMBER: _ClassVar[int]
    CLOCK_GETRES_FIELD_NUMBER: _ClassVar[int]
    CLOCK_NANOSLEEP_FIELD_NUMBER: _ClassVar[int]
    EXIT_GROUP_FIELD_NUMBER: _ClassVar[int]
    EPOLL_WAIT_FIELD_NUMBER: _ClassVar[int]
    EPOLL_CTL_FIELD_NUMBER: _ClassVar[int]
    TGKILL_FIELD_NUMBER: _ClassVar[int]
    UTIMES_FIELD_NUMBER: _ClassVar[int]
    VSERVER_FIELD_NUMBER: _ClassVar[int]
    MBIND_FIELD_NUMBER: _ClassVar[int]
    SET_MEMPOLICY_FIELD_NUMBER: _ClassVar[int]
    GET_MEMPOLICY_FIELD_NUMBER: _ClassVar[int]
    MQ_OPEN_FIELD_NUMBER: _ClassVar[int]
    MQ_UNLINK_FIELD_NUMBER: _ClassVar[int]
    MQ_TIMEDSEND_FIELD_NUMBER: _ClassVar[int]
    MQ_TIMEDRECEIVE_FIELD_NUMBER: _ClassVar[int]
    MQ_NOTIFY_FIELD_NUMBER: _ClassVar[int]
    MQ_GETSETATTR_FIELD_NUMBER: _ClassVar[int]
    KEXEC_LOAD_FIELD_NUMBER: _ClassVar[int]
    WAITID_FIELD_NUMBER: _ClassVar[int]
    ADD_KEY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_KEY_FIELD_NUMBER: _ClassVar[int]
    KEYCTL_FIELD_NUMBER: _ClassVar[int]
    IOPRIO_SET_FIELD_NUMBER: _ClassVar[int]
    IOPRIO_GET_FIELD_NUMBER: _ClassVar[int]
    INOTIFY_INIT_FIELD_NUMBER: _ClassVar[int]
    INOTIFY_ADD_WATCH_FIELD_NUMBER: _ClassVar[int]
    INOTIFY_RM_WATCH_FIELD_NUMBER: _ClassVar[int]
    MIGRATE_PAGES_FIELD_NUMBER: _ClassVar[int]
    OPENAT_FIELD_NUMBER: _ClassVar[int]
    MKDIRAT_FIELD_NUMBER: _ClassVar[int]
    MKNODAT_FIELD_NUMBER: _ClassVar[int]
    FCHOWNAT_FIELD_NUMBER: _ClassVar[int]
    FUTIMESAT_FIELD_NUMBER: _ClassVar[int]
    NEWFSTATAT_FIELD_NUMBER: _ClassVar[int]
    UNLINKAT_FIELD_NUMBER: _ClassVar[int]
    RENAMEAT_FIELD_NUMBER: _ClassVar[int]
    LINKAT_FIELD_NUMBER: _ClassVar[int]
    SYMLINKAT_FIELD_NUMBER: _ClassVar[int]
    READLINKAT_FIELD_NUMBER: _ClassVar[int]
    FCHMODAT_FIELD_NUMBER: _ClassVar[int]
    FACCESSAT_FIELD_NUMBER: _ClassVar[int]
    PSELECT6_FIELD_NUMBER: _ClassVar[int]
    PPOLL_FIELD_NUMBER: _ClassVar[int]
    UNSHARE_FIELD_NUMBER: _ClassVar[int]
    SET_ROBUST_LIST_FIELD_NUMBER: _ClassVar[int]
    GET_ROBUST_LIST_FIELD_NUMBER: _ClassVar[int]
    SPLICE_FIELD_NUMBER: _ClassVar[int]
    TEE_FIELD_NUMBER: _ClassVar[int]
    SYNC_FILE_RANGE_FIELD_NUMBER: _ClassVar[int]
    VMSPLICE_FIELD_NUMBER: _ClassVar[int]
    MOVE_PAGES_FIELD_NUMBER: _ClassVar[int]
    UTIMENSAT_FIELD_NUMBER: _ClassVar[int]
    EPOLL_PWAIT_FIELD_NUMBER: _ClassVar[int]
    SIGNALFD_FIELD_NUMBER: _ClassVar[int]
    TIMERFD_CREATE_FIELD_NUMBER: _ClassVar[int]
    EVENTFD_FIELD_NUMBER: _ClassVar[int]
    FALLOCATE_FIELD_NUMBER: _ClassVar[int]
    TIMERFD_SETTIME_FIELD_NUMBER: _ClassVar[int]
    TIMERFD_GETTIME_FIELD_NUMBER: _ClassVar[int]
    ACCEPT4_FIELD_NUMBER: _ClassVar[int]
    SIGNALFD4_FIELD_NUMBER: _ClassVar[int]
    EVENTFD2_FIELD_NUMBER: _ClassVar[int]
    EPOLL_CREATE1_FIELD_NUMBER: _ClassVar[int]
    DUP3_FIELD_NUMBER: _ClassVar[int]
    PIPE2_FIELD_NUMBER: _ClassVar[int]
    INOTIFY_INIT1_FIELD_NUMBER: _ClassVar[int]
    PREADV_FIELD_NUMBER: _ClassVar[int]
    PWRITEV_FIELD_NUMBER: _ClassVar[int]
    RT_TGSIGQUEUEINFO_FIELD_NUMBER: _ClassVar[int]
    PERF_EVENT_OPEN_FIELD_NUMBER: _ClassVar[int]
    RECVMMSG_FIELD_NUMBER: _ClassVar[int]
    FANOTIFY_INIT_FIELD_NUMBER: _ClassVar[int]
    FANOTIFY_MARK_FIELD_NUMBER: _ClassVar[int]
    PRLIMIT64_FIELD_NUMBER: _ClassVar[int]
    NAME_TO_HANDLE_AT_FIELD_NUMBER: _ClassVar[int]
    OPEN_BY_HANDLE_AT_FIELD_NUMBER: _ClassVar[int]
    CLOCK_ADJTIME_FIELD_NUMBER: _ClassVar[int]
    SYNCFS_FIELD_NUMBER: _ClassVar[int]
    SENDMMSG_FIELD_NUMBER: _ClassVar[int]
    SETNS_FIELD_NUMBER: _ClassVar[int]
    GETCPU_FIELD_NUMBER: _ClassVar[int]
    PROCESS_VM_READV_FIELD_NUMBER: _ClassVar[int]
    PROCESS_VM_WRITEV_FIELD_NUMBER: _ClassVar[int]
    KCMP_FIELD_NUMBER: _ClassVar[int]
    FINIT_MODULE_FIELD_NUMBER: _ClassVar[int]
    SCHED_SETATTR_FIELD_NUMBER: _ClassVar[int]
    SCHED_GETATTR_FIELD_NUMBER: _ClassVar[int]
    RENAMEAT2_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_FIELD_NUMBER: _ClassVar[int]
    GETRANDOM_FIELD_NUMBER: _ClassVar[int]
    MEMFD_CREATE_FIELD_NUMBER: _ClassVar[int]
    KEXEC_FILE_LOAD_FIELD_NUMBER: _ClassVar[int]
    BPF_FIELD_NUMBER: _ClassVar[int]
    EXECVEAT_FIELD_NUMBER: _ClassVar[int]
    USERFAULTFD_FIELD_NUMBER: _ClassVar[int]
    MEMBARRIER_FIELD_NUMBER: _ClassVar[int]
    MLOCK2_FIELD_NUMBER: _ClassVar[int]
    COPY_FILE_RANGE_FIELD_NUMBER: _ClassVar[int]
    PREADV2_FIELD_NUMBER: _ClassVar[int]
    PWRITEV2_FIELD_NUMBER: _ClassVar[int]
    PKEY_MPROTECT_FIELD_NUMBER: _ClassVar[int]
    PKEY_ALLOC_FIELD_NUMBER: _ClassVar[int]
    PKEY_FREE_FIELD_NUMBER: _ClassVar[int]
    STATX_FIELD_NUMBER: _ClassVar[int]
    IO_PGETEVENTS_FIELD_NUMBER: _ClassVar[int]
    RSEQ_FIELD_NUMBER: _ClassVar[int]
    URETPROBE_FIELD_NUMBER: _ClassVar[int]
    UPROBE_FIELD_NUMBER: _ClassVar[int]
    PIDFD_SEND_SIGNAL_FIELD_NUMBER: _ClassVar[int]
    IO_URING_SETUP_FIELD_NUMBER: _ClassVar[int]
    IO_URING_ENTER_FIELD_NUMBER: _ClassVar[int]
    IO_URING_REGISTER_FIELD_NUMBER: _ClassVar[int]
    OPEN_TREE_FIELD_NUMBER: _ClassVar[int]
    MOVE_MOUNT_FIELD_NUMBER: _ClassVar[int]
    FSOPEN_FIELD_NUMBER: _ClassVar[int]
    FSCONFIG_FIELD_NUMBER: _ClassVar[int]
    FSMOUNT_FIELD_NUMBER: _ClassVar[int]
    FSPICK_FIELD_NUMBER: _ClassVar[int]
    PIDFD_OPEN_FIELD_NUMBER: _ClassVar[int]
    CLONE3_FIELD_NUMBER: _ClassVar[int]
    CLOSE_RANGE_FIELD_NUMBER: _ClassVar[int]
    OPENAT2_FIELD_NUMBER: _ClassVar[int]
    PIDFD_GETFD_FIELD_NUMBER: _ClassVar[int]
    FACCESSAT2_FIELD_NUMBER: _ClassVar[int]
    PROCESS_MADVISE_FIELD_NUMBER: _ClassVar[int]
    EPOLL_PWAIT2_FIELD_NUMBER: _ClassVar[int]
    MOUNT_SETATTR_FIELD_NUMBER: _ClassVar[int]
    QUOTACTL_FD_FIELD_NUMBER: _ClassVar[int]
    LANDLOCK_CREATE_RULESET_FIELD_NUMBER: _ClassVar[int]
    LANDLOCK_ADD_RULE_FIELD_NUMBER: _ClassVar[int]
    LANDLOCK_RESTRICT_SELF_FIELD_NUMBER: _ClassVar[int]
    MEMFD_SECRET_FIELD_NUMBER: _ClassVar[int]
    PROCESS_MRELEASE_FIELD_NUMBER: _ClassVar[int]
    FUTEX_WAITV_FIELD_NUMBER: _ClassVar[int]
    SET_MEMPOLICY_HOME_NODE_FIELD_NUMBER: _ClassVar[int]
    CACHESTAT_FIELD_NUMBER: _ClassVar[int]
    FCHMODAT2_FIELD_NUMBER: _ClassVar[int]
    MAP_SHADOW_STACK_FIELD_NUMBER: _ClassVar[int]
    FUTEX_WAKE_FIELD_NUMBER: _ClassVar[int]
    FUTEX_WAIT_FIELD_NUMBER: _ClassVar[int]
    FUTEX_REQUEUE_FIELD_NUMBER: _ClassVar[int]
    STATMOUNT_FIELD_NUMBER: _ClassVar[int]
    LISTMOUNT_FIELD_NUMBER: _ClassVar[int]
    LSM_GET_SELF_ATTR_FIELD_NUMBER: _ClassVar[int]
    LSM_SET_SELF_ATTR_FIELD_NUMBER: _ClassVar[int]
    LSM_LIST_MODULES_FIELD_NUMBER: _ClassVar[int]
    MSEAL_FIELD_NUMBER: _ClassVar[int]
    SETXATTRAT_FIELD_NUMBER: _ClassVar[int]
    GETXATTRAT_FIELD_NUMBER: _ClassVar[int]
    LISTXATTRAT_FIELD_NUMBER: _ClassVar[int]
    REMOVEXATTRAT_FIELD_NUMBER: _ClassVar[int]
    OPEN_TREE_ATTR_FIELD_NUMBER: _ClassVar[int]
    FILE_GETATTR_FIELD_NUMBER: _ClassVar[int]
    FILE_SETATTR_FIELD_NUMBER: _ClassVar[int]
    LISTNS_FIELD_NUMBER: _ClassVar[int]
    RSEQ_SLICE_YIELD_FIELD_NUMBER: _ClassVar[int]
    WAITPID_FIELD_NUMBER: _ClassVar[int]
    OLDSTAT_FIELD_NUMBER: _ClassVar[int]
    UMOUNT_FIELD_NUMBER: _ClassVar[int]
    STIME_FIELD_NUMBER: _ClassVar[int]
    OLDFSTAT_FIELD_NUMBER: _ClassVar[int]
    STTY_FIELD_NUMBER: _ClassVar[int]
    GTTY_FIELD_NUMBER: _ClassVar[int]
    NICE_FIELD_NUMBER: _ClassVar[int]
    FTIME_FIELD_NUMBER: _ClassVar[int]
    PROF_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    LOCK_FIELD_NUMBER: _ClassVar[int]
    MPX_FIELD_NUMBER: _ClassVar[int]
    ULIMIT_FIELD_NUMBER: _ClassVar[int]
    OLDOLDUNAME_FIELD_NUMBER: _ClassVar[int]
    SIGACTION_FIELD_NUMBER: _ClassVar[int]
    SGETMASK_FIELD_NUMBER: _ClassVar[int]
    SSETMASK_FIELD_NUMBER: _ClassVar[int]
    SIGSUSPEND_FIELD_NUMBER: _ClassVar[int]
    SIGPENDING_FIELD_NUMBER: _ClassVar[int]
    OLD_SELECT_FIELD_NUMBER: _ClassVar[int]
    OLDLSTAT_FIELD_NUMBER: _ClassVar[int]
    READDIR_FIELD_NUMBER: _ClassVar[int]
    OLD_MMAP_FIELD_NUMBER: _ClassVar[int]
    PROFIL_FIELD_NUMBER: _ClassVar[int]
    SOCKETCALL_FIELD_NUMBER: _ClassVar[int]
    OLDUNAME_FIELD_NUMBER: _ClassVar[int]
    IDLE_FIELD_NUMBER: _ClassVar[int]
    VM86OLD_FIELD_NUMBER: _ClassVar[int]
    IPC_FIELD_NUMBER: _ClassVar[int]
    SIGRETURN_FIELD_NUMBER: _ClassVar[int]
    SIGPROCMASK_FIELD_NUMBER: _ClassVar[int]
    BDFLUSH_FIELD_NUMBER: _ClassVar[int]
    LLSEEK_FIELD_NUMBER: _ClassVar[int]
    NEWSELECT_FIELD_NUMBER: _ClassVar[int]
    VM86_FIELD_NUMBER: _ClassVar[int]
    UGETRLIMIT_FIELD_NUMBER: _ClassVar[int]
    MMAP2_FIELD_NUMBER: _ClassVar[int]
    TRUNCATE64_FIELD_NUMBER: _ClassVar[int]
    FTRUNCATE64_FIELD_NUMBER: _ClassVar[int]
    STAT64_FIELD_NUMBER: _ClassVar[int]
    LSTAT64_FIELD_NUMBER: _ClassVar[int]
    FSTAT64_FIELD_NUMBER: _ClassVar[int]
    LCHOWN32_FIELD_NUMBER: _ClassVar[int]
    GETUID32_FIELD_NUMBER: _ClassVar[int]
    GETGID32_FIELD_NUMBER: _ClassVar[int]
    GETEUID32_FIELD_NUMBER: _ClassVar[int]
    GETEGID32_FIELD_NUMBER: _ClassVar[int]
    SETREUID32_FIELD_NUMBER: _ClassVar[int]
    SETREGID32_FIELD_NUMBER: _ClassVar[int]
    GETGROUPS32_FIELD_NUMBER: _ClassVar[int]
    SETGROUPS32_FIELD_NUMBER: _ClassVar[int]
    FCHOWN32_FIELD_NUMBER: _ClassVar[int]
    SETRESUID32_FIELD_NUMBER: _ClassVar[int]
    GETRESUID32_FIELD_NUMBER: _ClassVar[int]
    SETRESGID32_FIELD_NUMBER: _ClassVar[int]
    GETRESGID32_FIELD_NUMBER: _ClassVar[int]
    CHOWN32_FIELD_NUMBER: _ClassVar[int]
    SETUID32_FIELD_NUMBER: _ClassVar[int]
    SETGID32_FIELD_NUMBER: _ClassVar[int]
    SETFSUID32_FIELD_NUMBER: _ClassVar[int]
    SETFSGID32_FIELD_NUMBER: _ClassVar[int]
    FCNTL64_FIELD_NUMBER: _ClassVar[int]
    SENDFILE64_FIELD_NUMBER: _ClassVar[int]
    STATFS64_FIELD_NUMBER: _ClassVar[int]
    FSTATFS64_FIELD_NUMBER: _ClassVar[int]
    FADVISE64_64_FIELD_NUMBER: _ClassVar[int]
    FSTATAT64_FIELD_NUMBER: _ClassVar[int]
    CLOCK_GETTIME64_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SETTIME64_FIELD_NUMBER: _ClassVar[int]
    CLOCK_ADJTIME64_FIELD_NUMBER: _ClassVar[int]
    CLOCK_GETRES_TIME64_FIELD_NUMBER: _ClassVar[int]
    CLOCK_NANOSLEEP_TIME64_FIELD_NUMBER: _ClassVar[int]
    TIMER_GETTIME64_FIELD_NUMBER: _ClassVar[int]
    TIMER_SETTIME64_FIELD_NUMBER: _ClassVar[int]
    TIMERFD_GETTIME64_FIELD_NUMBER: _ClassVar[int]
    TIMERFD_SETTIME64_FIELD_NUMBER: _ClassVar[int]
    UTIMENSAT_TIME64_FIELD_NUMBER: _ClassVar[int]
    PSELECT6_TIME64_FIELD_NUMBER: _ClassVar[int]
    PPOLL_TIME64_FIELD_NUMBER: _ClassVar[int]
    IO_PGETEVENTS_TIME64_FIELD_NUMBER: _ClassVar[int]
    RECVMMSG_TIME64_FIELD_NUMBER: _ClassVar[int]
    MQ_TIMEDSEND_TIME64_FIELD_NUMBER: _ClassVar[int]
    MQ_TIMEDRECEIVE_TIME64_FIELD_NUMBER: _ClassVar[int]
    SEMTIMEDOP_TIME64_FIELD_NUMBER: _ClassVar[int]
    RT_SIGTIMEDWAIT_TIME64_FIELD_NUMBER: _ClassVar[int]
    FUTEX_TIME64_FIELD_NUMBER: _ClassVar[int]
    SCHED_RR_GET_INTERVAL_TIME64_FIELD_NUMBER: _ClassVar[int]
    timestamp: int
    pid: int
    ret: int
    syscall: str
    tid: int
    cpu: int
    uid: int
    gid: int
    cgroup_id: int
    duration: int
    comm: bytes
    nr: int
    is_entry: bool
    program_id: int
    foreign: bool
    extra: bytes
    truncated: int
    more_args: _containers.RepeatedScalarFieldContainer[int]
    ns_pid: int
    ns_tid: int
    pid_namespace: int
    wall_time: int
    syscall_bytes: bytes
    stopped_by_seccomp: bool
    unfinished: bool
    late: int
    abi: str
    files: _containers.RepeatedCompositeFieldContainer[EventFile]
    resolved_path: bytes
    path_mismatch: bool
    source_fields: _containers.RepeatedCompositeFieldContainer[SourceField]
    faults: int
    unfilled: int
    pids: _containers.RepeatedCompositeFieldContainer[NamedPid]
    ustack: _containers.RepeatedCompositeFieldContainer[StackFrame]
    kstack: _containers.RepeatedCompositeFieldContainer[StackFrame]
    read: Read
    write: Write
    open: Open
    close: Close
    stat: Stat
    fstat: Fstat
    lstat: Lstat
    poll: Poll
    lseek: Lseek
    mmap: Mmap
    mprotect: Mprotect
    munmap: Munmap
    brk: Brk
    rt_sigaction: RtSigaction
    rt_sigprocmask: RtSigprocmask
    rt_sigreturn: RtSigreturn
    ioctl: Ioctl
    pread64: Pread64
    pwrite64: Pwrite64
    readv: Readv
    writev: Writev
    access: Access
    pipe: Pipe
    select: Select
    sched_yield: SchedYield
    mremap: Mremap
    msync: Msync
    mincore: Mincore
    madvise: Madvise
    shmget: Shmget
    shmat: Shmat
    shmctl: Shmctl
    dup: Dup
    dup2: Dup2
    pause: Pause
    nanosleep: Nanosleep
    getitimer: Getitimer
    alarm: Alarm
    setitimer: Setitimer
    getpid: Getpid
    sendfile: Sendfile
    socket: Socket
    connect: Connect
    accept: Accept
    sendto: Sendto
    recvfrom: Recvfrom
    sendmsg: Sendmsg
    recvmsg: Recvmsg
    shutdown: Shutdown
    bind: Bind
    listen: Listen
    getsockname: Getsockname
    getpeername: Getpeername
    socketpair: Socketpair
    setsockopt: Setsockopt
    getsockopt: Getsockopt
    clone: Clone
    fork: Fork
    vfork: Vfork
    execve: Execve
    exit: Exit
    wait4: Wait4
    kill: Kill
    uname: Uname
    semget: Semget
    semop: Semop
    semctl: Semctl
    shmdt: Shmdt
    msgget: Msgget
    msgsnd: Msgsnd
    msgrcv: Msgrcv
    msgctl: Msgctl
    fcntl: Fcntl
    flock: Flock
    fsync: Fsync
    fdatasync: Fdatasync
    truncate: Truncate
    ftruncate: Ftruncate
    getdents: Getdents
    getcwd: Getcwd
    chdir: Chdir
    fchdir: Fchdir
    rename: Rename
    mkdir: Mkdir
    rmdir: Rmdir
    creat: Creat
    link: Link
    unlink: Unlink
    symlink: Symlink
    readlink: Readlink
    chmod: Chmod
    fchmod: Fchmod
    chown: Chown
    fchown: Fchown
    lchown: Lchown
    umask: Umask
    gettimeofday: Gettimeofday
    getrlimit: Getrlimit
    getrusage: Getrusage
    sysinfo: Sysinfo
    times: Times
    ptrace: Ptrace
    getuid: Getuid
    syslog: Syslog
    getgid: Getgid
    setuid: Setuid
    setgid: Setgid
    geteuid: Geteuid
    getegid: Getegid
    setpgid: Setpgid
    getppid: Getppid
    getpgrp: Getpgrp
    setsid: Setsid
    setreuid: Setreuid
    setregid: Setregid
    getgroups: Getgroups
    setgroups: Setgroups
    setresuid: Setresuid
    getresuid: Getresuid
    setresgid: Setresgid
    getresgid: Getresgid
    getpgid: Getpgid
    setfsuid: Setfsuid
    setfsgid: Setfsgid
    getsid: Getsid
    capget: Capget
    capset: Capset
    rt_sigpending: RtSigpending
    rt_sigtimedwait: RtSigtimedwait
    rt_sigqueueinfo: RtSigqueueinfo
    rt_sigsuspend: RtSigsuspend
    sigaltstack: Sigaltstack
    utime: Utime
    mknod: Mknod
    uselib: Uselib
    personality: Personality
    ustat: Ustat
    statfs: Statfs
    fstatfs: Fstatfs
    sysfs: Sysfs
    getpriority: Getpriority
    setpriority: Setpriority
    sched_setparam: SchedSetparam
    sched_getparam: SchedGetparam
    sched_setscheduler: SchedSetscheduler
    sched_getscheduler: SchedGetscheduler
    sched_get_priority_max: SchedGetPriorityMax
    sched_get_priority_min: SchedGetPriorityMin
    sched_rr_get_interval: SchedRrGetInterval
    mlock: Mlock
    munlock: Munlock
    mlockall: Mlockall
    munlockall: Munlockall
    vhangup: Vhangup
    modify_ldt: ModifyLdt
    pivot_root: PivotRoot
    sysctl: Sysctl
    prctl: Prctl
    arch_prctl: ArchPrctl
    adjtimex: Adjtimex
    setrlimit: Setrlimit
    chroot: Chroot
    sync: Sync
    acct: Acct
    settimeofday: Settimeofday
    mount: Mount
    umount2: Umount2
    swapon: Swapon
    swapoff: Swapoff
    reboot: Reboot
    sethostname: Sethostname
    setdomainname: Setdomainname
    iopl: Iopl
    ioperm: Ioperm
    create_module: CreateModule
    init_module: InitModule
    delete_module: DeleteModule
    get_kernel_syms: GetKernelSyms
    query_module: QueryModule
    quotactl: Quotactl
    nfsservctl: Nfsservctl
    getpmsg: Getpmsg
    putpmsg: Putpmsg
    afs_syscall: AfsSyscall
    tuxcall: Tuxcall
    security: Security
    gettid: Gettid
    readahead: Readahead
    setxattr: Setxattr
    lsetxattr: Lsetxattr
    fsetxattr: Fsetxattr
    getxattr: Getxattr
    lgetxattr: Lgetxattr
    fgetxattr: Fgetxattr
    listxattr: Listxattr
    llistxattr: Llistxattr
    flistxattr: Flistxattr
    removexattr: Removexattr
    lremovexattr: Lremovexattr
    fremovexattr: Fremovexattr
    tkill: Tkill
    time: Time
    futex: Futex
    sched_setaffinity: SchedSetaffinity
    sched_getaffinity: SchedGetaffinity
    set_thread_area: SetThreadArea
    io_setup: IoSetup
    io_destroy: IoDestroy
    io_getevents: IoGetevents
    io_submit: IoSubmit
    io_cancel: IoCancel
    get_thread_area: GetThreadArea
    lookup_dcookie: LookupDcookie
    epoll_create: EpollCreate
    epoll_ctl_old: EpollCtlOld
    epoll_wait_old: EpollWaitOld
    remap_file_pages: RemapFilePages
    getdents64: Getdents64
    set_tid_address: SetTidAddress
    restart_syscall: RestartSyscall
    semtimedop: Semtimedop
    fadvise64: Fadvise64
    timer_create: TimerCreate
    timer_settime: TimerSettime
    timer_gettime: TimerGettime
    timer_getoverrun: TimerGetoverrun
    timer_delete: TimerDelete
    clock_settime: ClockSettime
    clock_gettime: ClockGettime
    clock_getres: ClockGetres
    clock_nanosleep: ClockNanosleep
    exit_group: ExitGroup
    epoll_wait: EpollWait
    epoll_ctl: EpollCtl
    tgkill: Tgkill
    utimes: Utimes
    vserver: Vserver
    mbind: Mbind
    set_mempolicy: SetMempolicy
    get_mempolicy: GetMempolicy
    mq_open: MqOpen
    mq_unlink: MqUnlink
    mq_timedsend: MqTimedsend
    mq_timedreceive: MqTimedreceive
    mq_notify: MqNotify
    mq_getsetattr: MqGetsetattr
    kexec_load: KexecLoad
    waitid: Waitid
    add_key: AddKey
    request_key: RequestKey
    keyctl: Keyctl
    ioprio_set: IoprioSet
    ioprio_get: IoprioGet
    inotify_init: InotifyInit
    inotify_add_watch: InotifyAddWatch
    inotify_rm_watch: InotifyRmWatch
    migrate_pages: MigratePages
    openat: Openat
    mkdirat: Mkdirat
    mknodat: Mknodat
    fchownat: Fchownat
    futimesat: Futimesat
    newfstatat: Newfstatat
    unlinkat: Unlinkat
    renameat: Renameat
    linkat: Linkat
    symlinkat: Symlinkat
    readlinkat: Readlinkat
    fchmodat: Fchmodat
    faccessat: Faccessat
    pselect6: Pselect6
    ppoll: Ppoll
    unshare: Unshare
    set_robust_list: SetRobustList
    get_robust_list: GetRobustList
    splice: Splice
    tee: Tee
    sync_file_range: SyncFileRange
    vmsplice: Vmsplice
    move_pages: MovePages
    utimensat: Utimensat
    epoll_pwait: EpollPwait
    signalfd: Signalfd
    timerfd_create: TimerfdCreate
    eventfd: Eventfd
    fallocate: Fallocate
    timerfd_settime: TimerfdSettime
    timerfd_gettime: TimerfdGettime
    accept4: Accept4
    signalfd4: Signalfd4
    eventfd2: Eventfd2
    epoll_create1: EpollCreate1
    dup3: Dup3
    pipe2: Pipe2
    inotify_init1: InotifyInit1
    preadv: Preadv
    pwritev: Pwritev
    rt_tgsigqueueinfo: RtTgsigqueueinfo
    perf_event_open: PerfEventOpen
    recvmmsg: Recvmmsg
    fanotify_init: FanotifyInit
    fanotify_mark: FanotifyMark
    prlimit64: Prlimit64
    name_to_handle_at: NameToHandleAt
    open_by_handle_at: OpenByHandleAt
    clock_adjtime: ClockAdjtime
    syncfs: Syncfs
    sendmmsg: Sendmmsg
    setns: Setns
    getcpu: Getcpu
    process_vm_readv: ProcessVmReadv
    process_vm_writev: ProcessVmWritev
    kcmp: Kcmp
    finit_module: FinitModule
    sched_setattr: SchedSetattr
    sched_getattr: SchedGetattr
    renameat2: Renameat2
    seccomp: Seccomp
    getrandom: Getrandom
    memfd_create: MemfdCreate
    kexec_file_load: KexecFileLoad
    bpf: Bpf
    execveat: Execveat
    userfaultfd: Userfaultfd
    membarrier: Membarrier
    mlock2: Mlock2
    copy_file_range: CopyFileRange
    preadv2: Preadv2
    pwritev2: Pwritev2
    pkey_mprotect: PkeyMprotect
    pkey_alloc: PkeyAlloc
    pkey_free: PkeyFree
    statx: Statx
    io_pgetevents: IoPgetevents
    rseq: Rseq
    uretprobe: Uretprobe
    uprobe: Uprobe
    pidfd_send_signal: PidfdSendSignal
    io_uring_setup: IoUringSetup
    io_uring_enter: IoUringEnter
    io_uring_register: IoUringRegister
    open_tree: OpenTree
    move_mount: MoveMount
    fsopen: Fsopen
    fsconfig: Fsconfig
    fsmount: Fsmount
    fspick: Fspick
    pidfd_open: PidfdOpen
    clone3: Clone3
    close_range: CloseRange
    openat2: Openat2
    pidfd_getfd: PidfdGetfd
    faccessat2: Faccessat2
    process_madvise: ProcessMadvise
    epoll_pwait2: EpollPwait2
    mount_setattr: MountSetattr
    quotactl_fd: QuotactlFd
    landlock_create_ruleset: LandlockCreateRuleset
    landlock_add_rule: LandlockAddRule
    landlock_restrict_self: LandlockRestrictSelf
    memfd_secret: MemfdSecret
    process_mrelease: ProcessMrelease
    futex_waitv: FutexWaitv
    set_mempolicy_home_node: SetMempolicyHomeNode
    cachestat: Cachestat
    fchmodat2: Fchmodat2
    map_shadow_stack: MapShadowStack
    futex_wake: FutexWake
    futex_wait: FutexWait
    futex_requeue: FutexRequeue
    statmount: Statmount
    listmount: Listmount
    lsm_get_self_attr: LsmGetSelfAttr
    lsm_set_self_attr: LsmSetSelfAttr
    lsm_list_modules: LsmListModules
    mseal: Mseal
    setxattrat: Setxattrat
    getxattrat: Getxattrat
    listxattrat: Listxattrat
    removexattrat: Removexattrat
    open_tree_attr: OpenTreeAttr
    file_getattr: FileGetattr
    file_setattr: FileSetattr
    listns: Listns
    rseq_slice_yield: RseqSliceYield
    waitpid: Waitpid
    oldstat: Oldstat
    umount: Umount
    stime: Stime
    oldfstat: Oldfstat
    stty: Stty
    gtty: Gtty
    nice: Nice
    ftime: Ftime
    prof: Prof
    signal: Signal
    lock: Lock
    mpx: Mpx
    ulimit: Ulimit
    oldolduname: Oldolduname
    sigaction: Sigaction
    sgetmask: Sgetmask
    ssetmask: Ssetmask
    sigsuspend: Sigsuspend
    sigpending: Sigpending
    old_select: OldSelect
    oldlstat: Oldlstat
    readdir: Readdir
    old_mmap: OldMmap
    profil: Profil
    socketcall: Socketcall
    olduname: Olduname
    idle: Idle
    vm86old: Vm86old
    ipc: Ipc
    sigreturn: Sigreturn
    sigprocmask: Sigprocmask
    bdflush: Bdflush
    llseek: Llseek
    newselect: Newselect
    vm86: Vm86
    ugetrlimit: Ugetrlimit
    mmap2: Mmap2
    truncate64: Truncate64
    ftruncate64: Ftruncate64
    stat64: Stat64
    lstat64: Lstat64
    fstat64: Fstat64
    lchown32: Lchown32
    getuid32: Getuid32
    getgid32: Getgid32
    geteuid32: Geteuid32
    getegid32: Getegid32
    setreuid32: Setreuid32
    setregid32: Setregid32
    getgroups32: Getgroups32
    setgroups32: Setgroups32
    fchown32: Fchown32
    setresuid32: Setresuid32
    getresuid32: Getresuid32
    setresgid32: Setresgid32
    getresgid32: Getresgid32
    chown32: Chown32
    setuid32: Setuid32
    setgid32: Setgid32
    setfsuid32: Setfsuid32
    setfsgid32: Setfsgid32
    fcntl64: Fcntl64
    sendfile64: Sendfile64
    statfs64: Statfs64
    fstatfs64: Fstatfs64
    fadvise64_64: Fadvise6464
    fstatat64: Fstatat64
    clock_gettime64: ClockGettime64
    clock_settime64: ClockSettime64
    clock_adjtime64: ClockAdjtime64
    clock_getres_time64: ClockGetresTime64
    clock_nanosleep_time64: ClockNanosleepTime64
    timer_gettime64: TimerGettime64
    timer_settime64: TimerSettime64
    timerfd_gettime64: TimerfdGettime64
    timerfd_settime64: TimerfdSettime64
    utimensat_time64: UtimensatTime64
    pselect6_time64: Pselect6Time64
    ppoll_time64: PpollTime64
    io_pgetevents_time64: IoPgeteventsTime64
    recvmmsg_time64: RecvmmsgTime64
    mq_timedsend_time64: MqTimedsendTime64
    mq_timedreceive_time64: MqTimedreceiveTime64
    semtimedop_time64: SemtimedopTime64
    rt_sigtimedwait_time64: RtSigtimedwaitTime64
    futex_time64: FutexTime64
    sched_rr_get_interval_time64: SchedRrGetIntervalTime64
    def __init__(self, timestamp: _Optional[int] = ..., pid: _Optional[int] = ..., ret: _Optional[int] = ..., syscall: _Optional[str] = ..., tid: _Optional[int] = ..., cpu: _Optional[int] = ..., uid: _Optional[int] = ..., gid: _Optional[int] = ..., cgroup_id: _Optional[int] = ..., duration: _Optional[int] = ..., comm: _Optional[bytes] = ..., nr: _Optional[int] = ..., is_entry: bool = ..., program_id: _Optional[int] = ..., foreign: bool = ..., extra: _Optional[bytes] = ..., truncated: _Optional[int] = ..., more_args: _Optional[_Iterable[int]] = ..., ns_pid: _Optional[int] = ..., ns_tid: _Optional[int] = ..., pid_namespace: _Optional[int] = ..., wall_time: _Optional[int] = ..., syscall_bytes: _Optional[bytes] = ..., stopped_by_seccomp: bool = ..., unfinished: bool = ..., late: _Optional[int] = ..., abi: _Optional[str] = ..., files: _Optional[_Iterable[_Union[EventFile, _Mapping]]] = ..., resolved_path: _Optional[bytes] = ..., path_mismatch: bool = ..., source_fields: _Optional[_Iterable[_Union[SourceField, _Mapping]]] = ..., faults: _Optional[int] = ..., unfilled: _Optional[int] = ..., pids: _Optional[_Iterable[_Union[NamedPid, _Mapping]]] = ..., ustack: _Optional[_Iterable[_Union[StackFrame, _Mapping]]] = ..., kstack: _Optional[_Iterable[_Union[StackFrame, _Mapping]]] = ..., read: _Optional[_Union[Read, _Mapping]] = ..., write: _Optional[_Union[Write, _Mapping]] = ..., open: _Optional[_Union[Open, _Mapping]] = ..., close: _Optional[_Union[Close, _Mapping]] = ..., stat: _Optional[_Union[Stat, _Mapping]] = ..., fstat: _Optional[_Union[Fstat, _Mapping]] = ..., lstat: _Optional[_Union[Lstat, _Mapping]] = ..., poll: _Optional[_Union[Poll, _Mapping]] = ..., lseek: _Optional[_Union[Lseek, _Mapping]] = ..., mmap: _Optional[_Union[Mmap, _Mapping]] = ..., mprotect: _Optional[_Union[Mprotect, _Mapping]] = ..., munmap: _Optional[_Union[Munmap, _Mapping]] = ..., brk: _Optional[_Union[Brk, _Mapping]] = ..., rt_sigaction: _Optional[_Union[RtSigaction, _Mapping]] = ..., rt_sigprocmask: _Optional[_Union[RtSigprocmask, _Mapping]] = ..., rt_sigreturn: _Optional[_Union[RtSigreturn, _Mapping]] = ..., ioctl: _Optional[_Union[Ioctl, _Mapping]] = ..., pread64: _Optional[_Union[Pread64, _Mapping]] = ..., pwrite64: _Optional[_Union[Pwrite64, _Mapping]] = ..., readv: _Optional[_Union[Readv, _Mapping]] = ..., writev: _Optional[_Union[Writev, _Mapping]] = ..., access: _Optional[_Union[Access, _Mapping]] = ..., pipe: _Optional[_Union[Pipe, _Mapping]] = ..., select: _Optional[_Union[Select, _Mapping]] = ..., sched_yield: _Optional[_Union[SchedYield, _Mapping]] = ..., mremap: _Optional[_Union[Mremap, _Mapping]] = ..., msync: _Optional[_Union[Msync, _Mapping]] = ..., mincore: _Optional[_Union[Mincore, _Mapping]] = ..., madvise: _Optional[_Union[Madvise, _Mapping]] = ..., shmget: _Optional[_Union[Shmget, _Mapping]] = ..., shmat: _Optional[_Union[Shmat, _Mapping]] = ..., shmctl: _Optional[_Union[Shmctl, _Mapping]] = ..., dup: _Optional[_Union[Dup, _Mapping]] = ..., dup2: _Optional[_Union[Dup2, _Mapping]] = ..., pause: _Optional[_Union[Pause, _Mapping]] = ..., nanosleep: _Optional[_Union[Nanosleep, _Mapping]] = ..., getitimer: _Optional[_Union[Getitimer, _Mapping]] = ..., alarm: _Optional[_Union[Alarm, _Mapping]] = ..., setitimer: _Optional[_Union[Setitimer, _Mapping]] = ..., getpid: _Optional[_Union[Getpid, _Mapping]] = ..., sendfile: _Optional[_Union[Sendfile, _Mapping]] = ..., socket: _Optional[_Union[Socket, _Mapping]] = ..., connect: _Optional[_Union[Connect, _Mapping]] = ..., accept: _Optional[_Union[Accept, _Mapping]] = ..., sendto: _Optional[_Union[Sendto, _Mapping]] = ..., recvfrom: _Optional[_Union[Recvfrom, _Mapping]] = ..., sendmsg: _Optional[_Union[Sendmsg, _Mapping]] = ..., recvmsg: _Optional[_Union[Recvmsg, _Mapping]] = ..., shutdown: _Optional[_Union[Shutdown, _Mapping]] = ..., bind: _Optional[_Union[Bind, _Mapping]] = ..., listen: _Optional[_Union[Listen, _Mapping]] = ..., getsockname: _Optional[_Union[Getsockname, _Mapping]] = ..., getpeername: _Optional[_Union[Getpeername, _Mapping]] = ..., socketpair: _Optional[_Union[Socketpair, _Mapping]] = ..., setsockopt: _Optional[_Union[Setsockopt, _Mapping]] = ..., getsockopt: _Optional[_Union[Getsockopt, _Mapping]] = ..., clone: _Optional[_Union[Clone, _Mapping]] = ..., fork: _Optional[_Union[Fork, _Mapping]] = ..., vfork: _Optional[_Union[Vfork, _Mapping]] = ..., execve: _Optional[_Union[Execve, _Mapping]] = ..., exit: _Optional[_Union[Exit, _Mapping]] = ..., wait4: _Optional[_Union[Wait4, _Mapping]] = ..., kill: _Optional[_Union[Kill, _Mapping]] = ..., uname: _Optional[_Union[Uname, _Mapping]] = ..., semget: _Optional[_Union[Semget, _Mapping]] = ..., semop: _Optional[_Union[Semop, _Mapping]] = ..., semctl: _Optional[_Union[Semctl, _Mapping]] = ..., shmdt: _Optional[_Union[Shmdt, _Mapping]] = ..., msgget: _Optional[_Union[Msgget, _Mapping]] = ..., msgsnd: _Optional[_Union[Msgsnd, _Mapping]] = ..., msgrcv: _Optional[_Union[Msgrcv, _Mapping]] = ..., msgctl: _Optional[_Union[Msgctl, _Mapping]] = ..., fcntl: _Optional[_Union[Fcntl, _Mapping]] = ..., flock: _Optional[_Union[Flock, _Mapping]] = ..., fsync: _Optional[_Union[Fsync, _Mapping]] = ..., fdatasync: _Optional[_Union[Fdatasync, _Mapping]] = ..., truncate: _Optional[_Union[Truncate, _Mapping]] = ..., ftruncate: _Optional[_Union[Ftruncate, _Mapping]] = ..., getdents: _Optional[_Union[Getdents, _Mapping]] = ..., getcwd: _Optional[_Union[Getcwd, _Mapping]] = ..., chdir: _Optional[_Union[Chdir, _Mapping]] = ..., fchdir: _Optional[_Union[Fchdir, _Mapping]] = ..., rename: _Optional[_Union[Rename, _Mapping]] = ..., mkdir: _Optional[_Union[Mkdir, _Mapping]] = ..., rmdir: _Optional[_Union[Rmdir, _Mapping]] = ..., creat: _Optional[_Union[Creat, _Mapping]] = ..., link: _Optional[_Union[Link, _Mapping]] = ..., unlink: _Optional[_Union[Unlink, _Mapping]] = ..., symlink: _Optional[_Union[Symlink, _Mapping]] = ..., readlink: _Optional[_Union[Readlink, _Mapping]] = ..., chmod: _Optional[_Union[Chmod, _Mapping]] = ..., fchmod: _Optional[_Union[Fchmod, _Mapping]] = ..., chown: _Optional[_Union[Chown, _Mapping]] = ..., fchown: _Optional[_Union[Fchown, _Mapping]] = ..., lchown: _Optional[_Union[Lchown, _Mapping]] = ..., umask: _Optional[_Union[Umask, _Mapping]] = ..., gettimeofday: _Optional[_Union[Gettimeofday, _Mapping]] = ..., getrlimit: _Optional[_Union[Getrlimit, _Mapping]] = ..., getrusage: _Optional[_Union[Getrusage, _Mapping]] = ..., sysinfo: _Optional[_Union[Sysinfo, _Mapping]] = ..., times: _Optional[_Union[Times, _Mapping]] = ..., ptrace: _Optional[_Union[Ptrace, _Mapping]] = ..., getuid: _Optional[_Union[Getuid, _Mapping]] = ..., syslog: _Optional[_Union[Syslog, _Mapping]] = ..., getgid: _Optional[_Union[Getgid, _Mapping]] = ..., setuid: _Optional[_Union[Setuid, _Mapping]] = ..., setgid: _Optional[_Union[Setgid, _Mapping]] = ..., geteuid: _Optional[_Union[Geteuid, _Mapping]] = ..., getegid: _Optional[_Union[Getegid, _Mapping]] = ..., setpgid: _Optional[_Union[Setpgid, _Mapping]] = ..., getppid: _Optional[_Union[Getppid, _Mapping]] = ..., getpgrp: _Optional[_Union[Getpgrp, _Mapping]] = ..., setsid: _Optional[_Union[Setsid, _Mapping]] = ..., setreuid: _Optional[_Union[Setreuid, _Mapping]] = ..., setregid: _Optional[_Union[Setregid, _Mapping]] = ..., getgroups: _Optional[_Union[Getgroups, _Mapping]] = ..., setgroups: _Optional[_Union[Setgroups, _Mapping]] = ..., setresuid: _Optional[_Union[Setresuid, _Mapping]] = ..., getresuid: _Optional[_Union[Getresuid, _Mapping]] = ..., setresgid: _Optional[_Union[Setresgid, _Mapping]] = ..., getresgid: _Optional[_Union[Getresgid, _Mapping]] = ..., getpgid: _Optional[_Union[Getpgid, _Mapping]] = ..., setfsuid: _Optional[_Union[Setfsuid, _Mapping]] = ..., setfsgid: _Optional[_Union[Setfsgid, _Mapping]] = ..., getsid: _Optional[_Union[Getsid, _Mapping]] = ..., capget: _Optional[_Union[Capget, _Mapping]] = ..., capset: _Optional[_Union[Capset, _Mapping]] = ..., rt_sigpending: _Optional[_Union[RtSigpending, _Mapping]] = ..., rt_sigtimedwait: _Optional[_Union[RtSigtimedwait, _Mapping]] = ..., rt_sigqueueinfo: _Optional[_Union[RtSigqueueinfo, _Mapping]] = ..., rt_sigsuspend: _Optional[_Union[RtSigsuspend, _Mapping]] = ..., sigaltstack: _Optional[_Union[Sigaltstack, _Mapping]] = ..., utime: _Optional[_Union[Utime, _Mapping]] = ..., mknod: _Optional[_Union[Mknod, _Mapping]] = ..., uselib: _Optional[_Union[Uselib, _Mapping]] = ..., personality: _Optional[_Union[Personality, _Mapping]] = ..., ustat: _Optional[_Union[Ustat, _Mapping]] = ..., statfs: _Optional[_Union[Statfs, _Mapping]] = ..., fstatfs: _Optional[_Union[Fstatfs, _Mapping]] = ..., sysfs: _Optional[_Union[Sysfs, _Mapping]] = ..., getpriority: _Optional[_Union[Getpriority, _Mapping]] = ..., setpriority: _Optional[_Union[Setpriority, _Mapping]] = ..., sched_setparam: _Optional[_Union[SchedSetparam, _Mapping]] = ..., sched_getparam: _Optional[_Union[SchedGetparam, _Mapping]] = ..., sched_setscheduler: _Optional[_Union[SchedSetscheduler, _Mapping]] = ..., sched_getscheduler: _Optional[_Union[SchedGetscheduler, _Mapping]] = ..., sched_get_priority_max: _Optional[_Union[SchedGetPriorityMax, _Mapping]] = ..., sched_get_priority_min: _Optional[_Union[SchedGetPriorityMin, _Mapping]] = ..., sched_rr_get_interval: _Optional[_Union[SchedRrGetInterval, _Mapping]] = ..., mlock: _Optional[_Union[Mlock, _Mapping]] = ..., munlock: _Optional[_Union[Munlock, _Mapping]] = ..., mlockall: _Optional[_Union[Mlockall, _Mapping]] = ..., munlockall: _Optional[_Union[Munlockall, _Mapping]] = ..., vhangup: _Optional[_Union[Vhangup, _Mapping]] = ..., modify_ldt: _Optional[_Union[ModifyLdt, _Mapping]] = ..., pivot_root: _Optional[_Union[PivotRoot, _Mapping]] = ..., sysctl: _Optional[_Union[Sysctl, _Mapping]] = ..., prctl: _Optional[_Union[Prctl, _Mapping]] = ..., arch_prctl: _Optional[_Union[ArchPrctl, _Mapping]] = ..., adjtimex: _Optional[_Union[Adjtimex, _Mapping]] = ..., setrlimit: _Optional[_Union[Setrlimit, _Mapping]] = ..., chroot: _Optional[_Union[Chroot, _Mapping]] = ..., sync: _Optional[_Union[Sync, _Mapping]] = ..., acct: _Optional[_Union[Acct, _Mapping]] = ..., settimeofday: _Optional[_Union[Settimeofday, _Mapping]] = ..., mount: _Optional[_Union[Mount, _Mapping]] = ..., umount2: _Optional[_Union[Umount2, _Mapping]] = ..., swapon: _Optional[_Union[Swapon, _Mapping]] = ..., swapoff: _Optional[_Union[Swapoff, _Mapping]] = ..., reboot: _Optional[_Union[Reboot, _Mapping]] = ..., sethostname: _Optional[_Union[Sethostname, _Mapping]] = ..., setdomainname: _Optional[_Union[Setdomainname, _Mapping]] = ..., iopl: _Optional[_Union[Iopl, _Mapping]] = ..., ioperm: _Optional[_Union[Ioperm, _Mapping]] = ..., create_module: _Optional[_Union[CreateModule, _Mapping]] = ..., init_module: _Optional[_Union[InitModule, _Mapping]] = ..., delete_module: _Optional[_Union[DeleteModule, _Mapping]] = ..., get_kernel_syms: _Optional[_Union[GetKernelSyms, _Mapping]] = ..., query_module: _Optional[_Union[QueryModule, _Mapping]] = ..., quotactl: _Optional[_Union[Quotactl, _Mapping]] = ..., nfsservctl: _Optional[_Union[Nfsservctl, _Mapping]] = ..., getpmsg: _Optional[_Union[Getpmsg, _Mapping]] = ..., putpmsg: _Optional[_Union[Putpmsg, _Mapping]] = ..., afs_syscall: _Optional[_Union[AfsSyscall, _Mapping]] = ..., tuxcall: _Optional[_Union[Tuxcall, _Mapping]] = ..., security: _Optional[_Union[Security, _Mapping]] = ..., gettid: _Optional[_Union[Gettid, _Mapping]] = ..., readahead: _Optional[_Union[Readahead, _Mapping]] = ..., setxattr: _Optional[_Union[Setxattr, _Mapping]] = ..., lsetxattr: _Optional[_Union[Lsetxattr, _Mapping]] = ..., fsetxattr: _Optional[_Union[Fsetxattr, _Mapping]] = ..., getxattr: _Optional[_Union[Getxattr, _Mapping]] = ..., lgetxattr: _Optional[_Union[Lgetxattr, _Mapping]] = ..., fgetxattr: _Optional[_Union[Fgetxattr, _Mapping]] = ..., listxattr: _Optional[_Union[Listxattr, _Mapping]] = ..., llistxattr: _Optional[_Union[Llistxattr, _Mapping]] = ..., flistxattr: _Optional[_Union[Flistxattr, _Mapping]] = ..., removexattr: _Optional[_Union[Removexattr, _Mapping]] = ..., lremovexattr: _Optional[_Union[Lremovexattr, _Mapping]] = ..., fremovexattr: _Optional[_Union[Fremovexattr, _Mapping]] = ..., tkill: _Optional[_Union[Tkill, _Mapping]] = ..., time: _Optional[_Union[Time, _Mapping]] = ..., futex: _Optional[_Union[Futex, _Mapping]] = ..., sched_setaffinity: _Optional[_Union[SchedSetaffinity, _Mapping]] = ..., sched_getaffinity: _Optional[_Union[SchedGetaffinity, _Mapping]] = ..., set_thread_area: _Optional[_Union[SetThreadArea, _Mapping]] = ..., io_setup: _Optional[_Union[IoSetup, _Mapping]] = ..., io_destroy: _Optional[_Union[IoDestroy, _Mapping]] = ..., io_getevents: _Optional[_Union[IoGetevents, _Mapping]] = ..., io_submit: _Optional[_Union[IoSubmit, _Mapping]] = ..., io_cancel: _Optional[_Union[IoCancel, _Mapping]] = ..., get_thread_area: _Optional[_Union[GetThreadArea, _Mapping]] = ..., lookup_dcookie: _Optional[_Union[LookupDcookie, _Mapping]] = ..., epoll_create: _Optional[_Union[EpollCreate, _Mapping]] = ..., epoll_ctl_old: _Optional[_Union[EpollCtlOld, _Mapping]] = ..., epoll_wait_old: _Optional[_Union[EpollWaitOld, _Mapping]] = ..., remap_file_pages: _Optional[_Union[RemapFilePages, _Mapping]] = ..., getdents64: _Optional[_Union[Getdents64, _Mapping]] = ..., set_tid_address: _Optional[_Union[SetTidAddress, _Mapping]] = ..., restart_syscall: _Optional[_Union[RestartSyscall, _Mapping]] = ..., semtimedop: _Optional[_Union[Semtimedop, _Mapping]] = ..., fadvise64: _Optional[_Union[Fadvise64, _Mapping]] = ..., timer_create: _Optional[_Union[TimerCreate, _Mapping]] = ..., timer_settime: _Optional[_Union[TimerSettime, _Mapping]] = ..., timer_gettime: _Optional[_Union[TimerGettime, _Mapping]] = ..., timer_getoverrun: _Optional[_Union[TimerGetoverrun, _Mapping]] = ..., timer_delete: _Optional[_Union[TimerDelete, _Mapping]] = ..., clock_settime: _Optional[_Union[ClockSettime, _Mapping]] = ..., clock_gettime: _Optional[_Union[ClockGettime, _Mapping]] = ..., clock_getres: _Optional[_Union[ClockGetres, _Mapping]] = ..., clock_nanosleep: _Optional[_Union[ClockNanosleep, _Mapping]] = ..., exit_group: _Optional[_Union[ExitGroup, _Mapping]] = ..., epoll_wait: _Optional[_Union[EpollWait, _Mapping]] = ..., epoll_ctl: _Optional[_Union[EpollCtl, _Mapping]] = ..., tgkill: _Optional[_Union[Tgkill, _Mapping]] = ..., utimes: _Optional[_Union[Utimes, _Mapping]] = ..., vserver: _Optional[_Union[Vserver, _Mapping]] = ..., mbind: _Optional[_Union[Mbind, _Mapping]] = ..., set_mempolicy: _Optional[_Union[SetMempolicy, _Mapping]] = ..., get_mempolicy: _Optional[_Union[GetMempolicy, _Mapping]] = ..., mq_open: _Optional[_Union[MqOpen, _Mapping]] = ..., mq_unlink: _Optional[_Union[MqUnlink, _Mapping]] = ..., mq_timedsend: _Optional[_Union[MqTimedsend, _Mapping]] = ..., mq_timedreceive: _Optional[_Union[MqTimedreceive, _Mapping]] = ..., mq_notify: _Optional[_Union[MqNotify, _Mapping]] = ..., mq_getsetattr: _Optional[_Union[MqGetsetattr, _Mapping]] = ..., kexec_load: _Optional[_Union[KexecLoad, _Mapping]] = ..., waitid: _Optional[_Union[Waitid, _Mapping]] = ..., add_key: _Optional[_Union[AddKey, _Mapping]] = ..., request_key: _Optional[_Union[RequestKey, _Mapping]] = ..., keyctl: _Optional[_Union[Keyctl, _Mapping]] = ..., ioprio_set: _Optional[_Union[IoprioSet, _Mapping]] = ..., ioprio_get: _Optional[_Union[IoprioGet, _Mapping]] = ..., inotify_init: _Optional[_Union[InotifyInit, _Mapping]] = ..., inotify_add_watch: _Optional[_Union[InotifyAddWatch, _Mapping]] = ..., inotify_rm_watch: _Optional[_Union[InotifyRmWatch, _Mapping]] = ..., migrate_pages: _Optional[_Union[MigratePages, _Mapping]] = ..., openat: _Optional[_Union[Openat, _Mapping]] = ..., mkdirat: _Optional[_Union[Mkdirat, _Mapping]] = ..., mknodat: _Optional[_Union[Mknodat, _Mapping]] = ..., fchownat: _Optional[_Union[Fchownat, _Mapping]] = ..., futimesat: _Optional[_Union[Futimesat, _Mapping]] = ..., newfstatat: _Optional[_Union[Newfstatat, _Mapping]] = ..., unlinkat: _Optional[_Union[Unlinkat, _Mapping]] = ..., renameat: _Optional[_Union[Renameat, _Mapping]] = ..., linkat: _Optional[_Union[Linkat, _Mapping]] = ..., symlinkat: _Optional[_Union[Symlinkat, _Mapping]] = ..., readlinkat: _Optional[_Union[Readlinkat, _Mapping]] = ..., fchmodat: _Optional[_Union[Fchmodat, _Mapping]] = ..., faccessat: _Optional[_Union[Faccessat, _Mapping]] = ..., pselect6: _Optional[_Union[Pselect6, _Mapping]] = ..., ppoll: _Optional[_Union[Ppoll, _Mapping]] = ..., unshare: _Optional[_Union[Unshare, _Mapping]] = ..., set_robust_list: _Optional[_Union[SetRobustList, _Mapping]] = ..., get_robust_list: _Optional[_Union[GetRobustList, _Mapping]] = ..., splice: _Optional[_Union[Splice, _Mapping]] = ..., tee: _Optional[_Union[Tee, _Mapping]] = ..., sync_file_range: _Optional[_Union[SyncFileRange, _Mapping]] = ..., vmsplice: _Optional[_Union[Vmsplice, _Mapping]] = ..., move_pages: _Optional[_Union[MovePages, _Mapping]] = ..., utimensat: _Optional[_Union[Utimensat, _Mapping]] = ..., epoll_pwait: _Optional[_Union[EpollPwait, _Mapping]] = ..., signalfd: _Optional[_Union[Signalfd, _Mapping]] = ..., timerfd_create: _Optional[_Union[TimerfdCreate, _Mapping]] = ..., eventfd: _Optional[_Union[Eventfd, _Mapping]] = ..., fallocate: _Optional[_Union[Fallocate, _Mapping]] = ..., timerfd_settime: _Optional[_Union[TimerfdSettime, _Mapping]] = ..., timerfd_gettime: _Optional[_Union[TimerfdGettime, _Mapping]] = ..., accept4: _Optional[_Union[Accept4, _Mapping]] = ..., signalfd4: _Optional[_Union[Signalfd4, _Mapping]] = ..., eventfd2: _Optional[_Union[Eventfd2, _Mapping]] = ..., epoll_create1: _Optional[_Union[EpollCreate1, _Mapping]] = ..., dup3: _Optional[_Union[Dup3, _Mapping]] = ..., pipe2: _Optional[_Union[Pipe2, _Mapping]] = ..., inotify_init1: _Optional[_Union[InotifyInit1, _Mapping]] = ..., preadv: _Optional[_Union[Preadv, _Mapping]] = ..., pwritev: _Optional[_Union[Pwritev, _Mapping]] = ..., rt_tgsigqueueinfo: _Optional[_Union[RtTgsigqueueinfo, _Mapping]] = ..., perf_event_open: _Optional[_Union[PerfEventOpen, _Mapping]] = ..., recvmmsg: _Optional[_Union[Recvmmsg, _Mapping]] = ..., fanotify_init: _Optional[_Union[FanotifyInit, _Mapping]] = ..., fanotify_mark: _Optional[_Union[FanotifyMark, _Mapping]] = ..., prlimit64: _Optional[_Union[Prlimit64, _Mapping]] = ..., name_to_handle_at: _Optional[_Union[NameToHandleAt, _Mapping]] = ..., open_by_handle_at: _Optional[_Union[OpenByHandleAt, _Mapping]] = ..., clock_adjtime: _Optional[_Union[ClockAdjtime, _Mapping]] = ..., syncfs: _Optional[_Union[Syncfs, _Mapping]] = ..., sendmmsg: _Optional[_Union[Sendmmsg, _Mapping]] = ..., setns: _Optional[_Union[Setns, _Mapping]] = ..., getcpu: _Optional[_Union[Getcpu, _Mapping]] = ..., process_vm_readv: _Optional[_Union[ProcessVmReadv, _Mapping]] = ..., process_vm_writev: _Optional[_Union[ProcessVmWritev, _Mapping]] = ..., kcmp: _Optional[_Union[Kcmp, _Mapping]] = ..., finit_module: _Optional[_Union[FinitModule, _Mapping]] = ..., sched_setattr: _Optional[_Union[SchedSetattr, _Mapping]] = ..., sched_getattr: _Optional[_Union[SchedGetattr, _Mapping]] = ..., renameat2: _Optional[_Union[Renameat2, _Mapping]] = ..., seccomp: _Optional[_Union[Seccomp, _Mapping]] = ..., getrandom: _Optional[_Union[Getrandom, _Mapping]] = ..., memfd_create: _Optional[_Union[MemfdCreate, _Mapping]] = ..., kexec_file_load: _Optional[_Union[KexecFileLoad, _Mapping]] = ..., bpf: _Optional[_Union[Bpf, _Mapping]] = ..., execveat: _Optional[_Union[Execveat, _Mapping]] = ..., userfaultfd: _Optional[_Union[Userfaultfd, _Mapping]] = ..., membarrier: _Optional[_Union[Membarrier, _Mapping]] = ..., mlock2: _Optional[_Union[Mlock2, _Mapping]] = ..., copy_file_range: _Optional[_Union[CopyFileRange, _Mapping]] = ..., preadv2: _Optional[_Union[Preadv2, _Mapping]] = ..., pwritev2: _Optional[_Union[Pwritev2, _Mapping]] = ..., pkey_mprotect: _Optional[_Union[PkeyMprotect, _Mapping]] = ..., pkey_alloc: _Optional[_Union[PkeyAlloc, _Mapping]] = ..., pkey_free: _Optional[_Union[PkeyFree, _Mapping]] = ..., statx: _Optional[_Union[Statx, _Mapping]] = ..., io_pgetevents: _Optional[_Union[IoPgetevents, _Mapping]] = ..., rseq: _Optional[_Union[Rseq, _Mapping]] = ..., uretprobe: _Optional[_Union[Uretprobe, _Mapping]] = ..., uprobe: _Optional[_Union[Uprobe, _Mapping]] = ..., pidfd_send_signal: _Optional[_Union[PidfdSendSignal, _Mapping]] = ..., io_uring_setup: _Optional[_Union[IoUringSetup, _Mapping]] = ..., io_uring_enter: _Optional[_Union[IoUringEnter, _Mapping]] = ..., io_uring_register: _Optional[_Union[IoUringRegister, _Mapping]] = ..., open_tree: _Optional[_Union[OpenTree, _Mapping]] = ..., move_mount: _Optional[_Union[MoveMount, _Mapping]] = ..., fsopen: _Optional[_Union[Fsopen, _Mapping]] = ..., fsconfig: _Optional[_Union[Fsconfig, _Mapping]] = ..., fsmount: _Optional[_Union[Fsmount, _Mapping]] = ..., fspick: _Optional[_Union[Fspick, _Mapping]] = ..., pidfd_open: _Optional[_Union[PidfdOpen, _Mapping]] = ..., clone3: _Optional[_Union[Clone3, _Mapping]] = ..., close_range: _Optional[_Union[CloseRange, _Mapping]] = ..., openat2: _Optional[_Union[Openat2, _Mapping]] = ..., pidfd_getfd: _Optional[_Union[PidfdGetfd, _Mapping]] = ..., faccessat2: _Optional[_Union[Faccessat2, _Mapping]] = ..., process_madvise: _Optional[_Union[ProcessMadvise, _Mapping]] = ..., epoll_pwait2: _Optional[_Union[EpollPwait2, _Mapping]] = ..., mount_setattr: _Optional[_Union[MountSetattr, _Mapping]] = ..., quotactl_fd: _Optional[_Union[QuotactlFd, _Mapping]] = ..., landlock_create_ruleset: _Optional[_Union[LandlockCreateRuleset, _Mapping]] = ..., landlock_add_rule: _Optional[_Union[LandlockAddRule, _Mapping]] = ..., landlock_restrict_self: _Optional[_Union[LandlockRestrictSelf, _Mapping]] = ..., memfd_secret: _Optional[_Union[MemfdSecret, _Mapping]] = ..., process_mrelease: _Optional[_Union[ProcessMrelease, _Mapping]] = ..., futex_waitv: _Optional[_Union[FutexWaitv, _Mapping]] = ..., set_mempolicy_home_node: _Optional[_Union[SetMempolicyHomeNode, _Mapping]] = ..., cachestat: _Optional[_Union[Cachestat, _Mapping]] = ..., fchmodat2: _Optional[_Union[Fchmodat2, _Mapping]] = ..., map_shadow_stack: _Optional[_Union[MapShadowStack, _Mapping]] = ..., futex_wake: _Optional[_Union[FutexWake, _Mapping]] = ..., futex_wait: _Optional[_Union[FutexWait, _Mapping]] = ..., futex_requeue: _Optional[_Union[FutexRequeue, _Mapping]] = ..., statmount: _Optional[_Union[Statmount, _Mapping]] = ..., listmount: _Optional[_Union[Listmount, _Mapping]] = ..., lsm_get_self_attr: _Optional[_Union[LsmGetSelfAttr, _Mapping]] = ..., lsm_set_self_attr: _Optional[_Union[LsmSetSelfAttr, _Mapping]] = ..., lsm_list_modules: _Optional[_Union[LsmListModules, _Mapping]] = ..., mseal: _Optional[_Union[Mseal, _Mapping]] = ..., setxattrat: _Optional[_Union[Setxattrat, _Mapping]] = ..., getxattrat: _Optional[_Union[Getxattrat, _Mapping]] = ..., listxattrat: _Optional[_Union[Listxattrat, _Mapping]] = ..., removexattrat: _Optional[_Union[Removexattrat, _Mapping]] = ..., open_tree_attr: _Optional[_Union[OpenTreeAttr, _Mapping]] = ..., file_getattr: _Optional[_Union[FileGetattr, _Mapping]] = ..., file_setattr: _Optional[_Union[FileSetattr, _Mapping]] = ..., listns: _Optional[_Union[Listns, _Mapping]] = ..., rseq_slice_yield: _Optional[_Union[RseqSliceYield, _Mapping]] = ..., waitpid: _Optional[_Union[Waitpid, _Mapping]] = ..., oldstat: _Optional[_Union[Oldstat, _Mapping]] = ..., umount: _Optional[_Union[Umount, _Mapping]] = ..., stime: _Optional[_Union[Stime, _Mapping]] = ..., oldfstat: _Optional[_Union[Oldfstat, _Mapping]] = ..., stty: _Optional[_Union[Stty, _Mapping]] = ..., gtty: _Optional[_Union[Gtty, _Mapping]] = ..., nice: _Optional[_Union[Nice, _Mapping]] = ..., ftime: _Optional[_Union[Ftime, _Mapping]] = ..., prof: _Optional[_Union[Prof, _Mapping]] = ..., signal: _Optional[_Union[Signal, _Mapping]] = ..., lock: _Optional[_Union[Lock, _Mapping]] = ..., mpx: _Optional[_Union[Mpx, _Mapping]] = ..., ulimit: _Optional[_Union[Ulimit, _Mapping]] = ..., oldolduname: _Optional[_Union[Oldolduname, _Mapping]] = ..., sigaction: _Optional[_Union[Sigaction, _Mapping]] = ..., sgetmask: _Optional[_Union[Sgetmask, _Mapping]] = ..., ssetmask: _Optional[_Union[Ssetmask, _Mapping]] = ..., sigsuspend: _Optional[_Union[Sigsuspend, _Mapping]] = ..., sigpending: _Optional[_Union[Sigpending, _Mapping]] = ..., old_select: _Optional[_Union[OldSelect, _Mapping]] = ..., oldlstat: _Optional[_Union[Oldlstat, _Mapping]] = ..., readdir: _Optional[_Union[Readdir, _Mapping]] = ..., old_mmap: _Optional[_Union[OldMmap, _Mapping]] = ..., profil: _Optional[_Union[Profil, _Mapping]] = ..., socketcall: _Optional[_Union[Socketcall, _Mapping]] = ..., olduname: _Optional[_Union[Olduname, _Mapping]] = ..., idle: _Optional[_Union[Idle, _Mapping]] = ..., vm86old: _Optional[_Union[Vm86old, _Mapping]] = ..., ipc: _Optional[_Union[Ipc, _Mapping]] = ..., sigreturn: _Optional[_Union[Sigreturn, _Mapping]] = ..., sigprocmask: _Optional[_Union[Sigprocmask, _Mapping]] = ..., bdflush: _Optional[_Union[Bdflush, _Mapping]] = ..., llseek: _Optional[_Union[Llseek, _Mapping]] = ..., newselect: _Optional[_Union[Newselect, _Mapping]] = ..., vm86: _Optional[_Union[Vm86, _Mapping]] = ..., ugetrlimit: _Optional[_Union[Ugetrlimit, _Mapping]] = ..., mmap2: _Optional[_Union[Mmap2, _Mapping]] = ..., truncate64: _Optional[_Union[Truncate64, _Mapping]] = ..., ftruncate64: _Optional[_Union[Ftruncate64, _Mapping]] = ..., stat64: _Optional[_Union[Stat64, _Mapping]] = ..., lstat64: _Optional[_Union[Lstat64, _Mapping]] = ..., fstat64: _Optional[_Union[Fstat64, _Mapping]] = ..., lchown32: _Optional[_Union[Lchown32, _Mapping]] = ..., getuid32: _Optional[_Union[Getuid32, _Mapping]] = ..., getgid32: _Optional[_Union[Getgid32, _Mapping]] = ..., geteuid32: _Optional[_Union[Geteuid32, _Mapping]] = ..., getegid32: _Optional[_Union[Getegid32, _Mapping]] = ..., setreuid32: _Optional[_Union[Setreuid32, _Mapping]] = ..., setregid32: _Optional[_Union[Setregid32, _Mapping]] = ..., getgroups32: _Optional[_Union[Getgroups32, _Mapping]] = ..., setgroups32: _Optional[_Union[Setgroups32, _Mapping]] = ..., fchown32: _Optional[_Union[Fchown32, _Mapping]] = ..., setresuid32: _Optional[_Union[Setresuid32, _Mapping]] = ..., getresuid32: _Optional[_Union[Getresuid32, _Mapping]] = ..., setresgid32: _Optional[_Union[Setresgid32, _Mapping]] = ..., getresgid32: _Optional[_Union[Getresgid32, _Mapping]] = ..., chown32: _Optional[_Union[Chown32, _Mapping]] = ..., setuid32: _Optional[_Union[Setuid32, _Mapping]] = ..., setgid32: _Optional[_Union[Setgid32, _Mapping]] = ..., setfsuid32: _Optional[_Union[Setfsuid32, _Mapping]] = ..., setfsgid32: _Optional[_Union[Setfsgid32, _Mapping]] = ..., fcntl64: _Optional[_Union[Fcntl64, _Mapping]] = ..., sendfile64: _Optional[_Union[Sendfile64, _Mapping]] = ..., statfs64: _Optional[_Union[Statfs64, _Mapping]] = ..., fstatfs64: _Optional[_Union[Fstatfs64, _Mapping]] = ..., fadvise64_64: _Optional[_Union[Fadvise6464, _Mapping]] = ..., fstatat64: _Optional[_Union[Fstatat64, _Mapping]] = ..., clock_gettime64: _Optional[_Union[ClockGettime64, _Mapping]] = ..., clock_settime64: _Optional[_Union[ClockSettime64, _Mapping]] = ..., clock_adjtime64: _Optional[_Union[ClockAdjtime64, _Mapping]] = ..., clock_getres_time64: _Optional[_Union[ClockGetresTime64, _Mapping]] = ..., clock_nanosleep_time64: _Optional[_Union[ClockNanosleepTime64, _Mapping]] = ..., timer_gettime64: _Optional[_Union[TimerGettime64, _Mapping]] = ..., timer_settime64: _Optional[_Union[TimerSettime64, _Mapping]] = ..., timerfd_gettime64: _Optional[_Union[TimerfdGettime64, _Mapping]] = ..., timerfd_settime64: _Optional[_Union[TimerfdSettime64, _Mapping]] = ..., utimensat_time64: _Optional[_Union[UtimensatTime64, _Mapping]] = ..., pselect6_time64: _Optional[_Union[Pselect6Time64, _Mapping]] = ..., ppoll_time64: _Optional[_Union[PpollTime64, _Mapping]] = ..., io_pgetevents_time64: _Optional[_Union[IoPgeteventsTime64, _Mapping]] = ..., recvmmsg_time64: _Optional[_Union[RecvmmsgTime64, _Mapping]] = ..., mq_timedsend_time64: _Optional[_Union[MqTimedsendTime64, _Mapping]] = ..., mq_timedreceive_time64: _Optional[_Union[MqTimedreceiveTime64, _Mapping]] = ..., semtimedop_time64: _Optional[_Union[SemtimedopTime64, _Mapping]] = ..., rt_sigtimedwait_time64: _Optional[_Union[RtSigtimedwaitTime64, _Mapping]] = ..., futex_time64: _Optional[_Union[FutexTime64, _Mapping]] = ..., sched_rr_get_interval_time64: _Optional[_Union[SchedRrGetIntervalTime64, _Mapping]] = ...) -> None: ...

class SourceField(_message.Message):
    __slots__ = ("name", "signed_number", "number", "content", "numbers")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SIGNED_NUMBER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    NUMBERS_FIELD_NUMBER: _ClassVar[int]
    name: str
    signed_number: int
    number: int
    content: bytes
    numbers: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, name: _Optional[str] = ..., signed_number: _Optional[int] = ..., number: _Optional[int] = ..., content: _Optional[bytes] = ..., numbers: _Optional[_Iterable[int]] = ...) -> None: ...

class NamedPid(_message.Message):
    __slots__ = ("number", "pid", "comm")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PID_FIELD_NUMBER: _ClassVar[int]
    COMM_FIELD_NUMBER: _ClassVar[int]
    number: int
    pid: int
    comm: bytes
    def __init__(self, number: _Optional[int] = ..., pid: _Optional[int] = ..., comm: _Optional[bytes] = ...) -> None: ...

class StackFrame(_message.Message):
    __slots__ = ("function", "file", "line", "offset", "build_id", "function_offset")
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    BUILD_ID_FIELD_NUMBER: _ClassVar[int]
    FUNCTION_OFFSET_FIELD_NUMBER: _ClassVar[int]
    function: bytes
    file: bytes
    line: int
    offset: int
    build_id: str
    function_offset: int
    def __init__(self, function: _Optional[bytes] = ..., file: _Optional[bytes] = ..., line: _Optional[int] = ..., offset: _Optional[int] = ..., build_id: _Optional[str] = ..., function_offset: _Optional[int] = ...) -> None: ...

class EventFile(_message.Message):
    __slots__ = ("place", "file")
    PLACE_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    place: str
    file: OpenFile
    def __init__(self, place: _Optional[str] = ..., file: _Optional[_Union[OpenFile, _Mapping]] = ...) -> None: ...

class OpenFile(_message.Message):
    __slots__ = ("id", "version", "kind", "path", "host_path", "deleted", "created", "device", "inode", "rdev", "mount_namespace", "socket", "made")
    ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    HOST_PATH_FIELD_NUMBER: _ClassVar[int]
    DELETED_FIELD_NUMBER: _ClassVar[int]
    CREATED_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    INODE_FIELD_NUMBER: _ClassVar[int]
    RDEV_FIELD_NUMBER: _ClassVar[int]
    MOUNT_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    SOCKET_FIELD_NUMBER: _ClassVar[int]
    MADE_FIELD_NUMBER: _ClassVar[int]
    id: int
    version: int
    kind: str
    path: bytes
    host_path: bytes
    deleted: bool
    created: bool
    device: int
    inode: int
    rdev: int
    mount_namespace: int
    socket: OpenSocket
    made: bool
    def __init__(self, id: _Optional[int] = ..., version: _Optional[int] = ..., kind: _Optional[str] = ..., path: _Optional[bytes] = ..., host_path: _Optional[bytes] = ..., deleted: bool = ..., created: bool = ..., device: _Optional[int] = ..., inode: _Optional[int] = ..., rdev: _Optional[int] = ..., mount_namespace: _Optional[int] = ..., socket: _Optional[_Union[OpenSocket, _Mapping]] = ..., made: bool = ...) -> None: ...

class OpenSocket(_message.Message):
    __slots__ = ("family", "type", "protocol", "state", "local_addr", "local_port", "peer_addr", "peer_port", "peer_pid", "peer_inode", "cookie", "network_namespace")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LOCAL_ADDR_FIELD_NUMBER: _ClassVar[int]
    LOCAL_PORT_FIELD_NUMBER: _ClassVar[int]
    PEER_ADDR_FIELD_NUMBER: _ClassVar[int]
    PEER_PORT_FIELD_NUMBER: _ClassVar[int]
    PEER_PID_FIELD_NUMBER: _ClassVar[int]
    PEER_INODE_FIELD_NUMBER: _ClassVar[int]
    COOKIE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    family: str
    type: str
    protocol: str
    state: str
    local_addr: bytes
    local_port: int
    peer_addr: bytes
    peer_port: int
    peer_pid: int
    peer_inode: int
    cookie: int
    network_namespace: int
    def __init__(self, family: _Optional[str] = ..., type: _Optional[str] = ..., protocol: _Optional[str] = ..., state: _Optional[str] = ..., local_addr: _Optional[bytes] = ..., local_port: _Optional[int] = ..., peer_addr: _Optional[bytes] = ..., peer_port: _Optional[int] = ..., peer_pid: _Optional[int] = ..., peer_inode: _Optional[int] = ..., cookie: _Optional[int] = ..., network_namespace: _Optional[int] = ...) -> None: ...

class Iovec(_message.Message):
    __slots__ = ("base", "length", "data")
    BASE_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    base: int
    length: int
    data: bytes
    def __init__(self, base: _Optional[int] = ..., length: _Optional[int] = ..., data: _Optional[bytes] = ...) -> None: ...

class Msghdr(_message.Message):
    __slots__ = ("name", "iov", "control", "flags", "namelen", "iovlen", "controllen", "control_messages")
    NAME_FIELD_NUMBER: _ClassVar[int]
    IOV_FIELD_NUMBER: _ClassVar[int]
    CONTROL_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NAMELEN_FIELD_NUMBER: _ClassVar[int]
    IOVLEN_FIELD_NUMBER: _ClassVar[int]
    CONTROLLEN_FIELD_NUMBER: _ClassVar[int]
    CONTROL_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    name: StructSockaddr
    iov: _containers.RepeatedCompositeFieldContainer[Iovec]
    control: bytes
    flags: int
    namelen: int
    iovlen: int
    controllen: int
    control_messages: _containers.RepeatedCompositeFieldContainer[StructCmsghdr]
    def __init__(self, name: _Optional[_Union[StructSockaddr, _Mapping]] = ..., iov: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., control: _Optional[bytes] = ..., flags: _Optional[int] = ..., namelen: _Optional[int] = ..., iovlen: _Optional[int] = ..., controllen: _Optional[int] = ..., control_messages: _Optional[_Iterable[_Union[StructCmsghdr, _Mapping]]] = ...) -> None: ...

class Mmsghdr(_message.Message):
    __slots__ = ("msg_hdr", "msg_len")
    MSG_HDR_FIELD_NUMBER: _ClassVar[int]
    MSG_LEN_FIELD_NUMBER: _ClassVar[int]
    msg_hdr: Msghdr
    msg_len: int
    def __init__(self, msg_hdr: _Optional[_Union[Msghdr, _Mapping]] = ..., msg_len: _Optional[int] = ...) -> None: ...

class StructKernelFsidT(_message.Message):
    __slots__ = ("val",)
    VAL_FIELD_NUMBER: _ClassVar[int]
    val: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, val: _Optional[_Iterable[int]] = ...) -> None: ...

class StructKernelItimerspec(_message.Message):
    __slots__ = ("it_interval", "it_value")
    IT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    IT_VALUE_FIELD_NUMBER: _ClassVar[int]
    it_interval: StructKernelTimespec
    it_value: StructKernelTimespec
    def __init__(self, it_interval: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., it_value: _Optional[_Union[StructKernelTimespec, _Mapping]] = ...) -> None: ...

class StructKernelOldItimerval(_message.Message):
    __slots__ = ("it_interval", "it_value")
    IT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    IT_VALUE_FIELD_NUMBER: _ClassVar[int]
    it_interval: StructKernelOldTimeval
    it_value: StructKernelOldTimeval
    def __init__(self, it_interval: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., it_value: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ...) -> None: ...

class StructKernelOldTimeval(_message.Message):
    __slots__ = ("tv_sec", "tv_usec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_USEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_usec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_usec: _Optional[int] = ...) -> None: ...

class StructKernelSockTimeval(_message.Message):
    __slots__ = ("tv_sec", "tv_usec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_USEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_usec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_usec: _Optional[int] = ...) -> None: ...

class StructKernelTimespec(_message.Message):
    __slots__ = ("tv_sec", "tv_nsec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_NSEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_nsec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_nsec: _Optional[int] = ...) -> None: ...

class StructKernelTimex(_message.Message):
    __slots__ = ("modes", "offset", "freq", "maxerror", "esterror", "status", "constant", "precision", "tolerance", "time", "tick", "ppsfreq", "jitter", "shift", "stabil", "jitcnt", "calcnt", "errcnt", "stbcnt", "tai")
    MODES_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    FREQ_FIELD_NUMBER: _ClassVar[int]
    MAXERROR_FIELD_NUMBER: _ClassVar[int]
    ESTERROR_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CONSTANT_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    TICK_FIELD_NUMBER: _ClassVar[int]
    PPSFREQ_FIELD_NUMBER: _ClassVar[int]
    JITTER_FIELD_NUMBER: _ClassVar[int]
    SHIFT_FIELD_NUMBER: _ClassVar[int]
    STABIL_FIELD_NUMBER: _ClassVar[int]
    JITCNT_FIELD_NUMBER: _ClassVar[int]
    CALCNT_FIELD_NUMBER: _ClassVar[int]
    ERRCNT_FIELD_NUMBER: _ClassVar[int]
    STBCNT_FIELD_NUMBER: _ClassVar[int]
    TAI_FIELD_NUMBER: _ClassVar[int]
    modes: int
    offset: int
    freq: int
    maxerror: int
    esterror: int
    status: int
    constant: int
    precision: int
    tolerance: int
    time: StructKernelTimexTimeval
    tick: int
    ppsfreq: int
    jitter: int
    shift: int
    stabil: int
    jitcnt: int
    calcnt: int
    errcnt: int
    stbcnt: int
    tai: int
    def __init__(self, modes: _Optional[int] = ..., offset: _Optional[int] = ..., freq: _Optional[int] = ..., maxerror: _Optional[int] = ..., esterror: _Optional[int] = ..., status: _Optional[int] = ..., constant: _Optional[int] = ..., precision: _Optional[int] = ..., tolerance: _Optional[int] = ..., time: _Optional[_Union[StructKernelTimexTimeval, _Mapping]] = ..., tick: _Optional[int] = ..., ppsfreq: _Optional[int] = ..., jitter: _Optional[int] = ..., shift: _Optional[int] = ..., stabil: _Optional[int] = ..., jitcnt: _Optional[int] = ..., calcnt: _Optional[int] = ..., errcnt: _Optional[int] = ..., stbcnt: _Optional[int] = ..., tai: _Optional[int] = ...) -> None: ...

class StructKernelTimexTimeval(_message.Message):
    __slots__ = ("tv_sec", "tv_usec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_USEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_usec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_usec: _Optional[int] = ...) -> None: ...

class StructOldKernelStat(_message.Message):
    __slots__ = ("st_dev", "st_ino", "st_mode", "st_nlink", "st_uid", "st_gid", "st_rdev", "st_size", "st_atime", "st_mtime", "st_ctime")
    ST_DEV_FIELD_NUMBER: _ClassVar[int]
    ST_INO_FIELD_NUMBER: _ClassVar[int]
    ST_MODE_FIELD_NUMBER: _ClassVar[int]
    ST_NLINK_FIELD_NUMBER: _ClassVar[int]
    ST_UID_FIELD_NUMBER: _ClassVar[int]
    ST_GID_FIELD_NUMBER: _ClassVar[int]
    ST_RDEV_FIELD_NUMBER: _ClassVar[int]
    ST_SIZE_FIELD_NUMBER: _ClassVar[int]
    ST_ATIME_FIELD_NUMBER: _ClassVar[int]
    ST_MTIME_FIELD_NUMBER: _ClassVar[int]
    ST_CTIME_FIELD_NUMBER: _ClassVar[int]
    st_dev: int
    st_ino: int
    st_mode: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_atime: int
    st_mtime: int
    st_ctime: int
    def __init__(self, st_dev: _Optional[int] = ..., st_ino: _Optional[int] = ..., st_mode: _Optional[int] = ..., st_nlink: _Optional[int] = ..., st_uid: _Optional[int] = ..., st_gid: _Optional[int] = ..., st_rdev: _Optional[int] = ..., st_size: _Optional[int] = ..., st_atime: _Optional[int] = ..., st_mtime: _Optional[int] = ..., st_ctime: _Optional[int] = ...) -> None: ...

class StructUserCapDataStruct(_message.Message):
    __slots__ = ("effective", "permitted", "inheritable")
    EFFECTIVE_FIELD_NUMBER: _ClassVar[int]
    PERMITTED_FIELD_NUMBER: _ClassVar[int]
    INHERITABLE_FIELD_NUMBER: _ClassVar[int]
    effective: int
    permitted: int
    inheritable: int
    def __init__(self, effective: _Optional[int] = ..., permitted: _Optional[int] = ..., inheritable: _Optional[int] = ...) -> None: ...

class StructUserCapHeaderStruct(_message.Message):
    __slots__ = ("version", "pid_")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    version: int
    pid_: int
    def __init__(self, version: _Optional[int] = ..., pid_: _Optional[int] = ...) -> None: ...

class StructArpreq(_message.Message):
    __slots__ = ("arp_pa", "arp_ha", "arp_flags", "arp_netmask", "arp_dev")
    ARP_PA_FIELD_NUMBER: _ClassVar[int]
    ARP_HA_FIELD_NUMBER: _ClassVar[int]
    ARP_FLAGS_FIELD_NUMBER: _ClassVar[int]
    ARP_NETMASK_FIELD_NUMBER: _ClassVar[int]
    ARP_DEV_FIELD_NUMBER: _ClassVar[int]
    arp_pa: StructSockaddr
    arp_ha: StructSockaddr
    arp_flags: int
    arp_netmask: StructSockaddr
    arp_dev: bytes
    def __init__(self, arp_pa: _Optional[_Union[StructSockaddr, _Mapping]] = ..., arp_ha: _Optional[_Union[StructSockaddr, _Mapping]] = ..., arp_flags: _Optional[int] = ..., arp_netmask: _Optional[_Union[StructSockaddr, _Mapping]] = ..., arp_dev: _Optional[bytes] = ...) -> None: ...

class StructBpfAttr(_message.Message):
    __slots__ = ("map_type", "key_size", "value_size", "max_entries", "map_flags", "inner_map_fd", "numa_node", "map_name", "map_ifindex", "btf_fd", "btf_key_type_id", "btf_value_type_id", "btf_vmlinux_value_type_id", "map_extra", "value_type_btf_obj_fd", "map_token_fd", "excl_prog_hash", "excl_prog_hash_size")
    MAP_TYPE_FIELD_NUMBER: _ClassVar[int]
    KEY_SIZE_FIELD_NUMBER: _ClassVar[int]
    VALUE_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    MAP_FLAGS_FIELD_NUMBER: _ClassVar[int]
    INNER_MAP_FD_FIELD_NUMBER: _ClassVar[int]
    NUMA_NODE_FIELD_NUMBER: _ClassVar[int]
    MAP_NAME_FIELD_NUMBER: _ClassVar[int]
    MAP_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    BTF_FD_FIELD_NUMBER: _ClassVar[int]
    BTF_KEY_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    BTF_VALUE_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    BTF_VMLINUX_VALUE_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    MAP_EXTRA_FIELD_NUMBER: _ClassVar[int]
    VALUE_TYPE_BTF_OBJ_FD_FIELD_NUMBER: _ClassVar[int]
    MAP_TOKEN_FD_FIELD_NUMBER: _ClassVar[int]
    EXCL_PROG_HASH_FIELD_NUMBER: _ClassVar[int]
    EXCL_PROG_HASH_SIZE_FIELD_NUMBER: _ClassVar[int]
    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    inner_map_fd: int
    numa_node: int
    map_name: bytes
    map_ifindex: int
    btf_fd: int
    btf_key_type_id: int
    btf_value_type_id: int
    btf_vmlinux_value_type_id: int
    map_extra: int
    value_type_btf_obj_fd: int
    map_token_fd: int
    excl_prog_hash: int
    excl_prog_hash_size: int
    def __init__(self, map_type: _Optional[int] = ..., key_size: _Optional[int] = ..., value_size: _Optional[int] = ..., max_entries: _Optional[int] = ..., map_flags: _Optional[int] = ..., inner_map_fd: _Optional[int] = ..., numa_node: _Optional[int] = ..., map_name: _Optional[bytes] = ..., map_ifindex: _Optional[int] = ..., btf_fd: _Optional[int] = ..., btf_key_type_id: _Optional[int] = ..., btf_value_type_id: _Optional[int] = ..., btf_vmlinux_value_type_id: _Optional[int] = ..., map_extra: _Optional[int] = ..., value_type_btf_obj_fd: _Optional[int] = ..., map_token_fd: _Optional[int] = ..., excl_prog_hash: _Optional[int] = ..., excl_prog_hash_size: _Optional[int] = ...) -> None: ...

class StructBpfAttrAttach(_message.Message):
    __slots__ = ("target_fd", "attach_bpf_fd", "attach_type", "attach_flags", "replace_bpf_fd", "relative_fd", "expected_revision")
    TARGET_FD_FIELD_NUMBER: _ClassVar[int]
    ATTACH_BPF_FD_FIELD_NUMBER: _ClassVar[int]
    ATTACH_TYPE_FIELD_NUMBER: _ClassVar[int]
    ATTACH_FLAGS_FIELD_NUMBER: _ClassVar[int]
    REPLACE_BPF_FD_FIELD_NUMBER: _ClassVar[int]
    RELATIVE_FD_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_REVISION_FIELD_NUMBER: _ClassVar[int]
    target_fd: int
    attach_bpf_fd: int
    attach_type: int
    attach_flags: int
    replace_bpf_fd: int
    relative_fd: int
    expected_revision: int
    def __init__(self, target_fd: _Optional[int] = ..., attach_bpf_fd: _Optional[int] = ..., attach_type: _Optional[int] = ..., attach_flags: _Optional[int] = ..., replace_bpf_fd: _Optional[int] = ..., relative_fd: _Optional[int] = ..., expected_revision: _Optional[int] = ...) -> None: ...

class StructBpfAttrBatch(_message.Message):
    __slots__ = ("batch",)
    BATCH_FIELD_NUMBER: _ClassVar[int]
    batch: StructBpfAttrBatchBatch
    def __init__(self, batch: _Optional[_Union[StructBpfAttrBatchBatch, _Mapping]] = ...) -> None: ...

class StructBpfAttrBatchBatch(_message.Message):
    __slots__ = ("in_batch", "out_batch", "keys", "values", "count", "map_fd", "elem_flags", "flags")
    IN_BATCH_FIELD_NUMBER: _ClassVar[int]
    OUT_BATCH_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    MAP_FD_FIELD_NUMBER: _ClassVar[int]
    ELEM_FLAGS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    in_batch: int
    out_batch: int
    keys: int
    values: int
    count: int
    map_fd: int
    elem_flags: int
    flags: int
    def __init__(self, in_batch: _Optional[int] = ..., out_batch: _Optional[int] = ..., keys: _Optional[int] = ..., values: _Optional[int] = ..., count: _Optional[int] = ..., map_fd: _Optional[int] = ..., elem_flags: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructBpfAttrBtfLoad(_message.Message):
    __slots__ = ("btf", "btf_log_buf", "btf_size", "btf_log_size", "btf_log_level", "btf_log_true_size", "btf_flags", "btf_token_fd")
    BTF_FIELD_NUMBER: _ClassVar[int]
    BTF_LOG_BUF_FIELD_NUMBER: _ClassVar[int]
    BTF_SIZE_FIELD_NUMBER: _ClassVar[int]
    BTF_LOG_SIZE_FIELD_NUMBER: _ClassVar[int]
    BTF_LOG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    BTF_LOG_TRUE_SIZE_FIELD_NUMBER: _ClassVar[int]
    BTF_FLAGS_FIELD_NUMBER: _ClassVar[int]
    BTF_TOKEN_FD_FIELD_NUMBER: _ClassVar[int]
    btf: int
    btf_log_buf: int
    btf_size: int
    btf_log_size: int
    btf_log_level: int
    btf_log_true_size: int
    btf_flags: int
    btf_token_fd: int
    def __init__(self, btf: _Optional[int] = ..., btf_log_buf: _Optional[int] = ..., btf_size: _Optional[int] = ..., btf_log_size: _Optional[int] = ..., btf_log_level: _Optional[int] = ..., btf_log_true_size: _Optional[int] = ..., btf_flags: _Optional[int] = ..., btf_token_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrEnableStats(_message.Message):
    __slots__ = ("enable_stats",)
    ENABLE_STATS_FIELD_NUMBER: _ClassVar[int]
    enable_stats: StructBpfAttrEnableStatsEnableStats
    def __init__(self, enable_stats: _Optional[_Union[StructBpfAttrEnableStatsEnableStats, _Mapping]] = ...) -> None: ...

class StructBpfAttrEnableStatsEnableStats(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: int
    def __init__(self, type: _Optional[int] = ...) -> None: ...

class StructBpfAttrId(_message.Message):
    __slots__ = ("start_id", "next_id", "open_flags", "fd_by_id_token_fd")
    START_ID_FIELD_NUMBER: _ClassVar[int]
    NEXT_ID_FIELD_NUMBER: _ClassVar[int]
    OPEN_FLAGS_FIELD_NUMBER: _ClassVar[int]
    FD_BY_ID_TOKEN_FD_FIELD_NUMBER: _ClassVar[int]
    start_id: int
    next_id: int
    open_flags: int
    fd_by_id_token_fd: int
    def __init__(self, start_id: _Optional[int] = ..., next_id: _Optional[int] = ..., open_flags: _Optional[int] = ..., fd_by_id_token_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrInfo(_message.Message):
    __slots__ = ("info",)
    INFO_FIELD_NUMBER: _ClassVar[int]
    info: StructBpfAttrInfoInfo
    def __init__(self, info: _Optional[_Union[StructBpfAttrInfoInfo, _Mapping]] = ...) -> None: ...

class StructBpfAttrInfoInfo(_message.Message):
    __slots__ = ("bpf_fd", "info_len", "info")
    BPF_FD_FIELD_NUMBER: _ClassVar[int]
    INFO_LEN_FIELD_NUMBER: _ClassVar[int]
    INFO_FIELD_NUMBER: _ClassVar[int]
    bpf_fd: int
    info_len: int
    info: int
    def __init__(self, bpf_fd: _Optional[int] = ..., info_len: _Optional[int] = ..., info: _Optional[int] = ...) -> None: ...

class StructBpfAttrIterCreate(_message.Message):
    __slots__ = ("iter_create",)
    ITER_CREATE_FIELD_NUMBER: _ClassVar[int]
    iter_create: StructBpfAttrIterCreateIterCreate
    def __init__(self, iter_create: _Optional[_Union[StructBpfAttrIterCreateIterCreate, _Mapping]] = ...) -> None: ...

class StructBpfAttrIterCreateIterCreate(_message.Message):
    __slots__ = ("link_fd", "flags")
    LINK_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    link_fd: int
    flags: int
    def __init__(self, link_fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructBpfAttrLinkCreate(_message.Message):
    __slots__ = ("link_create",)
    LINK_CREATE_FIELD_NUMBER: _ClassVar[int]
    link_create: StructBpfAttrLinkCreateLinkCreate
    def __init__(self, link_create: _Optional[_Union[StructBpfAttrLinkCreateLinkCreate, _Mapping]] = ...) -> None: ...

class StructBpfAttrLinkCreateLinkCreate(_message.Message):
    __slots__ = ("prog_fd", "target_fd", "attach_type", "flags", "target_btf_id")
    PROG_FD_FIELD_NUMBER: _ClassVar[int]
    TARGET_FD_FIELD_NUMBER: _ClassVar[int]
    ATTACH_TYPE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TARGET_BTF_ID_FIELD_NUMBER: _ClassVar[int]
    prog_fd: int
    target_fd: int
    attach_type: int
    flags: int
    target_btf_id: int
    def __init__(self, prog_fd: _Optional[int] = ..., target_fd: _Optional[int] = ..., attach_type: _Optional[int] = ..., flags: _Optional[int] = ..., target_btf_id: _Optional[int] = ...) -> None: ...

class StructBpfAttrLinkDetach(_message.Message):
    __slots__ = ("link_detach",)
    LINK_DETACH_FIELD_NUMBER: _ClassVar[int]
    link_detach: StructBpfAttrLinkDetachLinkDetach
    def __init__(self, link_detach: _Optional[_Union[StructBpfAttrLinkDetachLinkDetach, _Mapping]] = ...) -> None: ...

class StructBpfAttrLinkDetachLinkDetach(_message.Message):
    __slots__ = ("link_fd",)
    LINK_FD_FIELD_NUMBER: _ClassVar[int]
    link_fd: int
    def __init__(self, link_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrLinkUpdate(_message.Message):
    __slots__ = ("link_update",)
    LINK_UPDATE_FIELD_NUMBER: _ClassVar[int]
    link_update: StructBpfAttrLinkUpdateLinkUpdate
    def __init__(self, link_update: _Optional[_Union[StructBpfAttrLinkUpdateLinkUpdate, _Mapping]] = ...) -> None: ...

class StructBpfAttrLinkUpdateLinkUpdate(_message.Message):
    __slots__ = ("link_fd", "new_prog_fd", "flags", "old_prog_fd")
    LINK_FD_FIELD_NUMBER: _ClassVar[int]
    NEW_PROG_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    OLD_PROG_FD_FIELD_NUMBER: _ClassVar[int]
    link_fd: int
    new_prog_fd: int
    flags: int
    old_prog_fd: int
    def __init__(self, link_fd: _Optional[int] = ..., new_prog_fd: _Optional[int] = ..., flags: _Optional[int] = ..., old_prog_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrMapCreate(_message.Message):
    __slots__ = ("map_type", "key_size", "value_size", "max_entries", "map_flags", "inner_map_fd", "numa_node", "map_name", "map_ifindex", "btf_fd", "btf_key_type_id", "btf_value_type_id", "btf_vmlinux_value_type_id", "map_extra", "value_type_btf_obj_fd", "map_token_fd", "excl_prog_hash", "excl_prog_hash_size")
    MAP_TYPE_FIELD_NUMBER: _ClassVar[int]
    KEY_SIZE_FIELD_NUMBER: _ClassVar[int]
    VALUE_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    MAP_FLAGS_FIELD_NUMBER: _ClassVar[int]
    INNER_MAP_FD_FIELD_NUMBER: _ClassVar[int]
    NUMA_NODE_FIELD_NUMBER: _ClassVar[int]
    MAP_NAME_FIELD_NUMBER: _ClassVar[int]
    MAP_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    BTF_FD_FIELD_NUMBER: _ClassVar[int]
    BTF_KEY_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    BTF_VALUE_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    BTF_VMLINUX_VALUE_TYPE_ID_FIELD_NUMBER: _ClassVar[int]
    MAP_EXTRA_FIELD_NUMBER: _ClassVar[int]
    VALUE_TYPE_BTF_OBJ_FD_FIELD_NUMBER: _ClassVar[int]
    MAP_TOKEN_FD_FIELD_NUMBER: _ClassVar[int]
    EXCL_PROG_HASH_FIELD_NUMBER: _ClassVar[int]
    EXCL_PROG_HASH_SIZE_FIELD_NUMBER: _ClassVar[int]
    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    inner_map_fd: int
    numa_node: int
    map_name: bytes
    map_ifindex: int
    btf_fd: int
    btf_key_type_id: int
    btf_value_type_id: int
    btf_vmlinux_value_type_id: int
    map_extra: int
    value_type_btf_obj_fd: int
    map_token_fd: int
    excl_prog_hash: int
    excl_prog_hash_size: int
    def __init__(self, map_type: _Optional[int] = ..., key_size: _Optional[int] = ..., value_size: _Optional[int] = ..., max_entries: _Optional[int] = ..., map_flags: _Optional[int] = ..., inner_map_fd: _Optional[int] = ..., numa_node: _Optional[int] = ..., map_name: _Optional[bytes] = ..., map_ifindex: _Optional[int] = ..., btf_fd: _Optional[int] = ..., btf_key_type_id: _Optional[int] = ..., btf_value_type_id: _Optional[int] = ..., btf_vmlinux_value_type_id: _Optional[int] = ..., map_extra: _Optional[int] = ..., value_type_btf_obj_fd: _Optional[int] = ..., map_token_fd: _Optional[int] = ..., excl_prog_hash: _Optional[int] = ..., excl_prog_hash_size: _Optional[int] = ...) -> None: ...

class StructBpfAttrMapElem(_message.Message):
    __slots__ = ("map_fd", "key", "value", "flags")
    MAP_FD_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    map_fd: int
    key: int
    value: int
    flags: int
    def __init__(self, map_fd: _Optional[int] = ..., key: _Optional[int] = ..., value: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructBpfAttrObj(_message.Message):
    __slots__ = ("pathname", "bpf_fd", "file_flags", "path_fd")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    BPF_FD_FIELD_NUMBER: _ClassVar[int]
    FILE_FLAGS_FIELD_NUMBER: _ClassVar[int]
    PATH_FD_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    bpf_fd: int
    file_flags: int
    path_fd: int
    def __init__(self, pathname: _Optional[bytes] = ..., bpf_fd: _Optional[int] = ..., file_flags: _Optional[int] = ..., path_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrProgBindMap(_message.Message):
    __slots__ = ("prog_bind_map",)
    PROG_BIND_MAP_FIELD_NUMBER: _ClassVar[int]
    prog_bind_map: StructBpfAttrProgBindMapProgBindMap
    def __init__(self, prog_bind_map: _Optional[_Union[StructBpfAttrProgBindMapProgBindMap, _Mapping]] = ...) -> None: ...

class StructBpfAttrProgBindMapProgBindMap(_message.Message):
    __slots__ = ("prog_fd", "map_fd", "flags")
    PROG_FD_FIELD_NUMBER: _ClassVar[int]
    MAP_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    prog_fd: int
    map_fd: int
    flags: int
    def __init__(self, prog_fd: _Optional[int] = ..., map_fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructBpfAttrProgLoad(_message.Message):
    __slots__ = ("prog_type", "insn_cnt", "insns", "license", "log_level", "log_size", "log_buf", "kern_version", "prog_flags", "prog_name", "prog_ifindex", "expected_attach_type", "prog_btf_fd", "func_info_rec_size", "func_info", "func_info_cnt", "line_info_rec_size", "line_info", "line_info_cnt", "attach_btf_id", "attach_prog_fd", "core_relo_cnt", "fd_array", "core_relos", "core_relo_rec_size", "log_true_size", "prog_token_fd", "fd_array_cnt", "signature", "signature_size", "keyring_id")
    PROG_TYPE_FIELD_NUMBER: _ClassVar[int]
    INSN_CNT_FIELD_NUMBER: _ClassVar[int]
    INSNS_FIELD_NUMBER: _ClassVar[int]
    LICENSE_FIELD_NUMBER: _ClassVar[int]
    LOG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    LOG_SIZE_FIELD_NUMBER: _ClassVar[int]
    LOG_BUF_FIELD_NUMBER: _ClassVar[int]
    KERN_VERSION_FIELD_NUMBER: _ClassVar[int]
    PROG_FLAGS_FIELD_NUMBER: _ClassVar[int]
    PROG_NAME_FIELD_NUMBER: _ClassVar[int]
    PROG_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_ATTACH_TYPE_FIELD_NUMBER: _ClassVar[int]
    PROG_BTF_FD_FIELD_NUMBER: _ClassVar[int]
    FUNC_INFO_REC_SIZE_FIELD_NUMBER: _ClassVar[int]
    FUNC_INFO_FIELD_NUMBER: _ClassVar[int]
    FUNC_INFO_CNT_FIELD_NUMBER: _ClassVar[int]
    LINE_INFO_REC_SIZE_FIELD_NUMBER: _ClassVar[int]
    LINE_INFO_FIELD_NUMBER: _ClassVar[int]
    LINE_INFO_CNT_FIELD_NUMBER: _ClassVar[int]
    ATTACH_BTF_ID_FIELD_NUMBER: _ClassVar[int]
    ATTACH_PROG_FD_FIELD_NUMBER: _ClassVar[int]
    CORE_RELO_CNT_FIELD_NUMBER: _ClassVar[int]
    FD_ARRAY_FIELD_NUMBER: _ClassVar[int]
    CORE_RELOS_FIELD_NUMBER: _ClassVar[int]
    CORE_RELO_REC_SIZE_FIELD_NUMBER: _ClassVar[int]
    LOG_TRUE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PROG_TOKEN_FD_FIELD_NUMBER: _ClassVar[int]
    FD_ARRAY_CNT_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_SIZE_FIELD_NUMBER: _ClassVar[int]
    KEYRING_ID_FIELD_NUMBER: _ClassVar[int]
    prog_type: int
    insn_cnt: int
    insns: _containers.RepeatedCompositeFieldContainer[StructBpfInsn]
    license: bytes
    log_level: int
    log_size: int
    log_buf: int
    kern_version: int
    prog_flags: int
    prog_name: bytes
    prog_ifindex: int
    expected_attach_type: int
    prog_btf_fd: int
    func_info_rec_size: int
    func_info: int
    func_info_cnt: int
    line_info_rec_size: int
    line_info: int
    line_info_cnt: int
    attach_btf_id: int
    attach_prog_fd: int
    core_relo_cnt: int
    fd_array: int
    core_relos: int
    core_relo_rec_size: int
    log_true_size: int
    prog_token_fd: int
    fd_array_cnt: int
    signature: int
    signature_size: int
    keyring_id: int
    def __init__(self, prog_type: _Optional[int] = ..., insn_cnt: _Optional[int] = ..., insns: _Optional[_Iterable[_Union[StructBpfInsn, _Mapping]]] = ..., license: _Optional[bytes] = ..., log_level: _Optional[int] = ..., log_size: _Optional[int] = ..., log_buf: _Optional[int] = ..., kern_version: _Optional[int] = ..., prog_flags: _Optional[int] = ..., prog_name: _Optional[bytes] = ..., prog_ifindex: _Optional[int] = ..., expected_attach_type: _Optional[int] = ..., prog_btf_fd: _Optional[int] = ..., func_info_rec_size: _Optional[int] = ..., func_info: _Optional[int] = ..., func_info_cnt: _Optional[int] = ..., line_info_rec_size: _Optional[int] = ..., line_info: _Optional[int] = ..., line_info_cnt: _Optional[int] = ..., attach_btf_id: _Optional[int] = ..., attach_prog_fd: _Optional[int] = ..., core_relo_cnt: _Optional[int] = ..., fd_array: _Optional[int] = ..., core_relos: _Optional[int] = ..., core_relo_rec_size: _Optional[int] = ..., log_true_size: _Optional[int] = ..., prog_token_fd: _Optional[int] = ..., fd_array_cnt: _Optional[int] = ..., signature: _Optional[int] = ..., signature_size: _Optional[int] = ..., keyring_id: _Optional[int] = ...) -> None: ...

class StructBpfAttrProgStreamRead(_message.Message):
    __slots__ = ("prog_stream_read",)
    PROG_STREAM_READ_FIELD_NUMBER: _ClassVar[int]
    prog_stream_read: StructBpfAttrProgStreamReadProgStreamRead
    def __init__(self, prog_stream_read: _Optional[_Union[StructBpfAttrProgStreamReadProgStreamRead, _Mapping]] = ...) -> None: ...

class StructBpfAttrProgStreamReadProgStreamRead(_message.Message):
    __slots__ = ("stream_buf", "stream_buf_len", "stream_id", "prog_fd")
    STREAM_BUF_FIELD_NUMBER: _ClassVar[int]
    STREAM_BUF_LEN_FIELD_NUMBER: _ClassVar[int]
    STREAM_ID_FIELD_NUMBER: _ClassVar[int]
    PROG_FD_FIELD_NUMBER: _ClassVar[int]
    stream_buf: int
    stream_buf_len: int
    stream_id: int
    prog_fd: int
    def __init__(self, stream_buf: _Optional[int] = ..., stream_buf_len: _Optional[int] = ..., stream_id: _Optional[int] = ..., prog_fd: _Optional[int] = ...) -> None: ...

class StructBpfAttrQuery(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: StructBpfAttrQueryQuery
    def __init__(self, query: _Optional[_Union[StructBpfAttrQueryQuery, _Mapping]] = ...) -> None: ...

class StructBpfAttrQueryQuery(_message.Message):
    __slots__ = ("target_fd", "attach_type", "query_flags", "attach_flags", "prog_ids", "prog_cnt", "prog_attach_flags", "link_ids", "link_attach_flags", "revision")
    TARGET_FD_FIELD_NUMBER: _ClassVar[int]
    ATTACH_TYPE_FIELD_NUMBER: _ClassVar[int]
    QUERY_FLAGS_FIELD_NUMBER: _ClassVar[int]
    ATTACH_FLAGS_FIELD_NUMBER: _ClassVar[int]
    PROG_IDS_FIELD_NUMBER: _ClassVar[int]
    PROG_CNT_FIELD_NUMBER: _ClassVar[int]
    PROG_ATTACH_FLAGS_FIELD_NUMBER: _ClassVar[int]
    LINK_IDS_FIELD_NUMBER: _ClassVar[int]
    LINK_ATTACH_FLAGS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    target_fd: int
    attach_type: int
    query_flags: int
    attach_flags: int
    prog_ids: int
    prog_cnt: int
    prog_attach_flags: int
    link_ids: int
    link_attach_flags: int
    revision: int
    def __init__(self, target_fd: _Optional[int] = ..., attach_type: _Optional[int] = ..., query_flags: _Optional[int] = ..., attach_flags: _Optional[int] = ..., prog_ids: _Optional[int] = ..., prog_cnt: _Optional[int] = ..., prog_attach_flags: _Optional[int] = ..., link_ids: _Optional[int] = ..., link_attach_flags: _Optional[int] = ..., revision: _Optional[int] = ...) -> None: ...

class StructBpfAttrRawTracepoint(_message.Message):
    __slots__ = ("raw_tracepoint",)
    RAW_TRACEPOINT_FIELD_NUMBER: _ClassVar[int]
    raw_tracepoint: StructBpfAttrRawTracepointRawTracepoint
    def __init__(self, raw_tracepoint: _Optional[_Union[StructBpfAttrRawTracepointRawTracepoint, _Mapping]] = ...) -> None: ...

class StructBpfAttrRawTracepointRawTracepoint(_message.Message):
    __slots__ = ("name", "prog_fd", "cookie")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROG_FD_FIELD_NUMBER: _ClassVar[int]
    COOKIE_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    prog_fd: int
    cookie: int
    def __init__(self, name: _Optional[bytes] = ..., prog_fd: _Optional[int] = ..., cookie: _Optional[int] = ...) -> None: ...

class StructBpfAttrTaskFdQuery(_message.Message):
    __slots__ = ("task_fd_query",)
    TASK_FD_QUERY_FIELD_NUMBER: _ClassVar[int]
    task_fd_query: StructBpfAttrTaskFdQueryTaskFdQuery
    def __init__(self, task_fd_query: _Optional[_Union[StructBpfAttrTaskFdQueryTaskFdQuery, _Mapping]] = ...) -> None: ...

class StructBpfAttrTaskFdQueryTaskFdQuery(_message.Message):
    __slots__ = ("pid_", "fd", "flags", "buf_len", "buf", "prog_id", "fd_type", "probe_offset", "probe_addr")
    PID__FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    BUF_LEN_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    PROG_ID_FIELD_NUMBER: _ClassVar[int]
    FD_TYPE_FIELD_NUMBER: _ClassVar[int]
    PROBE_OFFSET_FIELD_NUMBER: _ClassVar[int]
    PROBE_ADDR_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    fd: int
    flags: int
    buf_len: int
    buf: int
    prog_id: int
    fd_type: int
    probe_offset: int
    probe_addr: int
    def __init__(self, pid_: _Optional[int] = ..., fd: _Optional[int] = ..., flags: _Optional[int] = ..., buf_len: _Optional[int] = ..., buf: _Optional[int] = ..., prog_id: _Optional[int] = ..., fd_type: _Optional[int] = ..., probe_offset: _Optional[int] = ..., probe_addr: _Optional[int] = ...) -> None: ...

class StructBpfAttrTest(_message.Message):
    __slots__ = ("test",)
    TEST_FIELD_NUMBER: _ClassVar[int]
    test: StructBpfAttrTestTest
    def __init__(self, test: _Optional[_Union[StructBpfAttrTestTest, _Mapping]] = ...) -> None: ...

class StructBpfAttrTestTest(_message.Message):
    __slots__ = ("prog_fd", "retval", "data_size_in", "data_size_out", "data_in", "data_out", "repeat", "duration_", "ctx_size_in", "ctx_size_out", "ctx_in", "ctx_out", "flags", "cpu_", "batch_size")
    PROG_FD_FIELD_NUMBER: _ClassVar[int]
    RETVAL_FIELD_NUMBER: _ClassVar[int]
    DATA_SIZE_IN_FIELD_NUMBER: _ClassVar[int]
    DATA_SIZE_OUT_FIELD_NUMBER: _ClassVar[int]
    DATA_IN_FIELD_NUMBER: _ClassVar[int]
    DATA_OUT_FIELD_NUMBER: _ClassVar[int]
    REPEAT_FIELD_NUMBER: _ClassVar[int]
    DURATION__FIELD_NUMBER: _ClassVar[int]
    CTX_SIZE_IN_FIELD_NUMBER: _ClassVar[int]
    CTX_SIZE_OUT_FIELD_NUMBER: _ClassVar[int]
    CTX_IN_FIELD_NUMBER: _ClassVar[int]
    CTX_OUT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    CPU__FIELD_NUMBER: _ClassVar[int]
    BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    prog_fd: int
    retval: int
    data_size_in: int
    data_size_out: int
    data_in: int
    data_out: int
    repeat: int
    duration_: int
    ctx_size_in: int
    ctx_size_out: int
    ctx_in: int
    ctx_out: int
    flags: int
    cpu_: int
    batch_size: int
    def __init__(self, prog_fd: _Optional[int] = ..., retval: _Optional[int] = ..., data_size_in: _Optional[int] = ..., data_size_out: _Optional[int] = ..., data_in: _Optional[int] = ..., data_out: _Optional[int] = ..., repeat: _Optional[int] = ..., duration_: _Optional[int] = ..., ctx_size_in: _Optional[int] = ..., ctx_size_out: _Optional[int] = ..., ctx_in: _Optional[int] = ..., ctx_out: _Optional[int] = ..., flags: _Optional[int] = ..., cpu_: _Optional[int] = ..., batch_size: _Optional[int] = ...) -> None: ...

class StructBpfAttrTokenCreate(_message.Message):
    __slots__ = ("token_create",)
    TOKEN_CREATE_FIELD_NUMBER: _ClassVar[int]
    token_create: StructBpfAttrTokenCreateTokenCreate
    def __init__(self, token_create: _Optional[_Union[StructBpfAttrTokenCreateTokenCreate, _Mapping]] = ...) -> None: ...

class StructBpfAttrTokenCreateTokenCreate(_message.Message):
    __slots__ = ("flags", "bpffs_fd")
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    BPFFS_FD_FIELD_NUMBER: _ClassVar[int]
    flags: int
    bpffs_fd: int
    def __init__(self, flags: _Optional[int] = ..., bpffs_fd: _Optional[int] = ...) -> None: ...

class StructBpfCommonAttr(_message.Message):
    __slots__ = ("log_buf", "log_size", "log_level", "log_true_size")
    LOG_BUF_FIELD_NUMBER: _ClassVar[int]
    LOG_SIZE_FIELD_NUMBER: _ClassVar[int]
    LOG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    LOG_TRUE_SIZE_FIELD_NUMBER: _ClassVar[int]
    log_buf: int
    log_size: int
    log_level: int
    log_true_size: int
    def __init__(self, log_buf: _Optional[int] = ..., log_size: _Optional[int] = ..., log_level: _Optional[int] = ..., log_true_size: _Optional[int] = ...) -> None: ...

class StructBpfInsn(_message.Message):
    __slots__ = ("code", "dst_reg", "src_reg", "off", "imm")
    CODE_FIELD_NUMBER: _ClassVar[int]
    DST_REG_FIELD_NUMBER: _ClassVar[int]
    SRC_REG_FIELD_NUMBER: _ClassVar[int]
    OFF_FIELD_NUMBER: _ClassVar[int]
    IMM_FIELD_NUMBER: _ClassVar[int]
    code: int
    dst_reg: int
    src_reg: int
    off: int
    imm: int
    def __init__(self, code: _Optional[int] = ..., dst_reg: _Optional[int] = ..., src_reg: _Optional[int] = ..., off: _Optional[int] = ..., imm: _Optional[int] = ...) -> None: ...

class StructCachestat(_message.Message):
    __slots__ = ("nr_cache", "nr_dirty", "nr_writeback", "nr_evicted", "nr_recently_evicted")
    NR_CACHE_FIELD_NUMBER: _ClassVar[int]
    NR_DIRTY_FIELD_NUMBER: _ClassVar[int]
    NR_WRITEBACK_FIELD_NUMBER: _ClassVar[int]
    NR_EVICTED_FIELD_NUMBER: _ClassVar[int]
    NR_RECENTLY_EVICTED_FIELD_NUMBER: _ClassVar[int]
    nr_cache: int
    nr_dirty: int
    nr_writeback: int
    nr_evicted: int
    nr_recently_evicted: int
    def __init__(self, nr_cache: _Optional[int] = ..., nr_dirty: _Optional[int] = ..., nr_writeback: _Optional[int] = ..., nr_evicted: _Optional[int] = ..., nr_recently_evicted: _Optional[int] = ...) -> None: ...

class StructCachestatRange(_message.Message):
    __slots__ = ("off", "len")
    OFF_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    off: int
    len: int
    def __init__(self, off: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class StructCloneArgs(_message.Message):
    __slots__ = ("flags", "pidfd", "child_tid", "parent_tid", "exit_signal", "stack", "stack_size", "tls", "set_tid", "set_tid_size", "cgroup", "beyond")
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    PIDFD_FIELD_NUMBER: _ClassVar[int]
    CHILD_TID_FIELD_NUMBER: _ClassVar[int]
    PARENT_TID_FIELD_NUMBER: _ClassVar[int]
    EXIT_SIGNAL_FIELD_NUMBER: _ClassVar[int]
    STACK_FIELD_NUMBER: _ClassVar[int]
    STACK_SIZE_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    SET_TID_FIELD_NUMBER: _ClassVar[int]
    SET_TID_SIZE_FIELD_NUMBER: _ClassVar[int]
    CGROUP_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    flags: int
    pidfd: int
    child_tid: int
    parent_tid: int
    exit_signal: int
    stack: int
    stack_size: int
    tls: int
    set_tid: int
    set_tid_size: int
    cgroup: int
    beyond: bytes
    def __init__(self, flags: _Optional[int] = ..., pidfd: _Optional[int] = ..., child_tid: _Optional[int] = ..., parent_tid: _Optional[int] = ..., exit_signal: _Optional[int] = ..., stack: _Optional[int] = ..., stack_size: _Optional[int] = ..., tls: _Optional[int] = ..., set_tid: _Optional[int] = ..., set_tid_size: _Optional[int] = ..., cgroup: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructCmsghdr(_message.Message):
    __slots__ = ("cmsg_len", "cmsg_level", "cmsg_type", "cmsg_data")
    CMSG_LEN_FIELD_NUMBER: _ClassVar[int]
    CMSG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    CMSG_TYPE_FIELD_NUMBER: _ClassVar[int]
    CMSG_DATA_FIELD_NUMBER: _ClassVar[int]
    cmsg_len: int
    cmsg_level: int
    cmsg_type: int
    cmsg_data: bytes
    def __init__(self, cmsg_len: _Optional[int] = ..., cmsg_level: _Optional[int] = ..., cmsg_type: _Optional[int] = ..., cmsg_data: _Optional[bytes] = ...) -> None: ...

class StructCompatOldSigaction(_message.Message):
    __slots__ = ("sa_handler", "sa_mask", "sa_flags", "sa_restorer")
    SA_HANDLER_FIELD_NUMBER: _ClassVar[int]
    SA_MASK_FIELD_NUMBER: _ClassVar[int]
    SA_FLAGS_FIELD_NUMBER: _ClassVar[int]
    SA_RESTORER_FIELD_NUMBER: _ClassVar[int]
    sa_handler: int
    sa_mask: int
    sa_flags: int
    sa_restorer: int
    def __init__(self, sa_handler: _Optional[int] = ..., sa_mask: _Optional[int] = ..., sa_flags: _Optional[int] = ..., sa_restorer: _Optional[int] = ...) -> None: ...

class StructDelegation(_message.Message):
    __slots__ = ("d_flags", "d_type")
    D_FLAGS_FIELD_NUMBER: _ClassVar[int]
    D_TYPE_FIELD_NUMBER: _ClassVar[int]
    d_flags: int
    d_type: int
    def __init__(self, d_flags: _Optional[int] = ..., d_type: _Optional[int] = ...) -> None: ...

class StructDirent64(_message.Message):
    __slots__ = ("d_ino", "d_off", "d_reclen", "d_type", "d_name")
    D_INO_FIELD_NUMBER: _ClassVar[int]
    D_OFF_FIELD_NUMBER: _ClassVar[int]
    D_RECLEN_FIELD_NUMBER: _ClassVar[int]
    D_TYPE_FIELD_NUMBER: _ClassVar[int]
    D_NAME_FIELD_NUMBER: _ClassVar[int]
    d_ino: int
    d_off: int
    d_reclen: int
    d_type: int
    d_name: bytes
    def __init__(self, d_ino: _Optional[int] = ..., d_off: _Optional[int] = ..., d_reclen: _Optional[int] = ..., d_type: _Optional[int] = ..., d_name: _Optional[bytes] = ...) -> None: ...

class StructEpollEvent(_message.Message):
    __slots__ = ("events", "data")
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    events: int
    data: int
    def __init__(self, events: _Optional[int] = ..., data: _Optional[int] = ...) -> None: ...

class StructFOwnerEx(_message.Message):
    __slots__ = ("type", "pid_")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    type: int
    pid_: int
    def __init__(self, type: _Optional[int] = ..., pid_: _Optional[int] = ...) -> None: ...

class StructFiemap(_message.Message):
    __slots__ = ("fm_start", "fm_length", "fm_flags", "fm_mapped_extents", "fm_extent_count")
    FM_START_FIELD_NUMBER: _ClassVar[int]
    FM_LENGTH_FIELD_NUMBER: _ClassVar[int]
    FM_FLAGS_FIELD_NUMBER: _ClassVar[int]
    FM_MAPPED_EXTENTS_FIELD_NUMBER: _ClassVar[int]
    FM_EXTENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    fm_start: int
    fm_length: int
    fm_flags: int
    fm_mapped_extents: int
    fm_extent_count: int
    def __init__(self, fm_start: _Optional[int] = ..., fm_length: _Optional[int] = ..., fm_flags: _Optional[int] = ..., fm_mapped_extents: _Optional[int] = ..., fm_extent_count: _Optional[int] = ...) -> None: ...

class StructFileAttr(_message.Message):
    __slots__ = ("fa_xflags", "fa_extsize", "fa_nextents", "fa_projid", "fa_cowextsize", "beyond")
    FA_XFLAGS_FIELD_NUMBER: _ClassVar[int]
    FA_EXTSIZE_FIELD_NUMBER: _ClassVar[int]
    FA_NEXTENTS_FIELD_NUMBER: _ClassVar[int]
    FA_PROJID_FIELD_NUMBER: _ClassVar[int]
    FA_COWEXTSIZE_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    fa_xflags: int
    fa_extsize: int
    fa_nextents: int
    fa_projid: int
    fa_cowextsize: int
    beyond: bytes
    def __init__(self, fa_xflags: _Optional[int] = ..., fa_extsize: _Optional[int] = ..., fa_nextents: _Optional[int] = ..., fa_projid: _Optional[int] = ..., fa_cowextsize: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructFileCloneRange(_message.Message):
    __slots__ = ("src_fd", "src_offset", "src_length", "dest_offset")
    SRC_FD_FIELD_NUMBER: _ClassVar[int]
    SRC_OFFSET_FIELD_NUMBER: _ClassVar[int]
    SRC_LENGTH_FIELD_NUMBER: _ClassVar[int]
    DEST_OFFSET_FIELD_NUMBER: _ClassVar[int]
    src_fd: int
    src_offset: int
    src_length: int
    dest_offset: int
    def __init__(self, src_fd: _Optional[int] = ..., src_offset: _Optional[int] = ..., src_length: _Optional[int] = ..., dest_offset: _Optional[int] = ...) -> None: ...

class StructFileHandle(_message.Message):
    __slots__ = ("handle_bytes", "handle_type")
    HANDLE_BYTES_FIELD_NUMBER: _ClassVar[int]
    HANDLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    handle_bytes: int
    handle_type: int
    def __init__(self, handle_bytes: _Optional[int] = ..., handle_type: _Optional[int] = ...) -> None: ...

class StructFlock(_message.Message):
    __slots__ = ("l_type", "l_whence", "l_start", "l_len", "l_pid")
    L_TYPE_FIELD_NUMBER: _ClassVar[int]
    L_WHENCE_FIELD_NUMBER: _ClassVar[int]
    L_START_FIELD_NUMBER: _ClassVar[int]
    L_LEN_FIELD_NUMBER: _ClassVar[int]
    L_PID_FIELD_NUMBER: _ClassVar[int]
    l_type: int
    l_whence: int
    l_start: int
    l_len: int
    l_pid: int
    def __init__(self, l_type: _Optional[int] = ..., l_whence: _Optional[int] = ..., l_start: _Optional[int] = ..., l_len: _Optional[int] = ..., l_pid: _Optional[int] = ...) -> None: ...

class StructFsDiskQuota(_message.Message):
    __slots__ = ("d_version", "d_flags", "d_fieldmask", "d_id", "d_blk_hardlimit", "d_blk_softlimit", "d_ino_hardlimit", "d_ino_softlimit", "d_bcount", "d_icount", "d_itimer", "d_btimer", "d_iwarns", "d_bwarns", "d_itimer_hi", "d_btimer_hi", "d_rtbtimer_hi", "d_rtb_hardlimit", "d_rtb_softlimit", "d_rtbcount", "d_rtbtimer", "d_rtbwarns")
    D_VERSION_FIELD_NUMBER: _ClassVar[int]
    D_FLAGS_FIELD_NUMBER: _ClassVar[int]
    D_FIELDMASK_FIELD_NUMBER: _ClassVar[int]
    D_ID_FIELD_NUMBER: _ClassVar[int]
    D_BLK_HARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_BLK_SOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_INO_HARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_INO_SOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_BCOUNT_FIELD_NUMBER: _ClassVar[int]
    D_ICOUNT_FIELD_NUMBER: _ClassVar[int]
    D_ITIMER_FIELD_NUMBER: _ClassVar[int]
    D_BTIMER_FIELD_NUMBER: _ClassVar[int]
    D_IWARNS_FIELD_NUMBER: _ClassVar[int]
    D_BWARNS_FIELD_NUMBER: _ClassVar[int]
    D_ITIMER_HI_FIELD_NUMBER: _ClassVar[int]
    D_BTIMER_HI_FIELD_NUMBER: _ClassVar[int]
    D_RTBTIMER_HI_FIELD_NUMBER: _ClassVar[int]
    D_RTB_HARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_RTB_SOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    D_RTBCOUNT_FIELD_NUMBER: _ClassVar[int]
    D_RTBTIMER_FIELD_NUMBER: _ClassVar[int]
    D_RTBWARNS_FIELD_NUMBER: _ClassVar[int]
    d_version: int
    d_flags: int
    d_fieldmask: int
    d_id: int
    d_blk_hardlimit: int
    d_blk_softlimit: int
    d_ino_hardlimit: int
    d_ino_softlimit: int
    d_bcount: int
    d_icount: int
    d_itimer: int
    d_btimer: int
    d_iwarns: int
    d_bwarns: int
    d_itimer_hi: int
    d_btimer_hi: int
    d_rtbtimer_hi: int
    d_rtb_hardlimit: int
    d_rtb_softlimit: int
    d_rtbcount: int
    d_rtbtimer: int
    d_rtbwarns: int
    def __init__(self, d_version: _Optional[int] = ..., d_flags: _Optional[int] = ..., d_fieldmask: _Optional[int] = ..., d_id: _Optional[int] = ..., d_blk_hardlimit: _Optional[int] = ..., d_blk_softlimit: _Optional[int] = ..., d_ino_hardlimit: _Optional[int] = ..., d_ino_softlimit: _Optional[int] = ..., d_bcount: _Optional[int] = ..., d_icount: _Optional[int] = ..., d_itimer: _Optional[int] = ..., d_btimer: _Optional[int] = ..., d_iwarns: _Optional[int] = ..., d_bwarns: _Optional[int] = ..., d_itimer_hi: _Optional[int] = ..., d_btimer_hi: _Optional[int] = ..., d_rtbtimer_hi: _Optional[int] = ..., d_rtb_hardlimit: _Optional[int] = ..., d_rtb_softlimit: _Optional[int] = ..., d_rtbcount: _Optional[int] = ..., d_rtbtimer: _Optional[int] = ..., d_rtbwarns: _Optional[int] = ...) -> None: ...

class StructFsQfilestat(_message.Message):
    __slots__ = ("qfs_ino", "qfs_nblks", "qfs_nextents")
    QFS_INO_FIELD_NUMBER: _ClassVar[int]
    QFS_NBLKS_FIELD_NUMBER: _ClassVar[int]
    QFS_NEXTENTS_FIELD_NUMBER: _ClassVar[int]
    qfs_ino: int
    qfs_nblks: int
    qfs_nextents: int
    def __init__(self, qfs_ino: _Optional[int] = ..., qfs_nblks: _Optional[int] = ..., qfs_nextents: _Optional[int] = ...) -> None: ...

class StructFsQfilestatv(_message.Message):
    __slots__ = ("qfs_ino", "qfs_nblks", "qfs_nextents")
    QFS_INO_FIELD_NUMBER: _ClassVar[int]
    QFS_NBLKS_FIELD_NUMBER: _ClassVar[int]
    QFS_NEXTENTS_FIELD_NUMBER: _ClassVar[int]
    qfs_ino: int
    qfs_nblks: int
    qfs_nextents: int
    def __init__(self, qfs_ino: _Optional[int] = ..., qfs_nblks: _Optional[int] = ..., qfs_nextents: _Optional[int] = ...) -> None: ...

class StructFsQuotaStat(_message.Message):
    __slots__ = ("qs_version", "qs_flags", "qs_uquota", "qs_gquota", "qs_incoredqs", "qs_btimelimit", "qs_itimelimit", "qs_rtbtimelimit", "qs_bwarnlimit", "qs_iwarnlimit")
    QS_VERSION_FIELD_NUMBER: _ClassVar[int]
    QS_FLAGS_FIELD_NUMBER: _ClassVar[int]
    QS_UQUOTA_FIELD_NUMBER: _ClassVar[int]
    QS_GQUOTA_FIELD_NUMBER: _ClassVar[int]
    QS_INCOREDQS_FIELD_NUMBER: _ClassVar[int]
    QS_BTIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_ITIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_RTBTIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_BWARNLIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_IWARNLIMIT_FIELD_NUMBER: _ClassVar[int]
    qs_version: int
    qs_flags: int
    qs_uquota: StructFsQfilestat
    qs_gquota: StructFsQfilestat
    qs_incoredqs: int
    qs_btimelimit: int
    qs_itimelimit: int
    qs_rtbtimelimit: int
    qs_bwarnlimit: int
    qs_iwarnlimit: int
    def __init__(self, qs_version: _Optional[int] = ..., qs_flags: _Optional[int] = ..., qs_uquota: _Optional[_Union[StructFsQfilestat, _Mapping]] = ..., qs_gquota: _Optional[_Union[StructFsQfilestat, _Mapping]] = ..., qs_incoredqs: _Optional[int] = ..., qs_btimelimit: _Optional[int] = ..., qs_itimelimit: _Optional[int] = ..., qs_rtbtimelimit: _Optional[int] = ..., qs_bwarnlimit: _Optional[int] = ..., qs_iwarnlimit: _Optional[int] = ...) -> None: ...

class StructFsQuotaStatv(_message.Message):
    __slots__ = ("qs_version", "qs_flags", "qs_incoredqs", "qs_uquota", "qs_gquota", "qs_pquota", "qs_btimelimit", "qs_itimelimit", "qs_rtbtimelimit", "qs_bwarnlimit", "qs_iwarnlimit", "qs_rtbwarnlimit")
    QS_VERSION_FIELD_NUMBER: _ClassVar[int]
    QS_FLAGS_FIELD_NUMBER: _ClassVar[int]
    QS_INCOREDQS_FIELD_NUMBER: _ClassVar[int]
    QS_UQUOTA_FIELD_NUMBER: _ClassVar[int]
    QS_GQUOTA_FIELD_NUMBER: _ClassVar[int]
    QS_PQUOTA_FIELD_NUMBER: _ClassVar[int]
    QS_BTIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_ITIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_RTBTIMELIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_BWARNLIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_IWARNLIMIT_FIELD_NUMBER: _ClassVar[int]
    QS_RTBWARNLIMIT_FIELD_NUMBER: _ClassVar[int]
    qs_version: int
    qs_flags: int
    qs_incoredqs: int
    qs_uquota: StructFsQfilestatv
    qs_gquota: StructFsQfilestatv
    qs_pquota: StructFsQfilestatv
    qs_btimelimit: int
    qs_itimelimit: int
    qs_rtbtimelimit: int
    qs_bwarnlimit: int
    qs_iwarnlimit: int
    qs_rtbwarnlimit: int
    def __init__(self, qs_version: _Optional[int] = ..., qs_flags: _Optional[int] = ..., qs_incoredqs: _Optional[int] = ..., qs_uquota: _Optional[_Union[StructFsQfilestatv, _Mapping]] = ..., qs_gquota: _Optional[_Union[StructFsQfilestatv, _Mapping]] = ..., qs_pquota: _Optional[_Union[StructFsQfilestatv, _Mapping]] = ..., qs_btimelimit: _Optional[int] = ..., qs_itimelimit: _Optional[int] = ..., qs_rtbtimelimit: _Optional[int] = ..., qs_bwarnlimit: _Optional[int] = ..., qs_iwarnlimit: _Optional[int] = ..., qs_rtbwarnlimit: _Optional[int] = ...) -> None: ...

class StructFstrimRange(_message.Message):
    __slots__ = ("start", "len", "minlen")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    MINLEN_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    minlen: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., minlen: _Optional[int] = ...) -> None: ...

class StructFsxattr(_message.Message):
    __slots__ = ("fsx_xflags", "fsx_extsize", "fsx_nextents", "fsx_projid", "fsx_cowextsize")
    FSX_XFLAGS_FIELD_NUMBER: _ClassVar[int]
    FSX_EXTSIZE_FIELD_NUMBER: _ClassVar[int]
    FSX_NEXTENTS_FIELD_NUMBER: _ClassVar[int]
    FSX_PROJID_FIELD_NUMBER: _ClassVar[int]
    FSX_COWEXTSIZE_FIELD_NUMBER: _ClassVar[int]
    fsx_xflags: int
    fsx_extsize: int
    fsx_nextents: int
    fsx_projid: int
    fsx_cowextsize: int
    def __init__(self, fsx_xflags: _Optional[int] = ..., fsx_extsize: _Optional[int] = ..., fsx_nextents: _Optional[int] = ..., fsx_projid: _Optional[int] = ..., fsx_cowextsize: _Optional[int] = ...) -> None: ...

class StructFutexWaitv(_message.Message):
    __slots__ = ("val", "uaddr", "flags")
    VAL_FIELD_NUMBER: _ClassVar[int]
    UADDR_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    val: int
    uaddr: int
    flags: int
    def __init__(self, val: _Optional[int] = ..., uaddr: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructGroupReq(_message.Message):
    __slots__ = ("gr_interface", "gr_group")
    GR_INTERFACE_FIELD_NUMBER: _ClassVar[int]
    GR_GROUP_FIELD_NUMBER: _ClassVar[int]
    gr_interface: int
    gr_group: StructSockaddr
    def __init__(self, gr_interface: _Optional[int] = ..., gr_group: _Optional[_Union[StructSockaddr, _Mapping]] = ...) -> None: ...

class StructGroupSourceReq(_message.Message):
    __slots__ = ("gsr_interface", "gsr_group", "gsr_source")
    GSR_INTERFACE_FIELD_NUMBER: _ClassVar[int]
    GSR_GROUP_FIELD_NUMBER: _ClassVar[int]
    GSR_SOURCE_FIELD_NUMBER: _ClassVar[int]
    gsr_interface: int
    gsr_group: StructSockaddr
    gsr_source: StructSockaddr
    def __init__(self, gsr_interface: _Optional[int] = ..., gsr_group: _Optional[_Union[StructSockaddr, _Mapping]] = ..., gsr_source: _Optional[_Union[StructSockaddr, _Mapping]] = ...) -> None: ...

class StructHdGeometry(_message.Message):
    __slots__ = ("heads", "sectors", "cylinders", "start")
    HEADS_FIELD_NUMBER: _ClassVar[int]
    SECTORS_FIELD_NUMBER: _ClassVar[int]
    CYLINDERS_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    heads: int
    sectors: int
    cylinders: int
    start: int
    def __init__(self, heads: _Optional[int] = ..., sectors: _Optional[int] = ..., cylinders: _Optional[int] = ..., start: _Optional[int] = ...) -> None: ...

class StructIfDqblk(_message.Message):
    __slots__ = ("dqb_bhardlimit", "dqb_bsoftlimit", "dqb_curspace", "dqb_ihardlimit", "dqb_isoftlimit", "dqb_curinodes", "dqb_btime", "dqb_itime", "dqb_valid")
    DQB_BHARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_BSOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_CURSPACE_FIELD_NUMBER: _ClassVar[int]
    DQB_IHARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_ISOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_CURINODES_FIELD_NUMBER: _ClassVar[int]
    DQB_BTIME_FIELD_NUMBER: _ClassVar[int]
    DQB_ITIME_FIELD_NUMBER: _ClassVar[int]
    DQB_VALID_FIELD_NUMBER: _ClassVar[int]
    dqb_bhardlimit: int
    dqb_bsoftlimit: int
    dqb_curspace: int
    dqb_ihardlimit: int
    dqb_isoftlimit: int
    dqb_curinodes: int
    dqb_btime: int
    dqb_itime: int
    dqb_valid: int
    def __init__(self, dqb_bhardlimit: _Optional[int] = ..., dqb_bsoftlimit: _Optional[int] = ..., dqb_curspace: _Optional[int] = ..., dqb_ihardlimit: _Optional[int] = ..., dqb_isoftlimit: _Optional[int] = ..., dqb_curinodes: _Optional[int] = ..., dqb_btime: _Optional[int] = ..., dqb_itime: _Optional[int] = ..., dqb_valid: _Optional[int] = ...) -> None: ...

class StructIfDqinfo(_message.Message):
    __slots__ = ("dqi_bgrace", "dqi_igrace", "dqi_flags", "dqi_valid")
    DQI_BGRACE_FIELD_NUMBER: _ClassVar[int]
    DQI_IGRACE_FIELD_NUMBER: _ClassVar[int]
    DQI_FLAGS_FIELD_NUMBER: _ClassVar[int]
    DQI_VALID_FIELD_NUMBER: _ClassVar[int]
    dqi_bgrace: int
    dqi_igrace: int
    dqi_flags: int
    dqi_valid: int
    def __init__(self, dqi_bgrace: _Optional[int] = ..., dqi_igrace: _Optional[int] = ..., dqi_flags: _Optional[int] = ..., dqi_valid: _Optional[int] = ...) -> None: ...

class StructIfNextdqblk(_message.Message):
    __slots__ = ("dqb_bhardlimit", "dqb_bsoftlimit", "dqb_curspace", "dqb_ihardlimit", "dqb_isoftlimit", "dqb_curinodes", "dqb_btime", "dqb_itime", "dqb_valid", "dqb_id")
    DQB_BHARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_BSOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_CURSPACE_FIELD_NUMBER: _ClassVar[int]
    DQB_IHARDLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_ISOFTLIMIT_FIELD_NUMBER: _ClassVar[int]
    DQB_CURINODES_FIELD_NUMBER: _ClassVar[int]
    DQB_BTIME_FIELD_NUMBER: _ClassVar[int]
    DQB_ITIME_FIELD_NUMBER: _ClassVar[int]
    DQB_VALID_FIELD_NUMBER: _ClassVar[int]
    DQB_ID_FIELD_NUMBER: _ClassVar[int]
    dqb_bhardlimit: int
    dqb_bsoftlimit: int
    dqb_curspace: int
    dqb_ihardlimit: int
    dqb_isoftlimit: int
    dqb_curinodes: int
    dqb_btime: int
    dqb_itime: int
    dqb_valid: int
    dqb_id: int
    def __init__(self, dqb_bhardlimit: _Optional[int] = ..., dqb_bsoftlimit: _Optional[int] = ..., dqb_curspace: _Optional[int] = ..., dqb_ihardlimit: _Optional[int] = ..., dqb_isoftlimit: _Optional[int] = ..., dqb_curinodes: _Optional[int] = ..., dqb_btime: _Optional[int] = ..., dqb_itime: _Optional[int] = ..., dqb_valid: _Optional[int] = ..., dqb_id: _Optional[int] = ...) -> None: ...

class StructIfconf(_message.Message):
    __slots__ = ("ifc_len", "ifc_ifcu")
    IFC_LEN_FIELD_NUMBER: _ClassVar[int]
    IFC_IFCU_FIELD_NUMBER: _ClassVar[int]
    ifc_len: int
    ifc_ifcu: int
    def __init__(self, ifc_len: _Optional[int] = ..., ifc_ifcu: _Optional[int] = ...) -> None: ...

class StructIfmap(_message.Message):
    __slots__ = ("mem_start", "mem_end", "base_addr", "irq", "dma", "port")
    MEM_START_FIELD_NUMBER: _ClassVar[int]
    MEM_END_FIELD_NUMBER: _ClassVar[int]
    BASE_ADDR_FIELD_NUMBER: _ClassVar[int]
    IRQ_FIELD_NUMBER: _ClassVar[int]
    DMA_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    mem_start: int
    mem_end: int
    base_addr: int
    irq: int
    dma: int
    port: int
    def __init__(self, mem_start: _Optional[int] = ..., mem_end: _Optional[int] = ..., base_addr: _Optional[int] = ..., irq: _Optional[int] = ..., dma: _Optional[int] = ..., port: _Optional[int] = ...) -> None: ...

class StructIfreq(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: StructSockaddr
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[_Union[StructSockaddr, _Mapping]] = ...) -> None: ...

class StructIfreqFlags(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: int
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[int] = ...) -> None: ...

class StructIfreqMap(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: StructIfmap
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[_Union[StructIfmap, _Mapping]] = ...) -> None: ...

class StructIfreqNewname(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: bytes
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[bytes] = ...) -> None: ...

class StructIfreqTun(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: int
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[int] = ...) -> None: ...

class StructIfreqValue(_message.Message):
    __slots__ = ("ifr_ifrn", "ifr_ifru")
    IFR_IFRN_FIELD_NUMBER: _ClassVar[int]
    IFR_IFRU_FIELD_NUMBER: _ClassVar[int]
    ifr_ifrn: bytes
    ifr_ifru: int
    def __init__(self, ifr_ifrn: _Optional[bytes] = ..., ifr_ifru: _Optional[int] = ...) -> None: ...

class StructIn6Pktinfo(_message.Message):
    __slots__ = ("ipi6_addr", "ipi6_ifindex")
    IPI6_ADDR_FIELD_NUMBER: _ClassVar[int]
    IPI6_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    ipi6_addr: bytes
    ipi6_ifindex: int
    def __init__(self, ipi6_addr: _Optional[bytes] = ..., ipi6_ifindex: _Optional[int] = ...) -> None: ...

class StructInPktinfo(_message.Message):
    __slots__ = ("ipi_ifindex", "ipi_spec_dst", "ipi_addr")
    IPI_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    IPI_SPEC_DST_FIELD_NUMBER: _ClassVar[int]
    IPI_ADDR_FIELD_NUMBER: _ClassVar[int]
    ipi_ifindex: int
    ipi_spec_dst: bytes
    ipi_addr: bytes
    def __init__(self, ipi_ifindex: _Optional[int] = ..., ipi_spec_dst: _Optional[bytes] = ..., ipi_addr: _Optional[bytes] = ...) -> None: ...

class StructIoCqringOffsets(_message.Message):
    __slots__ = ("head", "tail", "ring_mask", "ring_entries", "overflow", "cqes", "flags", "user_addr")
    HEAD_FIELD_NUMBER: _ClassVar[int]
    TAIL_FIELD_NUMBER: _ClassVar[int]
    RING_MASK_FIELD_NUMBER: _ClassVar[int]
    RING_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    OVERFLOW_FIELD_NUMBER: _ClassVar[int]
    CQES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    USER_ADDR_FIELD_NUMBER: _ClassVar[int]
    head: int
    tail: int
    ring_mask: int
    ring_entries: int
    overflow: int
    cqes: int
    flags: int
    user_addr: int
    def __init__(self, head: _Optional[int] = ..., tail: _Optional[int] = ..., ring_mask: _Optional[int] = ..., ring_entries: _Optional[int] = ..., overflow: _Optional[int] = ..., cqes: _Optional[int] = ..., flags: _Optional[int] = ..., user_addr: _Optional[int] = ...) -> None: ...

class StructIoEvent(_message.Message):
    __slots__ = ("data", "obj", "res", "res2")
    DATA_FIELD_NUMBER: _ClassVar[int]
    OBJ_FIELD_NUMBER: _ClassVar[int]
    RES_FIELD_NUMBER: _ClassVar[int]
    RES2_FIELD_NUMBER: _ClassVar[int]
    data: int
    obj: int
    res: int
    res2: int
    def __init__(self, data: _Optional[int] = ..., obj: _Optional[int] = ..., res: _Optional[int] = ..., res2: _Optional[int] = ...) -> None: ...

class StructIoSqringOffsets(_message.Message):
    __slots__ = ("head", "tail", "ring_mask", "ring_entries", "flags", "dropped", "array", "user_addr")
    HEAD_FIELD_NUMBER: _ClassVar[int]
    TAIL_FIELD_NUMBER: _ClassVar[int]
    RING_MASK_FIELD_NUMBER: _ClassVar[int]
    RING_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    DROPPED_FIELD_NUMBER: _ClassVar[int]
    ARRAY_FIELD_NUMBER: _ClassVar[int]
    USER_ADDR_FIELD_NUMBER: _ClassVar[int]
    head: int
    tail: int
    ring_mask: int
    ring_entries: int
    flags: int
    dropped: int
    array: int
    user_addr: int
    def __init__(self, head: _Optional[int] = ..., tail: _Optional[int] = ..., ring_mask: _Optional[int] = ..., ring_entries: _Optional[int] = ..., flags: _Optional[int] = ..., dropped: _Optional[int] = ..., array: _Optional[int] = ..., user_addr: _Optional[int] = ...) -> None: ...

class StructIoUringBpf(_message.Message):
    __slots__ = ("cmd_type", "cmd_flags", "filter")
    CMD_TYPE_FIELD_NUMBER: _ClassVar[int]
    CMD_FLAGS_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    cmd_type: int
    cmd_flags: int
    filter: StructIoUringBpfFilter
    def __init__(self, cmd_type: _Optional[int] = ..., cmd_flags: _Optional[int] = ..., filter: _Optional[_Union[StructIoUringBpfFilter, _Mapping]] = ...) -> None: ...

class StructIoUringBpfFilter(_message.Message):
    __slots__ = ("opcode", "flags", "filter_len", "pdu_size", "filter_ptr")
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    FILTER_LEN_FIELD_NUMBER: _ClassVar[int]
    PDU_SIZE_FIELD_NUMBER: _ClassVar[int]
    FILTER_PTR_FIELD_NUMBER: _ClassVar[int]
    opcode: int
    flags: int
    filter_len: int
    pdu_size: int
    filter_ptr: int
    def __init__(self, opcode: _Optional[int] = ..., flags: _Optional[int] = ..., filter_len: _Optional[int] = ..., pdu_size: _Optional[int] = ..., filter_ptr: _Optional[int] = ...) -> None: ...

class StructIoUringBufReg(_message.Message):
    __slots__ = ("ring_addr", "ring_entries", "bgid", "flags", "min_left")
    RING_ADDR_FIELD_NUMBER: _ClassVar[int]
    RING_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    BGID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MIN_LEFT_FIELD_NUMBER: _ClassVar[int]
    ring_addr: int
    ring_entries: int
    bgid: int
    flags: int
    min_left: int
    def __init__(self, ring_addr: _Optional[int] = ..., ring_entries: _Optional[int] = ..., bgid: _Optional[int] = ..., flags: _Optional[int] = ..., min_left: _Optional[int] = ...) -> None: ...

class StructIoUringBufStatus(_message.Message):
    __slots__ = ("buf_group", "head")
    BUF_GROUP_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    buf_group: int
    head: int
    def __init__(self, buf_group: _Optional[int] = ..., head: _Optional[int] = ...) -> None: ...

class StructIoUringClockRegister(_message.Message):
    __slots__ = ("clockid", "__resv")
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    clockid: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, clockid: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ...) -> None: ...

class StructIoUringCloneBuffers(_message.Message):
    __slots__ = ("src_fd", "flags", "src_off", "dst_off", "nr_")
    SRC_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    SRC_OFF_FIELD_NUMBER: _ClassVar[int]
    DST_OFF_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    src_fd: int
    flags: int
    src_off: int
    dst_off: int
    nr_: int
    def __init__(self, src_fd: _Optional[int] = ..., flags: _Optional[int] = ..., src_off: _Optional[int] = ..., dst_off: _Optional[int] = ..., nr_: _Optional[int] = ...) -> None: ...

class StructIoUringFileIndexRange(_message.Message):
    __slots__ = ("off", "len")
    OFF_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    off: int
    len: int
    def __init__(self, off: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class StructIoUringMemRegionReg(_message.Message):
    __slots__ = ("region_uptr", "flags", "__resv")
    REGION_UPTR_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    region_uptr: int
    flags: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, region_uptr: _Optional[int] = ..., flags: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ...) -> None: ...

class StructIoUringNapi(_message.Message):
    __slots__ = ("busy_poll_to", "prefer_busy_poll", "opcode", "op_param")
    BUSY_POLL_TO_FIELD_NUMBER: _ClassVar[int]
    PREFER_BUSY_POLL_FIELD_NUMBER: _ClassVar[int]
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    OP_PARAM_FIELD_NUMBER: _ClassVar[int]
    busy_poll_to: int
    prefer_busy_poll: int
    opcode: int
    op_param: int
    def __init__(self, busy_poll_to: _Optional[int] = ..., prefer_busy_poll: _Optional[int] = ..., opcode: _Optional[int] = ..., op_param: _Optional[int] = ...) -> None: ...

class StructIoUringParams(_message.Message):
    __slots__ = ("sq_entries", "cq_entries", "flags", "sq_thread_cpu", "sq_thread_idle", "features", "wq_fd", "sq_off", "cq_off")
    SQ_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    CQ_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    SQ_THREAD_CPU_FIELD_NUMBER: _ClassVar[int]
    SQ_THREAD_IDLE_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    WQ_FD_FIELD_NUMBER: _ClassVar[int]
    SQ_OFF_FIELD_NUMBER: _ClassVar[int]
    CQ_OFF_FIELD_NUMBER: _ClassVar[int]
    sq_entries: int
    cq_entries: int
    flags: int
    sq_thread_cpu: int
    sq_thread_idle: int
    features: int
    wq_fd: int
    sq_off: StructIoSqringOffsets
    cq_off: StructIoCqringOffsets
    def __init__(self, sq_entries: _Optional[int] = ..., cq_entries: _Optional[int] = ..., flags: _Optional[int] = ..., sq_thread_cpu: _Optional[int] = ..., sq_thread_idle: _Optional[int] = ..., features: _Optional[int] = ..., wq_fd: _Optional[int] = ..., sq_off: _Optional[_Union[StructIoSqringOffsets, _Mapping]] = ..., cq_off: _Optional[_Union[StructIoCqringOffsets, _Mapping]] = ...) -> None: ...

class StructIoUringProbe(_message.Message):
    __slots__ = ("last_op", "ops_len")
    LAST_OP_FIELD_NUMBER: _ClassVar[int]
    OPS_LEN_FIELD_NUMBER: _ClassVar[int]
    last_op: int
    ops_len: int
    def __init__(self, last_op: _Optional[int] = ..., ops_len: _Optional[int] = ...) -> None: ...

class StructIoUringQueryHdr(_message.Message):
    __slots__ = ("next_entry", "query_data", "query_op", "size", "result", "__resv")
    NEXT_ENTRY_FIELD_NUMBER: _ClassVar[int]
    QUERY_DATA_FIELD_NUMBER: _ClassVar[int]
    QUERY_OP_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    next_entry: int
    query_data: int
    query_op: int
    size: int
    result: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, next_entry: _Optional[int] = ..., query_data: _Optional[int] = ..., query_op: _Optional[int] = ..., size: _Optional[int] = ..., result: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ...) -> None: ...

class StructIoUringRestriction(_message.Message):
    __slots__ = ("opcode", "register_op")
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    REGISTER_OP_FIELD_NUMBER: _ClassVar[int]
    opcode: int
    register_op: int
    def __init__(self, opcode: _Optional[int] = ..., register_op: _Optional[int] = ...) -> None: ...

class StructIoUringRsrcRegister(_message.Message):
    __slots__ = ("nr_", "flags", "data", "tags")
    NR__FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    nr_: int
    flags: int
    data: int
    tags: int
    def __init__(self, nr_: _Optional[int] = ..., flags: _Optional[int] = ..., data: _Optional[int] = ..., tags: _Optional[int] = ...) -> None: ...

class StructIoUringRsrcUpdate(_message.Message):
    __slots__ = ("offset", "data")
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    offset: int
    data: int
    def __init__(self, offset: _Optional[int] = ..., data: _Optional[int] = ...) -> None: ...

class StructIoUringRsrcUpdate2(_message.Message):
    __slots__ = ("offset", "data", "tags", "nr_")
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    offset: int
    data: int
    tags: int
    nr_: int
    def __init__(self, offset: _Optional[int] = ..., data: _Optional[int] = ..., tags: _Optional[int] = ..., nr_: _Optional[int] = ...) -> None: ...

class StructIoUringSqe(_message.Message):
    __slots__ = ("opcode", "flags", "ioprio", "fd", "off", "addr", "len", "rw_flags", "user_data", "buf_index", "personality", "splice_fd_in", "addr3")
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    IOPRIO_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    OFF_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    RW_FLAGS_FIELD_NUMBER: _ClassVar[int]
    USER_DATA_FIELD_NUMBER: _ClassVar[int]
    BUF_INDEX_FIELD_NUMBER: _ClassVar[int]
    PERSONALITY_FIELD_NUMBER: _ClassVar[int]
    SPLICE_FD_IN_FIELD_NUMBER: _ClassVar[int]
    ADDR3_FIELD_NUMBER: _ClassVar[int]
    opcode: int
    flags: int
    ioprio: int
    fd: int
    off: int
    addr: int
    len: int
    rw_flags: int
    user_data: int
    buf_index: int
    personality: int
    splice_fd_in: int
    addr3: int
    def __init__(self, opcode: _Optional[int] = ..., flags: _Optional[int] = ..., ioprio: _Optional[int] = ..., fd: _Optional[int] = ..., off: _Optional[int] = ..., addr: _Optional[int] = ..., len: _Optional[int] = ..., rw_flags: _Optional[int] = ..., user_data: _Optional[int] = ..., buf_index: _Optional[int] = ..., personality: _Optional[int] = ..., splice_fd_in: _Optional[int] = ..., addr3: _Optional[int] = ...) -> None: ...

class StructIoUringSyncCancelReg(_message.Message):
    __slots__ = ("addr", "fd", "flags", "timeout", "opcode")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    addr: int
    fd: int
    flags: int
    timeout: StructKernelTimespec
    opcode: int
    def __init__(self, addr: _Optional[int] = ..., fd: _Optional[int] = ..., flags: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., opcode: _Optional[int] = ...) -> None: ...

class StructIoUringZcrxIfqReg(_message.Message):
    __slots__ = ("if_idx", "if_rxq", "rq_entries", "flags", "area_ptr", "region_ptr", "offsets", "zcrx_id", "rx_buf_len", "event_desc", "__resv")
    IF_IDX_FIELD_NUMBER: _ClassVar[int]
    IF_RXQ_FIELD_NUMBER: _ClassVar[int]
    RQ_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    AREA_PTR_FIELD_NUMBER: _ClassVar[int]
    REGION_PTR_FIELD_NUMBER: _ClassVar[int]
    OFFSETS_FIELD_NUMBER: _ClassVar[int]
    ZCRX_ID_FIELD_NUMBER: _ClassVar[int]
    RX_BUF_LEN_FIELD_NUMBER: _ClassVar[int]
    EVENT_DESC_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    if_idx: int
    if_rxq: int
    rq_entries: int
    flags: int
    area_ptr: int
    region_ptr: int
    offsets: StructIoUringZcrxOffsets
    zcrx_id: int
    rx_buf_len: int
    event_desc: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, if_idx: _Optional[int] = ..., if_rxq: _Optional[int] = ..., rq_entries: _Optional[int] = ..., flags: _Optional[int] = ..., area_ptr: _Optional[int] = ..., region_ptr: _Optional[int] = ..., offsets: _Optional[_Union[StructIoUringZcrxOffsets, _Mapping]] = ..., zcrx_id: _Optional[int] = ..., rx_buf_len: _Optional[int] = ..., event_desc: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ...) -> None: ...

class StructIoUringZcrxOffsets(_message.Message):
    __slots__ = ("head", "tail", "rqes", "__resv2", "__resv")
    HEAD_FIELD_NUMBER: _ClassVar[int]
    TAIL_FIELD_NUMBER: _ClassVar[int]
    RQES_FIELD_NUMBER: _ClassVar[int]
    __RESV2_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    head: int
    tail: int
    rqes: int
    __resv2: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, head: _Optional[int] = ..., tail: _Optional[int] = ..., rqes: _Optional[int] = ..., __resv2: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ...) -> None: ...

class StructIocb(_message.Message):
    __slots__ = ("aio_data", "aio_key", "aio_rw_flags", "aio_lio_opcode", "aio_reqprio", "aio_fildes", "aio_buf", "aio_nbytes", "aio_offset", "aio_reserved2", "aio_flags", "aio_resfd")
    AIO_DATA_FIELD_NUMBER: _ClassVar[int]
    AIO_KEY_FIELD_NUMBER: _ClassVar[int]
    AIO_RW_FLAGS_FIELD_NUMBER: _ClassVar[int]
    AIO_LIO_OPCODE_FIELD_NUMBER: _ClassVar[int]
    AIO_REQPRIO_FIELD_NUMBER: _ClassVar[int]
    AIO_FILDES_FIELD_NUMBER: _ClassVar[int]
    AIO_BUF_FIELD_NUMBER: _ClassVar[int]
    AIO_NBYTES_FIELD_NUMBER: _ClassVar[int]
    AIO_OFFSET_FIELD_NUMBER: _ClassVar[int]
    AIO_RESERVED2_FIELD_NUMBER: _ClassVar[int]
    AIO_FLAGS_FIELD_NUMBER: _ClassVar[int]
    AIO_RESFD_FIELD_NUMBER: _ClassVar[int]
    aio_data: int
    aio_key: int
    aio_rw_flags: int
    aio_lio_opcode: int
    aio_reqprio: int
    aio_fildes: int
    aio_buf: int
    aio_nbytes: int
    aio_offset: int
    aio_reserved2: int
    aio_flags: int
    aio_resfd: int
    def __init__(self, aio_data: _Optional[int] = ..., aio_key: _Optional[int] = ..., aio_rw_flags: _Optional[int] = ..., aio_lio_opcode: _Optional[int] = ..., aio_reqprio: _Optional[int] = ..., aio_fildes: _Optional[int] = ..., aio_buf: _Optional[int] = ..., aio_nbytes: _Optional[int] = ..., aio_offset: _Optional[int] = ..., aio_reserved2: _Optional[int] = ..., aio_flags: _Optional[int] = ..., aio_resfd: _Optional[int] = ...) -> None: ...

class StructIovec(_message.Message):
    __slots__ = ("iov_base", "iov_len")
    IOV_BASE_FIELD_NUMBER: _ClassVar[int]
    IOV_LEN_FIELD_NUMBER: _ClassVar[int]
    iov_base: int
    iov_len: int
    def __init__(self, iov_base: _Optional[int] = ..., iov_len: _Optional[int] = ...) -> None: ...

class StructIp6Mtuinfo(_message.Message):
    __slots__ = ("ip6m_addr", "ip6m_mtu")
    IP6M_ADDR_FIELD_NUMBER: _ClassVar[int]
    IP6M_MTU_FIELD_NUMBER: _ClassVar[int]
    ip6m_addr: StructSockaddrIn6
    ip6m_mtu: int
    def __init__(self, ip6m_addr: _Optional[_Union[StructSockaddrIn6, _Mapping]] = ..., ip6m_mtu: _Optional[int] = ...) -> None: ...

class StructIpMreq(_message.Message):
    __slots__ = ("imr_multiaddr", "imr_interface")
    IMR_MULTIADDR_FIELD_NUMBER: _ClassVar[int]
    IMR_INTERFACE_FIELD_NUMBER: _ClassVar[int]
    imr_multiaddr: bytes
    imr_interface: bytes
    def __init__(self, imr_multiaddr: _Optional[bytes] = ..., imr_interface: _Optional[bytes] = ...) -> None: ...

class StructIpMreqSource(_message.Message):
    __slots__ = ("imr_multiaddr", "imr_interface", "imr_sourceaddr")
    IMR_MULTIADDR_FIELD_NUMBER: _ClassVar[int]
    IMR_INTERFACE_FIELD_NUMBER: _ClassVar[int]
    IMR_SOURCEADDR_FIELD_NUMBER: _ClassVar[int]
    imr_multiaddr: bytes
    imr_interface: bytes
    imr_sourceaddr: bytes
    def __init__(self, imr_multiaddr: _Optional[bytes] = ..., imr_interface: _Optional[bytes] = ..., imr_sourceaddr: _Optional[bytes] = ...) -> None: ...

class StructIpMsfilter(_message.Message):
    __slots__ = ("imsf_multiaddr", "imsf_interface", "imsf_fmode", "imsf_numsrc")
    IMSF_MULTIADDR_FIELD_NUMBER: _ClassVar[int]
    IMSF_INTERFACE_FIELD_NUMBER: _ClassVar[int]
    IMSF_FMODE_FIELD_NUMBER: _ClassVar[int]
    IMSF_NUMSRC_FIELD_NUMBER: _ClassVar[int]
    imsf_multiaddr: bytes
    imsf_interface: bytes
    imsf_fmode: int
    imsf_numsrc: int
    def __init__(self, imsf_multiaddr: _Optional[bytes] = ..., imsf_interface: _Optional[bytes] = ..., imsf_fmode: _Optional[int] = ..., imsf_numsrc: _Optional[int] = ...) -> None: ...

class StructIpc64Perm(_message.Message):
    __slots__ = ("key", "uid_", "gid_", "cuid", "cgid", "mode", "seq")
    KEY_FIELD_NUMBER: _ClassVar[int]
    UID__FIELD_NUMBER: _ClassVar[int]
    GID__FIELD_NUMBER: _ClassVar[int]
    CUID_FIELD_NUMBER: _ClassVar[int]
    CGID_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SEQ_FIELD_NUMBER: _ClassVar[int]
    key: int
    uid_: int
    gid_: int
    cuid: int
    cgid: int
    mode: int
    seq: int
    def __init__(self, key: _Optional[int] = ..., uid_: _Optional[int] = ..., gid_: _Optional[int] = ..., cuid: _Optional[int] = ..., cgid: _Optional[int] = ..., mode: _Optional[int] = ..., seq: _Optional[int] = ...) -> None: ...

class StructIpv6Mreq(_message.Message):
    __slots__ = ("ipv6mr_multiaddr", "ipv6mr_ifindex")
    IPV6MR_MULTIADDR_FIELD_NUMBER: _ClassVar[int]
    IPV6MR_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    ipv6mr_multiaddr: bytes
    ipv6mr_ifindex: int
    def __init__(self, ipv6mr_multiaddr: _Optional[bytes] = ..., ipv6mr_ifindex: _Optional[int] = ...) -> None: ...

class StructItimerspec64(_message.Message):
    __slots__ = ("it_interval", "it_value")
    IT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    IT_VALUE_FIELD_NUMBER: _ClassVar[int]
    it_interval: StructTimespec64
    it_value: StructTimespec64
    def __init__(self, it_interval: _Optional[_Union[StructTimespec64, _Mapping]] = ..., it_value: _Optional[_Union[StructTimespec64, _Mapping]] = ...) -> None: ...

class StructKcmpEpollSlot(_message.Message):
    __slots__ = ("efd", "tfd", "toff")
    EFD_FIELD_NUMBER: _ClassVar[int]
    TFD_FIELD_NUMBER: _ClassVar[int]
    TOFF_FIELD_NUMBER: _ClassVar[int]
    efd: int
    tfd: int
    toff: int
    def __init__(self, efd: _Optional[int] = ..., tfd: _Optional[int] = ..., toff: _Optional[int] = ...) -> None: ...

class StructKexecSegment(_message.Message):
    __slots__ = ("buf", "bufsz", "mem", "memsz")
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUFSZ_FIELD_NUMBER: _ClassVar[int]
    MEM_FIELD_NUMBER: _ClassVar[int]
    MEMSZ_FIELD_NUMBER: _ClassVar[int]
    buf: int
    bufsz: int
    mem: int
    memsz: int
    def __init__(self, buf: _Optional[int] = ..., bufsz: _Optional[int] = ..., mem: _Optional[int] = ..., memsz: _Optional[int] = ...) -> None: ...

class StructKeyctlDhParams(_message.Message):
    __slots__ = ("priv", "prime", "base")
    PRIV_FIELD_NUMBER: _ClassVar[int]
    PRIME_FIELD_NUMBER: _ClassVar[int]
    BASE_FIELD_NUMBER: _ClassVar[int]
    priv: int
    prime: int
    base: int
    def __init__(self, priv: _Optional[int] = ..., prime: _Optional[int] = ..., base: _Optional[int] = ...) -> None: ...

class StructKeyctlKdfParams(_message.Message):
    __slots__ = ("hashname", "otherinfo", "otherinfolen")
    HASHNAME_FIELD_NUMBER: _ClassVar[int]
    OTHERINFO_FIELD_NUMBER: _ClassVar[int]
    OTHERINFOLEN_FIELD_NUMBER: _ClassVar[int]
    hashname: int
    otherinfo: int
    otherinfolen: int
    def __init__(self, hashname: _Optional[int] = ..., otherinfo: _Optional[int] = ..., otherinfolen: _Optional[int] = ...) -> None: ...

class StructKeyctlPkeyParams(_message.Message):
    __slots__ = ("key_id", "in_len", "out_len")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    IN_LEN_FIELD_NUMBER: _ClassVar[int]
    OUT_LEN_FIELD_NUMBER: _ClassVar[int]
    key_id: int
    in_len: int
    out_len: int
    def __init__(self, key_id: _Optional[int] = ..., in_len: _Optional[int] = ..., out_len: _Optional[int] = ...) -> None: ...

class StructKeyctlPkeyQuery(_message.Message):
    __slots__ = ("supported_ops", "key_size", "max_data_size", "max_sig_size", "max_enc_size", "max_dec_size")
    SUPPORTED_OPS_FIELD_NUMBER: _ClassVar[int]
    KEY_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_DATA_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_SIG_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_ENC_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_DEC_SIZE_FIELD_NUMBER: _ClassVar[int]
    supported_ops: int
    key_size: int
    max_data_size: int
    max_sig_size: int
    max_enc_size: int
    max_dec_size: int
    def __init__(self, supported_ops: _Optional[int] = ..., key_size: _Optional[int] = ..., max_data_size: _Optional[int] = ..., max_sig_size: _Optional[int] = ..., max_enc_size: _Optional[int] = ..., max_dec_size: _Optional[int] = ...) -> None: ...

class StructLandlockNetPortAttr(_message.Message):
    __slots__ = ("allowed_access", "port")
    ALLOWED_ACCESS_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    allowed_access: int
    port: int
    def __init__(self, allowed_access: _Optional[int] = ..., port: _Optional[int] = ...) -> None: ...

class StructLandlockPathBeneathAttr(_message.Message):
    __slots__ = ("allowed_access", "parent_fd")
    ALLOWED_ACCESS_FIELD_NUMBER: _ClassVar[int]
    PARENT_FD_FIELD_NUMBER: _ClassVar[int]
    allowed_access: int
    parent_fd: int
    def __init__(self, allowed_access: _Optional[int] = ..., parent_fd: _Optional[int] = ...) -> None: ...

class StructLandlockRulesetAttr(_message.Message):
    __slots__ = ("handled_access_fs", "handled_access_net", "scoped", "quiet_access_fs", "quiet_access_net", "quiet_scoped")
    HANDLED_ACCESS_FS_FIELD_NUMBER: _ClassVar[int]
    HANDLED_ACCESS_NET_FIELD_NUMBER: _ClassVar[int]
    SCOPED_FIELD_NUMBER: _ClassVar[int]
    QUIET_ACCESS_FS_FIELD_NUMBER: _ClassVar[int]
    QUIET_ACCESS_NET_FIELD_NUMBER: _ClassVar[int]
    QUIET_SCOPED_FIELD_NUMBER: _ClassVar[int]
    handled_access_fs: int
    handled_access_net: int
    scoped: int
    quiet_access_fs: int
    quiet_access_net: int
    quiet_scoped: int
    def __init__(self, handled_access_fs: _Optional[int] = ..., handled_access_net: _Optional[int] = ..., scoped: _Optional[int] = ..., quiet_access_fs: _Optional[int] = ..., quiet_access_net: _Optional[int] = ..., quiet_scoped: _Optional[int] = ...) -> None: ...

class StructLinger(_message.Message):
    __slots__ = ("l_onoff", "l_linger")
    L_ONOFF_FIELD_NUMBER: _ClassVar[int]
    L_LINGER_FIELD_NUMBER: _ClassVar[int]
    l_onoff: int
    l_linger: int
    def __init__(self, l_onoff: _Optional[int] = ..., l_linger: _Optional[int] = ...) -> None: ...

class StructLoopConfig(_message.Message):
    __slots__ = ("fd", "block_size", "info")
    FD_FIELD_NUMBER: _ClassVar[int]
    BLOCK_SIZE_FIELD_NUMBER: _ClassVar[int]
    INFO_FIELD_NUMBER: _ClassVar[int]
    fd: int
    block_size: int
    info: StructLoopInfo64
    def __init__(self, fd: _Optional[int] = ..., block_size: _Optional[int] = ..., info: _Optional[_Union[StructLoopInfo64, _Mapping]] = ...) -> None: ...

class StructLoopInfo64(_message.Message):
    __slots__ = ("lo_device", "lo_inode", "lo_rdevice", "lo_offset", "lo_sizelimit", "lo_number", "lo_encrypt_type", "lo_encrypt_key_size", "lo_flags", "lo_file_name", "lo_crypt_name", "lo_encrypt_key", "lo_init")
    LO_DEVICE_FIELD_NUMBER: _ClassVar[int]
    LO_INODE_FIELD_NUMBER: _ClassVar[int]
    LO_RDEVICE_FIELD_NUMBER: _ClassVar[int]
    LO_OFFSET_FIELD_NUMBER: _ClassVar[int]
    LO_SIZELIMIT_FIELD_NUMBER: _ClassVar[int]
    LO_NUMBER_FIELD_NUMBER: _ClassVar[int]
    LO_ENCRYPT_TYPE_FIELD_NUMBER: _ClassVar[int]
    LO_ENCRYPT_KEY_SIZE_FIELD_NUMBER: _ClassVar[int]
    LO_FLAGS_FIELD_NUMBER: _ClassVar[int]
    LO_FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    LO_CRYPT_NAME_FIELD_NUMBER: _ClassVar[int]
    LO_ENCRYPT_KEY_FIELD_NUMBER: _ClassVar[int]
    LO_INIT_FIELD_NUMBER: _ClassVar[int]
    lo_device: int
    lo_inode: int
    lo_rdevice: int
    lo_offset: int
    lo_sizelimit: int
    lo_number: int
    lo_encrypt_type: int
    lo_encrypt_key_size: int
    lo_flags: int
    lo_file_name: bytes
    lo_crypt_name: bytes
    lo_encrypt_key: _containers.RepeatedScalarFieldContainer[int]
    lo_init: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, lo_device: _Optional[int] = ..., lo_inode: _Optional[int] = ..., lo_rdevice: _Optional[int] = ..., lo_offset: _Optional[int] = ..., lo_sizelimit: _Optional[int] = ..., lo_number: _Optional[int] = ..., lo_encrypt_type: _Optional[int] = ..., lo_encrypt_key_size: _Optional[int] = ..., lo_flags: _Optional[int] = ..., lo_file_name: _Optional[bytes] = ..., lo_crypt_name: _Optional[bytes] = ..., lo_encrypt_key: _Optional[_Iterable[int]] = ..., lo_init: _Optional[_Iterable[int]] = ...) -> None: ...

class StructLsmCtx(_message.Message):
    __slots__ = ("id", "flags", "len", "ctx_len")
    ID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    CTX_LEN_FIELD_NUMBER: _ClassVar[int]
    id: int
    flags: int
    len: int
    ctx_len: int
    def __init__(self, id: _Optional[int] = ..., flags: _Optional[int] = ..., len: _Optional[int] = ..., ctx_len: _Optional[int] = ...) -> None: ...

class StructMmapArgStruct(_message.Message):
    __slots__ = ("addr", "len", "prot", "flags", "fd", "offset")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    addr: int
    len: int
    prot: int
    flags: int
    fd: int
    offset: int
    def __init__(self, addr: _Optional[int] = ..., len: _Optional[int] = ..., prot: _Optional[int] = ..., flags: _Optional[int] = ..., fd: _Optional[int] = ..., offset: _Optional[int] = ...) -> None: ...

class StructMntIdReq(_message.Message):
    __slots__ = ("size", "mnt_ns_fd", "mnt_id", "param", "mnt_ns_id")
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MNT_NS_FD_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_FIELD_NUMBER: _ClassVar[int]
    PARAM_FIELD_NUMBER: _ClassVar[int]
    MNT_NS_ID_FIELD_NUMBER: _ClassVar[int]
    size: int
    mnt_ns_fd: int
    mnt_id: int
    param: int
    mnt_ns_id: int
    def __init__(self, size: _Optional[int] = ..., mnt_ns_fd: _Optional[int] = ..., mnt_id: _Optional[int] = ..., param: _Optional[int] = ..., mnt_ns_id: _Optional[int] = ...) -> None: ...

class StructMntIdReqStatmount(_message.Message):
    __slots__ = ("size", "mnt_ns_fd", "mnt_id", "param", "mnt_ns_id")
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MNT_NS_FD_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_FIELD_NUMBER: _ClassVar[int]
    PARAM_FIELD_NUMBER: _ClassVar[int]
    MNT_NS_ID_FIELD_NUMBER: _ClassVar[int]
    size: int
    mnt_ns_fd: int
    mnt_id: int
    param: int
    mnt_ns_id: int
    def __init__(self, size: _Optional[int] = ..., mnt_ns_fd: _Optional[int] = ..., mnt_id: _Optional[int] = ..., param: _Optional[int] = ..., mnt_ns_id: _Optional[int] = ...) -> None: ...

class StructMountAttr(_message.Message):
    __slots__ = ("attr_set", "attr_clr", "propagation", "userns_fd", "beyond")
    ATTR_SET_FIELD_NUMBER: _ClassVar[int]
    ATTR_CLR_FIELD_NUMBER: _ClassVar[int]
    PROPAGATION_FIELD_NUMBER: _ClassVar[int]
    USERNS_FD_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    attr_set: int
    attr_clr: int
    propagation: int
    userns_fd: int
    beyond: bytes
    def __init__(self, attr_set: _Optional[int] = ..., attr_clr: _Optional[int] = ..., propagation: _Optional[int] = ..., userns_fd: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructMqAttr(_message.Message):
    __slots__ = ("mq_flags", "mq_maxmsg", "mq_msgsize", "mq_curmsgs")
    MQ_FLAGS_FIELD_NUMBER: _ClassVar[int]
    MQ_MAXMSG_FIELD_NUMBER: _ClassVar[int]
    MQ_MSGSIZE_FIELD_NUMBER: _ClassVar[int]
    MQ_CURMSGS_FIELD_NUMBER: _ClassVar[int]
    mq_flags: int
    mq_maxmsg: int
    mq_msgsize: int
    mq_curmsgs: int
    def __init__(self, mq_flags: _Optional[int] = ..., mq_maxmsg: _Optional[int] = ..., mq_msgsize: _Optional[int] = ..., mq_curmsgs: _Optional[int] = ...) -> None: ...

class StructMsginfo(_message.Message):
    __slots__ = ("msgpool", "msgmap", "msgmax", "msgmnb", "msgmni", "msgssz", "msgtql", "msgseg")
    MSGPOOL_FIELD_NUMBER: _ClassVar[int]
    MSGMAP_FIELD_NUMBER: _ClassVar[int]
    MSGMAX_FIELD_NUMBER: _ClassVar[int]
    MSGMNB_FIELD_NUMBER: _ClassVar[int]
    MSGMNI_FIELD_NUMBER: _ClassVar[int]
    MSGSSZ_FIELD_NUMBER: _ClassVar[int]
    MSGTQL_FIELD_NUMBER: _ClassVar[int]
    MSGSEG_FIELD_NUMBER: _ClassVar[int]
    msgpool: int
    msgmap: int
    msgmax: int
    msgmnb: int
    msgmni: int
    msgssz: int
    msgtql: int
    msgseg: int
    def __init__(self, msgpool: _Optional[int] = ..., msgmap: _Optional[int] = ..., msgmax: _Optional[int] = ..., msgmnb: _Optional[int] = ..., msgmni: _Optional[int] = ..., msgssz: _Optional[int] = ..., msgtql: _Optional[int] = ..., msgseg: _Optional[int] = ...) -> None: ...

class StructMsqid64Ds(_message.Message):
    __slots__ = ("msg_perm", "msg_stime", "msg_rtime", "msg_ctime", "msg_cbytes", "msg_qnum", "msg_qbytes", "msg_lspid", "msg_lrpid", "msg_stime_high", "msg_rtime_high", "msg_ctime_high")
    MSG_PERM_FIELD_NUMBER: _ClassVar[int]
    MSG_STIME_FIELD_NUMBER: _ClassVar[int]
    MSG_RTIME_FIELD_NUMBER: _ClassVar[int]
    MSG_CTIME_FIELD_NUMBER: _ClassVar[int]
    MSG_CBYTES_FIELD_NUMBER: _ClassVar[int]
    MSG_QNUM_FIELD_NUMBER: _ClassVar[int]
    MSG_QBYTES_FIELD_NUMBER: _ClassVar[int]
    MSG_LSPID_FIELD_NUMBER: _ClassVar[int]
    MSG_LRPID_FIELD_NUMBER: _ClassVar[int]
    MSG_STIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    MSG_RTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    MSG_CTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    msg_perm: StructIpc64Perm
    msg_stime: int
    msg_rtime: int
    msg_ctime: int
    msg_cbytes: int
    msg_qnum: int
    msg_qbytes: int
    msg_lspid: int
    msg_lrpid: int
    msg_stime_high: int
    msg_rtime_high: int
    msg_ctime_high: int
    def __init__(self, msg_perm: _Optional[_Union[StructIpc64Perm, _Mapping]] = ..., msg_stime: _Optional[int] = ..., msg_rtime: _Optional[int] = ..., msg_ctime: _Optional[int] = ..., msg_cbytes: _Optional[int] = ..., msg_qnum: _Optional[int] = ..., msg_qbytes: _Optional[int] = ..., msg_lspid: _Optional[int] = ..., msg_lrpid: _Optional[int] = ..., msg_stime_high: _Optional[int] = ..., msg_rtime_high: _Optional[int] = ..., msg_ctime_high: _Optional[int] = ...) -> None: ...

class StructNewUtsname(_message.Message):
    __slots__ = ("sysname", "nodename", "release", "version", "machine", "domainname")
    SYSNAME_FIELD_NUMBER: _ClassVar[int]
    NODENAME_FIELD_NUMBER: _ClassVar[int]
    RELEASE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    DOMAINNAME_FIELD_NUMBER: _ClassVar[int]
    sysname: bytes
    nodename: bytes
    release: bytes
    version: bytes
    machine: bytes
    domainname: bytes
    def __init__(self, sysname: _Optional[bytes] = ..., nodename: _Optional[bytes] = ..., release: _Optional[bytes] = ..., version: _Optional[bytes] = ..., machine: _Optional[bytes] = ..., domainname: _Optional[bytes] = ...) -> None: ...

class StructNlPktinfo(_message.Message):
    __slots__ = ("group",)
    GROUP_FIELD_NUMBER: _ClassVar[int]
    group: int
    def __init__(self, group: _Optional[int] = ...) -> None: ...

class StructNsIdReq(_message.Message):
    __slots__ = ("size", "ns_id", "ns_type", "spare2", "user_ns_id")
    SIZE_FIELD_NUMBER: _ClassVar[int]
    NS_ID_FIELD_NUMBER: _ClassVar[int]
    NS_TYPE_FIELD_NUMBER: _ClassVar[int]
    SPARE2_FIELD_NUMBER: _ClassVar[int]
    USER_NS_ID_FIELD_NUMBER: _ClassVar[int]
    size: int
    ns_id: int
    ns_type: int
    spare2: int
    user_ns_id: int
    def __init__(self, size: _Optional[int] = ..., ns_id: _Optional[int] = ..., ns_type: _Optional[int] = ..., spare2: _Optional[int] = ..., user_ns_id: _Optional[int] = ...) -> None: ...

class StructOldUtsname(_message.Message):
    __slots__ = ("sysname", "nodename", "release", "version", "machine")
    SYSNAME_FIELD_NUMBER: _ClassVar[int]
    NODENAME_FIELD_NUMBER: _ClassVar[int]
    RELEASE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    sysname: bytes
    nodename: bytes
    release: bytes
    version: bytes
    machine: bytes
    def __init__(self, sysname: _Optional[bytes] = ..., nodename: _Optional[bytes] = ..., release: _Optional[bytes] = ..., version: _Optional[bytes] = ..., machine: _Optional[bytes] = ...) -> None: ...

class StructOldoldUtsname(_message.Message):
    __slots__ = ("sysname", "nodename", "release", "version", "machine")
    SYSNAME_FIELD_NUMBER: _ClassVar[int]
    NODENAME_FIELD_NUMBER: _ClassVar[int]
    RELEASE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    sysname: bytes
    nodename: bytes
    release: bytes
    version: bytes
    machine: bytes
    def __init__(self, sysname: _Optional[bytes] = ..., nodename: _Optional[bytes] = ..., release: _Optional[bytes] = ..., version: _Optional[bytes] = ..., machine: _Optional[bytes] = ...) -> None: ...

class StructOpenHow(_message.Message):
    __slots__ = ("flags", "mode", "resolve", "beyond")
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    flags: int
    mode: int
    resolve: int
    beyond: bytes
    def __init__(self, flags: _Optional[int] = ..., mode: _Optional[int] = ..., resolve: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructPacketMreq(_message.Message):
    __slots__ = ("mr_ifindex", "mr_type", "mr_alen", "mr_address")
    MR_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    MR_TYPE_FIELD_NUMBER: _ClassVar[int]
    MR_ALEN_FIELD_NUMBER: _ClassVar[int]
    MR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mr_ifindex: int
    mr_type: int
    mr_alen: int
    mr_address: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, mr_ifindex: _Optional[int] = ..., mr_type: _Optional[int] = ..., mr_alen: _Optional[int] = ..., mr_address: _Optional[_Iterable[int]] = ...) -> None: ...

class StructPerfEventAttr(_message.Message):
    __slots__ = ("type", "size", "config", "sample_period", "sample_type", "read_format", "disabled", "inherit", "pinned", "exclusive", "exclude_user", "exclude_kernel", "exclude_hv", "exclude_idle", "mmap", "comm_", "freq", "inherit_stat", "enable_on_exec", "task", "watermark", "precise_ip", "mmap_data", "sample_id_all", "exclude_host", "exclude_guest", "exclude_callchain_kernel", "exclude_callchain_user", "mmap2", "comm_exec", "use_clockid", "context_switch", "write_backward", "namespaces", "ksymbol", "bpf_event", "aux_output", "cgroup", "text_poke", "build_id", "inherit_thread", "remove_on_exec", "sigtrap", "defer_callchain", "defer_output", "wakeup_events", "bp_type", "bp_addr", "bp_len", "branch_sample_type", "sample_regs_user", "sample_stack_user", "clockid", "sample_regs_intr", "aux_watermark", "sample_max_stack", "aux_sample_size", "aux_action", "sig_data", "config3", "config4")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_PERIOD_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    READ_FORMAT_FIELD_NUMBER: _ClassVar[int]
    DISABLED_FIELD_NUMBER: _ClassVar[int]
    INHERIT_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    EXCLUSIVE_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_USER_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_KERNEL_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_HV_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_IDLE_FIELD_NUMBER: _ClassVar[int]
    MMAP_FIELD_NUMBER: _ClassVar[int]
    COMM__FIELD_NUMBER: _ClassVar[int]
    FREQ_FIELD_NUMBER: _ClassVar[int]
    INHERIT_STAT_FIELD_NUMBER: _ClassVar[int]
    ENABLE_ON_EXEC_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    WATERMARK_FIELD_NUMBER: _ClassVar[int]
    PRECISE_IP_FIELD_NUMBER: _ClassVar[int]
    MMAP_DATA_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_ID_ALL_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_HOST_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_GUEST_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_CALLCHAIN_KERNEL_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_CALLCHAIN_USER_FIELD_NUMBER: _ClassVar[int]
    MMAP2_FIELD_NUMBER: _ClassVar[int]
    COMM_EXEC_FIELD_NUMBER: _ClassVar[int]
    USE_CLOCKID_FIELD_NUMBER: _ClassVar[int]
    CONTEXT_SWITCH_FIELD_NUMBER: _ClassVar[int]
    WRITE_BACKWARD_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    KSYMBOL_FIELD_NUMBER: _ClassVar[int]
    BPF_EVENT_FIELD_NUMBER: _ClassVar[int]
    AUX_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    CGROUP_FIELD_NUMBER: _ClassVar[int]
    TEXT_POKE_FIELD_NUMBER: _ClassVar[int]
    BUILD_ID_FIELD_NUMBER: _ClassVar[int]
    INHERIT_THREAD_FIELD_NUMBER: _ClassVar[int]
    REMOVE_ON_EXEC_FIELD_NUMBER: _ClassVar[int]
    SIGTRAP_FIELD_NUMBER: _ClassVar[int]
    DEFER_CALLCHAIN_FIELD_NUMBER: _ClassVar[int]
    DEFER_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    WAKEUP_EVENTS_FIELD_NUMBER: _ClassVar[int]
    BP_TYPE_FIELD_NUMBER: _ClassVar[int]
    BP_ADDR_FIELD_NUMBER: _ClassVar[int]
    BP_LEN_FIELD_NUMBER: _ClassVar[int]
    BRANCH_SAMPLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_REGS_USER_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_STACK_USER_FIELD_NUMBER: _ClassVar[int]
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_REGS_INTR_FIELD_NUMBER: _ClassVar[int]
    AUX_WATERMARK_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_MAX_STACK_FIELD_NUMBER: _ClassVar[int]
    AUX_SAMPLE_SIZE_FIELD_NUMBER: _ClassVar[int]
    AUX_ACTION_FIELD_NUMBER: _ClassVar[int]
    SIG_DATA_FIELD_NUMBER: _ClassVar[int]
    CONFIG3_FIELD_NUMBER: _ClassVar[int]
    CONFIG4_FIELD_NUMBER: _ClassVar[int]
    type: int
    size: int
    config: int
    sample_period: int
    sample_type: int
    read_format: int
    disabled: int
    inherit: int
    pinned: int
    exclusive: int
    exclude_user: int
    exclude_kernel: int
    exclude_hv: int
    exclude_idle: int
    mmap: int
    comm_: int
    freq: int
    inherit_stat: int
    enable_on_exec: int
    task: int
    watermark: int
    precise_ip: int
    mmap_data: int
    sample_id_all: int
    exclude_host: int
    exclude_guest: int
    exclude_callchain_kernel: int
    exclude_callchain_user: int
    mmap2: int
    comm_exec: int
    use_clockid: int
    context_switch: int
    write_backward: int
    namespaces: int
    ksymbol: int
    bpf_event: int
    aux_output: int
    cgroup: int
    text_poke: int
    build_id: int
    inherit_thread: int
    remove_on_exec: int
    sigtrap: int
    defer_callchain: int
    defer_output: int
    wakeup_events: int
    bp_type: int
    bp_addr: int
    bp_len: int
    branch_sample_type: int
    sample_regs_user: int
    sample_stack_user: int
    clockid: int
    sample_regs_intr: int
    aux_watermark: int
    sample_max_stack: int
    aux_sample_size: int
    aux_action: int
    sig_data: int
    config3: int
    config4: int
    def __init__(self, type: _Optional[int] = ..., size: _Optional[int] = ..., config: _Optional[int] = ..., sample_period: _Optional[int] = ..., sample_type: _Optional[int] = ..., read_format: _Optional[int] = ..., disabled: _Optional[int] = ..., inherit: _Optional[int] = ..., pinned: _Optional[int] = ..., exclusive: _Optional[int] = ..., exclude_user: _Optional[int] = ..., exclude_kernel: _Optional[int] = ..., exclude_hv: _Optional[int] = ..., exclude_idle: _Optional[int] = ..., mmap: _Optional[int] = ..., comm_: _Optional[int] = ..., freq: _Optional[int] = ..., inherit_stat: _Optional[int] = ..., enable_on_exec: _Optional[int] = ..., task: _Optional[int] = ..., watermark: _Optional[int] = ..., precise_ip: _Optional[int] = ..., mmap_data: _Optional[int] = ..., sample_id_all: _Optional[int] = ..., exclude_host: _Optional[int] = ..., exclude_guest: _Optional[int] = ..., exclude_callchain_kernel: _Optional[int] = ..., exclude_callchain_user: _Optional[int] = ..., mmap2: _Optional[int] = ..., comm_exec: _Optional[int] = ..., use_clockid: _Optional[int] = ..., context_switch: _Optional[int] = ..., write_backward: _Optional[int] = ..., namespaces: _Optional[int] = ..., ksymbol: _Optional[int] = ..., bpf_event: _Optional[int] = ..., aux_output: _Optional[int] = ..., cgroup: _Optional[int] = ..., text_poke: _Optional[int] = ..., build_id: _Optional[int] = ..., inherit_thread: _Optional[int] = ..., remove_on_exec: _Optional[int] = ..., sigtrap: _Optional[int] = ..., defer_callchain: _Optional[int] = ..., defer_output: _Optional[int] = ..., wakeup_events: _Optional[int] = ..., bp_type: _Optional[int] = ..., bp_addr: _Optional[int] = ..., bp_len: _Optional[int] = ..., branch_sample_type: _Optional[int] = ..., sample_regs_user: _Optional[int] = ..., sample_stack_user: _Optional[int] = ..., clockid: _Optional[int] = ..., sample_regs_intr: _Optional[int] = ..., aux_watermark: _Optional[int] = ..., sample_max_stack: _Optional[int] = ..., aux_sample_size: _Optional[int] = ..., aux_action: _Optional[int] = ..., sig_data: _Optional[int] = ..., config3: _Optional[int] = ..., config4: _Optional[int] = ...) -> None: ...

class StructPollfd(_message.Message):
    __slots__ = ("fd", "events", "revents")
    FD_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    REVENTS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    events: int
    revents: int
    def __init__(self, fd: _Optional[int] = ..., events: _Optional[int] = ..., revents: _Optional[int] = ...) -> None: ...

class StructPtracePeeksiginfoArgs(_message.Message):
    __slots__ = ("off", "flags", "nr_")
    OFF_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    off: int
    flags: int
    nr_: int
    def __init__(self, off: _Optional[int] = ..., flags: _Optional[int] = ..., nr_: _Optional[int] = ...) -> None: ...

class StructPtraceRseqConfiguration(_message.Message):
    __slots__ = ("rseq_abi_pointer", "rseq_abi_size", "signature", "flags")
    RSEQ_ABI_POINTER_FIELD_NUMBER: _ClassVar[int]
    RSEQ_ABI_SIZE_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    rseq_abi_pointer: int
    rseq_abi_size: int
    signature: int
    flags: int
    def __init__(self, rseq_abi_pointer: _Optional[int] = ..., rseq_abi_size: _Optional[int] = ..., signature: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructPtraceSudConfig(_message.Message):
    __slots__ = ("mode", "selector", "offset", "len")
    MODE_FIELD_NUMBER: _ClassVar[int]
    SELECTOR_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    mode: int
    selector: int
    offset: int
    len: int
    def __init__(self, mode: _Optional[int] = ..., selector: _Optional[int] = ..., offset: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class StructPtraceSyscallInfo(_message.Message):
    __slots__ = ("op", "flags", "arch", "instruction_pointer", "stack_pointer", "entry", "as_ptrace_syscall_info_exit", "as_ptrace_syscall_info_seccomp")
    OP_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ARCH_FIELD_NUMBER: _ClassVar[int]
    INSTRUCTION_POINTER_FIELD_NUMBER: _ClassVar[int]
    STACK_POINTER_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    AS_PTRACE_SYSCALL_INFO_EXIT_FIELD_NUMBER: _ClassVar[int]
    AS_PTRACE_SYSCALL_INFO_SECCOMP_FIELD_NUMBER: _ClassVar[int]
    op: int
    flags: int
    arch: int
    instruction_pointer: int
    stack_pointer: int
    entry: StructPtraceSyscallInfoEntry
    as_ptrace_syscall_info_exit: StructPtraceSyscallInfoExit
    as_ptrace_syscall_info_seccomp: StructPtraceSyscallInfoSeccomp
    def __init__(self, op: _Optional[int] = ..., flags: _Optional[int] = ..., arch: _Optional[int] = ..., instruction_pointer: _Optional[int] = ..., stack_pointer: _Optional[int] = ..., entry: _Optional[_Union[StructPtraceSyscallInfoEntry, _Mapping]] = ..., as_ptrace_syscall_info_exit: _Optional[_Union[StructPtraceSyscallInfoExit, _Mapping]] = ..., as_ptrace_syscall_info_seccomp: _Optional[_Union[StructPtraceSyscallInfoSeccomp, _Mapping]] = ...) -> None: ...

class StructPtraceSyscallInfoEntry(_message.Message):
    __slots__ = ("nr_", "args_")
    NR__FIELD_NUMBER: _ClassVar[int]
    ARGS__FIELD_NUMBER: _ClassVar[int]
    nr_: int
    args_: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, nr_: _Optional[int] = ..., args_: _Optional[_Iterable[int]] = ...) -> None: ...

class StructPtraceSyscallInfoExit(_message.Message):
    __slots__ = ("op", "flags", "arch", "instruction_pointer", "stack_pointer", "exit")
    OP_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ARCH_FIELD_NUMBER: _ClassVar[int]
    INSTRUCTION_POINTER_FIELD_NUMBER: _ClassVar[int]
    STACK_POINTER_FIELD_NUMBER: _ClassVar[int]
    EXIT_FIELD_NUMBER: _ClassVar[int]
    op: int
    flags: int
    arch: int
    instruction_pointer: int
    stack_pointer: int
    exit: StructPtraceSyscallInfoExitExit
    def __init__(self, op: _Optional[int] = ..., flags: _Optional[int] = ..., arch: _Optional[int] = ..., instruction_pointer: _Optional[int] = ..., stack_pointer: _Optional[int] = ..., exit: _Optional[_Union[StructPtraceSyscallInfoExitExit, _Mapping]] = ...) -> None: ...

class StructPtraceSyscallInfoExitExit(_message.Message):
    __slots__ = ("rval", "is_error")
    RVAL_FIELD_NUMBER: _ClassVar[int]
    IS_ERROR_FIELD_NUMBER: _ClassVar[int]
    rval: int
    is_error: int
    def __init__(self, rval: _Optional[int] = ..., is_error: _Optional[int] = ...) -> None: ...

class StructPtraceSyscallInfoSeccomp(_message.Message):
    __slots__ = ("op", "flags", "arch", "instruction_pointer", "stack_pointer", "seccomp")
    OP_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ARCH_FIELD_NUMBER: _ClassVar[int]
    INSTRUCTION_POINTER_FIELD_NUMBER: _ClassVar[int]
    STACK_POINTER_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_FIELD_NUMBER: _ClassVar[int]
    op: int
    flags: int
    arch: int
    instruction_pointer: int
    stack_pointer: int
    seccomp: StructPtraceSyscallInfoSeccompSeccomp
    def __init__(self, op: _Optional[int] = ..., flags: _Optional[int] = ..., arch: _Optional[int] = ..., instruction_pointer: _Optional[int] = ..., stack_pointer: _Optional[int] = ..., seccomp: _Optional[_Union[StructPtraceSyscallInfoSeccompSeccomp, _Mapping]] = ...) -> None: ...

class StructPtraceSyscallInfoSeccompSeccomp(_message.Message):
    __slots__ = ("nr_", "args_", "ret_data", "reserved2")
    NR__FIELD_NUMBER: _ClassVar[int]
    ARGS__FIELD_NUMBER: _ClassVar[int]
    RET_DATA_FIELD_NUMBER: _ClassVar[int]
    RESERVED2_FIELD_NUMBER: _ClassVar[int]
    nr_: int
    args_: _containers.RepeatedScalarFieldContainer[int]
    ret_data: int
    reserved2: int
    def __init__(self, nr_: _Optional[int] = ..., args_: _Optional[_Iterable[int]] = ..., ret_data: _Optional[int] = ..., reserved2: _Optional[int] = ...) -> None: ...

class StructRlimit(_message.Message):
    __slots__ = ("rlim_cur", "rlim_max")
    RLIM_CUR_FIELD_NUMBER: _ClassVar[int]
    RLIM_MAX_FIELD_NUMBER: _ClassVar[int]
    rlim_cur: int
    rlim_max: int
    def __init__(self, rlim_cur: _Optional[int] = ..., rlim_max: _Optional[int] = ...) -> None: ...

class StructRlimit64(_message.Message):
    __slots__ = ("rlim_cur", "rlim_max")
    RLIM_CUR_FIELD_NUMBER: _ClassVar[int]
    RLIM_MAX_FIELD_NUMBER: _ClassVar[int]
    rlim_cur: int
    rlim_max: int
    def __init__(self, rlim_cur: _Optional[int] = ..., rlim_max: _Optional[int] = ...) -> None: ...

class StructRobustList(_message.Message):
    __slots__ = ("next",)
    NEXT_FIELD_NUMBER: _ClassVar[int]
    next: int
    def __init__(self, next: _Optional[int] = ...) -> None: ...

class StructRobustListHead(_message.Message):
    __slots__ = ("list", "futex_offset", "list_op_pending")
    LIST_FIELD_NUMBER: _ClassVar[int]
    FUTEX_OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIST_OP_PENDING_FIELD_NUMBER: _ClassVar[int]
    list: StructRobustList
    futex_offset: int
    list_op_pending: int
    def __init__(self, list: _Optional[_Union[StructRobustList, _Mapping]] = ..., futex_offset: _Optional[int] = ..., list_op_pending: _Optional[int] = ...) -> None: ...

class StructRseq(_message.Message):
    __slots__ = ("cpu_id_start", "cpu_id", "rseq_cs", "flags", "node_id", "mm_cid", "slice_ctrl")
    CPU_ID_START_FIELD_NUMBER: _ClassVar[int]
    CPU_ID_FIELD_NUMBER: _ClassVar[int]
    RSEQ_CS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NODE_ID_FIELD_NUMBER: _ClassVar[int]
    MM_CID_FIELD_NUMBER: _ClassVar[int]
    SLICE_CTRL_FIELD_NUMBER: _ClassVar[int]
    cpu_id_start: int
    cpu_id: int
    rseq_cs: int
    flags: int
    node_id: int
    mm_cid: int
    slice_ctrl: StructRseqSliceCtrl
    def __init__(self, cpu_id_start: _Optional[int] = ..., cpu_id: _Optional[int] = ..., rseq_cs: _Optional[int] = ..., flags: _Optional[int] = ..., node_id: _Optional[int] = ..., mm_cid: _Optional[int] = ..., slice_ctrl: _Optional[_Union[StructRseqSliceCtrl, _Mapping]] = ...) -> None: ...

class StructRseqSliceCtrl(_message.Message):
    __slots__ = ("all",)
    ALL_FIELD_NUMBER: _ClassVar[int]
    all: int
    def __init__(self, all: _Optional[int] = ...) -> None: ...

class StructRtcTime(_message.Message):
    __slots__ = ("tm_sec", "tm_min", "tm_hour", "tm_mday", "tm_mon", "tm_year", "tm_wday", "tm_yday", "tm_isdst")
    TM_SEC_FIELD_NUMBER: _ClassVar[int]
    TM_MIN_FIELD_NUMBER: _ClassVar[int]
    TM_HOUR_FIELD_NUMBER: _ClassVar[int]
    TM_MDAY_FIELD_NUMBER: _ClassVar[int]
    TM_MON_FIELD_NUMBER: _ClassVar[int]
    TM_YEAR_FIELD_NUMBER: _ClassVar[int]
    TM_WDAY_FIELD_NUMBER: _ClassVar[int]
    TM_YDAY_FIELD_NUMBER: _ClassVar[int]
    TM_ISDST_FIELD_NUMBER: _ClassVar[int]
    tm_sec: int
    tm_min: int
    tm_hour: int
    tm_mday: int
    tm_mon: int
    tm_year: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int
    def __init__(self, tm_sec: _Optional[int] = ..., tm_min: _Optional[int] = ..., tm_hour: _Optional[int] = ..., tm_mday: _Optional[int] = ..., tm_mon: _Optional[int] = ..., tm_year: _Optional[int] = ..., tm_wday: _Optional[int] = ..., tm_yday: _Optional[int] = ..., tm_isdst: _Optional[int] = ...) -> None: ...

class StructRtentry(_message.Message):
    __slots__ = ("rt_dst", "rt_gateway", "rt_genmask", "rt_flags", "rt_metric", "rt_dev", "rt_mtu", "rt_window", "rt_irtt")
    RT_DST_FIELD_NUMBER: _ClassVar[int]
    RT_GATEWAY_FIELD_NUMBER: _ClassVar[int]
    RT_GENMASK_FIELD_NUMBER: _ClassVar[int]
    RT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    RT_METRIC_FIELD_NUMBER: _ClassVar[int]
    RT_DEV_FIELD_NUMBER: _ClassVar[int]
    RT_MTU_FIELD_NUMBER: _ClassVar[int]
    RT_WINDOW_FIELD_NUMBER: _ClassVar[int]
    RT_IRTT_FIELD_NUMBER: _ClassVar[int]
    rt_dst: StructSockaddr
    rt_gateway: StructSockaddr
    rt_genmask: StructSockaddr
    rt_flags: int
    rt_metric: int
    rt_dev: int
    rt_mtu: int
    rt_window: int
    rt_irtt: int
    def __init__(self, rt_dst: _Optional[_Union[StructSockaddr, _Mapping]] = ..., rt_gateway: _Optional[_Union[StructSockaddr, _Mapping]] = ..., rt_genmask: _Optional[_Union[StructSockaddr, _Mapping]] = ..., rt_flags: _Optional[int] = ..., rt_metric: _Optional[int] = ..., rt_dev: _Optional[int] = ..., rt_mtu: _Optional[int] = ..., rt_window: _Optional[int] = ..., rt_irtt: _Optional[int] = ...) -> None: ...

class StructRusage(_message.Message):
    __slots__ = ("ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw")
    RU_UTIME_FIELD_NUMBER: _ClassVar[int]
    RU_STIME_FIELD_NUMBER: _ClassVar[int]
    RU_MAXRSS_FIELD_NUMBER: _ClassVar[int]
    RU_IXRSS_FIELD_NUMBER: _ClassVar[int]
    RU_IDRSS_FIELD_NUMBER: _ClassVar[int]
    RU_ISRSS_FIELD_NUMBER: _ClassVar[int]
    RU_MINFLT_FIELD_NUMBER: _ClassVar[int]
    RU_MAJFLT_FIELD_NUMBER: _ClassVar[int]
    RU_NSWAP_FIELD_NUMBER: _ClassVar[int]
    RU_INBLOCK_FIELD_NUMBER: _ClassVar[int]
    RU_OUBLOCK_FIELD_NUMBER: _ClassVar[int]
    RU_MSGSND_FIELD_NUMBER: _ClassVar[int]
    RU_MSGRCV_FIELD_NUMBER: _ClassVar[int]
    RU_NSIGNALS_FIELD_NUMBER: _ClassVar[int]
    RU_NVCSW_FIELD_NUMBER: _ClassVar[int]
    RU_NIVCSW_FIELD_NUMBER: _ClassVar[int]
    ru_utime: StructKernelOldTimeval
    ru_stime: StructKernelOldTimeval
    ru_maxrss: int
    ru_ixrss: int
    ru_idrss: int
    ru_isrss: int
    ru_minflt: int
    ru_majflt: int
    ru_nswap: int
    ru_inblock: int
    ru_oublock: int
    ru_msgsnd: int
    ru_msgrcv: int
    ru_nsignals: int
    ru_nvcsw: int
    ru_nivcsw: int
    def __init__(self, ru_utime: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., ru_stime: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., ru_maxrss: _Optional[int] = ..., ru_ixrss: _Optional[int] = ..., ru_idrss: _Optional[int] = ..., ru_isrss: _Optional[int] = ..., ru_minflt: _Optional[int] = ..., ru_majflt: _Optional[int] = ..., ru_nswap: _Optional[int] = ..., ru_inblock: _Optional[int] = ..., ru_oublock: _Optional[int] = ..., ru_msgsnd: _Optional[int] = ..., ru_msgrcv: _Optional[int] = ..., ru_nsignals: _Optional[int] = ..., ru_nvcsw: _Optional[int] = ..., ru_nivcsw: _Optional[int] = ...) -> None: ...

class StructSchedAttr(_message.Message):
    __slots__ = ("size", "sched_policy", "sched_flags", "sched_nice", "sched_priority", "sched_runtime", "sched_deadline", "sched_period", "sched_util_min", "sched_util_max", "beyond")
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SCHED_POLICY_FIELD_NUMBER: _ClassVar[int]
    SCHED_FLAGS_FIELD_NUMBER: _ClassVar[int]
    SCHED_NICE_FIELD_NUMBER: _ClassVar[int]
    SCHED_PRIORITY_FIELD_NUMBER: _ClassVar[int]
    SCHED_RUNTIME_FIELD_NUMBER: _ClassVar[int]
    SCHED_DEADLINE_FIELD_NUMBER: _ClassVar[int]
    SCHED_PERIOD_FIELD_NUMBER: _ClassVar[int]
    SCHED_UTIL_MIN_FIELD_NUMBER: _ClassVar[int]
    SCHED_UTIL_MAX_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    size: int
    sched_policy: int
    sched_flags: int
    sched_nice: int
    sched_priority: int
    sched_runtime: int
    sched_deadline: int
    sched_period: int
    sched_util_min: int
    sched_util_max: int
    beyond: bytes
    def __init__(self, size: _Optional[int] = ..., sched_policy: _Optional[int] = ..., sched_flags: _Optional[int] = ..., sched_nice: _Optional[int] = ..., sched_priority: _Optional[int] = ..., sched_runtime: _Optional[int] = ..., sched_deadline: _Optional[int] = ..., sched_period: _Optional[int] = ..., sched_util_min: _Optional[int] = ..., sched_util_max: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructSchedParam(_message.Message):
    __slots__ = ("sched_priority",)
    SCHED_PRIORITY_FIELD_NUMBER: _ClassVar[int]
    sched_priority: int
    def __init__(self, sched_priority: _Optional[int] = ...) -> None: ...

class StructSeccompMetadata(_message.Message):
    __slots__ = ("filter_off", "flags")
    FILTER_OFF_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    filter_off: int
    flags: int
    def __init__(self, filter_off: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructSeccompNotifSizes(_message.Message):
    __slots__ = ("seccomp_notif", "seccomp_notif_resp", "seccomp_data")
    SECCOMP_NOTIF_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_NOTIF_RESP_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_DATA_FIELD_NUMBER: _ClassVar[int]
    seccomp_notif: int
    seccomp_notif_resp: int
    seccomp_data: int
    def __init__(self, seccomp_notif: _Optional[int] = ..., seccomp_notif_resp: _Optional[int] = ..., seccomp_data: _Optional[int] = ...) -> None: ...

class StructSelArgStruct(_message.Message):
    __slots__ = ("n", "inp", "outp", "exp", "tvp")
    N_FIELD_NUMBER: _ClassVar[int]
    INP_FIELD_NUMBER: _ClassVar[int]
    OUTP_FIELD_NUMBER: _ClassVar[int]
    EXP_FIELD_NUMBER: _ClassVar[int]
    TVP_FIELD_NUMBER: _ClassVar[int]
    n: int
    inp: int
    outp: int
    exp: int
    tvp: int
    def __init__(self, n: _Optional[int] = ..., inp: _Optional[int] = ..., outp: _Optional[int] = ..., exp: _Optional[int] = ..., tvp: _Optional[int] = ...) -> None: ...

class StructSembuf(_message.Message):
    __slots__ = ("sem_num", "sem_op", "sem_flg")
    SEM_NUM_FIELD_NUMBER: _ClassVar[int]
    SEM_OP_FIELD_NUMBER: _ClassVar[int]
    SEM_FLG_FIELD_NUMBER: _ClassVar[int]
    sem_num: int
    sem_op: int
    sem_flg: int
    def __init__(self, sem_num: _Optional[int] = ..., sem_op: _Optional[int] = ..., sem_flg: _Optional[int] = ...) -> None: ...

class StructSemid64Ds(_message.Message):
    __slots__ = ("sem_perm", "sem_otime", "sem_ctime", "sem_nsems", "sem_otime_high", "sem_ctime_high")
    SEM_PERM_FIELD_NUMBER: _ClassVar[int]
    SEM_OTIME_FIELD_NUMBER: _ClassVar[int]
    SEM_CTIME_FIELD_NUMBER: _ClassVar[int]
    SEM_NSEMS_FIELD_NUMBER: _ClassVar[int]
    SEM_OTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    SEM_CTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    sem_perm: StructIpc64Perm
    sem_otime: int
    sem_ctime: int
    sem_nsems: int
    sem_otime_high: int
    sem_ctime_high: int
    def __init__(self, sem_perm: _Optional[_Union[StructIpc64Perm, _Mapping]] = ..., sem_otime: _Optional[int] = ..., sem_ctime: _Optional[int] = ..., sem_nsems: _Optional[int] = ..., sem_otime_high: _Optional[int] = ..., sem_ctime_high: _Optional[int] = ...) -> None: ...

class StructSeminfo(_message.Message):
    __slots__ = ("semmap", "semmni", "semmns", "semmnu", "semmsl", "semopm", "semume", "semusz", "semvmx", "semaem")
    SEMMAP_FIELD_NUMBER: _ClassVar[int]
    SEMMNI_FIELD_NUMBER: _ClassVar[int]
    SEMMNS_FIELD_NUMBER: _ClassVar[int]
    SEMMNU_FIELD_NUMBER: _ClassVar[int]
    SEMMSL_FIELD_NUMBER: _ClassVar[int]
    SEMOPM_FIELD_NUMBER: _ClassVar[int]
    SEMUME_FIELD_NUMBER: _ClassVar[int]
    SEMUSZ_FIELD_NUMBER: _ClassVar[int]
    SEMVMX_FIELD_NUMBER: _ClassVar[int]
    SEMAEM_FIELD_NUMBER: _ClassVar[int]
    semmap: int
    semmni: int
    semmns: int
    semmnu: int
    semmsl: int
    semopm: int
    semume: int
    semusz: int
    semvmx: int
    semaem: int
    def __init__(self, semmap: _Optional[int] = ..., semmni: _Optional[int] = ..., semmns: _Optional[int] = ..., semmnu: _Optional[int] = ..., semmsl: _Optional[int] = ..., semopm: _Optional[int] = ..., semume: _Optional[int] = ..., semusz: _Optional[int] = ..., semvmx: _Optional[int] = ..., semaem: _Optional[int] = ...) -> None: ...

class StructSerialStruct(_message.Message):
    __slots__ = ("type", "line", "port", "irq", "flags", "xmit_fifo_size", "custom_divisor", "baud_base", "close_delay", "io_type", "hub6", "closing_wait", "closing_wait2", "iomem_base", "iomem_reg_shift", "port_high", "iomap_base")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    IRQ_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    XMIT_FIFO_SIZE_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_DIVISOR_FIELD_NUMBER: _ClassVar[int]
    BAUD_BASE_FIELD_NUMBER: _ClassVar[int]
    CLOSE_DELAY_FIELD_NUMBER: _ClassVar[int]
    IO_TYPE_FIELD_NUMBER: _ClassVar[int]
    HUB6_FIELD_NUMBER: _ClassVar[int]
    CLOSING_WAIT_FIELD_NUMBER: _ClassVar[int]
    CLOSING_WAIT2_FIELD_NUMBER: _ClassVar[int]
    IOMEM_BASE_FIELD_NUMBER: _ClassVar[int]
    IOMEM_REG_SHIFT_FIELD_NUMBER: _ClassVar[int]
    PORT_HIGH_FIELD_NUMBER: _ClassVar[int]
    IOMAP_BASE_FIELD_NUMBER: _ClassVar[int]
    type: int
    line: int
    port: int
    irq: int
    flags: int
    xmit_fifo_size: int
    custom_divisor: int
    baud_base: int
    close_delay: int
    io_type: int
    hub6: int
    closing_wait: int
    closing_wait2: int
    iomem_base: int
    iomem_reg_shift: int
    port_high: int
    iomap_base: int
    def __init__(self, type: _Optional[int] = ..., line: _Optional[int] = ..., port: _Optional[int] = ..., irq: _Optional[int] = ..., flags: _Optional[int] = ..., xmit_fifo_size: _Optional[int] = ..., custom_divisor: _Optional[int] = ..., baud_base: _Optional[int] = ..., close_delay: _Optional[int] = ..., io_type: _Optional[int] = ..., hub6: _Optional[int] = ..., closing_wait: _Optional[int] = ..., closing_wait2: _Optional[int] = ..., iomem_base: _Optional[int] = ..., iomem_reg_shift: _Optional[int] = ..., port_high: _Optional[int] = ..., iomap_base: _Optional[int] = ...) -> None: ...

class StructShmInfo(_message.Message):
    __slots__ = ("used_ids", "shm_tot", "shm_rss", "shm_swp", "swap_attempts", "swap_successes")
    USED_IDS_FIELD_NUMBER: _ClassVar[int]
    SHM_TOT_FIELD_NUMBER: _ClassVar[int]
    SHM_RSS_FIELD_NUMBER: _ClassVar[int]
    SHM_SWP_FIELD_NUMBER: _ClassVar[int]
    SWAP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    SWAP_SUCCESSES_FIELD_NUMBER: _ClassVar[int]
    used_ids: int
    shm_tot: int
    shm_rss: int
    shm_swp: int
    swap_attempts: int
    swap_successes: int
    def __init__(self, used_ids: _Optional[int] = ..., shm_tot: _Optional[int] = ..., shm_rss: _Optional[int] = ..., shm_swp: _Optional[int] = ..., swap_attempts: _Optional[int] = ..., swap_successes: _Optional[int] = ...) -> None: ...

class StructShmid64Ds(_message.Message):
    __slots__ = ("shm_perm", "shm_segsz", "shm_atime", "shm_dtime", "shm_ctime", "shm_cpid", "shm_lpid", "shm_nattch", "shm_atime_high", "shm_dtime_high", "shm_ctime_high")
    SHM_PERM_FIELD_NUMBER: _ClassVar[int]
    SHM_SEGSZ_FIELD_NUMBER: _ClassVar[int]
    SHM_ATIME_FIELD_NUMBER: _ClassVar[int]
    SHM_DTIME_FIELD_NUMBER: _ClassVar[int]
    SHM_CTIME_FIELD_NUMBER: _ClassVar[int]
    SHM_CPID_FIELD_NUMBER: _ClassVar[int]
    SHM_LPID_FIELD_NUMBER: _ClassVar[int]
    SHM_NATTCH_FIELD_NUMBER: _ClassVar[int]
    SHM_ATIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    SHM_DTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    SHM_CTIME_HIGH_FIELD_NUMBER: _ClassVar[int]
    shm_perm: StructIpc64Perm
    shm_segsz: int
    shm_atime: int
    shm_dtime: int
    shm_ctime: int
    shm_cpid: int
    shm_lpid: int
    shm_nattch: int
    shm_atime_high: int
    shm_dtime_high: int
    shm_ctime_high: int
    def __init__(self, shm_perm: _Optional[_Union[StructIpc64Perm, _Mapping]] = ..., shm_segsz: _Optional[int] = ..., shm_atime: _Optional[int] = ..., shm_dtime: _Optional[int] = ..., shm_ctime: _Optional[int] = ..., shm_cpid: _Optional[int] = ..., shm_lpid: _Optional[int] = ..., shm_nattch: _Optional[int] = ..., shm_atime_high: _Optional[int] = ..., shm_dtime_high: _Optional[int] = ..., shm_ctime_high: _Optional[int] = ...) -> None: ...

class StructShminfo64(_message.Message):
    __slots__ = ("shmmax", "shmmin", "shmmni", "shmseg", "shmall")
    SHMMAX_FIELD_NUMBER: _ClassVar[int]
    SHMMIN_FIELD_NUMBER: _ClassVar[int]
    SHMMNI_FIELD_NUMBER: _ClassVar[int]
    SHMSEG_FIELD_NUMBER: _ClassVar[int]
    SHMALL_FIELD_NUMBER: _ClassVar[int]
    shmmax: int
    shmmin: int
    shmmni: int
    shmseg: int
    shmall: int
    def __init__(self, shmmax: _Optional[int] = ..., shmmin: _Optional[int] = ..., shmmni: _Optional[int] = ..., shmseg: _Optional[int] = ..., shmall: _Optional[int] = ...) -> None: ...

class StructSigaction(_message.Message):
    __slots__ = ("sa_handler", "sa_flags", "sa_restorer", "sa_mask")
    SA_HANDLER_FIELD_NUMBER: _ClassVar[int]
    SA_FLAGS_FIELD_NUMBER: _ClassVar[int]
    SA_RESTORER_FIELD_NUMBER: _ClassVar[int]
    SA_MASK_FIELD_NUMBER: _ClassVar[int]
    sa_handler: int
    sa_flags: int
    sa_restorer: int
    sa_mask: int
    def __init__(self, sa_handler: _Optional[int] = ..., sa_flags: _Optional[int] = ..., sa_restorer: _Optional[int] = ..., sa_mask: _Optional[int] = ...) -> None: ...

class StructSigaltstack(_message.Message):
    __slots__ = ("ss_sp", "ss_flags", "ss_size")
    SS_SP_FIELD_NUMBER: _ClassVar[int]
    SS_FLAGS_FIELD_NUMBER: _ClassVar[int]
    SS_SIZE_FIELD_NUMBER: _ClassVar[int]
    ss_sp: int
    ss_flags: int
    ss_size: int
    def __init__(self, ss_sp: _Optional[int] = ..., ss_flags: _Optional[int] = ..., ss_size: _Optional[int] = ...) -> None: ...

class StructSigevent(_message.Message):
    __slots__ = ("sigev_value", "sigev_signo", "sigev_notify", "_sigev_un")
    SIGEV_VALUE_FIELD_NUMBER: _ClassVar[int]
    SIGEV_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SIGEV_NOTIFY_FIELD_NUMBER: _ClassVar[int]
    _SIGEV_UN_FIELD_NUMBER: _ClassVar[int]
    sigev_value: int
    sigev_signo: int
    sigev_notify: int
    _sigev_un: int
    def __init__(self, sigev_value: _Optional[int] = ..., sigev_signo: _Optional[int] = ..., sigev_notify: _Optional[int] = ..., _sigev_un: _Optional[int] = ...) -> None: ...

class StructSiginfo(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields", "as_siginfo_ill", "as_siginfo_trap", "as_siginfo_bus", "as_siginfo_fpe", "as_siginfo_segv", "as_siginfo_child", "as_siginfo_poll", "as_siginfo_sys")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_ILL_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_TRAP_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_BUS_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_FPE_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_SEGV_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_CHILD_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_POLL_FIELD_NUMBER: _ClassVar[int]
    AS_SIGINFO_SYS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoSifields
    as_siginfo_ill: StructSiginfoIll
    as_siginfo_trap: StructSiginfoTrap
    as_siginfo_bus: StructSiginfoBus
    as_siginfo_fpe: StructSiginfoFpe
    as_siginfo_segv: StructSiginfoSegv
    as_siginfo_child: StructSiginfoChild
    as_siginfo_poll: StructSiginfoPoll
    as_siginfo_sys: StructSiginfoSys
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoSifields, _Mapping]] = ..., as_siginfo_ill: _Optional[_Union[StructSiginfoIll, _Mapping]] = ..., as_siginfo_trap: _Optional[_Union[StructSiginfoTrap, _Mapping]] = ..., as_siginfo_bus: _Optional[_Union[StructSiginfoBus, _Mapping]] = ..., as_siginfo_fpe: _Optional[_Union[StructSiginfoFpe, _Mapping]] = ..., as_siginfo_segv: _Optional[_Union[StructSiginfoSegv, _Mapping]] = ..., as_siginfo_child: _Optional[_Union[StructSiginfoChild, _Mapping]] = ..., as_siginfo_poll: _Optional[_Union[StructSiginfoPoll, _Mapping]] = ..., as_siginfo_sys: _Optional[_Union[StructSiginfoSys, _Mapping]] = ...) -> None: ...

class StructSiginfoBus(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoBusSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoBusSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoBusSifields(_message.Message):
    __slots__ = ("_addr", "_trapno")
    _ADDR_FIELD_NUMBER: _ClassVar[int]
    _TRAPNO_FIELD_NUMBER: _ClassVar[int]
    _addr: int
    _trapno: int
    def __init__(self, _addr: _Optional[int] = ..., _trapno: _Optional[int] = ...) -> None: ...

class StructSiginfoChild(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoChildSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoChildSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoChildSifields(_message.Message):
    __slots__ = ("_pid", "_uid", "_status", "_utime", "_stime")
    _PID_FIELD_NUMBER: _ClassVar[int]
    _UID_FIELD_NUMBER: _ClassVar[int]
    _STATUS_FIELD_NUMBER: _ClassVar[int]
    _UTIME_FIELD_NUMBER: _ClassVar[int]
    _STIME_FIELD_NUMBER: _ClassVar[int]
    _pid: int
    _uid: int
    _status: int
    _utime: int
    _stime: int
    def __init__(self, _pid: _Optional[int] = ..., _uid: _Optional[int] = ..., _status: _Optional[int] = ..., _utime: _Optional[int] = ..., _stime: _Optional[int] = ...) -> None: ...

class StructSiginfoFpe(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoFpeSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoFpeSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoFpeSifields(_message.Message):
    __slots__ = ("_addr", "_trapno")
    _ADDR_FIELD_NUMBER: _ClassVar[int]
    _TRAPNO_FIELD_NUMBER: _ClassVar[int]
    _addr: int
    _trapno: int
    def __init__(self, _addr: _Optional[int] = ..., _trapno: _Optional[int] = ...) -> None: ...

class StructSiginfoIll(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoIllSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoIllSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoIllSifields(_message.Message):
    __slots__ = ("_addr", "_trapno")
    _ADDR_FIELD_NUMBER: _ClassVar[int]
    _TRAPNO_FIELD_NUMBER: _ClassVar[int]
    _addr: int
    _trapno: int
    def __init__(self, _addr: _Optional[int] = ..., _trapno: _Optional[int] = ...) -> None: ...

class StructSiginfoPoll(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoPollSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoPollSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoPollSifields(_message.Message):
    __slots__ = ("_band", "_fd")
    _BAND_FIELD_NUMBER: _ClassVar[int]
    _FD_FIELD_NUMBER: _ClassVar[int]
    _band: int
    _fd: int
    def __init__(self, _band: _Optional[int] = ..., _fd: _Optional[int] = ...) -> None: ...

class StructSiginfoSegv(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoSegvSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoSegvSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoSegvSifields(_message.Message):
    __slots__ = ("_addr", "_trapno")
    _ADDR_FIELD_NUMBER: _ClassVar[int]
    _TRAPNO_FIELD_NUMBER: _ClassVar[int]
    _addr: int
    _trapno: int
    def __init__(self, _addr: _Optional[int] = ..., _trapno: _Optional[int] = ...) -> None: ...

class StructSiginfoSifields(_message.Message):
    __slots__ = ("_pid", "_uid", "_sigval")
    _PID_FIELD_NUMBER: _ClassVar[int]
    _UID_FIELD_NUMBER: _ClassVar[int]
    _SIGVAL_FIELD_NUMBER: _ClassVar[int]
    _pid: int
    _uid: int
    _sigval: int
    def __init__(self, _pid: _Optional[int] = ..., _uid: _Optional[int] = ..., _sigval: _Optional[int] = ...) -> None: ...

class StructSiginfoSys(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoSysSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoSysSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoSysSifields(_message.Message):
    __slots__ = ("_call_addr", "_syscall", "_arch")
    _CALL_ADDR_FIELD_NUMBER: _ClassVar[int]
    _SYSCALL_FIELD_NUMBER: _ClassVar[int]
    _ARCH_FIELD_NUMBER: _ClassVar[int]
    _call_addr: int
    _syscall: int
    _arch: int
    def __init__(self, _call_addr: _Optional[int] = ..., _syscall: _Optional[int] = ..., _arch: _Optional[int] = ...) -> None: ...

class StructSiginfoTrap(_message.Message):
    __slots__ = ("si_signo", "si_errno", "si_code", "_sifields")
    SI_SIGNO_FIELD_NUMBER: _ClassVar[int]
    SI_ERRNO_FIELD_NUMBER: _ClassVar[int]
    SI_CODE_FIELD_NUMBER: _ClassVar[int]
    _SIFIELDS_FIELD_NUMBER: _ClassVar[int]
    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoTrapSifields
    def __init__(self, si_signo: _Optional[int] = ..., si_errno: _Optional[int] = ..., si_code: _Optional[int] = ..., _sifields: _Optional[_Union[StructSiginfoTrapSifields, _Mapping]] = ...) -> None: ...

class StructSiginfoTrapSifields(_message.Message):
    __slots__ = ("_addr", "_trapno")
    _ADDR_FIELD_NUMBER: _ClassVar[int]
    _TRAPNO_FIELD_NUMBER: _ClassVar[int]
    _addr: int
    _trapno: int
    def __init__(self, _addr: _Optional[int] = ..., _trapno: _Optional[int] = ...) -> None: ...

class StructSockExtendedErr(_message.Message):
    __slots__ = ("ee_errno", "ee_origin", "ee_type", "ee_code", "ee_info", "ee_data", "offender")
    EE_ERRNO_FIELD_NUMBER: _ClassVar[int]
    EE_ORIGIN_FIELD_NUMBER: _ClassVar[int]
    EE_TYPE_FIELD_NUMBER: _ClassVar[int]
    EE_CODE_FIELD_NUMBER: _ClassVar[int]
    EE_INFO_FIELD_NUMBER: _ClassVar[int]
    EE_DATA_FIELD_NUMBER: _ClassVar[int]
    OFFENDER_FIELD_NUMBER: _ClassVar[int]
    ee_errno: int
    ee_origin: int
    ee_type: int
    ee_code: int
    ee_info: int
    ee_data: int
    offender: StructSockaddr
    def __init__(self, ee_errno: _Optional[int] = ..., ee_origin: _Optional[int] = ..., ee_type: _Optional[int] = ..., ee_code: _Optional[int] = ..., ee_info: _Optional[int] = ..., ee_data: _Optional[int] = ..., offender: _Optional[_Union[StructSockaddr, _Mapping]] = ...) -> None: ...

class StructSockFilter(_message.Message):
    __slots__ = ("code", "jt", "jf", "k")
    CODE_FIELD_NUMBER: _ClassVar[int]
    JT_FIELD_NUMBER: _ClassVar[int]
    JF_FIELD_NUMBER: _ClassVar[int]
    K_FIELD_NUMBER: _ClassVar[int]
    code: int
    jt: int
    jf: int
    k: int
    def __init__(self, code: _Optional[int] = ..., jt: _Optional[int] = ..., jf: _Optional[int] = ..., k: _Optional[int] = ...) -> None: ...

class StructSockFprog(_message.Message):
    __slots__ = ("len", "filter")
    LEN_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    len: int
    filter: _containers.RepeatedCompositeFieldContainer[StructSockFilter]
    def __init__(self, len: _Optional[int] = ..., filter: _Optional[_Iterable[_Union[StructSockFilter, _Mapping]]] = ...) -> None: ...

class StructSockTxtime(_message.Message):
    __slots__ = ("clockid", "flags")
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    clockid: int
    flags: int
    def __init__(self, clockid: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class StructSockaddr(_message.Message):
    __slots__ = ("sa_family", "sa_data", "as_sockaddr_un", "as_sockaddr_in", "as_sockaddr_in6", "as_sockaddr_nl", "as_sockaddr_ll", "as_sockaddr_can", "as_sockaddr_tipc", "as_sockaddr_alg", "as_sockaddr_vm", "as_sockaddr_xdp")
    SA_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SA_DATA_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_UN_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_IN_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_IN6_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_NL_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_LL_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_CAN_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_TIPC_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_ALG_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_VM_FIELD_NUMBER: _ClassVar[int]
    AS_SOCKADDR_XDP_FIELD_NUMBER: _ClassVar[int]
    sa_family: int
    sa_data: bytes
    as_sockaddr_un: StructSockaddrUn
    as_sockaddr_in: StructSockaddrIn
    as_sockaddr_in6: StructSockaddrIn6
    as_sockaddr_nl: StructSockaddrNl
    as_sockaddr_ll: StructSockaddrLl
    as_sockaddr_can: StructSockaddrCan
    as_sockaddr_tipc: StructSockaddrTipc
    as_sockaddr_alg: StructSockaddrAlg
    as_sockaddr_vm: StructSockaddrVm
    as_sockaddr_xdp: StructSockaddrXdp
    def __init__(self, sa_family: _Optional[int] = ..., sa_data: _Optional[bytes] = ..., as_sockaddr_un: _Optional[_Union[StructSockaddrUn, _Mapping]] = ..., as_sockaddr_in: _Optional[_Union[StructSockaddrIn, _Mapping]] = ..., as_sockaddr_in6: _Optional[_Union[StructSockaddrIn6, _Mapping]] = ..., as_sockaddr_nl: _Optional[_Union[StructSockaddrNl, _Mapping]] = ..., as_sockaddr_ll: _Optional[_Union[StructSockaddrLl, _Mapping]] = ..., as_sockaddr_can: _Optional[_Union[StructSockaddrCan, _Mapping]] = ..., as_sockaddr_tipc: _Optional[_Union[StructSockaddrTipc, _Mapping]] = ..., as_sockaddr_alg: _Optional[_Union[StructSockaddrAlg, _Mapping]] = ..., as_sockaddr_vm: _Optional[_Union[StructSockaddrVm, _Mapping]] = ..., as_sockaddr_xdp: _Optional[_Union[StructSockaddrXdp, _Mapping]] = ...) -> None: ...

class StructSockaddrAlg(_message.Message):
    __slots__ = ("salg_family", "salg_type", "salg_feat", "salg_mask", "salg_name")
    SALG_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SALG_TYPE_FIELD_NUMBER: _ClassVar[int]
    SALG_FEAT_FIELD_NUMBER: _ClassVar[int]
    SALG_MASK_FIELD_NUMBER: _ClassVar[int]
    SALG_NAME_FIELD_NUMBER: _ClassVar[int]
    salg_family: int
    salg_type: bytes
    salg_feat: int
    salg_mask: int
    salg_name: bytes
    def __init__(self, salg_family: _Optional[int] = ..., salg_type: _Optional[bytes] = ..., salg_feat: _Optional[int] = ..., salg_mask: _Optional[int] = ..., salg_name: _Optional[bytes] = ...) -> None: ...

class StructSockaddrCan(_message.Message):
    __slots__ = ("can_family", "can_ifindex", "can_addr")
    CAN_FAMILY_FIELD_NUMBER: _ClassVar[int]
    CAN_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    CAN_ADDR_FIELD_NUMBER: _ClassVar[int]
    can_family: int
    can_ifindex: int
    can_addr: StructSockaddrCanCanAddr
    def __init__(self, can_family: _Optional[int] = ..., can_ifindex: _Optional[int] = ..., can_addr: _Optional[_Union[StructSockaddrCanCanAddr, _Mapping]] = ...) -> None: ...

class StructSockaddrCanCanAddr(_message.Message):
    __slots__ = ("rx_id", "tx_id")
    RX_ID_FIELD_NUMBER: _ClassVar[int]
    TX_ID_FIELD_NUMBER: _ClassVar[int]
    rx_id: int
    tx_id: int
    def __init__(self, rx_id: _Optional[int] = ..., tx_id: _Optional[int] = ...) -> None: ...

class StructSockaddrIn(_message.Message):
    __slots__ = ("sin_family", "sin_port", "sin_addr")
    SIN_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SIN_PORT_FIELD_NUMBER: _ClassVar[int]
    SIN_ADDR_FIELD_NUMBER: _ClassVar[int]
    sin_family: int
    sin_port: int
    sin_addr: bytes
    def __init__(self, sin_family: _Optional[int] = ..., sin_port: _Optional[int] = ..., sin_addr: _Optional[bytes] = ...) -> None: ...

class StructSockaddrIn6(_message.Message):
    __slots__ = ("sin6_family", "sin6_port", "sin6_flowinfo", "sin6_addr", "sin6_scope_id")
    SIN6_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SIN6_PORT_FIELD_NUMBER: _ClassVar[int]
    SIN6_FLOWINFO_FIELD_NUMBER: _ClassVar[int]
    SIN6_ADDR_FIELD_NUMBER: _ClassVar[int]
    SIN6_SCOPE_ID_FIELD_NUMBER: _ClassVar[int]
    sin6_family: int
    sin6_port: int
    sin6_flowinfo: int
    sin6_addr: bytes
    sin6_scope_id: int
    def __init__(self, sin6_family: _Optional[int] = ..., sin6_port: _Optional[int] = ..., sin6_flowinfo: _Optional[int] = ..., sin6_addr: _Optional[bytes] = ..., sin6_scope_id: _Optional[int] = ...) -> None: ...

class StructSockaddrLl(_message.Message):
    __slots__ = ("sll_family", "sll_protocol", "sll_ifindex", "sll_hatype", "sll_pkttype", "sll_halen", "sll_addr")
    SLL_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SLL_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    SLL_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    SLL_HATYPE_FIELD_NUMBER: _ClassVar[int]
    SLL_PKTTYPE_FIELD_NUMBER: _ClassVar[int]
    SLL_HALEN_FIELD_NUMBER: _ClassVar[int]
    SLL_ADDR_FIELD_NUMBER: _ClassVar[int]
    sll_family: int
    sll_protocol: int
    sll_ifindex: int
    sll_hatype: int
    sll_pkttype: int
    sll_halen: int
    sll_addr: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, sll_family: _Optional[int] = ..., sll_protocol: _Optional[int] = ..., sll_ifindex: _Optional[int] = ..., sll_hatype: _Optional[int] = ..., sll_pkttype: _Optional[int] = ..., sll_halen: _Optional[int] = ..., sll_addr: _Optional[_Iterable[int]] = ...) -> None: ...

class StructSockaddrNl(_message.Message):
    __slots__ = ("nl_family", "nl_pid", "nl_groups")
    NL_FAMILY_FIELD_NUMBER: _ClassVar[int]
    NL_PID_FIELD_NUMBER: _ClassVar[int]
    NL_GROUPS_FIELD_NUMBER: _ClassVar[int]
    nl_family: int
    nl_pid: int
    nl_groups: int
    def __init__(self, nl_family: _Optional[int] = ..., nl_pid: _Optional[int] = ..., nl_groups: _Optional[int] = ...) -> None: ...

class StructSockaddrTipc(_message.Message):
    __slots__ = ("family", "addrtype", "scope", "addr")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ADDRTYPE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    family: int
    addrtype: int
    scope: int
    addr: StructTipcSocketAddr
    def __init__(self, family: _Optional[int] = ..., addrtype: _Optional[int] = ..., scope: _Optional[int] = ..., addr: _Optional[_Union[StructTipcSocketAddr, _Mapping]] = ...) -> None: ...

class StructSockaddrUn(_message.Message):
    __slots__ = ("sun_family", "sun_path")
    SUN_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUN_PATH_FIELD_NUMBER: _ClassVar[int]
    sun_family: int
    sun_path: bytes
    def __init__(self, sun_family: _Optional[int] = ..., sun_path: _Optional[bytes] = ...) -> None: ...

class StructSockaddrVm(_message.Message):
    __slots__ = ("svm_family", "svm_port", "svm_cid", "svm_flags")
    SVM_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SVM_PORT_FIELD_NUMBER: _ClassVar[int]
    SVM_CID_FIELD_NUMBER: _ClassVar[int]
    SVM_FLAGS_FIELD_NUMBER: _ClassVar[int]
    svm_family: int
    svm_port: int
    svm_cid: int
    svm_flags: int
    def __init__(self, svm_family: _Optional[int] = ..., svm_port: _Optional[int] = ..., svm_cid: _Optional[int] = ..., svm_flags: _Optional[int] = ...) -> None: ...

class StructSockaddrXdp(_message.Message):
    __slots__ = ("sxdp_family", "sxdp_flags", "sxdp_ifindex", "sxdp_queue_id", "sxdp_shared_umem_fd")
    SXDP_FAMILY_FIELD_NUMBER: _ClassVar[int]
    SXDP_FLAGS_FIELD_NUMBER: _ClassVar[int]
    SXDP_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    SXDP_QUEUE_ID_FIELD_NUMBER: _ClassVar[int]
    SXDP_SHARED_UMEM_FD_FIELD_NUMBER: _ClassVar[int]
    sxdp_family: int
    sxdp_flags: int
    sxdp_ifindex: int
    sxdp_queue_id: int
    sxdp_shared_umem_fd: int
    def __init__(self, sxdp_family: _Optional[int] = ..., sxdp_flags: _Optional[int] = ..., sxdp_ifindex: _Optional[int] = ..., sxdp_queue_id: _Optional[int] = ..., sxdp_shared_umem_fd: _Optional[int] = ...) -> None: ...

class StructStat(_message.Message):
    __slots__ = ("st_dev", "st_ino", "st_nlink", "st_mode", "st_uid", "st_gid", "st_rdev", "st_size", "st_blksize", "st_blocks", "st_atime", "st_atime_nsec", "st_mtime", "st_mtime_nsec", "st_ctime", "st_ctime_nsec")
    ST_DEV_FIELD_NUMBER: _ClassVar[int]
    ST_INO_FIELD_NUMBER: _ClassVar[int]
    ST_NLINK_FIELD_NUMBER: _ClassVar[int]
    ST_MODE_FIELD_NUMBER: _ClassVar[int]
    ST_UID_FIELD_NUMBER: _ClassVar[int]
    ST_GID_FIELD_NUMBER: _ClassVar[int]
    ST_RDEV_FIELD_NUMBER: _ClassVar[int]
    ST_SIZE_FIELD_NUMBER: _ClassVar[int]
    ST_BLKSIZE_FIELD_NUMBER: _ClassVar[int]
    ST_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    ST_ATIME_FIELD_NUMBER: _ClassVar[int]
    ST_ATIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    ST_MTIME_FIELD_NUMBER: _ClassVar[int]
    ST_MTIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    ST_CTIME_FIELD_NUMBER: _ClassVar[int]
    ST_CTIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    st_dev: int
    st_ino: int
    st_nlink: int
    st_mode: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_blksize: int
    st_blocks: int
    st_atime: int
    st_atime_nsec: int
    st_mtime: int
    st_mtime_nsec: int
    st_ctime: int
    st_ctime_nsec: int
    def __init__(self, st_dev: _Optional[int] = ..., st_ino: _Optional[int] = ..., st_nlink: _Optional[int] = ..., st_mode: _Optional[int] = ..., st_uid: _Optional[int] = ..., st_gid: _Optional[int] = ..., st_rdev: _Optional[int] = ..., st_size: _Optional[int] = ..., st_blksize: _Optional[int] = ..., st_blocks: _Optional[int] = ..., st_atime: _Optional[int] = ..., st_atime_nsec: _Optional[int] = ..., st_mtime: _Optional[int] = ..., st_mtime_nsec: _Optional[int] = ..., st_ctime: _Optional[int] = ..., st_ctime_nsec: _Optional[int] = ...) -> None: ...

class StructStat64(_message.Message):
    __slots__ = ("st_dev", "st_mode", "st_nlink", "st_uid", "st_gid", "st_rdev", "st_size", "st_blksize", "st_blocks", "st_atime", "st_atime_nsec", "st_mtime", "st_mtime_nsec", "st_ctime", "st_ctime_nsec", "st_ino")
    ST_DEV_FIELD_NUMBER: _ClassVar[int]
    ST_MODE_FIELD_NUMBER: _ClassVar[int]
    ST_NLINK_FIELD_NUMBER: _ClassVar[int]
    ST_UID_FIELD_NUMBER: _ClassVar[int]
    ST_GID_FIELD_NUMBER: _ClassVar[int]
    ST_RDEV_FIELD_NUMBER: _ClassVar[int]
    ST_SIZE_FIELD_NUMBER: _ClassVar[int]
    ST_BLKSIZE_FIELD_NUMBER: _ClassVar[int]
    ST_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    ST_ATIME_FIELD_NUMBER: _ClassVar[int]
    ST_ATIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    ST_MTIME_FIELD_NUMBER: _ClassVar[int]
    ST_MTIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    ST_CTIME_FIELD_NUMBER: _ClassVar[int]
    ST_CTIME_NSEC_FIELD_NUMBER: _ClassVar[int]
    ST_INO_FIELD_NUMBER: _ClassVar[int]
    st_dev: int
    st_mode: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_blksize: int
    st_blocks: int
    st_atime: int
    st_atime_nsec: int
    st_mtime: int
    st_mtime_nsec: int
    st_ctime: int
    st_ctime_nsec: int
    st_ino: int
    def __init__(self, st_dev: _Optional[int] = ..., st_mode: _Optional[int] = ..., st_nlink: _Optional[int] = ..., st_uid: _Optional[int] = ..., st_gid: _Optional[int] = ..., st_rdev: _Optional[int] = ..., st_size: _Optional[int] = ..., st_blksize: _Optional[int] = ..., st_blocks: _Optional[int] = ..., st_atime: _Optional[int] = ..., st_atime_nsec: _Optional[int] = ..., st_mtime: _Optional[int] = ..., st_mtime_nsec: _Optional[int] = ..., st_ctime: _Optional[int] = ..., st_ctime_nsec: _Optional[int] = ..., st_ino: _Optional[int] = ...) -> None: ...

class StructStatfs(_message.Message):
    __slots__ = ("f_type", "f_bsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_fsid", "f_namelen", "f_frsize", "f_flags")
    F_TYPE_FIELD_NUMBER: _ClassVar[int]
    F_BSIZE_FIELD_NUMBER: _ClassVar[int]
    F_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    F_BFREE_FIELD_NUMBER: _ClassVar[int]
    F_BAVAIL_FIELD_NUMBER: _ClassVar[int]
    F_FILES_FIELD_NUMBER: _ClassVar[int]
    F_FFREE_FIELD_NUMBER: _ClassVar[int]
    F_FSID_FIELD_NUMBER: _ClassVar[int]
    F_NAMELEN_FIELD_NUMBER: _ClassVar[int]
    F_FRSIZE_FIELD_NUMBER: _ClassVar[int]
    F_FLAGS_FIELD_NUMBER: _ClassVar[int]
    f_type: int
    f_bsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_fsid: StructKernelFsidT
    f_namelen: int
    f_frsize: int
    f_flags: int
    def __init__(self, f_type: _Optional[int] = ..., f_bsize: _Optional[int] = ..., f_blocks: _Optional[int] = ..., f_bfree: _Optional[int] = ..., f_bavail: _Optional[int] = ..., f_files: _Optional[int] = ..., f_ffree: _Optional[int] = ..., f_fsid: _Optional[_Union[StructKernelFsidT, _Mapping]] = ..., f_namelen: _Optional[int] = ..., f_frsize: _Optional[int] = ..., f_flags: _Optional[int] = ...) -> None: ...

class StructStatfs64(_message.Message):
    __slots__ = ("f_type", "f_bsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_fsid", "f_namelen", "f_frsize", "f_flags")
    F_TYPE_FIELD_NUMBER: _ClassVar[int]
    F_BSIZE_FIELD_NUMBER: _ClassVar[int]
    F_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    F_BFREE_FIELD_NUMBER: _ClassVar[int]
    F_BAVAIL_FIELD_NUMBER: _ClassVar[int]
    F_FILES_FIELD_NUMBER: _ClassVar[int]
    F_FFREE_FIELD_NUMBER: _ClassVar[int]
    F_FSID_FIELD_NUMBER: _ClassVar[int]
    F_NAMELEN_FIELD_NUMBER: _ClassVar[int]
    F_FRSIZE_FIELD_NUMBER: _ClassVar[int]
    F_FLAGS_FIELD_NUMBER: _ClassVar[int]
    f_type: int
    f_bsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_fsid: StructKernelFsidT
    f_namelen: int
    f_frsize: int
    f_flags: int
    def __init__(self, f_type: _Optional[int] = ..., f_bsize: _Optional[int] = ..., f_blocks: _Optional[int] = ..., f_bfree: _Optional[int] = ..., f_bavail: _Optional[int] = ..., f_files: _Optional[int] = ..., f_ffree: _Optional[int] = ..., f_fsid: _Optional[_Union[StructKernelFsidT, _Mapping]] = ..., f_namelen: _Optional[int] = ..., f_frsize: _Optional[int] = ..., f_flags: _Optional[int] = ...) -> None: ...

class StructStatmount(_message.Message):
    __slots__ = ("size", "mnt_opts", "mask", "sb_dev_major", "sb_dev_minor", "sb_magic", "sb_flags", "fs_type", "mnt_id", "mnt_parent_id", "mnt_id_old", "mnt_parent_id_old", "mnt_attr", "mnt_propagation", "mnt_peer_group", "mnt_master", "propagate_from", "mnt_root", "mnt_point", "mnt_ns_id", "fs_subtype", "sb_source", "opt_num", "opt_array", "opt_sec_num", "opt_sec_array", "supported_mask", "mnt_uidmap_num", "mnt_uidmap", "mnt_gidmap_num", "mnt_gidmap")
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MNT_OPTS_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    SB_DEV_MAJOR_FIELD_NUMBER: _ClassVar[int]
    SB_DEV_MINOR_FIELD_NUMBER: _ClassVar[int]
    SB_MAGIC_FIELD_NUMBER: _ClassVar[int]
    SB_FLAGS_FIELD_NUMBER: _ClassVar[int]
    FS_TYPE_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_FIELD_NUMBER: _ClassVar[int]
    MNT_PARENT_ID_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_OLD_FIELD_NUMBER: _ClassVar[int]
    MNT_PARENT_ID_OLD_FIELD_NUMBER: _ClassVar[int]
    MNT_ATTR_FIELD_NUMBER: _ClassVar[int]
    MNT_PROPAGATION_FIELD_NUMBER: _ClassVar[int]
    MNT_PEER_GROUP_FIELD_NUMBER: _ClassVar[int]
    MNT_MASTER_FIELD_NUMBER: _ClassVar[int]
    PROPAGATE_FROM_FIELD_NUMBER: _ClassVar[int]
    MNT_ROOT_FIELD_NUMBER: _ClassVar[int]
    MNT_POINT_FIELD_NUMBER: _ClassVar[int]
    MNT_NS_ID_FIELD_NUMBER: _ClassVar[int]
    FS_SUBTYPE_FIELD_NUMBER: _ClassVar[int]
    SB_SOURCE_FIELD_NUMBER: _ClassVar[int]
    OPT_NUM_FIELD_NUMBER: _ClassVar[int]
    OPT_ARRAY_FIELD_NUMBER: _ClassVar[int]
    OPT_SEC_NUM_FIELD_NUMBER: _ClassVar[int]
    OPT_SEC_ARRAY_FIELD_NUMBER: _ClassVar[int]
    SUPPORTED_MASK_FIELD_NUMBER: _ClassVar[int]
    MNT_UIDMAP_NUM_FIELD_NUMBER: _ClassVar[int]
    MNT_UIDMAP_FIELD_NUMBER: _ClassVar[int]
    MNT_GIDMAP_NUM_FIELD_NUMBER: _ClassVar[int]
    MNT_GIDMAP_FIELD_NUMBER: _ClassVar[int]
    size: int
    mnt_opts: int
    mask: int
    sb_dev_major: int
    sb_dev_minor: int
    sb_magic: int
    sb_flags: int
    fs_type: int
    mnt_id: int
    mnt_parent_id: int
    mnt_id_old: int
    mnt_parent_id_old: int
    mnt_attr: int
    mnt_propagation: int
    mnt_peer_group: int
    mnt_master: int
    propagate_from: int
    mnt_root: int
    mnt_point: int
    mnt_ns_id: int
    fs_subtype: int
    sb_source: int
    opt_num: int
    opt_array: int
    opt_sec_num: int
    opt_sec_array: int
    supported_mask: int
    mnt_uidmap_num: int
    mnt_uidmap: int
    mnt_gidmap_num: int
    mnt_gidmap: int
    def __init__(self, size: _Optional[int] = ..., mnt_opts: _Optional[int] = ..., mask: _Optional[int] = ..., sb_dev_major: _Optional[int] = ..., sb_dev_minor: _Optional[int] = ..., sb_magic: _Optional[int] = ..., sb_flags: _Optional[int] = ..., fs_type: _Optional[int] = ..., mnt_id: _Optional[int] = ..., mnt_parent_id: _Optional[int] = ..., mnt_id_old: _Optional[int] = ..., mnt_parent_id_old: _Optional[int] = ..., mnt_attr: _Optional[int] = ..., mnt_propagation: _Optional[int] = ..., mnt_peer_group: _Optional[int] = ..., mnt_master: _Optional[int] = ..., propagate_from: _Optional[int] = ..., mnt_root: _Optional[int] = ..., mnt_point: _Optional[int] = ..., mnt_ns_id: _Optional[int] = ..., fs_subtype: _Optional[int] = ..., sb_source: _Optional[int] = ..., opt_num: _Optional[int] = ..., opt_array: _Optional[int] = ..., opt_sec_num: _Optional[int] = ..., opt_sec_array: _Optional[int] = ..., supported_mask: _Optional[int] = ..., mnt_uidmap_num: _Optional[int] = ..., mnt_uidmap: _Optional[int] = ..., mnt_gidmap_num: _Optional[int] = ..., mnt_gidmap: _Optional[int] = ...) -> None: ...

class StructStatx(_message.Message):
    __slots__ = ("stx_mask", "stx_blksize", "stx_attributes", "stx_nlink", "stx_uid", "stx_gid", "stx_mode", "stx_ino", "stx_size", "stx_blocks", "stx_attributes_mask", "stx_atime", "stx_btime", "stx_ctime", "stx_mtime", "stx_rdev_major", "stx_rdev_minor", "stx_dev_major", "stx_dev_minor", "stx_mnt_id", "stx_dio_mem_align", "stx_dio_offset_align", "stx_subvol", "stx_atomic_write_unit_min", "stx_atomic_write_unit_max", "stx_atomic_write_segments_max", "stx_dio_read_offset_align", "stx_atomic_write_unit_max_opt")
    STX_MASK_FIELD_NUMBER: _ClassVar[int]
    STX_BLKSIZE_FIELD_NUMBER: _ClassVar[int]
    STX_ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    STX_NLINK_FIELD_NUMBER: _ClassVar[int]
    STX_UID_FIELD_NUMBER: _ClassVar[int]
    STX_GID_FIELD_NUMBER: _ClassVar[int]
    STX_MODE_FIELD_NUMBER: _ClassVar[int]
    STX_INO_FIELD_NUMBER: _ClassVar[int]
    STX_SIZE_FIELD_NUMBER: _ClassVar[int]
    STX_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    STX_ATTRIBUTES_MASK_FIELD_NUMBER: _ClassVar[int]
    STX_ATIME_FIELD_NUMBER: _ClassVar[int]
    STX_BTIME_FIELD_NUMBER: _ClassVar[int]
    STX_CTIME_FIELD_NUMBER: _ClassVar[int]
    STX_MTIME_FIELD_NUMBER: _ClassVar[int]
    STX_RDEV_MAJOR_FIELD_NUMBER: _ClassVar[int]
    STX_RDEV_MINOR_FIELD_NUMBER: _ClassVar[int]
    STX_DEV_MAJOR_FIELD_NUMBER: _ClassVar[int]
    STX_DEV_MINOR_FIELD_NUMBER: _ClassVar[int]
    STX_MNT_ID_FIELD_NUMBER: _ClassVar[int]
    STX_DIO_MEM_ALIGN_FIELD_NUMBER: _ClassVar[int]
    STX_DIO_OFFSET_ALIGN_FIELD_NUMBER: _ClassVar[int]
    STX_SUBVOL_FIELD_NUMBER: _ClassVar[int]
    STX_ATOMIC_WRITE_UNIT_MIN_FIELD_NUMBER: _ClassVar[int]
    STX_ATOMIC_WRITE_UNIT_MAX_FIELD_NUMBER: _ClassVar[int]
    STX_ATOMIC_WRITE_SEGMENTS_MAX_FIELD_NUMBER: _ClassVar[int]
    STX_DIO_READ_OFFSET_ALIGN_FIELD_NUMBER: _ClassVar[int]
    STX_ATOMIC_WRITE_UNIT_MAX_OPT_FIELD_NUMBER: _ClassVar[int]
    stx_mask: int
    stx_blksize: int
    stx_attributes: int
    stx_nlink: int
    stx_uid: int
    stx_gid: int
    stx_mode: int
    stx_ino: int
    stx_size: int
    stx_blocks: int
    stx_attributes_mask: int
    stx_atime: StructStatxTimestamp
    stx_btime: StructStatxTimestamp
    stx_ctime: StructStatxTimestamp
    stx_mtime: StructStatxTimestamp
    stx_rdev_major: int
    stx_rdev_minor: int
    stx_dev_major: int
    stx_dev_minor: int
    stx_mnt_id: int
    stx_dio_mem_align: int
    stx_dio_offset_align: int
    stx_subvol: int
    stx_atomic_write_unit_min: int
    stx_atomic_write_unit_max: int
    stx_atomic_write_segments_max: int
    stx_dio_read_offset_align: int
    stx_atomic_write_unit_max_opt: int
    def __init__(self, stx_mask: _Optional[int] = ..., stx_blksize: _Optional[int] = ..., stx_attributes: _Optional[int] = ..., stx_nlink: _Optional[int] = ..., stx_uid: _Optional[int] = ..., stx_gid: _Optional[int] = ..., stx_mode: _Optional[int] = ..., stx_ino: _Optional[int] = ..., stx_size: _Optional[int] = ..., stx_blocks: _Optional[int] = ..., stx_attributes_mask: _Optional[int] = ..., stx_atime: _Optional[_Union[StructStatxTimestamp, _Mapping]] = ..., stx_btime: _Optional[_Union[StructStatxTimestamp, _Mapping]] = ..., stx_ctime: _Optional[_Union[StructStatxTimestamp, _Mapping]] = ..., stx_mtime: _Optional[_Union[StructStatxTimestamp, _Mapping]] = ..., stx_rdev_major: _Optional[int] = ..., stx_rdev_minor: _Optional[int] = ..., stx_dev_major: _Optional[int] = ..., stx_dev_minor: _Optional[int] = ..., stx_mnt_id: _Optional[int] = ..., stx_dio_mem_align: _Optional[int] = ..., stx_dio_offset_align: _Optional[int] = ..., stx_subvol: _Optional[int] = ..., stx_atomic_write_unit_min: _Optional[int] = ..., stx_atomic_write_unit_max: _Optional[int] = ..., stx_atomic_write_segments_max: _Optional[int] = ..., stx_dio_read_offset_align: _Optional[int] = ..., stx_atomic_write_unit_max_opt: _Optional[int] = ...) -> None: ...

class StructStatxTimestamp(_message.Message):
    __slots__ = ("tv_sec", "tv_nsec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_NSEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_nsec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_nsec: _Optional[int] = ...) -> None: ...

class StructSysinfo(_message.Message):
    __slots__ = ("uptime", "loads", "totalram", "freeram", "sharedram", "bufferram", "totalswap", "freeswap", "procs", "totalhigh", "freehigh", "mem_unit")
    UPTIME_FIELD_NUMBER: _ClassVar[int]
    LOADS_FIELD_NUMBER: _ClassVar[int]
    TOTALRAM_FIELD_NUMBER: _ClassVar[int]
    FREERAM_FIELD_NUMBER: _ClassVar[int]
    SHAREDRAM_FIELD_NUMBER: _ClassVar[int]
    BUFFERRAM_FIELD_NUMBER: _ClassVar[int]
    TOTALSWAP_FIELD_NUMBER: _ClassVar[int]
    FREESWAP_FIELD_NUMBER: _ClassVar[int]
    PROCS_FIELD_NUMBER: _ClassVar[int]
    TOTALHIGH_FIELD_NUMBER: _ClassVar[int]
    FREEHIGH_FIELD_NUMBER: _ClassVar[int]
    MEM_UNIT_FIELD_NUMBER: _ClassVar[int]
    uptime: int
    loads: _containers.RepeatedScalarFieldContainer[int]
    totalram: int
    freeram: int
    sharedram: int
    bufferram: int
    totalswap: int
    freeswap: int
    procs: int
    totalhigh: int
    freehigh: int
    mem_unit: int
    def __init__(self, uptime: _Optional[int] = ..., loads: _Optional[_Iterable[int]] = ..., totalram: _Optional[int] = ..., freeram: _Optional[int] = ..., sharedram: _Optional[int] = ..., bufferram: _Optional[int] = ..., totalswap: _Optional[int] = ..., freeswap: _Optional[int] = ..., procs: _Optional[int] = ..., totalhigh: _Optional[int] = ..., freehigh: _Optional[int] = ..., mem_unit: _Optional[int] = ...) -> None: ...

class StructTcpInfo(_message.Message):
    __slots__ = ("tcpi_state", "tcpi_ca_state", "tcpi_retransmits", "tcpi_probes", "tcpi_backoff", "tcpi_options", "tcpi_snd_wscale", "tcpi_rcv_wscale", "tcpi_delivery_rate_app_limited", "tcpi_fastopen_client_fail", "tcpi_rto", "tcpi_ato", "tcpi_snd_mss", "tcpi_rcv_mss", "tcpi_unacked", "tcpi_sacked", "tcpi_lost", "tcpi_retrans", "tcpi_fackets", "tcpi_last_data_sent", "tcpi_last_ack_sent", "tcpi_last_data_recv", "tcpi_last_ack_recv", "tcpi_pmtu", "tcpi_rcv_ssthresh", "tcpi_rtt", "tcpi_rttvar", "tcpi_snd_ssthresh", "tcpi_snd_cwnd", "tcpi_advmss", "tcpi_reordering", "tcpi_rcv_rtt", "tcpi_rcv_space", "tcpi_total_retrans", "tcpi_pacing_rate", "tcpi_max_pacing_rate", "tcpi_bytes_acked", "tcpi_bytes_received", "tcpi_segs_out", "tcpi_segs_in", "tcpi_notsent_bytes", "tcpi_min_rtt", "tcpi_data_segs_in", "tcpi_data_segs_out", "tcpi_delivery_rate", "tcpi_busy_time", "tcpi_rwnd_limited", "tcpi_sndbuf_limited", "tcpi_delivered", "tcpi_delivered_ce", "tcpi_bytes_sent", "tcpi_bytes_retrans", "tcpi_dsack_dups", "tcpi_reord_seen", "tcpi_rcv_ooopack", "tcpi_snd_wnd", "tcpi_rcv_wnd", "tcpi_rehash", "tcpi_total_rto", "tcpi_total_rto_recoveries", "tcpi_total_rto_time", "tcpi_received_ce", "tcpi_delivered_e1_bytes", "tcpi_delivered_e0_bytes", "tcpi_delivered_ce_bytes", "tcpi_received_e1_bytes", "tcpi_received_e0_bytes", "tcpi_received_ce_bytes", "tcpi_ecn_mode", "tcpi_accecn_opt_seen", "tcpi_accecn_fail_mode", "tcpi_options2")
    TCPI_STATE_FIELD_NUMBER: _ClassVar[int]
    TCPI_CA_STATE_FIELD_NUMBER: _ClassVar[int]
    TCPI_RETRANSMITS_FIELD_NUMBER: _ClassVar[int]
    TCPI_PROBES_FIELD_NUMBER: _ClassVar[int]
    TCPI_BACKOFF_FIELD_NUMBER: _ClassVar[int]
    TCPI_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    TCPI_SND_WSCALE_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_WSCALE_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERY_RATE_APP_LIMITED_FIELD_NUMBER: _ClassVar[int]
    TCPI_FASTOPEN_CLIENT_FAIL_FIELD_NUMBER: _ClassVar[int]
    TCPI_RTO_FIELD_NUMBER: _ClassVar[int]
    TCPI_ATO_FIELD_NUMBER: _ClassVar[int]
    TCPI_SND_MSS_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_MSS_FIELD_NUMBER: _ClassVar[int]
    TCPI_UNACKED_FIELD_NUMBER: _ClassVar[int]
    TCPI_SACKED_FIELD_NUMBER: _ClassVar[int]
    TCPI_LOST_FIELD_NUMBER: _ClassVar[int]
    TCPI_RETRANS_FIELD_NUMBER: _ClassVar[int]
    TCPI_FACKETS_FIELD_NUMBER: _ClassVar[int]
    TCPI_LAST_DATA_SENT_FIELD_NUMBER: _ClassVar[int]
    TCPI_LAST_ACK_SENT_FIELD_NUMBER: _ClassVar[int]
    TCPI_LAST_DATA_RECV_FIELD_NUMBER: _ClassVar[int]
    TCPI_LAST_ACK_RECV_FIELD_NUMBER: _ClassVar[int]
    TCPI_PMTU_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_SSTHRESH_FIELD_NUMBER: _ClassVar[int]
    TCPI_RTT_FIELD_NUMBER: _ClassVar[int]
    TCPI_RTTVAR_FIELD_NUMBER: _ClassVar[int]
    TCPI_SND_SSTHRESH_FIELD_NUMBER: _ClassVar[int]
    TCPI_SND_CWND_FIELD_NUMBER: _ClassVar[int]
    TCPI_ADVMSS_FIELD_NUMBER: _ClassVar[int]
    TCPI_REORDERING_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_RTT_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_SPACE_FIELD_NUMBER: _ClassVar[int]
    TCPI_TOTAL_RETRANS_FIELD_NUMBER: _ClassVar[int]
    TCPI_PACING_RATE_FIELD_NUMBER: _ClassVar[int]
    TCPI_MAX_PACING_RATE_FIELD_NUMBER: _ClassVar[int]
    TCPI_BYTES_ACKED_FIELD_NUMBER: _ClassVar[int]
    TCPI_BYTES_RECEIVED_FIELD_NUMBER: _ClassVar[int]
    TCPI_SEGS_OUT_FIELD_NUMBER: _ClassVar[int]
    TCPI_SEGS_IN_FIELD_NUMBER: _ClassVar[int]
    TCPI_NOTSENT_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_MIN_RTT_FIELD_NUMBER: _ClassVar[int]
    TCPI_DATA_SEGS_IN_FIELD_NUMBER: _ClassVar[int]
    TCPI_DATA_SEGS_OUT_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERY_RATE_FIELD_NUMBER: _ClassVar[int]
    TCPI_BUSY_TIME_FIELD_NUMBER: _ClassVar[int]
    TCPI_RWND_LIMITED_FIELD_NUMBER: _ClassVar[int]
    TCPI_SNDBUF_LIMITED_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERED_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERED_CE_FIELD_NUMBER: _ClassVar[int]
    TCPI_BYTES_SENT_FIELD_NUMBER: _ClassVar[int]
    TCPI_BYTES_RETRANS_FIELD_NUMBER: _ClassVar[int]
    TCPI_DSACK_DUPS_FIELD_NUMBER: _ClassVar[int]
    TCPI_REORD_SEEN_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_OOOPACK_FIELD_NUMBER: _ClassVar[int]
    TCPI_SND_WND_FIELD_NUMBER: _ClassVar[int]
    TCPI_RCV_WND_FIELD_NUMBER: _ClassVar[int]
    TCPI_REHASH_FIELD_NUMBER: _ClassVar[int]
    TCPI_TOTAL_RTO_FIELD_NUMBER: _ClassVar[int]
    TCPI_TOTAL_RTO_RECOVERIES_FIELD_NUMBER: _ClassVar[int]
    TCPI_TOTAL_RTO_TIME_FIELD_NUMBER: _ClassVar[int]
    TCPI_RECEIVED_CE_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERED_E1_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERED_E0_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_DELIVERED_CE_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_RECEIVED_E1_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_RECEIVED_E0_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_RECEIVED_CE_BYTES_FIELD_NUMBER: _ClassVar[int]
    TCPI_ECN_MODE_FIELD_NUMBER: _ClassVar[int]
    TCPI_ACCECN_OPT_SEEN_FIELD_NUMBER: _ClassVar[int]
    TCPI_ACCECN_FAIL_MODE_FIELD_NUMBER: _ClassVar[int]
    TCPI_OPTIONS2_FIELD_NUMBER: _ClassVar[int]
    tcpi_state: int
    tcpi_ca_state: int
    tcpi_retransmits: int
    tcpi_probes: int
    tcpi_backoff: int
    tcpi_options: int
    tcpi_snd_wscale: int
    tcpi_rcv_wscale: int
    tcpi_delivery_rate_app_limited: int
    tcpi_fastopen_client_fail: int
    tcpi_rto: int
    tcpi_ato: int
    tcpi_snd_mss: int
    tcpi_rcv_mss: int
    tcpi_unacked: int
    tcpi_sacked: int
    tcpi_lost: int
    tcpi_retrans: int
    tcpi_fackets: int
    tcpi_last_data_sent: int
    tcpi_last_ack_sent: int
    tcpi_last_data_recv: int
    tcpi_last_ack_recv: int
    tcpi_pmtu: int
    tcpi_rcv_ssthresh: int
    tcpi_rtt: int
    tcpi_rttvar: int
    tcpi_snd_ssthresh: int
    tcpi_snd_cwnd: int
    tcpi_advmss: int
    tcpi_reordering: int
    tcpi_rcv_rtt: int
    tcpi_rcv_space: int
    tcpi_total_retrans: int
    tcpi_pacing_rate: int
    tcpi_max_pacing_rate: int
    tcpi_bytes_acked: int
    tcpi_bytes_received: int
    tcpi_segs_out: int
    tcpi_segs_in: int
    tcpi_notsent_bytes: int
    tcpi_min_rtt: int
    tcpi_data_segs_in: int
    tcpi_data_segs_out: int
    tcpi_delivery_rate: int
    tcpi_busy_time: int
    tcpi_rwnd_limited: int
    tcpi_sndbuf_limited: int
    tcpi_delivered: int
    tcpi_delivered_ce: int
    tcpi_bytes_sent: int
    tcpi_bytes_retrans: int
    tcpi_dsack_dups: int
    tcpi_reord_seen: int
    tcpi_rcv_ooopack: int
    tcpi_snd_wnd: int
    tcpi_rcv_wnd: int
    tcpi_rehash: int
    tcpi_total_rto: int
    tcpi_total_rto_recoveries: int
    tcpi_total_rto_time: int
    tcpi_received_ce: int
    tcpi_delivered_e1_bytes: int
    tcpi_delivered_e0_bytes: int
    tcpi_delivered_ce_bytes: int
    tcpi_received_e1_bytes: int
    tcpi_received_e0_bytes: int
    tcpi_received_ce_bytes: int
    tcpi_ecn_mode: int
    tcpi_accecn_opt_seen: int
    tcpi_accecn_fail_mode: int
    tcpi_options2: int
    def __init__(self, tcpi_state: _Optional[int] = ..., tcpi_ca_state: _Optional[int] = ..., tcpi_retransmits: _Optional[int] = ..., tcpi_probes: _Optional[int] = ..., tcpi_backoff: _Optional[int] = ..., tcpi_options: _Optional[int] = ..., tcpi_snd_wscale: _Optional[int] = ..., tcpi_rcv_wscale: _Optional[int] = ..., tcpi_delivery_rate_app_limited: _Optional[int] = ..., tcpi_fastopen_client_fail: _Optional[int] = ..., tcpi_rto: _Optional[int] = ..., tcpi_ato: _Optional[int] = ..., tcpi_snd_mss: _Optional[int] = ..., tcpi_rcv_mss: _Optional[int] = ..., tcpi_unacked: _Optional[int] = ..., tcpi_sacked: _Optional[int] = ..., tcpi_lost: _Optional[int] = ..., tcpi_retrans: _Optional[int] = ..., tcpi_fackets: _Optional[int] = ..., tcpi_last_data_sent: _Optional[int] = ..., tcpi_last_ack_sent: _Optional[int] = ..., tcpi_last_data_recv: _Optional[int] = ..., tcpi_last_ack_recv: _Optional[int] = ..., tcpi_pmtu: _Optional[int] = ..., tcpi_rcv_ssthresh: _Optional[int] = ..., tcpi_rtt: _Optional[int] = ..., tcpi_rttvar: _Optional[int] = ..., tcpi_snd_ssthresh: _Optional[int] = ..., tcpi_snd_cwnd: _Optional[int] = ..., tcpi_advmss: _Optional[int] = ..., tcpi_reordering: _Optional[int] = ..., tcpi_rcv_rtt: _Optional[int] = ..., tcpi_rcv_space: _Optional[int] = ..., tcpi_total_retrans: _Optional[int] = ..., tcpi_pacing_rate: _Optional[int] = ..., tcpi_max_pacing_rate: _Optional[int] = ..., tcpi_bytes_acked: _Optional[int] = ..., tcpi_bytes_received: _Optional[int] = ..., tcpi_segs_out: _Optional[int] = ..., tcpi_segs_in: _Optional[int] = ..., tcpi_notsent_bytes: _Optional[int] = ..., tcpi_min_rtt: _Optional[int] = ..., tcpi_data_segs_in: _Optional[int] = ..., tcpi_data_segs_out: _Optional[int] = ..., tcpi_delivery_rate: _Optional[int] = ..., tcpi_busy_time: _Optional[int] = ..., tcpi_rwnd_limited: _Optional[int] = ..., tcpi_sndbuf_limited: _Optional[int] = ..., tcpi_delivered: _Optional[int] = ..., tcpi_delivered_ce: _Optional[int] = ..., tcpi_bytes_sent: _Optional[int] = ..., tcpi_bytes_retrans: _Optional[int] = ..., tcpi_dsack_dups: _Optional[int] = ..., tcpi_reord_seen: _Optional[int] = ..., tcpi_rcv_ooopack: _Optional[int] = ..., tcpi_snd_wnd: _Optional[int] = ..., tcpi_rcv_wnd: _Optional[int] = ..., tcpi_rehash: _Optional[int] = ..., tcpi_total_rto: _Optional[int] = ..., tcpi_total_rto_recoveries: _Optional[int] = ..., tcpi_total_rto_time: _Optional[int] = ..., tcpi_received_ce: _Optional[int] = ..., tcpi_delivered_e1_bytes: _Optional[int] = ..., tcpi_delivered_e0_bytes: _Optional[int] = ..., tcpi_delivered_ce_bytes: _Optional[int] = ..., tcpi_received_e1_bytes: _Optional[int] = ..., tcpi_received_e0_bytes: _Optional[int] = ..., tcpi_received_ce_bytes: _Optional[int] = ..., tcpi_ecn_mode: _Optional[int] = ..., tcpi_accecn_opt_seen: _Optional[int] = ..., tcpi_accecn_fail_mode: _Optional[int] = ..., tcpi_options2: _Optional[int] = ...) -> None: ...

class StructTcpMd5sig(_message.Message):
    __slots__ = ("tcpm_addr", "tcpm_flags", "tcpm_prefixlen", "tcpm_keylen", "tcpm_ifindex")
    TCPM_ADDR_FIELD_NUMBER: _ClassVar[int]
    TCPM_FLAGS_FIELD_NUMBER: _ClassVar[int]
    TCPM_PREFIXLEN_FIELD_NUMBER: _ClassVar[int]
    TCPM_KEYLEN_FIELD_NUMBER: _ClassVar[int]
    TCPM_IFINDEX_FIELD_NUMBER: _ClassVar[int]
    tcpm_addr: StructSockaddr
    tcpm_flags: int
    tcpm_prefixlen: int
    tcpm_keylen: int
    tcpm_ifindex: int
    def __init__(self, tcpm_addr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., tcpm_flags: _Optional[int] = ..., tcpm_prefixlen: _Optional[int] = ..., tcpm_keylen: _Optional[int] = ..., tcpm_ifindex: _Optional[int] = ...) -> None: ...

class StructTcpRepairOpt(_message.Message):
    __slots__ = ("opt_code", "opt_val")
    OPT_CODE_FIELD_NUMBER: _ClassVar[int]
    OPT_VAL_FIELD_NUMBER: _ClassVar[int]
    opt_code: int
    opt_val: int
    def __init__(self, opt_code: _Optional[int] = ..., opt_val: _Optional[int] = ...) -> None: ...

class StructTcpRepairWindow(_message.Message):
    __slots__ = ("snd_wl1", "snd_wnd", "max_window", "rcv_wnd", "rcv_wup")
    SND_WL1_FIELD_NUMBER: _ClassVar[int]
    SND_WND_FIELD_NUMBER: _ClassVar[int]
    MAX_WINDOW_FIELD_NUMBER: _ClassVar[int]
    RCV_WND_FIELD_NUMBER: _ClassVar[int]
    RCV_WUP_FIELD_NUMBER: _ClassVar[int]
    snd_wl1: int
    snd_wnd: int
    max_window: int
    rcv_wnd: int
    rcv_wup: int
    def __init__(self, snd_wl1: _Optional[int] = ..., snd_wnd: _Optional[int] = ..., max_window: _Optional[int] = ..., rcv_wnd: _Optional[int] = ..., rcv_wup: _Optional[int] = ...) -> None: ...

class StructTcpZerocopyReceive(_message.Message):
    __slots__ = ("address", "length", "recv_skip_hint", "inq", "err", "copybuf_address", "copybuf_len", "flags", "msg_control", "msg_controllen", "msg_flags")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    RECV_SKIP_HINT_FIELD_NUMBER: _ClassVar[int]
    INQ_FIELD_NUMBER: _ClassVar[int]
    ERR_FIELD_NUMBER: _ClassVar[int]
    COPYBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COPYBUF_LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MSG_CONTROL_FIELD_NUMBER: _ClassVar[int]
    MSG_CONTROLLEN_FIELD_NUMBER: _ClassVar[int]
    MSG_FLAGS_FIELD_NUMBER: _ClassVar[int]
    address: int
    length: int
    recv_skip_hint: int
    inq: int
    err: int
    copybuf_address: int
    copybuf_len: int
    flags: int
    msg_control: int
    msg_controllen: int
    msg_flags: int
    def __init__(self, address: _Optional[int] = ..., length: _Optional[int] = ..., recv_skip_hint: _Optional[int] = ..., inq: _Optional[int] = ..., err: _Optional[int] = ..., copybuf_address: _Optional[int] = ..., copybuf_len: _Optional[int] = ..., flags: _Optional[int] = ..., msg_control: _Optional[int] = ..., msg_controllen: _Optional[int] = ..., msg_flags: _Optional[int] = ...) -> None: ...

class StructTermio(_message.Message):
    __slots__ = ("c_iflag", "c_oflag", "c_cflag", "c_lflag", "c_line", "c_cc")
    C_IFLAG_FIELD_NUMBER: _ClassVar[int]
    C_OFLAG_FIELD_NUMBER: _ClassVar[int]
    C_CFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LINE_FIELD_NUMBER: _ClassVar[int]
    C_CC_FIELD_NUMBER: _ClassVar[int]
    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, c_iflag: _Optional[int] = ..., c_oflag: _Optional[int] = ..., c_cflag: _Optional[int] = ..., c_lflag: _Optional[int] = ..., c_line: _Optional[int] = ..., c_cc: _Optional[_Iterable[int]] = ...) -> None: ...

class StructTermios(_message.Message):
    __slots__ = ("c_iflag", "c_oflag", "c_cflag", "c_lflag", "c_line", "c_cc")
    C_IFLAG_FIELD_NUMBER: _ClassVar[int]
    C_OFLAG_FIELD_NUMBER: _ClassVar[int]
    C_CFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LINE_FIELD_NUMBER: _ClassVar[int]
    C_CC_FIELD_NUMBER: _ClassVar[int]
    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, c_iflag: _Optional[int] = ..., c_oflag: _Optional[int] = ..., c_cflag: _Optional[int] = ..., c_lflag: _Optional[int] = ..., c_line: _Optional[int] = ..., c_cc: _Optional[_Iterable[int]] = ...) -> None: ...

class StructTermios2(_message.Message):
    __slots__ = ("c_iflag", "c_oflag", "c_cflag", "c_lflag", "c_line", "c_cc", "c_ispeed", "c_ospeed")
    C_IFLAG_FIELD_NUMBER: _ClassVar[int]
    C_OFLAG_FIELD_NUMBER: _ClassVar[int]
    C_CFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LFLAG_FIELD_NUMBER: _ClassVar[int]
    C_LINE_FIELD_NUMBER: _ClassVar[int]
    C_CC_FIELD_NUMBER: _ClassVar[int]
    C_ISPEED_FIELD_NUMBER: _ClassVar[int]
    C_OSPEED_FIELD_NUMBER: _ClassVar[int]
    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: _containers.RepeatedScalarFieldContainer[int]
    c_ispeed: int
    c_ospeed: int
    def __init__(self, c_iflag: _Optional[int] = ..., c_oflag: _Optional[int] = ..., c_cflag: _Optional[int] = ..., c_lflag: _Optional[int] = ..., c_line: _Optional[int] = ..., c_cc: _Optional[_Iterable[int]] = ..., c_ispeed: _Optional[int] = ..., c_ospeed: _Optional[int] = ...) -> None: ...

class StructTimespec64(_message.Message):
    __slots__ = ("tv_sec", "tv_nsec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_NSEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_nsec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_nsec: _Optional[int] = ...) -> None: ...

class StructTimespecUtime(_message.Message):
    __slots__ = ("tv_sec", "tv_nsec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_NSEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_nsec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_nsec: _Optional[int] = ...) -> None: ...

class StructTimeval(_message.Message):
    __slots__ = ("tv_sec", "tv_usec")
    TV_SEC_FIELD_NUMBER: _ClassVar[int]
    TV_USEC_FIELD_NUMBER: _ClassVar[int]
    tv_sec: int
    tv_usec: int
    def __init__(self, tv_sec: _Optional[int] = ..., tv_usec: _Optional[int] = ...) -> None: ...

class StructTimex64(_message.Message):
    __slots__ = ("modes", "offset", "freq", "maxerror", "esterror", "status", "constant", "precision", "tolerance", "time", "tick", "ppsfreq", "jitter", "shift", "stabil", "jitcnt", "calcnt", "errcnt", "stbcnt", "tai")
    MODES_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    FREQ_FIELD_NUMBER: _ClassVar[int]
    MAXERROR_FIELD_NUMBER: _ClassVar[int]
    ESTERROR_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CONSTANT_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    TICK_FIELD_NUMBER: _ClassVar[int]
    PPSFREQ_FIELD_NUMBER: _ClassVar[int]
    JITTER_FIELD_NUMBER: _ClassVar[int]
    SHIFT_FIELD_NUMBER: _ClassVar[int]
    STABIL_FIELD_NUMBER: _ClassVar[int]
    JITCNT_FIELD_NUMBER: _ClassVar[int]
    CALCNT_FIELD_NUMBER: _ClassVar[int]
    ERRCNT_FIELD_NUMBER: _ClassVar[int]
    STBCNT_FIELD_NUMBER: _ClassVar[int]
    TAI_FIELD_NUMBER: _ClassVar[int]
    modes: int
    offset: int
    freq: int
    maxerror: int
    esterror: int
    status: int
    constant: int
    precision: int
    tolerance: int
    time: StructKernelTimexTimeval
    tick: int
    ppsfreq: int
    jitter: int
    shift: int
    stabil: int
    jitcnt: int
    calcnt: int
    errcnt: int
    stbcnt: int
    tai: int
    def __init__(self, modes: _Optional[int] = ..., offset: _Optional[int] = ..., freq: _Optional[int] = ..., maxerror: _Optional[int] = ..., esterror: _Optional[int] = ..., status: _Optional[int] = ..., constant: _Optional[int] = ..., precision: _Optional[int] = ..., tolerance: _Optional[int] = ..., time: _Optional[_Union[StructKernelTimexTimeval, _Mapping]] = ..., tick: _Optional[int] = ..., ppsfreq: _Optional[int] = ..., jitter: _Optional[int] = ..., shift: _Optional[int] = ..., stabil: _Optional[int] = ..., jitcnt: _Optional[int] = ..., calcnt: _Optional[int] = ..., errcnt: _Optional[int] = ..., stbcnt: _Optional[int] = ..., tai: _Optional[int] = ...) -> None: ...

class StructTimezone(_message.Message):
    __slots__ = ("tz_minuteswest", "tz_dsttime")
    TZ_MINUTESWEST_FIELD_NUMBER: _ClassVar[int]
    TZ_DSTTIME_FIELD_NUMBER: _ClassVar[int]
    tz_minuteswest: int
    tz_dsttime: int
    def __init__(self, tz_minuteswest: _Optional[int] = ..., tz_dsttime: _Optional[int] = ...) -> None: ...

class StructTipcSocketAddr(_message.Message):
    __slots__ = ("ref", "node")
    REF_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    ref: int
    node: int
    def __init__(self, ref: _Optional[int] = ..., node: _Optional[int] = ...) -> None: ...

class StructTms(_message.Message):
    __slots__ = ("tms_utime", "tms_stime", "tms_cutime", "tms_cstime")
    TMS_UTIME_FIELD_NUMBER: _ClassVar[int]
    TMS_STIME_FIELD_NUMBER: _ClassVar[int]
    TMS_CUTIME_FIELD_NUMBER: _ClassVar[int]
    TMS_CSTIME_FIELD_NUMBER: _ClassVar[int]
    tms_utime: int
    tms_stime: int
    tms_cutime: int
    tms_cstime: int
    def __init__(self, tms_utime: _Optional[int] = ..., tms_stime: _Optional[int] = ..., tms_cutime: _Optional[int] = ..., tms_cstime: _Optional[int] = ...) -> None: ...

class StructTpacketAuxdata(_message.Message):
    __slots__ = ("tp_status", "tp_len", "tp_snaplen", "tp_mac", "tp_net", "tp_vlan_tci", "tp_vlan_tpid")
    TP_STATUS_FIELD_NUMBER: _ClassVar[int]
    TP_LEN_FIELD_NUMBER: _ClassVar[int]
    TP_SNAPLEN_FIELD_NUMBER: _ClassVar[int]
    TP_MAC_FIELD_NUMBER: _ClassVar[int]
    TP_NET_FIELD_NUMBER: _ClassVar[int]
    TP_VLAN_TCI_FIELD_NUMBER: _ClassVar[int]
    TP_VLAN_TPID_FIELD_NUMBER: _ClassVar[int]
    tp_status: int
    tp_len: int
    tp_snaplen: int
    tp_mac: int
    tp_net: int
    tp_vlan_tci: int
    tp_vlan_tpid: int
    def __init__(self, tp_status: _Optional[int] = ..., tp_len: _Optional[int] = ..., tp_snaplen: _Optional[int] = ..., tp_mac: _Optional[int] = ..., tp_net: _Optional[int] = ..., tp_vlan_tci: _Optional[int] = ..., tp_vlan_tpid: _Optional[int] = ...) -> None: ...

class StructTpacketReq3(_message.Message):
    __slots__ = ("tp_block_size", "tp_block_nr", "tp_frame_size", "tp_frame_nr", "tp_retire_blk_tov", "tp_sizeof_priv", "tp_feature_req_word")
    TP_BLOCK_SIZE_FIELD_NUMBER: _ClassVar[int]
    TP_BLOCK_NR_FIELD_NUMBER: _ClassVar[int]
    TP_FRAME_SIZE_FIELD_NUMBER: _ClassVar[int]
    TP_FRAME_NR_FIELD_NUMBER: _ClassVar[int]
    TP_RETIRE_BLK_TOV_FIELD_NUMBER: _ClassVar[int]
    TP_SIZEOF_PRIV_FIELD_NUMBER: _ClassVar[int]
    TP_FEATURE_REQ_WORD_FIELD_NUMBER: _ClassVar[int]
    tp_block_size: int
    tp_block_nr: int
    tp_frame_size: int
    tp_frame_nr: int
    tp_retire_blk_tov: int
    tp_sizeof_priv: int
    tp_feature_req_word: int
    def __init__(self, tp_block_size: _Optional[int] = ..., tp_block_nr: _Optional[int] = ..., tp_frame_size: _Optional[int] = ..., tp_frame_nr: _Optional[int] = ..., tp_retire_blk_tov: _Optional[int] = ..., tp_sizeof_priv: _Optional[int] = ..., tp_feature_req_word: _Optional[int] = ...) -> None: ...

class StructTpacketStatsV3(_message.Message):
    __slots__ = ("tp_packets", "tp_drops", "tp_freeze_q_cnt")
    TP_PACKETS_FIELD_NUMBER: _ClassVar[int]
    TP_DROPS_FIELD_NUMBER: _ClassVar[int]
    TP_FREEZE_Q_CNT_FIELD_NUMBER: _ClassVar[int]
    tp_packets: int
    tp_drops: int
    tp_freeze_q_cnt: int
    def __init__(self, tp_packets: _Optional[int] = ..., tp_drops: _Optional[int] = ..., tp_freeze_q_cnt: _Optional[int] = ...) -> None: ...

class StructUcred(_message.Message):
    __slots__ = ("pid_", "uid_", "gid_")
    PID__FIELD_NUMBER: _ClassVar[int]
    UID__FIELD_NUMBER: _ClassVar[int]
    GID__FIELD_NUMBER: _ClassVar[int]
    pid_: int
    uid_: int
    gid_: int
    def __init__(self, pid_: _Optional[int] = ..., uid_: _Optional[int] = ..., gid_: _Optional[int] = ...) -> None: ...

class StructUffdioApi(_message.Message):
    __slots__ = ("api", "features", "ioctls")
    API_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    IOCTLS_FIELD_NUMBER: _ClassVar[int]
    api: int
    features: int
    ioctls: int
    def __init__(self, api: _Optional[int] = ..., features: _Optional[int] = ..., ioctls: _Optional[int] = ...) -> None: ...

class StructUffdioCopy(_message.Message):
    __slots__ = ("dst", "src", "len", "mode", "copy")
    DST_FIELD_NUMBER: _ClassVar[int]
    SRC_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    COPY_FIELD_NUMBER: _ClassVar[int]
    dst: int
    src: int
    len: int
    mode: int
    copy: int
    def __init__(self, dst: _Optional[int] = ..., src: _Optional[int] = ..., len: _Optional[int] = ..., mode: _Optional[int] = ..., copy: _Optional[int] = ...) -> None: ...

class StructUffdioRange(_message.Message):
    __slots__ = ("start", "len")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class StructUffdioRegister(_message.Message):
    __slots__ = ("range", "mode", "ioctls")
    RANGE_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    IOCTLS_FIELD_NUMBER: _ClassVar[int]
    range: StructUffdioRange
    mode: int
    ioctls: int
    def __init__(self, range: _Optional[_Union[StructUffdioRange, _Mapping]] = ..., mode: _Optional[int] = ..., ioctls: _Optional[int] = ...) -> None: ...

class StructUffdioZeropage(_message.Message):
    __slots__ = ("range", "mode", "zeropage")
    RANGE_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    ZEROPAGE_FIELD_NUMBER: _ClassVar[int]
    range: StructUffdioRange
    mode: int
    zeropage: int
    def __init__(self, range: _Optional[_Union[StructUffdioRange, _Mapping]] = ..., mode: _Optional[int] = ..., zeropage: _Optional[int] = ...) -> None: ...

class StructUserDesc(_message.Message):
    __slots__ = ("entry_number", "base_addr", "limit", "seg_32bit", "contents", "read_exec_only", "limit_in_pages", "seg_not_present", "useable", "lm")
    ENTRY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    BASE_ADDR_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    SEG_32BIT_FIELD_NUMBER: _ClassVar[int]
    CONTENTS_FIELD_NUMBER: _ClassVar[int]
    READ_EXEC_ONLY_FIELD_NUMBER: _ClassVar[int]
    LIMIT_IN_PAGES_FIELD_NUMBER: _ClassVar[int]
    SEG_NOT_PRESENT_FIELD_NUMBER: _ClassVar[int]
    USEABLE_FIELD_NUMBER: _ClassVar[int]
    LM_FIELD_NUMBER: _ClassVar[int]
    entry_number: int
    base_addr: int
    limit: int
    seg_32bit: int
    contents: int
    read_exec_only: int
    limit_in_pages: int
    seg_not_present: int
    useable: int
    lm: int
    def __init__(self, entry_number: _Optional[int] = ..., base_addr: _Optional[int] = ..., limit: _Optional[int] = ..., seg_32bit: _Optional[int] = ..., contents: _Optional[int] = ..., read_exec_only: _Optional[int] = ..., limit_in_pages: _Optional[int] = ..., seg_not_present: _Optional[int] = ..., useable: _Optional[int] = ..., lm: _Optional[int] = ...) -> None: ...

class StructUserFpregsStruct(_message.Message):
    __slots__ = ("cwd", "swd", "ftw", "fop", "rip", "rdp", "mxcsr", "mxcr_mask", "st_space", "xmm_space", "twd", "fip", "fcs", "foo", "fos")
    CWD_FIELD_NUMBER: _ClassVar[int]
    SWD_FIELD_NUMBER: _ClassVar[int]
    FTW_FIELD_NUMBER: _ClassVar[int]
    FOP_FIELD_NUMBER: _ClassVar[int]
    RIP_FIELD_NUMBER: _ClassVar[int]
    RDP_FIELD_NUMBER: _ClassVar[int]
    MXCSR_FIELD_NUMBER: _ClassVar[int]
    MXCR_MASK_FIELD_NUMBER: _ClassVar[int]
    ST_SPACE_FIELD_NUMBER: _ClassVar[int]
    XMM_SPACE_FIELD_NUMBER: _ClassVar[int]
    TWD_FIELD_NUMBER: _ClassVar[int]
    FIP_FIELD_NUMBER: _ClassVar[int]
    FCS_FIELD_NUMBER: _ClassVar[int]
    FOO_FIELD_NUMBER: _ClassVar[int]
    FOS_FIELD_NUMBER: _ClassVar[int]
    cwd: int
    swd: int
    ftw: int
    fop: int
    rip: int
    rdp: int
    mxcsr: int
    mxcr_mask: int
    st_space: _containers.RepeatedScalarFieldContainer[int]
    xmm_space: _containers.RepeatedScalarFieldContainer[int]
    twd: int
    fip: int
    fcs: int
    foo: int
    fos: int
    def __init__(self, cwd: _Optional[int] = ..., swd: _Optional[int] = ..., ftw: _Optional[int] = ..., fop: _Optional[int] = ..., rip: _Optional[int] = ..., rdp: _Optional[int] = ..., mxcsr: _Optional[int] = ..., mxcr_mask: _Optional[int] = ..., st_space: _Optional[_Iterable[int]] = ..., xmm_space: _Optional[_Iterable[int]] = ..., twd: _Optional[int] = ..., fip: _Optional[int] = ..., fcs: _Optional[int] = ..., foo: _Optional[int] = ..., fos: _Optional[int] = ...) -> None: ...

class StructUserRegsStruct(_message.Message):
    __slots__ = ("r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10", "r9", "r8", "rax", "rcx", "rdx", "rsi", "rdi", "orig_rax", "rip", "cs", "eflags", "rsp", "ss", "fs_base", "gs_base", "ds", "es", "fs", "gs", "ebx", "ecx", "edx", "esi", "edi", "ebp", "eax", "xds", "xes", "xfs", "xgs", "orig_eax", "eip", "xcs", "esp", "xss")
    R15_FIELD_NUMBER: _ClassVar[int]
    R14_FIELD_NUMBER: _ClassVar[int]
    R13_FIELD_NUMBER: _ClassVar[int]
    R12_FIELD_NUMBER: _ClassVar[int]
    RBP_FIELD_NUMBER: _ClassVar[int]
    RBX_FIELD_NUMBER: _ClassVar[int]
    R11_FIELD_NUMBER: _ClassVar[int]
    R10_FIELD_NUMBER: _ClassVar[int]
    R9_FIELD_NUMBER: _ClassVar[int]
    R8_FIELD_NUMBER: _ClassVar[int]
    RAX_FIELD_NUMBER: _ClassVar[int]
    RCX_FIELD_NUMBER: _ClassVar[int]
    RDX_FIELD_NUMBER: _ClassVar[int]
    RSI_FIELD_NUMBER: _ClassVar[int]
    RDI_FIELD_NUMBER: _ClassVar[int]
    ORIG_RAX_FIELD_NUMBER: _ClassVar[int]
    RIP_FIELD_NUMBER: _ClassVar[int]
    CS_FIELD_NUMBER: _ClassVar[int]
    EFLAGS_FIELD_NUMBER: _ClassVar[int]
    RSP_FIELD_NUMBER: _ClassVar[int]
    SS_FIELD_NUMBER: _ClassVar[int]
    FS_BASE_FIELD_NUMBER: _ClassVar[int]
    GS_BASE_FIELD_NUMBER: _ClassVar[int]
    DS_FIELD_NUMBER: _ClassVar[int]
    ES_FIELD_NUMBER: _ClassVar[int]
    FS_FIELD_NUMBER: _ClassVar[int]
    GS_FIELD_NUMBER: _ClassVar[int]
    EBX_FIELD_NUMBER: _ClassVar[int]
    ECX_FIELD_NUMBER: _ClassVar[int]
    EDX_FIELD_NUMBER: _ClassVar[int]
    ESI_FIELD_NUMBER: _ClassVar[int]
    EDI_FIELD_NUMBER: _ClassVar[int]
    EBP_FIELD_NUMBER: _ClassVar[int]
    EAX_FIELD_NUMBER: _ClassVar[int]
    XDS_FIELD_NUMBER: _ClassVar[int]
    XES_FIELD_NUMBER: _ClassVar[int]
    XFS_FIELD_NUMBER: _ClassVar[int]
    XGS_FIELD_NUMBER: _ClassVar[int]
    ORIG_EAX_FIELD_NUMBER: _ClassVar[int]
    EIP_FIELD_NUMBER: _ClassVar[int]
    XCS_FIELD_NUMBER: _ClassVar[int]
    ESP_FIELD_NUMBER: _ClassVar[int]
    XSS_FIELD_NUMBER: _ClassVar[int]
    r15: int
    r14: int
    r13: int
    r12: int
    rbp: int
    rbx: int
    r11: int
    r10: int
    r9: int
    r8: int
    rax: int
    rcx: int
    rdx: int
    rsi: int
    rdi: int
    orig_rax: int
    rip: int
    cs: int
    eflags: int
    rsp: int
    ss: int
    fs_base: int
    gs_base: int
    ds: int
    es: int
    fs: int
    gs: int
    ebx: int
    ecx: int
    edx: int
    esi: int
    edi: int
    ebp: int
    eax: int
    xds: int
    xes: int
    xfs: int
    xgs: int
    orig_eax: int
    eip: int
    xcs: int
    esp: int
    xss: int
    def __init__(self, r15: _Optional[int] = ..., r14: _Optional[int] = ..., r13: _Optional[int] = ..., r12: _Optional[int] = ..., rbp: _Optional[int] = ..., rbx: _Optional[int] = ..., r11: _Optional[int] = ..., r10: _Optional[int] = ..., r9: _Optional[int] = ..., r8: _Optional[int] = ..., rax: _Optional[int] = ..., rcx: _Optional[int] = ..., rdx: _Optional[int] = ..., rsi: _Optional[int] = ..., rdi: _Optional[int] = ..., orig_rax: _Optional[int] = ..., rip: _Optional[int] = ..., cs: _Optional[int] = ..., eflags: _Optional[int] = ..., rsp: _Optional[int] = ..., ss: _Optional[int] = ..., fs_base: _Optional[int] = ..., gs_base: _Optional[int] = ..., ds: _Optional[int] = ..., es: _Optional[int] = ..., fs: _Optional[int] = ..., gs: _Optional[int] = ..., ebx: _Optional[int] = ..., ecx: _Optional[int] = ..., edx: _Optional[int] = ..., esi: _Optional[int] = ..., edi: _Optional[int] = ..., ebp: _Optional[int] = ..., eax: _Optional[int] = ..., xds: _Optional[int] = ..., xes: _Optional[int] = ..., xfs: _Optional[int] = ..., xgs: _Optional[int] = ..., orig_eax: _Optional[int] = ..., eip: _Optional[int] = ..., xcs: _Optional[int] = ..., esp: _Optional[int] = ..., xss: _Optional[int] = ...) -> None: ...

class StructUtimbuf(_message.Message):
    __slots__ = ("actime", "modtime")
    ACTIME_FIELD_NUMBER: _ClassVar[int]
    MODTIME_FIELD_NUMBER: _ClassVar[int]
    actime: int
    modtime: int
    def __init__(self, actime: _Optional[int] = ..., modtime: _Optional[int] = ...) -> None: ...

class StructVtMode(_message.Message):
    __slots__ = ("mode", "waitv", "relsig", "acqsig", "frsig")
    MODE_FIELD_NUMBER: _ClassVar[int]
    WAITV_FIELD_NUMBER: _ClassVar[int]
    RELSIG_FIELD_NUMBER: _ClassVar[int]
    ACQSIG_FIELD_NUMBER: _ClassVar[int]
    FRSIG_FIELD_NUMBER: _ClassVar[int]
    mode: int
    waitv: int
    relsig: int
    acqsig: int
    frsig: int
    def __init__(self, mode: _Optional[int] = ..., waitv: _Optional[int] = ..., relsig: _Optional[int] = ..., acqsig: _Optional[int] = ..., frsig: _Optional[int] = ...) -> None: ...

class StructWinsize(_message.Message):
    __slots__ = ("ws_row", "ws_col", "ws_xpixel", "ws_ypixel")
    WS_ROW_FIELD_NUMBER: _ClassVar[int]
    WS_COL_FIELD_NUMBER: _ClassVar[int]
    WS_XPIXEL_FIELD_NUMBER: _ClassVar[int]
    WS_YPIXEL_FIELD_NUMBER: _ClassVar[int]
    ws_row: int
    ws_col: int
    ws_xpixel: int
    ws_ypixel: int
    def __init__(self, ws_row: _Optional[int] = ..., ws_col: _Optional[int] = ..., ws_xpixel: _Optional[int] = ..., ws_ypixel: _Optional[int] = ...) -> None: ...

class StructXattrArgs(_message.Message):
    __slots__ = ("value", "size", "flags", "beyond")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    BEYOND_FIELD_NUMBER: _ClassVar[int]
    value: int
    size: int
    flags: int
    beyond: bytes
    def __init__(self, value: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ..., beyond: _Optional[bytes] = ...) -> None: ...

class StructZcrxCtrl(_message.Message):
    __slots__ = ("zcrx_id", "op", "__resv", "zc_export")
    ZCRX_ID_FIELD_NUMBER: _ClassVar[int]
    OP_FIELD_NUMBER: _ClassVar[int]
    __RESV_FIELD_NUMBER: _ClassVar[int]
    ZC_EXPORT_FIELD_NUMBER: _ClassVar[int]
    zcrx_id: int
    op: int
    __resv: _containers.RepeatedScalarFieldContainer[int]
    zc_export: StructZcrxCtrlExport
    def __init__(self, zcrx_id: _Optional[int] = ..., op: _Optional[int] = ..., __resv: _Optional[_Iterable[int]] = ..., zc_export: _Optional[_Union[StructZcrxCtrlExport, _Mapping]] = ...) -> None: ...

class StructZcrxCtrlExport(_message.Message):
    __slots__ = ("zcrx_fd", "__resv1")
    ZCRX_FD_FIELD_NUMBER: _ClassVar[int]
    __RESV1_FIELD_NUMBER: _ClassVar[int]
    zcrx_fd: int
    __resv1: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, zcrx_fd: _Optional[int] = ..., __resv1: _Optional[_Iterable[int]] = ...) -> None: ...

class Read(_message.Message):
    __slots__ = ("fd", "buf", "buf_address", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buf: bytes
    buf_address: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class Write(_message.Message):
    __slots__ = ("fd", "buf", "buf_address", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buf: bytes
    buf_address: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class Open(_message.Message):
    __slots__ = ("filename", "filename_address", "flags", "mode")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    flags: int
    mode: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., flags: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Close(_message.Message):
    __slots__ = ("fd",)
    FD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    def __init__(self, fd: _Optional[int] = ...) -> None: ...

class Stat(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructStat
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Fstat(_message.Message):
    __slots__ = ("fd", "statbuf", "statbuf_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    statbuf: StructStat
    statbuf_address: int
    def __init__(self, fd: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Lstat(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructStat
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Poll(_message.Message):
    __slots__ = ("ufds", "ufds_address", "nfds", "timeout_msecs")
    UFDS_FIELD_NUMBER: _ClassVar[int]
    UFDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NFDS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_MSECS_FIELD_NUMBER: _ClassVar[int]
    ufds: _containers.RepeatedCompositeFieldContainer[StructPollfd]
    ufds_address: int
    nfds: int
    timeout_msecs: int
    def __init__(self, ufds: _Optional[_Iterable[_Union[StructPollfd, _Mapping]]] = ..., ufds_address: _Optional[int] = ..., nfds: _Optional[int] = ..., timeout_msecs: _Optional[int] = ...) -> None: ...

class Lseek(_message.Message):
    __slots__ = ("fd", "offset", "whence")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    WHENCE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset: int
    whence: int
    def __init__(self, fd: _Optional[int] = ..., offset: _Optional[int] = ..., whence: _Optional[int] = ...) -> None: ...

class Mmap(_message.Message):
    __slots__ = ("addr", "len", "prot", "flags", "fd", "off")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    OFF_FIELD_NUMBER: _ClassVar[int]
    addr: int
    len: int
    prot: int
    flags: int
    fd: int
    off: int
    def __init__(self, addr: _Optional[int] = ..., len: _Optional[int] = ..., prot: _Optional[int] = ..., flags: _Optional[int] = ..., fd: _Optional[int] = ..., off: _Optional[int] = ...) -> None: ...

class Mprotect(_message.Message):
    __slots__ = ("start", "len", "prot")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    prot: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., prot: _Optional[int] = ...) -> None: ...

class Munmap(_message.Message):
    __slots__ = ("addr", "len")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    addr: int
    len: int
    def __init__(self, addr: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Brk(_message.Message):
    __slots__ = ("brk",)
    BRK_FIELD_NUMBER: _ClassVar[int]
    brk: int
    def __init__(self, brk: _Optional[int] = ...) -> None: ...

class RtSigaction(_message.Message):
    __slots__ = ("sig", "act", "act_address", "oact", "oact_address", "sigsetsize")
    SIG_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    ACT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OACT_FIELD_NUMBER: _ClassVar[int]
    OACT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    sig: int
    act: StructSigaction
    act_address: int
    oact: StructSigaction
    oact_address: int
    sigsetsize: int
    def __init__(self, sig: _Optional[int] = ..., act: _Optional[_Union[StructSigaction, _Mapping]] = ..., act_address: _Optional[int] = ..., oact: _Optional[_Union[StructSigaction, _Mapping]] = ..., oact_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class RtSigprocmask(_message.Message):
    __slots__ = ("how", "nset", "nset_address", "oset", "oset_address", "sigsetsize")
    HOW_FIELD_NUMBER: _ClassVar[int]
    NSET_FIELD_NUMBER: _ClassVar[int]
    NSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OSET_FIELD_NUMBER: _ClassVar[int]
    OSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    how: int
    nset: _containers.RepeatedScalarFieldContainer[int]
    nset_address: int
    oset: _containers.RepeatedScalarFieldContainer[int]
    oset_address: int
    sigsetsize: int
    def __init__(self, how: _Optional[int] = ..., nset: _Optional[_Iterable[int]] = ..., nset_address: _Optional[int] = ..., oset: _Optional[_Iterable[int]] = ..., oset_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class RtSigreturn(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Ioctl(_message.Message):
    __slots__ = ("fd", "cmd", "arg", "arg_memory", "arg_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    arg: int
    arg_memory: bytes
    arg_passed: bytes
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ..., arg_passed: _Optional[bytes] = ...) -> None: ...

class Pread64(_message.Message):
    __slots__ = ("fd", "buf", "buf_address", "count", "pos")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    POS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buf: bytes
    buf_address: int
    count: int
    pos: int
    def __init__(self, fd: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., count: _Optional[int] = ..., pos: _Optional[int] = ...) -> None: ...

class Pwrite64(_message.Message):
    __slots__ = ("fd", "buf", "buf_address", "count", "pos")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    POS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buf: bytes
    buf_address: int
    count: int
    pos: int
    def __init__(self, fd: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., count: _Optional[int] = ..., pos: _Optional[int] = ...) -> None: ...

class Readv(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ...) -> None: ...

class Writev(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ...) -> None: ...

class Access(_message.Message):
    __slots__ = ("filename", "filename_address", "mode")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    mode: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Pipe(_message.Message):
    __slots__ = ("fildes", "fildes_address")
    FILDES_FIELD_NUMBER: _ClassVar[int]
    FILDES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fildes: _containers.RepeatedScalarFieldContainer[int]
    fildes_address: int
    def __init__(self, fildes: _Optional[_Iterable[int]] = ..., fildes_address: _Optional[int] = ...) -> None: ...

class Select(_message.Message):
    __slots__ = ("n", "inp", "inp_address", "inp_passed", "outp", "outp_address", "outp_passed", "exp", "exp_address", "exp_passed", "tvp", "tvp_address", "tvp_passed")
    N_FIELD_NUMBER: _ClassVar[int]
    INP_FIELD_NUMBER: _ClassVar[int]
    INP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INP_PASSED_FIELD_NUMBER: _ClassVar[int]
    OUTP_FIELD_NUMBER: _ClassVar[int]
    OUTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OUTP_PASSED_FIELD_NUMBER: _ClassVar[int]
    EXP_FIELD_NUMBER: _ClassVar[int]
    EXP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EXP_PASSED_FIELD_NUMBER: _ClassVar[int]
    TVP_FIELD_NUMBER: _ClassVar[int]
    TVP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TVP_PASSED_FIELD_NUMBER: _ClassVar[int]
    n: int
    inp: _containers.RepeatedScalarFieldContainer[int]
    inp_address: int
    inp_passed: _containers.RepeatedScalarFieldContainer[int]
    outp: _containers.RepeatedScalarFieldContainer[int]
    outp_address: int
    outp_passed: _containers.RepeatedScalarFieldContainer[int]
    exp: _containers.RepeatedScalarFieldContainer[int]
    exp_address: int
    exp_passed: _containers.RepeatedScalarFieldContainer[int]
    tvp: StructKernelOldTimeval
    tvp_address: int
    tvp_passed: StructKernelOldTimeval
    def __init__(self, n: _Optional[int] = ..., inp: _Optional[_Iterable[int]] = ..., inp_address: _Optional[int] = ..., inp_passed: _Optional[_Iterable[int]] = ..., outp: _Optional[_Iterable[int]] = ..., outp_address: _Optional[int] = ..., outp_passed: _Optional[_Iterable[int]] = ..., exp: _Optional[_Iterable[int]] = ..., exp_address: _Optional[int] = ..., exp_passed: _Optional[_Iterable[int]] = ..., tvp: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., tvp_address: _Optional[int] = ..., tvp_passed: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ...) -> None: ...

class SchedYield(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Mremap(_message.Message):
    __slots__ = ("addr", "old_len", "new_len", "flags", "new_addr")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    OLD_LEN_FIELD_NUMBER: _ClassVar[int]
    NEW_LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NEW_ADDR_FIELD_NUMBER: _ClassVar[int]
    addr: int
    old_len: int
    new_len: int
    flags: int
    new_addr: int
    def __init__(self, addr: _Optional[int] = ..., old_len: _Optional[int] = ..., new_len: _Optional[int] = ..., flags: _Optional[int] = ..., new_addr: _Optional[int] = ...) -> None: ...

class Msync(_message.Message):
    __slots__ = ("start", "len", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Mincore(_message.Message):
    __slots__ = ("start", "len", "vec", "vec_address")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    vec: bytes
    vec_address: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., vec: _Optional[bytes] = ..., vec_address: _Optional[int] = ...) -> None: ...

class Madvise(_message.Message):
    __slots__ = ("start", "len_in", "behavior")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_IN_FIELD_NUMBER: _ClassVar[int]
    BEHAVIOR_FIELD_NUMBER: _ClassVar[int]
    start: int
    len_in: int
    behavior: int
    def __init__(self, start: _Optional[int] = ..., len_in: _Optional[int] = ..., behavior: _Optional[int] = ...) -> None: ...

class Shmget(_message.Message):
    __slots__ = ("key", "size", "shmflg")
    KEY_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SHMFLG_FIELD_NUMBER: _ClassVar[int]
    key: int
    size: int
    shmflg: int
    def __init__(self, key: _Optional[int] = ..., size: _Optional[int] = ..., shmflg: _Optional[int] = ...) -> None: ...

class Shmat(_message.Message):
    __slots__ = ("shmid", "shmaddr", "shmflg")
    SHMID_FIELD_NUMBER: _ClassVar[int]
    SHMADDR_FIELD_NUMBER: _ClassVar[int]
    SHMFLG_FIELD_NUMBER: _ClassVar[int]
    shmid: int
    shmaddr: int
    shmflg: int
    def __init__(self, shmid: _Optional[int] = ..., shmaddr: _Optional[int] = ..., shmflg: _Optional[int] = ...) -> None: ...

class Shmctl(_message.Message):
    __slots__ = ("shmid", "cmd", "buf", "buf_memory")
    SHMID_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_MEMORY_FIELD_NUMBER: _ClassVar[int]
    shmid: int
    cmd: int
    buf: int
    buf_memory: bytes
    def __init__(self, shmid: _Optional[int] = ..., cmd: _Optional[int] = ..., buf: _Optional[int] = ..., buf_memory: _Optional[bytes] = ...) -> None: ...

class Dup(_message.Message):
    __slots__ = ("fildes",)
    FILDES_FIELD_NUMBER: _ClassVar[int]
    fildes: int
    def __init__(self, fildes: _Optional[int] = ...) -> None: ...

class Dup2(_message.Message):
    __slots__ = ("oldfd", "newfd")
    OLDFD_FIELD_NUMBER: _ClassVar[int]
    NEWFD_FIELD_NUMBER: _ClassVar[int]
    oldfd: int
    newfd: int
    def __init__(self, oldfd: _Optional[int] = ..., newfd: _Optional[int] = ...) -> None: ...

class Pause(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Nanosleep(_message.Message):
    __slots__ = ("rqtp", "rqtp_address", "rmtp", "rmtp_address")
    RQTP_FIELD_NUMBER: _ClassVar[int]
    RQTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RMTP_FIELD_NUMBER: _ClassVar[int]
    RMTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    rqtp: StructKernelTimespec
    rqtp_address: int
    rmtp: StructKernelTimespec
    rmtp_address: int
    def __init__(self, rqtp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., rqtp_address: _Optional[int] = ..., rmtp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., rmtp_address: _Optional[int] = ...) -> None: ...

class Getitimer(_message.Message):
    __slots__ = ("which", "value", "value_address")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which: int
    value: StructKernelOldItimerval
    value_address: int
    def __init__(self, which: _Optional[int] = ..., value: _Optional[_Union[StructKernelOldItimerval, _Mapping]] = ..., value_address: _Optional[int] = ...) -> None: ...

class Alarm(_message.Message):
    __slots__ = ("seconds",)
    SECONDS_FIELD_NUMBER: _ClassVar[int]
    seconds: int
    def __init__(self, seconds: _Optional[int] = ...) -> None: ...

class Setitimer(_message.Message):
    __slots__ = ("which", "value", "value_address", "ovalue", "ovalue_address")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OVALUE_FIELD_NUMBER: _ClassVar[int]
    OVALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which: int
    value: StructKernelOldItimerval
    value_address: int
    ovalue: StructKernelOldItimerval
    ovalue_address: int
    def __init__(self, which: _Optional[int] = ..., value: _Optional[_Union[StructKernelOldItimerval, _Mapping]] = ..., value_address: _Optional[int] = ..., ovalue: _Optional[_Union[StructKernelOldItimerval, _Mapping]] = ..., ovalue_address: _Optional[int] = ...) -> None: ...

class Getpid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Sendfile(_message.Message):
    __slots__ = ("out_fd", "in_fd", "offset", "offset_address", "offset_passed", "count")
    OUT_FD_FIELD_NUMBER: _ClassVar[int]
    IN_FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    OFFSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFFSET_PASSED_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    out_fd: int
    in_fd: int
    offset: _containers.RepeatedScalarFieldContainer[int]
    offset_address: int
    offset_passed: _containers.RepeatedScalarFieldContainer[int]
    count: int
    def __init__(self, out_fd: _Optional[int] = ..., in_fd: _Optional[int] = ..., offset: _Optional[_Iterable[int]] = ..., offset_address: _Optional[int] = ..., offset_passed: _Optional[_Iterable[int]] = ..., count: _Optional[int] = ...) -> None: ...

class Socket(_message.Message):
    __slots__ = ("family", "type", "protocol")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    family: int
    type: int
    protocol: int
    def __init__(self, family: _Optional[int] = ..., type: _Optional[int] = ..., protocol: _Optional[int] = ...) -> None: ...

class Connect(_message.Message):
    __slots__ = ("fd", "uservaddr", "uservaddr_address", "addrlen")
    FD_FIELD_NUMBER: _ClassVar[int]
    USERVADDR_FIELD_NUMBER: _ClassVar[int]
    USERVADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDRLEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    uservaddr: StructSockaddr
    uservaddr_address: int
    addrlen: int
    def __init__(self, fd: _Optional[int] = ..., uservaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., uservaddr_address: _Optional[int] = ..., addrlen: _Optional[int] = ...) -> None: ...

class Accept(_message.Message):
    __slots__ = ("fd", "upeer_sockaddr", "upeer_sockaddr_address", "upeer_addrlen", "upeer_addrlen_address", "upeer_addrlen_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    UPEER_SOCKADDR_FIELD_NUMBER: _ClassVar[int]
    UPEER_SOCKADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    upeer_sockaddr: StructSockaddr
    upeer_sockaddr_address: int
    upeer_addrlen: _containers.RepeatedScalarFieldContainer[int]
    upeer_addrlen_address: int
    upeer_addrlen_passed: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, fd: _Optional[int] = ..., upeer_sockaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., upeer_sockaddr_address: _Optional[int] = ..., upeer_addrlen: _Optional[_Iterable[int]] = ..., upeer_addrlen_address: _Optional[int] = ..., upeer_addrlen_passed: _Optional[_Iterable[int]] = ...) -> None: ...

class Sendto(_message.Message):
    __slots__ = ("fd", "buff", "buff_address", "len", "flags", "addr", "addr_address", "addr_len")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUFF_FIELD_NUMBER: _ClassVar[int]
    BUFF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    ADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDR_LEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buff: bytes
    buff_address: int
    len: int
    flags: int
    addr: StructSockaddr
    addr_address: int
    addr_len: int
    def __init__(self, fd: _Optional[int] = ..., buff: _Optional[bytes] = ..., buff_address: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ..., addr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., addr_address: _Optional[int] = ..., addr_len: _Optional[int] = ...) -> None: ...

class Recvfrom(_message.Message):
    __slots__ = ("fd", "ubuf", "ubuf_address", "size", "flags", "addr", "addr_address", "addr_len", "addr_len_address", "addr_len_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    UBUF_FIELD_NUMBER: _ClassVar[int]
    UBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    ADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDR_LEN_FIELD_NUMBER: _ClassVar[int]
    ADDR_LEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDR_LEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    ubuf: bytes
    ubuf_address: int
    size: int
    flags: int
    addr: StructSockaddr
    addr_address: int
    addr_len: _containers.RepeatedScalarFieldContainer[int]
    addr_len_address: int
    addr_len_passed: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, fd: _Optional[int] = ..., ubuf: _Optional[bytes] = ..., ubuf_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ..., addr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., addr_address: _Optional[int] = ..., addr_len: _Optional[_Iterable[int]] = ..., addr_len_address: _Optional[int] = ..., addr_len_passed: _Optional[_Iterable[int]] = ...) -> None: ...

class Sendmsg(_message.Message):
    __slots__ = ("fd", "msg", "msg_address", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    MSG_FIELD_NUMBER: _ClassVar[int]
    MSG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    msg: Msghdr
    msg_address: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., msg: _Optional[_Union[Msghdr, _Mapping]] = ..., msg_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Recvmsg(_message.Message):
    __slots__ = ("fd", "msg", "msg_address", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    MSG_FIELD_NUMBER: _ClassVar[int]
    MSG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    msg: Msghdr
    msg_address: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., msg: _Optional[_Union[Msghdr, _Mapping]] = ..., msg_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Shutdown(_message.Message):
    __slots__ = ("fd", "how")
    FD_FIELD_NUMBER: _ClassVar[int]
    HOW_FIELD_NUMBER: _ClassVar[int]
    fd: int
    how: int
    def __init__(self, fd: _Optional[int] = ..., how: _Optional[int] = ...) -> None: ...

class Bind(_message.Message):
    __slots__ = ("fd", "umyaddr", "umyaddr_address", "addrlen")
    FD_FIELD_NUMBER: _ClassVar[int]
    UMYADDR_FIELD_NUMBER: _ClassVar[int]
    UMYADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDRLEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    umyaddr: StructSockaddr
    umyaddr_address: int
    addrlen: int
    def __init__(self, fd: _Optional[int] = ..., umyaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., umyaddr_address: _Optional[int] = ..., addrlen: _Optional[int] = ...) -> None: ...

class Listen(_message.Message):
    __slots__ = ("fd", "backlog")
    FD_FIELD_NUMBER: _ClassVar[int]
    BACKLOG_FIELD_NUMBER: _ClassVar[int]
    fd: int
    backlog: int
    def __init__(self, fd: _Optional[int] = ..., backlog: _Optional[int] = ...) -> None: ...

class Getsockname(_message.Message):
    __slots__ = ("fd", "usockaddr", "usockaddr_address", "usockaddr_len", "usockaddr_len_address", "usockaddr_len_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    usockaddr: StructSockaddr
    usockaddr_address: int
    usockaddr_len: _containers.RepeatedScalarFieldContainer[int]
    usockaddr_len_address: int
    usockaddr_len_passed: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, fd: _Optional[int] = ..., usockaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., usockaddr_address: _Optional[int] = ..., usockaddr_len: _Optional[_Iterable[int]] = ..., usockaddr_len_address: _Optional[int] = ..., usockaddr_len_passed: _Optional[_Iterable[int]] = ...) -> None: ...

class Getpeername(_message.Message):
    __slots__ = ("fd", "usockaddr", "usockaddr_address", "usockaddr_len", "usockaddr_len_address", "usockaddr_len_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USOCKADDR_LEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    usockaddr: StructSockaddr
    usockaddr_address: int
    usockaddr_len: _containers.RepeatedScalarFieldContainer[int]
    usockaddr_len_address: int
    usockaddr_len_passed: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, fd: _Optional[int] = ..., usockaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., usockaddr_address: _Optional[int] = ..., usockaddr_len: _Optional[_Iterable[int]] = ..., usockaddr_len_address: _Optional[int] = ..., usockaddr_len_passed: _Optional[_Iterable[int]] = ...) -> None: ...

class Socketpair(_message.Message):
    __slots__ = ("family", "type", "protocol", "usockvec", "usockvec_address")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    USOCKVEC_FIELD_NUMBER: _ClassVar[int]
    USOCKVEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    family: int
    type: int
    protocol: int
    usockvec: _containers.RepeatedScalarFieldContainer[int]
    usockvec_address: int
    def __init__(self, family: _Optional[int] = ..., type: _Optional[int] = ..., protocol: _Optional[int] = ..., usockvec: _Optional[_Iterable[int]] = ..., usockvec_address: _Optional[int] = ...) -> None: ...

class Setsockopt(_message.Message):
    __slots__ = ("fd", "level", "optname", "optval", "optval_memory", "optlen")
    FD_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    OPTNAME_FIELD_NUMBER: _ClassVar[int]
    OPTVAL_FIELD_NUMBER: _ClassVar[int]
    OPTVAL_MEMORY_FIELD_NUMBER: _ClassVar[int]
    OPTLEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    level: int
    optname: int
    optval: int
    optval_memory: bytes
    optlen: int
    def __init__(self, fd: _Optional[int] = ..., level: _Optional[int] = ..., optname: _Optional[int] = ..., optval: _Optional[int] = ..., optval_memory: _Optional[bytes] = ..., optlen: _Optional[int] = ...) -> None: ...

class Getsockopt(_message.Message):
    __slots__ = ("fd", "level", "optname", "optval", "optval_memory", "optlen", "optlen_address", "optlen_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    OPTNAME_FIELD_NUMBER: _ClassVar[int]
    OPTVAL_FIELD_NUMBER: _ClassVar[int]
    OPTVAL_MEMORY_FIELD_NUMBER: _ClassVar[int]
    OPTLEN_FIELD_NUMBER: _ClassVar[int]
    OPTLEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OPTLEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    level: int
    optname: int
    optval: int
    optval_memory: bytes
    optlen: _containers.RepeatedScalarFieldContainer[int]
    optlen_address: int
    optlen_passed: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, fd: _Optional[int] = ..., level: _Optional[int] = ..., optname: _Optional[int] = ..., optval: _Optional[int] = ..., optval_memory: _Optional[bytes] = ..., optlen: _Optional[_Iterable[int]] = ..., optlen_address: _Optional[int] = ..., optlen_passed: _Optional[_Iterable[int]] = ...) -> None: ...

class Clone(_message.Message):
    __slots__ = ("clone_flags", "newsp", "parent_tidptr", "parent_tidptr_address", "child_tidptr", "child_tidptr_address", "tls")
    CLONE_FLAGS_FIELD_NUMBER: _ClassVar[int]
    NEWSP_FIELD_NUMBER: _ClassVar[int]
    PARENT_TIDPTR_FIELD_NUMBER: _ClassVar[int]
    PARENT_TIDPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CHILD_TIDPTR_FIELD_NUMBER: _ClassVar[int]
    CHILD_TIDPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    clone_flags: int
    newsp: int
    parent_tidptr: _containers.RepeatedScalarFieldContainer[int]
    parent_tidptr_address: int
    child_tidptr: _containers.RepeatedScalarFieldContainer[int]
    child_tidptr_address: int
    tls: int
    def __init__(self, clone_flags: _Optional[int] = ..., newsp: _Optional[int] = ..., parent_tidptr: _Optional[_Iterable[int]] = ..., parent_tidptr_address: _Optional[int] = ..., child_tidptr: _Optional[_Iterable[int]] = ..., child_tidptr_address: _Optional[int] = ..., tls: _Optional[int] = ...) -> None: ...

class Fork(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Vfork(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Execve(_message.Message):
    __slots__ = ("filename", "filename_address", "argv", "argv_address", "argv_unreadable", "envp", "envp_address", "envp_unreadable")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ARGV_FIELD_NUMBER: _ClassVar[int]
    ARGV_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ARGV_UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    ENVP_FIELD_NUMBER: _ClassVar[int]
    ENVP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ENVP_UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    argv: _containers.RepeatedScalarFieldContainer[bytes]
    argv_address: int
    argv_unreadable: _containers.RepeatedScalarFieldContainer[int]
    envp: _containers.RepeatedScalarFieldContainer[bytes]
    envp_address: int
    envp_unreadable: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., argv: _Optional[_Iterable[bytes]] = ..., argv_address: _Optional[int] = ..., argv_unreadable: _Optional[_Iterable[int]] = ..., envp: _Optional[_Iterable[bytes]] = ..., envp_address: _Optional[int] = ..., envp_unreadable: _Optional[_Iterable[int]] = ...) -> None: ...

class Exit(_message.Message):
    __slots__ = ("error_code",)
    ERROR_CODE_FIELD_NUMBER: _ClassVar[int]
    error_code: int
    def __init__(self, error_code: _Optional[int] = ...) -> None: ...

class Wait4(_message.Message):
    __slots__ = ("upid", "stat_addr", "stat_addr_address", "options", "ru", "ru_address")
    UPID_FIELD_NUMBER: _ClassVar[int]
    STAT_ADDR_FIELD_NUMBER: _ClassVar[int]
    STAT_ADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    RU_FIELD_NUMBER: _ClassVar[int]
    RU_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    upid: int
    stat_addr: _containers.RepeatedScalarFieldContainer[int]
    stat_addr_address: int
    options: int
    ru: StructRusage
    ru_address: int
    def __init__(self, upid: _Optional[int] = ..., stat_addr: _Optional[_Iterable[int]] = ..., stat_addr_address: _Optional[int] = ..., options: _Optional[int] = ..., ru: _Optional[_Union[StructRusage, _Mapping]] = ..., ru_address: _Optional[int] = ...) -> None: ...

class Kill(_message.Message):
    __slots__ = ("pid_", "sig")
    PID__FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    sig: int
    def __init__(self, pid_: _Optional[int] = ..., sig: _Optional[int] = ...) -> None: ...

class Uname(_message.Message):
    __slots__ = ("name", "name_address")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    name: StructNewUtsname
    name_address: int
    def __init__(self, name: _Optional[_Union[StructNewUtsname, _Mapping]] = ..., name_address: _Optional[int] = ...) -> None: ...

class Semget(_message.Message):
    __slots__ = ("key", "nsems", "semflg")
    KEY_FIELD_NUMBER: _ClassVar[int]
    NSEMS_FIELD_NUMBER: _ClassVar[int]
    SEMFLG_FIELD_NUMBER: _ClassVar[int]
    key: int
    nsems: int
    semflg: int
    def __init__(self, key: _Optional[int] = ..., nsems: _Optional[int] = ..., semflg: _Optional[int] = ...) -> None: ...

class Semop(_message.Message):
    __slots__ = ("semid", "tsops", "tsops_address", "nsops")
    SEMID_FIELD_NUMBER: _ClassVar[int]
    TSOPS_FIELD_NUMBER: _ClassVar[int]
    TSOPS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NSOPS_FIELD_NUMBER: _ClassVar[int]
    semid: int
    tsops: _containers.RepeatedCompositeFieldContainer[StructSembuf]
    tsops_address: int
    nsops: int
    def __init__(self, semid: _Optional[int] = ..., tsops: _Optional[_Iterable[_Union[StructSembuf, _Mapping]]] = ..., tsops_address: _Optional[int] = ..., nsops: _Optional[int] = ...) -> None: ...

class Semctl(_message.Message):
    __slots__ = ("semid", "semnum", "cmd", "arg", "arg_memory")
    SEMID_FIELD_NUMBER: _ClassVar[int]
    SEMNUM_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    semid: int
    semnum: int
    cmd: int
    arg: int
    arg_memory: bytes
    def __init__(self, semid: _Optional[int] = ..., semnum: _Optional[int] = ..., cmd: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ...) -> None: ...

class Shmdt(_message.Message):
    __slots__ = ("shmaddr",)
    SHMADDR_FIELD_NUMBER: _ClassVar[int]
    shmaddr: int
    def __init__(self, shmaddr: _Optional[int] = ...) -> None: ...

class Msgget(_message.Message):
    __slots__ = ("key", "msgflg")
    KEY_FIELD_NUMBER: _ClassVar[int]
    MSGFLG_FIELD_NUMBER: _ClassVar[int]
    key: int
    msgflg: int
    def __init__(self, key: _Optional[int] = ..., msgflg: _Optional[int] = ...) -> None: ...

class Msgsnd(_message.Message):
    __slots__ = ("msqid", "msgp", "msgp_address", "msgsz", "msgflg")
    MSQID_FIELD_NUMBER: _ClassVar[int]
    MSGP_FIELD_NUMBER: _ClassVar[int]
    MSGP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSGSZ_FIELD_NUMBER: _ClassVar[int]
    MSGFLG_FIELD_NUMBER: _ClassVar[int]
    msqid: int
    msgp: bytes
    msgp_address: int
    msgsz: int
    msgflg: int
    def __init__(self, msqid: _Optional[int] = ..., msgp: _Optional[bytes] = ..., msgp_address: _Optional[int] = ..., msgsz: _Optional[int] = ..., msgflg: _Optional[int] = ...) -> None: ...

class Msgrcv(_message.Message):
    __slots__ = ("msqid", "msgp", "msgp_address", "msgsz", "msgtyp", "msgflg")
    MSQID_FIELD_NUMBER: _ClassVar[int]
    MSGP_FIELD_NUMBER: _ClassVar[int]
    MSGP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSGSZ_FIELD_NUMBER: _ClassVar[int]
    MSGTYP_FIELD_NUMBER: _ClassVar[int]
    MSGFLG_FIELD_NUMBER: _ClassVar[int]
    msqid: int
    msgp: bytes
    msgp_address: int
    msgsz: int
    msgtyp: int
    msgflg: int
    def __init__(self, msqid: _Optional[int] = ..., msgp: _Optional[bytes] = ..., msgp_address: _Optional[int] = ..., msgsz: _Optional[int] = ..., msgtyp: _Optional[int] = ..., msgflg: _Optional[int] = ...) -> None: ...

class Msgctl(_message.Message):
    __slots__ = ("msqid", "cmd", "buf", "buf_memory")
    MSQID_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_MEMORY_FIELD_NUMBER: _ClassVar[int]
    msqid: int
    cmd: int
    buf: int
    buf_memory: bytes
    def __init__(self, msqid: _Optional[int] = ..., cmd: _Optional[int] = ..., buf: _Optional[int] = ..., buf_memory: _Optional[bytes] = ...) -> None: ...

class Fcntl(_message.Message):
    __slots__ = ("fd", "cmd", "arg", "arg_memory", "arg_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    arg: int
    arg_memory: bytes
    arg_passed: bytes
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ..., arg_passed: _Optional[bytes] = ...) -> None: ...

class Flock(_message.Message):
    __slots__ = ("fd", "cmd")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ...) -> None: ...

class Fsync(_message.Message):
    __slots__ = ("fd",)
    FD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    def __init__(self, fd: _Optional[int] = ...) -> None: ...

class Fdatasync(_message.Message):
    __slots__ = ("fd",)
    FD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    def __init__(self, fd: _Optional[int] = ...) -> None: ...

class Truncate(_message.Message):
    __slots__ = ("path", "path_address", "length")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    path: bytes
    path_address: int
    length: int
    def __init__(self, path: _Optional[bytes] = ..., path_address: _Optional[int] = ..., length: _Optional[int] = ...) -> None: ...

class Ftruncate(_message.Message):
    __slots__ = ("fd", "length")
    FD_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    fd: int
    length: int
    def __init__(self, fd: _Optional[int] = ..., length: _Optional[int] = ...) -> None: ...

class Getdents(_message.Message):
    __slots__ = ("fd", "dirent", "dirent_address", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    DIRENT_FIELD_NUMBER: _ClassVar[int]
    DIRENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    dirent: bytes
    dirent_address: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., dirent: _Optional[bytes] = ..., dirent_address: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class Getcwd(_message.Message):
    __slots__ = ("buf", "buf_address", "size")
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    buf: bytes
    buf_address: int
    size: int
    def __init__(self, buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Chdir(_message.Message):
    __slots__ = ("filename", "filename_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ...) -> None: ...

class Fchdir(_message.Message):
    __slots__ = ("fd",)
    FD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    def __init__(self, fd: _Optional[int] = ...) -> None: ...

class Rename(_message.Message):
    __slots__ = ("oldname", "oldname_address", "newname", "newname_address")
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    oldname: bytes
    oldname_address: int
    newname: bytes
    newname_address: int
    def __init__(self, oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ...) -> None: ...

class Mkdir(_message.Message):
    __slots__ = ("pathname", "pathname_address", "mode")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    mode: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Rmdir(_message.Message):
    __slots__ = ("pathname", "pathname_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ...) -> None: ...

class Creat(_message.Message):
    __slots__ = ("pathname", "pathname_address", "mode")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    mode: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Link(_message.Message):
    __slots__ = ("oldname", "oldname_address", "newname", "newname_address")
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    oldname: bytes
    oldname_address: int
    newname: bytes
    newname_address: int
    def __init__(self, oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ...) -> None: ...

class Unlink(_message.Message):
    __slots__ = ("pathname", "pathname_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ...) -> None: ...

class Symlink(_message.Message):
    __slots__ = ("oldname", "oldname_address", "newname", "newname_address")
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    oldname: bytes
    oldname_address: int
    newname: bytes
    newname_address: int
    def __init__(self, oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ...) -> None: ...

class Readlink(_message.Message):
    __slots__ = ("path", "path_address", "buf", "buf_address", "bufsiz")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUFSIZ_FIELD_NUMBER: _ClassVar[int]
    path: bytes
    path_address: int
    buf: bytes
    buf_address: int
    bufsiz: int
    def __init__(self, path: _Optional[bytes] = ..., path_address: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., bufsiz: _Optional[int] = ...) -> None: ...

class Chmod(_message.Message):
    __slots__ = ("filename", "filename_address", "mode")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    mode: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Fchmod(_message.Message):
    __slots__ = ("fd", "mode")
    FD_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    mode: int
    def __init__(self, fd: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Chown(_message.Message):
    __slots__ = ("filename", "filename_address", "user", "group")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    user: int
    group: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Fchown(_message.Message):
    __slots__ = ("fd", "user", "group")
    FD_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    fd: int
    user: int
    group: int
    def __init__(self, fd: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Lchown(_message.Message):
    __slots__ = ("filename", "filename_address", "user", "group")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    user: int
    group: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Umask(_message.Message):
    __slots__ = ("mask",)
    MASK_FIELD_NUMBER: _ClassVar[int]
    mask: int
    def __init__(self, mask: _Optional[int] = ...) -> None: ...

class Gettimeofday(_message.Message):
    __slots__ = ("tv", "tv_address", "tz", "tz_address")
    TV_FIELD_NUMBER: _ClassVar[int]
    TV_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TZ_FIELD_NUMBER: _ClassVar[int]
    TZ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tv: StructKernelOldTimeval
    tv_address: int
    tz: StructTimezone
    tz_address: int
    def __init__(self, tv: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., tv_address: _Optional[int] = ..., tz: _Optional[_Union[StructTimezone, _Mapping]] = ..., tz_address: _Optional[int] = ...) -> None: ...

class Getrlimit(_message.Message):
    __slots__ = ("resource", "rlim", "rlim_address")
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    RLIM_FIELD_NUMBER: _ClassVar[int]
    RLIM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    resource: int
    rlim: StructRlimit
    rlim_address: int
    def __init__(self, resource: _Optional[int] = ..., rlim: _Optional[_Union[StructRlimit, _Mapping]] = ..., rlim_address: _Optional[int] = ...) -> None: ...

class Getrusage(_message.Message):
    __slots__ = ("who", "ru", "ru_address")
    WHO_FIELD_NUMBER: _ClassVar[int]
    RU_FIELD_NUMBER: _ClassVar[int]
    RU_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    who: int
    ru: StructRusage
    ru_address: int
    def __init__(self, who: _Optional[int] = ..., ru: _Optional[_Union[StructRusage, _Mapping]] = ..., ru_address: _Optional[int] = ...) -> None: ...

class Sysinfo(_message.Message):
    __slots__ = ("info", "info_address")
    INFO_FIELD_NUMBER: _ClassVar[int]
    INFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    info: StructSysinfo
    info_address: int
    def __init__(self, info: _Optional[_Union[StructSysinfo, _Mapping]] = ..., info_address: _Optional[int] = ...) -> None: ...

class Times(_message.Message):
    __slots__ = ("tbuf", "tbuf_address")
    TBUF_FIELD_NUMBER: _ClassVar[int]
    TBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tbuf: StructTms
    tbuf_address: int
    def __init__(self, tbuf: _Optional[_Union[StructTms, _Mapping]] = ..., tbuf_address: _Optional[int] = ...) -> None: ...

class Ptrace(_message.Message):
    __slots__ = ("request", "pid_", "addr", "addr_memory", "data", "data_memory")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    ADDR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    DATA_MEMORY_FIELD_NUMBER: _ClassVar[int]
    request: int
    pid_: int
    addr: int
    addr_memory: bytes
    data: int
    data_memory: bytes
    def __init__(self, request: _Optional[int] = ..., pid_: _Optional[int] = ..., addr: _Optional[int] = ..., addr_memory: _Optional[bytes] = ..., data: _Optional[int] = ..., data_memory: _Optional[bytes] = ...) -> None: ...

class Getuid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Syslog(_message.Message):
    __slots__ = ("type", "buf", "buf_address", "len")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    type: int
    buf: bytes
    buf_address: int
    len: int
    def __init__(self, type: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Getgid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Setuid(_message.Message):
    __slots__ = ("uid_",)
    UID__FIELD_NUMBER: _ClassVar[int]
    uid_: int
    def __init__(self, uid_: _Optional[int] = ...) -> None: ...

class Setgid(_message.Message):
    __slots__ = ("gid_",)
    GID__FIELD_NUMBER: _ClassVar[int]
    gid_: int
    def __init__(self, gid_: _Optional[int] = ...) -> None: ...

class Geteuid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Getegid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Setpgid(_message.Message):
    __slots__ = ("pid_", "pgid")
    PID__FIELD_NUMBER: _ClassVar[int]
    PGID_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    pgid: int
    def __init__(self, pid_: _Optional[int] = ..., pgid: _Optional[int] = ...) -> None: ...

class Getppid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Getpgrp(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Setsid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Setreuid(_message.Message):
    __slots__ = ("ruid", "euid")
    RUID_FIELD_NUMBER: _ClassVar[int]
    EUID_FIELD_NUMBER: _ClassVar[int]
    ruid: int
    euid: int
    def __init__(self, ruid: _Optional[int] = ..., euid: _Optional[int] = ...) -> None: ...

class Setregid(_message.Message):
    __slots__ = ("rgid", "egid")
    RGID_FIELD_NUMBER: _ClassVar[int]
    EGID_FIELD_NUMBER: _ClassVar[int]
    rgid: int
    egid: int
    def __init__(self, rgid: _Optional[int] = ..., egid: _Optional[int] = ...) -> None: ...

class Getgroups(_message.Message):
    __slots__ = ("gidsetsize", "grouplist", "grouplist_address")
    GIDSETSIZE_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    gidsetsize: int
    grouplist: _containers.RepeatedScalarFieldContainer[int]
    grouplist_address: int
    def __init__(self, gidsetsize: _Optional[int] = ..., grouplist: _Optional[_Iterable[int]] = ..., grouplist_address: _Optional[int] = ...) -> None: ...

class Setgroups(_message.Message):
    __slots__ = ("gidsetsize", "grouplist", "grouplist_address")
    GIDSETSIZE_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    gidsetsize: int
    grouplist: _containers.RepeatedScalarFieldContainer[int]
    grouplist_address: int
    def __init__(self, gidsetsize: _Optional[int] = ..., grouplist: _Optional[_Iterable[int]] = ..., grouplist_address: _Optional[int] = ...) -> None: ...

class Setresuid(_message.Message):
    __slots__ = ("ruid", "euid", "suid")
    RUID_FIELD_NUMBER: _ClassVar[int]
    EUID_FIELD_NUMBER: _ClassVar[int]
    SUID_FIELD_NUMBER: _ClassVar[int]
    ruid: int
    euid: int
    suid: int
    def __init__(self, ruid: _Optional[int] = ..., euid: _Optional[int] = ..., suid: _Optional[int] = ...) -> None: ...

class Getresuid(_message.Message):
    __slots__ = ("ruidp", "ruidp_address", "euidp", "euidp_address", "suidp", "suidp_address")
    RUIDP_FIELD_NUMBER: _ClassVar[int]
    RUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EUIDP_FIELD_NUMBER: _ClassVar[int]
    EUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SUIDP_FIELD_NUMBER: _ClassVar[int]
    SUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ruidp: _containers.RepeatedScalarFieldContainer[int]
    ruidp_address: int
    euidp: _containers.RepeatedScalarFieldContainer[int]
    euidp_address: int
    suidp: _containers.RepeatedScalarFieldContainer[int]
    suidp_address: int
    def __init__(self, ruidp: _Optional[_Iterable[int]] = ..., ruidp_address: _Optional[int] = ..., euidp: _Optional[_Iterable[int]] = ..., euidp_address: _Optional[int] = ..., suidp: _Optional[_Iterable[int]] = ..., suidp_address: _Optional[int] = ...) -> None: ...

class Setresgid(_message.Message):
    __slots__ = ("rgid", "egid", "sgid")
    RGID_FIELD_NUMBER: _ClassVar[int]
    EGID_FIELD_NUMBER: _ClassVar[int]
    SGID_FIELD_NUMBER: _ClassVar[int]
    rgid: int
    egid: int
    sgid: int
    def __init__(self, rgid: _Optional[int] = ..., egid: _Optional[int] = ..., sgid: _Optional[int] = ...) -> None: ...

class Getresgid(_message.Message):
    __slots__ = ("rgidp", "rgidp_address", "egidp", "egidp_address", "sgidp", "sgidp_address")
    RGIDP_FIELD_NUMBER: _ClassVar[int]
    RGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EGIDP_FIELD_NUMBER: _ClassVar[int]
    EGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SGIDP_FIELD_NUMBER: _ClassVar[int]
    SGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    rgidp: _containers.RepeatedScalarFieldContainer[int]
    rgidp_address: int
    egidp: _containers.RepeatedScalarFieldContainer[int]
    egidp_address: int
    sgidp: _containers.RepeatedScalarFieldContainer[int]
    sgidp_address: int
    def __init__(self, rgidp: _Optional[_Iterable[int]] = ..., rgidp_address: _Optional[int] = ..., egidp: _Optional[_Iterable[int]] = ..., egidp_address: _Optional[int] = ..., sgidp: _Optional[_Iterable[int]] = ..., sgidp_address: _Optional[int] = ...) -> None: ...

class Getpgid(_message.Message):
    __slots__ = ("pid_",)
    PID__FIELD_NUMBER: _ClassVar[int]
    pid_: int
    def __init__(self, pid_: _Optional[int] = ...) -> None: ...

class Setfsuid(_message.Message):
    __slots__ = ("uid_",)
    UID__FIELD_NUMBER: _ClassVar[int]
    uid_: int
    def __init__(self, uid_: _Optional[int] = ...) -> None: ...

class Setfsgid(_message.Message):
    __slots__ = ("gid_",)
    GID__FIELD_NUMBER: _ClassVar[int]
    gid_: int
    def __init__(self, gid_: _Optional[int] = ...) -> None: ...

class Getsid(_message.Message):
    __slots__ = ("pid_",)
    PID__FIELD_NUMBER: _ClassVar[int]
    pid_: int
    def __init__(self, pid_: _Optional[int] = ...) -> None: ...

class Capget(_message.Message):
    __slots__ = ("header_", "header__address", "header__passed", "dataptr", "dataptr_address")
    HEADER__FIELD_NUMBER: _ClassVar[int]
    HEADER__ADDRESS_FIELD_NUMBER: _ClassVar[int]
    HEADER__PASSED_FIELD_NUMBER: _ClassVar[int]
    DATAPTR_FIELD_NUMBER: _ClassVar[int]
    DATAPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    header_: StructUserCapHeaderStruct
    header__address: int
    header__passed: StructUserCapHeaderStruct
    dataptr: _containers.RepeatedCompositeFieldContainer[StructUserCapDataStruct]
    dataptr_address: int
    def __init__(self, header_: _Optional[_Union[StructUserCapHeaderStruct, _Mapping]] = ..., header__address: _Optional[int] = ..., header__passed: _Optional[_Union[StructUserCapHeaderStruct, _Mapping]] = ..., dataptr: _Optional[_Iterable[_Union[StructUserCapDataStruct, _Mapping]]] = ..., dataptr_address: _Optional[int] = ...) -> None: ...

class Capset(_message.Message):
    __slots__ = ("header_", "header__address", "data", "data_address")
    HEADER__FIELD_NUMBER: _ClassVar[int]
    HEADER__ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    DATA_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    header_: StructUserCapHeaderStruct
    header__address: int
    data: _containers.RepeatedCompositeFieldContainer[StructUserCapDataStruct]
    data_address: int
    def __init__(self, header_: _Optional[_Union[StructUserCapHeaderStruct, _Mapping]] = ..., header__address: _Optional[int] = ..., data: _Optional[_Iterable[_Union[StructUserCapDataStruct, _Mapping]]] = ..., data_address: _Optional[int] = ...) -> None: ...

class RtSigpending(_message.Message):
    __slots__ = ("uset", "uset_address", "sigsetsize")
    USET_FIELD_NUMBER: _ClassVar[int]
    USET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    uset: _containers.RepeatedScalarFieldContainer[int]
    uset_address: int
    sigsetsize: int
    def __init__(self, uset: _Optional[_Iterable[int]] = ..., uset_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class RtSigtimedwait(_message.Message):
    __slots__ = ("uthese", "uthese_address", "uinfo", "uinfo_address", "uts", "uts_address", "sigsetsize")
    UTHESE_FIELD_NUMBER: _ClassVar[int]
    UTHESE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UINFO_FIELD_NUMBER: _ClassVar[int]
    UINFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTS_FIELD_NUMBER: _ClassVar[int]
    UTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    uthese: _containers.RepeatedScalarFieldContainer[int]
    uthese_address: int
    uinfo: StructSiginfo
    uinfo_address: int
    uts: StructKernelTimespec
    uts_address: int
    sigsetsize: int
    def __init__(self, uthese: _Optional[_Iterable[int]] = ..., uthese_address: _Optional[int] = ..., uinfo: _Optional[_Union[StructSiginfo, _Mapping]] = ..., uinfo_address: _Optional[int] = ..., uts: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., uts_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class RtSigqueueinfo(_message.Message):
    __slots__ = ("pid_", "sig", "uinfo", "uinfo_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    UINFO_FIELD_NUMBER: _ClassVar[int]
    UINFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    sig: int
    uinfo: StructSiginfo
    uinfo_address: int
    def __init__(self, pid_: _Optional[int] = ..., sig: _Optional[int] = ..., uinfo: _Optional[_Union[StructSiginfo, _Mapping]] = ..., uinfo_address: _Optional[int] = ...) -> None: ...

class RtSigsuspend(_message.Message):
    __slots__ = ("unewset", "unewset_address", "sigsetsize")
    UNEWSET_FIELD_NUMBER: _ClassVar[int]
    UNEWSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    unewset: _containers.RepeatedScalarFieldContainer[int]
    unewset_address: int
    sigsetsize: int
    def __init__(self, unewset: _Optional[_Iterable[int]] = ..., unewset_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class Sigaltstack(_message.Message):
    __slots__ = ("uss", "uss_address", "uoss", "uoss_address")
    USS_FIELD_NUMBER: _ClassVar[int]
    USS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UOSS_FIELD_NUMBER: _ClassVar[int]
    UOSS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    uss: StructSigaltstack
    uss_address: int
    uoss: StructSigaltstack
    uoss_address: int
    def __init__(self, uss: _Optional[_Union[StructSigaltstack, _Mapping]] = ..., uss_address: _Optional[int] = ..., uoss: _Optional[_Union[StructSigaltstack, _Mapping]] = ..., uoss_address: _Optional[int] = ...) -> None: ...

class Utime(_message.Message):
    __slots__ = ("filename", "filename_address", "times", "times_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMES_FIELD_NUMBER: _ClassVar[int]
    TIMES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    times: StructUtimbuf
    times_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., times: _Optional[_Union[StructUtimbuf, _Mapping]] = ..., times_address: _Optional[int] = ...) -> None: ...

class Mknod(_message.Message):
    __slots__ = ("filename", "filename_address", "mode", "dev")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    DEV_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    mode: int
    dev: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ..., dev: _Optional[int] = ...) -> None: ...

class Uselib(_message.Message):
    __slots__ = ("library", "library_address")
    LIBRARY_FIELD_NUMBER: _ClassVar[int]
    LIBRARY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    library: bytes
    library_address: int
    def __init__(self, library: _Optional[bytes] = ..., library_address: _Optional[int] = ...) -> None: ...

class Personality(_message.Message):
    __slots__ = ("personality",)
    PERSONALITY_FIELD_NUMBER: _ClassVar[int]
    personality: int
    def __init__(self, personality: _Optional[int] = ...) -> None: ...

class Ustat(_message.Message):
    __slots__ = ("dev", "ubuf", "ubuf_address")
    DEV_FIELD_NUMBER: _ClassVar[int]
    UBUF_FIELD_NUMBER: _ClassVar[int]
    UBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    dev: int
    ubuf: bytes
    ubuf_address: int
    def __init__(self, dev: _Optional[int] = ..., ubuf: _Optional[bytes] = ..., ubuf_address: _Optional[int] = ...) -> None: ...

class Statfs(_message.Message):
    __slots__ = ("pathname", "pathname_address", "buf", "buf_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    buf: StructStatfs
    buf_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., buf: _Optional[_Union[StructStatfs, _Mapping]] = ..., buf_address: _Optional[int] = ...) -> None: ...

class Fstatfs(_message.Message):
    __slots__ = ("fd", "buf", "buf_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    buf: StructStatfs
    buf_address: int
    def __init__(self, fd: _Optional[int] = ..., buf: _Optional[_Union[StructStatfs, _Mapping]] = ..., buf_address: _Optional[int] = ...) -> None: ...

class Sysfs(_message.Message):
    __slots__ = ("option", "arg1", "arg1_memory", "arg2", "arg2_memory")
    OPTION_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG1_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    option: int
    arg1: int
    arg1_memory: bytes
    arg2: int
    arg2_memory: bytes
    def __init__(self, option: _Optional[int] = ..., arg1: _Optional[int] = ..., arg1_memory: _Optional[bytes] = ..., arg2: _Optional[int] = ..., arg2_memory: _Optional[bytes] = ...) -> None: ...

class Getpriority(_message.Message):
    __slots__ = ("which", "who")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    WHO_FIELD_NUMBER: _ClassVar[int]
    which: int
    who: int
    def __init__(self, which: _Optional[int] = ..., who: _Optional[int] = ...) -> None: ...

class Setpriority(_message.Message):
    __slots__ = ("which", "who", "niceval")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    WHO_FIELD_NUMBER: _ClassVar[int]
    NICEVAL_FIELD_NUMBER: _ClassVar[int]
    which: int
    who: int
    niceval: int
    def __init__(self, which: _Optional[int] = ..., who: _Optional[int] = ..., niceval: _Optional[int] = ...) -> None: ...

class SchedSetparam(_message.Message):
    __slots__ = ("pid_", "param", "param_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    PARAM_FIELD_NUMBER: _ClassVar[int]
    PARAM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    param: StructSchedParam
    param_address: int
    def __init__(self, pid_: _Optional[int] = ..., param: _Optional[_Union[StructSchedParam, _Mapping]] = ..., param_address: _Optional[int] = ...) -> None: ...

class SchedGetparam(_message.Message):
    __slots__ = ("pid_", "param", "param_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    PARAM_FIELD_NUMBER: _ClassVar[int]
    PARAM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    param: StructSchedParam
    param_address: int
    def __init__(self, pid_: _Optional[int] = ..., param: _Optional[_Union[StructSchedParam, _Mapping]] = ..., param_address: _Optional[int] = ...) -> None: ...

class SchedSetscheduler(_message.Message):
    __slots__ = ("pid_", "policy", "param", "param_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    PARAM_FIELD_NUMBER: _ClassVar[int]
    PARAM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    policy: int
    param: StructSchedParam
    param_address: int
    def __init__(self, pid_: _Optional[int] = ..., policy: _Optional[int] = ..., param: _Optional[_Union[StructSchedParam, _Mapping]] = ..., param_address: _Optional[int] = ...) -> None: ...

class SchedGetscheduler(_message.Message):
    __slots__ = ("pid_",)
    PID__FIELD_NUMBER: _ClassVar[int]
    pid_: int
    def __init__(self, pid_: _Optional[int] = ...) -> None: ...

class SchedGetPriorityMax(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: int
    def __init__(self, policy: _Optional[int] = ...) -> None: ...

class SchedGetPriorityMin(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: int
    def __init__(self, policy: _Optional[int] = ...) -> None: ...

class SchedRrGetInterval(_message.Message):
    __slots__ = ("pid_", "interval", "interval_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    INTERVAL_FIELD_NUMBER: _ClassVar[int]
    INTERVAL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    interval: StructKernelTimespec
    interval_address: int
    def __init__(self, pid_: _Optional[int] = ..., interval: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., interval_address: _Optional[int] = ...) -> None: ...

class Mlock(_message.Message):
    __slots__ = ("start", "len")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Munlock(_message.Message):
    __slots__ = ("start", "len")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Mlockall(_message.Message):
    __slots__ = ("flags",)
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    def __init__(self, flags: _Optional[int] = ...) -> None: ...

class Munlockall(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Vhangup(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ModifyLdt(_message.Message):
    __slots__ = ("func", "ptr", "ptr_memory", "bytecount")
    FUNC_FIELD_NUMBER: _ClassVar[int]
    PTR_FIELD_NUMBER: _ClassVar[int]
    PTR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    BYTECOUNT_FIELD_NUMBER: _ClassVar[int]
    func: int
    ptr: int
    ptr_memory: bytes
    bytecount: int
    def __init__(self, func: _Optional[int] = ..., ptr: _Optional[int] = ..., ptr_memory: _Optional[bytes] = ..., bytecount: _Optional[int] = ...) -> None: ...

class PivotRoot(_message.Message):
    __slots__ = ("new_root", "new_root_address", "put_old", "put_old_address")
    NEW_ROOT_FIELD_NUMBER: _ClassVar[int]
    NEW_ROOT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PUT_OLD_FIELD_NUMBER: _ClassVar[int]
    PUT_OLD_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    new_root: bytes
    new_root_address: int
    put_old: bytes
    put_old_address: int
    def __init__(self, new_root: _Optional[bytes] = ..., new_root_address: _Optional[int] = ..., put_old: _Optional[bytes] = ..., put_old_address: _Optional[int] = ...) -> None: ...

class Sysctl(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Prctl(_message.Message):
    __slots__ = ("option", "arg2", "arg2_memory", "arg3", "arg3_memory", "arg4", "arg5", "arg5_memory")
    OPTION_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG3_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    ARG5_MEMORY_FIELD_NUMBER: _ClassVar[int]
    option: int
    arg2: int
    arg2_memory: bytes
    arg3: int
    arg3_memory: bytes
    arg4: int
    arg5: int
    arg5_memory: bytes
    def __init__(self, option: _Optional[int] = ..., arg2: _Optional[int] = ..., arg2_memory: _Optional[bytes] = ..., arg3: _Optional[int] = ..., arg3_memory: _Optional[bytes] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ..., arg5_memory: _Optional[bytes] = ...) -> None: ...

class ArchPrctl(_message.Message):
    __slots__ = ("option", "arg2", "arg2_memory")
    OPTION_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    option: int
    arg2: int
    arg2_memory: bytes
    def __init__(self, option: _Optional[int] = ..., arg2: _Optional[int] = ..., arg2_memory: _Optional[bytes] = ...) -> None: ...

class Adjtimex(_message.Message):
    __slots__ = ("txc_p", "txc_p_address", "txc_p_passed")
    TXC_P_FIELD_NUMBER: _ClassVar[int]
    TXC_P_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TXC_P_PASSED_FIELD_NUMBER: _ClassVar[int]
    txc_p: StructKernelTimex
    txc_p_address: int
    txc_p_passed: StructKernelTimex
    def __init__(self, txc_p: _Optional[_Union[StructKernelTimex, _Mapping]] = ..., txc_p_address: _Optional[int] = ..., txc_p_passed: _Optional[_Union[StructKernelTimex, _Mapping]] = ...) -> None: ...

class Setrlimit(_message.Message):
    __slots__ = ("resource", "rlim", "rlim_address")
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    RLIM_FIELD_NUMBER: _ClassVar[int]
    RLIM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    resource: int
    rlim: StructRlimit
    rlim_address: int
    def __init__(self, resource: _Optional[int] = ..., rlim: _Optional[_Union[StructRlimit, _Mapping]] = ..., rlim_address: _Optional[int] = ...) -> None: ...

class Chroot(_message.Message):
    __slots__ = ("filename", "filename_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ...) -> None: ...

class Sync(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Acct(_message.Message):
    __slots__ = ("name", "name_address")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    name_address: int
    def __init__(self, name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class Settimeofday(_message.Message):
    __slots__ = ("tv", "tv_address", "tz", "tz_address")
    TV_FIELD_NUMBER: _ClassVar[int]
    TV_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TZ_FIELD_NUMBER: _ClassVar[int]
    TZ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tv: StructKernelOldTimeval
    tv_address: int
    tz: StructTimezone
    tz_address: int
    def __init__(self, tv: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., tv_address: _Optional[int] = ..., tz: _Optional[_Union[StructTimezone, _Mapping]] = ..., tz_address: _Optional[int] = ...) -> None: ...

class Mount(_message.Message):
    __slots__ = ("dev_name", "dev_name_address", "dir_name", "dir_name_address", "type", "type_address", "flags", "data", "data_address")
    DEV_NAME_FIELD_NUMBER: _ClassVar[int]
    DEV_NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DIR_NAME_FIELD_NUMBER: _ClassVar[int]
    DIR_NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    TYPE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    DATA_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    dev_name: bytes
    dev_name_address: int
    dir_name: bytes
    dir_name_address: int
    type: bytes
    type_address: int
    flags: int
    data: bytes
    data_address: int
    def __init__(self, dev_name: _Optional[bytes] = ..., dev_name_address: _Optional[int] = ..., dir_name: _Optional[bytes] = ..., dir_name_address: _Optional[int] = ..., type: _Optional[bytes] = ..., type_address: _Optional[int] = ..., flags: _Optional[int] = ..., data: _Optional[bytes] = ..., data_address: _Optional[int] = ...) -> None: ...

class Umount2(_message.Message):
    __slots__ = ("name", "name_address", "flags")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    name_address: int
    flags: int
    def __init__(self, name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Swapon(_message.Message):
    __slots__ = ("specialfile", "specialfile_address", "swap_flags")
    SPECIALFILE_FIELD_NUMBER: _ClassVar[int]
    SPECIALFILE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SWAP_FLAGS_FIELD_NUMBER: _ClassVar[int]
    specialfile: bytes
    specialfile_address: int
    swap_flags: int
    def __init__(self, specialfile: _Optional[bytes] = ..., specialfile_address: _Optional[int] = ..., swap_flags: _Optional[int] = ...) -> None: ...

class Swapoff(_message.Message):
    __slots__ = ("specialfile", "specialfile_address")
    SPECIALFILE_FIELD_NUMBER: _ClassVar[int]
    SPECIALFILE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    specialfile: bytes
    specialfile_address: int
    def __init__(self, specialfile: _Optional[bytes] = ..., specialfile_address: _Optional[int] = ...) -> None: ...

class Reboot(_message.Message):
    __slots__ = ("magic1", "magic2", "cmd", "arg", "arg_memory")
    MAGIC1_FIELD_NUMBER: _ClassVar[int]
    MAGIC2_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    magic1: int
    magic2: int
    cmd: int
    arg: int
    arg_memory: bytes
    def __init__(self, magic1: _Optional[int] = ..., magic2: _Optional[int] = ..., cmd: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ...) -> None: ...

class Sethostname(_message.Message):
    __slots__ = ("name", "name_address", "len")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    name_address: int
    len: int
    def __init__(self, name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Setdomainname(_message.Message):
    __slots__ = ("name", "name_address", "len")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    name_address: int
    len: int
    def __init__(self, name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class Iopl(_message.Message):
    __slots__ = ("level",)
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    level: int
    def __init__(self, level: _Optional[int] = ...) -> None: ...

class Ioperm(_message.Message):
    __slots__ = ("from_", "num", "turn_on")
    FROM__FIELD_NUMBER: _ClassVar[int]
    NUM_FIELD_NUMBER: _ClassVar[int]
    TURN_ON_FIELD_NUMBER: _ClassVar[int]
    from_: int
    num: int
    turn_on: int
    def __init__(self, from_: _Optional[int] = ..., num: _Optional[int] = ..., turn_on: _Optional[int] = ...) -> None: ...

class CreateModule(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class InitModule(_message.Message):
    __slots__ = ("umod", "umod_address", "len", "uargs", "uargs_address")
    UMOD_FIELD_NUMBER: _ClassVar[int]
    UMOD_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    umod: bytes
    umod_address: int
    len: int
    uargs: bytes
    uargs_address: int
    def __init__(self, umod: _Optional[bytes] = ..., umod_address: _Optional[int] = ..., len: _Optional[int] = ..., uargs: _Optional[bytes] = ..., uargs_address: _Optional[int] = ...) -> None: ...

class DeleteModule(_message.Message):
    __slots__ = ("name_user", "name_user_address", "flags")
    NAME_USER_FIELD_NUMBER: _ClassVar[int]
    NAME_USER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    name_user: bytes
    name_user_address: int
    flags: int
    def __init__(self, name_user: _Optional[bytes] = ..., name_user_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class GetKernelSyms(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class QueryModule(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Quotactl(_message.Message):
    __slots__ = ("cmd", "special", "special_address", "id", "addr", "addr_memory")
    CMD_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    ADDR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    cmd: int
    special: bytes
    special_address: int
    id: int
    addr: int
    addr_memory: bytes
    def __init__(self, cmd: _Optional[int] = ..., special: _Optional[bytes] = ..., special_address: _Optional[int] = ..., id: _Optional[int] = ..., addr: _Optional[int] = ..., addr_memory: _Optional[bytes] = ...) -> None: ...

class Nfsservctl(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Getpmsg(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Putpmsg(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class AfsSyscall(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Tuxcall(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Security(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Gettid(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Readahead(_message.Message):
    __slots__ = ("fd", "offset", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., offset: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class Setxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address", "value", "value_address", "size", "flags")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    flags: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Lsetxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address", "value", "value_address", "size", "flags")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    flags: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Fsetxattr(_message.Message):
    __slots__ = ("fd", "name", "name_address", "value", "value_address", "size", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Getxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address", "value", "value_address", "size")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Lgetxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address", "value", "value_address", "size")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Fgetxattr(_message.Message):
    __slots__ = ("fd", "name", "name_address", "value", "value_address", "size")
    FD_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    name: bytes
    name_address: int
    value: bytes
    value_address: int
    size: int
    def __init__(self, fd: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., value: _Optional[bytes] = ..., value_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Listxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "list", "list_address", "size")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    LIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    list: bytes
    list_address: int
    size: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., list: _Optional[bytes] = ..., list_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Llistxattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "list", "list_address", "size")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    LIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    list: bytes
    list_address: int
    size: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., list: _Optional[bytes] = ..., list_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Flistxattr(_message.Message):
    __slots__ = ("fd", "list", "list_address", "size")
    FD_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    LIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    list: bytes
    list_address: int
    size: int
    def __init__(self, fd: _Optional[int] = ..., list: _Optional[bytes] = ..., list_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Removexattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class Lremovexattr(_message.Message):
    __slots__ = ("pathname", "pathname_address", "name", "name_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    name: bytes
    name_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class Fremovexattr(_message.Message):
    __slots__ = ("fd", "name", "name_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    name: bytes
    name_address: int
    def __init__(self, fd: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class Tkill(_message.Message):
    __slots__ = ("pid_", "sig")
    PID__FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    sig: int
    def __init__(self, pid_: _Optional[int] = ..., sig: _Optional[int] = ...) -> None: ...

class Time(_message.Message):
    __slots__ = ("tloc", "tloc_address")
    TLOC_FIELD_NUMBER: _ClassVar[int]
    TLOC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tloc: _containers.RepeatedScalarFieldContainer[int]
    tloc_address: int
    def __init__(self, tloc: _Optional[_Iterable[int]] = ..., tloc_address: _Optional[int] = ...) -> None: ...

class Futex(_message.Message):
    __slots__ = ("uaddr", "uaddr_address", "op", "val", "utime", "utime_memory", "uaddr2", "uaddr2_memory", "val3")
    UADDR_FIELD_NUMBER: _ClassVar[int]
    UADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OP_FIELD_NUMBER: _ClassVar[int]
    VAL_FIELD_NUMBER: _ClassVar[int]
    UTIME_FIELD_NUMBER: _ClassVar[int]
    UTIME_MEMORY_FIELD_NUMBER: _ClassVar[int]
    UADDR2_FIELD_NUMBER: _ClassVar[int]
    UADDR2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    VAL3_FIELD_NUMBER: _ClassVar[int]
    uaddr: _containers.RepeatedScalarFieldContainer[int]
    uaddr_address: int
    op: int
    val: int
    utime: int
    utime_memory: bytes
    uaddr2: int
    uaddr2_memory: bytes
    val3: int
    def __init__(self, uaddr: _Optional[_Iterable[int]] = ..., uaddr_address: _Optional[int] = ..., op: _Optional[int] = ..., val: _Optional[int] = ..., utime: _Optional[int] = ..., utime_memory: _Optional[bytes] = ..., uaddr2: _Optional[int] = ..., uaddr2_memory: _Optional[bytes] = ..., val3: _Optional[int] = ...) -> None: ...

class SchedSetaffinity(_message.Message):
    __slots__ = ("pid_", "len", "user_mask_ptr", "user_mask_ptr_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_PTR_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    len: int
    user_mask_ptr: _containers.RepeatedScalarFieldContainer[int]
    user_mask_ptr_address: int
    def __init__(self, pid_: _Optional[int] = ..., len: _Optional[int] = ..., user_mask_ptr: _Optional[_Iterable[int]] = ..., user_mask_ptr_address: _Optional[int] = ...) -> None: ...

class SchedGetaffinity(_message.Message):
    __slots__ = ("pid_", "len", "user_mask_ptr", "user_mask_ptr_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_PTR_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    len: int
    user_mask_ptr: _containers.RepeatedScalarFieldContainer[int]
    user_mask_ptr_address: int
    def __init__(self, pid_: _Optional[int] = ..., len: _Optional[int] = ..., user_mask_ptr: _Optional[_Iterable[int]] = ..., user_mask_ptr_address: _Optional[int] = ...) -> None: ...

class SetThreadArea(_message.Message):
    __slots__ = ("u_info", "u_info_address")
    U_INFO_FIELD_NUMBER: _ClassVar[int]
    U_INFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    u_info: StructUserDesc
    u_info_address: int
    def __init__(self, u_info: _Optional[_Union[StructUserDesc, _Mapping]] = ..., u_info_address: _Optional[int] = ...) -> None: ...

class IoSetup(_message.Message):
    __slots__ = ("nr_events", "ctxp", "ctxp_address")
    NR_EVENTS_FIELD_NUMBER: _ClassVar[int]
    CTXP_FIELD_NUMBER: _ClassVar[int]
    CTXP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    nr_events: int
    ctxp: _containers.RepeatedScalarFieldContainer[int]
    ctxp_address: int
    def __init__(self, nr_events: _Optional[int] = ..., ctxp: _Optional[_Iterable[int]] = ..., ctxp_address: _Optional[int] = ...) -> None: ...

class IoDestroy(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: int
    def __init__(self, ctx: _Optional[int] = ...) -> None: ...

class IoGetevents(_message.Message):
    __slots__ = ("ctx_id", "min_nr", "nr_", "events", "events_address", "timeout", "timeout_address")
    CTX_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_NR_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ctx_id: int
    min_nr: int
    nr_: int
    events: _containers.RepeatedCompositeFieldContainer[StructIoEvent]
    events_address: int
    timeout: StructKernelTimespec
    timeout_address: int
    def __init__(self, ctx_id: _Optional[int] = ..., min_nr: _Optional[int] = ..., nr_: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructIoEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ...) -> None: ...

class IoSubmit(_message.Message):
    __slots__ = ("ctx_id", "nr_", "iocbpp", "iocbpp_address", "iocbpp_unreadable")
    CTX_ID_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    IOCBPP_FIELD_NUMBER: _ClassVar[int]
    IOCBPP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    IOCBPP_UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    ctx_id: int
    nr_: int
    iocbpp: _containers.RepeatedCompositeFieldContainer[StructIocb]
    iocbpp_address: int
    iocbpp_unreadable: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, ctx_id: _Optional[int] = ..., nr_: _Optional[int] = ..., iocbpp: _Optional[_Iterable[_Union[StructIocb, _Mapping]]] = ..., iocbpp_address: _Optional[int] = ..., iocbpp_unreadable: _Optional[_Iterable[int]] = ...) -> None: ...

class IoCancel(_message.Message):
    __slots__ = ("ctx_id", "iocb", "iocb_address", "result", "result_address")
    CTX_ID_FIELD_NUMBER: _ClassVar[int]
    IOCB_FIELD_NUMBER: _ClassVar[int]
    IOCB_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RESULT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ctx_id: int
    iocb: StructIocb
    iocb_address: int
    result: StructIoEvent
    result_address: int
    def __init__(self, ctx_id: _Optional[int] = ..., iocb: _Optional[_Union[StructIocb, _Mapping]] = ..., iocb_address: _Optional[int] = ..., result: _Optional[_Union[StructIoEvent, _Mapping]] = ..., result_address: _Optional[int] = ...) -> None: ...

class GetThreadArea(_message.Message):
    __slots__ = ("u_info", "u_info_address")
    U_INFO_FIELD_NUMBER: _ClassVar[int]
    U_INFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    u_info: StructUserDesc
    u_info_address: int
    def __init__(self, u_info: _Optional[_Union[StructUserDesc, _Mapping]] = ..., u_info_address: _Optional[int] = ...) -> None: ...

class LookupDcookie(_message.Message):
    __slots__ = ("cookie64", "buf", "buf_address", "len")
    COOKIE64_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    cookie64: int
    buf: bytes
    buf_address: int
    len: int
    def __init__(self, cookie64: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class EpollCreate(_message.Message):
    __slots__ = ("size",)
    SIZE_FIELD_NUMBER: _ClassVar[int]
    size: int
    def __init__(self, size: _Optional[int] = ...) -> None: ...

class EpollCtlOld(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class EpollWaitOld(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class RemapFilePages(_message.Message):
    __slots__ = ("start", "size", "prot", "pgoff", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    PGOFF_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    size: int
    prot: int
    pgoff: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., size: _Optional[int] = ..., prot: _Optional[int] = ..., pgoff: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Getdents64(_message.Message):
    __slots__ = ("fd", "dirent", "dirent_address", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    DIRENT_FIELD_NUMBER: _ClassVar[int]
    DIRENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    dirent: _containers.RepeatedCompositeFieldContainer[StructDirent64]
    dirent_address: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., dirent: _Optional[_Iterable[_Union[StructDirent64, _Mapping]]] = ..., dirent_address: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class SetTidAddress(_message.Message):
    __slots__ = ("tidptr", "tidptr_address")
    TIDPTR_FIELD_NUMBER: _ClassVar[int]
    TIDPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tidptr: _containers.RepeatedScalarFieldContainer[int]
    tidptr_address: int
    def __init__(self, tidptr: _Optional[_Iterable[int]] = ..., tidptr_address: _Optional[int] = ...) -> None: ...

class RestartSyscall(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Semtimedop(_message.Message):
    __slots__ = ("semid", "tsops", "tsops_address", "nsops", "timeout", "timeout_address")
    SEMID_FIELD_NUMBER: _ClassVar[int]
    TSOPS_FIELD_NUMBER: _ClassVar[int]
    TSOPS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NSOPS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    semid: int
    tsops: _containers.RepeatedCompositeFieldContainer[StructSembuf]
    tsops_address: int
    nsops: int
    timeout: StructKernelTimespec
    timeout_address: int
    def __init__(self, semid: _Optional[int] = ..., tsops: _Optional[_Iterable[_Union[StructSembuf, _Mapping]]] = ..., tsops_address: _Optional[int] = ..., nsops: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ...) -> None: ...

class Fadvise64(_message.Message):
    __slots__ = ("fd", "offset", "len", "advice")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset: int
    len: int
    advice: int
    def __init__(self, fd: _Optional[int] = ..., offset: _Optional[int] = ..., len: _Optional[int] = ..., advice: _Optional[int] = ...) -> None: ...

class TimerCreate(_message.Message):
    __slots__ = ("which_clock", "timer_event_spec", "timer_event_spec_address", "created_timer_id", "created_timer_id_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TIMER_EVENT_SPEC_FIELD_NUMBER: _ClassVar[int]
    TIMER_EVENT_SPEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CREATED_TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    CREATED_TIMER_ID_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    timer_event_spec: StructSigevent
    timer_event_spec_address: int
    created_timer_id: _containers.RepeatedScalarFieldContainer[int]
    created_timer_id_address: int
    def __init__(self, which_clock: _Optional[int] = ..., timer_event_spec: _Optional[_Union[StructSigevent, _Mapping]] = ..., timer_event_spec_address: _Optional[int] = ..., created_timer_id: _Optional[_Iterable[int]] = ..., created_timer_id_address: _Optional[int] = ...) -> None: ...

class TimerSettime(_message.Message):
    __slots__ = ("timer_id", "flags", "new_setting", "new_setting_address", "old_setting", "old_setting_address")
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NEW_SETTING_FIELD_NUMBER: _ClassVar[int]
    NEW_SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OLD_SETTING_FIELD_NUMBER: _ClassVar[int]
    OLD_SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    flags: int
    new_setting: StructKernelItimerspec
    new_setting_address: int
    old_setting: StructKernelItimerspec
    old_setting_address: int
    def __init__(self, timer_id: _Optional[int] = ..., flags: _Optional[int] = ..., new_setting: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., new_setting_address: _Optional[int] = ..., old_setting: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., old_setting_address: _Optional[int] = ...) -> None: ...

class TimerGettime(_message.Message):
    __slots__ = ("timer_id", "setting", "setting_address")
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    SETTING_FIELD_NUMBER: _ClassVar[int]
    SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    setting: StructKernelItimerspec
    setting_address: int
    def __init__(self, timer_id: _Optional[int] = ..., setting: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., setting_address: _Optional[int] = ...) -> None: ...

class TimerGetoverrun(_message.Message):
    __slots__ = ("timer_id",)
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    def __init__(self, timer_id: _Optional[int] = ...) -> None: ...

class TimerDelete(_message.Message):
    __slots__ = ("timer_id",)
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    def __init__(self, timer_id: _Optional[int] = ...) -> None: ...

class ClockSettime(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructKernelTimespec
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockGettime(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructKernelTimespec
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockGetres(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructKernelTimespec
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockNanosleep(_message.Message):
    __slots__ = ("which_clock", "flags", "rqtp", "rqtp_address", "rmtp", "rmtp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    RQTP_FIELD_NUMBER: _ClassVar[int]
    RQTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RMTP_FIELD_NUMBER: _ClassVar[int]
    RMTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    flags: int
    rqtp: StructKernelTimespec
    rqtp_address: int
    rmtp: StructKernelTimespec
    rmtp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., flags: _Optional[int] = ..., rqtp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., rqtp_address: _Optional[int] = ..., rmtp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., rmtp_address: _Optional[int] = ...) -> None: ...

class ExitGroup(_message.Message):
    __slots__ = ("error_code",)
    ERROR_CODE_FIELD_NUMBER: _ClassVar[int]
    error_code: int
    def __init__(self, error_code: _Optional[int] = ...) -> None: ...

class EpollWait(_message.Message):
    __slots__ = ("epfd", "events", "events_address", "maxevents", "timeout")
    EPFD_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXEVENTS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    epfd: int
    events: _containers.RepeatedCompositeFieldContainer[StructEpollEvent]
    events_address: int
    maxevents: int
    timeout: int
    def __init__(self, epfd: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructEpollEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., maxevents: _Optional[int] = ..., timeout: _Optional[int] = ...) -> None: ...

class EpollCtl(_message.Message):
    __slots__ = ("epfd", "op", "fd", "event", "event_address")
    EPFD_FIELD_NUMBER: _ClassVar[int]
    OP_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    EVENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    epfd: int
    op: int
    fd: int
    event: StructEpollEvent
    event_address: int
    def __init__(self, epfd: _Optional[int] = ..., op: _Optional[int] = ..., fd: _Optional[int] = ..., event: _Optional[_Union[StructEpollEvent, _Mapping]] = ..., event_address: _Optional[int] = ...) -> None: ...

class Tgkill(_message.Message):
    __slots__ = ("tgid", "pid_", "sig")
    TGID_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    tgid: int
    pid_: int
    sig: int
    def __init__(self, tgid: _Optional[int] = ..., pid_: _Optional[int] = ..., sig: _Optional[int] = ...) -> None: ...

class Utimes(_message.Message):
    __slots__ = ("filename", "filename_address", "utimes", "utimes_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTIMES_FIELD_NUMBER: _ClassVar[int]
    UTIMES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    utimes: _containers.RepeatedCompositeFieldContainer[StructKernelOldTimeval]
    utimes_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., utimes: _Optional[_Iterable[_Union[StructKernelOldTimeval, _Mapping]]] = ..., utimes_address: _Optional[int] = ...) -> None: ...

class Vserver(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Mbind(_message.Message):
    __slots__ = ("start", "len", "mode", "nmask", "nmask_address", "maxnode", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    NMASK_FIELD_NUMBER: _ClassVar[int]
    NMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXNODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    mode: int
    nmask: _containers.RepeatedScalarFieldContainer[int]
    nmask_address: int
    maxnode: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., mode: _Optional[int] = ..., nmask: _Optional[_Iterable[int]] = ..., nmask_address: _Optional[int] = ..., maxnode: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class SetMempolicy(_message.Message):
    __slots__ = ("mode", "nmask", "nmask_address", "maxnode")
    MODE_FIELD_NUMBER: _ClassVar[int]
    NMASK_FIELD_NUMBER: _ClassVar[int]
    NMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXNODE_FIELD_NUMBER: _ClassVar[int]
    mode: int
    nmask: _containers.RepeatedScalarFieldContainer[int]
    nmask_address: int
    maxnode: int
    def __init__(self, mode: _Optional[int] = ..., nmask: _Optional[_Iterable[int]] = ..., nmask_address: _Optional[int] = ..., maxnode: _Optional[int] = ...) -> None: ...

class GetMempolicy(_message.Message):
    __slots__ = ("policy", "policy_address", "nmask", "nmask_address", "maxnode", "addr", "flags")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    POLICY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NMASK_FIELD_NUMBER: _ClassVar[int]
    NMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXNODE_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    policy: _containers.RepeatedScalarFieldContainer[int]
    policy_address: int
    nmask: _containers.RepeatedScalarFieldContainer[int]
    nmask_address: int
    maxnode: int
    addr: int
    flags: int
    def __init__(self, policy: _Optional[_Iterable[int]] = ..., policy_address: _Optional[int] = ..., nmask: _Optional[_Iterable[int]] = ..., nmask_address: _Optional[int] = ..., maxnode: _Optional[int] = ..., addr: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MqOpen(_message.Message):
    __slots__ = ("u_name", "u_name_address", "oflag", "mode", "u_attr", "u_attr_address")
    U_NAME_FIELD_NUMBER: _ClassVar[int]
    U_NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFLAG_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    U_ATTR_FIELD_NUMBER: _ClassVar[int]
    U_ATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    u_name: bytes
    u_name_address: int
    oflag: int
    mode: int
    u_attr: StructMqAttr
    u_attr_address: int
    def __init__(self, u_name: _Optional[bytes] = ..., u_name_address: _Optional[int] = ..., oflag: _Optional[int] = ..., mode: _Optional[int] = ..., u_attr: _Optional[_Union[StructMqAttr, _Mapping]] = ..., u_attr_address: _Optional[int] = ...) -> None: ...

class MqUnlink(_message.Message):
    __slots__ = ("u_name", "u_name_address")
    U_NAME_FIELD_NUMBER: _ClassVar[int]
    U_NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    u_name: bytes
    u_name_address: int
    def __init__(self, u_name: _Optional[bytes] = ..., u_name_address: _Optional[int] = ...) -> None: ...

class MqTimedsend(_message.Message):
    __slots__ = ("mqdes", "u_msg_ptr", "u_msg_ptr_address", "msg_len", "msg_prio", "u_abs_timeout", "u_abs_timeout_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSG_LEN_FIELD_NUMBER: _ClassVar[int]
    MSG_PRIO_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_msg_ptr: bytes
    u_msg_ptr_address: int
    msg_len: int
    msg_prio: int
    u_abs_timeout: StructKernelTimespec
    u_abs_timeout_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_msg_ptr: _Optional[bytes] = ..., u_msg_ptr_address: _Optional[int] = ..., msg_len: _Optional[int] = ..., msg_prio: _Optional[int] = ..., u_abs_timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., u_abs_timeout_address: _Optional[int] = ...) -> None: ...

class MqTimedreceive(_message.Message):
    __slots__ = ("mqdes", "u_msg_ptr", "u_msg_ptr_address", "msg_len", "u_msg_prio", "u_msg_prio_address", "u_abs_timeout", "u_abs_timeout_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSG_LEN_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PRIO_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PRIO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_msg_ptr: bytes
    u_msg_ptr_address: int
    msg_len: int
    u_msg_prio: _containers.RepeatedScalarFieldContainer[int]
    u_msg_prio_address: int
    u_abs_timeout: StructKernelTimespec
    u_abs_timeout_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_msg_ptr: _Optional[bytes] = ..., u_msg_ptr_address: _Optional[int] = ..., msg_len: _Optional[int] = ..., u_msg_prio: _Optional[_Iterable[int]] = ..., u_msg_prio_address: _Optional[int] = ..., u_abs_timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., u_abs_timeout_address: _Optional[int] = ...) -> None: ...

class MqNotify(_message.Message):
    __slots__ = ("mqdes", "u_notification", "u_notification_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    U_NOTIFICATION_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_notification: StructSigevent
    u_notification_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_notification: _Optional[_Union[StructSigevent, _Mapping]] = ..., u_notification_address: _Optional[int] = ...) -> None: ...

class MqGetsetattr(_message.Message):
    __slots__ = ("mqdes", "u_mqstat", "u_mqstat_address", "u_omqstat", "u_omqstat_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_MQSTAT_FIELD_NUMBER: _ClassVar[int]
    U_MQSTAT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    U_OMQSTAT_FIELD_NUMBER: _ClassVar[int]
    U_OMQSTAT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_mqstat: StructMqAttr
    u_mqstat_address: int
    u_omqstat: StructMqAttr
    u_omqstat_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_mqstat: _Optional[_Union[StructMqAttr, _Mapping]] = ..., u_mqstat_address: _Optional[int] = ..., u_omqstat: _Optional[_Union[StructMqAttr, _Mapping]] = ..., u_omqstat_address: _Optional[int] = ...) -> None: ...

class KexecLoad(_message.Message):
    __slots__ = ("entry", "nr_segments", "segments", "segments_address", "flags")
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    NR_SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    SEGMENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    entry: int
    nr_segments: int
    segments: _containers.RepeatedCompositeFieldContainer[StructKexecSegment]
    segments_address: int
    flags: int
    def __init__(self, entry: _Optional[int] = ..., nr_segments: _Optional[int] = ..., segments: _Optional[_Iterable[_Union[StructKexecSegment, _Mapping]]] = ..., segments_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Waitid(_message.Message):
    __slots__ = ("which", "upid", "infop", "infop_address", "options", "ru", "ru_address")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    UPID_FIELD_NUMBER: _ClassVar[int]
    INFOP_FIELD_NUMBER: _ClassVar[int]
    INFOP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    RU_FIELD_NUMBER: _ClassVar[int]
    RU_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which: int
    upid: int
    infop: StructSiginfoChild
    infop_address: int
    options: int
    ru: StructRusage
    ru_address: int
    def __init__(self, which: _Optional[int] = ..., upid: _Optional[int] = ..., infop: _Optional[_Union[StructSiginfoChild, _Mapping]] = ..., infop_address: _Optional[int] = ..., options: _Optional[int] = ..., ru: _Optional[_Union[StructRusage, _Mapping]] = ..., ru_address: _Optional[int] = ...) -> None: ...

class AddKey(_message.Message):
    __slots__ = ("_type", "_type_address", "_description", "_description_address", "_payload", "_payload_address", "plen", "ringid")
    _TYPE_FIELD_NUMBER: _ClassVar[int]
    _TYPE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    _DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    _DESCRIPTION_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    _PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    _PAYLOAD_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PLEN_FIELD_NUMBER: _ClassVar[int]
    RINGID_FIELD_NUMBER: _ClassVar[int]
    _type: bytes
    _type_address: int
    _description: bytes
    _description_address: int
    _payload: bytes
    _payload_address: int
    plen: int
    ringid: int
    def __init__(self, _type: _Optional[bytes] = ..., _type_address: _Optional[int] = ..., _description: _Optional[bytes] = ..., _description_address: _Optional[int] = ..., _payload: _Optional[bytes] = ..., _payload_address: _Optional[int] = ..., plen: _Optional[int] = ..., ringid: _Optional[int] = ...) -> None: ...

class RequestKey(_message.Message):
    __slots__ = ("_type", "_type_address", "_description", "_description_address", "_callout_info", "_callout_info_address", "destringid")
    _TYPE_FIELD_NUMBER: _ClassVar[int]
    _TYPE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    _DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    _DESCRIPTION_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    _CALLOUT_INFO_FIELD_NUMBER: _ClassVar[int]
    _CALLOUT_INFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DESTRINGID_FIELD_NUMBER: _ClassVar[int]
    _type: bytes
    _type_address: int
    _description: bytes
    _description_address: int
    _callout_info: bytes
    _callout_info_address: int
    destringid: int
    def __init__(self, _type: _Optional[bytes] = ..., _type_address: _Optional[int] = ..., _description: _Optional[bytes] = ..., _description_address: _Optional[int] = ..., _callout_info: _Optional[bytes] = ..., _callout_info_address: _Optional[int] = ..., destringid: _Optional[int] = ...) -> None: ...

class Keyctl(_message.Message):
    __slots__ = ("option", "arg2", "arg2_memory", "arg3", "arg3_memory", "arg4", "arg4_memory", "arg5", "arg5_memory")
    OPTION_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG3_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG4_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    ARG5_MEMORY_FIELD_NUMBER: _ClassVar[int]
    option: int
    arg2: int
    arg2_memory: bytes
    arg3: int
    arg3_memory: bytes
    arg4: int
    arg4_memory: bytes
    arg5: int
    arg5_memory: bytes
    def __init__(self, option: _Optional[int] = ..., arg2: _Optional[int] = ..., arg2_memory: _Optional[bytes] = ..., arg3: _Optional[int] = ..., arg3_memory: _Optional[bytes] = ..., arg4: _Optional[int] = ..., arg4_memory: _Optional[bytes] = ..., arg5: _Optional[int] = ..., arg5_memory: _Optional[bytes] = ...) -> None: ...

class IoprioSet(_message.Message):
    __slots__ = ("which", "who", "ioprio")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    WHO_FIELD_NUMBER: _ClassVar[int]
    IOPRIO_FIELD_NUMBER: _ClassVar[int]
    which: int
    who: int
    ioprio: int
    def __init__(self, which: _Optional[int] = ..., who: _Optional[int] = ..., ioprio: _Optional[int] = ...) -> None: ...

class IoprioGet(_message.Message):
    __slots__ = ("which", "who")
    WHICH_FIELD_NUMBER: _ClassVar[int]
    WHO_FIELD_NUMBER: _ClassVar[int]
    which: int
    who: int
    def __init__(self, which: _Optional[int] = ..., who: _Optional[int] = ...) -> None: ...

class InotifyInit(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class InotifyAddWatch(_message.Message):
    __slots__ = ("fd", "pathname", "pathname_address", "mask")
    FD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    fd: int
    pathname: bytes
    pathname_address: int
    mask: int
    def __init__(self, fd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., mask: _Optional[int] = ...) -> None: ...

class InotifyRmWatch(_message.Message):
    __slots__ = ("fd", "wd")
    FD_FIELD_NUMBER: _ClassVar[int]
    WD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    wd: int
    def __init__(self, fd: _Optional[int] = ..., wd: _Optional[int] = ...) -> None: ...

class MigratePages(_message.Message):
    __slots__ = ("pid_", "maxnode", "old_nodes", "old_nodes_address", "new_nodes", "new_nodes_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    MAXNODE_FIELD_NUMBER: _ClassVar[int]
    OLD_NODES_FIELD_NUMBER: _ClassVar[int]
    OLD_NODES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEW_NODES_FIELD_NUMBER: _ClassVar[int]
    NEW_NODES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    maxnode: int
    old_nodes: _containers.RepeatedScalarFieldContainer[int]
    old_nodes_address: int
    new_nodes: _containers.RepeatedScalarFieldContainer[int]
    new_nodes_address: int
    def __init__(self, pid_: _Optional[int] = ..., maxnode: _Optional[int] = ..., old_nodes: _Optional[_Iterable[int]] = ..., old_nodes_address: _Optional[int] = ..., new_nodes: _Optional[_Iterable[int]] = ..., new_nodes_address: _Optional[int] = ...) -> None: ...

class Openat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "flags", "mode")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    flags: int
    mode: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., flags: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Mkdirat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "mode")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    mode: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Mknodat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "mode", "dev")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    DEV_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    mode: int
    dev: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ..., dev: _Optional[int] = ...) -> None: ...

class Fchownat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "user", "group", "flag")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    user: int
    group: int
    flag: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ..., flag: _Optional[int] = ...) -> None: ...

class Futimesat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "utimes", "utimes_address")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTIMES_FIELD_NUMBER: _ClassVar[int]
    UTIMES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    utimes: _containers.RepeatedCompositeFieldContainer[StructKernelOldTimeval]
    utimes_address: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., utimes: _Optional[_Iterable[_Union[StructKernelOldTimeval, _Mapping]]] = ..., utimes_address: _Optional[int] = ...) -> None: ...

class Newfstatat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "statbuf", "statbuf_address", "flag")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    statbuf: StructStat
    statbuf_address: int
    flag: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ..., flag: _Optional[int] = ...) -> None: ...

class Unlinkat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "flag")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    flag: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., flag: _Optional[int] = ...) -> None: ...

class Renameat(_message.Message):
    __slots__ = ("olddfd", "oldname", "oldname_address", "newdfd", "newname", "newname_address")
    OLDDFD_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWDFD_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    olddfd: int
    oldname: bytes
    oldname_address: int
    newdfd: int
    newname: bytes
    newname_address: int
    def __init__(self, olddfd: _Optional[int] = ..., oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newdfd: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ...) -> None: ...

class Linkat(_message.Message):
    __slots__ = ("olddfd", "oldname", "oldname_address", "newdfd", "newname", "newname_address", "flags")
    OLDDFD_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWDFD_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    olddfd: int
    oldname: bytes
    oldname_address: int
    newdfd: int
    newname: bytes
    newname_address: int
    flags: int
    def __init__(self, olddfd: _Optional[int] = ..., oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newdfd: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Symlinkat(_message.Message):
    __slots__ = ("oldname", "oldname_address", "newdfd", "newname", "newname_address")
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWDFD_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    oldname: bytes
    oldname_address: int
    newdfd: int
    newname: bytes
    newname_address: int
    def __init__(self, oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newdfd: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ...) -> None: ...

class Readlinkat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "buf", "buf_address", "bufsiz")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUFSIZ_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    buf: bytes
    buf_address: int
    bufsiz: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., buf: _Optional[bytes] = ..., buf_address: _Optional[int] = ..., bufsiz: _Optional[int] = ...) -> None: ...

class Fchmodat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "mode")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    mode: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Faccessat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "mode")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    mode: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ...) -> None: ...

class Pselect6(_message.Message):
    __slots__ = ("n", "inp", "inp_address", "inp_passed", "outp", "outp_address", "outp_passed", "exp", "exp_address", "exp_passed", "tsp", "tsp_address", "tsp_passed", "sig", "sig_address")
    N_FIELD_NUMBER: _ClassVar[int]
    INP_FIELD_NUMBER: _ClassVar[int]
    INP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INP_PASSED_FIELD_NUMBER: _ClassVar[int]
    OUTP_FIELD_NUMBER: _ClassVar[int]
    OUTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OUTP_PASSED_FIELD_NUMBER: _ClassVar[int]
    EXP_FIELD_NUMBER: _ClassVar[int]
    EXP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EXP_PASSED_FIELD_NUMBER: _ClassVar[int]
    TSP_FIELD_NUMBER: _ClassVar[int]
    TSP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TSP_PASSED_FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    SIG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    n: int
    inp: _containers.RepeatedScalarFieldContainer[int]
    inp_address: int
    inp_passed: _containers.RepeatedScalarFieldContainer[int]
    outp: _containers.RepeatedScalarFieldContainer[int]
    outp_address: int
    outp_passed: _containers.RepeatedScalarFieldContainer[int]
    exp: _containers.RepeatedScalarFieldContainer[int]
    exp_address: int
    exp_passed: _containers.RepeatedScalarFieldContainer[int]
    tsp: StructKernelTimespec
    tsp_address: int
    tsp_passed: StructKernelTimespec
    sig: _containers.RepeatedScalarFieldContainer[int]
    sig_address: int
    def __init__(self, n: _Optional[int] = ..., inp: _Optional[_Iterable[int]] = ..., inp_address: _Optional[int] = ..., inp_passed: _Optional[_Iterable[int]] = ..., outp: _Optional[_Iterable[int]] = ..., outp_address: _Optional[int] = ..., outp_passed: _Optional[_Iterable[int]] = ..., exp: _Optional[_Iterable[int]] = ..., exp_address: _Optional[int] = ..., exp_passed: _Optional[_Iterable[int]] = ..., tsp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., tsp_address: _Optional[int] = ..., tsp_passed: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., sig: _Optional[_Iterable[int]] = ..., sig_address: _Optional[int] = ...) -> None: ...

class Ppoll(_message.Message):
    __slots__ = ("ufds", "ufds_address", "nfds", "tsp", "tsp_address", "tsp_passed", "sigmask", "sigmask_address", "sigsetsize")
    UFDS_FIELD_NUMBER: _ClassVar[int]
    UFDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NFDS_FIELD_NUMBER: _ClassVar[int]
    TSP_FIELD_NUMBER: _ClassVar[int]
    TSP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TSP_PASSED_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    ufds: _containers.RepeatedCompositeFieldContainer[StructPollfd]
    ufds_address: int
    nfds: int
    tsp: StructKernelTimespec
    tsp_address: int
    tsp_passed: StructKernelTimespec
    sigmask: _containers.RepeatedScalarFieldContainer[int]
    sigmask_address: int
    sigsetsize: int
    def __init__(self, ufds: _Optional[_Iterable[_Union[StructPollfd, _Mapping]]] = ..., ufds_address: _Optional[int] = ..., nfds: _Optional[int] = ..., tsp: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., tsp_address: _Optional[int] = ..., tsp_passed: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., sigmask: _Optional[_Iterable[int]] = ..., sigmask_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class Unshare(_message.Message):
    __slots__ = ("unshare_flags",)
    UNSHARE_FLAGS_FIELD_NUMBER: _ClassVar[int]
    unshare_flags: int
    def __init__(self, unshare_flags: _Optional[int] = ...) -> None: ...

class SetRobustList(_message.Message):
    __slots__ = ("head", "head_address", "len")
    HEAD_FIELD_NUMBER: _ClassVar[int]
    HEAD_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    head: StructRobustListHead
    head_address: int
    len: int
    def __init__(self, head: _Optional[_Union[StructRobustListHead, _Mapping]] = ..., head_address: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class GetRobustList(_message.Message):
    __slots__ = ("pid_", "head_ptr", "head_ptr_address", "len_ptr", "len_ptr_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    HEAD_PTR_FIELD_NUMBER: _ClassVar[int]
    HEAD_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_PTR_FIELD_NUMBER: _ClassVar[int]
    LEN_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    head_ptr: _containers.RepeatedScalarFieldContainer[int]
    head_ptr_address: int
    len_ptr: _containers.RepeatedScalarFieldContainer[int]
    len_ptr_address: int
    def __init__(self, pid_: _Optional[int] = ..., head_ptr: _Optional[_Iterable[int]] = ..., head_ptr_address: _Optional[int] = ..., len_ptr: _Optional[_Iterable[int]] = ..., len_ptr_address: _Optional[int] = ...) -> None: ...

class Splice(_message.Message):
    __slots__ = ("fd_in", "off_in", "off_in_address", "off_in_passed", "fd_out", "off_out", "off_out_address", "off_out_passed", "len", "flags")
    FD_IN_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_PASSED_FIELD_NUMBER: _ClassVar[int]
    FD_OUT_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_PASSED_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd_in: int
    off_in: _containers.RepeatedScalarFieldContainer[int]
    off_in_address: int
    off_in_passed: _containers.RepeatedScalarFieldContainer[int]
    fd_out: int
    off_out: _containers.RepeatedScalarFieldContainer[int]
    off_out_address: int
    off_out_passed: _containers.RepeatedScalarFieldContainer[int]
    len: int
    flags: int
    def __init__(self, fd_in: _Optional[int] = ..., off_in: _Optional[_Iterable[int]] = ..., off_in_address: _Optional[int] = ..., off_in_passed: _Optional[_Iterable[int]] = ..., fd_out: _Optional[int] = ..., off_out: _Optional[_Iterable[int]] = ..., off_out_address: _Optional[int] = ..., off_out_passed: _Optional[_Iterable[int]] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Tee(_message.Message):
    __slots__ = ("fdin", "fdout", "len", "flags")
    FDIN_FIELD_NUMBER: _ClassVar[int]
    FDOUT_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fdin: int
    fdout: int
    len: int
    flags: int
    def __init__(self, fdin: _Optional[int] = ..., fdout: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class SyncFileRange(_message.Message):
    __slots__ = ("fd", "offset", "nbytes", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    NBYTES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset: int
    nbytes: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., offset: _Optional[int] = ..., nbytes: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Vmsplice(_message.Message):
    __slots__ = ("fd", "uiov", "uiov_address", "nr_segs", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    UIOV_FIELD_NUMBER: _ClassVar[int]
    UIOV_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NR_SEGS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    uiov: _containers.RepeatedCompositeFieldContainer[Iovec]
    uiov_address: int
    nr_segs: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., uiov: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., uiov_address: _Optional[int] = ..., nr_segs: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MovePages(_message.Message):
    __slots__ = ("pid_", "nr_pages", "pages", "pages_address", "nodes", "nodes_address", "status", "status_address", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    NR_PAGES_FIELD_NUMBER: _ClassVar[int]
    PAGES_FIELD_NUMBER: _ClassVar[int]
    PAGES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    NODES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STATUS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    nr_pages: int
    pages: _containers.RepeatedScalarFieldContainer[int]
    pages_address: int
    nodes: _containers.RepeatedScalarFieldContainer[int]
    nodes_address: int
    status: _containers.RepeatedScalarFieldContainer[int]
    status_address: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., nr_pages: _Optional[int] = ..., pages: _Optional[_Iterable[int]] = ..., pages_address: _Optional[int] = ..., nodes: _Optional[_Iterable[int]] = ..., nodes_address: _Optional[int] = ..., status: _Optional[_Iterable[int]] = ..., status_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Utimensat(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "utimes", "utimes_address", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTIMES_FIELD_NUMBER: _ClassVar[int]
    UTIMES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    utimes: _containers.RepeatedCompositeFieldContainer[StructTimespecUtime]
    utimes_address: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., utimes: _Optional[_Iterable[_Union[StructTimespecUtime, _Mapping]]] = ..., utimes_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class EpollPwait(_message.Message):
    __slots__ = ("epfd", "events", "events_address", "maxevents", "timeout", "sigmask", "sigmask_address", "sigsetsize")
    EPFD_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXEVENTS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    epfd: int
    events: _containers.RepeatedCompositeFieldContainer[StructEpollEvent]
    events_address: int
    maxevents: int
    timeout: int
    sigmask: _containers.RepeatedScalarFieldContainer[int]
    sigmask_address: int
    sigsetsize: int
    def __init__(self, epfd: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructEpollEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., maxevents: _Optional[int] = ..., timeout: _Optional[int] = ..., sigmask: _Optional[_Iterable[int]] = ..., sigmask_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class Signalfd(_message.Message):
    __slots__ = ("ufd", "user_mask", "user_mask_address", "sizemask")
    UFD_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZEMASK_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    user_mask: _containers.RepeatedScalarFieldContainer[int]
    user_mask_address: int
    sizemask: int
    def __init__(self, ufd: _Optional[int] = ..., user_mask: _Optional[_Iterable[int]] = ..., user_mask_address: _Optional[int] = ..., sizemask: _Optional[int] = ...) -> None: ...

class TimerfdCreate(_message.Message):
    __slots__ = ("clockid", "flags")
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    clockid: int
    flags: int
    def __init__(self, clockid: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Eventfd(_message.Message):
    __slots__ = ("count",)
    COUNT_FIELD_NUMBER: _ClassVar[int]
    count: int
    def __init__(self, count: _Optional[int] = ...) -> None: ...

class Fallocate(_message.Message):
    __slots__ = ("fd", "mode", "offset", "len")
    FD_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    fd: int
    mode: int
    offset: int
    len: int
    def __init__(self, fd: _Optional[int] = ..., mode: _Optional[int] = ..., offset: _Optional[int] = ..., len: _Optional[int] = ...) -> None: ...

class TimerfdSettime(_message.Message):
    __slots__ = ("ufd", "flags", "utmr", "utmr_address", "otmr", "otmr_address")
    UFD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    UTMR_FIELD_NUMBER: _ClassVar[int]
    UTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OTMR_FIELD_NUMBER: _ClassVar[int]
    OTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    flags: int
    utmr: StructKernelItimerspec
    utmr_address: int
    otmr: StructKernelItimerspec
    otmr_address: int
    def __init__(self, ufd: _Optional[int] = ..., flags: _Optional[int] = ..., utmr: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., utmr_address: _Optional[int] = ..., otmr: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., otmr_address: _Optional[int] = ...) -> None: ...

class TimerfdGettime(_message.Message):
    __slots__ = ("ufd", "otmr", "otmr_address")
    UFD_FIELD_NUMBER: _ClassVar[int]
    OTMR_FIELD_NUMBER: _ClassVar[int]
    OTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    otmr: StructKernelItimerspec
    otmr_address: int
    def __init__(self, ufd: _Optional[int] = ..., otmr: _Optional[_Union[StructKernelItimerspec, _Mapping]] = ..., otmr_address: _Optional[int] = ...) -> None: ...

class Accept4(_message.Message):
    __slots__ = ("fd", "upeer_sockaddr", "upeer_sockaddr_address", "upeer_addrlen", "upeer_addrlen_address", "upeer_addrlen_passed", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    UPEER_SOCKADDR_FIELD_NUMBER: _ClassVar[int]
    UPEER_SOCKADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UPEER_ADDRLEN_PASSED_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    upeer_sockaddr: StructSockaddr
    upeer_sockaddr_address: int
    upeer_addrlen: _containers.RepeatedScalarFieldContainer[int]
    upeer_addrlen_address: int
    upeer_addrlen_passed: _containers.RepeatedScalarFieldContainer[int]
    flags: int
    def __init__(self, fd: _Optional[int] = ..., upeer_sockaddr: _Optional[_Union[StructSockaddr, _Mapping]] = ..., upeer_sockaddr_address: _Optional[int] = ..., upeer_addrlen: _Optional[_Iterable[int]] = ..., upeer_addrlen_address: _Optional[int] = ..., upeer_addrlen_passed: _Optional[_Iterable[int]] = ..., flags: _Optional[int] = ...) -> None: ...

class Signalfd4(_message.Message):
    __slots__ = ("ufd", "user_mask", "user_mask_address", "sizemask", "flags")
    UFD_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_FIELD_NUMBER: _ClassVar[int]
    USER_MASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZEMASK_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    user_mask: _containers.RepeatedScalarFieldContainer[int]
    user_mask_address: int
    sizemask: int
    flags: int
    def __init__(self, ufd: _Optional[int] = ..., user_mask: _Optional[_Iterable[int]] = ..., user_mask_address: _Optional[int] = ..., sizemask: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Eventfd2(_message.Message):
    __slots__ = ("count", "flags")
    COUNT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    count: int
    flags: int
    def __init__(self, count: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class EpollCreate1(_message.Message):
    __slots__ = ("flags",)
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    def __init__(self, flags: _Optional[int] = ...) -> None: ...

class Dup3(_message.Message):
    __slots__ = ("oldfd", "newfd", "flags")
    OLDFD_FIELD_NUMBER: _ClassVar[int]
    NEWFD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    oldfd: int
    newfd: int
    flags: int
    def __init__(self, oldfd: _Optional[int] = ..., newfd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Pipe2(_message.Message):
    __slots__ = ("fildes", "fildes_address", "flags")
    FILDES_FIELD_NUMBER: _ClassVar[int]
    FILDES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fildes: _containers.RepeatedScalarFieldContainer[int]
    fildes_address: int
    flags: int
    def __init__(self, fildes: _Optional[_Iterable[int]] = ..., fildes_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class InotifyInit1(_message.Message):
    __slots__ = ("flags",)
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    def __init__(self, flags: _Optional[int] = ...) -> None: ...

class Preadv(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen", "pos_l", "pos_h")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    POS_L_FIELD_NUMBER: _ClassVar[int]
    POS_H_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    pos_l: int
    pos_h: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ..., pos_l: _Optional[int] = ..., pos_h: _Optional[int] = ...) -> None: ...

class Pwritev(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen", "pos_l", "pos_h")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    POS_L_FIELD_NUMBER: _ClassVar[int]
    POS_H_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    pos_l: int
    pos_h: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ..., pos_l: _Optional[int] = ..., pos_h: _Optional[int] = ...) -> None: ...

class RtTgsigqueueinfo(_message.Message):
    __slots__ = ("tgid", "pid_", "sig", "uinfo", "uinfo_address")
    TGID_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    UINFO_FIELD_NUMBER: _ClassVar[int]
    UINFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tgid: int
    pid_: int
    sig: int
    uinfo: StructSiginfo
    uinfo_address: int
    def __init__(self, tgid: _Optional[int] = ..., pid_: _Optional[int] = ..., sig: _Optional[int] = ..., uinfo: _Optional[_Union[StructSiginfo, _Mapping]] = ..., uinfo_address: _Optional[int] = ...) -> None: ...

class PerfEventOpen(_message.Message):
    __slots__ = ("attr_uptr", "attr_uptr_address", "pid_", "cpu_", "group_fd", "flags")
    ATTR_UPTR_FIELD_NUMBER: _ClassVar[int]
    ATTR_UPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PID__FIELD_NUMBER: _ClassVar[int]
    CPU__FIELD_NUMBER: _ClassVar[int]
    GROUP_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    attr_uptr: StructPerfEventAttr
    attr_uptr_address: int
    pid_: int
    cpu_: int
    group_fd: int
    flags: int
    def __init__(self, attr_uptr: _Optional[_Union[StructPerfEventAttr, _Mapping]] = ..., attr_uptr_address: _Optional[int] = ..., pid_: _Optional[int] = ..., cpu_: _Optional[int] = ..., group_fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Recvmmsg(_message.Message):
    __slots__ = ("fd", "mmsg", "mmsg_address", "vlen", "flags", "timeout", "timeout_address", "timeout_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    MMSG_FIELD_NUMBER: _ClassVar[int]
    MMSG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    mmsg: _containers.RepeatedCompositeFieldContainer[Mmsghdr]
    mmsg_address: int
    vlen: int
    flags: int
    timeout: StructKernelTimespec
    timeout_address: int
    timeout_passed: StructKernelTimespec
    def __init__(self, fd: _Optional[int] = ..., mmsg: _Optional[_Iterable[_Union[Mmsghdr, _Mapping]]] = ..., mmsg_address: _Optional[int] = ..., vlen: _Optional[int] = ..., flags: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ..., timeout_passed: _Optional[_Union[StructKernelTimespec, _Mapping]] = ...) -> None: ...

class FanotifyInit(_message.Message):
    __slots__ = ("flags", "event_f_flags")
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    EVENT_F_FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    event_f_flags: int
    def __init__(self, flags: _Optional[int] = ..., event_f_flags: _Optional[int] = ...) -> None: ...

class FanotifyMark(_message.Message):
    __slots__ = ("fanotify_fd", "flags", "mask", "dfd", "pathname", "pathname_address")
    FANOTIFY_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fanotify_fd: int
    flags: int
    mask: int
    dfd: int
    pathname: bytes
    pathname_address: int
    def __init__(self, fanotify_fd: _Optional[int] = ..., flags: _Optional[int] = ..., mask: _Optional[int] = ..., dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ...) -> None: ...

class Prlimit64(_message.Message):
    __slots__ = ("pid_", "resource", "new_rlim", "new_rlim_address", "old_rlim", "old_rlim_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    NEW_RLIM_FIELD_NUMBER: _ClassVar[int]
    NEW_RLIM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OLD_RLIM_FIELD_NUMBER: _ClassVar[int]
    OLD_RLIM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    resource: int
    new_rlim: StructRlimit64
    new_rlim_address: int
    old_rlim: StructRlimit64
    old_rlim_address: int
    def __init__(self, pid_: _Optional[int] = ..., resource: _Optional[int] = ..., new_rlim: _Optional[_Union[StructRlimit64, _Mapping]] = ..., new_rlim_address: _Optional[int] = ..., old_rlim: _Optional[_Union[StructRlimit64, _Mapping]] = ..., old_rlim_address: _Optional[int] = ...) -> None: ...

class NameToHandleAt(_message.Message):
    __slots__ = ("dfd", "name", "name_address", "handle", "handle_address", "handle_passed", "mnt_id", "mnt_id_address", "flag")
    DFD_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    HANDLE_FIELD_NUMBER: _ClassVar[int]
    HANDLE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    HANDLE_PASSED_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_FIELD_NUMBER: _ClassVar[int]
    MNT_ID_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    name: bytes
    name_address: int
    handle: StructFileHandle
    handle_address: int
    handle_passed: StructFileHandle
    mnt_id: _containers.RepeatedScalarFieldContainer[int]
    mnt_id_address: int
    flag: int
    def __init__(self, dfd: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., handle: _Optional[_Union[StructFileHandle, _Mapping]] = ..., handle_address: _Optional[int] = ..., handle_passed: _Optional[_Union[StructFileHandle, _Mapping]] = ..., mnt_id: _Optional[_Iterable[int]] = ..., mnt_id_address: _Optional[int] = ..., flag: _Optional[int] = ...) -> None: ...

class OpenByHandleAt(_message.Message):
    __slots__ = ("mountdirfd", "handle", "handle_address", "flags")
    MOUNTDIRFD_FIELD_NUMBER: _ClassVar[int]
    HANDLE_FIELD_NUMBER: _ClassVar[int]
    HANDLE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    mountdirfd: int
    handle: StructFileHandle
    handle_address: int
    flags: int
    def __init__(self, mountdirfd: _Optional[int] = ..., handle: _Optional[_Union[StructFileHandle, _Mapping]] = ..., handle_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class ClockAdjtime(_message.Message):
    __slots__ = ("which_clock", "utx", "utx_address", "utx_passed")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    UTX_FIELD_NUMBER: _ClassVar[int]
    UTX_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTX_PASSED_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    utx: StructKernelTimex
    utx_address: int
    utx_passed: StructKernelTimex
    def __init__(self, which_clock: _Optional[int] = ..., utx: _Optional[_Union[StructKernelTimex, _Mapping]] = ..., utx_address: _Optional[int] = ..., utx_passed: _Optional[_Union[StructKernelTimex, _Mapping]] = ...) -> None: ...

class Syncfs(_message.Message):
    __slots__ = ("fd",)
    FD_FIELD_NUMBER: _ClassVar[int]
    fd: int
    def __init__(self, fd: _Optional[int] = ...) -> None: ...

class Sendmmsg(_message.Message):
    __slots__ = ("fd", "mmsg", "mmsg_address", "vlen", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    MMSG_FIELD_NUMBER: _ClassVar[int]
    MMSG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    mmsg: _containers.RepeatedCompositeFieldContainer[Mmsghdr]
    mmsg_address: int
    vlen: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., mmsg: _Optional[_Iterable[_Union[Mmsghdr, _Mapping]]] = ..., mmsg_address: _Optional[int] = ..., vlen: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Setns(_message.Message):
    __slots__ = ("fd", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Getcpu(_message.Message):
    __slots__ = ("cpup", "cpup_address", "nodep", "nodep_address", "unused")
    CPUP_FIELD_NUMBER: _ClassVar[int]
    CPUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NODEP_FIELD_NUMBER: _ClassVar[int]
    NODEP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UNUSED_FIELD_NUMBER: _ClassVar[int]
    cpup: _containers.RepeatedScalarFieldContainer[int]
    cpup_address: int
    nodep: _containers.RepeatedScalarFieldContainer[int]
    nodep_address: int
    unused: int
    def __init__(self, cpup: _Optional[_Iterable[int]] = ..., cpup_address: _Optional[int] = ..., nodep: _Optional[_Iterable[int]] = ..., nodep_address: _Optional[int] = ..., unused: _Optional[int] = ...) -> None: ...

class ProcessVmReadv(_message.Message):
    __slots__ = ("pid_", "lvec", "lvec_address", "liovcnt", "rvec", "rvec_address", "riovcnt", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    LVEC_FIELD_NUMBER: _ClassVar[int]
    LVEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LIOVCNT_FIELD_NUMBER: _ClassVar[int]
    RVEC_FIELD_NUMBER: _ClassVar[int]
    RVEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RIOVCNT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    lvec: _containers.RepeatedCompositeFieldContainer[Iovec]
    lvec_address: int
    liovcnt: int
    rvec: _containers.RepeatedCompositeFieldContainer[StructIovec]
    rvec_address: int
    riovcnt: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., lvec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., lvec_address: _Optional[int] = ..., liovcnt: _Optional[int] = ..., rvec: _Optional[_Iterable[_Union[StructIovec, _Mapping]]] = ..., rvec_address: _Optional[int] = ..., riovcnt: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class ProcessVmWritev(_message.Message):
    __slots__ = ("pid_", "lvec", "lvec_address", "liovcnt", "rvec", "rvec_address", "riovcnt", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    LVEC_FIELD_NUMBER: _ClassVar[int]
    LVEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LIOVCNT_FIELD_NUMBER: _ClassVar[int]
    RVEC_FIELD_NUMBER: _ClassVar[int]
    RVEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RIOVCNT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    lvec: _containers.RepeatedCompositeFieldContainer[Iovec]
    lvec_address: int
    liovcnt: int
    rvec: _containers.RepeatedCompositeFieldContainer[StructIovec]
    rvec_address: int
    riovcnt: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., lvec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., lvec_address: _Optional[int] = ..., liovcnt: _Optional[int] = ..., rvec: _Optional[_Iterable[_Union[StructIovec, _Mapping]]] = ..., rvec_address: _Optional[int] = ..., riovcnt: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Kcmp(_message.Message):
    __slots__ = ("pid1", "pid2", "type", "idx1", "idx2", "idx2_memory")
    PID1_FIELD_NUMBER: _ClassVar[int]
    PID2_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    IDX1_FIELD_NUMBER: _ClassVar[int]
    IDX2_FIELD_NUMBER: _ClassVar[int]
    IDX2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    pid1: int
    pid2: int
    type: int
    idx1: int
    idx2: int
    idx2_memory: bytes
    def __init__(self, pid1: _Optional[int] = ..., pid2: _Optional[int] = ..., type: _Optional[int] = ..., idx1: _Optional[int] = ..., idx2: _Optional[int] = ..., idx2_memory: _Optional[bytes] = ...) -> None: ...

class FinitModule(_message.Message):
    __slots__ = ("fd", "uargs", "uargs_address", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    uargs: bytes
    uargs_address: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., uargs: _Optional[bytes] = ..., uargs_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class SchedSetattr(_message.Message):
    __slots__ = ("pid_", "uattr", "uattr_address", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    UATTR_FIELD_NUMBER: _ClassVar[int]
    UATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    uattr: StructSchedAttr
    uattr_address: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., uattr: _Optional[_Union[StructSchedAttr, _Mapping]] = ..., uattr_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class SchedGetattr(_message.Message):
    __slots__ = ("pid_", "uattr", "uattr_address", "usize", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    UATTR_FIELD_NUMBER: _ClassVar[int]
    UATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    uattr: StructSchedAttr
    uattr_address: int
    usize: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., uattr: _Optional[_Union[StructSchedAttr, _Mapping]] = ..., uattr_address: _Optional[int] = ..., usize: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Renameat2(_message.Message):
    __slots__ = ("olddfd", "oldname", "oldname_address", "newdfd", "newname", "newname_address", "flags")
    OLDDFD_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_FIELD_NUMBER: _ClassVar[int]
    OLDNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NEWDFD_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_FIELD_NUMBER: _ClassVar[int]
    NEWNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    olddfd: int
    oldname: bytes
    oldname_address: int
    newdfd: int
    newname: bytes
    newname_address: int
    flags: int
    def __init__(self, olddfd: _Optional[int] = ..., oldname: _Optional[bytes] = ..., oldname_address: _Optional[int] = ..., newdfd: _Optional[int] = ..., newname: _Optional[bytes] = ..., newname_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Seccomp(_message.Message):
    __slots__ = ("op", "flags", "uargs", "uargs_memory")
    OP_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_MEMORY_FIELD_NUMBER: _ClassVar[int]
    op: int
    flags: int
    uargs: int
    uargs_memory: bytes
    def __init__(self, op: _Optional[int] = ..., flags: _Optional[int] = ..., uargs: _Optional[int] = ..., uargs_memory: _Optional[bytes] = ...) -> None: ...

class Getrandom(_message.Message):
    __slots__ = ("ubuf", "ubuf_address", "len", "flags")
    UBUF_FIELD_NUMBER: _ClassVar[int]
    UBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ubuf: bytes
    ubuf_address: int
    len: int
    flags: int
    def __init__(self, ubuf: _Optional[bytes] = ..., ubuf_address: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MemfdCreate(_message.Message):
    __slots__ = ("uname", "uname_address", "flags")
    UNAME_FIELD_NUMBER: _ClassVar[int]
    UNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    uname: bytes
    uname_address: int
    flags: int
    def __init__(self, uname: _Optional[bytes] = ..., uname_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class KexecFileLoad(_message.Message):
    __slots__ = ("kernel_fd", "initrd_fd", "cmdline_len", "cmdline_ptr", "cmdline_ptr_address", "flags")
    KERNEL_FD_FIELD_NUMBER: _ClassVar[int]
    INITRD_FD_FIELD_NUMBER: _ClassVar[int]
    CMDLINE_LEN_FIELD_NUMBER: _ClassVar[int]
    CMDLINE_PTR_FIELD_NUMBER: _ClassVar[int]
    CMDLINE_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    kernel_fd: int
    initrd_fd: int
    cmdline_len: int
    cmdline_ptr: bytes
    cmdline_ptr_address: int
    flags: int
    def __init__(self, kernel_fd: _Optional[int] = ..., initrd_fd: _Optional[int] = ..., cmdline_len: _Optional[int] = ..., cmdline_ptr: _Optional[bytes] = ..., cmdline_ptr_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Bpf(_message.Message):
    __slots__ = ("cmd", "uattr", "uattr_memory", "size", "uattr_common", "uattr_common_address", "size_common")
    CMD_FIELD_NUMBER: _ClassVar[int]
    UATTR_FIELD_NUMBER: _ClassVar[int]
    UATTR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    UATTR_COMMON_FIELD_NUMBER: _ClassVar[int]
    UATTR_COMMON_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_COMMON_FIELD_NUMBER: _ClassVar[int]
    cmd: int
    uattr: int
    uattr_memory: bytes
    size: int
    uattr_common: StructBpfCommonAttr
    uattr_common_address: int
    size_common: int
    def __init__(self, cmd: _Optional[int] = ..., uattr: _Optional[int] = ..., uattr_memory: _Optional[bytes] = ..., size: _Optional[int] = ..., uattr_common: _Optional[_Union[StructBpfCommonAttr, _Mapping]] = ..., uattr_common_address: _Optional[int] = ..., size_common: _Optional[int] = ...) -> None: ...

class Execveat(_message.Message):
    __slots__ = ("fd", "filename", "filename_address", "argv", "argv_address", "argv_unreadable", "envp", "envp_address", "envp_unreadable", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ARGV_FIELD_NUMBER: _ClassVar[int]
    ARGV_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ARGV_UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    ENVP_FIELD_NUMBER: _ClassVar[int]
    ENVP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ENVP_UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    filename: bytes
    filename_address: int
    argv: _containers.RepeatedScalarFieldContainer[bytes]
    argv_address: int
    argv_unreadable: _containers.RepeatedScalarFieldContainer[int]
    envp: _containers.RepeatedScalarFieldContainer[bytes]
    envp_address: int
    envp_unreadable: _containers.RepeatedScalarFieldContainer[int]
    flags: int
    def __init__(self, fd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., argv: _Optional[_Iterable[bytes]] = ..., argv_address: _Optional[int] = ..., argv_unreadable: _Optional[_Iterable[int]] = ..., envp: _Optional[_Iterable[bytes]] = ..., envp_address: _Optional[int] = ..., envp_unreadable: _Optional[_Iterable[int]] = ..., flags: _Optional[int] = ...) -> None: ...

class Userfaultfd(_message.Message):
    __slots__ = ("flags",)
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    def __init__(self, flags: _Optional[int] = ...) -> None: ...

class Membarrier(_message.Message):
    __slots__ = ("cmd", "flags", "cpu_id")
    CMD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    CPU_ID_FIELD_NUMBER: _ClassVar[int]
    cmd: int
    flags: int
    cpu_id: int
    def __init__(self, cmd: _Optional[int] = ..., flags: _Optional[int] = ..., cpu_id: _Optional[int] = ...) -> None: ...

class Mlock2(_message.Message):
    __slots__ = ("start", "len", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class CopyFileRange(_message.Message):
    __slots__ = ("fd_in", "off_in", "off_in_address", "off_in_passed", "fd_out", "off_out", "off_out_address", "off_out_passed", "len", "flags")
    FD_IN_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFF_IN_PASSED_FIELD_NUMBER: _ClassVar[int]
    FD_OUT_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFF_OUT_PASSED_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd_in: int
    off_in: _containers.RepeatedScalarFieldContainer[int]
    off_in_address: int
    off_in_passed: _containers.RepeatedScalarFieldContainer[int]
    fd_out: int
    off_out: _containers.RepeatedScalarFieldContainer[int]
    off_out_address: int
    off_out_passed: _containers.RepeatedScalarFieldContainer[int]
    len: int
    flags: int
    def __init__(self, fd_in: _Optional[int] = ..., off_in: _Optional[_Iterable[int]] = ..., off_in_address: _Optional[int] = ..., off_in_passed: _Optional[_Iterable[int]] = ..., fd_out: _Optional[int] = ..., off_out: _Optional[_Iterable[int]] = ..., off_out_address: _Optional[int] = ..., off_out_passed: _Optional[_Iterable[int]] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Preadv2(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen", "pos_l", "pos_h", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    POS_L_FIELD_NUMBER: _ClassVar[int]
    POS_H_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    pos_l: int
    pos_h: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ..., pos_l: _Optional[int] = ..., pos_h: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Pwritev2(_message.Message):
    __slots__ = ("fd", "vec", "vec_address", "vlen", "pos_l", "pos_h", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    POS_L_FIELD_NUMBER: _ClassVar[int]
    POS_H_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    vec: _containers.RepeatedCompositeFieldContainer[Iovec]
    vec_address: int
    vlen: int
    pos_l: int
    pos_h: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[Iovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ..., pos_l: _Optional[int] = ..., pos_h: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class PkeyMprotect(_message.Message):
    __slots__ = ("start", "len", "prot", "pkey")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    PKEY_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    prot: int
    pkey: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., prot: _Optional[int] = ..., pkey: _Optional[int] = ...) -> None: ...

class PkeyAlloc(_message.Message):
    __slots__ = ("flags", "init_val")
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    INIT_VAL_FIELD_NUMBER: _ClassVar[int]
    flags: int
    init_val: int
    def __init__(self, flags: _Optional[int] = ..., init_val: _Optional[int] = ...) -> None: ...

class PkeyFree(_message.Message):
    __slots__ = ("pkey",)
    PKEY_FIELD_NUMBER: _ClassVar[int]
    pkey: int
    def __init__(self, pkey: _Optional[int] = ...) -> None: ...

class Statx(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "flags", "mask", "buffer", "buffer_address")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    BUFFER_FIELD_NUMBER: _ClassVar[int]
    BUFFER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    flags: int
    mask: int
    buffer: StructStatx
    buffer_address: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., flags: _Optional[int] = ..., mask: _Optional[int] = ..., buffer: _Optional[_Union[StructStatx, _Mapping]] = ..., buffer_address: _Optional[int] = ...) -> None: ...

class IoPgetevents(_message.Message):
    __slots__ = ("ctx_id", "min_nr", "nr_", "events", "events_address", "timeout", "timeout_address", "usig", "usig_address")
    CTX_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_NR_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIG_FIELD_NUMBER: _ClassVar[int]
    USIG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ctx_id: int
    min_nr: int
    nr_: int
    events: _containers.RepeatedCompositeFieldContainer[StructIoEvent]
    events_address: int
    timeout: StructKernelTimespec
    timeout_address: int
    usig: _containers.RepeatedScalarFieldContainer[int]
    usig_address: int
    def __init__(self, ctx_id: _Optional[int] = ..., min_nr: _Optional[int] = ..., nr_: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructIoEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ..., usig: _Optional[_Iterable[int]] = ..., usig_address: _Optional[int] = ...) -> None: ...

class Rseq(_message.Message):
    __slots__ = ("rseq", "rseq_address", "rseq_len", "flags", "sig")
    RSEQ_FIELD_NUMBER: _ClassVar[int]
    RSEQ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RSEQ_LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    rseq: StructRseq
    rseq_address: int
    rseq_len: int
    flags: int
    sig: int
    def __init__(self, rseq: _Optional[_Union[StructRseq, _Mapping]] = ..., rseq_address: _Optional[int] = ..., rseq_len: _Optional[int] = ..., flags: _Optional[int] = ..., sig: _Optional[int] = ...) -> None: ...

class Uretprobe(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Uprobe(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class PidfdSendSignal(_message.Message):
    __slots__ = ("pidfd", "sig", "info", "info_address", "flags")
    PIDFD_FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    INFO_FIELD_NUMBER: _ClassVar[int]
    INFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pidfd: int
    sig: int
    info: StructSiginfo
    info_address: int
    flags: int
    def __init__(self, pidfd: _Optional[int] = ..., sig: _Optional[int] = ..., info: _Optional[_Union[StructSiginfo, _Mapping]] = ..., info_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class IoUringSetup(_message.Message):
    __slots__ = ("entries", "params", "params_address")
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    PARAMS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    entries: int
    params: StructIoUringParams
    params_address: int
    def __init__(self, entries: _Optional[int] = ..., params: _Optional[_Union[StructIoUringParams, _Mapping]] = ..., params_address: _Optional[int] = ...) -> None: ...

class IoUringEnter(_message.Message):
    __slots__ = ("fd", "to_submit", "min_complete", "flags", "argp", "argp_address", "argsz")
    FD_FIELD_NUMBER: _ClassVar[int]
    TO_SUBMIT_FIELD_NUMBER: _ClassVar[int]
    MIN_COMPLETE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ARGP_FIELD_NUMBER: _ClassVar[int]
    ARGP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ARGSZ_FIELD_NUMBER: _ClassVar[int]
    fd: int
    to_submit: int
    min_complete: int
    flags: int
    argp: bytes
    argp_address: int
    argsz: int
    def __init__(self, fd: _Optional[int] = ..., to_submit: _Optional[int] = ..., min_complete: _Optional[int] = ..., flags: _Optional[int] = ..., argp: _Optional[bytes] = ..., argp_address: _Optional[int] = ..., argsz: _Optional[int] = ...) -> None: ...

class IoUringRegister(_message.Message):
    __slots__ = ("fd", "opcode", "arg", "arg_memory", "arg_passed", "nr_args")
    FD_FIELD_NUMBER: _ClassVar[int]
    OPCODE_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG_PASSED_FIELD_NUMBER: _ClassVar[int]
    NR_ARGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    opcode: int
    arg: int
    arg_memory: bytes
    arg_passed: bytes
    nr_args: int
    def __init__(self, fd: _Optional[int] = ..., opcode: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ..., arg_passed: _Optional[bytes] = ..., nr_args: _Optional[int] = ...) -> None: ...

class OpenTree(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MoveMount(_message.Message):
    __slots__ = ("from_dfd", "from_pathname", "from_pathname_address", "to_dfd", "to_pathname", "to_pathname_address", "flags")
    FROM_DFD_FIELD_NUMBER: _ClassVar[int]
    FROM_PATHNAME_FIELD_NUMBER: _ClassVar[int]
    FROM_PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TO_DFD_FIELD_NUMBER: _ClassVar[int]
    TO_PATHNAME_FIELD_NUMBER: _ClassVar[int]
    TO_PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    from_dfd: int
    from_pathname: bytes
    from_pathname_address: int
    to_dfd: int
    to_pathname: bytes
    to_pathname_address: int
    flags: int
    def __init__(self, from_dfd: _Optional[int] = ..., from_pathname: _Optional[bytes] = ..., from_pathname_address: _Optional[int] = ..., to_dfd: _Optional[int] = ..., to_pathname: _Optional[bytes] = ..., to_pathname_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Fsopen(_message.Message):
    __slots__ = ("_fs_name", "_fs_name_address", "flags")
    _FS_NAME_FIELD_NUMBER: _ClassVar[int]
    _FS_NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    _fs_name: bytes
    _fs_name_address: int
    flags: int
    def __init__(self, _fs_name: _Optional[bytes] = ..., _fs_name_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Fsconfig(_message.Message):
    __slots__ = ("fd", "cmd", "_key", "_key_address", "_value", "_value_memory", "aux")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    _KEY_FIELD_NUMBER: _ClassVar[int]
    _KEY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    _VALUE_FIELD_NUMBER: _ClassVar[int]
    _VALUE_MEMORY_FIELD_NUMBER: _ClassVar[int]
    AUX_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    _key: bytes
    _key_address: int
    _value: int
    _value_memory: bytes
    aux: int
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ..., _key: _Optional[bytes] = ..., _key_address: _Optional[int] = ..., _value: _Optional[int] = ..., _value_memory: _Optional[bytes] = ..., aux: _Optional[int] = ...) -> None: ...

class Fsmount(_message.Message):
    __slots__ = ("fs_fd", "flags", "attr_flags")
    FS_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ATTR_FLAGS_FIELD_NUMBER: _ClassVar[int]
    fs_fd: int
    flags: int
    attr_flags: int
    def __init__(self, fs_fd: _Optional[int] = ..., flags: _Optional[int] = ..., attr_flags: _Optional[int] = ...) -> None: ...

class Fspick(_message.Message):
    __slots__ = ("dfd", "path", "path_address", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    path: bytes
    path_address: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., path: _Optional[bytes] = ..., path_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class PidfdOpen(_message.Message):
    __slots__ = ("pid_", "flags")
    PID__FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    flags: int
    def __init__(self, pid_: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Clone3(_message.Message):
    __slots__ = ("uargs", "uargs_address", "size")
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    uargs: StructCloneArgs
    uargs_address: int
    size: int
    def __init__(self, uargs: _Optional[_Union[StructCloneArgs, _Mapping]] = ..., uargs_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class CloseRange(_message.Message):
    __slots__ = ("fd", "max_fd", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    MAX_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    max_fd: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., max_fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Openat2(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "how", "how_address", "usize")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    HOW_FIELD_NUMBER: _ClassVar[int]
    HOW_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    how: StructOpenHow
    how_address: int
    usize: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., how: _Optional[_Union[StructOpenHow, _Mapping]] = ..., how_address: _Optional[int] = ..., usize: _Optional[int] = ...) -> None: ...

class PidfdGetfd(_message.Message):
    __slots__ = ("pidfd", "fd", "flags")
    PIDFD_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pidfd: int
    fd: int
    flags: int
    def __init__(self, pidfd: _Optional[int] = ..., fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Faccessat2(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "mode", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    mode: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class ProcessMadvise(_message.Message):
    __slots__ = ("pidfd", "vec", "vec_address", "vlen", "behavior", "flags")
    PIDFD_FIELD_NUMBER: _ClassVar[int]
    VEC_FIELD_NUMBER: _ClassVar[int]
    VEC_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    BEHAVIOR_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pidfd: int
    vec: _containers.RepeatedCompositeFieldContainer[StructIovec]
    vec_address: int
    vlen: int
    behavior: int
    flags: int
    def __init__(self, pidfd: _Optional[int] = ..., vec: _Optional[_Iterable[_Union[StructIovec, _Mapping]]] = ..., vec_address: _Optional[int] = ..., vlen: _Optional[int] = ..., behavior: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class EpollPwait2(_message.Message):
    __slots__ = ("epfd", "events", "events_address", "maxevents", "timeout", "timeout_address", "sigmask", "sigmask_address", "sigsetsize")
    EPFD_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MAXEVENTS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    epfd: int
    events: _containers.RepeatedCompositeFieldContainer[StructEpollEvent]
    events_address: int
    maxevents: int
    timeout: StructKernelTimespec
    timeout_address: int
    sigmask: _containers.RepeatedScalarFieldContainer[int]
    sigmask_address: int
    sigsetsize: int
    def __init__(self, epfd: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructEpollEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., maxevents: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ..., sigmask: _Optional[_Iterable[int]] = ..., sigmask_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class MountSetattr(_message.Message):
    __slots__ = ("dfd", "path", "path_address", "flags", "uattr", "uattr_address", "usize")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    UATTR_FIELD_NUMBER: _ClassVar[int]
    UATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    path: bytes
    path_address: int
    flags: int
    uattr: StructMountAttr
    uattr_address: int
    usize: int
    def __init__(self, dfd: _Optional[int] = ..., path: _Optional[bytes] = ..., path_address: _Optional[int] = ..., flags: _Optional[int] = ..., uattr: _Optional[_Union[StructMountAttr, _Mapping]] = ..., uattr_address: _Optional[int] = ..., usize: _Optional[int] = ...) -> None: ...

class QuotactlFd(_message.Message):
    __slots__ = ("fd", "cmd", "id", "addr", "addr_memory")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ADDR_FIELD_NUMBER: _ClassVar[int]
    ADDR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    id: int
    addr: int
    addr_memory: bytes
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ..., id: _Optional[int] = ..., addr: _Optional[int] = ..., addr_memory: _Optional[bytes] = ...) -> None: ...

class LandlockCreateRuleset(_message.Message):
    __slots__ = ("attr", "attr_address", "size", "flags")
    ATTR_FIELD_NUMBER: _ClassVar[int]
    ATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    attr: StructLandlockRulesetAttr
    attr_address: int
    size: int
    flags: int
    def __init__(self, attr: _Optional[_Union[StructLandlockRulesetAttr, _Mapping]] = ..., attr_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class LandlockAddRule(_message.Message):
    __slots__ = ("ruleset_fd", "rule_type", "rule_attr", "rule_attr_memory", "flags")
    RULESET_FD_FIELD_NUMBER: _ClassVar[int]
    RULE_TYPE_FIELD_NUMBER: _ClassVar[int]
    RULE_ATTR_FIELD_NUMBER: _ClassVar[int]
    RULE_ATTR_MEMORY_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ruleset_fd: int
    rule_type: int
    rule_attr: int
    rule_attr_memory: bytes
    flags: int
    def __init__(self, ruleset_fd: _Optional[int] = ..., rule_type: _Optional[int] = ..., rule_attr: _Optional[int] = ..., rule_attr_memory: _Optional[bytes] = ..., flags: _Optional[int] = ...) -> None: ...

class LandlockRestrictSelf(_message.Message):
    __slots__ = ("ruleset_fd", "flags")
    RULESET_FD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ruleset_fd: int
    flags: int
    def __init__(self, ruleset_fd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MemfdSecret(_message.Message):
    __slots__ = ("flags",)
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    flags: int
    def __init__(self, flags: _Optional[int] = ...) -> None: ...

class ProcessMrelease(_message.Message):
    __slots__ = ("pidfd", "flags")
    PIDFD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    pidfd: int
    flags: int
    def __init__(self, pidfd: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class FutexWaitv(_message.Message):
    __slots__ = ("waiters", "waiters_address", "nr_futexes", "flags", "timeout", "timeout_address", "clockid")
    WAITERS_FIELD_NUMBER: _ClassVar[int]
    WAITERS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NR_FUTEXES_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    waiters: _containers.RepeatedCompositeFieldContainer[StructFutexWaitv]
    waiters_address: int
    nr_futexes: int
    flags: int
    timeout: StructKernelTimespec
    timeout_address: int
    clockid: int
    def __init__(self, waiters: _Optional[_Iterable[_Union[StructFutexWaitv, _Mapping]]] = ..., waiters_address: _Optional[int] = ..., nr_futexes: _Optional[int] = ..., flags: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ..., clockid: _Optional[int] = ...) -> None: ...

class SetMempolicyHomeNode(_message.Message):
    __slots__ = ("start", "len", "home_node", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    HOME_NODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    home_node: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., home_node: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Cachestat(_message.Message):
    __slots__ = ("fd", "cstat_range", "cstat_range_address", "cstat", "cstat_address", "flags")
    FD_FIELD_NUMBER: _ClassVar[int]
    CSTAT_RANGE_FIELD_NUMBER: _ClassVar[int]
    CSTAT_RANGE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CSTAT_FIELD_NUMBER: _ClassVar[int]
    CSTAT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cstat_range: StructCachestatRange
    cstat_range_address: int
    cstat: StructCachestat
    cstat_address: int
    flags: int
    def __init__(self, fd: _Optional[int] = ..., cstat_range: _Optional[_Union[StructCachestatRange, _Mapping]] = ..., cstat_range_address: _Optional[int] = ..., cstat: _Optional[_Union[StructCachestat, _Mapping]] = ..., cstat_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Fchmodat2(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "mode", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    mode: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., mode: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class MapShadowStack(_message.Message):
    __slots__ = ("addr", "size", "flags")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    addr: int
    size: int
    flags: int
    def __init__(self, addr: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class FutexWake(_message.Message):
    __slots__ = ("uaddr", "uaddr_address", "mask", "nr_", "flags")
    UADDR_FIELD_NUMBER: _ClassVar[int]
    UADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    uaddr: _containers.RepeatedScalarFieldContainer[int]
    uaddr_address: int
    mask: int
    nr_: int
    flags: int
    def __init__(self, uaddr: _Optional[_Iterable[int]] = ..., uaddr_address: _Optional[int] = ..., mask: _Optional[int] = ..., nr_: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class FutexWait(_message.Message):
    __slots__ = ("uaddr", "uaddr_address", "val", "mask", "flags", "timeout", "timeout_address", "clockid")
    UADDR_FIELD_NUMBER: _ClassVar[int]
    UADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VAL_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CLOCKID_FIELD_NUMBER: _ClassVar[int]
    uaddr: _containers.RepeatedScalarFieldContainer[int]
    uaddr_address: int
    val: int
    mask: int
    flags: int
    timeout: StructKernelTimespec
    timeout_address: int
    clockid: int
    def __init__(self, uaddr: _Optional[_Iterable[int]] = ..., uaddr_address: _Optional[int] = ..., val: _Optional[int] = ..., mask: _Optional[int] = ..., flags: _Optional[int] = ..., timeout: _Optional[_Union[StructKernelTimespec, _Mapping]] = ..., timeout_address: _Optional[int] = ..., clockid: _Optional[int] = ...) -> None: ...

class FutexRequeue(_message.Message):
    __slots__ = ("waiters", "waiters_address", "flags", "nr_wake", "nr_requeue")
    WAITERS_FIELD_NUMBER: _ClassVar[int]
    WAITERS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NR_WAKE_FIELD_NUMBER: _ClassVar[int]
    NR_REQUEUE_FIELD_NUMBER: _ClassVar[int]
    waiters: _containers.RepeatedCompositeFieldContainer[StructFutexWaitv]
    waiters_address: int
    flags: int
    nr_wake: int
    nr_requeue: int
    def __init__(self, waiters: _Optional[_Iterable[_Union[StructFutexWaitv, _Mapping]]] = ..., waiters_address: _Optional[int] = ..., flags: _Optional[int] = ..., nr_wake: _Optional[int] = ..., nr_requeue: _Optional[int] = ...) -> None: ...

class Statmount(_message.Message):
    __slots__ = ("req", "req_address", "buf", "buf_address", "bufsize", "flags")
    REQ_FIELD_NUMBER: _ClassVar[int]
    REQ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    BUFSIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    req: StructMntIdReqStatmount
    req_address: int
    buf: StructStatmount
    buf_address: int
    bufsize: int
    flags: int
    def __init__(self, req: _Optional[_Union[StructMntIdReqStatmount, _Mapping]] = ..., req_address: _Optional[int] = ..., buf: _Optional[_Union[StructStatmount, _Mapping]] = ..., buf_address: _Optional[int] = ..., bufsize: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Listmount(_message.Message):
    __slots__ = ("req", "req_address", "mnt_ids", "mnt_ids_address", "nr_mnt_ids", "flags")
    REQ_FIELD_NUMBER: _ClassVar[int]
    REQ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MNT_IDS_FIELD_NUMBER: _ClassVar[int]
    MNT_IDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NR_MNT_IDS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    req: StructMntIdReq
    req_address: int
    mnt_ids: _containers.RepeatedScalarFieldContainer[int]
    mnt_ids_address: int
    nr_mnt_ids: int
    flags: int
    def __init__(self, req: _Optional[_Union[StructMntIdReq, _Mapping]] = ..., req_address: _Optional[int] = ..., mnt_ids: _Optional[_Iterable[int]] = ..., mnt_ids_address: _Optional[int] = ..., nr_mnt_ids: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class LsmGetSelfAttr(_message.Message):
    __slots__ = ("attr", "ctx", "ctx_address", "size", "size_address", "size_passed", "flags")
    ATTR_FIELD_NUMBER: _ClassVar[int]
    CTX_FIELD_NUMBER: _ClassVar[int]
    CTX_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SIZE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_PASSED_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    attr: int
    ctx: StructLsmCtx
    ctx_address: int
    size: _containers.RepeatedScalarFieldContainer[int]
    size_address: int
    size_passed: _containers.RepeatedScalarFieldContainer[int]
    flags: int
    def __init__(self, attr: _Optional[int] = ..., ctx: _Optional[_Union[StructLsmCtx, _Mapping]] = ..., ctx_address: _Optional[int] = ..., size: _Optional[_Iterable[int]] = ..., size_address: _Optional[int] = ..., size_passed: _Optional[_Iterable[int]] = ..., flags: _Optional[int] = ...) -> None: ...

class LsmSetSelfAttr(_message.Message):
    __slots__ = ("attr", "ctx", "ctx_address", "size", "flags")
    ATTR_FIELD_NUMBER: _ClassVar[int]
    CTX_FIELD_NUMBER: _ClassVar[int]
    CTX_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    attr: int
    ctx: StructLsmCtx
    ctx_address: int
    size: int
    flags: int
    def __init__(self, attr: _Optional[int] = ..., ctx: _Optional[_Union[StructLsmCtx, _Mapping]] = ..., ctx_address: _Optional[int] = ..., size: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class LsmListModules(_message.Message):
    __slots__ = ("ids", "ids_address", "size", "size_address", "size_passed", "flags")
    IDS_FIELD_NUMBER: _ClassVar[int]
    IDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SIZE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_PASSED_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    ids: _containers.RepeatedScalarFieldContainer[int]
    ids_address: int
    size: _containers.RepeatedScalarFieldContainer[int]
    size_address: int
    size_passed: _containers.RepeatedScalarFieldContainer[int]
    flags: int
    def __init__(self, ids: _Optional[_Iterable[int]] = ..., ids_address: _Optional[int] = ..., size: _Optional[_Iterable[int]] = ..., size_address: _Optional[int] = ..., size_passed: _Optional[_Iterable[int]] = ..., flags: _Optional[int] = ...) -> None: ...

class Mseal(_message.Message):
    __slots__ = ("start", "len", "flags")
    START_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    start: int
    len: int
    flags: int
    def __init__(self, start: _Optional[int] = ..., len: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Setxattrat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "at_flags", "name", "name_address", "uargs", "uargs_address", "usize")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    at_flags: int
    name: bytes
    name_address: int
    uargs: StructXattrArgs
    uargs_address: int
    usize: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., at_flags: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., uargs: _Optional[_Union[StructXattrArgs, _Mapping]] = ..., uargs_address: _Optional[int] = ..., usize: _Optional[int] = ...) -> None: ...

class Getxattrat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "at_flags", "name", "name_address", "uargs", "uargs_address", "usize")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UARGS_FIELD_NUMBER: _ClassVar[int]
    UARGS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    at_flags: int
    name: bytes
    name_address: int
    uargs: StructXattrArgs
    uargs_address: int
    usize: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., at_flags: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ..., uargs: _Optional[_Union[StructXattrArgs, _Mapping]] = ..., uargs_address: _Optional[int] = ..., usize: _Optional[int] = ...) -> None: ...

class Listxattrat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "at_flags", "list", "list_address", "size")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    LIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    at_flags: int
    list: bytes
    list_address: int
    size: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., at_flags: _Optional[int] = ..., list: _Optional[bytes] = ..., list_address: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class Removexattrat(_message.Message):
    __slots__ = ("dfd", "pathname", "pathname_address", "at_flags", "name", "name_address")
    DFD_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    pathname: bytes
    pathname_address: int
    at_flags: int
    name: bytes
    name_address: int
    def __init__(self, dfd: _Optional[int] = ..., pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., at_flags: _Optional[int] = ..., name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class OpenTreeAttr(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "flags", "uattr", "uattr_address", "usize")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    UATTR_FIELD_NUMBER: _ClassVar[int]
    UATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    flags: int
    uattr: StructMountAttr
    uattr_address: int
    usize: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., flags: _Optional[int] = ..., uattr: _Optional[_Union[StructMountAttr, _Mapping]] = ..., uattr_address: _Optional[int] = ..., usize: _Optional[int] = ...) -> None: ...

class FileGetattr(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "ufattr", "ufattr_address", "usize", "at_flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UFATTR_FIELD_NUMBER: _ClassVar[int]
    UFATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    ufattr: StructFileAttr
    ufattr_address: int
    usize: int
    at_flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., ufattr: _Optional[_Union[StructFileAttr, _Mapping]] = ..., ufattr_address: _Optional[int] = ..., usize: _Optional[int] = ..., at_flags: _Optional[int] = ...) -> None: ...

class FileSetattr(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "ufattr", "ufattr_address", "usize", "at_flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UFATTR_FIELD_NUMBER: _ClassVar[int]
    UFATTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIZE_FIELD_NUMBER: _ClassVar[int]
    AT_FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    ufattr: StructFileAttr
    ufattr_address: int
    usize: int
    at_flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., ufattr: _Optional[_Union[StructFileAttr, _Mapping]] = ..., ufattr_address: _Optional[int] = ..., usize: _Optional[int] = ..., at_flags: _Optional[int] = ...) -> None: ...

class Listns(_message.Message):
    __slots__ = ("req", "req_address", "ns_ids", "ns_ids_address", "nr_ns_ids", "flags")
    REQ_FIELD_NUMBER: _ClassVar[int]
    REQ_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NS_IDS_FIELD_NUMBER: _ClassVar[int]
    NS_IDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NR_NS_IDS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    req: StructNsIdReq
    req_address: int
    ns_ids: _containers.RepeatedScalarFieldContainer[int]
    ns_ids_address: int
    nr_ns_ids: int
    flags: int
    def __init__(self, req: _Optional[_Union[StructNsIdReq, _Mapping]] = ..., req_address: _Optional[int] = ..., ns_ids: _Optional[_Iterable[int]] = ..., ns_ids_address: _Optional[int] = ..., nr_ns_ids: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class RseqSliceYield(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Waitpid(_message.Message):
    __slots__ = ("upid", "stat_addr", "stat_addr_address", "options")
    UPID_FIELD_NUMBER: _ClassVar[int]
    STAT_ADDR_FIELD_NUMBER: _ClassVar[int]
    STAT_ADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    upid: int
    stat_addr: _containers.RepeatedScalarFieldContainer[int]
    stat_addr_address: int
    options: int
    def __init__(self, upid: _Optional[int] = ..., stat_addr: _Optional[_Iterable[int]] = ..., stat_addr_address: _Optional[int] = ..., options: _Optional[int] = ...) -> None: ...

class Oldstat(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructOldKernelStat
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructOldKernelStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Umount(_message.Message):
    __slots__ = ("name", "name_address")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    name: bytes
    name_address: int
    def __init__(self, name: _Optional[bytes] = ..., name_address: _Optional[int] = ...) -> None: ...

class Stime(_message.Message):
    __slots__ = ("tptr", "tptr_address")
    TPTR_FIELD_NUMBER: _ClassVar[int]
    TPTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    tptr: _containers.RepeatedScalarFieldContainer[int]
    tptr_address: int
    def __init__(self, tptr: _Optional[_Iterable[int]] = ..., tptr_address: _Optional[int] = ...) -> None: ...

class Oldfstat(_message.Message):
    __slots__ = ("fd", "statbuf", "statbuf_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    statbuf: StructOldKernelStat
    statbuf_address: int
    def __init__(self, fd: _Optional[int] = ..., statbuf: _Optional[_Union[StructOldKernelStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Stty(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Gtty(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Nice(_message.Message):
    __slots__ = ("increment",)
    INCREMENT_FIELD_NUMBER: _ClassVar[int]
    increment: int
    def __init__(self, increment: _Optional[int] = ...) -> None: ...

class Ftime(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Prof(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Signal(_message.Message):
    __slots__ = ("sig", "handler")
    SIG_FIELD_NUMBER: _ClassVar[int]
    HANDLER_FIELD_NUMBER: _ClassVar[int]
    sig: int
    handler: int
    def __init__(self, sig: _Optional[int] = ..., handler: _Optional[int] = ...) -> None: ...

class Lock(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Mpx(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Ulimit(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Oldolduname(_message.Message):
    __slots__ = ("name", "name_address")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    name: StructOldoldUtsname
    name_address: int
    def __init__(self, name: _Optional[_Union[StructOldoldUtsname, _Mapping]] = ..., name_address: _Optional[int] = ...) -> None: ...

class Sigaction(_message.Message):
    __slots__ = ("sig", "act", "act_address", "oact", "oact_address")
    SIG_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    ACT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OACT_FIELD_NUMBER: _ClassVar[int]
    OACT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    sig: int
    act: StructCompatOldSigaction
    act_address: int
    oact: StructCompatOldSigaction
    oact_address: int
    def __init__(self, sig: _Optional[int] = ..., act: _Optional[_Union[StructCompatOldSigaction, _Mapping]] = ..., act_address: _Optional[int] = ..., oact: _Optional[_Union[StructCompatOldSigaction, _Mapping]] = ..., oact_address: _Optional[int] = ...) -> None: ...

class Sgetmask(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Ssetmask(_message.Message):
    __slots__ = ("newmask",)
    NEWMASK_FIELD_NUMBER: _ClassVar[int]
    newmask: int
    def __init__(self, newmask: _Optional[int] = ...) -> None: ...

class Sigsuspend(_message.Message):
    __slots__ = ("unused1", "unused2", "mask")
    UNUSED1_FIELD_NUMBER: _ClassVar[int]
    UNUSED2_FIELD_NUMBER: _ClassVar[int]
    MASK_FIELD_NUMBER: _ClassVar[int]
    unused1: int
    unused2: int
    mask: int
    def __init__(self, unused1: _Optional[int] = ..., unused2: _Optional[int] = ..., mask: _Optional[int] = ...) -> None: ...

class Sigpending(_message.Message):
    __slots__ = ("uset", "uset_address")
    USET_FIELD_NUMBER: _ClassVar[int]
    USET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    uset: _containers.RepeatedScalarFieldContainer[int]
    uset_address: int
    def __init__(self, uset: _Optional[_Iterable[int]] = ..., uset_address: _Optional[int] = ...) -> None: ...

class OldSelect(_message.Message):
    __slots__ = ("arg", "arg_address")
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    arg: StructSelArgStruct
    arg_address: int
    def __init__(self, arg: _Optional[_Union[StructSelArgStruct, _Mapping]] = ..., arg_address: _Optional[int] = ...) -> None: ...

class Oldlstat(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructOldKernelStat
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructOldKernelStat, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Readdir(_message.Message):
    __slots__ = ("fd", "dirent", "dirent_address", "count")
    FD_FIELD_NUMBER: _ClassVar[int]
    DIRENT_FIELD_NUMBER: _ClassVar[int]
    DIRENT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    fd: int
    dirent: bytes
    dirent_address: int
    count: int
    def __init__(self, fd: _Optional[int] = ..., dirent: _Optional[bytes] = ..., dirent_address: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class OldMmap(_message.Message):
    __slots__ = ("arg", "arg_address")
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    arg: StructMmapArgStruct
    arg_address: int
    def __init__(self, arg: _Optional[_Union[StructMmapArgStruct, _Mapping]] = ..., arg_address: _Optional[int] = ...) -> None: ...

class Profil(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Socketcall(_message.Message):
    __slots__ = ("call", "args_", "args__memory")
    CALL_FIELD_NUMBER: _ClassVar[int]
    ARGS__FIELD_NUMBER: _ClassVar[int]
    ARGS__MEMORY_FIELD_NUMBER: _ClassVar[int]
    call: int
    args_: int
    args__memory: bytes
    def __init__(self, call: _Optional[int] = ..., args_: _Optional[int] = ..., args__memory: _Optional[bytes] = ...) -> None: ...

class Olduname(_message.Message):
    __slots__ = ("name", "name_address")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    name: StructOldUtsname
    name_address: int
    def __init__(self, name: _Optional[_Union[StructOldUtsname, _Mapping]] = ..., name_address: _Optional[int] = ...) -> None: ...

class Idle(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Vm86old(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Ipc(_message.Message):
    __slots__ = ("call", "first", "second", "third", "ptr", "fifth")
    CALL_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    SECOND_FIELD_NUMBER: _ClassVar[int]
    THIRD_FIELD_NUMBER: _ClassVar[int]
    PTR_FIELD_NUMBER: _ClassVar[int]
    FIFTH_FIELD_NUMBER: _ClassVar[int]
    call: int
    first: int
    second: int
    third: int
    ptr: int
    fifth: int
    def __init__(self, call: _Optional[int] = ..., first: _Optional[int] = ..., second: _Optional[int] = ..., third: _Optional[int] = ..., ptr: _Optional[int] = ..., fifth: _Optional[int] = ...) -> None: ...

class Sigreturn(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Sigprocmask(_message.Message):
    __slots__ = ("how", "nset", "nset_address", "oset", "oset_address")
    HOW_FIELD_NUMBER: _ClassVar[int]
    NSET_FIELD_NUMBER: _ClassVar[int]
    NSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OSET_FIELD_NUMBER: _ClassVar[int]
    OSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    how: int
    nset: _containers.RepeatedScalarFieldContainer[int]
    nset_address: int
    oset: _containers.RepeatedScalarFieldContainer[int]
    oset_address: int
    def __init__(self, how: _Optional[int] = ..., nset: _Optional[_Iterable[int]] = ..., nset_address: _Optional[int] = ..., oset: _Optional[_Iterable[int]] = ..., oset_address: _Optional[int] = ...) -> None: ...

class Bdflush(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Llseek(_message.Message):
    __slots__ = ("fd", "offset_high", "offset_low", "result", "result_address", "whence")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_HIGH_FIELD_NUMBER: _ClassVar[int]
    OFFSET_LOW_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RESULT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    WHENCE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset_high: int
    offset_low: int
    result: _containers.RepeatedScalarFieldContainer[int]
    result_address: int
    whence: int
    def __init__(self, fd: _Optional[int] = ..., offset_high: _Optional[int] = ..., offset_low: _Optional[int] = ..., result: _Optional[_Iterable[int]] = ..., result_address: _Optional[int] = ..., whence: _Optional[int] = ...) -> None: ...

class Newselect(_message.Message):
    __slots__ = ("n", "inp", "inp_address", "inp_passed", "outp", "outp_address", "outp_passed", "exp", "exp_address", "exp_passed", "tvp", "tvp_address", "tvp_passed")
    N_FIELD_NUMBER: _ClassVar[int]
    INP_FIELD_NUMBER: _ClassVar[int]
    INP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INP_PASSED_FIELD_NUMBER: _ClassVar[int]
    OUTP_FIELD_NUMBER: _ClassVar[int]
    OUTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OUTP_PASSED_FIELD_NUMBER: _ClassVar[int]
    EXP_FIELD_NUMBER: _ClassVar[int]
    EXP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EXP_PASSED_FIELD_NUMBER: _ClassVar[int]
    TVP_FIELD_NUMBER: _ClassVar[int]
    TVP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TVP_PASSED_FIELD_NUMBER: _ClassVar[int]
    n: int
    inp: _containers.RepeatedScalarFieldContainer[int]
    inp_address: int
    inp_passed: _containers.RepeatedScalarFieldContainer[int]
    outp: _containers.RepeatedScalarFieldContainer[int]
    outp_address: int
    outp_passed: _containers.RepeatedScalarFieldContainer[int]
    exp: _containers.RepeatedScalarFieldContainer[int]
    exp_address: int
    exp_passed: _containers.RepeatedScalarFieldContainer[int]
    tvp: StructKernelOldTimeval
    tvp_address: int
    tvp_passed: StructKernelOldTimeval
    def __init__(self, n: _Optional[int] = ..., inp: _Optional[_Iterable[int]] = ..., inp_address: _Optional[int] = ..., inp_passed: _Optional[_Iterable[int]] = ..., outp: _Optional[_Iterable[int]] = ..., outp_address: _Optional[int] = ..., outp_passed: _Optional[_Iterable[int]] = ..., exp: _Optional[_Iterable[int]] = ..., exp_address: _Optional[int] = ..., exp_passed: _Optional[_Iterable[int]] = ..., tvp: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ..., tvp_address: _Optional[int] = ..., tvp_passed: _Optional[_Union[StructKernelOldTimeval, _Mapping]] = ...) -> None: ...

class Vm86(_message.Message):
    __slots__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    ARG0_FIELD_NUMBER: _ClassVar[int]
    ARG1_FIELD_NUMBER: _ClassVar[int]
    ARG2_FIELD_NUMBER: _ClassVar[int]
    ARG3_FIELD_NUMBER: _ClassVar[int]
    ARG4_FIELD_NUMBER: _ClassVar[int]
    ARG5_FIELD_NUMBER: _ClassVar[int]
    arg0: int
    arg1: int
    arg2: int
    arg3: int
    arg4: int
    arg5: int
    def __init__(self, arg0: _Optional[int] = ..., arg1: _Optional[int] = ..., arg2: _Optional[int] = ..., arg3: _Optional[int] = ..., arg4: _Optional[int] = ..., arg5: _Optional[int] = ...) -> None: ...

class Ugetrlimit(_message.Message):
    __slots__ = ("resource", "rlim", "rlim_address")
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    RLIM_FIELD_NUMBER: _ClassVar[int]
    RLIM_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    resource: int
    rlim: StructRlimit
    rlim_address: int
    def __init__(self, resource: _Optional[int] = ..., rlim: _Optional[_Union[StructRlimit, _Mapping]] = ..., rlim_address: _Optional[int] = ...) -> None: ...

class Mmap2(_message.Message):
    __slots__ = ("addr", "len", "prot", "flags", "fd", "pgoff")
    ADDR_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    PROT_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    FD_FIELD_NUMBER: _ClassVar[int]
    PGOFF_FIELD_NUMBER: _ClassVar[int]
    addr: int
    len: int
    prot: int
    flags: int
    fd: int
    pgoff: int
    def __init__(self, addr: _Optional[int] = ..., len: _Optional[int] = ..., prot: _Optional[int] = ..., flags: _Optional[int] = ..., fd: _Optional[int] = ..., pgoff: _Optional[int] = ...) -> None: ...

class Truncate64(_message.Message):
    __slots__ = ("path", "path_address", "length")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    path: bytes
    path_address: int
    length: int
    def __init__(self, path: _Optional[bytes] = ..., path_address: _Optional[int] = ..., length: _Optional[int] = ...) -> None: ...

class Ftruncate64(_message.Message):
    __slots__ = ("fd", "length")
    FD_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    fd: int
    length: int
    def __init__(self, fd: _Optional[int] = ..., length: _Optional[int] = ...) -> None: ...

class Stat64(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructStat64
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat64, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Lstat64(_message.Message):
    __slots__ = ("filename", "filename_address", "statbuf", "statbuf_address")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    statbuf: StructStat64
    statbuf_address: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat64, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Fstat64(_message.Message):
    __slots__ = ("fd", "statbuf", "statbuf_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    statbuf: StructStat64
    statbuf_address: int
    def __init__(self, fd: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat64, _Mapping]] = ..., statbuf_address: _Optional[int] = ...) -> None: ...

class Lchown32(_message.Message):
    __slots__ = ("filename", "filename_address", "user", "group")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    user: int
    group: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Getuid32(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Getgid32(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Geteuid32(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Getegid32(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Setreuid32(_message.Message):
    __slots__ = ("ruid", "euid")
    RUID_FIELD_NUMBER: _ClassVar[int]
    EUID_FIELD_NUMBER: _ClassVar[int]
    ruid: int
    euid: int
    def __init__(self, ruid: _Optional[int] = ..., euid: _Optional[int] = ...) -> None: ...

class Setregid32(_message.Message):
    __slots__ = ("rgid", "egid")
    RGID_FIELD_NUMBER: _ClassVar[int]
    EGID_FIELD_NUMBER: _ClassVar[int]
    rgid: int
    egid: int
    def __init__(self, rgid: _Optional[int] = ..., egid: _Optional[int] = ...) -> None: ...

class Getgroups32(_message.Message):
    __slots__ = ("gidsetsize", "grouplist", "grouplist_address")
    GIDSETSIZE_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    gidsetsize: int
    grouplist: _containers.RepeatedScalarFieldContainer[int]
    grouplist_address: int
    def __init__(self, gidsetsize: _Optional[int] = ..., grouplist: _Optional[_Iterable[int]] = ..., grouplist_address: _Optional[int] = ...) -> None: ...

class Setgroups32(_message.Message):
    __slots__ = ("gidsetsize", "grouplist", "grouplist_address")
    GIDSETSIZE_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_FIELD_NUMBER: _ClassVar[int]
    GROUPLIST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    gidsetsize: int
    grouplist: _containers.RepeatedScalarFieldContainer[int]
    grouplist_address: int
    def __init__(self, gidsetsize: _Optional[int] = ..., grouplist: _Optional[_Iterable[int]] = ..., grouplist_address: _Optional[int] = ...) -> None: ...

class Fchown32(_message.Message):
    __slots__ = ("fd", "user", "group")
    FD_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    fd: int
    user: int
    group: int
    def __init__(self, fd: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Setresuid32(_message.Message):
    __slots__ = ("ruid", "euid", "suid")
    RUID_FIELD_NUMBER: _ClassVar[int]
    EUID_FIELD_NUMBER: _ClassVar[int]
    SUID_FIELD_NUMBER: _ClassVar[int]
    ruid: int
    euid: int
    suid: int
    def __init__(self, ruid: _Optional[int] = ..., euid: _Optional[int] = ..., suid: _Optional[int] = ...) -> None: ...

class Getresuid32(_message.Message):
    __slots__ = ("ruidp", "ruidp_address", "euidp", "euidp_address", "suidp", "suidp_address")
    RUIDP_FIELD_NUMBER: _ClassVar[int]
    RUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EUIDP_FIELD_NUMBER: _ClassVar[int]
    EUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SUIDP_FIELD_NUMBER: _ClassVar[int]
    SUIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ruidp: _containers.RepeatedScalarFieldContainer[int]
    ruidp_address: int
    euidp: _containers.RepeatedScalarFieldContainer[int]
    euidp_address: int
    suidp: _containers.RepeatedScalarFieldContainer[int]
    suidp_address: int
    def __init__(self, ruidp: _Optional[_Iterable[int]] = ..., ruidp_address: _Optional[int] = ..., euidp: _Optional[_Iterable[int]] = ..., euidp_address: _Optional[int] = ..., suidp: _Optional[_Iterable[int]] = ..., suidp_address: _Optional[int] = ...) -> None: ...

class Setresgid32(_message.Message):
    __slots__ = ("rgid", "egid", "sgid")
    RGID_FIELD_NUMBER: _ClassVar[int]
    EGID_FIELD_NUMBER: _ClassVar[int]
    SGID_FIELD_NUMBER: _ClassVar[int]
    rgid: int
    egid: int
    sgid: int
    def __init__(self, rgid: _Optional[int] = ..., egid: _Optional[int] = ..., sgid: _Optional[int] = ...) -> None: ...

class Getresgid32(_message.Message):
    __slots__ = ("rgidp", "rgidp_address", "egidp", "egidp_address", "sgidp", "sgidp_address")
    RGIDP_FIELD_NUMBER: _ClassVar[int]
    RGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EGIDP_FIELD_NUMBER: _ClassVar[int]
    EGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SGIDP_FIELD_NUMBER: _ClassVar[int]
    SGIDP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    rgidp: _containers.RepeatedScalarFieldContainer[int]
    rgidp_address: int
    egidp: _containers.RepeatedScalarFieldContainer[int]
    egidp_address: int
    sgidp: _containers.RepeatedScalarFieldContainer[int]
    sgidp_address: int
    def __init__(self, rgidp: _Optional[_Iterable[int]] = ..., rgidp_address: _Optional[int] = ..., egidp: _Optional[_Iterable[int]] = ..., egidp_address: _Optional[int] = ..., sgidp: _Optional[_Iterable[int]] = ..., sgidp_address: _Optional[int] = ...) -> None: ...

class Chown32(_message.Message):
    __slots__ = ("filename", "filename_address", "user", "group")
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    filename: bytes
    filename_address: int
    user: int
    group: int
    def __init__(self, filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., user: _Optional[int] = ..., group: _Optional[int] = ...) -> None: ...

class Setuid32(_message.Message):
    __slots__ = ("uid_",)
    UID__FIELD_NUMBER: _ClassVar[int]
    uid_: int
    def __init__(self, uid_: _Optional[int] = ...) -> None: ...

class Setgid32(_message.Message):
    __slots__ = ("gid_",)
    GID__FIELD_NUMBER: _ClassVar[int]
    gid_: int
    def __init__(self, gid_: _Optional[int] = ...) -> None: ...

class Setfsuid32(_message.Message):
    __slots__ = ("uid_",)
    UID__FIELD_NUMBER: _ClassVar[int]
    uid_: int
    def __init__(self, uid_: _Optional[int] = ...) -> None: ...

class Setfsgid32(_message.Message):
    __slots__ = ("gid_",)
    GID__FIELD_NUMBER: _ClassVar[int]
    gid_: int
    def __init__(self, gid_: _Optional[int] = ...) -> None: ...

class Fcntl64(_message.Message):
    __slots__ = ("fd", "cmd", "arg", "arg_memory", "arg_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    CMD_FIELD_NUMBER: _ClassVar[int]
    ARG_FIELD_NUMBER: _ClassVar[int]
    ARG_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ARG_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    cmd: int
    arg: int
    arg_memory: bytes
    arg_passed: bytes
    def __init__(self, fd: _Optional[int] = ..., cmd: _Optional[int] = ..., arg: _Optional[int] = ..., arg_memory: _Optional[bytes] = ..., arg_passed: _Optional[bytes] = ...) -> None: ...

class Sendfile64(_message.Message):
    __slots__ = ("out_fd", "in_fd", "offset", "offset_address", "offset_passed", "count")
    OUT_FD_FIELD_NUMBER: _ClassVar[int]
    IN_FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    OFFSET_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OFFSET_PASSED_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    out_fd: int
    in_fd: int
    offset: _containers.RepeatedScalarFieldContainer[int]
    offset_address: int
    offset_passed: _containers.RepeatedScalarFieldContainer[int]
    count: int
    def __init__(self, out_fd: _Optional[int] = ..., in_fd: _Optional[int] = ..., offset: _Optional[_Iterable[int]] = ..., offset_address: _Optional[int] = ..., offset_passed: _Optional[_Iterable[int]] = ..., count: _Optional[int] = ...) -> None: ...

class Statfs64(_message.Message):
    __slots__ = ("pathname", "pathname_address", "sz", "buf", "buf_address")
    PATHNAME_FIELD_NUMBER: _ClassVar[int]
    PATHNAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SZ_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pathname: bytes
    pathname_address: int
    sz: int
    buf: StructStatfs64
    buf_address: int
    def __init__(self, pathname: _Optional[bytes] = ..., pathname_address: _Optional[int] = ..., sz: _Optional[int] = ..., buf: _Optional[_Union[StructStatfs64, _Mapping]] = ..., buf_address: _Optional[int] = ...) -> None: ...

class Fstatfs64(_message.Message):
    __slots__ = ("fd", "sz", "buf", "buf_address")
    FD_FIELD_NUMBER: _ClassVar[int]
    SZ_FIELD_NUMBER: _ClassVar[int]
    BUF_FIELD_NUMBER: _ClassVar[int]
    BUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    fd: int
    sz: int
    buf: StructStatfs64
    buf_address: int
    def __init__(self, fd: _Optional[int] = ..., sz: _Optional[int] = ..., buf: _Optional[_Union[StructStatfs64, _Mapping]] = ..., buf_address: _Optional[int] = ...) -> None: ...

class Fadvise6464(_message.Message):
    __slots__ = ("fd", "offset", "len", "advice")
    FD_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LEN_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    fd: int
    offset: int
    len: int
    advice: int
    def __init__(self, fd: _Optional[int] = ..., offset: _Optional[int] = ..., len: _Optional[int] = ..., advice: _Optional[int] = ...) -> None: ...

class Fstatat64(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "statbuf", "statbuf_address", "flag")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATBUF_FIELD_NUMBER: _ClassVar[int]
    STATBUF_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    statbuf: StructStat64
    statbuf_address: int
    flag: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., statbuf: _Optional[_Union[StructStat64, _Mapping]] = ..., statbuf_address: _Optional[int] = ..., flag: _Optional[int] = ...) -> None: ...

class ClockGettime64(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructTimespec64
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockSettime64(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructTimespec64
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockAdjtime64(_message.Message):
    __slots__ = ("which_clock", "utx", "utx_address", "utx_passed")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    UTX_FIELD_NUMBER: _ClassVar[int]
    UTX_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTX_PASSED_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    utx: StructTimex64
    utx_address: int
    utx_passed: StructTimex64
    def __init__(self, which_clock: _Optional[int] = ..., utx: _Optional[_Union[StructTimex64, _Mapping]] = ..., utx_address: _Optional[int] = ..., utx_passed: _Optional[_Union[StructTimex64, _Mapping]] = ...) -> None: ...

class ClockGetresTime64(_message.Message):
    __slots__ = ("which_clock", "tp", "tp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    TP_FIELD_NUMBER: _ClassVar[int]
    TP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    tp: StructTimespec64
    tp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., tp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., tp_address: _Optional[int] = ...) -> None: ...

class ClockNanosleepTime64(_message.Message):
    __slots__ = ("which_clock", "flags", "rqtp", "rqtp_address", "rmtp", "rmtp_address")
    WHICH_CLOCK_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    RQTP_FIELD_NUMBER: _ClassVar[int]
    RQTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    RMTP_FIELD_NUMBER: _ClassVar[int]
    RMTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    which_clock: int
    flags: int
    rqtp: StructTimespec64
    rqtp_address: int
    rmtp: StructTimespec64
    rmtp_address: int
    def __init__(self, which_clock: _Optional[int] = ..., flags: _Optional[int] = ..., rqtp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., rqtp_address: _Optional[int] = ..., rmtp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., rmtp_address: _Optional[int] = ...) -> None: ...

class TimerGettime64(_message.Message):
    __slots__ = ("timer_id", "setting", "setting_address")
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    SETTING_FIELD_NUMBER: _ClassVar[int]
    SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    setting: StructItimerspec64
    setting_address: int
    def __init__(self, timer_id: _Optional[int] = ..., setting: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., setting_address: _Optional[int] = ...) -> None: ...

class TimerSettime64(_message.Message):
    __slots__ = ("timer_id", "flags", "new_setting", "new_setting_address", "old_setting", "old_setting_address")
    TIMER_ID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    NEW_SETTING_FIELD_NUMBER: _ClassVar[int]
    NEW_SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OLD_SETTING_FIELD_NUMBER: _ClassVar[int]
    OLD_SETTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    timer_id: int
    flags: int
    new_setting: StructItimerspec64
    new_setting_address: int
    old_setting: StructItimerspec64
    old_setting_address: int
    def __init__(self, timer_id: _Optional[int] = ..., flags: _Optional[int] = ..., new_setting: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., new_setting_address: _Optional[int] = ..., old_setting: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., old_setting_address: _Optional[int] = ...) -> None: ...

class TimerfdGettime64(_message.Message):
    __slots__ = ("ufd", "otmr", "otmr_address")
    UFD_FIELD_NUMBER: _ClassVar[int]
    OTMR_FIELD_NUMBER: _ClassVar[int]
    OTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    otmr: StructItimerspec64
    otmr_address: int
    def __init__(self, ufd: _Optional[int] = ..., otmr: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., otmr_address: _Optional[int] = ...) -> None: ...

class TimerfdSettime64(_message.Message):
    __slots__ = ("ufd", "flags", "utmr", "utmr_address", "otmr", "otmr_address")
    UFD_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    UTMR_FIELD_NUMBER: _ClassVar[int]
    UTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OTMR_FIELD_NUMBER: _ClassVar[int]
    OTMR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ufd: int
    flags: int
    utmr: StructItimerspec64
    utmr_address: int
    otmr: StructItimerspec64
    otmr_address: int
    def __init__(self, ufd: _Optional[int] = ..., flags: _Optional[int] = ..., utmr: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., utmr_address: _Optional[int] = ..., otmr: _Optional[_Union[StructItimerspec64, _Mapping]] = ..., otmr_address: _Optional[int] = ...) -> None: ...

class UtimensatTime64(_message.Message):
    __slots__ = ("dfd", "filename", "filename_address", "utimes", "utimes_address", "flags")
    DFD_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    FILENAME_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTIMES_FIELD_NUMBER: _ClassVar[int]
    UTIMES_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    dfd: int
    filename: bytes
    filename_address: int
    utimes: _containers.RepeatedCompositeFieldContainer[StructTimespec64]
    utimes_address: int
    flags: int
    def __init__(self, dfd: _Optional[int] = ..., filename: _Optional[bytes] = ..., filename_address: _Optional[int] = ..., utimes: _Optional[_Iterable[_Union[StructTimespec64, _Mapping]]] = ..., utimes_address: _Optional[int] = ..., flags: _Optional[int] = ...) -> None: ...

class Pselect6Time64(_message.Message):
    __slots__ = ("n", "inp", "inp_address", "inp_passed", "outp", "outp_address", "outp_passed", "exp", "exp_address", "exp_passed", "tsp", "tsp_address", "tsp_passed", "sig", "sig_address")
    N_FIELD_NUMBER: _ClassVar[int]
    INP_FIELD_NUMBER: _ClassVar[int]
    INP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INP_PASSED_FIELD_NUMBER: _ClassVar[int]
    OUTP_FIELD_NUMBER: _ClassVar[int]
    OUTP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OUTP_PASSED_FIELD_NUMBER: _ClassVar[int]
    EXP_FIELD_NUMBER: _ClassVar[int]
    EXP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    EXP_PASSED_FIELD_NUMBER: _ClassVar[int]
    TSP_FIELD_NUMBER: _ClassVar[int]
    TSP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TSP_PASSED_FIELD_NUMBER: _ClassVar[int]
    SIG_FIELD_NUMBER: _ClassVar[int]
    SIG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    n: int
    inp: _containers.RepeatedScalarFieldContainer[int]
    inp_address: int
    inp_passed: _containers.RepeatedScalarFieldContainer[int]
    outp: _containers.RepeatedScalarFieldContainer[int]
    outp_address: int
    outp_passed: _containers.RepeatedScalarFieldContainer[int]
    exp: _containers.RepeatedScalarFieldContainer[int]
    exp_address: int
    exp_passed: _containers.RepeatedScalarFieldContainer[int]
    tsp: StructTimespec64
    tsp_address: int
    tsp_passed: StructTimespec64
    sig: _containers.RepeatedScalarFieldContainer[int]
    sig_address: int
    def __init__(self, n: _Optional[int] = ..., inp: _Optional[_Iterable[int]] = ..., inp_address: _Optional[int] = ..., inp_passed: _Optional[_Iterable[int]] = ..., outp: _Optional[_Iterable[int]] = ..., outp_address: _Optional[int] = ..., outp_passed: _Optional[_Iterable[int]] = ..., exp: _Optional[_Iterable[int]] = ..., exp_address: _Optional[int] = ..., exp_passed: _Optional[_Iterable[int]] = ..., tsp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., tsp_address: _Optional[int] = ..., tsp_passed: _Optional[_Union[StructTimespec64, _Mapping]] = ..., sig: _Optional[_Iterable[int]] = ..., sig_address: _Optional[int] = ...) -> None: ...

class PpollTime64(_message.Message):
    __slots__ = ("ufds", "ufds_address", "nfds", "tsp", "tsp_address", "tsp_passed", "sigmask", "sigmask_address", "sigsetsize")
    UFDS_FIELD_NUMBER: _ClassVar[int]
    UFDS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NFDS_FIELD_NUMBER: _ClassVar[int]
    TSP_FIELD_NUMBER: _ClassVar[int]
    TSP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TSP_PASSED_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_FIELD_NUMBER: _ClassVar[int]
    SIGMASK_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    ufds: _containers.RepeatedCompositeFieldContainer[StructPollfd]
    ufds_address: int
    nfds: int
    tsp: StructTimespec64
    tsp_address: int
    tsp_passed: StructTimespec64
    sigmask: _containers.RepeatedScalarFieldContainer[int]
    sigmask_address: int
    sigsetsize: int
    def __init__(self, ufds: _Optional[_Iterable[_Union[StructPollfd, _Mapping]]] = ..., ufds_address: _Optional[int] = ..., nfds: _Optional[int] = ..., tsp: _Optional[_Union[StructTimespec64, _Mapping]] = ..., tsp_address: _Optional[int] = ..., tsp_passed: _Optional[_Union[StructTimespec64, _Mapping]] = ..., sigmask: _Optional[_Iterable[int]] = ..., sigmask_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class IoPgeteventsTime64(_message.Message):
    __slots__ = ("ctx_id", "min_nr", "nr_", "events", "events_address", "timeout", "timeout_address", "usig", "usig_address")
    CTX_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_NR_FIELD_NUMBER: _ClassVar[int]
    NR__FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    USIG_FIELD_NUMBER: _ClassVar[int]
    USIG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ctx_id: int
    min_nr: int
    nr_: int
    events: _containers.RepeatedCompositeFieldContainer[StructIoEvent]
    events_address: int
    timeout: StructTimespec64
    timeout_address: int
    usig: _containers.RepeatedScalarFieldContainer[int]
    usig_address: int
    def __init__(self, ctx_id: _Optional[int] = ..., min_nr: _Optional[int] = ..., nr_: _Optional[int] = ..., events: _Optional[_Iterable[_Union[StructIoEvent, _Mapping]]] = ..., events_address: _Optional[int] = ..., timeout: _Optional[_Union[StructTimespec64, _Mapping]] = ..., timeout_address: _Optional[int] = ..., usig: _Optional[_Iterable[int]] = ..., usig_address: _Optional[int] = ...) -> None: ...

class RecvmmsgTime64(_message.Message):
    __slots__ = ("fd", "mmsg", "mmsg_address", "vlen", "flags", "timeout", "timeout_address", "timeout_passed")
    FD_FIELD_NUMBER: _ClassVar[int]
    MMSG_FIELD_NUMBER: _ClassVar[int]
    MMSG_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    VLEN_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_PASSED_FIELD_NUMBER: _ClassVar[int]
    fd: int
    mmsg: _containers.RepeatedCompositeFieldContainer[Mmsghdr]
    mmsg_address: int
    vlen: int
    flags: int
    timeout: StructTimespec64
    timeout_address: int
    timeout_passed: StructTimespec64
    def __init__(self, fd: _Optional[int] = ..., mmsg: _Optional[_Iterable[_Union[Mmsghdr, _Mapping]]] = ..., mmsg_address: _Optional[int] = ..., vlen: _Optional[int] = ..., flags: _Optional[int] = ..., timeout: _Optional[_Union[StructTimespec64, _Mapping]] = ..., timeout_address: _Optional[int] = ..., timeout_passed: _Optional[_Union[StructTimespec64, _Mapping]] = ...) -> None: ...

class MqTimedsendTime64(_message.Message):
    __slots__ = ("mqdes", "u_msg_ptr", "u_msg_ptr_address", "msg_len", "msg_prio", "u_abs_timeout", "u_abs_timeout_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSG_LEN_FIELD_NUMBER: _ClassVar[int]
    MSG_PRIO_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_msg_ptr: bytes
    u_msg_ptr_address: int
    msg_len: int
    msg_prio: int
    u_abs_timeout: StructTimespec64
    u_abs_timeout_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_msg_ptr: _Optional[bytes] = ..., u_msg_ptr_address: _Optional[int] = ..., msg_len: _Optional[int] = ..., msg_prio: _Optional[int] = ..., u_abs_timeout: _Optional[_Union[StructTimespec64, _Mapping]] = ..., u_abs_timeout_address: _Optional[int] = ...) -> None: ...

class MqTimedreceiveTime64(_message.Message):
    __slots__ = ("mqdes", "u_msg_ptr", "u_msg_ptr_address", "msg_len", "u_msg_prio", "u_msg_prio_address", "u_abs_timeout", "u_abs_timeout_address")
    MQDES_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PTR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MSG_LEN_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PRIO_FIELD_NUMBER: _ClassVar[int]
    U_MSG_PRIO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    U_ABS_TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mqdes: int
    u_msg_ptr: bytes
    u_msg_ptr_address: int
    msg_len: int
    u_msg_prio: _containers.RepeatedScalarFieldContainer[int]
    u_msg_prio_address: int
    u_abs_timeout: StructTimespec64
    u_abs_timeout_address: int
    def __init__(self, mqdes: _Optional[int] = ..., u_msg_ptr: _Optional[bytes] = ..., u_msg_ptr_address: _Optional[int] = ..., msg_len: _Optional[int] = ..., u_msg_prio: _Optional[_Iterable[int]] = ..., u_msg_prio_address: _Optional[int] = ..., u_abs_timeout: _Optional[_Union[StructTimespec64, _Mapping]] = ..., u_abs_timeout_address: _Optional[int] = ...) -> None: ...

class SemtimedopTime64(_message.Message):
    __slots__ = ("semid", "tsops", "tsops_address", "nsops", "timeout", "timeout_address")
    SEMID_FIELD_NUMBER: _ClassVar[int]
    TSOPS_FIELD_NUMBER: _ClassVar[int]
    TSOPS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NSOPS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    semid: int
    tsops: _containers.RepeatedCompositeFieldContainer[StructSembuf]
    tsops_address: int
    nsops: int
    timeout: StructTimespec64
    timeout_address: int
    def __init__(self, semid: _Optional[int] = ..., tsops: _Optional[_Iterable[_Union[StructSembuf, _Mapping]]] = ..., tsops_address: _Optional[int] = ..., nsops: _Optional[int] = ..., timeout: _Optional[_Union[StructTimespec64, _Mapping]] = ..., timeout_address: _Optional[int] = ...) -> None: ...

class RtSigtimedwaitTime64(_message.Message):
    __slots__ = ("uthese", "uthese_address", "uinfo", "uinfo_address", "uts", "uts_address", "sigsetsize")
    UTHESE_FIELD_NUMBER: _ClassVar[int]
    UTHESE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UINFO_FIELD_NUMBER: _ClassVar[int]
    UINFO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    UTS_FIELD_NUMBER: _ClassVar[int]
    UTS_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SIGSETSIZE_FIELD_NUMBER: _ClassVar[int]
    uthese: _containers.RepeatedScalarFieldContainer[int]
    uthese_address: int
    uinfo: StructSiginfo
    uinfo_address: int
    uts: StructTimespec64
    uts_address: int
    sigsetsize: int
    def __init__(self, uthese: _Optional[_Iterable[int]] = ..., uthese_address: _Optional[int] = ..., uinfo: _Optional[_Union[StructSiginfo, _Mapping]] = ..., uinfo_address: _Optional[int] = ..., uts: _Optional[_Union[StructTimespec64, _Mapping]] = ..., uts_address: _Optional[int] = ..., sigsetsize: _Optional[int] = ...) -> None: ...

class FutexTime64(_message.Message):
    __slots__ = ("uaddr", "uaddr_address", "op", "val", "utime", "utime_memory", "uaddr2", "uaddr2_memory", "val3")
    UADDR_FIELD_NUMBER: _ClassVar[int]
    UADDR_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OP_FIELD_NUMBER: _ClassVar[int]
    VAL_FIELD_NUMBER: _ClassVar[int]
    UTIME_FIELD_NUMBER: _ClassVar[int]
    UTIME_MEMORY_FIELD_NUMBER: _ClassVar[int]
    UADDR2_FIELD_NUMBER: _ClassVar[int]
    UADDR2_MEMORY_FIELD_NUMBER: _ClassVar[int]
    VAL3_FIELD_NUMBER: _ClassVar[int]
    uaddr: _containers.RepeatedScalarFieldContainer[int]
    uaddr_address: int
    op: int
    val: int
    utime: int
    utime_memory: bytes
    uaddr2: int
    uaddr2_memory: bytes
    val3: int
    def __init__(self, uaddr: _Optional[_Iterable[int]] = ..., uaddr_address: _Optional[int] = ..., op: _Optional[int] = ..., val: _Optional[int] = ..., utime: _Optional[int] = ..., utime_memory: _Optional[bytes] = ..., uaddr2: _Optional[int] = ..., uaddr2_memory: _Optional[bytes] = ..., val3: _Optional[int] = ...) -> None: ...

class SchedRrGetIntervalTime64(_message.Message):
    __slots__ = ("pid_", "interval", "interval_address")
    PID__FIELD_NUMBER: _ClassVar[int]
    INTERVAL_FIELD_NUMBER: _ClassVar[int]
    INTERVAL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    pid_: int
    interval: StructTimespec64
    interval_address: int
    def __init__(self, pid_: _Optional[int] = ..., interval: _Optional[_Union[StructTimespec64, _Mapping]] = ..., interval_address: _Optional[int] = ...) -> None: ...
