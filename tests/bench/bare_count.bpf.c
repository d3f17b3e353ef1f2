/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
// The least that counts a tracepoint's events, and that takes a stack of user
// space for each read().
#define __TARGET_ARCH_x86
#include <traceleft/kernel.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

struct {
  __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} total SEC(".maps");

struct {
  __uint(type, BPF_MAP_TYPE_PERCPU_HASH);
  __uint(max_entries, 1024);
  __type(key, __u64);
  __type(value, __u64);
} by_signal SEC(".maps");

enum { FRAMES = 127 };
struct {
  __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64[FRAMES]);
} frames SEC(".maps");

SEC("tracepoint/signal/signal_generate")
int count_all(void *ctx) {
  __u32 zero = 0;
  __u64 *count = bpf_map_lookup_elem(&total, &zero);

  if (count)
    __sync_fetch_and_add(count, 1);
  return 0;
}

struct signal_record {
  __u64 common;
  int sig;
};

SEC("tracepoint/signal/signal_generate")
int count_signals(struct signal_record *record) {
  __u64 key = record->sig, one = 1;
  __u64 *count = bpf_map_lookup_elem(&by_signal, &key);

  if (count)
    __sync_fetch_and_add(count, 1);
  else
    bpf_map_update_elem(&by_signal, &key, &one, BPF_NOEXIST);
  return 0;
}

SEC("tp_btf/sys_exit")
int take_frames(__u64 *ctx) {
  const struct pt_regs *regs = (const struct pt_regs *)ctx[0];
  __u32 zero = 0;
  __u64 *room;

  if (regs->orig_ax != 0)
    return 0;
  room = bpf_map_lookup_elem(&frames, &zero);
  if (room)
    bpf_get_stack(ctx, room, FRAMES * sizeof(*room), BPF_F_USER_STACK);
  return 0;
}
