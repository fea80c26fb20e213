"""An article's tree as the little HTML that html2text is good at.

Out come paragraphs, headings, block quotations, tables, rules, links and
pictures; lists, code, captions, footnotes and who is cited become paragraphs
with a note at their head (see `signs`), and inline marks become signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from reader.domain.article import Mark
from reader.text.markup import signs
from reader.text.markup.footnotes import Footnotes, footnotes_in
from reader.text.markup.grid import cells_of, is_data
from reader.text.markup.tree import BLOCKS, UNREAD, hint_of, tag_of, text_of
from reader.text.page.pieces import key_of
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BLOCKS = 20_000
"""A page with more blocks is no article anybody reads; the rest is left out, and says so."""

CUT_OFF = "[The rest of this page is too long to be shown here.]"

DEEPEST_QUOTE = 8
"""Block quotations nested deeper count as this deep."""

DEEPEST_LIST = 8
"""List items nested deeper count as this deep."""

_SMALL = 40
"""A picture no wider or higher than this is an icon; in pixels."""

_LIKE_NO_OTHER = 20
"""So many letters are said twice only on purpose."""

_MOST_LOOKED_FOR = 300
"""So many pictures' texts are looked for in the article's."""

_MARKS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Mark.EMPHASIS),
    **dict.fromkeys(("strong", "b"), Mark.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Mark.CODE),
    **dict.fromkeys(("del", "s", "strike"), Mark.STRIKE),
}
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*|sourceCode\s+)([\w+#.-]{1,20})",
    re.IGNORECASE,
)
_LONGEST_CITE = 200
"""No name with an office and a work is longer, in characters."""

_FILE_NAME = re.compile(
    # A name without spaces that holds a digit, a dash or an underscore, or an ending
    r"^(?=\S*[\d_.-])\S{4,}$|\.(?:jpe?g|png|gif|webp|svg|avif)$|^(?:img|dsc|image|logo|photo|foto|bild)[\s_-]?\d*$|(?:^|\W)logo$",
    re.IGNORECASE,
)
_NO_TAG = re.compile(r"</?a[^>]*>")
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:[\s_-]|$)")
_DASH = re.compile(r"^\s*(?:[—–―~]|--?\s)\s*")
_SPACES = re.compile(r"\s+")
_NO_LINK = re.compile(r'<a href="L\d+">\s*</a>')
_EMPTY_MARK = re.compile("[\ufdd0-\ufdd3]([ \ufdda]?)[\ufdd4-\ufdd7]")
_SPACE_INSIDE = re.compile("([\ufdd0-\ufdd3]+) ")
_SPACE_BEFORE_END = re.compile(" ([\ufdd4-\ufdd7]+)")
_VISIBLE = re.compile("[^\\s\ufdd0-\ufdd7\ufdda\ufddb]")
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code, taken out of the text."""

    text: str
    language: str | None


@dataclass(slots=True)
class Flat:
    """An article ready for html2text, and what was taken out of it."""

    html: str = ""
    links: list[str] = field(default_factory=list)
    """Addresses; `L3` stands for the one at 3."""

    codes: list[Code] = field(default_factory=list)


def flat_of(root: HtmlElement) -> Flat:
    """Flatten an article.

    Args:
        root: An element that holds it; its addresses are absolute already.
    """
    writer = _Writer(footnotes_in(root), key_of(text_of(root)))
    writer.content(root)
    writer.flush()
    if writer.cut_off:
        writer.out.append(f"<p>{signs.hide(CUT_OFF)}</p>")
    writer.flat.html = "".join(writer.out)
    return writer.flat


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int
    step: int


@dataclass(slots=True)
class _Writer:
    """Walks a tree once and writes what html2text shall read."""

    footnotes: Footnotes
    spoken: str = ""
    """All that is said in the article, by its letters alone."""

    flat: Flat = field(default_factory=Flat)
    out: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    """What opens and closes each mark or link that is open here."""

    wrap: str = "p"
    note: str = ""
    lists: list[_List] = field(default_factory=list)
    items: int = 0
    marker: str = ""
    quoted: int = 0
    in_cell: bool = False
    cut_off: bool = False
    shown: set[str] = field(default_factory=set)
    """What the pictures so far are said to show; none is said twice."""

    said: set[HtmlElement] = field(default_factory=set)
    """Elements whose text is kept elsewhere: who a quotation cites."""

    def content(self, element: HtmlElement) -> None:
        """Write what an element holds."""
        self.text(element.text)
        for child in element:
            self.element(child)
            self.text(child.tail)

    def text(self, text: str | None) -> None:
        """Write a stretch of text."""
        if text:
            self.inline.append(signs.hide(clean(text)).replace("\n", " "))

    def element(self, element: HtmlElement) -> None:
        """Write one element, in the way its kind asks for."""
        tag = tag_of(element)
        if (
            not tag
            or tag in UNREAD
            or tag in ("rp", "rt", "caption")
            or element in self.said
        ):
            return
        mark = self.footnotes.bodies.get(element)
        if mark is not None:
            self._footnote(element, mark)
            return
        if tag in _MARKS:
            self._marked(element, _MARKS[tag])
            return
        if tag in ("p", "div", "span", "dd", "em") and _is_caption(element):
            self._caption(element)
            return
        special = self._special(tag)
        if special is not None:
            special(element)
        elif tag in BLOCKS:
            self.block(element)
        else:
            self.content(element)

    def block(self, element: HtmlElement) -> None:
        """Write an element that stands on lines of its own."""
        self.flush()
        self.content(element)
        self.flush()

    def flush(self) -> None:
        """End the block that is being written."""
        if self.in_cell:
            self.inline.append(" ")
            return
        closers = "".join(closer for _, closer in reversed(self.open))
        words = _tidy("".join(self.inline) + closers)
        self.inline = [opener for opener, _ in self.open]
        if _VISIBLE.search(_NO_TAG.sub("", words)) is None:
            return
        if len(self.out) >= MOST_BLOCKS:
            self.cut_off = True
            return
        note = self.note or self._item_note()
        words = signs.NUMBER_FIRST.sub(rf"\1{signs.NOTHING}", words)
        self.out.append(f"<{self.wrap}>{note}{words}</{self.wrap}>")

    def _item_note(self) -> str:
        if not self.items or self.wrap != "p":
            return ""
        marker, self.marker = self.marker, ""
        return _note(f"I{min(self.items, DEEPEST_LIST)};{marker}")

    def _special(self, tag: str) -> Callable[[HtmlElement], None] | None:
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._heading
            case "br":
                return self._break
            case "hr":
                return self._rule
            case "a":
                return self._link
            case "img":
                return self._picture
            case "blockquote":
                return self._quotation
            case "ul" | "ol" | "menu" | "dir":
                return self._list
            case "li":
                return self._item
            case "pre" | "listing" | "xmp":
                return self._code
            case "table":
                return self._table
            case "figcaption":
                return self._caption
            case "q":
                return self._inline_quotation
            case "sup" | "sub":
                return self._raised
        return None

    def _heading(self, element: HtmlElement) -> None:
        self.flush()
        self.wrap = "p" if self.in_cell else tag_of(element)
        self.content(element)
        self.flush()
        self.wrap = "p"

    def _break(self, _: HtmlElement) -> None:
        last = next((one for one in reversed(self.inline) if one.strip()), "")
        if self.in_cell:
            self.inline.append(" ")
        elif last == signs.BREAK:
            # Two in a row are how old pages part their paragraphs.
            while self.inline and self.inline.pop() != signs.BREAK:
                pass
            self.flush()
        else:
            self.inline.append(signs.BREAK)

    def _rule(self, _: HtmlElement) -> None:
        self.flush()
        if not self.in_cell:
            self.out.append("<hr>")

    def _marked(self, element: HtmlElement, mark: Mark) -> None:
        around = (signs.OPENING[mark], signs.CLOSING[mark])
        if around in self.open:
            self.content(element)
        else:
            self._between(around, element)

    def _between(self, around: tuple[str, str], element: HtmlElement) -> None:
        self.open.append(around)
        self.inline.append(around[0])
        self.content(element)
        self.inline.append(around[1])
        self.open.pop()

    def _link(self, element: HtmlElement) -> None:
        reference = self.footnotes.references.get(element)
        if reference is not None:
            self.inline.append(signs.hide(f"[{reference}]"))
        elif element in self.footnotes.ways_back:
            return
        elif (address := element.get("href", "")).startswith("http") and not any(
            opener.startswith("<a") for opener, _ in self.open
        ):
            self._between((f'<a href="{self._address(address)}">', "</a>"), element)
        else:
            self.content(element)

    def _address(self, address: str) -> str:
        self.flat.links.append(address)
        return f"L{len(self.flat.links) - 1}"

    def _picture(self, element: HtmlElement) -> None:
        shown = clean_line(element.get("alt", ""))
        if _FILE_NAME.match(shown):
            shown = ""
        if self.in_cell or _is_icon(element):
            self.text(shown if len(shown) < 12 else "")
            return
        source = element.get("src", "")
        if not source.startswith("http"):
            return
        if shown and (self._is_said(shown) or _said_below(element, shown)):
            shown = ""
        self.shown.add(shown)
        self.flush()
        alt = escape(signs.hide(shown)) or signs.NOTHING
        self.out.append(f'<p><img src="{self._address(source)}" alt="{alt}"></p>')

    def _is_said(self, shown: str) -> bool:
        """Whether another picture, or the text in so many words, says the same."""
        if shown in self.shown:
            return True
        key = key_of(shown)
        may_look = len(self.shown) < _MOST_LOOKED_FOR
        return may_look and len(key) >= _LIKE_NO_OTHER and key in self.spoken

    def _quotation(self, element: HtmlElement) -> None:
        self.flush()
        if self.in_cell or self.quoted >= DEEPEST_QUOTE:
            self.content(element)
            self.flush()
            return
        items, lists, self.items, self.lists = self.items, self.lists, 0, []
        before = len(self.out)
        self.quoted += 1
        self.out.append("<blockquote>")
        cite = ""
        if (source := _cited(element)) is not None:
            cite = _DASH.sub("", text_of(source))
            self.said.add(source)
        self.content(element)
        self.flush()
        if len(self.out) == before + 1:
            self.out.pop()
        else:
            if cite:
                self.out.append(f"<p>{_note(f'B{signs.hide(cite)}')}</p>")
            self.out.append("</blockquote>")
        self.quoted -= 1
        self.items, self.lists = items, lists

    def _list(self, element: HtmlElement) -> None:
        start = _number(element.get("start"), 1)
        backwards = element.get("reversed") is not None
        if backwards and element.get("start") is None:
            start = len(element)
        self.lists.append(_List(tag_of(element) == "ol", start, -1 if backwards else 1))
        self.block(element)
        self.lists.pop()

    def _item(self, element: HtmlElement) -> None:
        self.flush()
        marker = "•"
        if self.lists and self.lists[-1].ordered:
            inside = self.lists[-1]
            inside.number = _number(element.get("value"), inside.number)
            marker = f"{inside.number}."
            inside.number += inside.step
        self.marker = marker
        self.items += 1
        self.content(element)
        self.flush()
        self.items -= 1
        self.marker = ""

    def _code(self, element: HtmlElement) -> None:
        self.flush()
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        text = clean(element.text_content()).expandtabs(4)
        text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
        if self.in_cell:
            self.text(text)
        elif text:
            self.flat.codes.append(Code(text, _language_of(element)))
            note = _note(f"C{len(self.flat.codes) - 1}")
            self.out.append(f"<p>{note}</p>")

    def _table(self, element: HtmlElement) -> None:
        self.flush()
        if self.in_cell or not is_data(element):
            self.content(element)
            self.flush()
            return
        for title in element.findall("caption"):
            self._caption(title)
        self.in_cell = True
        rows = ["".join(map(self._cell, row)) for row in cells_of(element)]
        self.in_cell = False
        self.out.append("<table>")
        self.out.extend(f"<tr>{row}</tr>" for row in rows)
        self.out.append("</table>")

    def _cell(self, cell: HtmlElement | None) -> str:
        self.inline, outer = [], self.inline
        opened, self.open = self.open, []
        if cell is not None:
            self.content(cell)
        words = _tidy("".join(self.inline)).strip()
        self.inline, self.open = outer, opened
        # An empty first cell would be lost.
        return f"<td>{signs.NOTHING}{words}</td>"

    def _caption(self, element: HtmlElement) -> None:
        self.flush()
        self.note = _note("N")
        self.content(element)
        self.flush()
        self.note = ""

    def _footnote(self, element: HtmlElement, mark: str) -> None:
        self.flush()
        self.note = _note(f"F{signs.hide(mark)}")
        self.content(element)
        self.flush()
        self.note = ""

    def _inline_quotation(self, element: HtmlElement) -> None:
        nested = any(tag_of(outer) == "q" for outer in element.iterancestors())
        already = text_of(element)[:1] in tuple("“\"«„‘'「")
        self.text("" if already else "‘" if nested else "“")
        self.content(element)
        self.text("" if already else "’" if nested else "”")

    def _raised(self, element: HtmlElement) -> None:
        words = text_of(element)
        table = _SUPERSCRIPT if tag_of(element) == "sup" else _SUBSCRIPT
        if len(element) == 0 and all(ord(one) in table for one in words):
            self.text(words.translate(table))
        else:
            self.content(element)


def _tidy(words: str) -> str:
    """Take out empty marks and links, and put spaces outside the marks."""
    words = _NO_LINK.sub(" ", _SPACES.sub(" ", words))
    while (fewer := _EMPTY_MARK.sub(r"\1", words)) != words:
        words = fewer
    words = _SPACE_INSIDE.sub(r" \1", words)
    words = _SPACE_BEFORE_END.sub(r"\1 ", words)
    words = re.sub(f" ?{signs.BREAK} ?", signs.BREAK, _SPACES.sub(" ", words))
    return words.strip(f" {signs.BREAK}")


def _note(says: str) -> str:
    return f"{signs.NOTE}{says}{signs.NOTE_END}"


def _number(value: str | None, otherwise: int) -> int:
    """A list's or an item's number, or another if the page gives none."""
    bare = (value or "").strip()
    return int(bare) if bare.isdecimal() and len(bare) < 7 else otherwise


def _language_of(code: HtmlElement) -> str | None:
    """The language a block of code is in, by the class names that highlighters use."""
    around = [code, *code.iter("code")]
    parent = code.getparent()
    around += [] if parent is None else [parent]
    for one in around:
        for name in ("data-language", "data-lang", "data-code-language", "lang"):
            value = one.get(name) or ""
            # A bare `lang` is the language people speak, but on code it is not.
            meant = name != "lang" or "code" in hint_of(one)
            if meant and re.fullmatch(r"[\w+#.-]{1,20}", value):
                return str(value.lower())
        if found := _LANGUAGE.search(one.get("class") or ""):
            return found[1].lower()
    return None


def _is_icon(picture: HtmlElement) -> bool:
    """Whether a picture stands in the line, as a letter would."""
    hint = hint_of(picture)
    if "emoji" in hint or "wp-smiley" in hint:
        return True
    sizes = [
        int(size)
        for name in ("width", "height")
        if (size := (picture.get(name) or "").removesuffix("px")).isdecimal()
        and len(size) < 6
    ]
    return len(sizes) == 2 and max(sizes) <= _SMALL


def _is_caption(element: HtmlElement) -> bool:
    """Whether a class name says that an element is a picture's caption."""
    if _CAPTION.search((element.get("class") or "").lower()) is None:
        return False
    if (
        next(element.iter("img", "h1", "h2", "h3", "li", "blockquote"), None)
        is not None
    ):
        return False
    return len(text_of(element)) < 600


def _said_below(picture: HtmlElement, shown: str) -> bool:
    """Whether a picture's caption says what the picture is said to show."""
    around = picture.getparent()
    for _ in range(4):
        if around is None:
            return False
        captions = [
            one
            for one in around.iter()
            if tag_of(one) == "figcaption" or _is_caption(one)
        ]
        if captions:
            return any(shown.casefold() in text_of(one).casefold() for one in captions)
        around = around.getparent()
    return False


def _cited(quotation: HtmlElement) -> HtmlElement | None:
    """The element that says who a block quotation cites, or None.

    That is its `cite` or `footer` if it stands on a line of its own, the caption of the
    figure around it, or a last paragraph that opens with a dash.
    """
    _gather_tail(quotation)
    children = [child for child in quotation if tag_of(child) and text_of(child)]
    last = children[-1] if children else None
    if last is not None and len(text_of(last)) <= _LONGEST_CITE:
        inner = next(last.iter("cite"), None)
        alone = inner is not None and text_of(inner) == _DASH.sub("", text_of(last))
        opens_with_dash = len(children) > 1 and _DASH.match(text_of(last)) is not None
        if tag_of(last) == "footer" or (len(children) > 1 and alone) or opens_with_dash:
            return last
        if alone and tag_of(last) == "cite" and (quotation.text or "").strip():
            return last
    figure = quotation.getparent()
    if figure is not None and tag_of(figure) == "figure":
        caption = figure.find("figcaption")
        if caption is not None and 0 < len(text_of(caption)) <= _LONGEST_CITE:
            return caption
    return None


def _gather_tail(quotation: HtmlElement) -> None:
    """Put bare text that opens with a dash behind the last paragraph into a `footer`."""
    from lxml.html import Element

    paragraph = next((one for one in reversed(quotation) if tag_of(one) == "p"), None)
    if paragraph is None or not _DASH.match(paragraph.tail or ""):
        return
    footer = Element("footer")
    footer.text, paragraph.tail = paragraph.tail, None
    footer.extend(list(paragraph.itersiblings()))
    quotation.append(footer)
