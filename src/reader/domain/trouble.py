"""What kind of trouble a source gives, and what a person can do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Trouble(StrEnum):
    """A kind of trouble, by what would mend it."""

    OFFLINE = "offline"
    """Our own network is missing."""

    AWAY = "away"
    """Nobody answers, or not to the end."""

    DISTRUSTED = "distrusted"
    """Its certificate is not trusted."""

    LOCKED = "locked"
    """It wants a name and a password."""

    FORBIDDEN = "forbidden"
    """It does not let us in."""

    MISSING = "missing"
    """There is nothing at its address."""

    GONE = "gone"
    """It says that it is gone for good."""

    BUSY = "busy"
    """It asks to be left alone for a while."""

    BROKEN = "broken"
    """It has trouble of its own."""

    UNREADABLE = "unreadable"
    """What it answers is no feed."""


_REMEDIES: Final = {
    Trouble.OFFLINE: "Nothing has to be done but to be online again.",
    Trouble.AWAY: "If it does not come back, its site may tell why in a browser.",
    Trouble.DISTRUSTED: "Its keeper has to mend that, unless somebody is between you.",
    Trouble.LOCKED: (
        'Say in config.toml, under [sources."{host}"], your username and where'
        " your password is kept; `reader config path` says where that file is."
    ),
    Trouble.FORBIDDEN: (
        "Its site may tell why in a browser. If it lets browsers in and programs"
        ' not, another user_agent under [sources."{host}"] in config.toml may help.'
    ),
    Trouble.MISSING: (
        "It has probably moved: + and the site’s address finds its feed again."
    ),
    Trouble.GONE: (
        "It is asked no more. r asks once again; `reader remove` takes it out."
    ),
    Trouble.BUSY: "Nothing has to be done: it is left alone for as long as it asks.",
    Trouble.BROKEN: "Nothing has to be done: it is tried again, if less often.",
    Trouble.UNREADABLE: (
        "Where a network wants a sign-in, sign in and press r. Otherwise + and the"
        " site’s address finds its feed again."
    ),
}


def remedy(trouble: Trouble, host: str) -> str:
    """What a person can do, in a sentence or two.

    Args:
        trouble: What there is.
        host: Where.
    """
    return _REMEDIES[trouble].format(host=host)
