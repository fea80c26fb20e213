"""When memory is tidied up: while nobody is at the keys.

A collection of everything stops the program for some tens of milliseconds once a
long article is open, which is a frame or two that a key waits.
"""

from __future__ import annotations

import gc
from time import monotonic

EVERY = 5.0
"""Seconds between two looks whether there is anything to tidy up."""

_FULL = 1000, 10
"""Collections of what is young before one of everything: by itself (hardly ever),
and once nobody is at the keys."""

_AT_REST = 2.0
"""Seconds without a key or the mouse after which nobody is at them."""


def begin() -> None:
    """Have what was made until now live as long as the program, and collect what follows."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], _FULL[0])
    gc.enable()


def tidy_up(pressed: float) -> None:
    """Collect what nothing refers to any more, if it is time and nobody is at the keys.

    Args:
        pressed: When a key was last pressed, on the clock of `monotonic`.
    """
    due = gc.get_count()[2] >= _FULL[1]
    if due and monotonic() - pressed > _AT_REST:
        gc.collect()
