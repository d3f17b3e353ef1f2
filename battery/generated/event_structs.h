/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/event_structs.h.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi/x86_64.json.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
/* One struct per syscall's event, for decoders in C. The captured bytes follow it, each capture padded to 8. */
#ifndef TRACELEFT_EVENT_STRUCTS_H
#define TRACELEFT_EVENT_STRUCTS_H

#include <traceleft/event.h>

struct chmod_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 mode; /* umode_t */
	struct capture captures[1];
};

struct chown_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 user; /* uid_t */
	u64 group; /* gid_t */
	struct capture captures[1];
};

struct close_event {
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
	struct capture captures[1];
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
	struct capture captures[1];
};

struct mkdir_event {
	struct event_header header;
	u64 pathname; /* const char * */
	u64 mode; /* umode_t */
	struct capture captures[1];
};

struct mkdirat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 pathname; /* const char * */
	u64 mode; /* umode_t */
	struct capture captures[1];
};

struct open_event {
	struct event_header header;
	u64 filename; /* const char * */
	u64 flags; /* int */
	u64 mode; /* umode_t */
	struct capture captures[1];
};

struct openat_event {
	struct event_header header;
	u64 dfd; /* int */
	u64 filename; /* const char * */
	u64 flags; /* int */
	u64 mode; /* umode_t */
	struct capture captures[1];
};

struct read_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* char * */
	u64 count; /* size_t */
	struct capture captures[1];
};

struct write_event {
	struct event_header header;
	u64 fd; /* unsigned int */
	u64 buf; /* const char * */
	u64 count; /* size_t */
	struct capture captures[1];
};

#endif
