/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
// The least that delivers EVENT_SIZE bytes for each read(): what any tracer that sends as much must cost at least.
#define __TARGET_ARCH_x86
#include <traceleft/kernel.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

const volatile bool wake = true;
const volatile bool copy = false;
__u64 lost = 0;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 16 * 1024 * 1024);
} events SEC(".maps");

SEC("tp_btf/sys_exit")
int bare_probe(__u64 *ctx)
{
	const struct pt_regs *regs = (const struct pt_regs *)ctx[0];
	__u64 *event;

	if (regs->orig_ax != 0)
		return 0;
	event = bpf_ringbuf_reserve(&events, EVENT_SIZE, 0);
	if (!event) {
		__sync_fetch_and_add(&lost, 1);
		return 0;
	}
	event[0] = bpf_ktime_get_ns();
	event[1] = bpf_get_current_pid_tgid();
	event[2] = ctx[1];
	if (copy)
		bpf_probe_read_user(event + 3, 16, (const void *)regs->si);
	bpf_ringbuf_submit(event, wake ? 0 : BPF_RB_NO_WAKEUP);
	return 0;
}
