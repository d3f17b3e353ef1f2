/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The addresses of sockets. */
#ifndef TRACELEFT_SOCKETS_H
#define TRACELEFT_SOCKETS_H

#include "objects.h"

enum {
	FAMILY_UNIX = 1, /* include/linux/socket.h: AF_* */
	FAMILY_INET = 2,
	FAMILY_INET6 = 10,
	FAMILY_NETLINK = 16,
	FAMILY_PACKET = 17,
	FAMILY_VSOCK = 40,
	SOCKET_STREAM = 1, /* include/linux/net.h: SOCK_STREAM */
};

struct vsock_address { /* include/uapi/linux/vm_sockets.h: struct sockaddr_vm */
	__u16 svm_family;
	__u16 svm_reserved1;
	__u32 svm_port;
	__u32 svm_cid;
	__u32 svm_zero;
};
struct vsock_addresses {
	struct vsock_address local, remote;
};

/*
 * The addresses of an AF_VSOCK socket. Its struct is a module's: to look it up libbpf would read the types of all modules,
 * which takes CAP_SYS_ADMIN. net/vmw_vsock/af_vsock.h has the addresses behind the socket and a pointer, since Linux 5.5;
 * where another stands there, its family is not this one.
 */
static __always_inline bool read_vsock(__u64 socket, struct vsock_addresses *addresses)
{
	__u64 at = socket + bpf_core_type_size(struct sock) + sizeof(void *);

	return !bpf_probe_read_kernel(addresses, sizeof(*addresses), (const void *)at) &&
	       addresses->local.svm_family == FAMILY_VSOCK && addresses->remote.svm_family == FAMILY_VSOCK;
}

static __always_inline bool is_tcp(__u64 socket, __u16 family)
{
	return (family == FAMILY_INET || family == FAMILY_INET6) && bpf_core_type_exists(struct tcp_sock) &&
	       (__u16)KERNEL_READ(sock, socket, sk_protocol) == PROTOCOL_TCP &&
	       KERNEL_READ(socket, KERNEL_READ(sock, socket, sk_socket), type) == SOCKET_STREAM;
}

/* Changes with each of the addresses of room->sight.socket, its state, and its retransmits. */
VERIFIED_APART __u64 socket_signature(void)
{
	const struct object_room *room = object_room();
	__u64 socket, hash;
	__u16 family;

	if (!room)
		return 0;
	socket = room->sight.socket;
	family = KERNEL_READ(sock, socket, __sk_common.skc_family);
	hash = mix(family, KERNEL_READ(sock, socket, __sk_common.skc_state));
	if (family == FAMILY_INET || family == FAMILY_INET6) {
		hash = mix(hash, KERNEL_READ(sock, socket, __sk_common.skc_num));
		hash = mix(hash, KERNEL_READ(sock, socket, __sk_common.skc_dport));
	}
	if (family == FAMILY_INET) {
		hash = mix(hash, KERNEL_READ(sock, socket, __sk_common.skc_rcv_saddr));
		hash = mix(hash, KERNEL_READ(sock, socket, __sk_common.skc_daddr));
	} else if (family == FAMILY_INET6 && bpf_core_field_exists(struct sock_common, skc_v6_daddr)) {
		__u64 words[4] = {};

		bpf_core_read(&words[0], 16, &KERNEL_POINTER(sock, socket)->__sk_common.skc_v6_rcv_saddr);
		bpf_core_read(&words[2], 16, &KERNEL_POINTER(sock, socket)->__sk_common.skc_v6_daddr);
		hash = mix(mix(mix(mix(hash, words[0]), words[1]), words[2]), words[3]);
	} else if (family == FAMILY_UNIX && bpf_core_type_exists(struct unix_sock)) {
		/* Pointers that were loaded are none to calculate with. */
		const struct sock *peer = BPF_CORE_READ(KERNEL_POINTER(unix_sock, socket), peer);

		hash = mix(hash, (__u64)BPF_CORE_READ(KERNEL_POINTER(unix_sock, socket), addr));
		/* A peer that was not accepted yet has no inode. */
		hash = mix(hash, (__u64)peer);
		hash = mix(hash, peer ? (__u64)BPF_CORE_READ(peer, sk_socket) : 0);
	} else if (family == FAMILY_NETLINK && bpf_core_type_exists(struct netlink_sock)) {
		hash = mix(hash, KERNEL_READ(netlink_sock, socket, portid));
		hash = mix(hash, KERNEL_READ(netlink_sock, socket, dst_portid));
	} else if (family == FAMILY_PACKET && bpf_core_type_exists(struct packet_sock)) {
		hash = mix(hash, KERNEL_READ(packet_sock, socket, ifindex));
	} else if (family == FAMILY_VSOCK) {
		struct vsock_addresses addresses;

		if (read_vsock(socket, &addresses)) {
			hash = mix(hash, addresses.local.svm_port);
			hash = mix(hash, addresses.remote.svm_port);
		}
	}
	if (is_tcp(socket, family))
		hash = mix(hash, KERNEL_READ(tcp_sock, socket, total_retrans));
	return hash;
}

static __always_inline void record_unix_name(const struct sock *sk, __u16 *size, __u8 *name)
{
	const struct unix_address *address = BPF_CORE_READ((const struct unix_sock *)sk, addr);
	int length = address ? BPF_CORE_READ(address, len) - (int)sizeof(__u16) : 0;

	asm volatile("" : "+r"(length));
	if (length <= 0)
		return;
	if (length > SOCKET_NAME_LEN)
		length = SOCKET_NAME_LEN;
	bpf_probe_read_kernel(name, length,
			      (const char *)address + bpf_core_field_offset(struct unix_address, name) + sizeof(__u16));
	/* The NUL behind a path counts in the kernel. */
	if (name[0] && length > 1 && length <= SOCKET_NAME_LEN && !name[(length - 1) & 127])
		length--;
	*size = length;
}

static __always_inline void record_unix(struct socket_record *record, const struct sock *sk)
{
	const struct sock *peer;
	const struct pid *pid;

	if (!bpf_core_type_exists(struct unix_sock))
		return;
	peer = BPF_CORE_READ((const struct unix_sock *)sk, peer);
	pid = BPF_CORE_READ(sk, sk_peer_pid);
	if (pid) {
		record->peer_pid = BPF_CORE_READ(pid, numbers[0].nr);
		record->peer_uid = BPF_CORE_READ(sk, sk_peer_cred, euid.val);
	}
	record_unix_name(sk, &record->name_size, record->name);
	if (peer) {
		record->peer_inode = BPF_CORE_READ(peer, sk_socket, file, f_inode, i_ino);
		record_unix_name(peer, &record->peer_name_size, record->peer_name);
	}
}

static __always_inline void record_inet(struct socket_record *record, const struct sock *sk)
{
	record->local_port = BPF_CORE_READ(sk, __sk_common.skc_num);
	record->peer_port = __builtin_bswap16(BPF_CORE_READ(sk, __sk_common.skc_dport));
	if (record->family == FAMILY_INET) {
		bpf_core_read(record->local, 4, &sk->__sk_common.skc_rcv_saddr);
		bpf_core_read(record->peer, 4, &sk->__sk_common.skc_daddr);
	} else if (bpf_core_field_exists(struct sock_common, skc_v6_daddr)) {
		bpf_core_read(record->local, 16, &sk->__sk_common.skc_v6_rcv_saddr);
		bpf_core_read(record->peer, 16, &sk->__sk_common.skc_v6_daddr);
	}
}

static __always_inline void record_netlink(struct socket_record *record, const struct netlink_sock *sk)
{
	unsigned long *groups;

	if (!bpf_core_type_exists(struct netlink_sock))
		return;
	record->local_id = BPF_CORE_READ(sk, portid);
	record->peer_id = BPF_CORE_READ(sk, dst_portid);
	groups = BPF_CORE_READ(sk, groups);
	if (groups)
		bpf_probe_read_kernel(&record->local_vsock_port, sizeof(record->local_vsock_port), groups);
}

static __always_inline void record_vsock(struct socket_record *record, __u64 socket)
{
	struct vsock_addresses addresses;

	if (!read_vsock(socket, &addresses))
		return;
	record->local_id = addresses.local.svm_cid;
	record->local_vsock_port = addresses.local.svm_port;
	record->peer_id = addresses.remote.svm_cid;
	record->peer_vsock_port = addresses.remote.svm_port;
}

/* Fills the socket's part of the record, `at` bytes behind its begin. */
VERIFIED_APART int record_socket(__u32 at)
{
	struct object_room *room = object_room();
	struct socket_record *record;
	const struct sock *sk;

	asm volatile("" : "+r"(at));
	if (!room || at > PATH_BYTES)
		return 0;
	record = (struct socket_record *)(room->bytes + at);
	__builtin_memset(record, 0, sizeof(*record));
	sk = KERNEL_POINTER(sock, room->sight.socket);
	record->cookie = BPF_CORE_READ(sk, __sk_common.skc_cookie.counter);
	record->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	record->type = BPF_CORE_READ(sk, sk_socket, type);
	record->protocol = BPF_CORE_READ(sk, sk_protocol);
	record->state = BPF_CORE_READ(sk, __sk_common.skc_state);
	record->network_namespace = BPF_CORE_READ(sk, __sk_common.skc_net.net, ns.inum);
	if (is_tcp(room->sight.socket, record->family))
		record->retransmits = BPF_CORE_READ(KERNEL_POINTER(tcp_sock, sk), total_retrans);
	if (record->family == FAMILY_INET || record->family == FAMILY_INET6)
		record_inet(record, sk);
	else if (record->family == FAMILY_UNIX)
		record_unix(record, sk);
	else if (record->family == FAMILY_NETLINK)
		record_netlink(record, (const void *)sk);
	else if (record->family == FAMILY_VSOCK)
		record_vsock(record, room->sight.socket);
	else if (record->family == FAMILY_PACKET && bpf_core_type_exists(struct packet_sock))
		record->local_id = BPF_CORE_READ((const struct packet_sock *)sk, ifindex);
	return 0;
}

#endif
