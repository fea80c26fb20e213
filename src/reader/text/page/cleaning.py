"""What stands on a page and is no part of any article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.links import absolute
from reader.text.markup.tree import drop_all, hint_of, tag_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_NAMES = (
    "script style template object embed applet canvas svg math select option textarea"
    " button input datalist audio video map frame frameset dialog link meta base form"
    " nav noscript iframe"
)
_NEVER = frozenset(_NEVER_NAMES.split())
"""Elements that hold no text of an article; a picture in a `noscript` is taken out before."""

_KEPT_ATTRIBUTES = {
    "a": ("href", "rel", "id"),
    "img": ("src", "alt", "width", "height", "class"),
    "ol": ("start", "reversed", "type"),
    "li": ("value", "id"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
    "time": ("datetime",),
    "blockquote": ("cite",),
}
_CLASSES_THAT_MEAN = re.compile(
    r"(?:^|\s)(?:language-\S+|lang-\S+|highlight-source-\S+|brush:\s*\S+|sourceCode \S+|\S*caption\S*|emoji|wp-smiley|code|footnotes?)(?=\s|$)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BESIDE = re.compile(
    r"""\s[\w-]*?(?:
        newsletter | mailchimp | mc4wp | author[-_]?(?:bio|box|info|description|card) | about[-_]?(?:the[-_]?)?author
      | sharedaddy | (?:social|share|sharing)[-_]?(?:share|buttons|icons|links|bar|this) | addtoany | addthis
      | relatedposts | related[-_](?:posts|articles|stories|content) | yarpp | crp_related | outbrain | taboola
      | page-links | post-page-numbers | link-pages | post-views | donate | donation | spendenbox
      | cookie[-_]?(?:law|notice|banner|bar|consent|info) | gdpr
    )[\w-]*\s""",
    re.VERBOSE,
)
"""Names that plugins give to what they put beside an article."""

_SMALL = 0.3
"""What stands beside an article has at most so great a share of its page's text."""

_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-hi-res-src",
)
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset")


def strip_page(root: HtmlElement) -> None:
    """Take out of a page whatever is never read: scripts, forms, navigation, what is hidden."""
    for holder in list(root.iter("noscript")):
        if next(holder.iter("img"), None) is not None and not text_of(holder):
            # Taken apart one by one, many beside each other take quadratic time.
            holder.tag = "span"
    unread = []
    enough = _SMALL * len(text_of(root))
    for element in root.iter():
        if _BESIDE.search(hint_of(element)):
            if len(text_of(element)) < enough:
                unread.append(element)
        elif tag_of(element) in _NEVER or _is_hidden(element):
            if tag_of(element) == "form" and len(text_of(element)) > 3000:
                # Some pages are one form from top to bottom.
                element.tag = "div"
            else:
                unread.append(element)
    drop_all(unread)


def tidy_fragment(root: HtmlElement, base: str | None) -> None:
    """Make a fragment safe to keep: absolute addresses, few attributes, nothing that acts."""
    unsafe = []
    for element in root.iter():
        tag = tag_of(element)
        if tag in _NEVER or (tag == "img" and not _settle_picture(element, base)):
            unsafe.append(element)
        elif tag == "a":
            _settle_link(element, base)
    drop_all(unsafe)
    for element in root.iter():
        _settle_attributes(element)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return tag_of(element) not in ("html", "body", "a", "img")
    return _HIDDEN_STYLE.search(element.get("style") or "") is not None


def _settle_picture(picture: HtmlElement, base: str | None) -> bool:
    """Give a picture the address it would load.

    Returns:
        Whether it has one, and is more than a dot that counts who looks.
    """
    sources = [picture.get(name) for name in _LAZY] + [picture.get("src")]
    for name in _LAZY_SETS:
        candidates = (picture.get(name) or "").split(", ")
        sources.append(candidates[-1].strip().split(" ")[0])
    address = next((found for one in sources if (found := absolute(one, base))), None)
    sizes = [picture.get("width"), picture.get("height")]
    if address is None or any(size in ("0", "1") for size in sizes):
        return False
    picture.set("src", address)
    return True


def _settle_link(link: HtmlElement, base: str | None) -> None:
    href = (link.get("href") or "").strip()
    if href.startswith("#") and len(href) > 1:
        return
    address = absolute(href, base)
    own = (base or "").partition("#")[0]
    if address is not None and own and address.startswith(f"{own}#"):
        link.set("href", address[len(own) :])
    elif address is not None:
        link.set("href", address)
    else:
        link.attrib.pop("href", None)


def _settle_attributes(element: HtmlElement) -> None:
    kept = dict.fromkeys(_KEPT_ATTRIBUTES.get(tag_of(element), ()))
    for name in ("class", "id", "lang", "data-language", "data-lang", "dir"):
        kept.setdefault(name)
    for name in list(element.attrib):
        if name not in kept:
            del element.attrib[name]
    meant = " ".join(_CLASSES_THAT_MEAN.findall(element.get("class") or "")).split()
    if meant:
        element.set("class", " ".join(meant))
    else:
        element.attrib.pop("class", None)
