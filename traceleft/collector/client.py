# SPDX-License-Identifier: MIT
"""The connection to a collector, over gRPC."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from traceleft.collector.diagnosis import RefusedError, UnreachableError, diagnose
from traceleft.collector.service import METHOD, load_grpc
from traceleft.collector.settings import Settings
from traceleft.errors import TraceleftError

CONNECT_SECONDS = 3.0

_CHANNEL_OPTIONS = (
    # No channel learns of another's failures: we choose when it is tried again.
    ("grpc.use_local_subchannel_pool", 1),
    ("grpc.enable_http_proxy", 0),
    ("grpc.max_send_message_length", -1),
)


class Client:
    """Has one channel at a time. Raises TraceleftError where gRPC is missing."""

    def __init__(self, settings: Settings) -> None:
        self.address = settings.address
        self._tls = settings.tls
        self._token = settings.token
        self._grpc = grpc = load_grpc()
        tls = settings.tls
        self._credentials = tls and grpc.ssl_channel_credentials(tls.roots, tls.key, tls.certificate)
        self._channel: Any = None
        self._method: Any = None

    @property
    def is_connected(self) -> bool:
        return self._channel is not None

    def connect(self) -> None:
        """Makes a channel, over which we may send. Raises RefusedError, UnreachableError."""
        error = self._open()
        if error is not None and error.code() == self._grpc.StatusCode.UNAVAILABLE:
            diagnose(self.address, self._tls, CONNECT_SECONDS)
            error = self._open()  # it found nothing wrong: the other end may have come in between
        if error is None:
            return
        if error.code() == self._grpc.StatusCode.DEADLINE_EXCEEDED:
            raise UnreachableError(f"{self.address}: no answer within {CONNECT_SECONDS:g} s")
        raise self._reason(error)

    def _open(self) -> Any:
        """Makes a channel, or returns gRPC's error."""
        from traceleft.proto.traceleft_pb2 import Acknowledgement

        target = str(self.address)
        if self._credentials is None:
            channel = self._grpc.insecure_channel(target, options=_CHANNEL_OPTIONS)
        else:
            channel = self._grpc.secure_channel(target, self._credentials, options=_CHANNEL_OPTIONS)
        method = channel.stream_unary(METHOD, None, Acknowledgement.FromString)
        try:
            method(iter(()), metadata=self._metadata(), timeout=CONNECT_SECONDS)  # nothing, to see that we may
        except self._grpc.RpcError as error:
            channel.close()
            return error
        self._channel, self._method = channel, method
        return None

    def send(self, messages: Iterator[bytes]) -> Any:
        """A stream of these messages, as gRPC's future of the acknowledgement."""
        return self._method.future(messages, metadata=self._metadata())

    def result(self, call: Any) -> Any:
        """The acknowledgement of a stream that is done. Raises RefusedError, UnreachableError."""
        try:
            return call.result()
        except self._grpc.RpcError as error:
            raise self._reason(error) from None
        except self._grpc.FutureCancelledError:
            raise UnreachableError(f"{self.address}: the stream was cancelled") from None

    def disconnect(self) -> None:
        """Closes the channel. If the other end stands still, gRPC waits until the kernel has sent our bytes, and we
        don't."""
        channel, self._channel = self._channel, None
        if channel is not None:
            thread = threading.Thread(target=channel.close, name="traceleft close", daemon=True)
            thread.start()
            thread.join(0.5)

    def _metadata(self) -> list[tuple[str, str]]:
        return [("authorization", f"Bearer {self._token}")] if self._token else []

    def _reason(self, error: Any) -> TraceleftError:
        code, details = error.code(), " ".join((error.details() or "").split())
        codes = self._grpc.StatusCode
        if code == codes.UNAUTHENTICATED and not self._token:
            return RefusedError(f"{self.address}: asks for a token, and nothing was sent: give --collector-token-file")
        if code in (codes.UNAUTHENTICATED, codes.PERMISSION_DENIED):
            return RefusedError(f"{self.address}: refuses the token, and nothing was sent: {details}")
        if code == codes.UNIMPLEMENTED:
            return RefusedError(f"{self.address}: is no collector of traceleft: {details}")
        return UnreachableError(f"{self.address}: {details or code.name.replace('_', ' ').lower()}")
