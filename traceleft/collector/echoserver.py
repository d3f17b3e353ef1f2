# SPDX-License-Identifier: MIT
"""The demo collector: counts the events that it is sent, and reports missing and repeated batches."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import os
import ssl
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traceleft.address import Address
from traceleft.bearer_token import COLLECTOR_VARIABLE
from traceleft.collector.journal import Journal
from traceleft.collector.service import SERVICE, load_grpc
from traceleft.collector.tls import load_pair
from traceleft.collector.totals import NAME_CHARACTERS, Session, SessionKey, Totals
from traceleft.errors import TraceleftError

MESSAGE_BYTES = 4 * 1024 * 1024
"""The largest batch that is taken, compressed or not: gRPC's own limit. Those of traceleft have 1 MiB and an event."""


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
            words = "the token is wrong" if given else f"a bearer token is needed ({COLLECTOR_VARIABLE})"
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
