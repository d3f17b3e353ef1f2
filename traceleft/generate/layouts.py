# SPDX-License-Identifier: MIT
"""The layouts of structs, out of the BTF that clang makes of their headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .compiler import Compiler, Types
from .errors import GenerateError
from .uapi import FieldLayout, StructLayout, StructSource, TypeLayout, word_size


class Layouts:
    """The wanted structs, and those that they are made of."""

    def __init__(self, sources: Mapping[str, StructSource]) -> None:
        self._sources = sources
        self._word = 8
        self._found: dict[str, tuple[StructLayout, str]] = {}  # with the header

    def extract(self, compiler: Compiler) -> dict[str, StructLayout]:
        """All layouts by name."""
        self._word = word_size(compiler.arch)
        headers = sorted({source.header for source in self._sources.values()})
        for header in headers:
            wanted = {name: source.c for name, source in self._sources.items() if source.header == header}
            types, errors = compiler.types(header, sorted(set(wanted.values())))
            for name, c in sorted(wanted.items()):
                if c in errors:
                    raise GenerateError(f"structs.{name}: {header}: {c}: {errors[c]}")
                entry = types.entry(types.ids[c])
                if entry["kind"] == "PTR" and entry["type_id"]:  # cap_user_header_t
                    entry = types.entry(entry["type_id"])
                if entry["kind"] not in ("STRUCT", "UNION"):
                    raise GenerateError(f"structs.{name}: {header}: {c} is no struct")
                self._add(name, entry, types, header)
        return {name: layout for name, (layout, _) in sorted(self._found.items())}

    def _add(self, name: str, entry: Mapping[str, Any], types: Types, header: str) -> None:
        layout = StructLayout(name, entry["kind"].lower(), entry["size"], self._fields(entry, types, header))
        known, other = self._found.setdefault(name, (layout, header))
        if known != layout:
            raise GenerateError(f"structs.{name}: {header} lays it out otherwise than {other}")

    def _fields(self, entry: Mapping[str, Any], types: Types, header: str) -> tuple[FieldLayout, ...]:
        return tuple(
            FieldLayout(
                "" if member["name"] == "(anon)" else member["name"],
                member["bits_offset"],
                self._type(member["type_id"], types, header),
                member.get("bitfield_size") or None,
            )
            for member in entry["members"]
        )

    def _type(self, id_: int, types: Types, header: str) -> TypeLayout:
        entry, typedefs = types.resolve(id_)
        kind, typedef = entry["kind"], typedefs[0] if typedefs else None
        if kind == "PTR":
            return TypeLayout("pointer", self._word, typedef=typedef)
        if kind == "INT":
            encoding = entry["encoding"]
            int_kind = "bool" if encoding == "BOOL" else "char" if entry["name"] == "char" else "int"
            return TypeLayout(int_kind, entry["size"], encoding == "SIGNED", typedef)
        if kind == "FLOAT":
            return TypeLayout("float", entry["size"], typedef=typedef)
        if kind in ("ENUM", "ENUM64"):
            return TypeLayout("enum", entry["size"], entry.get("encoding") == "SIGNED", typedef)
        if kind == "ARRAY":
            element = self._type(entry["type_id"], types, header)
            count = entry["nr_elems"]
            return TypeLayout("array", element.size * count, typedef=typedef, element=element, count=count)
        if kind not in ("STRUCT", "UNION"):
            raise GenerateError(f"{header}: a field's type is {kind}")
        # A struct without a tag is called like the typedef next to it.
        if entry["name"] == "(anon)" and not typedefs:
            return TypeLayout(kind.lower(), entry["size"], members=self._fields(entry, types, header))
        c = typedefs[-1] if entry["name"] == "(anon)" else f"{kind.lower()} {entry['name']}"
        name = self._name(c, typedefs, header)
        self._add(name, entry, types, header)
        return TypeLayout(kind.lower(), entry["size"], typedef=typedef, struct=name)

    def _name(self, c: str, typedefs: Sequence[str], header: str) -> str:
        """syscalls.toml's name of a nested struct, or else its C name."""
        named = [name for name, source in sorted(self._sources.items()) if source.c in (c, *typedefs)]
        named.sort(key=lambda name: self._sources[name].header != header)
        return named[0] if named else c.split(" ")[-1]
