# SPDX-License-Identifier: MIT
"""Measures as mappings and as tables: rows that the kernel might have, and no kernel."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.fixed_measure import fixed, row
from traceleft.errors import UsageError
from traceleft.histogram import NEGATIVE
from traceleft.measure import Aggregate, Count, Histograms, Totals
from traceleft.meter import Meter

HOSTILE = "\x1b[2J<b>\n\udcff"


def test_a_name_makes_the_key_a_value_and_a_list_a_tuple():
    rows = (row("cat", calls=3), row(None, calls=1))
    assert dict(Count(fixed(*rows), "comm")) == {"cat": 3, None: 1}
    assert dict(Count(fixed(*rows), ["comm"])) == {("cat",): 3, (None,): 1}
    assert dict(Count(fixed(row(calls=4)), ())) == {(): 4}


def test_a_count_is_a_mapping():
    count = Count(fixed(row("cat", "ENOENT", calls=3), row("dog", None, calls=9)), ["comm", "error"])
    assert count["cat", "ENOENT"] == 3
    assert ("dog", None) in count
    assert ("dog", "ENOENT") not in count
    assert (len(count), count.total) == (2, 12)
    assert count.snapshot().most_common(1) == [(("dog", None), 9)]
    assert count.snapshot() - Counter({("dog", None): 4}) == {("cat", "ENOENT"): 3, ("dog", None): 5}


def test_what_came_since_it_was_last_looked_at():
    """Of calls that add up to nothing, too."""
    source = fixed(row("cat", calls=3, sum=0), row("dog", calls=1, sum=5))
    total = Aggregate(source, "comm", "sum")
    assert total.totals_since_last() == {"cat": Totals(3, 0), "dog": Totals(1, 5)}
    source.reading = fixed(row("cat", calls=4, sum=-2, min=-2), row("dog", calls=1, sum=5), row("cow", calls=2)).reading
    assert total.totals_since_last() == {"cat": Totals(1, -2), "cow": Totals(2, 0)}
    source.reading = fixed(row("cat", calls=5, sum=-2, min=-2)).reading
    assert total.since_last() == {"cat": 0} and not total.since_last()


def test_keys_that_read_the_same_are_added_up():
    """An error of 0 and a call without a result both have no error."""
    assert dict(Count(fixed(row(None, calls=3), row(None, calls=4)), "error")) == {None: 7}


def test_it_stays_as_it_was_when_it_is_stopped():
    source = fixed(row("cat", calls=3))
    with Count(source, "comm") as count:
        pass
    source.reading = fixed().reading
    assert count.stopped
    assert dict(count) == {"cat": 3}


def test_a_table_is_aligned_and_safe():
    count = Count(fixed(row(HOSTILE, 7, calls=3), row("dog", None, calls=1000)), ["comm", "fd"])
    assert str(count).splitlines() == [
        "calls  comm                fd",
        " 1000  dog                 -",
        "    3  \\x1b[2J<b>\\x0a\\xff  7",
    ]
    assert count.text(top=1).splitlines()[-1] == "and 1 more"
    html = count._repr_html_()
    assert "<td>\\x1b[2J&lt;b&gt;\\x0a\\xff</td>" in html
    assert "<b>" not in html


def test_histograms():
    made = Histograms(
        fixed(
            row("cat", bucket=3, calls=2, sum=6, min=3, max=3),
            row("cat", bucket=16, calls=1, sum=16, min=16, max=16),
            row(HOSTILE, bucket=NEGATIVE, calls=1, sum=-9, min=-9, max=-9),
        ),
        "comm",
        "ret",
    )
    assert (made["cat"].count, made["cat"].sum, made["cat"].max) == (3, 22, 16)
    assert (made[HOSTILE].sum, made[HOSTILE].min) == (-9, -9)
    assert (made.total.count, made.total.sum, made.total.min) == (4, 13, -9)
    text = str(made)
    assert text.startswith(
        "comm = cat, ret: 3 numbers, mean 7.33333, p50 3, p90 16, p99 16, min 3, max 16\n2 to 3   2 |"
    )
    assert "comm = \\x1b[2J<b>\\x0a\\xff, ret: 1 numbers" in text
    assert "<b>" not in made._repr_html_()


@pytest.mark.parametrize(
    ("function", "values"), [("sum", [-4, 9]), ("min", [-9, 4]), ("max", [5, 5]), ("avg", [-2, 4.5])]
)
def test_aggregates(function: str, values: list[float]):
    rows = (row("cat", calls=2, sum=-4, min=-9, max=5), row("dog", calls=2, sum=9, min=4, max=5))
    made = Aggregate(fixed(*rows), "comm", function)
    assert dict(made) == dict(zip(["cat", "dog"], values))
    assert sorted(str(made).splitlines()[0].split()) == sorted([function, "comm"])


def test_a_sum_without_a_sign_is_large():
    assert dict(Aggregate(fixed(row(calls=1, sum=2**63, min=0, max=0)), (), "sum")) == {(): 2**63}


@pytest.mark.parametrize("max_keys", [0, -1, 1 << 32, 1.5, None])
def test_a_table_of_no_size_is_refused(max_keys: object):
    with pytest.raises(UsageError, match="max_keys is a number of keys"):
        Meter().count("close", max_keys=max_keys)


def test_columns():
    pa = pytest.importorskip("pyarrow")
    count = Count(fixed(row("O_RDONLY", None, calls=3), row(7, 2, calls=5)), ["flags", "fd"])
    table = count.to_arrow()
    assert table.to_pylist() == [{"flags": "7", "fd": 2, "calls": 5}, {"flags": "O_RDONLY", "fd": None, "calls": 3}]
    assert table.schema.field("fd").type == pa.int64()
    pytest.importorskip("pandas")
    assert list(count.to_pandas()["calls"]) == [5, 3]
