# SPDX-License-Identifier: MIT
"""The service of traceleft.proto, and the library that speaks for it."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

from traceleft.extras import needed

SERVICE = "traceleft.MetricCollector"
METHOD = f"/{SERVICE}/Collect"


def load_grpc() -> ModuleType:
    """The module grpc, which says nothing on stderr and does nothing at a fork.

    Without its handlers for forks gRPC may be in use while a command is forked: that executes its program at once.
    The library's variables are in the environment only while it is loaded: a traced command doesn't see them.
    Raises TraceleftError where grpcio is missing.
    """
    wanted = {"GRPC_ENABLE_FORK_SUPPORT": "0", "GRPC_VERBOSITY": "NONE", "GRPC_TRACE": ""}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update({name: value for name, value in wanted.items() if before[name] is None})
    try:
        with needed("grpc", "a collector"):
            importlib.import_module("google.protobuf")  # the messages need it
            grpc = importlib.import_module("grpc")
            grpc.insecure_channel("localhost:0").close()  # it reads its environment with the first
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
    return grpc
