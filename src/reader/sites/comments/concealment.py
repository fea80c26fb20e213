"""What a page hides from people: where robots are waited for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_STYLE: Final = 300_000
"""Of a page's own style sheets only this many characters are read."""

LONGEST_STYLE: Final = 1000
"""Characters of what is said of one element's looks."""

_HIDING: Final = re.compile(
    r"display:none|visibility:hidden|opacity:0(?:\.0+)?(?:;|!|$)|clip:rect\(|clip-path:inset\("
    r"|(?:left|right|top|text-indent):-\d{3,}|transform:scale\(0\)|font-size:0(?:;|!|$)"
    r"|(?:height|width):0(?:px)?(?:;|!|$).*overflow:hidden|overflow:hidden.*(?:height|width):0(?:px)?(?:;|!|$)"
)
_HIDING_CLASSES: Final = frozenset(
    ["screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"]
)
_SIMPLE_SELECTOR: Final = re.compile(r"(?:[a-z]+)?([.#][a-z_][\w-]*)", re.IGNORECASE)
_NAMES_ITSELF: Final = re.compile(r"honey[-_]?pot|ak_hp|(?:^|[-_\[])hp(?:[-_\]]|$)")
_SAYS_SO: Final = re.compile(
    r"honey ?pot|leave (?:this|it)\b.{0,20}\b(?:empty|blank)|if you(?:[’']re| are) (?:a )?human"
    r"|do not (?:fill|enter)|don[’']t fill|nicht ausfüllen|leer lassen|frei lassen"
    r"|ne pas remplir|laiss\w* .{0,20}\bvide|no (?:rellen|complet)\w*|dej\w+ .{0,20}\bvacío"
    r"|não preench\w*|deix\w+ .{0,20}\bem branco|non compilare|lasci\w+ .{0,20}\bvuoto|niet invullen",
    re.IGNORECASE,
)


_PUZZLE: Final = re.compile(
    r"g-recaptcha|h-captcha|cf-turnstile|frc-captcha|mtcaptcha|altcha-widget"
    r"|recaptcha/(?:api|enterprise)\.js|hcaptcha\.com/|challenges\.cloudflare\.com/turnstile"
)


class Concealment:
    """Knows which of a page's elements are hidden from people.

    Args:
        root: The page, whose own style sheets are read. Those it links to are
            not, so not everything that is hidden is known.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._selectors = frozenset(_hidden_selectors(root))

    def hides(self, control: HtmlElement, form: HtmlElement) -> bool:
        """Whether a control, or what it stands in inside its form, is hidden in its markup."""
        return any(_hidden(one) for one in _up_to(control, form))

    def hides_by_sheet(self, control: HtmlElement, form: HtmlElement) -> bool:
        """Whether a style sheet of the page hides it; a script may show it again."""
        return any(
            not self._selectors.isdisjoint(_selectors_of(one))
            for one in _up_to(control, form)
        )


def gives_itself_away(name: str, label: str) -> bool:
    """Whether a field's name or label says that it waits for robots."""
    return bool(_NAMES_ITSELF.search(name.lower()) or _SAYS_SO.search(label))


def _up_to(control: HtmlElement, form: HtmlElement) -> Iterator[HtmlElement]:
    """A control and what it stands in, the form itself left out."""
    one: HtmlElement | None = control
    while one is not None and one is not form:
        yield one
        one = one.getparent()


def _hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if not _HIDING_CLASSES.isdisjoint(element.get("class", "").lower().split()):
        return True
    return _hides(element.get("style", ""))


def _hides(declarations: str) -> bool:
    bare = re.sub(r"\s+", "", declarations[:LONGEST_STYLE].lower())
    return bool(bare and _HIDING.search(bare))


def _selectors_of(element: HtmlElement) -> set[str]:
    selectors = {f".{one}" for one in element.get("class", "").split()}
    if (identity := element.get("id")) is not None:
        selectors.add(f"#{identity}")
    return selectors


def _hidden_selectors(root: HtmlElement) -> Iterator[str]:
    """Every `.class` and `#id` that a rule of the page, outside any condition, hides."""
    left = MOST_STYLE
    for element in root.iter("style"):
        sheet = (element.text or "")[:left]
        left -= len(sheet)
        for selectors, declarations in _rules(sheet):
            if _hides(declarations):
                for selector in selectors.split(","):
                    simple = _SIMPLE_SELECTOR.fullmatch(selector.strip())
                    if simple is not None:
                        yield simple[1]


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that hold whatever the screen is."""
    depth, start, prelude = 0, 0, ""
    for brace in re.finditer(r"[{}]", sheet):
        if brace[0] == "{":
            if depth == 0:
                prelude = sheet[start : brace.start()].strip()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not prelude.startswith("@"):
                yield prelude, sheet[start : brace.start()]
        start = brace.end()


def is_puzzle(element: HtmlElement) -> bool:
    """Whether an element is a test, or a lock, that only a browser can open."""
    tag = tag_of(element)
    if tag == "input":
        return bool(element.get("name") == "antibot_key")
    if tag not in ("div", "span", "altcha-widget", "script", "iframe"):
        return False
    named = f"{element.get('class', '')} {element.get('src', '')} {tag}"
    return bool(_PUZZLE.search(named))
