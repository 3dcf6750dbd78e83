"""Dates, times and durations, as TIMEX3 values."""
