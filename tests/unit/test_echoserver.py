# SPDX-License-Identifier: MIT
"""The demo collector: what it counts, refuses and remembers, and that no client stands in another's way."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("grpc")
pytest.importorskip("google.protobuf")

import grpc

from tests.support.collectors import TIMEOUT, Server, end_client, read_line, serving, start_client
from traceleft.collector.service import METHOD
from traceleft.collector.totals import Session, SessionKey, Totals
from traceleft.printable import printable
from traceleft.proto.traceleft_pb2 import Acknowledgement, EventBatch


def message(sequence: int, events: int = 2, session: bytes = b"s" * 16, **fields: object) -> EventBatch:
    batch = EventBatch(host="h", boot_id="b", session=session, sequence=sequence, count=events, **fields)
    for _ in range(events):
        batch.events.add(syscall="openat", nr=257)
    return batch


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as server:
        yield server


class Client:
    """Streams by hand, as any language could."""

    def __init__(self, address: str) -> None:
        self.channel = grpc.insecure_channel(address, [("grpc.use_local_subchannel_pool", 1)])
        self.collect = self.channel.stream_unary(METHOD, None, Acknowledgement.FromString)

    def send(self, *batches: EventBatch | bytes, **options: object) -> Acknowledgement:
        data = (each if isinstance(each, bytes) else each.SerializeToString() for each in batches)
        return self.collect(data, timeout=TIMEOUT, **options)


def test_eight_clients_of_which_one_stands_still(server: Server):
    """The eighth sends half of its events, and then nothing until the others are done."""
    stalled = start_client(server.address, 50_000, 1000, "collector_insecure=true", "live=false", "pace=true")
    assert stalled.stdin
    stalled.stdin.write(b"\n" * 25)
    stalled.stdin.flush()
    held = threading.Event()
    sent = threading.Event()

    def standing_still() -> Iterator[bytes]:
        yield message(1).SerializeToString()
        sent.set()
        held.wait(TIMEOUT)  # in the middle of a stream

    by_hand = Client(server.address)
    open_stream = by_hand.collect.future(standing_still())
    assert sent.wait(TIMEOUT)
    others = [start_client(server.address, 50_000, 1000, "collector_insecure=true", "live=false") for _ in range(7)]
    for each in map(end_client, others):
        assert (each["acknowledged"], each["dropped"], each["spooled"]) == (50_000, 0, 0)
    assert not open_stream.done()
    assert stalled.poll() is None
    stalled.stdin.write(b"\n" * 25)
    stalled.stdin.flush()
    assert end_client(stalled)["acknowledged"] == 50_000
    held.set()
    assert open_stream.result(timeout=TIMEOUT).sequence == 1
    by_hand.channel.close()
    totals = server.totals()
    assert totals["events"] == 8 * 50_000 + 2
    assert totals["syscalls"] == {"openat": 8 * 50_000 + 2}
    assert (totals["missing"], totals["repeated"], totals["refused"]) == (0, 0, 0)
    assert sorted(each["events"] for each in totals["clients"]) == [2] + [50_000] * 8


def test_gaps_and_repeats_are_seen(server: Server):
    client = Client(server.address)
    acknowledged = client.send(message(1), message(2, 3))
    assert acknowledged == Acknowledgement(session=b"s" * 16, sequence=2, batches=2, events=5)
    assert client.send(message(2, 3), message(5, dropped_before=7)).sequence == 5
    assert client.send(message(4, 10)).sequence == 4  # which fills a gap
    assert client.send() == Acknowledgement()
    client.channel.close()
    (one,) = (totals := server.totals())["clients"]
    assert one["missing"] == [[3, 3]] and one["repeated"] == 1 and one["dropped"] == 7
    assert one["events"] == totals["events"] == 2 + 3 + 2 + 10
    assert one["session"] == (b"s" * 16).hex()


@pytest.mark.parametrize(
    ("batch", "why"),
    [
        (b"\xff\xff\xff", "no batch with a session"),
        (EventBatch(session=b"x"), "no batch with a session"),
        (EventBatch(session=b"x", sequence=1, count=3), "its count is 3, and it has 0 events"),
    ],
)
def test_what_makes_no_sense_is_refused(server: Server, batch: EventBatch | bytes, why: str):
    client = Client(server.address)
    with pytest.raises(grpc.RpcError, match=why) as refused:
        client.send(batch)
    assert refused.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    with pytest.raises(grpc.RpcError, match="batches of one session"):
        client.send(message(1), message(1, session=b"other"))
    client.channel.close()
    totals = server.totals()
    assert (totals["events"], totals["refused"]) == (2, 2)


def test_the_journal_survives_and_its_torn_end_does_not(tmp_path: Path):
    journal = tmp_path / "journal"
    with serving(tmp_path, "--journal", str(journal)) as server:
        client = Client(server.address)
        client.send(message(1), message(2, 5, dropped_before=3))
        client.channel.close()
        server.kill()
    with journal.open("ab") as file:
        file.write(b'{"host": "h", "boot')
    with serving(tmp_path, "--journal", str(journal)) as server:
        client = Client(server.address)
        client.send(message(2, 5), message(3))
        client.channel.close()
        totals = server.totals()
    assert (totals["events"], totals["repeated"], totals["missing"], totals["dropped_by_senders"]) == (9, 1, 0, 3)
    assert len(journal.read_text().splitlines()) == 3


def test_a_session_knows_what_is_missing():
    session = Session()
    for sequence in (1, 5, 9, 7):
        assert session.is_new(sequence)
        session.accept(sequence, 1, 0)
    assert session.missing == [(2, 4), (6, 6), (8, 8)] and session.gaps == 5
    assert [sequence for sequence in range(1, 12) if session.is_new(sequence)] == [2, 3, 4, 6, 8, 10, 11]
    session.accept(3, 1, 0)
    assert session.missing == [(2, 2), (4, 4), (6, 6), (8, 8)]


def test_what_clients_choose_is_kept_up_to_a_limit():
    """Names, senders and gaps: the sums stay right."""
    totals = Totals()
    for number in range(5000):
        session = totals.session(SessionKey("h", "b", number.to_bytes(16, "big")))
        assert totals.count(session, 3, 2, 1, {f"call{number}": 1, "x" * 10_000: 1})
    assert len(totals.sessions) <= 1024 and len(totals.syscalls) <= 1025
    assert totals.syscalls["other"] + sum(totals.syscalls[f"call{number}"] for number in range(5000)) == 10_000
    whole = totals.as_dict()
    assert (whole["events"], whole["batches"], whole["missing"]) == (10_000, 5000, 10_000)
    assert whole["dropped_by_senders"] == 5000
    for sequence in range(10, 20_000, 2):
        totals.count(session, sequence, 1, 0, {})
    assert len(session.missing) <= 1024 and session.gaps == 2 + 6 + (20_000 - 10) // 2 - 1
    for sequence in range(5, 20_000, 4):  # each but the first falls into a gap, and makes two of it
        totals.count(session, sequence, 1, 0, {})
    assert len(session.missing) <= 1024


def test_senders_that_are_there_are_kept_apart():
    totals = Totals()
    keys = [SessionKey("h", "b", number.to_bytes(16, "big")) for number in range(2000)]
    first = totals.session(keys[0])
    first.connected = 1
    totals.count(first, 1, 1, 0, {})
    for key in keys[1:]:
        totals.count(totals.session(key), 1, 1, 0, {})
    assert totals.session(keys[0]) is first and totals.session(keys[-1]).events == 1
    for each in totals.sessions.values():
        each.connected = 1
    late = totals.session(SessionKey("late", "b", b"s"))
    assert late is totals.other
    assert totals.count(late, 9, 1, 0, {}) and totals.count(late, 1, 1, 0, {})
    assert totals.events == 2002 and late.gaps == 0


def test_a_batch_is_small_also_when_it_is_inflated(server: Server):
    client = Client(server.address)
    large = EventBatch(session=b"s", sequence=1, host="h" * (32 << 20))
    for compression in (grpc.Compression.NoCompression, grpc.Compression.Gzip, grpc.Compression.Deflate):
        with pytest.raises(grpc.RpcError) as refused:
            client.send(large, compression=compression)
        assert refused.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, refused.value
    with pytest.raises(grpc.RpcError, match="256 characters"):
        client.send(EventBatch(session=b"s", sequence=1, host="h" * 257))
    assert client.send(message(1), compression=grpc.Compression.Gzip).events == 2
    client.channel.close()
    assert server.totals()["events"] == 2


def test_the_final_table(tmp_path: Path):
    from traceleft.cli.echoserver import table

    totals = Totals()
    session = totals.session(SessionKey("evil\x1b[2J", "b", b"0" * 16))
    totals.count(session, 3, 1000, 5, {"read": 999, "\x1b]0;x": 1})
    text = "\n".join(table(totals))
    assert "\x1b" not in text
    assert text.startswith("1,000 events in 1 batches of 1 clients; 2 batches missing, 0 repeated")
    assert re.search(r"^ +999  read$", text, re.M) and "missing 1 to 2" in text and "5 events dropped by it" in text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_the_totals(tmp_path: Path, number: signal.Signals):
    process = subprocess.Popen(
        [sys.executable, "-m", "traceleft", "echoserver", "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr
    line = read_line(process.stderr.fileno()).decode()
    address = re.search(r"listening on (127\.0\.0\.1:\d+) \(plain text\)", line)
    assert address, line
    client = Client(address[1])
    client.send(message(1))
    client.channel.close()
    process.send_signal(number)
    out, err = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 0
    assert out.decode().startswith("2 events in 1 batches of 1 clients; 0 batches missing")
    assert "Traceback" not in err.decode()


def test_senders_names_reach_no_terminal(tmp_path: Path):
    """Live and in the table."""
    name = "[/x]\x1b]0;owned\x07\n\u202e"
    process = subprocess.Popen(
        [sys.executable, "-m", "traceleft", "echoserver", "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr
    client = Client(read_line(process.stderr.fileno()).decode().split()[3])
    batch = EventBatch(host=name, boot_id=name, session=b"s", sequence=1, count=1)
    batch.events.add(syscall=name)
    client.send(batch)
    client.channel.close()
    live = read_line(process.stderr.fileno()).decode()
    process.send_signal(signal.SIGINT)
    out = process.communicate(timeout=TIMEOUT)[0].decode()
    for text in (live, out):
        assert printable(name) in text and printable(text, keep="\n") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--listen", "nowhere"], "is no address"),
        (["--listen", "0.0.0.0:0"], "give --tls-cert and --tls-key, or --insecure"),
        (["--tls-cert", "x"], "need each other"),
        (["--client-ca", "x"], "--client-ca needs"),
        (["--listen", "localhost:0", "--tls-cert", "/nonexistent", "--tls-key", "/nonexistent"], "No such file"),
        (["--listen", "localhost:0", "--token-file", "/nonexistent"], "/nonexistent: No such file"),
        (["--listen", "localhost:0", "--journal", "/"], "Is a directory"),
    ],
)
def test_wrong_usages(arguments: list[str], said: str):
    done = subprocess.run(
        [sys.executable, "-m", "traceleft", "echoserver", *arguments],
        capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    assert done.returncode in (1, 2) and done.stdout == ""
    assert said in done.stderr and done.stderr.count("\n") == 1


def test_a_port_that_is_taken(server: Server):
    done = subprocess.run(
        [sys.executable, "-m", "traceleft", "echoserver", "--listen", server.address],
        capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert re.search(rf"{server.address}: can't listen there: .*[Aa]ddress already in use", done.stderr)
