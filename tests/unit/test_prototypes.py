# SPDX-License-Identifier: MIT
"""C's declarations, as users copy them from manual pages."""

from __future__ import annotations

import pytest

from traceleft import prototypes
from traceleft.errors import UsageError
from traceleft.prototypes import CType

POINTER = CType("void *", "pointer")
TEXT = CType("char *", "string")
INT = CType("int", "int", 4)


def declared(text: str) -> list[tuple[str, str, int]]:
    return [(each.name, each.type.kind, each.type.size) for each in prototypes.parse(text).parameters]


def test_a_page_of_the_manual() -> None:
    text = """int getaddrinfo(const char *restrict node,
                              const char *restrict service,
                              const struct addrinfo *restrict hints,
                              struct addrinfo **restrict res);"""
    found = prototypes.parse(text)
    assert (found.name, found.returns) == ("getaddrinfo", INT)
    assert [(each.name, each.type) for each in found.parameters] == [
        ("node", TEXT),
        ("service", TEXT),
        ("hints", CType("struct addrinfo *", "pointer")),
        ("res", CType("struct addrinfo **", "pointer")),
    ]


@pytest.mark.parametrize(
    ("text", "returns"),
    [
        ("f()", None),
        ("char *f(void)", TEXT),
        ("const char *f(...)", TEXT),
        ("void f(void);", CType("void", "none")),
        ("static inline int f(void)", INT),
        ("unsigned long int f ( )", CType("unsigned long int", "uint", 8)),
        ("void *f()", POINTER),
        ("ssize_t f()", CType("ssize_t", "int", 8)),
    ],
)
def test_what_it_returns(text: str, returns: CType | None) -> None:
    found = prototypes.parse(text)
    assert (found.name, found.returns, found.parameters) == ("f", returns, ())


def test_arguments_of_every_kind() -> None:
    text = (
        "f(char, unsigned char b, short int c, unsigned d, unsigned, long long f, size_t g, bool h, "
        "enum kind i, char **j, unsigned char *k, char l[], int m[2], "
        "int (*compare)(const void *, const void *), void *, int n, ...)"
    )
    assert declared(text) == [
        ("arg0", "int", 1),
        ("b", "uint", 1),
        ("c", "int", 2),
        ("d", "uint", 4),
        ("arg4", "uint", 4),
        ("f", "int", 8),
        ("g", "uint", 8),
        ("h", "uint", 1),
        ("i", "uint", 4),
        ("j", "pointer", 8),
        ("k", "pointer", 8),
        ("l", "string", 8),
        ("m", "pointer", 8),
        ("compare", "pointer", 8),
        ("arg14", "pointer", 8),
        ("n", "int", 4),
    ]


def test_a_probes_name_has_its_provider() -> None:
    found = prototypes.parse("python:function__entry(char *file, char *function, int line)")
    assert (found.name, found.returns, len(found.parameters)) == ("python:function__entry", None, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("f(double x)", "can't read floating-point numbers; leave double out"),
        ("float f()", "leave float out"),
        ("f(socket_t s)", "the size of 'socket_t' isn't known"),
        ("f(struct pair p)", "the size of 'struct pair' isn't known"),
        ("f(int a, long a)", "two arguments called a"),
        ("(int a)", "declares no function"),
        ("f", "declares no function"),
        ("f(int a[)", "the size of 'int a[' isn't known"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        prototypes.parse(text)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "is_one"), [("f", False), ("f*", False), ("f(", False), ("f()", True), ("f() ;", True)]
)
def test_a_name_alone_is_none(text: str, is_one: bool) -> None:
    assert prototypes.is_prototype(text) is is_one


def test_commas_within_parentheses_part_nothing() -> None:
    assert prototypes.split("openat,uprobe:c:f(int a, int b),read") == ["openat", "uprobe:c:f(int a, int b)", "read"]
    assert prototypes.split("a),b") == ["a)", "b"]
    assert prototypes.split("") == [""]
