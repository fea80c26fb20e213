"""An article's HTML as Markdown, by html2text, and as the blocks a reader sees.

html2text is given only what it does well: paragraphs, headings, quotations,
tables, links and pictures, written by `flat` from a tree that a real parser
has read. Everything it would lose or mistake travels through it as signs (see
`signs`), from which both the Markdown and the blocks are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.domain.article import Block, BlockKind, Mark, Span
from reader.text.markup import signs
from reader.text.markup.flat import Flat, flat_of
from reader.text.sanitize import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from markdown_it.token import Token

_NOTE = re.compile(f"{signs.NOTE}([^{signs.NOTE_END}]*){signs.NOTE_END}")
_LINE = re.compile(r"((?:> ?)*)(.*)")
_LINK = re.compile(r"\]\(L(\d+)\)")
_CODE_SPAN = re.compile(
    f"{signs.OPENING[Mark.CODE]}([^\ufdd6]*){signs.CLOSING[Mark.CODE]}"
)
_WRITTEN = {
    signs.OPENING[Mark.EMPHASIS]: "*",
    signs.CLOSING[Mark.EMPHASIS]: "*",
    signs.OPENING[Mark.STRONG]: "**",
    signs.CLOSING[Mark.STRONG]: "**",
    signs.OPENING[Mark.STRIKE]: "~~",
    signs.CLOSING[Mark.STRIKE]: "~~",
}


@dataclass(frozen=True, slots=True)
class Read:
    """An article in both of its readable forms."""

    markdown: str
    blocks: tuple[Block, ...]


def read(root: HtmlElement) -> Read:
    """Make Markdown and blocks of an article.

    Args:
        root: An element that holds it; its addresses are absolute already. The
            tree is changed.
    """
    flat = flat_of(root)
    marked = _html2text(flat.html)
    return Read(_markdown(marked, flat), tuple(_blocks(marked, flat)))


def html_of_markdown(text: str) -> str:
    """Render a Markdown text as HTML; markup in it is shown, not obeyed."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
    parser.enable(["table", "strikethrough"])
    return str(parser.render(text))


def _html2text(html: str) -> str:
    """Run html2text over HTML that holds only what it does well."""
    from html2text import HTML2Text

    writer = HTML2Text(bodywidth=0)
    writer.unicode_snob = True
    writer.use_automatic_links = False
    return str(writer.handle(html)).strip("\n")


def _blocks(marked: str, flat: Flat) -> Iterator[Block]:
    """The blocks of what html2text wrote."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    parser.enable("table")
    quoted = level = 0
    rows: list[list[_Words]] = []
    in_cell = False
    waiting: Block | None = None
    """The last block found: who it cites may follow it."""

    for token in parser.parse(marked):
        block: Block | None = None
        match token.type:
            case "blockquote_open":
                quoted += 1
            case "blockquote_close":
                quoted -= 1
            case "heading_open":
                level = int(token.tag[1:])
            case "hr":
                block = Block(kind=BlockKind.RULE, text="", quoted=quoted)
            case "table_open":
                rows = []
            case "tr_open":
                rows.append([])
            case "th_open" | "td_open":
                in_cell = True
            case "th_close" | "td_close":
                in_cell = False
            case "table_close":
                lines = [_joined(row, "\t") for row in rows]
                words = _joined(lines, "\n")
                block = Block(
                    kind=BlockKind.TABLE,
                    text=words.text,
                    spans=words.spans,
                    quoted=quoted,
                )
            case "inline" if in_cell:
                rows[-1].append(_words(token.children or (), flat))
            case "inline":
                cite = _NOTE.fullmatch(token.content)
                if cite is not None and cite[1].startswith("B"):
                    said = signs.show(cite[1][1:])
                    waiting = waiting and replace(waiting, cite=said)
                else:
                    block = _leaf(token, flat, level, quoted)
                level = 0
        if block is not None:
            if waiting is not None:
                yield waiting
            waiting = block
    if waiting is not None:
        yield waiting


def _leaf(token: Token, flat: Flat, level: int, quoted: int) -> Block | None:
    """The block that one line of Markdown stands for, or None if it says nothing."""
    children = token.children or []
    if len(children) == 1 and children[0].type == "image":
        picture = children[0]
        address = _address(picture.attrGet("src"), flat)
        said = signs.show(picture.content)
        return Block(kind=BlockKind.PICTURE, text=said, quoted=quoted, target=address)
    note = _NOTE.match(token.content)
    says = note[1] if note else ""
    if says.startswith("C"):
        code = flat.codes[int(says[1:])]
        return Block(
            kind=BlockKind.CODE, text=code.text, language=code.language, quoted=quoted
        )
    words = _words(children, flat)
    if not words.text:
        return None
    plain = Block(
        kind=BlockKind.PARAGRAPH, text=words.text, spans=words.spans, quoted=quoted
    )
    if level:
        return replace(plain, kind=BlockKind.HEADING, level=level)
    match says[:1]:
        case "I":
            depth, _, marker = says[1:].partition(";")
            return replace(
                plain, kind=BlockKind.ITEM, level=int(depth), marker=marker or None
            )
        case "N":
            return replace(plain, kind=BlockKind.CAPTION)
        case "F":
            return replace(plain, kind=BlockKind.FOOTNOTE, marker=signs.show(says[1:]))
    return plain


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of text with its marks."""

    text: str
    spans: tuple[Span, ...]


def _words(tokens: Iterable[Token], flat: Flat) -> _Words:
    """The text of a line's tokens, and the spans that are marked in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    opened: dict[Mark, int] = {}
    links: list[tuple[int, str | None]] = []
    at = 0
    for token in tokens:
        if token.type == "link_open":
            links.append((at, _address(token.attrGet("href"), flat)))
        elif token.type == "link_close" and links:
            start, target = links.pop()
            if target is not None and start < at:
                spans.append(Span(start, at, Mark.LINK, target))
        elif token.type in ("text", "image"):
            for piece in signs.SIGN.split(_NOTE.sub("", token.content)):
                if piece in signs.MARK_OPENED:
                    opened[signs.MARK_OPENED[piece]] = at
                elif (mark := signs.MARK_CLOSED.get(piece)) is not None:
                    start = opened.pop(mark, at)
                    if start < at:
                        spans.append(Span(start, at, mark))
                else:
                    shown = clean(signs.show(piece))
                    pieces.append(shown)
                    at += len(shown)
    return _stripped("".join(pieces), spans)


def _stripped(text: str, spans: list[Span]) -> _Words:
    """Take the white space off both ends and keep the spans on their words."""
    bare = text.strip()
    ahead = len(text) - len(text.lstrip())
    kept = (
        replace(
            span,
            start=min(max(span.start - ahead, 0), len(bare)),
            end=min(max(span.end - ahead, 0), len(bare)),
        )
        for span in spans
    )
    in_order = sorted(kept, key=lambda span: (span.start, -span.end))
    return _Words(bare, tuple(span for span in in_order if span.start < span.end))


def _joined(parts: list[_Words], between: str) -> _Words:
    """Join texts, moving each one's spans to where it comes to stand."""
    spans: list[Span] = []
    at = 0
    for part in parts:
        spans.extend(
            replace(span, start=span.start + at, end=span.end + at)
            for span in part.spans
        )
        at += len(part.text) + len(between)
    return _Words(between.join(part.text for part in parts), tuple(spans))


def _address(token: str | float | None, flat: Flat) -> str | None:
    """The address that `L3` stands for."""
    name = str(token or "")
    number = name.removeprefix("L")
    if not name.startswith("L") or not number.isdecimal():
        return None
    return flat.links[int(number)] if int(number) < len(flat.links) else None


def _markdown(marked: str, flat: Flat) -> str:
    """The Markdown that people get to see, its signs written out."""
    lines: list[str] = []
    widths: list[int] = []
    was_item = False
    for line in marked.split("\n"):
        found = _LINE.match(line.rstrip())
        quote, rest = (found[1], found[2]) if found else ("", line)
        note = _NOTE.match(rest)
        says = note[1] if note else ""
        rest = rest[note.end() :] if note else rest
        match says[:1]:
            case "I":
                depth, _, marker = says[1:].partition(";")
                indent, lead = _indent(widths, int(depth), marker)
                if marker and was_item and lines and not lines[-1].strip("> "):
                    lines.pop()
                lines.append(
                    f"{quote}{indent}{lead}{_inline(rest, flat, quote + indent + ' ' * len(lead))}"
                )
                was_item = True
                continue
            case "C":
                fenced = _fenced(flat, int(says[1:]))
                indent = " " * sum(widths) if was_item else ""
                lines.extend((quote + indent + row).rstrip() for row in fenced)
                continue
            case "F":
                rest = signs.hide("[") + says[1:] + signs.hide("]") + f" {rest}"
            case "B":
                rest = f"— {says[1:]}"
        if rest.strip():
            was_item = False
            widths.clear()
        lines.append((quote + _inline(rest, flat, quote)).rstrip())
    written = "\n".join(lines).strip("\n")
    return f"{written}\n" if written else ""


def _indent(widths: list[int], depth: int, marker: str) -> tuple[str, str]:
    """How far in an item stands, and what stands before it; `widths` learns of it."""
    written = "-" if marker == "•" else marker
    lead = f"{written} " if marker else ""
    del widths[depth if not marker else depth - 1 :]
    widths.extend([2] * (depth - 1 - len(widths)))
    indent = " " * sum(widths)
    if marker:
        widths.append(len(lead))
    return indent, lead


def _fenced(flat: Flat, number: int) -> list[str]:
    """A block of code between fences longer than any in it."""
    code = flat.codes[number]
    longest = max(map(len, re.findall(r"`{3,}", code.text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{code.language or ''}", *code.text.split("\n"), fence]


def _inline(line: str, flat: Flat, prefix: str) -> str:
    """One line's signs as Markdown."""
    written = (_inline_part(part, flat) for part in line.split(signs.BREAK))
    return f"\\\n{prefix}".join(written)


def _inline_part(part: str, flat: Flat) -> str:
    pieces = _CODE_SPAN.split(part)
    for at, piece in enumerate(pieces):
        if at % 2:
            pieces[at] = _code_span(signs.show(signs.SIGN.sub("", piece)))
        else:
            escaped = signs.escape(piece) if at == 0 else signs.escape(" " + piece)[1:]
            for sign, written in _WRITTEN.items():
                escaped = escaped.replace(sign, written)
            pieces[at] = signs.SIGN.sub("", escaped)
    return _LINK.sub(
        lambda found: f"]({_written_address(found[1], flat)})", "".join(pieces)
    )


def _written_address(number: str, flat: Flat) -> str:
    address = _address(f"L{number}", flat) or ""
    return address.replace("(", "%28").replace(")", "%29")


def _code_span(code: str) -> str:
    longest = max(map(len, re.findall(r"`+", code)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{fence}{padding}{code}{padding}{fence}"
