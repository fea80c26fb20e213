"""A post copied as plain text, in the ways it reaches people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.domain.article import Neighbour
from reader.domain.exchange import Page
from reader.sites.page import article_in

COPIES = sorted((Path(__file__).parent.parent / "pages" / "plain").glob("*.txt"))


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.stem)
def test_a_copied_post_comes_out_clean(copy: Path) -> None:
    """Title, neighbours and source note are told apart; nothing else is left in the text."""
    article = article_in(Page(url="", body=copy.read_bytes()), name_hint=copy.name)

    assert {
        "title": article.title,
        "byline": article.byline,
        "published": None if article.published is None else article.published.iso,
        "language": article.language,
        "source_note": article.source_note,
        "previous": _shape(article.previous),
        "next": _shape(article.next),
        "text": article.text.split("\n\n"),
        "comments": {
            "open": article.discussion.open,
            "system": article.discussion.system,
            "count": article.discussion.count,
        },
    } == json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))


def test_a_form_copied_as_text_cannot_be_sent() -> None:
    """Its notes say that comments are taken, but not where they would go."""
    copy = next(one for one in COPIES if one.stem == "month-first")

    article = article_in(Page(url="", body=copy.read_bytes()))

    assert article.discussion.open
    assert article.discussion.form is None


def _shape(neighbour: Neighbour | None) -> dict[str, Any] | None:
    if neighbour is None:
        return None
    day = neighbour.published
    return {
        "title": neighbour.title,
        "url": neighbour.url,
        "published": None if day is None else day.iso,
    }
