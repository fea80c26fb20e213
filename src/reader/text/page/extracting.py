"""What the extractor takes for a page's article, at a bounded cost."""

from __future__ import annotations

import logging
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import cut_short

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MANY: Final = 15_000
"""Of a page with more elements, the extractor gets no second opinion: the
libraries it asks compare every paragraph with every other. Articles have a
tenth as many."""

MOST: Final = 60_000
"""The extractor sees only so many elements of a page."""


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
    found = bare_extraction(
        page,
        fast=next(islice(page.iter(), MANY, None), None) is not None,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    return "" if found is None else str(getattr(found, "text", None) or "")
