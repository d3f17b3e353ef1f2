# SPDX-License-Identifier: MIT
"""The distribution of a number, in buckets that the kernel has filled."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from traceleft.table import html_text

NEGATIVE = 2048
"""The bucket of all numbers below 0: MEASURE_NEGATIVE of <traceleft/event.h>."""
QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99}
"""Those that are shown, by their names."""
_PER_DOUBLING = 32
_BAR = 40
"""Characters of the longest bar."""


@dataclass(frozen=True)
class Bucket:
    """The numbers from `low` to `high`, both included."""

    low: int
    high: int
    count: int


def bounds(bucket: int) -> tuple[int, int]:
    """The smallest and the largest number of a bucket: see bucket_of() in <traceleft/measure.h>."""
    if bucket == NEGATIVE:
        return -(1 << 63), -1
    if bucket < _PER_DOUBLING:
        return bucket, bucket
    shift = bucket // _PER_DOUBLING - 1
    low = (_PER_DOUBLING + bucket % _PER_DOUBLING) << shift
    return low, low + (1 << shift) - 1


def bucket_of(number: int) -> int:
    """The bucket of a number: the other way round."""
    if number < 0:
        return NEGATIVE
    shift = max(0, number.bit_length() - _PER_DOUBLING.bit_length())
    return (shift * _PER_DOUBLING) + (number >> shift)


class Histogram:
    """How often a number fell into each bucket: 32 for each doubling, one for each number up to 63, and one for all
    below 0. Count, sum, smallest and largest are exact; of a difference of two the last two are known to a bucket.

    Args:
        counts: a bucket's number to its count.
        sum: of all numbers.
        extremes: the smallest and the largest number; None: as far as the buckets tell.
    """

    def __init__(self, counts: Mapping[int, int], sum: int = 0, extremes: tuple[int, int] | None = None) -> None:
        self._counts = {bucket: counts[bucket] for bucket in sorted(counts, key=bounds) if counts[bucket]}
        self.count = _total(self._counts.values())
        self.sum = sum
        self._extremes = extremes

    @property
    def min(self) -> int | None:
        """The smallest number; None where there is none."""
        if not self._counts:
            return None
        return self._extremes[0] if self._extremes else bounds(next(iter(self._counts)))[0]

    @property
    def max(self) -> int | None:
        """The largest."""
        if not self._counts:
            return None
        return self._extremes[1] if self._extremes else bounds(next(reversed(self._counts)))[1]

    @property
    def mean(self) -> float | None:
        """Exact, as the sum is."""
        return self.sum / self.count if self.count else None

    @property
    def buckets(self) -> list[Bucket]:
        """Those that are not empty, in the order of their numbers."""
        return [Bucket(*bounds(bucket), count) for bucket, count in self._counts.items()]

    def quantile(self, part: float) -> float | None:
        """The number that so large a part (0 to 1) of all is not above: 0.5 for the median. None where there is none.

        It differs from the exact one, which is one of the numbers, by 1/65 (1.6 %) of that at most, and is exact below
        64 and for 0 and 1. Of numbers below 0 only the smallest is known, which stands for them all.
        """
        if not 0 <= part <= 1:
            raise ValueError(f"a quantile is between 0 and 1, not {part}")
        smallest, largest = self.min, self.max
        if smallest is None or largest is None:
            return None
        rank = math.ceil(part * self.count)
        if rank <= 1:
            return smallest
        if rank >= self.count:
            return largest
        reached = zip(self._counts, itertools.accumulate(self._counts.values()))
        bucket = next(bucket for bucket, count in reached if count >= rank)
        return max(smallest, min(largest, _middle(bucket, smallest)))

    def __add__(self, other: Histogram) -> Histogram:
        if not isinstance(other, Histogram):
            return NotImplemented
        halves = [each for each in (self, other) if each.count]
        extremes = None
        if all(each._extremes for each in halves) and halves:
            lows, highs = zip(*(each._extremes for each in halves if each._extremes))
            extremes = (min(lows), max(highs))
        return Histogram(Counter(self._counts) + Counter(other._counts), self.sum + other.sum, extremes)

    def __sub__(self, earlier: Histogram) -> Histogram:
        """What came since an earlier state of the same one."""
        if not isinstance(earlier, Histogram):
            return NotImplemented
        return Histogram(Counter(self._counts) - Counter(earlier._counts), self.sum - earlier.sum)

    def __bool__(self) -> bool:
        return self.count > 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Histogram):
            return NotImplemented
        return (self._counts, self.sum) == (other._counts, other.sum)

    __hash__ = None  # type: ignore[assignment]

    def summary(self) -> dict[str, object]:
        """All of it, for JSON: a bucket is a list of its smallest and its largest number and its count."""
        return {
            "count": self.count,
            "sum": self.sum,
            "min": self.min,
            "max": self.max,
            "mean": self.mean,
            **{name: self.quantile(part) for name, part in QUANTILES.items()},
            "buckets": [[each.low, each.high, each.count] for each in self.buckets],
        }

    def headline(self, shown: Callable[[float], str] = "{:.6g}".format) -> str:
        """Count, mean, quantiles and extremes, in a line. `shown` writes a number."""
        if self.min is None or self.max is None or self.mean is None:
            return "no numbers"
        numbers = {"mean": self.mean, **{name: self.quantile(part) or 0 for name, part in QUANTILES.items()}}
        extremes = {"min": self.min, "max": self.max}
        return f"{self.count} numbers, " + ", ".join(
            f"{name} {shown(number)}" for name, number in {**numbers, **extremes}.items()
        )

    def doublings(self) -> list[Bucket]:
        """Coarse buckets without a gap, of which each ends at twice its beginning, as BCC and bpftrace show them."""
        coarse: Counter[tuple[int, int]] = Counter()
        for each in self.buckets:
            coarse[_doubling(each.low)] += each.count
        if not coarse:
            return []
        at, last = min(coarse), max(coarse)
        ranges = [at]
        while at != last:
            at = _doubling(at[1] + 1)
            ranges.append(at)
        return [Bucket(low, high, coarse[low, high]) for low, high in ranges]

    def text(self, shown: Callable[[float], str] = str) -> str:
        """A line with a bar for each doubling. `shown` writes a number."""
        rows = self.doublings()
        ranges = [_range(row, shown) for row in rows]
        most = max((row.count for row in rows), default=0)
        width = max((len(each) for each in ranges), default=0)
        digits = len(str(most))
        return "".join(
            f"{each:<{width}} {row.count:>{digits}} |{'#' * math.ceil(row.count * _BAR / most):<{_BAR}}|\n"
            for each, row in zip(ranges, rows)
        )

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        if not self.count:
            return "<Histogram: empty>"
        return f"<Histogram: {self.count} numbers, {self.min} to {self.max}, mean {self.mean:.6g}>"

    def _repr_html_(self) -> str:
        return f"<p>{html_text(repr(self))}</p><pre>{html_text(self)}</pre>"


def _total(counts: Iterable[int]) -> int:
    return sum(counts)


def _middle(bucket: int, smallest: int) -> float:
    """The number that is as far from the smallest as from the largest of a bucket, in parts of each."""
    if bucket == NEGATIVE:
        return smallest
    low, high = bounds(bucket)
    return low if low == high else 2 * low * high / (low + high)


def _doubling(number: int) -> tuple[int, int]:
    if number < 0:
        return -(1 << 63), -1
    if number < 2:
        return number, number
    low = 1 << (number.bit_length() - 1)
    return low, 2 * low - 1


def _range(row: Bucket, shown: Callable[[float], str]) -> str:
    if row.low < 0:
        return "below 0"
    return shown(row.low) if row.low == row.high else f"{shown(row.low)} to {shown(row.high)}"


def time_text(ns: float) -> str:
    """A duration for people: 730ns, 1.02us, 20.5ms, 3s."""
    for size, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "us")):
        if ns >= size:
            return f"{ns / size:.4g}{unit}"
    return f"{ns:.4g}ns"
