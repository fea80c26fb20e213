"""Text cut and padded to a number of terminal cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from rich.cells import cell_len, set_cell_size

from reader.domain.dates import Dates, Published
from reader.text.sanitize import for_terminal

S = TypeVar("S")

ELLIPSIS = "…"

A_MINUTE = 220
"""Words that most people read in a minute."""

_SOFT_HYPHEN = "\u00ad"

_UNITS = (
    (timedelta(days=365), "y"),
    (timedelta(days=30), "mo"),
    (timedelta(days=7), "w"),
    (timedelta(days=1), "d"),
    (timedelta(hours=1), "h"),
    (timedelta(minutes=1), "m"),
)


def plain(text: str) -> str:
    """Make a text fit to be measured and painted on one line."""
    return for_terminal(text).replace(_SOFT_HYPHEN, "")


def cut(text: str, width: int) -> str:
    """Shorten a text to at most `width` cells, an ellipsis standing for the rest.

    A wide character that would be halved goes as a whole.
    """
    text = plain(text[: 4 * width + 16])
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def fit(text: str, width: int) -> str:
    """Cut or pad a text to exactly `width` cells."""
    return set_cell_size(cut(text, width), width) if width > 0 else ""


def fit_right(text: str, width: int) -> str:
    """Cut a text to `width` cells, or pad it on its left."""
    text = cut(text, width)
    return " " * (width - cell_len(text)) + text


def stretches(
    pieces: Iterable[tuple[str, S]], width: int, rest: S
) -> list[tuple[str, S]]:
    """Put a line together.

    Painting costs by the stretch, so that neighbours of one style are one.

    Args:
        pieces: What stands on it, each with its style.
        width: How many cells it has.
        rest: The style of what is left over.

    Returns:
        Text and styles of exactly `width` cells.
    """
    line = []
    for style, same in groupby(pieces, key=itemgetter(1)):
        text = "".join(text for text, _ in same)
        if (cells := cell_len(text)) > width:
            text, cells = set_cell_size(text, width), width
        if text:
            line.append((text, style))
            width -= cells
    if width:
        line.append((" " * width, rest))
    return line


def reading_time(words: int | None) -> str:
    """How long an article takes to read, in at most four cells, or nothing if it is not known.

    Returns:
        Minutes, `7′`, or hours, `2h′`.
    """
    if not words:
        return ""
    minutes = max(round(words / A_MINUTE), 1)
    return f"{minutes}′" if minutes < 100 else f"{min(minutes // 60, 99)}h′"


def age(published: Published | None, now: datetime) -> str:
    """How long ago something was published, in at most five cells.

    Args:
        published: A day or a moment, or None if it is not known.
        now: The present moment, aware.

    Returns:
        `now`, `5m`, `3h`, `2d`, `6w`, `4mo`, `2y`, or nothing if it is not known.
        What has a day and no hour is `today` until the day is over; what is
        dated ahead of `now` is as new as can be.
    """
    if published is None:
        return ""
    if published.has_time:
        passed, youngest = now - published.moment, "now"
    else:
        passed, youngest = now.astimezone().date() - published.day, "today"
    for unit, letter in _UNITS:
        if passed >= unit:
            return f"{passed // unit}{letter}"
    return youngest


WHEN_WIDTH = {Dates.RELATIVE: 5, Dates.ABSOLUTE: 10}
"""Cells that `when` takes at most."""


def when(published: Published | None, now: datetime, dates: Dates) -> str:
    """When something was published, as the reader wants it said.

    Args:
        published: A day or a moment, or None if it is not known.
        now: The present moment, aware.
        dates: By its age, or by the day it was here.

    Returns:
        At most `WHEN_WIDTH` cells; nothing if it is not known.
    """
    if published is None or dates is Dates.RELATIVE:
        return age(published, now)
    if published.has_time:
        return published.moment.astimezone().date().isoformat()
    return published.day.isoformat()
