# SPDX-License-Identifier: MIT
"""A trace in a notebook while it runs, to be started, stopped and filtered there."""

from __future__ import annotations

import atexit
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from traceleft.asking import where as question_of
from traceleft.extras import needed
from traceleft.live_view.watch import State, Watch
from traceleft.printable import printable
from traceleft.quick import Handlers, trace

with needed("jupyter", "live()"):
    import anywidget
    import traitlets

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Concatenate, ParamSpec

    from traceleft.asking import Where
    from traceleft.live_view.watch import Tracing

    _P = ParamSpec("_P")

_HERE = Path(__file__).parent


class LiveView(anywidget.AnyWidget):
    """What live() gives: a widget, and a trace that it shows."""

    _esm = _HERE / "view.js"
    _css = _HERE / "view.css"
    state: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)

    def __init__(self, attached: Callable[[str | None], Tracing], title: str) -> None:
        super().__init__(title=title)
        self._watch = Watch(attached, self._take)
        self._take(self._watch.state())
        self.on_msg(self._do)
        atexit.register(self._watch.close)

    def _take(self, state: State) -> None:
        self.state = dict(state)

    def _do(self, widget: object, message: dict[str, str], buffers: object) -> None:
        """What the buttons send."""
        if message.get("do") == "start":
            self.start(str(message.get("where", "")))
        elif message.get("do") == "stop":
            self.stop()

    def start(self, where: str = "") -> LiveView:
        """Begins to trace, anew if it does already.

        Args:
            where: a question that must hold, too (docs/asking.md). The view shows what is wrong with it.
        """
        self._watch.start(where)
        return self

    def stop(self) -> None:
        """Ends the trace. The view keeps what it shows."""
        self._watch.stop()

    @property
    def running(self) -> bool:
        """Whether it traces."""
        return self._watch.running

    def close(self) -> None:
        """Ends the trace, and removes the view."""
        atexit.unregister(self._watch.close)
        self._watch.close()
        super().close()


def _with_arguments_of(
    other: Callable[_P, Tracing],
) -> Callable[[Callable[Concatenate[Handlers, ...], LiveView]], Callable[_P, LiveView]]:
    """Gives a function the signature of another, for checkers, editors and help()."""

    def decorated(function: Callable[Concatenate[Handlers, ...], LiveView]) -> Callable[_P, LiveView]:
        signature = inspect.signature(other).replace(return_annotation="LiveView")
        function.__signature__ = signature  # type: ignore[attr-defined]
        return cast("Callable[_P, LiveView]", function)

    return decorated


@_with_arguments_of(trace)
def live(handlers: Handlers = "all", *, where: Where | str | None = None, **chosen: Any) -> LiveView:
    """A view of a trace in a notebook, which its buttons start, stop and filter; or start() and stop().

    The arguments are those of traceleft.trace(). Durations are measured unless durations=False.

    Raises TraceleftError without anywidget. What is wrong with the arguments is shown by the view.
    """
    chosen.setdefault("durations", True)

    def attached(question: str | None) -> Tracing:
        asked = None if where is None else question_of(str(where))
        if question is not None:
            asked = question_of(question) if asked is None else asked & question
        return trace(handlers, where=asked, **chosen)

    return LiveView(attached, f"traces {printable(str(handlers))}")
