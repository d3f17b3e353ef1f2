# SPDX-License-Identifier: MIT
"""`traceleft run`: each script shows what a program does that does a little of everything. Their options of selection
are in test_scripts.py, and what needs no kernel is in tests/unit/test_run.py."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import SUPPORT, lab

pytestmark = [pytest.mark.any_kernel, pytest.mark.usefixtures("kernel")]

RUN = [*lab.TRACELEFT, "run"]
WORKLOAD = [sys.executable, "-I", "-S", os.fspath(SUPPORT / "script_workload.py")]
CLOCK = r"\d\d:\d\d:\d\d"
WHO = r"\d+ +work load"
SECONDS = r"\d+\.\d+ +"
SHOWS = {
    "opensnoop -T -U -e -n load": [
        r"TIME\(s\) +UID +PID +COMM +FD +ERR +FLAGS +MODE +PATH",
        rf"{SECONDS}0 +{WHO} +3 +0 02001101 0666 a file",
        rf"{SECONDS}0 +{WHO} +3 +0 02000002 n/a  a file",
    ],
    "opensnoop -F -n load": [rf"{WHO} +3 +0 {{here}}/a file"],
    "execsnoop -T -q -U -C -n ^true": [
        r"TIME +UID +COMM +PID +PPID +CPU +RET ARGS",
        rf'{CLOCK} 0 +true +\d+ +(\d+|\?) +\d+ +0 "/bin/true" "one  two"',
    ],
    "statsnoop -s -x": [r"PID +COMM +FD +ERR +SYSCALL +PATH", rf"{WHO} +-1 +2 newfstatat +missing\\x1b\[2J"],
    "killsnoop": [
        r"TIME +PID +COMM +SIG +TPID +RESULT",
        rf"{CLOCK} {WHO} +65 +1 +-22",
        rf"{CLOCK} (\d+) +work load +10 +\1 +0",
    ],
    "syncsnoop": [rf"{SECONDS}{WHO} +fsync +{SECONDS}{{here}}/a file"],
    "fileslower 0": [
        rf"{SECONDS}work load +\d+ +W 2000 +{SECONDS}{{here}}/a file",
        r"work load +\d+ +R 1500 +.*/a file",
    ],
    "filetop -C -r 1000 60": [
        r"TID +COMM +READS +WRITES +R_Kb +W_Kb +T FILE",
        r"\d+ +work load +1 +1 +1 +1 +R {here}/a file",
    ],
    "filegone": [r"TIME +PID +COMM +ACTION FILE", rf"{CLOCK} {WHO} +RENAME a file > another", r"DELETE another"],
    "filelife": [r"TIME +PID +COMM +AGE\(s\) +FILE", rf"{CLOCK} {WHO} +\d\.\d\d +{{here}}/another"],
    "mountsnoop": [r'work load +\d+ +\d+ +mount\(dev_name="none", .*\) = -1 E\w+ \(.*\)'],
    "bindsnoop -E": [
        r"RC +PID +COMM +PROT +ADDR +PORT",
        rf"0 +{WHO} +TCP +127.0.0.1 +[1-9]\d+",
        rf"-22 +{WHO} +TCPv6 +::1 +1",
    ],
    "bindsnoop --count": [r"LADDR +LPORT +BINDS", r"127.0.0.1 +\d+ 1", r"::1 +\d+ 1"],
    "tcpconnect -L": [
        r"PID +COMM +IP SADDR +LPORT +DADDR +DPORT",
        rf"{WHO} +4 +127.0.0.1 +\d+ +127.0.0.1 +[1-9]\d+",
    ],
    "tcpconnect -c": [r"127.0.0.1 +127.0.0.1 +\d+ +1"],
    "udpconnect -P 5353": [rf"{WHO} +4 +127.0.0.1 +127.0.0.1 +5353"],
    "tcpaccept -T": [rf"{CLOCK} {WHO} +4 +127.0.0.1 +\d+ +127.0.0.1 +[1-9]\d+"],
    "tcplife -T": [
        r"TIME +PID +COMM +LADDR +LPORT +RADDR +RPORT +TX_KB +RX_KB +RESENT MS",
        rf"{CLOCK} {WHO} +127.0.0.1 +[1-9]\d+ +127.0.0.1 +[1-9]\d+ +(2 +0|0 +2) +0 +\d+\.\d\d",
    ],
    "tcptop -S 60": [
        r"PID +COMM +LADDR +RADDR +RX_KB +TX_KB",
        rf"{WHO} +127.0.0.1:(\d+) +127.0.0.1:(\d+) +2 +0",
        rf"{WHO} +127.0.0.1:(\d+) +127.0.0.1:(\d+) +0 +2",
    ],
    "vfsstat 60": [
        r"TIME +READ/s +WRITE/s +FSYNC/s +OPEN/s +CREATE/s +UNLINK/s",
        rf"{CLOCK}: +[1-9]\d* +[1-9]\d* +\d+ +[1-9]\d* +\d+ +\d+",
    ],
    "exitsnoop": [
        r"PCOMM +PID +PPID +TID +AGE\(s\) +EXIT_CODE",
        r"true +(\d+) +\d+ +\1 +\d+\.\d\d +0",
        r"work load +(\d+) +\d+ +\1 +\d+\.\d\d +0",
    ],
    "sigsnoop -n -s USR1,9": [
        r"TIME +PID +COMM +SIG +TPID +TCOMM +RESULT",
        rf"{CLOCK} (\d+) +work load +SIGUSR1 +\1 +work load +ignored",
    ],
    "threadsnoop": [r"TIME\(ms\) +PID +COMM +NEWTID", rf"0.000 +{WHO} +\d+"],
    "shmsnoop -n load": [
        rf"{WHO} +SHMGET +[0-9a-f]+ key=IPC_PRIVATE, size=4096, shmflg=IPC_CREAT\|0600",
        r"SHMCTL +0 shmid=\d+, cmd=IPC_RMID, buf=NULL",
    ],
    "errsnoop -e EINVAL kill": [r"TIME +PID +COMM +CALL", rf"{CLOCK} {WHO} +kill\(pid=1, sig=65\) = -1 EINVAL .*"],
    "errsnoop -c": [r"calls +comm +syscall +error", r"1 +work load +kill +EINVAL"],
    "stackcount -U -P fsync": [r"1 calls, pid \d+, comm work load", r"    <module> \(/.*script_workload.py:1\)"],
    "slower -k 15 *nanosleep": [
        rf"{CLOCK} work load +\d+ +{SECONDS}clock_nanosleep\(.*\) = 0 <.*> \S+;clock_nanosleep"
    ],
    "funccount syscall:fsync": [r"FUNC +COUNT", r"fsync +1"],
    "funccount t:signal:signal_deliver": [r"FUNC +COUNT", r"signal:signal_deliver +\d+"],
    "funclatency -F syscall:fsync": [r"syscall = fsync, duration: 1 numbers, .*"],
    "slower 15 *nanosleep": [rf"{CLOCK} work load +\d+ +{SECONDS}clock_nanosleep\(.*\) = 0 <.*>"],
    "argdist -C kill:sig": [r"\[.*\] kill:sig", r"1 +SIGUSR1", r"1 +65"],
    "argdist -H write:count:ret>1500": [r"count: 1 .*", r"1024 to 2047 +1 .*"],
    "seccomp-profile -f systemd -a ptrace": [r"SystemCallFilter=.* fsync .* kill .* ptrace .* write"],
    "../../mine.py": [r"PID +COMM +BYTES +PATH", rf"{WHO} +1500 +{{here}}/a file"],
}
"""A script with its options, and lines that it must print."""
TIMES = {"s": 1, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}


def distributions(text: str) -> dict[str, dict[str, float]]:
    """Each distribution that was printed, by its title: the count of "numbers", and mean, max, ... in seconds."""
    found = {}
    for title, count, rest in re.findall(r"(?m)^(.*): (\d+) numbers, (.*)$", text):
        times = re.findall(r"(\w+) ([\d.e+]+)([mun]?s)", rest)
        found[title] = {"count": int(count), **{name: float(number) * TIMES[unit] for name, number, unit in times}}
    return found


@pytest.mark.parametrize("script", SHOWS)
def test_each_shows_what_a_command_does(script: str, tmp_path: Path) -> None:
    words = script.split()
    if words[0] == "../../mine.py":
        words[0] = os.fspath(tmp_path / "mine.py")
        assert lab.run([*RUN, "--new", words[0]]).returncode == 0
    here = tmp_path / "here"
    here.mkdir()
    done = lab.run([*RUN, *words, "--", *WORKLOAD, os.fspath(here)], text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    for line in SHOWS[script]:
        assert re.search(f"(?m){line.replace('{here}', re.escape(os.fspath(here)))}$", done.stdout), (line, done.stdout)


def test_a_profile_of_a_command(tmp_path: Path) -> None:
    """What is sampled before the interpreter is known is said, and may be nothing."""
    done = lab.run([*RUN, "profile", "-F", "999", "-U", "-f", "--", *WORKLOAD, os.fspath(tmp_path)], text=True)
    assert done.returncode == 0, done.stderr
    assert re.search(r"(?m)^python.*;<module>.* \d+$", done.stdout), done.stdout


def test_what_is_chosen_is_all_that_is_shown(tmp_path: Path) -> None:
    done = lab.run([*RUN, "killsnoop", "-x", "-s", "65,10", "-T", "1", "--", *WORKLOAD, os.fspath(tmp_path)], text=True)
    assert [line.split()[-1] for line in done.stdout.splitlines()] == ["RESULT", "-22"]


def test_filelife_shows_what_was_made_and_removed(tmp_path: Path) -> None:
    """Not a file that was there before, though it was opened to be made; under the last of its names."""
    (tmp_path / "old").write_text("")
    (tmp_path / "there").mkdir()
    program = "echo >old; echo >new; mv new there/newer; mknod node p; (cd there; exec rm newer ../old ../node)"
    done = lab.run([*RUN, "filelife", "--", "sh", "-c", program], text=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()[1:]]
    assert [(line[2], line[4]) for line in lines] == [("rm", f"{tmp_path}/there/newer"), ("rm", f"{tmp_path}/node")]


def test_sofdsnoop_shows_descriptors_that_are_passed(tmp_path: Path) -> None:
    """At both ends, one line for each; by their files' names while these are open."""
    program = """if True:
        import socket
        ends, file = socket.socketpair(), open("/etc/hostname")
        print(ends[0].fileno(), ends[1].fileno(), file.fileno(), flush=True)
        input()
        ends[0].sendmsg([b"without"])
        socket.send_fds(ends[0], [b"with"], [file.fileno(), 2])
        ends[1].recv(7)
        print(*socket.recv_fds(ends[1], 4, 2)[1], flush=True)
        input()"""
    argv = [sys.executable, "-I", "-S", "-c", program]
    with lab.started(argv, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdin and process.stdout
        sender, receiver, file = process.stdout.readline().split()
        with lab.started([*RUN, "sofdsnoop", "-p", str(process.pid), "-n", "pyth"], text=True) as snoop:
            assert snoop.stdout
            assert snoop.stdout.readline().split() == ["ACTION", "TID", "COMM", "SOCKET", "FD", "NAME"]
            process.stdin.write("go\n")
            process.stdin.flush()
            received = process.stdout.readline().split()
            lines = [snoop.stdout.readline().split() for _ in range(4)]
            snoop.send_signal(signal.SIGINT)
            assert lab.outcome(snoop)[0] == 0
    sockets = {"SEND": rf"{sender}:socket:\[\d+\]", "RECV": rf"{receiver}:socket:\[\d+\]"}
    assert all(re.fullmatch(sockets[line[0]], line[3]) and line[1] == str(process.pid) for line in lines), lines
    assert [(line[0], *line[4:]) for line in lines] == [
        *(("SEND", file, "/etc/hostname"), ("SEND", "2", "/dev/null")),
        *(("RECV", received[0], "/etc/hostname"), ("RECV", received[1], "/dev/null")),
    ]


def test_cachestat_says_where_functions_can_not_be_hooked() -> None:
    done = lab.run([*RUN, "cachestat", "60", "--", "true"], text=True)
    if done.returncode:  # where they can, test_functions.py looks at its lines
        assert re.fullmatch(
            r"cachestat: func:(folio_mark_accessed|mark_page_accessed) can't be traced: .*\n", done.stderr
        )


def test_dcsnoop_says_where_functions_can_not_be_hooked() -> None:
    """Where they can, tests/kernel/test_functions.py runs it."""
    done = lab.run([*RUN, "dcsnoop", "--", "true"], text=True)
    if done.returncode:
        assert re.fullmatch(r"dcsnoop: func:d_lookup can't be traced: .*\n", done.stderr), done.stderr
    else:
        assert done.stdout.startswith("TIME(s) ")


def test_ends_and_signals_that_are_chosen() -> None:
    command = ["--", "sh", "-c", "/bin/true; sh -c 'kill -9 $$'; sh -c 'kill -CONT $$'; exit 4"]
    ends = lab.run([*RUN, "exitsnoop", "-x", *command], text=True)
    assert ends.returncode == 4
    assert [line.split(None, 5)[-1] for line in ends.stdout.splitlines()[1:]] == ["signal 9 (KILL)", "code 4"]
    signals = lab.run([*RUN, "sigsnoop", "-s", "KILL", *command], text=True)
    assert [line.split()[3:4] + line.split()[5:] for line in signals.stdout.splitlines()[1:]] == [
        ["9", "sh", "delivered"]
    ]


def test_tcp_sockets_by_their_ports() -> None:
    """A packet leads to every other change of the client's. Of the accepted socket only the process of the last
    changes is known."""
    program = """if True:
        from socket import AF_INET6, create_connection, create_server
        server = create_server(("::1", 0), family=AF_INET6)
        client = create_connection(server.getsockname()[:2])
        accepted, peer = server.accept()
        accepted.close()
        client.recv(1)
        client.close()
        print(server.getsockname()[1], peer[1])"""
    command = ["--", sys.executable, "-I", "-S", "-c", program]
    states = lab.run([*RUN, "tcpstates", "-6", *command], text=True).stdout.splitlines()
    server, client = next(line.split() for line in states if len(line.split()) == 2)
    changes = [line.split()[3:-1] for line in states if len(line.split()) > 2][1:]
    to_server, to_client = ["::1", client, "::1", server], ["::1", server, "::1", client]
    assert [change[4:] for change in changes if change[:4] == to_server] == [
        ["SYN_SENT", "->", "ESTABLISHED"],
        ["ESTABLISHED", "->", "CLOSE_WAIT"],
        ["CLOSE_WAIT", "->", "LAST_ACK"],
        ["LAST_ACK", "->", "CLOSE"],
    ]
    assert [change[4:] for change in changes if change[:4] == to_client] == [
        ["ESTABLISHED", "->", "FIN_WAIT1"],
        ["FIN_WAIT1", "->", "FIN_WAIT2"],
        ["FIN_WAIT2", "->", "CLOSE"],
    ]
    assert ["::1", server, "::", "0", "LISTEN", "->", "CLOSE"] in changes
    for options in (["-D", "1"], ["-4"]):
        done = lab.run([*RUN, "tcplife", *options, *command], text=True)
        assert [line.split()[0] for line in done.stdout.splitlines() if "." in line] == [], options


def test_tcpretrans_shows_a_syn_that_nobody_answers() -> None:
    """A full queue of a listening socket drops it."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server, socket.create_connection(server.getsockname()):
        peer = re.escape(f"127.0.0.1:{server.getsockname()[1]}")
        with lab.started([*RUN, "tcpretrans"], text=True) as process, socket.socket() as client:
            assert process.stdout
            assert re.split(" +", process.stdout.readline())[3:] == ["LADDR:LPORT", "T>", "RADDR:RPORT", "STATE\n"]
            client.setblocking(False)
            assert client.connect_ex(server.getsockname()) == errno.EINPROGRESS
            own = re.escape(f"127.0.0.1:{client.getsockname()[1]}")
            wanted = re.compile(rf"{CLOCK} +\d+ +4 +{own} +R> {peer} +SYN_SENT")
            while not wanted.match(line := process.stdout.readline()):
                assert line, "it has ended"
            process.send_signal(signal.SIGINT)
            assert process.wait(lab.TIMEOUT) == 0


@pytest.fixture
def small_cgroup(cgroup2: Path) -> Iterator[Path]:
    """A cgroup whose processes may have 16 MiB."""
    old = Path("/sys/fs/cgroup/memory")
    directory = (old if old.is_dir() else cgroup2) / f"traceleft-oom-{os.getpid()}"
    if not old.is_dir():
        (cgroup2 / "cgroup.subtree_control").write_text("+memory")
    directory.mkdir()
    limit = next(directory / name for name in ("memory.limit_in_bytes", "memory.max") if (directory / name).exists())
    limit.write_text(str(16 << 20))
    if (directory / "memory.swap.max").exists():
        (directory / "memory.swap.max").write_text("0")
    yield directory
    lab.wait_until(lambda: not (directory / "cgroup.procs").read_text(), "the cgroup is empty")
    directory.rmdir()


def test_oomkill_shows_who_is_killed(small_cgroup: Path) -> None:
    program = (
        "import os; open(os.sys.argv[1], 'w').write(str(os.getpid())); print(os.getpid(), flush=True); b'x' * (1 << 28)"
    )
    command = ["--", sys.executable, "-I", "-S", "-c", program, os.fspath(small_cgroup / "cgroup.procs")]
    done = lab.run([*RUN, "oomkill", *command], text=True)
    pid = next(line for line in done.stdout.splitlines() if line.isdecimal())
    assert done.returncode == 128 + signal.SIGKILL
    assert re.search(rf"(?m)^{CLOCK} {pid} +python\S* +{pid} +python\S* +(\d{{5}}|\?) +[\d.]+ .*$", done.stdout), (
        done.stdout
    )


def test_ttysnoop_shows_what_a_terminal_is_given() -> None:
    master, slave = os.openpty()
    command = ["sh", "-c", r'printf "to the \033[1mterminal\n" >&3; printf elsewhere']
    argv = [*RUN, "ttysnoop", os.ttyname(slave), "--", *command]
    done = lab.run(["sh", "-c", 'exec 3<>"$0"; exec "$@"', os.ttyname(slave), *argv], text=True)
    os.close(master)
    os.close(slave)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.replace("elsewhere", "") == "to the \\x1b[1mterminal\n"


def test_a_profile_is_json_of_what_was_called() -> None:
    done = lab.run([*RUN, "seccomp-profile", "--", "true"], text=True)
    profile = json.loads(done.stdout)
    (rule,) = profile["syscalls"]
    assert (profile["defaultAction"], rule["action"]) == ("SCMP_ACT_ERRNO", "SCMP_ACT_ALLOW")
    assert {"execve", "exit_group", "mmap"} <= set(rule["names"])
    assert not {"socket", "kill"} & set(rule["names"])


def test_diff_tells_two_runs_apart(tmp_path: Path) -> None:
    files = [os.fspath(tmp_path / name) for name in ("old", "new")]
    for file, arguments in zip(files, (["/etc/hostname"], ["/etc/hostname", "/nonexistent"])):
        lab.run([*lab.TRACELEFT, "record", "openat", "-o", file, "--", "env", "LC_ALL=C", "cat", *arguments])
    for order, sign in ((files, "+"), (files[::-1], "-")):
        done = lab.run([*RUN, "diff", "-k", "filename,error", *order], text=True)
        assert (done.returncode, done.stdout.split()) == (1, [sign, "1", "/nonexistent", "ENOENT"])
    same = lab.run([*RUN, "diff", files[0], files[0]], text=True)
    assert (same.returncode, same.stdout, same.stderr) == (0, "", "")
    wrong = lab.run([*RUN, "diff", "-k", "filname", *files], text=True)
    assert (wrong.returncode, wrong.stderr) == (
        1,
        "diff: no event has 'filname'; did you mean filename or name or oldname?\n",
    )


def test_a_command_keeps_its_exit_status_and_is_traced_in_its_cgroup(cgroup: Path) -> None:
    done = lab.run([*RUN, "execsnoop", "--cgroup", os.fspath(cgroup), "--", "sh", "-c", "/bin/true; exit 7"], text=True)
    assert (done.returncode, len(done.stdout.splitlines())) == (7, 1), "only the titles: it is in another cgroup"
    enter = f"echo $$ > {cgroup}/cgroup.procs; /bin/true; exit 7"
    done = lab.run([*RUN, "execsnoop", "--cgroup", os.fspath(cgroup), "--", "sh", "-c", enter], text=True)
    assert (done.returncode, [line.split()[0] for line in done.stdout.splitlines()]) == (7, ["COMM", "true"])


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    argv = " ".join(
        [*RUN, "opensnoop", "--", "sh", "-c", "'for i in 1 2 3 4 5 6 7 8 9; do cat /etc/hostname; done >&2'"]
    )
    done = lab.run(["bash", "-c", f"{argv} 2>/dev/null | head -n 2; echo ${{PIPESTATUS[0]}}"], text=True)
    assert done.stdout.splitlines()[0].startswith("PID") and done.stdout.splitlines()[-1] == "0"


def test_the_second_interrupt_ends_it() -> None:
    """The first one waits for the command, which ignores both."""
    command = ["sh", "-c", "trap '' INT; echo ready; exec sleep 600"]
    with lab.started([*RUN, "opensnoop", "--", *command], text=True) as process:
        assert process.stdout
        while process.stdout.readline() != "ready\n":
            pass
        process.send_signal(signal.SIGINT)
        while (status := process.poll()) is None:
            process.send_signal(signal.SIGINT)
            try:
                status = process.wait(0.2)
                break
            except subprocess.TimeoutExpired:
                continue
    assert status == -signal.SIGINT


def test_the_time_on_and_off_the_cpu() -> None:
    program = """if True:
        import resource, time
        while time.process_time() < 0.2: pass
        time.sleep(0.3)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print("used", usage.ru_utime + usage.ru_stime)"""
    command = ["--", sys.executable, "-I", "-S", "-c", program]
    on = lab.run([*RUN, "cpudist", "-P", *command], text=True)
    name = Path(sys.executable).name[:15]
    turns, used = distributions(on.stdout)[name], float(re.findall(r"used ([\d.]+)", on.stdout)[0])
    # On a virtual machine a turn goes on while the host runs others.
    assert used * 0.5 < turns["count"] * turns["mean"] < used * 2 + 0.1, on
    off = distributions(lab.run([*RUN, "cpudist", "-O", "-P", *command], text=True).stdout)[name]
    assert off["max"] > 0.29


def test_a_thread_that_waits_for_its_cpu() -> None:
    """Two that never sleep share one CPU: each runs while the other waits."""
    program = """if True:
        import os, time
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        os.fork()
        while time.process_time() < 0.2: pass"""
    done = lab.run([*RUN, "runqlat", "--", sys.executable, "-I", "-S", "-c", program], text=True)
    waited = distributions(done.stdout)["waited"]
    assert waited["count"] * waited["mean"] > 0.1 and waited["max"] > 0.001


def test_the_stack_of_a_thread_that_sleeps() -> None:
    words = ["--", "sleep", "0.2"]
    done = lab.run([*RUN, "offcputime", "-f", "-K", "-m", "100000", *words], text=True)
    ((stack, micros),) = re.findall(r"(?m)^(\S+) (\d+)$", done.stdout)
    assert stack.startswith("sleep;") and "nanosleep" in stack and int(micros) >= 200_000
    text = lab.run([*RUN, "offcputime", "-m", "100000", *words], text=True).stdout
    assert re.search(r"(?m)^\d+ us off the CPU, comm sleep\n    \w*schedule", text)
    assert not lab.run([*RUN, "offcputime", "-M", "100000", "-m", "90000", *words], text=True).stdout


def test_requests_to_a_disk(tmp_path: Path) -> None:
    """What is written past the page cache is the writer's own; each request is shown, and counted, once."""
    argv = ["dd", "if=/dev/zero", f"of={tmp_path}/written", "oflag=direct", "bs=64k", "count=20"]
    done = lab.run([*RUN, "biosnoop", "--", *argv], text=True)
    lines = [line.split() for line in done.stdout.splitlines() if " dd " in line]
    lines = [line for line in lines if "R" not in line[4]]  # the program itself may not be in the page cache
    if not lines:
        lab.cannot_run(f"{tmp_path} is on no disk: {done.stderr}")
    assert all(line[4] == "W" and int(line[6]) % 512 == 0 and float(line[7]) > 0 for line in lines)
    assert sum(int(line[6]) for line in lines) <= 21 * 65536
    disk = lines[0][3]
    shown = lab.run([*RUN, "biolatency", "-D", "-F", "-d", disk, "--", *argv], text=True)
    latencies = distributions(shown.stdout)
    assert latencies and all(title.startswith(f"{disk} W") for title in latencies)
    wrong = lab.run([*RUN, "biosnoop", "-d", "nosuch"], text=True)
    assert wrong.returncode == 1 and "no disk 'nosuch'; there are" in wrong.stderr and disk in wrong.stderr


def test_interrupts_of_the_timer() -> None:
    done = lab.run([*RUN, "softirqs", "--duration", "0.5"], text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"timer", "rcu", "sched"} & set(distributions(done.stdout))
    hard = lab.run([*RUN, "softirqs", "--hard", "-T", "0.2", "2"], text=True)
    assert len(re.findall(rf"(?m)^{CLOCK}$", hard.stdout)) == 2


def test_capabilities_that_are_needed() -> None:
    argv = ["setpriv", "--reuid=nobody", "--clear-groups", "mount", "-t", "tmpfs", "none", "/mnt"]
    done = lab.run([*RUN, "capable", "--unique", "--", *argv], text=True)
    if "can trace none" in done.stderr:
        lab.cannot_run("this kernel has no tracepoint for capabilities")
    rows = {(line.split()[1], *line.split()[5:]) for line in done.stdout.splitlines()[1:]}
    assert ("0", "CAP_SETUID", "yes") in rows and any("no" in row for row in rows), done
    refused = lab.run([*RUN, "capable", "-x", "--", *argv], text=True)
    assert {line.split()[-1] for line in refused.stdout.splitlines()[1:]} == {"no"}
