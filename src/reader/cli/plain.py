"""An article as plain text, for pipes, printers and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from reader.domain.article import Article, Block, BlockKind, Neighbour
from reader.domain.dates import Published
from reader.text.typeset.wrapping import Cells, wrap


def plain_page(article: Article, *, width: int | None, cells: Cells) -> str:
    """Set an article as plain text.

    Args:
        article: The article.
        width: Cells a line may take, or None to leave each paragraph on one line.
        cells: What measures a text.

    Returns:
        Title, byline, blocks parted by one blank line, and the neighbours;
        without a line feed at the end.
    """
    parts = [_wrapped(article.title, "", "", width, cells)]
    about = " · ".join(_about(article))
    if about:
        parts.append(_wrapped(about, "", "", width, cells))
    parts.extend(_block(block, width, cells) for block in article.blocks)
    neighbours = [
        _wrapped(line, "", "", width, cells)
        for line in (
            _neighbour("Previous", article.previous),
            _neighbour("Next", article.next),
        )
        if line
    ]
    if neighbours:
        parts.append("\n".join(neighbours))
    return "\n\n".join(part for part in parts if part)


def shown_date(published: Published) -> str:
    """A date as a line of text gives it, a moment in the local time zone."""
    if not published.has_time:
        return published.day.isoformat()
    return published.moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _about(article: Article) -> Iterator[str]:
    if article.byline:
        yield article.byline
    if article.site:
        yield article.site
    if article.published:
        yield shown_date(article.published)


def _neighbour(word: str, neighbour: Neighbour | None) -> str | None:
    if neighbour is None:
        return None
    dated = f" ({shown_date(neighbour.published)})" if neighbour.published else ""
    leads = f" <{neighbour.url}>" if neighbour.url else ""
    return f"{word}: {neighbour.title}{dated}{leads}"


def _block(block: Block, width: int | None, cells: Cells) -> str:
    bars = "> " * block.quoted
    match block.kind:
        case BlockKind.RULE:
            return f"{bars}* * *"
        case BlockKind.CODE:
            return "\n".join(f"{bars}    {line}" for line in block.text.split("\n"))
        case BlockKind.TABLE:
            rows = block.text.split("\n")
            return "\n".join(bars + row.replace("\t", " | ") for row in rows)
        case BlockKind.ITEM | BlockKind.FOOTNOTE:
            marker = block.marker or "•"
            indent = "  " * max(block.level - 1, 0)
            first = f"{bars}{indent}{marker} "
            rest = bars + indent + " " * (cells(marker) + 1)
            return _wrapped(block.text, first, rest, width, cells)
        case BlockKind.PICTURE:
            words = f"[picture: {block.text}]" if block.text else "[picture]"
            return _wrapped(words, bars, bars, width, cells)
    text = _wrapped(block.text, bars, bars, width, cells)
    if block.cite:
        text += "\n" + _wrapped(f"— {block.cite}", bars, bars, width, cells)
    return text


def _wrapped(text: str, first: str, rest: str, width: int | None, cells: Cells) -> str:
    if width is None:
        return first + text.replace("\n", f"\n{rest}")
    room = max(width - cells(rest or first), 2)
    lines = [
        text[row.start : row.end] + "-" * row.hyphen for row in wrap(text, room, cells)
    ]
    return "\n".join((rest if at else first) + line for at, line in enumerate(lines))
