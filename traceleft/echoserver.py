"""The demo collector: counts what it is sent, and says what is missing or came twice."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hmac
import json
import os
import ssl
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from traceleft.endpoint import SERVICE, TOKEN_VARIABLE, Address, load_grpc, load_pair
from traceleft.errors import TraceleftError
from traceleft.private_file import open_file

MESSAGE_BYTES = 4 * 1024 * 1024
"""The largest batch that is taken, compressed or not: gRPC's own limit. Those of traceleft have 1 MiB and an event."""

# Whatever clients send, what is kept of it has an end.
SYSCALLS = 1024
"""Names that are counted apart, of which Linux has half as many; OTHER has the rest."""
SESSIONS = 1024
"""Senders that are counted apart."""
RANGES = 1024
"""Ranges of missing batches that are kept of a session."""
NAME_CHARACTERS = 256
"""Of a host, a boot or a syscall."""
OTHER = "other"
"""The name of all that is beyond."""


class SessionKey(NamedTuple):
    """One sender's life."""

    host: str
    boot_id: str
    session: bytes


@dataclass
class Session:
    """What was received of one session."""

    last: int = 0
    """The highest sequence."""
    missing: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of sequences below it that never came."""
    batches: int = 0
    events: int = 0
    repeated: int = 0
    """Batches that came again, and were not counted."""
    dropped: int = 0
    """Events that the sender says it gave up."""
    connected: int = 0
    """Streams of it that are open."""
    given_up: int = 0
    """Batches that never came, in ranges that are no longer kept: should one come yet, it counts as repeated."""

    def is_new(self, sequence: int) -> bool:
        """Whether this batch has not come yet."""
        return sequence > self.last or any(first <= sequence <= last for first, last in self.missing)

    def accept(self, sequence: int, events: int, dropped: int) -> None:
        """Counts a new one."""
        if sequence > self.last:
            if sequence > self.last + 1:
                self.missing.append((self.last + 1, sequence - 1))
                if len(self.missing) > RANGES:
                    self._give_up()
            self.last = sequence
        else:
            self.missing = [
                rest
                for first, last in self.missing
                for rest in (
                    ((first, sequence - 1), (sequence + 1, last)) if first <= sequence <= last else ((first, last),)
                )
                if rest[0] <= rest[1]
            ]
            if len(self.missing) > RANGES:
                self._give_up()
        self.batches += 1
        self.events += events
        self.dropped += dropped

    def add(self, other: Session) -> None:
        """Takes over what was counted of another, which is kept no longer."""
        self.batches += other.batches
        self.events += other.events
        self.repeated += other.repeated
        self.dropped += other.dropped
        self.given_up += other.gaps

    def _give_up(self) -> None:
        first, last = self.missing.pop(0)
        self.given_up += last - first + 1

    @property
    def gaps(self) -> int:
        """Batches that never came."""
        return self.given_up + sum(last - first + 1 for first, last in self.missing)


class Journal:
    """A file with a JSON line for each accepted batch, written before that is acknowledged.

    What was written is there after a kill -9. A last line that was cut short is cut off: its batch was not
    acknowledged.

    Raises OSError, and TraceleftError for a file that is no journal, or may be another user's.
    """

    def __init__(self, path: str, totals: Totals) -> None:
        self._path = path
        self._file = open_file(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        with os.fdopen(os.dup(self._file), "rb") as file:
            whole = file.read()
        end = whole.rfind(b"\n") + 1
        for number, line in enumerate(whole[:end].splitlines(), 1):
            try:
                entry = json.loads(line)
                key = SessionKey(entry["host"], entry["boot_id"], bytes.fromhex(entry["session"]))
                calls = {str(name): int(count) for name, count in entry["syscalls"].items()}
                counts = int(entry["sequence"]), int(entry["events"]), int(entry["dropped_before"])
                totals.count(totals.session(key), *counts, calls)
            except (ValueError, KeyError, TypeError, AttributeError):
                os.close(self._file)
                raise TraceleftError(f"{path}: line {number} is none of a journal") from None
        if end < len(whole):
            os.ftruncate(self._file, end)

    def append(self, key: SessionKey, sequence: int, events: int, dropped: int, calls: dict[str, int]) -> None:
        """Raises OSError, the journal being as before."""
        entry = {
            **{"host": key.host, "boot_id": key.boot_id, "session": key.session.hex(), "sequence": sequence},
            **{"events": events, "dropped_before": dropped, "syscalls": calls},
        }
        data = json.dumps(entry).encode() + b"\n"
        size = os.fstat(self._file).st_size
        try:
            if os.write(self._file, data) != len(data):
                raise OSError(28, os.strerror(28))
        except OSError as error:
            os.ftruncate(self._file, size)
            raise OSError(error.errno, error.strerror, self._path) from None

    def close(self) -> None:
        os.close(self._file)


class Totals:
    """What all senders sent. A sender that is beyond SESSIONS takes the place of one that is gone, which was heard of
    first; where all are still there, its batches are counted under OTHER, without a look at their sequences."""

    def __init__(self) -> None:
        self.sessions: dict[SessionKey, Session] = {}
        self.other = Session()
        """All that are not kept apart."""
        self.syscalls: Counter[str] = Counter()
        self.refused = 0
        """Streams that had no right, or made no sense."""

    def session(self, key: SessionKey) -> Session:
        """What is counted of a sender."""
        known = self.sessions.get(key)
        if known is not None:
            return known
        if len(self.sessions) >= SESSIONS:
            gone = next((key for key, each in self.sessions.items() if not each.connected), None)
            if gone is None:
                return self.other
            self.other.add(self.sessions.pop(gone))
        return self.sessions.setdefault(key, Session())

    def is_new(self, session: Session, sequence: int) -> bool:
        """Whether this batch has not come yet, as far as that is known."""
        return session is self.other or session.is_new(sequence)

    def count(self, session: Session, sequence: int, events: int, dropped: int, calls: dict[str, int]) -> bool:
        """Counts a batch; False where it came before."""
        if not self.is_new(session, sequence):
            session.repeated += 1
            return False
        session.accept(session.last + 1 if session is self.other else sequence, events, dropped)
        for name, count in calls.items():
            self.syscalls[self._counted_as(name)] += count
        return True

    def _counted_as(self, name: str) -> str:
        if name in self.syscalls:
            return name
        return name if len(name) <= NAME_CHARACTERS and len(self.syscalls) < SYSCALLS else OTHER

    @property
    def _all(self) -> list[Session]:
        return [*self.sessions.values(), self.other]

    @property
    def events(self) -> int:
        return sum(each.events for each in self._all)

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        return {
            "events": self.events,
            "batches": sum(each.batches for each in self._all),
            "repeated": sum(each.repeated for each in self._all),
            "missing": sum(each.gaps for each in self._all),
            "dropped_by_senders": sum(each.dropped for each in self._all),
            "refused": self.refused,
            "syscalls": dict(self.syscalls.most_common()),
            "clients": [
                {
                    **{"host": key.host, "boot_id": key.boot_id, "session": key.session.hex()},
                    **{"events": each.events, "batches": each.batches, "last": each.last},
                    **{"repeated": each.repeated, "missing": each.missing, "given_up": each.given_up},
                    **{"dropped": each.dropped},
                }
                for key, each in self.sessions.items()
            ],
        }


@dataclass(frozen=True)
class ServerTls:
    """Files of the server's side; with `client_ca`, clients need a certificate from there."""

    certificate: str
    key: str
    client_ca: str | None = None


class EchoServer:
    """The service. All is done in one event loop, in which a stream that stands still costs no one anything.

    Raises OSError and TraceleftError where it can't listen, or its files are of no use.
    """

    def __init__(
        self, address: Address, *, tls: ServerTls | None = None, token: str | None = None, journal: str | None = None
    ) -> None:
        self.totals = Totals()
        self._address = address
        self._tls = tls
        self._token = f"Bearer {token}" if token is not None else None
        self._grpc = load_grpc()
        from traceleft.proto import traceleft_pb2

        self._pb2 = traceleft_pb2
        self._journal = Journal(journal, self.totals) if journal is not None else None
        self._server: Any = None
        self.port = 0

    async def start(self) -> None:
        """Listens; `port` says where."""
        grpc = self._grpc
        credentials = self._credentials()
        options = (("grpc.so_reuseport", 0), ("grpc.max_receive_message_length", MESSAGE_BYTES))
        self._server = server = grpc.aio.server(options=options)
        handler = grpc.stream_unary_rpc_method_handler(self._collect, None, self._pb2.Acknowledgement.SerializeToString)
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, {"Collect": handler}),))
        try:
            self.port = (
                server.add_secure_port(str(self._address), credentials)
                if credentials is not None
                else server.add_insecure_port(str(self._address))
            )
        except RuntimeError:
            self.port = 0
        if self.port == 0:
            raise TraceleftError(f"{self._address}: can't listen there: {await self._why_not()}")
        await server.start()

    async def stop(self, grace: float) -> None:
        """Lets streams end for so many seconds."""
        if self._server is not None:
            await self._server.stop(grace)
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _credentials(self) -> Any:
        tls = self._tls
        if tls is None:
            return None
        load_pair(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), tls.certificate, tls.key)
        pair = Path(tls.key).read_bytes(), Path(tls.certificate).read_bytes()
        roots = Path(tls.client_ca).read_bytes() if tls.client_ca is not None else None
        return self._grpc.ssl_server_credentials([pair], roots, require_client_auth=roots is not None)

    async def _why_not(self) -> str:
        """gRPC doesn't say."""
        try:
            other = await asyncio.start_server(lambda *_: None, self._address.host, self._address.port)
            other.close()
        except OSError as error:
            return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)
        return "gRPC doesn't say why"

    async def _collect(self, requests: Any, context: Any) -> Any:
        codes = self._grpc.StatusCode
        given = dict(context.invocation_metadata()).get("authorization", "")
        given = given.encode() if isinstance(given, str) else given
        if self._token is not None and not hmac.compare_digest(given, self._token.encode()):
            self.totals.refused += 1
            words = "the token is wrong" if given else f"a bearer token is needed ({TOKEN_VARIABLE})"
            await context.abort(codes.UNAUTHENTICATED, words)
        acknowledgement = self._pb2.Acknowledgement()
        key: SessionKey | None = None
        session = Session()
        try:
            async for data in requests:
                problem = ""
                batch = self._pb2.EventBatch()
                with contextlib.suppress(Exception):  # protobuf's DecodeError; what is left is no batch
                    batch.ParseFromString(data)
                this = SessionKey(batch.host, batch.boot_id, batch.session)
                if not batch.session or not batch.sequence:
                    problem = "it is no batch with a session and a sequence"
                elif max(len(batch.host), len(batch.boot_id), len(batch.session)) > NAME_CHARACTERS:
                    problem = f"its host, boot or session has more than {NAME_CHARACTERS} characters"
                elif batch.count != len(batch.events):
                    problem = f"its count is {batch.count}, and it has {len(batch.events)} events"
                elif key not in (None, this):
                    problem = "a stream has batches of one session"
                if problem:
                    self.totals.refused += 1
                    await context.abort(codes.INVALID_ARGUMENT, f"batch {batch.sequence}: {problem}")
                if key is None:
                    key, session = this, self.totals.session(this)
                    session.connected += 1
                try:
                    self._accept(this, session, batch)
                except OSError as error:
                    await context.abort(codes.UNAVAILABLE, f"the journal can't be written: {error.strerror}")
                acknowledgement.session = batch.session
                acknowledgement.sequence = batch.sequence
                acknowledgement.batches += 1
                acknowledgement.events += batch.count
        finally:
            session.connected -= 1
        return acknowledgement

    def _accept(self, key: SessionKey, session: Session, batch: Any) -> None:
        """In one piece, for all streams share a thread."""
        calls = Counter(event.syscall for event in batch.events)
        if self._journal is not None and self.totals.is_new(session, batch.sequence):
            self._journal.append(key, batch.sequence, batch.count, batch.dropped_before, calls)
        self.totals.count(session, batch.sequence, batch.count, batch.dropped_before, calls)


def short(key: SessionKey) -> str:
    """How a table calls a session: the host, and what tells its sessions apart."""
    return f"{key.host} {base64.b32encode(key.session[-5:]).decode().lower()}"
