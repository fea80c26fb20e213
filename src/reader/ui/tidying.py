"""When memory is tidied up: what was just used at once, the rest while nobody is at the keys.

A collection of everything stops the program for some tens of milliseconds once a
long article is open, which is a frame or two that a key waits. To put it off is no
answer: each line that is drawn refers to itself, and a page of them is garbage with
each page, a hundred megabytes in an hour. So collections are
frequent, and what would make them long is set aside, to be looked at again once
nobody waits for anything.

How much there is, is told by the blocks of memory in use, and never by a list of all
objects: with it, one refers for a moment to what another thread is making, and a
tuple that is half made bears no reference from elsewhere (`SystemError`).
"""

from __future__ import annotations

import gc
import sys
from time import monotonic
from typing import Final

from textual.strip import Strip

EVERY = 5.0
"""Seconds between two looks whether there is anything to tidy up."""

_YOUNG: Final = 2
"""Collections of what is young before one of all that is not set aside."""

_MANY: Final = 30_000
"""Blocks of memory that a collection may leave to the next, one or two an object: it
takes some milliseconds for them."""

MUCH: Final = 60_000
"""Blocks more than after the last look at everything, after which the next is due."""

TOO_MUCH: Final = 5 * MUCH
"""So many more that it is due whoever is at the keys."""

_AT_REST: Final = 2.0
"""Seconds without a key or the mouse after which nobody is at them."""

_MOST_PAINTS: Final = 2_048
"""How many ways to paint text the framework may remember. Where it stands is a part of
each, so that few are of use again; it would remember 16 thousand, which is 10 MB."""


def begin() -> None:
    """Have what was made until now live as long as the program, and collect what follows."""
    _ASIDE.set_all_aside()
    gc.set_threshold(*gc.get_threshold()[:2], _YOUNG)
    if _ASIDE.set_many_aside not in gc.callbacks:
        gc.callbacks.append(_ASIDE.set_many_aside)
    gc.enable()


def collect_all() -> None:
    """Collect everything, and set the rest aside; it takes some tens of milliseconds."""
    gc.unfreeze()
    gc.collect()
    _ASIDE.set_all_aside()


class Tidying:
    """Lets go of what is of no use any more."""

    def __init__(self) -> None:
        self._seen = sys.getallocatedblocks()

    def tidy_up(self, pressed: float) -> None:
        """Tidy up a little; thoroughly if it is time, and nobody is at the keys.

        Args:
            pressed: When a key was last pressed, on the clock of `monotonic`.
        """
        paints = Strip.render_ansi
        if paints.cache_info().currsize > _MOST_PAINTS:
            paints.cache_clear()
        more = sys.getallocatedblocks() - self._seen
        at_rest = monotonic() - pressed > _AT_REST
        if more > (MUCH if at_rest else TOO_MUCH):
            collect_all()
            self._seen = sys.getallocatedblocks()


class _Aside:
    """Sets aside what a collection has left, if that is much."""

    def __init__(self) -> None:
        self._blocks = 0

    def set_all_aside(self) -> None:
        """Look no more at what there is now."""
        gc.freeze()
        self._blocks = sys.getallocatedblocks()

    def set_many_aside(self, phase: str, info: dict[str, int]) -> None:
        """Called by the collector: look no more at what it has left, if that is much."""
        if phase == "stop" and info["generation"] == 2:
            more = sys.getallocatedblocks() - self._blocks
            if more > _MANY:
                self.set_all_aside()


_ASIDE: Final = _Aside()
"""What is set aside is so for the whole process, as the collector is."""
