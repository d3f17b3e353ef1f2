# SPDX-License-Identifier: MIT
"""Packages that only some of traceleft needs: pyproject.toml's extras."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from traceleft.errors import TraceleftError

_PACKAGES = {
    "google": "protobuf",
    "grpc": "grpcio",
    "opentelemetry": "opentelemetry-exporter-otlp-proto-http",
    "opentelemetry.sdk": "opentelemetry-sdk",
    "prometheus_client": "prometheus-client",
}
"""Module to the package that has it, where they have not the same name."""


@contextlib.contextmanager
def needed(extra: str, for_what: str, *, instead: str = "") -> Iterator[None]:
    """A block around the imports of an extra's packages, which names the extra to install where one fails.

    Args:
        extra: its name in pyproject.toml.
        for_what: the feature that needs the packages; the message begins with it.
        instead: another way for the user.

    Raises TraceleftError in place of ImportError.
    """
    try:
        yield
    except ImportError as error:
        name = error.name or ""
        if name.partition(".")[0] == "traceleft":  # it is ours that is broken
            raise
        if isinstance(error, ModuleNotFoundError) and name:
            what = f"needs {_package(name)}"
        else:
            what = f"can't load {_package(name) or 'a package that it needs'} ({error})"
        remedy = f"pip install 'traceleft[{extra}]'"
        raise TraceleftError(f"{for_what} {what}: {remedy}" + (f"; {instead}" if instead else "")) from None


def _package(module: str) -> str:
    """The name of a module's package for pip."""
    while module not in _PACKAGES and "." in module:
        module = module.rpartition(".")[0]
    return _PACKAGES.get(module, module)
