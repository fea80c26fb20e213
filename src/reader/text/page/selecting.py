"""What a reader says of a site's pages: CSS selectors in place of a guess."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def is_selector(selector: str) -> bool:
    """Whether a text is a CSS selector."""
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector

    try:
        CSSSelector(selector, translator="html")
    except SelectorError:
        return False
    return True


def selected(root: HtmlElement, selectors: Iterable[str]) -> list[HtmlElement]:
    """The elements that any of some selectors finds, in order.

    One that stands in another is left out: it comes with it.

    Args:
        root: The page.
        selectors: CSS selectors; one that is none finds nothing.
    """
    found: set[HtmlElement] = set()
    for selector in selectors:
        if is_selector(selector):
            found.update(root.cssselect(selector))
    return [
        element
        for element in (root.iter() if found else ())
        if element in found and found.isdisjoint(element.iterancestors())
    ]
