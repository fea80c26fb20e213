"""Newsboat's list of feeds, its file `urls`."""

from __future__ import annotations

import re
from typing import Final

from reader.domain.errors import CannotUnderstand
from reader.sites.listed import Gathering, Subscriptions

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
_WORD: Final = re.compile(
    # Either mark may stand in a bare word: the tag of Ada's feeds.
    r'"(?P<double>(?:[^"\\]|\\.)*+)"|'
    r"'(?P<single>[^']*+)'(?=\s|\Z)|"
    r'(?P<bare>[^\s"]\S*+)|'
    r'(?P<open>")|'
    r"\s++",
    re.DOTALL,
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_NO_ADDRESS: Final = re.compile(r"(exec|filter|query):")

_HIDDEN: Final = "!"
"""The tag of a feed that newsboat does not list by itself."""


def urls_in(text: str) -> Subscriptions:
    """Read newsboat's list: a feed a line, its address before its tags.

    A tag in front of which stands `~` is the feed's name. What newsboat would
    run (`exec:`, `filter:`) or search for (`query:`) is named, and left out.

    Raises:
        CannotUnderstand: No line of it is a feed.
    """
    found = Gathering()
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        if found.full:
            break
        where = f"Line {number}: "
        words = _words(line)
        if words is None:
            found.leave_out(f"{where}a quotation mark is not closed.")
        elif words:
            _take(found, words[0], words[1:], where)
    read = found.result()
    if not read.sources:
        raise CannotUnderstand(
            " ".join(("No subscription was found in this list.", *read.left_out[:3]))
        )
    return read


def _take(found: Gathering, address: str, tags: list[str], where: str) -> None:
    kind = _NO_ADDRESS.match(address)
    if kind:
        does = "is a search" if kind[1] == "query" else "runs a program"
        found.leave_out(f"{where}“{kind[1]}:” {does}, and is left out.")
        return
    found.take(
        address,
        name=next((tag[1:] for tag in tags if tag.startswith("~")), ""),
        tags=(tag for tag in tags if tag != _HIDDEN and not tag.startswith("~")),
        where=where,
    )


def _words(line: str) -> list[str] | None:
    """The words of a line up to a comment; None if a mark in it is not closed."""
    words: list[str] = []
    for word in _WORD.finditer(line):
        if word["open"]:
            return None
        if word["bare"] is not None:
            if word["bare"].startswith("#"):
                break
            words.append(word["bare"])
        elif word["double"] is not None:
            words.append(_ESCAPED.sub(r"\1", word["double"]))
        elif word["single"] is not None:
            words.append(word["single"])
    return words
