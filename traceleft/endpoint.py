"""The two ends of a connection to a collector: addresses, tokens, certificates, and why a handshake fails."""

from __future__ import annotations

import importlib
import ipaddress
import os
import re
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from traceleft.errors import TraceleftError, UsageError

TOKEN_VARIABLE = "TRACELEFT_COLLECTOR_TOKEN"
LISTEN_TOKEN_VARIABLE = "TRACELEFT_LISTEN_TOKEN"
SERVICE = "traceleft.MetricCollector"
METHOD = f"/{SERVICE}/Collect"

_SYSTEM_ROOTS = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",
)
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


def hide_password(text: str) -> str:
    """The text with `***` for what stands before a host in a URL: a user's name, a password, a token.

    More is hidden rather than less: up to the last @ of a word, for a password may have a / or @ of its own.
    """
    return re.sub(r"(?<=://)\S*@", "***@", text)


@dataclass(frozen=True)
class Address:
    """HOST:PORT. `host` is without the brackets of IPv6."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str, what: str) -> Address:
        """Raises UsageError that names `what`, an option."""
        match = re.fullmatch(r"(?:\[([0-9A-Fa-f:.%\w]+)\]|([^\[\]:/\s]+)):([0-9]{1,5})", text)
        if match is None or int(match[3]) > 65535:
            raise UsageError(
                f"{what}: {hide_password(text)!r} is no address; write HOST:PORT, such as localhost:50051 or "
                "[::1]:50051"
            )
        return cls(match[1] or match[2], int(match[3]))

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether it never leaves this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True)
class Tls:
    """PEM texts, and the files that they are from."""

    roots: bytes
    roots_from: str
    certificate: bytes | None = None
    key: bytes | None = None
    pair_from: tuple[str, str] | None = None

    def context(self) -> ssl.SSLContext:
        """The same for Python's own TLS. Raises UsageError where a file is no such thing."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["h2"])
        try:
            context.load_verify_locations(cadata=self.roots.decode("ascii", "replace"))
        except (ssl.SSLError, ValueError):
            raise UsageError(f"{self.roots_from}: there is no certificate in it (PEM is expected)") from None
        if self.pair_from is not None:
            load_pair(context, *self.pair_from)
        return context


def client_tls(ca: str | None, certificate: str | None, key: str | None) -> Tls:
    """What the options for a collector say, read and tried. Raises UsageError, OSError."""
    if (certificate is None) != (key is None):
        given, missing = ("cert", "key") if key is None else ("key", "cert")
        raise UsageError(f"--collector-{given} needs --collector-{missing}")
    path = ca or _system_roots()
    pair = (certificate, key) if certificate and key else None
    texts = [Path(file).read_bytes() for file in pair] if pair else [None, None]
    tls = Tls(Path(path).read_bytes(), path, texts[0], texts[1], pair)
    tls.context()
    return tls


def load_pair(context: ssl.SSLContext, certificate: str, key: str) -> None:
    """Raises UsageError where the two files are no certificate and its key, OSError where they can't be read."""

    def no_password() -> str:
        raise UsageError(f"{key}: the key is encrypted; give one that is not")

    try:
        context.load_cert_chain(certificate, key, no_password)
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            raise UsageError(f"{key} is not the key of {certificate}") from None
        raise UsageError(f"{certificate} and {key} are no certificate and its key (PEM is expected)") from None


def _system_roots() -> str:
    default = ssl.get_default_verify_paths()
    for path in (default.cafile, *_SYSTEM_ROOTS):
        if path and Path(path).is_file():
            return path
    raise UsageError("this system has no list of certificate authorities: give --collector-ca FILE")


def read_token(
    file: str | None, environment: Mapping[str, str] | None = None, *, variable: str = TOKEN_VARIABLE
) -> str | None:
    """The token out of a file, or else of the environment; None where there is none. Raises UsageError, OSError."""
    if file is not None:
        token, origin = Path(file).read_text(encoding="utf-8", errors="replace").strip(), file
    else:
        token, origin = (environment or {}).get(variable, "").strip(), variable
        if not token:
            return None
    if not re.fullmatch("[!-~]+", token):
        raise UsageError(f"{origin}: a token is one word of printable ASCII characters")
    return token


def load_grpc() -> ModuleType:
    """The module grpc, which says nothing on stderr and does nothing at a fork.

    Without its handlers for forks gRPC may be in use while a command is forked: that executes its program at once.
    What the library is told in the environment is there while it is loaded only: a traced command doesn't see it.
    Raises TraceleftError where grpcio is missing.
    """
    wanted = {"GRPC_ENABLE_FORK_SUPPORT": "0", "GRPC_VERBOSITY": "NONE", "GRPC_TRACE": ""}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update({name: value for name, value in wanted.items() if before[name] is None})
    try:
        importlib.import_module("google.protobuf")  # the messages need it
        grpc = importlib.import_module("grpc")
        grpc.insecure_channel("localhost:0").close()  # it reads its environment with the first
    except ImportError as error:
        raise TraceleftError(f"a collector needs gRPC and protobuf: pip install 'traceleft[grpc]' ({error})") from None
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
    return grpc


def probe(address: Address, tls: Tls | None, timeout: float = 5.0) -> None:
    """Goes as far as HTTP/2's first frames, for gRPC says of what fails there only that it is unavailable.

    Raises RefusedError or UnreachableError, with the reason in one line.
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

    # gRPC's servers just close a connection whose certificate they don't like, behind a handshake that was complete for
    # us. Only the messages tell that a certificate was asked for, and Python has no public way to see them.
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
    """Waits for the frame that HTTP/2 begins with. Raises what `closed` makes of a connection that has none."""
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
    """What an end is that took no plain text: most often one that speaks TLS."""
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


class Once:
    """Says each line once, from any thread. A collector words some of them: after LINES of them it says no more."""

    LINES = 100

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said: set[str] = set()
        self._lock = threading.Lock()

    def __call__(self, line: str, more: str = "") -> None:
        """Says the line, with more behind it that makes no difference."""
        with self._lock:
            if line in self._said or len(self._said) >= self.LINES:
                return
            self._said.add(line)
        self._say(line + more)

    def forget(self) -> None:
        """What was said may be said again."""
        with self._lock:
            self._said.clear()
