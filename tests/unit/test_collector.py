# SPDX-License-Identifier: MIT
"""The output grpc against a real collector: what is refused, and that every event is accounted for, whatever dies."""

from __future__ import annotations

import datetime
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner

pytest.importorskip("grpc")
pytest.importorskip("google.protobuf")
pytest.importorskip("trustme")

import grpc
import trustme

from tests.support.collector_client import ORIGIN, batch, context
from tests.support.collectors import (
    TIMEOUT,
    Server,
    end_client,
    read_line,
    run_client,
    serving,
    small_disk,
    start_client,
)
from tests.support.raw_events import raw_event
from tests.support.raw_objects import OBJECTS, batch_of, described, raw_file
from traceleft import _core, battery
from traceleft.address import Address
from traceleft.cli.output import output_options
from traceleft.collector.batcher import BATCH_BYTES, Batcher
from traceleft.collector.once import Once
from traceleft.collector.service import SERVICE
from traceleft.collector.settings import Settings
from traceleft.errors import UsageError
from traceleft.outputs.grpc import CollectorOutput
from traceleft.proto.traceleft_pb2 import Acknowledgement, EventBatch

PLAIN = "collector_insecure=true"


class Files(NamedTuple):
    ca: str
    other_ca: str
    good: tuple[str, str]
    expired: tuple[str, str]
    wrong_name: tuple[str, str]
    client: tuple[str, str]
    other_client: tuple[str, str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Certificates of two authorities."""
    directory = tmp_path_factory.mktemp("certificates")
    ca, other = trustme.CA(), trustme.CA()

    def authority(name: str, which: Any) -> str:
        which.cert_pem.write_to_path(directory / name)
        return str(directory / name)

    def pair(name: str, which: Any, *names: str, **times: datetime.datetime) -> tuple[str, str]:
        issued = which.issue_cert(*names, **times)
        certificate, key = directory / f"{name}.pem", directory / f"{name}.key"
        certificate.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
        issued.private_key_pem.write_to_path(key)
        return str(certificate), str(key)

    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
    return Files(
        authority("ca.pem", ca),
        authority("other.pem", other),
        pair("good", ca, "localhost"),
        pair("expired", ca, "localhost", not_before=past, not_after=past + datetime.timedelta(days=1)),
        pair("wrong", ca, "collector.example"),
        pair("client", ca, "client"),
        pair("other-client", other, "client"),
    )


def tls(pair: tuple[str, str]) -> tuple[str, ...]:
    return ("--tls-cert", pair[0], "--tls-key", pair[1])


def own(pair: tuple[str, str]) -> tuple[str, ...]:
    return (f"collector_cert={pair[0]}", f"collector_key={pair[1]}")


def wait_until(condition: Callable[[], bool]) -> None:
    """For what is seen in a file only."""
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def accounted(account: dict[str, Any]) -> bool:
    """Whether each event has one place at the end."""
    parts = account["acknowledged"] + account["spooled"] + account["dropped"]
    return account["taken"] == parts and account["waiting"] == 0


class Receiver:
    """A receiver of one's own, which acknowledges as `answer` says: it gets a stream's batches."""

    def __init__(self, answer: Callable[[list[EventBatch]], Acknowledgement]) -> None:
        self.received: list[EventBatch] = []
        self.streams = 0
        self._answer = answer
        self._pool = ThreadPoolExecutor(4)
        self._server = grpc.server(self._pool)
        handler = grpc.stream_unary_rpc_method_handler(self._collect, None, Acknowledgement.SerializeToString)
        handlers = grpc.method_handlers_generic_handler(SERVICE, {"Collect": handler})
        self._server.add_generic_rpc_handlers((handlers,))
        self.address = f"localhost:{self._server.add_insecure_port('localhost:0')}"
        self._server.start()

    def _collect(self, requests: Iterator[bytes], _: object) -> Acknowledgement:
        batches = [EventBatch.FromString(each) for each in requests]
        if not batches:
            return Acknowledgement()
        self.streams += 1
        self.received += batches
        return self._answer(batches)

    def __enter__(self) -> Receiver:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop(0).wait()
        self._pool.shutdown()


def acknowledge(batches: list[EventBatch]) -> Acknowledgement:
    return Acknowledgement(session=batches[-1].session, sequence=batches[-1].sequence)


# --- who talks to whom


@pytest.mark.parametrize("mutual", [False, True])
@pytest.mark.parametrize("token", [False, True])
def test_tls_and_tokens(tmp_path: Path, files: Files, mutual: bool, token: bool):
    word = tmp_path / "token"
    word.write_text("s3cret\n")
    arguments = tls(files.good) + (("--client-ca", files.ca) if mutual else ())
    options = (f"collector_ca={files.ca}",) + (own(files.client) if mutual else ())
    if token:
        arguments += ("--token-file", str(word))
        options += (f"collector_token_file={word}",)
    with serving(tmp_path, *arguments) as server:
        sent = run_client(server.address, 1000, 100, *options)
        assert (sent["acknowledged"], sent["stderr"]) == (1000, "")
        assert sent["summary"] == "1,000 events: 1,000 acknowledged, 0 spooled, 0 dropped"
        assert server.totals()["events"] == 1000


REFUSED = {
    "an unknown authority": ("good", (), ("collector_ca={other_ca}",), "no certificate authority in .* has signed it"),
    "the system's authorities": ("good", (), (), "no certificate authority in .* has signed it"),
    "an expired certificate": ("expired", (), ("collector_ca={ca}",), "its certificate is refused: it has expired"),
    "another's name": ("wrong_name", (), ("collector_ca={ca}",), "it is not for the name localhost"),
    "plain text to TLS": ("good", (), (PLAIN,), "speaks TLS, and nothing was sent"),
    "TLS to plain text": (None, (), ("collector_ca={ca}",), "does not speak TLS, and nothing was sent"),
    "no certificate": ("good", ("--client-ca", "{ca}"), ("collector_ca={ca}",), "asks for a client's certificate"),
    "a certificate of another authority": (
        *("good", ("--client-ca", "{ca}")),
        *(("collector_ca={ca}", "collector_cert={other_cert}", "collector_key={other_key}"), "refuses our certificate"),
    ),
    "no token": ("good", ("--token-file", "{token}"), ("collector_ca={ca}",), "asks for a token, and nothing was sent"),
    "a wrong token": (
        *("good", ("--token-file", "{token}")),
        *(("collector_ca={ca}", "collector_token_file={ca_name}"), "refuses the token, and nothing was sent"),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_who_does_not_fit_is_refused_and_nothing_is_sent(tmp_path: Path, files: Files, what: str):
    pair, arguments, options, said = REFUSED[what]
    (tmp_path / "token").write_text("right")
    (tmp_path / "wrong").write_text("wrong")
    places = {
        **{"ca": files.ca, "other_ca": files.other_ca, "token": tmp_path / "token", "ca_name": tmp_path / "wrong"},
        **{"other_cert": files.other_client[0], "other_key": files.other_client[1]},
    }
    server_side = (tls(getattr(files, pair)) if pair else ()) + tuple(each.format(**places) for each in arguments)
    with serving(tmp_path, *server_side) as server:
        client = start_client(server.address, 1000, 100, *(each.format(**places) for each in options))
        out, err = client.communicate(timeout=TIMEOUT)
        text = err.decode()
        assert client.returncode == 1 and out == b"", text
        assert text.count("\n") == 1
        assert text.startswith(f"RefusedError: {server.address}: ")
        assert re.search(said, text), text
        assert server.totals()["events"] == 0


def test_another_kind_of_server_is_refused():
    import socketserver

    class Echo(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.sendall(b"220 mail.example ESMTP ready\r\n")
            self.request.recv(1000)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        client = start_client(f"127.0.0.1:{server.server_address[1]}", 10, 10, PLAIN)
        _, err = client.communicate(timeout=TIMEOUT)
        server.shutdown()
        thread.join()
    assert client.returncode == 1
    assert err.decode().endswith(": does not speak gRPC\n")


def test_one_that_does_not_answer_gets_neither_token_nor_events():
    """gRPC is to hear HTTP/2 before it sends anything of ours."""
    received: list[bytes] = []

    def listen() -> None:
        connection, _ = server.accept()
        with connection:
            while more := connection.recv(1000):
                received.append(more)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        address = f"127.0.0.1:{server.getsockname()[1]}"
        sent = run_client(address, 10, 10, PLAIN, "collector_flush=0", TRACELEFT_COLLECTOR_TOKEN="word")
        thread.join()
    assert accounted(sent) and sent["dropped"] == 10
    assert f"{address}: no answer within 3 s; trying again" in sent["stderr"]
    frames = b"".join(received)
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    assert frames.startswith(preface)
    position, types = len(preface), set()
    while position < len(frames):
        types.add(frames[position + 3])
        position += 9 + int.from_bytes(frames[position : position + 3], "big")
    assert 4 in types and not types & {0, 1}  # SETTINGS, and neither DATA nor HEADERS


def test_the_token_out_of_the_environment(tmp_path: Path):
    with serving(tmp_path, TRACELEFT_COLLECTOR_TOKEN="word") as server:
        sent = run_client(server.address, 10, 10, PLAIN, TRACELEFT_COLLECTOR_TOKEN="word")
        assert sent["acknowledged"] == 10


@pytest.mark.parametrize(
    ("target", "options", "said"),
    [
        ("nowhere", {}, "'nowhere' is no address"),
        ("host:70000", {}, "is no address"),
        ("host:0", {}, "port 0"),
        ("host:1", {"collector_cert": "c"}, "--collector-cert needs --collector-key"),
        ("host:1", {"collector_key": "k"}, "--collector-key needs --collector-cert"),
        ("host:1", {"collector_insecure": True, "collector_ca": "c"}, "together with --collector-ca"),
        ("host:1", {"collector_insecure": True, "collector_key": "k"}, "together with --collector-key"),
        ("host:1", {"collector_ca": __file__}, "there is no certificate in it"),
        ("host:1", {"collector_cert": __file__, "collector_key": __file__}, "are no certificate and its key"),
        ("host:1", {"collector_insecure": True, "collector_token_file": "TOKEN"}, "not sent in plain text"),
        ("localhost:1", {"collector_insecure": True, "collector_token_file": __file__}, "printable ASCII"),
    ],
)
def test_wrong_usages(tmp_path: Path, target: str, options: dict[str, Any], said: str):
    (tmp_path / "token").write_text("word")
    options = {name: str(tmp_path / "token") if value == "TOKEN" else value for name, value in options.items()}
    with pytest.raises(UsageError, match=said) as error:
        CollectorOutput(target, context(**options))
    assert "\n" not in str(error.value)


def test_a_file_that_can_not_be_read_is_named():
    with pytest.raises(FileNotFoundError) as error:
        CollectorOutput("localhost:1", context(collector_ca="/nonexistent/ca.pem"))
    assert error.value.filename == "/nonexistent/ca.pem"


def test_a_key_of_another_certificate(files: Files):
    with pytest.raises(UsageError, match="is not the key of"):
        Settings.from_options("h:1", {"collector_cert": files.good[0], "collector_key": files.client[1]})


def test_addresses():
    assert Address.parse("[::1]:80", "x") == Address("::1", 80)
    assert str(Address("::1", 80)) == "[::1]:80"
    assert [Address(host, 1).is_loopback for host in ("localhost", "127.3.2.1", "::1", "10.0.0.1", "example.org")] == [
        *(True, True, True, False, False)
    ]


def test_the_options_are_those_that_the_output_knows():
    given: dict[str, Any] = {}

    @click.command()
    @output_options
    def command(**options: Any) -> None:
        given.update(options)

    arguments = ["--collector-addr", "localhost:1", "--collector-insecure", "--spool-limit", "16M", "--spool", "here"]
    done = CliRunner().invoke(command, [*arguments, "--collector-flush", "0.5"])
    assert done.exit_code == 0, done.output
    settings = Settings.from_options(given["collector_addr"], given)
    assert settings == Settings(Address("localhost", 1), None, None, "here", 16 * 1024**2, 0.5)
    assert CliRunner().invoke(command, ["--spool-limit", "8G"]).exit_code == 0 and given["spool_limit"] == 8 * 1024**3
    assert Settings.from_options("localhost:1", {**given, "collector_insecure": True}).spool_limit == 8 * 1024**3
    wrong = CliRunner().invoke(command, ["--spool-limit", "much"])
    assert wrong.exit_code == 2 and "'much' is no size" in wrong.output


# --- what is sent


def test_batches_are_what_the_proto_says():
    """Byte for byte at a receiver of one's own."""
    with Receiver(acknowledge) as receiver:
        output = CollectorOutput(receiver.address, context(collector_insecure=True))
        output.write(batch(3))
        output.write(_core.Batch([batch(1)[0].raw], battery.schema(), -5, -3600))
        output.close()
    received = receiver.received
    assert [(each.sequence, each.count, each.realtime_offset, each.utc_offset) for each in received] == [
        (1, 3, 10**18, 3600),
        (2, 1, -5, -3600),
    ]
    for each in received:
        assert (each.host, each.boot_id, each.machine, each.kernel) == (
            *(ORIGIN.host, ORIGIN.boot_id),
            *(ORIGIN.machine, ORIGIN.kernel),
        )
        assert len(each.session) == 16 and len(each.events) == each.count
    assert [event.timestamp for event in received[0].events] == [0, 1, 2]
    assert received[0].events[0].openat.filename == b"/etc/passwd"


def test_what_is_not_acknowledged_is_sent_again_the_same():
    def halfheartedly(batches: list[EventBatch]) -> Acknowledgement:
        if receiver.streams == 1:
            return Acknowledgement(session=batches[0].session, sequence=batches[0].sequence)
        if receiver.streams == 2:
            raise RuntimeError("I can't")
        return acknowledge(batches)

    with Receiver(halfheartedly) as receiver:
        output = CollectorOutput(receiver.address, context(collector_insecure=True))
        for clock in range(5):  # which is a batch of its own each
            output.write(_core.Batch([batch(1)[0].raw], battery.schema(), clock))
        output.close()
        assert output.summary() == "5 events: 5 acknowledged, 0 spooled, 0 dropped"
    by_sequence: dict[int, EventBatch] = {}
    for each in receiver.received:
        assert by_sequence.setdefault(each.sequence, each) == each
    assert [(n, by_sequence[n].realtime_offset) for n in sorted(by_sequence)] == [(n + 1, n) for n in range(5)]
    assert len(receiver.received) > 5 and receiver.streams > 2


def test_one_that_acknowledges_nothing_is_not_asked_without_a_pause(capfd: pytest.CaptureFixture[str]):
    with Receiver(lambda batches: Acknowledgement(session=batches[0].session)) as receiver:
        output = CollectorOutput(receiver.address, context(collector_insecure=True, collector_flush=1.0))
        output.write(batch(10))
        output.flush()
        wait_until(lambda: receiver.streams > 1)
        output.close()
        assert output.summary() == "10 events: 0 acknowledged, 0 spooled, 10 dropped"
        assert output.dropped == 10
    assert receiver.streams < 10
    assert capfd.readouterr().err.count("acknowledged none of a stream's batches") == 1


def test_large_batches_are_split():
    encoder = _core.ProtobufEncoder(battery.schema())
    data = encoder.encode(batch(40_000), field=16)
    batcher = Batcher(battery.schema(), EventBatch(session=b"s"))
    parts = list(batcher.encode(batch(40_000)))
    assert len(data) > 2 * BATCH_BYTES and len(parts) > 1
    assert b"".join(part for part, _ in parts) == data
    assert all(len(EventBatch.FromString(part).events) == count for part, count in parts)
    assert max(len(part) for part, _ in parts) < 2 * BATCH_BYTES
    assert list(batcher.encode(batch(0))) == []


def test_both_halves_of_a_large_batch_have_their_files():
    event = raw_event("close", [3], nr=3, flags=OBJECTS)
    files = [raw_file(number, b"/" + b"a" * 3_000) for number in (1, 2)]
    whole = batch_of([described(event, {0: number}) for number in [1, 2] * 500], files)
    parts = list(Batcher(battery.schema(), EventBatch(session=b"s")).encode(whole))
    assert len(parts) > 1
    events = [each for part, _ in parts for each in EventBatch.FromString(part).events]
    assert [each.files[0].file.id for each in events] == [1, 2] * 500


def test_commands_are_forked_while_it_is_in_use(tmp_path: Path):
    with serving(tmp_path) as server:
        sent = run_client(server.address, 1000, 20, PLAIN, "command=true")
        assert (sent["acknowledged"], sent["stderr"]) == (1000, "")


def test_importing_it_needs_no_grpc():
    code = (
        "import sys, traceleft.outputs.grpc, traceleft.cli; assert not {'grpc', 'google.protobuf'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=TIMEOUT)


# --- what is away


def free_port(tmp_path: Path) -> int:
    with serving(tmp_path) as server:
        return server.port


def test_one_that_comes_later_gets_everything(tmp_path: Path):
    port = free_port(tmp_path)
    client = start_client(f"localhost:{port}", 0, 100, PLAIN, "pace=true", "collector_flush=30")
    assert client.stdin and client.stderr
    line = read_line(client.stderr.fileno()).decode()
    assert f"traceleft: grpc:localhost:{port}: Connection refused; trying again" in line
    client.stdin.write(b"\n" * 50)
    client.stdin.flush()
    with serving(tmp_path, port=port) as server:
        sent = end_client(client)
        assert (sent["taken"], sent["acknowledged"], sent["stderr"]) == (5000, 5000, "")
        assert server.totals()["events"] == 5000


def test_without_a_spool_what_was_not_sent_is_dropped_and_counted(tmp_path: Path):
    sent = run_client(f"localhost:{free_port(tmp_path)}", 5000, 100, PLAIN, "collector_flush=0.5")
    assert accounted(sent) and sent["dropped"] == 5000
    assert sent["summary"] == "5,000 events: 0 acknowledged, 0 spooled, 5,000 dropped"
    assert sent["stderr"].count("\n") == 1


def test_a_spool_keeps_them_for_the_next_trace(tmp_path: Path):
    spool = f"spool={tmp_path / 'spool'}"
    port = free_port(tmp_path)
    first = run_client(f"localhost:{port}", 50_000, 1000, PLAIN, spool)
    second = run_client(f"localhost:{port}", 20_000, 1000, PLAIN, spool)
    assert accounted(first) and (first["spooled"], first["dropped"]) == (50_000, 0)
    assert accounted(second) and (second["spooled"], second["dropped"]) == (20_000, 0)
    with serving(tmp_path, port=port) as server:
        third = run_client(f"localhost:{port}", 10_000, 1000, PLAIN, spool)
        assert accounted(third) and third["acknowledged"] == 10_000
        assert third["recovered_acknowledged"] == 70_000
        assert third["summary"].endswith("; of 70,000 left by earlier traces 70,000 acknowledged")
        totals = server.totals()
    assert sorted(each["events"] for each in totals["clients"]) == [10_000, 20_000, 50_000]
    assert (totals["missing"], totals["repeated"]) == (0, 0)
    assert [path.name for path in (tmp_path / "spool").iterdir()] == ["lock"]


def test_what_is_over_the_spools_limit_is_dropped_and_counted(tmp_path: Path):
    options = (PLAIN, f"spool={tmp_path / 'spool'}", "spool_limit=2000000")
    port = free_port(tmp_path)
    first = run_client(f"localhost:{port}", 100_000, 1000, *options)
    assert accounted(first) and first["spooled"] > 10_000 and first["dropped"] > 10_000
    assert sum(path.stat().st_size for path in (tmp_path / "spool").iterdir()) <= 2_000_000
    assert "the spool is full (2,000,000 bytes)" in first["stderr"]
    with serving(tmp_path, port=port) as server:
        run_client(f"localhost:{port}", 10, 10, *options)
        assert server.totals()["events"] == first["spooled"] + 10


def test_what_a_full_disk_does_not_take_is_dropped_and_counted(tmp_path: Path):
    port = free_port(tmp_path)
    with small_disk(tmp_path / "disk") as disk:
        sent = run_client(f"localhost:{port}", 20_000, 200, PLAIN, f"spool={disk}")
        assert accounted(sent) and sent["dropped"] > 0
        assert f"the spool can't be written: {disk}: No space left on device" in sent["stderr"]
        assert sent["stderr"].count("\n") == 2


def test_what_the_journal_has_no_room_for_is_not_acknowledged(tmp_path: Path):
    with small_disk(tmp_path / "disk") as disk, (disk / "full").open("wb", buffering=0) as file:
        with pytest.raises(OSError, match="No space left"):
            while True:
                file.write(bytes(4096))
        with serving(tmp_path, "--journal", str(disk / "journal")) as server:
            sent = run_client(server.address, 10, 10, PLAIN, "collector_flush=1")
            assert accounted(sent) and sent["dropped"] == 10
            assert "the journal can't be written: No space left on device" in sent["stderr"]
            client = start_client(server.address, 10, 10, PLAIN, "collector_flush=30")
            assert client.stderr
            assert "the journal can't be written" in read_line(client.stderr.fileno()).decode()
            (disk / "full").unlink()
            file.close()
            assert end_client(client)["acknowledged"] == 10
            assert server.totals()["events"] == 10


@pytest.mark.parametrize("spooling", [True, False])
def test_one_that_stands_still_costs_no_more_than_the_memory(tmp_path: Path, spooling: bool):
    """Events go to the spool, or are dropped; each is counted, and none twice."""
    spool = (f"spool={tmp_path / 'spool'}",) if spooling else ()
    with serving(tmp_path) as server:
        client = start_client(server.address, 0, 20_000, PLAIN, "pace=true", "collector_flush=1", *spool)
        assert client.stdin
        client.stdin.write(b"\n")
        client.stdin.flush()
        os.kill(server.process.pid, signal.SIGSTOP)
        client.stdin.write(b"\n" * 60)
        sent = end_client(client)
        os.kill(server.process.pid, signal.SIGCONT)
        assert accounted(sent) and sent["taken"] == 61 * 20_000
        if spooling:
            assert sent["dropped"] == 0 and sent["spooled"] > 0
            last = run_client(server.address, 10, 10, PLAIN, "collector_flush=50", *spool)
            assert last["recovered_acknowledged"] == sent["spooled"]
            totals = server.totals()
            assert (totals["events"], totals["missing"]) == (sent["taken"] + 10, 0)
        else:
            assert sent["dropped"] > 0
            assert sent["acknowledged"] <= server.totals()["events"] <= sent["taken"]


def test_twenty_times_killed_under_load(tmp_path: Path):
    """With a journal at its side and a spool at ours nothing is lost and nothing counted twice."""
    journal = tmp_path / "journal"
    server = Server(tmp_path, "--journal", str(journal))
    client = start_client(
        server.address, 0, 100, PLAIN, "pace=true", f"spool={tmp_path / 'spool'}", "collector_flush=30"
    )
    assert client.stdin
    stop = threading.Event()
    batches = 0

    def load() -> None:
        nonlocal batches
        while not stop.wait(0.002):
            client.stdin.write(b"\n")
            client.stdin.flush()
            batches += 1

    feeder = threading.Thread(target=load)
    feeder.start()
    try:
        for _ in range(20):
            size = journal.stat().st_size
            wait_until(lambda size=size: journal.stat().st_size > size)
            server.kill()
            server = Server(tmp_path, "--journal", str(journal), port=server.port)
    finally:
        stop.set()
        feeder.join()
        sent = end_client(client)
        totals = server.totals()
    assert sent["taken"] == batches * 100
    assert (sent["acknowledged"], sent["spooled"], sent["dropped"]) == (sent["taken"], 0, 0)
    assert totals["events"] == sent["taken"]
    assert totals["missing"] == 0
    assert [each["last"] for each in totals["clients"]] == [totals["batches"]]


def test_what_a_collector_words_is_said_a_hundred_times_at_most():
    said: list[str] = []
    once = Once(said.append)
    for number in range(1000):
        once(f"the collector refuses: {number}")
        once("the collector refuses: 0")
    assert len(said) == len(set(said)) == 100
    once.forget()
    once("the collector refuses: 0")
    assert len(said) == 101
