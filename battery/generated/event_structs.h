/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/event_structs.h.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
/* One struct per syscall's event, for decoders in C. The captured bytes follow it, each argument's padded to 8. */
#ifndef TRACELEFT_EVENT_STRUCTS_H
#define TRACELEFT_EVENT_STRUCTS_H

#include <traceleft/event.h>

struct _sysctl_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct accept_event {
	struct event_header header;
	u64 fd; /* int */
	u64 upeer_sockaddr; /* struct sockaddr * */
	u64 upeer_addrlen; /* int * */
	struct captured captured[3];
};

struct accept4_event {
	struct event_header header;
	u64 fd; /* int */
	u64 upeer_sockaddr; /* struct sockaddr * */
	u64 upeer_addrlen; /* int * */
	u64 flags; /* int */
	struct captured captured[3];
};

struct access_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 mode; /* int */
	struct captured captured[1];
};

struct acct_event {
	struct event_header header;
	u64 name; /* const char * */
	struct captured captured[1];
};

struct add_key_event {
	struct event_header header;
	u64 _type; /* const char * */
	u64 _description; /* const char * */
	u64 _payload; /* const void * */
	u64 plen; /* size_t */
	u64 ringid; /* key_serial_t */
	struct captured captured[3];
};

struct adjtimex_event {
	struct event_header header;
	u64 txc_p; /* struct __kernel_timex * */
	struct captured captured[2];
};

struct afs_syscall_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct alarm_event {
	struct event_header header;
	u64 seconds; /* unsigned int */
};

struct arch_prctl_event {
	struct event_header header;
	u64 option; /* int */
	u64 arg2; /* unsigned long */
	struct captured captured[1];
};

struct bind_event {
	struct event_header header;
	u64 fd; /* int */
	u64 umyaddr; /* struct sockaddr * */
	u64 addrlen; /* int */
	struct captured captured[1];
};

struct bpf_event {
	struct event_header header;
	u64 cmd; /* int */
	u64 uattr; /* union bpf_attr * */
	u64 size; /* unsigned int */
	u64 uattr_common; /* struct bpf_common_attr * */
	u64 size_common; /* unsigned int */
	struct captured captured[2];
};

struct brk_event {
	struct event_header header;
	u64 brk; /* unsigned long */
};

struct cachestat_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 cstat_range; /* struct cachestat_range * */
	u64 cstat; /* struct cachestat * */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct capget_event {
	struct event_header header;
	u64 header_; /* cap_user_header_t */
	u64 dataptr; /* cap_user_data_t */
	struct captured captured[3];
};

struct capset_event {
	struct event_header header;
	u64 header_; /* cap_user_header_t */
	u64 data; /* const cap_user_data_t */
	struct captured captured[2];
};

struct chdir_event {
	struct event_header header;
	u64 filename; /* const char * */
	struct captured captured[1];
};

struct chmod_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct chown_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 user; /* uid_t */
	u64 group; /* gid_t */
	struct captured captured[1];
};

struct chroot_event {
	struct event_header header;
	u64 filename; /* const char * */
	struct captured captured[1];
};

struct clock_adjtime_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 utx; /* struct __kernel_timex * */
	struct captured captured[2];
};

struct clock_getres_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 tp; /* struct __kernel_timespec * */
	struct captured captured[1];
};

struct clock_gettime_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 tp; /* struct __kernel_timespec * */
	struct captured captured[1];
};

struct clock_nanosleep_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 flags; /* int */
	u64 rqtp; /* const struct __kernel_timespec * */
	u64 rmtp; /* struct __kernel_timespec * */
	struct captured captured[2];
};

struct clock_settime_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 tp; /* const struct __kernel_timespec * */
	struct captured captured[1];
};

#if defined(__TARGET_ARCH_x86) || defined(__x86_64__)
struct clone_event {
	struct event_header header;
	u64 clone_flags; /* unsigned long */
	u64 newsp; /* unsigned long */
	u64 parent_tidptr; /* int * */
	u64 child_tidptr; /* int * */
	u64 tls; /* unsigned long */
	struct captured captured[2];
};
#elif defined(__TARGET_ARCH_arm64) || defined(__aarch64__)
struct clone_event {
	struct event_header header;
	u64 clone_flags; /* unsigned long */
	u64 newsp; /* unsigned long */
	u64 parent_tidptr; /* int * */
	u64 tls; /* unsigned long */
	u64 child_tidptr; /* int * */
	struct captured captured[2];
};
#endif

struct clone3_event {
	struct event_header header;
	u64 uargs; /* struct clone_args * */
	u64 size; /* size_t */
	struct captured captured[1];
};

struct close_event {
	struct event_header header;
	u64 fd; /* unsigned int */
};

struct close_range_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 max_fd; /* unsigned int */
	u64 flags; /* unsigned int */
};

struct connect_event {
	struct event_header header;
	u64 fd; /* int */
	u64 uservaddr; /* struct sockaddr * */
	u64 addrlen; /* int */
	struct captured captured[1];
};

struct copy_file_range_event {
	struct event_header header;
	u64 fd_in; /* int */
	u64 off_in; /* loff_t * */
	u64 fd_out; /* int */
	u64 off_out; /* loff_t * */
	u64 len; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[4];
};

struct creat_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct create_module_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct delete_module_event {
	struct event_header header;
	u64 name_user; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct dup_event {
	struct event_header header;
	u64 fildes; /* unsigned int */
};

struct dup2_event {
	struct event_header header;
	u64 oldfd; /* unsigned int */
	u64 newfd; /* unsigned int */
};

struct dup3_event {
	struct event_header header;
	u64 oldfd; /* unsigned int */
	u64 newfd; /* unsigned int */
	u64 flags; /* int */
};

struct epoll_create_event {
	struct event_header header;
	u64 size; /* int */
};

struct epoll_create1_event {
	struct event_header header;
	u64 flags; /* int */
};

struct epoll_ctl_event {
	struct event_header header;
	u64 epfd; /* int */
	u64 op; /* int */
	u64 fd; /* int */
	u64 event; /* struct epoll_event * */
	struct captured captured[1];
};

struct epoll_ctl_old_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct epoll_pwait_event {
	struct event_header header;
	u64 epfd; /* int */
	u64 events; /* struct epoll_event * */
	u64 maxevents; /* int */
	u64 timeout; /* int */
	u64 sigmask; /* const sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[2];
};

struct epoll_pwait2_event {
	struct event_header header;
	u64 epfd; /* int */
	u64 events; /* struct epoll_event * */
	u64 maxevents; /* int */
	u64 timeout; /* const struct __kernel_timespec * */
	u64 sigmask; /* const sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[3];
};

struct epoll_wait_event {
	struct event_header header;
	u64 epfd; /* int */
	u64 events; /* struct epoll_event * */
	u64 maxevents; /* int */
	u64 timeout; /* int */
	struct captured captured[1];
};

struct epoll_wait_old_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct eventfd_event {
	struct event_header header;
	u64 count; /* unsigned int */
};

struct eventfd2_event {
	struct event_header header;
	u64 count; /* unsigned int */
	u64 flags; /* int */
};

struct execve_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 argv; /* const char *const * */
	u64 envp; /* const char *const * */
	struct captured captured[3];
};

struct execveat_event {
	struct event_header header;
	u64 fd; /* int */
	u64 filename; /* const char * */
	u64 argv; /* const char *const * */
	u64 envp; /* const char *const * */
	u64 flags; /* int */
	struct captured captured[3];
};

struct exit_event {
	struct event_header header;
	u64 error_code; /* int */
};

struct exit_group_event {
	struct event_header header;
	u64 error_code; /* int */
};

struct faccessat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 mode; /* int */
	struct captured captured[1];
};

struct faccessat2_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 mode; /* int */
	u64 flags; /* int */
	struct captured captured[1];
};

#if defined(__TARGET_ARCH_x86) || defined(__x86_64__)
struct fadvise64_event {
	struct event_header header;
	u64 fd; /* int */
	u64 offset; /* loff_t */
	u64 len; /* size_t */
	u64 advice; /* int */
};
#elif defined(__TARGET_ARCH_arm64) || defined(__aarch64__)
struct fadvise64_event {
	struct event_header header;
	u64 fd; /* int */
	u64 offset; /* loff_t */
	u64 len; /* loff_t */
	u64 advice; /* int */
};
#endif

struct fallocate_event {
	struct event_header header;
	u64 fd; /* int */
	u64 mode; /* int */
	u64 offset; /* loff_t */
	u64 len; /* loff_t */
};

struct fanotify_init_event {
	struct event_header header;
	u64 flags; /* unsigned int */
	u64 event_f_flags; /* unsigned int */
};

struct fanotify_mark_event {
	struct event_header header;
	u64 fanotify_fd; /* int */
	u64 flags; /* unsigned int */
	u64 mask; /* __u64 */
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	struct captured captured[1];
};

struct fchdir_event {
	struct event_header header;
	u64 fd; /* unsigned int */
};

struct fchmod_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 mode; /* umode_t */
};

struct fchmodat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct fchmodat2_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct fchown_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 user; /* uid_t */
	u64 group; /* gid_t */
};

struct fchownat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 user; /* uid_t */
	u64 group; /* gid_t */
	u64 flag; /* int */
	struct captured captured[1];
};

struct fcntl_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 cmd; /* unsigned int */
	u64 arg; /* unsigned long */
	struct captured captured[2];
};

struct fdatasync_event {
	struct event_header header;
	u64 fd; /* unsigned int */
};

struct fgetxattr_event {
	struct event_header header;
	u64 fd; /* int */
	u64 name; /* const char * */
	u64 value; /* void * */
	u64 size; /* size_t */
	struct captured captured[2];
};

struct file_getattr_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 ufattr; /* struct file_attr * */
	u64 usize; /* size_t */
	u64 at_flags; /* unsigned int */
	struct captured captured[2];
};

struct file_setattr_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 ufattr; /* struct file_attr * */
	u64 usize; /* size_t */
	u64 at_flags; /* unsigned int */
	struct captured captured[2];
};

struct finit_module_event {
	struct event_header header;
	u64 fd; /* int */
	u64 uargs; /* const char * */
	u64 flags; /* int */
	struct captured captured[1];
};

struct flistxattr_event {
	struct event_header header;
	u64 fd; /* int */
	u64 list; /* char * */
	u64 size; /* size_t */
	struct captured captured[1];
};

struct flock_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 cmd; /* unsigned int */
};

struct fork_event {
	struct event_header header;
};

struct fremovexattr_event {
	struct event_header header;
	u64 fd; /* int */
	u64 name; /* const char * */
	struct captured captured[1];
};

struct fsconfig_event {
	struct event_header header;
	u64 fd; /* int */
	u64 cmd; /* unsigned int */
	u64 _key; /* const char * */
	u64 _value; /* const void * */
	u64 aux; /* int */
	struct captured captured[2];
};

struct fsetxattr_event {
	struct event_header header;
	u64 fd; /* int */
	u64 name; /* const char * */
	u64 value; /* const void * */
	u64 size; /* size_t */
	u64 flags; /* int */
	struct captured captured[2];
};

struct fsmount_event {
	struct event_header header;
	u64 fs_fd; /* int */
	u64 flags; /* unsigned int */
	u64 attr_flags; /* unsigned int */
};

struct fsopen_event {
	struct event_header header;
	u64 _fs_name; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct fspick_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 path; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct fstat_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 statbuf; /* struct stat * */
	struct captured captured[1];
};

struct fstatfs_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* struct statfs * */
	struct captured captured[1];
};

struct fsync_event {
	struct event_header header;
	u64 fd; /* unsigned int */
};

struct ftruncate_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 length; /* off_t */
};

struct futex_event {
	struct event_header header;
	u64 uaddr; /* u32 * */
	u64 op; /* int */
	u64 val; /* u32 */
	u64 utime; /* const struct __kernel_timespec * */
	u64 uaddr2; /* u32 * */
	u64 val3; /* u32 */
	struct captured captured[3];
};

struct futex_requeue_event {
	struct event_header header;
	u64 waiters; /* struct futex_waitv * */
	u64 flags; /* unsigned int */
	u64 nr_wake; /* int */
	u64 nr_requeue; /* int */
	struct captured captured[1];
};

struct futex_wait_event {
	struct event_header header;
	u64 uaddr; /* void * */
	u64 val; /* unsigned long */
	u64 mask; /* unsigned long */
	u64 flags; /* unsigned int */
	u64 timeout; /* struct __kernel_timespec * */
	u64 clockid; /* clockid_t */
	struct captured captured[2];
};

struct futex_waitv_event {
	struct event_header header;
	u64 waiters; /* struct futex_waitv * */
	u64 nr_futexes; /* unsigned int */
	u64 flags; /* unsigned int */
	u64 timeout; /* struct __kernel_timespec * */
	u64 clockid; /* clockid_t */
	struct captured captured[2];
};

struct futex_wake_event {
	struct event_header header;
	u64 uaddr; /* void * */
	u64 mask; /* unsigned long */
	u64 nr_; /* int */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct futimesat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 utimes; /* struct __kernel_old_timeval * */
	struct captured captured[2];
};

struct get_kernel_syms_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct get_mempolicy_event {
	struct event_header header;
	u64 policy; /* int * */
	u64 nmask; /* unsigned long * */
	u64 maxnode; /* unsigned long */
	u64 addr; /* unsigned long */
	u64 flags; /* unsigned long */
	struct captured captured[2];
};

struct get_robust_list_event {
	struct event_header header;
	u64 pid_; /* int */
	u64 head_ptr; /* struct robust_list_head ** */
	u64 len_ptr; /* size_t * */
	struct captured captured[2];
};

struct get_thread_area_event {
	struct event_header header;
	u64 u_info; /* struct user_desc * */
	struct captured captured[1];
};

struct getcpu_event {
	struct event_header header;
	u64 cpup; /* unsigned * */
	u64 nodep; /* unsigned * */
	u64 unused; /* void * */
	struct captured captured[2];
};

struct getcwd_event {
	struct event_header header;
	u64 buf; /* char * */
	u64 size; /* unsigned long */
	struct captured captured[1];
};

struct getdents_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 dirent; /* struct linux_dirent * */
	u64 count; /* unsigned int */
	struct captured captured[1];
};

struct getdents64_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 dirent; /* struct linux_dirent64 * */
	u64 count; /* unsigned int */
	struct captured captured[1];
};

struct getegid_event {
	struct event_header header;
};

struct geteuid_event {
	struct event_header header;
};

struct getgid_event {
	struct event_header header;
};

struct getgroups_event {
	struct event_header header;
	u64 gidsetsize; /* int */
	u64 grouplist; /* gid_t * */
	struct captured captured[1];
};

struct getitimer_event {
	struct event_header header;
	u64 which; /* int */
	u64 value; /* struct __kernel_old_itimerval * */
	struct captured captured[1];
};

struct getpeername_event {
	struct event_header header;
	u64 fd; /* int */
	u64 usockaddr; /* struct sockaddr * */
	u64 usockaddr_len; /* int * */
	struct captured captured[3];
};

struct getpgid_event {
	struct event_header header;
	u64 pid_; /* pid_t */
};

struct getpgrp_event {
	struct event_header header;
};

struct getpid_event {
	struct event_header header;
};

struct getpmsg_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct getppid_event {
	struct event_header header;
};

struct getpriority_event {
	struct event_header header;
	u64 which; /* int */
	u64 who; /* int */
};

struct getrandom_event {
	struct event_header header;
	u64 ubuf; /* char * */
	u64 len; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct getresgid_event {
	struct event_header header;
	u64 rgidp; /* gid_t * */
	u64 egidp; /* gid_t * */
	u64 sgidp; /* gid_t * */
	struct captured captured[3];
};

struct getresuid_event {
	struct event_header header;
	u64 ruidp; /* uid_t * */
	u64 euidp; /* uid_t * */
	u64 suidp; /* uid_t * */
	struct captured captured[3];
};

struct getrlimit_event {
	struct event_header header;
	u64 resource; /* unsigned int */
	u64 rlim; /* struct rlimit * */
	struct captured captured[1];
};

struct getrusage_event {
	struct event_header header;
	u64 who; /* int */
	u64 ru; /* struct rusage * */
	struct captured captured[1];
};

struct getsid_event {
	struct event_header header;
	u64 pid_; /* pid_t */
};

struct getsockname_event {
	struct event_header header;
	u64 fd; /* int */
	u64 usockaddr; /* struct sockaddr * */
	u64 usockaddr_len; /* int * */
	struct captured captured[3];
};

struct getsockopt_event {
	struct event_header header;
	u64 fd; /* int */
	u64 level; /* int */
	u64 optname; /* int */
	u64 optval; /* char * */
	u64 optlen; /* int * */
	struct captured captured[3];
};

struct gettid_event {
	struct event_header header;
};

struct gettimeofday_event {
	struct event_header header;
	u64 tv; /* struct __kernel_old_timeval * */
	u64 tz; /* struct timezone * */
	struct captured captured[2];
};

struct getuid_event {
	struct event_header header;
};

struct getxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	u64 value; /* void * */
	u64 size; /* size_t */
	struct captured captured[3];
};

struct getxattrat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 at_flags; /* unsigned int */
	u64 name; /* const char * */
	u64 uargs; /* struct xattr_args * */
	u64 usize; /* size_t */
	struct captured captured[3];
};

struct init_module_event {
	struct event_header header;
	u64 umod; /* void * */
	u64 len; /* unsigned long */
	u64 uargs; /* const char * */
	struct captured captured[2];
};

struct inotify_add_watch_event {
	struct event_header header;
	u64 fd; /* int */
	u64 pathname; /* const char * */
	u64 mask; /* u32 */
	struct captured captured[1];
};

struct inotify_init_event {
	struct event_header header;
};

struct inotify_init1_event {
	struct event_header header;
	u64 flags; /* int */
};

struct inotify_rm_watch_event {
	struct event_header header;
	u64 fd; /* int */
	u64 wd; /* __s32 */
};

struct io_cancel_event {
	struct event_header header;
	u64 ctx_id; /* aio_context_t */
	u64 iocb; /* struct iocb * */
	u64 result; /* struct io_event * */
	struct captured captured[2];
};

struct io_destroy_event {
	struct event_header header;
	u64 ctx; /* aio_context_t */
};

struct io_getevents_event {
	struct event_header header;
	u64 ctx_id; /* aio_context_t */
	u64 min_nr; /* long */
	u64 nr_; /* long */
	u64 events; /* struct io_event * */
	u64 timeout; /* struct __kernel_timespec * */
	struct captured captured[2];
};

struct io_pgetevents_event {
	struct event_header header;
	u64 ctx_id; /* aio_context_t */
	u64 min_nr; /* long */
	u64 nr_; /* long */
	u64 events; /* struct io_event * */
	u64 timeout; /* struct __kernel_timespec * */
	u64 usig; /* const struct __aio_sigset * */
	struct captured captured[3];
};

struct io_setup_event {
	struct event_header header;
	u64 nr_events; /* unsigned */
	u64 ctxp; /* aio_context_t * */
	struct captured captured[1];
};

struct io_submit_event {
	struct event_header header;
	u64 ctx_id; /* aio_context_t */
	u64 nr_; /* long */
	u64 iocbpp; /* struct iocb ** */
	struct captured captured[1];
};

struct io_uring_enter_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 to_submit; /* u32 */
	u64 min_complete; /* u32 */
	u64 flags; /* u32 */
	u64 argp; /* const void * */
	u64 argsz; /* size_t */
	struct captured captured[1];
};

struct io_uring_register_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 opcode; /* unsigned int */
	u64 arg; /* void * */
	u64 nr_args; /* unsigned int */
	struct captured captured[2];
};

struct io_uring_setup_event {
	struct event_header header;
	u64 entries; /* u32 */
	u64 params; /* struct io_uring_params * */
	struct captured captured[1];
};

struct ioctl_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 cmd; /* unsigned int */
	u64 arg; /* unsigned long */
	struct captured captured[2];
};

struct ioperm_event {
	struct event_header header;
	u64 from_; /* unsigned long */
	u64 num; /* unsigned long */
	u64 turn_on; /* int */
};

struct iopl_event {
	struct event_header header;
	u64 level; /* unsigned int */
};

struct ioprio_get_event {
	struct event_header header;
	u64 which; /* int */
	u64 who; /* int */
};

struct ioprio_set_event {
	struct event_header header;
	u64 which; /* int */
	u64 who; /* int */
	u64 ioprio; /* int */
};

struct kcmp_event {
	struct event_header header;
	u64 pid1; /* pid_t */
	u64 pid2; /* pid_t */
	u64 type; /* int */
	u64 idx1; /* unsigned long */
	u64 idx2; /* unsigned long */
	struct captured captured[1];
};

struct kexec_file_load_event {
	struct event_header header;
	u64 kernel_fd; /* int */
	u64 initrd_fd; /* int */
	u64 cmdline_len; /* unsigned long */
	u64 cmdline_ptr; /* const char * */
	u64 flags; /* unsigned long */
	struct captured captured[1];
};

struct kexec_load_event {
	struct event_header header;
	u64 entry; /* unsigned long */
	u64 nr_segments; /* unsigned long */
	u64 segments; /* struct kexec_segment * */
	u64 flags; /* unsigned long */
	struct captured captured[1];
};

struct keyctl_event {
	struct event_header header;
	u64 option; /* int */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
	struct captured captured[4];
};

struct kill_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 sig; /* int */
};

struct landlock_add_rule_event {
	struct event_header header;
	u64 ruleset_fd; /* const int */
	u64 rule_type; /* const enum landlock_rule_type */
	u64 rule_attr; /* const void *const */
	u64 flags; /* const __u32 */
	struct captured captured[1];
};

struct landlock_create_ruleset_event {
	struct event_header header;
	u64 attr; /* const struct landlock_ruleset_attr *const */
	u64 size; /* const size_t */
	u64 flags; /* const __u32 */
	struct captured captured[1];
};

struct landlock_restrict_self_event {
	struct event_header header;
	u64 ruleset_fd; /* const int */
	u64 flags; /* const __u32 */
};

struct lchown_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 user; /* uid_t */
	u64 group; /* gid_t */
	struct captured captured[1];
};

struct lgetxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	u64 value; /* void * */
	u64 size; /* size_t */
	struct captured captured[3];
};

struct link_event {
	struct event_header header;
	u64 oldname; /* const char * */
	u64 newname; /* const char * */
	struct captured captured[2];
};

struct linkat_event {
	struct event_header header;
	u64 olddfd; /* int */
	u64 oldname; /* const char * */
	u64 newdfd; /* int */
	u64 newname; /* const char * */
	u64 flags; /* int */
	struct captured captured[2];
};

struct listen_event {
	struct event_header header;
	u64 fd; /* int */
	u64 backlog; /* int */
};

struct listmount_event {
	struct event_header header;
	u64 req; /* const struct mnt_id_req * */
	u64 mnt_ids; /* u64 * */
	u64 nr_mnt_ids; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct listns_event {
	struct event_header header;
	u64 req; /* const struct ns_id_req * */
	u64 ns_ids; /* u64 * */
	u64 nr_ns_ids; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct listxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 list; /* char * */
	u64 size; /* size_t */
	struct captured captured[2];
};

struct listxattrat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 at_flags; /* unsigned int */
	u64 list; /* char * */
	u64 size; /* size_t */
	struct captured captured[2];
};

struct llistxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 list; /* char * */
	u64 size; /* size_t */
	struct captured captured[2];
};

struct lookup_dcookie_event {
	struct event_header header;
	u64 cookie64; /* u64 */
	u64 buf; /* char * */
	u64 len; /* size_t */
	struct captured captured[1];
};

struct lremovexattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	struct captured captured[2];
};

struct lseek_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 offset; /* off_t */
	u64 whence; /* unsigned int */
};

struct lsetxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	u64 value; /* const void * */
	u64 size; /* size_t */
	u64 flags; /* int */
	struct captured captured[3];
};

struct lsm_get_self_attr_event {
	struct event_header header;
	u64 attr; /* unsigned int */
	u64 ctx; /* struct lsm_ctx * */
	u64 size; /* u32 * */
	u64 flags; /* u32 */
	struct captured captured[3];
};

struct lsm_list_modules_event {
	struct event_header header;
	u64 ids; /* u64 * */
	u64 size; /* u32 * */
	u64 flags; /* u32 */
	struct captured captured[3];
};

struct lsm_set_self_attr_event {
	struct event_header header;
	u64 attr; /* unsigned int */
	u64 ctx; /* struct lsm_ctx * */
	u64 size; /* u32 */
	u64 flags; /* u32 */
	struct captured captured[1];
};

struct lstat_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 statbuf; /* struct stat * */
	struct captured captured[2];
};

struct madvise_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len_in; /* size_t */
	u64 behavior; /* int */
};

struct map_shadow_stack_event {
	struct event_header header;
	u64 addr; /* unsigned long */
	u64 size; /* unsigned long */
	u64 flags; /* unsigned int */
};

struct mbind_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* unsigned long */
	u64 mode; /* unsigned long */
	u64 nmask; /* const unsigned long * */
	u64 maxnode; /* unsigned long */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct membarrier_event {
	struct event_header header;
	u64 cmd; /* int */
	u64 flags; /* unsigned int */
	u64 cpu_id; /* int */
};

struct memfd_create_event {
	struct event_header header;
	u64 uname; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct memfd_secret_event {
	struct event_header header;
	u64 flags; /* unsigned int */
};

struct migrate_pages_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 maxnode; /* unsigned long */
	u64 old_nodes; /* const unsigned long * */
	u64 new_nodes; /* const unsigned long * */
	struct captured captured[2];
};

struct mincore_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 vec; /* unsigned char * */
	struct captured captured[1];
};

struct mkdir_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct mkdirat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct mknod_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	u64 dev; /* unsigned */
	struct captured captured[1];
};

struct mknodat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	u64 dev; /* unsigned int */
	struct captured captured[1];
};

struct mlock_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
};

struct mlock2_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 flags; /* int */
};

struct mlockall_event {
	struct event_header header;
	u64 flags; /* int */
};

struct mmap_event {
	struct event_header header;
	u64 addr; /* unsigned long */
	u64 len; /* unsigned long */
	u64 prot; /* unsigned long */
	u64 flags; /* unsigned long */
	u64 fd; /* unsigned long */
	u64 off; /* unsigned long */
};

struct modify_ldt_event {
	struct event_header header;
	u64 func; /* int */
	u64 ptr; /* void * */
	u64 bytecount; /* unsigned long */
	struct captured captured[1];
};

struct mount_event {
	struct event_header header;
	u64 dev_name; /* char * */
	u64 dir_name; /* char * */
	u64 type; /* char * */
	u64 flags; /* unsigned long */
	u64 data; /* void * */
	struct captured captured[4];
};

struct mount_setattr_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 path; /* const char * */
	u64 flags; /* unsigned int */
	u64 uattr; /* struct mount_attr * */
	u64 usize; /* size_t */
	struct captured captured[2];
};

struct move_mount_event {
	struct event_header header;
	u64 from_dfd; /* int */
	u64 from_pathname; /* const char * */
	u64 to_dfd; /* int */
	u64 to_pathname; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct move_pages_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 nr_pages; /* unsigned long */
	u64 pages; /* const void ** */
	u64 nodes; /* const int * */
	u64 status; /* int * */
	u64 flags; /* int */
	struct captured captured[3];
};

struct mprotect_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 prot; /* unsigned long */
};

struct mq_getsetattr_event {
	struct event_header header;
	u64 mqdes; /* mqd_t */
	u64 u_mqstat; /* const struct mq_attr * */
	u64 u_omqstat; /* struct mq_attr * */
	struct captured captured[2];
};

struct mq_notify_event {
	struct event_header header;
	u64 mqdes; /* mqd_t */
	u64 u_notification; /* const struct sigevent * */
	struct captured captured[1];
};

struct mq_open_event {
	struct event_header header;
	u64 u_name; /* const char * */
	u64 oflag; /* int */
	u64 mode; /* umode_t */
	u64 u_attr; /* struct mq_attr * */
	struct captured captured[2];
};

struct mq_timedreceive_event {
	struct event_header header;
	u64 mqdes; /* mqd_t */
	u64 u_msg_ptr; /* char * */
	u64 msg_len; /* size_t */
	u64 u_msg_prio; /* unsigned int * */
	u64 u_abs_timeout; /* const struct __kernel_timespec * */
	struct captured captured[3];
};

struct mq_timedsend_event {
	struct event_header header;
	u64 mqdes; /* mqd_t */
	u64 u_msg_ptr; /* const char * */
	u64 msg_len; /* size_t */
	u64 msg_prio; /* unsigned int */
	u64 u_abs_timeout; /* const struct __kernel_timespec * */
	struct captured captured[2];
};

struct mq_unlink_event {
	struct event_header header;
	u64 u_name; /* const char * */
	struct captured captured[1];
};

struct mremap_event {
	struct event_header header;
	u64 addr; /* unsigned long */
	u64 old_len; /* unsigned long */
	u64 new_len; /* unsigned long */
	u64 flags; /* unsigned long */
	u64 new_addr; /* unsigned long */
};

struct mseal_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 flags; /* unsigned long */
};

struct msgctl_event {
	struct event_header header;
	u64 msqid; /* int */
	u64 cmd; /* int */
	u64 buf; /* struct msqid_ds * */
	struct captured captured[1];
};

struct msgget_event {
	struct event_header header;
	u64 key; /* key_t */
	u64 msgflg; /* int */
};

struct msgrcv_event {
	struct event_header header;
	u64 msqid; /* int */
	u64 msgp; /* struct msgbuf * */
	u64 msgsz; /* size_t */
	u64 msgtyp; /* long */
	u64 msgflg; /* int */
	struct captured captured[1];
};

struct msgsnd_event {
	struct event_header header;
	u64 msqid; /* int */
	u64 msgp; /* struct msgbuf * */
	u64 msgsz; /* size_t */
	u64 msgflg; /* int */
	struct captured captured[1];
};

struct msync_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 flags; /* int */
};

struct munlock_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
};

struct munlockall_event {
	struct event_header header;
};

struct munmap_event {
	struct event_header header;
	u64 addr; /* unsigned long */
	u64 len; /* size_t */
};

struct name_to_handle_at_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 name; /* const char * */
	u64 handle; /* struct file_handle * */
	u64 mnt_id; /* void * */
	u64 flag; /* int */
	struct captured captured[4];
};

struct nanosleep_event {
	struct event_header header;
	u64 rqtp; /* struct __kernel_timespec * */
	u64 rmtp; /* struct __kernel_timespec * */
	struct captured captured[2];
};

struct newfstatat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 statbuf; /* struct stat * */
	u64 flag; /* int */
	struct captured captured[2];
};

struct nfsservctl_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct open_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 flags; /* int */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct open_by_handle_at_event {
	struct event_header header;
	u64 mountdirfd; /* int */
	u64 handle; /* struct file_handle * */
	u64 flags; /* int */
	struct captured captured[1];
};

struct open_tree_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 flags; /* unsigned */
	struct captured captured[1];
};

struct open_tree_attr_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 flags; /* unsigned */
	u64 uattr; /* struct mount_attr * */
	u64 usize; /* size_t */
	struct captured captured[2];
};

struct openat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 flags; /* int */
	u64 mode; /* umode_t */
	struct captured captured[1];
};

struct openat2_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 how; /* struct open_how * */
	u64 usize; /* size_t */
	struct captured captured[2];
};

struct pause_event {
	struct event_header header;
};

struct perf_event_open_event {
	struct event_header header;
	u64 attr_uptr; /* struct perf_event_attr * */
	u64 pid_; /* pid_t */
	u64 cpu_; /* int */
	u64 group_fd; /* int */
	u64 flags; /* unsigned long */
	struct captured captured[1];
};

struct personality_event {
	struct event_header header;
	u64 personality; /* unsigned int */
};

struct pidfd_getfd_event {
	struct event_header header;
	u64 pidfd; /* int */
	u64 fd; /* int */
	u64 flags; /* unsigned int */
};

struct pidfd_open_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 flags; /* unsigned int */
};

struct pidfd_send_signal_event {
	struct event_header header;
	u64 pidfd; /* int */
	u64 sig; /* int */
	u64 info; /* siginfo_t * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct pipe_event {
	struct event_header header;
	u64 fildes; /* int * */
	struct captured captured[1];
};

struct pipe2_event {
	struct event_header header;
	u64 fildes; /* int * */
	u64 flags; /* int */
	struct captured captured[1];
};

struct pivot_root_event {
	struct event_header header;
	u64 new_root; /* const char * */
	u64 put_old; /* const char * */
	struct captured captured[2];
};

struct pkey_alloc_event {
	struct event_header header;
	u64 flags; /* unsigned long */
	u64 init_val; /* unsigned long */
};

struct pkey_free_event {
	struct event_header header;
	u64 pkey; /* int */
};

struct pkey_mprotect_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* size_t */
	u64 prot; /* unsigned long */
	u64 pkey; /* int */
};

struct poll_event {
	struct event_header header;
	u64 ufds; /* struct pollfd * */
	u64 nfds; /* unsigned int */
	u64 timeout_msecs; /* int */
	struct captured captured[1];
};

struct ppoll_event {
	struct event_header header;
	u64 ufds; /* struct pollfd * */
	u64 nfds; /* unsigned int */
	u64 tsp; /* struct __kernel_timespec * */
	u64 sigmask; /* const sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[4];
};

struct prctl_event {
	struct event_header header;
	u64 option; /* int */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
	struct captured captured[3];
};

struct pread64_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* char * */
	u64 count; /* size_t */
	u64 pos; /* loff_t */
	struct captured captured[1];
};

struct preadv_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	u64 pos_l; /* unsigned long */
	u64 pos_h; /* unsigned long */
	struct captured captured[1];
};

struct preadv2_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	u64 pos_l; /* unsigned long */
	u64 pos_h; /* unsigned long */
	u64 flags; /* rwf_t */
	struct captured captured[1];
};

struct prlimit64_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 resource; /* unsigned int */
	u64 new_rlim; /* const struct rlimit64 * */
	u64 old_rlim; /* struct rlimit64 * */
	struct captured captured[2];
};

struct process_madvise_event {
	struct event_header header;
	u64 pidfd; /* int */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* size_t */
	u64 behavior; /* int */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct process_mrelease_event {
	struct event_header header;
	u64 pidfd; /* int */
	u64 flags; /* unsigned int */
};

struct process_vm_readv_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 lvec; /* const struct iovec * */
	u64 liovcnt; /* unsigned long */
	u64 rvec; /* const struct iovec * */
	u64 riovcnt; /* unsigned long */
	u64 flags; /* unsigned long */
	struct captured captured[2];
};

struct process_vm_writev_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 lvec; /* const struct iovec * */
	u64 liovcnt; /* unsigned long */
	u64 rvec; /* const struct iovec * */
	u64 riovcnt; /* unsigned long */
	u64 flags; /* unsigned long */
	struct captured captured[2];
};

struct pselect6_event {
	struct event_header header;
	u64 n; /* int */
	u64 inp; /* fd_set * */
	u64 outp; /* fd_set * */
	u64 exp; /* fd_set * */
	u64 tsp; /* struct __kernel_timespec * */
	u64 sig; /* void * */
	struct captured captured[9];
};

struct ptrace_event {
	struct event_header header;
	u64 request; /* long */
	u64 pid_; /* long */
	u64 addr; /* unsigned long */
	u64 data; /* unsigned long */
	struct captured captured[2];
};

struct putpmsg_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct pwrite64_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* const char * */
	u64 count; /* size_t */
	u64 pos; /* loff_t */
	struct captured captured[1];
};

struct pwritev_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	u64 pos_l; /* unsigned long */
	u64 pos_h; /* unsigned long */
	struct captured captured[1];
};

struct pwritev2_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	u64 pos_l; /* unsigned long */
	u64 pos_h; /* unsigned long */
	u64 flags; /* rwf_t */
	struct captured captured[1];
};

struct query_module_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct quotactl_event {
	struct event_header header;
	u64 cmd; /* unsigned int */
	u64 special; /* const char * */
	u64 id; /* qid_t */
	u64 addr; /* void * */
	struct captured captured[2];
};

struct quotactl_fd_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 cmd; /* unsigned int */
	u64 id; /* qid_t */
	u64 addr; /* void * */
	struct captured captured[1];
};

struct read_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* char * */
	u64 count; /* size_t */
	struct captured captured[1];
};

struct readahead_event {
	struct event_header header;
	u64 fd; /* int */
	u64 offset; /* loff_t */
	u64 count; /* size_t */
};

struct readlink_event {
	struct event_header header;
	u64 path; /* const char * */
	u64 buf; /* char * */
	u64 bufsiz; /* int */
	struct captured captured[2];
};

struct readlinkat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 buf; /* char * */
	u64 bufsiz; /* int */
	struct captured captured[2];
};

struct readv_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	struct captured captured[1];
};

struct reboot_event {
	struct event_header header;
	u64 magic1; /* int */
	u64 magic2; /* int */
	u64 cmd; /* unsigned int */
	u64 arg; /* void * */
	struct captured captured[1];
};

struct recvfrom_event {
	struct event_header header;
	u64 fd; /* int */
	u64 ubuf; /* void * */
	u64 size; /* size_t */
	u64 flags; /* unsigned int */
	u64 addr; /* struct sockaddr * */
	u64 addr_len; /* int * */
	struct captured captured[4];
};

struct recvmmsg_event {
	struct event_header header;
	u64 fd; /* int */
	u64 mmsg; /* struct mmsghdr * */
	u64 vlen; /* unsigned int */
	u64 flags; /* unsigned int */
	u64 timeout; /* struct __kernel_timespec * */
	struct captured captured[3];
};

struct recvmsg_event {
	struct event_header header;
	u64 fd; /* int */
	u64 msg; /* struct user_msghdr * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct remap_file_pages_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 size; /* unsigned long */
	u64 prot; /* unsigned long */
	u64 pgoff; /* unsigned long */
	u64 flags; /* unsigned long */
};

struct removexattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	struct captured captured[2];
};

struct removexattrat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 at_flags; /* unsigned int */
	u64 name; /* const char * */
	struct captured captured[2];
};

struct rename_event {
	struct event_header header;
	u64 oldname; /* const char * */
	u64 newname; /* const char * */
	struct captured captured[2];
};

struct renameat_event {
	struct event_header header;
	u64 olddfd; /* int */
	u64 oldname; /* const char * */
	u64 newdfd; /* int */
	u64 newname; /* const char * */
	struct captured captured[2];
};

struct renameat2_event {
	struct event_header header;
	u64 olddfd; /* int */
	u64 oldname; /* const char * */
	u64 newdfd; /* int */
	u64 newname; /* const char * */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct request_key_event {
	struct event_header header;
	u64 _type; /* const char * */
	u64 _description; /* const char * */
	u64 _callout_info; /* const char * */
	u64 destringid; /* key_serial_t */
	struct captured captured[3];
};

struct restart_syscall_event {
	struct event_header header;
};

struct rmdir_event {
	struct event_header header;
	u64 pathname; /* const char * */
	struct captured captured[1];
};

struct rseq_event {
	struct event_header header;
	u64 rseq; /* struct rseq * */
	u64 rseq_len; /* u32 */
	u64 flags; /* int */
	u64 sig; /* u32 */
	struct captured captured[1];
};

struct rseq_slice_yield_event {
	struct event_header header;
};

struct rt_sigaction_event {
	struct event_header header;
	u64 sig; /* int */
	u64 act; /* const struct sigaction * */
	u64 oact; /* struct sigaction * */
	u64 sigsetsize; /* size_t */
	struct captured captured[2];
};

struct rt_sigpending_event {
	struct event_header header;
	u64 uset; /* sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[1];
};

struct rt_sigprocmask_event {
	struct event_header header;
	u64 how; /* int */
	u64 nset; /* sigset_t * */
	u64 oset; /* sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[2];
};

struct rt_sigqueueinfo_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 sig; /* int */
	u64 uinfo; /* siginfo_t * */
	struct captured captured[1];
};

struct rt_sigreturn_event {
	struct event_header header;
};

struct rt_sigsuspend_event {
	struct event_header header;
	u64 unewset; /* sigset_t * */
	u64 sigsetsize; /* size_t */
	struct captured captured[1];
};

struct rt_sigtimedwait_event {
	struct event_header header;
	u64 uthese; /* const sigset_t * */
	u64 uinfo; /* siginfo_t * */
	u64 uts; /* const struct __kernel_timespec * */
	u64 sigsetsize; /* size_t */
	struct captured captured[3];
};

struct rt_tgsigqueueinfo_event {
	struct event_header header;
	u64 tgid; /* pid_t */
	u64 pid_; /* pid_t */
	u64 sig; /* int */
	u64 uinfo; /* siginfo_t * */
	struct captured captured[1];
};

struct sched_get_priority_max_event {
	struct event_header header;
	u64 policy; /* int */
};

struct sched_get_priority_min_event {
	struct event_header header;
	u64 policy; /* int */
};

struct sched_getaffinity_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 len; /* unsigned int */
	u64 user_mask_ptr; /* unsigned long * */
	struct captured captured[1];
};

struct sched_getattr_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 uattr; /* struct sched_attr * */
	u64 usize; /* unsigned int */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct sched_getparam_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 param; /* struct sched_param * */
	struct captured captured[1];
};

struct sched_getscheduler_event {
	struct event_header header;
	u64 pid_; /* pid_t */
};

struct sched_rr_get_interval_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 interval; /* struct __kernel_timespec * */
	struct captured captured[1];
};

struct sched_setaffinity_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 len; /* unsigned int */
	u64 user_mask_ptr; /* unsigned long * */
	struct captured captured[1];
};

struct sched_setattr_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 uattr; /* struct sched_attr * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct sched_setparam_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 param; /* struct sched_param * */
	struct captured captured[1];
};

struct sched_setscheduler_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 policy; /* int */
	u64 param; /* struct sched_param * */
	struct captured captured[1];
};

struct sched_yield_event {
	struct event_header header;
};

struct seccomp_event {
	struct event_header header;
	u64 op; /* unsigned int */
	u64 flags; /* unsigned int */
	u64 uargs; /* void * */
	struct captured captured[1];
};

struct security_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct select_event {
	struct event_header header;
	u64 n; /* int */
	u64 inp; /* fd_set * */
	u64 outp; /* fd_set * */
	u64 exp; /* fd_set * */
	u64 tvp; /* struct __kernel_old_timeval * */
	struct captured captured[8];
};

struct semctl_event {
	struct event_header header;
	u64 semid; /* int */
	u64 semnum; /* int */
	u64 cmd; /* int */
	u64 arg; /* unsigned long */
	struct captured captured[1];
};

struct semget_event {
	struct event_header header;
	u64 key; /* key_t */
	u64 nsems; /* int */
	u64 semflg; /* int */
};

struct semop_event {
	struct event_header header;
	u64 semid; /* int */
	u64 tsops; /* struct sembuf * */
	u64 nsops; /* unsigned int */
	struct captured captured[1];
};

struct semtimedop_event {
	struct event_header header;
	u64 semid; /* int */
	u64 tsops; /* struct sembuf * */
	u64 nsops; /* unsigned int */
	u64 timeout; /* const struct __kernel_timespec * */
	struct captured captured[2];
};

struct sendfile_event {
	struct event_header header;
	u64 out_fd; /* int */
	u64 in_fd; /* int */
	u64 offset; /* loff_t * */
	u64 count; /* size_t */
	struct captured captured[2];
};

struct sendmmsg_event {
	struct event_header header;
	u64 fd; /* int */
	u64 mmsg; /* struct mmsghdr * */
	u64 vlen; /* unsigned int */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct sendmsg_event {
	struct event_header header;
	u64 fd; /* int */
	u64 msg; /* struct user_msghdr * */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct sendto_event {
	struct event_header header;
	u64 fd; /* int */
	u64 buff; /* void * */
	u64 len; /* size_t */
	u64 flags; /* unsigned int */
	u64 addr; /* struct sockaddr * */
	u64 addr_len; /* int */
	struct captured captured[2];
};

struct set_mempolicy_event {
	struct event_header header;
	u64 mode; /* int */
	u64 nmask; /* const unsigned long * */
	u64 maxnode; /* unsigned long */
	struct captured captured[1];
};

struct set_mempolicy_home_node_event {
	struct event_header header;
	u64 start; /* unsigned long */
	u64 len; /* unsigned long */
	u64 home_node; /* unsigned long */
	u64 flags; /* unsigned long */
};

struct set_robust_list_event {
	struct event_header header;
	u64 head; /* struct robust_list_head * */
	u64 len; /* size_t */
	struct captured captured[1];
};

struct set_thread_area_event {
	struct event_header header;
	u64 u_info; /* struct user_desc * */
	struct captured captured[1];
};

struct set_tid_address_event {
	struct event_header header;
	u64 tidptr; /* int * */
	struct captured captured[1];
};

struct setdomainname_event {
	struct event_header header;
	u64 name; /* char * */
	u64 len; /* int */
	struct captured captured[1];
};

struct setfsgid_event {
	struct event_header header;
	u64 gid_; /* gid_t */
};

struct setfsuid_event {
	struct event_header header;
	u64 uid_; /* uid_t */
};

struct setgid_event {
	struct event_header header;
	u64 gid_; /* gid_t */
};

struct setgroups_event {
	struct event_header header;
	u64 gidsetsize; /* int */
	u64 grouplist; /* gid_t * */
	struct captured captured[1];
};

struct sethostname_event {
	struct event_header header;
	u64 name; /* char * */
	u64 len; /* int */
	struct captured captured[1];
};

struct setitimer_event {
	struct event_header header;
	u64 which; /* int */
	u64 value; /* struct __kernel_old_itimerval * */
	u64 ovalue; /* struct __kernel_old_itimerval * */
	struct captured captured[2];
};

struct setns_event {
	struct event_header header;
	u64 fd; /* int */
	u64 flags; /* int */
};

struct setpgid_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 pgid; /* pid_t */
};

struct setpriority_event {
	struct event_header header;
	u64 which; /* int */
	u64 who; /* int */
	u64 niceval; /* int */
};

struct setregid_event {
	struct event_header header;
	u64 rgid; /* gid_t */
	u64 egid; /* gid_t */
};

struct setresgid_event {
	struct event_header header;
	u64 rgid; /* gid_t */
	u64 egid; /* gid_t */
	u64 sgid; /* gid_t */
};

struct setresuid_event {
	struct event_header header;
	u64 ruid; /* uid_t */
	u64 euid; /* uid_t */
	u64 suid; /* uid_t */
};

struct setreuid_event {
	struct event_header header;
	u64 ruid; /* uid_t */
	u64 euid; /* uid_t */
};

struct setrlimit_event {
	struct event_header header;
	u64 resource; /* unsigned int */
	u64 rlim; /* struct rlimit * */
	struct captured captured[1];
};

struct setsid_event {
	struct event_header header;
};

struct setsockopt_event {
	struct event_header header;
	u64 fd; /* int */
	u64 level; /* int */
	u64 optname; /* int */
	u64 optval; /* char * */
	u64 optlen; /* int */
	struct captured captured[1];
};

struct settimeofday_event {
	struct event_header header;
	u64 tv; /* struct __kernel_old_timeval * */
	u64 tz; /* struct timezone * */
	struct captured captured[2];
};

struct setuid_event {
	struct event_header header;
	u64 uid_; /* uid_t */
};

struct setxattr_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 name; /* const char * */
	u64 value; /* const void * */
	u64 size; /* size_t */
	u64 flags; /* int */
	struct captured captured[3];
};

struct setxattrat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 at_flags; /* unsigned int */
	u64 name; /* const char * */
	u64 uargs; /* const struct xattr_args * */
	u64 usize; /* size_t */
	struct captured captured[3];
};

struct shmat_event {
	struct event_header header;
	u64 shmid; /* int */
	u64 shmaddr; /* char * */
	u64 shmflg; /* int */
};

struct shmctl_event {
	struct event_header header;
	u64 shmid; /* int */
	u64 cmd; /* int */
	u64 buf; /* struct shmid_ds * */
	struct captured captured[1];
};

struct shmdt_event {
	struct event_header header;
	u64 shmaddr; /* char * */
};

struct shmget_event {
	struct event_header header;
	u64 key; /* key_t */
	u64 size; /* size_t */
	u64 shmflg; /* int */
};

struct shutdown_event {
	struct event_header header;
	u64 fd; /* int */
	u64 how; /* int */
};

struct sigaltstack_event {
	struct event_header header;
	u64 uss; /* const stack_t * */
	u64 uoss; /* stack_t * */
	struct captured captured[2];
};

struct signalfd_event {
	struct event_header header;
	u64 ufd; /* int */
	u64 user_mask; /* sigset_t * */
	u64 sizemask; /* size_t */
	struct captured captured[1];
};

struct signalfd4_event {
	struct event_header header;
	u64 ufd; /* int */
	u64 user_mask; /* sigset_t * */
	u64 sizemask; /* size_t */
	u64 flags; /* int */
	struct captured captured[1];
};

struct socket_event {
	struct event_header header;
	u64 family; /* int */
	u64 type; /* int */
	u64 protocol; /* int */
};

struct socketpair_event {
	struct event_header header;
	u64 family; /* int */
	u64 type; /* int */
	u64 protocol; /* int */
	u64 usockvec; /* int * */
	struct captured captured[1];
};

struct splice_event {
	struct event_header header;
	u64 fd_in; /* int */
	u64 off_in; /* loff_t * */
	u64 fd_out; /* int */
	u64 off_out; /* loff_t * */
	u64 len; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[4];
};

struct stat_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 statbuf; /* struct stat * */
	struct captured captured[2];
};

struct statfs_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 buf; /* struct statfs * */
	struct captured captured[2];
};

struct statmount_event {
	struct event_header header;
	u64 req; /* const struct mnt_id_req * */
	u64 buf; /* struct statmount * */
	u64 bufsize; /* size_t */
	u64 flags; /* unsigned int */
	struct captured captured[2];
};

struct statx_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 flags; /* unsigned */
	u64 mask; /* unsigned int */
	u64 buffer; /* struct statx * */
	struct captured captured[2];
};

struct swapoff_event {
	struct event_header header;
	u64 specialfile; /* const char * */
	struct captured captured[1];
};

struct swapon_event {
	struct event_header header;
	u64 specialfile; /* const char * */
	u64 swap_flags; /* int */
	struct captured captured[1];
};

struct symlink_event {
	struct event_header header;
	u64 oldname; /* const char * */
	u64 newname; /* const char * */
	struct captured captured[2];
};

struct symlinkat_event {
	struct event_header header;
	u64 oldname; /* const char * */
	u64 newdfd; /* int */
	u64 newname; /* const char * */
	struct captured captured[2];
};

struct sync_event {
	struct event_header header;
};

struct sync_file_range_event {
	struct event_header header;
	u64 fd; /* int */
	u64 offset; /* loff_t */
	u64 nbytes; /* loff_t */
	u64 flags; /* unsigned int */
};

struct syncfs_event {
	struct event_header header;
	u64 fd; /* int */
};

struct sysfs_event {
	struct event_header header;
	u64 option; /* int */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	struct captured captured[2];
};

struct sysinfo_event {
	struct event_header header;
	u64 info; /* struct sysinfo * */
	struct captured captured[1];
};

struct syslog_event {
	struct event_header header;
	u64 type; /* int */
	u64 buf; /* char * */
	u64 len; /* int */
	struct captured captured[1];
};

struct tee_event {
	struct event_header header;
	u64 fdin; /* int */
	u64 fdout; /* int */
	u64 len; /* size_t */
	u64 flags; /* unsigned int */
};

struct tgkill_event {
	struct event_header header;
	u64 tgid; /* pid_t */
	u64 pid_; /* pid_t */
	u64 sig; /* int */
};

struct time_event {
	struct event_header header;
	u64 tloc; /* __kernel_old_time_t * */
	struct captured captured[1];
};

struct timer_create_event {
	struct event_header header;
	u64 which_clock; /* const clockid_t */
	u64 timer_event_spec; /* struct sigevent * */
	u64 created_timer_id; /* timer_t * */
	struct captured captured[2];
};

struct timer_delete_event {
	struct event_header header;
	u64 timer_id; /* timer_t */
};

struct timer_getoverrun_event {
	struct event_header header;
	u64 timer_id; /* timer_t */
};

struct timer_gettime_event {
	struct event_header header;
	u64 timer_id; /* timer_t */
	u64 setting; /* struct __kernel_itimerspec * */
	struct captured captured[1];
};

struct timer_settime_event {
	struct event_header header;
	u64 timer_id; /* timer_t */
	u64 flags; /* int */
	u64 new_setting; /* const struct __kernel_itimerspec * */
	u64 old_setting; /* struct __kernel_itimerspec * */
	struct captured captured[2];
};

struct timerfd_create_event {
	struct event_header header;
	u64 clockid; /* int */
	u64 flags; /* int */
};

struct timerfd_gettime_event {
	struct event_header header;
	u64 ufd; /* int */
	u64 otmr; /* struct __kernel_itimerspec * */
	struct captured captured[1];
};

struct timerfd_settime_event {
	struct event_header header;
	u64 ufd; /* int */
	u64 flags; /* int */
	u64 utmr; /* const struct __kernel_itimerspec * */
	u64 otmr; /* struct __kernel_itimerspec * */
	struct captured captured[2];
};

struct times_event {
	struct event_header header;
	u64 tbuf; /* struct tms * */
	struct captured captured[1];
};

struct tkill_event {
	struct event_header header;
	u64 pid_; /* pid_t */
	u64 sig; /* int */
};

struct truncate_event {
	struct event_header header;
	u64 path; /* const char * */
	u64 length; /* long */
	struct captured captured[1];
};

struct tuxcall_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct umask_event {
	struct event_header header;
	u64 mask; /* int */
};

struct umount2_event {
	struct event_header header;
	u64 name; /* char * */
	u64 flags; /* int */
	struct captured captured[1];
};

struct uname_event {
	struct event_header header;
	u64 name; /* struct new_utsname * */
	struct captured captured[1];
};

struct unlink_event {
	struct event_header header;
	u64 pathname; /* const char * */
	struct captured captured[1];
};

struct unlinkat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 flag; /* int */
	struct captured captured[1];
};

struct unshare_event {
	struct event_header header;
	u64 unshare_flags; /* unsigned long */
};

struct uprobe_event {
	struct event_header header;
};

struct uretprobe_event {
	struct event_header header;
};

struct uselib_event {
	struct event_header header;
	u64 library; /* const char * */
	struct captured captured[1];
};

struct userfaultfd_event {
	struct event_header header;
	u64 flags; /* int */
};

struct ustat_event {
	struct event_header header;
	u64 dev; /* unsigned */
	u64 ubuf; /* struct ustat * */
	struct captured captured[1];
};

struct utime_event {
	struct event_header header;
	u64 filename; /* char * */
	u64 times; /* struct utimbuf * */
	struct captured captured[2];
};

struct utimensat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 utimes; /* struct __kernel_timespec * */
	u64 flags; /* int */
	struct captured captured[2];
};

struct utimes_event {
	struct event_header header;
	u64 filename; /* char * */
	u64 utimes; /* struct __kernel_old_timeval * */
	struct captured captured[2];
};

struct vfork_event {
	struct event_header header;
};

struct vhangup_event {
	struct event_header header;
};

struct vmsplice_event {
	struct event_header header;
	u64 fd; /* int */
	u64 uiov; /* const struct iovec * */
	u64 nr_segs; /* unsigned long */
	u64 flags; /* unsigned int */
	struct captured captured[1];
};

struct vserver_event {
	struct event_header header;
	u64 arg0; /* unsigned long */
	u64 arg1; /* unsigned long */
	u64 arg2; /* unsigned long */
	u64 arg3; /* unsigned long */
	u64 arg4; /* unsigned long */
	u64 arg5; /* unsigned long */
};

struct wait4_event {
	struct event_header header;
	u64 upid; /* pid_t */
	u64 stat_addr; /* int * */
	u64 options; /* int */
	u64 ru; /* struct rusage * */
	struct captured captured[2];
};

struct waitid_event {
	struct event_header header;
	u64 which; /* int */
	u64 upid; /* pid_t */
	u64 infop; /* struct siginfo * */
	u64 options; /* int */
	u64 ru; /* struct rusage * */
	struct captured captured[2];
};

struct write_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* const char * */
	u64 count; /* size_t */
	struct captured captured[1];
};

struct writev_event {
	struct event_header header;
	u64 fd; /* unsigned long */
	u64 vec; /* const struct iovec * */
	u64 vlen; /* unsigned long */
	struct captured captured[1];
};

#endif
