"""An article's blocks as XHTML, well-formed whatever its page was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import Final

from reader.domain.article import Block, BlockKind, Mark, Span
from reader.text.sanitize import clean

_ELEMENTS: Final = {
    Mark.STRONG: "strong",
    Mark.EMPHASIS: "em",
    Mark.STRIKE: "s",
    Mark.CODE: "code",
}
"""From the outermost to the innermost, where several marks stand on the same words."""

_DEEPEST: Final = 20
"""Lists and block quotations nested deeper than this are written at this depth."""

_NUMBER: Final = re.compile(r"(\d{1,9})[.)]")


def escaped(text: str) -> str:
    """A text as XML takes it, in an element or an attribute."""
    return escape(clean(text))


def body_of(blocks: Sequence[Block]) -> str:
    """Write blocks as the content of an XHTML body.

    Pictures are links with what they are said to show: their bytes are not in
    the library, and a book must not fetch them.
    """
    return "\n".join(_quotation(blocks, 0))


def _quotation(blocks: Sequence[Block], depth: int) -> Iterator[str]:
    """Blocks that stand in `depth` block quotations, or in more."""
    inner: list[Block] = []
    plain: list[Block] = []
    for block in blocks:
        deeper = min(block.quoted, _DEEPEST) > depth
        if inner and not deeper:
            yield from _in_quotation(inner, depth)
            inner = []
        if plain and deeper:
            yield from _unquoted(plain)
            plain = []
        (inner if deeper else plain).append(block)
        if inner and block.cite is not None and block.quoted == depth + 1:
            # Two quotations one after the other are two.
            yield from _in_quotation(inner, depth)
            inner = []
    if inner:
        yield from _in_quotation(inner, depth)
    yield from _unquoted(plain)


def _in_quotation(blocks: Sequence[Block], depth: int) -> Iterator[str]:
    yield "<blockquote>"
    yield from _quotation(blocks, depth + 1)
    cite = blocks[-1].cite
    if cite and blocks[-1].quoted == depth + 1:
        yield f'<p class="cite">— <cite>{escaped(cite)}</cite></p>'
    yield "</blockquote>"


def _unquoted(blocks: Sequence[Block]) -> Iterator[str]:
    for is_list, some in groupby(blocks, lambda one: one.kind is BlockKind.ITEM):
        if is_list:
            yield from _list(list(some))
        else:
            yield from map(_block, some)


def _list(items: Sequence[Block]) -> Iterator[str]:
    """Items, each within the lists it stands in."""
    open_lists: list[str] = []
    for item in items:
        level = min(max(item.level, 1), _DEEPEST)
        number = _NUMBER.fullmatch(item.marker or "")
        element = "ol" if number else "ul"
        while len(open_lists) > level:
            yield f"</li></{open_lists.pop()}>"
        if item.marker is None and len(open_lists) == level:
            # A further paragraph of the item before.
            yield f"<p>{_inline(item)}</p>"
            continue
        if len(open_lists) == level and open_lists[-1] != element:
            yield f"</li></{open_lists.pop()}>"
        if len(open_lists) == level:
            yield "</li>"
        while len(open_lists) < level - 1:
            open_lists.append("ul")
            yield "<ul><li>"
        if len(open_lists) < level:
            open_lists.append(element)
            yield f"<{element}>"
        value = f' value="{number[1]}"' if number else ""
        yield f"<li{value}><p>{_inline(item)}</p>"
    while open_lists:
        yield f"</li></{open_lists.pop()}>"


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            # The title is the first heading.
            level = min(max(block.level, 1) + 1, 6)
            return f"<h{level}>{_inline(block)}</h{level}>"
        case BlockKind.CODE:
            return f"<pre><code>{escaped(block.text)}</code></pre>"
        case BlockKind.TABLE:
            rows = (
                "".join(f"<td>{escaped(cell)}</td>" for cell in row.split("\t"))
                for row in block.text.split("\n")
            )
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        case BlockKind.PICTURE:
            return f'<p class="picture">{_link(block.target, escaped(block.text) or "Picture")}</p>'
        case BlockKind.CAPTION:
            return f'<p class="caption">{_inline(block)}</p>'
        case BlockKind.FOOTNOTE:
            mark = f"<sup>{escaped(block.marker)}</sup> " if block.marker else ""
            return f'<p class="footnote">{mark}{_inline(block)}</p>'
        case BlockKind.RULE:
            return "<hr/>"
    return f"<p>{_inline(block)}</p>"


def _inline(block: Block) -> str:
    """A block's text with its marks; a link goes around all else."""
    changes: dict[int, list[tuple[Mark, int]]] = {0: [], len(block.text): []}
    for span in block.spans:
        if span.mark is not Mark.LINK:
            changes.setdefault(span.start, []).append((span.mark, 1))
            changes.setdefault(span.end, []).append((span.mark, -1))
    links = _links(block)
    for link in links:
        changes.setdefault(link.start, [])
        changes.setdefault(link.end, [])
    opening = {link.start: link for link in links}
    closing = {link.end for link in links}
    on: Counter[Mark] = Counter()
    out: list[str] = []
    inside: list[str] = []
    target: str | None = None
    for start, end in pairwise(sorted({*changes, len(block.text)})):
        for mark, change in changes[start]:
            on[mark] += change
        if start in opening:
            target, inside = opening[start].target, []
        run = escaped(block.text[start:end]).replace("\n", "<br/>\n")
        for mark, element in reversed(_ELEMENTS.items()):
            if on[mark]:
                run = f"<{element}>{run}</{element}>"
        if target is None:
            out.append(run)
            continue
        inside.append(run)
        if end in closing:
            out.append(_link(target, "".join(inside)))
            target = None
    return "".join(out)


def _links(block: Block) -> list[Span]:
    """A block's links, each after the one before."""
    links: list[Span] = []
    for span in sorted(block.spans, key=lambda one: one.start):
        free = not links or span.start >= links[-1].end
        if span.mark is Mark.LINK and span.target and span.start < span.end and free:
            links.append(span)
    return links


def _link(target: str | None, content: str) -> str:
    if not target or not target.startswith(("https://", "http://")):
        return content
    return f'<a href="{escaped(target)}">{content}</a>'
