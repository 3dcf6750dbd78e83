"""Dates and durations compare as the days and hours that they can mean."""

from __future__ import annotations

import pytest

from dragoman.merging.ranges import can_all_be_true, days_of, hours_of, is_day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-04-10", "2025-04-10", "2025-04-10"),
        ("2025-04-10T14:00", "2025-04-10", "2025-04-10"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-W15", "2025-04-07", "2025-04-13"),
        ("2018-04-04/2018-04-05", "2018-04-04", "2018-04-05"),
    ],
)
def test_date_means_these_days(value: str, first: str, last: str) -> None:
    days = days_of(value)
    assert days is not None
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-WXX-4", "2025-02-30", "PT5H", "", None, "2025-05-02/2025-05-01"])
def test_open_or_impossible_date_means_no_days(value: str | None) -> None:
    assert days_of(value) is None


def test_few_days_in_a_row_tell_the_day_and_a_week_does_not() -> None:
    assert is_day("2018-04-04/2018-04-05")
    assert not is_day("2025-W15")


def test_durations_that_can_all_be_true_agree() -> None:
    told = [hours_of("PT5H", "MORE_THAN"), hours_of("PT5H30M", None), hours_of("PT6H", "APPROX")]
    assert can_all_be_true([hours for hours in told if hours])


def test_durations_that_exclude_each_other_do_not_agree() -> None:
    told = [hours_of("PT6H", None), hours_of("PT4H", None)]
    assert not can_all_be_true([hours for hours in told if hours])
    bounded = [hours_of("PT5H", "MORE_THAN"), hours_of("PT4H", "LESS_THAN")]
    assert not can_all_be_true([hours for hours in bounded if hours])


def test_duration_without_a_number_means_no_hours() -> None:
    assert hours_of("PXM", None) is None
