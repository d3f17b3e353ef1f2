# SPDX-License-Identifier: MIT
"""Reading a TOML table strictly: every error names the file, the key and the problem."""

from __future__ import annotations

import re
from collections.abc import Collection

from .errors import GenerateError
from .formats import is_identifier

_HEADER = re.compile(r"(?:[A-Za-z0-9_+-][A-Za-z0-9_.+-]*/)*[A-Za-z0-9_+-][A-Za-z0-9_.+-]*\.h")
# A sentence ends up in pages and schemas, and so is one line of printable ASCII.
_SENTENCE = re.compile(r"[ -~]{1,300}")


class Table:
    """A TOML table that knows where it stands, for errors."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise GenerateError(f"{where}: not a table")
        self._data, self.where = data, where

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def entries(self, identifiers: bool = False) -> list[str]:
        """The keys, all of them identifiers if that is asked for."""
        for key in self._data:
            if identifiers and not is_identifier(key):
                raise self.error(key, "is no name")
        return list(self._data)

    def allow(self, *keys: str) -> None:
        """Refuses any other key."""
        for key in self._data:
            if key not in keys:
                raise self.error(key, "is not a known key")

    def get(self, key: str) -> object:
        return self._data.get(key)

    def table(self, key: str) -> Table:
        """The table below `key`, an empty one if there is none."""
        return Table(self._data.get(key, {}), self.place(key))

    def tables(self) -> dict[str, Table]:
        """Tables by name, where each entry is one."""
        return {key: self.table(key) for key in self.entries(identifiers=True)}

    def list_of_tables(self, key: str) -> list[Table]:
        values = self._data.get(key, [])
        if not isinstance(values, list):
            raise self.error(key, "is not a list of tables")
        return [Table(value, f"{self.place(key)}[{index}]") for index, value in enumerate(values)]

    def name(self, key: str, among: Collection[str] | None = None) -> str:
        value = self._data.get(key)
        if not isinstance(value, str) or (not is_identifier(value) and value not in (among or ())):
            raise self.error(key, "is not a name")
        if among is not None and value not in among:
            raise self.error(key, f"is not one of {', '.join(sorted(among))}")
        return value

    def optional_name(self, key: str, among: Collection[str] | None = None) -> str | None:
        return self.name(key, among) if key in self._data else None

    def names(self, key: str) -> tuple[str, ...]:
        values = self.strings(key, "names")
        if not all(is_identifier(value) for value in values):
            raise self.error(key, "is not a list of names")
        return values

    def strings(self, key: str, what: str) -> tuple[str, ...]:
        """A list of different strings; empty if there is none."""
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.error(key, f"is not a list of {what}")
        if len(set(values)) != len(values):
            raise self.error(key, "names something twice")
        return tuple(values)

    def patterns(self, key: str) -> tuple[str, ...]:
        """Regular expressions that compile."""
        values = self.strings(key, "regular expressions")
        for value in values:
            try:
                re.compile(value)
            except (re.error, OverflowError, RecursionError):
                raise self.error(key, f"has a bad regular expression: {value!a}") from None
        return values

    def header(self, key: str) -> str:
        value = self._data.get(key)
        if not isinstance(value, str) or not is_header(value):
            raise self.error(key, "is not a header's path")
        return value

    def headers(self, key: str) -> tuple[str, ...]:
        values = self.strings(key, "headers' paths")
        if not all(is_header(value) for value in values):
            raise self.error(key, "is not a list of headers' paths")
        return values

    def globs_of_headers(self, key: str) -> tuple[str, ...]:
        """Headers, or globs of them: "linux/*.h"."""
        values = self.strings(key, "headers' paths")
        if not all(is_header(value.replace("*", "x")) for value in values):
            raise self.error(key, "is not a list of headers' paths or globs of them")
        return values

    def sentence(self, key: str) -> str | None:
        value = self._data.get(key)
        if value is not None and not (isinstance(value, str) and _SENTENCE.fullmatch(value)):
            raise self.error(key, "is not a line of plain text")
        return value if isinstance(value, str) else None

    def integer(self, key: str, among: Collection[int]) -> int:
        value = self._data.get(key)
        if type(value) is not int or value not in among:
            raise self.error(key, "is not a number that is possible here")
        return value

    def boolean(self, key: str) -> bool:
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "is neither true nor false")
        return value

    def place(self, key: str) -> str:
        """The place of `key`, for errors."""
        return f"{self.where}: {ascii(key)[1:-1]}"

    def error(self, key: str, problem: str) -> GenerateError:
        return GenerateError(f"{self.place(key)} {problem}")


def is_header(path: str) -> bool:
    """Whether `path` is a header's path below some include folder: no part of it begins with a dot."""
    return _HEADER.fullmatch(path) is not None
