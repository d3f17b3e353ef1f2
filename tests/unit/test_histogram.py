# SPDX-License-Identifier: MIT
"""Histogram: its buckets as the kernel makes them, and how far its quantiles are from the exact ones."""

from __future__ import annotations

import math
import random
from collections import Counter

import pytest

from traceleft.histogram import NEGATIVE, Bucket, Histogram, bounds, bucket_of, time_text


def kernels_bucket_of(number: int) -> int:
    """<traceleft/measure.h>'s, in the words of its comment."""
    if number < 0:
        return NEGATIVE
    if number < 32:
        return number
    exponent = number.bit_length() - 1
    return (exponent - 4) * 32 + (number >> (exponent - 5)) % 32


def histogram(numbers: list[int]) -> Histogram:
    extremes = (min(numbers), max(numbers)) if numbers else None
    return Histogram(Counter(map(bucket_of, numbers)), sum(numbers), extremes)


EDGES = sorted({n + d for n in (*range(80), *(1 << shift for shift in range(4, 63))) for d in (-1, 0, 1) if n + d >= 0})


@pytest.mark.parametrize("number", [*EDGES, 2**63 - 1, 1234567, 10**18])
def test_a_bucket_has_the_numbers_that_fall_into_it(number: int):
    assert bucket_of(number) == kernels_bucket_of(number)
    low, high = bounds(bucket_of(number))
    assert low <= number <= high
    assert bucket_of(low) == bucket_of(high) == bucket_of(number)
    assert bucket_of(high + 1) != bucket_of(number)
    assert (high - low) * 32 <= low


def test_one_bucket_is_for_all_below_0():
    assert bounds(bucket_of(-1)) == (-(2**63), -1)


DISTRIBUTIONS = {
    "small": lambda r: r.randrange(40),
    "uniform": lambda r: r.randrange(10**6),
    "lognormal": lambda r: int(r.lognormvariate(8, 2)),
    "two peaks": lambda r: r.choice((300, 2_000_000)) + r.randrange(100),
    "edges": lambda r: (1 << r.randrange(4, 40)) + r.choice((-1, 0, 1)),
    "large": lambda r: r.randrange(2**62, 2**63),
}


@pytest.mark.parametrize("name", DISTRIBUTIONS)
@pytest.mark.parametrize("count", [1, 2, 3, 10, 1000])
def test_quantiles_are_within_1_6_percent(name: str, count: int):
    rand = random.Random(f"{name} {count}")
    for _ in range(20):
        numbers = sorted(DISTRIBUTIONS[name](rand) for _ in range(count))
        made = histogram(numbers)
        for part in (0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1):
            exact = numbers[max(1, math.ceil(part * count)) - 1]
            found = made.quantile(part)
            assert found is not None
            assert abs(found - exact) * 65 <= exact * 1.0000001, (part, exact, found)
            if exact < 64 or part in (0, 1):
                assert found == exact


def test_what_is_exact():
    numbers = [5, 1000, 17, 17, -3, 10**12]
    made = histogram(numbers)
    assert (made.count, made.sum, made.min, made.max, made.mean) == (6, sum(numbers), -3, 10**12, sum(numbers) / 6)
    assert made.quantile(0) == -3
    assert made.buckets[0] == Bucket(-(2**63), -1, 1)
    assert sum(bucket.count for bucket in made.buckets) == 6


def test_an_empty_one():
    made = histogram([])
    assert (made.count, made.min, made.max, made.mean, made.quantile(0.5), made.buckets) == (
        0,
        None,
        None,
        None,
        None,
        [],
    )
    assert (str(made), repr(made)) == ("", "<Histogram: empty>")


@pytest.mark.parametrize("part", [-0.1, 1.1, math.nan])
def test_a_quantile_that_can_not_be(part: float):
    with pytest.raises(ValueError, match="between 0 and 1"):
        histogram([1]).quantile(part)


def test_sums_and_differences():
    first, both = histogram([1, 50, 900]), histogram([1, 50, 900, 7, 7])
    assert both - first == histogram([7, 7])
    assert ((both - first).min, (both - first).max) == (7, 7)
    assert first + histogram([7, 7]) == both
    assert ((first + histogram([7, 7])).min, (first + histogram([])).max) == (1, 900)


def test_its_text_has_a_line_for_each_doubling_without_gaps():
    lines = str(histogram([1, 4, 5, 40, 40, 40, 40])).splitlines()
    assert [line.split("|")[0].split() for line in lines] == [
        ["1", "1"],
        ["2", "to", "3", "0"],
        ["4", "to", "7", "2"],
        ["8", "to", "15", "0"],
        ["16", "to", "31", "0"],
        ["32", "to", "63", "4"],
    ]
    assert [line.count("#") for line in lines] == [10, 0, 20, 0, 0, 40]
    assert len({len(line) for line in lines}) == 1


def test_numbers_below_0_have_a_line():
    assert str(histogram([-5, 0])).splitlines()[0].startswith("below 0")
    assert len(str(histogram([-5, 4])).splitlines()) == 5  # 0, 1, 2 to 3, 4 to 7


@pytest.mark.parametrize(
    ("ns", "text"), [(0, "0ns"), (999, "999ns"), (1024, "1.024us"), (20.5e6, "20.5ms"), (3e9, "3s")]
)
def test_times(ns: float, text: str):
    assert time_text(ns) == text
