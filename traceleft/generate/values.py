# SPDX-License-Identifier: MIT
"""Numbers: the widths of C's types, and schema.json's names for the kinds of syscalls.toml."""

from __future__ import annotations

import re

from .errors import GenerateError
from .flags import FlagSets
from .language import Meaning
from .spec import NUMBER_KINDS, Value

# Those as wide as a register, unless it is a pair of registers.
_WORDS = frozenset({"long", "ulong", "size", "pointer"})
# The kinds that only fields can have: None is any size.
_FIELD_KINDS: dict[str, int | None] = {"chars": None, "socket_name": None, "in_addr": 4, "in6_addr": 16}
# The kinds of bytes in their own order, whose size is no field's to choose.
_ORDERED = {"be16": 2, "be32": 4}

# By bytes, those of the arguments' types that are no pointers: include/linux/types.h and its kin. The signed ones are
# listed first.
_TYPES = {
    1: ("char, signed char, s8, __s8", "unsigned char, u8, __u8, bool"),
    2: ("short, s16, __s16", "unsigned short, u16, __u16, umode_t, old_uid_t, old_gid_t"),
    4: (
        "int, signed int, s32, __s32, pid_t, clockid_t, timer_t, key_t, key_serial_t, mqd_t, rwf_t",
        "unsigned, unsigned int, u32, __u32, uid_t, gid_t, qid_t, socklen_t",
    ),
    8: ("long long, s64, __s64, loff_t", "unsigned long long, u64, __u64"),
    # A long's.
    0: (
        "long, ssize_t, off_t, __kernel_old_time_t, time_t",
        "unsigned long, size_t, aio_context_t",
    ),
}
_WIDTHS = {
    name: (size, signed)
    for size, lists in _TYPES.items()
    for signed, names in zip((True, False), lists)
    for name in names.split(", ")
}
# typedefs that hide a pointer: include/uapi/linux/capability.h.
_POINTERS = frozenset({"cap_user_header_t", "cap_user_data_t"})


def plain_type(c_type: str) -> str:
    """The type without a const of the argument itself: "const int", "void *const"."""
    c_type = re.sub(r"(?<=\*)const$", "", c_type)
    return c_type if "*" in c_type else re.sub("^const ", "", c_type)


def is_pointer(c_type: str) -> bool:
    """Whether an argument of this type points somewhere."""
    c_type = plain_type(c_type)
    return c_type.endswith("*") or c_type in _POINTERS


def pointee(c_type: str) -> str:
    """The type that a pointer of this type points to ("const int *" gives "int")."""
    inner = re.sub(r" ?\*$", "", plain_type(c_type))
    return plain_type(re.sub("^const ", "", inner) if "*" not in inner else inner)


def width(c_type: str, word: int) -> tuple[int, bool] | None:
    """A type's bytes and whether it is signed, where a long has `word` bytes; None if that isn't known."""
    c_type = plain_type(c_type)
    if is_pointer(c_type):
        return word, False
    if c_type.startswith("enum "):
        return 4, False
    known = _WIDTHS.get(c_type)
    return known and (known[0] or word, known[1])


def number(where: str, meaning: Meaning, c_type: str | None, flags: FlagSets) -> Value:
    """A number of kind `meaning`, as an argument or an element of the type; without a type, as a return value."""
    name = meaning.kind or ""
    kind, size = NUMBER_KINDS[name]
    known = width(c_type, flags.word) if c_type else None
    if meaning.size:
        size = meaning.size
    elif name in _WORDS:
        size = 8 if known and known[0] == 8 else flags.word
    elif size is None and c_type is None:
        size = flags.word if kind == "hex" else 4
    elif size is None:
        if not known:
            raise GenerateError(f"{where}: nothing tells the size of {c_type}: say size =")
        size = known[0]
    return Value(kind, size, flags.known(where, meaning.flags) if meaning.flags else None)


def field_number(where: str, meaning: Meaning, size: int, flags: FlagSets) -> Value:
    """A field of kind `meaning` with the size of its layout."""
    name = meaning.kind or ""
    kind, wanted = (name, _FIELD_KINDS[name]) if name in _FIELD_KINDS else (NUMBER_KINDS[name][0], _ORDERED.get(name))
    numeric = name not in _FIELD_KINDS
    if (wanted and wanted != size) or (numeric and size not in (1, 2, 4, 8)):
        raise GenerateError(f"{where}: {size} bytes are no {name}")
    return Value(kind, size, flags.known(where, meaning.flags) if meaning.flags else None)
