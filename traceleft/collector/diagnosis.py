# SPDX-License-Identifier: MIT
"""Why a collector can't be connected to: gRPC says of most failures only that it is unavailable."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from typing import Any

from traceleft.address import Address
from traceleft.collector.tls import Tls
from traceleft.errors import TraceleftError

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"  # and empty SETTINGS
_TLS_ALERT = 0x15
_SETTINGS = 4
_HANDSHAKE = 22  # a TLS content type
_CERTIFICATE_REQUEST = 13  # a handshake message's type
_NEEDS_CERTIFICATE = "asks for a client's certificate: give --collector-cert and --collector-key"


class RefusedError(TraceleftError):
    """The other end is there, and the two will never agree as they are configured."""


class UnreachableError(TraceleftError):
    """The other end is not there now."""


def diagnose(address: Address, tls: Tls | None, timeout: float) -> None:
    """Goes as far as HTTP/2's first frames, by hand.

    Raises RefusedError or UnreachableError, with the reason in one line; returns where nothing is wrong so far.
    """
    try:
        with _connect(address, timeout) as plain:
            if tls is None:
                _greet(plain, lambda reason: _not_plain(address, reason, timeout))
            else:
                _probe_tls(plain, address, tls)
    except socket.gaierror as error:
        raise UnreachableError(f"{address}: {error.strerror}") from None
    except TimeoutError:
        raise UnreachableError(f"{address}: no answer within {timeout:g} s") from None
    except OSError as error:
        raise UnreachableError(f"{address}: {error.strerror or error}") from None


def _connect(address: Address, timeout: float) -> socket.socket:
    connection = socket.create_connection((address.host, address.port), timeout)
    connection.settimeout(timeout)
    return connection


def _probe_tls(plain: socket.socket, address: Address, tls: Tls) -> None:
    context = tls.context()
    asked = []

    def note(*message: Any) -> None:
        if message[4] == _CERTIFICATE_REQUEST and message[3] == _HANDSHAKE:
            asked.append(True)

    # gRPC's servers just close a connection for a certificate that they refuse, after a handshake that was complete
    # for us. Only the messages tell that a certificate was asked for, and Python has no public way to see them.
    context._msg_callback = note  # type: ignore[attr-defined]

    def closed(reason: str) -> TraceleftError:
        if asked and tls.certificate is None:
            return RefusedError(f"{address}: {_NEEDS_CERTIFICATE}")
        if asked:
            return RefusedError(f"{address}: refuses our certificate, {(tls.pair_from or ('',))[0]}")
        return UnreachableError(f"{address}: closed the connection ({reason})")

    try:
        with context.wrap_socket(plain, server_hostname=address.host) as secure:
            if secure.selected_alpn_protocol() != "h2":
                raise RefusedError(f"{address}: speaks TLS, but not gRPC")
            _greet(secure, closed)
    except ssl.SSLCertVerificationError as error:
        raise RefusedError(f"{address}: its certificate is refused: {_why_untrusted(error, address, tls)}") from None
    except ssl.SSLEOFError:
        raise UnreachableError(f"{address}: closed the connection in the TLS handshake") from None
    except ssl.SSLError as error:
        reason = error.reason or str(error)
        if "ALERT" in reason:
            raise RefusedError(f"{address}: {_alert(reason, tls)}") from None
        if reason in ("WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"):
            raise RefusedError(
                f"{address}: does not speak TLS, and nothing was sent (plain text needs --collector-insecure)"
            ) from None
        raise RefusedError(f"{address}: the TLS handshake failed: {reason.replace('_', ' ').lower()}") from None


def _why_untrusted(error: ssl.SSLCertVerificationError, address: Address, tls: Tls) -> str:
    code = error.verify_code
    if code == 10:
        return "it has expired"
    if code == 9:
        return "it is not valid yet"
    if code in (62, 63, 64):
        return f"it is not for the name {address.host}"
    if code in (2, 18, 19, 20, 21):
        return f"no certificate authority in {tls.roots_from} has signed it"
    return error.verify_message


def _alert(reason: str, tls: Tls) -> str:
    words = reason.split("ALERT_", 1)[-1].replace("_", " ").lower()
    if "CERTIFICATE_REQUIRED" in reason or (tls.certificate is None and "HANDSHAKE_FAILURE" in reason):
        return _NEEDS_CERTIFICATE
    if tls.certificate is not None and ("CA" in reason.split("_") or "CERTIFICATE" in reason):
        return f"refuses our certificate ({words})"
    return f"refused the TLS handshake ({words})"


def _greet(connection: socket.socket, closed: Callable[[str], TraceleftError]) -> None:
    """Waits for the first frame of HTTP/2. Raises the error that `closed` makes where there is none."""
    received = b""
    try:
        connection.sendall(_PREFACE)
        while len(received) < 9:
            more = connection.recv(64)
            if not more:
                raise closed("before HTTP/2 began")
            received += more
    except (BrokenPipeError, ConnectionResetError) as error:
        raise closed((error.strerror or "reset").lower()) from None
    if received[3] != _SETTINGS:
        raise closed("TLS" if received[0] == _TLS_ALERT else "not HTTP/2")


def _not_plain(address: Address, reason: str, timeout: float) -> TraceleftError:
    """The reason why an end took no plain text: most often it speaks TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    refused = RefusedError(f"{address}: speaks TLS, and nothing was sent (leave out --collector-insecure)")
    try:
        with _connect(address, timeout) as plain, context.wrap_socket(plain):
            return refused
    except ssl.SSLEOFError:
        pass
    except ssl.SSLError as error:
        if "ALERT" in (error.reason or ""):
            return refused
    except OSError:
        pass
    if reason == "not HTTP/2":
        return RefusedError(f"{address}: does not speak gRPC")
    return UnreachableError(f"{address}: closed the connection ({reason})")
