# SPDX-License-Identifier: MIT
"""Random questions about random events, answered by the core and by plain Python."""

from __future__ import annotations

import os
import random

from tests.support import plain_answers
from tests.support.raw_events import spec_of
from traceleft import _core

ANSWERS = int(os.environ.get("TRACELEFT_ANSWERS", "40000"))
EVENTS = 100


def test_answers_are_those_of_plain_python() -> None:
    schema = _core.EventSchema(spec_of(plain_answers.ARGUMENTS))
    of = random.Random(17)
    yes = 0
    for _ in range(ANSWERS // EVENTS):
        events = [plain_answers.event(of) for _ in range(EVENTS)]
        batch = _core.Batch([event.raw for event in events], schema)
        question = plain_answers.question(of)
        expected = [event.raw for event in events if question.answer(event)]
        assert [event.raw for event in _core.filter(batch, _core.Question(question.text))] == expected, question.text
        yes += len(expected)
    assert ANSWERS / 10 < yes < ANSWERS * 9 / 10
