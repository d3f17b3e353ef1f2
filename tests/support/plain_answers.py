# SPDX-License-Identifier: MIT
"""Random questions, and their answers as docs/asking.md has them: plain Python, without the code under test."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.support.raw_events import DURATION, ENTRY, FAULT, NONE, OK, TRUNCATED, Captured, raw_event

ARGUMENTS = {"small": "int", "size": "ulong", "wide": "long", "owner": "uid", "bits": "mode", "path": "string"}
"""The arguments of the syscall `probe` that questions are about: spec_of() makes its schema of them."""
_WIDTHS = {"int": 32, "uid": 32, "mode": 16, "long": 64, "ulong": 64}
_SIGNED = {"int", "long"}
_HEADER = {"pid": True, "tid": False, "uid": True, "gid": True, "cpu": False, "cgroup_id": False, "nr": True}
"""Header fields that every event has, and whether they are signed."""

U64, S64 = 1 << 64, 1 << 63


@dataclass(frozen=True)
class Number:
    """A mathematical number that fits 64 bits, and how it reads them."""

    value: int
    signed: bool


def wrapped(value: int, signed: bool) -> Number:
    """The number of the lowest 64 bits."""
    value %= U64
    return Number(value - U64 if signed and value >= S64 else value, signed)


@dataclass
class Given:
    """An event: its bytes, and its parts by name; those that it lacks are None."""

    raw: bytes
    numbers: dict[str, Number | None]
    texts: dict[str, tuple[bytes, bool] | None]
    """Each with whether there was more of it than is here."""


Answer = Callable[[Given], "bool | None"]
Value = Callable[[Given], "Number | None"]


@dataclass(frozen=True)
class Question:
    """A predicate: as traceleft reads it, and its answer, where None is: unknown."""

    text: str
    answer: Answer


@dataclass(frozen=True)
class _Term:
    text: str
    value: Value


_INTERESTING = (0, 1, 2, 3, 7, 8, 64, 127, 128, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_LARGE = (S64 - 1, S64, U64 - 1, U64 - 2, 1 << 40)
_WORDS = (
    b"",
    b"/",
    b"/etc",
    b"/etc/passwd",
    b"/etc/passwd.so",
    b"libc.so.6",
    b"a",
    b"aa",
    b"/tmp/\xff\xfe",
    b"x" * 128,
)


def number(of: random.Random) -> int:
    """One at which something may go wrong, more often than others."""
    chosen = of.choice(_INTERESTING) if of.random() < 0.8 else of.choice(_LARGE)
    return (chosen + of.choice((-1, 0, 0, 0, 1))) % U64


def _read(kind: str, register: int) -> Number:
    width = _WIDTHS[kind]
    low = register % (1 << width)
    if kind == "uid":  # -1 is the one below 0
        return Number(-1 if low == (1 << width) - 1 else low, True)
    signed = kind in _SIGNED
    return Number(low - (1 << width) if signed and low >> (width - 1) else low, signed)


def event(of: random.Random) -> Given:
    """A random one."""
    registers = {name: number(of) for name in ARGUMENTS}
    path = of.choice(_WORDS) if of.random() < 0.7 else bytes(of.choice(b"/abc.") for _ in range(of.randrange(300)))
    status = of.choice((OK, OK, OK, TRUNCATED, FAULT, NONE))
    captured = path if status in (OK, TRUNCATED) else b""
    comm = of.choice((b"cat", b"nginx", b"", b"x" * 15, b'"quoted"', b"\xff\xfe"))
    flags = of.choice((0, 0, 0, ENTRY, DURATION))
    ret = of.choice((-2, -1, 0, 1, 3, S64 - 1, -4095, -13))
    header = {name: number(of) % (1 << 31) for name in _HEADER} | {"ret": ret, "duration": number(of), "nr": 1}
    raw = raw_event(
        "probe",
        registers.values(),
        [Captured(list(ARGUMENTS).index("path"), captured, status)],
        comm=comm,
        flags=flags,
        **header,
    )
    numbers: dict[str, Number | None] = {name: Number(header[name], signed) for name, signed in _HEADER.items()}
    numbers["ret"] = None if flags & ENTRY else Number(ret, True)
    numbers["error"] = None if flags & ENTRY else Number(-ret if -4095 <= ret < 0 else 0, True)
    numbers["duration"] = Number(header["duration"], False) if flags & DURATION else None
    numbers |= {name: _read(kind, registers[name]) for name, kind in ARGUMENTS.items() if kind in _WIDTHS}
    numbers |= {f"args[{i}]": Number(register, False) for i, register in enumerate(registers.values())}
    here = status in (OK, TRUNCATED)
    return Given(raw, numbers, {"comm": (comm, False), "path": (path, status == TRUNCATED) if here else None})


def _literal(of: random.Random) -> int:
    return number(of) >> of.choice((0, 0, 0, 16, 48))


def _term(of: random.Random, depth: int) -> _Term:
    """A number that has at least one part of the event in it."""
    if depth == 0 or of.random() < 0.4:
        name = of.choice([*_HEADER, "ret", "error", "duration", "small", "size", "wide", "owner", "bits", "args[2]"])
        return _Term(name, lambda given: given.numbers[name])
    operator = of.choice(["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "neg", "inv"])
    left = _term(of, depth - 1)
    if operator == "neg":
        return _Term(f"-({left.text})", lambda given: _unary(left.value(given), lambda number: -number, True))
    if operator == "inv":
        return _Term(f"~({left.text})", lambda given: _unary(left.value(given), lambda number: ~number, False))
    if operator in ("<<", ">>"):
        by = of.choice((0, 1, 7, 31, 32, 63, 64, 65, 200))
        return _Term(f"({left.text} {operator} {by})", lambda given: _shifted(left.value(given), operator, by))
    if of.random() < 0.5:
        literal = _literal(of)
        return _Term(
            f"({left.text} {operator} {literal})",
            lambda given: _combined(operator, left.value(given), _adapted(literal, left.value(given))),
        )
    right = _term(of, depth - 1)
    return _Term(
        f"({left.text} {operator} {right.text})",
        lambda given: _combined(operator, left.value(given), right.value(given)),
    )


def _adapted(literal: int, beside: Number | None) -> Number:
    """A literal takes the sign of the number that it stands beside, if it fits."""
    return Number(literal, bool(beside and beside.signed and literal < S64))


def _unary(number: Number | None, function: Callable[[int], int], signed: bool) -> Number | None:
    return None if number is None else wrapped(function(number.value), signed or number.signed)


def _shifted(number: Number | None, operator: str, by: int) -> Number | None:
    if number is None:
        return None
    return wrapped(number.value << by if operator == "<<" else number.value >> by, number.signed)


def _combined(operator: str, left: Number | None, right: Number | None) -> Number | None:
    if left is None or right is None:
        return None
    signed = left.signed or right.signed
    if operator in "/%":
        a, b = wrapped(left.value, signed).value, wrapped(right.value, signed).value
        if b == 0:
            return None
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)  # towards zero
        return wrapped(quotient if operator == "/" else a - b * quotient, signed)
    functions: dict[str, Callable[[int, int], int]] = {
        **{"+": int.__add__, "-": int.__sub__, "*": int.__mul__},
        **{"&": int.__and__, "|": int.__or__, "^": int.__xor__},
    }
    return wrapped(functions[operator](left.value, right.value), signed or operator == "-")


_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    **{"==": int.__eq__, "!=": int.__ne__, "<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__},
}


def _comparison(of: random.Random) -> Question:
    left = _term(of, 2)
    operator = of.choice(list(_COMPARISONS))
    if of.random() < 0.5:
        literal = _literal(of)
        text, right = str(literal), lambda given: Number(literal, False)
    else:
        term = _term(of, 1)
        text, right = term.text, term.value

    def answer(given: Given) -> bool | None:
        a, b = left.value(given), right(given)
        return None if a is None or b is None else _COMPARISONS[operator](a.value, b.value)

    return Question(f"{left.text} {operator} {text}", answer)


def quoted(text: bytes) -> str:
    """As a literal of the language."""
    return '"' + "".join(chr(c) if 32 <= c < 127 and c not in b'"\\' else f"\\x{c:02x}" for c in text) + '"'


def _match(of: random.Random) -> Question:
    name = of.choice(("comm", "path"))
    operator = of.choice(["==", "!=", "^=", "$=", "~", "!~", "=~"])
    word = of.choice(_WORDS)[: 15 if name == "comm" else 200]
    if operator in ("~", "!~"):
        cut = of.randrange(len(word) + 1)
        word = of.choice(
            (word[:cut] + b"*", b"*" + word[cut:], word[:cut] + b"*" + word[cut:], word[:cut] + b"?" * 2, b"*/*")
        )
    if operator == "=~":
        word = of.choice((b"^/etc", b"o[.]so", b"^$", b"a+$"))

    def matches(text: bytes, cut_off: bool) -> bool | None:
        if operator == "^=":
            return text.startswith(word) or (None if cut_off and len(text) < len(word) else False)
        if operator in ("~", "!~"):
            matched = bool(re.fullmatch(_translated(word), text, re.DOTALL))
            if not cut_off or (matched and word.endswith(b"*")):
                return matched
            prefix = word[:-1]
            decided = word.endswith(b"*") and b"*" not in prefix and len(text) >= len(prefix)
            return False if decided else None
        if cut_off:
            return None
        if operator in ("==", "!="):
            return text == word
        if operator == "$=":
            return text.endswith(word)
        return bool(re.search(word, text))

    def answer(given: Given) -> bool | None:
        text = given.texts[name]
        matched = None if text is None else matches(*text)
        return None if matched is None else matched != operator.startswith("!")

    return Question(f"{name} {operator} {quoted(word)}", answer)


def _translated(glob: bytes) -> bytes:
    return b"".join({42: b".*", 63: b"."}.get(byte, re.escape(bytes([byte]))) for byte in glob)


def question(of: random.Random, depth: int = 3) -> Question:
    """A random one."""
    if depth == 0 or of.random() < 0.3:
        return _match(of) if of.random() < 0.3 else _comparison(of)
    operator = of.choice(("and", "or", "not"))
    left = question(of, depth - 1)
    if operator == "not":

        def negated(given: Given) -> bool | None:
            answer = left.answer(given)
            return None if answer is None else not answer

        return Question(f"not ({left.text})", negated)
    right = question(of, depth - 1)

    def both(given: Given) -> bool | None:
        answers = left.answer(given), right.answer(given)
        decisive = operator == "or"
        if decisive in answers:
            return decisive
        return None if None in answers else not decisive

    return Question(f"({left.text}) {operator} ({right.text})", both)
