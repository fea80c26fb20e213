"""Arabic and Hebrew in the order they stand in on the screen, and whose task that is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reader.text.typeset.bidi import has_leftward

LEAVE_THE_ORDER, TAKE_THE_ORDER = "\x1b[8l", "\x1b[8h"
"""Tells a terminal (ECMA-48, BDSM) that the order is ours, and that it is its own again."""

ORDERED_BY: Final = (*("VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM"),)
"""Where a terminal says in the environment which one it is."""

_VTE_THAT_ORDERS: Final = 5800
"""The first release of VTE (GNOME Terminal and its like) that puts text in order, as it tells it."""


def orders_text(environment: Mapping[str, str]) -> bool:
    """Whether a terminal is known to put right-to-left text in order by itself.

    Args:
        environment: What the terminal says of itself. Over ssh most of it is not
            heard, and the answer is no.
    """
    vte, konsole, mlterm, program = (environment.get(name) for name in ORDERED_BY)
    return (
        (vte is not None and vte.isdecimal() and int(vte) >= _VTE_THAT_ORDERS)
        or konsole is not None
        or mlterm is not None
        or program in {"Apple_Terminal", "mintty"}
    )


def as_it_stands(text: str) -> str:
    """A text as it stands from the left: Arabic and Hebrew in it are turned round."""
    return _in_order(text) if has_leftward(text) else text


# The same titles are painted again and again.
@lru_cache(maxsize=2000)
def _in_order(text: str) -> str:
    from reader.text.typeset.ordering import in_order

    return in_order(text)
