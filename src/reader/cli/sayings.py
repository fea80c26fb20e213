"""Who said what, as text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.cli.shapes import Shape, iso, quoted_shape
from reader.domain.quotation import Found
from reader.text.citing import as_markdown, cite_found

NOBODY = "nobody named"
"""Whom quotations without a speaker are listed under."""


def shape(one: Found) -> Shape:
    """One quotation with its article, as JSON."""
    return {
        "article": {
            "id": one.article_id or None,
            "url": one.url,
            "title": one.title,
            "site": one.site,
            "published": iso(one.published),
        },
        **quoted_shape(one.quotation, one.text),
    }


def grouped(sayings: Iterable[Found]) -> list[tuple[str, list[Found]]]:
    """By speaker, those who say most first; nobody last."""
    by_name = sorted(sayings, key=lambda one: _speaker(one).casefold())
    groups = [(name, list(said)) for name, said in groupby(by_name, key=_speaker)]
    return sorted(groups, key=lambda group: (group[0] == NOBODY, -len(group[1])))


def plain(sayings: Sequence[Found], *, by_speaker: bool) -> Iterator[str]:
    """The quotations as plain text, a piece at a time."""
    if not by_speaker:
        for one in sayings:
            yield cite_found(one) + "\n"
        return
    for name, said in grouped(sayings):
        lines = [f"  “{one.text}” — {one.title}" for one in said]
        yield "\n".join([f"{name} ({len(said)})", *lines, ""])


def markdown(sayings: Sequence[Found], *, by_speaker: bool) -> Iterator[str]:
    """The quotations as Markdown, a piece at a time."""
    if not by_speaker:
        for one in sayings:
            yield as_markdown(one) + "\n"
        return
    for name, said in grouped(sayings):
        yield f"## {name}\n"
        for one in said:
            yield as_markdown(one) + "\n"


def _folded(one: Found) -> str:
    return _speaker(one).casefold()


def _speaker(one: Found) -> str:
    return one.quotation.speaker or NOBODY
