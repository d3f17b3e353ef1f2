# SPDX-License-Identifier: MIT
"""Which route answers a request, whether this client may have the answer, and how much of a CPU that may cost."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from traceleft.telemetry.http_request import HttpError, Request, Response, check_host, check_no_body
from traceleft.telemetry.ration import Ration

Route = Callable[[Request], Response]
"""Answers a GET, in a thread of its own. May raise HttpError; a TraceleftError becomes a 503 with its text."""


@dataclass(frozen=True)
class Limits:
    """The most that a server accepts."""

    connections: int = 64
    """Clients that may be sending their requests at once; for one more, the slowest of them gets a 429."""
    requests: int = 16
    """Requests that may be answered at once; another one gets a 429."""
    rate: float = 50.0
    """Connections a second, over time; and so many at once. Others wait."""
    share: float = 0.01
    """Seconds of CPU time a second that each kind of answer may take, over time. Beyond it a request gets the last
    answer again, where that is possible, or a 429."""
    burst: float = 0.1
    """Seconds of CPU time that each may take at once."""
    alike: int = 2
    """Answers of a kind that may be made at once; one, where the last can be given again. More would wait for their
    turn, and take the places of other requests."""
    head_seconds: float = 5.0
    """Seconds until a request must be complete (408)."""
    send_seconds: float = 30.0
    """Seconds until a client must have taken its answer; then it is closed."""


class Repeatable:
    """A route whose last answer may be given again while another would cost too much.

    Args:
        route: answers.
        kind: which of its answers a request wants; there are few.
    """

    def __init__(self, route: Route, kind: Callable[[Request], Hashable]) -> None:
        self._route = route
        self.kind = kind

    def __call__(self, request: Request) -> Response:
        return self._route(request)


class Routes:
    """The routes of a server.

    Args:
        routes: by path.
        limits: the most that their answers may cost.
        token: the bearer token that a client must show (Authorization: Bearer TOKEN); None: none.
        own_names_only: whether a request must ask for this machine by a name that stands for it on every machine.
    """

    def __init__(self, routes: Mapping[str, Route], limits: Limits, token: str | None, *, own_names_only: bool) -> None:
        self._routes = dict(routes)
        self._limits = limits
        self._credentials = None if token is None else f"Bearer {token}".encode()
        self._own_names_only = own_names_only
        self._rations: dict[tuple[str, Hashable], Ration] = {}

    def find(self, request: Request) -> Route:
        """Raises HttpError where there is none, or none for this client."""
        if self._own_names_only:
            check_host(request)
        given = request.headers.get("Authorization", "")
        if self._credentials is not None and not hmac.compare_digest(given.encode("utf-8"), self._credentials):
            challenge = {"WWW-Authenticate": 'Bearer realm="traceleft"'}
            raise HttpError(401, "show the token of --listen-token-file, as Authorization: Bearer TOKEN", challenge)
        route = self._routes.get(request.path)
        if route is None:
            raise HttpError(404, f"there is nothing at this path; there is {', '.join(sorted(self._routes))}")
        if request.method not in ("GET", "HEAD"):
            allowed = "GET, HEAD"
            raise HttpError(405, f"this path answers {allowed} only", {"Allow": allowed})
        check_no_body(request)
        return route

    def ration(self, request: Request, route: Route) -> Ration:
        """The ration of such answers. Raises HttpError, as the route does."""
        repeats = isinstance(route, Repeatable)
        key = (request.path, route.kind(request) if isinstance(route, Repeatable) else None)
        known = self._rations.get(key)
        if known is None:
            limits = self._limits
            known = self._rations[key] = Ration(
                limits.share, limits.burst, at_once=1 if repeats else limits.alike, repeats=repeats
            )
        return known
