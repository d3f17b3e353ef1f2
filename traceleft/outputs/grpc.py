"""Events over gRPC to a collector, as traceleft.proto's MetricCollector has it."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from traceleft.endpoint import (
    METHOD,
    Address,
    Once,
    RefusedError,
    Tls,
    UnreachableError,
    client_tls,
    load_grpc,
    probe,
    read_token,
)
from traceleft.errors import TraceleftError, UsageError
from traceleft.outputs import Context, Output
from traceleft.printable import say
from traceleft.spool import Spool, SpoolRecord

if TYPE_CHECKING:
    from traceleft._core import Batch

EVENTS_FIELD = 16
"""EventBatch.events."""
MEMORY_BYTES = 64 * 1024 * 1024
"""What is not acknowledged yet takes no more memory than this."""
SPOOL_ABOVE = 16 * 1024 * 1024
"""With a spool: more than this goes there."""
BATCH_BYTES = 512 * 1024
"""A batch is sent no later than with this much in it. gRPC's receivers take 4 MiB by default."""
STREAM_BYTES = 8 * 1024 * 1024
STREAM_SECONDS = 0.4
"""A stream ends, and is acknowledged, after this much."""
PATIENCE = 30.0
"""Seconds without any progress of a stream after which it is given up."""
RETRY_SECONDS = 0.5
CONNECT_SECONDS = 3.0
CLOSE_SECONDS = 5.0
"""What close() waits for acknowledgements, by default."""

_CHANNEL_OPTIONS = (
    # Each connection is made after a probe by us, and no channel learns of another's failures.
    ("grpc.use_local_subchannel_pool", 1),
    ("grpc.enable_http_proxy", 0),
    ("grpc.max_send_message_length", -1),
)

Encode = Callable[["Batch", int], bytes]


@dataclass(frozen=True)
class Settings:
    """What the options say of a collector."""

    address: Address
    tls: Tls | None
    """None: plain text."""
    token: str | None = None
    spool: str | None = None
    spool_limit: int = 1024**3
    close_seconds: float = CLOSE_SECONDS

    @classmethod
    def from_options(cls, target: str, options: dict[str, Any]) -> Settings:
        """Raises UsageError, OSError."""
        address = Address.parse(target, "the collector's address")
        if address.port == 0:
            raise UsageError(f"{address}: port 0 is none that can be connected to")
        files = {name: options.get(f"collector_{name}") for name in ("ca", "cert", "key")}
        given = [f"--collector-{name}" for name, value in files.items() if value]
        insecure = bool(options.get("collector_insecure"))
        if insecure and given:
            raise UsageError(f"--collector-insecure is plain text: it can't be given together with {given[0]}")
        token = read_token(options.get("collector_token_file"), os.environ)
        if insecure and token and not address.is_loopback:
            raise UsageError(f"{address}: a token is not sent in plain text: leave out --collector-insecure")
        limit, seconds = options.get("spool_limit"), options.get("collector_flush")
        return cls(
            address,
            None if insecure else client_tls(files["ca"], files["cert"], files["key"]),
            token,
            options.get("spool"),
            cls.spool_limit if limit is None else int(limit),
            CLOSE_SECONDS if seconds is None else float(seconds),
        )


def open_output(target: str, context: Context) -> Output:
    """The output `grpc:HOST:PORT`. Raises UsageError, OSError, and TraceleftError where the collector refuses us."""
    from traceleft import _core

    settings = Settings.from_options(target, dict(context.options))
    encoder = _core.ProtobufEncoder(context.schema)
    return CollectorOutput(settings, context, lambda batch, number: encoder.encode(batch, field=number))


@dataclass
class _Open:
    """A batch that still grows. Its events have one clock."""

    clock: tuple[int, int]
    parts: list[bytes] = field(default_factory=list)
    events: int = 0
    size: int = 0


@dataclass
class _Stream:
    """One client stream, with what is in it."""

    started: float
    session: bytes | None = None
    flying: deque[tuple[SpoolRecord, bool]] = field(default_factory=deque)
    """What was sent in it, and whether it is from the spool, and then without its message."""
    size: int = 0
    progress: float = 0.0
    done: bool = False
    error: OSError | None = None


class CollectorOutput(Output):
    """Batches the events, and keeps each batch until it is acknowledged. A thread of its own sends.

    Every event that write() took is, in the end, one of `acknowledged`, `spooled` and `dropped`. An event is dropped
    where it was not acknowledged: a collector may have got it all the same.

    Raises UsageError, OSError, and RefusedError where the collector can never agree with us. One that can't be
    reached is waited for: it is said once on stderr.
    """

    def __init__(self, settings: Settings, context: Context, encode: Encode) -> None:
        self._settings = settings
        self._encode = encode
        self._grpc = load_grpc()
        from traceleft.proto import traceleft_pb2

        self._pb2 = traceleft_pb2
        self._live = context.live
        self.session = int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10)
        """Random; sorts by its time."""
        self._template = traceleft_pb2.EventBatch(
            host=context.origin.host,
            boot_id=context.origin.boot_id,
            machine=context.origin.machine,
            kernel=context.origin.kernel,
            session=self.session,
        )
        self.taken = 0
        """Events that write() was given."""
        self.acknowledged = 0
        self.recovered_acknowledged = 0
        """Events of earlier traces, out of the spool."""
        self._dropped = 0
        self._dropped_since = 0  # the last batch that was made
        self._sequence = 0
        self._open: _Open | None = None
        self._ready: deque[SpoolRecord] = deque()  # made, and not sent; older than what the spool has of this session
        self._peeked: SpoolRecord | None = None  # of the spool, to be sent next
        self._memory = 0  # bytes of the open batch, the ready ones and those flying that are not in the spool
        self._changed = threading.Condition()
        self._deadline: float | None = None  # close() was called
        self._over = False
        self._error: TraceleftError | None = None
        self._down_since: float | None = None
        self._channel: Any = None
        self._method: Any = None
        self._say = Once(lambda line: say(f"grpc:{line}"))
        self._spool = Spool(settings.spool, settings.spool_limit) if settings.spool is not None else None
        try:
            if self._spool is not None and self._spool.cut:
                self._say(f"{settings.address}: the end of the spool was torn: {self._spool.cut} bytes were cut off")
            self._credentials = self._make_credentials()
            self._connect_first()
        except BaseException:
            self._release()
            raise
        self._thread = threading.Thread(target=self._run, name="traceleft grpc", daemon=True)
        self._thread.start()

    # --- the side that events come from

    def write(self, batch: Batch) -> None:
        events = len(batch)
        clock = (batch.realtime_offset, batch.utc_offset)
        data = self._encode(batch, EVENTS_FIELD)
        with self._changed:
            if self._error is not None:
                raise self._error
            self.taken += events
            for part, count in _split(data, events):
                self._take(part, count, clock)

    def flush(self) -> None:
        with self._changed:
            if self._spool is not None and (self._spool or self._down_since is not None):
                self._seal(may_wait=False)

    def close(self) -> None:
        with self._changed:
            self._deadline = time.monotonic() + self._settings.close_seconds
            self._changed.notify_all()
        try:
            self._thread.join(self._settings.close_seconds + 1)
        finally:
            with self._changed:
                self._over = True
                self._changed.notify_all()
                if self._stream is not None:  # the thread may be held by gRPC, and what flies is ours to account for
                    self._put_back(self._stream)
                self._put_away()
                self._release()

    @property
    def dropped(self) -> int:
        return self._dropped

    @property
    def spooled(self) -> int:
        """Events of this trace that are in the spool."""
        with self._changed:
            return self._spooled if self._spool is None else self._spool.events(self.session)

    _spooled = 0

    @property
    def waiting(self) -> int:
        """Events in memory, which may have been sent, and are not acknowledged; 0 after close()."""
        with self._changed:
            return self.taken - self.acknowledged - self.spooled - self._dropped

    def summary(self) -> str:
        text = (
            f"{self.taken:,} events: {self.acknowledged:,} acknowledged, {self.spooled:,} spooled, "
            f"{self._dropped:,} dropped"
        )
        if self._recovered:
            text += f"; of {self._recovered:,} left by earlier traces {self.recovered_acknowledged:,} acknowledged"
        return text

    _recovered = 0

    def _take(self, data: bytes, events: int, clock: tuple[int, int]) -> None:
        """Puts events into the open batch, or counts them as dropped."""
        if self._open is not None and (self._open.clock != clock or self._open.size + len(data) > BATCH_BYTES):
            self._seal(may_wait=not self._live)
        if not self._live:
            self._changed.wait_for(lambda: self._has_room(len(data)) or self._over or self._error is not None)
        if self._over or self._error is not None or not self._has_room(len(data)):
            self._drop(events)
            return
        if self._open is None:
            self._open = _Open(clock)
            self._changed.notify_all()
        self._open.parts.append(data)
        self._open.events += events
        self._open.size += len(data)
        self._memory += len(data)

    def _has_room(self, size: int) -> bool:
        # One that is larger than all of the memory has to go, too.
        return self._memory == 0 or self._memory + size <= MEMORY_BYTES

    def _drop(self, events: int) -> None:
        self._dropped += events
        self._dropped_since += events

    def _seal(self, may_wait: bool) -> None:
        """Ends the open batch: it becomes ready, or goes to the spool; where neither is possible, it is dropped."""
        spooling = self._spool is not None and (
            bool(self._spool) or self._down_since is not None or self._memory > SPOOL_ABOVE
        )
        if not spooling:
            self._seal_in_memory()
        elif (record := self._make()) is not None and not self._to_spool(record, may_wait):
            self._sequence -= 1
            # Its header told of drops before it, which the next one has to tell now.
            self._dropped_since += self._told
            self._drop(record.events)
        self._changed.notify_all()

    _told = 0

    def _seal_in_memory(self) -> None:
        record = self._make()
        if record is not None:
            self._memory += len(record.message)
            self._ready.append(record)

    def _make(self) -> SpoolRecord | None:
        """The open batch as a record of the next sequence; its memory is not counted any more."""
        batch, self._open = self._open, None
        if batch is None:
            return None
        self._memory -= batch.size
        self._sequence += 1
        header = self._template
        header.sequence = self._sequence
        header.realtime_offset, header.utc_offset = batch.clock
        header.count = batch.events
        header.dropped_before, self._told, self._dropped_since = self._dropped_since, self._dropped_since, 0
        message = b"".join([header.SerializeToString(), *batch.parts])
        return SpoolRecord(self.session, self._sequence, batch.events, message)

    def _to_spool(self, record: SpoolRecord, may_wait: bool) -> bool:
        assert self._spool is not None
        while True:
            try:
                if self._spool.append(record):
                    return True
                self._say(f"{self._settings.address}: the spool is full ({self._spool.limit:,} bytes)")
            except OSError as error:
                self._say(f"{self._settings.address}: the spool can't be written: {error.filename}: {error.strerror}")
            if not may_wait or self._over or self._error is not None:
                return False
            self._changed.wait(0.2)

    # --- the thread that sends

    def _run(self) -> None:
        while not self._ended():
            if self._channel is None and not self._reconnect():
                continue
            with self._changed:
                self._changed.wait_for(lambda: self._has_work() or self._deadline is not None or self._over)
                if not self._has_work():
                    break  # all is done, and close() was called
            self._one_stream()

    def _ended(self) -> bool:
        with self._changed:
            return (
                self._over
                or self._error is not None
                or (self._deadline is not None and (time.monotonic() >= self._deadline or not self._has_work()))
            )

    def _has_work(self) -> bool:
        return bool(self._ready or self._open is not None or self._spool)

    def _reconnect(self) -> bool:
        with self._changed:
            # One that takes connections, and no batches, is not asked without a pause either.
            self._changed.wait_for(lambda: self._over, max(self._not_before - time.monotonic(), 0))
        try:
            self._connect()
        except (RefusedError, UnreachableError) as error:
            self._say(str(error), self._fate())
            with self._changed:
                if isinstance(error, RefusedError) and not self._was_up:
                    self._error = error
                    self._changed.notify_all()
                    return False
                if self._deadline is None:
                    self._changed.wait_for(lambda: self._deadline is not None or self._over, RETRY_SECONDS)
                elif self._spool is not None:
                    self._over = True  # it keeps what is left
                else:
                    self._changed.wait_for(lambda: self._over, min(0.2, RETRY_SECONDS))
            return False
        return True

    _stream: _Stream | None = None
    _was_up = False
    _not_before = 0.0
    _outage_since: float | None = None  # no batch was acknowledged since

    def _connect_first(self) -> None:
        self._down_since = time.monotonic()
        if self._spool is not None:
            self._recovered = self._spool.recovered
        try:
            self._connect()
        except UnreachableError as error:
            self._say(str(error), self._fate())

    def _fate(self) -> str:
        if self._deadline is not None:
            return ""
        if self._settings.spool is not None:
            return f"; trying again, events go to {self._settings.spool}"
        return f"; trying again, events wait in memory (up to {MEMORY_BYTES >> 20} MiB)"

    def _connect(self) -> None:
        """Raises RefusedError, UnreachableError."""
        address = self._settings.address
        probe(address, self._settings.tls, CONNECT_SECONDS)
        make = self._grpc.secure_channel if self._credentials is not None else self._grpc.insecure_channel
        arguments = (str(address), self._credentials) if self._credentials is not None else (str(address),)
        channel = make(*arguments, options=_CHANNEL_OPTIONS)
        pb2 = self._pb2
        method = channel.stream_unary(METHOD, None, pb2.Acknowledgement.FromString)
        try:
            method(iter(()), metadata=self._metadata(), timeout=CONNECT_SECONDS)  # nothing, to see that we may
        except self._grpc.RpcError as error:
            channel.close()
            raise self._reason(error) from None
        with self._changed:
            self._channel, self._method = channel, method
            self._down_since = None
            self._was_up = True

    def _metadata(self) -> list[tuple[str, str]]:
        token = self._settings.token
        return [("authorization", f"Bearer {token}")] if token else []

    def _reason(self, error: Any) -> TraceleftError:
        code, details = error.code(), " ".join((error.details() or "").split())
        codes = self._grpc.StatusCode
        address = self._settings.address
        if code == codes.UNAUTHENTICATED and not self._settings.token:
            return RefusedError(f"{address}: asks for a token, and nothing was sent: give --collector-token-file")
        if code in (codes.UNAUTHENTICATED, codes.PERMISSION_DENIED):
            return RefusedError(f"{address}: refuses the token, and nothing was sent: {details}")
        if code == codes.UNIMPLEMENTED:
            return RefusedError(f"{address}: is no collector of traceleft: {details}")
        return UnreachableError(f"{address}: {details or code.name.replace('_', ' ').lower()}")

    def _make_credentials(self) -> Any:
        tls = self._settings.tls
        if tls is None:
            return None
        return self._grpc.ssl_channel_credentials(tls.roots, tls.key, tls.certificate)

    def _one_stream(self) -> None:
        self._stream = stream = _Stream(time.monotonic(), progress=time.monotonic())
        call = self._method.future(self._messages(stream), metadata=self._metadata())
        call.add_done_callback(lambda _: self._wake())
        late = False
        with self._changed:
            while not call.done():
                now = time.monotonic()
                late = now - stream.progress > PATIENCE
                if late or self._over or (self._deadline is not None and now >= self._deadline):
                    break
                self._changed.wait(0.2)
            stream.done = True
            self._changed.notify_all()
        if not call.done():
            call.cancel()
            seconds = PATIENCE if late else self._settings.close_seconds
            self._lost(
                stream, UnreachableError(f"{self._settings.address}: has acknowledged nothing for {seconds:g} s")
            )
            return
        try:
            acknowledgement = call.result()
        except self._grpc.RpcError as error:
            self._lost(stream, self._reason(error))
        except self._grpc.FutureCancelledError:
            self._lost(stream, UnreachableError(f"{self._settings.address}: the stream was cancelled"))
        else:
            self._received(stream, acknowledgement)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _messages(self, stream: _Stream) -> Iterator[bytes]:
        """What gRPC sends in a stream; it asks for the next when it has room."""
        while True:
            try:
                record = self._next(stream)
            except OSError as error:  # of the spool; gRPC would log it
                stream.error = error
                return
            if record is None:
                return
            yield record.message

    def _next(self, stream: _Stream) -> SpoolRecord | None:
        """The next batch of a stream, waiting for it until the stream has to end: then None."""
        end = stream.started + STREAM_SECONDS
        with self._changed:
            while True:
                stream.progress = now = time.monotonic()
                if stream.done or self._over or now >= end or stream.size >= STREAM_BYTES:
                    return None
                if not self._ready and self._open is not None and not self._spool:
                    self._seal_in_memory()
                if self._ready or self._spool:
                    break
                if self._deadline is not None:
                    return None
                self._changed.wait(end - now)
            spooled = not self._ready
            if spooled and self._peeked is None:
                assert self._spool is not None
                self._peeked = self._spool.next()
            record = self._peeked if spooled else self._ready[0]
            if record is None:
                return None  # all of it is flying
            if stream.session not in (None, record.session):
                return None
            stream.session = record.session
            if spooled:
                self._peeked = None
                stream.flying.append((record._replace(message=b""), True))
            else:
                stream.flying.append((self._ready.popleft(), False))
            stream.size += len(record.message)
            return record

    def _received(self, stream: _Stream, acknowledgement: Any) -> None:
        if stream.error is not None:
            self._say(
                f"{self._settings.address}: the spool can't be read: {stream.error.filename}: {stream.error.strerror}"
            )
        if stream.session is not None and acknowledgement.session != stream.session:
            self._lost(stream, UnreachableError(f"{self._settings.address}: acknowledged another session"))
            return
        with self._changed:
            if self._over:
                return
            released = 0
            sent = len(stream.flying)
            while stream.flying and stream.flying[0][0].sequence <= acknowledgement.sequence:
                record, spooled = stream.flying.popleft()
                if spooled:
                    released = record.sequence
                else:
                    self._memory -= len(record.message)
                    self.acknowledged += record.events
            if released and self._spool is not None and stream.session is not None:
                self._release_from_spool(stream.session, released)
            refused = bool(sent) and len(stream.flying) == sent
            if not refused:
                self._put_back(stream)
            if sent and not refused and self._outage_since is not None:
                away = time.monotonic() - self._outage_since
                self._say(f"{self._settings.address}: there again after {away:.1f} s")
                self._say.forget()
                self._outage_since = None
            self._changed.notify_all()
        if refused:
            self._lost(stream, UnreachableError(f"{self._settings.address}: acknowledged none of a stream's batches"))
        if stream.error is not None:
            with self._changed:
                self._changed.wait_for(lambda: self._deadline is not None or self._over, RETRY_SECONDS)

    def _release_from_spool(self, session: bytes, sequence: int) -> None:
        assert self._spool is not None
        before = self._spool.events(session)
        try:
            self._spool.release(session, sequence)
        except OSError as error:
            # What it forgot, and the disk did not, is sent again by the next trace, and known there as repeated.
            self._say(f"{self._settings.address}: the spool can't be written: {error.filename}: {error.strerror}")
        events = before - self._spool.events(session)
        if session == self.session:
            self.acknowledged += events
        else:
            self.recovered_acknowledged += events

    def _put_back(self, stream: _Stream) -> None:
        """What was sent and is not acknowledged is to be sent again."""
        if stream.flying and self._spool is not None:
            self._spool.rewind()
            self._peeked = None
        self._ready.extendleft(record for record, spooled in reversed(stream.flying) if not spooled)
        stream.flying.clear()

    def _lost(self, stream: _Stream, error: TraceleftError) -> None:
        """The connection is gone."""
        with self._changed:
            self._put_back(stream)
            channel, self._channel, self._method = self._channel, None, None
            if self._over:
                return
            self._down_since = now = time.monotonic()
            self._outage_since = self._outage_since or now
            self._not_before = now + RETRY_SECONDS
            self._say(str(error), self._fate())
            if self._spool is not None:
                self._spool_ready()
            self._changed.notify_all()
        _discard(channel)

    def _spool_ready(self) -> bool:
        assert self._spool is not None
        try:
            if not self._spool.prepend(list(self._ready)):
                return False
        except OSError as error:
            self._say(f"{self._settings.address}: the spool can't be written: {error.filename}: {error.strerror}")
            return False
        self._peeked = None
        self._memory -= sum(len(record.message) for record in self._ready)
        self._ready.clear()
        return True

    # --- the end

    def _put_away(self) -> None:
        """What is left goes to the spool, or is dropped."""
        if self._spool is None or not self._spool_ready():
            for record in self._ready:
                self._drop(record.events)
            self._ready.clear()
        last = self._make()
        if last is not None and not (self._spool is not None and self._to_spool(last, may_wait=False)):
            self._drop(last.events)
        self._memory = 0

    def _release(self) -> None:
        if self._spool is not None:
            spool, self._spooled = self._spool, self._spool.events(self.session)
            self._spool = None
            try:
                spool.close()
            except OSError as error:
                self._say(f"{self._settings.address}: the spool may be incomplete: {error.strerror}")
        if self._channel is not None:
            channel, self._channel = self._channel, None
            _discard(channel)


def _discard(channel: Any) -> None:
    """Closes a channel. Where the other end stands still, gRPC waits for what the kernel has of ours, and we don't."""
    thread = threading.Thread(target=channel.close, name="traceleft close", daemon=True)
    thread.start()
    thread.join(0.5)


def _split(data: bytes, events: int) -> Iterator[tuple[bytes, int]]:
    """Encoded events in pieces of about a batch's size, each with the number of its events."""
    if len(data) <= 2 * BATCH_BYTES:
        if events:
            yield data, events
        return
    start = position = count = 0
    while position < len(data):
        position += 2  # the field's tag
        length = shift = 0
        while True:
            byte = data[position]
            position += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        position += length
        count += 1
        if position - start >= BATCH_BYTES or position == len(data):
            yield data[start:position], count
            start, count = position, 0
