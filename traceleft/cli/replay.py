# SPDX-License-Identifier: MIT
"""`traceleft replay`."""

from __future__ import annotations

from typing import Any

import click

from traceleft import defaults
from traceleft.cli.output import (
    ChosenOutputs,
    all_closed,
    chosen_outputs,
    open_outputs,
    output_options,
    summarize_outputs,
)
from traceleft.printable import say


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--where", metavar="QUESTION", help="Only the calls for which this holds: 'ret < 0 and comm == \"nginx\"'."
)
@output_options
def replay(file: str, where: str | None, **options: Any) -> int:
    """Print the calls that are in a recording, or give them to any other output, as a live trace would have.

    It needs no root, and no kernel that can trace. Exits with 1 where the file ends too early: up to there it is shown.
    """
    return show(file, chosen_outputs(options), where)


def show(file: str, chosen: ChosenOutputs, where: str | None = None) -> int:
    """Gives a recording's events to outputs, and returns the exit status."""
    from traceleft.branch import shared_encoders
    from traceleft.cli.summary import summary_of
    from traceleft.outputs import Context
    from traceleft.recording import Recording

    with Recording(file) as recording:
        events = 0
        encoders = shared_encoders(chosen.encoders)
        batches = recording.batches(where, decoders=encoders)
        context = Context(recording.schema, recording.origin, live=False, options=chosen.options)
        outputs = open_outputs(chosen, context, lambda: recording.stats, defaults.BUFFER, encoders)
        try:
            for batch in batches:
                events += len(batch)
                outputs.write(batch)
                outputs.tick()
                if all_closed(outputs.branches):
                    break
        finally:
            outputs.close()
        if all_closed(outputs.branches):
            return 0
        if not recording.cut and not outputs.failed:
            say(summary_of(recording.stats))
        if recording.cut:
            say(f"{file}: {recording.cut}; {events} events before it")
        summarize_outputs(outputs.branches)
        return 1 if recording.cut or any(branch.error for branch in outputs.branches) else 0
