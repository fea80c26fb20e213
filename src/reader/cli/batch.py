"""Any number of inputs in one process: JSON lines in, JSON lines out.

Lines are answered in order, without network or library. An input that
cannot be read is answered with its `id` and an `error`, and the next one is
read.
"""

from __future__ import annotations

import base64
import binascii
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reader.cli.output import dumps, put
from reader.cli.shapes import Shape, article_shape, entry_shape, quotation_shape
from reader.domain.errors import CannotUnderstand, ReaderError


def answer_stdin(answer: Callable[[Shape], Shape]) -> None:
    """Answer each line of standard input on standard output."""
    for line in run(sys.stdin.buffer, answer):
        put(line)


def run(lines: Iterable[bytes], answer: Callable[[Shape], Shape]) -> Iterator[str]:
    """Answer each line.

    Args:
        lines: JSON objects in UTF-8, one a line; blank lines are passed over.
        answer: Makes one answer, without its `id`.

    Yields:
        One line of JSON, without a line feed, for each line that is not blank.
    """
    for line in lines:
        if not line.strip():
            continue
        name: Any = None
        try:
            asked = _object(line)
            name = asked.get("id")
            said = answer(asked)
        except ReaderError as error:
            said = {"error": str(error)}
        yield dumps({"id": name} | said)


def show(asked: Shape) -> Shape:
    """Understand one page: `{"id","url","html"}`."""
    from reader.domain.exchange import Page
    from reader.sites.page import article_in

    html = _text(asked, "html")
    page = Page(
        url=_optional(asked, "url") or "",
        body=html.encode("utf-8", "replace"),
        content_type="text/html",
        charset="utf-8",
    )
    return article_shape(article_in(page))


def quotes(asked: Shape) -> Shape:
    """Find who said what in one text: `{"id","text","language"?}`.

    Offsets count in the text exactly as it was given.
    """
    from reader.text.quotations import quotations_in

    text = _text(asked, "text")
    found = quotations_in(text, language=_optional(asked, "language"))
    return {"quotations": [quotation_shape(quotation, text) for quotation in found]}


def feed(asked: Shape) -> Shape:
    """Understand one feed: `{"id","url","body_base64"}`."""
    from reader.domain.exchange import Page
    from reader.sites.feeds import feed_in

    try:
        body = base64.b64decode(_text(asked, "body_base64"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise CannotUnderstand("“body_base64” is not base64.") from error
    understood = feed_in(Page(url=_optional(asked, "url") or "", body=body))
    return {
        "title": understood.title,
        "articles": [
            entry_shape(entry, source=understood.title) for entry in understood.entries
        ],
    }


def _object(line: bytes) -> Shape:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CannotUnderstand(f"This line is not JSON: {error}.") from error
    if not isinstance(asked, dict):
        raise CannotUnderstand("This line is not a JSON object.")
    return asked


def _text(asked: Shape, key: str) -> str:
    value = asked.get(key)
    if not isinstance(value, str):
        raise CannotUnderstand(f"“{key}” is missing, or is not a text.")
    return value


def _optional(asked: Shape, key: str) -> str | None:
    value = asked.get(key)
    return value if isinstance(value, str) and value else None
