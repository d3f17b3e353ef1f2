// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace traceleft {

/*
 * A fork's child has a copy of every descriptor and every mapping, with which our programs would stay at their hooks
 * for as long as it lives, whatever the parent does. So each of them is taken away from the child: in the place of
 * each descriptor it has an empty one, in the place of each mapping zeros. The numbers and addresses stay taken, so
 * that a destructor that runs in the child closes and unmaps just that. A child of vfork or of a bare clone, which runs
 * no handlers, is expected to execute a program at once, and descriptors of ours close then.
 */

/// From now on a child doesn't get this descriptor, until it is let go, which comes before it is closed.
void keep_from_children(int fd);
void let_go(int fd);

/// The same for a mapping, page-aligned.
void keep_from_children(void* address, std::size_t size);
void let_go(void* address);

/// While one exists, no other thread forks, so that a fork never comes between opening and keeping a descriptor, or
/// between letting it go and closing it. Its thread must not fork, nor wait for a thread that may.
class NoFork {
public:
    NoFork();
    ~NoFork();
    NoFork(const NoFork&) = delete;
    NoFork& operator=(const NoFork&) = delete;
};

/// fork() whose child keeps these two descriptors.
pid_t fork_with(int fd, int other);

/// How many forks lie between this process and the one that first asked, or kept something from its children. Objects
/// that an earlier process made, with its threads and locks, are of no use to a later one.
unsigned fork_generation();

}  // namespace traceleft
