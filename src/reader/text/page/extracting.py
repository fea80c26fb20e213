"""What the extractor takes for a page's article, at a bounded cost."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import cut_short, tag_of, unwrap_all

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MANY: Final = 15_000
"""Of a page with more elements, the extractor gets no second opinion: the
libraries it asks compare every paragraph with every other. Articles have a
tenth as many."""

MOST: Final = 60_000
"""The extractor sees only so many elements of a page."""

CROWDED: Final = 500
"""Of a parent with more inline elements than this, the extractor sees their words alone: it
puts together all that follows in the parent for each of them."""

_INLINE: Final = frozenset(
    {
        "abbr",
        "b",
        "bdi",
        "cite",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)


def extracted(root: HtmlElement) -> str:
    """The text that trafilatura takes for the article; empty if it finds none.

    Args:
        root: The page; it is left as it is.
    """
    from trafilatura import bare_extraction

    # It tells its log of every page it finds hard; nobody here reads it.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = deepcopy(root)
    cut_short(page, MOST)
    unwrap_all(_crowded_in(page))
    found = bare_extraction(
        page,
        fast=next(islice(page.iter(), MANY, None), None) is not None,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    return "" if found is None else str(getattr(found, "text", None) or "")


def _crowded_in(page: HtmlElement) -> Iterator[HtmlElement]:
    """The inline elements that stand beside too many others."""
    for parent in list(page.iter()):
        if len(parent) > CROWDED:
            inline = [one for one in parent if tag_of(one) in _INLINE]
            if len(inline) > CROWDED:
                yield from (one for one in inline if one.find(".//a") is None)
