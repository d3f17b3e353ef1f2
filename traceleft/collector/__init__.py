# SPDX-License-Identifier: MIT
"""Both ends of the gRPC service MetricCollector.

A sender cuts events into batches (`batcher`), keeps each until it is acknowledged (`backlog`, with `spool` and
`segment`) and sends them from a thread of its own (`sender`), through `client`, as `settings` and `tls` say.
`diagnosis` says why a connection fails. `echoserver` is the other end, with its `totals` and its `journal`. Both know
the `service`.
"""
