# SPDX-License-Identifier: MIT
"""Certificates and keys, read and tried."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from traceleft.errors import UsageError

_SYSTEM_ROOTS = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",
)


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
    """Reads the files that the options for a collector name, and tries them. Raises UsageError, OSError."""
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
