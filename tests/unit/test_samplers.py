# SPDX-License-Identifier: MIT
"""The names of timers and counters. None of it needs root."""

from __future__ import annotations

import pytest

from traceleft import _core, battery, samplers
from traceleft.errors import UsageError
from traceleft.operand import is_source


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("profile:99", "profile:99"),
        ("profile:10000", "profile:10000"),
        ("software:page-faults", "software:page-faults"),
        ("software:page-faults:1", "software:page-faults"),
        ("software:page-faults:100", "software:page-faults:100"),
        ("hardware:cycles:1000000", "hardware:cycles"),
    ],
)
def test_names(name: str, plain: str) -> None:
    assert is_source(name) and samplers.is_sampler(name)
    assert samplers.matching(name) == [plain]


@pytest.mark.parametrize("name", ["profile:", "profile:-1", "profile:10001", "software:page-faults:x", "hardware:x"])
def test_wrong_names(name: str) -> None:
    with pytest.raises(UsageError):
        samplers.matching(name)


def test_each_has_a_number_of_its_own_which_the_schema_takes() -> None:
    names = [*samplers.names(), "profile:1", "profile:10000", "software:page-faults:16777215"]
    assert len({samplers.entry(name)["nr"] for name in names}) == len(names)
    _core.EventSchema({"version": 2, "flags": {}, "structs": {}, "syscalls": {n: samplers.entry(n) for n in names}})
    assert set(samplers.matching("software:*")) < set(names)
    assert not set(names) & set(battery.syscalls())
