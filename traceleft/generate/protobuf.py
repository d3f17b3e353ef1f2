# SPDX-License-Identifier: MIT
"""The .proto files, compiled for Python: by the protoc that scripts/lib/requirements-test.txt pins."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from traceleft.interpreter import isolated

from .errors import GenerateError

PROTO = "traceleft/proto/traceleft.proto"
"""The one that is generated; those beside it are written by hand."""


def outputs(root: Path) -> dict[str, str]:
    """The compiled modules' texts by path below the checkout. Raises GenerateError."""
    protos = sorted(path.name for path in (root / PROTO).parent.glob("*.proto"))
    with tempfile.TemporaryDirectory(prefix="traceleft-") as scratch:
        for name in protos:
            _compile(root, f"{Path(PROTO).parent}/{name}", scratch)
        made = (Path(scratch) / PROTO).parent
        return {
            f"{Path(PROTO).parent}/{path.name}": path.read_text(encoding="ascii") for path in sorted(made.iterdir())
        }


def _compile(root: Path, proto: str, scratch: str) -> None:
    # protoc is a library here, and writes errors to the process's own stderr.
    command = isolated("-m", "grpc_tools.protoc", f"-I{root}", f"--python_out={scratch}")
    done = subprocess.run(
        [*command, f"--pyi_out={scratch}", proto], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if "No module named" in done.stderr:
        raise GenerateError("there is no protoc here: pip install grpcio-tools==1.80.1, or run scripts/protogen")
    if done.returncode != 0:
        raise GenerateError(f"{proto}: protoc refuses it: {' '.join(done.stderr.split())}")
