"""How a reader's settings, and the terminal, want pages set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.domain.preferences import Bidi, Preferences, Spacing
from reader.ui.ordering import orders_text

if TYPE_CHECKING:
    from reader.text.typeset.lines import Manner

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
