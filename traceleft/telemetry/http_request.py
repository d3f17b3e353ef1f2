# SPDX-License-Identifier: MIT
"""Requests over HTTP, read from bytes that nobody vouches for, and their responses."""

from __future__ import annotations

import email.utils
import ipaddress
import re
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus

from traceleft.printable import printable

HEAD_BYTES = 16 * 1024
"""The longest request line and headers together."""
URI_BYTES = 4 * 1024
"""The longest path and query together."""
HEADERS = 64
"""The most headers."""
QUERY_FIELDS = 32
"""The most fields in a query."""
TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"

_END = re.compile(rb"\r?\n\r?\n")
_NO_METHOD = re.compile(rb"(?![A-Za-z]{1,20}(?: |\Z))")
_REQUEST_LINE = re.compile(r"([A-Z]{1,20}) ([!-~]+) HTTP/(1\.[01])")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*?)[ \t]*")
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:/@\s]+))(?::[0-9]{0,5})?")


class HttpError(Exception):
    """The refusal of a request, as an answer.

    Args:
        status: 4xx, or 503.
        text: one line for the client: the fault, and the remedy.
        headers: more headers of the answer.
    """

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = dict(headers or {})


class RequestEnded(Exception):
    """Nobody is left to get the answer: the client went away, or the server is closed."""


@dataclass(frozen=True)
class Response:
    """An answer."""

    status: int = 200
    content_type: str = TEXT
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def serialize(self, method: str = "GET") -> bytes:
        """Its bytes, which close the connection; without the body for HEAD."""
        lines = [
            f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}",
            f"Date: {email.utils.formatdate(usegmt=True)}",
            f"Content-Type: {self.content_type}",
            f"Content-Length: {len(self.body)}",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
            *(f"{name}: {value}" for name, value in self.headers.items()),
        ]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        return head if method == "HEAD" else head + self.body


def refusal(error: HttpError) -> Response:
    """The answer that an error is."""
    return Response(error.status, TEXT, f"{printable(error.text)}\n".encode(), error.headers)


def _no_wait(seconds: float) -> None:
    raise RuntimeError("a request that no server has taken can't wait")


@dataclass(frozen=True)
class Request:
    """A client's request."""

    method: str
    path: str
    """Decoded, without the query."""
    query: Mapping[str, list[str]]
    """Each field's values, in their order."""
    headers: Message
    """By name, in any case."""
    wait: Callable[[float], None] = _no_wait
    """Waits so many seconds. Raises RequestEnded as soon as nobody is left to get the answer."""

    def value(self, name: str) -> str | None:
        """A field of the query that may be there once. Raises HttpError (400)."""
        values = self.query.get(name, [])
        if len(values) > 1:
            raise HttpError(400, f"{name} is given {len(values)} times: give it once")
        return values[0] if values else None


def find_end(received: bytes | bytearray, seen: int = 0) -> int | None:
    """The offset at which a request's head ends in the bytes so far; None: not yet. Raises HttpError.

    Args:
        received: all of it.
        seen: bytes at its beginning in which there was no end.
    """
    found = _END.search(received, max(0, seen - 3), HEAD_BYTES + 4)
    line_end = received.find(b"\n", 0, URI_BYTES + 64)
    if _NO_METHOD.match(received):
        raise HttpError(400, "this is no HTTP request: ask by http://, not https://, and GET a path")
    if line_end < 0 and len(received) > URI_BYTES + 64:
        raise HttpError(414, f"the path is too long: {URI_BYTES} bytes are taken")
    if found is None and len(received) > HEAD_BYTES:
        raise HttpError(431, f"the headers are too long: {HEAD_BYTES} bytes are taken")
    return found.end() if found else None


def parse_head(head: bytes) -> Request:
    """A request line and headers. Raises HttpError."""
    line, *rest = re.split(r"\r?\n", re.sub(r"(?:\r?\n){2}\Z", "", head.decode("latin-1")))
    match = _REQUEST_LINE.fullmatch(line)
    if match is None:
        raise HttpError(400, "this is no request line of HTTP/1.1: write GET PATH HTTP/1.1")
    method, target, version = match.groups()
    if len(target) > URI_BYTES:
        raise HttpError(414, f"the path is too long: {URI_BYTES} bytes are taken")
    if not target.startswith("/"):
        raise HttpError(400, "this is no proxy: ask for a path, which begins with /")
    headers = _parse_headers(rest)
    hosts = headers.get_all("Host", [])
    if len(hosts) > 1 or (version == "1.1" and not hosts):
        raise HttpError(400, "a request has one Host header: give it")
    path, _, query = target.partition("?")
    try:
        fields = urllib.parse.parse_qs(query, keep_blank_values=True, max_num_fields=QUERY_FIELDS)
    except ValueError:
        raise HttpError(400, f"the query has too many fields: {QUERY_FIELDS} are taken") from None
    return Request(method, urllib.parse.unquote(path), fields, headers)


def _parse_headers(lines: list[str]) -> Message:
    if len(lines) > HEADERS:
        raise HttpError(431, f"there are too many headers: {HEADERS} are taken")
    headers = Message()
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise HttpError(400, "a header is no NAME: VALUE on a line of its own")
        headers[match[1]] = match[2]
    return headers


def check_no_body(request: Request) -> None:
    """Raises HttpError where a body follows: nothing here takes one."""
    lengths = set(request.headers.get_all("Content-Length", []))
    if "Transfer-Encoding" in request.headers or lengths - {"0"}:
        raise HttpError(413, "a body is not taken here")


def check_host(request: Request) -> None:
    """Refuses a name that is not this machine's own for itself.

    A web page whose name its owner lets point to 127.0.0.1 (DNS rebinding) could else read it all. Raises HttpError.
    """
    host = request.headers.get("Host")
    if host is None:  # HTTP/1.0: no browser
        return
    match = _HOST.fullmatch(host)
    name = (match[1] or match[2]).lower().rstrip(".") if match else ""
    if name == "localhost" or name.endswith(".localhost"):
        return
    try:
        if ipaddress.ip_address(name).is_loopback:
            return
    except ValueError:
        pass
    raise HttpError(403, "this is for its own machine only: ask for it by the name localhost")
