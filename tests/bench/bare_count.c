/* SPDX-License-Identifier: MIT */
// Attaches one program of bare_count.bpf.o, until its standard input ends.
//   bare_count OBJECT PROGRAM
#include <bpf/libbpf.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  struct bpf_program *each;
  struct bpf_object *object;

  if (argc != 3 || !(object = bpf_object__open(argv[1])))
    return 1;
  bpf_object__for_each_program(each, object) bpf_program__set_autoload(
      each, strcmp(bpf_program__name(each), argv[2]) == 0);
  if (bpf_object__load(object) ||
      !bpf_program__attach(bpf_object__find_program_by_name(object, argv[2])))
    return 1;
  puts("ready");
  fflush(stdout);
  getchar();
  return 0;
}
