# SPDX-License-Identifier: MIT
"""`grpc:HOST:PORT`: events to a collector."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from traceleft.collector.backlog import Backlog
from traceleft.collector.batcher import Batcher
from traceleft.collector.client import Client
from traceleft.collector.once import Once
from traceleft.collector.sender import Sender
from traceleft.collector.settings import Settings
from traceleft.collector.spool import Spool
from traceleft.outputs import Context, Output
from traceleft.printable import say

if TYPE_CHECKING:
    from traceleft._core import Batch


class CollectorOutput(Output):
    """Batches the events, and keeps each batch until it is acknowledged. A thread of its own sends.

    Raises UsageError, OSError, and RefusedError where the collector can never agree with us. One that can't be
    reached is waited for: it is said once on stderr.
    """

    def __init__(self, target: str, context: Context) -> None:
        settings = Settings.from_options(target, dict(context.options))
        client = Client(settings)
        from traceleft.proto.traceleft_pb2 import EventBatch

        origin = context.origin
        self.session = int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10)
        """Random; sorts by its time."""
        header = EventBatch(
            host=origin.host,
            boot_id=origin.boot_id,
            machine=origin.machine,
            kernel=origin.kernel,
            session=self.session,
        )
        complain = Once(lambda line: say(f"grpc:{line}"))
        self._batcher = Batcher(context.schema, header)
        self.backlog = Backlog(
            self._batcher,
            Spool(settings.spool, settings.spool_limit) if settings.spool is not None else None,
            context.live,
            lambda line: complain(f"{settings.address}: {line}"),
        )
        try:
            self._sender = Sender(settings, client, self.backlog, complain)
        except BaseException:
            self.backlog.close()
            raise

    def write(self, batch: Batch) -> None:
        pieces = list(self._batcher.encode(batch))
        self.backlog.take(pieces, (batch.realtime_offset, batch.utc_offset))

    def flush(self) -> None:
        self.backlog.flush()

    def close(self) -> None:
        self._sender.close()

    @property
    def dropped(self) -> int:
        return self.backlog.dropped

    def summary(self) -> str:
        backlog = self.backlog
        text = (
            f"{backlog.taken:,} events: {backlog.acknowledged:,} acknowledged, {backlog.spooled:,} spooled, "
            f"{backlog.dropped:,} dropped"
        )
        if backlog.recovered:
            text += f"; of {backlog.recovered:,} left by earlier traces {backlog.recovered_acknowledged:,} acknowledged"
        return text
