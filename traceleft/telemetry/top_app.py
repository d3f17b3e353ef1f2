# SPDX-License-Identifier: MIT
"""`traceleft top` on a terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import DataTable, Footer, Input, Static, Tabs
from textual.widgets import Tab as TextualTab

from traceleft.errors import TraceleftError
from traceleft.operand import parse_operand
from traceleft.printable import LINES, printable
from traceleft.stats import HandlerNumbers
from traceleft.telemetry.top import Attachments, Top
from traceleft.telemetry.top_rows import COLUMNS, TABLES, TEXT, Row

HELP = (
    "enter what the selected row consists of   escape back   tab the next table\n"
    "s sort by the next column, or click on one   r the other way round   / filter\n"
    "a attach a handler: [[PROGRAM_ID:]PID[,PID...]:]HANDLER   d detach the selected one   x swap it for another\n"
    "p pause the view   q quit"
)


def _cell(text: str, column: str) -> Text:
    """A Text, for a str's brackets would be markup; numbers are set to the right."""
    return Text(text, justify="left" if column in TEXT else "right")


class TopApp(App[None]):
    """Looks every so many seconds, and does what its keys say.

    Args:
        top: the tables.
        attachments: the handlers that the keys change.
        interval: seconds between two looks; 0: it looks when look() is called.
    """

    TITLE = "traceleft top"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #header { height: auto; padding: 0 1; }
    #help { height: auto; padding: 0 1; display: none; }
    #prompt { display: none; }
    DataTable { height: 1fr; }
    """
    BINDINGS = [
        Binding("s", "sort", "Sort"),
        Binding("r", "reverse", "Reverse"),
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("tab", "next_table", "Table", priority=True),
        Binding("a", "attach", "Attach"),
        Binding("d", "detach", "Detach"),
        Binding("x", "swap", "Swap"),
        Binding("p", "pause", "Pause"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c", "quit", show=False, priority=True),
        Binding("escape", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, top: Top, attachments: Attachments, *, interval: float = 1.0) -> None:
        super().__init__()
        self.top = top
        self.paused = False
        self._attachments = attachments
        self._interval = interval
        self._rows: list[Row] = []
        self._shown = ""
        self._answered: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(id="header", markup=False)
            yield Static(HELP, id="help", markup=False)
            yield Tabs(*(TextualTab(name.capitalize(), id=name) for name in TABLES), active=self.top.table)
            yield DataTable[Text](cursor_type="row", zebra_stripes=True)
            yield Input(id="prompt")
        yield Footer()

    def on_mount(self) -> None:
        """Begins to look."""
        self.query_one(DataTable).focus()
        self.look()
        if self._interval:
            self.set_interval(self._interval, self._tick)

    def _tick(self) -> None:
        if not self.paused:
            self.look()

    def look(self) -> None:
        """Looks again, and shows it."""
        self.top.look()
        self.show()

    def show(self) -> None:
        """Shows what is known, in the order and by the filter that are set. The selected row stays selected."""
        said = self.top.header() + (["paused"] if self.paused else [])
        if self.top.filter:
            said.append(f"filter: {self.top.filter}")
        self.query_one("#header", Static).update("\n".join(said))
        table: DataTable[Text] = self.query_one(DataTable)
        selected = self.selected()
        columns = COLUMNS[self.top.table]
        if self._shown != self.top.table:
            table.clear(columns=True)
            for column in columns:
                table.add_column(_cell(column, column), key=column)
            self._shown = self.top.table
        else:
            table.clear()
        self._rows = self.top.rows()
        for row in self._rows:
            table.add_row(*map(_cell, row.texts, columns), key=row.key)
        keys = [row.key for row in self._rows]
        if selected and selected.key in keys:
            table.move_cursor(row=keys.index(selected.key))

    def selected(self) -> Row | None:
        """The row that the cursor is on."""
        at = self.query_one(DataTable).cursor_row
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _selected_handler(self) -> HandlerNumbers | None:
        row = self.selected()
        if row is None or row.handler is None:
            self.notify("select a handler first: press tab until the table of handlers is there", severity="warning")
            return None
        return row.handler

    def _ask(self, question: str, answered: Callable[[str], None], value: str = "") -> None:
        prompt = self.query_one("#prompt", Input)
        prompt.placeholder = printable(question)
        prompt.value = value
        prompt.display = True
        prompt.focus()
        self._answered = answered

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The answer to what was asked."""
        answered = self._answered
        self.action_leave_prompt()
        if answered:
            answered(event.value.strip())

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except (TraceleftError, OSError) as error:
            self._say(error)
        self.look()

    def _say(self, error: Exception) -> None:
        self.notify(printable(str(error), keep=LINES), severity="error", timeout=10, markup=False)

    def action_leave(self) -> None:
        """The prompt, or the rows that make up another."""
        if self.query_one("#prompt", Input).display:
            self.action_leave_prompt()
        else:
            self._show_other(self.top.leave)

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Enter, or a click on the selected row."""
        row = self.selected()
        if row:
            self._show_other(lambda: self.top.enter(row))

    def _show_other(self, choose: Callable[[], object]) -> None:
        """Shows the table that is chosen; what isn't possible is said."""
        try:
            choose()
        except (TraceleftError, OSError) as error:
            self._say(error)
        self.query_one(Tabs).active = self.top.table
        self.show()

    def action_leave_prompt(self) -> None:
        """Without an answer."""
        self._answered = None
        self.query_one("#prompt", Input).display = False
        self.query_one(DataTable).focus()

    def action_sort(self) -> None:
        self.top.sort_next()
        self.show()

    def action_reverse(self) -> None:
        self.top.sort(self.top.sorted_by[self.top.table])
        self.show()

    def on_data_table_header_selected(self, event: DataTable.HeaderSelected) -> None:
        """A click on a column's name."""
        self.top.sort(str(event.column_key.value))
        self.show()

    def action_filter(self) -> None:
        def answered(text: str) -> None:
            self.top.filter = text
            self.show()

        self._ask("show only rows with this text; empty: all", answered, self.top.filter)

    def action_next_table(self) -> None:
        self.query_one(Tabs).active = TABLES[(TABLES.index(self.top.table) + 1) % len(TABLES)]

    def on_tabs_tab_activated(self, event: Tabs.TabActivated) -> None:
        """A table was chosen, by key or by mouse."""
        table = str(event.tab.id)
        if table == self.query_one(Tabs).active:  # else another was chosen meanwhile
            self._show_other(lambda: self.top.open(table))

    def action_attach(self) -> None:
        self._ask(
            "attach [[PROGRAM_ID:]PID[,PID...]:]HANDLER",
            lambda text: self._try(lambda: self._attachments.attach(parse_operand(text))),
        )

    def action_detach(self) -> None:
        handler = self._selected_handler()
        if handler:
            self._try(lambda: self._attachments.detach(handler))

    def action_swap(self) -> None:
        handler = self._selected_handler()
        if handler:
            self._ask(
                f"the handler in place of {handler.syscall}'s: a file, or a syscall's name for the shipped one",
                lambda text: self._try(lambda: self._attachments.swap(handler, text)),
            )

    def action_pause(self) -> None:
        self.paused = not self.paused
        self.show()

    def action_help(self) -> None:
        shown = self.query_one("#help", Static)
        shown.display = not shown.display
