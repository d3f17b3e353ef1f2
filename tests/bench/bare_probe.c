/* SPDX-License-Identifier: MIT */
// Loads bare_probe.bpf.o and throws its events away, until its standard input ends. Then: events, lost.
//   bare_probe OBJECT wake|quiet|copy
#include <bpf/libbpf.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>

static unsigned long events;

static int discard(void *context, void *data, size_t size)
{
	(void)context, (void)data, (void)size;
	events++;
	return 0;
}

// .rodata and .bss hold, in this order, what bare_probe.bpf.c declares.
static struct bpf_map *section(struct bpf_object *object, const char *suffix)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, object)
		if (strstr(bpf_map__name(map), suffix))
			return map;
	return NULL;
}

int main(int argc, char **argv)
{
	struct pollfd input = { .fd = 0, .events = POLLIN };
	struct bpf_object *object;
	struct ring_buffer *ring;
	unsigned long lost = 0;
	bool quiet, constants[2];
	unsigned key = 0;

	if (argc != 3 || !(object = bpf_object__open(argv[1])))
		return 1;
	quiet = strcmp(argv[2], "wake") != 0;
	constants[0] = !quiet;
	constants[1] = strcmp(argv[2], "copy") == 0;
	if (bpf_map__set_initial_value(section(object, ".rodata"), constants, sizeof(constants)) ||
	    bpf_object__load(object) ||
	    !bpf_program__attach(bpf_object__find_program_by_name(object, "bare_probe")) ||
	    !(ring = ring_buffer__new(bpf_object__find_map_fd_by_name(object, "events"), discard, NULL, NULL)))
		return 1;
	puts("ready");
	fflush(stdout);
	while (poll(&input, 1, 0) == 0) {
		if (quiet) {
			ring_buffer__consume(ring);
			usleep(1000);
		} else {
			ring_buffer__poll(ring, 10);
		}
	}
	ring_buffer__consume(ring);
	bpf_map_lookup_elem(bpf_map__fd(section(object, ".bss")), &key, &lost);
	printf("%lu %lu\n", events, lost);
	return 0;
}
