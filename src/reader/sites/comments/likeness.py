"""Whether a text at a site is the one that was sent to it.

Sites show what they are given with other quotation marks and dashes, with
links and paragraphs made, and white space moved. Letters and digits stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_TIMES: Final = re.compile("(?<=[0-9])\N{MULTIPLICATION SIGN}(?=[0-9])")
ENOUGH: Final = 12
"""Letters below which a text may stand on a page by chance."""


def is_like(shown: str, sent: str) -> bool:
    """Whether what a site shows is what it was sent.

    Args:
        shown: The whole of a comment's text, without markup.
        sent: What was sent, with the markup it may hold.
    """
    ours = _essence(_TAG.sub("", sent))
    # Where a link leads is shown in angle brackets too.
    return (
        _essence(shown) in (ours, _essence(sent))
        or _essence(_TAG.sub("", shown)) == ours
    )


def is_within(page: str, sent: str, *, enough: int = ENOUGH) -> bool:
    """Whether a page holds what was sent, if that is long enough to tell.

    Args:
        page: A page's text, without markup.
        sent: What was sent, with the markup it may hold.
        enough: The letters it must have to tell anything.
    """
    ours = _essence(_TAG.sub("", sent))
    return len(ours) >= enough and ours in _essence(page)


def _essence(text: str) -> str:
    """A text's letters and digits; of a text without any, all that is not white space."""
    text = _TIMES.sub("x", unicodedata.normalize("NFKC", text)).casefold()
    letters = "".join(one for one in text if one.isalnum())
    return letters or "".join(text.split())
