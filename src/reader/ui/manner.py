"""How a reader's settings, and the terminal, want pages set."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.domain.preferences import Bidi, Preferences, Spacing

if TYPE_CHECKING:
    from reader.text.typeset.lines import Manner

_VTE_THAT_ORDERS = 5800
"""The first release of VTE (GNOME Terminal and its like) that puts text in order, as it tells it."""

LEAVE_THE_ORDER, TAKE_THE_ORDER = "\x1b[8l", "\x1b[8h"
"""Tells a terminal (ECMA-48, BDSM) that the order is ours, and that it is its own again."""


SHOW_THE_CURSOR = "\x1b[?25h"
"""The framework hides it; who hears the screen follows it."""


def manner_of(preferences: Preferences) -> Manner:
    """The manner that the settings ask for, on this terminal."""
    from reader.text.typeset.lines import Manner

    return Manner(
        open=preferences.spacing is Spacing.OPEN,
        ordered=is_ordered_here(preferences),
        plain=preferences.plain,
    )


def is_ordered_here(preferences: Preferences) -> bool:
    """Whether the reader puts right-to-left text in order, rather than the terminal."""
    if preferences.plain:
        # What is heard is told in the order it is written in.
        return False
    if preferences.bidi is Bidi.AUTO:
        return not orders_text(os.environ)
    return preferences.bidi is Bidi.READER


def orders_text(environment: Mapping[str, str]) -> bool:
    """Whether a terminal is known to put right-to-left text in order by itself.

    Args:
        environment: What the terminal says of itself. Over ssh most of it is not
            heard, and the answer is no.
    """
    vte = environment.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _VTE_THAT_ORDERS)
        or "KONSOLE_VERSION" in environment
        or "MLTERM" in environment
        or environment.get("TERM_PROGRAM") in {"Apple_Terminal", "mintty"}
    )
