# SPDX-License-Identifier: MIT
"""Structs, options and messages beside strace: each row of tests/support/struct_calls.py is one call.

A row that strace shows as bytes, as an address or as bare numbers has its text in SHOWN instead.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, lab
from traceleft import battery

pytestmark = pytest.mark.any_kernel

CALLS = (
    *("getsockopt", "setsockopt", "sendmsg", "recvmsg", "getdents64", "prctl", "clone3", "openat2", "bpf", "seccomp"),
    *("io_submit", "io_getevents", "add_key", "keyctl", "perf_event_open", "ioctl", "ptrace", "fcntl"),
)
PROGRAM = [sys.executable, "-m", "tests.support.struct_calls"]
ROW = re.compile(r'prctl\((?:option=)?PR_SET_NAME, (?:arg2=)?"(.*?)"')
OURS = re.compile(r'\S+ \d+ (?:"[^"]*"|\S+) (\w+)\((.*)\) = .*')
THEIRS = re.compile(r"(\w+)\((.*)\)\s+= .*")

SHOWN = {
    "device of 4": r'"lo\0\0", 4',
    "rcvtimeo": "SO_RCVTIMEO, {tv_sec=3, tv_usec=4}, 16",
    "get sndtimeo": "SO_SNDTIMEO, {tv_sec=0, tv_usec=0}, [16]",
    "meminfo": "SO_MEMINFO, [0, ",
    "cookie": "SO_COOKIE, [",
    "ip source": 'imr_interface=inet_addr("127.0.0.1"), imr_sourceaddr=inet_addr("127.0.0.1")}',
    "ip group": '{gr_interface=1, gr_group={sin_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("224.0.0.1")}}',
    "ip filter": "imsf_fmode=MCAST_INCLUDE, imsf_numsrc=0}",
    "ip options": r'"\1\1\1\1"',
    "ipv6 membership": '{ipv6mr_multiaddr=inet_pton(AF_INET6, "::"), ipv6mr_ifindex=1}',
    "tcp congestion": '"reno", 4',
    "tcp info": "{tcpi_state=7, tcpi_ca_state=TCP_CA_Open, tcpi_retransmits=0",
    "tcp repair": "{snd_wl1=1, snd_wnd=2, max_window=3, rcv_wnd=4, rcv_wup=5}",
    "packet member": "{mr_ifindex=1, mr_type=PACKET_MR_PROMISC, mr_alen=0, mr_address=[",
    "filter": "{len=4, filter=[{code=0x28, jt=0, jf=0, k=0xc}, {code=0x15, jt=0, jf=1, k=0x800}, {code=0x6, ",
    "cut": "cmsg_type=SCM_CREDENTIALS, cmsg_data=",
    "ipv6 pktinfo": 'cmsg_type=IPV6_PKTINFO, cmsg_data={ipi6_addr=inet_pton(AF_INET6, "::1"), ipi6_ifindex=1}}]',
    "udp segment": "cmsg_type=UDP_SEGMENT, cmsg_data=[1400]}]",
    "unknown": 'cmsg_level=0x4d, cmsg_type=0x3, cmsg_data="abc"}]',
    "bad length": "msg_control=[{cmsg_len=4, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS}], msg_controllen=24",
    "recverr": "cmsg_type=IP_RECVERR, cmsg_data={ee_errno=ECONNREFUSED, ee_origin=SO_EE_ORIGIN_ICMP, ee_type=3, "
    "ee_code=3, ee_info=0, ee_data=0, "
    'offender={sin_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}}}]',
    "dumpable": "PR_SET_DUMPABLE, 1",
    "mdwe": "PR_SET_MDWE, 0",
    # strace leaves out the fields that a call doesn't use, and knows fewer.
    "clone3": "{flags=CLONE_THREAD, pidfd=NULL, child_tid=NULL, parent_tid=NULL, exit_signal=SIGCHLD, stack=0x1000, "
    "stack_size=4096, tls=0x0, set_tid=NULL, set_tid_size=0, cgroup=0}, 88",
    "clone3 of old": "stack_size=4096, tls=0x0}, 64",
    "clone3 of new": r'cgroup=0, /* bytes 88..95 */ "\x88\x77\x66\x55\x44\x33\x22\x11"}, 96',
    "clone3 short": "{flags=CLONE_THREAD, pidfd=NULL, ",
    "openat2 short": "{flags=O_WRONLY|O_CREAT}, 8",
    "map create": "map_flags=0, inner_map_fd=0, numa_node=0, ",
    "prog load": "insns=[{code=0xb7, dst_reg=0, src_reg=0, off=0, imm=0}, "
    '{code=0x95, dst_reg=0, src_reg=0, off=0, imm=0}], license="GPL"',
    "no license": "license=NULL",
    "update": "{map_fd=9999, key=0x1000, value=0x2000, flags=1}",
    "next id": "{start_id=7, next_id=",
    "info": "info={bpf_fd=9999, info_len=16, info=4096}",
    "raw tracepoint": '{raw_tracepoint={name="sys_enter", prog_fd=9999}}, 16',
    "seccomp filter": "{len=4, filter=[{code=0x20, jt=0, jf=0, k=0x0}, {code=0x15, jt=0, jf=1, k=0x27}, ",
    "io_submit": "{aio_data=0x2, aio_key=0, aio_rw_flags=0, aio_lio_opcode=IOCB_CMD_PWRITE, aio_reqprio=0, aio_fildes=",
    "permissions": "KEYCTL_SETPERM, KEY_SPEC_PROCESS_KEYRING, 0x3f3f0000",
    "capabilities": "KEYCTL_CAPABILITIES, [0x",
    "perf": "{type=PERF_TYPE_SOFTWARE, size=PERF_ATTR_SIZE_VER5, config=PERF_COUNT_SW_CPU_CLOCK, sample_period=1000",
    "perf short": "config=PERF_COUNT_HW_BRANCH_MISSES, sample_period=1000",
    # Without the names of the characters.
    **{
        name: "{c_iflag=ICRNL|IXON, c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|OPOST|ONLCR, c_cflag=B38400|CS8|CREAD, "
        "c_lflag=ISIG|ICANON|ECHO|ECHOE|ECHOK|IEXTEN|ECHOCTL|ECHOKE, c_line=N_TTY, c_cc=[0x3, 0x1c, 0x7f"
        for name in ("tcgets", "tcgets2")
    },
    "tcgeta": "{c_iflag=",
    "siginfo": "{si_signo=SIGSTOP, si_errno=0, si_code=SI_USER, ",
    "sigmask": "PTRACE_GETSIGMASK, ",
    "regset": "NT_PRSTATUS, {iov_base=0x7ffffffff000, iov_len=216}",
    "syscall info": "arch=AUDIT_ARCH_X86_64, instruction_pointer=0x7ffffffff000, ",
}
"""What the text has in it."""

ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
CHANGED = re.compile(r"(\w+) => (\w+)")
TIME = re.compile(r"tv_sec=\d{6,}, tv_n?sec=\d+")
PORT = re.compile(r"htons\(\d+\)")


def arguments(call: str, text: str) -> str:
    """The arguments without their names, and what is another's in each run made alike."""
    names = "|".join(argument["name"] for argument in battery.schema_spec()["syscalls"][call]["args"])
    text = re.sub(rf"(?:(?<=^)|(?<=, ))(?:{names})=", "", text)
    text = re.sub(r" /\* \w+_\?\?\?? \*/", "", text).replace('if_nametoindex("lo")', "1").replace("_OLD", "")
    # Both have it, in other words: an address's family, no name, a zero.
    text = text.replace("sa_family=", "sin_family=").replace("msg_name={}", "msg_name=ADDRESS")
    text = re.sub(r"\b0x0\b", "0", text)
    text = re.sub(r"(d_off|d_ino|pid)=\d+", r"\1=N", text)
    text = re.sub(r"(rbp|rdi|r11|eflags)=0x\w+", r"\1=N", text)
    if call == "ptrace":
        text = re.sub(r"^(\w+, )\d+", r"\1PID", text)
    elif call == "keyctl":
        text = re.sub(r"^(\w+, )\d+", r"\1KEY", text)
    for pattern, to in ((CHANGED, r"\2"), (TIME, "TIME"), (PORT, "PORT"), (ADDRESS, "ADDRESS")):
        text = pattern.sub(to, text)
    return text


def rows(lines: list[str], form: re.Pattern[str]) -> dict[str, tuple[str, str]]:
    """The first call after each row's name."""
    found: dict[str, tuple[str, str]] = {}
    name = ""
    for line in lines:
        if row := ROW.search(line):
            name = row[1]
        elif name and name not in found and (call := form.fullmatch(line)):
            found[name] = (call[1], call[2])
    return found


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    output = tmp_path_factory.mktemp("strace") / "calls"
    selection = "trace=" + ",".join(CALLS)
    lab.run(
        [lab.require("strace"), "-v", "-s", "64", "-o", output, "-e", selection, "-e", "signal=none", *PROGRAM],
        cwd=ROOT,
    )
    return rows(output.read_text().splitlines(), THEIRS)


def test_rows(backend: str, tmp_path: Path, theirs: dict[str, tuple[str, str]]) -> None:
    output = tmp_path / "calls"
    done = lab.run(lab.trace_argv(backend, "-s", "64", "-o", output, *CALLS, "--", *PROGRAM), cwd=ROOT)
    assert b" 0 lost" in done.stderr
    ours = rows(output.read_text().splitlines(), OURS)
    wrong = []
    for name, (call, text) in theirs.items():
        here, there = arguments(*ours.get(name, (call, ""))), arguments(call, SHOWN.get(name, text))
        if not (there in here if name in SHOWN else there == here):
            wrong.append((name, here, there))
    assert not wrong, "\n".join(f"{name}:\n  {here}\n  {there}" for name, here, there in wrong)
    assert set(SHOWN) <= set(theirs) and len(theirs) > 100
