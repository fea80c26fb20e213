"""Places of a page that belong to other articles, to comments or to its margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.markup.tree import hint_of, tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ELSEWHERE = re.compile(
    r"\b(?:comments?|comment-\w+|respond|(?:[\w-]*-)?related[\w-]*|prev(?:ious)?-post|next-post|nav-(?:previous|next|links)|prev-next[\w-]*|post-nav[\w-]*|sidebar|widget|recommend\w*|teasers?|popular|latest|recent|archives?|calendar|events?|ticker|most-read)\b"
)


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether a place belongs to comments, other articles or the page's margin."""
    for around in islice(_with_ancestors(element), 6):
        tag = tag_of(around)
        if tag in ("body", "html", "article", "main"):
            return False
        if tag in ("aside", "nav") or _ELSEWHERE.search(hint_of(around)):
            return True
        if (
            tag == "footer"
            and next(around.iterancestors("article", "main"), None) is None
        ):
            return True
    return False


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
